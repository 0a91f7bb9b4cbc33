"""Checks of links: where they lead, and what they say to those who hear nothing else of a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated

from newslint.article import PROSE_KINDS, Article, Block, Link
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

    The grade is `told` where the words behind the link go on to tell it, as in “read more about the ferry”, where those
    right before it have told it, and for a link that is a whole paragraph, such as the button of a box.
    """
    found: dict[str, list[Link]] = {}
    for link in article.links:
        if _says_nothing(article, link, as_set(texts)):
            is_told = _is_told(article, link) or _is_button(article, link) or _is_styled(article, link)
            found.setdefault("told" if is_told else "default", []).append(link)
    for grade, links in found.items():
        more = _more(len(links) - 1, "link is as generic", "are as generic")
        related = tuple(Related(link.span, f"“{link.text.strip()}”") for link in links[1 : max_places + 1])
        yield Finding(links[0].span, {"text": " ".join(links[0].text.split()), "more": more}, grade, related)


_OPEN = ("more", "information", "info", "details")
_BEHIND = pattern(r"\W{0,3}(?:about|on|in|at|from|of|how|why|regarding|concerning)\s\w")


# What is told to be there right before the word: “the council’s website [here]”; the last words of a dated entry.
_TOLD_BEFORE = pattern(
    r"\b(?:websites?|sites?|web ?pages?|pages?|portals?|dashboards?|databases?|statements?|reports?|stud(?:y|ies)"
    r"|surveys?|investigations?|stor(?:y|ies)|articles?|letters?|e-?mails?|rulings?|opinions?|orders?|lawsuits?|complaints?"
    r"|petitions?|filings?|indictments?|transcripts?|interviews?|videos?|podcasts?|episodes?|recordings?"
    r"|speech|speeches|presentations?|press releases?|newsletters?|guides?|maps?|calculators?|bills?"
    r"|documents?)[ ]?[(\[]?$"
)
_MORE = pattern(r"(?:read|learn|see|find out|watch|hear) more$")
_ENTRY = pattern(r"\W{0,4}(?:updated?|correction|new)\b[^:.]{0,30}[:.]", re.IGNORECASE)


def _is_told(article: Article, link: Link) -> bool:
    """Tell whether the words around a link tell what it leads to."""
    if _goes_on(article, link):
        return True
    text = _EDGES.sub("", " ".join(link.text.lower().split()))
    before = article.blocks[link.block].text[: link.start] if link.block is not None else ""
    return bool(_ENTRY.match(before) if _MORE.match(text) else _TOLD_BEFORE.search(before, max(0, link.start - 60)))


def _goes_on(article: Article, link: Link) -> bool:
    """Tell whether the sentence goes on behind a link such as “read more” and says of what."""
    text = article.blocks[link.block].text if link.block is not None else ""
    return link.text.strip().lower().endswith(_OPEN) and _BEHIND.match(text, link.end) is not None


def _is_button(article: Article, link: Link) -> bool:
    """Tell whether a link is all of its paragraph, which the box or the teaser above it explains."""
    text = article.blocks[link.block].text if link.block is not None else ""
    return _EDGES.sub("", text.strip()) == _EDGES.sub("", link.text.strip())


_CLASS = pattern(r"<a\s[^>]{0,400}?\bclass\s{0,4}=\s{0,4}(?P<names>[^=>]{0,300})", re.IGNORECASE)
_SERVICE = pattern(r"newsletter|sign-?up|subscri|promo|btn|button|\bcta\b|privacy", re.IGNORECASE)


def _is_styled(article: Article, link: Link) -> bool:
    """Tell whether a link jumps on its page, or a page's template styles it as the “more” of a box."""
    if link.target.startswith("#"):
        return True
    found = _CLASS.match(article.source.slice(link.span)) if article.is_page else None
    is_more = link.text.strip().lower().rstrip(".…»› ").endswith(_OPEN)
    return found is not None and (is_more or _SERVICE.search(found["names"]) is not None)


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
    return _is_generic(block, link, texts) and not _LABELLED.search(_tag_of(article, link))


def _is_generic(block: Block, link: Link, texts: frozenset[str]) -> bool:
    text = " ".join(link.text.lower().split())
    is_listed = _EDGES.sub("", text) in texts or _is_empty_phrase(text)
    return is_listed or _is_number(block, link) or _is_lone_call(block, link)


def _tag_of(article: Article, link: Link) -> str:
    """Return the tag of a link that is written as HTML, or nothing."""
    written = article.source.slice(link.span).lstrip()
    return written[: written.find(">") + 1] if written.startswith("<") else ""


# Links of nothing but these words say nothing: they begin as a call, or end by pointing.
_CALLS = frozenset(
    """
    click tap press hit go see read view watch listen check open follow visit find learn get discover explore continue
    keep browse show try start more
    """.split()
)
_POINTERS = frozenset("here there link links more now online below info information details page url button".split())
_PLACES = frozenset("here link links page url button web internet net address".split())
_FILLERS = frozenset(
    """
    a all also an and any article at by can for from full further in it just listening me of on or out over piece
    please post reading rest right site some story that the these this those to today up us via web webpage
    website whole you your
    """.split()
)
_PREPOSITIONS = frozenset("at by for from in on over right the a this via and".split())
_ARROWS = pattern(r"[>»›→↗⇒➔➜…. ]{1,8}")
_MOST_WORDS = 7


def _is_empty_phrase(text: str) -> bool:
    """Tell whether a link's text is an arrow, or a call or pointer of words that name nothing: `tap now`."""
    if _ARROWS.fullmatch(text):
        return True
    words = _EDGES.sub("", text).replace(",", "").split()
    if not 2 <= len(words) <= _MOST_WORDS or not _are_empty(words):
        return False
    if words[0] in _PREPOSITIONS:
        return words[-1] in (_POINTERS | _PLACES if words[0] == "for" else _PLACES)
    return words[0] in _CALLS or words[-1] in _POINTERS


def _are_empty(words: Sequence[str]) -> bool:
    """Tell whether all words are calls, pointers and words that say nothing."""
    return all(word in _FILLERS or word in _CALLS or word in _POINTERS or word in _PLACES for word in words)


_AFTER = pattern(r"\W{0,3}(?:$|[.!]|\n)")


def _is_lone_call(block: Block, link: Link) -> bool:
    """Tell whether a link is a verb with a capital that is a sentence by itself: `A map is available. View`."""
    text = link.text.strip(" .!…»›>→")
    is_call = text.lower() in _CALLS and text[:1].isupper() and text.lower() != "more"
    return is_call and _AFTER.match(block.text, link.end) is not None


_SEE = pattern(r"\b(?:see|read|at|here|link|links|source|sources|via)\W{1,2}$", re.IGNORECASE)


def _is_number(block: Block, link: Link) -> bool:
    """Tell whether a link is a bare number that a sentence points to: `see 1`; a note of the page is no such link."""
    text = link.text.strip()
    is_short = text.isdigit() and len(text) <= 2 and not link.target.startswith("#")
    return is_short and _SEE.search(block.text[max(0, link.start - 12) : link.start]) is not None


def _is_set_apart(block: Block) -> bool:
    """Tell whether a block is code or boilerplate; a line such as “Click here for the timetable” is text, too."""
    # It is a call to action by its words; the link is what counts.
    return block.kind == "code" or (block.kind == "boilerplate" and block.role != "call-to-action")


def _is_name(block: Block, link: Link) -> bool:
    """Tell whether a link's word has a capital in the middle of a sentence."""
    before = block.text[max(0, link.start - 24) : link.start]
    return link.text.istitle() and link.text.isalpha() and _NAME_BEFORE.search(before) is not None


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
    names = _Names(article, as_set(known_anchors))
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
  | (?:https?://)?(?:www\.)?example\.(?:com|org|net|edu)/?
  | (?:https?://)?(?:www\.)?(?:your|my|the|some)?-?(?:domain|website|site|url|link|company)(?:name)?(?:-?here)?\.(?:com|org|net|co\.uk|here)(?:/.{0,100})?
  | (?:https?://)?(?:www\.)?[\[<(_*{]{0,2}(?:to\W?do|tk(?:\W?tk)*|tb[acds]|xx+|x|(?:insert|add|put|paste|enter|need|find|get|missing)\W?(?:the\W?|a\W?|your\W?)?(?:links?|urls?|href|address|target|source)?(?:\W?here)?
      |(?:your\W?|the\W?|some\W?)?(?:links?|urls?|href|hyperlink|address|target|web\W?address)(?:\W?(?:here|goes\W?here|tk|to\W?come|todo|tbc|tbd|pending|missing|needed|placeholder))?
      |placeholder|fix\W?me|null|undefined|none|nil|n/?a|blank|empty|to\W?come|coming|pending|unknown|dummy|\?+|\.{3,}|-+|_+)[\]>)_*}]{0,2}(?:\.(?:com|org|html?))?/?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOSED_SCRIPT = pattern(r"javascript:(?:;|void\s?\(?0?\)?;?|\s*)$", re.IGNORECASE)


def _find_fault(article: Article, scene: Scene, link: Link, names: _Names) -> str | None:
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


def _judge_place(article: Article, scene: Scene, link: Link, names: _Names) -> str | None:
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
        return "unnamed" if _lacks_text(article, link, target) else None
    if len(target) > _LONGEST_STAND_IN or not _STAND_IN.fullmatch(target):
        return None
    tag = _tag_of(article, link)
    if tag and (_SCRIPTED.search(tag) or not _is_plain(article, link)):
        return None
    is_script = target[:11].lower() == "javascript:" and tag and not _CLOSED_SCRIPT.match(target)
    return None if is_script else "stand-in"


_LONGEST_STAND_IN = 300
_SEEN = pattern(r"<(?:img|svg|picture|i|span|video|figure|button|iframe)\b|!\[|:\w{1,30}:|\{\{", re.IGNORECASE)


def _lacks_text(article: Article, link: Link, target: str) -> bool:
    """Tell whether a link in running text has neither words nor a picture, and is no anchor."""
    written = article.source.slice(link.span)
    if target.startswith("#") or link.kind != "inline" or _SEEN.search(written) or _LABELLED.search(written):
        return False
    assert link.block is not None
    block, tag = article.blocks[link.block], _tag_of(article, link)
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
