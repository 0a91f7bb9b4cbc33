"""Flag long sentences: each that is far too long, and once an article those that are merely long."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Sentence
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import count_words, find_words
from newslint.patterns import pattern
from newslint.source import Span

# Where a sentence may end, and a line of a transcript: “MAYOR: …”.
_STOP = pattern(r"(?:\betc|[a-z0-9)]{4})[.!?…][\"”’)_*]*\s+|\n")
_MESSAGES = {
    "one": "This sentence has {words} words, more than {limit}; see whether it reads well aloud.",
    "several": "{count} of {sentences} sentences have more than {limit} words, the longest {words}; "
    "see whether it reads well aloud.",
}
_TRANSCRIPT = pattern(r"[\W_]*[A-Z][A-Z. ’'-]+:")


class Options(NamedTuple):
    """Limits in words: above `too_long` each sentence is flagged; above `long` all are flagged together.

    The latter only where they are at least `share` (0 to 1) of the article's sentences.
    """

    long: int = 30
    too_long: int = 45
    share: float = 0.0


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts the words of the publication's own sentences."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield the sentences that are too long, and one finding of grade `long` for the others."""
        long: list[tuple[int, Sentence]] = []
        for sentence in article.sentences:
            # A sentence of n words has at least 2n - 1 characters: most need no counting.
            if sentence.end - sentence.start < 2 * self.options.long or _is_not_ours(article, sentence):
                continue
            words = count_words(sentence.text)
            if words > self.options.long:
                words = _own_words(article, sentence)
            if words > self.options.too_long:
                yield Finding(_span(article, sentence), {"words": words, "limit": self.options.too_long})
            elif words > self.options.long:
                long.append((words, sentence))
        if long and len(long) >= self.options.share * len(article.sentences):
            yield self._together(article, long)

    def _together(self, article: Article, long: list[tuple[int, Sentence]]) -> Finding:
        first = long[0][1]
        related = tuple(Related(_span(article, sentence), f"{words} words") for words, sentence in long[1:])
        values = {
            "words": max(words for words, _ in long),
            "limit": self.options.long,
            "count": len(long),
            "sentences": len(article.sentences),
        }
        return Finding(_span(article, first), values, "long", related, message="several" if related else "one")


def _span(article: Article, sentence: Sentence) -> Span:
    return article.blocks[sentence.block].locate(sentence.start, sentence.end)


def _is_not_ours(article: Article, sentence: Sentence) -> bool:
    """Tell whether most of a sentence is a quotation or a speaker's line, or it is a list rather than a sentence."""
    if article.blocks[sentence.block].kind == "quotation":
        return True
    quoted = sum(
        max(0, min(extent.end, sentence.end) - max(extent.start, sentence.start))
        for extent in article.quoted_extents(sentence.block)
    )
    if _TRANSCRIPT.match(article.blocks[sentence.block].text):
        return True
    return 2 * quoted > sentence.end - sentence.start or _is_list(sentence.text)


def _is_list(text: str) -> bool:
    """Tell whether a sentence is cut by semicolons or lines, or enumerates six or more short things."""
    if text.count(";") >= 2 or text.count("\n") >= 2:
        return True
    words = text.split()
    if 5 * sum(word.lstrip("_*(“‘\"'")[:1].isupper() for word in words) > 3 * len(words):
        return True  # names one after the other
    if text.count(",") < 6:
        return False
    return sum(1 for part in text.split(",")[1:] if 0 < len(part.split()) <= 4) >= 6


def _own_words(article: Article, sentence: Sentence) -> int:
    """Count the words of a sentence that are language: code and addresses are not.

    Where a full stop stands after a whole word, a sentence may have ended that no capital shows: the longest piece
    counts.
    """
    text = sentence.text
    ends = [match.end() for match in _STOP.finditer(text)]
    counts = [0] * (len(ends) + 1)
    for start, end in find_words(text):
        is_address = "://" in text[max(0, start - 60) : end].rpartition(" ")[2]
        if not is_address and not article.is_code(sentence.block, sentence.start + start, sentence.start + end):
            counts[bisect_right(ends, start)] += 1
    return max(counts)


CHECK = CheckType(
    "sentence-length", Options, build, grades=("long",), placeholders=("words", "limit"), messages=_MESSAGES
)
