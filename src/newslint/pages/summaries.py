"""Say of an article, in one small record, what an overview of many counts."""

from __future__ import annotations

from collections import Counter

from newslint.article import Article
from newslint.audit import Audited, audit
from newslint.diagnostics import FileReport, Severity
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.runner import Linter

_MONTH = pattern(r"\d{4}-(?:0[1-9]|1[0-2])")


class Summary(NamedTuple):
    """What an overview says of an article.

    `day` is that of publication as YYYY-MM-DD, or empty. `rules` has how often each rule was reported, by severity.
    `audited` has its duties; None where it could not be read. `href` is its page.
    """

    path: str
    href: str
    headline: str = ""
    day: str = ""
    words: int = 0
    rules: tuple[tuple[str, Severity, int], ...] = ()
    excused: int = 0
    is_draft: bool = False
    audited: Audited | None = None

    @property
    def section(self) -> str:
        """The section that it says it is in, else its folder."""
        return self.audited.section if self.audited else ""

    @property
    def authors(self) -> tuple[str, ...]:
        """Its authors."""
        return self.audited.authors if self.audited else ()

    @property
    def month(self) -> str:
        """The month of publication as YYYY-MM, or nothing."""
        return self.day[:7]

    def count(self, severity: Severity) -> int:
        """Count what was reported at a severity."""
        return sum(number for _, own, number in self.rules if own is severity)

    @property
    def missing(self) -> int:
        """How many of its duties are open."""
        return self.audited.count("missing") if self.audited else 0


def summarize_unread(report: FileReport, href: str) -> Summary:
    """Return what is known of a file that could not be read as an article."""
    counted = Counter((found.rule, found.severity) for found in report.diagnostics)
    rules = tuple((rule, severity, number) for (rule, severity), number in sorted(counted.items()))
    return Summary(report.path, href, rules=rules, excused=report.suppressed, is_draft=report.is_draft)


def summarize(article: Article, whole: FileReport, shown: FileReport, linter: Linter, href: str) -> Summary:
    """Return what an overview says of an article, whose report is known before and after what the baseline hides."""
    published = article.published
    value = (published.value or "") if published else ""
    return summarize_unread(shown, href)._replace(
        headline=article.headline.text if article.headline else "",
        day=value[:10] if _MONTH.match(value) else "",
        words=article.word_count,
        audited=audit(article, whole, shown, linter.duties_of(article)),
    )
