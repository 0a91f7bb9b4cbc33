"""Find the quotations of running text, and tell speech from terms and titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.speech.passages import Extent, Passage
from newslint.language.speech.quotation_marks import MARK, WORD, Scan, has_angled_pair, may_close, read_scan
from newslint.patterns import pattern
from newslint.records import NamedTuple

__all__ = ["Extent", "Passage", "Quotation", "ends_with_speaker", "find_quotations", "find_unbalanced", "may_close"]

_TITLE_NOUNS = frozenset(
    "book novel film movie song album show series play essay article op-ed column report memoir poem painting "
    "exhibition documentary podcast programme program episode magazine opera musical drama sitcom single track "
    "paper study thesis lecture entitled titled headlined called dubbed named version bestseller hit comedy "
    "game photograph photo cartoon ballad anthem hymn soundtrack thriller autobiography biography piece".split()
)


class Quotation(NamedTuple):
    """Hold one outermost quotation; a quotation inside it is part of it."""

    extent: Extent
    """The quotation with its marks."""
    inner: Extent
    """The quotation without its marks."""
    mark: str
    """The opening mark."""
    is_closed: bool
    """Whether a closing mark was found in the same passage."""
    continues: int | None
    """The quotation that this one carries on by the running-quotation convention: one of a paragraph before, or the one
    right before it in a text that lost its paragraphs."""
    words: int
    """The number of words between the marks."""
    role: str
    """speech, term (a contested or technical term, a short phrase) or title (of a work)."""


class Marks(NamedTuple):
    """Hold what the quotation marks of some passages are."""

    quotations: list[Quotation]
    """The outermost quotations in reading order."""
    stray: list[Extent]
    """The closing marks that close nothing."""


def find_quotations(passages: Sequence[Passage]) -> list[Quotation]:
    """Return the outermost quotations of all passages in reading order (see `read_marks`)."""
    return read_marks(passages).quotations


def read_marks(passages: Sequence[Passage]) -> Marks:
    """Read the quotation marks of all passages.

    Recognises straight, curly, single, doubled single, angled and low marks and the corner brackets of Japanese. Angled
    marks are read where the passages have a pair of them. A passage that opens a quotation without closing it carries
    on in the next one that begins with an opening mark, across headings, captions and one short line that is no prose.
    """
    has_angled = any(has_angled_pair(passage.text) for passage in passages)
    found: list[Quotation] = []
    stray: list[Extent] = []
    running: int | None = None
    for number, passage in enumerate(passages):
        text = passage.text
        scan = read_scan(passage, has_angled=has_angled, runs_on="" if running is None else found[running].mark)
        stray += [Extent(number, start, end) for start, end in scan.stray]
        if running is not None and _stands_between(passage):
            found += _quotations(number, text, scan, None, len(found))
            continue
        found += _quotations(number, text, scan, running, len(found))
        running = None
        if scan.found and not found[-1].is_closed and found[-1].extent.end >= len(text.rstrip()):
            running = len(found) - 1
    return Marks(found, stray)


def _quotations(number: int, text: str, scan: Scan, carried: int | None, first: int) -> Iterator[Quotation]:
    """Yield the quotations of a passage, of which the `first` has that index in the article.

    One at the beginning of the passage carries on the one that is `carried`, and one that opens where another was left
    open behind a sentence carries that one on.
    """
    left_open = 0
    for index, (start, inner, inner_end, end, mark, is_closed) in enumerate(scan.found, first):
        words = len(WORD.findall(text, inner, inner_end))
        continues = None if text[:start].strip() else carried
        if left_open and _opens_again(text, left_open, start):
            continues = index - 1
        left_open = 0 if is_closed else end
        role = "speech" if continues is not None else _role(text, start, inner, inner_end, end, words)
        extent, within = Extent(number, start, end), Extent(number, inner, inner_end)
        yield Quotation(extent, within, mark, is_closed, continues, words, role)


_TAIL = 160
# “…, Ana Roe said.”, “…, said the mayor.”; what somebody “said that …” is reported within the quotation.
_SPEAKER_LAST = pattern(
    r"[,?!] (?:(?:s?he |they |(?:[A-Z][\w.’'-]+ ){1,4})(?:said|says|added|told|wrote|asked|explained|recalled|argued)"
    r"(?! (?:that|it|its|if|he|his|she|her|they|their|we|there|this|\d))"
    r"|(?:said|says|added|wrote|asked|explained|recalled|argued) (?:[A-Z]|s?he\b|the\b))[^“”‘\".?!]{0,80}\.?\s*$"
)


def ends_with_speaker(text: str, start: int, end: int) -> bool:
    """Tell whether what stands between two places of a text ends with who said it, so that a mark is missing."""
    return _SPEAKER_LAST.search(text, max(start, end - _TAIL), end) is not None


def _opens_again(text: str, left_open: int, start: int) -> bool:
    """Tell whether only space stands between a quotation left open behind a whole sentence and the next one."""
    return (
        text[left_open:start].isspace()
        and _SENTENCE_END.search(text, max(0, left_open - _TAIL), left_open) is not None
        and not ends_with_speaker(text, 0, left_open)
    )


# The end of a sentence, also of one that somebody else is quoted with: … ‘What do you want?’
_SENTENCE_END = pattern(r"[.!?…]$|(?<!\w)['‘]\w[^\"“”]{0,150}[.!?…]['’]$")
_LONGEST_LINE = 12  # words


def _stands_between(passage: Passage) -> bool:
    """Tell whether a passage only interrupts a quotation that runs on: a heading, a caption, an advertisement."""
    if passage.kind in ("heading", "caption", "table-row", "boilerplate") or not passage.text:
        return True
    text = passage.text.rstrip()
    return text[-1:].isalnum() and not MARK.match(text) and len(text.split(None, _LONGEST_LINE)) < _LONGEST_LINE


def find_unbalanced(passages: Sequence[Passage], marks: Marks | None = None) -> list[Extent]:
    """Return the opening marks that nothing closes and the closing marks that close nothing.

    An opening mark is fine where the next paragraph begins with an opening mark (the running-quotation convention), or
    the next sentence of a text that lost its paragraphs. A single mark is given the benefit of the doubt as an
    apostrophe. `marks` saves reading them once more.
    """
    quotations, stray = read_marks(passages) if marks is None else marks
    continued = {quotation.continues for quotation in quotations}
    opening = [
        Extent(q.extent.passage, q.extent.start, q.inner.start)
        for index, q in enumerate(quotations)
        if not q.is_closed and index not in continued
    ]
    return sorted(opening + stray)


@cache
def _small_words() -> frozenset[str]:
    return frozenset("a an the of and or but for in on at to with from by as is nor so yet via vs v de la le".split())


def _role(text: str, start: int, inner: int, inner_end: int, end: int, words: int) -> str:
    """Tell speech, a term and the title of a work apart by shape and by the word before."""
    body = text[inner:inner_end].strip()
    before = text[max(0, start - 40) : start].rstrip()
    if not body or words == 0:
        return "term"
    if words >= 2 and not before.endswith((":", ",")) and _is_title(body, before):
        return "title"
    if words > 3 or (before[-1:] in _BEFORE_SPEECH and _is_whole(body, text[end : end + 1])):
        return "speech"
    return "term"


# What may stand before a short quotation that is speech; nothing for one that begins its text.
_BEFORE_SPEECH = frozenset(["", *':,.!?”"'])
_AFTER_SPEECH = frozenset(",.!?")


def _is_whole(body: str, after: str) -> bool:
    """Tell whether a quotation begins and ends as a sentence does."""
    return body[0].isupper() and (body[-1] in ".,!?…—" or after in _AFTER_SPEECH)


def _is_title(body: str, before: str) -> bool:
    found = WORD.findall(body[:200])
    if len(found) > (8 if body[-1] in ".!" else 14):
        return False
    small = _small_words()
    content = [word for word in found if word.lower() not in small]
    if not content or not _has_capital(found[0]):
        return False
    noun = not _TITLE_NOUNS.isdisjoint(WORD.findall(before.lower())[-1:])
    if all(map(_has_capital, content)):
        return noun or len(content) >= 2
    return noun and len(found) <= 8 and body[-1] not in ".!?"


def _has_capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()
