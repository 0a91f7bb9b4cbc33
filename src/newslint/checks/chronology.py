"""Checks of the order of days: ranges that run backwards, what is to come and past, and last days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Annotated

from newslint.article import Article
from newslint.checks.own_dates import Text, days_of_publication, texts_of
from newslint.checks.shared import SHOWN, say_day, sentence_bounds
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.dates.deadlines import Deadline, find_deadlines
from newslint.language.dates.mentions import DateMention
from newslint.language.dates.ranges import Range, find_backward_days, find_backward_hours, find_backward_years
from newslint.language.dates.tenses import ToldDate, find_told_dates
from newslint.language.numbers.descending import find_backward_numbers, find_falling_ranges, may_fall
from newslint.language.numbers.quantities import Quantity
from newslint.patterns import pattern


@check(placeholders=("text",))
def backward_range(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag ranges of years, days, hours, ages or measures of which the end is before the beginning."""
    counted = dict(_falling(article))
    for told in texts_of(article):
        text = told.text
        places = [*find_backward_years(text), *find_backward_hours(text), *find_backward_numbers(text)]
        places += find_backward_days(text, told.dates)
        places += counted.pop(told.block, ())
        for start, end in _disjoint(places):
            if told.is_own(start, end):
                yield Finding(told.locate(start, end), {"text": told.words(start, end)})


def _disjoint(places: Sequence[Range]) -> Iterator[Range]:
    """Yield places in order without those that begin in another."""
    last = 0
    for start, end in sorted(set(places), key=lambda place: (place[0], -place[1])):
        if start >= last:
            yield start, end
            last = end


def _falling(article: Article) -> Iterator[tuple[int | None, list[Range]]]:
    """Yield each block that has ranges of figures that run downwards, with those; each is judged in its sentence."""
    for index, group in groupby(article.quantities, key=itemgetter(0)):
        text = article.passages[index].text
        pairs = pairwise([quantity for _, quantity in group])
        places = [place for pair in pairs if may_fall(*pair) for place in _in_sentence(text, *pair)]
        if places:
            yield index, places


def _in_sentence(text: str, one: Quantity, other: Quantity) -> Iterator[Range]:
    begin, end = sentence_bounds(text, one.start, other.end)
    moved = [each._replace(start=each.start - begin, end=each.end - begin) for each in (one, other)]
    for start, stop in find_falling_ranges(text[begin:end], moved):
        yield start + begin, stop + begin


def _told_dates(article: Article) -> Iterator[tuple[Text, ToldDate]]:
    """Yield the dates of sentences and captions with the tense in which they are told."""
    for each in texts_of(article):
        if not any(mention.year for mention in each.dates):
            continue
        for start, end in each.sentences():
            own = [mention for mention in each.dates if start <= mention.start < end]
            moved = [mention._replace(start=mention.start - start, end=mention.end - start) for mention in own]
            for found in find_told_dates(each.text[start:end], moved):
                yield each, found._replace(start=found.start + start, end=found.end + start)


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
    for text, told in _told_dates(article):
        is_stale = told.is_to_come and told.last < first and (first - told.last).days <= 366 * max_years
        is_early = not told.is_to_come and told.first > last + timedelta(1)
        if not (is_stale or is_early) or _ADDED.match(text.text):
            continue
        if is_stale and _is_caption(text) and not _FUTURE.search(text.text, told.start, told.end):
            continue  # captions tell in the present what a picture shows
        if text.is_own(told.start, told.end):
            yield _tell(text, told, first if is_stale else last)


_FUTURE = pattern(r"\b(?:will|to)\b")


def _is_caption(text: Text) -> bool:
    return text.block is not None and text.article.blocks[text.block].kind == "caption"


def _tell(text: Text, told: ToldDate, anchor: date) -> Finding:
    values = {"text": text.words(told.start, told.end), "published": say_day(anchor)}
    grade, message = ("to-come", "to-come") if told.is_to_come else ("default", "past")
    return Finding(text.locate(told.start, told.end), values, grade, message=message)


@check(placeholders=("last", "event"))
def late_deadline(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a last day to register that is after the event that people register for, in a paragraph or its neighbour."""
    before: Text | None = None
    for told in texts_of(article):
        if told.dates:
            found = [(each, told, told) for each in find_deadlines(told.text, told.dates)]
            if not found and before is not None and told.block == (before.block or 0) + 1:
                found = list(_across(before, told))
            for each, of_last, of_event in found:
                yield from _tell_late(each, of_last, of_event)
        before = told if told.dates and told.block is not None else None


def _across(one: Text, other: Text) -> Iterator[tuple[Deadline, Text, Text]]:
    """Yield the last days of one of two paragraphs that are after an event of the other."""
    if len(one.text) + len(other.text) > _LONGEST_PAIR:
        return
    gap = len(one.text) + 1
    moved = [each._replace(start=each.start + gap, end=each.end + gap) for each in other.dates]
    for found in find_deadlines(f"{one.text}\n{other.text}", [*one.dates, *moved]):
        last, event = found.last, found.event
        if (last.start < gap) != (event.start < gap):
            yield found._replace(last=_back(last, gap), event=_back(event, gap)), *_owners(one, other, last.start < gap)


_LONGEST_PAIR = 1200  # code points of two paragraphs


def _back(mention: DateMention, gap: int) -> DateMention:
    shift = gap if mention.start >= gap else 0
    return mention._replace(start=mention.start - shift, end=mention.end - shift)


def _owners(one: Text, other: Text, is_first: bool) -> tuple[Text, Text]:
    return (one, other) if is_first else (other, one)


def _tell_late(found: Deadline, of_last: Text, of_event: Text) -> Iterator[Finding]:
    last, event = found.last, found.event
    if of_last.is_own(last.start, last.end) and of_event.is_own(event.start, event.end):
        values = {"last": of_last.words(last.start, last.end), "event": of_event.words(event.start, event.end)}
        yield Finding(of_last.locate(last.start, last.end), values)


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
    for text, told in _told_dates(article):
        is_due = told.is_to_come and told.last >= newest and told.last < date.max - timedelta(min_days)
        if not is_due or not scene.today.is_after(told.last + timedelta(min_days)):
            continue
        if text.is_own(told.start, told.end):
            old.append((text.locate(told.start, told.end), text.words(told.start, told.end)))
    related = tuple(Related(span, f"“{words}”") for span, words in old[1:SHOWN])
    for span, words in old[:1]:
        yield Finding(span, {"text": words}, related=related)
