"""Measure, cut, wrap and colour text for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from newslint.patterns import pattern
from newslint.terminal import INNER_COMMAND, REPLACEMENT, TAB, UNSAFE, safe

ELLIPSIS = "…"
# ECMA-48 "select graphic rendition" codes of the few looks that reports use.
_LOOKS = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "cyan": "36", "green": "32"}


def paint(text: str, *looks: str, colour: bool) -> str:
    """Return a text in the given looks (bold, dim, red, yellow, cyan, green), or unchanged without colour."""
    if not colour or not text:
        return text
    return f"\x1b[{';'.join(_LOOKS[look] for look in looks)}m{text}\x1b[0m"


_JOINER = "\u200d"
# Vowels and final consonants of Hangul, which stand in the cells of the consonant before them.
_VOWELS = pattern("[\u1160-\u11ff\ud7b0-\ud7c6\ud7cb-\ud7fb]")
# What makes one picture of several characters: joiners, tones of skin, and the wish for a coloured picture.
_OF_PICTURES = pattern("[\u200d\ufe0f\U0001f3fb-\U0001f3ff]")
# Text of which each character has one cell and is shown as it is, as nearly all of an article is: Latin letters and the
# punctuation and currency signs of print. No `#`, which may begin a command of a log's reader.
_EVEN = pattern('[ -"$-~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u203b\u20a0-\u20bf]*')


@cache
def cell_width(character: str) -> int:
    """Return how many terminal cells a character takes: 0, 1 or 2 (Unicode Standard Annex 11; ambiguous ones are 1)."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or _VOWELS.match(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def is_even(text: str) -> bool:
    """Tell whether each character of a text certainly has one cell and is shown as it is."""
    return _EVEN.fullmatch(text) is not None


def cell_widths(text: str) -> list[int]:
    """Return the cells of each character of a text; of characters that make one picture, the first has all."""
    if is_even(text):
        return [1] * len(text)
    widths = [cell_width(character) for character in text]
    for found in _OF_PICTURES.finditer(text):
        at = found.start()
        before = _picture_before(text, widths, at)
        if before is None:
            continue
        if found.group() == _JOINER:
            if at + 1 < len(text) and _is_picture(text[at + 1]):
                widths[at + 1] = 0
        elif found.group() == "\ufe0f":
            widths[before] = 2 if widths[before] else 0  # what is joined to another has no cells of its own
        else:
            widths[at] = 0
    return widths


def _picture_before(text: str, widths: list[int], at: int) -> int | None:
    """Return where the picture is that a character belongs to, behind what has no cells."""
    before = at - 1
    while before > 0 and not _is_picture(text[before]) and widths[before] == 0:
        before -= 1
    return before if before >= 0 and _is_picture(text[before]) else None


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk") and not character.isascii()


def text_width(text: str) -> int:
    """Return how many terminal cells a text takes."""
    return len(text) if is_even(text) else sum(cell_widths(text))


def cut(text: str, width: int) -> str:
    """Return the beginning of a text that fits a width in cells, with an ellipsis where something was left out."""
    room, used, kept = max(width, 1) - 1, 0, -1
    for at, size in enumerate(cell_widths(text)):
        used += size
        if used > room and kept < 0:
            kept = at
        if used > width:
            return text[:kept].rstrip() + ELLIPSIS
    return text


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> Iterator[str]:
    """Yield a text's lines, broken at spaces to fit a width in cells; words are never broken (they may be addresses).

    The first line begins with `indent`, the others with `hanging` (the same where it is None).
    """
    following = indent if hanging is None else hanging
    line, used, is_first = indent, text_width(indent), True
    text = safe(text)
    if used + text_width(text) <= width:  # as most texts do
        yield indent + text
        return
    if is_even(text):
        yield from _wrap_even(text, width, indent, following)
        return
    for word in text.split(" "):
        size = text_width(word)
        if not is_first and used + 1 + size > width:
            yield line
            line, used, is_first = following, text_width(following), True
        line += word if is_first else f" {word}"
        used += size if is_first else size + 1
        is_first = False
    yield line


def _wrap_even(text: str, width: int, indent: str, following: str) -> Iterator[str]:
    """Yield the lines of `wrap` for a text of which each character has one cell: cut, not counted word by word."""
    at, lead = 0, indent
    while True:
        room = max(width - text_width(lead), 0)
        if len(text) - at <= room:
            break
        stop = text.rfind(" ", at, at + room + 1)
        if stop < 0:
            stop = text.find(" ", at + room)
        if stop < 0:
            break
        yield lead + text[at:stop]
        at, lead = stop + 1, following
    yield lead + text[at:]


def frame(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """Return a source line cut to a width around [start, end), and the cells before and under those characters.

    Tabs are expanded, unsafe characters replaced. At least one cell is underlined. Work is bounded by the width, not
    by the line.
    """
    width = max(width, 20)
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    left, right = max(0, start - 2 * width), min(len(line), start + 3 * width)
    if is_even(line[left:right]):
        return _frame_even(line, start, end, width)
    cells = _cells(line, left, right)
    first = start - left
    last = min(max(end, start), right) - left
    begin, finish = _window(cells, first, last, width, has_more=(left > 0, right < len(line)))
    head = ELLIPSIS if left + begin > 0 else ""
    tail = ELLIPSIS if left + finish < len(line) else ""
    shown = head + "".join([text for text, _ in cells[begin:finish]]) + tail
    before = len(head) + sum([size for _, size in cells[begin:first]])
    under = sum([size for _, size in cells[first : min(last, finish)]])
    return shown, before, max(under, 1)


def _frame_even(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """Return what `frame` does where each character has one cell: the same window, by arithmetic."""
    if len(line) <= width:
        return line, start, max(end - start, 1)
    room = width - 2
    finish = min(end, start + room - min(10, start))
    rest = room - (finish - start)
    after = len(line) - finish if finish == end else 0  # what could be shown behind the mark
    begin = start - min(start, max((rest + 1) // 2, rest - after))
    marked = finish
    finish += min(after, rest - (start - begin))
    head = ELLIPSIS if begin else ""
    tail = ELLIPSIS if finish < len(line) else ""
    return head + line[begin:finish] + tail, len(head) + start - begin, max(marked - start, 1)


def _cells(line: str, left: int, right: int) -> list[tuple[str, int]]:
    """Return each character as it is shown, with its width; tab stops count from the left end.

    What stands in the cells of the character before it is shown with that one, and has none itself.
    """
    part = line[left:right]
    shown = UNSAFE.sub(REPLACEMENT, part.replace("\t", " "))
    widths = cell_widths(shown)
    cells = list(zip(shown, widths, strict=True))
    base = 0
    for place, (text, size) in enumerate(cells) if 0 in widths else ():
        if size or not place:
            base = place
        else:
            cells[base], cells[place] = (cells[base][0] + text, cells[base][1]), ("", 0)
    if "#" in shown:
        # A space after these makes a command of a log's reader plain text.
        for found in INNER_COMMAND.finditer(shown):
            cells[found.start()] = f"# {cells[found.start()][0][1:]}", 2
    if "\t" in part:
        at = 0
        for place, character in enumerate(part):
            if character == "\t":
                size = TAB - at % TAB
                cells[place] = " " * size, size
            at += cells[place][1]
    return cells


def _window(
    cells: list[tuple[str, int]], first: int, last: int, width: int, has_more: tuple[bool, bool]
) -> tuple[int, int]:
    """Return the range of cells to show: the marked words with as much around them, evenly, as fits."""
    sizes = [size for _, size in cells]
    if sum(sizes) <= width and not any(has_more):
        return 0, len(cells)
    room = width - 2  # for an ellipsis at either end
    sizes.append(width)  # beyond either end, as 0 - 1 is the last place too, is a cell that does not fit
    begin, finish, used = first, first, 0
    while finish < last and used + sizes[finish] <= room - min(10, first):
        used += sizes[finish]
        finish += 1
    moved = True
    while moved:
        moved = False
        if used + sizes[begin - 1] <= room:
            begin -= 1
            used += sizes[begin]
            moved = True
        if finish >= last and used + sizes[finish] <= room:
            used += sizes[finish]
            finish += 1
            moved = True
    return begin, finish
