"""An index of the files of a site, for links that lead to other files."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path, PurePosixPath

from newslint.places import is_within

_PAGES = ("", ".md", ".markdown", ".mdx", ".html", "/index.html", "/index.md", "/_index.md", "/README.md")


class Site:
    """The files under a folder that a site's links start from.

    Links of the file system count where they lead to a file under the root, and with `follow_links` to any file.
    Links to folders are not followed.
    """

    def __init__(self, root: Path, *, follow_links: bool = False) -> None:
        """Keep the root; the folder is walked when first asked."""
        self.root = root
        self.follow_links = follow_links

    @cached_property
    def _files(self) -> frozenset[str]:
        home = os.path.realpath(self.root)
        found = []
        pending = [""]
        while pending:
            place = pending.pop()
            try:
                with os.scandir(self.root / place) as entries:
                    inside = list(entries)
            except OSError:  # what cannot be listed holds nothing that a reader of the site could open
                continue
            for entry in inside:
                if entry.is_dir(follow_symlinks=False):
                    pending += [] if entry.name.startswith(".") else [f"{place}{entry.name}/"]
                elif not entry.is_symlink() or self._counts(entry, home):
                    found.append(f"{place}{entry.name}")
        return frozenset(found)

    def _counts(self, link: os.DirEntry[str], home: str) -> bool:
        return os.path.isfile(link.path) and (self.follow_links or is_within(link.path, (home,)))

    def has(self, path: str, target: str) -> bool:
        """Tell whether a relative or root-relative target, as written in the file at a path, exists."""
        from urllib.parse import unquote

        plain = unquote(target.partition("#")[0].partition("?")[0])
        if not plain:
            return True
        if plain.startswith("/"):
            wanted = plain.lstrip("/")
        else:
            try:
                base = Path(path).resolve().relative_to(self.root.resolve()).parent.as_posix()
            except ValueError:
                return True
            wanted = os.path.normpath(f"{base}/{plain}").replace(os.sep, "/")
        if wanted.startswith("../"):
            return True
        wanted = str(PurePosixPath(wanted)) if wanted else ""
        return wanted in ("", ".") or any(f"{wanted}{ending}".lstrip("/") in self._files for ending in _PAGES)
