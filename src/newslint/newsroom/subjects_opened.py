"""Tell whether an article, or a part of it, is about one of some subjects, and which words say so."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.article import Article
from newslint.newsroom.wordings import find_wordings
from newslint.records import NamedTuple


class Opened(NamedTuple):
    """What opened a subject: its words for a message, and the blocks that it holds for; None: all of them."""

    words: str
    blocks: frozenset[int] | None

    def holds(self, block: int | None) -> bool:
        """Tell whether the subject is open in a block; a field of front matter has none."""
        return self.blocks is None or block is None or block in self.blocks


def what_opened(article: Article, topics: Iterable[str], signs: str) -> Opened | None:
    """Return what opened one of some topics or, without a topic, the paragraphs that have a sign of a list."""
    found = list(find_wordings(article, signs)) if signs else []
    if not found:
        return None
    near = {each.block + step for each in found if each.block is not None for step in (-1, 0, 1)}
    return Opened(_named(each.text for each in found), frozenset(near))


def _named(texts: Iterable[str]) -> str:
    """Return up to three different words in quotation marks."""
    different = list(dict.fromkeys(text.lower() for text in texts))
    return ", ".join(f"“{text}”" for text in different[:3])
