"""Read a whole string as one publication date with or without a time; searches no running text."""

import datetime
import re
from functools import cache
from typing import NamedTuple

from newslint.language.dates.names import MONTHS, WEEKDAYS, find_offset, is_possible_day
from newslint.patterns import pattern

_LONGEST = 120  # code points; a date with its label is shorter


class Moment(NamedTuple):
    """Hold a date with the time and the offset from UTC (minutes east) where they are given.

    `ambiguous` is True where the order of day and month is a guess ("03/04/2024").
    """

    date: datetime.date
    time: datetime.time | None = None
    offset: int | None = None
    ambiguous: bool = False

    def isoformat(self) -> str:
        """Write the moment in ISO 8601, with time and offset only where they are given."""
        if self.time is None:
            return self.date.isoformat()
        return f"{self.date.isoformat()}T{self.time.isoformat()}{format_offset(self.offset)}"


def format_offset(offset: int | None) -> str:
    """Write an offset in minutes east of UTC as ISO 8601 has it; nothing for None."""
    if offset is None:
        return ""
    sign = "-" if offset < 0 else "+"
    return f"{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"


def read_clock(hour: str, minute: str | None, second: str | None, half: str | None) -> datetime.time | None:
    """Read the parts of a clock time ("5", "06", None, "p.m."); None where no clock shows them."""
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return None if number > 23 else _clock(number, minute, second)
        number = number % 12 + (12 if half[0] in "pP" else 0)
    return _clock(number, minute, second)


def _clock(hour: int, minute: str | None, second: str | None) -> datetime.time | None:
    whole, _, fraction = (second or "0").replace(",", ".").partition(".")
    microsecond = int((fraction + "000000")[:6]) if fraction else 0
    try:
        return datetime.time(hour, int(minute or 0), int(whole), microsecond)
    except ValueError:
        return None


def read_offset(sign: str, hours: str, minutes: str | None) -> int | None:
    """Read a numeric offset ("+", "05", "30") as minutes east of UTC; None outside -14:00 to +14:00."""
    value = int(hours) * 60 + int(minutes or 0)
    if value > 14 * 60 or int(minutes or 0) > 59:
        return None
    return -value if sign in "-−" else value


@cache
def _label() -> re.Pattern[str]:
    return pattern(
        r"""
        ^ \W*+ (?>
            (?:first\s|last\s|originally\s|article\s|date\s|story\s|zuletzt\s|mis\sà\sjour|mise\sà\sjour)?
            (?:published|publication|publish|updated?|posted|modified|created|issued|released|edited|filed|date[dn]?|dateline
              |veröffentlicht|aktualisiert|erstellt|stand|publié|publiée|modifié|modifiée|publicado|publicada
              |actualizado|actualizada|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|geplaatst
              |publicerad|uppdaterad|publisert|oppdatert|opdateret|publiceret|opublikowano|mis\sà\sjour
              |mise\sà\sjour|data|datum|fecha) \b
            (?:\s(?:date|time|on|at|le|am|el|il|op|em|den|den\.|dnia|w\sdniu)\b)?
            \s*+ [:|\-–—·•]?+ \s*+
        )++
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _iso() -> re.Pattern[str]:
    return pattern(
        r"""
        (\d{4}) (?P<mark>[-/.]?) (\d{1,2}) (?P=mark) (\d{1,2})            # 2015-01-27  2015/1/27  20150127
        (?:
            (?:[T_,]\s?|\s{1,3}(?:at\s)?)
            (\d{1,2}) (?::?(\d{2}) (?::?(\d{2}(?:[.,]\d{1,9})?))? )       # 10:00:54.250
            \s?([ap])?\.?(?(8)m?\.?)                                     # 5:06 pm
            \s?
            (?: (Z|UTC|GMT)? \s? (?: ([+\-−]) (\d{1,2}) (?: :?(\d{2}))? )? (?:\s?\(?([A-Za-z]{2,5})\)?)? )
        )?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _token() -> re.Pattern[str]:
    return pattern(
        r"""
        (?P<clock>\d{1,2}) [:.h] (?P<minute>\d{2}) (?:[:.](?P<second>\d{2}(?:\.\d{1,6})?))? (?![.:/]?\d)
            (?:\s?(?P<half>[ap])\.?\s?m\b\.?)? (?:\s?(?:uhr|hrs?|h)\b)?                       # 5:06 p.m.  17.06 Uhr
      | (?P<hour>\d{1,2}) \s? (?P<hourhalf>[ap])\.?\s?m\b\.?                                  # 5 p.m.
      | (?P<first>\d{1,4}) (?P<mark>[/.\-])\s? (?P<second_number>\d{1,2}) (?P=mark)\s? (?P<third>\d{4}|\d{2}) \b (?!:)
      | (?: UTC | GMT )? (?P<sign>[+\-−]) (?P<hours>\d{1,2}) (?: :?(?P<minutes>\d{2}))? \b     # +0530  UTC+5:30
      | (?P<number>\d{1,4}) (?:st|nd|rd|th|er|[º°ª])?+ (?![\d:])                              # 27  27th  2015
      | (?P<word>[^\W\d_]+(?:-feira)?)
      | (?P<gap>[\s.,;:|@·•/()\[\]–—\-]+)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CONNECTORS = _set(
    """
    at on the of de del d di le la el il op om um am à a às as den kl klo h hrs hour hours uhr time local by
    um and eastern central mountain pacific standard daylight summer year dia día o dnia godz alle ore
    """
)


@cache
def _trailer() -> re.Pattern[str]:
    return pattern(
        r"""
        (?<!\d) \d+ \s*-? min(?:ute)?s? \b .*                                           # 5 min read
      | (?<=[\dm.TZ]) [\s|·•,;(/–—-]* \b (?:last\s)?(?:updated?|modified|edited) \b .*     # | Updated Jan. 3
      | (?: (?<!\s) \s+ )? \( [^()\d]* \) \s* \Z                                            # (India Standard Time)
        """,
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    )


@cache
def _east_asian() -> re.Pattern[str]:
    return pattern(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:\s*(\d{1,2})[時时시:]\s?(\d{1,2}))?")


def parse_moment(text: str, *, day_first: bool = False) -> Moment | None:
    """Read a whole string as a publication date, leniently; None where it is not one or the date is
    impossible.

    A label ("Published", "Updated:", "Veröffentlicht am") may stand in front. Of two dates the first counts.
    `day_first` decides the order of "03/04/2024". Digits alone are read as YYYYMMDD, as seconds (10 digits)
    or as milliseconds (13 digits) since 1970, in UTC.
    """
    trimmed = text.strip().strip("\"'“”")
    if not trimmed or len(trimmed) > _LONGEST:
        return None
    if trimmed.isascii() and trimmed.isdigit() and len(trimmed) in (10, 13):
        return _read_epoch(trimmed)
    trimmed = _label().sub("", trimmed)
    found = _iso().fullmatch(trimmed)
    if found:
        return _read_iso(found)
    asian = _east_asian().match(trimmed)
    if asian:
        clock = read_clock(asian[4], asian[5], None, None) if asian[4] else None
        return _assemble(int(asian[1]), int(asian[2]), int(asian[3]), clock, None)
    return _read_tokens(_trailer().sub("", trimmed), day_first)


def _read_epoch(digits: str) -> Moment | None:
    seconds = int(digits[:10])
    # 1985 to 2100: other numbers of ten digits are telephone numbers or ids.
    if not 473_385_600 <= seconds <= 4_102_444_800:
        return None
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return Moment(moment.date(), moment.time(), 0)


def _assemble(
    year: int, month: int, day: int, clock: datetime.time | None, offset: int | None, ambiguous: bool = False
) -> Moment | None:
    if not is_possible_day(year, month, day) or year < 1000:
        return None
    return Moment(datetime.date(year, month, day), clock, offset if clock else None, ambiguous)


def _read_iso(found: re.Match[str]) -> Moment | None:
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    if not found[2] and len(found[3]) + len(found[4]) != 4:
        return None
    if not found[5]:
        return _assemble(year, month, day, None, None)
    clock = read_clock(found[5], found[6], found[7], found[8])
    if clock is None:
        if found[5] != "24":
            return None
        clock = datetime.time(0)
    offset = 0 if found[9] else None
    if found[10]:
        offset = read_offset(found[10], found[11], found[12])
    elif found[13]:
        offset = find_offset(found[13], year, month, day)
        if offset is None:
            return None
    return _assemble(year, month, day, clock, offset)


class _Reading:
    """Collect what the tokens of a string say; one field is filled once."""

    __slots__ = ("ambiguous", "clock", "day", "month", "offset", "year", "zone")

    def __init__(self) -> None:
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.clock: datetime.time | None = None
        self.offset: int | None = None
        self.zone: str | None = None
        self.ambiguous = False

    def is_complete(self) -> bool:
        return self.year is not None and self.month is not None and self.day is not None


def _read_tokens(text: str, day_first: bool) -> Moment | None:
    reading = _Reading()
    at = 0
    regex = _token()
    while at < len(text):
        token = regex.match(text, at)
        if token is None:
            return None
        at = token.end()
        if not _take(reading, token, day_first):
            if reading.is_complete() and token["word"] is None:
                break
            return None
    if reading.year is None or reading.month is None or reading.day is None:
        return None
    offset = reading.offset
    if offset is None and reading.zone:
        offset = find_offset(reading.zone, reading.year, reading.month, reading.day)
    return _assemble(reading.year, reading.month, reading.day, reading.clock, offset, reading.ambiguous)


def _take(reading: _Reading, token: re.Match[str], day_first: bool) -> bool:
    """Put one token where it belongs; False where it belongs nowhere."""
    if token["gap"]:
        return True
    if token["word"]:
        return _take_word(reading, token["word"])
    if token["number"]:
        return _take_number(reading, token["number"])
    if token["clock"] or token["hour"]:
        return _take_clock(reading, token)
    if token["first"]:
        return _take_numeric_date(reading, token, day_first)
    offset = read_offset(token["sign"], token["hours"], token["minutes"])
    if reading.clock is None or offset is None:
        return False
    reading.offset = offset
    return True


def _take_word(reading: _Reading, word: str) -> bool:
    lowered = word.lower()
    if word.isupper() and reading.zone is None and find_offset(word, 2000, 1, 1) is not None and word != "MAR":
        reading.zone = word
        return True
    month = MONTHS.get(lowered)
    if month is not None and reading.month is None:
        reading.month = month
        return True
    if lowered in ("noon", "midnight") and reading.clock is None:
        reading.clock = datetime.time(12 if lowered == "noon" else 0)
        return True
    if lowered in ("eastern", "central", "mountain", "pacific") and reading.clock and not reading.zone:
        reading.zone = lowered
        return True
    return lowered in WEEKDAYS or lowered in _CONNECTORS or (lowered == "m" and reading.clock is not None)


def _take_number(reading: _Reading, digits: str) -> bool:
    value = int(digits)
    if len(digits) == 4:
        if reading.year is not None:
            return False
        reading.year = value
    elif len(digits) <= 2 and reading.day is None:
        reading.day = value
    elif len(digits) == 2 and reading.year is None and reading.month is not None:
        reading.year = _widen_year(value)
    else:
        return False
    return True


def _take_clock(reading: _Reading, token: re.Match[str]) -> bool:
    if reading.clock is not None:
        return False
    if token["hour"]:
        clock = read_clock(token["hour"], None, None, token["hourhalf"])
    else:
        clock = read_clock(token["clock"], token["minute"], token["second"], token["half"])
    reading.clock = clock
    return clock is not None


def _widen_year(value: int) -> int:
    # POSIX strptime: 69 to 99 are of the last century.
    return value if value > 99 else value + (1900 if value >= 69 else 2000)


def order_numeric_date(first: int, second: int, year: int, mark: str, day_first: bool) -> tuple[int, int, bool]:
    """Order two numbers of a numeric date as (month, day, ambiguous); a point as the mark means the day
    comes first.
    """
    day_leads = day_first or mark == "."
    if day_leads and is_possible_day(year, second, first):
        return second, first, first <= 12 and first != second and mark != "."
    if is_possible_day(year, first, second):
        return first, second, second <= 12 and first != second and mark != "."
    return (second, first, False) if first > 12 or day_leads else (first, second, False)


def _take_numeric_date(reading: _Reading, token: re.Match[str], day_first: bool) -> bool:
    if reading.year is not None or reading.month is not None or reading.day is not None:
        return False
    first, second, third = int(token["first"]), int(token["second_number"]), int(token["third"])
    if len(token["first"]) == 4:
        if len(token["third"]) == 4:
            return False
        reading.year, reading.month, reading.day = first, second, third
        return True
    if len(token["first"]) == 3:
        return False
    reading.year = _widen_year(third)
    reading.month, reading.day, reading.ambiguous = order_numeric_date(
        first, second, reading.year, token["mark"], day_first
    )
    return True
