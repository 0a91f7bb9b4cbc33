"""Find the last day on which people may register for something, beside the day of that."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import is_possible_day
from newslint.language.dates.years import NEAR, share_years
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Deadline(NamedTuple):
    """The day up to which people may register, and the earlier day of the event, at [start, end)."""

    start: int
    end: int
    last: DateMention
    event: DateMention


# Only what is done before an event; photographs and comments are sent in after it.
_SIGN = (
    r"(?:regist(?:er|ers|ration)|sign[-\s]?ups?|sign\sup|apply|applications?|enter|entries|entry|rsvps?|book|bookings?|reserve"
    r"|reservations?|enrol(?:l|ment|lment)?|tickets?|nominat(?:e|ions?)|places|volunteer|early[-\sa-z]{0,8}bird)"
)


@cache
def _by() -> re.Pattern[str]:
    return pattern(
        rf"\b{_SIGN}\b[^.;!?]{{0,70}}?\b(?:by|before|until|till|no\slater\sthan|not\slater\sthan|clos(?:e|es|ing)(?:\son)?"
        r"|ends?(?:\son)?|deadline\s(?:is|of|for\s\w+\sis)|due|is|available\sthrough)\s(?:(?:midnight|noon|\d{1,2}\s?[ap]\.?m\.?)\s(?:on\s)?)?\Z",
        re.IGNORECASE,
    )


@cache
def _held() -> re.Pattern[str]:
    return pattern(
        r"(?:\b(?:takes?\splace|(?:is|are|be)\sheld|starts?|begins?|kicks?\soff|happens|opens?|is|are|runs?|falls)\s(?:on\s|from\s)"
        r"|\b(?:for|to\sattend|to\sjoin|to\stake\spart\sin|to\senter|at|of|in)\s(?:the|our|its|this|a|an|their|your)\s(?:[\w’'-]+\s){1,6}?"
        r"(?:on|of|from)\s)(?:the\s)?\Z",
        re.IGNORECASE,
    )


_LONGEST = 130  # code points between the two days
_AFTER_IT = pattern(
    r"\b(?:refund\w*|results?|photo\w*|pictures|feedback|appeals?|surveys?|claims?|comments?|next\syear\w*|recordings?|replays?|exhibition"
    r"|second|another|later|future|following|autumn|spring)\b",
    re.IGNORECASE,
)


def find_deadlines(text: str, mentions: Sequence[DateMention]) -> list[Deadline]:
    """Return the last days to register that are after the event, for neighbouring days of a text."""
    found = []
    shared = [mention for mention in share_years(text, mentions) if mention.month and mention.day]
    for one, other in pairwise(shared):
        if other.start - one.end > _LONGEST or _AFTER_IT.search(text, max(0, one.start - 90), other.end):
            continue
        for last, event in ((one, other), (other, one)):
            before = one.end if last is other else 0
            is_deadline = _by().search(text[max(before, last.start - 110) : last.start])
            floor = one.end if event is other else 0
            if (
                is_deadline
                and _held().search(text[max(floor, event.start - 90) : event.start])
                and _is_late(last, event)
            ):
                found.append(Deadline(one.start, other.end, last, event))
                break
    return found


def _is_late(last: DateMention, event: DateMention) -> bool:
    """Tell whether a last day is after an event, by less than half a year; where no year is told, both are of one."""
    year = last.year or event.year or 2023
    days = []
    for each in (last, event):
        if (
            not (each.month and each.day)
            or each.ambiguous
            or not is_possible_day(each.year or year, each.month, each.day)
        ):
            return False
        days.append(datetime.date(each.year or year, each.month, each.day))
    return 0 < (days[0] - days[1]).days <= NEAR
