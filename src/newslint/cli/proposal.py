"""What `newslint init` would write: all of it is prepared first, and then written whole, or nothing is."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from textwrap import indent

from newslint.cli.output import write
from newslint.errors import UsageError
from newslint.places import is_within, tree_of
from newslint.terminal import plain, show

MARGIN = "    "


class Proposal:
    """Files for a repository, and what is said to whoever asked for them; nothing is written or said before `make`."""

    def __init__(self, folder: Path, *, is_dry: bool) -> None:
        """Begin for a folder of the repository; a dry one shows its files in place of writing them."""
        self._tree = tree_of(folder)
        self._is_dry = is_dry
        self._files: list[tuple[Path, str]] = []
        self._words: list[str] = []

    def say(self, words: str, *, is_plain: bool = False) -> None:
        """Say something when its turn has come; what `is_plain` holds nothing that steers a terminal."""
        self._words.append(words if is_plain else plain(words))

    def put(self, path: Path, text: str, told: str = "") -> None:
        """Add a file, and what is said once it is written; raise UsageError where it cannot be put there.

        A link may lead it out of the repository, or a file may stand where one of its folders should be.
        """
        if not is_within(path, [self._tree]):
            cause = "a link leads this file out of the repository, so it is not written."
            raise UsageError(str(path), cause, "Take the link away, or put a file or folder in its place.")
        if path.is_dir():
            raise UsageError(str(path), "there is a folder of this name, so it is not written.", "Rename the folder.")
        hindrance = next((parent for parent in path.parents if parent.exists() and not parent.is_dir()), None)
        if hindrance is not None:
            cause = f"{hindrance} is no folder, so this file is not written."
            raise UsageError(str(path), cause, "Rename what is in the way.")
        if self._is_dry:
            self.say(f"\n{path} would be:\n\n{indent(text, MARGIN)}\n")
            return
        self._files.append((path, text))
        self.say(told or f"{path}: written.\n")

    def make(self) -> None:
        """Write all files and say what is to be said; where one cannot be written, leave all as they were."""
        before: list[tuple[Path, bytes | None]] = []
        made: list[Path] = []
        try:
            for path, text in self._files:
                before.append((path, path.read_bytes() if path.is_file() else None))
                missing = [folder for folder in path.parents if not folder.exists()]
                path.parent.mkdir(parents=True, exist_ok=True)
                made += reversed(missing)
                write([text], str(path))
        except (OSError, UsageError) as error:
            _restore(before[:-1], made)
            if isinstance(error, UsageError):
                raise UsageError(error.subject, "it cannot be written, so nothing was.", "Check its folder.") from error
            cause = f"it cannot be written ({error.strerror or error}), so nothing was."
            raise UsageError(str(before[-1][0]), cause, "Check its folder and permissions.") from error
        show("".join(self._words))


def _restore(before: list[tuple[Path, bytes | None]], made: list[Path]) -> None:
    """Put files back as they were, and take away the folders that were made for them."""
    for path, data in reversed(before):
        with suppress(OSError):
            if data is None:
                path.unlink()
            else:
                path.write_bytes(data)
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()
