"""Find names of institutions, firms and teams that an article writes in two ways.

Institutions share words, so that one is only told where both have the same neighbour: a word is spelled in another way,
a small word is another one, one is a plural, or the last word names another sort of body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from newslint.checks.capitals import Capitals, Mention, Rivals
from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.source_words import institution_words
from newslint.language.spelling.table import commonness
from newslint.language.units.body_names import BODIES, are_alike, are_spellings, is_other_form, is_other_sort
from newslint.language.units.name_words import CALENDAR, COMPASS, TITLES
from newslint.language.units.similarity import STOP_WORDS
from newslint.patterns import pattern

_JOINT = pattern(r"(?:['’]s?)?[ ](?:(?:of|for|and|on|&|to|the|in|against|from|with|at)[ ]){0,2}\Z")
_NOUN = pattern(r"[ ]([a-z]{3,})")
_STOP = pattern(r"[.!?][”\"’']?\s")
_LONGEST_GAP = 16
_LEAST_WORDS = 3  # of a name whose last word is another sort of body
_MOST_WORDS = 9
_SMALL = frozenset(["of", "for", "on"])
_CONNECTING = frozenset("of for against on to in without".split())
_MOST_BESIDE = 24  # words beside one word that are compared
_MOST_RUNS = 2000
_NO_NAMES = TITLES | CALENDAR
_RARE = 60  # words that are less common are no words to most readers

Gap = str
Run = list[Mention]
Name = TypeVar("Name", str, tuple[str, ...])


class RivalBodies:
    """The names of institutions of an article, to hold against one another."""

    def __init__(self, capitals: Capitals) -> None:
        self._words = capitals

    def find(self) -> Iterator[Rivals]:
        """Yield the names that are written in two ways, once each, in the order of the text."""
        found = [*self._spellings(), *self._small_words(), *self._ends()]
        told: set[Mention] = set()
        for wrong, right in sorted(found, key=lambda pair: pair[0][0][0]):
            words = {mention for run in wrong for mention in run}
            if told.isdisjoint(words):
                told |= words
                yield self._tell(wrong, right)

    @cached_property
    def _known(self) -> frozenset[str]:
        return _words_of_bodies(self._words.article.lexicon)

    @cached_property
    def _runs(self) -> list[Run]:
        """The words with capitals that follow one another, with small words of names between them."""
        runs: list[Run] = []
        for words in [*self._words.words, *self._words.heads]:
            run: Run = []
            for mention in words:
                if run and self._gap(run[-1], mention) is None:
                    runs.append(run)
                    run = []
                run.append(mention)
            runs.append(run)
        runs = [run[1:] if run[0].word.lower() in STOP_WORDS else run for run in runs if len(run) > 1]
        firms = {each.word.lower() for run in runs for pair in pairwise(run) if self._is_firm(*pair) for each in pair}
        return [run for run in runs if len(run) > 1 and self._is_body({each.word.lower() for each in run}, firms)]

    def _is_body(self, words: set[str], firms: set[str]) -> bool:
        return not (self._known.isdisjoint(words) and firms.isdisjoint(words))

    def _is_firm(self, one: Mention, other: Mention) -> bool:
        """Tell whether two words are joined as partners of a firm are: “Roe & Lund”."""
        return self._words.parts[one.block].text[one.end : other.start] == " & "

    def _gap(self, one: Mention, other: Mention) -> Gap | None:
        """Return what stands between two words of one name, “&” and “and” being one, or None."""
        if other.start - one.end > _LONGEST_GAP:
            return None
        between = self._words.parts[one.block].text[one.end : other.start]
        if between == " ":
            return between
        return None if _JOINT.match(between) is None else between.replace("&", "and").replace("'", "’")

    # A word is spelled in another way

    def _spellings(self) -> Iterator[tuple[list[Run], list[Run]]]:
        beside: dict[tuple[str, str, str], dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
        for run in self._runs:
            for one, other in pairwise(run):
                gap = _without_mark(self._gap(one, other) or "")
                beside["before", one.word, gap][other.word].append(other)
                beside["after", other.word, gap][one.word].append(one)
        for (_, neighbour, _), found in beside.items():
            if len(found) > 1 and neighbour.lower() not in _NO_NAMES:
                for wrong, right in self._pairs(found):
                    yield [[each] for each in found[wrong]], [[each] for each in found[right]]

    def _pairs(self, found: Mapping[str, list[Mention]]) -> Iterator[tuple[str, str]]:
        """Yield words beside one neighbour that are spellings of one, the wrong one first."""
        words = sorted(found, key=lambda word: (-len(found[word]), found[word][0]))
        words = [word for word in words if not word.isupper() and word.lower() not in COMPASS][:_MOST_BESIDE]
        for at, wrong in enumerate(words):
            for right in words[:at]:
                if are_spellings(wrong.lower(), right.lower()) and not self._are_two(wrong, right, found):
                    yield wrong, right
                    break

    def _are_two(self, wrong: str, right: str, found: Mapping[str, list[Mention]]) -> bool:
        """Tell whether two words are names of two: people with other given names, or a firm’s name beside a word."""
        uses, givens = self._words.uses, self._words.givens
        if givens.get(wrong) and givens.get(right) and givens[wrong].isdisjoint(givens[right]):
            return True
        # Words of a headline: “New Power Plant Rules”, and the Power Plan.
        if any(each.is_titled for each in self._words.lone.get(wrong, ())) and _is_word(wrong) and _is_word(right):
            return True
        is_name = commonness(wrong.lower()) is None and uses[wrong] > len(found[wrong])
        return is_name and _is_word(right)

    # A small word is another one

    def _small_words(self) -> Iterator[tuple[list[Run], list[Run]]]:
        """Yield names that differ in “of” and “for” behind the body, or in “&” and “and”."""
        found: dict[tuple[str, ...], dict[str, list[Run]]] = defaultdict(lambda: defaultdict(list))
        for run in self._runs:
            for at, (one, other) in enumerate(pairwise(run)):
                text = self._words.parts[one.block].text[one.end : other.start]
                first = text.split()[0] if text.split() else ""
                if first in _SMALL and one.word.lower() in self._known:
                    rest = tuple(each.word for each in run[at + 1 : at + 3])
                    found[one.word, *rest][text].append(run[at:])
                elif text in (" & ", " and "):
                    found[one.word, "and", other.word][text].append(run[at : at + 2])
        for joints in found.values():
            if len(joints) == 2:
                wrong, right = sorted(joints.values(), key=lambda runs: (-len(runs), runs[0][0]), reverse=True)
                yield wrong, right

    # The last word is another

    def _ends(self) -> Iterator[tuple[list[Run], list[Run]]]:
        """Yield names that differ in the form of a word, in the first word, or in the sort of body at the end."""
        headed: dict[tuple[str, str, int], dict[tuple[str, ...], list[Run]]] = defaultdict(lambda: defaultdict(list))
        tailed: dict[tuple[str, ...], dict[str, list[Run]]] = defaultdict(lambda: defaultdict(list))
        fronted: dict[tuple[str, ...], dict[str, list[Run]]] = defaultdict(lambda: defaultdict(list))
        for run in self._runs[:_MOST_RUNS]:
            for at, one in enumerate(run[:-1]):
                gap = self._gap(one, run[at + 1]) or " "
                is_headed = gap != " " or run[at + 1].word.lower() in _CONNECTING
                if is_headed and one.word.lower() in self._known:
                    own = run[at:][:_MOST_WORDS]
                    headed[one.word, gap, len(own)][tuple(each.word for each in own)].append(own)
                    break
            if len(run) >= _LEAST_WORDS:
                tailed[tuple(each.word for each in run[:-1])][run[-1].word].append(run)
                if run[-1].word.lower() in self._known:
                    fronted[tuple(each.word for each in run[1:])][run[0].word].append(run)
        for names in headed.values():
            yield from self._rivals(names, _are_forms)
        for ends in tailed.values():
            yield from self._rivals(ends, lambda one, other: is_other_sort(one.lower(), other.lower()))
        for fronts in fronted.values():
            yield from self._rivals(fronts, lambda one, other: are_alike(one.lower(), other.lower()))

    def _rivals(
        self, names: Mapping[Name, list[Run]], are_rivals: Callable[[Name, Name], bool]
    ) -> Iterator[tuple[list[Run], list[Run]]]:
        """Yield names of which one is told once only, apart from its rival, the wrong one first."""
        ordered = sorted(names, key=lambda name: (-len(names[name]), names[name][0][0]))[:_MOST_BESIDE]
        for at, wrong in enumerate(ordered):
            for right in ordered[:at]:
                is_lone = len(names[wrong]) == 1 and are_rivals(wrong, right)
                is_lone = is_lone and not self._is_plural_of(names[wrong][0], names[right][0])
                if is_lone and not any(self._are_together(names[wrong][0], run) for run in names[right]):
                    yield names[wrong], names[right]
                    break

    def _is_plural_of(self, one: Run, other: Run) -> bool:
        """Tell whether one is the plural of a name that belongs to a noun: “Republicans”, “Republican leaders”."""
        short, long = sorted((one, other), key=lambda run: len(run[-1].word))
        if long[-1].word != f"{short[-1].word}s" or self._gap(*short[:2]) != " and ":
            return False
        last = short[-1]
        found = _NOUN.match(self._words.parts[last.block].text, last.end)
        return found is not None and found[1] not in STOP_WORDS

    def _are_together(self, one: Run, other: Run) -> bool:
        """Tell whether one sentence has both names."""
        if one[0].block != other[0].block:
            return False
        before, after = sorted((one, other), key=lambda run: run[0])
        return not _STOP.search(self._words.parts[one[0].block].text[before[-1].end : after[0].start])

    def _tell(self, wrong: list[Run], right: list[Run]) -> Rivals:
        places = [self._words.locate(run[0], run[-1]) for run in wrong]
        right_place = self._words.locate(right[0][0], right[0][-1])
        return Rivals(self._said(wrong[0]), places, self._said(right[0]), right_place)

    def _said(self, run: Run) -> str:
        return self._words.parts[run[0].block].text[run[0].start : run[-1].end]


@table
def _words_of_bodies(lexicon: Lexicon) -> frozenset[str]:
    return institution_words(lexicon)["within"] | BODIES


def _is_word(word: str) -> bool:
    return (commonness(word.lower()) or _RARE) < _RARE


def _are_forms(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    pairs = [(a.lower(), b.lower()) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and is_other_form(*pairs[0])


def _without_mark(gap: Gap) -> Gap:
    """Return what stands between two words without the mark of an owner."""
    return gap[gap.find(" ") :]
