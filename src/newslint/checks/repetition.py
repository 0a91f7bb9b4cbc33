"""Checks of what is printed twice: paragraphs, and sequences of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Annotated

from newslint.article import Article
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.spans import Span

_PARAGRAPHS = frozenset({"paragraph", "list-item"})
# Parts that say again what the body says, by their nature.
_REPEATERS = frozenset(
    "headline dek byline published updated dateline label summary faq-question faq-answer author-bio".split()
)
_WORD = pattern(r"\w+(?:['’-]\w+)*")
# Paragraphs of one opening that are compared with each other, so that a list of alike lines stays linear.
_BUCKET = 6
_MOST_PLACES = 20
# The words by which two paragraphs are found that may be nearly the same.
_OPENING, _END = slice(5), slice(-5, None)
_QUOTES = '“"„«‘'


@check(
    grades=("near", "form"),
    placeholders=("opening", "line", "more"),
    renamed={
        "words": "min_words",
        "near": "min_similarity",
        "long": "min_words_alone",
        "reach": "max_distance",
        "items": "min_items",
        "forms": "max_repeats",
    },
)
def duplicate_paragraph(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter paragraphs are not compared", ge=1)] = 8,
    min_similarity: Annotated[
        float, Option("how similar two must be, from 0 to 1, to be nearly the same: grade `near`", ge=0, le=1)
    ] = 0.95,
    min_words_alone: Annotated[int, Option("a single paragraph with fewer words is of grade `near`", ge=1)] = 20,
    max_distance: Annotated[int, Option("a repeat more blocks below is of grade `near`", ge=1)] = 15,
    min_items: Annotated[int, Option("list items count only in runs of this many", ge=1)] = 3,
    max_repeats: Annotated[
        int, Option("more repeats are one finding: the article's form, as in a live blog, of the grade `form`", ge=0)
    ] = 3,
) -> Iterator[Finding]:
    """Flag paragraphs that stand in an article twice; a headline, a summary or a FAQ may repeat what the body says.

    What repeats the text by its nature is of the grade `form`, too: a pull quote, an abstract, a title.
    A passage that was pasted twice is one finding. A single short paragraph that is also far away is left alone.
    """
    words = _words_to_compare(article, min_words)
    passages = _find_passages(article, words, min_similarity, min_items)
    repeats = []
    for repeat in passages:
        is_long = repeat.size > 1 or len(words[repeat.index]) >= min_words_alone
        is_close = _distance(repeat) <= max_distance
        # A house line or a digest of updates may come back on purpose.
        is_near = not is_long or not (is_close or repeat.size >= min_items)
        repeat.grade = _grade(article, repeat, is_near)
        if is_long or is_close:
            repeats.append(repeat)
    more = ""
    if len(passages) > max_repeats:
        more = f"; {len(passages) - 1} more passages are repeated"
        repeats = _fold(repeats)
    for repeat in repeats:
        yield _report(article, repeat, more)


def _distance(repeat: _Repeat) -> int:
    """Return how many blocks below the first place a passage comes back."""
    return repeat.index - repeat.others[0]


_BESIDE = 2  # blocks


def _fold(repeats: list[_Repeat]) -> list[_Repeat]:
    """Make one repeat of all, at the first."""
    # What stands right below itself was pasted twice.
    is_pasted = any(_distance(repeat) <= _BESIDE for repeat in repeats)
    for first in repeats[:1]:
        first.grade = "near" if is_pasted else "form"
        first.others += [place for repeat in repeats[1:] for place in (repeat.index, *repeat.others[1:])]
    return repeats[:1]


def _grade(article: Article, repeat: _Repeat, is_near: bool) -> str:
    """Return the grade of a passage; `is_near` where it is short or far away."""
    if _is_meant(article, repeat):
        return "form"
    return "near" if is_near else repeat.grade


def _is_meant(article: Article, repeat: _Repeat) -> bool:
    """Tell whether one paragraph repeats another by its nature: a pull quote, an abstract, a title."""
    if repeat.size > 1:
        return False
    text, first = article.blocks[repeat.index].text, repeat.others[0]
    above = article.blocks[first - 1] if first else None
    is_labelled = above is not None and above.role != "headline" and above.text.isupper()
    is_pulled = repeat.grade == "near" and text[0] in _QUOTES
    return is_labelled or is_pulled or _is_title(text)


def _is_title(text: str) -> bool:
    """Tell whether a line has capitals as a title has them."""
    words = [word for word in text.split() if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def _find_passages(
    article: Article, words: dict[int, tuple[str, ...]], min_similarity: float, min_items: int
) -> list[_Repeat]:
    """Return the passages that are repeated, in order, each with its grade."""
    pairs = _find_equal(words)
    told = {place for index, others in pairs.items() for place in (index, *others)}
    near = _find_near(article, {index: words[index] for index in words if index not in told}, min_similarity)
    passages = [*_join_passages(article, pairs, "default"), *_join_passages(article, near, "near")]
    return sorted(
        (one for one in passages if article.blocks[one.index].kind != "list-item" or one.size >= min_items),
        key=lambda repeat: repeat.index,
    )


class _Repeat:
    """A passage that begins at a block and repeats what stands at others; `size` counts its paragraphs."""

    size = 1

    def __init__(self, index: int, others: list[int], grade: str, last: tuple[int, int]) -> None:
        self.index = index
        self.others = others
        self.grade = grade
        self.last = last


def _words_to_compare(article: Article, min_words: int) -> dict[int, tuple[str, ...]]:
    """Return the words of each paragraph that begins or ends as another does; a quotation alone is a pull quote."""
    headline = _words_of(article.headline.text) if article.headline else ()
    compared = [
        index
        for index, block in enumerate(article.blocks)
        if block.kind in _PARAGRAPHS and block.role not in _REPEATERS
    ]
    return {
        index: words
        for index in sorted(_begin_or_end_alike(article, compared))
        if len(words := _words_of(article.blocks[index].text)) >= min_words
        and words != headline
        and not _is_pull_quote(article, index)
    }


def _begin_or_end_alike(article: Article, blocks: Sequence[int]) -> set[int]:
    """Return those of some blocks whose first or last words another one has, too: only they are compared."""
    found: set[int] = set()
    for part in (_OPENING, _END):
        edges = [tuple(article.parts(index)[part]) for index in blocks]
        uses = Counter(edges)
        found.update(index for index, edge in zip(blocks, edges, strict=True) if uses[edge] > 1)
    return found


def _find_equal(words: dict[int, tuple[str, ...]]) -> dict[int, list[int]]:
    """Return for each paragraph that repeats an earlier one the places that say the same."""
    first: dict[tuple[str, ...], int] = {}
    pairs: dict[int, list[int]] = {}
    repeats: dict[int, int] = {}
    for index, found in words.items():
        original = first.setdefault(found, index)
        if original == index:
            continue
        if original in repeats:
            pairs[repeats[original]].append(index)
        else:
            repeats[original] = index
            pairs[index] = [original]
    return pairs


def _find_near(article: Article, words: dict[int, tuple[str, ...]], min_similarity: float) -> dict[int, list[int]]:
    """Compare paragraphs with the same opening or the same end."""
    openings: dict[tuple[str, ...], list[int]] = {}
    pairs: dict[int, list[int]] = {}
    for index, found in words.items():
        keys = (("<", *found[_OPENING]), (">", *found[_END]))
        for key in keys:
            for other in openings.get(key, ()):
                if index not in pairs and _is_near(article, other, index, min_similarity):
                    pairs[index] = [other]
        for key in keys:
            bucket = openings.setdefault(key, [])
            if len(bucket) < _BUCKET:
                bucket.append(index)
    return pairs


def _is_near(article: Article, one: int, other: int, min_similarity: float) -> bool:
    """Tell whether two paragraphs share nearly all words, and no figure or name tells them apart."""
    texts = article.blocks[one].text, article.blocks[other].text
    # One of them quotes what the other sets off as a pull quote.
    if (texts[0][0] in _QUOTES) != (texts[1][0] in _QUOTES):
        return False
    a, b = Counter(_WORD.findall(texts[0])), Counter(_WORD.findall(texts[1]))
    size = a.total() + b.total()
    if 2 * (a & b).total() < size * min_similarity:
        return False
    return all(word.islower() and word.isalpha() for word in (a - b) + (b - a))


def _words_of(text: str) -> tuple[str, ...]:
    lowered = text.lower()
    # In a few scripts a letter has another length in lower case, and may fall apart.
    found = _WORD.findall(lowered) if len(lowered) == len(text) else map(str.lower, _WORD.findall(text))
    return tuple(found)


def _join_passages(article: Article, pairs: dict[int, list[int]], grade: str) -> Iterator[_Repeat]:
    """Join repeats that follow each other and repeat what follows each other."""
    current: _Repeat | None = None
    for index, others in pairs.items():
        if current is not None:
            before, source = current.last
            if _follows(article, before, index) and _follows(article, source, others[0]):
                current.last = (index, others[0])
                current.size += 1
                continue
            yield current
        current = _Repeat(index, others, grade, (index, others[0]))
    if current is not None:
        yield current


def _report(article: Article, repeat: _Repeat, more: str = "") -> Finding:
    block, first = article.blocks[repeat.index], article.blocks[repeat.others[0]]
    line = article.source.position(first.span.start).line
    related = [Related(first.whole, "It appears here first.")]
    related += [Related(article.blocks[place].whole, "Repeated here.") for place in repeat.others[1 : _MOST_PLACES + 1]]
    values = {"opening": " ".join(block.text.split()[:6]), "line": line, "more": more}
    return Finding(block.whole, values, repeat.grade, tuple(related))


def _is_pull_quote(article: Article, index: int) -> bool:
    text = article.blocks[index].text.strip()
    return len(text) > 2 and text[0] in "“\"„«'‘" and text[-1] in "”\"“»'’" and article.is_quoted(index, 1, 2)


def _follows(article: Article, before: int, after: int) -> bool:
    """Tell whether a block comes next but for short lines and boilerplate."""
    if not 0 < after - before <= 4:
        return False
    between = article.blocks[before + 1 : after]
    return all(block.kind not in _PARAGRAPHS or len(block.text) < 60 for block in between)


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
