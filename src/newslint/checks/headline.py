"""Checks of headlines and headings: their length, case and quotations, and where they are printed twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from newslint.article import Article, Block
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.units.similarity import fold_words
from newslint.language.units.words import find_words
from newslint.patterns import pattern
from newslint.spans import Span


@check(grades=("far",), placeholders=("length", "most"), renamed={"most": "max_length", "limit": "max_length_far"})
def headline_length(
    article: Article,
    scene: Scene,
    *,
    max_length: Annotated[int, Option("the most characters that a headline may have", ge=1)] = 70,
    max_length_far: Annotated[int, Option("a longer one is far too long: grade `far`", ge=1)] = 110,
) -> Iterator[Finding]:
    """Flag headlines that are longer than a newsroom allows; a letter with its accents counts as one character."""
    headline = article.headline
    if headline is None:
        return
    length = _count(" ".join(headline.text.split()))
    if length > max_length:
        is_far = length > max_length_far
        values = {"length": length, "most": max_length_far if is_far else max_length}
        yield Finding(headline.span, values, grade="far" if is_far else "default")


def _count(text: str) -> int:
    return sum(1 for sign in text if not unicodedata.combining(sign) and unicodedata.category(sign) not in ("Cf", "Mn"))


# Both AP and Chicago set these in lower case inside a title; they differ on longer prepositions and on "to".
_MINOR = frozenset({"a", "an", "the", "and", "but", "or", "nor", "of", "for", "at"})
_SHORT = _MINOR | frozenset(
    {"from", "with", "to", "in", "on", "by", "as", "is", "it", "its", "up", "if", "so", "vs", "via", "be", "are", "was"}
)
_Style = Literal["sentence", "title", "every-word", "unknown"]
_BREAK = pattern(r"[:.!?—–|]\s|\s[-–—]\s|[“‘\"(]")


@check(placeholders=("problem",))
def headline_case(
    article: Article,
    scene: Scene,
    *,
    style: Annotated[
        Literal["auto", "sentence", "ap-title", "chicago"],
        Option("the case of headings; `auto` flags only mixtures and minor words in capitals"),
    ] = "auto",
) -> Iterator[Finding]:
    """Flag headings that break a style of capitals, once an article; names are learned from the body."""
    linked = {link.block for link in article.links}
    headings = [
        block
        for index, block in enumerate(article.blocks)
        if block.kind == "heading" and block.role in ("", "headline") and len(block.text) <= 300 and index not in linked
    ]
    if not headings:
        return
    names = _Names(article)
    wrong = _find_wrong_case(article, [(block, *_class(block, names)) for block in headings], style)
    if not wrong:
        return
    block, start, end, problem = wrong[0]
    related = tuple(Related(other.locate(first, last), what) for other, first, last, what in wrong[1:9])
    yield Finding(block.locate(start, end), {"problem": problem}, related=related)


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    opens: bool

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


_Classed = tuple[Block, _Style, _Word | None]


def _find_wrong_case(article: Article, classed: list[_Classed], style: str) -> list[tuple[Block, int, int, str]]:
    wrong: list[tuple[Block, int, int, str]] = []
    if style != "sentence":
        minor = [(block, word) for block, kind, word in classed if kind == "every-word" and word is not None]
        wrong = [
            (block, word.start, word.end, f"“{word.text}” is capitalised, which titles do not do with minor words")
            for block, word in minor
        ]
    unwanted = {"sentence": ("title", "every-word"), "auto": ()}.get(style, ("sentence",))
    for block, kind, _ in classed:
        if kind in unwanted:
            wrong.append(
                (block, 0, len(block.text), f"“{block.text}” is in {'title' if kind != 'sentence' else kind} case")
            )
    if style == "auto" and not wrong:
        # Where a format shows no levels, lines are headings by inference only.
        wrong = [] if article.lacks("heading-levels") else _find_mixture(classed)
    return sorted(wrong, key=lambda entry: entry[0].span)


def _find_mixture(classed: list[_Classed]) -> list[tuple[Block, int, int, str]]:
    """Return the subheadings of the rarer style; the headline may have a style of its own."""
    below = [
        (block, kind)
        for block, kind, _ in classed
        if block.role != "headline" and not block.text.rstrip().endswith("?")
    ]
    levels = {block.level for block, _ in below}
    found: list[tuple[Block, int, int, str]] = []
    for level in sorted(levels, key=lambda level: level or 0):
        sentence = [block for block, kind in below if kind == "sentence" and block.level == level]
        title = [block for block, kind in below if kind == "title" and block.level == level]
        rarer, name = (sentence, "sentence") if len(sentence) <= len(title) else (title, "title")
        other = "title" if name == "sentence" else "sentence"
        if rarer and len(sentence) + len(title) >= 3:
            found += [
                (block, 0, len(block.text), f"“{block.text}” is in {name} case, other headings are in {other} case")
                for block in rarer
            ]
    return found


def _class(block: Block, names: _Names) -> tuple[_Style, _Word | None]:
    """Return a heading's style, and the first minor word that is capitalised."""
    words = _heading_words(block.text)
    inner = [word for word in words[1:] if not word.opens and word.text.isalpha() and not _is_acronym(word.text)]
    if not 3 <= len(words) <= 40 or all(word.text.isupper() for word in words if len(word.text) > 1):
        return "unknown", None
    lower = [word for word in inner if not word.is_capital and len(word.text) >= 4 and word.text not in _SHORT]
    common = [word for word in inner if word.is_capital and len(word.text) >= 4 and names.is_common(word.text)]
    raised = [word for word in inner if word.is_capital and word.text.lower() not in _SHORT]
    minor = [
        word
        for word in inner[:-1]
        if word.is_capital and word.text.lower() in _MINOR and not names.is_part(block.text, word)
    ]
    if not lower and minor and len(raised) >= 2 and (common or len(raised) >= 4):
        return "every-word", minor[0]
    if not lower and len(common) >= 2:
        return "title", None
    if len(lower) >= 2 and not common:
        return "sentence", None
    return "unknown", None


def _heading_words(text: str) -> list[_Word]:
    found: list[_Word] = []
    last = 0
    for start, end in find_words(text):
        found.append(_Word(text[start:end], start, end, bool(_BREAK.search(text[last:start])) or not found))
        last = end
    return found


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and any(sign.isupper() for sign in word[1:])


class _Names:
    """Which words the body capitalises in mid-sentence, and which it does not."""

    def __init__(self, article: Article) -> None:
        self._capital: dict[str, int] = {}
        self._lower: dict[str, int] = {}
        self._pairs: set[tuple[str, str]] = set()
        for sentence in article.sentences:
            before = ""
            for word in article.words_of(sentence):
                folded = word.lower()
                if before:
                    counts = self._capital if word[:1].isupper() else self._lower
                    counts[folded] = counts.get(folded, 0) + 1
                    if word[:1].isupper() and before[:1].isupper():
                        self._pairs.add((before, word))
                before = word

    def is_common(self, word: str) -> bool:
        """Tell whether the body writes a word in lower case, and mostly so."""
        folded = word.lower()
        return self._lower.get(folded, 0) > self._capital.get(folded, 0)

    def is_part(self, text: str, word: _Word) -> bool:
        """Tell whether a minor word is part of a name, as in `The Hague`."""
        after = find_words(text[word.end : word.end + 40])
        following = text[word.end + after[0][0] : word.end + after[0][1]] if after else ""
        return (word.text, following) in self._pairs


_METADATA = ("front matter", "JSON-LD", "meta tag")
_LINES = frozenset({"heading", "paragraph"})


@check(placeholders=("headline",), renamed={"least_words": "min_words", "within": "max_distance"})
def duplicate_headline(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter headlines are not looked for", ge=1)] = 3,
    max_distance: Annotated[int, Option("how many blocks below the first a repeat counts, at most", ge=0)] = 12,
    count_metadata: Annotated[
        bool, Option("also flag a heading that repeats a title of the front matter, which the template prints")
    ] = False,
) -> Iterator[Finding]:
    """Flag the headline where it is printed once more as a line or heading of its own, with a fix."""
    headline = article.headline
    if headline is None:
        return
    words = fold_words(headline.text)
    if len(words) < min_words:
        return
    places = _find_places(article, words, len(headline.text), max_distance)
    is_printed = count_metadata and headline.origin in _METADATA and bool(places)
    firsts = [headline.span] if is_printed else []
    firsts += [_whole(block) for block in places]
    if len(firsts) < 2:
        return
    block = next(block for block in places if _whole(block) == firsts[1])
    related = [Related(firsts[0], "the headline appears here first")]
    related += [Related(span, "and again here") for span in firsts[2:]]
    yield Finding(firsts[1], {"headline": headline.text}, related=tuple(related), fix=_fix(article, block))


def _find_places(article: Article, words: tuple[str, ...], size: int, max_distance: int) -> list[Block]:
    """Return the blocks that say the headline, the first and those close below it."""
    linked = {link.block for link in article.links if link.end - link.start >= 0.8 * size}
    places: list[tuple[int, Block]] = []
    for index, block in enumerate(article.blocks):
        if block.kind not in _LINES or block.role not in ("", "headline") or abs(len(block.text) - size) > 20:
            continue
        if index in linked or fold_words(block.text) != words:
            continue
        # A page may hold a second first-level heading that only narrow screens show.
        is_variant = article.format == "html" and not article.is_fragment and block.level == 1
        if places and (is_variant or index - places[0][0] > max_distance):
            continue
        places.append((index, block))
    return [block for _, block in places]


def _whole(block: Block) -> Span:
    return block.locate(0, len(block.text))


def _fix(article: Article, block: Block) -> Fix | None:
    """Remove the line and the blank lines after it; in HTML an element has more to it than its text."""
    if article.format == "html":
        return None
    text = article.source.text
    start = article.source.line_span(article.source.position(block.span.start).line).start
    end = block.span.end
    while end < len(text) and text[end].isspace():
        end += 1
    if text[start : block.span.start].strip():
        return None
    return Fix("safe", (Edit(start, end, ""),))
