"""Flag label lines without a value (`Updated:`); it does not look into tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, EmptyField
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding


class Options(NamedTuple):
    """`ignore` are labels that may stay empty, compared without case and colon."""

    ignore: tuple[str, ...] = ()


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Flags each label that announces a value and has none."""

    def __init__(self, options: Options) -> None:
        """Keep the labels that may stay empty."""
        self._ignored = {_plain(label) for label in options.ignore}

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each empty label, with `label` for the message and its element as anchor."""
        for field in article.empty_fields:
            if _plain(field.label) not in self._ignored and not _goes_on(article, field):
                values = {"label": field.label.strip().rstrip(":").rstrip()}
                yield Finding(field.span, values, anchor=field.element)


def _goes_on(article: Article, field: EmptyField) -> bool:
    """Tell whether the value may stand in the next lines, as tags, sources and credits do."""
    if field.element is not None:
        return False
    following = article.blocks[field.block + 1 : field.block + 2]
    return bool(following) and following[0].kind != "heading" and not following[0].text.rstrip().endswith(":")


def _plain(label: str) -> str:
    return " ".join(label.strip().rstrip(":").lower().split())


CHECK = CheckType("empty-field", Options, build, placeholders=("label",))
