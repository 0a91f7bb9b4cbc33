"""Clock times and offsets from UTC: how they are written, for patterns, and how what was found is read."""

from __future__ import annotations

import datetime
import re

# Verbose, named groups, without regard to case: 5:06 p.m.  17.06 Uhr  17 h 06  10:00:54.25  5 pm  noon. The stop of
# “p.m.” belongs to it, that of “pm.” does not.
CLOCK = r"""
    (?P<clock>(?i:
        (?P<hour>\d{1,2})
        (?: (?:[:.]|\s?h\s?)(?P<minute>\d{2}) (?: [:.](?P<second>\d{2}(?:\.\d{1,6})?) )? (?![.:/]?\d|\s?min)
          | (?=\s?[ap]\.?\s?m\b) )
        (?: \s?(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b) )?+
        (?: \s?(?:uhr|hrs?|h)\b )?+
      | (?P<word>noon|midnight)\b
    ))
"""
OFFSET = r"(?P<sign>[+\-−]) (?P<hours>\d{1,2}) (?: :?(?P<minutes>\d{2}) )?"


def read_clock(found: re.Match[str]) -> datetime.time | None:
    """Return the time that CLOCK found; None where no clock shows it."""
    if found["word"]:
        return datetime.time(12 if found["word"].lower() == "noon" else 0)
    return make_clock(found["hour"], found["minute"], found["second"], found["half"])


def make_clock(hour: str, minute: str | None, second: str | None, half: str | None) -> datetime.time | None:
    """Read the parts of a clock time ("5", "06", None, "p.m."); None where no clock shows them."""
    number = int(hour)
    if half and 1 <= number <= 12:
        number = number % 12 + (12 if half[0] in "pP" else 0)
    whole, _, fraction = (second or "0").replace(",", ".").partition(".")
    try:
        return datetime.time(number, int(minute or 0), int(whole), int((fraction + "000000")[:6]))
    except ValueError:
        return None


def read_offset(sign: str, hours: str, minutes: str | None) -> int | None:
    """Read a numeric offset ("+", "05", "30") as minutes east of UTC; None outside -14:00 to +14:00."""
    value = int(hours) * 60 + int(minutes or 0)
    if value > 14 * 60 or int(minutes or 0) > 59:
        return None
    return -value if sign in "-−" else value


def format_offset(offset: int | None) -> str:
    """Write an offset in minutes east of UTC as ISO 8601 has it; nothing for None."""
    if offset is None:
        return ""
    sign = "-" if offset < 0 else "+"
    return f"{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
