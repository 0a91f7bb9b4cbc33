"""Turn the paths of a command line into the article files to read, without opening an article."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import UsageError
from newslint.patterns import pattern
from newslint.places import is_within, obstacle
from newslint.records import NamedTuple
from newslint.settings.globs import matches
from newslint.source import SUFFIXES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SUFFIXES = tuple(SUFFIXES)
# In one folder, the later file has the last word.
IGNORE_FILES = (".gitignore", ".ignore", ".newslintignore")
_IGNORE_FILE_SIZE = 1_000_000  # bytes
# Files of a repository that are no articles, whatever their suffix.
_NEVER = pattern(
    r"""
    (?: readme | changelog | contributing | licen[sc]e | code_of_conduct ) .*   # about the repository
    | requirements .* \.txt                                                     # Python packages
    | robots\.txt | _index\.md                                                  # of the site, not of an article
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


class Discovered(NamedTuple):
    """What paths led to.

    `files` are in sorted order of their POSIX form, named as the given paths were, each file once. `excluded` are
    the given paths of which nothing is left because the configuration or an ignore file excludes it. `unreadable`
    are messages about folders that could not be listed. `links` are the links to files that a walk met and did not
    follow, since they lead out of the folders that were named.
    """

    files: tuple[Path, ...]
    excluded: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def discover(
    paths: Sequence[str],
    include: Sequence[str],
    exclude: Sequence[str],
    root: Path,
    *,
    force_exclude: bool,
    follow_links: bool = False,
) -> Discovered:
    """Return the files that paths lead to.

    Folders are walked: their article files count, and what `include` adds; ignore files and `exclude` take away.
    A file that is named counts whatever its name, unless `force_exclude` holds it to the same rules as a folder's.
    Globs are relative to `root`. Links to folders are not followed, so that no loop can be. A link to a file is
    followed where it leads into one of the folders that are walked, where it is named itself, or where `follow_links`
    says so: what lies elsewhere is not for a report to quote. Raise UsageError for a path that does not exist or leads
    to no file.
    """
    walk = _Walk(tuple(include), tuple(exclude), Path(os.path.abspath(root)).as_posix())
    if not follow_links:
        walk.homes = tuple(os.path.realpath(path) for path in paths if os.path.isdir(path))
    for path in paths:
        _refuse_unreachable(path)
        if os.path.isdir(path):
            walk.folder(path)
        else:
            walk.file(path, force_exclude=force_exclude)
    return Discovered(
        tuple(Path(name) for name in sorted(walk.files.values())),
        tuple(walk.excluded),
        tuple(walk.unreadable),
        tuple(sorted(walk.links)),
    )


def _refuse_unreachable(path: str) -> None:
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


def _empty(path: str, has_links: bool) -> UsageError:
    if has_links:
        cause = "its only articles are links out of the folder, which are not followed."
        return UsageError(path, cause, "Name the links themselves, or set `follow_links: true` in the configuration.")
    return UsageError(
        path,
        f"this folder contains no article file ({' '.join(_SUFFIXES)}).",
        "Name another folder, name the file itself, or add a glob to `include:` in the configuration.",
    )


def _absolute(path: str) -> str:
    return Path(os.path.abspath(path)).as_posix()


class _Ignores(NamedTuple):
    """What the ignore files of one folder say, and those of the folders above it."""

    folder: str
    specs: tuple[GitIgnoreSpec, ...]
    above: _Ignores | None

    def is_ignored(self, absolute: str) -> bool:
        """Tell whether a path is ignored (a folder's ends with a slash): the nearest file with a word on it decides."""
        level: _Ignores | None = self
        while level is not None:
            folder = f"{level.folder.rstrip('/')}/"
            # What an ignore file says holds below its folder, not for the folder itself.
            relative = absolute[len(folder) :] if absolute.startswith(folder) else ""
            for spec in reversed(level.specs if relative else ()):
                decision = spec.check_file(relative).include
                if decision is not None:
                    return decision
            level = level.above
        return False


class _Walk:
    """Collect files from several paths; each file is kept once, by its absolute path."""

    def __init__(self, include: tuple[str, ...], exclude: tuple[str, ...], root: str) -> None:
        self.include = include
        self.exclude = exclude
        self.root = root.rstrip("/")
        self.files: dict[str, str] = {}
        self.excluded: list[str] = []
        self.unreadable: list[str] = []
        # Where links may lead to, and those that lead elsewhere; without homes they may lead anywhere.
        self.homes: tuple[str, ...] | None = None
        self.links: set[str] = set()
        self.kept = self.dropped = 0
        self.seen: dict[str, _Ignores | None] = {}

    def keep(self, path: str) -> None:
        """Keep a file; of two names for one file the shorter one stays, then the first in word order."""
        name = _tidy(path)
        absolute = _absolute(path)
        known = self.files.get(absolute)
        if known is None or (len(name), name) < (len(known), known):
            self.files[absolute] = name
        self.kept += 1

    @cached_property
    def enters_dot_folders(self) -> bool:
        """Tell whether `include` names anything in a folder whose name begins with a dot."""
        return any(part.startswith(".") and part not in (".", "..") for g in self.include for part in g.split("/"))

    def relative(self, absolute: str) -> str | None:
        """Return a path relative to the root of the globs, or None if it lies elsewhere."""
        return absolute[len(self.root) + 1 :] if absolute.startswith(f"{self.root}/") else None

    def is_matched(self, globs: tuple[str, ...], absolute: str) -> bool:
        """Tell whether a path matches one of some globs; a path outside the root is matched by its name alone."""
        if not globs:
            return False
        path = self.relative(absolute) or absolute.rpartition("/")[2]
        return any(matches(path, glob) for glob in globs)

    def folder(self, path: str) -> None:
        """Walk a folder that was named; raise UsageError where there is no article in it."""
        self.kept = self.dropped = 0
        absolute = _absolute(path)
        if self._is_below_excluded(absolute):
            self.dropped = 1
        else:
            self._walk(path, absolute)
        if not self.kept and self.dropped:
            self.excluded.append(path)
        elif not self.kept and not self.unreadable:
            raise _empty(path, bool(self.links))

    def file(self, path: str, *, force_exclude: bool) -> None:
        """Keep a file that was named, or hold it to the rules for what a folder leads to."""
        if force_exclude and self.is_excluded(path):
            self.excluded.append(path)
        elif force_exclude and self._leads_out(path):
            self.links.add(_tidy(path))
        else:
            self.keep(path)

    def _walk(self, path: str, absolute: str) -> None:
        """Enter a folder even if it is ignored or hidden itself."""
        ignores = self._ignores_of(absolute)
        while ignores is not None and ignores.folder != absolute and ignores.is_ignored(f"{absolute}/"):
            ignores = ignores.above
        name = _tidy(path)
        self._enter("" if name == "." else name if name.endswith("/") else f"{name}/", absolute, ignores, False)

    def _is_below_excluded(self, absolute: str) -> bool:
        """Tell whether `exclude` names a path or a folder that it lies in."""
        relative = self.relative(absolute)
        if relative is None or not self.exclude:
            return False
        parts = relative.split("/")
        return any(self._excludes("/".join(parts[: end + 1])) for end in range(len(parts)))

    def _excludes(self, relative: str) -> bool:
        return any(matches(relative, glob) for glob in self.exclude)

    def _enter(self, prefix: str, absolute: str, ignores: _Ignores | None, is_hidden: bool) -> None:
        """Walk folders without recursion, so that no depth of nesting is too deep."""
        pending = [(prefix, absolute, ignores, is_hidden)]
        while pending:
            prefix, absolute, ignores, is_hidden = pending.pop()
            found = self._entries_of(absolute, prefix or ".")
            ignores = self._read_ignores(absolute, ignores, {entry.name for entry in found} & set(IGNORE_FILES))
            for entry in found:
                path = f"{absolute.rstrip('/')}/{entry.name}"
                if _is_folder(entry):
                    if self._may_enter(entry.name, path, ignores):
                        hidden = is_hidden or entry.name.startswith(".")
                        pending.append((f"{prefix}{entry.name}/", path, ignores, hidden))
                elif self._is_article(entry.name, path, is_hidden) and _is_file(entry):
                    self._meet(entry, f"{prefix}{entry.name}", path, ignores)

    def _entries_of(self, absolute: str, name: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(absolute) as entries:
                return list(entries)
        except OSError as error:
            self.unreadable.append(f"{name}: the folder cannot be listed ({error.strerror or error}).")
            return []

    def _meet(self, entry: os.DirEntry[str], name: str, absolute: str, ignores: _Ignores | None) -> None:
        """Keep an article that a walk came to, where nothing excludes it and it is no link to elsewhere."""
        if self._is_dropped(absolute, ignores):
            self.dropped += 1
        elif self.homes is not None and entry.is_symlink() and not is_within(absolute, self.homes):
            self.links.add(name)
        else:
            self.keep(name)

    def _may_enter(self, name: str, absolute: str, ignores: _Ignores | None) -> bool:
        if name == ".git" or (name.startswith(".") and not self.enters_dot_folders):
            return False
        if self.is_matched(self.exclude, absolute) or (ignores is not None and ignores.is_ignored(f"{absolute}/")):
            self.dropped += 1
            return False
        return True

    def _is_article(self, name: str, absolute: str, is_hidden: bool) -> bool:
        ordinary = (
            not is_hidden
            and name.lower().endswith(_SUFFIXES)
            and not name.startswith(".")
            and _NEVER.fullmatch(name) is None
        )
        return ordinary or self.is_matched(self.include, absolute)

    def _is_dropped(self, absolute: str, ignores: _Ignores | None) -> bool:
        return self.is_matched(self.exclude, absolute) or (ignores is not None and ignores.is_ignored(absolute))

    def is_excluded(self, path: str) -> bool:
        """Tell whether a walk from the top of its repository would leave a named file out."""
        absolute = _absolute(path)
        folder, _, name = absolute.rpartition("/")
        relative = self.relative(absolute) or name
        is_hidden = any(part.startswith(".") for part in relative.split("/")[:-1])
        if not self._is_article(name, absolute, is_hidden) or self._is_below_excluded(absolute):
            return True
        ignores = self._ignores_of(folder or "/")
        if ignores is None:
            return False
        inside = [f"{each}/" for each in self._folders_above(folder or "/")[:-1]]
        return any(ignores.is_ignored(step) for step in [*inside, absolute])

    def _leads_out(self, path: str) -> bool:
        """Tell whether a file is a link that a walk from the top of its repository would not follow."""
        if self.homes is None or not os.path.islink(path):
            return False
        folder = _absolute(path).rpartition("/")[0] or "/"
        return not is_within(path, (os.path.realpath(self._top(folder)),))

    def _ignores_of(self, absolute: str) -> _Ignores | None:
        """Return what the ignore files say from the top of the repository (or of the globs) down to a folder."""
        if absolute in self.seen:
            return self.seen[absolute]
        ignores: _Ignores | None = None
        for folder in reversed(self._folders_above(absolute)):
            names = {name for name in IGNORE_FILES if os.path.isfile(f"{folder}/{name}")}
            ignores = self._read_ignores(folder, ignores, names)
        self.seen[absolute] = ignores
        return ignores

    def _folders_above(self, absolute: str) -> list[str]:
        """Return a folder and those that it lies in, up to the top."""
        top, folders = self._top(absolute), [absolute]
        while folders[-1] != top and len(folders[-1]) > len(top):
            folders.append(folders[-1].rpartition("/")[0] or "/")
        return folders

    def _top(self, absolute: str) -> str:
        """Return the folder of the repository that a folder lies in, else the root of the globs, else itself."""
        for folder in _upwards(absolute):
            if os.path.exists(f"{folder.rstrip('/')}/.git"):
                return folder
        return self.root if f"{absolute}/".startswith(f"{self.root}/") and self.root else absolute

    def _read_ignores(self, folder: str, above: _Ignores | None, names: set[str]) -> _Ignores | None:
        if not names or (above is not None and above.folder == folder):
            return above
        from newslint.settings.ignore_lines import read_ignore_lines

        specs = []
        for name in IGNORE_FILES:
            if name in names:
                file = f"{folder}/{name}"
                try:
                    specs.append(read_ignore_lines(self._lines_of(file)))
                except (OSError, ValueError) as error:
                    cause = getattr(error, "strerror", None) or "one of its lines is not a pattern"
                    self.unreadable.append(f"{file}: the ignore file cannot be read ({cause}).")
        return _Ignores(folder, tuple(specs), above) if specs else above

    def _lines_of(self, file: str) -> list[str]:
        """Return the lines of an ignore file, which is a file of no great size and no link to somewhere else."""
        if cause := obstacle(file):
            raise OSError(errno.EINVAL, f"it {cause}")
        if os.path.getsize(file) > _IGNORE_FILE_SIZE:
            raise OSError(errno.EFBIG, "it is too large")
        if self._leads_out(file):
            raise OSError(errno.EINVAL, "it is a link that leads out of the repository")
        text = Path(file).read_text(encoding="utf-8", errors="surrogateescape")
        return text.removeprefix("\ufeff").splitlines()


def _upwards(absolute: str) -> Iterator[str]:
    folder = absolute
    while True:
        yield folder or "/"
        parent = folder.rpartition("/")[0]
        if not folder or parent == folder:
            return
        folder = parent


def _tidy(path: str) -> str:
    """Return a path in POSIX form without `.` parts and doubled slashes; `..` stays, since it may follow a link."""
    return Path(path).as_posix()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a file or a link to one; a broken link or a pipe is not."""
    try:
        return entry.is_file()
    except OSError:
        return False
