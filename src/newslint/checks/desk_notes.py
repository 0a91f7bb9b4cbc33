"""The check of notes that people in a newsroom leave each other in the copy, in any wording."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Annotated

from newslint.article import Article
from newslint.checks.genres import speaks_for_itself, speaks_to_readers
from newslint.checks.shared import each, either_case, is_linked, join, may_match, possible
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.newsroom.inserts import find_inserts
from newslint.newsroom.memos import find_memos, is_told, names_trade
from newslint.newsroom.remark_features import Place
from newslint.newsroom.remarks import GROUP, asks_or_reports, find_remarks, judge, rate
from newslint.newsroom.statements import is_statement
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent

_SILENT = frozenset({"code", "boilerplate"})
_LINES = frozenset({"paragraph", "heading", "caption"})
_LONGEST_NOTE = 260  # code points of a sentence
_LONGEST_LINE = 25  # words of a line, or of a sentence that says what is to come
_FEW_WORDS = 4
Spot = tuple[int, int]

# Words that an editor adds to somebody else's, and those of which such additions are made.
_FUNCTION = frozenset(
    """
    a an the and or but in on at to of for by from with as is are was were be been being had has have do does did will
    would can could may might must shall should not that this these those it its he she they his her their our my your
    him them us me we you i who whom which what when where during since until into about over under after before
    """.split()
)
_SPEAKER = pattern(r"\b(?:I|I['’]\w{1,2}|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s|[Yy]ou|[Yy]our)\b")
_CAPITALS = pattern(r"[A-Z][A-Z’'/&-]*(?:[ ][A-Z][A-Z’'/&-]*){1,12}[?!.]*")
# What explains has an article, “[a claim he denies]”, and what stands in for a fact has none.
_DETERMINERS = ("a ", "an ", "the ", "his ", "her ", "their ", "its ")
_PLAIN_WORDS = pattern(r"[a-z][a-z’'-]*(?:[ ][a-z][a-z’'-]*){0,3}")
_MARKS = " \n\t*_<>-–—([{#|/"
_OPEN = ("“", '"', "‘", "'")
_SIGNED = pattern(r"[–—-][ ]?[A-Z]{2,3}(?:[ ]\d\d?[.:]\d\d)?$")
# What makes the sentence a statement: a finite verb before what is to come.
_STATED = pattern(r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|said|says|told|expects?|plans?)\b")
_MOST_QUESTIONS = 3  # blocks of an interview
# Words that complete what somebody has said as often as they ask a colleague: “the help that they [need]”.
_COMPLETING = frozenset("need needs needed want wants get gets find finds ask asks add cut move fix missing".split())
# A box that is ticked, and a widget that its site did not fill.
_TICKED = pattern(r"\((?:check|Check|CHECK)!{1,3}\)")
_SLUG = pattern(r"\W*[a-z]{2,20}(?:-[a-z]{2,20}){1,4}\W*")
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
    tests = _Tests(
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
        found |= dict(_find_groups(article, index, tests, is_own))
        for spot, grade in page.find_inserts(index) if block.kind in _LINES and not is_own else ():
            found.setdefault(spot, grade)
        if block.kind in _LINES and len(block.text) > 1:
            ends = sorted(end for _, end in found)
            asked = tests if may_match(coming, scene, index) else unready
            whole = [*_find_sentences(article, index, asked, is_interview, is_live)]
            whole += _find_remarks(article, index, is_talk, is_own, is_live)
            if block.kind == "paragraph" and not (whole or is_own or is_live or is_interview):
                whole += page.find_memos(index)
            whole = [found_at for found_at in whole if not _is_link(article, index, found_at[0])]
            for place, grade in whole:
                if bisect(ends, place[0]) == bisect(ends, place[1]) and found.get(place) != "default":
                    found[place] = grade
        last = 0
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
            if not (_is_theirs(self.article, index, start, end) or _is_link(self.article, index, (start, end))):
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


def _is_link(article: Article, index: int, place: Spot) -> bool:
    """Tell whether a link stands in a range of a block: it leads readers somewhere, and colleagues nowhere."""
    if index not in article.linked_blocks:
        return False
    span = article.blocks[index].locate(*place)
    return any(
        link.block == index and link.span.start < span.end and span.start < link.span.end for link in article.links
    )


_LONGEST_SHOWN = 80


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


class _Tests(NamedTuple):
    """What the options say of a text."""

    addressees: re.Pattern[str]
    orders: re.Pattern[str]
    queries: re.Pattern[str]
    coming: re.Pattern[str]
    pieces: re.Pattern[str]
    plain: re.Pattern[str]

    def is_addressed(self, text: str) -> bool:
        """Tell whether a text names those whom it is for, and goes on in words, as a list of players does not."""
        found = self.addressees.match(text)
        if found is None:
            return False
        rest = text[found.end() :]
        return rest.lstrip()[:1].islower() or "note" in found[0].lower() or asks_or_reports(rest)

    def is_coming(self, text: str) -> bool:
        """Tell whether a text is no sentence and says that a piece of the copy is still to come."""
        found = self.coming.search(text)
        # What ends with a colon leads in what follows it.
        if found is None or text.count(" ") > _LONGEST_LINE or text.rstrip().endswith(":"):
            return False
        return bool(self.pieces.search(text)) and not _STATED.search(text[: found.start()])


def _find_groups(article: Article, index: int, tests: _Tests, is_own: bool) -> Iterator[tuple[Spot, str]]:
    """Yield the notes in brackets or between stars, with their grades."""
    text = article.blocks[index].text
    for match in GROUP.finditer(text) if any(map(text.__contains__, "[{<(*")) else ():
        content = match[match.lastgroup or 0].strip(_MARKS + "!")
        if not content or tests.plain.fullmatch(content) or _is_for_readers(article, index, match):
            continue
        if text[max(0, match.start() - 1) : match.start()] not in _OPEN and not _is_theirs(
            article, index, *match.span()
        ):
            if match.lastgroup == "round":
                grade = _grade_round(content, tests)
            else:
                grade = _grade_square(content, text, match.lastgroup, tests)
            if match.lastgroup != "angle" or content[:2].isupper():
                grade = grade or _grade_remark(content, "round" if match.lastgroup == "round" else "bracket", is_own)
            if match.lastgroup == "square" and not grade and _is_left_over(content, text):
                grade = "likely"
            if grade and not (grade == "likely" and _is_link(article, index, match.span())):
                yield match.span(), grade


def _is_for_readers(article: Article, index: int, match: re.Match[str]) -> bool:
    """Tell whether all words in brackets are a link, as of a citation, a box that is ticked, or a widget by itself."""
    text, (start, end) = article.blocks[index].text, match.span(match.lastgroup or 0)
    if _TICKED.fullmatch(match[0]) or (_SLUG.fullmatch(text) and match.lastgroup == "square"):
        return True
    return index in article.linked_blocks and any(
        link.block == index and link.start <= start and end <= link.end for link in article.links
    )


def _is_theirs(article: Article, index: int, start: int, end: int) -> bool:
    """Tell whether somebody else's words stand at a place, to which brackets add."""
    return article.is_quoted(index, start, end) or article.is_stated(index, start, end)


def _grade_round(content: str, tests: _Tests) -> str:
    is_note = tests.queries.match(content) or tests.is_addressed(content) or _is_coming_alone(content, tests)
    return "default" if is_note else ""


def _grade_remark(content: str, place: Place, is_own: bool) -> str:
    """Return the grade of words by what was learned; an author who talks to readers has asides in round brackets."""
    is_list = place == "round" and content.count(",") >= _LISTED
    if is_list or _OF_READERS.match(content) or content.count(" ") < _FEWEST_SPACES or _FILE.search(content):
        return ""
    is_sure = judge(content, place, "desk")
    if place == "round" and is_own:
        return ""
    if not is_sure and place == "bracket" and _FOR_READERS.match(content):
        return ""
    return "" if is_sure is None else "default" if is_sure and place != "round" else "likely"


_FEWEST_SPACES = 2  # in brackets
_LISTED = 3  # commas: things that are named one by one
# What published copy has in square brackets outside quotations, where three words or more are rare: credits and other
# names, a label and what it is of, words for readers, glosses, what is said of the text or how something was said.
_NAMES = pattern(r"(?:[A-Z0-9][\w.’'&/-]*|of|the|and|for|de|von|la|via|by|in|on|at|,|\||·|[–—-])(?:[ ,]+|\Z)")
_FOR_READERS = pattern(
    r"(?i:above|below|left|right|pictured|here)\b"
    r"|(?i:read|see|watch|listen|look|click|tap|sign up|subscribe|get|follow|learn|find|join|download|want|have you"
    r"|are you|here|also|more (?:on|from|about)|related|editor|correction|clarification|update|note|notice"
    r"|(?:full )?disclosure|disclaimer|photo|picture|image|video|audio|recording|graphic|map|chart|source|credit"
    r"|translat\w*|with|spoiler|warning|trigger|laugh\w*|applause|speaking|pause\w*|points?|in \w+,|sic|emphasis"
    r"|italics|redacted|inaudible|crosstalk|advert\w*)\b"
    r"|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) |[Tt]his (?:\w+ )?"
    r"(?i:story|article|post|version|column|piece|interview|review|author|writer|list|page|essay)\b"
)


def _is_left_over(content: str, text: str) -> bool:
    """Tell whether words in square brackets outside a quotation begin small and are none that good copy has there."""
    if (
        not content[0].islower()
        or content.count(" ") < _FEWEST_SPACES
        or _FILE.search(content)
        or "|" in content
        or text.count("[") > 1
    ):
        return False
    if _FOR_READERS.match(content) or _QUESTION_OR_ANSWER.match(text) or ": " in content[:_LABEL]:
        return False
    end = 0
    while found := _NAMES.match(content, end):
        end = found.end()
    return end < len(content.rstrip(".!?’'s"))


_LABEL = 25  # code points: “Recording: the whole speech”
_QUESTION_OR_ANSWER = pattern(r"(?:[A-Z]\w*(?: [A-Z]\w*){0,2}|[QA]) ?: ")
_OF_READERS = pattern(r"(?:editor|author|publisher)[’'s]{0,3} note\b", re.IGNORECASE)
_FILE = pattern(r"\w: ?[\w#%-]+;|\w=|--|://|\.(?:png|jpe?g|gif|webp|svg)\b")


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
    is_whole = not text[:start].strip(_MARKS) and not text[end:].strip(_MARKS)
    return is_whole or text[:start].rstrip()[-1:] in ("[", "{", "/", "~", "^", "*", "<", ">", "|", "#")


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether words are a sentence among others, or go on in one: an editor's word for what somebody meant."""
    if not _is_apart(text, start, end):
        return text[start : start + 1] not in _OPENERS or _GOES_ON.match(text, end) is not None
    return False


_OPENERS = frozenset("([{<*/~^|#")
_GOES_ON = pattern(r"(?<=[\])}])(?:[.,;:]| [a-z])")


def _is_coming_alone(content: str, tests: _Tests) -> bool:
    return content.count(" ") < _FEW_WORDS + 2 and tests.is_coming(content)


def _grade_square(content: str, text: str, kind: str | None, tests: _Tests) -> str:
    """Return the grade of words in square, curly or angle brackets or between stars, or nothing."""
    if tests.is_addressed(content) or tests.is_coming(content) or _SIGNED.search(content):
        return "default"
    if kind in ("star", "angle"):
        return "likely" if content == content.upper() and asks_or_reports(content) else ""
    return _grade_words(content, kind, tests, is_spoken=_SPEAKER.search(text) is not None)


def _grade_words(content: str, kind: str | None, tests: _Tests, *, is_spoken: bool) -> str:
    """Return the grade of words in square or curly brackets by their form; to what somebody says, words are added."""
    if is_spoken and content in _COMPLETING:
        return ""
    if tests.orders.match(content) or (content.endswith("?") and " " in content):
        return "default"
    if _CAPITALS.fullmatch(content):
        return "likely"
    is_gloss = content.startswith(_DETERMINERS) and " " in content
    if not _PLAIN_WORDS.fullmatch(content) or _FUNCTION.issuperset(content.split()) or is_spoken or is_gloss:
        return ""
    return "likely" if " " in content or tests.pieces.search(content) else ""


def _find_sentences(
    article: Article, index: int, tests: _Tests, is_interview: bool, is_live: bool
) -> Iterator[tuple[Spot, str]]:
    """Yield the sentences that name whom they are for or say what is to come, with their grades."""
    text = article.blocks[index].text
    is_line = text.count(" ") <= _LONGEST_LINE
    sentences = [(start, end, text[start:end].lstrip(_MARKS)) for start, end in article.cuts(index)]
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
