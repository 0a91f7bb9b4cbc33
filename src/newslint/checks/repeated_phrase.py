"""Flag sequences of words that the article prints twice; headlines, quotations and boilerplate do not count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span

_WORD = pattern(r"\w+(?:['’-]\w+)*")
# Block, start, end and the word in lower case: a plain tuple, since a long article has thousands.
_Word = tuple[int, int, int, str]
# Lists repeat by nature: a changelog, the steps of a recipe. So do the rows of a table among themselves.
# Parts that repeat the text by nature.
_ELSEWHERE = ("headline", "byline", "published", "dek", "summary")
_KINDS = frozenset({"paragraph", "table-row"})


class Options(NamedTuple):
    """Sequences of at least `words` words count; one of at least `far` words or `many` of them are flagged together.

    `limit` of them are shown.
    """

    words: int = 9
    far: int = 12
    many: int = 3
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
        """Yield one finding at the longest repeat, with where it stood before and the other repeats related."""
        repeats = self._repeats(article, _words(article))
        if len(repeats) < self.options.many and all(repeat[0] < self.options.far for repeat in repeats):
            return
        length, at, earlier, words = max(repeats, key=lambda repeat: (repeat[0], -repeat[1]))
        related = [Related(_span(article, words, earlier, length), "first here")]
        for size, place, _, _ in repeats:
            if place != at and len(related) < self.options.limit:
                related.append(Related(_span(article, words, place, size), f"{size} more words printed before"))
        yield Finding(_span(article, words, at, length), {"words": length}, related=tuple(related))

    def _repeats(self, article: Article, words: list[_Word]) -> list[tuple[int, int, int, list[_Word]]]:
        """Return length, place and earlier place of every sequence that stood in another block before."""
        size = self.options.words
        texts = [word[3] for word in words]
        seen: dict[tuple[str, ...], int] = {}
        found = []
        at = 0
        while at + size <= len(words):
            key = tuple(texts[at : at + size])
            block = words[at][0]
            length = 1
            if block == words[at + size - 1][0]:
                earlier = seen.setdefault(key, at)
                kinds = {article.blocks[block].kind, article.blocks[words[earlier][0]].kind}
                if words[earlier][0] != block and "paragraph" in kinds and _says_something(key):
                    length = _common(words, earlier, at)
                    if not _is_whole(words, at, length) and not _is_form(article, words, earlier, at, length):
                        found.append((length, at, earlier, words))
            at += length
        return found


def _words(article: Article) -> list[_Word]:
    words = []
    for index, block in enumerate(article.blocks):
        if block.kind not in _KINDS or (block.kind == "paragraph" and block.role in _ELSEWHERE):
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


def _is_whole(words: list[_Word], at: int, length: int) -> bool:
    """Tell whether a repeat is nearly all of its block: a paragraph or note printed twice, which is another fault."""
    block = words[at][0]
    before = at > 0 and words[at - 1][0] == block
    after = at + length < len(words) and words[at + length][0] == block
    return not before and not after


def _is_form(article: Article, words: list[_Word], earlier: int, at: int, length: int) -> bool:
    """Tell whether words come back by design: a label before a colon, a name, an address, the opening of each entry."""
    block, last = words[at][0], words[at + length - 1]
    text = article.blocks[block].text
    passage = text[words[at][1] : last[2]]
    found = [word for word in passage.split() if len(word) > 3]
    is_name = 2 * sum(word[0].isupper() for word in found) > len(found)
    openings = [place == 0 or words[place - 1][0] != words[place][0] for place in (earlier, at)]
    is_entry = all(openings) and article.blocks[words[earlier][0]].kind == article.blocks[block].kind
    return ":" in text[last[2] : last[2] + 12] or "://" in passage or is_name or is_entry


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


def _span(article: Article, words: list[_Word], first: int, length: int) -> Span:
    begin, end = words[first], words[first + length - 1]
    return article.blocks[begin[0]].locate(begin[1], end[2])


CHECK = CheckType("repeated-phrase", Options, build, placeholders=("words",))
