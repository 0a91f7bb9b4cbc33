"""Checks of years that passed: lengths, anniversaries and ages beside the years that tell the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newslint.article import Article
from newslint.checks.own_dates import days_of_publication, is_own
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.dates.ages import Aged, find_age
from newslint.language.dates.anniversaries import Anniversary, find_anniversary
from newslint.language.dates.durations import find_agos, find_days, find_distances, find_lengths
from newslint.language.dates.mentions import find_dates
from newslint.patterns import pattern
from newslint.records import NamedTuple


class _Slip(NamedTuple):
    """What is wrong at a place of a text: what the sum is."""

    start: int
    end: int
    sum: str


_LONGEST = 600  # code points of a sentence that is judged


def _sentences(article: Article, *needs: str) -> Iterator[tuple[int, int, str]]:
    """Yield each sentence of the article's text that has a digit and one of some words: its block, start and text.

    Headings, captions and cells are one sentence each.
    """
    for index, passage in enumerate(article.passages):
        text = passage.text
        if not any(need in text for need in needs) or not any(map(str.isdigit, text)):
            continue
        told = article.sentences_of.get(index)
        parts = [(each.start, each.text) for each in told] if told else [(0, text)]
        for start, sentence in parts:
            if len(sentence) <= _LONGEST and any(need in sentence for need in needs):
                yield index, start, sentence


@check(placeholders=("text", "sum"))
def duration_mismatch(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag lengths of time and anniversaries that the years beside them do not make."""
    anchors = days_of_publication(article)
    for index, start, text in _sentences(article, "year", "decade ago", "century ago"):
        if text.startswith(_THAT_WAS):
            text, start = _with_previous(article, index, start, text)
        for slip in (*_wrong_lengths(text), *_wrong_agos(text, anchors)):
            yield from _report(article, index, start, slip)
    for index, start, text in _sentences(article, "day", "night"):
        for slip in _wrong_days(text, article.day_first):
            yield from _report(article, index, start, slip)
    for index, start, text in _sentences(
        article, "niversary", "birthday", "jubilee", "enary", "ennial", " wedding", " years"
    ):
        found = find_anniversary(text)
        if not found and " its " in text.lower():
            whole, begin = _with_previous(article, index, start, text)
            before = find_anniversary(whole)
            found = before and before._replace(start=before.start + begin - start, end=before.end + begin - start)
        found = found or _told_in_two(article, index, start, text)
        wrong = _wrong_anniversary(found, anchors) if found else None
        if wrong:
            yield from _report(article, index, start, wrong)


def _report(article: Article, block: int, at: int, slip: _Slip) -> Iterator[Finding]:
    start, end = at + slip.start, at + slip.end
    if is_own(article, block, start, end):
        words = " ".join(article.blocks[block].text[start:end].split())
        yield Finding(article.blocks[block].locate(start, end), {"text": words, "sum": slip.sum})


_THAT_WAS = ("That was ", "This was ", "It was ")


def _with_previous(article: Article, block: int, at: int, text: str) -> tuple[str, int]:
    """Return a sentence with the one before it, and where that starts; or the sentence alone."""
    before = [each for each in article.sentences_of.get(block, ()) if each.start < at]
    whole = article.blocks[block].text[before[-1].start : at + len(text)] if before else ""
    return (whole, before[-1].start) if 0 < len(whole) <= _LONGEST else (text, at)


def _told_in_two(article: Article, block: int, at: int, text: str) -> Anniversary | None:
    """Return the anniversary of a sentence that begins in the next one (“It opened in 1990.”)."""
    following = next((each for each in article.sentences_of.get(block, ()) if each.start >= at + len(text)), None)
    if following is None or not following.text.startswith(("It ", "The ", "They ")):
        return None
    whole = article.blocks[block].text[at : following.end]
    return find_anniversary(whole) if len(whole) <= _LONGEST else None


_ROUND = 0.15  # of a length that is said to be rough


def _wrong_lengths(text: str) -> Iterator[_Slip]:
    for start, end, years, first, last, is_rough in find_lengths(text):
        passed = last - first
        # A part of a year may count, and both years may.
        if passed >= 0 and abs(passed - years) > max(1, is_rough * max(2, _ROUND * passed)):
            yield _Slip(start, end, f"from {first} to {last} is {_years(passed)}")
    for start, end, years, one, other, is_rough in find_distances(text):
        passed = one - other
        if abs(passed - years) > (1 if not is_rough else max(2, _ROUND * abs(passed))):
            yield _Slip(start, end, f"from {min(one, other)} to {max(one, other)} is {_years(abs(passed))}")


def _years(number: int) -> str:
    return f"{number} year" if number == 1 else f"{number} years"


# A length in days.
_DAYS = pattern(r"[a-z\d][-\s](?:days?|nights?)\b")


def _wrong_days(text: str, day_first: bool | None) -> Iterator[_Slip]:
    if not _DAYS.search(text):
        return
    for start, end, count, is_nights, first, last in find_days(text, find_dates(text, day_first=day_first)):
        passed = (last - first).days
        # Both ends may count or only one; of a length of weeks, what is no working day may not.
        if count > 1 and count not in (passed, passed + 1) and (passed <= _FEW_DAYS or count > passed + 1):
            yield _Slip(start, end, f"that is {passed} nights" if is_nights else f"that is {passed + 1} days")


_FEW_DAYS = 5
_LONG_AGO = 20  # years that are rounded in speech
_ROUNDED = 0.05


def _wrong_agos(text: str, anchors: list[date]) -> Iterator[_Slip]:
    for start, end, years, year, month, is_rough in find_agos(text):
        fits = [_is_ago(years, year, month, anchor, is_rough) for anchor in anchors]
        if anchors and not any(fits):
            yield _Slip(start, end, f"{year} was {_years(anchors[0].year - year)} before {anchors[0].year}")


def _is_ago(years: int, year: int, month: int | None, anchor: date, is_rough: bool) -> bool:
    now = anchor.year + (anchor.month - 1) / 12
    least, most = (now - year - 1 + 1 / 12, now - year) if month is None else (now - year - month / 12,) * 2
    most = most if month is None else most + 1 / 6
    allowance = 0.5 if month is None else 1.0
    if is_rough:
        allowance = max(2.0, _ROUND * years)
    elif years >= _LONG_AGO and years % 5 == 0:
        allowance = max(allowance, _ROUNDED * years)
    return least - allowance <= years <= most + allowance


def _wrong_anniversary(found: Anniversary, anchors: list[date]) -> _Slip | None:
    start, end, years, begun, marked, shift = found
    if marked is not None:
        fitting = {marked}
    elif shift is not None:
        fitting = {anchor.year + shift for anchor in anchors}
    else:
        # “marks its 25th anniversary”: that may be some months away.
        fitting = {anchor.year + near for anchor in anchors for near in (-1, 0, 1)}
    if not fitting or begun + years in fitting or begun >= max(fitting):
        return None
    year = marked or anchors[0].year + (shift or 0)
    return _Slip(start, end, f"from {begun} to {year} is {_years(year - begun)}")


@check(placeholders=("text", "sum"))
def age_mismatch(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag ages that a year of birth beside them does not make, in the year that is named or of the publication."""
    anchors = days_of_publication(article)
    for index, start, text in _sentences(article, "orn ", "b. ", "(1", "(20"):
        if text.startswith(("He was born", "She was born", "Born in", "He had been born", "She had been born")):
            whole, begin = _with_previous(article, index, start, text)
            text, start = (whole, begin) if find_age(whole) else (text, start)
        aged = find_age(text)
        slip = _wrong_age(aged, anchors) if aged else None
        if slip:
            yield from _report(article, index, start, slip)


def _wrong_age(aged: Aged, anchors: list[date]) -> _Slip | None:
    years = [*aged.years, *(anchor.year for anchor in anchors if aged.is_now)]
    if not years or any(aged.age in (year - aged.born - 1, year - aged.born) for year in years):
        return None
    year = years[0]
    passed = year - aged.born
    if passed <= 0:
        return None
    return _Slip(aged.start, aged.end, f"somebody born in {aged.born} was {passed - 1} or {passed} in {year}")
