"""Read what follows a number: its scale, and the sign or word that says what is counted."""

from __future__ import annotations

from functools import cache
from typing import Literal

from newslint.language.numbers.names import CURRENCIES, UNITS
from newslint.patterns import pattern
from newslint.records import NamedTuple

Counted = Literal["", "percent", "percentage-point", "money", "cents", "unit"]
_SCALE = pattern(
    r"[\s\u00a0\-]?((?i:hundred|thousand|lakh\scrores?|lakhs?|million|crores?|billion|trillion)|bn|mn|tn|trn)\b"
)
_PERCENT = pattern(
    r"[\s\-]?(?:%|(?i:per[\s\-]?cent|pct)\b|(?<=\d)pc\b)([\s\-]points?\b)?|[\s\-](?i:percentage)[\s\-](points?)\b"
)
_CURRENCY_WORD = pattern(r"[\s\-](?:(?:U\.?S\.?|American|Canadian|Australian)\s)?(\w+)")
_CURRENCY_WORD_ALONE = pattern(r"[\s\-](\w+)")
_CENTS = pattern(r"[\s\-]?((?i:cents?|pence)|[¢]|(?<=\d)p)(?!\w)")
_VAGUE = pattern(r"\+|-odd\b|-plus\b|\sor\s(?:so|more|fewer|less)\b")
_CODES = frozenset(CURRENCIES.values())


class Following(NamedTuple):
    """What follows a number: its scale, and a sign or word that says what is counted, with the end of each.

    `vague` says that words such as "or so" come behind that.
    """

    scale: str
    scale_end: int
    what: Counted
    word: str
    end: int
    vague: bool


def follow(text: str, at: int) -> Following:
    """Return what follows a number that ends at a place of a text."""
    scale = _SCALE.match(text, at)
    place = scale.end() if scale else at
    what, word, end = _read_counted(text, place)
    return Following(
        " ".join(scale[1].lower().split()) if scale else "", place, what, word, end, _VAGUE.match(text, end) is not None
    )


def _read_counted(text: str, at: int) -> tuple[Counted, str, int]:
    """Return what is counted, the word that says so and its end; nothing and `at` where nothing says so."""
    sign = text[at : at + 1]
    is_apart = sign.isspace() or sign == "-"
    if (is_apart or sign in "%pP") and (found := _read_percent_or_money(text, at)):
        return found
    if match := _CENTS.match(text, at):
        return "cents", match[1], match.end()
    for begin in (at + 1, at) if is_apart else (at,):
        if word := _find_unit(text, begin):
            return "unit", word, begin + len(word)
    return "", "", at


def _read_percent_or_money(text: str, at: int) -> tuple[Counted, str, int] | None:
    if match := _PERCENT.match(text, at):
        return "percentage-point" if match[1] or match[2] else "percent", "", match.end()
    for regex in (_CURRENCY_WORD, _CURRENCY_WORD_ALONE):
        if (match := regex.match(text, at)) and _is_currency(match[1]):
            return "money", match[1], match.end()
    return None


def _is_currency(word: str) -> bool:
    return word in _CODES or ((len(word) > 3 or word.lower() == "yen") and word.lower() in CURRENCIES)


@cache
def _unit_sizes() -> dict[str, list[int]]:
    """Return how long the names of units are that begin with a character, the longest first."""
    sizes: dict[str, set[int]] = {}
    for name in UNITS:
        sizes.setdefault(name[0], set()).add(len(name))
    return {first: sorted(lengths, reverse=True) for first, lengths in sizes.items()}


_INSIDE_UNIT = pattern(r"[\s\-]")


def _find_unit(text: str, at: int) -> str:
    """Return the longest name of a unit that stands at a place of a text, as it is written there, or nothing."""
    for size in _unit_sizes().get(text[at : at + 1].lower(), ()):
        word = text[at : at + size]
        after = text[at + size : at + size + 1]
        if len(word) == size and not (after.isalnum() or after in ("_", "²", "³")) and unit_of(word):
            return word
    return ""


def unit_of(word: str) -> str | None:
    """Return the name of the unit that a word stands for, in the singular, or None."""
    name = _INSIDE_UNIT.sub(" ", word.lower())
    return UNITS.get(name) or UNITS.get(name.replace(" ", "-"))
