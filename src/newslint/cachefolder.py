"""Where newslint keeps what it made between runs: a folder of the user's own that nobody else may write."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def cache_folder() -> str | None:
    """Return the folder, which need not exist yet, or None where there is no home to put it in.

    NEWSLINT_CACHE_DIR names another one. Relative names are ignored, as the XDG Base Directory specification asks:
    they would lead into whatever repository newslint runs in.
    """
    named = os.environ.get("NEWSLINT_CACHE_DIR", "")
    if os.path.isabs(named):
        return named
    home = os.environ.get("LOCALAPPDATA", "") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(home):
        home = os.path.join(_home(), ".cache")
    return os.path.join(home, "newslint") if os.path.isabs(home) else None


def _home() -> str:
    """Return the user's home, or nothing where the environment says that there is none."""
    if os.name != "nt" and os.environ.get("HOME") == "":
        return ""
    return os.path.expanduser("~")


def _private_folder() -> str | None:
    """Return the folder in the cache folder that newslint makes for itself, so that nobody else may write it."""
    folder = cache_folder()
    return os.path.join(folder, "private") if folder else None


def read_kept(name: str) -> bytes | None:
    """Return what was kept under a name, or None where it is not there or somebody else may have written it."""
    folder = _private_folder()
    if folder is None:
        return None
    try:
        # The file is opened first and judged then, so that it cannot be changed for another in between.
        file = os.open(os.path.join(folder, name), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | _NO_WAITING)
    except (OSError, ValueError):
        return None
    with open(file, "rb", buffering=0) as kept:
        try:
            if _is_own(os.stat(folder), stat.S_IFDIR) and _is_own(os.fstat(file), stat.S_IFREG):
                return kept.read()
        except OSError:
            pass
    return None


def keep(name: str, data: bytes) -> None:
    """Keep data under a name; a folder that cannot be written to, or that others may write, is no fault."""
    folder = _private_folder()
    if folder is None:
        return
    place = os.path.join(folder, name)
    temporary = f"{place}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with suppress(FileExistsError):
            os.mkdir(folder, 0o700)
        if not _is_own(os.stat(folder), stat.S_IFDIR):
            return
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with open(file, "wb") as made:
            made.write(data)
        os.replace(temporary, place)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.unlink(temporary)


def clear() -> tuple[int, int]:
    """Take away all that is kept, and return the number of files and their bytes; raise OSError where that fails.

    Only files of this room are touched: what somebody else put into the cache folder stays.
    """
    folder = _private_folder()
    files = size = 0
    if folder is None or not os.path.isdir(folder) or os.path.islink(folder):
        return 0, 0
    with os.scandir(folder) as entries:
        kept = [entry for entry in entries if entry.is_file(follow_symlinks=False)]
    for entry in kept:
        length = entry.stat(follow_symlinks=False).st_size
        with suppress(FileNotFoundError):  # another run may take it away, too
            os.unlink(entry.path)
            files, size = files + 1, size + length
    return files, size


_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _is_own(status: os.stat_result, kind: int) -> bool:
    """Tell whether a file or folder is of a kind, belongs to this user, and nobody else may write it."""
    if stat.S_IFMT(status.st_mode) != kind:
        return False
    if not hasattr(os, "geteuid"):  # Windows: the folder lies in the user's own profile
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE
