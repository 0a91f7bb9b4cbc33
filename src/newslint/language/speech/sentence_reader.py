"""Read the sentences of one passage into acts of saying with source, cue and content."""

from __future__ import annotations

from newslint.language.speech.content_end import ContentEnd
from newslint.language.speech.content_start import ContentStart
from newslint.language.speech.nonverbal_cues import NonverbalCues
from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.speech.people import PeopleInArticle
from newslint.language.speech.quote_tags import QuoteTags
from newslint.language.speech.speech_acts import SpeechAct, VerbGroup
from newslint.language.speech.subjects import Subjects
from newslint.language.speech.verbs import VerbGroups
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import (
    ADJ_CUE,
    CUE,
    DASH,
    END,
    HEARSAY,
    NAME,
    NOUN_CUE,
    NUM,
    PUNCT,
    QUOTE,
    REL,
    TIME,
    Tokens,
)

# Without one of these words a sentence has no act of saying.
_TELLING = CUE | QUOTE | NOUN_CUE | ADJ_CUE | HEARSAY | BITS["according"] | BITS["poll"]


class SentenceReader:
    """Read the acts of saying in the sentences of one passage."""

    __slots__ = (
        "_ends",
        "_nonverbal",
        "_starts",
        "_tags",
        "_verbs",
        "flags",
        "phrases",
        "subjects",
        "tokens",
    )

    def __init__(self, tokens: Tokens, *, is_heading: bool = False) -> None:
        self.tokens = tokens
        self.flags = tokens.flags
        self.phrases = NounPhrases(tokens)
        self.subjects = Subjects(tokens, self.phrases)
        self._verbs = VerbGroups(tokens, self.phrases, is_heading=is_heading)
        self._starts = ContentStart(tokens, self.phrases)
        self._ends = ContentEnd(tokens, self.phrases)
        self._nonverbal = NonverbalCues(tokens, self.phrases)
        self._tags = QuoteTags(tokens, self.phrases)

    def read(self) -> list[SpeechAct]:
        """Return the acts in order of their cues."""
        found: list[SpeechAct] = []
        for number, (begin, end) in enumerate(self.tokens.sentences):
            while end > begin and self.flags[end - 1] & END:
                end -= 1
            if number == 0:
                begin = self._after_dateline(begin, end)
            for act in self._sentence(begin, end) if begin < end else ():
                act.sentence = number
                found.append(act)
        return found

    def signature(self) -> SpeechAct | None:
        """Return the act of a passage that is nothing but the signature under a quotation: “— Ada Roe, author”."""
        return self._tags.signs()

    def label(self, people: PeopleInArticle) -> SpeechAct | None:
        """Return the act of a headline that begins with who says the rest: “Ada Roe: Pier will reopen”."""
        return self._tags.labels(people)

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

    def _sentence(self, begin: int, end: int) -> list[SpeechAct]:
        flags = self.flags
        places = [place for place in range(begin, end) if flags[place] & _TELLING]
        if not places:
            return []
        acts = self._told(places, begin, end) + self._nonverbal.asked(begin, end)
        if len(acts) > 1:
            acts.sort(key=lambda act: act.cue)
        return acts

    def _told(self, places: list[int], begin: int, end: int) -> list[SpeechAct]:
        """Return the acts of a sentence that has words of saying at some places."""
        flags = self.flags
        kept = self._kept_verbs([place for place in places if flags[place] & CUE], begin, end)
        acts = self._ends.drop_nested(self._ends.bound(kept, begin, end)) if kept else []
        acts += self._nonverbal.find(places, begin, end, {verb.at for verb in kept})
        acts += self._tags.find([place for place in places if flags[place] & QUOTE], begin, end, acts)
        return acts or self._nonverbal.polled(places, begin, end)

    def _kept_verbs(self, places: list[int], begin: int, end: int) -> list[VerbGroup]:
        """Return the cue verbs of a sentence that have a subject and a content."""
        kept: list[VerbGroup] = []
        last: tuple[int, int] | None = None
        for place in places:
            verb = self._verbs.recognise(place, begin, end)
            if verb is None or not self._is_complete(verb, begin, end, last):
                continue
            if verb.subject is not None and not verb.participle:
                last = verb.subject
            elif verb.inverted is not None:
                last = verb.inverted
            kept.append(verb)
        if last is not None and not self.flags[last[0]] & REL:
            self.subjects.previous = last
        return kept

    def _is_complete(self, verb: VerbGroup, begin: int, end: int, last: tuple[int, int] | None) -> bool:
        """Find the subject and the content of a verb and tell whether it has both; some verbs need no subject."""
        self.subjects.find(verb, begin, end, last)
        if verb.subject is None and verb.inverted is None and not verb.passive and not verb.cue.has("seeming"):
            return False
        if self.subjects.is_governed(verb, begin, last):
            return False
        self._starts.find(verb, begin, end)
        return verb.content >= 0 or verb.parenthetical
