"""Find where the content of each act of saying ends and the next act begins."""

from __future__ import annotations

from newslint.language.speech.speech_acts import SpeechAct, TokenView, VerbGroup
from newslint.language.units.tokens import (
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
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    SUB,
    TO,
    VERB,
)

_TURNS = frozenset("but while although though which who and after as because when where with".split())


class ContentEnd(TokenView):
    """Set where each act of saying ends and the next begins."""

    __slots__ = ()

    def bound(self, verbs: list[VerbGroup], begin: int, end: int) -> list[SpeechAct]:
        """Give every verb its content, ending where the next act on the same level begins."""
        acts: list[SpeechAct] = []
        for number, verb in enumerate(verbs):
            source = verb.subject or verb.inverted
            act = SpeechAct(
                source, (verb.start, verb.end), is_passive=verb.passive, is_shared=verb.shared, left=verb.left
            )
            act.is_speech = verb.cue.has("quote")
            if verb.passive:
                self._passive_act(act, verb, begin, end)
                acts.append(act)
                continue
            if verb.cue.has("seeming"):
                if verb.subject is not None:
                    act.content.append(verb.subject)
                act.source = None
                act.content.append((verb.content, self._content_end(verb, number, verbs, begin, end)))
                acts.append(act)
                continue
            if verb.parenthetical:
                self._around(act, verb, begin, end, verbs, number)
            if verb.content >= 0:
                stop = self._content_end(verb, number, verbs, begin, end)
                at = verb.content + 1 if self.flags[verb.content] & PUNCT else verb.content
                if stop > at:
                    act.content.append((at, stop))
                elif at >= end:
                    act.wants = "after"
                if act.is_speech and act.content and verb.left > begin and self.flags[verb.left - 1] & QUOTE:
                    act.content.insert(0, (verb.left - 1, verb.left))
            if act.content or act.wants:
                acts.append(act)
        return acts

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

    def _content_end(self, verb: VerbGroup, number: int, verbs: list[VerbGroup], begin: int, end: int) -> int:
        flags, lower = self.flags, self.lower
        stop = end
        if verb.subject is not None and flags[verb.subject[0]] & REL and verb.subject[1] == verb.subject[0] + 1:
            stop = self._relative_end(verb.content, end)
        fronted = bool(flags[begin] & (SUB | ED | ING) or (flags[begin] & PREP and not flags[begin] & TO))
        for later in verbs[number + 1 :]:
            if later.at < verb.content:
                continue
            left = later.left
            if left <= verb.content:
                continue
            edge = flags[left - 1]
            if fronted and edge & COMMA and not later.shared and verb.left - begin < 12:
                stop = min(stop, left - 1)
                break
            if later.shared:
                if (later.participle and edge & COMMA) or (
                    edge & CONJ and not later.infinitive and self._is_parallel(verb, later)
                ):
                    stop = min(stop, left - 1)
                    break
                continue
            if later.parenthetical and edge & (COMMA | DASH):
                stop = min(stop, left - 1)
                break
            if edge & (CONJ | SUB) and left - 2 > verb.content and flags[left - 2] & (COMMA | DASH):
                stop = min(stop, left - 2)
                break
            if edge & CONJ and (
                lower[left - 1] == "but" or (later.subject is not None and flags[later.subject[0]] & NAME)
            ):
                stop = min(stop, left - 1)
                break
        return min(stop, self._sentence_cut(verb.content, stop, is_attitude=not verb.cue.has("quote")))

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

    @staticmethod
    def _is_parallel(one: VerbGroup, two: VerbGroup) -> bool:
        return one.cue.form == two.cue.form or {one.cue.form, two.cue.form} <= {"past", "participle"}

    def _sentence_cut(self, place: int, end: int, *, is_attitude: bool = False) -> int:
        """Return where a semicolon, a dash or “, according to” ends the content."""
        flags, lower, words = self.flags, self.lower, self.words
        for at in range(place + 1, end):
            if not flags[at] & PUNCT:
                continue
            if words[at] == ";":
                return at
            if flags[at] & COMMA and at + 1 < end:
                following = lower[at + 1]
                if following == "according":
                    return at
                if is_attitude and (following in _TURNS or (flags[at + 1] & (ING | PRON) and not flags[at + 1] & DET)):
                    return at
        return end

    def _around(
        self, act: SpeechAct, verb: VerbGroup, begin: int, end: int, verbs: list[VerbGroup], number: int
    ) -> None:
        """Take the content of a cue that is set off: what stands before it and, where it goes on, after it."""
        flags = self.flags
        left = verb.start if verb.inverted is not None else verb.left
        stop = left - 1 if left > begin and flags[left - 1] & (COMMA | DASH) else left
        floor = begin
        for earlier in verbs[:number]:
            if earlier.content >= 0 and not earlier.parenthetical:
                for at in range(earlier.at, left):
                    if flags[at] & PUNCT and at + 1 < left - 1 and not flags[at] & QUOTE:
                        floor = max(floor, at + 1)
        if stop > floor:
            start = self.skip_openers(floor, stop)
            if stop > start:
                act.content.append((start, stop))
        after = verb.inverted[1] if verb.inverted is not None else verb.end
        rest = after
        while rest < end and not flags[rest] & (COMMA | DASH | QUOTE | COLON):
            rest += 1
        if rest < end and verb.content < 0 and not any(after <= later.at < rest for later in verbs[number + 1 :]):
            begin_rest = rest if flags[rest] & QUOTE else rest + 1
            if begin_rest < end and self._goes_on(begin_rest, act):
                act.content.append((begin_rest, self._sentence_cut(begin_rest, end)))
        if not act.content:
            act.wants = "before"

    def _goes_on(self, place: int, act: SpeechAct) -> bool:
        flag = self.flags[place]
        if flag & QUOTE:
            return True
        if any(self.flags[at] & QUOTE for start, stop in act.content for at in (start, stop - 1)):
            return False
        return not flag & (ING | SUB | PREP) or self.lower[place] in ("that", "with", "of")
