"""How the files of a configuration of Vale are read: which rules hold in a file, and what of it is left alone."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from newslint.article import Article
from newslint.checks.vale.expressions import compiled
from newslint.checks.vale.selectors import Selector
from newslint.checks.vale.switches import Switches
from newslint.checks.vale.texts import Masks, Stretch, read_stretches
from newslint.checks.vale.views import View
from newslint.patterns import pattern
from newslint.records import NamedTuple

_ALL = "*"
_CODE = ("tt", "code", "kbd")
_SKIPPED = ("script", "style", "pre", "figure", "noscript", "iframe")


class _Section(NamedTuple):
    """What holds in the files whose names match, in the words of `newslint.vale.configuration.Section`."""

    name: re.Pattern[str]
    styles: frozenset[str] | None
    rules: Mapping[str, bool]
    token_ignores: tuple[re.Pattern[str], ...]
    block_ignores: tuple[re.Pattern[str], ...]


class Reading:
    """One configuration, made ready; it is compared by identity, since many rules share it."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take plain data as `newslint.vale.configuration.reading_of` writes it; none: all rules hold in all files."""
        self.root = str(data.get("root", ""))
        self.ignored = frozenset(data.get("ignored_scopes") or _CODE)
        self.skipped = frozenset(data.get("skipped_scopes") or _SKIPPED)
        self.classes = frozenset(data.get("ignored_classes") or ())
        self.ignored_selectors = tuple(map(Selector.of, data.get("ignored_scopes") or ()))
        self.sections = [_section(section) for section in data.get("sections", ())]

    def view(self, article: Article) -> View:
        """Return what rules see of an article."""
        sections = [section for section in self.sections if section.name.fullmatch(self._name(article.path))]
        masks = Masks(
            tuple(each for section in sections for each in section.token_ignores),
            tuple(each for section in sections for each in section.block_ignores),
            self.ignored,
            self.skipped,
            self.classes,
        )
        stretches = read_stretches(article, masks)
        kept = [each for each in stretches if not self._is_ignored(each)]
        styles = next((section.styles for section in reversed(sections) if section.styles is not None), frozenset())
        rules = {name: is_on for section in sections for name, is_on in section.rules.items()}
        switches = Switches(article, styles)
        return View(article, kept, switches, styles if self.sections else None, rules)

    def _is_ignored(self, stretch: Stretch) -> bool:
        is_field = "frontmatter" in stretch.scope
        return is_field and any(selector.matches(stretch.scope) for selector in self.ignored_selectors)

    def _name(self, path: str) -> str:
        """Return the name of a file below the folder of the configuration, or as it is where it is elsewhere."""
        if not self.root:
            return path
        name = os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")
        return path if name.startswith("../") else name


@lru_cache(maxsize=64)
def _made(key: str, _data: _Same) -> Reading:
    return Reading(_data.data)


class _Same:
    """Data that are told from others by their key alone."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same)


def prepare_reading(data: Mapping[str, Any] | None) -> Reading:
    """Return the reading of plain data; equal data have one reading."""
    data = data or {}
    return _made(repr(data), _Same(data))


def _section(data: Mapping[str, Any]) -> _Section:
    styles = data["styles"]
    return _Section(
        compiled(f"(?s:{glob_pattern(data['glob'])})"),
        None if styles is None else frozenset(styles),
        {name: state == "on" for name, state in data["rules"]},
        _each(data["token_ignores"]),
        _each(data["block_ignores"]),
    )


def _each(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(compiled, patterns))


_GLOB = pattern(r"\*+|\?|\[!?[^\[\]]+\]|\{[^{}]*\}|.", re.DOTALL)


@lru_cache(maxsize=256)
def glob_pattern(glob: str) -> str:
    """Return an expression for a glob of Vale, in which `*` passes over folders and `{md,txt}` are alternatives."""
    return "".join(_glob_part(found[0]) for found in _GLOB.finditer(glob))


def _glob_part(part: str) -> str:
    if part.startswith("*"):
        return ".*"
    if part == "?":
        return "."
    if part.startswith("[") and len(part) > 1:
        return "[^" + re.escape(part[2:-1]).replace(r"\-", "-") + "]" if part[1] == "!" else part
    if part.startswith("{"):
        return "(?:" + "|".join(glob_pattern(each) for each in part[1:-1].split(",")) + ")"
    return re.escape(part)
