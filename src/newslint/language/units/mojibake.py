"""Find text that was decoded with the wrong encoding, and what it said; it changes nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newslint.patterns import pattern
from newslint.records import NamedTuple


class Damage(NamedTuple):
    """Damaged characters [start, end) of a text; `meant` is what they stood for, or empty where it is lost."""

    start: int
    end: int
    meant: str


@cache
def _single_bytes() -> dict[str, int]:
    """The byte of each character, as windows-1252 has it, and as ISO 8859-1 has what that leaves undefined."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        try:
            table[bytes([byte]).decode("cp1252")] = byte
        except UnicodeDecodeError:
            continue
    return table


# What damage begins with.
_BEGINS = pattern("[\u00c2-\u00df\u00e2\u00ef\u00f0\ufffd]")
# Marks that stand beside letters in sound text too: quotation marks, dashes, dots, degree and ordinal signs.
_MARKS = frozenset("‘’“”‚„‹›«»–—…·•°ºª¿¡´¨")


@cache
def _candidates() -> re.Pattern[str]:
    follow = "".join(re.escape(mark) for mark, byte in _single_bytes().items() if byte < 0xC0)
    return pattern(
        rf"""
          [\u00c2-\u00df][{follow}]                 # two bytes: most letters with accents
        | \u00e2[{follow}][{follow}]                # three bytes: typographic quotation marks, dashes, the euro
        | \u00ef[\u00bb][\u00bf] | \u00ef\u00bf\u00bd   # a byte order mark; a replacement character
        | \u00f0\u0178[{follow}][{follow}]          # four bytes: emoji
        | \u00e2\u20ac                              # the same with its last byte lost
        | \ufffd+
        """,
        re.VERBOSE,
    )


# An apostrophe that an encoding without it made a question mark: “don?t”, “Roe?s”, “O?Brien”. No address has one so.
_LOST_APOSTROPHE = pattern(
    r"(?<![\w?&=/.:-])(?:[A-Za-z][a-z]{0,20}(?:(?<=n)\?t|(?<=[a-zI])\?(?:s|re|ve|ll|m|d))|(?:[A-Z]{2,5}|\d{3}0)\?s"
    r"|(?:[ODdl]\?[A-Z][a-z]{2,20})|o\?clock)(?![\w=&/?.-]\w|[=&/])\b"
)
# The same behind a plural: “the players? union”. Nothing before it asks anything.
_LOST_POSSESSIVE = pattern(
    r"(?P<before>[\w’'-]{1,20})[ ](?:[a-z]{2,20}|[A-Z]{2,5}|[A-Z][a-z]{2,20})s\?(?=[ ](?P<owned>[a-z]{3,20})\b)"
)
_ASKED = pattern(
    r"(?i:\b(?:what|who|whom|whose|which|how|why|when|where|whether|if|right)\b"
    r"|\A[ ]?(?:is|are|was|were|do|does|did|has|have|had"
    r"|can|could|will|would|should|may|might|must|isn|aren|don|doesn|didn|any|so|and|or)\b)"
)
_OWNERS = frozenset(
    "the a an his her their our my your its these those two three four five six seven eight nine ten many most all "
    "some both other old young new local".split()
)
_NOT_OWNED = frozenset(
    "the and but for nor that this they she you who was were are had has have said says asked asks from with "
    "into than then not his her its their our what when where why how yes well maybe perhaps because although "
    "while if only".split()
)
_REACH = 200


def find_lost_apostrophes(text: str) -> list[Damage]:
    """Return the question marks that were apostrophes, in words and behind plurals: “don?t”, “the players? union”."""
    if "?" not in text:
        return []
    found = [text.index("?", match.start()) for match in _LOST_APOSTROPHE.finditer(text)]
    found += [match.end() - 1 for match in _LOST_POSSESSIVE.finditer(text) if _is_owner(match)]
    return [Damage(at, at + 1, "’") for at in sorted(found)]


def _is_owner(match: re.Match[str]) -> bool:
    """Tell whether a plural before a question mark owns what comes next, in a sentence that asks nothing."""
    if match["before"].lower() not in _OWNERS or match["owned"] in _NOT_OWNED:
        return False
    text, start = match.string, match.start()
    begin = max(text.rfind(mark, max(0, start - _REACH), start) for mark in '.!?:;“"‘') + 1
    return _ASKED.search(text[begin:start] + match["before"]) is None


def find_damage(text: str) -> list[Damage]:
    """Return the places of a text whose UTF-8 bytes were read as windows-1252 or ISO 8859-1, or were lost (U+FFFD).

    A place counts only where its bytes are valid UTF-8 for a character that articles use, and where the signs cannot
    be sound text, such as a capital letter before a closing quotation mark. What was damaged several times is one
    place with what it said at first, so `meant` is never damaged itself. Each time doubles the signs, so the work is
    in proportion to the text.
    """
    found = _find_once(text)
    while any(damage.meant for damage in found):
        deeper = _find_once(_replace(text, found))
        if not deeper:
            break
        found = _join(found, deeper)
    return found


def repair(text: str) -> str | None:
    """Return a text with its damage undone; None where some of it is lost."""
    found = find_damage(text)
    return _replace(text, found) if all(damage.meant for damage in found) else None


# Stands for what is lost, so that it is not found again: a code point that is no character.
_LOST = "\ufffe"


def _replace(text: str, found: Sequence[Damage]) -> str:
    parts, at = [], 0
    for damage in found:
        parts += [text[at : damage.start], damage.meant or _LOST * (damage.end - damage.start)]
        at = damage.end
    return "".join([*parts, text[at:]])


def _join(found: Sequence[Damage], deeper: Sequence[Damage]) -> list[Damage]:
    """Return places of a text together with those that its repair has, each of which takes in what it was made of."""
    joined: list[Damage] = []
    shift = at = 0  # how much longer the text is than its repair up to here
    for place in deeper:
        while at < len(found) and found[at].start - shift < place.start:
            joined.append(found[at])
            shift += _growth(found[at])
            at += 1
        start = place.start + shift
        while at < len(found) and found[at].start - shift < place.end:
            shift += _growth(found[at])
            at += 1
        joined.append(Damage(start, place.end + shift, place.meant))
    return [*joined, *found[at:]]


def _growth(damage: Damage) -> int:
    return damage.end - damage.start - len(damage.meant) if damage.meant else 0


def _find_once(text: str) -> list[Damage]:
    if text.isascii() or not _BEGINS.search(text):
        return []
    found: list[Damage] = []
    for match in _candidates().finditer(text):
        # Next to damage, signs that sound text may have are damage as well.
        is_next = bool(found) and found[-1].end == match.start()
        meant = _undo(text, match.start(), match.end(), is_next=is_next)
        if meant is not None:
            found.append(Damage(match.start(), match.end(), meant))
    return _keep_scripts(found)


def _undo(text: str, start: int, end: int, *, is_next: bool) -> str | None:
    """Return what a candidate stood for, nothing where that is lost, and None for sound text."""
    piece = text[start:end]
    if piece[0] == "\ufffd" or piece == "ï¿½":
        return ""
    if piece == "â€":
        return "”" if _is_lost_quotation_mark(text, end) else None
    meant = _decode(piece)
    return meant if meant is not None and (is_next or _is_damage(text, start, end, meant)) else None


def _is_lost_quotation_mark(text: str, after: int) -> bool:
    """`â€` alone is a closing quotation mark whose last byte windows-1252 does not know, where text ends or goes on."""
    return after == len(text) or text[after].isspace() or text[after] in ".,;:!?)"


def _decode(piece: str) -> str | None:
    table = _single_bytes()
    try:
        return bytes(table[character] for character in piece).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


def _is_damage(text: str, start: int, end: int, meant: str) -> bool:
    code = ord(meant[0])
    if end - start >= 3:
        # General punctuation to arrows, dingbats and the like; emoji; a byte order mark or replacement character.
        return 0x2000 <= code <= 0x2BFF or code >= 0x1F000 or code == 0xFEFF
    if code >= 0x370:
        return code <= 0x4FF
    return code <= 0x17F and _is_damaged_letter(text, start, end)


def _is_damaged_letter(text: str, start: int, end: int) -> bool:
    """Tell whether two signs were one letter or mark of western Europe."""
    lead, follower = text[start], text[start + 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if follower not in _MARKS and not follower.isspace():
        return True
    # AMANHÃ” and CAFÉ’s are sound: a capital at the end of a word, with a mark after it. A capital within a word
    # that began in small letters is not.
    if before.islower():
        return True
    if before.isupper():
        return lead == "Ã" and after.isupper() and follower not in "’‘´°"
    if lead == "Ã":
        return after.isalpha()
    return lead == "Â" and (before.isdigit() or follower in "«»·°´¿¡\u00a0")


def _keep_scripts(found: list[Damage]) -> list[Damage]:
    """Keep Greek and Cyrillic letters only in a row of three, which is how damaged words of theirs look."""
    kept = []
    for place, damage in enumerate(found):
        if damage.meant and 0x370 <= ord(damage.meant[0]) <= 0x4FF:
            near = found[max(0, place - 2) : place + 3]
            row = sum(1 for other in near if abs(other.start - damage.start) <= 4)
            if row < 3:
                continue
        kept.append(damage)
    return kept
