"""`newslint clean`: take away what newslint keeps between runs."""

from __future__ import annotations

import argparse

from newslint.cachefolder import cache_folder, clear
from newslint.cli import OK
from newslint.errors import UsageError
from newslint.terminal import safe, show


def run(options: argparse.Namespace) -> int:
    """Take away what is kept, and say how much that was."""
    folder = cache_folder()
    if folder is None:
        show("There is no home folder, so nothing is kept.\n")
        return OK
    try:
        files, size = clear()
    except OSError as error:
        cause = f"what is kept there cannot be taken away ({error.strerror or error})."
        raise UsageError(folder, cause, "Check its permissions, or delete it yourself.") from error
    told = "1 file" if files == 1 else f"{files} files"
    show(f"{safe(folder)}: {told} taken away, {size / 1_000_000:.1f} MB.\n" if files else f"{safe(folder)}: empty.\n")
    return OK
