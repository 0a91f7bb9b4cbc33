"""Words that follow one another, told by expressions for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article
from newslint.checks.vale.expressions import compiled
from newslint.checks.vale.hits import PLACEHOLDERS, Hit, acting, report, view_of
from newslint.checks.vale.options import Acting, Configured, Limit, Name
from newslint.checks.vale.reading import prepare_reading
from newslint.checks.vale.texts import Stretch
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.patterns import pattern
from newslint.records import NamedTuple

_TOKEN = pattern(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|_+")


class Step(NamedTuple):
    """A word of a sequence: its expression, whether that must not match, and how many others may come before it."""

    pattern: str
    negate: bool
    skip: int

    def fits(self, word: str) -> bool:
        """Tell whether a word may stand here."""
        return (compiled(self.pattern).fullmatch(word) is not None) != self.negate


@check(placeholders=PLACEHOLDERS, prepared={"reading": prepare_reading})
def vale_sequence(
    article: Article,
    scene: Scene,
    *,
    tokens: Annotated[
        tuple[tuple[str, bool, int], ...],
        Option("for each word an expression, whether it must not match, and how many words may come before it"),
    ],
    action: Acting = (),
    name: Name = "",
    scope: Annotated[tuple[str, ...], Option("always sentences")] = ("sentence",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag words that follow one another in a sentence, as `extends: sequence` of Vale does without tags.

    The message may use `{value_1}` and so on, the words.
    """
    view = view_of(article, reading)
    if not view.is_on(name):
        return
    steps = [Step(*token) for token in tokens]
    hits = (hit for text in view.select(("sentence",)).texts for hit in _found(steps, text, action))
    yield from report(view, name, limit, hits)


def _found(steps: Sequence[Step], text: Stretch, action: Sequence[str]) -> Iterator[Hit]:
    words = [(*match.span(), match[0]) for match in _TOKEN.finditer(text.text)]
    free = 0
    for first in range(len(words)):
        last = _match(steps, [word for _, _, word in words], first) if first >= free else None
        if last is not None:
            start, end = words[first][0], words[last][1]
            uses = acting(action, text.text[start:end])[1]
            yield Hit(text, start, end, tuple(word for _, _, word in words[first : last + 1]), uses)
            free = last + 1


def _match(steps: Sequence[Step], words: Sequence[str], first: int) -> int | None:
    """Return the number of the last word of a sequence that begins with a word, or None."""
    at = first
    for number, step in enumerate(steps):
        reach = step.skip if number else 0
        place = next((each for each in range(at, min(at + reach + 1, len(words))) if step.fits(words[each])), None)
        if place is None:
            return None
        at = place + 1
    return at - 1
