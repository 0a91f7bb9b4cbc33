"""Tell by convention what a block is (byline, date, label, correction, furniture) in any format; it builds no element.

A block that has a role keeps it. Lines are read by the recognisers that this module re-exports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from newslint.article import Block
from newslint.newsroom.boilerplate import (
    EmptyLabel,
    boilerplate_role,
    is_menu_line,
    normalise,
    read_empty_label,
)
from newslint.newsroom.bylines import Byline, read_byline
from newslint.newsroom.datelines import (
    DateLine,
    Dateline,
    read_date_line,
    read_date_lines,
    read_dateline,
)
from newslint.parts import BlockKind, Role
from newslint.patterns import pattern

__all__ = [
    "Byline",
    "DateLine",
    "Dateline",
    "EmptyLabel",
    "assign_roles",
    "boilerplate_role",
    "introduces",
    "is_menu_line",
    "read_byline",
    "read_date_line",
    "read_date_lines",
    "read_dateline",
    "read_empty_label",
    "read_label",
    "role_of_note",
]

# The head of an article: so many blocks after the headline, as long as they are short.
_HEAD_BLOCKS = 10
_LONGEST_HEAD_LINE = 40  # words
_LONGEST_DEK = 50  # words
# The end of an article, in blocks, where its author is introduced.
_TAIL_BLOCKS = 6

# What newsrooms print above an article to say what type it is; our own reading, by the type.
_LABELS = {
    "opinion": (
        "opinion|op-ed|comment is free|commentary|column|columnist|columnists|viewpoint|perspective|"
        "guest essay|guest column|guest post|opinions|letter to the editor"
    ),
    "editorial": "editorial|leader",
    "analysis": "analysis|news analysis",
    "explainer": "explainer|explained|q&a",
    "fact-check": "fact check|fact-check",
    "review": "review|book review|film review",
    "interview": "interview",
    "profile": "profile",
    "feature": "feature|features|long read",
    "live": "live|live blog|live updates",
    "news": "news|breaking news|breaking|exclusive",
    "press-release": "press release",
    "sponsored": (
        "sponsored|sponsored content|sponsored post|paid post|paid content|partner content|"
        "branded content|advertorial|advertisement feature|advertising feature|promoted|paid partnership|"
        "in partnership with"
    ),
    "satire": "satire",
    "obituary": "obituary",
}


@cache
def _label_types() -> dict[str, str]:
    return {word: kind for kind, words in _LABELS.items() for word in words.split("|")}


_PAID_FOR = pattern(r"(?:sponsored|presented|paid for) by \S")


def read_label(line: str) -> str | None:
    """Return the type of article that a line names when it is a label (`Opinion`, `Sponsored content`), else None."""
    if len(line) > 60:
        return None
    plain = normalise(line)
    if _PAID_FOR.match(plain):
        return "sponsored"
    return _label_types().get(plain)


@cache
def _notes() -> re.Pattern[str]:
    return pattern(
        r"""
        (?P<correction>
            [\W_]{0,4}(?:corrections?|clarifications?|corrected|erratum|editor['’]s\snote|editors['’]\snote)
                \s*+(?:(?:\([^)]{0,40}\)|,\s[^:]{0,30})\s*)?[:–—-]
          | (?:an\s)?(?:earlier|previous|original)\sversion\sof\sthis\s(?:article|story|post|report|headline|column)
          | this\s(?:article|story|post|report|headline|column)\s(?:was|has\sbeen)\s(?:amended|corrected
          |updated\sto\s(?:correct|clarify|reflect))
        )
        | (?P<disclosure>
            [\W_]{0,4}(?:(?:full\s|affiliate\s|financial\s)?disclosures?|disclaimers?|risk\swarning
            |conflicts?\sof\sinterest)\s*[:–—-]\s*\S
          | (?:this|the)\s(?:article|story|post|page|content|report|piece|series)\s(?:is|was|has\sbeen|may
          |might)\s.{0,30}
                (?:sponsor|affiliate|paid\s(?:for|partnership)|funded\sby|produced\s(?:with|in\spartnership)
                |supported\sby)
          | (?:this|the)\s(?:article|story|post|page)\scontains?\s.{0,20}(?:affiliate|sponsored|paid)
          | .{0,80}\b(?:may|might|will)\s(?:earn|receive|get)\s.{0,30}\bcommissions?\b
          | (?:this|the)\s(?:article|story|post|content|information|material|page).{0,60}\b(?:not|never)\b.{0,50}
                \b(?:investment|financial|medical|legal|professional|health|tax)\b.{0,30}\badvice\b
          | the\s(?:author|writer)s?\s(?:holds?|owns?|has|have|does\snot\s(?:hold|own|have))\s.{0,40}(?:position
          |shares?|stocks?|securities|interest)
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def role_of_note(text: str) -> Literal["", "correction", "disclosure"]:
    """Return "correction" or "disclosure" for a paragraph that begins as one does, else nothing."""
    found = _notes().match(text[:400])
    if found is None:
        return ""
    return "correction" if found.lastgroup == "correction" else "disclosure"


def assign_roles(blocks: Sequence[Block], format: str) -> list[Block]:
    """Return the blocks with the roles that convention gives; furniture becomes of kind `boilerplate`.

    Blocks that have a role or are boilerplate stay as they are, so that calling it twice changes nothing. A label
    line without a value (`Published on:`) becomes furniture; `read_empty_label` reads it. A dateline that stands
    before the lead in its paragraph gives no role; `read_dateline` finds it.
    """
    roles = _Roles(list(blocks), format)
    roles.read_head()
    roles.read_furniture()
    roles.read_notes()
    roles.read_tail()
    return roles.blocks


class _Roles:
    """The blocks of an article while they get their roles."""

    def __init__(self, blocks: list[Block], format: str) -> None:
        self.blocks = blocks
        self.format = format
        self.headline = self._find_headline()

    def _find_headline(self) -> int:
        """Return the index of the headline: a block with that role, else the first heading, else -1."""
        first = -1
        for index, block in enumerate(self.blocks):
            if block.role == "headline":
                return index
            if first < 0 and block.kind == "heading" and index < 40:
                first = index
        return first

    def _set(self, index: int, role: Role, kind: BlockKind | None = None) -> None:
        block = self.blocks[index]
        self.blocks[index] = block._replace(role=role, kind=kind or block.kind)

    def _is_open(self, index: int, *kinds: BlockKind) -> bool:
        block = self.blocks[index]
        return not block.role and block.kind in (kinds or ("paragraph", "heading"))

    def read_head(self) -> None:
        """Find byline, dates, label, dek and empty labels around the headline."""
        start = self.headline + 1
        if self.headline > 0 and self._is_open(self.headline - 1) and read_label(self.blocks[self.headline - 1].text):
            self._set(self.headline - 1, "label", "boilerplate")
        stop = self._end_of_head(start)
        signed = -1
        for index in range(start, stop):
            if not self._is_open(index):
                if self.blocks[index].role in ("byline", "published", "updated"):
                    signed = index
                continue
            role = self._role_in_head(index, stop)
            if role:
                self._set(index, role, "boilerplate")
                if role in ("byline", "published", "updated"):
                    signed = index
        if self.headline >= 0 and signed > start:
            self._read_dek(start, signed)

    def _end_of_head(self, start: int) -> int:
        stop = start
        while stop < min(len(self.blocks), start + _HEAD_BLOCKS):
            block = self.blocks[stop]
            words = block.text.count(" ") + 1
            is_dek = stop == start and words <= _LONGEST_DEK
            if not is_dek and block.kind not in ("boilerplate", "caption") and words > _LONGEST_HEAD_LINE:
                break
            stop += 1
        return stop

    def _role_in_head(self, index: int, stop: int) -> Role:
        text = self.blocks[index].text
        if len(text) > 300:
            return ""
        if read_empty_label(text):
            return "furniture"
        is_heading = self.blocks[index].kind == "heading"
        is_placed = not is_heading and (
            index == self.headline + 1 or self._has_date(index - 1) or self._has_date(index + 1)
        )
        if read_byline(text, is_placed=is_placed and self._is_before_date(index, stop)):
            return "byline"
        dates = read_date_lines(text)
        if dates:
            return "updated" if all(date.element == "updated" for date in dates) else "published"
        return "label" if read_label(text) and not is_heading else ""

    def _has_date(self, index: int) -> bool:
        return 0 <= index < len(self.blocks) and bool(read_date_lines(self.blocks[index].text))

    def _is_before_date(self, index: int, stop: int) -> bool:
        """Tell whether a date stands near: a bare name is a byline only there."""
        return any(self._has_date(near) for near in range(index - 2, min(stop, index + 3)))

    def _read_dek(self, start: int, signed: int) -> None:
        for index in range(start, signed):
            if self._is_open(index) and 4 <= self.blocks[index].text.count(" ") + 1 <= _LONGEST_DEK:
                self._set(index, "dek", "paragraph")
                return

    def read_furniture(self) -> None:
        """Find what a site prints around an article; headings only where nothing else can be meant."""
        for index, block in enumerate(self.blocks):
            if block.role or block.kind not in ("paragraph", "heading") or len(block.text) > 1200:
                continue
            role = boilerplate_role(block.text)
            if not role and read_empty_label(block.text) and index <= self.headline + _HEAD_BLOCKS:
                role = "furniture"
            if not role or (
                block.kind == "heading" and role not in ("comments", "share", "advertisement", "call-to-action")
            ):
                continue
            if (
                self.format != "text"
                and role in ("menu", "footer", "furniture", "related")
                and not self._is_certain(block, role)
            ):
                continue
            self._set(index, role, "boilerplate")

    @staticmethod
    def _is_certain(block: Block, role: Role) -> bool:
        """In markup a lone word is likelier the author's than the site's."""
        words = block.text.count(" ") + 1
        return (
            (role == "footer" and words > 2)
            or (role == "menu" and words > 3)
            or (role == "furniture" and block.text.rstrip().endswith(":"))
        )

    def read_notes(self) -> None:
        """Find corrections and disclosures: they stay paragraphs of the article."""
        for index, block in enumerate(self.blocks):
            if not block.role and block.kind in ("paragraph", "quotation", "list-item"):
                role = role_of_note(block.text)
                if role:
                    self._set(index, role)

    def read_tail(self) -> None:
        """Find the paragraph that introduces the author at the article's end."""
        names = self._names()
        members = [
            index for index, block in enumerate(self.blocks) if block.kind != "boilerplate" and block.role != "headline"
        ]
        for index in members[-_TAIL_BLOCKS:]:
            block = self.blocks[index]
            if block.role or block.kind not in ("paragraph", "heading", "list-item", "quotation"):
                continue
            before = self.blocks[index - 1] if index else None
            if (
                before is not None
                and before.role == "author-bio"
                and block.kind == "paragraph"
                and self._introduces(block.text, names)
            ):
                self._set(index, "author-bio", "boilerplate")
            elif _is_name_line(block.text, names) and index > self.headline + 3:
                if index + 1 < len(self.blocks) and self._introduces(self.blocks[index + 1].text, names):
                    self._set(index, "author-bio", "boilerplate")
            elif index > self.headline + 3 and block.kind == "paragraph" and introduces(block.text, names):
                self._set(index, "author-bio", "boilerplate")

    def _introduces(self, text: str, names: list[str]) -> bool:
        return introduces(text, names) or (
            bool(_BIO_VERB.search(text[:160])) and any(name.split()[0] in text for name in names)
        )

    def _names(self) -> list[str]:
        found: list[str] = []
        for block in self.blocks:
            if block.role == "byline":
                byline = read_byline(block.text, is_placed=True)
                found.extend(byline.names if byline else [])
        return found


_BIO_VERB = pattern(
    r"""
    \b(?:is|was)\s(?:an?|the|our)\b
  | \b(?:covers|reports|writes|joined|works|lives|specialises|specializes|teaches|holds)\b
  | \bhas\s(?:been|written|worked|covered)\b
    """,
    re.VERBOSE,
)


def _is_name_line(text: str, names: list[str]) -> bool:
    plain = normalise(text)
    return any(plain in (name.lower(), f"about {name.lower()}", f"by {name.lower()}") for name in names)


def introduces(text: str, names: list[str]) -> bool:
    """Tell whether a paragraph begins with one of the authors' names and says who that is."""
    head = text[:200].lstrip("*_ ")
    for name in names:
        if head.lower().startswith(name.lower()):
            return bool(
                _BIO_VERB.match(head[len(name) :].lstrip(" ,")[:40]) or _BIO_VERB.search(head[len(name) :][:60])
            )
    return False
