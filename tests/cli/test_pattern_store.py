"""The store of compiled patterns changes nothing but the time that a start takes."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.cli.pattern_store import PatternStore, install


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PatternStore]:
    _compiler = import_module("re._compiler")
    before = vars(_compiler)["compile"]
    installed = install(tmp_path)
    if installed is None:
        pytest.skip("this interpreter keeps no patterns")
    yield installed
    vars(_compiler)["compile"] = before


PATTERNS = [r"a(?P<name>b+)?c", r"(?i:straße)|[^\W\d_]{2,}", r"(?<=x)y|\bz\b", b"[a-f]+\\d", "(?x) a  # c\n b"]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE | re.DOTALL])
def test_a_kept_pattern_is_the_one_that_was_compiled(store: PatternStore, pattern: str | bytes, flags: int) -> None:
    first = store.compile(pattern, flags)
    kept = store.compile(pattern, flags)
    plain = re.compile(pattern, flags)
    for attribute in ("pattern", "flags", "groups", "groupindex"):
        assert getattr(first, attribute) == getattr(kept, attribute) == getattr(plain, attribute)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="abcxyzß S1\n", max_size=30))
def test_a_kept_pattern_finds_what_the_compiled_one_finds(store: PatternStore, text: str) -> None:
    for pattern in PATTERNS:
        if isinstance(pattern, str):
            store.compile(pattern)
            kept = store.compile(pattern)
            expected = [match.span() for match in re.compile(pattern).finditer(text)]
            assert [match.span() for match in kept.finditer(text)] == expected


def test_what_was_kept_is_there_for_the_next_start(store: PatternStore, tmp_path: Path) -> None:
    for pattern in PATTERNS:
        store.compile(pattern)
    store.save()
    (file,) = tmp_path.glob("patterns-*.marshal")
    assert {pattern for pattern, _ in marshal.loads(file.read_bytes().partition(b"\n")[2])} == set(PATTERNS)


def test_a_pattern_that_is_wrong_is_still_an_error(store: PatternStore) -> None:
    with pytest.raises(re.error, match="unterminated"):
        store.compile("(a", 0)


@pytest.mark.parametrize(
    "damage", [b"", b"nonsense", marshal.dumps([1]), marshal.dumps({("a", 0): (0, [1, 2], 0, {}, ())})]
)
def test_a_damaged_store_is_no_store(tmp_path: Path, damage: bytes) -> None:
    environment = os.environ | {"NEWSLINT_CACHE_DIR": str(tmp_path)}
    (tmp_path / "one.md").write_text("# One\n\nTwo.\n", encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "one.md", "--format", "json", "--today", "2026-05-04"]
    outputs = set()
    for _ in range(3):
        run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert run.returncode == 1, run.stderr
        outputs.add(run.stdout)
        for file in tmp_path.glob("patterns-*"):
            file.write_bytes(damage)
    assert len(outputs) == 1
