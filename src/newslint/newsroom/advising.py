"""Tell which advice is the publication's own, and where it stands: quoted, reported and past advice is others'."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import list_parts
from newslint.newsroom.voices import is_of_others
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent, Span


class OwnAdvice(NamedTuple):
    """A piece of advice in the publication's own voice: its words, its act (a verdict has none), where it stands.

    What stands in metadata alone, as a headline may, has no block (-1).
    """

    text: str
    act: str
    span: Span
    block: int
    start: int = 0
    end: int = 0


def own_advice(article: Article, matter: str) -> Iterator[OwnAdvice]:
    """Yield the advice on a matter that nobody else gives, in the order of the text."""
    yield from _in_metadata(article, matter)
    for block, found in article.advice(matter):
        place = Extent(block, found.start, found.end)
        if not _is_theirs(article, place):
            text = article.text_of(place)
            yield OwnAdvice(text, found.act, article.locate(place), *place)


def _in_metadata(article: Article, matter: str) -> Iterator[OwnAdvice]:
    """Yield the advice of a headline or summary that no block shows."""
    from newslint.language.advice.forms import find_advice
    from newslint.language.advice.matters import matter as words_of

    about = words_of(matter)
    for kind in _DIGESTS:
        element = article.find(kind)
        if element is None or element.blocks or _TOLD.search(element.text):
            continue
        at = article.block_at(element.span.start)
        if at is not None and article.blocks[at].text:
            continue
        words = frozenset(list_parts(element.text.lower()))
        is_near = any(not about.evidence.isdisjoint(article.vocabulary(at)) for at, _ in article.prose_blocks())
        for start, end in split_sentences(element.text):
            sentence = element.text[start:end]
            for found in find_advice(sentence, about, has_evidence=is_near or not about.evidence.isdisjoint(words)):
                yield OwnAdvice(sentence[found.start : found.end], found.act, element.span, -1)


_DIGESTS: tuple[ElementKind, ...] = ("headline", "dek", "summary")
# A headline that says whose words it has: “Sell your shares, minister told”, “‘Buy gold’: broker”.
_TOLD = pattern(r"[“”‘\"]|\b(?:says?|said|told|tells?|urge[ds]?|warn(?:s|ed)?|according)\b|, \w+ (?:says|told)")
_SILENT = frozenset({"boilerplate", "code", "quotation"})
# What is asked in running text, or told of others in the sentence, is no advice of the writer's.
_OTHERS = pattern(
    r"\b(?:[Aa]nalysts?|[Bb]rokers?|[Ee]conomists?|[Ee]xperts?|[Ss]trategists?|[Aa]dvis[eo]rs?|[Cc]ritics|[Bb]ankers?"
    r"|[Ss]he|[Hh]e|[Tt]hey)\s(?:\w+\s){0,3}?(?:said|says?|told|tells?|advises?|advised|argues?|argued|thinks?|thought|urges?"
    r"|urged|recommends?|recommended|believes?|believed|warned|warns?|suggests?|suggested|rates?|calls?|called|wants?|wrote)\b"
    r"|\b[Aa]ccording to\b|\b(?:told|urged|advised|encouraged|persuaded|convinced|asked|instructed|tempted|talked)\s"
    r"(?:\w+\s){0,3}?(?:to|into|that)\b|[“”\"]"
)


def _is_theirs(article: Article, place: Extent) -> bool:
    block = article.blocks[place.passage]
    if block.kind in _SILENT or is_of_others(article, place):
        return True
    if block.kind == "heading":
        return _TOLD.search(block.text) is not None
    sentence = next(
        (each for each in article.sentences_of.get(place.passage, ()) if each.start <= place.start < each.end), None
    )
    if sentence is None:
        return False
    return sentence.text.endswith("?") or _OTHERS.search(sentence.text) is not None
