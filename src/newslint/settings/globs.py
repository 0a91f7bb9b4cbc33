"""Match paths against the globs of a configuration; it touches no file.

Strangers write globs, too. So a path is read once from left to right, with all the places in the glob at which the
reading may stand: there is nothing to go back to, however many stars there are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path

from newslint.patterns import pattern
from newslint.records import NamedTuple

# More alternatives than anybody writes by hand; each pair of braces multiplies them.
MOST_ALTERNATIVES = 200
LONGEST = 1000
_MOST_KEPT = 5000

_BRACES = pattern(r"\{([^{},]*,[^{}]*)\}")
_WILD = pattern(r"(?s)\*\*/|/\*\*$|\*\*|\*|\?|.")


def matches(path: str, glob: str) -> bool:
    """Tell whether a relative POSIX path matches a glob.

    `*` and `?` stay in a folder, `**` does not, `{a,b}` is either; everything else stands for itself. A glob without
    a `/`, one at its end aside, matches in any folder, and one that begins with `/` at the top. A glob whose last part
    is a plain name stands for what lies below it, too. Raises ValueError where `alternatives` does.
    """
    bare = path.removeprefix("./")
    return any(reader.accepts(bare) for reader in _readers(glob))


def name_below(root: Path, path: str) -> str:
    """Return a path as seen from a folder, in POSIX form; one that lies elsewhere has its name alone.

    `path` is relative to the working directory, or absolute.
    """
    folder, name = os.path.split(path)
    if name in ("", ".", ".."):
        return next(filter(None, (_seen_from(root, path, resolve) for resolve in _WAYS)), os.path.basename(path))
    for resolve in _WAYS:
        # A link to a file is elsewhere; of all others in a folder the same is known.
        if resolve is os.path.realpath and os.path.islink(path):
            return _seen_from(root, path, resolve) or name
        above = _folder_below(str(root), folder, resolve, os.getcwd())
        if above is not None:
            return above + name
    return name


_WAYS = (os.path.abspath, os.path.realpath)


@lru_cache(maxsize=_MOST_KEPT)
def _folder_below(root: str, folder: str, resolve: Callable[[str], str], _working_directory: str) -> str | None:
    """Return the beginning of the names of a folder's files as seen from another one, or None if it lies elsewhere."""
    found = _seen_from(Path(root), os.path.join(folder, "x"), resolve)
    return found and found[:-1]


def _seen_from(root: Path, path: str, resolve: Callable[[str], str]) -> str | None:
    top, absolute = os.path.join(resolve(str(root)), ""), resolve(path)
    return Path(absolute[len(top) :]).as_posix() if absolute.startswith(top) else None


def alternatives(glob: str) -> list[str]:
    """Return the globs that one with braces stands for; braces without a comma are plain characters.

    Raises ValueError where they are more than 200, or where the glob is longer than 1,000 characters.
    """
    if len(glob) > LONGEST:
        raise ValueError(f"this glob is longer than {LONGEST:,} characters")
    done: list[str] = []
    pending = [glob]
    while pending:
        whole = pending.pop()
        found = _BRACES.search(whole)
        if found is None:
            done.append(whole)
        else:
            before, after = whole[: found.start()], whole[found.end() :]
            pending += [before + choice + after for choice in reversed(found.group(1).split(","))]
        if len(done) + len(pending) > MOST_ALTERNATIVES:
            raise ValueError(f"the braces of this glob give more than {MOST_ALTERNATIVES} alternatives")
    return done


class _Step(NamedTuple):
    """A place in a glob: what may be read here, where that leads, and where one may go without reading.

    `reads` is one character, or `/` for a slash, or "" for any character but a slash, or None for any at all.
    """

    reads: str | None
    then: int
    free: int | None = None


@cache
def _readers(glob: str) -> tuple[_Reader, ...]:
    return tuple(_Reader(_steps(whole)) for whole in alternatives(glob))


def _steps(glob: str) -> list[_Step]:
    """Return the places of a glob without alternatives; the one after the last is its end."""
    bare = glob.removeprefix("./").rstrip("/")
    anchored = bare.removeprefix("/") if "/" in bare else f"**/{bare}"
    steps: list[_Step] = []
    for part in _WILD.findall(anchored):
        here = len(steps)
        match part:
            case "*":
                steps.append(_Step("", here, here + 1))
            case "**":
                steps.append(_Step(None, here, here + 1))
            case "?":
                steps.append(_Step("", here + 1))
            case "**/":
                # Any number of folders: between two of them, inside the name of one, and at its end.
                steps += [_Step("", here + 1, here + 3), _Step("", here + 1, here + 2), _Step("/", here)]
            case "/**":
                steps += _below(here)
            case _:
                steps.append(_Step(part, here + 1))
    is_name = not set("*?") & set(bare.rpartition("/")[2])
    if is_name:
        # The name alone is enough, or whatever lies below it.
        here = len(steps)
        below = _below(here)
        steps += [below[0]._replace(free=here + len(below)), *below[1:]]
    return steps


def _below(here: int) -> list[_Step]:
    """Return the places that read a slash and at least one character more."""
    return [_Step("/", here + 1), _Step(None, here + 2), _Step(None, here + 2, here + 3)]


class _Reader:
    """Reads paths against one alternative; which places lead where on which character is kept."""

    def __init__(self, steps: list[_Step]) -> None:
        self._steps = steps
        self._known = {step.reads for step in steps if step.reads} | {"/"}
        self._kept: dict[tuple[frozenset[int], str], frozenset[int]] = {}
        self._begin = self._with_free({0})

    def accepts(self, path: str) -> bool:
        places, kept, known = self._begin, self._kept, self._known
        for character in path:
            key = (places, character if character in known else "")
            after = kept.get(key)
            if after is None:
                after = self._read(*key)
            if not after:
                return False
            places = after
        return len(self._steps) in places

    def _read(self, places: frozenset[int], character: str) -> frozenset[int]:
        steps = (self._steps[place] for place in places if place < len(self._steps))
        after = self._with_free(
            step.then
            for step in steps
            if step.reads is None or step.reads == character or (step.reads == "" and character != "/")
        )
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        self._kept[places, character] = after
        return after

    def _with_free(self, places: Iterable[int]) -> frozenset[int]:
        found: set[int] = set()
        pending = list(places)
        while pending:
            place = pending.pop()
            if place not in found:
                found.add(place)
                if place < len(self._steps) and (free := self._steps[place].free) is not None:
                    pending.append(free)
        return frozenset(found)
