"""Find who is said to have said what: source, cue and content of each act of saying, thinking or showing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from newslint.language.lexicon import SHIPPED, Lexicon
from newslint.language.speech.passages import Extent, Passage, Statement, is_headline
from newslint.language.speech.people import PeopleInArticle
from newslint.language.speech.quotations import Quotation
from newslint.language.speech.sentence_reader import SentenceReader
from newslint.language.speech.source_kind import classify_source
from newslint.language.speech.speakers import CarriedQuote, PassageSpeech, link_speakers
from newslint.language.speech.speech_acts import SpeechAct
from newslint.language.units.tokens import AUX, NAME, POSS, Tokens
from newslint.records import NamedTuple

_UNKNOWN: Mapping[int, Sequence[tuple[int, int]]] = MappingProxyType({})
__all__ = ["Attribution", "Extent", "Passage", "find_attributions", "find_orphans"]


class Attribution(NamedTuple):
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


def find_attributions(
    passages: Sequence[Passage],
    quotations: Sequence[Quotation],
    lexicon: Lexicon = SHIPPED,
    sentences: Mapping[int, Sequence[tuple[int, int]]] = _UNKNOWN,
    statements: Sequence[Statement] = (),
) -> list[Attribution]:
    """Return the attributions of all passages in reading order, found with the words of a lexicon.

    `sentences` are those of passages, by number, where they are known already. What a statement says is attributed to
    who makes it as one piece, as a quotation is.
    """
    folded: dict[int, list[tuple[int, Quotation]]] = defaultdict(list)
    for index, quotation in enumerate(quotations):
        folded[quotation.extent.passage].append((index, quotation))
    speakings: list[PassageSpeech] = []
    people = PeopleInArticle(lexicon)
    stated = {statement.extent.passage: statement for statement in statements}
    read: list[Tokens] = []
    for number, passage in enumerate(passages):
        tokens = Tokens(passage.text, folded[number], lexicon, sentences.get(number))
        read.append(tokens)
        people.add(number, tokens)
        if number in stated:
            continue
        reader = SentenceReader(tokens, is_heading=is_headline(passage))
        speakings.append(PassageSpeech(number, tokens, reader, reader.read()))
    _label(speakings, passages, people)
    link_speakers(speakings, quotations, people)
    found: list[Attribution] = []
    for speaking in speakings:
        made = (_attribution(speaking, act, people) for act in speaking.acts if act.content)
        found += [attribution for attribution in made if attribution.content]
        found += [_carried(speaking, entry, people) for entry in speaking.carried]
    if statements:
        found += _of_statements(statements, read, people)
        found.sort(key=lambda attribution: attribution.content[0].passage)
    return found


def _label(speakings: Sequence[PassageSpeech], passages: Sequence[Passage], people: PeopleInArticle) -> None:
    """Add the acts of headlines that begin with who says the rest; only the whole article tells who is a person."""
    for speaking in speakings:
        if speaking.acts or not is_headline(passages[speaking.number]):
            continue
        label = speaking.reader.label(people)
        if label is not None:
            speaking.acts.append(label)


def _of_statements(
    statements: Sequence[Statement], read: Sequence[Tokens], people: PeopleInArticle
) -> Iterator[Attribution]:
    """Yield the attributions of the statements of which the text tells whose they are."""
    named: dict[range, tuple[int, int] | None] = {}
    for statement in statements:
        if statement.introduced not in named:
            named[statement.introduced] = people.most_named(statement.introduced)
        label = statement.label
        if label is not None:
            number, starts = label.passage, read[label.passage].starts
            start, stop = bisect_left(starts, label.start), bisect_left(starts, label.end)
        elif (place := named[statement.introduced]) is not None:
            number, start = place
            stop = start + 1
            while stop < len(read[number].flags) and read[number].flags[stop] & NAME:
                stop += 1
        else:
            continue
        kind, has_role = classify_source(read[number], start, stop, people)
        source, is_carried = _extents(number, read[number], [(start, stop)]), number != statement.extent.passage
        yield Attribution(source, (), (statement.extent,), kind, None, is_carried, None, has_role, False)


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


def _attribution(speaking: PassageSpeech, act: SpeechAct, people: PeopleInArticle) -> Attribution:
    tokens, number = speaking.tokens, speaking.number
    kind, has_role, resolved = _kind(number, tokens, act, people)
    return Attribution(
        _extents(number, tokens, [act.source] if act.source else []),
        _extents(number, tokens, [act.cue]),
        _extents(number, tokens, act.content),
        kind,
        _first_quotation(tokens, act),
        False,
        resolved,
        has_role,
        act.is_passive,
    )


def _first_quotation(tokens: Tokens, act: SpeechAct) -> int | None:
    if tokens.quotes:
        for start, stop in act.content:
            for place in range(start, stop):
                if place in tokens.quotes:
                    return tokens.quotes[place]
    return None


def _carried(speaking: PassageSpeech, entry: CarriedQuote, people: PeopleInArticle) -> Attribution:
    origin, act, tokens = entry.origin, entry.act, speaking.tokens
    kind, has_role, resolved = _kind(origin.number, origin.tokens, act, people)
    is_before = origin.number < speaking.number
    return Attribution(
        _extents(origin.number, origin.tokens, [act.source] if act.source else []),
        () if is_before else _extents(origin.number, origin.tokens, [act.cue]),
        (Extent(speaking.number, tokens.starts[entry.place], tokens.ends[entry.place]),),
        kind,
        tokens.quotes[entry.place],
        is_before,
        resolved,
        has_role,
        act.is_passive,
    )


def _kind(number: int, tokens: Tokens, act: SpeechAct, people: PeopleInArticle) -> tuple[str, bool, str | None]:
    if act.source is None:
        return "none", False, None
    start, stop = act.source
    kind, has_role = classify_source(tokens, start, stop, people)
    resolved = None
    if kind == "pronoun":
        word = tokens.lower[start].partition("'")[0].partition("’")[0]
        resolved = people.named_before(tokens, start) if word == "who" else people.resolve(word, number, start)
    return kind, has_role, resolved


def find_orphans(
    passages: Sequence[Passage],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    min_words: int = 4,
) -> list[tuple[int, bool]]:
    """Return the quotations whose own paragraph names no source, and whether a speaker carries over.

    Titles, terms and quotations in block quotations are not speech and are left out. What runs on from the paragraph
    before has the speaker of its beginning, and the beginning that of what runs on.
    """
    named, carried = _spoken(quotations, attributions)
    for index in sorted(named, reverse=True):
        earlier = quotations[index].continues
        while earlier is not None and earlier not in named:
            named.add(earlier)
            earlier = quotations[earlier].continues
    return [
        (index, index in carried)
        for index, quotation in enumerate(quotations)
        if quotation.role == "speech"
        and quotation.continues is None
        and quotation.words >= min_words
        and index not in named
        and passages[quotation.extent.passage].kind != "quotation"
    ]


def _spoken(quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> tuple[set[int], set[int]]:
    """Return the quotations whose source their own paragraph names, and those whose source one before names."""
    named: set[int] = set()
    carried: set[int] = set()
    order = [(quotation.extent.passage, quotation.extent.start) for quotation in quotations]
    for attribution in attributions:
        if not attribution.source:
            continue
        for extent in attribution.content:
            index = max(0, bisect_right(order, (extent.passage, extent.start)) - 1)
            while index < len(order) and order[index] < (extent.passage, extent.end):
                if order[index][0] == extent.passage and quotations[index].extent.end > extent.start:
                    (carried if attribution.is_carried else named).add(index)
                index += 1
    return named, carried
