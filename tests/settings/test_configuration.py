"""A configuration says what it means or is refused; what was resolved is kept for as long as it is true."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from newslint.errors import ConfigurationError
from newslint.rules.compiling import CompiledRule, compile_rules
from newslint.rules.folders import bundled, shipped_profiles
from newslint.settings import Settings, find_config, load_settings
from newslint.settings.globs import matches

RULE = """title: Plain words
severity: error
profiles: [{profile}]
check: phrases
options: {{phrases: ['{phrase}']}}
message: “{{phrase}}” has a plain word.
rationale: House style.
remedy: Write “use”.
sources: [{{title: House style, status: house}}]
limits: None.
examples:
  bad: [{{text: We ⟦{phrase}⟧ it.}}, {{text: They ⟦{phrase}⟧ it.}}]
  good: [{{text: We use it.}}, {{text: They use it.}}]
"""


@pytest.fixture(autouse=True)
def _compile_shipped_rules_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def compile_quickly(folders: Sequence[Path]) -> dict[str, CompiledRule]:
        return compile_shipped() if len(folders) == 1 else compile_rules(folders)

    monkeypatch.setattr("newslint.settings.resolving.compile_rules", compile_quickly)


@cache
def compile_shipped() -> dict[str, CompiledRule]:
    return compile_rules([bundled("rules")])


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def load(folder: Path, text: str, name: str = "newslint.yaml") -> Settings:
    return load_settings(write(folder / name, text), keep=False)


@pytest.mark.parametrize(
    "text", ["", "rules:\n", "overrides:\nextends:\nprofile:\nexclude:\n", "# nothing\n", "require: {sections: }\n"]
)
def test_a_key_without_a_value_says_nothing(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text).config.profile == "news"


def test_one_name_needs_no_list(tmp_path: Path) -> None:
    settings = load(tmp_path, "exclude: drafts\nper_file_ignores: {'*.md': clarity}\n")
    assert settings.config.exclude == ("drafts",)
    assert [entry.rules for entry in settings.ignored_in("a.md")] == [("clarity",)]


REFUSED = {
    "rules: 5": ("newslint.yaml:1", "`rules` must be a mapping or a list (got 5)"),
    "rules:\n  structure/missing-byline:": (
        ":2",
        "`rules.structure/missing-byline` must be 'on'",
        "it has no value",
    ),
    "rules:\n  structure/missing-byline: {enabeld: true}": (":2", "enabeld", "Did you mean `enabled`?"),
    "rules:\n  structure/missing-byline: {severity: {grave: error}}": (":2", "grade `grave`"),
    "rules:\n  suppressions/unused: {options: {a: 1}}": (":2", "no options"),
    "readability: {profile: 1}": ("unknown key `readability.profile`", "Known here: backend."),
    "per_file_ignores:\n  '*.md': [structur]": (":2", "per_file_ignores", "`structure`"),
    "overrides:\n  - {files: none.md, rules: {structur: off}}": (":2", "`structur`", "`structure`"),
    "overrides:\n  - {files: none.md, profile: newz}": ("overrides[0].profile", "`newz`", "`news`"),
    "overrides:\n  - {files: []}": (":2", "`overrides.0.files`"),
    "overrides:\n  - {files: 'columns\\*.md'}": ("`/` between folders",),
    "content_types: {field: kind, profiles: {Comment: newz}}": ("content_types.profiles.Comment", "`news`"),
    "field_aliases: {bylne: [by]}": ("`field_aliases.bylne` must be 'headline'",),
    "profile: drafts": ("`drafts` is neither a profile nor a file",),
    "rule_folders: [drafts]": ("`drafts` contains no rule file", "FAMILY/RULE.yaml"),
    "fail_on: 2026-02-31": ("cannot be read", "quotation marks"),
    "profile: list.yaml": ("list.yaml:1", "not a mapping"),
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_a_configuration_cannot_mean_is_told_at_once(tmp_path: Path, text: str) -> None:
    write(tmp_path / "drafts" / "a.md", "Text.\n")
    write(tmp_path / "list.yaml", "- news\n")
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, text + "\n")
    for part in (str(tmp_path), *REFUSED[text]):
        assert part in str(caught.value)


@pytest.mark.parametrize("text", ["tool = 3", "[tool]\nnewslint = 3", "[tool.newslint]\nprofile = 3", "[tool.newslint"])
def test_a_pyproject_file_that_is_wrong_is_told(tmp_path: Path, text: str) -> None:
    if text == "tool = 3":
        assert load(tmp_path, text, "pyproject.toml").config.profile == "news"
        return
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml"):
        load(tmp_path, text, "pyproject.toml")


def test_a_pyproject_file_that_only_speaks_of_newslint_is_no_configuration(tmp_path: Path) -> None:
    above = write(tmp_path / "newslint.yaml", "")
    write(tmp_path / "site" / "pyproject.toml", "# [tool.newslint] stands above\n[tool.other]\n")
    assert find_config(tmp_path / "site") == above
    own = write(tmp_path / "site" / "pyproject.toml", "[[tool.newslint.overrides]]\nfiles = 'a'\n")
    assert find_config(tmp_path / "site") == own


def test_a_circle_of_extends_prints_its_chain(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "extends: b.yaml\n")
    write(tmp_path / "b.yaml", "extends: a.yaml\n")
    with pytest.raises(ConfigurationError, match=r"a\.yaml → b\.yaml → a\.yaml"):
        load(tmp_path, "extends: a.yaml\n")


def test_the_origin_of_each_value_is_known(tmp_path: Path) -> None:
    write(tmp_path / "desk.yaml", "extends: news\nrules: {clarity/long-sentence: {severity: error}}\n")
    settings = load(
        tmp_path, "profile: desk.yaml\nrules:\n  clarity: on\n  clarity/long-sentence: {options: {max_words_far: 40}}\n"
    )
    origins = settings.variant("desk.yaml").origins["clarity/long-sentence"]
    assert origins == {"state": "newslint.yaml", "severity": "desk.yaml", "options": {"max_words_far": "newslint.yaml"}}


def test_to_extend_a_profile_turns_on_the_rules_that_are_for_it(tmp_path: Path) -> None:
    write(tmp_path / "house" / "style" / "plain.yaml", RULE.format(profile="finance", phrase="utilise"))
    assert "style/plain" not in load(tmp_path, "rules: [house]\n").variant("news").on
    assert "style/plain" in load(tmp_path, "rule_folders: house\nextends: finance\n").variant("news").on


def test_rules_about_suppressions_have_settings_like_others(tmp_path: Path) -> None:
    variant = load(tmp_path, "rules: {suppressions: error, suppressions/unused: off}\n").variant("news")
    assert "suppressions/unused" not in variant.on
    assert variant.severities["suppressions/expired"] == {"default": "error"}


def keep(folder: Path) -> Settings:
    settings = load_settings(folder / "newslint.yaml")
    settings.variant(settings.config.profile)
    settings.save()
    return settings


def change(path: Path, text: str) -> None:
    before = path.stat().st_mtime_ns
    write(path, text)
    os.utime(path, ns=(before + 1_000_000_000, before + 1_000_000_000))


def test_what_was_kept_lasts_until_a_file_changes_that_it_was_made_from(tmp_path: Path) -> None:
    rule = write(tmp_path / "house" / "style" / "plain.yaml", RULE.format(profile="all", phrase="list:words"))
    words = write(tmp_path / "house" / "lists" / "words.txt", "utilise\n")
    desk = write(tmp_path / "desk.yaml", "extends: base.yaml\n")
    base = write(tmp_path / "base.yaml", "extends: news\n")
    config = write(tmp_path / "newslint.yaml", "rule_folders: house\nprofile: desk.yaml\n")
    first = keep(tmp_path)
    assert keep(tmp_path).fingerprint == first.fingerprint
    assert not keep(tmp_path)._is_changed
    change(words, "leverage\n")
    assert keep(tmp_path).compiled["style/plain"]["options"]["phrases"] == ["leverage"]
    change(base, "extends: news\nrules: {style/plain: off}\n")
    assert "style/plain" not in keep(tmp_path).variant("desk.yaml").on
    change(desk, "extends: base.yaml\nrules: {style/plain: on}\n")
    assert "style/plain" in keep(tmp_path).variant("desk.yaml").on
    change(config, "rule_folders: house\nprofile: blog\n")
    assert keep(tmp_path).config.profile == "blog"
    change(rule, RULE.format(profile="opinion", phrase="utilise"))
    assert "style/plain" not in keep(tmp_path).variant("blog").on


def test_profiles_of_the_same_name_in_two_folders_are_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, state in (("one", "on"), ("two", "off")):
        write(tmp_path / name / "desk.yaml", f"extends: news\nrules: {{clarity: {state}}}\n")
        monkeypatch.chdir(tmp_path / name)
        settings = load_settings(None)
        assert ("clarity/cliche" in settings.variant("desk.yaml").on) == (state == "on")
        settings.save()


@pytest.mark.parametrize("damage", [b"", b"{", b"00000000\n{}", b"\xff\xfe", b'{"stamps": {}}', b"[" * 100_000])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    write(tmp_path / "newslint.yaml", "")
    first = keep(tmp_path)
    for file in (tmp_path / "cache" / "private").iterdir():
        file.write_bytes(damage)
    again = keep(tmp_path)
    assert (again.config, again.compiled.keys()) == (first.config, first.compiled.keys())


@pytest.mark.parametrize("folder", ["/dev/null", "/proc/none", "file"])
def test_a_cache_that_cannot_be_kept_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    write(tmp_path / "file", "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", folder)
    write(tmp_path / "newslint.yaml", "")
    assert keep(tmp_path).compiled


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.md", "news/a.md", True),
        ("/*.md", "news/a.md", False),
        ("news", "news/2026/a.md", True),
        ("news/", "site/news/a.md", True),
        ("news/*", "news/2026/a.md", False),
        ("news/**", "news/2026/a.md", True),
        ("**/*.{md,html}", "news/a.html", True),
        ("{news,sport}/**", "sport/a.md", True),
        ("{news,sport}/**", "blog/a.md", False),
        ("[slug].md", "s.md", False),
        ("[slug].md", "p/[slug].md", True),
        ("a(b)*.md", "a(b)c.md", True),
    ],
)
def test_globs_mean_what_their_reference_says(glob: str, path: str, expected: bool) -> None:
    assert matches(path, glob) is expected


@pytest.mark.parametrize("name", list(shipped_profiles()))
def test_a_shipped_profile_that_is_copied_is_a_profile_of_one_s_own(tmp_path: Path, name: str) -> None:
    text = (bundled("profiles") / f"{name}.yaml").read_text(encoding="utf-8")
    write(tmp_path / "mine.yaml", text)
    settings = load(tmp_path, "profile: mine.yaml\n")
    copied, shipped = settings.variant("mine.yaml"), settings.variant(name)
    # The rules that name the shipped profile are for that one alone: a copy has those of the profiles it extends.
    required = [[entry._replace(origin="") for entry in variant.required] for variant in (copied, shipped)]
    assert copied.elements == shipped.elements
    assert required[0] == required[1]
    assert copied.on <= shipped.on


def test_the_profile_strict_has_every_rule_but_those_of_style_packs() -> None:
    variant = load_settings(None, keep=False).variant("strict")
    rules = compile_shipped()
    assert variant.on >= {name for name in rules if not all("/" in each for each in rules[name]["profiles"])}
