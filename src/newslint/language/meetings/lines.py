"""The lines of a file of frames, as they are read: classes of phrases, and what must meet in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from sys import intern

from newslint.language.meetings.said import MOST, SIGNS
from newslint.records import NamedTuple

Phrase = tuple[str, ...]
_CLOSE = 5  # words that `>>` reaches over


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


class PhraseClass(NamedTuple):
    """What must be there where a class is met: one of the marks, and all other words of a phrase that has it.

    `others` has the marks that no phrase of one word has.
    """

    marks: frozenset[str]
    others: Mapping[str, Sequence[frozenset[str]]]

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Tell whether some words have all those of a phrase; signs are not looked for."""
        others = self.others
        return any(mark not in others or any(map(words.issuperset, others[mark])) for mark in self.marks & words)


class Line(NamedTuple):
    """A line of a frame, the names and phrases of its classes without signs, and the marks of those with some.

    Signs that are everywhere are no marks.
    """

    meeting: Meeting
    needs: frozenset[str]
    classes: tuple[PhraseClass, ...]
    signed: tuple[frozenset[str], ...]

    @property
    def marks(self) -> list[frozenset[str]]:
        """The marks of each class."""
        return [*(each.marks for each in self.classes), *self.signed]

    def has_phrases(self, words: frozenset[str]) -> bool:
        """Tell whether some words have all those of a phrase of each class."""
        return all(each.may_be_in(words) for each in self.classes)


def bare(word: str) -> str:
    """Return a word without the mark of what opens a sentence."""
    return word.removeprefix("^")


def read_meeting(items: str) -> Meeting:
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
            found.append(Link(piece, _CLOSE if is_close else MOST))
    return tuple(found)


def taken_in(name: str, raw: Mapping[str, list[str]]) -> Iterable[Phrase]:
    for word in raw[name]:
        if word.startswith("@"):
            yield from taken_in(word[1:], raw)
        else:
            # Few words make thousands of phrases.
            yield tuple(map(intern, (word if word in SIGNS else word.replace("-", "_")).split("_")))


def by_first(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Return phrases by their first words, the longest first."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
