"""The report that people read: every line of it, in a terminal of any width, whatever the article holds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from newslint.diagnostics import FileReport, Report, Severity
from newslint.errors import UsageError
from newslint.reporters import render
from newslint.reporters.text import advise

One = Callable[..., Report]


def show(report: Report, width: int = 80, **options: object) -> str:
    chosen: dict[str, object] = {"colour": False, "quiet": False, "statistics": False, "fail_on": Severity.ERROR}
    return render(report, "text", width=width, **{**chosen, **options})  # type: ignore[arg-type]


def test_a_report_is_grouped_by_file_and_ends_with_what_to_do(report: Report) -> None:
    assert (
        show(report)
        == """\
ferry.md
  error    3:1  structure/missing-publish-date
      The article does not say when it was published.
     3 | By Ines Okoro
       | ^^^^^^^^^^^^^
      Remedy: Add a date line.
      Source: House style

  warning  5:1  sourcing/weasel-attribution
      “Analysts” could be anyone. Name who said it.
     5 | Analysts say the ferry will stop.
       | ^^^^^^^^
      Remedy: Name the person or the document.
      Source: Harbour Code of Ethics, Name your sources <https://ethics.example/code#names>
      Also line 6: the same crowd

notes/a b.txt
  advice   5:1  clarity/weak-verb
      Say what they did.
     5 | Analysts say the ferry will stop.
       | ^^^^^^^^^^^^

Not evaluated in 1 file (plain text has no images): images/alt-missing and
  images/broken-image.

1 error, 1 warning and 1 piece of advice in 3 files; 1 suppressed.
Fix the error before publishing; `newslint explain RULE` has the details.
"""
    )


def test_a_clean_run_says_so_in_one_line(empty_report: Report) -> None:
    assert show(empty_report) == "Nothing to report.\n"


def test_quiet_leaves_out_what_was_not_evaluated(report: Report) -> None:
    assert "Not evaluated" not in show(report, quiet=True)


def test_statistics_count_the_rules(report: Report) -> None:
    assert "count  severity  rule\n    1  advice    clarity/weak-verb\n" in show(report, statistics=True)


def test_colour_only_adds_codes(report: Report) -> None:
    coloured = show(report, colour=True)
    assert "\x1b[31;1merror" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == show(report)


def carets(text: str) -> tuple[str, str]:
    """Return the frame's source line and the line of carets below it, without the gutter."""
    lines = text.splitlines()
    at = next(index for index, line in enumerate(lines) if re.match(r" +\| ", line))
    return lines[at - 1].split("| ", 1)[1], lines[at].split("| ", 1)[1]


def test_wide_and_combining_characters_are_underlined_by_cells(one: One) -> None:
    text = "東京 cafe\u0301 closed"
    start = text.index("cafe")
    assert carets(show(one(text, (start, start + 5)))) == (text, "     ^^^^")
    assert carets(show(one(text, (0, 2)))) == (text, "^^^^")


def test_tabs_are_expanded(one: One) -> None:
    assert carets(show(one("a\tb\tc", (4, 5)))) == ("a   b   c", "        ^")


def test_a_long_line_is_cut_around_the_words(one: One) -> None:
    text = "x" * 500 + " the words " + "y" * 500
    line, marks = carets(show(one(text, (501, 510)), width=60))
    assert len(line) <= 60 - 9
    assert line[marks.index("^") : len(marks)] == "the words"
    assert line.startswith("…x")
    assert line.endswith("y…")


def test_a_span_longer_than_the_line_is_underlined_as_far_as_it_is_shown(one: One) -> None:
    line, marks = carets(show(one("ab " * 300, (3, 890)), width=60))
    assert line.endswith("…")
    assert len(marks) <= len(line)
    assert marks.count("^") >= 40


def test_a_megabyte_on_one_line_is_framed_at_once(one: One) -> None:
    text = "word " * 200_000
    line, _ = carets(show(one(text, (500_000, 500_004)), width=100))
    assert len(line) <= 91


def test_a_span_over_several_lines_says_where_it_ends(one: One) -> None:
    text = "One line\nand another\n"
    assert carets(show(one(text, (4, 12)))) == ("One line", "    ^^^^ (to line 2)")


def test_an_empty_span_is_still_marked_and_an_empty_line_is_not_framed(one: One) -> None:
    assert carets(show(one("abc", (3, 3)))) == ("abc", "   ^")
    assert " | " not in show(one("", (0, 0)))


def test_nothing_in_an_article_can_steer_the_terminal(one: One) -> None:
    text = "a\x1b[2Jb \u202eevil\u2028c \x9bd"
    shown = show(one(text, (0, len(text)), message=f"Found {text}", path="x\x1b]0;.md"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", shown)


def test_related_places_that_say_the_same_share_a_line(one: One) -> None:
    text = "a\n" * 12
    shown = show(one(text, (0, 1), related=tuple((2 * n, 2 * n + 1, "again") for n in range(1, 12))))
    assert "Also lines 2, 3, 4, 5, 6, 7 and 5 more: again\n" in shown


@pytest.mark.parametrize(
    ("severity", "fail_on", "sentence"),
    [
        (Severity.ERROR, None, "Fix the error before publishing"),
        (Severity.WARNING, Severity.WARNING, "Fix the warning before publishing"),
        (Severity.WARNING, Severity.ERROR, "Nothing here blocks publication; look at the warnings."),
        (Severity.ADVICE, Severity.ERROR, "Nothing here blocks publication; consider the advice."),
        (Severity.ADVICE, Severity.ADVICE, "Follow the advice before publishing"),
    ],
)
def test_the_last_line_depends_on_what_fails_the_run(
    one: One, severity: Severity, fail_on: Severity | None, sentence: str
) -> None:
    assert show(one("abc", (0, 1), severity=severity), fail_on=fail_on).splitlines()[-1].startswith(sentence)


def test_an_incomplete_verdict_is_never_called_clean(empty_report: Report) -> None:
    unread = empty_report._replace(unreadable=("b.md: the file cannot be read (Permission denied).",))
    assert show(unread).splitlines()[-2:] == [
        "Nothing in 1 file; 1 file could not be read.",
        "Some files could not be read, so the result is incomplete. Check their names and permissions.",
    ]
    crashed = empty_report._replace(files=(FileReport("a.md", crashed=("clarity/cliche",)),))
    assert "newslint crashed" in advise(crashed, Severity.ERROR)


@pytest.mark.parametrize("format", ["gitlab", "xml"])
def test_a_format_that_does_not_exist_is_refused_with_those_that_do(report: Report, format: str) -> None:
    with pytest.raises(UsageError, match="Use one of text, concise, json, jsonl, sarif, github"):
        render(report, format, colour=False, width=80, quiet=False, statistics=False, fail_on=None)
