"""Keep safe fixes from quotations: what somebody said, and how a paper marks it, is changed only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.article import Article
from newslint.diagnostics import Diagnostic, Edit, FileReport, Fix
from newslint.patterns import pattern
from newslint.spans import Ranges, Span

_MARKS = frozenset("\"'“”„‟«»‹›‘’‚‛「」『』")
# What is an apostrophe between two letters.
_SINGLE = frozenset("'‘’‛")
_QUOTED_TAG = pattern(r"<q\b", flags=2)
_END_OF_TAG = pattern(r"</q\s*>", flags=2)


def spare_quotations(article: Article, report: FileReport) -> FileReport:
    """Leave safe fixes only where they touch no quotation; what is in one is unsafe.

    Of a fix of several parts those outside quotations stay safe, and the others are left for another run.
    """
    safe = [found.fix for found in report.diagnostics if found.fix is not None and found.fix.is_safe]
    if not safe:
        return report
    edits = [edit for fix in safe for edit in fix.edits]
    quoted = Ranges([*_quoted(article), *_marked_blocks(article, edits)])
    return report._replace(diagnostics=tuple(_spare(found, quoted) for found in report.diagnostics))


def _spare(found: Diagnostic, quoted: Ranges) -> Diagnostic:
    if found.fix is None or not found.fix.is_safe:
        return found
    fix = found.fix.keep(lambda edit: not quoted.overlaps(edit.start, edit.end))
    return found._replace(fix=fix or Fix("unsafe", found.fix.edits))


def texts_of_quotations(article: Article) -> list[str]:
    """Return the words of each quotation of running text, in order: what no safe fix may change."""
    return [article.text_of(quotation.extent) for quotation in article.quotations]


def _quoted(article: Article) -> Iterator[Span]:
    """Yield the ranges of the source that are somebody's words.

    A paragraph in which a mark lacks its partner is one as a whole: nobody can say where its quotation ends.
    """
    for index, block in enumerate(article.blocks):
        if block.kind == "quotation":
            yield block.span
        yield from map(article.locate, article.quoted_extents(index))
    for extent in article.unbalanced_marks:
        yield article.blocks[extent.passage].span
    for element in article.elements:
        if not element.blocks and _has_marks(element.text):
            yield element.span
    for entry in article.front_matter.fields if article.front_matter else ():
        if _has_marks(article.source.slice(entry.span)):
            yield entry.span
    if article.format != "text":
        yield from _tagged(article.source.text)


def _tagged(text: str) -> Iterator[Span]:
    """Yield what stands in the element of HTML for quotations."""
    at = 0
    while opening := _QUOTED_TAG.search(text, at):
        closing = _END_OF_TAG.search(text, opening.end())
        at = closing.end() if closing else len(text)
        yield Span(opening.start(), at)


def _has_marks(text: str) -> bool:
    return bool(_marks_in(text, 0, len(text)))


def _marks_in(text: str, start: int, end: int) -> list[str]:
    """Return the quotation marks of a range of a text; an apostrophe within a word is none."""
    return [
        text[at] for at in range(start, end) if text[at] in _MARKS and not (text[at] in _SINGLE and _is_inner(text, at))
    ]


def _is_inner(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at].isalnum() and text[at + 1 : at + 2].isalpha()


def _marked_blocks(article: Article, edits: Iterable[Edit]) -> Iterator[Span]:
    """Yield the blocks in whose readable text an edit puts or takes a quotation mark: it moves where quotations are."""
    text = article.source.text
    for start, end, put, _ in set(edits):
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        around = f"{before}{put}{after}"
        if _marks_in(text, start, end) == _marks_in(around, len(before), len(before) + len(put)):
            continue
        at = article.block_at(start)
        block = None if at is None else article.blocks[at]
        # A mark of an attribute is none of the text.
        if block is not None and block.prose.find(Span(max(0, start - 1), end + 1)):
            yield block.span
