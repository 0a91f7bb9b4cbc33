"""Do the same work on many items in several processes, and lose only the item whose process died."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from newslint.records import NamedTuple

Item = TypeVar("Item")
Result = TypeVar("Result")

# Windows waits for 61 processes at most.
_MOST = 60
# Parts of the items for each process: enough that none waits long for the last.
_SHARES = 8


class Work(NamedTuple):
    """What each process does: `start` with `arguments` once, then `do` for each item; all must be picklable."""

    start: Callable[..., None]
    arguments: tuple[Any, ...]
    do: Callable[[Any], Any]


def work_on(items: Sequence[Item], jobs: int, work: Work, died: Callable[[Item], Result]) -> Iterator[Result]:
    """Yield the result of each item, in order; `died` gives the result of an item that killed its process.

    A process that ends before its time (for want of memory, say) takes the others of its pool with it. What was not
    done by then is done again, each item by itself.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    jobs = min(jobs, len(items), _MOST)
    size = max(1, len(items) // (jobs * _SHARES))
    done = 0
    with ProcessPoolExecutor(jobs, initializer=work.start, initargs=work.arguments) as pool:
        shares = [items[at : at + size] for at in range(0, len(items), size)]
        try:
            for results in [pool.submit(_do_all, work, share) for share in shares]:
                for result in results.result():
                    yield result
                    done += 1
        except BrokenProcessPool:
            pass
    yield from _one_by_one(items[done:], work, died)


def _do_all(work: Work, share: Sequence[Any]) -> list[Any]:
    return [work.do(item) for item in share]


def _one_by_one(items: Sequence[Item], work: Work, died: Callable[[Item], Result]) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    at = 0
    while at < len(items):
        with ProcessPoolExecutor(1, initializer=work.start, initargs=work.arguments) as pool:
            try:
                while at < len(items):
                    result = pool.submit(work.do, items[at]).result()
                    at += 1
                    yield result
            except BrokenProcessPool:
                at += 1
                yield died(items[at - 1])
