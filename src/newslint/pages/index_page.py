"""Make the overview of many articles: charts of what was found, the duties that are open, and a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import newslint
from newslint.audit import STATES, Duty
from newslint.diagnostics import Severity
from newslint.pages import assets
from newslint.pages.article_page import Run, tell_run
from newslint.pages.charts import Row, Series, draw_chart, rows_of
from newslint.pages.escaping import escape
from newslint.pages.summaries import Summary
from newslint.pages.tables import draw_table, linked, number, words
from newslint.reporters.auditing import describe_audit
from newslint.reporters.counting import count_of

# Rows of a list: more of them make a page slow to search, and there is another page for those.
PER_PAGE = 1_000
_MOST_DUTIES = 200
_SEVERITIES = tuple(Severity)
_SERIES = (Series("error", "Errors"), Series("warning", "Warnings"), Series("advice", "Advice"))
_STATES = tuple(
    Series(state.rpartition(" ")[2].replace("evaluated", "unevaluated"), state.capitalize()) for state in STATES
)
_NONE = "(none)"


def index_pages(summaries: Sequence[Summary], run: Run) -> Iterator[tuple[str, str]]:
    """Yield the names and pages of the overview; the first has the charts, and each lists a thousand articles."""
    pages = max(1, -(-len(summaries) // PER_PAGE))
    names = ["index.html", *(f"articles-{page}.html" for page in range(2, pages + 1))]
    for page, name in enumerate(names):
        part = summaries[page * PER_PAGE : (page + 1) * PER_PAGE]
        shown = "".join(_overview(summaries)) if page == 0 else ""
        yield name, _page(shown + _list(part, page, names), len(summaries), run)


def _page(content: str, count: int, run: Run) -> str:
    return assets.fill(
        "index.html",
        policy=escape(assets.policy()),
        version=escape(newslint.__version__),
        title=escape(f"{count_of(count, 'article')} – newslint"),
        heading=escape(count_of(count, "article")),
        style=assets.style(),
        script=assets.script(),
        steps=assets.read_asset("theme.html"),
        content=content,
        end=tell_run(run),
    )


def _overview(summaries: Sequence[Summary]) -> Iterator[str]:
    yield f'<dl class="card" aria-label="Totals">{"".join(_totals(summaries))}</dl><div class="panels wide">'
    rules: dict[str, list[int]] = {}
    for summary in summaries:
        for rule, severity, count in summary.rules:
            rules.setdefault(rule, [0] * len(_SEVERITIES))[_SEVERITIES.index(severity)] += count
    where = Counter(rule for summary in summaries for rule in {rule for rule, _, _ in summary.rules})
    yield draw_chart("Findings by rule", "Rule", _SERIES, rows_of(rules, where), "by-rule")
    for title, label, groups in _GROUPS:
        rows = _grouped(summaries, groups)
        if label == "Month":
            rows.sort(key=lambda row: (row.label == _NONE, row.label))
        yield draw_chart(title, label, _SERIES, rows, f"by-{label.lower()}")
    yield draw_chart("Duties by topic", "Topic", _STATES, _duties(summaries), "by-topic")
    yield "</div>"
    yield _open_duties(summaries)


def _totals(summaries: Sequence[Summary]) -> Iterator[str]:
    counts = [[summary.count(severity) for summary in summaries] for severity in _SEVERITIES]
    figures = {
        "articles": len(summaries),
        "words": sum(summary.words for summary in summaries),
        **{series.name.lower(): sum(found) for series, found in zip(_SERIES, counts, strict=True)},
        "excused": sum(summary.excused for summary in summaries),
        "open duties": sum(summary.missing for summary in summaries),
        "articles without a finding": sum(not summary.rules for summary in summaries),
    }
    yield from (f"<div><dt>{name}</dt><dd>{figure:,}</dd></div>" for name, figure in figures.items())


def _grouped(summaries: Iterable[Summary], groups: Callable[[Summary], Iterable[str]]) -> list[Row]:
    """Return a row for each section, author or month, the one with most findings first."""
    figures: dict[str, list[int]] = {}
    articles: Counter[str] = Counter()
    for summary in summaries:
        counts = [summary.count(severity) for severity in _SEVERITIES]
        for group in groups(summary):
            own = figures.setdefault(group, [0] * len(counts))
            figures[group] = [one + other for one, other in zip(own, counts, strict=True)]
            articles[group] += 1
    return rows_of(figures, articles)


_GROUPS: tuple[tuple[str, str, Callable[[Summary], Iterable[str]]], ...] = (
    ("Findings by section", "Section", lambda summary: (summary.section or _NONE,)),
    ("Findings by author", "Author", lambda summary: summary.authors or (_NONE,)),
    ("Findings by month", "Month", lambda summary: (summary.month or _NONE,)),
)


def _duties(summaries: Iterable[Summary]) -> list[Row]:
    figures: dict[str, list[int]] = {}
    for summary in summaries:
        for duty in summary.audited.duties if summary.audited else ():
            figures.setdefault(duty.topic, [0] * len(STATES))[STATES.index(duty.state)] += 1
    return sorted(rows_of(figures, {}), key=lambda row: -row.figures[0])


def _open_duties(summaries: Sequence[Summary]) -> str:
    """Return the section of the duties that are open, each with the article that has it."""
    audited = [(summary, summary.audited) for summary in summaries if summary.audited]
    found = [(summary, duty) for summary, own in audited for duty in own.duties if duty.state == "missing"]
    rows = (_duty_row(summary, duty) for summary, duty in found[:_MOST_DUTIES])
    table = draw_table(("Article", "Topic", "Rule", "What is missing"), rows, "#open-duties") if found else ""
    left = len(found) - _MOST_DUTIES
    more = f'<p class="hint">and {left:,} more; <code>newslint audit</code> lists all.</p>' if left > 0 else ""
    told = escape(describe_audit([own for _, own in audited]))
    return (
        '<section class="panel" aria-labelledby="open-duties"><h2 id="open-duties">Open duties</h2>'
        f"<p>{told}</p>{table}{more}</section>"
    )


def _duty_row(summary: Summary, duty: Duty) -> str:
    rule = f'<td><span class="rule">{escape(duty.rule)}</span></td>'
    return f"<tr>{_link_to(summary)}{words(duty.topic)}{rule}{words(duty.message)}</tr>"


def _link_to(summary: Summary, more: str = "") -> str:
    return linked(summary.href, summary.headline or summary.path, more)


def _list(summaries: Sequence[Summary], page: int, names: Sequence[str]) -> str:
    heads = ("Article", "Section", "Author", "Date", "#Words", "#Errors", "#Warnings", "#Advice", "#Open duties")
    table = draw_table(heads, map(_list_row, summaries), "#all", name="articles")
    tools = assets.read_asset("tools.html")
    return (
        f'<section class="panel" aria-labelledby="all"><h2 id="all">Articles</h2>{_pages(page, names)}{tools}{table}'
        "</section>"
    )


def _pages(page: int, names: Sequence[str]) -> str:
    """Return the links to the other pages of the list; empty for a list of one."""
    if len(names) < 2:
        return ""
    links = (
        f'<li><a href="{name}"{" aria-current=page" if index == page else ""}>from {index * PER_PAGE + 1:,}</a></li>'
        for index, name in enumerate(names)
    )
    return f'<nav aria-label="Pages of the list"><ul class="legend">{"".join(links)}</ul></nav>'


def _list_row(summary: Summary) -> str:
    counts = [summary.count(severity) for severity in _SEVERITIES]
    more = ' <span class="at">draft</span>' if summary.is_draft else ""
    if summary.headline:
        more += f'<span class="target">{escape(summary.path)}</span>'
    texts = "".join(map(words, (summary.section, ", ".join(summary.authors))))
    texts += f'<td class="day">{escape(summary.day)}</td>'
    numbers = "".join(map(number, (summary.words, *counts, summary.missing)))
    data = f'data-error="{counts[0]}" data-warning="{counts[1]}" data-duty="{summary.missing}"'
    return f"<tr {data}>{_link_to(summary, more)}{texts}{numbers}</tr>"
