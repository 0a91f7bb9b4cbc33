"""Read the small numbers that stand before years and anniversaries; patterns of other modules are made of these."""

from __future__ import annotations

from newslint.language.numbers.names import CARDINALS, ORDINALS

_ONES = "|".join(word for word, number in CARDINALS.items() if 0 < number < 10)
_TENS = "|".join(word for word, number in CARDINALS.items() if number >= 20)
_TEENS = "|".join(word for word, number in CARDINALS.items() if 10 <= number < 20)
_FIRSTS = "|".join(word for word, number in ORDINALS.items() if 0 < number < 20)
_TENTHS = "|".join(word for word, number in ORDINALS.items() if number >= 20)

# Verbose, without case. 12  twelve  twenty-five
COUNT = rf"(?:\d{{1,3}}\b|(?:{_TEENS})\b|(?:{_TENS})(?:[-\ ](?:{_ONES}))?\b|(?:{_ONES})\b)"
# 25th  twenty-fifth
RANK = rf"(?:\d{{1,3}}(?:st|nd|rd|th)\b|(?:{_TENS})[-\ ](?:{_FIRSTS})\b|(?:{_FIRSTS}|{_TENTHS})\b)"
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%°]|[.,:/]\d|-\d{3})"
ROUGHLY = (
    r"(?:about|around|approximately|nearly|almost|roughly|some|over|(?:more|less|fewer)\sthan|at\sleast|at\smost"
    r"|up\sto|under|close\sto|barely|just\sover|just\sunder|well\sover|nigh\son|approaching)"
)


def read_count(words: str) -> int:
    """Return the number that COUNT or RANK found ("12", "twenty-five", "25th", "twenty-fifth")."""
    digits = "".join(filter(str.isdigit, words))
    if digits:
        return int(digits)
    parts = words.lower().replace("-", " ").split()
    return sum(CARDINALS.get(part, ORDINALS.get(part, 0)) for part in parts)
