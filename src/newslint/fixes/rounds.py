"""Apply fixes and look again, until there is nothing left to fix; rules that undo each other are left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from newslint.article import Article
from newslint.diagnostics import Diagnostic, FileReport
from newslint.fixes.edits import Choice, Moves, Wanted, choose
from newslint.fixes.guards import admit, apply
from newslint.records import NamedTuple
from newslint.source import Lines, Source

MOST_ROUNDS = 20
MOST_RESUMED = 12
_MISTYPED = "suppressions/unknown-rule"

# The texts of earlier rounds, each with what was done to it.
Trail = tuple[tuple[Source, Choice], ...]


class Tools(NamedTuple):
    """How a text is read, and how it is judged after some rounds."""

    parse: Callable[[Source], Article]
    lint: Callable[[Source, Trail], FileReport]


class Outcome(NamedTuple):
    """A text after its fixes, what is still found in it, and rules whose fixes undo each other and were left out.

    The report has what was repaired on the way, too, at its place in this text; `trail` is that way.
    """

    source: Source
    report: FileReport
    fighting: tuple[str, ...] = ()
    trail: Trail = ()


def fix_source(source: Source, tools: Tools, wanted: Wanted) -> Outcome:
    """Fix a text until it comes to rest.

    What only a fix brings to light is fixed, too, and told with the rest. Where rules undo each other's work the text
    is fixed without them, and what that leaves once more with them: a text is at rest only when another run would leave
    it as it is. One that does not come to rest in `MOST_RESUMED` such runs is left as it is.
    """
    outcome = _resolve(source, (), tools, wanted)
    seen = {source.text}
    while outcome.fighting and outcome.source.text not in seen:
        seen.add(outcome.source.text)
        more = _resolve(outcome.source, outcome.trail, tools, wanted)
        outcome = more._replace(fighting=tuple(sorted({*outcome.fighting, *more.fighting})))
        if len(seen) > MOST_RESUMED:  # rules that make a text longer and longer, in turn
            return Outcome(source, tools.lint(source, ()), outcome.fighting)
    repairs = tuple(_repairs_of(outcome.trail, outcome.source))
    return outcome._replace(report=outcome.report._replace(repairs=repairs))


def _repairs_of(trail: Trail, now: Source) -> list[Diagnostic]:
    """Return what was repaired on a way, each with the place that it has in the text to which it led."""
    told: list[tuple[int, Diagnostic]] = []
    for _, choice in trail:
        moves = Moves(choice.edits)
        told = [(moves.follow(at), found) for at, found in (*told, *choice.repaired)]
    told.sort(key=lambda entry: (entry[0], entry[1].rule, entry[1].message))
    places = ((now.position(min(at, len(now.text))), found) for at, found in told)
    return [found._replace(start=place, end=place, frame="", mark=None, related=()) for place, found in places]


def _resolve(source: Source, past: Trail, tools: Tools, wanted: Wanted) -> Outcome:
    """Fix a text that some rounds led to; where it does not come to rest, begin again without the rules to blame."""
    barred: frozenset[str] = frozenset()
    while True:
        outcome = _settle(source, past, tools, wanted, barred)
        if not outcome.fighting:
            return outcome._replace(fighting=tuple(sorted(barred)))
        barred |= frozenset(outcome.fighting)


def _settle(source: Source, past: Trail, tools: Tools, wanted: Wanted, barred: Collection[str]) -> Outcome:
    """Fix a text round by round; name the rules that kept it from coming to rest."""
    now, trail = source, past
    first = report = tools.lint(source, past)
    known: dict[str, int] = {source.text: len(past)}
    while not report.crashed:
        choice = _choose(now, report.diagnostics, tools, wanted, barred)
        after = apply(now, choice.edits)
        if after is None:
            break
        trail = (*trail, (now, choice))
        if after.text in known or len(trail) == len(past) + MOST_ROUNDS:
            again = trail[known.get(after.text, len(trail) - 1) :]
            return Outcome(source, first, tuple({found.rule for _, done in again for _, found in done.repaired}))
        known[after.text] = len(trail)
        following = tools.lint(after, trail)
        if following.crashed:  # a text that newslint cannot read is no improvement
            trail = trail[:-1]
            break
        now, report = after, following
    return Outcome(now, report, (), trail)


def _choose(
    source: Source, found: Sequence[Diagnostic], tools: Tools, wanted: Wanted, barred: Collection[str]
) -> Choice:
    """Return the fixes of a round."""
    wished = [one for one in found if one.rule not in barred and wanted.fix_of(one)]
    # A mistyped suppression holds nothing back; what it was meant for is not fixed before it can.
    mistyped = [one for one in wished if one.rule == _MISTYPED]
    choice = Choice()
    for some in filter(None, (mistyped, wished)):
        choice = choose(admit(tools.parse(source), some, wanted, tools.parse), wanted)
        if choice.edits:
            break
    return choice


def move_lines(lines: Sequence[Lines], trail: Trail, now: Source) -> Iterator[Lines]:
    """Yield where lines of a text, each from a first to a last one, are after the rounds that led to another."""
    texts = [*(source for source, _ in trail), now]
    moves = [Moves(choice.edits) for _, choice in trail]
    for first, last in lines:
        for before, after, moved in zip(texts, texts[1:], moves, strict=False):
            count = len(before.line_starts)
            begin = before.line_span(min(first, count)).start
            end = before.line_span(min(last, count)).end
            first = after.position(moved.follow(begin)).line
            last = after.position(moved.follow(end)).line
        yield first, last
