"""The ledger of precision: drawing is fair and repeatable, and the table counts what readers said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmarks.precision.draw import FIELDS, Found, draw, flagged, half_of, main, paths_in
from benchmarks.precision.table import Judged, agreement, calibrate, join, keep, read_judged, tabulate

from newslint.diagnostics import Diagnostic, Severity
from newslint.rules.precision import describe_precision, wilson
from newslint.source import Position

ARTICLE = "---\ntitle: Harbour to close\ndate: 2026-01-02\n---\n\nThe harbour closes on Monday, officials said.\n"


def found(rule: str, number: int, severity: Severity = Severity.WARNING) -> Found:
    place = Position(number, number, 1)
    words = "one two three four five six seven eight nine ten"
    return Found(f"{number}.md", Diagnostic(rule, severity, "x", "news", "Wrong.", place, place, words), "around")


def test_a_draw_takes_as_many_of_each_rule_and_severity_and_is_the_same_again() -> None:
    entries = [found("a/one", n) for n in range(50)] + [found("a/two", n) for n in range(3)]
    entries += [found("a/one", n, Severity.ERROR) for n in range(7)]
    drawn = draw(entries, 5, 0, random.Random(3))
    assert len(drawn) == 5 + 3 + 5
    assert drawn == draw(entries, 5, 0, random.Random(3))
    assert len(draw(entries, 0, 20, random.Random(3))) == 20
    assert len(draw(entries, 0, 0, random.Random(3))) == len(entries)


def test_halves_are_of_equal_size_and_depend_on_the_path_alone() -> None:
    halves = [half_of(f"articles/{number}.md") for number in range(1000)]
    assert 420 < halves.count("develop") < 580
    assert set(halves) == {"develop", "measure"}


def test_no_more_than_eight_words_of_an_article_are_kept() -> None:
    assert flagged(found("a/one", 1).diagnostic) == "one two three four five six seven eight"


def test_a_form_has_the_findings_of_a_folder_without_articles_that_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(ARTICLE, encoding="utf-8")
    form = tmp_path / "form.tsv"
    monkeypatch.setattr("sys.argv", ["draw", str(tmp_path), "--form", str(form)])
    assert main() == 0
    assert form.read_text(encoding="utf-8").splitlines()[0].split("\t") == list(FIELDS)
    assert paths_in([form]) == {"a.md", "b.md"}
    (tmp_path / "read.tsv").write_text("path\na.md\n", encoding="utf-8")
    monkeypatch.setattr(
        "sys.argv", ["draw", str(tmp_path), "--form", str(form), "--without", str(tmp_path / "read.tsv")]
    )
    assert main() == 0
    assert paths_in([form]) == {"b.md"}


def row(verdict: str, number: int = 1, reason: str = "because") -> dict[str, str]:
    return dict(zip(FIELDS, (f"{number}.md", "3", "a/one", "error", "words", "M.", "…", verdict, reason), strict=True))


def test_a_finding_is_useful_where_both_readers_say_so_and_wrong_where_one_does() -> None:
    first = [row(verdict, n) for n, verdict in enumerate(("useful", "useful", "trivial", "wrong"))]
    second = [row(verdict, n) for n, verdict in enumerate(("useful", "trivial", "trivial", "useful"))]
    judged = list(join(first, second))
    assert [entry.is_useful for entry in judged] == [True, False, False, False]
    assert [entry.is_wrong for entry in judged] == [False, False, False, True]
    assert agreement(judged)[0] == 0.5
    assert list(tabulate(judged))[2:] == [
        "| all | all | 4 | 1 | 1 | 25 % (5 % to 70 %) |",
        "| all | error | 4 | 1 | 1 | 25 % (5 % to 70 %) |",
        "| a/one | error | 4 | 1 | 1 | 25 % (5 % to 70 %) |",
    ]


@pytest.mark.parametrize("verdict", ["", "usefull"])
def test_a_verdict_that_is_missing_or_unknown_is_refused(verdict: str) -> None:
    with pytest.raises(ValueError, match=r"1\.md:3: a/one: the verdict"):
        list(join([row("useful")], [row(verdict)]))


def test_forms_of_different_findings_are_refused() -> None:
    with pytest.raises(ValueError, match="another finding"):
        list(join([row("useful", 1)], [row("useful", 2)]))


def test_a_ledger_keeps_both_verdicts(tmp_path: Path) -> None:
    judged = [Judged("a.md", "3", "a/one", "error", "words", "useful", "trivial", "no")]
    keep(judged, tmp_path / "ledger.tsv")
    assert read_judged([tmp_path / "ledger.tsv"]) == judged
    assert read_judged([tmp_path / "ledger.tsv"] * 2) == judged * 2


def test_a_reader_is_calibrated_by_useful_or_not(tmp_path: Path) -> None:
    form, known = tmp_path / "form.tsv", tmp_path / "known.tsv"
    form.write_text("path\tline\trule\tverdict\na\t1\tr\twrong\na\t2\tr\tuseful\nb\t1\tr\tuseful\n", encoding="utf-8")
    known.write_text("path\tline\trule\tverdict\na\t1\tr\ttrivial\na\t2\tr\twrong\n", encoding="utf-8")
    assert calibrate(form, known).startswith("1 of 2")


@pytest.mark.parametrize(("hits", "of"), [(0, 1), (1, 1), (0, 40), (40, 40), (13, 40), (0, 0)])
def test_an_interval_holds_the_share_and_stays_between_0_and_1(hits: int, of: int) -> None:
    low, high = wilson(hits, of)
    assert 0 <= low <= (hits / of if of else 0) <= high <= 1


def test_precision_is_told_in_words() -> None:
    assert describe_precision(None) == "Not measured."
    few = describe_precision({"judged": 19, "useful": 19, "wrong": 0, "on": "posts."})
    assert few == "Not measured: too few findings to say (19 judged on posts: 19 useful, 0 wrong)."
    many = describe_precision({"judged": 40, "useful": 30, "wrong": 2, "on": "posts"})
    assert many == "75 % useful (95 % interval 60 % to 86 %): 40 judged on posts: 30 useful, 2 wrong."
