"""Share inputs out among processes, watch over them, and collect what they find; a process that dies is a fault."""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, MutableSequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from benchmarks.fuzzing.batches import faults_of_batch
from benchmarks.fuzzing.examining import Examiner
from benchmarks.fuzzing.inputs import FORMATS, Fault, Input
from benchmarks.fuzzing.making import Factory
from benchmarks.fuzzing.minimising import minimise

# Every fifth input is rendered in all formats and linted twice.
THOROUGH = 5
_BATCH = 40
_PATIENCE = 180.0  # seconds of wall time without a sign of life; the limit of CPU time ends most before
_PATIENCE_WITH_BATCHES = 3_600.0
_MEMORY = 3 << 30
_TOLD = 3  # so many inputs that fail in the same way are told one by one


class Plan(NamedTuple):
    """What is to be done: which numbers and kinds (empty: all), until when (by the monotonic clock).

    Every `sample`th input is for batches. Failing inputs go to the folder `keep`.
    """

    first: int
    inputs: int | None
    deadline: float | None
    jobs: int
    sample: int
    keep: Path | None
    kinds: tuple[str, ...] = ()


class Failure(NamedTuple):
    """An input that failed, with its faults and the file in which it is kept, made small."""

    number: int
    kind: str
    format: str
    fault: Fault
    kept: str = ""


class Tally(NamedTuple):
    """What was done since the last word: inputs and CPU seconds by kind and format, batches, the slowest, failures."""

    inputs: Counter[tuple[str, str]]
    seconds: dict[tuple[str, str], float]
    thorough: int
    batches: int
    slowest: tuple[float, int]
    failures: list[Failure]


class _Worker:
    """One process: makes every so many-th input and examines it."""

    def __init__(self, factory: Factory, plan: Plan, out: Connection, state: MutableSequence[float]) -> None:
        self.factory = factory
        self.plan = plan
        self.out = out
        # The number of the input at hand, and when somebody may take this process for hung.
        self.state = state
        self.examiner = Examiner()
        self.told: Counter[str] = Counter()
        self.sampled: list[Input] = []
        self._begin_tally()

    def _begin_tally(self) -> None:
        self.tally = Tally(Counter(), {}, 0, 0, (0.0, 0), [])
        self.said = time.monotonic()

    def run(self, number: int) -> None:
        """Work until the plan is done."""
        plan = self.plan
        while plan.inputs is None or number < plan.first + plan.inputs:
            if plan.deadline is not None and time.monotonic() > plan.deadline:
                break
            self._do(number)
            # What failed is told at once: the next input may end this process.
            if self.tally.failures or time.monotonic() - self.said > 2:
                self._say()
            number += plan.jobs
        if len(self.sampled) > 1:
            self._do_batch(number)
        self._say()
        self.out.close()
        self.examiner.close()

    def _say(self) -> None:
        self.out.send(self.tally)
        self._begin_tally()

    def _do(self, number: int) -> None:
        self.state[:] = [number, time.monotonic() + _PATIENCE]
        started = time.process_time()
        given = self.factory.make(number)
        if self.plan.kinds and given.kind not in self.plan.kinds:
            return
        is_thorough = number % THOROUGH == 0
        before = time.process_time()
        faults = self.examiner.examine(given, is_thorough=is_thorough)
        now = time.process_time()
        key = given.kind, given.format
        self.tally.inputs[key] += 1
        self.tally.seconds[key] = self.tally.seconds.get(key, 0.0) + now - started
        self.tally = self.tally._replace(
            thorough=self.tally.thorough + is_thorough, slowest=max(self.tally.slowest, (now - before, number))
        )
        for what, fault in {fault.what: fault for fault in faults}.items():
            self._fail(given, fault, self._keep(given, what, is_thorough))
        if number % self.plan.sample == 0 and given.format in FORMATS and not faults:
            self.sampled.append(given)
            if len(self.sampled) >= _BATCH:
                self._do_batch(number)

    def _do_batch(self, number: int) -> None:
        self.state[:] = [number, time.monotonic() + _PATIENCE_WITH_BATCHES]
        given, self.sampled = self.sampled, []
        numbers = ", ".join(str(entry.number) for entry in given)
        for fault in faults_of_batch(given, number):
            self._fail(
                Input(number, "batch", "", "", b""), fault._replace(detail=f"{fault.detail} (inputs {numbers})"), ""
            )
        self.tally = self.tally._replace(batches=self.tally.batches + 1)

    def _fail(self, given: Input, fault: Fault, kept: str) -> None:
        self.told[fault.what] += 1
        told = fault if self.told[fault.what] <= _TOLD else fault._replace(detail="")
        self.tally.failures.append(Failure(given.number, given.kind, given.format, told, kept))

    def _keep(self, given: Input, what: str, is_thorough: bool) -> str:
        """Write the first input that fails in some way to the folder, made as small as it gets; return its path."""
        if self.plan.keep is None or self.told[what]:
            return ""

        def still_fails(data: bytes) -> bool:
            self.state[1] = time.monotonic() + _PATIENCE
            found = self.examiner.examine(given._replace(data=data), is_thorough=is_thorough)
            return any(fault.what == what for fault in found)

        return write(self.plan.keep, given._replace(data=minimise(given.data, still_fails)))


def write(folder: Path, given: Input) -> str:
    """Write an input to a folder under a name that says what it is; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    suffix = given.name.rpartition(".")[2]
    path = folder / f"{(given.format if suffix == 'yaml' else given.kind).replace(' ', '-')}-{given.number}.{suffix}"
    path.write_bytes(given.data)
    return path.as_posix()


def _work(factory: Factory, plan: Plan, start: int, out: Connection, state: MutableSequence[float]) -> None:
    # An input that wants all the memory is to fail, not the machine.
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    _Worker(factory, plan, out, state).run(start)


class _Job(NamedTuple):
    process: BaseProcess
    results: Connection
    state: MutableSequence[float]


def work(factory: Factory, plan: Plan) -> Iterator[Tally]:
    """Run the plan in processes and yield what they tell, as they tell it."""
    context = multiprocessing.get_context("fork")

    def start(number: int) -> _Job:
        results, sender = context.Pipe(duplex=False)
        state = context.RawArray("d", [number, time.monotonic() + _PATIENCE])
        process = context.Process(target=_work, args=(factory, plan, number, sender, state), daemon=False)
        process.start()
        sender.close()
        return _Job(process, results, state)

    jobs = [start(plan.first + offset) for offset in range(plan.jobs)]
    while jobs:
        ready = wait([job.results for job in jobs], timeout=1.0)
        for job in list(jobs):
            hung = job.results not in ready and time.monotonic() > job.state[1]
            if hung:
                job.process.kill()
            elif job.results not in ready:
                continue
            else:
                try:
                    yield job.results.recv()
                    continue
                except EOFError:
                    pass
            job.process.join()
            jobs.remove(job)
            if hung or job.process.exitcode:
                number = int(job.state[0])
                yield _dead(factory.make(number), plan, "hung" if hung else f"ended with {job.process.exitcode}")
                jobs.append(start(number + plan.jobs))


def _dead(given: Input, plan: Plan, how: str) -> Tally:
    kept = write(plan.keep, given) if plan.keep else ""
    print(f"a process {how} at input {given.number}", file=sys.stderr)
    failure = Failure(given.number, given.kind, given.format, Fault(f"the process {how}", ""), kept)
    return Tally(Counter({(given.kind, given.format): 1}), {}, 0, 0, (0.0, given.number), [failure])
