"""Find who signed a plain text and when, among the lines around its headline and at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.article import Block
from newslint.formats.text.headline import HeadlineLine
from newslint.formats.text.lines import Unit
from newslint.formats.text.scraped import Shape, is_caption, is_credit, weigh
from newslint.formats.text.sections import Part
from newslint.formats.text.tables import Row
from newslint.newsroom.lines import Line, read_line
from newslint.newsroom.notes import introduces
from newslint.parts import BlockKind, Role
from newslint.patterns import pattern

SIGNED = ("byline", "published", "updated")
_AGO = pattern(r"(?<!\d)\d+\s(?:second|minute|min|hour|hr|day|week|month)s?\sago\b", re.IGNORECASE)
# “Ann Roe, Reuters” under a headline signs the article; it may be a picture's credit elsewhere.
_OF_AGENCY = pattern(r"[^,/|©&:()]+, [^,/|©&:()]+|[a-z]{3}(?:/[a-z]{2,4})?")
# What parts names that stand on lines of their own, and what is left of it at their ends.
_BETWEEN_NAMES = frozenset(("and", "&", "und", "et", "y", "e", "en", "og", "…", ",", "|", "/", "•", "·"))
_JOINTS = " ,&;0123456789"
# So far from a date or below the headline a name may sign.
_BESIDE_DATE, _BESIDE_HEADLINE, _FAR = 5, 4, 99
# So many units behind the article may say who wrote it and when.
_BELOW = 8
# What a text rests on may stand before who wrote it and when.
_SOURCE = pattern(r"(?:quellen?|sources?|fuentes?|fonti?|literatur|references?)\s?:\s", re.IGNORECASE)
# A sentence of so many words may be a byline.
_LONGEST_SENTENCE = 12
# So many units before and after the end of the article may hold the box about its author.
_BOX = 10


class Signing:
    """The units of a text with what is known of them; it finds byline, dates and the author's introduction."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.shapes: list[Shape] = [weigh(unit) for unit in units]
        self.blocks: list[Block] = []
        self.kinds: dict[int, BlockKind] = {}
        self.roles: dict[int, Role] = {}
        self.rows: dict[int, Row] = {}
        self.parts: dict[int, Part] = {}
        self.skipped: set[int] = set()
        self.headline: HeadlineLine | None = None
        self.start, self.end = 0, len(units)

    def _line(self, index: int) -> Line:
        return read_line(self.units[index].text)

    def _sign(self, at: int, stop: int) -> None:
        placed: list[int] = []
        has_opened = False
        for index in range(at + 1, stop):
            if not self._may_sign(index):
                continue
            if self._line(index).empty_label:
                self._mark(index, "other")
            elif self._is_byline(index, is_placed=bool(_AGO.search(self.units[index].text))):
                self._mark(index, "byline")
                self._sign_along(index)
                has_opened = True
            elif not self._mark_date(index) and self._is_byline(index, is_placed=True):
                placed.append(index)
        if not has_opened and not self._sign_over(at):
            self._sign_by_place(at, placed)

    def _sign_over(self, at: int) -> bool:
        """Find the byline right over the headline, if a “By” opens it: `An obituary by Ann Roe`."""
        if at and self._may_sign(at - 1) and self._is_byline(at - 1, is_placed=False):
            self._mark(at - 1, "byline")
            return True
        return False

    def _may_sign(self, index: int) -> bool:
        """Tell whether a unit may be a byline, a date or an empty label."""
        if index in self.rows or index in self.skipped or index in self.parts or index in self.roles:
            return False
        if self.kinds.get(index) == "heading":
            return False
        text = self.units[index].text
        # What stands under a post that was embedded is its author: — Ann Roe (@annroe) May 3, 2024
        is_of_post = text[0] in "—–" and "(@" in text
        return len(text) <= 260 and self.shapes[index].role in ("", "other") and not is_of_post

    def _sign_along(self, signed: int) -> None:
        """Find the other authors of an article, whose names stand alone on the next lines."""
        if self._line(signed).dates:
            return
        for index in range(signed + 1, len(self.units)):
            is_mark = self.units[index].text.lower() in _BETWEEN_NAMES
            if not self._may_sign(index) or not (is_mark or self._is_name(index)):
                return
            self._mark(index, "other" if is_mark else "byline")

    def _is_name(self, index: int) -> bool:
        """Tell whether a line is a name and nothing else, and not that of somebody in the picture beside it."""
        byline = self._line(index).placed_byline
        if byline is None or self._line(index).byline or not self._is_byline(index, is_placed=True):
            return False
        after = self.units[index + 1].text if index + 1 < len(self.units) else ""
        return self._is_person(index) and not byline.people[0].role and not is_credit(after) and not is_caption(after)

    def _is_person(self, index: int) -> bool:
        """Tell whether a line begins with the full name of one person, and names nobody else."""
        line = self._line(index)
        byline = line.placed_byline
        if byline is None or byline.start or len(byline.people) > 1 or line.text[byline.end :].strip(_JOINTS):
            return False
        return byline.people[0].kind == "author" and " " in byline.people[0].name

    def _mark_date(self, index: int) -> bool:
        role = self._line(index).dated
        if not role:
            return False
        if self._is_byline(index, is_placed=True):
            self._mark(index, "byline")
        else:
            self._mark(index, role)
        return True

    def _is_byline(self, index: int, *, is_placed: bool) -> bool:
        line = self._line(index)
        is_of_agency = is_placed and _OF_AGENCY.fullmatch(line.text) is not None
        if is_credit(line.text) and not is_of_agency:
            return False
        if self.shapes[index].is_prose:
            return self._is_sentence_of_byline(index)
        return (line.placed_byline if is_placed else line.byline) is not None

    def _is_sentence_of_byline(self, index: int) -> bool:
        """Tell whether a short sentence is a byline and little else: `An interview by Ann Roe with Ben Doe.`"""
        byline = self._line(index).byline
        if byline is None or byline.start or self.shapes[index].words > _LONGEST_SENTENCE:
            return False
        return byline.end * 2 > len(self.units[index].text)

    def _sign_by_place(self, at: int, placed: list[int]) -> None:
        """Of lines that are only a name take the one that stands closest to a date or to the headline."""
        self._find_pictured(placed)
        dates = [index for index, role in self.roles.items() if role in ("published", "updated") and index > at]
        ranks = (self._rank(index, at, dates) for index in placed if index not in self.kinds)
        best = min(filter(None, ranks), default=None)
        if best is not None:
            # What stands below a name may be the role or the outlet.
            signed = best[-1] - 1 if self._is_desk(best[-1]) and best[-1] - 1 in placed else best[-1]
            self._mark(signed, "byline")
            self._sign_beside(signed, placed)

    def _is_desk(self, index: int) -> bool:
        byline = self._line(index).placed_byline
        return byline is not None and all(person.kind == "group" for person in byline.people)

    def _sign_beside(self, signed: int, placed: list[int]) -> None:
        """Find the other names where initials in place of portraits stand between them."""
        for index in (signed - 2, signed + 2):
            if index in placed and self._is_initials(index - 1, index):
                self._mark(index, "byline")

    def _find_pictured(self, placed: list[int]) -> None:
        """Make captions of the names that stand over a picture's credit."""
        for index in placed:
            if index + 1 < len(self.units) and is_credit(self.units[index + 1].text):
                self.kinds[index] = "caption"

    def _rank(self, index: int, at: int, dates: list[int]) -> tuple[int, int] | None:
        """Return how far a name is from what it may stand beside; None if too far."""
        near = min((self._distance(index, date) for date in dates), default=_FAR)
        below = self._distance(at, index)
        if near > _BESIDE_DATE and below > _BESIDE_HEADLINE:
            return None
        # Right beside a date a name is surer than right below the headline.
        return near - 2 if near <= 2 else min(near, below), index

    def _distance(self, one: int, other: int) -> int:
        """Return how many lines a line is from another; key points between them are no distance."""
        first, last = sorted((one, other))
        return last - first - sum(first < index < last for index in self.parts)

    def _is_initials(self, index: int, named: int) -> bool:
        initials = "".join(word[0] for word in self.units[named].text.split())
        return self.units[index].text == initials

    def _date_before(self, at: int) -> None:
        for index in range(at - 1, max(-1, at - 6), -1):
            if self._line(index).dates and not self.units[index].text.startswith("©"):
                self._mark(index, "published")
                self._sign_above(index)
                return

    def _sign_above(self, dated: int) -> None:
        """Find the name that stands next to a date over the headline."""
        if "byline" in self.roles.values():
            return
        for index in (dated - 1, dated + 1, dated - 2):
            if index >= 0 and not self.shapes[index].role and self._is_byline(index, is_placed=True):
                self._mark(index, "byline")
                return

    def _sign_at_end(self) -> None:
        if "byline" in self.roles.values():
            return
        for index in range(self.end - 1, max(self.start, self.end - 5) - 1, -1):
            if index in self.rows or index in self.skipped or self.shapes[index].words > 12:
                continue
            if self._is_byline(index, is_placed=False):
                self._mark(index, "byline")
                return
        for index in self._below_article():
            if self._is_byline(index, is_placed=False):
                self._mark(index, "byline")
                return

    def _below_article(self) -> Iterator[int]:
        """Yield the lines right behind the article, up to the first that leads to other articles."""
        for index in range(self.end, min(len(self.units), self.end + _BELOW)):
            shape = self.shapes[index]
            if _SOURCE.match(self.units[index].text):
                continue
            if shape.role in ("comments", "related") or (shape.words > 12 and not shape.role):
                return
            yield index

    def _date_at_end(self) -> None:
        """Find the date that a label announces at the article's end, if none stands at its head."""
        if any(role in SIGNED and self._line(index).dates for index, role in self.roles.items()):
            return
        first = max(self.start, self.end - 3, self.headline.at + 1 if self.headline else 1)
        for index in (*range(first, self.end), *self._below_article()):
            if self._is_labelled_date(index):
                self._mark(index, self._line(index).dated)
                return

    def _is_labelled_date(self, index: int) -> bool:
        dates = self._line(index).dates
        return bool(dates) and dates[0].is_labelled and self.shapes[index].words <= 12 and index not in self.rows

    def _read_author_box(self, stop: int) -> None:
        """Find the author's name and introduction behind the article, among what the site prints there."""
        names = self._signed_names()
        if not names:
            return
        for index in range(max(stop, self.end - _BOX), min(len(self.units), self.end + _BOX)):
            if index not in self.rows and introduces(self.units[index].text, names):
                self._mark(index, "author-bio")
                if self._line(index - 1).key.removeprefix("about ") in [name.lower() for name in names]:
                    self._mark(index - 1, "author-bio")
                return

    def _signed_names(self) -> list[str]:
        bylines = [self._line(index).placed_byline for index, role in self.roles.items() if role == "byline"]
        return [name for byline in bylines if byline for name in byline.names]

    def _mark(self, index: int, role: Role) -> None:
        self.kinds[index], self.roles[index] = "boilerplate", role
