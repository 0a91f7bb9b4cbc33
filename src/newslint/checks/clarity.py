"""Checks of how well a text reads: long paragraphs and sentences, readability, hyphens that an import has eaten."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.checks.shared import TRANSCRIPT, span_of
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import count_words, find_words
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent, Span


@check(
    placeholders=("words", "limit"),
    messages={
        "one": "This paragraph has {words} words, more than {limit}.",
        "several": "{count} paragraphs have more than {limit} words, the longest {longest}.",
    },
    by_language=("max_words", "max_words_far"),
    renamed={"words": "max_words", "far": "max_words_far", "many": "min_paragraphs"},
)
def paragraph_length(
    article: Article,
    scene: Scene,
    *,
    max_words: Annotated[int, Option("paragraphs with more words are counted", ge=1)] = 75,
    max_words_far: Annotated[int, Option("a single paragraph with more words is reported", ge=1)] = 100,
    min_paragraphs: Annotated[int, Option("how many such paragraphs are reported together", ge=1)] = 4,
) -> Iterator[Finding]:
    """Flag long paragraphs, all together, once an article; block quotations and lists are left alone."""
    long = [
        (words, article.first_sentence_span(block))
        for index, block in article.prose_blocks()
        if block.kind == "paragraph" and (words := _words_in_a_line(article, index, max_words)) > max_words
    ]
    most = max((words for words, _ in long), default=0)
    if len(long) < min_paragraphs and most <= max_words_far:
        return
    values = {"words": long[0][0], "limit": max_words, "count": len(long), "longest": most}
    related = tuple(Related(span, f"{words} words") for words, span in long[1:])
    yield Finding(long[0][1], values, related=related, message="several" if related else "one")


def _words_in_a_line(article: Article, index: int, least: int) -> int:
    """Count the words of a paragraph; none where most of it is quoted, or it is too short for more than `least`.

    Lines that the author broke, such as a list of addresses, are not one paragraph to a reader: the longest counts.
    """
    text = article.blocks[index].text
    if len(text) <= 2 * least or 2 * sum(end - start for _, start, end in article.quoted_extents(index)) >= len(text):
        return 0
    return max(map(count_words, text.split("\n"))) if "\n" in text else article.count_words(index)


# Where a sentence may end.
_STOP = pattern(r"[.!?…\n](?:(?<=\n)|(?:(?<=\betc.)|(?<=[a-z0-9)]{4}.))[\"”’)_*]*\s+)")


@check(
    grades=("long",),
    placeholders=("words", "limit"),
    messages={
        "one": "This sentence has {words} words, more than {limit}; see whether it reads well aloud.",
        "several": "{count} of {sentences} sentences have more than {limit} words, the longest {words}; "
        "see whether it reads well aloud.",
    },
    by_language=("max_words", "max_words_far"),
    renamed={"long": "max_words", "too_long": "max_words_far", "share": "min_share"},
)
def sentence_length(
    article: Article,
    scene: Scene,
    *,
    max_words: Annotated[int, Option("sentences with more words are flagged together: grade `long`", ge=1)] = 30,
    max_words_far: Annotated[int, Option("each sentence with more words is flagged by itself", ge=1)] = 45,
    min_share: Annotated[
        float, Option("the first only where they are at least this share of all sentences", ge=0, le=1)
    ] = 0.0,
) -> Iterator[Finding]:
    """Flag long sentences: each that is far too long, and once an article those that are merely long."""
    long: list[tuple[int, Span]] = []
    for sentence in article.sentences:
        words = _own_words(article, sentence, max_words)
        if words > max_words_far:
            yield Finding(span_of(article, sentence), {"words": words, "limit": max_words_far})
        elif words > max_words:
            long.append((words, span_of(article, sentence)))
    if not long or len(long) < min_share * len(article.sentences):
        return
    related = tuple(Related(span, f"{words} words") for words, span in long[1:])
    most = max(words for words, _ in long)
    values = {"words": most, "limit": max_words, "count": len(long), "sentences": len(article.sentences)}
    yield Finding(long[0][1], values, "long", related, message="several" if related else "one")


def _is_not_ours(article: Article, sentence: Sentence) -> bool:
    """Tell whether most of a sentence is a quotation or a speaker's line, or it is a list rather than a sentence."""
    if article.blocks[sentence.block].kind == "quotation":
        return True
    quoted = sum(
        max(0, min(extent.end, sentence.end) - max(extent.start, sentence.start))
        for extent in article.quoted_extents(sentence.block)
    )
    if TRANSCRIPT.match(article.blocks[sentence.block].text):
        return True
    return 2 * quoted > sentence.end - sentence.start or _is_list(sentence.text)


_FEWEST_ITEMS = 4
_LONGEST_ITEM = 8  # words


def _is_list(text: str) -> bool:
    """Tell whether a sentence is cut by semicolons, bars or lines, or enumerates short things such as hours."""
    if any(text.count(mark) >= 2 for mark in (";", "\n", " | ", " • ", " · ")):
        return True
    words = text.split()
    if 5 * sum(word.lstrip("_*(“‘\"'")[:1].isupper() for word in words) > 3 * len(words):
        return True  # names one after the other
    return _names_items(text) or sum(0 < len(part.split()) <= 4 for part in text.split(",")[1:]) >= 6


def _names_items(text: str) -> bool:
    """Tell whether a sentence, or what is behind its colon, is short items, half of them names or figures."""
    items = [item.split(None, _LONGEST_ITEM) for item in (text.partition(": ")[2] or text).split(", ")]
    if len(items) < _FEWEST_ITEMS or not all(0 < len(item) <= _LONGEST_ITEM for item in items):
        return False
    return 2 * sum(item[0][0].isupper() or item[0][0].isdigit() for item in items) >= len(items)


def _own_words(article: Article, sentence: Sentence, least: int) -> int:
    """Count the words of a sentence that are language: code and addresses are not; 0 where not more than `least`.

    Where a full stop stands after a whole word, a sentence may have ended that no capital shows: the longest piece
    counts.
    """
    text = sentence.text
    # A sentence of n words has at least 2n - 1 characters: most need no counting.
    if len(text) < 2 * least or len(article.words_of(sentence)) <= least or _is_not_ours(article, sentence):
        return 0
    ends = [match.end() for match in _STOP.finditer(text)]
    counts = [0] * (len(ends) + 1)
    for first, last in find_words(text):
        is_address = "://" in text and "://" in text[max(0, first - 60) : last].rpartition(" ")[2]
        if not is_address and not article.is_code(sentence.block, sentence.start + first, sentence.start + last):
            counts[bisect_right(ends, first)] += 1
    return max(counts)


Formula = Literal[
    "flesch-kincaid",
    "flesch-reading-ease",
    "gunning-fog",
    "smog",
    "automated-readability-index",
    "coleman-liau",
    "lix",
    "amstad",
    "kandel-moles",
    "szigriszt-pazos",
    "gulpease",
]


class _Measure(NamedTuple):
    """A formula: its field in a measurement, its name and what it gives in messages, and the message.

    Of two texts, the harder one has more of what it gives, or with the sign -1 less.
    """

    field: str
    name: str
    gives: str = "grade"
    message: str | None = None
    sign: int = 1


_EASE = ("reading ease", "ease", -1)
_FORMULAS: dict[Formula, _Measure] = {
    "flesch-kincaid": _Measure("flesch_kincaid_grade", "Flesch-Kincaid"),
    "flesch-reading-ease": _Measure("flesch_reading_ease", "Flesch", *_EASE),
    "gunning-fog": _Measure("gunning_fog", "Gunning fog"),
    "smog": _Measure("smog", "SMOG"),
    "automated-readability-index": _Measure("automated_readability_index", "ARI"),
    "coleman-liau": _Measure("coleman_liau", "Coleman-Liau"),
    "lix": _Measure("lix", "LIX", "LIX", "lix"),
    "amstad": _Measure("amstad", "Amstad", *_EASE),
    "kandel-moles": _Measure("kandel_moles", "Kandel-Moles", *_EASE),
    "szigriszt-pazos": _Measure("szigriszt_pazos", "Szigriszt-Pazos", *_EASE),
    "gulpease": _Measure("gulpease", "Gulpease", *_EASE),
}


@check(
    placeholders=("grade", "formula", "ease", "limit"),
    messages={
        "ease": "The text has a reading ease of {ease} ({formula}), below {limit}.",
        "lix": "The text has a LIX of {grade}, above {limit}.",
    },
    by_language=("formula", "max_grade", "min_ease"),
    renamed={"paragraphs": "max_places", "paragraph_words": "min_paragraph_words"},
)
def readability_grade(
    article: Article,
    scene: Scene,
    *,
    formula: Annotated[Formula, Option("what is compared with the limit")] = "flesch-kincaid",
    max_grade: Annotated[float, Option("the highest figure that is allowed: a school grade, or a LIX")] = 12.0,
    min_ease: Annotated[float, Option("the lowest reading ease that is allowed, where the formula gives one")] = 50.0,
    min_words: Annotated[int, Option("shorter articles are not judged", ge=0)] = 150,
    max_places: Annotated[int, Option("how many paragraphs are shown, the heaviest ones", ge=0)] = 3,
    min_paragraph_words: Annotated[int, Option("shorter paragraphs are not shown", ge=1)] = 30,
) -> Iterator[Finding]:
    """Flag an article that is harder to read than a limit, with the paragraphs that weigh most.

    A formula that was not made for the article's language finds nothing.
    """
    if article.word_count < min_words:
        return
    measure = _FORMULAS[formula]
    limit = max_grade if measure.sign > 0 else min_ease
    whole = article.readability(scene.readability_backend)
    figure = getattr(whole, measure.field)
    if figure is None or measure.sign * figure <= measure.sign * limit:
        return
    long = [index for index, _ in article.prose_blocks() if article.count_words(index) >= min_paragraph_words]
    related = tuple(
        Related(article.first_sentence_span(article.blocks[index]), f"this paragraph: {measure.gives} {value:.1f}")
        for value, index in _heavier(article, scene, measure, limit, long)[:max_places]
    )
    ease = figure if measure.sign < 0 else whole.flesch_reading_ease or 0.0
    values = {"grade": f"{figure:.1f}", "formula": measure.name, "ease": f"{ease:.0f}", "limit": f"{limit:g}"}
    _, first = next(iter(article.prose_blocks()))
    yield Finding(article.first_sentence_span(first), values, related=related, message=measure.message)


def _heavier(
    article: Article, scene: Scene, measure: _Measure, limit: float, blocks: Iterable[int]
) -> list[tuple[float, int]]:
    """Return the blocks that are harder to read than a limit, the hardest first, each after its figure."""
    backend, sign = scene.readability_backend, measure.sign
    figures = [(getattr(article.readability(backend, block=index), measure.field) or 0.0, index) for index in blocks]
    return sorted(
        (each for each in figures if sign * each[0] > sign * limit), key=lambda each: (-sign * each[0], each[1])
    )


_DASHES = pattern("[-‐‑‒–—―]")
_MOST_COMPOUNDS = 12


@check(phrases=("compounds",), placeholders=("words", "compounds", "example"))
def stripped_hyphens(
    article: Article,
    scene: Scene,
    *,
    compounds: Annotated[tuple[str, ...], Option("compounds with a space where a hyphen belongs")],
    min_words: Annotated[int, Option("shorter articles are not judged", ge=0)] = 600,
    min_compounds: Annotated[int, Option("how many different compounds are needed", ge=1)] = 5,
) -> Iterator[Finding]:
    """Flag a long text without a single hyphen or dash in which compounds need one: an import has eaten them."""
    if article.word_count < min_words:
        return
    kinds = PROSE_KINDS | {"heading"}
    if _DASHES.search("\n".join(block.text for block in article.blocks if block.kind in kinds)):
        return
    places = {Extent(hit.block, hit.start, hit.end) for hit in scene.hits} | _find_measures(article)
    found = [(article.locate(place), article.text_of(place)) for place in sorted(places)]
    distinct = {text.lower() for _, text in found}
    if len(distinct) >= min_compounds:
        (span, text), *others = found
        related = tuple(Related(place, f"“{other}”") for place, other in others[: _MOST_COMPOUNDS - 1])
        yield Finding(span, {"words": article.word_count, "compounds": len(distinct), "example": text}, related=related)


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


def _find_measures(article: Article) -> set[Extent]:
    return {
        Extent(index, *match.span())
        for index, block in article.prose_blocks()
        for match in _MEASURE.finditer(block.text)
    }
