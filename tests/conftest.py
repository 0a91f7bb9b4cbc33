"""What all tests share: no test writes to the user's own cache or reads the environment's wishes."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from newslint.checks import load_check_type
from newslint.contract import CHECK_TYPES
from newslint.rules import stamps
from newslint.rules.folders import bundled

# No law depends on how busy the machine is. Thirty examples of a law keep the suite short: each run tries
# others, and `--hypothesis-profile thorough` tries a thousand.
settings.register_profile("newslint", deadline=None, max_examples=30)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile("newslint")


def pytest_collection_finish() -> None:
    """Keep the collector from what collecting made: there are two hundred thousand objects, and they stay.

    A look through all of them takes a fifth of a second, and each test that measures time asks for one.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # as in a process of newslint


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(Path(tmp_path_factory.getbasetemp()) / "newslint-cache"))
    # The last, so that processes of tests keep what they compile for the next.
    for name in ("NO_COLOR", "NEWSLINT_DEBUG", "FORCE_COLOR", "PYTHONDONTWRITEBYTECODE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _no_old_results(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Find everything anew, since a test may change what finds it; a module that is about that says `KEEPS_RESULTS`."""
    if not getattr(request.module, "KEEPS_RESULTS", False):
        monkeypatch.setattr("newslint.results.store.read_kept", lambda name: None)
        monkeypatch.setattr("newslint.results.store.keep", lambda name, data: None)


@pytest.fixture(scope="session", autouse=True)
def _one_reading_of_shipped_files() -> Iterator[None]:
    """Read each file of newslint once to see whether it has changed: no test changes one.

    Each load of settings looks at six hundred of them, and tests load settings a thousand times.
    """
    look, known = stamps._content, dict[str, str | None]()
    folders = (bundled("rules"), bundled("profiles"), Path(stamps.__file__).parents[1])
    ours = tuple(f"{folder}{os.sep}" for folder in folders)

    def remember(file: Path | os.DirEntry[str]) -> str | None:
        path = os.fspath(file)
        if not path.startswith(ours):
            return look(file)
        if path not in known:
            known[path] = look(file)
        return known[path]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(stamps, "_content", remember)
        yield


_WEIGHTLESS = re.compile("[\x00-\x08\x0e-\x1f\u00ad\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffd]")
_STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(scope="session")
def faults_of_log() -> Callable[[str], list[str]]:
    """Return a function that lists the lines of a log that steer a terminal or command the service that keeps it.

    GitHub's runner takes `::` at the start of a line and `##[` anywhere in it, and passes over characters without
    weight; other services have `##name[`.
    """

    def find(log: str) -> list[str]:
        faults = []
        for line in log.split("\n"):
            weighed = _WEIGHTLESS.sub("", line)
            if weighed.lstrip().startswith("::") or re.search(r"##[A-Za-z]*\[", weighed) or _STEERS.search(line):
                faults.append(line)
        return faults

    return find


@pytest.fixture
def replace_check(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[..., Any]], None]:
    """Return a function that lets another function look at articles in place of a check, with the same options."""

    def replace(name: str, does: Callable[..., Any]) -> None:
        check_type = load_check_type(name)
        monkeypatch.setitem(CHECK_TYPES, name, check_type._replace(run=wraps(check_type.run)(does)))

    return replace
