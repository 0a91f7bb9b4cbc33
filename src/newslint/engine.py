"""Run rules over an article: the only place where a finding meets its rule. It reads no file and prints nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse

from newslint.article import Article
from newslint.contract import OF_TEXTS, OWN_VOICE, PhraseHit, Rule, Scene
from newslint.diagnostics import (
    Citation,
    Diagnostic,
    FileReport,
    Finding,
    NotEvaluated,
    Related,
    RelatedPlace,
    Severity,
)
from newslint.guard import NEVER_CAUGHT
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.rules import RuleSet
from newslint.source import Source
from newslint.spans import Ranges, Span

_EXCERPT = 120
_WORDS_OF_A_COPY = 7  # gaps between words: shorter lines may be the same by chance
CRASH = "internal/rule-crash"
FILE_CRASH = "internal/file-crash"
FILE_TIMEOUT = "internal/file-timeout"
FILE_TOO_LARGE = "internal/file-too-large"
FILE_NOT_TEXT = "internal/file-not-text"


class _Seen(NamedTuple):
    """A finding together with its rule, its message filled in, and the block that it stands on."""

    rule: Rule
    finding: Finding
    message: str
    block: int | None


def lint(article: Article, ruleset: RuleSet, scene: Scene, on_crash: Callable[[str], None] | None = None) -> FileReport:
    """Return what the rules of a set find in an article; a rule that crashes becomes a diagnostic of its own.

    `on_crash` is given the traceback of each crash.
    """
    hits = _find_phrases(article, ruleset)
    loose = article.loose_texts if ruleset.reads_fields else ()
    possible = ruleset.literals.find([*(block.text for block in article.blocks), *loose])
    scene = scene._replace(impossible=possible.never, where=possible.where)
    seen: list[_Seen] = []
    skipped: list[NotEvaluated] = []
    crashed: list[tuple[Rule, str]] = []
    for rule in ruleset.awake:
        obstacle = _why_not(rule, article)
        if obstacle:
            skipped.append(obstacle)
        elif rule.may_find(scene.impossible):
            own = scene._replace(hits=tuple(hits.get(rule.id, ()))) if rule.phrases else scene
            found = _judge(rule, article, own, on_crash)
            if isinstance(found, str):
                crashed.append((rule, found))
            else:
                seen += found
    frames: dict[int, str] = {}
    told = _lower(article, _yield(_fold_copies(article, _distinct(seen))))
    diagnostics = [_diagnose(article, scene, entry, frames) for entry in told]
    diagnostics += [_report_crash(article, scene, rule, what) for rule, what in crashed]
    diagnostics.sort(key=lambda diagnostic: (diagnostic.span, diagnostic.rule, diagnostic.message))
    return FileReport(article.path, tuple(diagnostics), tuple(skipped), tuple(rule.id for rule, _ in crashed))


def _why_not(rule: Rule, article: Article) -> NotEvaluated | None:
    for need in rule.check_type.needs:
        reason = article.lacks(need)
        if reason:
            return NotEvaluated(rule.id, article.path, reason, need)
    if rule.file["languages"] and article.language and article.language_code not in rule.file["languages"]:
        return NotEvaluated(rule.id, article.path, f"the article's language is {_name_of(article)}")
    if rule.by_language and article.language_code and (missing := rule.missing_value(article.language_code)):
        reason = f"the article's language is {_name_of(article)}, for which `{missing}` has no value"
        return NotEvaluated(rule.id, article.path, reason)
    return None


def _name_of(article: Article) -> str | None:
    return "unknown and not English" if article.language == "und" else article.language


def _find_phrases(article: Article, ruleset: RuleSet) -> dict[str, list[PhraseHit]]:
    hits: dict[str, list[PhraseHit]] = {}
    for index, block in enumerate(article.blocks):
        if block.kind in ("boilerplate", "code"):
            continue
        for owner, start, end, phrase in ruleset.phrases.find(block.text):
            hits.setdefault(owner, []).append(PhraseHit(index, start, end, phrase))
    return hits


def _judge(rule: Rule, article: Article, scene: Scene, on_crash: Callable[[str], None] | None) -> list[_Seen] | str:
    """Run one check to its end and return what it finds, or its error as text.

    Messages are filled in now, so that what fails fails inside the rule.
    """
    try:
        return [
            _Seen(rule, finding, rule.tell(finding), article.block_at(finding.span.start))
            for finding in rule.check_in(article.language_code)(article, scene)
        ]
    except NEVER_CAUGHT:
        raise
    except BaseException as error:
        if on_crash:
            import traceback

            on_crash(traceback.format_exc())
        return f"{type(error).__name__}: {error}"


def _lower(article: Article, seen: list[_Seen]) -> list[_Seen]:
    """Give findings the grade of a sort of text where they weigh less in it, and the article is one."""
    for grade in OF_TEXTS:
        lowered = [_lowered_to(grade, entry) for entry in seen]
        if lowered != seen and _is_of(article, grade):
            seen = lowered
    return seen


def _is_of(article: Article, grade: str) -> bool:
    from newslint.checks.genres import is_captured, speaks_for_itself

    return speaks_for_itself(article) if grade == OWN_VOICE else is_captured(article)


def _lowered_to(grade: str, entry: _Seen) -> _Seen:
    most = entry.rule.most(grade)
    if most is None or most.rank >= entry.rule.severity(entry.finding.grade).rank:
        return entry
    return entry._replace(finding=entry.finding._replace(grade=grade))


def _distinct(seen: Sequence[_Seen]) -> list[_Seen]:
    """Drop what says the same of the same place twice."""
    kept = {(entry.rule.id, entry.finding.span, entry.message): entry for entry in reversed(seen)}
    return list(reversed(kept.values()))


def _fold_copies(article: Article, seen: list[_Seen]) -> list[_Seen]:
    """Make what is found in a copy of a paragraph another place of what is found in the paragraph itself.

    That the paragraph is printed twice is one fault; what is wrong with its words is wrong once.
    """
    uses = Counter(block.text for _, block in article.prose_blocks()) if seen else Counter[str]()
    first: dict[tuple[str, str, str, int, str], int] = {}
    copies: dict[int, list[Related]] = {}
    kept: list[_Seen] = []
    for entry in seen:
        block = article.blocks[entry.block] if entry.block is not None else None
        if block is not None and uses[block.text] > 1 and block.text.count(" ") >= _WORDS_OF_A_COPY:
            finding = entry.finding
            key = (entry.rule.id, entry.message, finding.grade, finding.span.start - block.span.start, block.text)
            host = first.setdefault(key, len(kept))
            if host < len(kept):
                copies.setdefault(host, []).append(Related(finding.span, "in a copy of the same paragraph"))
                continue
        kept.append(entry)
    for host, places in copies.items():
        kept[host] = _relate(kept[host], places)
    return kept


def _yield(seen: list[_Seen]) -> list[_Seen]:
    """Let findings give way to those of other rules in the same place, which then name them as related.

    A finding that gives way is no host itself, so rules are settled after those that they yield to. A warning gives way
    to no advice: the advice goes if it is about the same words. The work is in proportion to the findings, and to the
    logarithm of their number where only their spans overlap.
    """
    if not any(entry.rule.file["yields_to"] for entry in seen):
        return seen
    by_rule: dict[str, list[int]] = {}
    for index, entry in enumerate(seen):
        by_rule.setdefault(entry.rule.id, []).append(index)
    rules = {entry.rule.id: entry.rule for entry in seen}
    staying: dict[str, _Hosts] = {}
    hosts: dict[int, int] = {}  # what gives way, and to which
    outdone: dict[int, int] = {}  # hosts of less weight than what would give way to them
    for rule in _hosts_first(rules):
        known = [staying[other] for other in rules[rule].file["yields_to"] if other in staying]
        for index in by_rule[rule]:
            host = _find_host(known, seen[index])
            if host is not None and _weight(seen[index]) > _weight(seen[host]):
                if _share_words(seen[index], seen[host]):
                    outdone[host] = index
            elif host is not None:
                hosts[index] = host
        staying[rule] = _Hosts(seen, list(filterfalse(hosts.__contains__, by_rule[rule])))
    return _tell_hosts(seen, {index: outdone.get(host, host) for index, host in (hosts | outdone).items()})


def _weight(entry: _Seen) -> int:
    return entry.rule.severity(entry.finding.grade).rank


def _share_words(one: _Seen, other: _Seen) -> bool:
    return one.finding.span.start < other.finding.span.end and other.finding.span.start < one.finding.span.end


def _find_host(known: Iterable[_Hosts], entry: _Seen) -> int | None:
    """Return the first of the findings that stay and stand in the same place as another, or None."""
    return min((place for hosts in known if (place := hosts.find(entry)) is not None), default=None)


def _tell_hosts(seen: list[_Seen], hosts: Mapping[int, int]) -> list[_Seen]:
    """Return the findings that stay, each with what gave way to it elsewhere as related."""
    told: dict[int, list[Related]] = {}
    for index, host in hosts.items():
        finding = seen[index].finding
        if finding.span != seen[host].finding.span:
            told.setdefault(host, []).append(Related(finding.span, seen[index].message))
    return [
        _relate(entry, told[index]) if index in told else entry
        for index, entry in enumerate(seen)
        if index not in hosts
    ]


def _relate(entry: _Seen, places: Iterable[Related]) -> _Seen:
    return entry._replace(finding=entry.finding._replace(related=(*entry.finding.related, *places)))


def _hosts_first(rules: Mapping[str, Rule]) -> Iterable[str]:
    """Return rules in an order in which each stands after those that it yields to; rule files hold no circle."""
    from graphlib import TopologicalSorter

    graph = {
        identity: [other for other in rule.file["yields_to"] if other in rules] for identity, rule in rules.items()
    }
    return TopologicalSorter(graph).static_order()


class _Hosts:
    """The findings of one rule that stay, by the anchors, blocks and spans in which others give way to them."""

    def __init__(self, seen: Sequence[_Seen], indices: Sequence[int]) -> None:
        self.anchors: dict[str, int] = {}
        self.blocks: dict[int, int] = {}
        for index in indices:
            entry = seen[index]
            if entry.finding.anchor is not None:
                self.anchors.setdefault(entry.finding.anchor, index)
            if entry.block is not None:
                self.blocks.setdefault(entry.block, index)
        self.indices = indices
        spans = (seen[index].finding.span for index in indices)
        self.spans = Ranges((start, max(end, start + 1)) for start, end in spans)

    def find(self, entry: _Seen) -> int | None:
        """Return the index of a finding on the same anchor or block as another, or overlapping it, or None."""
        finding = entry.finding
        if finding.anchor is not None and finding.anchor in self.anchors:
            return self.anchors[finding.anchor]
        if entry.block is not None and entry.block in self.blocks:
            return self.blocks[entry.block]
        host = self.spans.find(*finding.span)
        return None if host is None else self.indices[host]


# Formats of which a sentence is shown as it reads, not as the line on which it stands.
_READ = ("html", "document")


def _diagnose(article: Article, scene: Scene, entry: _Seen, frames: dict[int, str]) -> Diagnostic:
    """Join a finding with its rule; `frames` hold the lines shown so far, since a line may be the whole file."""
    source, finding, rule = article.source, entry.finding, entry.rule
    start = source.position(finding.span.start)
    block = article.blocks[entry.block] if entry.block is not None and article.format in _READ else None
    # An editor reads the sentence, not its markup.
    mark = block.prose.find(finding.span) if block else None
    if not mark and start.line not in frames:
        frames[start.line] = source.slice(source.line_span(start.line))
    told = Diagnostic(
        rule=rule.id,
        severity=rule.severity(finding.grade),
        path=article.path,
        profile=scene.profile,
        message=entry.message,
        start=start,
        end=source.position(finding.span.end),
        excerpt=shorten(source, finding.span),
        frame=block.text if block and mark else frames[start.line],
        title=rule.file["title"],
        remedy=rule.file["remedy"],
        related=tuple(
            RelatedPlace(source.position(place.span.start), source.position(place.span.end), place.message)
            for place in finding.related
        ),
        fix=finding.fix,
        sources=finding.sources or (*_clauses(rule, scene), *rule.sources),
        mark=mark,
    )
    return hide(told) if finding.is_private else told


_SHOWN = pattern(r"\w")


def hide(told: Diagnostic) -> Diagnostic:
    """Return a diagnostic that shows dots in place of the words that it is about, of which reports may be kept."""
    line_end = told.end.column - 1 if told.end.line == told.start.line else len(told.frame)
    first, last = told.mark or (told.start.column - 1, line_end)
    hidden = _SHOWN.sub("•", told.frame[first:last])
    frame = told.frame[:first] + hidden + told.frame[last:]
    return told._replace(excerpt=_SHOWN.sub("•", told.excerpt), frame=frame)


def _clauses(rule: Rule, scene: Scene) -> Iterator[Citation]:
    """Yield what the newsroom's own jurisdictions say of the duty that a rule is about."""
    part, duty = rule.file.get("needs"), rule.file.get("duty")
    if part and duty and scene.jurisdictions.chosen:
        for basis in scene.jurisdictions.bases(part, duty):
            yield Citation(basis.title, basis.clause, basis.url, basis.status)


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
        remedy=f"Report this, and run with --ignore {rule.id} for now.",
    )


def shorten(source: Source, span: Span) -> str:
    """Return the text of a span on one line, cut to 120 characters."""
    # What is shown comes from the beginning; a span may be the whole file.
    line = " ".join(source.text[span.start : min(span.end, span.start + 10 * _EXCERPT)].split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"
