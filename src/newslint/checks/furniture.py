"""The check of a site's furniture in the copy: menus, share bars, comment forms and pitches captured with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article, Block
from newslint.checks.pages import is_published_page
from newslint.checks.shared import either_case
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.similarity import content_words
from newslint.newsroom.widgets import furniture_role
from newslint.parts import Role
from newslint.patterns import pattern

_LONGEST_LINE = 60  # code points of a line that a message shows
_LONGEST_LABEL = 4  # words of a button, or of a label
_LONGEST_TITLE = 120  # code points


@check(grades=("label", "box"), placeholders=("line", "more"), renamed={"places": "max_places"})
def stray_furniture(
    article: Article,
    scene: Scene,
    *,
    roles: Annotated[tuple[Role, ...], Option("roles of boilerplate to flag")],
    within: Annotated[tuple[Role, ...], Option("roles to flag between two paragraphs as well")] = (),
    unless: Annotated[tuple[str, ...], Option("lines to leave alone", pattern=either_case)] = (),
    max_places: Annotated[int, Option("how many other lines a finding shows, at most", ge=0)] = 20,
) -> Iterator[Finding]:
    """Flag boilerplate of a site (menus, share bars, comment forms) that was captured as content; once an article.

    A whole HTML page has it around the body by right; a fragment is content, and so is what stands in a page's body
    as its paragraphs do, without a link. A few words alone on one line, which may head what follows (“Top stories”),
    are of the grade `label`; “Related:” with titles below is of the grade `box`.
    """
    outer = set() if article.is_page else _furniture(article, roles)
    skipped = either_case(unless)
    found = sorted(outer | _find_within(article, {*roles, *within}))
    found = [
        index for index in found if not skipped.search(article.blocks[index].text) and not _heads_prose(article, index)
    ]
    if not found:
        return
    lines, others = [article.blocks[index] for index in found], len(found) - 1
    more = {0: " is", 1: " and one more line are"}.get(others, f" and {others} more lines are")
    related = tuple(Related(block.whole, _shorten(block.text)) for block in lines[1 : max_places + 1])
    grade = "default" if others or found[0] not in outer else _grade_line(article, lines[0])
    yield Finding(lines[0].whole, {"line": _shorten(lines[0].text), "more": more}, grade, related)


def _furniture(article: Article, roles: tuple[Role, ...]) -> set[int]:
    """Return the lines of boilerplate that have one of some roles."""
    blocks = enumerate(article.blocks)
    return {index for index, block in blocks if block.kind == "boilerplate" and block.role in roles}


def _find_within(article: Article, roles: set[Role]) -> set[int]:
    """Return the lines between paragraphs that have one of some roles by their own words."""
    # A site that has published a page may put more than a menu's rows into its body on purpose.
    wanted = roles & {"menu"} if is_published_page(article) else roles
    return {index for index in _between(article) if furniture_role(article.blocks[index].text) in wanted}


def _between(article: Article) -> list[int]:
    """Return the lines without a link that stand between two paragraphs, and are typed as those are."""
    blocks = article.blocks
    if sum(map(_is_prose, blocks)) < _FEWEST:
        return []
    ended = [index for index, block in enumerate(blocks) if block.kind == "paragraph" and block.text[-1:] in _ENDS]
    linked = {link.block for link in article.links}
    inside = range(ended[0] + 1, ended[-1]) if ended else ()
    return [
        index
        for index in inside
        if linked.isdisjoint((index, index + 1)) and _is_line(article, index) and _is_typed(article, index)
    ]


_FEWEST = 3  # paragraphs of an article
_PROSE_WORDS = 8
_LINES = frozenset({"boilerplate", "paragraph"})
_LONGEST = 260  # code points


def _is_prose(block: Block) -> bool:
    return block.kind == "paragraph" and block.text[-1:] in _ENDS and block.text.count(" ") >= _PROSE_WORDS


_ENDS = frozenset(".!?”\"’'…)")


def _is_line(article: Article, index: int) -> bool:
    """Tell whether a block is a short line that is part of neither the head nor a list; a text has no headings."""
    block = article.blocks[index]
    is_kind = block.kind in _LINES or (block.kind == "heading" and article.format == "text")
    if block.text.endswith(":") and article.blocks[index + 1].kind == "list-item":
        return False
    return is_kind and len(block.text) <= _LONGEST and (block.kind == "boilerplate" or not block.role)


_TAG = pattern(r"<p(?:\s[^<>]{0,200})?>\s*\Z", re.IGNORECASE)


def _is_typed(article: Article, index: int) -> bool:
    """Tell whether a line of a page stands in the same tag as the paragraph before or after it, and has none within."""
    if article.format == "text":
        return True
    text, span = article.source.text, article.blocks[index].whole
    if "<" in text[span.start : span.end]:
        return False
    if article.format == "markdown":
        return True
    own = _tag_before(text, span.start)
    return own is not None and own in _tags_around(article, index)


_NEAR = 4  # blocks


def _tags_around(article: Article, index: int) -> Iterator[str | None]:
    """Yield the tags of the paragraphs near a line."""
    for block in article.blocks[max(0, index - _NEAR) : index + _NEAR + 1]:
        if _is_prose(block):
            yield _tag_before(article.source.text, block.whole.start)


def _tag_before(text: str, start: int) -> str | None:
    found = _TAG.search(text, max(0, start - 240), start)
    return found[0].strip() if found else None


def _heads_prose(article: Article, index: int) -> bool:
    """Tell whether a short line heads a paragraph of prose below it that takes up its words, as a subheading does."""
    line, below = article.blocks[index], article.blocks[index + 1 : index + 2]
    words = set(content_words(line.text))
    if not below or len(_WORD.findall(line.text)) > _LONGEST_LABEL + 1 or not _is_prose(below[0]):
        return False
    return bool(words) and below[0].text.count(" ") >= 2 * _PROSE_WORDS and words <= set(content_words(below[0].text))


def _grade_line(article: Article, line: Block) -> str:
    """Return the grade of the only line of boilerplate."""
    if _heads_titles(article, line):
        return "box"
    is_label = len(_WORD.findall(line.text)) <= _LONGEST_LABEL and _STEPS.search(line.text) is None
    return "label" if is_label else "default"


_WORD = pattern(r"[\w'’]+")
_STEPS = pattern(r"[|›»>→/•·][^|›»>→/•·]*[|›»>→/•·]")


def _heads_titles(article: Article, line: Block) -> bool:
    """Tell whether two lines below a line on related stories are as short as titles."""
    at = article.blocks.index(line) + 1
    below = article.blocks[at : at + 2] if line.role == "related" else ()
    return len(below) == 2 and all(len(block.text) < _LONGEST_TITLE and ". " not in block.text for block in below)


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…"
