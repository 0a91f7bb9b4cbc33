"""Tell adverbs in -ly from adjectives and nouns that end so, and participles and adjectives from nouns.

Derivation tells them apart, and the table of words says what was derived. An adjective in -ly has a comparative or a
noun of its own (“friendlier”, “costliness”). An adverb is made of an adjective, which has them without -ly (“newest”,
“openness”). Origin of the endings: common facts of English word formation.
"""

from __future__ import annotations

from functools import lru_cache

from newslint.language.spelling.table import commonness
from newslint.language.units.irregular import PARTICIPLES

_RARE = 80  # what only larger lists of SCOWL have is no current word: “homeness”
_GRADED = 70  # “kindlier”, not “loudlier”
_LEAST_STEM = 3
# Endings that make adjectives.
_ADJECTIVAL = tuple(
    "al ic ous ive ful less able ible ent ant ary ory ish some ed ing ate ute ile ern ar ane ine".split()
)
# Adverbs whose adjective is a noun as well, or of which there is none.
_ADVERBS = frozenset(
    "partly mainly mostly solely overly wholly fully duly truly formerly lately purposely ably idly".split()
)
# Adjectives and nouns of time and place, which have neither comparative nor noun.
_ADJECTIVES = frozenset(
    "daily weekly monthly yearly hourly nightly fortnightly quarterly only early elderly likely unlikely northerly "
    "southerly easterly westerly family assembly".split()
)


@lru_cache(maxsize=4096)
def is_adverb(word: str) -> bool:
    """Tell whether a word in small letters is an adverb in -ly that is no adjective or noun, too: “newly”."""
    if word in _ADVERBS:
        return True
    if (
        len(word) <= _LEAST_STEM + 1
        or not word.endswith("ly")
        or word in _ADJECTIVES
        or commonness(word) is None
        or _is_graded(word)
    ):
        return False
    return any(is_adjective(stem) for stem in _stems(word))


def _is_graded(word: str) -> bool:
    """Tell whether a word in -ly is compared or made a noun, as adjectives are: “friendlier”, “costliness”."""
    return any(_is_current(word[:-1] + ending, _GRADED) for ending in ("ier", "iest", "iness"))


def _stems(word: str) -> list[str]:
    """Return what an adverb may have been made of: “quick”, “happy”, “gentle”, “whole”, “full”, “basic”."""
    base = word[:-2]
    found = [base, word[:-1] + "e", base + "e", base + "l"]
    if base.endswith("i"):
        found.append(base[:-1] + "y")
    if base.endswith("ical"):
        found.append(base[:-2])
    return [stem for stem in found if len(stem) >= _LEAST_STEM]


@lru_cache(maxsize=4096)
def is_adjective(word: str) -> bool:
    """Tell whether a word in small letters is an adjective by its form: by its ending, or by what is made of it."""
    if commonness(word) is None:
        return False
    if word.endswith(_ADJECTIVAL):
        return True
    # Both degrees: “molest” is no degree of “mol”.
    if all(_is_current(word.removesuffix("e") + ending) for ending in ("er", "est")):
        return True
    return _is_current(word + "ness") or (word.endswith("y") and _is_current(word[:-1] + "iness"))


def _is_current(word: str, most: int = _RARE) -> bool:
    size = commonness(word)
    return size is not None and size <= most


def is_participle(word: str) -> bool:
    """Tell whether a word in small letters is a participle: “built”, “trained”, “growing”."""
    return word in PARTICIPLES or (word.endswith(("ed", "ing")) and commonness(word) is not None)
