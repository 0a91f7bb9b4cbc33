"""Read nouns that stand for something said, and polls: “Roe’s claim that …”, “in a poll of tenants, …”."""

from __future__ import annotations

from newslint.language.speech.cues import noun_cues
from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.speech.speech_acts import SpeechAct, TokenView
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import (
    ADV,
    AUX,
    COMMA,
    CONJ,
    CUE,
    DET,
    ED,
    END,
    ING,
    NAME,
    NOUN_CUE,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    SUB,
    TIME,
    TITLE,
    TO,
    VERB,
    Tokens,
)

_OWNING = frozenset("my your our their his her".split())
# What does not stand between a noun and the “that” of its clause, nor between an owner and the noun.
_NOT_BEFORE_LEAD = AUX | VERB | ED | ING | CUE | NOUN_CUE | PRON | REL | SUB | QUOTE | CONJ | END
_NOT_BEFORE_NOUN = POSS | DET | PUNCT | VERB | AUX | PREP | NAME | QUOTE | PRON | REL
_BETWEEN = PREP | TO | TIME | ADV | BITS["last-next"]
# Verbs that say no more than that somebody says what the noun behind them is.
_MAKING = frozenset(
    "make makes made making take takes took taking have has had having give gives gave giving raise raises raised "
    "launch launches launched voice voices voiced issue issues issued deliver delivers delivered level levels leveled "
    "levelled share shares shared hold holds held show shows showed express expresses expressed offer offers offered "
    "repeat repeats repeated pay pays paid cast casts harbor harbors harbored harbour harbours harboured".split()
)
_NOT_MADE = POSS | PUNCT | VERB | AUX | PREP | NAME | QUOTE | REL | SUB | CONJ
_NO_INFINITIVE = DET | NAME | POSS | PRON | PUNCT | QUOTE | ING
_OWNER = DET | NAME | TITLE | POSS | BITS["role"]


class ClauseEnds(TokenView):
    """Tell where a clause or a noun phrase ends that begins behind a cue."""

    __slots__ = ()

    def clause_end(self, place: int, end: int) -> int:
        """Return where a clause ends: at a mark, or at a comma behind which another clause begins."""
        flags = self.flags
        for at in range(place + 1, end):
            if flags[at] & PUNCT and (
                not flags[at] & COMMA or (at + 1 < end and flags[at + 1] & (CONJ | REL | SUB | ING))
            ):
                return at
        return end

    def phrase_end(self, place: int, end: int) -> int:
        """Return where a noun phrase ends: at a mark, a verb or another clause."""
        flags = self.flags
        for at in range(place + 1, end):
            if flags[at] & PUNCT or (flags[at] & (AUX | VERB | SUB) and not flags[at] & (DET | PREP)):
                return at
        return end


class NounCues(ClauseEnds):
    """Read nouns that stand for something said."""

    __slots__ = ("nouns",)

    def __init__(self, tokens: Tokens, phrases: NounPhrases) -> None:
        super().__init__(tokens, phrases)
        self.nouns = noun_cues(tokens.lexicon)

    def read(self, place: int, begin: int, end: int) -> SpeechAct | None:
        """Read “Roe's claim that …”, “a claim by Roe that …”; without a source only where a clause follows at once."""
        lead = self._lead(place, end)
        if not lead:
            return None
        find_end = self.clause_end if self.lower[lead] == "that" else self.phrase_end
        stop = lead if self.lower[lead] == "that" or self._is_infinitive(place, lead) else lead + 1
        content = [(stop, find_end(stop, self._part_end(begin, stop, end)))]
        owner = self._owner(place, begin)
        if owner is not None:
            return SpeechAct(owner, (owner[1], place + 1 if lead > place + 1 else stop), content, left=owner[0])
        maker = self._maker(place, begin)
        if maker is not None:
            subject, verb = maker
            return SpeechAct(subject, (verb, place + 1 if lead > place + 1 else stop), content, left=subject[0])
        source = self._source_behind(place + 1, lead)
        if source is None and (stop > lead or lead > place + 1 or self.lower[lead] == "to"):
            return None
        return SpeechAct(source, (place, place + 1), content, left=place)

    def _part_end(self, begin: int, stop: int, end: int) -> int:
        """Return where the part of a sentence ends: “After Roe’s claim that it rained, the board met.”"""
        if not self.flags[begin] & (PREP | SUB):
            return end
        return next((at for at in range(stop + 2, end) if self.flags[at] & COMMA), end)

    def _lead(self, place: int, end: int) -> int:
        """Return the word that leads from a noun on to its content, or 0: “that”, also after “from Roe on Monday”."""
        leads = self.nouns.get(self.lower[place], ())
        if self.lower[place + 1] in leads or self._is_infinitive(place, place + 1):
            return place + 1
        return self._distant_that(place, end) if "that" in leads and self._begins_between(place + 1) else 0

    def _is_infinitive(self, place: int, lead: int) -> bool:
        """Tell whether “to” leads from a noun on to what somebody wants to do: “her plan to resign”."""
        if self.lower[lead] != "to" or "infinitive" not in self.nouns.get(self.lower[place], ()):
            return False
        return lead + 1 < len(self.flags) and not self.flags[lead + 1] & _NO_INFINITIVE

    def _begins_between(self, place: int) -> bool:
        """Tell whether something may begin at a place that parts a noun from its clause."""
        if self.flags[place] & COMMA:
            return self._is_from(place + 1)
        return bool(self.flags[place] & _BETWEEN)

    def _distant_that(self, place: int, end: int) -> int:
        flags = self.flags
        for at in range(place + 2, min(end - 1, place + 14)):
            if self.lower[at] == "that":
                return 0 if flags[at + 1] & (AUX | VERB | TIME) else at
            if flags[at] & _NOT_BEFORE_LEAD and not flags[at] & (DET | NAME):
                return 0
        return 0

    def _source_behind(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return Roe in “an announcement last week from Roe that …”."""
        place = next((at for at in range(start, stop) if self._is_from(at)), stop)
        return self.phrases.rightward(place + 1, stop, is_greedy=True)

    def _is_from(self, place: int) -> bool:
        # A comma may be the last sign of a text.
        return place < len(self.lower) and self.lower[place] in ("from", "by")

    def _owner(self, place: int, begin: int) -> tuple[int, int] | None:
        """Return whose claim it is: “Roe’s claim”, “her sharp and repeated claim”."""
        at = place - 1
        while at > begin and at > place - 6 and not self.flags[at] & _NOT_BEFORE_NOUN:
            at -= 1
        if at < begin or not self.flags[at] & POSS or self.lower[at] in ("whose", "its"):
            return None
        owner = None if self.lower[at] in _OWNING else self.phrases.leftward(at, begin)
        return (at, at + 1) if owner is None else (self._owner_start(owner[0], at), at + 1)

    def _maker(self, place: int, begin: int) -> tuple[tuple[int, int], int] | None:
        """Return who makes a claim, and where the verb group begins: “Roe has made an angry claim that …”."""
        flags = self.flags
        at = place - 1
        while at > begin and at > place - 6 and self.lower[at] not in _MAKING and not flags[at] & _NOT_MADE:
            at -= 1
        if at <= begin or self.lower[at] not in _MAKING:
            return None
        while at > begin and flags[at - 1] & (AUX | ADV) and not flags[at - 1] & (PRON | REL | NAME):
            at -= 1
        if at <= begin:
            return None
        if flags[at - 1] & (PRON | REL):
            return (at - 1, at), at
        subject = self.phrases.leftward(at - 1, begin)
        return None if subject is None or subject[1] != at else (subject, at)

    def _owner_start(self, start: int, at: int) -> int:
        """Return where an owner begins in a phrase that ends with it: “inconsistencies with Roe’s”."""
        first = next((back + 1 for back in range(at - 1, start, -1) if self._parts_owner(back)), start)
        return next((place for place in range(first, at) if self.flags[place] & _OWNER), at)

    def _parts_owner(self, place: int) -> bool:
        """Tell whether what stands before a preposition is no part of an owner, as it is in “the mayor of Tarrow’s”."""
        flags = self.flags
        return bool(flags[place] & (PREP | TO)) and not (self.lower[place] == "of" and flags[place - 1] & BITS["role"])

    def polled(self, places: list[int], begin: int, end: int) -> list[SpeechAct]:
        """Return the act of a poll among some words of a sentence, if there is one."""
        noun = next((place for place in places if self.flags[place] & BITS["poll"]), begin)
        act = self._poll(noun, begin, end) if noun > begin + 1 else None
        return [] if act is None else [act]

    def _poll(self, noun: int, begin: int, end: int) -> SpeechAct | None:
        """Read “In a poll of tenants, most …” and “Most … in a survey by the union”."""
        place = self._preposition(noun, begin)
        if place < begin:
            return None
        comma = next((at for at in range(noun, end) if self.flags[at] & COMMA), end)
        source = self.phrases.rightward(place + 1, comma, is_greedy=True)
        start, stop = self._before(begin, place) if place > begin else (comma + 1, end)
        if source is None or source[1] <= noun or stop <= start + 2:
            return None
        return SpeechAct(source, (place, place + 1), [(start, stop)], left=place)

    def _preposition(self, noun: int, begin: int) -> int:
        """Return where “in a” stands before a noun, or -1."""
        flags = self.flags
        place = next((at for at in range(noun - 1, max(begin - 1, noun - 7), -1) if flags[at] & PREP), -1)
        return place if place >= begin and self.lower[place] == "in" and flags[place + 1] & DET else -1

    def _before(self, begin: int, stop: int) -> tuple[int, int]:
        """Return what stands before a poll, without what the sentence puts in front: “In May, …”."""
        start = self.skip_openers(begin, stop)
        if start < stop and self.flags[start] & PREP:
            start = next((at + 1 for at in range(start, stop) if self.flags[at] & COMMA), start)
        return start, stop
