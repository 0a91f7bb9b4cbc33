"""One bad file never costs the report of the others, and status 2 says that the verdict is not complete."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newslint.article import Article
from newslint.cli import main
from newslint.diagnostics import FileReport
from newslint.guard import OutOfTime, time_limit
from newslint.processes import Work, work_on
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode

GOOD = "# The harbour\n\nAt the end of the day, the harbour closed.\n"
ENDS = pytest.mark.skipif(os.name == "nt", reason="what POSIX has")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "newslint.yaml").write_text("max_file_size: 2 kB\n", encoding="utf-8")
    for name in ("a", "z"):
        (tmp_path / f"{name}.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, list[dict[str, Any]]], str]:
    """Return the status, the diagnostics of each file, and what was said on standard error."""
    status = main([*words, "--format", "json", "--today", "2026-01-15"])
    out, err = capsys.readouterr()
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in json.loads(out)["diagnostics"]:
        found.setdefault(entry["path"], []).append(entry)
    return status, found, err


def large(path: Path, size: int = 2_001) -> Path:
    path.write_text("x" * size, encoding="utf-8")
    return path


@pytest.mark.parametrize("more", [[], ["--jobs", "2"]])
def test_a_file_over_the_limit_that_was_named_has_one_diagnostic_and_ends_with_2(
    site: Path, capsys: pytest.CaptureFixture[str], more: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.batch._WORTH_A_PROCESS", 1)
    large(site / "big.md")
    status, found, _ = run(capsys, "a.md", "big.md", "z.md", *more)
    assert status == 2
    assert [(entry["rule"], entry["severity"]) for entry in found["big.md"]] == [("internal/file-too-large", "error")]
    assert "2,000 bytes" in found["big.md"][0]["message"]
    assert found["a.md"]
    assert len(found["a.md"]) == len(found["z.md"])


def test_a_file_over_the_limit_that_a_folder_led_to_is_a_notice(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    large(site / "big.md")
    alone = run(capsys, "a.md", "z.md", "--fail-on", "never")
    status, found, _ = run(capsys, ".", "--fail-on", "never")
    assert status == alone[0] == 0
    assert [(entry["rule"], entry["severity"]) for entry in found.pop("big.md")] == [
        ("internal/file-too-large", "advice")
    ]
    assert found == alone[1]
    assert run(capsys, ".", "./big.md")[0] == 2


def test_the_limit_is_the_last_size_that_is_read(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    large(site / "most.md", 2_000)
    large(site / "more.md", 2_001)
    _, found, _ = run(capsys, "most.md", "more.md")
    assert "internal/file-too-large" not in {entry["rule"] for entry in found.get("most.md", [])}
    assert "internal/file-too-large" in {entry["rule"] for entry in found["more.md"]}


NO_TEXT = {
    "letter.md": (b"PK\x03\x04\x14\0\x06\0", "a Word, OpenDocument or ZIP file"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "an old Word or Office file"),
    "letter.txt": (b"{\\rtf1\\ansi Hallin}", "an RTF document"),
    "report.pdf": (b"%PDF-1.7\n", "a PDF"),
    "named.md": (b"\x89PNG\r\n\x1a\n\0", "a picture"),
    "photo.md": (b"\xff\xd8\xff\xe0\0", "a picture"),
    "photo.txt": (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture, a film or a recording"),
    "film.md": (b"\0\0\0\x18ftypmp42", "a picture, a film or a recording"),
    "articles.md": (b"\x1f\x8b\x08\0", "an archive"),
    "tool.py": (b"print(1)\n", "a .py file"),
    "data.JSON": (b"{}", "a .json file"),
}


@pytest.mark.parametrize("name", NO_TEXT)
def test_what_is_no_text_is_refused_in_one_line_that_says_what_it_is(
    site: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    data, kind = NO_TEXT[name]
    (site / name).write_bytes(data)
    status, found, _ = run(capsys, "a.md", name)
    assert status == 2
    assert [(entry["rule"], entry["severity"]) for entry in found[name]] == [("internal/file-not-text", "error")]
    assert f"this is {kind}; newslint reads Markdown, HTML" in found[name][0]["message"]
    assert found["a.md"]


def test_what_is_no_text_is_only_noted_in_a_folder(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, (data, _) in NO_TEXT.items():
        (site / name).write_bytes(data)
    status, found, _ = run(capsys, ".", "--fail-on", "never")
    noted = {path for path, entries in found.items() if entries[0]["rule"] == "internal/file-not-text"}
    assert status == 0
    assert noted == {name for name in NO_TEXT if name.endswith((".md", ".txt"))}


@pytest.mark.parametrize("text", ["MZ is a band.", "BZhone", "PK won.", "ID3 is a tag.", "RIFF", "%PDF is short"])
def test_a_text_that_begins_like_a_signature_is_a_text(
    site: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (site / "b.md").write_text(text, encoding="utf-8")
    found = run(capsys, "b.md")[1]
    assert "internal/file-not-text" not in {entry["rule"] for entry in found.get("b.md", [])}


@ENDS
def test_a_file_without_an_end_or_with_holes_is_read_no_further_than_the_limit(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open(site / "sparse.md", "wb") as file:
        file.truncate(5 * 10**11)
    status, found, _ = run(capsys, "a.md", "sparse.md", "/dev/zero")
    assert status == 2
    assert set(found) == {"a.md", "sparse.md", "/dev/zero"}


def test_standard_input_over_the_limit_is_told_in_one_line(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 2_001)))
    assert main(["-"]) == 2
    assert "max_file_size" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_shown(
    site: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    large(site / "big.md")
    status = main([command, "a.md", "big.md", "z.md"])
    out, err = capsys.readouterr()
    assert status == 2
    assert "a.md" in out
    assert "z.md" in out
    assert "max_file_size" in out + err


class PanicError(BaseException):
    """What a parser written in another language may raise: no `Exception`."""


FAILURES = [PanicError("panicked"), MemoryError(), RecursionError(), ValueError("x"), KeyError("y"), OSError(5, "z")]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: type(failure).__name__)
@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_parser_that_fails_in_whatever_way_costs_its_file_alone(
    site: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    failure: BaseException,
    command: str,
) -> None:
    from newslint import assembly, runner

    (site / "bad.md").write_text(GOOD, encoding="utf-8")
    parse = assembly.parse

    def fail(source: Any, options: Any = None) -> Article:
        if source.path == "bad.md":
            raise failure
        return parse(source, options)

    monkeypatch.setattr(runner, "parse", fail)
    status = main([command, "a.md", "bad.md", "z.md"])
    out, err = capsys.readouterr()
    assert status == 2
    assert all(name in out for name in ("a.md", "z.md"))
    assert "newslint failed on this file" in " ".join((out + err).split())
    assert "Traceback" not in out + err


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: type(failure).__name__)
def test_a_rule_that_fails_in_whatever_way_costs_its_own_findings_alone(
    failure: BaseException, replace_check: Callable[[str, Callable[..., Any]], None]
) -> None:
    def fail(article: Article, scene: object, **options: object) -> Iterator[object]:
        raise failure
        yield

    settings, options = load_settings(None, keep=False), RunOptions(date(2026, 1, 15))
    whole = Linter(settings, options).lint(decode(GOOD.encode(), "a.md"))
    replace_check("phrases", fail)
    report = Linter(settings, options).lint(decode(GOOD.encode(), "a.md"))
    assert "clarity/cliche" in report.crashed
    assert {found.rule for found in report.diagnostics} == {
        found.rule for found in whole.diagnostics if found.rule not in report.crashed
    } | {"internal/rule-crash"}


def spin(*_: object, **options: object) -> Any:
    while True:
        pass


@ENDS
@pytest.mark.parametrize("place", ["parser", "phrases"])
def test_a_file_that_takes_too_long_is_no_verdict(
    place: str, monkeypatch: pytest.MonkeyPatch, replace_check: Callable[[str, Callable[..., Any]], None]
) -> None:
    if place == "parser":
        monkeypatch.setattr("newslint.runner.parse", spin)
    else:
        replace_check(place, spin)
    settings, options = load_settings(None, keep=False), RunOptions(date(2026, 1, 15), seconds=0.2)
    report = Linter(settings, options).lint(decode(GOOD.encode(), "a.md"))
    assert [(found.rule, found.path) for found in report.diagnostics] == [("internal/file-timeout", "a.md")]
    assert report.crashed == ("internal/file-timeout",)
    monkeypatch.undo()
    assert not Linter(settings, options).lint(decode(GOOD.encode(), "b.md")).crashed


@ENDS
def test_a_file_that_takes_too_long_ends_with_2_and_leaves_the_others(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint import assembly, runner

    parse = assembly.parse
    monkeypatch.setattr(runner, "parse", lambda source, options: (spin if source.path == "a.md" else parse)(source))
    monkeypatch.setattr(RunOptions, "__new__", _with_seconds(RunOptions.__new__))
    status, found, _ = run(capsys, "a.md", "z.md", "--fail-on", "never")
    assert status == 2
    assert [entry["rule"] for entry in found["a.md"]] == ["internal/file-timeout"]
    assert "internal/file-timeout" not in {entry["rule"] for entry in found["z.md"]}


def _with_seconds(new: Callable[..., RunOptions]) -> Callable[..., RunOptions]:
    return lambda *words, **options: new(*words, **options, seconds=0.2)


@ENDS
def test_a_limit_of_time_holds_within_one_regular_expression_and_ends_with_its_block() -> None:
    import re

    with pytest.raises(OutOfTime), time_limit(0.2):
        re.search(r"(a|a)*b", "a" * 40)
    with time_limit(0.1):
        pass
    ended = sum(range(3_000_000))
    assert ended
    with pytest.raises(OutOfTime), time_limit(0.1), suppress(Exception):
        spin()
    with time_limit(0):
        assert sum(range(1_000))


def _start(*_: object) -> None:
    return


def _do(item: int) -> int | FileReport:
    if item < 0:
        os._exit(1)
    return item * 2


@ENDS
@pytest.mark.parametrize("deaths", [[], [0], [3, 4], [29], list(range(5))])
def test_a_process_that_dies_costs_its_own_item_alone(deaths: list[int]) -> None:
    items = [-item - 1 if item in deaths else item for item in range(30)]
    outcomes = list(work_on(items, 2, Work(_start, (), _do), lambda item: f"died {item}"))
    assert outcomes == [f"died {item}" if item < 0 else item * 2 for item in items]
