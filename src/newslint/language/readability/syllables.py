"""Count the syllables of words: in English by a heuristic and a table of exceptions, elsewhere by nuclei of vowels.

The table holds the words of the CMU Pronouncing Dictionary that the heuristic gets wrong, so that the count
is that of the dictionary's first pronunciation for every word it has. `tools/make_syllables.py` builds it.
German, French and Spanish are spelled so regularly that what letters make one nucleus is a short pattern.
"""

import re
from functools import cache
from pathlib import Path

from newslint.language.units.comparison import fold_in_place
from newslint.patterns import pattern

_VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ"
_GROUPS = pattern(f"[{_VOWELS}]+")


@cache
def _more() -> re.Pattern[str]:
    # Places where one group of vowels is two syllables, or where a syllable has no vowel letter.
    return pattern(
        r"""
        i (?: a (?! l\b | l' | ls\b | lly\b | n\b | n' | ns\b | g ) | o (?![nu]) | u )  # via, trio, medium; not social
      | (?<=[bdfhklmnprvz]) ia (?=[ln]'?s?\b)                                         # aerial, Canadian
      | (?<![tcsgl]) io (?=n) | (?<=[dnrlpv]) iou                                     # champion, serious
      | [^aeiou] i (?:er|est) \b | iet                                                # carrier, quiet
      | (?<![qg]) ua | (?<!q) uo | uel | [^q] uer \b | ui (?:ty|ties) | ii | uu       # actual, cruel, acuity
      | (?<=[aeou]) [ïë] | eo (?!u) | [^cg] eou                                       # naïve, video
      | ea (?=t(?:e|ed|es|ing|ions?|or)\b) | (?<=[nrlts]) ea \b                       # create, area
      | eu (?:m|s\b) | ei (?:st|ty|ties)                                              # museum, deity
      | (?<=[aou]) ic | oet | (?<=[aeiou]) ing (?!t)                                  # archaic, poet, going
      | [aeou] y [aeo] (?! '?s?\b) | [^aeiouy] y [aoi]                                # player, dryad
      | [iauo] sms? \b | thms? \b | n't \b | \b mc (?=[^aeiouy])                      # prism, didn't, McCoy
      | (?<=[bcdfgkptz]) le [sd] \b                                                   # tables, settled
      | (?: (?<=[sxz]) | (?<=[szcgx]e) | (?<=ch) | (?<=sh) ) 's                       # boss's
        """,
        re.VERBOSE,
    )


@cache
def _fewer() -> re.Pattern[str]:
    # Groups of vowels that are silent.
    return pattern(
        r"""
        (?<=[^aeiouy]) e (?:'s)? \b (?<! [^aeiouyl]le ) (?<! [^aeiouyl]le's )         # gate, gate's; not table
      | (?<=[qg]u) e (?:s|d|'s)? \b                                                   # league
      | (?<![tdi]) ed \b                                                              # walked; not landed
      | (?<![sxzcgi]) (?<!ch) (?<!sh) es \b                                           # gates; not boxes
      | e (?= ly\b | ments?\b | less | ness | ful | m[ae]n\b ) (?<! [aeio]e )         # lately, statement
      | (?<=ic) a (?=lly\b)                                                           # basically
        """,
        re.VERBOSE,
    )


_SIBILANT = pattern(r"(?:[sxz]|ch|sh|[szcg]e)\Z")


@cache
def _exceptions() -> dict[str, int]:
    # Not importlib.resources: importing it takes longer than reading the table.
    text = Path(__file__).with_name("data").joinpath("syllables.txt").read_text(encoding="utf-8")
    table: dict[str, int] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            count, _, words = line.partition(" ")
            table.update(dict.fromkeys(words.split(), int(count)))
    return table


@cache
def _nuclei(language: str) -> re.Pattern[str] | None:
    """Return what one syllable of a language is made around, in small letters, or None where only English is known."""
    return (
        _german() if language == "de" else _french() if language == "fr" else _spanish() if language == "es" else None
    )


@cache
def _german() -> re.Pattern[str]:
    # Bau-er, Fei-er, Län-der; in Na-ti-on and The-a-ter each vowel is one of its own. The u of qu is no vowel.
    return pattern(r"ie(?!n\b)|[ae][iuy]|äu|aa|ee|oo|ou|(?<!q)[aeiouyäöüéèêàáîô]")


@cache
def _french() -> re.Pattern[str]:
    # An e at the end is mute (vil-le, vil-les); é parts what follows it (ré-u-nion), and so does a diaeresis.
    return pattern(r"é|[ïë]|(?!(?<=[qg])ues?\b|(?:(?<=[qg]u)|(?<=[b-df-hj-np-tv-xzç]))es?\b)[aeiouyàâäèêîôöùûüœæ]+")


@cache
def _spanish() -> re.Pattern[str]:
    # i and u make one syllable with their neighbours (rei-no, cua-tro); í and ú do not (dí-a).
    return pattern(r"[iuü]?[aeoáéó](?:[iu](?![aeoáéó])|y(?![aeiouáéíóú]))?|[iu]?[íúiuü]|y(?![aeiouáéíóú])")


def count_syllables(word: str, language: str = "en") -> int:
    """Count the syllables of one word, at least 1; of a language that is not known, as if it were English.

    Words of the CMU Pronouncing Dictionary have the count of their first pronunciation there. A hyphenated
    word is the sum of its parts. A number counts as one syllable, as `textstat` has it, and so does a word in
    another script. An abbreviation in capitals without a vowel is spelled out ("HSBC").
    """
    nuclei = _nuclei(language)
    return count_with(word, _exceptions()) if nuclei is None else max(1, len(nuclei.findall(word.lower())))


_HYPHENS = pattern("[-‐‑]+")


def count_with(word: str, exceptions: dict[str, int]) -> int:
    """Count as `count_syllables` does, with another table of exceptions; the tool that builds the table
    needs this.
    """
    lowered = fold_in_place(word)
    known = exceptions.get(lowered)
    if known is not None:
        return known
    if "-" in lowered.strip("-"):
        return sum(count_with(part, exceptions) for part in _HYPHENS.split(word.strip("-‐‑")))
    base, mark, ending = lowered.rpartition("'")
    if mark and ending in ("s", "") and base in exceptions:
        return exceptions[base] + bool(ending and _SIBILANT.search(base))
    if _is_spelled_out(word):
        return len(word) + 2 * lowered.count("w")
    return estimate_syllables(lowered)


def _is_spelled_out(word: str) -> bool:
    """Tell whether an abbreviation in capitals is spoken letter by letter, since it has no vowel."""
    return word.isupper() and 2 <= len(word) <= 5 and word.isalpha() and not _GROUPS.search(word.lower())


def estimate_syllables(word: str) -> int:
    """Estimate the syllables of one lower-case word by its vowels alone, at least 1."""
    groups = _GROUPS.findall(word)
    count = len(groups)
    if count == 0 or len(word) > 60:
        return max(count, 1)
    fewer = len(_fewer().findall(word)) if "e" in word or "ally" in word else 0
    # Without two vowels in a row, only an ending or “Mc” adds a syllable.
    may_have_more = len("".join(groups)) > count or word[-1] in "smdt" or word[:2] == "mc" or not word.isalpha()
    more = len(_more().findall(word)) if may_have_more else 0
    return max(count + more - fewer, 1)
