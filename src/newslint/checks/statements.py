"""What the body of an article says, sentence by sentence, to hold against it what a headline or digest says."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from newslint.article import Article, Block, Sentence
from newslint.language.numbers.particulars import (
    Particular,
    find_particulars,
    is_comparable,
    is_odd,
    is_same,
    is_slip,
    kind_of,
)
from newslint.language.numbers.rivals import LEAST, LEAST_MISSING, LEAST_SLIP, choose_rival
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
# Of a digest of few words, this share is enough for a slip; one of them is rare in the body.
_COVERED, _LEAST_COVERED = 0.4, 0.9
# Of this share, it tells of the same event, whatever stands around the particular.
_REPEATED = 0.3
_SAME_WEEK = timedelta(days=8)
_AROUND = 60  # code points
_PEOPLE = frozenset(
    map(stem, "people person men women children adults residents workers students members victims".split())
)
# Kinds of which an article has many: that one stands somewhere does not say that it is this one.
_COMMON = frozenset({"count", "ordinal", "age", "share", "year", "month", "weekday"})


_COMMON_UNITS = frozenset("second minute hour day week month year decade century".split())
_COUNTING = frozenset({"count", "ordinal"})
_OF_WEEKS = frozenset({"weekday", "month"})
_FEW_WORDS = 4
_MONTHS = 12
_TIMES = frozenset({"day", "weekday", "month"})
_AS_NEAR = 0.4


def telling_words(text: str) -> list[str]:
    """Return the content words of a text without its numbers, each as the first of its family."""
    return [family_of(word) for word in content_words(text) if not word[0].isdigit() and word not in NUMBER_WORDS]


_LONGEST_CAPTION = 250


# Whom a picture shows stands first; names further on are of places as often.
_SHOWN_FIRST = 25  # code points


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
        self.captions = frozenset(find_captions(article))
        self.digests = frozenset(own) | digests | self.captions

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the body, without those of digests."""
        return [sentence for sentence in self._article.sentences if sentence.block not in self.digests]

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
            if index not in self.digests
        }

    @cached_property
    def _by_kind(self) -> Mapping[tuple[str, str], list[tuple[int, Particular]]]:
        found: dict[tuple[str, str], list[tuple[int, Particular]]] = defaultdict(list)
        for index, particulars in self._particulars.items():
            for each in particulars:
                found[kind_of(each)].append((index, each))
        for index, mention in self._article.dates:
            # A complete date names its month and year, too.
            for kind, value in (("month", mention.month), ("year", mention.year)):
                if index not in self.digests and value is not None:
                    whole = Particular(mention.start, mention.end, kind, (Decimal(value),))  # type: ignore[arg-type]
                    found[kind, ""].append((index, whole))
        return found

    def has(self, told: Particular, shared: Shared, *, is_only: bool = False) -> bool:
        """Tell whether the body states a particular; a common one only where it shares a word with the digest.

        `is_only` is for the only weekday of a digest's sentence: it is stated where that shares about as much as any.
        """
        known = [(index, each) for index, each in self._by_kind[kind_of(told)] if is_same(told, each)]
        is_common = told.kind in _COMMON or told.unit in _COMMON_UNITS
        if not is_common:
            return bool(known) or (told.kind == "day" and self._has_weekday(told, shared))
        return any(
            index not in self._sentences_of
            or (
                told.kind in _COUNTING
                and (is_comparable(told, each) or not _families(told).isdisjoint(_families(each)))
            )
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
            return shared.weights.get(place, 0) >= LEAST_MISSING
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

    def contradicts(
        self,
        part: str,
        told: Particular,
        stated: Sequence[Particular],
        shared: Shared,
        *,
        is_caption: bool = False,
        least: float = 0,
    ) -> Place | None:
        """Return what the body says instead of a particular of a digest, in a sentence that says the same."""
        weights = shared.weights
        best = sorted(weights, key=lambda place: (-weights[place], place))[:_CANDIDATES]
        found = [(place, self._stated_in(place)) for place in best if weights[place] >= least]
        if not found or any(self._holds(part, told, place, own) for place, own in found):
            return None
        is_missing, is_of_people = self._is_missing(told), is_caption or told.kind == "age"
        for place, own in found:
            sentence = self.sentences[place]
            block = self._article.blocks[sentence.block]
            shown = part if not is_caption or told.kind == "age" else part[:_SHOWN_FIRST]
            if is_of_people and _tells_of_others(shown, block.text[: sentence.end]):
                continue
            score = weights[place] + sum(_is_any(each, own) for each in stated if each is not told)
            if is_missing and place == best[0] and self._covers(shared, place):
                score = max(score, LEAST_SLIP)
            is_close = is_missing and place == best[0] and self._repeats(shared, place)
            rivals = [each for each in own if self._is_rival(part, told, sentence.block, each, is_missing, is_close)]
            rivals = [each for each in rivals if not _is_told(each, stated)]
            rivals = rivals or (_left_over(told, stated, own) if is_missing and place == best[0] else [])
            is_plain = is_close and (any(each.kind != told.kind for each in rivals) or _covers_half(shared, place))
            score = max(score, LEAST) if is_plain else score
            chosen = choose_rival(told, rivals, score, is_missing)
            if chosen is not None:
                return block, chosen.start, chosen.end
        return None

    def _stated_in(self, place: int) -> list[Particular]:
        """Return the particulars of a sentence."""
        sentence = self.sentences[place]
        return [each for each in self._particulars[sentence.block] if sentence.start <= each.start < sentence.end]

    def _holds(self, part: str, told: Particular, place: int, own: Sequence[Particular]) -> bool:
        """Tell whether a sentence has a number, in the same words, of other things or as a sum."""
        stands = told.kind == "count" and f" {part[told.start : told.end]} " in self.sentences[place].text
        return stands or _holds_value(told, own)

    def _is_rival(
        self, part: str, told: Particular, block: int, each: Particular, is_missing: bool, is_close: bool
    ) -> bool:
        # Two numbers of the same digits in sentences that say the same need no word for what they count.
        is_one = self._is_comparable(told, block, each, is_missing) or (is_close and is_odd(told, each))
        return is_one and self._says_same(part, told, block, each, is_close=is_close)

    def _is_comparable(self, told: Particular, block: int, rival: Particular, is_missing: bool) -> bool:
        """Tell whether two particulars may be of one thing; a count that the body never states, also by words near."""
        if is_comparable(told, rival):
            return True
        if not is_missing or told.kind != "count" or rival.kind != "count":
            return False
        own, others = _families(told), _families(rival)
        if not own.isdisjoint(others):
            return True
        # “Seven killed”: eight people were killed.
        is_of_people = not _PEOPLE.isdisjoint(rival.nouns)
        return is_of_people and not own.isdisjoint(_words_behind(self._article.blocks[block].text, rival))

    def _is_missing(self, told: Particular) -> bool:
        """Tell whether the body never states a particular; weekdays and months are too common to say so."""
        known = (each for _, each in self._by_kind[kind_of(told)])
        return told.kind in _OF_WEEKS or not any(is_same(told, each) for each in known)

    @staticmethod
    def _covers(shared: Shared, place: int) -> bool:
        """Tell whether a sentence has a good part of the telling words of a short digest, and one that tells much."""
        return shared.weights[place] >= _LEAST_COVERED and shared.words[place] >= _COVERED * shared.told

    @staticmethod
    def _repeats(shared: Shared, place: int) -> bool:
        """Tell whether a sentence has so many of the telling words of a digest's that it tells of the same event."""
        return shared.weights[place] >= LEAST_SLIP and shared.words[place] >= _REPEATED * shared.told

    def _says_same(self, text: str, told: Particular, block: int, rival: Particular, *, is_close: bool) -> bool:
        """Tell whether two counts that are no slips share a word beside what they count: “12 people died” of whom?

        Two days share one in their clauses, or they are days of two events; `is_close` says that their sentences
        share so much that they are not.
        """
        other = self._article.blocks[block].text
        if told.kind in _TIMES:
            if _is_day_of_saying(other, rival) != _is_day_of_saying(text, told):
                return False
            if is_close:
                return True
            clause, others = _clause_words(text, told.start, told.end), _clause_words(other, rival.start, rival.end)
            enough = 1 if told.kind == "weekday" else min(len(clause), len(others), _FEW_WORDS) / 2
            return len(clause & others) >= max(enough, 0.5)
        if told.kind != "count" or is_slip(told, rival):
            return True
        nouns = told.nouns & rival.nouns
        shared = _words_around(text, told, nouns) & _words_around(other, rival, nouns)
        return not shared <= nouns


def _left_over(told: Particular, stated: Sequence[Particular], own: Sequence[Particular]) -> list[Particular]:
    """Return the only count of a sentence that is left where all others of two counts are the same.

    “80 members, down from 90” and “from 90 seats to 60”.
    """
    others = [each for each in stated if each.kind == "count" and each is not told]
    counts = [each for each in own if each.kind == "count"]
    left = [each for each in counts if not _is_told(each, others)]
    is_rest = told.kind == "count" and bool(others) and len(left) == 1 and len(counts) == len(others) + 1
    return left if is_rest and all(_is_any(each, counts) for each in others) else []


def _covers_half(shared: Shared, place: int) -> bool:
    return shared.words[place] * 2 >= shared.told


def _is_any(one: Particular, others: Sequence[Particular]) -> bool:
    return any(is_same(one, other) for other in others)


def _is_told(each: Particular, stated: Sequence[Particular]) -> bool:
    return any(is_same(other, each) for other in stated)


def _words_behind(text: str, each: Particular) -> set[str]:
    """Return the telling words of the clause behind a count, up to the next number."""
    after = _CLAUSE.split(text[each.end : each.end + _BEHIND])[0]
    return set(telling_words(_DIGIT.split(after)[0]))


_COUPLE = 2


def _holds_value(told: Particular, own: Sequence[Particular]) -> bool:
    """Tell whether a sentence has the number of a count, of whatever, or figures of which it is the sum or difference.

    Four candidates are four contenders; a year is twelve months.
    """
    if told.kind not in ("count", "figure"):
        return False
    values = {each.value[0] for each in own if each.kind == told.kind and each.unit == told.unit}
    value = told.value[0]
    if value in values and told.kind == "count":
        return True
    # A couple and their two sons are four people, but no four teams are two.
    others = {one: values if one == _COUPLE and told.kind == "count" else values - {one} for one in values}
    is_sum = any(value - one in others[one] or one - value in values for one in values if one != value)
    return is_sum or value / _MONTHS in values


def _tells_of_others(text: str, other: str) -> bool:
    """Tell whether two texts name people, none of them the same: what one did is not what another did."""
    names, others = (_FULL_NAME.findall(each) for each in (text, other))
    return bool(names and others) and not any(word in other for word in names[0].split())


def _is_day_of_saying(text: str, each: Particular) -> bool:
    """Tell whether a day or month is that on which somebody said something."""
    before, after = text[max(0, each.start - _AROUND) : each.start], text[each.end : each.end + _BEHIND]
    saying = _SAYING.match(after)
    # “The vote is on Friday, she said” is no day of saying; “On Friday, she said” is.
    is_tag = saying is not None and after.startswith(",") and not _OPENS.search(before)
    return _SAID.search(before) is not None or (saying is not None and not is_tag)


def _words_around(text: str, each: Particular, nouns: Collection[str]) -> set[str]:
    """Return the telling words around a count; of people, those behind it, which say what happened to them."""
    before = "" if not _PEOPLE.isdisjoint(nouns) else text[max(0, each.start - _AROUND) : each.start]
    return set(telling_words(f"{before} {text[each.end : each.end + _AROUND]}"))


_DIGIT = pattern(r"\d")
_BEHIND = 50  # code points
# But “the Davis Cup”.
_FULL_NAME = pattern(r"(?<!\b[Tt]he[ ])(?<![A-Z][ ])(?<![\w’'-])[A-Z][\w’'-]{1,30}+[ ][A-Z][\w’'-]{1,30}+(?![ ][A-Z])")
_SAID = pattern(
    r"\b(?:said|says|told|announced|announces|wrote|reported|warned|added|confirmed|statement|email|interview|letter"
    r"|tweeted|posted|unveiled)\b(?!\s(?:that|he|she|it|they)\s)[^.;,]{0,40}\Z"
)
_OPENS = pattern(r"(?:\A|[.!?:;”\"\n]\s?)(?:(?:On|In|Late|Early|Last|By|Since)\s(?:the\s)?){0,2}\Z")
_SAYING = pattern(r",?\s(?:\w+\s){0,3}(?:said|told|announced|warned|wrote|reported|unveiled)\b")
_CLAUSE = pattern(r"[,;:()—–][\s”\"]|\s(?:but|while|which|who|when|where|after|before|and)\s")


def _clause_words(text: str, start: int, end: int) -> set[str]:
    """Return the telling words of the clause that a day stands in."""
    before = _CLAUSE.split(text[max(0, start - _AROUND) : start].rstrip(" ,"))[-1]
    # “On 3 May, the ferry …”: a comma right behind the day ends no clause.
    after = _CLAUSE.split(text[end : end + _AROUND].lstrip(" ,"))[0]
    return set(telling_words(f"{before} {after}"))


def _families(each: Particular) -> set[str]:
    return {family_of(noun) for noun in each.nouns}
