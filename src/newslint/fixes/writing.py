"""Put a fixed text in the place of a file: whole or not at all, and never over what somebody else wrote meanwhile."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress

from newslint.errors import SourceError

_ADVICE = "Nothing was written; run newslint again."


def replace_file(path: str, before: bytes, after: bytes, deed: str = "fixed") -> None:
    """Write bytes in the place of a file that still has the bytes it was read with; raise SourceError else.

    A link is followed, and the file that it leads to is replaced. What is written stands beside it until it is whole
    and on the disk, so that at any moment the file is the old one or the new one. Its permissions are kept. `deed` is
    what messages say was not done to it.
    """
    target = os.path.realpath(path)
    try:
        known = os.stat(target)
        _refuse(path, known, deed)
        temporary = os.path.join(os.path.dirname(target), f".newslint-{os.getpid()}-{os.urandom(4).hex()}.tmp")
        try:
            _write(temporary, after, target, known)
            _compare(path, target, known, before, deed)
            os.replace(temporary, target)
        finally:
            with suppress(OSError):
                os.unlink(temporary)
        _settle(os.path.dirname(target))
    except OSError as error:
        cause = f"it could not be {deed} ({error.strerror or error}); it is as it was."
        raise SourceError(path, cause, "Check its folder, its permissions and the space left.") from error


def create_file(path: str, data: bytes) -> None:
    """Write bytes to a file that is not there yet: whole or not at all; raise SourceError where it is or cannot be."""
    temporary = os.path.join(os.path.dirname(path), f".newslint-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            with open(file, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            _put(temporary, path)
        finally:
            with suppress(OSError):
                os.unlink(temporary)
        _settle(os.path.dirname(path))
    except OSError as error:
        cause = f"it could not be written ({error.strerror or error})."
        raise SourceError(path, cause, "Check its folder, its permissions and the space left.") from error


def _put(temporary: str, path: str) -> None:
    """Give a file its name; one that came to be there meanwhile stays. Not all systems have links for that."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise
        os.rename(temporary, path)


def _refuse(path: str, known: os.stat_result, deed: str) -> None:
    if not stat.S_ISREG(known.st_mode):
        raise SourceError(path, f"it is no regular file, so it was not {deed}.", "Print it with `--fix -` instead.")
    # The superuser may write what is write-protected; that it is protected still says that it is to stay.
    if not known.st_mode & 0o222:
        raise SourceError(path, f"it is write-protected, so it was not {deed}.", "Allow writing, or exclude it.")
    if known.st_nlink > 1:
        cause = f"it has another name (a hard link) that would keep the old text, so it was not {deed}."
        raise SourceError(path, cause, "Remove the other name, or change it by hand.")


def _write(temporary: str, data: bytes, target: str, known: os.stat_result) -> None:
    """Write a file that is to take the place of another, with its owner, permissions and attributes."""
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(file, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    own = os.stat(temporary)
    if hasattr(os, "chown") and (own.st_uid, own.st_gid) != (known.st_uid, known.st_gid):
        with suppress(OSError):
            os.chown(temporary, known.st_uid, known.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(temporary, name, os.getxattr(target, name))
    os.chmod(temporary, stat.S_IMODE(known.st_mode))


def _compare(path: str, target: str, known: os.stat_result, before: bytes, deed: str) -> None:
    """Raise SourceError where a file is no longer the one that was read."""
    now = os.stat(target)
    is_same = (now.st_dev, now.st_ino, now.st_size) == (known.st_dev, known.st_ino, known.st_size)
    if is_same and os.path.realpath(path) == target:
        with open(target, "rb") as stream:
            is_same = stream.read(len(before) + 1) == before
    else:
        is_same = False
    if not is_same:
        raise SourceError(path, f"it changed while newslint {deed} it, so it was left alone.", _ADVICE)


def _settle(folder: str) -> None:
    """Let the new name reach the disk, where the system can do that."""
    with suppress(OSError):
        file = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
