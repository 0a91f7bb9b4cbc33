"""Find the questions that a page's structured data ask and the page does not show."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.own_markup import text_of
from newslint.language.units.comparison import comparison_key
from newslint.language.units.similarity import content_words
from newslint.located_json import JsonNode, items, member, objects, types_of

_SHARE = 0.7  # of a question's words in one block: the same question in other words


def hidden_questions(article: Article) -> list[JsonNode]:
    """Return the names of the questions of FAQ pages that stand nowhere on the page, in the order of the source.

    Words that a script or a folded part of the page holds are on it: both show when readers ask for them.
    """
    asked = list(_questions(article))
    if not asked:
        return []
    letters = comparison_key(_outside(article), "letters") + " ".join(
        comparison_key(block.text, "letters") for block in article.blocks
    )
    missing = [name for name in asked if comparison_key(text_of(name), "letters") not in letters]
    told = [frozenset(content_words(block.text[:400])) for block in article.blocks] if missing else []
    return [name for name in missing if not _is_put_otherwise(text_of(name), told)]


def _questions(article: Article) -> Iterator[JsonNode]:
    for data in article.structured_data:
        for thing in objects(data.places):
            for question in items(member(thing, "mainEntity")) if "FAQPage" in types_of(thing) else ():
                name = member(question, "name")
                if name is not None and text_of(name) and "{" not in text_of(name):
                    yield name


def _outside(article: Article) -> str:
    """Return the source without its structured data."""
    parts, at = [], 0
    for data in article.structured_data:
        parts.append(article.source.text[at : data.span.start])
        at = data.span.end
    return "".join([*parts, article.source.text[at:]])


def _is_put_otherwise(question: str, told: list[frozenset[str]]) -> bool:
    words = set(content_words(question))
    return bool(words) and any(len(words & block) >= _SHARE * len(words) for block in told)
