"""Find who is said to have said what; judges neither the source nor the claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newslint.language.clauses import Act, Reader
from newslint.language.kinds import kind_of_source
from newslint.language.passages import Extent, Passage
from newslint.language.persons import Cast
from newslint.language.quotations import Quotation
from newslint.language.speakers import Speaking, link_speakers
from newslint.language.tokens import AUX, POSS, Tokens

__all__ = ["Attribution", "Extent", "Passage", "find_attributions", "find_orphans"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Hold one act of saying, thinking or showing: its source, its cue and its content."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    source_kind: str
    """named, institution, document, role, collective, anonymous, pronoun or none."""
    quotation: int | None
    """The index of the quotation that the content is, where it is one."""
    is_carried: bool
    """Whether the speaker was carried over from a paragraph before."""
    resolved: str | None
    """The name a pronoun stands for, where that is safe to say."""
    source_has_role: bool
    """Whether a named source's mention, or its first mention, carries a role."""
    is_passive: bool
    """Whether the cue hides who is behind it (“it is believed”)."""


def find_attributions(passages: Sequence[Passage], quotations: Sequence[Quotation]) -> list[Attribution]:
    """Return the attributions of all passages in reading order."""
    folded: list[list[tuple[int, Quotation]]] = [[] for _ in passages]
    for index, quotation in enumerate(quotations):
        folded[quotation.extent.passage].append((index, quotation))
    speakings: list[Speaking] = []
    cast = Cast()
    for number, passage in enumerate(passages):
        tokens = Tokens(passage.text, folded[number])
        cast.add(number, tokens)
        reader = Reader(tokens, is_heading=passage.kind == "heading")
        speakings.append(Speaking(passage, tokens, reader, reader.read()))
    link_speakers(speakings, quotations)
    found: list[Attribution] = []
    places = {id(speaking): number for number, speaking in enumerate(speakings)}
    for number, speaking in enumerate(speakings):
        found += [_attribution(number, speaking, act, cast) for act in speaking.acts if act.content]
        found += [
            _carried(number, places[id(origin)], speaking, place, origin, act, cast)
            for place, origin, act in speaking.carried
        ]
    return found


def _extents(number: int, tokens: Tokens, ranges: Sequence[tuple[int, int]]) -> tuple[Extent, ...]:
    found = []
    for first, stop in ranges:
        if stop > first:
            end = tokens.ends[stop - 1]
            word = tokens.words[stop - 1]
            if tokens.flags[stop - 1] & (AUX | POSS) and len(word) > 2 and max(word.rfind("'"), word.rfind("’")) > 0:
                end -= len(word) - max(word.rfind("'"), word.rfind("’"))
            found.append(Extent(number, tokens.starts[first], end))
    return tuple(found)


def _attribution(number: int, speaking: Speaking, act: Act, cast: Cast) -> Attribution:
    tokens = speaking.tokens
    quotation = None
    for start, stop in act.content:
        for place in range(start, stop):
            if place in tokens.quotes:
                quotation = tokens.quotes[place]
                break
        if quotation is not None:
            break
    source = _extents(number, tokens, [act.source] if act.source else [])
    kind, has_role, resolved = _kind(number, tokens, act, cast)
    return Attribution(
        source,
        _extents(number, tokens, [act.cue]),
        _extents(number, tokens, act.content),
        kind,
        quotation,
        False,
        resolved,
        has_role,
        act.is_passive,
    )


def _carried(
    number: int, before: int, speaking: Speaking, place: int, origin: Speaking, act: Act, cast: Cast
) -> Attribution:
    source = _extents(before, origin.tokens, [act.source] if act.source else [])
    content = Extent(number, speaking.tokens.starts[place], speaking.tokens.ends[place])
    kind, has_role, resolved = _kind(before, origin.tokens, act, cast)
    is_before = before < number
    cue = () if is_before else _extents(before, origin.tokens, [act.cue])
    return Attribution(
        source, cue, (content,), kind, speaking.tokens.quotes[place], is_before, resolved, has_role, act.is_passive
    )


def _kind(number: int, tokens: Tokens, act: Act, cast: Cast) -> tuple[str, bool, str | None]:
    if act.source is None:
        return "none", False, None
    start, stop = act.source
    kind, has_role = kind_of_source(tokens, start, stop, cast)
    resolved = None
    if kind == "pronoun":
        word = tokens.lower[start].partition("'")[0].partition("’")[0]
        resolved = cast.resolve(word, number, start)
    return kind, has_role, resolved


def find_orphans(
    passages: Sequence[Passage],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    min_words: int = 4,
) -> list[tuple[int, bool]]:
    """Return the quotations whose own paragraph names no source, and whether a speaker carries over.

    Titles, terms and quotations in block quotations are not speech and are left out.
    """
    named: set[int] = set()
    carried: set[int] = set()
    by_passage: dict[int, list[int]] = {}
    for index, quotation in enumerate(quotations):
        by_passage.setdefault(quotation.extent.passage, []).append(index)
    for attribution in attributions:
        if not attribution.source:
            continue
        for extent in attribution.content:
            for index in by_passage.get(extent.passage, ()):
                inner = quotations[index].inner
                if inner.start < extent.end and inner.end > extent.start:
                    (carried if attribution.is_carried else named).add(index)
    return [
        (index, index in carried)
        for index, quotation in enumerate(quotations)
        if quotation.role == "speech"
        and quotation.words >= min_words
        and index not in named
        and passages[quotation.extent.passage].kind != "quotation"
    ]
