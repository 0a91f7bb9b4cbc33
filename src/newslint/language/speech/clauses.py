"""Read one passage's sentences into acts of saying with source, cue and content; links nothing across passages."""

from __future__ import annotations

from newslint.language.speech.acts import Act, Verb
from newslint.language.speech.content_end import Limits
from newslint.language.speech.content_start import Contents
from newslint.language.speech.nonverbal_cues import LooseCues
from newslint.language.speech.noun_phrases import Phrases
from newslint.language.speech.quote_tags import BesideQuotes
from newslint.language.speech.subjects import Subjects
from newslint.language.speech.verbs import Verbs
from newslint.language.units.tokens import CUE, DASH, END, NAME, NUM, PUNCT, REL, TIME, Tokens


class Reader:
    """Read the acts of saying in the sentences of one passage."""

    __slots__ = ("_beside", "_contents", "_limits", "_loose", "_verbs", "flags", "phrases", "subjects", "tokens")

    def __init__(self, tokens: Tokens, *, is_heading: bool = False) -> None:
        self.tokens = tokens
        self.flags = tokens.flags
        self.phrases = Phrases(tokens)
        self.subjects = Subjects(tokens, self.phrases)
        self._verbs = Verbs(tokens, self.phrases, is_heading=is_heading)
        self._contents = Contents(tokens, self.phrases)
        self._limits = Limits(tokens, self.phrases)
        self._loose = LooseCues(tokens, self.phrases)
        self._beside = BesideQuotes(tokens, self.phrases)

    def read(self) -> list[Act]:
        """Return the acts in order of their cues."""
        found: list[Act] = []
        for number, (begin, end) in enumerate(self.tokens.sentences):
            while end > begin and self.flags[end - 1] & END:
                end -= 1
            if number == 0:
                begin = self._after_dateline(begin, end)
            for act in self._sentence(begin, end):
                act.sentence = number
                found.append(act)
        return found

    def signature(self) -> Act | None:
        """Return the act of a passage that is nothing but the signature under a quotation: “— Ada Roe, author”."""
        return self._beside.signs()

    def _after_dateline(self, begin: int, end: int) -> int:
        """Return where the text begins after “LONDON (Agency) — ”."""
        words = self.tokens.words
        if begin < end and len(words[begin]) > 2 and words[begin].isupper():
            for place in range(begin + 1, min(end - 1, begin + 10)):
                if self.flags[place] & DASH:
                    return place + 1
                if not self.flags[place] & (NAME | PUNCT | TIME | NUM):
                    break
        return begin

    def _sentence(self, begin: int, end: int) -> list[Act]:
        if begin >= end:
            return []
        flags = self.flags
        acts: list[Act] = []
        places = [place for place in range(begin, end) if flags[place] & CUE]
        kept = self._kept_verbs(places, begin, end) if places else []
        if kept:
            acts = self._limits.drop_nested(self._limits.bound(kept, begin, end))
        acts += self._loose.according(begin, end)
        acts += self._loose.others(begin, end, {verb.at for verb in kept})
        acts += self._beside.find(begin, end, acts)
        asked = self._loose.asked(begin, end)
        if asked is not None:
            acts.append(asked)
        acts.sort(key=lambda act: act.cue)
        return acts

    def _kept_verbs(self, places: list[int], begin: int, end: int) -> list[Verb]:
        """Return the cue verbs of a sentence that have a subject and a content."""
        kept: list[Verb] = []
        last: tuple[int, int] | None = None
        for place in places:
            verb = self._verbs.recognise(place, begin, end)
            if verb is None:
                continue
            self.subjects.find(verb, begin, end, last)
            if verb.subject is None and verb.inverted is None and not verb.passive and "seeming" not in verb.cue.frames:
                continue
            self._contents.find(verb, begin, end)
            if verb.content < 0 and not verb.parenthetical:
                continue
            if verb.subject is not None and not verb.participle:
                last = verb.subject
            elif verb.inverted is not None:
                last = verb.inverted
            kept.append(verb)
        if last is not None and not self.flags[last[0]] & REL:
            self.subjects.previous = last
        return kept
