"""Find who does what a cue verb says: before it, after it or shared with an earlier verb."""

from __future__ import annotations

from newslint.language.speech.cues import FEATURES, verb_cues
from newslint.language.speech.document_phrases import document_before
from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.speech.speech_acts import TokenView, VerbGroup
from newslint.language.speech.tables import WORDS, Table
from newslint.language.speech.word_classes import BITS, NOTHING
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
    Tokens,
)

# What ends the search for the noun phrase before a relative clause: its pronoun, or what no such clause goes across.
_AROUND_RELATIVE = PUNCT | QUOTE | PRON | BITS["that"] | BITS["who"]

# No verb that needs a listener stands before its subject.
_NEVER_FIRST = frozenset("tell inform assure remind notify convince reassure".split())
# “experts who say the pier is safe”: a clause follows, whose verb is not that of the experts.
_REPORTING = frozenset("say says said think thinks thought believe believes believed".split())
_TIMES = TIME | NUM | DET | ADV | BITS["span"] | BITS["last-next"]
_NOUN_PHRASE = DET | NAME | PRON | PLURAL | NUM
# Where the subject of a cue verb stands. `first` is the first word of the verb group, `before` the word to the left of
# it, `verb` has the features of `cues`.
SUBJECTS = Table(
    {"first": WORDS, "before": WORDS, "verb": FEATURES},
    """
    contracted: first aux pron|rel => in the verb group
        [They]’re claiming {that the pier is safe}.
    infinitive: verb to => shared
        [The union] met the board <to demand> {a new vote}.
    participle: verb ing -be, before mark|prep|sub|adv|quote|nothing => shared
        [Ada Roe] sat down, <saying> {“Nobody told us.”}
    first word: before quote|nothing => behind
        <Continued> [Ada Roe]: {“Nobody told us.”}
    after a comma: before comma|dash => before or behind
        {The pier}, <said> [Ada Roe], {is safe}.
    joined: before conj -name => joined
        [Ben Doe] saw it and <said> {it was safe}.
    after a time: before time|num => before the time
        [The mayor] on Tuesday <promised> {to resign}.
    plain: => before
        [The mayor] <promised> {to resign}.
    """,
)


_PLURAL = PRON | REL | PLURAL | BITS["plural-word"] | BITS["collective"]


class Subjects(TokenView):
    """Find who does what a cue verb says."""

    __slots__ = ("_cues", "previous")

    def __init__(self, tokens: Tokens, phrases: NounPhrases) -> None:
        super().__init__(tokens, phrases)
        self._cues = verb_cues(tokens.lexicon)
        self.previous: tuple[int, int] | None = None

    def find(self, verb: VerbGroup, begin: int, end: int, last: tuple[int, int] | None) -> None:
        """Set a verb's subject; ``last`` is that of the verb before in the same sentence."""
        start = verb.left = verb.start
        self._look(verb, begin, end, last)
        if verb.subject is not None and self._is_only_time(*verb.subject):
            verb.subject, verb.left = last or self.of_sentence(begin, verb.subject[0]), start

    def _is_only_time(self, start: int, stop: int) -> bool:
        """Tell whether some words name nothing but a time: nobody speaks who is called “few months”."""
        flags = self.flags[start:stop]
        return all(flag & _TIMES for flag in flags) and any(flag & (TIME | BITS["span"]) for flag in flags)

    def _look(self, verb: VerbGroup, begin: int, end: int, last: tuple[int, int] | None) -> None:
        """Look for a verb's subject where `SUBJECTS` says that it stands."""
        flags, start = self.flags, verb.start
        place = SUBJECTS.decide(flags[start], flags[start - 1] if start > begin else NOTHING, verb.features)
        if place == "in the verb group":
            verb.subject = (start, start + 1)
        elif place == "shared":
            self._share(verb, begin, end, last)
        elif place == "behind":
            self._behind_quotation(verb, begin, end)
        elif place == "before or behind":
            self._beside_comma(verb, begin, end, last)
        elif place == "before the time":
            self._before_time(verb, begin, last)
        elif place == "joined":
            self._join(verb, start - 1, begin, last)
        else:
            self._take_before(verb, start - 1, begin, last)

    def _behind_quotation(self, verb: VerbGroup, begin: int, end: int) -> None:
        """Take what stands behind a verb, or the subject of “Roe, in a cape reading “I am here,” told …”."""
        is_inside = verb.start > begin + 1 and not self.flags[verb.start - 2] & (PUNCT | QUOTE)
        verb.inverted = None if is_inside and self._is_apposed(verb.start - 1, begin) else self._inversion(verb, end)
        if verb.inverted is None and is_inside:
            verb.subject = self.of_sentence(begin, verb.start)

    def _is_apposed(self, quotation: int, begin: int) -> bool:
        """Tell whether a quotation ends an apposition to the first words: “Roe, host of “Harbour Noon,” said”."""
        first = self.of_sentence(begin, quotation)
        if first is None or first[0] != begin or not self.flags[first[1]] & COMMA:
            return False
        return not any(self.flags[at] & (AUX | VERB | ED | CUE | PRON) for at in range(first[1], quotation))

    def _before_time(self, verb: VerbGroup, begin: int, last: tuple[int, int] | None) -> None:
        """Take what stands before “on Tuesday” and the like."""
        flags, before = self.flags, verb.start - 1
        document = document_before(self, before, begin)
        if document is not None:
            verb.subject, verb.left = document, document[0]
            return
        limit = self._skip_times(before, begin)
        if limit >= begin and flags[limit] & CONJ:
            self._join(verb, limit, begin, last)
        elif flags[before] & TIME and limit >= begin and not flags[limit] & (PUNCT | VERB | AUX):
            self._take_before(verb, limit, begin, last)
        else:
            self._take_before(verb, before, begin, last)

    def _join(self, verb: VerbGroup, conjunction: int, begin: int, last: tuple[int, int] | None) -> None:
        verb.subject, verb.shared = last or self.of_sentence(begin, conjunction), True

    def _share(self, verb: VerbGroup, begin: int, end: int, last: tuple[int, int] | None) -> None:
        verb.shared = True
        if verb.start > begin:
            verb.subject = last or self.of_sentence(begin, verb.start)
        elif verb.participle:
            verb.subject = self._main_subject(verb.at, end) or (
                self.previous if verb.features & FEATURES["quote"] else None
            )

    def _main_subject(self, participle: int, end: int) -> tuple[int, int] | None:
        """Return the subject of the main clause behind a fronted participle: “Saying it rained, Roe left.”"""
        flags = self.flags
        start = 1 + next((at for at in range(participle + 1, end) if flags[at] & (COMMA | QUOTE)), end)
        if start >= end or flags[start - 1] & QUOTE or not flags[start] & (NAME | DET | PRON):
            return None
        verb = next((at for at in range(start + 1, min(end, start + 12)) if self._is_predicate(at)), end)
        return (start, verb) if verb < end and not self._has_mark(start, verb) else None

    def _has_mark(self, start: int, stop: int) -> bool:
        return any(flag & PUNCT for flag in self.flags[start:stop])

    def _beside_comma(self, verb: VerbGroup, begin: int, end: int, last: tuple[int, int] | None) -> None:
        """Take what stands before a comma or a dash, or behind the verb, or the subject of the verb before."""
        before = verb.start - 1
        if self.flags[before] & COMMA:
            verb.subject = self.phrases.leftward(before, begin)
        else:
            verb.subject = self._before_dashes(before, begin)
        if not verb.participle and verb.cue.form != "base":
            inverted = self._inversion(verb, end)
            if inverted is not None and self._is_inverted(verb, inverted, before, end):
                verb.subject, verb.inverted = None, inverted
                return
        if verb.subject is not None:
            verb.left = verb.subject[0]
        elif last is not None:
            verb.subject, verb.shared = last, True

    def _before_dashes(self, closing: int, begin: int) -> tuple[int, int] | None:
        """Return the noun phrase before an insertion between dashes: “Many — Ada Roe among them — said”."""
        flags, floor = self.flags, max(begin, closing - 30)
        opening = next((at for at in range(closing - 1, floor, -1) if flags[at] & (DASH | QUOTE)), floor)
        if opening <= floor or not flags[opening] & DASH or not self._opens_clause(begin, opening):
            return None
        return self.phrases.leftward(opening - 1, begin)

    def _opens_clause(self, begin: int, stop: int) -> bool:
        """Tell whether no verb stands before a place in a sentence."""
        return not any(self.flags[at] & (AUX | VERB) and not self.flags[at] & NAME for at in range(begin, stop))

    def _has_clause(self, subject: tuple[int, int] | None) -> bool:
        """Tell whether what looks like a subject is a clause: “its work would be done by us, said Roe”."""
        if subject is None or any(self.flags[at] & (REL | SUB) for at in range(*subject)):
            return False
        return any(self.flags[at] & AUX and not self.flags[at] & NAME for at in range(*subject))

    def _skip_times(self, before: int, begin: int) -> int:
        """Return which word stands before “on Tuesday”, “in 2014” and the like."""
        flags = self.flags
        back = before
        while (
            back >= begin and flags[back] & (TIME | NUM | PREP | DET) and (flags[back] & TIME or not flags[back] & NAME)
        ):
            back -= 1
        return back

    def _take_before(self, verb: VerbGroup, before: int, begin: int, last: tuple[int, int] | None) -> None:
        flags = self.flags
        if verb.participle and last is not None and last[1] < before and flags[last[0]] & (NAME | PRON | DET):
            verb.subject, verb.shared = last, True
            return
        phrases = self.phrases
        verb.subject = (
            document_before(self, before, begin) or self._related(before, begin) or phrases.leftward(before, begin)
        )
        if verb.subject is not None:
            verb.subject = self._around_adjunct(verb.subject, begin)
            verb.left = verb.subject[0]

    def _around_adjunct(self, subject: tuple[int, int], begin: int) -> tuple[int, int]:
        """Return “who” in “Roe, who in the past has said”; nobody speaks who is called “the past”."""
        who = subject[0] - 2
        is_adjunct = who >= begin and self.flags[who + 1] & PREP and self.lower[who] in ("who", "which")
        return (who, who + 1) if is_adjunct else subject

    def _related(self, before: int, begin: int) -> tuple[int, int] | None:
        """Return “an official who asked not to be named” as one source, where no comma sets the clause off."""
        flags = self.flags
        if flags[before] & (PRON | REL):
            return None
        for place in range(before, max(begin, before - 16), -1):
            if flags[place] & _AROUND_RELATIVE:
                return self._headed(place, before, begin) if self.lower[place] == "who" else None
        return None

    def _headed(self, who: int, before: int, begin: int) -> tuple[int, int] | None:
        """Return a relative clause up to the word `before` with the noun phrase that it belongs to."""
        flags = self.flags
        clause = range(who + 1, before)
        if any(self.lower[at] in _REPORTING and flags[at + 1] & _NOUN_PHRASE for at in clause):
            return None
        has_verb = any(flags[at] & (AUX | VERB | ED | CUE) for at in clause)
        head = self.phrases.leftward(who - 1, begin) if has_verb and not flags[who - 1] & PUNCT else None
        return None if head is None else (head[0], before + 1)

    def is_governed(self, verb: VerbGroup, begin: int, last: tuple[int, int] | None) -> bool:
        """Tell whether a verb is a participle whose noun belongs to a verb before: “said in a video posted online”.

        ``last`` is the subject of the verb before in the same sentence.
        """
        if verb.subject is None or verb.shared or verb.start != verb.at:
            return False
        if not verb.features & (FEATURES["past"] | FEATURES["participle"]):
            return False
        at, stop = verb.subject
        if last is not None and last[0] == at and last[1] < stop:
            return any(self.flags[place] & REL for place in range(at, last[1]))
        return at > begin + 1 and self._hangs_on_cue(at - 1, begin)

    def _hangs_on_cue(self, at: int, begin: int) -> bool:
        """Tell whether a preposition stands at a place and behind a cue, with nothing but times between."""
        flags = self.flags
        if not flags[at] & PREP or flags[at] & (SUB | NAME):
            return False
        while at > begin and flags[at] & (PREP | ADV | TIME):
            at -= 1
        return bool(flags[at] & CUE) and not flags[at] & NAME

    def of_sentence(self, begin: int, limit: int) -> tuple[int, int] | None:
        """Return the first noun phrase of a sentence that stands before a verb, skipping what is put in front."""
        flags = self.flags
        place = begin
        while place < limit:
            while place < limit and self._is_only(place, CONJ | ADV | PUNCT):
                place += 1
            first = place
            is_fronted = place < limit and (
                self._is_only(place, PREP | SUB | ING | TO | ED) or (place == begin and self._is_participle(place))
            )
            place = self._end_of_part(first, limit, is_fronted=is_fronted)
            if not is_fronted and place > first and not self._is_time(first, place, limit):
                return self._without_adverbs(first, place)
            if place >= limit or flags[place] & QUOTE:
                return None
        return None

    def _is_time(self, first: int, comma: int, limit: int) -> bool:
        """Tell whether a time stands in front of a clause: “Two hours later, …”."""
        flags = self.flags
        is_front = comma < limit and flags[comma] & COMMA and comma - first < 6
        return bool(is_front) and any(flags[at] & (TIME | BITS["span"]) for at in range(first, comma))

    def _is_only(self, place: int, classes: int) -> bool:
        """Tell whether a word is of some classes and does not begin a noun phrase."""
        return bool(self.flags[place] & classes) and not self.flags[place] & (DET | NAME)

    def _is_participle(self, place: int) -> bool:
        """Tell whether a sentence begins with a participle, and not with a name: “Citing the rain, Roe …”."""
        flags = self.flags
        if not self.lower[place].endswith("ing") or place + 1 >= len(flags):
            return False
        return self.lower[place] in self._cues or bool(flags[place + 1] & (DET | PREP | POSS | OBJ | TO | PRON))

    def _end_of_part(self, first: int, limit: int, *, is_fronted: bool) -> int:
        """Return where a part of a sentence ends: at a comma, or before the verb of a noun phrase."""
        flags = self.flags
        place = first
        while place < limit and not flags[place] & (COMMA | DASH | QUOTE):
            if not is_fronted and place > first and self._is_predicate(place):
                break
            place += 1
        return place

    def _is_predicate(self, place: int) -> bool:
        """Tell whether a noun phrase ends before a word since that is a verb, or begins a clause."""
        flag = self.flags[place]
        if flag & NAME:
            return False
        if flag & (AUX | VERB | ED | SUB):
            return True
        if not flag & CUE or self.flags[place - 1] & (DET | PREP | POSS):
            return False
        # “The campaign order was”, but “tenants order”.
        return self._cues[self.lower[place]].form != "base" or bool(self.flags[place - 1] & _PLURAL)

    def _without_adverbs(self, first: int, last: int) -> tuple[int, int] | None:
        flags = self.flags
        while last - 1 > first and flags[last - 1] & ADV and not flags[last - 1] & NAME:
            last -= 1
        if last - first > 14 or (flags[first] & (AUX | VERB) and not flags[first] & NAME):
            return None
        return (first, last)

    def _is_inverted(self, verb: VerbGroup, inverted: tuple[int, int], before: int, end: int) -> bool:
        """Tell whether what follows the verb is its subject although a comma stands before the verb."""
        flags = self.flags
        if before and flags[before - 1] & QUOTE:
            return True
        if verb.cue.has("addressee") or (flags[inverted[0]] & PRON and not flags[inverted[0]] & NAME):
            return False
        after = inverted[1]
        if verb.subject is None or self._has_clause(verb.subject):
            return after >= end or bool(flags[after] & (COMMA | QUOTE | COLON | DASH | PREP | TIME | SUB))
        return after >= end and not flags[after - 1] & TIME

    def _inversion(self, verb: VerbGroup, end: int) -> tuple[int, int] | None:
        if not verb.cue.has("quote") or verb.cue.form not in ("past", "third") or verb.cue.lemma in _NEVER_FIRST:
            return None
        return self.phrases.rightward(verb.at + 1, end)
