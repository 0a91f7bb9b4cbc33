"""Read cues that are not verbs: “according to”, nouns, adjectives, hearsay and fronted questions."""

from __future__ import annotations

from newslint.language.speech.cues import adjective_cues
from newslint.language.speech.noun_cues import ClauseEnds, NounCues
from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.speech.speech_acts import SpeechAct
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import (
    ADJ_CUE,
    ADV,
    AUX,
    BE,
    COMMA,
    CONJ,
    HEARSAY,
    ING,
    NEG,
    NOUN_CUE,
    PREP,
    PRON,
    QUOTE,
    REL,
    SUB,
    TIME,
    TO,
    Tokens,
)

_COPULAS = frozenset("remain remains remained feel feels felt become becomes became grow grows grew stay stays".split())
_ASKED = frozenset(["asked", "pressed", "questioned"])


class NonverbalCues(ClauseEnds):
    """Read cues that are not verbs."""

    __slots__ = ("_nouns", "adjectives")

    def __init__(self, tokens: Tokens, phrases: NounPhrases) -> None:
        super().__init__(tokens, phrases)
        self.adjectives = adjective_cues(tokens.lexicon)
        self._nouns = NounCues(tokens, phrases)

    def find(self, places: list[int], begin: int, end: int, taken: set[int]) -> list[SpeechAct]:
        """Return the acts of some words of a sentence, but for those that are ``taken`` as verbs."""
        acts: list[SpeechAct] = []
        for place in places:
            flag = self.flags[place]
            act = None
            if flag & BITS["according"] and place + 2 < end and self.lower[place + 1] == "to":
                act = self._according(place, begin, end)
            elif flag & (NOUN_CUE | ADJ_CUE | HEARSAY) and place + 1 < end and place not in taken:
                act = self._cue(place, begin, end)
            if act is not None:
                acts.append(act)
        return acts

    def _according(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read “according to Roe”, which stands before, inside or after its content."""
        flags = self.flags
        is_fronted = place <= begin + 2 and not flags[begin] & QUOTE
        source = self.phrases.rightward(place + 2, end, must_close=is_fronted, is_greedy=True)
        if source is None:
            return None
        act = SpeechAct(source, (place, place + 2), left=place, is_speech=True)
        after = source[1]
        stop = place - 1 if flags[place - 1] & COMMA else place
        start = self.skip_openers(begin, stop)
        if stop > start:
            act.content.append((start, stop))
        is_comma = self._is_comma(after, end)
        start = after + is_comma
        if start < end and (place == begin or (is_comma and not flags[start] & (SUB | CONJ | ING))):
            act.content.append((start, end))
        if not act.content:
            act.wants = "before"
        return act

    def _is_comma(self, place: int, end: int) -> bool:
        return place < end and bool(self.flags[place] & COMMA)

    def _cue(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read a noun, an adjective or an adverb of hearsay."""
        flag, word, following = self.flags[place], self.lower[place], self.lower[place + 1]
        noun = self._nouns.read(place, begin, end) if flag & NOUN_CUE else None
        if noun is not None:
            return noun
        clear = self._made_clear(place, begin, end) if word == "clear" else None
        if clear is not None:
            return clear
        if flag & ADJ_CUE and following in self.adjectives.get(word, ()):
            return self._adjective(place, begin, end)
        if flag & HEARSAY:
            return SpeechAct(None, (place, place + 1), [(begin, end)], is_passive=True, left=place)
        return None

    def _adjective(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read “is confident that …”, “was critical of …”."""
        flags, lower = self.flags, self.lower
        start = self._copula(place, begin)
        if not any(flags[at] & BE or lower[at] in _COPULAS for at in range(start, place)):
            return None
        source = (start, start + 1) if flags[start] & (PRON | REL) else self.phrases.leftward(start - 1, begin)
        if source is None:
            return None
        lead = place + 1
        if lower[source[0]].startswith("it") and source[1] == source[0] + 1:
            source = None
        stop = lead + 1 if flags[lead] & PREP and not flags[lead] & (SUB | TO) else lead
        return SpeechAct(source, (start, stop), [(stop, self.clause_end(stop, end))], left=start)

    def _copula(self, place: int, begin: int) -> int:
        """Return where “is”, “he’s”, “has never been” begins before an adjective; its place where nothing does."""
        flags = self.flags
        while place > begin and (
            self.lower[place - 1] in _COPULAS or (flags[place - 1] & (AUX | ADV | NEG) and not flags[place - 1] & TIME)
        ):
            place -= 1
            if flags[place] & (PRON | REL):
                break
        return place

    def _made_clear(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read “made it clear that …”."""
        lower = self.lower
        at = place - 2 if lower[place - 1] == "it" else place - 1
        if at <= begin or lower[at] not in ("made", "make", "makes", "making"):
            return None
        start = at
        while start > begin and self.flags[start - 1] & (AUX | ADV) and not self.flags[start - 1] & (PRON | REL):
            start -= 1
        source = self.phrases.leftward(start - 1, begin)
        if source is None:
            return None
        return SpeechAct(source, (start, place + 1), [(place + 1, self.clause_end(place + 1, end))], left=source[0])

    def asked(self, begin: int, end: int) -> list[SpeechAct]:
        """Read “Asked by Doe whether it rained, …”."""
        lower = self.lower
        place = begin + 1 if lower[begin] == "when" else begin
        if place + 1 >= end or lower[place] not in _ASKED:
            return []
        source = None
        start = cue_end = place + 1
        if lower[start] == "by":
            source = self.phrases.rightward(start + 1, end)
            if source is None:
                return []
            start = source[1]
        elif lower[start] in ("about", "on"):
            start = cue_end = start + 1
        stop = next((at for at in range(start, end) if self.flags[at] & COMMA), start)
        if stop == start:
            return []
        return [SpeechAct(source, (place, cue_end), [(start, stop)], is_passive=source is None, left=place)]

    def polled(self, places: list[int], begin: int, end: int) -> list[SpeechAct]:
        """Return the act of a poll among some words of a sentence in which nobody says anything, if there is one."""
        return self._nouns.polled(places, begin, end)
