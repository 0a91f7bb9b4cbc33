"""Checks of slips of the keyboard: words that were typed twice."""

from __future__ import annotations

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
        if block.kind in _SILENT:
            continue
        for found in _DOUBLED.finditer(block.text):
            # A single capital letter is a name: “vitamin A a day”.
            word = found[1].lower() if len(found[1]) > 1 or found[1].islower() or not found.start() else ""
            if word not in doubled or (word in particles and _follows_verb(block, found.start(), verbs)):
                continue
            span = block.locate(*found.span())
            is_as_read = article.source.slice(span).split() == found[0].split()
            if not is_as_read or article.is_code(index, *found.span()):
                continue
            grade = "quoted" if article.is_quoted(index, *found.span()) else "default"
            again = block.locate(*found.span("again"))
            fix = Fix("unsafe", (Edit(again.start, again.end, ""),))
            yield Finding(span, {"words": " ".join(found[0].split()), "word": found[1]}, grade, fix=fix)


def _follows_verb(block: Block, start: int, verbs: tuple[str, ...]) -> bool:
    """Tell whether the word before is a verb that may take a particle: “the changes brought in in May”."""
    before = _BEFORE.search(block.text, max(0, start - 40), start)
    return before is not None and before[1].lower() in verbs
