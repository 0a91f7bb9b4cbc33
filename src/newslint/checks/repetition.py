"""Checks of what is printed twice: paragraphs and sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article, Sentence
from newslint.checks.refrains import (
    END_QUOTES,
    QUOTES,
    belongs_to_sections,
    is_labelled,
    is_pulled,
    is_set_off,
    is_teaser_or_credit,
    is_title,
)
from newslint.checks.removals import remove
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Fix, Related
from newslint.patterns import pattern

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


@check(
    grades=("near", "form"),
    fixes=("unsafe",),
    placeholders=("part", "opening", "line", "where", "more"),
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
    passages = [one for one in _find_passages(article, words, min_similarity, min_items) if not _is_other(article, one)]
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
    told = {index for passage in passages for index in range(passage.index, passage.last[0] + 1)}
    yield from _report_sentences(article, told, min_words, max_repeats)


# What the same words introduce each time is the article's form; so are the entries of a live blog.
_FORMULA = pattern(r"[:?…]\s*\Z")
_ENTRY = pattern(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_ENTRIES = 3
_EDGE = 2  # paragraphs


def _report_sentences(article: Article, told: set[int], min_words: int, max_repeats: int) -> Iterator[Finding]:
    """Yield sentences that stand twice in the publication's own words, also in one paragraph."""
    if sum(_ENTRY.fullmatch(block.text.strip()) is not None for block in article.blocks) >= _ENTRIES:
        return
    pairs = _find_sentences(article, told, min_words)
    grade = "form" if len(pairs) > max_repeats else "default"
    before: tuple[Sentence, Sentence] | None = None
    for original, repeated in pairs:
        goes_on = before is not None and all(map(_comes_after, before, (original, repeated)))
        before = original, repeated
        if not goes_on:
            pulled = is_pulled(article, original.block, repeated.block)
            yield _report_sentence(article, original, repeated)._replace(grade="form" if pulled else grade)


def _find_sentences(article: Article, told: set[int], min_words: int) -> list[tuple[Sentence, Sentence]]:
    """Return the sentences that stand twice, each with the place where it comes back first."""
    prose = [index for index, block in enumerate(article.blocks) if block.kind == "paragraph"]
    edges = frozenset(prose[:_EDGE]), frozenset(prose[-_EDGE:])
    first: dict[tuple[str, ...], Sentence] = {}
    pairs: dict[tuple[str, ...], tuple[Sentence, Sentence]] = {}
    for sentence in article.sentences:
        words = _words_of(sentence.text)
        if sentence.block in told or len(words) < min_words or not _is_own_sentence(article, sentence):
            continue
        original = first.setdefault(words, sentence)
        is_note = original.block in edges[0] and sentence.block in edges[1] and original.block != sentence.block
        is_whole = _fills_block(article, original) and _fills_block(article, sentence)
        if original is not sentence and not is_note and not is_whole:
            pairs.setdefault(words, (original, sentence))
    return [*pairs.values()]


def _is_own_sentence(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence of a paragraph is the publication's own, and not an abstract's or a formula."""
    block = article.blocks[sentence.block]
    is_told = block.kind == "paragraph" and block.role not in _REPEATERS
    return (
        is_told
        and not _FORMULA.search(sentence.text)
        and not is_labelled(article, sentence.block)
        and not is_set_off(article, sentence.block)
        and not _is_in_quotation(article, sentence)
    )


def _comes_after(one: Sentence, other: Sentence) -> bool:
    return one.block == other.block and 0 <= other.start - one.end <= _GAP


_GAP = 2  # code points


def _is_in_quotation(article: Article, sentence: Sentence) -> bool:
    return any(
        start < sentence.end and end > sentence.start for _, start, end in article.quoted_extents(sentence.block)
    )


def _fills_block(article: Article, sentence: Sentence) -> bool:
    return len(sentence.text.strip()) >= len(article.blocks[sentence.block].text.strip())


def _report_sentence(article: Article, first: Sentence, repeated: Sentence) -> Finding:
    original, again = (article.blocks[each.block].locate(each.start, each.end) for each in (first, repeated))
    opening, line = " ".join(first.text.split()[:6]), article.source.position(original.start).line
    values = {"part": "sentence", "opening": opening, "line": line, "where": _where(article, line), "more": ""}
    return Finding(again, values, related=(Related(original, "It appears here first."),))


def _is_other(article: Article, repeat: _Repeat) -> bool:
    """Tell whether two paragraphs lead to other places, or are for screens of two sizes."""
    first = repeat.others[0]
    if repeat.size > 1:
        return False
    targets = [{link.target for link in article.links if link.block == index} for index in (first, repeat.index)]
    if all(targets) and targets[0].isdisjoint(targets[1]):
        return True
    return article.is_page and any(_is_for_screens(article, index) for index in (first, repeat.index))


_SCREENS = pattern(
    r"""\bclass\s?=\s?["'][^"'<>]{0,200}\b(?:(?:show|hide|hidden|visible)-(?:for|on|only|xs|sm|md|lg|xl|mobile|desktop)"""
    r"""|(?:mobile|desktop)(?:-only|-text|text)?\b)""",
    re.IGNORECASE,
)
_TAGS = 240  # code points of the tags before a paragraph


def _is_for_screens(article: Article, index: int) -> bool:
    """Tell whether a tag around a paragraph shows it on small or on large screens alone."""
    start = article.blocks[index].span.start
    return _SCREENS.search(article.source.text, max(0, start - _TAGS), start) is not None


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
    first = repeat.others[0]
    if belongs_to_sections(article, first, repeat.index):
        return True
    if repeat.size > 1:
        return False
    text = article.blocks[repeat.index].text
    is_pulled = repeat.grade == "near" and text[0] in QUOTES
    return is_labelled(article, first) or is_pulled or is_title(text) or is_teaser_or_credit(text)


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
    if (texts[0][0] in QUOTES) != (texts[1][0] in QUOTES):
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


def _where(article: Article, line: int) -> str:
    """Return the words for a place: the lines of a document's text are its paragraphs."""
    return f"in paragraph {line}" if article.format == "document" else f"on line {line}"


def _report(article: Article, repeat: _Repeat, more: str = "") -> Finding:
    block, first = article.blocks[repeat.index], article.blocks[repeat.others[0]]
    line = article.source.position(first.span.start).line
    related = [Related(first.whole, "It appears here first.")]
    related += [Related(article.blocks[place].whole, "Repeated here.") for place in repeat.others[1 : _MOST_PLACES + 1]]
    opening = " ".join(block.text.split()[:6])
    values = {"part": "paragraph", "opening": opening, "line": line, "where": _where(article, line), "more": more}
    is_copy = repeat.size == 1 and block.kind == "paragraph" and block.text == first.text and repeat.grade != "form"
    edit = remove(article, block) if is_copy else None
    return Finding(block.whole, values, repeat.grade, tuple(related), fix=Fix("unsafe", (edit,)) if edit else None)


def _is_pull_quote(article: Article, index: int) -> bool:
    """Tell whether a paragraph is a quotation from end to end, without a word of who said it."""
    text = article.blocks[index].text
    extents = [*article.quoted_extents(index)]
    if len(extents) != 1 or text.strip()[-1:] not in END_QUOTES:
        return False
    _, start, end = extents[0]
    return not (text[:start] + text[end:]).strip(" .")


def _follows(article: Article, before: int, after: int) -> bool:
    """Tell whether a block comes next but for short lines and boilerplate."""
    if not 0 < after - before <= 4:
        return False
    between = article.blocks[before + 1 : after]
    return all(block.kind not in _PARAGRAPHS or len(block.text) < 60 for block in between)
