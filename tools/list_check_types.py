"""Write the list of check types and their options into the guide for rule writers; it changes nothing else.

Run `python tools/list_check_types.py` after a check has changed; with `--check` it only tells whether it was run.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from newslint.checks import check_type_names, load_check_type
from newslint.contract import CheckType
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
    known = [load_check_type(name) for name in check_type_names()]
    sections = [
        "### For any rule",
        *(_describe(check_type) for check_type in known if check_type.general),
        "### For one rule each",
        "Each of these is the code of the rule that newslint ships; its options are for your configuration.",
        *(_describe(check_type) for check_type in known if not check_type.general and not _is_of_vale(check_type)),
        "### For rules of Vale",
        "newslint writes the options of these when it reads a [style of Vale](vale.md).",
        *(_describe(check_type) for check_type in known if _is_of_vale(check_type)),
    ]
    return f"{before}{BEGIN}\n\n" + "\n\n".join(sections) + f"\n\n{END}{after}"


def _is_of_vale(check_type: CheckType) -> bool:
    return check_type.name.startswith("vale-")


def _describe(check_type: CheckType) -> str:
    parts = [f"#### {check_type.name}", inspect.cleandoc(check_type.run.__doc__ or "")]
    options = options_of(check_type)
    if options:
        rows = [_row(check_type, facts) for facts in options.values()]
        parts.append("\n".join(["| option | says | takes | default |", "| --- | --- | --- | --- |", *rows]))
    notes = list(_notes(check_type))
    return "\n\n".join([*parts, " ".join(notes)] if notes else parts)


def _row(check_type: CheckType, facts: OptionFacts) -> str:
    takes = "a list of phrases" if facts.name in check_type.phrases and facts.type == tuple[str, ...] else _takes(facts)
    takes += ", or one for each language" if facts.name in check_type.by_language else ""
    cells = (f"`{facts.name}`", facts.option.says, takes, _default(facts.default))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _notes(check_type: CheckType) -> Iterator[str]:
    if check_type.grades:
        yield f"Grades: {', '.join(f'`{grade}`' for grade in check_type.grades)}."
    if check_type.placeholders:
        yield f"For the message: {', '.join(f'`{{{name}}}`' for name in check_type.placeholders)}."
    if check_type.needs:
        yield f"Needs: {', '.join(need.replace('-', ' ') for need in check_type.needs)}."


def _takes(facts: OptionFacts) -> str:
    """Say in words what an option takes, with its range."""
    low, high = facts.option.ge, facts.option.le
    if facts.option.pattern:
        kinds = {str: "a pattern", tuple[tuple[str, str], ...]: "a list of `[pattern, replacement]`"}
        return kinds.get(facts.type, "a list of patterns")
    kind = _kind(facts.type)
    if low is not None and high is not None:
        return f"{kind} from {low:g} to {high:g}"
    return kind if low is None else f"{kind}, at least {low:g}"


def _kind(kind: Any) -> str:
    plain = {str: "text", int: "a whole number", float: "a number", bool: "`true` or `false`"}
    if kind in plain:
        return plain[kind]
    if get_origin(kind) is Literal:
        return " or ".join(f"`{word}`" for word in get_args(kind))
    if get_origin(kind) is tuple:
        words = get_args(kind)[0]
        return f"a list of {_kind(words)}" if get_origin(words) is Literal else "a list"
    return "a mapping"


def _default(value: Any) -> str:
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
