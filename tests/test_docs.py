"""The documentation: its configurations are valid, its keys complete, its outputs real and its links alive."""

from __future__ import annotations

import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

from newslint.checks import load_check_type
from newslint.cli import main
from newslint.contract import CHECK_TYPES
from newslint.rules.folders import shipped_profiles
from newslint.rules.spec import ExampleSpec, RuleSpec
from newslint.settings import load_settings
from newslint.settings.loading import Settings
from newslint.settings.model import (
    ConfigModel,
    ContentTypesModel,
    OverrideModel,
    ReadabilityModel,
    RequirementModel,
    RequireModel,
    RuleSettingModel,
)
from newslint.testing import cases_of, run_case

ROOT = Path(__file__).resolve().parents[1]
CONFIGURATION_GUIDE = ROOT / "docs" / "for-content-repositories.md"
RULE_GUIDE = ROOT / "docs" / "for-rule-writers.md"
CHECK_GUIDE = ROOT / "docs" / "writing-a-check.md"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
# A fence with a comment before it that says what it holds: `configuration`, `configuration: NAME` or `rule: NAME`.
_MARKED = re.compile(r"^<!-- (configuration|rule)(?:: (\S+))? -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(page: Path) -> Iterator[tuple[str, str, str]]:
    for match in _MARKED.finditer(page.read_text(encoding="utf-8")):
        yield match[1], match[2] or "", match[3]


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _resolve_all(settings: Settings) -> None:
    """Resolve every variant that a configuration can give: unknown rules and options are only met there."""
    overrides = settings.config.overrides
    settings.variant(settings.config.profile)
    for index, entry in enumerate(overrides):
        settings.variant(entry.profile or settings.config.profile, (index,))
    types = settings.config.content_types
    for profile in types.profiles.values() if types else ():
        settings.variant(profile)


CONFIGURATIONS = [
    pytest.param(page, name, text, id=f"{page.name}-{number}")
    for page in PAGES
    for number, (kind, name, text) in enumerate(_blocks(page), 1)
    if kind == "configuration"
]


@pytest.mark.parametrize(("page", "name", "text"), CONFIGURATIONS)
def test_a_configuration_in_the_documentation_is_valid(page: Path, name: str, text: str, tmp_path: Path) -> None:
    for kind, other, content in [*_blocks(RULE_GUIDE), *_blocks(page)]:
        if (other and kind == "rule") or other.startswith("profiles/"):
            _write(tmp_path, other, content)
    (tmp_path / "content").mkdir()
    settings = load_settings(_write(tmp_path, name or "newslint.yaml", text), keep=False)
    _resolve_all(settings)


def test_the_repository_s_own_configuration_is_valid() -> None:
    settings = load_settings(ROOT / "newslint.yaml", keep=False)
    _resolve_all(settings)
    for entry in settings.config.per_file_ignores:
        settings.check_names(entry.rules, "per_file_ignores")


def test_a_rule_in_the_documentation_passes_its_examples(tmp_path: Path) -> None:
    rules = [(name, text) for kind, name, text in _blocks(RULE_GUIDE) if kind == "rule"]
    assert rules
    for name, text in rules:
        _write(tmp_path, name, text)
    settings = load_settings(None, keep=False)
    cases = list(cases_of(tmp_path / "house-rules"))
    assert cases
    assert {case.name: run_case(case, settings) for case in cases if run_case(case, settings)} == {}


@pytest.mark.parametrize(
    ("page", "model"),
    [
        *((CONFIGURATION_GUIDE, model) for model in (ConfigModel, OverrideModel, RequireModel, RequirementModel)),
        *((CONFIGURATION_GUIDE, model) for model in (RuleSettingModel, ReadabilityModel, ContentTypesModel)),
        *((RULE_GUIDE, model) for model in (RuleSpec, ExampleSpec)),
    ],
)
def test_every_key_is_documented(page: Path, model: type[BaseModel]) -> None:
    text = page.read_text(encoding="utf-8")
    headings = set(re.findall(r"\w+", " ".join(re.findall(r"^### (.*)$", text, re.MULTILINE))))
    missing = [key for key in model.model_fields if f"`{key}`" not in text and key not in headings]
    assert missing == []


def test_every_heading_of_the_configuration_reference_is_a_key() -> None:
    text = CONFIGURATION_GUIDE.read_text(encoding="utf-8")
    reference = text.partition("## The configuration file")[2].partition("\n## ")[0]
    named = {name for line in re.findall(r"^### (.*)$", reference, re.MULTILINE) for name in line.split(" and ")}
    assert named == set(ConfigModel.model_fields)


def test_the_table_of_checks_that_serve_any_rule_has_their_placeholders() -> None:
    table = RULE_GUIDE.read_text(encoding="utf-8").partition("<!-- choosing: begin -->")[2].partition("<!--")[0]
    rows = [line.split("|")[2:4] for line in table.strip().splitlines()[2:]]
    told = {use.strip(" `"): set(re.findall(r"{(\w+)}", names)) for use, names in rows}
    assert told == {name: set(load_check_type(name).placeholders) for name in told}
    assert {name for name, kind in CHECK_TYPES.items() if kind.general} <= set(told)


def test_the_check_in_the_guide_passes_the_examples_of_its_rule(tmp_path: Path) -> None:
    guide = CHECK_GUIDE.read_text(encoding="utf-8")
    code = re.search(r"^<!-- check -->\n```python\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert code
    module = ModuleType("newslint.checks.guide")
    known = dict(CHECK_TYPES)
    try:
        exec(compile(code[1], CHECK_GUIDE.name, "exec"), module.__dict__)
        for kind, name, text in _blocks(CHECK_GUIDE):
            assert kind == "rule"
            _write(tmp_path, name, text)
        cases = list(cases_of(tmp_path / "rules"))
        assert len({case.number for case in cases if case.is_bad}) >= 2
        assert [fault for case in cases for fault in run_case(case, load_settings(None, keep=False))] == []
    finally:
        CHECK_TYPES.clear()
        CHECK_TYPES.update(known)


def test_the_floors_of_the_design_are_those_that_are_held() -> None:
    table = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").partition("<!-- floors: begin -->")[2]
    rows = [line.split("|")[1:3] for line in table.partition("<!--")[0].strip().splitlines()[2:]]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    held = [{name.strip() for name in layer.split("|")} for layer in contracts[0]["layers"]]
    assert [set(re.findall(r"`(\w+)`", rooms)) for _, rooms in rows] == held
    assert [int(number) for number, _ in rows] == [*range(len(held) - 1, -1, -1)]


def test_every_profile_and_family_is_introduced() -> None:
    readme, editors = (path.read_text(encoding="utf-8") for path in (ROOT / "README.md", ROOT / "docs/for-editors.md"))
    assert [name for name in shipped_profiles() if f"`{name}`" not in readme] == []
    folders = sorted(path.name for path in (ROOT / "rules").glob("*/") if f"`{path.name}`" not in editors)
    assert folders == ["jurisdictions", "lists"]


def test_the_list_of_check_types_is_fresh() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "list_check_types.py"))
    assert tool["main"](["--check"]) == 0, "run `python tools/list_check_types.py`"


def test_the_report_in_the_readme_is_what_newslint_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(
        r"^<!-- output of: (\S+) -->\n```text\n(.*?)^```$",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    assert shown
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    main([shown[1], "--today", "2026-06-01", "--no-cache"])
    assert capsys.readouterr().out.startswith(shown[2])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if not target.startswith(("http:", "https:"))]
    assert [target for target in local if not (page.parent / target).exists() and "…" not in target] == []
