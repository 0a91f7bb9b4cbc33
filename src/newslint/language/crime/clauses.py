"""Cut a sentence into words, names and marks, and say who does what a verb tells.

Nothing is parsed: from a verb it is looked to the left, over what may stand between a verb and its subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from newslint.language.crime.naming import Named
from newslint.language.crime.words import groups
from newslint.patterns import pattern
from newslint.records import NamedTuple

_TOKEN = pattern(r"[£$€₹]?\d++(?:[.,]\d++)*+\w*+(?:-\w++)*+|[^\W\d]\w*+(?:[’'-]\w++)*+(?:(?<=s)[’'](?=\s))?|[^\w\s]")
_NEGATED = frozenset("not never no neither nor without nobody none hardly barely nearly almost".split())
BE = frozenset("is are was were be been being got get getting am isn’t wasn’t weren’t".split())
HAVE = frozenset("has have had having".split())
# Behind these, nobody says that it was so.
MODAL = frozenset("would could might may should must can cannot will shall to if whether unless ought".split())
_DO = frozenset("did does do".split())
_ADVERBS = frozenset(
    """then also later once twice already just even still now first ever soon too often again repeatedly himself
    herself together both always simply merely since previously there actually indeed half literally quietly""".split()
)
PREPOSITIONS = frozenset(
    """of in on at by for with from out about into over under after before between during against among through
    toward towards upon without within across behind beyond near since until till despite throughout amid around
    above below beside besides outside inside off onto via as than like while when where because although though
    so but and or who which that whom whose to if whether""".split()
)
_SUBORDINATE = frozenset(
    """while when as because although though where that which if whether until unless since""".split()
)
_PRONOUNS = frozenset("he she they".split())
_OTHERS = frozenset("i we you it".split())
_OF_COMPANIES = frozenset(
    "founders founder bosses owners owner directors executives managers salesmen staff brokers".split()
)
_OWNING = frozenset("his her their a an two three four another".split())
_CONTROL = frozenset(
    """tried attempted used managed conspired plotted helped went began continued hired paid schemed sought set
    started persuaded turned returned came used worked""".split()
)
_BEFORE_ING = frozenset(
    """after before by while for of on from in when then and kept began started spent years""".split()
)
_APPOSED = frozenset(
    """a an the who whose of from aged also formerly known then himself herself now one his her""".split()
)
_OWNERS = ("’s", "s’", "his", "her", "their")
_LONGEST_APPOSITION = 22  # items
_LONGEST_LEAD = 12

Kind = Literal["word", "person", "proper", "mark", "number", "quoted"]


class Item(NamedTuple):
    """A word, a name as one, a mark or a quotation, with its range in the sentence."""

    start: int
    end: int
    lower: str
    kind: Kind


class Clause(NamedTuple):
    """A sentence cut into items, with the name that each item of a name is."""

    items: tuple[Item, ...]
    names: dict[int, Named]


def cut(text: str, names: Sequence[Named], quoted: Sequence[tuple[int, int]] = ()) -> Clause:
    """Cut a sentence whose names and quoted ranges are known."""
    items: list[Item] = []
    found: dict[int, Named] = {}
    at, upcoming, quotes = 0, list(names), sorted(quoted)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < at:
            continue
        while quotes and quotes[0][1] <= start:
            quotes.pop(0)
        if quotes and quotes[0][0] <= start:
            items.append(Item(start, quotes[0][1], "“", "quoted"))
            at = quotes[0][1]
            continue
        while upcoming and upcoming[0].end <= start:
            upcoming.pop(0)
        if upcoming and upcoming[0].start <= start:
            name = upcoming.pop(0)
            found[len(items)] = name
            items.append(Item(start, name.end, text[start : name.end].lower(), name.kind))
            at = name.end
            continue
        items.append(_item(start, end, match.group()))
    return Clause(tuple(items), found)


def _item(start: int, end: int, word: str) -> Item:
    first = word[0]
    if first.isdigit() or first in "£$€₹":
        return Item(start, end, word.lower(), "number" if "-" not in word else "word")
    return Item(start, end, word.lower().replace("'", "’"), "word" if first.isalnum() else "mark")


class Subject(NamedTuple):
    """Who does what a verb tells: the item of a name, or of a pronoun or a noun, and how that was found."""

    at: int
    kind: Literal["person", "proper", "pronoun", "noun"]


def is_negated(items: Sequence[Item], at: int) -> bool:
    """Tell whether a verb is denied or only possible, by the words right before it."""
    while at > 0 and _is_between(items[at - 1].lower):
        at -= 1
        word = items[at].lower
        if word in _NEGATED or word.endswith("n’t") or (word in MODAL and word != "to"):
            return True
    return at > 0 and (items[at - 1].lower in _NEGATED or items[at - 1].lower in MODAL - {"to"})


def _is_between(word: str) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    return (
        word in BE or word in HAVE or word in _DO or word in _ADVERBS or word in _NEGATED or word in MODAL - {"to"}
        or (word.endswith("ly") and len(word) > 4) or word.endswith("n’t")
    )  # fmt: skip


def is_passive(items: Sequence[Item], at: int) -> bool:
    """Tell whether a form of “be” stands before a verb, with nothing but adverbs and auxiliaries between them."""
    while at > 0 and _is_between(items[at - 1].lower):
        at -= 1
        if items[at].lower in BE:
            return True
    return False


def subject_of(items: Sequence[Item], verb: int, form: str) -> Subject | None:
    """Return who does what a verb in a form tells, or None where that is not clear."""
    at = verb
    while at > 0 and _is_between(items[at - 1].lower):
        at -= 1
    if at == 0:
        return _fronted(items, verb) if form == "ing" else None
    before = items[at - 1]
    if form == "ing" and at == verb:
        return _of_participle(items, verb)
    if before.lower == "to" and form == "base":
        first = max(0, at - _LONGEST_LEAD)
        words = {item.lower for item in items[first:at]}
        taken = (
            place
            for place in range(first + 1, at)
            if items[place].kind == "person" and items[place - 1].lower == "took"
        )
        if (place := next(taken, None)) is not None:
            return Subject(place, "person")  # “it took Pell a minute to kill”
        return matrix(items, at - 1) if words & _CONTROL else None
    return _before(items, at)


def _before(items: Sequence[Item], at: int) -> Subject | None:
    """Return the subject that ends right before an item."""
    before = items[at - 1]
    if before.kind in ("person", "proper"):
        return _named(items, at - 1)
    if before.lower in _PRONOUNS:
        return Subject(at - 1, "pronoun")
    if before.lower in ("who", "that"):
        return _antecedent(items, at - 1)
    if before.lower in (",", ")", "—", "–"):
        return _apposed(items, at - 1) or (matrix(items, at - 1) if before.lower == "," else None)
    if before.lower in ("and", "then", "but", "or"):
        return matrix(items, at - 1)
    if before.lower in _OF_COMPANIES and at > 1 and (owner := _owner(items, at - 2)) is not None:
        return owner
    return _with_another(items, at - 1) if before.kind == "word" else None


def _owner(items: Sequence[Item], at: int) -> Subject | None:
    """Return the name whose founders, bosses or staff do something: “Acme, whose founders faked”."""
    if items[at].lower == "whose":
        return next((Subject(back, "proper") for back in range(at - 1, -1, -1) if items[back].kind == "proper"), None)
    back = at - 1 if items[at].lower in ("s", "’", "two", "three", "former") else at
    return Subject(back, "proper") if back >= 0 and items[back].kind == "proper" else None


def _with_another(items: Sequence[Item], last: int) -> Subject | None:
    """Return the name that is joined with a noun as one subject: “Pell and his brother robbed”."""
    for at in range(last - 1, max(0, last - 5), -1):
        if items[at].kind == "mark" or (items[at].lower in PREPOSITIONS and items[at].lower != "and"):
            return None
        if items[at].lower == "and" and items[at - 1].kind == "person":
            return _named(items, at - 1) if items[at + 1].lower in _OWNING else None
    return None


# What stands between a preposition and a name: “the government of President Fenn”.
_OFFICES = frozenset(
    """president prime minister premier chancellor king queen prince princess emperor general colonel marshal captain
    senator governor mayor mr mrs ms miss dr sir lord lady chairman vice deputy sheriff judge""".split()
)


def _with_office(items: Sequence[Item], at: int) -> int:
    """Return where a name begins with the titles and offices right before it."""
    while at and items[at - 1].lower in _OFFICES:
        at -= 1
    return at


def _named(items: Sequence[Item], at: int) -> Subject | None:
    """Return a name as subject, unless a preposition or a possessive says that it is part of another noun phrase."""
    first = _with_office(items, at)
    if first and items[first - 1].lower in PREPOSITIONS - {
        "after",
        "before",
        "while",
        "when",
        "because",
        "as",
        "and",
        "but",
        "that",
        "though",
        "although",
        "or",
        "where",
        "since",
        "until",
    }:
        return None
    return Subject(at, "person" if items[at].kind == "person" else "proper")


def _antecedent(items: Sequence[Item], at: int) -> Subject | None:
    """Return what “who” or “that” stands for: the name or the noun before it, over an age in commas."""
    last = at - 1
    if last >= 0 and items[last].lower in (",", ")", "—", "–"):
        apposed = _apposed(items, last)
        if apposed is not None:
            return apposed
        last -= 1
    if last < 0:
        return None
    if items[last].kind in ("person", "proper"):
        return Subject(last, "person" if items[last].kind == "person" else "proper")
    if items[last].kind != "word" or items[last].lower in PREPOSITIONS:
        return None
    return Subject(last, "noun") if items[at].lower == "who" or _is_somebody(items[last].lower) else None


def _is_somebody(word: str) -> bool:
    """Tell whether a noun is of people, and not of the month or the fire “that killed three”."""
    known = groups()
    return word.endswith("-old") or any(word in known[each] for each in ("people", "guilty", "doers"))


def _apposed(items: Sequence[Item], close: int) -> Subject | None:
    """Return the name whose apposition or clause a comma, a dash or a bracket closes: “Pell, a builder of 43,”."""
    for at in range(close - 1, max(0, close - _LONGEST_APPOSITION), -1):
        if items[at].lower not in (",", "(", "—", "–") or items[at - 1].kind not in ("person", "proper"):
            continue
        after = items[at + 1]
        if after.kind in ("number", "person", "proper") or after.lower in _APPOSED or after.kind == "word":
            return _named(items, at - 1)
    return None


def _is_cleft(items: Sequence[Item]) -> bool:
    """Tell whether a sentence begins with “It was”."""
    return [item.lower for item in items[:1]] == ["it"] and len(items) > 1 and items[1].lower in BE


def _clefted(items: Sequence[Item], verb: int) -> Subject | None:
    """Return whom a cleft tells to do something: “It was Ana Roe, the treasurer, helping herself”."""
    if len(items) > 2 and items[2].kind == "person" and verb > 2 and items[verb - 1].kind in ("mark", "person"):
        return Subject(2, "person")
    return None


def _of_participle(items: Sequence[Item], verb: int) -> Subject | None:
    before = items[verb - 1].lower
    if _is_cleft(items) and (cleft := _clefted(items, verb)) is not None:
        return cleft
    if before == "for" and verb > 1 and items[verb - 2].kind == "person":
        return Subject(verb - 2, "person")  # “forgive Pell for stealing”
    if before in BE or before in _BEFORE_ING or before == ",":
        return matrix(items, verb - 1) or _fronted(items, verb)
    return None


def _fronted(items: Sequence[Item], verb: int) -> Subject | None:
    """Return the subject behind a clause that stands first: “After stabbing the guard, Pell fled”."""
    comma = next((at for at in range(verb, len(items)) if items[at].lower == ","), len(items))
    if any(item.kind in ("person", "proper") for item in items[: verb - 1]):
        return None
    for at in range(comma + 1, min(comma + 6, len(items))):
        if items[at].kind == "person":
            return Subject(at, "person")
        if items[at].lower in _PRONOUNS:
            return Subject(at, "pronoun")
    return None


def matrix(items: Sequence[Item], until: int) -> Subject | None:
    """Return the subject of the clause that goes on until an item: the first name or pronoun that may be one."""
    start = 0
    found: Subject | None = None
    for at in range(until):
        item = items[at]
        if item.lower in (";", ":") or item.kind == "quoted":
            start, found = at + 1, None
        elif item.lower in _OTHERS or (item.lower in _SUBORDINATE and found is not None and at - found.at > 1):
            return found if item.lower in ("as", "while", "when") and at + 1 == until else None
        elif found is None and item.lower in _PRONOUNS:
            found = Subject(at, "pronoun")
        elif found is None and item.kind in ("person", "proper") and _may_lead(items, start, at):
            found = Subject(at, "person" if item.kind == "person" else "proper")
    return found


def _may_lead(items: Sequence[Item], start: int, at: int) -> bool:
    """Tell whether a name may be the subject of its clause: no preposition stands before it, nor another subject."""
    first = _with_office(items, at)
    before = items[first - 1].lower if first > start else ""
    if before in PREPOSITIONS - {"and", "but", "when", "while", "as", "after", "before"}:
        return False
    after = items[at + 1].lower if at + 1 < len(items) else ""
    return after not in ("’s", "-")


def agent_of(items: Sequence[Item], verb: int) -> Subject | None:
    """Return by whom something was done: the name behind “by” after a passive, over what that one is."""
    for at in range(verb + 1, min(verb + 12, len(items) - 1)):
        if items[at].lower in (".", ";", ":") or items[at].lower in _SUBORDINATE:
            return None
        if items[at].lower == "by":
            return _agent(items, at)
    return None


def _agent(items: Sequence[Item], by: int) -> Subject | None:
    for at in range(by + 1, min(by + 9, len(items))):
        if items[at].kind == "person":
            return Subject(at, "person")
        if items[at].kind == "proper" and not (at + 1 < len(items) and items[at + 1].kind == "word"):
            return Subject(at, "proper")
        if items[at].lower in PREPOSITIONS - {"of", "and"} or items[at].lower in (".", ";"):
            return None
        if items[at].lower == "," and items[at - 1].lower not in groups()["people"]:
            return None
    return None


_ABOUT = frozenset("about around over under nearly almost some between".split())


def _quantifier(items: Sequence[Item], at: int) -> int:
    """Return how many words tell roughly how many: “at least three of the horses”, “up to 40 customers”."""
    words = [item.lower for item in items[at : at + 3]]
    if words[:2] in (["at", "least"], ["at", "most"], ["up", "to"], ["more", "than"], ["less", "than"], ["as", "many"]):
        return 2
    return (
        1 if len(words) > 1 and words[0] in _ABOUT and (items[at + 1].kind == "number" or words[1] in _COUNTED) else 0
    )


_COUNTED = frozenset(
    "two three four five six seven eight nine ten a twenty thirty forty fifty hundreds thousands".split()
)


def phrase_after(items: Sequence[Item], verb: int) -> list[int]:
    """Return the items of the noun phrase behind a verb, as far as the next preposition, mark or clause."""
    found: list[int] = []
    verb += _quantifier(items, verb + 1)
    for at in range(verb + 1, min(verb + 13, len(items))):
        item = items[at]
        if item.kind == "mark" and item.lower not in ("-", "’"):
            break
        if item.kind == "quoted" or item.lower in BE or item.lower in HAVE:
            break
        before = items[at - 1].lower
        if item.lower in PREPOSITIONS or item.lower in MODAL:
            is_inside = item.lower == "of" or (item.lower == "than" and before in ("more", "less", "fewer"))
            is_noun = item.lower in ("will", "can") and before.endswith(_OWNERS)
            if not (found and is_inside) and not is_noun:
                break
        found.append(at)
    return found
