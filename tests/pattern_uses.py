"""Which patterns the code and the shipped rules make, and how the code uses them."""

from __future__ import annotations

import ast
import pickle
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import newslint
from newslint.packing import make_patterns, module_names
from newslint.patterns import Made

_ROOT = Path(newslint.__file__).parent
_AT_ONE_PLACE = {"match", "fullmatch"}
_ANYWHERE = {"search", "finditer", "findall", "sub", "subn", "split"}


class Use(NamedTuple):
    """How a pattern is asked: looked for anywhere, or tried at one place; whether it has to reach the end."""

    is_searched: bool
    is_whole: bool


@cache
def all_patterns() -> tuple[Made, ...]:
    """Return every pattern of the code and of the shipped rules, as a process of its own lists them.

    Here, other tests may have made patterns of their own rules.
    """
    done = subprocess.run([sys.executable, __file__], capture_output=True, check=True)
    found: tuple[Made, ...] = pickle.loads(done.stdout)
    return found


def uses(made: Made) -> set[Use]:
    """Return how a pattern is used by the names that it is given in its module; if in doubt, it is searched for.

    What is wrong with a pattern that is tried at one place is wrong wherever it is asked for more.
    """
    holder = name_of(made)
    modules = [made.module] if holder.startswith("_") else module_names()
    methods = {method for each in modules for method in _methods(each, _aliases(each, holder))}
    found = {Use(False, method == "fullmatch") for method in methods & _AT_ONE_PLACE}
    found |= {Use(True, False)} if methods & _ANYWHERE or not found else set()
    return found - {Use(False, False)} or found


def name_of(made: Made) -> str:
    """Return the variable or attribute that a pattern is kept in, or the function that makes it."""
    return _holder(made.module, made.line)


def calls_of_re() -> list[str]:
    """Return the functions of `re` that newslint calls with a pattern, each as `module: function`."""
    functions = {"compile", *_AT_ONE_PLACE, *_ANYWHERE}
    return [
        f"{module}: {node.func.attr}"
        for module in module_names()
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in functions
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
    ]


@cache
def _tree(module: str) -> ast.Module:
    path = _ROOT.joinpath(*module.split(".")[1:])
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _nodes(module: str) -> tuple[ast.Assign | ast.FunctionDef | ast.Attribute, ...]:
    """Return the nodes of a module that are asked for here, in the order of a walk: each module is walked once."""
    kinds = (ast.Assign, ast.FunctionDef, ast.Attribute)
    return tuple(node for node in ast.walk(_tree(module)) if isinstance(node, kinds))


@cache
def _holder(module: str, line: int) -> str:
    """Return the name that a pattern made in a line is assigned to, or that of the function that returns it."""
    around = [
        node
        for node in _nodes(module)
        if not isinstance(node, ast.Attribute) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    for node in sorted(around, key=lambda node: -node.lineno):
        if isinstance(node, ast.FunctionDef):
            return node.name
        if name := _name(node.targets[0]):
            return name
    return ""


def _aliases(module: str, holder: str) -> set[str]:
    found = {holder}
    for node in _nodes(module):
        if isinstance(node, ast.Assign) and _name(node.value) == holder:
            found.update(name for target in node.targets if (name := _name(target)))
    return found


@cache
def _asked(module: str) -> dict[str, set[str]]:
    """Return the attributes that are asked of each name in a module."""
    found: dict[str, set[str]] = {}
    for node in _nodes(module):
        if isinstance(node, ast.Attribute):
            found.setdefault(_name(node.value), set()).add(node.attr)
    return found


def _methods(module: str, names: set[str]) -> set[str]:
    return {method for name in names for method in _asked(module).get(name, ())}


def _name(node: ast.expr) -> str:
    """Return the name of a variable, of an attribute, or of the function that is called."""
    if isinstance(node, ast.Call):
        return _name(node.func)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(make_patterns()))
