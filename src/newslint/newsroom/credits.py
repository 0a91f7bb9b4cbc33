"""Read the credits beside names: who also reported, translated, or took the pictures, and for whom."""

from __future__ import annotations

import re
from functools import cache

from newslint.parts import PersonKind
from newslint.patterns import pattern
from newslint.records import NamedTuple

# The parts that credits stand for, by the name of the group; `contributor` roles make nobody the author.
_CREDITS = {
    "both": "text and photos", "text": "", "reporting": "additional reporting", "photos": "photos",
    "translation": "translation", "editing": "editing", "research": "research", "graphics": "graphics",
    "source": "source",
}  # fmt: skip


@cache
def _credit_pattern() -> re.Pattern[str]:
    # A credit's word is followed by “by” or a colon; in brackets behind a name it stands alone.
    return pattern(
        r"""
        (?:with\s+|mit\s+)?(?:
            (?P<both> (?:text|words|story|report)\s(?:and|und|&)\s(?:photos?|photographs?|pictures|images|fotos)
              | (?:photos?|pictures)\sand\s(?:text|story|words) )
          | (?P<text> text|words|texte?|texto|written | story )
          | (?P<reporting> (?:(?:additional|further|extra|zusätzliche)\s)?(?:reporting|contributions?|recherchen?)
              | mitarbeit )
          | (?P<photos> photos? | photographs? | photography | pictures? | images? | fotos? | bild(?:er)? )
          | (?P<translation> translated(?:\sfrom\s[^\W\d_]{1,20})? | translation | übersetz(?:t|ung) | traduction
              | traduit | traducción | traducido )
          | (?P<editing> edited | editing | fact[ -]?checked | updated | aktualisiert | bearbeitet | redigiert )
          | (?P<research> research )
          | (?P<graphics> graphics? | illustrations? | video | charts? | maps? | data )
          | (?P<source> sources? | (?:agency\s)?inputs? | quellen? | material | fuente | fonte )
        )
        (?P<by> \s*:\s* | \s+(?:by|from|von|par|por)\b[\s:]* | (?=\s*[)\]])
              | (?<=etzung)\s(?-i:(?=[A-ZÀ-Þ])) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_CONTRIBUTED = pattern(
    r"(?:also\s)?contributed(?:\s(?:reporting|to\sthis\s(?:report|story|article)))?\b", re.IGNORECASE
)


class Credit(NamedTuple):
    """The role and kind that a credit gives, where its words end, and whether “by” or a colon ends them."""

    role: str
    kind: PersonKind
    end: int
    has_by: bool


def read_credit(text: str, at: int) -> Credit | None:
    """Read a credit: “additional reporting by”, “Photos:”, or “photos” before a closing bracket."""
    match = _credit_pattern().match(text, at)
    if match is None:
        return None
    role = _CREDITS[next(name for name in _CREDITS if match[name])]
    kind: PersonKind = "author" if role in ("", "text and photos") else "contributor"
    return Credit(role, kind, match.end(), bool(match["by"]))


def read_contribution(text: str, at: int) -> Credit | None:
    """Read what stands behind the names of those who helped: “contributed reporting”."""
    match = _CONTRIBUTED.match(text, at)
    return Credit(_CREDITS["reporting"], "contributor", match.end(), False) if match else None


@cache
def _special_pattern() -> re.Pattern[str]:
    return pattern(r"(?i:special|exclusive|exclusively)\s(?i:to|for)\s(?=\S)|(?:für|pour|para|per|voor)\s")


def special_words(text: str, at: int) -> int:
    """Return of how many words a note is that an outlet follows (`Special to …`), 0 where there is none."""
    special = _special_pattern().match(text, at)
    return len(special.group().split()) if special else 0
