"""Checks of years that passed: lengths, anniversaries and ages beside the years that tell the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from newslint.article import Article
from newslint.checks.own_dates import Text, days_of_publication, texts_of
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


class _Part(NamedTuple):
    """A sentence, or two that belong together, of a text from a place on."""

    text: Text
    start: int
    words: str

    def report(self, slip: _Slip) -> Iterator[Finding]:
        """Yield the finding for a slip, if it is the article's own."""
        start, end = self.start + slip.start, self.start + slip.end
        if self.text.is_own(start, end):
            yield Finding(self.text.locate(start, end), {"text": self.text.words(start, end), "sum": slip.sum})

    def with_previous(self) -> _Part:
        """Return a sentence with the one before it; or the sentence alone, where there is none or it is long."""
        before = [start for start, _ in self.text.sentences() if start < self.start]
        whole = self.text.text[before[-1] : self.start + len(self.words)] if before else ""
        return _Part(self.text, before[-1], whole) if 0 < len(whole) <= _LONGEST else self

    def with_next(self) -> _Part:
        """Return a sentence with the next one, if that goes on (“It opened in 1990.”); or the sentence alone."""
        stop = self.start + len(self.words)
        following = next(((start, end) for start, end in self.text.sentences() if start >= stop), None)
        if following is None or not self.text.text.startswith(_GOING_ON, following[0]):
            return self
        whole = self.text.text[self.start : following[1]]
        return _Part(self.text, self.start, whole) if len(whole) <= _LONGEST else self


_GOING_ON = ("It ", "The ", "They ")


def _parts(texts: Iterable[Text], *needs: str) -> Iterator[_Part]:
    """Yield each sentence of the article that has a digit and one of some words.

    Headings, captions and cells are one sentence each.
    """
    for text in texts:
        if not any(need in text.text for need in needs):
            continue
        for start, end in text.sentences():
            words = text.text[start:end]
            if len(words) <= _LONGEST and any(need in words for need in needs):
                yield _Part(text, start, words)


@check(placeholders=("text", "sum"))
def duration_mismatch(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag lengths of time and anniversaries that the years beside them do not make."""
    anchors, texts = days_of_publication(article), list(texts_of(article))
    for each in _parts(texts, "year", "decade", "century ago"):
        part = each.with_previous() if each.words.startswith(_THAT_WAS) else each
        for slip in (*_wrong_lengths(part.words), *_wrong_agos(part.words, anchors)):
            yield from part.report(slip)
    for part in _parts(texts, "day", "night"):
        for slip in _wrong_days(part.words, article.day_first):
            yield from part.report(slip)
    for part in _parts(
        texts, "niversary", "birthday", "jubilee", "enary", "ennial", " wedding", " years", " turn", "this year"
    ):
        yield from _wrong_marks(part, anchors)


def _wrong_marks(part: _Part, anchors: list[date]) -> Iterator[Finding]:
    """Yield the finding for an anniversary of a sentence that may begin in the one before it, or go on in the next."""
    wholes = [part, *([part.with_previous()] if " its " in part.words.lower() else []), part.with_next()]
    for whole in wholes:
        found = find_anniversary(whole.words)
        if found:
            wrong = _wrong_anniversary(found, anchors)
            yield from whole.report(wrong) if wrong else ()
            return


_THAT_WAS = ("That was ", "This was ", "It was ")
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
    for each in _parts(texts_of(article), "orn ", "b. ", "(1", "(20", "oaled", "atched", "-year-old"):
        whole = each.with_previous() if _OF_THE_SAME.match(each.words) else each
        part = whole if find_age(whole.words) else each
        aged = find_age(part.words)
        slip = _wrong_age(aged, anchors) if aged else None
        if slip:
            yield from part.report(slip)


# A sentence about the one of whom the sentence before tells.
_OF_THE_SAME = pattern(r"(?:(?:He|She) (?:was|had been) born|Born in|Now |The [\w-]+-year-old\b|(?:He|She) is )")


def _wrong_age(aged: Aged, anchors: list[date]) -> _Slip | None:
    years = [*aged.years, *(anchor.year for anchor in anchors if aged.is_now)]
    if not years or any(aged.age in (year - aged.born - 1, year - aged.born) for year in years):
        return None
    year = years[0]
    passed = year - aged.born
    if passed <= 0:
        return None
    return _Slip(aged.start, aged.end, f"somebody born in {aged.born} was {passed - 1} or {passed} in {year}")
