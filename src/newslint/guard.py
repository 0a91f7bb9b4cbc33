"""Keep one file from costing the others: what may never be caught, and a limit to the work on a file."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class OutOfTime(BaseException):
    """Tell that the work on a file took longer than it may; no `except Exception` on the way swallows it."""


class Superseded(BaseException):
    """Tell that nobody waits for the work on a file any more; no `except Exception` on the way swallows it."""


# What ends the run, or the work on the file. Everything else is caught, `BaseException` included: parsers written in
# other languages raise exceptions that are no `Exception` (PyO3's PanicException).
NEVER_CAUGHT = (KeyboardInterrupt, SystemExit, GeneratorExit, OutOfTime, Superseded)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in the `with` block once it has used so many seconds of this process's CPU time.

    Time that other processes take does not count, so that a busy machine changes no verdict. Only the main thread of a
    system with POSIX timers can be interrupted: elsewhere there is no limit. `seconds` of 0 is no limit.
    """
    if not seconds or not hasattr(signal, "setitimer"):
        yield
        return
    is_running = True

    def stop(number: int, frame: Any) -> None:
        if is_running:
            raise OutOfTime

    try:
        before = signal.signal(signal.SIGVTALRM, stop)
    except ValueError:  # not the main thread
        yield
        return
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        is_running = False
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def interrupt(thread: int, error: type[BaseException]) -> bool:
    """Raise an exception in another thread of this process, at its next step in Python; tell whether that can be done.

    `thread` is its identifier. Only CPython can do this; elsewhere the thread goes on. A second exception takes the
    place of one that the thread has not met yet.
    """
    try:
        import ctypes

        known: int = ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))
    except (ImportError, AttributeError):
        return False
    return known == 1
