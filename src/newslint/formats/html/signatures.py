"""Find the visible lines of a page that sign its article: near the headline, beside a date, or at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, takewhile

from newslint.article import Element
from newslint.formats.html.pieces import Piece
from newslint.formats.html.tree import Tree
from newslint.newsroom.bylines import Byline, find_opener
from newslint.newsroom.labels import read_empty_label
from newslint.newsroom.lines import read_line
from newslint.newsroom.people import names_of, read_people
from newslint.newsroom.words import word_lists
from newslint.parts import Origin, Person
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

# So many pieces before the headline, and after the body's beginning, somebody may sign.
BEFORE, AFTER = 5, 3
_LONGEST = 300  # code points of a line that names people
_LONGEST_OPENED = 160
_LONGEST_NAMES = 80
_MOST_MARKED = 6
# Full names in scripts that put no space between their parts.
_UNSPACED = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")
# Names of sections and places that stand beside dates as names of people do.
_NO_NAME = pattern(
    r"\b(?:north|south|east|west|new|news|saint|san|real|city|county|local|national|world)\b", re.IGNORECASE
)
_SECTIONS = frozenset("tag tags topic topics category categories section rubrik kicker label".split())
_NEAR = 5  # pieces under the headline in which a name beside a date may stand in another line than the date


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
    yield from _claims(_pieces_near(head), _read_signed)


def called_bylines(head: Head) -> Iterator[Element]:
    """Yield the first lines of the page that their classes call bylines."""
    yield from _claims([piece for piece in head.pieces if piece.role == "byline"][:_MOST_MARKED], _read_signed)


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

    yield from _claims(_pieces_near(head), read)


def _is_known_name(piece: Piece, head: Head) -> bool:
    """Tell whether a line behind the standfirst is nothing but a name, with a given name that is common."""
    is_near = piece.index <= head.headline + _NEAR and len(piece.text) <= _LONGEST_NAMES
    found = read_line(piece.text).placed_byline if is_near else None
    return found is not None and _is_names_alone(found, piece.text) and _is_given(found)


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


def _claims(pieces: list[Piece], read: Callable[[Piece], Byline | None]) -> Iterator[Element]:
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


# Parts whose people are not the article's authors.
ELSEWHERE = ("related", "comments", "menu", "advertisement", "call-to-action", "footer", "caption")


def far_from_headline(head: Head) -> list[Element]:
    """Return who signs where the lines near the headline do not: in a labelled line anywhere, or at the end."""
    found = (
        list(_claims(head.pieces, _read_labelled))
        or list(_claims(_named_in_rows(head), _read_row))
        or list(_claims(_introduced(head), _read_introduced))
    )
    if len({claim.names for claim in found}) == 1:
        return found[:1]
    if found:
        return []
    last = _last_of_body(head)
    return [*_claims(_last_pieces(head, last), lambda piece: _read_sign_off(piece, is_last=piece.index == last))][-1:]


def _named_in_rows(head: Head) -> list[Piece]:
    """Return what stands behind a label such as “Autor” in a list of definitions or a table, or behind a “By” alone."""
    rows = pairwise(piece for piece in head.pieces if piece.node.tag in ("dt", "dd", "th", "td"))
    named = [value for label, value in rows if _is_label(label.text) and value.role not in ELSEWHERE]
    first = max(0, head.headline - BEFORE)
    near = pairwise(head.pieces[first : max(head.headline, head.body_start) + AFTER])
    return named or [value for label, value in near if label.text.rstrip(": ").lower() in _BY]


# What stands alone before a name.
_BY = frozenset(("by", "von", "par", "por", "door"))
_ABOUT = pattern(
    r"""
    (?:(?:more\ )?about | (?:mehr\ )?über | zu[rm]? | [àa]\ propos\ de | acerca\ d[eo]l? | sobre | sull['’]? | over)?
    \s?
    (?:the|our|de[nrm]|die|unsere?|l['’]|el|la|los|os?|as?)? \s?
    (?:authors? | writers? | autor(?:in|innen|en|es|a|as)? | auteur(?:e|s)? | autrice | autore | verfasser(?:in)?)
    (?: \s?:\s? | $)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _introduced(head: Head) -> list[Piece]:
    """Return the lines that open the boxes behind labels such as “About the author”."""
    boxes = []
    for piece in head.pieces[head.headline + 1 :]:
        found = _ABOUT.match(piece.text) if len(piece.text) < _LONGEST and "u" in piece.text.lower()[:12] else None
        if found is None:
            continue
        boxes += head.pieces[piece.index + 1 : piece.index + 2] if found.end() == len(piece.text) else [piece]
    return boxes


def _read_introduced(piece: Piece) -> Byline | None:
    """Read the full names with which an introduction of the authors begins."""
    label = _ABOUT.match(piece.text)
    start = label.end() if label else 0
    found = read_people(piece.text[: start + _LONGEST_NAMES], start)
    people = tuple(takewhile(is_full_name, found.people))
    end = piece.text.find(people[-1].name, start) + len(people[-1].name) if people else 0
    return Byline(people, start, end) if end > start else None


def _is_label(text: str) -> bool:
    label = read_empty_label(text.rstrip(": ") + ":")
    return label is not None and label.element == "byline"


def _read_row(piece: Piece) -> Byline | None:
    found = read_line(piece.text).placed_byline if len(piece.text) <= _LONGEST_OPENED else None
    return found if found is not None and all(map(is_full_name, found.people)) else None


def _read_labelled(piece: Piece) -> Byline | None:
    """Read `Written by Ann Roe`, `Autor: Ann Roe`, and a “By” with a date or nothing else behind the name."""
    text = piece.text
    if len(text) > _LONGEST_OPENED or piece.role in ELSEWHERE:
        return None
    opener, found = find_opener(text), read_line(text).byline
    if opener is None or found is None or found.start > 3:
        return None
    is_alone = found.end == len(text) and not piece.is_body
    return found if is_alone or _says_more_than_by(text[slice(*opener)].rstrip()) or read_line(text).dates else None


def _says_more_than_by(words: str) -> bool:
    return words.endswith(":") or len(words) > _LONGEST_BY


_LONGEST_BY = 5  # letters of a plain “By”: “durch”


def _last_of_body(head: Head) -> int:
    return max((piece.index for piece in head.pieces if piece.is_body), default=-1)


def _last_pieces(head: Head, last: int) -> list[Piece]:
    """Return the last paragraphs of the body, and the lines right behind it."""
    return [piece for piece in head.pieces[max(head.headline + 1, last - 2) : last + 2] if piece.kind == "paragraph"]


_SET_OFF = pattern(r"<(?:em|i|b|strong)\b|text-align:\s?right|align=.?right", re.IGNORECASE)
_AGENCIES = pattern(
    r"(?:^|\s)\(([^()]{2,30})\)\.?$|^(?:©(?:\s?\d{4}(?=\s))?|Quelle:|Source\s?:|Fuente:|Fonte:)\s?([^,.()]{2,30})"
)
_PARTS = pattern(r"\s?/\s?|,\s|\s(?:mit|und|and|with|et|avec|y|con)\s")


def _read_sign_off(piece: Piece, *, is_last: bool) -> Byline | None:
    """Read the last line of an article: a name alone, or the agency that it is from: `(HK mit dpa)`."""
    text = piece.text
    found = _read_alone(piece, is_last=is_last) if piece.role not in ELSEWHERE else None
    # A line with ©, which looks like a footer, may name the agency.
    return found or (_read_agency(text) if text[-1] in ")." or text[0] in "©QSF" else None)


def _read_alone(piece: Piece, *, is_last: bool) -> Byline | None:
    """Read full names that are all of a line or of brackets at its end: set off, or common and at the body's end."""
    start, end = _range_of_name(piece.text)
    text = piece.text[start:end]
    found = read_line(text).placed_byline if len(text) <= _LONGEST_NAMES else None
    if found is None or not _is_names_alone(found, text):
        return None
    is_signed = (is_last and _is_given(found)) or (not start and _is_set_off(piece))
    return Byline(found.people, start + found.start, start + found.end) if is_signed else None


_BRACKETS = pattern(r"(?:^|[.!?…]\s)\(([^()]{5,70})\)\.?$")


def _range_of_name(text: str) -> tuple[int, int]:
    """Return the range of a text in which a name may stand alone: what brackets at its end hold, or all of it."""
    found = _BRACKETS.search(text, max(0, text.rfind("(") - 2)) if text[-1] in ")." else None
    return found.span(1) if found else (0, len(text))


def _is_given(found: Byline) -> bool:
    """Tell whether each name of a byline begins with a common given name."""
    known = word_lists("people")["given"]
    return all(person.name.lower().replace("-", " ").split()[0] in known for person in found.people)


def _read_agency(text: str) -> Byline | None:
    """Read the agency in brackets at the end, or behind its label."""
    signed = _AGENCIES.search(text)
    start, end = signed.span(signed.lastindex or 0) if signed else (0, 0)
    return Byline((Person(text[start:end], kind="group"),), start, end) if _is_of_agency(text[start:end]) else None


def _is_names_alone(found: Byline, text: str) -> bool:
    """Tell whether a line holds full names and nothing else."""
    is_short = len(text.split()) <= _MOST_WORDS * len(found.people)
    is_whole = found.end == len(text.rstrip(". )")) or any(
        text[found.end :].strip(" /,()") == one.outlet for one in found.people
    )
    return is_short and is_whole and all(map(is_full_name, found.people))


def _is_set_off(piece: Piece) -> bool:
    return piece.text[0] in "(–—" or _SET_OFF.search(piece.node.text, piece.node.start, piece.node.close) is not None


def _is_of_agency(text: str) -> bool:
    """Tell whether a short text names an agency, perhaps with others: `dpa/HK`."""
    parts = [part.strip() for part in _PARTS.split(text.lower())]
    return len(parts) <= _MOST_WORDS and not word_lists("people")["agency"].isdisjoint(parts)


_MOST_WORDS = 4
