"""Checks of notes of corrections: whether they say when, what was wrong and what is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Annotated

from newslint.article import Article
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.corrections.items import ITEMS, is_day, missing_items
from newslint.language.corrections.openings import HINTS, is_correction
from newslint.spans import Span

_KINDS = frozenset({"paragraph", "list-item"})
_QUOTES = '“„"‘«'
_LABEL_ONLY = 5  # words of a line that is a label, with a day, and nothing else
_NEAR = 2  # blocks
_LINES = 3  # blocks behind a label: who published it, what was wrong, and the day
_NEVER = 1 << 40


@check(grades=("undated",), placeholders=("missing",))
def correction_note(
    article: Article,
    scene: Scene,
    *,
    required: Annotated[tuple[str, ...], Option("what each note must say: `day`, `wrong` and `right`")] = tuple(ITEMS),
) -> Iterator[Finding]:
    """Flag notes of a correction that do not say when it was made, what was wrong, or what is right.

    The day of an article's last change counts where the article shows one. The grade is `undated` where nothing but the
    day is missing. The message may use `{missing}`.
    """
    for span, text in _notes(article):
        missing = [name for name in missing_items(text) if name in required]
        if "day" in missing and article.find("updated") is not None:
            missing.remove("day")
        if missing:
            grade = "undated" if missing == ["day"] else "default"
            yield Finding(span, {"missing": _join([ITEMS[name] for name in missing])}, grade)


def _notes(article: Article) -> Iterator[tuple[Span, str]]:
    """Yield the notes of an article with their places; one that says where another stands is none of its own."""
    groups = list(_groups(article))
    for group in groups:
        text = " ".join(article.blocks[at].text for at in group)
        if len(groups) == 1 or len(text.split()) > _LABEL_ONLY:
            yield article.blocks[_main(article, group)].whole, text
    for element in article.find_all("correction"):
        if element.origin == "front matter" and not element.blocks:
            yield element.span, f"Correction: {element.text}"


def _groups(article: Article) -> Iterator[list[int]]:
    """Yield the blocks of each note: those near to one another, what a mere label announces, and a day below."""
    group: list[int] = []
    for index in [*filter(partial(_is_note, article), range(len(article.blocks))), _NEVER]:
        if group and index - group[-1] > _NEAR:
            yield [*group, *_following(article, group)]
            group = []
        group += range(group[-1] + 1 if group else index, index + 1)


def _is_note(article: Article, index: int) -> bool:
    block = article.blocks[index]
    if block.kind not in _KINDS or HINTS.isdisjoint(article.vocabulary(index)) or not is_correction(block.text):
        return False
    is_quoted = block.text.lstrip(" *_([")[:1] in _QUOTES
    return not is_quoted and not article.is_quoted(index, 0, len(block.text))


def _following(article: Article, group: list[int]) -> Iterator[int]:
    """Yield the blocks behind a note that belong to it: what a label alone announces, and a line that is a day."""
    text = " ".join(article.blocks[at].text for at in group)
    is_label = len(text.split()) <= _LABEL_ONLY and "appended" not in text.lower()
    for index in range(group[-1] + 1, min(group[-1] + 1 + _LINES, len(article.blocks))):
        block = article.blocks[index]
        if block.kind not in _KINDS or not (is_day(block.text) or (is_label and "wrong" in missing_items(text))):
            return
        yield index
        text = f"{text} {block.text}"


def _main(article: Article, group: list[int]) -> int:
    """Return the block of a note that says most."""
    return max(group, key=lambda at: (len(article.blocks[at].text), -at))


def _join(parts: Sequence[str]) -> str:
    return " or ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)
