"""The check of advice that calls for a notice, such as on money or health."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article
from newslint.checks.shared import SHOWN, either, keys, phrase_keys
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.comparison import comparison_key
from newslint.newsroom.advising import own_advice
from newslint.newsroom.fulfilment.notices import find_notices
from newslint.patterns import pattern
from newslint.spans import Extent, Span


@check(
    general=True,
    phrases=("advice", "notices"),
    searched=("patterns",),
    finds_more=True,
    placeholders=("advice",),
    renamed={"least": "min_places"},
)
def duty_notice(
    article: Article,
    scene: Scene,
    *,
    advice: Annotated[tuple[str, ...], Option("phrases of advice")],
    notices: Annotated[tuple[str, ...], Option("phrases that count as the notice, outside quotations")],
    patterns: Annotated[tuple[str, ...], Option("advice, searched sentence by sentence", pattern=either)] = (),
    matter: Annotated[
        Literal["", "investing", "health"], Option("a matter of which advice is told by its grammar")
    ] = "",
    parts: Annotated[tuple[str, ...], Option("parts of notices of which one fulfils the duty in any words")] = (),
    min_places: Annotated[int, Option("how many pieces of advice call for a notice", ge=1)] = 1,
) -> Iterator[Finding]:
    """Flag a text that advises, in its own voice, without the notice that such advice needs; once an article.

    The message may use `{advice}`, the first piece of advice.
    """
    said = phrase_keys(notices)
    advised = (hit for hit in scene.hits if hit.phrase not in said and article.blocks[hit.block].kind in _ADVISING)
    told = _own(article, [Extent(*hit[:3]) for hit in advised])
    warned = _own(article, _find_advice(article, scene, patterns))
    told += warned
    told += [(piece.span, piece.text) for each in _PARTS.get(matter, (matter,)) for piece in own_advice(article, each)]
    found = [*_apart(sorted(told))]
    if len(found) >= min_places and not _is_fulfilled(article, scene, said, parts, [span for span, _ in warned]):
        related = tuple(Related(span, "more advice") for span, _ in found[1:6])
        yield Finding(found[0][0], {"advice": found[0][1]}, related=related)


def _is_fulfilled(
    article: Article, scene: Scene, said: frozenset[str], parts: tuple[str, ...], against: list[Span]
) -> bool:
    """Tell whether a notice is given outside of quotations, and not in words that deny it: “no need to ask”."""
    noted = (Extent(*hit[:3]) for hit in scene.hits if hit.phrase in said)
    places = [place for place in noted if not article.is_quoted(*place)]
    found = (notice.place for part in parts for notice in find_notices(article, part))
    return any(
        place is None or not any(_overlap(article.locate(place), span) for span in against)
        for place in (*places, *found)
    )


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


# What a matter consists of, by the files of its words.
_PARTS: Mapping[str, tuple[str, ...]] = {"": (), "health": ("remedies", "treatments")}


_ADVISING = PROSE_KINDS | {"heading"}


def _own(article: Article, places: Iterable[Extent]) -> list[tuple[Span, str]]:
    """Return the places of what advises, and its words; those of others are left out."""
    return [(article.locate(place), article.text_of(place)) for place in places if not _is_theirs(article, *place)]


def _apart(told: list[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Yield pieces of advice in order without those that begin in another; the longest of several that begin alike."""
    last = -1
    for span, text in sorted(told, key=lambda piece: (piece[0].start, -piece[0].end)):
        if span.start >= last:
            last = span.end
            yield span, text


def _find_advice(article: Article, scene: Scene, patterns: tuple[str, ...]) -> Iterator[Extent]:
    """Yield the first piece of advice of each sentence in the blocks in which one of some patterns may match."""
    advising = either(patterns)
    for sentence in chain.from_iterable(map(article.sentences_of.__getitem__, _may_match(article, scene, patterns))):
        match = advising.search(sentence.text)
        if match and match.start() < match.end():
            yield Extent(sentence.block, sentence.start + match.start(), sentence.start + match.end())


def _may_match(article: Article, scene: Scene, patterns: tuple[str, ...]) -> Iterable[int]:
    """Return the blocks of prose in which some pattern may match, in order."""
    some = [each for each in patterns if each not in scene.impossible]
    if not all(map(scene.where.__contains__, some)):
        return article.sentences_of
    blocks = {block for each in some for block in scene.where[each]}
    return sorted(blocks & article.sentences_of.keys())


def _is_theirs(article: Article, block: int, start: int, end: int) -> bool:
    return article.is_quoted(block, start, end) or article.is_attributed(block, start, end)


_TO_THE_READER = pattern(r"\b(?:you|your|in practice)\b")
_LEAD_END = pattern(r"[:|–—]")


@check(phrases=("phrases",), placeholders=("what",), renamed={"share": "min_share"})
def unlabelled_analysis(
    article: Article,
    scene: Scene,
    *,
    headings: Annotated[tuple[str, ...], Option("beginnings of headings that announce an analysis")],
    labels: Annotated[tuple[str, ...], Option("labels that declare one")],
    phrases: Annotated[tuple[str, ...], Option("words that interpret")],
    min_share: Annotated[float, Option("the share of sentences that interpret, at least", ge=0, le=1)] = 0.2,
    min_sentences: Annotated[int, Option("how many sentences interpret, at least", ge=1)] = 6,
) -> Iterator[Finding]:
    """Flag interpretation in a piece that does not say it interprets: by its headings, or by how much of it does."""
    if _is_no_report(article, keys(labels)):
        return
    openings = tuple(keys(headings))
    announcing = [block for block in article.blocks if block.kind == "heading" and _announces(block.text, openings)]
    sentences = _interpreting(article, scene.hits)
    if announcing:
        first, *others = announcing
        related = tuple(Related(block.span, f"“{block.text}”") for block in others)
        related += tuple(Related(span, "interprets") for span in sentences[: SHOWN - len(others)])
        yield Finding(first.whole, {"what": f"“{first.text.strip()}”"}, related=related)
    elif len(sentences) >= max(min_sentences, min_share * len(article.sentences)):
        what = f"{len(sentences)} of {len(article.sentences)} sentences interpret, and nobody is named for it"
        related = tuple(Related(span, "interprets") for span in sentences[1:SHOWN])
        yield Finding(sentences[0], {"what": what}, related=related)


def _is_no_report(article: Article, labels: frozenset[str]) -> bool:
    """Tell whether a label declares an analysis, or blocks of code show a manual."""
    texts = [element.value or element.text for element in article.find_all("label")]
    if article.headline:
        texts.append(_LEAD_END.split(article.headline.text)[0])
    is_labelled = any(comparison_key(text, "words") in labels for text in texts)
    return is_labelled or any(block.kind == "code" for block in article.blocks)


def _announces(text: str, openings: tuple[str, ...]) -> bool:
    if text.rstrip().endswith(":"):
        return False  # the label of a box
    plain = comparison_key(text, "words")
    # “What this means for you” serves the reader with advice rather than with a view.
    return plain.startswith(openings) and not _TO_THE_READER.search(plain)


def _interpreting(article: Article, hits: Iterable[PhraseHit]) -> list[Span]:
    """Return the spans of the phrases that interpret in the publication's own voice, one a sentence."""
    found: dict[tuple[int, int], Span] = {}
    for hit in hits:
        if article.is_quoted(hit.block, hit.start, hit.end) or article.is_attributed(hit.block, hit.start, hit.end):
            continue
        for sentence in article.sentences_of.get(hit.block, ()):
            if sentence.start <= hit.start < sentence.end:
                span = article.blocks[hit.block].locate(hit.start, hit.end)
                found.setdefault((hit.block, sentence.start), span)
    return list(found.values())
