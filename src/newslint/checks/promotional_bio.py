"""Flag an author's introduction that praises and does not inform; it does not judge the author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.units.phrases import fold
from newslint.patterns import pattern


class Options(NamedTuple):
    """`praise` are promotional phrases, at least `least` of which are needed; `facts` are patterns of what informs.

    `heading` is what an introduction stands under where the article's author is not otherwise introduced.
    """

    praise: tuple[str, ...]
    facts: tuple[str, ...]
    least: int = 2
    heading: str = r"(?:about|meet) (?:the|our) (?:authors?|writers?)|authors? bio|about me"


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts promotional phrases in the author's introduction, where no fact about the author stands."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._heading = pattern(options.heading, re.IGNORECASE)
        self._facts = pattern("|".join(f"(?:{fact})" for fact in options.facts), re.IGNORECASE)

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, at the first phrase, with `phrases` for the message."""
        home = self._find_home(article)
        if not home or self._facts.search(" ".join(article.blocks[index].text for index in sorted(home))):
            return
        hits = _find(article, home, self.options.praise)
        if len({phrase for _, _, _, phrase in hits}) < self.options.least:
            return
        index, start, end, _ = hits[0]
        related = tuple(
            Related(article.blocks[other].locate(first, last), "and this") for other, first, last, _ in hits[1:]
        )
        shown = [article.blocks[other].text[first:last] for other, first, last, _ in hits[:3]]
        values = {"phrases": ", ".join(f"“{phrase}”" for phrase in shown)}
        yield Finding(article.blocks[index].locate(start, end), values, related=related)

    def _find_home(self, article: Article) -> set[int]:
        """Return the blocks in which the author is introduced."""
        home = {index for element in article.find_all("author-bio") for index in element.blocks}
        home |= {index for index, block in enumerate(article.blocks) if block.role == "author-bio"}
        is_under = False
        for index, block in enumerate(article.blocks) if not home else ():
            if block.kind in ("heading", "boilerplate"):
                is_under = self._heading.fullmatch(block.text.strip().rstrip(":")) is not None
            elif is_under:
                home.add(index)
        return home


def _find(article: Article, home: set[int], praise: Iterable[str]) -> list[tuple[int, int, int, str]]:
    """Return the phrases in these blocks; the shared automaton passes over furniture, which bios often are."""
    names = sorted({fold(phrase) for phrase in praise}, key=lambda name: (-len(name), name))
    regex = pattern(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    return [
        (index, found.start(), found.end(), found[0])
        for index in sorted(home)
        for found in regex.finditer(fold(article.blocks[index].text))
    ]


CHECK = CheckType("promotional-bio", Options, build, placeholders=("phrases",))
