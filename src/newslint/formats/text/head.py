"""Find the standfirst and the label of a plain text, among the lines around its headline."""

from __future__ import annotations

from newslint.formats.text.lines import starts_list_item
from newslint.formats.text.scraped import is_caption
from newslint.formats.text.signing import SIGNED, Signing
from newslint.newsroom.notes import introduces

# Below a byline a line of so many words is a standfirst, and a text up to so many, if one of these follows.
_LONG_DEK, _LONGEST_DEK = 10, 35
_FURNITURE = ("share", "comments")
# So many units around the headline may hold byline, date and dek.
_HEAD = 14


class Head(Signing):
    """The units of a text; beside who signed it, it finds what else stands around the headline."""

    def _end_of_head(self, at: int, start: int) -> int:
        """The head reaches to the first prose, or the second where the first is a dek before the byline."""
        prose = 0
        stop = at + 1
        limit = min(len(self.units), max(start, at) + _HEAD, at + 40)
        while stop < limit:
            if self.shapes[stop].is_prose and self.shapes[stop].words >= 12 and not is_caption(self.units[stop].text):
                prose += 1
                if prose > 2 or (prose == 2 and self.shapes[stop].words > 45):
                    break
            stop += 1
        return stop

    def _name_rest_of_head(self, at: int, stop: int) -> None:
        """Name the dek between headline and byline, and the label over the headline."""
        dek = self._find_dek(at, stop)
        if dek is not None:
            self.kinds[dek], self.roles[dek] = "paragraph", "dek"
        for index in (at - 1, at - 2):
            if index >= 0 and self._line(index).label:
                self._mark(index, "label")
                break

    def _find_dek(self, at: int, stop: int) -> int | None:
        """Return the standfirst: before a byline or a date the first line or sentence, else a line without a stop."""
        signed = [index for index, role in self.roles.items() if role in SIGNED and at < index < stop]
        first = next(filter(self._may_be_dek, range(at + 1, min(signed, default=stop))), None)
        if first is not None:
            return first if signed or self._is_line_over_prose(first) else None
        below = next(filter(self._may_be_dek, range(max(signed, default=stop) + 1, stop)), None)
        return below if below is not None and self._is_dek_below(below) else None

    def _is_dek_below(self, index: int) -> bool:
        """Tell whether a line below a byline is the standfirst: long and without a stop, or parted from the article."""
        shape, after = self.shapes[index], index + 1
        if introduces(self.units[index].text, self._signed_names()):
            return False
        is_over_box = self.parts.get(after + 1) == "point" or (
            after < self.end and (self.shapes[after].role in _FURNITURE or is_caption(self.units[after].text))
        )
        if shape.words <= _LONGEST_DEK and is_over_box:
            return any(near.is_prose for near in self.shapes[after : min(after + _HEAD, self.end)])
        return shape.words >= _LONG_DEK and self._is_line_over_prose(index)

    def _may_be_dek(self, index: int) -> bool:
        shape, text = self.shapes[index], self.units[index].text
        if index in self.kinds or index in self.parts or shape.role or not 5 <= shape.words <= 60:
            return False
        return text[-1] != ":" and text[0] not in "<#" and not is_caption(text) and not starts_list_item(text)

    def _is_line_over_prose(self, index: int) -> bool:
        """Tell whether a line without a full stop stands right over the article's text."""
        shape = self.shapes[index]
        if shape.ends or shape.is_prose or index + 1 >= len(self.units):
            return False
        return self.shapes[index + 1].is_prose or self._line(index + 1).dateline is not None
