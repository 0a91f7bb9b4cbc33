"""`newslint test`: run the examples of rule files."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from newslint.cli import FOUND, OK
from newslint.errors import UsageError, did_you_mean
from newslint.reporters.counting import count_of
from newslint.rules.folders import bundled
from newslint.settings import load_settings
from newslint.terminal import safe, show
from newslint.testing import Case, cases_of, cases_of_rule, run_case


def run(options: argparse.Namespace) -> int:
    """Run every example in every format, print what failed, and return 1 where anything did."""
    settings = load_settings(None, keep=False)
    passed = failed = 0
    rules = set()

    def notice(identity: str, told: str) -> None:
        rules.add(identity)
        if not options.quiet:
            show(f"notice: {safe(identity)} has {told}.\n")

    for case in _cases([Path(path) for path in options.paths] or [bundled("rules")], notice):
        rules.add(case.rule["id"])
        faults = run_case(case, settings)
        failed, passed = failed + bool(faults), passed + (not faults)
        for fault in faults:
            show(f"{safe(case.name)}: {safe(fault)}\n")
    if not options.quiet or failed:
        total = f"{count_of(len(rules), 'rule')}, {count_of(passed + failed, 'example')}"
        show(f"{total}: {passed} passed, {failed} failed\n")
    return FOUND if failed else OK


def _cases(paths: list[Path], notice: Callable[[str, str], None]) -> Iterator[Case]:
    for path in paths:
        files = [path] if path.is_file() else sorted(path.glob("*.y*ml"))
        if any(path.glob("*/*.y*ml")):
            yield from cases_of(path, notice)
        elif files:
            for file in files:
                place = file.resolve() if path.is_file() else path.resolve() / file.name
                identity = f"{place.parent.name}/{place.stem}"
                yield from cases_of_rule(identity, file, place.parents[1], notice)
        elif path.is_dir():
            cause = "the folder contains no rule files."
            raise UsageError(str(path), cause, "Name a folder of FAMILY/RULE.yaml files.")
        else:
            beside = [item.name for item in path.parent.glob("*")]
            way_out = did_you_mean(path.name, beside, "Name a rule file or a folder of them.")
            raise UsageError(str(path), "there is no such file or folder.", way_out)
