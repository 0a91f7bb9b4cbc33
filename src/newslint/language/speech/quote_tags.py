"""Read speakers that stand beside a quotation without a known cue."""

from __future__ import annotations

from newslint.language.speech.speech_acts import SpeechAct, TokenView
from newslint.language.units.tokens import (
    ADV,
    AUX,
    COLON,
    COMMA,
    CUE,
    DASH,
    DET,
    ED,
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
        for at in range(first, min(end, first + 9)):
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
