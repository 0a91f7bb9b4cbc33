"""`newslint audit`: say which duties articles have taken on, and which of them are fulfilled."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from newslint.audit import Audited, audit
from newslint.baseline import hide_known, read_baseline
from newslint.batch import check
from newslint.cli import FAILED, OK
from newslint.cli.baseline import baseline_of
from newslint.cli.output import refuse_to_overwrite, write
from newslint.cli.session import default_paths, inputs_of, linter_of, settings_of
from newslint.diagnostics import FileReport, Severity
from newslint.errors import SourceError
from newslint.reporters.auditing import render_audit
from newslint.runner import Linter
from newslint.settings.globs import name_below
from newslint.source import Source, name_of
from newslint.terminal import tell


def run(options: argparse.Namespace) -> int:
    """Lint as `check` does, audit each article, and return the exit status."""
    settings = settings_of(options)
    known = [] if options.no_baseline else read_baseline(baseline_of(settings), settings.former)
    options.fingerprints = bool(known)
    options.paths = options.paths or default_paths(options, settings)
    inputs = inputs_of(options, settings)
    linter = linter_of(options, settings)
    refuse_to_overwrite(options.output, inputs.found, settings)
    whole = check(inputs.found, linter, unreadable=inputs.unreadable, found=inputs.unnamed, in_sites=inputs.in_sites)
    shown = hide_known(whole, known, partial(name_below, settings.root), settings.root).report if known else whole
    least = Severity(options.min_severity or settings.config.min_severity)
    sources = {name_of(source): source for source in inputs.found}
    pairs = [(one.at_least(least), two) for one, two in zip(whole.files, shown.files, strict=True)]
    write(render_audit(list(_audit(pairs, sources, linter)), options.format), options.output)
    for message in whole.unreadable:
        tell(message)
    is_whole = not whole.unreadable and not any(file.crashed for file in whole.files)
    return OK if is_whole else FAILED


def _audit(
    pairs: Sequence[tuple[FileReport, FileReport]], sources: dict[str, Source | Path], linter: Linter
) -> Iterator[Audited]:
    for whole, shown in pairs:
        source = sources[whole.path]
        try:
            article = linter.parse(source if isinstance(source, Source) else linter.read(source))
        except SourceError:  # the report says why it could not be read
            continue
        yield audit(article, whole, shown, linter.duties_of(article))
