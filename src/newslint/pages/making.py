"""Make the pages of many articles one after the other, in several processes where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path

from newslint.article import Article
from newslint.diagnostics import FileReport
from newslint.errors import SourceError
from newslint.guard import NEVER_CAUGHT, OutOfTime, time_limit
from newslint.pages.article_page import Run, article_page, unread_page
from newslint.pages.summaries import Summary, summarize, summarize_unread
from newslint.patterns import pattern
from newslint.processes import Work, cores, work_on
from newslint.records import NamedTuple
from newslint.runner import Linter, RunOptions
from newslint.settings import Settings
from newslint.source import Source

# From so many articles on, a second process saves more than it costs.
_WORTH_A_PROCESS = 60
_NO_NAME = pattern(r"[^a-z0-9]+")
_LONGEST_NAME = 60
FOLDER = "articles"


class Item(NamedTuple):
    """An article to show, and its report before and after what the baseline hides."""

    source: Source | Path
    whole: FileReport
    shown: FileReport


class Made(NamedTuple):
    """The page of an article, and what an overview says of it."""

    html: str
    summary: Summary


def href_of(path: str) -> str:
    """Return the name of an article's page in a folder of pages: the same in every run, and no other's."""
    words = _NO_NAME.sub("-", path.lower()).strip("-")[-_LONGEST_NAME:].strip("-")
    stamp = blake2b(path.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    return f"{FOLDER}/{words or 'article'}-{stamp}.html"


def make_page(item: Item, linter: Linter, run: Run) -> Made:
    """Return the page of an article; that of a file which newslint fails on has its findings and no text."""
    href = href_of(item.shown.path)
    try:
        with time_limit(linter.options.seconds):
            source = item.source if isinstance(item.source, Source) else linter.read(item.source)
            article: Article = linter.parse(source)
            page = article_page(article, item.shown, run)
            return Made(page, summarize(article, item.whole, item.shown, linter, href))
    except (SourceError, OutOfTime):  # the report says so
        pass
    except NEVER_CAUGHT:
        raise
    except BaseException as error:
        if linter.on_crash:
            linter.on_crash(f"{item.shown.path}: {type(error).__name__}: {error}")
    return _unread(run, item)


def _unread(run: Run, item: Item) -> Made:
    return Made(unread_page(item.shown, run), summarize_unread(item.shown, href_of(item.shown.path)))


def make_pages(items: Sequence[Item], linter: Linter, run: Run) -> Iterator[Made]:
    """Yield the pages of articles in their order; no more than a few are held at a time."""
    jobs = linter.options.jobs or cores()
    if len(items) < _WORTH_A_PROCESS or jobs < 2:
        yield from (make_page(item, linter, run) for item in items)
        return
    start = (linter.settings, linter.options._replace(jobs=1, keep=False), run)
    yield from work_on(items, jobs, Work(_start_worker, start, _make_in_worker), partial(_unread, run))


_worker: list[Callable[[Item], Made]] = []


def _start_worker(settings: Settings, options: RunOptions, run: Run) -> None:
    linter = Linter(settings, options)
    _worker[:] = [lambda item: make_page(item, linter, run)]


def _make_in_worker(item: Item) -> Made:
    return _worker[0](item)
