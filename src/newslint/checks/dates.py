"""Checks of dates: days without a year, words such as “last week”, and changes before publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from string import ascii_lowercase
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Element
from newslint.checks.shared import SHOWN, keys, phrase_keys, say_day
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.comparison import comparison_key
from newslint.patterns import pattern
from newslint.spans import Extent
from newslint.today import Today

_MOST_DATES = 6
# What is said of a moment near the reader's own, and template marks.
_FROM_NOW = pattern(
    r"\b(?:ago|hours?|hrs?|min(?:ute)?s?|days?|today|yesterday|now|daily|weekly|monthly|hourly|regularly|heute|gestern|vor|hier)\b"
    r"|^\d{1,2}[:.]\d\d\b",
    re.IGNORECASE,
)
# What a word stands behind within a sentence.
_WITHIN = (*(f"{letter} " for letter in ascii_lowercase), ", ")
_TEMPLATE = pattern(r"[{<\[][{%]|\$\{|%\}|\bY{4}\b|\bMM\b|\bDD\b")


@check(placeholders=("value",))
def unreadable_date(
    article: Article,
    scene: Scene,
    *,
    generated: Annotated[tuple[str, ...], Option("values for which a site generator puts in the date")] = (),
) -> Iterator[Finding]:
    """Flag each value where a date of publication or update belongs and that is no date.

    On a visible line, words such as “two hours ago”, and a day without its year, are let pass if another date of
    publication can be read.
    """
    known = keys(generated)
    is_dated = any(element.value for element in article.find_all("published"))
    for element in _moments(article):
        if element.value or _is_ambiguous(element) or comparison_key(element.text, "words") in known:
            continue
        if element.origin != "convention" or not _may_stand(element, is_dated):
            yield Finding(element.span, {"value": _show(element)}, anchor=element.kind)


def _moments(article: Article) -> Iterator[Element]:
    yield from article.find_all("published")
    yield from article.find_all("updated")


def _is_ambiguous(element: Element) -> bool:
    """Tell whether a date has no value since nothing decides the order of day and month."""
    return element.value is None and len(_readings(element.text)) > 1


def _readings(text: str) -> list[date]:
    """Return the days that a text may mean: day first, then month first."""
    from newslint.language.dates.timestamps import parse_timestamp

    moments = [parse_timestamp(text, day_first=order) for order in (True, False)]
    return list(dict.fromkeys(moment.date for moment in moments if moment))


def _may_stand(element: Element, is_dated: bool) -> bool:
    """Tell whether a line that states no date may stay as it is."""
    from newslint.language.dates.timestamps import read_moment

    if read_moment(element.text) == "impossible" or _TEMPLATE.search(element.text):
        return False
    if not is_dated or element.kind == "published" or _FROM_NOW.search(element.text):
        return is_dated
    from newslint.language.dates.mentions import find_dates

    # The publication tells the year of an update: “Updated: Nov. 7, 3:30 p.m.”.
    return any(found.month and found.day for found in find_dates(element.text))


@check(placeholders=("date",), renamed={"blocks": "max_distance"})
def missing_year(
    article: Article,
    scene: Scene,
    *,
    max_distance: Annotated[int, Option("a full date at most this many blocks before supplies the year", ge=0)] = 1,
) -> Iterator[Finding]:
    """Flag a day or month without its year where no date of publication and no full date nearby supplies one."""
    found = [] if _is_published(article) else list(_find_yearless(article, max_distance))
    if found:
        related = tuple(Related(article.locate(place), f"“{article.text_of(place)}”") for place in found[1:_MOST_DATES])
        yield Finding(article.locate(found[0]), {"date": article.text_of(found[0])}, related=related)


def _find_yearless(article: Article, max_distance: int) -> Iterator[Extent]:
    """Yield the days and months of prose without a year, where no full date stands before them near by."""
    last_year = -max_distance - 1  # the last block with a full date
    for index, dates in groupby(article.dates, key=itemgetter(0)):
        mentions = [mention for _, mention in dates]
        if any(mention.year is not None for mention in mentions):
            last_year = index
        if article.blocks[index].kind not in PROSE_KINDS or index - last_year <= max_distance:
            continue
        for mention in mentions:
            place = Extent(index, mention.start, mention.end)
            if mention.month is not None and not article.is_quoted(*place) and not article.is_code(*place):
                yield place


_YEAR = pattern(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)")


def _is_published(article: Article) -> bool:
    """Tell whether an article states a date of publication, or the year in its headline.

    What is wrong with a date is said by other checks.
    """
    headlines = article.find_all("headline")
    return article.published is not None or any(_YEAR.search(each.text[:200]) for each in headlines)


@check(
    grades=("undated", "dated", "soft"),
    phrases=("hard", "soft"),
    placeholders=("phrase", "more"),
    messages={
        "undated": "“{phrase}”{more}: the article has no publication date to count from.",
        "dated": "“{phrase}”{more}: later readers will not know when that was.",
        "soft": "“{phrase}”{more}: this will age, and the article has no publication date.",
    },
)
def relative_date(
    article: Article,
    scene: Scene,
    *,
    hard: Annotated[tuple[str, ...], Option("phrases that need a date of publication to mean anything")],
    soft: Annotated[tuple[str, ...], Option("phrases that age")] = (),
    dated: Annotated[bool, Option("also flag the former in a dated article, for texts that are meant to last")] = False,
) -> Iterator[Finding]:
    """Flag words such as “last week” that no date of publication anchors; what others say is left to them.

    Phrases that need a date are one finding, of the grade `undated` or `dated`; those that age are one of `soft`.
    """
    is_dated = _is_published(article)
    if is_dated and not dated:
        return
    needy = phrase_keys(hard)
    hits: dict[bool, list[PhraseHit]] = {True: [], False: []}
    for hit in scene.hits:
        if _is_own_date(article, hit):
            hits[hit.phrase in needy].append(hit)
    if hits[True]:
        yield _together(article, hits[True], "dated" if is_dated else "undated")
    if hits[False] and not is_dated:
        yield _together(article, hits[False], "soft")


def _is_own_date(article: Article, hit: PhraseHit) -> bool:
    block = article.blocks[hit.block]
    if block.kind not in PROSE_KINDS and block.kind != "table-row":
        return False
    return not article.is_quoted(hit.block, hit.start, hit.end) and not _is_fixed(block.text, hit.start, hit.end)


def _is_fixed(text: str, start: int, end: int) -> bool:
    """Tell whether words stand for one time whenever they are read ("last week of March 2024") or are a name."""
    words = text[start:end].split()
    is_name = all(word[0].isupper() for word in words) and (len(words) > 1 or text.endswith(_WITHIN, 0, start))
    return is_name or text.startswith(" of ", end)


def _together(article: Article, hits: Sequence[PhraseHit], grade: str) -> Finding:
    spans = [(article.blocks[hit.block].locate(hit.start, hit.end), hit) for hit in hits]
    texts = [article.blocks[hit.block].text[hit.start : hit.end] for hit in hits]
    related = tuple(Related(span, f"“{text}”") for (span, _), text in list(zip(spans, texts, strict=True))[1:SHOWN])
    more = f" and {len(hits) - 1} more" if len(hits) > 1 else ""
    return Finding(spans[0][0], {"phrase": texts[0], "more": more}, grade, related, message=grade)


@check(grades=("prose",), placeholders=("date", "first", "second"))
def ambiguous_date(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag dates in numbers that may be read two ways, once: of the article (`default`), else in its text (`prose`)."""
    found = [(element.span, element.text) for element in _moments(article) if _is_ambiguous(element)]
    grade = "default" if found else "prose"
    for index, mention in article.dates:
        if mention.ambiguous and not article.is_quoted(index, mention.start, mention.end):
            block = article.blocks[index]
            found.append((block.locate(mention.start, mention.end), block.text[mention.start : mention.end]))
    for span, text in found[:1]:
        first, second = map(say_day, _readings(text))
        related = tuple(Related(other, f"“{words}”") for other, words in found[1:_MOST_DATES])
        yield Finding(span, {"date": text.strip(), "first": first, "second": second}, grade, related)


@check(grades=("far",), placeholders=("date",))
def future_date(
    article: Article,
    scene: Scene,
    *,
    max_days: Annotated[int, Option("how many days after today is not late, as for planned articles", ge=0)] = 31,
    far_days: Annotated[int, Option("more days after today are of the grade `far`", ge=0)] = 366,
) -> Iterator[Finding]:
    """Flag a date of publication or update that is far after today, once."""
    late = [
        element
        for element in _moments(article)
        if element.value and scene.today.is_before(_day_of(element.value), by=max_days)
    ]
    for element in late[:1]:
        grade = "far" if scene.today.is_before(_day_of(element.value or ""), by=far_days) else "default"
        yield Finding(element.span, {"date": _show(element)}, grade, _also(late))


def _day_of(value: str) -> date:
    return date.fromisoformat(value[:10])


def _also(elements: Sequence[Element]) -> tuple[Related, ...]:
    return tuple(Related(element.span, f"“{_show(element)}”") for element in elements[1:_MOST_DATES])


@check(placeholders=("date",))
def early_date(
    article: Article,
    scene: Scene,
    *,
    first_year: Annotated[int, Option("the first year in which something can have been published", ge=1)] = 1990,
) -> Iterator[Finding]:
    """Flag a date of publication or update that is long before anything was published here, once."""
    early = [element for element in _moments(article) if element.value and int(element.value[:4]) < first_year]
    for element in early[:1]:
        yield Finding(element.span, {"date": _show(element)}, related=_also(early))


@check(grades=("near",), placeholders=("published", "updated"))
def date_order(
    article: Article,
    scene: Scene,
    *,
    tolerance_hours: Annotated[
        int, Option("how much older an update may be where both have a time, as with scheduled articles", ge=0)
    ] = 72,
) -> Iterator[Finding]:
    """Flag an update that is dated before the publication, at most once.

    Between fields of front matter that have a time and a zone, less than the tolerance is of the grade `near`, and in
    the metadata of a page what is less than two weeks, as with articles that waited for their day.
    """
    published, updated = _read(article, "published"), _read(article, "updated")
    for hours, is_sure in ((tolerance_hours, True), (0, False)):
        for later in updated:
            earlier = _find_later(published, later, hours)
            if earlier and (is_sure or _is_settled(later, earlier, scene.today)):
                values = {"updated": _show(later), "published": _show(earlier)}
                grade = "default" if is_sure and not _is_scheduled(later, earlier) else "near"
                yield Finding(later.span, values, grade, (Related(earlier.span, "published here"),))
                return


def _read(article: Article, kind: Literal["published", "updated"]) -> list[Element]:
    return [element for element in article.find_all(kind) if element.value]


def _find_later(published: Sequence[Element], update: Element, tolerance_hours: int) -> Element | None:
    """Return a date of publication that is later than an update if all are, best one of the same origin.

    One of several that agrees means that the other was misread.
    """
    if not published or not all(_is_before(update, element, tolerance_hours) for element in published):
        return None
    return next((element for element in published if element.origin == update.origin), published[0])


def _is_before(later: Element, earlier: Element, tolerance_hours: int) -> bool:
    update, start = (later.value or ""), (earlier.value or "")
    if "T" not in update or "T" not in start:
        return _last_day(update) < _first_day(start)
    one, other = datetime.fromisoformat(update), datetime.fromisoformat(start)
    if (one.tzinfo is None) != (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return other - one > timedelta(hours=tolerance_hours)


def _first_day(value: str) -> date:
    """Return the first day that a moment may be where it was written: a time in UTC is another day in some places."""
    moment = datetime.fromisoformat(value)
    return (moment - timedelta(hours=12) if moment.utcoffset() == timedelta(0) else moment).date()


def _last_day(value: str) -> date:
    moment = datetime.fromisoformat(value)
    return (moment + timedelta(hours=14) if moment.utcoffset() == timedelta(0) else moment).date()


_LONGEST_WAIT = 14 * 24  # hours


def _is_scheduled(later: Element, earlier: Element) -> bool:
    """Tell whether both dates are times in a page's metadata, so near that the article may have waited for its day."""
    is_metadata = {later.origin, earlier.origin} <= {"meta tag", "JSON-LD"}
    has_times = all("T" in (element.value or "") for element in (later, earlier))
    return is_metadata and has_times and not _is_before(later, earlier, _LONGEST_WAIT)


def _is_settled(later: Element, earlier: Element, today: Today) -> bool:
    """Tell whether two fields state moments that can be compared to the minute, of an article that is out."""
    values = (later.value or "", earlier.value or "")
    return (
        later.origin == earlier.origin == "front matter"
        and all("T" in value and datetime.fromisoformat(value).tzinfo is not None for value in values)
        and not today.is_before(_day_of(values[1]))
    )


def _show(element: Element) -> str:
    text = " ".join(element.text.split())
    if 0 < len(text) <= 60:
        return text
    return element.value or f"{text[:60]}…"
