"""See a word in its place: the words and marks to its left and right in its sentence, nearest first."""

from __future__ import annotations

from functools import cached_property

from newslint.patterns import pattern

_REACH = 180  # characters to either side that are read
_TOKEN = pattern(r"[^\W_]+(?:[_’'.-]+[^\W_]+)*%?|[^\w\s]")
_BORDERS = frozenset(".?!")


class Place:
    """A word [start, end) of a text among the words of its sentence.

    Words are told in small letters, with straight apostrophes; an empty one is beyond the sentence.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        """Keep the text; nothing is read until it is asked for."""
        self.text = text
        self.start = start
        self.end = end

    @cached_property
    def lefts(self) -> list[str]:
        """Return the words and marks before the word as they are written, the nearest first."""
        found: list[str] = []
        for token in reversed(_TOKEN.findall(self.text[max(0, self.start - _REACH) : self.start])):
            if token in _BORDERS:
                break
            found.append(token)
        return found

    @cached_property
    def rights(self) -> list[str]:
        """Return the words and marks behind the word as they are written."""
        found: list[str] = []
        for token in _TOKEN.findall(self.text[self.end : self.end + _REACH]):
            found.append(token)
            if token in _BORDERS:
                break
        return found

    def left(self, index: int = 0) -> str:
        """Return a word or mark before the word."""
        return _plain(self.lefts[index]) if 0 <= index < len(self.lefts) else ""

    def right(self, index: int = 0) -> str:
        """Return a word or mark behind the word."""
        return _plain(self.rights[index]) if 0 <= index < len(self.rights) else ""

    def is_name(self, index: int) -> bool:
        """Tell whether a word behind the word has a capital."""
        return 0 <= index < len(self.rights) and self.rights[index][:1].isupper()

    def before(self, most: int = 40) -> list[str]:
        """Return the words and marks before the word, the nearest first."""
        return [_plain(each) for each in self.lefts[:most]]

    def after(self, most: int = 40) -> list[str]:
        """Return the words and marks behind the word."""
        return [_plain(each) for each in self.rights[:most]]


def _plain(token: str) -> str:
    return token.lower().replace("’", "'")
