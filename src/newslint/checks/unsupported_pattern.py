"""Flag what patterns match in the publication's own voice, unless something near bears it out; it knows no subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.contract import CheckType, PhraseHit, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern

_SHOWN = 8
_DAY = pattern(
    r"""
      \b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b
    | \b(?i:today|yesterday|tonight|earlier[ ]in[ ]the[ ]day)\b
    | \b(?i:this|last)[ ](?:morning|afternoon|evening|night|week|month|year)\b
    | \b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.[ ]\d | \b(?:1[89]|20)\d\d\b
    | \b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b
    """,
    re.VERBOSE,
)


class Options(NamedTuple):
    """What to flag, and what excuses it.

    Only sentences that hold one of `triggers` are searched, each with every one of `patterns`; a group named `flag`
    narrows what is flagged. `unless`, `unless_paragraph` and `unless_article` are patterns that excuse a match by
    what its sentence, paragraph or article says. `excused_by` names facts that excuse a match: attributed (a source
    is reported to say it), source (its sentence has a source), source-near (its paragraph or the next has one),
    link (its paragraph has one), date (a day, month or year stands in its paragraph so far or in the one before).
    Quoted words are left to the speaker unless `judge_quoted`. `together` reports one finding an article, with the
    others as related places; fewer than `least` are not reported.
    """

    triggers: tuple[str, ...]
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    unless_paragraph: tuple[str, ...] = ()
    unless_article: tuple[str, ...] = ()
    excused_by: tuple[Literal["attributed", "source", "source-near", "link", "date"], ...] = ("attributed",)
    judge_quoted: bool = False
    together: bool = False
    least: int = 1


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Searches the sentences in which a trigger was found."""

    def __init__(self, options: Options) -> None:
        """Keep the options; patterns are compiled when an article first needs them."""
        self.options = options
        # The paragraph judged last, its text, from where on a day is known in it, and whether it excuses all.
        self._last: tuple[int, str, int, bool] = (-1, "", 0, False)

    def prepare(self) -> None:
        """Make all patterns, so that what is wrong with one shows."""
        _ = self._patterns, self._unless, self._unless_paragraph, self._unless_article

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each match that nothing excuses, or one for all, with `text` and `more`."""
        if not scene.hits or any(regex.search(article.source.text) for regex in self._unless_article):
            return
        found = []
        for sentence in _sentences(article, scene.hits):
            block = article.blocks[sentence.block]
            found += [
                (block.locate(start, end), block.text[start:end]) for start, end in self._search(article, sentence)
            ]
        if len(found) < self.options.least:
            return
        if self.options.together and found:
            related = tuple(Related(span, f"“{text}”") for span, text in found[1:_SHOWN])
            more = f" ({len(found)} places)" if len(found) > 1 else ""
            yield Finding(found[0][0], {"text": found[0][1], "more": more}, related=related)
            return
        for span, text in found:
            yield Finding(span, {"text": text, "more": ""})

    def _search(self, article: Article, sentence: Sentence) -> Iterator[tuple[int, int]]:
        if any(regex.search(sentence.text) for regex in self._unless):
            return
        end = 0
        for match in sorted(
            (match for regex in self._patterns for match in regex.finditer(sentence.text)),
            key=lambda match: (match.start(), -match.end()),
        ):
            group = "flag" if "flag" in match.re.groupindex else 0
            at, stop = match.span(group)
            if stop <= at or at < end:
                continue
            if not self._is_excused(article, sentence, sentence.start + at, sentence.start + stop):
                end = stop
                yield sentence.start + at, sentence.start + stop

    def _is_excused(self, article: Article, sentence: Sentence, start: int, end: int) -> bool:
        options, block = self.options, sentence.block
        if not options.judge_quoted and article.is_quoted(block, start, end):
            return True
        by = options.excused_by
        if "attributed" in by and article.is_attributed(block, start, end):
            return True
        text = article.blocks[block].text
        if "link" in by and block in article.linked_blocks:
            return True
        if block != self._last[0] or text is not self._last[1]:
            self._last = (block, text, *self._surroundings(article, block, text))
        if self._last[3] or ("date" in by and self._last[2] < sentence.end):
            return True
        if "source-near" in by and _is_source_near(article, block):
            return True
        return "source" in by and article.has_source(block, sentence.start, sentence.end)

    def _surroundings(self, article: Article, block: int, text: str) -> tuple[int, bool]:
        """Return from where on a day is known in a paragraph, and whether the paragraph excuses all."""
        match = _DAY.search(text)
        known = match.start() if match else len(text) + 1
        if _DAY.search(_text_before(article, block)):
            known = -1
        return known, any(regex.search(text) for regex in self._unless_paragraph)

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return _compile(self.options.patterns)

    @cached_property
    def _unless(self) -> list[re.Pattern[str]]:
        return _compile(self.options.unless)

    @cached_property
    def _unless_paragraph(self) -> list[re.Pattern[str]]:
        return _compile(self.options.unless_paragraph)

    @cached_property
    def _unless_article(self) -> list[re.Pattern[str]]:
        return _compile(self.options.unless_article)


def _sentences(article: Article, hits: Sequence[PhraseHit]) -> Iterator[Sentence]:
    """Yield each sentence that holds a hit, in order."""
    places: dict[int, list[int]] = {}
    for hit in hits:
        places.setdefault(hit.block, []).append(hit.start)
    for sentence in article.sentences:
        starts = places.get(sentence.block)
        if starts:
            at = bisect_left(starts, sentence.start)
            if at < len(starts) and starts[at] < sentence.end:
                yield sentence


def _text_before(article: Article, block: int) -> str:
    """Return the text of the block before, if that is prose too."""
    before = article.blocks[block - 1] if block else None
    return before.text if before is not None and before.kind in PROSE_KINDS else ""


def _is_source_near(article: Article, block: int) -> bool:
    """Tell whether a source tells something in a block or in the prose right after it."""
    near = [block, block + 1] if block + 1 < len(article.blocks) else [block]
    return any(
        article.blocks[place].kind in PROSE_KINDS and article.has_source(place, 0, len(article.blocks[place].text))
        for place in near
    )


def _compile(patterns: tuple[str, ...]) -> list[re.Pattern[str]]:
    return [pattern(regex) for regex in patterns]


def phrases_of(options: Options) -> Iterable[str]:
    """Give the shared automaton the words without which a sentence need not be searched."""
    return options.triggers


CHECK = CheckType("unsupported-pattern", Options, build, phrases=phrases_of, placeholders=("text", "more"))
