"""Write the list of check types and their options into the guide for rule writers; it changes nothing else.

Run `python tools/list_check_types.py` after a check type has changed; with `--check` it only tells whether it was run.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from newslint.checks import check_type_names, load_check_type
from newslint.contract import CheckType, Kind
from newslint.rules.options import REQUIRED, OptionFacts, options_of

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "for-rule-writers.md"
BEGIN, END = "<!-- check types: begin -->", "<!-- check types: end -->"
_LONGEST_DEFAULT = 60  # characters of a table cell


def main(arguments: list[str]) -> int:
    """Write the list, or with `--check` return 1 where it is not fresh."""
    text = GUIDE.read_text(encoding="utf-8")
    fresh = with_list(text)
    if "--check" in arguments:
        return 0 if text == fresh else 1
    GUIDE.write_text(fresh, encoding="utf-8")
    return 0


def with_list(guide: str) -> str:
    """Return the guide with what stands between its two marks replaced by the present list."""
    before, _, rest = guide.partition(BEGIN)
    _, _, after = rest.partition(END)
    sections = [_describe(load_check_type(name)) for name in check_type_names()]
    return f"{before}{BEGIN}\n\n" + "\n\n".join(sections) + f"\n\n{END}{after}"


def _describe(check_type: CheckType | Kind) -> str:
    if isinstance(check_type, Kind):
        return _describe_kind(check_type)
    module = inspect.getmodule(check_type.build)
    parts = [f"### {check_type.name}", _paragraph((module and module.__doc__) or "")]
    options = check_type.options
    kinds = get_type_hints(options)
    rows = [f"| `{name}` | {_kind(kinds[name])} | {_default(options, name)} |" for name in options._fields]
    if rows:
        parts.append(_paragraph(inspect.cleandoc(options.__doc__ or "")))
        parts.append("\n".join(["| option | takes | default |", "| --- | --- | --- |", *rows]))
    notes = list(_notes(check_type))
    return "\n\n".join([*parts, " ".join(notes)] if notes else parts)


def _describe_kind(kind: Kind) -> str:
    parts = [f"### {kind.name}", inspect.cleandoc(kind.run.__doc__ or "")]
    rows = [
        f"| `{name}` | {facts.option.says} | {_kind_of(facts)} | {_default_of(facts.default)} |"
        for name, facts in options_of(kind).items()
    ]
    if rows:
        parts.append("\n".join(["| option | says | takes | default |", "| --- | --- | --- | --- |", *rows]))
    notes = list(_notes(kind))
    return "\n\n".join([*parts, " ".join(notes)] if notes else parts)


def _kind_of(facts: OptionFacts) -> str:
    """Say in words what an option takes, with its range."""
    low, high = facts.option.ge, facts.option.le
    if facts.option.made and facts.type in (str, tuple[str, ...]):
        return "a pattern" if facts.type is str else "a list of patterns"
    kind = _kind(facts.type)
    if low is not None and high is not None:
        return f"{kind} from {low:g} to {high:g}"
    return kind if low is None else f"{kind}, at least {low:g}"


def _notes(check_type: CheckType | Kind) -> Iterator[str]:
    if check_type.grades:
        yield f"Grades: {', '.join(f'`{grade}`' for grade in check_type.grades)}."
    if check_type.placeholders:
        yield f"For the message: {', '.join(f'`{{{name}}}`' for name in check_type.placeholders)}."
    if check_type.needs:
        yield f"Needs: {', '.join(need.replace('-', ' ') for need in check_type.needs)}."


def _paragraph(docstring: str) -> str:
    return "\n\n".join(_as_list(" ".join(part.split())) for part in docstring.strip().split("\n\n"))


def _as_list(paragraph: str) -> str:
    """Give each option that a paragraph explains an item of its own, where it explains several."""
    items = re.split(r"(?<=[.;]) (?=`)", paragraph)
    return paragraph if len(items) == 1 else "\n".join(f"- {item}" for item in items)


def _kind(kind: Any) -> str:
    """Say in words what an option takes, from its annotation."""
    if get_origin(kind) is Literal:
        return " or ".join(f"`{word}`" for word in get_args(kind))
    plain = {str: "text", int: "a whole number", float: "a number", bool: "`true` or `false`"}
    if kind in plain:
        return plain[kind]
    return "a list" if get_origin(kind) is tuple else "a mapping"


def _default(options: type[Any], name: str) -> str:
    if name not in options._field_defaults:
        return "required"
    return _default_of(options._field_defaults[name])


def _default_of(value: Any) -> str:
    if value is REQUIRED:
        return "required"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        shown = ", ".join(f"`{item}`" for item in value)
        return "empty" if not value else shown if len(shown) <= 2 * _LONGEST_DEFAULT else f"{len(value)} entries"
    if value == "":
        return "empty"
    return f"`{value}`" if len(str(value)) <= _LONGEST_DEFAULT else "a pattern of its own"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
