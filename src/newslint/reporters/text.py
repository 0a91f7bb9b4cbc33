"""Write a report for people to read in a terminal: by file, with the words underlined in their line."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.diagnostics import Diagnostic, FileReport, RelatedPlace, Report, Severity
from newslint.records import NamedTuple
from newslint.reporters.counting import cite, count_of, describe_totals, group_unevaluated, join_words, tabulate_rules
from newslint.reporters.display import frame, paint, wrap
from newslint.terminal import inert, safe, safe_path

_LOOK = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_INDENT = " " * 6
_PLACES_SHOWN = 6
_RULES_NAMED = 4
# What the site's template or another file of the site holds: the reader of this one misses nothing.
_ELSEWHERE = frozenset({"structured-data", "front-matter"})
# Findings that say that a file passed a limit, which is not a crash.
_LIMITS = {"internal/file-too-large", "internal/file-timeout"}
_EXPLAIN = "`newslint explain RULE` has the details."


class TextOptions(NamedTuple):
    """How a report is to look; `width` is in terminal cells, `fail_on` None where nothing fails the run."""

    colour: bool
    width: int
    quiet: bool
    statistics: bool
    fail_on: Severity | None


def render_text(report: Report, options: TextOptions) -> str:
    """Return a report for a terminal."""
    lines: list[str] = []
    for file in report.files:
        if file.diagnostics:
            lines += _file_lines(file, options)
    if options.statistics and report.diagnostics:
        lines += [*tabulate_rules(report), ""]
    if not options.quiet:
        lines += _unevaluated_lines(report, options)
    lines += _closing_lines(report, options)
    return "".join(f"{inert(line)}\n" for line in lines)


def _file_lines(file: FileReport, options: TextOptions) -> Iterator[str]:
    yield paint(safe_path(file.path), "bold", colour=options.colour)
    for diagnostic in file.diagnostics:
        yield from _diagnostic_lines(diagnostic, options)
        yield ""


def _diagnostic_lines(diagnostic: Diagnostic, options: TextOptions) -> Iterator[str]:
    look, colour = _LOOK[diagnostic.severity], options.colour
    place = f"{diagnostic.start.line}:{diagnostic.start.column}"
    severity = paint(f"{diagnostic.severity:<7}", look, "bold", colour=colour)
    yield f"  {severity}  {place}  {paint(safe(diagnostic.rule), 'bold', colour=colour)}"
    yield from wrap(diagnostic.message, options.width, _INDENT)
    if diagnostic.frame.strip():
        yield from _frame_lines(diagnostic, options)
    if diagnostic.remedy:
        yield from wrap(f"Remedy: {diagnostic.remedy}", options.width, _INDENT)
    if source := cite(diagnostic):
        yield paint(f"{_INDENT}Source: {safe(source)}", "dim", colour=colour)
    for line in _related_lines(diagnostic.related):
        yield from wrap(line, options.width, _INDENT)


def _frame_lines(diagnostic: Diagnostic, options: TextOptions) -> Iterator[str]:
    line = diagnostic.frame.rstrip("\r\n")
    start, end = diagnostic.start, diagnostic.end
    goes_on = end.line > start.line
    gutter = f"{start.line:>6} | "
    shown, before, under = frame(
        line, start.column - 1, len(line) if goes_on else end.column - 1, options.width - len(gutter)
    )
    margin = " " * (len(gutter) - 2) + "| "
    mark = paint("^" * under, _LOOK[diagnostic.severity], colour=options.colour)
    more = f" (to line {end.line})" if goes_on and end.column > 1 else ""
    yield paint(gutter, "dim", colour=options.colour) + shown.rstrip()
    yield paint(margin, "dim", colour=options.colour) + " " * before + mark + more


def _related_lines(related: tuple[RelatedPlace, ...]) -> Iterator[str]:
    """Yield a line for each thing that is said of other places, with all the lines of which it is said."""
    said: dict[str, list[RelatedPlace]] = {}
    for place in related:
        said.setdefault(safe(place.message), []).append(place)
    for message, places in said.items():
        numbers = list(dict.fromkeys(str(place.start.line) for place in places))
        if len(numbers) > _PLACES_SHOWN:
            numbers = [*numbers[:_PLACES_SHOWN], f"{len(numbers) - _PLACES_SHOWN} more"]
        where = f"Also line{'s' if len(numbers) > 1 else ''} {join_words(numbers)}"
        yield f"{where}: {message}" if message else f"{where}."


def _unevaluated_lines(report: Report, options: TextOptions) -> Iterator[str]:
    groups = group_unevaluated(report, leave_out=_ELSEWHERE)
    for reason, rules, files in groups:
        named = rules if len(rules) <= _RULES_NAMED else [*rules[: _RULES_NAMED - 1], f"{len(rules) - 3} more"]
        text = f"Not evaluated in {count_of(files, 'file')} ({safe(reason)}): {join_words(named)}."
        for line in wrap(text, options.width, "", "  "):
            yield paint(line, "dim", colour=options.colour)
    if groups:
        yield ""


def _closing_lines(report: Report, options: TextOptions) -> Iterator[str]:
    extra = []
    if suppressed := sum(file.suppressed for file in report.files):
        extra.append(f"{suppressed} suppressed")
    if report.unreadable:
        extra.append(f"{count_of(len(report.unreadable), 'file')} could not be read")
    if report.diagnostics or extra:
        totals = f"{describe_totals(report)}{''.join(f'; {part}' for part in extra)}."
        yield paint(totals, "bold", colour=options.colour)
    yield advise(report, options.fail_on)


def advise(report: Report, fail_on: Severity | None) -> str:
    """Return the one sentence that says what to do now."""
    if gap := _gap_of(report):
        return gap
    if not report.diagnostics:
        return "Nothing to report."
    blocking = _blocking(report, fail_on or Severity.ERROR)
    if blocking == ["advice"]:
        return f"Follow the advice before publishing; {_EXPLAIN}"
    if blocking:
        return f"Fix the {join_words(blocking)} before publishing; {_EXPLAIN}"
    is_advice = report.count(Severity.ADVICE) == len(report.diagnostics)
    rest = "consider the advice" if is_advice else "look at the warnings"
    return f"Nothing here blocks publication; {rest}. {_EXPLAIN}"


def _gap_of(report: Report) -> str:
    """Return why a report is incomplete and what to do about that; empty where it is complete."""
    failed = {rule for file in report.files for rule in file.crashed}
    if failed - _LIMITS:
        return "newslint crashed, so the result is incomplete. Please report the internal/… finding."
    if failed:
        return "Some files were not checked, so the result is incomplete. See the internal/… findings."
    if report.unreadable:
        return "Some files could not be read, so the result is incomplete. Check their names and permissions."
    return ""


def _blocking(report: Report, least: Severity) -> list[str]:
    """Return the names of what was found that is at least as grave as a severity."""
    counts = {severity: report.count(severity) for severity in Severity if severity.rank >= least.rank}
    return [
        f"{severity}s" if count > 1 and severity != Severity.ADVICE else str(severity)
        for severity, count in counts.items()
        if count
    ]
