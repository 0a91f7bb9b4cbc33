"""Style packs: profiles of house rules in a folder of their own, which are off until somebody takes one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newslint.errors import ConfigurationError
from newslint.rules.folders import bundled, profile_name, profile_path, shipped_profiles
from newslint.rules.yaml_files import read_yaml
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode

PACKS = [name for name in shipped_profiles() if "/" in name]
TEXT = "Rents rose by 14 per cent in the U.K. on the 4th of June, and NATO met in order to utilise an historic hotel.\n"


def family_of(pack: str) -> str:
    return pack.replace("/", "-")


def own_rules(pack: str) -> set[str]:
    family = family_of(pack)
    return {f"{family}/{path.stem}" for path in (bundled("rules") / family).glob("*.yaml")}


def said(folder: Path, config: str, text: str = TEXT) -> set[str]:
    path = folder / "newslint.yaml"
    path.write_text(config, encoding="utf-8")
    linter = Linter(load_settings(path), RunOptions(date(2026, 11, 27), seconds=0))
    found = linter.lint(decode(text.encode(), str(folder / "a.md"))).diagnostics
    return {each.rule for each in found if each.rule.startswith("style")}


def test_there_are_three_packs_and_each_has_rules() -> None:
    assert PACKS == ["style/gov-uk", "style/guardian", "style/plain"]
    assert all(len(own_rules(pack)) >= 5 for pack in PACKS)


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_lists_its_rules_one_by_one_so_that_a_copy_of_it_has_them(pack: str, tmp_path: Path) -> None:
    path = shipped_profiles()[pack]
    listed = {rule for rule in read_yaml(path, ConfigurationError)["rules"] if rule.startswith("style-")}
    assert listed == own_rules(pack)
    (tmp_path / "mine.yaml").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    copied = said(tmp_path, "profile: news\nextends: [mine.yaml]\n")
    assert copied == said(tmp_path, f"profile: news\nextends: [{pack}]\n") != set()


def test_packs_are_off_until_one_is_taken_and_then_only_that_one_is_on(tmp_path: Path) -> None:
    for profile in ("news", "strict", "blog"):
        assert said(tmp_path, f"profile: {profile}\n") == set()
    for pack in PACKS:
        found = said(tmp_path, f"extends: [{pack}]\n")
        assert found
        assert {rule.partition("/")[0] for rule in found} == {family_of(pack)}


def test_packs_join_profiles_and_one_another_and_single_rules_can_be_left_out(tmp_path: Path) -> None:
    both = said(tmp_path, "extends: [style/gov-uk, style/plain]\n")
    assert {"style-gov-uk/percent", "style-plain/phrase"} <= both
    less = said(tmp_path, "extends: [style/gov-uk, style/plain]\nrules:\n  style-gov-uk/percent: off\n")
    assert both - less == {"style-gov-uk/percent"}


def test_an_article_may_name_a_pack(tmp_path: Path) -> None:
    text = f"---\nnewslint: {{profile: style/guardian}}\n---\n\n{TEXT}"
    assert "style-guardian/acronym" in said(tmp_path, "profile: news\n", text)


def test_a_mistyped_pack_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="style/plain"):
        said(tmp_path, "extends: [style/plian]\n")


def test_names_of_profiles_lead_to_their_files_and_back(tmp_path: Path) -> None:
    for name, path in shipped_profiles().items():
        assert profile_path(name, tmp_path) == path
        assert profile_name(path) == name
    assert profile_path("style/none", tmp_path) is None
    assert profile_path("style", tmp_path) is None
    assert profile_path("../profiles/style/plain", tmp_path) is None


def test_quotations_and_code_are_left_alone(tmp_path: Path) -> None:
    text = f"“{TEXT.strip()[:-1]},” Ana Roe said.\n\n`{TEXT.strip()}`\n"
    for pack in PACKS:
        assert said(tmp_path, f"extends: [{pack}]\n", text) == set()
