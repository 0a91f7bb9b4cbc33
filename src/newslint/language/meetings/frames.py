"""Tell which frames of a file a sentence has, and beforehand which of them a text may have, by its words alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, islice
from pathlib import Path

from newslint.language.meetings.lines import (
    Line,
    Link,
    Meeting,
    Phrase,
    PhraseClass,
    bare,
    by_first,
    rarest,
    read_meeting,
    taken_in,
)
from newslint.language.meetings.said import SIGNS, Place, Said, has_bookmaker, signs_of

_BESIDE = 2  # sentences that stand beside one: what is said around is given with the nearest first
_NONE = frozenset[str]()
_ANY = frozenset([""])  # stands for any word without a sign within a phrase


class Frames:
    """The classes and frames of a file."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the lines; classes may take in others that stand anywhere."""
        raw: dict[str, list[str]] = {}
        self.meetings: dict[str, tuple[Meeting, ...]] = {}
        for line in lines:
            name, colon, items = line.partition(" : ")
            if not colon or line.startswith("#"):
                continue
            if name.startswith("= "):
                raw.setdefault(name[2:], []).extend(items.split())
            else:
                self.meetings[name] = (*self.meetings.get(name, ()), read_meeting(items))
        self.classes = {name: by_first(taken_in(name, raw)) for name in raw}
        self._firsts = {name: frozenset(map(bare, phrases)) for name, phrases in self.classes.items()}
        self._telling: dict[str, frozenset[str]] = {}
        self._lined: dict[str, tuple[Line, ...]] = {}
        self._mentioned: dict[str, frozenset[str]] = {}
        self._marked: dict[str, PhraseClass] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        self._keyed: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def telling(self, frame: str) -> frozenset[str]:
        """Return words, and signs, of which a text has one where it may have a frame."""
        if frame not in self._telling:
            marks = (min(line.marks, key=len) for line in self._lines(frame))
            self._telling[frame] = frozenset().union(*marks)
        return self._telling[frame]

    def classes_in(self, words: frozenset[str]) -> frozenset[str]:
        """Return the classes without signs that have a mark among some words."""
        naming = self._naming
        return _NONE.union(*map(naming.__getitem__, naming.keys() & words))

    @cached_property
    def _naming(self) -> dict[str, frozenset[str]]:
        """The classes by their marks."""
        named: dict[str, set[str]] = {}
        for name in self.classes:
            marks = self._marks(name)
            for mark in marks if marks.isdisjoint(SIGNS) else ():
                named.setdefault(mark, set()).add(name)
        return {mark: self._once(frozenset(names)) for mark, names in named.items()}

    def candidates(
        self,
        frame: str,
        vocabularies: Sequence[frozenset[str]],
        classes: Sequence[frozenset[str]],
        texts: Sequence[str],
    ) -> Iterator[int]:
        """Yield which of many texts may have a frame, by the words of its lines and those that are looked for first.

        `classes` are those of the file that have a mark in each text.
        """
        anywhere = _NONE.union(*classes)
        found = {
            index
            for line in self._lines(frame)
            if line.needs <= anywhere
            for index, known in enumerate(classes)
            if line.needs <= known and line.has_phrases(vocabularies[index])
        }
        for index in sorted(found):
            near = slice(max(0, index - 1), index + 2)
            if self._is_keyed(frame, vocabularies[index], texts[index], vocabularies[near], texts[near]):
                yield index

    def _is_keyed(
        self,
        frame: str,
        words: frozenset[str],
        text: str,
        near_words: Sequence[frozenset[str]],
        near_texts: Sequence[str],
    ) -> bool:
        """Tell whether a text has words that are looked for first, or has such beside it as may stand around."""
        own, around = self._keys(frame)
        if not own.isdisjoint(words) or any(not around.isdisjoint(each) for each in near_words):
            return True
        if "Bookie" in own and has_bookmaker(words, text):
            return True
        return "Bookie" in around and any(map(has_bookmaker, near_words, near_texts))

    def _keys(self, frame: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words of a frame that are looked for first: those that stand in it, and those around it."""
        if frame not in self._keyed:
            lines = self.meetings[frame]
            own = (self._marks(each.key) for each in lines if each.key not in each.around)
            around = (self._marks(each.key) for each in lines if each.key in each.around)
            self._keyed[frame] = frozenset().union(*own), frozenset().union(*around)
        return self._keyed[frame]

    def possible(
        self, frame: str, words: frozenset[str], near: Callable[[], frozenset[str]], text: str
    ) -> list[Meeting]:
        """Return the lines of a frame that a text may have, given with its words and those around it."""
        found = []
        for line in self._may_meet(frame, words):
            if not (line.needs or self._mentions(frame, words)):
                continue
            missing = [marks for marks in line.signed if marks.isdisjoint(words)]
            if missing and any(map(signs_of(text).isdisjoint, missing)):
                continue
            if self._may_be_around(line.meeting, near, text):
                found.append(line.meeting)
        return found

    def _may_meet(self, frame: str, words: frozenset[str]) -> list[Line]:
        """Return the lines of a frame of which some words have a phrase of each class."""
        classes = self.classes_in(words)
        return [line for line in self._lines(frame) if line.needs <= classes and line.has_phrases(words)]

    def _mentions(self, frame: str, words: frozenset[str]) -> bool:
        """Tell whether some words have a mark of any line of a frame."""
        if frame not in self._mentioned:
            self._mentioned[frame] = _NONE.union(*(marks for line in self._lines(frame) for marks in line.marks))
        return not self._mentioned[frame].isdisjoint(words)

    def _may_be_around(self, meeting: Meeting, near: Callable[[], frozenset[str]], text: str) -> bool:
        for name in meeting.around:
            if name.startswith("&"):
                lines = self._lines(name[1:])
                if all(any(map(near().isdisjoint, line.marks)) for line in lines):
                    return False
            elif not self._is_marked(name, near(), text):
                return False
        return True

    def _is_marked(self, name: str, words: frozenset[str], text: str) -> bool:
        """Tell whether some words, or signs of a text, are marks of a class."""
        marks = self._marks(name)
        return not marks.isdisjoint(words) or not (marks.isdisjoint(SIGNS) or marks.isdisjoint(signs_of(text)))

    def _lines(self, frame: str) -> tuple[Line, ...]:
        """Return the lines of a frame with the marks of their classes."""
        if frame not in self._lined:
            self._lined[frame] = tuple([self._line(meeting) for meeting in self.meetings[frame]])
        return self._lined[frame]

    def _line(self, meeting: Meeting) -> Line:
        named = {link.name: self._class(link.name) for links in meeting.chains for link in links}
        plain = {name: each for name, each in named.items() if each.marks.isdisjoint(SIGNS)}
        signed = [each.marks for name, each in named.items() if name not in plain and "Name" not in each.marks]
        return Line(meeting, frozenset(plain), tuple(plain.values()), tuple(signed))

    def _class(self, name: str) -> PhraseClass:
        """Return a class by its marks, which are the rarest words of its phrases."""
        if name not in self._marked:
            phrases: dict[str, set[frozenset[str]]] = {}
            for phrase in chain.from_iterable(self.classes[name].values()):
                words = tuple(map(bare, phrase))
                mark = rarest(words)
                phrases.setdefault(mark, set()).add(self._once(frozenset(words) - SIGNS - _ANY - {mark}))
            others = {mark: tuple(each) for mark, each in phrases.items() if _NONE not in each}
            self._marked[name] = PhraseClass(frozenset(phrases), others)
        return self._marked[name]

    def _once(self, words: frozenset[str]) -> frozenset[str]:
        """Return the one set of some words: there are thousands of sets, and few different ones."""
        return self._sets.setdefault(words, words)

    def _marks(self, name: str) -> frozenset[str]:
        """Return the rarest word of each phrase of a class."""
        return self._class(name).marks

    def find(self, frame: str, said: Said, around: Callable[[], Iterable[Said]] = tuple) -> Place | None:
        """Return the first and last word of what meets in a sentence for a frame, or None."""
        words = said.vocabulary
        lines = self._may_meet(frame, words)
        live = [line.meeting for line in lines if not any(map(words.isdisjoint, line.signed))]
        return self.find_of(live, said, around)

    def find_of(self, meetings: Iterable[Meeting], said: Said, around: Callable[[], Iterable[Said]]) -> Place | None:
        """Return the first and last word of what meets in a sentence for one of some lines, or None."""
        for meeting in meetings:
            met = self._meet(meeting, said)
            if met and not self._is_vetoed(meeting, said, met) and self._is_around(meeting, said, around):
                return min(met)[0], max(last for _, last in met)
        return None

    def _meet(self, meeting: Meeting, said: Said) -> list[Place]:
        """Return where the classes of a meeting stand, none in the place of another; empty where one is missing."""
        met: list[Place] = []
        for links in meeting.chains:
            places = self._follow(links, said, met)
            if not places:
                return []
            met += places
        return met

    def _follow(self, chain: tuple[Link, ...], said: Said, taken: list[Place]) -> list[Place]:
        """Return the first places at which the classes of a chain follow one another."""
        for start in self._places(chain[0].name, said, 0, len(said.words)):
            if _is_taken(start, taken):
                continue
            places = [start]
            for link in chain[1:]:
                first = places[-1][1] + 1
                behind = self._places(link.name, said, first, min(len(said.words), first + link.reach))
                place = next((each for each in behind if not _is_taken(each, taken)), None)
                if place is None:
                    break
                places.append(place)
            if len(places) == len(chain):
                return places
        return []

    def _places(self, name: str, said: Said, first: int, end: int) -> Iterable[Place]:
        """Return where words of a class begin within some words."""
        if self._firsts[name].isdisjoint(said.vocabulary):
            return ()
        return _find(self.classes[name], said, first, end)

    def _is_vetoed(self, meeting: Meeting, said: Said, met: list[Place]) -> bool:
        """Tell whether a word that no such sentence has stands beside what met."""
        return any(
            not _is_taken(place, met)
            for veto in meeting.vetoes
            for place in self._places(veto, said, 0, len(said.words))
        )

    def _is_around(self, meeting: Meeting, said: Said, around: Callable[[], Iterable[Said]]) -> bool:
        if not meeting.around:
            return True
        near = (said, *(islice(around(), _BESIDE) if meeting.is_beside else around()))
        return all(any(self._has(name, each) for each in near) for name in meeting.around)

    def _has(self, name: str, said: Said) -> bool:
        if name.startswith("&"):
            return self.find(name[1:], said) is not None
        return next(iter(self._places(name, said, 0, len(said.words))), None) is not None


def _find(phrases: Mapping[str, tuple[Phrase, ...]], said: Said, first: int, end: int) -> Iterator[Place]:
    """Yield where phrases, given by their first words, stand within some words."""
    words, signs, opening = said.words, said.signs, said.opening
    for at in range(first, end):
        found = phrases.get(words[at], ())
        if signs[at]:
            found = (*found, *phrases.get(signs[at], ()))
        if at in opening:
            found = (*phrases.get(f"^{words[at]}", ()), *found)
        for phrase in found:
            last = at + len(phrase)
            if last <= len(words) and all(map(_fits, phrase, words[at:last], signs[at:last])):
                yield at, last - 1
                break


def _fits(word: str, said: str, sign: str) -> bool:
    return word in (said, sign) or word == f"^{said}"


def _is_taken(place: Place, taken: list[Place]) -> bool:
    return any(first <= place[1] and place[0] <= last for first, last in taken)


@cache
def read_frames(path: Path) -> Frames:
    """Return the frames of a file."""
    return Frames(path.read_text(encoding="utf-8").splitlines())
