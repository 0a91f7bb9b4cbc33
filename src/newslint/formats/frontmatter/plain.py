"""Read YAML front matter that has one plain field a line, as most has, without a YAML parser.

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


# A field, and its value if it is in quotation marks without escapes, a list of words in brackets, or anything else.
_FIELD = pattern(
    r"""
    (?P<key>[A-Za-z_][A-Za-z0-9_-]{0,60}) :
    (?: [ ]++ (?: "(?P<double>[^"\\]*)" | '(?P<single>[^']*)' | \[(?P<list>[\w ,]+)\] | (?P<plain>[^ ].*) )?+ )?+ [ ]*
    """,
    re.VERBOSE,
)
# What a plain value may begin with, beside letters and digits.
_OPENING = "($£€“‘"


def read_plain_fields(text: str) -> list[Field] | None:
    """Return the fields of a text, or None where one of its lines needs a parser; offsets are code points."""
    fields = []
    at = 0
    for line in text.split("\n"):
        content = line.removesuffix("\r")
        if content.strip(" "):
            field = _read_line(content, at)
            if field is None:
                return None
            fields.append(field)
        at += len(line) + 1
    return fields


def _read_line(line: str, at: int) -> Field | None:
    match = _FIELD.fullmatch(line) if line.isprintable() else None
    if match is None:
        return None
    kind = match.lastgroup or "key"
    start, end = at + match.start(kind), at + match.end(kind)
    written = match[kind]
    value: object = written
    if kind == "key":
        value, start = None, end
    elif kind == "list":
        items = [item.strip(" ") for item in written.split(",")]
        if not all(items):
            return None
        value, start, end = [resolve(item) for item in items], start - 1, end + 1
    elif kind == "plain":
        written = written.rstrip(" ")
        if not _is_plain(written):
            return None
        value, end = resolve(written), start + len(written)
    key = Span(at + match.start("key"), at + match.end("key"))
    return Field(match["key"], value, key, Span(start, end))


def _is_plain(value: str) -> bool:
    """Tell whether a value on one line is a scalar without quotation marks that holds no comment and no field."""
    if not (value[0].isalnum() or value[0] in _OPENING):
        return False
    return ": " not in value and " #" not in value and not value.endswith(":")
