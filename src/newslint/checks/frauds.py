"""The check of companies that an article calls a fraud in its own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.article import Article
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.crime.frauds import (
    FRAUD_WORDS,
    find_deeds,
    find_frauds,
    is_business,
    is_decided,
    is_excused,
    is_gainful,
    is_violent,
    may_call,
)
from newslint.language.crime.story import Line, Told
from newslint.language.speech.source_words import institution_words
from newslint.patterns import pattern
from newslint.spans import Extent

_BUSINESS_FRAMES = frozenset({"robbed", "goods", "papers", "paid", "schemes", "idiom", "trade", "adverb", "noun"})
_ANY_CRIME = frozenset({"idiom", "noun"})
_NEARBY = 1


@check()
def company_called_fraud(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a company that is called a fraud, or said to cheat, in the text's own voice and without a finding."""
    story = article.crimes
    seen: set[int] = set()
    for number, lines in story.lines.items():
        if FRAUD_WORDS.isdisjoint(story.vocabulary(number)):
            continue
        for at in range(len(lines)):
            found = _labelled(article, lines, at)
            if found is not None and number not in seen:
                seen.add(number)
                yield Finding(article.locate(found))
    for told in story.told:
        if told.frame in _BUSINESS_FRAMES and told.what.passage not in seen and _is_firm(article, told):
            seen.add(told.what.passage)
            yield Finding(article.locate(told.what))


def _labelled(article: Article, lines: Sequence[Line], at: int) -> Extent | None:
    """Return what calls a company a fraud in a sentence, where nobody else says so and no court has."""
    line, story = lines[at], article.crimes
    if not may_call(line.text):
        return None
    others = (each for each in lines[max(0, at - 1) : at + 2] if each is not line)
    beside = any(name.kind == "proper" for each in others for name in story.names.find(each.text))
    near = _near(lines, at)
    clause = story.clause(line)
    found = next(find_frauds(line.text, clause, near, beside), None)
    found = found or next(find_deeds(line.text, clause, is_business(near)), None)
    if found is None or is_decided(_about(article, lines, at)):
        return None
    number, start, _ = line.extent
    place = Extent(number, start + found.start, start + found.end)
    is_real = number < len(article.blocks)
    return None if is_real and (article.is_quoted(*place) or article.is_attributed(*place)) else place


def _is_firm(article: Article, told: Told) -> bool:
    """Tell whether a deed is told of a company: a name of several words, or one in a paragraph about business."""
    if told.whom != "proper" or told.who is None:
        return False
    text = article.crimes.passages[told.what.passage].text
    name = text[told.who.start : told.who.end]
    sentence = text[told.sentence.start : told.sentence.end]
    if told.frame in _ANY_CRIME and (is_violent(sentence) or not is_gainful(sentence)):
        return False
    known = institution_words(article.lexicon)
    if not {word.lower() for word in name.split()}.isdisjoint(known["alone"] | _PUBLIC):
        return False
    return (" " in name or is_business(text)) and not (is_decided(text) or is_excused(sentence))


_PUBLIC = frozenset(
    "party government police army republic state states kingdom senate congress council nations".split()
)


_GOES_ON = pattern(
    r"(?:It|Its|They|Their|The[ ](?:company|firm|fund|bank|business|charity|scheme|outfit|broker|owners?|bosses))\b"
)


def _about(article: Article, lines: Sequence[Line], at: int) -> str:
    """Return a sentence with those around it that name the same company, or go on with “it” or “they”."""
    keys = [name.key for name in article.crimes.names.find(lines[at].text)]
    around = lines[max(0, at - _NEARBY) : at + _NEARBY + 1]
    told = [line.text for line in around if any(key in line.text for key in keys) or _GOES_ON.match(line.text)]
    return " ".join([lines[at].text, *told])


def _near(lines: Sequence[Line], at: int) -> str:
    return " ".join(line.text for line in lines[max(0, at - _NEARBY) : at + _NEARBY + 1])
