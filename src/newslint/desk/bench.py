"""The bench of the desk: workers that judge texts, and a queue in which a page's later request replaces its earlier."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import BrokenExecutor, Executor
from typing import Any

from newslint.records import NamedTuple


class Reply(NamedTuple):
    """The status of an answer, and its body as JSON."""

    status: int
    body: str


class Job(NamedTuple):
    """The name of a task, and what was asked, as plain data."""

    task: str
    asked: Mapping[str, Any]


Perform = Callable[[Job], Reply]
REPLACED = Reply(
    409, '{"error": {"subject": "lint", "cause": "a later request of this page replaced this one.", "way_out": ""}}'
)
_BUSY = Reply(
    503, '{"error": {"subject": "desk", "cause": "too many requests wait.", "way_out": "Ask again in a moment."}}'
)
_DIED = Reply(
    500,
    '{"error": {"subject": "desk", "cause": "the worker died on this text; all others go on.", '
    '"way_out": "Report this with the text."}}',
)


class Bench:
    """Workers in a pool that is made anew where one of them dies."""

    def __init__(
        self,
        open_pool: Callable[[], Executor],
        perform: Perform,
        workers: int,
        most: int = 256,
        close_pool: Callable[[Any], None] | None = None,
    ) -> None:
        """Take what opens a pool of so many workers, how many requests may wait at most, and what ends a pool."""
        self._close_pool = close_pool or _let_go
        self._open_pool = open_pool
        self._pool = open_pool()
        self._perform = perform
        self._free = asyncio.Semaphore(workers)
        self._most = most
        self._waiting = 0
        self._latest: dict[str, object] = {}

    async def do(self, job: Job, page: str = "") -> Reply:
        """Return the reply to a job; `page` names who asks, where only the latest request of each counts."""
        if self._waiting >= self._most:
            return _BUSY
        ticket = object()
        if page:
            self._latest[page] = ticket
        self._waiting += 1
        try:
            async with self._free:
                if page and self._latest.get(page) is not ticket:
                    return REPLACED
                return await self._run(job)
        finally:
            self._waiting -= 1
            if page and self._latest.get(page) is ticket:
                del self._latest[page]

    async def _run(self, job: Job) -> Reply:
        pool = self._pool
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, self._perform, job)
        except BrokenExecutor:
            if self._pool is pool:
                self._close_pool(pool)
                self._pool = self._open_pool()
            return _DIED

    def close(self) -> None:
        """Let the workers go."""
        self._close_pool(self._pool)


def _let_go(pool: Executor) -> None:
    pool.shutdown(wait=False, cancel_futures=True)
