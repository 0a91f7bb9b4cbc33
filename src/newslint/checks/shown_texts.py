"""All texts of an article that readers or their machines are shown, tables and descriptions of pictures included."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.own_texts import Text, block_text, digests

_SILENT = frozenset({"code", "boilerplate"})


def shown_texts(article: Article) -> Iterator[Text]:
    """Yield the blocks of an article, its headline and summary in metadata, and the descriptions of its pictures."""
    for index, block in enumerate(article.blocks):
        if block.kind not in _SILENT:
            yield block_text(article, index)
    yield from digests(article)
    for image in article.images:
        if image.alt:
            yield Text(image.alt, None, None, image.span)
