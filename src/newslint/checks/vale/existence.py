"""Words and expressions that must not be there, and words for which there is a better one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any

from newslint.article import Article
from newslint.checks.vale.expressions import all_compiled, compiled
from newslint.checks.vale.hits import PLACEHOLDERS, Hit, acting, joined, replaced, report, view_of
from newslint.checks.vale.options import Acting, Configured, Exceptions, Limit, Name, Phrases, Scope
from newslint.checks.vale.reading import prepare_reading
from newslint.checks.vale.searching import is_excused, search_all
from newslint.checks.vale.texts import Stretch
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.patterns import pattern
from newslint.records import NamedTuple


def _has_action(options: Any) -> tuple[str, ...]:
    return ("unsafe",) if options.get("action") else ()


@check(
    placeholders=PLACEHOLDERS,
    searched=("patterns",),
    reads_fields=True,
    prepared={"reading": prepare_reading},
    fixes=_has_action,
)
def vale_existence(
    article: Article,
    scene: Scene,
    *,
    patterns: Annotated[tuple[str, ...], Option("what to flag", pattern=all_compiled)],
    exceptions: Exceptions = "",
    phrases: Phrases = "",
    action: Acting = (),
    name: Name = "",
    scope: Scope = ("text",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag what expressions match, as rules of Vale with `extends: existence` do.

    The message may use `{value_1}`, what was found, and `{value_2}`, what the action makes of it.
    """
    view = view_of(article, reading)
    if not view.is_on(name):
        return
    hits = (
        Hit(text, found.match.start(), found.match.end(), *acting(action, found.match[0]))
        for text in view.live(scope, patterns, scene)
        for found in search_all(patterns, text.text)
        if not is_excused(exceptions, phrases, text.text, *found.match.span(), found.match[0].strip())
    )
    yield from report(view, name, limit, hits)


class _Swaps(NamedTuple):
    """What to write for each group of the expressions, and what its matches make of it."""

    uses: tuple[tuple[str, str, str], ...]
    together: int
    capitalize: bool
    action: tuple[str, ...]

    @property
    def offers(self) -> bool:
        """Whether what to write is offered as replacements, which `|` parts."""
        return self.action == ("replace",)


@check(
    placeholders=PLACEHOLDERS,
    searched=("patterns",),
    reads_fields=True,
    prepared={"reading": prepare_reading},
    fixes=_has_action,
)
def vale_substitution(
    article: Article,
    scene: Scene,
    *,
    patterns: Annotated[tuple[str, ...], Option("what to flag: one group for each of `uses`", pattern=all_compiled)],
    uses: Annotated[
        tuple[tuple[str, str, str], ...],
        Option("what to write instead, an expression if that asks for its groups as `$1`, and one of what is right"),
    ],
    together: Annotated[int, Option("how many groups each expression has but for the last", ge=1)] = 40,
    capitalize: Annotated[bool, Option("whether a capital at the beginning of a match is kept")] = False,
    exceptions: Exceptions = "",
    phrases: Phrases = "",
    action: Acting = (),
    name: Name = "",
    scope: Scope = ("text",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag words for which there is a better one, as rules of Vale with `extends: substitution` do.

    The message may use `{value_1}`, what to write, and `{value_2}`, what was found.
    """
    view = view_of(article, reading)
    if not view.is_on(name):
        return
    swaps = _Swaps(uses, together, capitalize, action)
    hits = (
        hit
        for text in view.live(scope, patterns, scene)
        for found in search_all(patterns, text.text)
        if (
            hit := _swapped(text, *found.match.span(), swaps, found.which * together + (found.match.lastindex or 1) - 1)
        )
        and not is_excused(exceptions, phrases, text.text, hit.start, hit.end, hit.match)
    )
    yield from report(view, name, limit, hits)


def _swapped(text: Stretch, start: int, end: int, swaps: _Swaps, number: int) -> Hit | None:
    """Return the hit, or None where what was found is right as it is."""
    observed = text.text[start:end]
    use, asked, right = swaps.uses[number] if number < len(swaps.uses) else ("", "", "")
    if swaps.capitalize and observed[:1].isupper():
        use = use[:1].upper() + use[1:]
    if asked:
        use = replaced(asked, use, observed)
    if swaps.offers:
        offers = _offers(use)
        return None if observed in offers else Hit(text, start, end, (joined(offers), observed), offers)
    if use == observed or (right and compiled(right).search(observed)):
        return None
    return Hit(text, start, end, (_recased(use, observed), observed), acting(swaps.action, observed)[1])


@lru_cache(maxsize=4_096)
def _offers(use: str) -> tuple[str, ...]:
    return tuple(each.replace("\0", "|") for each in use.replace(r"\|", "\0").split("|") if each)


_PART = pattern(r"\\(.)|\?|([^\[\](){}|.*+^$?\\])")


def _recased(use: str, observed: str) -> str:
    """Return an expression such as `OAuth2?` as the word that it stands for, where that is what was found."""
    letters: list[str] = []
    at = 0
    while at < len(use):
        part = _PART.match(use, at)
        if part is None:
            return use
        letters.append(part[1] or part[2] or "")
        at = part.end()
    word = "".join(letters)
    return word if word and word.casefold() == observed.casefold() else use
