"""Find the words of topics in an article, without those that are names or figures of speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.article import Article
from newslint.language.units.words import list_parts
from newslint.newsroom.topics.book import STRONG, Book, Place, Term
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Ranges

_PART = pattern(r"\w+")
_GAP = 4
_STARTS = ".!?:“‘\"'(—–"  # what stands before a capital that makes no name
_LEAD = 2  # paragraphs
_SILENT_ROLES = frozenset({"byline", "author-bio", "published", "updated", "related", "menu", "share", "footer"})


class Spot(NamedTuple):
    """A text in which topics are looked for: a block, or a headline, summary line or label that no block shows.

    `order` is its place in the article: 0 for the headline; `rank` is 2 for headline and label, 1 for the lead.
    """

    block: int | None
    text: str
    offset: int
    rank: int
    order: int


class Found(NamedTuple):
    """An occurrence of a term in a spot."""

    term: Term
    spot: Spot
    start: int
    end: int


def spots_of(article: Article) -> list[Spot]:
    """Return the texts of an article that say what it is about, in order."""
    spots = [*_unshown(article)]
    lead = 0
    for index, passage in enumerate(article.passages):
        block = article.blocks[index]
        if not passage.text or block.role in _SILENT_ROLES:
            continue
        is_prose = block.kind == "paragraph" and not block.role
        lead += is_prose
        rank = (
            2
            if block.role in ("headline", "label")
            else 1
            if block.role == "dek" or (is_prose and lead <= _LEAD)
            else 0
        )
        spots.append(Spot(index, passage.text, 0, rank, 0 if rank == 2 else len(spots) + 1))
    return spots


def _unshown(article: Article) -> Iterator[Spot]:
    """Yield headline, summary line and labels that only metadata have."""
    for kind in ("headline", "dek", "label"):
        for element in article.find_all(kind)[: 3 if kind == "label" else 1]:
            if not any(article.passages[index].text for index in element.blocks):
                yield Spot(None, element.text, element.span.start, 1 if kind == "dek" else 2, 0)


class Finder:
    """Finds terms in the spots of an article; their words and where these are, it reads once."""

    def __init__(self, article: Article, book: Book) -> None:
        self.article, self.book = article, book
        self.spots = spots_of(article)
        self._places: dict[int, list[tuple[int, int]]] = {}

    def look_up(self, words: frozenset[str]) -> list[frozenset[str]]:
        """Return which of some words each spot has."""
        return [words & self._vocabulary(spot) for spot in self.spots]

    def _vocabulary(self, spot: Spot) -> frozenset[str]:
        return frozenset(list_parts(spot.text.lower())) if spot.block is None else self.article.vocabulary(spot.block)

    def find(self, topics: frozenset[int], *, naming: bool = False) -> list[Found]:
        """Return the terms of some topics in order, without what is figurative or a name; the longest wins.

        `naming` asks for the terms that name a topic alone.
        """
        hits = self.look_up(self.book.namers if naming else self.book.words)
        terms = self.book.terms
        own = {word: [term for term in terms[word] if term.topic in topics] for word in frozenset().union(*hits)}
        if naming:
            own = {word: [term for term in some if not 0 < term.weight < STRONG] for word, some in own.items()}
        found: list[Found] = []
        for number, words in enumerate(hits):
            wanted = {word: own[word] for word in words if own[word]}
            if wanted:
                found += _resolve(self._match_all(number, wanted))
        return _without_names(found)

    def _match_all(self, number: int, wanted: Mapping[str, Sequence[Term]]) -> list[Found]:
        spot = self.spots[number]
        words = list_parts(spot.text.lower()) if spot.block is None else self.article.parts(spot.block)
        found = []
        for at in [at for at, word in enumerate(words) if word in wanted]:
            around = {1: words[at + 1 : at + 2], -1: words[at - 1 : at] if at else []}
            for term in wanted[words[at]]:
                if term.beside is None or not term.beside.isdisjoint(around[term.step]):
                    last = _match(words, at, term.places[term.key :], 1)
                    first = _match(words, at, term.places[term.key :: -1], -1)
                    if first is not None and last is not None:
                        found.append((term, first, last))
        if not found:
            return []
        places = self._places_of(number)
        if len(places) != len(words):  # a letter that small letters write as two
            return []
        return [Found(term, spot, places[first][0], places[last][1]) for term, first, last in found]

    def _places_of(self, number: int) -> list[tuple[int, int]]:
        if number not in self._places:
            self._places[number] = [match.span() for match in _PART.finditer(self.spots[number].text)]
        return self._places[number]


def _match(words: Sequence[str], at: int, places: Sequence[Place], step: int) -> int | None:
    """Return where a phrase ends that begins at a word and goes on in steps of 1 or -1, or None."""
    if len(places) == 1:
        return at
    last = at - step
    gap = 0
    for place in places:
        if place is None:
            gap = _GAP
            continue
        for ahead in range(1, gap + 2):
            next_at = last + step * ahead
            if not 0 <= next_at < len(words):
                return None
            if words[next_at] in place:
                last, gap = next_at, 0
                break
        else:
            return None
    return last


def _resolve(found: Iterable[Found]) -> list[Found]:
    """Return the occurrences of one spot without figures of speech and without what a longer one covers."""
    ordered = sorted(found, key=lambda each: (each.start, -each.end, -each.term.weight))
    figures: dict[int, list[tuple[int, int]]] = {}
    for each in ordered:
        if not each.term.weight:
            figures.setdefault(each.term.topic, []).append((each.start, each.end))
    covers = {topic: Ranges(ranges) for topic, ranges in figures.items()}
    reach: dict[tuple[int, str], int] = {}
    kept: list[Found] = []
    for each in ordered:
        kind = each.term.topic, each.term.group
        cover = covers.get(each.term.topic)
        if (
            each.term.weight
            and each.start >= reach.get(kind, 0)
            and not (cover and cover.overlaps(each.start, each.end))
        ):
            reach[kind] = each.end
            kept.append(each)
    return kept


def _without_names(found: list[Found]) -> list[Found]:
    """Leave out words that are written as names: with a capital where no sentence begins, and nowhere without one."""
    judged = [(each, _is_named(each)) for each in found]
    plain = {(each.term.number) for each, named in judged if named is False}
    named = {(each.term.number) for each, named in judged if named}
    return [
        each
        for each, is_named in judged
        if is_named is False or (is_named is None and (each.term.number in plain or each.term.number not in named))
    ]


def _is_named(found: Found) -> bool | None:
    """Tell whether a word is written as a name; None where a capital says nothing."""
    text, start = found.spot.text, found.start
    if found.term.is_name or not text[start].isupper():
        return False
    if found.spot.rank == 2 or text[start + 1 : start + 2].isupper():
        return None
    before = text[:start].rstrip()
    return None if not before or before[-1] in _STARTS else True
