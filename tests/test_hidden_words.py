"""What a rule calls private is shown as dots wherever a report may be kept."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode

CARD = "5105 1051 0510 5100"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "# Bank\n\nThe shop refunded *the card* he had used, {}, and closed his account.\n"),
        ("a.html", "<p>The shop refunded <b>the card</b> he had used, {}, and closed his account.</p>"),
        ("a.txt", "Bank\n\nThe shop refunded the card he had used, {}, and closed his account.\n"),
    ],
)
def test_a_private_number_is_in_no_part_of_a_diagnostic(name: str, text: str) -> None:
    linter = Linter(load_settings(None), RunOptions(date(2026, 5, 4), seconds=0))
    found = linter.lint(decode(text.format(CARD).encode(), name)).diagnostics
    told = [each for each in found if each.rule == "privacy/payment-details"]
    assert len(told) == 1
    assert text.format(CARD)[slice(*told[0].span)] == CARD
    assert CARD not in repr(told[0])
    assert told[0].excerpt == "•••• •••• •••• ••••"
    assert "he had used, •••• •••• •••• ••••, and" in told[0].frame
