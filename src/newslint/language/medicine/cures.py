"""Tell words that promise too much of a treatment."""

from __future__ import annotations

import re
from itertools import chain

from newslint.language.medicine.words import ILL_WORDS, ILLNESS, TREATMENT
from newslint.patterns import pattern

# Of these a text with such words has one, cut at hyphens and apostrophes.
HYPE_WORDS = frozenset(
    """miracle miraculous wonder cure cures bullet grail breakthrough breakthroughs revolutionary revolutionise
    revolutionize changing changer astonishing groundbreaking ground numbered beginning transformed transform
    dead century conquered magical long thing history""".split()
)
# And one of these
TREATING_WORDS = ILL_WORDS | frozenset(
    """drug drugs treatment treatments therapy therapies pill pills jab jabs injection injections vaccine vaccines
    medicine medicines medication medical cure cures remedy remedies surgery operation implant implants
    antibiotic antibiotics patient patients surgeon surgeons psychiatry oncology cream ointment transplant
    transplants cell doctor doctors clinic clinical clinicians diet technique procedure tablet tablets""".split()
)
_THING = (
    r"(?:cures?|drugs?|pills?|treatments?|jabs?|remed(?:y|ies)|diets?|therap(?:y|ies)|medicines?|medication"
    r"|injections?|vaccines?"
    r"|surgery|technique|procedure|implants?|operation|transplants?|tablets?|cream|blood[ ]filter|plaster"
    r"|antibiotics?|test|scan|serum|patch|device|gel|spray|formula|molecule|compound|potion|shot|hormone"
    r"|inhaler|gene[ ]therapy)"
)
_GREAT = (
    r"(?:miracle|miraculous|wonder|game[ -]chang(?:er|ing)|breakthrough|revolutionary|life-changing"
    r"|once-in-a-\w+|astonishing"
    r"|ground-?breaking|magical|world-beating|long-awaited)"
)
# In parts, since one would be too large to be judged.
_PRAISE = pattern(
    rf"""
      (?<![\w-]){_GREAT},?[ ](?:[\w-]+[ ]){{0,2}}?{_THING}\b(?![ ](?:designation|status|fund|foundation|prize))
    | \bnothing[ ]short[ ]of[ ](?:a[ ])?mirac(?:le|ulous)\b
    | (?<![\w-])(?:cure-all|magic[ ]bullet|silver[ ]bullet|holy[ ]grail|game[ -]changer|medical[ ](?:miracle
      |breakthrough))s?\b
    | \bbreakthrough[ ](?:in|against|for)[ ](?:[\w-]+[ ]){{0,3}}?(?:{TREATMENT}|{ILLNESS})\b
    | \b(?:major|big|huge|new|historic|long-awaited|landmark)[ ]breakthrough\b(?![ ](?:infections?|cases?
      |bleeding|pain|therapy))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VICTORY = (
    pattern(
        rf"""
      \b(?:a|the|its|their)[ ](?:[\w-]+[ ])?cure[ ]for[ ](?:the[ ])?{ILLNESS}\b[^.!?;]{{0,30}}?\b(?:is
      |has[ ]been|was)[ ](?:\w+[ ])?
      (?:here|found|discovered|arrived|within)
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        r"""
      \blong-awaited[ ]cure\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      {ILLNESS}[ ](?:is[ ]|are[ ])?(?:now[ ])?a[ ]thing[ ]of[ ]the[ ]past\b | \b(?:consign|condemn)(?:s
      |ed)?[ ]{ILLNESS}[ ]to[ ]history
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \b(?:found|discovered|developed|have|has)[ ](?:at[ ]last[ ])?(?:a|the)[ ]cure[ ]for[ ](?:the[ ])?{ILLNESS}
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
)
_END = pattern(
    rf"""
      (?:\bbeginning[ ]of[ ]the[ ]end[ ](?:for|of)[ ](?:the[ ])?|\btransform\w*[ ]the[ ]fight[ ]against[ ]
      |\bconquer(?:s|ed)?[ ]){ILLNESS}
    | \bend[ ]of[ ]{ILLNESS}[ ](?:is|as)\b | {ILLNESS}[’']?s?[ ]days[ ]are[ ]numbered
    | \brevolutioni[sz]e\w*[ ](?:the[ ])?(?:treatment|care|fight) | \bback[ ]from[ ]the[ ]dead\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TREATING = pattern(rf"\b(?:{TREATMENT}|{ILLNESS})\b", re.IGNORECASE)
_DENIED = pattern(
    r"\b(?:no|not|never|hardly|far[ ]from|rather[ ]than|so-called|nor|without|any|neither|claims?[ ]of"
    r"|search(?:ing)?[ ]for"
    r"|hopes?[ ]of|hunt[ ]for|if|until|once[ ]hailed|supposed|alleged|fake|bogus|false|promised|touted|sold"
    r"|marketed|billed"
    r"|peddled|peddling|purported)\b[^.!?;]{0,30}\Z|n[’']t[ ][^.!?;]{0,30}\Z",
    re.IGNORECASE,
)


def find_hype(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return words of a sentence [start, end) on illness or treatment that promise too much, or None."""
    found = chain.from_iterable(part.finditer(text, start, end) for part in (_PRAISE, *_VICTORY, _END))
    for match in sorted(found, key=lambda match: match.start()):
        before = text[start : match.start()]
        is_name = match[0].istitle() and " " in match[0] and _IN_TEXT.search(before) is not None
        if not is_name and _DENIED.search(before) is None and _TREATING.search(text, start, end):
            return match.span()
    return None


# Words in small letters, as running text has and a headline in capitals has not.
_IN_TEXT = pattern(r"\b[a-z]{4,}[ ]")
