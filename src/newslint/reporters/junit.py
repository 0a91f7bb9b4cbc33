"""Write a report as JUnit XML, which most CI services show as tests: an article is a suite, a finding a failed test."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from newslint.diagnostics import Diagnostic, FileReport, Report
from newslint.patterns import pattern

# What XML 1.0 does not allow, even escaped (Extensible Markup Language, 2.2).
_NOT_XML = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(report: Report) -> str:
    """Return a document with a test suite for each file; one in which nothing was found has one test that passed."""
    failures = len(report.diagnostics)
    tests = sum(max(1, len(file.diagnostics)) for file in report.files)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="newslint" tests="{tests}" failures="{failures}">')
    for file in report.files:
        lines += _suite(file)
    return "\n".join([*lines, "</testsuites>", ""])


def _suite(file: FileReport) -> Iterator[str]:
    found, name = len(file.diagnostics), _attribute(file.path)
    yield f'  <testsuite name={name} tests="{max(1, found)}" failures="{found}" errors="0" skipped="0">'
    for diagnostic in file.diagnostics:
        yield from _case(diagnostic)
    if not found:
        yield f'    <testcase name="newslint" classname={name}/>'
    yield "  </testsuite>"


def _case(found: Diagnostic) -> Iterator[str]:
    name = _attribute(f"{found.rule} at {found.start.line}:{found.start.column}")
    yield f"    <testcase name={name} classname={_attribute(found.path)}>"
    words = f"{found.path}:{found.start.line}:{found.start.column}: {found.message} {found.remedy}".rstrip()
    opening = f'<failure type="{found.severity}" message={_attribute(found.message)}>'
    yield f"      {opening}{escape(_clean(words))}</failure>"
    yield "    </testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_clean(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
