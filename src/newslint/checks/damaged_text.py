"""Flag characters that a wrong encoding damaged, once an article, with what they should read; it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Block
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.units.mojibake import Damage, find_damage, repair
from newslint.source import Span

# Not the no-break space, which is often half of a damaged letter.
_SPACE = " \t\r\n"
_MESSAGES = {
    "known": "“{seen}” is damaged text and should probably read “{meant}”{more}.",
    "lost": "A character was lost in “{seen}”{more}.",
}


class Options(NamedTuple):
    """At most `places` related places are listed."""

    places: int = 20


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Collects the damage of readable text and of metadata that readers see; one cause, one finding."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, at the first place, with `seen`, `meant` and `more` for the message."""
        if article.source.text.isascii() and "&" not in article.source.text:
            return
        places: list[tuple[Span, str, str, str]] = []
        for index, block in enumerate(article.blocks):
            if block.kind not in ("code", "boilerplate"):
                for damage in find_damage(block.text):
                    if not article.is_code(index, damage.start, damage.end):
                        places.append(_describe(block, damage))
        places += _in_metadata(article)
        if not places:
            return
        places.sort()
        span, seen, meant, _ = places[0]
        more = f", and so in {len(places) - 1} more places" if len(places) > 2 else ""
        more = more or (", and so in one more place" if len(places) == 2 else "")
        related = tuple(
            Related(place, f"“{word}”" + (f" for “{whole}”" if whole else ""))
            for place, word, whole, _ in places[1 : self.options.places + 1]
        )
        edits = tuple(Edit(place.start, place.end, text) for place, _, _, text in places if text)
        yield Finding(
            span,
            {"seen": seen, "meant": meant, "more": more},
            related=related,
            message="known" if meant else "lost",
            fix=Fix("unsafe", edits) if edits else None,
        )


def _describe(block: Block, damage: Damage) -> tuple[Span, str, str, str]:
    start, end = _word_around(block.text, damage.start, damage.end)
    seen = block.text[start:end]
    meant = repair(seen) or "" if damage.meant else ""
    return block.locate(damage.start, damage.end), seen, meant, damage.meant


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the word that holds the damage, at most 30 characters to each side."""
    first, last = start, end
    while first > max(0, start - 30) and text[first - 1] not in _SPACE:
        first -= 1
    while last < min(len(text), end + 30) and text[last] not in _SPACE:
        last += 1
    return first, last


def _in_metadata(article: Article) -> Iterator[tuple[Span, str, str, str]]:
    seen: set[Span] = set()
    for element in article.elements:
        if element.origin != "front matter" or element.span in seen:
            continue
        seen.add(element.span)
        written = article.source.slice(element.span)
        for damage in find_damage(written):
            start, end = _word_around(written, damage.start, damage.end)
            word = written[start:end]
            place = Span(element.span.start + damage.start, element.span.start + damage.end)
            yield place, word, repair(word) or "" if damage.meant else "", damage.meant


CHECK = CheckType("damaged-text", Options, build, placeholders=("seen", "meant", "more"), messages=_MESSAGES)
