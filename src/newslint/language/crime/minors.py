"""Find children whom a text names or makes recognisable, by an age under eighteen beside a name or a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.language.crime.clauses import Clause, Item
from newslint.language.crime.expressions import expressions
from newslint.patterns import pattern
from newslint.records import NamedTuple

_OF_AGE = 18
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split()
)
AGES = {**{str(age): age for age in range(_OF_AGE)}, **{word: age for age, word in enumerate(_WORDS, 1)}}
# Single words, in small letters, without one of which a text names no age of a child.
AGE_WORDS = frozenset(AGES) | frozenset(
    "schoolboy schoolgirl toddler schoolchild born juvenile boy girl child grader pupil turns turned reaches".split()
)
_CHILD = frozenset("schoolboy schoolgirl toddler schoolchild".split())
_YOUNG = frozenset("boy girl child schoolgirl schoolboy pupil juvenile minor".split())
_ROLES = frozenset(
    """boy girl child teenager pupil suspect defendant victim witness youth youngster accused student schoolboy
    schoolgirl brother sister son daughter twin toddler juvenile complainant apprentice nephew niece cousin grandson
    granddaughter stepson stepdaughter lad lass kid minor pair defendants suspects victims witnesses boys girls
    children teenagers
    pupils youths brothers sisters twins sons daughters friends classmates""".split()
)
_AGED = pattern(r"(?<!\w)(\d{1,2}|[a-z]{3,9})-(?:year|month)-old\b")
_BORN = pattern(r"\b[Bb]orn[ ]in[ ](?:[A-Z]\w+[ ])?((?:19|20)\d\d)\b")
_NO_AGES = frozenset(
    "months weeks days minutes hours miles metres times others people of per percent goals points the".split()
)
_LAST_YEAR = 13  # of school
_GRADERS = ("-grader", "-graders")
_BEFORE_AGES = frozenset("aged age only just at is was a".split())
_SMALL = frozenset("only just now still aged".split())
_ENDS = frozenset(", ) . ; — – and is years ( has was when but".split())
_REACH = 3
_LONG_REACH = 6
_FAR = 9
_AFTER, _BEFORE = 12, 40  # code points between a year of birth and a name


class Minor(NamedTuple):
    """A child: the item of the name or of the noun, whether it is a name, and the range that shows the age, too."""

    at: int
    is_named: bool
    start: int
    end: int


def find_minors(text: str, clause: Clause, born_after: int | None) -> Iterator[Minor]:
    """Yield the children of a sentence, each once; who was born in or after a year is one where it is given."""
    items = clause.items
    seen = set()
    for at, item in enumerate(items):
        if item.kind == "person":
            found = _aged(items, at) or (None if born_after is None else _born(text, items, at, born_after))
        else:
            found = _noun(items, at) if item.kind == "word" else None
            found = found and (_apposed_name(items, found) or found)
            found = found or (_named_young(items, at) if item.lower in _YOUNG else None)
        if found is not None and found.at not in seen:
            seen.add(found.at)
            yield found


# What stands between a child's noun and the name, and what tells that the name is a speaker's.
_CALLED = frozenset("named called identified as by police known".split())
_SPEAKING = frozenset("said says told tells added adds asked wrote heard".split())


def _apposed_name(items: Sequence[Item], found: Minor) -> Minor | None:
    """Return a child whose name follows noun and age: “a 16-year-old girl, Ana Roe, was”, “Boy, 12, Ben Roe”."""
    last = next(at for at, item in enumerate(items) if item.end >= found.end)
    name = _name_behind(items, last)
    return None if name is None else Minor(name, True, found.start, items[name].end)


def _named_young(items: Sequence[Item], at: int) -> Minor | None:
    """Return a child whose name follows a noun alone: “the boy, Ben Roe, was”, “a girl named as Ana Roe”."""
    name = _name_behind(items, at) if items[at + 1 : at + 2] and items[at + 1].kind != "person" else None
    return None if name is None else Minor(name, True, items[at].start, items[name].end)


def _name_behind(items: Sequence[Item], last: int) -> int | None:
    """Return the name that stands behind a noun in apposition, or behind “named”; not a speaker's."""
    at = last + 1
    while (
        at < len(items)
        and at - last <= _LONG_REACH
        and (items[at].lower in _CALLED or items[at].lower in (",", "—", "–", "("))
    ):
        at += 1
    if at >= len(items) or items[at].kind != "person" or at == last + 1:
        return None
    after = items[at + 1].lower if at + 1 < len(items) else "."
    return None if after in _SPEAKING or after in ("’s", "'s") else at


def find_young(clause: Clause) -> Iterator[Minor]:
    """Yield the children who are told by a noun alone: “the girl”."""
    items = clause.items
    for at in range(1, len(items)):
        if items[at].lower in _YOUNG and items[at - 1].lower in ("the", "a", "this", "that"):
            yield Minor(at, False, items[at].start, items[at].end)


def find_details(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of what makes somebody recognisable: school, team, relatives by name, street."""
    for match in expressions("details").finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip())


def age_of(word: str) -> int | None:
    """Return the age under eighteen that a word or a figure gives, or None."""
    made = _AGED.fullmatch(word)
    return AGES.get(made[1] if made else word)


def _is_old(word: str) -> bool:
    """Tell whether a word is such as “15-year-old”, of a child."""
    return _AGED.fullmatch(word) is not None and age_of(word) is not None


def _aged(items: Sequence[Item], at: int) -> Minor | None:
    """Return a named person with an age: “Roe, 15,”, “Roe (15)”, “15-year-old Roe”, “Roe, who at nine is”."""
    before = items[at - 1].lower if at else ""
    if before in _CHILD or before.endswith(_GRADERS):
        return Minor(at, True, items[at - 1].start, items[at].end)
    for back in range(at - 1, max(-1, at - _REACH - 1), -1):
        word = items[back].lower
        if items[back].kind == "mark" or word in ("of", "and", "by", "with"):
            break
        if _is_old(word) and "month" not in word:
            return Minor(at, True, items[back].start, items[at].end)
    turned = [item.lower for item in items[max(0, at - _LONG_REACH) : at]]
    if "turned" in turned and any(age_of(word) is not None for word in turned[turned.index("turned") :]):
        return Minor(at, True, items[at].start, items[at].end)
    after = [item.lower for item in items[at + 1 : at + 10]]
    size = _age_after(after)
    return Minor(at, True, items[at].start, items[at + size].end) if size else None


def _age_after(after: Sequence[str]) -> int:
    """Return how many words behind a name give an age under eighteen, 0 where none do."""
    if len(after) > 1 and after[0] in ("is", "was"):
        return _age_told(after)
    if size := _age_to_come(after):
        return size
    if len(after) < 2 or after[0] not in (",", "(", "—", "–"):
        return 0
    if after[1] in ("a", "the", "an") and any(word in _CHILD for word in after[2:5]):
        return next(place for place, word in enumerate(after) if word in _CHILD) + 1
    return _year_within(after) or _age_within(after)


_COMING = frozenset("turn turns turning reaches reach".split())
_SOON = frozenset("next in on tomorrow later this soon".split())


def _age_to_come(after: Sequence[str]) -> int:
    """Return where a birthday to come gives the age: “, who turns 17 next month”; who turns 18 is not 18 yet."""
    place = next((place for place, word in enumerate(after[:_LONG_REACH]) if word in _COMING), None)
    if place is None or place + 2 >= len(after) or after[0] not in (",", "who", "will", "turns"):
        return 0
    is_child = AGES.get(after[place + 1]) is not None or after[place + 1] in ("18", "eighteen")
    return place + 2 if is_child and after[place + 2] in _SOON else 0


def _age_told(after: Sequence[str]) -> int:
    """Return where an age is told by a verb: “is only 14”."""
    place = 1
    while place < len(after) - 1 and after[place] in _SMALL:
        place += 1
    is_end = place + 1 >= len(after) or after[place + 1] in _ENDS
    return place + 1 if AGES.get(after[place]) is not None and is_end else 0


def _year_within(after: Sequence[str]) -> int:
    """Return where an apposition gives a year of school: “, both in year 8”."""
    for place in range(1, min(_REACH + 2, len(after) - 1)):
        if after[place] in ("year", "grade") and after[place + 1].isdigit() and int(after[place + 1]) < _LAST_YEAR:
            return place + 2
    return 0


def _age_within(after: Sequence[str]) -> int:
    """Return where an age stands in an apposition: “, 15,”, “, aged nine”, “, who at nine is”."""
    for place, word in enumerate(after[1:], 1):
        if place > 1 and word in (",", ")", ".", ";", "—", "–"):
            return 0
        if age_of(word) is None:
            continue
        following = after[place + 1] if place + 1 < len(after) else "."
        if following in _NO_AGES or "month" in word:
            return 0
        is_plain = (place == 1 or after[place - 1] in _BEFORE_AGES) and following in _ENDS
        return place + 1 if is_plain or (word.endswith("-old") and place <= _REACH + 1) else 0
    return 0


def _born(text: str, items: Sequence[Item], at: int, born_after: int) -> Minor | None:
    """Return a named person whose year of birth stands beside the name."""
    start, end = items[at].start, items[at].end
    for match in _BORN.finditer(text):
        is_near = -_BEFORE < start - match.end() < _AFTER or 0 <= match.start() - end < _AFTER
        if int(match[1]) >= born_after and is_near:
            return Minor(at, True, min(match.start(), start), max(match.end(), end))
    return None


def _noun(items: Sequence[Item], at: int) -> Minor | None:
    """Return a child who is told by a noun: “the boy, 15,”, “a 15-year-old girl”, “the 14-year-old”."""
    word = items[at].lower
    if not _is_old(word):
        return _role(items, at) if word in _ROLES and at + 2 < len(items) else None
    after = items[at + 1 : at + 3]
    if any(item.kind == "person" for item in after):
        return None
    role = next((place for place, item in enumerate(after, at + 1) if item.lower in _ROLES), at)
    return Minor(at, False, items[at].start, items[role].end)


def _role(items: Sequence[Item], at: int) -> Minor | None:
    """Return a child whose age follows a noun: “the boy, 15,”, “a girl of four”, “the complainant is 14”."""
    both = items[at + 2].lower in ("both", "each", "aged", "all") and at + 3 < len(items)
    at += both
    word = items[at + 2].lower
    following = items[at + 3].lower if at + 3 < len(items) else "."
    if AGES.get(word) is not None:
        is_apposed = (both or items[at + 1].lower in (",", "(")) and following in (",", ")", ".", ";")
        is_of = items[at + 1].lower in ("of", "aged") and following not in _NO_AGES
        return Minor(at - both, False, items[at - both].start, items[at + 2].end) if is_apposed or is_of else None
    at -= both
    for place in range(at + 1, min(at + _FAR, len(items) - 1)):
        if place > at + 1 and items[place].kind == "mark" and items[place + 1].lower != "who":
            return None
        if items[place].lower in ("is", "was", "turned") and AGES.get(items[place + 1].lower, 1) > 1:
            is_end = place + 2 >= len(items) or items[place + 2].lower in _ENDS
            return Minor(at, False, items[at].start, items[place + 1].end) if is_end else None
    return None
