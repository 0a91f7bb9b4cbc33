"""Tell remarks to colleagues, or those of a chat assistant, from copy, by what was learned from both.

A text is rated by the weights of its features: how much more often each stands in remarks than in published copy. The
weights are of a logistic regression, fitted by `tools/fit_remarks.py`; a bar for each place says from which sum on a
text is likely a remark, and from which it is sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from operator import ge
from pathlib import Path

from newslint.language.units.sentences import split_sentences
from newslint.newsroom.remark_features import Place, find_features
from newslint.newsroom.remark_words import REGISTERS, Register, read_families, split_words
from newslint.patterns import pattern
from newslint.records import NamedTuple

_WEIGHTS = Path(__file__).with_name("lexicons") / "remarks.tsv"
_HUNDREDTHS = 100
_LONGEST = 320  # code points
_LINE_WORDS, _PART_WORDS = 45, 70  # of a block that is a line, and a short one
_MOST_SENTENCES = 5  # of a remark that is a block
_FEW = 2  # spaces
_QUOTED = '“”"„«'
Cuts = tuple[tuple[int, int], ...]
"""Where the sentences of a text begin and end."""


class Weights(NamedTuple):
    """The weights of features, and the bars of places, each for the desk and for an assistant."""

    features: Mapping[str, tuple[int, ...]]
    likely: Mapping[str, tuple[int, ...]]
    sure: Mapping[str, tuple[int, ...]]


class Remark(NamedTuple):
    """A range of a block that is likely a remark, and whether it surely is."""

    start: int
    end: int
    is_sure: bool


@cache
def read_weights() -> Weights:
    """Read the weights: lines of `feature`, and one weight for each register in hundredths."""
    found: dict[str, dict[str, tuple[int, ...]]] = {"likely": {}, "sure": {}, "": {}}
    for line in _WEIGHTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            name, *weights = line.split("\t")
            bar, _, place = name.partition(" bar of ")
            values = tuple(map(int, weights))
            found[bar if place else ""][place or name] = values
    return Weights(found[""], found["likely"], found["sure"])


# Two checks rate the same texts of an article one after the other.
@lru_cache(maxsize=2048)
def rate(text: str, place: Place) -> tuple[int, ...]:
    """Return how likely a text is a remark, for each register: hundredths of the logarithm of odds."""
    features = find_features(text, place)
    if not features or not _OF_COPY.isdisjoint(features):
        return _NEVER
    weights = read_weights().features
    known = (weights[feature] for feature in weights.keys() & features)
    return tuple(map(sum, zip(weights["(always)"], *known, strict=True)))


# What a published text says of itself and to its readers.
_OF_COPY = frozenset({"desk copy", "assistant copy"})
_NEVER = tuple(-10_000 for _ in REGISTERS)


def judge(text: str, place: Place, register: Register) -> bool | None:
    """Tell whether a text is surely a remark, only likely one (False), or none (None)."""
    number = REGISTERS.index(register)
    points, weights = rate(text, place)[number], read_weights()
    if points < weights.likely[place][number]:
        return None
    return points >= weights.sure[place][number]


def find_remarks(text: str, register: Register, sentences: Cuts | None = None) -> Iterator[Remark]:
    """Yield the sentences of a block, and what stands between marks in it, that are likely remarks.

    `sentences` tells where those are, if that is known already.
    """
    judged = [
        Remark(start, end, verdict)
        for start, end, place in _find_likely(text, sentences)
        if (verdict := judge(text[start:end], place, register)) is not None
    ]
    for each in judged:
        # Of a sentence with a remark further on in it, the remark is shown.
        if not any(each.start + _LED_IN < other.start and other.end <= each.end for other in judged):
            yield each


_LED_IN = 24  # code points of a sentence before what is inserted in it


# One check asks for the remarks of one register, another for those of the other; nearly no text has any.
@lru_cache(maxsize=512)
def _find_likely(text: str, sentences: Cuts | None) -> tuple[tuple[int, int, Place], ...]:
    """Return the ranges of a block that are likely remarks of some register."""
    bars = read_weights().likely
    units = find_units(text, sentences)
    return tuple(unit for unit in units if any(map(ge, rate(text[unit[0] : unit[1]], unit[2]), bars[unit[2]])))


def find_units(text: str, sentences: Cuts | None = None) -> Iterator[tuple[int, int, Place]]:
    """Yield the ranges of a block that may be remarks, and their places; what is in brackets is not among them."""
    if sentences is None:
        sentences = tuple(split_sentences(text))
    words = text.count(" ") + 1
    for match in _ODD.finditer(text) if any(map(text.__contains__, _ODD_MARKS)) else ():
        enclosed = match["odd"]
        start = match.start("odd") + len(enclosed) - len(enclosed.lstrip())
        yield start, start + len(enclosed.strip()), "odd"
    for match in _DASHED.finditer(text) if " – " in text or " — " in text or " - " in text or "--" in text else ():
        yield (*match.span("dash"), "dash")
    for match in _SHOUTED.finditer(text) if not text.isupper() and _CAPITALS_IN_A_ROW.search(text) else ():
        start, end = _trim(text, *match.span())
        if " " in text[start:end]:
            yield start, end, "shout"
    asked = _ASKED_LAST.search(text) if text.endswith("?") else None
    if asked:
        yield (*asked.span("asked"), "dash")
    if 1 < len(sentences) <= _MOST_SENTENCES and words <= _PART_WORDS and _is_own(text):
        yield 0, len(text), "whole"
    place: Place = "sentence" if words > _PART_WORDS else "part"
    if len(sentences) == 1 and words <= _LINE_WORDS:
        place = "line"
    for start, end in sentences:
        if _is_own(text[start:end]):
            yield start, end, place


GROUP = pattern(
    r"(?<!\])\[(?P<square>[^\[\]\n]{2,240})\](?![(\[])|(?<![^\s(“‘])\{(?P<curly>[^{}\n]{2,240})\}(?!\})"
    r"|<(?P<angle>[^<>\n]{2,240})>|\((?P<round>[^()\n]{2,240})\)|\*\*(?P<star>[^*\n]{3,160})\*\*"
)
"""Words in brackets, braces, angle marks or between stars."""
# Marks that enclose words of a sentence and that copy has not: slashes, tildes, arrows.
_ODD_MARKS = ("//", "~", "^^", ";;", "==", ">>", "||", "##", "**", "<<")
_ODD = pattern(
    r"(?<![/~^;=<>|#*])(?P<mark>//+|~+|\^\^+|;;+|==+|>>+|\|\|+|\#\#+|\*\*+|<<+)(?P<odd>[^/~^;=<>|#*\n]{3,200})(?:(?P=mark)|<<|>>)(?![\w/])"
)
_DASHED = pattern(r"(?<=\s)(?:[–—-]|--)\s(?P<dash>[^–—\n]{3,160}?)(?:\s(?:[–—-]|--)(?=[\s,.])|\Z)")
# What a question asks of a colleague when its sentence was none till then.
_ASKED_LAST = pattern(
    r"[,–—-] (?P<asked>(?:can|could|would|pls|please) (?:you|u|someone|somebody|anyone|we|subs)\b[^,?]{3,60}\?)\Z"
)
# Capitals in a row within a sentence that has others.
_SHOUTED = pattern(r"[A-Z’',/ -]{7,}+")
_CAPITALS_IN_A_ROW = pattern(r"[A-Z][A-Z],? [A-Z][A-Z]")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of shouted words without marks around them and without the capital of the next word."""
    if text[end : end + 1].islower():
        end = max(start, text.rfind(" ", start, end))
    shouted = text[start:end].strip(" ,-")
    start += text[start:end].find(shouted)
    return start, start + len(shouted)


def _is_own(text: str) -> bool:
    if len(text) > _LONGEST or text.count(" ") < _FEW:
        return False
    return not any(map(text.__contains__, _QUOTED))


_PERSONS = frozenset({"i", "you", "we", "us", "my", "your", "our"})
_MOST_PERSONAL = 0.3  # of the blocks


def is_personal(vocabularies: Iterable[frozenset[str]]) -> bool:
    """Tell whether an article speaks to its readers or of its author, as remarks do: then they must be surer."""
    told = [not _PERSONS.isdisjoint(words) for words in vocabularies if words]
    return sum(told) > _MOST_PERSONAL * len(told)


_TOLD = frozenset(f"desk {family}" for family in "check edit hold ask need doubt report coming await jargon".split())


def asks_or_reports(text: str) -> bool:
    """Tell whether a text has words with which colleagues ask, report or doubt."""
    return not _TOLD.isdisjoint(read_families().find(split_words(text)))
