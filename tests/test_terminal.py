"""What goes to a terminal or a log: no text steers the one or commands the other, and there is one way there."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint
from newslint import terminal
from newslint.terminal import inert, plain, safe, safe_path

# What commands, terminals and comparisons of strings are made of.
PIECES = [
    *("::", ":", "##", "#", "[", "]", "error", "vso", "a", " ", "\t", "\n", "\r", "\x85", "\u2028", "\x1b[2J", "\x00"),
    *("\u00a0", "\u00ad", "\u200b", "\u2060", "\ufeff", "\u202e", "\ud800", "\x9b", "\ufffd"),
]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=30)
Faults = Callable[[str], list[str]]


@given(text=HOSTILE)
def test_what_is_safe_is_one_line_and_holds_no_command_at_any_place(text: str, faults_of_log: Faults) -> None:
    shown = safe(text)
    assert len(shown.splitlines()) <= 1
    assert faults_of_log(f"newslint: {shown}") == []
    shown.encode()
    assert safe(shown) == shown


@given(text=HOSTILE)
def test_a_safe_line_that_is_inert_may_begin_a_line(text: str, faults_of_log: Faults) -> None:
    assert faults_of_log(inert(safe(text))) == []
    assert faults_of_log(inert(f"   {safe(text)}")) == []
    assert faults_of_log(safe_path(text)) == []


@given(text=HOSTILE)
def test_a_plain_text_keeps_its_lines_and_none_of_them_is_a_command(text: str, faults_of_log: Faults) -> None:
    assert faults_of_log(plain(text)) == []
    assert plain(text).count("\n") == text.count("\n")


@given(
    st.text(
        st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_characters="#:\xad", categories=["L", "N", "P"])
    )
)
def test_an_ordinary_text_is_shown_as_it_is(text: str) -> None:
    assert safe(text) == inert(text) == plain(text) == safe_path(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::add-mask::error.md", "./::add-mask::error.md"),
        ("::error title=x/a.md", "./::error title=x/a.md"),
        ("a::b.md", "a::b.md"),
        ("/::b.md", "/::b.md"),
        (":b.md", ":b.md"),
    ],
)
def test_a_path_that_looks_like_a_command_can_still_be_copied(text: str, shown: str) -> None:
    assert safe_path(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("say ##[error]x", "say # #[error]x"),
        ("##vso[task.x]y", "# #vso[task.x]y"),
        ("## [a](b)", "## [a](b)"),
        ("#[1]", "#[1]"),
    ],
)
def test_a_command_within_a_line_is_parted_by_a_space(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_a_traceback_begins_no_line_with_what_an_exception_says(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.tell_trace("Traceback:\n  File x\nValueError: a\n::error::b \x1b[2J\n")
    assert capsys.readouterr().err == (
        "  | Traceback:\n  |   File x\n  | ValueError: a\n  | ::error::b \N{REPLACEMENT CHARACTER}[2J\n"
    )


STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}
TRACES = {"print_exc", "print_exception", "print_tb", "print_stack"}
CALLS = {("os", "write"), ("sys", "exit"), ("warnings", "warn")}


def writes(tree: ast.AST) -> Iterator[int]:
    """Yield the lines that write to a terminal, or could, in a way of their own."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.Name(id="print") | ast.Import(names=[ast.alias(name="logging")]) | ast.ImportFrom(module="logging")
            ):
                yield node.lineno
            case ast.Attribute(attr=name) if name in STREAMS | TRACES:
                yield node.lineno
            case ast.ImportFrom(names=names) if {alias.name for alias in names} & (STREAMS | TRACES):
                yield node.lineno
            case ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=name), args=[_, *_]):
                if (module, name) in CALLS:
                    yield node.lineno
            # A status that is a text would be printed.
            case ast.Call(func=ast.Name(id="SystemExit"), args=[ast.JoinedStr() | ast.Constant(value=str())]):
                yield node.lineno


def test_nothing_but_the_module_terminal_writes_to_one() -> None:
    # Warnings of `rules/notices.py` reach a terminal through `cli.start`, which hands them to `terminal`.
    # `cli/lsp.py` speaks a protocol with a program.
    others = {("rules", "notices.py"), ("cli", "lsp.py")}
    found = []
    for path in sorted(Path(newslint.__file__).parent.rglob("*.py")):
        if path.name != "terminal.py" and path.parts[-2:] not in others:
            found += [f"{path.name}:{line}" for line in writes(ast.parse(path.read_text(encoding="utf-8")))]
    assert found == []


@pytest.mark.parametrize(
    "code",
    ["print(1)", "import sys\nsys.stderr.write('')", "from sys import stdout", "import logging", "show = print",
     "import os\nos.write(2, b'')", "import traceback\ntraceback.print_exc()", "raise SystemExit('gone')"],
)  # fmt: skip
def test_the_search_for_other_ways_finds_them(code: str) -> None:
    assert list(writes(ast.parse(code)))
