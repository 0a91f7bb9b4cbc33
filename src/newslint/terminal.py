"""The one way to a terminal or a log: what goes there steers neither the terminal nor the service that reads the log.

GitHub's runner takes a line for a command that begins with `::`, after any white space, and one that holds `##[` at any
place; its comparisons pass over characters that are ignorable in Unicode (github.com/actions/runner, ActionCommand.cs).
Azure Pipelines and TeamCity have commands such as `##vso[` and `##teamcity[`. A space within makes each of them text.
"""

from __future__ import annotations

import os
import sys

from newslint.errors import UsageError
from newslint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

TAB = 4
WIDTH = 100  # columns, where the output is no terminal
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Controls and line separators, which could move the cursor; embeddings, overrides and isolates, which could reorder
# what stands around them (Unicode Standard Annex 9); lone surrogates, which no encoding can write.
UNSAFE = pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Characters that have no weight where strings are compared by the rules of a language, and what stands for unsafe ones.
_IGNORED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff"
)
_BEGINNING = pattern(f"[\\s{_IGNORED}]*:(?=[{_IGNORED}]*:)")
INNER_COMMAND = pattern(f"#(?=[{_IGNORED}]*#[\\w{_IGNORED}]*\\[)")


def safe(text: str) -> str:
    """Return a text on one line, in which nothing can move the cursor, reorder what is shown or fail to encode.

    It holds no `##[command]` either. That it begins no line of a log with `::` is for whoever puts it there: `inert`.
    """
    return _clean(" ".join(text.split()))


def _clean(text: str) -> str:
    shown = text if text.isprintable() else UNSAFE.sub(REPLACEMENT, text)
    return INNER_COMMAND.sub("# ", shown) if "#" in shown else shown


def inert(line: str) -> str:
    """Return a line that does not begin a workflow command: `::error` becomes `: :error`."""
    found = _BEGINNING.match(line) if ":" in line else None
    return f"{found.group()} {line[found.end() :]}" if found else line


def safe_path(path: str) -> str:
    """Return a path as it may begin a line: one that begins with `::` is shown as the same path from `./`."""
    shown = safe(path)
    return f"./{shown}" if inert(shown) != shown else shown


def plain(text: str) -> str:
    """Return a text of several lines with its lines and indents, each line of it safe and inert; tabs are expanded."""
    lines = text.expandtabs(TAB).split("\n")
    return "\n".join(inert(_clean(line.rstrip("\r"))) for line in lines)


def prepare() -> None:
    """Write UTF-8 everywhere, and names of files that are not UTF-8 with escapes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def show(text: str | Iterable[str]) -> None:
    """Print a text, or one piece by piece, to standard output as it is; raise UsageError where that cannot be done.

    A reader that leaves early changes nothing about the verdict.
    """
    if sys.stdout is None:
        raise UsageError("standard output", "it is closed.", "Leave it open, or write to a file with --output.")
    pieces = iter((text,) if isinstance(text, str) else text)
    while True:
        piece = next(pieces, None)  # an OSError of what makes the pieces is not one of the stream
        try:
            if piece is None:
                sys.stdout.flush()
                return
            sys.stdout.write(piece)
            if piece:  # whoever reads along sees how far the work is
                sys.stdout.flush()
        except BrokenPipeError:
            _mute(sys.stdout)
            return
        except OSError as error:
            _mute(sys.stdout)
            cause = f"it cannot be written ({error.strerror or error})."
            way_out = "Check where it leads, or write to a file with --output."
            raise UsageError("standard output", cause, way_out) from error


def show_bytes(data: bytes) -> None:
    """Print bytes to standard output as they are: a text that a program asked for. Raise UsageError as `show` does."""
    show("")
    stream = getattr(sys.stdout, "buffer", None)
    try:
        if stream is not None:
            stream.write(data)
            stream.flush()
    except BrokenPipeError:
        _mute(sys.stdout)
    except OSError as error:
        _mute(sys.stdout)
        cause = f"it cannot be written ({error.strerror or error})."
        raise UsageError("standard output", cause, "Check where it leads.") from error


def tell(message: str) -> None:
    """Write a message to standard error, on one line of its own."""
    _write_error(f"newslint: {safe(message)}\n")


def tell_usage(text: str) -> None:
    """Write a text of several lines that newslint laid out to standard error."""
    _write_error(plain(text))


def tell_trace(trace: str) -> None:
    """Write a traceback to standard error, so that no line of it begins with what an exception says."""
    _write_error("".join(f"  | {_clean(line)}\n" for line in trace.expandtabs(TAB).rstrip().split("\n")))


def tell_progress(text: str) -> None:
    """Show how far the work is on the last line of a terminal; an empty text clears it."""
    _write_error(f"\r\x1b[K{safe(text)}")


def _write_error(text: str) -> None:
    """Write to standard error; where that is closed or full, nobody can be told."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        _mute(sys.stderr)


def _mute(stream: TextIO) -> None:
    """Let what is still to be written go nowhere, so that the interpreter does not fail on it at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):  # a stream without a file, as tests have
        return


def is_output_watched() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_error_watched() -> bool:
    """Tell whether standard error is a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


def columns() -> int:
    """Return the terminal's width."""
    # Not shutil: importing it takes longer than all the rest of this module.
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and len(wanted) < 6:
        return int(wanted) or WIDTH
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH
    except (AttributeError, OSError, ValueError):
        return WIDTH
