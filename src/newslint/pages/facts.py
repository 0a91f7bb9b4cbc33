"""Show what belongs to an article's report beside its text: its measures, elements, excuses and open questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from newslint.article import Article
from newslint.diagnostics import Card, Diagnostic, Excuse, FileReport, Report
from newslint.pages.escaping import escape
from newslint.pages.tables import draw_table, number, words
from newslint.parts import Element
from newslint.reporters.counting import count_of, group_unevaluated
from newslint.reporters.inspection import SHOWN, elements_of

_LONGEST = 300  # code points of an element that its table shows
_FIGURES = {
    "words": "words",
    "minutes": "min to read",
    "grade": "grade",
    "long_sentences": "% long sentences",
    "longest_sentence": "words in the longest sentence",
    "longest_paragraph": "words in the longest paragraph",
    "quotations": "quotations",
    "named_sources": "named sources",
    "links": "links",
}


def draw_card(card: Card | None, targets: Mapping[str, float]) -> str:
    """Return an article's measures as a list; one that passes its target says so. Empty without a card."""
    if card is None:
        return ""
    return f'<dl class="card" aria-label="Measures">{"".join(_figures(card, targets))}</dl>'


def _figures(card: Card, targets: Mapping[str, float]) -> Iterator[str]:
    for name, told in _FIGURES.items():
        value, target = getattr(card, name), targets.get(name)
        if value is None:
            continue
        is_over = target is not None and value > target
        over = f'<span class="over">target {target:g}</span>' if is_over else ""
        look = ' class="passes"' if is_over else ""
        yield f"<div{look}><dt>{told}</dt><dd>{value:,g}{over}</dd></div>"


def show_elements(article: Article) -> str:
    """Return the table of the elements as newslint understood them, and the names of those that were not found."""
    rows, missing = [], []
    for kind in SHOWN:
        found = elements_of(article, kind)
        rows += [_element_row(article, kind, element) for element in found]
        if not found and kind not in ("label", "disclosure", "correction"):
            missing.append(kind)
    told = f'<p class="hint">Not found: {escape(", ".join(missing))}.</p>' if missing else ""
    if not rows:
        return told
    return draw_table(("Element", "Text", "Read as", "From", "#Line"), rows, "#elements") + told


def _element_row(article: Article, kind: str, element: Element) -> str:
    value = " and ".join(element.names) or element.value or ""
    text = element.text if len(element.text) <= _LONGEST else element.text[: _LONGEST - 1] + "…"
    line = article.source.position(element.span.start).line
    read = value if value != element.text else ""
    return (
        f'<tr><th scope="row">{escape(kind)}</th>{words(text)}{words(read)}{words(element.origin)}{number(line)}</tr>'
    )


def show_excuses(report: FileReport, part_at: Callable[[int], str]) -> str:
    """Return a section with what is held back, by whom and why; empty where nothing is.

    `part_at` gives the id of the part of the page that holds an offset of the source, or nothing.
    """
    told = [excuse for excuse in report.excuses if excuse.held]
    if not told:
        return ""
    items = "".join(_excuse_item(excuse, part_at) for excuse in told)
    return (
        '<section class="panel" aria-labelledby="excused"><h2 id="excused">'
        f'Excused ({sum(len(excuse.held) for excuse in told)})</h2><ul class="plain">{items}</ul></section>'
    )


def _excuse_item(excuse: Excuse, part_at: Callable[[int], str]) -> str:
    where = f"{excuse.source}, line {excuse.line}" if excuse.line else f"{excuse.source} ({excuse.glob})"
    until = f" until {excuse.until}" if excuse.until else ""
    held = "".join(_found_item(found, part_at(found.start.offset)) for found in excuse.held)
    reason = f'<span dir="auto">{escape(excuse.reason)}</span>' if excuse.reason else "<em>no reason given</em>"
    return f'<li>{reason} <span class="at">({escape(where + until)})</span><ul>{held}</ul></li>'


def _found_item(found: Diagnostic, part: str) -> str:
    line = f"line {found.start.line}"
    place = f'<a href="#{part}">{line}</a>' if part else line
    rule = f'<span class="rule">{escape(found.rule)}</span>'
    return f'<li>{rule} <span class="at">{place}</span> <span dir="auto">{escape(found.message)}</span></li>'


def show_unevaluated(report: FileReport) -> str:
    """Return a section with the rules that could not be judged, and why; empty where all could."""
    groups = group_unevaluated(Report((report,), "", ""))
    if not groups:
        return ""
    items = "".join(
        f'<li>{escape(reason)}: <span class="rule">{escape(", ".join(rules))}</span></li>'
        for reason, rules, _ in groups
    )
    return (
        '<section class="panel" aria-labelledby="not-evaluated"><h2 id="not-evaluated">Not evaluated '
        f'({count_of(sum(len(rules) for _, rules, _ in groups), "rule")})</h2><ul class="plain">{items}</ul></section>'
    )


def show_repairs(report: FileReport) -> str:
    """Return a section with what was fixed; empty where nothing was."""
    if not report.repairs:
        return ""
    items = "".join(_found_item(found, "") for found in report.repairs)
    return (
        '<section class="panel" aria-labelledby="fixed"><h2 id="fixed">'
        f'Fixed ({len(report.repairs)})</h2><ul class="plain">{items}</ul></section>'
    )
