"""Render reports in every format, and see that nothing in them can steer a terminal or a CI runner."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from random import Random
from xml.etree import ElementTree

from benchmarks.fuzzing.inputs import Fault

from newslint.article import Article
from newslint.diagnostics import FileReport, Report, Severity
from newslint.reporters import FORMATS, render
from newslint.reporters.inspection import render_inspection
from newslint.reporters.json import diagnostic_object

_PEOPLE = ("text", "concise", "markdown")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# Controls but the line feed, line separators, what reorders text, and lone surrogates.
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What a runner passes over where it compares the beginning of a line; and the commands of several services.
_IGNORED = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffd]+")
_INNER = re.compile(r"##\w*\[")
_COUNT = "::notice title=newslint::"
_NOTE = re.compile(r"::(error|warning|notice) file=[^:]*::.*")


def faults_of_text(text: str, what: str) -> Iterator[Fault]:
    """Yield what is unsafe in a text that goes to a terminal or a log.

    A runner of GitHub Actions takes a line that begins with `::` after white space for a command, and `##[` anywhere
    in a line (actions/runner, ActionCommand.cs); others have commands such as `##vso[`.
    """
    found = _UNSAFE.search(text)
    if found:
        line = text[max(0, found.start() - 60) : found.end() + 60]
        yield Fault(f"{what}: an unsafe character", f"{found.group()!r} in {line!r}")
    for line in text.split("\n"):
        if ":" in line[:100] and _IGNORED.sub("", line[:100]).lstrip().startswith("::"):
            yield Fault(f"{what}: a line that begins a command", repr(line))
        if "##" in line and _INNER.search(line):
            yield Fault(f"{what}: a line that holds a command", repr(line))


def faults_of_reports(report: Report, rng: Random) -> Iterator[Fault]:
    """Yield what is wrong with a report in any format, with widths, colour and options drawn at random."""
    for format in FORMATS:
        colour = rng.random() < 0.5
        text = render(
            report,
            format,
            colour=colour,
            width=rng.choice((1, 20, 40, 79, 100, 400)),
            quiet=rng.random() < 0.3,
            statistics=rng.random() < 0.3,
            fail_on=rng.choice((None, *Severity)),
        )
        # Only text has colours.
        yield from _of_format(report, format, _COLOUR.sub("", text) if colour and format == "text" else text)


def _of_format(report: Report, format: str, text: str) -> Iterator[Fault]:
    text.encode("utf-8", "replace")
    if text and not text.endswith("\n"):
        yield Fault(f"{format}: no line end at the end", text[-100:])
    if format in _PEOPLE:
        yield from faults_of_text(text, format)
    elif format == "github":
        lines = [line for line in text.split("\n")[:-1] if not line.startswith(_COUNT)]
        notes = [line for line in lines if line.startswith("::")]
        if len(lines) != len(report.diagnostics) or not all(map(_NOTE.fullmatch, notes)):
            yield Fault("github: not one command or line a diagnostic", repr(text[:400]))
        yield from (fault for fault in faults_of_text(text, format) if "command" not in fault.what)
    elif format == "junit":
        if len(ElementTree.fromstring(text).findall(".//failure")) != len(report.diagnostics):
            yield Fault("junit: not one failure a diagnostic", repr(text[:400]))
    elif format == "csv":
        if len([*csv.reader(io.StringIO(text, newline=""))]) != len(report.diagnostics) + 1:
            yield Fault("csv: not one row a diagnostic", repr(text[:400]))
        yield from faults_of_text(text.replace("\r\n", "\n"), format)
    else:
        yield from _of_json(report, format, text)


def _of_json(report: Report, format: str, text: str) -> Iterator[Fault]:
    """Yield what is wrong with JSON: it is not JSON, says other things, or is unsafe where it is shown as it is."""
    lines = text.split("\n")[:-1] if format == "jsonl" else [text]
    values = [json.loads(line) for line in lines]
    said = [diagnostic_object(found) for found in report.diagnostics]
    # What cannot be encoded is escaped, and reads the same; so JSON made by another writer is the reference.
    wanted = json.loads(json.dumps(said))
    if format == "jsonl" and values != wanted:
        yield Fault("jsonl: not one diagnostic a line", text[:400])
    if format == "json" and values[0]["diagnostics"] != wanted:
        yield Fault("json: other diagnostics", text[:400])
    if format == "sarif" and len(values[0]["runs"][0]["results"]) != len(said):
        yield Fault("sarif: not one result a diagnostic", text[:400])
    yield from faults_of_text(text, format)


def faults_of_shown_article(article: Article, rng: Random) -> Iterator[Fault]:
    """Yield what is unsafe in how `inspect` shows an article in a terminal."""
    colour = rng.random() < 0.5
    text = render_inspection(article, "news", colour, rng.choice((1, 40, 80, 200)))
    yield from faults_of_text(_COLOUR.sub("", text) if colour else text, "inspect")


def report_of(files: list[FileReport]) -> Report:
    """Return a report of some files."""
    return Report(tuple(files), "sha256:0f", "2026-11-22")
