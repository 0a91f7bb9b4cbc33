"""The check of what a text promises, offers or lets slip in its own voice, and of the notices that this calls for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import zip_longest
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article
from newslint.checks.own_texts import Text, block_text, kept_texts
from newslint.checks.shared import SHOWN
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.meetings.said import Said, read_said
from newslint.language.units.words import list_parts
from newslint.newsroom.fulfilment.notices import is_said
from newslint.newsroom.offers.frames import offers
from newslint.newsroom.voices import is_of_others
from newslint.records import NamedTuple
from newslint.spans import Extent, Span

_KINDS = PROSE_KINDS | {"heading", "caption"}
Frame = Literal["guarantee", "past", "crypto", "urgency", "holding", "bet", "income", "gift"]
# What is missing, in the words of messages.
_NAMES = {
    "past-performance": "that past returns prove nothing",
    "capital-risk": "that money may be lost",
    "age-limit": "the age limit",
    "gambling-help": "where to find help",
    "holdings": "what the author owns",
    "gift": "who paid for it",
    "ad-label": "that it is advertising",
    "commission": "what the links pay",
    "no-advice": "that it is not advice",
    "ask-adviser": "whom to ask",
}


class _Offer(NamedTuple):
    """Where a text says something of a frame, and its words."""

    span: Span
    text: str


@check(general=True, placeholders=("text", "missing", "more"))
def own_offer(
    article: Article,
    scene: Scene,
    *,
    frame: Annotated[Frame, Option("what is promised, offered or let slip")],
    parts: Annotated[
        tuple[str, ...],
        Option("parts of notices that it calls for, alternatives joined by a bar; none: it may not stand"),
    ] = (),
) -> Iterator[Finding]:
    """Flag what a text promises, offers or lets slip in its own voice without the notices for it; once an article.

    The message may use `{text}`, the first place's words; `{missing}`, what no notice says; and `{more}`, how many
    places there are.
    """
    found = [*_find(article, frame)]
    missing = [part for part in parts if not is_said(article, *part.split("|"))] if found else []
    if found and (missing or not parts):
        related = tuple(Related(offer.span, f"“{offer.text}”") for offer in found[1:SHOWN])
        more = f" ({len(found)} places)" if len(found) > 1 else ""
        names = " and ".join(_NAMES[part.partition("|")[0]] for part in missing)
        yield Finding(found[0].span, {"text": found[0].text, "missing": names, "more": more}, related=related)


def _find(article: Article, frame: Frame) -> Iterator[_Offer]:
    """Yield where an article says something of a frame in its own voice, in the order of the source."""
    known = offers()
    found: list[_Offer] = []
    for place in article.candidates(known, frame):
        block, words = article.blocks[place], article.vocabulary(place)
        near = partial(_words_around, article, place)
        if block.kind in _KINDS and known.possible(frame, words, near, block.text):
            found += _in_text(article, block_text(article, place), frame, near)
    for text, words in kept_texts(article):
        if text.place is None and known.possible(frame, words, words.copy, text.text):
            found += _in_text(article, text, frame, words.copy)
    yield from sorted(found)


def _words_around(article: Article, place: int) -> frozenset[str]:
    """Return the words of a block and of those beside it."""
    around = range(max(0, place - 1), min(len(article.blocks), place + 2))
    return frozenset().union(*map(article.vocabulary, around))


def _in_text(article: Article, text: Text, frame: Frame, near: Callable[[], frozenset[str]]) -> Iterator[_Offer]:
    for start, end in text.sentences(article):
        sentence = text.text[start:end]
        possible = offers().possible(frame, _words(article, text, start, end), near, sentence)
        said = read_said(sentence) if possible else None
        met = said and offers().find_of(possible, said, _around(article, text, start))
        if not said or not met:
            continue
        first, last = start + said.places[met[0]][0], start + said.places[met[1]][1]
        if not _is_theirs(article, text, first, last):
            if end - start <= _SHORT:
                first, last = start, start + len(text.text[start:end].rstrip(_STOPS))
            yield _Offer(text.locate(first, last), text.text[first:last])


def _words(article: Article, text: Text, start: int, end: int) -> frozenset[str]:
    """Return the words of a sentence; those of a block's are kept for the other frames."""
    if text.place is None:
        return frozenset(list_parts(text.text[start:end].lower()))
    return article.vocabulary_in(text.place, start, end)


_SHORT = 90  # code points of a sentence that is shown as a whole
_STOPS = ".!?:;, \n"


def _is_theirs(article: Article, text: Text, first: int, last: int) -> bool:
    if text.place is None:
        return text.is_quoted(article, first, last)
    return is_of_others(article, Extent(text.place, first, last))


def _around(article: Article, text: Text, start: int) -> Callable[[], Iterable[Said]]:
    """Return what reads the other sentences of a text and of those beside it, the nearest first."""

    def read() -> Iterator[Said]:
        place = text.place
        if place is None:
            return
        before, after = _sides(article, place, start)
        for pair in zip_longest(before, after, fillvalue=""):
            yield from (read_said(sentence) for sentence in pair)

    return read


def _sides(article: Article, place: int, start: int) -> tuple[list[str], list[str]]:
    """Return the sentences before and after one, of its block and of the blocks beside it, the nearest first."""
    own = article.sentences_of.get(place, ())
    before = [*article.sentences_of.get(place - 1, ()), *(each for each in own if each.start < start)]
    after = [*(each for each in own if each.start > start), *article.sentences_of.get(place + 1, ())]
    return [each.text for each in reversed(before)], [each.text for each in after]
