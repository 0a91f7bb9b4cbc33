"""Read a YAML mapping with YAML 1.2 semantics and the position of each top-level field; knows no article.

PyYAML's C parser is used for speed; its own resolution (YAML 1.1, where `no` is false) is replaced by the core schema
of YAML 1.2.2, section 10.3. Dates stay text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from newslint.article import Field
from newslint.formats.frontmatter.plain import read_plain_fields, resolve
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, ScalarNode

_PLAIN = "tag:newslint,plain"
_TEXT = "tag:yaml.org,2002:str"
# Sequences inside sequences beyond this depth are no metadata.
_DEEPEST = 100
_LINE_END = pattern(r"\r\n|\n|\r")


class Mapping(NamedTuple):
    """The fields of a mapping and what is wrong inside their values, with offsets in the text that was read."""

    fields: list[Field]
    problems: list[tuple[Span, str]]


class Failure(NamedTuple):
    """Why a text is no YAML mapping, where, and what to do about it."""

    offset: int
    reason: str
    cure: str


@cache
def _loader() -> Any:
    """Return a loader class that leaves the meaning of plain scalars to us."""
    import yaml

    base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

    class Loader(base):  # type: ignore[misc, valid-type]
        def resolve(self, kind: object, value: object, implicit: object) -> str:
            if isinstance(implicit, tuple):
                return _PLAIN if implicit[0] else _TEXT
            return str(base.resolve(self, kind, value, implicit))

        def descend_resolver(self, parent: object, index: object) -> None:
            """Do nothing: no path resolvers are used."""

        def ascend_resolver(self) -> None:
            """Do nothing: no path resolvers are used."""

    return Loader


# Line ends of YAML 1.1 that are ordinary characters in YAML 1.2; a space keeps every offset.
_OLD_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")


def _compose(text: str) -> Any:
    loader = _loader()(text.translate(_OLD_LINE_ENDS) if not text.isascii() else text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def read_mapping(text: str) -> Mapping | Failure:
    """Return the fields of a text that is one YAML mapping, or why it is none; offsets are code points."""
    fields = read_plain_fields(text)
    return Mapping(fields, []) if fields is not None else parse_mapping(text)


def parse_mapping(text: str) -> Mapping | Failure:
    """Return what `read_mapping` returns, by the parser in any case."""
    import yaml

    if _is_too_deep(text):
        return Failure(0, "it is nested too deeply", "keep metadata flat")
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        return _explain(text, error)
    except (RecursionError, ValueError, UnicodeError):
        return Failure(0, "it contains characters that YAML does not allow", "remove them")
    if node is None:
        return Mapping([], [])
    if not isinstance(node, yaml.MappingNode):
        return Failure(node.start_mark.index, "it is not a list of fields", "write each field as `name: value`")
    builder = _Builder()
    fields = [
        Field(
            str(builder.build(key)) if not isinstance(key, yaml.ScalarNode) else key.value,
            builder.build(value),
            Span(key.start_mark.index, key.end_mark.index),
            _span_of(text, value, key.end_mark.index),
        )
        for key, value in node.value
        if not _is_merge(key)
    ]
    return Mapping(fields + _merged_fields(node, builder, {field.name for field in fields}), builder.problems)


def _merged_fields(node: MappingNode, builder: _Builder, known: set[str]) -> list[Field]:
    """Return the fields that merge keys take over, less those that are known; the key is their place."""
    found: dict[str, Field] = {}
    for key, value in node.value:
        if _is_merge(key):
            at = Span(key.start_mark.index, key.end_mark.index)
            found = {**{name: Field(name, item, at, at) for name, item in builder.merged(value).items()}, **found}
    return [field for name, field in found.items() if name not in known]


def _is_merge(key: Node) -> bool:
    """Tell whether a key is `<<`, which takes over the fields of another mapping (YAML's merge key type)."""
    return key.value == "<<" and key.tag == _PLAIN


def read_alone(text: str) -> object:
    """Return the value of one field's text, read by itself; what is no YAML is taken as it stands."""
    import yaml

    if not _is_too_deep(text):
        try:
            node = _compose(f"v:{text}")
            if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
                return _Builder().build(node.value[0][1])
        except (yaml.YAMLError, RecursionError, ValueError):
            pass
    bare = " ".join(text.split())
    return bare[1:-1] if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'" else bare


_FLOW_MARK = pattern(r"[\[\]{}]")
_MANY_MARKS = pattern(r"(?:[-?][ \t]+){100}")


def _is_too_deep(text: str) -> bool:
    """Tell whether brackets or indented dashes nest so deeply that the parser's own stack is in danger."""
    depth = deepest = 0
    for mark in _FLOW_MARK.findall(text):
        depth += 1 if mark in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST or _MANY_MARKS.search(text) is not None or " " * 400 in text


def _span_of(text: str, node: Node, after_key: int) -> Span:
    start, end = node.start_mark.index, node.end_mark.index
    style = getattr(node, "style", None)
    if style in ("'", '"') and text[start + 1 : end - 1] == node.value:
        return Span(start + 1, end - 1)
    if style in ("|", ">"):
        # The value of a block scalar begins on the line after its sign.
        newline = _LINE_END.search(text, start, end)
        start = newline.end() if newline else start
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if end <= start:
        return Span(after_key, after_key)
    return Span(start, end)


_CURES = (
    ("mapping values are not allowed", "a colon inside a value", "put the value in quotation marks"),
    ("found character '\\t'", "a tab is used for indentation", "use spaces"),
    ("cannot start any token", "a value begins with a sign that YAML keeps for itself", "put it in quotation marks"),
    ("found unexpected end of stream", "a quotation mark or bracket is never closed", "close it"),
    ("did not find expected key", "the line does not fit the lines above it", "check indentation and quotation marks"),
    ("could not find expected ':'", "a line without `name:`", "write `name: value` or indent it"),
    ("undefined alias", "a value begins with `*`", "put it in quotation marks"),
    ("unknown escape character", "a backslash in double quotation marks", "use single quotation marks"),
    ("not allowed", "it contains characters that YAML does not allow", "remove them"),
)


def _explain(text: str, error: Exception) -> Failure:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = mark.index if mark is not None else getattr(error, "position", 0)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).split("\n")[0]
    if "cannot start any token" in said and position is not None and text[position : position + 1] == "\t":
        said = "found character '\\t'"
    return Failure(position or 0, *in_plain_words(said))


def in_plain_words(said: str) -> tuple[str, str]:
    """Return what is wrong and what to do about it, for what a YAML parser says."""
    found = next(((reason, cure) for known, reason, cure in _CURES if known in said), None)
    return found or (f"YAML says “{said}”", "correct it there")


class _Builder:
    """Turn nodes into plain data; each node once, so that aliases cost nothing."""

    def __init__(self) -> None:
        self.problems: list[tuple[Span, str]] = []
        self._made: dict[int, object] = {}

    def build(self, node: Node) -> object:
        """Return the value of a node; one that contains itself is None inside itself."""
        import yaml

        known = id(node)
        if known in self._made:
            return self._made[known]
        self._made[known] = None
        if isinstance(node, yaml.ScalarNode):
            value = _scalar(node)
        elif isinstance(node, yaml.SequenceNode):
            value = [self.build(item) for item in node.value]
        elif isinstance(node, yaml.MappingNode):
            value = self._build_mapping(node)
        else:
            value = None
        self._made[known] = value
        return value

    def _build_mapping(self, node: MappingNode) -> dict[str, object]:
        found: dict[str, object] = {}
        merged: dict[str, object] = {}
        for key, item in node.value:
            if _is_merge(key):
                merged = {**self.merged(item), **merged}
                continue
            name = str(key.value) if isinstance(key.value, str) else str(self.build(key))
            if name in found:
                message = f"the front matter has the field `{name}` twice in one place; keep one of them"
                self.problems.append((Span(key.start_mark.index, key.end_mark.index), message))
                continue
            found[name] = self.build(item)
        return {**merged, **found} if merged else found

    def merged(self, node: Node) -> dict[str, object]:
        """Return the fields that a merge key takes over from a mapping or from a list of them, the first of a name."""
        value = self.build(node)
        found: dict[str, object] = {}
        for record in value if isinstance(value, list) else [value]:
            if isinstance(record, dict):
                found = {**record, **found}
        return found


def _scalar(node: ScalarNode) -> object:
    value: str = node.value
    return resolve(value) if node.tag == _PLAIN else value
