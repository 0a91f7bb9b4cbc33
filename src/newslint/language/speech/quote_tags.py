"""Read speakers that stand beside a quotation without a known cue."""

from __future__ import annotations

from newslint.language.speech.people import PeopleInArticle, bare
from newslint.language.speech.speech_acts import SpeechAct, TokenView
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import (
    ADV,
    AUX,
    COLON,
    COMMA,
    CONJ,
    CUE,
    DASH,
    DET,
    ED,
    END,
    ING,
    NAME,
    PREP,
    PUNCT,
    QUOTE,
    SUB,
    TIME,
    TITLE,
    VERB,
)

# How many words a headline's label may have, and nouns of those who speak in one. Other bodies and papers are topics.
_LONGEST_LABEL = 5
_VOICES = frozenset(
    "police ministry authority authorities council union unions government court agency committee commission board "
    "company party firm watchdog regulator charity hospital university army military prosecutors officials report "
    "study poll survey audit inquiry residents experts analysts critics scientists doctors researchers lawyers "
    "economists ministers voters teachers farmers tenants workers".split()
)


class QuoteTags(TokenView):
    """Read speakers that stand beside a quotation without a known cue."""

    __slots__ = ()

    def find(self, quotes: list[int], begin: int, end: int, acts: list[SpeechAct]) -> list[SpeechAct]:
        """Read any verb that stands where only a verb of saying can: “…,” Roe pressed. Roe fired back: “…”."""
        found: list[SpeechAct] = []
        for place in quotes:
            if any(start <= place < stop for act in acts for start, stop in act.content):
                continue
            act = (
                self._tag_after(place, begin, end)
                or self._tag_before(place, begin)
                or self._signature(place, begin, end)
            )
            if act is not None:
                found.append(act)
        return found

    def _tag_after(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read “…,” Roe pressed, and “…,” pressed Roe."""
        flags = self.flags
        first = place + 1
        if first < end and flags[first] & COMMA:
            first += 1
        for at in range(first, min(end, first + 16)):
            flag = flags[at]
            if flag & (QUOTE | PUNCT | SUB | AUX) and not flag & (COMMA | PREP):
                return None
            if flag & (ED | VERB | CUE) and not flag & (NAME | ING):
                source = self._subject_behind(at, end) if at == first else self._subject_before(at, first, end)
                return self._spoken(source, (at, at + 1), place)
        return None

    def _subject_behind(self, verb: int, end: int) -> tuple[int, int] | None:
        source = self.phrases.rightward(verb + 1, end)
        closes = source is not None and (source[1] >= end or self.flags[source[1]] & (PUNCT | QUOTE))
        return source if closes else None

    def _subject_before(self, verb: int, first: int, end: int) -> tuple[int, int] | None:
        source = self.phrases.leftward(verb - 1, first)
        closes = verb + 1 >= end or self.flags[verb + 1] & (PUNCT | QUOTE | PREP | TIME | ADV | ING)
        return source if closes and source is not None and source[0] == first else None

    def _tag_before(self, place: int, begin: int) -> SpeechAct | None:
        """Read “Roe fired back: “…””, and “Roe: “…””."""
        flags = self.flags
        mark = place - 1
        if mark <= begin or not flags[mark] & (COLON | COMMA | DASH):
            return None
        is_colon = bool(flags[mark] & COLON)
        finite = self._finite_verbs(mark, begin)
        label = self.phrases.leftward(mark - 1, begin) if is_colon else None
        if not finite or (label and flags[mark - 1] & flags[mark - 2] & NAME and finite[-1] < label[0]):
            return self._spoken(label, (mark, mark + 1), place)
        if flags[mark] & DASH or finite[0] <= begin:
            return None
        source = self.phrases.leftward(finite[0] - 1, begin)
        return self._spoken(source, (finite[0], mark + is_colon), place)

    def _finite_verbs(self, mark: int, begin: int) -> list[int]:
        """Return the verbs of the clause that ends at a mark."""
        flags = self.flags
        clause = mark
        while clause > begin and not flags[clause - 1] & (PUNCT | QUOTE):
            clause -= 1
        return [at for at in range(clause, mark) if flags[at] & (ED | VERB | AUX | CUE) and not flags[at] & NAME]

    @staticmethod
    def _spoken(source: tuple[int, int] | None, cue: tuple[int, int], place: int) -> SpeechAct | None:
        """Return the act by which a source speaks the quotation at a place, if there is a source."""
        if source is None:
            return None
        return SpeechAct(source, cue, [(place, place + 1)], is_speech=True, left=min(source[0], cue[0]))

    def _signature(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read “…” — Roe."""
        flags = self.flags
        if place != begin or place + 2 >= end or not flags[place + 1] & DASH or not flags[place + 2] & (NAME | DET):
            return None
        source = self.phrases.rightward(place + 2, end)
        if source is None or (source[1] < end and not flags[source[1]] & (COMMA | PREP)):
            return None
        return SpeechAct(source, (place + 1, place + 2), [(place, place + 1)], is_speech=True, left=place + 1)

    def signs(self) -> SpeechAct | None:
        """Return the act of a passage that is nothing but the signature under a quotation: “— Ada Roe, author”."""
        flags = self.flags
        if len(flags) < 2 or len(flags) > 24 or not flags[0] & DASH or not flags[1] & (NAME | TITLE | DET):
            return None
        source = self.phrases.rightward(1, len(flags))
        return None if source is None else SpeechAct(source, (0, 1), [], is_speech=True)

    def labels(self, people: PeopleInArticle) -> SpeechAct | None:
        """Return the act of a headline that begins with who says the rest and a colon."""
        flags = self.flags
        colon = next((at for at in range(min(len(flags) - 3, _LONGEST_LABEL + 1)) if flags[at] & PUNCT), 0)
        if not colon or not flags[colon] & COLON or flags[colon + 1] & QUOTE or not self._may_speak(colon, people):
            return None
        stop = len(flags) - bool(flags[-1] & END)
        if not self._may_be_said(colon + 1, stop):
            return None
        return SpeechAct((0, colon), (colon, colon + 1), [(colon + 1, stop)], is_speech=True)

    def _may_be_said(self, start: int, stop: int) -> bool:
        """Tell whether words may be a statement and no question or title: “Ada Roe: A life in pictures”."""
        if self.words[-1] == "?":
            return False
        return not self.flags[start] & DET or any(self.flags[at] & (AUX | VERB | ED) for at in range(start, stop))

    def _may_speak(self, stop: int, people: PeopleInArticle) -> bool:
        """Tell whether the words before ``stop`` name a person of the article, an office or a body that has a voice."""
        if any(self.flags[at] & (AUX | VERB | PREP | SUB | CONJ) and not self.flags[at] & NAME for at in range(stop)):
            return False
        word = self.lower[stop - 1]
        if word in _VOICES or self.flags[stop - 1] & BITS["role"]:
            return True
        known = people.by_surname.get(bare(self.words[stop - 1]))
        return known is not None and known.is_known
