"""The jobs of `examples/archive` give the rows that `newslint archive` gives."""

from __future__ import annotations

import runpy
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from benchmarks.throughput import make_rows, write_rows
from pyarrow import parquet

import newslint

JOBS = Path(__file__).resolve().parents[2] / "examples" / "archive"
RULES = ["hygiene", "clarity/doubled-word", "quotes/unbalanced-quotes"]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("jobs") / "a.parquet"
    write_rows(make_rows(8, 60), path, group=3)
    return path


@pytest.fixture(scope="module")
def judge() -> newslint.BatchLinter:
    return newslint.BatchLinter(select=RULES, undated="2026-01-01")


@pytest.fixture(scope="module")
def expected(articles: Path, judge: newslint.BatchLinter) -> pa.Table:
    return judge(parquet.read_table(articles))


def _in_order(table: pa.Table) -> list[dict[str, Any]]:
    return sorted(table.to_pylist(), key=lambda row: (row["id"], row["start"], row["rule"], row["message"]))


@pytest.mark.parametrize("scheduler", ["synchronous", "threads"])
def test_dask_gives_the_same_rows_and_goes_on(
    articles: Path, judge: newslint.BatchLinter, expected: pa.Table, tmp_path: Path, scheduler: str
) -> None:
    import dask

    job = runpy.run_path(str(JOBS / "dask_job.py"))
    tasks = job["tasks_of"]([str(articles)], str(tmp_path / "found"), judge)
    assert len(tasks) == 3
    assert sum(dask.compute(*tasks, scheduler=scheduler)) == expected.num_rows > 0
    parts = sorted((tmp_path / "found").glob("*.parquet"))
    assert pa.concat_tables(map(parquet.read_table, parts)) == expected
    parts[1].unlink()
    made = parts[0].stat().st_mtime_ns
    assert sum(dask.compute(*tasks, scheduler="synchronous")) == expected.num_rows
    assert parts[1].exists()
    assert parts[0].stat().st_mtime_ns == made


@pytest.fixture
def spark(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="SKIPPED: Spark is not installed (pip install pyspark), not tried")
    if shutil.which("java") is None:
        pytest.skip("SKIPPED: there is no Java, which Spark needs: the job for Spark is not tried")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # its workers know newslint, too
    session = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")  # of libraries about one another
def test_spark_gives_the_same_rows(spark: Any, articles: Path, judge: newslint.BatchLinter, expected: pa.Table) -> None:
    job = runpy.run_path(str(JOBS / "spark_job.py"))
    found = job["findings_of"](spark.read.parquet(str(articles)), judge).toArrow()
    assert _in_order(found) == _in_order(expected)


@pytest.mark.filterwarnings("ignore")  # of libraries about one another
def test_ray_gives_the_same_rows(articles: Path, judge: newslint.BatchLinter, expected: pa.Table) -> None:
    ray = pytest.importorskip("ray", reason="SKIPPED: Ray is not installed (pip install 'ray[data]'), not tried")
    job = runpy.run_path(str(JOBS / "ray_job.py"))
    ray.init(num_cpus=1, include_dashboard=False)
    try:
        found = job["findings_of"](ray.data.read_parquet(str(articles)), judge).to_arrow_refs()
        assert _in_order(pa.concat_tables(ray.get(found))) == _in_order(expected)
    finally:
        ray.shutdown()


def test_the_schema_for_spark_is_that_of_the_rows() -> None:
    schema = runpy.run_path(str(JOBS / "spark_job.py"))["SCHEMA"]
    columns = [column.split("`")[1] for column in schema.split(", ")]
    assert columns == [field.name for field in newslint.arrow_schema()]
