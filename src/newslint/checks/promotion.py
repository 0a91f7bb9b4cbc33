"""Checks of promotion: what only an advertisement says, in a text that no label calls one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import each_in_any_case, either_case, sentence_of
from newslint.checks.signs import find_signs, is_report_beside, read_signs, speaking
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.sentences import split_sentences
from newslint.newsroom.fulfilment.notices import has_ad_label, is_said, names_sponsor_of_series
from newslint.newsroom.fulfilment.parts import says
from newslint.newsroom.memos import is_told
from newslint.newsroom.paid import NOTICING, OFFERING, is_notice, is_offer, speaks_for_itself, speaks_of_us
from newslint.patterns import pattern
from newslint.spans import Extent

_LABEL_WORDS = 8
_SHOWN = 5


@check(placeholders=("text",), grades=("doubtful",), searched=("patterns", "hints", "voices"), finds_more=True)
def unlabelled_promotion(
    article: Article,
    scene: Scene,
    *,
    patterns: Annotated[tuple[str, ...], Option("what is said in paid texts alone", pattern=each_in_any_case)],
    hints: Annotated[
        tuple[str, ...],
        Option("what such texts often say; two kinds of it in one paragraph count", pattern=each_in_any_case),
    ] = (),
    voices: Annotated[
        tuple[str, ...],
        Option("what a brand says as “we”, where the rest of the text has no “we”", pattern=each_in_any_case),
    ] = (),
    families: Annotated[tuple[str, ...], Option("words by family, each as `name: word two_words`")] = (),
    shapes: Annotated[tuple[str, ...], Option("patterns by name, each as `name: pattern`")] = (),
    signs: Annotated[tuple[str, ...], Option("families and shapes that meet in paid texts alone")] = (),
    speech: Annotated[tuple[str, ...], Option("those that meet where a brand says “we”, as `voices` do")] = (),
    labels: Annotated[
        tuple[str, ...],
        Option("words by which a short line or label says that a text is paid for", pattern=either_case),
    ] = (),
) -> Iterator[Finding]:
    """Flag what only a paid text says, once an article, unless a label says that it is one; quotations are let pass.

    The grade is `doubtful` where no such sentence speaks of the text, of its writer or to its readers, as in news of
    gifts and sponsors.
    """
    told, heard = find_signs(article, read_signs(families, shapes, signs, speech))
    told += [*_find(article, scene, patterns), *_find_hints(article, scene, hints), *_find_paid(article)]
    heard += _find(article, scene, voices)
    places = sorted({*told, *_of_brand(article, heard)})
    places = [place for place in places if not _is_disclosed(article, place)] if places else []
    if (
        places
        and not has_ad_label(article)
        and not _is_labelled(article, either_case(labels), {place.passage for place in places})
    ):
        own = [place for place in places if speaks_for_itself(sentence_of(article, place))]
        first, *others = own + [place for place in places if place not in own]
        related = tuple(Related(article.locate(place), "and this") for place in others[:_SHOWN])
        grade = "default" if own else "doubtful"
        yield Finding(article.locate(first), {"text": article.text_of(first)}, grade, related)


def _is_disclosed(article: Article, place: Extent) -> bool:
    """Tell whether a sentence of a place is a plain notice of who paid for a trip, product or series, or of links."""
    told = article.text_of(place)
    texts = [sentence_of(article, place), *(told[start:end] for start, end in split_sentences(told))]
    if any(map(names_sponsor_of_series, texts)) or any(
        says(part, text) for part in ("commission", "gift-plain") for text in texts
    ):
        return True
    return "code" in told.lower() and is_said(article, "commission")


def _find(article: Article, scene: Scene, patterns: tuple[str, ...]) -> Iterator[Extent]:
    """Yield where patterns match outside quotations; of places that overlap, the first."""
    if scene.impossible.issuperset(patterns):
        return
    everywhere: list[re.Pattern[str]] = []
    live: dict[int, list[re.Pattern[str]]] = {}
    for text, regex in zip(patterns, each_in_any_case(patterns), strict=True):
        if text not in scene.impossible:
            if text not in scene.where:
                everywhere.append(regex)
            for at in scene.where.get(text, ()):
                live.setdefault(at, []).append(regex)
    for index, block in article.prose_blocks():
        tried = everywhere + live[index] if index in live else everywhere
        if not tried:
            continue
        last = 0
        for start, end in sorted(match.span() for regex in tried for match in regex.finditer(block.text)):
            # What runs from one quotation into the next is somebody's words, too.
            if start >= last and not any(article.is_quoted(index, at, at + 1) for at in (start, end - 1)):
                last = end
                yield Extent(index, start, end)


_LONGEST = 320  # code points of a notice
_QUOTED = ("“", "”", '"', "''", "„", "«")


def _find_paid(article: Article) -> Iterator[Extent]:
    """Yield what says who paid, and offers to buyers in an article that speaks to nobody else."""
    told: bool | None = None
    for index, block in article.prose_blocks():
        words = article.vocabulary(index)
        may_notice, may_offer = not NOTICING.isdisjoint(words), not OFFERING.isdisjoint(words)
        if not (may_notice or may_offer):
            continue
        is_open = block.kind == "paragraph" and len(block.text) <= _LONGEST and not _has_quotes(block.text)
        if may_notice:
            yield from _find_notices(article, index, is_open=is_open)
        if may_offer and is_open and is_offer(block.text):
            if told is None:
                told = is_told((each.text, article.vocabulary(at)) for at, each in article.prose_blocks())
            if told:
                yield Extent(index, 0, len(block.text))


def _has_quotes(text: str) -> bool:
    return any(map(text.__contains__, _QUOTED))


def _find_notices(article: Article, index: int, *, is_open: bool) -> Iterator[Extent]:
    """Yield a short paragraph without quotations that is a notice, or sentences of others that say who paid."""
    text = article.blocks[index].text
    if is_open and is_notice(text, article.vocabulary(index)):
        yield Extent(index, 0, len(text))
        return
    for _, start, end, sentence in article.sentences_of.get(index, ()):
        is_ours = not _has_quotes(sentence) and speaks_of_us(sentence, article.vocabulary_in(index, start, end))
        if is_ours and not article.is_quoted(index, start, end):
            yield Extent(index, start, end)


def _of_brand(article: Article, heard: list[Extent]) -> Iterator[Extent]:
    """Yield where a brand speaks, unless a “we” in other paragraphs shows that whoever publishes the text does.

    In a report of what several people said, one other paragraph may say “we”.
    """
    own = {place.passage for place in heard}
    if (
        heard
        and next(_addressed(article, own), None) is None
        and (next(speaking(article, own), None) is None or is_report_beside(article, set(heard), _FEW))
    ):
        yield from heard


_FEW = 1  # paragraphs
_YOU = frozenset(("you", "your", "yours", "yourself"))


def _addressed(article: Article, beside: Container[int]) -> Iterator[int]:
    """Yield paragraphs that speak to readers: a guide whose publisher says “our experts”, and no brand in a report."""
    for index, block in article.prose_blocks():
        if index in beside or _YOU.isdisjoint(article.vocabulary(index)):
            continue
        if any(not article.is_quoted(index, *match.span()) for match in _SAID_YOU.finditer(block.text)):
            yield index


_SAID_YOU = pattern(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)


def _find_hints(article: Article, scene: Scene, hints: tuple[str, ...]) -> Iterator[Extent]:
    """Yield the first hint of each paragraph that two kinds of hints are in."""
    found: dict[int, list[Extent]] = {}
    for hint in hints if not scene.impossible.issuperset(hints) else ():
        seen: set[int] = set()
        for place in _find(article, scene, (hint,)):
            if place.passage not in seen:
                seen.add(place.passage)
                found.setdefault(place.passage, []).append(place)
    yield from (min(places) for places in found.values() if len(places) > 1)


# A line at the top or the end of a text that says who pays for it, however long it is.
_SPONSORED = pattern(
    r"\A\W{0,3}(?:this|our|the)[ ](?:[\w’'-]+[ ]){0,4}(?:is|was|are)[ ](?:[\w’'-]+[ ]){0,3}"
    r"(?:sponsored|paid[ ]for|supported|funded|underwritten|made[ ]possible|presented|brought[ ]to[ ]you)\b",
    re.IGNORECASE,
)
_OPENING = 200  # code points
_FIRST, _LAST = 3, 2


def _is_labelled(article: Article, labels: re.Pattern[str], found: set[int]) -> bool:
    """Tell whether a label, a field or a short line says that the text is paid for."""
    if any("AdvertiserContentArticle" in article.source.slice(data.span) for data in article.structured_data):
        return True
    if article.front_matter and labels.search(article.source.slice(article.front_matter.span)):
        return True
    lines = [block for index, block in enumerate(article.blocks) if index not in found]
    prose = [block for index, block in article.prose_blocks() if index not in found]
    edges = [block.text[:_OPENING] for block in (*prose[:_FIRST], *prose[-_LAST:])]
    if any(_SPONSORED.search(text) or names_sponsor_of_series(text) for text in edges):
        return True
    texts = [block.text for block in lines if block.text[:200].count(" ") < _LABEL_WORDS]
    return any(map(labels.search, (*texts, *(element.text for element in article.find_all("label")))))
