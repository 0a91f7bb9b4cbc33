"""Find the notes that colleagues leave in brackets or between stars, and tell them from what copy has there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article
from newslint.newsroom.remark_features import Place
from newslint.newsroom.remarks import GROUP, asks_or_reports, judge
from newslint.patterns import pattern
from newslint.records import NamedTuple

LONGEST_LINE = 25  # words of a line, or of a sentence that says what is to come
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
MARKS = " \n\t*_<>-–—([{#|/"
_OPEN = ("“", '"', "‘", "'")
_SIGNED = pattern(r"[–—-][ ]?[A-Z]{2,3}(?:[ ]\d\d?[.:]\d\d)?$")
# What makes the sentence a statement: a finite verb before what is to come.
_STATED = pattern(r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|said|says|told|expects?|plans?)\b")
# Words that complete what somebody has said as often as they ask a colleague: “the help that they [need]”.
_COMPLETING = frozenset("need needs needed want wants get gets find finds ask asks add cut move fix missing".split())
# A box that is ticked, and a widget that its site did not fill.
_TICKED = pattern(r"\((?:check|Check|CHECK)!{1,3}\)")
_SLUG = pattern(r"\W*[a-z]{2,20}(?:-[a-z]{2,20}){1,4}\W*")


def is_link(article: Article, index: int, place: Spot) -> bool:
    """Tell whether a link stands in a range of a block: it leads readers somewhere, and colleagues nowhere."""
    if index not in article.linked_blocks:
        return False
    span = article.blocks[index].locate(*place)
    return any(
        link.block == index and link.span.start < span.end and span.start < link.span.end for link in article.links
    )


class Tests(NamedTuple):
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
        if found is None or text.count(" ") > LONGEST_LINE or text.rstrip().endswith(":"):
            return False
        return bool(self.pieces.search(text)) and not _STATED.search(text[: found.start()])


def find_groups(article: Article, index: int, tests: Tests, is_own: bool) -> Iterator[tuple[Spot, str]]:
    """Yield the notes in brackets or between stars, with their grades."""
    text = article.blocks[index].text
    for match in GROUP.finditer(text) if any(map(text.__contains__, "[{<(*")) else ():
        content = match[match.lastgroup or 0].strip(MARKS + "!")
        if not content or tests.plain.fullmatch(content) or _is_for_readers(article, index, match):
            continue
        if text[max(0, match.start() - 1) : match.start()] not in _OPEN and not is_theirs(
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
            if grade and not (grade == "likely" and is_link(article, index, match.span())):
                yield match.span(), grade


def _is_for_readers(article: Article, index: int, match: re.Match[str]) -> bool:
    """Tell whether all words in brackets are a link, as of a citation, a box that is ticked, or a widget by itself."""
    text, (start, end) = article.blocks[index].text, match.span(match.lastgroup or 0)
    if _TICKED.fullmatch(match[0]) or (_SLUG.fullmatch(text) and match.lastgroup == "square"):
        return True
    return index in article.linked_blocks and any(
        link.block == index and link.start <= start and end <= link.end for link in article.links
    )


def is_theirs(article: Article, index: int, start: int, end: int) -> bool:
    """Tell whether somebody else's words stand at a place, to which brackets add."""
    return article.is_quoted(index, start, end) or article.is_stated(index, start, end)


def _grade_round(content: str, tests: Tests) -> str:
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


def _is_coming_alone(content: str, tests: Tests) -> bool:
    return content.count(" ") < _FEW_WORDS + 2 and tests.is_coming(content)


def _grade_square(content: str, text: str, kind: str | None, tests: Tests) -> str:
    """Return the grade of words in square, curly or angle brackets or between stars, or nothing."""
    if tests.is_addressed(content) or tests.is_coming(content) or _SIGNED.search(content):
        return "default"
    if kind in ("star", "angle"):
        return "likely" if content == content.upper() and asks_or_reports(content) else ""
    return _grade_words(content, kind, tests, is_spoken=_SPEAKER.search(text) is not None)


def _grade_words(content: str, kind: str | None, tests: Tests, *, is_spoken: bool) -> str:
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
