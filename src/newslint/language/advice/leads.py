"""Who is told to do something: what stands before the verb of an order, a recommendation or a judgement."""

from __future__ import annotations

from functools import cache

from newslint.language.advice.words import Group, Words, read_groups

_REACH = 12  # words between whom a sentence speaks to and the verb
_FAR = 25  # words of a condition before an order
_SPACED = ":;–—(•"


@cache
def group(name: str) -> Group:
    """Return a group of the words that advice on any matter is made of."""
    return read_groups("general")[(name,)]


def find_lead(words: Words, at: int, *, is_gerund: bool = False) -> int | None:
    """Return where a piece of advice begins whose verb stands at a place, or None where nobody is told to do it."""
    before = _skip_adverbs(words, at)
    if words.said[before : before + 1] == ("be",) and words.said[at] in _PARTICIPLES:
        return None  # what must be put somewhere is told of, not to
    if words.said[at] in group("recommending"):
        return before if before >= 0 and words.said[before] in group("own") else None
    if is_gerund:
        return _lead_of_gerund(words, before, at)
    if before < 0 or _opens(words, before + 1):
        return _lead_of_order(words, before + 1)
    is_infinitive = words.said[before] == "to"
    readers = (_addressed, _judged, _recommended) if is_infinitive else (_addressed, _asked, _joined)
    found = next((lead for read in readers if (lead := read(words, before)) is not None), None)
    if found is None and before < at - 1:  # “you can safely stop”
        found = _addressed(words, at - 1)
    return found if found is not None or is_infinitive else _lead_of_order(words, before + 1)


_PARTICIPLES = frozenset("put cut shed bet".split())


def _skip_adverbs(words: Words, at: int) -> int:
    """Return the place before a verb and its adverbs."""
    place = at - 1
    while place >= 0 and not words.before[place + 1] and (count := words.ends(place, group("adverb"))):
        place -= count
    return place


def _opens(words: Words, at: int) -> bool:
    """Tell whether a clause begins at a place: at a mark, or behind the comma of a condition."""
    marks = words.before[at] if at < len(words.before) else ""
    if at == 0 or any(mark in marks for mark in _SPACED):
        return True
    first = next((place for place in range(at - 1, -1, -1) if any(m in words.before[place] for m in _SPACED)), 0)
    is_condition = "," in marks and at - first <= _FAR and words.said[first] in group("condition")
    return is_condition and not _has_subject(words, first + 1, at)


def _has_subject(words: Words, first: int, at: int) -> bool:
    """Tell whether a comma before a verb ends what is said of its subject: “In May, Lune Ferries, which …, put”."""
    for place in range(first, at):
        if "," not in words.before[place]:
            continue
        if words.said[place] in _RELATIVE:
            return True
        after = next((each for each in range(place, at) if not words.names[each]), at)
        if place < after < at and "," in words.before[after]:
            return True
    return False


_RELATIVE = frozenset("which who whose".split())


def _lead_of_order(words: Words, at: int) -> int | None:
    """Return where an order begins: at its verb, or at the small words that open it."""
    place = at
    while place > 0 and (count := words.ends(place - 1, group("opener"))):
        place -= count
        if _opens(words, place):
            return place
    return at if _opens(words, at) else None


def _addressed(words: Words, before: int) -> int | None:
    """Return where a subject begins that a verb is put to: “you should”, “investors with cash would do well to”."""
    if count := words.ends(before, group("own-modal")):
        own = before - count
        if own >= 0 and words.said[own] in group("own"):
            return own
    count = words.ends(before, group("modal"))
    if not count:
        return None
    last = before - count
    for place in range(last, max(-1, last - _REACH), -1):
        word = words.said[place]
        if (word in group("teller") and not _goes_on(words, place)) or (
            place < last and words.before[place + 1].strip(",")
        ):
            return None
        if word in group("addressee") and (place == last or _is_subject(words, place)) and _is_whom(words, place):
            return place
    return None


def _joined(words: Words, before: int) -> int | None:
    """Return where advice begins whose subject has another verb first: “investors can ignore it and keep adding”."""
    if words.said[before] not in ("and", "or"):
        return None
    found = (_addressed(words, place) for place in range(before - 1, max(-1, before - _REACH), -1))
    return next((lead for lead in found if lead is not None), _joined_order(words, before))


def _joined_order(words: Words, before: int) -> int | None:
    """Return where an order begins that another one goes on with: “skip the tankers and put”."""
    for place in range(before - 1, max(-1, before - _REACH), -1):
        if _opens(words, place):
            return place if words.said[place] in group("imperative") else None
    return None


def _asked(words: Words, before: int) -> int | None:
    """Return where a question begins that puts an act to readers: “Should you buy”, “Should I sell”."""
    place = before
    while place > 0 and before - place < _REACH and words.said[place] not in _ASKING:
        place -= 1
    subject = words.said[place + 1] if words.said[place] in _ASKING and place < before else ""
    return place if subject and (subject in group("addressee") or subject in group("own")) else None


def _is_whom(words: Words, at: int) -> bool:
    """Tell whether “those” are people: “those with cash”, but not “those gains”."""
    following = "".join(words.said[at + 1 : at + 2])
    return words.said[at] != "those" or following in _OF_THOSE or following.endswith("ing")


_OF_THOSE = frozenset(
    "who with without whose in on of at from near over under above below aged still already able willing keen eager"
    " prepared not that should must ought".split()
)


def _goes_on(words: Words, at: int) -> bool:
    """Tell whether a “that” tells more of whom it follows: “adults with a headache that will not shift”."""
    return words.said[at] == "that" and words.said[at + 1 : at + 2] != () and words.said[at + 1] in _FINITE


_FINITE = frozenset("will won does doesn is isn has are keeps lasts hurts comes can cannot do don never".split())
_ASKING = frozenset(["should"])


def _is_subject(words: Words, at: int) -> bool:
    """Tell whether a word may be a subject with more words behind it: no preposition takes it for its own."""
    return at == 0 or words.said[at - 1] not in _PREPOSITIONS


_PREPOSITIONS = frozenset("of to by from with than told for on at among between".split())


def _judged(words: Words, to: int) -> int | None:
    """Return where a judgement of an action begins: “it is wise to”, “now is the time to”, “time to”."""
    place = to - 1
    if place >= 1 and words.said[place] in group("addressee") and words.said[place - 1] == "for":
        place -= 2
    is_linked = place > 0 and words.said[place] in ("is", "s", "be")
    if is_linked:  # “the smart move is to sell”, “the best thing for a cold is to take zinc”
        place = _superlative(words, place - 1)
    if place < 0 or not words.ends(place, group("judging")):
        return None
    if words.said[place] == "right" and place and not is_linked and words.said[place - 1] not in _LINKS:
        return None  # “the right to buy” is somebody's
    start = place
    while start > 0 and not words.before[start].strip(",") and to - start < _REACH:
        start -= 1
        if words.said[start] in ("was", "were", "had", "seemed", "asked", "whether", "wondering", "wondered"):
            return None
    return start


def _superlative(words: Words, last: int) -> int:
    """Return the place of what is best, such as “thing” in “the best thing for a cold”; else the last word's."""
    for place in range(last, max(0, last - _REACH), -1):
        if words.before[place].strip(","):
            break
        if words.said[place - 1] in _BEST and words.said[place] in group("judging"):
            return place
    return last


_LINKS = frozenset("is s be was seems looks feels it not".split())
_BEST = frozenset("best safest simplest easiest smartest wisest only quickest surest first".split())


def _recommended(words: Words, to: int) -> int | None:
    """Return where a recommendation begins that an infinitive follows: “we advise readers to”, “my tip is to”."""
    for place in range(to - 1, max(-1, to - _REACH), -1):
        word = words.said[place]
        if word in group("recommending"):
            return place - 1 if place and words.said[place - 1] in group("own") else None
        if word in group("recommended"):
            return place - 1 if place and words.said[place - 1] in ("my", "our", "best") else None
    return None


def _lead_of_gerund(words: Words, before: int, at: int) -> int | None:
    """Return where advice begins that an -ing follows: “worth buying”, “we recommend selling”, “consider holding”."""
    if before < 0:
        return None
    word = words.said[before]
    if word == "worth":
        return before
    if word == "for" and before and words.said[before - 1] in _CASES:  # “the case for buying”
        # “The ministry’s argument for selling” is the ministry’s.
        is_someones = before > 1 and words.said[before - 2].endswith(("’s", "'s", "s’", "s'"))
        return None if is_someones or words.said[before - 2 : before - 1] in _THEIRS else before - 1
    if word == "in" and words.ends(before - 1, group("pointless")):
        return before - 1
    if word in group("recommending"):
        return before - 1 if before and words.said[before - 1] in group("own") else None
    if word in ("be", "consider", "start", "about", "avoid", "stop", "keep", "am", "are", "m", "re", "of", "by"):
        return _of_helper(words, before)
    return None


_THEIRS = (("their",), ("his",), ("her",), ("its",), ("s",))
_CASES = frozenset("case argument reason reasons".split())


def _of_helper(words: Words, at: int) -> int | None:
    """Return where advice begins whose first verb an -ing follows: “you should be buying”, “stop selling”."""
    if words.said[at] in ("am", "are", "m", "re"):
        own = at - 1
        return own if own >= 0 and words.said[own] in group("own") else None
    found = _addressed(words, at)
    return find_lead(words, at) if found is None else found
