"""Read the fields of Lektor's `contents.lr`: lines of `name: value`, parted by lines of three hyphens."""

from __future__ import annotations

from newslint.article import Field, FrontMatter
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.source import Source
from newslint.spans import Span

_NAME = pattern(r"([A-Za-z_][\w-]{0,60})[ \t]*:[ \t]*(.*)")
_BODIES = ("body", "text", "content", "article")
# What begins a block of a flow, and what parts its fields.
_FLOW = pattern(r"^#{4,}[ \t]*[\w-]{1,60}[ \t]*#{4,}[ \t]*$|^-{4,}[ \t]*$|^[a-z_][\w-]{0,40}:[ \t]*(?=[\r\n]|\Z)", 8)
_IS_FLOW = pattern(r"^#{4,}[ \t]*[\w-]{1,60}[ \t]*#{4,}[ \t]*$", 8)


class Lektor(NamedTuple):
    """The fields of a file, and the text of its body: where it begins, and with the marks of a flow blanked."""

    front_matter: FrontMatter
    start: int
    text: str


def read_lektor(source: Source) -> Lektor:
    """Return what a `contents.lr` holds; the field of the body is Markdown, and a file without one has no body."""
    text = source.text
    fields: list[Field] = []
    body: Field | None = None
    begin = 0
    for number in range(1, len(source.line_starts) + 2):
        is_end = number > len(source.line_starts)
        line = Span(len(text), len(text)) if is_end else source.line_span(number)
        if is_end or text[line.start : line.end].rstrip() == "---":
            field = _read_field(text, begin, line.start)
            if field is not None and field.name in _BODIES and body is None:
                body = field
            elif field is not None:
                fields.append(field)
            begin = len(text) if is_end or number == len(source.line_starts) else source.line_starts[number]
    start, end = (body.span.start, body.span.end) if body else (len(text), len(text))
    before = [field.span.end for field in fields if field.span.end <= start]
    front_matter = FrontMatter("lektor", Span(0, max(before, default=0)), tuple(fields))
    return Lektor(front_matter, start, _masked(text, start, end))


def _read_field(text: str, start: int, end: int) -> Field | None:
    """Return the field that stands between two lines of hyphens."""
    while start < end and text[start] in " \t\r\n":
        start += 1
    found = _NAME.match(text, start, end)
    if found is None:
        return None
    first = found.start(2)
    while first < end and text[first] in " \t\r\n":
        first += 1
    stop = end
    while stop > first and text[stop - 1] in " \t\r\n":
        stop -= 1
    return Field(found[1], text[first:stop], Span(*found.span(1)), Span(first, max(first, stop)))


def _masked(text: str, start: int, end: int) -> str:
    """Return the text up to the end of the body; the marks of a flow's blocks are spaces."""
    body = text[start:end]
    if _IS_FLOW.search(body):
        body = _FLOW.sub(lambda found: " " * len(found.group()), body)
    return text[:start] + body
