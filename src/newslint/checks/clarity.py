"""Checks of how well a text reads: long paragraphs and sentences, readability, hyphens that an import has eaten."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.checks.pages import is_published_page, says_article
from newslint.checks.shared import TRANSCRIPT, span_of
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import count_words, find_words
from newslint.newsroom.services import speaks_of_site
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent, Span

if TYPE_CHECKING:
    from newslint.language.readability.measures import Backend, Readability


@check(
    grades=("wall",),
    placeholders=("words", "limit"),
    messages={
        "one": "This paragraph has {words} words, more than {limit}.",
        "several": "{count} paragraphs have more than {limit} words, the longest {longest}.",
    },
    by_language=("max_words", "max_words_far", "max_words_wall"),
    renamed={"words": "max_words", "far": "max_words_far", "many": "min_paragraphs"},
)
def paragraph_length(
    article: Article,
    scene: Scene,
    *,
    max_words: Annotated[int, Option("paragraphs with more words are counted", ge=1)] = 75,
    max_words_far: Annotated[int, Option("a single paragraph with more words is reported", ge=1)] = 100,
    max_words_wall: Annotated[int, Option("with a paragraph of more words, the grade is `wall`", ge=1)] = 300,
    min_paragraphs: Annotated[int, Option("how many such paragraphs are reported together", ge=1)] = 4,
) -> Iterator[Finding]:
    """Flag long paragraphs, all together, once an article; block quotations and lists are left alone.

    The grade is `wall`, at the longest paragraph, where that is an outlier.
    """
    long = list(_long_paragraphs(article, max_words))
    most = max((words for words, _ in long), default=0)
    if len(long) < min_paragraphs and most <= max_words_far:
        return
    is_wall = most > max_words_wall
    first = max(long, key=itemgetter(0)) if is_wall else long[0]
    values = {"words": first[0], "limit": max_words, "count": len(long), "longest": most}
    related = tuple(Related(span, f"{words} words") for words, span in long if span != first[1])
    grade, message = "wall" if is_wall else "default", "several" if related else "one"
    yield Finding(first[1], values, grade, related, message=message)


def _long_paragraphs(article: Article, max_words: int) -> Iterator[tuple[int, Span]]:
    """Yield how long each paragraph with more words is, and its first sentence."""
    for index, block in article.prose_blocks():
        if block.kind == "paragraph" and (words := _words_in_a_line(article, index, max_words)) > max_words:
            yield words, article.first_sentence_span(block)


def _words_in_a_line(article: Article, index: int, least: int) -> int:
    """Count the words of a paragraph; none where most of it is quoted, or it is too short for more than `least`.

    Lines that the author broke, such as a list of addresses, are not one paragraph to a reader: the longest counts.
    """
    text = article.blocks[index].text
    if len(text) <= 2 * least or 2 * sum(end - start for _, start, end in article.quoted_extents(index)) >= len(text):
        return 0
    return max(map(count_words, text.split("\n"))) if "\n" in text else article.count_words(index)


# Where a sentence may end: after a whole word, also where the space is missing, a unit, a short form before a word that
# opens sentences (“of William Penn. It was”), or a letter that stands for a thing (“from A to B. When …”).
_STOP = pattern(
    r"""
    [.!?…\n]
    (?: (?<=\n)
      | (?<=[a-z]{3}.) (?=[A-Z][a-z])
      | (?: (?<=\b[A-Z][a-z]{3}.) | (?<=\s[A-Z]{3}.) | (?<=\s[A-Z]{4}.) ) \s
        (?=(?:The|It|In|But|He|She|They|An?|And|That|This|When|As|At|Some|Its?|We|For|On)\b)
      | (?: (?<=\betc.) | (?<=[a-z0-9)]{4}.) ) ["”’)_*]* \s+
      | (?: (?<=\b(?:kg|km|cm|mm|ml|ha).) | (?<=\s[^\W\d_A-Z]{2}\s[A-Z].) | (?<=\s[^\W\d_A-Z]{4}\s[A-Z].) )
        \s (?=[A-ZÄÖÜ])
    )
    """,
    re.VERBOSE,
)


@check(
    grades=("long",),
    placeholders=("words", "limit"),
    messages={
        "one": "This sentence has {words} words, more than {limit}; see whether it reads well aloud.",
        "several": "{count} of {sentences} sentences have more than {limit} words, the longest {words}; "
        "see whether they read well aloud.",
    },
    by_language=("max_words", "max_words_far"),
    renamed={"long": "max_words", "too_long": "max_words_far", "share": "min_share"},
)
def sentence_length(
    article: Article,
    scene: Scene,
    *,
    max_words: Annotated[int, Option("sentences with more words are flagged together: grade `long`", ge=1)] = 30,
    max_words_far: Annotated[int, Option("each sentence with more words is flagged by itself", ge=1)] = 55,
    min_share: Annotated[
        float, Option("the first only where they are at least this share of all sentences", ge=0, le=1)
    ] = 0.0,
) -> Iterator[Finding]:
    """Flag long sentences: each that is far too long, and once an article those that are merely long.

    For the share, the former count as well. What a site says of itself is left alone; writers who say “I” have a voice
    of their own, and their sentences are merely long.
    """
    long: list[tuple[int, Span]] = []
    far = 0
    for sentence in article.sentences:
        words = _own_words(article, sentence, max_words)
        if words > max_words_far and not _is_personal(article, sentence):
            far += 1
            yield Finding(span_of(article, sentence), {"words": words, "limit": max_words_far})
        elif words > max_words:
            long.append((words, span_of(article, sentence)))
    if not long or far + len(long) < min_share * len(article.sentences):
        return
    related = tuple(Related(span, f"{words} words") for words, span in long[1:])
    most = max(words for words, _ in long)
    values = {"words": most, "limit": max_words, "count": len(long), "sentences": len(article.sentences)}
    yield Finding(long[0][1], values, "long", related, message="several" if related else "one")


_FIRST_PERSON = pattern(r"(?:^|(?<=[\s(—–-]))I(?:['’](?:m|d|ve|ll))?(?=\s)")
# What has a Roman number: “World War I”, “Phase I”.
_NUMBERED = pattern(r"\b(?:War|Type|Class|Phase|Stage|Part|Title|Division|Tier|Grade|Level)\s$")
_LONGEST_NUMBERED = 12  # code points


def _is_personal(article: Article, sentence: Sentence) -> bool:
    """Tell whether the writer says “I” in a sentence, outside quotations."""
    return article.language_code == "en" and any(
        not article.is_quoted(sentence.block, sentence.start + match.start(), sentence.start + match.end())
        for match in _FIRST_PERSON.finditer(sentence.text)
        if not _NUMBERED.search(sentence.text, max(0, match.start() - _LONGEST_NUMBERED), match.start())
    )


# Words that ran together where a page's labels became text (“ShareReplyFeatured”).
_GLUED = pattern(r"[a-z]{4}(?=[A-Z][a-z]{2})")


def _is_not_ours(article: Article, sentence: Sentence) -> bool:
    """Tell whether most of a sentence is a quotation, a speaker's line or the site's own, or it is a list."""
    block = article.blocks[sentence.block]
    text = sentence.text
    if block.kind == "quotation" or TRANSCRIPT.match(block.text) or len(_GLUED.findall(text)) >= 3:
        return True
    if text.count('"') % 2 or text.count("”") > text.count("“"):
        return True  # a quotation ends whose beginning is further up
    quoted = sum(
        max(0, min(extent.end, sentence.end) - max(extent.start, sentence.start))
        for extent in article.quoted_extents(sentence.block)
    )
    return 2 * quoted > sentence.end - sentence.start or _is_list(text) or speaks_of_site(block.text)


_FEWEST_ITEMS = 4
_LONGEST_ITEM = 8  # words


def _is_list(text: str) -> bool:
    """Tell whether a sentence is cut by semicolons, bars, lines or figures, or enumerates things such as hours."""
    if any(text.count(mark) >= 2 for mark in (";", "\n", " | ", " • ", " · ")):
        return True
    if text.count(" (") >= _FEWEST_ITEMS or "(2)" in text or _is_series(text):
        return True
    words = text.split()
    if 5 * sum(word.lstrip("_*(“‘\"'")[:1].isupper() for word in words) > 3 * len(words):
        return True  # names one after the other
    return _names_items(text) or sum(0 < len(part.split()) <= 4 for part in text.split(",")[1:]) >= 6


_FORMS = ("ing", "ed", "s")
_ITEMS = pattern(r":\s|\b(?:including|such as|among them)\s")


def _is_series(text: str) -> bool:
    """Tell whether a sentence has four items or clauses that begin alike, or ends with three that it announces.

    Alike are one word, one form, or capitals.
    """
    announced = _ITEMS.split(text, maxsplit=1)[1:]
    if any(", " in tail.partition(", and ")[0] and ", and " in tail for tail in announced):
        return True
    parts = [part.split(None, 2) for part in text.split(", ")[1:]]
    return any(map(_begin_alike, parts, parts[1:], parts[2:]))


def _begin_alike(first: list[str], second: list[str], last: list[str]) -> bool:
    """Tell whether three items, each in words, the last of which follows “and” or “or”, begin alike."""
    if not first or not second or len(last) < 2 or last[0] not in ("and", "or"):
        return False
    words = {first[0], second[0], last[1]}
    if len(words) == 1 or all(word[0].isupper() for word in words):
        return True
    return any(all(word.endswith(form) for word in words) for form in _FORMS)


def _names_items(text: str) -> bool:
    """Tell whether a sentence, or what is behind its colon, is short items, half of them names or figures."""
    items = [item.split(None, _LONGEST_ITEM) for item in (text.partition(": ")[2] or text).split(", ")]
    if len(items) < _FEWEST_ITEMS or not all(0 < len(item) <= _LONGEST_ITEM for item in items):
        return False
    return 2 * sum(item[0][0].isupper() or item[0][0].isdigit() for item in items) >= len(items)


def _own_words(article: Article, sentence: Sentence, least: int) -> int:
    """Count a sentence's own words, without quotations, code and addresses; 0 where not more than `least`.

    Where a full stop stands after a whole word, a sentence may have ended that no capital shows: the longest piece
    counts.
    """
    text = sentence.text
    # A sentence of n words has at least 2n - 1 characters: most need no counting.
    if len(text) < 2 * least or len(article.words_of(sentence)) <= least or _is_not_ours(article, sentence):
        return 0
    ends = [match.end() for match in _STOP.finditer(text)]
    has_others = "://" in text or article.has_code or article.quoted_extents(sentence.block)
    return max(_count_pieces(article, sentence, ends)) if ends or has_others else len(article.words_of(sentence))


def _count_pieces(article: Article, sentence: Sentence, ends: list[int]) -> list[int]:
    """Count a sentence's own words in each of the pieces that it may have."""
    text = sentence.text
    counts = [0] * (len(ends) + 1)
    for first, last in find_words(text):
        is_address = "://" in text and "://" in text[max(0, first - 60) : last].rpartition(" ")[2]
        place = (sentence.block, sentence.start + first, sentence.start + last)
        if not is_address and not article.is_code(*place) and not article.is_quoted(*place):
            counts[bisect_right(ends, first)] += 1
    return counts


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

    def of(self, found: Readability) -> float:
        """Return the figure of a measurement, 0 where its language has none."""
        return getattr(found, self.field) or 0.0

    def is_beyond(self, found: Readability, limit: float) -> bool:
        """Tell whether a text is harder to read than a limit; not where its language has no such figure."""
        return getattr(found, self.field) is not None and self.sign * self.of(found) > self.sign * limit


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
    grades=("far",),
    placeholders=("grade", "formula", "ease", "limit"),
    messages={
        "ease": "The text has a reading ease of {ease} ({formula}), below {limit}.",
        "lix": "The text has a LIX of {grade}, above {limit}.",
    },
    by_language=("formula", "max_grade", "max_grade_far", "min_ease", "min_ease_far"),
    renamed={"paragraphs": "max_places", "paragraph_words": "min_paragraph_words"},
)
def readability_grade(
    article: Article,
    scene: Scene,
    *,
    formula: Annotated[Formula, Option("what is compared with the limit")] = "flesch-kincaid",
    max_grade: Annotated[float, Option("the highest figure that is allowed: a school grade, or a LIX")] = 12.0,
    max_grade_far: Annotated[float, Option("above this figure, the grade is `far`")] = 18.0,
    min_ease: Annotated[float, Option("the lowest reading ease that is allowed, where the formula gives one")] = 50.0,
    min_ease_far: Annotated[float, Option("below this reading ease, the grade is `far`")] = 20.0,
    min_words: Annotated[int, Option("shorter articles are not judged", ge=0)] = 150,
    max_places: Annotated[int, Option("how many paragraphs are shown, the heaviest ones", ge=0)] = 3,
    min_paragraph_words: Annotated[int, Option("shorter paragraphs are not shown", ge=1)] = 30,
) -> Iterator[Finding]:
    """Flag an article that is harder to read than a limit, with the paragraphs that weigh most.

    What a site says of itself does not count, and a page that does not say that it is an article may be written for
    experts: it is not of the grade `far`. A formula that was not made for the article's language finds nothing.
    """
    measure = _FORMULAS[formula]
    limit, far = (max_grade, max_grade_far) if measure.sign > 0 else (min_ease, min_ease_far)
    backend = scene.readability_backend
    ours = _too_hard(article, backend, measure, limit, min_words)
    if not ours:
        return
    whole = article.readability(backend, blocks=ours)
    long = [index for index in ours if article.count_words(index) >= min_paragraph_words]
    related = tuple(
        Related(article.first_sentence_span(article.blocks[index]), f"this paragraph: {measure.gives} {value:.1f}")
        for value, index in _heavier(article, backend, measure, limit, long)[:max_places]
    )
    figure = measure.of(whole)
    ease = figure if measure.sign < 0 else whole.flesch_reading_ease or 0.0
    values = {"grade": f"{figure:.1f}", "formula": measure.name, "ease": f"{ease:.0f}", "limit": f"{limit:g}"}
    span = article.first_sentence_span(article.blocks[ours[0]])
    is_other = is_published_page(article) and not says_article(article)
    grade = "far" if measure.is_beyond(whole, far) and not is_other else "default"
    yield Finding(span, values, grade, related, message=measure.message)


def _too_hard(article: Article, backend: Backend, measure: _Measure, limit: float, min_words: int) -> tuple[int, ...]:
    """Return the blocks that are not of the site itself; none if they are short, or no harder than a limit."""
    if article.word_count < min_words or not measure.is_beyond(article.readability(backend), limit):
        return ()
    ours = tuple(index for index in article.sentences_of if not speaks_of_site(article.blocks[index].text))
    is_long = sum(map(article.count_words, ours)) >= min_words
    return ours if is_long and measure.is_beyond(article.readability(backend, blocks=ours), limit) else ()


def _heavier(
    article: Article, backend: Backend, measure: _Measure, limit: float, blocks: Iterable[int]
) -> list[tuple[float, int]]:
    """Return the blocks that are harder to read than a limit, the hardest first, each after its figure."""
    each = [(article.readability(backend, blocks=(index,)), index) for index in blocks]
    figures = [(measure.of(found), index) for found, index in each if measure.is_beyond(found, limit)]
    return sorted(figures, key=lambda each: (-measure.sign * each[0], each[1]))


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
    distinct = set(map(str.lower, map(itemgetter(1), found)))
    if len(distinct) >= min_compounds:
        related = tuple(Related(place, "more of them") for place, _ in found[1:_MOST_COMPOUNDS])
        examples = "”, “".join([*dict.fromkeys(map(itemgetter(1), found))][:2])
        values = {"words": article.word_count, "compounds": len(distinct), "example": examples}
        yield Finding(found[0][0], values, related=related)


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
