"""Cut plain text into lines and join hard-wrapped ones into paragraphs; it does not judge what a line is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newslint.article import Prose, Run
from newslint.parts import Comment
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.source import Source
from newslint.spans import Span

# A typed paragraph is wrapped at some column in this range; longer lines were not wrapped, shorter ones are a list.
_NARROWEST, _WIDEST = 40, 110
# In wrapped prose most lines go on with a small letter; in lists and verse few do.
_SHARE_OF_CONTINUATIONS = 0.4

# Full stops, and the quotation marks and brackets that close behind them in some language.
_TERMINAL = pattern(r"[.!?…:;。！？।؟۔][\s\u00a0]?[\"'”’“‘»«›‹」』）)\]]*$|[.!?…][\"'”’“»«)\]]*\s*\[?\d{0,3}\]?$")
_INNER_STOP = pattern(r"[.!?…][\"'”’“»«]?\s+\S|[。！？]\w")
_IDEOGRAPH = pattern(r"[\u3040-\u30ff\u3400-\u9fff]")
# Scripts without spaces have about so many characters to a word.
_CHARACTERS_OF_WORD = 2
# Arrows, boxes, circles, ticks and small pictures stand for bullets; stars are ratings.
_BULLET = r"[-+*•‣⁃∙·–—\u2190-\u21ff\u25a0-\u2604\u2607-\u260d\u2610-\u27bf\u2b00-\u2b4f\U0001f300-\U0001faff]\ufe0f?"
_LIST_MARK = pattern(r"(?:" + _BULLET + r"|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s")
_LONE_BULLET = pattern(_BULLET)


# “11. Dezember 2026” is a date and not an item.
_DATE = pattern(r"\d{1,2}\.\s[^\W\d_]{3,9}\.?\s(?:19|20)\d\d\b")


class Line(NamedTuple):
    """A line that is not blank, without the white space around it: its range, its text, its number, and the
    number of blank lines before it."""

    start: int
    end: int
    text: str
    number: int
    gap: int


class Unit(NamedTuple):
    """One or more lines that form a paragraph, a heading or a row; `text` is how it reads."""

    lines: tuple[Line, ...]
    text: str

    @property
    def span(self) -> Span:
        """The range from the first line's first to the last line's last character."""
        return Span(self.lines[0].start, self.lines[-1].end)

    @property
    def gap(self) -> int:
        """The number of blank lines before the unit."""
        return self.lines[0].gap


def split_lines(source: Source) -> list[Line]:
    """Return the lines of a source that are not blank, in order."""
    found: list[Line] = []
    text, starts = source.text, source.line_starts
    gap = 0
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        raw = text[start:end]
        stripped = raw.strip()
        if not stripped:
            gap += 1
            continue
        begin = start + len(raw) - len(raw.lstrip())
        found.append(Line(begin, begin + len(stripped), stripped, number + 1, gap))
        gap = 0
    return found


# A line for newslint, which is never copy: “[newslint: ignore[hygiene/tk-or-lorem] reason: …]”.
_REMARK = pattern(r"\[\s*(newslint\s*:.*)\]", re.IGNORECASE)


def take_remarks(lines: Sequence[Line]) -> tuple[list[Line], list[Comment]]:
    """Return the lines of the text, and as comments those in square brackets that speak to newslint."""
    kept: list[Line] = []
    comments: list[Comment] = []
    gap = 0
    for line in lines:
        remark = _REMARK.fullmatch(line.text) if "newslint" in line.text.lower() else None
        if remark is not None:
            comments.append(Comment(remark[1], Span(line.start, line.end)))
            gap += line.gap
        else:
            kept.append(line._replace(gap=line.gap + gap) if gap else line)
            gap = 0
    return kept, comments


def join_units(lines: Sequence[Line]) -> list[Unit]:
    """Make a unit of each line, or of all lines of a paragraph that was wrapped by hand.

    A "By" that stands alone is joined to the name after it, a bullet to its item.
    """
    width = _find_width(lines)
    units: list[Unit] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and width and _continues(lines[end - 1], lines[end], width):
            end += 1
        if end < len(lines) and (_is_lone_by(lines[at], lines[end]) or _is_lone_bullet(lines[at], lines[end])):
            end += 1
        members = tuple(lines[at:end])
        units.append(Unit(members, " ".join(line.text for line in members)))
        at = end
    return units


_LONE_BY = pattern(r"(?:(?:written|posted|reported|story)\s)?by\s?:?|von|par|por", re.IGNORECASE)


def _is_lone_by(line: Line, after: Line) -> bool:
    """Tell whether a line is only the "By" of a byline whose name was printed apart and came to stand on the next."""
    if len(line.text) > 16 or not _LONE_BY.fullmatch(line.text):
        return False
    return len(after.text) <= 60 and after.text[0].isupper() and not ends_sentence(after.text)


_FEWEST_SPACES = 3  # in an item; a bullet between a name and a date begins none


def _is_lone_bullet(line: Line, after: Line) -> bool:
    """Tell whether a line is only the bullet of a list item that came to stand on the next line."""
    if len(line.text) > 2 or after.gap or after.text.count(" ") < _FEWEST_SPACES:
        return False
    return _LONE_BULLET.fullmatch(line.text) is not None


def _find_width(lines: Sequence[Line]) -> int:
    """Return the column at which the text was wrapped, 0 where it was not."""
    width = max((len(line.text) for line in lines if " " in line.text), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    breaks = [pair for pair in pairwise(lines) if _continues(*pair, width)]
    if not breaks:
        return 0
    small = sum(after.text[0].islower() for _, after in breaks)
    return width if small >= _SHARE_OF_CONTINUATIONS * len(breaks) else 0


def _continues(before: Line, after: Line, width: int) -> bool:
    """Tell whether a line ends only because its next word did not fit."""
    if after.gap or _LIST_MARK.match(after.text) or len(before.text) < width // 2:
        return False
    first_word = len(after.text.split(None, 1)[0])
    return len(before.text) + 1 + first_word > width - 2 and " " in before.text


def make_prose(unit: Unit, start: int = 0) -> Prose:
    """Return a unit's readable text, the first `start` characters of its first line left out.

    The end of a line inside a paragraph reads as one space.
    """
    runs: list[Run] = []
    at = 0
    for index, line in enumerate(unit.lines):
        if index:
            gap = unit.lines[index - 1].end
            width = line.start - gap
            # Equal size and width would say that the space stands in the source: one line feed gets no width.
            runs.append(Run(at, 1, gap, 0 if width == 1 else width))
            at += 1
        skip = start if index == 0 else 0
        size = line.end - line.start - skip
        if size:
            runs.append(Run(at, size, line.start + skip, size))
        at += size
    return Prose(unit.text[start:], runs)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_TERMINAL.search(text[-12:]))


def has_inner_stop(text: str) -> bool:
    """Tell whether a sentence ends inside a line."""
    return _INNER_STOP.search(text) is not None


def count_words(text: str) -> int:
    """Return how many words a line has, by its spaces; in a script without spaces, by its length."""
    words = len(text.split())
    if text.isascii():
        return words
    return words + len(_IDEOGRAPH.findall(text)) // _CHARACTERS_OF_WORD


def starts_list_item(text: str) -> re.Match[str] | None:
    """Return the list mark at the head of a line, or None."""
    found = _LIST_MARK.match(text)
    return None if found is None or (text[0].isdigit() and _DATE.match(text)) else found


def has_letters(text: str) -> bool:
    """Tell whether a line has a letter of any script."""
    return any(sign.isalpha() for sign in text)
