"""Read a line once: what it says is kept in one record that readers of formats and the assembly share."""

from __future__ import annotations

from functools import cached_property, lru_cache

from newslint.newsroom.boilerplate import boilerplate_role, line_key
from newslint.newsroom.bylines import Byline, read_byline
from newslint.newsroom.datelines import DateLine, read_date_lines
from newslint.newsroom.labels import EmptyLabel, read_empty_label, read_label
from newslint.newsroom.notes import Note, role_of_note
from newslint.newsroom.openings import Dateline, read_dateline, read_opening_date
from newslint.parts import Role


class Line:
    """A line, or a paragraph, with what it says by convention; each fact is read when it is first asked for."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self.text = text

    @cached_property
    def words(self) -> int:
        """How many words it has, by its spaces."""
        return self.text.count(" ") + 1

    @cached_property
    def key(self) -> str:
        """The line in small letters, without the marks at its ends."""
        return line_key(self.text)

    @cached_property
    def byline(self) -> Byline | None:
        """Whom it names as authors, wherever it stands."""
        return read_byline(self.text)

    @cached_property
    def placed_byline(self) -> Byline | None:
        """Whom it names as authors if it stands where bylines stand."""
        return read_byline(self.text, is_placed=True)

    @cached_property
    def dates(self) -> list[DateLine]:
        """The dates that it states about the article."""
        return read_date_lines(self.text)

    @property
    def dated(self) -> Role:
        """What its dates are: updates, if all of them are, else a publication; nothing where it states none."""
        if not self.dates:
            return ""
        return "updated" if all(date.element == "updated" for date in self.dates) else "published"

    @cached_property
    def dateline(self) -> Dateline | None:
        """The place that opens it as a report."""
        return read_dateline(self.text)

    @cached_property
    def opening_date(self) -> DateLine | None:
        """The date that opens it as the first paragraph of a report."""
        return read_opening_date(self.text)

    @cached_property
    def label(self) -> str | None:
        """The type of article that it names."""
        return read_label(self.text)

    @cached_property
    def empty_label(self) -> EmptyLabel | None:
        """The label without a value that it is."""
        return read_empty_label(self.text)

    @cached_property
    def boilerplate(self) -> Role:
        """What boilerplate of a site it is, or nothing."""
        return boilerplate_role(self.text)

    @cached_property
    def note(self) -> Note:
        """Whether it is a correction or a disclosure."""
        return role_of_note(self.text)


_LONGEST_KEPT = 1200  # code points; what is longer is no line

_kept = lru_cache(maxsize=2048)(Line)


def read_line(text: str) -> Line:
    """Return what a text says: the same record for a format's reader and for the assembly."""
    return _kept(text) if len(text) <= _LONGEST_KEPT else Line(text)
