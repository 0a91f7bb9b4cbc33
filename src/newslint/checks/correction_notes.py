"""Checks of notes of corrections: whether they say when, what was wrong and what is right, and whether one is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated

from newslint.article import Article, Element
from newslint.checks.shared import say_day
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.corrections.items import ITEMS, is_day, missing_items
from newslint.language.corrections.openings import HINTS, is_correction
from newslint.patterns import pattern
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


_NOTE_FIELDS = (
    "correction", "corrections", "changelog", "changes", "update_note", "update_notes", "updates", "editors_note",
    "editor_note", "clarification", "revision_note", "revisions", "history",
)  # fmt: skip
_SAVED = ("lastmod", "last_modified", "modified", "last_modified_at", "git_modified")  # fields that systems write
# What tells readers that and why a text is another one now; “Updated: 5 May” alone tells them nothing.
_UPDATE = pattern(
    r"\b(?:this|the) (?:\w+ )?(?:article|story|report|post|piece|page|version|headline|column|file|text|copy)s?"
    r" (?:was|were|has been|have been|is|will be|had been) (?:\w+ ){0,2}?(?:updat\w+|amended|corrected|changed|edited"
    r"|revised|expanded|republished|rewritten|clarified|modified)\b"
    r"|\A\W{0,4}(?:updat(?:e|ed|es)|editor[’']?s['’]? note|note|corrected|correction|clarification|amended|revised"
    r"|addendum|postscript|ps|changes?)\b[^\n]{0,40}?[:–—-]\s(?=[^\n]*[a-z]{3}\W+[a-z]{2})"
    r"|\bupdat(?:es?|ed|ing) (?:\w+ ){0,4}?(?:to|with|after|throughout|following|when|as|by)\b"
    r"|\((?:adds|updates|corrects|recasts|rewrites|fixes)\b"
    r"|\b(?:earlier|previous|original|first) version of (?:this|the)\b"
    r"|\boriginally (?:published|posted|appeared|ran|stated|said)\b"
    r"|\bfirst (?:published|posted|appeared|ran) (?:on|in)\b"
    r"|\b(?:developing|breaking) (?:story|news)\b|\blive (?:blog|updates|coverage)\b",
    re.IGNORECASE,
)
_UPDATE_WORDS = frozenset(
    """updated update updates updating amended corrected changed edited revised expanded republished rewritten clarified
    modified note correction clarification addendum postscript ps changes change adds corrects recasts rewrites fixes
    version originally first developing breaking live""".split()
)


@check(grades=("hidden",), placeholders=("updated", "published", "days"))
def modified_without_note(
    article: Article,
    scene: Scene,
    *,
    min_hours: Annotated[int, Option("a change at most so many hours after publication needs no note", ge=0)] = 24,
) -> Iterator[Finding]:
    """Flag an article that was changed well after its publication and does not say so to its readers.

    The grade is `hidden` where no reader sees the day of the change: metadata, and fields that systems write by
    themselves. The message may use `{updated}`, `{published}` and `{days}`.
    """
    published, updates = article.published, [each for each in article.find_all("updated") if each.value]
    if published is None or not published.value or not updates:
        return
    shown = min(updates, key=lambda each: _is_hidden(article, each))
    if not all(_is_later(each.value or "", published.value, min_hours) for each in updates) or _tells_change(article):
        return
    first, last = (date.fromisoformat(value[:10]) for value in (published.value, shown.value or ""))
    grade = "hidden" if _is_hidden(article, shown) else "default"
    yield Finding(
        shown.span, {"updated": say_day(last), "published": say_day(first), "days": (last - first).days}, grade
    )


def _is_hidden(article: Article, element: Element) -> bool:
    """Tell whether readers do not see the day of a change, or a system may have written it."""
    if element.origin == "front matter":
        saved = article.field(*_SAVED)
        return saved is not None and saved.span == element.span
    return element.origin != "convention"


def _is_later(updated: str, published: str, hours: int) -> bool:
    """Tell whether a moment is more than so many hours after another; where a time is missing, a day more is asked."""
    if "T" in updated and "T" in published:
        moments = [datetime.fromisoformat(value).replace(tzinfo=None) for value in (updated, published)]
        return moments[0] - moments[1] > timedelta(hours=hours + _ZONES)
    days = date.fromisoformat(updated[:10]) - date.fromisoformat(published[:10])
    return days > timedelta(hours=hours)


_ZONES = 12  # hours by which two times of one page may be off


def _tells_change(article: Article) -> bool:
    """Tell whether an article says that it was changed, in its text or in a field of front matter."""
    if article.find("correction") is not None or (article.front_matter and article.field(*_NOTE_FIELDS)):
        return True
    for index, block in enumerate(article.blocks):
        is_furniture = block.kind == "boilerplate"
        if (is_furniture or not _UPDATE_WORDS.isdisjoint(article.vocabulary(index))) and _UPDATE.search(block.text):
            return True
    return False
