"""Tell whether two given names may be one that was written in two ways; knows no article.

Names that tell women from men (Carlo, Carla) are like two spellings of one, so that what is said here is only whether
two names may be one, and how surely.
"""

from __future__ import annotations

from newslint.language.units.edits import is_one_slip
from newslint.patterns import pattern

_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("x", "ks"), ("th", "t"), ("c", "k"), ("q", "k"), ("z", "s"), ("ou", "u"), ("oo", "u"),
    ("ey", "i"), ("ie", "i"), ("y", "i"), ("dj", "j"), ("tj", "ti"), ("w", "v"),
)  # fmt: skip
_DOUBLED = pattern(r"(.)\1")
_MUTE = pattern(r"(?<=.)h")
_VOWELS = pattern(r"[aeiou]")
# Endings that tell women from men, or one language's form from another's.
_GENDERED = frozenset(["", "a", "e", "o", "s", "i", "y", "n"])
# How Muhammad, Ahmed, Abdullah and others are written in Latin letters differs in the vowels.
_ARABIC = frozenset("mhmd mhmt ahmd hmd mhmmd hsn hssn hmd abdllh bdllh ysf ssf mstf".split())
_SHORT_FORMS = {
    frozenset(pair.split("/"))
    for pair in """bill/william will/william bob/robert rob/robert jim/james mike/michael ted/edward ted/theodore
    dick/richard rick/richard steve/stephen steve/steven kate/katherine kate/catherine tony/anthony jack/john
    jeff/geoffrey larry/lawrence charlie/charles chuck/charles harry/henry hank/henry peggy/margaret maggie/margaret
    betty/elizabeth liz/elizabeth beth/elizabeth becky/rebecca kathy/katherine cathy/catherine sandy/alexandra
    mandy/amanda nick/nicholas jenny/jennifer debbie/deborah vicky/victoria andy/andrew billy/william joe/joseph
    tina/christina ronnie/ronald pat/patricia sue/susan molly/mary""".split()
}


def how_alike(one: str, other: str) -> str | None:
    """Return how two given names may be one.

    `spelling` for other letters of the same sounds or a slip (Catherine, Katherine; Aleksandar, Aleksander), `ending`
    where only the last letter tells them apart (Carlo, Carla), `short` for a short form (Jan, Janet), else None.
    """
    first, second = one.lower(), other.lower()
    if first == second:
        return None
    if frozenset([first, second]) in _SHORT_FORMS:
        return "short"
    short, long = sorted((first, second), key=len)
    if _is_ending(short, long):
        return "ending"
    if _sound(first) == _sound(second) or _is_arabic(first, second):
        return "spelling"
    if len(short) >= 4 and is_one_slip(first, second):
        return "spelling"
    return "short" if len(short) >= 3 and long.startswith(short) else None


def _is_ending(short: str, long: str) -> bool:
    stem = short if len(short) < len(long) else short[:-1]
    return long.startswith(stem) and {short[len(stem) :], long[len(stem) :]} <= _GENDERED


def _sound(name: str) -> str:
    for letters, sound in _SOUNDS:
        name = name.replace(letters, sound)
    return _MUTE.sub("", _DOUBLED.sub(r"\1", name))


def _is_arabic(one: str, other: str) -> bool:
    bones = {_VOWELS.sub("", _DOUBLED.sub(r"\1", name)) for name in (one, other)}
    return len(bones) == 1 and bones <= _ARABIC and one[0] == other[0]
