"""What several commands share: settings, sources and where output goes."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import SourceError, UsageError
from newslint.settings import Settings, find_config, load_settings
from newslint.source import Source, decode

if TYPE_CHECKING:
    from newslint.runner import Linter


def settings_of(options: argparse.Namespace) -> Settings:
    """Load the configuration that the options name, or the nearest one."""
    path = Path(options.config) if options.config else find_config(Path.cwd())
    return load_settings(path, keep=not options.no_cache)


def linter_of(options: argparse.Namespace, settings: Settings) -> Linter:
    """Make a linter of the settings and the options."""
    from newslint.runner import Linter, RunOptions

    show = (lambda trace: print(trace, file=sys.stderr)) if os.environ.get("NEWSLINT_DEBUG") else None
    run = RunOptions(
        today=options.today or date.today(),
        profile=options.profile,
        select=tuple(options.select),
        ignore=tuple(options.ignore),
        jobs=getattr(options, "jobs", 1),
    )
    return Linter(settings, run, show)


def sources_of(options: argparse.Namespace, settings: Settings) -> list[Source | Path]:
    """Return standard input or the files that the paths stand for; raise UsageError where there is none."""
    from newslint.discovery import discover

    if not options.paths:
        raise UsageError(options.command, "no path was given.", "Name files or folders, or - for standard input.")
    if "-" in options.paths:
        if options.paths != ["-"]:
            raise UsageError("-", "standard input cannot be mixed with files.", "Give - alone.")
        return [decode(sys.stdin.buffer.read(), options.stdin_filename or "<stdin>")]
    config = settings.config
    found = discover(
        options.paths,
        config["include"],
        config["exclude"],
        settings.root,
        force_exclude=getattr(options, "force_exclude", False),
    )
    for name in found.excluded:
        print(f"newslint: {name} is excluded by the configuration.", file=sys.stderr)
    if found.unreadable:
        cause = f"the folder cannot be read ({len(found.unreadable)} in all)."
        raise SourceError(found.unreadable[0], cause, "Check its permissions, or exclude it.")
    return list(found.files)


def write(text: str, output: str | None) -> None:
    """Print a text, or write it to a file; raise UsageError where that cannot be written."""
    if output is None:
        sys.stdout.write(text)
        return
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(output, f"the report cannot be written ({error.strerror}).", "Check --output.") from error


def is_colourful(output: str | None) -> bool:
    """Tell whether output goes to a terminal that wants colour (see https://no-color.org)."""
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width() -> int:
    """Return the terminal's width in columns."""
    return shutil.get_terminal_size((100, 24)).columns
