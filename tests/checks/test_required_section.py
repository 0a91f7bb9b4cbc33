"""What the checks of requirements say that rule examples cannot: who reports, how often, and other profiles' words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article
from newslint.assembly import parse
from newslint.checks import load_check_type
from newslint.contract import Requirement, Scene
from newslint.diagnostics import Finding
from newslint.source import Source
from newslint.today import Today

_NOTE = Requirement("Disclaimer", "disclaimer", ("Disclaimer", "Disclosure"), ("for information only",))
_LABEL = Requirement("Opinion label", "label", (), ("opinion", "column"))
_SECTION = Requirement("Sources", "section", ("Sources", "References"), ())
_BODY = "# Bridge closes\n\nBy Ana Roe\n\nThe bridge over the Lune closes on Monday for six weeks.\n\n"


def _article(text: str) -> Article:
    return parse(Source("a.md", text, "markdown"))


def _find(text: str, report: str, *required: Requirement, elements: frozenset[str] = frozenset()) -> list[Finding]:
    check_type = load_check_type("required-section")
    check = check_type.bind(report=report)
    return list(check(_article(text), Scene(Today(date(2026, 1, 15)), "own", elements, required)))


_PIECES = st.sampled_from(
    [
        "## Disclaimer\n\n",
        "Disclaimer\n\n",
        "[Disclaimer](/disclaimer)\n\n",
        "## Disclosure\n\nNone.\n\n",
        "This text is for information only and replaces no notice.\n\n",
        "Disclaimer: This text replaces none of the notices of the port.\n\n",
        "The ferry runs twice as often until the work ends.\n\n",
    ]
)


@given(st.lists(_PIECES, max_size=5))
def test_a_disclaimer_is_never_reported_as_absent_and_as_bare(pieces: list[str]) -> None:
    """One root cause, one finding, whatever stands in the article."""
    text = _BODY + "".join(pieces)
    absent, bare = _find(text, "absent", _NOTE), _find(text, "bare", _NOTE)
    assert len(absent) + len(bare) <= 1
    if any("for information only" in piece or "replaces none" in piece for piece in pieces):
        assert not absent
        assert not bare


def test_a_missing_faq_is_reported_once_when_element_and_section_ask_for_it() -> None:
    faq = Requirement("FAQ", "section", ("FAQ",), ())
    assert [found.values["name"] for found in _find(_BODY, "absent", faq, elements=frozenset({"faq"}))] == ["FAQ"]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntype: opinion\n---\n" + _BODY,
        "---\ncategories: [Harbour, Column]\n---\n" + _BODY,
        "Opinion\n\n" + _BODY,
        _BODY.replace("# Bridge", "# Opinion | Bridge"),
    ],
)
def test_a_label_may_stand_in_front_matter_above_or_in_the_headline(text: str) -> None:
    assert not _find(text, "absent", _LABEL)


def test_a_word_in_running_text_is_no_label() -> None:
    assert _find(_BODY + "In the mayor's opinion the bridge should have been closed a year ago.\n", "absent", _LABEL)


def test_a_section_needs_text_under_its_heading() -> None:
    assert not _find(_BODY + "## References\n\n- Report of the harbour board, 2026\n", "absent", _SECTION)
    (found,) = _find(_BODY + "## References\n", "absent", _SECTION)
    assert found.values["name"] == "Sources"


def test_a_notice_in_front_matter_counts_when_it_is_a_sentence() -> None:
    note = "---\ndisclaimer: This text replaces none of the notices of the port.\n---\n"
    assert not _find(note + _BODY, "absent", _NOTE)
    assert _find("---\ndisclaimer: yes\n---\n" + _BODY, "absent", _NOTE)
