"""Parameters in the addresses of links: which ones there are, where they stand in the source, and taking them out."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from newslint.article import Article, Link
from newslint.diagnostics import Edit
from newslint.patterns import pattern
from newslint.spans import Span

_QUERY = pattern(r"\?([^#?\s]{1,2000})(?=#|$)")
_SEPARATOR = pattern(r"&amp;|&(?!#)")
_DEFINITION = pattern(r"^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]{0,9}<?([^\s<>]{1,2000})", re.MULTILINE)


@lru_cache(maxsize=256)
def named(parameters: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a parameter that has one of some names; a name may end with `*`."""
    names = (re.escape(name).replace(r"\*", r"[\w-]{1,40}") for name in parameters)
    return pattern(rf"(?:{'|'.join(names) or '(?!)'})=", re.IGNORECASE)


# What the code of an embed carries by itself, as its network hands it out.
_OF_EMBEDS = frozenset({"utm_source=ig_embed"})


def first_parameter(address: str, names: re.Pattern[str]) -> str:
    """Return the first parameter of an address that has one of some names, or nothing."""
    query = _QUERY.search(address)
    pieces = _SEPARATOR.split(query[1]) if query else []
    if not _OF_EMBEDS.isdisjoint(pieces):
        return ""
    return next((piece[:60] for piece in pieces if names.match(piece)), "")


class Addresses:
    """Where the addresses of links stand in the source."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def find(self, link: Link) -> Span | None:
        """Return the place of a link's address as it is written there, or None where it is not found."""
        if link.kind == "reference":
            return self._definitions.get(link.target)
        written = self._article.source.slice(link.span)
        # The text of a link may be its address, too; the address comes first in a tag and last in Markdown.
        is_tag = written.lstrip().startswith("<") and link.kind == "inline"
        for form in dict.fromkeys((link.target, link.target.replace("&", "&amp;"))):
            at = written.find(form) if is_tag else written.rfind(form)
            if at >= 0 and form:
                start = link.span.start + at
                return Span(start, start + len(form))
        return None

    @cached_property
    def _definitions(self) -> dict[str, Span]:
        found = _DEFINITION.finditer(self._article.source.text)
        return {match[1].replace("&amp;", "&"): Span(*match.span(1)) for match in found}


def strip(article: Article, place: Span | None, names: re.Pattern[str]) -> Edit | None:
    """Return the edit that takes parameters out of the query of an address."""
    address = article.source.slice(place) if place else ""
    query = _QUERY.search(address)
    if place is None or query is None:
        return None
    pieces = _SEPARATOR.split(query[1])
    separators = _SEPARATOR.findall(query[1])
    kept = [
        (separator, piece) for separator, piece in zip(["", *separators], pieces, strict=True) if not names.match(piece)
    ]
    if len(kept) == len(pieces):
        return None
    text = "".join(f"{separator if number else '?'}{piece}" for number, (separator, piece) in enumerate(kept))
    return Edit(place.start + query.start(), place.start + query.end(), text)
