"""Tell whether a regular expression can take far longer than its text is long.

An engine that goes back tries every way in which a pattern fits before it gives up. So what counts is in how many ways
one text can be read:

- *exponential*: a repetition can read one text in two ways, and does so again in every round, as in `(\\w+\\s?)*`;
- *polynomial*: two repetitions can share out one text, as in `\\s*\\s*x` or `.*,.*x`;
- *search*: the search itself is one of the two. The pattern can begin anywhere inside what it then repeats over, as in
  `\\s+$`, so that it reads to the end again from every place.

Where nothing can fail after the repetition, nothing is tried twice; only *exponential* is reported even then.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property
from itertools import chain, combinations
from typing import Literal, TypeVar

from newslint.records import NamedTuple
from newslint.rules.automata import (
    Edge,
    Gap,
    State,
    TooLargeError,
    automata,
    check_syntax,
    is_available,
    may_be_endless,
    may_be_wide,
    union,
)

Kind = Literal["exponential", "polynomial", "search"]


class Ambiguity(NamedTuple):
    """What is wrong with a pattern, and the part of it that is to blame."""

    kind: Kind
    part: str


# Steps after which a pattern counts as too large to judge; ordinary ones need a few thousand.
_MOST_STEPS = 3_000_000


def find_ambiguity(
    text: str | bytes, flags: int = 0, *, is_searched: bool = True, is_whole: bool = False
) -> Ambiguity | None:
    """Return the worst ambiguity of a pattern, or None; where the parser of `re` cannot be asked, there is none.

    `is_searched` says that the pattern is looked for anywhere, and `is_whole` that it must reach the end of the text.
    Raises `re.error` where it does not compile, and `TooLargeError` where it is too large to be judged.
    """
    from newslint.rules.parts import smallest

    kind = _worst(text, flags, is_searched, is_whole) if is_available() else None
    if kind is None:
        return None
    return Ambiguity(kind, smallest(text, lambda part: _worst(part, flags, is_searched, is_whole) == kind))


def _worst(text: str | bytes, flags: int, is_searched: bool, is_whole: bool) -> Kind | None:
    def machines(is_wide: bool) -> list[_Machine]:
        found = automata(text, flags, is_searched=is_searched, is_whole=is_whole, is_wide=is_wide)
        return [_Machine(states, is_atomic=number > 0) for number, states in enumerate(found)]

    # Only repetitions can be ambiguous, and most patterns have none that counts.
    is_wide, is_endless = may_be_wide(text), may_be_endless(text)
    if not is_wide and not is_endless:
        check_syntax(text, flags)
        return None
    narrow = machines(False) if is_endless else []
    if any(machine.is_exponential() for machine in (machines(True) if is_wide else narrow)):
        return "exponential"
    kinds = [kind for machine in narrow for kind in machine.polynomials()]
    return "polynomial" if "polynomial" in kinds else "search" if kinds else None


class _Machine:
    """An automaton over the least number of characters that its sets tell apart, which are its letters.

    What may come next depends on the letter before only where a gap asks for it. Letters that no gap tells apart are of
    one class, and a way remembers the class of its last letter: a text that leads from one letter of a class to another
    leads from that one to itself.
    """

    def __init__(self, states: list[State], *, is_atomic: bool) -> None:
        self.states = states
        self._is_atomic = is_atomic
        self._steps = 0
        self._letters = _letters(states)
        self._spelled: dict[int, int] = {}
        self._takes = [self._spell(state.characters) for state in states]
        gaps = list(dict.fromkeys(edge.gap for state in states for edge in state.edges))
        rows = [self._row(gaps, letter) for letter in range(len(self._letters))]
        kinds = {row: number for number, row in enumerate(dict.fromkeys(rows))}
        self._class = [kinds[row] for row in rows]
        self._classes: dict[int, tuple[int, ...]] = {}
        self._allowed = {gap: [row[number] for row in kinds] for number, gap in enumerate(gaps)}
        self._component = _components(
            list(range(len(states))), lambda state: (edge.target for edge in states[state].edges)
        )
        self._final = [state.is_final for state in states]
        self._never = [False] * len(states)
        self._kept: dict[tuple[int, int, int, bool, tuple[int, int, bool]], list[tuple[int, int, int, bool]]] = {}
        self._open: dict[tuple[int, int, bool], list[bool]] = {}
        self._leads: dict[int, list[bool]] = {}
        self._edges = [[(edge, self._table(edge)) for edge in state.edges] for state in states]

    @cached_property
    def _inner(self) -> list[list[tuple[Edge, list[int]]]]:
        """For each state the edges after which a way can come back to it, with their tables."""
        home = self._component
        return [
            [each for each in edges if home[each[0].target] == home[number]] for number, edges in enumerate(self._edges)
        ]

    @cached_property
    def _onward(self) -> list[list[tuple[Edge, list[int]]]]:
        """Those of the inner edges after which a way has to go on; an atomic group is left as soon as it fits."""
        ends = [state.is_final and bool(self._is_atomic or state.zone) for state in self.states]
        return [[each for each in edges if not ends[each[0].target]] for edges in self._inner]

    @cached_property
    def _loops(self) -> set[int]:
        """The states that lie on a circle."""
        return {number for number, edges in enumerate(self._inner) if edges}

    def _spell(self, characters: int) -> int:
        """Return a set of characters as a set of letters."""
        if characters not in self._spelled:
            self._spelled[characters] = sum(
                1 << number for number, letter in enumerate(self._letters) if letter & characters
            )
        return self._spelled[characters]

    def _row(self, gaps: list[Gap], letter: int) -> tuple[int, ...]:
        """Return for each gap the letters that may come next after a letter."""
        return tuple(
            union(self._spell(then) for first, then in gap if self._spell(first) >> letter & 1) for gap in gaps
        )

    def _table(self, edge: Edge) -> list[int]:
        """Return for each class of letters which letters may come next along an edge."""
        takes = self._takes[edge.target]
        return [allowed & takes for allowed in self._allowed[edge.gap]]

    def _classes_of(self, letters: int) -> tuple[int, ...]:
        """Return the classes that some letters are of."""
        if letters not in self._classes:
            self._classes[letters] = tuple(sorted({self._class[letter] for letter in _bits(letters)}))
        return self._classes[letters]

    def _count(self) -> None:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise TooLargeError("too many steps")

    def is_exponential(self) -> bool:
        """Tell whether a state has two ways to itself on one text, so that their number doubles with every round.

        In a look-ahead or an atomic group, which is left as soon as it fits, a way ends where nothing can fail.
        """
        together = [
            (state, state, last)
            for state in sorted(self._loops)
            if state
            for last in self._classes_of(self._takes[state])
        ]
        component = _components(together, self._follow)
        return any(
            component[place] == component.get((one, two, then))
            for place in together
            for one, two, letters in self._partings(place[0], place[2])
            for then in self._classes_of(letters)
        )

    def _follow(self, place: tuple[int, int, int]) -> Iterator[tuple[int, int, int]]:
        """Yield where two ways can be after one more letter, as long as both can still come back."""
        one, two, last = place
        if one == two:
            for edge, table in self._onward[one]:
                yield from ((edge.target, edge.target, then) for then in self._classes_of(table[last]))
            for first, second, letters in self._partings(one, last):
                yield from ((first, second, then) for then in self._classes_of(letters))
            return
        for edge, table in self._onward[one]:
            for other, other_table in self._onward[two]:
                self._count()
                for then in self._classes_of(table[last] & other_table[last]):
                    yield edge.target, other.target, then

    def _partings(self, state: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Yield where two different ways from a state lead that can both come back, and on which letters."""
        for (edge, table), (other, other_table) in combinations(self._onward[state], 2):
            self._count()
            letters = table[last] & other_table[last]
            if letters and self._may_part(edge, other):
                yield edge.target, other.target, letters

    def _may_part(self, edge: Edge, other: Edge) -> bool:
        """Tell whether an engine may try both edges: inside an atomic group it keeps the first that fits."""
        if edge.kept or other.kept:
            return False
        return edge.target == other.target or not (self.states[edge.target].atoms & self.states[other.target].atoms)

    def polynomials(self) -> Iterator[Kind]:
        """Yield a kind for each pair of repetitions that share out one text."""
        turns = self._turns()
        for first in sorted(turns | {0} & self._loops):
            # A search takes any text, so that one place of each circle stands for the others.
            for second in sorted(self._loops if first else turns):
                home, away = self._component[first], self._component[second]
                if home == away or not self._leads_to(away)[first]:
                    continue
                if self._takes[first] & self._takes[second] and self._is_shared(first, second):
                    yield "polynomial" if first else "search"

    def _turns(self) -> set[int]:
        """Return states of which every circle has at least one: those that a walk in depth comes back to."""
        found: set[int] = set()
        done: set[int] = set()
        path: set[int] = set()
        for root in self._loops:
            calls = [] if root in done else [(root, iter(self.states[root].edges))]
            path.update(state for state, _ in calls)
            while calls:
                state, ahead = calls[-1]
                edge = next(ahead, None)
                if edge is None:
                    calls.pop()
                    path.discard(state)
                    done.add(state)
                elif edge.target in path:
                    found.add(edge.target)
                elif edge.target not in done:
                    path.add(edge.target)
                    calls.append((edge.target, iter(self.states[edge.target].edges)))
        return found

    def _is_shared(self, first: int, second: int) -> bool:
        """Tell whether one text leads from `first` to itself, from `first` to `second`, and from `second` to itself.

        Where a match may end, the engine goes back no further, unless that is the end of a look-ahead that was begun
        from `first`: it is read anew from every place.
        """
        is_within = self.states[first].zone == self.states[second].zone
        if is_within and (self.states[second].is_final or (first and self.states[first].is_final)):
            return False
        begins = self._classes_of(self._takes[first] & self._takes[second])
        return any(self._meets(first, second, begin, is_within) for begin in begins)

    def _meets(self, first: int, second: int, begin: int, is_within: bool) -> bool:
        way = (self._component[first], self._component[second], is_within)
        may_end = self._final if is_within else self._never
        seen: set[tuple[int, int, int, int, bool]] = set()
        pending = [(first, first, second, begin, False)]
        while pending:
            place = pending.pop()
            if place in seen:
                continue
            seen.add(place)
            one, two, three, last, has_parted = place
            if has_parted and (one, two, three, last) == (first, second, second, begin):
                return True
            for target, other, both, parted in self._pairs(one, two, last, has_parted, way):
                for third, table in self._inner[three]:
                    self._count()
                    if not may_end[third.target]:
                        pending += [
                            (target, other, third.target, then, parted) for then in self._classes_of(both & table[last])
                        ]
        return False

    def _pairs(
        self, one: int, two: int, last: int, has_parted: bool, way: tuple[int, int, bool]
    ) -> list[tuple[int, int, int, bool]]:
        """Return where two ways can be next, on which letters, and whether they have parted.

        They stay together until they part where an engine tries both. `way` says where the first circles, where the
        second wants to go, and whether it gives up where a match may end.
        """
        key = (one, two, last, has_parted, way)
        if key not in self._kept:
            is_open = self._open_to(way)
            seconds = [each for each in self._edges[two] if each[1][last] and is_open[each[0].target]]
            self._kept[key] = [
                (edge.target, other.target, both, has_parted or edge is not other)
                for edge, table in self._inner[one]
                for other, other_table in seconds
                if (both := table[last] & other_table[last])
                and (has_parted or edge is other or self._may_part(edge, other))
            ]
        return self._kept[key]

    def _open_to(self, way: tuple[int, int, bool]) -> list[bool]:
        """Return for each state whether the second of two ways may be there."""
        if way not in self._open:
            home, away, is_within = way
            stops = self._final if is_within and home != self._component[0] else self._never
            self._open[way] = [
                leads and (self._component[number] == home or not stops[number])
                for number, leads in enumerate(self._leads_to(away))
            ]
        return self._open[way]

    def _leads_to(self, component: int) -> list[bool]:
        """Return for each state whether a component can be reached from it."""
        if component not in self._leads:
            back: dict[int, list[int]] = {}
            for number, state in enumerate(self.states):
                for edge in state.edges:
                    back.setdefault(edge.target, []).append(number)
            seen = {number for number in range(len(self.states)) if self._component[number] == component}
            pending = list(seen)
            while pending:
                for source in back.get(pending.pop(), ()):
                    if source not in seen:
                        seen.add(source)
                        pending.append(source)
            self._leads[component] = [number in seen for number in range(len(self.states))]
        return self._leads[component]


def _letters(states: list[State]) -> list[int]:
    """Return the classes of characters that no set and no gap of an automaton tells apart."""
    found = [states[0].characters]
    gaps = {edge.gap for state in states for edge in state.edges}
    for characters in {state.characters for state in states}.union(*chain.from_iterable(gaps)):
        found = [part for letter in found for part in (letter & characters, letter & ~characters) if part]
    return found


def _bits(letters: int) -> Iterator[int]:
    while letters:
        lowest = letters & -letters
        yield lowest.bit_length() - 1
        letters ^= lowest


_Node = TypeVar("_Node", bound=Hashable)


def _components(nodes: Iterable[_Node], follow: Callable[[_Node], Iterable[_Node]]) -> dict[_Node, int]:
    """Return for each node that can be reached the number of its strongly connected component (Gabow 2000)."""
    component: dict[_Node, int] = {}
    order: dict[_Node, int] = {}
    stack: list[_Node] = []
    heads: list[_Node] = []  # the first node of each part of the path that may be a component by itself
    for root in nodes:
        calls = [] if root in order else [(root, iter(follow(root)))]
        while calls:
            node, ahead = calls[-1]
            if node not in order:
                order[node] = len(order)
                stack.append(node)
                heads.append(node)
            for other in ahead:
                if other not in order:
                    calls.append((other, iter(follow(other))))
                    break
                if other not in component:
                    while order[heads[-1]] > order[other]:
                        heads.pop()
            else:
                calls.pop()
                if heads[-1] == node:
                    heads.pop()
                    while node not in component:
                        component[stack.pop()] = order[node]
    return component
