"""A rule file that is not right is refused with its name, what is wrong in it and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint.errors import RuleFileError
from newslint.rules.compiling import compile_rules
from newslint.rules.stamps import stamp

RULE = """title: Plain words
severity: error
profiles: [all]
check: phrases
options: {phrases: [utilise]}
message: “{phrase}” has a plain word.
rationale: House style.
remedy: Write “use”.
sources: [{title: House style, status: house}]
limits: None.
examples:
  bad: [{text: We ⟦utilise⟧ it.}, {text: They ⟦utilise⟧ it.}]
  good: [{text: We use it.}, {text: They use it.}]
"""


def write(folder: Path, name: str, text: str = RULE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


PATTERN = RULE.replace("check: phrases", "check: patterns").replace("{phrases: [utilise]}", "{patterns: ['util(ise']}")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("style/a.yaml", RULE.replace("{phrase}”", "{}”"), "`{}` is not a placeholder"),
        ("style/a.yaml", RULE.replace("{phrase}”", "{phrase”"), "`message`"),
        ("style/a.yaml", PATTERN, "pattern"),
        ("style/a.yaml", RULE.replace("[utilise]", "[5]"), "`phrases.0` must be text (got 5)"),
        ("style/a.yaml", RULE.replace("phrases: [", "phrase: ["), "Did you mean `phrases`?"),
        ("style/a.yaml", RULE.replace("title: House style, status", "titel: House style, status"), "`title`"),
        ("style/a.yaml", RULE.replace("check: phrases", "check: phrase"), "Did you mean `phrases`?"),
        ("style/a.yaml", RULE + "yields_to: [style/b]\n", "unknown rule `style/b`"),
        ("style/a.yaml", RULE + "yields_to: [style/a]\n", "circular `yields_to`"),
        ("style/a.yaml", RULE.replace("{text: We use it.}", "{text: We use it., today: soon}"), "YYYY-MM-DD"),
        (
            "style/a.yaml",
            RULE.replace("{text: We use it.}", "{text: We use it., today: 2026-02-31}"),
            "quotation marks",
        ),
        ("style/a.yaml", RULE.replace("{text: We use it.}", "{text: We use it., formats: []}"), "formats"),
        ("style/a.yaml", RULE.replace("{text: We use it.}", "{files: {}}"), "`files` is empty"),
        ("style/a.yaml", "", "`title` is missing"),
        ("style/a.yaml", "- a\n", "must be a mapping"),
        ("style/a.yaml", "[" * 3000, "a.yaml"),
        ("House Style/a.yaml", RULE, "not a valid name"),
        ("suppressions/unused.yaml", RULE, "reserved for newslint itself"),
    ],
)
def test_a_fault_of_a_rule_file_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    path = write(tmp_path, name, text)
    with pytest.raises(RuleFileError) as caught:
        compile_rules([tmp_path])
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_rules_that_yield_to_one_another_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "style/a.yaml", RULE + "yields_to: [style/b]\n")
    write(tmp_path, "style/b.yaml", RULE + "yields_to: [style/a]\n")
    with pytest.raises(RuleFileError, match="circular `yields_to`"):
        compile_rules([tmp_path])


def test_two_files_of_one_rule_are_refused_and_a_later_folder_replaces_a_rule(tmp_path: Path) -> None:
    write(tmp_path / "one", "style/a.yaml")
    write(tmp_path / "two", "style/a.yaml", RULE.replace("severity: error", "severity: advice"))
    assert compile_rules([tmp_path / "one", tmp_path / "two"])["style/a"]["severities"] == {"default": "advice"}
    write(tmp_path / "two", "style/a.yml")
    with pytest.raises(RuleFileError, match="the same rule"):
        compile_rules([tmp_path / "two"])


def test_a_word_list_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    write(tmp_path, "style/a.yaml", RULE.replace("[utilise]", "['list:words']"))
    write(tmp_path, "lists/words.txt").write_bytes(b"caf\xe9\n")
    with pytest.raises(RuleFileError, match=r"words\.txt: the file cannot be read"):
        compile_rules([tmp_path])


def test_a_stamp_shows_every_change_and_bears_links_to_nowhere(tmp_path: Path) -> None:
    write(tmp_path, "style/a.yaml")
    (tmp_path / "style" / ".#a.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "style" / "again").symlink_to(tmp_path)
    before = stamp(tmp_path)
    assert stamp(tmp_path) == before
    write(tmp_path, "lists/words.txt", "utilise\n")
    assert stamp(tmp_path) != before
    assert stamp(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    "name", ["../words", "../../secret", "/etc/words", "a/b", "", ".", "..", ".words", "a\0b", "a b"]
)
def test_a_word_list_is_a_name_and_leads_out_of_no_folder(name: str, tmp_path: Path) -> None:
    for place in ("house/lists/words.txt", "house/words.txt", "secret.txt", "house/lists/.words.txt"):
        write(tmp_path, place, "utilise\n")
    write(tmp_path, "house/style/a.yaml", RULE.replace("[utilise]", f"[{json.dumps('list:' + name)}]"))
    with pytest.raises(RuleFileError, match=r"unknown word list|special characters"):
        compile_rules([tmp_path / "house"])
