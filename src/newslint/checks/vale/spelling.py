"""Words that no dictionary of Hunspell has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Annotated

from newslint.article import Article
from newslint.checks.vale.expressions import all_compiled, compiled
from newslint.checks.vale.hits import PLACEHOLDERS, Hit, report, view_of
from newslint.checks.vale.hunspell import dictionary
from newslint.checks.vale.options import Configured, Limit, Name, Scope
from newslint.checks.vale.reading import prepare_reading
from newslint.checks.vale.texts import Stretch
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.patterns import pattern

_WORD = pattern(r"\S+")
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_BEFORE, _AFTER = "$(\"['", ",)\"]!;.?:'"
_ABBREVIATION = pattern(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")


@lru_cache(maxsize=65_536)
def _is_known(word: str, dictionaries: tuple[str, ...]) -> bool:
    return any(dictionary(path).lookup(word) for path in dictionaries)


@check(placeholders=PLACEHOLDERS, prepared={"reading": prepare_reading})
def vale_spelling(
    article: Article,
    scene: Scene,
    *,
    dictionaries: Annotated[tuple[str, ...], Option("files of Hunspell, without `.dic` and `.aff`")],
    known: Annotated[tuple[str, ...], Option("words that are right, in small letters")] = (),
    filters: Annotated[tuple[str, ...], Option("what in a word leaves it alone", pattern=all_compiled)] = (),
    exceptions: Annotated[str, Option("what in a word excuses it", pattern=all_compiled)] = "",
    phrases: Annotated[str, Option("what excuses the words in it", pattern=all_compiled)] = "",
    name: Name = "",
    scope: Scope = ("text",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag words that no dictionary has, as `extends: spelling` of Vale does.

    The message may use `{value_1}`, the word.
    """
    view = view_of(article, reading)
    if not view.is_on(name):
        return
    right = frozenset(known)
    hits = (
        Hit(text, start, start + len(word), (word.translate(_PLAIN),))
        for text in view.select(scope).texts
        for start, word in _words(text, phrases)
        if not _is_right(word.translate(_PLAIN), dictionaries, right, filters, exceptions)
    )
    yield from report(view, name, limit, hits)


def _words(text: Stretch, phrases: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text without the marks around them, and where each begins."""
    masked = text.text
    if phrases:
        masked = compiled(phrases).sub(lambda found: " " * len(found[0]), masked)
    for found in _WORD.finditer(masked):
        start, word = found.start(), found[0]
        plain = word.translate(_PLAIN)
        while len(plain) > 1 and plain[0] in _BEFORE:
            plain, start = plain[1:], start + 1
        while len(plain) > 1 and plain[-1] in _AFTER and not _ABBREVIATION.fullmatch(plain):
            plain = plain[:-1]
        if any(sign.isalpha() for sign in plain):
            at = start - found.start()
            yield start, word[at : at + len(plain)]


def _is_right(
    word: str, dictionaries: tuple[str, ...], right: frozenset[str], filters: Sequence[str], exceptions: str
) -> bool:
    if any(compiled(each).search(word) for each in filters) or word.lower() in right:
        return True
    return (bool(exceptions) and compiled(exceptions).search(word) is not None) or _is_known(word, dictionaries)
