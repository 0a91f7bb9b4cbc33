"""An archive gives the same rows from wherever it is read, however it is divided, and whenever a run is killed."""

from __future__ import annotations

import csv
import gzip
import io
import json
import multiprocessing
import os
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from benchmarks.throughput import make_rows, write_rows
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

import newslint
from newslint.archive import inputs
from newslint.archive.parts import Parts
from newslint.archive.run import Progress
from newslint.archive.tables import LinesInput, Reading
from newslint.archive.tally import GROUPS, Tally
from newslint.cli import main
from newslint.cli.archive import describe_progress

COUNT = 12
# A few quick rules: what is tested is how rows come together, not what they are.
RULES = ["hygiene", "clarity/doubled-word", "quotes/unbalanced-quotes"]
COLUMNS = "text=body,id=key,format=kind,section=desk,author=by,date=day"
NAMES = {"text": "body", "id": "key", "format": "kind", "section": "desk", "author": "by", "date": "day"}


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "ROWS", 5)
    monkeypatch.setattr(os, "fsync", lambda file: None)  # what is on the disk is not what these tests are about


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one archive as Parquet, JSON Lines, a database and files."""
    folder = tmp_path_factory.mktemp("archive")
    rows = list(make_rows(COUNT, 60))
    write_rows(rows, folder / "a.parquet", group=7)
    write_rows(rows, folder / "a.jsonl")
    (folder / "a.jsonl.gz").write_bytes(gzip.compress((folder / "a.jsonl").read_bytes()))
    with sqlite3.connect(folder / "a.db") as database:
        database.execute("CREATE TABLE drafts (empty)")
        database.execute("CREATE TABLE stories (key, body, kind, desk, by, day)")
        database.executemany("INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?)", [tuple(row.values()) for row in rows])
    database.close()
    for row in rows:
        path = folder / "articles" / row["section"] / f"{row['id']}.{row['format'].replace('markdown', 'md')}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(row["text"], encoding="utf-8")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs `newslint archive` with one process and returns status and what it printed."""

    def run(*words: object, output: str = "found.parquet") -> tuple[int, str, str]:
        named = ["-o", str(tmp_path / output)] if output else []
        status = main(["archive", *map(str, words), *named, "--select", ",".join(RULES), "--jobs", "1"])
        return status, *capsys.readouterr()

    return run


@pytest.fixture(scope="module")
def expected(archive: Path) -> pa.Table:
    judge = newslint.BatchLinter(undated="2026-01-01", select=RULES)
    return judge(parquet.read_table(archive / "a.parquet"))


def _rows(path: Path) -> pa.Table:
    return parquet.read_table(path).replace_schema_metadata(None)


@pytest.mark.parametrize(
    "words",
    [
        ["a.parquet"],
        ["a.jsonl"],
        ["a.db", "--table", "stories", "--columns", COLUMNS],
        ["a.db", "--query", "SELECT * FROM stories WHERE key < 'b' ORDER BY key", "--columns", COLUMNS],
    ],
    ids=["parquet", "lines", "table", "query"],
)
def test_the_rows_are_the_same_from_each_kind_of_input(
    run: Callable[..., Any], archive: Path, expected: pa.Table, tmp_path: Path, words: list[str]
) -> None:
    status, out, _ = run(archive / words[0], *words[1:])
    assert status == 0
    found = _rows(tmp_path / "found.parquet")
    assert found == expected
    assert found.num_rows > 2
    assert f"{COUNT} articles, {found.num_rows} findings" in out
    assert found.column("today") == found.column("date"), "each as of its own day"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["found.parquet", "found.parquet.summary.json"]


def test_a_folder_of_articles_says_the_same_of_them(
    run: Callable[..., Any], archive: Path, expected: pa.Table, tmp_path: Path
) -> None:
    assert run(archive / "articles")[0] == 0
    said = ["rule", "line", "column", "date", "section", "author", "excerpt"]
    rows = _rows(tmp_path / "found.parquet").to_pylist()
    found = [(Path(row["path"]).stem, *(row[name] for name in said)) for row in rows]
    assert sorted(found) == sorted((row["id"], *(row[name] for name in said)) for row in expected.to_pylist())


def test_a_folder_of_tables_is_their_rows_one_after_another(
    run: Callable[..., Any], archive: Path, expected: pa.Table, tmp_path: Path
) -> None:
    folder = tmp_path / "year=2005"
    folder.mkdir()
    (tmp_path / "_SUCCESS").touch()
    table = parquet.read_table(archive / "a.parquet")
    parquet.write_table(table.slice(0, 3), folder / "part-0.parquet")
    parquet.write_table(table.slice(3), folder / "part-1.parquet")
    assert run(folder)[0] == 0
    assert _rows(tmp_path / "found.parquet") == expected


class _Killed(BaseException):
    """Stand in for the end of a process."""


@pytest.mark.parametrize(
    ("source", "where"), [("a.parquet", "before"), ("a.parquet", "after"), ("a.jsonl.gz", "between")]
)
def test_a_run_that_ends_anywhere_goes_on_with_nothing_doubled_or_lost(
    run: Callable[..., Any], archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, source: str
) -> None:
    output = tmp_path / "found.parquet"
    run(archive / source, output="whole.parquet")
    real, made = Parts.write, []

    def write(parts: Parts, name: str, batch: Any, tally: Tally) -> Any:
        made.append(name)
        if len(made) == 2 and where == "before":
            raise _Killed
        done = real(parts, name, batch, tally)
        if len(made) == 2:
            if where == "between":  # the rows have their place, and the record has not
                os.unlink(Path(parts.folder, f"{name}.json"))
            raise _Killed
        return done

    monkeypatch.setattr(Parts, "write", write)
    with pytest.raises(_Killed):
        _without_net(archive / source, output)
    assert not output.exists()
    again: list[str] = []

    def note(parts: Parts, name: str, batch: Any, tally: Tally) -> Any:
        again.append(name)
        return real(parts, name, batch, tally)

    monkeypatch.setattr(Parts, "write", note)
    assert run(archive / source)[0] == 0
    kept = made[: 1 + (where == "after")]
    assert not set(kept) & set(again)
    assert len(kept) + len(again) == -(-7 // 5) + 1 if source == "a.parquet" else -(-COUNT // 5)
    assert output.read_bytes().replace(b"found", b"whole") == (tmp_path / "whole.parquet").read_bytes()
    assert not Path(f"{output}.parts").exists()


def _without_net(source: Path, output: Path) -> None:
    """Run as `main` does, but let what ends the run through."""
    from newslint.cli import _run

    _run(["archive", str(source), "-o", str(output), "--select", ",".join(RULES), "--jobs", "1"])


def test_a_run_that_is_killed_by_the_system_goes_on(
    run: Callable[..., Any], archive: Path, expected: pa.Table, tmp_path: Path
) -> None:
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("SKIPPED: this system cannot fork, so that no run can be killed in the middle")
    output = tmp_path / "found.parquet"
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_without_net, args=(archive / "a.jsonl", output))
    process.start()
    parts, limit = Path(f"{output}.parts"), time.monotonic() + 20
    while not list(parts.glob("0*.json")) and time.monotonic() < limit:
        time.sleep(0.002)
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert run(archive / "a.jsonl")[0] == 0
    assert _rows(output) == expected
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_part_that_is_damaged_is_made_anew(
    run: Callable[..., Any], archive: Path, expected: pa.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "found.parquet"
    with monkeypatch.context() as patched:
        patched.setattr(Parts, "join", lambda *given: (_ for _ in ()).throw(_Killed()))
        with pytest.raises(_Killed):
            _without_net(archive / "a.parquet", output)
    files = sorted(Path(f"{output}.parts").glob("0*"))
    files[0].write_text("{", encoding="utf-8")  # a record
    files[3].write_bytes(b"PAR1" + files[3].read_bytes()[4:-9] + b"\0" * 9)  # rows
    assert run(archive / "a.parquet")[0] == 0
    assert _rows(output) == expected


def test_a_run_that_is_done_is_not_done_again_and_can_still_be_summed_up(
    run: Callable[..., Any], archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(archive / "a.parquet")
    before = (tmp_path / "found.parquet").read_bytes()
    monkeypatch.setattr("newslint.api.linter.Linter.judge", None)
    summaries = [word for name in ("sum.md", "sum.csv", "sum.html") for word in ("--summary", tmp_path / name)]
    status, out, _ = run(archive / "a.parquet", *summaries)
    assert (status, "complete since an earlier run" in out) == (0, True)
    assert (tmp_path / "found.parquet").read_bytes() == before
    page = (tmp_path / "sum.html").read_text(encoding="utf-8")
    assert page.count("<svg") > 3
    assert "Findings by author" in page
    table = (tmp_path / "sum.md").read_text(encoding="utf-8")
    cells = list(csv.reader(io.StringIO((tmp_path / "sum.csv").read_text(encoding="utf-8"))))
    assert {row[0] for row in cells[1:]} == set(GROUPS)
    assert f"{COUNT} articles" in table
    assert sum(int(row[2]) for row in cells[1:] if row[0] == "section") == COUNT
    assert sum(int(row[2]) for row in cells[1:] if row[0] == "year") == COUNT


def test_another_run_neither_takes_parts_nor_an_output_that_are_not_its_own(
    run: Callable[..., Any], archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "found.parquet"
    with monkeypatch.context() as patched:
        patched.setattr(Parts, "join", lambda *given: (_ for _ in ()).throw(_Killed()))
        with pytest.raises(_Killed):
            _without_net(archive / "a.parquet", output)
    status, _, error = run(archive / "a.parquet", "--min-severity", "error")
    assert (status, "not the same options" in error, "--force" in error) == (2, True, True)
    status, _, error = run(archive / "a.jsonl")
    assert (status, "not the same inputs" in error) == (2, True)
    assert run(archive / "a.parquet")[0] == 0
    status, _, error = run(archive / "a.parquet", "--min-severity", "error")
    assert (status, "is not what this run would write" in error) == (2, True)
    rows = _rows(output).num_rows
    assert run(archive / "a.parquet", "--min-severity", "error", "--force")[0] == 0
    assert 0 < _rows(output).num_rows < rows
    output.write_text("A letter.", encoding="utf-8")
    assert run(archive / "a.parquet")[0] == 2
    assert output.read_text(encoding="utf-8") == "A letter."


def test_an_article_that_ends_its_process_is_the_only_one_that_is_lost(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected: pa.Table
) -> None:
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("SKIPPED: processes here are begun anew and know nothing of what a test changes")
    real = newslint.Linter.judge

    def judge(linter: newslint.Linter, article: Any) -> Any:
        if article.id == "a-0000007":
            os._exit(9)
        return real(linter, article)

    monkeypatch.setattr(newslint.Linter, "judge", judge)
    output = tmp_path / "found.parquet"
    assert (
        main(["archive", str(archive / "a.parquet"), "-o", str(output), "--select", ",".join(RULES), "--jobs", "2"])
        == 2
    )
    rows = _rows(output).to_pylist()
    lost = [(row["id"], row["rule"]) for row in rows if row["family"] == "internal"]
    assert lost == [("a-0000007", "internal/file-crash")]
    others = [row for row in rows if row["id"] != "a-0000007"]
    assert others == [row for row in expected.to_pylist() if row["id"] != "a-0000007"]


def test_a_row_that_cannot_be_judged_is_told_in_a_row(run: Callable[..., Any], tmp_path: Path) -> None:
    lines = [
        '{"text": "It sails, TK said.", "date": "2024-05-06T07:08:09Z", "meta": {"desk": "Harbour"}, "format": "md"}',
        "no JSON",
        '{"text": null}',
        "[1]",
        '{"text": "It sails \\ud800.", "date": "never", "profile": "nosuch"}',
    ]
    (tmp_path / "a.jsonl").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    columns = "text=text,section=meta.desk,date=date,profile=profile"
    status, _, error = run(tmp_path / "a.jsonl", "--columns", columns, "--min-severity", "error")
    assert status == 2
    assert "4 articles could not be judged" in error
    rows = _rows(tmp_path / "found.parquet").to_pylist()
    first = next(row for row in rows if row["rule"] == "hygiene/tk-or-lorem")
    assert (first["id"], first["section"]) == (f"{tmp_path}/a.jsonl:1", "Harbour")
    assert first["date"].isoformat() == "2024-05-06"
    lost = [row["id"][-1] + row["rule"].partition("-")[2] for row in rows if row["family"] == "internal"]
    assert lost == ["2not-text", "3not-text", "4not-text", "5crash"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "no input was given"),
        (["a.jsonl.gz", "a.parquet", "--columns", "text=bdy"], "`bdy`: there is no such column for the text"),
        (["a.parquet", "--columns", "txt=body"], "Did you mean `text`?"),
        (["a.db"], "Name one with --table: drafts, stories"),
        (["a.db", "--table", "storys"], "Did you mean `stories`?"),
        (["a.db", "--query", "SELECT nonsense"], "cannot be read (no such column"),
        (["nosuch.parquet"], "there is no such file or folder"),
        (["broken.parquet"], "the archive cannot be read"),
        (["a.parquet", "--summary", "sum.docx"], "Use one of .html, .md, .csv, .json"),
        (["empty"], "contains no article file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Callable[..., Any], archive: Path, words: list[str], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (archive / "broken.parquet").write_bytes(b"PAR1 and no more")
    (archive / "empty").mkdir(exist_ok=True)
    monkeypatch.chdir(archive)
    status, out, error = run(*words)
    assert (status, out) == (2, "")
    assert says in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(("output", "says"), [("", "no output"), ("a.csv", ".parquet"), ("no/a.parquet", "no such")])
def test_an_output_is_a_table_in_a_folder(run: Callable[..., Any], archive: Path, output: str, says: str) -> None:
    status, _, error = run(archive / "a.jsonl", output=output)
    assert (status, says in error) == (2, True)


def test_without_pyarrow_one_line_says_what_to_install(
    run: Callable[..., Any], archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    status, _, error = run(archive / "a.jsonl")
    assert status == 2
    assert error == "newslint: archive: `pyarrow` is not installed. Run: pip install 'newslint[archive]'\n"


def test_two_runs_do_not_share_an_output(run: Callable[..., Any], archive: Path, tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="SKIPPED: there are no such locks on this system")
    with Parts(str(tmp_path / "found.parquet")).locked():
        status, _, error = run(archive / "a.jsonl")
    assert (status, "another run is at work" in error) == (2, True)


def test_chunks_are_read_as_they_are_needed(archive: Path) -> None:
    lines = LinesInput(str(archive / "a.jsonl"), Reading())
    chunks = lines.chunks(0, {})
    first = next(chunks)
    assert (first.start, first.size, len(first.payload)) == (0, 5, 5)
    assert [chunk.start for chunk in chunks] == [5, 10]
    assert sum(chunk.weight for chunk in lines.chunks(0, {})) == lines.total()


@settings(max_examples=50)
@given(st.lists(st.integers(0, 40), max_size=40), st.integers(1, 6), st.integers(1, 60))
def test_rows_are_cut_whole_in_order_and_within_limits(sizes: list[int], rows: int, size: int) -> None:
    before = inputs.ROWS, inputs.BYTES
    try:
        inputs.ROWS, inputs.BYTES = rows, size
        chunks = list(inputs.cut(((number, length) for number, length in enumerate(sizes)), 0))
    finally:
        inputs.ROWS, inputs.BYTES = before
    assert [row for chunk in chunks for row in chunk.payload] == list(range(len(sizes)))
    for chunk in chunks:
        held = sizes[chunk.start : chunk.start + chunk.size]
        assert 0 < len(held) <= rows
        assert sum(held) <= size or len(held) == 1
    assert sum(chunk.weight for chunk in chunks) == len(sizes)


def test_counts_are_the_same_however_the_articles_were_divided(archive: Path) -> None:
    judge = newslint.BatchLinter(select=RULES)
    results = [judge.linter.judge(newslint.RawArticle(**row)) for row in make_rows(8, 100)]
    rows = [list(newslint.Batch((result,)).rows("warning")) for result in results]
    whole, halves = Tally(), [Tally(), Tally()]
    for at, (result, own) in enumerate(zip(results, rows, strict=True)):
        whole.add(result, own)
        halves[at % 2].add(result, own)
    halves[1].merge(Tally(json.loads(json.dumps(halves[0].as_dict()))))
    assert halves[1].as_dict() == whole.as_dict()
    assert whole.findings == sum(map(len, rows))
    assert sum(figures[0] for figures in whole.groups["author"].values()) == 8


def test_progress_tells_the_pace_of_this_run_and_what_is_left() -> None:
    first, now = Progress(0.5, 1_000, False), Progress(0.75, 1_500, True)
    assert describe_progress(first, now, 100) == "1,500 articles, 75%; 5 articles a second; about 2 min left"
    assert describe_progress(first, first, 100) == "1,000 articles, 50%"
    assert describe_progress(Progress(0, 0, True), Progress(0.001, 9, True), 9).endswith("about 2.5 h left")


def test_a_batch_takes_the_columns_that_have_the_names_of_fields(archive: Path, expected: pa.Table) -> None:
    table = parquet.read_table(archive / "a.parquet")
    named = table.rename_columns([NAMES[name] for name in table.column_names])
    judge = newslint.BatchLinter(columns=newslint.Columns(**NAMES), select=RULES)
    assert judge(named) == expected


def test_the_throughput_benchmark_finds_the_same_in_every_run(capsys: pytest.CaptureFixture[str]) -> None:
    from benchmarks.throughput import FORMATS
    from benchmarks.throughput import main as measure

    told = []
    for _ in range(2):
        assert measure(["--articles", "3", "--bytes", "60"]) == 0
        lines = capsys.readouterr().out.splitlines()[1:]
        told.append([(line.split()[0], line.split()[1], *line.split()[-2:]) for line in lines])
    assert told[0] == told[1]
    assert [line[:2] for line in told[0]] == [(format, "1") for format in FORMATS]
    assert len({line[-1] for line in told[0]}) == len(FORMATS)
