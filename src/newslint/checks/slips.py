"""Checks of slips of the keyboard: words that were typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix
from newslint.parts import Block
from newslint.patterns import pattern

# The second word is in lower case: in “The The” or “Walla Walla” both are names. `again` counts a third time, too.
_DOUBLED = pattern(r"(?<![\w'’.&/#@-])([^\W\d_]+)(?P<again>(?:\s{1,4}(?=[a-z])(?i:\1)(?![\w'’/&@-]))+)")
_BEFORE = pattern(r"([\w'’]+)\s*$")
_SILENT = frozenset({"code", "boilerplate"})


@check(grades=("quoted",), placeholders=("words", "word"))
def doubled_words(
    article: Article,
    scene: Scene,
    *,
    words: Annotated[tuple[str, ...], Option("words that no sentence has twice in a row")],
    particles: Annotated[tuple[str, ...], Option("words that may end a verb and begin what follows it")] = (),
    verbs: Annotated[tuple[str, ...], Option("verbs, before which a doubled particle is left alone")] = (),
) -> Iterator[Finding]:
    """Flag words of a list that stand twice in a row, also across a line end; in a quotation with grade `quoted`.

    Words that the source keeps apart with markup, a script or a comment are left alone.
    The message may use `{words}`, both of them, and `{word}`.
    """
    if article.language_code not in (None, "en"):
        return
    doubled = {*words, *particles}
    for index, block in enumerate(article.blocks):
        for found in _DOUBLED.finditer(block.text) if block.kind not in _SILENT else ():
            # A single capital letter is a name: “vitamin A a day”.
            word = found[1].lower() if len(found[1]) > 1 or found[1].islower() or not found.start() else ""
            if word in doubled and not (word in particles and _follows_verb(block, found.start(), verbs)):
                yield from _report(article, index, found)


def _report(article: Article, index: int, found: re.Match[str]) -> Iterator[Finding]:
    """Yield a finding unless markup keeps the words apart or they are a cry in a quotation: “Out out out!”."""
    block = article.blocks[index]
    words = found[0].split()
    span, again = block.locate(*found.span()), block.locate(*found.span("again"))
    is_quoted = article.is_quoted(index, *found.span())
    if article.source.slice(span).split() != words or article.is_code(index, *found.span()):
        return
    if not is_quoted or len(words) == 2:
        values = {"words": " ".join(words), "word": found[1]}
        fix = Fix("unsafe", (Edit(again.start, again.end, ""),))
        yield Finding(span, values, "quoted" if is_quoted else "default", fix=fix)


def _follows_verb(block: Block, start: int, verbs: tuple[str, ...]) -> bool:
    """Tell whether the word before is a verb that may take a particle: “the changes brought in in May”."""
    before = _BEFORE.search(block.text, max(0, start - 40), start)
    return before is not None and before[1].lower() in verbs
