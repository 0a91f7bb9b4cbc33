"""`newslint annotate`: write what was found into a copy of a document, as comments at the words that they are about."""

from __future__ import annotations

import argparse
import os
from functools import partial
from pathlib import Path

from newslint.article import Article
from newslint.baseline import Known, read_baseline
from newslint.cli import FAILED, OK
from newslint.cli.baseline import baseline_of
from newslint.cli.session import linter_of, settings_of
from newslint.diagnostics import Diagnostic, FileReport, Report, Severity
from newslint.documents import ANNOTATED, Document, Note, read_document, write_notes
from newslint.documents.model import AUTHOR
from newslint.documents.notes import digest_of
from newslint.errors import SourceError, UsageError
from newslint.fixes.writing import create_file, replace_file
from newslint.patterns import pattern
from newslint.reporters.counting import cite, count_of, describe_totals
from newslint.runner import Linter
from newslint.settings import Settings
from newslint.settings.globs import name_below
from newslint.source import decode_raw, read_raw
from newslint.spans import Span
from newslint.terminal import safe_path, show, tell

_STATE = "Text as read: "
_ALSO = 6  # other places of a fault that a comment names


def run(options: argparse.Namespace) -> int:
    """Lint a document, write the copy with comments and say how many there are."""
    path, output = options.path, options.output or _name_of_copy(options.path)
    _refuse_format(path, output)
    settings = settings_of(options)
    known = read_baseline(baseline_of(settings), settings.former)
    options.fingerprints = bool(known)
    linter = linter_of(options, settings)
    data = linter.read_bytes(Path(path))
    before = _read_output(path, output, settings)
    source = decode_raw(data, path, linter.tracked)
    if not source.text.strip():
        raise SourceError(path, "the document has no text that a comment could stand at.", "Write something first.")
    report = linter.lint(source)
    if known:
        report = Known(known, partial(name_below, settings.root), settings.root).hide(report)
    report = report.at_least(Severity(options.min_severity or settings.config.min_severity))
    notes = _notes_of(linter, report, linter.parse(source), read_document(data, path))
    made = write_notes(data, path, notes, linter.tracked)
    if before is None:
        create_file(output, made)
    else:
        replace_file(output, before, made, "annotated")
    linter.settings.save()
    show(f"{safe_path(output)}: {count_of(len(report.diagnostics), 'finding')} as comments.\n")
    if report.crashed:
        tell(f"{path}: newslint failed in {', '.join(report.crashed)}; the comments are incomplete.")
    return FAILED if report.crashed else OK


def _name_of_copy(path: str) -> str:
    stem, dot, suffix = path.rpartition(".")
    return f"{stem}.reviewed{dot}{suffix}"


def _refuse_format(path: str, output: str) -> None:
    """Raise UsageError for what gets no comments: in Markdown or HTML they would go out with the article."""
    suffix = Path(path).suffix.lower()
    if suffix not in ANNOTATED:
        cause = "comments are written into Word (.docx) and OpenDocument (.odt) files only; elsewhere readers see them."
        raise UsageError(path, cause, "Use `newslint check` for a report.")
    if Path(output).suffix.lower() != suffix:
        raise UsageError(output, f"the copy would not be read as a {suffix} file.", f"Give --output a {suffix} name.")


def _read_output(path: str, output: str, settings: Settings) -> bytes | None:
    """Return what stands where the copy is to be, None where that is nothing.

    Raise UsageError unless it is the document itself, or a copy of newslint's that nobody worked on since.
    """
    if not os.path.lexists(output):
        return None
    data = read_raw(Path(output), settings.config.max_file_size)
    if os.path.exists(path) and os.path.samefile(path, output):
        return data
    try:
        document = read_document(data, output)
    except SourceError as error:
        raise UsageError(output, "this file is no copy of newslint's.", "Give --output another name.") from error
    states = [_state_of(remark.text) for remark in document.remarks if remark.author == AUTHOR]
    if not any(states):
        raise UsageError(output, "this file is no copy that newslint annotated.", "Give --output another name.")
    if digest_of(document) not in states:
        cause = "somebody worked on this copy since newslint annotated it."
        raise UsageError(output, cause, "Give --output another name, or annotate the copy itself.")
    return data


def _state_of(text: str) -> str:
    return text.rpartition(_STATE)[2].strip() if _STATE in text else ""


def _notes_of(linter: Linter, report: FileReport, article: Article, document: Document) -> list[Note]:
    """Return a note for each finding, after one at the headline that sums them up."""
    headline = article.headline
    home = next((article.blocks[index].span for index in headline.blocks), headline.span) if headline else Span(0, 0)
    totals = describe_totals(Report((report,), "", "")).removesuffix(" in 1 file")
    held = f" {report.suppressed} suppressed." if report.suppressed else ""
    profile = linter.profile_of(article)
    lines = (
        f"newslint: {totals}.{held}",
        f"Checked under the profile {profile}, as of {linter.options.today}.",
        f"{_STATE}{digest_of(document)}",
    )
    return [Note(*home, lines), *(_note_of(found) for found in report.diagnostics)]


def _note_of(found: Diagnostic) -> Note:
    """Return what a comment says of a finding: rule, message, other places, remedy and source."""
    lines = [f"{found.severity}: {found.rule}", found.message]
    for place in found.related[:_ALSO]:
        lines.append(f"Also paragraph {place.start.line}{f': {place.message}' if place.message else '.'}")
    if found.remedy:
        lines.append(f"Remedy: {found.remedy}")
    if source := cite(found):
        lines.append(f"Source: {source}")
    return Note(found.start.offset, found.end.offset, tuple(map(_writable, lines)))


_UNWRITABLE = pattern("[^\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _writable(line: str) -> str:
    """Return a line without what XML cannot hold."""
    return _UNWRITABLE.sub(" ", line)
