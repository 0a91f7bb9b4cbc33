"""Read offices, ranks and titles at names (“Fire chief Ana Lund”), and tell which of them exclude each other.

The table is made of common facts of English, gathered by the project. Its rows are ladders: who is on one step of a
ladder is on no other at the same time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import dropwhile, takewhile

from newslint.language.units.name_words import CALENDAR
from newslint.language.units.similarity import STOP_WORDS
from newslint.patterns import pattern
from newslint.records import NamedTuple

# A ladder a row, `|` between its steps, `/` between names of one step.
_LADDERS = """
doctor/dr | professor/prof/associate professor/assistant professor
doctor/dr | mr/mrs/ms/miss/mx
doctor/dr | nurse/staff nurse | paramedic | midwife | matron | ward sister | dentist | vet | pharmacist
doctor/dr | nurse/staff nurse | matron | ward sister | porter | orderly | surgeon | anaesthetist/anesthetist
senior lecturer | lecturer | professor/prof | reader in law
chancellor | vice chancellor | pro vice chancellor
private/pte | corporal/cpl | lance corporal | sergeant/sgt/staff sergeant/detective sergeant/first sergeant | \
sergeant major | ensign | midshipman | cadet | lieutenant/lt/first lieutenant | second lieutenant | \
captain/capt/skipper | major/maj | lieutenant colonel/lt col | colonel/col | brigadier/brig/brigadier general \
| general/gen/major general/lieutenant general/maj gen/lt gen | admiral/adm | vice admiral | rear admiral | \
commodore | commander/cmdr | lieutenant commander | wing commander | squadron leader | flight lieutenant | \
group captain | flying officer | pilot officer | air marshal | air vice marshal | field marshal/marshal | petty \
officer | seaman | airman | gunner | trooper | first mate/first officer | second mate/second officer | bosun | \
purser | chief engineer | chief mate
constable/pc/police constable | sergeant/sgt/detective sergeant | inspector/insp/detective inspector/di | \
chief inspector/detective chief inspector | superintendent/supt/detective superintendent | chief \
superintendent/detective chief superintendent | chief constable | assistant chief constable | deputy chief \
constable | sheriff | undersheriff | deputy/deputy sheriff/sheriff’s deputy | police commissioner | police \
chief/chief of police | deputy police chief | lieutenant/lt | captain/capt | commander | marshal/us marshal
fire chief | fire marshal | fire captain | firefighter/fireman | fire commissioner | deputy fire chief | \
station officer
pope | cardinal | archbishop | bishop | auxiliary bishop | archdeacon | dean | canon | monsignor/msgr | \
rev/reverend/father/fr/vicar/rector/pastor/curate/priest/parish priest | deacon | abbot | prior | brother
canon | prebendary
rabbi | cantor
imam | grand mufti | muezzin
king | queen | prince | princess | crown prince | crown princess | emperor | empress | duke | duchess | sultan \
| emir | grand duke | tsar | regent
sir | lord/baron/earl/viscount/marquess/count/duke | dame | baroness/lady/countess/viscountess | lady justice \
| lord justice
dame | lady/baroness
judge/district judge/circuit judge/appeal judge | justice/supreme court justice | lady justice | lord justice \
| magistrate | chief justice | recorder | coroner | prosecutor | district attorney/da | attorney general | \
clerk
attorney general | solicitor general | district attorney/da | deputy attorney general | public defender
mayor/lord mayor | deputy mayor/vice mayor | councillor/cllr/councilor/councilman/councilwoman/alderman | town \
clerk/city clerk | city manager/town manager | council leader
senator/sen/state senator | representative/rep/congressman/congresswoman/state representative | \
assemblyman/assemblywoman/assemblymember | delegate | mp | msp
governor/gov/state governor | lieutenant governor/lt gov
president | vice president | deputy president
prime minister | deputy prime minister | president
premier | deputy premier
speaker | deputy speaker
ambassador | consul/consul general | attaché/attache | chargé d’affaires | high commissioner | first secretary \
| vice consul
chief executive/ceo/chief executive officer | chairman/chairwoman/chair/chairperson/board chair | chief \
financial officer/cfo/finance director/finance chief | chief operating officer/coo | chief technology \
officer/cto | marketing director | sales director | deputy chief executive | deputy chairman/vice \
chairman/vice chair/deputy chair | company secretary | treasurer | human resources director
chairman/chairwoman/chair/chairperson/board chair | executive director | managing director | secretary/club \
secretary | treasurer | deputy chairman/vice chairman/vice chair/deputy chair | trustee | caretaker
managing director | sales director | marketing director | finance director | deputy managing director | \
operations director
executive director | deputy director/assistant director
director | deputy director/assistant director
head teacher/headteacher/headmaster/headmistress/principal/head/school principal | deputy head/deputy head \
teacher/deputy headteacher/deputy headmaster/vice principal/deputy principal/assistant principal | school \
governor/chair of governors | caretaker/janitor | school secretary
head coach/manager/team manager | assistant coach/assistant manager | goalkeeping coach | \
physio/physiotherapist | kit man | sporting director
goalkeeper/keeper/goalie | striker/forward/centre forward | midfielder | defender/centre half/centre back | \
winger | full back/left back/right back | referee | linesman
quarterback | linebacker | running back | wide receiver | cornerback | kicker | pitcher | catcher | shortstop
soprano | mezzo/mezzo soprano | contralto/alto | tenor | baritone | bass
violinist | cellist | pianist | flautist/flutist | oboist | clarinettist/clarinetist | harpist | trumpeter | \
drummer | bassist | organist | percussionist | guitarist | conductor/maestro
head chef/chef | sous chef | pastry chef | waiter | sommelier
editor/editor in chief | deputy editor/assistant editor | sports editor | news editor | managing editor
curator/head curator | assistant curator | museum director
foreman | forewoman | apprentice
pilot | co pilot/copilot/first officer | flight attendant/stewardess/steward
juror | foreman of the jury
economist | historian | biologist | chemist | physicist | geologist | astronomer | botanist | zoologist | \
sociologist | linguist | meteorologist/weather forecaster | mathematician | archaeologist | psychologist | \
oceanographer | philosopher | theologian
detective | pathologist/forensic pathologist | coroner | prosecutor | defence lawyer/defense attorney/defence \
counsel/defense lawyer | judge | juror | bailiff | probation officer
trainer | jockey | bookmaker | groom
solicitor | barrister/kc/qc | clerk | notary
plumber | electrician | carpenter/joiner | roofer | plasterer | bricklayer | painter | welder | glazier | \
mechanic
butcher | baker | grocer | fishmonger | florist | barber/hairdresser
bus driver | train driver | taxi driver | lorry driver/truck driver | tram driver | pilot
architect | surveyor | structural engineer | builder
sculptor | potter | weaver | blacksmith | goldsmith/silversmith | glassblower
photographer | cameraman | sound engineer
novelist | playwright | librettist | translator
nurse | physician | pharmacist | radiographer | physiotherapist | dietitian | surgeon
farmer | fisherman | gamekeeper | shepherd | forester | beekeeper
astronaut/cosmonaut | flight director | mission controller
executive producer | sound recordist | costume designer | set designer | choreographer
ombudsman | auditor | actuary
librarian | archivist | museum guide
usher | verger | bell ringer | choirmaster
"""
# Words before a noun that say how high somebody is: whoever has one of these has none of the others.
_LOWER = frozenset("vice deputy assistant under sous sub junior second lieutenant".split())
_JOINED = frozenset(["under", "sub", "sous"])  # these are no words of grade without a hyphen
_HIGHER = frozenset("head chief senior lead principal".split())
_GRADES = _LOWER | _HIGHER
# Those with these offices are called by the last word alone.
_COURTESIES = frozenset("mr mrs ms miss mx dr".split())
_CALLED_SHORT = frozenset(
    "general admiral colonel commander coach professor inspector sergeant editor producer".split()
)
_PORTFOLIOS = frozenset(
    """finance health foreign defence defense home education justice interior transport trade energy environment
    agriculture labour labor culture housing treasury prime schools sports tourism fisheries farming immigration
    commerce state war""".split()
)
_OF_PORTFOLIO = pattern(r"[ ](?:of|for)[ ](?:the[ ])?([a-z]+)\b")
_PORTFOLIO_HEADS = frozenset(["minister", "secretary"])
_WORD = pattern(r"[^\W\d_][\w’'-]*+\.?")
_NOUNS = pattern(r"(?<![a-z])([a-z]{1,24}+[ ])?([a-z]{1,24}+)(?=[ ][A-Z])")
_LAST_WORDS = 4
_LONGEST_NAME = 4  # words
_PARTICLE = r"(?:de|da|di|del|della|van|von|der|den|al|el|bin|ibn|la|le|du|dos)"
_PART = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*+(?:[’'-][^\W\d_]++){0,3}+|[A-Z]\.)"
_NAME = rf"{_PART}(?:[ ](?:{_PARTICLE}[ ]){{0,2}}{_PART}){{0,3}}"
_NAME_AFTER = pattern(rf"(?:[ ](?:for|of)[ ](?!the\b|an?\b)[a-z]++(?:[ ][a-z]++)?)?,?[ ]({_NAME})")
_NAME_BEHIND = pattern(rf"[ ](?:of|for|at)[ ][^,.;:()“”]{{1,50}},[ ]({_NAME}),")
_BETWEEN = pattern(
    r"(?:who[ ]is[ ])?"
    r"(?:(?P<of>the|an?|its|their|his|her|our|(?:the[ ])?[A-Za-z-]{1,20}+['’]s?)[ ](?:[a-z-]{1,20}+[ ])?)?"
)
_WORD_OF_NAME = pattern(rf"{_PART}|{_PARTICLE}")
# What closes it again: “Lund, the deputy mayor of Loam, said”, but not “After he met Lund, the mayor left”.
_CLOSED = pattern(r"(?:[ ](?:of|for|at|in)[ ][^.,;:()]{1,60})?[.,;)]")
_THE = pattern(r"\b[Tt]he[ ]\Z")
_REACH = 60
# Titles that are written short, with a stop; any other stop ends a sentence: “He was secretary of state. Lund left.”
_SHORT = frozenset(
    """mr mrs ms mx dr prof pte cpl sgt lt capt maj col brig gen adm cmdr insp supt rev fr msgr cllr sen rep
    gov""".split()
)
# What is a title with a capital only: “a major Loam study”.
_ADJECTIVES = frozenset("general major private count prior da di".split())
_CLAUSE = pattern(r"\b(?:When|While|After|Before|If|Once|Since|Until|Unlike|With|Without|Like)\b[^,.;:]{0,60}\Z")
_NO_NAMES = STOP_WORDS | CALENDAR


class Titled(NamedTuple):
    """A title at a name: the title in small letters, the words of the name, and the range of both."""

    title: str
    name: tuple[str, ...]
    start: int
    end: int


@cache
def _steps() -> dict[str, dict[int, int]]:
    """Return the ladders that each title is on, with its step."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for row, line in enumerate(_LADDERS.strip().split("\n")):
        for step, names in enumerate(line.split("|")):
            for name in names.split("/"):
                found[_plain(name)][row] = step
    return dict(found)


@cache
def last_words() -> frozenset[str]:
    """Return the words with which the titles of the table end, and those that say how high somebody is."""
    ends = {title.split()[-1] for title in _steps()}
    women = {f"{end[:-3]}woman" for end in ends if end.endswith("man")}
    return frozenset(ends | women) | _GRADES | _PORTFOLIO_HEADS


def _plain(title: str) -> str:
    """Return a title in small letters without hyphens and stops, that of women as that of men."""
    words = title.lower().replace("’", "'").replace("-", " ").replace(".", "").replace("woman", "man")
    return " ".join(words.split())


def find_titled(text: str, words: Iterable[str]) -> Iterator[Titled]:
    """Yield the titles at names in a text, which has some of `last_words`, in its order."""
    last = 0
    for match in _any(tuple(sorted(words))).finditer(text):
        start, end, title = _widen(text, match.start(), match.end())
        if title is None or match.start() < last:
            continue
        if title in _ADJECTIVES and text[start].islower():
            continue
        after = _match_after(text, start, end, title) or (
            _THE.search(text, max(0, start - 5), start) and _NAME_BEHIND.match(text, end)
        )
        if after and (name := _name_of(after[1])):
            last = after.start(1) + len(" ".join(name))
            yield Titled(title, name, start, last)
            continue
        if before := _name_before(text, start, end):
            yield Titled(title, before[1], before[0], end)


def _match_after(text: str, start: int, end: int, title: str) -> re.Match[str] | None:
    """Return where a name follows a title, also behind the stop of a short one (“Dr. Lund”), or between commas.

    “The mayor, Ana Lund, left” names the mayor, and “When he met the mayor, Ana Lund left” does not.
    """
    is_short = text.startswith(".", end) and title.split()[-1] in _SHORT
    after = _NAME_AFTER.match(text, end + is_short)
    if after is not None and "," in text[end : after.start(1)]:
        is_closed = text[after.end() : after.end() + 1] in ("", *",.;:)")
        if not is_closed or _CLAUSE.search(text, max(0, start - _REACH), start):
            return None
    return after


def _name_before(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    """Return where the name begins to which a title is put between commas, and its words: “Lund, the mayor, left”."""
    head, comma, between = text[max(0, start - _REACH) : start].rpartition(", ")
    joined = _BETWEEN.fullmatch(between) if comma else None
    if joined is None or not (joined["of"] or text[start].islower()) or not _CLOSED.match(text, end):
        return None
    words = [*takewhile(_WORD_OF_NAME.fullmatch, reversed(head.split(" ")))][:_LONGEST_NAME][::-1]
    words = [*dropwhile(str.islower, words)]
    name = _name_of(" ".join(words)) if words else ()
    return (start - len(between) - len(comma) - len(" ".join(words)), name) if name else None


@lru_cache(maxsize=1024)
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(rf"(?<![\w’'])(?:{'|'.join(map(re.escape, words))})(?![\w’'])", re.IGNORECASE)


def _name_of(text: str) -> tuple[str, ...]:
    """Return the words of a name, or none where a title or a word of the calendar begins it."""
    words = tuple(word.removesuffix("’s").removesuffix("'s") for word in text.split(" "))
    first = _plain(words[0])
    is_name = first not in _NO_NAMES and first not in last_words() and not words[-1].endswith(".")
    return words if is_name and len(words[-1]) > 1 else ()


def _widen(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """Return the range of the longest title that ends, or with a word of grade begins, at a word, and the title."""
    word = text[start:end].lower()
    if word in _GRADES and text[end : end + 1] in ("-" if word in _JOINED else (" ", "-")):
        noun = _NOUNS.match(text, end + 1)
        if noun is not None and noun[2] not in STOP_WORDS and _plain(noun[0]) not in last_words():
            return start, noun.end(), f"{word} {_plain(noun[2])}"
    if word in _PORTFOLIO_HEADS and (of := _OF_PORTFOLIO.match(text, end)) and of[1] in _PORTFOLIOS:
        return start, of.end(), f"{of[1]} {word}"
    before = [*_WORD.finditer(text, max(0, start - _REACH), start)][-_LAST_WORDS + 1 :]
    for first in range(len(before)):
        found = _plain(text[before[first].start() : end])
        if found in _steps() and not _has_stop(text[before[first].start() : end]):
            return before[first].start(), end, found
    if before and text[before[-1].end() : start] in (" ", "-"):
        # “… to the head. Coach Lund”: a sentence ends.
        grade = "" if before[-1][0].endswith(".") else _plain(before[-1][0])
        is_joined = grade not in _JOINED or text[start - 1] == "-"
        if (grade in _GRADES and is_joined and word not in _COURTESIES) or (
            grade in _PORTFOLIOS and word in _PORTFOLIO_HEADS
        ):
            return before[-1].start(), end, f"{grade} {_plain(word)}"
    return start, end, _plain(word) if _plain(word) in _steps() else None


def _has_stop(text: str) -> bool:
    return any(mark in text for mark in ",;:()") or ". " in text.replace("Lt. ", "").replace("Maj. ", "")


_MEN = frozenset("king prince lord sir duke earl baron count viscount emperor sultan".split())
_WOMEN = frozenset("queen princess lady dame duchess baroness countess viscountess empress".split())


def are_rivals(one: str, other: str) -> bool:
    """Tell whether nobody has two titles, given as `find_titled` has them, at the same time.

    A lord and his lady are two people.
    """
    if one == other or _is_short_for(one, other) or _is_short_for(other, one):
        return False
    if (one in _MEN and other in _WOMEN) or (one in _WOMEN and other in _MEN):
        return False
    ours, theirs = _steps().get(one, {}), _steps().get(other, {})
    shared = ours.keys() & theirs.keys()
    if shared:
        return all(ours[row] != theirs[row] for row in shared)
    return _differ_in_grade(one, other) or _differ_in_portfolio(one, other)


def _is_short_for(one: str, other: str) -> bool:
    """Tell whether a title is how somebody with a longer one is called."""
    return other.endswith(f" {one}") and (one in _CALLED_SHORT or other.split()[0] not in _LOWER)


def _differ_in_grade(one: str, other: str) -> bool:
    """Tell whether two titles are of one noun, with words of grade that exclude each other."""
    (*ours, noun), (*theirs, other_noun) = one.split(), other.split()
    grades = {*ours, *theirs} & _GRADES
    return noun == other_noun and bool(grades) and {*ours, *theirs} <= _GRADES and bool(grades & _LOWER)


def _differ_in_portfolio(one: str, other: str) -> bool:
    ours, theirs = one.split(), other.split()
    return len(ours) == len(theirs) == 2 and ours[1] == theirs[1] and {ours[0], theirs[0]} <= _PORTFOLIOS
