"""Tell whether what follows an article begins with a vowel when it is read aloud: words, figures, abbreviations."""

from __future__ import annotations

import unicodedata

from newslint.patterns import pattern

# Letters that are written as vowels and spoken as consonants (“a union”, “a one-off”), and the other way round.
_LIKE_YOU = pattern(
    r"(?:eu|ew|ou(?:ija)|u(?:ni(?:[cfopqstv]|l(?!l)|$)|nanim|s(?:e(?!nt)|u|a[bg]|ing)|t(?:il|en|er|op)|ra(?:n|l)|ri[nc]|ro|rls?$|sbs?$|fo|"
    r"k[ru]|biq|gand|ruguay|yghur|ighur)|y[aeiou]|one(?!rous)|once|oneself)"
)
_SILENT_H = pattern(r"(?:hour|honest|honou?r|heir)")
# Both are heard: “an historic day”, “a herb”, “an hotel”.
_EITHER = pattern(
    r"(?:histor|hotel|herb|homage|heroic|habitu|hyster|hallucin|heredit|harass|hono(?!u?r)|hors$|hm|uh$|um$|un$|ut$|uni$|us$|yt"
    r"|oaxac|ouag|eid|eyjaf|eule|[^aeiouy]+$)"
)
# Letters whose names begin with a vowel.
_VOWEL_NAMES = frozenset("AEFHILMNORSX")
# Abbreviations that are read as words, and those that look like words and are read letter by letter.
_WORDS = frozenset(
    "NATO NASA FEMA FIFA NASCAR SWAT STEM MAGA RADAR SARS LASIK HUD NICE REIT SIM SPAC START SALT SNAP HAZMAT "
    "HIPAA RAM ROM LAN MENA MERS NIMBY NAFTA SEAL SEATO SWOT UNICEF UNESCO UNHCR FAQ SAT SIG LIBOR MASH RICO "
    "FICA FISA FOMO LOL LIDAR SAD SONAR SOHO LEGO MANPADS NOAA NOW HAMAS LIV SAG SIDS SANE SQL LEED MOMA "
    "SMART STAR SURE SHAPE SPEC RINO FARC ROTC".split()
)
_LETTERS = frozenset(
    "HIV SUV HR LED MIT SAT EU RV HGV MOT LAPD NYPD FAA IRA IRS ICU ISP ID IQ IT IP AI ATM MEP UK US UN UFO "
    "USB UAE HSE HOA SOS".split()
)
_FIGURE = pattern(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")
# Two consonants with which no word begins: “FBI”, “NBA”.
_UNSPEAKABLE = pattern(
    r"(?!BL|BR|CH|CL|CR|DR|FL|FR|GL|GN|GR|KN|PH|PL|PR|PS|SC|SH|SK|SL|SM|SN|SP|SQ|ST|SW|TH|TR|TW|WH|WR)[B-DF-HJ-NP-TV-Z]{2}"
)
_CURRENCY = "$€£₹¥"


def begins_with_vowel(word: str) -> bool | None:
    """Tell whether a word or figure begins with a vowel when it is spoken; None where both are heard or nobody knows.

    The word is given as it is written, with what is joined to it: `11-year-old`, `MP`, `€8m`, `U-turn`.
    """
    text = word.lstrip(_CURRENCY)
    if not text:
        return None
    if text[0].isdigit():
        return _figure_begins_with_vowel(text)
    head = text.replace("’", "'").partition("'")[0].partition("-")[0].rstrip(".")
    if len(head) == 1 and head.isalpha() and len(text) > 1:
        return head.upper() in _VOWEL_NAMES if head != "a" else None
    head = head[:-1] if head.endswith("s") and head[:-1].isupper() else head
    if head.isupper() and len(head) > 1:
        return _abbreviation_begins_with_vowel(head)
    return _word_begins_with_vowel(head) if head.isalpha() and (head.islower() or head.istitle()) else None


def _figure_begins_with_vowel(text: str) -> bool | None:
    """Tell it of a figure: eight, eleven, eighteen, eighty and their thousands; 1,100 and 1800 are read in two ways."""
    match = _FIGURE.match(text)
    digits, fraction = match.groups() if match else ("0", None)
    first, comma, _ = digits.partition(",")
    if first.startswith("0") or (fraction and first == "0"):
        return None
    if comma or len(digits) <= 3:
        return first[0] == "8" or first in ("11", "18")
    if len(digits) == 4:
        return None if digits[:2] == "11" else digits[:2] == "18" or digits[0] == "8"
    return None


def _abbreviation_begins_with_vowel(head: str) -> bool | None:
    letters = head.replace(".", "")
    if not letters.isascii() or not letters.isalpha():
        return None
    has_no_vowel = len(letters) <= 4 and not set(letters) & set("AEIOUY")
    is_spelled = letters in _LETTERS or has_no_vowel or len(letters) == 2 or _UNSPEAKABLE.match(letters)
    if is_spelled and letters not in _WORDS:
        return letters[0] in _VOWEL_NAMES
    # A word or letters: both begin alike where the letter's name does.
    return None if letters in _WORDS or letters[0] in "AEFHILMNORSUXY" else False


def _word_begins_with_vowel(head: str) -> bool | None:
    plain = "".join(letter for letter in unicodedata.normalize("NFD", head.lower()) if letter.isalpha())
    if not plain or not plain.isascii() or len(plain) == 1:
        return None
    if _EITHER.match(plain):
        return None
    if _SILENT_H.match(plain):
        return True
    return plain[0] in "aeiou" and _LIKE_YOU.match(plain) is None
