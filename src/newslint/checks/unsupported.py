"""The check that serves any rule about claims that nothing bears out: patterns in sentences, and what excuses them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.checks.known_names import names_known
from newslint.checks.nearby import nearby_of
from newslint.checks.shared import each, finds, is_linked, once, possible
from newslint.checks.strays import LEAST_TOLD, find_stray_claims
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Finding
from newslint.patterns import pattern
from newslint.spans import Extent, Span

Made = Sequence[re.Pattern[str]]
# The day of the news dates all that is told with it; the date of another event dates what stands beside it.
_NEWS_DAY = pattern(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?i:today|yesterday|tonight)\b"
    r"|\b(?i:this|last)[ ](?:morning|afternoon|evening|night|week)\b"
)
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


@check(
    general=True,
    grades=("doubtful",),
    phrases=("triggers",),
    searched=("patterns", "doubtful", "told", "stray", "stray_free"),
    placeholders=("text", "more"),
    renamed={"least": "min_places"},
)
def unsupported_pattern(
    article: Article,
    scene: Scene,
    *,
    triggers: Annotated[tuple[str, ...], Option("only sentences that contain one of these phrases are searched")],
    patterns: Annotated[tuple[str, ...], Option("what to flag; a group named `flag` narrows it", pattern=each)],
    doubtful: Annotated[tuple[str, ...], Option("what to flag with the grade `doubtful`", pattern=each)] = (),
    doubtful_beside: Annotated[
        tuple[str, ...], Option("what in the sentence before or after gives any match that grade", pattern=each)
    ] = (),
    doubtful_known: Annotated[
        bool, Option("whether a match has that grade where its sentence names somebody of whom the article has told")
    ] = False,
    told: Annotated[
        tuple[str, ...], Option("what to flag, with that grade where somebody named speaks nearby", pattern=each)
    ] = (),
    doubtful_told: Annotated[
        bool, Option("whether a match has that grade where the article tells more of what its sentence is about")
    ] = False,
    stray: Annotated[tuple[str, ...], Option("what to flag in sentences that are astray", pattern=each)] = (),
    stray_told: Annotated[bool, Option("whether `stray` holds where somebody is said to have told it, too")] = False,
    stray_free: Annotated[
        tuple[str, ...], Option("what to flag in such sentences where nobody with a name tells anything", pattern=each)
    ] = (),
    unless: Annotated[tuple[str, ...], Option("what in its sentence makes a match right", pattern=each)] = (),
    unless_paragraph: Annotated[tuple[str, ...], Option("what in its paragraph does so", pattern=each)] = (),
    unless_near: Annotated[
        tuple[str, ...], Option("what does so in its paragraph, the two before or the two after", pattern=each)
    ] = (),
    unless_article: Annotated[tuple[str, ...], Option("what anywhere in the article does so", pattern=each)] = (),
    excused_by: Annotated[
        tuple[
            Literal["attributed", "source", "source-near", "interviewed", "link", "date", "date-here", "date-before"],
            ...,
        ],
        Option(
            "facts that do so: a source is reported to say it, its sentence has a source, its paragraph or the"
            " next has one, the article says what they have said of whom it tells, its paragraph has a link, a day is"
            " named in its paragraph so far or in the two before, so is one in its paragraph so far, so is one or"
            " a day of the week anywhere before it"
        ),
    ] = ("attributed",),
    judge_quoted: Annotated[bool, Option("whether quoted words are judged, too")] = False,
    together: Annotated[bool, Option("one finding an article, the other places related")] = False,
    min_places: Annotated[int, Option("an article with fewer of them is left alone", ge=1)] = 1,
) -> Iterator[Finding]:
    """Flag what patterns match in the publication's own voice, unless something near supports it.

    The message may use `{text}`, the words that are flagged, and `{more}`, which says how many there are.
    """
    if not scene.hits or finds(each(unless_article), article.source.text):
        return
    possible_in = cache(lambda asked, block: possible(asked, scene, block))
    excuses = excused_by if judge_quoted else ("quoted", *excused_by)

    def is_right(sentence: Sentence) -> bool:
        return finds(each(unless), sentence.text) or _is_right_near(
            article, sentence.block, unless_paragraph, unless_near
        )

    def is_doubtful(sentence: Sentence) -> bool:
        is_known = doubtful_known and names_known(article, sentence)
        is_told = doubtful_told and _tells_more(article, sentence)
        return is_known or is_told or _finds_beside(article, sentence, each(doubtful_beside))

    found: dict[str, list[tuple[Span, str]]] = {"default": [], "doubtful": []}
    sentences = tuple(_sentences(article, scene.hits))
    for sentence in sentences:
        for grade, asked in (("default", patterns), ("doubtful", doubtful), ("", told)):
            made = possible_in(asked, sentence.block)
            # Few sentences have a match, and what makes one right costs more to look for.
            places = [*_search_sentence(article, sentence, made, excuses)] if finds(made, sentence.text) else []
            if places and not is_right(sentence):
                found["doubtful" if is_doubtful(sentence) else grade or _grade_of_told(article, sentence)] += places
    fitting = (every for every in sentences if finds(possible_in(stray, every.block), every.text))
    fitting = (every for every in fitting if not is_right(every))
    if doubtful_known:
        fitting = (every for every in fitting if not names_known(article, every))
    for place in _find_astray(article, fitting, each(stray), excuses, told=stray_told):
        _raise(place, found)
    free = (every for every in sentences if finds(possible_in(stray_free, every.block), every.text))
    free = (every for every in free if not finds((*each(unless), *each(unless_paragraph)), every.text))
    for place in _find_unnamed(article, free, each(stray_free), excuses):
        _raise(place, found)
    for grade, places in found.items():
        yield from _report(places, grade, together, min_places)


def _find_astray(
    article: Article, sentences: Iterator[Sentence], made: Made, excuses: Sequence[str], *, told: bool
) -> Iterator[tuple[Span, str]]:
    """Yield the first match in each sentence about something of which the article tells nothing else."""
    own = ["link-here" if name == "link" else name for name in excuses]
    for sentence in find_stray_claims(article, sentences, told=told):
        yield from [*_search_sentence(article, sentence, made, own)][:1]


def _find_unnamed(
    article: Article, sentences: Iterator[Sentence], made: Made, excuses: Sequence[str]
) -> Iterator[tuple[Span, str]]:
    """Yield the first match in each such sentence in which nobody with a name tells anything."""
    # What dates the paragraph dates something else.
    own = ["link-here" if name == "link" else name for name in excuses if name not in ("attributed", "date-here")]
    is_dated = "date-here" in excuses
    for sentence in find_stray_claims(article, sentences, told=True):
        if is_dated and _DAY.search(sentence.text):
            continue
        if not nearby_of(article).is_told_by_name(sentence):
            yield from [*_search_sentence(article, sentence, made, own)][:1]


def _tells_more(article: Article, sentence: Sentence) -> bool:
    """Tell whether an article that is long enough tells more of what a sentence is about."""
    is_long = len(article.sentences) >= LEAST_TOLD
    return is_long and not any(find_stray_claims(article, (sentence,), told=True))


def _raise(place: tuple[Span, str], found: Mapping[str, list[tuple[Span, str]]]) -> None:
    """Make what was doubtful certain."""
    for other in [every for every in found["doubtful"] if _meet(every[0], place[0])]:
        found["doubtful"].remove(other)
    if not any(_meet(every[0], place[0]) for every in found["default"]):
        found["default"].append(place)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _grade_of_told(article: Article, sentence: Sentence) -> str:
    return "doubtful" if article.antecedents.has_voice_near(sentence.block) else "default"


def _report(found: Sequence[tuple[Span, str]], grade: str, together: bool, least: int) -> Iterator[Finding]:
    if len(found) < least:
        return
    for places in [found] if together else zip(found, strict=True):
        yield from (finding._replace(grade=grade) for finding in once(places))


def _is_right_near(article: Article, block: int, paragraph: tuple[str, ...], near: tuple[str, ...]) -> bool:
    if finds(each(paragraph), article.blocks[block].text):
        return True
    return any(article.antecedents.finds(regex, block) for regex in each(near))


def _search_sentence(
    article: Article, sentence: Sentence, made: Made, excuses: Sequence[str]
) -> Iterator[tuple[Span, str]]:
    """Yield place and words of what patterns match in a sentence and nothing excuses; where two overlap, the first."""
    matches = [match for regex in made for match in regex.finditer(sentence.text)]
    last = 0
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        start, end = match.span("flag" if "flag" in match.re.groupindex else 0)
        place = Extent(sentence.block, sentence.start + start, sentence.start + end)
        if last <= start < end and not any(_EXCUSES[name](article, sentence, place) for name in excuses):
            last = end
            yield article.locate(place), article.text_of(place)


_EXCUSES: Mapping[str, Callable[[Article, Sentence, Extent], bool]] = {
    "quoted": lambda article, sentence, place: article.is_quoted(*place),
    "attributed": lambda article, sentence, place: article.is_attributed(*place),
    "link": lambda article, sentence, place: sentence.block in article.linked_blocks,
    "link-here": lambda article, sentence, place: is_linked(article, place),
    "date": lambda article, sentence, place: article.antecedents.finds(_DAY, sentence.block, sentence.end),
    "date-here": lambda article, sentence, place: (
        _DAY.search(article.blocks[sentence.block].text, 0, sentence.end) is not None
    ),
    "date-before": lambda article, sentence, place: _is_dated(article, sentence),
    "interviewed": lambda article, sentence, place: _is_interviewed(article, place),
    "source-near": lambda article, sentence, place: _is_source_near(article, sentence.block),
    "source": lambda article, sentence, place: article.has_source(sentence.block, sentence.start, sentence.end),
}


def _is_dated(article: Article, sentence: Sentence) -> bool:
    """Tell whether a day stands in or near the paragraph, or a day of the week, so that of the news, in one before."""
    is_near = article.antecedents.finds(_DAY, sentence.block, sentence.end)
    return is_near or article.finds_before(_NEWS_DAY, sentence.block, sentence.end)


_MINDFUL = pattern(r"([\w’'-]+)(?: \w+)? (?:hopes?|fears?|wants?|expects?|believes?|knows|thinks|intends?)$")


def _is_interviewed(article: Article, place: Extent) -> bool:
    """Tell whether somebody speaks in the article of whose hopes and thoughts it tells: they may have said so."""
    match = _MINDFUL.match(article.text_of(place))
    return match is not None and article.antecedents.is_heard(match[1], place.passage)


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


def _is_source_near(article: Article, block: int) -> bool:
    """Tell whether a source tells something in a block or in the prose right after it."""
    near = [block, block + 1] if block + 1 < len(article.blocks) else [block]
    return any(
        article.blocks[place].kind in PROSE_KINDS and article.has_source(place, 0, len(article.blocks[place].text))
        for place in near
    )


def _finds_beside(article: Article, sentence: Sentence, made: Made) -> bool:
    """Tell whether some pattern matches in the sentence before another or after it, in its paragraph or not."""
    if not made:
        return False
    own, known = article.sentences_of.get(sentence.block, ()), article.antecedents
    at = bisect_left(own, sentence.start, key=lambda each: each.start)
    before, after = own[max(0, at - 1) : at], own[at + 1 : at + 2]
    beside = [
        *(before or (article.sentences_of[number][-1] for number in known.before(sentence.block)[:1])),
        *(after or (article.sentences_of[number][0] for number in known.after(sentence.block)[:1])),
    ]
    return any(finds(made, each.text) for each in beside)
