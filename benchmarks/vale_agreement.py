"""Compare the findings of newslint and of Vale with the same styles on the same files, by rule and line.

    python -m benchmarks.vale_agreement VALE STYLES FILES… [--style NAME]… [--plain] [--show N]

VALE is the program of Vale 3, STYLES a folder of styles (`StylesPath`). Nothing of either is in this repository.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import read

# A file, a rule and a line.
Alert = tuple[str, str, int]


def ini_of(styles: Path, names: Sequence[str], ignores: str = "") -> str:
    """Return a configuration of Vale under which some styles hold in all files, but for what is ignored."""
    core = f"StylesPath = {styles.resolve()}\nMinAlertLevel = suggestion\n\n"
    return f"{core}[*]\nBasedOnStyles = {', '.join(names)}\n" + (f"TokenIgnores = {ignores}\n" if ignores else "")


_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_FRONT = re.compile(r"(---|\+\+\+)\r?\n.*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)


def copies(files: Sequence[Path], folder: Path, is_plain: bool) -> list[Path]:
    """Return copies of the files that have more than front matter, which Vale does not read where it is alone.

    In `is_plain` copies, template code, which is text to Vale and none to newslint, is a word on the same lines.
    """
    found = []
    for number, file in enumerate(files):
        text = file.read_text(encoding="utf-8", errors="replace")
        front = _FRONT.match(text)
        if not text[front.end() if front else 0 :].strip():
            continue
        if is_plain:
            text = _TEMPLATE.sub(lambda found: "x" + "\n" * found[0].count("\n"), text)
        found.append(folder / f"{number:03}{file.suffix}")
        found[-1].write_text(text, encoding="utf-8")
    return found


def alerts_of_vale(vale: Path, ini: Path, files: Iterable[Path]) -> Counter[Alert]:
    """Return the alerts of Vale, each with how often it is told."""
    command = [str(vale), "--no-global", "--no-exit", "--output=JSON", f"--config={ini}", *map(str, files)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout or "{}")
    return Counter(
        (os.path.abspath(file), alert["Check"], alert["Line"]) for file, alerts in told.items() for alert in alerts
    )


def alerts_of_newslint(ini: Path, files: Iterable[Path]) -> Counter[Alert]:
    """Return the findings of newslint under the same configuration of Vale; places of copies count."""
    config = ini.with_name("newslint.yaml")
    config.write_text(f"vale_styles: {ini.name}\n", encoding="utf-8")
    linter = Linter(load_settings(config, keep=False), RunOptions(today=date(2026, 1, 1), select=("vale",)))
    found: Counter[Alert] = Counter()
    for file in files:
        for told in linter.lint(read(file)).diagnostics:
            for start in (told.start, *(place.start for place in told.related)):
                found[os.path.abspath(file), told.rule.removeprefix("vale/"), start.line] += 1
    return found


def compare(vale: Counter[Alert], ours: Counter[Alert], show: int = 0) -> float:
    """Print how many alerts are the same and which rules differ most; return the share of the same among all."""
    same, lost, more = vale & ours, vale - ours, ours - vale
    total = same.total() + lost.total() + more.total()
    share = same.total() / total if total else 1.0
    print(f"{vale.total()} of Vale, {ours.total()} of newslint, {same.total()} the same: {share:.2%} of all")
    for title, alerts in (("only Vale", lost), ("only newslint", more)):
        rules = Counter(rule for _, rule, _ in alerts.elements())
        print(f"{title}: {alerts.total()}", *(f"{rule} {count}" for rule, count in rules.most_common(12)), sep="  ")
        for file, rule, line in sorted(alerts)[:show]:
            print(f"  {Path(file).name}:{line} {rule}")
    return share


def main() -> None:
    """Run both and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vale", type=Path)
    parser.add_argument("styles", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--style", action="append", help="a style; all in the folder if none is named")
    parser.add_argument("--ignores", default="", help="`TokenIgnores` for both, such as template code")
    parser.add_argument("--plain", action="store_true", help="let template code be a word in what both read")
    parser.add_argument("--show", type=int, default=0, help="how many differences are shown of each sort")
    chosen = parser.parse_args()
    names = chosen.style or sorted(each.name for each in chosen.styles.iterdir() if any(each.glob("*.yml")))
    files = [file for each in chosen.files for file in (sorted(each.rglob("*.md")) if each.is_dir() else [each])]
    with tempfile.TemporaryDirectory() as folder:
        ini = Path(folder, ".vale.ini")
        ini.write_text(ini_of(chosen.styles, names, chosen.ignores), encoding="utf-8")
        texts = copies(files, Path(folder), chosen.plain)
        print(f"{len(texts)} of {len(files)} files have more than front matter")
        compare(alerts_of_vale(chosen.vale, ini, texts), alerts_of_newslint(ini, texts), chosen.show)


if __name__ == "__main__":
    main()
