"""Find what a statement pins down (figures, ages, scores, shares, years, days, times) and compare two statements in it.

It never says which of two is right, only whether they may be the same, and whether one looks like a slip of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from newslint.language.dates.mentions import DateMention, find_dates
from newslint.language.numbers.quantities import Quantity, find_quantities, is_same_quantity
from newslint.language.units.similarity import STOP_WORDS, fold, stem
from newslint.language.units.words import find_words
from newslint.patterns import pattern
from newslint.records import NamedTuple

ParticularKind = Literal[
    "figure", "count", "ordinal", "age", "share", "score", "year", "day", "month", "weekday", "clock"
]


class Particular(NamedTuple):
    """Hold one particular of a text: its half-open span, its kind and its value.

    `value` is a number or several: the parts of a share or score, month and day, 0 for Monday, minutes of the day.
    `unit` is the unit or currency of a figure. `nouns` are stems of the words that a count may count; of a year,
    “until” and the like. `quantity` is the figure itself, where it is one. `bound` is
    -1 for “under six hours”, 1 for “over six hours”, else 0.
    """

    start: int
    end: int
    kind: ParticularKind
    value: tuple[Decimal, ...]
    unit: str = ""
    nouns: frozenset[str] = frozenset()
    quantity: Quantity | None = None
    bound: int = 0


# But “Super Tuesday”, “Good Friday”.
_WEEKDAY = pattern(
    r"\b(?<!Super\s)(?<!Black\s)(?<!Good\s)(?<!Cyber\s)(?<!Ash\s)(?<!Giving\s)(?<!Bloody\s)(?<!Palm\s)(?<!Easter\s)"
    r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_MONTH = pattern(
    r"\b(?i:in|of|until|till|since|by|from|to|this|last|next|before|after|during|through|early|late)\s"
    r"(January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s\d|\s[A-Z])"
)
_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_CLOCK = pattern(r"(?<![\d:.])(\d{1,2})(?:[:.](\d\d))?\s?([apAP])\.?[mM]\b")
# “the 1623 folio”, which no preposition introduces.
_YEAR = pattern(r"(?<![\d.,$£€/–-])(?:1[5-9]|20)\d\d(?![\d%°]|[.,:/–-]\d)\b")
_SCORE = pattern(
    r"(?<![\d.,/–-])(\d{1,3})(?:\s?[-–]\s?|\sto\s|\svotes\sto\s)(\d{1,3})(?![\d/%–-]|[.,:]\d|\s?(?:%|per|mil|bil))\b"
)
_SHARE = pattern(
    r"\b(one|two|three|four|five|six|seven|eight|nine|[1-9]\d?)(?:\s[a-z]{3,20}){0,2}?\s(?:in|out\sof)\s(?:every\s)?"
    r"(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|[1-9]\d{0,2})\b(?!\s?(?:%|[a-z]+\sago))",
)
_PART = pattern(
    r"\b(?:(a|one|two|three|four)[\s-])?(half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b(?=\s(?:of|an?)\b|-)|(?<=\bby\s)a\s(half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\b"
)
_UP_TO_TWELVE = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
# “The series, four games to two”.
_WORDED_SCORE = pattern(
    rf"\b({_UP_TO_TWELVE}|\d{{1,2}})\s(?:games?|goals?|sets?|matches|frames?|tries|rubbers?|wins?)"
    rf"\sto\s({_UP_TO_TWELVE}|\d{{1,2}})\b"
)
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
_PARTS = {
    name: place for place, name in enumerate("half third quarter fifth sixth seventh eighth ninth tenth".split(), 2)
}
_AGE_BEFORE = pattern(r"(?:,|\b(?:of|aged?|is|was|now|least|over|under|turns|turned))\s\Z")
_AGE_AFTER = pattern(r"[,.;)]|\Z|\s(?:and|or|when|who|whose|on|has|had|have|can|may|must|will)\b")
# “Who was 12 in March”; but “a panel of seven, four of them …”.
_AGE_OF = pattern(r"\bwho\s(?:is|was|turned|turns)\s(?:now\s|only\s|just\s)?\Z")
_GROUP = pattern(
    r"\b(?i:(panel|group|team|crew|jury|family|committee|party|gang|board|squad|bench|class|staff|crowd|cast|fleet))\sof\s\Z"
)
_OLDEST = 110
_NEAR = 60  # code points


def find_particulars(
    text: str, quantities: Sequence[Quantity] | None = None, dates: Sequence[DateMention] | None = None
) -> list[Particular]:
    """Find the particulars of a text in order; `quantities` and `dates` save finding them once more."""
    mentions = find_dates(text) if dates is None else dates
    figures = find_quantities(text, mentions) if quantities is None else quantities
    found = [*_find_ratios(text), *_find_times(text, mentions), *_find_holidays(text)]
    taken = {place for each in found for place in range(each.start, each.end)}
    found += [_read(text, figure) for figure in figures if figure.start not in taken]
    found += [each for each in _find_prices(text) if each.start not in {other.start for other in found}]
    return sorted(each._replace(bound=_bound_of(text, each.start)) for each in found)


_PENCE = pattern(r"(?<![\w.,$£€/-])\d{1,3}p\b")
_BOUND = pattern(
    r"(?:(under|below|(?:less|fewer|lower|no\smore)\sthan|up\sto|at\smost|within)"
    r"|over|above|(?:more|greater|higher|no\sless|no\sfewer)\sthan|at\sleast)\s\Z",
    re.IGNORECASE,
)


# Currencies that are one letter or two before the digits: rand, naira, kwacha, ringgit, shillings.
_LETTERED = pattern(r"(?<![\w.$-])(R|N|K|P|RM|Sh|KSh|Ksh|TSh|USh|GH₵)[ ]?(?=\d[\d,.]{1,11}(?![\d-]))")


def _find_prices(text: str) -> Iterator[Particular]:
    """Yield “5p” and “R500” as sums of money."""
    for match in _PENCE.finditer(text):
        yield Particular(match.start(), match.end(), "figure", (Decimal(match[0][:-1]),), "pence")
    for match in _LETTERED.finditer(text):
        figure = next(iter(find_quantities(text[match.end() : match.end() + _BOUND_REACH], ())), None)
        if figure is not None and figure.start == 0 and figure.kind == "plain":
            end = match.end() + figure.end
            yield Particular(match.start(), end, "figure", (figure.value,), match[1].upper(), frozenset(), figure)


def _bound_of(text: str, start: int) -> int:
    found = _BOUND.search(text, max(0, start - _BOUND_REACH), start)
    return 0 if found is None else -1 if found[1] else 1


_BOUND_REACH = 20  # code points


def _find_ratios(text: str) -> Iterator[Particular]:
    """Yield scores and shares: “3-1”, “one voter in nine”, “two-thirds of”, “half a point”."""
    for match in _SCORE.finditer(text):
        yield Particular(match.start(), match.end(), "score", (Decimal(match[1]), Decimal(match[2])))
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    for match in _WORDED_SCORE.finditer(lowered):
        yield Particular(match.start(), match.end(), "score", (_number(match[1]), _number(match[2])))
    for match in _SHARE.finditer(lowered):
        share = (_number(match[1]), _number(match[2]))
        if share[0] < share[1]:
            yield Particular(match.start(), match.end(), "share", share)
    for match in _PART.finditer(lowered):
        count = Decimal(1) if match[1] in (None, "a") else _number(match[1])
        part = match[2] or match[3]
        # “Four third-party candidates”, “a half-point”.
        if count < _PARTS[part] and (not lowered.startswith("-", match.end()) or part in ("half", "quarter")):
            yield Particular(match.start(), match.end(), "share", (count, Decimal(_PARTS[part])))


def _number(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else Decimal(_NUMBERS.index(word))


_HOLIDAY = pattern(
    r"\b(Good Friday|Easter (?:Sunday|Monday)|New Year[’']s (?:Day|Eve)|Christmas (?:Day|Eve)|Boxing Day"
    r"|Hallowe[’']?en|Valentine[’']s Day)\b"
)
_HOLIDAYS = {"y": (1, 1), "ye": (12, 31), "c": (12, 25), "ce": (12, 24), "b": (12, 26), "h": (10, 31), "v": (2, 14)}


# Days of no month: they compare with each other alone.
_MOVABLE = {
    name: (Decimal(0), Decimal(day)) for day, name in enumerate(("Good Friday", "Easter Sunday", "Easter Monday"))
}


def _find_holidays(text: str) -> Iterator[Particular]:
    """Yield the days that have a name of their own: “New Year’s Eve” is 31 December."""
    for match in _HOLIDAY.finditer(text):
        name = match[0]
        if name in _MOVABLE:
            yield Particular(match.start(), match.end(), "day", _MOVABLE[name])
            continue
        key = ("y" if name[0] == "N" else name[0].lower()) + ("e" if name.endswith(" Eve") else "")
        month, day = _HOLIDAYS[key]
        yield Particular(match.start(), match.end(), "day", (Decimal(month), Decimal(day)))


def _find_times(text: str, mentions: Sequence[DateMention]) -> Iterator[Particular]:
    """Yield weekdays, clock times, days, months and years."""
    for match in _WEEKDAY.finditer(text):
        yield Particular(match.start(), match.end(), "weekday", (Decimal(_WEEKDAYS.index(match[1])),))
    for match in _CLOCK.finditer(text):
        hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
        yield Particular(match.start(), match.end(), "clock", (Decimal(hour * 60 + int(match[2] or 0)),))
    for mention in mentions:
        if mention.month is not None and mention.day is not None:
            yield Particular(mention.start, mention.end, "day", (Decimal(mention.month), Decimal(mention.day)))
        elif mention.month is not None:
            yield Particular(mention.start, mention.end, "month", (Decimal(mention.month),))
        elif mention.year is not None:
            limit = _limit_before(text, mention.start)
            yield Particular(mention.start, mention.end, "year", (Decimal(mention.year),), "", limit)
    for match in _MONTH.finditer(text):
        if not any(mention.start <= match.start(1) < mention.end for mention in mentions):
            yield Particular(match.start(1), match.end(), "month", (Decimal(_MONTHS.index(match[1]) + 1),))
    dated = [(mention.start, mention.end) for mention in mentions]
    for match in _YEAR.finditer(text):
        if not any(start <= match.start() < end for start, end in dated):
            limit = _limit_before(text, match.start())
            yield Particular(match.start(), match.end(), "year", (Decimal(match[0]),), "", limit)


_LIMIT = pattern(
    r"\b(until|till|by|since)\s(?:the\s(?:end|start|spring|summer|autumn|winter)\sof\s|(?:early|late|mid-?)\s)?\Z"
)
_LIMIT_REACH = 24  # code points


def _limit_before(text: str, at: int) -> frozenset[str]:
    """Return the word that makes a year a limit: “until 2027”, “by the end of 2027”; else nothing."""
    found = _LIMIT.search(text, max(0, at - _LIMIT_REACH), at)
    return frozenset([found[1]]) if found else frozenset()


def _read(text: str, figure: Quantity) -> Particular:
    value, kind = (abs(figure.value),), figure.kind
    if kind == "ordinal":
        return Particular(figure.start, figure.end, "ordinal", value, "", _nouns_after(text, figure.end), figure)
    if kind == "measure" and figure.unit == "year" and text.startswith(("-old", "s-old", " old"), figure.end):
        return Particular(figure.start, figure.end, "age", value, "", frozenset(), figure)
    if kind != "plain":
        return Particular(figure.start, figure.end, "figure", value, _unit_of(figure), frozenset(), figure)
    before, after = text[max(0, figure.start - _NEAR) : figure.start], text[figure.end : figure.end + _NEAR]
    group = _GROUP.search(before)
    if group:
        nouns = _nouns_after(text, figure.end) | {stem(fold(group[1]))}
        return Particular(figure.start, figure.end, "count", value, "", nouns, figure)
    is_age = _AGE_BEFORE.search(before) and _AGE_AFTER.match(after)
    if figure.value <= _OLDEST and (is_age or _AGE_OF.search(before)):
        name = _name_before(before)
        names = frozenset([stem(fold(name))]) if name else frozenset()
        return Particular(figure.start, figure.end, "age", value, "", names, figure)
    if more := _MORE_TIME.match(text, figure.end):
        return Particular(
            figure.start, more.end(), "figure", value, more[1], frozenset(), figure._replace(unit=more[1])
        )
    nouns = _nouns_after(text, figure.end) | _noun_before(before)
    return Particular(figure.start, figure.end, "count", value, "", nouns, figure)


# “Three more years” are a length of time, too.
_MORE_TIME = pattern(r"\s(?:more|further|extra|additional)\s(second|minute|hour|day|week|month|year|decade)s?\b")


def _name_before(before: str) -> str:
    """Return the word in front of an age between commas, “Ana Roe, 42,”, where it has a capital; else nothing."""
    head = before.rstrip()
    if " " not in head:
        return ""  # “Pensioner, 87, robbed”: the first word has a capital anyway
    word = head[:-1].rpartition(" ")[2] if head.endswith(",") and head != before else ""
    return word if word[:1].isupper() and len(word) > 1 else ""


def _unit_of(figure: Quantity) -> str:
    return figure.unit or figure.currency or figure.kind


_MOST_NOUNS = 3
# Adjectives that anything may have.
_QUALITIES = frozenset("former new young old major top best big main local".split())
_OF_THEM = pattern(r"\A\sof\s(?:the|these|those|its|their)(?=\s)")


def _nouns_after(text: str, end: int) -> frozenset[str]:
    """Return the stems of the words right behind a number, as far as they may name what it counts."""
    nouns: list[str] = []
    # “All five of the crew”
    after, last = _OF_THEM.sub("", text[end : end + _NEAR]), 0
    for start, stop in find_words(after):
        word = fold(after[start:stop])
        is_apart = after[last:start].strip(" -\u00a0‑") != ""
        if is_apart or len(nouns) == _MOST_NOUNS or (word in STOP_WORDS and word not in ("more", "other", "such")):
            break
        nouns += [stem(word)] if word.isalpha() and len(word) > 2 and word not in _QUALITIES else []
        last = stop
    return frozenset(nouns)


def _noun_before(before: str) -> frozenset[str]:
    """Return the stem of a word that names a number in front of it: “magnitude 7.1”, “Measles cases: 75”."""
    words = find_words(before)
    if not words or before[words[-1][1] :].strip() not in ("", ":"):
        return frozenset()
    start, end = words[-1]
    word = fold(before[start:end])
    return frozenset([stem(word)]) if word.isalpha() and len(word) > 3 and word not in STOP_WORDS else frozenset()


def kind_of(each: Particular) -> tuple[str, str]:
    """Return the kind and unit under which a particular is compared: a fifth is one with 20 per cent."""
    return ("share", "") if each.unit == "percent" else (each.kind, each.unit)


def _part_of(each: Particular) -> Decimal:
    return each.value[0] / (each.value[1] if each.kind == "share" else _WHOLE)


_WHOLE = 100
# “A third” may be 34 per cent, and “almost half” 46.
_ABOUT = Decimal("0.05")


def is_comparable(one: Particular, other: Particular) -> bool:
    """Tell whether two particulars may be about the same thing: kind and unit agree, and what they count."""
    if kind_of(one) != kind_of(other):
        return False
    if one.kind == "age":
        return not (one.nouns and other.nouns) or not one.nouns.isdisjoint(other.nouns)
    if one.kind == "score":
        # A series of 4-2 has games of 101-94.
        small, large = sorted((sum(one.value), sum(other.value)))
        return large <= _OF_ONE_SIZE * max(small, Decimal(1))
    return one.kind not in ("count", "ordinal") or not one.nouns.isdisjoint(other.nouns)


_OF_ONE_SIZE = 5


_OTHERS = frozenset({"other", "more"})


def _are_others(one: Particular, other: Particular) -> bool:
    """Tell whether one number counts somebody whom the other leaves out: “Tarrow and five other towns”, “six towns”."""
    return abs(one.value[0] - other.value[0]) == 1 and not _OTHERS.isdisjoint(one.nouns | other.nouns)


def is_same(told: Particular, source: Particular) -> bool:
    """Tell whether one particular may repeat another; it may be rounded, but not be more exact."""
    if kind_of(told) != kind_of(source):
        return False
    if told.kind != source.kind:
        return abs(_part_of(told) - _part_of(source)) <= _ABOUT
    if told.value == source.value or (told.kind == "score" and told.value == source.value[::-1]):
        return True
    if told.bound and len(told.value) == 1 and _is_within(told, source):
        return True
    if told.kind == "share":
        return told.value[0] * source.value[1] == told.value[1] * source.value[0]
    if told.quantity is None or source.quantity is None or told.kind not in ("figure", "count"):
        return False
    if told.kind == "count" and _are_others(told, source):
        return True
    one, two = (each._replace(value=abs(each.value)) for each in (told.quantity, source.quantity))
    # “Ten metres” may be 9.5; 5 % is not 4.9 %.
    is_vague = one.approximate or two.approximate or (two.value >= 10 and two.value % 10 == 0)
    if one.step > two.step and abs(one.value - two.value) <= one.step / 2:
        return True
    # The zeros of 280,000 are no digits.
    is_vague = is_vague or (one.value >= _LEAST_ROUND and one.value % _HUNDRED == 0)
    return (one.step > two.step or is_vague) and is_same_quantity(one, two)


_LEAST_ROUND, _HUNDRED = 1000, 100


_WITHIN = Decimal("0.7")


def _is_within(told: Particular, source: Particular) -> bool:
    """Tell whether a figure is not far from the bound that another states, on its side: 6.8 hours are under seven."""
    low, high = (source.value[0], told.value[0])[:: -told.bound]
    return high * _WITHIN <= low <= high


def is_slip(told: Particular, source: Particular) -> bool:
    """Tell whether one particular looks like another that was typed or copied wrongly."""
    if told.kind == "weekday" or told.kind == "month":
        return True
    if told.kind == "day":
        is_turned = told.value == source.value[::-1]
        return is_turned or told.value[0] == source.value[0] or told.value[1] == source.value[1]
    if told.kind != source.kind:
        return False
    if len(told.value) > 1:
        return any(one == two for one, two in zip(told.value, source.value, strict=True))
    return _is_slip(told.value[0], source.value[0])


def is_odd(told: Particular, source: Particular) -> bool:
    """Tell whether two figures differ so oddly that they need no noun in common, where their sentences say the same.

    They have the same digits in another order (212 and 221) or by tens (900 and 9,000), one counts nothing of its own
    (“against eight”), or they are one number of two units (“11 months” and “eleven years”).
    """
    if told.kind == "figure" and source.kind == "figure":
        one, two = told.value[0], source.value[0]
        return (one == two or two * _WHOLE == one) and _are_confused(told.unit, source.unit)
    if told.kind != source.kind or told.kind not in ("count", "age"):
        return False
    one, two = told.value[0], source.value[0]
    first, second = (sorted(str(each)) for each in (one, two))
    is_turned = len(first) > 1 and first == second and one != two
    low, high = sorted((one, two))
    is_bare = told.kind == "count" and not (told.nouns and source.nouns) and is_slip(told, source)
    return is_turned or is_bare or (low > 1 and high / low in (10, 100, 1000))


_TIMES = frozenset("second minute hour day week month year decade century".split())
_SMALL = frozenset(("percent", "pence", "GBP", "USD", "percentage-point"))


def _are_confused(one: str, two: str) -> bool:
    is_one_kind = {one, two} <= _TIMES or ({one, two} <= _SMALL and "percent" in (one, two))
    return one != two and is_one_kind


_OFF = 3
_MOST_TIMES_SLIP = 20  # a digit was lost, at most


def _is_slip(one: Decimal, two: Decimal) -> bool:
    if not one or not two:
        return False
    low, high = sorted((one, two))
    is_power = high / low in (10, 100, 1000, 1_000_000)
    if len(f"{low:.0f}") != len(f"{high:.0f}") and len(_digits(low)) == len(_digits(high)):
        return is_power  # 25 and 220
    is_close = high - low <= _OFF or high <= low * Decimal("1.15")
    return is_power or is_close or (high <= low * _MOST_TIMES_SLIP and _digits_slip(_digits(one), _digits(two)))


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", "").rstrip("0") or "0"


def _digits_slip(one: str, two: str) -> bool:
    """Tell whether one digit was changed, lost or added, or two were exchanged."""
    short, long = sorted((one, two), key=len)
    if len(short) == len(long):
        odd = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
        is_turned = len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == two[odd[1]] and one[odd[1]] == two[odd[0]]
        return (len(odd) == 1 and len(one) > 1) or is_turned
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
