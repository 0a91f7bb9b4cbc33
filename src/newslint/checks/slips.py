"""Checks of slips of the keyboard: words and spaces that were typed twice."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import SHOWN, TRANSCRIPT, as_set, is_mention
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.spelling.table import commonness
from newslint.patterns import pattern
from newslint.spans import Span

_WORD = pattern(r"(?<![\w'’.&/#@-])[^\W\d_]+(?![\w'’/&@-])")
# A doubled preposition may begin a phrase of its own: “at at least one school”, “made in in excess of a year”.
_PHRASE = pattern(
    r"(?:at[ ](?:least|most|best|worst|once|times)|in[ ](?:excess|person|house|part|between|full)"
    r"|for[ ](?:free|example|sale|rent)|by[ ](?:far|and[ ]large)|on[ ](?:average|site|top)|to[ ]date|up[ ]to)\b"
)
_SILENT = frozenset({"code", "boilerplate"})
_WIDEST_GAP = 4  # a line end with its indent


@check(grades=("quoted", "spoken"), fixes=("unsafe",), placeholders=("words", "word"))
def doubled_words(
    article: Article,
    scene: Scene,
    *,
    words: Annotated[tuple[str, ...], Option("words that no sentence has twice in a row")],
    particles: Annotated[tuple[str, ...], Option("words that may end a verb and begin what follows it")] = (),
    verbs: Annotated[tuple[str, ...], Option("verbs, before which a doubled particle is left alone")] = (),
    repeatable: Annotated[
        tuple[str, ...], Option("words that people say twice, beside those that are common ones")
    ] = (),
) -> Iterator[Finding]:
    """Flag words that stand twice in a row, also across a line end; in a quotation with grade `quoted`.

    Words of no list are flagged where they are common ones of English. In a transcript, whose lines begin with names
    of speakers, the grade is `spoken`. A script or a comment keeps words apart, and so does markup of the second alone.
    The message may use `{words}`, both of them, and `{word}`.
    """
    if article.language_code not in (None, "en"):
        return
    certain, spared = as_set((*words, *particles)), as_set((*repeatable, *_SAID_TWICE_ALWAYS))
    is_transcript = sum(TRANSCRIPT.match(block.text) is not None for block in article.blocks) >= _FEWEST_SPEAKERS
    for index, block in enumerate(article.blocks):
        parts = article.parts(index)
        doubled = {one for one, other in pairwise(parts) if one == other}
        if block.kind in _SILENT or not doubled:
            continue
        is_english = not _ENGLISH.isdisjoint(article.vocabulary(index))
        doubled = {
            word
            for word in doubled
            if word in certain or (is_english and (word in _FRAMES or _is_common(word, spared)))
        }
        for repeat in _find_repeats(block.text, doubled):
            if _is_fault(block.text, repeat, certain, particles, verbs):
                yield from _report(article, index, repeat, spoken=is_transcript)


# What may be said twice in a row in any sentence: “She had had enough”, “gave her her book”.
_SAID_TWICE_ALWAYS = ("that", "had", "her", "you", "it", "do", "did", "so", "one")
_LEAST_COMMON = 60
_ENGLISH = frozenset("the of and to is was it that for".split())


def _is_common(word: str, spared: Container[str]) -> bool:
    """Tell whether a word is one of English that nobody says twice on purpose, and no name, cry or foreign word."""
    if len(word) < _SHORTEST or word in spared or not word.isalpha():
        return False
    size = commonness(word)
    return size is not None and size <= _LEAST_COMMON


_SHORTEST = 3
# Words that are right twice, except in these frames: what follows, by the word.
_FRAMES = {
    "that": pattern(r"[ ](?:the|an?|these|those|he|she|they|we|I|there|my|his|their|our|every|each|some|any)\b"),
    "had": pattern(
        r"[ ](?:(?:been|gone|come|taken|said|made|given|become|done|already|not)\b"
        r"|[a-z]{2,30}ed[ ](?:an?|the|his|her|its|their|to)\b)"
    ),
    "no": pattern(r"[ ][a-z]"),
    "it": pattern(r"[ ](?:is|was|has|had|will|would|can|could|became|may|might|should|does|did|seems)\b"),
    "you": pattern(r"[ ][a-z]"),
}
# What must be before some of these: a clause begins there, or a verb of which nothing can come twice.
_BEFORE_FRAME = {
    "no": pattern(r"\b(?:is|was|are|were|has|have|had|with|there[’']s)[ ]\Z", re.IGNORECASE),
    "it": pattern(
        r"(?:\A|[,.;][ ]|\b(?:when|if|that|because|and|but|while|after|before|although|though|until|as)[ ])\Z"
    ),
    "you": pattern(r"(?:\A|[,.;][ ]|\b(?:when|if|because|and|but|while|after|before|although|though|until|then)[ ])\Z"),
}
# Verbs of which “to” is a part, so that a second one may begin what follows: “whom she talked to to find out”.
_WITH_TO = pattern(
    r"\b(?:talk|listen|look|refer|turn|respond|belong|point|relat|object|react|speak|write)(?:s|e?d|red|ing)?[ ]\Z"
    r"|\b(?:spoke|spoken|wrote|written|forward|close|gone|come|came|up)[ ]\Z"
)
# A noun whose clause ends in a verb, which the main verb follows: “the powers they have have grown”, “all there is is”.
_CLAUSE_BEFORE = pattern(
    r"\b(?!(?:and|but|or|that|if|when|as|because|while|so|than|since|until|for|of|to|in|on|at|by|with)\b)[a-z]{2,}[ ]"
    r"(?:he|she|it|they|we|you|I|there)[ ]\Z"
)
_VERBS = frozenset("is are was were has have had do does did can could will would may might must should said".split())
_THIS_YEAR = pattern(
    r"[ ](?:year|month|week|weekend|morning|afternoon|evening|season|spring|summer|autumn|fall|winter|time)\b"
)
_DATE = pattern(
    r"[ ](?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|spring"
    r"|summer|autumn|winter|early|late)"
)


def _is_fault(
    text: str, repeat: Sequence[re.Match[str]], certain: Container[str], particles: Sequence[str], verbs: Sequence[str]
) -> bool:
    """Tell whether no grammar explains a word that stands twice."""
    word, start, end = repeat[0].group().lower(), repeat[0].start(), repeat[-1].end()
    before = text[max(0, start - _REACH) : start]
    if word in _FRAMES:
        is_begun = word not in _BEFORE_FRAME or _BEFORE_FRAME[word].search(before) is not None
        return is_begun and _FRAMES[word].match(text, end) is not None
    if word == "to":
        return _WITH_TO.search(before) is None and _SUBJECT_CLAUSE.search(before.rstrip()) is None
    if word == "this" and _THIS_YEAR.match(text, end):
        return False
    if word in _VERBS:
        return _CLAUSE_BEFORE.search(before) is None and _SUBJECT_CLAUSE.search(before.rstrip()) is None
    if word in particles:
        return not _follows_verb(text, start, verbs) and not (_follows_ing(text, start) and _DATE.match(text, end))
    # What is said three times is meant, unless it says nothing.
    return len(repeat) == _TWICE or word in certain


_TWICE = 2


def _follows_ing(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start] == "ing "


def _find_repeats(text: str, doubled: Container[str]) -> Iterator[list[re.Match[str]]]:
    """Yield the places of words that stand twice or more in a row, the later ones in small letters.

    In “The The” or “Walla Walla” both are names, and so is a single capital letter: “vitamin A a day”.
    """
    repeat: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if repeat and _repeats(text, repeat, word):
            repeat.append(word)
            continue
        if len(repeat) > 1:
            yield repeat
        repeat = [word] if word.group().lower() in doubled and not _is_letter(word) else []
    if len(repeat) > 1:
        yield repeat


def _repeats(text: str, repeat: Sequence[re.Match[str]], word: re.Match[str]) -> bool:
    """Tell whether a word in small letters is the one before it, with nothing but a little space between them."""
    gap = text[repeat[-1].end() : word.start()]
    is_again = not gap.strip() and len(gap) <= _WIDEST_GAP and word.group() == repeat[0].group().lower()
    return is_again and _PHRASE.match(text, word.start()) is None


def _is_letter(word: re.Match[str]) -> bool:
    """Tell whether a word is a capital that stands for a thing, which it is not at the head of a text."""
    return len(word.group()) == 1 and word.group().isupper() and word.start() > 0


_FEWEST_SPEAKERS = 3  # lines that begin with a name in capitals
_SPACED_TAGS = pattern(
    r"\s*(?:(?:[*_]{1,3}|\[|</?(?:a|b|i|em|strong|span|u|mark)(?:\s[^<>]{0,300})?>|\]\([^()\s]{0,300}\))\s*){1,4}"
)


def _report(article: Article, index: int, repeat: Sequence[re.Match[str]], *, spoken: bool) -> Iterator[Finding]:
    """Yield a finding unless the source keeps the words apart or they are a cry in a quotation: “Out out out!”."""
    block = article.blocks[index]
    first, last = repeat[0], repeat[-1]
    span, again = block.locate(first.start(), last.end()), block.locate(first.end(), last.end())
    words = [word.group() for word in repeat]
    is_quoted = article.is_quoted(index, first.start(), last.end())
    is_plain = article.source.slice(span).split() == words
    if article.is_code(index, first.start(), last.end()) or not (is_plain or _is_marked_up(article, span, repeat)):
        return
    if is_mention(article, index, first.start(), last.end()):
        return
    if not is_quoted or len(words) == _TWICE:
        fix = Fix("unsafe", (Edit(again.start, again.end, ""),)) if is_plain else None
        values = {"words": " ".join(words), "word": words[0]}
        grade = "spoken" if spoken else "quoted" if is_quoted else "default"
        yield Finding(span, values, grade, fix=fix)


def _is_marked_up(article: Article, span: Span, repeat: Sequence[re.Match[str]]) -> bool:
    """Tell whether inline markup begins or ends between two words and goes beyond them: “the [the ferry](…)”."""
    source, word = article.source.text, repeat[0].group()
    gap = source[span.start + len(word) : span.end - len(word)]
    if len(repeat) > _TWICE or _SPACED_TAGS.fullmatch(gap) is None:
        return False
    is_alone_after = source[span.end : span.end + 1] in ("*", "_", "<", "]")
    is_alone_before = source[max(0, span.start - 1) : span.start] in ("*", "_", ">", "[")
    return not is_alone_after and not is_alone_before


def _follows_verb(text: str, start: int, verbs: Sequence[str]) -> bool:
    """Tell whether the word before is a verb that may take a particle: “the changes brought in in May”."""
    before = text[max(0, start - 40) : start].lower().split()
    return bool(before) and (before[-1] in verbs or before[-1].endswith(_PAST))


# A clause that is a subject and ends with its verb: “all that a bridge is is a road”.
_SUBJECT_CLAUSE = pattern(r"\b(?:what|all|whatever|who|where|as)\b[^.;:!?]{2,60}\Z", re.IGNORECASE)
_PAST = "ed"  # of verbs without number: “a cable that was shoved in in a hurry”
_REACH = 80


_DOUBLED = pattern(r"(?<=[\w,;:)’”])[ ]{2,}(?=[\w(‘“])")
_LINE = pattern(r"[^\r\n]+")
_TEXTS = frozenset({"heading", "paragraph", "list-item", "caption"})


@check(grades=("unseen",), placeholders=("around", "more"), fixes=("safe",))
def doubled_spaces(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag two spaces or more between two words of a line, once an article; those between sentences are a custom.

    The grade is `unseen` where a browser shows one space for them. A line with several such gaps has columns, and is
    left alone.
    """
    if "  " not in article.source.text or article.format == "html":
        return
    places = [
        (article.blocks[index].locate(start, end), article.blocks[index].text[max(0, start - 12) : end + 12])
        for index, block in enumerate(article.blocks)
        if block.kind in _TEXTS and "  " in block.text
        for start, end in _find_gaps(block.text)
        if not article.is_code(index, start, end)
    ]
    places = [(span, around) for span, around in places if not article.source.slice(span).strip(" ")]
    if not places:
        return
    edits = tuple(Edit(span.start, span.end, " ", part) for part, (span, _) in enumerate(places))
    related = tuple(Related(span, f"“{' '.join(around.split())}”") for span, around in places[1:SHOWN])
    more = f" ({len(places)} places)" if len(places) > 1 else ""
    values = {"around": " ".join(places[0][1].split()), "more": more}
    grade = "default" if article.format == "text" else "unseen"
    yield Finding(places[0][0], values, grade, related, fix=Fix("safe", edits))


def _find_gaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield the gaps of lines that have one; several make columns."""
    for line in _LINE.finditer(text):
        gaps = [*_DOUBLED.finditer(text, *line.span())]
        if len(gaps) == 1:
            yield gaps[0].span()
