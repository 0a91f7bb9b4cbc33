"""Read YAML files whose every mistake is told with file, line and the nearest right word; not for articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from newslint.errors import NewslintError, nearest

Model = TypeVar("Model", bound=BaseModel)


def read_yaml(path: Path, error: type[NewslintError]) -> Any:
    """Return a YAML file's data with the positions of its keys; raise `error` where it is not YAML 1.2."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise error(str(path), f"the file cannot be read ({problem}).", "Check its name and encoding.") from problem
    try:
        return YAML(typ="rt").load(text)
    except MarkedYAMLError as problem:
        mark = problem.problem_mark
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        what = " ".join(str(problem.problem or problem).split())
        raise error(where, f"not valid YAML ({what}).", "Mend the line, or quote the value.") from problem
    except YAMLError as problem:
        raise error(str(path), f"not valid YAML ({' '.join(str(problem).split())}).", "Mend the file.") from problem


def plain(value: Any) -> Any:
    """Return YAML data as plain dicts, lists and scalars."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return value if value is None else str(value)


def validate(model: type[Model], data: Any, path: Path, error: type[NewslintError]) -> Model:
    """Return the model of a file's data, or raise `error` naming the line of the first mistake."""
    try:
        return model.model_validate(plain(data) if data is not None else {})
    except ValidationError as problem:
        raise explain(problem, data, path, error, known_keys(model)) from problem


_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")


def explain(
    problem: ValidationError, data: Any, path: Path, error: type[NewslintError], known: Iterable[str]
) -> NewslintError:
    """Turn a validation error into one that names file, line, the wrong word and the nearest right one."""
    mistakes = problem.errors(include_url=False)
    # A mistyped key is often also a missing one: the typo tells more.
    first = next((mistake for mistake in mistakes if mistake["type"] in _UNKNOWN), mistakes[0])
    where = [part for part in first["loc"] if isinstance(part, int) or not part.startswith("function-")]
    name = ".".join(map(str, where)) or "the file"
    place = f"{path}:{line_of(data, where)}"
    if first["type"] in _UNKNOWN:
        wrong = str(where[-1])
        options = sorted(set(known) | set(_siblings(problem, where)))
        hint = nearest(wrong, options)
        way_out = f"Did you mean `{hint}`?" if hint else f"Known here: {', '.join(options)}."
        return error(place, f"unknown key `{name}`.", way_out)
    if first["type"] == "missing":
        return error(place, f"`{name}` is missing.", "Add it.")
    given = first.get("input")
    shown = f" (got {given!r})" if isinstance(given, (str, int, float, bool)) else ""
    return error(place, f"`{name}`: {first['msg'].removeprefix('Value error, ')}{shown}.", "Mend the value.")


def _siblings(problem: ValidationError, where: Sequence[Any]) -> list[str]:
    """The keys that other errors of the same mapping name, such as those that are missing."""
    return [
        str(other["loc"][-1])
        for other in problem.errors(include_url=False)
        if other["type"] == "missing" and list(other["loc"][:-1]) == list(where[:-1])
    ]


def known_keys(model: type[BaseModel]) -> set[str]:
    """Return all keys that a model and the models inside it know."""
    found: set[str] = set()

    def collect(schema: Any) -> None:
        if isinstance(schema, dict):
            found.update(schema.get("properties", {}))
            for item in schema.values():
                collect(item)
        elif isinstance(schema, list):
            for item in schema:
                collect(item)

    collect(TypeAdapter(model).json_schema())
    return found


def line_of(data: Any, where: Sequence[Any]) -> int:
    """Return the 1-based line at which a path of keys stands in a YAML file's data."""
    line = 1
    for part in where:
        position = getattr(data, "lc", None)
        if position is None:
            return line
        try:
            line = (position.key(part) if isinstance(data, dict) else position.item(part))[0] + 1
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return line
    return line
