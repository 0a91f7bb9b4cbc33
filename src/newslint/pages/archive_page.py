"""Make the page of an archive's figures: charts by rule, section, author and year, and how often findings are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import newslint
from newslint.archive.tally import Tally
from newslint.pages import assets
from newslint.pages.charts import Row, Series, draw_chart
from newslint.pages.escaping import escape
from newslint.pages.tables import draw_table, number
from newslint.reporters.archive_summary import members_of, per_article
from newslint.reporters.counting import count_of

_SERIES = (Series("error", "Errors"), Series("warning", "Warnings"), Series("advice", "Advice"))
_MOST = 200  # rows of the table


def archive_page(tally: Tally, about: Mapping[str, str]) -> str:
    """Return the page of an archive's figures, self-contained, as HTML; `about` says what they were made by."""
    heading = count_of(tally.articles, "article")
    return assets.fill(
        "index.html",
        policy=escape(assets.policy()),
        version=escape(newslint.__version__),
        title=escape(f"{heading} – newslint archive"),
        heading=escape(heading),
        style=assets.style(),
        script=assets.script(),
        steps=assets.read_asset("theme.html"),
        content="".join(_content(tally)),
        end=escape("; ".join(f"{name} {value}" for name, value in about.items())),
    )


def _content(tally: Tally) -> Iterator[str]:
    yield f'<dl class="card" aria-label="Totals">{"".join(_totals(tally))}</dl><div class="panels wide">'
    for group in tally.groups:
        members = members_of(tally, group)
        if group == "year":
            members.reverse()  # the last years are shown where not all are
        rows = [Row(name, figures[2:], figures[0]) for name, figures in members]
        yield draw_chart(f"Findings by {group}", group.capitalize(), _SERIES, rows, f"by-{group}")
    yield "</div>"
    yield _table(tally)


def _totals(tally: Tally) -> Iterator[str]:
    whole = [sum(column) for column in zip(*tally.groups["year"].values(), strict=True)] or [0] * 5
    figures = {
        "articles": tally.articles,
        **{series.name.lower(): figure for series, figure in zip(_SERIES, whole[2:], strict=True)},
        "articles without a finding": tally.articles - whole[1],
        "not judged": tally.failed,
    }
    yield from (f"<div><dt>{name}</dt><dd>{figure:,}</dd></div>" for name, figure in figures.items())


def _table(tally: Tally) -> str:
    """Return the table of sections and authors, by findings an article: the charts favour those who write little."""
    rows = [(group, name, figures) for group in ("section", "author") for name, figures in members_of(tally, group)]
    rows.sort(key=lambda row: (-sum(row[2][2:]) / row[2][0], row[0], row[1]))
    heads = ("Section or author", "Group", "#Articles", "#With findings", "#Findings an article")
    cells = (
        f'<tr><th scope="row" dir="auto">{escape(name)}</th><td>{group}</td>{number(f"{figures[0]:,}")}'
        f"{number(f'{figures[1]:,}')}{number(per_article(figures))}</tr>"
        for group, name, figures in rows[:_MOST]
    )
    left = len(rows) - _MOST
    more = f'<p class="hint">and {left:,} more; the CSV and JSON summaries have all.</p>' if left > 0 else ""
    return (
        '<section class="panel" aria-labelledby="all"><h2 id="all">Findings an article</h2>'
        f"{draw_table(heads, cells, '#all')}{more}</section>"
    )
