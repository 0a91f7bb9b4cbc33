"""An article says what it wants to be judged as, and its suppressions are judged like what they suppression."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from newslint.diagnostics import FileReport
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode

Lint = Callable[..., FileReport]
BODY = "\n# Harbour bridge closes for repairs\n\nThe bridge closes on Monday.\n"


@pytest.fixture
def lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lint:
    monkeypatch.chdir(tmp_path)

    def run(text: str, config: str = "", name: str = "a.md", **options: object) -> FileReport:
        (tmp_path / "newslint.yaml").write_text(config, encoding="utf-8")
        settings = load_settings(tmp_path / "newslint.yaml")
        linter = Linter(settings, RunOptions(date(2026, 5, 4), **options))  # type: ignore[arg-type]
        report = linter.lint(decode(text.encode(), name))
        settings.save()
        return report

    return run


def rules(report: FileReport) -> list[str]:
    return [found.rule for found in report.diagnostics]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("{profile: opinoin}", "Did you mean `opinion`?"),
        ("{profile: ''}", None),
        ("{profile: 5}", "is not a name"),
        ("{profile: newslint.yaml.md}", "neither a profile nor a file"),
        ("{profile: " + "x" * 5000 + "}", "neither a profile nor a file"),
        ("{profil: opinion}", "did you mean `profile`?"),
        ("opinion", "has no keys"),
        ("", None),
    ],
)
def test_a_profile_that_does_not_exist_is_told_in_its_article(lint: Lint, field: str, told: str | None) -> None:
    report = lint(f"---\nnewslint: {field}\n---\n{BODY}")
    found = [entry for entry in report.diagnostics if entry.rule == "structure/front-matter-invalid"]
    assert [str(told) in entry.message for entry in found] == ([True] if told else [])
    assert {entry.profile for entry in report.diagnostics} == {"news"}
    assert all(entry.start.line == 2 for entry in found)


def test_a_file_that_an_article_names_and_that_is_no_profile_ends_no_run(lint: Lint, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("- a\n", encoding="utf-8")
    assert "structure/front-matter-invalid" in rules(lint(f"---\nnewslint: {{profile: other.yaml}}\n---\n{BODY}"))


@pytest.mark.parametrize("value", ["Comment", "[News, comment ]", "' COMMENT '"])
def test_a_content_type_may_stand_in_a_list(lint: Lint, value: str) -> None:
    config = "content_types: {field: kind, profiles: {Comment: opinion}}\n"
    report = lint(f"---\nkind: {value}\n---\n{BODY}", config)
    assert {entry.profile for entry in report.diagnostics} == {"opinion"}


UNUSED = f"<!-- newslint: ignore[clarity/cliche] reason: none needed -->\n{BODY}"


def test_rules_about_suppressions_are_selected_and_set_like_others(lint: Lint) -> None:
    assert "suppressions/unused" in rules(lint(UNUSED))
    assert "suppressions/unused" not in rules(lint(UNUSED, ignore=("suppressions/unused",)))
    assert "suppressions/unused" not in rules(lint(UNUSED, "rules: {suppressions: off}\n"))
    assert "suppressions/unused" not in rules(lint(UNUSED, select=("structure",)))
    assert rules(lint(UNUSED, select=("suppressions", "clarity/cliche"))) == ["suppressions/unused"]
    graver = lint(UNUSED, "rules: {suppressions/unused: error}\n").diagnostics
    assert [str(entry.severity) for entry in graver if entry.rule == "suppressions/unused"] == ["error"]


def test_a_suppression_that_a_file_may_leave_unused_counts_as_suppressed(lint: Lint) -> None:
    before = lint(UNUSED)
    after = lint(UNUSED, "per_file_ignores: {'*.md': suppressions}\n")
    assert after.suppressed == before.suppressed + 1
    assert "suppressions/unused" not in rules(after)


def test_a_suppression_for_a_rule_that_was_not_evaluated_is_not_unused(lint: Lint) -> None:
    text = "<!-- newslint: ignore-file[search/jsonld-invalid] reason: none can be here -->\n" + BODY
    assert "suppressions/unused" not in rules(lint(text))


def test_a_missing_root_of_the_site_is_told_before_links_are_called_broken(lint: Lint) -> None:
    with pytest.raises(Exception, match="there is no folder `content`"):
        lint(BODY, "site_root: content\n")


def test_overrides_hold_for_standard_input_with_a_name(lint: Lint) -> None:
    config = "overrides: [{files: 'blog/**', profile: blog}]\n"
    assert {entry.profile for entry in lint(BODY, config, "blog/a.md").diagnostics} == {"blog"}
