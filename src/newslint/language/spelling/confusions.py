"""Find words that are mistaken for others, in frames where only one of the two is right; `confusions.txt` has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache
from pathlib import Path

from newslint.language.spelling.classes import (
    is_abstract,
    is_comparative,
    is_noun,
    is_plural,
    is_state,
    is_taking,
    is_verb,
)
from newslint.language.spelling.pairs import JUDGED, find_mistaken
from newslint.patterns import pattern
from newslint.records import NamedTuple

_FILE = Path(__file__).with_name("confusions.txt")
_REACH = 90  # characters before a word that its frame may take up
_END = r"(?=[.,;:!?”\")—–]|’(?!\w)|\Z)"
_OWN = {
    "*": r"[a-z][a-z-]{0,25}",
    "#": r"\d[\d,.]{0,12}",
    "Aa": r"(?-i:[A-Z])[\w’'.-]{0,30}",
    "’s": r"[a-z][\w.-]{0,25}['’]s",
}


# What a word of a row in angle brackets must be, beside a word of letters.
_CLASSES = {
    "plural": is_plural,
    "abstract": is_abstract,
    "noun": is_noun,
    "taking": is_taking,
    "verb": is_verb,
    "state": is_state,
    "comparative": is_comparative,
}


class Confusion(NamedTuple):
    """A word [start, end) that is not the one that was meant, and what it should read."""

    start: int
    end: int
    right: str


class Frame(NamedTuple):
    """What is before and after a word, as patterns, what it should read there, and the row that says so.

    A text without a word of each set that it `needs` has nothing that fits it.
    """

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    right: str
    row: str
    needs: tuple[frozenset[str], ...]

    def may_fit(self, words: Set[str]) -> bool:
        """Tell whether a text with some words may have what is before and after a word here."""
        return not any(map(words.isdisjoint, self.needs))

    def fits(self, text: str, start: int, end: int) -> bool:
        """Tell whether a word at [start, end) of a text stands in this frame."""
        after = self.after.match(text, end) if self.after else None
        if self.after and (after is None or not _are_of_classes(after)):
            return False
        before = self.before.search(text[max(0, start - _REACH) : start]) if self.before else None
        return self.before is None or (before is not None and _are_of_classes(before))


def _are_of_classes(match: re.Match[str]) -> bool:
    """Tell whether what a pattern matched for `<class>` is of that class."""
    found = match.groupdict()
    return not found or all(_CLASSES[name.rstrip("_")](word.lower()) for name, word in found.items() if word)


class _Rows(NamedTuple):
    """The file as it is read at a start: classes of words, and the rows of each word with what is right there.

    `members` are the words of classes of which all are known.
    """

    classes: dict[str, str]
    members: dict[str, frozenset[str]]
    rows: dict[str, list[tuple[str, str]]]


@cache
def _read() -> _Rows:
    classes: dict[str, str] = {}
    members: dict[str, frozenset[str]] = {}
    found: dict[str, list[tuple[str, str]]] = {}
    for head, rows in _entries(_FILE.read_text(encoding="utf-8")):
        if head.startswith("{"):
            name, _, words = head.partition(" =")
            token = " ".join((words, *rows)).strip().replace(" ", "|")
            classes[name] = _alternatives(token, classes)
            if known := _words_of(token, members):
                members[name] = known
        else:
            wrong, _, right = head.partition(" > ")
            found.setdefault(wrong, []).extend((row, right) for row in rows)
    return _Rows(classes, members, found)


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Return the frames of each word or phrase that is mistaken for another, in small letters; see `confusions.txt`."""
    return {wrong: _frames_of(wrong) for wrong in _read().rows}


@cache
def _frames_of(wrong: str) -> tuple[Frame, ...]:
    """Return the frames of one word: an article asks for few of them, and to make all patterns takes long."""
    read = _read()
    return tuple(_read_row(row, right, read) for row, right in read.rows[wrong])


@cache
def _written(wrong: str) -> re.Pattern[str]:
    return pattern(_escape(wrong) + ("" if wrong.endswith("'") else r"(?![\w’'-])"))


@cache
def all_written() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of all words that may be mistaken."""
    return tuple(map(_written, _read().rows))


def _entries(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the head of each entry with its rows; a row that is too long goes on in a line with a deeper indent."""
    head, rows = "", list[str]()
    for line in text.splitlines():
        if line.startswith("        "):
            rows[-1] += line.strip() if rows[-1].endswith("|") else f" {line.strip()}"
        elif line.startswith("    "):
            rows.append(line.strip())
        elif line and not line.startswith("#"):
            if head:
                yield head, rows
            head, rows = line, []
    yield head, rows


def _read_row(row: str, right: str, read: _Rows) -> Frame:
    before, _, after = row.partition("_")
    classes = read.classes
    behind = "".join(_after(token, classes) for token in after.split())
    ahead = "".join(_before(token, classes) for token in before.split())
    return Frame(
        pattern(rf"(?<![\w’'-]){ahead}\Z", re.IGNORECASE) if ahead else None,
        pattern(behind, re.IGNORECASE) if behind else None,
        right,
        row,
        _needs_of(row, read.members),
    )


def _before(token: str, classes: dict[str, str]) -> str:
    if token == "^":
        return r"(?:\A|(?<=[.!?:;,“\"(—–][ “\"])|(?<=[“\"(—–]))"
    if token.startswith("!"):
        return (
            rf"(?<!{_one(token[1:], classes)}[ ])"
            if "|" not in token
            else "".join(rf"(?<!\b{each}[ ])" for each in token[1:].split("|"))
        )
    words = _alternatives(token.removesuffix("?"), classes)
    return rf"(?:{words}[ ])?" if token.endswith("?") else rf"{words}[ ]"


def _after(token: str, classes: dict[str, str]) -> str:
    if token == "$":
        return _END
    if token.startswith("!"):
        return rf"(?![ ]{_alternatives(token[1:], classes)}(?![\w-]))"
    if token.startswith("$|"):
        return rf"(?:{_END}|[ ]{_alternatives(token[2:], classes)}(?![\w-]))"
    words = _alternatives(token.removesuffix("?"), classes)
    return rf"(?:[ ]{words}(?![\w-]))?" if token.endswith("?") else rf"[ ]{words}(?![\w-])"


def _alternatives(words: str, classes: dict[str, str]) -> str:
    return f"(?:{'|'.join(_one(word, classes) for word in words.split('|'))})"


def _one(word: str, classes: dict[str, str]) -> str:
    """Return the pattern of a word, of a class, or of any word (`*`); `~` is any ending or, in front, any beginning."""
    if word.startswith("<"):
        return rf"(?P{word}[a-z][a-z-]{{1,25}})"
    if word in classes:
        return classes[word]
    if word in _OWN:
        return _OWN[word]
    stem = _escape(word.strip("~").replace("+", " "))
    return rf"{'[a-z-]{2,20}' if word.startswith('~') else ''}{stem}{'[a-z]{0,12}' if word.endswith('~') else ''}"


def _escape(words: str) -> str:
    """Return the pattern of words, whose apostrophes may be straight or curly."""
    return re.escape(words).replace("’", "'").replace("'", "['’]")


class _Wrong(NamedTuple):
    """A word or phrase that may be mistaken; a text that has none of `needs` has no frame where it is."""

    wrong: str
    needs: frozenset[str] | None


@cache
def _by_first() -> dict[str, tuple[_Wrong, ...]]:
    """Return what may be mistaken by its first part: a text that has no such word is right."""
    found: dict[str, list[_Wrong]] = {}
    read = _read()
    for wrong, rows in read.rows.items():
        needs = [_needs_of(row, read.members) for row, _ in rows]
        needed = frozenset().union(*[min(each, key=len) for each in needs]) if all(needs) else None
        found.setdefault(_FIRST.findall(wrong)[0], []).append(_Wrong(wrong, needed))
    return {first: tuple(each) for first, each in found.items()}


_FIRST = pattern(r"[a-z]+")
_LITERAL = pattern(r"([a-z]+)(?:['’+-][a-z'’+-]*)?")


def _needs_of(row: str, members: dict[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Return sets of words, cut at marks, of each of which one stands in whatever a row matches."""
    return tuple(words for token in row.split() if (words := _words_of(token, members)))


def _words_of(token: str, members: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return words of which one stands in whatever a token of a row matches; none where nothing is known."""
    found: set[str] = set()
    for each in token.split("|"):
        literal = _LITERAL.fullmatch(each)
        if literal is None and each not in members:
            return frozenset()
        found |= {literal[1]} if literal else members[each]
    return frozenset(found)


def find_confusions(text: str, words: Set[str]) -> Iterator[Confusion]:
    """Yield the words of a text that are mistaken for others; `words` are its words in small letters, cut at marks."""
    firsts = _by_first().keys() & words
    lower = text.lower() if firsts or not JUDGED.isdisjoint(words) else ""
    if len(lower) != len(text):
        return  # a letter that is two in small letters
    taken = set[int]()
    for found in _find_framed(text, lower, words, firsts):
        taken.update(range(found.start, found.end))
        yield found
    for start, end, right in find_mistaken(text, lower, words):
        if taken.isdisjoint(range(start, end)):
            yield Confusion(start, end, _in_case(text[start:end], right))


def _find_framed(text: str, lower: str, words: Set[str], firsts: Iterable[str]) -> Iterator[Confusion]:
    for first in sorted(firsts):
        for wrong in _by_first()[first]:
            if wrong.needs is None or not wrong.needs.isdisjoint(words):
                yield from _find(text, lower, wrong, words)


def _find(text: str, lower: str, wrong: _Wrong, words: Set[str]) -> Iterator[Confusion]:
    rows: list[Frame] | None = None
    for match in _written(wrong.wrong).finditer(lower):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in _JOINING):
            continue
        if rows is None:
            rows = [each for each in _frames_of(wrong.wrong) if each.may_fit(words)]
        if right := _right_in(text, start, end, rows):
            yield Confusion(start, end, _in_case(text[start:end], right))


_JOINING = "’'-_"


def _right_in(text: str, start: int, end: int, rows: Iterable[Frame]) -> str | None:
    return next((frame.right for frame in rows if frame.fits(text, start, end)), None)


def _in_case(found: str, right: str) -> str:
    return right[0].upper() + right[1:] if found[0].isupper() else right
