"""The capitals of headings and other short texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.article import Article
from newslint.checks.vale.casing import TOKEN, sentence_case, title_case
from newslint.checks.vale.expressions import all_compiled, compiled
from newslint.checks.vale.hits import PLACEHOLDERS, Hit, report, solve, view_of
from newslint.checks.vale.options import Configured, Limit, Name
from newslint.checks.vale.reading import prepare_reading
from newslint.checks.vale.texts import Stretch
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.records import NamedTuple


class _Case(NamedTuple):
    """The case that texts must have, and what excuses them."""

    case: str
    match: str
    style: str
    threshold: float
    indicators: tuple[str, ...]
    prefix: str
    vocabulary: tuple[tuple[str, str], ...]
    exceptions: str

    def expected(self, text: str) -> str:
        """Return a text as it should be written, or the expression that it should match."""
        if self.case == "title":
            return title_case(text, self.style, self.vocabulary, self.prefix)
        if self.case == "sentence":
            return sentence_case(text, self.vocabulary, self.prefix, self.indicators)
        return {"lower": text.lower(), "upper": text.upper()}.get(self.case, self.match)

    def is_right(self, text: str, expected: str) -> bool:
        """Tell whether a text is written as it should be, or nearly."""
        if self.case in ("title", "sentence"):
            return self._has_most(text, expected)
        if self.case:
            return text == expected or self._is_exception(text)
        return compiled(self.match).search(text) is not None or self._is_exception(text)

    def _is_exception(self, text: str) -> bool:
        return bool(self.exceptions) and compiled(self.exceptions).search(text) is not None

    def _has_most(self, text: str, expected: str) -> bool:
        """Tell whether enough words are as expected; the first of a sentence must be."""
        token = compiled(f"{self.exceptions}|{TOKEN}" if self.exceptions else TOKEN)
        wanted = [found[0] for found in token.finditer(expected)]
        words = [found[0] for found in token.finditer(text)]
        right = 0
        for at, word in enumerate(words):
            if at >= len(wanted) or word == wanted[at] or self._is_exception(word):
                right += 1
            elif self.case == "title":
                right += word == word.upper()
            elif at == 0 and word != _titled(word):
                return False
        return not words or right / len(words) >= self.threshold


def _titled(text: str) -> str:
    """Return a text with a capital at the beginning of each run of letters, as Go's `strings.Title` writes it."""
    lower = text.lower()
    return "".join(
        sign.upper() if not at or not (lower[at - 1].isalnum() or lower[at - 1] in "_'’") else sign
        for at, sign in enumerate(lower)
    )


@check(
    placeholders=PLACEHOLDERS,
    prepared={"reading": prepare_reading},
    fixes=lambda options: ("unsafe",) if options.get("action") else (),
)
def vale_capitalization(
    article: Article,
    scene: Scene,
    *,
    case: Annotated[Literal["", "title", "sentence", "lower", "upper"], Option("the case that texts have")] = "",
    match: Annotated[str, Option("an expression that texts match, in place of a case", pattern=all_compiled)] = "",
    style: Annotated[str, Option("of title case: `AP` or `Chicago`")] = "AP",
    threshold: Annotated[float, Option("the share of words that must be as expected", ge=0, le=1)] = 0.8,
    indicators: Annotated[tuple[str, ...], Option("ends of words after which a capital follows")] = (),
    prefix: Annotated[str, Option("what a text may begin with, whatever its case", pattern=all_compiled)] = "",
    vocabulary: Annotated[tuple[tuple[str, str], ...], Option("words in their own case, with expressions")] = (),
    exceptions: Annotated[str, Option("what excuses a word, or a text", pattern=all_compiled)] = "",
    action: Annotated[tuple[str, ...], Option("what is done to a text, with parameters")] = (),
    name: Name = "",
    scope: Annotated[tuple[str, ...], Option("the texts that are judged, as selectors of Vale")] = ("text",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag texts in another case, as `extends: capitalization` of Vale does.

    The message may use `{value_1}`, the text, and `{value_2}`, how it should be written.
    """
    view = view_of(article, reading)
    if not view.is_on(name):
        return
    wanted = _Case(case, match, style, threshold, indicators, prefix, vocabulary, exceptions)
    judged = ((text, wanted.expected(text.text)) for text in view.select(scope).texts)
    hits = (
        Hit(text, 0, len(text.text), (text.text, expected), _uses(action, case, text, expected))
        for text, expected in judged
        if not wanted.is_right(text.text, expected)
    )
    yield from report(view, name, limit, hits)


def _uses(action: tuple[str, ...], case: str, text: Stretch, expected: str) -> tuple[str, ...]:
    if action == ("replace",):
        return (expected,) if case in ("title", "sentence") else ()
    return solve(action, text.text)
