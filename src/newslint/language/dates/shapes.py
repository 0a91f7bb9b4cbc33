"""Name the forms in which English writes a day, a month and what stands before a year; patterns are made of these.

Each is a fragment for patterns with and without `re.VERBOSE`, in the case that newspapers use.
"""

from __future__ import annotations

from newslint.language.dates.names import ENGLISH_MONTHS

# 4  04  4th
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# March  Mar.
MONTH = rf"(?:{'|'.join(name.capitalize() for name in sorted(ENGLISH_MONTHS, key=len, reverse=True))})\b\.?"
# Tuesday  Tues.
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_PART = r"(?:(?:early|late|mid)(?:\s|-)(?:to\slate\s)?)"
# What may stand before a year that is a part of one date: 4 March 2025, the 4th of March, 2025, March 4, 2025,
# Tuesday, Mar. 4, 2025, early March 2025, March of 2025, spring 2025, the summer of 2025, late 2025.
BEFORE_YEAR = (
    rf"(?:(?:{WEEKDAY},?\s)?(?:(?:the\s)?{DAY}\s(?:of\s)?{MONTH},?\s|{MONTH}\s(?:the\s)?{DAY},?\s)"
    rf"|{_PART}?(?:{MONTH},?\s|(?:the\s)?{SEASON}\s)(?:of\s)?|{_PART})?+"
)
# What joins the ends of a span of time.
JOIN = r"(?:to|until|till|through|thru|and)"
