"""Sentences told by classes of words that meet in them, as data: which classes, in which order, beside which others.

A file of frames has lines of two sorts. `= class : words` names words and phrases (`_` for a space; `@other` takes in
another class). `frame : items` says what must meet in one sentence: `a` one of a class; `a>b` one of `b` behind it;
`a>>b` at most four words behind it; `!a` none of `a` beside what met. Behind a bar stands what must be said in the
sentence or around it: classes, or frames as `&frame`; after `||` it must be said in the sentence or the one beside it.
A frame may have several lines. A star before a class says that it is the rarest, which is looked for first; else the
first one is. A phrase that begins with `^` opens its sentence, or follows a colon, a dash or a bracket: an order.

There are signs for words that no list has: `#` a figure, `#-#` two (odds, scores), `Name` a name, `Bookie` one with a
bookmaker's syllable, `Coin` one that ends as coins do. `%` and signs of money are words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain, islice
from pathlib import Path
from sys import intern

from newslint.patterns import pattern
from newslint.records import NamedTuple

_TOKEN = pattern(r"\d{1,3}[-/]\d{1,2}(?![\w/-])|\w+|[%$£€₹]")
_PAIR = pattern(r"\d[-/]\d")
_DIGIT = pattern(r"\d")
_OPENING = frozenset(":;–—(!?.")  # marks behind which an order may begin
# Names with a syllable of bookmakers: “Velobet”, “BetRidge”, “Stake365”, “Oddsworth”.
_BOOKIE = pattern(
    r"\b(?!(?:Ti|Alpha|Go|[A-Z]li[sz]a)bet)[A-Z]\w*bets?\b|\b[A-Z]\w*(?:Bet|Odds|Casino|Slate|Slots|Wager|Punt"
    r"|Stake)\w*"
    r"|\bBet(?!h|t|s[iy]|ra|ween|wixt|an|a\b|as\b|o\b|el|on\b|imes|oken|ide|wetter|ula?\b)[A-Za-z\d]{2}|\b(?:Stake\d"
    r"|Odds\w|Punt[eE]r\w|Wager\w|Casino|Bingo)"
)
# Words of which a text has one where betting is spoken of.
_BETTING = frozenset(
    """
    bet bets betting odds tip tips value price prices stake stakes staking bonus bonuses free offers offer offering
    evens favourite punt punters wager wagers casino poker bingo slots roulette spread handicap points accumulator
    deposit code welcome first second back pick take with on at
    """.split()
)
_COIN = pattern(r"[A-Z]\w+coin")
_MOST = 80  # words of a sentence that are read
_CLOSE = 5  # words that `>>` reaches over
_BESIDE = 2  # sentences that stand beside one: what is said around is given with the nearest first
_SIGNS = frozenset(["#", "#-#", "Name", "Bookie", "Coin"])
_NONE = frozenset[str]()
_ANY = frozenset([""])  # stands for any word without a sign within a phrase

Phrase = tuple[str, ...]
Place = tuple[int, int]


# Words that most texts have: a phrase is told by another of its words.
_COMMON = frozenset(
    """
    the a an of to in and or for on at is are was were be been it its this that these those with by as from
    not no have has had will would should could can cannot may might do does did don isn won wouldn didn i you
    he she we they me us my our your his her their who whom whose which what when where while how why there
    here all any each every some one two three first last next new good better best more most much many other
    another again only own same such so than then too very up out off over under into about after before until
    since once never always still just now today early late time times year years month months week day days
    money get got going go come comes came make made making take took put keep left paid added held host house
    bill price free bank sure thing everyone nearly almost without nothing wife children rest long move act
    running likely continue record press support cost together asked yet turned life small place look looks
    say says said even also well back way part see know think want need let like if because s t m d re ve ll
    """.split()
)


def rarest(phrase: Phrase) -> str:
    """Return the word of a phrase that the fewest texts have: the longest, but for those that most have."""
    return max(phrase, key=lambda word: (word not in _COMMON, len(word)))


class Said(NamedTuple):
    """The words of a sentence: in small letters, as signs, where they stand, and which open something.

    What needs none of `vocabulary`, the different words and signs, need not look at each of them.
    """

    words: tuple[str, ...]
    signs: tuple[str, ...]
    places: tuple[Place, ...]
    opening: frozenset[int]
    vocabulary: frozenset[str]


class Link(NamedTuple):
    """A class in a chain, and how many words may stand before it."""

    name: str
    reach: int


class Meeting(NamedTuple):
    """What must meet: chains of classes, none of some others, and what is said around; `key` is looked for first.

    `is_beside`: what is said around is said in the sentence or the next one to it.
    """

    chains: tuple[tuple[Link, ...], ...]
    vetoes: tuple[str, ...]
    around: tuple[str, ...]
    key: str
    is_beside: bool = False


class _Class(NamedTuple):
    """What must be there where a class is met: one of the marks, and all other words of a phrase that has it.

    `others` has the marks that no phrase of one word has.
    """

    marks: frozenset[str]
    others: Mapping[str, Sequence[frozenset[str]]]

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Tell whether some words have all those of a phrase; signs are not looked for."""
        others = self.others
        return any(mark not in others or any(map(words.issuperset, others[mark])) for mark in self.marks & words)


class _Line(NamedTuple):
    """A line of a frame, the names and phrases of its classes without signs, and the marks of those with some.

    Signs that are everywhere are no marks.
    """

    meeting: Meeting
    needs: frozenset[str]
    classes: tuple[_Class, ...]
    signed: tuple[frozenset[str], ...]

    @property
    def marks(self) -> list[frozenset[str]]:
        """The marks of each class."""
        return [*(each.marks for each in self.classes), *self.signed]

    def has_phrases(self, words: frozenset[str]) -> bool:
        """Tell whether some words have all those of a phrase of each class."""
        return all(each.may_be_in(words) for each in self.classes)


@lru_cache(maxsize=512)
def read_said(text: str) -> Said:
    """Cut a sentence into words."""
    found = [match for _, match in zip(range(_MOST), _TOKEN.finditer(text), strict=False)]
    written = [match[0] for match in found]
    signs = ["" if word.islower() else _sign(word) for word in written]
    if signs and signs[0] == "Name":
        signs[0] = ""
    places = tuple([match.span() for match in found])
    words = tuple([word.lower() for word in written])
    return Said(words, tuple(signs), places, _opening(text, places), frozenset([*words, *signs]))


def _opening(text: str, places: tuple[Place, ...]) -> frozenset[int]:
    """Return which words begin a sentence or follow a mark behind which an order may begin."""
    ends = [0, *(end for _, end in places)]
    return frozenset(
        at
        for at, ((start, _), end) in enumerate(zip(places, ends, strict=False))
        if at == 0 or (start > end + 1 and not _OPENING.isdisjoint(text[end:start]))
    )


def _sign(word: str) -> str:
    if word[0].isdigit():
        return "#-#" if _PAIR.search(word) else "#"
    if not word[0].isupper():
        return ""
    if _BOOKIE.match(word):
        return "Bookie"
    return "Coin" if _COIN.fullmatch(word) else "Name"


@lru_cache(maxsize=64)
def _signs_of(text: str) -> frozenset[str]:
    """Return the signs that a text may have words for."""
    found = ["Name", *(["#"] if _DIGIT.search(text) else []), *(["#-#"] if _PAIR.search(text) else [])]
    found += ["Bookie"] if _BOOKIE.search(text) else []
    return frozenset([*found, "Coin"] if "coin" in text else found)


def _has_bookmaker(words: frozenset[str], text: str) -> bool:
    """Tell whether a text, given with its words, names a bookmaker."""
    return not _BETTING.isdisjoint(words) and _BOOKIE.search(text) is not None


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
        self._firsts = {name: frozenset(map(_bare, phrases)) for name, phrases in self.classes.items()}
        self._telling: dict[str, frozenset[str]] = {}
        self._lined: dict[str, tuple[_Line, ...]] = {}
        self._mentioned: dict[str, frozenset[str]] = {}
        self._marked: dict[str, _Class] = {}
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
            for mark in marks if marks.isdisjoint(_SIGNS) else ():
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
        if "Bookie" in own and _has_bookmaker(words, text):
            return True
        return "Bookie" in around and any(map(_has_bookmaker, near_words, near_texts))

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
            if missing and any(map(_signs_of(text).isdisjoint, missing)):
                continue
            if self._may_be_around(line.meeting, near, text):
                found.append(line.meeting)
        return found

    def _may_meet(self, frame: str, words: frozenset[str]) -> list[_Line]:
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
        return not marks.isdisjoint(words) or not (marks.isdisjoint(_SIGNS) or marks.isdisjoint(_signs_of(text)))

    def _lines(self, frame: str) -> tuple[_Line, ...]:
        """Return the lines of a frame with the marks of their classes."""
        if frame not in self._lined:
            self._lined[frame] = tuple([self._line(meeting) for meeting in self.meetings[frame]])
        return self._lined[frame]

    def _line(self, meeting: Meeting) -> _Line:
        named = {link.name: self._class(link.name) for links in meeting.chains for link in links}
        plain = {name: each for name, each in named.items() if each.marks.isdisjoint(_SIGNS)}
        signed = [each.marks for name, each in named.items() if name not in plain and "Name" not in each.marks]
        return _Line(meeting, frozenset(plain), tuple(plain.values()), tuple(signed))

    def _class(self, name: str) -> _Class:
        """Return a class by its marks, which are the rarest words of its phrases."""
        if name not in self._marked:
            phrases: dict[str, set[frozenset[str]]] = {}
            for phrase in chain.from_iterable(self.classes[name].values()):
                bare = tuple(map(_bare, phrase))
                mark = rarest(bare)
                phrases.setdefault(mark, set()).add(self._once(frozenset(bare) - _SIGNS - _ANY - {mark}))
            others = {mark: tuple(each) for mark, each in phrases.items() if _NONE not in each}
            self._marked[name] = _Class(frozenset(phrases), others)
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


def _bare(word: str) -> str:
    """Return a word without the mark of what opens a sentence."""
    return word.removeprefix("^")


def _is_taken(place: Place, taken: list[Place]) -> bool:
    return any(first <= place[1] and place[0] <= last for first, last in taken)


def _read_meeting(items: str) -> Meeting:
    key = next((piece[1:] for piece in items.replace(">", " ").split() if piece.startswith("*")), "")
    inside, _, outside = items.replace("*", "").partition("|")
    is_beside = outside.startswith("|")
    words = inside.split()
    chains = tuple(_read_chain(word) for word in words if not word.startswith("!"))
    vetoes = tuple(word[1:] for word in words if word.startswith("!"))
    around = tuple(outside.removeprefix("|").split())
    return Meeting(chains, vetoes, around, key or chains[0][0].name, is_beside)


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
            # Few words make thousands of phrases.
            yield tuple(map(intern, (word if word in _SIGNS else word.replace("-", "_")).split("_")))


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
