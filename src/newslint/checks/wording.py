"""Checks that serve any rule: words and patterns to flag wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article
from newslint.checks.posts import is_beside_embed, is_in_post
from newslint.checks.shared import around, as_set, each, finds, join_fixes
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.parts import BlockKind
from newslint.patterns import pattern
from newslint.spans import Extent


@check(
    general=True,
    grades=("doubtful",),
    phrases=("phrases", "doubtful"),
    placeholders=("phrase",),
    renamed={"limit": "max_findings"},
)
def phrases(
    article: Article,
    scene: Scene,
    *,
    phrases: Annotated[tuple[str, ...], Option("what to flag, without regard to case")],
    doubtful: Annotated[tuple[str, ...], Option("what to flag with the grade `doubtful`")] = (),
    skip: Annotated[
        tuple[Literal["quoted", "attributed", "titles"], ...],
        Option("whose words are left alone, and `titles`: those of works"),
    ] = ("quoted",),
    headings: Annotated[bool, Option("whether headings are judged, too")] = False,
    max_findings: Annotated[int, Option("how many are reported in an article, at most; 0: all", ge=0)] = 0,
) -> Iterator[Finding]:
    """Flag phrases of a list in running text. The message may use `{phrase}`, the words as they are there."""

    def counts(hit: PhraseHit) -> bool:
        kind = article.blocks[hit.block].kind
        if kind not in PROSE_KINDS and not (headings and kind == "heading"):
            return False
        if "titles" in skip and _is_title(article.blocks[hit.block].text[hit.start : hit.end]):
            return False
        if "quoted" in skip and article.is_quoted(hit.block, hit.start, hit.end):
            return False
        return not ("attributed" in skip and article.is_attributed(hit.block, hit.start, hit.end))

    for hit in [hit for hit in scene.hits if counts(hit)][: max_findings or None]:
        block = article.blocks[hit.block]
        grade = "doubtful" if hit.phrase.lower() in as_set(doubtful) else "default"
        yield Finding(block.locate(hit.start, hit.end), {"phrase": block.text[hit.start : hit.end]}, grade)


def _is_title(text: str) -> bool:
    """Tell whether a phrase of several words is written as a title is, such as that of a film."""
    words = [word for word in text.split() if len(word) >= 4]
    return len(words) >= 2 and text != text.upper() and all(word[0].isupper() for word in words)


_SILENT = frozenset({"code", "boilerplate"})
_LONGEST_SENTENCE = 400  # code points to each side of a match
# A pattern that is tied to the ends of a block, or looks back at white space, has to be tried block by block.
_ANCHOR = pattern(r"(?<!\[)\^|\$(?!\{)|\\[AZ]|\(\?<[=!][^)]{0,300}(?:\\[snW]|\n)")


Made = Sequence[re.Pattern[str]]
# The patterns that may match in a block, by its number.
Live = Mapping[int, Made]
# A pattern, and what to write where it matches.
Repair = tuple[str, str]


@lru_cache(maxsize=256)
def _each_repair(repairs: tuple[Repair, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of repairs with what to write."""
    return tuple((pattern(regex), text) for regex, text in repairs)


def _try_repairs(repairs: tuple[Repair, ...]) -> None:
    """Compile the patterns of repairs; raise `re.error` where what is to be written names no group of theirs."""
    for regex, text in repairs:
        try:
            pattern(regex).sub(text, "")
        except IndexError as problem:
            raise re.error(f"`{text}`: {problem}") from problem


@check(
    general=True,
    grades=("doubtful",),
    placeholders=("text",),
    searched=("patterns", "doubtful", "english", "quoted_patterns"),
    fixes=lambda options: tuple(sort for sort in ("safe", "unsafe") if options.get(f"{sort}_repairs")),
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
    verbatim_in: Annotated[
        tuple[str, ...], Option("quotations in a block that has one of these are left alone", pattern=each)
    ] = (),
    formats: Annotated[
        tuple[Literal["markdown", "html", "text"], ...], Option("the only formats that are judged; none: all")
    ] = (),
    about: Annotated[
        tuple[str, ...], Option("with one of these in a block, its grade is `doubtful`", pattern=each)
    ] = (),
    unless: Annotated[tuple[str, ...], Option("what in its sentence makes a match right", pattern=each)] = (),
    signs: Annotated[tuple[str, ...], Option("search only files that contain one of these texts; none: all")] = (),
    skip_kinds: Annotated[tuple[BlockKind, ...], Option("kinds of blocks to leave alone")] = (),
    skip_embedded: Annotated[bool, Option("leave alone posts, and what is left of the markup of one")] = False,
    skip_linked: Annotated[bool, Option("leave alone what has a link to another page in it")] = False,
    together: Annotated[bool, Option("one finding an article, the other places related")] = False,
    safe_repairs: Annotated[
        tuple[Repair, ...],
        Option("a pattern that all of the flagged words match, and what to write for them", pattern=_try_repairs),
    ] = (),
    unsafe_repairs: Annotated[
        tuple[Repair, ...], Option("the same, where that may change what is said", pattern=_try_repairs)
    ] = (),
) -> Iterator[Finding]:
    """Flag what regular expressions match in readable text, never in code or boilerplate.

    The message may use `{text}`, the words that are flagged.
    """
    if not _is_searched(article, formats, signs):
        return
    skipped = _SILENT.union(skip_kinds)
    texts = {index: block.text for index, block in enumerate(article.blocks) if block.kind not in skipped}
    if article.language_code in (None, "en"):
        patterns += english
    live = [_live(each_set, scene, texts) for each_set in (patterns, doubtful, quoted_patterns)]
    found = [
        Finding(
            article.locate(extent),
            {"text": article.text_of(extent)},
            _grade_in(article, index, grade, about),
            fix=_repair(article, extent, safe_repairs, unsafe_repairs),
        )
        for index in sorted(set().union(*live))
        for extent, grade in _search_block(article, index, live, judge_quoted, verbatim_in)
        if not (unless and finds(each(unless), _told_around(article, index, extent)))
        and not (skip_linked and _leads_on(article, extent))
        and not (skip_embedded and _is_embedded(article, extent))
    ]
    yield from _fold(found) if together else found


def _grade_in(article: Article, index: int, grade: str, about: tuple[str, ...]) -> str:
    """Return a grade, or `doubtful` where the block is about such things and may show one on purpose."""
    return "doubtful" if any(one.search(article.blocks[index].text) for one in each(about)) else grade


def _is_verbatim(article: Article, index: int, start: int, end: int, verbatim_in: tuple[str, ...]) -> bool:
    """Tell whether words are code, or stand in a quotation that is printed as its writer typed it."""
    # The space before a sign in code is none of it.
    if article.is_code(index, start, end) or article.is_code(index, end - 1, end):
        return True
    text = article.blocks[index].text
    return any(one.search(text) for one in each(verbatim_in)) and article.is_quoted(index, start, end)


_MOST_ITEMS = 30  # of a list that a line leads in


def _lead_in(article: Article, index: int) -> str:
    """Return the end of the line that leads in a block, or the list that it is in, with a colon."""
    at = index - 1
    while at >= max(0, index - _MOST_ITEMS) and article.blocks[index].kind == article.blocks[at].kind == "list-item":
        at -= 1
    text = article.blocks[at].text.rstrip() if at >= 0 else ""
    return text[-_LONGEST_SENTENCE:] + "\n" if text.endswith(":") else ""


def _told_around(article: Article, index: int, extent: Extent) -> str:
    """Return the sentence that an extent stands in, behind what leads its block in."""
    return _lead_in(article, index) + around(article.blocks[index].text, extent.start, extent.end)


def _leads_on(article: Article, extent: Extent) -> bool:
    """Tell whether a link to another page stands in an extent: `[<a href="/report">source</a>]`."""
    if extent.passage not in article.linked_blocks:
        return False
    return any(
        link.block == extent.passage
        and extent.start <= link.start < link.end <= extent.end
        and link.target.startswith(("http://", "https://", "/"))
        for link in article.links
    )


def _is_embedded(article: Article, extent: Extent) -> bool:
    """Tell whether an extent is part of a post, or has a mark that the markup of a link or an embed left there."""
    return is_in_post(article, extent.passage) or is_beside_embed(article, article.locate(extent))


def _is_searched(article: Article, formats: Sequence[str], signs: Sequence[str]) -> bool:
    if formats and article.format not in formats:
        return False
    return not signs or any(sign in article.source.text for sign in signs)


def _fold(found: list[Finding]) -> list[Finding]:
    """Make one finding of all."""
    related = tuple(Related(other.span, f"“{other.values['text']}”") for other in found[1:])
    return [found[0]._replace(related=related, fix=join_fixes(each.fix for each in found))] if related else found


def _repair(article: Article, place: Extent, safe: tuple[Repair, ...], unsafe: tuple[Repair, ...]) -> Fix | None:
    """Return the fix of flagged words: what the first pattern says that all of them match, if markup is not between."""
    text, span = article.blocks[place.passage].text, article.locate(place)
    if article.source.slice(span) != text[place.start : place.end]:
        return None
    for applicability, repairs in (("safe", safe), ("unsafe", unsafe)):
        for regex, put in _each_repair(repairs):
            match = regex.match(text, place.start)
            if match is not None and match.end() == place.end:
                return Fix(applicability, (Edit(span.start, span.end, match.expand(put)),))
    return None


def _search_block(
    article: Article, index: int, live: Sequence[Live], judge_quoted: bool, verbatim_in: tuple[str, ...]
) -> Iterator[tuple[Extent, str]]:
    """Yield place and grade of what is flagged in a block, of two that overlap, the first.

    `live` are the patterns for what the publication says, those for what is doubtful in it, and those for quotations,
    by block.
    """
    text = article.blocks[index].text
    found: dict[tuple[int, int], str] = {}
    for made, grade in zip(live, ("default", "doubtful", "quoted"), strict=True):
        for place in _matches(made.get(index, ()), text):
            is_judged = (judge_quoted and grade != "quoted") or article.is_quoted(index, *place) == (grade == "quoted")
            if is_judged:
                found.setdefault(place, grade)
    last = 0
    for start, end in sorted(found):
        if start >= last and not _is_verbatim(article, index, start, end, verbatim_in):
            last = end
            yield Extent(index, start, end), "doubtful" if found[start, end] == "doubtful" else "default"


def _live(patterns: tuple[str, ...], scene: Scene, texts: Mapping[int, str]) -> Live:
    """Return the patterns that may match in each of some blocks: most match in none, and are not even compiled.

    Of a pattern of which nothing is known one look at all blocks is enough, unless it is tied to the ends of one.
    """
    live: dict[int, list[re.Pattern[str]]] = {}
    whole: str | None = None
    for text, made in zip(patterns, each(patterns), strict=True):
        if text in scene.impossible:
            continue
        places: Iterable[int] | None = scene.where.get(text)
        if places is None and not _ANCHOR.search(text):
            whole = "\n".join(texts.values()) if whole is None else whole
            places = None if made.search(whole) else ()
        for index in texts if places is None else places:
            if index in texts:
                live.setdefault(index, []).append(made)
    return live


def _matches(made: Made, text: str) -> Iterator[tuple[int, int]]:
    for regex in made:
        name = "flag" if "flag" in regex.groupindex else 0
        for match in regex.finditer(text):
            if match.end(name) > match.start(name):
                yield match.span(name)
