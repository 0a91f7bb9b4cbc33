"""The check of what links say to those who hear nothing else of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article, Block, Link
from newslint.checks.shared import LABELLED, as_set, tag_of
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.newsroom.services import speaks_of_site
from newslint.patterns import pattern

_EDGES = pattern(r"^\W+|(?<=\w)\W+$")


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
    if _is_fallback(article, link):
        return True
    text = _EDGES.sub("", " ".join(link.text.lower().split()))
    before = article.blocks[link.block].text[: link.start] if link.block is not None else ""
    return bool(_ENTRY.match(before) if _MORE.match(text) else _TOLD_BEFORE.search(before, max(0, link.start - 60)))


# For those for whom a quiz does not load: “Don’t see the form below? Find it here”.
_FALLBACK = pattern(r"\b(?:can[’']?t|cannot|don[’']?t|not)[ ](?:see|view|load|read|open)\b[^.!]{0,60}\Z", re.IGNORECASE)
# “The state’s COVID-19 web page”: a noun with words of its own says where it leads.
_PAGE = pattern(r"(?:web ?pages?|websites?|sites?)$", re.IGNORECASE)
_OWN_WORDS = pattern(r"(?:[’']s|(?<![\w-])[A-Z\d][\w-]*|official|public)[ ]\Z")


def _is_fallback(article: Article, link: Link) -> bool:
    """Tell whether a link is for those who cannot see what stands beside it, or a noun that its sentence names."""
    before = article.blocks[link.block].text[: link.start] if link.block is not None else ""
    if _PAGE.match(link.text.strip()):
        return _OWN_WORDS.search(before) is not None
    return _FALLBACK.search(before, max(0, len(before) - 80)) is not None


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
    return _is_generic(block, link, texts) and not LABELLED.search(tag_of(article, link))


def _is_generic(block: Block, link: Link, texts: frozenset[str]) -> bool:
    text = " ".join(link.text.lower().split())
    is_listed = _EDGES.sub("", text) in texts or _is_empty_phrase(text)
    return is_listed or _is_number(block, link) or _is_lone_call(block, link)


# Links of nothing but these words say nothing: they begin as a call, or end by pointing.
_CALLS = frozenset(
    """
    click tap press hit go see read view watch listen check open follow visit find learn get discover explore continue
    keep browse show try start more download
    """.split()
)
_POINTERS = frozenset("here there link links more now online below info information details page url button".split())
_PLACES = frozenset("here link links page url button web internet net address pdf".split())
_FILLERS = frozenset(
    """
    a all also an and any article at by can for from full further in it just listening me of on or out over piece
    please post reading rest right site some story that the these this those to today up us via web webpage
    website whole you your clicking following tapping
    """.split()
)
_PREPOSITIONS = frozenset("as at by for from in on over right the a this via and".split())
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
