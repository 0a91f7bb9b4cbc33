"""Flag headings that nothing stands under; it knows no section by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.article import Article, Section
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.language.units.words import count_words
from newslint.patterns import pattern
from newslint.source import Span


class Options(NamedTuple):
    """`deepest` is the deepest level of heading that must have content; longer ones than `most_words` are no headings.

    A heading that another one of its level follows is of the grade `sibling`: often that one has the wrong level.
    """

    deepest: int = 6
    most_words: int = 15


# What shows something where there is no text: the HTML elements that carry it.
_SHOWS = pattern(
    r"<(?:img|picture|svg|video|audio|iframe|embed|object|canvas|figure|form|input|button|table|script|math|amp-|div|section|aside|article|span|a\s)",
    re.IGNORECASE,
)
_NOISE = pattern(r"<!--.{0,4000}?-->|<[^<>]*>|&nbsp;|^[ \t]*(?:[-*_][ \t]*){3,}$", re.DOTALL | re.MULTILINE)


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Flags a heading that is followed by nothing before the next heading of its level or a higher one."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each empty section, with `heading` for the message."""
        sections = article.sections
        # Headings that are links tease other articles.
        linked = {link.block for link in article.links}
        images = sorted(image.span.start for image in article.images)
        for number, section in enumerate(sections):
            following = sections[number + 1] if number + 1 < len(sections) else None
            if section.heading is None or section.blocks or section.level > self.options.deepest:
                continue
            if following is not None and (following.level > section.level or _is_item(article, following)):
                continue
            heading = article.blocks[section.heading]
            if heading.role or not heading.text.strip() or not _is_blank(article, section, following, images):
                continue
            if count_words(heading.text) > self.options.most_words or section.heading in linked:
                continue
            grade = "sibling" if following is not None and following.level == section.level else "default"
            yield Finding(heading.locate(0, len(heading.text)), {"heading": heading.text.strip()}, grade=grade)


def _is_item(article: Article, following: Section) -> bool:
    """Tell whether the next heading is what this one announces: a question, a numbered item, or the headline itself."""
    if following.heading is None:
        return False
    text = article.blocks[following.heading].text.strip()
    return text.endswith("?") or text[:1].isdigit() or (article.format == "html" and following.level == 1)


_LONGEST = 4000
_LEFT_OVER = pattern(r"[#\s=-]|<[^<>]*\Z|\A[^<>]*>")


def _is_blank(article: Article, section: Section, following: Section | None, images: Sequence[int]) -> bool:
    """Tell whether the source between a heading and the next one shows nothing at all; `images` is where those are."""
    assert section.heading is not None
    start = article.blocks[section.heading].span.end
    end = len(article.source.text)
    if following is not None and following.heading is not None:
        end = article.blocks[following.heading].span.start
    if end - start > _LONGEST or bisect_left(images, start) < bisect_left(images, end):
        return False
    between = article.source.slice(Span(start, end))
    if article.format != "text" and _SHOWS.search(between):
        return False
    # The next block's own marks (`##`, `<h2 class=…`) belong to it, not to the section.
    rest = _NOISE.sub("", between)
    return not _LEFT_OVER.sub("", rest)


CHECK = CheckType(
    "empty-section", Options, build, grades=("sibling",), needs=("heading-levels",), placeholders=("heading",)
)
