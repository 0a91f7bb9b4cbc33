"""Look words up in the table of English words, which stays on disk; decides nothing about what is a slip.

The table is a file of buckets, mapped into memory when the first word is asked for: nothing is read at a start, and a
look-up reads one bucket. `tools/make_words.py` makes it and says from what.
"""

from __future__ import annotations

import mmap
from functools import cache
from pathlib import Path
from struct import Struct
from zlib import crc32

FILE = Path(__file__).with_name("words.bin")
MAGIC = b"newslint words 1"
# Behind the magic: the number of buckets, then where each begins, and where the last ends, from the start of the file.
COUNT = Struct("<I")
_PAIR = Struct("<II")
OFFSETS = len(MAGIC) + COUNT.size
# How common the words of a class are, by the sizes of SCOWL's lists: the most common ones are in all of them.
SIZES = (10, 20, 35, 40, 50, 55, 60, 70, 80, 95)


class WordTable:
    """The words of a table file with how common each is."""

    def __init__(self, path: Path) -> None:
        """Map a table; raise ValueError where the file is none."""
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._data[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{path.name} is no table of words; `python tools/make_words.py` makes one")
        self._buckets = COUNT.unpack_from(self._data, len(MAGIC))[0]

    def size(self, word: str) -> int | None:
        """Return the size of the smallest list of SCOWL that has a word in small letters, 10 to 95, or None."""
        key = word.encode()
        start, end = _PAIR.unpack_from(self._data, OFFSETS + 4 * (crc32(key) % self._buckets))
        for entry in self._data[start:end].split(b"\n"):
            if entry[1:] == key:
                return SIZES[entry[0] - 48]
        return None


@cache
def shipped_words() -> WordTable:
    """Return the table that newslint brings."""
    return WordTable(FILE)


_known: dict[str, int | None] = {}
_MOST_KEPT = 200_000


def commonness(word: str) -> int | None:
    """Return how common a word in small letters is, 10 (most) to 95, or None where it is no word of the table."""
    if word not in _known:
        if len(_known) >= _MOST_KEPT:
            _known.clear()  # a bound on memory for processes that read millions of texts
        _known[word] = shipped_words().size(word)
    return _known[word]


def unknown(words: frozenset[str]) -> set[str]:
    """Return those of some words in small letters that the table has not."""
    # `words - _known.keys()` would go through all that are known.
    return {word for word in words if (word not in _known or _known[word] is None) and commonness(word) is None}
