"""What a configuration says, as records that a type checker sees; `model` validates the file that it is read from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from newslint.language.readability.measures import Backend
from newslint.parts import ElementKind
from newslint.records import NamedTuple
from newslint.rules.building import frozen

FailOn = Literal["error", "warning", "advice", "never"]


class Override(NamedTuple):
    """The globs of files that have settings of their own, and the profile that they are judged under."""

    files: tuple[str, ...]
    profile: str | None


class ContentTypes(NamedTuple):
    """The field of front matter that says what type an article is, and the profile of each of its values."""

    field: str
    profiles: Mapping[str, str]


class Readability(NamedTuple):
    """Who counts syllables."""

    backend: Backend


class Ignore(NamedTuple):
    """Rules and families that are not reported in the files of a glob, why, and the last day on which that holds."""

    glob: str
    rules: tuple[str, ...]
    reason: str = ""
    until: date | None = None


class Configuration(NamedTuple):
    """What a configuration says beside rules and requirements, which the variants of the settings hold.

    `field_aliases` are the names of fields of front matter for each element, `lexicons` the newsroom's own words for
    each list; `max_file_size` is in bytes.
    """

    profile: str
    overrides: tuple[Override, ...]
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    follow_links: bool
    per_file_ignores: tuple[Ignore, ...]
    field_aliases: Mapping[ElementKind, tuple[str, ...]]
    lexicons: Mapping[str, tuple[str, ...]]
    content_types: ContentTypes | None
    language: str | None
    date_order: Literal["day-first", "month-first"] | None
    readability: Readability
    site_root: str | None
    drafts: Literal["advice", "skip", "check"]
    baseline: str
    names: tuple[str, ...]
    jurisdictions: tuple[str, ...]
    fail_on: FailOn
    min_severity: Literal["error", "warning", "advice"]
    tracked_changes: Literal["accepted", "rejected"]
    preview: bool
    max_file_size: int


def read_configuration(data: Mapping[str, Any]) -> Configuration:
    """Return the record of a validated configuration that was kept as plain data."""
    types = data["content_types"]
    chosen = {
        "overrides": tuple(Override(tuple(entry["files"]), entry["profile"]) for entry in data["overrides"]),
        "content_types": ContentTypes(types["field"], types["profiles"]) if types else None,
        "readability": Readability(data["readability"]["backend"]),
        "per_file_ignores": tuple(
            _read_ignore(glob, entry) for glob, entries in data["per_file_ignores"].items() for entry in entries
        ),
    }
    return Configuration(**{name: chosen.get(name, frozen(data[name])) for name in Configuration._fields})


def _read_ignore(glob: str, entry: Mapping[str, Any]) -> Ignore:
    until = date.fromisoformat(entry["until"]) if entry["until"] else None
    return Ignore(glob, tuple(entry["rules"]), entry["reason"], until)
