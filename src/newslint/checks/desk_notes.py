"""The check of notes that people in a newsroom leave each other in the copy, in any wording."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Annotated

from newslint.article import Article
from newslint.checks.desk_brackets import LONGEST_LINE, MARKS, Spot, Tests, find_groups, is_link, is_theirs
from newslint.checks.genres import speaks_for_itself, speaks_to_readers
from newslint.checks.shared import each, either_case, is_linked, join, may_match, possible
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.newsroom.inserts import find_inserts
from newslint.newsroom.memos import find_memos, is_told, names_trade
from newslint.newsroom.remarks import asks_or_reports, find_remarks, rate
from newslint.newsroom.statements import is_statement
from newslint.patterns import pattern
from newslint.spans import Extent

_SILENT = frozenset({"code", "boilerplate"})
_LINES = frozenset({"paragraph", "heading", "caption"})
_LONGEST_NOTE = 260  # code points of a sentence

_MOST_QUESTIONS = 3  # blocks of an interview
# What is promised to readers: “More on this as we learn it”.
_PROMISED = pattern(r"\W*(?:much )?(?:more|further|full(?:er)?|updates?)\b", re.IGNORECASE)
_TO_READERS = pattern(
    r"\b(?:as we|stay tuned|check back|watch this space|follow us|you(?:[’']ll| can| will)"
    r"|our (?:page|site|website|channel|feed|newsletter|blog|app))\b",
    re.IGNORECASE,
)
_CLOCK = pattern(r"\W{0,4}\d{1,2}(?:[.:]\d\d|[ ]?[ap]\.?m\b)", re.IGNORECASE)
_LEAST_ENTRIES = 3  # of a live blog, each with its time


@lru_cache(maxsize=256)
def _opening(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(join(patterns), re.IGNORECASE)


@check(placeholders=("text",), grades=("likely", "within"), searched=("marks", "coming"), finds_more=True)
def desk_note(
    article: Article,
    scene: Scene,
    *,
    marks: Annotated[tuple[str, ...], Option("marks of notes, in quotations, too", pattern=each)],
    addressees: Annotated[tuple[str, ...], Option("to whom a note is addressed at its beginning", pattern=_opening)],
    orders: Annotated[tuple[str, ...], Option("what begins a note in brackets", pattern=_opening)],
    queries: Annotated[tuple[str, ...], Option("what a note in round brackets is", pattern=_opening)],
    coming: Annotated[tuple[str, ...], Option("what says that words are still to come", pattern=either_case)],
    pieces: Annotated[tuple[str, ...], Option("what is still to come", pattern=either_case)],
    plain: Annotated[tuple[str, ...], Option("what in brackets is no note; all of it matches", pattern=either_case)],
) -> Iterator[Finding]:
    """Flag notes between those who make an article: in brackets, on a line of their own or as a sentence.

    The grade is `likely` where only their form speaks for it, and `within` where they are part of a paragraph, too.
    """
    tests = Tests(
        _opening(addressees), _opening(orders), _opening(queries),
        either_case(coming), either_case(pieces), either_case(plain),
    )  # fmt: skip
    unready = tests._replace(coming=_NEVER)
    is_interview = sum(block.text.endswith("?") for block in article.blocks) > _MOST_QUESTIONS
    is_live = sum(_CLOCK.match(block.text) is not None for block in article.blocks) >= _LEAST_ENTRIES
    is_own = speaks_for_itself(article)
    is_talk = is_interview or speaks_to_readers(article)
    page = _Page(article)
    for index, block in enumerate(article.blocks):
        if block.kind in _SILENT:
            continue
        left = possible(marks, scene, index)
        found = {match.span(): "default" for mark in left for match in mark.finditer(block.text)}
        found |= dict(find_groups(article, index, tests, is_own))
        for spot, grade in page.find_inserts(index) if block.kind in _LINES and not is_own else ():
            found.setdefault(spot, grade)
        if block.kind in _LINES and len(block.text) > 1:
            ends = sorted(end for _, end in found)
            asked = tests if may_match(coming, scene, index) else unready
            whole = [*_find_sentences(article, index, asked, is_interview, is_live)]
            whole += _find_remarks(article, index, is_talk, is_own, is_live)
            if block.kind == "paragraph" and not (whole or is_own or is_live or is_interview):
                whole += page.find_memos(index)
            whole = [found_at for found_at in whole if not is_link(article, index, found_at[0])]
            for place, grade in whole:
                if bisect(ends, place[0]) == bisect(ends, place[1]) and found.get(place) != "default":
                    found[place] = grade
        yield from _tell(article, index, found)


def _tell(article: Article, index: int, found: dict[Spot, str]) -> Iterator[Finding]:
    """Yield the findings of a block, of which none overlaps the one before."""
    block, last = article.blocks[index], 0
    for start, end in sorted(found):
        if start >= last and not article.is_code(index, start, end):
            last, grade = end, found[start, end]
            if grade == "likely" and _is_part(block.text, start, end):
                grade = "within"
            yield Finding(block.locate(start, end), {"text": _shorten(block.text[start:end])}, grade)


_NEVER = pattern(r"(?!)")
_LONGEST_MEMO = 240  # code points
_ADDRESS = pattern(r"\w[.@/_]\w")
_MOST_OF_TRADE = 3  # paragraphs that name pieces of copy
_LIKELY_ALONE = -100  # hundredths: where nothing else is spoken to anybody, a remark needs less


class _Page:
    """What is asked of an article for each short paragraph, found once and only where one is in doubt."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def is_told(self) -> bool:
        """Whether the article tells of others, and neither speaks to its readers nor gives them orders."""
        words = self.article.vocabulary
        prose = ((block.text, words(index)) for index, block in self.article.prose_blocks())
        return self.article.language_code in (None, "en") and is_told(prose)

    @cached_property
    def is_of_trade(self) -> bool:
        """Whether the article is about the making of articles, as a style guide is."""
        return sum(names_trade(block.text) for _, block in self.article.prose_blocks()) > _MOST_OF_TRADE

    def find_inserts(self, index: int) -> Iterator[tuple[Spot, str]]:
        """Yield what is put into the sentences of a paragraph for a colleague, in an article that speaks to nobody."""
        for start, end in find_inserts(self.article.blocks[index].text, self.article.vocabulary(index)):
            if not (is_theirs(self.article, index, start, end) or is_link(self.article, index, (start, end))):
                if not self.is_told:
                    return
                yield (start, end), "likely"

    def find_memos(self, index: int) -> Iterator[tuple[Spot, str]]:
        """Yield the sentences of a paragraph, or all of it, that are for a colleague: nobody else is spoken to."""
        article = self.article
        text, sentences = article.blocks[index].text, article.sentences_of.get(index, ())
        if index in article.linked_blocks or any(mark in text for mark in _QUOTED):
            return
        found = [*find_memos(text, [each[1:3] for each in sentences], article.vocabulary(index))]
        is_line = len(text) <= _LONGEST_MEMO and len(sentences) == 1 and not _ADDRESS.search(text)
        if not found and is_line and not is_statement(text) and rate(text, "line")[0] >= _LIKELY_ALONE:
            found = [(0, len(text))]
        for start, end in found:
            if self.is_told or (names_trade(text[start:end]) and not self.is_of_trade):
                yield (start, end), "likely"


_QUOTED = '“”"„«»'


_LONGEST_SHOWN = 80


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _find_remarks(
    article: Article, index: int, is_talk: bool, is_own: bool, is_live: bool
) -> Iterator[tuple[Spot, str]]:
    """Yield what has the features of a note, with its grade."""
    block = article.blocks[index]
    # A guide has orders for headings: “Check an article”.
    if is_live or block.kind == "heading":
        return
    for start, end, is_sure in find_remarks(block.text, "desk", article.cuts(index)):
        is_sure = is_sure and _is_sure_in_print(block.text, article.cuts(index), (start, end))
        if is_sure < is_talk or (
            is_own and not (_is_apart(block.text, start, end) and asks_or_reports(block.text[start:end]))
        ):
            continue
        is_told = is_statement(block.text[start:end]) or _NOTICE.match(block.text, start)
        if not (is_told or _is_said(article, index, start, end, is_live)):
            yield (start, end), "default" if is_sure else "likely"


def _is_sure_in_print(text: str, cuts: tuple[Spot, ...], place: Spot) -> bool:
    """Tell whether a remark is sure by more than a typed apostrophe, which some sites have in all of their copy."""
    if "'" not in text[slice(*place)]:
        return True
    printed = find_remarks(text.replace("'", "’"), "desk", cuts)
    return any(each.is_sure and (each.start, each.end) == place for each in printed)


# What readers are told of the text itself: “This section has been updated.”
_NOTICE = pattern(
    r"[Tt]h(?:is|e) (?:\w+ ){0,2}(?:has|have|had|was|were|is|are|will|may|can|could) "
    r"(?:(?:since|now|also|later|be|been|being) ){0,2}"
    r"(?:updated|corrected|amended|clarified|edited|revised|changed|republished|expanded|shortened)\b"
)


def _is_apart(text: str, start: int, end: int) -> bool:
    """Tell whether a remark is all of its block, or stands between marks: an author talks in sentences."""
    is_whole = not text[:start].strip(MARKS) and not text[end:].strip(MARKS)
    return is_whole or text[:start].rstrip()[-1:] in ("[", "{", "/", "~", "^", "*", "<", ">", "|", "#")


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether words are a sentence among others, or go on in one: an editor's word for what somebody meant."""
    if not _is_apart(text, start, end):
        return text[start : start + 1] not in _OPENERS or _GOES_ON.match(text, end) is not None
    return False


_OPENERS = frozenset("([{<*/~^|#")
_GOES_ON = pattern(r"(?<=[\])}])(?:[.,;:]| [a-z])")


def _find_sentences(
    article: Article, index: int, tests: Tests, is_interview: bool, is_live: bool
) -> Iterator[tuple[Spot, str]]:
    """Yield the sentences that name whom they are for or say what is to come, with their grades."""
    text = article.blocks[index].text
    is_line = text.count(" ") <= LONGEST_LINE
    sentences = [(start, end, text[start:end].lstrip(MARKS)) for start, end in article.cuts(index)]
    if not is_line and not (tests.coming.search(text) or any(tests.addressees.match(each[2]) for each in sentences)):
        return
    for start, end, sentence in sentences:
        is_open = end - start <= _LONGEST_NOTE and not (is_interview and sentence.endswith("?"))
        if (
            is_open
            and (tests.is_addressed(sentence) or tests.is_coming(sentence))
            and not _is_said(article, index, start, end, is_live)
        ):
            yield (start, end), "default" if is_line else "likely"


def _is_promise(article: Article, index: int, place: Spot, is_live: bool) -> bool:
    """Tell whether readers are promised more: in a live blog, in words for them, or behind a link."""
    text = article.blocks[index].text
    if not _PROMISED.match(text, *place):
        return False
    return is_live or _TO_READERS.search(text, *place) is not None or is_linked(article, Extent(index, *place))


def _is_said(article: Article, index: int, start: int, end: int, is_live: bool) -> bool:
    """Tell whether a sentence is for readers: somebody's words stand in it, or it promises them more."""
    text = article.blocks[index].text[start:end]
    if _is_promise(article, index, (start, end), is_live):
        return True
    return "''" in text or any(mark in text for mark in '“”"„«<') or article.is_quoted(index, start, end)
