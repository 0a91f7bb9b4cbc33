"""Read the words of all topics into one index.

A file is `terms/TOPIC.txt`. Its lines:

- `4 : term, term`: terms with a weight: 5 names the topic and nothing else, 4 names it, 3 names it and other things, 2
  belongs to it, 1 is only at home there, and a negative weight speaks against it. What weighs 8 is said of the text
  itself, and once is enough. `child 2 : term` puts the terms into a group; what is
  in the group `method` is never shown.
- `not : phrase, phrase`: a figure of speech or a name, whose words are not counted.
- `together : child harm`: some paragraph, or two that follow each other, must have terms of each of these groups.
- `bar : 8`: the score that opens the topic, if it is not the usual one.
- `link 4 : tag=, shop.example`: what the address of a link has.

A term is words. `a/b` is either word (`rain/the_weather` where one has several), `word~` is also its plural or, for a
verb, its other forms, `@age` is a word of a class in `classes.txt`, and `...` stands for up to four words. Words are
cut at hyphens and apostrophes, as `article.parts` are. A term with a capital letter is a name; others do not count
where a text writes them as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, product
from pathlib import Path
from typing import Any

from newslint.language.speech.inflections import plural_of, verb_forms
from newslint.language.units.words import list_parts
from newslint.newsroom.topics.keeping import keep, read_kept
from newslint.records import NamedTuple

_FOLDER = Path(__file__).with_name("terms")
_BAR = 8
STRONG, PLAIN, ALONE = 3, 4, 8  # weights of what names a topic: with other things, plainly, once for all
Place = frozenset[str] | None  # the words that may stand in one place of a phrase; None is a gap


class Term(NamedTuple):
    """A term of a topic, and which of its places is looked up in a text; `weight` 0 takes out what it covers.

    `beside` are the words that may stand in the next place, or before it, as `step` says, and none if any word may.
    """

    number: int
    topic: int
    weight: int
    group: str
    places: tuple[Place, ...]
    key: int
    is_name: bool
    step: int
    beside: Place


class Gate(NamedTuple):
    """What opens a topic beside its terms."""

    name: str
    bar: float
    together: tuple[str, ...]
    links: tuple[tuple[str, int], ...]


class Book(NamedTuple):
    """All topics: terms by the words that they are looked up by, and which topics such a word tells.

    `naming` are the topics that a word may name, `namers` all such words, `telling` the topics to which a word may
    belong, and `alone` those of which it may say all.
    """

    gates: tuple[Gate, ...]
    terms: Terms
    words: frozenset[str]
    naming: Mapping[str, tuple[int, ...]]
    namers: frozenset[str]
    telling: Mapping[str, tuple[int, ...]]
    alone: Mapping[str, tuple[int, ...]]


class Terms(dict[str, tuple[Term, ...]]):
    """The terms of each word, made of plain tuples when a text has the word."""

    def __init__(self, plain: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
        super().__init__()
        self._plain = plain

    def __missing__(self, word: str) -> tuple[Term, ...]:
        made = self[word] = tuple(map(Term._make, self._plain[word]))
        return made

    @property
    def all(self) -> Iterator[tuple[str, tuple[Term, ...]]]:
        """Each word with its terms."""
        return ((word, self[word]) for word in self._plain)


def topic_names() -> tuple[str, ...]:
    """Return the names of the topics, sorted."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.txt") if file.stem != "classes"))


@cache
def read_book() -> Book:
    """Return all topics: as they were kept, else read from their files."""
    files = [*sorted(_FOLDER.glob("*.txt")), Path(__file__)]
    plain = read_kept(files)
    if plain is None:
        plain = make_plain()
        keep(files, plain)
    gates, terms, *indices = plain
    return Book(tuple(map(Gate._make, gates)), Terms(terms), frozenset(terms), *indices)


def make_plain() -> tuple[Any, ...]:
    """Read the files of all topics into plain data: gates, terms by word, and what words tell of topics."""
    classes = _classes()
    gates, terms = [], list[Term]()
    for topic, name in enumerate(topic_names()):
        bar, together, links = float(_BAR), list[str](), list[tuple[str, int]]()
        for head, items in read_lines((_FOLDER / f"{name}.txt").read_text(encoding="utf-8")):
            group, _, figure = head.rpartition(" ")
            if head == "bar":
                bar = float(items[0])
            elif head == "together":
                together += items[0].split()
            elif group == "link":
                links += [(item, int(figure)) for item in items]
            else:
                terms += _terms(items, len(terms), topic, 0 if head == "not" else int(figure), group, classes)
        gates.append((name, bar, tuple(together), tuple(links)))
    return (tuple(gates), *_index(terms))


def _terms(
    items: Iterable[str], first: int, topic: int, weight: int, group: str, classes: Mapping[str, frozenset[str]]
) -> Iterator[Term]:
    for number, item in enumerate(items, first):
        for places in readings_of(item, classes):
            term = Term(number, topic, weight, group, places, 0, item[0].isupper(), 1, None)
            yield _keyed(term, _key(places))


def read_lines(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the two sides of each line of a file, the second cut at its commas; a line without a head goes on."""
    head, items = "", list[str]()
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        before, colon, after = line.partition(" : ")
        if colon:
            if items:
                yield head, items
            head, items = before.strip(), []
        items += [item.strip() for item in (after if colon else line).split(",") if item.strip()]
    if items:
        yield head, items


def _classes() -> dict[str, frozenset[str]]:
    lines = read_lines((_FOLDER / "classes.txt").read_text(encoding="utf-8"))
    return {f"@{name}": frozenset(" ".join(items).split()) for name, items in lines}


def readings_of(item: str, classes: Mapping[str, frozenset[str]]) -> Iterable[tuple[Place, ...]]:
    """Return what may stand in each place of a phrase as a file writes it; one reading for each number of places."""
    words = [_readings(word, classes) for word in item.split()]
    if all(len(readings) == 1 for readings in words):
        return (tuple(chain.from_iterable(readings[0] for readings in words)),)
    return [tuple(chain.from_iterable(parts)) for parts in product(*words)]


def _readings(word: str, classes: Mapping[str, frozenset[str]]) -> list[list[Place]]:
    """Return the places of a word as a file writes it, the alternatives with as many parts together."""
    if word == "...":
        return [[None]]
    lower = word.lower()
    if lower.isalpha():
        return [[frozenset((lower,))]]
    by_length: dict[int, list[list[str]]] = {}
    for form in chain.from_iterable(classes.get(each) or _forms(each) for each in lower.split("/")):
        parts = [form] if form.isalpha() else list_parts(form.replace("_", " "))
        if not parts:
            raise ValueError(f"`{word}` has no word")
        by_length.setdefault(len(parts), []).append(parts)
    return [[frozenset(same) for same in zip(*forms, strict=True)] for forms in by_length.values()]


def _forms(word: str) -> Iterable[str]:
    if not word.endswith("~"):
        return (word,)
    base = word[:-1]
    before, hyphen, last = base.rpartition("-")
    forms = {last, plural_of(last), *verb_forms(last).values()}
    return [f"{before}{hyphen}{form}" for form in forms]


def _keyed(term: Term, key: int) -> Term:
    """Return a term that is looked up by one of its places."""
    step = 1 if key + 1 < len(term.places) else -1
    return term._replace(key=key, step=step, beside=term.places[key + step] if len(term.places) > 1 else None)


def _key(places: tuple[Place, ...]) -> int:
    """Return the place that fewest texts have: the one with the longest word, and with few of them."""
    return max(range(len(places)), key=lambda at: _rarity(places[at])) if len(places) > 1 else 0


def _rarity(place: Place) -> tuple[int, int]:
    if place is None:
        return -100, 0
    return min(map(len, place)) - len(place) // 6, -len(place)


def _index(terms: Iterable[Term]) -> Iterator[Any]:
    """Yield the terms by word, and what words tell of topics, as plain data."""
    terms = [*terms]
    names = {word for term in terms if term.weight >= STRONG for word in term.places[term.key] or ()}
    found: dict[str, list[Term]] = {}
    for term in terms:
        each = term if term.weight else _keyed(term, _key_of_figure(term, names))
        for word in each.places[each.key] or ():
            found.setdefault(word, []).append(each)
    yield {word: tuple(map(tuple, own)) for word, own in found.items()}
    naming = _topics_by_word(found, STRONG)
    yield naming
    yield frozenset(naming)
    yield _topics_by_word(found, 2)
    yield _topics_by_word(found, ALONE)


def _key_of_figure(term: Term, names: set[str]) -> int:
    """Return the place of a figure of speech that names something: where that is looked for, the figure is, too."""
    return next((at for at, place in enumerate(term.places) if place and not names.isdisjoint(place)), term.key)


def _topics_by_word(terms: Mapping[str, Iterable[Term]], least: int) -> dict[str, tuple[int, ...]]:
    found = {word: tuple(sorted({term.topic for term in own if term.weight >= least})) for word, own in terms.items()}
    return {word: topics for word, topics in found.items() if topics}
