"""What an article's front matter says of its profile: under `newslint`, or by its type."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.article import Article
from newslint.errors import nearest
from newslint.records import NamedTuple
from newslint.settings.records import ContentTypes
from newslint.source import Problem
from newslint.spans import Span

FRONT_MATTER = "front-matter-invalid"
_OWN_KEYS = ("ignore", "profile")


class Declared(NamedTuple):
    """A profile that an article names for itself, and where."""

    profile: str
    span: Span


def declared_profile(article: Article) -> tuple[Declared | None, list[Problem]]:
    """Return the profile that an article's front matter names, and what is wrong with its field `newslint`."""
    entry = article.field("newslint")
    if entry is None or entry.value is None:
        return None, []
    if not isinstance(entry.value, Mapping):
        message = "`newslint` has no keys; write it as `newslint: {profile: opinion}`"
        return None, [Problem(FRONT_MATTER, entry.span, message)]
    problems = []
    for key in map(str, entry.value):
        if key not in _OWN_KEYS:
            hint = nearest(key, _OWN_KEYS)
            way_out = f"did you mean `{hint}`?" if hint else "known: `ignore`, `profile`"
            problems.append(Problem(FRONT_MATTER, entry.span, f"unknown key `{key}` under `newslint` ({way_out})"))
    profile = entry.value.get("profile")
    if profile is not None and not isinstance(profile, str):
        problems.append(Problem(FRONT_MATTER, entry.span, "the profile under `newslint` is not a name"))
        profile = None
    return Declared(profile, entry.span) if profile else None, problems


def stated_types(article: Article, types: ContentTypes | None) -> list[str]:
    """Return what an article says of its type in the field that the configuration names for that."""
    stated = article.field(types.field) if types else None
    values = stated.value if stated and isinstance(stated.value, list) else [stated.value if stated else None]
    # YAML, TOML and JSON write a boolean as `true` or `false`, and so does the configuration.
    return [
        str(value).lower() if isinstance(value, bool) else value for value in values if isinstance(value, (str, bool))
    ]
