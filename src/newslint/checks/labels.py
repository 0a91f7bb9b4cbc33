"""The check of labels that nothing stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated

from newslint.article import Article, EmptyField
from newslint.checks.shared import join, keys
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.units.comparison import comparison_key
from newslint.patterns import pattern


@lru_cache(maxsize=256)
def _label(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(join(patterns), re.IGNORECASE)


@check(placeholders=("label",))
def empty_field(
    article: Article,
    scene: Scene,
    *,
    ignore: Annotated[tuple[str, ...], Option("labels that may stay empty")] = (),
    fields: Annotated[
        tuple[str, ...], Option("more labels, told where prose of another subject follows", pattern=_label)
    ] = (),
) -> Iterator[Finding]:
    """Flag label lines without a value (`Updated:`), but not in tables."""
    known = {field.block for field in article.empty_fields}
    for index, block in enumerate(article.blocks):
        label = block.text.strip() if index not in known and len(block.text) <= _LONGEST_LABEL else ""
        if label.endswith(":") and block.kind in _LABEL_KINDS and _is_field(article, index, label, fields, ignore):
            yield Finding(block.whole, {"label": label.rstrip(":").rstrip()})
    for field in article.empty_fields:
        if comparison_key(field.label, "words") not in keys(ignore) and not _goes_on(article, field):
            values = {"label": field.label.strip().rstrip(":").rstrip()}
            yield Finding(field.span, values, anchor=field.element)


_LONGEST_LABEL = 60  # code points
_LABEL_KINDS = frozenset({"paragraph", "caption", "heading", "boilerplate"})
_FEWEST_WORDS = 12  # of a paragraph that is no value


def _is_field(article: Article, index: int, label: str, fields: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    """Tell whether a line is the label of a field, and prose of another subject follows, or nothing."""
    name = label.rstrip(": ").lower()
    if not _label(fields).fullmatch(name) or comparison_key(name, "words") in keys(ignore):
        return False
    following = article.blocks[index + 1] if index + 1 < len(article.blocks) else None
    if following is None or following.kind == "heading":
        # In plain text a short value may look like a heading.
        return article.blocks[index].kind == "paragraph" and (following is None or article.format != "text")
    text = following.text.strip()
    is_prose = following.kind == "paragraph" and text.endswith(_PROSE_ENDS) and text.count(" ") >= _FEWEST_WORDS - 1
    words = {word.strip(",.;:“”").rstrip("s") for word in text.lower().split()}
    return is_prose and words.isdisjoint(
        word.rstrip("s").removesuffix("ing") for word in name.split() if len(word) >= 4
    )


_PROSE_ENDS = (".", "!", "?", "”", '"', "’")


def _goes_on(article: Article, field: EmptyField) -> bool:
    """Tell whether the value may stand in the next lines, as tags, sources and credits do."""
    if field.element is not None:
        return False
    following = article.blocks[field.block + 1 : field.block + 2]
    return bool(following) and following[0].kind != "heading" and not following[0].text.rstrip().endswith(":")
