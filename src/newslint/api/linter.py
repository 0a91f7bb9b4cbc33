"""Lint texts from Python: settings are loaded once, and each article is judged as of its own day."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newslint.api.articles import RawArticle, Unreadable, day_of, source_of
from newslint.api.results import About, Result, result_of
from newslint.api.rows import Batch
from newslint.article import Article
from newslint.audit import authors_of, section_of
from newslint.engine import FILE_NOT_TEXT, FILE_TOO_LARGE
from newslint.errors import (
    NewslintError,
    SourceError,
    SourceNeedsExtraError,
    SourceNotTextError,
    SourceTooLargeError,
    UsageError,
)
from newslint.processes import Work, cores, work_on_shares
from newslint.runner import Linter as FileLinter
from newslint.runner import RunOptions, report_crash, report_file
from newslint.settings import Settings, load_settings
from newslint.source import read_raw

# The word for the day of publication in place of a day.
PUBLISHED = "published"
_SHARE = 16  # articles that a process is given at once


class Linter:
    """Settings that are loaded once and judge one article after another.

    A linter keeps nothing of an article, changes nothing in the process, and may be pickled: what it needs to judge
    articles under the profiles and overrides of its configuration goes with it. Linters with different configurations
    live side by side. Several threads may use one, but only in the main thread is an article given up after `seconds`.
    """

    def __init__(
        self,
        config: str | os.PathLike[str] | None = None,
        *,
        profile: str | None = None,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        preview: bool = False,
        today: date | str | None = None,
        undated: date | str | None = None,
        metrics: bool = True,
        seconds: float = 30.0,
        cache: bool = True,
    ) -> None:
        """Load a configuration file; None is none, and no folder is searched for one.

        `profile` judges all articles, whatever they declare. `select`, `ignore` and `preview` choose rules as on the
        command line. `today` is the day as of which articles are judged: a day, `published` for each article's own day
        of publication, or None for the day of the call. `undated` is the day for an article without a date (None: the
        day of the call). `metrics` measures each article. `seconds` of CPU time are given to one article (0: no limit).
        `cache` uses what is kept between runs to load faster. Raise UsageError for an unknown name, ConfigurationError
        or RuleFileError for files that are not valid.
        """
        path = None if config is None else Path(os.path.abspath(config))
        self._settings = load_settings(path, keep=cache)
        self._today = _asked(today)
        self._undated = None if undated is None else day_of(undated, "undated")
        options = RunOptions(
            date.today(), profile, tuple(select), tuple(ignore), preview, card=metrics, seconds=seconds, keep=False
        )
        first = FileLinter(self._settings, options)
        self._options = first.options
        self._linters: dict[str | None, FileLinter] = {profile: first}
        self._settings.save()

    def __getstate__(self) -> dict[str, Any]:
        """Return what a pickled linter is made of: settings, resolved for all that the configuration can ask."""
        for _ in _variants(self._settings):
            pass
        return {**self.__dict__, "_linters": {}}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Make a linter of what was pickled; no file is read."""
        self.__dict__.update(state)

    @property
    def ruleset(self) -> str:
        """The fingerprint of all rules, shipped and of the house, and of newslint's version."""
        return self._settings.fingerprint

    @property
    def fingerprint(self) -> str:
        """A hash of all that results depend on beside articles and days: newslint, its libraries, rules, settings."""
        origin = self._linter_of(None).origin()
        stamps = [self._settings.stamp_of(profile, chosen) for profile, chosen in _variants(self._settings)]
        return blake2b(repr((origin, self._options.profile, stamps)).encode(), digest_size=16).hexdigest()

    def lint(
        self,
        text: str | bytes,
        *,
        path: str | None = None,
        format: str | None = None,
        profile: str | None = None,
        today: date | str | None = None,
    ) -> Result:
        """Return what is wrong in a text; see RawArticle for the arguments, and `__init__` for `today`.

        Without `format` and `path` the text is plain text. Nothing about the text itself is raised: what cannot be
        judged is a diagnostic of the family `internal`. Raise UsageError for an unknown format, ConfigurationError for
        an unknown profile.
        """
        return self.lint_article(RawArticle(text, path=path, format=format, profile=profile), today=today)

    def lint_file(self, path: str | os.PathLike[str], *, today: date | str | None = None) -> Result:
        """Return what is wrong in a file; raise SourceError where it cannot be read, and as `lint` does."""
        name = Path(path).as_posix()
        try:
            data = read_raw(Path(path), self._settings.config.max_file_size)
        except SourceTooLargeError as error:
            return self._refused(RawArticle("", path=name), error, _asked(today) or self._today)
        return self.lint_article(RawArticle(data, path=name), today=today)

    def lint_article(self, article: RawArticle, *, today: date | str | None = None) -> Result:
        """Return what is wrong in an article, as `lint` does."""
        asked = _asked(today) or self._today
        try:
            source = source_of(article, self._settings.config.max_file_size, self._settings.config.tracked_changes)
        except SourceNeedsExtraError:
            raise
        except SourceError as error:
            return self._refused(article, error, asked)
        linter = self._linter_of(article.profile)
        reading = self._reading(article, asked)
        return result_of(linter.lint(source, reading), reading.about)

    def judge(self, article: RawArticle | Unreadable) -> Result:
        """Return what is wrong in an article, as `lint_article` does; what that would raise is told as a crash.

        This is for articles that nobody looks at one by one: none of them ends the work.
        """
        if isinstance(article, Unreadable):
            lost = SourceNotTextError(article.article.name, article.cause, "Look at where it comes from.")
            return self._refused(article.article, lost, self._today)
        try:
            return self.lint_article(article)
        except NewslintError as error:
            report = report_crash(article.name, str(error).rstrip("."))
            return result_of(report, self._reading(article, self._today).about)

    def lint_many(self, articles: Iterable[RawArticle], *, jobs: int = 1) -> Iterator[Result]:
        """Yield the result of each article, in order, as it is ready; articles are taken as they are needed.

        `jobs` is the number of processes (0: one for each core). An article that kills its process is told as a crash.
        """
        jobs = jobs or cores()
        if jobs < 2:
            yield from map(self.lint_article, articles)
            return
        self._linter_of(None)  # which raises here what it would raise in a process
        work = Work(_start_worker, (self,), _lint_in_worker)
        yield from work_on_shares(_cut(articles, _SHARE), jobs, work, self._report_death)

    def judge_apart(self, articles: Iterable[RawArticle | Unreadable]) -> Iterator[Result]:
        """Yield what `judge` gives for each article, in a process of its own that an article may end."""
        work = Work(_start_worker, (self,), _judge_in_worker)
        yield from work_on_shares(_cut(articles, _SHARE), 1, work, self._report_death)

    def lint_batches(self, articles: Iterable[RawArticle], *, size: int = 256, jobs: int = 1) -> Iterator[Batch]:
        """Yield the results of `lint_many` in batches of `size` articles; the last may be smaller."""
        if size < 1:
            raise UsageError(f"size {size}", "a batch has at least one article.", "Use 1 or more.")
        for results in _cut(self.lint_many(articles, jobs=jobs), size):
            yield Batch(tuple(results))

    def _linter_of(self, profile: str | None) -> FileLinter:
        chosen = profile or self._options.profile
        if chosen not in self._linters:
            self._linters[chosen] = FileLinter(self._settings, self._options._replace(profile=chosen))
        return self._linters[chosen]

    def _reading(self, article: RawArticle, asked: date | str | None) -> _Reading:
        return _Reading(article, asked, self._undated, self.ruleset)

    def _refused(self, article: RawArticle, error: SourceError, asked: date | str | None) -> Result:
        rule = FILE_TOO_LARGE if isinstance(error, SourceTooLargeError) else FILE_NOT_TEXT
        report = report_file(article.name, rule, error.cause, error.way_out)
        return result_of(report, self._reading(article, asked).about)

    def _report_death(self, item: RawArticle | Unreadable) -> Result:
        article = item.article if isinstance(item, Unreadable) else item
        report = report_crash(article.name, "its process ended, perhaps out of memory")
        return result_of(report, self._reading(article, self._today).about)


class _Reading:
    """What is known of an article: what the caller said, and else what the article says once it is read."""

    def __init__(self, article: RawArticle, asked: date | str | None, undated: date | None, ruleset: str) -> None:
        self._article = article
        self._asked = asked
        self._undated = undated
        published = None if article.date is None else day_of(article.date, "date")
        authors = tuple(name.strip() for name in (article.author or "").split(";") if name.strip())
        self.about = About(
            article.id, article.profile or "", self._day(published), ruleset, published, article.section or "", authors
        )

    def __call__(self, article: Article, profile: str) -> date:
        """Note what an article says of itself, and return the day as of which it is judged."""
        told = self._article
        published = self.about.date or published_on(article)
        self.about = self.about._replace(
            profile=profile,
            today=self._day(published),
            date=published,
            section=section_of(article) if told.section is None else told.section,
            authors=authors_of(article) if told.author is None else self.about.authors,
        )
        return self.about.today

    def _day(self, published: date | None) -> date:
        if isinstance(self._asked, date):
            return self._asked
        return (published if self._asked == PUBLISHED else None) or self._undated or date.today()


def published_on(article: Article) -> date | None:
    """Return the day of publication that an article states, where it is one of the calendar."""
    element = article.published
    if element is None or not isinstance(element.value, str):
        return None
    try:
        return date.fromisoformat(element.value[:10])
    except ValueError:
        return None


def _asked(today: date | str | None) -> date | str | None:
    return today if today is None or today == PUBLISHED else day_of(today, "today")


def _cut(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Yield items in lists of a size, each when it is full."""
    held: list[Any] = []
    for item in items:
        held.append(item)
        if len(held) == size:
            yield held
            held = []
    if held:
        yield held


def _variants(settings: Settings) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Resolve and yield what a configuration can ask: each profile that it names, with each of its overrides."""
    config = settings.config
    types = config.content_types
    named = {config.profile, *(types.profiles.values() if types else ())}
    entries = config.overrides
    named |= {entry.profile for entry in entries if entry.profile}
    for profile in sorted(named):
        for chosen in ((), *((index,) for index in range(len(entries)))):
            settings.variant(profile, chosen)
            yield profile, chosen


_worker: list[Linter] = []


def _start_worker(linter: Linter) -> None:
    _worker[:] = [linter]


def _lint_in_worker(article: RawArticle) -> Result:
    return _worker[0].lint_article(article)


def _judge_in_worker(article: RawArticle | Unreadable) -> Result:
    return _worker[0].judge(article)


def lint(
    text: str | bytes,
    *,
    path: str | None = None,
    format: str | None = None,
    profile: str | None = None,
    today: date | str | None = None,
    config: str | os.PathLike[str] | None = None,
) -> Result:
    """Return what is wrong in a text; for more than a few, make a Linter, which loads the settings once.

    `config` is a configuration file; without one, newslint's own settings hold. See `Linter.lint` for the rest.
    """
    return _linter_for(None if config is None else os.path.abspath(config)).lint(
        text, path=path, format=format, profile=profile, today=today
    )


_kept: dict[str | None, Linter] = {}


def _linter_for(config: str | None) -> Linter:
    """Return a linter of a configuration; that of newslint's own settings, which cannot change, is kept."""
    if config is not None:
        return Linter(config)
    return _kept.setdefault(None, _kept.get(None) or Linter())
