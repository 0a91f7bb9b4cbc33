"""Read the lines of an ignore file, so that stars in them cannot multiply; imported only where there is such a file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathspec import GitIgnoreSpec

from newslint.patterns import pattern

# What pathspec makes of a star, and of two stars between slashes and at the beginning.
_STAR, _FOLDERS, _ANYWHERE = "[^/]*", "(?:/.+)?/", "^(?:.+/)?"
_SET = pattern(r"(?<!\\)\[(?!\^/\])\^?\]?(?:\\.|[^\]\\])*+\]?")


def read_ignore_lines(lines: Sequence[str]) -> GitIgnoreSpec:
    """Return what the lines of an ignore file say; raise ValueError where one of them is no pattern."""
    patterns = list(GitIgnoreSpec.from_lines(lines).patterns)
    for each in patterns:
        regex = getattr(each, "regex", None)
        if regex is not None and (regex.pattern.count(_STAR) > 1 or regex.pattern.count(_FOLDERS) > 1):
            # The text is a stranger's and the pattern is used at once, so it joins no list of patterns.
            each.regex = re.compile(_settled(regex.pattern), regex.flags)
    return GitIgnoreSpec(patterns)


def _settled(regex: str) -> str:
    """Return a pattern that matches the same and settles each star at the first place where the next piece fits.

    Only the last star of a name, and the last `**` of a path, have to meet an end; of all others the first place is as
    good as any.
    """
    # A set takes no slash, says git; the places of one would not be those of a name.
    regex = _SET.sub(r"(?!/)\g<0>", regex)
    begin, *rest = regex.split(_FOLDERS)
    if not rest:
        return _settled_names(begin)
    if begin.startswith(_ANYWHERE):
        begin = f"^(?>(?:.+?/)??{_settled_names(begin.removeprefix(_ANYWHERE))}(?=/))"
    else:
        begin = _settled_names(begin)
    *middle, last = map(_settled_names, rest)
    return begin + "".join(f"(?>(?:/.+?)??/{each}(?=/))" for each in middle) + _FOLDERS + last


def _settled_names(regex: str) -> str:
    first, *pieces = regex.split(_STAR)
    done = [first]
    for at, piece in enumerate(pieces, 1):
        is_last_of_name = at == len(pieces) or "/" in piece.replace("[^/]", "").replace("(?!/)", "")
        done.append(_STAR + piece if is_last_of_name else f"(?>[^/]*?{piece})")
    return "".join(done)
