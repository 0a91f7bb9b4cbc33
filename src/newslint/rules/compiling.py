"""Validate rule files and turn them into plain data that can be kept and loaded without validating again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from newslint.checks import check_type_names, load_check_type
from newslint.contract import OF_TEXTS, CheckType
from newslint.contract import CompiledRule as CompiledRule
from newslint.diagnostics import placeholders
from newslint.errors import RuleFileError, did_you_mean, nearest
from newslint.patterns import listening, pattern
from newslint.rules.beside import made_once
from newslint.rules.folders import bundled, rule_files
from newslint.rules.judging import judge
from newslint.rules.life import check_life, former_names
from newslint.rules.notices import note
from newslint.rules.prepared import read_prepared
from newslint.rules.references import check_folder, check_yields
from newslint.rules.stamps import stamp

if TYPE_CHECKING:
    from newslint.rules.spec import RuleSpec


def compile_rules(folders: Sequence[Path]) -> dict[str, CompiledRule]:
    """Return all rules under the folders by id, sorted; raise RuleFileError for the first that is not valid.

    A rule of a later folder replaces one of the same id of an earlier folder.
    """
    found: dict[str, CompiledRule] = {}
    for folder in folders:
        found |= _shipped(folder) if folder == bundled("rules") else _compile_folder(folder)
    former = former_names(found.values())
    for rule in found.values():
        rule["yields_to"] = [former.get(name, name) for name in rule["yields_to"]]
    check_yields(found)
    check_life(found)
    return dict(sorted(found.items()))


def _shipped(folder: Path) -> dict[str, CompiledRule]:
    """Return the shipped rules: as the wheel brings them, else compiled once for a process."""
    state = read_prepared()
    rules: dict[str, CompiledRule] = state["rules"] if state else _compile_shipped(folder, *stamp(folder))
    return rules


@cache
def _compile_shipped(folder: Path, *_stamp: str) -> dict[str, CompiledRule]:
    return made_once("rules", lambda: _compile_folder(folder))


def _compile_folder(folder: Path) -> dict[str, CompiledRule]:
    check_folder(folder)
    own: dict[str, CompiledRule] = {}
    for identity, path in rule_files(folder):
        if identity in own:
            cause = f"`{own[identity]['path']}` is the same rule, `{identity}`."
            raise RuleFileError(str(path), cause, "Remove or rename one of them.")
        own[identity] = compile_rule(identity, path, folder)
    return own


def compile_rule(identity: str, path: Path, folder: Path) -> CompiledRule:
    """Return one rule file as plain data; raise RuleFileError where it is not valid."""
    return read_rule(identity, path, folder)[0]


def read_rule(identity: str, path: Path, folder: Path) -> tuple[CompiledRule, RuleSpec]:
    """Return one rule file as plain data and as it is written; raise RuleFileError where it is not valid."""
    from newslint.rules.yaml_files import line_of

    _check_identity(identity, path)
    spec, data = read_spec(path)
    options = compile_options(spec.check, spec.options, path, data, folder)
    check_type = load_check_type(spec.check)
    grades = {"default", *OF_TEXTS, *check_type.grades}
    for grade in spec.severities:
        if grade not in grades:
            way_out = did_you_mean(grade, grades, f"Known: {', '.join(sorted(grades))}.")
            place = _place(path, data, ("severity", grade))
            raise RuleFileError(place, f"unknown grade `{grade}` in `severity`.", way_out)
    _check_message(spec.message, check_type, f"{path}:{line_of(data, ('message',))}")
    plain = spec.model_dump(mode="json", exclude={"examples", "severity"})
    severities = spec.severities | {name: name for name in _severities_in(options) if name not in spec.severities}
    own = {"id": identity, "severities": severities, "options": options, "path": str(path)}
    return cast("CompiledRule", {key: (plain | own)[key] for key in CompiledRule.__annotations__}), spec


def read_spec(path: Path) -> tuple[RuleSpec, Any]:
    """Return a rule file as it is written, and its data with positions; a newsroom's own may leave out more."""
    from newslint.rules.spec import HouseRuleSpec, RuleSpec
    from newslint.rules.yaml_files import read_yaml, validate

    data = read_yaml(path, RuleFileError)
    model = RuleSpec if path.is_relative_to(bundled("rules")) else HouseRuleSpec
    return validate(model, data, path, RuleFileError), data


def _severities_in(options: Mapping[str, Any]) -> list[str]:
    """Return the severities that entries of options ask for: they are grades of their own names."""
    lists = (value.values() if isinstance(value, dict) else value for value in options.values())
    entries = (entry for each in lists if isinstance(each, Iterable) and not isinstance(each, str) for entry in each)
    asked = (entry.get("severity") for entry in entries if isinstance(entry, dict))
    return [name for name in asked if isinstance(name, str)]


_IDENTITY = pattern(r"[a-z0-9-]+/[a-z0-9-]+")
# Families of what newslint itself reports, which no rule file may take.
_RESERVED = ("internal", "suppressions")


def _check_identity(identity: str, path: Path) -> None:
    if not _IDENTITY.fullmatch(identity):
        cause = f"the path gives the rule the id `{identity}`, which is not a valid name."
        raise RuleFileError(str(path), cause, "Use small letters, digits and hyphens, as in `style/no-jargon.yaml`.")
    family = identity.partition("/")[0]
    if family in _RESERVED:
        cause = f"the family `{family}` is reserved for newslint itself."
        raise RuleFileError(str(path), cause, "Put the rule into another folder.")


def _check_message(message: str, check_type: CheckType, place: str) -> None:
    """Raise RuleFileError where a message asks for a value that the check does not bring."""
    known = [f"{{{name}}}" for name in check_type.placeholders]
    try:
        names = placeholders(message)
    except ValueError as problem:
        way_out = f"Known: {', '.join(known) or 'none'}; write {{{{ and }}}} for braces."
        raise RuleFileError(place, f"`message`: {problem}.", way_out) from problem
    for name in names:
        if name not in check_type.placeholders:
            hint = nearest(name, check_type.placeholders)
            cause = f"unknown placeholder `{{{name}}}` in `message`."
            way_out = f"Did you mean `{{{hint}}}`?" if hint else f"Known: {', '.join(known) or 'none'}."
            raise RuleFileError(place, cause, way_out)


def compile_options(
    check: str, options: Mapping[str, Any], path: Path, data: Any = None, folder: Path | None = None
) -> dict[str, Any]:
    """Validate a check type's options, `list:NAME` replaced by that list's lines; return all of them as plain data."""
    try:
        check_type = load_check_type(check)
    except KeyError:
        way_out = did_you_mean(check, check_type_names(), f"Known: {', '.join(check_type_names())}.")
        raise RuleFileError(_place(path, data, ("check",)), f"unknown check type `{check}`.", way_out) from None
    from pydantic import ValidationError

    from newslint.rules.options import model_of, options_of
    from newslint.rules.yaml_files import explain, line_of

    filled = {}
    for key, value in options.items():
        name = _present_name(check_type, key, options_of(check_type), path, data)
        filled[name] = _fill(value, path, folder)
    try:
        split = [name for name in check_type.by_language if isinstance(filled.get(name), dict)]
        values = model_of(check_type, split).model_validate(filled)
    except ValidationError as problem:
        within = data.get("options") if isinstance(data, dict) else filled
        known = options_of(check_type)
        raise explain(problem, within, path, RuleFileError, known, line_of(data, ("options",))) from problem
    for name, facts in options_of(check_type).items():
        if maker := facts.option.pattern or facts.option.made:
            # Past the cache: what is made must show here.
            make = partial(getattr(maker, "__wrapped__", maker), getattr(values, name))
            _try_patterns(make, name, options if facts.option.pattern else {}, path, data)
    return values.model_dump(mode="json")


def _present_name(check_type: CheckType, key: str, known: Iterable[str], path: Path, data: Any) -> str:
    """Return the name of an option, of which a former name is noted; raise RuleFileError where there is none."""
    name = check_type.renamed.get(key, key)
    place = _place(path, data, ("options", key))
    if name not in known:
        near = nearest(key, [*known, *check_type.renamed])
        hint = check_type.renamed.get(near, near) if near else None
        way_out = f"Did you mean `{hint}`?" if hint else f"Known: {', '.join(sorted(known)) or 'none'}."
        raise RuleFileError(place, f"unknown option `{key}` of the check `{check_type.name}`.", way_out)
    if name != key:
        note(f"{place}: the option `{key}` is now `{name}`; the next release refuses the old name.")
    return name


def _try_patterns(make: Callable[[], object], name: str, options: Mapping[str, Any], path: Path, data: Any) -> None:
    """Raise RuleFileError where patterns cannot be made or, those of `options`, are ambiguous."""
    place = _place(path, data, ("options", name))
    try:
        with listening() as patterns:
            make()
        if options:
            judge(patterns, options, path, data)
    except re.error as problem:
        raise RuleFileError(place, f"invalid pattern ({problem}).", "Fix the pattern.") from problem
    except (ValueError, OverflowError, RecursionError) as problem:
        raise RuleFileError(place, f"`options`: {problem}.", "Fix the value.") from problem


def _place(path: Path, data: Any, where: tuple[Any, ...]) -> str:
    """Return the file, and the line of a value where the file was read."""
    from newslint.rules.yaml_files import line_of

    return str(path) if data is None else f"{path}:{line_of(data, where)}"


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


_LONGEST_LIST = 5_000_000  # bytes
_LIST_NAME = pattern(r"(?!\.)[\w.-]*")


def read_list(name: str, asked_by: Path, folder: Path | None) -> list[str]:
    """Return the entries of a word list, from the rules' own folder or the shipped ones; `#` begins a comment."""
    from newslint.rules.yaml_files import read_text

    # A name leads nowhere but into the folder of lists.
    is_name = _LIST_NAME.fullmatch(name) is not None
    for home in filter(None, (folder, bundled("rules")) if is_name else ()):
        file = home / "lists" / f"{name}.txt"
        if file.is_file():
            text = read_text(file, RuleFileError, _LONGEST_LIST)
            return [line for line in (line.partition("#")[0].strip() for line in text.splitlines()) if line]
    known = sorted(file.stem for file in (bundled("rules") / "lists").glob("*.txt"))
    hint = nearest(name, known)
    way_out = f"Did you mean `list:{hint}`?" if hint else f"Known: {', '.join(known) or 'none'}."
    raise RuleFileError(str(asked_by), f"unknown word list `list:{name}`.", way_out)
