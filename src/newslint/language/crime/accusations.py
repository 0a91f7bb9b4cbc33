"""Find who is said to have done a crime: by a verb with its object, by a phrase, or by a noun with its doer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from newslint.language.crime.clauses import (
    BE,
    HAVE,
    PREPOSITIONS,
    Clause,
    Item,
    Subject,
    agent_of,
    is_negated,
    is_passive,
    phrase_after,
    subject_of,
)
from newslint.language.crime.expressions import expressions
from newslint.language.crime.idioms import form_of
from newslint.language.crime.words import WEAK, Verb, groups, nouns_of, verbs
from newslint.patterns import pattern
from newslint.records import NamedTuple

_TIMES = frozenset(
    """yesterday today tonight monday tuesday wednesday thursday friday saturday sunday last week month year night
    twice once again repeatedly dead alive here there first then early late morning evening afternoon later three
    four five six seven eight nine ten times weeks months years days""".split()
)
_AFTER_GOODS = frozenset("from out off worth belonging meant intended raised left".split())
# What is stolen in games, on stages and in love.
_NO_GOODS = frozenset(
    """show scene spotlight limelight headlines headline thunder base bases ball heart hearts kiss glance look march
    point points win victory game match lead goal goals attention crown idea ideas line lines moment election
    elections elections vote votes delegates delegate title seat nomination focus sleep votes’ lunch jobs job page
    breath opportunity time""".split()
)
_ROBBED_OF = frozenset("goal penalty points point win victory title chance time place glory sleep".split())
_VIOLENT = pattern(
    r"(?:to[ ]death|unconscious|senseless|black[ ]and[ ]blue|half[ ]to[ ]death|repeatedly|with[ ](?:a|an|his|her"
    r"|the)[ ](?:[\w-]+[ ])?"
    r"(?:hammer|bat|stick|belt|cane|bar|pipe|bottle|brick|stone|knife|gun|machete|pole|axe|chain|iron|shovel"
    r"|spade|crowbar|fists?"
    r"|cue|torch|shoe|boot|plank|cricket[ ]bat|baseball[ ]bat|cord|rope|pillow|poker|spanner|wrench|golf[ ]club|rock)"
    r"|in[ ]the[ ](?:face|head|stomach|chest|back|neck|eye|leg|mouth|ribs|groin)|around[ ]the[ ]head"
    r"|over[ ]the[ ]head"
    r"|off[ ](?:a|the)[ ](?:\w+[ ])?(?:roof|balcony|bridge|pier|cliff|platform|train)|from[ ](?:a"
    r"|the)[ ](?:[\w-]+[ ])?(?:roof|balcony|bridge|window"
    r"|cliff|pier)|down[ ](?:a|the)[ ](?:[\w-]+[ ])?(?:stairs|steps|well)|into[ ](?:a"
    r"|the)[ ](?:[\w-]+[ ])?(?:river|canal|harbour|lake|van|boot|path|road)"
    r"|under[ ](?:a|the)[ ](?:train|bus|lorry)|at[ ](?:knifepoint|gunpoint)|and[ ](?:raped|killed|robbed|stabbed"
    r"|assaulted|molested)"
    r"|on[ ]fire|alight)\b"
)
_REACH = 120  # code points
Kind = Literal["deed", "idiom", "noun"]


class Accusation(NamedTuple):
    """Who is said to have done a crime, the item of the word that says so, its range in the sentence, and how."""

    subject: Subject
    at: int
    start: int
    end: int
    kind: Kind
    frame: str
    form: str


def find_accusations(text: str, clause: Clause, is_headline: bool = False) -> Iterator[Accusation]:
    """Yield what a sentence says of crimes and who did them, in the order of the verbs."""
    items = clause.items
    for at, item in enumerate(items):
        if item.kind == "word":
            made = (_of_verb(text, clause, at, verb, is_headline) for verb in verbs().get(item.lower, ()))
            found = next(filter(None, made), None)
            if found is None and item.lower in _UNLAWFULLY:
                found = _of_adverb(items, at)
            if found is not None:
                yield found
    yield from _of_idioms(text, items)
    yield from _of_nouns(text, items)


def _of_verb(text: str, clause: Clause, at: int, verb: Verb, is_headline: bool) -> Accusation | None:
    items = clause.items
    last = _after_particles(items, at, verb.particles)
    if last is None or is_negated(items, at):
        return None
    passive = "participle" in verb.form and (is_passive(items, at) or _is_reduced(items, at))
    if passive:
        subject = agent_of(items, last) if _suits_passive(text, clause, at, verb) else None
    elif _fits(text, clause, last, verb, at):
        subject = _active(items, at, verb.form, is_headline)
    else:
        return None
    if subject is None:
        return None
    return Accusation(subject, at, items[at].start, items[last].end, "deed", verb.frame, verb.form)


def _active(items: Sequence[Item], at: int, form: str, is_headline: bool) -> Subject | None:
    forms = form.split("+")
    if "past" in forms or ("third" in forms and is_headline):
        return subject_of(items, at, "past")
    if "third" in forms or "base" in forms:
        present = subject_of(items, at, "past")
        if present is not None and present.kind == "proper":
            return present
    if "participle" in forms:
        has = any(item.lower in HAVE for item in items[max(0, at - 4) : at])
        return subject_of(items, at, "past") if has else None
    return subject_of(items, at, forms[0]) if forms[0] in ("ing", "base") else None


def _after_particles(items: Sequence[Item], at: int, particles: Sequence[str]) -> int | None:
    """Return the last item of a verb with its particles, or None where they do not follow."""
    for particle in particles:
        at += 1
        if at >= len(items) or items[at].lower != particle:
            return None
    return at


def _is_reduced(items: Sequence[Item], at: int) -> bool:
    """Tell whether a participle has no auxiliary: “the money stolen by Pell”."""
    return at + 1 < len(items) and items[at + 1].lower == "by" and at > 0 and items[at - 1].kind != "mark"


def _suits_passive(text: str, clause: Clause, at: int, verb: Verb) -> bool:
    """Tell whether a passive has a victim or goods as its subject: its last noun or name before the verb."""
    if verb.frame in ("victim", "robbed"):
        return True
    if verb.frame == "violence":
        return _VIOLENT.search(text, clause.items[at].end, clause.items[at].end + _REACH) is not None
    known = nouns_of(verb.frame)
    return any(item.lower in known or _is_money(item) for item in clause.items[max(0, at - 14) : at])


def _fits(text: str, clause: Clause, last: int, verb: Verb, at: int) -> bool:
    """Tell whether the object of a verb, behind it or before its subject, is what makes it a crime."""
    return _fits_behind(text, clause, last, verb) or _fits_before(text, clause, at, verb)


def _fits_before(text: str, clause: Clause, at: int, verb: Verb) -> bool:
    """Tell whether a verb has its object before its subject: “the money that Pell stole”."""
    items = clause.items
    while at > 0 and (items[at - 1].lower in HAVE or items[at - 1].lower in ("also", "then")):
        at -= 1
    if at < 3 or items[at - 1].kind not in ("person", "proper") or verb.frame in WEAK:
        return False
    last = at - 2 - (items[at - 2].lower in ("that", "which", "whom", "who"))
    if items[last].kind != "word" and not _is_money(items[last]):
        return False
    is_money = verb.frame == "goods" and _is_money(items[last])
    return is_money or (items[last].lower in nouns_of(verb.frame) and items[at - 1].lower not in PREPOSITIONS)


def _fits_behind(text: str, clause: Clause, last: int, verb: Verb) -> bool:
    items = clause.items
    phrase = phrase_after(items, last)
    if not phrase:
        is_taken = verb.frame == "goods" and items[last].lower.startswith(_STEALING)
        return is_taken and items[min(last + 1, len(items) - 1)].lower == "from"
    while len(phrase) > 1 and (items[phrase[-1]].lower in _TIMES or items[phrase[-1]].lower.endswith("ly")):
        phrase = phrase[:-1]
    words = " ".join(items[at].lower for at in phrase)
    if verb.frame in ("victim", "violence"):
        is_violent = verb.frame == "victim" or _VIOLENT.search(text, items[last].end, items[last].end + _REACH)
        return bool(is_violent) and _is_person(clause, phrase)
    if verb.frame == "robbed":
        return _is_robbed(clause, phrase, verb)
    if verb.frame == "goods":
        return _are_goods(clause, phrase, verb)
    if verb.frame == "trade" and not _ILLICIT.isdisjoint(items[at].lower for at in phrase):
        return items[last].lower.startswith(_SELLING)
    if verb.frame == "fires" and items[phrase[0]].lower != "the":
        return False
    return _ends_with(words, nouns_of(verb.frame)) or any(items[at].lower in nouns_of(verb.frame) for at in phrase[-1:])


def _ends_with(words: str, known: frozenset[str]) -> bool:
    parts = words.split(" ")
    return any(" ".join(parts[-size:]) in known for size in (1, 2, 3)) or _before_of(parts, known)


def _before_of(parts: Sequence[str], known: frozenset[str]) -> bool:
    """Tell whether a noun stands before “of”: “thousands of pounds”, “the murder of his wife”."""
    return "of" in parts and parts[parts.index("of") - 1] in known


def _is_person(clause: Clause, phrase: Sequence[int]) -> bool:
    items, last = clause.items, phrase[-1]
    head = items[last]
    people = groups()["people"]
    if head.kind == "person":
        return True
    if head.kind == "proper":
        return len(phrase) > 1 and items[last - 1].lower in people
    if head.lower in groups()["pronouns"] and len(phrase) == 1:
        return True
    words = " ".join(items[at].lower for at in phrase)
    if _ends_with(words, people) or head.lower.endswith(("-year-old", "-year-olds", "-old")):
        return True
    return head.lower.partition("-")[2] in people or any(items[at].lower in people for at in phrase[-2:-1])


def _is_robbed(clause: Clause, phrase: Sequence[int], verb: Verb) -> bool:
    items = clause.items
    words = " ".join(items[at].lower for at in phrase)
    if _is_person(clause, phrase) or _ends_with(words, nouns_of("robbed")):
        after = items[phrase[-1] + 1 : phrase[-1] + 6]
        return not any(item.lower in _ROBBED_OF for item in after)
    is_told = items[phrase[-1]].kind == "proper" and not verb.particles
    return is_told or any(_is_money(items[at]) for at in phrase)


def _is_money(item: Item) -> bool:
    return item.lower[:1] in "£$€₹" and len(item.lower) > 1


def _are_goods(clause: Clause, phrase: Sequence[int], verb: Verb) -> bool:
    items = clause.items
    words = [items[at].lower for at in phrase]
    if not _NO_GOODS.isdisjoint(words):
        return False
    is_load = items[phrase[0] - 1].lower.startswith("smuggl") and _NO_LOAD.isdisjoint(words)
    if is_load or not _ILLICIT.isdisjoint(words):
        return True
    if words in (["it"], ["them"]) and items[phrase[0] - 1].lower.startswith(_STEALING):
        known = nouns_of("goods")
        return any(item.lower in known or _is_money(item) for item in items)
    is_money = any(_is_money(items[at]) for at in phrase)
    is_goods = is_money or _ends_with(" ".join(words), nouns_of("goods"))
    if verb.frame == "goods" and items[phrase[0] - 1].lower.startswith(_DOUBTFUL):
        after = {item.lower for item in items[phrase[-1] : phrase[-1] + 12]}
        is_owned = any(word.endswith(("’s", "s’")) for word in words) or not _HELD.isdisjoint(words)
        return (is_goods and is_owned) or (
            is_goods and bool(after & {"own", "himself", "herself", "charity’s", "secret", "offshore", "gambling"})
        )
    if is_goods:
        return True
    rest = items[phrase[-1] + 1 : phrase[-1] + 3]
    return any(item.lower in _AFTER_GOODS for item in rest) and items[phrase[0] - 1].lower.startswith(_STEALING)


# Money of others, by its name.
_HELD = frozenset("donations takings inheritance taxpayers".split())
_ILLICIT = frozenset("stolen fake forged counterfeit bogus smuggled".split())
_SELLING = ("sell", "sold", "suppl", "deal", "pass", "import", "handl", "peddl")
_NO_LOAD = frozenset("joke jokes line lines reference references message messages note notes smile it them".split())
# What is done to money every day, and what is always a theft.
_DOUBTFUL = (
    "divert",
    "funnel",
    "drain",
    "empt",
    "hid",
    "pinch",
    "nick",
    "swip",
    "snatch",
    "pocket",
    "plunder",
    "skim",
    "fence",
)
_STEALING = ("steal", "stole", "embezzl", "pilfer", "misappropriat", "filch", "purloin", "siphon", "syphon", "launder")


_UNLAWFULLY = frozenset("illegally unlawfully fraudulently corruptly criminally feloniously".split())


def _of_adverb(items: Sequence[Item], at: int) -> Accusation | None:
    """Return what an adverb makes a crime: “illegally tipped off his brother”."""
    verb = at + 1
    if verb >= len(items) or items[verb].kind != "word" or is_negated(items, verb) or is_passive(items, verb):
        return None
    form = "ing" if items[verb].lower.endswith("ing") else "past"
    if form == "past" and not items[verb].lower.endswith(("ed", "t", "ew", "ook", "old", "ave", "ent", "id", "un")):
        return None
    subject = subject_of(items, verb, form)
    return subject and Accusation(subject, at, items[at].start, items[verb].end, "deed", "adverb", form)


def _of_idioms(text: str, items: Sequence[Item]) -> Iterator[Accusation]:
    for match in expressions("idioms").finditer(text):
        at = next((at for at, item in enumerate(items) if item.start == match.start()), None)
        if at is None or is_negated(items, at):
            continue
        form = form_of(items[at].lower)
        if form != "ing" and is_passive(items, at):
            continue
        subject = _active(items, at, form, False)
        if subject is not None:
            yield Accusation(subject, at, match.start(), match.end(), "idiom", "idiom", form)


_ACTS = groups
_BEHIND = frozenset("behind".split())
_BLAMED = frozenset("guilty responsible".split())
_POSSESSED = frozenset(
    """guilt victims crimes theft thefts fraud frauds embezzlement swindle scam scams bribery blackmail rapes murders
    robberies burglaries lies arson perjury racket extortion forgeries killings misdeeds thieving stealing
    fraudulent""".split()
)
_OF_VICTIM = frozenset("murder rape killing stabbing beating shooting poisoning kidnapping strangling".split())


def _of_nouns(text: str, items: Sequence[Item]) -> Iterator[Accusation]:
    """Yield “Pell was behind the robbery”, “is guilty of”, “Pell’s victims”, “the murder of Reed by Pell”."""
    for at, item in enumerate(items):
        if item.lower in ("behind", "guilty", "responsible") and at > 0 and not is_negated(items, at):
            subject = _of_copula(items, at)
            if subject is not None:
                yield Accusation(subject, at, item.start, item.end, "noun", "noun", "past")
        elif item.lower in _DONE and (subject := _of_deed(items, at)) is not None:
            yield Accusation(subject, at, item.start, item.end, "noun", "noun", "past")
        elif item.lower in ("his", "her") and at + 2 < len(items) and items[at + 2].lower in ("of", "from"):
            noun = items[at + 1]
            if noun.lower in _DONE:
                yield Accusation(Subject(at, "pronoun"), at + 1, noun.start, noun.end, "noun", "noun", "past")
        elif item.kind == "person":
            found = _of_owner(text, items, at)
            if found is not None:
                yield found


_DONE = frozenset(
    """theft murder killing rape robbery burglary stabbing shooting strangling poisoning kidnapping embezzlement
    fraud burning bombing abuse beating molestation smuggling bribery blackmail forgery slaying arson mugging
    defrauding looting grooming doping""".split()
)
_FARTHEST = 12  # items


def _of_deed(items: Sequence[Item], at: int) -> Subject | None:
    """Return by whom a noun says that something was done: “the theft of 200 lambs by Pell”."""
    if at == 0 or items[at - 1].lower in ("of", "with", "for", "alleged", "against", "suspected", "about"):
        return None
    if items[at].lower.endswith("ing") and items[at + 1 : at + 2] and items[at + 1].lower not in PREPOSITIONS:
        return None  # “killing all on board a boat run by Acme”
    for by in range(at + 1, min(at + _FARTHEST, len(items))):
        if items[by].lower == "by":
            if by - at > 1 and items[by - 1].lower.endswith("ed"):
                return None
            return agent_of(items, by - 1)
        if items[by].kind == "mark" or (items[by].lower in PREPOSITIONS - {"of", "from", "in", "on", "at", "and"}):
            return None
    return None


def _of_copula(items: Sequence[Item], at: int) -> Subject | None:
    before = at
    while before > 0 and (items[before - 1].lower.endswith("ly") or items[before - 1].lower in ("also", "the", "one")):
        before -= 1
    if before == 0 or items[before - 1].lower not in BE:
        return None
    word = items[at].lower
    following = [item.lower for item in items[at + 1 : at + 9]]
    acts = groups()["deed"] | {"crime", "death", "deaths"}
    if word == "guilty":
        fits = following[:1] == ["of"]
    else:
        fits = any(each in acts for each in following) and (word == "behind" or following[:1] == ["for"])
        fits = fits and not {"response", "responding", "inquiry", "investigation", "for"} & set(following[1:3])
    return subject_of(items, before - 1, "past") if fits else None


def _of_owner(text: str, items: Sequence[Item], at: int) -> Accusation | None:
    """Return what a possessive says: “Pell’s victims”, “Pell’s murder of his wife”."""
    if items[at].kind != "person" or text[items[at].end : items[at].end + 2] not in ("’s", "'s"):
        return None
    for next_at in range(at + 1, min(at + 5, len(items))):
        word = items[next_at].lower
        if word in ("’", "s", "’s", "'"):
            continue
        after = items[next_at + 1].lower if next_at + 1 < len(items) else ""
        if word in _POSSESSED and after not in ("case", "trial", "charge", "charges", "claim", "claims", "victim"):
            return Accusation(
                Subject(at, "person"), next_at, items[next_at].start, items[next_at].end, "noun", "noun", "past"
            )
        if word in _OF_VICTIM and after == "of":
            return Accusation(
                Subject(at, "person"), next_at, items[next_at].start, items[next_at].end, "noun", "noun", "past"
            )
        if items[next_at].kind == "mark" or word in PREPOSITIONS:
            return None
    return None
