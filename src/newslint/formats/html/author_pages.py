"""Know the links that lead to the pages of authors, by their addresses and by what metadata say; it names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.formats.html.facts import Facts, collapse, letters_of
from newslint.formats.html.signatures import ELSEWHERE
from newslint.formats.html.tree import Node
from newslint.located_json import JsonNode, items, member
from newslint.patterns import pattern

# Addresses of the pages that sites have for their authors.
_AUTHOR_PAGE = pattern(
    r"[?&](?:u|uid|user|user_?id|author|autor)=[^&]"
    r"|/(?:authors?|auth|autor(?:en|in|es|i)?|autor[-_]innen|auteurs?|autore|staff|contributors?"
    r"|journalist(?:e|en|es|s)?|reporters?|writers?|columnists?|correspondents?|redakteure?|verfasser"
    r"|profil(?:e|es|es?)?|users?|mitarbeiter|firmas?)/[^/?#\s]",
    re.IGNORECASE,
)
# Other people have pages there, too: an author's ends with the name that the link says.
_PAGE_OF_PEOPLE = pattern(
    r"/(?:people|persons?|personen|by|team|redaktion|experts?|experten|bios?|editors?|(?:about|ueber)(?:-us|-uns)?)"
    r"/([^/?#\s]{5,60})/?$",
    re.IGNORECASE,
)
_LONGEST_LINK = 300  # code points of markup
_HOST = pattern(r"^(?:https?:)?//[^/]*")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def leads_to_author(node: Node) -> bool:
    """Tell whether a link leads to the page of an author."""
    if node.role in ELSEWHERE or node.is_unseen:
        return False
    address = node.attribute("href") or ""
    if _AUTHOR_PAGE.search(address) is not None:
        return True
    page = _PAGE_OF_PEOPLE.search(address)
    return page is not None and _is_name_of_page(page[1], node)


def _is_name_of_page(page: str, node: Node) -> bool:
    """Tell whether a link says the name that the address of its page holds: `/people/ann-roe`."""
    if node.close - node.inner > _LONGEST_LINK:
        return False
    name = collapse(node.text[node.inner : node.close])
    written = letters_of(name.lower().translate(_UMLAUTS))
    return " " in name and len(written) > 4 and (written in letters_of(page) or letters_of(name) in letters_of(page))


def links_to_authors(facts: Facts, article: JsonNode | None, nodes: list[Node]) -> list[Node]:
    """Return the first link to each page that metadata give in place of an author's name."""
    pages = dict.fromkeys(page for address in _addresses(facts, article) if (page := _page(address)))
    found: dict[str, Node] = {}
    for node in nodes if pages else ():
        if node.tag == "a" and "href" in node.attributes:
            page = _page(node.attribute("href") or "")
            if page in pages and node.close > node.inner and not node.is_unseen:
                found.setdefault(page, node)
    return list(found.values())


def _addresses(facts: Facts, article: JsonNode | None) -> Iterator[str]:
    """Yield the addresses that meta tags and JSON-LD give of the authors."""
    for value in facts.meta("article:author", "author"):
        yield from value.text.split(",")
    for author in items(member(article, "author")) if article else ():
        places = (member(author, name) for name in ("url", "@id")) if isinstance(author.value, dict) else (author,)
        yield from (place.value for place in places if place is not None and isinstance(place.value, str))


def _page(address: str) -> str:
    """Return an address without its site and what may differ, or nothing where it is none or that of a first page."""
    if "/" not in address:
        return ""
    return _HOST.sub("", address.strip()).rstrip("/").lower()
