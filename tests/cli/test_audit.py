"""`newslint audit`: which duties articles have, what is missing, who excused it, and that the figures are a check's."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newslint.assembly import parse
from newslint.audit import STATES, asks_for_notice, fulfilled_at, section_of
from newslint.cli import main
from newslint.newsroom.topics import topic_names
from newslint.settings.loading import load_settings
from newslint.source import Source

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "audit.schema.json").read_text(encoding="utf-8"))
HEAD = "---\ntitle: {title}\nauthor: {author}\ndate: 2026-05-30\nsection: {section}\n---\n\n"
TEXT = "A student took her own life in March. The suicide shocked the college.\n\nShe had been low since the winter.\n"
HELP = "\nIf you need help, call Samaritans on 116 123.\n"
DULL = "The bridge over the Lune closes on 1 June, the port said on Monday.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of five articles: without help, with help, excused, in the baseline's reach, and about a bridge."""
    monkeypatch.chdir(tmp_path)
    head = HEAD.format(title="Plea after a death", author="Ana Roe", section="News")
    other = HEAD.format(title="Plea after a death", author="Tom Lind", section="Health | care")
    (tmp_path / "missing.md").write_text(head + TEXT, encoding="utf-8")
    (tmp_path / "helped.md").write_text(other + TEXT + HELP, encoding="utf-8")
    excuse = "<!-- newslint: ignore-file[harm] reason: the template adds the box -->\n\n"
    (tmp_path / "excused.md").write_text(head + excuse + TEXT, encoding="utf-8")
    (tmp_path / "bridge.md").write_text(head + DULL, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = main(["audit", *words])
    return status, capsys.readouterr().out


def audited(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    status, told = run(capsys, ".", "--format", "json", *words)
    assert status == 0
    data: dict[str, Any] = json.loads(told)
    jsonschema.validate(data, SCHEMA)
    return data


def state_of(data: dict[str, Any], path: str, rule: str = "harm/suicide-helpline-missing") -> dict[str, Any]:
    (article,) = [each for each in data["articles"] if each["path"] == path]
    (duty,) = [each for each in article["duties"] if each["rule"] == rule]
    found: dict[str, Any] = duty
    return found


def test_each_article_is_told_by_what_it_has_and_lacks(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = audited(capsys)
    assert state_of(data, "missing.md")["state"] == "missing"
    helped = state_of(data, "helped.md")
    assert (helped["state"], helped["line"]) == ("fulfilled", 12)
    excused = state_of(data, "excused.md")
    assert (excused["state"], excused["held_by"], excused["reason"]) == (
        *("excused", "comment", "the template adds the box"),
    )
    (bridge,) = [each for each in data["articles"] if each["path"] == "bridge.md"]
    assert (bridge["topics"], bridge["duties"]) == ([], [])


def test_the_words_that_open_a_topic_are_told_with_their_line(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article,) = [each for each in audited(capsys)["articles"] if each["path"] == "missing.md"]
    (topic,) = [each for each in article["topics"] if each["topic"] == "suicide"]
    assert "“suicide”" in topic["words"]
    assert topic["line"] == 8


def test_the_figures_are_those_of_a_check(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = audited(capsys)
    main(["check", ".", "--format", "csv"])
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    declared = {rule["id"] for rule in load_settings(None).compiled.values() if rule["duty"]}
    reported = sorted((row["path"], row["rule"], row["line"]) for row in rows if row["rule"] in declared)
    missing = sorted(
        (article["path"], duty["rule"], str(duty["line"]))
        for article in data["articles"]
        for duty in article["duties"]
        if duty["state"] == "missing"
    )
    assert missing == reported
    assert missing
    for state in STATES:
        told = sum(duty["state"] == state for article in data["articles"] for duty in article["duties"])
        assert data["summary"][state.replace(" ", "_")] == told


def test_what_the_baseline_hides_is_excused_by_it(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "."])
    capsys.readouterr()
    assert state_of(audited(capsys), "missing.md")["held_by"] == "baseline"
    assert state_of(audited(capsys, "--no-baseline"), "missing.md")["state"] == "missing"


def test_a_rule_that_is_off_is_no_duty(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = audited(capsys, "--ignore", "harm")
    assert all(not duty["rule"].startswith("harm/") for each in data["articles"] for duty in each["duties"])


def test_the_summary_is_by_section_and_author(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = run(capsys, ".", "--format", "markdown")
    assert "| News | 3 |" in told
    assert "| Health \\| care | 1 |" in told
    assert "| Ana Roe | 3 |" in told
    assert "- `missing.md:2` harm/suicide-helpline-missing" in told


def test_the_table_has_a_row_for_each_duty(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = run(capsys, ".", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(told)))
    assert {row["path"] for row in rows} == {"missing.md", "helped.md", "excused.md"}
    assert {row["authors"] for row in rows} == {"Ana Roe", "Tom Lind"}


def test_the_text_ends_with_the_figures(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = run(capsys, ".")
    assert told.splitlines()[-1].startswith("4 articles, 3 with ")
    assert "by comment: the template adds the box" in told


def test_jurisdictions_name_the_helpline(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "116 123" not in state_of(audited(capsys), "missing.md")["message"]
    (desk / "newslint.yaml").write_text("jurisdictions: [uk, us]\n", encoding="utf-8")
    message = state_of(audited(capsys), "missing.md")["message"]
    assert message.endswith("such as Samaritans (116 123) or 988 Suicide & Crisis Lifeline (988).")


def test_a_file_that_cannot_be_read_makes_the_status_2(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "none.md")[0] == 2


@pytest.mark.parametrize(
    ("topic", "paragraph"),
    [
        ("affiliate", "We may earn a commission if you buy through our links."),
        ("investing", "This article is not investment advice. The author does not own shares in the firm."),
        ("sponsored", "This article is sponsored by Roe Kitchens of Tarrow."),
    ],
)
def test_notices_fulfil_the_topic_that_they_are_for(topic: str, paragraph: str) -> None:
    text = f"# Ferry runs again\n\n{DULL}\n{paragraph}\n"
    article = parse(Source(path="a.md", text=text, format="markdown"))
    place = fulfilled_at(article, topic)
    assert place is not None
    assert article.source.slice(place).strip()[:20] in paragraph
    assert fulfilled_at(article, "suicide") is None


def test_a_notice_fulfils_only_rules_whose_fault_is_that_it_is_not_there(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = audited(capsys)
    assert state_of(data, "helped.md", "harm/suicide-headline")["state"] == "clear"
    assert asks_for_notice("gambling/gambling-age-and-help")
    assert not asks_for_notice("harm/suicide-language")
    assert not asks_for_notice("missing/suicide-language")


def test_the_section_is_that_of_the_front_matter_or_the_folder() -> None:
    for front, path, expected in (
        ("section: Sport", "a/b.md", "Sport"),
        ("categories: [X, Y]", "b.md", "X"),
        ("x: 1", "news/b.md", "news"),
    ):
        text = f"---\n{front}\n---\n\n# A\n\n{DULL}"
        assert section_of(parse(Source(path=path, text=text, format="markdown"))) == expected


def test_duties_are_topics_that_are_known() -> None:
    rules = load_settings(None).compiled.values()
    assert {rule["duty"] for rule in rules if rule["duty"]} <= {*topic_names(), "correction", "ownership", "privacy"}
