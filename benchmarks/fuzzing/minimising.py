"""Make a failing input small: take out chunks, ever smaller ones, as long as it fails in the same way."""

from __future__ import annotations

import time
from collections.abc import Callable


def minimise(data: bytes, still_fails: Callable[[bytes], bool], seconds: float = 60.0) -> bytes:
    """Return a part of some bytes that still fails, found within about so many seconds."""
    stop = time.monotonic() + seconds
    size = max(1, len(data) // 2)
    while data and time.monotonic() < stop:
        smaller = _without_chunks(data, size, still_fails, stop)
        if smaller == data and size == 1:
            break
        size = max(1, min(size // 2, len(smaller) // 2)) if smaller == data or size > 1 else 1
        data = smaller
    return data


def _without_chunks(data: bytes, size: int, still_fails: Callable[[bytes], bool], stop: float) -> bytes:
    """Try to do without each chunk of a size, the last ones first: what stands before keeps its place."""
    for start in range(((len(data) - 1) // size) * size, -1, -size):
        if time.monotonic() > stop:
            break
        rest = data[:start] + data[start + size :]
        if len(rest) < len(data) and still_fails(rest):
            data = rest
    return data
