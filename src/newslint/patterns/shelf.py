"""A file of many pieces of data of which each start needs a few: it reads the index, and a piece when it is asked for.

Two thousand patterns take eight megabytes, and an article needs some hundred of them.
"""

from __future__ import annotations

import marshal
import mmap
from zlib import crc32

# `typing` is imported for the type checker alone: this module is part of the shortest of starts.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Place = tuple[int, int, int]  # begin, length and checksum of a piece

_HEAD = 16  # hexadecimal digits: checksum and length of the index


class Shelf:
    """The pieces of a file by number: none where the file is not there, damaged or made for somebody else."""

    def __init__(self, file: str, identity: str) -> None:
        self._map: mmap.mmap | bytes = b""
        self._index: dict[int, Place] = {}
        try:
            with open(file, "rb", buffering=0) as opened:
                self._map = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
            checksum, length = int(self._map[:8], 16), int(self._map[8:_HEAD], 16)
            index = self._map[_HEAD : _HEAD + length]
            made_for, places = marshal.loads(index) if crc32(index) == checksum else ("", {})
        except (OSError, EOFError, TypeError, ValueError):
            return
        if made_for == identity and isinstance(places, dict):
            self._index, self._start = places, _HEAD + length

    def __len__(self) -> int:
        return len(self._index)

    def get(self, number: int) -> bytes | None:
        """Return a piece, or None where there is none or it is damaged."""
        place = self._index.get(number)
        if place is None:
            return None
        begin, length, checksum = place
        piece = bytes(self._map[self._start + begin : self._start + begin + length])
        return piece if crc32(piece) == checksum else None

    def pieces(self) -> Iterator[tuple[int, bytes]]:
        """Yield all pieces that are whole, with their numbers."""
        for number in self._index:
            piece = self.get(number)
            if piece is not None:
                yield number, piece

    def close(self) -> None:
        """Let go of the file, so that another one can take its place on every system."""
        if isinstance(self._map, mmap.mmap):
            self._map.close()
        self._map, self._index = b"", {}


def write_shelf(pieces: Mapping[int, bytes], identity: str) -> bytes:
    """Return the content of a file for pieces by number."""
    index: dict[int, Place] = {}
    begin = 0
    for number, piece in pieces.items():
        index[number] = (begin, len(piece), crc32(piece))
        begin += len(piece)
    head = marshal.dumps((identity, index))
    return b"%08x%08x" % (crc32(head), len(head)) + head + b"".join(pieces.values())
