"""What a rule file may say is checked when it is loaded: a word without a meaning is an error with line and way out."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from tests.rules.test_compiling import RULE, write

from newslint.checks import check_type_names, load_check_type
from newslint.errors import NewslintError, RuleFileError
from newslint.rules.compiling import compile_rules
from newslint.rules.options import options_of
from newslint.settings import Settings, load_settings
from newslint.testing import cases_of, run_case


def configure(folder: Path, text: str = "rule_folders: [house]\n") -> Settings:
    path = folder / "newslint.yaml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


MISTAKES = {
    "placeholder": ("{phrase}", "{phrse}", "a.yaml:6: unknown placeholder `{phrse}` in `message`. Did you mean"),
    "profile": ("[all]", "[blog, newz]", "a.yaml:3: `profiles`: unknown profile `newz`. Did you mean `news`?"),
    "rule": ("limits: None.", "limits: None.\nyields_to: [style/b]", "a.yaml:11: `yields_to`: unknown rule `style/b`."),
    "skip": ("[utilise]}", "[utilise], skip: [quotes]}", "Did you mean `quoted`?"),
    "option": ("[utilise]}", "[utilise], heading: true}", "a.yaml:5: unknown option `heading` of the check `phrases`."),
    "range": ("[utilise]}", "[utilise], max_findings: -1}", "a.yaml:5: `max_findings` must be at least 0"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_word_that_means_nothing_is_an_error(mistake: str, tmp_path: Path) -> None:
    before, after, told = MISTAKES[mistake]
    assert before in RULE
    write(tmp_path, "house/style/a.yaml", RULE.replace(before, after))
    with pytest.raises(NewslintError) as caught:
        configure(tmp_path)
    assert told in str(caught.value)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_examples_of_a_rule_with_such_a_word_are_not_run(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before, after, told = MISTAKES[mistake]
    write(tmp_path, "house/style/a.yaml", RULE.replace(before, after))
    settings = load_settings(None)
    with pytest.raises(NewslintError) as caught:
        _ = [run_case(case, settings) for case in cases_of(tmp_path / "house")]
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("place", "configuration"),
    [
        ("courier.yaml", "profile: courier.yaml\n"),
        ("desk/own/courier.yaml", "profile: desk/own/courier.yaml\n"),
        ("courier.yaml", "profile: late.yaml\n"),
        ("courier.yaml", ""),
        ("profiles/courier.yml", ""),
    ],
)
def test_a_profile_of_the_house_is_known(place: str, configuration: str, tmp_path: Path) -> None:
    write(tmp_path, place, "extends: news\n")
    write(tmp_path, "late.yaml", "extends: courier.yaml\n")
    write(tmp_path, "house/style/a.yaml", RULE.replace("[all]", "[courier]"))
    settings = configure(tmp_path, f"rule_folders: [house]\n{configuration}")
    assert settings.compiled["style/a"]["profiles"] == ["courier"]
    profile = configuration.removeprefix("profile: ").strip() or place
    assert "style/a" in settings.variant(profile).on


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "style/more/a.yaml"])
def test_a_rule_file_outside_of_a_family_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    write(tmp_path, "style/b.yaml")
    write(tmp_path, name)
    with pytest.raises(RuleFileError) as caught:
        compile_rules([tmp_path])
    path = tmp_path / name
    assert str(caught.value) == (
        f"{path}:4: this rule file does not stand in the folder of a family. "
        f"Move it to `{tmp_path.name}/FAMILY/{path.name}`."
    )
    with pytest.raises(RuleFileError, match="folder of a family"):
        list(cases_of(tmp_path))


def test_other_files_may_stand_in_a_folder_of_rules(tmp_path: Path) -> None:
    write(tmp_path, "style/b.yaml")
    write(tmp_path, "newslint.yaml", "profile: news\n")
    write(tmp_path, "posts/2026/a.yaml", "title: A\n")
    write(tmp_path, "lists/en/words.yaml", "check: none\n")
    assert list(compile_rules([tmp_path])) == ["style/b"]


# Renamed options


@pytest.mark.parametrize("name", check_type_names())
def test_former_names_stand_for_options_and_are_none(name: str) -> None:
    check_type = load_check_type(name)
    options = set(options_of(check_type))
    assert set(check_type.renamed.values()) <= options
    assert not set(check_type.renamed) & options


def test_a_former_name_is_accepted_in_a_house_rule_and_told_at_every_start(tmp_path: Path) -> None:
    write(tmp_path, "house/style/a.yaml", RULE.replace("[utilise]}", "[utilise], limit: 2}"))
    told = r"a\.yaml:5: the option `limit` is now `max_findings`"
    for _ in range(2):
        with pytest.warns(FutureWarning, match=told):
            settings = configure(tmp_path)
        assert settings.compiled["style/a"]["options"]["max_findings"] == 2
        settings.variant("news")
        settings.save()


def test_a_former_name_is_accepted_in_a_configuration_and_told_at_every_start(tmp_path: Path) -> None:
    text = "rules:\n  headline/headline-too-long: {options: {most: 50}}\n"
    for _ in range(2):
        with pytest.warns(FutureWarning, match=r"yaml:2: headline/headline-too-long: the option `most` is now"):
            settings = configure(tmp_path, text)
        with pytest.warns(FutureWarning) if not settings.state["variants"] else nullcontext():
            variant = settings.variant("news")
        assert variant.options["headline/headline-too-long"]["max_length"] == 50
        assert variant.origins["headline/headline-too-long"]["options"] == {"max_length": "newslint.yaml"}
        settings.save()
