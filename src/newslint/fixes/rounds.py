"""Apply fixes and look again, until there is nothing left to fix; rules that undo each other are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from newslint.article import Article
from newslint.diagnostics import Diagnostic, FileReport
from newslint.fixes.edits import Choice, Wanted, apply_edits, choose, follow
from newslint.fixes.quotations import texts_of_quotations
from newslint.records import NamedTuple
from newslint.source import Source, decode, encode

MOST_ROUNDS = 20
_MISTYPED = "suppressions/unknown-rule"

# The texts of earlier rounds, each with what was done to it.
Trail = tuple[tuple[Source, Choice], ...]
Lines = tuple[int, int]


class Tools(NamedTuple):
    """How a text is read, and how it is judged after some rounds."""

    parse: Callable[[Source], Article]
    lint: Callable[[Source, Trail], FileReport]


class Outcome(NamedTuple):
    """A text after its fixes, what is still found in it, and rules whose fixes undo each other and were left out.

    `fixed` is how many findings of each rule were fixed.
    """

    source: Source
    report: FileReport
    fixed: Mapping[str, int] = {}
    fighting: tuple[str, ...] = ()


def fix_source(source: Source, tools: Tools, wanted: Wanted) -> Outcome:
    """Fix a text until it comes to rest.

    Where it does not, because rules undo each other's work, begin again without them: else each run would leave
    another text behind.
    """
    barred: frozenset[str] = frozenset()
    while True:
        outcome = _settle(source, tools, wanted, barred)
        if not outcome.fighting:
            return outcome._replace(fighting=tuple(sorted(barred)))
        barred |= frozenset(outcome.fighting)


def _settle(source: Source, tools: Tools, wanted: Wanted, barred: Collection[str]) -> Outcome:
    """Fix a text round by round; name the rules that kept it from coming to rest."""
    now = source
    trail: Trail = ()
    first = report = tools.lint(source, ())
    known: dict[str, int] = {source.text: 0}
    while not report.crashed:
        choice, after = _advance(now, report.diagnostics, tools, wanted, barred)
        if after is None:
            break
        trail = (*trail, (now, choice))
        if after.text in known or len(trail) == MOST_ROUNDS:
            again = trail[known.get(after.text, len(trail) - 1) :]
            return Outcome(source, first, fighting=tuple({rule for _, done in again for rule in done.fixed}))
        known[after.text] = len(trail)
        following = tools.lint(after, trail)
        if following.crashed:  # a text that newslint cannot read is no improvement
            trail = trail[:-1]
            break
        now, report = after, following
    fixed = sum((Counter(done.fixed) for _, done in trail), Counter[str]())
    return Outcome(now, report._replace(fixed=dict(fixed)), dict(fixed))


def _advance(
    source: Source, found: Sequence[Diagnostic], tools: Tools, wanted: Wanted, barred: Collection[str]
) -> tuple[Choice, Source | None]:
    """Return the fixes of a round and the text that they make, or None where there is nothing to do."""
    usable = [one for one in found if _can_be_written(source, one)]
    # A mistyped suppression holds nothing back; what it was meant for is not fixed before it can.
    mistyped = [one for one in usable if one.rule == _MISTYPED and one.rule not in barred and wanted.fix_of(one)]
    usable = mistyped or usable
    choice = choose(usable, wanted, barred)
    after = _apply(source, choice)
    if after is None or _is_kept(source, after, tools, wanted):
        return choice, after
    # Together they change what they must not. Those that do not, one by one, are left; they may still do so together.
    harmless = [one for one in usable if _is_harmless(source, one, tools, wanted)]
    choice = choose(harmless, wanted, barred)
    after = _apply(source, choice)
    return choice, after if after is not None and _is_kept(source, after, tools, wanted) else None


def _is_harmless(source: Source, found: Diagnostic, tools: Tools, wanted: Wanted) -> bool:
    if wanted.fix_of(found) is None:
        return False
    after = _apply(source, choose([found], wanted))
    return after is not None and _is_kept(source, after, tools, wanted)


def _apply(source: Source, choice: Choice) -> Source | None:
    """Return the source after its edits, as its file would be read; None where it would not be read so."""
    if not choice.edits:
        return None
    text = apply_edits(source.text, choice.edits)
    try:
        after = decode(encode(source._replace(text=text)), source.path, source.format)
    except UnicodeEncodeError:
        return None
    return after if after.text == text and text != source.text else None


def _can_be_written(source: Source, found: Diagnostic) -> bool:
    """Tell whether the encoding of a file has the characters that a fix puts in."""
    try:
        for edit in found.fix.edits if found.fix else ():
            edit.text.encode(source.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_kept(before: Source, after: Source, tools: Tools, wanted: Wanted) -> bool:
    """Tell whether fixes leave alone what they must: the fields of front matter, and, if safe, all quotations."""
    old, new = tools.parse(before), tools.parse(after)
    if _faults(new) > _faults(old) or not _fields(old) <= _fields(new):
        return False
    return wanted.unsafe or texts_of_quotations(old) == texts_of_quotations(new)


def _faults(article: Article) -> int:
    return sum(problem.kind == "front-matter-invalid" for problem in article.problems)


def _fields(article: Article) -> set[str]:
    return {entry.name for entry in article.front_matter.fields} if article.front_matter else set()


def move_lines(lines: Sequence[Lines], trail: Trail, now: Source) -> Iterator[Lines]:
    """Yield where lines of a text, each from a first to a last one, are after the rounds that led to another."""
    texts = [*(source for source, _ in trail), now]
    for first, last in lines:
        for (before, choice), after in zip(trail, texts[1:], strict=True):
            count = len(before.line_starts)
            begin = before.line_span(min(first, count)).start
            end = before.line_span(min(last, count)).end
            first = after.position(follow(begin, choice.edits)).line
            last = after.position(follow(end, choice.edits)).line
        yield first, last
