"""A run over many files tells them in the order of their paths, and holds none of them longer than it must."""

from __future__ import annotations

import re
import tracemalloc
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

import newslint
from newslint.batch import Run, check
from newslint.cli import main
from newslint.diagnostics import FileReport, NotEvaluated
from newslint.runner import Checked, Linter, RunOptions
from newslint.settings import load_settings

KEEPS_RESULTS = True
BAD = "# Harbour bridge closes for repairs\n\nThe bridge closes on Monday, TK said.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b/one.md", "b-two.md", "a.md", "b/ten.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{BAD}\n{name}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def linter() -> Linter:
    return Linter(load_settings(None, keep=False), RunOptions(date(2026, 5, 4)))


@pytest.mark.parametrize("format", ["jsonl", "concise", "json", "text"])
def test_order_of_paths_number_of_jobs_and_state_of_the_cache_change_no_byte(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    monkeypatch.setattr("newslint.batch._WORTH_A_PROCESS", 1)
    told = set()
    words = ["--format", format, "--today", "2026-05-04"]
    for more in (["--no-cache"], [], ["--jobs", "1"], ["--jobs", "3"], ["--no-cache", "--jobs", "2"]):
        (site / "a.md").write_text(BAD, encoding="utf-8")
        told.add((main(["check", ".", *words, *more]), *capsys.readouterr()))
    for paths in permutations(["b", "b-two.md", "a.md"]):
        told.add((main(["check", *paths, *words]), *capsys.readouterr()))
    assert len(told) == 1


def test_reports_come_in_the_order_of_the_paths_whatever_came_first(site: Path, linter: Linter) -> None:
    paths = [Path(name) for name in ("b/ten.txt", "b/one.md", "a.md", "b-two.md")]
    expected = ["a.md", "b-two.md", "b/one.md", "b/ten.txt"]
    for order in permutations(paths):
        assert [report.path for report in Run(order, linter)] == expected
    assert check(paths, linter) == check(paths[::-1], linter)


def test_a_file_is_read_when_its_turn_has_come(site: Path, linter: Linter) -> None:
    files = iter(Run([Path("a.md"), Path("b-two.md")], linter))
    next(files)
    (site / "b-two.md").write_text("# Another\n\nLorem ipsum dolor.\n", encoding="utf-8")
    assert any(found.rule.startswith("hygiene/") for found in next(files).diagnostics)


def test_memory_does_not_grow_with_the_number_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linter: Linter
) -> None:
    paths = [tmp_path / f"{number}.md" for number in range(300)]

    def answer(linter: Linter, source: Path, results: object = None) -> Checked:
        path = source.as_posix()
        return Checked(FileReport(path, not_evaluated=(NotEvaluated("a/b", path, "x" * 100_000),)))

    monkeypatch.setattr(Linter, "check", answer)

    def peak(keeps: bool) -> int:
        tracemalloc.start()
        files = Run(paths, linter)
        assert (len(list(files)) if keeps else sum(1 for _ in files)) == 300
        reached = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return reached

    assert peak(keeps=False) < 2_000_000
    assert peak(keeps=True) > 20_000_000  # all together


# What people and programs ask says as of which day they ask, as a command line does.
_ASKING = {"cli", "reporters", "api", "assistants.py", "desk", "languageserver"}


def test_nothing_below_those_who_ask_reads_the_date_but_to_ask_today() -> None:
    package = Path(newslint.__file__).parent
    rooms = [path for path in package.rglob("*.py") if path.relative_to(package).parts[0] not in _ASKING]
    uses = [
        line.strip()
        for path in rooms
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"options\.today|date\.today|datetime\.now|scene\.today(?!\.is_)", line)
    ]
    # Else the answer would not be part of what a result depends on.
    assert [use for use in uses if not re.search(r"Today\((day or )?self\.options\.today\)|_is_settled\(", use)] == [
        "today = linter.options.today.isoformat()",
        "return Results(self.settings, origin or self.origin(), self.options.today, self._site)",
    ]
