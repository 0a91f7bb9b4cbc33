"""From a regular expression to its position automaton; it, `literals` and `patterns.sieves` know the innards of `re`.

A state is a place in the pattern that takes one character, and an edge leads to a place that may take the next one.
Every way by which the pattern gets from one to the other is an edge of its own, since each is one more way to be wrong
before it gives up. An edge may ask for something of the two characters that it lies between; so do `\\b`, `^`, `$`
and look-arounds of one character. Longer look-behinds ask for nothing here, which errs towards more ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial, reduce
from importlib import import_module
from operator import or_
from typing import Any, TypeVar

from newslint.patterns import pattern
from newslint.records import NamedTuple

try:
    _parser: Any = import_module("re._parser")
    _compiler: Any = import_module("re._compiler")
except ImportError:  # an interpreter with other innards
    _parser = _compiler = None

# Sets of characters are the bits of an integer: the begin and the end of the text first, then the specimens.
_BEGIN, _END, _ALL = 1, 2, -1

# A gap is what an edge asks for: pairs of sets, the character before it and the one after.
Gap = tuple[tuple[int, int], ...]
_ANY: Gap = ((_ALL, _ALL),)

# One of every kind that patterns tell apart: letters of several scripts, odd cases, digits, spaces, marks, the astral.
_SPECIMENS = (
    "".join(map(chr, range(256)))
    + "ſıİŁłŠŒœΣςσЖж٣५あ中ǅªⅫ²\u0301\u1e9e\u212a\ufb01\U0001d400\U0001f600"
    + "\u1680\u2003\u2009\u202f\u3000\u2028\u2029\x85\u200b\u200d\u2060\ufeff–—―‘’“”„…•‹›€™№→►\u2212\ud800\udfff"
)
# Copies of what is repeated a bounded number of times; more of them show nothing that these do not.
_COPIES = 3
# From this number on, a repetition inside another one is as bad as an endless one.
_WIDE = 10
_BOUNDED = pattern(r"\d\d\}")
_UNBOUNDED = pattern(r"[*+]|\{\d*,\}")
_LARGEST = 6000


class Edge(NamedTuple):
    """A way from one state to another; `kept` says whether it stays inside an atomic group or possessive repetition."""

    target: int
    gap: Gap
    kept: bool


class State(NamedTuple):
    """A place that takes one character; `zone` is the look-ahead that it belongs to, or 0.

    `atoms` are the atomic groups around it. `is_final` says that a match may end here whatever comes next.
    """

    characters: int
    atoms: frozenset[int]
    zone: int
    edges: list[Edge]
    is_final: bool


class TooLargeError(ValueError):
    """The pattern has more places than can be judged in reasonable time."""


def may_be_wide(text: str | bytes) -> bool:
    """Tell whether a pattern may have a repetition that is bounded by a large number: one of two digits or more."""
    return _BOUNDED.search(text if isinstance(text, str) else text.decode("latin-1")) is not None


def may_be_endless(text: str | bytes) -> bool:
    """Tell whether a pattern may have a repetition without an upper bound."""
    return _UNBOUNDED.search(text if isinstance(text, str) else text.decode("latin-1")) is not None


def is_available() -> bool:
    """Tell whether this interpreter's parser of regular expressions can be asked."""
    return _parser is not None


class _Piece(NamedTuple):
    """A part of a pattern: its ways to nothing, to its first characters, and from its last ones."""

    empty: list[Gap]
    first: list[tuple[int, Gap]]
    last: list[tuple[int, Gap]]


def check_syntax(text: str | bytes, flags: int) -> None:
    """Raise `re.error` where a pattern is none."""
    _parser.parse(text, flags)


def automata(text: str | bytes, flags: int, *, is_searched: bool, is_whole: bool, is_wide: bool) -> list[list[State]]:
    """Return the automaton of a pattern, then those of its atomic groups, which may fail by themselves.

    State 0 takes no part of the pattern: it stands where the search begins, and it takes any character if the pattern
    `is_searched` for rather than tried at one place. With `is_whole` a match has to reach the end of the text. With
    `is_wide`, repetitions that are bounded by a large number count as unbounded. Raises `TooLargeError` and `re.error`.
    """
    parsed = _parser.parse(text, flags)
    found, pending = [], [(parsed, parsed.state.flags, is_searched, is_whole)]
    while pending:
        items, own_flags, searched, whole = pending.pop()
        builder = _Builder(_specimens(items, isinstance(text, bytes)), parsed.state, is_wide)
        found.append(builder.build(items, own_flags, is_searched=searched, is_whole=whole))
        pending += [(body, body_flags, False, False) for body, body_flags in builder.bodies]
    return found


def _specimens(items: Any, is_bytes: bool) -> str:
    """Return the characters to judge a pattern by: one of every kind, and all that it names with their neighbours."""
    named = {near for code in _codes(items) for near in (code - 1, code, code + 1) if 0 <= near < 0x110000}
    cased = {each for code in named for each in (chr(code).lower() + chr(code).upper())}
    known = {*_SPECIMENS, *map(chr, named), *cased}
    return "".join(sorted(each for each in known if not is_bytes or ord(each) < 256))


def _codes(items: Any) -> Iterator[int]:
    """Yield the code points that a parsed pattern names, the ends and the middles of ranges included."""
    for operation, value in items:
        match str(operation):
            case "LITERAL" | "NOT_LITERAL":
                yield value
            case "RANGE":
                yield from (value[0], value[1], sum(value) // 2)
            case "IN":
                yield from _codes(value)
            case _:
                for inner in _inner(value):
                    yield from _codes(inner)


def _inner(value: Any) -> Iterator[Any]:
    """Yield the parsed patterns inside the value of an operation."""
    if isinstance(value, _parser.SubPattern):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _inner(each)


class _Builder:
    def __init__(self, specimens: str, state: Any, is_wide: bool) -> None:
        self.specimens = specimens
        self.bodies: list[tuple[Any, int]] = []
        self._parsed = state
        self._is_wide = is_wide
        self._states: list[State] = []
        self._sets: dict[Any, int] = {}
        self._groups: dict[int, tuple[Any, int]] = {}
        self._atoms: tuple[int, ...] = ()
        self._zone = 0
        self._last_number = 0
        self._all = ((1 << len(specimens)) - 1) << 2
        self._finals: list[tuple[int, Gap]] = []

    def build(self, items: Any, flags: int, *, is_searched: bool, is_whole: bool) -> list[State]:
        begin = self._add(self._all)
        root = self._sequence(items, flags)
        if is_searched:
            self._states[begin].edges.append(Edge(begin, _ANY, False))
        self._states[begin].edges.extend(Edge(target, gap, False) for target, gap in root.first)
        end: Gap = ((_ALL, _END),) if is_whole else _ANY
        self._finals += _after(end, root.last)
        self._states = [state._replace(edges=_some(state.edges)) for state in self._states]
        free = {source for source, gap in self._finals if gap == _ANY or (gap == end and self._takes_all(source))}
        return [state._replace(is_final=number in free) for number, state in enumerate(self._states)]

    def _add(self, characters: int) -> int:
        if len(self._states) > _LARGEST:
            raise TooLargeError("too many places")
        self._states.append(State(characters, frozenset(self._atoms), self._zone, [], False))
        return len(self._states) - 1

    def _takes_all(self, number: int) -> bool:
        """Tell whether a state goes on to itself with any character, and so to any end."""
        state = self._states[number]
        return state.characters == self._all and any(each.target == number and each.gap == _ANY for each in state.edges)

    def _join(self, lasts: list[tuple[int, Gap]], firsts: list[tuple[int, Gap]]) -> None:
        for source, after in lasts:
            for target, before in firsts:
                if gap := _conjunction(after, before):
                    self._states[source].edges.append(Edge(target, gap, bool(self._atoms)))

    def _sequence(self, items: Any, flags: int) -> _Piece:
        return self._chain(partial(self._item, item, flags) for item in items)

    def _chain(self, makers: Iterable[Callable[[], _Piece]]) -> _Piece:
        whole = _Piece([_ANY], [], [])
        for make in makers:
            part = make()
            self._join(whole.last, part.first)
            first, last = whole.first, part.last
            if whole.empty:
                first = _some(first + [(to, gap) for empty in whole.empty for to, gap in _after(empty, part.first)])
            if part.empty:
                last = last + [each for empty in part.empty for each in _after(empty, whole.last)]
            empty = _some(both for one in whole.empty for both in _conjoined(one, part.empty))
            whole = _Piece(empty, first, _some(last))
        return whole

    def _item(self, item: Any, flags: int) -> _Piece:
        operation, value = item
        match str(operation):
            case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN":
                return self._place(self._set(item, flags))
            case "BRANCH":
                return self._choice(value[1], flags)
            case "SUBPATTERN":
                return self._group(flags, *value)
            case "MAX_REPEAT" | "MIN_REPEAT":
                return self._repeat(value[0], value[1], lambda: self._sequence(value[2], flags))
            case "POSSESSIVE_REPEAT":
                least, most, body = value
                return self._atomic(lambda: self._repeat(least, most, lambda: self._sequence(body, flags)), item, flags)
            case "ATOMIC_GROUP":
                return self._atomic(lambda: self._sequence(value, flags), item, flags)
            case "ASSERT" | "ASSERT_NOT":
                return self._look(value[0], value[1], flags, is_not=str(operation) == "ASSERT_NOT")
            case "AT":
                return _Piece([self._at(str(value), flags)], [], [])
            case "GROUPREF":
                return self._reference(value)
            case "GROUPREF_EXISTS" | "FAILURE":  # after the group's number, its branches; a failure has none
                return self._choice(value[1:], flags)
        raise TooLargeError(f"unknown operation {operation}")

    def _choice(self, branches: Iterable[Any], flags: int) -> _Piece:
        """Return what takes one of some branches, of which an empty one may be None."""
        whole = _Piece([], [], [])
        for branch in branches:
            piece = self._sequence(branch or (), flags)
            whole = _Piece(_some([*whole.empty, *piece.empty]), whole.first + piece.first, whole.last + piece.last)
        return whole

    def _group(self, flags: int, number: int | None, added: int, removed: int, body: Any) -> _Piece:
        own_flags = (flags | added) & ~removed
        if number is not None:
            self._groups[number] = (body, own_flags)
        return self._sequence(body, own_flags)

    def _place(self, characters: int) -> _Piece:
        number = self._add(characters)
        return _Piece([], [(number, _ANY)], [(number, _ANY)])

    def _repeat(self, least: int, most: int, make: Callable[[], _Piece]) -> _Piece:
        is_endless = most >= _parser.MAXREPEAT or (self._is_wide and most >= _WIDE)
        if not is_endless:
            needed = min(least, _COPIES)
            optional = min(most - least, _COPIES - needed)
            rest: list[Callable[[], _Piece]] = [lambda: self._optional(make, optional)] if optional else []
            return self._chain([*[make] * needed, *rest])
        copies = max(0, min(least, _COPIES) - 1)
        return self._chain([*[make] * copies, lambda: self._loop(make(), is_needed=least > 0)])

    def _optional(self, make: Callable[[], _Piece], most: int) -> _Piece:
        """Return one that may be left out, with the further ones inside it, as the engine tries them."""
        rest: list[Callable[[], _Piece]] = [lambda: self._optional(make, most - 1)] if most > 1 else []
        body = self._chain([make, *rest])
        return body._replace(empty=_some([_ANY, *body.empty]))

    def _loop(self, body: _Piece, *, is_needed: bool) -> _Piece:
        self._join(body.last, body.first)
        # After the last round there may be one more that takes nothing: it is a way of its own.
        last = body.last + [each for empty in body.empty for each in _after(empty, body.last)]
        return _Piece(body.empty if is_needed else _some([_ANY, *body.empty]), body.first, _some(last))

    def _atomic(self, make: Callable[[], _Piece], item: Any, flags: int) -> _Piece:
        outer = self._atoms
        self._last_number += 1
        self._atoms = (*outer, self._last_number)
        piece = make()
        self._atoms = outer
        operation, value = item
        greedy = [(_parser.MAX_REPEAT, value)] if str(operation) == "POSSESSIVE_REPEAT" else value
        self.bodies.append((greedy, flags))
        # However many ways there are inside, the first one is kept.
        return _Piece(piece.empty[:1], list(dict.fromkeys(piece.first)), list(dict.fromkeys(piece.last)))

    def _look(self, direction: int, body: Any, flags: int, *, is_not: bool) -> _Piece:
        if direction < 0:
            return _Piece([self._looked(body, flags, is_not, is_before=True)], [], [])
        outer = self._zone
        self._last_number += 1
        self._zone = self._last_number
        ahead = self._sequence(body, flags)
        self._finals += ahead.last
        self._zone = outer
        if is_not and not body:
            return _Piece([], [], [])
        return _Piece([self._looked(body, flags, is_not, is_before=False)], ahead.first, [])

    def _looked(self, body: Any, flags: int, is_not: bool, *, is_before: bool) -> Gap:
        """Return what a look-around asks of the characters beside it, or anything where that cannot be said shortly."""
        trial = _Builder(self.specimens, self._parsed, False)
        trial._groups = self._groups
        piece = trial._sequence(body, flags)
        edge = piece.last if is_before else piece.first
        if piece.empty:
            is_gap = len(piece.empty) + len(edge) == 1 and body.getwidth() == (0, 0) and not is_not
            return piece.empty[0] if is_gap else _ANY
        characters = union(trial._states[number].characters for number, _ in edge)
        if is_not:
            is_one = body.getwidth() == (1, 1) and all(gap == _ANY for _, gap in edge)
            characters = ~characters if is_one else _ALL
        return ((characters, _ALL),) if is_before else ((_ALL, characters),)

    def _reference(self, group: int) -> _Piece:
        """Return a back-reference as any text as long as the group's, made of its characters."""
        body, flags = self._groups.get(group, (None, 0))
        if body is None:
            return self._place(self._all)
        trial = _Builder(self.specimens, self._parsed, self._is_wide)
        trial._groups = {key: value for key, value in self._groups.items() if key < group}
        trial._sequence(body, flags)
        characters = union(state.characters for state in trial._states)
        least, most = body.getwidth()
        return self._repeat(least, most, lambda: self._place(characters))

    def _at(self, code: str, flags: int) -> Gap:
        newline = self._set((_parser.LITERAL, 10), 0)
        match code:
            case "AT_BEGINNING":
                return ((_BEGIN | newline if flags & re.MULTILINE else _BEGIN, _ALL),)
            case "AT_BEGINNING_STRING":
                return ((_BEGIN, _ALL),)
            case "AT_END":
                return ((_ALL, _END | newline),)
            case "AT_END_STRING":
                return ((_ALL, _END),)
        word = self._set((_parser.IN, [(_parser.CATEGORY, _parser.CATEGORY_WORD)]), flags)
        if code == "AT_BOUNDARY":
            return ((word, ~word), (~word, word))
        return ((word, word), (~word, ~word))

    def _set(self, item: Any, flags: int) -> int:
        """Return which specimens an operation takes, by letting the engine itself say so."""
        key = (repr(item), flags)
        if key not in self._sets:
            state = _parser.State()
            state.flags = flags & ~re.VERBOSE
            # A set that the compiler sees alone is a pattern of one character.
            matcher = _compiler.compile(_parser.SubPattern(state, [item]), state.flags)
            self._sets[key] = union(1 << (match.start() + 2) for match in matcher.finditer(self.specimens))
        return self._sets[key]


def union(sets: Iterable[int]) -> int:
    """Return what is in any of some sets, which are the bits of integers."""
    return reduce(or_, sets, 0)


_Way = TypeVar("_Way", bound=Hashable)


def _some(ways: Iterable[_Way]) -> list[_Way]:
    """Return the ways without those that come a third time: two are as bad as twenty."""
    kept = list(ways)
    if len(kept) < 3 or len(set(kept)) == len(kept):
        return kept
    counts: dict[_Way, int] = {}
    few = []
    for way in kept:
        counts[way] = counts.get(way, 0) + 1
        if counts[way] <= 2:
            few.append(way)
    return few


def _after(empty: Gap, ends: list[tuple[int, Gap]]) -> Iterator[tuple[int, Gap]]:
    return ((number, both) for number, gap in ends if (both := _conjunction(empty, gap)))


def _conjoined(one: Gap, others: Iterable[Gap]) -> Iterator[Gap]:
    return (both for other in others if (both := _conjunction(one, other)))


def _conjunction(one: Gap, other: Gap) -> Gap:
    if one == _ANY or other == _ANY:
        return other if one == _ANY else one
    pairs = ((before & others, after & follows) for before, after in one for others, follows in other)
    return tuple(dict.fromkeys((before, after) for before, after in pairs if before and after))
