"""The check of what a chat assistant left in the copy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Annotated

from newslint.article import Article
from newslint.checks.genres import speaks_to_readers
from newslint.checks.query_strings import Addresses, named, strip
from newslint.checks.shared import either, join
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Fix
from newslint.newsroom.memos import is_told
from newslint.newsroom.remarks import find_remarks
from newslint.patterns import pattern

_SILENT = frozenset({"code", "boilerplate"})
Place = tuple[int, int, int]


@check(
    phrases=("phrases",),
    placeholders=("text",),
    renamed={"topic_hits": "min_topics"},
    searched=("openings", "remarks", "talk", "artefacts"),
    grades=("tracking", "likely"),
    fixes=("safe",),
    messages={"tracking": "The address of this link carries “{text}”, which tells sites that a chatbot led there."},
)
def assistant_residue(
    article: Article,
    scene: Scene,
    *,
    phrases: Annotated[tuple[str, ...], Option("what only an assistant says to its user")],
    openings: Annotated[tuple[str, ...], Option("what it begins a block with", pattern=_openings)] = (),
    remarks: Annotated[
        tuple[str, ...], Option("what it says of itself and to its user anywhere", pattern=_eithers)
    ] = (),
    talk: Annotated[
        tuple[str, ...], Option("what is its talk where an article speaks to nobody else", pattern=_eithers)
    ] = (),
    buttons: Annotated[tuple[str, ...], Option("captions of its buttons, all of a line", pattern=either)] = (),
    other_buttons: Annotated[tuple[str, ...], Option("captions that stand beside those", pattern=either)] = (),
    artefacts: Annotated[tuple[str, ...], Option("its citation marks anywhere in the text", pattern=_eithers)] = (),
    targets: Annotated[tuple[str, ...], Option("what it leaves in the addresses of links", pattern=either)] = (),
    topics: Annotated[tuple[str, ...], Option("words of articles about assistants", pattern=_topic)] = (),
    min_topics: Annotated[
        int, Option("from this many of them on, phrases and openings are the article's subject", ge=1)
    ] = 3,
) -> Iterator[Finding]:
    """Flag what a chat assistant said to its user and left in the copy."""
    said = [(hit.block, hit.start, hit.end) for hit in scene.hits if _is_ours(article, hit.block, hit.start, hit.end)]
    said += _matches(article, scene, openings, _opening) + _matches(article, scene, remarks, either)
    felt = dict(_find_talk(article))
    heard = _matches(article, scene, talk, either)
    if heard and is_told((block.text, article.vocabulary(index)) for index, block in article.prose_blocks()):
        felt |= dict.fromkeys(heard, False)
    if (said or felt) and _is_about(article, _topic(topics), min_topics):
        said, felt = [], {}
    marks = _matches(article, scene, artefacts, either)
    marks += _find_buttons(article, either(buttons), either(other_buttons))
    found = []
    end_of_last = (-1, -1)
    sure = {*said, *marks}
    for index, start, end in sorted({*sure, *_apart(felt, sure)}):
        if (index, start) >= end_of_last:
            block, place = article.blocks[index], (index, start, end)
            grade = "likely" if place not in sure and not felt[place] else "default"
            found.append(Finding(block.locate(start, end), {"text": block.text[start:end]}, grade))
            end_of_last = (index, end)
    found += _find_targets(article, either(targets))
    yield from sorted(found, key=lambda finding: finding.span)


def _find_talk(article: Article) -> Iterator[tuple[Place, bool]]:
    """Yield what is likely an assistant's talk to its user, and whether it surely is."""
    is_talk = speaks_to_readers(article)
    for index, block in enumerate(article.blocks):
        # An assistant that talks to its user leads readers nowhere.
        if block.kind in ("paragraph", "caption", "list-item") and index not in article.linked_blocks:
            remarks = [*find_remarks(block.text, "assistant", article.cuts(index))]
            if 2 * len(remarks) < len(article.sentences_of.get(index, ())):
                continue  # one sentence of a letter that says more
            for start, end, is_sure in remarks:
                if is_sure >= is_talk and _is_ours(article, index, start, end):
                    yield (index, start, end), is_sure


def _apart(felt: Iterable[Place], sure: set[Place]) -> Iterator[Place]:
    """Yield the places of some that touch none of others."""
    known: dict[int, list[tuple[int, int]]] = {}
    for index, start, end in sure:
        known.setdefault(index, []).append((start, end))
    for index, start, end in felt:
        if not any(first < end and start < last for first, last in known.get(index, ())):
            yield index, start, end


def _matches(
    article: Article, scene: Scene, patterns: tuple[str, ...], make: Callable[[tuple[str, ...]], re.Pattern[str]]
) -> list[Place]:
    """Return where some patterns match in the newsroom's own words."""
    if scene.impossible.issuperset(patterns):
        return []
    regex, everywhere = make(patterns), range(len(article.passages))
    possible = [one for one in patterns if one not in scene.impossible]
    live = {at for one in possible for at in scene.where.get(one, everywhere) if _may_match(article, one, at, make)}
    return [
        (index, *match.span())
        for index in sorted(live)
        for match in regex.finditer(article.passages[index].text)
        if _is_ours(article, index, *match.span())
    ]


def _may_match(article: Article, one: str, index: int, make: Callable[[tuple[str, ...]], re.Pattern[str]]) -> bool:
    """Tell whether one of some patterns matches in a block: a quick look before all of them are tried together."""
    return make((one,)).search(article.passages[index].text) is not None


_BETWEEN = pattern(r"[·•|/,\n]|\s{2,}")
_MOST_BUTTONS = 80  # code points


def _find_buttons(article: Article, own: re.Pattern[str], others: re.Pattern[str]) -> Iterator[Place]:
    """Yield the lines of captions of which one is an assistant's own."""
    for index, block in enumerate(article.blocks):
        text = block.text.strip()
        if block.kind == "code" or not text or len(text) > _MOST_BUTTONS:
            continue
        captions = [caption.strip() for caption in _BETWEEN.split(text) if caption.strip()]
        is_own = [own.fullmatch(caption) is not None for caption in captions]
        if any(is_own) and all(mine or others.fullmatch(each) for mine, each in zip(is_own, captions, strict=True)):
            yield index, 0, len(block.text)


def _find_targets(article: Article, regex: re.Pattern[str]) -> Iterator[Finding]:
    """Yield the links whose address shows that an assistant gave it."""
    places = Addresses(article)
    for link in article.links:
        match = regex.search(link.target)
        if match and link.block is not None and article.blocks[link.block].kind not in _SILENT:
            edit = strip(article, places.find(link), named(("utm_*",)))
            fix = Fix("safe", (edit,)) if edit and link.kind not in ("url", "autolink") else None
            yield Finding(link.span, {"text": match.group().lstrip("?&")}, "tracking", message="tracking", fix=fix)


@lru_cache(maxsize=256)
def _opening(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(rf"\A(?:{join(patterns)})")


def _openings(patterns: tuple[str, ...]) -> list[re.Pattern[str]]:
    return [_opening(asked) for asked in (patterns, *((one,) for one in patterns))]


def _eithers(patterns: tuple[str, ...]) -> list[re.Pattern[str]]:
    return [either(asked) for asked in (patterns, *((one,) for one in patterns))]


@lru_cache(maxsize=256)
def _topic(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(rf"\b(?:{'|'.join(words) or '(?!)'})\b")


def _is_ours(article: Article, index: int, start: int, end: int) -> bool:
    block = article.blocks[index]
    if block.kind in _SILENT or article.is_quoted(index, start, end) or article.is_code(index, start, end):
        return False
    # Words in quotation marks are mentioned, whatever the marks and however short.
    before, after = block.text[max(0, start - 2) : start], block.text[end : end + 2]
    return not (any(mark in before for mark in "“‘\"'„«") and any(mark in after for mark in "”’\"'“»…"))


def _is_about(article: Article, topic: re.Pattern[str], min_topics: int) -> bool:
    hits = 0
    for block in article.blocks:
        if block.kind not in _SILENT:
            hits += sum(1 for _ in topic.finditer(block.text))
            if hits >= min_topics:
                return True
    return False
