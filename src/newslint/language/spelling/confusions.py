"""Find words that are mistaken for others, in frames where only one of the two is right; `confusions.txt` has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

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


class Confusion(NamedTuple):
    """A word [start, end) that is not the one that was meant, and what it should read."""

    start: int
    end: int
    right: str


class Frame(NamedTuple):
    """What is before and after a word, as patterns, and what it should read there."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    right: str
    line: str


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Return the frames of each word or phrase that is mistaken for another, in small letters; see `confusions.txt`."""
    classes: dict[str, str] = {}
    found: dict[str, list[Frame]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("{"):
            name, _, words = line.partition(" = ")
            classes[name] = _alternatives(words.replace(" ", "|"), classes)
        elif line and not line.startswith("#"):
            words, _, rows = line.partition(" : ")
            wrong, _, right = words.partition(" > ")
            found.setdefault(wrong, []).extend(
                _read_row(row.strip(), right, line, classes) for row in rows.split(" / ")
            )
    return {wrong: tuple(rows) for wrong, rows in found.items()}


def _read_row(row: str, right: str, line: str, classes: dict[str, str]) -> Frame:
    before, _, after = row.partition("_")
    behind = "".join(_after(token, classes) for token in after.split())
    ahead = "".join(_before(token, classes) for token in before.split())
    return Frame(
        pattern(rf"(?<![\w’'-]){ahead}\Z", re.IGNORECASE) if ahead else None,
        pattern(behind, re.IGNORECASE) if behind else None,
        right,
        line,
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
    """A word or phrase that may be mistaken, with its frames; a text that has none of `needs` has no such frame."""

    written: re.Pattern[str]
    needs: frozenset[str] | None
    rows: tuple[Frame, ...]


@cache
def _by_first() -> dict[str, tuple[_Wrong, ...]]:
    """Return what may be mistaken by its first part: a text that has no such word is right."""
    found: dict[str, list[_Wrong]] = {}
    for wrong, rows in frames().items():
        closing = "" if wrong.endswith("'") else r"(?![\w’'-])"
        needs = [_needs_of(row.line.partition(" : ")[2]) for row in rows]
        needed = frozenset().union(*[each for each in needs if each]) if all(needs) else None
        written = pattern(f"{_escape(wrong)}{closing}")
        found.setdefault(_FIRST.findall(wrong)[0], []).append(_Wrong(written, needed, rows))
    return {first: tuple(each) for first, each in found.items()}


_FIRST = pattern(r"[a-z]+")
_LITERAL = pattern(r"[a-z]+(?:[|][a-z]+)*")


def _needs_of(line: str) -> frozenset[str]:
    """Return words of which one stands in whatever the rows of a line match; none where a row names no plain words."""
    found: set[str] = set()
    for row in line.split(" / "):
        tokens = [set(token.split("|")) for token in row.split() if _LITERAL.fullmatch(token)]
        if not tokens:
            return frozenset()
        found |= min(tokens, key=len)
    return frozenset(found)


def find_confusions(text: str, words: Set[str]) -> Iterator[Confusion]:
    """Yield the words of a text that are mistaken for others; `words` are its words in small letters, cut at marks."""
    firsts = _by_first().keys() & words
    lower = text.lower() if firsts else ""
    if len(lower) != len(text):
        return  # a letter that is two in small letters
    for first in sorted(firsts):
        for wrong in _by_first()[first]:
            if wrong.needs is None or not wrong.needs.isdisjoint(words):
                yield from _find(text, lower, wrong)


def _find(text: str, lower: str, wrong: _Wrong) -> Iterator[Confusion]:
    for match in wrong.written.finditer(lower):
        start, end = match.span()
        is_begun = start == 0 or not (text[start - 1].isalnum() or text[start - 1] in _JOINING)
        if is_begun and (right := _right_in(text, start, end, wrong.rows)):
            yield Confusion(start, end, _in_case(text[start:end], right))


_JOINING = "’'-_"


def _right_in(text: str, start: int, end: int, rows: tuple[Frame, ...]) -> str | None:
    before = text[max(0, start - _REACH) : start]
    for frame in rows:
        if (frame.after is None or frame.after.match(text, end)) and (
            frame.before is None or frame.before.search(before)
        ):
            return frame.right
    return None


def _in_case(found: str, right: str) -> str:
    return right[0].upper() + right[1:] if found[0].isupper() else right
