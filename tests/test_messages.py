"""A message is filled with what an article says, and what an article says is never read as a template."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks import check_type_names, load_check_type
from newslint.diagnostics import fill, placeholders
from newslint.errors import RuleFileError
from newslint.rules.compiling import compile_rules
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode

# What a formatting function would look up, format, convert or refuse.
TEMPLATES = [
    "{x}",
    "{0}",
    "{}",
    "{around}",
    "{around.__class__}",
    "{around[0]}",
    "{around!r}",
    "{around:>300000000}",
    "{text:d}",
    "{{",
    "}}",
    "{",
    "}",
    "%s %(text)s %n",
    "$text ${text}",
    r"\1 \g<text>",
]
ARTICLE = """---
title: "The {word} of Tarrow"
author: Mara {word} Oduya
date: 2026-01-15
---

# The {word} of Tarrow

The mayor said: “Vote {word} or no, he said

She added a last {word} line” on Monday, last week, and at the end of the day it was {word}.

[{word}](#) and [here](#{word}), as experts say: “{word}.” See TK {word} and ![{word}]({word}.png).

## {word}

| Price | {word} |
| ----- | ------ |
| {word} | |

## {word}
"""


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_settings(None, keep=False), RunOptions(date(2026, 1, 16), profile="strict"))


@pytest.mark.parametrize("word", TEMPLATES)
@pytest.mark.parametrize("format", ["markdown", "html", "text"])
def test_braces_and_percents_in_an_article_stand_in_messages_as_they_were_written(
    word: str, format: str, linter: Linter
) -> None:
    text = ARTICLE.replace("{word}", word)
    if format == "html":
        text = "".join(f"<p>{paragraph}</p>\n" for paragraph in text.split("\n\n"))
    report = linter.lint(decode(text.encode(), "a", format))
    assert report.crashed == ()
    assert report.diagnostics
    # A width or a conversion that took effect would show as padding or quotation marks.
    assert all(len(found.message) < 1_000 for found in report.diagnostics)


@pytest.mark.parametrize("word", ["{yes or no", "{x}", "{0}", "{around.x}", "{around:>300000000}", "no}"])
def test_a_quotation_that_runs_on_is_told_in_its_own_words_whatever_braces_it_holds(word: str, linter: Linter) -> None:
    text = f"# Vote\n\nThe mayor told us: “Vote {word}, he said\n\nShe added a last line” on Monday.\n"
    report = linter.lint(decode(text.encode(), "a.md"))
    told = [found.message for found in report.diagnostics if found.rule == "quotes/unbalanced-quotes"]
    assert any(word[:10] in message for message in told)


@given(st.dictionaries(st.sampled_from(["a", "b", "long_name"]), st.text(), min_size=3), st.text())
def test_values_are_put_in_word_for_word_and_only_once(values: dict[str, str], other: str) -> None:
    plain = other.replace("{", "{{").replace("}", "}}")
    message = plain + "{a}" + plain + "{long_name}{b}{{a}}"
    assert fill(message, values) == other + values["a"] + other + values["long_name"] + values["b"] + "{a}"
    assert placeholders(message) == ("a", "long_name", "b")


def test_a_value_that_is_missing_is_an_error_and_an_unused_one_is_none() -> None:
    assert fill("{a}", {"a": 1, "b": 2}) == "1"
    with pytest.raises(KeyError, match="c"):
        fill("{c}", {"a": 1})


@pytest.mark.parametrize("name", check_type_names())
def test_own_messages_of_a_check_type_are_well_formed(name: str) -> None:
    check_type = load_check_type(name)
    for message in check_type.messages.values():
        placeholders(message)
    assert len(set(check_type.placeholders)) == len(check_type.placeholders)


RULE = """title: A
severity: error
profiles: [all]
check: phrases
options: {phrases: [foo]}
message: %s
rationale: r
remedy: m
sources: [{title: House, status: house}]
limits: l
examples: {bad: [{text: A ⟦foo⟧.}, {text: ⟦Foo⟧ b.}], good: [{text: A.}, {text: B.}]}
"""
MISTAKEN = {
    "{nosuch}": r"\. Known: \{phrase\}",
    "{phrases}": r"Did you mean `\{phrase\}`\?",
    "{phrase:d}": "is not a placeholder",
    "{phrase!z}": "is not a placeholder",
    "{phrase.upper}": "is not a placeholder",
    "{phrase[0]}": "is not a placeholder",
    "{}": "is not a placeholder",
    "{0}": "is not a placeholder",
    "{phrase": "is not a placeholder",
    "phrase}": "is not a placeholder",
    "{{phrase}": "is not a placeholder",
}


@pytest.mark.parametrize("message", MISTAKEN)
def test_a_placeholder_that_no_finding_fills_is_refused_when_the_rule_is_loaded(message: str, tmp_path: Path) -> None:
    path = tmp_path / "house" / "bad.yaml"
    path.parent.mkdir()
    path.write_text(RULE % f"'Say {message} here.'", encoding="utf-8")
    with pytest.raises(
        RuleFileError, match=rf"bad\.yaml:6: (?:unknown placeholder .*in )?`message`.*{MISTAKEN[message]}"
    ):
        compile_rules([tmp_path])


def test_doubled_braces_are_braces_in_a_message(tmp_path: Path) -> None:
    path = tmp_path / "house" / "good.yaml"
    path.parent.mkdir()
    path.write_text(RULE % "'Not {{{phrase}}} nor {{x}}.'", encoding="utf-8")
    message = compile_rules([tmp_path])["house/good"]["message"]
    assert fill(message, {"phrase": "foo"}) == "Not {foo} nor {x}."
