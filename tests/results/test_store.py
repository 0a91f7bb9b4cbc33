"""What is kept between runs comes back whole or not at all, and does not grow without end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.results import store as module
from newslint.results.store import KEY_SIZE, Store

KEEPS_RESULTS = True
ENTRIES = st.dictionaries(st.binary(min_size=KEY_SIZE, max_size=KEY_SIZE), st.binary(max_size=200), max_size=8)


class Files(dict[str, bytes]):
    """A cache folder in memory."""

    def keep(self, name: str, data: bytes) -> None:
        self[name] = data


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    kept = Files()
    monkeypatch.setattr(module, "read_kept", kept.get)
    monkeypatch.setattr(module, "keep", kept.keep)
    return kept


def at_day(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    monkeypatch.setattr("newslint.results.store.time.time", lambda: day * 86_400.0)


def key(number: int) -> bytes:
    return bytes([0, number]) + bytes(KEY_SIZE - 2)


@given(st.lists(ENTRIES, max_size=4))
def test_what_runs_keep_after_one_another_is_found_and_the_last_payload_counts(runs: list[dict[bytes, bytes]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        kept = Files()
        patch.setattr(module, "read_kept", kept.get)
        patch.setattr(module, "keep", kept.keep)
        expected: dict[bytes, bytes] = {}
        for entries in runs:
            run = Store()
            for each, payload in entries.items():
                run.add(each, payload)
            run.save()
            expected |= entries
        again = Store()
        assert {each: again.find(each) for each in expected} == expected
        assert again.find(b"\xff" * KEY_SIZE) == expected.get(b"\xff" * KEY_SIZE)


@settings(max_examples=150)
@given(ENTRIES.filter(bool), st.data())
def test_a_damaged_entry_is_not_there(entries: dict[bytes, bytes], data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        kept = Files()
        patch.setattr(module, "read_kept", kept.get)
        patch.setattr(module, "keep", kept.keep)
        run = Store()
        for each, payload in entries.items():
            run.add(each, payload)
        run.save()
        name = data.draw(st.sampled_from(sorted(kept)))
        whole = bytearray(kept[name])
        at = data.draw(st.integers(0, len(whole) - 1))
        match data.draw(st.sampled_from(["flip", "cut", "insert", "double"])):
            case "flip":
                whole[at] ^= data.draw(st.integers(1, 255))
            case "cut":
                del whole[at:]
            case "insert":
                whole[at:at] = data.draw(st.binary(min_size=1, max_size=60))
            case _:
                whole *= 2
        kept[name] = bytes(whole)
        again = Store()
        for each, payload in entries.items():
            assert again.find(each) in (payload, None)
        # What is kept beside the damage is whole again.
        again.add(next(iter(entries)), b"new")
        again.save()
        assert Store().find(next(iter(entries))) == b"new"


def test_two_runs_at_once_lose_nothing_of_one_another(files: Files) -> None:
    one, other = Store(), Store()
    assert one.find(key(1)) is other.find(key(1)) is None
    one.add(key(1), b"one")
    other.add(key(2), b"other")
    one.save()
    other.save()
    assert [Store().find(key(1)), Store().find(key(2))] == [b"one", b"other"]


def test_a_run_that_finds_all_it_asks_for_writes_nothing(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    at_day(monkeypatch, 1000)
    run = Store()
    run.add(key(1), b"one")
    run.save()
    before = dict(files)
    at_day(monkeypatch, 1006)
    again = Store()
    assert again.find(key(1)) == b"one"
    again.save()
    assert files == before


def test_what_nobody_asked_for_in_a_month_is_dropped(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    at_day(monkeypatch, 1000)
    run = Store()
    run.add(key(1), b"used")
    run.add(key(2), b"unused")
    run.save()
    for day in (1010, 1020, 1031):
        at_day(monkeypatch, day)
        again = Store()
        assert again.find(key(1)) == b"used"
        again.add(key(3), b"other")
        again.save()
    assert Store().find(key(1)) == b"used"
    assert Store().find(key(2)) is None


def test_a_file_is_bounded_and_the_oldest_entries_go_first(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FILE_SIZE", 1_000)
    for day in range(20):
        at_day(monkeypatch, 1000 + day)
        run = Store()
        run.add(key(day), bytes([day]) * 100)
        run.save()
        assert sum(map(len, files.values())) <= 1_000
    left = [day for day in range(20) if Store().find(key(day)) is not None]
    assert left == list(range(20 - len(left), 20))
    assert len(left) > 5


def test_a_payload_beyond_all_measure_is_not_kept(files: Files) -> None:
    run = Store()
    run.add(key(1), bytes(module._LONGEST + 1))
    run.save()
    assert not files


def test_much_that_is_new_is_written_before_the_end(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WAITING", 1_000)
    run = Store()
    for number in range(30):
        run.add(key(number), bytes(100))
    assert sum(Store().find(key(number)) is not None for number in range(30)) >= 20


@pytest.mark.parametrize("content", [b"", b"other", b"newslint results 0\n", b"newslint results 1\n" + bytes(500)])
def test_what_something_else_wrote_is_not_there(files: Files, content: bytes) -> None:
    files[module._name_of(key(1))] = content
    assert Store().find(key(1)) is None


@pytest.mark.skipif(os.name == "nt", reason="what POSIX has")
@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_a_folder_that_others_may_write_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    run = Store()
    run.add(key(1), b"one")
    run.save()
    assert Store().find(key(1)) == b"one"
    (tmp_path / "cache" / "private").chmod(mode)
    assert Store().find(key(1)) is None
