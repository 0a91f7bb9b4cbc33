"""Make the page of one article: itself, its findings in the margin, and what else its report holds."""

from __future__ import annotations

import newslint
from newslint.article import Article
from newslint.diagnostics import FileReport, Report, Severity
from newslint.pages import assets
from newslint.pages.body import Body
from newslint.pages.escaping import escape
from newslint.pages.facts import draw_card, show_elements, show_excuses, show_repairs, show_unevaluated
from newslint.pages.notes import Notes
from newslint.pages.paragraphs import draw_paragraphs
from newslint.pages.speakers import draw_voices
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.reporters.counting import count_of, join_words

# A language tag (BCP 47), loosely; what is none must not reach a browser.
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_SKIP = '<a class="skip" href="#f1">Skip to the first finding</a>\n'
_COUNTED = (
    (Severity.ERROR, "error", None),
    (Severity.WARNING, "warning", None),
    (Severity.ADVICE, "piece of advice", "pieces of advice"),
)


class Run(NamedTuple):
    """What all pages of a run say: the day it was judged as of, its rule set, and the way back to the overview."""

    today: str
    ruleset: str
    overview: str = ""


def article_page(article: Article, report: FileReport, run: Run) -> str:
    """Return the whole page of an article, self-contained, as HTML; `report` is that of the article."""
    body = Body(article, report)
    reading = body.render()
    parts = {
        "panels": draw_voices(body.voices) + draw_paragraphs(body.measured),
        "reading": reading,
        "facts": _understood(body)
        + show_excuses(report, body.part_at)
        + show_repairs(report)
        + show_unevaluated(report),
        "language": article.language if article.language and _LANGUAGE.fullmatch(article.language) else "en",
    }
    return _page(report, run, parts)


def unread_page(report: FileReport, run: Run) -> str:
    """Return the page of a file that could not be read as an article: what newslint says of it, without a text."""
    notes = Notes(report.diagnostics, lambda offset: "")
    shown = '<p class="text outside">The text of this file cannot be shown.</p>'
    listed = notes.show(range(len(report.diagnostics)), "this file")
    reading = f'<div class="reading"><div class="row"><div class="side"></div><div>{shown}</div>{listed}</div></div>'
    return _page(report, run, {"panels": "", "reading": reading, "facts": show_unevaluated(report), "language": "en"})


def _page(report: FileReport, run: Run, parts: dict[str, str]) -> str:
    back = f'<p><a class="brand" href="{escape(run.overview)}">All articles</a></p>\n' if run.overview else ""
    return assets.fill(
        "article.html",
        policy=escape(assets.policy()),
        version=escape(newslint.__version__),
        title=escape(f"{report.path} – newslint"),
        style=assets.style(),
        script=assets.script(),
        skip=_SKIP if report.diagnostics else "",
        back=back or '<p class="brand">newslint</p>\n',
        path=escape(report.path),
        steps=assets.fill("steps.html", theme=assets.read_asset("theme.html")),
        toolbar=assets.read_asset("toolbar.html"),
        help=assets.read_asset("help.html"),
        verdict=_verdict(report),
        card=draw_card(report.card, report.targets),
        end=tell_run(run),
        **parts,
    )


def tell_run(run: Run) -> str:
    """Return the line at the end of a page: by which newslint and rules it was judged, and as of which day."""
    version, rules = escape(newslint.__version__), escape(run.ruleset[:19])
    return f"newslint {version}, judged as of {escape(run.today)}; rules {rules}."


def _verdict(report: FileReport) -> str:
    whole = Report((report,), "", "")
    told = [
        f'<strong class="{severity}">{count_of(number, one, many)}</strong>'
        for severity, one, many in _COUNTED
        if (number := whole.count(severity))
    ]
    said = join_words(told) if told else '<strong class="clean">Nothing to report</strong>'
    held = f"; {report.suppressed} excused" if report.suppressed else ""
    draft = " This article is a draft." if report.is_draft else ""
    return f"{said}{held}.{draft}"


def _understood(body: Body) -> str:
    """Return the section of what newslint took the article's elements and metadata for."""
    fields, elements = "".join(body.fields()), "".join(body.elements())
    rows = f'<h2>In the front matter</h2><div class="reading">{fields}</div>' if fields else ""
    rows += f'<h2>In the metadata</h2><div class="reading">{elements}</div>' if elements else ""
    shown = f'<section class="paper" aria-label="Metadata">{rows}</section>' if rows else ""
    head = '<h2 id="elements">Elements as newslint understood them</h2>'
    return f'{shown}<section class="panel" aria-labelledby="elements">{head}{show_elements(body.article)}</section>'
