"""What a worker of the desk does: check, review, repair and excuse a text, and explain a rule."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from newslint.article import Article
from newslint.baseline import Entry, hide_known, read_baseline
from newslint.batch import check
from newslint.desk.bench import Job, Reply
from newslint.desk.explaining import explain
from newslint.desk.messages import (
    Advice,
    ExcuseRequest,
    Excusing,
    Explanation,
    Fixed,
    FixRequest,
    LintRequest,
    Panels,
    Review,
    ReviewRequest,
    Tint,
)
from newslint.diagnostics import FileReport, Report, Severity
from newslint.errors import NewslintError, UsageError
from newslint.fixes.edits import Wanted
from newslint.fixes.rounds import Tools, fix_source
from newslint.guard import NEVER_CAUGHT
from newslint.pages import render_fragments
from newslint.pages.speakers import map_voices
from newslint.reported import Change, diagnostic_of, file_of, plain
from newslint.reporters.json import dump, render_json
from newslint.runner import Linter, RunOptions
from newslint.settings import Settings, load_settings
from newslint.settings.globs import name_below
from newslint.source import Source, decode_raw
from newslint.spans import Extent
from newslint.suppressions.writing import Judge, Wish, excuse

_SECONDS = 10.0  # of CPU time for one text: somebody waits
_LINTERS = 8
# A text for which most rules have work: what they load is loaded before somebody waits.
_FIRST = """---
title: The quay at Fennmouth closes for a week
author: Ana Lind
date: 2026-11-20
---

The quay closes on Monday, 5 May, experts said. “We had no choice,” said [Rosa Quint](https://quay.example), 52, who
runs the port. It cost £1.2 million, 30 percent more than the 40 miles of road, according to a survey of 1,004 people.

- One in three [1] of the crew was told; most were not.

| boats | year |
| --- | --- |
| 12 | 2024 |

![The quay](quay.jpg)

It's a game changer, she added, and the the end is near – TK.
"""


class Desk:
    """Settings that follow their files, and linters for what was asked lately."""

    def __init__(self, config: Path | None, *, keep: bool = True) -> None:
        """Load a configuration; raise ConfigurationError or RuleFileError."""
        self._config = config
        self._keep = keep
        self._linters: dict[tuple[object, ...], Linter] = {}
        self._load()

    def _load(self) -> None:
        self.settings = load_settings(self._config, keep=self._keep)
        self._stamp = self._stamps()
        self._linters.clear()

    def _stamps(self) -> list[tuple[int, int]]:
        """Return what changes with the newsroom's own files of the configuration, and with the baseline."""
        own = [*self.settings.parts, *([str(self._config)] if self._config else [])]
        return [_stamp_of(path) for path in (*sorted(own), str(self._baseline))]

    @property
    def _baseline(self) -> Path:
        return self.settings.root / self.settings.config.baseline

    def _linter(self, asked: LintRequest) -> tuple[Linter, list[Entry]]:
        """Return a linter for what is asked, and what the baseline knows; the configuration may have changed."""
        if self._stamps() != self._stamp:
            self._load()
        key = (asked.profile, asked.today or date.today(), asked.select, asked.ignore, asked.preview)
        known = read_baseline(self._baseline, self.settings.former)
        linter = self._linters.pop(key, None)
        if linter is None:
            options = RunOptions(
                key[1],
                asked.profile,
                asked.select,
                asked.ignore,
                asked.preview,
                card=True,
                fingerprints=bool(known),
                seconds=_SECONDS,
            )
            linter = Linter(self.settings, options)
            while len(self._linters) >= _LINTERS:
                del self._linters[next(iter(self._linters))]
        self._linters[key] = linter
        return linter, known

    def lint(self, asked: LintRequest) -> str:
        """Return the JSON of `newslint check - --stdin-filename NAME --format json`."""
        linter, known = self._linter(asked)
        report = self._report(linter, known, _source_of(asked, self.settings))
        return render_json(report, _least(self.settings))

    def _report(self, linter: Linter, known: list[Entry], source: Source) -> Report:
        return self._without_known(check([source], linter), known)

    def _without_known(self, report: Report, known: list[Entry]) -> Report:
        name = partial(name_below, self.settings.root)
        return hide_known(report, known, name, self.settings.root).report if known else report

    def review(self, asked: ReviewRequest) -> Review:
        """Return what the page shows beside a text: findings of all severities, the card, and who speaks."""
        linter, known = self._linter(asked)
        source = _source_of(asked, self.settings)
        seen = _Seen()
        whole = Report((linter.lint(source, seen.note),), "", "")
        report = self._without_known(whole, known)
        (file,) = report.files
        article = seen.article or linter.parse(source)
        return Review(
            profile=seen.profile,
            findings=tuple(Advice(diagnostic_of(found), found.title, found.remedy) for found in file.diagnostics),
            excused=file.suppressed,
            tints=tuple(_tints_of(article)),
            panels=_panels_of(article, file, asked),
            notes=tuple(_notes_on(report, linter)),
        )

    def fix(self, asked: FixRequest) -> Fixed:
        """Return a text with its fixes made, round by round, until it is at rest."""
        linter, _ = self._linter(asked)
        tools = Tools(linter.parse, lambda source, trail: linter.lint(source))
        outcome = fix_source(_source_of(asked, self.settings), tools, Wanted(asked.unsafe))
        rounds = (
            tuple(Change(edit.start, edit.end, edit.text) for edit in choice.edits) for _, choice in outcome.trail
        )
        return Fixed(outcome.source.text, tuple(rounds), file_of(outcome.report).repairs)

    def excuse(self, asked: ExcuseRequest) -> Excusing:
        """Return the edit that writes a suppression; raise UsageError where the finding is gone or none can be."""
        linter, _ = self._linter(asked)
        source = _source_of(asked, self.settings)
        found = next(
            (
                one
                for one in linter.lint(source).diagnostics
                if one.rule == asked.rule and one.span == (asked.start, asked.end)
            ),
            None,
        )
        if found is None:
            raise UsageError(asked.rule, "the text has no such finding any more.", "Look at the findings again.")
        wish = Wish(asked.rule, asked.reason, asked.until)
        edit = excuse(linter.parse(source), found, wish, Judge(linter.parse, linter.lint))
        if edit is None:
            cause = "no comment in this article would hold this finding back and change nothing else."
            raise UsageError(asked.rule, cause, "Let the configuration switch the rule off for it: `per_file_ignores`.")
        return Excusing(Change(edit.start, edit.end, edit.text))

    def explain(self, asked: Mapping[str, Any]) -> Explanation:
        """Return a rule in words; raise UsageError for one that does not exist."""
        return explain(self.settings, str(asked["rule"]), asked.get("profile") or self.settings.config.profile)


_desk: Desk | None = None


def start(config: Path | None, folder: str, keep: bool = True) -> None:
    """Make a process ready to work: names of articles are seen from the folder. A first text loads all rules."""
    global _desk
    os.chdir(folder)
    _desk = Desk(config, keep=keep)
    _desk.review(ReviewRequest(text=_FIRST))


_TASKS: dict[str, tuple[Callable[[Mapping[str, Any]], Any], str]] = {
    "lint": (LintRequest.model_validate, "lint"),
    "review": (ReviewRequest.model_validate, "review"),
    "fix": (FixRequest.model_validate, "fix"),
    "excuse": (ExcuseRequest.model_validate, "excuse"),
    "explain": (dict, "explain"),
}


def perform(job: Job) -> Reply:
    """Do a job and return its reply; nothing is raised but what ends the process."""
    if _desk is None:
        raise RuntimeError("`start` comes first")
    read, name = _TASKS[job.task]
    try:
        done = getattr(_desk, name)(read(job.asked))
        return Reply(200, done if isinstance(done, str) else dump(plain(done), indent=None))
    except NewslintError as error:
        return problem(422, error.subject, error.cause, error.way_out)
    except NEVER_CAUGHT:
        raise
    except BaseException as error:
        return problem(
            500, job.task, f"newslint failed ({type(error).__name__}: {error}).", "Report this with the text."
        )


def problem(status: int, subject: str, cause: str, way_out: str) -> Reply:
    """Return the reply that says what cannot be done."""
    return Reply(status, dump({"error": {"subject": subject, "cause": cause, "way_out": way_out}}, indent=None))


def _stamp_of(path: str) -> tuple[int, int]:
    try:
        known = os.stat(path)
    except OSError:
        return 0, 0
    return known.st_mtime_ns, known.st_size


def _source_of(asked: LintRequest, settings: Settings) -> Source:
    """Return the text as it would be read from a file; half characters, which no file can hold, become U+FFFD."""
    data = asked.text.encode("utf-8", "replace") if asked.text.isascii() else _clean(asked.text).encode()
    limit = settings.config.max_file_size
    if len(data) > limit:
        cause = f"the text is larger than {limit:,} bytes, the limit."
        raise UsageError(asked.filename, cause, "Send less, or set `max_file_size` in the configuration.")
    return decode_raw(data, asked.filename)


def _clean(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


def _least(settings: Settings) -> Severity:
    """Return the lowest severity whose fixes a run counts, as `check` chooses it."""
    config = settings.config
    fail_on = Severity.ERROR if config.fail_on == "never" else Severity(config.fail_on)
    return min(Severity(config.min_severity), fail_on, key=lambda severity: severity.rank)


class _Seen:
    """The article that a linter read, and its profile."""

    def __init__(self) -> None:
        self.article: Article | None = None
        self.profile = ""

    def note(self, article: Article, profile: str) -> None:
        self.article, self.profile = article, profile


def _tints_of(article: Article) -> Iterator[Tint]:
    voices = map_voices(article)
    for stretch in voices.stretches:
        span = article.locate(Extent(stretch.block, stretch.start, stretch.end))
        yield Tint(span.start, span.end, stretch.voice, voices.looks[stretch.voice])


def _panels_of(article: Article, file: FileReport, asked: ReviewRequest) -> Panels:
    made = render_fragments(article, file, hide_private=False)
    reading = made.metadata + made.reading if asked.reading else ""
    return Panels(made.card, made.voices, made.paragraphs, made.elements, made.excuses, made.unevaluated, reading)


def _notes_on(report: Report, linter: Linter) -> Iterator[str]:
    if report.files[0].is_draft:
        is_skipped = linter.settings.config.drafts == "skip"
        yield (
            "This is a draft, and the configuration leaves drafts out."
            if is_skipped
            else "This is a draft: what would stop an article is advice here."
        )
    if report.baselined:
        yield f"The baseline hides {report.baselined} of its findings."
