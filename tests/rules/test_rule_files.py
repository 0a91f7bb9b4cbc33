"""Every shipped rule does in every format what its own examples say, and its file is well made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.checks import check_type_names, load_check_type
from newslint.cli import main
from newslint.contract import Rule
from newslint.diagnostics import Finding, placeholders
from newslint.errors import NewslintError, RuleFileError
from newslint.rules.compiling import compile_rule
from newslint.rules.folders import bundled, rule_files, shipped_profiles
from newslint.rules.spec import RuleSpec
from newslint.rules.yaml_files import read_yaml, validate
from newslint.settings import Settings, load_settings
from newslint.testing import Case, cases_of_rule, run_case

RULES = dict(rule_files(bundled("rules")))
KEYS = list(RuleSpec.model_fields)


@pytest.fixture(scope="session")
def settings() -> Settings:
    return load_settings(None, keep=False)


def cases(identity: str) -> Iterator[Case]:
    return cases_of_rule(identity, RULES[identity], bundled("rules"))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Finding]]:
    """Return the list that every finding is written to, with its check, when its message is made."""
    found: list[tuple[str, Finding]] = []
    tell = Rule.tell

    def listen(rule: Rule, finding: Finding) -> str:
        found.append((rule.check_type.name, finding))
        return tell(rule, finding)

    monkeypatch.setattr(Rule, "tell", listen)
    return found


@pytest.mark.parametrize("identity", RULES)
def test_examples_are_flagged_exactly_or_not_at_all(
    identity: str, settings: Settings, told: list[tuple[str, Finding]]
) -> None:
    faults = [f"{case.name}: {fault}" for case in cases(identity) for fault in run_case(case, settings)]
    assert faults == []
    # House rules may use any placeholder of a check, so each finding must have all of them.
    assert told
    for name, finding in told:
        check_type = load_check_type(name)
        message = finding.message and check_type.messages[finding.message]
        wanted = check_type.placeholders if message is None else placeholders(message)
        assert set(wanted) <= set(finding.values), finding


def test_examples_show_every_check() -> None:
    shown = {read_yaml(path, RuleFileError)["check"] for path in RULES.values()}
    # Those of Vale's rules have styles for examples, in `tests/vale`.
    assert shown == {name for name in check_type_names() if not name.startswith("vale-")}


@pytest.mark.parametrize("identity", RULES)
def test_keys_stand_in_their_order(identity: str) -> None:
    keys = list(read_yaml(RULES[identity], RuleFileError))
    assert keys == sorted(keys, key=KEYS.index)


@pytest.mark.parametrize("identity", RULES)
def test_every_grade_that_is_named_exists_and_each_citation_says_its_status(identity: str) -> None:
    spec = validate(RuleSpec, read_yaml(RULES[identity], RuleFileError), RULES[identity], RuleFileError)
    assert all(source.status for source in spec.sources)
    assert "default" in spec.severities


def test_profiles_name_rules_that_exist(settings: Settings) -> None:
    for name in shipped_profiles():
        assert settings.variant(name).on


def test_a_rule_for_news_is_for_the_profiles_that_extend_news(settings: Settings) -> None:
    news = settings.variant("news").on
    assert {identity for identity in settings.variant("finance").on if identity in news}


BAD_FILES = {
    "unknown key": ("title: A\nseverty: error\n", r"bad\.yaml:2: unknown key `severty`. Did you mean `severity`\?"),
    "no YAML": ("title: [A\n", r"bad\.yaml:\d+: not valid YAML"),
    "missing": ("title: A\n", r"bad\.yaml:1: `severity` is missing"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_rule_file_is_told_with_line_and_way_out(name: str, tmp_path: Path) -> None:
    text, message = BAD_FILES[name]
    path = tmp_path / "house" / "bad.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError, match=message):
        list(cases_of_rule("house/bad", path, tmp_path))


def rule_text(**changes: str) -> str:
    parts = {
        "title": "A",
        "severity": "error",
        "profiles": "[all]",
        "check": "phrases",
        "options": "{phrases: [foo]}",
        "message": "“{phrase}”",
        "rationale": "r",
        "remedy": "m",
        "sources": "[{title: House, status: house}]",
        "limits": "l",
        "examples": "{bad: [{text: A ⟦foo⟧.}, {text: ⟦Foo⟧ b.}], good: [{text: A.}, {text: B.}]}",
    }
    return "".join(f"{key}: {value}\n" for key, value in (parts | changes).items())


MISTAKES = {
    "check": ("phrasez", r"unknown check type `phrasez`. Did you mean `phrases`\?"),
    "options": ("{phrase: [foo]}", r"unknown option `phrase` of the check `phrases`. Did you mean `phrases`\?"),
    "severity": ("{default: error, lots: advice}", r"unknown grade `lots` in `severity`"),
    "message": ("'{phrase'", r"`message`: "),
    "examples": ("{bad: [{texts: ⟦foo⟧}], good: [{text: A.}, {text: B.}]}", r"unknown key `examples.bad.0.texts`"),
}


@pytest.mark.parametrize("key", MISTAKES)
def test_a_mistake_in_a_rule_file_is_told_with_the_nearest_right_word(key: str, tmp_path: Path) -> None:
    value, message = MISTAKES[key]
    path = tmp_path / "house" / "bad.yaml"
    path.parent.mkdir()
    path.write_text(rule_text(**{key: value}), encoding="utf-8")
    with pytest.raises(NewslintError, match=message):
        list(cases_of_rule("house/bad", path, tmp_path))


LEAST = "title: A\nseverity: error\ncheck: phrases\noptions: {phrases: [foo]}\nmessage: “{phrase}”\n"


@pytest.mark.parametrize(
    ("examples", "counts"),
    [
        ("", "0 bad and 0 good"),
        ("examples: {bad: [{text: A ⟦foo⟧.}]}\n", "1 bad and 0 good"),
        ("examples: {bad: [{text: ⟦foo⟧}, {text: a ⟦foo⟧}], good: [{text: a}]}\n", "2 bad and 1 good"),
        ("examples: {bad: [{text: ⟦foo⟧}, {text: a ⟦foo⟧}], good: [{text: a}, {text: b}]}\n", None),
    ],
)
def test_a_house_rule_may_leave_out_much_and_few_examples_are_noticed(
    examples: str, counts: str | None, tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "house" / "rule.yaml"
    path.parent.mkdir()
    path.write_text(LEAST + examples, encoding="utf-8")
    rule = compile_rule("house/rule", path, tmp_path)
    assert (rule["profiles"], rule["sources"][0]["status"], rule["limits"]) == (["all"], "house", "")
    assert [fault for case in cases_of_rule("house/rule", path, tmp_path) for fault in run_case(case, settings)] == []
    assert main(["test", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert (f"notice: house/rule has {counts} examples" in shown) == bool(counts)
    assert "1 rule, " in shown
    with pytest.raises(RuleFileError, match=r"is missing|must have at least|must not be empty"):
        validate(RuleSpec, read_yaml(path, RuleFileError), path, RuleFileError)


def test_an_unknown_word_list_is_told_with_the_nearest(tmp_path: Path) -> None:
    path = tmp_path / "house" / "bad.yaml"
    path.parent.mkdir()
    path.write_text(rule_text(options="{phrases: list:cliche}"), encoding="utf-8")
    with pytest.raises(RuleFileError, match=r"unknown word list `list:cliche`. Did you mean `list:cliches`\?"):
        list(cases_of_rule("house/bad", path, tmp_path))


def test_an_example_that_is_not_flagged_is_missing_and_one_too_many_is_told(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "house" / "rule.yaml"
    path.parent.mkdir()
    examples = "{bad: [{text: A ⟦bar⟧.}, {text: A ⟦foo⟧.}], good: [{text: A foo.}, {text: B.}]}"
    path.write_text(rule_text(examples=examples), encoding="utf-8")
    faults = [fault for case in cases_of_rule("house/rule", path, tmp_path) for fault in run_case(case, settings)]
    assert faults[:3] == ["missing: 'bar'"] * 3
    assert all(fault.startswith("a good example is flagged: 1:") for fault in faults[3:])
    assert all(fault.endswith("'foo' (“foo”)") for fault in faults[3:])
    assert len(faults) == 6


@pytest.mark.parametrize(
    ("text", "told"),
    [("A foo.", "flagged but nothing is marked with ⟦ ⟧: 1:3"), ("⟦foo⟧, foo.", "flagged outside the marks: 1:6")],
)
def test_what_a_bad_example_flags_without_a_mark_is_told(
    tmp_path: Path, settings: Settings, text: str, told: str
) -> None:
    path = tmp_path / "house" / "rule.yaml"
    path.parent.mkdir()
    examples = (
        f"{{bad: [{{text: '{text}', formats: [markdown]}}, {{text: A ⟦foo⟧.}}], good: [{{text: A.}}, {{text: B.}}]}}"
    )
    path.write_text(rule_text(examples=examples), encoding="utf-8")
    faults = [fault for case in cases_of_rule("house/rule", path, tmp_path) for fault in run_case(case, settings)]
    assert [fault[: len(told)] for fault in faults] == [told]


# Words that editors do not use, and forms that make a riddle of a message.
_QUAINT = re.compile(
    r"\b(?:anew|mend|whoever|stands?(?! behind)|stood|(?<!here )(?:is|are) no(?! longer)|bears? out|tells? of)\b"
)


@pytest.mark.parametrize(("identity", "path"), list(rule_files(bundled("rules"))))
def test_a_shipped_rule_speaks_plain_english(identity: str, path: Path) -> None:
    rule = compile_rule(identity, path, bundled("rules"))
    texts = {key: " ".join(str(rule[key]).split()) for key in ("title", "message", "remedy", "rationale", "limits")}
    assert {key: found[0] for key, text in texts.items() if (found := _QUAINT.search(text))} == {}
    assert len(texts["title"].split()) <= 8
    assert not texts["title"].endswith(".")
    assert texts["message"].endswith((".", "“"))
    assert len(re.sub(r"\{\w+\}", "", texts["message"]).split()) <= 26
