"""Read YAML as it is usually written with the parser in C, and leave all else to the parser that explains.

What is read here is what ruamel.yaml reads, in a tenth of the time. Where the two could differ, or something is wrong,
nothing is read: anchors and tags, tabs, numbers and dates in odd forms, a key that comes twice.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from newslint.patterns import pattern


class UnusualError(Exception):
    """Tell that a text is not as simple as what is read here."""


class Lines(dict[Any, tuple[int]]):
    """The lines of a mapping's keys or of a list's items, from 0, asked for as in the data of ruamel.yaml."""

    key = item = dict.__getitem__


class Mapping(dict[Any, Any]):
    """A mapping that knows where its keys stand."""

    def __init__(self) -> None:
        self.lc = Lines()


class Sequence(list[Any]):
    """A list that knows where its items stand."""

    def __init__(self) -> None:
        self.lc = Lines()


# What one parser may take for another thing than the other: tabs, line ends of YAML 1.1, and what is no text.
# Also lines of spaces, ends of documents, and a comment that touches the sign of a block.
_ODD = pattern(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
    r"|\n +\n|\n +\Z|\n\.\.\.|[ \n][|>][-+0-9]{0,2}#"
)
_CONSTANTS: dict[str, object] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
_WHOLE = pattern(r"(?:0|-?[1-9][0-9]{0,14})\Z")
_DECIMAL = pattern(r"-?(?:0|[1-9][0-9]{0,9})\.[0-9]{1,9}\Z")
_DAY = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# Other numbers, times and signs with a meaning begin so and have no other characters.
_NUMBER_LIKE = pattern(r"[-+.0-9<=][-+.:_<=0-9a-fA-FxoTtZzinINsS ]*\Z")


def read_simple_yaml(text: str, deepest: int, most: int) -> Mapping | Sequence:
    """Return the data of a text with the lines of its keys; raise UnusualError where another reader has to look."""
    import yaml

    text = text.replace("\r\n", "\n")
    if _ODD.search(text) or not hasattr(yaml, "CBaseLoader"):
        raise UnusualError
    loader = yaml.CBaseLoader(text)
    try:
        return _Document(loader.get_event, deepest, most).read()
    except (yaml.YAMLError, ValueError) as problem:
        raise UnusualError from problem
    finally:
        loader.dispose()


class _Document:
    """Make data of the events that a parser gives for one document, which is a mapping or a list."""

    def __init__(self, get: Callable[[], Any], deepest: int, most: int) -> None:
        self.get = get
        self.deepest = deepest
        self.left = most

    def read(self) -> Mapping | Sequence:
        self.get()  # the stream begins
        start = self.get()
        if getattr(start, "version", "") or getattr(start, "tags", ""):
            raise UnusualError
        data = self._value(self.get(), 0)
        self.get()  # the document ends
        if not isinstance(data, (Mapping, Sequence)) or _kind(self.get()) != "StreamEndEvent":
            raise UnusualError
        return data

    def _value(self, event: Any, level: int) -> Any:
        self.left -= 1
        if self.left < 0 or level > self.deepest:
            raise UnusualError
        if getattr(event, "anchor", "") is not None or getattr(event, "tag", "") is not None:  # other events have none
            raise UnusualError
        match _kind(event):
            case "ScalarEvent":
                return _scalar(event.value) if event.implicit[0] else event.value
            case "MappingStartEvent":
                return self._mapping(level)
            case "SequenceStartEvent":
                return self._sequence(level)
        raise UnusualError

    def _sequence(self, level: int) -> Sequence:
        found = Sequence()
        while _kind(event := self.get()) != "SequenceEndEvent":
            found.lc[len(found)] = (event.start_mark.line,)
            found.append(self._value(event, level + 1))
        return found

    def _mapping(self, level: int) -> Mapping:
        found = Mapping()
        while _kind(event := self.get()) != "MappingEndEvent":
            key = self._value(event, level + 1)
            if isinstance(key, (Mapping, Sequence)) or key in found:
                raise UnusualError
            found.lc[key] = (event.start_mark.line,)
            found[key] = self._value(self.get(), level + 1)
        return found


def _kind(event: object) -> str:
    return type(event).__name__


def _scalar(text: str) -> object:
    """Return what a plain scalar means in YAML 1.2."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "-+.0123456789<=":
        return text
    if _WHOLE.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return float(text)
    if _DAY.match(text):
        return date.fromisoformat(text)
    if _NUMBER_LIKE.match(text):
        raise UnusualError
    return text
