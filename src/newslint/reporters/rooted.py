"""Name files from the top of their repository, as the services that read a report do."""

from __future__ import annotations

import os
from typing import NamedTuple

from newslint.diagnostics import Diagnostic, FileReport, Report
from newslint.places import tree_of


class _Place(NamedTuple):
    """The folder that a run's paths start from, and the top of its repository, as real paths."""

    here: str
    top: str

    def name(self, path: str) -> str:
        """Return a path from the top; one that leads out, and what is no path, stays as it is."""
        if path.startswith("<"):
            return path
        if os.path.isabs(path):  # links above the repository are no part of its paths
            path_of_folder, name = os.path.split(path)
            whole = os.path.join(os.path.realpath(path_of_folder), name)
        else:
            whole = os.path.normpath(os.path.join(self.here, path))
        inside = whole.startswith(f"{self.top.rstrip(os.sep)}{os.sep}")
        return whole[len(self.top.rstrip(os.sep)) + 1 :].replace(os.sep, "/") if inside else path


def from_top(report: Report) -> Report:
    """Return a report with the paths of its files seen from the top of the repository, wherever newslint was called."""
    here = os.path.realpath(os.curdir)
    place = _Place(here, tree_of(here))
    if place.here == place.top and not any(os.path.isabs(file.path) for file in report.files):
        return report
    return report._replace(files=tuple(_rename(file, place.name(file.path)) for file in report.files))


def _rename(file: FileReport, path: str) -> FileReport:
    def move(found: Diagnostic) -> Diagnostic:
        return found._replace(path=path)

    return file._replace(
        path=path,
        diagnostics=tuple(map(move, file.diagnostics)),
        not_evaluated=tuple(entry._replace(path=path) for entry in file.not_evaluated),
        excuses=tuple(excuse._replace(held=tuple(map(move, excuse.held))) for excuse in file.excuses),
    )
