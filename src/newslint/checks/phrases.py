"""Checks of words that an article prints twice in a row somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Annotated

from newslint.article import Article
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.spans import Span

_WORD = pattern(r"\w+(?:['’-]\w+)*")
# Block, start, end and the word in lower case: a plain tuple, since a long article has thousands.
_Word = tuple[int, int, int, str]
# Parts that repeat the text by nature. Lists do, too: a changelog, the steps of a recipe.
_ELSEWHERE = ("headline", "byline", "published", "dek", "summary")
_PHRASE_KINDS = frozenset({"paragraph", "table-row"})


@check(
    placeholders=("words",),
    renamed={"words": "min_words", "far": "min_words_far", "many": "min_phrases", "limit": "max_places"},
)
def repeated_phrase(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter sequences do not count", ge=2)] = 9,
    min_words_far: Annotated[int, Option("one of this many words is flagged by itself", ge=2)] = 12,
    min_phrases: Annotated[int, Option("otherwise this many are flagged together", ge=1)] = 3,
    max_places: Annotated[int, Option("how many other places a finding shows, at most", ge=1)] = 5,
) -> Iterator[Finding]:
    """Flag sequences of words that the article prints twice; headlines, quotations and boilerplate do not count."""
    parts = list(_own_parts(article))
    if not _may_repeat(article, dict.fromkeys(index for index, _, _ in parts), min_words):
        return
    words = [
        (index, match.start(), match.end(), match.group().lower())
        for index, start, end in parts
        for match in _WORD.finditer(article.blocks[index].text, start, end)
    ]
    repeats = _find_repeats(article, words, min_words)
    length, at, earlier = max(repeats, key=lambda repeat: (repeat[0], -repeat[1]), default=(0, 0, 0))
    if len(repeats) < min_phrases and length < min_words_far:
        return
    related = [Related(_span(article, words, earlier, length), "first here")]
    for size, place, _ in repeats:
        if place != at and len(related) < max_places:
            related.append(Related(_span(article, words, place, size), f"{size} words that also appear above"))
    yield Finding(_span(article, words, at, length), {"words": length}, related=tuple(related))


def _may_repeat(article: Article, blocks: Iterable[int], size: int) -> bool:
    """Tell whether so many words in a row may stand twice in some blocks: in most articles, no two runs are equal."""
    words = list(chain.from_iterable(map(article.parts, blocks)))
    runs = zip(*(islice(words, place, None) for place in range(size)), strict=False)
    # Numbers in place of the runs themselves, which a long text would have as many of as words.
    return len(set(map(hash, runs))) <= len(words) - size


def _find_repeats(article: Article, words: list[_Word], size: int) -> list[tuple[int, int, int]]:
    """Return length, place and earlier place of every sequence that stood in another block before."""
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
                    found.append((length, at, earlier))
        at += length
    return found


def _own_parts(article: Article) -> Iterator[tuple[int, int, int]]:
    """Yield block, start and end of what is compared: paragraphs and rows, without quotations."""
    for index, block in enumerate(article.blocks):
        if block.kind not in _PHRASE_KINDS or (block.kind == "paragraph" and block.role in _ELSEWHERE):
            continue
        at = 0
        for _, start, end in article.quoted_extents(index):
            yield index, at, max(at, start)
            at = max(at, end)
        yield index, at, len(block.text)


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
