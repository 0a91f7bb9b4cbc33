"""What an article says of crimes in its own voice: who is said to have done one, and who is called guilty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Literal

from newslint.language.crime.accusations import Accusation, find_accusations
from newslint.language.crime.clauses import Clause, cut
from newslint.language.crime.idioms import IDIOM_VERBS, IDIOM_WORDS
from newslint.language.crime.labels import find_labels
from newslint.language.crime.naming import Named, Names
from newslint.language.crime.sieve import may_tell, telling_words
from newslint.language.crime.stages import Stage, Stages
from newslint.language.crime.voices import is_governed, is_left_to_others, opens_report, own_clause
from newslint.language.lexicon import Lexicon
from newslint.language.speech.passages import Passage
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent

_SILENT = frozenset({"code", "boilerplate", "quotation"})
_READ = frozenset({"heading", "caption", "paragraph", "list-item"})
# What goes on with the sentence before.
GOES_ON = pattern(
    r"(?:He|She|They|Her|His|Their|The[ ](?:boy|girl|child|teenager|pupil|suspect|defendant|witness|only|man"
    r"|woman|victim|complainant|patient|\d\d?-year-old))\b"
)
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


def _line(passage: Passage, index: int, start: int, end: int) -> Line:
    return Line(Extent(index, start, end), passage.text[start:end], passage.kind == "heading")


_APPOSED = 9  # items behind a verb


def _apposed_names(clause: Clause, at: int) -> int | None:
    """Return the name that follows a relative clause: “the two who pocketed the cash, Jan Orlo and Peer Roe, are”."""
    items = clause.items
    for place in range(at + 1, min(at + _APPOSED, len(items) - 1)):
        if items[place].kind == "mark" and items[place].lower != ",":
            return None
        if items[place].lower == ",":
            is_closed = place + 2 >= len(items) or items[place + 2].lower in (",", "and", ".", ";")
            return place + 1 if items[place + 1].kind == "person" and is_closed else None
    return None


class CrimeStory:
    """The crimes that a text tells of; nothing is read of a passage that has none of their words.

    The digests of its front matter count as passages behind the others.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        digests: Sequence[Passage],
        cuts: Iterable[Sequence[tuple[int, int]]],
        lexicon: Lexicon,
        vocabulary: Callable[[int], frozenset[str]],
        others: Callable[[int], Sequence[Extent]],
        is_attributed: Callable[[int, int, int], bool],
    ) -> None:
        """Take the passages, where their sentences are, and what says which words are others'."""
        self.passages = (*passages, *digests)
        self._real = len(passages)
        places = chain(cuts, (split_sentences(each.text) for each in digests))
        self.lines: Mapping[int, Sequence[Line]] = {
            index: [_line(passage, index, start, end) for start, end in cut]
            for index, (passage, cut) in enumerate(zip(self.passages, places, strict=True))
            if passage.kind in _READ and passage.text
        }
        self._vocabulary, self._others, self._is_attributed = vocabulary, others, is_attributed
        self.names = Names((passage.text for passage in self.passages if passage.kind not in _SILENT), lexicon)
        self._cuts: dict[Extent, Clause] = {}

    def vocabulary(self, number: int) -> frozenset[str]:
        """Return the words of a passage in small letters."""
        if number < self._real:
            return self._vocabulary(number)
        return frozenset(list_parts(self.passages[number].text.lower()))

    def is_attributed(self, place: Extent) -> bool:
        """Tell whether words are what somebody, known or hidden, is reported to say."""
        return place.passage < self._real and self._is_attributed(*place)

    def about(self, key: str) -> list[str]:
        """Return the sentences that have a surname."""
        return [line.text for lines in self.lines.values() for line in lines if key in line.text]

    def going_on(self, number: int, at: int, key: str) -> str:
        """Return a sentence with those right around it that go on with it: by a surname, or from a pronoun on."""
        lines = self.lines[number]
        near = [lines[place].text for place in (at - 1, at + 1) if 0 <= place < len(lines)]
        near = [text for text in near if (key and key in text) or GOES_ON.match(text)]
        return " ".join([lines[at].text, *near])

    @cached_property
    def stages(self) -> Stages:
        """How far the courts are with each person."""
        texts = ([line.text for line in self.lines.get(at, ())] for at in range(len(self.passages)))
        return Stages(texts, self.names)

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
                for other in (self._others(number) if number < self._real else ())
                if other.start < end and other.end > start
            ]
            self._cuts[line.extent] = cut(line.text, self.names.find(line.text), quoted)
        return self._cuts[line.extent]

    def _candidates(self) -> Iterator[tuple[int, int, Line]]:
        for number, lines in self.lines.items():
            words = self.vocabulary(number)
            found = telling_words(words)
            has_idioms = not (IDIOM_WORDS.isdisjoint(words) or IDIOM_VERBS.isdisjoint(words))
            if not found and not has_idioms:
                continue
            for at, line in enumerate(lines):
                if may_tell(line.text, found, has_idioms):
                    yield number, at, line

    def _tell(self) -> Iterator[Told]:
        for number, at, line in self._candidates():
            clause = self.clause(line)
            for accusation in find_accusations(line.text, clause, line.is_headline):
                if (told := self._judge(number, at, line, clause, accusation)) is not None:
                    yield told
            for label in find_labels(clause, line.is_headline):
                start = line.extent.start + label.start
                # A capital within a sentence is that of a name: “The Killers, who will top the bill”.
                if label.start and label.name is None and not line.is_headline and line.text[label.start].isupper():
                    continue
                if label.is_held or not self.is_attributed(Extent(number, start, start + 1)):
                    named = None if label.name is None else clause.names[label.name]
                    yield self._told(line, (label.start, label.end), named, "label")

    def _judge(self, number: int, at: int, line: Line, clause: Clause, found: Accusation) -> Told | None:
        subject = found.subject
        named = clause.names.get(subject.at)
        if not self._is_own(line, clause, found.at, found.start) or self._goes_on(number, at, named):
            return None
        if subject.kind == "pronoun":
            named = self._resolve(number, at, line, clause, subject.at)
            if named is None:
                is_on_trial = own_clause(line.text, found.start) != line.text
                return self._told(line, (found.start, found.end), None, f"who:{found.frame}") if is_on_trial else None
            told = self._told(line, (found.start, found.end), named, found.frame)
            start = clause.items[subject.at].start + line.extent.start
            return told._replace(who=Extent(number, start, clause.items[subject.at].end + line.extent.start))
        apposed = _apposed_names(clause, found.at) if subject.kind == "noun" else None
        if apposed is not None:
            return self._told(line, (found.start, found.end), clause.names[apposed], found.frame)
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
        later = [at for at, named in clause.names.items() if at > before and named.kind == "person"]
        if len(later) == 1 and later[0] and clause.items[later[0] - 1].lower == ",":
            return clause.names[later[0]]  # “As on the night she shot him, Carole Finley listened”
        lines = [*self.lines.get(number - 1, ())[-1:], *self.lines[number][:at]]
        for earlier in lines[::-1][:_NEAR]:
            found = {named.key: named for named in self.names.find(earlier.text) if named.kind == "person"}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def _is_own(self, line: Line, clause: Clause, item: int, start: int) -> bool:
        """Tell whether a sentence says something itself, rather than a court, the police or somebody else."""
        place = line.extent.start + start
        if self.is_attributed(Extent(line.extent.passage, place, place + 1)) or is_left_to_others(
            own_clause(line.text, start)
        ):
            return False
        return not is_governed(clause.items, item)

    def _goes_on(self, number: int, at: int, named: Named | None) -> bool:
        """Tell whether a sentence goes on with what a court or the police told: not with somebody who is new."""
        own = self.lines[number][max(0, at - _NEAR) : at]
        before = [*own, *(self.lines.get(number - 1, ())[-_NEAR:] if at < _NEAR and number < self._real else ())]
        is_told = any(opens_report(earlier.text) for earlier in before)
        return is_told and not (named is not None and named.is_full and self._is_first(number, at, named.key))

    def _is_first(self, number: int, at: int, key: str) -> bool:
        """Tell whether a surname stands nowhere in the paragraphs before a sentence, headlines left out."""
        lines = (line for block in range(number) for line in self.lines.get(block, ()) if not line.is_headline)
        return not any(key in line.text for line in chain(lines, self.lines[number][:at]))
