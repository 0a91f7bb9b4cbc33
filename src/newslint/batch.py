"""Take many files to their reports in the order of their paths: from what earlier runs kept, or by linting them."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from newslint.diagnostics import FileReport, Report
from newslint.engine import FILE_NOT_TEXT, FILE_TOO_LARGE
from newslint.errors import SourceError, SourceNeedsExtraError, SourceNotTextError, SourceTooLargeError
from newslint.processes import Work, cores, work_on
from newslint.results import Results
from newslint.runner import Checked, Linter, Outcome, RunOptions, report_crash, report_file
from newslint.settings import Settings
from newslint.source import Source, name_of

# For so many bytes of articles that are to be linted, another process saves more than it costs: they take 0.8 s, and a
# process 0.15 s (benchmarks/second_run.py).
_WORTH_A_PROCESS = 50_000


class Run:
    """Lint sources, or files that are read one at a time; each report comes when its turn in path order has come.

    A file that cannot be read is noted as `unreadable`, after those that are already, and the run goes on. `on_file` is
    told each file before its turn, or in several processes after it. `found` are files that nobody named: that one of
    them is too large, or no text, is a notice, of any other it is a failure. Those `in_sites` that are templates are
    left out, and counted, and so are drafts where the configuration skips them.
    """

    def __init__(
        self,
        sources: Iterable[Source | Path],
        linter: Linter,
        on_file: Callable[[str], None] | None = None,
        unreadable: Sequence[str] = (),
        found: Collection[str] = (),
        in_sites: Collection[str] = (),
    ) -> None:
        """Prepare; nothing is read before the first report is asked for."""
        self._sources = sorted(sources, key=name_of)
        self._linter = linter
        self._tell = on_file or (lambda path: None)
        self._found = found
        self._in_sites = in_sites
        self.templates = self.drafts = 0
        self._skips_drafts = linter.settings.config.drafts == "skip"
        self.unreadable = [*unreadable]

    def __iter__(self) -> Iterator[FileReport]:
        """Yield the reports; what was found is kept at the end, and however the run ends."""
        results = self._linter.results() if self._linter.options.keep else None
        try:
            for outcome in self._outcomes(results):
                report = self._report(outcome)
                if report is not None:
                    yield report
        finally:
            self._linter.settings.save()
            if results is not None:
                results.save()

    def _report(self, outcome: Outcome) -> FileReport | None:
        """Return what is told of an outcome in its place; note a file that could not be read."""
        if isinstance(outcome, FileReport):
            is_template = outcome.is_template and outcome.path in self._in_sites
            is_skipped = self._skips_drafts and outcome.is_draft and not is_template
            self.templates += is_template
            self.drafts += is_skipped
            return None if is_template or is_skipped else outcome
        is_failure = outcome.subject not in self._found
        is_notice = isinstance(outcome, SourceNeedsExtraError) and not is_failure
        if not (is_notice or isinstance(outcome, (SourceTooLargeError, SourceNotTextError))):
            self.unreadable.append(str(outcome))
            return None
        rule = FILE_TOO_LARGE if isinstance(outcome, SourceTooLargeError) else FILE_NOT_TEXT
        return report_file(outcome.subject, rule, outcome.cause, outcome.way_out, is_failure=is_failure)

    def _outcomes(self, results: Results | None) -> Iterator[Outcome]:
        known = self._find_known(results)
        missing = [source for source in self._sources if name_of(source) not in known]
        made = self._make(missing, results)
        for source in self._sources:
            name = name_of(source)
            key = known.get(name)
            if key is None or results is None:
                yield next(made)
                continue
            self._tell(name)
            # What is damaged in a way that its checksum does not show is made anew.
            yield results.recall(name, key) or self._linter.check(source).outcome

    def _find_known(self, results: Results | None) -> dict[str, bytes]:
        """Return the files whose results were kept and hold, with the keys of these."""
        known: dict[str, bytes] = {}
        if results is None:
            return known
        for source in self._sources:
            if isinstance(source, Path):
                name = source.as_posix()
                try:
                    key = self._linter.key_of(results, source, self._linter.read_bytes(source))
                except SourceError:  # told in its turn
                    continue
                if results.holds(name, key):
                    known[name] = key
        return known

    def _make(self, sources: list[Source | Path], results: Results | None) -> Iterator[Outcome]:
        """Lint, in as many processes as are worth it, and keep what was found."""
        paths = [source for source in sources if isinstance(source, Path)]
        jobs = self._jobs_for(paths) if len(paths) == len(sources) else 1
        made = self._make_in_processes(paths, jobs, results) if jobs > 1 else self._make_here(sources, results)
        for outcome, kept in made:
            if kept is not None and results is not None:
                results.keep(*kept)
            yield outcome

    def _make_here(self, sources: Iterable[Source | Path], results: Results | None) -> Iterator[Checked]:
        for source in sources:
            self._tell(name_of(source))
            yield self._linter.check(source, results)

    def _make_in_processes(self, paths: list[Path], jobs: int, results: Results | None) -> Iterator[Checked]:
        self._linter.settings.save()
        options = self._linter.options._replace(jobs=1)
        origin = self._linter.origin() if results is not None else None
        work = Work(_start_worker, (self._linter.settings, options, origin), _judge_in_worker)
        for path, made in zip(paths, work_on(paths, jobs, work, _report_death), strict=True):
            self._tell(path.as_posix())
            yield made

    def _jobs_for(self, paths: Sequence[Path]) -> int:
        """Return how many processes are worth it for some files, of those that may be used."""
        most = self._linter.options.jobs or cores()
        if min(most, len(paths)) < 2:
            return 1
        total = 0
        for path in paths:
            try:
                total += os.stat(path).st_size
            except OSError:
                continue
            if total >= most * _WORTH_A_PROCESS:
                break
        return min(most, len(paths), total // _WORTH_A_PROCESS)


def check(
    sources: Iterable[Source | Path],
    linter: Linter,
    on_file: Callable[[str], None] | None = None,
    unreadable: Sequence[str] = (),
    found: Collection[str] = (),
    in_sites: Collection[str] = (),
) -> Report:
    """Collect the reports of a run in one; see there for the arguments."""
    run = Run(sources, linter, on_file, unreadable, found, in_sites)
    return collect(run, linter, run)


def collect(files: Iterable[FileReport], linter: Linter, run: Run) -> Report:
    """Return the reports of a run's files as one."""
    reports = tuple(files)
    today = linter.options.today.isoformat()
    left_out = {"templates": run.templates, "drafts": run.drafts}
    return Report(reports, linter.settings.fingerprint, today, tuple(run.unreadable), **left_out)


def _report_death(path: Path) -> Checked:
    return Checked(report_crash(path.as_posix(), "its process ended, perhaps out of memory"))


_worker: list[tuple[Linter, Results | None]] = []


def _start_worker(settings: Settings, options: RunOptions, origin: bytes | None) -> None:
    # In thousands of articles, cycles that wait for long to be looked at cost 10 MB and save no time.
    gc.set_threshold(10_000, 10, 2)
    linter = Linter(settings, options)
    _worker[:] = [(linter, linter.results(origin) if origin is not None else None)]


def _judge_in_worker(path: Path) -> Checked:
    linter, results = _worker[0]
    return linter.check(path, results)
