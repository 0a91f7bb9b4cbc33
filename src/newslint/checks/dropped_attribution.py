"""Flag what the body gives to a source and a summary or FAQ repeats as fact; it does not know which is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Sentence
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.claims import is_telling
from newslint.language.units.sentences import split_sentences
from newslint.language.units.similarity import content_words

_SHOWN = 8
_COMMON = 40
_CANDIDATES = 5
_LONGEST = 60
_DIGESTS = frozenset({"summary", "dek", "faq-answer"})


class Options(NamedTuple):
    """A repeat shares at least `least_words` telling words with what a source said.

    They are `share` of the shorter of the two, or `near` of them stand among `near` + 1 neighbouring telling words in
    both.
    """

    least_words: int = 5
    share: float = 0.6
    near: int = 4


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Holds the sentences of summaries and answers against what sources say in the body."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first such sentence, with what the body says as related place."""
        digest = [sentence for sentence in _digest_sentences(article) if not _is_sourced(article, sentence)]
        if not digest:
            return
        told = list(_told(article))
        found = []
        holders: dict[str, list[int]] = {}
        for place, (content, _) in enumerate(told):
            for word in set(content):
                holders.setdefault(word, []).append(place)
        for sentence in digest:
            words = content_words(sentence.text)[:_LONGEST]
            # A word that most sources use tells nothing, and would make long articles slow.
            shared = Counter(at for word in set(words) for at in holders.get(word, ()) if len(holders[word]) <= _COMMON)
            for place, count in shared.most_common(_CANDIDATES):
                content, attribution = told[place]
                if count >= self.options.least_words and self._is_repeat(words, content, count):
                    found.append((sentence, attribution))
                    break
        if found:
            sentence, attribution = found[0]
            block = article.blocks[sentence.block]
            source, cue = attribution.source[0], attribution.cue[0]
            body = article.blocks[source.passage]
            start, end = min(source.start, cue.start), max(source.end, cue.end)
            related = [Related(body.locate(start, end), "the body names a source")]
            related += [
                Related(article.blocks[other.block].locate(other.start, other.end), "repeated as fact too")
                for other, _ in found[1:_SHOWN]
            ]
            values = {"source": body.text[source.start : source.end]}
            yield Finding(block.locate(sentence.start, sentence.end), values, related=tuple(related))

    def _is_repeat(self, words: list[str], content: list[str], shared: int) -> bool:
        if shared >= self.options.share * min(len(set(words)), len(set(content))):
            return True
        near = self.options.near
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
    """Yield the telling words of what each source of the body says, with its attribution."""
    for attribution in article.attributions:
        if not attribution.source or not attribution.cue or attribution.is_carried:
            continue
        cue = attribution.cue[0]
        block = article.blocks[cue.passage]
        if cue.passage != attribution.source[0].passage or block.role in _DIGESTS:
            continue
        if is_telling(block.text[cue.start : cue.end], article.lexicon):
            text = " ".join(article.blocks[part.passage].text[part.start : part.end] for part in attribution.content)
            yield content_words(text)[:_LONGEST], attribution


CHECK = CheckType("dropped-attribution", Options, build, placeholders=("source",))
