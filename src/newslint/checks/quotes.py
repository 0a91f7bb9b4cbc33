"""Checks of quotations: their wording, and who is said to have spoken them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from typing import Annotated

from newslint.article import PROSE_KINDS, Article
from newslint.checks.shared import once
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.speech.quotations import Quotation
from newslint.language.units.comparison import fold_in_place
from newslint.patterns import pattern
from newslint.spans import Extent, Span

_CHANGE = pattern(r"\[(?!sic\]|\d)[^\]\n]{0,80}\]|…|\.[ ]?\.[ ]?\.")


@check(placeholders=("changes",), renamed={"least": "min_changes", "words": "words_per_change"})
def altered_quotation(
    article: Article,
    scene: Scene,
    *,
    min_changes: Annotated[int, Option("how many insertions and omissions are reported", ge=1)] = 3,
    words_per_change: Annotated[int, Option("only with at least one change for this many words", ge=1)] = 15,
) -> Iterator[Finding]:
    """Flag quotations that were changed in several places."""
    for quotation in article.quotations:
        block = article.blocks[quotation.inner.passage]
        if block.kind not in PROSE_KINDS:
            continue
        changes = len(_CHANGE.findall(block.text, quotation.inner.start, quotation.inner.end))
        if changes >= min_changes and quotation.words <= changes * words_per_change:
            yield Finding(block.locate(quotation.inner.start, quotation.inner.end), {"changes": changes})


_WORD = pattern(r"\w+(?:'\w+)*")
# What an editor may change inside a quotation openly: “[he]”, “…”.
_MARKED = pattern(r"\[|\]|…|\.\.\.|\. \. \.")
_MOST_HOLDERS = 8
_MOST_WORDS = 80
_MOST_LETTERS = 120


# A correction quotes the mistake on purpose.
_CORRECTION = pattern(
    r"\b(?:[Cc]orrect(?:ion|ed)|an (?:earlier|previous) version|editing error|mis(?:stated|quoted|spelled))\b"
)


@check(placeholders=("other",), renamed={"likeness": "min_similarity"})
def quotation_variant(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter quotations are not compared", ge=1)] = 5,
    min_similarity: Annotated[float, Option("how similar two versions must be, from 0 to 1", ge=0, le=1)] = 0.8,
) -> Iterator[Finding]:
    """Flag two versions of one quotation in an article, at the later one."""
    known: list[tuple[list[str], int]] = []
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, quotation in enumerate(article.quotations):
        if not _is_compared(article, quotation, min_words):
            continue
        words = _words_of(article.text_of(quotation.inner))
        runs = _runs_of(words)
        shared = Counter(place for run in holders.keys() & runs for place in holders[run][:_MOST_HOLDERS])
        for place, _ in shared.most_common(3):
            other, first = known[place]
            if _is_variant(words, other, min_similarity, _Pair(article, first, number)):
                yield _tell_variant(article, quotation, article.quotations[first])
                break
        for run in runs:
            holders.setdefault(run, []).append(len(known))
        known.append((words, number))


_SHORT = 7  # words


def _runs_of(words: list[str]) -> set[tuple[str, ...]]:
    """Return the runs of words by which versions find one another: of three, and of two in a short quotation."""
    runs: set[tuple[str, ...]] = set(zip(words, words[1:], words[2:], strict=False))
    return runs | set(pairwise(words)) if len(words) <= _SHORT else runs


def _words_of(text: str) -> list[str]:
    """Return the words of a quotation as they compare, also where a template has references to characters."""
    if "&" in text:
        from html import unescape

        text = unescape(text)
    return _WORD.findall(fold_in_place(text).replace("`", "'"))[:_MOST_WORDS]


def _is_compared(article: Article, quotation: Quotation, min_words: int) -> bool:
    """Tell whether a quotation is long enough, whole, in running text, and not openly changed."""
    if quotation.words < min_words:
        return False
    block = article.blocks[quotation.inner.passage]
    if (
        _CORRECTION.search(block.text)
        or not quotation.is_closed
        or block.kind == "heading"
        or block.role in ("headline", "dek")
    ):
        return False
    return not _MARKED.search(article.text_of(quotation.inner))


class _Pair:
    """Two quotations of an article, by their numbers."""

    def __init__(self, article: Article, first: int, second: int) -> None:
        self._article = article
        self._numbers = first, second
        self._both = article.quotations[first], article.quotations[second]

    @property
    def is_apart(self) -> bool:
        """Whether they stand in two paragraphs: two in one are mostly held against each other on purpose."""
        first, second = self._both
        return first.inner.passage != second.inner.passage

    @property
    def has_name(self) -> bool:
        """Whether one of them is a name or a title."""
        return any(each.role != "speech" for each in self._both)

    @property
    def has_two_speakers(self) -> bool:
        """Whether they are two people's of whom each is named, and not where the other speaks."""
        first, second = (self._names(number) for number in self._numbers)
        texts = (self._article.blocks[each.extent.passage].text for each in self._both)
        there, here = (set(_CAPITALISED.findall(text)) for text in texts)
        return bool(first and second) and first.isdisjoint(here) and second.isdisjoint(there)

    def _names(self, number: int) -> set[str]:
        block = self._article.quotations[number].extent.passage
        told = [each for each in self._article.attributions_of.get(block, ()) if each.quotation == number]
        texts = [self._article.text_of(*each.source) for each in told if each.source_kind == "named"]
        return {name for text in texts for name in _CAPITALISED.findall(text)}


_CAPITALISED = pattern(r"\b[A-Z]\w+")
_MOST_CHANGED = 2  # words


def _is_variant(words: list[str], other: list[str], min_similarity: float, pair: _Pair) -> bool:
    short, long = sorted((words, other), key=len)
    if short == long or " ".join(short) in " ".join(long) or not pair.is_apart:
        return False
    if pair.has_name and not _has_small_changes(words, other):
        return False
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, other, words, autojunk=False)
    if matcher.ratio() < min_similarity:
        return False
    changes = [(other[a:b], words[c:d]) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]
    replaced = [(one, two) for one, two in changes if one and two]
    if replaced and all(_is_number(one) != _is_number(two) for one, two in replaced):
        return False  # “the 4th”, “the fourth”: a number in digits and in words
    if len(changes) == 1 and max(map(len, changes[0])) <= _MOST_CHANGED:
        return not pair.has_two_speakers
    # Formulas of a speech (“I will fight for …”) differ in their content words, versions in how they are put.
    return all(_is_alike(one, two) for one, two in replaced)


def _is_number(words: list[str]) -> bool:
    return all(word[0].isdigit() for word in words)


_SMALL = 3  # letters
_MOST_SMALL = 2
_FEWEST_EQUAL = 4


def _has_small_changes(words: list[str], other: list[str]) -> bool:
    """Tell whether two names differ by a small word or two only: “Capital of Salt” and “Capital of Ships” are two."""
    counts, others = Counter(words), Counter(other)
    odd = [*(counts - others).elements()], [*(others - counts).elements()]
    are_small = all(len(some) <= _MOST_SMALL and all(len(word) <= _SMALL for word in some) for some in odd)
    return are_small and (counts & others).total() >= _FEWEST_EQUAL


def _is_alike(one: list[str], two: list[str]) -> bool:
    """Tell whether two stretches of words are forms of the same words: “will” and “'ll”, “go” and “going”."""
    # Letters are compared each with each; what is longer is not a word, and its beginning is enough.
    first, second = " ".join(one)[:_MOST_LETTERS], " ".join(two)[:_MOST_LETTERS]
    from difflib import SequenceMatcher

    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.4


def _tell_variant(article: Article, quotation: Quotation, first: Quotation) -> Finding:
    block, before = article.blocks[quotation.inner.passage], article.blocks[first.inner.passage]
    told = before.text[first.inner.start : first.inner.end].rstrip(" .,;:—–-")
    said = block.text[quotation.inner.start : quotation.inner.end]
    end = quotation.inner.start + len(said.rstrip(" .,!?;:—–-"))
    span = block.locate(quotation.inner.start, end)
    related = Related(before.locate(first.inner.start, first.inner.end), "the other version")
    return Finding(span, {"other": told if len(told) <= 80 else told[:79].rstrip() + "…"}, related=(related,))


_NAMING_REACH = 120
# Words that name the term instead of using it: “the so-called …”, “a method dubbed …”.
_NAMED = pattern(
    r"\b(?:so-called|called|known as|termed|dubbed|nicknamed|named|titled|labell?ed|described|describes|referred to"
    r"|refers to|calls?|words?|phrase|term|meaning|means|stands for|the (?:song|film|book|show)|coined)\b[^.;]{0,60}$"
)


@check(placeholders=("text", "more"), renamed={"most_words": "max_words"})
def scare_quotes(
    article: Article,
    scene: Scene,
    *,
    max_words: Annotated[int, Option("longer quotations are not looked at", ge=1)] = 2,
) -> Iterator[Finding]:
    """Flag a word or two in quotation marks, in lower case, that nobody is said to have used; once an article."""
    short = [(q.extent, article.text_of(q.inner)) for q in article.quotations if q.words <= max_words]
    uses = Counter(text.lower().strip(" .,") for _, text in short)
    sourced = cache(lambda block: _sourced_sentences(article, block))
    found: list[tuple[Span, str]] = []
    for extent, text in short:
        block = article.blocks[extent.passage]
        if block.kind not in PROSE_KINDS or not text[:1].islower() or uses[text.lower().strip(" .,")] > 1:
            continue
        start = _sentence_at(article, extent.passage, extent.start)
        before = max(start, extent.start - _NAMING_REACH)
        if start not in sourced(extent.passage) and not _NAMED.search(block.text, before, extent.start):
            found.append((article.locate(extent), text))
    yield from once(found)


def _sentence_at(article: Article, block: int, place: int) -> int:
    """Return where the sentence begins that holds a place of a block's text."""
    sentences = article.sentences_of.get(block, ())
    at = bisect_right(sentences, place, key=lambda sentence: sentence.start) - 1
    return sentences[at].start if at >= 0 else 0


def _sourced_sentences(article: Article, block: int) -> set[int]:
    """Return the beginnings of a block's sentences in which some source speaks, thinks or does."""
    return {
        _sentence_at(article, block, place)
        for attribution in article.attributions_of.get(block, ())
        for part in (*attribution.content, *attribution.cue)
        for place in (part.start, part.end - 1)
    }


_MOST_NAMES = 60
_FULL_NAME = pattern(r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+|al|bin|de|van|von|da|del|la)){0,3} [A-Z][\w’'-]+")
# “The Courier’s Ana Roe” says who she is.
_OWNED = pattern(r"['’]s? ")
# What introduces somebody before or after the name, wherever in the article the name stands.
_TOLD_BEFORE = pattern(r"(?:[a-z]{3}|[A-Z][a-z]*\.|[’']s [\w -]+|President|Senator|Minister|Governor|Mayor)[ ]$")
_TOLD_AFTER = pattern(r"['’]s\b|,? (?:who|whose|from|of|at|with|a|an|the|\d)\b|, | \(|:| [-—–]")
_SAYING_BEFORE = pattern(
    r"\b(?:said|says|told|tells|added|adds|and|but|that|as|to|by|with|for|when|after|from|than|of|in)[ ]$"
)


@check(placeholders=("name", "more"), renamed={"most": "max_places"})
def undescribed_speaker(
    article: Article,
    scene: Scene,
    *,
    max_places: Annotated[int, Option("how many speakers a finding shows, at most", ge=1)] = 8,
) -> Iterator[Finding]:
    """Flag somebody who is quoted or tells something without a word on who they are; once an article."""
    passages = [passage.text for passage in article.passages]
    found = [
        (article.locate(extent), name)
        for name, extent in islice(_first_named(article).items(), _MOST_NAMES)
        if article.has_source(extent.passage, max(0, extent.start - 40), extent.end + 40)
        and not _is_introduced(name, passages, extent.passage, extent.start)
    ]
    if found:
        (span, name), *others = found
        related = tuple(Related(place, f"“{other}”") for place, other in others[: max_places - 1])
        more = f", and {len(others)} more" if others else ""
        yield Finding(span, {"name": name, "more": more}, related=related)


def _first_named(article: Article) -> dict[str, Extent]:
    """Return the full names of speakers of whom their attribution says no more, each with its first place."""
    names: dict[str, Extent] = {}
    for attribution in article.attributions:
        if attribution.source_kind != "named" or attribution.source_has_role or attribution.is_carried:
            continue
        extent = attribution.source[0]
        name = article.text_of(extent)
        if (
            article.blocks[extent.passage].kind in PROSE_KINDS
            and _FULL_NAME.fullmatch(name)
            and not _OWNED.search(name)
        ):
            names.setdefault(name, extent)
    return names


def _is_introduced(name: str, passages: list[str], number: int, start: int) -> bool:
    """Tell whether the name, or its last part, stands somewhere with words that may say who that is."""
    surname = name.split()[-1]
    for index, text in enumerate(passages):
        at = text.find(surname)
        while at >= 0:
            is_full = text.endswith(name, 0, at + len(surname))
            begin = at + len(surname) - len(name) if is_full else at
            if index < number or (index == number and begin < start):
                return True
            before, after = text[max(0, begin - 40) : begin], text[at + len(surname) : at + len(surname) + 12]
            if _TOLD_AFTER.match(after) or (_TOLD_BEFORE.search(before) and not _SAYING_BEFORE.search(before)):
                return True
            at = text.find(surname, at + 1)
    return False
