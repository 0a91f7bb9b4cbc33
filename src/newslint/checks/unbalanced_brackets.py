"""Flag a round bracket without its partner in a paragraph; quotation marks are another check's business."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.patterns import pattern

_BRACKET = pattern(r"[()]")
# A bracket that is no bracket: a list's mark (`a)`, `1)`), a smiley.
_MARK = pattern(r"(?:^|[\s,;:(“‘])\(?(?:[A-Za-z]|\d{1,3}|[ivx]{1,4})$")
_SMILEY = pattern(r"(?:^|\s)[:;=8][-o^']?$")


class Options(NamedTuple):
    """Nothing is to be chosen."""


def build(options: Options) -> Check:
    """Make the check."""
    return Check()


class Check:
    """Pairs the brackets of each paragraph, with `bracket` and `words` for the message."""

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each paragraph with one bracket too many, unless a near one has its partner."""
        places: list[tuple[int, int, str]] = []
        for index, block in enumerate(article.blocks):
            if block.kind in PROSE_KINDS and ("(" in block.text or ")" in block.text):
                lonely = [at for at in _find_lonely(block.text) if not article.is_code(index, at, at + 1)]
                if len(lonely) == 1:
                    places.append((index, lonely[0], block.text[lonely[0]]))
        # An aside of several paragraphs opens in one and closes in a later one.
        opened = {index for index, _, bracket in places if bracket == "("}
        closed = {index for index, _, bracket in places if bracket == ")"}
        for index, at, bracket in places:
            if any(other in (closed if bracket == "(" else opened) for other in range(index - 4, index + 5)):
                continue
            block = article.blocks[index]
            words = block.text[at : at + 40] if bracket == "(" else block.text[max(0, at - 40) : at + 1]
            yield Finding(block.locate(at, at + 1), {"bracket": bracket, "words": " ".join(words.split())})


def _find_lonely(text: str) -> list[int]:
    opened: list[int] = []
    lonely: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        before = text[max(0, at - 6) : at]
        if _SMILEY.search(before):
            continue
        if match.group() == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _MARK.search(before):
            lonely.append(at)
    return sorted(lonely + opened)


CHECK = CheckType("unbalanced-brackets", Options, build, placeholders=("bracket", "words"))
