"""Compute the formulas of metrics: arithmetic, comparisons and a few functions, of numbers with names."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

_OPERATORS: Mapping[str, Callable[..., Any]] = {
    "Add": operator.add, "Sub": operator.sub, "Mult": operator.mul, "Div": operator.truediv, "Mod": operator.mod,
    "USub": operator.neg, "UAdd": operator.pos, "Not": operator.not_, "Gt": operator.gt, "Lt": operator.lt,
    "GtE": operator.ge, "LtE": operator.le, "Eq": operator.eq, "NotEq": operator.ne,
}  # fmt: skip
_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "abs": abs, "ceil": math.ceil, "floor": math.floor, "log": math.log, "log10": math.log10, "log2": math.log2,
    "max": max, "min": min, "pow": math.pow, "round": round, "sqrt": math.sqrt,
}  # fmt: skip
_MOST = 1_000  # characters of a formula


class FormulaError(ValueError):
    """What is no formula, or cannot be computed."""


def compute(formula: str, numbers: Mapping[str, float]) -> Any:
    """Return the value of a formula; raise FormulaError where it has none."""
    try:
        return _value(_parsed(formula), numbers)
    except (ArithmeticError, TypeError, ValueError, RecursionError) as problem:
        raise FormulaError(str(problem)) from problem


@lru_cache(maxsize=256)
def _parsed(formula: str) -> Any:
    import ast

    if len(formula) > _MOST:
        raise FormulaError("it is too long")
    try:
        return ast.parse(formula.replace("&&", " and ").replace("||", " or ").strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError) as problem:
        raise FormulaError("it is no arithmetic") from problem


def _value(node: Any, numbers: Mapping[str, float]) -> Any:
    kind = type(node).__name__
    if kind == "Constant" and isinstance(node.value, (int, float)):
        return node.value
    if kind == "Name" and node.id in numbers:
        return numbers[node.id]
    if kind == "BinOp" and type(node.op).__name__ in _OPERATORS:
        return _OPERATORS[type(node.op).__name__](_value(node.left, numbers), _value(node.right, numbers))
    if kind == "UnaryOp" and type(node.op).__name__ in _OPERATORS:
        return _OPERATORS[type(node.op).__name__](_value(node.operand, numbers))
    if kind == "BoolOp":
        join = all if type(node.op).__name__ == "And" else any
        return join(_value(each, numbers) for each in node.values)
    if kind == "Compare":
        return _compared(node, numbers)
    return _called(node, numbers)


def _compared(node: Any, numbers: Mapping[str, float]) -> bool:
    values = [_value(each, numbers) for each in (node.left, *node.comparators)]
    signs = [_OPERATORS.get(type(each).__name__) for each in node.ops]
    if None in signs:
        raise FormulaError("an operator that it may not have")
    return all(sign(values[at], values[at + 1]) for at, sign in enumerate(signs) if sign)


def _called(node: Any, numbers: Mapping[str, float]) -> Any:
    """Return the value of `math.sqrt(…)` and the like; nothing else may be called."""
    function = getattr(node, "func", None)
    name = getattr(function, "attr", None)
    if getattr(getattr(function, "value", None), "id", "") != "math" or name not in _FUNCTIONS or node.keywords:
        raise FormulaError(f"`{getattr(node, 'id', type(node).__name__)}` is not known")
    return _FUNCTIONS[str(name)](*(_value(each, numbers) for each in node.args))
