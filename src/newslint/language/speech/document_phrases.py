"""Find the documents that a clause begins with: “A letter from Roe to the board (says)”."""

from __future__ import annotations

from newslint.language.speech.speech_acts import TokenView
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import (
    AUX,
    CONJ,
    CUE,
    DASH,
    DET,
    ED,
    NAME,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    SUB,
    TO,
    VERB,
)

_DOCUMENT = BITS["document"]
_CLAUSE_EDGE = PUNCT | QUOTE | SUB | CONJ
_BEHIND_DOCUMENT = PREP | TO | ED | BITS["irregular-participle"]
_NOT_INSIDE = AUX | VERB | CUE | PRON | REL
_NO_END = PREP | TO | REL | SUB | DET | CONJ


def document_before(view: TokenView, last: int, begin: int) -> tuple[int, int] | None:
    """Return the document, with what is said of it, that a clause begins with and that ends with token ``last``.

    The sentence begins at ``begin``.
    """
    flags = view.flags
    start = None if flags[last] & _NO_END else _clause_start(view, last, begin)
    if start is None:
        return None
    head = next((at for at in range(start, last) if flags[at] & _BEHIND_DOCUMENT), last)
    if head == start or not flags[head - 1] & _DOCUMENT or view.lower[head] == "of":
        return None
    return (start, last + 1) if _is_phrase(flags, start, head, last) else None


def _is_phrase(flags: list[int], start: int, head: int, last: int) -> bool:
    """Tell whether no verb stands in a phrase but the participle at ``head``."""
    if any(flags[at] & _NOT_INSIDE for at in range(start, head - 1)):
        return False
    return not any(flags[at] & _NOT_INSIDE and not flags[at] & (NAME | DET) for at in range(head + 1, last + 1))


def _clause_start(view: TokenView, last: int, begin: int) -> int | None:
    """Return where the clause begins that goes on with token ``last``, or None where a quotation or a dash does.

    Nor is there one without a document in it, which is looked for first.
    """
    flags, floor = view.flags, max(begin, last - 24)
    if not any(flag & _DOCUMENT for flag in flags[floor:last]):
        return None
    start = last
    while start > floor and not (flags[start - 1] & _CLAUSE_EDGE and _is_edge(view, start - 1, floor)):
        start -= 1
    if start == begin:
        return start
    return None if start == floor or flags[start - 1] & (QUOTE | DASH) else start


def _is_edge(view: TokenView, place: int, floor: int) -> bool:
    """Tell whether a mark or a conjunction parts clauses, and not merely two nouns: “photos and video”."""
    return view.lower[place] != "and" or (place > floor and bool(view.flags[place - 1] & PUNCT))
