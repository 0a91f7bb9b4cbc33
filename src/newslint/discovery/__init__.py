"""Turn the paths of a command line into the article files to read, without opening an article."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.generators import Site, folder_apart, recognise
from newslint.patterns import pattern
from newslint.places import is_within
from newslint.records import NamedTuple
from newslint.settings.globs import matches
from newslint.source import SUFFIXES

if TYPE_CHECKING:
    from newslint.discovery.ignores import Ignores

_SUFFIXES = tuple(SUFFIXES)
IGNORE_FILES = (".gitignore", ".ignore", ".newslintignore")
_IGNORE_FILES = frozenset(IGNORE_FILES)
# Files of a repository that are no articles, whatever their suffix.
_NEVER = pattern(
    r"""
    (?: readme | changelog | contributing | licen[sc]e | code_of_conduct ) .*   # about the repository
    | requirements .* \.txt                                                     # Python packages
    | robots\.txt | _index\.md                                                  # of the site, not of an article
    | ~\$.*                                                                     # Word's mark that a document is open
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_HOME = "/content/contents.lr"  # the home page of a site that Lektor makes


class Reason(NamedTuple):
    """Why a walk leaves a file out, in words that follow its name, with the file and line that say so, if any do."""

    words: str
    file: str = ""
    line: int = 0
    # The glob of the configuration that excludes it.
    glob: str = ""


class Discovered(NamedTuple):
    """What paths led to.

    `files` are in sorted order of their POSIX form, named as the given paths were, each file once. `excluded` are
    the given paths of which nothing is left, for `reasons`. `unreadable`
    are messages about folders that could not be listed. `links` are the links to files that a walk met and did not
    follow, since they lead out of the folders that were named.
    """

    files: tuple[Path, ...]
    excluded: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    # The sites that the paths belong to, as far as they are known by their files.
    sites: tuple[Site, ...] = ()
    # Why each of the excluded paths is.
    reasons: Mapping[str, Reason] = {}


_NOTHING = Reason("holds no article but what the configuration, an ignore file or the site's generator leaves out")


def _excluded_folder(glob: str) -> Reason:
    return Reason(
        f"is excluded by `{glob}`, which holds for a folder; a file in it is checked where it is named", glob=glob
    )


def explain_file(path: str, include: Sequence[str], exclude: Sequence[str], root: Path) -> Reason | None:
    """Return why a walk from the top of its repository would leave a file out; None where it would not.

    Of a glob in `exclude`, only the configuration knows the line.
    """
    return _Walk(tuple(include), tuple(exclude), Path(os.path.abspath(root)).as_posix()).reason(path)


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
        if not os.path.exists(path):
            from newslint.discovery.refusals import refuse_unreachable

            refuse_unreachable(path)
        if os.path.isdir(path):
            walk.folder(path)
        else:
            walk.file(path, force_exclude=force_exclude)
    return Discovered(
        tuple(Path(name) for name in sorted(walk.files.values())),
        tuple(walk.excluded),
        tuple(walk.unreadable),
        tuple(sorted(walk.links)),
        walk.sites,
        walk.reasons,
    )


def _absolute(path: str) -> str:
    return Path(os.path.abspath(path)).as_posix()


class _Walk:
    """Collect files from several paths; each file is kept once, by its absolute path."""

    def __init__(self, include: tuple[str, ...], exclude: tuple[str, ...], root: str) -> None:
        self.include = include
        self.exclude = exclude
        self.root = root.rstrip("/")
        self.files: dict[str, str] = {}
        self.excluded: list[str] = []
        self.reasons: dict[str, Reason] = {}
        self.unreadable: list[str] = []
        # Where links may lead to, and those that lead elsewhere; without homes they may lead anywhere.
        self.homes: tuple[str, ...] | None = None
        self.links: set[str] = set()
        self.kept = self.dropped = 0
        self.seen: dict[str, Ignores | None] = {}
        self.sites: tuple[Site, ...] = ()
        self.recognised: set[str] = set()

    def keep(self, name: str, absolute: str) -> None:
        """Keep a file; of two names for one file the shorter one stays, then the first in word order."""
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
        self._recognise(absolute)
        glob = self._excluding(absolute)
        if glob is not None:
            self.dropped = 1
        else:
            self._walk(path, absolute)
        if not self.kept and self.dropped:
            self.excluded.append(path)
            self.reasons[path] = _excluded_folder(glob) if glob is not None else _NOTHING
        elif not self.kept and not self.unreadable:
            from newslint.discovery.refusals import empty_folder

            raise empty_folder(path, bool(self.links))

    def file(self, path: str, *, force_exclude: bool) -> None:
        """Keep a file that was named, or hold it to the rules for what a folder leads to."""
        reason = self.reason(path) if force_exclude else None
        if reason is not None:
            self.excluded.append(path)
            self.reasons[path] = reason
        elif force_exclude and self._leads_out(path):
            self.links.add(_tidy(path))
        else:
            self.keep(_tidy(path), _absolute(path))

    def _walk(self, path: str, absolute: str) -> None:
        """Enter a folder even if it is ignored or hidden itself."""
        ignores = self._ignores_of(absolute)
        while ignores is not None and ignores.folder != absolute and ignores.is_ignored(f"{absolute}/"):
            ignores = ignores.above
        name = _tidy(path)
        self._enter("" if name == "." else name if name.endswith("/") else f"{name}/", absolute, ignores, False)

    def _excluding(self, absolute: str) -> str | None:
        """Return the glob of `exclude` that names a path or a folder that it lies in, or None."""
        relative = self.relative(absolute)
        if relative is None or not self.exclude:
            return None
        parts = relative.split("/")
        outer = ["/".join(parts[: end + 1]) for end in range(len(parts))]
        return next((glob for glob in self.exclude if any(matches(path, glob) for path in outer)), None)

    def _enter(self, prefix: str, absolute: str, ignores: Ignores | None, is_hidden: bool) -> None:
        """Walk folders without recursion, so that no depth of nesting is too deep."""
        pending = [(prefix, absolute, ignores, is_hidden)]
        while pending:
            prefix, absolute, ignores, is_hidden = pending.pop()
            found = self._entries_of(absolute, prefix or ".")
            ignores = self._read_ignores(absolute, ignores, {entry.name for entry in found} & _IGNORE_FILES)
            for entry in found:
                path = f"{absolute.rstrip('/')}/{entry.name}"
                if _is_folder(entry):
                    if self._may_enter(entry.name, path, ignores):
                        hidden = is_hidden or entry.name.startswith(".") or self._is_apart(path)
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

    def _meet(self, entry: os.DirEntry[str], name: str, absolute: str, ignores: Ignores | None) -> None:
        """Keep an article that a walk came to, where nothing excludes it and it is no link to elsewhere."""
        if self._is_dropped(absolute, ignores):
            self.dropped += 1
        elif self.homes is not None and entry.is_symlink() and not is_within(absolute, self.homes):
            self.links.add(name)
        else:
            self.keep(name, absolute)

    def _may_enter(self, name: str, absolute: str, ignores: Ignores | None) -> bool:
        if name == ".git" or (name.startswith(".") and not self.enters_dot_folders):
            return False
        # What a generator's folder holds counts only where `include` names it.
        if not self.include and self._is_apart(absolute):
            self.dropped += 1
            return False
        if self.is_matched(self.exclude, absolute) or (ignores is not None and ignores.is_ignored(f"{absolute}/")):
            self.dropped += 1
            return False
        return True

    def _is_apart(self, absolute: str) -> bool:
        return any(site.is_apart(absolute) for site in self.sites)

    def _recognise(self, folder: str) -> None:
        """Note the sites of which a folder, the root of the globs or the top of the repository is the top."""
        for place in (folder, self.root or "/", self._top(folder)):
            if place not in self.recognised:
                self.recognised.add(place)
                self.sites += recognise(place)

    def _is_article(self, name: str, absolute: str, is_hidden: bool) -> bool:
        ordinary = (
            not is_hidden
            and name.lower().endswith(_SUFFIXES)
            and not name.startswith(".")
            and _NEVER.fullmatch(name) is None
            and not absolute.endswith(_HOME)
        )
        return ordinary or self.is_matched(self.include, absolute)

    def _is_dropped(self, absolute: str, ignores: Ignores | None) -> bool:
        return self.is_matched(self.exclude, absolute) or (ignores is not None and ignores.is_ignored(absolute))

    def reason(self, path: str) -> Reason | None:
        """Return why a walk from the top of its repository would leave a file out; None where it would not."""
        absolute = _absolute(path)
        folder, _, name = absolute.rpartition("/")
        self._recognise(self._top(folder or "/"))
        relative = self.relative(absolute) or name
        folders = relative.split("/")[:-1]
        hidden = next((part for part in folders if part.startswith(".")), None)
        if ".git" in folders or (hidden is not None and not self.enters_dot_folders):
            return _reason_of_kind(name, hidden, None)
        apart = folder_apart(self.sites, absolute)
        if not self._is_article(name, absolute, hidden is not None or apart is not None):
            return _reason_of_kind(name, hidden, apart)
        glob = self._excluding(absolute)
        if glob is not None:
            return Reason(f"is excluded by `{glob}`", glob=glob)
        return self._reason_of_ignores(absolute, folder or "/")

    def _reason_of_ignores(self, absolute: str, folder: str) -> Reason | None:
        ignores = self._ignores_of(folder)
        if ignores is None:
            return None
        inside = [f"{each}/" for each in self._folders_above(folder)[:-1]]
        for step in [*inside, absolute]:
            decision = ignores.decide(step)
            if decision is not None and decision.excludes:
                from newslint.discovery.ignores import line_at

                return Reason("is left out by an ignore file", decision.file, line_at(decision))
        return None

    def _leads_out(self, path: str) -> bool:
        """Tell whether a file is a link that a walk from the top of its repository would not follow."""
        if self.homes is None or not os.path.islink(path):
            return False
        folder = _absolute(path).rpartition("/")[0] or "/"
        return not is_within(path, (os.path.realpath(self._top(folder)),))

    def _ignores_of(self, absolute: str) -> Ignores | None:
        """Return what the ignore files say from the top of the repository (or of the globs) down to a folder."""
        if absolute in self.seen:
            return self.seen[absolute]
        ignores: Ignores | None = None
        for folder in reversed(self._folders_above(absolute)):
            names = {name for name in IGNORE_FILES if os.path.isfile(f"{folder}/{name}")}
            ignores = self._read_ignores(folder, ignores, names)
        self.seen[absolute] = ignores
        return ignores

    def _read_ignores(self, folder: str, above: Ignores | None, names: Collection[str]) -> Ignores | None:
        if not names or (above is not None and above.folder == folder):
            return above
        from newslint.discovery.ignores import read_ignores

        return read_ignores(folder, above, names, self._leads_out, self.unreadable)

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


def _reason_of_kind(name: str, hidden: str | None, apart: tuple[Site, str] | None) -> Reason:
    """Return why a file is none of those that a folder yields."""
    if apart is not None:
        site, folder = apart
        return Reason(f"is no article: {site.generator.name} keeps none in `{folder}`", f"{site.root}/{site.proof}")
    if hidden is not None:
        return Reason(f"lies in the folder `{hidden}`, whose name begins with a dot")
    if not name.lower().endswith(_SUFFIXES):
        return Reason(f"is no article by its suffix ({' '.join(_SUFFIXES)} are)")
    return Reason("is no article by its name")


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
