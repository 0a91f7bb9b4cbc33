"""What an article says of crimes in its own voice: who is said to have done one, and who is called guilty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from newslint.language.crime.accusations import Accusation, find_accusations
from newslint.language.crime.clauses import Clause, cut
from newslint.language.crime.idioms import IDIOM_WORDS
from newslint.language.crime.labels import find_labels
from newslint.language.crime.naming import Named, Names
from newslint.language.crime.stages import Stage, Stages
from newslint.language.crime.voices import is_governed, is_left_to_others, opens_report
from newslint.language.crime.words import triggers
from newslint.language.lexicon import Lexicon
from newslint.language.speech.passages import Passage
from newslint.records import NamedTuple
from newslint.spans import Extent

_SILENT = frozenset({"code", "boilerplate", "quotation"})
_NEAR = 3  # sentences
Whom = Literal["person", "proper", "nobody"]


class Told(NamedTuple):
    """A crime or a label of guilt that the text tells in its own voice.

    `what` are the words that tell it, `who` the name of whom it is told (None where only a noun or a pronoun that
    stands for nobody certain is the subject), `key` the surname, `frame` the sort of deed or `label`.
    """

    what: Extent
    who: Extent | None
    key: str
    whom: Whom
    frame: str
    stage: Stage
    sentence: Extent


class Line(NamedTuple):
    """A sentence with its place."""

    extent: Extent
    text: str
    is_headline: bool


class CrimeStory:
    """The crimes that a text tells of; nothing is read of a passage that has none of their words."""

    def __init__(
        self,
        passages: Sequence[Passage],
        lines: Mapping[int, Sequence[Line]],
        lexicon: Lexicon,
        vocabulary: Callable[[int], frozenset[str]],
        others: Callable[[int], Sequence[Extent]],
        is_attributed: Callable[[int, int, int], bool],
    ) -> None:
        """Take the passages, their sentences, and what says which words are others'."""
        self._passages = passages
        self.lines = lines
        self._vocabulary = vocabulary
        self._others = others
        self._is_attributed = is_attributed
        texts = [passage.text for passage in passages if passage.kind not in _SILENT]
        self.names = Names(texts, lexicon)
        self._cuts: dict[Extent, Clause] = {}

    @cached_property
    def stages(self) -> Stages:
        """How far the courts are with each person."""
        return Stages(([line.text for line in self.lines.get(at, ())] for at in range(len(self._passages))), self.names)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The crimes and labels of guilt in the text's own voice, in order."""
        return tuple(sorted(self._tell(), key=lambda told: told.what))

    def clause(self, line: Line) -> Clause:
        """Return a sentence cut into items."""
        if line.extent not in self._cuts:
            number, start, end = line.extent
            quoted = [
                (max(0, other.start - start), other.end - start)
                for other in self._others(number)
                if other.start < end and other.end > start
            ]
            self._cuts[line.extent] = cut(line.text, self.names.find(line.text), quoted)
        return self._cuts[line.extent]

    def _candidates(self) -> Iterator[tuple[int, int, Line]]:
        known = triggers() | IDIOM_WORDS
        for number, lines in self.lines.items():
            found = known & self._vocabulary(number)
            if not found or self._passages[number].kind in _SILENT:
                continue
            for at, line in enumerate(lines):
                lower = line.text.lower()
                if any(word in lower for word in found):
                    yield number, at, line

    def _tell(self) -> Iterator[Told]:
        for number, at, line in self._candidates():
            clause = self.clause(line)
            for accusation in find_accusations(line.text, clause, line.is_headline):
                if (told := self._judge(number, at, line, clause, accusation)) is not None:
                    yield told
            for label in find_labels(clause, line.is_headline):
                if not self._is_attributed(
                    number, line.extent.start + label.start, line.extent.start + label.start + 1
                ):
                    named = None if label.name is None else clause.names[label.name]
                    yield self._told(line, (label.start, label.end), named, "label")

    def _judge(self, number: int, at: int, line: Line, clause: Clause, found: Accusation) -> Told | None:
        if not self._is_own(number, at, line, clause, found.at, found.start):
            return None
        subject = found.subject
        named = clause.names.get(subject.at)
        if subject.kind == "pronoun":
            named = self._resolve(number, at, line, clause, subject.at)
            if named is None:
                return None
            told = self._told(line, (found.start, found.end), named, found.frame)
            start = clause.items[subject.at].start + line.extent.start
            return told._replace(who=Extent(number, start, clause.items[subject.at].end + line.extent.start))
        if subject.kind == "noun":
            noun = clause.items[subject.at]
            return self._told(line, (noun.start, found.end), None, f"who:{found.frame}")
        return self._told(line, (found.start, found.end), named, found.frame)

    def _told(self, line: Line, what: tuple[int, int], named: Named | None, frame: str) -> Told:
        number, start, _ = line.extent
        place = Extent(number, start + what[0], start + what[1])
        if named is None:
            return Told(place, None, "", "nobody", frame, self.stages.around(number), line.extent)
        who = Extent(number, start + named.start, start + named.end)
        stage = self.stages.of(named.key) if named.kind == "person" else ""
        return Told(place, who, named.key, named.kind, frame, stage, line.extent)

    def _resolve(self, number: int, at: int, line: Line, clause: Clause, before: int) -> Named | None:
        """Return the one person for whom a pronoun may stand: of this sentence, or of the nearest that names any."""
        here = {named.key: named for place, named in clause.names.items() if place < before and named.kind == "person"}
        if here:
            return next(iter(here.values())) if len(here) == 1 else None
        lines = [*self.lines.get(number - 1, ())[-1:], *self.lines[number][:at]]
        for earlier in lines[::-1][:_NEAR]:
            found = {named.key: named for named in self.names.find(earlier.text) if named.kind == "person"}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def _is_own(self, number: int, at: int, line: Line, clause: Clause, item: int, start: int) -> bool:
        """Tell whether the text says something itself, rather than a court, the police or somebody else."""
        place = line.extent.start + start
        if self._is_attributed(number, place, place + 1) or is_left_to_others(line.text):
            return False
        if is_governed(clause.items, item):
            return False
        return not any(opens_report(earlier.text) for earlier in self._before(number, at))

    def _before(self, number: int, at: int) -> Iterable[Line]:
        """Return the sentences before one that may open a report which it goes on with."""
        own = self.lines[number][max(0, at - _NEAR) : at]
        return [*own, *(self.lines.get(number - 1, ())[-_NEAR:] if at < _NEAR else ())]
