"""A line of `jsonl` is the object of its diagnostic, whatever it was made of."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.diagnostics import Citation, Diagnostic, FileReport, Severity
from newslint.reporters.json import diagnostic_object, dump, print_file
from newslint.source import Position

WORDS = st.text(st.characters(), max_size=20) | st.sampled_from(["##[error]", "\u202e", "\ud800", "\x85", "a#b"])
SOURCES = st.lists(st.builds(Citation, WORDS, WORDS, st.none() | WORDS, WORDS), max_size=2).map(tuple)
START = Position(0, 1, 1)


@settings(max_examples=60)
@given(st.lists(st.tuples(WORDS, SOURCES), max_size=3))
def test_a_line_is_the_object_of_its_diagnostic(parts: list[tuple[str, tuple[Citation, ...]]]) -> None:
    found = tuple(
        Diagnostic("a/b", Severity.ERROR, "a.md", "news", words, START, START, words, sources=sources)
        for words, sources in parts
    )
    expected = [dump(diagnostic_object(one), indent=None) for one in found]
    assert print_file(FileReport("a.md", found)) == "".join(f"{line}\n" for line in expected)
