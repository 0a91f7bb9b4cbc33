"""Define the acts of saying that the reading of a passage works on."""

from __future__ import annotations

from newslint.language.speech.cues import Cue
from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.units.tokens import PUNCT, Tokens


class SpeechAct:
    """Hold one act of saying in token ranges of its passage."""

    # before or after where the content stands in the sentence before or after.
    wants = ""

    def __init__(
        self,
        source: tuple[int, int] | None,
        cue: tuple[int, int],
        content: list[tuple[int, int]] | None = None,
        sentence: int = 0,
        is_speech: bool = False,
        is_passive: bool = False,
        left: int = 0,
    ) -> None:
        self.source = source
        # Empty (start and end equal) where a quotation merely stands beside its speaker.
        self.cue = cue
        self.content: list[tuple[int, int]] = [] if content is None else content
        self.sentence = sentence
        self.is_speech, self.is_passive = is_speech, is_passive
        # Where the clause of this act begins: its source or cue, whichever comes first.
        self.left = left


class VerbGroup:
    """Hold a cue verb with its auxiliaries, and what is found out about it step by step; places are token numbers."""

    # The noun phrase before the verb, or after it (“said Roe”).
    subject: tuple[int, int] | None = None
    inverted: tuple[int, int] | None = None
    # Whether the subject is that of a verb before.
    shared = False
    # Where the cue ends, its preposition included.
    end = 0
    # Where the content begins; -1: not after the cue.
    content = -1
    # Whether the content stands around the cue (“It rained, he said, all day”).
    parenthetical = False
    # Where the clause begins: its subject or verb group, whichever comes first.
    left = 0

    def __init__(
        self, at: int, start: int, cue: Cue, features: int, *, passive: bool = False, participle: bool = False
    ) -> None:
        # The cue word, and the first word of its group.
        self.at, self.start = at, start
        self.cue = cue
        # What tables may ask (see `cues.FEATURES`).
        self.features = features
        self.passive, self.participle = passive, participle


class TokenView:
    """Give the parts of the reading the tokens of one passage."""

    __slots__ = ("flags", "lower", "phrases", "words")

    def __init__(self, tokens: Tokens, phrases: NounPhrases) -> None:
        self.flags = tokens.flags
        self.lower = tokens.lower
        self.words = tokens.words
        self.phrases = phrases

    def skip_openers(self, start: int, stop: int) -> int:
        """Return where a content begins that may open with marks and “but” or “and”."""
        while start < stop and (self.flags[start] & PUNCT or self.lower[start] in ("but", "and")):
            start += 1
        return start
