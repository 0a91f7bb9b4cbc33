"""Regular expressions are compiled at first use, all are known, and none can read one text in two ways."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
import sys

import pytest
from benchmarks.pathologies import is_linear
from tests.pattern_uses import all_patterns, calls_of_re, name_of, uses

from newslint import patterns
from newslint.packing import module_names
from newslint.patterns import Made, pattern
from newslint.rules.ambiguity import find_ambiguity
from newslint.rules.automata import is_available

# Patterns that look ambiguous and are not, or whose texts are short, with the reason.
EXCEPTIONS = {
    "newslint.language.units.tokens:_token_pattern": "every word is a token: if one reading fails, a later one fits",
    "newslint.checks.names:_full_name": "what is looked at behind its first letter lets it begin at a word only",
}
# Functions of `re` that are called with a pattern all the same.
DIRECT = {
    "newslint.patterns.bytecode: compile": "the first use of a pattern",
    "newslint.rules.judging: compile": "a pattern of a house rule shows whether it compiles",
    "newslint.settings.ignore_lines: compile": "patterns of strangers are used at once and kept by nobody else",
    "newslint.checks.sourcing: compile": "made of an article's own word, which is escaped",
    "newslint.checks.variants: compile": "made of an article's own words, which are escaped",
    "newslint.checks.vale.expressions: compile": "the expressions of styles, which are kept there",
    "newslint.vale.regexes: compile": "an expression of a style shows whether it compiles",
    "newslint.testing.rendering: search": "made of a headline, which is escaped",
}


def test_a_pattern_is_compiled_when_it_is_first_asked() -> None:
    lazy = pattern("(")
    with pytest.raises(re.error):
        lazy.search("a")


def test_importing_every_module_compiles_nothing() -> None:
    script = (
        "import importlib, re, sys\n"
        "real, seen = re.compile, []\n"
        "def noting(*given):\n"
        "    seen.append(sys._getframe(1).f_globals['__name__'])\n"
        "    return real(*given)\n"
        "re.compile = noting\n"
        f"for name in {module_names()!r}:\n"
        "    importlib.import_module(name)\n"
        "print([name for name in seen if name.startswith('newslint')])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "flags", "subject"),
    [(r"(?P<word>\w+)\s*", 0, "two words"), (r"A+", re.IGNORECASE, "xaAx"), (r"^x$", re.MULTILINE | re.DOTALL, "y\nx")],
)
def test_a_pattern_answers_as_the_compiled_one(text: str, flags: int, subject: str) -> None:
    lazy, real = pattern(text, flags), re.compile(text, flags)
    assert [found.span() for found in lazy.finditer(subject)] == [found.span() for found in real.finditer(subject)]
    assert (lazy.pattern, lazy.flags, lazy.groups, lazy.groupindex) == (
        real.pattern,
        real.flags,
        real.groups,
        real.groupindex,
    )
    assert lazy.sub("-", subject) == real.sub("-", subject)
    assert lazy.split(subject) == real.split(subject)


def test_a_pattern_of_bytes_reads_bytes() -> None:
    found = pattern(rb"b+").search(b"abba")
    assert found is not None
    assert found.group() == b"bb"


def test_a_method_is_looked_up_once() -> None:
    lazy = pattern("a")
    lazy.search("a")
    assert lazy.search is lazy.search


@pytest.mark.parametrize("is_used", [False, True])
def test_a_pattern_can_be_copied_and_sent_to_another_process(is_used: bool) -> None:
    lazy = pattern("a+", re.IGNORECASE)
    if is_used:
        lazy.search("a")
    for other in (copy.copy(lazy), copy.deepcopy(lazy), pickle.loads(pickle.dumps(lazy))):
        assert other == lazy
        assert hash(other) == hash(lazy)
        assert other.findall("xAA") == ["AA"]


def test_an_attribute_that_patterns_lack_is_missing() -> None:
    assert not hasattr(pattern("a"), "no_such_thing")


def test_a_pattern_is_listed_with_its_module_and_line() -> None:
    with patterns.listening() as heard:
        pattern("one of its own kind", re.DOTALL)
        pattern("one of its own kind", re.DOTALL)
    assert [(made.text, made.flags, made.module) for made in heard] == [
        ("one of its own kind", int(re.DOTALL), __name__)
    ] * 2
    assert [made.text for made in patterns.made()].count("one of its own kind") == 1


def test_listening_can_be_nested() -> None:
    with patterns.listening() as outer:
        with patterns.listening() as inner:
            pattern("heard by both")
        pattern("heard by one")
    assert [made.text for made in outer] == ["heard by both", "heard by one"]
    assert [made.text for made in inner] == ["heard by both"]


def test_patterns_are_made_by_one_function() -> None:
    assert set(calls_of_re()) == set(DIRECT)


def _key(made: Made) -> str:
    return f"{made.module}:{name_of(made)}"


_ROOMS = (
    "checks.a",
    "checks.[b-m]",
    "checks.[n-t]",
    "checks.u",
    "language.[a-r]",
    "language",
    "formats",
    "newsroom",
    "assembly",
)


def _room_of(module: str) -> str:
    """Return the part of the code that a module is tested with; parts take a few seconds each."""
    return next((room for room in _ROOMS if re.match(room, module.removeprefix("newslint."))), "others")


@pytest.mark.skipif(not is_available(), reason="this interpreter's parser of regular expressions cannot be asked")
@pytest.mark.parametrize("room", [*_ROOMS, "others"])
def test_no_pattern_is_ambiguous(room: str) -> None:
    faults = [
        f"{_key(made)}: {found.kind}: {found.part}"
        for made in all_patterns()
        if _room_of(made.module) == room and _key(made) not in EXCEPTIONS
        for use in uses(made)
        if (found := find_ambiguity(made.text, made.flags, is_searched=use.is_searched, is_whole=use.is_whole))
    ]
    assert faults == []


@pytest.mark.skipif(not is_available(), reason="this interpreter's parser of regular expressions cannot be asked")
def test_exceptions_are_needed_and_none_is_exponential() -> None:
    kinds = {
        _key(made): found.kind
        for made in all_patterns()
        if _key(made) in EXCEPTIONS
        for use in uses(made)
        if (found := find_ambiguity(made.text, made.flags, is_searched=use.is_searched, is_whole=use.is_whole))
    }
    assert set(kinds) == set(EXCEPTIONS)
    assert "exponential" not in kinds.values()


def test_the_code_and_the_shipped_rules_make_hundreds_of_patterns() -> None:
    modules = {made.module for made in all_patterns()}
    assert len(all_patterns()) > 300
    assert {
        "newslint.checks.wording",
        "newslint.formats.frontmatter.fields",
        "newslint.language.dates.mentions",
    } <= modules


@pytest.mark.parametrize("part", ["a", "ab.", "a-b'", "1,", "1.1,", "A.", "x@y."])
def test_tokens_take_time_in_proportion_to_their_text(part: str) -> None:
    from newslint.language.units.tokens import _token_pattern

    find = _token_pattern().findall
    # Long texts take more memory than a processor keeps at hand, and are slower for that: a short one many times.
    assert is_linear(
        lambda size: part * (size // len(part)), lambda text: [find(text) for _ in range(20)], largest=32_000
    )
