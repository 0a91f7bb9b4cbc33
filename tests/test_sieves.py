"""A sieve holds nothing back, reads no text in two ways that its pattern reads in one, and changes no answer."""

from __future__ import annotations

import random
import re
import string
import sys
import unicodedata
import warnings
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pattern_uses import all_patterns, uses

from newslint.patterns import sieving
from newslint.patterns.sieves import sieve_of
from newslint.rules.ambiguity import find_ambiguity
from newslint.rules.automata import is_available
from newslint.rules.folders import bundled, rule_files
from newslint.testing.cases import cases_of_rule

FLAGS = re.IGNORECASE
TRICKY = [
    r"\b(?:to come|to follow|[a-f]{2,4}x)\b",
    r"(?P<name>\w+) and (?P=name)",
    r"(?-i:[A-Z])\w* said",
    r"(?<!not )(?:see|the) (?!The\b)[^aeiou\s]+",
    r"(?>[a-c]+|x)b?",
    r"[^A-Zq]\W[À-ÿ]?",
    r"k(?:elvin|ilo)s?|straße|ſ",
    r"^(?:yes|no)\Z",
    r"a{2,3}?b*+c",
]
ALPHABET = string.ascii_letters + " .,’“”-0159éÉßſKİıµÀÿςΣ\n"


@cache
def _sieved() -> list[tuple[str, int, str, int]]:
    """Return some shipped patterns that have a sieve, with it: every one that minds case somewhere is among them."""
    asked = [(made.text, made.flags) for made in all_patterns() if isinstance(made.text, str)]
    mixed = {each for each in asked if "(?-i:" in each[0]}
    plain = random.Random(3).sample([each for each in asked if each[1] & FLAGS and each not in mixed], 200)
    return [(*each, *sieve) for each in (*mixed, *plain) if (sieve := sieve_of(*each))]


def _methods(text: str, flags: int) -> tuple[re.Pattern[str], dict[str, object]]:
    pattern, sieve = re.compile(text, flags), sieve_of(text, flags)
    assert sieve is not None
    return pattern, dict(sieving.methods(pattern, re.compile(*sieve)))


@pytest.mark.parametrize("text", [each for each in TRICKY if sieve_of(each, FLAGS)])
@given(st.data())
def test_a_sieved_pattern_answers_as_the_pattern(text: str, data: st.DataObject) -> None:
    pattern, methods = _methods(text, FLAGS)
    matching = st.from_regex(pattern, alphabet=ALPHABET)
    subject = data.draw(st.one_of(matching, st.text(ALPHABET), st.tuples(st.text(ALPHABET), matching).map("".join)))
    subject = data.draw(st.sampled_from([subject, subject.upper(), subject.swapcase(), subject.title()]))
    start = data.draw(st.integers(0, max(0, len(subject))))
    for name in ("finditer", "findall", "search"):
        expected, found = getattr(pattern, name)(subject, start), methods[name](subject, start)  # type: ignore[operator]
        if name == "finditer":
            assert [each.span() for each in found] == [each.span() for each in expected]
        elif name == "search":
            assert (found and found.span()) == (expected and expected.span())
        else:
            assert found == expected
    assert methods["sub"]("-", subject) == pattern.sub("-", subject)  # type: ignore[operator]


def test_no_sieve_is_made_where_it_could_hold_back_or_gain_nothing() -> None:
    assert sieve_of(r"(?!(?-i:The))\w+", FLAGS) is None
    assert sieve_of(r"(?-i:A)?+a", FLAGS) is None
    assert sieve_of(r"(?:(?-i:[A-Z])[a-z]+ )+x", FLAGS) is None
    assert sieve_of("words", 0) is None
    assert sieve_of(r"[\u4e00-\u9fff]x", FLAGS) is None
    assert sieve_of(r"\d+", FLAGS) is None


def test_texts_in_small_letters_compare_as_re_compares() -> None:
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if unicodedata.category(letter) in ("Cs", "Cn") or letter in sieving.EXOTIC:
            continue
        small = sieving.in_small_letters(letter)
        assert small is not None
        assert len(small) == 1
        if small != letter:
            assert re.fullmatch(re.escape(small), letter, FLAGS), hex(code)
        assert re.fullmatch(r"\w", letter, 0) is None or re.fullmatch(r"\w", small, 0)
    assert sieving.in_small_letters("İstanbul") is None


def test_long_texts_are_sieved_alike_and_not_kept() -> None:
    text = "A Word " * 20_000
    assert sieving.in_small_letters(text) == text.lower()


def test_most_shipped_patterns_that_ignore_case_have_a_sieve() -> None:
    assert len(_sieved()) > 200


def test_no_sieve_of_a_shipped_pattern_holds_back_what_the_rules_examples_show() -> None:
    folder, chance = bundled("rules"), random.Random(7)
    cases = [case for identity, path in rule_files(folder) for case in cases_of_rule(identity, path, folder)]
    texts = [line for case in cases for line in case.text.split("\n") if len(line) > 20]
    for text, flags, sieve, sieve_flags in _sieved():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pattern, passes = re.compile(text, flags), re.compile(sieve, sieve_flags)
        for each in chance.sample(texts, 40):
            small = sieving.in_small_letters(each)
            found = pattern.search(each)
            if small is not None and found is not None:
                first = passes.search(small)
                assert first is not None
                assert first.start() <= found.start()


@pytest.mark.skipif(not is_available(), reason="this interpreter's parser of regular expressions cannot be asked")
def test_a_sieve_that_lets_more_through_still_takes_linear_time() -> None:
    widened = [each for each in _sieved() if "(?-i:" in each[0]]
    own = {made.text: made for made in all_patterns()}
    for text, _, sieve, flags in widened:
        for use in uses(own[text]):
            found = find_ambiguity(sieve, flags, is_searched=use.is_searched, is_whole=use.is_whole)
            assert found is None, (text, found)
