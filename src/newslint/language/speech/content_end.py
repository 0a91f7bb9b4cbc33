"""Find where the content of each act of saying ends and the next act begins."""

from __future__ import annotations

from newslint.language.speech.cues import FEATURES
from newslint.language.speech.speech_acts import SpeechAct, TokenView, VerbGroup
from newslint.language.speech.tables import WORDS, Table
from newslint.language.speech.word_classes import BITS, NOTHING
from newslint.language.units.tokens import (
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
    PRON,
    PUNCT,
    QUOTE,
    REL,
    SUB,
    TIME,
    TO,
    VERB,
)

_TURNS = frozenset(
    "but while although though which who and after as because when where with despite even compared given unlike so "
    "except just since".split()
)
# Whether a content ends where the next act of saying begins. `later` has the features of that act's verb, `edge` is the
# word before its clause, `beyond` the one to the left of that.
NEXT_ACT = Table(
    {"later": FEATURES, "edge": WORDS, "beyond": WORDS},
    """
    main clause: later main-clause -shared, edge comma => before one
        Although [the mayor] <says> {the pier is safe}, Ben Doe denies it.
    participle: later shared ing -be, edge comma => before one
        [The mayor] <said> {it rained}, adding that it was late.
    second verb: later shared parallel -to, edge conj => before one
        [The mayor] <said> {it rained} and denied that it was late.
    verb of the content: later shared => no
        [Ada Roe] <says> {it rained and admitted a mistake}.
    set off: later around, edge comma|dash => before one
        [The mayor] <fears> {a flood}, Ada Roe said.
    set off quotation: later around, edge finished, beyond colon => before both
        [The mayor] <sees> {the plan as a gift}: “Nobody pays for it at all,” Ada Roe said.
    comma and conjunction: edge conj|sub, beyond comma|dash => before both
        [The mayor] <said> {it rained}, and the board said it was late.
    but: edge conj but => before one
        [The mayor] <said> {it rained} but the board denied it.
    conjunction and name: later named, edge conj => before one
        [The mayor] <said> {it rained} and Ben Doe denied it.
    other verb: => no
        [The mayor] <said> {that the board denied it}.
    """,
)


class ContentEnd(TokenView):
    """Set where each act of saying ends and the next begins."""

    __slots__ = ()

    def bound(self, verbs: list[VerbGroup], begin: int, end: int) -> list[SpeechAct]:
        """Give every verb its content, ending where the next act on the same level begins."""
        acts = [self._act(number, verbs, begin, end) for number in range(len(verbs))]
        self._part(verbs, acts)
        # An act without content may still get a quotation.
        return [act for verb, act in zip(verbs, acts, strict=True) if verb.passive or act.content or act.wants]

    def _part(self, verbs: list[VerbGroup], acts: list[SpeechAct]) -> None:
        """End the content of a participle where the quotation goes on: “…,” Roe said, pointing at the pier, “…”."""
        for verb, act, around in zip(verbs[1:], acts[1:], acts, strict=False):
            resumed = around.content[-1][0] if len(around.content) > 1 else -1
            if verb.participle and verb.shared and self.flags[resumed] & QUOTE:
                act.content = [
                    (start, min(stop, resumed - 1) if start < resumed else stop) for start, stop in act.content
                ]

    def _act(self, number: int, verbs: list[VerbGroup], begin: int, end: int) -> SpeechAct:
        verb = verbs[number]
        act = SpeechAct(
            verb.subject or verb.inverted,
            (verb.start, verb.end),
            is_speech=verb.cue.has("quote"),
            is_passive=verb.passive,
            left=verb.left,
        )
        if verb.passive:
            self._passive_act(act, verb, begin, end)
            return act
        later = verbs[number + 1 :]
        if verb.cue.has("seeming"):
            act.source = None
            act.content = [verb.subject] if verb.subject is not None else []
            act.content.append((verb.content, self._content_end(verb, later, begin, end)))
            return act
        if verb.parenthetical:
            self._before(act, verb, begin, verbs[:number])
            self._after(act, verb, later, end)
            if not act.content:
                act.wants = "before"
        if verb.content >= 0:
            self._behind_cue(act, verb, later, begin, end)
        return act

    def _behind_cue(self, act: SpeechAct, verb: VerbGroup, later: list[VerbGroup], begin: int, end: int) -> None:
        """Take the content that begins behind a cue, and a quotation that stands before its clause."""
        stop = self._content_end(verb, later, begin, end)
        at = verb.content
        if at < end and self.flags[at] & PUNCT:
            at += 1
        if stop > at:
            act.content.append((at, self._quotation_end(at, stop)))
        elif at >= end:
            act.wants = "after"
        if act.is_speech and act.content and verb.left > begin and self._is_spoken(verb.left - 1, begin):
            act.content.insert(0, (verb.left - 1, verb.left))

    def _quotation_end(self, at: int, stop: int) -> int:
        """Return where a content ends that begins with a quotation behind which the reporter's clause goes on."""
        is_finished = at + 1 < stop and self.flags[at] & BITS["finished"]
        return at + 1 if is_finished and self.flags[at + 1] & (AUX | VERB | CUE) else stop

    def _is_spoken(self, place: int, begin: int) -> bool:
        """Tell whether a quotation stands for itself, and is no part of another phrase: “with “Fox at Noon,””."""
        return bool(self.flags[place] & QUOTE) and (place == begin or bool(self.flags[place - 1] & PUNCT))

    def _opens_speech(self, place: int, begin: int) -> bool:
        """Tell whether a quotation is all that is said, since a colon or a bracket parts it from what stands before."""
        if place - 1 <= begin or not self.flags[place] & BITS["finished"]:
            return False
        return bool(self.flags[place - 1] & COLON) or self.lower[place - 1] in ("(", "[")

    @staticmethod
    def drop_nested(acts: list[SpeechAct]) -> list[SpeechAct]:
        """Leave out attitudes that stand inside what somebody else is already said to have said."""
        kept: list[SpeechAct] = []
        for act in acts:
            inside = any(
                outer.is_speech and any(start <= act.cue[0] < stop for start, stop in outer.content)
                for outer in acts
                if outer is not act
            )
            if not inside or act.is_speech:
                kept.append(act)
        return kept

    def _passive_act(self, act: SpeechAct, verb: VerbGroup, begin: int, end: int) -> None:
        content_subject = verb.subject
        act.source = None
        if content_subject is not None:
            act.content.append(content_subject)
        if verb.subject is not None and verb.content == verb.subject[0]:
            return
        if verb.content < end and self.lower[verb.content] == "by":
            act.source = self.phrases.rightward(verb.content + 1, end)
            act.is_passive = act.source is None
        else:
            act.content.append((verb.content, self._sentence_cut(verb.content, end)))

    def _content_end(self, verb: VerbGroup, later: list[VerbGroup], begin: int, end: int) -> int:
        """Return where the content of a verb ends, which is at the end of its sentence unless another act begins."""
        flags = self.flags
        stop = end
        if verb.subject is not None and verb.subject[0] > verb.content:
            stop = verb.subject[0] - 1
        elif verb.subject is not None and flags[verb.subject[0]] & REL and verb.subject[1] == verb.subject[0] + 1:
            stop = min(self._relative_end(verb.content, end), self._around(verb, later, end))
        stop = min(stop, self._next_act(verb, later, begin, end))
        return min(stop, self._sentence_cut(verb.content, stop, is_attitude=not verb.cue.has("quote")))

    def _next_act(self, verb: VerbGroup, later: list[VerbGroup], begin: int, end: int) -> int:
        """Return where the content of a verb ends since the act of a later verb begins there."""
        flags = self.flags
        fronted = bool(flags[begin] & (SUB | ED | ING) or (flags[begin] & PREP and not flags[begin] & TO))
        fronted = fronted or self.lower[begin].endswith(("ing", "ed"))
        is_main = fronted and verb.left - begin < 12
        for other in later:
            left = other.left
            if other.at < verb.content or left <= verb.content:
                continue
            cut = NEXT_ACT.decide(
                self._relation(verb, other, is_main=is_main),
                flags[left - 1],
                flags[left - 2] if left - 2 > verb.content else NOTHING,
            )
            if cut != "no":
                return left - (2 if cut == "before both" else 1)
        return end

    def _relation(self, verb: VerbGroup, later: VerbGroup, *, is_main: bool) -> int:
        """Return the features of a verb with those that it has beside the one before."""
        features = later.features
        if is_main:
            features |= FEATURES["main-clause"]
        if later.shared:
            features |= FEATURES["shared"]
        if later.parenthetical:
            features |= FEATURES["around"]
        if later.subject is not None and self.flags[later.subject[0]] & NAME:
            features |= FEATURES["named"]
        if verb.cue.form == later.cue.form or {verb.cue.form, later.cue.form} <= {"past", "participle"}:
            features |= FEATURES["parallel"]
        return features

    @staticmethod
    def _around(verb: VerbGroup, later: list[VerbGroup], end: int) -> int:
        """Return where the verb stands whose subject has the relative clause: “one who asked not to be named said”."""
        around = (
            other for other in later if other.subject is not None and other.subject[0] < verb.at < other.subject[1]
        )
        return next((other.start for other in around), end)

    def _relative_end(self, place: int, end: int) -> int:
        """Return where the main verb goes on after “Roe, who says it rained,”."""
        flags = self.flags
        for at in range(place + 1, end - 1):
            if (
                flags[at] & COMMA
                and flags[at + 1] & (AUX | VERB | ED | CUE)
                and not flags[at + 1] & (ING | NAME | PREP)
            ):
                return at
        return end

    def _sentence_cut(self, place: int, end: int, *, is_attitude: bool = False) -> int:
        """Return where a semicolon, a dash or “, according to” ends the content."""
        flags, words = self.flags, self.words
        for at in range(place + 1, end):
            if flags[at] & PUNCT and (
                words[at] == ";"
                or (is_attitude and flags[at] & DASH)
                or (flags[at] & COMMA and at + 1 < end and self._turns(at + 1, is_attitude=is_attitude))
            ):
                return at
        return end

    def _turns(self, place: int, *, is_attitude: bool) -> bool:
        """Tell whether a word behind a comma begins something else than a part of the content."""
        flag, word = self.flags[place], self.lower[place]
        if not is_attitude:
            return word == "according"
        return word == "according" or word in _TURNS or bool(flag & (ING | PRON) and not flag & DET)

    def _before(self, act: SpeechAct, verb: VerbGroup, begin: int, earlier: list[VerbGroup]) -> None:
        """Take what stands before a cue that is set off."""
        start, stop = self._part_before(verb, begin, earlier)
        if stop > start:
            act.content.append((start, stop))

    def _after(self, act: SpeechAct, verb: VerbGroup, later: list[VerbGroup], end: int) -> None:
        """Take what stands after a cue that is set off, where the content goes on there."""
        after = verb.inverted[1] if verb.inverted is not None else verb.end
        is_quoted = any(self.flags[at] & QUOTE for start, stop in act.content for at in (start, stop - 1))
        rest = self._resumption(after, end, is_quoted=is_quoted)
        begin = rest + (not self._is_quotation(rest, end))
        if verb.content >= 0 or begin >= end or self._acts_between(after, rest, later):
            return
        if is_quoted or self._goes_on(begin, end, is_told=rest > after):
            act.content.append((begin, self._sentence_cut(begin, end)))

    def _is_quotation(self, place: int, end: int) -> bool:
        return place < end and bool(self.flags[place] & QUOTE)

    def _resumption(self, after: int, end: int, *, is_quoted: bool) -> int:
        """Return the first place behind a cue at which its content may go on, or the end."""
        places = range(after, end)
        return next((place for place in places if self._resumes(place, after, end, is_quoted=is_quoted)), end)

    @staticmethod
    def _acts_between(start: int, stop: int, later: list[VerbGroup]) -> bool:
        """Tell whether another act begins between two places, and not merely a participle of the same speaker."""
        return any(start <= other.at < stop and not other.participle for other in later)

    def _resumes(self, place: int, after: int, end: int, *, is_quoted: bool) -> bool:
        """Tell whether a content may go on at a mark behind a cue, which ends ``after``: a quotation as a quotation."""
        flags = self.flags
        if flags[place] & QUOTE:
            return not is_quoted or place == after
        if not flags[place] & (COMMA | DASH | COLON):
            return False
        return not is_quoted or (place + 1 < end and bool(flags[place + 1] & QUOTE))

    def _part_before(self, verb: VerbGroup, begin: int, earlier: list[VerbGroup]) -> tuple[int, int]:
        """Return what stands before a clause that is set off, behind the content of an act before it."""
        flags = self.flags
        left = verb.start if verb.inverted is not None else verb.left
        stop = left - 1 if left > begin and flags[left - 1] & (COMMA | DASH) else left
        if self._opens_speech(stop - 1, begin) or self._is_dated(begin, stop - 1):
            return stop - 1, stop
        start = self._behind_acts(earlier, begin, left)
        return self.skip_openers(start, stop), stop

    def _is_dated(self, begin: int, quotation: int) -> bool:
        """Tell whether nothing but a time stands before a quotation: “Days before the vote, “…,” Roe wrote”."""
        flags = self.flags
        if not begin < quotation <= begin + 9 or not flags[quotation - 1] & COMMA or not flags[quotation] & QUOTE:
            return False
        front = range(begin, quotation - 1)
        has_verb = any(flags[at] & (AUX | VERB | ED | PRON | ING) and not flags[at] & NAME for at in front)
        return not has_verb and any(flags[at] & (TIME | BITS["span"]) for at in front)

    def _behind_acts(self, earlier: list[VerbGroup], begin: int, left: int) -> int:
        """Return where the words begin that no act before `left` has as its content."""
        taken = min((other.at for other in earlier if other.content >= 0 and not other.parenthetical), default=left)
        return max((at + 1 for at in range(taken, left - 2) if self.flags[at] & PUNCT), default=begin)

    def _goes_on(self, place: int, end: int, *, is_told: bool) -> bool:
        """Tell whether a content goes on at a place behind a comma; `is_told`: a listener may stand before that."""
        flag = self.flags[place]
        if flag & QUOTE:
            return True
        if is_told and (flag & REL or not any(self.flags[at] & (AUX | VERB | ED | QUOTE) for at in range(place, end))):
            return False
        return not flag & (ING | SUB | PREP) or self.lower[place] in ("that", "with", "of")
