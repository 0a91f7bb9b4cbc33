"""Draw figures as bars that stand in a table, so that the chart is its own table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.pages.escaping import escape
from newslint.pages.tables import draw_table, number
from newslint.records import NamedTuple

_MOST = 25  # bars of a chart; the rest are one more
_WIDTH = 200


class Series(NamedTuple):
    """A colour of bars: the class that the style sheet knows, and its name in the legend."""

    look: str
    name: str


class Row(NamedTuple):
    """A bar: its label, how many articles it stands for (None where that says nothing), and a figure a series."""

    label: str
    figures: Sequence[int]
    articles: int | None = None

    @property
    def total(self) -> int:
        """What its bar comes to."""
        return sum(self.figures)


def draw_chart(title: str, label: str, series: Sequence[Series], rows: Sequence[Row], identity: str) -> str:
    """Return a section with a bar for each row, in the order of the rows; what does not fit is summed in a last one."""
    shown = [row for row in rows if row.total]
    if not shown:
        return ""
    largest = max(row.total for row in shown)
    if len(shown) > _MOST + 1:
        shown = [*shown[:_MOST], _sum_of(shown[_MOST:])]
    has_articles = any(row.articles is not None for row in shown)
    used = [index for index in range(len(series)) if any(row.figures[index] for row in shown)]
    heads = [label, "", *(["#Articles"] if has_articles else []), *(f"#{series[index].name}" for index in used)]
    table = draw_table(heads, (_row(row, series, used, largest, has_articles) for row in shown), f"#{identity}")
    return (
        f'<section class="panel chart" aria-labelledby="{identity}"><h2 id="{identity}">{escape(title)}</h2>'
        f"{_legend(series, used)}{table}</section>"
    )


def _sum_of(rows: Sequence[Row]) -> Row:
    return Row(f"{len(rows)} more", [sum(column) for column in zip(*(row.figures for row in rows), strict=True)])


def _row(row: Row, series: Sequence[Series], used: Sequence[int], largest: int, has_articles: bool) -> str:
    cells = "".join(number(f"{row.figures[index]:,}") for index in used)
    if has_articles:
        cells = number("" if row.articles is None else f"{row.articles:,}") + cells
    at, bars = 0.0, []
    for index in used if row.total <= largest else ():  # a sum of many would dwarf the others
        width = _WIDTH * row.figures[index] / largest
        if width:
            bars.append(f'<rect class="{series[index].look}" x="{at:.2f}" width="{width:.2f}" height="10"/>')
        at += width
    drawn = f'<svg viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">{"".join(bars)}</svg>'
    return f'<tr><th scope="row" dir="auto">{escape(row.label)}</th><td class="draw">{drawn}</td>{cells}</tr>'


def _legend(series: Sequence[Series], used: Sequence[int]) -> str:
    if len(used) < 2:
        return ""
    keys = "".join(
        f'<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="{series[index].look}" width="10" '
        f'height="10" rx="2"/></svg> {escape(series[index].name)}</li>'
        for index in used
    )
    return f'<ul class="legend">{keys}</ul>'


def rows_of(groups: Mapping[str, Sequence[int]], articles: Mapping[str, int]) -> list[Row]:
    """Return a row for each group, the largest first."""
    rows = [Row(name, figures, articles.get(name)) for name, figures in groups.items()]
    return sorted(rows, key=lambda row: (-row.total, row.label))
