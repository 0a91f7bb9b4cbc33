"""Write a report to standard output, or whole into a file; never over a file that the run reads."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from newslint.discovery import IGNORE_FILES
from newslint.errors import UsageError
from newslint.settings import Settings
from newslint.source import Source
from newslint.terminal import show

# Why a file may be written to although no other can be put in its place: its folder is closed, or it is a mount.
_IN_PLACE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV)


def refuse_to_overwrite(output: str | None, sources: Iterable[Source | Path], settings: Settings) -> None:
    """Raise UsageError where a report would take the place of a file that this run reads.

    It is the file itself that counts, whatever name or link leads to it.
    """
    written = _identity(output) if output else None
    if output is None or written is None:
        return
    read: dict[str, Iterable[str | Path | int]] = {
        "what standard input reads": (0,),
        "one of the files to check": (source for source in sources if isinstance(source, Path)),
        "part of the configuration": settings.files,
    }
    told = [what for what, files in read.items() if written in map(_identity, files)]
    if os.path.basename(output) in IGNORE_FILES:
        told.append("an ignore file")
    if told:
        cause = f"this file is {told[0]}; the report would replace it."
        raise UsageError(output, cause, "Give --output another name.")


def _identity(path: str | Path | int) -> tuple[int, int] | None:
    """Return what is the same for all names and descriptors of a regular file; None where there is no such file."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def write(text: Iterable[str], output: str | None) -> None:
    """Print a text piece by piece, or write it to a file; raise UsageError where that cannot be done.

    A file is written beside its place and put there when it is whole, so that what stood there before stays until
    then. What is no regular file, such as a pipe, or is open for the output of this process, as `/dev/stdout` is, is
    written to straight away.
    """
    if output is None or (_identity(output) or 0) == _identity(1):
        show(text)
        return
    try:
        if not os.path.basename(output):  # no name, or that of a folder
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        known = _mode_of(output)
        if known is None or (stat.S_ISREG(known) and _identity(output) != _identity(2)):
            _replace(os.path.realpath(output), known, text)
        else:
            _write_straight(output, text)
    except (OSError, ValueError) as error:
        cause = f"the report cannot be written ({getattr(error, 'strerror', None) or error})."
        raise UsageError(output or "--output ''", cause, "Check --output.") from error


def _mode_of(output: str) -> int | None:
    try:
        return os.stat(output).st_mode
    except FileNotFoundError:
        return None


def _replace(target: str, known: int | None, text: Iterable[str]) -> None:
    """Write a file that takes the place of another when it is whole, with the permissions of that one."""
    if known is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    temporary = os.path.join(os.path.dirname(target), f".newslint-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except OSError as error:
        if known is None or error.errno not in _IN_PLACE:
            raise
        _write_straight(target, text)
        return
    try:
        with open(file, "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(text)
        if known is not None:
            os.chmod(temporary, stat.S_IMODE(known))
        try:
            os.replace(temporary, target)
        except OSError as error:
            if known is None or error.errno not in _IN_PLACE:
                raise
            with open(temporary, encoding="utf-8", newline="") as whole:
                _write_straight(target, whole)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def _write_straight(target: str, text: Iterable[str]) -> None:
    with open(target, "w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(text)
