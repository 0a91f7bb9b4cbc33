"""Define the acts of saying that the reading of a passage works on."""

from __future__ import annotations

from newslint.language.speech.cues import Cue
from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.units.tokens import PUNCT, Tokens


class SpeechAct:
    """Hold one act of saying in token ranges of its passage."""

    __slots__ = ("content", "cue", "is_passive", "is_speech", "left", "sentence", "source", "wants")

    def __init__(
        self,
        source: tuple[int, int] | None,
        cue: tuple[int, int],
        content: list[tuple[int, int]] | None = None,
        sentence: int = 0,
        is_speech: bool = False,
        is_passive: bool = False,
        wants: str = "",
        left: int = 0,
    ) -> None:
        self.source = source
        # Empty (start and end equal) where a quotation merely stands beside its speaker.
        self.cue = cue
        self.content: list[tuple[int, int]] = [] if content is None else content
        self.sentence = sentence
        self.is_speech = is_speech
        self.is_passive = is_passive
        # before or after where the content stands in the sentence before or after.
        self.wants = wants
        # Where the clause of this act begins: its source or cue, whichever comes first.
        self.left = left


class VerbGroup:
    """Hold a cue verb with its auxiliaries, and what is found out about it step by step; places are token numbers."""

    __slots__ = (
        "at",
        "content",
        "cue",
        "end",
        "features",
        "infinitive",
        "inverted",
        "left",
        "parenthetical",
        "participle",
        "passive",
        "shared",
        "start",
        "subject",
    )

    def __init__(
        self,
        at: int,
        start: int,
        cue: Cue,
        features: int,
        passive: bool = False,
        infinitive: bool = False,
        participle: bool = False,
        subject: tuple[int, int] | None = None,
        inverted: tuple[int, int] | None = None,
        shared: bool = False,
        end: int = 0,
        content: int = -1,
        parenthetical: bool = False,
        left: int = 0,
    ) -> None:
        # The cue word, and the first word of its group.
        self.at = at
        self.start = start
        self.cue = cue
        # What tables may ask (see `cues.FEATURES`).
        self.features = features
        self.passive = passive
        self.infinitive = infinitive
        self.participle = participle
        # The noun phrase before the verb, or after it (“said Roe”).
        self.subject = subject
        self.inverted = inverted
        # Whether the subject is that of a verb before.
        self.shared = shared
        # Where the cue ends, its preposition included.
        self.end = end
        # Where the content begins; -1: not after the cue.
        self.content = content
        # Whether the content stands around the cue (“It rained, he said, all day”).
        self.parenthetical = parenthetical
        # Where the clause begins: its subject or verb group, whichever comes first.
        self.left = left


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
