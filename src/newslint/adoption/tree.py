"""Walk a repository for what a configuration leaves out: folders without articles, and pages that are none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.generators import Generator, Site
from newslint.patterns import pattern
from newslint.records import NamedTuple

_MOST_FOLDERS = 20_000
# Pages that a site has once; among articles, only those that list others.
_PAGES = pattern(
    r"(?i)(?:index|404|403|500|search|archives?|tags?|categories|sitemap|feed|about(?:-us)?|contact(?:-us)?|imprint"
    r"|privacy(?:-policy)?|terms(?:-of-(?:use|service))?|offline)\.(?:md|mdx|markdown|html?|txt)"
)
_LISTS = pattern(r"(?i)(?:index|404|archives?|tags|categories)\.(?:md|mdx|markdown|html?)")


class LeftOut(NamedTuple):
    """Folders that hold no articles, folders that hold drafts and pages that are no articles, as globs."""

    folders: tuple[str, ...]
    drafts: tuple[str, ...]
    pages: tuple[str, ...]


def find_left_out(folder: str, sites: Sequence[Site]) -> LeftOut:
    """Return what stands below a folder and is no article."""
    apart: dict[str, None] = {}
    drafts, pages = [], []
    content = {place for site in sites for place in site.generator.content}
    for path, names, files in _folders(folder):
        for name in list(names):
            inner = f"{path}{name}"
            site = next((site for site in sites if site.is_apart(f"{folder.rstrip('/')}/{inner}")), None)
            if site is not None:
                apart[name if name in site.generator.anywhere else f"/{inner}"] = None
                names.remove(name)
            elif name.lower() in ("drafts", "_drafts"):
                drafts.append(f"/{inner}")
        known = _PAGES if not path else _LISTS if path.rstrip("/") in content else None
        pages += [f"/{path}{name}" for name in files if known is not None and known.fullmatch(name)]
    return LeftOut(tuple(sorted(apart)), tuple(sorted(drafts)), tuple(sorted(pages)))


def _folders(folder: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield folders, each with a slash behind, and what is in them; those taken from the list are not entered."""
    for number, (path, names, files) in enumerate(os.walk(folder)):
        if number > _MOST_FOLDERS:
            return
        names[:] = sorted(name for name in names if not name.startswith(".") and name != "node_modules")
        relative = os.path.relpath(path, folder).replace(os.sep, "/")
        yield ("" if relative == "." else f"{relative}/"), names, sorted(files)


class Places(NamedTuple):
    """Where the articles are: the folders that hold all of them, if any do, and what lies outside, as globs."""

    content: tuple[str, ...]
    outside: tuple[str, ...] = ()


def places_of(generator: Generator | None, paths: Sequence[str]) -> Places:
    """Return the folders in which a generator's articles are.

    What lies outside of them is left out only where the generator keeps articles nowhere else.
    """
    usual = [place for place in (generator.content if generator else ()) if any(_is_in(path, place) for path in paths)]
    outer = tuple(place for place in usual if not any(place != other and _is_in(place, other) for other in usual))
    others = {path for path in paths if not any(_is_in(path, place) for place in outer)}
    if not outer or not others:
        return Places(outer)
    if generator is None or not generator.is_strict:
        return Places(())
    return Places(outer, tuple(sorted({_outermost(path, outer) for path in others})))


def _outermost(path: str, content: Sequence[str]) -> str:
    """Return the glob of the outermost folder of a file in which there is none of some folders."""
    parts = path.split("/")
    for end in range(1, len(parts) + 1):
        outer = "/".join(parts[:end])
        if not any(_is_in(place, outer) for place in content):
            return f"/{outer}"
    return f"/{path}"


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/")
