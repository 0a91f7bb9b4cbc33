"""Compare newslint with the alerts that Vale's own feature files expect, in Markdown, HTML and plain text.

    python -m benchmarks.vale_features CHECKOUT [--show]

CHECKOUT is a checkout of Vale's repository with `testdata` and, for the rules on spelling, `internal/spell/data`. It is
copied; nothing of it is in this repository. An alert line is the same if rule, message and line are.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.vale_steps import STEPS, Work, prepare, rules_of

from newslint.diagnostics import Severity
from newslint.errors import NewslintError
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source, decode, read
from newslint.vale.loading import load_vale

SUFFIXES = (".md", ".html", ".txt")
ALERT = re.compile(
    r"(?P<file>[^:]+):(?P<line>\d+):\d+:(?P<rule>[\w.-]+):(?:(?:suggestion|warning|error):)?(?P<message>.*)"
)
_STEP = re.compile(r"^\s*When (?P<step>I [A-Za-z ]+?)(?P<arguments>(?: \"[^\n]*\")?)\s*$", re.MULTILINE)
_TOLD = re.compile(r'the output should contain( exactly)?:\s*"""(.*?)"""', re.DOTALL)


class Alert(NamedTuple):
    """An alert without its column."""

    file: str
    line: int
    rule: str
    message: str


class Scenario(NamedTuple):
    """What a feature does and expects: files that are written, what is linted how, and the alerts."""

    name: str
    files: dict[str, str]
    work: Work
    alerts: tuple[Alert, ...]
    is_exact: bool


def scenarios_of(feature: Path, suffixes: tuple[str, ...]) -> Iterator[Scenario]:
    """Yield the scenarios of a feature file that tell alerts, or that there are none, in files of these suffixes only.

    A scenario without alerts counts where its step names a file, so that it is known what it lints.
    """
    text = feature.read_text(encoding="utf-8")
    background, *parts = re.split(r"^\s*Scenario(?: Outline)?: ", text, flags=re.MULTILINE)
    for part in parts:
        step, told = _STEP.search(part), _TOLD.search(part)
        if not step or step["step"] not in STEPS or not told:
            continue
        work = STEPS[step["step"]](" ".join(re.findall(r'"([^"]*)"', step["arguments"])))
        lines = _lines(told[2])
        alerts = [Alert(m["file"], int(m["line"]), m["rule"], m["message"]) for m in map(ALERT.fullmatch, lines) if m]
        named = [alert.file for alert in alerts] or list(work.names)
        if len(alerts) == len(lines) and all(name.endswith(suffixes) for name in named):
            name = f"{feature.stem}: {part.splitlines()[0].strip()}"
            yield Scenario(name, _files(background) | _files(part), work, tuple(alerts), bool(told[1]))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _files(text: str) -> dict[str, str]:
    found = {}
    for given in re.finditer(r'a file named "([^"]+)" with:\s*\n(\s*)"""\n(.*?)\n\s*"""', text, re.DOTALL):
        lines = [line.removeprefix(given[2].strip("\n")) for line in given[3].split("\n")]
        found[given[1]] = "\n".join(lines) + "\n"
    return found


def run(scenario: Scenario, data: Path) -> list[Alert]:
    """Return the alerts of newslint in a scenario; `data` is the copy of `testdata`."""
    work = scenario.work
    ini = prepare(work, scenario.files, data, data / _OWN / "config/dictionaries")
    config = ini.parent / "newslint.yaml"
    config.write_text(f"vale_styles: {ini.name}\n", encoding="utf-8")
    chosen = rules_of(ini, work.chosen, data) if work.chosen else ("vale",)
    if not load_vale([ini.name], config):
        return []  # under this configuration there is no rule at all
    linter = Linter(load_settings(config, keep=False), RunOptions(today=date(2026, 1, 1), select=chosen))
    place = data / work.folder
    files = list(work.files(data, SUFFIXES))
    sources = [decode(file.read_bytes(), str(file), "text") if work.is_plain else read(file) for file in files]
    return [
        alert
        for file, source in zip(files, sources, strict=True)
        for alert in _lint(linter, source, file.relative_to(place).as_posix())
    ]


def _lint(linter: Linter, source: Source, name: str) -> Iterator[Alert]:
    for told in linter.lint(source).diagnostics:
        for start in (told.start, *(place.start for place in told.related)):
            if told.severity in Severity and told.rule.startswith("vale/"):
                yield Alert(name, start.line, told.rule.removeprefix("vale/"), told.message)


def _same(alerts: Sequence[Alert]) -> Counter[Alert]:
    """Return alerts in a form in which white space in messages does not count."""
    return Counter(alert._replace(message=" ".join(alert.message.split())) for alert in alerts)


def main() -> None:
    """Run all scenarios and print how many alert lines are the same, and those that are not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--only", default="", help="scenarios with this in their names")
    parser.add_argument("--show", action="store_true", help="show each difference")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")
    features = sorted((chosen.checkout / "testdata" / "features").glob("*.feature"))
    scenarios = [each for feature in features for each in scenarios_of(feature, SUFFIXES) if chosen.only in each.name]
    with tempfile.TemporaryDirectory() as folder:
        results = [(each, *compare(each, chosen.checkout, Path(folder, "testdata"))) for each in scenarios]
    same = total = more = 0
    for scenario, wanted, found, problem in results:
        extra = found - wanted if scenario.is_exact else Counter[Alert]()
        same, total, more = same + (wanted & found).total(), total + wanted.total(), more + extra.total()
        if chosen.show and (wanted - found or extra):
            print("==", scenario.name, problem)
            print(*(f"   only Vale      {alert}\n" for alert in sorted(wanted - found)), sep="", end="")
            print(*(f"   only newslint  {alert}\n" for alert in sorted(extra)), sep="", end="")
    share = same / max(total, 1)
    print(f"{len(scenarios)} scenarios, {same} of {total} alert lines the same ({share:.1%}), {more} more")


def compare(scenario: Scenario, checkout: Path, data: Path) -> tuple[Counter[Alert], Counter[Alert], str]:
    """Return the alerts that a scenario wants, those of newslint, and why there are none where it cannot be run.

    `data` is where the copy of `testdata` is put: the same for all, so that a dictionary is read once.
    """
    _copy(checkout, data)
    try:
        found, problem = run(scenario, data), ""
    except (NewslintError, OSError, StopIteration) as error:
        found, problem = [], str(error)
    shutil.rmtree(data)
    return _same(scenario.alerts), _same(found), problem


_OWN = "of-vale"


def _copy(checkout: Path, data: Path) -> None:
    """Copy what a scenario needs, and put Vale's dictionary where newslint looks for one."""
    shutil.copytree(checkout / "testdata", data, symlinks=True, ignore=shutil.ignore_patterns("XSL", "benchmarks"))
    for styles in ("styles", _OWN):
        home = data / styles / "config" / "dictionaries"
        home.mkdir(parents=True, exist_ok=True)
        for file in (checkout / "internal" / "spell" / "data").glob("*.*"):
            if file.suffix in (".dic", ".aff"):
                shutil.copy(file, home)


if __name__ == "__main__":
    main()
