"""Crimes that are told by several words together: “opened fire on”, “helped himself to the takings”."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newslint.patterns import pattern

_FILE = Path(__file__).with_name("idioms.txt")
# The words of which each idiom has one.
IDIOM_WORDS = frozenset(
    """ablaze account accounts alight assassin axe ballot banned blade bodies body books border bottle box card cash
    corpse corruptly criminally crowd customs dagger dead disqualified drunk existent expenses exposed exposing
    faked faking fbi feloniously fictitious fire fired firing forced forcing fraudulently fund funds ghost gun
    hacked hacking handbag helped helping hitman hitmen illegally imaginary inappropriately indecently inside
    intercourse into jail jury justice killer kitty knife lied life light limit lives lying machete money
    nonexistent oath own parliament perjured perjuring personal phantom pistol plate pocket pockets pot prison
    private purse remains revolver rifle room safe savings scissors screwdriver sex sexually shotgun sword tax taxes
    threatened threatening throat till tipped tipping torso trigger unlawfully votes wallet wheel""".split()
)


@cache
def idioms() -> re.Pattern[str]:
    """Return the pattern of all idioms, which are read once from the list beside this module."""
    macros: dict[str, str] = {}
    found = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        name, is_macro, expression = line.partition(" = ")
        if is_macro and name.isalpha():
            macros[name] = expression
        elif line and not line.startswith("#"):
            found.append(_filled(line, macros))
    return pattern(rf"(?<![\w’'-])(?:{'|'.join(f'(?:{each})' for each in found)})")


def _filled(line: str, macros: dict[str, str]) -> str:
    for name, expression in macros.items():
        line = line.replace(f"<{name}>", expression)
    return line


_BASES = frozenset("lie evade dodge pervert obstruct trade have drive stick set cut".split())


def form_of(word: str) -> str:
    """Return the form of the verb that an idiom begins with."""
    if word.endswith("ing"):
        return "ing"
    return "base+past+participle" if word in ("cut", "set", "slit") else "base" if word in _BASES else "past+participle"
