"""Flag characters that nobody sees and that break searching and copying, once an article; spaces are left alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.patterns import pattern


class Options(NamedTuple):
    """At most `places` related places are listed."""

    places: int = 20


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


@cache
def _invisible() -> re.Pattern[str]:
    return pattern(
        r"""
          (?<=[a-zA-Z])[\u200b\u2060\ufeff]+(?=[a-zA-Z])   # zero-width characters within a word
        | [\u202a-\u202e\u2066-\u2069]+                    # marks that turn the direction of text
        | [\x01-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f]+  # control characters
        """,
        re.VERBOSE,
    )


class Check:
    """Collects such characters of the readable text, with `name`, `word` and `more` for the message."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, at the first place."""
        places = []
        for index, block in enumerate(article.blocks):
            if block.kind in ("code", "boilerplate"):
                continue
            if not _invisible().search(block.text):
                continue
            # Text that runs from right to left needs marks of direction.
            if any(unicodedata.bidirectional(character) in ("R", "AL") for character in block.text[:200]):
                continue
            for match in _invisible().finditer(block.text):
                if not article.is_code(index, match.start(), match.end()):
                    word = _word_around(block.text, match.start(), match.end())
                    places.append((block.locate(*match.span()), match.group()[0], word))
        if not places:
            return
        span, character, word = places[0]
        name = unicodedata.name(character, f"control character U+{ord(character):04X}").lower()
        more = f", and {len(places) - 1} more such places" if len(places) > 1 else ""
        yield Finding(
            span,
            {"name": name, "word": word, "more": more},
            related=tuple(Related(place, f"in “{near}”") for place, _, near in places[1 : self.options.places + 1]),
            fix=Fix("unsafe", tuple(Edit(place.start, place.end, "") for place, _, _ in places)),
        )


def _word_around(text: str, start: int, end: int) -> str:
    before = text[max(0, start - 20) : start].split(" ")[-1]
    after = text[end : end + 20].split(" ")[0]
    return before + after


CHECK = CheckType("invisible-characters", Options, build, placeholders=("name", "word", "more"))
