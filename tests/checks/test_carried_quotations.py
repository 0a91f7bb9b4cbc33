"""Quotations whose speaker stands near them: advice where somebody may go on, nothing where the marks say so."""

from __future__ import annotations

import pytest

from newslint import Linter

_RULE = "quotes/unattributed-quotation"
_LINTER = Linter(select=[_RULE], metrics=False, cache=False)
_ABOUT = """Ana Roe, the mayor, said the ferry would stay in the harbour of Tarrow. It leaks.

“It floats,” said Ben Doe, who has sailed it. The pier does not.

The storm tore the roof off the fish market. Roe walked along the pier in the rain.

{}

Doe mended the ferry. The boats lie at the pier, and the ferry lies there."""


def _severities(text: str) -> list[str]:
    return [found.severity.value for found in _LINTER.lint(text, path="a.md").diagnostics if found.rule == _RULE]


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("Organists had driven through the night. “We will not go home until dawn,” they shouted.", "warning"),
        (
            "A trumpeter, who asked not to be named, said the organs were flat.\n\n“We tune them in May,” they said.",
            "advice",
        ),
        (
            "The Organ Guild did not speak of trumpets.\n\n“We tune our pipes in May,” the group said in a letter.",
            "advice",
        ),
    ],
)
def test_who_is_taken_up_from_the_paragraph_before_may_have_spoken(told: str, severity: str) -> None:
    assert set(_severities(_ABOUT.format(told))) <= {severity}


@pytest.mark.parametrize("more", [1, 3, 6])
def test_marks_that_open_anew_are_the_same_speakers(more: int) -> None:
    told = " ".join(f"“Boat {number} leaks at the bow, and nobody mends it." for number in range(more))
    assert not _severities(f"She said: “The boats are old. {told} “We will sell them in May.”")


def test_a_quotation_with_people_beside_it_is_advice() -> None:
    told = "“We waited on the pier for three hours and nobody came.” “Then the boat turned back, and we walked home.”"
    assert "warning" not in _severities(f"Ana Roe walked along the pier.\n\n{told}\n\nBen Doe rowed home.")
