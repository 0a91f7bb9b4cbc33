"""What counts as an ambiguous pattern: a table, and the steps of a small engine that goes back as `re` does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.rules import automata
from newslint.rules.ambiguity import find_ambiguity
from newslint.rules.automata import TooLargeError, is_available

pytestmark = pytest.mark.skipif(not is_available(), reason="this interpreter's parser cannot be asked")

EXPONENTIAL = [
    r"(\w+\s?)*",
    r"(\w+\s?)*!!",
    r"(a*)*b",
    r"(a+)+b",
    r"(a|a)*b",
    r"(a|ab|b)*c",
    r"(?:a?a?)*b",
    r"(?:x(?:a?)*)*y",
    r"(?:x(?:a?|b?))*y",
    r"(?:[ \t]*(?:\r\n|\n|\r))*x",
    r"(?:\s*,?)*;",
    r"(?:\s*+,?)*;",
    r"(?:ab|a[bc]x?)*d",
    r"(?i)(?:ab|AC|aB)*d",
    r"(?:\wx|éx)*!",
    r"(?:.|\n|a)*b",
    r"(?:\w{1,30}\s?){1,30}!",
    r"(?:(?:ab|a|b)c?)*d",
    r"x(?=(?:a|a)*b)",
    r"(?>(?:a|aa)+c)b",
    r"(?:a*+a)*b|(?:b|b)*c",
    r"([ab])(?:\1|a)*c",
]
POLYNOMIAL = [
    r"\s*\s*x",
    r"\w+\d+x",
    r".*,.*x",
    r"[a-z]+[a-f]*;",
    r"(?:\w+\s?){0,3}!",
    r"a*b?a*c",
    r"\w*(?=\w*!);",
    r"(?s).*x.*y",
    r"(?i)a+A+b",
    r"[^,]*[^;]*x",
]
SEARCH = [
    r"\s+$",
    r"[ \t]+\n",
    r"\w+@",
    r"\b[\w-]+:",
    r"<!--.*?-->",
    r"(?m)^\s*x",
    r"a[^b]*b",
    r"\w(?=\w*@)",
    r"(?:a|b)+c",
    r"\s++$",
]
FINE = [
    r"\s+",
    r"\s*\s*",
    r"\w+",
    r"a*",
    r"\b\w+@",
    r"(?<!\w)\w+@",
    r"^\s+$",
    r"(?<!\s)\s+$",
    r"<[^<>]*>",
    r"(?<![ \t])[ \t]+\n",
    r"(?:a|b)*",
    r"^(?:\w+,)*+x",
    r"^(?:\d|[0-9])*x",
    r"^(?:[ \t]*+(?:\r\n|\n|\r))*+x",
    r"^(?:\w+\s)*x",
    r"^\s*+\s*x",
    r"^(?:(?!-->).)*-->",
    r"^(?>(?:a|aa)+)b",
    r"^\w+(?:['’]\w+)*$",
    r"\d{1,3}(?:,\d{3}){0,4}x",
    r"(?m)^[ \t]*x",
    r"^(?:\w+\b\W+)*x",
    r"(?:\w{1,3}\s?){1,3}!",
    r"^[^,]*,[^,]*x",
    r"(['\"])[^'\"]*\1",
    r"(?!)(?:a|b)",
]


@pytest.mark.parametrize("text", EXPONENTIAL)
def test_two_ways_through_a_repetition_are_exponential(text: str) -> None:
    found = find_ambiguity(text)
    assert found is not None
    assert found.kind == "exponential"


@pytest.mark.parametrize("text", POLYNOMIAL)
def test_two_repetitions_that_share_a_text_are_polynomial(text: str) -> None:
    found = find_ambiguity(text)
    assert found is not None
    assert found.kind == "polynomial"


@pytest.mark.parametrize("text", SEARCH)
def test_a_search_that_can_begin_inside_its_repetition_is_reported_as_such(text: str) -> None:
    found = find_ambiguity(text)
    assert found is not None
    assert found.kind == "search"
    assert find_ambiguity(text, is_searched=False) is None


@pytest.mark.parametrize("text", FINE)
def test_what_can_be_read_in_one_way_is_fine(text: str) -> None:
    assert find_ambiguity(text) is None


def test_a_pattern_that_has_to_reach_the_end_can_fail_there() -> None:
    assert find_ambiguity(r"\s*\s*", is_searched=False) is None
    found = find_ambiguity(r"\s*\s*", is_searched=False, is_whole=True)
    assert found is not None
    assert found.kind == "polynomial"


def test_flags_count() -> None:
    assert find_ambiguity(r"^a+A+b") is None
    assert find_ambiguity(r"^a+A+b", re.IGNORECASE) is not None
    assert find_ambiguity(r"^.*\n.*x") is None
    assert find_ambiguity(r"^.*\n.*x", re.DOTALL) is not None
    assert find_ambiguity(r"^\w+é+x", re.ASCII) is None
    assert find_ambiguity(r"^\w+é+x") is not None


def test_bytes_are_read_too() -> None:
    assert find_ambiguity(rb"<meta[^>]{0,200}?>") is None
    found = find_ambiguity(rb"^\s*\s*x")
    assert found is not None
    assert found.kind == "polynomial"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (r"\bfoo(?:\w+\s?)*!!", r"(?:\w+\s?)*"),
        (r"one|two (three|(?:a|a)*) four", r"(?:a|a)*"),
        (r"[()]x(b+)+\)", r"(b+)+"),
        (r"^first (?P<x>\s*\s*y) last", r"\s*\s*y"),
    ],
)
def test_the_part_that_is_to_blame_is_named(text: str, part: str) -> None:
    found = find_ambiguity(text)
    assert found is not None
    assert found.part == part


def test_a_pattern_that_does_not_compile_is_no_ambiguity() -> None:
    with pytest.raises(re.error):
        find_ambiguity("(")


def test_a_pattern_with_too_many_places_is_not_judged() -> None:
    with pytest.raises(TooLargeError):
        find_ambiguity(f"(?:{'|'.join(f'{number:06}' for number in range(2000))})+")


def test_a_pattern_without_repetitions_is_never_too_large() -> None:
    assert find_ambiguity("|".join(f"{number:06}" for number in range(2000))) is None
    with pytest.raises(re.error):
        find_ambiguity("(a")


def test_without_the_parser_of_re_nothing_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(automata, "_parser", None)
    assert not is_available()
    assert find_ambiguity(r"(a*)*b") is None


# A small engine that goes back as `re` does and counts its steps. A node takes the text, a place, and what to try next.

_MOST = 8000
Node = tuple[Any, ...]


class _TooManyError(Exception):
    pass


def _characters(node: Node) -> str | None:
    """Return the characters of a node that is one place: for `re`, alternatives of single characters are one set.

    Of two that are the same it makes what they have in common, and then two ways to go on.
    """
    kind, *parts = node
    if kind == "one":
        return str(parts[0])
    sets = [_characters(part) for part in parts] if kind == "any" else [None]
    return None if None in sets or len({*sets}) == 1 else "".join(filter(None, sets))


class _Engine:
    def __init__(self, text: str) -> None:
        self.text = text
        self.steps = 0

    def matches(self, node: Node) -> bool:
        return any(end == len(self.text) for end in self.ends(node, 0))

    def ends(self, node: Node, at: int) -> Iterator[int]:
        """Yield where a node can end, in the order in which an engine tries it."""
        self.steps += 1
        if self.steps > _MOST:
            raise _TooManyError
        kind, *parts = node
        if (characters := _characters(node)) is not None:
            if self.text[at : at + 1] in characters and at < len(self.text):
                yield at + 1
        elif kind == "all":
            yield from self._all(parts, at)
        elif kind == "any":
            for part in parts:
                yield from self.ends(part, at)
        elif kind == "maybe":
            yield from self.ends(parts[0], at)
            yield at
        elif kind == "keep":
            for end in self.ends(parts[0], at):
                yield end
                return
        else:
            yield from self._star(parts[0], at)

    def _all(self, parts: list[Node], at: int) -> Iterator[int]:
        if not parts:
            yield at
            return
        for end in self.ends(parts[0], at):
            yield from self._all(parts[1:], end)

    def _star(self, part: Node, at: int) -> Iterator[int]:
        for end in self.ends(part, at):
            if end == at:
                yield end
            else:
                yield from self._star(part, end)
        yield at


_WRITTEN: dict[str, Callable[..., str]] = {
    "one": lambda characters: f"[{characters}]",
    "all": lambda *parts: "".join(map(_write, parts)),
    "any": lambda *parts: f"(?:{'|'.join(map(_write, parts))})",
    "maybe": lambda part: f"(?:{_write(part)})?",
    "keep": lambda part: f"(?>{_write(part)})",
    "star": lambda part: f"(?:{_write(part)})*",
}


def _write(node: Node) -> str:
    kind, *parts = node
    return _WRITTEN[kind](*parts)


def _nodes(*kinds: str) -> st.SearchStrategy[Node]:
    def larger(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        pairs = (st.tuples(st.just(kind), inner, inner) for kind in ("all", "any"))
        return st.one_of(*pairs, *(st.tuples(st.just(kind), inner) for kind in kinds))

    return st.recursive(st.sampled_from([("one", "a"), ("one", "b"), ("one", "ab")]), larger, max_leaves=5)


PLAIN = _nodes("maybe", "star", "star")
NODES = _nodes("maybe", "keep", "star", "star")
_WORDS = ["".join(word) for length in (1, 2, 3) for word in product("ab", repeat=length)]


def _steps(node: Node, text: str) -> int:
    engine = _Engine(text)
    try:
        engine.matches(node)
    except _TooManyError:
        return _MOST
    return engine.steps


@settings(max_examples=60, deadline=None)
@given(NODES, st.text("ab", max_size=2), st.text("ab!", max_size=2))
def test_what_is_let_through_takes_steps_in_proportion_to_its_text(node: Node, begin: str, end: str) -> None:
    if find_ambiguity(_write(node), is_searched=False, is_whole=True) is not None:
        return
    for word in _WORDS:
        few, many = (_steps(node, begin + word * count + end) for count in (12, 24))
        assert many < 2.6 * few + 60, (_write(node), begin, word, end)


@settings(max_examples=100, deadline=None)
@given(PLAIN)
def test_what_is_called_exponential_takes_far_more_steps_on_some_text(node: Node) -> None:
    found = find_ambiguity(_write(node), is_searched=False, is_whole=True)
    if found is None or found.kind != "exponential":
        return
    words = [*_WORDS, *("".join(word) for word in product("ab", repeat=4))]
    begins = ["", *_WORDS]
    assert any(
        _steps(node, begin + word * 16 + "!") > 16 * _steps(node, begin + word * 8 + "!")
        or _steps(node, begin + word * 16 + "!") == _MOST
        for word in words
        for begin in begins
    ), _write(node)


@settings(max_examples=100, deadline=None)
@given(NODES)
def test_what_is_wrong_at_one_place_is_wrong_where_more_is_asked(node: Node) -> None:
    text = _write(node) + "c"
    if find_ambiguity(text, is_searched=False) is not None:
        assert find_ambiguity(text) is not None
        assert find_ambiguity(text, is_searched=False, is_whole=True) is not None


@settings(max_examples=200, deadline=None)
@given(NODES, st.text("ab", max_size=6))
def test_the_small_engine_reads_as_re_does(node: Node, text: str) -> None:
    assert _Engine(text).matches(node) == (re.fullmatch(_write(node), text) is not None)
