"""`newslint lsp`: serve an editor over standard input and output."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newslint.cli import FAILED, OK
from newslint.diagnostics import Severity
from newslint.errors import missing_library

if TYPE_CHECKING:
    from newslint.languageserver.linters import Wishes


def run(options: argparse.Namespace) -> int:
    """Serve a client until it leaves; the status is 0 where it took its leave, as the protocol says."""
    if find_spec("pygls") is None:
        raise missing_library("lsp", "pygls", "lsp")
    from newslint.languageserver.server import serve

    has_ended = serve(_wishes_of(options), sys.stdin.buffer, _protocol_output())
    return OK if has_ended else FAILED


def _wishes_of(options: argparse.Namespace) -> Wishes:
    from newslint.languageserver.linters import Wishes
    from newslint.runner import RunOptions

    run = RunOptions(
        today=options.today or date.today(),
        profile=options.profile,
        select=tuple(options.select),
        ignore=tuple(options.ignore),
        preview=options.preview,
        keep=not options.no_cache,
    )
    config = Path(os.path.abspath(options.config)) if options.config else None
    least = Severity(options.min_severity) if options.min_severity else None
    return Wishes(run, config, options.today, least, baseline=not options.no_baseline)


def _protocol_output() -> BinaryIO:
    """Take standard output for the protocol alone: whatever else is printed goes to standard error."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = sys.stderr
    return output
