"""Checks that serve any rule: words and patterns to flag wherever they stand, and claims that nothing bears out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.checks.shared import each, once
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.parts import BlockKind
from newslint.patterns import pattern


@check(general=True, phrases=("phrases",), placeholders=("phrase",), renamed={"limit": "max_findings"})
def phrases(
    article: Article,
    scene: Scene,
    *,
    phrases: Annotated[tuple[str, ...], Option("what to flag, without regard to case")],
    skip: Annotated[tuple[Literal["quoted", "attributed"], ...], Option("whose words are left alone")] = ("quoted",),
    headings: Annotated[bool, Option("whether headings are judged, too")] = False,
    max_findings: Annotated[int, Option("how many are reported in an article, at most; 0: all", ge=0)] = 0,
) -> Iterator[Finding]:
    """Flag phrases of a list in running text. The message may use `{phrase}`, the words as they are there."""

    def counts(hit: PhraseHit) -> bool:
        kind = article.blocks[hit.block].kind
        if kind not in PROSE_KINDS and not (headings and kind == "heading"):
            return False
        if "quoted" in skip and article.is_quoted(hit.block, hit.start, hit.end):
            return False
        return not ("attributed" in skip and article.is_attributed(hit.block, hit.start, hit.end))

    for hit in [hit for hit in scene.hits if counts(hit)][: max_findings or None]:
        block = article.blocks[hit.block]
        yield Finding(block.locate(hit.start, hit.end), {"phrase": block.text[hit.start : hit.end]})


_SILENT = frozenset({"code", "boilerplate"})
# A pattern that is tied to the ends of a block, or looks back at white space, has to be tried block by block.
_ANCHOR = pattern(r"(?<!\[)\^|\$(?!\{)|\\[AZ]|\(\?<[=!][^)]{0,300}(?:\\[snW]|\n)")


Made = Sequence[re.Pattern[str]]


@check(
    general=True,
    grades=("doubtful",),
    placeholders=("text",),
    searched=("patterns", "doubtful", "english", "quoted_patterns"),
)
def patterns(
    article: Article,
    scene: Scene,
    *,
    patterns: Annotated[tuple[str, ...], Option("what to flag; a group named `flag` narrows it", pattern=each)],
    doubtful: Annotated[tuple[str, ...], Option("what to flag with the grade `doubtful`", pattern=each)] = (),
    english: Annotated[tuple[str, ...], Option("what to flag in English, or in no known language", pattern=each)] = (),
    quoted_patterns: Annotated[tuple[str, ...], Option("what to flag in quotations", pattern=each)] = (),
    judge_quoted: Annotated[bool, Option("whether the other patterns hold in quotations, too")] = False,
    formats: Annotated[
        tuple[Literal["markdown", "html", "text"], ...], Option("the only formats that are judged; none: all")
    ] = (),
    signs: Annotated[tuple[str, ...], Option("search only files that contain one of these texts; none: all")] = (),
    skip_kinds: Annotated[tuple[BlockKind, ...], Option("kinds of blocks to leave alone")] = (),
    together: Annotated[bool, Option("one finding an article, the other places related")] = False,
) -> Iterator[Finding]:
    """Flag what regular expressions match in readable text, never in code or boilerplate.

    The message may use `{text}`, the words that are flagged.
    """
    if formats and article.format not in formats:
        return
    if signs and not any(sign in article.source.text for sign in signs):
        return
    is_english = (article.language or "en").partition("-")[0].lower() == "en"
    sets = (patterns, english if is_english else (), doubtful, quoted_patterns)
    judged = [
        (index, block)
        for index, block in enumerate(article.blocks)
        if block.kind not in _SILENT and block.kind not in skip_kinds
    ]
    text = "\n".join(block.text for _, block in judged)
    *live, quoted = [_live(each_set, scene, text) for each_set in sets]
    own = list(zip(live, ("default", "default", "doubtful"), strict=True))
    if not quoted and not any(live for live, _ in own):
        return
    found = [
        Finding(block.locate(start, end), {"text": block.text[start:end]}, grade)
        for index, block in judged
        for start, end, grade in _search_block(article, index, own, quoted, judge_quoted)
    ]
    if together and len(found) > 1:
        related = tuple(Related(other.span, f"“{other.values['text']}”") for other in found[1:])
        found = [found[0]._replace(related=related)]
    yield from found


def _search_block(
    article: Article, index: int, own: Sequence[tuple[Made, str]], quoted: Made, judge_quoted: bool
) -> list[tuple[int, int, str]]:
    """Return start, end and grade of what is flagged in a block; of two that overlap, the first."""
    text = article.blocks[index].text
    found: dict[tuple[int, int], str] = {}
    for live, grade in own:
        for start, end in _matches(live, text):
            if judge_quoted or not article.is_quoted(index, start, end):
                found.setdefault((start, end), grade)
    for start, end in _matches(quoted, text):
        if article.is_quoted(index, start, end):
            found.setdefault((start, end), "default")
    kept: list[tuple[int, int, str]] = []
    for (start, end), grade in sorted(found.items()):
        if (not kept or start >= kept[-1][1]) and not article.is_code(index, start, end):
            kept.append((start, end, grade))
    return kept


def _live(patterns: tuple[str, ...], scene: Scene, text: str) -> Made:
    """Return the patterns that may match in some block: most match in none, and one look at all of them is enough.

    Those that cannot match are not even compiled.
    """
    possible = [made for one, made in zip(patterns, each(patterns), strict=True) if one not in scene.impossible]
    return [one for one in possible if _ANCHOR.search(one.pattern) or one.search(text)]


def _matches(made: Made, text: str) -> Iterator[tuple[int, int]]:
    for regex in made:
        name = "flag" if "flag" in regex.groupindex else 0
        for match in regex.finditer(text):
            if match.end(name) > match.start(name):
                yield match.span(name)


_DAY = pattern(
    r"""
      \b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b
    | \b(?i:today|yesterday|tonight|earlier[ ]in[ ]the[ ]day)\b
    | \b(?i:this|last)[ ](?:morning|afternoon|evening|night|week|month|year)\b
    | \b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.[ ]\d | \b(?:1[89]|20)\d\d\b
    | \b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b
    """,
    re.VERBOSE,
)


@check(general=True, phrases=("triggers",), placeholders=("text", "more"), renamed={"least": "min_places"})
def unsupported_pattern(
    article: Article,
    scene: Scene,
    *,
    triggers: Annotated[tuple[str, ...], Option("only sentences that contain one of these phrases are searched")],
    patterns: Annotated[tuple[str, ...], Option("what to flag; a group named `flag` narrows it", pattern=each)],
    unless: Annotated[tuple[str, ...], Option("what in its sentence makes a match right", pattern=each)] = (),
    unless_paragraph: Annotated[tuple[str, ...], Option("what in its paragraph does so", pattern=each)] = (),
    unless_article: Annotated[tuple[str, ...], Option("what anywhere in the article does so", pattern=each)] = (),
    excused_by: Annotated[
        tuple[Literal["attributed", "source", "source-near", "link", "date"], ...],
        Option(
            "facts that do so: a source is reported to say it, its sentence has a source, its paragraph or the"
            " next has one, its paragraph has a link, a day is named in its paragraph so far or in the one before"
        ),
    ] = ("attributed",),
    judge_quoted: Annotated[bool, Option("whether quoted words are judged, too")] = False,
    together: Annotated[bool, Option("one finding an article, the other places related")] = False,
    min_places: Annotated[int, Option("an article with fewer of them is left alone", ge=1)] = 1,
) -> Iterator[Finding]:
    """Flag what patterns match in the publication's own voice, unless something near supports it.

    The message may use `{text}`, the words that are flagged, and `{more}`, which says how many there are.
    """
    if not scene.hits or any(regex.search(article.source.text) for regex in each(unless_article)):
        return
    around = cache(lambda block: _surroundings(article, block, each(unless_paragraph)))

    def is_excused(sentence: Sentence, start: int, end: int) -> bool:
        block = sentence.block
        if not judge_quoted and article.is_quoted(block, start, end):
            return True
        if "attributed" in excused_by and article.is_attributed(block, start, end):
            return True
        if "link" in excused_by and block in article.linked_blocks:
            return True
        day, is_excused_by_words = around(block)
        if is_excused_by_words or ("date" in excused_by and day < sentence.end):
            return True
        if "source-near" in excused_by and _is_source_near(article, block):
            return True
        return "source" in excused_by and article.has_source(block, sentence.start, sentence.end)

    found = []
    excuses, regexes = each(unless), each(patterns)
    for sentence in _sentences(article, scene.hits):
        if not any(regex.search(sentence.text) for regex in excuses):
            block = article.blocks[sentence.block]
            found += [
                (block.locate(start, end), block.text[start:end])
                for start, end in _search_sentence(sentence, regexes, is_excused)
            ]
    if len(found) < min_places:
        return
    for places in [found] if together else [[place] for place in found]:
        yield from once(places)


def _search_sentence(
    sentence: Sentence, made: Made, is_excused: Callable[[Sentence, int, int], bool]
) -> Iterator[tuple[int, int]]:
    """Yield what patterns match in a sentence, as a range of its block; of two that overlap, the first."""
    matches = [match for regex in made for match in regex.finditer(sentence.text)]
    last = 0
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        start, end = match.span("flag" if "flag" in match.re.groupindex else 0)
        start, end = sentence.start + start, sentence.start + end
        if last <= start < end and not is_excused(sentence, start, end):
            last = end
            yield start, end


def _surroundings(article: Article, block: int, unless: Made) -> tuple[int, bool]:
    """Return from where on a day is known in a paragraph, and whether the paragraph excuses all."""
    text = article.blocks[block].text
    match = _DAY.search(text)
    known = match.start() if match else len(text) + 1
    if _DAY.search(_text_before(article, block)):
        known = -1
    return known, any(regex.search(text) for regex in unless)


def _sentences(article: Article, hits: Sequence[PhraseHit]) -> Iterator[Sentence]:
    """Yield each sentence that holds a hit, in order."""
    places: dict[int, list[int]] = {}
    for hit in hits:
        places.setdefault(hit.block, []).append(hit.start)
    for sentence in article.sentences:
        starts = places.get(sentence.block)
        if starts:
            at = bisect_left(starts, sentence.start)
            if at < len(starts) and starts[at] < sentence.end:
                yield sentence


def _text_before(article: Article, block: int) -> str:
    """Return the text of the block before, if that is prose too."""
    before = article.blocks[block - 1] if block else None
    return before.text if before is not None and before.kind in PROSE_KINDS else ""


def _is_source_near(article: Article, block: int) -> bool:
    """Tell whether a source tells something in a block or in the prose right after it."""
    near = [block, block + 1] if block + 1 < len(article.blocks) else [block]
    return any(
        article.blocks[place].kind in PROSE_KINDS and article.has_source(place, 0, len(article.blocks[place].text))
        for place in near
    )
