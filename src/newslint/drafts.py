"""Drafts: what a site's generator would not publish stops nothing."""

from __future__ import annotations

from datetime import date

from newslint.article import Article
from newslint.diagnostics import FileReport, Severity
from newslint.today import Today

# The folder in which Jekyll and others keep drafts.
_FOLDER = "_drafts"
# In this one it reads dates in the names of files.
_DATED_FOLDER = "_posts"
# Days until an article comes out: later dates are slips.
_LONGEST = 366


def is_unpublished(article: Article, today: Today) -> bool:
    """Tell whether the site's generator would not publish an article: by its front matter or its folder."""
    return mark_of(article, today) is not None


def mark_of(article: Article, today: Today) -> tuple[str, int] | None:
    """Return what says that an article is a draft, in words, and the line where it does; None where it is none.

    A date counts that is to come within twelve months.
    """
    for name, denial in (("draft", "true"), ("published", "false")):
        entry = article.field(name)
        if entry is not None and str(entry.value).lower() == denial:
            return f"`{name}: {denial}`", article.source.position(entry.span.start).line
    folders = article.path.split("/")[:-1]
    if _FOLDER in folders:
        return f"the folder `{_FOLDER}`", 0
    day = _scheduled_day(article, _DATED_FOLDER in folders)
    if day is not None and today.is_before(day) and not today.is_before(day, by=_LONGEST):
        return f"its date, {day}", _line_of_date(article)
    return None


def _line_of_date(article: Article) -> int:
    published = article.published
    if published is None or published.origin != "front matter":
        return 0
    return article.source.position(published.span.start).line


def _scheduled_day(article: Article, counts_name: bool) -> date | None:
    """Return the day of publication that the generator reads: in front matter, or in the name of a file."""
    published = article.published
    origins = ("front matter", "file name") if counts_name else ("front matter",)
    if published is None or published.origin not in origins or not isinstance(published.value, str):
        return None
    try:
        return date.fromisoformat(published.value[:10])
    except ValueError:
        return None


def soften(report: FileReport) -> FileReport:
    """Make all that is found in a draft advice; what newslint says of itself stays."""
    diagnostics = tuple(
        found if found.rule.startswith("internal/") else found._replace(severity=Severity.ADVICE)
        for found in report.diagnostics
    )
    return report._replace(diagnostics=diagnostics, is_draft=True)
