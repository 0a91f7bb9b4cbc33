"""Match paths against the globs of a configuration; it touches no file."""

from __future__ import annotations

import re
from functools import cache


def matches(path: str, glob: str) -> bool:
    """Tell whether a POSIX path matches a glob: `*` stays in a folder, `**` does not, no `/` means any folder."""
    return _compile(glob).fullmatch(path.removeprefix("./")) is not None


@cache
def _compile(glob: str) -> re.Pattern[str]:
    anchored = glob.removeprefix("./").rstrip("/") if not glob.endswith("/") else glob.removeprefix("./") + "**"
    if "/" not in anchored:
        anchored = f"**/{anchored}"
    pattern = ""
    for part in re.split(r"(\*\*/|/\*\*$|\*\*|\*|\?)", anchored):
        pattern += _PARTS.get(part) or re.escape(part)
    return re.compile(pattern)


_PARTS = {"**/": r"(?:[^/]+/)*", "/**": r"/.+", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}
