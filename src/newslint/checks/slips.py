"""Checks of slips of the keyboard: words and spaces that were typed twice."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Annotated

from newslint.article import Article
from newslint.checks.readable import SMALL_WORDS, Readable, is_english, readable
from newslint.checks.shared import SHOWN, TRANSCRIPT, as_set, is_mention
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.spelling.doubles import FRAMES, find_phrases, is_for_force, is_typed_twice
from newslint.language.spelling.table import commonness
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

_WORD = pattern(r"(?<![\w'’.&/#@-])[^\W\d_]+(?![\w'’/&@-])")
# A doubled preposition may begin a phrase of its own: “at at least one school”, “made in in excess of a year”.
_PHRASE = pattern(
    r"(?:at[ ](?:least|most|best|worst|once|times)|in[ ](?:excess|person|house|part|between|full)"
    r"|for[ ](?:free|example|sale|rent)|by[ ](?:far|and[ ]large)|on[ ](?:average|site|top)|to[ ]date|up[ ]to)\b"
)
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
    spared = as_set((*repeatable, *_SAID_TWICE_ALWAYS))
    words_of = _Words(as_set((*words, *particles)), spared, as_set(particles), as_set(verbs), is_english(article))
    is_transcript = sum(TRANSCRIPT.match(block.text) is not None for block in article.blocks) >= _FEWEST_SPEAKERS
    for text in readable(article, _READ):
        parts = article.parts(text.block) if text.block is not None else list_parts(text.text.lower())
        spoken = is_transcript and _is_turn(article, text.block)
        for repeat in _find_faults(text, parts, words_of):
            yield from _report(article, text, repeat, spoken=spoken)


class _Words(NamedTuple):
    """The words of the options: in no sentence twice, said twice for force, particles, and verbs of a newsroom."""

    certain: frozenset[str]
    spared: frozenset[str]
    particles: frozenset[str]
    verbs: frozenset[str]
    is_english: bool


def _is_turn(article: Article, index: int | None) -> bool:
    """Tell whether a block is a turn of a transcript, or goes on with one."""
    around = article.blocks[max(0, index - 2) : index + 1] if index is not None else ()
    return any(TRANSCRIPT.match(block.text) for block in around)


def _find_faults(text: Readable, parts: Sequence[str], words: _Words) -> Iterator[list[re.Match[str]]]:
    """Yield the places of the words of a text that stand twice, and of phrases that do, each as its two parts."""
    doubled = {one for one, other in pairwise(parts) if one == other}
    is_english = words.is_english or not SMALL_WORDS.isdisjoint(text.words)
    doubled = {
        word for word in doubled if word in words.certain or (is_english and (word in FRAMES or _is_common(word)))
    }
    for repeat in _find_repeats(text.text, doubled) if doubled else ():
        if _is_fault(text.text, repeat, words):
            yield repeat
    if is_english:
        yield from _find_phrases(text.text, parts)


def _is_fault(text: str, repeat: Sequence[re.Match[str]], words: _Words) -> bool:
    """Tell whether neither grammar nor force explains a word that stands twice."""
    word, start, end = repeat[0].group().lower(), repeat[0].start(), repeat[-1].end()
    before = text[max(0, start - 40) : start].split()
    last = before[-1].lower() if before else ""
    if word not in words.certain and word not in FRAMES and word in words.spared and is_for_force(word, last):
        return False
    if word in words.particles and last in words.verbs:
        return False
    return is_typed_twice(text, start, end, words.certain, words.particles)


def _find_phrases(text: str, parts: Sequence[str]) -> Iterator[list[re.Match[str]]]:
    """Yield the places of phrases that stand twice in a row, with nothing but spaces between their words."""
    found = list(find_phrases(parts))
    places = [*_PART.finditer(text)] if found else []
    if len(places) != len(parts):
        return  # a letter that is two in small letters
    for at, size in found:
        first, second = places[at : at + size], places[at + size : at + 2 * size]
        whole = _PHRASE_TWICE.fullmatch(text, first[0].start(), second[-1].end())
        if whole and all(place[0].islower() for place in (*first[1:], *second)):
            one = pattern(r".+", re.DOTALL).match(text, first[0].start(), first[-1].end())
            other = pattern(r".+", re.DOTALL).match(text, second[0].start(), second[-1].end())
            yield [each for each in (one, other) if each]


_PART = pattern(r"\w+")
_PHRASE_TWICE = pattern(r"[^\W\d_]+(?:[ ]{1,2}[^\W\d_]+){3,9}")
_READ = frozenset({"heading", "paragraph", "list-item", "quotation", "table-row", "caption"})


# What may be said twice in a row in any sentence: “She had had enough”, “gave her her book”.
_SAID_TWICE_ALWAYS = ("that", "had", "her", "him", "you", "it", "do", "did", "so", "one")
_LEAST_COMMON = 60


def _is_common(word: str) -> bool:
    """Tell whether a word is one of English, and no name or foreign word."""
    if len(word) < _SHORTEST or not word.isalpha():
        return False
    size = commonness(word)
    return size is not None and size <= _LEAST_COMMON


_SHORTEST = 3


_TWICE = 2


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
    if gap.strip() or len(gap) > _WIDEST_GAP or _PHRASE.match(text, word.start()):
        return False
    first = repeat[0].group()
    # “It It was”: no name begins so.
    is_typed = word.group() == first and first in _BEGINNING and _BEGINS.search(text, 0, repeat[0].start()) is not None
    return word.group() == first.lower() or is_typed


_BEGINNING = frozenset("It He She They We There But And If When While As In On At For To From With That Of".split())
_BEGINS = pattern(r"(?:\A|[.!?][”\"]?[ ])\Z")


def _is_letter(word: re.Match[str]) -> bool:
    """Tell whether a word is a capital that stands for a thing, which it is not at the head of a text."""
    return len(word.group()) == 1 and word.group().isupper() and word.start() > 0


_FEWEST_SPEAKERS = 3  # lines that begin with a name in capitals
_SPACED_TAGS = pattern(
    r"\s*(?:(?:[*_]{1,3}|\[|</?(?:a|b|i|em|strong|span|u|mark)(?:\s[^<>]{0,300})?>|\]\([^()\s]{0,300}\))\s*){1,4}"
)


def _report(article: Article, text: Readable, repeat: Sequence[re.Match[str]], *, spoken: bool) -> Iterator[Finding]:
    """Yield a finding unless the source keeps the words apart or they are a cry in a quotation: “Out out out!”."""
    first, last = repeat[0], repeat[-1]
    place = first.start(), last.end()
    span, again = text.locate(article, *place), text.locate(article, first.end(), last.end())
    words = [word.group() for word in repeat]
    is_quoted = text.is_quoted(article, *place)
    is_plain = article.source.slice(span).split() == " ".join(words).split()
    if text.is_code(article, *place) or not (is_plain or _is_marked_up(article, span, repeat)):
        return
    if text.block is not None and is_mention(article, text.block, *place):
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
