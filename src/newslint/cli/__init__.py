"""Words in, exit status out: the command line; it decides nothing about articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

OK, FOUND, FAILED = 0, 1, 2
COMMANDS = ("check", "explain", "rules", "inspect", "test")


def start() -> int:
    """Run newslint as a process of its own: what `newslint` on a command line calls."""
    store = None
    if "--no-cache" not in sys.argv and sys.argv[1:] not in (["--version"], ["-V"]):
        from newslint.cachefolder import cache_folder
        from newslint.cli.pattern_store import install

        store = install(cache_folder())
    status = main()
    if store:
        store.save()
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run newslint and return its exit status: 0 nothing to stop for, 1 something was found, 2 it could not work."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--version"], ["-V"]):
        from newslint import __version__

        print(f"newslint {__version__}")
        return OK
    try:
        return _run(words)
    except BrokenPipeError:
        # Whoever read the output has left; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print("newslint: stopped.", file=sys.stderr)
        return 130


def _run(words: list[str]) -> int:
    from newslint.cli.arguments import build_parser
    from newslint.errors import NewslintError

    _use_utf8()
    parser = build_parser()
    options = parser.parse_args(_with_command(words))
    try:
        from importlib import import_module

        status: int = import_module(f"newslint.cli.{options.command}").run(options)
        return status
    except NewslintError as error:
        print(f"newslint: {error}", file=sys.stderr)
        return FAILED


def _with_command(words: list[str]) -> list[str]:
    """Put `check` before words that name no command."""
    if not words or words[0] in COMMANDS or words[0] in ("-h", "--help", "--version", "-V"):
        return words or ["--help"]
    return ["check", *words]


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="backslashreplace")
