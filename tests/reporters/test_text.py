"""The report that people read: every line of it, in a terminal of any width, whatever the article holds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from newslint.diagnostics import Card, Citation, Diagnostic, FileReport, Report, Severity
from newslint.errors import UsageError
from newslint.reporters import FORMATS, render
from newslint.reporters.display import text_width
from newslint.reporters.text import advise, describe_card
from newslint.source import Position

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
      Remedy: Add a date line.
      Source: House style

  warning  5:1  sourcing/weasel-attribution
      “Analysts” could be anyone. Name who said it.
     5 | Analysts say the ferry will stop.
       | ^^^^^^^^
      Also line 6: the same crowd
      Remedy: Name the person or the document.
      Source: Harbour Code of Ethics, Name your sources
        <https://ethics.example/code#names>

notes/a b.txt
  advice   5:1  clarity/weak-verb
      Say what they did.
     5 | Analysts say the ferry will stop.
       | ^^^^^^^^^^^^

Not evaluated in 1 file (plain text has no images): images/alt-missing and
  images/broken-image.

1 error, 1 warning and 1 piece of advice in 3 files; 1 suppressed.
1 can be fixed with `--fix --unsafe-fixes`.
Fix the error before publishing; `newslint explain RULE` has the details.
"""
    )


def test_a_clean_run_says_so_in_one_line(empty_report: Report) -> None:
    assert show(empty_report) == "Nothing to report.\n"
    assert show(empty_report, quiet=True) == ""
    assert "could not be read" in show(empty_report._replace(unreadable=("b: gone.",)), quiet=True)


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
    assert show(one("abc", (0, 1), severity=severity), 200, fail_on=fail_on).splitlines()[-1].startswith(sentence)


def test_an_incomplete_verdict_is_never_called_clean(empty_report: Report) -> None:
    unread = empty_report._replace(unreadable=("b.md: the file cannot be read (Permission denied).",))
    assert show(unread, 200).splitlines()[-2:] == [
        "Nothing in 1 file; 1 file could not be read.",
        "Some files could not be read, so the result is incomplete. Check their names and permissions.",
    ]
    crashed = empty_report._replace(files=(FileReport("a.md", crashed=("clarity/cliche",)),))
    assert "newslint crashed" in advise(crashed, Severity.ERROR)


@pytest.mark.parametrize("format", ["Gitlab", "xml"])
def test_a_format_that_does_not_exist_is_refused_with_those_that_do(report: Report, format: str) -> None:
    with pytest.raises(
        UsageError, match="Use one of text, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, markdown, csv"
    ):
        render(report, format, colour=False, width=80, quiet=False, statistics=False, fail_on=None)


def finding(rule: str, severity: Severity, line: int, message: str = "This is wrong.") -> Diagnostic:
    """Return a diagnostic at the beginning of a line."""
    place = Position(10 * line, line, 1)
    return Diagnostic(rule, severity, "a.md", "news", message, place, place, "", remedy=f"Mend {rule}.")


def report_of(*found: Diagnostic, **facts: object) -> Report:
    return Report((FileReport("a.md", found, **facts),), "sha256:ab", "2026-01-15")  # type: ignore[arg-type]


def heads(text: str) -> list[str]:
    """Return the first lines of the entries of a report."""
    return re.findall(r"^  (?:error|warning|advice) .*$", text, re.MULTILINE)


MIXED = (
    finding("x/early-advice", Severity.ADVICE, 1),
    finding("x/early-warning", Severity.WARNING, 2),
    finding("x/late-error", Severity.ERROR, 8),
    finding("x/late-warning", Severity.WARNING, 9),
)


@pytest.mark.parametrize(
    ("fail_on", "order"),
    [
        (Severity.ERROR, ["late-error", "early-advice", "early-warning", "late-warning"]),
        (None, ["late-error", "early-advice", "early-warning", "late-warning"]),
        (Severity.WARNING, ["late-error", "early-warning", "late-warning", "early-advice"]),
    ],
)
def test_what_must_be_fixed_comes_first_and_the_rest_follows_the_text(
    fail_on: Severity | None, order: list[str]
) -> None:
    shown = heads(show(report_of(*MIXED), fail_on=fail_on))
    assert [line.rpartition("/")[2] for line in shown] == order


@pytest.mark.parametrize("format", FORMATS)
def test_only_json_has_what_is_less_severe_than_was_asked_for(format: str) -> None:
    text = render(
        report_of(*MIXED),
        format,
        colour=False,
        width=80,
        quiet=False,
        statistics=False,
        fail_on=Severity.ERROR,
        least=Severity.WARNING,
    )
    assert "early-warning" in text
    assert ("early-advice" in text) is (format in ("json", "jsonl"))


def test_the_last_line_counts_what_is_left_out() -> None:
    text = show(report_of(*MIXED, MIXED[0]), 200, least=Severity.WARNING)
    assert text.splitlines()[-1].endswith("2 less severe findings are left out (`--min-severity advice`).")
    assert "left out" not in show(report_of(*MIXED), least=Severity.ADVICE)


def test_what_newslint_says_of_itself_is_never_left_out() -> None:
    notice = finding("internal/file-too-large", Severity.ADVICE, 1)
    assert "internal/file-too-large" in show(report_of(notice), least=Severity.ERROR)


def test_findings_of_one_rule_are_one_entry_with_its_places() -> None:
    again = [finding("x/crowd", Severity.WARNING, line, f"Who is {line}?") for line in (3, 5, 8)]
    shown = show(report_of(*again, finding("x/crowd", Severity.ERROR, 9)))
    assert heads(shown) == ["  error    9:1  x/crowd", "  warning  3:1  x/crowd  (3 places)"]
    assert "      5:1: Who is 5?\n      8:1: Who is 8?\n" in shown
    assert shown.count("Remedy:") == 1


def test_places_of_the_same_words_share_a_line_and_many_are_cut() -> None:
    same = [finding("x/crowd", Severity.WARNING, line) for line in range(1, 11)]
    assert "2:1, 3:1, 4:1, 5:1, 6:1, 7:1 and 3 more: the same\n" in show(report_of(*same))
    other = [finding("x/crowd", Severity.WARNING, line, f"Who is {line}?") for line in range(1, 13)]
    assert "      and at 8:1, 9:1, 10:1, 11:1 and 12:1\n" in show(report_of(*other))


def test_a_remedy_stands_once_for_each_rule_in_a_whole_report() -> None:
    files = tuple(FileReport(f"{name}.md", (MIXED[1], MIXED[2])) for name in "abc")
    shown = show(Report(files, "sha256:ab", "2026-01-15"))
    assert shown.count("Mend x/early-warning.") == shown.count("Mend x/late-error.") == 1


CARD = Card(412, 2, 14.0, 25, 46, 99, 1, 0, 3)


def test_the_card_says_which_measures_pass_their_targets() -> None:
    targets = {"grade": 13.5, "long_sentences": 20, "longest_sentence": 46, "longest_paragraph": 100}
    assert describe_card(CARD, targets) == (
        "412 words, 2 min; grade 14.0 (target 13.5); 25 % long sentences (target 20); "
        "longest sentence 46 words, paragraph 99; 1 quotation, 0 named sources, 3 links."
    )
    assert "grade" not in describe_card(CARD._replace(grade=None), targets)
    assert "target" not in describe_card(CARD, {})


def test_a_card_stands_below_the_file_and_is_left_out_when_quiet() -> None:
    report = report_of(MIXED[2], card=CARD)
    assert show(report, width=200).splitlines()[1].startswith("  412 words, 2 min;")
    assert "2 min;" not in show(report, quiet=True)


def test_words_of_html_are_shown_as_readers_see_them(one: One) -> None:
    report = one("<p>The <b>ferry</b> stops.</p>", (4, 20))
    found = report.diagnostics[0]._replace(frame="The ferry stops.", mark=(4, 9))
    shown = show(report._replace(files=(report.files[0]._replace(diagnostics=(found,)),)))
    assert carets(shown) == ("The ferry stops.", "    ^^^^^")


@pytest.mark.parametrize(
    ("status", "told"),
    [("verified", ""), ("house", ""), ("secondary", " (read second-hand)"), ("unverified", " (not read yet)")],
)
def test_a_source_that_was_not_read_says_so(one: One, status: str, told: str) -> None:
    source = Citation("Harbour Code", "clause 3", "https://code.example/", status)
    assert f"Source: Harbour Code, clause 3 <https://code.example/>{told}\n" in show(
        one("abc", (0, 1), sources=(source,))
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_but_for_words_that_are(report: Report, width: int) -> None:
    longest = max(len(word) for line in show(report, 200).splitlines() for word in line.split())
    for line in show(report, width).splitlines():
        head = line.startswith(("  error", "  warning", "  advice"))  # severity, place and rule are one line
        assert text_width(line) <= max(width, longest + 8, 60 if head else 0), line
