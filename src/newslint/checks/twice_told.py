"""Pair the figures of an article that count the same thing and differ: tolls, sums of money, votes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from newslint.article import PROSE_KINDS, Article
from newslint.checks.bodies import Part, cut
from newslint.checks.statements import telling_words
from newslint.language.numbers.quantities import Quantity, find_quantities
from newslint.language.numbers.tallies import ROLE_WORDS, TOLL_WORDS, Tally, find_tallies
from newslint.language.numbers.twice import ENOUGH, likeness, weigh
from newslint.language.numbers.votes import VOTE_WORDS
from newslint.language.units.sentences import split_sentences
from newslint.language.units.similarity import stem
from newslint.language.units.words import list_parts
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Told(NamedTuple):
    """A tally with the part of the article and the sentence in which it stands; `place` is the part's number.

    The numbers of parts that are no blocks (fields of front matter) are below zero, so that they come first.
    """

    part: Part
    place: int
    start: int
    text: str
    tally: Tally


# Many figures of one kind are of many things.
_MOST = 30
_OWN = frozenset(map(stem, TOLL_WORDS | ROLE_WORDS | VOTE_WORDS))
_COMMON = 12
_NAME = pattern(r"(?<![A-Za-z’'-])[A-Z][a-z]{2,20}")
_NO_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December".split()
)
_YEAR = pattern(r"\b(?:1[5-9]\d\d|20\d\d)\b")
# What says that a figure is of something else; that it has changed; and what may say one or the other.
_OTHER = pattern(
    r"\b(?:others?|another|former|additional|further|second|third|rival|separate|remaining|compared|rang(?:e|es"
    r"|ed|ing)"
    r"|bounc(?:e|es|ed)|versus|vs|however|whereas|unlike|on[ ]average|projections?|projected|would[ ]not"
    # Of a few of them: “parents of two victims”.
    r"|(?:parents?|famil(?:y|ies)|relatives|widows?|mothers?|fathers?|sons?|daughters?|brothers?|sisters?|friends|bodies"
    r"|remains|lawyers|survivors)[ ]of)\b",
    re.IGNORECASE,
)
_CHANGED = pattern(
    r"\b(?:earlier|previous(?:ly)?|rose|risen|revised|updated|corrected|initial(?:ly)?|original(?:ly)?|at[ ]first"
    r"|first[ ](?:said|put|thought|reported)|up[ ]from|down[ ]from"
    r"|had[ ](?:been|failed|voted|lost|passed|rejected|approved|ruled))\b",
)
_PERHAPS = pattern(
    r"\b(?:proposed|of[ ]them|rest|each|every|average|total(?:l?ed|l?ing|s)?|estimate[ds]?|later"
    r"|more[ ]than|less[ ]than|including|again|then)\b"
)
_MODAL = pattern(r"\b(?:would|could|might|may|if)\b[^,;:]{0,60}\Z")
# Things that a number tells apart: “a Caseworker 2”.
_NUMBERED = pattern(r"\b([A-Z][a-z]+)[ ](\d{1,3})\b")


def find_twice_told(article: Article) -> Iterator[tuple[Told, Told]]:
    """Yield the figures that are told otherwise than before, each with the one before."""
    for told in _groups(article):
        yield from _pairs(article, told)


def _groups(article: Article) -> Iterator[list[Told]]:
    """Yield the tallies of an article that may be of one thing, by kind."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for told in _tallies(article):
        groups[told.tally.kind, told.tally.unit].append(told)
    for group in groups.values():
        if 1 < len(group) <= _MOST:
            yield group


def _tallies(article: Article) -> Iterator[Told]:
    fields = [part for kind in _FIELDS for one in article.find_all(kind) for part in cut(article, one)]
    for place, part in enumerate([part for part in fields if part.block is None], -len(fields)):
        words = frozenset(list_parts(part.text.lower()))
        yield from _read(part, place, find_quantities(part.text), words, split_sentences(part.text))
    quantities: dict[int, list[Quantity]] = defaultdict(list)
    for index, quantity in article.quantities:
        quantities[index].append(quantity)
    for index, block in enumerate(article.blocks):
        words = article.vocabulary(index) if block.kind in _KINDS and block.role not in _LEFT else frozenset()
        own = quantities.get(index, [])
        if own or not VOTE_WORDS.isdisjoint(words):
            part = Part(block.text, block, block.span, True)
            for told in _read(part, index, own, words, _sentences(article, index)) if words else ():
                if not article.is_quoted(index, told.tally.start, told.tally.end):
                    yield told


def _read(
    part: Part, place: int, quantities: Sequence[Quantity], words: frozenset[str], sentences: Sequence[tuple[int, int]]
) -> Iterator[Told]:
    """Yield the tallies of a part of an article."""
    for start, end in sentences:
        inside = [each for each in quantities if start <= each.start < end]
        for tally in find_tallies(part.text, start, end, inside, words):
            yield Told(part, place, start, part.text[start:end], tally)


_FIELDS: tuple[ElementKind, ...] = ("headline", "dek", "summary")
_KINDS = PROSE_KINDS | {"heading", "caption"}
_LEFT = frozenset({"correction", "author-bio"})


def _sentences(article: Article, index: int) -> Sequence[tuple[int, int]]:
    known = article.sentences_of.get(index)
    if known is not None:
        return [(each.start, each.end) for each in known]
    return split_sentences(article.blocks[index].text)


def _pairs(article: Article, group: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    told_of = Counter(each.tally.values for each in group)
    known: set[tuple[int, int]] = set()
    for one, later in combinations(group, 2):
        like = likeness(one.tally, later.tally)
        if like < 0 or (one.place, one.start) == (later.place, later.start):
            continue
        if not like and one.tally.kind == "money" and not (later.tally.is_known or _is_digest(one)):
            continue
        is_alone = 1 in (told_of[one.tally.values], told_of[later.tally.values])
        if not is_alone or (later.place, later.tally.start) in known:
            continue
        shared = shared_words(article, one.text, later.text)
        score = weigh(one.tally, later.tally, shared) + 1 - _count_others(group, one, later)
        enough = ENOUGH - (one.tally.kind == "toll") + (one.tally.kind == "money" and like < 2)
        if score >= enough + _excuse(one, later, article.uses, is_slip=like > 1):
            known.add((later.place, later.tally.start))
            yield later, one


def _is_digest(told: Told) -> bool:
    return told.part.block is None or told.part.block.role in _DIGESTS


_DIGESTS = frozenset({"headline", "dek", "summary"})


def _count_others(group: Sequence[Told], one: Told, later: Told) -> int:
    """Return how many other values the article tells of the same, five at most."""
    heads = one.tally.heads | later.tally.heads
    values = {each.tally.values for each in group if each.tally.heads & heads} - {one.tally.values, later.tally.values}
    return min(len(values), _MOST_OTHERS)


_MOST_OTHERS = 5


def shared_words(article: Article, one: str, later: str) -> set[str]:
    """Return the telling words of two sentences that are not all over the article, nor those of tolls, sums, votes."""
    both = {*telling_words(one)} & {*telling_words(later)}
    return {word for word in both if word not in _OWN and article.subjects.get(word, 0) <= _COMMON}


def _excuse(one: Told, later: Told, uses: Mapping[str, int], *, is_slip: bool) -> int:
    """Return what speaks for it that two figures are of different things, or that one has changed."""
    found = 0
    names = [_names(each.text, uses) for each in (one, later)]
    if names[0] and names[1] and names[0].isdisjoint(names[1]):
        found += 2
    numbered = [frozenset(_NUMBERED.findall(each.text)) for each in (one, later)]
    if numbered[0] and numbered[1] and numbered[0].isdisjoint(numbered[1]):
        found += 3
    years = [frozenset(_YEAR.findall(each.text)) for each in (one, later)]
    if years[1] and years[0] != years[1]:
        found += 3
    is_known = later.tally.is_known or one.tally.is_known
    is_certain = is_known or (is_slip and one.tally.kind != "vote")
    for each in (one, later):
        may_change = not (is_slip and is_known) and _CHANGED.search(each.text) is not None
        may_differ = not is_certain and (_PERHAPS.search(each.text) is not None or _is_modal(each))
        found += 3 if _OTHER.search(each.text) else 2 * (may_change or may_differ)
    return found


def _is_modal(told: Told) -> bool:
    return _MODAL.search(told.text[: told.tally.start - told.start]) is not None


def _names(text: str, uses: Mapping[str, int]) -> set[str]:
    """Return the words of a sentence with a capital that the article does not use without one.

    The first word of a sentence has one anyway, and is a name only where the article has it often.
    """
    found = set()
    for match in _NAME.finditer(text):
        is_often = match.start() > 0 or uses.get(match[0], 0) > 1
        if match[0] not in _NO_NAMES and is_often and not uses.get(match[0].lower()):
            found.add(match[0])
    return found
