"""Which quotation marks lack a partner: marks of code, of nested quotations and after digits are no fault."""

from __future__ import annotations

import pytest

from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_unbalanced


def unbalanced(*texts: str) -> list[tuple[int, str]]:
    passages = [Passage(text, "paragraph") for text in texts]
    return [(found.passage, texts[found.passage][found.start : found.end]) for found in find_unbalanced(passages)]


@pytest.mark.parametrize(
    "text",
    [
        "The pages call join() with ''.repeat() and leave.",
        "Der Makler sagte, „der Kahn heißt bei uns „Blaue Möwe“.“ Dann ging er.",
        "Roe said, “The mate cried “Land” and laughed.” Then she left.",
        "A score of “5″ is the best, and one of “1″ the worst.",
    ],
)
def test_marks_that_pair_or_are_none_are_no_fault(text: str) -> None:
    assert unbalanced(text) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Roe said, “The ferry will not run today.", ["“"]),
        ("The ferry will not run today,” Roe said.", ["”"]),
        ("They asked for an “urgent review“ of the bridge.", ["“", "“"]),
    ],
)
def test_a_mark_without_a_partner_is_found(text: str, marks: list[str]) -> None:
    assert [mark for _, mark in unbalanced(text)] == marks


@pytest.mark.parametrize(
    "between", ["", "Silt", "Read more: The quay is old", "Advertisement · continue below", "A crane at the quay"]
)
def test_a_quotation_runs_on_across_a_line_that_is_no_prose(between: str) -> None:
    assert unbalanced("“The bridge is old,” Roe said. “It is tired.", between, "“It will not last.”") == []


def test_a_quotation_does_not_run_on_across_a_paragraph() -> None:
    texts = ("Roe said: “It is tired.", "The board met in the old hall of Tarrow on Friday.", "“It will not last.”")
    assert [number for number, _ in unbalanced(*texts)] == [0]


def test_a_french_quotation_runs_on_with_its_closing_mark() -> None:
    assert unbalanced("« Le pont est vieux », dit-elle. « Il est las.", "» Il ne tiendra pas. »") == []


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["» Read more", "The quay is closed.", "Next »"], 0),
        (["»Die Brücke ist zu«, sagte sie.", "» Mehr lesen"], 0),
        (["»Die Brücke ist zu«, sagte sie.", "»Wir warten, sagte sie."], 1),
        (["« Le pont est fermé », dit-elle.", "Il répond : « Non."], 1),
    ],
)
def test_angled_marks_are_marks_of_quotation_where_a_pair_stands(texts: list[str], count: int) -> None:
    assert len(unbalanced(*texts)) == count


def test_a_quotation_that_opens_each_paragraph_needs_one_closing_mark() -> None:
    assert unbalanced("“The bridge is old,” Roe said. “It is tired.", "“It will not last.”") == []
