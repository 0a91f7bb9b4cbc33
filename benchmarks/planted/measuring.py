"""Plant the faults of a kind and see what newslint says of the article with the fault and of its twin."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.planted.copies import Copy, dress
from benchmarks.planted.faults import FAULTS, Plant, both
from benchmarks.planted.rendering import FORMATS, SUFFIXES, Rendered
from benchmarks.planted.wordings import Wording, plant

from newslint.diagnostics import Diagnostic, Severity
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode
from newslint.spans import Span

PLANTS = 30  # of each kind
_KINDS = Path(__file__).with_name("kinds.jsonl")


class Kind(NamedTuple):
    """A kind of fault, how much a newsroom cares (1 to 5), and the rules or families that say it.

    A fault `anywhere` is not at one place: what is missing is reported where it belongs.
    """

    kind: str
    care: int
    rules: tuple[str, ...]
    profile: str = "news"
    formats: tuple[str, ...] = FORMATS
    anywhere: bool = False


class Trial(NamedTuple):
    """A fault in an article: the default findings of it, those that are advice, and what the twin has there."""

    format: str
    path: str
    planted: str
    shown: tuple[Diagnostic, ...]
    advice: tuple[Diagnostic, ...]
    in_twin: tuple[Diagnostic, ...]
    has_twin: bool  # whether anything stands in the twin where the fault is

    @property
    def is_found(self) -> bool:
        """Whether an error or a warning is about the fault, and none about the twin."""
        return bool(self.shown) and not self.in_twin

    @property
    def is_told(self) -> bool:
        """Whether anything is said of the fault, advice included."""
        return bool(self.shown or self.advice) and not self.in_twin


def read_kinds() -> list[Kind]:
    """Return all kinds, those that a newsroom cares most about first."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in _KINDS.read_text(encoding="utf-8").splitlines()]
    kinds = [
        Kind(**(row | {"rules": tuple(row["rules"]), "formats": tuple(row.get("formats", FORMATS))})) for row in rows
    ]
    return sorted(kinds, key=lambda kind: (-kind.care, kind.kind))


@dataclass
class Reader:
    """Lint texts of some formats under profiles; what was said of a text is kept, since many faults share a twin."""

    formats: Sequence[str] = FORMATS
    _linters: dict[str, Linter] = field(default_factory=dict)
    _known: dict[tuple[str, str, str], tuple[Diagnostic, ...]] = field(default_factory=dict)

    def lint(self, text: str, format: str, profile: str) -> tuple[Diagnostic, ...]:
        """Return the findings in an article."""
        key = (text, format, profile)
        if key not in self._known:
            if profile not in self._linters:
                options = RunOptions(date.today(), profile=profile, seconds=0)
                self._linters[profile] = Linter(load_settings(None), options)
            source = decode(text.encode(), f"article{SUFFIXES[format]}")
            self._known[key] = self._linters[profile].lint(source).diagnostics
        return self._known[key]

    def of(self, kind: Kind, rendered: Rendered, format: str) -> tuple[Diagnostic, ...]:
        """Return the findings of a kind's rules at the planted places, or anywhere."""
        found = self.lint(rendered.text, format, kind.profile)
        fitting = (each for each in found if each.rule in kind.rules or each.rule.partition("/")[0] in kind.rules)
        return tuple(each for each in fitting if kind.anywhere or _touches(Span(*each.span), rendered.places))


def _touches(span: Span, places: Sequence[Span]) -> bool:
    end = max(span.end, span.start + 1)
    return any(span.start < place.end and end > place.start for place in places)


def try_kind(
    kind: Kind, copies: Sequence[Copy], wordings: Sequence[Wording], seed: str, reader: Reader
) -> Iterator[Trial]:
    """Plant a kind in each of its formats and yield what came of it; the same seed plants the same."""
    each = PLANTS // len(kind.formats)
    for place, format in enumerate(kind.formats):
        for number in range(place * each, (place + 1) * each):
            if format not in reader.formats:
                continue
            chance = random.Random(f"{seed} {kind.kind} {format} {number}")
            wording = wordings[number % len(wordings)] if wordings else None
            made = next(_plants(kind, format, copies, wording, chance), None)
            if made:
                yield _judge(kind, format, *made, reader)


def _plants(
    kind: Kind, format: str, copies: Sequence[Copy], wording: Wording | None, chance: random.Random
) -> Iterator[tuple[str, Plant]]:
    """Yield the fault in one article after another, in an order by chance, where it has a place."""
    for copy in chance.sample(list(copies), len(copies)):
        dressed = dress(copy, kind.profile)
        if wording is None:
            planted = FAULTS[kind.kind](dressed, format, chance)
        else:
            pair = plant(dressed, wording, chance)
            planted = pair and both(*pair, format)
        if planted:
            yield copy.path, planted


def _judge(kind: Kind, format: str, path: str, plant: Plant, reader: Reader) -> Trial:
    faulty, twin = plant
    in_twin = reader.of(kind, twin, format)
    elsewhere = in_twin if kind.anywhere else reader.lint(twin.text, format, kind.profile)
    same = {(each.rule, each.excerpt) for each in elsewhere}
    found = [each for each in reader.of(kind, faulty, format) if (each.rule, each.excerpt) not in same]
    shown, advice = _divide(found)
    # Of what may be anywhere, a finding of the twin is another one where the fault has its own.
    told = () if kind.anywhere and found else _divide(in_twin)[0]
    planted = " … ".join(faulty.text[place.start : place.end] for place in dict.fromkeys(faulty.places))
    return Trial(format, path, planted, shown, advice, told, bool(twin.places) or kind.anywhere)


def _divide(found: Sequence[Diagnostic]) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return what is shown by default, and advice."""
    shown = tuple(each for each in found if each.severity is not Severity.ADVICE)
    return shown, tuple(each for each in found if each.severity is Severity.ADVICE)
