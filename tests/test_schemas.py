"""The JSON Schemas for editors accept and refuse what newslint itself accepts and refuses."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker
from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML

from newslint.cli import main
from newslint.cli.arguments import build_parser
from newslint.errors import NewslintError
from newslint.rules.compiling import compile_rule
from newslint.rules.folders import shipped_profiles
from newslint.rules.spec import HouseRuleSpec
from newslint.rules.yaml_files import plain
from newslint.settings import load_settings
from newslint.settings.model import ConfigModel

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^<!-- (configuration|rule)(?:: (\S+))? -->\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@cache
def load(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return schema


@cache
def validator(name: str) -> Draft7Validator:
    return Draft7Validator(load(name), format_checker=FormatChecker())


def read(text: str) -> Any:
    """Read YAML as newslint does; a date stays the text that JSON would have."""
    return plain(YAML(typ="rt").load(text)) or {}


def documents() -> Iterator[tuple[str, str, Any]]:
    """Yield the schema, name and data of every configuration, profile and rule of this repository and its guides."""
    for path in shipped_profiles().values():
        yield "profile", path.name, read(path.read_text(encoding="utf-8"))
    yield "configuration", "newslint.yaml", read((ROOT / "newslint.yaml").read_text(encoding="utf-8"))
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        if page.name == "writing-a-check.md":  # its rule names a check that the page is about to write
            continue
        for number, (kind, name, text) in enumerate(_BLOCK.findall(page.read_text(encoding="utf-8"))):
            own = "rule" if kind == "rule" else "profile" if name.startswith("profiles/") else "configuration"
            yield own, f"{page.name}-{number}", read(text)


def rules() -> Iterator[tuple[str, str, Any]]:
    for path in sorted((ROOT / "rules").glob("*/*.yaml")):
        if path.parent.name == "jurisdictions":
            continue
        yield "rule", path.stem, read(path.read_text(encoding="utf-8"))


def is_valid(name: str, data: Any) -> bool:
    return validator(name).is_valid(data)


def is_accepted(name: str, data: Any) -> bool:
    """Tell what newslint's own model says of data; what other files hold is not asked."""
    model: type[BaseModel] = HouseRuleSpec if name == "rule" else ConfigModel
    try:
        model.model_validate(copy.deepcopy(data))
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("schema", "data"), [pytest.param(*each[::2], id=each[1]) for each in documents()])
def test_what_is_shown_is_valid(schema: str, data: Any) -> None:
    assert [error.message[:200] for error in validator(schema).iter_errors(data)] == []


def test_every_shipped_rule_is_valid() -> None:
    told = {
        name: [error.message[:200] for error in validator(schema).iter_errors(data)] for schema, name, data in rules()
    }
    assert {name: errors for name, errors in told.items() if errors} == {}


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths to all parts of some data."""
    yield path
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places(value, (*path, key))


def changed(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a copy of some data in which another value, or an unknown key, stands at a path."""
    new = copy.deepcopy(data)
    if not path:
        return value
    here = new
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = value
    return new


def at(data: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


# Values that pydantic takes for nothing else: it would read "5" as a number and 1 as true.
ODD: tuple[Any, ...] = ({"zzz": {}}, [[{}]], "Zq zq", None)


def mutants(data: Any) -> Iterator[Any]:
    """Yield the data with an unknown key, a wrong value, or without a part, at each place."""
    for path in places(data):
        here = at(data, path)
        if isinstance(here, dict):
            yield changed(data, path, {**here, "zzz zzz": 1})
            for key in here:
                yield changed(data, path, {other: value for other, value in here.items() if other != key})
        for odd in ODD:
            yield changed(data, path, odd)


def test_the_schema_takes_nothing_that_the_model_refuses() -> None:
    """What the model alone takes are names and options, which newslint knows to be wrong later than its model."""
    whole = [(schema, mutant) for schema, _, data in (*documents(), *list(rules())[::23]) for mutant in mutants(data)]
    sample = whole[::9]
    assert len(sample) > 300
    assert [mutant for schema, mutant in sample if is_valid(schema, mutant) and not is_accepted(schema, mutant)] == []
    assert sum(not is_valid(schema, mutant) for schema, mutant in sample) > len(sample) / 2


WRONG_CONFIGURATIONS = [
    "profil: news",
    "rules: {clarity/clichee: off}",
    "rules: {clarty: off}",
    "rules: {clarity/cliche: of}",
    "rules: {clarity/cliche: {sevrity: error}}",
    "rules: {headline/headline-too-long: {options: {max_lenght: 80}}}",
    "rules: {headline/headline-too-long: {options: {max_length: many}}}",
    "rules: {headline/headline-too-long: {options: {max_length: 0}}}",
    "rules: {headline/headline-too-long: {severity: {fra: error}}}",
    "rules: {suppressions/unused: {options: {most: 3}}}",
    "overrides: [{files: '*.md', rules: {clarity/clichee: off}}]",
    "overrides: [{profile: news}]",
    "overrides: [{files: []}]",
    "per_file_ignores: {'*.md': clarity/clichee}",
    "per_file_ignores: {'*.md': [clarity, clichee]}",
    "per_file_ignores: {'*.md': {rules: [clichee], reason: old}}",
    "per_file_ignores: {'*.md': [{rules: clarity, resaon: old}]}",
    "field_aliases: {headlines: [title]}",
    "require: {elements: [headlin]}",
    "require: {sections: [{headings: [Sources]}]}",
    "max_file_size: large",
    "max_file_size: 0",
    "language: English",
    "drafts: hide",
    "fail_on: sometimes",
    "preview: perhaps",
    "content_types: {profiles: {a: news}}",
    "targets: {grade: 0}",
    "required_version: [0.1]",
]
RIGHT_CONFIGURATIONS = [
    "",
    "exclude:",
    "rules: [house]",
    "rules: {clarity: off, suppressions/unused: error, suppressions: warning}",
    "rules: {headline/headline-too-long: {options: {max_length: {en: 70, de: 90}}}}",
    "rules: {clarity/cliche: {options: {phrases: ['list:cliches', more words]}}}",
    "rules: {clarity/cliche: {options: {phrases: 'list:cliches'}, enabled: , severity: advice}}",
    "rule_folders: house\nrules: {house/word: off}\nper_file_ignores: {'*.md': house/word}",
    "per_file_ignores: {'*.md': [clarity], 'b.md': {rules: quotes, until: 2027-01-01}, 'c.md': [{rules: [quotes]}]}",
    "max_file_size: 2 MB",
    "required-version: '>=0.1'",
    "extends: news",
    "include: a.txt",
]


def loads(text: str, folder: Path) -> bool:
    (folder / "house" / "house").mkdir(parents=True, exist_ok=True)
    rule = (ROOT / "rules/clarity/cliche.yaml").read_text(encoding="utf-8")
    (folder / "house" / "house" / "word.yaml").write_text(rule, encoding="utf-8")
    (folder / "newslint.yaml").write_text(text, encoding="utf-8")
    try:
        load_settings(folder / "newslint.yaml", keep=False)
    except NewslintError:
        return False
    return True


@pytest.mark.parametrize("text", WRONG_CONFIGURATIONS)
def test_a_wrong_key_is_refused_by_schema_and_loader(text: str, tmp_path: Path) -> None:
    assert not is_valid("configuration", read(text))
    assert not loads(text, tmp_path)


@pytest.mark.parametrize("text", RIGHT_CONFIGURATIONS)
def test_what_the_loader_takes_the_schema_takes(text: str, tmp_path: Path) -> None:
    assert loads(text, tmp_path)
    assert [error.message[:200] for error in validator("configuration").iter_errors(read(text))] == []


def test_the_check_of_a_rule_decides_about_its_options_and_grades(tmp_path: Path) -> None:
    good = (ROOT / "rules/headline/headline-too-long.yaml").read_text(encoding="utf-8")
    path = tmp_path / "house" / "too-long.yaml"
    path.parent.mkdir()
    for old, new in (
        ("check: headline-length", "check: headline-lenght"),
        ("max_length:", "max_lenght:"),
        ("title:", "titel:"),
        ("far:", "fra:"),
        ("good:", "fine:"),
    ):
        text = good.replace(old, new, 1)
        assert text != good, old
        path.write_text(text, encoding="utf-8")
        assert not is_valid("rule", read(text)), old
        with pytest.raises(NewslintError):
            compile_rule("house/too-long", path, tmp_path)


def test_every_key_rule_and_option_is_described() -> None:
    schema = load("configuration")
    assert set(ConfigModel.model_fields) <= set(schema["properties"])
    assert all(node["description"] for node in schema["properties"].values())
    known = schema["$defs"]["Rules"]["properties"]
    assert set(load_settings(None, keep=False).compiled) < set(known)
    assert all(node["description"] for node in known.values())
    options = [node for name, node in schema["$defs"].items() if name.startswith("options of ")]
    assert options
    assert all(each["description"] for node in options for each in node["properties"].values())


def test_a_newsroom_s_schema_names_its_house_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert loads("rule_folders: house", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["schema", "configuration"]) == 0
    assert "house/word" in json.loads(capsys.readouterr().out)["$defs"]["Rules"]["properties"]
    assert main(["schema", "rule", "--output", "rule.json"]) == 0
    assert (tmp_path / "rule.json").read_text(encoding="utf-8") == (ROOT / "schemas/rule.schema.json").read_text(
        "utf-8"
    )
    assert main(["schema", "rule", "--output", "newslint.yaml"]) == 2


def test_options_that_are_keys_say_the_same_in_help_and_schema() -> None:
    options = {action.dest: action for action in build_parser("check").command("check")._actions}
    known = load("configuration")["properties"]
    shared = {"fail_on", "min_severity", "preview", "profile"}
    assert shared <= options.keys() & known.keys()
    for name in shared - {"profile"}:
        told = (options[name].help or "").partition(" (default")[0]
        assert known[name]["description"].rstrip(".").casefold() == told.casefold()
        allowed = [value for branch in known[name]["anyOf"] for value in branch.get("enum", ())]
        assert allowed == list(options[name].choices or ())
