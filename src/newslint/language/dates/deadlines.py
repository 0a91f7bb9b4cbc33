"""Find the last day on which people may register, vote or send something in for an event, beside the day of that."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Sequence
from functools import cache

from newslint.language.dates.events import is_event, names_another
from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import is_possible_day
from newslint.language.dates.shapes import WEEKDAY
from newslint.language.dates.spans import find_spans
from newslint.language.dates.years import share_years
from newslint.language.units.sentences import split_sentences
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Deadline(NamedTuple):
    """The day up to which people may register, and the earlier day of the event, at [start, end)."""

    start: int
    end: int
    last: DateMention
    event: DateMention


# What is done before an event; photographs, claims and appeals are sent in after it.
_ACT = (
    r"(?:regist(?:er|ers|ered|ration|rations|ering)|sign(?:ed|ing)?[-\s]?ups?|put\stheir\snames\sdown|appl(?:y|ies|ication|ications|icants)"
    r"|entr(?:y|ies|ants)|enter|rsvps?|repl(?:y|ies)|book(?:ed|s|ings?)?|reserv(?:e|ed|ations?)|enrol(?:l|ment|lment)?s?|tickets?"
    r"|nominat(?:e|ed|ions?)|nominations?|places|volunteers?|early[-\s](?:bird|registration|entry)|bids?|bidders|tenders?|submi(?:t|ssions?|tted)"
    r"|questions|objections|comments|representations|statements|e-?mail|stalls?|pitch(?:es)?|pay|fees?|balance|deposits?|proxy|proxies"
    r"|ballots?|vote(?:s|rs)?|voting|postal|papers|forms?|donations?|drop\soff|abstracts|manuscripts|seats?|join|confirm|floats|declare|slots?"
    r"|tell|ring|phone|contact|notify|inform|list|object|permits?|give\s(?:in\s)?(?:their|your)\snames?|accept|cast)"
)
_HOUR = r"(?:(?:midnight|noon|midday|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?)?)\s(?:on\s)?)?"


@cache
def _act() -> re.Pattern[str]:
    return pattern(rf"\b{_ACT}\b", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    return pattern(
        rf"\b(?:(?:by|before|until|till|no\slater\sthan|not\slater\sthan|up\sto|on\sor\sbefore|through)\s"
        rf"|(?:clos(?:e|es)|ends?|expires?|shuts?|due)\s(?:on\s|at\s|by\s)?"
        rf"|\b(?:deadline|last\s(?:day|date)|closing\sdate|cut-?off)\b[^;!?]{{0,80}}?\b(?:is|on|of)\s"
        rf"|\b(?:deadline|closing\sdate)(?:\sfor\s[a-z]+)?:\s)"
        rf"{_HOUR}(?:(?:the\send\sof|{WEEKDAY},?)\s)?(?:the\s)?\Z",
        re.IGNORECASE,
    )


# What comes after an event, comes again, or is told as late.
_AFTER_IT = pattern(
    r"\b(?:refund\w*|results?(?!\s(?:will|is|are|declared))|photo(?!graph)\w*|pictures|feedback|appeal(?:s|ed|ing)?|claims?|next\syear\w*|recordings?|replays?"
    r"|second|another|(?<!no\s)(?<!not\s)later|future|following|autumn|spring|afterwards|late|after|missed|return(?!ed)\s(?:tickets|them)|cancel\w*|extend\w*|postpone\w*"
    r"|challenge[ds]?|run-?off|its?\slast\snight|still|accept\san|may\sarrive|instead|interests|first\sround|second\sround|of\sthe\s(?:year|month|season|match))\b",
    re.IGNORECASE,
)
_CONTRAST = pattern(r"\b(?:but|or\s(?:online|by|at|in|else))\b", re.IGNORECASE)
# The day of a deadline is no event: “the deadline to register to vote is”.
_ANOTHER = pattern(r"\b(?:deadline|last\sday|closing\sdate)\b[^.,;]{0,60}\s(?:is|on|of)\s\Z", re.IGNORECASE)
_LONGEST = 260  # code points between the two days
_FEW_DAYS = 45  # by which a slip is out
_NAME = 25  # code points in which an event may be named behind its day


def find_deadlines(text: str, mentions: Sequence[DateMention]) -> list[Deadline]:
    """Return the last days to register that are after their event, of two days that stand near each other."""
    shared = [mention for mention in share_years(text, mentions) if mention.month]
    if len(shared) < 2 or not _act().search(text):
        return []
    sentences = split_sentences(text)
    ends = _ends(text, mentions)
    found = []
    for last in shared:
        begin, end = _sentence(sentences, last.start)
        if not last.day or not _is_deadline(text[begin:end], last.start - begin):
            continue
        events = [each for each in shared if each is not last and _is_its(text, last, each, (begin, end), sentences)]
        late = [each for each in events if _is_late(last, each, ends)]
        if late and len(late) == len(events):
            event = min(late, key=lambda each: abs(each.start - last.start))
            found.append(Deadline(min(last.start, event.start), max(last.end, event.end), last, event))
    return found


def _ends(text: str, mentions: Sequence[DateMention]) -> dict[int, tuple[int, int]]:
    """Return the month and day on which spans end, by where they begin."""
    return {
        mention.start: (span.last.month, span.last.day)
        for span in find_spans(text, mentions)
        for mention in mentions
        if span.start <= mention.start < span.end and span.last.day
    }


def _sentence(sentences: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    return next((each for each in sentences if each[0] <= at < each[1]), (0, at))


def _is_deadline(sentence: str, at: int) -> bool:
    """Tell whether a day of a sentence is the last one for something that is done before an event."""
    return bool(_by().search(sentence[max(0, at - 140) : at])) and bool(_act().search(sentence))


def _is_its(
    text: str, last: DateMention, each: DateMention, own: tuple[int, int], sentences: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a day is that of the event for which another is the last day to register."""
    begin, end = _sentence(sentences, each.start)
    is_same = own[0] <= each.start < own[1]
    first, stop = min(begin, own[0]), max(end, own[1])
    if abs(each.start - last.start) > _LONGEST or _AFTER_IT.search(text, first, stop):
        return False
    if _ANOTHER.search(text, begin, each.start):
        return False
    if _CONTRAST.search(text[min(last.end, each.end) : max(last.start, each.start)]):
        return False
    deadline, event = text[own[0] : own[1]], text[begin:end]
    if is_same:
        # What tells what to do is before the event or behind it.
        is_before = last.start < each.start
        deadline = text[begin : each.start] if is_before else text[each.end : end]
        event = text[last.end : end] if is_before else text[begin : each.end + _NAME]
    if names_another(deadline, event):
        return False
    return is_event(text[begin:end], each.start - begin, each.end - begin, deadline, is_same=is_same)


def _is_late(last: DateMention, event: DateMention, ends: dict[int, tuple[int, int]]) -> bool:
    """Tell whether a last day is some days after an event; where no year is told, both are of one."""
    year = last.year or event.year or 2023
    month = event.month or 0
    # Of an event in a month, its last day.
    day = event.last_day or event.day or monthrange(event.year or year, month)[1]
    month, day = ends.get(event.start, (month, day))
    days = []
    for each, (of_month, of_day) in ((last, (last.month or 0, last.day or 0)), (event, (month, day))):
        if each.ambiguous or not is_possible_day(each.year or year, of_month, of_day):
            return False
        days.append(datetime.date(each.year or year, of_month, of_day))
    return 0 < (days[0] - days[1]).days <= _FEW_DAYS
