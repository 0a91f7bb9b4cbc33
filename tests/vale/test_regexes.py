"""Expressions of Vale match the same in Python."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.vale.classes import unicode_class
from newslint.vale.messages import message_of
from newslint.vale.regexes import UnknownSyntaxError, translate

MATCHES = [
    ("a(?i)b|c", ["aB", "C"], ["AB"]),
    ("(?i)a(?-i)b", ["Ab"], ["aB"]),
    (r"\p{Lu}\p{Ll}+", ["Zürich"], ["zürich"]),
    (r"[\p{Lu}\d]x", ["Éx", "7x"], ["éx"]),
    (r"\P{L}", ["7"], ["a"]),
    (r"[[:alpha:]]+[[:^digit:]]", ["ab"], ["12"]),
    ("[a-z-[aeiou]]", ["b"], ["e"]),
    ("(?<one>a)\\k<one>", ["aa"], ["ab"]),
    ("(?P<one>a)(?P=one)", ["aa"], ["ab"]),
    (r"(?<!:[^ ]+?):\s[A-Z]", ["note: A"], ["x:ab: A"]),
    ("(?<=foo|ba)x", ["foox", "bax"], ["fox"]),
    (r"(?<=a\s*)x", ["a   x", "ax"], ["bx"]),
    ("x{,3}", ["x{,3}"], ["xx"]),
    ("{a}", ["{a}"], ["a"]),
    (r"\x{2018}a", ["‘a"], ["'a"]),
    (r"a\z", ["a"], ["a\n"]),
    (r"a\Z", ["a\n"], ["a\n\n"]),
    (r"[\w-.]", ["-", "."], ["!"]),
    (r"[^\[\]]", ["a"], ["["]),
    (r"a\sb", ["a b", "a\nb"], ["a\u00a0b", "a\u200ab"]),
    (r"^\w\d$", ["a1"], ["é1", "a٣"]),
    (r"^\W\S\D$", ["éé٣"], ["aé٣"]),
    (r"^[\S-][^\W_]$", ["\u00a0a", "-7"], [" a", "a_"]),
    (r"\bé", ["un été"], ["café"]),
    ("a(?#why)b", ["ab"], ["a"]),
    (r"\Qa.b\E", ["a.b"], ["axb"]),
    (r"(?>a+)b", ["aab"], ["a"]),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "matching", "other"), MATCHES)
def test_an_expression_matches_the_same(expression: str, matching: list[str], other: list[str]) -> None:
    made = re.compile(translate(expression))
    assert all(made.search(text) for text in matching)
    assert not any(made.search(text) for text in other)


@pytest.mark.parametrize("expression", ["(a", "a)", "[a", r"\p{Klingon}", "(?@a)", "a\\"])
def test_what_is_no_expression_is_refused(expression: str) -> None:
    with pytest.raises((UnknownSyntaxError, re.error)):
        re.compile(translate(expression))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab(|)[]{}*+?.\\^$-:<!=pLidPQE'&~", max_size=14))
def test_any_text_is_translated_or_refused(text: str) -> None:
    try:
        translated = translate(text)
    except (UnknownSyntaxError, re.error):
        return
    assert isinstance(translated, str)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="abc .-'", min_size=1, max_size=12), st.text(alphabet="abc .-'", max_size=20))
def test_an_escaped_text_finds_itself(word: str, around: str) -> None:
    made = re.compile(translate(re.escape(word)))
    assert bool(made.search(around)) == (word in around)


def test_classes_are_those_of_unicode() -> None:
    assert unicode_class("Nope") is None
    members = unicode_class("Cyrillic")
    assert members is not None
    assert re.fullmatch(f"[{members}]+", "Дом")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Use '%s' instead of '%s'.", "Use '{value_1}' instead of '{value_2}'."),
        ("%[2]s, not %[1]s", "{value_2}, not {value_1}"),
        ("100 %% of {it}", "100 % of {{it}}"),
        ("Too long (%d).", "Too long ({value_1})."),
    ],
)
def test_values_of_messages_have_names(text: str, message: str) -> None:
    assert message_of(text) == message
