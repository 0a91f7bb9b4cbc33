"""Checks of names and titles: spelled in two ways, or not as the newsroom has registered them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain, groupby
from typing import Annotated

from newslint.article import PROSE_KINDS, Article, Block
from newslint.checks.capitals import Capitals
from newslint.checks.lone_surnames import LoneSurnames
from newslint.checks.registered_names import RegisteredNames
from newslint.checks.rival_bodies import RivalBodies
from newslint.checks.rival_names import RivalNames
from newslint.checks.shared import first_parts, join_words
from newslint.checks.two_names import are_two
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.edits import first_difference, is_inner_swap
from newslint.language.units.name_forms import is_contraction
from newslint.language.units.name_words import has_noun_capitals
from newslint.patterns import pattern
from newslint.spans import Ranges, Span

Place = tuple[int, int, int]
_LONGEST = 40  # letters; what is longer is not a surname
_MOST_ALIKE = 12  # with so many of the names that share a rest with it, a name is compared
_MOST_OF_ONE = 6  # so many slips of one name, and slips of those, are told; more are a list of names


@check(
    grades=("list",),
    placeholders=("name", "other"),
    renamed={"letters": "min_letters"},
    messages={"registered": "“{name}” is not as registered: “{other}”."},
)
def name_drift(
    article: Article,
    scene: Scene,
    *,
    min_letters: Annotated[int, Option("shorter surnames are not compared", ge=1)] = 5,
    names: Annotated[tuple[str, ...], Option("registered spellings, beside those of the newsroom")] = (),
) -> Iterator[Finding]:
    """Flag a name that is spelled in two ways in one article, or otherwise than the newsroom has registered it.

    Each misspelling is reported once. One letter apart beside an equal name is a slip, and so are two letters that
    changed places in a surname that stands alone. Other accents, hyphens or spaces in a long list, which others have
    supplied, are of the grade `list`, and so is “&” for “and”.
    """
    blocks = range(len(article.blocks))
    spared = {index: found for index in blocks if (found := _as_written(article, index))}
    places = _names_in_full(article, spared)
    registered = (*names, *scene.names)
    yield from _against_register(article, registered)
    yield from _against_each_other(article, places)
    yield from _slips(article, places, min_letters)
    yield from _slips_of_words(article, spared, min_letters, registered)


def _names_in_full(article: Article, spared: Mapping[int, Ranges]) -> dict[str, list[Place]]:
    """Return where names in full stand, and what is left of each run of words without its first ones."""
    places: dict[str, list[Place]] = defaultdict(list)
    for index, block in enumerate(article.blocks):
        if block.kind not in PROSE_KINDS and block.kind not in ("table-row", "heading"):
            continue
        text, left = block.text, spared.get(index)
        for match in _full_name().finditer(text):
            start = match.start()
            # “LinkedIn/Ana Roe” credits an account, whose owner chose its name.
            if text[start - 1 : start] not in ("/", "@") and not (left and left.contains(start)):
                for name, at in _suffixes(match.group(), start):
                    places[name].append((index, at, at + len(name)))
    return places


@cache
def _full_name() -> re.Pattern[str]:
    # An apostrophe inside a name belongs to it (O’Neill); one at its end is a possessive or a quotation mark.
    # That no word goes on is looked at behind the first letter, so that a search skips small letters.
    capital, rest = "[A-ZÀ-ÖØ-ÞĀ-Ž]", r"[^\W_]*+(?:[’'-][^\W_]++){0,6}+"
    return pattern(rf"{capital}(?<!\w.){rest}(?:[ ]{capital}{rest}){{1,3}}")


_SIC = pattern(r"[\[(][Ss][Ii][Cc]\b")
_NOWHERE = Ranges()
_BEFORE_SIC = 40  # code points, a few words


def _as_written(article: Article, index: int) -> Ranges:
    """Return the parts of a block that are spelled as their writer did: before “[sic]”, and quotations that have it."""
    text = article.blocks[index].text
    if "sic" not in text and "SIC" not in text:
        return _NOWHERE
    notes = [match.start() for match in _SIC.finditer(text)]
    quoted = [(start, end) for _, start, end in article.quoted_extents(index)] if notes else []
    marked = [(start, end) for start, end in quoted if bisect_left(notes, start) < bisect_left(notes, end)]
    return Ranges([*((max(0, at - _BEFORE_SIC), at) for at in notes), *marked])


def _against_register(article: Article, names: tuple[str, ...]) -> Iterator[Finding]:
    for right in names:
        regex = _registered(right)
        places: dict[str, list[Place]] = defaultdict(list)
        for index, block in enumerate(article.blocks):
            if block.kind not in ("boilerplate", "code"):
                for match in regex.finditer(block.text):
                    if not _as_written(article, index).contains(match.start()):
                        places[match.group()].append((index, match.start(), match.end()))
        for wrong in sorted(set(places) - {right, right.upper()}):
            yield _finding(article, wrong, right, places[wrong], [])._replace(message="registered")


def _against_each_other(article: Article, places: dict[str, list[Place]]) -> Iterator[Finding]:
    by_letters: dict[str, list[str]] = defaultdict(list)
    for name in places:
        by_letters[_letters(name)].append(name)
    rivals = {
        letters: spellings
        for letters, spellings in by_letters.items()
        if len(spellings) > 1 and len({_plain(spelling) for spelling in spellings}) > 1
    }
    if not rivals:
        return
    told: set[tuple[int, int]] = set()  # block and end: “Minister Ana Supre” has the fault of “Ana Supre”
    listed = _in_long_lists(article)
    is_noun = has_noun_capitals(article.language_code)
    for letters in sorted(rivals, key=len):
        spellings = rivals[letters]
        right, *others = sorted(spellings, key=lambda name: (-len(places[name]), name))
        if is_noun and len({_without_joints(spelling) for spelling in spellings}) == 1:
            continue  # a compound: “Cloud-Streaming”, “Cloud Streaming”
        for wrong in others:
            ends = {(index, end) for index, _, end in places[wrong]}
            if not ends <= told:
                told |= ends
                is_list = listed.issuperset(index for index, _ in ends)
                grade = "list" if is_list or _without_and(wrong) == _without_and(right) else "default"
                yield _finding(article, wrong, right, places[wrong], places[right])._replace(grade=grade)


_LONG_LIST = 20  # items or rows, one after the other


def _in_long_lists(article: Article) -> set[int]:
    """Return the items and rows of lists and tables so long that others have supplied what they say."""
    found: set[int] = set()
    for is_list, group in groupby(range(len(article.blocks)), key=lambda index: _is_listed(article.blocks[index])):
        members = [*group] if is_list else []
        found.update(members if len(members) >= _LONG_LIST else ())
    return found


def _is_listed(block: Block) -> bool:
    return block.kind in ("list-item", "table-row")


def _slips(article: Article, places: dict[str, list[Place]], min_letters: int) -> Iterator[Finding]:
    """Yield each name that is one letter from another, once, beside the likeliest of those it may be a slip of."""
    near = _Neighbours(min_letters)
    firsts = Counter(name.partition(" ")[0] for name in places if name.count(" ") == 1)
    families: dict[str, list[str]] = {}
    # The commoner spelling is the right one; of two that are as common, the first.
    for name in sorted(places, key=lambda name: (-len(places[name]), places[name])):
        is_alone = firsts[name.partition(" ")[0]] < 2
        if not is_alone and name.count(" ") == 1 and (right := near.best_for(name)) is not None:
            if are_two(article, (name, places[name]), (right, places[right])):
                continue
            family = families[name] = families.setdefault(right, [])
            family.append(name)
            if len(family) <= _MOST_OF_ONE:
                yield _finding(article, name, right, places[name], places[right])


def _slips_of_words(
    article: Article, spared: Mapping[int, Ranges], min_letters: int, registered: tuple[str, ...]
) -> Iterator[Finding]:
    """Yield names that are nearly registered, and surnames, given names and institutions that are written in two ways.

    What is told of a place once is told.
    """
    capitals = Capitals(article, spared)
    told: list[Span] = []
    for slip in _register(registered).find(capitals) if registered else ():
        told += slip.places
        related = tuple(Related(place, f"“{slip.wrong}” again") for place in slip.places[1:6])
        values = {"name": slip.wrong, "other": slip.right}
        yield Finding(slip.places[0], values, related=related, message="registered")
    for slip in chain(
        LoneSurnames(capitals, min_letters).find(), RivalNames(capitals).find(), RivalBodies(capitals).find()
    ):
        first = slip.places[0]
        if not any(place.start < first.end and first.start < place.end for place in told):
            told += slip.places
            related = (Related(slip.right_place, f"“{slip.right}” here"),)
            related += tuple(Related(place, f"“{slip.wrong}” again") for place in slip.places[1:6])
            grade = "list" if _without_and(slip.wrong) == _without_and(slip.right) else "default"
            yield Finding(slip.places[0], {"name": slip.wrong, "other": slip.right}, grade, related)


_register = lru_cache(maxsize=16)(RegisteredNames)


class _Neighbours:
    """The names seen so far, by what is left of their surnames without one letter: slips of one another share that."""

    def __init__(self, letters: int) -> None:
        self.letters = letters
        self.ranks: dict[str, int] = {}
        self.by_rest: dict[tuple[str, str, bool, str], list[str]] = defaultdict(list)

    def best_for(self, name: str) -> str | None:
        """Return the first of the names seen before that differs from this one by a slip, and remember this one."""
        first, _, surname = name.partition(" ")
        lower = surname.lower()
        if not self.letters <= len(surname) <= _LONGEST:
            return None
        found: set[str] = set()
        self.ranks[name] = len(self.ranks)
        for rest in {lower, *(lower[:at] + lower[at + 1 :] for at in range(len(lower)))}:
            alike = self.by_rest[first, surname[0], surname.isupper(), rest]
            found.update(one for one in alike if _is_slip(one.partition(" ")[2], surname, self.letters))
            if len(alike) < _MOST_ALIKE:
                alike.append(name)
        return min(found, key=self.ranks.__getitem__, default=None)


def _suffixes(run: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield a run of capitalised words and what is left of it from the front: “On Monday Ana Roe” holds a name."""
    name = run.removesuffix("’s").removesuffix("'s")
    while " " in name:
        if not any(map(is_contraction, name.split() if "’" in name or "'" in name else ())):
            yield name, start
        rest = name.partition(" ")[2]
        start += len(name) - len(rest)
        name = rest


_BETWEEN_PARTS = pattern(r"[ -]")


@lru_cache(maxsize=4096)
def _registered(name: str) -> re.Pattern[str]:
    """A registered name with any hyphens, spaces and capitals."""
    parts = (re.escape(part) for part in _BETWEEN_PARTS.split(name))
    return pattern(rf"\b{'[ -]?'.join(parts)}\b", re.IGNORECASE)


_APOSTROPHES = str.maketrans("", "", "'’ʼʻ‘`´")


def _plain(name: str) -> str:
    """Return a name in small letters without apostrophes: which glyph or none stands there is no other spelling."""
    return name.lower().translate(_APOSTROPHES)


def _without_joints(name: str) -> str:
    return _BETWEEN_PARTS.sub("", _plain(name))


_MARKS = {ord(char): None for char in map(chr, range(128)) if not char.isalnum()}


def _letters(name: str) -> str:
    """Fold a name to its letters and digits: without hyphens, spaces, apostrophes, accents and case."""
    if name.isascii():
        return name.lower().translate(_MARKS)
    plain = unicodedata.normalize("NFKD", name)
    return "".join(filter(str.isalnum, plain.lower()))


def _without_and(name: str) -> str:
    """Return a name with “&” for “and”, of which an organisation itself uses both."""
    return _plain(name).replace(" and ", " & ").strip()


def _is_slip(one: str, other: str, letters: int) -> bool:
    """Tell whether two surnames differ by one letter in a way that typing does and grammar does not."""
    short, long = sorted((one.translate(_APOSTROPHES), other.translate(_APOSTROPHES)), key=len)
    if short == long or not (short + long).replace("-", "").isalpha():
        return False  # numbers of things, not surnames: Q3 and Q4
    if short.isupper() != long.isupper():
        return False
    if len(short) < letters or one[0] != other[0]:
        return False
    if long.startswith(short) and long[len(short) :].lower() in ("s", "n", "y", "r"):
        return False
    return _is_one_edit(short.lower(), long.lower())


def _is_one_edit(short: str, long: str) -> bool:
    """Tell whether one insertion, one other letter or one swap makes a word of another, equal or one letter longer."""
    if len(long) - len(short) > 1:
        return False
    at = first_difference(short, long)
    if len(short) == len(long):
        return short[at + 1 :] == long[at + 1 :] or is_inner_swap(short, long)
    return short[at:] == long[at + 1 :]


def _finding(article: Article, wrong: str, right: str, found: list[Place], others: list[Place]) -> Finding:
    def span(place: Place) -> Span:
        return article.blocks[place[0]].locate(place[1], min(place[2], place[1] + len(wrong)))

    related = tuple(Related(article.blocks[b].locate(s, e), f"“{right}” here") for b, s, e in others[:1])
    related += tuple(Related(span(place), f"“{wrong}” again") for place in found[1:6])
    return Finding(span(found[0]), {"name": wrong, "other": right}, related=related)


@check(placeholders=("title", "other", "count"), renamed={"minimum": "min_uses"})
def title_capitals(
    article: Article,
    scene: Scene,
    *,
    titles: Annotated[tuple[str, ...], Option("titles before names", made=_before_name)],
    min_uses: Annotated[int, Option("how often each spelling must occur before the article is inconsistent", ge=1)] = 2,
) -> Iterator[Finding]:
    """Flag formal titles before names that are capitalised here and not there, in the rarer spelling."""
    places: dict[bool, list[tuple[Span, str]]] = {True: [], False: []}
    firsts = first_parts(titles)
    for sentence in article.sentences:
        if firsts.isdisjoint(article.vocabulary(sentence.block)):
            continue
        block = article.blocks[sentence.block]
        for match in _before_name(titles).finditer(sentence.text):
            start, end = sentence.start + match.start(1), sentence.start + match.end(1)
            if match.start() == 0 or article.is_quoted(sentence.block, start, end):
                continue
            is_capital = match.group(1)[0].isupper()
            places[is_capital].append((block.locate(start, end), match.group(1)))
    if min(len(places[True]), len(places[False])) < min_uses:
        return
    rarer = len(places[True]) < len(places[False])
    (span, text), *others = places[rarer]
    other_span, other_text = places[not rarer][0]
    related = (
        Related(other_span, f"“{other_text}” here"),
        *(Related(place, f"“{word}”") for place, word in others),
    )
    yield Finding(span, {"title": text, "other": other_text, "count": len(places[not rarer])}, related=related)


@lru_cache(maxsize=256)
def _before_name(titles: tuple[str, ...]) -> re.Pattern[str]:
    known = join_words(titles)
    return pattern(rf"\b(?i:({known}))[ ](?=[A-Z][\w’'-]+)")
