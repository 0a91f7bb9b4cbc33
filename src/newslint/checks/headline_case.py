"""Flag headings that mix sentence and title case, or capitalise minor words; names are learned from the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from newslint.article import Article, Block
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import find_words
from newslint.patterns import pattern

# Both AP and Chicago set these in lower case inside a title; they differ on longer prepositions and on "to".
_MINOR = frozenset({"a", "an", "the", "and", "but", "or", "nor", "of", "for", "at"})
_SHORT = _MINOR | frozenset(
    {"from", "with", "to", "in", "on", "by", "as", "is", "it", "its", "up", "if", "so", "vs", "via", "be", "are", "was"}
)
_Style = Literal["sentence", "title", "every-word", "unknown"]
_BREAK = pattern(r"[:.!?—–|]\s|\s[-–—]\s|[“‘\"(]")


class Options(NamedTuple):
    """`style`: sentence, ap-title, chicago, or auto: only mixtures, and minor words capitalised in title case."""

    style: Literal["auto", "sentence", "ap-title", "chicago"] = "auto"


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    opens: bool

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


_Classed = tuple[Block, _Style, _Word | None]


class Check:
    """Classes each heading and reports those that break the style once an article."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, with `problem` for the message, the other headings as related places."""
        linked = {link.block for link in article.links}
        headings = [
            block
            for index, block in enumerate(article.blocks)
            if block.kind == "heading"
            and block.role in ("", "headline")
            and len(block.text) <= 300
            and index not in linked
        ]
        if not headings:
            return
        names = _Names(article)
        classed = [(block, *_class(block, names)) for block in headings]
        wrong = self._find_wrong(article, classed)
        if not wrong:
            return
        block, start, end, problem = wrong[0]
        related = tuple(Related(other.locate(first, last), what) for other, first, last, what in wrong[1:9])
        yield Finding(block.locate(start, end), {"problem": problem}, related=related)

    def _find_wrong(self, article: Article, classed: list[_Classed]) -> list[tuple[Block, int, int, str]]:
        style = self.options.style
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
    words = _words(block.text)
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


def _words(text: str) -> list[_Word]:
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
            for start, end in find_words(sentence.text):
                word = sentence.text[start:end]
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


CHECK = CheckType("headline-case", Options, build, placeholders=("problem",))
