"""Find in an article the sentences that put a duty on the newsroom, in its own voice, by what was learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.article import Article
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import list_parts
from newslint.newsroom.duties.features import Features, Place, find_features
from newslint.newsroom.duties.weights import NEVER, Kind, is_evident, read_fields, read_needs, read_section
from newslint.newsroom.voices import is_of_others, tells_of_others
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent, Span

_PLACES: dict[str, Place] = {"heading": "headline", "headline": "headline", "caption": "caption"}
_KINDS = frozenset({"paragraph", "list-item", "heading", "caption"})
_SILENT_ROLES = frozenset({"byline", "author-bio", "published", "updated", "related", "disclosure", "correction"})
_SHORTEST, _LONGEST = 15, 400  # code points of a sentence
_SHOWN = 90  # code points of a sentence in a message
_STOPS = ".!?:;, \n"
_MARKED = pattern(r"[“”‘\"]|(?<!\w)'")


class Told(NamedTuple):
    """A sentence that is of a kind: where it stands, its words for a message, and by how much it passes the bar."""

    extent: Extent
    span: Span
    text: str
    points: int


def find_told(article: Article, kind: Kind) -> Sequence[Told]:
    """Return the sentences of an article that are of a kind, in its own voice, in the order of the text."""
    return article.kept(_Reader).find(kind)


class _Reader:
    """What is read of an article once for all kinds: where the words of their fields stand, and features."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._told: dict[Kind, Sequence[Told]] = {}
        self._features: dict[Extent, Features] = {}
        self._cut: dict[Extent, frozenset[str]] = {}
        self._where: dict[Kind, list[int]] = {}
        fields, needs = read_fields(), read_needs()
        for number in self._passages():
            points: dict[Kind, int] = {}
            for word in fields.keys() & self._vocabulary(number):
                for kind, value in fields[word]:
                    points[kind] = points.get(kind, 0) + value
            for kind, total in points.items():
                if total >= needs[kind]:
                    self._where.setdefault(kind, []).append(number)

    def _passages(self) -> Iterator[int]:
        """Yield the numbers of the passages that are read: prose, headings and captions, then what metadata say."""
        blocks = self._article.blocks
        for number, block in enumerate(blocks):
            if block.kind in _KINDS and block.role not in _SILENT_ROLES:
                yield number
        yield from range(len(blocks), len(blocks) + len(self._article.digests))

    def _vocabulary(self, number: int) -> frozenset[str]:
        if number < len(self._article.blocks):
            return self._article.vocabulary(number)
        return frozenset(list_parts(self._text(number).lower()))

    def _text(self, number: int) -> str:
        blocks = self._article.blocks
        return blocks[number].text if number < len(blocks) else self._article.digests[number - len(blocks)].text

    def find(self, kind: Kind) -> Sequence[Told]:
        """Return the sentences of a kind; they are found once."""
        if kind not in self._told:
            self._told[kind] = tuple(self._find(kind)) if read_section(kind) else ()
        return self._told[kind]

    def _find(self, kind: Kind) -> Iterator[Told]:
        for number in self._where.get(kind, ()):
            text = self._text(number)
            for start, end in self._sentences(number, text):
                extent = Extent(number, start, end)
                points = self._rate(kind, extent, text)
                if points > 0 and self._is_likeliest(points, extent, text) and not self._is_of_others(extent, text):
                    yield self._tell(extent, text, points)

    def _is_likeliest(self, points: int, extent: Extent, text: str) -> bool:
        """Tell whether a sentence passes no other bar by more, so that one sentence is told of one kind."""
        kinds = [kind for kind, numbers in self._where.items() if extent.passage in numbers]
        return all(points >= self._rate(kind, extent, text) for kind in kinds)

    def _sentences(self, number: int, text: str) -> Sequence[tuple[int, int]]:
        known = self._article.sentences_of.get(number)
        return split_sentences(text) if known is None else [(each.start, each.end) for each in known]

    def _rate(self, kind: Kind, extent: Extent, text: str) -> int:
        """Return by how much a sentence passes the bar; its points come first, since features cost more."""
        section = read_section(kind)
        if section is None or not _SHORTEST <= extent.end - extent.start <= _LONGEST:
            return NEVER
        words = self._words(extent, text)
        points = section.count(words)
        if points < section.needs[0]:
            return NEVER
        has_evidence = is_evident(kind, words)
        if points < section.needs[not has_evidence]:
            return NEVER
        if extent not in self._features:
            sentence = text[extent.start : extent.end]
            self._features[extent] = find_features(sentence, self._place(extent.passage))
        return section.rate(self._features[extent], has_evidence)

    def _words(self, extent: Extent, text: str) -> frozenset[str]:
        known = self._cut.get(extent)
        if known is None:
            known = self._cut[extent] = frozenset(list_parts(text[extent.start : extent.end].lower()))
        return known

    def _place(self, number: int) -> Place:
        blocks = self._article.blocks
        kind = blocks[number].kind if number < len(blocks) else self._article.digests[number - len(blocks)].kind
        return _PLACES.get(kind, "body")

    def _is_of_others(self, extent: Extent, text: str) -> bool:
        if extent.passage >= len(self._article.blocks):
            return _MARKED.search(text) is not None
        if tells_of_others(text[extent.start : extent.end]):
            return True
        return is_of_others(self._article, extent) or self._article.is_code(*extent)

    def _tell(self, extent: Extent, text: str, points: int) -> Told:
        number, start, _ = extent
        place = Extent(number, start, start + len(text[start : extent.end].rstrip(_STOPS)))
        words = text[start : place.end]
        if len(words) > _SHOWN:
            words = f"{words[:_SHOWN].rpartition(' ')[0]} …"
        return Told(place, self._article.locate(place), words, points)
