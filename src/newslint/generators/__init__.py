"""Which program makes a site of a tree of files, and which folders of the tree hold no articles."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence

from newslint.records import NamedTuple

_UNDERSCORED = frozenset({"_layouts", "_includes", "_data", "_sass", "_plugins"})
# Endings of configuration files that are programs.
_PROGRAMS = ("js", "mjs", "cjs", "ts", "mts", "cts")
_DATA = ("toml", "yaml", "yml", "json")


class Generator(NamedTuple):
    """What is known of a program that makes sites.

    `marks` are names at the top of a site that nothing else has, `package` its name in `package.json`. `apart` are
    folders, seen from the top, without articles, `anywhere` such names wherever they stand. `content` are the folders
    in which its articles usually are, all of them where it `is_strict`. `declares` are the words by which its
    configuration renames folders without articles.
    """

    name: str
    marks: tuple[str, ...]
    package: str = ""
    apart: tuple[str, ...] = ()
    anywhere: frozenset[str] = frozenset()
    content: tuple[str, ...] = ()
    declares: tuple[str, ...] = ()
    is_strict: bool = False


def _program(name: str) -> tuple[str, ...]:
    return tuple(f"{name}.{ending}" for ending in _PROGRAMS)


def _data(name: str) -> tuple[str, ...]:
    return tuple(f"{name}.{ending}" for ending in _DATA)


_HUGO_DIRS = ("layoutdir", "archetypedir", "themesdir", "datadir", "assetdir", "i18ndir", "publishdir", "staticdir")
_HUGO_FOLDERS = ("layouts", "archetypes", "themes", "data", "assets", "i18n", "resources", "public", "static")
HUGO = Generator("Hugo", _data("hugo"), "", _HUGO_FOLDERS, content=("content",), declares=_HUGO_DIRS, is_strict=True)
ZOLA = Generator(
    "Zola",
    ("zola.toml",),
    "",
    ("templates", "themes", "sass", "static", "public"),
    content=("content",),
    is_strict=True,
)
JEKYLL = Generator(
    "Jekyll",
    ("_config.yml", "_config.yaml", "_config.toml"),
    apart=("_site", "assets", "vendor"),
    anywhere=_UNDERSCORED,
    content=("_posts", "_drafts"),
    declares=("layouts_dir", "includes_dir", "data_dir", "plugins_dir", "sass_dir", "destination"),
)
ELEVENTY = Generator(
    "Eleventy",
    (*_program(".eleventy"), *_program("eleventy.config")),
    "@11ty/eleventy",
    ("_site",),
    anywhere=frozenset({"_includes", "_layouts", "_data"}),
    content=("content", "src/content", "posts", "src/posts", "blog", "src/blog"),
    declares=("includes", "layouts", "data", "output"),
)
ASTRO = Generator(
    "Astro",
    _program("astro.config"),
    "astro",
    ("src/layouts", "src/components", "public", "dist"),
    content=("src/content", "src/pages"),
    is_strict=True,
)
DOCUSAURUS = Generator(
    "Docusaurus",
    _program("docusaurus.config"),
    "@docusaurus/core",
    ("src", "static", "build"),
    content=("blog", "docs"),
    is_strict=True,
)
NEXT = Generator(
    "Next.js",
    _program("next.config"),
    "next",
    ("components", "src/components", "lib", "src/lib", "layouts", "src/layouts", "styles", "public", "out"),
    content=("content", "src/content", "posts", "_posts", "data", "app", "src/app", "pages", "src/pages"),
)
LEKTOR = Generator(
    "Lektor",
    (),
    apart=("templates", "models", "flowblocks", "databags", "assets", "packages"),
    content=("content",),
    is_strict=True,
)
WORDPRESS = Generator(
    "WordPress", ("wp-content", "wp-includes", "wp-json"), apart=("wp-content", "wp-includes", "wp-json", "wp-admin")
)
GHOST = Generator("Ghost", (), apart=("content/themes", "content/data", "content/settings"))
# In the order in which the first decides how a site is described.
GENERATORS = (DOCUSAURUS, ASTRO, ELEVENTY, HUGO, ZOLA, JEKYLL, LEKTOR, NEXT, WORDPRESS, GHOST)


class Site(NamedTuple):
    """A tree of files of which a generator makes a site.

    `root` is its absolute path in POSIX form, `proof` the name of the file that told. `apart` are its folders without
    articles, seen from the root. `collections` are the folders of Jekyll that are published although their name begins
    with an underscore; None where all are.
    """

    generator: Generator
    root: str
    proof: str
    apart: frozenset[str]
    collections: frozenset[str] | None = None

    def holds(self, absolute: str) -> bool:
        """Tell whether a path lies in this tree."""
        return absolute.startswith(f"{self.root.rstrip('/')}/")

    def is_apart(self, absolute: str) -> bool:
        """Tell whether a folder holds no articles; of folders in it nothing is said."""
        if not self.holds(absolute):
            return False
        relative = absolute[len(self.root.rstrip("/")) + 1 :]
        name = relative.rpartition("/")[2]
        if relative in self.apart or name in self.generator.anywhere:
            return True
        return (
            self.collections is not None and relative == name and name.startswith("_") and name not in self.collections
        )

    def folder_apart(self, absolute: str) -> str | None:
        """Return the folder without articles that a file lies in, seen from the root; None where there is none."""
        if not self.holds(absolute):
            return None
        top = len(self.root.rstrip("/")) + 1
        parts = absolute[top:].split("/")[:-1]
        folders = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
        return next((folder for folder in folders if self.is_apart(absolute[:top] + folder)), None)


def recognise(folder: str, names: Collection[str] | None = None) -> tuple[Site, ...]:
    """Return the sites of which a folder is the top, the most telling first; `names` are those of what is in it.

    It reads at most the configuration of a generator and `package.json`. What cannot be read tells nothing.
    """
    if names is None:
        try:
            names = os.listdir(folder)
        except OSError:
            return ()
    from newslint.generators.telling import sites_of

    known = frozenset(names)
    return sites_of(folder, known) if _may_be_site(known) else ()


_TELLING = frozenset(mark for each in GENERATORS for mark in each.marks) | frozenset(
    ("package.json", "config", "content", *_data("config"))
)
_ENDINGS = (".lektorproject", ".xml", ".json")


def _may_be_site(names: frozenset[str]) -> bool:
    """Tell whether any name in a folder could tell of a generator, before anything is read."""
    return not _TELLING.isdisjoint(names) or any(name.endswith(_ENDINGS) for name in names)


def folder_apart(sites: Sequence[Site], absolute: str) -> tuple[Site, str] | None:
    """Return the site and its folder without articles that a file lies in, or None."""
    for site in sites:
        folder = site.folder_apart(absolute)
        if folder is not None:
            return site, folder
    return None
