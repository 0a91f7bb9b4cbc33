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
_KINDS = PROSE_KINDS | {"table-row"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Sequences of at least `words` words are flagged, at most `limit` of them."""

    words: int = 8
    limit: int = 5


@dataclass(frozen=True, slots=True)
class _Word:
    block: int
    start: int
    end: int
    text: str


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
        seen: dict[tuple[str, ...], int] = {}
        found = at = 0
        while at + size <= len(words) and found < self.options.limit:
            key = tuple(word.text for word in words[at : at + size])
            if words[at].block != words[at + size - 1].block:
                at += 1
                continue
            earlier = seen.setdefault(key, at)
            if words[earlier].block == words[at].block or not _says_something(key):
                at += 1
                continue
            length = _common(words, earlier, at)
            yield _finding(article, words, earlier, at, length)
            found += 1
            at += length


def _words(article: Article) -> list[_Word]:
    words = []
    for index, block in enumerate(article.blocks):
        if block.kind not in _KINDS or block.kind == "quotation" or block.role in ("headline", "byline", "published"):
            continue
        for match in _WORD.finditer(block.text):
            if not article.is_quoted(index, match.start(), match.end()):
                words.append(_Word(index, match.start(), match.end(), match.group().lower()))
    return words


def _says_something(key: tuple[str, ...]) -> bool:
    """Tell whether a sequence is more than figures and one-letter words, such as a table's cells."""
    return sum(len(word) > 3 and not word[0].isdigit() for word in key) >= len(key) // 2


def _common(words: list[_Word], one: int, other: int) -> int:
    length = 0
    while (
        other + length < len(words)
        and words[one + length].text == words[other + length].text
        and words[one + length].block == words[one].block
        and words[other + length].block == words[other].block
    ):
        length += 1
    return length


def _finding(article: Article, words: list[_Word], earlier: int, at: int, length: int) -> Finding:
    def span(first: int) -> Span:
        begin, end = words[first], words[first + length - 1]
        return article.blocks[begin.block].locate(begin.start, end.end)

    return Finding(span(at), {"words": length}, related=(Related(span(earlier), "first here"),))


CHECK = CheckType("repeated-phrase", Options, build)
