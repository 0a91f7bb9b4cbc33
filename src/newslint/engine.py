"""Run rules over an article: the only place where a finding meets its rule; it reads no file and prints nothing."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newslint.article import Article
from newslint.diagnostics import (
    Diagnostic,
    FileReport,
    Finding,
    NotEvaluated,
    Place,
    Related,
    Severity,
)
from newslint.rules.rule import PhraseHit, Rule, Scene
from newslint.rulesets import RuleSet

_EXCERPT = 120
CRASH = "internal/rule-crash"


class _Seen(NamedTuple):
    """A finding together with its rule and the block and anchor that it stands on."""

    rule: Rule
    finding: Finding
    block: int | None


def lint(article: Article, ruleset: RuleSet, scene: Scene, on_crash: Callable[[str], None] | None = None) -> FileReport:
    """Return what the rules of a set find in an article; a rule that crashes becomes a diagnostic of its own.

    `on_crash` is given the traceback of each crash.
    """
    hits = _find_phrases(article, ruleset)
    seen: list[_Seen] = []
    skipped: list[NotEvaluated] = []
    crashed: list[tuple[Rule, str]] = []
    for rule in ruleset.rules:
        reason = _reason_not_to(rule, article)
        if reason:
            skipped.append(NotEvaluated(rule.id, article.path, reason))
            continue
        own = scene._replace(hits=tuple(hits.get(rule.id, ()))) if rule.phrases else scene
        try:
            seen += _judge(rule, article, own)
        except Exception as error:
            crashed.append((rule, f"{type(error).__name__}: {error}"))
            if on_crash:
                on_crash(traceback.format_exc())
    diagnostics = [_diagnose(article, scene, entry) for entry in _yield(_distinct(seen))]
    diagnostics += [_report_crash(article, scene, rule, what) for rule, what in crashed]
    diagnostics.sort(key=lambda diagnostic: (diagnostic.span, diagnostic.rule, diagnostic.message))
    return FileReport(article.path, tuple(diagnostics), tuple(skipped), 0, tuple(rule.id for rule, _ in crashed))


def _reason_not_to(rule: Rule, article: Article) -> str | None:
    for need in rule.needs:
        reason = article.lacks(need)
        if reason:
            return reason
    if rule.languages and article.language and article.language.partition("-")[0].lower() not in rule.languages:
        return f"the article's language is {article.language}"
    return None


def _find_phrases(article: Article, ruleset: RuleSet) -> dict[str, list[PhraseHit]]:
    hits: dict[str, list[PhraseHit]] = {}
    for index, block in enumerate(article.blocks):
        if block.kind in ("boilerplate", "code"):
            continue
        for owner, start, end, phrase in ruleset.phrases.find(block.text):
            hits.setdefault(owner, []).append(PhraseHit(index, start, end, phrase))
    return hits


def _judge(rule: Rule, article: Article, scene: Scene) -> list[_Seen]:
    """Run one check to its end, and fill the message now, so that what fails fails inside the rule."""
    seen = []
    for finding in rule.check(article, scene):
        text = (finding.message or rule.message).format_map(finding.values)
        seen.append(_Seen(rule, finding._replace(message=text), article.block_at(finding.span.start)))
    return seen


def _distinct(seen: Sequence[_Seen]) -> list[_Seen]:
    """Drop what says the same of the same place twice."""
    kept = {(entry.rule.id, entry.finding.span, entry.finding.message): entry for entry in reversed(seen)}
    return list(reversed(kept.values()))


def _yield(seen: list[_Seen]) -> list[_Seen]:
    """Let findings give way to those of other rules on the same block or anchor, which then name them as related."""
    dropped: set[int] = set()
    told: dict[int, list[Related]] = {}
    for index, entry in enumerate(seen):
        if not entry.rule.yields_to:
            continue
        for other, host in enumerate(seen):
            if host.rule.id in entry.rule.yields_to and other not in dropped and _is_same_place(entry, host):
                dropped.add(index)
                if entry.finding.span != host.finding.span:
                    told.setdefault(other, []).append(Related(entry.finding.span, entry.finding.message or ""))
                break
    return [
        entry._replace(finding=entry.finding._replace(related=(*entry.finding.related, *told.get(index, ()))))
        for index, entry in enumerate(seen)
        if index not in dropped
    ]


def _is_same_place(one: _Seen, other: _Seen) -> bool:
    if one.finding.anchor is not None and one.finding.anchor == other.finding.anchor:
        return True
    if one.block is not None and one.block == other.block:
        return True
    a, b = one.finding.span, other.finding.span
    return a.start < b.end and b.start < a.end


def _diagnose(article: Article, scene: Scene, entry: _Seen) -> Diagnostic:
    source, finding, rule = article.source, entry.finding, entry.rule
    start = source.position(finding.span.start)
    return Diagnostic(
        rule=rule.id,
        severity=rule.severity(finding.grade),
        path=article.path,
        profile=scene.profile,
        message=finding.message or "",
        start=start,
        end=source.position(finding.span.end),
        excerpt=_shorten(source.slice(finding.span)),
        frame=source.slice(source.line_span(start.line)),
        title=rule.title,
        remedy=rule.remedy,
        related=tuple(
            Place(source.position(place.span.start), source.position(place.span.end), place.message)
            for place in finding.related
        ),
        fix=finding.fix,
        sources=rule.sources,
    )


def _report_crash(article: Article, scene: Scene, rule: Rule, what: str) -> Diagnostic:
    start = article.source.position(0)
    return Diagnostic(
        rule=CRASH,
        severity=Severity.ERROR,
        path=article.path,
        profile=scene.profile,
        message=f"The rule {rule.id} failed here ({what}); all other rules ran.",
        start=start,
        end=start,
        excerpt="",
        frame=article.source.slice(article.source.line_span(1)),
        remedy=f"Report this, and run with --ignore {rule.id} meanwhile.",
    )


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"
