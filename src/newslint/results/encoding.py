"""What was found in a file as JSON, and back: data and no code, without what the rules say anyway."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newslint.contract import CompiledRule
from newslint.diagnostics import (
    Card,
    Citation,
    Diagnostic,
    Edit,
    Excuse,
    FileReport,
    Fix,
    NotEvaluated,
    RelatedPlace,
    Severity,
)
from newslint.records import NamedTuple
from newslint.source import Position

_dump = json.JSONEncoder(separators=(",", ":")).encode
_SEVERITIES = {str(severity): severity for severity in Severity}


class _Words(NamedTuple):
    """What a rule says with each of its diagnostics."""

    title: str
    remedy: str
    sources: tuple[Citation, ...]


class Codec:
    """Turn reports into bytes and back; the title, remedy and sources of a rule are taken from the rule."""

    def __init__(self, compiled: Mapping[str, CompiledRule]) -> None:
        """Take all rules by id."""
        self._compiled = compiled
        self._words: dict[str, _Words] = {}

    def encode(self, report: FileReport) -> bytes:
        """Return a report without its path, which is part of what it is kept under."""
        card = None if report.card is None else list(report.card)
        parts = [
            [self._pack(found) for found in report.diagnostics],
            [[entry.rule, entry.reason, entry.need] for entry in report.not_evaluated],
            card,
            dict(report.targets),
            report.is_draft,
            [[*excuse[:-1], [self._pack(found) for found in excuse.held]] for excuse in report.excuses],
            report.is_template,
        ]
        return _dump(parts).encode("ascii")

    def decode(self, path: str, data: bytes) -> FileReport:
        """Return the report of the file at a path; raise ValueError, TypeError or LookupError where it is none."""
        found, skipped, card, targets, is_draft, excuses, is_template = json.loads(data.decode("ascii"))
        return FileReport(
            path,
            tuple([self._unpack(path, entry) for entry in found]),
            tuple([NotEvaluated(rule, path, reason, need) for rule, reason, need in skipped]),
            card=None if card is None else Card(*card),
            targets=targets,
            is_draft=is_draft,
            excuses=tuple([self._unpack_excuse(path, entry) for entry in excuses]),
            is_template=is_template,
        )

    def _pack(self, found: Diagnostic) -> list[Any]:
        own: Any = _Words(found.title, found.remedy, found.sources)
        return [
            found.rule,
            found.severity,
            found.profile,
            found.message,
            found.start,
            found.end,
            found.excerpt,
            found.frame,
            found.related,
            found.fix,
            found.mark,
            found.fingerprint,
            0 if own == self._words_of(found.rule) else own,
        ]

    def _unpack(self, path: str, entry: list[Any]) -> Diagnostic:
        rule, severity, profile, message, start, end, excerpt, frame, related, fix, mark, fingerprint, own = entry
        words = self._words_of(rule)
        if own:
            words = _Words(own[0], own[1], tuple([Citation(*source) for source in own[2]]))
        return Diagnostic(
            rule,
            _SEVERITIES[severity],
            path,
            profile,
            message,
            Position(*start),
            Position(*end),
            excerpt,
            frame,
            words.title,
            words.remedy,
            tuple([RelatedPlace(Position(*begin), Position(*stop), told) for begin, stop, told in related]),
            fix and Fix(fix[0], tuple([Edit(*edit) for edit in fix[1]])),
            words.sources,
            mark and tuple(mark),
            fingerprint,
        )

    def _unpack_excuse(self, path: str, entry: list[Any]) -> Excuse:
        source, line, rules, reason, until, glob, is_expired, held = entry
        kept = tuple([self._unpack(path, found) for found in held])
        return Excuse(source, line, tuple(rules), reason, until, glob, is_expired, kept)

    def _words_of(self, identity: str) -> _Words:
        """Return what a rule file says; nothing where there is none."""
        if identity not in self._words:
            rule = self._compiled.get(identity)
            sources = tuple(Citation(**source) for source in rule["sources"]) if rule else ()  # type: ignore[arg-type]
            self._words[identity] = _Words(rule["title"], rule["remedy"], sources) if rule else _Words("", "", ())
        return self._words[identity]
