"""What language finds in an article: sentences, words, quotations, attributions, dates, quantities, readability.

Each analysis is made when it is first asked for and kept with the article, so that all checks share it. Analyses know
the readable text of blocks and nothing of the source. Each takes time in proportion to the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from newslint.parts import PROSE_KINDS, Element, Sentence
from newslint.spans import Extent, Extents

if TYPE_CHECKING:
    from newslint.language.advice.forms import Advice
    from newslint.language.crime.story import CrimeStory
    from newslint.language.dates.mentions import DateMention
    from newslint.language.frames.finding import Framed, Texts
    from newslint.language.lexicon import Lexicon
    from newslint.language.meetings.frames import Frames
    from newslint.language.numbers.changes import Change
    from newslint.language.numbers.figured import Figured
    from newslint.language.numbers.quantities import Quantity
    from newslint.language.readability.measures import Backend, Readability
    from newslint.language.speech.antecedents import Antecedents
    from newslint.language.speech.attributions import Attribution
    from newslint.language.speech.claims import Claim
    from newslint.language.speech.passages import Passage, Statement
    from newslint.language.speech.quotations import Marks, Quotation


_ADVISING = PROSE_KINDS | {"heading", "caption"}


class Analyses:
    """The analyses of some passages. An extent's `passage` is the index of one, which is that of its block."""

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

    @cached_property
    def quotations(self) -> Sequence[Quotation]:
        """The quotations in running text."""
        return self._marks.quotations

    @cached_property
    def _marks(self) -> Marks:
        from newslint.language.speech.quotations import read_marks

        return read_marks(self.passages)

    @cached_property
    def unbalanced_marks(self) -> Sequence[Extent]:
        """The quotation marks without their partner."""
        from newslint.language.speech.quotations import find_unbalanced

        return find_unbalanced(self.passages, self._marks)

    def quoted_extents(self, block: int) -> Sequence[Extent]:
        """Return the extents of somebody else's words in a block: quotations, marks included, and statements."""
        return self._quoted_extents.get(block, ())

    @cached_property
    def _quoted_extents(self) -> Mapping[int, list[Extent]]:
        extents = [quotation.extent for quotation in self.quotations]
        if self.statements:
            extents = [extent for extent in extents if not self.is_stated(*extent)]
            extents = sorted([*extents, *(statement.extent for statement in self.statements)])
        found: dict[int, list[Extent]] = {}
        for extent in extents:
            found.setdefault(extent.passage, []).append(extent)
        return found

    @cached_property
    def statements(self) -> Sequence[Statement]:
        """What is printed as somebody's words without quotation marks: answers in interviews, texts in full."""
        from newslint.language.speech.statements import find_statements

        return find_statements(self.passages, Extents(quotation.extent for quotation in self.quotations))

    def is_stated(self, block: int, start: int, end: int) -> bool:
        """Tell whether a range of a block's text has words that are printed as somebody's without quotation marks."""
        return self._stated.overlaps(block, start, end)

    @cached_property
    def _stated(self) -> Extents:
        return Extents(statement.extent for statement in self.statements)

    def is_quoted(self, block: int, start: int, end: int) -> bool:
        """Tell whether a range of a block's text lies in somebody else's words: a quotation or a statement."""
        return self.passages[block].kind == "quotation" or self._quoted.enclose(block, start, end)

    @cached_property
    def _quoted(self) -> Extents:
        return Extents(extent for extents in self._quoted_extents.values() for extent in extents)

    @cached_property
    def attributions(self) -> Sequence[Attribution]:
        """Who said what."""
        from newslint.language.speech.attributions import find_attributions

        sentences = {
            block: [(sentence.start, sentence.end) for sentence in found] for block, found in self.sentences_of.items()
        }
        return find_attributions(self.passages, self.quotations, self.lexicon, sentences, self.statements)

    @cached_property
    def attributions_of(self) -> Mapping[int, tuple[Attribution, ...]]:
        """The attributions of each block, by the index of the block in which their content begins."""
        found: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            # What has a cue and no words of its own has no place.
            for place in attribution.content[:1]:
                found.setdefault(place.passage, []).append(attribution)
        return {index: tuple(attributions) for index, attributions in found.items()}

    def is_attributed(self, block: int, start: int, end: int) -> bool:
        """Tell whether a range of a block's text is what some source is reported to say."""
        return self._attributed.overlaps(block, start, end)

    @cached_property
    def _attributed(self) -> Extents:
        return Extents(extent for found in self.attributions if found.source for extent in found.content)

    def has_source(self, block: int, start: int, end: int) -> bool:
        """Tell whether some source tells something in a range of a block's text: by its cue there, or by its words."""
        return self._sourced.overlaps(block, start, end)

    @cached_property
    def _sourced(self) -> Extents:
        """The extents in which a source tells something."""
        from newslint.language.speech.claims import is_telling

        return Extents(
            extent
            for found in self.attributions
            if found.source
            and (found.quotation is not None or not found.cue or is_telling(self.text_of(*found.cue), self.lexicon))
            for extent in (*found.cue, *found.content)
        )

    @cached_property
    def antecedents(self) -> Antecedents:
        """What the paragraphs around a place tell of whom and what its words take up."""
        from newslint.language.speech.antecedents import Antecedents

        return Antecedents(self.passages, self.attributions, self.lexicon)

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """The claims of the body in the publication's own voice."""
        from newslint.language.speech.claims import find_claims

        sentences = [
            Extent(sentence.block, sentence.start, sentence.end)
            for sentence in self.sentences
            if not self.is_stated(sentence.block, sentence.start, sentence.end)
        ]
        sources = self.attributions, self.quotations
        return find_claims(self.passages, sentences, *sources, self.quantities, self.vocabulary)

    def advice(self, name: str) -> Sequence[tuple[int, Advice]]:
        """The advice on a matter in prose, headings and captions, each with its block's index; whose it is, is open.

        A matter is named by the file of its words, such as `investing`.
        """
        if name not in self._advice:
            self._advice[name] = tuple(self._find_advice(name))
        return self._advice[name]

    @cached_property
    def _advice(self) -> dict[str, Sequence[tuple[int, Advice]]]:
        return {}

    def _find_advice(self, name: str) -> Iterator[tuple[int, Advice]]:
        from newslint.language.advice.forms import find_advice
        from newslint.language.advice.matters import matter

        about = matter(name)
        indices = range(len(self.passages))
        spread = [index for index in indices if not about.evidence.isdisjoint(self.vocabulary(index))]
        near = {each for index in spread for each in (index - 1, index, index + 1)}
        near |= {index for index, passage in enumerate(self.passages) if spread and passage.kind == "heading"}
        for index, passage in enumerate(self.passages):
            words = self.vocabulary(index) if passage.kind in _ADVISING else frozenset[str]()
            is_near = index in near
            if not about.triggers.isdisjoint(words) and (is_near or not about.telling.isdisjoint(words)):
                for start, end in self.cuts(index):
                    for found in find_advice(passage.text[start:end], about, has_evidence=is_near):
                        yield index, found._replace(start=start + found.start, end=start + found.end)

    def framed(self, name: str, sure: bool = False) -> Sequence[Framed]:
        """Return what the frames of a list, such as `suicide`, find in headings, prose, tables and captions.

        `sure`: only what needs no other sign of what the text is about.
        """
        known = self._framed
        if (name, sure) not in known:
            from newslint.language.frames.finding import find_framed

            known[name, sure] = find_framed(name, self._framed_texts, sure)
        return known[name, sure]

    @cached_property
    def _framed_texts(self) -> Texts:
        from newslint.language.frames.finding import Texts

        texts = {index: passage.text for index, passage in enumerate(self.passages) if passage.text}
        return Texts(texts, {index: self.vocabulary(index) for index in texts})

    @cached_property
    def _framed(self) -> dict[tuple[str, bool], Sequence[Framed]]:
        return {}

    @cached_property
    def dates(self) -> Sequence[tuple[int, DateMention]]:
        """The dates in headings, prose, tables and captions, each with its block's index."""
        from newslint.language.dates.mentions import find_dates

        return [
            (index, date)
            for index, passage in enumerate(self.passages)
            for date in find_dates(passage.text, day_first=self.day_first)
        ]

    @cached_property
    def quantities(self) -> Sequence[tuple[int, Quantity]]:
        """The figures in headings, prose, tables and captions, each with its block's index."""
        from newslint.language.numbers.quantities import find_quantities

        dates: dict[int, list[DateMention]] = {}
        for index, date in self.dates:
            dates.setdefault(index, []).append(date)
        return [
            (index, found)
            for index, passage in enumerate(self.passages)
            for found in find_quantities(passage.text, dates.get(index, []), self.vocabulary(index))
        ]

    @cached_property
    def changes(self) -> Sequence[tuple[int, Change]]:
        """The changes for which a sentence gives both values, each with its block's index."""
        from newslint.language.numbers.changes import find_changes

        return [(index, change) for index, sentence in self.figured for change in find_changes(sentence)]

    @cached_property
    def figured(self) -> Sequence[tuple[int, Figured]]:
        """The sentences with several figures, with marks for those, each with its block's index.

        They are those of the prose, and of headings and captions.
        """
        from newslint.language.numbers.figured import read_sentences

        figures: dict[int, list[Quantity]] = {}
        for index, quantity in self.quantities:
            figures.setdefault(index, []).append(quantity)
        return [
            (index, found)
            for index, own in figures.items()
            if index in self.sentences_of or self.passages[index].kind in ("heading", "caption")
            for found in read_sentences(self.passages[index].text, self.cuts(index), own, self.vocabulary(index))
        ]

    @cached_property
    def crimes(self) -> CrimeStory:
        """What the text and its front matter say of crimes, and in whose voice."""
        from newslint.language.crime.story import CrimeStory
        from newslint.language.speech.passages import Passage

        digests = [Passage(each.text, "heading" if each.kind == "headline" else "paragraph") for each in self.digests]
        cuts = (self.cuts(index) if passage.text else () for index, passage in enumerate(self.passages))
        others = self.quoted_extents, self.is_reported
        return CrimeStory(self.passages, digests, cuts, self.lexicon, self.vocabulary, *others)

    def is_reported(self, block: int, start: int, end: int) -> bool:
        """Tell whether a range of a block's text is what somebody, known or hidden, is reported to say."""
        return self._reported.overlaps(block, start, end)

    @cached_property
    def _reported(self) -> Extents:
        found = (each for each in self.attributions if each.source or each.is_passive)
        return Extents(extent for each in found for extent in each.content)

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
