"""Classes of words that decide between two that are mistaken: closed ones by their lists, open ones by form and table.

Origin of the lists: common facts of English grammar.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from newslint.language.spelling.adverbs import is_adverb
from newslint.language.spelling.classes import is_abstract, is_noun, is_plural, is_state, is_taking, is_verb
from newslint.language.spelling.pairs.place import Place
from newslint.language.spelling.table import commonness
from newslint.language.units.irregular import PARTICIPLES, PAST

_FILE = Path(__file__).with_name("lists.txt")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[name] += line.split()
        elif line and not line.startswith("#"):
            name = line
            found[name] = []
    return {name: frozenset(words) for name, words in found.items()}


def listed(name: str) -> frozenset[str]:
    """Return the words that `lists.txt` has under a name."""
    return _lists()[name]


ARTICLES = _set("a an the")
OWNERS = _set("his her its their our my your whose")
POINTING = _set("this that these those")
QUANTITIES = listed("quantities")
DETERMINERS = ARTICLES | OWNERS | POINTING | QUANTITIES
SUBJECTS = _set("i he she it we they you who there")
PLURAL_SUBJECTS = _set("i we they you")
OBJECTS = listed("objects")
BE_FINITE = _set("is are was were isn't aren't wasn't weren't")
BE = BE_FINITE | _set("be been being am i'm he's she's it's we're they're you're")
HAVE = listed("have")
MODALS = listed("modals")
DO = _set("do does did don't doesn't didn't")
FINITE = listed("finite")
PREPOSITIONS = listed("prepositions")
CONJUNCTIONS = listed("conjunctions")
NEGATIONS = _set("not never no n't hardly barely")
ADVERBS = listed("adverbs")
TIMES = listed("times")
PARTICLES = _set("off up out down over back away")
MARKS = frozenset(",;:—–-()\"“”…?!.'’‘")
CLOSED = (
    DETERMINERS
    | SUBJECTS
    | OBJECTS
    | BE
    | HAVE
    | MODALS
    | DO
    | FINITE
    | PREPOSITIONS
    | CONJUNCTIONS
    | NEGATIONS
    | ADVERBS
)
CLAUSE_STARTS = listed("clause-starts")
KIN = listed("kin")
# Words that say how true, easy or good something is, behind “it’s”.
JUDGING = listed("judging")

# Verbs that are nothing without an object: neither “there” nor a clause can follow them at once.
_TRANSITIVE = listed("transitive")
_IRREGULAR = dict(
    pair.split("/")
    for pair in (
        "brought/bring built/build bought/buy caught/catch chose/choose chosen/choose fed/feed gave/give given/give "
        "kept/keep laid/lay left/leave lost/lose rebuilt/rebuild rethought/rethink sold/sell sent/send spent/spend "
        "stole/steal stolen/steal took/take taken/take wore/wear worn/wear won/win overcame/overcome rewritten/rewrite "
        "rewrote/rewrite"
    ).split()
)
_ALIKE = _set("cast cut hurt put quit shed shut")  # the base and the past are one word
_DOUBLING = _set("ban cancel cut drop fulfil fulfill plan put quit scrap shed shut submit strip trim win")


@cache
def _transitive_forms() -> dict[str, str]:
    """Return each form of the verbs that need an object: base, s, ing or past."""
    forms: dict[str, str] = {}
    for base in sorted(_TRANSITIVE):
        stem = base.removesuffix("e")
        if base in _DOUBLING:
            stem += base[-1]
        forms[base] = "base"
        ending = "es" if base.endswith(("sh", "ch", "s", "x", "z")) else "s"
        forms[base[:-1] + "ies" if base[-1] == "y" and base[-2] not in "aeiou" else base + ending] = "s"
        forms[stem + "ing"] = "ing"
        past = base[:-1] + "ied" if base[-1] == "y" and base[-2] not in "aeiou" else stem + "ed"
        forms.setdefault(past, "past")
    forms.update(dict.fromkeys(_IRREGULAR, "past"))
    return forms


def takes_object(place: Place, is_open: bool = False) -> bool:
    """Tell whether an active verb that is nothing without an object stands before a word: “to sell _”.

    Where it `is_open`, any verb will do that no clause can follow.
    """
    at = 1 if place.left() in PARTICLES else 0
    verb = place.left(at)
    form = _transitive_forms().get(verb) or (_form_of(verb) if is_open else None)
    if form is None:
        return False
    at += 1
    while place.left(at) in ADVERBS or is_adverb(place.left(at)):
        at += 1
    subject = place.left(at)
    if form == "ing":
        return subject not in DETERMINERS
    if form == "s":
        return subject in ("he", "she", "it", "who", "which")
    if form == "base" and (subject in MODALS | DO | PLURAL_SUBJECTS | {"to", "who"} or subject.endswith("'d")):
        return True
    return (form == "past" or verb in _ALIKE) and subject in HAVE | SUBJECTS - {"there"}


# Beginnings of more verbs that a clause may follow: “it proves it’s safe”.
_PROVING = tuple("prov check establish verif demonstrat illustrat calculat recogni record underst teach".split())


@lru_cache(maxsize=4096)
def _form_of(word: str) -> str | None:
    """Return the form of a verb that no clause can follow: base, ing or past."""
    if word in CLOSED or len(word) < 3 or word.startswith(_PROVING):
        return None
    if word.endswith("ing"):
        bases = [base for base in (word[:-3], word[:-3] + "e", word[:-4]) if commonness(base) is not None]
        return "ing" if bases and all(map(is_verb, bases)) else None
    if is_taking(word):
        return "past"
    return "base" if is_verb(word) else None


@lru_cache(maxsize=4096)
def may_head(word: str) -> bool:
    """Tell whether a word may be the noun of a phrase behind a word that asks for one."""
    if word in CLOSED or word in TIMES or len(word) < 3 or not word.isascii() or not word[0].isalpha():
        return False
    if is_noun(word):
        return True
    if word in PAST | PARTICIPLES or word.endswith(("ly", "ed")):
        return False
    return _is_counted(word)


@lru_cache(maxsize=4096)
def _is_counted(word: str) -> bool:
    """Tell whether a word has a plural that is a current word, and is no verb by its other forms alone."""
    if is_plural(word):
        return True
    plural = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"
    size = commonness(plural)
    return size is not None and size <= 50 and (is_abstract(word) or not word.endswith(("ous", "ic", "ive", "ful")))


@lru_cache(maxsize=4096)
def may_modify(word: str) -> bool:
    """Tell whether a word may stand before a noun: an adjective, a participle, another noun, a number."""
    if word in CLOSED or not word or not word[0].isalnum():
        return False
    if word[0].isdigit() or word in TIMES or word.endswith("'s"):
        return True
    known = commonness(word) is not None or "-" in word
    return known and not is_adverb(word) and (word not in PAST - PARTICIPLES)


@lru_cache(maxsize=4096)
def is_finite_past(word: str) -> bool:
    """Tell whether a word is a past form of a verb: “fell”, “closed”."""
    return word in PAST or (word.endswith("ed") and commonness(word) is not None)


def phrase(place: Place, start: int = 0, most: int = 4) -> int | None:
    """Return the index of the noun that heads a phrase of words behind a word, where the phrase ends before a border.

    The phrase has neither an article nor names: what stands at the word itself is its article.
    """
    at = start
    while at - start < most and (may_modify(place.right(at)) or may_head(place.right(at))) and not place.is_name(at):
        at += 1
    head = at - 1
    if head < start or not may_head(place.right(head)):
        return None
    return head if is_border(place.right(at)) else None


def subject(place: Place, start: int = 0, most: int = 4) -> int | None:
    """Return the index of a noun behind a word that is the subject of a verb in the past or a helping one."""
    for at in range(start, start + most):
        word, behind = place.right(at), place.right(at + 1)
        if place.is_name(at) or (at > start and says_how(place.right(start))):
            return None
        if may_head(word) and (behind in FINITE or (is_finite_past(behind) and not behind.endswith("n"))):
            return at
        if not may_modify(word):
            return None
    return None


def says_how(word: str) -> bool:
    """Tell whether a clause may follow a word at once: “it’s clear voters will”, “they’re worried nobody came”."""
    return is_state(word) or word.endswith("ed") or word in JUDGING


def is_border(word: str) -> bool:
    """Tell whether a phrase of a noun ends before a word or mark."""
    return not word or word in MARKS or word in PREPOSITIONS | CONJUNCTIONS | FINITE | MODALS | ADVERBS | TIMES


def is_clause_start(place: Place, at: int = 0) -> bool:
    """Tell whether a clause begins at a word: a text or sentence, a mark, or a word that opens one stands before it."""
    before = place.left(at)
    return not before or before in MARKS or before in CLAUSE_STARTS
