"""Checks of what a summary or FAQ says again: facts that the body gives to a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.checks.shared import SHOWN, span_of
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.claims import is_telling
from newslint.language.units.sentences import split_sentences
from newslint.language.units.similarity import content_words

_MOST_HOLDERS = 40
_CANDIDATES = 5
_MOST_WORDS = 60
_DIGESTS = frozenset({"summary", "dek", "faq-answer"})


@check(placeholders=("source",), renamed={"least_words": "min_words", "share": "min_share", "near": "min_near"})
def dropped_attribution(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("content words that a repeat shares at least with what a source said", ge=1)] = 5,
    min_share: Annotated[float, Option("their share of the shorter of the two, at least", ge=0, le=1)] = 0.6,
    min_near: Annotated[int, Option("otherwise this many among one more neighbouring content words of both", ge=1)] = 4,
) -> Iterator[Finding]:
    """Flag what the body gives to a source and a summary or FAQ repeats as fact; once an article."""
    digest = [sentence for sentence in _digest_sentences(article) if not _is_sourced(article, sentence)]
    if not digest:
        return
    told, body = _Told(article), _own_statements(article)
    found = []
    for sentence in digest:
        words = content_words(sentence.text)[:_MOST_WORDS]
        attribution = told.repeated_by(words, min_words, min_share, min_near)
        if attribution is not None and not _is_stated(article, body, frozenset(words), min_words, min_share):
            found.append((sentence, attribution))
    if found:
        sentence, attribution = found[0]
        source, cue = attribution.source[0], attribution.cue[0]
        block = article.blocks[source.passage]
        related = [
            Related(block.locate(min(source.start, cue.start), max(source.end, cue.end)), "the body names a source")
        ]
        related += [Related(span_of(article, other), "repeated as fact too") for other, _ in found[1:SHOWN]]
        yield Finding(span_of(article, sentence), {"source": article.text_of(source)}, related=tuple(related))


def _own_statements(article: Article) -> list[tuple[Sentence, frozenset[str]]]:
    """Return the sentences of the body with their content words."""
    return [
        (sentence, frozenset(content_words(sentence.text)))
        for sentence in article.sentences
        if article.blocks[sentence.block].kind in PROSE_KINDS and article.blocks[sentence.block].role not in _DIGESTS
    ]


def _is_stated(
    article: Article,
    body: Sequence[tuple[Sentence, frozenset[str]]],
    words: frozenset[str],
    min_words: int,
    min_share: float,
) -> bool:
    """Tell whether the body says the same in its own voice, too."""
    least = max(min_words, min_share * len(words))
    return any(len(words & said) >= least and not _is_sourced(article, sentence) for sentence, said in body)


class _Told:
    """What the sources of the body say, by its content words."""

    def __init__(self, article: Article) -> None:
        self._told = list(_told(article))
        self._holders: dict[str, list[int]] = {}
        for place, (content, _) in enumerate(self._told):
            for word in set(content):
                self._holders.setdefault(word, []).append(place)

    def repeated_by(self, words: list[str], min_words: int, min_share: float, min_near: int) -> Attribution | None:
        """Return what some words repeat of those with which they share most; a word that most use tells nothing."""
        holders = (self._holders.get(word, ()) for word in set(words))
        shared = Counter(place for places in holders if len(places) <= _MOST_HOLDERS for place in places)
        for place, count in shared.most_common(_CANDIDATES):
            content, attribution = self._told[place]
            is_shared = count >= min_share * min(len(set(words)), len(set(content)))
            if count >= min_words and (is_shared or _is_near(words, content, min_near)):
                return attribution
        return None


def _is_near(words: list[str], content: list[str], near: int) -> bool:
    """Tell whether `near` words stand among one more neighbouring words in both."""
    windows = [frozenset(content[at : at + near + 1]) for at in range(max(1, len(content) - near))]
    return any(
        len(window & frozenset(words[at : at + near + 1])) >= near
        for at in range(max(1, len(words) - near))
        for window in windows
    )


def _digest_sentences(article: Article) -> Iterator[Sentence]:
    for index, block in enumerate(article.blocks):
        if block.role in _DIGESTS and block.kind not in ("heading", "boilerplate"):
            for start, end in split_sentences(block.text):
                yield Sentence(index, start, end, block.text[start:end])


def _is_sourced(article: Article, sentence: Sentence) -> bool:
    return article.has_source(sentence.block, sentence.start, sentence.end) or article.is_quoted(
        sentence.block, sentence.start, sentence.end
    )


def _told(article: Article) -> Iterator[tuple[list[str], Attribution]]:
    """Yield the content words of what each source of the body says, with its attribution."""
    for attribution in article.attributions:
        if not attribution.source or not attribution.cue or attribution.is_carried:
            continue
        cue = attribution.cue[0]
        block = article.blocks[cue.passage]
        if cue.passage != attribution.source[0].passage or block.role in _DIGESTS:
            continue
        if is_telling(block.text[cue.start : cue.end], article.lexicon):
            text = article.text_of(*attribution.content)
            yield content_words(text)[:_MOST_WORDS], attribution
