"""A pattern is left out for a text only if it cannot match there."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.rules.literals import LiteralIndex, fold, literals_of

LETTERS = "aAbBiIıİsSſkK\u212aςσΣßéÉ[]-. \n"
_LEAVES = st.one_of(
    st.text(LETTERS, min_size=1, max_size=3).map(re.escape),
    st.sampled_from(
        [r"\w", r"\s", ".", r"\b", "^", "$", "[ab]", "[a-c]", "[^a]", r"[iſ]", "(?=a)", "(?=ab|i)", "(?!b)", "(?<=s)"]
    ),
)


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(parts, min_size=1, max_size=3).map("".join),
        st.lists(parts, min_size=1, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
        st.tuples(parts, st.sampled_from(["?", "*", "+", "{2}", "{2,3}", "{0,2}", "+?", "?+"])).map(
            lambda each: f"(?:{each[0]}){each[1]}"
        ),
        parts.map(lambda part: f"({part})"),
        parts.map(lambda part: f"(?i:{part})"),
    )


@given(st.recursive(_LEAVES, _joined, max_leaves=8), st.text(LETTERS, max_size=12), st.booleans())
@example("kİ", "\u212ai̇", True)
@example("(?:a{3})b", "aaab", False)
def test_what_a_pattern_needs_is_in_every_text_that_it_matches(pattern: str, text: str, is_insensitive: bool) -> None:
    pattern = f"(?i){pattern}" if is_insensitive else pattern
    strings = literals_of(pattern)
    if strings and re.search(pattern, text):
        assert any(fold(string) in fold(text) for string in strings)
        possible = LiteralIndex({pattern: strings}).find(["", text])
        assert pattern not in possible.never
        assert possible.where[pattern] == ([0, 1] if "" in strings else [1])


def test_characters_that_are_taken_for_one_another_are_folded_to_one() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyzäéñß":
        same = re.compile(letter, re.IGNORECASE)
        for code in range(0x2200):
            if same.fullmatch(chr(code)):
                assert fold(letter) in fold(chr(code)), (letter, chr(code))


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\bTK\b", ["TK"]),
        (r"(?i)lorem ipsum", ["lorem ipsum"]),
        (r"\[(?:Add|Insert)\s", ["[Add", "[Insert"]),
        (r"colou?r", ["color", "colour"]),
        (r"X{4,}", ["XXXX"]),
        (r"(?i)X{4,}", ["xxxx"]),
        (r"(?i:To) NAME", ["to NAME"]),
        (r"\w+ said|told \w+", [" said", "told "]),
        (r"[xX]{1,4}:[xX]{1,4}", ["X:X", "X:x", "x:X", "x:x"]),
        (r"(?:ab)+, (?:cd|ef)+", ["ab, cd", "ab, ef"]),
        (r"\. (?=who|which)", [". which", ". who"]),
        (r"\w(?=\w*\?\?)", ["??"]),
        (r"\w(?!name)", []),
        (r"a+|b", []),
        (r"\d+", []),
        (r"(?:word)?", []),
        ("(", []),
    ],
)
def test_the_longest_strings_that_are_certain_are_found(pattern: str, strings: list[str]) -> None:
    assert list(literals_of(pattern)) == strings


def test_capitals_that_a_pattern_minds_must_be_in_the_text() -> None:
    index = LiteralIndex({pattern: literals_of(pattern) for pattern in (r"\bNAME\b", "(?i:to) NAME", "(?i)name")})
    possible = index.find(["a name", "TO NAME", "the NAME of ß", "nothing"])
    assert possible.where == {"(?i)name": [0, 1, 2], r"\bNAME\b": [1, 2], "(?i:to) NAME": [1]}
