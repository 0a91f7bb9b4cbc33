"""Find references that cannot be right: numbers of books whose check digit does not fit, and DOIs of no form."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.patterns import pattern
from newslint.records import NamedTuple


class Reference(NamedTuple):
    """A reference at [start, end) that cannot be right, and what it is called."""

    start: int
    end: int
    kind: str


_ISBN = pattern(
    r"\bISBN(?:-1[03])?(?:[ ](?:number|is|was))?:?[ ]?(?P<number>\d(?:[ –-]?\d){8,12}(?:[ –-]?[xX])?)(?![\w-]|[ ]\d)"
)
_DOI = pattern(r"(?:\bdoi(?:\.org/|:[ ]?)|\bDOI:?[ ])(?P<name>\d[^\s\"'<>)\]}]{2,200})", flags=2)
_WELL_FORMED = pattern(r"10\.\d{4,9}(?:\.\d+){0,4}/\S")
_HIDDEN = pattern(r"[xX*]{3}")
_TEN, _THIRTEEN = 10, 13
# What one of these words is in no text, no reference is.
HINTS = ("ISBN", "doi", "DOI")


def find_dubious(text: str) -> Iterator[Reference]:
    """Yield the references of a text that cannot be right."""
    if not any(map(text.__contains__, HINTS)):
        return
    for match in _ISBN.finditer(text):
        number = "".join(each for each in match["number"] if each.isalnum()).upper()
        if not is_isbn(number):
            yield Reference(*match.span("number"), "ISBN")
    for match in _DOI.finditer(text):
        if not _WELL_FORMED.match(match["name"]) and not _HIDDEN.search(match["name"]):
            yield Reference(*match.span("name"), "DOI")


def is_isbn(number: str) -> bool:
    """Tell whether digits, the last of ten may be X, are an ISBN."""
    if len(number) == _TEN and number[:9].isdigit():
        values = [10 if each == "X" else int(each) for each in number]
        return sum(value * (_TEN - at) for at, value in enumerate(values)) % 11 == 0
    if len(number) == _THIRTEEN and number.isdigit():
        return (
            number[:3] in ("978", "979") and sum(int(d) * (3 if at % 2 else 1) for at, d in enumerate(number)) % 10 == 0
        )
    return False
