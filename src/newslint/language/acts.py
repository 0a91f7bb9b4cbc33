"""Define the acts of saying that the reading of a passage works on; holds no analysis."""

from __future__ import annotations

from dataclasses import dataclass, field

from newslint.language.cues import Cue
from newslint.language.sources import Phrases
from newslint.language.tokens import Tokens


@dataclass(slots=True)
class Act:
    """Hold one act of saying in token ranges of its passage."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    """Empty (start and end equal) where a quotation merely stands beside its speaker."""
    content: list[tuple[int, int]] = field(default_factory=list)
    sentence: int = 0
    is_speech: bool = False
    is_passive: bool = False
    is_shared: bool = False
    """Whether the source is the subject of a verb before."""
    wants: str = ""
    """before or after where the content stands in the sentence before or after."""
    left: int = 0
    """Where the clause of this act begins: its source or cue, whichever comes first."""


@dataclass(slots=True)
class Verb:
    at: int
    start: int
    cue: Cue
    passive: bool = False
    infinitive: bool = False
    participle: bool = False
    subject: tuple[int, int] | None = None
    inverted: tuple[int, int] | None = None
    shared: bool = False
    end: int = 0
    content: int = -1
    parenthetical: bool = False
    left: int = 0


class View:
    """Give the parts of the reading the tokens of one passage."""

    __slots__ = ("flags", "lower", "phrases", "words")

    def __init__(self, tokens: Tokens, phrases: Phrases) -> None:
        self.flags = tokens.flags
        self.lower = tokens.lower
        self.words = tokens.words
        self.phrases = phrases
