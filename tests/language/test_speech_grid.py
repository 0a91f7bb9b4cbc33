"""On a grid of composed sentences the right people speak, and no word of the reporter's is put into their mouths."""

from __future__ import annotations

import pytest
from benchmarks.speech_cases import Case, cases
from benchmarks.speech_grid import explain, judge, measure


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[Case, tuple[bool, bool]]]:
    return [(case, judge(case)) for case in cases()]


def test_the_grid_is_large(verdicts: list[tuple[Case, tuple[bool, bool]]]) -> None:
    assert len(verdicts) > 1500
    assert len({case.text for case, _ in verdicts}) > 1200


def test_speakers_and_contents_are_right(verdicts: list[tuple[Case, tuple[bool, bool]]]) -> None:
    shares = measure(verdicts)
    assert shares["all"].speaker >= 98
    assert shares["all"].content >= 97


def test_no_order_of_words_is_read_badly(verdicts: list[tuple[Case, tuple[bool, bool]]]) -> None:
    orders = {name: share for name, share in measure(verdicts).items() if name.startswith(("order", "speaker"))}
    assert {name: share for name, share in orders.items() if min(share.speaker, share.content) < 88} == {}


def test_what_follows_a_quotation_is_no_part_of_it(verdicts: list[tuple[Case, tuple[bool, bool]]]) -> None:
    quoted = [each for each in verdicts if each[0].order.startswith(("quotation", "speaker, verb", "two quotations"))]
    share = measure(quoted)["all"]
    missed = [explain(case) for case, verdict in quoted if not all(verdict)]
    assert min(share.speaker, share.content) >= 98, "\n".join(missed)
