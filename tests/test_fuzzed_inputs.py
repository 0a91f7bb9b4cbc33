"""Inputs that failed once, whoever found them, and the script that looks for more: `benchmarks/fuzz.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from benchmarks.fuzz import main
from benchmarks.fuzzing.article_checks import faults_of_report
from benchmarks.fuzzing.examining import Examiner
from benchmarks.fuzzing.inputs import FORMATS, SUFFIX_OF, Input, Seed, Seeds
from benchmarks.fuzzing.making import WEIGHTS, Factory
from benchmarks.fuzzing.minimising import minimise
from benchmarks.fuzzing.report_checks import faults_of_reports, faults_of_text, report_of

from newslint.diagnostics import Diagnostic, FileReport, Severity
from newslint.source import Source

_RULE = """\
title: A word of our own
severity: warning
profiles: [all]
check: patterns
options: {{patterns: ['{pattern}']}}
message: "{message}"
rationale: House style.
remedy: Write port.
sources: [{{title: House style, status: house}}]
limits: None.
examples:
  bad: [{{text: The harbour.}}, {{text: A harbour.}}]
  good: [{{text: The port.}}, {{text: A port.}}]
"""


def _rule(message: str = "Write port.", pattern: str = "(?i)the") -> bytes:
    return _RULE.format(message=message, pattern=pattern).encode()


_RUN_ON = "Mayor Ada Sorrel said: “Vote {0}, she said.\n\nBen Doe added a last line” on Monday.\n"
# By what was wrong: a format, and the input as small as it got.
FAILED: dict[str, tuple[str, bytes]] = {
    "blank CRLF lines before the text": ("markdown", b"\r\n" * 60 + b"Word.\n"),
    "blank lines of space and CR": ("markdown", b" \r \r\n" * 60 + b"Word.\n"),
    **{
        f"{braces} in a run-on quotation": ("text", _RUN_ON.format(braces).encode())
        for braces in ("{yes or no", "{x}", "{0}", "{}", "}", "{around:>300000000}", "{text!z}")
    },
    "the start of a time and no text": ("html", b"<time te"),
    "a time and no text": ("html", b'<time datetime="2026-01-01"></time>'),
    "a TOML field without a value after CR": ("markdown", b"+++\rb=\n+++"),
    "a TOML field without a value": ("markdown", b"+++\na\nb=\nc = 1\n+++\n"),
    **{
        f"a cue and a hyphen at the end: {cue}": ("text", f"{cue}-\n".encode())
        for cue in ("o reported from", "l say", "s said")
    },
    "preformatted lines inside a quotation": ("markdown", b"><aside><pre>-\n>>\n"),
    "a command of letters that are not ASCII": ("markdown", b"##\xcf["),
    "a month that is misspelt": ("markdown", b"The pier opened in Sepember, on 3 SEPEMBER.\n"),
    "a contraction of a verb of saying": ("text", "say’ll\n".encode()),
    "a contraction of an adjective of saying": ("html", "<p>known’d</p>".encode()),
    "a set that is none": ("configuration", b"['', !!set ]\n"),
    "a control character in an excerpt": ("html", b"<p>A word\x7f here</p>"),
    "a C1 control character": ("text", "The council \u009b31m met.\n".encode()),
    "a command within a line": ("markdown", b'The "##[group]] council'),
    "a file name that is a command": ("file name", b"::add-mask::x.md"),
    "a folder name that is a command": ("file name", b"::error title=a::b/c.md"),
    "a configuration with a key that is empty": ("configuration", b": [Mara Oduya]\n"),
    "a configuration whose key is a command": ("configuration", b'"a\\n::error::b": c\n'),
    "a profile that is a command": ("configuration", b'profile: "x\\n::error title=a::b\\e[31m"\n'),
    "a folder with a NUL in its name": ("configuration", b'rule_folders: ["\\0"]\n'),
    "a message that asks for what is not there": ("house rule", _rule("Write {nosuch}.")),
    "a message with a format": ("house rule", _rule("Write {text:d}.")),
    "a message with a conversion": ("house rule", _rule("Write {text!z}.")),
    "a pattern with repetition in repetition": ("house rule", _rule(pattern=r"(\w+\s?)*!!")),
    "a pattern with repetition of nothing": ("house rule", _rule(pattern="(.*)*(?>a+)b")),
    "a glob of many choices": ("glob", b"{a,b}" * 24 + b"\nabab"),
    "a glob of stars": ("glob", b"x/" + b"*a" * 12 + b"b\nx/" + b"a" * 200),
    "a glob of folders": ("glob", b"**/" * 12 + b"zz\n" + b"a/" * 40),
}


@pytest.fixture(scope="module")
def examiner() -> Iterator[Examiner]:
    """An examiner, which compiles the shipped rules once for all configurations, for as long as it lives."""
    made = Examiner()
    yield made
    made.close()


@pytest.fixture(scope="module")
def factory() -> Factory:
    """A factory with a few seeds of our own."""
    texts = {
        "markdown": "---\ntitle: Ferry to stop\n---\n\n# Ferry to stop\n\nBy Mara Oduya\n\n“It is so,” said Ben Doe.\n",
        "html": "<h1>Ferry to stop</h1>\n<p class=byline>By Mara Oduya</p>\n<p>It stops on 3 May 2026.</p>\n",
        "text": "Ferry to stop\n\nBy Mara Oduya\n\nAnalysts say the ferry will stop in May.\n",
    }
    return Factory(Seeds([Seed(format, format, text.encode()) for format, text in texts.items()]), 7)


@pytest.mark.parametrize("name", FAILED)
def test_an_input_that_failed_once_does_not_fail_again(examiner: Examiner, name: str) -> None:
    format, data = FAILED[name]
    file = f"input.{SUFFIX_OF.get(format, 'yaml')}"
    # The number chooses the profile, and how reports are rendered.
    for number in range(6 if format in FORMATS else 1):
        assert examiner.examine(Input(number, "kept", format, file, data), is_thorough=True) == []


def test_a_short_run_over_all_kinds_finds_no_fault(examiner: Examiner, factory: Factory) -> None:
    given = [factory.make(number) for number in range(150)]
    assert {entry.format for entry in given} >= set(FORMATS)
    faults = {entry: examiner.examine(entry, is_thorough=entry.number % 5 == 0) for entry in given}
    assert {entry: found for entry, found in faults.items() if found} == {}


def test_the_same_number_makes_the_same_input_and_another_series_another(factory: Factory) -> None:
    again, other = Factory(factory.seeds, 7), Factory(factory.seeds, 8)
    numbers = range(10, 60)
    made = [factory.make(number) for number in numbers]
    assert made == [again.make(number) for number in numbers]
    assert made != [other.make(number) for number in numbers]


def test_every_kind_of_input_is_made(factory: Factory) -> None:
    kinds = Counter(factory.make(number).kind for number in range(4_000))
    assert set(kinds) == {"seeds", *WEIGHTS}


def _report(**changes: object) -> tuple[Source, FileReport]:
    source = Source("a.md", "One.\r\nTwo three.\n", "markdown")
    start, end = source.position(6), source.position(9)
    found = Diagnostic("a/b", Severity.ERROR, "a.md", "news", "Look.", start, end, "Two", "Two three.")
    return source, FileReport("a.md", (found._replace(**changes),))  # type: ignore[arg-type]


def test_a_true_report_has_no_fault() -> None:
    assert list(faults_of_report(*_report())) == []
    assert list(faults_of_reports(report_of([_report()[1]]), Random(1))) == []


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"excerpt": "Tw"}, "an excerpt"),
        ({"frame": "One."}, "a frame"),
        ({"message": " "}, "no message"),
        ({"path": "b.md"}, "another path"),
        ({"rule": "internal/rule-crash"}, "without a crash"),
        ({"start": Source("", "One.\nTwo", "text").position(6)}, "a line and column"),
        ({"end": Source("", "a" * 90, "text").position(80)}, "a span outside"),
    ],
)
def test_a_report_that_does_not_agree_with_its_source_is_a_fault(changes: dict[str, object], what: str) -> None:
    assert any(what in fault.what for fault in faults_of_report(*_report(**changes)))


@pytest.mark.parametrize(
    "text",
    [
        "::error::a", "  ::error::a", "\u200b::error::a", " :\u200b:error::a", "a ##[group]b",
        "##vso[a]", "a\x1b[31mb", "a\rb", "a\u202eb", "a\udc80b", "a\u2028b",
    ],
)  # fmt: skip
def test_what_steers_a_terminal_or_a_log_is_a_fault(text: str) -> None:
    assert list(faults_of_text(f"One line\n{text}\n", "text"))


@pytest.mark.parametrize("text", ["a ::error::", "a: : b", " : :error::a", "# [a]", "é “x” 名\n\n", ""])
def test_what_steers_nothing_is_none(text: str) -> None:
    assert list(faults_of_text(text, "text")) == []


def test_a_failing_input_is_made_as_small_as_what_fails_in_it() -> None:
    data = b"a" * 700 + b"x" + b"b" * 300 + b"y" + b"c" * 90
    assert minimise(data, lambda smaller: b"x" in smaller and b"y" in smaller) == b"xy"


def test_an_input_that_cannot_be_made_smaller_stays() -> None:
    assert minimise(b"abc", lambda smaller: smaller == b"abc") == b"abc"


def test_the_script_asks_how_long_it_may_run(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([])
    assert "--seconds" in capsys.readouterr().err
