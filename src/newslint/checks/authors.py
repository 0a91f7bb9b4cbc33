"""Checks of authors: whether a byline says who wrote an article, and what an author's introduction tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Annotated

from newslint.article import Article, Block, Element
from newslint.checks.pages import is_of_site
from newslint.checks.shared import either_case, join
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.comparison import fold_in_place
from newslint.language.units.similarity import fold_words
from newslint.newsroom.name_tokens import words_of
from newslint.newsroom.standins import is_stand_in
from newslint.patterns import pattern
from newslint.spans import Extent, Span

_ACCOUNTS = frozenset({"admin", "administrator", "author", "editor", "guest", "root", "staff", "team", "webmaster"})


_ACCOUNT = pattern(r"[a-z]+(?:[._][a-z]*)?\d+")
_ADDRESS = pattern(r"\S[^\s@]*+@\S+\.\w+")
_HANDLE = pattern(r"@\w.*", re.DOTALL)
# Without a hyphen or a full stop inside, and with a first letter that has a capital.
_SINGLE_NAME = pattern(r"(?=[\x00-\x7f])\.*[^-.]+\.*")


@lru_cache(maxsize=256)
def _stand_in(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(join(patterns), re.IGNORECASE)


@check(grades=("hidden", "house"), placeholders=("name", "problem"))
def byline_identity(
    article: Article,
    scene: Scene,
    *,
    roles: Annotated[tuple[str, ...], Option("names of desks and accounts")] = (),
    known: Annotated[tuple[str, ...], Option("single names that readers know: agencies, house authors")] = (),
    stand_ins: Annotated[
        tuple[str, ...], Option("what stands where a name will be; all of it matches", pattern=_stand_in)
    ] = (),
) -> Iterator[Finding]:
    """Flag a byline none of whose names tells readers who wrote the article, unless it links to a profile.

    The grade is `hidden` where a page names an account in its metadata only, as systems do by themselves, and `house`
    for the name of a house with a desk or a job, with which some houses sign on purpose.
    """
    bylines = article.find_all("byline")
    names = [(element, name) for element in bylines for name in (element.names or (element.text,)) if name.strip()]
    houses, desks = _folded(known) | _folded(scene.names), _folded(roles)
    unfilled = _stand_in(stand_ins)
    faults = [
        "is not a name"
        if unfilled.fullmatch(name.strip()) or is_stand_in(name, "byline")
        else _fault(element, name, houses, desks)
        for element, name in names
    ]
    if names and all(faults):
        yield from _tell_unknown(article, bylines, names[0], faults[0] or "")


def _tell_unknown(
    article: Article, bylines: Sequence[Element], first: tuple[Element, str], problem: str
) -> Iterator[Finding]:
    """Yield the finding of a byline unless a link, the page or the rest of the name says who it is."""
    element, name = first
    if _are_linked(article, bylines, first) or _is_told(article, name):
        return
    is_hidden = article.is_page and name[:1].islower() and all(each.origin in _UNSEEN for each in bylines)
    place = _locate(article, element, name)
    grade = "hidden" if is_hidden else "house" if problem == _HOUSE else "default"
    if not _goes_on(article, place.start, name):
        yield Finding(place, {"name": name.strip(), "problem": problem}, grade)


_HOUSE = "is a house and a role, not a person"
_UNSEEN = ("JSON-LD", "meta tag")
# The rest of a name that begins small: “Ana al-Supre”, “Tavish hallin”, before the text ends.
_REST = pattern(r"(?:[ \u00a0]|&nbsp;)([^\W\d_][\w’'-]{2,30})\s*(?=[<\"\n\r]|\Z)")


def _goes_on(article: Article, start: int, name: str) -> bool:
    """Tell whether the source has one more word of a name that was read as a single one."""
    text = article.source.text
    match = _REST.match(text, start + len(name)) if text.startswith(name, start) else None
    return match is not None and match[1].lower() not in _not_names()


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    groups = ("job", "modifier", "desk", "house", "and", "after", "label")
    return frozenset().union(*map(words_of, groups))


@lru_cache(maxsize=256)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(fold_words(name)) for name in names)


def _is_address(text: str) -> bool:
    """Tell whether a text is a handle, an address of mail or the name of an account."""
    return bool(_HANDLE.fullmatch(text) or _ADDRESS.fullmatch(text) or _ACCOUNT.fullmatch(text))


def _fault(element: Element, name: str, known: frozenset[str], roles: frozenset[str]) -> str | None:
    """Return what is wrong with a name of a byline, or None."""
    if _is_key(element, name):
        return None
    text = name.strip()
    if _is_address(text):
        return "is a handle or an address"
    words = fold_words(text)
    plain = " ".join(words)
    if plain in known:
        return None
    if plain in roles:
        return "is a role, not a person"
    if _is_house_role(words, roles):
        return _HOUSE
    if words_of("house").issuperset(words):
        return None  # nothing, or what was read of the name of a paper
    # Initials and capitals alone name an agency (AFP), and scripts without capitals are not judged.
    # So does a capital inside a word (the name of a house).
    is_single = len(words) == 1 and _SINGLE_NAME.fullmatch(text) and text[1:] == text[1:].lower()
    return "is a single name" if is_single else None


def _is_house_role(words: tuple[str, ...], roles: frozenset[str]) -> bool:
    """Tell whether a name is that of a house followed by a role: `Lune Courier Web Desk`."""
    return any(" ".join(words[-size:]) in roles for size in (2, 3) if len(words) > size)


def _is_key(element: Element, name: str) -> bool:
    """Tell whether a name of front matter is the key of an author's record, which the site's pages show in full."""
    is_plain = name.strip().isalpha() and name[:1].isupper() and name[1:].islower()
    return (
        element.origin == "front matter" and len(name.split()) == 1 and not is_plain and name.lower() not in _ACCOUNTS
    )


def _are_linked(article: Article, bylines: Sequence[Element], first: tuple[Element, str]) -> bool:
    """Tell whether a byline leads to a profile: itself, or a link of the page that is the name."""
    if any(element.target for element in bylines):
        return True
    element, name = first
    start, end = element.span.start, element.span.end + 2
    return any(start <= link.span.start < end or link.text.strip() == name.strip() for link in article.links)


_HEAD_ROLES = ("byline", "published", "updated")


def _is_told(article: Article, name: str) -> bool:
    """Tell whether the page gives the whole name beside the article, or the name is that of the site."""
    word = name.strip()
    texts = (block.text for block in article.blocks if _is_beside(block)) if word[:1].isupper() else ()
    is_whole = any(rest[:1].isupper() for text in texts for rest in text.split(f"{word} ")[1:])
    return is_whole or is_of_site(article, word)


def _is_beside(block: Block) -> bool:
    return block.role == "author-bio" or (block.kind == "boilerplate" and block.role not in _HEAD_ROLES)


def _locate(article: Article, element: Element, name: str) -> Span:
    """Return the place of the name: the byline's own words where the element is not just the name."""
    block = article.block_at(element.span.start)
    if block is not None and article.blocks[block].role == "byline":
        text = article.blocks[block].text
        at = text.find(name)
        if at >= 0:
            return article.blocks[block].locate(at, at + len(name))
    at = element.text.find(name)
    if at >= 0 and article.source.slice(element.span) == element.text:
        return Span(element.span.start + at, element.span.start + at + len(name))
    return element.span


@check(placeholders=("phrases",), renamed={"least": "min_phrases"})
def promotional_bio(
    article: Article,
    scene: Scene,
    *,
    praise: Annotated[tuple[str, ...], Option("promotional phrases")],
    facts: Annotated[tuple[str, ...], Option("what informs about the author", pattern=either_case)],
    min_phrases: Annotated[int, Option("how many different promotional phrases are needed", ge=1)] = 2,
    heading: Annotated[
        str,
        Option("headings of introductions, where nothing else shows one; the whole heading matches", pattern=_heading),
    ] = r"(?:about|meet) (?:the|our) (?:authors?|writers?)|authors? bio|about me",
) -> Iterator[Finding]:
    """Flag an author's introduction that praises and does not inform, at the first phrase."""
    home = _find_introduction(article, _heading(heading))
    if not home or either_case(facts).search(" ".join(article.blocks[index].text for index in sorted(home))):
        return
    hits = [
        Extent(index, *found.span())
        for index in sorted(home)
        # The shared automaton passes over boilerplate, which bios often are.
        for found in _any_phrase(praise).finditer(fold_in_place(article.blocks[index].text))
    ]
    phrases = [article.blocks[index].text[start:end] for index, start, end in hits]
    if len(set(map(fold_in_place, phrases))) < min_phrases:
        return
    span, *others = map(article.locate, hits)
    values = {"phrases": ", ".join(f"“{phrase}”" for phrase in phrases[:3])}
    yield Finding(span, values, related=tuple(Related(other, "and this") for other in others))


@lru_cache(maxsize=256)
def _heading(text: str) -> re.Pattern[str]:
    return pattern(text, re.IGNORECASE)


@lru_cache(maxsize=256)
def _any_phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    names = sorted({fold_in_place(phrase) for phrase in phrases}, key=lambda name: (-len(name), name))
    return pattern(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _find_introduction(article: Article, heading: re.Pattern[str]) -> set[int]:
    """Return the blocks in which the author is introduced."""
    home = {index for element in article.find_all("author-bio") for index in element.blocks}
    home |= {index for index, block in enumerate(article.blocks) if block.role == "author-bio"}
    is_under = False
    for index, block in enumerate(article.blocks) if not home else ():
        if block.kind in ("heading", "boilerplate"):
            is_under = heading.fullmatch(block.text.strip().rstrip(":")) is not None
        elif is_under:
            home.add(index)
    return home
