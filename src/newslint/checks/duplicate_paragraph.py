"""Flag paragraphs that stand in an article twice; a headline, a summary or a FAQ may repeat what the body says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.article import Article
from newslint.diagnostics import Finding, Related
from newslint.rules.rule import CheckType, Scene

_KINDS = frozenset({"paragraph", "list-item"})
# Parts that say again what the body says, by their nature.
_REPEATERS = frozenset(
    "headline dek byline published updated dateline label summary faq-question faq-answer author-bio".split()
)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
# Paragraphs of one opening that are compared with each other, so that a list of alike lines stays linear.
_BUCKET = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Paragraphs of at least `words` words are compared; from `near` on (0 to 1) two are nearly the same."""

    words: int = 8
    near: float = 0.95


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Flags the second of two equal paragraphs; a passage that was pasted twice is one finding."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield findings with `opening` and `line` for the message; nearly equal ones have the grade `near`."""
        words = {index: found for index in range(len(article.blocks)) if (found := self._words(article, index))}
        pairs = self._find_equal(words)
        yield from self._report(article, pairs, "default")
        told = set(pairs)
        rest = {index: found for index, found in words.items() if index not in told}
        yield from self._report(article, self._find_near(rest), "near")

    def _words(self, article: Article, index: int) -> tuple[str, ...]:
        block = article.blocks[index]
        if block.kind not in _KINDS or block.role in _REPEATERS:
            return ()
        found = tuple(word.lower() for word in _WORD.findall(block.text))
        if len(found) < self.options.words:
            return ()
        headline = article.headline
        if headline and found == tuple(word.lower() for word in _WORD.findall(headline.text)):
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

    def _find_near(self, words: dict[int, tuple[str, ...]]) -> dict[int, list[int]]:
        """Compare paragraphs with the same opening or the same end."""
        openings: dict[tuple[str, ...], list[int]] = {}
        pairs: dict[int, list[int]] = {}
        for index, found in words.items():
            keys = (("<", *found[:5]), (">", *found[-5:]))
            for key in keys:
                for other in openings.get(key, ()):
                    if index not in pairs and self._is_near(words[other], found):
                        pairs[index] = [other]
            for key in keys:
                bucket = openings.setdefault(key, [])
                if len(bucket) < _BUCKET:
                    bucket.append(index)
        return pairs

    def _is_near(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Tell whether two paragraphs share nearly all words, and no figure or longer word tells them apart."""
        size = len(one) + len(other)
        if abs(len(one) - len(other)) > size * (1 - self.options.near):
            return False
        a, b = Counter(one), Counter(other)
        if 2 * sum((a & b).values()) < size * self.options.near:
            return False
        return not any(any(sign.isdigit() for sign in word) for word in (a - b) + (b - a))

    def _report(self, article: Article, pairs: dict[int, list[int]], grade: str) -> Iterator[Finding]:
        previous: tuple[int, int] | None = None
        for index, others in pairs.items():
            # The next paragraph of a passage that was already told.
            follows = previous is not None and _follows(article, previous[0], index)
            if previous is not None and follows and _follows(article, previous[1], others[0]):
                previous = (index, others[0])
                continue
            previous = (index, others[0])
            block = article.blocks[index]
            first = article.blocks[others[0]]
            line = article.source.position(first.span.start).line
            related = [Related(first.locate(0, len(first.text)), "It stands here first.")]
            for other in others[1:]:
                again = article.blocks[other]
                related.append(Related(again.locate(0, len(again.text)), "And here again."))
            opening = " ".join(block.text.split()[:6])
            yield Finding(block.locate(0, len(block.text)), {"opening": opening, "line": line}, grade, tuple(related))


def _is_pull_quote(article: Article, index: int) -> bool:
    text = article.blocks[index].text.strip()
    return len(text) > 2 and text[0] in "“\"„«'‘" and text[-1] in "”\"“»'’" and article.is_quoted(index, 1, 2)


def _follows(article: Article, before: int, after: int) -> bool:
    """Tell whether a block comes next but for short lines and furniture."""
    between = article.blocks[before + 1 : after]
    return (
        before < after
        and len(between) <= 3
        and all(block.kind not in _KINDS or len(block.text) < 60 for block in between)
    )


CHECK = CheckType("duplicate-paragraph", Options, build, grades=("near",))
