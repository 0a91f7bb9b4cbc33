"""Flag bylines that do not tell readers who wrote the article; a missing byline is another rule's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Element
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.language.units.similarity import fold_words
from newslint.patterns import pattern
from newslint.source import Span

# Names of accounts that no author's record stands behind.
_ACCOUNTS = frozenset({"admin", "administrator", "author", "editor", "guest", "root", "staff", "team", "webmaster"})


class Options(NamedTuple):
    """`roles` are names of desks and accounts; `known` are single names that readers know: agencies, house authors."""

    roles: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


_ACCOUNT = pattern(r"[a-z]+(?:[._][a-z]*)?\d+")
_ADDRESS = pattern(r"\S[^\s@]*+@\S+\.\w+")
_HANDLE = pattern(r"@\w")


class Check:
    """Flags a byline none of whose names identifies anybody, unless it links to a profile."""

    def __init__(self, options: Options) -> None:
        """Keep the options, folded for comparison."""
        self._roles = {" ".join(fold_words(role)) for role in options.roles}
        self._known = {" ".join(fold_words(name)) for name in options.known}

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, with `name` and `problem` for the message."""
        bylines = article.find_all("byline")
        if not bylines or any(element.target for element in bylines):
            return
        names = [(element, name) for element in bylines for name in (element.names or (element.text,)) if name.strip()]
        known = self._known | {" ".join(fold_words(name)) for name in scene.names}
        faults = [(element, name, self._fault(name, known)) for element, name in names if not _is_key(element, name)]
        if not faults or len(faults) < len(names) or any(fault is None for _, _, fault in faults):
            return
        element, name, fault = faults[0]
        if _is_linked(article, element):
            return
        yield Finding(_locate(article, element, name), {"name": name.strip(), "problem": fault})

    def _fault(self, name: str, known: set[str]) -> str | None:
        """Return what is wrong with a name, or None."""
        text = name.strip()
        if _HANDLE.match(text) or _ADDRESS.fullmatch(text) or _ACCOUNT.fullmatch(text):
            return "is a handle or an address"
        words = fold_words(text)
        plain = " ".join(words)
        if plain in known or not words:
            return None
        if plain in self._roles or self._is_house_role(words):
            return "is a role, not a person"
        if len(words) > 1 or "-" in text:
            return None
        # Initials and capitals alone name an agency (AFP), and scripts without capitals are not judged.
        # So does a capital inside a word (the name of a house).
        if text != text[:1] + text[1:].lower() or not text[0].isascii() or "." in text.strip("."):
            return None
        return "is a single name"

    def _is_house_role(self, words: tuple[str, ...]) -> bool:
        """Tell whether a name is that of a house followed by a role: `Lune Courier Web Desk`."""
        return any(" ".join(words[-size:]) in self._roles for size in (2, 3) if len(words) > size)


def _is_key(element: Element, name: str) -> bool:
    """Tell whether a name of front matter is the key of an author's record, which the site's pages show in full."""
    is_plain = name.strip().isalpha() and name[:1].isupper() and name[1:].islower()
    return (
        element.origin == "front matter" and len(name.split()) == 1 and not is_plain and name.lower() not in _ACCOUNTS
    )


def _is_linked(article: Article, element: Element) -> bool:
    return any(element.span.start <= link.span.start < element.span.end + 2 for link in article.links)


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


CHECK = CheckType("byline-identity", Options, build, placeholders=("name", "problem"))
