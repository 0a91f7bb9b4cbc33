"""Checks of who is heard: the accused, a second source, anybody at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Annotated

from newslint.article import PROSE_KINDS, Article, Block
from newslint.checks.shared import SHOWN, each, either
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.speech.claims import is_telling
from newslint.patterns import pattern

_LONGEST_HEADLINE = 1000
_CAPITALISED = pattern(r"[A-Z]\w+")


@check(phrases=("triggers",), placeholders=("accused",), renamed={"lead": "lead_paragraphs"})
def missing_response(
    article: Article,
    scene: Scene,
    *,
    triggers: Annotated[tuple[str, ...], Option("words of accusation")],
    patterns: Annotated[tuple[str, ...], Option("accusations at a trigger, each with a group `accused`", pattern=each)],
    responses: Annotated[
        tuple[str, ...], Option("what answers an accusation, anywhere in the article", pattern=either)
    ],
    lead_paragraphs: Annotated[
        int, Option("after this many paragraphs, only people whom the headline names are judged", ge=0)
    ] = 4,
) -> Iterator[Finding]:
    """Flag an accusation against somebody named who is not heard; once an article, at the first."""
    response = either(responses)
    if not scene.hits or any(response.search(passage.text) for passage in article.passages):
        return
    voices = _voices(article)
    lead = {index for index, _ in islice(article.prose_blocks(), lead_paragraphs)}
    headline = article.headline.text[:_LONGEST_HEADLINE] if article.headline else ""
    for hit in scene.hits:
        for start, end in _accused(article, hit, each(patterns)):
            text = article.blocks[hit.block].text[start:end]
            names = _CAPITALISED.findall(text)
            is_central = hit.block in lead or any(name in headline for name in names)
            if is_central and not {name.lower() for name in names} & voices:
                yield Finding(article.blocks[hit.block].locate(start, end), {"accused": text})
                return


def _accused(article: Article, hit: PhraseHit, patterns: tuple[re.Pattern[str], ...]) -> Iterator[tuple[int, int]]:
    block = article.blocks[hit.block]
    if block.kind not in PROSE_KINDS or article.is_quoted(hit.block, hit.start, hit.end):
        return
    begin, stop = max(0, hit.start - 80), min(len(block.text), hit.end + 80)
    for regex in patterns:
        for match in regex.finditer(block.text, begin, stop):
            if match.start() <= hit.start < match.end():
                yield match.span("accused")


def _voices(article: Article) -> set[str]:
    """Return the capitalised words of all sources, in lower case, and of the names that pronouns stand for."""
    voices: set[str] = set()
    for attribution in article.attributions:
        texts = [article.text_of(extent) for extent in attribution.source]
        for text in [*texts, attribution.resolved or ""]:
            voices.update(word.lower() for word in _CAPITALISED.findall(text))
    return voices


_NAME = pattern(r"[A-Z][\w’'-]+")


@check(placeholders=("source", "count"), renamed={"least_words": "min_words", "least": "min_attributions"})
def single_source(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter articles are not judged", ge=0)] = 350,
    min_attributions: Annotated[int, Option("how often the source tells something, at least", ge=1)] = 4,
) -> Iterator[Finding]:
    """Flag a long report in which only one voice is heard, at the source's first words."""
    if article.word_count < min_words or article.linked_blocks:
        return
    voices: set[str] = set()
    first, count = None, 0
    for attribution in article.attributions:
        if not attribution.source or article.blocks[attribution.source[0].passage].kind not in PROSE_KINDS:
            continue
        cue = article.text_of(*attribution.cue)
        if attribution.quotation is None and not is_telling(cue, article.lexicon):
            continue
        extent = attribution.source[0]
        text = _core(article.text_of(extent))
        count += 1
        if attribution.source_kind == "pronoun":
            continue
        names = _NAME.findall(text)
        voices.add((names[-1] if names else text).lower().removesuffix("’s").removesuffix("'s"))
        if len(voices) > 1:
            return
        first = first or extent
    if first is not None and count >= min_attributions:
        block = article.blocks[first.passage]
        source = block.text[first.start : first.end].partition(",")[0]
        yield Finding(block.locate(first.start, first.start + len(source)), {"source": source, "count": count})


_ARTICLE = pattern(r"^(?:[Tt]he|[Aa]n?) ")


def _core(text: str) -> str:
    """Return a source without its article and without what stands after a comma."""
    return _ARTICLE.sub("", text.partition(",")[0])


@check(
    placeholders=("count",),
    renamed={
        "run": "min_paragraphs",
        "claims": "min_claims",
        "least_words": "min_words",
        "lead": "lead_paragraphs",
    },
)
def unattributed_run(
    article: Article,
    scene: Scene,
    *,
    min_paragraphs: Annotated[int, Option("how many paragraphs in a row have no source, at least", ge=1)] = 3,
    min_claims: Annotated[int, Option("how many of them claim something, at least", ge=0)] = 2,
    min_words: Annotated[int, Option("shorter paragraphs end no run and count for none", ge=0)] = 20,
    lead_paragraphs: Annotated[int, Option("how many paragraphs at the top are left alone", ge=0)] = 2,
) -> Iterator[Finding]:
    """Flag the longest run of paragraphs that claim things and name no source; a label excuses it."""
    if article.find("label") is not None:
        return
    claiming = {claim.sentence.passage for claim in article.claims}
    quoted = {quotation.extent.passage for quotation in article.quotations if quotation.role == "speech"}
    runs: list[list[int]] = [[]]
    seen = 0
    for index, block in enumerate(article.blocks):
        if block.kind == "boilerplate" or block.role in ("summary", "dek", "headline"):
            continue
        if block.kind != "paragraph" or block.role:
            runs.append([])
            continue
        if len(block.text.split()) < min_words:
            continue
        seen += 1
        if seen <= lead_paragraphs or _has_source(article, index, block, quoted):
            runs.append([])
        else:
            runs[-1].append(index)
    best = max(runs, key=len)
    if len(best) >= min_paragraphs and len(claiming & set(best)) >= min_claims:
        spans = [article.first_sentence_span(article.blocks[index]) for index in best]
        related = tuple(Related(span, "no source either") for span in spans[1:SHOWN])
        yield Finding(spans[0], {"count": len(best)}, related=related)


def _has_source(article: Article, index: int, block: Block, quoted: set[int]) -> bool:
    return (
        index in quoted
        or index in article.linked_blocks
        or article.has_source(index, 0, len(block.text))
        or any(attribution.source for attribution in article.attributions_of.get(index, ()))
    )
