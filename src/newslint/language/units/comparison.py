"""Fold texts so that two ways of writing the same compare equal.

Everything that compares texts without regard to case, accents or the shape of an apostrophe uses this module.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from newslint.patterns import pattern

Kept = Literal["marks", "words", "letters"]

_APOSTROPHES = "’‘‛ʼʹ´′＇"
_HYPHENS = "‐‑"
_SPACES = "\u00a0\u2002\u2003\u2007\u2008\u2009\u202f\u3000\t\r\n"
# Glyphs that stand for a plain character, one for one.
_GLYPHS = {**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-"), **dict.fromkeys(_SPACES, " ")}
# For whole keys: quotation marks and dashes as well; soft hyphens, joiners and byte order marks vanish.
_ALL_GLYPHS = str.maketrans(
    {
        **_GLYPHS,
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‚‹›", "'"),
        **dict.fromkeys("‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    }
)
# Accents of Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowel signs. Other combining marks are letters.
_ACCENTS = pattern("[\u0300-\u036f\u0591-\u05bd\u064b-\u065f]+")
_REFERENCE = pattern(r"&#?\w{1,31};")
_BETWEEN_LETTERS = pattern(r"(?<=\w)'(?=\w)")
_INDIC_SIGNS = "\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
_NOT_LETTERS = pattern(rf"[^\w{_INDIC_SIGNS}]+|_+")


def fold_in_place(text: str) -> str:
    """Return a text in lower case with plain apostrophes, hyphens and spaces, of exactly the same length.

    Positions in the result are positions in the text. Accents stay.
    """
    lowered = text.lower()
    if lowered.isascii() and lowered.isprintable():
        return lowered
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    # Each is looked for at the speed of a search; `translate` looks up every character.
    for glyph, plain in _GLYPHS.items():
        lowered = lowered.replace(glyph, plain)
    return lowered


def comparison_key(text: str, keep: Kept = "marks") -> str:
    """Return what two texts have in common if they differ only in case, accents, glyphs and white space.

    Character references (`&amp;`) are read. `keep` says what counts besides: all marks; only words, with one space
    between them (an apostrophe inside a word counts as nothing, a hyphen as a space); or only letters and digits.
    """
    for _ in range(2 if "&" in text and ";" in text else 0):  # feeds escape what is escaped already
        from html import unescape

        text = _REFERENCE.sub(lambda found: unescape(found[0]), text)
    key = text.lower() if text.isascii() else _fold_letters(text)
    if keep == "letters":
        return _NOT_LETTERS.sub("", key)
    if keep == "words":
        key = _NOT_LETTERS.sub(" ", _BETWEEN_LETTERS.sub("", key))
    return " ".join(key.split())


def _fold_letters(text: str) -> str:
    # Twice: a letter in lower case may have an accent of its own.
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text.translate(_ALL_GLYPHS))
        text = _ACCENTS.sub("", text).casefold()
    return unicodedata.normalize("NFC", text)
