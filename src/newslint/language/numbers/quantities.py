"""Find the quantities that a text states and compare them; never says whether a figure is right.

Dates, clock times, bare years, telephone numbers, scores ("3-2"), fractions ("1/2"), labels ("Section 5",
"page 3") and names ("G20", "COVID-19", "Boeing 737") are not quantities, nor are "one" and "zero" without a
unit.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal

from newslint.language.dates.mentions import DateMention, find_dates
from newslint.language.dates.names import MONTHS, WEEKDAYS
from newslint.language.numbers.following import Following, follow, unit_of
from newslint.language.numbers.names import (
    APPROXIMATORS,
    CENTS,
    CURRENCIES,
    LABELS,
    METRE_WORDS,
    PLAIN_CAPITALS,
    SCALES,
    SHORT_UNITS,
    UNITS,
)
from newslint.language.numbers.spelled import NUMBER_WORDS, find_spelled_numbers
from newslint.patterns import pattern
from newslint.records import NamedTuple

__all__ = ["Quantity", "find_quantities", "is_same_quantity"]

Kind = Literal["plain", "percent", "percentage-point", "money", "measure", "ordinal"]


class Quantity(NamedTuple):
    """Hold one quantity of a text: its half-open span, its value with the scale applied ("1.2m" is 1200000)
    and its kind.

    `unit` is the unit's name in the singular, `currency` an ISO 4217 code. `approximate` is True behind or
    before words such as "about", "more than" and "or so", which lie outside the span. `step` is the place
    value of the last digit that is given (0.1 million for "1.2m").
    """

    start: int
    end: int
    value: Decimal
    kind: Kind = "plain"
    unit: str | None = None
    currency: str | None = None
    approximate: bool = False
    step: Decimal = Decimal(1)


_MAX_DIGITS = 30


@cache
def _digits() -> re.Pattern[str]:
    codes = "|".join(sorted(set(CURRENCIES.values())))
    return pattern(
        rf"""
        (?: (?<!\w) (?P<currency>(?:US|AU|CA|NZ|HK|SG|NT|MX|A|C|S|R)?\$ | (?:Rs\.?|{codes})\s? )
          | (?P<symbol>[$£€¥₹₩₽₺₦₱₪₫]) )?+
        (?P<number>
            (?<![\w/:=#]) (?<![\w.][.,'’]) (?<![^\W\d][\-–]) (?<!\d{{4}}[\-–]) (?<![.’]) (?P<sign>(?<![\w\-–])[\-−])?+
            (?: \d{{1,3}}(?:,\d{{2,3}}){{1,20}}+ | \d{{1,3}}(?:[\u202f\u2009\u00a0\ ]\d{{3}}(?!\d)){{1,20}}+ | \d++ )
            (?:\.\d++)?+
        )
        (?P<tail> (?:st|nd|rd|th)\b | km/h\b | (?!pct?\b) [A-Za-z]{{1,3}}+(?!\w) )?+
        (?! (?!pct?\b)\w | [.,:/'’]\d | \s?[ap]\.?m\b | [/=@] | :(?!\s) )
        """,
        re.VERBOSE,
    )


@cache
def _telephone() -> re.Pattern[str]:
    return pattern(
        r"""
        [+(\d] (?<![\w.,].) (?:
            (?<=\+) \d{1,3} (?:[\s.\-]\(?\d{1,5}\)?){2,5}               # +44 20 7946 0000
          | (?:(?<=\()\d{3}\)|(?<=\d)\d\d) [\s.\-] \d{3} [.\-] \d{4}    # (555) 010-1234
          | (?<=0) \d{2,4} \s \d{3,4} (?:\s\d{3,4})?                     # 020 7946 0000
          | (?<=\d) -\d{3}-\d{3}-\d{4}                                  # 1-555-010-1234
          | (?<=\d) \d\d-\d{4}                                         # 555-1234
        ) (?!\w)
        """,
        re.VERBOSE,
    )


def find_quantities(
    text: str, dates: Sequence[DateMention] | None = None, vocabulary: frozenset[str] = NUMBER_WORDS
) -> list[Quantity]:
    """Find the quantities of a text in order, disjoint; `dates` saves finding them once more.

    `vocabulary` are its words in small letters, cut at hyphens: most texts have none that belongs to a number.
    """
    taken = [(mention.start, mention.end) for mention in (find_dates(text) if dates is None else dates)]
    taken += [match.span() for match in _telephone().finditer(text)]
    found = _find_digits(text)
    if not NUMBER_WORDS.isdisjoint(vocabulary):
        found += _find_spelled(text)
    found = _merge(taken, sorted(found, key=lambda item: (item.start, -item.end)))
    return _join_ranges(text, found)


def _find_spelled(text: str) -> Iterator[Quantity]:
    for start, end, value, step, is_ordinal in find_spelled_numbers(text):
        if is_ordinal:
            yield Quantity(start, end, value, "ordinal")
            continue
        item = _read_after(text, start, end, value, step, None, is_bare=False)
        # “one” and “zero” alone count nothing.
        if item and (value >= 2 or item.kind != "plain" or item.end > end):
            yield item


def _merge(taken: list[tuple[int, int]], found: list[Quantity]) -> list[Quantity]:
    """Drop what overlaps a date, a telephone number or an earlier quantity."""
    taken.sort()
    kept: list[Quantity] = []
    last = at = 0
    for item in found:
        while at < len(taken) and taken[at][1] <= item.start:
            at += 1
        if item.start >= last and not (at < len(taken) and taken[at][0] < item.end):
            kept.append(item)
            last = item.end
    return kept


# The first digit of each number, and what may belong to it in front.
_FIRST_DIGIT = pattern(r"\d(?<!\d\d)")


@cache
def _prefix() -> re.Pattern[str]:
    codes = "|".join(sorted(set(CURRENCIES.values())))
    return pattern(
        rf"(?:(?<!\w)(?:(?:US|AU|CA|NZ|HK|SG|NT|MX|A|C|S|R)?\$|(?:Rs\.?|{codes})\s?)|[$£€¥₹₩₽₺₦₱₪₫])?[\-−]?\Z"
    )


def _find_digits(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    regex = _digits()
    last = 0
    for first in _FIRST_DIGIT.finditer(text):
        at = first.start()
        if at < last:
            continue
        start = _prefix_start(text, at, last)
        match = regex.match(text, start) or (regex.match(text, at) if start < at else None)
        if match:
            last = match.end("number")
            if item := _read_digits(text, match):
                found.append(item)
    return found


def _prefix_start(text: str, at: int, floor: int) -> int:
    """Return where a currency or a sign begins that stands before a digit, looking back no further than `floor`."""
    # In most places a lower-case word and a space stand in front, and nothing belongs to the number.
    if not at or (text[at - 1] == " " and text[at - 2 : at - 1].islower() and text[at - 2] != "s"):
        return at
    floor = max(floor, at - 6)
    before = _prefix().search(text[floor:at])
    return floor + before.start() if before else at


_TELLING = pattern(r"\b[a-z]{2,}[ ]\Z")


def _heads(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number before a colon numbers what follows (“Part 3: …”), and is no sum and goes on no words."""
    if not text.startswith(":", match.end()) or match["currency"] or match["symbol"]:
        return False
    return _TELLING.search(text, max(0, match.start() - _FEW), match.start()) is None


_FEW = 12  # code points
_ORDINAL_ENDINGS = frozenset(["st", "nd", "rd", "th"])
_GROUPING = pattern(r"[,\s]")


def _read_digits(text: str, match: re.Match[str]) -> Quantity | None:
    number = match["number"].replace("−", "-")
    if len(number) > _MAX_DIGITS or not _is_grouped(number) or _heads(text, match):
        return None
    digits = _GROUPING.sub("", number)
    value = Decimal(digits)
    step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    currency = _read_currency(match["currency"] or match["symbol"])
    tail = match["tail"]
    if tail in _ORDINAL_ENDINGS:
        ordinal = _finish(text, match.start(), match.end(), value, Decimal(1), "ordinal", None, None, False)
        return None if currency else ordinal
    at = match.end("number")
    if tail == "p" and value not in _LINES:
        tail = ""  # pence, which are read behind the number
    if tail:
        factor, unit = _read_tail(text, tail, match.end(), bool(currency))
        if factor is None:
            return None
        value, step, at = value * factor, step * factor, match.end()
        if unit:
            return _finish(text, match.start(), at, value, step, "measure", unit, None, False)
    return _read_after(text, match.start(), at, value, step, currency, is_bare=not tail and "," not in number)


# Lines of a picture: 720p.
_LINES = frozenset(map(Decimal, (240, 360, 480, 576, 720, 1080, 1440, 2160)))


def _read_currency(prefix: str | None) -> str | None:
    plain = (prefix or "").strip().lower()
    return CURRENCIES.get(plain, CURRENCIES.get(plain.rstrip(".")))


def _is_grouped(number: str) -> bool:
    """Tell whether the commas of a number stand before three digits, or two and three as in India."""
    _, *groups = number.partition(".")[0].split(",")
    return not groups or (len(groups[-1]) == 3 and not {len(group) for group in groups} > {2, 3})


def _read_tail(text: str, tail: str, end: int, is_money: bool) -> tuple[Decimal | None, str | None]:
    """Read letters that touch the digits: a scale ("5bn"), a unit ("5km") or neither ("5G": None)."""
    lowered = tail.lower()
    if not is_money and tail in ("m", "t", "b"):
        return _read_letter(text, tail, end)
    if lowered in ("k", "m", "bn", "mn", "tn", "cr", "b") or (is_money and lowered == "t"):
        return SCALES[lowered], None
    if tail == "in":
        return Decimal(1), "inch"  # “6ft 2in”, but no word apart from its number
    if tail in SHORT_UNITS:
        return Decimal(1), UNITS[lowered]
    return None, None


def _read_letter(text: str, letter: str, end: int) -> tuple[Decimal | None, str | None]:
    """Read “5m”, “5t” and “5b” where they are no money: metres before “long” and the like, else millions."""
    if letter == "b":
        return None, None
    if letter == "t":
        return Decimal(1), "tonne"
    following = text[end : end + 14].split(None, 1)
    is_length = bool(following) and following[0].strip(".,;:)").lower() in METRE_WORDS
    return (Decimal(1), "metre") if is_length else (SCALES["m"], None)


def _read_after(
    text: str,
    start: int,
    at: int,
    value: Decimal,
    step: Decimal,
    currency: str | None,
    *,
    is_bare: bool,
) -> Quantity | None:
    """Read scale, percent sign, currency or unit behind a number and build the quantity.

    A bare number, which has digits alone, may be a year, a label or the number of an item.
    """
    after = follow(text, at)
    end = after.scale_end
    if after.scale:
        factor = SCALES[after.scale.lower()]
        value, step, is_bare = value * factor, step * factor, False
    if currency and not after.scale and (loose := _LOOSE_SCALE.match(text, at)):
        factor, end = SCALES[loose[1]], loose.end()
        value, step = value * factor, step * factor
    if currency:
        return _finish(text, start, end, value, step, "money", None, currency, after.vague)
    is_year = is_bare and 1900 <= value <= 2099 and step == 1
    if counted := _read_what(text, start, after, value, step, is_year):
        return counted
    is_label = _is_label(text, start) and not text.startswith(" times", end)
    if is_bare and (is_year or value >= 10**12 or is_label or _is_item_number(text, start, end)):
        return None
    return _finish(text, start, end, value, step, "plain", None, None, after.vague)


# A short scale behind a space: “$458 m”.
_LOOSE_SCALE = pattern(r"[ \u00a0](m|bn|mn|tn)(?![\w.])")


def _read_what(
    text: str, start: int, after: Following, value: Decimal, step: Decimal, is_year: bool
) -> Quantity | None:
    """Build the quantity of a number behind which something says what is counted, else return None."""
    if after.what == "percent" or after.what == "percentage-point":
        return _finish(text, start, after.end, value, step, after.what, None, None, after.vague)
    if after.what == "money" and not is_year:
        return _read_money(text, start, after, value, step)
    if after.what == "cents":
        code = CENTS[after.word.lower()]
        return _finish(text, start, after.end, value / 100, step / 100, "money", None, code, after.vague)
    # Short names count in one spelling only: “5 M” is no length.
    if after.what == "unit" and (len(after.word) > 2 or after.word in SHORT_UNITS or after.word[0] == "°"):
        return _finish(text, start, after.end, value, step, "measure", unit_of(after.word), None, after.vague)
    return None


def _read_money(text: str, start: int, after: Following, value: Decimal, step: Decimal) -> Quantity | None:
    name = after.word.lower()
    code = CURRENCIES.get(name, after.word)
    end, vague = after.end, after.vague
    if name in ("pound", "pounds") and value < 100_000:
        # "200 pounds" is a weight more often than a price, which news copy writes as £200.
        return _finish(text, start, end, value, step, "measure", "pound (mass)", None, vague)
    return _finish(text, start, end, value, step, "money", None, code, vague)


def _finish(
    text: str,
    start: int,
    end: int,
    value: Decimal,
    step: Decimal,
    kind: Kind,
    unit: str | None,
    currency: str | None,
    vague: bool,
) -> Quantity:
    before = text[max(0, start - 24) : start].lower().rstrip(" \u00a0$")
    approximate = vague or (before.endswith(APPROXIMATORS) and _is_whole_word(before))
    return Quantity(start, end, value, kind, unit, currency, approximate, step)


def _is_whole_word(before: str) -> bool:
    for word in APPROXIMATORS:
        if before.endswith(word):
            at = len(before) - len(word) - 1
            if at < 0 or not before[at].isalnum():
                return True
    return False


def _is_item_number(text: str, start: int, end: int) -> bool:
    """Say whether a number opens a line and numbers what follows: "3. Who pays?"."""
    return text[end : end + 2] in (". ", ") ") and (start == 0 or text[start - 1] == "\n")


def _is_label(text: str, start: int) -> bool:
    """Say whether the word before a bare number makes it a name or a label: "Boeing 737", "page 3", "No.
    5".
    """
    words = text[max(0, start - 24) : start]
    if not words or not words[-1].isspace():
        return words.endswith("#")
    parts = words.split()
    if not parts:
        return False
    word = parts[-1].lstrip("\"'“‘([")
    if word.rstrip(".").lower() in LABELS:
        return True
    if not word[:1].isupper() or not word.isalnum():
        return False
    lowered = word.lower()
    return not (lowered in PLAIN_CAPITALS or lowered in WEEKDAYS or lowered in MONTHS)


_RANGE = frozenset(("-", "–", "—", " to ", "-to-", " - ", " – "))


def _join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first number of a range the scale and unit of the second; drop bare pairs such as scores."""
    dropped: set[int] = set()
    for index in range(len(found) - 1, 0, -1):
        first, second = found[index - 1], found[index]
        gap = text[first.end : second.start]
        if gap not in _RANGE:
            continue
        # But “refund $19 million to 109,000 people”.
        is_rising = gap in ("-", "–", "—") or first.value <= second.value
        if first.kind == "money" and second.kind == "plain" and is_rising:
            second = found[index] = second._replace(kind="money", currency=first.currency)
        if _takes_scale(first, second):
            found[index - 1] = _scale_like(text, first, second)
        elif first.kind == second.kind == "plain" and gap in ("-", "–", "—"):
            dropped.update((index - 1, index))
    return [item for index, item in enumerate(found) if index not in dropped]


def _takes_scale(first: Quantity, second: Quantity) -> bool:
    """Tell whether the first number of a range has the unit or scale of the second: “5 to 10 km”, “$1-$2 million”."""
    if first.kind == "plain":
        return second.kind not in ("plain", "ordinal")
    return first.kind == second.kind == "money" and first.value < second.value and first.step < second.step


def _scale_like(text: str, first: Quantity, second: Quantity) -> Quantity:
    factor = Decimal(1)
    if second.step > 1 and first.value < 1000:
        for scale in (10**12, 10**9, 10**7, 10**6, 10**5, 10**3, 100):
            if second.value >= scale and second.step * 1000 >= scale and text[second.end - 1 : second.end].isalpha():
                factor = Decimal(scale)
                break
    return first._replace(
        value=first.value * factor,
        step=first.step * factor,
        kind=second.kind,
        unit=second.unit,
        currency=second.currency or first.currency,
    )


def is_same_quantity(first: Quantity, second: Quantity, tolerance: Decimal | float = 0) -> bool:
    """Say whether two quantities can state the same fact.

    Kind, unit and currency must agree. Values agree when they differ by at most `tolerance` (a share of the
    larger value), when one is the other rounded to the digits that it gives (to 10 %), or, where one is
    approximate, when the difference is within its trailing zeros or 10 %. A large figure agrees with a more exact one
    that it rounds to two digits or more.
    """
    if (first.kind, first.unit, first.currency) != (second.kind, second.unit, second.currency):
        return False
    difference = abs(first.value - second.value)
    if not difference:
        return True
    larger = max(abs(first.value), abs(second.value))
    if difference <= Decimal(str(tolerance)) * larger:
        return True
    if first.kind == "ordinal":
        return False
    limit = larger / 10
    coarse = max(first.step, second.step) / 2
    if first.approximate or second.approximate:
        rounded = max(_round_step(item) for item in (first, second) if item.approximate)
        return difference <= max(rounded / 2, coarse, limit)
    return difference <= min(coarse, limit) or _is_rounded(first, second) or _is_rounded(second, first)


_LEAST_ROUNDED = {"money": 1_000, "measure": 10_000, "plain": 10_000}  # smaller plain numbers may be years


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Tell whether a large figure is another one to fewer digits, two at least: $280,000 of $279,361."""
    least = _LEAST_ROUNDED.get(one.kind)
    if least is None or abs(one.value) < least:
        return False
    step = min(_round_step(one), Decimal(1).scaleb(one.value.adjusted() - 1))
    return _round_step(other) < step and abs(one.value - other.value) <= step / 2


def _round_step(item: Quantity) -> Decimal:
    """Return the place value of the last digit that is not zero."""
    normal = item.value.normalize()
    exponent = normal.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else item.step
