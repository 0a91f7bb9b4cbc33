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

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from newslint.rulesets.automata import Edge, Gap, State, TooLargeError, automata, is_available

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
    from newslint.rulesets.parts import smallest

    kind = _worst(text, flags, is_searched, is_whole) if is_available() else None
    if kind is None:
        return None
    return Ambiguity(kind, smallest(text, lambda part: _worst(part, flags, is_searched, is_whole) == kind))


def _worst(text: str | bytes, flags: int, is_searched: bool, is_whole: bool) -> Kind | None:
    def machines(is_wide: bool) -> Iterator[_Machine]:
        found = automata(text, flags, is_searched=is_searched, is_whole=is_whole, is_wide=is_wide)
        return (_Machine(states, is_atomic=number > 0) for number, states in enumerate(found))

    if any(machine.is_exponential() for machine in machines(True)):
        return "exponential"
    kinds = [kind for machine in machines(False) for kind in machine.polynomials()]
    return "polynomial" if "polynomial" in kinds else "search" if kinds else None


class _Machine:
    """An automaton over the least number of characters that its sets tell apart."""

    def __init__(self, states: list[State], *, is_atomic: bool) -> None:
        self.states = states
        self._is_atomic = is_atomic
        self._steps = 0
        self._letters = _letters(states)
        self._takes = [self._spell(state.characters) for state in states]
        self._allowed: dict[Gap, list[int]] = {}
        self._component = _components(states)
        self._loops = {
            state
            for state in range(len(states))
            if any(self._component[edge.target] == self._component[state] for edge in states[state].edges)
        }
        self._leads: dict[int, list[bool]] = {}
        self._edges = [[(edge, self._table(edge)) for edge in state.edges] for state in states]

    def _spell(self, characters: int) -> int:
        """Return a set of characters as a set of letters."""
        return sum(1 << number for number, letter in enumerate(self._letters) if letter & characters)

    def _table(self, edge: Edge) -> list[int]:
        """Return for each letter which letters may come next along an edge."""
        if edge.gap not in self._allowed:
            before = [(self._spell(first), self._spell(then)) for first, then in edge.gap]
            self._allowed[edge.gap] = [
                _union(then for first, then in before if first >> letter & 1) for letter in range(len(self._letters))
            ]
        takes = self._takes[edge.target]
        return [allowed & takes for allowed in self._allowed[edge.gap]]

    def _count(self) -> None:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise TooLargeError("too many steps")

    def is_exponential(self) -> bool:
        """Tell whether a state has two ways to itself on one text, so that their number doubles with every round.

        In a look-ahead or an atomic group, which is left as soon as it fits, a way ends where nothing can fail.
        """
        return any(
            self._diverges(state, letter)
            for state in sorted(self._loops)
            if state
            for letter in _bits(self._takes[state])
        )

    def _diverges(self, start: int, first: int) -> bool:
        """Tell whether two ways that part at a state can both come back to it."""
        home = self._component[start]
        seen: set[tuple[int, int, int]] = set()
        pending = []
        for one, two, letters in self._partings(start, first):
            if self._goes_on(one, home) and self._goes_on(two, home):
                pending += [(one, two, letter) for letter in _bits(letters)]
        while pending:
            place = pending.pop()
            if place in seen:
                continue
            seen.add(place)
            one, two, last = place
            if one == two == start and last == first:
                return True
            for edge, table in self._edges[one]:
                if not self._goes_on(edge.target, home):
                    continue
                for other, other_table in self._edges[two]:
                    self._count()
                    if self._goes_on(other.target, home) and (letters := table[last] & other_table[last]):
                        pending += [(edge.target, other.target, letter) for letter in _bits(letters)]
        return False

    def _goes_on(self, number: int, home: int) -> bool:
        state = self.states[number]
        return self._component[number] == home and not (state.is_final and (self._is_atomic or state.zone))

    def _partings(self, state: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Yield where two different ways from a state lead, and on which letters both can go there."""
        edges = self._edges[state]
        for at, (edge, table) in enumerate(edges):
            for other, other_table in edges[at + 1 :]:
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
        reached = self._reachable()
        for first in sorted(self._loops):
            for second in sorted(self._loops):
                if self._component[first] == self._component[second] or second not in reached[first]:
                    continue
                if self._takes[first] & self._takes[second] and self._is_shared(first, second, reached):
                    yield "polynomial" if first else "search"

    def _reachable(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        for state in self._loops:
            seen: set[int] = set()
            pending = [state]
            while pending:
                for edge in self.states[pending.pop()].edges:
                    if edge.target not in seen:
                        seen.add(edge.target)
                        pending.append(edge.target)
            found[state] = seen
        return found

    def _is_shared(self, first: int, second: int, reached: dict[int, set[int]]) -> bool:
        """Tell whether one text leads from `first` to itself, from `first` to `second`, and from `second` to itself."""
        zone = self.states[second].zone
        may_stop = self.states[first].zone == zone and first
        if self.states[second].is_final and self.states[first].zone == zone:
            return False
        if may_stop and self.states[first].is_final:
            return False
        return any(
            self._meets(first, second, letter, bool(may_stop))
            for letter in _bits(self._takes[first] & self._takes[second])
        )

    def _meets(self, first: int, second: int, letter: int, may_stop: bool) -> bool:
        home, away = self._component[first], self._component[second]
        leads = self._leads_to(away)
        seen: set[tuple[int, int, int, int, bool]] = set()
        pending = [(first, first, second, letter, False)]
        while pending:
            place = pending.pop()
            if place in seen:
                continue
            seen.add(place)
            one, two, three, last, has_parted = place
            if has_parted and (one, two, three, last) == (first, second, second, letter):
                return True
            for (edge, table), (other, other_table) in self._pairs(one, two, has_parted):
                if self._component[edge.target] != home or not leads[other.target]:
                    continue
                if may_stop and self.states[other.target].is_final and self._component[other.target] != home:
                    continue
                both = table[last] & other_table[last]
                if not both:
                    continue
                parted = has_parted or edge is not other
                for third, third_table in self._edges[three]:
                    self._count()
                    if self._component[third.target] == away and (letters := both & third_table[last]):
                        places = ((edge.target, other.target, third.target, each, parted) for each in _bits(letters))
                        pending += places
        return False

    def _pairs(
        self, one: int, two: int, has_parted: bool
    ) -> Iterator[tuple[tuple[Edge, list[int]], tuple[Edge, list[int]]]]:
        """Yield the pairs of edges that two ways can take; together until they part where an engine tries both."""
        for edge in self._edges[one]:
            for other in self._edges[two]:
                if has_parted or edge is other or self._may_part(edge[0], other[0]):
                    yield edge, other

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
    for characters in {state.characters for state in states} | {each for gap in gaps for pair in gap for each in pair}:
        found = [part for letter in found for part in (letter & characters, letter & ~characters) if part]
    return found


def _bits(letters: int) -> Iterator[int]:
    while letters:
        lowest = letters & -letters
        yield lowest.bit_length() - 1
        letters ^= lowest


def _union(sets: Iterable[int]) -> int:
    whole = 0
    for each in sets:
        whole |= each
    return whole


def _components(states: list[State]) -> list[int]:
    """Return for each state the number of its strongly connected component."""
    component, low, order = [-1] * len(states), [0] * len(states), [0] * len(states)
    stack: list[int] = []
    count = 0
    for root in range(len(states)):
        calls = [] if order[root] else [(root, iter(states[root].edges))]
        while calls:
            state, edges = calls[-1]
            if not order[state]:
                count += 1
                order[state] = low[state] = count
                stack.append(state)
            for edge in edges:
                if not order[edge.target]:
                    calls.append((edge.target, iter(states[edge.target].edges)))
                    break
                if component[edge.target] < 0:
                    low[state] = min(low[state], low[edge.target])
            else:
                calls.pop()
                if calls:
                    low[calls[-1][0]] = min(low[calls[-1][0]], low[state])
                if low[state] == order[state]:
                    while component[state] < 0:
                        component[stack.pop()] = state
    return component
