"""Recognise the verb groups that cue words head."""

from __future__ import annotations

from newslint.language.speech.cues import Cue, noun_cues, verb_cues
from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.speech.speech_acts import TokenView, VerbGroup
from newslint.language.units.tokens import (
    ADV,
    AUX,
    BE,
    COMMA,
    CONJ,
    DET,
    ED,
    HAVE,
    ING,
    NAME,
    NUM,
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

_CONTROLS = frozenset(
    "going able want wants wanted went on continued continues began begins decided ready set used has have had seems "
    "seemed seem appears appeared appear hoping hopes hoped trying tried tries expected likely eager quick refused "
    "refuses declined declines came seeking sought seeks plans planned forced happy proud managed chose quick willing "
    "unwilling reluctant prepared needs needed failed sure".split()
)
_PLURALS = frozenset("people police many some others most few both all women men media several two three none".split())
_PLAIN_VERBS = frozenset("say argue believe think tell insist suggest add admit concede".split())
_SINGULARS = frozenset("one no each every another any".split())


class VerbGroups(TokenView):
    """Recognise the verb groups that cue words head."""

    __slots__ = ("cues", "is_heading", "nouns")

    def __init__(self, tokens: Tokens, phrases: NounPhrases, *, is_heading: bool) -> None:
        super().__init__(tokens, phrases)
        self.is_heading = is_heading
        self.cues = verb_cues(tokens.lexicon)
        self.nouns = noun_cues(tokens.lexicon)

    def recognise(self, place: int, begin: int, end: int) -> VerbGroup | None:
        """Return the verb group around a cue word, or None where the word is no verb here."""
        flags, lower = self.flags, self.lower
        if flags[place] & NAME and place > begin and not self.is_heading:
            return None
        cue = self.cues[lower[place]]
        before = flags[place - 1] if place > begin else PUNCT
        start = place
        has_be = has_have = has_aux = infinitive = False
        back = place - 1
        while back >= begin:
            flag = flags[back]
            if flag & AUX:
                has_be = has_be or bool(flag & BE)
                has_have = has_have or bool(flag & HAVE)
                has_aux = True
                start = back
                if flag & (PRON | REL):
                    break
            elif flag & ADV and not flag & (PREP | NAME) and not flag & TIME:
                start = back
            elif lower[back] == "to" and back > begin and not has_aux:
                infinitive = True
                control = lower[back - 1]
                if control in _CONTROLS:
                    infinitive = False
                    has_aux = True
                    start = back - 1
                    if control == "on" and back - 2 >= begin:
                        start = back - 2
                    back = start - 1
                    continue
                start = back
                break
            else:
                break
            back -= 1
        if infinitive:
            return None if "finite" in cue.frames else VerbGroup(place, start, cue, infinitive=True)
        if before & (DET | POSS) and not before & (PRON | AUX) and not (before & REL):
            return None
        if before & PREP and cue.form != "ing" and not before & (SUB | ADV):
            return None
        if not has_aux and not self._is_finite(place, begin, cue, before):
            return None
        if cue.form == "participle" and not has_aux:
            return None
        passive = has_be and cue.form in ("past", "participle")
        if cue.form == "past" and not has_aux and place + 1 < end:
            after = flags[place + 1]
            if lower[place + 1] == "by" or ("object" in cue.frames and "quote" not in cue.frames and after & TIME):
                return None
        participle = cue.form == "ing" and not has_be
        if participle and "finite" in cue.frames and not (before & (COMMA | QUOTE) and "quote" in cue.frames):
            return None
        return VerbGroup(place, start, cue, passive=passive, participle=participle)

    def _is_finite(self, place: int, begin: int, cue: Cue, before: int) -> bool:
        lower = self.lower
        if cue.form in ("past", "participle", "ing"):
            return True
        if place == begin:
            return False
        word = lower[place - 1]
        if before & DET and before & PRON and (cue.form == "third" or word in _SINGULARS):
            return False
        if cue.form == "base":
            if before & (PRON | REL | CONJ | AUX):
                return word not in ("he", "she", "it")
            if cue.lemma in _PLAIN_VERBS and not before & (PREP | PUNCT | TO | DET | POSS):
                return word not in ("he", "she", "it")
            if before & NAME and before & PLURAL and cue.lemma in self.nouns:
                return self.phrases.kinds.get(word) == "collective"
            return (
                bool(before & (PLURAL | COMMA | ADV)) or word in _PLURALS or (self.is_heading and bool(before & NAME))
            )
        if cue.lemma in self.nouns and not before & (PRON | REL | CONJ | COMMA | ADV | NAME):
            head = self.phrases.leftward(place - 1, begin)
            return head is not None and bool(self.flags[head[0]] & (DET | NAME))
        if before & (PRON | REL | CONJ | COMMA | ADV | NAME):
            return True
        return not before & (PREP | PUNCT | NUM | ED | ING | VERB)
