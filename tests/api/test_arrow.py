"""A batch of articles becomes a batch of rows of the stated schema, however the articles are cut into batches."""

from __future__ import annotations

import pickle
import sys
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.api.arrow import record_batch_of

TEXT = "# Ferry {n} stops\n\nBy Mara Oduya\n\nThe ferry stopped, TK said.\n"
COLUMNS = newslint.Columns(
    text="body", id="key", format="kind", section="desk", author="by", date="day", profile="as_what", path="file"
)


def _table(count: int) -> pa.Table:
    return pa.table(
        {
            "key": pa.array(range(count), pa.int64()),
            "body": [TEXT.format(n=number) for number in range(count)],
            "kind": ["markdown" if number % 2 else "text" for number in range(count)],
            "desk": ["harbour" if number % 3 else None for number in range(count)],
            "by": [["Ana Roe", "Ben Doe"] if number % 2 else None for number in range(count)],
            "day": [datetime(2024, 1, 1 + number, 12) if number else None for number in range(count)],
            "as_what": ["blog" if number == 2 else None for number in range(count)],
            "file": [None] * count,
        }
    )


@pytest.fixture(scope="module")
def judge() -> newslint.BatchLinter:
    return newslint.BatchLinter(columns=COLUMNS, cache=False, min_severity="advice")


def test_rows_have_the_schema_and_say_what_the_columns_said(judge: newslint.BatchLinter) -> None:
    found = judge(_table(3))
    assert isinstance(found, pa.Table)
    assert found.schema == newslint.arrow_schema()
    rows = found.to_pylist()
    assert {row["id"] for row in rows} == {"0", "1", "2"}
    second = next(row for row in rows if row["id"] == "1" and row["rule"] == "hygiene/tk-or-lorem")
    assert second["date"] == second["today"] == date(2024, 1, 2)
    assert (second["section"], second["author"], second["profile"]) == ("harbour", "Ana Roe; Ben Doe", "news")
    assert (second["severity"], second["line"], second["family"]) == ("error", 5, "hygiene")
    assert {row["profile"] for row in rows if row["id"] == "2"} == {"blog"}
    assert {row["author"] for row in rows if row["id"] == "2"} == {"Mara Oduya"}, "the article's own byline"


def test_how_articles_are_cut_into_batches_makes_no_difference(judge: newslint.BatchLinter) -> None:
    table = _table(5)
    whole = judge(table)
    again = pickle.loads(pickle.dumps(judge))
    for size in (1, 2, 5):
        parts = list(again.over(table.to_batches(max_chunksize=size)))
        assert all(isinstance(part, pa.RecordBatch) for part in parts)
        assert pa.Table.from_batches(parts) == whole
    assert judge(table.slice(0, 0)).num_rows == 0


def test_a_column_that_is_not_there_is_named_with_the_nearest(judge: newslint.BatchLinter) -> None:
    with pytest.raises(newslint.UsageError, match=r"`bdy`.*Did you mean `body`"):
        newslint.BatchLinter(columns=newslint.Columns(text="bdy"), linter=judge.linter)(_table(1))


def test_an_article_that_cannot_be_judged_is_a_row(judge: newslint.BatchLinter) -> None:
    texts = [None, b"%PDF-1.7", b"caf\xe9 \x00", b"It sails.", b"It sails."]
    formats = [None, None, None, "klingon", "document"]
    profiles = ["nosuch", None, None, None, None]
    table = pa.table({"id": list("abcde"), "text": texts, "as": profiles, "format": formats})
    columns = newslint.Columns(id="id", profile="as", format="format")
    rows = newslint.BatchLinter(columns=columns, linter=judge.linter, min_severity="error")(table).to_pylist()
    assert [(row["id"], row["rule"]) for row in rows if row["family"] == "internal"] == [
        ("a", "internal/file-not-text"),
        ("b", "internal/file-not-text"),
        ("d", "internal/file-crash"),
        ("e", "internal/file-crash"),
    ]


@settings(max_examples=15)
@given(st.lists(st.text(st.characters(), max_size=30), min_size=1, max_size=3))
def test_any_text_is_judged_and_any_row_is_arrow(judge: newslint.BatchLinter, texts: list[str]) -> None:
    rows = list(judge.rows(newslint.RawArticle(text, id=text) for text in texts))
    batch = record_batch_of(rows)
    batch.validate(full=True)
    assert batch.num_rows == len(rows)


def test_without_pyarrow_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(newslint.MissingLibraryError, match=r"pip install 'newslint\[archive\]'"):
        newslint.arrow_schema()


def test_a_batch_linter_takes_the_options_of_a_linter(tmp_path: Path) -> None:
    path = tmp_path / "newslint.yaml"
    path.write_text("profile: blog\n", encoding="utf-8")
    judge = newslint.BatchLinter(path, today="2026-06-01", select=["hygiene"], cache=False)
    rows = judge(pa.table({"text": [TEXT]})).to_pylist()
    assert {(row["profile"], row["today"], row["family"]) for row in rows} == {("blog", date(2026, 6, 1), "hygiene")}
