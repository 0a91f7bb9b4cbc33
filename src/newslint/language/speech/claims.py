"""Find the claims that a text makes in its own voice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Literal

from newslint.language.lexicon import Lexicon, table
from newslint.language.numbers.quantities import Quantity
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.cues import verb_cues
from newslint.language.speech.passages import Extent, Passage
from newslint.language.speech.quotations import Quotation
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extents

__all__ = ["Claim", "find_claims", "is_telling"]

ClaimKind = Literal["figure", "superlative", "comparison", "cause", "prediction", "accusation"]

_TELLING_WORDS = pattern(r"\b(?:according|per|statement|interview|figures|data|spokes\w+)\b", re.IGNORECASE)


@table
def _telling_forms(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form for form, cue in verb_cues(lexicon).items() if cue.has("tells"))


_ANY_WORD = pattern(r"\w+")


def is_telling(cue: str, lexicon: Lexicon) -> bool:
    """Tell whether a cue presents something that a source has said, written or shown, and not merely felt or done."""
    forms = _telling_forms(lexicon)
    return _TELLING_WORDS.search(cue) is not None or any(word in forms for word in _ANY_WORD.findall(cue.lower()))


class Claim(NamedTuple):
    """Hold what makes a sentence of the publication's own voice a claim."""

    kind: ClaimKind
    extent: Extent
    """The words that make it one."""
    sentence: Extent


# What a claim of each kind has one of, by itself as a word.
_WORDS: dict[ClaimKind, str] = {
    "superlative": "most least largest biggest smallest strongest weakest deadliest fastest slowest highest lowest "
    "richest poorest greatest oldest youngest longest shortest worst best unprecedented unrivalled unrivaled "
    "unparalleled record",
    "comparison": "than",
    "cause": "led contributed caused triggered sparked fuelled fueled driven because thanks result",
    "prediction": "likely unlikely set poised bound certain sure surely certainly inevitably soon well eventually",
    "accusation": "defrauded bribed embezzled stole lied cheated covered laundered smuggled falsified abused assaulted "
    "discriminated broke violated colluded rigged",
}
_SIGNS: dict[ClaimKind, str] = {
    "superlative": r"""
        \b(?:the|one[ ]of[ ]the|its|their|[A-Z][\w-]{0,60}[’']s)[ ]
        (?: (?:most|least)[ ](?!of\b|recent\b|part\b)[a-z]{4,}
          | (?:larg|bigg|small|strong|weak|deadli|fast|slow|high|low|rich|poor|great|old|young|long|short)est
          | worst | best )\b
      | \b(?:unprecedented|unrivalled|unrivaled|unparalleled|record[- ](?:high|low|breaking))\b
    """,
    "comparison": r"""
        \b(?:more|less|fewer|better|worse|higher|lower|larger|smaller|stronger|weaker|faster|slower)[ ]
        (?:[a-z-]+[ ]){0,3}than\b
    """,
    "cause": r"""
        \b(?:has|have|had)[ ](?:led[ ]to|contributed[ ]to|caused|triggered|sparked|fuell?ed)\b
      | \b(?:was|were|is|are|been)[ ](?:caused|driven|fuell?ed)[ ]by\b
      | \b(?:because[ ]of|thanks[ ]to|as[ ]a[ ]result[ ]of)\b
    """,
    "prediction": r"""
        \b(?:is|are)[ ](?:likely|unlikely|set|poised|bound|certain|sure)[ ]to\b
      | \bwill[ ](?:surely|certainly|likely|inevitably)\b
      | \b(?:could|may|might)[ ](?:soon|well|eventually)[ ][a-z]+\b
    """,
    "accusation": r"""
        \b(?:defrauded|bribed|embezzled|stole|lied|cheated|covered[ ]up|laundered|smuggled|falsified|abused|assaulted
          | discriminated[ ]against | broke[ ]the[ ]law | violated | colluded | rigged)\b
    """,
}


@cache
def _signs() -> list[tuple[ClaimKind, frozenset[str], re.Pattern[str]]]:
    return [(kind, frozenset(_WORDS[kind].split()), pattern(regex, re.VERBOSE)) for kind, regex in _SIGNS.items()]


def find_claims(
    passages: Sequence[Passage],
    sentences: Sequence[Extent],
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation],
    quantities: Sequence[tuple[int, Quantity]],
    vocabulary: Callable[[int], frozenset[str]] | None = None,
) -> list[Claim]:
    """Return the claims of the sentences in which no source speaks, in reading order; block quotations have none.

    `quantities` carry the index of their passage, and `vocabulary` gives the words of one in small
    letters, where they are known. A sentence in which a source tells something, or in which a
    passive hides one, makes no claim in the publication's own voice; nor do quoted words.
    """
    taken = _taken(attributions, quotations)
    figures = _by_passage(quantities)
    places = dict.fromkeys(figures, 0)
    found: list[Claim] = []
    for sentence in sentences:
        number = sentence.passage
        own = figures.get(number, [])
        here = []
        while own and places[number] < len(own) and own[places[number]].start < sentence.end:
            quantity = own[places[number]]
            places[number] += 1
            if quantity.start >= sentence.start:
                here.append(quantity)
        if passages[number].kind == "quotation" or taken.overlaps(*sentence):
            continue
        found += [Claim("figure", Extent(number, q.start, q.end), sentence) for q in here]
        found += _said(passages[number].text, sentence, vocabulary and vocabulary(number))
    return found


def _by_passage(quantities: Sequence[tuple[int, Quantity]]) -> dict[int, list[Quantity]]:
    figures: dict[int, list[Quantity]] = {}
    for number, quantity in quantities:
        figures.setdefault(number, []).append(quantity)
    return figures


def _said(text: str, sentence: Extent, vocabulary: frozenset[str] | None) -> Iterator[Claim]:
    for kind, words, regex in _signs():
        if vocabulary is not None and words.isdisjoint(vocabulary):
            continue
        match = regex.search(text, sentence.start, sentence.end)
        if match is not None:
            yield Claim(kind, Extent(sentence.passage, match.start(), match.end()), sentence)


def _taken(attributions: Sequence[Attribution], quotations: Sequence[Quotation]) -> Extents:
    """Return where sources speak: cues and contents of what is told, and quotations of speech."""
    extents = [
        extent
        for attribution in attributions
        if attribution.source or attribution.is_passive
        for extent in (*attribution.cue, *attribution.content)
    ]
    return Extents(extents + [quotation.extent for quotation in quotations if quotation.role == "speech"])
