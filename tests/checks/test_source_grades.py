"""How grave it is that a source has no name or a document no link: what stands beside it decides."""

from __future__ import annotations

import pytest

from newslint import Linter

_RULES = (
    "sourcing/document-not-linked",
    "sourcing/weasel-attribution",
    "sourcing/anonymous-source-unexplained",
    "sourcing/low-grade-source",
    "sourcing/passive-unsourced-claim",
    "polling/poll-disclosure-incomplete",
)
_LINTER = Linter(select=_RULES, metrics=False, cache=False)


def _found(text: str) -> list[tuple[str, str]]:
    found = _LINTER.lint(text, path="a.md").diagnostics
    return [(each.rule.rpartition("/")[2], each.severity.value) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salt eats bolts, research suggests.", [("document-not-linked", "advice")]),
        (
            "Salt eats bolts, research suggests.\n\nIvo Lind of the Quay Lab said they must go.",
            [("document-not-linked", "advice")],
        ),
        ("Salt eats bolts, reports say.", [("low-grade-source", "advice")]),
        ("Analysts say the fare will fall.", [("weasel-attribution", "warning")]),
        ("Analysts had forecast a fall of 2 percent.", [("weasel-attribution", "advice")]),
        ("Critics say the fare is too high.", [("weasel-attribution", "advice")]),
        ("A port official told the Courier that the crane is cracked.", [("anonymous-source-unexplained", "warning")]),
        ("A port official told the widow that the crane was safe.", [("anonymous-source-unexplained", "advice")]),
        ("The mayor is said to be ill.", [("passive-unsourced-claim", "warning")]),
        ("The mayor was said to be ill.", [("passive-unsourced-claim", "advice")]),
    ],
)
def test_signs_beside_a_source_decide_its_grade(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


def test_each_crowd_is_told_once() -> None:
    text = "Analysts say the fare will fall.\n\nThe quay is new.\n\nAnalysts believe that it will sink."
    assert _found(text) == [("weasel-attribution", "warning")]
