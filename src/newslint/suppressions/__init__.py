"""Suppressions: comments and front matter entries of an article that keep a rule from being reported, and why."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from newslint.article import Article
from newslint.diagnostics import Diagnostic, Excuse
from newslint.errors import nearest
from newslint.records import NamedTuple
from newslint.spans import Ranges, Span
from newslint.suppressions.faults import FAMILY, Fault
from newslint.suppressions.reading import Suppression, read_suppressions
from newslint.today import Today

__all__ = ["FAMILY", "Fault", "Outcome", "apply"]


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
    written = list(read_suppressions(article, faults))
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


def _excuse(article: Article, suppression: Suppression, held: tuple[Diagnostic, ...], today: Today) -> Excuse:
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
    suppression: Suppression,
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
