"""What the body of an article says, sentence by sentence, to hold against it what a headline or digest says."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from newslint.article import Article, Block, Sentence
from newslint.language.numbers.particulars import Particular, find_particulars, is_comparable, is_same, is_slip
from newslint.language.numbers.spelled import NUMBER_WORDS
from newslint.language.units.relatives import family_of
from newslint.language.units.similarity import content_words, stem
from newslint.patterns import pattern
from newslint.records import NamedTuple

Place = tuple[Block, int, int]
# Parts that repeat the body, and may repeat it wrongly.
DIGESTS = frozenset({"headline", "dek", "summary", "faq-question", "faq-answer"})
# A word that more sentences use tells little of which of them another sentence repeats.
_FEW, _MANY = 3, 40
_CANDIDATES = 3
# How many telling words two sentences share that say the same; and where one particular looks like a slip.
_LEAST, _LEAST_SLIP = 2.9, 1.9
# Of a digest of few words, this share is enough for a slip; one of them is rare in the body.
_COVERED, _LEAST_COVERED = 0.4, 0.9
_NEXT_YEARS = 5
_SAME_WEEK = timedelta(days=8)
_AROUND = 60  # code points
_PEOPLE = frozenset(
    map(stem, "people person men women children adults residents workers students members victims".split())
)
# A number that is so many times as large counts something else.
_MOST_TIMES = 5
# Kinds of which an article has many: that one stands somewhere does not say that it is this one.
_COMMON = frozenset({"count", "ordinal", "age", "share", "year", "month", "weekday"})


_COUNTING = frozenset({"count", "ordinal"})
_OF_WEEKS = frozenset({"weekday", "month"})
_AS_NEAR = 0.4


def telling_words(text: str) -> list[str]:
    """Return the content words of a text without its numbers, each as the first of its family."""
    return [family_of(word) for word in content_words(text) if not word[0].isdigit() and word not in NUMBER_WORDS]


_LONGEST_CAPTION = 250


def find_captions(article: Article) -> set[int]:
    """Return the blocks that say what pictures show: captions, and a short paragraph that begins with a picture."""
    found = {index for index, block in enumerate(article.blocks) if block.kind == "caption"}
    for image in article.images:
        if image.block is not None and image.in_body:
            block = article.blocks[image.block]
            if image.span.start == block.span.start and 0 < len(block.text) <= _LONGEST_CAPTION:
                found.add(image.block)
    return found


class Shared(NamedTuple):
    """How many telling words each sentence of a body shares with a digest's, and what they weigh together.

    `told` is how many the digest's has.
    """

    words: Mapping[int, int]
    weights: Mapping[int, float]
    told: int = 0


NOTHING = Shared({}, {})


class Statements:
    """The sentences of an article's body, found by the words that a digest shares with them."""

    def __init__(self, article: Article, own: Collection[int]) -> None:
        self._article = article
        digests = {index for index, block in enumerate(article.blocks) if block.role in DIGESTS}
        self._own = frozenset(own) | digests | find_captions(article)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the body, without those of digests."""
        return [sentence for sentence in self._article.sentences if sentence.block not in self._own]

    @cached_property
    def _holders(self) -> Mapping[str, list[int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for place, sentence in enumerate(self.sentences):
            for word in set(telling_words(sentence.text)):
                holders[word].append(place)
        return holders

    def shared(self, words: Collection[str]) -> Shared:
        """Return which words each sentence shares with some; those that many sentences have weigh less."""
        found: dict[int, int] = defaultdict(int)
        weights: dict[int, float] = defaultdict(float)
        for word in set(words):
            places = self._holders.get(word, ())
            weight = min(1.0, _FEW / max(1, len(places))) if len(places) <= _MANY else 0.0
            for place in places:
                found[place] += 1
                weights[place] += weight
        return Shared(found, weights, len(set(words)))

    @cached_property
    def _particulars(self) -> Mapping[int, list[Particular]]:
        """The particulars of each block that is not a digest of its own."""
        article = self._article
        figures, dates = defaultdict(list), defaultdict(list)
        for index, figure in article.quantities:
            figures[index].append(figure)
        for index, mention in article.dates:
            dates[index].append(mention)
        return {
            index: find_particulars(passage.text, figures[index], dates[index])
            for index, passage in enumerate(article.passages)
            if index not in self._own
        }

    @cached_property
    def _by_kind(self) -> Mapping[tuple[str, str], list[tuple[int, Particular]]]:
        found: dict[tuple[str, str], list[tuple[int, Particular]]] = defaultdict(list)
        for index, particulars in self._particulars.items():
            for each in particulars:
                found[each.kind, each.unit].append((index, each))
        for index, mention in self._article.dates:
            # A complete date names its month and year, too.
            for kind, value in (("month", mention.month), ("year", mention.year)):
                if index not in self._own and value is not None:
                    whole = Particular(mention.start, mention.end, kind, (Decimal(value),))  # type: ignore[arg-type]
                    found[kind, ""].append((index, whole))
        return found

    def has(self, told: Particular, shared: Shared, *, is_only: bool = False) -> bool:
        """Tell whether the body states a particular; a common one only where it shares a word with the digest.

        `is_only` is for the only weekday of a digest's sentence: it is stated where that shares about as much as any.
        """
        known = [(index, each) for index, each in self._by_kind[told.kind, told.unit] if is_same(told, each)]
        if told.kind not in _COMMON:
            return bool(known) or (told.kind == "day" and self._has_weekday(told, shared))
        return any(
            index not in self._sentences_of
            or (told.kind in _COUNTING and is_comparable(told, each))
            or self._is_near(index, each, told.kind, shared, is_only=is_only)
            for index, each in known
        )

    def _has_weekday(self, told: Particular, shared: Shared) -> bool:
        """Tell whether a sentence that says the same names a day near that of publication by its weekday."""
        published = self._article.published
        if published is None or published.value is None:
            return False
        printed = date.fromisoformat(published.value[:10])
        month, day = map(int, told.value)
        try:
            meant = date(printed.year, month, day)
        except ValueError:
            return False
        if abs(meant - printed) > _SAME_WEEK:
            return False
        return any(
            each.value[0] == meant.weekday()
            and index in self._sentences_of
            and self._is_near(index, each, "count", shared)
            for index, each in self._by_kind["weekday", ""]
        )

    def _is_near(self, index: int, each: Particular, kind: str, shared: Shared, *, is_only: bool = False) -> bool:
        """Tell whether the sentence of a particular shares words with the digest: for a count, some that tell more."""
        starts = self._sentences_of[index]
        _, place = starts[max(0, bisect_right(starts, (each.start, len(self.sentences))) - 1)]
        if kind in _COUNTING:
            return shared.weights.get(place, 0) >= _LEAST_SLIP
        if is_only:
            return shared.words.get(place, 0) > 0 and shared.weights[place] >= _AS_NEAR * max(shared.weights.values())
        return shared.words.get(place, 0) > 0

    @cached_property
    def _sentences_of(self) -> Mapping[int, list[tuple[int, int]]]:
        """Start and number of the sentences of each block."""
        found: dict[int, list[tuple[int, int]]] = {}
        for place, sentence in enumerate(self.sentences):
            found.setdefault(sentence.block, []).append((sentence.start, place))
        return found

    def contradicts(self, text: str, told: Particular, stated: Sequence[Particular], shared: Shared) -> Place | None:
        """Return what the body says instead of a particular of a digest's text, in a sentence that says the same."""
        weights = shared.weights
        best = sorted(weights, key=lambda place: (-weights[place], place))[:_CANDIDATES]
        for place in best:
            sentence = self.sentences[place]
            own = [each for each in self._particulars[sentence.block] if sentence.start <= each.start < sentence.end]
            same = sum(any(is_same(each, other) for other in own) for each in stated if each is not told)
            rivals = [
                each
                for each in own
                if is_comparable(told, each)
                and not any(is_same(other, each) for other in stated)
                and self._says_same(text, told, sentence.block, each)
            ]
            score = weights[place] + same
            if place == best[0] and self._covers(shared, place) and self._is_missing(told):
                score = max(score, _LEAST_SLIP)
            chosen = _choose(told, rivals, score)
            if chosen is not None:
                return self._article.blocks[sentence.block], chosen.start, chosen.end
        return None

    def _is_missing(self, told: Particular) -> bool:
        """Tell whether the body never states a particular; weekdays and months are too common to say so."""
        known = (each for _, each in self._by_kind[told.kind, told.unit])
        return told.kind in _OF_WEEKS or not any(is_same(told, each) for each in known)

    @staticmethod
    def _covers(shared: Shared, place: int) -> bool:
        """Tell whether a sentence has a good part of the telling words of a short digest, and one that tells much."""
        return shared.weights[place] >= _LEAST_COVERED and shared.words[place] >= _COVERED * shared.told

    def _says_same(self, text: str, told: Particular, block: int, rival: Particular) -> bool:
        """Tell whether two counts that are no slips share a word beside what they count: “12 people died” of whom?

        Two days share one in their clauses, or they are days of two events.
        """
        other = self._article.blocks[block].text
        if told.kind == "day":
            clause = _clause_words(text, told.start, told.end)
            return not clause.isdisjoint(_clause_words(other, rival.start, rival.end))
        if told.kind != "count" or is_slip(told, rival):
            return True
        nouns = told.nouns & rival.nouns
        shared = _words_around(text, told, nouns) & _words_around(other, rival, nouns)
        return not shared <= nouns


def _words_around(text: str, each: Particular, nouns: Collection[str]) -> set[str]:
    """Return the telling words around a count; of people, those behind it, which say what happened to them."""
    before = "" if not _PEOPLE.isdisjoint(nouns) else text[max(0, each.start - _AROUND) : each.start]
    return set(telling_words(f"{before} {text[each.end : each.end + _AROUND]}"))


_CLAUSE = pattern(r"[,;:()—–][\s”\"]|\s(?:but|while|which|who|when|where|after|before|and)\s")


def _clause_words(text: str, start: int, end: int) -> set[str]:
    """Return the telling words of the clause that a day stands in."""
    before = _CLAUSE.split(text[max(0, start - _AROUND) : start].rstrip(" ,"))[-1]
    # “On 3 May, the ferry …”: a comma right behind the day ends no clause.
    after = _CLAUSE.split(text[end : end + _AROUND].lstrip(" ,"))[0]
    return set(telling_words(f"{before} {after}"))


def _choose(told: Particular, rivals: Sequence[Particular], score: float) -> Particular | None:
    """Return the rival that a particular was mistaken for, in a sentence that shares so much with the digest."""
    slips = [each for each in rivals if is_slip(told, each)]
    if told.kind == "year":
        # The years before and after are told of in the same words.
        far = [each for each in slips if abs(each.value[0] - told.value[0]) > _NEXT_YEARS]
        return next(iter(far if score >= _LEAST else ()), None)
    if slips:
        return slips[0] if score >= _LEAST_SLIP else None
    return rivals[0] if rivals and score >= _LEAST and _are_one(told, rivals) else None


def _are_one(told: Particular, rivals: Sequence[Particular]) -> bool:
    """Tell whether a sentence has one rival only, which is not of another size altogether."""
    low, high = sorted((told.value[0], rivals[0].value[0]))
    return len({each.value for each in rivals}) == 1 and (told.kind != "count" or high <= low * _MOST_TIMES)
