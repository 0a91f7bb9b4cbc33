"""Say which duties the topics of an article bring, whether and where each is fulfilled, and who excused what is not.

All of it comes from the report that any run makes, so that the figures are those of a check.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from newslint.article import Article
from newslint.contract import CompiledRule
from newslint.diagnostics import Diagnostic, FileReport
from newslint.newsroom.fulfilment.notices import find_notices
from newslint.newsroom.helplines import help_blocks
from newslint.newsroom.topics import Opening, openings, span_of
from newslint.newsroom.words import word_lists
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

STATES = ("missing", "excused", "fulfilled", "clear", "not evaluated")
"""Of a duty: its rule finds a fault; a fault is held back; a notice is there; nothing calls for one; it cannot tell."""

# What counts as the notice of a topic: kinds of disclosures, parts of notices, and whether a label does.
_DISCLOSURES = {
    "affiliate": ("affiliate",),
    "ai-made": ("ai",),
    "crypto": ("financial",),
    "health-advice": ("medical",),
    "investing": ("financial",),
    "personal-finance": ("financial", "affiliate"),
    "sponsored": ("sponsored",),
    "supplements": ("medical",),
}
_MONEY = ("no-advice", "ask-adviser", "capital-risk", "holdings")
_PARTS = {
    "affiliate": ("commission",),
    "crypto": _MONEY,
    "gambling": ("gambling-help", "age-limit"),
    "investing": _MONEY,
    "personal-finance": (*_MONEY, "commission"),
    "sponsored": ("paid-by", "gift"),
}
_LABELLED = ("ai-made", "sponsored")


class Duty(NamedTuple):
    """A rule's verdict on what a topic asks for; `line` is that of the fault or the notice, 0 where there is none.

    `held_by` says what excuses a fault: `comment`, `front matter`, `configuration` or `baseline`.
    """

    topic: str
    rule: str
    title: str
    state: str
    severity: str = ""
    line: int = 0
    message: str = ""
    held_by: str = ""
    reason: str = ""


class TopicFound(NamedTuple):
    """A topic that an article opens, by which words, and the line of the first of them."""

    topic: str
    score: float
    words: str
    line: int


class Audited(NamedTuple):
    """What an article is about, and the duties that this brings."""

    path: str
    headline: str
    section: str
    authors: tuple[str, ...]
    topics: tuple[TopicFound, ...]
    duties: tuple[Duty, ...]

    def count(self, state: str) -> int:
        """Return how many duties are in a state."""
        return sum(duty.state == state for duty in self.duties)


def audit(article: Article, whole: FileReport, shown: FileReport, rules: Sequence[CompiledRule]) -> Audited:
    """Audit an article whose report is known, before and after what the baseline hides; `rules` are those in force."""
    opened = {opening.topic: opening for opening in openings(article)}
    judged = _judge(article, whole, shown, rules, opened)
    order = {state: number for number, state in enumerate(STATES)}
    return Audited(
        article.path,
        article.headline.text if article.headline else "",
        section_of(article),
        authors_of(article),
        tuple(_topic(article, opening) for opening in opened.values()),
        tuple(sorted(judged, key=lambda duty: (order[duty.state], duty.topic, duty.rule, duty.line))),
    )


def _topic(article: Article, opening: Opening) -> TopicFound:
    first = min(span_of(article, word) for word in opening.words)
    return TopicFound(opening.topic, opening.score, opening.cite(5), article.source.position(first.start).line)


def _judge(
    article: Article,
    whole: FileReport,
    shown: FileReport,
    rules: Iterable[CompiledRule],
    opened: Collection[str],
) -> Iterator[Duty]:
    skipped = {entry.rule: entry.reason for entry in whole.not_evaluated}
    for rule in rules:
        topic = rule["duty"] or ""
        faults = [*_faults(rule, topic, whole, shown)]
        yield from faults
        if faults or topic not in opened:
            continue
        if rule["id"] in skipped:
            yield Duty(topic, rule["id"], rule["title"], "not evaluated", message=skipped[rule["id"]])
            continue
        place = fulfilled_at(article, topic) if asks_for_notice(rule["id"]) else None
        line = article.source.position(place.start).line if place else 0
        yield Duty(topic, rule["id"], rule["title"], "fulfilled" if place else "clear", line=line)


def _faults(rule: CompiledRule, topic: str, whole: FileReport, shown: FileReport) -> Iterator[Duty]:
    """Yield what a rule found: what is reported, what the baseline hides, and what is excused."""
    kept = {id(found) for found in shown.diagnostics}
    for found in whole.diagnostics:
        if found.rule == rule["id"]:
            by = "" if id(found) in kept else "baseline"
            yield _fault(rule, topic, found, by)
    for excuse in whole.excuses:
        for found in excuse.held:
            if found.rule == rule["id"]:
                yield _fault(rule, topic, found, excuse.source, excuse.reason)


def _fault(rule: CompiledRule, topic: str, found: Diagnostic, held_by: str, reason: str = "") -> Duty:
    state, severity = "excused" if held_by else "missing", str(found.severity)
    line = found.start.line
    return Duty(topic, rule["id"], rule["title"], state, severity, line, found.message, held_by, reason)


# The name of a rule is its fault: these say that something is not there, or not where it must be.
_ABSENCE = pattern(r"missing|undisclosed|unlabelled|unmarked|disclaimer|warning|help\b|too-late|incomplete")


def asks_for_notice(identity: str) -> bool:
    """Tell whether a rule's fault is a notice, a label or help that is not there, and so a notice fulfils it."""
    return _ABSENCE.search(identity.partition("/")[2]) is not None


def fulfilled_at(article: Article, topic: str) -> Span | None:
    """Return where an article has the notice, the label or the help that a topic asks for, or None."""
    found = [element.span for element in article.find_all("disclosure") if element.value in _DISCLOSURES.get(topic, ())]
    if topic in _LABELLED:
        found += [element.span for element in article.find_all("label") if topic == element.value]
    if topic in word_lists("helplines"):
        found += [article.blocks[index].span for index in help_blocks(article, topic)]
    for part in _PARTS.get(topic, ()):
        found += [article.locate(notice.place) for notice in find_notices(article, part) if notice.place]
    return min(found, default=None)


def section_of(article: Article) -> str:
    """Return the section that an article says it is in, else the folder of its file."""
    field = article.field("section", "category", "categories", "kicker")
    value = field.value if field else None
    first = next(iter(value), None) if isinstance(value, (list, tuple)) else value
    if isinstance(first, str) and first.strip():
        return first.strip()
    folders = article.path.replace("\\", "/").split("/")[:-1]
    return folders[-1] if folders else ""


def authors_of(article: Article) -> tuple[str, ...]:
    """Return the people that an article's bylines name, each once."""
    names = [name for element in article.find_all("byline") for name in element.names]
    return tuple(dict.fromkeys(names))
