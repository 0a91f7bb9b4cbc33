"""Flag attributions to sources of certain kinds, such as a nameless crowd; a name in apposition excuses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import PROSE_KINDS, Article
from newslint.diagnostics import Finding
from newslint.language.passages import Extent
from newslint.rules.rule import CheckType, Scene

# “such as Roe”, “including the port authority”, “at the Harbour Institute”, “from the University of Loam”.
_NAMED = re.compile(
    r"(?:at|with|from|for|such as|including|like|among them|led by|namely)\s+(?:both\s+)?(?:the\s+)?[A-Z]"
)
_APPOSED = re.compile(rf"[\s,(]*{_NAMED.pattern}")
# A proper name in a crowd's own words: “US officials”, “officials in Beijing”.
_PROPER = re.compile(r"(?<=\s)[A-Z][\w’'-]*|^[A-Z][\w’'-]*(?=\s+\w)")
_OPENERS = frozenset("A An The Some Many Most Several Few All Other Both Two Three Four Five Top Senior Local".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
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
        """Yield each source of these kinds that nothing names; officials of a named body have grade `institution`."""
        seen = set()
        for attribution in article.attributions:
            if attribution.source_kind not in self.options.kinds or not attribution.source:
                continue
            extent = attribution.source[0]
            block = article.blocks[extent.passage]
            text = block.text[extent.start : extent.end]
            key = (extent.passage, extent.start)
            if key in seen or block.kind not in PROSE_KINDS or self._is_excused(article, extent, text):
                continue
            seen.add(key)
            yield Finding(block.locate(extent.start, extent.end), {"source": text}, self._grade(text))

    def _grade(self, text: str) -> str:
        nouns = _nouns(text)
        is_crowd = bool(nouns & (self._words - self._officials))
        is_body = any(word not in _OPENERS for word in _PROPER.findall(text))
        return "institution" if nouns & self._officials and is_body and not is_crowd else "default"

    def _is_excused(self, article: Article, extent: Extent, text: str) -> bool:
        if self._words and not _nouns(text) & (self._words | self._officials):
            return True
        if article.is_quoted(extent.passage, extent.start, extent.end):
            return True
        after = article.blocks[extent.passage].text[extent.end : extent.end + 60]
        return bool(_NAMED.search(text) or _APPOSED.match(after))


def _nouns(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", text)}


CHECK = CheckType("attribution-source", Options, build, grades=("institution",))
