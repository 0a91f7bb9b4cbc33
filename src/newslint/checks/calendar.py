"""Checks of days against the calendar: weekdays that do not fit, days and hours that there are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from newslint.article import PROSE_KINDS, Article
from newslint.checks.own_dates import Text, days_of_publication, is_gregorian, is_meant, is_own, moment_blocks, texts_of
from newslint.checks.shared import SHOWN, around
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.dates.impossible import Impossible, find_impossible
from newslint.language.dates.leaps import find_missing_leap_days
from newslint.language.dates.mentions import find_dates
from newslint.language.dates.styles import style_of
from newslint.language.dates.weekdays import WEEKDAY_NAMES, DatedWeekday, find_weekdays, fits, nearest
from newslint.language.dates.years import years_near
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent


class _Misfit(NamedTuple):
    """A day of a text whose weekday does not fit in a year."""

    text: Text
    dated: DatedWeekday
    year: int


@check(placeholders=("date", "weekday", "year", "named", "nearest"))
def weekday_mismatch(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag days of which the weekday is another one in the calendar.

    A day without a year is of the year in which it is within half a year of the publication; one that fits a year
    that is named near it is let pass.
    """
    own, yearless = _misfits(article)
    if not _is_of_another_year(article, yearless):
        own += yearless
    for misfit in sorted(own, key=lambda each: each.text.locate(each.dated.start, each.dated.end)):
        yield _tell(misfit)


def _tell(misfit: _Misfit) -> Finding:
    text, dated, year = misfit
    day = date(year, *dated.days[0])
    values = {
        "date": text.words(dated.start, dated.end),
        "weekday": WEEKDAY_NAMES[day.weekday()],
        "year": "" if dated.year else f" in {year}",
        "named": WEEKDAY_NAMES[dated.weekdays[0]],
        "nearest": _write(nearest(dated, year), dated.is_day_first, year),
    }
    return Finding(text.locate(dated.start, dated.end), values)


def _write(day: date, is_day_first: bool, year: int) -> str:
    tail = f", {day.year}" if day.year != year else ""
    return f"{day.day} {day:%B}{tail.replace(',', '')}" if is_day_first else f"{day:%B} {day.day}{tail}"


def _misfits(article: Article) -> tuple[list[_Misfit], list[_Misfit]]:
    """Return the days with a wrong weekday: those with a year, and those that take theirs from the publication."""
    own: list[_Misfit] = []
    yearless: list[_Misfit] = []
    anchors = days_of_publication(article)
    for text in (*texts_of(article), *_lines_of_dates(article)):
        for dated in find_weekdays(text.text, text.dates):
            if dated.year is not None:
                if not fits(dated, dated.year) and _counts(text, dated, dated.year):
                    own.append(_Misfit(text, dated, dated.year))
                continue
            near = _anchors_of(text, dated, anchors)
            years = years_near(*dated.days[0], near)
            # Months before or after, a story may tell of the same day a year earlier without saying so.
            far = [] if years_near(*dated.days[0], near, within=_SOON) else [year - 1 for year in years]
            is_fit = any(fits(dated, year) for year in [*years, *far, *_years_beside(article, text.block)])
            if years and not is_fit and _counts(text, dated, years[0]):
                yearless.append(_Misfit(text, dated, years[0]))
    return own, yearless


_SOON = 90  # days

# A year that is told by its distance: “next year Christmas Day, 25 December, falls on a Thursday”.
_OTHER_YEAR = pattern(r"\b(?P<way>next|last)\syear\b", re.IGNORECASE)


def _anchors_of(text: Text, dated: DatedWeekday, anchors: Sequence[date]) -> list[date]:
    """Return the days near which a day without a year is: those of publication, in the year that its sentence tells."""
    told = _OTHER_YEAR.search(around(text.text, dated.start, dated.end))
    if told is None:
        return list(anchors)
    shift = 1 if told["way"].lower() == "next" else -1
    return [each.replace(year=each.year + shift, month=7, day=1) for each in anchors]


def _lines_of_dates(article: Article) -> Iterator[Text]:
    """Yield the lines that state when the article was published, which are no running text."""
    for index in sorted(moment_blocks(article)):
        if not article.passages[index].text:
            line = article.blocks[index].text
            yield Text(article, index, line, find_dates(line, day_first=article.day_first))


def _counts(text: Text, dated: DatedWeekday, year: int) -> bool:
    return is_gregorian(text, year) and text.is_own(dated.start, dated.end)


_YEAR = pattern(r"(?<![\d.,$£€-])(?:1[89]|20)\d\d(?![\d%]|[.,]\d)")
_BESIDE = 2  # blocks before


def _years_beside(article: Article, block: int | None) -> set[int]:
    """Return the years that a block, those before it, and the headline name."""
    silent = moment_blocks(article)
    beside = [] if block is None else [at for at in range(max(0, block - _BESIDE), block + 1) if at not in silent]
    texts = [article.passages[at].text for at in beside]
    texts += [element.text[:300] for element in article.find_all("headline")]
    return {int(year[0]) for text in texts for year in _YEAR.finditer(text)}


_MANY = 2


def _is_of_another_year(article: Article, misfits: Sequence[_Misfit]) -> bool:
    """Tell whether several days without a year fit one other year, so that the date of publication is not theirs."""
    fitting = Counter(
        year + shift for _, dated, year in misfits for shift in range(-6, 3) if shift and fits(dated, year + shift)
    )
    return len(misfits) >= _MANY and max(fitting.values(), default=0) == len(misfits)


# A sentence that says that there is no such day, or tells of February 30 as such; and what is called by its date.
_DENIED = pattern(
    r"\b(?:there (?:was|is) a|(?:had|has|have|add(?:s|ed|ing)?|invent(?:s|ed|ing)?|got)(?: (?:a|an|its|the|an extra))?"
    r"|(?:play|film|show|song|band|book|album|drama|comedy|series)(?: called)?)\s\Z",
    re.IGNORECASE,
)
# “until 25:30, its sign says, meaning half past one”: what is explained is meant.
_EXPLAINED = pattern(r"\b(?:meaning|i\.e\.|that is|or half past|, or \w+ (?:o['’]clock|in the morning))", re.IGNORECASE)
_BEFORE, _BEHIND = 40, 60  # code points


@check(grades=("quoted",), placeholders=("text", "reason"))
def impossible_date(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag days and hours in running text that there are not; lines that date the article are another check's.

    Of quotations, only days are judged, but not a day by which people mean never, where it has no year.
    """
    anchors = days_of_publication(article)
    for text in texts_of(article):
        for found in (*find_impossible(text.text, text.dates), *find_missing_leap_days(text.text, text.dates, anchors)):
            start, end, reason, year, month = found
            # Of the lengths of months, calendars differ in that of February alone.
            if month == _FEBRUARY and year and not is_gregorian(text, year):
                continue
            grade = _grade(text, found)
            if grade and not (_EXPLAINED.search(text.text, end, end + 60) or _is_denied(text.text, start)):
                yield Finding(text.locate(start, end), {"text": text.text[start:end], "reason": reason}, grade)


_FEBRUARY = 2


def _grade(text: Text, found: Impossible) -> str:
    """Return the grade of a day or an hour that there is not; nothing where it is not judged."""
    start, end, _, year, month = found
    if text.is_own(start, end):
        return "default"
    is_day = month is not None and (year or month != _FEBRUARY)
    is_told = is_day and text.block is not None and is_meant(text.article, text.block, start, end)
    return "quoted" if is_told else ""


_NEGATED = pattern(r"\b(?:no|not|never|isn['’]t|without|instead of|so-called|n['’]t have)\b", re.IGNORECASE)


def _is_denied(text: str, start: int) -> bool:
    """Tell whether a sentence says that there is no such day."""
    begin = max(0, start - _BEFORE)
    return _NEGATED.search(text, begin, start) is not None or _DENIED.search(text, begin, start) is not None


@check(placeholders=("date", "order", "other"))
def mixed_dates(
    article: Article,
    scene: Scene,
    *,
    min_others: Annotated[int, Option("so many dates in the other order make that the article's", ge=1)] = 2,
) -> Iterator[Finding]:
    """Flag dates that put day and month in the order that most dates of the article do not, once.

    Where both orders come equally often, that of the first date is the article's.
    """
    found: dict[str, list[Extent]] = {"day first": [], "month first": []}
    for index, mention in article.dates:
        text = article.passages[index].text
        style = style_of(text, mention)
        if style and article.blocks[index].kind in PROSE_KINDS and is_own(article, index, mention.start, mention.end):
            found[style].append(Extent(index, mention.start, mention.end))
    rare, usual = sorted(
        found.values(), key=lambda places: (len(places), [-each for each in places[0]] if places else [])
    )
    if not rare or len(usual) < min_others:
        return
    places = [(article.locate(place), article.text_of(place)) for place in rare]
    related = tuple(Related(span, f"“{words}”") for span, words in places[1:SHOWN])
    order = "the day first" if rare is found["day first"] else "the month first"
    values = {"date": places[0][1], "order": order, "other": article.text_of(usual[0])}
    yield Finding(places[0][0], values, related=related)
