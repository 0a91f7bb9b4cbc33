"""The interface for Python programs: it finds what the command line finds, and keeps newsrooms and days apart."""

from __future__ import annotations

import json
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path

import pytest

import newslint
from newslint.cli import main
from newslint.reported import plain

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "python.md"
TODAY = "2026-06-01"
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".md", ".html", ".txt"))
STORY = """# Ferry stops at Tarrow

By Mara Oduya

3 May 2026

The ferry stopped, the harbour office said. {word} will open on 12 May 2026.
"""
HOUSES = {
    "gazette": "terms: [{use: quay, not: [jetty], reason: The house says so.}]\n",
    "herald": "terms: [{use: pier, not: [wharf], reason: The house says so.}]\nprofile: blog\n",
}


@pytest.fixture(scope="module")
def plain_linter() -> newslint.Linter:
    return newslint.Linter(today=TODAY, cache=False)


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, newslint.Linter]:
    made = {}
    for name, text in HOUSES.items():
        path = tmp_path_factory.mktemp(name) / "newslint.yaml"
        path.write_text(text, encoding="utf-8")
        made[name] = newslint.Linter(path, today=TODAY, select=["style", "hygiene"], cache=False)
    return made


def test_a_result_is_what_check_prints_as_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    names = [path.relative_to(ROOT).as_posix() for path in EXAMPLES]
    main(["check", *names, "--format", "json", "--today", TODAY, "--no-cache", "--jobs", "1"])
    told = json.loads(capsys.readouterr().out)
    linter = newslint.Linter("newslint.yaml", today=TODAY, cache=False)
    results = [linter.lint_file(name) for name in names]
    assert {path.suffix for path in EXAMPLES} == {".md", ".html", ".txt"}
    assert [found for result in results for found in result.as_dict()["diagnostics"]] == told["diagnostics"]
    assert [entry for result in results for entry in result.as_dict()["excused"]] == told["excused"]
    skipped = sorted(
        (entry for result in results for entry in result.not_evaluated), key=lambda each: (each.path, each.rule)
    )
    assert plain(tuple(skipped)) == told["not_evaluated"]
    files = [{"path": one.path, "metrics": plain(one.metrics), "targets": one.targets} for one in results]
    assert files == [{key: file[key] for key in ("path", "metrics", "targets")} for file in told["files"]]
    assert {result.ruleset for result in results} == {told["ruleset"]}
    assert {result.today.isoformat() for result in results} == {told["today"]}
    assert told["diagnostics"]
    assert told["excused"]


@pytest.mark.parametrize("path", [EXAMPLES[0], EXAMPLES[-1]], ids=lambda path: path.name)
def test_a_text_its_bytes_and_its_file_give_the_same(plain_linter: newslint.Linter, path: Path) -> None:
    of_file = plain_linter.lint_file(path)
    data = path.read_bytes()
    assert plain_linter.lint(data, path=path.as_posix()) == of_file
    assert plain_linter.lint(data.decode(), path=path.as_posix()) == of_file
    assert newslint.lint(data.decode(), path=path.as_posix(), today=date(2026, 6, 1)) == of_file


def test_the_format_is_that_which_is_named_then_that_of_the_path_then_plain_text() -> None:
    text = "# A *title*\n\nThe ferry sails, TK said.\n"
    rules = {kind: [found.rule for found in newslint.lint(text, format=kind).diagnostics] for kind in ("markdown",)}
    assert [found.rule for found in newslint.lint(text, path="a.md").diagnostics] == rules["markdown"]
    assert newslint.lint(text) == newslint.lint(text, format="text")
    assert newslint.lint(text).diagnostics != newslint.lint(text, path="a.md").diagnostics


def test_each_article_is_judged_as_of_its_own_day(plain_linter: newslint.Linter) -> None:
    late = newslint.Linter(today="published", cache=False, select=["numbers/expired-date"], preview=True)
    text = STORY.format(word="The pier")
    assert late.lint(text, format="markdown").today == date(2026, 5, 3)
    article = newslint.RawArticle(text, date=datetime(2025, 1, 2, 3, 4))
    assert late.lint_article(article).today == late.lint_article(article).date == date(2025, 1, 2)
    assert plain_linter.lint_article(article).today == date(2026, 6, 1)
    assert plain_linter.lint_article(article, today="2024-02-29").today == date(2024, 2, 29)
    assert newslint.lint("No day.", today="published").today == date.today()
    found = [
        late.lint_article(newslint.RawArticle(text, format="markdown", date=day)).diagnostics
        for day in ("2026-05-01", "2026-07-01", "2026-05-01")
    ]
    assert [len(each) for each in found] == [0, 1, 0]


def test_two_newsrooms_in_one_process_do_not_hear_of_each_other(houses: dict[str, newslint.Linter]) -> None:
    text = STORY.format(word="The jetty at the wharf")
    alone = {name: linter.lint(text, format="markdown") for name, linter in houses.items()}
    said = {name: {found.message for found in one.diagnostics} for name, one in alone.items()}
    assert any("jetty" in message for message in said["gazette"])
    assert not any("wharf" in message for message in said["gazette"])
    assert any("wharf" in message for message in said["herald"])
    assert not any("jetty" in message for message in said["herald"])
    assert (alone["gazette"].profile, alone["herald"].profile) == ("news", "blog")
    for turn in range(100):
        for name, linter in houses.items():
            assert linter.lint(text, format="markdown") == alone[name], f"{name}, turn {turn}"


def test_a_linter_that_was_pickled_needs_no_file_and_finds_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "newslint.yaml").write_text(
        'lexicons: {cues: ["quote that : harbourcast"]}\noverrides: [{files: "columns/**", profile: opinion}]\n'
        + HOUSES["gazette"],
        encoding="utf-8",
    )
    linter = newslint.Linter(folder / "newslint.yaml", today=TODAY, cache=False)
    article = newslint.RawArticle(STORY.format(word="The jetty"), path=str(folder / "columns" / "a.md"))
    before = linter.lint_article(article)
    assert before.profile == "opinion"
    data = pickle.dumps((newslint.Linter(folder / "newslint.yaml", today=TODAY, cache=False), article))
    shutil.rmtree(folder)
    (tmp_path / "linter").write_bytes(data)
    code = (
        "import pickle, sys; linter, article = pickle.loads(open(sys.argv[1], 'rb').read()); "
        "open(sys.argv[2], 'wb').write(pickle.dumps(linter.lint_article(article)))"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path / "linter", tmp_path / "result"], check=True)
    assert pickle.loads((tmp_path / "result").read_bytes()) == before


def test_threads_share_a_linter(houses: dict[str, newslint.Linter]) -> None:
    texts = [STORY.format(word=f"The jetty {number}") for number in range(12)]
    alone = [houses["gazette"].lint(text, format="markdown") for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: houses["gazette"].lint(text, format="markdown"), texts))
    assert together == alone


def test_many_articles_come_in_order_as_they_are_needed(plain_linter: newslint.Linter) -> None:
    taken = []

    def articles() -> Iterator[newslint.RawArticle]:
        for number in range(7):
            taken.append(number)
            yield newslint.RawArticle(STORY.format(word=f"Pier {number}"), id=str(number), format="markdown")

    results = plain_linter.lint_many(articles())
    assert next(results).id == "0"
    assert taken == [0]
    batches = list(plain_linter.lint_batches(articles(), size=3))
    assert [[result.id for result in batch.results] for batch in batches] == [list("012"), list("345"), ["6"]]
    in_processes = list(plain_linter.lint_many(articles(), jobs=2))
    assert in_processes == [result for batch in batches for result in batch.results]


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: newslint.lint("x", format="markdwon"), newslint.UsageError, "markdown"),
        (lambda: newslint.lint("x", today="soon"), newslint.UsageError, "YYYY-MM-DD"),
        (lambda: newslint.lint("x", profile="nws"), newslint.ConfigurationError, "news"),
        (lambda: newslint.Linter(select=["no/such-rule"]), newslint.UsageError, "newslint rules"),
        (lambda: newslint.Linter("/no/such/newslint.yaml"), newslint.ConfigurationError, "no such"),
        (lambda: newslint.Linter().lint_file("/no/such/article.md"), newslint.SourceError, "cannot be read"),
        (lambda: list(newslint.Linter().lint_batches([], size=0)), newslint.UsageError, "at least one"),
    ],
)
def test_an_error_has_its_kind_and_names_the_way_out(
    call: object, error: type[newslint.NewslintError], says: str
) -> None:
    with pytest.raises(error, match=re.escape(says)) as raised:
        call()  # type: ignore[operator]
    assert isinstance(raised.value, newslint.NewslintError)
    assert raised.value.way_out


def test_what_cannot_be_judged_is_told_and_not_raised(plain_linter: newslint.Linter, tmp_path: Path) -> None:
    (tmp_path / "newslint.yaml").write_text("max_file_size: 1000\n", encoding="utf-8")
    small = newslint.Linter(tmp_path / "newslint.yaml", today=TODAY, cache=False)
    (tmp_path / "a.md").write_text("é" * 600, encoding="utf-8")
    for result in (small.lint("é" * 600), small.lint_file(tmp_path / "a.md"), small.lint(b"x" * 1001)):
        assert [found.rule for found in result.diagnostics] == ["internal/file-too-large"]
        assert result.crashed
    assert not small.lint("é" * 500).crashed
    assert plain_linter.lint(b"%PDF-1.7 ...").diagnostics[0].rule == "internal/file-not-text"
    told = plain_linter.judge(newslint.RawArticle("x", id="7", profile="nws"))
    assert (told.id, told.crashed) == ("7", ("internal/file-crash",))
    assert "nws" in told.diagnostics[0].message
    assert plain_linter.lint("A lone \ud800 sign.").crashed == ()


def test_what_an_article_says_of_itself_stands_where_the_caller_says_nothing(plain_linter: newslint.Linter) -> None:
    text = "---\ntitle: Ferry stops\nauthor: Mara Oduya\ndate: 2026-05-03\nsection: Harbour\n---\n\nIt stopped.\n"
    said = plain_linter.lint(text, format="markdown")
    assert (said.section, said.authors, said.date) == ("Harbour", ("Mara Oduya",), date(2026, 5, 3))
    told = plain_linter.lint_article(
        newslint.RawArticle(text, format="markdown", section="News", author="Ben Roe", date="2020-01-01")
    )
    assert (told.section, told.authors, told.date) == ("News", ("Ben Roe",), date(2020, 1, 1))


def test_records_are_frozen(plain_linter: newslint.Linter) -> None:
    result = plain_linter.lint("TK")
    with pytest.raises(AttributeError):
        result.path = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        result.diagnostics[0].rule = "b"  # type: ignore[misc]
    assert result.worst is newslint.Severity.ERROR
    assert plain_linter.lint("").worst == max(
        (f.severity for f in plain_linter.lint("").diagnostics), key=lambda s: s.rank
    )


def test_importing_newslint_imports_none_of_its_rooms() -> None:
    code = (
        "import sys, newslint; before = set(sys.modules); dir(newslint); newslint.__version__; "
        "print(sorted(name for name in sys.modules if name.startswith('newslint.')), hasattr(newslint, 'nonsense'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"


def test_every_name_of_the_interface_is_there_and_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(getattr(newslint, name) is not None for name in newslint.__all__)
    told = set(re.findall(r"\w+", page))
    assert [name for name in newslint.__all__ if name not in told and name != "__version__"] == []


def test_the_table_of_columns_is_that_of_the_rows() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("<!-- rows: begin -->")[2].partition("<!--")[0]
    rows = [[cell.strip(" `") for cell in line.split("|")[1:4]] for line in table.strip().splitlines()[2:]]
    fields = newslint.ROW_FIELDS
    assert rows == [[each.name, each.type + " or null" * each.is_nullable, each.meaning] for each in fields]
    assert tuple(each.name for each in fields) == newslint.Row._fields


RUNNABLE = re.findall(
    r"^<!-- run -->\n```python\n(.*?)^```$(?:(?:\n\nIt prints:)?\n\n```text\n(.*?)^```$)?",
    PAGE.read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize(("code", "output"), RUNNABLE)
def test_the_examples_of_the_page_print_what_it_says(
    code: str, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(code, PAGE.name, "exec"), {"__name__": "page"})
    assert output
    assert capsys.readouterr().out == output
