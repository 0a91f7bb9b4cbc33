"""Labels of advertising that are vague or name nobody, and changes that no note tells of, by their hours."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.assembly import parse
from newslint.checks.ad_labels import ambiguous_ad_label, sponsor_unnamed
from newslint.checks.correction_notes import modified_without_note
from newslint.contract import Scene
from newslint.source import Source
from newslint.today import Today

SCENE = Scene(Today(date(2026, 5, 3)))
PAID = SCENE._replace(profile="sponsored")
BODY = "The first walk begins at the pier, and the last one ends there."


def article(text: str):  # type: ignore[no-untyped-def]
    return parse(Source(path="a.md", text=text, format="markdown"))


@pytest.mark.parametrize("label", ["Partner content", "BRAND VOICE", "*Brought to you by Lune Ferries*", "#collab"])
def test_words_for_nothing_else_are_vague_labels(label: str) -> None:
    assert [*ambiguous_ad_label(article(f"# Five walks\n\n{label}\n\n{BODY}\n"), SCENE)]
    assert not [*ambiguous_ad_label(article(f"# Five walks\n\n{label}\n\nAdvertisement\n\n{BODY}\n"), SCENE)]


@pytest.mark.parametrize("label", ["Presented by Lune Ferries", "In association with Lune Ferries", "Spotlight"])
def test_words_that_others_use_count_in_paid_texts_only(label: str) -> None:
    text = f"# Five walks\n\n{label}\n\n{BODY}\n"
    assert [*ambiguous_ad_label(article(text), PAID)]
    assert not [*ambiguous_ad_label(article(text), SCENE)]


@pytest.mark.parametrize("line", ["Promoted to captain", "Partner content with his pay", "Featured on Sunday: a walk"])
def test_a_line_that_goes_on_is_no_label(line: str) -> None:
    assert not [*ambiguous_ad_label(article(f"# Five walks\n\n{line}\n\n{BODY}\n"), SCENE)]


@pytest.mark.parametrize(
    "name",
    ["Paid for by Lune Ferries.", "Sponsor: Lune Ferries", "## About the sponsor", "Produced for Lune Ferries."],
)
def test_a_name_anywhere_is_enough(name: str) -> None:
    text = f"# Five walks\n\nPaid content\n\n{BODY}\n"
    assert [*sponsor_unnamed(article(text), SCENE)]
    assert not [*sponsor_unnamed(article(f"{text}\n{name}\n"), SCENE)]


@pytest.mark.parametrize(
    ("published", "updated", "is_told"),
    [
        ("2026-05-03T10:00:00Z", "2026-05-04T21:59:00Z", False),
        ("2026-05-03T10:00:00Z", "2026-05-04T22:01:00Z", True),
        ("2026-05-03", "2026-05-04", False),
        ("2026-05-03", "2026-05-05", True),
        ("2026-05-03", "2026-05-01", False),
    ],
)
def test_a_change_is_told_from_a_day_on(published: str, updated: str, is_told: bool) -> None:
    text = f"---\ntitle: Five walks\ndate: {published}\nupdated: {updated}\n---\n\n{BODY}\n"
    assert bool([*modified_without_note(article(text), SCENE)]) is is_told


@pytest.mark.parametrize(
    "note",
    ["Updated on 9 May to add the hour.", "Correction: the hour was wrong.", "An earlier version of this gave noon."],
)
def test_any_note_to_readers_is_enough(note: str) -> None:
    text = f"---\ntitle: Five walks\ndate: 2026-05-03\nupdated: 2026-05-09\n---\n\n{BODY}\n"
    assert [*modified_without_note(article(text), SCENE)]
    assert not [*modified_without_note(article(f"{text}\n{note}\n"), SCENE)]
