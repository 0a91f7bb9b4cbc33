"""How long a notice, a label and a bare word may be: by `least_words` and by what the check takes for a label."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from newslint.assembly import parse
from newslint.checks import load_check_type
from newslint.contract import Requirement, Scene
from newslint.source import Source
from newslint.today import Today

NOTE = Requirement("Disclaimer", "disclaimer", ("Disclaimer", "Disclosure"), ("for information only",))
LABEL = Requirement("Opinion label", "label", (), ("opinion",))
BODY = (
    "# Bridge closes\n\nBy Mara Oduya\n\nThe bridge at Hallin closes on Monday for six weeks of work by many men.\n\n"
)
WORDS = "no advice to the port is in this text for people of the town".split()


def is_met(text: str, requirement: Requirement, suffix: str = "md", least_words: int = 6) -> bool:
    """Tell whether neither of the two reports speaks."""
    check_type = load_check_type("required-section")
    article = parse(Source(f"a.{suffix}", text, {"md": "markdown", "html": "html", "txt": "text"}[suffix]))
    scene = Scene(Today(date(2026, 1, 15)), "own", frozenset(), (requirement,))
    told = [
        finding
        for report in ("absent", "bare")
        for finding in check_type.bind(report=report, min_words=least_words)(article, scene)
    ]
    assert len(told) <= 1
    return not told


def said(number: int) -> str:
    return " ".join(WORDS[:number]).capitalize() + "."


def under_a_heading(number: int) -> str:
    return f"{BODY}## Disclaimer\n\n{said(number)}\n"


def in_front_matter(number: int) -> str:
    return f"---\ndisclaimer: {said(number)}\n---\n\n{BODY}"


def by_its_wording(number: int) -> str:
    return f"{BODY}{' '.join(['For information only', *WORDS[: number - 3]])}.\n"


@pytest.mark.parametrize("least", [5, 6, 9])
@pytest.mark.parametrize("write", [under_a_heading, in_front_matter, by_its_wording], ids=lambda write: write.__name__)
def test_a_notice_has_at_least_so_many_words(write: Callable[[int], str], least: int) -> None:
    for number, is_enough in ((least - 1, False), (least, True), (least + 1, True)):
        assert is_met(write(number), NOTE, least_words=least) is is_enough


@pytest.mark.parametrize("least", [3, 4, 5, 6, 9])
def test_a_notice_behind_its_name_and_a_colon_needs_four_words_or_fewer(least: int) -> None:
    limit = min(least, 4)
    for number, is_enough in ((limit - 1, False), (limit, True), (limit + 1, True)):
        assert is_met(f"{BODY}Disclaimer: {said(number)}\n", NOTE, least_words=least) is is_enough


def test_the_limit_is_the_same_in_html_and_plain_text() -> None:
    for number, is_enough in ((5, False), (6, True)):
        page = "".join(f"<p>{part}</p>" for part in BODY.replace("# ", "").split("\n\n") if part)
        assert is_met(f"<article>{page}<h2>Disclaimer</h2><p>{said(number)}</p></article>", NOTE, "html") is is_enough
        text = by_its_wording(number).replace("# ", "")
        assert is_met(text, NOTE, "txt") is is_enough


def test_a_label_has_at_most_eight_words() -> None:
    for number, is_label in ((7, True), (8, True), (9, False)):
        line = " ".join(["Opinion", *WORDS[: number - 1]])
        assert is_met(f"{line}\n\n{BODY}", LABEL) is is_label


def test_a_bare_word_stands_in_a_line_of_five_at_most() -> None:
    """In a longer line the name is running text: the notice is absent rather than bare."""
    check_type = load_check_type("required-section")
    check = check_type.bind(report="bare")
    scene = Scene(Today(date(2026, 1, 15)), "own", frozenset(), (NOTE,))
    for number, is_bare in ((4, True), (5, True), (6, False)):
        line = " ".join([*WORDS[: number - 1], "disclaimer"])
        article = parse(Source("a.md", f"{BODY}{line}\n", "markdown"))
        assert bool(list(check(article, scene))) is is_bare
