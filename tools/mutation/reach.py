"""Which tests reach which lines, and which of them to run for a mutant."""

from __future__ import annotations

import ast
import gzip
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from mutation.drawing import Mutant

# So many seconds of tests, as they take without a mutant, are spent on one mutant in each stage.
_BUDGET = 40.0


class Reach:
    """What tests take and reach, by their numbers; `lines` maps a module and line to the tests that run it."""

    def __init__(self, found: dict[str, Any], copy: Path) -> None:
        self.names: list[str] = found["names"]
        self.seconds: list[float] = found["seconds"]
        self.failing: list[str] = found["failing"]
        self.lines: dict[str, dict[int, list[int]]] = {
            module: {int(line): tests for line, tests in lines.items()} for module, lines in found["lines"].items()
        }
        self.package = copy / "src" / "newslint"
        self.copy = copy
        self._trees: dict[str, ast.Module] = {}

    def stages(self, mutant: Mutant) -> list[list[tuple[str, float]]]:
        """Return the tests to run for a mutant, the fastest first: those at its line, then those at its function."""
        scope = self._scope(mutant.module, mutant.line)
        if scope is None:
            users = self._tests_of_constant(mutant.module, mutant.name, set())
            return [self._order(users or self._around(mutant.module))]
        body, last = scope
        near = self._tests(mutant.module, range(mutant.line, mutant.last_line + 1)) if mutant.line >= body else set()
        wide = self._tests(mutant.module, range(body, last + 1))
        stages = [self._order(near), self._order(wide - near)]
        return [stage for stage in stages if stage]

    def _tests(self, module: str, lines: range) -> set[int]:
        known = self.lines.get(module, {})
        return {test for line in lines for test in known.get(line, ())}

    def _order(self, tests: set[int]) -> list[tuple[str, float]]:
        chosen: list[tuple[str, float]] = []
        spent = 0.0
        for test in sorted(tests, key=lambda test: (self.seconds[test], self.names[test])):
            spent += self.seconds[test]
            if spent > _BUDGET and chosen:
                break
            chosen.append((self.names[test], self.seconds[test]))
        return chosen

    def _tree(self, module: str) -> ast.Module:
        if module not in self._trees:
            self._trees[module] = ast.parse((self.copy / module).read_text(encoding="utf-8"))
        return self._trees[module]

    def _scope(self, module: str, line: int) -> tuple[int, int] | None:
        """Return the first line of the body and the last line of the innermost function around a line."""
        functions = [node for node in ast.walk(self._tree(module)) if isinstance(node, ast.FunctionDef)]
        around = [node for node in functions if node.lineno <= line <= (node.end_lineno or 0)]
        if not around:
            return None
        inner = max(around, key=lambda node: node.lineno)
        return inner.body[0].lineno, inner.end_lineno or inner.lineno

    def _around(self, module: str) -> set[int]:
        """Return the tests that reach any function of a module, or of those that import it where it has none."""
        tests = self._functions_of(module)
        if tests:
            return tests
        name = module.removeprefix("src/").removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        users = [other for other in self.lines if re.search(rf"\b{re.escape(name)}\b", self._text(other))]
        return {test for other in users for test in self._functions_of(other)}

    def _functions_of(self, module: str) -> set[int]:
        ranges = [
            range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
            for node in ast.walk(self._tree(module))
            if isinstance(node, ast.FunctionDef)
        ]
        return {test for lines in ranges for test in self._tests(module, lines)}

    def _text(self, module: str) -> str:
        return (self.copy / module).read_text(encoding="utf-8")

    def _tests_of_constant(self, module: str, name: str, seen: set[tuple[str, str]]) -> set[int]:
        """Return the tests that reach a use of a constant or class, through other constants if need be."""
        name = name.split(".")[0]
        if not name or (module, name) in seen:
            return set()
        seen.add((module, name))
        dotted = module.removeprefix("src/").removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        tests: set[int] = set()
        for other in self.lines:
            text = self._text(other)
            if other != module and not (re.search(rf"\b{re.escape(dotted)}\b", text) and name in text):
                continue
            for line, user in self._uses(other, name):
                if user is None:
                    tests |= self._tests(other, range(line, line + 1))
                else:
                    tests |= self._tests_of_constant(other, user, seen)
        return tests

    def _uses(self, module: str, name: str) -> list[tuple[int, str | None]]:
        """Return the lines at which functions of a module use a name; with a constant, where that uses it."""
        found: list[tuple[int, str | None]] = []
        for statement in self._tree(module).body:
            inside = [
                node.lineno
                for node in ast.walk(statement)
                if (isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load))
                or (isinstance(node, ast.Attribute) and node.attr == name)
            ]
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                found.extend((line, statement.targets[0].id) for line in inside)
            elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                found.extend((line, statement.target.id) for line in inside)
            else:
                found.extend((line, None) for line in inside)
        return found


def resolve(found: dict[str, Any], file: str) -> dict[str, Any]:
    """Return what the tests of a file take and reach, with caches and fixtures resolved to the tests that use them."""
    whole: dict[str, Any] = {"names": [], "seconds": [], "failing": [], "lines": defaultdict(dict)}
    users: dict[str, list[int]] = defaultdict(list)
    for name, test in found["tests"].items():
        if test["passed"]:
            for context in _closure(name, found["uses"]):
                users[context].append(len(whole["names"]))
            whole["names"].append(name)
            whole["seconds"].append(test["seconds"])
        else:
            whole["failing"].append(name)
    if not found["tests"]:
        whole["failing"].append(file)
    for module, contexts in found["lines"].items():
        for line, reached in contexts.items():
            tests = sorted({test for context in reached for test in users.get(context, ())})
            if tests:
                whole["lines"][module][line] = tests
    return whole


def merge(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what was found for several test files as one."""
    whole: dict[str, Any] = {"names": [], "seconds": [], "failing": [], "lines": {}}
    for part in parts:
        shift = len(whole["names"])
        for key in ("names", "seconds", "failing"):
            whole[key].extend(part[key])
        for module, lines in part["lines"].items():
            for line, tests in lines.items():
                whole["lines"].setdefault(module, {}).setdefault(line, []).extend(test + shift for test in tests)
    return whole


def _closure(name: str, uses: dict[str, list[str]]) -> set[str]:
    found, waiting = {name}, [name]
    while waiting:
        for used in uses.get(waiting.pop(), ()):
            if used not in found:
                found.add(used)
                waiting.append(used)
    return found


def load(path: Path) -> dict[str, Any] | None:
    """Return what was kept, or None."""
    if not path.is_file():
        return None
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    return found


def keep(path: Path, found: dict[str, Any]) -> None:
    """Keep what was found."""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as file:
        json.dump(found, file)
