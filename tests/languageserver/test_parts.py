"""Positions of clients, the worker, and words that go to an editor's screen."""

from __future__ import annotations

import sys
import time
from concurrent.futures import CancelledError
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from newslint.guard import OutOfTime, Superseded
from newslint.languageserver.places import Places
from newslint.languageserver.telling import escape
from newslint.languageserver.worker import ASKED, OPENED, WRITTEN, Worker
from newslint.source import Source

TEXTS = st.text(alphabet="a\n\r\u2028\x0cé\u0301€😀𝔘\ufe0f", max_size=40)


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
@settings(max_examples=25)
def test_every_offset_has_its_position_and_leads_back(text: str, kind: str) -> None:
    places = Places(Source("a.md", text, "markdown"), kind)
    codec, width = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[kind]
    for offset in range(len(text) + 1):
        position = places.position(offset)
        begin = places.source.line_starts[position.line]
        assert position.character == len(text[begin:offset].encode(codec)) // width
        # Behind a line's last character, a position is at its end: none is between \r and \n.
        end = places.source.line_span(position.line + 1).end
        assert places.offset(position) == min(offset, end)


def test_positions_beyond_the_text_are_at_its_end() -> None:
    places = Places(Source("a.md", "a😀\nb", "markdown"))
    assert places.offset(types.Position(9, 0)) == 4
    assert places.offset(types.Position(0, 99)) == 2
    assert places.position(99) == types.Position(1, 1)


def test_one_long_line_is_no_square() -> None:
    def spent(size: int) -> float:
        places = Places(Source("a.md", "a😀" * size, "markdown"))
        began = time.process_time()
        for offset in range(0, 2 * size, 2):
            places.offset(places.position(offset))
        return time.process_time() - began

    assert min(spent(4000) for _ in range(3)) < 8 * min(spent(1000) for _ in range(3))


def _spin(started: Event) -> None:
    started.set()
    while True:
        pass


@pytest.fixture
def worker() -> Worker:
    return Worker(seconds=30)


def test_what_nobody_waits_for_is_interrupted_and_the_worker_goes_on(worker: Worker) -> None:
    started = Event()
    job = worker.submit(lambda: _spin(started), WRITTEN)
    assert started.wait(5)
    worker.stop(job)
    worker.stop(job)
    with pytest.raises(Superseded):
        job.future.result(5)
    assert worker.submit(lambda: 7, ASKED).future.result(5) == 7
    worker.close()


def test_an_interruption_never_meets_the_next_job(worker: Worker) -> None:
    for number in range(300):
        job = worker.submit(lambda: sum(range(200)), OPENED)
        if number % 2:
            worker.stop(job)
        assert worker.submit(lambda: 7, OPENED).future.result(5) == 7
    worker.close()


def test_a_thread_that_was_interrupted_leaves_the_interpreter_as_it_was(worker: Worker) -> None:
    for _ in range(50):
        job = worker.submit(lambda: sum(range(2000)), OPENED)
        worker.stop(job)
    assert worker.submit(lambda: 7, OPENED).future.result(5) == 7
    worker.close()
    # CPython 3.11 enters no function under a profiler while an exception is on its way to any thread.
    sys.setprofile(lambda frame, event, argument: None)
    try:
        assert escape("a") == "a"
    finally:
        sys.setprofile(None)


def test_a_job_that_takes_too_long_is_told_so() -> None:
    worker, started = Worker(seconds=0.01), Event()
    job = worker.submit(lambda: _spin(started), WRITTEN)
    assert started.wait(5)
    time.sleep(0.02)
    worker.look_at_clock()
    with pytest.raises(OutOfTime):
        job.future.result(5)
    worker.close()


def test_what_is_asked_for_comes_before_what_was_opened_and_the_latest_first(worker: Worker) -> None:
    done: list[str] = []
    started, go_on = Event(), Event()
    worker.submit(lambda: [event() for event in (started.set, go_on.wait)], ASKED)
    assert started.wait(5)
    jobs = [worker.submit(lambda name=name: done.append(name), OPENED) for name in ("old", "new")]  # type: ignore[misc]
    jobs.append(worker.submit(lambda: done.append("written"), WRITTEN))
    jobs.append(worker.submit(lambda: done.append("never"), WRITTEN))
    worker.stop(jobs.pop())
    worker.hasten(jobs[0])
    go_on.set()
    for job in jobs:
        job.future.result(5)
    assert done == ["old", "written", "new"]
    worker.close()


def test_a_closed_worker_leaves_nobody_waiting(worker: Worker) -> None:
    started = Event()
    running = worker.submit(lambda: _spin(started), WRITTEN)
    assert started.wait(5)
    waiting = worker.submit(lambda: 7, WRITTEN)
    worker.close()
    with pytest.raises(Superseded):
        running.future.result(5)
    with pytest.raises(CancelledError):
        waiting.future.result(5)


@pytest.mark.parametrize(
    "words", ["[x](javascript:y)", "<img src=x onerror=y>", "![p](http://x.example)", "`a` *b* _c_"]
)
def test_what_an_article_says_is_no_markup_on_the_screen(words: str) -> None:
    shown = escape(words)
    assert all(shown[at - 1] == "\\" for at, sign in enumerate(shown) if sign in "[]()<>!`*_")
