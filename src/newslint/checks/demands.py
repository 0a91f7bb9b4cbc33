"""What a newsroom asks of fields of front matter: that they are there or not, of a type, with some values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from newslint.patterns import pattern
from newslint.records import NamedTuple

_URL = pattern(r"https?://[^\s/]\S*")
_EMAIL = pattern(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+")


class Demand(NamedTuple):
    """What is asked of one field: `forms` are patterns of which the whole value matches one."""

    field: str
    required: bool
    forbidden: bool
    types: tuple[str, ...]
    one_of: tuple[Any, ...]
    form: re.Pattern[str] | None
    least: float | None
    most: float | None
    reason: str
    severity: str
    source: str


class Demands:
    """What is asked of all fields, in the order in which that is written."""

    def __init__(self, fields: Mapping[str, Mapping[str, Any]]) -> None:
        """Take fields in the plain form of options."""
        self._demands = tuple(
            Demand(
                name,
                asked["required"],
                asked["forbidden"],
                tuple(asked["type"]),
                tuple(asked["one_of"]),
                pattern(asked["pattern"]) if asked["pattern"] is not None else None,
                asked["min"],
                asked["max"],
                asked["reason"],
                asked["severity"] or "",
                asked["source"],
            )
            for name, asked in fields.items()
        )

    def __iter__(self) -> Iterator[Demand]:
        return iter(self._demands)


def is_empty(value: object) -> bool:
    """Tell whether a field says nothing; no and zero say something."""
    return value is None or value == [] or value == {} or (isinstance(value, str) and not value.strip())


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_date(value: object) -> bool:
    from newslint.language.dates.timestamps import is_timestamp

    return is_timestamp(value)


# How a value of each type is told, and the words for it in a message.
_TYPES: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "text": (lambda value: isinstance(value, str), "text"),
    "number": (_is_number, "a number"),
    "integer": (lambda value: _is_number(value) and isinstance(value, int), "a whole number"),
    "boolean": (lambda value: isinstance(value, bool), "`true` or `false`"),
    "date": (_is_date, "a date"),
    "list": (lambda value: isinstance(value, list), "a list"),
    "mapping": (lambda value: isinstance(value, Mapping), "a mapping"),
    "url": (lambda value: isinstance(value, str) and _URL.fullmatch(value) is not None, "a web address"),
    "email": (lambda value: isinstance(value, str) and _EMAIL.fullmatch(value) is not None, "a mail address"),
}


def wanted_type(demand: Demand, value: object) -> str | None:
    """Return the type that a value must have and has not, in words, or None."""
    if not demand.types or any(_TYPES[name][0](value) for name in demand.types):
        return None
    return " or ".join(_TYPES[name][1] for name in demand.types)


def wanted_size(demand: Demand, value: object) -> str | None:
    """Return how much a value must be at least or at most and is not, in words, or None."""
    if _is_number(value):
        size, unit = float(value), ""  # type: ignore[arg-type]
    elif isinstance(value, (str, list, Mapping)):
        size, unit = len(value), " characters" if isinstance(value, str) else " entries"
    else:
        return None
    if demand.least is not None and size < demand.least:
        return f"at least {demand.least:g}{unit}"
    return f"at most {demand.most:g}{unit}" if demand.most is not None and size > demand.most else None


def wrong_value(demand: Demand, value: object) -> str | None:
    """Return the value, or the first of a list, that is none of those that a field may have, or None."""
    known = set(map(shown, demand.one_of))
    values: Sequence[object] = value if isinstance(value, list) else [value]
    return next((shown(each) for each in values if known and shown(each) not in known), None)


def wrong_form(demand: Demand, value: object) -> str | None:
    """Return the value, or the first of a list, that does not have the form of a field, or None."""
    values: Sequence[object] = value if isinstance(value, list) else [value]
    form = demand.form
    return next((shown(each) for each in values if form is not None and not form.fullmatch(shown(each))), None)


def shown(value: object) -> str:
    """Return a value as front matter and configurations write it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
