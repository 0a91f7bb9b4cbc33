"""Tell generators by the files at the top of a tree; imported where a name there may be one of theirs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from newslint.generators import (
    DOCUSAURUS,
    ELEVENTY,
    GENERATORS,
    GHOST,
    HUGO,
    JEKYLL,
    LEKTOR,
    WORDPRESS,
    ZOLA,
    Generator,
    Site,
)
from newslint.patterns import pattern

_MOST_READ = 300_000  # bytes of a configuration
_HEAD = 4096  # bytes of an export
_MOST_EXPORTS = 20  # files that could be one
# A package that is needed, with its version: a script of the same name has a command there.
_NEEDED = pattern(r'"(@?[\w./-]+)"\s*+:\s*+"(?:[\^~<>=v ]*+\d|latest|next"|canary|workspace:|npm:|file:|catalog:|\*)')
# `includes: "templates"` in a program, `layoutDir = "views"` in data.
_RENAMED = pattern(r"""(?<![\w.-])["']?+(\w+)["']?+[ \t]*+[:=][ \t]*+["']?+(?:\./)?+([\w./-]+)""")
_HUGO_KEY = pattern(r"(?im)^[ \t]*+[\"']?+baseurl[\"']?+[ \t]*+[:=]")
_ZOLA_KEY = pattern(r"(?m)^[ \t]*+base_url[ \t]*+=")
_HUGO_FOLDERS = frozenset({"archetypes", "layouts", "themes"})
_WORD = pattern(r"[\w-]+")
# What has the name of Jekyll's configuration and is none.
_OTHERS = {"_config.yml": ("_toc.yml", "scaffolds")}


def sites_of(folder: str, names: frozenset[str]) -> tuple[Site, ...]:
    """Return the sites of which a folder with these names in it is the top."""
    packages: set[str] | None = None
    found = []
    for generator in GENERATORS:
        proof = _proof(generator, folder, names)
        if proof is None and generator.package and "package.json" in names:
            packages = set(_NEEDED.findall(_read(folder, "package.json"))) if packages is None else packages
            proof = "package.json" if generator.package in packages and _is_plausible(generator, names) else None
        if proof is not None:
            found.append(_site(generator, folder, proof))
    return tuple(found)


def _is_plausible(generator: Generator, names: frozenset[str]) -> bool:
    """Tell whether a tree that needs a generator's package also looks like its site: plugins need it, too."""
    tops = {folder.partition("/")[0] for folder in (*generator.content, "src")}
    return generator not in (DOCUSAURUS, ELEVENTY) or not tops.isdisjoint(names)


def _proof(generator: Generator, folder: str, names: frozenset[str]) -> str | None:
    """Return the name that tells of a generator, or None."""
    mark = next((mark for mark in generator.marks if mark in names), None)
    if mark is not None:
        others = _OTHERS.get(mark, ())
        return None if any(name in names for name in others) else mark
    ask = _ASKED.get(generator.name)
    return next(ask(folder, names), None) if ask else None


def _hugo(folder: str, names: frozenset[str]) -> Iterator[str]:
    for name in ("config.toml", "config.yaml", "config.yml", "config.json"):
        if name in names and ("content" in names or names & _HUGO_FOLDERS) and _HUGO_KEY.search(_read(folder, name)):
            yield name
    if "config" in names:
        for name in ("hugo.toml", "hugo.yaml", "config.toml", "config.yaml", "config.yml"):
            if os.path.isfile(f"{folder}/config/_default/{name}"):
                yield f"config/_default/{name}"


def _zola(folder: str, names: frozenset[str]) -> Iterator[str]:
    if "config.toml" in names and "content" in names and _ZOLA_KEY.search(_read(folder, "config.toml")):
        yield "config.toml"


def _lektor(folder: str, names: frozenset[str]) -> Iterator[str]:
    yield from sorted(name for name in names if name.endswith(".lektorproject"))


def _wordpress(folder: str, names: frozenset[str]) -> Iterator[str]:
    for name in sorted(name for name in names if name.endswith(".xml"))[:_MOST_EXPORTS]:
        if "wordpress.org/export/" in _read(folder, name, _HEAD):
            yield name


def _ghost(folder: str, names: frozenset[str]) -> Iterator[str]:
    exports = (name for name in names if name.endswith(".json") and (".ghost." in name or "export" in name))
    for name in sorted(exports)[:_MOST_EXPORTS]:
        head = _read(folder, name, _HEAD)
        if '"db"' in head and '"exported_on"' in head:
            yield name


_ASKED: dict[str, Callable[[str, frozenset[str]], Iterator[str]]] = {
    HUGO.name: _hugo,
    ZOLA.name: _zola,
    LEKTOR.name: _lektor,
    WORDPRESS.name: _wordpress,
    GHOST.name: _ghost,
}


def is_export(site: Site) -> bool:
    """Tell whether a site is known by an export that holds all articles in one file."""
    return site.proof.endswith((".xml", ".json")) and site.generator in (WORDPRESS, GHOST)


def _site(generator: Generator, folder: str, proof: str) -> Site:
    text = _read(folder, proof) if generator.declares and proof != "package.json" else ""
    renamed = {
        path.strip("/")
        for key, path in _RENAMED.findall(text)
        if (key if generator is not HUGO else key.lower()) in generator.declares
    }
    apart = frozenset({*generator.apart, *(path for path in renamed if path.strip("./"))})
    return Site(generator, folder, proof, apart, _collections(text) if generator is JEKYLL else None)


def _collections(text: str) -> frozenset[str]:
    """Return the folders that Jekyll publishes: those of posts, and of what its configuration calls a collection.

    Any word below `collections:` may be the name of one: to check a folder too many is the lesser fault.
    """
    names: list[str] = []
    is_below = False
    for line in text.splitlines():
        if line[:1].strip(" \t-#"):
            is_below = line.startswith("collections")
        if is_below:
            names += _WORD.findall(line)
    return frozenset({"_posts", "_drafts", *(f"_{name}" for name in names)})


def _read(folder: str, name: str, most: int = _MOST_READ) -> str:
    """Return the beginning of a file; nothing where it cannot be read or is no file, such as a pipe."""
    path = f"{folder}/{name}"
    try:
        if not os.path.isfile(path):
            return ""
        with open(path, "rb") as file:
            return file.read(most).decode("utf-8", "replace")
    except OSError:
        return ""
