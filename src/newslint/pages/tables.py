"""Lay out tables that scroll by themselves where a screen is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.pages.escaping import escape


def draw_table(heads: Sequence[str], rows: Iterable[str], label: str, *, name: str = "") -> str:
    """Return a table with a head; `#` before a head says that its column has numbers, an empty one that it is drawn.

    `label` says what the table is of; where it begins with `#`, it is the id of the heading that does. `name` is the
    table's own id. The rows are HTML.
    """
    cells = "".join(map(_head, heads))
    labelled = f'aria-labelledby="{label[1:]}"' if label[:1] == "#" else f'aria-label="{escape(label)}"'
    own = f' id="{name}"' if name else ""
    return (
        f'<div class="scroll" tabindex="0" role="group" {labelled}><table{own}><thead><tr>{cells}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _head(head: str) -> str:
    if not head:
        return "<td></td>"
    look = ' class="n"' if head[0] == "#" else ""
    return f'<th scope="col"{look}>{escape(head.removeprefix("#"))}</th>'


def number(value: object) -> str:
    """Return the cell of a number."""
    return f'<td class="n">{escape(value)}</td>'


def words(text: str) -> str:
    """Return the cell of a text, in the direction that its own letters have."""
    return f'<td dir="auto">{escape(text)}</td>'


def linked(href: str, text: str, more: str = "") -> str:
    """Return the head of a row: a text that links to a page or a place in one, and HTML that follows it."""
    return f'<th scope="row"><a href="{escape(href)}" dir="auto">{escape(text)}</a>{more}</th>'
