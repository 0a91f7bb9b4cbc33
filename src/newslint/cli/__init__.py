"""Words in, exit status out: the command line; it decides nothing about articles."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

OK, FOUND, FAILED = 0, 1, 2
COMMANDS = ("check", "explain", "rules", "inspect", "test")
# Commands that are announced and not yet made.
COMING = ("init", "config", "baseline", "lsp", "desk")


def start() -> int:
    """Run newslint as a process of its own: what `newslint` on a command line calls."""
    # Articles make few cycles: looking for them while thousands of small objects are made costs a tenth of a start.
    gc.set_threshold(50_000, 20, 50)
    store = None
    if "--no-cache" not in sys.argv and sys.argv[1:] not in (["--version"], ["-V"]):
        from newslint.cachefolder import cache_folder
        from newslint.cli.pattern_store import install

        store = install(cache_folder())
    status = main()
    # A run that compiled rules needed hundreds of patterns of its libraries, which no later start needs.
    if store and "pydantic" not in sys.modules:
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
        status = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        # Whoever read the output has left before the verdict; nothing more can be said to them.
        _discard_output()
        return FAILED
    except KeyboardInterrupt:
        print("newslint: stopped.", file=sys.stderr)
        return 130
    except Exception as error:
        return _tell_failure(error)


def _discard_output() -> None:
    """Let what is still to be written go nowhere, so that the interpreter does not fail on it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell_failure(error: Exception) -> int:
    """Say that newslint itself failed: with status 2, since 1 would be a verdict on the articles."""
    if os.environ.get("NEWSLINT_DEBUG"):
        import traceback

        traceback.print_exc()
    if isinstance(error, OSError) and error.errno is not None:
        cause, way_out = f"the system says: {error.strerror}.", "Check the folder, its permissions and the space left."
        subject = str(error.filename or "newslint")
    else:
        subject, cause = "internal error", f"{type(error).__name__}: {error}."
        way_out = "Please report it with what NEWSLINT_DEBUG=1 adds."
    print(f"newslint: {subject}: {cause} {way_out}", file=sys.stderr)
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError:
            _discard_output()
    return FAILED


def _run(words: list[str]) -> int:
    from newslint.cli.arguments import build_parser
    from newslint.errors import NewslintError, UsageError

    _use_utf8()
    parser = build_parser()
    options = parser.parse_args(_with_command(words))
    try:
        from importlib import import_module

        if words and words[0] in COMING and not os.path.exists(words[0]):
            raise UsageError(words[0], "this command comes in a later release.", f"Use one of {', '.join(COMMANDS)}.")
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
    """Write UTF-8 everywhere, and names of files that are not UTF-8 with escapes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
