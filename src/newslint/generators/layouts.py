"""Tell whether the layouts of a site print the title of front matter; imported where that is asked."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.generators import ASTRO, ELEVENTY, HUGO, JEKYLL, LEKTOR, ZOLA, Site
from newslint.patterns import pattern

_MOST_FILES = 3000
_MOST_READ = 200_000  # bytes of a template
_ENDINGS = (".html", ".htm", ".njk", ".liquid", ".hbs", ".ejs", ".astro", ".webc", ".jinja", ".j2", ".vto", ".nunjucks")
# Folders of layouts, seen from the top; `*` is any folder.
_ROOTS: Mapping[str, tuple[str, ...]] = {
    HUGO.name: ("layouts", "themes/*/layouts"),
    JEKYLL.name: ("_layouts", "_includes"),
    ELEVENTY.name: ("_includes", "_layouts", "*/_includes", "*/_layouts"),
    ZOLA.name: ("templates", "themes/*/templates"),
    ASTRO.name: ("src/layouts", "src/components"),
    LEKTOR.name: ("templates",),
}
# Words of the names of layouts that show one article, and folders in which there are only parts of layouts.
_ARTICLE = frozenset("single post posts page article articles story stories entry news blogpost".split())
_PARTS = frozenset({"partials", "_partials", "shortcodes", "_shortcodes", "macros", "components", "_markup"})
_WORD = pattern(r"[^\W_]+")
# A heading that begins with a value: `<h1 class="x"><a href="#">{{ page.title | escape }}`, `<h1>{title}`.
_HEADING = pattern(r"(?i)<h[12]\b[^<>]*+>\s*+(?:<(?:a|span|strong)\b[^<>]*+>\s*+)?+\{\{?+([^{}<>]{1,200}+)\}")
_NAME = pattern(r"[\w$.]+")
_LOOP = pattern(r"\{%-?\s*+for\b|\{\{-?\s*+range\b|\.map\(")
# What is not the article whose page it is.
_OTHERS = frozenset({"site", "config", "section", "term", "category", "tag", "$site", "metadata"})
# `{% include "head.html" %}`, `{{ partial "head.html" . }}`, `layout: base`, `from '../layouts/Base.astro'`.
_CALL = pattern(r"\b(?:include|includes|partial|partialCached|extends|render|from|layout:)[\s(\"']++([\w./-]++)")


def layout_of_titles(site: Site) -> str | None:
    """Return a template, seen from the top, that prints the title of each article; None where not all layouts do.

    A layout prints what the templates print that it names. Where there are no layouts, since a theme lies elsewhere,
    nothing is known.
    """
    texts = dict(_templates(site))
    by_stem: dict[str, list[str]] = defaultdict(list)
    for path in texts:
        by_stem[_stem_of(path)].append(path)
    layouts = [path for path in texts if _shows_article(path, site)]
    # Those that are called `post` alone come before `demo-page`.
    layouts = [path for path in layouts if _stem_of(path) in _ARTICLE] or layouts
    shown = {path: _printing(path, texts, by_stem) for path in layouts}
    return next(iter(shown.values())) if shown and all(shown.values()) else None


def _templates(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the paths and texts of templates below the folders of layouts."""
    count = 0
    for root in _ROOTS.get(site.generator.name, ()):
        for folder in _matching(site.root, root):
            for path, names, files in os.walk(os.path.join(site.root, folder)):
                names[:] = sorted(name for name in names if name != "node_modules")
                for name in sorted(files):
                    count += 1
                    if count > _MOST_FILES:
                        return
                    if name.lower().endswith(_ENDINGS):
                        place = os.path.join(path, name)
                        yield os.path.relpath(place, site.root).replace(os.sep, "/"), _read(place)


def _matching(root: str, wanted: str) -> list[str]:
    first, star, rest = wanted.partition("*/")
    if not star:
        return [wanted]
    try:
        names = sorted(os.listdir(os.path.join(root, first)))
    except OSError:
        return []
    return [f"{first}{name}/{rest}" for name in names if not name.startswith(".") and name != "node_modules"]


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(_MOST_READ)
    except OSError:
        return ""


def _stem_of(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0].lower()


def _shows_article(path: str, site: Site) -> bool:
    """Tell whether a template is, by its name, the layout of an article's page."""
    folders = path.split("/")[:-1]
    is_part = not _PARTS.isdisjoint(folders) or (site.generator is JEKYLL and folders[:1] == ["_includes"])
    return not is_part and not _ARTICLE.isdisjoint(_WORD.findall(_stem_of(path)))


def _printing(path: str, texts: Mapping[str, str], by_stem: Mapping[str, Sequence[str]]) -> str | None:
    """Return the template that prints a title: this one, or one that it names, and so on; None where none does."""
    seen, left = {path}, [path, *by_stem.get("baseof", ())]
    while left:
        at = left.pop(0)
        if _prints_title(texts[at]):
            return at
        named = (other for call in _CALL.findall(texts[at]) for other in by_stem.get(_stem_of(call), ()))
        new = [other for other in dict.fromkeys(named) if other not in seen]
        seen.update(new)
        left += new
    return None


def _prints_title(text: str) -> bool:
    """Tell whether a template has a heading that is the title of the page, and not that of a site or in a list."""
    return any(
        any(map(_is_title, _NAME.findall(match[1]))) and not _LOOP.search(text, 0, match.start())
        for match in _HEADING.finditer(text)
    )


def _is_title(name: str) -> bool:
    """Tell whether the name of a variable is the title of a page: `.Title`, `page.title`, `frontmatter.title`."""
    parts = name.strip(".$").lower().split(".")
    return parts[-1] == "title" and parts[0] not in _OTHERS
