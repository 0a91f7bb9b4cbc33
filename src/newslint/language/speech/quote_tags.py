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
        flags = self.flags
        first = place + 1
        if first < end and flags[first] & COMMA:
            first += 1
        for at in range(first, min(end, first + 9)):
            flag = flags[at]
            if flag & (QUOTE | PUNCT | SUB | AUX) and not flag & (COMMA | PREP):
                return None
            if flag & (ED | VERB | CUE) and not flag & NAME:
                closes = at + 1 >= end or flags[at + 1] & (PUNCT | QUOTE | PREP | TIME | ADV | ING)
                if at == first:
                    source = self.phrases.rightward(at + 1, end)
                    closes = source is not None and (source[1] >= end or flags[source[1]] & (PUNCT | QUOTE))
                else:
                    source = self.phrases.leftward(at - 1, first)
                    if source is not None and source[0] != first:
                        return None
                if source is None or not closes:
                    return None
                return SpeechAct(source, (at, at + 1), [(place, place + 1)], is_speech=True, left=min(source[0], at))
        return None

    def _tag_before(self, place: int, begin: int) -> SpeechAct | None:
        """Read “Roe fired back: “…””, and “Roe: “…””."""
        flags = self.flags
        mark = place - 1
        if mark <= begin or not flags[mark] & (COLON | COMMA | DASH):
            return None
        clause = mark - 1
        while clause >= begin and not flags[clause] & (PUNCT | QUOTE):
            clause -= 1
        clause += 1
        finite = [at for at in range(clause, mark) if flags[at] & (ED | VERB | AUX | CUE) and not flags[at] & NAME]
        if not finite:
            if not flags[mark] & COLON:
                return None
            source = self.phrases.leftward(mark - 1, begin)
            return (
                None
                if source is None
                else SpeechAct(source, (mark, mark + 1), [(place, place + 1)], is_speech=True, left=source[0])
            )
        if flags[mark] & DASH:
            return None
        label = self.phrases.leftward(mark - 1, begin) if flags[mark] & COLON and flags[mark - 1] & NAME else None
        if label is not None and flags[mark - 2] & NAME and finite[-1] < label[0]:
            return SpeechAct(label, (mark, mark + 1), [(place, place + 1)], is_speech=True, left=label[0])
        source = self.phrases.leftward(finite[0] - 1, begin) if finite[0] > begin else None
        if source is None:
            return None
        stop = mark + 1 if flags[mark] & COLON else mark
        return SpeechAct(source, (finite[0], stop), [(place, place + 1)], is_speech=True, left=source[0])

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
