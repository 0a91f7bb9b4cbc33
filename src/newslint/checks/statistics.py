"""Checks of statistics: figures for which no source is in sight."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Annotated

from newslint.article import Article, Sentence
from newslint.checks.shared import either, once
from newslint.checks.strays import LEAST_TOLD, find_strays
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.numbers.quantities import Quantity
from newslint.language.speech.claims import Claim
from newslint.language.units.similarity import content_words
from newslint.patterns import pattern
from newslint.spans import Extent, Extents, Span

# What goes on for longer without a full stop is not a sentence.
_LONGEST_SENTENCE = 2000
# What happened to people, or how much a measured thing changed: numbers that somebody has counted.
_TOLL = pattern(
    r"""
      \s*(?:other[ ]|more[ ])?(?:[a-z-]+[ ]){0,2}?
      (?:people|civilians|soldiers|children|women|men|workers|passengers|patients|migrants|refugees|victims)?[ ]?
      (?:were[ ]|have[ ]been[ ]|had[ ]been[ ]|are[ ])?
      (?:died|dead|killed|injured|wounded|missing|displaced|infected|hospitalised|hospitalized|deaths|casualties|arrested)\b
    """,
    re.VERBOSE,
)
_MOVED = pattern(
    r"\b(?:rose|risen|rises|fell|fallen|falls|grew|grown|grows|dropped|drops|climbed|climbs|declined|declines|increased?s?"
    r"|decreased?s?|jumped|jumps|soared|soars|surged|surges|plunged|plunges|shrank|shrinks|doubled|tripled|slumped"
    r"|slumps|gained|lost|cut by|up by|down by|accounts? for|accounted for|make up|makes up|made up|per cent of"
    r"|percent of|% of)\b"
)

# Shares that count nothing (“the top 1 percent”, “owns 44 percent”), and what a publication says of itself.
_SHARE = pattern(
    r"""
      \b(?:top|richest|wealthiest|bottom|poorest)[ ]\d
    | \b(?:own|hold)(?:s|ed|ing)?[ ](?:[a-z]+[ ]){0,2}\d | \b(?:stakes?|sure)\b
    | \b(?:one[ ]hundred|100|110)[ ]?(?:per[ ]?cent|%)
    | \b(?i:we|our|us)\b
    | \b(?i:off|discounts?|discounted|vouchers?|coupons?|humidity|humid|chances?|batter(?:y|ies)|alcohol|abv|cocoa|cream
      |vinegar|cotton|wool|polyester|tax|taxes|taxed|vat|dut(?:y|ies)|lev(?:y|ies)|tariffs?|interest[ ]rates?|commission
      |deposit|delegates?
      |beat|beats|defeated|edged|trounced|caucus(?:es)?|runoffs?|investors?|stocks?|shareholders?
      |mortgage[ ]rates?|capacity|propos(?:es|ed|als?|ing)|jobless[ ]rate|unemployment[ ]rate)\b
    """,
    re.VERBOSE,
)

# What somebody has worked out and not counted: “projected to be $5 billion”, “an estimated 9,000”, “could cost”.
_WORKED_OUT = pattern(
    r"\b(?:estimated|projected|forecast|predicted|expected[ ]to[ ](?:cost|save|reach|exceed|raise|bring)"
    r"|(?:could|would|will|may|might)[ ](?:cost|save|bring[ ]in|generate|lose|displace|affect))\b[^.;]{0,40}\Z"
)
_NEAR_FIGURE = 60  # characters
_LEAST_TOLL = 5
_ON_RECORD = pattern(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?[ ]\d{1,2}\b"
    r"|\b(?:in|of|since)[ ](?:1[89]|20)\d\d\b"
)
# What a publication has counted itself.
_OWN_WORK = pattern(
    r"\b(?:[Oo]ur|[Ww]e)[ ](?:own[ ])?(?:analys|survey|count|review|calculat|tall|examin|poll)\w*"
    r"|\b(?:analys[ie]s|review|survey|count|tally)[ ]by[ ](?:the|this)[ ](?:newsroom|newspaper|paper|publication)\b"
)
_OUR = frozenset({"our", "we", "newsroom", "newspaper", "paper", "publication"})


# How large a part is, how it moved, or how often something happens: nobody knows that without having counted.
_RATE = pattern(
    r"%|\b(?:per[ ]?cent|pct|percentage|hal(?:f|ves|ved)|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?"
    r"|tenths?|majority|most|doubled|tripled|trebled|quadrupled|quintupled|times|twice|\w+fold"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|\d+)[ -](?:in|out[ ]of)"
    r"|in[ ](?:every[ ])?(?:three|four|five|ten|\d+)|(?:of|for)[ ]every"
    r"|(?:a|an|each|every|per)[ ](?:hour|day|night|week|month|quarter|year|season|decade|minute))\b",
    re.IGNORECASE,
)


@check(
    grades=("toll", "near", "count"),
    placeholders=("figure", "more"),
    renamed={"least_sum": "min_sum", "least": "min_figures", "least_words": "min_words"},
)
def unsourced_figure(
    article: Article,
    scene: Scene,
    *,
    evidence: Annotated[tuple[str, ...], Option("what shows where a paragraph's figures come from", pattern=either)],
    min_sum: Annotated[int, Option("smaller sums of money are left alone", ge=0)] = 1_000_000,
    min_figures: Annotated[int, Option("an article with fewer of such figures is left alone", ge=1)] = 1,
    min_words: Annotated[int, Option("shares in sentences with fewer words are left alone", ge=0)] = 6,
) -> Iterator[Finding]:
    """Flag figures of weight, in the publication's own voice, for which no source is in sight; once an article.

    Those that count victims, which are mostly on record, are one more finding, of the grade `toll`; so are those of a
    paragraph that has a source, or stands beside one that has, perhaps of something else, and of longer articles, which
    tell more of what is counted: `near`. Stray statistics, about what the article tells nothing else of, have a finding
    each, whatever has a source beside them. Bare sums and numbers are of the grade `count`: most are on record, or what
    everybody in the field knows, and desks wave them through; shares and rates are nobody's without a count.
    """
    strays = {Extent(each.block, each.start, each.end): figure for each, figure in find_strays(article)}
    found: dict[str, dict[Extent, tuple[Span, str]]] = {"default": {}, "toll": {}, "near": {}, "count": {}}
    sources, is_long = _Sources(article, either(evidence)), len(article.sentences) >= LEAST_TOLD
    counted = _own_counts(article)
    strays = {place: figure for place, figure in strays.items() if place.passage not in counted}
    told = () if counted else _weighty_figures(article, min_sum, min_words)
    for claim, grade in told:
        if claim.sentence not in strays and claim.sentence not in found[grade] and not sources.are_near(claim.sentence):
            is_doubtful = is_long or sources.are_beside(claim.sentence.passage)
            kind = _own_grade(article.text_of(claim.extent), "near" if is_doubtful else "default")
            found[kind if grade == "default" else grade][claim.sentence] = (
                article.locate(claim.extent),
                article.text_of(claim.extent),
            )
    for grade, places in found.items():
        shown = [*places.values()] if len(places) >= min_figures else []
        yield from (finding._replace(grade=grade) for finding in once(shown, "figure"))
    for figure in strays.values() if len(strays) >= min_figures else ():
        text = article.text_of(figure)
        grade = _own_grade(text, "default")
        yield from (finding._replace(grade=grade) for finding in once([(article.locate(figure), text)], "figure"))


def _own_grade(figure: str, grade: str) -> str:
    """Return the grade of a figure: `count` for what is no share or rate, where it would be shown by default."""
    return grade if grade != "default" or _RATE.search(figure) else "count"


def _own_counts(article: Article) -> set[int]:
    """Return the blocks in which the publication says that it has counted something itself."""
    told_by_us = (index for index in range(len(article.blocks)) if not _OUR.isdisjoint(article.vocabulary(index)))
    return {index for index in told_by_us if _OWN_WORK.search(article.passages[index].text)}


def _weighty_figures(article: Article, min_sum: int, min_words: int) -> Iterator[tuple[Claim, str]]:
    """Yield the figures that need a source, with their grade."""
    for claim, quantity in _figures_told(article):
        if _is_weighty(article, claim, quantity, min_sum, min_words):
            yield claim, "default"
        elif _is_toll(article, claim, quantity):
            yield claim, "toll"


def _figures_told(article: Article) -> Iterator[tuple[Claim, Quantity]]:
    """Yield the figures that paragraphs tell in the publication's own voice."""
    figures = {(index, quantity.start): quantity for index, quantity in article.quantities}
    for claim in article.claims:
        block = article.blocks[claim.extent.passage]
        if claim.kind == "figure" and block.kind == "paragraph" and not block.is_strong:
            yield claim, figures[claim.extent.passage, claim.extent.start]


class _Sources:
    """Where an article says what its figures rest on."""

    def __init__(self, article: Article, evidence: re.Pattern[str]) -> None:
        self._article = article
        self._prose = [index for index, _ in article.prose_blocks()]
        self._first_figure = {index: quantity.start for index, quantity in reversed(article.quantities)}
        self._evidence = evidence
        self._links = Extents(
            Extent(link.block, link.start, max(link.end, link.start + 1))
            for link in article.links
            if link.block is not None
        )
        # Not a method: an article that its own caches refer to in a circle is kept until the collector comes round.
        self._is_sourced = cache(lambda block: _has_source_in(article, block, evidence))
        self._words = cache(lambda block: Counter(content_words(article.blocks[block].text)))
        self._starts = cache(lambda block: [each.start for each in article.sentences_of.get(block, ())])

    def are_near(self, sentence: Extent) -> bool:
        """Tell whether a source stands in the sentence or beside it, or in a paragraph that is about the same thing."""
        number = sentence.passage
        at = bisect_left(self._prose, number)
        before, after = self._prose[max(0, at - _FAR) : at][::-1], self._prose[at + 1 : at + 1 + _FAR]
        if self._stands_beside(sentence, before):
            return True
        own = Counter(content_words(self._article.text_of(sentence)))
        if self._is_sourced(number) and self._shares(number, own, _LEAST_SHARED, but=own):
            return True
        text = self._article.blocks[number].text
        told = Counter(content_words(text[max(0, sentence.end - _LONGEST_SENTENCE) : sentence.end]))
        if self._ends_sourced(before) and self._shares(before[0], told, _LEAST_FAR):
            return True
        words = told if self._first_figure[number] < sentence.start else own
        return self._is_sourced_around(before, after, words) or self._is_answer(sentence)

    def are_beside(self, number: int) -> bool:
        """Tell whether a paragraph or one right beside it has some source, of whatever."""
        at = bisect_left(self._prose, number)
        return any(map(self._is_sourced, self._prose[max(0, at - 1) : at + 2]))

    def _is_answer(self, sentence: Extent) -> bool:
        """Tell whether a sentence says what people think, and the article has told of a survey of them before."""
        if not _OPINION.search(self._article.text_of(sentence)):
            return False
        return self._article.finds_before(_SURVEY, sentence.passage, 0)

    def _is_sourced_around(self, before: Sequence[int], after: Sequence[int], words: Mapping[str, int]) -> bool:
        """Tell whether a paragraph beside has a source of the same thing, or of the row of figures that it begins."""
        row = list(takewhile(self._first_figure.__contains__, before))
        row += before[len(row) : len(row) + 1]
        return any(_SURVEY.search(self._article.blocks[each].text) for each in row) or any(
            self._is_sourced(each) and self._shares(each, words, _LEAST_FAR) for each in (*row, *after)
        )

    def _stands_beside(self, sentence: Extent, before: Sequence[int]) -> bool:
        """Tell whether a source stands in a sentence, the one before it or, in its paragraph, the one after it."""
        own = self._article.sentences_of.get(sentence.passage, ())
        at = bisect_left(self._starts(sentence.passage), sentence.start)
        return any(map(self._has_source, own[max(0, at - 1) : at + 2])) or (not at and self._ends_sourced(before))

    def _ends_sourced(self, before: Sequence[int]) -> bool:
        """Tell whether the last sentence of the paragraph before has a source."""
        return any(map(self._has_source, self._article.sentences_of.get(before[0], ())[-1:])) if before else False

    def _has_source(self, sentence: Sentence) -> bool:
        place = (sentence.block, sentence.start, sentence.end)
        is_told = self._article.has_source(*place) or self._links.overlaps(*place)
        return is_told or self._evidence.search(sentence.text) is not None

    def _shares(self, block: int, words: Mapping[str, int], least: int, but: Mapping[str, int] | None = None) -> bool:
        """Tell whether a paragraph, without some of its words, shares enough words with a sentence."""
        there, own = self._words(block), but or {}
        shared = (word for word in words if there[word] > own.get(word, 0) and not word[0].isdigit())
        return sum(1 for _ in shared) >= least


def _has_source_in(article: Article, block: int, evidence: re.Pattern[str]) -> bool:
    text = article.blocks[block].text
    is_told = block in article.linked_blocks or article.has_source(block, 0, len(text))
    return is_told or evidence.search(text) is not None


# What many figures come from, whose answers share no words with one another.
_SURVEY = pattern(r"\b(?i:surveys?|surveyed|polls?|polled|respondents|census)\b")
_OPINION = pattern(
    r"\b(?:agree|disagree|say|said|support(?:ed)?|back(?:ed)?|favou?r(?:ed)?|oppose[ds]?|approve|disapprove|believe|think"
    r"|prefer(?:red)?|want|expect|see|view|call|trust|worry|feel|rate)\b"
)
_FAR = 3  # paragraphs
_LEAST_SHARED = 1  # words, within a paragraph
_LEAST_FAR = 3


def _is_weighty(article: Article, claim: Claim, quantity: Quantity, min_sum: int, min_words: int) -> bool:
    sentence = article.text_of(claim.sentence)
    if len(sentence) > _LONGEST_SENTENCE or article.is_quoted(claim.extent.passage, quantity.start, quantity.end):
        return False
    if quantity.kind in ("percent", "percentage-point"):
        return _is_share(sentence, min_words)
    limits: dict[tuple[str, str | None], int] = {("money", None): min_sum, ("plain", None): 1000}
    least = limits.get((quantity.kind, quantity.unit))
    if least is None:
        return False
    text = article.blocks[claim.extent.passage].text
    before = text[max(claim.sentence.start, quantity.start - _NEAR_FIGURE) : quantity.start]
    near = before + text[quantity.start : min(claim.sentence.end, quantity.end + _NEAR_FIGURE)]
    return quantity.value >= least and (_MOVED.search(near) or _WORKED_OUT.search(before)) is not None


def _is_share(sentence: str, min_words: int) -> bool:
    """Tell whether a sentence with a percentage states a share of something that somebody counts."""
    words = sentence.split()
    # A row of labels and figures has few words in small letters.
    is_prose = len(words) >= min_words and sum(word[0].islower() for word in words) >= _LEAST_SMALL
    return is_prose and _SHARE.search(sentence) is None


_LEAST_SMALL = 3


def _is_toll(article: Article, claim: Claim, quantity: Quantity) -> bool:
    """Tell whether a figure counts victims; those of a day that is told, or of a year, are on record."""
    is_count = quantity.kind == "plain" and quantity.unit is None and quantity.value >= _LEAST_TOLL
    if not is_count or article.is_quoted(claim.extent.passage, quantity.start, quantity.end):
        return False
    if _TOLL.match(article.blocks[claim.extent.passage].text, quantity.end) is None:
        return False
    sentence = article.text_of(claim.sentence)
    return len(sentence) <= _LONGEST_SENTENCE and _ON_RECORD.search(sentence) is None
