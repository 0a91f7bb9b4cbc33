"""From rule files to plain data that can be kept and loaded without validating again; it runs no check."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from newslint.checks import check_type_names, load_check_type
from newslint.errors import RuleFileError, nearest
from newslint.rulesets.folders import bundled, rule_files


class CompiledRule(TypedDict):
    """A validated rule as plain data, without its examples."""

    id: str
    title: str
    severities: dict[str, str]
    profiles: list[str]
    languages: list[str]
    check: str
    options: dict[str, Any]
    yields_to: list[str]
    message: str
    remedy: str
    rationale: str
    limits: str
    sources: list[dict[str, str | None]]
    path: str


def compile_rules(folders: Sequence[Path]) -> dict[str, CompiledRule]:
    """Return all rules under the folders by id, sorted; raise RuleFileError for the first that is not valid.

    A rule of a later folder replaces one of the same id of an earlier folder.
    """
    found: dict[str, CompiledRule] = {}
    for folder in folders:
        for identity, path in rule_files(folder):
            found[identity] = compile_rule(identity, path, folder)
    for rule in found.values():
        for other in rule["yields_to"]:
            if other not in found:
                hint = nearest(other, found)
                way_out = f"Did you mean `{hint}`?" if hint else "Name a rule that exists."
                raise RuleFileError(rule["path"], f"`yields_to` names `{other}`, which is no rule.", way_out)
    return dict(sorted(found.items()))


def compile_rule(identity: str, path: Path, folder: Path) -> CompiledRule:
    """Return one rule file as plain data; raise RuleFileError where it is not valid."""
    from newslint.rules.spec import RuleSpec
    from newslint.rulesets.yaml_files import read_yaml, validate

    data = read_yaml(path, RuleFileError)
    spec = validate(RuleSpec, data, path, RuleFileError)
    options = compile_options(spec.check, spec.options, path, data, folder)
    check_type = load_check_type(spec.check)
    grades = {"default", *check_type.grades}
    for grade in spec.severities:
        if grade not in grades:
            way_out = f"Known: {', '.join(sorted(grades))}."
            raise RuleFileError(
                str(path), f"`severity` names the grade `{grade}`, which `{spec.check}` lacks.", way_out
            )
    _check_message(spec.message, path)
    return CompiledRule(
        id=identity,
        title=spec.title,
        severities=spec.severities,
        profiles=list(spec.profiles),
        languages=list(spec.languages),
        check=spec.check,
        options=options,
        yields_to=list(spec.yields_to),
        message=spec.message,
        remedy=spec.remedy,
        rationale=spec.rationale,
        limits=spec.limits,
        sources=[source.model_dump() for source in spec.sources],
        path=str(path),
    )


def _check_message(message: str, path: Path) -> None:
    try:
        list(string.Formatter().parse(message))
    except ValueError as problem:
        raise RuleFileError(str(path), f"`message`: {problem}.", "Write {{ and }} for braces.") from problem


def compile_options(
    check: str, options: Mapping[str, Any], path: Path, data: Any = None, folder: Path | None = None
) -> dict[str, Any]:
    """Validate a check type's options, `list:NAME` replaced by that list's lines; return all of them as plain data."""
    import re

    from pydantic import TypeAdapter, ValidationError

    from newslint.rulesets.yaml_files import explain

    try:
        check_type = load_check_type(check)
    except KeyError:
        hint = nearest(check, check_type_names())
        way_out = f"Did you mean `{hint}`?" if hint else f"Known: {', '.join(check_type_names())}."
        raise RuleFileError(str(path), f"`check` names `{check}`, which is no check type.", way_out) from None
    filled = {key: _fill(value, path, folder) for key, value in options.items()}
    known = set(check_type.options._fields)
    for key in filled:
        if key not in known:
            hint = nearest(key, known)
            way_out = f"Did you mean `{hint}`?" if hint else f"Known: {', '.join(sorted(known)) or 'none'}."
            raise RuleFileError(str(path), f"`options` has `{key}`, which `{check}` does not know.", way_out)
    adapter = TypeAdapter(check_type.options)
    try:
        value = adapter.validate_python(filled)
        built = check_type.build(value)
        # A check may put off work, such as compiling its patterns; what is wrong with it must show here.
        getattr(built, "prepare", lambda: None)()
    except ValidationError as problem:
        within = data.get("options") if isinstance(data, dict) else None
        raise explain(problem, within, path, RuleFileError, known) from problem
    except re.error as problem:
        raise RuleFileError(str(path), f"a pattern does not compile ({problem}).", "Mend the pattern.") from problem
    except ValueError as problem:
        raise RuleFileError(str(path), f"`options`: {problem}.", "Mend the value.") from problem
    plain: dict[str, Any] = TypeAdapter(dict).dump_python(value._asdict(), mode="json")
    return plain


def _fill(value: Any, path: Path, folder: Path | None) -> Any:
    """Replace `list:NAME`, alone or in a list, by the lines of that word list."""
    if isinstance(value, str) and value.startswith("list:"):
        return read_list(value.removeprefix("list:"), path, folder)
    if isinstance(value, list):
        filled: list[Any] = []
        for item in value:
            lines = _fill(item, path, folder)
            filled.extend(lines) if isinstance(item, str) and item.startswith("list:") else filled.append(lines)
        return filled
    if isinstance(value, dict):
        return {key: _fill(item, path, folder) for key, item in value.items()}
    return value


def read_list(name: str, asked_by: Path, folder: Path | None) -> list[str]:
    """Return the entries of a word list, from the rules' own folder or the shipped ones; `#` begins a comment."""
    for home in filter(None, (folder, bundled("rules"))):
        file = home / "lists" / f"{name}.txt"
        if file.is_file():
            lines = (line.partition("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
            return [line for line in lines if line]
    known = sorted(file.stem for file in (bundled("rules") / "lists").glob("*.txt"))
    hint = nearest(name, known)
    way_out = f"Did you mean `list:{hint}`?" if hint else f"Known: {', '.join(known) or 'none'}."
    raise RuleFileError(str(asked_by), f"`list:{name}` is no word list.", way_out)
