"""Write what newslint reports on the broken examples beside them, as `NAME.expected.json`; it judges nothing itself.

Run `python tools/expect_examples.py` after a rule has changed, and read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

from newslint.batch import check
from newslint.diagnostics import FileReport
from newslint.discovery import discover
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings

ROOT = Path(__file__).resolve().parents[1]
# The day as of which the examples are judged; all of them are older.
TODAY = date(2026, 6, 1)


def report_all() -> dict[str, FileReport]:
    """Return the report of each example by its file name, judged under the repository's own configuration."""
    back = Path.cwd()
    os.chdir(ROOT)
    try:
        settings = load_settings(ROOT / "newslint.yaml", keep=False)
        config = settings.config
        found = discover(["examples"], config.include, config.exclude, ROOT, force_exclude=False)
        report = check(found.files, Linter(settings, RunOptions(TODAY)))
    finally:
        os.chdir(back)
    return {Path(file.path).name: file for file in report.files}


def expectation_of(report: FileReport) -> list[dict[str, str | int]]:
    """Return what an expected report holds: rule, severity, place and flagged words of each diagnostic, in order."""
    return [
        {
            "rule": found.rule,
            "severity": str(found.severity),
            "line": found.start.line,
            "column": found.start.column,
            "excerpt": found.excerpt,
        }
        for found in report.diagnostics
    ]


def main() -> int:
    """Write the expected report of every broken example; return 1 where a clean one is not silent."""
    noisy = 0
    for name, report in report_all().items():
        expected = expectation_of(report)
        if name.startswith("clean-"):
            for entry in expected:
                print(f"{name}:{entry['line']}:{entry['column']}: not silent: {entry['rule']} {entry['excerpt']!r}")
            noisy += bool(expected)
            continue
        rows = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in expected)
        (ROOT / "examples" / f"{name}.expected.json").write_text(f"[\n{rows}\n]\n", encoding="utf-8")
        print(f"{name}: {len(expected)} diagnostics expected")
    return 1 if noisy else 0


if __name__ == "__main__":
    raise SystemExit(main())
