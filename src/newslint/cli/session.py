"""What several commands share: settings, inputs, and whether output is in colour."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import SourceError, UsageError
from newslint.records import NamedTuple
from newslint.rules.folders import profile_path
from newslint.settings import Settings, find_config, load_settings
from newslint.source import Source, decode, is_document, read_bytes
from newslint.terminal import is_output_watched, tell, tell_trace

if TYPE_CHECKING:
    from newslint.generators import Site
    from newslint.runner import Linter


def settings_of(options: argparse.Namespace) -> Settings:
    """Load the configuration that the options name, or the nearest one."""
    path = Path(options.config) if options.config else find_config(Path.cwd())
    settings = load_settings(path, keep=not options.no_cache)
    options.profile = _profile_of(options.profile, settings)
    return settings


def _profile_of(name: str | None, settings: Settings) -> str | None:
    """Return a profile that was named on the command line as the configuration would name it.

    A file is named from the working directory there, and from the configuration's folder here.
    """
    if name is None or profile_path(name, settings.root) is not None or not os.path.isfile(name):
        return name
    return os.path.abspath(name)


def linter_of(options: argparse.Namespace, settings: Settings) -> Linter:
    """Make a linter of the settings and the options."""
    from newslint.runner import Linter, RunOptions

    show = tell_trace if os.environ.get("NEWSLINT_DEBUG") else None
    run = RunOptions(
        today=options.today or date.today(),
        profile=options.profile,
        select=tuple(options.select),
        ignore=tuple(options.ignore),
        preview=options.preview,
        tracked_changes=getattr(options, "tracked_changes", None),
        changed=getattr(options, "changed", None),
        fingerprints=getattr(options, "fingerprints", False),
        card=getattr(options, "format", "") in ("text", "json", "html"),
        jobs=getattr(options, "jobs", 1),
        keep=not getattr(options, "no_cache", True),
    )
    return Linter(settings, run, show)


_LINKS_NAMED = 5


class Inputs(NamedTuple):
    """What is to be read, and messages about folders and ignore files that could not be."""

    found: list[Source | Path]
    unreadable: list[str]
    # Files that a folder led to and nobody named.
    unnamed: frozenset[str] = frozenset()
    # Files in the tree of a site that count only where they are articles.
    in_sites: frozenset[str] = frozenset()
    # What standard input held, where that is what is read.
    data: bytes | None = None


def default_paths(options: argparse.Namespace, settings: Settings) -> list[str]:
    """Return what is meant where no path is given: the configuration's folder, or this one where it lies elsewhere.

    Raise UsageError where there is no configuration: it would not be clear how far to go.
    """
    if settings.path is None:
        way_out = "Name files or folders" + (", or - for standard input." if options.command == "check" else ".")
        cause = "no path was given, and there is no configuration whose folder could be meant."
        raise UsageError(options.command, cause, way_out)
    here, home = Path(os.path.realpath(".")), os.path.realpath(settings.root)
    return [os.path.relpath(home, here) if here.is_relative_to(home) else "."]


def inputs_of(options: argparse.Namespace, settings: Settings) -> Inputs:
    """Return standard input or the files that the paths stand for; raise UsageError where there is none."""
    if not options.paths:
        raise UsageError(options.command, "no path was given.", "Name files or folders, or - for standard input.")
    if "-" in options.paths and len(options.paths) > 1:
        raise UsageError("-", "standard input cannot be mixed with files.", "Use - on its own.")
    if options.paths == ["-"]:
        name = options.stdin_filename or "<stdin>"
        _refuse_document(name)
        data = _standard_input(name, settings.config.max_file_size)
        is_out = options.stdin_filename and getattr(options, "force_exclude", False) and _is_excluded(name, settings)
        return Inputs([] if is_out else [decode(data, name)], [], data=data)
    return _walk(options, settings)


def _is_excluded(name: str, settings: Settings) -> bool:
    """Tell whether a walk would leave out the file that standard input stands for, and say why."""
    from newslint.discovery import explain_file

    reason = explain_file(name, settings.config.include, settings.config.exclude, settings.root)
    if reason is not None:
        tell(f"{name} {reason.words}.")
    return reason is not None


def changed_inputs(options: argparse.Namespace, settings: Settings) -> Inputs:
    """Return those of the inputs that a change touches, what is staged of them, and note in the options where.

    Without a path, the working directory is meant.
    """
    from newslint.changes import find_changes, read_staged

    here = Path.cwd()
    changes = find_changes(here, None if options.staged else options.changed_since)
    options.paths = options.paths or ["."]
    if "-" in options.paths:
        raise UsageError("-", "standard input has no history.", "Name files or folders.")
    inputs = inputs_of(options, settings)
    real = {os.path.realpath(path): lines for path, lines in changes.items()}
    places = {path.as_posix(): os.path.realpath(path) for path in inputs.found if isinstance(path, Path)}
    options.changed = {name: real[place] for name, place in places.items() if place in real}
    limit = settings.config.max_file_size
    staged = read_staged(here, {name: places[name] for name in options.changed}, limit) if options.staged else {}
    found: list[Source | Path] = [staged.get(name, Path(name)) for name in options.changed]
    return inputs._replace(found=found)


def _walk(options: argparse.Namespace, settings: Settings) -> Inputs:
    """Return the files that paths lead to, and tell what is left out."""
    from newslint.discovery import discover

    config = settings.config
    found = discover(
        options.paths,
        config.include,
        config.exclude,
        settings.root,
        force_exclude=getattr(options, "force_exclude", False),
        follow_links=config.follow_links,
    )
    for name, reason in found.reasons.items():
        tell(f"{name} {reason.words}.")
    if found.links:
        tell(_describe_links(found.links))
    named = {os.path.abspath(path) for path in options.paths if not os.path.isdir(path)}
    parts = settings.parts - named
    if parts:
        found = found._replace(files=tuple(path for path in found.files if os.path.abspath(path) not in parts))
    known = frozenset(path.as_posix() for path in found.files)
    unnamed = frozenset(name for name in known if os.path.abspath(name) not in named) if named else known
    held = known if getattr(options, "force_exclude", False) else unnamed
    return Inputs(
        list(found.files),
        [f"{message} Check its permissions, or exclude it." for message in found.unreadable],
        unnamed,
        _in_sites(held, found.sites) if found.sites else frozenset(),
    )


def _in_sites(names: frozenset[str], sites: Sequence[Site]) -> frozenset[str]:
    """Return those of some files that lie in the tree of a site."""
    here = Path.cwd().as_posix().rstrip("/")

    def place(name: str) -> str:
        # A whole archive is asked for; only what leads up has to be worked out.
        return f"{here}/{name}" if name[:1] != "/" and ".." not in name and ":" not in name else _absolute(name)

    return frozenset(name for name in names if any(site.holds(place(name)) for site in sites))


def _absolute(name: str) -> str:
    return Path(os.path.abspath(name)).as_posix()


def _describe_links(links: tuple[str, ...]) -> str:
    named = ", ".join(links[:_LINKS_NAMED]) + (", …" if len(links) > _LINKS_NAMED else "")
    count = "1 link leads" if len(links) == 1 else f"{len(links)} links lead"
    return f"{count} out of the folders to check and is not followed: {named}. Name it, or set `follow_links: true`."


def _refuse_document(name: str) -> None:
    if is_document(name):
        raise UsageError(name, "documents are not read from standard input.", "Save it, and name the file.")


def _standard_input(name: str, limit: int) -> bytes:
    try:
        return read_bytes(sys.stdin.buffer, name, limit)
    except (AttributeError, OSError, ValueError) as error:
        cause = "standard input is closed or cannot be read."
        raise SourceError(name, cause, "Pipe an article into it, or name a file.") from error


def is_colourful(options: argparse.Namespace) -> bool:
    """Tell whether output is in colour: as `--color` says, else as the environment does, else on a terminal.

    NO_COLOR (https://no-color.org) counts more than FORCE_COLOR (https://force-color.org); a file has no colour.
    """
    if options.output is not None or options.color != "auto":
        return options.output is None and options.color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or is_output_watched()
