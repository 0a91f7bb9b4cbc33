"""What belongs together: two spellings of which only one may be used, and what must be explained where it is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article
from newslint.checks.vale.expressions import all_compiled, compiled
from newslint.checks.vale.hits import PLACEHOLDERS, Hit, report, view_of
from newslint.checks.vale.options import Configured, Exceptions, Limit, Name, Phrases, Scope
from newslint.checks.vale.reading import prepare_reading
from newslint.checks.vale.searching import is_excused
from newslint.checks.vale.texts import Stretch
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding


@check(placeholders=PLACEHOLDERS, prepared={"reading": prepare_reading})
def vale_consistency(
    article: Article,
    scene: Scene,
    *,
    pairs: Annotated[
        tuple[tuple[str, str], ...], Option("of which only one may match in a file", pattern=all_compiled)
    ],
    name: Name = "",
    scope: Scope = ("text",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag the second of two spellings that a file has, as `extends: consistency` of Vale does.

    The message may use `{value_1}`, what was found.
    """
    view = view_of(article, reading)
    if view.is_on(name):
        texts = view.select(scope).texts
        yield from report(view, name, limit, (hit for pair in pairs for hit in _mixed(pair, texts)))


def _mixed(pair: Sequence[str], texts: Sequence[Stretch]) -> Iterator[Hit]:
    """Yield the last place of each text that has one of two spellings, once both were met."""
    met: set[int] = set()
    for text in texts:
        places = sorted((*found.span(), side) for side in (0, 1) for found in compiled(pair[side]).finditer(text.text))
        met.update(side for _, _, side in places)
        if places and len(met) == 2:
            start, end, _ = places[-1]
            yield Hit(text, start, end, (text.text[start:end],))


@check(placeholders=PLACEHOLDERS, prepared={"reading": prepare_reading})
def vale_conditional(
    article: Article,
    scene: Scene,
    *,
    first: Annotated[str, Option("what needs something else", pattern=all_compiled)],
    second: Annotated[str, Option("what it needs", pattern=all_compiled)],
    is_captured: Annotated[bool, Option("whether `second` names in a group what it explains")] = False,
    exceptions: Exceptions = "",
    phrases: Phrases = "",
    name: Name = "",
    scope: Scope = ("text",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag what needs something else that is not there, as `extends: conditional` of Vale does.

    The message may use `{value_1}`, what was found.
    """
    view = view_of(article, reading)
    if not view.is_on(name):
        return
    explained: set[str] = set()
    hits: list[Hit] = []
    for text in view.select(scope).texts:
        if is_captured:
            explained.update(_explained(second, text.text))
        elif compiled(second).search(text.text):
            continue
        for found in compiled(first).finditer(text.text):
            is_fine = found[0] in explained
            if not is_fine and not is_excused(exceptions, phrases, text.text, *found.span(), found[0]):
                hits.append(Hit(text, *found.span(), (found[0],)))
    yield from report(view, name, limit, hits)


def _explained(second: str, text: str) -> Iterator[str]:
    for found in compiled(second).finditer(text):
        yield from filter(None, found.groups())
