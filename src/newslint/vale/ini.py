"""Read `.vale.ini`: sections of keys, of which each may have several values, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint.errors import ConfigurationError
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.rules.yaml_files import read_text

_COMMENT = pattern(r"(?:\A|\s)[;#].*")
_COMMA = pattern(r"(?<!\\),")


class Entry(NamedTuple):
    """A key of a section (empty before the first) with a value as it is written, and its line."""

    section: str
    key: str
    value: str
    line: int

    @property
    def items(self) -> list[str]:
        """The value cut at its commas; `\\,` is a comma."""
        parts = (part.replace("\\,", ",").strip() for part in _COMMA.split(self.value))
        return [part for part in parts if part]


def read_ini(path: Path) -> list[Entry]:
    """Return the entries of a file in order; raise ConfigurationError where a line means nothing."""
    found: list[Entry] = []
    section = ""
    for number, line in _lines(read_text(path, ConfigurationError)):
        if line.startswith("[") and "]" in line:
            section = line[1 : line.rindex("]")].strip()
            continue
        key, equals, value = line.partition("=")
        if not equals:
            way_out = "Write `KEY = VALUE`, or a section in brackets."
            raise ConfigurationError(f"{path}:{number}", f"`{line[:60]}` is neither a key nor a section.", way_out)
        found.append(Entry(section, key.strip(), _unquoted(_COMMENT.sub("", f" {value}", count=1).strip()), number))
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield lines that say something, with their numbers; one that ends with a backslash goes on in the next."""
    begun = ""
    first = 0
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        line = line.strip()
        if not begun and (not line or line[0] in ";#"):
            continue
        first = first if begun else number
        if line.endswith("\\"):
            begun += line[:-1]
            continue
        yield first, begun + line
        begun = ""
    if begun:
        yield first, begun


def _unquoted(value: str) -> str:
    for mark in ('"""', '"', "'", "`"):
        if len(value) >= 2 * len(mark) and value.startswith(mark) and value.endswith(mark):
            return value[len(mark) : -len(mark)]
    return value
