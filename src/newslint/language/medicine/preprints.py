"""Tell studies that are preprints, and whether a text says that nobody has reviewed them."""

from __future__ import annotations

import re

from newslint.patterns import pattern

# Of these a text that names a preprint has one, cut at hyphens.
PREPRINT_WORDS = frozenset(
    """arxiv.org medrxiv.org biorxiv.org
    medrxiv biorxiv arxiv eartharxiv psyarxiv socarxiv chemrxiv engrxiv edarxiv ssrn preprint preprints pre
    square osf""".split()
)
_SERVER = (
    r"(?:(?:[Mm]ed|[Bb]io|[Cc]hem|[Ee]arth|[Pp]sy|[Ss]oc|[Ee]ng|[Ee]d)?[aA]?[rR][xX]iv|SSRN|Research[ ]Square"
    r"|OSF[ ]Preprints"
    r"|Preprints\.org|[Pp]re-?print[ ](?:server|site|repository|archive))"
)
_WORK = (
    r"(?:[Ss]tud(?:y|ies)|[Pp]apers?|[Ff]indings?|[Rr]esults?|[Rr]esearch|[Rr]eports?|[Aa]nalys[ie]s|trials?"
    r"|[Ww]ork"
    r"|manuscripts?|evidence|articles?|data|calculations?|model|et[ ]al|[Ii]t|preprints?|[Ss]ource)"
)
_PREPRINT = pattern(
    rf"""
      \b{_WORK}\b[^!?]{{0,100}}?\b(?:on|to|at|in|from|via|through|by)[ ](?:the[ ])?(?:[a-z]+[ ]){{0,3}}?{_SERVER}
      (?![ ](?:said|says|was|is|has|announced|users|moderators))
    | \b(?:on|to|at|in|from|via)[ ](?:the[ ])?(?:[a-z]+[ ]){{0,3}}?{_SERVER}\b(?![ ](?:said|says|was|is
      |has))[^.!?]{{0,80}}?\b{_WORK}\b
    | \b{_WORK}\b[^!?]{{0,80}}?[,(:][ ]?{_SERVER}\b
    | \b{_SERVER}[ ](?:stud(?:y|ies)|papers?|preprints?|analys[ie]s|manuscripts?|report)\b
    | \b(?:medrxiv|biorxiv|arxiv|ssrn)\.(?:org|com|example)\b
    | \b(?:in|according[ ]to|by|from)[ ]an?[ ](?:[\w-]+[ ]){{0,3}}?[Pp]re-?print\b
    | \b(?:[Aa]|[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Tt]his)[ ](?:[\w-]+[ ]){{0,2}}?[Pp]re-?print(?:[ ](?:study|paper
      |article))?[ ]
      (?:[\w-]+[ ]){{0,6}}?(?:finds?|found|shows?|showed|suggests?|suggested|reports?|reported|says|estimates?
        |concludes?|concluded
      |links?|describes?)\b
    """,
    re.VERBOSE,
)


def find_preprint(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a sentence [start, end) of a text tells of a study that is a preprint, or None."""
    match = _PREPRINT.search(text, start, end)
    return match.span() if match else None


_NOT = (
    r"(?:not|never|yet[ ]to|nobody|no[ ]one|without|before|awaits?|awaiting|pending|still|prior[ ]to|nor"
    r"|neither|none|has[ ]to"
    r"|have[ ]to)"
)
_REVIEW = (
    r"(?:peer[- ]?review\w*|review(?:ed|ers?|ing)?|referee\w*|vett?(?:ed|ing)?|scrutini[sz]ed|check(?:ed|ing)?"
    r"|certif(?:y|ied)|vet"
    r"|verif(?:y|ied)|assess(?:ed|ing)?|scrutini[sz]e"
    r"|evaluated)"
)
_UNREVIEWED = pattern(
    rf"""
      \b{_NOT}\b[^.!?]{{0,60}}?\b{_REVIEW}\b | n[’']t[ ][^.!?]{{0,60}}?\b{_REVIEW}\b
    | \b{_REVIEW}\b[^.!?]{{0,30}}?\b(?:nobody|no[ ]one|pending|not[ ]yet|have[ ]not|has[ ]not|still)\b
    | \b(?:non|un)-?(?:peer-?)?(?:reviewed|refereed)\b
    | \b(?:since|later|now|subsequently|also)[ ](?:been[ ])?(?:published|accepted|appeared)[ ](?:in|by|for)\b
    | \baccepted[ ](?:for[ ]publication|by)\b | \b(?:under|undergoing|in)[ ]peer[ ]review\b
    | \bnot[ ](?:yet[ ])?(?:been[ ])?published[ ]in[ ]a\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def says_unreviewed(text: str) -> bool:
    """Tell whether a text says that a study was not reviewed, or that it was published since."""
    return _UNREVIEWED.search(text) is not None
