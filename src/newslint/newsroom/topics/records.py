"""What a topic was opened by: the words, with their places."""

from __future__ import annotations

from newslint.article import Article
from newslint.records import NamedTuple
from newslint.spans import Span

METHOD = "(method)"
"""What is shown in place of words that tell how somebody died: no message repeats them."""


class TopicWord(NamedTuple):
    """A word or phrase of a topic in the text of a block [start, end).

    `block` is None where it stands in a headline, summary line or label that no block shows, or in the address of a
    link; the range is then one of the source.
    """

    text: str
    block: int | None
    start: int
    end: int
    weight: int


class Opening(NamedTuple):
    """A topic that a text is about, how strongly, and the words that say so, those that weigh most first."""

    topic: str
    score: float
    words: tuple[TopicWord, ...]

    def cite(self, most: int = 3) -> str:
        """Return the different words that weigh most, as a message names them: `“shares”, “dividend” and “fund”`."""
        texts = dict.fromkeys(" ".join(word.text.lower().split()) for word in self.words)
        words = [text if text == METHOD else f"“{text}”" for text in texts]
        *before, last = words[:most]
        return f"{', '.join(before)} and {last}" if before else last


def span_of(article: Article, word: TopicWord) -> Span:
    """Return the place of a word in the source."""
    if word.block is None:
        return Span(word.start, word.end)
    return article.blocks[word.block].locate(word.start, word.end)
