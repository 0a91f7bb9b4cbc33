"""Tell whether a headline that metadata give is that of another story than the page tells."""

from __future__ import annotations

from newslint.article import Article, Element
from newslint.checks.own_markup import describes_article, top_objects
from newslint.checks.pages import says_article
from newslint.language.units.similarity import content_words

_FEWEST, _FEWEST_SHOWN = 4, 3  # telling words in the two headlines
_FEWEST_GAPS = 3  # white space in it: a slug has none
_COMMON = 0.2  # of the telling words, which two stories may share
# How many of its telling words the text of another story may hold. Only of English are the forms of a word known.
_TOLD, _TOLD_ELSEWHERE = 0.5, 0.3
_SEEN_TOLD = 2  # telling words of the shown headline that its text holds, too
_SHORTEST_BODY = 60  # different telling words


def is_another_story(article: Article, shown: Element, other: Element) -> bool:
    """Tell whether a headline shares hardly a word with the one that readers see, nor with the text below it.

    A site's name or motto in the place of a title is not told from a headline, so that the page must say that it is an
    article.
    """
    if article.block_at(other.span.start) is not None or not _is_of_article(article, other):
        return False
    words, seen = set(content_words(other.text)), set(content_words(shown.text))
    if len(words) < _FEWEST or len(seen) < _FEWEST_SHOWN or other.text.count(" ") < _FEWEST_GAPS:
        return False
    if len(words & seen) > max(1, int(_COMMON * len(words))):
        return False
    told = _told_words(article)
    if len(told & seen) < _SEEN_TOLD:
        return False  # what looks like the headline is none
    most = _TOLD if article.language_code in ("en", None) else _TOLD_ELSEWHERE
    return len(told) >= _SHORTEST_BODY and len(words & told) < most * len(words)


def _is_of_article(article: Article, other: Element) -> bool:
    if other.origin in ("front matter", "JSON-LD"):
        return True
    return says_article(article) or any(map(describes_article, top_objects(article)))


def _told_words(article: Article) -> set[str]:
    own = (block.text for block in article.blocks if block.kind != "boilerplate" and block.role != "headline")
    return {word for text in own for word in content_words(text)}
