"""Checks of headlines and headings: their length, case and quotations, and where they are printed twice."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Literal

from newslint.article import Article, Block, Element
from newslint.checks.removals import remove
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Fix, Related
from newslint.language.units.similarity import fold_words
from newslint.language.units.words import find_words
from newslint.patterns import pattern
from newslint.records import NamedTuple


@check(
    grades=("far",),
    placeholders=("length", "most"),
    by_language=("max_length", "max_length_far"),
    renamed={"most": "max_length", "limit": "max_length_far"},
)
def headline_length(
    article: Article,
    scene: Scene,
    *,
    max_length: Annotated[int, Option("the most characters that a headline may have", ge=1)] = 70,
    max_length_far: Annotated[int, Option("a longer one is far too long: grade `far`", ge=1)] = 110,
) -> Iterator[Finding]:
    """Flag headlines that are longer than a newsroom allows; a letter with its accents counts as one character.

    Where metadata give a shorter title for searches and cards, that one is shown there and counts.
    """
    headline = article.headline
    if headline is None:
        return
    length = min(map(_count, (_without_site(headline), *_short_titles(article))))
    if length > max_length:
        values = {"length": length, "most": max_length}
        yield Finding(headline.span, values, grade="far" if length > max_length_far else "default")


def _without_site(headline: Element) -> str:
    """Return a headline; where only metadata give it, without the sections and the site's name behind a bar."""
    text, _, rest = headline.text.partition(" | ")
    return text if rest and headline.origin in _METADATA and len(text.split()) >= _FEWEST_WORDS else headline.text


# What sites and their themes call a title for searches, menus and social cards.
_SHORT_TITLES = """
    title-tag seo-title seo_title seotitle meta-title meta_title metatitle og-title og_title ogtitle social-title
    social_title socialtitle twitter-title twitter_title short-title short_title shorttitle link-title link_title
    linktitle nav-title nav_title navtitle page-title page_title
""".split()


_METADATA = ("front matter", "JSON-LD", "meta tag")
_FEWEST_WORDS = 3  # of a title that tells the news


def _short_titles(article: Article) -> Iterator[str]:
    """Yield the titles that front matter and a page's metadata give beside the headline."""
    for element in article.find_all("headline"):
        if element.origin in _METADATA and len(element.text.split()) >= _FEWEST_WORDS:
            yield element.text
    for entry in article.front_matter.fields if article.front_matter else ():
        if entry.name.lower() in _SHORT_TITLES and isinstance(entry.value, str) and entry.value.strip():
            yield entry.value


def _count(text: str) -> int:
    text = " ".join(text.split())
    return sum(1 for sign in text if not unicodedata.combining(sign) and unicodedata.category(sign) not in ("Cf", "Mn"))


# Both AP and Chicago set these in lower case inside a title; they differ on longer prepositions and on "to".
_MINOR = frozenset({"a", "an", "the", "and", "but", "or", "nor", "of", "for", "at"})
_SHORT = _MINOR | frozenset(
    {"from", "with", "to", "in", "on", "by", "as", "is", "it", "its", "up", "if", "so", "vs", "via", "be", "are", "was"}
)
_Style = Literal["sentence", "title", "every-word", "unknown"]
# The classes that a style does not allow; those not named here want titles.
_UNWANTED: Mapping[str, tuple[_Style, ...]] = {"sentence": ("title", "every-word"), "auto": ()}
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
    headings = [
        block
        for index, block in enumerate(article.blocks)
        if block.kind == "heading"
        and block.role in ("", "headline")
        and len(block.text) <= 300
        and index not in article.linked_blocks
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

    @property
    def is_lowered(self) -> bool:
        """Whether a title would have a capital here."""
        return not self.is_capital and len(self.text) >= 4 and self.text not in _SHORT

    @property
    def is_raised(self) -> bool:
        """Whether a sentence would have a small letter here, were this not a name."""
        return self.is_capital and self.text.lower() not in _SHORT


_Classed = tuple[Block, _Style, _Word | None]


_HABIT = 3  # headings


def _find_wrong_case(article: Article, classed: list[_Classed], style: str) -> list[tuple[Block, int, int, str]]:
    wrong = list(_find_large(classed, style)) if style != "sentence" else []
    unwanted = _UNWANTED.get(style, ("sentence",))
    wrong += [
        (block, 0, len(block.text), f"“{block.text}” is in {'title' if kind != 'sentence' else kind} case")
        for block, kind, _ in classed
        if kind in unwanted
    ]
    # Where a format shows no levels, lines are headings by inference only.
    if style == "auto" and not wrong and not article.lacks("heading-levels"):
        wrong = list(_find_mixture(classed))
    return sorted(wrong, key=lambda entry: entry[0].span)


def _find_large(classed: list[_Classed], style: str) -> Iterator[tuple[Block, int, int, str]]:
    """Yield the headings with a minor word in capitals; of any style, one or two that write all words so are let be."""
    large = [(block, word) for block, _, word in classed if word is not None]
    for block, word in large:
        if (
            style != "auto"
            or len(large) >= _HABIT
            or any(other.text in _MINOR for other in _heading_words(block.text)[1:])
        ):
            what = f"“{word.text}” is capitalised, which titles do not do with minor words"
            yield block, word.start, word.end, what


def _find_mixture(classed: list[_Classed]) -> Iterator[tuple[Block, int, int, str]]:
    """Yield the subheadings of the rarer style of each level; the headline may have a style of its own."""
    levels: dict[int, dict[_Style, list[Block]]] = {}
    for block, kind, _ in classed:
        if block.role != "headline" and not block.text.rstrip().endswith("?"):
            levels.setdefault(block.level or 0, {}).setdefault(kind, []).append(block)
    for _, styles in sorted(levels.items()):
        sentence, title = styles.get("sentence", []), styles.get("title", [])
        rarer, name, other = (
            (sentence, "sentence", "title") if len(sentence) <= len(title) else (title, "title", "sentence")
        )
        for block in rarer if len(sentence) + len(title) >= 3 else ():
            what = f"“{block.text}” is in {name} case, other headings are in {other} case"
            yield block, 0, len(block.text), what


def _class(block: Block, names: _Names) -> tuple[_Style, _Word | None]:
    """Return a heading's style, and the first minor word that is capitalised, where that makes it `every-word`."""
    inner = _inner_words(block.text)
    lowered = sum(word.is_lowered for word in inner)
    common = sum(map(names.is_common, inner))
    if lowered:
        return ("sentence" if lowered > 1 and not common else "unknown"), None
    if sum(word.is_raised for word in inner) >= (2 if common else 4):
        minor = names.find_minor(block.text, inner[:-1])
        if minor is not None:
            return "every-word", minor
    return ("title" if common > 1 else "unknown"), None


def _inner_words(text: str) -> list[_Word]:
    """Return the words by which a heading's style is judged; none where it is too short or long, or all capitals."""
    words = _heading_words(text)
    if not 3 <= len(words) <= 40 or all(word.text.isupper() for word in words if len(word.text) > 1):
        return []
    return [word for word in words[1:] if not word.opens and word.text.isalpha() and not _is_acronym(word.text)]


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
        self._article = article

    @cached_property
    def _counts(self) -> Mapping[str, list[int]]:
        """How often each word, in lower case, has a small letter and a capital in mid-sentence."""
        sentences = map(self._article.words_of, self._article.sentences)
        firsts = Counter(words[0] for words in sentences if words)
        counts: dict[str, list[int]] = {}
        for word, times in self._article.uses.items():
            counts.setdefault(word.lower(), [0, 0])[word[:1].isupper()] += times - firsts[word]
        return counts

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        """The pairs of capitalised words that follow each other in a sentence."""
        sentences = map(self._article.words_of, self._article.sentences)
        return {
            (one, other)
            for words in sentences
            for one, other in pairwise(words)
            if one[:1].isupper() and other[:1].isupper()
        }

    def is_common(self, word: _Word) -> bool:
        """Tell whether a word is capitalised that the body writes in lower case, and mostly so."""
        if not word.is_capital or len(word.text) < 4:
            return False
        small, capital = self._counts.get(word.text.lower(), (0, 0))
        return small > capital

    def find_minor(self, text: str, words: Sequence[_Word]) -> _Word | None:
        """Return the first minor word that is capitalised and not part of a name, as in `The Hague`."""
        minor = (word for word in words if word.is_capital and word.text.lower() in _MINOR)
        return next((word for word in minor if (word.text, _word_after(text, word.end)) not in self._pairs), None)


def _word_after(text: str, end: int) -> str:
    after = find_words(text[end : end + 40])
    return text[end + after[0][0] : end + after[0][1]] if after else ""


_LINES = frozenset({"heading", "paragraph"})


@check(
    placeholders=("headline",),
    fixes=("safe", "unsafe"),
    renamed={"least_words": "min_words", "within": "max_distance"},
)
def duplicate_headline(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter headlines are not looked for", ge=1)] = 3,
    max_distance: Annotated[int, Option("how many blocks below the first a repeat counts, at most", ge=0)] = 12,
    count_metadata: Annotated[
        bool,
        Option("also flag a heading, as a paragraph is, that repeats a title of the front matter"),
    ] = False,
) -> Iterator[Finding]:
    """Flag the headline where it is printed once more as a line or heading of its own, with a fix."""
    headline = article.headline
    words = fold_words(headline.text) if headline else ()
    if headline is None or len(words) < min_words:
        return
    places = _find_places(article, words, len(headline.text), max_distance)
    # A template prints the title of front matter; what the head of a page says is not printed.
    is_second = headline.origin == "front matter" and places and places[0].kind == "paragraph"
    if headline.origin in _METADATA and (count_metadata or is_second):
        first, repeats = headline.span, places
    else:
        first, repeats = (places[0].whole if places else headline.span), places[1:]
    if not repeats:
        return
    related = [Related(first, "the headline appears here first")]
    related += [Related(block.whole, "and again here") for block in repeats[1:]]
    edit = remove(article, repeats[0])
    # A page has more to it than its article.
    fix = Fix("unsafe" if article.is_page else "safe", (edit,)) if edit else None
    yield Finding(repeats[0].whole, {"headline": headline.text}, related=tuple(related), fix=fix)


def _find_places(article: Article, words: tuple[str, ...], size: int, max_distance: int) -> list[Block]:
    """Return the blocks that say the headline, the first and those close below it."""
    linked = {link.block for link in article.links if link.end - link.start >= 0.8 * size}
    blocks = article.blocks
    places = [at for at, block in enumerate(blocks) if at not in linked and _says(block, words, size)]
    # A page may hold a second first-level heading that only narrow screens show.
    unseen_level = int(article.is_page)
    repeats = (at for at in places[1:] if at - places[0] <= max_distance and blocks[at].level != unseen_level)
    return [blocks[at] for at in (*places[:1], *repeats)]


def _says(block: Block, words: tuple[str, ...], size: int) -> bool:
    """Tell whether a line or heading says some words, which have about so many characters."""
    is_line = abs(len(block.text) - size) <= 20 and block.kind in _LINES and block.role in ("", "headline")
    return is_line and fold_words(block.text) == words
