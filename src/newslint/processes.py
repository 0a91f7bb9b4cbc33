"""Do the same work on many items in several processes, and lose only the item whose process died."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.records import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

# Windows waits for 61 processes at most.
_MOST = 60
# Parts of the items for each process, and items in a part at most: enough that none waits long for the last, and so few
# that results come as they are made.
_SHARES, _MOST_IN_A_SHARE = 8, 8
# Parts for each process that are handed out before their turn: what is ready and waits for it is bounded.
_AHEAD = 4


class Work(NamedTuple):
    """What each process does: `start` with `arguments` once, then `do` for each item; all must be picklable."""

    start: Callable[..., None]
    arguments: tuple[Any, ...]
    do: Callable[[Any], Any]


def cores() -> int:
    """Return how many processes can work at once: what the system, and the container around it, give to this one."""
    try:
        count = len(os.sched_getaffinity(0))
    except (AttributeError, OSError):  # macOS and Windows do not say
        count = os.cpu_count() or 1
    return max(1, min(count, _quota() or count))


def _quota() -> int | None:
    """Return how many cores' time the control group of a container grants (Linux kernel, cgroup-v2, `cpu.max`)."""
    with suppress(OSError, ValueError), open("/sys/fs/cgroup/cpu.max", encoding="ascii") as file:
        granted, period = file.read().split()
        return None if granted == "max" else -(-int(granted) // int(period))
    return None


def work_on(items: Sequence[Item], jobs: int, work: Work, died: Callable[[Item], Result]) -> Iterator[Result]:
    """Yield the result of each item, in order; `died` gives the result of an item that killed its process.

    A process that ends before its time (for want of memory, say) takes the others of its pool with it. What was not
    done by then is done again, each item by itself. Where the system allows no second process, this one does the work.
    """
    jobs = min(jobs, len(items), _MOST)
    size = max(1, min(_MOST_IN_A_SHARE, len(items) // (jobs * _SHARES)))
    yield from work_on_shares((items[at : at + size] for at in range(0, len(items), size)), jobs, work, died)


def work_on_shares(
    shares: Iterable[Sequence[Item]], jobs: int, work: Work, died: Callable[[Item], Result]
) -> Iterator[Result]:
    """Yield the result of each item of some shares, in order, as `work_on` does; shares are taken as they are needed.

    A share goes to one process in one piece. Only so many are held as keep the processes busy, so that there may be no
    end of them.
    """
    left = iter(shares)
    while True:
        open_: deque[Sequence[Item]] = deque()  # handed out, and not all told yet
        try:
            pool = _open_pool(min(jobs, _MOST), work)
        except (ImportError, NotImplementedError, OSError):
            yield from _here(chain.from_iterable(left), work)
            return
        try:
            yield from _in_pool(pool, left, open_, jobs, work)
            return
        except _PoolLostError:
            yield from _one_by_one(list(chain.from_iterable(open_)), work, died)
        except OSError:  # no more processes, or no memory for one
            yield from _here(chain.from_iterable(chain(list(open_), left)), work)
            return


class _PoolLostError(Exception):
    """A process of a pool ended before its time."""


def _in_pool(
    pool: ProcessPoolExecutor,
    shares: Iterator[Sequence[Item]],
    open_: deque[Sequence[Item]],
    jobs: int,
    work: Work,
) -> Iterator[Any]:
    from concurrent.futures.process import BrokenProcessPool

    ready: deque[Future[list[Any]]] = deque()
    try:
        while True:
            while len(ready) < jobs * _AHEAD and (share := next(shares, None)) is not None:
                open_.append(share)
                ready.append(pool.submit(_do_all, work, share))
            if not ready:
                break
            results = ready.popleft().result()
            for done, result in enumerate(results, 1):
                open_[0] = open_[0][1:] if done < len(results) else ()
                yield result
            open_.popleft()
    except BrokenProcessPool:
        raise _PoolLostError from None
    except BaseException:
        _stop(pool)
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _open_pool(jobs: int, work: Work) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs, initializer=_begin, initargs=(work,))


def open_lasting_pool(jobs: int, work: Work) -> ProcessPoolExecutor:
    """Return a pool for work that comes bit by bit; it may be opened by a process with threads, of which none is lost.

    A process that is forked would have its locks as they are, and not the threads that hold them.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(work,))


def close_lasting_pool(pool: ProcessPoolExecutor) -> None:
    """End a pool at once, in the middle of its work."""
    _stop(pool)
    pool.shutdown(wait=False, cancel_futures=True)


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool in the middle of their work, which nobody waits for any more."""
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _begin(work: Work) -> None:
    """Make a process ready: it leaves an interruption to the one that started it, and ends with that one."""
    import multiprocessing
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
    work.start(*work.arguments)


def _do_all(work: Work, share: Sequence[Any]) -> list[Any]:
    return [work.do(item) for item in share]


def _here(items: Iterable[Any], work: Work) -> Iterator[Any]:
    work.start(*work.arguments)
    yield from map(work.do, items)


def _one_by_one(items: Sequence[Item], work: Work, died: Callable[[Item], Result]) -> Iterator[Result]:
    from concurrent.futures.process import BrokenProcessPool

    at = 0
    while at < len(items):
        with _open_pool(1, work) as pool:
            try:
                while at < len(items):
                    result = pool.submit(_do_all, work, items[at : at + 1]).result()[0]
                    at += 1
                    yield result
            except BrokenProcessPool:
                at += 1
                yield died(items[at - 1])
