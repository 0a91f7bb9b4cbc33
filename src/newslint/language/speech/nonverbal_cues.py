"""Read cues that are not verbs: “according to”, nouns, adjectives, hearsay and fronted questions."""

from __future__ import annotations

from newslint.language.speech.cues import adjective_cues, noun_cues
from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.speech.speech_acts import SpeechAct, TokenView
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import (
    ADJ_CUE,
    ADV,
    AUX,
    BE,
    COMMA,
    CONJ,
    DET,
    HEARSAY,
    ING,
    NAME,
    NEG,
    NOUN_CUE,
    POSS,
    PREP,
    PRON,
    PUNCT,
    REL,
    SUB,
    TIME,
    TO,
    VERB,
    Tokens,
)

_ASKED = frozenset(["asked", "pressed", "questioned"])


class NonverbalCues(TokenView):
    """Read cues that are not verbs."""

    __slots__ = ("adjectives", "nouns")

    def __init__(self, tokens: Tokens, phrases: NounPhrases) -> None:
        super().__init__(tokens, phrases)
        self.adjectives = adjective_cues(tokens.lexicon)
        self.nouns = noun_cues(tokens.lexicon)

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
        source = self.phrases.rightward(place + 2, end, must_close=place <= begin + 2, is_greedy=True)
        if source is None:
            return None
        act = SpeechAct(source, (place, place + 2), left=place, is_speech=True)
        after = source[1]
        stop = place - 1 if flags[place - 1] & COMMA else place
        start = self.skip_openers(begin, stop)
        if stop > start:
            act.content.append((start, stop))
        is_comma = after < end and bool(flags[after] & COMMA)
        start = after + is_comma
        if start < end and (place == begin or (is_comma and not flags[start] & (SUB | CONJ | ING))):
            act.content.append((start, end))
        if not act.content:
            act.wants = "before"
        return act

    def _cue(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read a noun, an adjective or an adverb of hearsay."""
        flag, word, following = self.flags[place], self.lower[place], self.lower[place + 1]
        if flag & NOUN_CUE and following in self.nouns.get(word, ()):
            return self._noun(place, begin, end)
        clear = self._made_clear(place, begin, end) if word == "clear" else None
        if clear is not None:
            return clear
        if flag & ADJ_CUE and following in self.adjectives.get(word, ()):
            return self._adjective(place, begin, end)
        if flag & HEARSAY:
            return SpeechAct(None, (place, place + 1), [(begin, end)], is_passive=True, left=place)
        return None

    def _noun(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read “Roe's claim that …”, “his criticism of …”; without an owner only where a clause follows."""
        flags, lower = self.flags, self.lower
        owner = place - 1
        while owner > begin and owner > place - 4 and not flags[owner] & (POSS | DET | PUNCT | VERB | AUX | PREP):
            owner -= 1
        lead = place + 1
        stop, find_end = (lead, self._clause_end) if lower[lead] == "that" else (lead + 1, self._phrase_end)
        content = [(stop, find_end(stop, end))]
        if owner >= begin and flags[owner] & POSS and lower[owner] not in ("whose", "its"):
            own = self.phrases.leftward(owner, begin) if flags[owner] & NAME else (owner, owner + 1)
            return SpeechAct(own, (owner + 1, stop), content, left=owner)
        if lower[lead] == "that":
            return SpeechAct(None, (place, place + 1), content, left=place)
        return None

    def _adjective(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read “is confident that …”, “was critical of …”."""
        flags, lower = self.flags, self.lower
        start = self._copula(place, begin)
        if not any(flags[at] & BE for at in range(start, place)):
            return None
        source = (start, start + 1) if flags[start] & (PRON | REL) else self.phrases.leftward(start - 1, begin)
        if source is None:
            return None
        lead = place + 1
        if lower[source[0]].startswith("it") and source[1] == source[0] + 1:
            source = None
        stop = lead + 1 if flags[lead] & PREP and not flags[lead] & (SUB | TO) else lead
        return SpeechAct(source, (start, stop), [(stop, self._clause_end(stop, end))], left=start)

    def _copula(self, place: int, begin: int) -> int:
        """Return where “is”, “he’s”, “has never been” begins before an adjective; its place where nothing does."""
        flags = self.flags
        while place > begin and flags[place - 1] & (AUX | ADV | NEG) and not flags[place - 1] & TIME:
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
        return SpeechAct(source, (start, place + 1), [(place + 1, self._clause_end(place + 1, end))], left=source[0])

    def _clause_end(self, place: int, end: int) -> int:
        """Return where a clause ends: at a mark, or at a comma behind which another clause begins."""
        flags = self.flags
        for at in range(place + 1, end):
            if flags[at] & PUNCT and (
                not flags[at] & COMMA or (at + 1 < end and flags[at + 1] & (CONJ | REL | SUB | ING))
            ):
                return at
        return end

    def _phrase_end(self, place: int, end: int) -> int:
        """Return where a noun phrase ends: at a mark, a verb or another clause."""
        flags = self.flags
        for at in range(place + 1, end):
            if flags[at] & PUNCT or (flags[at] & (AUX | VERB | SUB) and not flags[at] & (DET | PREP)):
                return at
        return end

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
