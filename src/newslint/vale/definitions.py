"""Read the rule files of a style: what each extends, its message, its level, and what it looks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newslint.errors import ConfigurationError
from newslint.records import NamedTuple
from newslint.rules.yaml_files import read_text
from newslint.vale.configuration import LEVELS

EXTENSIONS = (
    "existence", "substitution", "occurrence", "repetition", "consistency", "conditional", "capitalization", "metric",
    "readability", "spelling", "sequence", "script",
)  # fmt: skip


class Action(NamedTuple):
    """What Vale would do to what a rule flags: `replace`, `remove`, `edit` or `suggest`, with parameters."""

    name: str = ""
    params: tuple[str, ...] = ()


class Definition(NamedTuple):
    """A rule of a style as it is written; `data` holds the keys of its own kind. All scalars are texts."""

    style: str
    rule: str
    path: str
    extends: str
    message: str
    level: str
    scope: tuple[str, ...]
    data: Mapping[str, Any]
    link: str = ""
    description: str = ""
    limit: int = 0
    action: Action = Action()

    @property
    def name(self) -> str:
        """The rule's name with its style's, as Vale tells it."""
        return f"{self.style}.{self.rule}"

    def is_true(self, key: str, default: bool = False) -> bool:
        """Tell whether a switch of the rule is on."""
        value = self.data.get(key)
        return default if value is None else str(value).lower() in ("true", "1", "yes", "on")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list; a single one is a list of one."""
        return as_texts(self.data.get(key))

    def text(self, key: str) -> str:
        """Return a text, or nothing."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str, default: float = 0.0) -> float:
        """Return a number; raise ConfigurationError for what is none."""
        value = self.data.get(key)
        try:
            return default if value in (None, "") else float(value)
        except (TypeError, ValueError):
            raise wrong(self.path, f"`{key}` is no number.", "Write a number.") from None

    def pairs(self, key: str) -> dict[str, str]:
        """Return a mapping of texts, or of several such in a list."""
        value = self.data.get(key) or {}
        parts = value if isinstance(value, list) else [value]
        return {str(name): str(use) for part in parts if isinstance(part, dict) for name, use in part.items()}


def as_texts(value: Any) -> tuple[str, ...]:
    """Return texts of a list, or of a single value."""
    values = value if isinstance(value, list) else [] if value in (None, "") else [value]
    return tuple(str(each) for each in values if not isinstance(each, (dict, list)))


def wrong(path: str, cause: str, way_out: str) -> ConfigurationError:
    """Return the error that a rule file of a style is not valid."""
    return ConfigurationError(path, cause, way_out)


def rule_paths(folder: Path) -> Iterator[Path]:
    """Yield the rule files of a style, in folders of it as well, sorted."""
    yield from sorted(path for path in folder.rglob("*.yml") if path.is_file() and path.name != "meta.yml")


def read_definition(path: Path, style: str | None = None) -> Definition:
    """Return the rule of a file; raise ConfigurationError with file, cause and way out where it is not valid."""
    data = _read(path)
    extends = data.pop("extends", None)
    if extends not in EXTENSIONS:
        raise wrong(str(path), f"`extends` is `{extends or ''}`.", f"Known: {', '.join(EXTENSIONS)}.")
    if not isinstance(data.get("message"), str):
        raise wrong(str(path), "the rule has no `message`.", "Write what is wrong, with %s for the words.")
    level = data.pop("level", None) or "warning"
    if level not in LEVELS:
        raise wrong(str(path), f"`level` is `{level}`.", f"Known: {', '.join(LEVELS)}.")
    scope = as_texts(data.pop("scope", None)) or ("text",)
    return Definition(
        style or path.parent.name,
        path.name.split(".")[0],
        str(path),
        extends,
        data.pop("message"),
        level,
        scope,
        data,
        str(data.pop("link", "") or ""),
        str(data.pop("description", "") or ""),
        _whole(path, data.pop("limit", "")),
        _action(data.pop("action", None)),
    )


def _whole(path: Path, value: Any) -> int:
    if value in (None, ""):
        return 0
    if not str(value).isdecimal():
        raise wrong(str(path), "`limit` is no whole number.", "Write how many findings a file may have.")
    return int(value)


def _action(value: Any) -> Action:
    if not isinstance(value, dict):
        return Action()
    return Action(str(value.get("name") or ""), as_texts(value.get("params")))


def _read(path: Path) -> dict[str, Any]:
    """Return the keys of a rule file; all scalars are texts, since `no: yes` is a pair of words here."""
    import yaml

    text = read_text(path, ConfigurationError)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        data = yaml.load(text, loader)  # it makes nothing but texts, lists and mappings
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        raise wrong(place, f"not valid YAML ({problem.problem or problem}).", "Fix the file.") from problem
    except (yaml.YAMLError, RecursionError) as problem:
        raise wrong(str(path), f"not valid YAML ({' '.join(str(problem).split())}).", "Fix the file.") from problem
    if not isinstance(data, dict):
        raise wrong(str(path), "the file is not a mapping.", "A rule has `extends`, `message` and what it looks for.")
    return {str(key): value for key, value in data.items()}
