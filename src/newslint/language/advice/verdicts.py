"""Judgements that are meant as tips: “is a strong buy”, “belongs in every portfolio”, “the safest fund you can own”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.language.advice.matters import Matter
from newslint.language.advice.words import Words

_BE = frozenset("rate is are s re looks look remains remain seems seem".split())
_BELONG = frozenset("belong belongs deserve deserves merit merits earn earns earned".split())
_MUST = frozenset("should ought must".split())
_EACH = frozenset("every your any each all most our my no a the".split())
_NEEDS = frozenset("needs need should must ought without deserves".split())
_DONE = frozenset("bought sold held avoided dumped owned".split())
_OFFERED = frozenset("buy own hold invest around available now today".split())
_FITS = frozenset("in into at".split())
_MINE = frozenset("my our".split())
_DETERMINERS = frozenset("a an one the another".split())
_NEAR = 8  # words
_HEDGED = frozenset("not n’t no never hardly isn aren wasn".split())
# A comparison of the past is no tip: “the best-performing fund”, “the top five stocks by turnover”.
_MEASURED = frozenset("performing performer performers selling known year month week quarter day since run by".split())

Found = tuple[int, int]


def find_verdicts(words: Words, matter: Matter, *, has_evidence: bool) -> Iterator[Found]:
    """Yield the first and last word of each judgement of an object that tells readers what to do with it."""
    for at, word in enumerate(words.said):
        found = None
        if count := words.begins(at, matter.idioms):
            found = _of_idiom(words, at, at + count, matter, has_evidence=has_evidence)
        elif word in _BE:
            found = _of_be(words, at, matter, has_evidence=has_evidence)
        elif word in _BELONG or word in _MUST:
            found = _of_belonging(words, at, matter) or _of_passive(words, at, matter, has_evidence=has_evidence)
        elif word in matter.best:
            found = _of_superlative(words, at, matter)
        elif word in _CALLS and at and ":" in words.before[at]:
            found = _of_call(words, at, matter, has_evidence=has_evidence)
        elif word in _MINE:
            found = _of_own(words, at, matter, has_evidence=has_evidence)
        elif word in ("every", "any", "no", "your"):
            found = _of_container(words, at, matter)
        if found:
            yield found


# “Our verdict on Castellan Bank: buy.”
_CALLS = frozenset("buy sell hold avoid accumulate reduce add".split())
_CALLING = frozenset("verdict rating call view recommendation stance tip conclusion advice bottom line".split())
_CALL_REACH = 9  # words


def _of_call(words: Words, at: int, matter: Matter, *, has_evidence: bool) -> Found | None:
    """Read a verdict behind a colon: “our verdict on Castellan Bank: buy”."""
    first = max(0, at - _CALL_REACH)
    is_last = at + 1 >= len(words.said) or bool(words.before[at + 1].strip())
    is_call = not _CALLING.isdisjoint(words.said[first:at]) and not _MINE.isdisjoint(words.said[first:at])
    return (first, at) if is_last and is_call else None


def has_asset(words: Words, first: int, last: int, matter: Matter, *, sure: bool) -> bool:
    """Tell whether an asset is named in some words."""
    return any(asset_at(words, place, matter, sure=sure) for place in range(max(0, first), min(last, len(words.said))))


def asset_at(words: Words, at: int, matter: Matter, *, sure: bool) -> int:
    """Return how many words from a place on name an asset; `sure`: what is much else, too, is taken for one."""
    count = words.begins(at, matter.assets)
    if not count and (sure or _is_owned(words, at)):
        count = words.begins(at, matter.weak)
    follows = words.said[at + count : at + count + 1] if count else ()
    is_other = follows and (follows[0] in matter.not_before or (follows[0] == "of" and words.said[at] in _SINGULAR))
    return 0 if is_other and words.said[at] in matter.weak else count


_SINGULAR = frozenset("share stock bond token holding fund trust dip".split())


def _is_owned(words: Words, at: int) -> bool:
    """Tell whether something is the reader's, or has a name before it: “your gold”, “the Fairholme fund”."""
    return at > 0 and (words.said[at - 1] == "your" or (words.names[at - 1] and not words.is_title))


def has_name(words: Words, first: int, last: int) -> bool:
    """Tell whether a name stands in some words, which begins no sentence unless another name follows."""
    return any(
        words.names[place]
        and (place > 0 or (len(words.names) > 1 and words.names[1]) or words.said[1:2] in (("is",), ("looks",)))
        and words.said[place] not in _NO_NAMES
        for place in range(max(0, first), min(last, len(words.said)))
    )


_NO_NAMES = frozenset("i it this that the he she they we you if at in but and so now there here".split())


def _of_be(words: Words, at: int, matter: Matter, *, has_evidence: bool) -> Found | None:
    """Read “is a strong buy”, “look like a bargain”, “is the stock to own”."""
    judged = has_asset(words, at - _NEAR, at, matter, sure=has_evidence) or (
        has_evidence and has_name(words, at - _NEAR, at)
    )
    judged = judged or (at == 0 and has_evidence and has_name(words, 1, 4))
    judged = judged or (has_evidence and at > 0 and words.said[at - 1] in ("it", "that", "this", "they", "these"))
    for place in range(at + 1, min(len(words.said), at + 7)):
        word = words.said[place]
        if word in _HEDGED or words.before[place] or word in ("who", "that", "which"):
            return None
        count = words.begins(place, matter.verdicts)
        if not count or words.said[place - 1] in ("to", "would"):
            continue
        if word not in matter.praise:
            judged = judged or has_asset(words, at - _NEAR, at, matter, sure=True)
        is_noun = not _DETERMINERS.isdisjoint(words.said[at + 1 : place]) or word not in matter.acts
        if is_noun and _is_noun(words, place + count):
            is_tip = judged or (has_evidence and word not in matter.praise)
            return (max(0, at - 1), place + count - 1) if is_tip else None
    return None


def _is_noun(words: Words, after: int) -> bool:
    """Tell whether a verdict is not the beginning of other words, as in “a buy order”, “a hold up”."""
    return after >= len(words.said) or bool(words.before[after]) or words.said[after] not in _GOES_ON


_GOES_ON = frozenset("order orders side out back in off up over on rating ratings signal zone option call".split())


def _of_belonging(words: Words, at: int, matter: Matter) -> Found | None:
    """Read “belongs in every portfolio”, “deserves a place in your pension”, “should be at the core of any ISA”."""
    for place in range(at + 1, min(len(words.said), at + _NEAR + 3)):
        if place > at + 1 and words.before[place].strip(","):
            return None
        if words.begins(place, matter.containers) and _FITS & set(words.said[at:place]):
            is_open = bool(_EACH & set(words.said[at + 1 : place]))
            return (max(0, at - 1), place) if is_open and _HEDGED.isdisjoint(words.said[at - 2 : place]) else None
    return None


def _of_passive(words: Words, at: int, matter: Matter, *, has_evidence: bool) -> Found | None:
    """Read “the shares should be bought”, “deserve to be held”."""
    if words.said[at] not in _MUST and words.said[at] not in ("deserve", "deserves"):
        return None
    after = at + 1 + (words.said[at + 1 : at + 2] == ("to",)) + (words.said[at + 1 : at + 2] == ("not",))
    if words.said[after : after + 1] != ("be",) or not _DONE & set(words.said[after + 1 : after + 2]):
        return None
    is_object = has_asset(words, at - _NEAR, at, matter, sure=has_evidence) or (
        has_evidence and has_name(words, at - _NEAR, at)
    )
    return (max(0, at - 1), after + 1) if is_object else None


def _of_idiom(words: Words, at: int, after: int, matter: Matter, *, has_evidence: bool) -> Found | None:
    """Read “you can't go wrong with gilts”, “look no further than the Halden fund”."""
    last = min(len(words.said), after + 5)
    by_name = has_evidence and not matter.nameless and has_name(words, after, last)
    named = by_name or has_asset(words, after, last, matter, sure=has_evidence)
    return (at, after) if named and after < len(words.said) else None


def _of_superlative(words: Words, at: int, matter: Matter) -> Found | None:
    """Read “the safest fund you can own”, “the best place for your savings”, “one of the best shares to buy”."""
    if at + 1 >= len(words.said) or words.before[at + 1] or words.said[at + 1] in _MEASURED:
        return None
    end = min(len(words.said), at + 12)
    follows = words.said[at + 1 : end]
    if not _MEASURED.isdisjoint(follows[:3]):
        return None
    if "place" in follows[:2] and any(words.begins(place, matter.money) for place in range(at + 1, end)):
        return (at, end - 1) if {"your", "their", "a", "to"} & set(follows) else None
    if has_asset(words, at + 1, at + 5, matter, sure=True) and _offers(words, at + 1, end):
        return at, min(end, at + 6) - 1
    return None


def _offers(words: Words, first: int, end: int) -> bool:
    """Tell whether words say that something is there to be had: “to buy”, “you can own”, “right now”."""
    for place in range(first + 1, end):
        if words.said[place] in _OFFERED and words.said[place - 1] in ("to", "can", "could", "right", "should", "you"):
            return True
    return False


def _of_own(words: Words, at: int, matter: Matter, *, has_evidence: bool) -> Found | None:
    """Read “our top pick is Roe & Lind”, “my tip for the year remains gold”."""
    picks = {"pick", "picks", "tip", "tips", "bet", "choice", "favourite", "favorite"} & set(
        words.said[at + 1 : at + 5]
    )
    if not picks:
        return None
    pick = next(place for place in range(at + 1, at + 5) if words.said[place] in picks)
    for place in range(pick + 1, min(len(words.said), pick + 7)):
        if words.said[place] in _BE or ":" in words.before[place]:
            last = min(len(words.said), place + 6)
            named = has_asset(words, place, last, matter, sure=has_evidence) or (
                has_evidence and has_name(words, place, last)
            )
            return (at, place) if named else None
    return None


def _of_container(words: Words, at: int, matter: Matter) -> Found | None:
    """Read “every portfolio needs a little gold”, “no portfolio is complete without it”."""
    for place in range(at + 1, min(len(words.said), at + 4)):
        if count := words.begins(place, matter.containers):
            after = place + count
            needs = [each for each in range(after, min(len(words.said), after + 5)) if words.said[each] in _NEEDS]
            is_none = words.said[at] == "no"
            if needs and is_none == (words.said[needs[0]] == "without"):
                return at, needs[0]
    return None
