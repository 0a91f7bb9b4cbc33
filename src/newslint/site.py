"""An index of a site's files, for links that lead to other files; it opens none of them."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path, PurePosixPath

_PAGES = ("", ".md", ".markdown", ".mdx", ".html", "/index.html", "/index.md", "/_index.md", "/README.md")


class Site:
    """The files under a folder that a site's links start from."""

    def __init__(self, root: Path) -> None:
        """Keep the root; the folder is walked when first asked."""
        self.root = root

    @cached_property
    def _files(self) -> frozenset[str]:
        found = []
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if not name.startswith(".")]
            place = Path(folder).relative_to(self.root).as_posix()
            found += [name if place == "." else f"{place}/{name}" for name in files]
        return frozenset(found)

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
