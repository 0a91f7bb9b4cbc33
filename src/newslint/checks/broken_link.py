"""Flag links within a file or site that lead nowhere; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article, Link
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.patterns import pattern

_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_PLAIN = pattern(r"[\W_]+")
_DEFINITION = pattern(r"^ {0,3}\[([^\[\]\n]{1,200})\]:", re.MULTILINE)
_TEMPLATE = ("{{", "{%", "${", "<%", "{")
# Attributes of an element that a script makes work.
_SCRIPTED = pattern(
    r"""\s(?:on[a-z]+|role|data-[\w-]+|aria-(?:controls|haspopup|expanded)|ng-[\w-]+|v-[\w-]+|@click|:href|download|name|id)\s*=""",
    re.IGNORECASE,
)
_MESSAGES = {
    "empty": "The link “{text}” has no target.",
    "nowhere": "The link “{text}” leads to “#”, which is nowhere.",
    "anchor": "The link “{text}” leads to “{target}”, but nothing in this file has that name.",
    "undefined": "The reference “{target}” of the link “{text}” is defined nowhere in this file.",
    "file": "The link “{text}” leads to “{target}”, which the site does not have.",
}


class Options(NamedTuple):
    """`known_anchors` are names that a site's template defines on every page."""

    known_anchors: tuple[str, ...] = ()


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks at every link of the body, with `text` and `target` for the message."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each link that leads nowhere, at the link."""
        seen: set[str] = set()
        names = _Names(article)
        for link in article.links:
            if link.block is None or article.blocks[link.block].kind in ("boilerplate", "code"):
                continue
            fault = self._find_fault(article, scene, link, names)
            if fault is None or (fault in ("anchor", "file", "undefined") and link.target in seen):
                continue
            seen.add(link.target)
            text = " ".join(link.text.split()) or "(no text)"
            yield Finding(link.span, {"text": text, "target": link.target}, message=fault)

    def _find_fault(self, article: Article, scene: Scene, link: Link, names: _Names) -> str | None:
        target = link.target.strip()
        if link.kind == "undefined":
            return "undefined" if _is_reference(article, link, names) else None
        if link.kind in ("url", "autolink") or any(sign in target for sign in _TEMPLATE):
            return None
        if target in ("", "#"):
            return self._judge_empty(article, link, target)
        if target.startswith("#"):
            return None if self._is_known(target[1:], names) or not _is_plain(article, link) else "anchor"
        if _SCHEME.match(target) or scene.site is None:
            return None
        return None if scene.site.has(article.path, target) else "file"

    def _judge_empty(self, article: Article, link: Link, target: str) -> str | None:
        written = article.source.slice(link.span)
        if written.lstrip().startswith("<"):
            tag = written[: written.find(">") + 1]
            # Without text or with a script, it is a button or an anchor of the page.
            if not link.text.strip() or _SCRIPTED.search(tag) or "href" not in tag.lower():
                return None
            if not _is_plain(article, link):
                return None
        elif link.kind == "reference":
            # Its definition holds template code, which the site fills in.
            return None
        return "nowhere" if target == "#" else "empty"

    def _is_known(self, name: str, names: _Names) -> bool:
        # Fragments of scripts and of text searches are no names; "top" is every page's (HTML standard, 7.4.6.4).
        if name.startswith((":~:", "!", "/")) or "=" in name or name.lower() == "top":
            return True
        return (
            name in names.exact
            or _unquote(name) in names.exact
            or _fold(name) in names.loose
            or (name.lower() in self.options.known_anchors or name.startswith("fn"))
        )


def _is_plain(article: Article, link: Link) -> bool:
    """Tell whether a link stands in running text; on whole pages scripts use those that are a block or have a class."""
    if article.format != "html" or article.is_fragment or link.block is None:
        return True
    block = article.blocks[link.block]
    written = article.source.slice(link.span)
    is_part = link.end - link.start < len(block.text.strip())
    return is_part and block.kind in PROSE_KINDS and "class" not in written[: written.find(">") + 1].lower()


class _Names:
    """The names that `#…` links may lead to, as written and without marks, since generators differ in those."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.exact = article.targets

    @cached_property
    def loose(self) -> frozenset[str]:
        """Names and headings without marks and case."""
        headings = (block.text for block in self._article.blocks if block.kind == "heading")
        return frozenset(map(_fold, (*self.exact, *headings)))

    @cached_property
    def definitions(self) -> frozenset[str]:
        """The names of all definitions of references, as written, in small letters."""
        return frozenset(name.strip().lower() for name in _DEFINITION.findall(self._article.source.text))


def _unquote(name: str) -> str:
    if "%" not in name:
        return name
    from urllib.parse import unquote

    return unquote(name)


def _fold(name: str) -> str:
    return _PLAIN.sub("", _unquote(name)).lower()


def _is_reference(article: Article, link: Link, names: _Names) -> bool:
    """Tell whether `[text][nope]` was meant as a link: not citations such as `[1][2]`, code, or words run together."""
    text, target = link.text.strip(), link.target.strip()
    if len(text) < 2 or text.isdigit() or target[:1] in ("^", "#") or article.format != "markdown":
        return False
    if target.lower() in names.definitions:
        # The definition is there, but its address is template code.
        return False
    before = article.source.text[link.span.start - 1 : link.span.start] if link.span.start else ""
    if before.isalnum() or before in ("]", ")", "_"):
        return False
    assert link.block is not None
    return not article.is_code(link.block, link.start, max(link.end, link.start + 1))


CHECK = CheckType("broken-link", Options, build, needs=("links",), placeholders=("text", "target"), messages=_MESSAGES)
