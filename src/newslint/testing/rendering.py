"""Turn the Markdown of a rule's example into HTML and plain text that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from newslint.patterns import pattern
from newslint.rules.spec import ExampleSpec

_FENCE = pattern(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FIELD = pattern(r"^(\w+):[ \t]*+(.*)$", re.MULTILINE)


def render_example(example: ExampleSpec) -> Iterator[tuple[str, str]]:
    """Yield an example's format and text, marks and all, for each format that it names."""
    if example.files is not None:
        for format, text in (
            ("markdown", example.files.md),
            ("html", example.files.html),
            ("text", example.files.txt),
        ):
            if text is not None:
                yield format, text
        return
    assert example.text is not None
    for format in example.formats:
        if format == "markdown":
            yield format, example.text
        else:
            yield format, to_html(example.text) if format == "html" else to_text(example.text)


def to_html(markdown: str) -> str:
    """Return an HTML page of a Markdown text: title, author, date and description as a page's head shows them."""
    import pyromark

    fields, body = _split(markdown)
    title = fields.get("title", "")
    head = f"<title>{escape(title, quote=False)}</title>" if title else ""
    names = {"author": "author", "description": "description", "summary": "description", "date": "date"}
    for field, name in names.items():
        if field in fields:
            head += f'\n<meta name="{name}" content="{escape(fields[field])}">'
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES
    content = pyromark.html(body, options=options)
    heading = f"<h1>{escape(title, quote=False)}</h1>\n" if title and not _has_heading(body, title) else ""
    if not head:
        return content
    page = f"<head>{head}\n</head>\n<body>\n<article>\n{heading}{content}</article>\n</body>"
    return f"<!DOCTYPE html>\n<html>\n{page}\n</html>\n"


def to_text(markdown: str) -> str:
    """Return the plain text that copying the rendered Markdown gives: headline, byline and date lines, body."""
    fields, body = _split(markdown)
    title = fields.get("title", "")
    lines = [title] if title and not _has_heading(body, title) else []
    lines += [f"By {fields['author']}"] if "author" in fields else []
    lines += [f"Published on: {fields['date']}"] if "date" in fields else []
    lines += [fields[name] for name in ("description", "summary") if name in fields]
    text = "\n\n".join([*lines, _strip_marks(body).strip()])
    return text + "\n"


def _has_heading(body: str, title: str) -> bool:
    """Tell whether a body repeats the title of its front matter as its own first heading."""
    return re.search(rf"^# {re.escape(title)}[ ]*$", body, re.MULTILINE) is not None


def _split(markdown: str) -> tuple[dict[str, str], str]:
    found = _FENCE.match(markdown)
    if not found:
        return {}, markdown
    fields = {name.lower(): _unquote(value.strip()) for name, value in _FIELD.findall(found.group(1))}
    return fields, markdown[found.end() :]


def _unquote(value: str) -> str:
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if is_quoted else value


_STRIP = pattern(
    r"""
      ^\#{1,6}[ ]+ | (?<![ ])[ ]+\#+$                # heading marks
    | ^[ ]{0,3}>[ ]?                         # block quotation marks
    | (?<!\\)(?:\*\*|__)                     # strong emphasis
    | (?<![\\\w*])[*_](?=\S)(?![*_]) | (?<=\S)(?<![\\*_])[*_](?![\w*_])   # emphasis
    """,
    re.VERBOSE | re.MULTILINE,
)
_LINK = pattern(r"!?\[([^\]^]{0,1000})\]\([^)\s]{0,1000}(?:\s++\"[^\"]{0,300}\")?\)")
_TABLE_RULE = pattern(r"^[ :|-][ :-]*+\|[ :|-]*+\n", re.MULTILINE)
_CELL_ENDS = pattern(r"^\|[ ]?|[ ]?\|$", re.MULTILINE)
_CELLS = pattern(r"[ ]\|[ ]")
_COMMENT = pattern(r"<!--.{0,2000}?-->", re.DOTALL)
_ESCAPED = pattern(r"\\([*_#>\[\]!.])")


def _strip_marks(body: str) -> str:
    text = _LINK.sub(r"\1", body)
    text = _TABLE_RULE.sub("", text)
    text = _CELL_ENDS.sub("", text)
    text = _CELLS.sub("\t", text)
    text = _COMMENT.sub("", text)
    return unescape(_ESCAPED.sub(r"\1", _STRIP.sub("", text)))
