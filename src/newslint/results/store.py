"""Entries by key, kept in a few files of the cache folder, each entry with its own checksum.

A file holds entries one after another: key, day of last use, length and checksum, then the payload. What was damaged,
or was written by something else, does not match its checksum and counts as not there. Two runs that write at once lose
entries at most, which are made again when they are missed: files are written whole and put in place at once.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from struct import Struct

from newslint.cachefolder import keep, read_kept
from newslint.records import NamedTuple
from newslint.rules.stamps import blake2b

KEY_SIZE = 20
_MAGIC = b"newslint results 1\n"
_HEAD = Struct(f"<{KEY_SIZE}sII16s")
# A run over one file reads one of these files, a run over thousands reads them all.
_FILES = 64
_FILE_SIZE = 3_000_000  # bytes: all together keep less than 200 MB
_LONGEST = 500_000  # bytes of a payload: what has more findings than that is soon edited
_WAITING = 4_000_000  # bytes of new payloads after which they are written
_DAYS_KEPT = 30
_DAYS_FRESH = 7  # a use is noted once a week, so that a run that finds all it asks for writes nothing
_DAY = 86_400  # seconds


class _Entry(NamedTuple):
    """An entry as it stands in a file."""

    key: bytes
    day: int
    length: int
    check: bytes


class Store:
    """What earlier runs kept, and what this run adds to it."""

    def __init__(self) -> None:
        """Take the day from the clock: what nobody asked for in a month is dropped."""
        self._day = int(time.time() // _DAY)
        self._read: dict[str, tuple[bytes, dict[bytes, int]]] = {}
        self._new: dict[str, dict[bytes, bytes]] = {}
        self._used: dict[str, set[bytes]] = {}
        self._waiting = 0

    def find(self, key: bytes) -> bytes | None:
        """Return the payload that was kept under a key, or None."""
        name = _name_of(key)
        if name not in self._read:
            data = read_kept(name) or b""
            self._read[name] = data, dict(_places(data))
        data, places = self._read[name]
        at = places.get(key)
        if at is None:
            return None
        entry = _Entry(*_HEAD.unpack_from(data, at))
        payload = data[at + _HEAD.size : at + _HEAD.size + entry.length]
        if entry.check != _check(key, entry.day, payload):
            return None
        if entry.day + _DAYS_FRESH <= self._day:
            self._used.setdefault(name, set()).add(key)
        return payload

    def add(self, key: bytes, payload: bytes) -> None:
        """Keep a payload under a key, from the next time that this is written."""
        if len(payload) > _LONGEST:
            return
        self._new.setdefault(_name_of(key), {})[key] = payload
        self._waiting += len(payload)
        if self._waiting > _WAITING:
            self.save()

    def save(self) -> None:
        """Write what is new, beside what other runs wrote meanwhile; where that cannot be done, nothing is kept."""
        for name in sorted({*self._new, *self._used}):
            keep(name, _joined(self._merge(name)))
        self._new, self._used, self._waiting = {}, {}, 0

    def _merge(self, name: str) -> list[tuple[int, bytes, bytes]]:
        """Return the entries of a file by day, key and payload: those that are whole, in use and not too many."""
        data, new, used = read_kept(name) or b"", self._new.get(name, {}), self._used.get(name, set())
        entries = []
        for key, at in _places(data):
            _, day, length, check = _HEAD.unpack_from(data, at)
            payload = data[at + _HEAD.size : at + _HEAD.size + length]
            if key not in new and day + _DAYS_KEPT >= self._day and check == _check(key, day, payload):
                entries.append((self._day if key in used else day, key, payload))
        entries += [(self._day, key, payload) for key, payload in new.items()]
        return _newest(entries)


def _newest(entries: list[tuple[int, bytes, bytes]]) -> list[tuple[int, bytes, bytes]]:
    """Return as many entries as a file may hold: those of the latest days, and of one day the last."""
    room = _FILE_SIZE - len(_MAGIC)
    if sum(_HEAD.size + len(payload) for _, _, payload in entries) <= room:
        return entries
    entries = sorted(entries, key=lambda entry: entry[0])  # a stable order: of one day, the order in the file
    for start in range(len(entries) - 1, -1, -1):
        room -= _HEAD.size + len(entries[start][2])
        if room < 0:
            return entries[start + 1 :]
    return entries


def _joined(entries: list[tuple[int, bytes, bytes]]) -> bytes:
    parts = [_MAGIC]
    for day, key, payload in entries:
        parts += [_HEAD.pack(key, day, len(payload), _check(key, day, payload)), payload]
    return b"".join(parts)


def _name_of(key: bytes) -> str:
    return f"results-{key[0] % _FILES:02x}"


def _places(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the key of each entry of a file and where the entry begins; none of a file of another kind."""
    at = len(_MAGIC) if data.startswith(_MAGIC) else len(data)
    while at + _HEAD.size <= len(data):
        key, _, length, _ = _HEAD.unpack_from(data, at)
        if at + _HEAD.size + length > len(data):
            return
        yield key, at
        at += _HEAD.size + length


def _check(key: bytes, day: int, payload: bytes) -> bytes:
    sum_ = blake2b(key + day.to_bytes(4, "little"), digest_size=16)
    sum_.update(payload)
    return sum_.digest()
