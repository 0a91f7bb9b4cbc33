"""Find where an article offers its readers help: a helpline or service, with a way to reach it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.newsroom.words import word_lists
from newslint.patterns import pattern

Topic = str

_PHONE = pattern(r"(?<![\w£$€.,])\+?\(?\d(?:[ \u00a0().–-]{0,2}\d){4,14}(?![\w%])")
# Three or four digits are a number only where something is said to be reached on it; a year is none.
_SHORT = pattern(
    r"\b(?i:on|at|call|calling|dial|dialing|dialling|ring|ringing|phone|text|texting|number|to)\b:?\s(?!(?:19|20)\d\d\b)\d{3,4}\b"
    r"|\b\d{3,4}\s(?:\w{1,20}\s(?:[&]\s)?){0,3}(?i:lifeline|helpline|hotline|line)\b"
)
_TEXT_LINE = pattern(r"\b[Tt]ext(?:ing)?\b[^.!?]{0,40}?\b(?:to\s\d{3,6}|\d{5,6}|[A-Z]{3,12}\b)")
_ADDRESS = pattern(
    r"\b(?:https?://|www\.)\S{4}|\b[\w.-]{2,40}\.(?:org|com|ie|uk|net|au|in|ca|nz|eu|gov|int|de|example)\b|\w@\w"
)


def offers_help(article: Article, topic: Topic) -> bool:
    """Tell whether the article tells readers, outside of quotations, where to find help with a topic."""
    return any(True for _ in help_blocks(article, topic))


def help_blocks(article: Article, topic: Topic) -> Iterator[int]:
    """Yield the indices of blocks that offer help: with what to call in them, or in a short list after them.

    Boxes are blocks of any kind, also what is boilerplate otherwise.
    """
    linked = article.linked_blocks
    for index, block in enumerate(article.blocks):
        if not _names_help(_own_words(article, index), topic):
            continue
        near = range(index, min(len(article.blocks), index + (_REACH if _leads_in(block.text) else 1)))
        if any(_has_contact(_own_words(article, place)) or place in linked for place in near):
            yield index


def only_names_help(article: Article, topic: Topic) -> bool:
    """Tell whether a block names a service and says what kind of help it is, without a way to reach it."""
    texts = (_own_words(article, index) for index in range(len(article.blocks)))
    return any(_names(text, "kind") and _names(text, topic) for text in texts)


_REACH = 8  # lines of a list of services
_ASKS = pattern(
    r"(?i:\b(?:if you|you can|you are not alone|anyone|call|contact|text|visit|speak|talk|reach|ring|help is|support is"
    r"|available|find help|where to|get help|confidential|free|24|need)\b)"
)


def _leads_in(text: str) -> bool:
    """Tell whether a line is a heading of a list of services or asks readers to use it."""
    return len(text) < 60 or text.rstrip().endswith(":") or _ASKS.search(text) is not None


def _has_contact(text: str) -> bool:
    return any(regex.search(text) for regex in (_PHONE, _SHORT, _TEXT_LINE, _ADDRESS))


def _own_words(article: Article, index: int) -> str:
    """Return the text of a block without what is quoted in it."""
    text = article.blocks[index].text
    if article.blocks[index].kind == "quotation":
        return ""
    for _, start, end in article.quoted_extents(index):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _names_help(text: str, topic: Topic) -> bool:
    """Tell whether a block names a service, or a kind of one."""
    return _names(text, "kind") or _names(text, topic)


def _names(text: str, list_name: str) -> bool:
    """Tell whether a text has a phrase of a list of `helplines.txt`."""
    key = f" {' '.join(_WORD.findall(text.lower().replace('’', chr(39))))} "
    return any(f" {name} " in key for name in word_lists("helplines")[list_name])


_WORD = pattern(r"[\w']+")
