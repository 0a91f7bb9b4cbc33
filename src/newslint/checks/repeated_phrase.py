"""Flag sequences of words that the article prints twice; headlines, quotations and boilerplate do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import PROSE_KINDS, Article
from newslint.diagnostics import Finding, Related
from newslint.rules.rule import CheckType, Scene
from newslint.source import Span

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
# Block, start, end and the word in lower case: a plain tuple, since a long article has thousands.
_Word = tuple[int, int, int, str]
_KINDS = PROSE_KINDS | {"table-row"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Sequences of at least `words` words are flagged, at most `limit` of them."""

    words: int = 8
    limit: int = 5


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks every sequence up in a table of those before it."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield the later of two equal sequences, with the earlier one related."""
        size = self.options.words
        words = _words(article)
        texts = [word[3] for word in words]
        seen: dict[tuple[str, ...], int] = {}
        found = at = 0
        while at + size <= len(words) and found < self.options.limit:
            key = tuple(texts[at : at + size])
            block = words[at][0]
            if block == words[at + size - 1][0]:
                earlier = seen.setdefault(key, at)
                if words[earlier][0] != block and _says_something(key):
                    length = _common(words, earlier, at)
                    yield _finding(article, words, earlier, at, length)
                    found += 1
                    at += length
                    continue
            at += 1


def _words(article: Article) -> list[_Word]:
    words = []
    for index, block in enumerate(article.blocks):
        if block.kind not in _KINDS or block.kind == "quotation" or block.role in ("headline", "byline", "published"):
            continue
        at = 0
        for extent in (*article.quoted_extents(index), None):
            end = extent.start if extent else len(block.text)
            for match in _WORD.finditer(block.text, at, max(at, end)):
                words.append((index, match.start(), match.end(), match.group().lower()))
            at = max(at, extent.end) if extent else end
    return words


def _says_something(key: tuple[str, ...]) -> bool:
    """Tell whether a sequence is more than figures and one-letter words, such as a table's cells."""
    return sum(len(word) > 3 and not word[0].isdigit() for word in key) >= len(key) // 2


def _common(words: list[_Word], one: int, other: int) -> int:
    length = 0
    while (
        other + length < len(words)
        and words[one + length][3] == words[other + length][3]
        and words[one + length][0] == words[one][0]
        and words[other + length][0] == words[other][0]
    ):
        length += 1
    return length


def _finding(article: Article, words: list[_Word], earlier: int, at: int, length: int) -> Finding:
    def span(first: int) -> Span:
        begin, end = words[first], words[first + length - 1]
        return article.blocks[begin[0]].locate(begin[1], end[2])

    return Finding(span(at), {"words": length}, related=(Related(span(earlier), "first here"),))


CHECK = CheckType("repeated-phrase", Options, build)
