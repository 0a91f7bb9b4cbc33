"""A report that is kept comes back as it was, and is plain data meanwhile."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.diagnostics import (
    Card,
    Citation,
    Diagnostic,
    Edit,
    Excuse,
    FileReport,
    Fix,
    NotEvaluated,
    RelatedPlace,
    Severity,
)
from newslint.results.encoding import Codec
from newslint.settings import load_settings
from newslint.source import Position

PATH = "content/ferry.md"
RULES = load_settings(None, keep=False).compiled
# Any text that a source can hold, lone surrogates and all.
WORDS = st.text(st.characters(), max_size=12)
NUMBERS = st.integers(0, 10**7)
POSITIONS = st.builds(Position, NUMBERS, NUMBERS, NUMBERS)
CITATIONS = st.builds(Citation, WORDS, st.none() | WORDS, st.none() | WORDS, WORDS)
FIXES = st.builds(Fix, WORDS, st.lists(st.builds(Edit, NUMBERS, NUMBERS, WORDS), max_size=2).map(tuple))
SHIPPED = sorted(RULES)


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    made = draw(
        st.builds(
            Diagnostic,
            rule=st.sampled_from(SHIPPED) | WORDS,
            severity=st.sampled_from(Severity),
            path=st.just(PATH),
            profile=WORDS,
            message=WORDS,
            start=POSITIONS,
            end=POSITIONS,
            excerpt=WORDS,
            frame=WORDS,
            title=WORDS,
            remedy=WORDS,
            related=st.lists(st.builds(RelatedPlace, POSITIONS, POSITIONS, WORDS), max_size=2).map(tuple),
            fix=st.none() | FIXES,
            sources=st.lists(CITATIONS, max_size=2).map(tuple),
            mark=st.none() | st.tuples(NUMBERS, NUMBERS),
            fingerprint=WORDS,
        )
    )
    if made.rule in RULES and draw(st.booleans()):
        rule: Any = RULES[made.rule]
        sources = tuple(Citation(**source) for source in rule["sources"])
        return made._replace(title=rule["title"], remedy=rule["remedy"], sources=sources)
    return made


CARDS = st.builds(Card, *[NUMBERS] * 2, st.none() | st.floats(0, 30), *[NUMBERS] * 6)
EXCUSES = st.builds(
    Excuse,
    WORDS,
    NUMBERS,
    st.lists(WORDS, max_size=2).map(tuple),
    WORDS,
    WORDS,
    WORDS,
    st.booleans(),
    st.lists(diagnostics(), max_size=2).map(tuple),
)
REPORTS = st.builds(
    FileReport,
    path=st.just(PATH),
    diagnostics=st.lists(diagnostics(), max_size=3).map(tuple),
    not_evaluated=st.lists(st.builds(NotEvaluated, WORDS, st.just(PATH), WORDS, WORDS), max_size=2).map(tuple),
    card=st.none() | CARDS,
    targets=st.dictionaries(WORDS, NUMBERS | st.floats(allow_nan=False), max_size=2),
    crashed=st.just(()),
    repairs=st.just(()),
    is_draft=st.booleans(),
    excuses=st.lists(EXCUSES, max_size=2).map(tuple),
    is_template=st.booleans(),
)


def kinds(value: object) -> object:
    """Return the types of all parts of a record: equal records may be of other types."""
    if isinstance(value, dict):
        return [(kinds(key), kinds(each)) for key, each in value.items()]
    return (type(value), [kinds(each) for each in value]) if isinstance(value, tuple) else type(value)


@settings(max_examples=40)
@given(REPORTS)
def test_a_report_comes_back_as_it_was(report: FileReport) -> None:
    data = Codec(RULES).encode(report)
    again = Codec(RULES).decode(PATH, data)
    assert again == report
    assert kinds(again) == kinds(report)
    assert json.loads(data)


@settings(max_examples=40)
@given(REPORTS)
def test_a_report_has_the_path_of_its_file(report: FileReport) -> None:
    again = Codec(RULES).decode("other.md", Codec(RULES).encode(report))
    assert {again.path, *(found.path for found in again.diagnostics)} == {"other.md"}
    assert all(found.path == "other.md" for excuse in again.excuses for found in excuse.held)


def test_no_field_of_a_report_is_forgotten() -> None:
    # What is not kept: a file that newslint failed on, and what was done after linting.
    assert set(FileReport._fields) - {"path", "crashed", "repairs"} == {
        *("diagnostics", "not_evaluated", "card", "targets", "is_draft", "excuses", "is_template")
    }
