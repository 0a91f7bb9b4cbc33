"""Every single character that could move a cursor, reorder a line or fail to encode is stopped, wherever it stands.

The characters are listed here once more, by the standards that name them, so that none can get lost in the code.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.reporters.conftest import diagnose, ferry

from newslint import terminal
from newslint.assembly import ParseOptions, parse
from newslint.diagnostics import Citation, FileReport, NotEvaluated, Report
from newslint.reporters import render
from newslint.reporters.inspection import inspection, render_inspection
from newslint.reporters.json import dump
from newslint.source import Source

# ECMA-48: the sets C0 and C1, and DELETE between them.
CONTROLS = [chr(code) for code in [*range(0x20), 0x7F, *range(0x80, 0xA0)]]
# Unicode 23.1: line and paragraph separator.
SEPARATORS = ["\u2028", "\u2029"]
# Unicode Standard Annex 9, 2.1 to 2.5: embeddings, overrides and isolates with what ends them.
REORDERING = [*"\u202a\u202b\u202c\u202d\u202e", *"\u2066\u2067\u2068\u2069"]
# The first, the last and some surrogates between them, and those that stand for bytes of file names.
LONE = [chr(code) for code in (0xD800, 0xD801, 0xDBFF, 0xDC00, 0xDC80, 0xDCFF, 0xDFFE, 0xDFFF)]
BYTES = ["\udc80", "\udcff"]
UNSAFE = [*CONTROLS, *SEPARATORS, *REORDERING, *LONE]
# What stands right beside those characters and says something.
HARMLESS = [*"~\u00a1\u2027\u2030\u2065\u206a\ud7ff\ue000", "\u200d", "\ufe0f", "é", "界", "\U0001f6a2"]


def report_of(said: str, at: str) -> Report:
    """Return a report in which one text stands at one place."""
    told = {name: said if at == name else f"a {name}" for name in ("message", "remedy")}
    cited = Citation(
        said if at == "title" else "Code",
        said if at == "clause" else "Clause 2",
        said if at == "address" else "https://code.example/",
    )
    path = said if at == "path" else "a.md"
    line = said.replace("\n", " ").replace("\r", " ") if at == "line" else "The line."
    found = diagnose(
        ferry(path, line),
        (0, len(line)),
        related=((0, 1, said if at == "related" else "here"),),
        sources=(cited,),
        **told,  # type: ignore[arg-type]
    )
    skipped = NotEvaluated("a/b", path, said if at == "reason" else "no images")
    return Report((FileReport(path, (found,), (skipped,)),), "sha256:0f", "2026-11-22", ())


def show(report: Report, format: str, colour: bool = False) -> str:
    return render(report, format, colour=colour, width=60, quiet=False, statistics=False, fail_on=None)


# Not the rule: a name of a rule is a name of a file and may hold letters, digits and hyphens alone.
PLACES = ["message", "remedy", "title", "clause", "address", "path", "line", "related", "reason"]


@pytest.mark.parametrize("at", PLACES)
@pytest.mark.parametrize("format", ["text", "concise", "github"])
def test_no_report_for_people_lets_one_of_them_through(format: str, at: str) -> None:
    ordinary = show(report_of("one\N{REPLACEMENT CHARACTER}two", at), format).count("\n")
    for character in UNSAFE:
        shown = show(report_of(f"one{character}two", at), format)
        assert set(shown) & {*UNSAFE} == {"\n"}, ascii(character)
        assert shown.count("\n") == ordinary, ascii(character)
        shown.encode()


@pytest.mark.parametrize("at", PLACES)
def test_colours_are_the_only_escapes(at: str) -> None:
    ordinary = show(report_of("one\N{REPLACEMENT CHARACTER}two", at), "text", colour=True).count("\x1b")
    for character in UNSAFE:
        shown = show(report_of(f"one{character}two", at), "text", colour=True)
        assert set(shown) & {*UNSAFE} == {"\n", "\x1b"}, ascii(character)
        assert shown.count("\x1b") == ordinary, ascii(character)


@pytest.mark.parametrize("at", PLACES)
@pytest.mark.parametrize("format", ["json", "jsonl", "sarif"])
def test_reports_for_programs_escape_each_of_them_and_lose_none(format: str, at: str) -> None:
    for character in UNSAFE:
        if (at == "address" and character in LONE) or (at == "path" and character in LONE and character not in BYTES):
            continue  # no rule file and no name of a file can say that
        said = f"one{character}two"
        shown = show(report_of(said, at), format)
        assert set(shown) & {*UNSAFE} <= {"\n"}, ascii(character)
        shown.encode()
        if format == "jsonl":
            found = json.loads(shown)
            kept = {"message": found["message"], "path": found["path"]}
            assert kept.get(at, said) == said, ascii(character)


@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_an_article_is_shown_without_any_of_them(suffix: str) -> None:
    format = {"md": "markdown", "html": "html", "txt": "text"}[suffix]
    for character in UNSAFE:
        # The text of an article has no surrogates, which no decoder gives; its path may have some.
        word = "Tarrow" if character in LONE else f"Tar{character}row"
        speech = f"“The {word} ferry sails on Monday,” said Ben {word}."
        text = f"{word} bridge\n\nBy Mara Oduya\n\nThe {word} bridge shuts.\n\n{speech}\n"
        if suffix == "html":
            text = "".join(f"<p>{line}" for line in text.split("\n\n"))
        article = parse(Source(f"a{character}.{suffix}", text, format), ParseOptions())
        shown = render_inspection(article, f"ne{character}ws", False, 70)
        assert set(shown) & {*UNSAFE} == {"\n"}, ascii(character)
        told = dump(inspection(article, "news"), indent=1)
        assert set(told) & {*UNSAFE} <= {"\n"}, ascii(character)
        assert json.loads(told)["path"] == f"a{character}.{suffix}"


WAYS: dict[str, Callable[[str], None]] = {
    "tell": terminal.tell,
    "tell_usage": terminal.tell_usage,
    "tell_trace": terminal.tell_trace,
    "tell_progress": terminal.tell_progress,
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_them_reaches_standard_error(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    WAYS[way]("one|two")
    ordinary = set(capsys.readouterr().err) & {*UNSAFE}
    for character in UNSAFE:
        WAYS[way](f"one{character}two")
        assert set(capsys.readouterr().err) & {*UNSAFE} <= {*ordinary, "\n"}, ascii(character)


# The reports that show what stands at a place; all of them do otherwise.
SHOWN = {
    **{at: {"text"} for at in ("line", "related", "reason")},
    **{at: {"text", "github"} for at in ("remedy", "title", "clause", "address")},
}


@pytest.mark.parametrize("character", HARMLESS)
def test_what_stands_beside_them_is_shown(character: str) -> None:
    said = f"one{character}two"
    assert terminal.safe(said) == said
    for at in PLACES:
        shown = {format for format in ("text", "concise", "github") if said in show(report_of(said, at), format)}
        assert shown == SHOWN.get(at, {"text", "concise", "github"}), at
