"""Tell where, when, to whom and how somebody spoke from what they said."""

from __future__ import annotations

from newslint.language.speech.cues import FEATURES
from newslint.language.speech.speech_acts import TokenView, VerbGroup
from newslint.language.speech.tables import WORDS, Table
from newslint.language.speech.word_classes import BITS, MEDIA, NOTHING
from newslint.language.units.tokens import (
    ADJ_CUE,
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
    NOUN_CUE,
    NUM,
    OBJ,
    PLURAL,
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
)

# What begins behind a verb: circumstances or a listener, or what is said. `verb` has the features of `cues`, `here` is
# the word after the verb and its adverbs, `after` the one to the right, behind an article.
BEHIND = Table(
    {"verb": FEATURES, "here": WORDS, "after": WORDS},
    """
    that: here that => content
        [The board] <asked> {that all heed its sign: “Keep out.”}
    topic: verb governing, after -time => content
        [Ada Roe] <warned of> {a flood that the pier would not survive}.
    infinitive: verb infinitive, here to => content
        [Ada Roe] <promised> {to tell the board that it was safe}.
    place, time or means: here prep|time|adv|to|when|span => circumstances
        [Ada Roe] <said> when the fair was over {that the pier was safe}.
    last week: here last-next, after time => circumstances
        [Ada Roe] <said> last week {that the pier was safe}.
    days later: here det|num, after span => circumstances
        {“Nobody told us,”} [Ada Roe] <said> three days later.
    listener: verb addressee => circumstances
        [Ada Roe] <told> reporters who had waited outside {that the pier was safe}.
    other: => content
        [Ada Roe] <said> {the pier that she built was safe}.
    """,
)
_FINITE = AUX | VERB
_SUBJECTS = frozenset("i he she they we you it".split())
# What a sentence puts in front of its main clause begins with such a word.
_FRONTED = PREP | SUB | ING | TO | ED | ADV | TIME | BITS["according"]
_NOUN_PHRASE = DET | NAME | OBJ | POSS | PRON | NUM | PLURAL | PUNCT
# Before what is spoken of, which is said as well: “said of the plan”.
_TOPICS = frozenset(["of", "about"])
# How far behind its verb the words of a speaker may begin.
_REACH = 40


class Circumstances(TokenView):
    """Tell the circumstances of an act of saying from its content."""

    __slots__ = ()

    def stands_before(self, verb: VerbGroup, begin: int, end: int) -> bool:
        """Tell whether all that is said stands before a clause: “…,” Roe told the council."""
        left, flags = verb.left, self.flags
        if left <= begin or not flags[left - 1] & (QUOTE | COMMA | DASH) or not self._has_clause(verb):
            return False
        place = left - 1 if flags[left - 1] & QUOTE or left - 1 == begin else left - 2
        if flags[place] & QUOTE:
            return bool(flags[place] & BITS["finished"]) and self._goes_without(verb, end, is_quoted=True)
        return self._is_statement(begin, left - 1) and self._goes_without(verb, end, is_quoted=False)

    def _has_clause(self, verb: VerbGroup) -> bool:
        """Tell whether a verb is that of a clause with a subject of its own, and not of a relative one."""
        if verb.shared or verb.participle:
            return False
        return verb.subject is None or not self.flags[verb.subject[0]] & REL

    def leads_to(self, verb: VerbGroup, end: int) -> int:
        """Return where the content begins behind circumstances or a listener, or 0: “said to cheers: “…””."""
        place, flags = self._behind_adverbs(verb.at + 1, end), self.flags
        if not self._are_behind(verb, place, end):
            return 0
        walk = _Clauses(self, verb)
        is_relative = verb.subject is not None and flags[verb.subject[0]] & REL
        for at in range(place, min(end, place + _REACH)):
            if at > place and self._introduces(at, end):
                return at
            if self._breaks_off(at, at_comma=bool(is_relative)) or walk.meets_content(at, end):
                return 0
        return 0

    def _breaks_off(self, place: int, *, at_comma: bool) -> bool:
        """Tell whether circumstances end at a place: at a quotation, a mark, and a comma where that ends them, too."""
        flag = self.flags[place]
        return bool(flag & (QUOTE | PUNCT)) and (at_comma or not flag & COMMA)

    def _goes_without(self, verb: VerbGroup, end: int, *, is_quoted: bool) -> bool:
        """Tell whether something follows a verb in its clause, and nothing of it is said."""
        place, flags = self._behind_adverbs(verb.at + 1, end), self.flags
        is_place = is_quoted and not (verb.cue.prepositions - _TOPICS).isdisjoint(
            self.lower[place : min(end, place + 1)]
        )
        if not is_place and not self._are_behind(verb, place, end):
            return False
        walk = _Clauses(self, verb)
        for at in range(place, end):
            if flags[at] & (QUOTE | COLON):
                return bool(flags[at] & QUOTE and flags[at - 1] & COMMA)
            if self._is_that(at, end) or walk.meets_content(at, end):
                return False
        return True

    def _behind_adverbs(self, place: int, end: int) -> int:
        flags = self.flags
        while place < end and flags[place] & ADV and not flags[place] & (DET | PRON | SUB | TIME):
            place += 1
        return place

    def _are_behind(self, verb: VerbGroup, place: int, end: int) -> bool:
        """Tell whether circumstances or a listener stand behind a verb, at a place."""
        if place >= end:
            return False
        features, after = verb.features, place + 1
        if self.lower[place] in verb.cue.prepositions:
            features |= FEATURES["governing"]
        if after < end and self.flags[after] & (DET | NUM) and not self.flags[after] & NAME:
            after += 1
        following = self.flags[after] if after < end else NOTHING
        return BEHIND.decide(features, self.flags[place], following) == "circumstances"

    def _introduces(self, place: int, end: int) -> bool:
        """Tell whether a colon, a comma and a quotation, or “that” begins what is said."""
        flags = self.flags
        if flags[place] & COLON:
            return True
        if flags[place] & COMMA:
            return place + 1 < end and bool(flags[place + 1] & QUOTE)
        return self._is_that(place, end)

    def _is_that(self, place: int, end: int) -> bool:
        """Tell whether “that” begins what is said, and belongs to no noun and no verb before it."""
        if self.lower[place] != "that" or place + 1 >= end:
            return False
        flags, before = self.flags, self.flags[place - 1]
        if flags[place + 1] & (_FINITE | TIME) or before & (BITS["before-article"] | ING):
            return False
        return not before & (CUE | NOUN_CUE | ADJ_CUE) or self.lower[place - 1] in MEDIA or bool(before & NAME)

    def _is_statement(self, begin: int, stop: int) -> bool:
        """Tell whether some words may be a whole clause, and not what a sentence puts in front: “On Monday, …”."""
        flags = self.flags
        while begin < stop and flags[begin] & (PUNCT | CONJ):
            begin += 1
        if stop - begin < 3 or (flags[begin] & _FRONTED and not flags[begin] & (DET | NAME)):
            return False
        return not any(flags[at] & (TIME | BITS["span"]) for at in range(begin, min(stop, begin + 5)))


class _Clauses:
    """Walk the words behind a verb and tell its subordinate clauses from a main one."""

    def __init__(self, view: TokenView, verb: VerbGroup) -> None:
        self._flags, self._lower = view.flags, view.lower
        # Whether a question may follow who is asked, and an infinitive who is told.
        self._asks = verb.cue.lemma in ("ask", "wonder")
        self._has_addressee = verb.cue.has("addressee")
        # Whether a clause is open that waits for its verb, where the last verb group ended, and whether a comma came.
        self._waits = False
        self._verb = self._first = verb.at
        self._has_comma = False

    def meets_content(self, at: int, end: int) -> bool:
        """Take the next word and tell whether something is said there: a clause that nothing subordinates."""
        flag = self._flags[at]
        if flag & COMMA:
            self._has_comma = True
        elif flag & (SUB | REL | BITS["question-word"]):
            return self._meets_conjunction(at)
        elif flag & TO:
            return self._has_addressee and self._is_infinitive(at + 1, end)
        elif self._lower[at] in _SUBJECTS:
            return not self._waits and not self._flags[at - 1] & PREP
        elif flag & (_FINITE | ED | BITS["said"]) and not flag & (NAME | PREP):
            return self._meets_verb(at)
        return False

    def _meets_conjunction(self, at: int) -> bool:
        flag = self._flags[at]
        if flag & BITS["when"] or (flag & REL and not self._asks and not flag & BITS["that"]):
            self._waits = True
        return bool(flag & BITS["question-word"]) and not self._waits

    def _meets_verb(self, at: int) -> bool:
        flag, was_waiting = self._flags[at], self._waits
        is_same = self._verb < at <= self._verb + 2 and self._verb != self._first
        self._waits = False
        if is_same or was_waiting:
            self._verb = at
            return False
        return bool(flag & (_FINITE | BITS["said"])) or (self._has_comma and bool(flag & CUE))

    def _is_infinitive(self, at: int, end: int) -> bool:
        """Tell whether a verb follows “to”, and not somebody who is spoken to."""
        return at < end and not self._flags[at] & _NOUN_PHRASE
