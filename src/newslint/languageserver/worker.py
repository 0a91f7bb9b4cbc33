"""Do work beside the thread that answers the client: one piece after the other, and none that nobody waits for."""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from threading import Condition, Thread, get_ident
from typing import Any, Generic, TypeVar

from newslint.guard import OutOfTime, Superseded, interrupt

Made = TypeVar("Made")
# What is waited for by somebody who asked, by an editor who writes, and by nobody in particular.
ASKED, WRITTEN, OPENED = 0, 1, 2


class Job(Generic[Made]):
    """A piece of work, and the future of what it makes."""

    def __init__(self, work: Callable[[], Made]) -> None:
        """Take the work; it may be interrupted at any step."""
        self.work = work
        self.future: Future[Made] = Future()
        self.is_taken = self.is_stopped = self.is_stopping = False
        self.deadline: float | None = None


class Worker:
    """A thread with a queue of jobs, the most urgent first, and of these the latest: an editor looks at that.

    Linting is Python from end to end, so a second thread would make none of it faster. The interpreter changes between
    this thread and the one that answers every few milliseconds.
    """

    def __init__(self, seconds: float) -> None:
        """Give each job so many seconds; 0 is no limit."""
        self._seconds = seconds
        self._changed = Condition()
        self._waiting: list[tuple[int, int, Job[Any]]] = []
        self._numbers = count()
        self._running: Job[Any] | None = None
        self._is_closed = False
        self._thread = Thread(target=self._serve, name="newslint-worker", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], Made], urgency: int) -> Job[Made]:
        """Put a job into the queue."""
        job = Job(work)
        with self._changed:
            heapq.heappush(self._waiting, (urgency, -next(self._numbers), job))
            self._changed.notify()
        return job

    def hasten(self, job: Job[Any]) -> None:
        """Do a job next that somebody waits for now."""
        with self._changed:
            heapq.heappush(self._waiting, (ASKED, -next(self._numbers), job))
            self._changed.notify()

    def stop(self, job: Job[Any], error: type[BaseException] = Superseded) -> None:
        """Take a job out of the queue, or interrupt it once; one that is done stays so."""
        with self._changed:
            if job.is_stopped or job.future.cancel():
                return
            job.is_stopping = job.is_stopped = True
            if self._running is job and self._thread.ident is not None:
                interrupt(self._thread.ident, error)
            job.is_stopping = False

    def look_at_clock(self) -> None:
        """Interrupt the job that has taken longer than it may; to be called every second or so."""
        job = self._running
        if job is not None and job.deadline is not None and time.monotonic() > job.deadline:
            self.stop(job, OutOfTime)

    @property
    def waiting(self) -> int:
        """How many entries the queue has; those that were stopped or hastened count until their turn comes."""
        return len(self._waiting)

    def close(self) -> None:
        """Do nothing more."""
        with self._changed:
            self._is_closed = True
            for _, _, job in self._waiting:
                job.future.cancel()
            self._waiting.clear()
            self._changed.notify()
        if self._running is not None:
            self.stop(self._running)

    def _serve(self) -> None:
        while self._serve_next():
            pass

    def _serve_next(self) -> bool:
        """Do the next job, and keep nothing of it while the thread waits for another; tell whether there was one."""
        job = self._next()
        if job is not None:
            self._do(job)
        return job is not None

    def _next(self) -> Job[Any] | None:
        with self._changed:
            while True:
                while not self._waiting and not self._is_closed:
                    self._changed.wait()
                if self._is_closed:
                    return None
                _, _, job = heapq.heappop(self._waiting)
                if not job.is_taken and job.future.set_running_or_notify_cancel():
                    job.is_taken = True
                    return job
                del job

    def _do(self, job: Job[Any]) -> None:
        """Do a job. An interruption may come at any step until it has settled, and none after that."""
        made, failure = None, None
        try:
            try:
                job.deadline = time.monotonic() + self._seconds if self._seconds else None
                self._running = job
                made = None if job.is_stopped else job.work()
            finally:
                self._settle(job)
        except BaseException as error:  # whoever waits is told, and the thread lives on
            failure = error
        self._settle(job)
        if failure is not None:
            job.future.set_exception(failure)
        else:
            job.future.set_result(made)

    def _settle(self, job: Job[Any]) -> None:
        """Let nobody interrupt the thread any more, and nothing be on its way; no lock is taken that could be torn."""
        is_last = False
        while not is_last:
            try:
                self._running = None
                while job.is_stopping:
                    time.sleep(0)
                if not job.is_stopped:
                    return
                # One that was never met would slow the interpreter down for good, so it is met here: this takes its
                # place, or comes after it.
                is_last = True
                if interrupt(get_ident(), Superseded):
                    while True:
                        time.sleep(0)
            except (Superseded, OutOfTime):
                continue
