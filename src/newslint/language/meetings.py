"""Sentences told by classes of words that meet in them, as data: which classes, in which order, beside which others.

A file of frames has lines of two sorts. `= class : words` names words and phrases (`_` for a space; `@other` takes in
another class). `frame : items` says what must meet in one sentence: `a` one of a class; `a>b` one of `b` behind it;
`a>>b` at most four words behind it; `!a` none of `a` beside what met. Behind a bar stands what must be said in the
sentence or around it: classes, or frames as `&frame`. A frame may have several lines.

There are signs for words that no list has: `#` a figure, `#-#` two (odds, scores), `Name` a name, `Bookie` one with a
bookmaker's syllable, `Coin` one that ends as coins do. `%` and signs of money are words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from newslint.patterns import pattern
from newslint.records import NamedTuple

_TOKEN = pattern(r"\d{1,3}[-/]\d{1,2}(?![\w/-])|\w+|[%$£€₹]")
_PAIR = pattern(r"\d+[-/]\d+")
# Names with a syllable of bookmakers: “Velobet”, “BetRidge”, “Stake365”, “Oddsworth”.
_BOOKIE = pattern(
    r"\b(?!(?:Ti|Alpha|Go|[A-Z]li[sz]a)bet)[A-Z]\w*bets?\b|\b[A-Z]\w*(?:Bet|Odds|Casino|Slate|Slots|Wager|Punt|Stake)\w*"
    r"|\bBet[A-Za-z\d]{2}|\b(?:Stake\d|Odds\w|Punt[eE]r\w|Wager\w|Casino|Bingo)"
)
_COIN = pattern(r"[A-Z]\w+coin")
_MOST = 80  # words of a sentence that are read
_CLOSE = 5  # words that `>>` reaches over
_SIGNS = frozenset(["#", "#-#", "Name", "Bookie", "Coin"])
_ANY = frozenset(map(str, range(1000)))  # a class of signs that are everywhere is never the rarest

Phrase = tuple[str, ...]
Place = tuple[int, int]


class Said(NamedTuple):
    """The words of a sentence: in small letters, as signs, and where they stand."""

    words: tuple[str, ...]
    signs: tuple[str, ...]
    places: tuple[Place, ...]


class Link(NamedTuple):
    """A class in a chain, and how many words may stand before it."""

    name: str
    reach: int


class Meeting(NamedTuple):
    """What must meet: chains of classes, none of some others, and what must be said around."""

    chains: tuple[tuple[Link, ...], ...]
    vetoes: tuple[str, ...]
    around: tuple[str, ...]


def read_said(text: str) -> Said:
    """Cut a sentence into words."""
    found = [match for _, match in zip(range(_MOST), _TOKEN.finditer(text), strict=False)]
    signs = tuple(_sign(match[0], is_first=index == 0) for index, match in enumerate(found))
    return Said(tuple(match[0].lower() for match in found), signs, tuple(match.span() for match in found))


def _sign(word: str, *, is_first: bool) -> str:
    if word[0].isdigit():
        return "#-#" if _PAIR.fullmatch(word) else "#"
    if not word[0].isupper():
        return ""
    if _BOOKIE.match(word):
        return "Bookie"
    return "Coin" if _COIN.fullmatch(word) else "" if is_first else "Name"


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
                self.meetings[name] = (*self.meetings.get(name, ()), _read_meeting(items))
        self.classes = {name: _by_first(_taken_in(name, raw)) for name in raw}
        self._telling: dict[str, frozenset[str]] = {}

    def telling(self, frame: str) -> frozenset[str]:
        """Return words, and signs, of which a text has one where it may have a frame: the rarest class of each line."""
        if frame not in self._telling:
            self._telling[frame] = frozenset().union(*map(self._rarest, self.meetings[frame]))
        return self._telling[frame]

    def may_be(self, frame: str, vocabulary: frozenset[str], text: str) -> bool:
        """Tell whether a text, given with its words, may have a frame."""
        told = self.telling(frame)
        return not told.isdisjoint(vocabulary) or ("Bookie" in told and _BOOKIE.search(text) is not None)

    def _rarest(self, meeting: Meeting) -> frozenset[str]:
        names = [link.name for chain in meeting.chains for link in chain]
        return min((self._marks(name) for name in names), key=lambda words: (words != {"Bookie"}, len(words)))

    def _marks(self, name: str) -> frozenset[str]:
        """Return the longest word of each phrase of a class; signs but for bookmakers are everywhere."""
        phrases = (phrase for each in self.classes[name].values() for phrase in each)
        marks = frozenset(max(phrase, key=len) for phrase in phrases)
        return marks if marks.isdisjoint(("#", "#-#", "Name")) else _ANY

    def find(self, frame: str, said: Said, around: Callable[[], Iterable[Said]] = tuple) -> Place | None:
        """Return the first and last word of what meets in a sentence for a frame, or None."""
        for meeting in self.meetings[frame]:
            met = self._meet(meeting, said)
            if met and not self._is_vetoed(meeting, said, met) and self._is_around(meeting, said, around):
                return min(met)[0], max(last for _, last in met)
        return None

    def _meet(self, meeting: Meeting, said: Said) -> list[Place]:
        """Return where the classes of a meeting stand, none in the place of another; empty where one is missing."""
        met: list[Place] = []
        for chain in meeting.chains:
            places = self._follow(chain, said, met)
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
        """Yield where words of a class begin within some words."""
        known = self.classes[name]
        for at in range(first, end):
            for phrase in (*known.get(said.words[at], ()), *known.get(said.signs[at], ())):
                last = at + len(phrase)
                if last <= len(said.words) and all(map(_fits, phrase, said.words[at:last], said.signs[at:last])):
                    yield at, last - 1
                    break

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
        near = (said, *around())
        return all(any(self._has(name, each) for each in near) for name in meeting.around)

    def _has(self, name: str, said: Said) -> bool:
        if name.startswith("&"):
            return self.find(name[1:], said) is not None
        return next(iter(self._places(name, said, 0, len(said.words))), None) is not None


def _fits(word: str, said: str, sign: str) -> bool:
    return word in (said, sign)


def _is_taken(place: Place, taken: list[Place]) -> bool:
    return any(first <= place[1] and place[0] <= last for first, last in taken)


def _read_meeting(items: str) -> Meeting:
    inside, _, outside = items.partition("|")
    words = inside.split()
    chains = tuple(_read_chain(word) for word in words if not word.startswith("!"))
    return Meeting(chains, tuple(word[1:] for word in words if word.startswith("!")), tuple(outside.split()))


def _read_chain(word: str) -> tuple[Link, ...]:
    found = []
    for index, piece in enumerate(word.split(">")):
        if piece:
            is_close = index > 0 and word.split(">")[index - 1] == ""
            found.append(Link(piece, _CLOSE if is_close else _MOST))
    return tuple(found)


def _taken_in(name: str, raw: Mapping[str, list[str]]) -> Iterable[Phrase]:
    for word in raw[name]:
        if word.startswith("@"):
            yield from _taken_in(word[1:], raw)
        else:
            yield tuple(word.split("_"))


def _by_first(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Return phrases by their first words, the longest first."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


@cache
def read_frames(path: Path) -> Frames:
    """Return the frames of a file."""
    return Frames(path.read_text(encoding="utf-8").splitlines())
