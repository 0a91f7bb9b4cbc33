"""Drafts: what a site's generator would not publish stops nothing."""

from __future__ import annotations

from newslint.article import Article
from newslint.diagnostics import FileReport, Severity

# The folder in which Jekyll and others keep drafts.
_FOLDER = "_drafts"


def is_unpublished(article: Article) -> bool:
    """Tell whether the site's generator would not publish an article: by its front matter or its folder."""
    draft, published = article.field("draft"), article.field("published")
    says_so = draft is not None and str(draft.value).lower() == "true"
    denies = published is not None and str(published.value).lower() == "false"
    return says_so or denies or _FOLDER in article.path.split("/")[:-1]


def soften(report: FileReport) -> FileReport:
    """Make all that is found in a draft advice; what newslint says of itself stays."""
    diagnostics = tuple(
        found if found.rule.startswith("internal/") else found._replace(severity=Severity.ADVICE)
        for found in report.diagnostics
    )
    return report._replace(diagnostics=diagnostics, is_draft=True)
