"""Quotations are found with exact extents, and apostrophes, inches and possessives are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import Quotation, find_quotations, find_unbalanced


def quoted(text: str) -> list[str]:
    """Return the quotations of one paragraph with their marks."""
    return [text[q.extent.start : q.extent.end] for q in find_quotations([Passage(text)])]


def only(text: str) -> Quotation:
    """Return the single quotation of one paragraph."""
    (quotation,) = find_quotations([Passage(text)])
    return quotation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge will close,” the mayor said.", ["“The bridge will close,”"]),
        ('"The bridge will close," the mayor said.', ['"The bridge will close,"']),
        ("''The bridge will close,'' the mayor said.", ["''The bridge will close,''"]),
        ("‘The bridge will close,’ the mayor said.", ["‘The bridge will close,’"]),
        ("'The bridge will close,' the mayor said.", ["'The bridge will close,'"]),
        ("«Le pont sera fermé», dit-elle.", ["«Le pont sera fermé»"]),
        ("Sie sagte: „Die Brücke bleibt zu.“", ["„Die Brücke bleibt zu.“"]),
        ("“It is late,” he said. “We go home.”", ["“It is late,”", "“We go home.”"]),
        ("“He told me ‘never’ and left,” she said.", ["“He told me ‘never’ and left,”"]),
        ("\"He told me 'never' and left,\" she said.", ["\"He told me 'never' and left,\""]),
        ("‘She called it “a lake” in March,’ he said.", ["‘She called it “a lake” in March,’"]),
        ('She called it "a lake” in March.', ['"a lake”']),
        ("»Die Brücke ist zu«, sagte sie. »Wir warten.«", ["»Die Brücke ist zu«", "»Wir warten.«"]),
        ("»Bron är stängd», sade hon. »Vi väntar.»", ["»Bron är stängd»", "»Vi väntar.»"]),
        ("”Bron är stängd”, sade hon. ”Vi väntar.”", ["”Bron är stängd”", "”Vi väntar.”"]),
        ("« Le pont “Neuf” est fermé », dit-elle.", ["« Le pont “Neuf” est fermé »"]),
        ("„Most jest zamknięty”, powiedziała. „Czekamy.”", ["„Most jest zamknięty”", "„Czekamy.”"]),
        ("Sie sagte: „Er rief ‚Halt!‘ und lief.“ Dann ging sie.", ["„Er rief ‚Halt!‘ und lief.“"]),
        ("Он сказал: «Мост „Новый“ закрыт».", ["«Мост „Новый“ закрыт»"]),
        ("市長は「橋を閉じる」と述べた。", ["「橋を閉じる」"]),
        ("市長は「彼は『待て』と言った」と述べた。", ["「彼は『待て』と言った」"]),
        ('"The "Save berth" button works," she said.', ['"The "Save berth" button works,"']),
        ('He said: "I read "The Quay", "The Boat" and "The End"."', ['"I read "The Quay", "The Boat" and "The End"."']),
        ("“The “Save berth” button works,” she said.", ["“The “Save berth” button works,”"]),
        ("«Le «Neuf» est fermé», dit-elle.", ["«Le «Neuf» est fermé»"]),
        ("“The 7” single is sold out,” he said.", ["“The 7” single is sold out,”"]),
        ('"The 7" and the 12" are sold out," he said.', ['"The 7" and the 12" are sold out,"']),
        ("“It was in 2019” and “2020”.", ["“It was in 2019”", "“2020”"]),
        ('The berths "7" and "8" are free.', ['"7"', '"8"']),
    ],
)
def test_marks_of_every_kind_are_found(text: str, expected: list[str]) -> None:
    """Each style of quotation mark is recognised, and a quotation inside one is part of it."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "’Tis the season of rock ’n’ roll.",
        "It was a hit of the '90s and the ’80s.",
        "The dogs’ bowls and the teachers' desks were gone.",
        "Don’t tell 'em we’re late.",
        "He is 6'2\" and his brother 5'11\".",
        'The plank measures 5 ft. 10" and no more.',
        "The bowler is 5’10” tall and jumps 4’8”.",
        "A 27”-screen, a 10.5” tube and a 12″ record.",
        "Ein 27“-Monitor und ein 24“-Fernseher.",
        "» Read more about the quay",
        "Home » News » Sport",
        "Next »",
        "« Back to the list",
        "O’Brien’s boat isn’t his.",
        "The Joneses' house and the Khans’ shop burned.",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    """A contraction, a possessive or a measure opens nothing and leaves nothing open."""
    assert quoted(text) == []
    assert find_unbalanced([Passage(text)]) == []


def test_possessive_inside_single_marks_does_not_close_them() -> None:
    """“the dogs’ dinner” inside single marks goes on to the real closing mark."""
    assert quoted("‘It was the dogs’ dinner,’ she said.") == ["‘It was the dogs’ dinner,’"]


def test_inner_extent_leaves_the_marks_out() -> None:
    """Inner and outer extents differ by the marks, whatever their length."""
    text = "''We lost the key,'' Roe said."
    quotation = only(text)
    assert text[quotation.inner.start : quotation.inner.end] == "We lost the key,"
    assert quotation.mark == "''"
    assert quotation.words == 4


def test_running_quotation_continues_in_the_next_paragraph() -> None:
    """A paragraph may open without closing where the next one opens again."""
    passages = [
        Passage("“We walked for a day,” Roe said. “It rained and rained."),
        Passage("“Then we turned back.”"),
    ]
    quotations = find_quotations(passages)
    assert [q.is_closed for q in quotations] == [True, False, True]
    assert [q.continues for q in quotations] == [None, None, 1]
    assert find_unbalanced(passages) == []


def test_open_mark_without_continuation_is_unbalanced() -> None:
    """An opening mark that nothing closes is reported at the mark."""
    passages = [Passage("“We walked for a day, Roe said."), Passage("The rain went on.")]
    (extent,) = find_unbalanced(passages)
    assert (extent.passage, extent.start, extent.end) == (0, 0, 1)


def test_stray_closing_mark_is_unbalanced() -> None:
    """A closing mark that closes nothing is reported."""
    (extent,) = find_unbalanced([Passage("We walked for a day,” Roe said.")])
    assert extent.start == 20


def test_mark_that_opens_again_leaves_the_first_open() -> None:
    """Two opening marks in a row: the first was never closed."""
    passages = [Passage("“It is over, he said. “We go home.”")]
    (extent,) = find_unbalanced(passages)
    assert extent.start == 0


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“We will rebuild the pier,” Roe said.", "speech"),
        ("“No,” Roe said.", "speech"),
        ("The ministry spoke of a “special zone” in the north.", "term"),
        ("The so-called “reform” failed.", "term"),
        ("Her novel “The Long Way to Harbour Point” sold well.", "title"),
        ("He appears in “Winter Lights” next week.", "title"),
        ("Roe said: “The Harbour Bank Will Fail.”", "speech"),
        ("They promised “the cleanest streets in the whole region” by May.", "speech"),
    ],
)
def test_role_of_a_quotation(text: str, role: str) -> None:
    """Speech, terms and titles are told apart."""
    assert only(text).role == role


_MARKS = st.text(alphabet="“”\"'‘’«»„‚`a b.,S1\n", max_size=120)


@given(st.lists(_MARKS, max_size=4))
def test_extents_are_ordered_disjoint_and_inside_the_text(texts: list[str]) -> None:
    """Whatever the marks, quotations lie inside their passage, in order and apart."""
    passages = [Passage(text) for text in texts]
    last = (0, 0)
    for index, q in enumerate(find_quotations(passages)):
        length = len(texts[q.extent.passage])
        assert 0 <= q.extent.start < q.inner.start <= q.inner.end <= q.extent.end <= length
        assert (q.extent.passage, q.extent.start) >= last
        assert q.continues is None or q.continues < index
        last = (q.extent.passage, q.extent.end)
    for extent in find_unbalanced(passages):
        assert texts[extent.passage][extent.start : extent.end].strip()


def test_a_hundred_thousand_marks_are_only_text() -> None:
    """A flood of marks ends, and gives no more quotations than marks."""
    for mark in ('" ', "“ ", "” ", "‘a ", "' "):
        assert len(find_quotations([Passage(mark * 100_000)])) <= 100_000
