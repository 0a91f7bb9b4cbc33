"""The check of what stands in the copy for a name, a figure or a date that was never filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import each, finds, is_linked
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.units.sentences import split_sentences
from newslint.newsroom.blanks import Blank, find_blanks, find_marks
from newslint.patterns import pattern
from newslint.spans import Extent

_KINDS = frozenset({"paragraph", "list-item", "heading", "caption"})
_MOST = 8  # of an article: with more of them it is about such signs


@check(grades=("likely",), placeholders=("text",))
def stand_in(
    article: Article,
    scene: Scene,
    *,
    unless: Annotated[tuple[str, ...], Option("what in its sentence makes a stand-in right", pattern=each)] = (),
) -> Iterator[Finding]:
    """Flag signs, letters and idle words that stand where a name, a figure or a date is asked for."""
    found = [*_find(article, unless)]
    if len(found) > _MOST:
        return
    glossed = any(_GLOSSED.search(block.text) for block in article.blocks if "[" in block.text)
    yield from (each for each in found if not (glossed and _GLOSS.fullmatch(str(each.values["text"]))))


# What an editor adds to the words of those who answer: “they [are] asked to”. Then “[private equity]” is no stand-in.
_GLOSSED = pattern(
    r"\w \[(?:the|an?|is|are|was|were|has|have|had|of|in|that|this|these|those|his|her|their|its|he|she|they|it|we|and)"
    r"\b[^\[\]]{0,50}\]"
)
_GLOSS = pattern(r"\[(?!insert|add|check|name|date|figure|number|tk)[a-z][a-z’' -]{2,50}\]")


def _find(article: Article, unless: Sequence[str]) -> Iterator[Finding]:
    marks = find_marks("\n".join(block.text for block in article.blocks))
    for index, block in enumerate(article.blocks):
        if block.kind not in _KINDS:
            continue
        for blank in _apart(find_blanks(block.text, article.vocabulary(index), marks)):
            extent = Extent(index, blank.start, blank.end)
            if not _is_meant(article, extent, unless):
                text = block.text[blank.start : blank.end]
                yield Finding(article.locate(extent), {"text": text}, "default" if blank.is_sure else "likely")


_IN_SQUAD = pattern(r"(?<![\w’'-])[A-Z][\w’'-]*[ ]\([^()]{2,20}\),[ ]\Z")
_REACH = 60  # code points


def _apart(blanks: Iterator[Blank]) -> Iterator[Blank]:
    """Yield stand-ins that do not overlap, of two the surer and then the first."""
    kept: list[Blank] = []
    for blank in sorted(blanks, key=lambda each: (not each.is_sure, each.start)):
        if not any(blank.start < other.end and other.start < blank.end for other in kept):
            kept.append(blank)
    yield from sorted(kept)


def _is_meant(article: Article, extent: Extent, unless: Sequence[str]) -> bool:
    """Tell whether a stand-in is somebody's words, code, a link, or what its sentence explains."""
    index, start, end = extent
    if article.is_quoted(index, start, end) or article.is_code(index, start, end) or is_linked(article, extent):
        return True
    text = article.blocks[index].text
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before in ("“", '"', "‘", "'") or after in ("”", '"', "’"):
        return True
    if _IN_SQUAD.search(text, max(0, start - _REACH), start) and text[start:end].endswith("Other"):
        return True  # a player who is still to be named
    around = next((text[first:last] for first, last in split_sentences(text) if first <= start < last), text)
    return bool(unless) and finds(each(tuple(unless)), around)
