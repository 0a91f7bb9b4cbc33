"""Find what a text must hold for a pattern to match, so that patterns of which it holds nothing need not be tried.

The same idea as in RE2's FilteredRE2 and in Russ Cox, “Regular Expression Matching with a Trigram Index” (2012): a
pattern implies that one of a few strings occurs. The strings of all rules are looked for in one pass over a text.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_TELLING = 6  # letters that tell enough; of two such sets the smaller one is better


def fold(text: str) -> str:
    """Return a text in which characters that `re.IGNORECASE` takes for one another are the same."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").replace("ı", "i").casefold()


@lru_cache(maxsize=4_096)  # most configurations share most patterns
def literals_of(pattern: str) -> tuple[str, ...]:
    """Return strings one of which is in every text that a pattern matches; none: nothing is known.

    Strings and texts are folded, but for the capitals of a part that minds case: `TK` is in no text with “tk”.
    """
    if _parser is None:
        return ()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = _parser.parse(pattern)
        except (ValueError, OverflowError, RecursionError, _parser.error):
            return ()
    return tuple(sorted(_facts(tree, not tree.state.flags & re.IGNORECASE).required or ()))


class _Facts(NamedTuple):
    """What is known of a part of a pattern: all texts that it matches, and strings one of which each of them holds.

    Each of those texts begins with one of `first` and ends with one of `last`. What a look ahead asks for `is_ahead`:
    it stands behind what was matched, where the next part stands, too.
    """

    exact: Strings | None
    required: Strings | None
    first: Strings = _NOTHING
    last: Strings = _NOTHING
    is_ahead: bool = False


_UNKNOWN = _Facts(None, None)
_EMPTY = _Facts(_NOTHING, None)


def _exactly(strings: Strings | None) -> _Facts:
    return _UNKNOWN if strings is None else _Facts(strings, None, strings, strings)


def _facts(items: Iterable[tuple[Any, Any]], minds_case: bool) -> _Facts:
    """Return what is known of parts that follow one another."""
    best: Strings | None = None
    first: Strings | None = None  # known when a part ends what is known to the letter
    run = _NOTHING
    for item in items:
        facts = _of(*item, minds_case)
        best = _better(best, facts.required)
        if facts.is_ahead:
            best = _better(best, _join(run, facts.first) or run)
            continue
        joined = _join(run, facts.exact)
        if joined is None:
            longer = _join(run, facts.first) or run
            best, first = _better(best, longer), longer if first is None else first
            joined = facts.last
        run = joined
    best = _better(best, run)
    return _exactly(run)._replace(required=best) if first is None else _Facts(None, best, first, run)


def _join(run: Strings, strings: Strings | None) -> Strings | None:
    """Return each string with each of others behind it; None where that is unknown or too many."""
    if strings is None or len(run) * len(strings) > _MOST:
        return None
    return frozenset(map("".join, product(run, strings)))


def _of(operation: Any, value: Any, minds_case: bool) -> _Facts:
    name = str(operation)
    if name == "LITERAL":
        return _exactly(frozenset({_letter(value, minds_case)}))
    if name == "IN":
        return _exactly(_set(value, minds_case))
    if name == "ASSERT" and value[0] > 0:
        facts = _facts(value[1], minds_case)
        return _Facts(None, _better(facts.required, facts.exact), facts.first, is_ahead=True)
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return _EMPTY
    if name == "SUBPATTERN":
        _, added, removed, body = value
        return _facts(body, (minds_case or bool(removed & re.IGNORECASE)) and not added & re.IGNORECASE)
    if name == "ATOMIC_GROUP":
        return _facts(value, minds_case)
    if name == "BRANCH":
        return _either([_facts(branch, minds_case) for branch in value[1]])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(value[0], value[1], _facts(value[2], minds_case))
    return _UNKNOWN


def _letter(code: int, minds_case: bool) -> str:
    letter = chr(code)
    return letter if minds_case and letter.isascii() else fold(letter)


def _set(items: list[tuple[Any, Any]], minds_case: bool) -> Strings | None:
    found: set[str] = set()
    for operation, value in items:
        if str(operation) == "LITERAL":
            found.add(_letter(value, minds_case))
        elif str(operation) == "RANGE" and value[1] - value[0] < _WIDEST:
            found |= {_letter(code, minds_case) for code in range(value[0], value[1] + 1)}
        else:
            return None
    return frozenset(found) if len(found) <= _WIDEST else None


def _either(facts: list[_Facts]) -> _Facts:
    exact = [each.exact for each in facts]
    required = [_better(each.required, each.exact) for each in facts]
    first, last = _united([each.first for each in facts]), _united([each.last for each in facts])
    return _Facts(_united(exact), _united(required), first or _NOTHING, last or _NOTHING)


def _united(sets: Sequence[Strings | None]) -> Strings | None:
    if any(each is None for each in sets):
        return None
    united = frozenset().union(*(each for each in sets if each is not None))
    return united if len(united) <= _MOST else None


def _repeated(least: int, most: int, facts: _Facts) -> _Facts:
    if facts.exact is not None and 1 < least <= _MOST and len(facts.exact) == 1:
        # `X{4,}` holds four of them.
        copies = frozenset({"".join(facts.exact) * min(least, _MANY)})
        return _Facts(copies if least == most <= _MANY else None, copies, copies, copies)
    if least == 0:
        return _exactly(facts.exact | _NOTHING) if most == 1 and facts.exact is not None else _UNKNOWN
    return facts._replace(
        exact=facts.exact if least == most == 1 else None, required=_better(facts.required, facts.exact)
    )


def _better(one: Strings | None, other: Strings | None) -> Strings | None:
    """Return the set that tells more: of the longer strings, then of the fewer; None where neither tells anything."""
    told = [(min(_least(each), _TELLING), -len(each), each) for each in (one, other) if each and _least(each) > 1]
    if len(told) == 2 and told[1][:2] > told[0][:2]:
        return told[1][2]
    return told[0][2] if told else None


@lru_cache(maxsize=4_096)
def _least(strings: Strings) -> int:
    """Return how much the least telling of some strings tells."""
    return min(map(_weight, strings))


def _weight(string: str) -> int:
    """Return how much a string tells: its length; a sign is worth two letters, and so is a capital."""
    return len(string) + sum(not (sign.islower() or sign.isdigit() or sign.isspace()) for sign in string)


class Possible(NamedTuple):
    """Where patterns may match in some texts: `never` names those that match in none, `where` the numbers of the texts.

    Nothing is known of a pattern that neither names.
    """

    never: frozenset[str]
    where: Mapping[str, Sequence[int]]


class _Owned(NamedTuple):
    """A string, the places of its capitals, and the patterns that need it."""

    string: str
    capitals: tuple[int, ...]
    owners: list[str]

    def is_at(self, text: str, start: int) -> bool:
        """Tell whether the string stands at a place of a text where it does if case does not matter."""
        return all(text[start + place] == self.string[place] for place in self.capitals)


class LiteralIndex:
    """The strings of many patterns, looked for in one pass over a text."""

    def __init__(self, literals: Mapping[str, Sequence[str]]) -> None:
        """Take the strings of each pattern; of a pattern without any nothing is known."""
        self._known = frozenset(pattern for pattern, strings in literals.items() if strings)
        self._owned: dict[str, _Owned] = {}
        for pattern in self._known:
            for string in literals[pattern]:
                if string not in self._owned:
                    capitals = tuple(place for place, letter in enumerate(string) if "A" <= letter <= "Z")
                    self._owned[string] = _Owned(string, capitals, [])
                self._owned[string].owners.append(pattern)

    def find(self, texts: Sequence[str]) -> Possible:
        """Return in which of some texts, such as the blocks of an article, each pattern may match."""
        where: dict[str, list[int]] = {}
        for index, text in enumerate(texts if self._known else ()):
            for pattern in {pattern for owned in self._find_in(text) for pattern in owned.owners}:
                where.setdefault(pattern, []).append(index)
        return Possible(self._known.difference(where), where)

    def _find_in(self, text: str) -> Iterator[_Owned]:
        folded = fold(text)
        has_places = len(folded) == len(text)
        seen: set[str] = set()
        for end, (string, plain, capital) in self._automaton.iter(folded):
            if string not in seen:
                seen.add(string)
                yield from plain
            if capital:
                start = end - len(string) + 1
                yield from (owned for owned in capital if not has_places or owned.is_at(text, start))

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick

        groups: dict[str, tuple[list[_Owned], list[_Owned]]] = {}
        for string, owned in self._owned.items():
            groups.setdefault(fold(string), ([], []))[bool(owned.capitals)].append(owned)
        automaton: Any = ahocorasick.Automaton()
        for string, (plain, capital) in groups.items():
            automaton.add_word(string, (string, plain, capital))
        automaton.make_automaton()
        return automaton
