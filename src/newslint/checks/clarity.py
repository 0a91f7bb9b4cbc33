"""Checks of how well a text reads: long paragraphs and sentences, readability, hyphens that an import has eaten."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import count_words, find_words
from newslint.patterns import pattern
from newslint.source import Span

if TYPE_CHECKING:
    from newslint.language.readability.measures import Backend


@check(
    placeholders=("words", "limit"),
    messages={
        "one": "This paragraph has {words} words, more than {limit}.",
        "several": "{count} paragraphs have more than {limit} words, the longest {longest}.",
    },
    renamed={"words": "max_words", "far": "max_words_far", "many": "min_paragraphs"},
)
def paragraph_length(
    article: Article,
    scene: Scene,
    *,
    max_words: Annotated[int, Option("paragraphs with more words are counted", ge=1)] = 75,
    max_words_far: Annotated[int, Option("a single paragraph with more words is reported", ge=1)] = 100,
    min_paragraphs: Annotated[int, Option("so many that are counted are reported", ge=1)] = 4,
) -> Iterator[Finding]:
    """Flag long paragraphs, all together, once an article; block quotations and lists are left alone."""
    long = []
    for index, block in article.prose_blocks():
        is_ours = 2 * sum(extent.end - extent.start for extent in article.quoted_extents(index)) < len(block.text)
        if block.kind == "paragraph" and is_ours and len(block.text) > 2 * max_words:
            # Lines that the author broke, such as a list of addresses, are not one paragraph to a reader.
            lines = block.text.split("\n")
            words = article.count_words(index) if len(lines) == 1 else max(map(count_words, lines))
            if words > max_words:
                long.append((words, article.first_sentence_span(block)))
    if len(long) < min_paragraphs and all(words <= max_words_far for words, _ in long):
        return
    values = {"words": long[0][0], "limit": max_words, "count": len(long), "longest": max(words for words, _ in long)}
    related = tuple(Related(span, f"{words} words") for words, span in long[1:])
    yield Finding(long[0][1], values, related=related, message="one" if len(long) == 1 else "several")


# Where a sentence may end, and a line of a transcript: “MAYOR: …”.
_STOP = pattern(r"(?:\betc|[a-z0-9)]{4})[.!?…][\"”’)_*]*\s+|\n")
_TRANSCRIPT = pattern(r"[\W_]*[A-Z][A-Z. ’'-]+:")


@check(
    grades=("long",),
    placeholders=("words", "limit"),
    messages={
        "one": "This sentence has {words} words, more than {limit}; see whether it reads well aloud.",
        "several": "{count} of {sentences} sentences have more than {limit} words, the longest {words}; "
        "see whether it reads well aloud.",
    },
    renamed={"long": "max_words", "too_long": "max_words_far", "share": "min_share"},
)
def sentence_length(
    article: Article,
    scene: Scene,
    *,
    max_words: Annotated[int, Option("sentences with more words are flagged together: grade `long`", ge=1)] = 30,
    max_words_far: Annotated[int, Option("each sentence with more words is flagged by itself", ge=1)] = 45,
    min_share: Annotated[float, Option("the former only where they are so many of all sentences", ge=0, le=1)] = 0.0,
) -> Iterator[Finding]:
    """Flag long sentences: each that is far too long, and once an article those that are merely long."""
    long: list[tuple[int, Sentence]] = []
    for sentence in article.sentences:
        # A sentence of n words has at least 2n - 1 characters: most need no counting.
        if sentence.end - sentence.start < 2 * max_words:
            continue
        words = article.count_words(sentence.block, sentence.start, sentence.end)
        if words <= max_words or _is_not_ours(article, sentence):
            continue
        words = _own_words(article, sentence)
        if words > max_words_far:
            yield Finding(_span(article, sentence), {"words": words, "limit": max_words_far})
        elif words > max_words:
            long.append((words, sentence))
    if not long or len(long) < min_share * len(article.sentences):
        return
    related = tuple(Related(_span(article, sentence), f"{words} words") for words, sentence in long[1:])
    most = max(words for words, _ in long)
    values = {"words": most, "limit": max_words, "count": len(long), "sentences": len(article.sentences)}
    message = "several" if related else "one"
    yield Finding(_span(article, long[0][1]), values, "long", related, message=message)


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


@check(
    placeholders=("grade", "ease", "limit"),
    renamed={"paragraphs": "max_places", "paragraph_words": "min_paragraph_words"},
)
def readability_grade(
    article: Article,
    scene: Scene,
    *,
    max_grade: Annotated[float, Option("the highest Flesch-Kincaid grade that is allowed")] = 12.0,
    min_words: Annotated[int, Option("shorter articles are not judged", ge=0)] = 150,
    max_places: Annotated[int, Option("how many paragraphs are shown, the heaviest ones", ge=0)] = 3,
    min_paragraph_words: Annotated[int, Option("shorter paragraphs are not shown", ge=1)] = 30,
) -> Iterator[Finding]:
    """Flag an article that is harder to read than a limit, with the paragraphs that weigh most."""
    if article.word_count < min_words:
        return
    whole = article.readability(scene.readability_backend)
    if whole.flesch_kincaid_grade <= max_grade:
        return
    first = next(block for _, block in article.prose_blocks())
    heavy = _heavy_paragraphs(article, scene.readability_backend, max_grade, min_paragraph_words)
    related = tuple(
        Related(article.first_sentence_span(article.blocks[index]), f"this paragraph: grade {-grade:.1f}")
        for grade, index in heavy[:max_places]
    )
    values = {
        "grade": f"{whole.flesch_kincaid_grade:.1f}",
        "ease": f"{whole.flesch_reading_ease:.0f}",
        "limit": f"{max_grade:g}",
    }
    yield Finding(article.first_sentence_span(first), values, related=related)


def _heavy_paragraphs(article: Article, backend: Backend, max_grade: float, min_words: int) -> list[tuple[float, int]]:
    """Return the negated grade and the block of each paragraph over the limit, the heaviest first."""
    measured = []
    for index, _ in article.prose_blocks():
        if article.count_words(index) >= min_words:
            grade = article.readability(backend, block=index).flesch_kincaid_grade
            if grade > max_grade:
                measured.append((-grade, index))
    return sorted(measured)


_DASHES = pattern("[-‐‑‒–—―]")
_MOST_COMPOUNDS = 12


@check(phrases=("compounds",), placeholders=("words", "compounds", "example"))
def stripped_hyphens(
    article: Article,
    scene: Scene,
    *,
    compounds: Annotated[tuple[str, ...], Option("compounds with a space where a hyphen belongs")],
    min_words: Annotated[int, Option("shorter articles are not judged", ge=0)] = 600,
    min_compounds: Annotated[int, Option("so many different compounds are needed", ge=1)] = 5,
) -> Iterator[Finding]:
    """Flag a long text without a single hyphen or dash in which compounds need one: an import has eaten them."""
    texts = [block.text for block in article.blocks if block.kind in PROSE_KINDS or block.kind == "heading"]
    if any(_DASHES.search(text) for text in texts) or article.word_count < min_words:
        return
    places = {(hit.block, hit.start, hit.end) for hit in scene.hits}
    for index, block in enumerate(article.blocks):
        if block.kind in PROSE_KINDS:
            places |= {(index, *match.span()) for match in _MEASURE.finditer(block.text)}
    found = [(article.blocks[block], start, end) for block, start, end in sorted(places)]
    distinct = {block.text[start:end].lower() for block, start, end in found}
    if len(distinct) < min_compounds:
        return
    spans = [(block.locate(start, end), block.text[start:end]) for block, start, end in found]
    related = tuple(Related(span, f"“{text}”") for span, text in spans[1:_MOST_COMPOUNDS])
    values = {"words": article.word_count, "compounds": len(distinct), "example": spans[0][1]}
    yield Finding(spans[0][0], values, related=related)


# A number and a unit before a noun (“one year truce”): the unit in the singular shows that a noun follows.
_MEASURE = pattern(
    r"""
    \b (?:two|three|four|five|six|seven|eight|nine|ten|twelve|[2-9]|[1-9]\d)
        [ ] (?:year|month|week|day|hour|mile|storey|bedroom)
        (?=[ ][a-z]{3,})                     # a noun follows, or “old”
    | \b one[ ](?:year|month|week|day)
        (?=[ ](?:truce|pause|suspension|ban|deal|period|term|contract|delay|extension|visit|trip|event|limit)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
