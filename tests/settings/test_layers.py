"""How settings lie over one another: rule file, profile, configuration, overrides; each agrees with a plain model."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.contract import Requirement
from newslint.diagnostics import Severity
from newslint.errors import ConfigurationError, UsageError
from newslint.rules.compiling import CompiledRule, compile_rules
from newslint.rules.folders import made_from
from newslint.settings import Settings, find_config, is_named, load_settings
from newslint.settings.records import Configuration, Ignore, Readability

HEADLINE = """title: Long headline
severity: {default: warning, far: error}
profiles: [news]
check: headline-length
options: {max_length: 60}
message: Long.
rationale: r
remedy: m
sources: [{title: House, status: house}]
limits: l
examples: {bad: [{text: a}, {text: b}], good: [{text: a}, {text: b}]}
"""
WORDS = """title: Plain words
severity: advice
profiles: [%s]
check: phrases
options: {phrases: [utilise]}
message: “{phrase}”
rationale: r
remedy: m
sources: [{title: House, status: house}]
limits: l
examples: {bad: [{text: ⟦utilise⟧}, {text: ⟦utilise⟧ b}], good: [{text: a}, {text: b}]}
"""
LONG, PLAIN, RATES, LAX = "style/long-headline", "style/plain-words", "money/rates", "money/lax"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ship(package: Path) -> Path:
    """Write four rules and three profiles to where newslint has its own."""
    rules = {LONG: HEADLINE, PLAIN: WORDS % "all", RATES: WORDS % "finance", LAX: WORDS % "blog, finance"}
    for identity, text in rules.items():
        write(package / "_bundled" / "rules" / f"{identity}.yaml", text)
    write(package / "_bundled" / "profiles" / "news.yaml", "description: News.\n")
    write(package / "_bundled" / "profiles" / "finance.yaml", "description: Money.\nextends: news\n")
    write(package / "_bundled" / "profiles" / "blog.yaml", "description: Blog.\n")
    return package


@contextmanager
def shipping(package: Path) -> Iterator[None]:
    """Let newslint ship what stands in a folder; to compile the same rules for every test would take long."""
    shipped = package / "_bundled" / "rules"

    def compile_quickly(folders: Sequence[Path]) -> dict[str, CompiledRule]:
        if list(folders) != [shipped]:
            return compile_rules(folders)
        if not compiled:
            compiled.update(compile_rules(folders))
        return dict(compiled)

    compiled = _COMPILED.setdefault(package, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newslint.rules.folders._PACKAGE", package)
        patch.setattr("newslint.settings.resolving.compile_rules", compile_quickly)
        made_from.cache_clear()
        try:
            yield
        finally:
            made_from.cache_clear()


_COMPILED: dict[Path, dict[str, CompiledRule]] = {}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ship(tmp_path_factory.mktemp("package"))


@pytest.fixture(autouse=True)
def site(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to work in."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with shipping(package):
        yield folder


def load(folder: Path, text: str | Mapping[str, Any], name: str = "newslint.yaml") -> Settings:
    shown = text if isinstance(text, str) else json.dumps(text)
    return load_settings(write(folder / name, shown), keep=False)


def refusal(folder: Path, text: str | Mapping[str, Any], name: str = "newslint.yaml") -> str:
    """Return what a configuration is refused with, its own path shown as `@` and the folder as `.`."""
    with pytest.raises(ConfigurationError) as caught:
        load(folder, text, name)
    return str(caught.value).replace(str(folder / name), "@").replace(str(folder), ".")


# Layers

SETTING = st.sampled_from(
    [
        "on",
        "off",
        "error",
        "advice",
        {},
        {"enabled": False},
        {"enabled": True, "severity": "warning"},
        {"severity": {"far": "advice"}},
        {"severity": {"default": "error", "far": "warning"}},
        {"options": {"max_length": 50}},
        {"options": {"max_length": 55, "max_length_far": 99}, "severity": "advice"},
        {"options": {"max_length_far": 88}, "enabled": None},
    ]
)
RULES_OF_LAYER = st.dictionaries(st.sampled_from([LONG, "style"]), SETTING, max_size=2).map(
    # Options and grades of one rule cannot be set for a family, which has another rule as well.
    lambda rules: {
        key: value
        for key, value in rules.items()
        if key == LONG or isinstance(value, str) or ("enabled" in value and "options" not in value)
    }
)
ORIGINS = ["profile news", "desk.yaml", "above.yaml", "newslint.yaml", "newslint.yaml, overrides[0]"]


class Model:
    """What holds for a rule, by the plainest means: one layer after the other changes it."""

    def __init__(self) -> None:
        self.on = True
        self.severities = {"default": "warning", "far": "error"}
        self.options = {"max_length": 60, "max_length_far": 110}
        self.origin: dict[str, Any] = {}

    def lay(self, setting: Any, origin: str) -> None:
        if isinstance(setting, str):
            setting = {"enabled": setting != "off", "severity": None if setting in ("on", "off") else setting}
        if setting.get("enabled") is not None:
            self.on = setting["enabled"]
            self.origin["state"] = origin
        severity = setting.get("severity")
        if severity:
            self.severities |= dict.fromkeys(self.severities, severity) if isinstance(severity, str) else severity
            self.origin["severity"] = origin
        if setting.get("options"):
            self.options |= setting["options"]
            self.origin.setdefault("options", {}).update(dict.fromkeys(setting["options"], origin))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(*[RULES_OF_LAYER] * 5))
def test_of_all_layers_the_highest_that_says_something_holds(
    package: Path, layers: Sequence[Mapping[str, Any]]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "site"
        news, desk, above, own, override = layers
        write(package / "_bundled" / "profiles" / "news.yaml", json.dumps({"rules": news}))
        write(folder / "desk.yaml", json.dumps({"extends": "news", "rules": desk}))
        write(folder / "above.yaml", json.dumps({"rules": above}))
        found = load(
            folder,
            {
                "profile": "desk.yaml",
                "extends": "above.yaml",
                "rules": own,
                "overrides": [{"files": "*.md", "rules": override}, {"files": "*.html"}],
            },
        )
        model = Model()
        for number, (layer, origin) in enumerate(zip(layers, ORIGINS, strict=True)):
            for key in ("style", LONG):
                if key in layer:
                    model.lay(layer[key], origin)
            if number < 3:
                continue
            variant = found.variant("desk.yaml", (0,) if number == 4 else ())
            assert (LONG in variant.on) == model.on
            assert variant.severities.get(LONG, {"default": "warning", "far": "error"}) == model.severities
            assert variant.options.get(LONG, {"max_length": 60, "max_length_far": 110}) == model.options
            assert variant.origins.get(LONG, {}) == model.origin
            (rule,) = [rule for rule in variant.choose((LONG,), ()).rules if rule.id == LONG]
            assert {grade: str(rule.severity(grade)) for grade in model.severities} == model.severities
            assert rule.options == model.options
    ship(package)


def test_a_rule_is_on_for_the_profiles_that_it_names_and_those_that_extend_them(site: Path) -> None:
    write(site / "desk.yaml", "extends: finance\n")
    write(site / "finance.yaml", "")
    found = load(site, "")
    on = {name: found.variant(name).on & {LONG, PLAIN, RATES, LAX} for name in ("news", "finance", "blog", "desk.yaml")}
    assert on == {
        "news": {LONG, PLAIN},
        "finance": {LONG, PLAIN, RATES, LAX},
        "blog": {PLAIN, LAX},
        "desk.yaml": {LONG, PLAIN, RATES, LAX},
    }
    # A house profile of the same file name as a shipped one counts as that one.
    assert found.variant("finance.yaml").on & {LONG, RATES, LAX} == {RATES, LAX}
    assert load(site, "extends: blog\n").variant("news").on & {LONG, LAX} == {LONG, LAX}


def test_the_name_of_the_configuration_is_no_profile(site: Path) -> None:
    assert RATES not in load(site, "", "finance.yaml").variant("news").on


def test_of_several_that_are_extended_the_later_holds_and_requirements_are_replaced_one_by_one(site: Path) -> None:
    write(site / "a.yaml", "rules: {style: error}\nrequire: {elements: [dek, byline], sections: [Sources]}\n")
    write(site / "b.yaml", f"extends: news\nrules: {{{PLAIN}: advice}}\nrequire: {{elements: [summary]}}\n")
    variant = load(site, "extends: [a.yaml, b.yaml]\n").variant("news")
    assert variant.severities == {LONG: {"default": "error", "far": "error"}, PLAIN: {"default": "advice"}}
    assert variant.origins[PLAIN] == {"state": "b.yaml", "severity": "b.yaml"}
    assert variant.elements == {"summary"}
    assert variant.required == (Requirement("Sources", "section", ("Sources",), (), "a.yaml"),)
    swapped = load(site, "extends: [b.yaml, a.yaml]\n").variant("news")
    assert swapped.severities[PLAIN] == {"default": "error"}
    assert swapped.elements == {"dek", "byline"}


def test_requirements_keep_their_order_kinds_and_words(site: Path) -> None:
    require = {
        "elements": ["faq", "dek"],
        "sections": ["Sources", {"name": "Method", "headings": "How we did it"}],
        "disclaimers": [{"name": "Advice", "wordings": ["no advice", "not advice"]}],
        "labels": [{"name": "Opinion", "headings": [], "wordings": "Opinion"}],
    }
    variant = load(site, {"require": require}).variant("news")
    assert variant.elements == {"dek", "faq"}
    assert variant.required == (
        Requirement("Sources", "section", ("Sources",), (), "newslint.yaml"),
        Requirement("Method", "section", ("How we did it",), (), "newslint.yaml"),
        Requirement("Advice", "disclaimer", (), ("no advice", "not advice"), "newslint.yaml"),
        Requirement("Opinion", "label", (), ("Opinion",), "newslint.yaml"),
    )
    override = {"overrides": [{"files": "*.md", "require": {"elements": [], "labels": []}}]}
    cleared = load(site, {"require": require, **override}).variant("news", (0,))
    assert cleared.elements == frozenset()
    assert [entry.kind for entry in cleared.required] == ["section", "section", "disclaimer"]


def test_rules_of_newslint_itself_are_on_and_have_settings_without_options(site: Path) -> None:
    own = [f"suppressions/{kind}" for kind in ("expired", "malformed", "missing-reason", "unknown-rule", "unused")]
    assert load(site, "").variant("blog").on >= set(own)
    text = "rules: {suppressions: 'off', suppressions/unused: {enabled: true, severity: error}}\n"
    variant = load(site, text).variant("news")
    assert variant.on & set(own) == {"suppressions/unused"}
    assert variant.severities == {"suppressions/unused": {"default": "error"}}
    assert load(site, "rules: {suppressions/unused: advice}\n").variant("news").severities == {
        "suppressions/unused": {"default": "advice"}
    }


def test_a_variant_is_resolved_once_and_knows_its_profile(site: Path) -> None:
    found = load(site, f"overrides: [{{files: a.md, rules: {{{PLAIN}: 'off'}}}}]\n")
    assert found.variant("news") is found.variant("news", ())
    assert found.variant("news", (0,)) is not found.variant("news")
    assert (found.variant("blog").profile, PLAIN in found.variant("news", (0,)).on) == ("blog", False)


# Names and choices


def test_a_rule_is_named_by_its_id_or_its_family_and_by_nothing_else() -> None:
    assert is_named("style/plain", ["a", "style"])
    assert is_named("style/plain", ["style/plain"])
    for other in ("styl", "plain", "style/plai", "style/plain-words", "style/", ""):
        assert not is_named("style/plain", [other])
    assert not is_named("style/plain", [])


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        ((), (), {LONG, PLAIN}),
        ((RATES,), (), {RATES}),
        (("money", LONG), (RATES,), {LAX, LONG}),
        (("style",), ("style",), set()),
        ((), (PLAIN,), {LONG}),
    ],
)
def test_what_is_selected_replaces_what_is_on_and_what_is_ignored_is_left_out(
    site: Path, select: Sequence[str], ignore: Sequence[str], chosen: set[str]
) -> None:
    variant = load(site, "").variant("news")
    assert [rule.id for rule in variant.choose(select, ignore).rules] == sorted(chosen)
    assert {rule for rule in (LONG, PLAIN, RATES, LAX) if variant.is_chosen(rule, select, ignore)} == chosen


def test_a_name_that_no_rule_has_is_refused_with_the_nearest(site: Path) -> None:
    found = load(site, "")
    found.check_names([LONG, "style", "money", "suppressions", "suppressions/unused"], "--select")
    assert found.families == {"style", "money", "suppressions"}
    for name, way_out in (
        ("style/plain-word", f"Did you mean `{PLAIN}`?"),
        ("plain-words", f"Did you mean `{PLAIN}`?"),
        ("moneys", "Did you mean `money`?"),
        ("zzz", "`newslint rules` lists them."),
    ):
        with pytest.raises(UsageError) as caught:
            found.check_names([LONG, name], "--select")
        assert str(caught.value) == f"--select: there is no rule or family `{name}`. {way_out}"


# Files and their profiles


def test_overrides_of_a_file_are_all_whose_globs_match_in_order(site: Path) -> None:
    found = load(
        site,
        {
            "profile": "blog",
            "overrides": [
                {"files": ["*.html", "news/**"], "profile": "news"},
                {"files": "news/deep/*"},
                {"files": "*.md", "profile": "finance"},
            ],
        },
    )
    paths = {
        "a.md": ((2,), "finance"),
        "news/a.md": ((0, 2), "news"),
        "news/deep/a.txt": ((0, 1), "news"),
        "other/a.html": ((0,), "news"),
        "a.txt": ((), "blog"),
    }
    assert {path: (found.overrides_of(path), found.profile_of(path)) for path in paths} == paths


def test_the_type_of_an_article_chooses_its_profile_before_its_path(site: Path) -> None:
    found = load(
        site,
        {
            "overrides": [{"files": "*.md", "profile": "finance"}],
            "content_types": {"field": "kind", "profiles": {"Straße": "blog", "b": "news"}},
        },
    )
    assert found.profile_of("a.md", ["none", " STRASSE ", "b"]) == "blog"
    assert found.profile_of("a.md", ["B", "straße"]) == "news"
    assert found.profile_of("a.md", ["c"]) == "finance"
    assert found.profile_of("a.txt", []) == "news"
    assert load(site, "profile: blog\n").profile_of("a.md", ["b"]) == "blog"


def test_what_is_ignored_in_a_file_is_all_that_its_globs_name(site: Path) -> None:
    found = load(site, {"per_file_ignores": {"*.md": ["style", RATES], "news/*": "money", "*.txt": []}})
    style, money = Ignore("*.md", ("style", RATES)), Ignore("news/*", ("money",))
    assert found.ignored_in("news/a.md") == [style, money]
    assert found.ignored_in("a.md") == [style]
    assert found.ignored_in("a.txt") == []
    assert load(site, "").ignored_in("a.md") == []


def test_the_defaults_are_those_that_are_documented(site: Path) -> None:
    expected = Configuration(
        profile="news",
        overrides=(),
        include=(),
        exclude=(),
        follow_links=False,
        per_file_ignores=(),
        field_aliases={},
        lexicons={},
        content_types=None,
        language=None,
        date_order=None,
        tracked_changes="accepted",
        readability=Readability("newslint"),
        site_root=None,
        drafts="advice",
        baseline=".newslint-baseline",
        names=(),
        jurisdictions=(),
        fail_on="error",
        min_severity="warning",
        preview=False,
        max_file_size=10_000_000,
    )
    assert load(site, "").config == load_settings(None, keep=False).config == expected
    assert load(site, "").root == load_settings(None, keep=False).root == site


def test_the_files_that_settings_were_made_from_are_known(site: Path, package: Path) -> None:
    write(site / "house" / "local" / "x.yaml", WORDS % "all")
    write(site / "house" / "lists" / "w.txt", "a\n")
    write(site / "desk.yaml", "extends: news\n")
    found = load(site, "extends: desk.yaml\nrule_folders: house\n")
    files = set(found.files)
    shipped = package / "_bundled"
    for path in (
        site / "newslint.yaml",
        site / "desk.yaml",
        site / "house" / "local" / "x.yaml",
        site / "house" / "lists" / "w.txt",
        shipped / "rules" / f"{LONG}.yaml",
    ):
        assert path in files
    # Shipped profiles are newslint's own: their folder is stamped as a whole.
    assert shipped / "profiles" in files
    assert found.fingerprint != load(site, "").fingerprint


# Finding a configuration


def test_the_nearest_configuration_is_found_and_in_one_folder_yaml_comes_first(site: Path) -> None:
    deep = site / "a" / "b"
    deep.mkdir(parents=True)
    assert find_config(deep) is None
    project = write(site / "pyproject.toml", " [ tool . newslint ]\n")
    assert find_config(deep) == project
    short = write(site / "newslint.yml", "")
    assert find_config(deep) == short
    long = write(site / "newslint.yaml", "")
    assert find_config(deep) == long
    assert find_config(site) == long
    near = write(site / "a" / "pyproject.toml", "[x]\n\t[[tool.newslint.overrides]]\n")
    assert find_config(deep) == near
    write(near, "[x]\n# [tool.newslint]\na = '[tool.newslint]'\n[tool.newslinter]\n")
    assert find_config(deep) == long
    assert find_config(site / "a") == long


MEND = "Fix or remove it, or name another configuration with --config."


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
@pytest.mark.parametrize("name", ["newslint.yaml", "newslint.yml", "pyproject.toml"])
def test_a_configuration_that_is_no_file_is_refused_wherever_it_is_named(name: str, site: Path) -> None:
    path = site / name
    kinds: dict[str, Any] = {
        "is a folder": path.mkdir,
        "is a link to `nowhere`, which does not exist": lambda: path.symlink_to("nowhere"),
        "is a pipe": lambda: os.mkfifo(path),
        "is a circular link": lambda: path.symlink_to(path),
    }
    for cause, make in kinds.items():
        make()
        for ask in (lambda: find_config(site), lambda: load_settings(path, keep=False)):
            with pytest.raises(ConfigurationError) as caught:
                ask()
            assert str(caught.value) == f"{path}: the configuration {cause}. {MEND}"
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()


def test_a_configuration_that_is_not_there_is_refused(site: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_settings(site / "gone.yaml")
    assert str(caught.value) == f"{site / 'gone.yaml'}: there is no such configuration file. Check --config."


def test_a_configuration_is_named_relatively_or_absolutely(site: Path) -> None:
    write(site / "sub" / "c.yaml", "profile: blog\n")
    found = load_settings(Path("sub/../sub/c.yaml"), keep=False)
    assert (found.path, found.root, found.config.profile) == (site / "sub" / "c.yaml", site / "sub", "blog")


# What is refused, and in which words

KNOWN = "Known: blog, finance, news; or name a file."
LISTS = "`newslint rules` lists them."
REFUSED: dict[str, str] = {
    "- news\n": "@:1: the file is not a mapping. Write `profile: news`, for example.",
    "profile: newz": "@: `profile`: `newz` is neither a profile nor a file. Did you mean `news`?",
    "profile: zzz": f"@: `profile`: `zzz` is neither a profile nor a file. {KNOWN}",
    "profile: news.yaml": "@: `profile`: `news.yaml` is neither a profile nor a file. Did you mean `news`?",
    "overrides:\n  - {files: a.md}\n  - {files: b.md, profile: zzz}": (
        f"@: `overrides[1].profile`: `zzz` is neither a profile nor a file. {KNOWN}"
    ),
    "content_types: {field: kind, profiles: {a: news, b: zzz}}": (
        f"@: `content_types.profiles.b`: `zzz` is neither a profile nor a file. {KNOWN}"
    ),
    "extends: zzz": f"@: `zzz` is neither a profile nor a file. {KNOWN}",
    "extends: list.yaml": "./list.yaml:1: the profile is not a mapping. Write `extends: news`, for example.",
    "extends: wrong.yaml": "./wrong.yaml:2: unknown key `rulez`. Did you mean `rules`?",
    "extends: far.yaml": f"./far.yaml: `zzz` is neither a profile nor a file. {KNOWN}",
    "extends: self.yaml": ("./self.yaml: circular `extends`: self.yaml → self.yaml. Remove one of them."),
    "extends: into.yaml": ("./self.yaml: circular `extends`: self.yaml → self.yaml. Remove one of them."),
    "rules:\n  style: on\n  styl: on": "@:3: there is no rule or family `styl`. Did you mean `style`?",
    "rules:\n  zzz: on": f"@:2: there is no rule or family `zzz`. {LISTS}",
    "rules:\n  suppressions/unsed: on": (
        "@:2: there is no rule or family `suppressions/unsed`. Did you mean `suppressions/unused`?"
    ),
    "overrides:\n  - files: a.md\n    rules:\n      zzz: on": f"@:4: there is no rule or family `zzz`. {LISTS}",
    "overrides:\n  - {files: a.md}\n  - files: a.md\n    rules:\n      zzz: on": (
        f"@:5: there is no rule or family `zzz`. {LISTS}"
    ),
    "extends: named.yaml": f"./named.yaml:2: there is no rule or family `zzz`. {LISTS}",
    f"rules:\n  {LONG}: {{severity: {{grave: error}}}}": (
        f"@:2: {LONG}: unknown grade `grave` in `severity`. Known: captured, default, far, own-voice."
    ),
    "rules:\n  suppressions/unused: {severity: {far: error}}": (
        "@:2: suppressions/unused: unknown grade `far` in `severity`. Known: default."
    ),
    f"rules:\n  {LONG}: {{options: {{mots: 3}}}}": (
        f"@:2: {LONG}: unknown option `mots` of the check `headline-length`. Did you mean `max_length`?"
    ),
    f"rules:\n  {LONG}: {{options: {{max_length: many}}}}": (
        f"@:2: {LONG}: `max_length` must be a whole number (got 'many'). Fix the value."
    ),
    "rules:\n  suppressions/unused: {options: {a: 1}}": (
        "@:2: suppressions/unused: this rule has no options. Remove them."
    ),
    "rules:\n  suppressions: {options: {a: 1}}": "@:2: suppressions: this rule has no options. Remove them.",
    "per_file_ignores:\n  '*.md': style\n  '*.txt': [styl]": (
        "@:3: per_file_ignores: there is no rule or family `styl`. Did you mean `style`?"
    ),
    "per_file_ignores: {'*.txt': zzz}": f"@:1: per_file_ignores: there is no rule or family `zzz`. {LISTS}",
    "rule_folders: [gone]": "@: `gone` is not a folder of rules. Name a folder beside the file.",
    "rules: [empty]": (
        "@: `empty` contains no rule file that can be read. Rule files go into family folders: FAMILY/RULE.yaml."
    ),
    "exclude: ['./']": (
        "@:1: `exclude.0`: this glob matches no file; write `**` for all files (got './'). Fix the value."
    ),
    "exclude: 'a\\b'": (
        "@:1: `exclude`: globs have `/` between folders, on every system (got 'a\\\\b'). Fix the value."
    ),
    "profile: ''": "@:1: `profile`: this cannot be the name of a file or folder (got ''). Fix the value.",
    'profile: "a\\0b"': ("@:1: `profile`: this cannot be the name of a file or folder (got 'a\\x00b'). Fix the value."),
    "language: english": "@:1: `language` must match `^[a-z]{2,3}(-[A-Za-z0-9]+)*$`",
    "fail_on: info": "@:1: `fail_on` must be 'error', 'warning', 'advice' or 'never' (got 'info'). Fix the value.",
    "follow_links: 3": "@:1: `follow_links` must be `true` or `false` (got 3). Fix the value.",
    "content_types: {field: ''}": "@:1: `content_types.field` must not be empty",
    "content_types: {}": "@:1: `content_types.field` is missing. Add it.",
    "overrides: [{profile: news}]": "@:1: `overrides.0.files` is missing. Add it.",
    "overrides: [{files: []}]": "@:1: `overrides.0.files` must not be empty",
    "require: {sections: [{headings: a}]}": "@:1: `require.sections.0.name` is missing. Add it.",
    "require: {elements: [dek, deck]}": "@:1: `require.elements.1` must be 'headline', 'dek', 'byline'",
    "readability: {backend: other}": "@:1: `readability.backend` must be 'newslint' or 'textstat' (got 'other')",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_a_configuration_cannot_mean_is_told_with_its_place_and_the_way_out(text: str, site: Path) -> None:
    write(site / "list.yaml", "- news\n")
    write(site / "wrong.yaml", "extends: news\nrulez: {}\n")
    write(site / "far.yaml", "extends: zzz\n")
    write(site / "self.yaml", "extends: self.yaml\n")
    write(site / "into.yaml", "extends: self.yaml\n")
    write(site / "named.yaml", "rules:\n  zzz: on\n")
    (site / "empty").mkdir()
    told = refusal(site, text + "\n")
    assert told.startswith(REFUSED[text])
    assert told == REFUSED[text] or not REFUSED[text].endswith((".", "?"))


TOML = {
    "[tool.newslint]\nprofile = 'zzz'": f"@: `profile`: `zzz` is neither a profile nor a file. {KNOWN}",
    "[tool.newslint]\nrules = {zzz = 'on'}": f"@:1: there is no rule or family `zzz`. {LISTS}",
    "[tool]\nnewslint = 3": "@: `tool.newslint` must be a table. Write `[tool.newslint]`.",
    "[tool": "@: not valid TOML (",
}


@pytest.mark.parametrize("text", TOML)
def test_what_a_pyproject_file_cannot_mean_is_told(text: str, site: Path) -> None:
    assert refusal(site, text + "\n", "pyproject.toml").startswith(TOML[text])


def test_a_pyproject_file_may_say_all_that_a_configuration_says(site: Path) -> None:
    text = f"[tool.newslint]\nprofile = 'blog'\nrules = {{'{PLAIN}' = 'error'}}\n"
    text += "[[tool.newslint.overrides]]\nfiles = 'a'\n"
    found = load(site, text, "pyproject.toml")
    assert found.config.profile == "blog"
    assert found.variant("blog").severities == {PLAIN: {"default": "error"}}
    assert found.variant("blog").origins[PLAIN]["state"] == "pyproject.toml"
    assert found.config.overrides[0].files == ("a",)
    for bare in ("", "[tool]\n", "[tool.other]\n", "tool = 3\n"):
        assert load(site, bare, "pyproject.toml").config.profile == "news"


def test_a_variant_that_is_not_valid_says_who_asked_for_it(site: Path) -> None:
    found = load(site, "")
    for asked, said in ((None, str(site / "newslint.yaml")), ("a.md", "a.md")):
        with pytest.raises(ConfigurationError) as caught:
            found.variant("zzz", asked_by=asked)
        assert str(caught.value) == f"{said}: `zzz` is neither a profile nor a file. {KNOWN}"
    with pytest.raises(ConfigurationError, match=r"^profile: `zzz`"):
        load_settings(None, keep=False).variant("zzz")


def test_nothing_of_a_file_outside_of_the_tree_is_quoted(site: Path, tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.yaml", "secret word: 1\n")
    outside = (
        f"{secret}: it is not valid. It is outside the configuration's folders, so nothing of it is quoted here. "
        "Run newslint in the folder of that file to see what is wrong."
    )
    assert refusal(site, f"extends: {secret}\n") == outside
    found = load(site, "")
    with pytest.raises(ConfigurationError) as caught:
        found.variant(str(secret))
    assert str(caught.value) == outside
    # In a repository, the whole of it is inside, and so is what newslint ships.
    (tmp_path / ".git").mkdir()
    assert refusal(site, f"extends: {secret}\n").startswith(f"{secret}:1: unknown key `secret word`.")


def test_a_mistake_in_what_newslint_ships_is_quoted(site: Path, tmp_path: Path) -> None:
    package = ship(tmp_path / "package")
    write(package / "_bundled" / "profiles" / "blog.yaml", "wrong: 1\n")
    with shipping(package):
        told = refusal(site, "profile: blog\n")
    assert "blog.yaml:1: unknown key `wrong`. Known here: authors, baseline, content_types, date_order, " in told


def test_a_profile_may_be_a_whole_configuration(site: Path) -> None:
    write(site / "desk.yaml", "extends: news\nfail_on: never\nrules: [empty]\n")
    assert load(site, "profile: desk.yaml\n").variant("desk.yaml").on >= {PLAIN, LONG}


# Globs

PIECES = ["a", "b", "/", "*", "**", "?", "**/", "/**", "{a,b}", "{,b/}", "./", "[a]", "."]
NAMES = ["".join(parts) for size in (1, 2, 3, 4) for parts in product("ab/", repeat=size)]
PATHS = [name for name in NAMES if "//" not in name and not name.startswith("/") and not name.endswith("/")]


def naive_alternatives(glob: str) -> list[str]:
    """Write out the first pair of innermost braces that has a comma, as long as there is one."""
    depth = None
    for at, character in enumerate(glob):
        if character == "{":
            depth = at
        elif character == "}" and depth is not None:
            inner = glob[depth + 1 : at]
            if "," in inner:
                return [
                    whole
                    for choice in inner.split(",")
                    for whole in naive_alternatives(glob[:depth] + choice + glob[at + 1 :])
                ]
            depth = None
    return [glob]


def naive_matches(path: str, glob: str) -> bool:
    return any(naive_match_one(path, whole) for whole in naive_alternatives(glob))


def naive_match_one(path: str, glob: str) -> bool:
    """Match by trying everything, straight from the words of the reference."""
    bare = glob.removeprefix("./").rstrip("/")
    wanted = bare.removeprefix("/") if "/" in bare else f"**/{bare}"
    is_name = not any(sign in bare.rpartition("/")[2] for sign in "*?")

    def fits(path: str, glob: str) -> bool:
        if not glob:
            return not path
        if glob.startswith("**/"):
            if fits(path, glob[3:]):
                return True
            folder, slash, rest = path.partition("/")
            return bool(folder and slash) and fits(rest, glob)
        if glob == "/**":
            return len(path) > 1 and path[0] == "/"
        if glob.startswith("**"):
            return any(fits(path[at:], glob[2:]) for at in range(len(path) + 1))
        if glob[0] == "*":
            most = len(path.partition("/")[0])
            return any(fits(path[at:], glob[1:]) for at in range(most + 1))
        if glob[0] == "?":
            return bool(path) and path[0] != "/" and fits(path[1:], glob[1:])
        return path[:1] == glob[0] and fits(path[1:], glob[1:])

    ends = [at for at in range(1, len(path) - 1) if path[at] == "/"] if is_name else []
    return any(fits(part, wanted) for part in [path, *(path[:at] for at in ends)])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join))
def test_globs_match_what_trying_everything_matches(glob: str) -> None:
    from newslint.settings.globs import matches

    for path in PATHS:
        assert matches(path, glob) == naive_matches(path, glob), path
        assert matches(f"./{path}", glob) == naive_matches(path, glob), path


def test_a_glob_has_at_most_so_many_characters_and_alternatives(site: Path) -> None:
    from newslint.settings.globs import alternatives

    assert alternatives("{a,b}{c,d}") == ["ac", "ad", "bc", "bd"]
    assert alternatives("{a}b{}") == ["{a}b{}"]
    assert alternatives("{a,{b,c}}") == ["a", "b", "a", "c"]
    assert alternatives("x" * 1000) == ["x" * 1000]
    assert len(alternatives("{" + "a," * 199 + "b}")) == 200
    for glob, told in (
        ("x" * 1001, "this glob is longer than 1,000 characters"),
        ("{" + "a," * 200 + "b}", "the braces of this glob give more than 200 alternatives"),
        ("{a,b}" * 8, "the braces of this glob give more than 200 alternatives"),
    ):
        with pytest.raises(ValueError, match=told):
            alternatives(glob)
        assert told in refusal(site, {"exclude": [glob]})


def test_names_of_files_have_limits_too(site: Path) -> None:
    longest = "a" * 4000
    cannot = "this cannot be the name of a file or folder"
    assert cannot not in refusal(site, {"profile": longest})
    assert cannot in refusal(site, {"profile": longest + "a"})
    assert cannot in refusal(site, '{"profile": "\\ud800"}')


def test_severities_of_rules_are_those_of_diagnostics(site: Path) -> None:
    for severity in Severity:
        rules = load(site, {"rules": {PLAIN: str(severity)}}).variant("news").choose((PLAIN,), ()).rules
        assert rules[0].severity("default") is severity
