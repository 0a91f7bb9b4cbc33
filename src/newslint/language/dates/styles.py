"""Tell in which order a text writes the day and the month of its dates."""

from __future__ import annotations

from typing import Literal

from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import ENGLISH_MONTHS
from newslint.patterns import pattern

Style = Literal["day first", "month first"]

_WEEKDAY = pattern(r"[A-Z][a-z]{2,8}\.?,?\s+(?:the\s)?(?=\d|[A-Z])")
_WORD = pattern(r"[^\W\d_]+")
# Days that are names wherever they are told: the 4th of July, September 11, May 1.
_NAMES = frozenset({(7, 4), (9, 11), (5, 1), (5, 5), (1, 6), (2, 14), (12, 25), (12, 24), (11, 5), (1, 1), (12, 31)})


def style_of(text: str, mention: DateMention) -> Style | None:
    """Return the order of a date whose month is an English word; None for others, and for days that are names."""
    if not mention.month or not mention.day or (mention.year is None and (mention.month, mention.day) in _NAMES):
        return None
    lead = _WEEKDAY.match(text, mention.start) if mention.weekday is not None else None
    start = lead.end() if lead else mention.start
    if text[start].isdigit():
        word = _WORD.search(text, start, mention.end)
        while word and word[0].lower() in ("st", "nd", "rd", "th", "of", "day"):
            word = _WORD.search(text, word.end(), mention.end)
        return "day first" if word and word[0].lower() in ENGLISH_MONTHS else None
    word = _WORD.match(text, start)
    return "month first" if word and word[0].lower() in ENGLISH_MONTHS else None
