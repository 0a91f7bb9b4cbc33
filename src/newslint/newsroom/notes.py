"""Tell what paragraphs say about the article itself: corrections, disclosures, introductions of its authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from newslint.newsroom.boilerplate import line_key
from newslint.patterns import pattern

Note = Literal["", "correction", "disclosure"]


@cache
def _notes() -> re.Pattern[str]:
    return pattern(
        r"""
        (?P<correction>
            [\W_]{0,4}(?:corrections?|clarifications?|corrected|erratum|editor['’]s\snote|editors['’]\snote
                |korrektur|berichtigung|richtigstellung|klarstellung|rectificatif|correctif|fe\sde\serr(?:ores|atas)
                |correcci[óo]n|aclaraci[óo]n|rettifica|errata(?:\scorrige)?|correzione|correção|rectificatie)
                \s*+(?:(?:\([^)]{0,40}\)|,\s[^:]{0,30})\s*)?[:–—-]
          | in\seiner\s(?:früheren|ersten|vorherigen)\s(?:fassung|version)\b
          | une\s(?:première|précédente)\sversion\sde\sc
          | en\suna\s(?:primera\s)?versión\s(?:anterior|de\seste)\b
          | (?:an\s)?(?:earlier|previous|original)\sversion\sof\sthis\s(?:article|story|post|report|headline|column)
          | this\s(?:article|story|post|report|headline|column)\s(?:was|has\sbeen)\s(?:amended|corrected
          |updated\sto\s(?:correct|clarify|reflect))
        )
        | (?P<disclosure>
            [\W_]{0,4}(?:(?:full\s|affiliate\s|financial\s)?disclosures?|disclaimers?|risk\swarning
            |conflicts?\sof\sinterest)\s*[:–—-]\s*\S
          | (?:this|the)\s(?:article|story|post|page|content|report|piece|series)\s(?:is|was|has\sbeen|may
          |might)\s.{0,30}
                (?:sponsor|affiliate|paid\s(?:for|partnership)|funded\sby|produced\s(?:with|in\spartnership)
                |supported\sby)
          | (?:this|the)\s(?:article|story|post|page)\scontains?\s.{0,20}(?:affiliate|sponsored|paid)
          | .{0,80}\b(?:may|might|will)\s(?:earn|receive|get)\s.{0,30}\bcommissions?\b
          | (?:this|the)\s(?:article|story|post|content|information|material|page).{0,60}\b(?:not|never)\b.{0,50}
                \b(?:investment|financial|medical|legal|professional|health|tax)\b.{0,30}\badvice\b
          | the\s(?:author|writer)s?\s(?:holds?|owns?|has|have|does\snot\s(?:hold|own|have))\s.{0,40}(?:position
          |shares?|stocks?|securities|interest)
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def role_of_note(text: str) -> Note:
    """Return "correction" or "disclosure" for a paragraph that begins as one does, else nothing."""
    found = _notes().match(text[:400])
    if found is None:
        return ""
    return "correction" if found.lastgroup == "correction" else "disclosure"


_BIO_VERB = pattern(
    r"""
    \b(?:is|was)\s(?:an?|the|our)\b
  | \bist\s(?:[\w-]{0,30}(?:[Rr]edakteur|[Rr]eporter|[Kk]orrespondent|[Jj]ournalist|[Aa]utor|[Vv]olont[äa]r
        |[Kk]olumnist)(?:in)?\b|(?:seit|freie?r?|Leiter(?:in)?|Chef)\b)
  | \b(?:schreibt|berichtet|arbeitet|volontiert)\s(?:\w+\s){0,3}(?:über|für|bei|als)\b
  | \best\s(?:journaliste|rédact(?:eur|rice)|correspondante?|reporter|grand\sreporter)\b
  | \bes\s(?:periodista|redactora?|corresponsal|reporter[ao])
  | \bè\s(?:giornalista|redatt(?:ore|rice)|corrispondente)\b
  | \b(?:covers|reports|writes|joined|works|lives|specialises|specializes|teaches|holds)\b
  | \bhas\s(?:been|written|worked|covered)\b
    """,
    re.VERBOSE,
)


_TITLES = pattern(r"^(?:(?:dr|prof|mrs?|ms|mx)\b\.?\s){1,3}", re.IGNORECASE)


_LABEL = pattern(
    r"^(?:(?:about|meet)\sthe\s(?:author|writer|reporter)|zur\sperson|über\s(?:den\sautor|die\sautorin)|zum\sautor|zur\sautorin"
    r"|à\spropos\sde\s(?:l['’]auteure?|la\sjournaliste)|sobre\s(?:el\sautor|la\sautora|la\sfirma)|l['’]autor[ei])\s*:\s*",
    re.IGNORECASE,
)


def names_author(text: str, names: Sequence[str]) -> bool:
    """Tell whether a line is only an author's name (`About Mara Oduya`)."""
    key = line_key(text)
    return any(key in (name.lower(), f"about {name.lower()}", f"by {name.lower()}") for name in names)


def introduces(text: str, names: Sequence[str]) -> bool:
    """Tell whether a paragraph begins with one of the authors' names and says who that is."""
    head = _TITLES.sub("", _LABEL.sub("", text[:200].lstrip("*_ "), count=1), count=1)
    for name in names:
        if head.lower().startswith(name.lower()):
            return bool(
                _BIO_VERB.match(head[len(name) :].lstrip(" ,")[:40]) or _BIO_VERB.search(head[len(name) :][:60])
            )
    return False


def describes_author(text: str, names: Sequence[str]) -> bool:
    """Tell whether a paragraph introduces an author, be it by one name further on: it follows an introduction."""
    return introduces(text, names) or (
        bool(_BIO_VERB.search(text[:160])) and any(name.split()[0] in text for name in names)
    )
