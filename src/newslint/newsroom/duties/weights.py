"""The weights of features for each kind of duty: a sentence is rated by their sum, and told by the bar of its kind.

The weights are of logistic regressions, fitted by `tools/fit_duties.py`: how much more often a feature stands in
sentences of a kind than in published copy. The bar comes from copy that the weights did not see.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from newslint.newsroom.duties.features import Features
from newslint.records import NamedTuple

Kind = Literal[
    "finance-advice", "guaranteed-returns", "past-performance", "crypto-promotion", "investment-urgency",
    "holding-owned", "gambling-promotion", "gambling-income", "fraud-label", "health-advice", "supplement-claim",
    "cure-words", "sponsored-by-body", "gift-received", "loaded-words", "mental-health-stigma", "suicide-method",
    "suicide-note", "ai-made-text", "ai-made-image",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
Learned = Kind | Literal[""]
"""What an option of a check takes: a kind, or nothing."""
WEIGHTS = Path(__file__).with_name("weights.tsv")
_EVIDENCE = Path(__file__).with_name("evidence.txt")
ALWAYS = "(always)"


class Section(NamedTuple):
    """What is known of a kind: hundredths of the logarithm of odds for each feature, and from which sum on it is told.

    The `field` has points for words that sentences of the kind have; one with fewer than it `needs` is not rated, since
    that costs more. Of both the needs and the bars, the first holds where there is evidence of what the text is about,
    the second where there is none.
    """

    field: Mapping[str, int]
    needs: tuple[int, int]
    bars: tuple[int, int]
    always: int
    features: Mapping[str, int]

    def count(self, words: frozenset[str]) -> int:
        """Return the points of some words."""
        return sum([self.field[word] for word in self.field.keys() & words])

    def rate(self, features: Features, is_evident: bool) -> int:
        """Return by how much a sentence with some features passes its bar."""
        total = self.always + sum([self.features.get(each, 0) for each in features])
        return total - self.bars[not is_evident]


NEVER = -10_000


@cache
def read_texts() -> Mapping[str, str]:
    """Return the text of each kind's section: `[kind]`, its field, its bar, and lines of feature and weight."""
    pieces = WEIGHTS.read_text(encoding="utf-8").split("\n[")
    return {kind: text for kind, _, text in (piece.partition("]\n") for piece in pieces[1:])}


@cache
def read_section(kind: Kind) -> Section | None:
    """Return the weights of a kind, or None where there are none."""
    text = read_texts().get(kind)
    if text is None:
        return None
    needs, bars, field, *lines = text.splitlines()
    found = {name: int(weight) for name, _, weight in (line.partition("\t") for line in lines)}
    return Section(_field(field), _pair(needs), _pair(bars), found.pop(ALWAYS), found)


@cache
def read_fields() -> Mapping[str, tuple[tuple[Kind, int], ...]]:
    """Return the points of each word for the kinds of which it is in the field."""
    found: dict[str, list[tuple[Kind, int]]] = {}
    for kind in KINDS:
        for word, points in _field(_head(kind)[2]).items():
            found.setdefault(word, []).append((kind, points))
    return {word: tuple(kinds) for word, kinds in found.items()}


@cache
def read_needs() -> Mapping[Kind, int]:
    """Return how many points a text must have at least for a sentence of each kind."""
    return {kind: min(_pair(_head(kind)[0])) for kind in KINDS if kind in read_texts()}


def _head(kind: Kind) -> list[str]:
    """Return the lines with the needs, the bars and the field of a kind."""
    return read_texts().get(kind, "\n\n").split("\n", 3)[:3]


def _pair(line: str) -> tuple[int, int]:
    _, first, second = line.split("\t")
    return int(first), int(second)


def _field(line: str) -> Mapping[str, int]:
    words = line.split()[1:]
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


@cache
def read_evidence() -> Mapping[str, frozenset[str]]:
    """Return for some kinds the words that are evidence of what a text is about."""
    words: dict[str, set[str]] = {}
    lists: dict[str, str] = {}
    for line in _EVIDENCE.read_text(encoding="utf-8").splitlines():
        name, colon, told = line.partition(" : ")
        if colon and name.startswith("= "):
            lists.update((kind, name[2:]) for kind in told.split())
        elif colon and not line.startswith("#"):
            words.setdefault(name, set()).update(told.split())
    return {kind: frozenset(words[name]) for kind, name in lists.items()}


def is_evident(kind: Kind, words: frozenset[str]) -> bool:
    """Tell whether some words have evidence for a kind, or the kind needs none."""
    known = read_evidence().get(kind)
    return known is None or not known.isdisjoint(words)
