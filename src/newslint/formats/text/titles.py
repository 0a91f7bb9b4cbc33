"""Tell what a line of a text's top is by itself: whether it can be a headline, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.formats.text.lines import Unit, has_letters
from newslint.formats.text.scraped import Shape, is_caption, is_credit
from newslint.newsroom.lines import Line, read_line
from newslint.newsroom.words import word_lists
from newslint.patterns import pattern

_MOST_WORDS = 32
_COMPARED_UNITS = 40
_BULLETS = "•‣▪●◦"
_LONG_SENTENCE = 16
# A line with a byline is a headline if it has more words.
_LONG_BYLINE = 16
_LONG_DATELINE = 9
BEST_LENGTH = 4.0
# Boilerplate that a headline's first words can look like (“Watch: …”, “Photos: …”), if it is so long.
_LIKE_HEADLINES = ("related", "other", "share", "call-to-action", "comments")
FEWEST_WORDS_OF_LIKE = 5

_CONTENT_WORD = pattern(r"[^\W\d_][\w’'-]{3,}|\d[\d.,]+")
_COMMON = frozenset(
    """
    about after again also been before being best both could does down even every first from have here into just
    latest like made make many more most much must news only other over said same should some such than that
    their them then there these they this those through under very want well were what when where which while
    will with without would year years your
    aber alle auch beim dass dein diese dieser dieses doch durch eine einem einen einer eines gegen haben hier ihre
    kann kein keine mehr muss nach nicht noch oder ohne sein seine sich sind über unter viele wenn werden wird wurde
    avec cette comme dans elle être leur mais nous plus pour sont sont sans tout vous como donde entre esta este para
    pero porque sobre también
    """.split()
)


_SITE_BEHIND = pattern(r"\S{3}\s\|\s\S+(?:\s\S+){0,2}$")
_SITE = pattern(r"[.?!”’\"]*\s*[|»›>/•·–—-]\s")
_WAY = pattern(r"[|»›>/•·–—-]\s*$")
# A row of so many words may be a menu.
_FEWEST_ENTRIES = 8
_ENTRIES = pattern(r"[A-ZÀ-ÞŁŚŻ&][\w&/’'-]*(?:\s+[A-ZÀ-ÞŁŚŻ&][\w&/’'-]*)*")
_PLAIN = pattern(r"[\w\s’'.,-]+")
_SITE_WORDS = 4
# The way to a page: Home › Town › Council
_WAYS = pattern(r"[»›>]\s?\S[^»›>]*[»›>]\s?\S")


# “« Older post | Home | Newer post »”: an arrow at an edge that no other one closes, or the first page between bars.
_PAGER = pattern(
    r"^«\s[^«»]*$|^[‹←⟵]\s|\s[→›]$|\|\s(?:home|main|startseite|hauptseite|accueil|inicio)\s\|", re.IGNORECASE
)
# The first step of the way to a page, with what copying glued to it: Home, Startseite | Town |, HomePoliticsTown
_FIRST_PAGE = pattern(
    r"(?i:homepage|home|startseite|start|front|accueil|inicio|início|portada|hjem|hem|etusivu|strona\sgłówna|главная)"
    r"(?:$|[A-ZÀ-Þ|/»›>]|\s[\s|/»›>])"
)


def is_first_page(text: str) -> bool:
    """Tell whether a line begins the way to a page with the site's first page."""
    return _FIRST_PAGE.match(text) is not None


def _is_pager(text: str) -> bool:
    """Tell whether a line leads to the posts before and after."""
    return (text.endswith(" »") and "«" not in text) or _PAGER.search(text) is not None


def is_way(text: str) -> bool:
    """Tell whether a line is the way to a page, or ends with a site's name behind a bar."""
    return _SITE_BEHIND.search(text) is not None or _WAYS.search(text) is not None


def adds(longer: str, shorter: str) -> bool:
    """Tell whether a line is another one with the site's name behind it, or the way to it before it."""
    if longer.startswith(shorter):
        rest = longer[len(shorter) :]
        return _SITE.match(rest) is not None and rest.count(" ") <= _SITE_WORDS and len(rest) < len(shorter)
    if not longer.endswith(shorter):
        return False
    return shorter.count(" ") >= 3 or _WAY.search(longer[: -len(shorter)]) is not None


def may_be_headline(text: str, shape: Shape) -> bool:
    """Tell whether a line can be a headline at all."""
    if shape.words > _MOST_WORDS or len(text) > 260 or text[0] in _BULLETS or not has_letters(text):
        return False
    if shape.role and (shape.role not in _LIKE_HEADLINES or shape.words < FEWEST_WORDS_OF_LIKE):
        return False
    return not (_is_long_sentence(shape) or _is_pager(text) or _stands_around(text, shape.words))


def _is_long_sentence(shape: Shape) -> bool:
    return shape.is_prose and shape.ends and shape.words > _LONG_SENTENCE


def _stands_around(text: str, words: int) -> bool:
    """Tell whether a line is what stands around a headline: a label, a date, a credit, a dateline or a byline."""
    line = read_line(text)
    if line.empty_label or _is_of_picture(text, words) or _is_labelled_name(line):
        return True
    if line.dates and not _tells_more(text, line):
        return True
    if words < _LONG_DATELINE and line.dateline:
        return line.dateline.end * 2 >= len(text)
    return words <= _LONG_BYLINE and line.byline is not None and line.byline.end >= len(text) // 2


def _is_of_picture(text: str, words: int) -> bool:
    """Tell whether a line is a picture's credit or its short caption; a plain sentence may name an agency, too."""
    if words < FEWEST_WORDS_OF_LIKE:
        return is_credit(text) or is_caption(text)
    if text[-1] == ")" and ":" in text[text.rfind("(") :] and is_caption(text):
        return True
    return is_credit(text) and not _PLAIN.fullmatch(text)


def is_row(text: str, fewest: int = _FEWEST_ENTRIES) -> bool:
    """Tell whether a line is a row of menu entries: many words, all with capitals and none of them a function word."""
    words = text.split() if text.count(" ") >= fewest - 1 and _ENTRIES.fullmatch(text) else []
    return bool(words) and word_lists("people")["function"].isdisjoint(map(str.lower, words))


def _is_labelled_name(line: Line) -> bool:
    """Tell whether a line is a label and a columnist's name: `Opinion | Ann Roe`."""
    label, bar, name = line.text.partition("|")
    return bool(bar) and read_line(label.strip()).label is not None and bool(read_line(name.strip()).placed_byline)


def _tells_more(text: str, line: Line) -> bool:
    """Tell whether a line with a date says more than when and by whom: `Budget 2026: What changes on 1 April 2026`."""
    if line.placed_byline:
        return False
    # A label has a few words itself, and what looks like one may be a headline's verb: `… to begin on 1 April`.
    fewest = 5 if any(date.is_labelled for date in line.dates) else 3
    return len(content_words(text[: line.dates[0].start])) >= fewest


def content_words(text: str) -> set[str]:
    """Return the words of a text that say what it is about; a soft hyphen parts none."""
    found = _CONTENT_WORD.findall(text.replace("\xad", ""))
    return {word.lower().replace("’", "'").removesuffix("'s") for word in found} - _COMMON


def size_of(text: str, words: int) -> float:
    """Return how long a line is, in words; a long word counts as several, since languages differ in that."""
    return max(words, len(text) / 7)


def score_length(text: str, words: int) -> float:
    """Return what a line's length says."""
    size = size_of(text, words)
    if size < 2:
        return -3.0
    if size < 6:
        return -3.0 + 1.75 * (size - 2)
    return BEST_LENGTH if size <= 18 else max(1.0, BEST_LENGTH - 0.3 * (size - 18))


def count_copies(units: Sequence[Unit]) -> dict[str, list[int]]:
    """Return the places of each line of a text, by its key."""
    found: dict[str, list[int]] = {}
    for index, unit in enumerate(units):
        if len(unit.text) <= 260:
            found.setdefault(read_line(unit.text).key, []).append(index)
    return found


def words_of_article(units: Sequence[Unit], shapes: Sequence[Shape], start: int, end: int) -> frozenset[str]:
    """Return the words of the article's first paragraphs, with which headlines are compared."""
    prose = [index for index in range(start, end) if shapes[index].is_prose][:_COMPARED_UNITS]
    return frozenset(word for index in prose for word in content_words(units[index].text[:2000]))
