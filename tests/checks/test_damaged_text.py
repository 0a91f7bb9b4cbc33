"""One wrong encoding is one finding, and its edits repair every place."""

from __future__ import annotations

from datetime import date

from newslint.assembly import parse
from newslint.checks.characters import damaged_text
from newslint.contract import Scene
from newslint.source import decode
from newslint.today import Today


def test_the_edits_repair_text_and_front_matter() -> None:
    text = "---\ntitle: CafÃ© opens\ndate: 2026-05-03\n---\n\nThe portâ€™s cafÃ© opens on Monday, â€œat lastâ€\x9d.\n"
    article = parse(decode(text.encode(), "a.md"))
    (finding,) = damaged_text(article, Scene(Today(date(2026, 1, 15))))
    assert finding.fix is not None
    assert finding.fix.applicability == "safe"
    repaired = text
    for edit in sorted(finding.fix.edits, key=lambda edit: edit.start, reverse=True):
        repaired = repaired[: edit.start] + edit.text + repaired[edit.end :]
    assert repaired == "---\ntitle: Café opens\ndate: 2026-05-03\n---\n\nThe port’s café opens on Monday, “at last”.\n"


def test_an_html_reference_to_the_replacement_character_is_found() -> None:
    article = parse(decode(b"<p>Anna M&#xFFFD;ller paid for the crossing.</p>", "a.html"))
    (finding,) = damaged_text(article, Scene(Today(date(2026, 1, 15))))
    assert article.source.slice(finding.span) == "&#xFFFD;"


def test_text_damaged_twice_is_one_finding_that_suggests_sound_text() -> None:
    text = "# Visit\n\nZoÃƒÂ«Ã¢â‚¬â„¢s cafÃƒÂ© opened.\n"
    article = parse(decode(text.encode(), "a.md"))
    (finding,) = damaged_text(article, Scene(Today(date(2026, 1, 15))))
    assert finding.values["meant"] == "Zoë’s"
    assert finding.fix is not None
    repaired = text
    for edit in sorted(finding.fix.edits, key=lambda edit: edit.start, reverse=True):
        repaired = repaired[: edit.start] + edit.text + repaired[edit.end :]
    assert repaired == "# Visit\n\nZoë’s café opened.\n"
