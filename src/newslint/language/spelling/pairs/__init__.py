"""Tell words of like sound apart by a grammar of word classes, where no table of frames could name all neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache
from types import MappingProxyType

from newslint.language.spelling.pairs import nouns, possessives, verbs
from newslint.language.spelling.pairs.place import Place
from newslint.patterns import pattern

Judge = Callable[[Place], str | None]

# The judges of each word, by the word in small letters with a straight apostrophe.
JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "it's": possessives.for_it_is_contracted,
        "its": possessives.for_its,
        "there": possessives.for_there,
        "they're": possessives.for_they_are,
        "their": possessives.for_their,
        "who's": possessives.for_who_is,
        "lead": verbs.for_lead,
        "loose": verbs.for_loose,
        "loosing": verbs.for_loosing,
        "looses": verbs.for_looses,
        "effect": verbs.for_effect,
        "effected": verbs.for_effected,
        "reign": verbs.for_reign,
        "reigned": verbs.for_reigned,
        "reined": verbs.for_reined,
        "rain": verbs.for_rain,
        "principle": nouns.for_principle,
        "principal": nouns.for_principal,
        "principals": nouns.for_principals,
        "cite": nouns.for_cite,
        "canvas": nouns.for_canvas,
        "then": nouns.for_then,
        "phase": nouns.for_phase,
        "sooth": nouns.for_sooth,
        "pored": nouns.for_pored,
        "bare": nouns.for_bare,
        "sight": nouns.for_sight,
        "breath": nouns.for_breath,
    }
)

_FIRSTS = MappingProxyType({word: word.partition("'")[0] for word in JUDGES})
# A text that has none of these words, cut at marks, has no word that a judge is asked of.
JUDGED = frozenset(_FIRSTS.values())


def find_mistaken(text: str, lower: str, words: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, right) of each word in whose place only another can stand.

    `lower` is the text in small letters, `words` its words, cut at marks.
    """
    for word, judge in JUDGES.items():
        if _FIRSTS[word] in words:
            for match in _written(word).finditer(lower):
                right = judge(Place(text, *match.span()))
                if right and right != word:
                    yield *match.span(), right


@cache
def _written(word: str) -> re.Pattern[str]:
    letters = re.escape(word).replace("'", "['’]")
    if word == "lead":
        return pattern(rf"(?<![\w’'_]){letters}(?![\w’'-])")
    return pattern(rf"(?<![\w’'_-]){letters}(?![\w’'])" + ("" if word == "reign" else "(?!-)"))
