"""Weigh the words of topics in an article, and tell which topics it opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from newslint.article import Article
from newslint.newsroom.topics.book import ALONE, PLAIN, STRONG, Book, Gate, read_book
from newslint.newsroom.topics.finding import Finder, Found
from newslint.newsroom.topics.records import METHOD, Opening, TopicWord

_RANKS = (1.0, 1.5, 2.0)  # in the body, the lead, the headline
_AGAIN = 0.5  # what a term weighs in each further paragraph
_MOST_AGAIN = 3
_MOST_FAIR, _MOST_WEAK = 8.0, 2.0  # what terms add together that do not name the topic
_SHORT = 250  # words: what is longer needs more
_EVERY = 120  # words: how often a long text speaks of what it is about
_SHARES = (1.0, 0.6, 0.4)  # of that, by where it does: in the body alone, in the lead, in the headline
_MANY_DOUBTFUL = 3  # terms that name a topic and other things
_MANY = 5  # terms that only belong to a topic, and name it together in a short text
_MOST_LINKS = 8
_SHOWN = 12


def openings(article: Article) -> tuple[Opening, ...]:
    """Return the topics that an article is about, the strongest first; they are found once for all."""
    return article.kept(_find_openings)


def opened(article: Article, topic: str) -> Opening | None:
    """Return how an article opens a topic, or None."""
    return next((opening for opening in openings(article) if opening.topic == topic), None)


def _find_openings(article: Article) -> tuple[Opening, ...]:
    if article.language_code not in (None, "en"):
        return ()
    book = read_book()
    finder = Finder(article, book)
    length = sum(spot.text.count(" ") + 1 for spot in finder.spots)
    links = _links(article, book)
    topics = _likely(finder, length)
    found: dict[int, list[Found]] = {}
    if topics and length > _SHORT:
        found = _by_topic(finder.find(topics, naming=True))
        topics = frozenset(topic for topic in found if _is_subject(found[topic], length, book.gates[topic].bar))
    topics |= links.keys()
    open_now = {topic for topic in topics - links.keys() if _opens_by_names(book.gates[topic], found.get(topic, ()))}
    if topics - open_now:
        found |= _by_topic(finder.find(topics - open_now))
    weighed = [_weigh(book.gates[each], found.get(each, []), links.get(each, []), length) for each in sorted(topics)]
    return tuple(sorted((opening for opening in weighed if opening), key=lambda each: (-each.score, each.topic)))


def _by_topic(found: Iterable[Found]) -> dict[int, list[Found]]:
    own: dict[int, list[Found]] = {}
    for each in found:
        own.setdefault(each.term.topic, []).append(each)
    return own


def _opens_by_names(gate: Gate, found: Sequence[Found]) -> bool:
    """Tell whether the terms that name a topic open it, so that the others need not be looked for."""
    return not gate.together and _score(found) >= gate.bar


def _likely(finder: Finder, length: int) -> frozenset[int]:
    """Return the topics that an article may open, by which words it has; what remains is matched word by word."""
    book = finder.book
    ranks: dict[int, list[int]] = {}
    stated: set[int] = set()
    for spot, words in zip(finder.spots, finder.look_up(book.namers), strict=True):
        for topic in set(chain.from_iterable(map(book.naming.__getitem__, words))) if words else ():
            ranks.setdefault(topic, []).append(spot.rank)
        for word in book.alone.keys() & words:
            stated.update(book.alone[word])
    if length <= _SHORT:
        words = frozenset().union(*finder.look_up(book.words))
        counts = Counter(chain.from_iterable(book.telling.get(word, ()) for word in words))
        return frozenset(ranks) | {topic for topic, count in counts.items() if count > _MANY}
    return frozenset(topic for topic, own in ranks.items() if topic in stated or _are_many(len(own), max(own), length))


def _links(article: Article, book: Book) -> dict[int, list[TopicWord]]:
    """Return the links whose addresses belong to a topic."""
    found: dict[int, list[TopicWord]] = {}
    for topic, gate in enumerate(book.gates):
        for link in article.links if gate.links else ():
            if link.block is None or not article.passages[link.block].text:
                continue
            target = link.target.lower()
            weight = max((weight for part, weight in gate.links if part in target), default=0)
            if weight:
                found.setdefault(topic, []).append(TopicWord(link.text or link.target, None, *link.span, weight))
    return found


def _weigh(gate: Gate, found: Sequence[Found], links: Sequence[TopicWord], length: int) -> Opening | None:
    """Return the opening of a topic, or None where its words are too few, too weak or too far apart."""
    score = _score(found) + _score_links(links)
    if (
        score < gate.bar
        or not (links or _is_subject(found, length, gate.bar))
        or not _are_together(gate, found, length)
    ):
        return None
    own = sorted((each for each in found if each.term.weight > 0), key=lambda each: -_value(each))
    words = [*links[:_SHOWN], *(_word_of(each) for each in own[:_SHOWN])]
    return Opening(gate.name, round(score, 1), tuple(words))


def _value(found: Found) -> float:
    return found.term.weight * _RANKS[found.spot.rank]


def _word_of(found: Found) -> TopicWord:
    spot, offset = found.spot, found.spot.offset
    text = METHOD if found.term.group == "method" else spot.text[found.start : found.end]
    return TopicWord(text, spot.block, offset + found.start, offset + found.end, found.term.weight)


def _score(found: Iterable[Found]) -> float:
    """Add up what each term weighs: by its best place once, and by half in up to three further paragraphs."""
    ranks: dict[int, dict[int, int]] = {}
    weights: dict[int, int] = {}
    for each in found:
        own = ranks.setdefault(each.term.number, {})
        own[each.spot.order] = max(own.get(each.spot.order, 0), each.spot.rank)
        weights[each.term.number] = each.term.weight
    strong, fair, weak = 0.0, 0.0, 0.0
    for number, own in ranks.items():
        weight = weights[number]
        value = weight * (_RANKS[max(own.values())] + _AGAIN * min(len(own) - 1, _MOST_AGAIN))
        if weight >= STRONG or weight < 0:
            strong += value
        elif weight > 1:
            fair += value
        else:
            weak += value
    return strong + min(fair, max(strong, _MOST_FAIR)) + min(weak, _MOST_WEAK)


def _score_links(links: Sequence[TopicWord]) -> float:
    return float(min(sum(link.weight for link in links), _MOST_LINKS))


def _is_subject(found: Sequence[Found], length: int, bar: float) -> bool:
    """Tell whether the terms are what a text is about, and no passing mention.

    What a text says of itself is said once. Where headline or lead have none that names the topic, the others must be
    more; all the more in a long text.
    """
    naming = [each for each in found if each.term.weight >= STRONG]
    weights = {each.term.number: each.term.weight for each in found if each.term.weight > 0}
    most = max(weights.values(), default=0)
    if most >= ALONE:
        return True
    if most < PLAIN and length > _SHORT:
        return False
    places = {each.spot.order for each in naming}
    if length <= _SHORT:
        is_stated = most >= bar and any(each.spot.rank and each.term.weight == most for each in found)
        return is_stated or _is_subject_of_short(most, len(places), list(weights.values()))
    return _are_many(len(places), max((each.spot.rank for each in naming), default=0), length)


def _is_subject_of_short(most: int, places: int, weights: Sequence[int]) -> bool:
    telling = sum(weight > 1 for weight in weights)
    if most > PLAIN:
        return len(weights) > 1 or places > 1
    if most == PLAIN:
        return telling > 1
    doubtful = sum(weight == STRONG for weight in weights)
    return doubtful >= _MANY_DOUBTFUL or (doubtful > 0 and telling > 3) or telling > _MANY


def _are_many(places: int, rank: int, length: int) -> bool:
    """Tell whether a long text speaks of something often enough; `rank` is the most prominent of the places."""
    return places >= 2 and places >= length / _EVERY * _SHARES[rank]


def _are_together(gate: Gate, found: Sequence[Found], length: int) -> bool:
    """Tell whether some text, or two that follow each other, have terms of all groups that the topic asks for.

    In a long text that must be so in headline or lead, or twice.
    """
    wanted = set(gate.together)
    if not wanted or any(each.term.weight >= ALONE for each in found):
        return True
    groups: dict[int, set[str]] = {}
    ranks: dict[int, int] = {}
    for each in found:
        groups.setdefault(each.spot.order, set()).add(each.term.group)
        ranks[each.spot.order] = each.spot.rank
    places = [order for order, own in groups.items() if wanted <= own | groups.get(order + 1, set())]
    return len(places) > 1 or any(ranks[order] or length <= _SHORT for order in places)
