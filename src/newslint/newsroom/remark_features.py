"""The features of a text by which a remark to colleagues, or of a chat assistant, is told from copy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Literal

from newslint.newsroom.remark_words import read_families, split_words
from newslint.patterns import pattern

Place = Literal["bracket", "round", "odd", "shout", "dash", "line", "part", "sentence", "whole"]
"""Where a text stands: in square brackets, in round ones, between odd marks, in capitals, between dashes, alone in its
block, in a short or a long block, or all sentences of a short block together."""
_MARKS = "*_<>[](){}–—-/#+^~= \t\n"
_SHORT, _LONG, _VERY_LONG, _MANY_NAMES = 6, 18, 30, 3  # words
_SIZES = (3, 6, 12, 18, 30, 45)
_MOST = 5  # families that are counted
_SIGNS_IN = ("@", "/", "#", "http", "www", "©", "%", "£", "$", "'")
_TALK = frozenset({"desk me", "desk we", "desk you", "desk slang", "desk time"})


def find_features(text: str, place: Place) -> set[str]:
    """Return the features of a text: its words and pairs of words, their families, its form, and what meets.

    Of sentences that have no word of a remark, nothing is returned: there is too little to weigh.
    """
    words, known = split_words(text), read_families()
    families = known.find(words)
    if place in _OF_COPY and known.told.isdisjoint(families):
        return set()
    forms = {f"form {form}" for form in _find_forms(text)}
    found = {*words, *map(" ".join, pairwise(words)), *families, *forms, f"in {place}"}
    found.update(_find_ends(words))
    found.update(f"words<={size}" for size in _SIZES if len(words) <= size)
    found.update(f"has {sign}" for sign in _SIGNS_IN if sign in text)
    return found | set(_find_meetings({each for each in families if each.startswith("desk ")}, forms, place))


_OF_COPY = frozenset({"line", "part", "sentence", "whole"})


def _find_ends(words: list[str]) -> Iterator[str]:
    if words:
        yield f"^ {words[0]}"
        yield f"{words[-1]} $"
        if len(words) > 1:
            yield f"^ {words[0]} {words[1]}"


def _find_meetings(families: set[str], forms: set[str], place: Place) -> Iterator[str]:
    """Yield how many families there are, and what meets what."""
    for number in range(1, min(len(families), _MOST) + 1):
        yield f"families>={number}"
        yield f"families>={number} in {place}"
    yield from (f"{form} in {place}" for form in forms)
    if families:
        yield from (f"{form} with a family" for form in forms)
    yield f"talk {min(2, len(families & _TALK))}"
    yield from (f"{first} + {second}" for first, second in combinations(sorted(families), 2))


_ASKED = (
    r"can|could|i|i['’]ve|is|are|do|does|have|has|please|pls|this|we|would|you|your|did|what|any|not|don['’]t|need"
    r"|there|if|no"
)
_CAPITALS = pattern(r"(?:[A-Z][A-Z’'/&-]*|\d+)(?: (?:[A-Z][A-Z’'/&-]*|\d+))+[.!?]*\Z")
_LABEL = pattern(r"[A-Z]{2,}(?: [A-Z]{2,}){0,3}\s?[:–—]")
_ADDRESSED = pattern(rf"(?:@\w+|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:,| ?[–—:]| -)\s(?i:{_ASKED})\b")
_SMALL = pattern(r"[a-z]")
_ORDER = pattern(
    r"(?i:please |pls |kindly )?"
    r"(?i:avoid|hold|cut|check|chk|insert|add|trim|delete|leave|use|keep|confirm|verify"
    r"|chase|ask|get|put|move|replace|remove|rewrite|reword|make sure|don['’]t|do not|drop|lose|kill|pull|ring"
    r"|needs?|must|suggest|query|feel free)\b"
)
_NO_SUBJECT = pattern(
    r"(?i:have|has|had|will|won['’]t|not|can['’]t|couldn['’]t|still(?!,)|awaiting|waiting|chasing|ran|moved|too|taken"
    r"|tried|re-?\w{2,12}ed|spoke|copied|lifted|missing|hope|happy|based)\b"
)
_BARE_NOUN = pattern(r"(?i:space|room|more|rest|final|full|for|table|box|blank|pic|photo|image|byline)\b")
_FINITE = pattern(r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|said|says|do|does|did)\b")
_STATED = pattern(r"\b(?:said|says|told|according|was|were|had|who|became|announced)\b")
_NAME = pattern(r" [A-Z][a-z]+")
_SIGNED = pattern(
    r"(?:[–—/-] ?(?:[A-Z]{2,3}|[A-Z][a-z]{1,8})|[a-z.!?] [A-Z]{2,3})[).]?\Z"
    r"|\b(?:[Cc]heers|[Tt]a|[Tt]hanks|[Tt]hx),? ?\w*[.!]?\Z"
)


def _find_forms(text: str) -> Iterator[str]:
    """Yield what is unusual or usual in the form of a text: its beginning, its end, its length."""
    text = text.strip()
    core = text.strip(_MARKS)
    if core != text and not text.startswith(core):
        yield "marks"
    yield from _find_beginnings(core)
    yield from (name for name, regex in (("stated", _STATED), ("finite", _FINITE)) if regex.search(core))
    if _SIGNED.search(text[-20:]) and core != core.upper():
        yield "signed"
    if text[-1:] not in '.!?”"’:)]':
        yield "no stop"
    yield from (name for name, sign in _SIGNS if sign in text)
    yield from (name for name, end in (("question", "?"), ("colon", ":")) if core.endswith(end))
    yield from _measure(core)


def _find_beginnings(core: str) -> Iterator[str]:
    """Yield what the beginning of a text is."""
    if _CAPITALS.match(core):
        yield "capitals"
    if _LABEL.match(core):
        yield "label"
    if _ADDRESSED.match(core):
        yield "addressed"
    if _SMALL.match(core):
        yield "small start"
    if _ORDER.match(core):
        yield "order"
    if _NO_SUBJECT.match(core):
        yield "no subject"
    if _BARE_NOUN.match(core):
        yield "bare noun"


_SIGNS = (("doubled", "??"), ("doubled", "!!"), ("exclaimed", "!"))


def _measure(text: str) -> Iterator[str]:
    words = text.count(" ") + 1
    yield from (name for name, size in (("long", _LONG), ("very long", _VERY_LONG)) if words > size)
    if words <= _SHORT:
        yield "short"
    if len(_NAME.findall(text)) >= _MANY_NAMES:
        yield "names"
