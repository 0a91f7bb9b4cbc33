"""Draft an article from plain text, typed or scraped with its page's boilerplate."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from newslint.formats.addresses import find_addresses
from newslint.formats.draft import Draft
from newslint.formats.text.blocks import HASHES, ORDINAL, make_block, make_row
from newslint.formats.text.furniture import find_furniture, find_listed, is_short, says_details
from newslint.formats.text.head import Head
from newslint.formats.text.headline import HeadlineLine, choose_headline
from newslint.formats.text.lines import (
    has_inner_stop,
    has_letters,
    join_units,
    split_lines,
    starts_list_item,
    take_remarks,
)
from newslint.formats.text.scraped import find_article, is_caption, is_credit, is_scraped
from newslint.formats.text.sections import Part, lift_sections
from newslint.formats.text.signing import SIGNED
from newslint.formats.text.tables import find_rows
from newslint.formats.text.titles import is_row, may_be_headline
from newslint.parts import BlockKind, Role
from newslint.patterns import pattern
from newslint.source import Source

_UNDERLINE = pattern(r"=+|-{3,}|~{3,}")
_RULE = pattern(r"(?:[-*_=~#•·.]\s?){3,}")
# Heads of sections that are boilerplate where no prose follows.
_SECTION_HEADS = frozenset(
    """
    disclaimer disclosure corrections correction copyright support contents help featured privacy legal jobs
    about accessibility feedback
    """.split()
)
_QUOTED_HEADING = pattern(r"['\"“‘„«‹]\s?[^\W\d_a-zà-ÿ][^.!?…,;:\"“”„«»‹›]{3,60}[^\W_]\s?['\"”’“‘»›]")
_QUOTATION = pattern(r"[\"“”„«»]")
# A line is a rule or an underline only if it begins with one of these.
_RULE_MARKS = "-*_=~#•·."
_QUESTION_WORDS = 30
_HEADING_WORDS = 14
# So long is what stands over a credit, in words, and what holds one.
_LONGEST_CAPTION, _MOST_WORDS_OF_CAPTION = 40, 60
# So little of an article's prose, standing over its headline, is none of it.
_SHARE_ABOVE = 0.15
_FEWEST_QUESTION_WORDS = 3
# A title has so many words, in a text that came without its page.
_FEWEST_TITLE_WORDS = 4
_LONGEST_TITLE = 20
_LONGEST_KICKER = 2  # lines
# Among so many units, an underlined one is the headline.
_OPENING = 3
# A row of so many words over the headline is a menu.
_FEWEST_IN_ROW = 5


def draft_text(source: Source) -> Draft:
    """Return the draft of a plain text; any text has one, in time linear in its length."""
    lines, comments = take_remarks(split_lines(source))
    reader = _Reader(join_units(lines))
    reader.read()
    links = [link for index, block in enumerate(reader.blocks) for link in find_addresses(block, index)]
    draft = Draft(source)
    draft.blocks, draft.links, draft.comments = reader.blocks, links, comments
    return draft


class _Reader(Head):
    """The units of a text while it is decided what each of them is."""

    def read(self) -> None:
        """Decide and build the blocks."""
        if not self.units:
            return
        self._read_underlines()
        self._read_tables()
        scraped = is_scraped(self.shapes)
        if scraped:
            find_furniture(self.units, self.shapes)
        self.parts = lift_sections(self.units, self.shapes)
        start, end = find_article(self.shapes)
        end = end or len(self.units)
        self.headline = self._choose_headline(start, end, scraped)
        if scraped:
            self.start, self.end = start, end
        else:
            self.end = self._end_of_clean_text()
        self._read_outside(scraped)
        self._read_head(start)
        for index in range(len(self.units)):
            self._decide(index, scraped)
        self._build()

    def _choose_headline(self, start: int, end: int, scraped: bool) -> HeadlineLine | None:
        # So far, only what is underlined is known as a heading.
        underlined = min(self.kinds, default=_OPENING)
        if underlined < _OPENING:
            return HeadlineLine(underlined, ())
        if not scraped:
            start = self._first_sentence()
        found = self._choose_beside_parts(start, end, scraped)
        if found is None or len(self.units) == 1 or found.at in {*self.rows, *self.skipped}:
            return None
        shape = self.shapes[found.at]
        is_sentence = shape.is_prose and shape.ends and not scraped
        return None if is_sentence and not self._is_signed_soon(found.at) else found

    def _choose_beside_parts(self, start: int, end: int, scraped: bool) -> HeadlineLine | None:
        """Choose among the lines outside key points, wherever these stand."""
        kept = [index for index in range(len(self.units)) if "point" not in self._parts_near(index)]
        units, shapes = [self.units[index] for index in kept], [self.shapes[index] for index in kept]
        places = (bisect_left(kept, start), bisect_left(kept, end))
        found = choose_headline(units, shapes, *places, is_inside=scraped)
        return HeadlineLine(kept[found.at], tuple(map(kept.__getitem__, found.repeats))) if found else None

    def _parts_near(self, index: int) -> tuple[Part | None, ...]:
        """Return what a unit is in a section, and if it is that, what the next one is."""
        part = self.parts.get(index)
        return (part, self.parts.get(index + 1)) if part else ()

    def _first_sentence(self) -> int:
        """Return the first unit that reads as a sentence: in a text without boilerplate the headline is before it.

        A headline may end as a sentence does. Then it is the first one, and a byline or a date follows.
        """
        has_title = False
        for index, shape in enumerate(self.shapes):
            if shape.is_prose or (shape.ends and self.units[index].text[-1] not in "?!"):
                if has_title or not self._is_signed_soon(index):
                    return index
                has_title = True
            elif may_be_headline(self.units[index].text, shape) and shape.words >= _FEWEST_TITLE_WORDS:
                has_title = True
        return len(self.units)

    def _is_signed_soon(self, index: int) -> bool:
        """Tell whether a line that reads as one sentence is short, and a byline or a date follows it."""
        if self.shapes[index].words > _LONGEST_TITLE:
            return False
        near = [self._line(at) for at in range(index + 1, min(index + 4, len(self.units)))]
        text = self.units[index].text
        # Without a full stop at the end, those inside are of abbreviations: “Beds vs. costs;”.
        if text[-1] not in ";:" and has_inner_stop(text):
            # Two sentences may be a headline right over a line that is nothing but a byline.
            return bool(near) and near[0].byline is not None and near[0].byline.end == len(near[0].text)
        return any(bool(line.byline or line.dates) for line in near)

    def _read_underlines(self) -> None:
        for index, unit in enumerate(self.units):
            text = unit.text
            if text[0] not in _RULE_MARKS or len(text) > 200:
                continue
            if _RULE.fullmatch(text) or _UNDERLINE.fullmatch(text):
                self.skipped.add(index)
                if index and self._is_underline(index):
                    self.kinds[index - 1] = "heading"

    def _is_underline(self, index: int) -> bool:
        """Tell whether a line of signs makes a heading of the line above it."""
        unit, above = self.units[index], index - 1
        if unit.gap or not _UNDERLINE.fullmatch(unit.text) or above in self.skipped:
            return False
        return len(self.units[above].lines) == 1 and self.shapes[above].words <= 25

    def _read_tables(self) -> None:
        for row in find_rows(self.units):
            for index in range(row.first, row.last + 1):
                self.rows[index] = row
                self.shapes[index] = self.shapes[index]._replace(role="", weight=1.0, is_prose=False, ends=True)

    def _end_of_clean_text(self) -> int:
        """Return where readers' comments begin in a text that has no other boilerplate."""
        prose = total = sum(shape.words for shape in self.shapes if shape.is_prose)
        for index in range(len(self.units) - 1, -1, -1):
            if (
                self.shapes[index].role == "comments"
                and index + 1 < len(self.units)
                and prose - total > 0
                and total > prose * 0.5
            ):
                return index
            total -= self.shapes[index].words if self.shapes[index].is_prose else 0
        return len(self.units)

    def _read_outside(self, scraped: bool) -> None:
        """Put aside what stands before the headline and after the article."""
        first = self._first_unit() if scraped else 0
        for index in range(first):
            # A line or two over the headline are a kicker and no menu.
            self._put_aside(index, "menu" if first > _LONGEST_KICKER else "other")
        if not scraped and self.headline:
            self._read_rows_over(self.headline.at)
        role: Role = "other"
        for index in range(self.end, len(self.units)):
            found = self.shapes[index].role
            role = found if found in ("comments", "related", "footer", "menu") else role
            self._put_aside(index, role)

    def _read_rows_over(self, at: int) -> None:
        """Put the rows of a menu over the headline aside in a text that has little other boilerplate."""
        for index in range(min(at, _OPENING)):
            line = self._line(index)
            if is_row(line.text, _FEWEST_IN_ROW) and not line.byline and not line.dates:
                self._put_aside(index, "menu")

    def _first_unit(self) -> int:
        """Return where the article begins: at its headline, unless much of its prose stands over that."""
        if self.headline is None or self.headline.at <= self.start:
            return self.headline.at if self.headline else self.start
        prose = [shape.words if shape.is_prose else 0 for shape in self.shapes[self.start : self.end]]
        above = sum(prose[: self.headline.at - self.start])
        return self.headline.at if above <= _SHARE_ABOVE * sum(prose) else self.start

    def _put_aside(self, index: int, role: Role) -> None:
        self.kinds[index] = "boilerplate"
        self.roles[index] = self.shapes[index].role or role
        self.rows.pop(index, None)

    def _read_head(self, start: int) -> None:
        """Find byline, dates, dek and label around the headline, and put the boilerplate between them aside."""
        if self.headline is None:
            return
        at = self.headline.at
        self.kinds[at], self.roles[at] = "heading", "headline"
        for index in self.headline.repeats:
            if index < self.end:
                self.kinds[index] = "heading"
        stop = self._end_of_head(at, start)
        self._sign(at, stop)
        if not any(role in SIGNED and self._line(index).dates for index, role in self.roles.items()):
            self._date_before(at)
        self._sign_at_end()
        self._date_at_end()
        self._name_rest_of_head(at, stop)
        self._read_author_box(stop)

    def _decide(self, index: int, scraped: bool) -> None:
        """Say what a unit of the article itself is."""
        if index in self.kinds or index in self.rows or index in self.skipped:
            return
        role = self.shapes[index].role
        if role and not self._may_be_heading(index):
            self._mark(index, role)
            return
        kind = self._choose_kind(index, scraped)
        if kind == "paragraph" and scraped and index not in self.parts and self._is_stray(index):
            self._mark(index, "other")
        else:
            self.kinds[index] = kind

    def _choose_kind(self, index: int, scraped: bool) -> BlockKind:
        text, part = self.units[index].text, self.parts.get(index)
        is_item = starts_list_item(text) is not None
        if part == "point":
            self.roles[index] = "summary"
            return "list-item"
        if part == "heading" or HASHES.match(text) or self._is_question(index):
            return "heading"
        if text[0] == ">" and text != ">":
            return "quotation"
        if self._is_of_picture(index, scraped):
            return "caption"
        return "list-item" if is_item else self._kind_of_line(index)

    def _kind_of_line(self, index: int) -> BlockKind:
        return "heading" if self._is_heading(index) else "paragraph"

    def _is_of_picture(self, index: int, scraped: bool) -> bool:
        """Tell whether a unit is a picture's caption or its credit."""
        text, shape = self.units[index].text, self.shapes[index]
        if is_credit(text):
            self._find_captioned(index - 1, scraped)
            return True
        return not (shape.is_prose and shape.words > _MOST_WORDS_OF_CAPTION) and is_caption(text)

    def _find_captioned(self, before: int, scraped: bool) -> None:
        """Make a caption of the short paragraph that stands before a picture's credit, if the article goes on."""
        shape = self.shapes[before]
        is_plain = self.kinds.get(before) in ("paragraph", "heading") and not self.roles.get(before)
        if not is_plain or shape.words > _LONGEST_CAPTION:
            return
        following = self.shapes[before + 2 : min(before + 5, self.end)]
        # Who speaks in a sentence speaks in the article.
        is_speech = _QUOTATION.search(self.units[before].text)
        is_between = scraped and not is_speech and any(shape.is_prose for shape in following)
        if not shape.ends or (is_between and not self._is_slideshow):
            self.kinds[before] = "caption"

    @cached_property
    def _is_slideshow(self) -> bool:
        """Tell whether a picture's credit follows most of the article's paragraphs: they are more than captions."""
        prose = [index for index in range(self.start, self.end) if self.shapes[index].is_prose]
        credited = sum(is_credit(self.units[index + 1].text) for index in prose if index + 1 < self.end)
        return credited * 2 > len(prose)

    def _may_be_heading(self, index: int) -> bool:
        """Words such as "Disclaimer" head a section where prose follows, and are boilerplate elsewhere."""
        return self._line(index).key in _SECTION_HEADS and index + 1 < self.end and self.shapes[index + 1].is_prose

    def _is_question(self, index: int) -> bool:
        text = self.units[index].text
        if not text.endswith("?") or self.shapes[index].words > _QUESTION_WORDS or not ORDINAL.match(text):
            return False
        return index + 1 < len(self.units) and self.shapes[index + 1].words >= 3

    def _is_heading(self, index: int) -> bool:
        """A short line without a full stop, after a blank line or prose, that long lines follow."""
        if self.headline is not None and index < self.headline.at:
            return False
        text, shape = self.units[index].text, self.shapes[index]
        if shape.words > _HEADING_WORDS or len(text) > 120 or text[0].islower() or not has_letters(text):
            return False
        if _QUOTED_HEADING.fullmatch(text):
            return self.units[index].gap > 0 and self._is_body(index + 1) and self._is_body(index - 1)
        may_head = shape.words >= _FEWEST_QUESTION_WORDS if text[-1] == "?" else not shape.ends
        return may_head and text[-1] not in ".!…,;:”’\"'" and self._heads(index)

    def _heads(self, index: int) -> bool:
        """Tell whether what a heading heads follows: prose, a table, a list, or one more heading with prose."""
        after = index + 1
        while after in self.skipped:
            after += 1
        if after >= len(self.units):
            return False
        if self._is_body(after) or starts_list_item(self.units[after].text):
            return True
        is_short = self.shapes[after].words <= _HEADING_WORDS and not self.shapes[after].role
        return is_short and self._is_body(after + 1)

    def _is_body(self, index: int) -> bool:
        return index in self.rows or (index < len(self.units) and self.shapes[index].is_prose)

    def _is_stray(self, index: int) -> bool:
        """Tell whether a short line stands among other short lines in the middle of a scraped article."""
        text = self.units[index].text
        if not has_letters(text):
            return True
        if not is_short(self.shapes[index]) or index in self._listed or says_details(text, self.shapes[index].words):
            return False
        before = index > self.start and is_short(self.shapes[index - 1])
        after = index + 1 < self.end and is_short(self.shapes[index + 1])
        return before or after

    @cached_property
    def _listed(self) -> frozenset[int]:
        return find_listed(self.units, self.shapes)

    def _build(self) -> None:
        done: set[int] = set()
        for index, unit in enumerate(self.units):
            if index in self.skipped or index in done:
                continue
            row = self.rows.get(index)
            if row is not None:
                self.blocks.append(make_row(row, self.units))
                done.update(range(row.first, row.last + 1))
                continue
            self.blocks.append(make_block(unit, self.kinds.get(index, "paragraph"), self.roles.get(index, "")))
