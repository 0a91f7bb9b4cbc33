"""Give quotations without a cue of their own the speaker of their paragraph, or of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newslint.language.clauses import Act
from newslint.language.passages import Passage
from newslint.language.quotations import Quotation
from newslint.language.tokens import Tokens


@dataclass(slots=True)
class Speaking:
    """Hold what one passage's sentences say about who speaks."""

    passage: Passage
    tokens: Tokens
    acts: list[Act]
    carried: list[tuple[int, int, Speaking, Act]] = field(default_factory=list)


def link_speakers(speakings: Sequence[Speaking], quotations: Sequence[Quotation]) -> None:
    """Extend the acts of each passage to its quotations that have none, and carry speakers over."""
    last: tuple[int, Speaking, Act] | None = None
    for number, speaking in enumerate(speakings):
        _link(speaking, quotations)
        for place, index in sorted(speaking.tokens.quotes.items()):
            if quotations[index].role == "speech" and not _is_covered(speaking, place) and last is not None:
                speaking.carried.append((place, *last))
        for act in speaking.acts:
            if act.source is not None and act.is_speech:
                last = (number, speaking, act)


def _is_covered(speaking: Speaking, place: int) -> bool:
    return any(start <= place < stop for act in speaking.acts for start, stop in act.content)


def _link(speaking: Speaking, quotations: Sequence[Quotation]) -> None:
    tokens = speaking.tokens
    open_places = [
        place
        for place, index in sorted(tokens.quotes.items())
        if quotations[index].role == "speech" and not _is_covered(speaking, place)
    ]
    sentence_of = {}
    for number, (begin, end) in enumerate(tokens.sentences):
        for place in range(begin, end):
            if place in tokens.quotes:
                sentence_of[place] = number
    for place in open_places:
        number = sentence_of[place]
        before = [act for act in speaking.acts if act.sentence <= number and act.source is not None and act.is_speech]
        after = [act for act in speaking.acts if act.sentence > number and act.source is not None and act.is_speech]
        if before:
            before[-1].content.append((place, place + 1))
        elif after:
            after[0].content.insert(0, (place, place + 1))
    for act in speaking.acts:
        if act.wants == "before" and not act.content and act.sentence > 0:
            begin, end = tokens.sentences[act.sentence - 1]
            if end - 1 in tokens.quotes:
                act.content.append((end - 1, end))
