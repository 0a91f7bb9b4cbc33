"""What checks of sources ask about the paragraphs around: who with a name speaks there, and of the same thing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from newslint.article import Article, Sentence
from newslint.language.speech.attributions import Attribution
from newslint.language.units.similarity import STOP_WORDS, stem
from newslint.patterns import pattern
from newslint.spans import Extent

_NAME = pattern(r"[A-Z][\w’'-]*")
_INSIDE = pattern(r"(?<=[\w,;’'][ ])[A-Z][\w’'-]*")
_WORD = pattern(r"[^\W\d_]{5,40}")
_COMMON = frozenset(
    "since people still never always other while every where might could would should there their".split()
)
_REACH = 2
_BACK = 12
_LEAST_SHARED = 2
_MOST_VOICES = 200


class Nearby:
    """Answer who with a name speaks around a place of an article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._prose = [index for index, _ in article.prose_blocks()]
        self._words: dict[int, frozenset[str]] = {}

    @cached_property
    def quoted(self) -> Mapping[int, Sequence[Extent]]:
        """The quotations of each block, in order."""
        quoted: dict[int, list[Extent]] = {}
        for quotation in self._article.quotations:
            quoted.setdefault(quotation.extent.passage, []).append(quotation.extent)
        return quoted

    def unquoted(self, sentence: Sentence) -> str:
        """Return the text of a sentence without what is quoted in it."""
        text, parts, at = self._article.blocks[sentence.block].text, list[str](), sentence.start
        for extent in self.quoted.get(sentence.block, ()):
            if extent.end > at and extent.start < sentence.end:
                parts.append(text[at : extent.start])
                at = extent.end
        return " ".join((*parts, text[at : sentence.end]))

    @cached_property
    def voices(self) -> Mapping[int, Sequence[Attribution]]:
        """Who with a name, or which institution, tells something in each block."""
        voices: dict[int, list[Attribution]] = {}
        for found in self._article.attributions:
            if found.source and self._is_voice(found):
                voices.setdefault(found.source[0].passage, []).append(found)
        return voices

    def _is_voice(self, found: Attribution) -> bool:
        text = self._article.text_of(found.source[0])
        if found.source_kind != "named":
            return found.source_kind == "institution" or text.lower() in ("he", "she")
        names = _NAME.findall(text)
        # “Bystanders”, which begin a sentence, have no name.
        return len(names) != 1 or names[0] in self.inside

    @cached_property
    def inside(self) -> frozenset[str]:
        """The capitalised words that stand inside a sentence somewhere."""
        blocks = self._article.blocks
        return frozenset(match.group() for at in self._prose for match in _INSIDE.finditer(blocks[at].text))

    @cached_property
    def _introduced(self) -> frozenset[int]:
        """The blocks in which somebody speaks who is first named there."""
        first: dict[str, int] = {}
        for number in self._prose:
            for match in _NAME.finditer(self._article.blocks[number].text):
                first.setdefault(match.group(), number)
        return frozenset(
            number
            for number, voices in self.voices.items()
            for found in voices
            if found.source_kind == "named"
            if any(first.get(name) == number for name in _NAME.findall(self._article.text_of(found.source[0]))[-1:])
        )

    def speaks_in(self, place: Extent) -> bool:
        """Tell whether somebody named, other than who stands at a place, speaks in its paragraph."""
        sources = (found.source[0] for found in self.voices.get(place.passage, ()))
        return any(each.end <= place.start or place.end <= each.start for each in sources)

    def introduces_next(self, number: int) -> bool:
        """Tell whether one of the next two paragraphs has somebody speak who is first named there."""
        at = bisect_left(self._prose, number)
        return any(each in self._introduced for each in self._prose[at + 1 : at + 1 + _REACH])

    def has_noun_before(self, number: int, noun: str) -> bool:
        """Tell whether one of the paragraphs before has a noun."""
        at = bisect_left(self._prose, number)
        return any(noun in self._article.vocabulary(each) for each in self._prose[max(0, at - _BACK) : at])

    def tells_of(self, number: int, said: str, but: str = "") -> bool:
        """Tell whether somebody named tells of what a sentence says: near it by one word, elsewhere by two."""
        own = words_of(said) - words_of(but)
        at = bisect_left(self._prose, number)
        near = [each for each in self._prose[max(0, at - _REACH) : at + _REACH + 1] if each != number]
        if any(each in self.voices and own & self._words_in(each) for each in near):
            return True
        voices = [each for each in self.voices if each != number][:_MOST_VOICES]
        return any(len(own & self._words_in(each)) >= _LEAST_SHARED for each in voices)

    def _words_in(self, number: int) -> frozenset[str]:
        if number not in self._words:
            self._words[number] = words_of(self._article.blocks[number].text)
        return self._words[number]


def words_of(text: str) -> frozenset[str]:
    """Return the stems of the longer words of a text that tell its matter."""
    words = (match.group().lower() for match in _WORD.finditer(text))
    return frozenset(stem(word) for word in words if word not in STOP_WORDS and word not in _COMMON)
