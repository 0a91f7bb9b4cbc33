"""Flag a site's furniture (menus, share bars, comment forms) that was captured as content; parsers tell what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Block
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span

_LONGEST = 60  # code points of a line that a message shows


class Options(NamedTuple):
    """The `roles` of boilerplate blocks to flag, unless a line fits one of `unless`.

    At most `places` related places are listed.
    """

    roles: tuple[str, ...]
    unless: tuple[str, ...] = ()
    places: int = 20


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Flags the first such line and names the others: they came in together."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._roles = frozenset(options.roles)
        self._unless = [pattern(regex, re.IGNORECASE) for regex in options.unless]

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, with `line` and `more` for the message.

        A whole HTML page has its furniture around the body by right; a fragment is content.
        """
        if article.format == "html" and not article.is_fragment:
            return
        lines = [block for block in article.blocks if self._is_stray(block)]
        if not lines:
            return
        others = len(lines) - 1
        more = "" if not others else " and one more line are" if others == 1 else f" and {others} more lines are"
        yield Finding(
            _span_of(lines[0]),
            {"line": _shorten(lines[0].text), "more": more or " is"},
            related=tuple(
                Related(_span_of(block), _shorten(block.text)) for block in lines[1 : self.options.places + 1]
            ),
        )

    def _is_stray(self, block: Block) -> bool:
        if block.kind != "boilerplate" or block.role not in self._roles:
            return False
        return not any(regex.search(block.text) for regex in self._unless)


def _span_of(block: Block) -> Span:
    return block.locate(0, len(block.text))


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


CHECK = CheckType("stray-furniture", Options, build, placeholders=("line", "more"))
