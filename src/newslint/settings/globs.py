"""Match paths against the globs of a configuration; it touches no file."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from newslint.patterns import pattern


def matches(path: str, glob: str) -> bool:
    """Tell whether a relative POSIX path matches a glob.

    `*` and `?` stay in a folder, `**` does not, `{a,b}` is either; everything else stands for itself. A glob without
    a `/`, one at its end aside, matches in any folder, and one that begins with `/` at the top. A glob whose last part
    is a plain name stands for what lies below it, too.
    """
    return _compile(glob).fullmatch(path.removeprefix("./")) is not None


def name_below(root: Path, path: str) -> str:
    """Return a path as seen from a folder, in POSIX form; one that lies elsewhere has its name alone.

    `path` is relative to the working directory, or absolute.
    """
    for resolve in (os.path.abspath, os.path.realpath):
        top, absolute = os.path.join(resolve(root), ""), resolve(path)
        if absolute.startswith(top):
            return Path(absolute[len(top) :]).as_posix()
    return os.path.basename(path)


@cache
def _compile(glob: str) -> re.Pattern[str]:
    return pattern("|".join(map(_translate, _alternatives(glob))), re.DOTALL)


_BRACES = pattern(r"\{([^{}]*,[^{}]*)\}")


def _alternatives(glob: str) -> list[str]:
    """Return the globs that one with braces stands for; braces without a comma are plain characters."""
    found = _BRACES.search(glob)
    if found is None:
        return [glob]
    before, after = glob[: found.start()], glob[found.end() :]
    return [whole for choice in found.group(1).split(",") for whole in _alternatives(before + choice + after)]


_WILD = pattern(r"(\*\*/|/\*\*$|\*\*|\*|\?)")


def _translate(glob: str) -> str:
    bare = glob.removeprefix("./").rstrip("/")
    anchored = bare.removeprefix("/") if "/" in bare else f"**/{bare}"
    parts = _WILD.split(anchored)
    regex = "".join(_PARTS.get(part) or re.escape(part) for part in parts)
    is_name = not set("*?") & set(bare.rpartition("/")[2])
    return regex + r"(?:/.+)?" if is_name else regex


_PARTS = {"**/": r"(?:[^/]+/)*", "/**": r"/.+", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}
