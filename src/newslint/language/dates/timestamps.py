"""Read a whole string as one publication date with or without a time; searches no running text."""

import datetime
import re
from functools import cache
from typing import Literal

from newslint.language.dates.clock import CLOCK, OFFSET, format_offset, make_clock, read_clock, read_offset
from newslint.language.dates.names import MONTHS, WEEKDAYS, find_offset, is_possible_day
from newslint.patterns import pattern
from newslint.records import NamedTuple

_LONGEST = 120  # code points; a date with its label is shorter


class Timestamp(NamedTuple):
    """Hold a date with the time and the offset from UTC (minutes east) where they are given.

    `ambiguous` is True where the order of day and month is a guess ("03/04/2024").
    """

    date: datetime.date
    time: datetime.time | None = None
    offset: int | None = None
    ambiguous: bool = False

    def isoformat(self) -> str:
        """Write it in ISO 8601, with time and offset only where they are given."""
        if self.time is None:
            return self.date.isoformat()
        return f"{self.date.isoformat()}T{self.time.isoformat()}{format_offset(self.offset)}"


_Moment = Timestamp | Literal["impossible"] | None


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
def iso_pattern() -> re.Pattern[str]:
    """Return the pattern of ISO 8601 dates with or without a time, and of what generators print in their place."""
    return pattern(
        rf"""
        (?P<year>\d{{4}}) (?P<mark>[-/.]?) (?P<month>\d{{1,2}}) (?P=mark) (?P<day>\d{{1,2}})  # 2015-01-27  20150127
        (?:
            (?:[T_,]\s?|\s{{1,3}}(?:at\s)?)
            (?P<hour>\d{{1,2}})
            (?: :?(?P<minute>\d{{2}}) (?: :?(?P<second>\d{{2}}(?:[.,]\d{{1,9}})?) (?::\d{{3}}(?=Z))? )? )
            \s? (?P<half>[ap])?\.?(?(half)m?\.?)                                             # 5:06 pm
            \s? (?: (?P<utc>Z|UTC|GMT)? \s? (?:{OFFSET})? (?:\s?\(?(?P<zone>[A-Za-z]{{2,5}})\)?)? )
        )?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def read_iso_time(found: re.Match[str]) -> tuple[datetime.time | None, int | None]:
    """Return the time and the offset that `iso_pattern` found; None for what is not given or not possible."""
    if not found["hour"]:
        return None, None
    clock = make_clock(found["hour"], found["minute"], found["second"], found["half"])
    if clock is None and found["hour"] == "24":
        clock = datetime.time(0)
    if found["sign"]:
        return clock, read_offset(found["sign"], found["hours"], found["minutes"])
    if found["zone"]:
        return clock, find_offset(found["zone"], int(found["year"]), int(found["month"]), int(found["day"]))
    return clock, 0 if found["utc"] else None


@cache
def _token() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?P<first>\d{{1,4}}) (?P<mark>[/.\-])\s? (?P<second_number>\d{{1,2}}) (?P=mark)\s? (?P<third>\d{{4}}|\d{{2}}) \b
            (?!:)
      | {CLOCK}
      | (?: UTC | GMT )? {OFFSET} \b                                                     # +0530  UTC+5:30
      | (?P<number>(?:19|20)\d\d(?=\d{{1,2}}:\d\d) | \d{{1,4}}(?![\d:])) (?:st|nd|rd|th|er|[º°ª])?+  # 27  27th  2015
      | (?P<name>[^\W\d_]+(?:-feira)?)
      | (?P<gap>[\s.,;:|@·•/()\[\]–—\-]+|['’](?=\d\d\b))
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CONNECTORS = _set(
    """
    at on the of de del d di le la el il op om um am à a às as den kl klo h hrs hour hours uhr time local by
    um and eastern central mountain pacific standard daylight summer year dia día o dnia godz alle ore uur las los
    r roku г года в saat
    """
)


@cache
def _trailer() -> re.Pattern[str]:
    return pattern(
        r"""
        (?<!\d) \d+ \s*-? min(?:ute)?s? \b .*                                           # 5 min read
      | (?<=[\dm.TZ]) [\s|·•,;(/–—-]* \b (?:last\s)?(?:updated?|modified|edited(?!\sby)) \b .*     # | Updated Jan. 3
      | (?: (?<!\s) \s+ )? \( [^()\d]* \) \s* \Z                                            # (India Standard Time)
        """,
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    )


# Chinese, Japanese and Korean put a unit behind each number, and the half of the day before the hour.
_EAST_ASIAN = pattern(r"\d\s?[年년]|[午오上下][前後전후午]")
_ASIAN_DAY = pattern(r"(\d{4})\s?[年년./-]\s?(\d{1,2})\s?[月월./-]\s?(\d{1,2})\s?[日일.]?")
_ASIAN_WEEKDAY = pattern(
    r"[（(][月火水木金土日월화수목금토일][)）]|[月火水木金土日]曜日?|[월화수목금토일]요일|(?:星期|周|週)[一二三四五六日天]"
)
_ASIAN_CLOCK = pattern(
    r"(?:(午前|오전|上午)|(午後|오후|下午))?\s?(\d{1,2})(?:\s?[時时시點点]\s?(?:(\d{1,2})\s?[分분])?|:(\d\d))"
)


def _read_east_asian(text: str) -> _Moment:
    """Read a date of which the numbers have units; what follows it may be anything."""
    day = _ASIAN_DAY.match(text)
    if day is None:
        return None
    clock = _ASIAN_CLOCK.match(_ASIAN_WEEKDAY.sub(" ", text[day.end() :]).lstrip())
    half = "pm" if clock and clock[2] else "am" if clock and clock[1] else None
    time = make_clock(clock[3], clock[4] or clock[5], None, half) if clock else None
    return _assemble(int(day[1]), int(day[2]), int(day[3]), time, None)


def parse_timestamp(text: str, *, day_first: bool | None = None) -> Timestamp | None:
    """Read a whole string as a publication date, leniently; None where it is not one or the date is impossible.

    A label ("Published", "Updated:", "Veröffentlicht am") may stand in front. Of two dates the first counts.
    `day_first` decides the order of "03/04/2024"; where it is None, the month is guessed to come first, and the
    result is marked ambiguous. Digits alone are read as YYYYMMDD, as seconds (10 digits) or as milliseconds
    (13 digits) since 1970, in UTC.
    """
    moment = read_moment(text, day_first=day_first)
    return None if moment == "impossible" else moment


def is_timestamp(value: object) -> bool:
    """Tell whether a value, of front matter or JSON, is a text that can be read as a publication date."""
    return isinstance(value, str) and parse_timestamp(value) is not None


def read_moment(text: str, *, day_first: bool | None = None) -> _Moment:
    """Read a string as `parse_timestamp` does, but tell a date that the calendar does not have ("30 February 2026",
    "2026-13-05") from what is not a date at all.
    """
    trimmed = text.strip().strip("\"'“”")
    if not trimmed or len(trimmed) > _LONGEST:
        return None
    if trimmed.isascii() and trimmed.isdigit() and len(trimmed) in (10, 13):
        return _read_epoch(trimmed)
    trimmed = _label().sub("", trimmed)
    found = iso_pattern().fullmatch(trimmed)
    if found:
        return _read_iso(found)
    if _EAST_ASIAN.search(trimmed):
        return _read_east_asian(trimmed)
    return _read_tokens(_trailer().sub("", trimmed), day_first)


def _read_epoch(digits: str) -> Timestamp | None:
    seconds = int(digits[:10])
    # 1985 to 2100: other numbers of ten digits are telephone numbers or ids.
    if not 473_385_600 <= seconds <= 4_102_444_800:
        return None
    found = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return Timestamp(found.date(), found.time(), 0)


def _assemble(
    year: int, month: int, day: int, clock: datetime.time | None, offset: int | None, ambiguous: bool = False
) -> _Moment:
    if not is_possible_day(year, month, day):
        # Of other numbers nobody can tell that a day was meant.
        return "impossible" if 1000 <= year < 3000 and day < 100 and month < 100 else None
    return Timestamp(datetime.date(year, month, day), clock, offset if clock else None, ambiguous)


def _read_iso(found: re.Match[str]) -> _Moment:
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    if not found["mark"] and len(found["month"]) + len(found["day"]) != 4:
        return None
    clock, offset = read_iso_time(found)
    if (found["hour"] and clock is None) or (found["zone"] and not found["sign"] and offset is None):
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

    def assemble(self) -> _Moment:
        """Return what was read, if it is a date."""
        if self.year is None or self.year < 1000 or self.month is None or self.day is None:
            return None
        offset = self.offset
        if offset is None and self.zone:
            offset = find_offset(self.zone, self.year, self.month, self.day)
        return _assemble(self.year, self.month, self.day, self.clock, offset, self.ambiguous)


# Templates put marks of their own between day, month and year: 26 | 01 | 2022, 26 / 1 / 2022
_SPACED = pattern(r"(?<![\d.])(\d{1,2})(\s?[|·]\s?|\s[./–-]\s)(\d{1,2})\2((?:19|20)\d\d)(?!\d)")


def _read_tokens(text: str, day_first: bool | None) -> _Moment:
    reading = _Reading()
    text, at = _SPACED.sub(r"\1.\3.\4", text), 0
    regex = _token()
    while at < len(text):
        token = regex.match(text, at)
        if token is None:
            return None
        at = token.end()
        if not _take(reading, token, day_first):
            # Of two dates the first counts.
            return reading.assemble() if token["name"] is None else None
    return reading.assemble()


def _take(reading: _Reading, token: re.Match[str], day_first: bool | None) -> bool:
    """Put one token where it belongs; False where it belongs nowhere."""
    if token["gap"]:
        return True
    if token["name"]:
        return _take_word(reading, token["name"])
    if token["number"]:
        return _take_number(reading, token["number"])
    if token["clock"]:
        if reading.clock is not None:
            return False
        reading.clock = read_clock(token)
        return reading.clock is not None
    if token["first"]:
        return _take_numeric_date(reading, token, day_first)
    return _take_offset(reading, token)


def _take_offset(reading: _Reading, token: re.Match[str]) -> bool:
    offset = read_offset(token["sign"], token["hours"], token["minutes"])
    if reading.year is None and reading.clock is None and token["minutes"]:
        return _take_number(reading, token["hours"] + token["minutes"])  # 24-Nov-2026
    if reading.clock is None or offset is None:
        return False
    reading.offset = offset
    return True


def _take_word(reading: _Reading, word: str) -> bool:
    lowered = word.lower()
    if reading.zone is None and _is_zone(word, has_clock=reading.clock is not None):
        reading.zone = word
        return True
    month = MONTHS.get(lowered)
    if month is not None and reading.month is None:
        reading.month = month
        return True
    return lowered in WEEKDAYS or lowered in _CONNECTORS or (lowered == "m" and reading.clock is not None)


def _is_zone(word: str, *, has_clock: bool) -> bool:
    """Tell whether a word names a time zone; “Eastern” and the like do only after a time."""
    if word.isupper():
        return find_offset(word, 2000, 1, 1) is not None and word != "MAR"
    return has_clock and word.lower() in ("eastern", "central", "mountain", "pacific")


def _take_number(reading: _Reading, digits: str) -> bool:
    value = int(digits)
    if len(digits) == 4:
        if reading.year is not None:
            return False
        reading.year = value
    elif len(digits) <= 2 and reading.day is None:
        reading.day = value
    elif len(digits) == 2 and reading.year is None and reading.month is not None:
        reading.year = widen_year(value)
    else:
        return False
    return True


def widen_year(value: int) -> int:
    """Return the year that two digits stand for: as in POSIX, 69 to 99 are of the last century."""
    return value if value > 99 else value + (1900 if value >= 69 else 2000)


def order_numeric_date(first: int, second: int, year: int, mark: str, day_first: bool | None) -> tuple[int, int, bool]:
    """Order two numbers of a numeric date as (month, day, ambiguous).

    A point as the mark means that the day comes first. It is ambiguous where nothing decides and both are possible.
    """
    day_leads = day_first or mark == "."
    is_open = day_first is None and mark != "." and first != second
    for month, day in ((second, first), (first, second)) if day_leads else ((first, second),):
        if is_possible_day(year, month, day):
            return month, day, is_open and day <= 12
    return (second, first, False) if first > 12 or day_leads else (first, second, False)


def _take_numeric_date(reading: _Reading, token: re.Match[str], day_first: bool | None) -> bool:
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
    reading.year = widen_year(third)
    reading.month, reading.day, reading.ambiguous = order_numeric_date(
        first, second, reading.year, token["mark"], day_first
    )
    return True
