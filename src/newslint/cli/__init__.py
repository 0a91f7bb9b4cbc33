"""The command line: read the words, run the command, return the exit status."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress

from newslint.errors import NewslintError, UsageError, did_you_mean
from newslint.terminal import prepare, show, tell, tell_trace

OK, FOUND, FAILED = 0, 1, 2
COMMANDS = (
    *("init", "check", "desk", "baseline", "excuses", "audit", "archive", "explain"),
    *("rules", "config", "inspect", "annotate", "test", "lsp", "mcp", "schema", "convert-vale", "clean"),
)


def start() -> int:
    """Run newslint as a process of its own: what `newslint` on a command line calls."""
    # Articles make few cycles: looking for them while thousands of small objects are made costs a tenth of a start.
    gc.set_threshold(50_000, 20, 50)
    warnings.showwarning = lambda message, category, *place: tell(f"warning: {message}")
    if sys.argv[1:2] not in (["--version"], ["-V"]):
        import signal

        signal.signal(signal.SIGTERM, _terminate)
    status = main()
    # What lives at the end lives until the process ends: looking for cycles in it then costs a tenth of a start, too.
    gc.freeze()
    return status


class Terminated(KeyboardInterrupt):
    """The system, or a service that runs out of patience, asks newslint to end: what was found is kept first."""


def _terminate(number: int, frame: object) -> None:
    raise Terminated


def main(arguments: Sequence[str] | None = None) -> int:
    """Run newslint and return its exit status: 0 nothing to stop for, 1 something was found, 2 it could not work."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if words in (["--version"], ["-V"]):
            from newslint import __version__

            show(f"newslint {__version__}\n")
            return OK
        return _run(words)
    except NewslintError as error:
        tell(str(error))
        return FAILED
    except Terminated:
        tell("interrupted: it was asked to end.")
        return 143
    except KeyboardInterrupt:
        tell("interrupted.")
        return 130
    except (SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # libraries in other languages have exceptions that are no Exception
        return _tell_failure(error)


def _tell_failure(error: BaseException) -> int:
    """Say that newslint itself failed: with status 2, since 1 would be a verdict on the articles."""
    if os.environ.get("NEWSLINT_DEBUG"):
        import traceback

        tell_trace(traceback.format_exc())
    if isinstance(error, OSError) and error.errno is not None:
        cause, way_out = f"the system says: {error.strerror}.", "Check the folder, its permissions and the space left."
        subject = str(error.filename or "newslint")
    else:
        subject, cause = "internal error", f"{type(error).__name__}: {error}."
        way_out = "Please report it with what NEWSLINT_DEBUG=1 adds."
    tell(f"{subject}: {cause} {way_out}")
    return FAILED


def _run(words: list[str]) -> int:
    from importlib import import_module

    from newslint.cli.arguments import build_parser

    prepare()
    named = _with_command(words)
    options = build_parser(named[0]).read(named)
    if words and words[0].isalpha() and words[0] not in COMMANDS and not os.path.lexists(words[0]):
        raise _unknown_command(words[0])
    status: int = import_module(f"newslint.cli.{options.command.replace('-', '_')}").run(options)
    return status


def _unknown_command(word: str) -> UsageError:
    """Return the error for a first word that is neither a command nor the name of a file or folder."""
    beside: list[str] = []
    with suppress(OSError):
        beside = os.listdir()
    way_out = did_you_mean(word, [*COMMANDS, *beside], f"The commands are {', '.join(COMMANDS)}.")
    return UsageError(word, "there is no such command, file or folder.", way_out)


def _with_command(words: list[str]) -> list[str]:
    """Put `check` before words that name no command."""
    if not words or words[0] in COMMANDS or words[0] in ("-h", "--help", "--version", "-V"):
        return words or ["--help"]
    return ["check", *words]
