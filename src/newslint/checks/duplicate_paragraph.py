"""Flag paragraphs that stand in an article twice; a headline, a summary or a FAQ may repeat what the body says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern

_KINDS = frozenset({"paragraph", "list-item"})
# Parts that say again what the body says, by their nature.
_REPEATERS = frozenset(
    "headline dek byline published updated dateline label summary faq-question faq-answer author-bio".split()
)
_WORD = pattern(r"\w+(?:['’-]\w+)*")
# Paragraphs of one opening that are compared with each other, so that a list of alike lines stays linear.
_BUCKET = 6
_PLACES = 20
_QUOTES = '“"„«‘'


class Options(NamedTuple):
    """Paragraphs of at least `words` words are compared; from `near` on (0 to 1) two are nearly the same.

    A single paragraph of fewer than `long` words, or a passage that recurs more than `reach` blocks later, may do so on
    purpose (a house line, a digest of updates) and has the grade `near`; a paragraph that is both is left alone. Items
    of lists count in rows of at least `items`. More than `forms` repeats are the article's form, such as that of a
    live blog, and are told once.
    """

    words: int = 8
    near: float = 0.95
    long: int = 20
    reach: int = 15
    items: int = 3
    forms: int = 3


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class _Repeat:
    """A passage that begins at a block and repeats what stands at others; `size` counts its paragraphs."""

    __slots__ = ("grade", "index", "last", "others", "size")

    def __init__(self, index: int, others: list[int], grade: str, last: tuple[int, int], size: int = 1) -> None:
        self.index = index
        self.others = others
        self.grade = grade
        self.last = last
        self.size = size


class Check:
    """Flags the second of two equal paragraphs; a passage that was pasted twice is one finding."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield findings with `opening`, `line` and `more` for the message; doubtful ones have the grade `near`."""
        headline = _words_of(article.headline.text) if article.headline else ()
        words = {
            index: found
            for index in range(len(article.blocks))
            if (found := self._words(article, index)) and found != headline
        }
        pairs = self._find_equal(words)
        told = {place for index, others in pairs.items() for place in (index, *others)}
        rest = {index: found for index, found in words.items() if index not in told}
        passages = [
            repeat
            for grade, found in (("default", pairs), ("near", self._find_near(article, rest)))
            for repeat in _join_passages(article, found, grade)
            if article.blocks[repeat.index].kind != "list-item" or repeat.size >= self.options.items
        ]
        repeats = [repeat for repeat in passages if self._is_long(words, repeat) or self._is_close(repeat)]
        for repeat in repeats:
            repeat.grade = self._grade(words, repeat)
        repeats.sort(key=lambda repeat: repeat.index)
        if repeats and len(passages) > self.options.forms:
            places = [place for repeat in repeats[1:] for place in (repeat.index, *repeat.others[1:])]
            yield _report(article, repeats[0], "near", places, f"; {len(passages) - 1} more passages come twice")
            return
        for repeat in repeats:
            yield _report(article, repeat, repeat.grade, repeat.others[1:], "")

    def _grade(self, words: dict[int, tuple[str, ...]], repeat: _Repeat) -> str:
        is_slip = self._is_long(words, repeat) and (self._is_close(repeat) or repeat.size >= self.options.items)
        return repeat.grade if is_slip else "near"

    def _is_long(self, words: dict[int, tuple[str, ...]], repeat: _Repeat) -> bool:
        return repeat.size > 1 or len(words[repeat.index]) >= self.options.long

    def _is_close(self, repeat: _Repeat) -> bool:
        return repeat.index - repeat.others[0] <= self.options.reach

    def _words(self, article: Article, index: int) -> tuple[str, ...]:
        block = article.blocks[index]
        if block.kind not in _KINDS or block.role in _REPEATERS:
            return ()
        found = _words_of(block.text)
        if len(found) < self.options.words:
            return ()
        # A quotation alone in its paragraph is a pull quote.
        return () if _is_pull_quote(article, index) else found

    def _find_equal(self, words: dict[int, tuple[str, ...]]) -> dict[int, list[int]]:
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

    def _find_near(self, article: Article, words: dict[int, tuple[str, ...]]) -> dict[int, list[int]]:
        """Compare paragraphs with the same opening or the same end."""
        openings: dict[tuple[str, ...], list[int]] = {}
        pairs: dict[int, list[int]] = {}
        for index, found in words.items():
            keys = (("<", *found[:5]), (">", *found[-5:]))
            for key in keys:
                for other in openings.get(key, ()):
                    if index not in pairs and self._is_near(article, other, index):
                        pairs[index] = [other]
            for key in keys:
                bucket = openings.setdefault(key, [])
                if len(bucket) < _BUCKET:
                    bucket.append(index)
        return pairs

    def _is_near(self, article: Article, one: int, other: int) -> bool:
        """Tell whether two paragraphs share nearly all words, and no figure or name tells them apart."""
        texts = article.blocks[one].text, article.blocks[other].text
        # One of them quotes what the other sets off as a pull quote.
        if (texts[0][0] in _QUOTES) != (texts[1][0] in _QUOTES):
            return False
        a, b = Counter(_WORD.findall(texts[0])), Counter(_WORD.findall(texts[1]))
        size = a.total() + b.total()
        if 2 * (a & b).total() < size * self.options.near:
            return False
        return all(word.islower() and word.isalpha() for word in (a - b) + (b - a))


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


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


def _report(article: Article, repeat: _Repeat, grade: str, places: list[int], more: str) -> Finding:
    block, first = article.blocks[repeat.index], article.blocks[repeat.others[0]]
    line = article.source.position(first.span.start).line
    related = [Related(first.locate(0, len(first.text)), "It stands here first.")]
    for place in places[:_PLACES]:
        again = article.blocks[place]
        related.append(Related(again.locate(0, len(again.text)), "Repeated here."))
    values = {"opening": " ".join(block.text.split()[:6]), "line": line, "more": more}
    return Finding(block.locate(0, len(block.text)), values, grade, tuple(related))


def _is_pull_quote(article: Article, index: int) -> bool:
    text = article.blocks[index].text.strip()
    return len(text) > 2 and text[0] in "“\"„«'‘" and text[-1] in "”\"“»'’" and article.is_quoted(index, 1, 2)


def _follows(article: Article, before: int, after: int) -> bool:
    """Tell whether a block comes next but for short lines and furniture."""
    if not 0 < after - before <= 4:
        return False
    between = article.blocks[before + 1 : after]
    return all(block.kind not in _KINDS or len(block.text) < 60 for block in between)


CHECK = CheckType("duplicate-paragraph", Options, build, grades=("near",), placeholders=("opening", "line", "more"))
