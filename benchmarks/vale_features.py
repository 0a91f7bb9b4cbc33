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

from newslint.diagnostics import Severity
from newslint.errors import NewslintError
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import read

SUFFIXES = (".md", ".html", ".txt")
NAMES = (".vale", "_vale", "vale.ini", ".vale.ini", "_vale.ini")
# Where each step goes, below `testdata`, and what it lints there: its argument, or all that is there.
STEPS = {
    "I lint": ("fixtures/formats", True),
    "I test": ("fixtures/{}", False),
    "I test scope": ("fixtures/scopes/{}", False),
    "I test patterns for": ("fixtures/patterns", True),
    "I test comments for": ("fixtures/comments", True),
    "I use Vocab": ("fixtures/vocab/{}", False),
    "I apply style": ("fixtures/styles/{}", False),
    "I lint path": ("fixtures/formats/{}", False),
    "I run vale": ("tmp/aruba", True),
}
ALERT = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):\d+:(?P<rule>[^:]+):(?P<message>.*)")


class Alert(NamedTuple):
    """An alert without its column."""

    file: str
    line: int
    rule: str
    message: str


class Scenario(NamedTuple):
    """What a feature does and expects: files that are written, where it lints what, and the alerts."""

    name: str
    files: dict[str, str]
    step: str
    argument: str
    alerts: tuple[Alert, ...]
    is_exact: bool


def scenarios_of(feature: Path) -> Iterator[Scenario]:
    """Yield the scenarios of a feature file that name only files that newslint reads as these formats."""
    text = feature.read_text(encoding="utf-8")
    background, *parts = re.split(r"^\s*Scenario(?: Outline)?: ", text, flags=re.MULTILINE)
    for part in parts:
        files = _files(background) | _files(part)
        step = re.search(r'^\s*When (?P<step>[\w ]+?)(?: "(?P<argument>[^"]*)")?\s*$', part, re.MULTILINE)
        told = re.search(r'the output should contain( exactly)?:\s*"""(.*?)"""', part, re.DOTALL)
        if not step or step["step"] not in STEPS or not told:
            continue
        alerts = [
            Alert(m["file"], int(m["line"]), m["rule"], m["message"])
            for m in map(ALERT.fullmatch, _lines(told[2]))
            if m
        ]
        if alerts and all(alert.file.endswith(SUFFIXES) for alert in alerts):
            name = f"{feature.stem}: {part.splitlines()[0].strip()}"
            yield Scenario(name, files, step["step"], step["argument"] or "", tuple(alerts), bool(told[1]))


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
    where, is_file = STEPS[scenario.step]
    place = data / where.format(scenario.argument)
    place.mkdir(parents=True, exist_ok=True)
    for name, text in scenario.files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    ini = next(folder / name for folder in (place, *place.parents) for name in NAMES if (folder / name).is_file())
    text = ini.read_text(encoding="utf-8")
    if "StylesPath" not in text:  # Vale would take the dictionary that is built in
        ini.write_text(f"StylesPath = {data / _OWN}\n{text}", encoding="utf-8")
    config = ini.parent / "newslint.yaml"
    config.write_text(f"vale_styles: {ini.name}\n", encoding="utf-8")
    chosen = [place / scenario.argument] if is_file else sorted(place.rglob("*"))
    files = [path for path in chosen if path.suffix in SUFFIXES and path.is_file()]
    return [alert for path in files for alert in _lint(config, path, path.relative_to(place).as_posix())]


def _lint(config: Path, path: Path, name: str) -> Iterator[Alert]:
    linter = Linter(load_settings(config, keep=False), RunOptions(today=date(2026, 1, 1), select=("vale",)))
    for told in linter.lint(read(path)).diagnostics:
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
    parser.add_argument("--show", action="store_true", help="show each difference")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")
    same = total = more = number = 0
    with tempfile.TemporaryDirectory() as folder:
        for feature in sorted((chosen.checkout / "testdata" / "features").glob("*.feature")):
            for scenario in scenarios_of(feature):
                data = Path(folder, str(number))
                _copy(chosen.checkout, data)
                number += 1
                wanted = _same(scenario.alerts)
                try:
                    found, problem = _same(run(scenario, data)), ""
                except (NewslintError, StopIteration) as error:
                    found, problem = Counter(), str(error)
                shutil.rmtree(data)
                same, total = same + (wanted & found).total(), total + wanted.total()
                extra = found - wanted if scenario.is_exact else Counter[Alert]()
                more += extra.total()
                if chosen.show and (wanted - found or extra):
                    print(f"== {scenario.name} {problem}")
                    print(*(f"   only Vale      {alert}" for alert in sorted(wanted - found)), sep="\n")
                    print(*(f"   only newslint  {alert}" for alert in sorted(extra)), sep="\n")
    print(f"{number} scenarios, {same} of {total} alert lines the same ({same / max(total, 1):.1%}), {more} more")


_OWN = "of-vale"


def _copy(checkout: Path, data: Path) -> None:
    """Copy what a scenario needs, and put Vale's dictionary where newslint looks for one."""
    shutil.copytree(checkout / "testdata", data, symlinks=True)
    for styles in ("styles", _OWN):
        home = data / styles / "config" / "dictionaries"
        home.mkdir(parents=True, exist_ok=True)
        for file in (checkout / "internal" / "spell" / "data").glob("*.*"):
            if file.suffix in (".dic", ".aff"):
                shutil.copy(file, home)


if __name__ == "__main__":
    main()
