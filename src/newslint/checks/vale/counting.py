"""How often something is there: too often, too seldom, or twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article
from newslint.checks.vale.expressions import all_compiled, compiled
from newslint.checks.vale.hits import PLACEHOLDERS, Hit, acting, report, view_of
from newslint.checks.vale.options import Acting, Configured, Exceptions, Limit, Name, Phrases, Scope
from newslint.checks.vale.reading import prepare_reading
from newslint.checks.vale.searching import is_excused
from newslint.checks.vale.texts import Stretch
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.units.sentences import split_sentences
from newslint.patterns import pattern

_FIRST = pattern(r"\S+")


@check(placeholders=PLACEHOLDERS, prepared={"reading": prepare_reading})
def vale_occurrence(
    article: Article,
    scene: Scene,
    *,
    token: Annotated[str, Option("what is counted", pattern=all_compiled)],
    most: Annotated[int, Option("how often it may be there; 0: any number", ge=0)] = 0,
    least: Annotated[int, Option("how often it must be there", ge=0)] = 0,
    name: Name = "",
    scope: Scope = ("text",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag texts that have something too often or too seldom, as `extends: occurrence` of Vale does.

    The message may use `{value_1}`, how often it is there.
    """
    view = view_of(article, reading)
    if not view.is_on(name):
        return
    counted = ((text, _places(token, text)) for text in view.select(scope).texts)
    wrong = ((text, places) for text, places in counted if _is_wrong(len(places), most, least))
    yield from report(view, name, limit, (hit for text, places in wrong if (hit := _counted(text, places))))


def _places(token: str, text: Stretch) -> list[tuple[int, int]]:
    return [found.span() for found in compiled(token).finditer(text.text)]


def _is_wrong(count: int, most: int, least: int) -> bool:
    return (0 < most < count) or count < least


def _counted(text: Stretch, places: Sequence[tuple[int, int]]) -> Hit | None:
    """Return the hit at the first place that is not masked, or at the first word where it is nowhere."""
    if not places:
        first = _FIRST.search(text.text)
        return first and Hit(text, *first.span(), ("0",))
    shown = next(((start, end) for start, end in places if text.text[start:end].strip("*@ \t\n")), None)
    return shown and Hit(text, *shown, (str(len(places)),))


@check(placeholders=PLACEHOLDERS, prepared={"reading": prepare_reading})
def vale_repetition(
    article: Article,
    scene: Scene,
    *,
    token: Annotated[str, Option("what is compared with what follows it", pattern=all_compiled)],
    most: Annotated[int, Option("how often it may come back", ge=0)] = 0,
    ignore_case: Annotated[bool, Option("whether `The the` is a repetition")] = False,
    alpha: Annotated[bool, Option("whether only words of letters count")] = False,
    exceptions: Exceptions = "",
    phrases: Phrases = "",
    action: Acting = (),
    name: Name = "",
    scope: Scope = ("text",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag what is there twice in a row, as `extends: repetition` of Vale does.

    The message may use `{value_1}`, what is repeated.
    """
    view = view_of(article, reading)
    if not view.is_on(name):
        return
    hits = (
        Hit(text, start, end, (told,), acting(action, text.text[start:end])[1])
        for text in view.select(scope).texts
        for start, end, told in _repeats(token, text.text, most, ignore_case, alpha)
        if not is_excused(exceptions, phrases, text.text, start, end, text.text[start:end])
    )
    yield from report(view, name, limit, hits)


def _repeats(token: str, text: str, most: int, ignore_case: bool, alpha: bool) -> Iterator[tuple[int, int, str]]:
    """Yield where something and the same after it begin and end, and what it is; a new sentence may begin with it."""
    before, start, count = "", 0, 0
    for found in compiled(token).finditer(text):
        word = found[0].strip()
        key = word.casefold() if ignore_case else word
        if word and key == before and (not alpha or word.isalpha()):
            count += 1
            if count > most and len(split_sentences(text[start : found.end()])) == 1:
                yield start, found.end(), word
                count = 0
        before, start = key, found.start()
