"""Checks of who is heard: the accused, a second source, anybody at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Annotated

from newslint.article import PROSE_KINDS, Article, Block
from newslint.checks.shared import SHOWN, each, either
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.claims import is_telling
from newslint.patterns import pattern
from newslint.spans import Extent

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
    accused = [*chain.from_iterable(_accused(article, hit, each(patterns)) for hit in scene.hits)]
    if not accused or any(either(responses).search(passage.text) for passage in article.passages):
        return
    voices = _voices(article)
    lead = {index for index, _ in islice(article.prose_blocks(), lead_paragraphs)}
    for place in accused:
        names = _CAPITALISED.findall(article.text_of(place))
        if (place.passage in lead or _is_headed(article, names)) and voices.isdisjoint(map(str.lower, names)):
            yield Finding(article.locate(place), {"accused": article.text_of(place)})
            return


def _is_headed(article: Article, names: list[str]) -> bool:
    """Tell whether the headline has one of some names."""
    headline = article.headline.text[:_LONGEST_HEADLINE] if article.headline else ""
    return any(name in headline for name in names)


def _accused(article: Article, hit: PhraseHit, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Extent]:
    block = article.blocks[hit.block]
    if block.kind not in PROSE_KINDS or article.is_quoted(hit.block, hit.start, hit.end):
        return
    begin, stop = max(0, hit.start - 80), min(len(block.text), hit.end + 80)
    for regex in patterns:
        for match in regex.finditer(block.text, begin, stop):
            if match.start() <= hit.start < match.end():
                yield Extent(hit.block, *match.span("accused"))


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
    first: dict[str, Extent] = {}
    count = 0
    for attribution in article.attributions:
        if _tells(article, attribution):
            count += 1
            if attribution.source_kind != "pronoun":
                first.setdefault(_voice_of(article, attribution.source[0]), attribution.source[0])
        if len(first) > 1:
            return
    for extent in first.values() if count >= min_attributions else ():
        source = article.text_of(extent).partition(",")[0]
        place = article.blocks[extent.passage].locate(extent.start, extent.start + len(source))
        yield Finding(place, {"source": source, "count": count})


def _tells(article: Article, attribution: Attribution) -> bool:
    """Tell whether a source in running text tells something."""
    if not attribution.source or article.blocks[attribution.source[0].passage].kind not in PROSE_KINDS:
        return False
    return attribution.quotation is not None or is_telling(article.text_of(*attribution.cue), article.lexicon)


def _voice_of(article: Article, source: Extent) -> str:
    """Return what a source is known by: the last name in it, or its words without an article and what follows."""
    text = _ARTICLE.sub("", article.text_of(source).partition(",")[0])
    names = _NAME.findall(text) or [text]
    return str(names[-1]).lower().removesuffix("’s").removesuffix("'s")


_ARTICLE = pattern(r"^(?:[Tt]he|[Aa]n?) ")


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
    best = max(_runs(article, quoted, min_words, lead_paragraphs), key=len)
    if len(best) >= min_paragraphs and len(claiming.intersection(best)) >= min_claims:
        spans = [article.first_sentence_span(article.blocks[index]) for index in best]
        related = tuple(Related(span, "no source either") for span in spans[1:SHOWN])
        yield Finding(spans[0], {"count": len(best)}, related=related)


def _runs(article: Article, quoted: set[int], min_words: int, lead_paragraphs: int) -> list[list[int]]:
    """Return the runs of paragraphs without a source; other blocks and paragraphs with one end a run."""
    runs: list[list[int]] = [[]]
    seen = 0
    for index, block in enumerate(article.blocks):
        if block.kind != "paragraph" or block.role:
            if block.kind != "boilerplate" and block.role not in ("summary", "dek", "headline"):
                runs.append([])
        elif len(block.text.split()) >= min_words:
            seen += 1
            if seen > lead_paragraphs and not _has_source(article, index, block, quoted):
                runs[-1].append(index)
            else:
                runs.append([])
    return runs


def _has_source(article: Article, index: int, block: Block, quoted: set[int]) -> bool:
    return (
        index in quoted
        or article.is_stated(index, 0, len(block.text))
        or index in article.linked_blocks
        or article.has_source(index, 0, len(block.text))
        or any(attribution.source for attribution in article.attributions_of.get(index, ()))
    )
