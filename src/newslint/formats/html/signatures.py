"""Find the visible lines of a page that sign its article: near the headline, beside a date, or at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newslint.article import Element
from newslint.formats.html.pieces import Piece
from newslint.formats.html.tree import Tree
from newslint.newsroom.bylines import Byline, find_opener
from newslint.newsroom.lines import read_line
from newslint.newsroom.people import names_of
from newslint.newsroom.words import word_lists
from newslint.parts import Origin, Person
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

# So many pieces before the headline, and after the body's beginning, somebody may sign.
BEFORE, AFTER = 5, 3
_LONGEST = 300  # code points of a line that names people
LONGEST_NAMES = 80
_MOST_MARKED = 6
# Full names in scripts that put no space between their parts.
_UNSPACED = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")
# Names of sections and places that stand beside dates as names of people do.
_NO_NAME = pattern(
    r"\b(?:north|south|east|west|new|news|saint|san|real|city|county|local|national|world)\b", re.IGNORECASE
)
_SECTIONS = frozenset("tag tags topic topics category categories section rubrik kicker label".split())
_NEAR = 5  # pieces under the headline in which a name beside a date may stand in another line than the date


# Parts whose people are not the article's authors.
ELSEWHERE = ("related", "comments", "menu", "advertisement", "call-to-action", "footer", "caption")


class Head(NamedTuple):
    """The tree and pieces of a page, the piece that is the headline (-1 for none), and the first of the body."""

    tree: Tree
    pieces: list[Piece]
    headline: int
    body_start: int


def is_full_name(person: Person) -> bool:
    """Tell whether a name is that of a person without more evidence: it has a given name and a surname."""
    return person.kind == "author" and (" " in person.name or _UNSPACED.fullmatch(person.name) is not None)


def claim_of(named: list[tuple[Person, Span]], text: str, origin: Origin, target: str | None = None) -> Element:
    """Return the claim that these people, each named at a place, wrote the article."""
    span = Span(min(span.start for _, span in named), max(span.end for _, span in named)) if named else Span(0, 0)
    people = tuple(dict.fromkeys(person for person, _ in named))
    return Element("byline", text, span, origin, names_of(people), target=target, people=people)


def near_headline(head: Head) -> Iterator[Element]:
    """Yield the lines near the headline that sign with a “By”, or whose class calls them a byline."""
    yield from claims_in(_pieces_near(head), _read_signed)


def called_bylines(head: Head) -> Iterator[Element]:
    """Yield the first lines of the page that their classes call bylines."""
    yield from claims_in([piece for piece in head.pieces if piece.role == "byline"][:_MOST_MARKED], _read_signed)


def beside_dates(head: Head) -> Iterator[Element]:
    """Yield the lines near the headline that name people without a “By”, in or beside a line with the date."""
    first, last = head.headline + 1, min(head.headline + 1 + _NEAR, head.body_start + 1)

    def read(piece: Piece) -> Byline | None:
        line = read_line(piece.text)
        is_near = 0 < first <= piece.index and (piece.index < last or _is_known_name(piece, head))
        if not (line.dates and not piece.is_body) and not (is_near and _is_beside(piece, head)):
            return None
        found = line.placed_byline
        is_named = found is not None and all(is_full_name(one) or one.kind != "author" for one in found.people)
        return found if is_named and not _NO_NAME.search(piece.text) else None

    yield from claims_in(_pieces_near(head), read)


def _is_known_name(piece: Piece, head: Head) -> bool:
    """Tell whether a line behind the standfirst is nothing but a name, with a given name that is common."""
    is_near = piece.index <= head.headline + _NEAR and len(piece.text) <= LONGEST_NAMES
    found = read_line(piece.text).placed_byline if is_near else None
    return found is not None and is_names_alone(found, piece.text) and is_given(found)


def _is_beside(piece: Piece, head: Head) -> bool:
    """Tell whether a line beside one with a date may be a name; what is linked is a section as often as an author."""
    if piece.role not in ("", "other") or piece.link_size * 2 > len(piece.text):
        return False
    if not _SECTIONS.isdisjoint(piece.node.words.split()):
        return False
    return any(read_line(near.text).dates for near in head.pieces[max(0, piece.index - 1) : piece.index + 2])


def _pieces_near(head: Head) -> list[Piece]:
    """Return the lines near the headline that are not another part's; between headline and text a part may be called
    anything."""
    first, last = max(0, head.headline - BEFORE), head.body_start + AFTER
    if head.headline >= 0:
        last = max(head.headline + 16, min(last, head.headline + 40))
    return [
        piece
        for piece in head.pieces[first:last]
        if len(piece.text) < _LONGEST
        and (piece.role not in ("comments", "related") or _is_dated_between(piece, head))
        and (piece.kind != "heading" or piece.role in ("byline", "published"))
    ]


def _is_dated_between(piece: Piece, head: Head) -> bool:
    is_between = 0 <= head.headline < piece.index < min(head.headline + _NEAR, head.body_start)
    return is_between and find_opener(piece.text) is not None and bool(read_line(piece.text).dates)


def _read_signed(piece: Piece) -> Byline | None:
    line = read_line(piece.text)
    if piece.role == "byline":
        return line.placed_byline
    found = line.byline
    if found is None or not (line.dates or _is_opened(found, piece.text)):
        return None
    # What stands before the “By” may sign, too: `Lune Agency | By Ann Roe`.
    return found if found.start <= 3 else line.placed_byline


def _is_opened(found: Byline, text: str) -> bool:
    """Tell whether a byline begins with its “By”."""
    return find_opener(text[found.start :]) is not None


def claims_in(pieces: list[Piece], read: Callable[[Piece], Byline | None]) -> Iterator[Element]:
    """Yield the lines in which `read` sees a byline; lines of one list are one byline."""
    signed: list[list[tuple[Piece, Byline]]] = []
    for piece in pieces:
        found = read(piece)
        if found is None:
            continue
        if signed and _is_same_list(signed[-1][-1][0], piece):
            signed[-1].append((piece, found))
        else:
            signed.append([(piece, found)])
    for lines in signed:
        named = [
            (person, piece.prose.locate(found.start, found.end)) for piece, found in lines for person in found.people
        ]
        yield claim_of(named, ", ".join(piece.text[found.start : found.end] for piece, found in lines), "convention")


def _is_same_list(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces stand one after the other in the same list or row of elements."""
    return (
        one.index + 1 == other.index
        and one.role == other.role == "byline"
        and one.node is not other.node
        and one.node.tag == other.node.tag
        and one.node.parent is other.node.parent
    )


def is_given(found: Byline) -> bool:
    """Tell whether each name of a byline begins with a common given name."""
    known = word_lists("people")["given"]
    return all(person.name.lower().replace("-", " ").split()[0] in known for person in found.people)


def is_names_alone(found: Byline, text: str) -> bool:
    """Tell whether a line holds full names and nothing else."""
    is_short = len(text.split()) <= _MOST_WORDS * len(found.people)
    is_whole = found.end == len(text.rstrip(". )")) or any(
        text[found.end :].strip(" /,()") == one.outlet for one in found.people
    )
    return is_short and is_whole and all(map(is_full_name, found.people))


_MOST_WORDS = 4
