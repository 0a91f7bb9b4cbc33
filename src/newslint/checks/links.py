"""Checks of links and images: where links lead, and what they and images say to those who do not see them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from newslint.article import PROSE_KINDS, Article, Block, Image, Link
from newslint.checks.shared import as_set
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.comparison import comparison_key
from newslint.newsroom.services import speaks_of_site
from newslint.patterns import pattern

_EDGES = pattern(r"^\W+|(?<=\w)\W+$")
# A name that assistive technology reads instead of the text.
_LABELLED = pattern(r"""\s(?:aria-label|aria-labelledby|title)\s*+=\s*+["']?\s*+[^"'\s>]""", re.IGNORECASE)


@check(grades=("told",), needs=("links",), placeholders=("text", "more"), renamed={"places": "max_places"})
def generic_link(
    article: Article,
    scene: Scene,
    *,
    texts: Annotated[tuple[str, ...], Option("texts that say nothing as the whole text of a link, in small letters")],
    max_places: Annotated[int, Option("how many other links a finding shows, at most", ge=0)] = 20,
) -> Iterator[Finding]:
    """Flag links whose whole text says nothing about where they lead, once an article and grade: it is one habit.

    The grade is `told` where the words behind the link go on to tell it, as in “read more about the ferry”, and for a
    link that is a whole paragraph, such as the button of a box.
    """
    found: dict[str, list[Link]] = {}
    for link in article.links:
        if _says_nothing(article, link, as_set(texts)):
            is_told = _goes_on(article, link) or _is_button(article, link)
            found.setdefault("told" if is_told else "default", []).append(link)
    for grade, links in found.items():
        more = _more(len(links) - 1, "link is as generic", "are as generic")
        related = tuple(Related(link.span, f"“{link.text.strip()}”") for link in links[1 : max_places + 1])
        yield Finding(links[0].span, {"text": " ".join(links[0].text.split()), "more": more}, grade, related)


_OPEN = ("more", "information", "info", "details")
_BEHIND = pattern(r"\W{0,3}(?:about|on|in|at|from|of|how|why|regarding|concerning)\s\w")


def _goes_on(article: Article, link: Link) -> bool:
    """Tell whether the sentence goes on behind a link such as “read more” and says of what."""
    text = article.blocks[link.block].text if link.block is not None else ""
    return link.text.strip().lower().endswith(_OPEN) and _BEHIND.match(text, link.end) is not None


def _is_button(article: Article, link: Link) -> bool:
    """Tell whether a link is all of its paragraph, which the box or the teaser above it explains."""
    text = article.blocks[link.block].text if link.block is not None else ""
    return _EDGES.sub("", text.strip()) == _EDGES.sub("", link.text.strip())


def _more(others: int, one: str, several: str) -> str:
    """Return what a message adds on the other places of a finding."""
    return f"; {others} more {several}" if others > 1 else f"; one more {one}" if others else ""


# Behind this, a word with a capital is a name: “the app Here”.
_NAME_BEFORE = pattern(r"\b(?!(?:available|click|see|read|watch|tap|go|press)\b)[a-z]{2,20} $")


def _says_nothing(article: Article, link: Link, texts: frozenset[str]) -> bool:
    if link.block is None or link.kind not in ("inline", "reference") or not link.target.strip():
        return False
    block = article.blocks[link.block]
    if speaks_of_site(block.text) or _is_set_apart(block) or _is_name(block, link):
        return False
    if _EDGES.sub("", " ".join(link.text.lower().split())) not in texts:
        return False
    written = article.source.slice(link.span)
    return not (written.startswith("<") and _LABELLED.search(written[: written.find(">") + 1]))


def _is_set_apart(block: Block) -> bool:
    """Tell whether a block is code or boilerplate; a line such as “Click here for the timetable” is text, too."""
    # It is a call to action by its words; the link is what counts.
    return block.kind == "code" or (block.kind == "boilerplate" and block.role != "call-to-action")


def _is_name(block: Block, link: Link) -> bool:
    """Tell whether a link's word has a capital in the middle of a sentence."""
    before = block.text[max(0, link.start - 24) : link.start]
    return link.text.istitle() and link.text.isalpha() and _NAME_BEFORE.search(before) is not None


# Images that nobody sees, such as counters of one pixel, and those that have a name of another kind.
_UNSEEN = pattern(
    r"""
      \s(?:width|height)\s*=\s*["']?[01](?:px)?["'\s/>]
    | display\s*:\s*none | visibility\s*:\s*hidden
    | \saria-hidden\s*=\s*["']?true | \srole\s*=\s*["']?(?:presentation|none)\b
    | \saria-label(?:ledby)?\s*=
    | \stitle\s*=\s*(?:"[^"\s]|'[^'\s]|[^"'\s>])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Icons by their file's name.
_ICON = pattern(r"icon|logo|sprite|spacer|pixel|avatar|button|arrow|share|scroll|banner|badge", re.IGNORECASE)
_SIZE = pattern(r"""[\s"';](?:width|height)\s*(?:=\s*["']?|:\s*)(\d{1,5})(?:px)?\b""", re.IGNORECASE)
_FACE = pattern(r"gravatar|/(?:avatar|icon|logo)s?/", re.IGNORECASE)
_PICTURE = pattern(r"\.(?:jpe?g|png|gif|webp|avif|svg)\b", re.IGNORECASE)
_FILE_NAME = pattern(r"[^/\\?#]+(?=[?#]|/?$)")


@check(
    grades=("empty", "captioned"),
    needs=("images",),
    placeholders=("image", "more"),
    renamed={"icon_size": "max_icon_size"},
)
def missing_alt(
    article: Article,
    scene: Scene,
    *,
    mark_decorative: Annotated[bool, Option('whether an empty `alt=""` of HTML marks a decorative image')] = True,
    max_icon_size: Annotated[
        int, Option("on whole pages, images whose declared width or height is at most this many pixels are icons", ge=0)
    ] = 64,
) -> Iterator[Finding]:
    """Flag images of the body without an alternative text, all of one grade together, once an article.

    The grade is `empty` where Markdown's brackets are empty, `captioned` where a caption of a whole page tells as much.
    """
    # A page shows the lead picture with the description that front matter gives.
    seen = {image.target for image in article.images if not image.in_body and _is_described(image)}
    found: dict[str, list[Image]] = {}
    for image in article.images:
        grade = _judge_image(article, image, mark_decorative, max_icon_size)
        if grade is not None and image.target not in seen:
            seen.add(image.target)
            found.setdefault(grade, []).append(image)
    for grade, images in found.items():
        more = _more(len(images) - 1, "image has none", "have none")
        related = tuple(Related(image.span, _name_of(image)) for image in images[1 : _MOST_IMAGES + 1])
        yield Finding(images[0].span, {"image": _name_of(images[0]), "more": more}, grade, related)


_MOST_IMAGES = 20


def _name_of(image: Image) -> str:
    name = _FILE_NAME.search(image.target)
    return name.group() if name else image.target or "an image"


def _is_described(image: Image) -> bool:
    return image.alt is not None and bool(image.alt.strip())


def _is_judged(image: Image) -> bool:
    return image.in_body and bool(image.target.strip()) and not _is_described(image)


def _judge_image(article: Article, image: Image, mark_decorative: bool, max_icon_size: int) -> str | None:
    if image.is_decorative or not _is_judged(image):
        return None
    written = article.source.slice(image.span)
    if not written.startswith("<"):
        # Of shortcodes, many take the caption for an alternative text.
        return "empty" if written.startswith("!") else None
    if image.alt is not None:
        return None if mark_decorative else "empty"
    if _is_decoration(article, image, written, max_icon_size):
        return None
    return _judge_surroundings(article, image) if article.is_page else "default"


_CAPTION = 8  # words; a credit has fewer
_LABEL = 4  # words


def _judge_surroundings(article: Article, image: Image) -> str | None:
    """Return the grade of an image on a whole page by what stands around it; none where it is not the article's own.

    What lies in a box of the site, or between short labels such as the ranks and names of results, is not.
    """
    if image.block is not None and article.blocks[image.block].kind == "boilerplate":
        return None
    at = bisect_left(article.blocks, image.span.end, key=lambda block: block.span.start)
    if at == len(article.blocks):
        return "default"
    after = article.blocks[at]
    if after.role in ("related", "menu") or all(map(_is_label, article.blocks[max(0, at - 1) : at + 1])):
        return None
    is_told = after.kind in ("caption", "boilerplate") and len(after.text.split()) >= _CAPTION
    return "captioned" if is_told else "default"


def _is_label(block: Block) -> bool:
    return block.kind == "paragraph" and len(block.text.split()) <= _LABEL


def _is_decoration(article: Article, image: Image, written: str, max_icon_size: int) -> bool:
    """Tell whether nobody sees an image, or on a whole page it is an icon, a teaser or a banner."""
    if not article.is_page or _UNSEEN.search(written):
        return _UNSEEN.search(written) is not None
    name = _FILE_NAME.search(image.target)
    if (name and _ICON.search(name.group())) or _FACE.search(image.target):
        return True
    if any(int(size) <= max_icon_size for size in _SIZE.findall(written)):
        return True
    link = _link_around(article, image)
    return link is not None and not _PICTURE.search(link.target)


def _link_around(article: Article, image: Image) -> Link | None:
    """Return the link that an image lies in; links come in source order and do not nest."""
    at = bisect_right(article.links, image.span.start, key=lambda link: link.span.start) - 1
    return article.links[at] if at >= 0 and image.span.start < article.links[at].span.end else None


_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_DEFINITION = pattern(r"^ {0,3}\[([^\[\]\n]{1,200})\]:", re.MULTILINE)
_TEMPLATE = pattern(r"\{|<%")
# Attributes of an element that a script makes work.
_SCRIPTED = pattern(
    r"""\s(?:on[a-z]+|role|data-[\w-]+|aria-(?:controls|haspopup|expanded)|ng-[\w-]+|v-[\w-]+|@click|:href|download|name|id)\s*=""",
    re.IGNORECASE,
)


@check(
    needs=("links",),
    placeholders=("text", "target"),
    messages={
        "empty": "The link “{text}” has no target.",
        "nowhere": "The link “{text}” leads nowhere (“#”).",
        "anchor": "The link “{text}” leads to “{target}”, but no heading or anchor here matches it.",
        "undefined": "The link “{text}” uses the reference “{target}”, which is not defined.",
        "file": "The link “{text}” leads to “{target}”, which the site does not have.",
    },
)
def broken_link(
    article: Article,
    scene: Scene,
    *,
    known_anchors: Annotated[tuple[str, ...], Option("names that a site's template defines on every page")] = (),
) -> Iterator[Finding]:
    """Flag links within a file or site that lead nowhere; nothing is fetched."""
    seen: set[str] = set()
    names = _Names(article, as_set(known_anchors))
    for link in article.links:
        if link.block is None or article.blocks[link.block].kind in ("boilerplate", "code"):
            continue
        fault = _find_fault(article, scene, link, names)
        if fault is None or (fault in ("anchor", "file", "undefined") and link.target in seen):
            continue
        seen.add(link.target)
        text = " ".join(link.text.split()) or "(no text)"
        yield Finding(link.span, {"text": text, "target": link.target}, message=fault)


def _find_fault(article: Article, scene: Scene, link: Link, names: _Names) -> str | None:
    target = link.target.strip()
    if link.kind == "undefined":
        fault, is_fine = "undefined", not _is_reference(article, link, names)
    elif link.kind in ("url", "autolink") or _TEMPLATE.search(target):
        return None
    elif target in ("", "#"):
        return _judge_empty(article, link, target)
    elif target.startswith("#"):
        fault, is_fine = "anchor", names.has(target[1:]) or not _is_plain(article, link)
    elif _SCHEME.match(target) or scene.site is None:
        return None
    else:
        fault, is_fine = "file", scene.site.has(article.path, target)
    return None if is_fine else fault


def _judge_empty(article: Article, link: Link, target: str) -> str | None:
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


def _is_plain(article: Article, link: Link) -> bool:
    """Tell whether a link stands in running text; on whole pages scripts use those that are a block or have a class."""
    if not article.is_page or link.block is None:
        return True
    block = article.blocks[link.block]
    written = article.source.slice(link.span)
    is_part = link.end - link.start < len(block.text.strip())
    return is_part and block.kind in PROSE_KINDS and "class" not in written[: written.find(">") + 1].lower()


class _Names:
    """The names that `#…` links may lead to, as written and without marks, since generators differ in those."""

    def __init__(self, article: Article, known: frozenset[str]) -> None:
        self._article = article
        self._known = known
        self.exact = article.targets

    def has(self, name: str) -> bool:
        """Tell whether a fragment is a name here, or of a kind that scripts and browsers understand."""
        # Fragments of scripts and of text searches are not names; "top" is every page's (HTML standard, 7.4.6.4).
        if name.startswith((":~:", "!", "/", "fn")) or "=" in name or name.lower() == "top":
            return True
        return (
            name in self.exact
            or _unquote(name) in self.exact
            or _letters(name) in self.loose
            or name.lower() in self._known
        )

    @cached_property
    def loose(self) -> frozenset[str]:
        """Names and headings without marks and case."""
        headings = (block.text for block in self._article.blocks if block.kind == "heading")
        return frozenset(map(_letters, (*self.exact, *headings)))

    @cached_property
    def definitions(self) -> frozenset[str]:
        """The names of all definitions of references, as written, in small letters."""
        return frozenset(name.strip().lower() for name in _DEFINITION.findall(self._article.source.text))


def _unquote(name: str) -> str:
    if "%" not in name:
        return name
    from urllib.parse import unquote

    return unquote(name)


def _letters(name: str) -> str:
    return comparison_key(_unquote(name), "letters")


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
