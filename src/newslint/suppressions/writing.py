"""Write a suppression into an article, in the form that its format has and at the place that covers a finding."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from newslint.article import Article
from newslint.diagnostics import Diagnostic, Edit, FileReport
from newslint.parts import Field
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.source import Source
from newslint.spans import Span

_ROWS = ("list-item", "table-row")
_HTML, _MDX, _DEFINITION, _LINE = "<!-- {} -->", "{{/* {} */}}", "[//]: # ({})", "[{}]"
# How a comment for newslint begins in an article that has one, and the form that it then has throughout.
_FORMS = {
    "<!--": _HTML,
    "{/*": _MDX,
    "{{/*": "{{{{/* {} */}}}}",
    "{#": "{{# {} #}}",
    "{%": "{{% comment %}} {} {{% endcomment %}}",
    "[//]": _DEFINITION,
}
# The form of formats that have but one.
_ONLY = {"html": _HTML, "newsml": _HTML, "rst": ".. {}\n", "asciidoc": "// {}"}
# What may stand before a block on its line and begins each of its lines.
_PREFIX = pattern(r"[ \t>]*+")
_ITEM = pattern(r"^([ \t]*)- ", re.MULTILINE)
# What would end a comment early, or begin a second key.
_UNFIT = pattern(r"-->|\*/|#\}|%\}|\b(?:reason|until)\s?:", re.IGNORECASE)


class Wish(NamedTuple):
    """A suppression that somebody asks for: of a rule or family, why, and its last day."""

    rule: str
    reason: str
    until: date | None = None

    def comment(self, kind: str) -> str:
        """Return the words of a comment of a kind (`ignore`, `ignore-list`, `ignore-file`)."""
        until = f" until: {self.until.isoformat()}" if self.until else ""
        return f"newslint: {kind}[{self.rule}] reason: {_UNFIT.sub('…', ' '.join(self.reason.split()))}{until}"

    def entry(self) -> list[str]:
        """Return the lines of an entry of front matter in YAML."""
        until = [f"  until: {self.until.isoformat()}"] if self.until else []
        reason = json.dumps(" ".join(self.reason.split()), ensure_ascii=False)
        return [f"- rule: {self.rule}", f"  reason: {reason}", *until]


class Judge(NamedTuple):
    """How a text is read, and what is found in it."""

    parse: Callable[[Source], Article]
    lint: Callable[[Source], FileReport]


def excuse(article: Article, found: Diagnostic, wish: Wish, judge: Judge) -> Edit | None:
    """Return the edit that holds a finding back, with as little else as can be; None where there is no such place.

    Each proposal is tried: the finding must be gone, nothing new be found, and the copy be as it was.
    """
    words = [block.text for block in article.blocks]
    before = Counter(one.rule for one in judge.lint(article.source).diagnostics)
    for edit in _proposals(article, found.span, wish):
        text = article.source.text
        after = article.source._replace(text=f"{text[: edit.start]}{edit.text}{text[edit.end :]}")
        left = Counter(one.rule for one in judge.lint(after).diagnostics)
        is_held = left[found.rule] < before[found.rule] and not left - before
        if is_held and [block.text for block in judge.parse(after).blocks] == words:
            return edit
    return None


def _proposals(article: Article, place: Span, wish: Wish) -> Iterator[Edit]:
    """Yield edits that may hold back what is found at a place, those that cover the least first."""
    end = _line_end(article.source.text)
    front = article.front_matter
    if front is not None and place.start < front.span.end:
        yield from _in_front_matter(article, wish, end)
    else:
        at = _block_at(article, place)
        if at is not None:
            yield from _at_block(article, at, place, wish, end)
        if front is not None:
            yield from _in_front_matter(article, wish, end)
    yield from _for_file(article, wish, end)


def _line_end(text: str) -> str:
    at = text.find("\n")
    return "\r\n" if at > 0 and text[at - 1] == "\r" else "\n"


def _block_at(article: Article, place: Span) -> int | None:
    """Return the block that a place lies in, or the first one after it."""
    at = article.block_at(place.start)
    if at is not None:
        return at
    return next((index for index, block in enumerate(article.blocks) if block.span.start >= place.start), None)


def _at_block(article: Article, index: int, place: Span, wish: Wish, end: str) -> Iterator[Edit]:
    block, kind = article.blocks[index], "ignore"
    if block.kind in _ROWS and article.format != "text":
        if block.kind == "list-item" and article.format in ("markdown", "html"):
            line = article.source.line_span(article.source.position(place.start).line)
            yield Edit(line.end, line.end, f" {_inline_form(article).format(wish.comment('ignore'))}")
        while index and article.blocks[index - 1].kind in _ROWS:
            index -= 1
        block, kind = article.blocks[index], "ignore-list"
    for form in _forms(article, wish):
        yield from _before(article, block.span.start, form.format(wish.comment(kind)), end)


def _before(article: Article, start: int, comment: str, end: str) -> Iterator[Edit]:
    """Yield edits that put a comment on lines of its own before a block, or right before it."""
    source = article.source
    line = source.line_span(source.position(start).line)
    prefix = source.text[line.start : start]
    if _PREFIX.fullmatch(prefix):
        if article.format == "markdown" and not comment.startswith("<!--"):
            # A definition is none where it follows a line of a paragraph.
            yield Edit(line.start, line.start, f"{prefix}{comment}{end}{prefix.rstrip()}{end}")
            yield Edit(line.start, line.start, f"{prefix.rstrip()}{end}{prefix}{comment}{end}{prefix.rstrip()}{end}")
        yield Edit(line.start, line.start, f"{prefix}{comment}{end}")
    yield Edit(start, start, comment if article.format == "html" else f"{comment}{end}")


def _forms(article: Article, wish: Wish) -> Iterator[str]:
    """Yield the forms of comments that an article may have: its own first, then one that readers do not get."""
    if article.format == "text":
        yield _LINE
        return
    if article.format in _ONLY:
        yield _ONLY[article.format]
        return
    own = _own_form(article)
    if own:
        yield own
    if article.path.lower().endswith(".mdx"):
        yield _MDX
        return
    # Brackets in its words would end a definition for other readers of Markdown.
    if not {"(", ")", "\\"} & set(wish.reason):
        yield _DEFINITION
    elif not {'"', "\\"} & set(wish.reason):
        yield '[//]: # "{}"'
    yield _HTML


def _own_form(article: Article) -> str | None:
    """Return the form of the suppressions that an article has."""
    for comment in article.comments:
        if "newslint" in comment.text:
            written = article.source.slice(comment.span)
            return next((form for start, form in _FORMS.items() if written.startswith(start)), None)
    return None


def _inline_form(article: Article) -> str:
    """Return a form that may stand at the end of a line."""
    own = _own_form(article)
    if own and own != _DEFINITION:
        return own
    return _MDX if article.path.lower().endswith(".mdx") else _HTML


def _in_front_matter(article: Article, wish: Wish, end: str) -> Iterator[Edit]:
    front = article.front_matter
    if front is None or front.kind != "yaml":
        return
    own = article.field("newslint")
    if own is not None:
        yield from _in_field(article, own, wish, end)
        return
    lines = ["newslint:", "  ignore:", *(f"    {line}" for line in wish.entry())]
    at = _closing_line(article.source.text, front.span)
    yield Edit(at, at, "".join(f"{line}{end}" for line in lines))


def _closing_line(text: str, front: Span) -> int:
    """Return where the line begins that ends front matter."""
    return text.rfind("\n", front.start, len(text[: front.end].rstrip())) + 1


def _in_field(article: Article, own: Field, wish: Wish, end: str) -> Iterator[Edit]:
    """Yield edits that add an entry to the field `newslint` of front matter, where it is written in lines."""
    written = article.source.slice(own.span)
    at = own.span.start + len(written.rstrip())
    if not isinstance(own.value, Mapping):
        return
    if "ignore" in own.value:
        items = [*_ITEM.finditer(written)]
        if items:
            yield Edit(at, at, "".join(f"{end}{items[-1][1]}{line}" for line in wish.entry()))
        return
    yield Edit(at, at, "".join(f"{end}{line}" for line in ("  ignore:", *(f"    {line}" for line in wish.entry()))))


def _for_file(article: Article, wish: Wish, end: str) -> Iterator[Edit]:
    """Yield edits that put a comment for the whole file before its first block, or at its end."""
    first = next((block.span.start for block in article.blocks), None)
    comment = wish.comment("ignore-file")
    for form in _forms(article, wish):
        if first is not None:
            yield from _before(article, first, form.format(comment), end)
        last = len(article.source.text)
        yield Edit(last, last, f"{end}{end}{form.format(comment)}{end}")
