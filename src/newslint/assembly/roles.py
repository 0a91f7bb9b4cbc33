"""Say what role each block has, by the lines that newsrooms print around an article; it builds no element.

A block that has a role keeps it, so that doing it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.article import Block
from newslint.assembly.headings import is_lone_signature
from newslint.newsroom.lines import Line, read_line
from newslint.newsroom.notes import describes_author, introduces, names_author
from newslint.newsroom.sections import announces_summary
from newslint.parts import BlockKind, Role

# The head of an article: so many blocks after the headline, as long as they are short.
_HEAD_BLOCKS = 10
_LONGEST_HEAD_LINE = 40  # words
_SHORTEST_DEK, _LONGEST_DEK = 6, 50  # words
# So many blocks from the top on, the first heading may be the headline.
_TOP_BLOCKS = 40
# The end of an article, in blocks, where its author is introduced.
_TAIL_BLOCKS = 6
_LONGEST_BOILERPLATE = 1200  # code points
# Boilerplate for which a heading is never the article's own.
_HEADING_ROLES = ("comments", "share", "advertisement", "call-to-action")


def assign_roles(
    blocks: Sequence[Block], format: str, authors: Sequence[str] = (), *, is_titled: bool = False
) -> list[Block]:
    """Return the blocks with the roles that convention gives; what sites print around becomes `boilerplate`.

    `authors` are the names that metadata give. `is_titled` says that metadata give the headline, which stands above
    all blocks if none of them has that role. A label line without a value (`Published on:`) becomes boilerplate.
    """
    roles = _Roles(blocks, format, authors, is_titled)
    roles.read_head()
    roles.read_boilerplate()
    roles.read_notes()
    roles.read_tail()
    return roles.blocks


class _Roles:
    """The blocks of an article while they get their roles."""

    def __init__(self, blocks: Sequence[Block], format: str, authors: Sequence[str], is_titled: bool) -> None:
        self.blocks = list(blocks)
        self.format = format
        self.authors = list(authors)
        self.headline = self._find_headline(is_titled)
        self.has_headline = is_titled or self.headline >= 0

    def _find_headline(self, is_titled: bool) -> int:
        """Return the index of the headline: a block with that role, else the first heading, else -1."""
        first = -1
        for index, block in enumerate(self.blocks):
            if block.role == "headline":
                return index
            if (
                first < 0
                and block.kind == "heading"
                and index < _TOP_BLOCKS
                and not is_lone_signature(self.blocks, index)
            ):
                first = index
        return -1 if is_titled else first

    def _line(self, index: int) -> Line:
        return read_line(self.blocks[index].text)

    def _set(self, index: int, role: Role, kind: BlockKind | None = None) -> None:
        block = self.blocks[index]
        self.blocks[index] = block._replace(role=role, kind=kind or block.kind)

    def _is_open(self, index: int, *kinds: BlockKind) -> bool:
        block = self.blocks[index]
        return not block.role and block.kind in (kinds or ("paragraph", "heading"))

    def read_head(self) -> None:
        """Find byline, dates, label, dek and empty labels around the headline."""
        start = self.headline + 1
        if self.headline > 0 and self._is_open(self.headline - 1) and self._line(self.headline - 1).label:
            self._set(self.headline - 1, "label", "boilerplate")
        stop = self._end_of_head(start)
        signed = -1
        for index in range(start, stop):
            role = self._role_in_head(index, stop) if self._is_open(index) else ""
            if role:
                self._set(index, role, "boilerplate")
            if self.blocks[index].role in ("byline", "published", "updated"):
                signed = index
        if self.has_headline and signed >= start:
            self._read_deks(start, signed, stop)

    def _read_deks(self, start: int, signed: int, stop: int) -> None:
        """Find the standfirst above or below the last line that signs."""
        self._read_dek(start, signed)
        if not any(block.role == "dek" for block in self.blocks[start:stop]):
            self._read_strong_dek(signed + 1)

    def _end_of_head(self, start: int) -> int:
        stop = start
        while stop < min(len(self.blocks), start + _HEAD_BLOCKS):
            block = self.blocks[stop]
            words = self._line(stop).words
            is_dek = stop == start and words <= _LONGEST_DEK
            if not is_dek and block.kind not in ("boilerplate", "caption") and words > _LONGEST_HEAD_LINE:
                break
            stop += 1
        return stop

    def _role_in_head(self, index: int, stop: int) -> Role:
        line = self._line(index)
        if len(line.text) > 300:
            return ""
        if line.empty_label:
            return "" if announces_summary(line.text) else "other"
        is_heading = self.blocks[index].kind == "heading"
        if line.byline or (not is_heading and self._is_signed(index, stop)):
            return "byline"
        if line.dates:
            return line.dated
        return "label" if line.label and not is_heading else ""

    def _is_signed(self, index: int, stop: int) -> bool:
        """Tell whether a line names the authors and no others where bylines stand."""
        byline = self._line(index).placed_byline if self._is_placed(index, stop) else None
        return byline is not None and (not self.authors or set(byline.names) <= set(self.authors))

    def _has_date(self, index: int) -> bool:
        return 0 <= index < len(self.blocks) and bool(self._line(index).dates)

    def _is_placed(self, index: int, stop: int) -> bool:
        """Tell whether a line stands below the headline or beside a date, and a date near: there, a name signs."""
        if index != self.headline + 1 and not any(map(self._has_date, (index - 1, index, index + 1))):
            return False
        return any(self._has_date(near) for near in range(index - 2, min(stop, index + 3)))

    def _read_dek(self, start: int, signed: int) -> None:
        for index in range(start, signed):
            is_title = self.blocks[index].kind == "heading" and self._repeats_headline(index)
            is_title = is_title or self.blocks[index + 1].role == "summary"
            if self._is_open(index) and not is_title and 4 <= self._line(index).words <= _LONGEST_DEK:
                self._set(index, "dek", "paragraph")
                return

    def _read_strong_dek(self, start: int) -> None:
        """Find the standfirst below the byline: the first paragraph, if it is bold and the next one is not."""
        near = range(start, min(len(self.blocks), start + _HEAD_BLOCKS))
        text = [index for index in near if self.blocks[index].kind in ("paragraph", "heading")][:2]
        if len(text) == 2 and self._is_strong_dek(text[0]) and not self.blocks[text[1]].is_strong:
            self._set(text[0], "dek")

    def _is_strong_dek(self, index: int) -> bool:
        line = self._line(index)
        is_strong = self.blocks[index].is_strong and self._is_open(index) and line.text[-1] not in ":?"
        return is_strong and not (line.note or line.boilerplate) and _SHORTEST_DEK <= line.words <= _LONGEST_DEK

    def _repeats_headline(self, index: int) -> bool:
        return self.headline >= 0 and self._line(index).key == self._line(self.headline).key

    def read_boilerplate(self) -> None:
        """Find what a site prints around an article; headings only where nothing else can be meant."""
        for index, block in enumerate(self.blocks):
            if not self._is_open(index) or len(block.text) > _LONGEST_BOILERPLATE:
                continue
            line = self._line(index)
            role = line.boilerplate
            if not role and line.empty_label and index <= self.headline + _HEAD_BLOCKS:
                role = "" if announces_summary(line.text) else "other"
            if role and self._is_certain(block, role, line.words):
                self._set(index, role, "boilerplate")

    def _is_certain(self, block: Block, role: Role, words: int) -> bool:
        """Tell whether a block is the site's: in markup a lone word is likelier the author's."""
        if block.kind == "heading" and role not in _HEADING_ROLES:
            return False
        if self.format == "text" or role not in ("menu", "footer", "other", "related"):
            return True
        return (
            (role == "footer" and words > 2)
            or (role == "menu" and words > 3)
            or (role == "other" and block.text.rstrip().endswith(":"))
        )

    def read_notes(self) -> None:
        """Find corrections and disclosures: they stay paragraphs of the article."""
        for index in range(len(self.blocks)):
            if self._is_open(index, "paragraph", "quotation", "list-item"):
                self._set(index, self._line(index).note)

    def read_tail(self) -> None:
        """Find the paragraph that introduces the author at the article's end."""
        names = [*self.authors, *self._signed()]
        members = [
            index for index, block in enumerate(self.blocks) if block.kind != "boilerplate" and block.role != "headline"
        ]
        for index in members[-_TAIL_BLOCKS:] if names else ():
            if self._is_open(index, "paragraph", "heading", "list-item", "quotation") and self._is_bio(index, names):
                self._set(index, "author-bio", "boilerplate")

    def _is_bio(self, index: int, names: Sequence[str]) -> bool:
        text, is_paragraph = self.blocks[index].text, self.blocks[index].kind == "paragraph"
        if index and self.blocks[index - 1].role == "author-bio" and is_paragraph and describes_author(text, names):
            return True
        if index <= self.headline + 3:
            return False
        if names_author(text, names):
            return index + 1 < len(self.blocks) and describes_author(self.blocks[index + 1].text, names)
        return is_paragraph and introduces(text, names)

    def _signed(self) -> list[str]:
        """Return the names in the article's visible bylines."""
        bylines = [self._line(index).placed_byline for index, block in enumerate(self.blocks) if block.role == "byline"]
        return [name for byline in bylines if byline for name in byline.names]
