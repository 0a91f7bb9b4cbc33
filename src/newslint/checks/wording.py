"""Checks that serve any rule: words and patterns to flag wherever they stand, and claims that nothing bears out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Sentence
from newslint.checks.nearby import names_known
from newslint.checks.shared import as_set, each, once
from newslint.checks.strays import find_stray_claims
from newslint.contract import Option, PhraseHit, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.parts import BlockKind
from newslint.patterns import pattern
from newslint.spans import Extent, Span

# The day of the news dates all that is told with it; the date of another event dates what stands beside it.
_NEWS_DAY = pattern(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?i:today|yesterday|tonight)\b"
    r"|\b(?i:this|last)[ ](?:morning|afternoon|evening|night|week)\b"
)


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
_STOPS = (". ", "! ", "? ", "\n")
_LONGEST_SENTENCE = 400  # code points to each side of a match
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
    together: Annotated[bool, Option("one finding an article, the other places related")] = False,
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
    live = [_live(each_set, scene, "\n".join(texts.values())) for each_set in (patterns, doubtful, quoted_patterns)]
    found = [
        Finding(article.locate(extent), {"text": article.text_of(extent)}, _grade_in(article, index, grade, about))
        for index in (texts if any(live) else ())
        for extent, grade in _search_block(article, index, live, judge_quoted, verbatim_in)
        if not (unless and _finds(each(unless), _lead_in(article, index) + _sentence_around(article, extent)))
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


def _sentence_around(article: Article, extent: Extent) -> str:
    """Return the sentences of a block's text that an extent stands in."""
    text = article.blocks[extent.passage].text
    begin, end = max(0, extent.start - _LONGEST_SENTENCE), extent.end + _LONGEST_SENTENCE
    first = max(text.rfind(mark, begin, extent.start) for mark in _STOPS)
    stops = [stop for mark in _STOPS if (stop := text.find(mark, extent.end, end)) >= 0]
    return text[max(first + 1, begin) : min(stops, default=end)]


def _is_searched(article: Article, formats: Sequence[str], signs: Sequence[str]) -> bool:
    if formats and article.format not in formats:
        return False
    return not signs or any(sign in article.source.text for sign in signs)


def _fold(found: list[Finding]) -> list[Finding]:
    """Make one finding of all."""
    related = tuple(Related(other.span, f"“{other.values['text']}”") for other in found[1:])
    return [found[0]._replace(related=related)] if related else found


def _search_block(
    article: Article, index: int, live: Sequence[Made], judge_quoted: bool, verbatim_in: tuple[str, ...]
) -> Iterator[tuple[Extent, str]]:
    """Yield place and grade of what is flagged in a block, of two that overlap, the first.

    `live` are the patterns for what the publication says, those for what is doubtful in it, and those for quotations.
    """
    text = article.blocks[index].text
    found: dict[tuple[int, int], str] = {}
    for made, grade in zip(live, ("default", "doubtful", "quoted"), strict=True):
        for place in _matches(made, text):
            is_judged = (judge_quoted and grade != "quoted") or article.is_quoted(index, *place) == (grade == "quoted")
            if is_judged:
                found.setdefault(place, grade)
    last = 0
    for start, end in sorted(found):
        if start >= last and not _is_verbatim(article, index, start, end, verbatim_in):
            last = end
            yield Extent(index, start, end), "doubtful" if found[start, end] == "doubtful" else "default"


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


@check(
    general=True,
    grades=("doubtful",),
    phrases=("triggers",),
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
    stray: Annotated[tuple[str, ...], Option("what to flag in sentences that are astray", pattern=each)] = (),
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
    if not scene.hits or _finds(each(unless_article), article.source.text):
        return
    excuses = excused_by if judge_quoted else ("quoted", *excused_by)

    def is_right(sentence: Sentence) -> bool:
        return _finds(each(unless), sentence.text) or _is_right_near(
            article, sentence.block, unless_paragraph, unless_near
        )

    def is_doubtful(sentence: Sentence) -> bool:
        is_known = doubtful_known and names_known(article, sentence)
        return is_known or _finds_beside(article, sentence, each(doubtful_beside))

    found: dict[str, list[tuple[Span, str]]] = {"default": [], "doubtful": []}
    graded = ("default", each(patterns)), ("doubtful", each(doubtful))
    for sentence in _sentences(article, scene.hits):
        if is_right(sentence):
            continue
        for grade, made in (*graded, (_grade_of_told(article, sentence, told), each(told))):
            places = [*_search_sentence(article, sentence, made, excuses)]
            if places and is_doubtful(sentence):
                grade = "doubtful"
            found[grade] += places
    for place in _find_astray(article, scene, each(stray), excuses):
        if place in found["doubtful"]:
            found["doubtful"].remove(place)
        if place not in found["default"]:
            found["default"].append(place)
    for grade, places in found.items():
        yield from _report(places, grade, together, min_places)


def _find_astray(article: Article, scene: Scene, made: Made, excuses: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """Yield the first match in each sentence about something of which the article tells nothing else."""
    fitting = (each for each in _sentences(article, scene.hits) if made and _finds(made, each.text))
    for sentence in find_stray_claims(article, fitting) if made else ():
        yield from [*_search_sentence(article, sentence, made, excuses)][:1]


def _grade_of_told(article: Article, sentence: Sentence, told: tuple[str, ...]) -> str:
    return "doubtful" if told and article.antecedents.has_voice_near(sentence.block) else "default"


def _report(found: Sequence[tuple[Span, str]], grade: str, together: bool, least: int) -> Iterator[Finding]:
    if len(found) < least:
        return
    for places in [found] if together else zip(found, strict=True):
        yield from (finding._replace(grade=grade) for finding in once(places))


def _is_right_near(article: Article, block: int, paragraph: tuple[str, ...], near: tuple[str, ...]) -> bool:
    if _finds(each(paragraph), article.blocks[block].text):
        return True
    return any(article.antecedents.finds(regex, block) for regex in each(near))


def _finds(made: Made, text: str) -> bool:
    return any(regex.search(text) for regex in made)


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
    return any(_finds(made, each.text) for each in beside)
