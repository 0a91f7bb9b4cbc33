"""A suppression covers its block from the first character to the last, and nothing of the blocks around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from newslint.article import Article, Block, Comment, Prose
from newslint.assembly import ParseOptions, parse
from newslint.diagnostics import Diagnostic, FileReport, Severity
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source
from newslint.spans import Span
from newslint.suppressions import apply
from newslint.today import Today

TODAY = date(2026, 11, 22)
# A house rule that reports a word wherever it stands, in quotations and tables too.
RULE = r"""
title: A word that marks a place
severity: warning
profiles: [all]
check: patterns
options: {patterns: ['\bMARK\w*'], judge_quoted: true}
message: “{text}” stands here.
rationale: For tests.
remedy: Take it out.
limits: None.
sources: [{title: House rule, status: house}]
examples:
  bad: [{text: "The ⟦MARK⟧ is here."}, {text: "There is a ⟦MARK⟧, too."}]
  good: [{text: "Nothing is here."}, {text: "There is nothing, either."}]
"""
SUPPRESSION = "<!-- newslint: ignore[own/mark] reason: a test -->"
FORMATS = {"md": "markdown", "html": "html", "txt": "text"}
Judge = Callable[[str, str], FileReport]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """Return a function that judges a text in a format by the house rule and the rules on suppressions."""
    home = tmp_path_factory.mktemp("site")
    (home / "house" / "own").mkdir(parents=True)
    (home / "house" / "own" / "mark.yaml").write_text(RULE, encoding="utf-8")
    config = home / "newslint.yaml"
    config.write_text("rule_folders: [house]\nper_file_ignores: {'excused.*': [own/mark]}\n", encoding="utf-8")
    linter = Linter(load_settings(config), RunOptions(TODAY, select=("own/mark", "suppressions")))
    return lambda text, suffix, name="a": linter.lint(Source(f"{name}.{suffix}", text, FORMATS[suffix]))  # type: ignore[misc]


def marks(report: FileReport) -> list[str]:
    return [entry.excerpt for entry in report.diagnostics if entry.rule == "own/mark"]


def faults(report: FileReport) -> list[str]:
    return [entry.rule for entry in report.diagnostics if entry.rule != "own/mark"]


def check_cover(judge: Judge, text: str, suffix: str, covered: list[str]) -> None:
    """Assert that the suppression in a text suppressions the given marks and no others, and that it is of use."""
    plain = marks(judge(text.replace(SUPPRESSION, "<!-- a note on it, and no more of it than that -->"), suffix))
    report = judge(text, suffix)
    assert set(covered) <= set(plain)
    assert marks(report) == [mark for mark in plain if mark not in covered]
    assert (faults(report), report.suppressed) == ([], len(covered))


def block(number: int) -> str:
    """Return the text of a block whose first word and last word are reported."""
    return f"MARK{number}a stands before what is between and after it MARK{number}b"


PAIRS = {number: [f"MARK{number}a", f"MARK{number}b"] for number in range(1, 5)}


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize(
    ("suffix", "shape", "before", "opening", "closing"),
    [
        ("md", "{}\n\n", "{}\n\n", "", ""),
        ("md", "## {}\n\n", "{}\n\n", "", ""),
        ("md", "- {}\n", "{}\n", "", ""),
        ("md", "1. {}\n", "{}\n", "", ""),
        ("md", "  - {}\n", "  {}\n", "- The first\n", ""),
        ("md", "> {}\n>\n", "> {}\n>\n", "> The first\n>\n", ""),
        ("md", "> - {}\n", "> {}\n", "", ""),
        ("html", "<p>{}</p>\n", "{}\n", "", ""),
        ("html", "<h2>{}</h2>\n", "{}\n", "", ""),
        ("html", "<li>{}</li>\n", "{}\n", "<ul>\n", "</ul>\n"),
        ("html", "<li>{}</li>\n", "{}\n", "<ul><li>The first\n<ul>\n", "</ul></li></ul>\n"),
        ("html", "<p>{}</p>\n", "{}\n", "<blockquote>\n", "</blockquote>\n"),
        ("html", "<tr><td>{}</td></tr>\n", "{}\n", "<table>\n", "</table>\n"),
        ("html", "<figure><img src=a.png><figcaption>{}</figcaption></figure>\n", "{}\n", "", ""),
        ("html", "<div>{}</div>\n", "<div>{}</div>\n", "<article>\n", "</article>\n"),
    ],
    ids=str,
)
def test_a_suppression_of_its_own_covers_the_whole_next_block_and_no_other(
    judge: Judge, suffix: str, shape: str, before: str, opening: str, closing: str, at: int
) -> None:
    blocks = [shape.format(block(number)) for number in (1, 2, 3)]
    blocks.insert(at - 1, before.format(SUPPRESSION))
    start = "# T\n\n" if suffix == "md" else "<html><body><h1>T</h1>\n"
    check_cover(judge, f"{start}{opening}{''.join(blocks)}{closing}", suffix, PAIRS[at])


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        ("html", f"<h1>T</h1><p>{block(1)}</p>\n<p>{{}}{block(2)}\nand {block(3)}</p>\n<p>{block(4)}</p>\n"),
        ("html", f"<h1>T</h1><p>{block(1)}</p>\n<p>{block(2)}\n{{}}\nand {block(3)}</p>\n<p>{block(4)}</p>\n"),
    ],
)
def test_a_suppression_on_a_line_of_its_own_within_a_block_covers_all_of_it(
    judge: Judge, suffix: str, text: str
) -> None:
    check_cover(judge, text.format(SUPPRESSION), suffix, [*PAIRS[2], *PAIRS[3]])


def test_a_suppression_on_a_line_of_its_own_parts_a_paragraph_of_markdown(judge: Judge) -> None:
    check_cover(
        judge, f"# T\n\n{block(1)}\n{SUPPRESSION}\n{block(2)}\n{block(3)}\n\n{block(4)}\n", "md", [*PAIRS[2], *PAIRS[3]]
    )


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        ("md", f"# T\n\n{block(1)}\n{block(2)} {{}}\n{block(3)}\n\n{block(4)}\n"),
        ("md", f"# T\n\n- {block(1)}\n- {block(2)} {{}}\n- {block(3)}\n"),
        ("md", f"# T\n\n> {block(1)}\n> {block(2)} {{}}\n> {block(3)}\n"),
        ("md", f"# T\n\n| a |\n|---|\n| {block(1)} |\n| {block(2)} {{}} |\n| {block(3)} |\n"),
        ("md", f"## {block(1)}\n## {block(2)} {{}}\n## {block(3)}\n"),
        ("html", f"<p>{block(1)}\n{block(2)} {{}}\n{block(3)}</p>\n<p>{block(4)}</p>\n"),
        ("html", f"<table><tr><td>{block(1)}\n<tr><td>{block(2)}</td></tr>{{}}\n<tr><td>{block(3)}</table>\n"),
        ("html", f"<p>{block(1)}</p>\n<b>x</b> {{}} <p>{block(2)}</p>\n<p>{block(3)}</p>\n"),
    ],
)
def test_a_suppression_behind_text_covers_its_line_alone(judge: Judge, suffix: str, text: str) -> None:
    check_cover(judge, text.format(SUPPRESSION), suffix, PAIRS[2])


def test_a_suppression_of_two_lines_behind_text_covers_both(judge: Judge) -> None:
    suppression = SUPPRESSION.replace(" reason", "\nreason")
    report = judge(f"# T\n\n{block(1)}\n{block(2)} {suppression} {block(3)}\n{block(4)}\n", "md")
    assert (marks(report), faults(report)) == ([*PAIRS[1], *PAIRS[4]], [])


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_a_suppression_that_no_block_follows_covers_nothing(judge: Judge, suffix: str) -> None:
    text = f"# T\n\n{block(1)}\n\n{SUPPRESSION}\n" if suffix == "md" else f"<p>{block(1)}</p>\n{SUPPRESSION}\n"
    report = judge(text, suffix)
    assert (marks(report), faults(report), report.suppressed) == (PAIRS[1], ["suppressions/unused"], 0)


FILE_WIDE = SUPPRESSION.replace("ignore[", "ignore-file[")


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        ("md", f"{FILE_WIDE}\n\n# {block(1)}\n\n{block(2)}\n\n> {block(3)}\n"),
        ("md", f"# {block(1)}\n\n{block(2)}\n\n> {block(3)}\n\n{FILE_WIDE}"),
        ("md", f"# {block(1)}\n\n{block(2)} {FILE_WIDE}\n\n| a |\n|---|\n| {block(3)} |\n"),
        ("html", f"{FILE_WIDE}<h1>{block(1)}</h1><p>{block(2)}</p><ul><li>{block(3)}</ul>"),
        ("html", f"<h1>{block(1)}</h1><p>{block(2)}</p><ul><li>{block(3)}</ul>{FILE_WIDE}"),
        ("md", f"---\nnewslint: {{ignore: {{rule: own/mark, reason: x}}}}\n---\n# {block(1)}\n{block(2)}\n{block(3)}"),
        ("md", f"---\nnewslint: {{ignore: [{{rule: own, reason: x}}]}}\n---\n\n# {block(1)}\n\n{block(2)}\n{block(3)}"),
        ("md", f'+++\n[[newslint.ignore]]\nrule = "own/mark"\nreason = "x"\n+++\n{block(1)}\n{block(2)}\n{block(3)}'),
    ],
)  # fmt: skip
def test_a_suppression_for_the_file_covers_all_from_the_first_word_to_the_last(
    judge: Judge, suffix: str, text: str
) -> None:
    report = judge(text, suffix)
    assert (marks(report), faults(report), report.suppressed) == ([], [], 6)


@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_a_configuration_suppresses_in_every_format_and_a_plain_text_has_no_suppressions(
    judge: Judge, suffix: str
) -> None:
    text = f"{SUPPRESSION}\n\n{block(1)}\n\n{block(2)}\n"
    if suffix == "txt":
        assert marks(judge(text, suffix)) == [*PAIRS[1], *PAIRS[2]]
    report = judge(text.replace(SUPPRESSION, ""), suffix, name="excused")  # type: ignore[call-arg]
    assert (marks(report), report.suppressed) == ([], 4)


@pytest.mark.parametrize(
    ("first", "last", "is_covered"),
    [
        (-2, -1, False),
        (-1, 0, False),
        (-1, 1, True),
        (0, 0, True),
        (0, 1, True),
        (3, 3, True),
        (5, 6, True),
        (6, 6, False),
        (6, 7, False),
        (7, 7, False),
        (5, 9, True),
        (-2, 9, True),
        (-1, -1, False),
    ],
)
def test_what_shares_a_character_with_the_covered_block_is_covered(first: int, last: int, is_covered: bool) -> None:
    """The offsets count from the first character of a block of six; two that are equal are a place between."""
    text = f"Before it.\n\n{SUPPRESSION}\n\nSix in\n\nAfter it.\n"
    article = parse(Source("a.md", text, "markdown"), ParseOptions())
    start = text.index("Six in")
    place = article.source.position
    found = Diagnostic("own/mark", Severity.WARNING, "a.md", "news", "…", place(start + first), place(start + last), "")
    outcome = apply(article, [found], ["own/mark"], ["own/mark"], Today(TODAY))
    assert (outcome.kept, outcome.suppressed) == (([], 1) if is_covered else ([found], 0))
    assert [fault.kind for fault in outcome.faults] == ([] if is_covered else ["unused"])


@pytest.mark.parametrize(
    ("comment", "covers"),
    [
        ((10, 20), "inside"),  # the block's first characters
        ((20, 29), "inside"),
        ((20, 30), "inside"),  # the block's last characters
        ((10, 30), "after"),  # all of the block
        ((20, 31), "after"),  # reaches beyond the block
        ((30, 40), "after"),  # right behind the block
        ((31, 40), "after"),
        ((0, 10), "inside"),  # right before the block
    ],
)
def test_a_comment_within_a_block_covers_that_block(comment: tuple[int, int], covers: str) -> None:
    """Whatever parsers make of a comment: the model's blocks and comments alone decide."""
    lines = ["\n"] * 60
    source = Source("a.mdx", "".join(lines), "markdown")
    spans = {"inside": Span(10, 30), "after": Span(50, 60)}
    blocks = tuple(Block("paragraph", span, Prose("", [])) for span in spans.values())
    said = Comment("newslint: ignore[own/mark] reason: a test", Span(*comment))
    article = Article(source, blocks, comments=(said,))
    place = source.position
    for name, span in spans.items():
        found = Diagnostic("own/mark", Severity.WARNING, "a.mdx", "news", "…", place(span.start), place(span.end), "")
        assert apply(article, [found], ["own/mark"], ["own/mark"], Today(TODAY)).suppressed == (name == covers), name


def test_a_comment_that_begins_its_line_does_not_cover_the_line_alone() -> None:
    text = "{/* newslint: ignore[own/mark] reason: a test */} One\ntwo.\n"
    source = Source("a.mdx", text, "markdown")
    blocks = (Block("paragraph", Span(text.index("One"), len(text) - 1), Prose("", [])),)
    said = Comment(" newslint: ignore[own/mark] reason: a test ", Span(0, text.index(" One")))
    place = source.position
    found = Diagnostic(
        "own/mark", Severity.WARNING, "a.mdx", "news", "…", place(text.index("two")), place(text.index(".\n")), ""
    )
    article = Article(source, blocks, comments=(said,))
    assert apply(article, [found], ["own/mark"], ["own/mark"], Today(TODAY)).suppressed == 1


def test_a_cover_within_a_cover_shortens_neither(judge: Judge) -> None:
    lines = f"{block(1)}\n{block(2)} {SUPPRESSION}\n{block(3)}"
    report = judge(f"<h1>T</h1>\n{SUPPRESSION}\n<p>{lines}</p>\n<p>{block(4)}</p>\n", "html")
    assert (marks(report), faults(report), report.suppressed) == (PAIRS[4], [], 6)


@pytest.mark.parametrize(("day", "is_suppressed"), [("2026-11-21", False), ("2026-11-22", True), ("2026-11-23", True)])
@pytest.mark.parametrize("suffix", ["md", "html", "front matter"])
def test_a_date_is_the_last_day_of_a_suppression(judge: Judge, suffix: str, day: str, is_suppressed: bool) -> None:
    suppression = SUPPRESSION.replace(" -->", f" until: {day} -->")
    report = {
        "md": lambda: judge(f"{suppression}\n\n{block(1)}\n", "md"),
        "html": lambda: judge(f"{suppression}\n<p>{block(1)}</p>\n", "html"),
        "front matter": lambda: judge(
            f"---\nnewslint: {{ignore: [{{rule: own/mark, reason: x, until: {day}}}]}}\n---\n\n{block(1)}\n", "md"
        ),
    }[suffix]()
    assert marks(report) == ([] if is_suppressed else PAIRS[1])
    assert faults(report) == ([] if is_suppressed else ["suppressions/expired"])
