"""Find who does what a cue verb says: before it, after it or shared with an earlier verb."""

from __future__ import annotations

from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.speech.speech_acts import TokenView, VerbGroup
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
    ING,
    NAME,
    NUM,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    SUB,
    TIME,
    TO,
    VERB,
    Tokens,
)


class Subjects(TokenView):
    """Find who does what a cue verb says."""

    __slots__ = ("previous",)

    def __init__(self, tokens: Tokens, phrases: NounPhrases) -> None:
        super().__init__(tokens, phrases)
        self.previous: tuple[int, int] | None = None

    def find(self, verb: VerbGroup, begin: int, end: int, last: tuple[int, int] | None) -> None:
        flags = self.flags
        start = verb.start
        verb.left = start
        here = flags[start]
        if here & AUX and here & (PRON | REL):
            verb.subject = (start, start + 1)
            return
        before = start - 1
        if verb.infinitive or (
            verb.participle and (before < begin or flags[before] & (PUNCT | PREP | SUB | ADV | QUOTE))
        ):
            verb.shared = True
            if before >= begin:
                verb.subject = last or self.of_sentence(begin, start)
            elif "quote" in verb.cue.frames and verb.participle:
                verb.subject = self.previous
            return
        if before < begin or flags[before] & QUOTE:
            verb.inverted = self._inversion(verb, end)
            return
        if flags[before] & COMMA or flags[before] & DASH:
            verb.subject = self.phrases.leftward(before, begin) if flags[before] & COMMA else None
            if not verb.participle and verb.cue.form != "base":
                inverted = self._inversion(verb, end)
                if inverted is not None and self._is_inverted(verb, inverted, before, end):
                    verb.subject, verb.inverted = None, inverted
                    return
            if verb.subject is None and last is not None:
                verb.subject, verb.shared = last, True
            elif verb.subject is not None:
                verb.left = verb.subject[0]
            return
        if flags[before] & CONJ and not flags[before] & NAME:
            verb.subject = last or self.of_sentence(begin, before)
            verb.shared = True
            return
        if flags[before] & (TIME | NUM):
            back = before
            while (
                back >= begin
                and flags[back] & (TIME | NUM | PREP | DET)
                and (flags[back] & TIME or not flags[back] & NAME)
            ):
                back -= 1
            if back >= begin and flags[back] & CONJ:
                verb.subject = last or self.of_sentence(begin, back)
                verb.shared = True
                return
            if flags[before] & TIME and back >= begin and not flags[back] & (PUNCT | VERB | AUX):
                before = back
        if verb.participle and last is not None and last[1] < before and flags[last[0]] & (NAME | PRON | DET):
            verb.subject, verb.shared = last, True
            return
        verb.subject = self._related(before, begin) or self.phrases.leftward(before, begin)
        if verb.subject is not None:
            verb.left = verb.subject[0]

    def _related(self, before: int, begin: int) -> tuple[int, int] | None:
        """Return “an official who asked not to be named” as one source, where no comma sets the clause off."""
        flags, lower = self.flags, self.lower
        if flags[before] & (PRON | REL):
            return None
        finite = 0
        for place in range(before, max(begin, before - 16), -1):
            flag = flags[place]
            if flag & (PUNCT | QUOTE) or lower[place] == "that":
                return None
            if lower[place] == "who":
                if not finite or place == begin or flags[place - 1] & PUNCT:
                    return None
                head = self.phrases.leftward(place - 1, begin)
                return None if head is None else (head[0], before + 1)
            if flag & PRON and place < before:
                return None
            finite += bool(flag & (AUX | VERB | ED | CUE)) and place < before
        return None

    def of_sentence(self, begin: int, limit: int) -> tuple[int, int] | None:
        """Return the first noun phrase of a sentence that stands before a verb, skipping what is put in front."""
        flags = self.flags
        place = begin
        while place < limit:
            while place < limit and flags[place] & (CONJ | ADV | PUNCT) and not flags[place] & (DET | NAME):
                place += 1
            first = place
            is_fronted = (
                place < limit and flags[place] & (PREP | SUB | ING | TO | ED) and not flags[place] & (NAME | DET)
            )
            while place < limit and not flags[place] & (COMMA | DASH | QUOTE):
                flag = flags[place]
                if not is_fronted and place > first:
                    if flag & (AUX | VERB | ED | SUB) and not flag & NAME:
                        break
                    if flag & CUE and not flag & NAME and not flags[place - 1] & (DET | PREP | POSS):
                        break
                place += 1
            if is_fronted or first == place or (place >= limit and limit < begin):
                if place >= limit or flags[place] & QUOTE:
                    return None
                continue
            last = place
            while last - 1 > first and flags[last - 1] & ADV and not flags[last - 1] & NAME:
                last -= 1
            if last - first > 14 or (flags[first] & (AUX | VERB) and not flags[first] & NAME):
                return None
            return (first, last)
        return None

    def _is_inverted(self, verb: VerbGroup, inverted: tuple[int, int], before: int, end: int) -> bool:
        """Tell whether what follows the verb is its subject although a comma stands before the verb."""
        flags = self.flags
        if before and flags[before - 1] & QUOTE:
            return True
        if "addressee" in verb.cue.frames or (flags[inverted[0]] & PRON and not flags[inverted[0]] & NAME):
            return False
        after = inverted[1]
        closes = after >= end or bool(flags[after] & (COMMA | QUOTE | COLON | DASH | PREP | TIME | SUB))
        return closes and (verb.subject is None or (not flags[after - 1] & TIME and after >= end))

    def _inversion(self, verb: VerbGroup, end: int) -> tuple[int, int] | None:
        if "quote" not in verb.cue.frames or verb.cue.form not in ("past", "third"):
            return None
        return self.phrases.rightward(verb.at + 1, end)
