"""Checks of days against the calendar: weekdays that do not fit, days and hours that there are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from newslint.article import PROSE_KINDS, Article
from newslint.checks.own_dates import dates_by_block, days_of_publication, is_gregorian, is_own, moment_blocks
from newslint.checks.shared import SHOWN
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.dates.impossible import find_impossible
from newslint.language.dates.mentions import DateMention, find_dates
from newslint.language.dates.styles import style_of
from newslint.language.dates.weekdays import WEEKDAY_NAMES, DatedWeekday, find_weekdays, fits, nearest
from newslint.language.dates.years import years_near
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent


class _Misfit(NamedTuple):
    """A day of a block whose weekday does not fit in a year."""

    block: int
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
    for misfit in sorted(own, key=lambda each: (each.block, each.dated.start)):
        yield _tell(article, misfit)


def _tell(article: Article, misfit: _Misfit) -> Finding:
    block, (index, dated, year) = article.blocks[misfit.block], misfit
    day = date(year, *dated.days[0])
    values = {
        "date": " ".join(block.text[dated.start : dated.end].split()),
        "weekday": WEEKDAY_NAMES[day.weekday()],
        "year": "" if dated.year else f" in {year}",
        "named": WEEKDAY_NAMES[dated.weekdays[0]],
        "nearest": _write(nearest(dated, year), dated.is_day_first, year),
    }
    return Finding(article.blocks[index].locate(dated.start, dated.end), values)


def _write(day: date, is_day_first: bool, year: int) -> str:
    tail = f", {day.year}" if day.year != year else ""
    return f"{day.day} {day:%B}{tail.replace(',', '')}" if is_day_first else f"{day:%B} {day.day}{tail}"


def _misfits(article: Article) -> tuple[list[_Misfit], list[_Misfit]]:
    """Return the days with a wrong weekday: those with a year, and those that take theirs from the publication."""
    own: list[_Misfit] = []
    yearless: list[_Misfit] = []
    anchors = days_of_publication(article)
    for index, dates in (*dates_by_block(article), *_dates_of_lines(article)):
        for dated in find_weekdays(article.blocks[index].text, dates):
            if dated.year is not None:
                if not fits(dated, dated.year) and _counts(article, index, dated, dated.year):
                    own.append(_Misfit(index, dated, dated.year))
                continue
            years = years_near(*dated.days[0], anchors)
            is_fit = any(fits(dated, year) for year in [*years, *_years_beside(article, index)])
            if years and not is_fit and _counts(article, index, dated, years[0]):
                yearless.append(_Misfit(index, dated, years[0]))
    return own, yearless


def _dates_of_lines(article: Article) -> Iterator[tuple[int, Sequence[DateMention]]]:
    """Yield the dates of lines that state when the article was published, which are no running text."""
    for index in sorted(moment_blocks(article)):
        if not article.passages[index].text:
            yield index, find_dates(article.blocks[index].text, day_first=article.day_first)


def _counts(article: Article, block: int, dated: DatedWeekday, year: int) -> bool:
    return is_gregorian(article, block, year) and is_own(article, block, dated.start, dated.end)


_YEAR = pattern(r"(?<![\d.,$£€-])(?:1[89]|20)\d\d(?![\d%]|[.,]\d)")
_BESIDE = 2  # blocks before


def _years_beside(article: Article, block: int) -> set[int]:
    """Return the years that a block, those before it, and the headline name."""
    silent = moment_blocks(article)
    beside = [at for at in range(max(0, block - _BESIDE), block + 1) if at not in silent]
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


# A sentence that says that there is no such day, or tells of February 30 as such.
_DENIED = pattern(r"\b(?:no|not|never|isn['’]t|without|instead of|so-called|n['’]t have)\b", re.IGNORECASE)
_BEFORE = 40  # code points


@check(placeholders=("text", "reason"))
def impossible_date(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag days and hours in running text that there are not; lines that date the article are another check's."""
    dated = dict(dates_by_block(article))
    silent = moment_blocks(article)
    for index, passage in enumerate(article.passages):
        text = passage.text
        if not text or index in silent:
            continue
        for start, end, reason, year in find_impossible(text, dated.get(index, ())):
            if (year and not is_gregorian(article, index, year)) or not is_own(article, index, start, end):
                continue
            if not _DENIED.search(text, max(0, start - _BEFORE), start):
                yield Finding(article.blocks[index].locate(start, end), {"text": text[start:end], "reason": reason})


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
