"""Flag headlines that are longer than a newsroom allows; it does not judge their words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding


class Options(NamedTuple):
    """More than `most` characters are too long, more than `limit` far too long (grade `far`)."""

    most: int = 70
    limit: int = 110


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts the characters of the headline, letters with their accents as one."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, with `length` and `most` for the message."""
        headline = article.headline
        if headline is None:
            return
        length = _count(" ".join(headline.text.split()))
        if length <= self.options.most:
            return
        is_far = length > self.options.limit
        values = {"length": length, "most": self.options.limit if is_far else self.options.most}
        yield Finding(headline.span, values, grade="far" if is_far else "default")


def _count(text: str) -> int:
    return sum(1 for sign in text if not unicodedata.combining(sign) and unicodedata.category(sign) not in ("Cf", "Mn"))


CHECK = CheckType("headline-length", Options, build, grades=("far",), placeholders=("length", "most"))
