"""Apply fixes and look again, until there is nothing left to fix; rules that undo each other are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from newslint.article import Article
from newslint.diagnostics import Diagnostic, Edit, FileReport
from newslint.fixes.edits import Choice, Wanted, apply_edits, choose, follow
from newslint.fixes.links import keeps_links
from newslint.fixes.listed import Listed
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

    `fixed` is how many findings of each rule were fixed, `trail` the way to the text.
    """

    source: Source
    report: FileReport
    fixed: Mapping[str, int] = {}
    fighting: tuple[str, ...] = ()
    trail: Trail = ()


def fix_source(source: Source, tools: Tools, wanted: Wanted) -> Outcome:
    """Fix a text until it comes to rest.

    Where rules undo each other's work it is fixed without them, and what that leaves once more with them: a text is at
    rest only when another run would leave it as it is. What only a fix brings to light no report has listed yet; it is
    left for the next run.
    """
    outcome = _come_to_rest(source, tools, wanted)
    if len(outcome.trail) > 1:
        # The whole way shows which rules undo each other; now only what was listed is fixed.
        outcome = _resolve(source, (), tools, wanted, frozenset(outcome.fighting), is_listed=True)
    return outcome._replace(report=outcome.report._replace(fixed=dict(outcome.fixed)))


def _come_to_rest(source: Source, tools: Tools, wanted: Wanted) -> Outcome:
    """Fix a text until nothing is left to fix, be it listed or not."""
    outcome = _resolve(source, (), tools, wanted)
    seen = {source.text}
    while outcome.fighting and outcome.source.text not in seen:
        seen.add(outcome.source.text)
        more = _resolve(outcome.source, outcome.trail, tools, wanted)
        fighting = tuple(sorted({*outcome.fighting, *more.fighting}))
        outcome = more._replace(fixed=_total(more.trail), fighting=fighting)
    return outcome


def _resolve(
    source: Source,
    past: Trail,
    tools: Tools,
    wanted: Wanted,
    barred: frozenset[str] = frozenset(),
    *,
    is_listed: bool = False,
) -> Outcome:
    """Fix a text that some rounds led to; where it does not come to rest, begin again without the rules to blame."""
    while True:
        outcome = _settle(source, past, tools, wanted, barred, is_listed=is_listed)
        if not outcome.fighting:
            return outcome._replace(fighting=tuple(sorted(barred)))
        barred |= frozenset(outcome.fighting)


def _settle(
    source: Source, past: Trail, tools: Tools, wanted: Wanted, barred: Collection[str], *, is_listed: bool
) -> Outcome:
    """Fix a text round by round, or only what its first report lists; name the rules that kept it from rest."""
    now, trail = source, past
    first = report = tools.lint(source, past)
    listed = Listed(first.diagnostics, wanted) if is_listed else None
    known: dict[str, int] = {source.text: len(past)}
    while not report.crashed:
        found = report.diagnostics if listed is None else listed.of(report.diagnostics)
        choice, after = _advance(now, found, tools, wanted, barred)
        if after is None:
            break
        if listed is not None:
            listed.move(choice.edits)
        trail = (*trail, (now, choice))
        if after.text in known or len(trail) == len(past) + MOST_ROUNDS:
            again = trail[known.get(after.text, len(trail) - 1) :]
            return Outcome(source, first, fighting=tuple({rule for _, done in again for rule in done.fixed}))
        known[after.text] = len(trail)
        following = tools.lint(after, trail)
        if following.crashed:  # a text that newslint cannot read is no improvement
            trail = trail[:-1]
            break
        now, report = after, following
    return Outcome(now, report, _total(trail), (), trail)


def _total(trail: Trail) -> Mapping[str, int]:
    """Return how many findings of each rule were fixed on a way."""
    return dict(sum((Counter(done.fixed) for _, done in trail), Counter[str]()))


def _advance(
    source: Source, found: Sequence[Diagnostic], tools: Tools, wanted: Wanted, barred: Collection[str]
) -> tuple[Choice, Source | None]:
    """Return the fixes of a round and the text that they make, or None where there is nothing to do."""
    usable = [one for one in found if _can_be_written(source, one)]
    # A mistyped suppression holds nothing back; what it was meant for is not fixed before it can.
    mistyped = [one for one in usable if one.rule == _MISTYPED and one.rule not in barred and wanted.fix_of(one)]
    usable = mistyped or usable
    wished = [one for one in usable if one.rule not in barred and wanted.fix_of(one)]
    choice = choose(wished, wanted)
    after = _apply(source, choice)
    if after is None:
        return choice, None
    old = tools.parse(source)

    def keeps(some: Sequence[Diagnostic]) -> bool:
        edits = choose(some, wanted).edits
        fixed = _apply(source, Choice(edits))
        return fixed is not None and _is_kept(old, tools.parse(fixed), edits, wanted)

    if keeps(wished):
        return choice, after
    # Together they change what they must not. Those that do not are left; together, these may still do so.
    harmless = _find_harmless(wished, keeps)
    choice = choose(harmless, wanted)
    return choice, _apply(source, choice) if harmless and keeps(harmless) else None


def _find_harmless(found: Sequence[Diagnostic], keeps: Callable[[Sequence[Diagnostic]], bool]) -> Sequence[Diagnostic]:
    """Return the findings whose fixes keep what they must; halves are tried, so that few faults cost few readings."""
    if len(found) == 1:
        return []
    middle = len(found) // 2
    halves = found[:middle], found[middle:]
    return [one for half in halves for one in (half if keeps(half) else _find_harmless(half, keeps))]


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


def _is_kept(old: Article, new: Article, edits: Sequence[Edit], wanted: Wanted) -> bool:
    """Tell whether fixes leave alone what they must: fields of front matter, links, and, if safe, all quotations."""
    if _faults(new) > _faults(old) or not _keeps_fields(old, new) or not keeps_links(old, new, edits):
        return False
    return wanted.unsafe or texts_of_quotations(old) == texts_of_quotations(new)


def _faults(article: Article) -> int:
    return sum(problem.kind == "front-matter-invalid" for problem in article.problems)


def _keeps_fields(old: Article, new: Article) -> bool:
    """Tell whether all fields are there, and texts are still texts: `title: nope` must not become `title: no`."""
    return old.front_matter is None or (_is_of_kind(_fields(old), _fields(new)) and _doubtful(old) >= _doubtful(new))


# Texts in YAML 1.2, and no texts in YAML 1.1, which many generators read.
_DOUBTFUL = frozenset({"y", "n", "yes", "no", "on", "off"})


def _doubtful(article: Article) -> set[str]:
    """Return the names of fields whose value is a text only for some readers of YAML."""
    if article.front_matter is None or article.front_matter.kind != "yaml":
        return set()
    fields = article.front_matter.fields
    return {entry.name for entry in fields if article.source.slice(entry.span).strip().lower() in _DOUBTFUL}


def _fields(article: Article) -> dict[str, object]:
    return {entry.name: entry.value for entry in article.front_matter.fields} if article.front_matter else {}


def _is_of_kind(old: object, new: object) -> bool:
    """Tell whether a value is of the kind that it was, with all within it; what is no text may become one."""
    if isinstance(old, Mapping):
        return isinstance(new, Mapping) and all(key in new and _is_of_kind(old[key], new[key]) for key in old)
    if isinstance(old, list | tuple):
        return isinstance(new, list | tuple) and all(map(_is_of_kind, old, new)) and len(old) == len(new)
    return isinstance(new, str) or type(old) is type(new)


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
