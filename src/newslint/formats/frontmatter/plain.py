"""Read YAML front matter of plain fields, lists and fields below a field, as most is, without a YAML parser.

It gives what the parser would give, or nothing where a line is not as simple as that. Importing the parser takes a
tenth of a start.
"""

from __future__ import annotations

import re

from newslint.article import Field
from newslint.patterns import pattern
from newslint.spans import Span

_INTEGER = pattern(r"[-+]?[0-9]+\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_CONSTANTS: dict[str, object] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}


def resolve(value: str) -> object:
    """Return what a plain scalar means by the core schema of YAML 1.2.2, section 10.3; dates stay text."""
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    if len(value) > 40 or value[0] not in "0123456789+-.":
        return value
    if _INTEGER.match(value):
        return int(value, 0) if value[:2] in ("0o", "0x") else int(value)
    if _FLOAT.match(value):
        return float(value)
    return value


# A value in quotation marks without escapes, a list of words in brackets, or anything else.
_VALUE = r"""(?: "(?P<double>[^"\\]*)" | '(?P<single>[^']*)' | \[(?P<list>[\w ,]+)\] | (?P<plain>[^ ].*) )"""
_FIELD = pattern(
    rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,60}}) : (?: [ ]++ {_VALUE} )?+",
    re.VERBOSE,
)
_ITEM = pattern(rf"- [ ]++ {_VALUE}", re.VERBOSE)
# What a plain value may begin with, beside letters and digits.
_OPENING = "($£€“‘"


def read_plain_fields(text: str) -> list[Field] | None:
    """Return the fields of a text, or None where one of its lines needs a parser; offsets are code points.

    Below a field without a value, the lines may be a list of plain values or fields of their own.
    """
    fields: list[Field] = []
    indent: int | None = None
    at = 0
    for line in text.split("\n"):
        content = line.removesuffix("\r").rstrip(" ")
        if content:
            inner = content.lstrip(" ")
            start = at + len(content) - len(inner)
            if not inner.isprintable():
                return None
            if start == at and not inner.startswith("- "):
                field = _read_field(inner, at)
                if field is None:
                    return None
                fields.append(field)
                indent = None
            elif not fields or indent not in (None, start - at):
                return None
            else:
                below = _put_below(fields[-1], inner, start, is_first=indent is None)
                if below is None:
                    return None
                fields[-1] = below
                indent = start - at
        at += len(line) + 1
    return fields


def _put_below(holder: Field, line: str, at: int, *, is_first: bool) -> Field | None:
    """Return a field with one line more below it, of a list or a field of its own, or None where it does not fit."""
    value, span = holder.value, holder.span
    is_item = line.startswith("- ")
    if is_first:
        # An empty value in quotation marks has no extent, but it is one; so has a written null.
        if value is not None or span.end > span.start:
            return None
        value, span = [] if is_item else {}, Span(at, at)
    if isinstance(value, list):
        match = _ITEM.fullmatch(line)
        read = _read_value(match, at) if match else None
        if read is None:
            return None
        value.append(read[0])
    elif isinstance(value, dict):
        field = _read_field(line, at)
        if field is None or field.name in value:
            return None
        value[field.name] = field.value
    return Field(holder.name, value, holder.key_span, Span(span.start, at + len(line)))


def _read_field(line: str, at: int) -> Field | None:
    match = _FIELD.fullmatch(line)
    if match is None:
        return None
    key = Span(at + match.start("key"), at + match.end("key"))
    if match.lastgroup == "key":
        return Field(match["key"], None, key, Span(key.end, key.end))
    read = _read_value(match, at)
    return Field(match["key"], read[0], key, read[1]) if read else None


def _read_value(match: re.Match[str], at: int) -> tuple[object, Span] | None:
    """Return a value and its place, or None where it needs a parser."""
    kind = match.lastgroup or ""
    written = match[kind]
    start, end = at + match.start(kind), at + match.end(kind)
    if kind == "list":
        items = [item.strip(" ") for item in written.split(",")]
        return ([resolve(item) for item in items], Span(start - 1, end + 1)) if all(items) else None
    if kind == "plain":
        return (resolve(written), Span(start, end)) if _is_plain(written) else None
    return written, Span(start, end)


def _is_plain(value: str) -> bool:
    """Tell whether a value on one line is a scalar without quotation marks that holds no comment and no field."""
    if not (value[0].isalnum() or value[0] in _OPENING):
        return False
    return ": " not in value and " #" not in value and not value.endswith(":")
