"""Full disks, closed pipes, missing homes, interruptions and neighbours: no verdict changes, and nothing is lost."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from newslint.cli import main
from newslint.processes import Work, cores, work_on
from newslint.results import store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="what POSIX has")

BAD = "# Harbour bridge closes for repairs {0}\n\nThe bridge closes on Monday, TK said. That is number {0}.\n"
# Any number of files is worth a process, which takes its time for each of those called `slow`.
SLOW = """
import sys, time
import newslint.batch as batch, newslint.runner as runner
from newslint.cli import start
batch._WORTH_A_PROCESS = 1
parse = runner.parse
def slowly(source, options):
    if "slow" in source.path:
        time.sleep(60)
    return parse(source, options)
runner.parse = slowly
sys.exit(start())
"""


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a folder of articles, beside a cache in which the rules are compiled and nothing was found."""
    folder = tmp_path / "site"
    folder.mkdir()
    for number in range(12):
        (folder / f"a{number:02}.md").write_text(BAD.format(number), encoding="utf-8")
    main(["rules"])
    capsys.readouterr()
    shutil.copytree(os.environ["NEWSLINT_CACHE_DIR"], tmp_path / "cache", ignore=shutil.ignore_patterns("results-*"))
    (tmp_path / "cache" / "private").chmod(0o700)
    return folder


def start(
    site: Path,
    *words: str,
    program: tuple[str, ...] = ("-m", "newslint"),
    env: Mapping[str, str | None] = MappingProxyType({}),
    **more: Any,
) -> subprocess.Popen[str]:
    """Start a check of a site, by default with the cache beside it."""
    common = ("check", ".", "--today", "2026-05-04", "--fail-on", "warning")
    return launch(site, (*program, *common, *words), env, **more)


def launch(
    site: Path, words: tuple[str, ...], env: Mapping[str, str | None] = MappingProxyType({}), **more: Any
) -> subprocess.Popen[str]:
    """Start Python in a site; what is None in `env` is not in the environment."""
    environment = {**os.environ, "NEWSLINT_CACHE_DIR": str(site.parent / "cache"), **env}
    given = {name: value for name, value in environment.items() if value is not None}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **more}
    return subprocess.Popen([sys.executable, *words], cwd=site, env=given, **pipes)


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert "Exception ignored" not in err
    return process.returncode, out or "", err


_expected: list[tuple[int, str, str]] = []


@pytest.fixture
def expected(site: Path) -> tuple[int, str, str]:
    """Return what is said of the site in good times; it is the same for all tests."""
    if not _expected:
        _expected.append(finish(start(site, "--format", "jsonl")))
        forget(site)
    status, out, _ = _expected[0]
    assert status == 1
    assert len({json.loads(line)["path"] for line in out.splitlines()}) == 12
    return _expected[0]


def no_room() -> None:
    """Let no file of this process grow."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_runs_at_once_on_one_cache_say_the_same(site: Path, expected: tuple[int, str, str]) -> None:
    running = [start(site, "--format", "jsonl") for _ in range(4)]
    assert [finish(process) for process in running] == [expected] * 4
    assert finish(start(site, "--format", "jsonl")) == expected
    assert not list((site.parent / "cache" / "private").glob("*.tmp"))


def test_a_full_disk_for_the_cache_changes_nothing(site: Path, expected: tuple[int, str, str]) -> None:
    assert finish(start(site, "--format", "jsonl", preexec_fn=no_room)) == expected
    assert kept(site) == 0
    assert not list((site.parent / "cache" / "private").glob("*.tmp"))


@pytest.mark.parametrize("format", ["jsonl", "text"])
def test_a_full_disk_for_the_report_is_told_and_what_was_there_stays(
    site: Path, expected: tuple[int, str, str], format: str
) -> None:
    report = site.parent / "report"
    report.write_text("before", encoding="utf-8")
    words = ["--format", format, "--output", str(report)]
    status, out, err = finish(start(site, *words, preexec_fn=no_room))
    assert (status, out) == (2, "")
    assert f"{report}: the report cannot be written" in err
    assert report.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in site.parent.iterdir()) == ["cache", "report", "site"]


# A user of whom the system knows no home, or whose home is on a disk that is read only: to root all others are open.
USER = """
import os, pwd, sys
kind, home = sys.argv.pop(1), os.environ.get("HOME", "")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.link", "os.symlink", "os.truncate"}
def watch(event, words):
    if event in CHANGES or (event == "open" and words[2] & WRITES):
        if os.fspath(words[0] if isinstance(words[0], (str, bytes)) else "").startswith(home):
            raise OSError(30, "Read-only file system", words[0])
def forget(number):
    raise KeyError(number)
if kind == "unset":
    pwd.getpwuid = forget
if kind == "read-only":
    sys.addaudithook(watch)
from newslint.cli import start
sys.exit(start())
"""
HOMES = ["unset", "below a file", "read-only", "of others"]


def home_of(site: Path, kind: str) -> dict[str, str | None]:
    """Return the environment of a user whose home cannot be written, or must not be."""
    folder = site.parent / "home"
    private = folder / ".cache" / "newslint" / "private"
    home: str | None = str(folder)
    if kind == "below a file":
        folder.write_text("a file", encoding="utf-8")
        home = str(folder / "ana")
    elif kind == "of others":
        private.mkdir(parents=True)
        private.chmod(0o777)
    elif kind == "read-only":
        folder.mkdir()
    else:
        home = None
    return {"NEWSLINT_CACHE_DIR": None, "XDG_CACHE_HOME": None, "HOME": home}


def left_in(site: Path) -> list[str]:
    """Return the files of a home, and what is beside it and in the site but articles."""
    made = [path for path in (site.parent / "home").rglob("*") if path.is_file()]
    return sorted(path.name for path in (*made, *site.iterdir()) if path.suffix != ".md")


@pytest.mark.parametrize("kind", HOMES)
def test_without_a_home_that_can_be_written_all_is_as_before(
    site: Path, expected: tuple[int, str, str], kind: str
) -> None:
    env = home_of(site, kind)
    assert finish(start(site, "--format", "jsonl", program=("-c", USER, kind), env=env)) == expected
    assert left_in(site) == []


@pytest.mark.parametrize("kind", ["unset", "read-only"])
def test_without_a_home_nothing_is_lost_and_each_command_has_its_status(site: Path, kind: str) -> None:
    faulty = "# Harbour bridge closes for repairs\n\nThe har\u200bbour bridge closes.\n"
    (site / "b.md").write_text(faulty, encoding="utf-8")
    runs = ["baseline .", "check b.md --fix --no-baseline --output report.md", "clean", "check nowhere.md"]
    program = USER.replace("sys.exit(start())", "from newslint.cli import main\n")
    program += "".join(f"print('status', main({words.split()!r}))\n" for words in runs)
    status, out, _ = finish(launch(site, ("-c", program, kind), home_of(site, kind)))
    told = [line for line in out.splitlines() if line.startswith("status")]
    assert (status, told) == (0, ["status 0", "status 0", "status 0", "status 2"])
    assert (site / "b.md").read_text(encoding="utf-8") == faulty.replace("\u200b", "")
    assert "1 fixed" in (site / "report.md").read_text(encoding="utf-8")
    assert left_in(site) == [".newslint-baseline"]


def test_a_reader_that_leaves_changes_neither_the_verdict_nor_what_is_kept(
    site: Path, expected: tuple[int, str, str]
) -> None:
    process = start(site, "--format", "jsonl")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as told:
        assert "Traceback" not in told.read()
    assert process.wait(60) == 1
    # All is known to the next run.
    assert kept(site) == 12


def forget(site: Path) -> None:
    """Take away what was found."""
    for file in (site.parent / "cache" / "private").glob("results-*"):
        file.unlink()


def kept(site: Path) -> int:
    """Return how many results are in the cache."""
    files = (site.parent / "cache" / "private").glob("results-*")
    return sum(len(list(store._places(file.read_bytes()))) for file in files)


@pytest.fixture
def stuck(site: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Return a function that starts a run, waits until it has printed what it can, and stays in its last file."""
    (site / "zz-slow.md").write_text(BAD.format("slow"), encoding="utf-8")
    started: list[subprocess.Popen[str]] = []

    def begin(*words: str) -> subprocess.Popen[str]:
        with open(site.parent / "told", "wb") as told:
            process = start(site, "--format", "jsonl", *words, program=("-c", SLOW), stdout=told)
        started.append(process)
        wait_for(lambda: '"path": "a11.md"' in (site.parent / "told").read_text(encoding="utf-8"))
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            process.kill()
            process.communicate()


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something holds, for half a minute at most."""
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it does not happen")


def children_of(process: subprocess.Popen[str]) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True, check=False
    )
    return [int(number) for number in listed.stdout.split()]


def is_alive(process: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], stdout=subprocess.PIPE, check=False).stdout
    return bool(state.strip()) and not state.startswith(b"Z")


@pytest.mark.parametrize(
    ("number", "status", "jobs"), [(signal.SIGINT, 130, "1"), (signal.SIGINT, 130, "2"), (signal.SIGTERM, 143, "2")]
)
def test_an_interruption_ends_all_processes_and_keeps_what_was_found(
    site: Path, stuck: Callable[..., subprocess.Popen[str]], number: signal.Signals, status: int, jobs: str
) -> None:
    process = stuck("--jobs", jobs)
    workers = children_of(process)
    assert len(workers) == (2 if jobs == "2" else 0)
    process.send_signal(number)
    code, _, err = finish(process)
    assert code == status
    assert "interrupted" in err
    wait_for(lambda: not any(map(is_alive, workers)))
    told = (site.parent / "told").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["path"] for line in told}) == 12
    assert kept(site) == 12


def test_processes_end_with_the_one_that_started_them(stuck: Callable[..., subprocess.Popen[str]]) -> None:
    process = stuck("--jobs", "2")
    workers = children_of(process)
    assert workers
    process.kill()
    process.communicate()
    wait_for(lambda: not any(map(is_alive, workers)))


_started: list[str] = []


def _begin(word: str) -> None:
    _started.append(word)


def _double(number: int) -> int:
    if number == 13:
        os._exit(1)
    return 2 * number


def test_an_item_that_ends_its_process_costs_no_other() -> None:
    items = list(range(30))
    done = list(work_on(items, 3, Work(_begin, ("on",), _double), lambda number: -number))
    assert done == [-number if number == 13 else 2 * number for number in items]


def test_where_no_process_can_be_made_this_one_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **more: object) -> None:
        raise OSError("no semaphores here")

    work = Work(_begin, ("here",), lambda number: number + 1)
    with monkeypatch.context() as patch:
        patch.setattr("concurrent.futures.ProcessPoolExecutor.__init__", refuse)
        assert list(work_on([1, 2, 3], 2, work, int)) == [2, 3, 4]
    assert _started[-1] == "here"
    with monkeypatch.context() as patch:
        patch.setattr("concurrent.futures.ProcessPoolExecutor.submit", refuse)
        assert list(work_on([1, 2, 3], 2, work, int)) == [2, 3, 4]


def test_no_more_items_are_handed_out_than_are_soon_asked_for() -> None:
    asked = work_on(range(100_000), 2, Work(_begin, ("",), _double_all), int)
    assert next(asked) == 0
    del asked


def _double_all(number: int) -> int:
    if number > 1_000:
        os._exit(1)
    return 2 * number


def test_there_is_at_least_one_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
