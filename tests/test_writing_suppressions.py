"""A suppression that newslint writes holds the finding back, changes no copy, and stands in the format's own form."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from newslint.diagnostics import Diagnostic
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source, decode
from newslint.suppressions.writing import Judge, Wish, excuse

CLICHE = "At the end of the day the quay was closed."
RULE = "clarity/cliche"
REASON = "the words are the play's title"


@cache
def linter() -> Linter:
    return Linter(
        load_settings(None, keep=False),
        RunOptions(date(2026, 11, 27), select=(RULE, "headline", "hygiene", "suppressions")),
    )


def judge() -> Judge:
    return Judge(linter().parse, linter().lint)


def found_in(source: Source, rule: str = RULE) -> Diagnostic:
    return next(one for one in linter().lint(source).diagnostics if one.rule == rule)


def excused(text: str, name: str, reason: str = REASON, until: date | None = None, rule: str = RULE) -> str:
    """Return the text with the first finding of a rule excused, after looking that only that changed."""
    source = decode(text.encode(), name)
    article = linter().parse(source)
    edit = excuse(article, found_in(source, rule), Wish(rule, reason, until), judge())
    assert edit is not None
    after = source._replace(text=text[: edit.start] + edit.text + text[edit.end :])
    report = linter().lint(after)
    assert reason in [one.reason for one in report.excuses if one.held]
    assert [block.text for block in linter().parse(after).blocks] == [block.text for block in article.blocks]
    return after.text


@pytest.mark.parametrize(
    ("name", "before", "written"),
    [
        ("a.md", "The board met.\n\n", f"[//]: # (newslint: ignore[{RULE}] reason: {REASON})\n\n{CLICHE}"),
        ("a.mdx", "The board met.\n\n", f"{{/* newslint: ignore[{RULE}] reason: {REASON} */}}\n\n{CLICHE}"),
        ("a.txt", "The board met.\n\n", f"[newslint: ignore[{RULE}] reason: {REASON}]\n{CLICHE}"),
        ("a.html", "<h1>The board met</h1>\n<p>", f"<!-- newslint: ignore[{RULE}] reason: {REASON} -->{CLICHE}"),
    ],
)
def test_each_format_has_its_own_form(name: str, before: str, written: str) -> None:
    text = f"{before}{CLICHE}" + ("</p>\n" if name == "a.html" else "\n\nThe end.\n")
    got = excused(text, name)
    assert written in got or written.replace("-->", "-->\n<p>") in got.replace("<p><!--", "<!--")


@pytest.mark.parametrize(
    "comment",
    ["<!-- {} -->", "{{{{/* {} */}}}}", "{{# {} #}}", "{{% comment %}} {} {{% endcomment %}}"],
)
def test_an_article_keeps_the_form_that_it_has(comment: str) -> None:
    own = comment.format("newslint: ignore[hygiene/mojibake] reason: as it was sent")
    got = excused(f"{own}\n\nThe board met.\n\n{CLICHE}\n", "a.md")
    assert comment.format(f"newslint: ignore[{RULE}] reason: {REASON}") in got


def test_a_list_item_is_excused_by_itself() -> None:
    got = excused(f"It decided:\n\n- One thing.\n- {CLICHE}\n- Another thing.\n", "a.md")
    assert f"- {CLICHE} <!-- newslint: ignore[{RULE}] reason: {REASON} -->\n- Another" in got


def test_a_table_is_excused_as_a_whole() -> None:
    rule = "hygiene/tk-or-lorem"
    got = excused("It decided:\n\n| what | when |\n| --- | --- |\n| TK the quay | 2 May |\n", "a.md", rule=rule)
    assert f"newslint: ignore-list[{rule}]" in got.partition("| what")[0]


def test_a_paragraph_of_a_block_quotation_stays_in_it() -> None:
    got = excused("The song goes:\n\n> One line.\n>\n> The otherâ€™s line.\n", "a.md", rule="hygiene/mojibake")
    assert ">\n> <!-- newslint: ignore[hygiene/mojibake] reason:" in got


def test_a_finding_in_front_matter_is_excused_there() -> None:
    text = "---\ntitle: THE BOARD MET ON A QUAY TODAY\nauthor: Ana Lind\n---\n\nThe board met.\n"
    got = excused(text, "a.md", rule="headline/headline-shouting", until=date(2027, 1, 31))
    rule = "headline/headline-shouting"
    entry = f'newslint:\n  ignore:\n    - rule: {rule}\n      reason: "{REASON}"\n      until: 2027-01-31\n---\n'
    assert entry in got


@pytest.mark.parametrize("old", ["  profile: news\n", "  ignore:\n    - rule: clarity\n      reason: old\n"])
def test_front_matter_that_speaks_to_newslint_is_carried_on(old: str) -> None:
    text = f"---\ntitle: THE BOARD MET ON A QUAY TODAY\nnewslint:\n{old}---\n\n{CLICHE}\n"
    got = excused(text, "a.md", rule="headline/headline-shouting")
    assert got.startswith(text.partition("---\n\n")[0])
    assert got.count("newslint:") == 1


def test_line_ends_stay_what_they_are() -> None:
    got = excused(f"The board met.\r\n\r\n{CLICHE}\r\n", "a.md")
    assert got.count("\r\n") == got.count("\n") > 3


@pytest.mark.parametrize(
    "reason", ["twice (and more)", 'the "title" (of it)', "an end --> of it", "a \\ sign", "*/ and #} and %}"]
)
@pytest.mark.parametrize("name", ["a.md", "a.mdx", "a.html", "a.txt"])
def test_no_reason_breaks_out_of_its_comment(reason: str, name: str) -> None:
    text = f"<p>The board met.</p>\n<p>{CLICHE}</p>\n" if name == "a.html" else f"The board met.\n\n{CLICHE}\n"
    source = decode(text.encode(), name)
    article = linter().parse(source)
    edit = excuse(article, found_in(source), Wish(RULE, reason), judge())
    assert edit is not None
    after = source._replace(text=text[: edit.start] + edit.text + text[edit.end :])
    assert [block.text for block in linter().parse(after).blocks] == [block.text for block in article.blocks]
    assert RULE not in {one.rule for one in linter().lint(after).diagnostics}


def test_what_is_said_of_suppressions_cannot_be_excused() -> None:
    source = decode(f"<!-- newslint: ignore[{RULE}] -->\n\n{CLICHE}\n".encode(), "a.md")
    found = found_in(source, "suppressions/missing-reason")
    assert excuse(linter().parse(source), found, Wish(found.rule, REASON), judge()) is None
