"""The words and sentences of an article, cut once for all that ask for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from newslint.parts import PROSE_KINDS, Element, Sentence
from newslint.spans import Extent

if TYPE_CHECKING:
    from newslint.language.lexicon import Lexicon
    from newslint.language.meetings.frames import Frames
    from newslint.language.readability.measures import Backend, Readability
    from newslint.language.speech.passages import Passage


class Wording:
    """The sentences and words of some passages, their vocabulary and how they read."""

    if TYPE_CHECKING:

        @property
        def passages(self) -> Sequence[Passage]:
            """The texts with their kinds; what is not to be analysed is empty."""

        @property
        def day_first(self) -> bool | None:
            """Whether its numeric dates put the day first, or None."""

        @property
        def language_code(self) -> str | None:
            """The language of the texts as an ISO 639-1 code, or None."""

        @property
        def digests(self) -> Sequence[Element]:
            """What front matter says beside the texts."""

        @property
        def lexicon(self) -> Lexicon:
            """The word lists to analyse with."""

    def text_of(self, *extents: Extent) -> str:
        """Return the text of parts of blocks, joined by spaces."""
        return " ".join([self.passages[number].text[start:end] for number, start, end in extents])

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body's paragraphs, list items and block quotations."""
        from newslint.language.units.sentences import split_sentences

        return tuple(
            Sentence(index, start, end, passage.text[start:end])
            for index, passage in enumerate(self.passages)
            if passage.kind in PROSE_KINDS
            for start, end in split_sentences(passage.text)
        )

    @cached_property
    def sentences_of(self) -> Mapping[int, tuple[Sentence, ...]]:
        """The sentences of each prose block, by the block's index."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return {index: tuple(sentences) for index, sentences in found.items()}

    def words_of(self, sentence: Sentence) -> list[str]:
        """Return the words of one of `sentences`; they are found once for all."""
        return self._words[sentence]

    @cached_property
    def _words(self) -> dict[Sentence, list[str]]:
        from newslint.language.units.words import list_words

        return {sentence: list_words(sentence.text) for sentence in self.sentences}

    def parts(self, block: int) -> list[str]:
        """Return the words of a block's text in small letters, cut at hyphens and apostrophes, in order.

        They are found once for all, as is the `vocabulary`.
        """
        known = self._parts
        if block not in known:
            from newslint.language.units.words import list_parts

            known[block] = list_parts(self.passages[block].text.lower())
        return known[block]

    @cached_property
    def _parts(self) -> dict[int, list[str]]:
        return {}

    def vocabulary(self, block: int) -> frozenset[str]:
        """Return the different `parts` of a block: what needs none of them need not search the text."""
        try:
            return self._vocabulary[block]
        except KeyError:  # seldom: most checks ask for it
            found = self._vocabulary[block] = frozenset(self.parts(block))
            return found

    @cached_property
    def _vocabulary(self) -> dict[int, frozenset[str]]:
        return {}

    def parts_in(self, block: int, start: int, end: int) -> list[str]:
        """Return the `parts` of a range of a block, such as a sentence; it begins and ends between words."""
        place = block, start, end
        known = self._parts_in
        if place not in known:
            from newslint.language.units.words import list_parts

            text = self.passages[block].text
            is_whole = not start and end == len(text)
            known[place] = self.parts(block) if is_whole else list_parts(text[start:end].lower())
        return known[place]

    @cached_property
    def _parts_in(self) -> dict[tuple[int, int, int], list[str]]:
        return {}

    def vocabulary_in(self, block: int, start: int, end: int) -> frozenset[str]:
        """Return the different parts of a range of a block, as `parts_in` does."""
        place = block, start, end
        known = self._vocabulary_in
        if place not in known:
            known[place] = frozenset(self.parts_in(block, start, end))
        return known[place]

    @cached_property
    def _vocabulary_in(self) -> dict[tuple[int, int, int], frozenset[str]]:
        return {}

    def candidates(self, frames: Frames, frame: str) -> Iterator[int]:
        """Yield the passages that may have a frame, by their words, in order."""
        words, texts = self._vocabularies, [passage.text for passage in self.passages]
        if frames not in self._classes:
            self._classes[frames] = list(map(frames.classes_in, words))
        return frames.candidates(frame, words, self._classes[frames], texts)

    @cached_property
    def _classes(self) -> dict[Frames, list[frozenset[str]]]:
        return {}

    @cached_property
    def _vocabularies(self) -> list[frozenset[str]]:
        return list(map(self.vocabulary, range(len(self.passages))))

    def count_words(self, block: int) -> int:
        """Count the words of a block's text; boilerplate and code have none."""
        if self.passages[block].kind in PROSE_KINDS:
            return sum(len(self.words_of(sentence)) for sentence in self.sentences_of.get(block, ()))
        from newslint.language.units.words import count_words

        return count_words(self.passages[block].text)

    @cached_property
    def uses(self) -> Mapping[str, int]:
        """How often each word stands in the body's prose."""
        return Counter(chain.from_iterable(self._words.values()))

    @cached_property
    def subjects(self) -> Mapping[str, int]:
        """How often the stem of each word that tells what a text is about stands in the body's prose and headings.

        A summary repeats the body, and most formats keep it in their metadata.
        """
        from newslint.language.units.subjects import count_subjects

        kinds = PROSE_KINDS | {"heading"}
        telling = (index for index, each in enumerate(self.passages) if each.kind in kinds and each.role != "summary")
        return count_subjects(chain.from_iterable(map(self.parts, telling)))

    @cached_property
    def stems(self) -> Mapping[str, str]:
        """The stem of each word of all passages that tells what a text is about."""
        from newslint.language.units.subjects import subject_of

        words = frozenset().union(*self._vocabularies)
        return {word: stem for word in words if (stem := subject_of(word))}

    @cached_property
    def word_count(self) -> int:
        """The number of words in the body's prose."""
        return sum(map(len, self._words.values()))

    def readability(self, backend: Backend = "newslint", *, blocks: tuple[int, ...] | None = None) -> Readability:
        """Measure the prose of the body or of some blocks."""
        known = self._readability
        if blocks == tuple(self.sentences_of):
            blocks = None
        if (backend, blocks) not in known:
            from newslint.language.readability.measures import measure

            some = chain.from_iterable(self.sentences_of.get(block, ()) for block in blocks or ())
            sentences = self.sentences if blocks is None else tuple(some)
            texts = [sentence.text for sentence in sentences]
            words, language = map(self.words_of, sentences), self.language_code or "en"
            uses = self.uses if blocks is None else None
            known[backend, blocks] = measure(texts, words, language=language, backend=backend, uses=uses)
        return known[backend, blocks]

    @cached_property
    def _readability(self) -> dict[tuple[Backend, tuple[int, ...] | None], Readability]:
        return {}

    def cuts(self, block: int) -> tuple[tuple[int, int], ...]:
        """Return where the sentences of a block begin and end; headings and captions have some, too.

        They are found once for all.
        """
        known = self._cuts
        if block not in known:
            from newslint.language.units.sentences import split_sentences

            prose = self.sentences_of.get(block)
            places = split_sentences(self.passages[block].text) if prose is None else [each[1:3] for each in prose]
            known[block] = tuple(places)
        return known[block]

    @cached_property
    def _cuts(self) -> dict[int, tuple[tuple[int, int], ...]]:
        return {}
