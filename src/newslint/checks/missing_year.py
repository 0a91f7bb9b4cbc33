"""Flag a day or month without its year where no date of publication and no full date nearby supplies one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related

_SHOWN = 6


class Options(NamedTuple):
    """A full date within `blocks` blocks before supplies the year."""

    blocks: int = 1


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Walks the dates of an article in order."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding at the first date that lacks a year, the others related."""
        if any(element.value for element in article.find_all("published")):
            return
        with_year = {block for block, date in article.dates if date.year is not None}
        found = []
        for index, date in article.dates:
            block = article.blocks[index]
            if date.year is not None or date.month is None or block.kind not in PROSE_KINDS:
                continue
            near = range(index - self.options.blocks, index + 1)
            if not any(number in with_year for number in near) and not article.is_quoted(index, date.start, date.end):
                found.append((block.locate(date.start, date.end), block.text[date.start : date.end]))
        if found:
            related = tuple(Related(span, f"“{text}”") for span, text in found[1:_SHOWN])
            yield Finding(found[0][0], {"date": found[0][1]}, related=related)


CHECK = CheckType("missing-year", Options, build, placeholders=("date",))
