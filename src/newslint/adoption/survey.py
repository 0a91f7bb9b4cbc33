"""Look at a repository's articles: in which folders they are, what their fields are called, of what type they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newslint.assembly.metadata import claims_of, elements_named
from newslint.errors import SourceError
from newslint.formats.draft import ParseOptions
from newslint.formats.frontmatter.fields import read_front_matter
from newslint.language.dates.timestamps import is_timestamp
from newslint.newsroom.names import read_value
from newslint.parts import FrontMatter
from newslint.records import NamedTuple
from newslint.source import read

# Articles that are looked at; those of a larger archive are taken at even steps.
_SAMPLE = 400
# Which share of the articles that lack an element must have a field for it.
_SHARE = 0.3
_FEW = 2
_SHORTEST_SUMMARY, _LONGEST_HEADLINE = 40, 200
# The folder's or the type's name, in letters alone, and the profile of what it holds.
_PROFILES: Mapping[str, str] = {
    name: profile
    for profile, names in {
        "opinion": "opinion opinions column columns columnists comment commentary editorial editorials oped opeds "
        "letters views viewpoint viewpoints",
        "sponsored": "sponsored advertorial advertorials partnercontent paid paidpost paidposts promoted branded",
        "explainer": "explainer explainers explained",
        "analysis": "analysis analyses",
        "wire": "wire wires agency",
        "finance": "finance markets investing personalfinance money",
        "health": "health wellness",
        "blog": "blog blogs",
    }.items()
    for name in names.split()
}
_TYPE_FIELDS = ("type", "category", "categories", "section", "format", "kind", "genre", "layout", "content_type")
# Parts of the names of fields, for each element that a field may hold.
_HINTS: Mapping[str, tuple[str, ...]] = {
    "headline": ("title", "headline", "heading", "hed", "titel", "titre"),
    "byline": ("author", "writer", "reporter", "byline", "journalist", "autor", "auteur", "correspondent"),
    "published": ("date", "publish", "online", "issued", "datum", "fecha"),
    "summary": ("summary", "description", "excerpt", "abstract", "intro", "teaser", "standfirst", "lead"),
}
_NOT = (
    "seo",
    "og",
    "twitter",
    "photo",
    "image",
    "picture",
    "modif",
    "update",
    "expir",
    "event",
    "bio",
    "id",
    "slug",
    "url",
)


class Survey(NamedTuple):
    """What was found: how many articles were looked at, and what they share.

    `folders` has how many articles stand below each folder at the top, `aliases` fields for elements with how many
    articles have them, `profiles` profiles by folder, `types` the field that tells types with its values.
    """

    looked_at: int
    folders: Mapping[str, int]
    aliases: Mapping[str, Mapping[str, int]]
    profiles: Mapping[str, str]
    type_field: str
    types: Mapping[str, str]


def survey(paths: Sequence[str], folder: Path) -> Survey:
    """Look at the articles at some paths, which are seen from a folder."""
    chosen = paths[:: len(paths) // _SAMPLE + 1]
    heads = list(_heads(chosen, folder))
    field, types = _types_of(heads)
    return Survey(
        len(chosen),
        Counter(path.partition("/")[0] if "/" in path else "" for path in paths),
        _aliases_of(heads),
        _profiles_of(paths),
        field,
        types,
    )


class _Head(NamedTuple):
    """The front matter of an article and the elements that its fields give."""

    front_matter: FrontMatter
    elements: frozenset[str]


def _heads(paths: Iterable[str], folder: Path) -> Iterator[_Head]:
    for path in paths:
        try:
            source = read(folder / path, path, limit=2_000_000)
        except SourceError:
            continue
        front_matter, _, _ = read_front_matter(source)
        if front_matter is not None:
            claims = claims_of(source, front_matter, ParseOptions())
            yield _Head(front_matter, frozenset(claim.kind for claim in claims))


def _aliases_of(heads: Sequence[_Head]) -> dict[str, dict[str, int]]:
    """Return the fields that stand for an element where none of the usual names does."""
    found: dict[str, dict[str, int]] = {}
    for element, hints in _HINTS.items():
        lacking = [head for head in heads if element not in head.elements]
        counts = Counter(
            entry.name
            for head in lacking
            for entry in head.front_matter.fields
            if _may_hold(entry.name, hints) and _CAN_BE[element](entry.value)
        )
        least = max(min(_FEW, len(heads)), _SHARE * len(lacking))
        chosen = {name: count for name, count in counts.most_common() if count >= least}
        if chosen:
            found[element] = chosen
    return found


def _may_hold(name: str, hints: Sequence[str]) -> bool:
    plain = _letters(name)
    return (
        any(hint in plain for hint in hints)
        and not any(plain.startswith(part) or plain.endswith(part) for part in _NOT)
        and not elements_named(name)
    )


def _is_headline(value: object) -> bool:
    return isinstance(value, str) and " " in value.strip() and len(value) <= _LONGEST_HEADLINE


def _is_summary(value: object) -> bool:
    return isinstance(value, str) and len(value) >= _SHORTEST_SUMMARY


def _is_people(value: object) -> bool:
    return not isinstance(value, bool) and bool(read_value(value))


_CAN_BE: Mapping[str, Callable[[Any], bool]] = {
    "headline": _is_headline,
    "byline": _is_people,
    "published": is_timestamp,
    "summary": _is_summary,
}


def _profiles_of(paths: Iterable[str]) -> dict[str, str]:
    """Return the profile of each folder whose name tells it, the outermost of several."""
    found: dict[str, str] = {}
    for path in paths:
        parts = path.split("/")[:-1]
        for end, name in enumerate(parts, 1):
            profile = _PROFILES.get(_letters(name))
            if profile is not None:
                found["/".join(parts[:end])] = profile
                break
    return dict(sorted(found.items()))


def _types_of(heads: Sequence[_Head]) -> tuple[str, dict[str, str]]:
    """Return the field that tells the type of most articles, and the profile of each of its values."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for head in heads:
        for name in _TYPE_FIELDS:
            entry = head.front_matter.find(name)
            values = entry.value if entry and isinstance(entry.value, list) else [entry.value if entry else None]
            told[name].update(
                value.strip() for value in values if isinstance(value, str) and _letters(value) in _PROFILES
            )
    field = max(told, key=lambda name: told[name].total(), default="")
    if not field or not told[field]:
        return "", {}
    return field, {value: _PROFILES[_letters(value)] for value in sorted(told[field])}


def _letters(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalpha())
