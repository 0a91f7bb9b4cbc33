"""Checks of where private people live and how they are reached: telephone numbers, addresses of mail and homes."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.own_texts import Text, block_text, digests
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.private.addresses import CONTINENTAL, STREET_WORDS, find_home
from newslint.language.private.contacts import find_private_contact
from newslint.language.private.national import has_long_number
from newslint.patterns import pattern

_KINDS = frozenset({"paragraph", "list-item", "quotation", "caption", "heading", "table-row"})
_ROLES = frozenset({"byline", "author-bio", "footnote", "correction"})
_DIGIT = pattern(r"\d")
_DIRECTORY = frozenset({"heading", "list-item", "table-row"})
# The number of a house before a capital, or behind a word.
_NUMBERED = pattern(r"\d(?:[A-Za-z]?,? (?:[A-Z]|rue|avenue|boulevard)|(?<=[A-Za-zßé.] \d)\d{0,3}[a-z]?\b)")
# A line above names and numbers of a publisher: “Media contacts:”.
_CONTACTS = pattern(r"\b(?i:contacts?|press|media|enquiries|inquiries|information|details)\b")
_LABEL = 60  # code points


@check(placeholders=("kind",))
def private_contact(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag telephone numbers and e-mail addresses of private people; those of offices and helplines are copy.

    The message may use `{kind}`, “telephone number” or “e-mail address”; what it is is never shown.
    """
    authors = [word for element in article.find_all("byline") for name in element.names for word in name.split()]
    for text in _texts(article):
        if not (has_long_number(text.text) or "@" in text.text) or _is_below_label(article, text):
            continue
        for sentence, around in _sentences(article, text):
            found = find_private_contact(text.text, sentence, around, authors)
            if found and not _is_code(article, text, found.start, found.end):
                yield Finding(text.locate(found.start, found.end), {"kind": found.kind}, is_private=True)


@check()
def home_address(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag the number and street of a house where a private person lives; the address itself is never shown."""
    for text in _texts(article):
        if text.block is None or text.block.kind in _DIRECTORY or not _may_have_address(article, text):
            continue
        for sentence, around in _sentences(article, text):
            found = find_home(text.text, sentence, around)
            if found and not _is_code(article, text, *found):
                yield Finding(text.locate(*found), is_private=True)


def _texts(article: Article) -> Iterator[Text]:
    for index, block in enumerate(article.blocks):
        if block.kind in _KINDS and block.role not in _ROLES:
            yield block_text(article, index)
    yield from digests(article)


def _may_have_address(article: Article, text: Text) -> bool:
    if text.place is None or not _NUMBERED.search(text.text):
        return False
    return not STREET_WORDS.isdisjoint(article.vocabulary(text.place)) or CONTINENTAL.search(text.text) is not None


def _is_below_label(article: Article, text: Text) -> bool:
    """Tell whether a line above says that what follows is for everybody to use."""
    above = article.blocks[text.place - 1].text if text.place else ""
    return len(above) <= _LABEL and _CONTACTS.search(above) is not None


def _sentences(article: Article, text: Text) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield each sentence that has a digit or an address of mail, with the range of those around it, too."""
    found = text.sentences(article)
    for at, (start, end) in enumerate(found):
        if _DIGIT.search(text.text, start, end) or text.text.find("@", start, end) >= 0:
            yield (start, end), (found[max(0, at - 1)][0], found[min(len(found) - 1, at + 1)][1])


def _is_code(article: Article, text: Text, start: int, end: int) -> bool:
    return text.place is not None and article.is_code(text.place, start, end)
