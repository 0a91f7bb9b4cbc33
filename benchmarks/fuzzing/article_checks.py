"""Hold an article and what was found in it against its source: every place is where it says it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from benchmarks.fuzzing.inputs import Fault

from newslint.article import Article
from newslint.diagnostics import Diagnostic, FileReport
from newslint.parts import KINDS, Block
from newslint.reporters.inspection import inspection
from newslint.reporters.json import dump
from newslint.source import Position, Source
from newslint.spans import Span

_EXCERPT = 120


def faults_of_report(source: Source, report: FileReport) -> Iterator[Fault]:
    """Yield what is wrong with the diagnostics of a file: crashes, spans, positions, excerpts, frames, order."""
    for rule in report.crashed:
        told = next((found.message for found in report.diagnostics if found.rule.startswith("internal/")), "")
        yield Fault(f"{rule} crashed", told)
    if any(found.path != source.path for found in report.diagnostics) or report.path != source.path:
        yield Fault("another path than the source's", report.path)
    before = (Span(0, 0), "", "")
    for found in report.diagnostics:
        if found.rule.startswith("internal/") and not report.crashed:
            yield Fault(f"{found.rule} without a crash", found.message)
        yield from _of_places(source, found.start, found.end, found.rule)
        for place in found.related:
            yield from _of_places(source, place.start, place.end, f"{found.rule}, a related place")
        if found.excerpt != _shorten(source.slice(found.span)) and not found.rule.startswith("internal/"):
            yield Fault(f"{found.rule}: an excerpt that is not the span's", repr(found.excerpt))
        yield from _of_frame(source, found)
        if not found.message.strip():
            yield Fault(f"{found.rule}: no message", repr(found.span))
        order = (found.span, found.rule, found.message)
        if order < before and not found.rule.startswith("internal/"):
            yield Fault("diagnostics out of order", f"{before} before {order}")
        before = order


def _of_frame(source: Source, found: Diagnostic) -> Iterator[Fault]:
    """Yield what is wrong with what is shown: the source's line, or readable text with the range of the words."""
    if found.mark is None:
        if found.frame != source.slice(source.line_span(found.start.line)):
            yield Fault(f"{found.rule}: a frame that is not the span's line", repr(found.frame))
        return
    start, end = found.mark
    if source.format != "html" or not 0 <= start < end <= len(found.frame):
        yield Fault(f"{found.rule}: a mark outside its frame", f"{found.mark} of {len(found.frame)}")


def _of_places(source: Source, start: Position, end: Position, what: str) -> Iterator[Fault]:
    if not 0 <= start.offset <= end.offset <= len(source.text):
        yield Fault(f"{what}: a span outside the text", f"{start.offset} to {end.offset} of {len(source.text)}")
        return
    for position in (start, end):
        # Not the source's own way of counting: the line ends before the place, CRLF as one.
        text = source.text[: position.offset]
        ends = text.count("\n") + text.count("\r") - text.count("\r\n")
        begin = max(text.rfind("\n"), text.rfind("\r")) + 1
        if text.endswith("\r") and source.text.startswith("\n", position.offset):
            # Between CR and LF the line has not ended yet.
            ends -= 1
            begin = max(text.rfind("\n", 0, -1), text.rfind("\r", 0, -1)) + 1
        if (position.line, position.column) != (ends + 1, position.offset - begin + 1):
            yield Fault(f"{what}: a line and column that are not the offset's", repr(position))


def _shorten(text: str) -> str:
    line = " ".join(text[: 10 * _EXCERPT].split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"


def faults_of_article(article: Article) -> Iterator[Fault]:
    """Yield what is wrong with an article: runs that do not say the truth, spans and numbers that lead nowhere."""
    text = article.source.text
    for block in article.blocks:
        if block.kind not in KINDS:
            yield Fault("a block of an unknown kind", block.kind)
        yield from _of_runs(article.source, block)
        if any(not 0 <= start <= end <= len(block.text) for start, end in block.cells):
            yield Fault("a cell outside its row", f"{block.cells} of {block.text!r}")
    for name, span in _spans_of(article):
        if not 0 <= span.start <= span.end <= len(text):
            yield Fault(f"{name}: a span outside the text", f"{span} of {len(text)}")
    size = len(article.blocks)
    for name, indices in _indices_of(article):
        if any(not 0 <= index < size for index in indices):
            yield Fault(f"{name}: a block that does not exist", f"{indices} of {size}")
    for link in article.links:
        if link.block is not None and not 0 <= link.start <= link.end <= len(article.blocks[link.block].text):
            yield Fault("a link outside its block", repr(link))


def _of_runs(source: Source, block: Block) -> Iterator[Fault]:
    text, at = source.text, 0
    for run in block.prose.runs:
        if run.start != at or run.length < 0 or run.source_length < 0:
            yield Fault("runs with a gap", f"{run} where {at} was next, in {block.text!r}")
            return
        at += run.length
        written = text[run.source_start : run.source_end]
        if not 0 <= run.source_start <= run.source_end <= len(text):
            yield Fault("a run outside the text", f"{run} of {len(text)}")
        elif run.is_verbatim and written != block.text[run.start : at] and not _is_break(written, block, run.start):
            yield Fault("a run that does not say the truth", f"{written!r} is not {block.text[run.start : at]!r}")
    if at != len(block.text):
        yield Fault("runs that do not cover the text", f"{at} of {len(block.text)} in {block.text!r}")


def _is_break(written: str, block: Block, at: int) -> bool:
    """Tell whether readable text differs only in a line end of the source that stands as a space."""
    readable = block.text[at : at + len(written)]
    return all(a == b or (a in "\r\n" and b == " ") for a, b in zip(written, readable, strict=True))


def _spans_of(article: Article) -> Iterator[tuple[str, Span]]:
    for block in article.blocks:
        yield f"a block ({block.kind})", block.span
    for element in article.elements:
        yield f"an element ({element.kind})", element.span
    for pair in article.faq:
        yield from (("a question", pair.span), ("a question", pair.question_span), ("an answer", pair.answer_span))
    if article.front_matter:
        yield "front matter", article.front_matter.span
        for field in article.front_matter.fields:
            yield from (("a field", field.span), ("a field's name", field.key_span))
    for data in article.structured_data:
        yield "structured data", data.span
        if data.error_span:
            yield "an error in structured data", data.error_span
    for name, parts in (
        ("an empty field", article.empty_fields), ("a link", article.links), ("an image", article.images),
        ("a comment", article.comments), ("a problem", article.problems),
    ):  # fmt: skip
        for part in parts:
            yield name, part.span
    for name, span in article.homes.items():
        yield f"the home of {name}", span


def _indices_of(article: Article) -> Iterator[tuple[str, tuple[int, ...]]]:
    for element in article.elements:
        yield f"an element ({element.kind})", element.blocks
    for pair in article.faq:
        yield "a question", (*pair.blocks, *pair.answer_blocks)
    yield "an empty field", tuple(entry.block for entry in article.empty_fields)
    yield "a link", tuple(link.block for link in article.links if link.block is not None)
    yield "an image", tuple(image.block for image in article.images if image.block is not None)


def faults_of_inspection(article: Article, *, is_thorough: bool) -> Iterator[Fault]:
    """Yield what is wrong with what `inspect` shows: spans outside the text, JSON that cannot be read or written."""
    shown = inspection(article, "news")
    text = dump(shown) if is_thorough else ""
    text.encode()
    if is_thorough and json.loads(text) != json.loads(json.dumps(shown)):
        yield Fault("an inspection that JSON changes", text[:300])
    size = len(article.source.text)
    for start, end in _ranges_in(shown):
        if not 0 <= start <= end <= size:
            yield Fault("an inspection with a span outside the text", f"{start} to {end} of {size}")


def _ranges_in(shown: dict[str, Any]) -> Iterator[tuple[int, int]]:
    pending: list[Any] = [shown]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            if isinstance(value.get("span"), list):
                yield tuple(value["span"])
            for part in ("source", "cue", "content"):
                yield from (tuple(span) for span in value.get(part) or () if isinstance(span, list))
            pending += value.values()
        elif isinstance(value, list):
            pending += value
