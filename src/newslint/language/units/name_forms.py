"""Tell what looks like another spelling of a name and is none: contractions, and the endings of other languages."""

from __future__ import annotations

import re

from newslint.language.units.edits import first_difference, is_swap
from newslint.patterns import pattern

_CONTRACTION = pattern(
    r"(?:(?:i|you|y|he|she|it|we|they|that|this|these|those|there|here|who|what|where|when|why|how|let|one"
    r"|(?:some|any|every|no)(?:one|body|thing))[’'](?:s|re|ve|ll|d|m|all)|[a-z]{2,6}n[’']t)",
    re.IGNORECASE,
)
_STEM = 4
_ENDINGS = frozenset(["", *"a e i o u y s es n en ns ens m em om am um r er us os ov ova ovi owi ego ą ę".split()])


def is_contraction(word: str) -> bool:
    """Tell whether a word is a pronoun with a short verb (we’ve, who’s), or a verb with “not” (don’t)."""
    return _CONTRACTION.fullmatch(word) is not None


def are_inflected(one: str, other: str) -> bool:
    """Tell whether two names may be forms of one in a language whose names have cases: Testaments and Testamentes.

    They have four letters or more in common, and behind them endings of cases in German, Slavic languages or Latin.
    """
    head = first_difference(one, other)
    endings = {one[head:], other[head:]}
    return one != other and head >= _STEM and endings <= _ENDINGS and not is_swap(one, other)
