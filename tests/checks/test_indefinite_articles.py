"""An article is judged by what is heard after it, wherever it stands, and its fix is the other one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.assembly import parse
from newslint.checks.articles import indefinite_articles
from newslint.contract import Scene
from newslint.diagnostics import Finding
from newslint.source import decode
from newslint.today import Today

_SCENE = Scene(Today(date(2026, 1, 15)))


def _check(text: str, name: str = "a.md") -> list[Finding]:
    return list(indefinite_articles(parse(decode(text.encode(), name)), _SCENE))


@given(
    pair=st.sampled_from(
        [("a", "hour"), ("a", "old boat"), ("an", "new boat"), ("an", "union"), ("a", "18-foot boat")]
    ),
    lead=st.sampled_from(["The town had", "“The town had", "It was for the town", "The town (with"]),
)
def test_the_fix_writes_the_other(pair: tuple[str, str], lead: str) -> None:
    text = f"{lead} {pair[0]} {pair[1]} of the port."
    (finding,) = _check(text)
    if finding.fix is not None:
        (edit,) = finding.fix.edits
        repaired = text[: edit.start] + edit.text + text[edit.end :]
        assert repaired == f"{lead} {'an' if pair[0] == 'a' else 'a'} {pair[1]} of the port."
        assert not _check(repaired)


@pytest.mark.parametrize(
    "text",
    [
        "The vitamin A intake of the town is low, and Serie A is on.",
        "It goes from a to b, or as a is to b, in the town.",
        "The file `a apple` is in the town.",
        "A la carte is what the town eats; an hour of it.",
        "Fue a Olm y a Ambar.",
        "The grade of the town was a or an A.",
    ],
)
def test_letters_code_and_other_languages_are_left_alone(text: str) -> None:
    assert not _check(text)


def test_a_quotation_has_no_fix() -> None:
    (finding,) = _check("“It was a awful night for all of us,” said Ana Roe.")
    assert (finding.grade, finding.fix) == ("quoted", None)
