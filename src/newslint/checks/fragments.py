"""The check of pieces of words and sentences that were left over in a text."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.odd_words import Place, is_explained
from newslint.checks.readable import SMALL_WORDS, Readable, is_english, readable
from newslint.contract import Scene, check
from newslint.diagnostics import Edit, Finding, Fix
from newslint.language.spelling.fragments import Fragment, find_leftovers, find_pieces, may_be_piece
from newslint.language.spelling.table import commonness
from newslint.language.spelling.words import added_words

_KINDS = frozenset({"paragraph", "list-item", "caption", "heading"})
# Words with which nothing ends; “by” and “with” may stand before a name on the next line.
_OPEN = frozenset("the an of to his her its their our was were has have had been be which than into".split())
_MOST_PIECES = 2  # in one text; with more it is no plain English
_LONGEST_ALONE = 24  # of what may be left as a paragraph of its own
_PROSE = 11  # gaps between the words of a paragraph that is prose
_MOST_IN_ALL = 3  # in one article; with more they are a way of writing


@check(
    fixes=("unsafe",),
    placeholders=("words",),
    messages={
        "after": "“{words}” stands behind the end of a sentence.",
        "alone": "“{words}” is a paragraph of its own.",
    },
)
def stray_fragments(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag pieces of words and sentences that were left over: “to sta start”, “… by Friday. by Friday.”

    The message may use `{words}`.
    """
    if article.language_code not in (None, "en"):
        return
    own = is_english(article)
    found = [
        (text, fragment, message)
        for text in readable(article, _KINDS)
        for fragment, message in _find(article, text, own)
    ]
    if len(found) <= _MOST_IN_ALL:
        for text, fragment, message in found:
            yield _tell(article, text, fragment, message)


def _find(article: Article, text: Readable, own: bool) -> Iterator[tuple[Fragment, str | None]]:
    """Yield the fragments of a text, each with its message."""
    if _is_alone(article, text):
        yield Fragment(0, len(text.text)), "alone"
    if SMALL_WORDS.isdisjoint(text.words) and not (own and len(text.words) <= _PROSE):
        return
    pieces = [one for one in find_pieces(text.text, text.words) if not _is_right(article, text, one)]
    if len(pieces) <= _MOST_PIECES:
        yield from ((piece, None) for piece in pieces)
    for one in find_leftovers(text.text):
        if not _is_set_apart(article, text, one):
            yield one, "after"


def _is_right(article: Article, text: Readable, piece: Fragment) -> bool:
    """Tell whether letters are a word of the house, or something explains them."""
    word = text.text[piece.start : piece.end]
    before = text.text[: piece.start].rstrip().rpartition(" ")[2].lower()
    is_begun = before.startswith(word) and commonness(word) is not None
    if word in added_words(article.lexicon) and not is_begun:
        return True
    if text.block is None:
        return False
    # In messages and posts that somebody quotes, a letter stands for a word: “u”, “r”.
    is_typed = len(word) == 1 and (
        text.is_quoted(article, *piece) or "tweet" in article.source.slice(article.blocks[text.block].whole)
    )
    return is_typed or is_explained(article, Place(text.block, piece.start, word))


def _is_set_apart(article: Article, text: Readable, one: Fragment) -> bool:
    return text.is_quoted(article, *one) or text.is_code(article, *one)


def _is_alone(article: Article, text: Readable) -> bool:
    """Tell whether small words or a piece are all that a paragraph has, behind one of prose and before another."""
    if text.block is None or text.kind != "paragraph" or len(text.text) > _LONGEST_ALONE:
        return False
    words = text.text.split()
    if not words or not all(word.isascii() and word.isalpha() and word.islower() for word in words):
        return False
    blocks = article.blocks
    rest = [one for one in blocks[text.block + 1 : text.block + 3] if one.kind != "boilerplate"]
    beside = [*blocks[max(0, text.block - 1) : text.block], *rest[:1]]
    if not beside or not all(one.kind == "paragraph" and one.text.count(" ") >= _PROSE for one in beside):
        return False
    return words[-1] in _OPEN or (len(words) == 1 and may_be_piece(words[0]))


def _tell(article: Article, text: Readable, fragment: Fragment, message: str | None) -> Finding:
    span = text.locate(article, *fragment)
    words = text.text[fragment.start : fragment.end]
    is_written = article.source.slice(span) == words and not text.is_quoted(article, *fragment)
    before = article.source.text[span.start - 1 : span.start]
    fix = Fix("unsafe", (Edit(span.start - 1, span.end, ""),)) if is_written and before == " " else None
    return Finding(span, {"words": words}, message=message, fix=fix)
