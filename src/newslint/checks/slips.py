"""Checks of slips of the keyboard: words and spaces that were typed twice."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import SHOWN, TRANSCRIPT
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.patterns import pattern

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
) -> Iterator[Finding]:
    """Flag words of a list that stand twice in a row, also across a line end; in a quotation with grade `quoted`.

    In a transcript, whose lines begin with the names of speakers, the grade is `spoken`.

    Words that the source keeps apart with markup, a script or a comment are left alone.
    The message may use `{words}`, both of them, and `{word}`.
    """
    if article.language_code not in (None, "en"):
        return
    doubled = {*words, *particles}
    is_transcript = sum(TRANSCRIPT.match(block.text) is not None for block in article.blocks) >= _FEWEST_SPEAKERS
    for index, block in enumerate(article.blocks):
        parts = article.parts(index)
        if block.kind in _SILENT or doubled.isdisjoint(one for one, other in pairwise(parts) if one == other):
            continue
        for repeat in _find_repeats(block.text, doubled):
            if repeat[0].group().lower() not in particles or not _follows_verb(block.text, repeat[0].start(), verbs):
                yield from _report(article, index, repeat, is_spoken=is_transcript)


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


def _report(article: Article, index: int, repeat: Sequence[re.Match[str]], *, is_spoken: bool) -> Iterator[Finding]:
    """Yield a finding unless markup keeps the words apart or they are a cry in a quotation: “Out out out!”."""
    block = article.blocks[index]
    first, last = repeat[0], repeat[-1]
    span, again = block.locate(first.start(), last.end()), block.locate(first.end(), last.end())
    words = [word.group() for word in repeat]
    is_quoted = article.is_quoted(index, first.start(), last.end())
    if article.source.slice(span).split() != words or article.is_code(index, first.start(), last.end()):
        return
    if not is_quoted or len(words) == 2:
        fix = Fix("unsafe", (Edit(again.start, again.end, ""),))
        values = {"words": " ".join(words), "word": words[0]}
        grade = "spoken" if is_spoken else "quoted" if is_quoted else "default"
        yield Finding(span, values, grade, fix=fix)


def _follows_verb(text: str, start: int, verbs: Sequence[str]) -> bool:
    """Tell whether the word before is a verb that may take a particle: “the changes brought in in May”."""
    if text.startswith(("is", "Is"), start) and _SUBJECT_CLAUSE.search(text, max(0, start - 80), start):
        return True
    before = text[max(0, start - 40) : start].lower().split()
    return bool(before) and (before[-1] in verbs or before[-1].endswith(_PAST))


# A clause that is a subject and ends with its verb: “all that a bridge is is a road”.
_SUBJECT_CLAUSE = pattern(r"\b(?:what|all|whatever|who|where|as)\b[^.;:!?]{2,60}\Z", re.IGNORECASE)
_PAST = "ed"  # of verbs without number: “a cable that was shoved in in a hurry”


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
