"""Flag attributions to sources of certain kinds, such as a nameless crowd; a name in apposition excuses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.speech.passages import Extent
from newslint.patterns import pattern
from newslint.source import Span

# “such as Roe”, “including the port authority”, “at the Harbour Institute”, “from the University of Loam”.
_NAMING = r"(?:at|with|from|for|such as|including|like|among them|led by|namely)\s+(?:both\s+)?(?:the\s+)?[A-Z]"
_NAMED = pattern(_NAMING)
_APPOSED = pattern(rf"[\s,(]*{_NAMING}")
# A proper name in a crowd's own words: “US officials”, “officials in Beijing”.
_PROPER = pattern(r"(?<=\s)[A-Z][\w’'-]*|^[A-Z][\w’'-]*(?=\s+\w)")
_NAME_BEFORE = pattern(r"\b([A-Z][\w.’'-]{0,60})[ ]$")
# Before “officials” these words say nothing of whose officials they are; any other word does (“prison officials”).
_PLAIN_WORDS = frozenset(
    "a an the these those some many most several few all other both two three four five top senior local high-level "
    "high-ranking government unnamed anonymous certain various numerous multiple former current and or of".split()
)
_DEFINITE = pattern(r"(?:the|these|those)\s+(?=(?:\w+\s+)?\w+$)", re.IGNORECASE)
_OPENERS = frozenset(
    "A An The But And Some Many Most Several Few All Other Both Two Three Four Five Top Senior Local".split()
)


class Options(NamedTuple):
    """`kinds` of sources to flag; `words` that make a source a crowd; `unless` says what excuses one."""

    kinds: tuple[str, ...]
    words: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    unless: str = "named-in-apposition"


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Reads the article's attributions, one finding a source and sentence."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._words = frozenset(options.words)
        self._officials = frozenset(options.officials)

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield each source of these kinds that nothing names.

        Officials of a named body have grade `institution`, and one finding for all of an article.
        """
        seen = set()
        institutions: list[tuple[Span, str]] = []
        mentions: dict[str, tuple[int, int]] = {}
        for attribution in article.attributions:
            if attribution.source_kind not in self.options.kinds or not attribution.source:
                continue
            extent = _with_proper_name(article, attribution.source[0])
            block = article.blocks[extent.passage]
            text = block.text[extent.start : extent.end]
            key = (extent.passage, extent.start)
            if key in seen or block.kind not in PROSE_KINDS or self._is_excused(article, extent, text, mentions):
                continue
            seen.add(key)
            span = block.locate(extent.start, extent.end)
            if self._is_institution(text):
                institutions.append((span, text))
            else:
                yield Finding(span, {"source": text})
        if institutions:
            (span, text), *others = institutions
            related = tuple(Related(place, f"“{words}”") for place, words in others)
            yield Finding(span, {"source": text}, "institution", related)

    def _is_institution(self, text: str) -> bool:
        nouns = _nouns(text)
        is_crowd = bool(nouns & (self._words - self._officials))
        words = [word.lower() for word in text.split()]
        is_body = any(word not in _OPENERS for word in _PROPER.findall(text)) or any(
            word not in _PLAIN_WORDS and word not in self._officials for word in words
        )
        return bool(nouns & self._officials) and is_body and not is_crowd

    def _is_excused(self, article: Article, extent: Extent, text: str, mentions: dict[str, tuple[int, int]]) -> bool:
        if self._words and not _nouns(text) & (self._words | self._officials):
            return True
        if article.is_quoted(extent.passage, extent.start, extent.end):
            return True
        if _DEFINITE.match(text):
            # “The officials” takes up those of whom the article spoke before.
            noun = text.split()[-1].lower()
            if noun not in mentions:
                mentions[noun] = _first_mention(article, noun)
            if mentions[noun] < (extent.passage, extent.start):
                return True
        after = article.blocks[extent.passage].text[extent.end : extent.end + 60]
        return bool(_NAMED.search(text) or _APPOSED.match(after))


def _first_mention(article: Article, noun: str) -> tuple[int, int]:
    """Return block and offset of the first place of a noun in the article."""
    regex = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
    for number, passage in enumerate(article.passages):
        match = regex.search(passage.text)
        if match:
            return number, match.start()
    return len(article.passages), 0


def _with_proper_name(article: Article, extent: Extent) -> Extent:
    """Take in a proper name that stands directly before a source: “US” before “officials”."""
    before = _NAME_BEFORE.search(article.blocks[extent.passage].text, max(0, extent.start - 30), extent.start)
    if before is None or before.group(1) in _OPENERS:
        return extent
    return Extent(extent.passage, before.start(1), extent.end)


_ANY_WORD = pattern(r"\w+")


def _nouns(text: str) -> set[str]:
    return {word.lower() for word in _ANY_WORD.findall(text)}


CHECK = CheckType("attribution-source", Options, build, grades=("institution",), placeholders=("source",))
