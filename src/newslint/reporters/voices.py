"""Tell, stretch by stretch, who speaks in each paragraph of an article."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.records import NamedTuple

OWN = "own voice"
UNKNOWN = "no speaker"
# Lines about the article, in nobody's voice.
_ABOUT = frozenset({"byline", "published", "updated", "label"})


class Stretch(NamedTuple):
    """A range [start, end) of a block's text, and whose words it holds.

    `voice` is a source as the text names it, OWN for the publication's own voice, or UNKNOWN for a quotation that
    nobody is said to have spoken. `kind` is the kind of source, empty for the other two.
    """

    block: int
    start: int
    end: int
    voice: str
    kind: str = ""


def name_of(article: Article, number: int) -> str:
    """Return the source of an attribution as the text names it, with the name that a pronoun stands for."""
    attribution = article.attributions[number]
    if not attribution.source:
        return UNKNOWN
    said = article.text_of(*attribution.source)
    if attribution.resolved and attribution.resolved != said:
        return f"{said} ({attribution.resolved})"
    return said


def find_voices(article: Article) -> Iterator[Stretch]:
    """Yield the stretches of each prose block in the order of the text; those without a letter or digit are left out.

    Where attributions overlap, the one that begins first keeps its words. Words that only name a source or say that it
    speaks belong to nobody and are left out too.
    """
    marked = _marks_of(article)
    for block, entry in article.prose_blocks():
        if entry.role in _ABOUT:
            continue
        # A quotation that is set apart, such as a post from elsewhere, is somebody else's words.
        rest = UNKNOWN if entry.kind == "quotation" else OWN
        for stretch in _cut(block, len(entry.text), sorted(marked.get(block, ())), rest):
            if any(character.isalnum() for character in entry.text[stretch.start : stretch.end]):
                yield stretch


def _marks_of(article: Article) -> dict[int, list[tuple[int, int, str, str]]]:
    """Return the ranges of each block that are somebody's words, with voice and kind, or nobody's, with neither."""
    marked: dict[int, list[tuple[int, int, str, str]]] = {}
    for number, attribution in enumerate(article.attributions):
        voice = name_of(article, number)
        kind = attribution.source_kind if attribution.source else ""
        for part in attribution.content:
            marked.setdefault(part.passage, []).append((part.start, part.end, voice, kind))
        for part in (*attribution.source, *attribution.cue):
            marked.setdefault(part.passage, []).append((part.start, part.end, "", ""))
    spoken = {attribution.quotation for attribution in article.attributions}
    for index, quotation in enumerate(article.quotations):
        if index not in spoken and quotation.role == "speech":
            extent = quotation.extent
            marked.setdefault(extent.passage, []).append((extent.start, extent.end, UNKNOWN, ""))
    return marked


def _cut(block: int, length: int, marked: list[tuple[int, int, str, str]], rest: str) -> Iterator[Stretch]:
    at = 0
    for start, end, voice, kind in marked:
        start = max(start, at)
        if end <= start:
            continue
        if start > at:
            yield Stretch(block, at, start, rest)
        if voice:
            yield Stretch(block, start, end, voice, kind)
        at = end
    if at < length:
        yield Stretch(block, at, length, rest)
