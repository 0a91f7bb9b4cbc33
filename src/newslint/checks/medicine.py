"""Checks of news on medicine: risks without a measure, studies that are taken for more than they are, promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from newslint.article import Article
from newslint.checks.own_texts import Text, kept_texts
from newslint.contract import Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.medicine.animals import (
    ANIMAL_WORDS,
    FINDING_WORDS,
    find_human_claim,
    find_unsaid,
    names_people,
    tells_animals,
)
from newslint.language.medicine.cures import HYPE_WORDS, TREATING_WORDS, find_hype
from newslint.language.medicine.foods import BODY_WORDS, FOOD_WORDS, find_food_claim, has_statement
from newslint.language.medicine.preprints import PREPRINT_WORDS, find_preprint, says_unreviewed
from newslint.language.medicine.risks import RISK_WORDS, find_relative_risk, tells_absolute, tells_absolute_beside
from newslint.language.medicine.words import ILL_WORDS

_SHOWN = 5
_OPENING = 5  # texts that go with a headline
Place = tuple[Text, int, int]


def _plain(text: Text) -> str:
    return text.text.replace("\u00a0", " ")


def _places(
    article: Article,
    find: Callable[[str, int, int], tuple[int, int] | None],
    *words: frozenset[str],
) -> Iterator[tuple[int, Place]]:
    """Yield what is found in sentences of texts that have one of each set of words, outside quotations."""
    for number, (text, known) in enumerate(kept_texts(article)):
        if any(map(known.isdisjoint, words)):
            continue
        said = _plain(text)
        for start, end in text.sentences(article):
            found = find(said, start, end)
            if found is not None and not text.is_quoted(article, *found):
                yield number, (text, *found)


def _near(texts: Sequence[Text], number: int) -> str:
    """Return the texts around one; with a headline go those of the beginning."""
    is_opening = texts[number].place is None or (
        texts[number].block is not None and texts[number].text == texts[0].text
    )
    span = range(_OPENING) if is_opening else range(number - 1, number + 2)
    return " \n".join(_plain(texts[each]) for each in span if 0 <= each < len(texts))


def _tell(places: Sequence[Place], note: str) -> Iterator[Finding]:
    """Yield one finding for all places."""
    if places:
        text, start, end = places[0]
        related = tuple(Related(each.locate(first, last), note) for each, first, last in places[1 : _SHOWN + 1])
        yield Finding(text.locate(start, end), {"text": text.text[start:end]}, related=related)


@check(placeholders=("text",))
def relative_risk(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag relative risks of illness near which no absolute risk is given; those close to each other are one.

    The message may use `{text}`, the words of the risk.
    """
    texts = [text for text, _ in kept_texts(article)]
    last = -_OPENING
    for number, place in _places(article, find_relative_risk, RISK_WORDS, ILL_WORDS):
        own = texts[number]
        beside = (text for text in _near(texts, number).split(" \n") if text != _plain(own))
        is_told = tells_absolute(_plain(own)) or any(map(tells_absolute_beside, beside))
        if number - last >= _OPENING and not is_told:
            yield from _tell([place], "")
            last = number


@check(placeholders=("text",))
def unlabelled_preprint(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag preprints that are reported without saying that nobody has reviewed them, once an article.

    The message may use `{text}`, the words that show it is one.
    """
    texts = [text for text, _ in kept_texts(article)]
    places = [place for _, place in _places(article, find_preprint, PREPRINT_WORDS)]
    if places and not any(says_unreviewed(_plain(text)) for text in texts):
        yield from _tell(places, "a preprint, too")


@check(
    placeholders=("text",),
    messages={"unsaid": "“{text}” is a study’s finding, and nothing says in whom: people, animals or cells."},
)
def animal_study(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag results of animals or cells that are worded as if they were people's, and those of nobody knows whom.

    The message may use `{text}`, the words of the claim.
    """
    texts = kept_texts(article)
    lab = [text for text, words in texts if not ANIMAL_WORDS.isdisjoint(words) and tells_animals(_plain(text))]
    claims = (filter(partial(_is_beside, article), _claims(article, text, find_human_claim)) for text in lab)
    found = [place for each in claims if (place := next(each, None))]
    if not found and not _studies_people(article, texts):
        others = _claims_at_top(article, texts, lab) if lab else _claims_of_unsaid(article, texts)
        place = next(others, None)
        found = [place] if place else []
    for text, start, end in found:
        values = {"text": text.text[start:end]}
        yield Finding(text.locate(start, end), values, message=None if lab else "unsaid")


Find = Callable[[str, int, int], tuple[int, int] | None]


def _first(article: Article, text: Text, find: Find) -> Place | None:
    """Return the first claim of a text that nobody is quoted with."""
    return next(_claims(article, text, find), None)


def _claims(article: Article, text: Text, find: Find) -> Iterator[Place]:
    """Yield the claims of a text that nobody is quoted with."""
    said = _plain(text)
    for start, end in text.sentences(article):
        found = find(said, start, end)
        if found is not None and not text.is_quoted(article, *found):
            yield (text, *found)


def _is_beside(article: Article, place: Place) -> bool:
    """Tell whether the sentence of a claim, or one beside it, tells of a study of animals."""
    text, start, _ = place
    sentences = text.sentences(article)
    at = next(number for number, (first, last) in enumerate(sentences) if first <= start < last)
    near = sentences[max(0, at - 1) : at + 2]
    return tells_animals(_plain(text)[near[0][0] : near[-1][1]])


Known = Sequence[tuple[Text, frozenset[str]]]
_TOP = 4  # texts


def _studies_people(article: Article, texts: Known) -> bool:
    """Tell whether a text says of people that they were studied, outside quotations."""
    about = (text for text, words in texts if not FINDING_WORDS.isdisjoint(words))
    return any(names_people(_unquoted(article, text)) for text in about)


def _unquoted(article: Article, text: Text) -> str:
    said = _plain(text)
    for _, start, end in article.quoted_extents(text.place) if text.place is not None else ():
        said = said[:start] + " " * (end - start) + said[end:]
    return said


def _claims_at_top(article: Article, texts: Known, lab: Sequence[Text]) -> Iterator[Place]:
    """Yield what headline, summary and beginning claim of people where the article tells of animals further down."""
    for number, (text, _) in enumerate(texts):
        is_top = number < _TOP or text.place is None or (text.block is not None and text.block.role in _DIGESTS)
        if is_top and text not in lab and (place := _first(article, text, find_human_claim)):
            yield place


_DIGESTS = frozenset({"headline", "dek", "summary", "key-point", "key-points"})


def _claims_of_unsaid(article: Article, texts: Known) -> Iterator[Place]:
    """Yield what a study found where no text says in whom."""
    for text, words in texts:
        if not FINDING_WORDS.isdisjoint(words) and (place := _first(article, text, find_unsaid)):
            yield place


@check(placeholders=("text",))
def cure_hype(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag words that promise too much of a treatment in the publication's own voice, once an article.

    The message may use `{text}`, these words.
    """
    found = [
        place for _, place in _places(article, find_hype, HYPE_WORDS, TREATING_WORDS) if not _is_told(article, place)
    ]
    yield from _tell(found, "and this")


@check(placeholders=("text",))
def food_claim(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag food and supplements that are flatly said to work against an illness, once an article.

    The message may use `{text}`, these words.
    """
    texts = [text for text, _ in kept_texts(article)]
    found = [
        place
        for _, place in _places(article, find_food_claim, ILL_WORDS | BODY_WORDS, FOOD_WORDS)
        if not _is_told(article, place)
    ]
    if found and not any(has_statement(_plain(text)) for text in texts):
        yield from _tell(found, "and this")


def _is_told(article: Article, place: Place) -> bool:
    """Tell whether somebody is reported to say so."""
    text, start, end = place
    return text.place is not None and article.is_attributed(text.place, start, end)
