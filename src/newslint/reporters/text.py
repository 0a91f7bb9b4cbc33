"""Write a report for people to read in a terminal: by file, with the words underlined in their line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.diagnostics import Card, Diagnostic, FileReport, RelatedPlace, Report, Severity
from newslint.records import NamedTuple
from newslint.reporters.counting import (
    cite,
    count_of,
    describe_totals,
    group_unevaluated,
    join_words,
    place_of,
    tabulate_rules,
)
from newslint.reporters.display import frame, paint, text_width, wrap
from newslint.source import is_document
from newslint.terminal import inert, safe, safe_path

_LOOK = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_INDENT = " " * 6
_PLACES_SHOWN = 6
_OTHERS_TOLD = 6
_RULES_NAMED = 4
# What the site's template or another file of the site holds: the reader of this one misses nothing.
_ELSEWHERE = frozenset({"structured-data", "front-matter"})
# Findings that say that a file passed a limit, which is not a crash.
_LIMITS = {"internal/file-too-large", "internal/file-not-text", "internal/file-timeout"}
_CLEAN = "Nothing to report."
_EXPLAIN = "`newslint explain RULE` has the details."


class TextOptions(NamedTuple):
    """How a report is to look; `width` is in terminal cells, `fail_on` None where nothing fails the run."""

    colour: bool
    width: int
    quiet: bool
    statistics: bool
    fail_on: Severity | None


def render_text(report: Report, options: TextOptions) -> str:
    """Return a report for a terminal."""
    lines: list[str] = []
    if options.statistics:
        lines += [*tabulate_rules(report), ""] if report.diagnostics else []
    else:
        explained: set[str] = set()
        for file in report.files:
            if file.diagnostics or (file.repairs and not options.quiet):
                lines += _file_lines(file, options, explained)
    if not options.quiet:
        lines += _unevaluated_lines(report, options)
    if not options.quiet or report.diagnostics or report.unreadable or _gap_of(report):
        lines += _closing_lines(report, options)
    return "".join(f"{inert(line)}\n" for line in lines)


def _file_lines(file: FileReport, options: TextOptions, explained: set[str]) -> Iterator[str]:
    yield paint(safe_path(file.path), "bold", colour=options.colour)
    if file.card is not None and not options.quiet:
        for line in wrap(describe_card(file.card, file.targets), options.width, "  "):
            yield paint(line, "dim", colour=options.colour)
        yield ""
    for entry in entries_of(file.diagnostics, options.fail_on):
        yield from _entry_lines(entry, options, explained)
        yield ""
    if file.repairs and not options.quiet:
        yield from _repair_lines(file.repairs, options)
        yield ""


def _repair_lines(repairs: Sequence[Diagnostic], options: TextOptions) -> Iterator[str]:
    """Yield what was fixed, each rule once, with its places in the fixed text."""
    entries: dict[str, list[Diagnostic]] = {}
    for found in repairs:
        entries.setdefault(found.rule, []).append(found)
    for first, *others in entries.values():
        done = paint(f"{'fixed':<7}", "green", "bold", colour=options.colour)
        yield f"  {done}  {_place(first)}  {paint(safe(first.rule), 'bold', colour=options.colour)}{_times(others)}"
        yield from wrap(first.message, options.width, _INDENT)
        yield from _other_lines(first, others, options)


def _times(others: Sequence[Diagnostic]) -> str:
    return f"  ({len(others) + 1} places)" if others else ""


def describe_card(card: Card, targets: Mapping[str, float]) -> str:
    """Return an article's measures in one sentence; a measure that passes its target says so."""

    def told(name: str, text: str) -> str:
        value, target = getattr(card, name), targets.get(name)
        return f"{text} (target {target:g})" if target is not None and value > target else text

    grade = "" if card.grade is None else told("grade", f"grade {card.grade:.1f}")
    share = told("long_sentences", f"{card.long_sentences} % long sentences")
    sentence = told("longest_sentence", f"longest sentence {count_of(card.longest_sentence, 'word')}")
    paragraph = told("longest_paragraph", f"paragraph {card.longest_paragraph}")
    length = f"{count_of(card.words, 'word')}, {card.minutes} min"
    counts = [
        count_of(card.quotations, "quotation"),
        count_of(card.named_sources, "named source"),
        count_of(card.links, "link"),
    ]
    return (
        "; ".join(part for part in (length, grade, share, f"{sentence}, {paragraph}", ", ".join(counts)) if part) + "."
    )


def entries_of(diagnostics: Sequence[Diagnostic], fail_on: Severity | None) -> list[list[Diagnostic]]:
    """Return the findings of each rule at one severity together, in the order in which an editor needs them.

    First what must be fixed, the most severe first, then the rest in reading order.
    """
    entries: dict[tuple[str, Severity], list[Diagnostic]] = {}
    for found in diagnostics:
        entries.setdefault((found.rule, found.severity), []).append(found)
    least = (fail_on or Severity.ERROR).rank

    def order(entry: list[Diagnostic]) -> tuple[int, int]:
        rank = entry[0].severity.rank
        return -rank if rank >= least else 0, entry[0].start.offset

    return sorted(entries.values(), key=order)


def _entry_lines(entry: list[Diagnostic], options: TextOptions, explained: set[str]) -> Iterator[str]:
    """Yield the lines of one rule's findings in a file; `explained` are rules whose remedy stands further up."""
    first, *others = entry
    look, colour = _LOOK[first.severity], options.colour
    severity = paint(f"{first.severity:<7}", look, "bold", colour=colour)
    yield f"  {severity}  {_place(first)}  {paint(safe(first.rule), 'bold', colour=colour)}{_times(others)}"
    yield from wrap(first.message, options.width, _INDENT)
    if first.frame.strip():
        yield from _frame_lines(first, options)
    for line in _related_lines(first.related, _line_word(first.path)):
        yield from wrap(line, options.width, _INDENT)
    yield from _other_lines(first, others, options)
    if first.rule not in explained:
        explained.add(first.rule)
        yield from _source_lines(first, options)


def _line_word(path: str) -> str:
    return "paragraph" if is_document(path) else "line"


def _place(diagnostic: Diagnostic) -> str:
    return (
        place_of(diagnostic) if is_document(diagnostic.path) else f"{diagnostic.start.line}:{diagnostic.start.column}"
    )


def _other_lines(first: Diagnostic, others: list[Diagnostic], options: TextOptions) -> Iterator[str]:
    """Yield what a rule says of its other places, each message once with all its places."""
    told: dict[str, list[Diagnostic]] = {}
    for found in others:
        told.setdefault(found.message, []).append(found)
    for number, (message, places) in enumerate(told.items()):
        if number == _OTHERS_TOLD and len(told) > _OTHERS_TOLD + 1:
            rest = [found for these in list(told.values())[number:] for found in these]
            yield from wrap(f"and at {_join_places(rest)}", options.width, _INDENT, _INDENT + "  ")
            return
        says = "the same" if message == first.message else message
        yield from wrap(f"{_join_places(places)}: {says}", options.width, _INDENT, _INDENT + "  ")


def _join_places(found: list[Diagnostic]) -> str:
    shown = [_place(each) for each in found[:_PLACES_SHOWN]]
    return join_words([*shown, f"{len(found) - len(shown)} more"] if len(found) > len(shown) else shown)


def _source_lines(diagnostic: Diagnostic, options: TextOptions) -> Iterator[str]:
    if diagnostic.remedy:
        yield from wrap(f"Remedy: {diagnostic.remedy}", options.width, _INDENT)
    if source := cite(diagnostic):
        for line in wrap(f"Source: {source}", options.width, _INDENT, _INDENT + "  "):
            yield paint(line, "dim", colour=options.colour)


def _frame_lines(diagnostic: Diagnostic, options: TextOptions) -> Iterator[str]:
    start, end = diagnostic.start, diagnostic.end
    if diagnostic.mark:
        line, goes_on, (first, last) = diagnostic.frame.replace("\n", " "), False, diagnostic.mark
    else:
        line, goes_on = diagnostic.frame.rstrip("\r\n"), end.line > start.line
        first, last = start.column - 1, len(line) if goes_on else end.column - 1
    gutter = f"{start.line:>6} | "
    shown, before, under = frame(line, first, last, options.width - len(gutter))
    margin = " " * (len(gutter) - 2) + "| "
    mark = paint("^" * under, _LOOK[diagnostic.severity], colour=options.colour)
    more = f" (to {_line_word(diagnostic.path)} {end.line})" if goes_on and end.column > 1 else ""
    yield paint(gutter, "dim", colour=options.colour) + shown.rstrip()
    # A line that is meant as a whole needs no marks under it.
    if more or line[:first].strip() or line[last:].strip():
        yield paint(margin, "dim", colour=options.colour) + " " * before + mark + more


def _related_lines(related: tuple[RelatedPlace, ...], word: str) -> Iterator[str]:
    """Yield a line for each thing that is said of other places, with all the lines of which it is said."""
    said: dict[str, list[RelatedPlace]] = {}
    for place in related:
        said.setdefault(safe(place.message), []).append(place)
    for message, places in said.items():
        numbers = list(dict.fromkeys(str(place.start.line) for place in places))
        if len(numbers) > _PLACES_SHOWN:
            numbers = [*numbers[:_PLACES_SHOWN], f"{len(numbers) - _PLACES_SHOWN} more"]
        where = f"Also {word}{'s' if len(numbers) > 1 else ''} {join_words(numbers)}"
        yield f"{where}: {message}" if message else f"{where}."


def _unevaluated_lines(report: Report, options: TextOptions) -> Iterator[str]:
    groups = group_unevaluated(report, leave_out=_ELSEWHERE)
    for reason, rules, files in groups:
        named = rules if len(rules) <= _RULES_NAMED else [*rules[: _RULES_NAMED - 1], f"{len(rules) - 3} more"]
        text = f"Not evaluated in {count_of(files, 'file')} ({safe(reason)}): {join_words(named)}."
        for line in wrap(text, options.width, "", "  "):
            yield paint(line, "dim", colour=options.colour)
    if groups:
        yield ""


def _closing_lines(report: Report, options: TextOptions) -> Iterator[str]:
    extra = []
    if report.fixed:
        extra.append(f"{report.fixed} fixed")
    if suppressed := sum(file.suppressed for file in report.files):
        extra.append(f"{suppressed} suppressed")
    if drafts := sum(file.is_draft for file in report.files):
        extra.append(count_of(drafts, "draft"))
    if report.drafts:
        extra.append(f"{count_of(report.drafts, 'draft')} left out (`drafts: skip`)")
    if report.templates:
        extra.append(f"{count_of(report.templates, 'template')} left out")
    if report.baselined:
        extra.append(f"{report.baselined} in the baseline")
    if report.unreadable:
        extra.append(f"{count_of(len(report.unreadable), 'file')} could not be read")
    if report.diagnostics or extra:
        totals = f"{describe_totals(report)}{''.join(f'; {part}' for part in extra)}."
        for line in _fit(totals, describe_fixable(report).strip(), options.width):
            yield paint(line, "bold", colour=options.colour)
    left_out = describe_hidden(report.hidden) if report.hidden else ""
    advice = advise(report, options.fail_on)
    # The totals have said so.
    if not extra or advice != _CLEAN or left_out:
        yield from _fit("" if extra and advice == _CLEAN else advice, left_out, options.width)


def _fit(first: str, second: str, width: int) -> Iterator[str]:
    """Yield two parts on one line where they fit, else each on its own: options within are not broken in two."""
    whole = f"{first} {second}".strip()
    for part in [whole] if text_width(whole) <= width else filter(None, (first, second)):
        yield from wrap(part, width)


def describe_fixable(report: Report) -> str:
    """Return the sentence that tells how many findings can be fixed, after a space; empty where none can."""
    safe, unsafe = (report.count_fixable(applicability) for applicability in ("safe", "unsafe"))
    with_safe = f"{safe} can be fixed with `--fix`"
    with_unsafe = f"{unsafe} {'more' if safe else 'can be fixed'} with `--fix --unsafe-fixes`"
    parts = [*([with_safe] if safe else []), *([with_unsafe] if unsafe else [])]
    return f" {', '.join(parts)}." if parts else ""


def describe_hidden(number: int) -> str:
    """Return the sentence that tells of findings that are not shown, and how to see them."""
    verb = "is" if number == 1 else "are"
    return f"{count_of(number, 'less severe finding')} {verb} left out (`--min-severity advice`)."


def advise(report: Report, fail_on: Severity | None) -> str:
    """Return the one sentence that says what to do now."""
    if gap := _gap_of(report):
        return gap
    blocking = _blocking(report, fail_on or Severity.ERROR)
    if report.ended and not blocking:
        entries = "1 entry" if report.ended == 1 else f"{report.ended} entries"
        return f"Nothing here blocks publication, but the baseline has {entries} too many, which fails the run."
    if not report.diagnostics:
        return _CLEAN if report.files else "No file was checked."
    if blocking == ["advice"]:
        return f"Follow the advice before publishing; {_EXPLAIN}"
    if blocking:
        return f"Fix the {join_words(blocking)} before publishing; {_EXPLAIN}"
    is_advice = report.count(Severity.ADVICE) == len(report.diagnostics)
    rest = "consider the advice" if is_advice else "look at the warnings"
    return f"Nothing here blocks publication; {rest}. {_EXPLAIN}"


def _gap_of(report: Report) -> str:
    """Return why a report is incomplete and what to do about that; empty where it is complete."""
    failed = {rule for file in report.files for rule in file.crashed}
    if failed - _LIMITS:
        return "newslint crashed, so the result is incomplete. Please report the internal/… finding."
    if failed:
        return "Some files were not checked, so the result is incomplete. See the internal/… findings."
    if report.unreadable:
        return "Some files could not be read, so the result is incomplete. Check their names and permissions."
    return ""


def _blocking(report: Report, least: Severity) -> list[str]:
    """Return the names of what was found that is at least as grave as a severity."""
    counts = {severity: report.count(severity) for severity in Severity if severity.rank >= least.rank}
    return [
        f"{severity}s" if count > 1 and severity != Severity.ADVICE else str(severity)
        for severity, count in counts.items()
        if count
    ]
