"""A fixed file is the old one or the new one at any moment, and nobody else's work is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.errors import SourceError
from newslint.fixes import writing
from newslint.fixes.writing import replace_file

OLD, NEW = b"old\r\n" * 1000, b"new\r\n" * 2000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(OLD)
    return path


def test_a_file_is_replaced_and_nothing_is_left_beside_it(file: Path) -> None:
    replace_file(str(file), OLD, NEW)
    assert file.read_bytes() == NEW
    assert os.listdir(file.parent) == ["a.md"]


@pytest.mark.parametrize("step", ["_write", "_compare", "os.replace", "os.fsync", "os.chmod", "open"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_fails_at_any_step_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    def fail(*given: object, **named: object) -> None:
        raise error

    monkeypatch.setattr(f"newslint.fixes.writing.{step}", fail, raising=False)
    with pytest.raises((SourceError, KeyboardInterrupt)):
        replace_file(str(file), OLD, NEW)
    monkeypatch.undo()
    assert file.read_bytes() == OLD
    assert os.listdir(file.parent) == ["a.md"]


def replace(path: Path) -> None:
    path.unlink()
    path.write_bytes(b"another")


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda path: path.write_bytes(OLD.replace(b"old", b"own")),
    "longer": lambda path: path.write_bytes(OLD + b"more"),
    "replaced": replace,
    "gone": Path.unlink,
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_changed_meanwhile_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    write = writing._write

    def interfere(*given: object) -> None:
        write(*given)  # type: ignore[arg-type]
        CHANGES[change](file)

    monkeypatch.setattr(writing, "_write", interfere)
    with pytest.raises(SourceError):
        replace_file(str(file), OLD, NEW)
    assert not file.exists() or file.read_bytes() != NEW
    assert os.listdir(file.parent) == (["a.md"] if file.exists() else [])


def test_a_file_that_changed_before_is_left_alone(file: Path) -> None:
    with pytest.raises(SourceError, match="changed while newslint fixed it"):
        replace_file(str(file), b"other", NEW)
    assert file.read_bytes() == OLD


SCRIPT = """
import sys
from newslint.fixes.writing import replace_file
old, new = b"old\\r\\n" * 1000, b"new\\r\\n" * 2000
print("ready", flush=True)
while True:
    replace_file(sys.argv[1], old, new)
    replace_file(sys.argv[1], new, old)
"""


@pytest.mark.skipif(os.name == "nt", reason="kills with POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM] if os.name != "nt" else [])
def test_killing_it_at_any_moment_leaves_the_file_old_or_new(file: Path, number: int) -> None:
    for attempt in range(4):
        with subprocess.Popen([sys.executable, "-c", SCRIPT, str(file)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            until = time.monotonic() + 0.004 * attempt
            while time.monotonic() < until:
                assert file.read_bytes() in (OLD, NEW)
            process.send_signal(number)
        assert file.read_bytes() in (OLD, NEW)
        file.write_bytes(OLD)
