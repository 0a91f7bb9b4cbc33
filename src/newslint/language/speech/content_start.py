"""Find where the content of a cue verb begins."""

from __future__ import annotations

from newslint.language.speech.circumstances import Circumstances
from newslint.language.speech.cues import FEATURES
from newslint.language.speech.speech_acts import VerbGroup
from newslint.language.speech.tables import WORDS, Table
from newslint.language.speech.word_classes import BITS, MEDIA, NOTHING
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

# Prepositions after “out”: “lashed out at”.
_AFTER_OUT = frozenset(["against", "at", "for", "about", "in"])
# What no clause begins with behind those who are told: “told reporters rents have doubled”.
_NO_NOUN = PREP | TO | SUB | REL | AUX | VERB | ED | ING | ADV | CONJ | TIME | PUNCT | QUOTE | CUE
# What comes between a verb and its content. `verb` has the features of `cues`, `here` is the word after the verb and
# its adverbs.
BETWEEN = Table(
    {"verb": FEATURES, "here": WORDS},
    """
    passive: verb passive => nothing
        {The meeting} <was first reported> by [the Herald].
    as: verb as => as
        [The board] <sees> {the plan as a gift}.
    addressee: verb addressee, here -quote|colon => addressee
        [They] <told> us {about the pier}.
    time: verb quote|that, here time => adjunct
        [Ada Roe] <said> Tuesday {she was safe}.
    preposition: verb quote|that, here prep -name => adjunct
        [Ada Roe] <said> on a visit to Tarrow {she was safe}.
    to of going on: verb quote -that -question -infinitive, here to => nothing
        Still, Ada Roe continues to trail.
    to: verb quote|that -infinitive, here to => adjunct
        [She] <says> to tenants {they must leave}.
    nothing: => nothing
        [Ada Roe] <praised> {the board}.
    """,
)
# Where the content of a verb begins: `here` is the first word that may belong to it, `after` the one to the right.
CONTENT = Table(
    {"verb": FEATURES, "here": WORDS, "after": WORDS},
    """
    passive to somebody: verb passive, here to, after det|name|pron => nowhere
        The plan was known to the board.
    passive clause: verb passive, verb that|clause|object|infinitive|as, here to|that|as => here
        {The pier} <is expected> {to reopen}.
    passive by: verb passive, here by => here
        {The meeting} <was reported> by [the Herald].
    passive quotation: verb passive object, here quote => here
        {Letters} <were deemed> {“too short to be of any use to us”}.
    passive preposition: verb passive governing => after
        {Ben Doe} <was asked again about> {the pier}.
    passive of: verb passive object, here of-for => after
        {Ben Doe} <is accused of> {a fraud}.
    passive addressee: verb passive addressee, here -mark|conj|nothing => here
        {Ben Doe} <was asked> {what he saw}.
    passive object: verb passive object has-subject -quote|finite => subject
        {The officials} <were mocked> on the radio.
    other passive: verb passive => nowhere
        Ben Doe was asked.
    seeming to somebody: verb seeming, here prep|comma -to => nowhere
        The essay first appeared on Monday.
    seeming participle: verb seeming ing -be, here -nothing => nowhere
        The mayor left, seeming more tired than angry.
    quotation after a comma: here comma|dash|end, after quote => after
        No lamp, [he] <said>, {“helps here at all.”}
    opening clause: verb quote set-off opening, here comma|dash|end => after
        [He] <says>, {the pier is safe}, but Ada Roe says it is not.
    closing clause: verb quote, here nothing => around
        {The pier is safe}, [Ada Roe] <said>.
    clause between commas: verb quote set-off, here comma|dash|end => around
        {The pier}, [Ada Roe] <said>, {is safe}.
    clause after a comma: verb clause, verb -ing or be, here comma|dash|end, after -nothing => after
        Everything [the mayor] <says>, {the board denies}.
    comma: here comma|dash|end|nothing => nowhere
        They want, and they get.
    quotation: verb quote|clause|object|addressee, here quote|colon => here
        [Ada Roe] <said>: {“Nobody told us.”}
    other quotation: here quote|colon => nowhere
        It is higher than it appears: the pier is small.
    that: verb that|clause|object, here that => here
        [The board] <rejected> {that idea}.
    other that: here that => nowhere
        Instead it seems that rain falls.
    to: verb infinitive|seeming|addressee, here to => here
        [He] <declined> {to comment}.
    other to: here to => nowhere
        Harbour board aids challenges to the law.
    question: verb question|quote, here question-word => here
        [You] <know> {where she is}.
    other question: here question-word => nowhere
        The mayor criticized what she saw.
    preposition: verb quote|seeming, here prep -det|name => here
        [The metaphor] <is telling> {in its own right}.
    other preposition: here prep -det|name => nowhere
        The town has welcomed in many people.
    conjunction: here conj => nowhere
        They have names, and hopes and dreams.
    particle: here particle => nowhere
        The tenants showed up their landlord.
    finding of a document: verb document document-subject => here
        [A survey] <found> {a fall in rents}.
    object or clause: verb clause|object|seeming => here
        [They] <ignored> {us}.
    clause with a pronoun: verb pronoun-clause, here pron -det => here
        [We] <felt> {it was wrong}.
    clause with a noun: verb pronoun-clause before-clause, here det|name|plural => here
        [The mayor] <realized> {the pier was closed}.
    no object: => nowhere
        They plan a party.
    """,
)
# Of a verb that may stand beside direct speech, that quotation alone is set: it needs no preposition and is active.
_SPOKEN = FEATURES["quote"] | FEATURES["preposition-only"] | FEATURES["passive"]


class ContentStart(Circumstances):
    """Find where the content of a cue verb begins."""

    __slots__ = ()

    def find(self, verb: VerbGroup, begin: int, end: int) -> None:
        """Set where the content after the cue begins, or that it stands around the cue."""
        place = verb.end = verb.at + 1
        if verb.inverted is not None:
            self._stand_around(verb, verb.inverted[1], end)
            return
        if verb.features & _SPOKEN == FEATURES["quote"] and self._is_apart(verb, begin, end):
            return
        if self._governs(verb, place, end) and self.lower[place] != "as":
            self._take_preposition(verb, place, end)
        elif verb.cue.has("preposition-only"):
            self._take_quotation(verb, place, end)
        else:
            self._take_behind(verb, place, begin, end)

    def _take_behind(self, verb: VerbGroup, place: int, begin: int, end: int) -> None:
        """Set where the content begins that may stand behind an adjunct or an addressee at ``place``."""
        medium = self._medium(place, end) if verb.cue.has("quote") else 0
        if medium:
            verb.end = place = medium
        if not medium or self._is_adjunct(place, end):
            place = self._skip_adverbs(place, end)
            between = BETWEEN.decide(verb.features, self.flags[place] if place < end else NOTHING)
            if between == "as":
                self._take_comparison(verb, place, end)
                return
            place = self._skip(between, place, end)
        self._place(verb, place, begin, end)

    def _is_apart(self, verb: VerbGroup, begin: int, end: int) -> bool:
        """Tell whether circumstances part a verb from its content, and set where that stands."""
        if self.stands_before(verb, begin, end):
            verb.parenthetical = True
        else:
            verb.content = self.leads_to(verb, end) or -1
        if not verb.parenthetical and verb.content < 0:
            return False
        verb.end = self._medium(verb.at + 1, end) or verb.end
        return True

    def _skip(self, between: str, place: int, end: int) -> int:
        """Return where the content may begin behind an addressee or an adjunct, which `BETWEEN` names."""
        if between == "addressee":
            return self._skip_addressee(place, end)
        return self._skip_adjunct(place, end) if between == "adjunct" else place

    def _governs(self, verb: VerbGroup, place: int, end: int) -> bool:
        """Tell whether a preposition stands at a place that belongs to the cue."""
        return place < end and self.lower[place] in verb.cue.prepositions

    def _is_adjunct(self, place: int, end: int) -> bool:
        """Tell whether a time or a prepositional phrase begins at a place."""
        return place < end and bool(self.flags[place] & (PREP | TIME)) and not self.flags[place] & SUB

    def _take_comparison(self, verb: VerbGroup, place: int, end: int) -> None:
        """Read “sees the plan as a gift”."""
        if "as" in self.lower[place : min(end, place + 14)]:
            verb.content = place

    def _stand_around(self, verb: VerbGroup, after: int, end: int) -> None:
        """Read “…, said Roe, …” and “said Roe: …”; ``after`` is behind the subject."""
        verb.parenthetical = True
        if after < end and (self.flags[after] & (QUOTE | COLON) or self.lower[after] == "that"):
            verb.content = after

    def _take_preposition(self, verb: VerbGroup, place: int, end: int) -> None:
        """Read “warned of …”, “lashed out at …”, “went on: …”; ``place`` is the preposition."""
        flags, lower = self.flags, self.lower
        is_out = lower[place] == "out"
        if is_out and place + 1 < end and lower[place + 1] in _AFTER_OUT:
            place += 1
        verb.end = place + 1
        if verb.cue.lemma in ("go", "continue") and not (
            place + 1 >= end or flags[place + 1] & (COMMA | COLON | QUOTE)
        ):
            return
        if place + 1 >= end:
            verb.parenthetical = verb.cue.has("quote")
        elif lower[place] == "out" and flags[place + 1] & COMMA:
            verb.parenthetical = True
        else:
            verb.content = place + 1

    def _take_quotation(self, verb: VerbGroup, place: int, end: int) -> None:
        """Read a verb that counts only with its preposition or before a quotation: “read: “…””."""
        flags = self.flags
        if place < end and flags[place] & (QUOTE | COLON):
            verb.content = place
        elif place + 1 < end and flags[place] & COMMA and flags[place + 1] & QUOTE:
            verb.content = place + 1

    def _skip_adverbs(self, place: int, end: int) -> int:
        flags = self.flags
        while place < end and flags[place] & ADV and not flags[place] & (DET | PRON | SUB):
            place += 1
        return place

    def _medium(self, place: int, end: int) -> int:
        """Return where “in a statement”, “in an interview” ends, or 0: such words belong to the cue."""
        if place >= end or self.lower[place] not in ("in", "through", "via"):
            return 0
        for at in range(place + 1, min(end, place + 6)):
            if self.flags[at] & (PUNCT | QUOTE | PRON | AUX | SUB) and not self.flags[at] & DET:
                return 0
            if self.lower[at] in MEDIA:
                return at + 1
        return 0

    def _place(self, verb: VerbGroup, place: int, begin: int, end: int) -> None:
        """Set where the content begins that may begin at ``place``."""
        flags = self.flags
        outcome = CONTENT.decide(
            verb.features | self._circumstances(verb, place, begin, end),
            flags[place] if place < end else NOTHING,
            flags[place + 1] if place + 1 < end else NOTHING,
        )
        if outcome == "here":
            verb.content = place
        elif outcome == "after":
            verb.content = place + 1
            if verb.passive:
                verb.end = place + 1
        elif outcome == "around":
            verb.parenthetical = True
        elif outcome == "subject" and verb.subject is not None:
            verb.content = verb.subject[0]

    def _circumstances(self, verb: VerbGroup, place: int, begin: int, end: int) -> int:
        """Return the features that a verb has by its place in the sentence."""
        features = self._of_subject(verb)
        if self._governs(verb, place, end):
            features |= FEATURES["governing"]
        if verb.features & FEATURES["pronoun-clause"] and self._begins_clause(place, end):
            features |= FEATURES["before-clause"]
        if self._is_set_off(verb, begin):
            features |= FEATURES["set-off"]
        if verb.left == begin and not verb.shared and not (begin and self.flags[begin - 1] & QUOTE):
            features |= FEATURES["opening"]
        return features

    def _of_subject(self, verb: VerbGroup) -> int:
        """Return the features that a verb has by its subject."""
        if verb.subject is None:
            return 0
        is_document = bool(verb.features & FEATURES["document"]) and self._is_document(verb.subject)
        return FEATURES["has-subject"] | FEATURES["document-subject"] * is_document

    def _begins_clause(self, place: int, end: int) -> bool:
        """Tell whether a short noun phrase and an auxiliary stand at a place."""
        for at in range(place + 1, min(end, place + 6)):
            flag = self.flags[at]
            if flag & AUX and not flag & NAME:
                return True
            if flag & (PUNCT | PREP | TO | SUB | REL | QUOTE | CONJ | ING):
                return False
        return False

    def _is_document(self, subject: tuple[int, int]) -> bool:
        """Tell whether a survey, a study or the like is the subject."""
        return any(self.flags[at] & BITS["document"] for at in range(subject[0], min(subject[1], subject[0] + 8)))

    def _is_set_off(self, verb: VerbGroup, begin: int) -> bool:
        """Tell whether the clause before the cue is set off, as in “It rained, he said, all day”."""
        left = verb.subject[0] if verb.subject is not None and not verb.shared else verb.start
        return left == begin or bool(self.flags[left - 1] & (COMMA | DASH | QUOTE | PUNCT))

    def _skip_addressee(self, place: int, end: int) -> int:
        """Return where the content begins behind somebody who is spoken to; the same place if nowhere."""
        flags = self.flags
        if place + 1 < end and flags[place] & PLURAL and not flags[place + 1] & _NO_NOUN:
            return place + 1
        if place < end and self._ends_addressee(place):
            return place
        rest = range(place + 1, min(end, place + 16))
        return next((at for at in rest if self._ends_addressee(at) or self._opens_clause(at)), place)

    def _opens_clause(self, place: int) -> bool:
        """Tell whether the subject of a clause begins at a place behind somebody who is spoken to."""
        flag = self.flags[place]
        if flag & DET:
            return not self.flags[place - 1] & (PREP | DET | CUE)
        return bool(flag & PRON) and not flag & OBJ

    def _ends_addressee(self, place: int) -> bool:
        """Tell whether a word cannot belong to those who are spoken to."""
        is_mark = self.flags[place] & (QUOTE | PUNCT | TO | BITS["question-word"])
        return bool(is_mark) or self.lower[place] in ("that", "about")

    def _skip_adjunct(self, place: int, end: int) -> int:
        """Return where the content begins after “on Tuesday”, “in a statement”; the adjunct itself if nowhere."""
        flags, lower = self.flags, self.lower
        first = place
        limit = min(end, place + 14)
        while place < limit:
            flag = flags[place]
            if flag & (QUOTE | PUNCT) or lower[place] == "that":
                return place
            if place > first and self._is_clausal(place):
                return place if flag & PRON and not flag & (DET | PREP | ADV) else first
            place += 1
        return end if place == end else first

    def _is_clausal(self, place: int) -> bool:
        """Tell whether a word begins a clause or is its verb."""
        flag = self.flags[place]
        if flag & (PRON | AUX | VERB) and not flag & (DET | PREP | ADV):
            return True
        return bool(flag & CUE) and not flag & NAME and not self.flags[place - 1] & (DET | POSS | PREP)
