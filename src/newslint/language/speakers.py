"""Give quotations without a cue of their own the speaker of their paragraph, or of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newslint.language.clauses import Act, Reader
from newslint.language.passages import Passage
from newslint.language.quotations import Quotation
from newslint.language.tokens import AUX, NAME, POSS, PREP, PUNCT, QUOTE, VERB, Tokens


@dataclass(slots=True)
class Speaking:
    """Hold what one passage's sentences say about who speaks."""

    passage: Passage
    tokens: Tokens
    reader: Reader
    acts: list[Act]
    carried: list[tuple[int, Speaking, Act]] = field(default_factory=list)


def link_speakers(speakings: Sequence[Speaking], quotations: Sequence[Quotation]) -> None:
    """Extend the acts of each passage to its quotations that have none, and carry speakers over."""
    last: tuple[int, Speaking, Act] | None = None
    for number, speaking in enumerate(speakings):
        _link(speaking, quotations)
        is_carrying = last is not None and last[0] == number - 1
        for place, index in sorted(speaking.tokens.quotes.items()):
            if quotations[index].role != "speech" or _is_covered(speaking, place):
                continue
            if is_carrying and last is not None:
                speaking.carried.append((place, *last[1:]))
            else:
                speaking.acts.append(Act(None, (place, place), [(place, place + 1)], is_speech=True))
        signature = speaking.reader.signs() if number else None
        if signature is not None:
            before = speakings[number - 1]
            before.carried = [entry for entry in before.carried if entry[1] is speaking]
            before.acts = [act for act in before.acts if act.source is not None]
            for place, index in sorted(before.tokens.quotes.items()):
                if quotations[index].role == "speech" and not _is_covered(before, place):
                    before.carried.append((place, speaking, signature))
        spoken = [act for act in speaking.acts if act.source is not None and act.content]
        if spoken:
            direct = [act for act in spoken if act.is_speech] or spoken
            last = (number, speaking, direct[-1])
        elif speaking.carried and last is not None:
            # A paragraph of nothing but carried speech hands its speaker on.
            last = (number, *last[1:])


def _is_covered(speaking: Speaking, place: int) -> bool:
    return any(start <= place < stop for act in speaking.acts for start, stop in act.content)


def _link(speaking: Speaking, quotations: Sequence[Quotation]) -> None:
    """Give each quotation of one passage that no act covers a speaker named in the same passage."""
    tokens, acts = speaking.tokens, speaking.acts
    for act in acts:
        if act.wants == "before" and not act.content and act.sentence > 0:
            end = tokens.sentences[act.sentence - 1][1]
            if end - 1 in tokens.quotes:
                act.content.append((end - 1, end))
    for number, (begin, end) in enumerate(tokens.sentences):
        for place in range(begin, end):
            if not tokens.flags[place] & QUOTE or quotations[tokens.quotes[place]].role != "speech":
                continue
            if not _is_covered(speaking, place):
                _find_speaker(speaking, place, number, begin, end)


def _find_speaker(speaking: Speaking, place: int, number: int, begin: int, end: int) -> None:
    tokens, acts = speaking.tokens, speaking.acts
    spoken = [act for act in acts if act.source is not None]
    near = [act for act in spoken if act.sentence == number]
    direct = [act for act in spoken if any(at in tokens.quotes for a, b in act.content for at in range(a, b))]
    earlier = [act for act in direct if act.sentence < number]
    later = [act for act in direct if act.sentence > number]
    is_whole = place <= begin + 1
    owner = _owner(speaking, place, begin)
    chosen: Act | None = None
    if owner is not None:
        acts.append(Act(owner, (place, place), [(place, place + 1)], sentence=number, is_speech=True))
        return
    if near:
        before = [act for act in near if act.cue[0] < place]
        chosen = before[-1] if before else near[0]
    elif is_whole and earlier:
        chosen = earlier[-1]
    elif (
        is_whole
        and later
        and all(tokens.flags[at] & (QUOTE | PUNCT) for at in range(begin, tokens.sentences[later[0].sentence][0]))
    ):
        chosen = later[0]
    if chosen is None:
        subject = speaking.reader.sentence_subject(begin, place) if not is_whole else None
        back = number
        previous = [act for act in spoken if act.sentence < number]
        if subject is None and previous:
            chosen = previous[-1]
        while chosen is None and subject is None and back > 0:
            back -= 1
            subject = speaking.reader.sentence_subject(*tokens.sentences[back])
        if subject is not None:
            acts.append(Act(subject, (place, place), [(place, place + 1)], sentence=number, is_speech=True))
            return
    if chosen is None and later:
        chosen = later[0]
    if chosen is not None:
        chosen.content.append((place, place + 1))
        chosen.content.sort()


def _owner(speaking: Speaking, place: int, begin: int) -> tuple[int, int] | None:
    """Return the owner in “Roe's “…””."""
    flags = speaking.tokens.flags
    at = place - 1
    while at > begin and at > place - 3 and not flags[at] & (POSS | PUNCT | PREP | VERB | AUX):
        at -= 1
    if at < begin or not flags[at] & POSS:
        return None
    return speaking.reader.phrases.leftward(at, begin) if flags[at] & NAME else (at, at + 1)
