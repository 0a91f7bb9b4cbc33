"""Write a report as Markdown, for the summary of a job or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.diagnostics import Diagnostic, FileReport, Report
from newslint.patterns import pattern
from newslint.reporters.counting import count_of, describe_totals
from newslint.reporters.suggestions import suggested_line
from newslint.terminal import inert, plain, safe

# A comment of GitHub has at most 65,536 characters, one of GitLab 1,000,000.
_LONGEST = 60_000
# What would be markup, a mention or a link to an issue.
_MARKUP = pattern(r"([\\`*_{}\[\]<>()#+!|~&])")
_TICKS = pattern(r"`+|$")
_MENTION = pattern(r"@(?=\w)")


def render_markdown(report: Report) -> str:
    """Return a table for each file in which something was found, the first ones that fit in a comment."""
    lines = [f"**newslint**: {describe_totals(report)}.", ""]
    size = len(lines[0])
    left = 0
    for file in report.files:
        told = list(_table(file)) if file.diagnostics else []
        size += sum(map(len, told)) + len(told)
        if left or size > _LONGEST:
            left += len(file.diagnostics)
        else:
            lines += told
    if left:
        lines.append(f"{count_of(left, 'more finding')} did not fit here; the job's log has all.")
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(file: FileReport) -> Iterator[str]:
    yield from (f"### {_plain(file.path)}", "", "| line | severity | finding | rule |", "| --- | --- | --- | --- |")
    yield from map(_row, file.diagnostics)
    yield ""
    for found in file.diagnostics:
        yield from _suggestion(found)


def _suggestion(found: Diagnostic) -> Iterator[str]:
    """Yield the fixed line as GitHub and GitLab put it in place from a comment beside that line."""
    line = suggested_line(found)
    if line is None:
        return
    shown = plain(line)
    fence = "`" * max(3, *(len(run) + 1 for run in _TICKS.findall(shown)))
    yield from (f"Line {found.start.line} with the fix:", "", f"{fence}suggestion", shown, fence, "")


def _row(found: Diagnostic) -> str:
    words = f"{found.message} {found.remedy}".strip()
    return f"| {found.start.line} | {found.severity} | {_plain(words)} | {_plain(found.rule)} |"


def _plain(text: str) -> str:
    """Return a text in which nothing is markup, and nobody is mentioned."""
    words = " ".join(inert(safe(text)).split())
    return _MENTION.sub("@\u2060", _MARKUP.sub(r"\\\1", words))
