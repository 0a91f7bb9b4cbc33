"""Refuse what rule files name and nobody has: other rules, profiles, and a place outside of any family."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newslint.contract import CompiledRule
from newslint.errors import RuleFileError, did_you_mean
from newslint.patterns import pattern
from newslint.rules.folders import shipped_profiles

_IS_RULE = pattern(r"^check[ \t]*:", 8)  # re.MULTILINE, without an import of `re`
_NOT_RULES = ("lists",)


def check_yields(rules: Mapping[str, CompiledRule]) -> None:
    """Raise RuleFileError where a rule yields to one that does not exist, or in the end to itself."""
    for identity, rule in rules.items():
        check_known(rule, "yields_to", "rule", rules, "Name a rule that exists.")
        seen, pending = set(), [*rule["yields_to"]]
        while pending:
            other = pending.pop()
            if other == identity:
                cause = f"circular `yields_to`: `{identity}` would yield to itself."
                raise RuleFileError(_place(rule, "yields_to", 0), cause, "Remove one of the rules from `yields_to`.")
            if other not in seen:
                seen.add(other)
                pending += rules[other]["yields_to"] if other in rules else ()


def check_profiles(rules: Iterable[CompiledRule], named: Iterable[str], base: Path) -> None:
    """Raise RuleFileError where a rule is for a profile that nobody has.

    Known are the shipped profiles, those that a configuration names, and those that are files in or just below `base`.
    """
    shipped = shipped_profiles()
    known = {"all", *shipped, *named}
    for rule in rules:
        own = [name for name in rule["profiles"] if name not in known and _is_file_below(name, base)]
        way_out = f"Known: {', '.join(sorted(shipped))}; or put `{rule['profiles'][0]}.yaml` beside the configuration."
        check_known(rule, "profiles", "profile", {*known, *own}, way_out)


def _is_file_below(name: str, base: Path) -> bool:
    return any(
        next(base.glob(f"{folder}{name}.{suffix}"), None) is not None
        for folder in ("", "*/")
        for suffix in ("yaml", "yml")
    )


def check_known(rule: CompiledRule, key: str, what: str, known: Iterable[str], way_out: str) -> None:
    """Raise RuleFileError, with the line, for a name under a key of a rule file that is not among the known ones."""
    names: list[str] = rule[key]  # type: ignore[literal-required]
    for number, name in enumerate(names):
        if name not in known:
            cause = f"`{key}`: unknown {what} `{name}`."
            raise RuleFileError(_place(rule, key, number), cause, did_you_mean(name, known, way_out))


def check_folder(folder: Path) -> None:
    """Raise RuleFileError where a rule file under a folder stands in no family, or below one."""
    for path in sorted(path for glob in ("*.y*ml", "*/*/*.y*ml") for path in folder.glob(glob)):
        if path.suffix not in (".yaml", ".yml") or path.parts[len(folder.parts)] in _NOT_RULES or not path.is_file():
            continue
        with open(path, encoding="utf-8", errors="replace") as file:
            found = _IS_RULE.search(text := file.read(100_000))
        if found:
            line = text.count("\n", 0, found.start()) + 1
            cause = "this rule file does not stand in the folder of a family."
            raise RuleFileError(f"{path}:{line}", cause, f"Move it to `{folder.name}/FAMILY/{path.name}`.")


def _place(rule: CompiledRule, key: str, number: int) -> str:
    """Return the file and line of an entry; the file is read again, since compiled rules keep no lines."""
    from newslint.rules.yaml_files import line_of, read_yaml

    where: tuple[Any, ...] = (key, number)
    return f"{rule['path']}:{line_of(read_yaml(Path(rule['path']), RuleFileError), where)}"
