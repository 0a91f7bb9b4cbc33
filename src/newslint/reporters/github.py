"""Write a report as GitHub workflow commands, which become notes on changed lines."""

from __future__ import annotations

from collections import Counter

from newslint.diagnostics import Diagnostic, Report, Severity
from newslint.reporters.concise import tell_concisely
from newslint.reporters.counting import cite, count_of
from newslint.terminal import REPLACEMENT, UNSAFE, inert, safe

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


# GitHub shows so many notes of each kind for a step, and drops the rest in silence (its docs, workflow commands).
_MOST = 10


def render_github(report: Report) -> str:
    """Return one workflow command a diagnostic, errors first; empty where there is none.

    What GitHub would not show as a note is a plain line in the log, and a last note counts those.
    """
    seen: Counter[Severity] = Counter()
    commands, plain = [], []
    for found in sorted(report.diagnostics, key=lambda one: -one.severity.rank):
        seen[found.severity] += 1
        if seen[found.severity] <= _MOST - (found.severity is Severity.ADVICE):  # the last note is one of these, too
            commands.append(_command(found))
        else:
            plain.append(inert(tell_concisely(found)))
    if plain:
        commands.append(f"::notice title=newslint::{count_of(len(plain), 'more finding')} in the log of this step.")
    return "".join(f"{line}\n" for line in (*commands, *plain))


def _command(found: Diagnostic) -> str:
    # The path as it is, or the note would stand at no file; blanks in it count.
    place = {"file": UNSAFE.sub(REPLACEMENT, found.path), "line": str(found.start.line)}
    if found.end.line == found.start.line:
        # Columns are allowed only where the note begins and ends on one line.
        place |= {"col": str(found.start.column), "endLine": str(found.end.line), "endColumn": str(found.end.column)}
    else:
        place["endLine"] = str(found.end.line)
    place["title"] = f"newslint {found.rule}"
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in place.items())
    source = cite(found)
    parts = [found.message, found.remedy, f"Source: {source}" if source else ""]
    message = "\n".join(safe(part) for part in parts if part)
    return f"::{_COMMANDS[found.severity]} {properties}::{_escape_data(message)}"


def _escape_data(text: str) -> str:
    """Escape what the runner would take for an escape or a line end (GitHub Actions toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
