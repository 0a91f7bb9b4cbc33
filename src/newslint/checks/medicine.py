"""Checks of news on medicine: risks without a measure, studies that are taken for more than they are, promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newslint.article import Article
from newslint.checks.own_texts import Text, kept_texts
from newslint.contract import Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.medicine.animals import ANIMAL_WORDS, find_human_claim, tells_animals
from newslint.language.medicine.cures import HYPE_WORDS, TREATING_WORDS, find_hype
from newslint.language.medicine.foods import FOOD_WORDS, find_food_claim, has_statement
from newslint.language.medicine.preprints import PREPRINT_WORDS, find_preprint, says_unreviewed
from newslint.language.medicine.risks import RISK_WORDS, find_relative_risk, tells_absolute
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
        if number - last >= _OPENING and not tells_absolute(_near(texts, number)):
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


@check(placeholders=("text",))
def animal_study(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag results of animals or cells that are worded as if they were people's.

    The message may use `{text}`, the words of the claim.
    """
    for text, words in kept_texts(article):
        if ANIMAL_WORDS.isdisjoint(words) or not tells_animals(said := _plain(text)):
            continue
        for start, end in text.sentences(article):
            found = find_human_claim(said, start, end)
            if found is not None and not text.is_quoted(article, *found):
                yield from _tell([(text, *found)], "")
                break


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
        place for _, place in _places(article, find_food_claim, ILL_WORDS, FOOD_WORDS) if not _is_told(article, place)
    ]
    if found and not any(has_statement(_plain(text)) for text in texts):
        yield from _tell(found, "and this")


def _is_told(article: Article, place: Place) -> bool:
    """Tell whether somebody is reported to say so."""
    text, start, end = place
    return text.place is not None and article.is_attributed(text.place, start, end)
