"""The check of where links lead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from newslint.article import PROSE_KINDS, Article, Link
from newslint.checks.shared import LABELLED, as_set, tag_of
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.units.comparison import comparison_key
from newslint.patterns import pattern

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
        "stand-in": "The link “{text}” leads to “{target}”, which is not an address.",
        "unnamed": "The link to “{target}” has no text, so that nobody can follow it.",
        "unparsed": "“{text}” is shown as it is typed: no address can stand in these brackets.",
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
    names = Names(article, as_set(known_anchors))
    for number, link in enumerate(article.links):
        fault = _find_fault(article, scene, link, names)
        if (
            fault is None
            or (fault == "unnamed" and _is_leftover(article, number))
            or (fault in ("anchor", "file", "undefined") and link.target in seen)
        ):
            continue
        seen.add(link.target)
        text = " ".join(link.text.split()) or "(no text)"
        yield Finding(link.span, {"text": text, "target": link.target[:_LONGEST_TARGET]}, message=fault)
    yield from _find_unparsed(article)


def _find_unparsed(article: Article) -> Iterator[Finding]:
    for index, block in article.prose_blocks():
        for found in _UNPARSED.finditer(block.text) if "](" in block.text else ():
            if not article.is_code(index, *found.span()):
                yield Finding(block.locate(*found.span()), {"text": found[0], "target": found[1]}, message="unparsed")


_ALONGSIDE = 40  # code points of the source


def _is_leftover(article: Article, number: int) -> bool:
    """Tell whether a link without text is the rest of one beside it that leads to the same place and works."""
    link = article.links[number]
    for other in article.links[max(0, number - 1) : number + 2]:
        gap = max(other.span.start - link.span.end, link.span.start - other.span.end)
        if other.text.strip() and other.target.strip() == link.target.strip() and gap <= _ALONGSIDE:
            return True
    return False


_LONGEST_TARGET = 100
# Markdown's brackets for a link, around words that are no address: `[timetable](insert link)`.
_UNPARSED = pattern(r"\[[^\[\]\n]{1,100}\]\((\s{0,9}[A-Za-z][^()\[\]\n:/]{0,80})\)")
# Addresses that lead to nothing, to this computer, or stand for one that somebody was to put in.
_STAND_IN = pattern(
    r"""
    https?:/{0,2}[./]{0,3} | (?:https?://)?www[./]{0,3} | //[./]{0,3} | (?:mailto|tel|sms|data|file|ftp):/{0,3}
  | about:blank | javascript:.{0,200} | (?:https?://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?:[:/].{0,200})?
  | file:///.{1,200} | [a-z]:\\.{0,200}
  | (?:https?://)?(?:www\.)?example\.(?:com|org|net|edu)(?:/.{0,100})?
  | (?:https?://)?(?:www\.)?(?:your|my|the|some)?-?(?:domain|website|site|url|link|company)(?:name)?(?:-?here)?\.(?:com|org|net|co\.uk|here)(?:/.{0,100})?
  | (?!(?:https?://)?(?:www\.)?x\.(?:com|org)\b)(?:https?://)?(?:www\.)?[\[<(_*{]{0,2}(?:to\W?do|tk(?:\W?tk)*|tb[acds]|xx+|x|(?:insert|add|put|paste|enter|need|find|get|missing)\W?(?:the\W?|a\W?|your\W?)?(?:links?|urls?|href|address|target|source)?(?:\W?here)?
      |(?:your\W?|the\W?|some\W?)?(?:links?|urls?|href|hyperlink|address|target|web\W?address)(?:\W?(?:here|goes\W?here|tk|to\W?come|todo|tbc|tbd|pending|missing|needed|placeholder))?
      |placeholder|fix\W?me|null|undefined|none|nil|n/?a|blank|empty|to\W?come|coming|pending|unknown|dummy|\?+|\.{3,}|-+|_+)[\]>)_*}]{0,2}(?:\.(?:com|org|html?))?/?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOSED_SCRIPT = pattern(r"javascript:(?:;|void\s?\(?0?\)?;?|\s*)$", re.IGNORECASE)


def _find_fault(article: Article, scene: Scene, link: Link, names: Names) -> str | None:
    target = link.target.strip()
    if link.block is None:
        return "unnamed" if _is_hollow(article, link) else None
    if article.blocks[link.block].kind in ("boilerplate", "code"):
        return None
    if link.kind == "undefined":
        return None if not _is_reference(article, link, names) else "undefined"
    if link.kind in ("url", "autolink") or _TEMPLATE.search(target):
        return None
    if target in ("", "#"):
        return _judge_empty(article, link, target)
    return _judge_stand_in(article, link, target) or _judge_place(article, scene, link, names)


def _judge_place(article: Article, scene: Scene, link: Link, names: Names) -> str | None:
    """Return what is wrong with a link to a place of the file or a file of the site."""
    target = link.target.strip()
    if target.startswith("#"):
        fault, is_fine = "anchor", names.has(target[1:]) or not _is_plain(article, link)
    elif _SCHEME.match(target) or scene.site is None:
        return None
    else:
        fault, is_fine = "file", scene.site.has(article.path, target)
    return None if is_fine else fault


def _judge_stand_in(article: Article, link: Link, target: str) -> str | None:
    """Return what is wrong with a link whose address stands for another, or that has no text; scripts work theirs."""
    if not link.text.strip(" \u00a0\t\n\u200b"):
        # A generator's code may put a picture or words there.
        is_filled = _TEMPLATE.search(article.source.slice(link.span)) is not None
        return "unnamed" if not is_filled and _lacks_text(article, link, target) else None
    if len(target) > _LONGEST_STAND_IN or not _STAND_IN.fullmatch(target):
        return None
    tag = tag_of(article, link)
    if tag and (_SCRIPTED.search(tag) or not _is_plain(article, link)):
        return None
    is_script = target[:11].lower() == "javascript:" and tag and not _CLOSED_SCRIPT.match(target)
    return None if is_script else "stand-in"


_LONGEST_STAND_IN = 300
_SEEN = pattern(r"<(?:img|svg|picture|i|span|video|figure|button|iframe)\b|!\[|:\w{1,30}:|\{\{", re.IGNORECASE)


def _lacks_text(article: Article, link: Link, target: str) -> bool:
    """Tell whether a link in running text has neither words nor a picture, and is no anchor."""
    written = article.source.slice(link.span)
    if target.startswith("#") or link.kind != "inline" or _SEEN.search(written) or LABELLED.search(written):
        return False
    assert link.block is not None
    block, tag = article.blocks[link.block], tag_of(article, link)
    is_text = block.kind in PROSE_KINDS and bool(block.text.strip())
    return is_text and not _SCRIPTED.search(tag) and "class" not in tag.lower()


_HOLLOW = pattern(
    r"""<a\s{1,9}href\s?=\s?(?:"(?!\#)[^"]{4,600}"|'(?!\#)[^']{4,600}')"""
    r"""(?:\s{1,9}(?:target|rel)\s?=\s?(?:"[^"]{0,60}"|'[^']{0,60}'|\w{1,20}))*\s?>(?:\s|&nbsp;){0,9}</a\s?>""",
    re.IGNORECASE,
)


def _is_hollow(article: Article, link: Link) -> bool:
    """Tell whether a link of HTML in running text holds nothing and has no class, name or script to work it."""
    if link.text.strip() or not _HOLLOW.fullmatch(article.source.slice(link.span)):
        return False
    at = bisect_right(article.blocks, link.span.start, key=lambda block: block.span.start) - 1
    return at >= 0 and link.span.start < article.blocks[at].span.end and article.blocks[at].kind in PROSE_KINDS


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


class Names:
    """The names that `#…` links may lead to, as written and without marks, since generators differ in those."""

    def __init__(self, article: Article, known: frozenset[str] = frozenset()) -> None:
        self._article = article
        self._known = known
        self.exact = article.targets

    def has(self, name: str) -> bool:
        """Tell whether a fragment is a name here, or of a kind that scripts and browsers understand."""
        # Fragments of scripts and of text searches are not names; "top" is every page's (HTML standard, 7.4.6.4).
        if name.startswith((":~:", "!", "/", "fn")) or "=" in name or name.lower() == "top":
            return True
        return self.has_exactly(name) or _letters(name) in self.loose or name.lower() in self._known

    def has_exactly(self, name: str) -> bool:
        """Tell whether a fragment is a name here, letter by letter."""
        return name in self.exact or _unquote(name) in self.exact

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


def _is_reference(article: Article, link: Link, names: Names) -> bool:
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
