"""Find names of a digest that the body of an article does not have, while it has one that is nearly the same.

A slip leaves most of a name: another letter or two, or one of its words. It is only told where the sentence with the
other name says the same by its other words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from newslint.article import Article
from newslint.checks.bodies import Body, Part, Place
from newslint.checks.statements import Statements, telling_words
from newslint.language.units.given_names import is_short_form
from newslint.language.units.name_words import CALENDAR, COMPASS, EVERYWHERE, GENERAL, TITLES
from newslint.language.units.similarity import STOP_WORDS, fold, stem
from newslint.patterns import pattern
from newslint.records import NamedTuple

_WORD = pattern(r"(?<![\w@#])[A-Z][\w’'-]{0,40}(?<![’'-])")
# In capitals, or “Tarrow-based”.
_NO_WORD_OF_NAME = pattern(r"\A[^a-z]+\Z|-[a-z]")
_POSSESSIVE = pattern(r"['’]s\Z")
_NO_NAMES = TITLES | CALENDAR | EVERYWHERE | GENERAL | STOP_WORDS
_NO_RIVALS = _NO_NAMES - COMPASS
_COUNTRYMEN = frozenset(["", "a", "an", "ian", "n", "s", "es", "ese", "ish", "y", "ia", "ic", "i", "er", "ers", "al"])
_MOST_UNKNOWN = 50
_MOST_SEEN = 2000  # names of a body that are compared
_LEAST_WEIGHT, _LEAST_WEIGHT_APART = 0.4, 1.9
_LEAST_LETTERS = 4
_LEAST_ALIKE = 0.7
_HEAD, _TAIL = 3, 4  # letters
_SHORTEST = 3


class _Name(NamedTuple):
    """A word with a capital: where it stands in a text, and the words with capitals right before and after it."""

    start: int
    end: int
    word: str
    before: str
    after: str
    place: int = -1  # the sentence of the body

    @property
    def is_first(self) -> bool:
        """Whether it begins its sentence."""
        return self.start == 0


def _find_names(text: str, at: int = 0, place: int = -1) -> list[_Name]:
    """Return the words of a text with a capital and a small letter, `at` being where the text begins."""
    spans = []
    for match in _WORD.finditer(text):
        end = match.end() - (2 if _POSSESSIVE.search(match.group()) else 0)
        if not _NO_WORD_OF_NAME.search(match.group()):
            spans.append((match.start(), end, fold(text[match.start() : end])))
    found = []
    for number, (start, end, word) in enumerate(spans):
        before = spans[number - 1][2] if number and text[spans[number - 1][1] : start] == " " else ""
        after = spans[number + 1][2] if number + 1 < len(spans) and text[end : spans[number + 1][0]] == " " else ""
        found.append(_Name(at + start, at + end, word, before, after, place))
    return found


class NearNames:
    """The names of an article's body, to hold those of its digests against."""

    def __init__(self, article: Article, statements: Statements) -> None:
        self._body = Body(article, statements.digests)
        self._pictures = Body(article, frozenset(range(len(article.blocks))) - statements.captions)
        self._statements = statements

    @cached_property
    def _names(self) -> Mapping[str, list[_Name]]:
        names: dict[str, list[_Name]] = defaultdict(list)
        for place, sentence in enumerate(self._statements.sentences):
            for name in _find_names(sentence.text, sentence.start, place):
                names[name.word].append(name)
        return names

    @cached_property
    def _pairs(self) -> list[tuple[_Name, str]]:
        """The full names of two words, each at its first word."""
        return [(name, name.after) for names in self._names.values() for name in names if name.after][:_MOST_SEEN]

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that the body has without a capital."""
        return frozenset(
            word for sentence in self._statements.sentences for word in sentence.text.split() if word[:1].islower()
        )

    def find(self, part: Part, start: int, end: int) -> Iterator[tuple[int, int, Place]]:
        """Yield the names of a sentence of a digest that are nearly others of the body, with the place of those."""
        text = part.text[start:end]
        names = _find_names(text)
        if 3 * len(names[1:]) > 2 * len(text.split()):
            return  # a title
        own = frozenset(name.word for name in _find_names(part.text))
        told = [name for name in names if not self._knows(name, part.where)]
        last = 0
        for name in told[:_MOST_UNKNOWN]:
            find = self._slip_of if part.where == "caption" else self._rival_of
            found = find(name, text, own) if name.start >= last else None
            if found is not None:
                first, last, rival, stop = found
                block = self._body.article.blocks[self._statements.sentences[rival.place].block]
                yield start + first, start + last, (block, rival.start, stop)

    def _knows(self, name: _Name, where: str) -> bool:
        """Tell whether the body has a name, or a caption that is not where it stands."""
        word = name.word
        if word in COMPASS and name.after in self._names:
            return any(each.before == word for each in self._names[name.after])
        is_name = len(word) >= _SHORTEST and word.replace("-", "").isalpha() and word not in _NO_NAMES
        forms = (word, f"{word}s", word.removesuffix("s"))
        is_known = not self._body.words.isdisjoint(forms)
        return not is_name or is_known or (where != "caption" and not self._pictures.words.isdisjoint(forms))

    def _rival_of(self, name: _Name, text: str, own: frozenset[str]) -> tuple[int, int, _Name, int] | None:
        """Return the range that is another name in the body, that name, and where it ends there."""
        words = [word for word in telling_words(text) if word != stem(name.word)]
        for rival in self._beside(name, own):
            near = {stem(name.before), stem(name.after)}
            if self._says_same([word for word in words if word not in near], rival.place):
                return name.start, name.end, rival, rival.end
        for is_like, least in ((_is_slip, 0.0), (_begins_alike, _LEAST_WEIGHT_APART)):
            for rival in self._spelled_alike(name, own, is_like):
                if self._says_same(words, rival.place, least):
                    return name.start, name.end, rival, rival.end
        return self._whole_name(name, words, own)

    def _slip_of(self, name: _Name, text: str, own: frozenset[str]) -> tuple[int, int, _Name, int] | None:
        """Return the range of a picture's name that has one letter more, less or other than one of the body."""
        words = [word for word in telling_words(text) if word != stem(name.word)]
        beside = (rival for rival in self._beside(name, own) if _is_one_letter(rival.word, name.word))
        alike = (
            rival for rival in self._spelled_alike(name, own, _is_letter_slip) if self._says_same(words, rival.place, 0)
        )
        # Another given name is somebody else's.
        rivals = (each for each in chain(beside, alike) if not each.before or name.before in ("", each.before))
        return next(((name.start, name.end, rival, rival.end) for rival in rivals), None)

    def _says_same(self, words: Sequence[str], place: int, least: float = _LEAST_WEIGHT) -> bool:
        return self._statements.shared(words).weights.get(place, 0) > least

    def _is_rival(self, word: str, name: str, own: frozenset[str]) -> bool:
        """Tell whether a word of the body may be the one that a name was mistaken for."""
        if not word or word in own or word in _NO_RIVALS or word in self._small:
            return False
        return not _are_forms(word, name) and not is_short_form(word, name)

    def _beside(self, name: _Name, own: frozenset[str]) -> list[_Name]:
        """Return where the only other word stands that the body has beside the word before or after a name."""
        for side, neighbour in (("before", name.before), ("after", name.after)):
            if neighbour in _NO_NAMES:
                continue
            found: dict[str, list[_Name]] = {}
            for each in self._names.get(neighbour, ()):
                word = each.after if side == "before" else each.before
                if self._is_rival(word, name.word, own):
                    found.setdefault(word, []).append(each)
            # The first word of a sentence may be no name.
            if len(found) > 1 or (side == "after" and name.is_first):
                found = {word: places for word, places in found.items() if _shares_edge(word, name.word)}
            if len(found) == 1:
                ((word, places),) = found.items()
                return [rival for rival in self._names[word] for each in places if self._touch(rival, each)]
        return []

    @staticmethod
    def _touch(one: _Name, other: _Name) -> bool:
        return one.place == other.place and (one.end + 1 == other.start or other.end + 1 == one.start)

    def _spelled_alike(self, name: _Name, own: frozenset[str], is_like: Callable[[str, str], bool]) -> list[_Name]:
        words = [*self._names][:_MOST_SEEN]
        alike = [word for word in words if is_like(name.word, word) and self._is_rival(word, name.word, own)]
        found = self._names[alike[0]] if len(alike) == 1 else []
        # The first word of a sentence has a capital anyway.
        is_name = not name.is_first or name.after or any(self._before(each) for each in found)
        return found if is_name else []

    def _before(self, name: _Name) -> bool:
        """Tell whether something stands before a name in its sentence."""
        return name.start > self._statements.sentences[name.place].start

    def _whole_name(self, name: _Name, words: Sequence[str], own: frozenset[str]) -> tuple[int, int, _Name, int] | None:
        """Return the only full name of the body that has most of the letters of one that it does not have."""
        if not name.after or not self._body.words.isdisjoint([name.after]):
            return None
        from difflib import SequenceMatcher

        whole = f"{name.word} {name.after}"
        for rival, after in self._pairs:
            is_alike = after[:3] == name.after[:3] or rival.word[-3:] == name.word[-3:]
            if is_alike and self._is_rival(after, name.after, own):
                ratio = SequenceMatcher(None, whole, f"{rival.word} {after}", autojunk=False).ratio()
                if ratio >= _LEAST_ALIKE and self._says_same(words, rival.place, least=0):
                    return name.start, name.end + 1 + len(name.after), rival, rival.end + 1 + len(after)
        return None


def _shares_edge(one: str, other: str) -> bool:
    return one[:_HEAD] == other[:_HEAD] or one[-_TAIL:] == other[-_TAIL:]


def _count_shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (first, second) in pairs if first != second), min(len(one), len(other)))


def _split(one: str, other: str) -> tuple[int, str, str]:
    """Return how many letters two words share at the beginning, and what is left of each."""
    head = _count_shared(one, other)
    return head, one[head:], other[head:]


def _are_forms(one: str, other: str) -> bool:
    """Tell whether two names are forms of one: Italy and Italian, Tim and Timothy."""
    _, *rest = _split(one, other)
    return {*rest} <= _COUNTRYMEN or ("" in rest and len("".join(rest)) > 1)


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two names differ by one letter, or in long ones by two in a row."""
    short, long = sorted((one, other), key=len)
    if len(short) <= _LEAST_LETTERS or len(long) - len(short) > 2:
        return False
    head, *rest = _split(short, long)
    tail = _count_shared(rest[0][::-1], rest[1][::-1])
    changed = len(long) - head - tail
    return changed == 1 or (changed == 2 and head + tail >= _LEAST_LETTERS)


def _is_letter_slip(one: str, other: str) -> bool:
    """Tell whether two names of more than four letters differ by one letter, or by two that changed places."""
    return one[0] == other[0] and _is_slip(one, other) and (_is_one_letter(one, other) or sorted(one) == sorted(other))


def _is_one_letter(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return _is_slip(one, other) and abs(len(one) - len(other)) == 1


def _begins_alike(one: str, other: str) -> bool:
    """Tell whether two long names have half of their letters in common, at the beginning."""
    head = _split(one, other)[0]
    return head >= _LEAST_LETTERS and 2 * head >= max(len(one), len(other)) - 1
