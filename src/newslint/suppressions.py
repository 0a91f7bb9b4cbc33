"""Suppressions: comments and front matter entries of an article that keep a rule from being reported, and why."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from itertools import islice, takewhile
from types import MappingProxyType

from newslint.article import Article, Comment
from newslint.diagnostics import Diagnostic, Excuse
from newslint.errors import nearest
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Ranges, Span
from newslint.today import Today

# The family of the diagnostics about suppressions; an article cannot suppress these.
FAMILY = "suppressions"
_EXAMPLE = "ignore[rule] reason: …"
_ADDRESSED = pattern(r"newslint\s*:|newslint[\s-]+(?:ignore|disable|enable|off|skip)\b", re.IGNORECASE)
_VERB = pattern(r"newslint\s*:\s*([\w-]*)\s*", re.IGNORECASE)
_LIST = pattern(r"\[([^\]]*)\]\s*")
_NAME = pattern(r"[^\s,]+")
_KEY = pattern(r"(?:^|(?<=\s))(reason|until)\s?:", re.IGNORECASE)
# What may be before a comment on its line without being text: space, quotation marks of Markdown, comments, tags.
_NO_TEXT = pattern(r"(?:[\s>]+|<!--(?:(?!-->).)*-->|<(?!!--)[^<>]*>)*+")
_KINDS = ("ignore", "ignore-list", "ignore-start", "ignore-file")
_START = pattern(r"newslint\s*:\s*ignore-start\b", re.IGNORECASE)
_END = pattern(r"newslint\s*:\s*ignore-end\b", re.IGNORECASE)
_ROWS = ("list-item", "table-row")
_ENTRY_KEYS = ("rule", "reason", "until")


class Fault(NamedTuple):
    """Something wrong with a suppression; `kind` is missing-reason, unknown-rule, malformed, expired or unused.

    `use` is the name to write instead of the one at the span, where there is one.
    """

    kind: str
    span: Span
    message: str
    use: str = ""


class Outcome(NamedTuple):
    """The diagnostics that stay, the suppressions with those that they hold, and what is wrong with suppressions."""

    kept: list[Diagnostic]
    excuses: list[Excuse]
    faults: list[Fault]

    @property
    def suppressed(self) -> int:
        """How many diagnostics are held back."""
        return sum(len(excuse.held) for excuse in self.excuses)


class _Target(NamedTuple):
    """One rule or family that a suppression names, which one that is, and where it holds (None: in the whole file)."""

    name: str
    span: Span
    cover: Span | None
    suppression: int


class _Covers:
    """Where rules and families are suppressed; suppressions may be as many as diagnostics, so none is walked."""

    def __init__(self, targets: Iterable[_Target]) -> None:
        self._targets: dict[str, list[_Target]] = {}
        for target in targets:
            self._targets.setdefault(target.name, []).append(target)
        self._ranges = {
            name: Ranges(Span(0, sys.maxsize) if target.cover is None else target.cover for target in own)
            for name, own in self._targets.items()
        }

    def holder(self, found: Diagnostic) -> int | None:
        """Return the suppression of its rule or family that holds a diagnostic back."""
        for name in _names_of(found.rule):
            at = self._ranges[name].find(found.start.offset, found.end.offset) if name in self._ranges else None
            if at is not None:
                return self._targets[name][at].suppression
        return None

    def spare(self, found: Diagnostic) -> Diagnostic:
        """Return a diagnostic without those parts of its fix that stand where its rule is suppressed."""
        if found.fix is None:
            return found
        ranges = [self._ranges[name] for name in _names_of(found.rule) if name in self._ranges]
        if not ranges:
            return found
        free = found.fix.keep(lambda edit: not any(each.overlaps(edit.start, edit.end) for each in ranges))
        return found._replace(fix=free)


class _Suppression(NamedTuple):
    """A suppression as written: the names with their places, its reason and date, and whether it is a comment."""

    span: Span
    cover: Span | None
    names: list[tuple[str, Span]]
    reason: str
    until: date | None
    is_comment: bool = True


class _MalformedError(Exception):
    """What is wrong with how a suppression is written."""


def apply(
    article: Article,
    diagnostics: list[Diagnostic],
    known_rules: Collection[str],
    active_rules: Collection[str],
    today: Today,
    former: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Drop the diagnostics that an article suppresses, and report what is wrong with its suppressions.

    `known_rules` are the ids of all rules (families may be among them), `active_rules` those that ran: only a
    suppression of one of these can be unused. `former` are the present names of rules by those that they had. A
    suppression without a reason still holds, an expired one does not.
    """
    faults: list[Fault] = []
    written = list(_suppressions(article, faults))
    if not written and not faults:
        return Outcome(diagnostics, [], [])
    known = _all_names(known_rules) - {""}
    targets: list[_Target] = []
    for number, suppression in enumerate(written):
        targets += _targets_of(suppression, number, known, today, faults, former)
    kept, held = _divide(diagnostics, _Covers(targets))
    active = _all_names(active_rules)
    faults += _unused((target for target in targets if target.name in active), _by_name(diagnostics))
    faults.sort(key=lambda fault: (fault.span, fault.kind, fault.message))
    excuses = [
        _excuse(article, suppression, tuple(held.get(number, ())), today) for number, suppression in enumerate(written)
    ]
    return Outcome(kept, excuses, faults)


def _divide(diagnostics: Iterable[Diagnostic], covers: _Covers) -> tuple[list[Diagnostic], dict[int, list[Diagnostic]]]:
    """Return the diagnostics that stay, and the others by the suppression that holds them."""
    kept: list[Diagnostic] = []
    held: dict[int, list[Diagnostic]] = {}
    for found in diagnostics:
        holder = covers.holder(found)
        if holder is None:
            kept.append(covers.spare(found))
        else:
            held.setdefault(holder, []).append(found)
    return kept, held


def _excuse(article: Article, suppression: _Suppression, held: tuple[Diagnostic, ...], today: Today) -> Excuse:
    until = suppression.until
    return Excuse(
        "comment" if suppression.is_comment else "front matter",
        article.source.position(suppression.span.start).line,
        tuple(name for name, _ in suppression.names),
        suppression.reason,
        until.isoformat() if until else "",
        is_expired=until is not None and today.is_after(until),
        held=held,
    )


def _names_of(rule: str) -> tuple[str, str]:
    """Return the names by which a rule may be suppressed: its own and its family's."""
    return rule, rule.rpartition("/")[0]


def _all_names(rules: Iterable[str]) -> set[str]:
    return {name for rule in rules for name in _names_of(rule)}


def _by_name(diagnostics: Sequence[Diagnostic]) -> dict[str, Ranges]:
    """Return where the diagnostics of each rule and family are; an empty one is its place."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for found in diagnostics:
        start, end = found.start.offset, found.end.offset
        for name in _names_of(found.rule):
            spans.setdefault(name, []).append((start, max(end, start + 1)))
    return {name: Ranges(places) for name, places in spans.items()}


def _unused(targets: Iterable[_Target], reported: Mapping[str, Ranges]) -> Iterator[Fault]:
    """Yield a fault for each target that suppresses none of the diagnostics."""
    for target in targets:
        cover, places = target.cover, reported.get(target.name)
        is_used = places is not None and (cover is None or (cover.start < cover.end and places.overlaps(*cover)))
        if not is_used:
            message = f"{target.name} reports nothing here: remove it from this suppression."
            yield Fault("unused", target.span, message)


def _targets_of(
    suppression: _Suppression,
    number: int,
    known: set[str],
    today: Today,
    faults: list[Fault],
    former: Mapping[str, str],
) -> list[_Target]:
    """Return what a suppression names and still holds for, after noting what is wrong with it."""
    if not suppression.reason:
        faults.append(Fault("missing-reason", suppression.span, "This suppression gives no reason: add `reason: …`."))
    usable = []
    for name, span in suppression.names:
        if name == FAMILY or name.startswith(f"{FAMILY}/"):
            faults.append(Fault("malformed", span, "Problems with suppressions cannot be suppressed: fix the comment."))
        elif name in former:
            message = f"{name} is now {former[name]}: write the new name here. The old one still works."
            faults.append(Fault("renamed-rule", span, message, former[name]))
            usable.append(_Target(former[name], span, suppression.cover, number))
        elif name not in known:
            close = nearest(name, known)
            hint = f"did you mean {close}?" if close else "`newslint rules` lists those there are."
            faults.append(Fault("unknown-rule", span, f"There is no rule or family {name}: {hint}", close or ""))
        else:
            usable.append(_Target(name, span, suppression.cover, number))
    if suppression.until is not None and today.is_after(suppression.until):
        message = f"This suppression expired on {suppression.until.isoformat()}: fix the fault or set a new date."
        faults.append(Fault("expired", suppression.span, message))
        return []
    return usable


def _suppressions(article: Article, faults: list[Fault]) -> Iterator[_Suppression]:
    layout = _Layout(article)
    written: list[tuple[Callable[[], _Suppression], Span]] = [
        (partial(_read_comment, layout, comment), comment.span)
        for comment in article.comments
        if _ADDRESSED.match(comment.text.lstrip()) and not _END.match(comment.text.lstrip())
    ]
    faults += layout.lone_ends()
    entry = article.field("newslint")
    if entry is not None and isinstance(entry.value, Mapping) and "ignore" in entry.value:
        written += [(partial(_read_item, item, entry.span), entry.span) for item in _as_list(entry.value["ignore"])]
    for read, span in written:
        try:
            yield read()
        except _MalformedError as error:
            faults.append(Fault("malformed", span, str(error)))


def _as_list(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else [value]


def _read_comment(layout: _Layout, comment: Comment) -> _Suppression:
    """Return the suppression in a comment; raise _MalformedError where it cannot be understood."""
    text, origin = _inner(layout.article, comment)
    verb = _VERB.match(text)
    if verb is None:
        raise _MalformedError(f"A suppression begins with `newslint:`; write {_EXAMPLE}")
    kind = verb.group(1).lower()
    if kind not in _KINDS:
        known = "`ignore`, `ignore-list`, `ignore-start`, `ignore-end` or `ignore-file`"
        raise _MalformedError(f"A suppression says {known}, not `{kind}`; write {_EXAMPLE}")
    listed = _LIST.match(text, verb.end())
    if listed is None:
        raise _MalformedError(f"A suppression names its rules in brackets; write {kind}[rule] reason: …")
    names = []
    for name in _NAME.finditer(text, listed.start(1), listed.end(1)):
        span = comment.span if origin is None else Span(origin + name.start(), origin + name.end())
        names.append((_checked(name.group()), span))
    if not names:
        raise _MalformedError("This suppression names no rule; all rules at once cannot be suppressed.")
    values = _read_keys(text[listed.end() :])
    until = _read_date(values["until"]) if "until" in values else None
    covers = {"ignore": layout.cover, "ignore-list": layout.cover_list, "ignore-start": layout.cover_to_end}
    cover = covers[kind](comment) if kind in covers else None
    return _Suppression(comment.span, cover, names, values.get("reason", ""), until)


def _inner(article: Article, comment: Comment) -> tuple[str, int | None]:
    """Return a comment's text without outer space, and the offset of its first character, if that is certain."""
    text = comment.text.strip()
    at = article.source.slice(comment.span).find(text)
    return text, comment.span.start + at if at >= 0 else None


def _checked(name: str) -> str:
    if name in ("*", "all"):
        raise _MalformedError("All rules at once cannot be suppressed: name the rules or their family.")
    return name


def _read_keys(text: str) -> dict[str, str]:
    """Return the values of `reason:` and `until:` in any order; raise _MalformedError for words outside of them."""
    marks = list(_KEY.finditer(text))
    before = text[: marks[0].start()] if marks else text
    if before.strip(" \t\r\n-–—:"):
        raise _MalformedError(f"“{_shorten(before)}” is not part of a suppression: put `reason:` before it.")
    values: dict[str, str] = {}
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        key = mark.group(1).lower()
        if key in values:
            raise _MalformedError(f"`{key}:` appears twice in this suppression.")
        values[key] = " ".join(text[mark.end() : end].split())
    return values


def _read_date(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip().rstrip(".,;"))
    except ValueError:
        raise _MalformedError(f"`until: {_shorten(str(value))}` is not a date (use YYYY-MM-DD).") from None


def _read_item(item: object, span: Span) -> _Suppression:
    """Return the suppression in an entry of the front matter's `ignore` list; it covers the file."""
    if not isinstance(item, Mapping):
        raise _MalformedError("An entry under `newslint: ignore:` has the keys `rule`, `reason` and `until`.")
    for key in item:
        if key not in _ENTRY_KEYS:
            close = nearest(str(key), _ENTRY_KEYS)
            hint = f"did you mean `{close}`?" if close else "it may have `rule`, `reason` and `until`."
            raise _MalformedError(f"An entry under `newslint: ignore:` has the key `{_shorten(str(key))}`: {hint}")
    names = [(_checked(str(rule).strip()), span) for rule in _as_list(item.get("rule")) if rule]
    if not names:
        raise _MalformedError("An entry under `newslint: ignore:` has no `rule`.")
    until = None if item.get("until") is None else _read_date(item["until"])
    return _Suppression(span, None, names, str(item.get("reason") or "").strip(), until, is_comment=False)


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39].rstrip() + "…"


class _Layout:
    """Where an article's text and blocks begin, to tell what a comment covers."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.starts = [block.span.start for block in article.blocks]
        self.first_text: dict[int, int] = {}

    @cached_property
    def _ends(self) -> dict[Span, Span | None]:
        """The comment that ends each range, by the one that starts it; ranges may hold others. None is no partner."""
        partners: dict[Span, Span | None] = {}
        open_ones: list[Span] = []
        for comment in sorted(self.article.comments, key=lambda each: each.span):
            text = comment.text.lstrip()
            if _START.match(text):
                open_ones.append(comment.span)
            elif _END.match(text):
                partners[open_ones.pop() if open_ones else comment.span] = comment.span
        return partners | dict.fromkeys(open_ones)

    def lone_ends(self) -> Iterator[Fault]:
        """Yield a fault for each end of a range that nothing starts."""
        for start, end in self._ends.items():
            if start == end:
                yield Fault(
                    "malformed", start, "Nothing starts this range: write `ignore-start[rule] reason: …` above it."
                )

    def cover_to_end(self, comment: Comment) -> Span:
        """Return what stands between a comment and the one that ends its range; raise _MalformedError without one."""
        end = self._ends.get(comment.span)
        if end is None:
            raise _MalformedError("This range has no end: write `newslint: ignore-end` below what it covers.")
        return Span(comment.span.end, end.start)

    def cover(self, comment: Comment) -> Span:
        """Return what a comment covers: its line, where text is before it; else the block it is in or the next one.

        A comment that no block follows covers nothing.
        """
        article, (start, end) = self.article, comment.span
        line = article.source.line_span(article.source.position(start).line)
        if self._begins(line) < start:
            return Span(line.start, max(line.end, article.source.line_span(article.source.position(end).line).end))
        inside = article.block_at(start)
        if inside is not None:
            block = article.blocks[inside].span
            if (block.start < start and end <= block.end) or (block.start == start and end < block.end):
                return block
        following = bisect_left(self.starts, end)
        return article.blocks[following].span if following < len(self.starts) else Span(end, end)

    def cover_list(self, comment: Comment) -> Span:
        """Return the range of the list or table that follows a comment; raise _MalformedError where none does."""
        blocks, at = self.article.blocks, bisect_left(self.starts, comment.span.end)
        rows = list(takewhile(lambda block: block.kind in _ROWS, islice(blocks, at, None)))
        if not rows:
            raise _MalformedError("No list or table follows this suppression: write `ignore[rule]` for one block.")
        return Span(rows[0].span.start, max(row.span.end for row in rows))

    def _begins(self, line: Span) -> int:
        """Return where the first text of a line is; comments and tags are none."""
        if line.start not in self.first_text:
            found = _NO_TEXT.match(self.article.source.text, line.start, line.end)
            self.first_text[line.start] = found.end() if found else line.start
        return self.first_text[line.start]
