"""The linters of the folders that documents lie in, made anew when what they were made from has changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from newslint.baseline import Entry, Known, read_baseline
from newslint.diagnostics import FileReport, Severity
from newslint.discovery import Reason, explain_file
from newslint.errors import NewslintError
from newslint.rules.stamps import Stamp, stamp
from newslint.runner import Linter, RunOptions
from newslint.settings import Settings, find_config, load_settings
from newslint.settings.globs import name_below
from newslint.source import Source

# So long what a linter was made from is taken for what it was, in seconds, unless a client says that it changed.
_TRUSTED = 2.0


class Wishes:
    """What the command line says for all documents; what it leaves out is as the configuration says."""

    def __init__(
        self,
        options: RunOptions,
        config: Path | None = None,
        today: date | None = None,
        least: Severity | None = None,
        baseline: bool = True,
    ) -> None:
        """Without a day, it is that of each lint: a server may run for weeks."""
        self.options = options
        self.config = config
        self.today = today
        self.least = least
        self.baseline = baseline


class Outfit:
    """A linter with what belongs to it: the severity that is shown, the baseline, and which files are no articles."""

    def __init__(self, path: Path | None, folder: Path, wishes: Wishes) -> None:
        """Load the configuration and its rules; raise NewslintError where that cannot be done."""
        settings = load_settings(path, keep=wishes.options.keep)
        if path is None:
            settings.placed_in(folder)
        self.settings: Settings = settings
        self.least = wishes.least or Severity(settings.config.min_severity)
        self._baseline = settings.root / settings.config.baseline if wishes.baseline else None
        self._stamp = self._stamp_of_baseline()
        self._known = self._read_baseline()
        options = wishes.options._replace(fingerprints=bool(self._known))
        self.linter = Linter(settings, options)
        self._reasons: dict[Path, Reason | None] = {}
        settings.save()

    def _stamp_of_baseline(self) -> Stamp:
        return stamp(self._baseline) if self._baseline is not None else []

    def _read_baseline(self) -> list[Entry]:
        return read_baseline(self._baseline, self.settings.former) if self._stamp and self._baseline else []

    def is_current(self) -> bool:
        """Tell whether all that this was made from is what it was."""
        return self.settings.is_current and self._stamp_of_baseline() == self._stamp

    def why_not(self, path: Path) -> Reason | None:
        """Return why a file is not to be checked; None where it is."""
        if path not in self._reasons:
            config = self.settings.config
            self._reasons[path] = explain_file(str(path), config.include, config.exclude, self.settings.root)
        return self._reasons[path]

    def lint(self, source: Source, today: date) -> FileReport:
        """Return what is to be shown of a text as of a day."""
        self.linter.options = self.linter.options._replace(today=today)
        report = self.linter.lint(source)
        if report.is_template:  # code, with hardly a word of its own
            return FileReport(source.path, is_template=True)
        if self._known:
            report = Known(self._known, partial(name_below, self.settings.root), self.settings.root).hide(report)
        return report.at_least(self.least)


class Linters:
    """An outfit for each configuration; those without one share theirs by the folder of the workspace."""

    def __init__(self, wishes: Wishes, clock: Callable[[], float] = time.monotonic) -> None:
        """Take what holds for all documents."""
        self._wishes = wishes
        self._clock = clock
        self._made: dict[tuple[Path | None, Path], Outfit] = {}
        self._looked: dict[tuple[Path | None, Path], float] = {}
        # Grows whenever something was made anew, so that what was found before is known to be old.
        self.generation = 0

    @property
    def today(self) -> date:
        """The day as of which texts are judged."""
        return self._wishes.today or date.today()

    def doubt(self) -> None:
        """Trust nothing that was made: a client says that files have changed."""
        self._looked.clear()

    def of(self, path: Path | None, folder: Path) -> Outfit:
        """Return the outfit for a file, or for a text without one in a folder of the workspace.

        Raise NewslintError where its configuration is not valid.
        """
        config = self._wishes.config or find_config(path.parent if path is not None else folder)
        key = (config, folder if config is None else config.parent)
        now = self._clock()
        if key in self._made and now - self._looked.get(key, -_TRUSTED) >= _TRUSTED:
            self._looked[key] = now
            if not self._made[key].is_current():
                del self._made[key]
                self.generation += 1
        if key not in self._made:
            self._made[key] = Outfit(*key, self._wishes)
            self._looked[key] = now
        return self._made[key]


def place_of(error: NewslintError) -> tuple[Path, int] | None:
    """Return the file that an error is about and the line that it names, or 1; None where it names no file."""
    subject, line = error.subject, 1
    while subject and not os.path.isfile(subject):
        subject, _, number = subject.rpartition(":")
        line = int(number) if number.isascii() and number.isdecimal() else line
    return (Path(os.path.abspath(subject)), line) if subject else None
