"""The check of claims of a rank that nobody is named for: “one of the most dangerous straits in the world”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated

from newslint.article import Article, Sentence
from newslint.checks.genres import speaks_for_itself
from newslint.checks.shared import as_set, is_linked, join_words
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.spans import Extent

_LEADS = frozenset({"most", "least"})
_FIGURE = pattern(r"\d|%|\b(?:per cent|percent|million|billion|dozens?|hundreds?|thousands?)\b")
# Somebody ranks it, and the sentence says who, or that it is somebody's view.
_RANKED = pattern(
    r"\b(?:rank(?:s|ed|ing|ings)?|list(?:s|ed)?|index|surveys?|polls?|stud(?:y|ies)|reports?|data|figures|census"
    r"|accord(?:ing|s)|named|voted|rated|regarded|considered|called|described|deemed|seen as|viewed|known as|billed"
    r"|perhaps|arguably|probably|possibly|may be|might be|could be|hop(?:e|es|ed|ing)|want(?:s|ed)?|aim(?:s|ed)?|if"
    r"|promis\w+|wins?|won|awards?|prizes?)\b|[“”\"?]",
)


@lru_cache(maxsize=8)
def _ranks(qualities: tuple[str, ...]) -> re.Pattern[str]:
    """Return what a claim of rank is: the rank, what has it, and among which it has it."""
    words = join_words(qualities)
    rank = rf"(?:most|least) (?:[a-z]+ly |[a-z-]+,? and |[a-z-]+, ){{0,2}}(?:{words})"
    scope = (
        r"(?:in|on) (?:the )?(?:world|planet|earth|globe|country|nation|region|continent|state|history|modern history"
        r"|recent history|living memory|public life|politics|sport|business|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\b"
        r"|of (?:all time|our time|the (?:century|decade|age|era|year|season)|(?:his|her|its|their) (?:time|day|era))\b"
    )
    owner = r"(?:the (?:world|country|nation|region|continent|city|state|planet)|[A-Z][a-z]+)(?:’s|'s|s’)"
    return pattern(
        rf"\b(?P<flag>(?:one of )?(?:the|{owner}) {rank}(?: [a-z’'-]+){{1,4}} (?:{scope})"
        rf"|one of {owner} {rank}(?: [a-z’'-]+){{1,3}})"
    )


@check(placeholders=("text",))
def unsourced_rank(
    article: Article,
    scene: Scene,
    *,
    qualities: Annotated[tuple[str, ...], Option("adjectives of which somebody must have judged who has most")],
) -> Iterator[Finding]:
    """Flag the claim that something is the most dangerous, powerful, … of many where no source ranks it.

    One finding an article; the other places are related.
    """
    known = as_set(qualities)
    found = [
        place
        for number, block in article.prose_blocks()
        if block.kind == "paragraph" and _may_rank(article, number, known)
        for sentence in article.sentences_of.get(number, ())
        for place in _find(article, sentence, qualities)
    ]
    if found and not speaks_for_itself(article):
        related = tuple(Related(article.locate(other), f"“{article.text_of(other)}”") for other in found[1:])
        yield Finding(article.locate(found[0]), {"text": article.text_of(found[0])}, related=related)


def _may_rank(article: Article, number: int, qualities: frozenset[str]) -> bool:
    words = article.vocabulary(number)
    return not words.isdisjoint(_LEADS) and not words.isdisjoint(qualities)


def _find(article: Article, sentence: Sentence, qualities: tuple[str, ...]) -> Iterator[Extent]:
    """Yield where a sentence in the newsroom's own words ranks something, with no figure and no source."""
    match = _ranks(qualities).search(sentence.text)
    if match is None or _FIGURE.search(sentence.text) or _RANKED.search(sentence.text):
        return
    start, end = (sentence.start + place for place in match.span("flag"))
    number = sentence.block
    if article.is_quoted(number, start, end) or article.is_attributed(number, start, end):
        return
    place = Extent(number, start, end)
    if not article.has_source(number, sentence.start, sentence.end) and not is_linked(article, place):
        yield place
