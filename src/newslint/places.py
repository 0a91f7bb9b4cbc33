"""Where a path really leads and what is in the way, without opening a file."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path

# What a path leads to that is no regular file, in words.
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (lambda mode: stat.S_ISCHR(mode) or stat.S_ISBLK(mode), "a device"),
)


def is_within(path: str | Path, homes: Sequence[str]) -> bool:
    """Tell whether the file that a path leads to lies in one of some folders, and not in what git keeps for itself.

    `homes` are real paths: no part of them is a link.
    """
    real = os.path.realpath(path)
    return any(
        real.startswith(f"{home.rstrip(os.sep)}{os.sep}") and ".git" not in real[len(home) :].split(os.sep)
        for home in homes
    )


def tree_of(folder: str | Path) -> str:
    """Return the real path of the repository that a folder lies in, else of the folder itself."""
    real = here = os.path.realpath(folder)
    while True:
        if os.path.exists(os.path.join(here, ".git")):
            return here
        above = os.path.dirname(here)
        if above == here:
            return real
        here = above


def is_there(path: str | Path) -> bool:
    """Tell whether anything has this name, be it a link that leads nowhere or something that may not be looked at."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def obstacle(path: str | Path) -> str | None:
    """Return why a path leads to no regular file, as a clause about it; None where it leads to one.

    A file that may not be read is no obstacle here: that shows when it is opened.
    """
    try:
        mode = os.stat(path).st_mode
    except ValueError:
        return "cannot be the name of a file"
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "is a circular link"
        if error.errno not in (errno.ENOENT, errno.ENOTDIR):
            return f"cannot be reached ({error.strerror or error})"
        return f"is a link to `{os.readlink(path)}`, which does not exist" if os.path.islink(path) else "does not exist"
    if stat.S_ISREG(mode):
        return None
    return f"is {next((name for is_kind, name in _KINDS if is_kind(mode)), 'no file')}"
