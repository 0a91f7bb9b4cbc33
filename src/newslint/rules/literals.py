"""Find what a text must hold for a pattern to match, so that patterns of which it holds nothing need not be tried.

The same idea as in RE2's FilteredRE2 and in Russ Cox, “Regular Expression Matching with a Trigram Index” (2012): a
pattern implies that one of a few strings occurs. The strings of all rules are looked for in one pass over a text.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib import import_module
from itertools import product
from typing import Any

from newslint.records import NamedTuple

try:
    _parser: Any = import_module("re._parser")
except ImportError:  # an interpreter with other innards: all patterns are tried
    _parser = None

Strings = frozenset[str]
_NOTHING: Strings = frozenset({""})
# More strings than these for one part of a pattern tell little and cost much.
_MOST = 100
_WIDEST = 6  # characters of a set
_MANY = 8  # copies of what is repeated


def fold(text: str) -> str:
    """Return a text in which characters that `re.IGNORECASE` takes for one another are the same."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").replace("ı", "i").casefold()


@lru_cache(maxsize=4_096)  # most configurations share most patterns
def literals_of(pattern: str) -> tuple[str, ...]:
    """Return strings one of which is in every text that a pattern matches, both folded; none: nothing is known."""
    if _parser is None:
        return ()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = _parser.parse(pattern)
        except (ValueError, OverflowError, RecursionError, _parser.error):
            return ()
    return tuple(sorted(_facts(tree).required or ()))


class _Facts(NamedTuple):
    """What is known of a part of a pattern: all texts that it matches, and strings one of which each of them holds."""

    exact: Strings | None
    required: Strings | None


_UNKNOWN = _Facts(None, None)
_EMPTY = _Facts(_NOTHING, None)


def _facts(items: Iterable[tuple[Any, Any]]) -> _Facts:
    """Return what is known of parts that follow one another."""
    best: Strings | None = None
    run, is_whole = _NOTHING, True
    for item in items:
        facts = _of(*item)
        best = _better(best, facts.required)
        joined = None
        if facts.exact is not None and len(run) * len(facts.exact) <= _MOST:
            joined = frozenset(map("".join, product(run, facts.exact)))
        if joined is None:
            best, is_whole = _better(best, run), False
            joined = facts.exact if facts.exact is not None else _NOTHING
        run = joined
    return _Facts(run if is_whole else None, _better(best, run))


def _of(operation: Any, value: Any) -> _Facts:
    name = str(operation)
    if name == "LITERAL":
        return _Facts(frozenset({fold(chr(value))}), None)
    if name == "IN":
        return _Facts(_set(value), None)
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return _EMPTY
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _facts(value[-1] if name == "SUBPATTERN" else value)
    if name == "BRANCH":
        return _either([_facts(branch) for branch in value[1]])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(value[0], value[1], _facts(value[2]))
    return _UNKNOWN


def _set(items: list[tuple[Any, Any]]) -> Strings | None:
    found: set[str] = set()
    for operation, value in items:
        if str(operation) == "LITERAL":
            found.add(fold(chr(value)))
        elif str(operation) == "RANGE" and value[1] - value[0] < _WIDEST:
            found |= {fold(chr(code)) for code in range(value[0], value[1] + 1)}
        else:
            return None
    return frozenset(found) if len(found) <= _WIDEST else None


def _either(facts: list[_Facts]) -> _Facts:
    exact = [each.exact for each in facts]
    required = [_better(each.required, each.exact) for each in facts]
    return _Facts(_united(exact), _united(required))


def _united(sets: list[Strings | None]) -> Strings | None:
    if any(each is None for each in sets):
        return None
    united = frozenset().union(*(each for each in sets if each is not None))
    return united if len(united) <= _MOST else None


def _repeated(least: int, most: int, facts: _Facts) -> _Facts:
    if facts.exact is not None and 1 < least <= _MOST and len(facts.exact) == 1:
        # `X{4,}` holds four of them.
        copies = frozenset({"".join(facts.exact) * min(least, _MANY)})
        return _Facts(copies if least == most <= _MANY else None, copies)
    if least == 0:
        return _Facts(facts.exact | _NOTHING, None) if most == 1 and facts.exact is not None else _UNKNOWN
    once = _better(facts.required, facts.exact)
    return _Facts(facts.exact if least == most == 1 else None, once)


def _better(one: Strings | None, other: Strings | None) -> Strings | None:
    """Return the set that tells more: of the longer strings, then of the fewer; None where neither tells anything."""
    told = [(min(_least(each), 4), -len(each), each) for each in (one, other) if each and _least(each) > 1]
    if len(told) == 2 and told[1][:2] > told[0][:2]:
        return told[1][2]
    return told[0][2] if told else None


@lru_cache(maxsize=4_096)
def _least(strings: Strings) -> int:
    """Return how much the least telling of some strings tells."""
    return min(map(_weight, strings))


def _weight(string: str) -> int:
    """Return how much a string tells: its length; a sign is worth two letters."""
    return len(string) + sum(not sign.isalnum() and not sign.isspace() for sign in string)


class Possible(NamedTuple):
    """Where patterns may match in some texts: `never` names those that match in none, `where` the numbers of the texts.

    Nothing is known of a pattern that neither names.
    """

    never: frozenset[str]
    where: Mapping[str, Sequence[int]]


class LiteralIndex:
    """The strings of many patterns, looked for in one pass over a text."""

    def __init__(self, literals: Mapping[str, Sequence[str]]) -> None:
        """Take the strings of each pattern; of a pattern without any nothing is known."""
        self._known = frozenset(pattern for pattern, strings in literals.items() if strings)
        self._owners: dict[str, list[str]] = {}
        for pattern in self._known:
            for string in literals[pattern]:
                self._owners.setdefault(string, []).append(pattern)

    def find(self, texts: Sequence[str]) -> Possible:
        """Return in which of some texts, such as the blocks of an article, each pattern may match."""
        where: dict[str, list[int]] = {}
        for index, text in enumerate(texts if self._known else ()):
            strings = {string for _, string in self._automaton.iter(fold(text))}
            for pattern in {pattern for string in strings for pattern in self._owners[string]}:
                where.setdefault(pattern, []).append(index)
        return Possible(self._known.difference(where), where)

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick

        automaton: Any = ahocorasick.Automaton()
        for string in self._owners:
            automaton.add_word(string, string)
        automaton.make_automaton()
        return automaton
