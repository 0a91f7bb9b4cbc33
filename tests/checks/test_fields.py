"""What front matter must say: values at their place, what is missing where it belongs, in all its kinds."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newslint.assembly import parse
from newslint.contract import Scene
from newslint.diagnostics import FileReport
from newslint.engine import lint
from newslint.rules.building import build_ruleset
from newslint.rules.compiling import compile_options
from newslint.settings import load_settings
from newslint.source import decode
from newslint.today import Today

RULE = "structure/field-not-as-asked"


def judge(fields: dict[str, Any], text: str, suffix: str = "md") -> FileReport:
    rule = load_settings(None).compiled[RULE]
    options = compile_options("front-matter-fields", {"fields": fields}, Path("a.yaml"))
    report = lint(
        parse(decode(text.encode(), f"a.{suffix}")),
        build_ruleset([rule], {}, {RULE: options}),
        Scene(Today(date(2026, 1, 15))),
    )
    assert not report.crashed
    return report


def told(asked: dict[str, Any], value: str) -> list[tuple[str, str]]:
    """Return excerpt and message of what is found of a field `f` with a value in YAML."""
    found = judge({"f": asked}, f"---\ntitle: T\nf: {value}\n---\n\nText.\n").diagnostics
    return [(each.excerpt, each.message) for each in found]


GOOD = {
    "text": ["a", "'1'"],
    "number": ["1", "1.5", "0"],
    "integer": ["1", "-3"],
    "boolean": ["true", "false"],
    "date": ["2026-01-02", "2026-01-02T10:00:00Z", "3 May 2026"],
    "list": ["[a]", "[1, b]"],
    "mapping": ["{a: 1}"],
    "url": ["https://tarrow.example/a"],
    "email": ["ana@tarrow.example"],
}
BAD = {
    "text": ["1", "true", "[a]"],
    "number": ["a", "true", "'1'"],
    "integer": ["1.5", "a"],
    "boolean": ["yes", "1"],
    "date": ["soon", "2026-02-31", "12"],
    "list": ["a", "{a: 1}"],
    "mapping": ["a", "[a]"],
    "url": ["tarrow.example", "https://a b"],
    "email": ["ana", "ana@tarrow", "a b@c.d"],
}


@pytest.mark.parametrize("kind", GOOD)
def test_types(kind: str) -> None:
    assert [value for value in GOOD[kind] if told({"type": kind}, value)] == []
    assert [value for value in BAD[kind] if not told({"type": kind}, value)] == []
    assert not told({"type": ["mapping", kind]}, GOOD[kind][0])


@pytest.mark.parametrize(
    ("asked", "value", "said"),
    [
        ({"one_of": ["Politics", "Sport"]}, "Sport", None),
        ({"one_of": ["Politics", "Sport"]}, "sport", ("sport", "perhaps “Sport” is meant")),
        ({"one_of": ["Politics", "Sport"]}, "Poltics", ("Poltics", "perhaps “Politics” is meant")),
        ({"one_of": ["Politics", "Sport"]}, "zzz", ("zzz", "it may be “Politics”, “Sport”")),
        ({"one_of": ["a", "b"]}, "[a, b]", None),
        ({"one_of": ["a", "b"]}, "[a, cc]", ("cc", "it may be")),
        ({"one_of": ["aB"]}, "[aB, B]", ("[aB, B]", "“B” is no value")),
        ({"one_of": [True]}, "true", None),
        ({"one_of": [True]}, "false", ("false", "“false” is no value")),
        ({"one_of": [1, 2]}, "3", ("3", "it may be “1”, “2”")),
        ({"pattern": "[a-z-]+"}, "a-b", None),
        ({"pattern": "[a-z-]+"}, "A b", ("A b", "does not have the form of the field `f`, `[a-z-]+`")),
        ({"pattern": "[a-z]+"}, "[a, B]", ("B", "“B” does not")),
        ({"min": 3}, "2", ("2", "must be at least 3, not “2”")),
        ({"max": 3}, "4", ("4", "must be at most 3, not “4”")),
        ({"min": 3}, "ab", ("ab", "at least 3 characters")),
        ({"min": 1}, "[]", None),
        ({"max": 1}, "[a, b]", ("[a, b]", "at most 1 entries")),
        ({"forbidden": True}, "a", ("f", "may not be here")),
        ({"forbidden": True}, "", ("f", "may not be here")),
        ({"required": True}, "", ("f", "says nothing")),
        ({"required": True}, "[]", ("f", "says nothing")),
        ({"required": True}, "false", None),
        ({"required": True}, "0", None),
        ({"type": "date", "reason": "The archive needs it."}, "soon", ("soon", "not “soon” (The archive needs it).")),
    ],
)
def test_values(asked: dict[str, Any], value: str, said: tuple[str, str] | None) -> None:
    found = told(asked, value)
    assert len(found) == (said is not None)
    if said:
        assert found[0][0] == said[0]
        assert said[1] in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: T\ncategory: zzz\n---\n\nText.\n",
        '+++\ntitle = "T"\ncategory = "zzz"\n+++\n\nText.\n',
        '{"title": "T", "category": "zzz"}\n\nText.\n',
        "---\r\ntitle: T\r\nCategory: zzz\r\n---\r\n\r\nText.\r\n",
    ],
)
def test_front_matter_of_every_kind(text: str) -> None:
    (found,) = judge({"category": {"one_of": ["a"]}}, text).diagnostics
    assert found.excerpt == "zzz"


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("---\ntitle: T\n---\n\nText.\n", "---"),
        ("# A headline\n\nText.\n", "A headline"),
        ("Text that has no headline.\n", "Text that has no headline."),
        ("---\n---\n\nText.\n", "---"),
    ],
)
def test_what_is_missing_is_reported_where_it_belongs(text: str, excerpt: str) -> None:
    (found,) = judge({"category": {"required": True}}, text).diagnostics
    assert (found.excerpt, found.message) == (excerpt, "The field `category` is missing.")


def test_fields_inside_others_are_found_by_their_path() -> None:
    text = "---\ntitle: T\nparams: {Desk: {name: Nord}}\n---\n\nText.\n"
    (found,) = judge({"params.desk.name": {"one_of": ["North"]}}, text).diagnostics
    assert found.excerpt == "Nord"
    (found,) = judge({"params.desk.head": {"required": True}}, text).diagnostics
    assert "`params.desk.head` is missing" in found.message


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_formats_without_front_matter_are_not_evaluated_and_only_where_something_is_asked(suffix: str) -> None:
    assert len(judge({"a": {"required": True}}, "Text.", suffix).not_evaluated) == 1
    assert judge({}, "Text.", suffix).not_evaluated == ()


def test_front_matter_that_cannot_be_read_is_not_judged() -> None:
    assert judge({"a": {"required": True}}, "---js\n{title: 1}\n---\n\nText.\n").diagnostics == ()
