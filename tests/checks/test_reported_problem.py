"""Problems of the reader and of the parser are passed on, each once."""

from __future__ import annotations

from datetime import date

from newslint.assembly import parse
from newslint.checks.characters import reported_problem
from newslint.contract import Scene
from newslint.source import Problem, decode
from newslint.spans import Span
from newslint.today import Today

_SCENE = Scene(Today(date(2026, 1, 15)))


def test_bytes_that_do_not_fit_are_located() -> None:
    article = parse(decode("Ana Roe paid £5.\n".encode("cp1252"), "a.txt"))
    (finding,) = reported_problem(article, _SCENE, kind="charset-mismatch")
    assert article.source.slice(finding.span) == "£"


def test_one_finding_can_stand_for_all() -> None:
    problems = (
        Problem("nul-byte", Span(4, 5), "second"),
        Problem("nul-byte", Span(0, 1), "first"),
        Problem("other", Span(1, 2), "x"),
    )
    article = parse(decode(b"abcdef\n", "a.txt"))._replace(problems=problems)
    (finding,) = reported_problem(article, _SCENE, kind="nul-byte", together=True)
    assert finding.values["problem"] == "first"
    assert [place.span for place in finding.related] == [Span(4, 5)]
    assert len(list(reported_problem(article, _SCENE, kind="nul-byte"))) == 2
