"""Tell by rule what changed since a commit, as a section of the changelog: `python tools/rule_changes.py REF`.

The rule files of that commit are read as they were, without today's checks.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
_APART = "rules/jurisdictions/"  # what laws ask, which is no rule
Rules = dict[str, dict[str, Any]]


def main(arguments: list[str]) -> int:
    """Print what is new, gone, renamed and changed."""
    if len(arguments) != 1:
        print("usage: python tools/rule_changes.py REF", file=sys.stderr)
        return 2
    print("\n".join(changes(rules_at(arguments[0]), rules_now())))
    return 0


def rules_at(commit: str) -> Rules:
    """Return the rule files of a commit by id."""
    names = _git("ls-tree", "-r", "--name-only", commit, "rules").splitlines()
    files = [name for name in names if name.count("/") == 2 and name.endswith(".yaml") and _APART not in name]
    return {
        name.removeprefix("rules/").removesuffix(".yaml"): _read(_git("show", f"{commit}:{name}")) for name in files
    }


def rules_now() -> Rules:
    """Return the rule files of the working tree by id."""
    paths = sorted((ROOT / "rules").glob("*/*.yaml"))
    return {
        f"{path.parent.name}/{path.stem}": _read(path.read_text(encoding="utf-8"))
        for path in paths
        if _APART not in path.as_posix()
    }


def changes(before: Rules, now: Rules) -> Iterator[str]:
    """Yield the lines of a table, a row for each rule that is not as it was."""
    yield from ("| rule | since then |", "| --- | --- |")
    former = {old: name for name, rule in now.items() for old in rule.get("formerly", ())}
    for name in sorted({*before, *now}):
        told = "; ".join(_told(name, before, now, former))
        if told:
            yield f"| `{name}` | {told} |"


def _told(name: str, before: Rules, now: Rules, former: dict[str, str]) -> Iterator[str]:
    if name not in now:
        yield f"now `{former[name]}`" if name in former else "gone"
        return
    old_name = next((old for old, new in former.items() if new == name and old in before), name)
    if old_name not in before:
        trial = ", on trial" if now[name].get("preview") else ""
        yield f"new: {_severity(now[name])}, for {', '.join(now[name]['profiles'])}{trial}"
        return
    old, new = before[old_name], now[name]
    if old_name != name:
        yield f"was `{old_name}`"
    if _severity(old) != _severity(new):
        yield f"severity: {_severity(old)} → {_severity(new)}"
    if set(old["profiles"]) != set(new["profiles"]):
        yield f"profiles: {', '.join(old['profiles'])} → {', '.join(new['profiles'])}"
    if bool(old.get("preview")) != bool(new.get("preview")):
        yield "on trial" if new.get("preview") else "no longer on trial"
    if new.get("deprecated"):
        yield "deprecated"
    if old["check"] != new["check"]:
        yield f"check: {old['check']} → {new['check']}"
    if old.get("options") != new.get("options"):
        yield "other options or words"


def _severity(rule: dict[str, Any]) -> str:
    severity = rule["severity"]
    if isinstance(severity, str):
        return severity
    return ", ".join(each if grade == "default" else f"{grade} {each}" for grade, each in severity.items())


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(text)
    return found


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
