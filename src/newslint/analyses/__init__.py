"""What language finds in an article: sentences, words, quotations, attributions, dates, quantities, readability.

Each analysis is made when it is first asked for and kept with the article, so that all checks share it. Analyses know
the readable text of blocks and nothing of the source. Each takes time in proportion to the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.analyses.wording import Wording
from newslint.parts import PROSE_KINDS
from newslint.spans import Extent, Extents

if TYPE_CHECKING:
    from newslint.language.advice.forms import Advice
    from newslint.language.crime.story import CrimeStory
    from newslint.language.dates.mentions import DateMention
    from newslint.language.frames.finding import Framed, Texts
    from newslint.language.numbers.changes import Change
    from newslint.language.numbers.figured import Figured
    from newslint.language.numbers.quantities import Quantity
    from newslint.language.speech.antecedents import Antecedents
    from newslint.language.speech.attributions import Attribution
    from newslint.language.speech.claims import Claim
    from newslint.language.speech.passages import Statement
    from newslint.language.speech.quotations import Marks, Quotation


_ADVISING = PROSE_KINDS | {"heading", "caption"}


class Analyses(Wording):
    """The analyses of some passages. An extent's `passage` is the index of one, which is that of its block."""

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
