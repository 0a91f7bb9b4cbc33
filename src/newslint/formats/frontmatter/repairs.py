"""Put values of front matter into quotation marks where YAML needs them; not a byte beside them changes."""

from __future__ import annotations

from newslint.formats.frontmatter.yaml import Failure, parse_mapping
from newslint.patterns import pattern
from newslint.source import Repair
from newslint.spans import Span

# A field of one line with a plain value, which no sign of YAML begins but those that need quotation marks.
_FIELD = pattern(r"""[ \t]*(?:- )?[\w.-]{1,60}:[ \t]+(?P<value>[^\s"'\[\]{}|>&!#][^\r\n]*)""")


def quote(text: str, span: Span, applicability: str) -> Repair:
    """Return the repair that puts a text into quotation marks: double ones, or single ones where it has those."""
    inner = text[span.start : span.end]
    if '"' not in inner and "\\" not in inner:
        return applicability, ((span.start, span.start, '"'), (span.end, span.end, '"'))
    doubled = ((at, at, "'") for at in range(span.start, span.end) if text[at] == "'")
    return applicability, ((span.start, span.start, "'"), *doubled, (span.end, span.end, "'"))


def quote_value(text: str, begin: int, end: int, at: int) -> Repair | None:
    """Return the repair of a line that cannot be read as YAML, if it can with its value in quotation marks."""
    start = max(text.rfind("\n", begin, at), text.rfind("\r", begin, at), begin - 1) + 1
    field = _FIELD.match(text, start, end)
    if field is None or " #" in field["value"]:
        return None
    value = Span(field.start("value"), field.start("value") + len(field["value"].rstrip()))
    repair = quote(text, value, "safe")
    content, shift = text[begin:end], 0
    for place, _, mark in repair[1]:
        content = f"{content[: place - begin + shift]}{mark}{content[place - begin + shift :]}"
        shift += len(mark)
    result = parse_mapping(content)
    return repair if not isinstance(result, Failure) or result.offset > value.end - begin + shift else None
