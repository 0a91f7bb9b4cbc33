"""Checks of the order of days: ranges that run backwards, what is to come and past, and last days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from newslint.article import Article
from newslint.checks.own_dates import dates_by_block, days_of_publication, is_own, moment_blocks
from newslint.checks.shared import SHOWN
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.dates.deadlines import find_deadlines
from newslint.language.dates.ranges import find_backward_days, find_backward_hours, find_backward_years
from newslint.language.dates.tenses import ToldDate, find_told_dates
from newslint.patterns import pattern


@check(placeholders=("text",))
def backward_range(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag ranges of years, days or hours of which the end is before the beginning."""
    dated = dict(dates_by_block(article))
    silent = moment_blocks(article)
    for index, passage in enumerate(article.passages):
        text = passage.text
        if index in silent or not any(map(str.isdigit, text)):
            continue
        places = [*find_backward_years(text), *find_backward_hours(text)]
        places += find_backward_days(text, dated.get(index, ()))
        for start, end in sorted(set(places)):
            if is_own(article, index, start, end):
                yield Finding(article.blocks[index].locate(start, end), {"text": text[start:end]})


def _told_dates(article: Article) -> Iterator[tuple[int, ToldDate]]:
    """Yield the dates of sentences and captions with the tense in which they are told."""
    for index, dates in dates_by_block(article):
        text = article.passages[index].text
        if not any(mention.year for mention in dates):
            continue
        told = article.sentences_of.get(index)
        for start, end in [(each.start, each.end) for each in told] if told else [(0, len(text))]:
            own = [each for each in dates if start <= each.start < end]
            moved = [each._replace(start=each.start - start, end=each.end - start) for each in own]
            for found in find_told_dates(text[start:end], moved):
                yield index, found._replace(start=found.start + start, end=found.end + start)


# What an article gained after its date.
_ADDED = pattern(
    r"\W*(?:update|updated|edit|edited|correction|editor['’]s note|note|PS|postscript|addendum)\b", re.IGNORECASE
)


@check(
    grades=("to-come",),
    placeholders=("text", "published"),
    messages={
        "past": "“{text}” is told as past, but the article is of {published}.",
        "to-come": "“{text}” is told as to come, but the article is of {published}.",
    },
)
def tense_mismatch(
    article: Article,
    scene: Scene,
    *,
    max_years: Annotated[int, Option("older dates are told in the future of a story, not of the reader", ge=0)] = 3,
) -> Iterator[Finding]:
    """Flag what is told as to come on a day before the publication, and as past on a day after it.

    Where an article has several dates, a day must be before or after all of them.
    """
    anchors = days_of_publication(article)
    if not anchors:
        return
    first, last = min(anchors), max(anchors)
    for index, told in _told_dates(article):
        is_stale = told.is_to_come and told.last < first and (first - told.last).days <= 366 * max_years
        is_early = not told.is_to_come and told.first > last + timedelta(1)
        if not (is_stale or is_early) or _ADDED.match(article.blocks[index].text):
            continue
        if is_own(article, index, told.start, told.end):
            yield _tell(article, index, told, first if is_stale else last)


def _tell(article: Article, block: int, told: ToldDate, anchor: date) -> Finding:
    text = " ".join(article.blocks[block].text[told.start : told.end].split())
    values = {"text": text, "published": f"{anchor.day} {anchor:%B} {anchor.year}"}
    grade, message = ("to-come", "to-come") if told.is_to_come else ("default", "past")
    return Finding(article.blocks[block].locate(told.start, told.end), values, grade, message=message)


@check(placeholders=("last", "event"))
def late_deadline(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a last day to register that is after the event that people register for."""
    for index, dates in dates_by_block(article):
        text = article.passages[index].text
        for start, end, last, event in find_deadlines(text, dates) if len(dates) > 1 else ():
            if is_own(article, index, start, end):
                values = {"last": text[last.start : last.end], "event": text[event.start : event.end]}
                yield Finding(article.blocks[index].locate(last.start, last.end), values)


@check(placeholders=("text",))
def expired_date(
    article: Article,
    scene: Scene,
    *,
    min_days: Annotated[int, Option("so many days after the date it is out of date", ge=0)] = 30,
) -> Iterator[Finding]:
    """Flag what an article tells as to come on a day that was not past when it was published and is today, once."""
    anchors = days_of_publication(article)
    newest = max(anchors, default=date.min)
    old = []
    for index, told in _told_dates(article):
        is_due = told.is_to_come and told.last >= newest and told.last < date.max - timedelta(min_days)
        if not is_due or not scene.today.is_after(told.last + timedelta(min_days)):
            continue
        if is_own(article, index, told.start, told.end):
            text = " ".join(article.blocks[index].text[told.start : told.end].split())
            old.append((article.blocks[index].locate(told.start, told.end), text))
    related = tuple(Related(span, f"“{text}”") for span, text in old[1:SHOWN])
    for span, text in old[:1]:
        yield Finding(span, {"text": text}, related=related)
