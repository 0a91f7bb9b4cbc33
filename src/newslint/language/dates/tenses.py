"""Find the dates of what is told as to come (“will open on …”) and of what is told as past (“opened on …”)."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import is_possible_day
from newslint.patterns import pattern
from newslint.records import NamedTuple


class ToldDate(NamedTuple):
    """A date with its verb, at [start, end): the first and the last day that it may be, and whether it is to come."""

    start: int
    end: int
    first: datetime.date
    last: datetime.date
    is_to_come: bool


# Verbs that have a date of their own, so that “on 3 March” behind them is the day on which it happens: of what somebody
# investigates or is accused of, it may be another. Base forms; then past forms; then participles behind “be”.
_HAPPEN = (
    r"(?:open|close|reopen|begin|start|end|finish|launch|return|resume|meet|gather|vote|arrive|leave|depart|retire|resign|expire|premi[eè]re"
    r"|debut|play|perform|tour|travel|move|join|visit|speak|appear|host|hold|take\splace|go\son\ssale|go\slive|go\sto\sthe\spolls"
    r"|come\sinto\s(?:force|effect)|take\seffect|take\soffice|step\sdown|kick\soff|get\sunder\sway|wrap\sup|run|compete|race|release|publish|unveil)"
)
_HAPPENED = (
    r"(?:opened|closed|reopened|began|started|ended|finished|launched|returned|resumed|met|gathered|voted|arrived|left|departed|retired"
    r"|resigned|expired|premi[eè]red|debuted|died|won|lost|crashed|collapsed|sank|burned\sdown|moved|joined|visited|married"
    r"|took\splace|went\son\ssale|went\slive|went\sto\sthe\spolls|came\sinto\s(?:force|effect)|took\seffect|took\soffice"
    r"|stepped\sdown|kicked\soff|got\sunder\sway|wrapped\sup)"
)
_DONE = (
    r"(?:opened|closed|reopened|held|launched|released|published|unveiled|signed|elected|inaugurated|announced|introduced|founded|born"
    r"|sworn\sin|arrested|killed|sentenced|convicted|buried|demolished|completed|dissolved|sold|acquired|suspended|appointed|named"
    r"|staged|shown|broadcast|screened|passed|approved|ratified|adopted|implemented|abolished)"
)
# What may stand between a verb and its date: where, and with whom; no word behind which another event may be told.
_BETWEEN = (
    r"(?:\s(?!(?:of|after|over|about|into|since|who|which|that|against|during|following|when|if|said|because|before|until"
    r"|on|was|were|is|are|has|had|would|will|than|between|as|and"
    r"|to(?!\s(?:the|a|an|its|his|her|their|visitors|passengers|traffic|(?-i:[A-Z])))"
    r"|for(?!\s(?:business|visitors|the\spublic|the\sfirst|passengers|traffic|good)))\b)[\w’'-]+){0,6}?"
)


@cache
def _to_come() -> re.Pattern[str]:
    return pattern(
        rf"""
        \b(?:will|shall|['’]ll | (?:is|are)\s(?:now\s|still\s|currently\s)?
            (?:(?:set|due|scheduled|expected|slated|planned|poised|going|hoping)\s)?to
          | (?:plans?|intends?|hopes?|aims?)\sto )
        (?:\s(?:not|also|now|then|again|finally|officially|formally|once\sagain|only))?
        \s (?: {_HAPPEN} | be\s{_DONE} | be ) \b {_BETWEEN} \s(?P<cue>(?:on|in|from|until|till|through)\s(?:the\s)?)?\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _past() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?: (?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)(?<!\bhave\s)(?<!\bbeing\s)(?<!\bto\s)(?<!\bbeen\s)
            (?<!\bnot\s)(?<!\bwhen\s)
            \b{_HAPPENED} | \b(?:was|were)\s{_DONE} ) \b {_BETWEEN} \s(?P<cue>(?:on|in)\s(?:the\s)?)?\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_UNREAL = pattern(
    r"\b(?:if|would|could|should|(?-i:may)|might|whether|unless|as\sthough|wish\w*|until|scenarios?|predict\w*|forecast\w*|project(?:ed|ion)\w*"
    r"|schedul\w+|planned|plans?|due|expected|set\sto|likely|proposed|supposed|postponed|delayed|extended|rescheduled|deadline)\b",
    re.IGNORECASE,
)
_WINDOW = 110  # code points before a date
# A year that something is named by or counted in: “in 2023 dollars”.
_ALONE = pattern(
    r"(?=[.,;:)!?\n]|\s(?:and|but|with|without|after|before|when|where|to|at|in|for|by|from|on|as|under|over|during|because|[–—-])\b|\s[–—]|\Z)"
)


def find_told_dates(text: str, mentions: Sequence[DateMention]) -> Iterator[ToldDate]:
    """Yield the dates of a sentence that are told as to come or as past by the verb before them."""
    for mention in mentions:
        days = _days_of(mention)
        if days is None or (mention.day is None and not _ALONE.match(text, mention.end)):
            continue
        begin = max(0, mention.start - _WINDOW)
        before = text[begin : mention.start]
        told = _to_come().search(before)
        if told and _is_bound(told, mention):
            yield ToldDate(begin + told.start(), mention.end, *days, True)
            continue
        told = None if _UNREAL.search(text) else _past().search(before)
        if told and _is_bound(told, mention):
            yield ToldDate(begin + told.start(), mention.end, *days, False)


_NAMING = pattern(r"\b(?:the|a|an|its|his|her|their|our|this|that|in|for|late|early|mid)\s\Z", re.IGNORECASE)


def _is_bound(told: re.Match[str], mention: DateMention) -> bool:
    """Tell whether a date is when it happens: behind “on” and the like, or, as Americans write, behind the verb."""
    return told["cue"] is not None or (mention.day is not None and not _NAMING.search(told[0]))


def _days_of(mention: DateMention) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day that a date with a year may be, or None."""
    year, month, day = mention.year, mention.month, mention.day
    if year is None or mention.ambiguous or mention.impossible or not 1000 < year < 9000:
        return None
    if month is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if day is None:
        return datetime.date(year, month, 1), datetime.date(year, month, monthrange(year, month)[1])
    last = mention.last_day or day
    last = last if last > day and is_possible_day(year, month, last) else day
    return datetime.date(year, month, day), datetime.date(year, month, last)
