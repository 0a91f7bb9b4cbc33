"""Hold a figure against the one in another unit behind it: “10 miles (16 km)”, “5 crore (50 million)”, “$5m (£4m)”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from newslint.language.numbers.figured import MEASURE, MONEY, PLAIN, SHARE, Figure, Figured, Mismatch, gap
from newslint.language.numbers.following import unit_of
from newslint.language.numbers.intervals import Interval
from newslint.language.numbers.sums import show, show_scaled
from newslint.patterns import pattern
from newslint.records import NamedTuple

# Unit -> what it measures, and the least and the most that it is in that measure's smallest common unit: a ton is short
# or long, a gallon that of the United States or the imperial one. Values: NIST Special Publication 811, appendix B.
_SIZES: Mapping[str, tuple[str, Decimal, Decimal]] = {
    unit: (measure, Decimal(low), Decimal(high or low))
    for measure, unit, low, high in (
        ("length", "nautical mile", "1852", ""),
        ("length", "mile", "1609.344", ""),
        ("length", "kilometre", "1000", ""),
        ("length", "metre", "1", ""),
        ("length", "centimetre", "0.01", ""),
        ("length", "millimetre", "0.001", ""),
        ("length", "foot", "0.3048", ""),
        ("length", "inch", "0.0254", ""),
        ("length", "yard", "0.9144", ""),
        ("mass", "tonne", "1000", ""),
        ("mass", "ton", "907.185", "1016.05"),
        ("mass", "kilogram", "1", ""),
        ("mass", "gram", "0.001", ""),
        ("mass", "pound (mass)", "0.453592", ""),
        ("mass", "ounce", "0.0283495", "0.0311035"),
        ("area", "acre", "4046.86", ""),
        ("area", "hectare", "10000", ""),
        ("area", "square kilometre", "1000000", ""),
        ("area", "square mile", "2589988", ""),
        ("area", "square metre", "1", ""),
        ("area", "square foot", "0.092903", ""),
        ("volume", "litre", "1", ""),
        ("volume", "millilitre", "0.001", ""),
        ("volume", "gallon", "3.78541", "4.54609"),
        ("volume", "barrel", "158.987", ""),
        ("volume", "pint", "0.473176", "0.568261"),
        ("volume", "quart", "0.946353", "1.136523"),
        ("volume", "cubic foot", "28.3168", ""),
        ("volume", "cubic metre", "1000", ""),
        ("speed", "kilometre per hour", "1", ""),
        ("speed", "mile per hour", "1.609344", ""),
        ("speed", "knot", "1.852", ""),
        ("power", "watt", "0.001", ""),
        ("power", "kilowatt", "1", ""),
        ("power", "horsepower", "0.735499", "0.7457"),
        ("power", "megawatt", "1000", ""),
        ("power", "gigawatt", "1000000", ""),
    )
}
_CELSIUS, _FAHRENHEIT, _DEGREE = "degree Celsius", "degree Fahrenheit", "degree"
_TEMPERATURES = (_CELSIUS, _FAHRENHEIT, _DEGREE)
# Parts of one figure: 5 ft 10 in, 7 lb 4 oz.
_COMPOUNDS = {("foot", "inch"), ("pound (mass)", "ounce"), ("metre", "centimetre"), ("kilogram", "gram")}
_SLACK, _SLACK_OF_SCALES = Decimal("0.07"), Decimal("0.03")
_DEGREES = Decimal(2)


def _frame(marks: str) -> re.Pattern[str]:
    figure = rf"[{marks}](?:(?:,?[ ]?|[ ]and[ ])[{marks}])?"
    span = rf"{figure}(?:(?:[ ]to[ ]|[ ]and[ ]|[ ]or[ ]|-to-|[ ]?[-–][ ]?){figure})?"
    return pattern(
        rf"(?P<one>{span})(?P<words>{gap(30)})"
        r"(?:[ ]?[(](?:or[ ]|i\.e\.[ ]|that[ ]is[ ]|=[ ]?)?|,[ ]or[ ]|[ ]or[ ]|[ ]?[/=][ ]?"
        r"|(?P<aside>,[ ]))"
        rf"(?P<two>{span})(?P<end>(?:[ ][\w-]{{1,12}}){{0,2}}[);,/.]|\Z)",
        re.IGNORECASE,
    )


_MEASURED, _COUNTED = _frame(MEASURE), _frame(f"{MONEY}{PLAIN}")
# “10 miles or 25 km” may be a choice; words between say that the second figure is of something else.
_OTHER = pattern(r"\b(?:and|but|while|from|than|with|per|an?|every|each|in|within|at|after|for)\b", re.IGNORECASE)


class Conversion(NamedTuple):
    """Hold a figure and the one in another unit or currency that converts it; either may be the end of a range."""

    one: Figure
    two: Figure


def find_conversion_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield figures in brackets that convert the one before wrongly, with the right figure; rounding is allowed for."""
    if MEASURE not in sentence.text:
        return
    yield from _halves(sentence)
    for match in _MEASURED.finditer(sentence.text):
        if _OTHER.search(match["words"]) or (match.string[match.end("words")] not in " (" and "," not in match[0]):
            continue
        # “50 gallons, about 190 litres”
        if match["aside"] and sentence.figure(match, "two").bound != "about":
            continue
        pairs = _pairs(sentence, match)
        for one, two in pairs:
            wanted = _convert(one, two[0].quantity.unit or "")
            if wanted is not None and not (_slack(wanted, one, two).meets(_sum(two)) or _is_difference(one, two)):
                first, last = two[0].quantity.start, two[-1].quantity.end
                written = sentence.source[one[0].start : one[-1].end]
                right = f"{show(_middle(wanted))} {_plural(two[0].quantity.unit or '')}"
                yield Mismatch(first, last, sentence.source[first:last], written, right)
                break


_HALF = pattern(rf"{SHARE}[ ]an?[ ](?P<unit>[a-z]{{3,12}})[ ][(](?:or[ ])?(?P<two>{MEASURE})[);,]")


def _halves(sentence: Figured) -> Iterator[Mismatch]:
    """Yield wrong conversions of “half an ounce” and the like."""
    for match in _HALF.finditer(sentence.text) if SHARE in sentence.text else ():
        half, two = sentence.figure_at(match.start()), sentence.figure(match, "two")
        unit = unit_of(match["unit"])
        exact = half.quantity._replace(value=half.value / 100, kind="measure", unit=unit, step=Decimal("0.01"))
        wanted = _convert([half._replace(quantity=exact)], two.quantity.unit or "") if unit else None
        if wanted is not None and not wanted.wider(_SLACK).meets(two.interval):
            first, last = two.quantity.start, two.quantity.end
            written = sentence.source[half.start : first].rstrip(" (")
            right = f"{show(_middle(wanted))} {_plural(two.quantity.unit or '')}"
            yield Mismatch(first, last, sentence.source[first:last], written, right)


_Parts = list[Figure]


def _pairs(sentence: Figured, match: re.Match[str]) -> list[tuple[_Parts, _Parts]]:
    """Return the figures of both sides that belong together, those of one figure in parts as one."""
    one, two = (_group(sentence, match, name) for name in ("one", "two"))
    if len(one) != len(two):
        one, two = one[:1], two[:1] if len(one) == len(two) == 1 else []
    return list(zip(one, two, strict=False))


def _group(sentence: Figured, match: re.Match[str], name: str) -> list[_Parts]:
    places = [at for at in range(*match.span(name)) if sentence.text[at] in (MEASURE, MONEY, PLAIN)]
    groups: list[_Parts] = []
    for figure in map(sentence.figure_at, places):
        last = groups[-1][-1] if groups else None
        if last and (last.quantity.unit, figure.quantity.unit) in _COMPOUNDS:
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _convert(parts: _Parts, unit: str) -> Interval | None:
    """Return what a figure is in another unit, or None where that measures something else or is the same unit."""
    own = parts[0].quantity.unit or ""
    if own == unit:
        return None
    if own in _TEMPERATURES and unit in _TEMPERATURES:
        return _convert_degrees(parts[0].interval, own, unit)
    if own not in _SIZES or unit not in _SIZES or _SIZES[own][0] != _SIZES[unit][0]:
        return None
    _, low, high = _SIZES[unit]
    base = _sum_of(parts)
    return Interval(base.low / high, base.high / low)


def factor_between(unit: str, other: str) -> Decimal | None:
    """Return how many of another unit a unit is, or None where one is unknown or measures something else."""
    if unit not in _SIZES or other not in _SIZES or _SIZES[unit][0] != _SIZES[other][0]:
        return None
    return _SIZES[unit][1] / _SIZES[other][1]


def _sum_of(parts: _Parts) -> Interval:
    """Return a figure of one or two parts in the smallest common unit."""
    total = Interval(Decimal(0), Decimal(0))
    for part in parts:
        _, low, high = _SIZES[part.quantity.unit or ""]
        own = part.interval if part is parts[-1] else Interval(part.value, part.value)
        total = total.plus(Interval(own.low * low, own.high * high))
    return total


def _sum(parts: _Parts) -> Interval:
    """Return a figure of one or two parts in the unit of the first."""
    unit = parts[0].quantity.unit or ""
    if len(parts) == 1 or unit not in _SIZES:
        return parts[0].interval
    return _sum_of(parts).times(1 / _SIZES[unit][1])


def _convert_degrees(own: Interval, unit: str, other: str) -> Interval | None:
    """Return degrees of one scale in the other, or None where only one is named; both the level and a difference."""
    ninth = Decimal(9) / 5
    to_fahrenheit = other == _FAHRENHEIT or (other == _DEGREE and unit == _CELSIUS)
    if to_fahrenheit and unit != _FAHRENHEIT:
        return Interval(own.low * ninth + 32, own.high * ninth + 32)
    return Interval((own.low - 32) / ninth, (own.high - 32) / ninth)


def _is_difference(one: _Parts, two: _Parts) -> bool:
    """Tell whether two figures are the same difference of temperature: 2C warmer is 3.6F warmer."""
    own, unit, other = one[0].interval, one[0].quantity.unit, two[0].quantity.unit
    if unit not in _TEMPERATURES:
        return False
    factor = Decimal(9) / 5 if other == _FAHRENHEIT or unit == _CELSIUS else Decimal(5) / 9
    return own.times(factor).wider(_SLACK).meets(two[0].interval)


def _slack(wanted: Interval, one: _Parts, two: _Parts) -> Interval:
    """Return the interval that a converted figure may lie in, with the slack of writers who round."""
    if two[0].quantity.unit not in _TEMPERATURES:
        return wanted.wider(_SLACK if len(one) == len(two) == 1 else _SLACK_OF_SCALES)
    return wanted.wider(Decimal(0), _DEGREES)


def _middle(interval: Interval) -> Decimal:
    return (interval.low + interval.high) / 2


def _plural(unit: str) -> str:
    unit = unit.removesuffix(" (mass)")
    first, *rest = unit.split(" per ")
    special = {"foot": "feet", "inch": "inches", "square foot": "square feet"}
    if first.startswith("degree "):
        return first.replace("degree", "degrees")
    return " per ".join([special.get(first, f"{first}s"), *rest])


_INDIAN = pattern(r"(?:lakhs?|crores?|lacs?|cr)\b", re.IGNORECASE)


def find_scale_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield figures in lakh or crore, and those in brackets behind them, of which one converts the other wrongly."""
    if not _INDIAN.search(sentence.source, sentence.start, sentence.end):
        return
    for match in _COUNTED.finditer(sentence.text):
        if _OTHER.search(match["words"]):
            continue
        for (one, *_), (two, *_) in _pairs(sentence, match):
            told, written = sentence.written(two), sentence.written(one)
            is_indian = bool(_INDIAN.search(told)) != bool(_INDIAN.search(written))
            currencies = {one.quantity.currency, two.quantity.currency} - {None}
            if is_indian and len(currencies) < _TWO and not one.interval.wider(_SLACK_OF_SCALES).meets(two.interval):
                yield Mismatch(two.start, two.end, told, written, show_scaled(one.value))
                break


_TWO = 2


def find_money_conversions(sentence: Figured) -> Iterator[Conversion]:
    """Yield sums of money with the same in another currency in brackets behind them."""
    if sentence.text.count(MONEY) < _TWO or _DATED.search(sentence.text):
        return
    for match in _COUNTED.finditer(sentence.text):
        if "(" not in match[0] or _OTHER.search(match["words"]):
            continue
        for (one, *_), (two, *_) in _pairs(sentence, match):
            codes = one.quantity.currency, two.quantity.currency
            if None not in codes and codes[0] != codes[1] and one.value > 0 and two.value > 0:
                yield Conversion(one, two)


# What is converted at the rate of another time.
_DATED = pattern(
    r"\b(?:1[5-9]\d\d|20\d\d|then|at[ ]the[ ]time|today’s|today's|in[ ]today|now[ ]worth|inflation|back[ ]then)\b",
    re.IGNORECASE,
)
