"""The check of dummy text: words of a vocabulary that stand in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import as_set
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.patterns import pattern

_SILENT = frozenset({"code"})
_WORD = pattern(r"[^\W\d_]+")
_JOINT = frozenset(" ,.;:-–—\n\u00a0")
Place = tuple[int, int]


@check(placeholders=("text",))
def filler_text(
    article: Article,
    scene: Scene,
    *,
    words: Annotated[tuple[str, ...], Option("words of filler text, in small letters")],
    small: Annotated[tuple[str, ...], Option("short words that stand among them and elsewhere, too")] = (),
    min_words: Annotated[int, Option("how many in a row are filler text", ge=2)] = 4,
    min_own: Annotated[int, Option("how many of those are none of the short ones", ge=1)] = 3,
) -> Iterator[Finding]:
    """Flag words of filler text in a row, with nothing but spaces and marks between them."""
    known, others = as_set(words), as_set(small)
    for index, block in enumerate(article.blocks):
        if block.kind in _SILENT or known.isdisjoint(article.vocabulary(index)):
            continue
        for row in _rows(block.text, known | others):
            own = sum(block.text[start:end].lower() in known for start, end in row)
            if len(row) >= min_words and own >= min_own:
                start, end = row[0][0], row[-1][1]
                yield Finding(block.locate(start, end), {"text": _shorten(block.text[start:end])})


def _rows(text: str, known: frozenset[str]) -> Iterator[list[Place]]:
    """Yield the places of known words, those together that follow one another."""
    row: list[Place] = []
    for match in _WORD.finditer(text):
        is_next = not row or _JOINT.issuperset(text[row[-1][1] : match.start()])
        if match[0].lower() not in known or not is_next:
            if row:
                yield row
            row = []
        if match[0].lower() in known:
            row.append(match.span())
    if row:
        yield row


_LONGEST_SHOWN = 80


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
