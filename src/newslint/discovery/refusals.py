"""Say why a path leads to nothing that can be checked, with the nearest path that does."""

from __future__ import annotations

import os

from newslint.errors import UsageError
from newslint.places import obstacle
from newslint.source import SUFFIXES


def refuse_unreachable(path: str) -> None:
    """Raise UsageError with the true cause where nothing can be reached under a path."""
    if os.path.exists(path):
        return
    cause = obstacle(path)
    if cause is None or cause == "does not exist":
        raise _missing(path)
    raise UsageError(path, f"it {cause}.", "Check the name, where it leads, and the permissions.")


def _missing(path: str) -> UsageError:
    suggestion = _nearest_path(path)
    way_out = f"Did you mean `{suggestion}`?" if suggestion else "Check its spelling and the folder you are in."
    return UsageError(path or "''", "there is no such file or folder.", way_out)


def _nearest_path(path: str) -> str | None:
    """Return the existing path most like a missing one, at the first part that is wrong, or None."""
    from difflib import get_close_matches

    known, parts = "", path.replace("\\", "/").split("/") if os.sep == "\\" else path.split("/")
    for number, part in enumerate(parts):
        here = f"{known}{part}"
        if os.path.exists(here or "/"):
            known = f"{here}/"
            continue
        try:
            names = sorted(os.listdir(known or "."))
        except OSError:
            return None
        close = get_close_matches(part, names, n=1, cutoff=0.6)
        if not close:
            return None
        whole = "/".join([f"{known}{close[0]}", *parts[number + 1 :]])
        return whole if os.path.exists(whole) else f"{known}{close[0]}"
    return None


def empty_folder(path: str, has_links: bool) -> UsageError:
    if has_links:
        cause = "its only articles are links out of the folder, which are not followed."
        return UsageError(path, cause, "Name the links themselves, or set `follow_links: true` in the configuration.")
    return UsageError(
        path,
        f"this folder contains no article file ({' '.join(SUFFIXES)}).",
        "Name another folder, name the file itself, or add a glob to `include:` in the configuration.",
    )
