"""Tell which letters are English words: those of the table, of a newsroom's list, and what is made of them."""

from __future__ import annotations

from newslint.language.lexicon import Lexicon, table
from newslint.language.spelling.table import commonness

_PREFIXES = tuple(
    "aero agro anti astro auto bio cardio co counter crypto cyber de eco electro geo hydro hyper immuno inter "
    "intra macro mega meta micro mid mini mis mono multi nano neo neuro non out over paleo para photo poly post "
    "pre pro pseudo psycho quasi re retro semi socio sub super tele thermo trans tri ultra un under".split()
)
# What is put behind a word without a change of its spelling. Not `-ly`, `-ed`, `-ing`, `-er`, `-ment`: the table has
# those that there are, and slips such as “truely” and “refered” are made so.
_SUFFIXES = tuple(
    "able ability ably less like ness ship hood dom wide long wise free proof ish ism ist ists isms gate holic "
    "holics phobia phobic phobe phobes core making maker makers goer goers going worthy keeping master masters "
    "gate fest fests nomics something somethings odd fold ward wards style size sized bound shaped".split()
)
_AFTER_Y = ("like", "wide", "long", "free", "style")
_LEAST_BASE = 4
_LEAST_PART = 3
_LEAST_COMPOUND = 7
_BASE_SIZE = 60  # how common what is derived from must be, as `table.commonness` has it
_PART_SIZE = 35
# Of nouns that were adjectives or names of people, whose plurals few lists have: “renewables”, “detailees”.
_NOUN_ENDINGS = ("able", "ible", "ive", "ing", "ant", "ent", "ist", "ee", "ial", "ic", "or")
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers")
# Words of which no compound is made: what begins or ends with one lacks a space, “ofthe”.
FUNCTION_WORDS = frozenset(
    "a an the and or but nor of to in on at by for from with as is it its are was were be been has had have not "
    "that this his her he she they we you who which will would can if than then so do did may my our your their "
    "them him us me i no or all any when what where how why very about into".split()
)


@table
def added_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that newslint and a newsroom add to the table."""
    return lexicon.groups("spelling").get("known", frozenset())


def is_word(word: str, lexicon: Lexicon) -> bool:
    """Tell whether letters in lower case are a word of the table, or a form of an added one."""
    if commonness(word) is not None:
        return True
    added = added_words(lexicon)
    return word in added or _is_inflected(word, added)


def is_formed(word: str) -> bool:
    """Tell whether letters in lower case are a word with a prefix or suffix, or a compound of two."""
    return _is_plural(word) or _is_derived(word) or _is_compound(word)


def is_regular(word: str) -> bool:
    """Tell whether a word is a verb or plural made by rule of a common word: “primaried”, “slushies”, “fiving”.

    A word of which the table has the form that is spelled right is none: “refered” beside “referred”.
    """
    if word.endswith(("ied", "ies")):
        return _is_base(word[:-3] + "y")
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        doubled = commonness(f"{stem}{stem[-1:]}{ending}") is not None
        # A mute -e is lost (“five”, “fiving”), and what ends with one has no other form.
        return not doubled and (_is_base(f"{stem}e") or (_is_base(stem) and stem[-1] not in "ey"))
    return False


def _is_inflected(word: str, added: frozenset[str]) -> bool:
    """Tell whether a word is a form of an added one."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and (stem in added or f"{stem}e" in added or (stem[-1:] == stem[-2:-1] and stem[:-1] in added)):
            return True
    return False


def _is_plural(word: str) -> bool:
    """Tell whether a word is the plural of a noun that was an adjective, as few lists have it."""
    stem = word.removesuffix("s")
    return stem != word and stem.endswith(_NOUN_ENDINGS) and _is_base(stem)


def _is_base(word: str, size: int = _BASE_SIZE) -> bool:
    known = commonness(word) if len(word) >= _LEAST_BASE else None
    return known is not None and known <= size


def _is_derived(word: str) -> bool:
    """Tell whether a word is a known one with a prefix, a suffix, or both: “unredacted”, “circuslike”."""
    for prefix in _PREFIXES:
        base = word[len(prefix) :]
        if word.startswith(prefix) and (_is_base(base) or any(map(_is_base, _stems(base)))):
            return True
    return any(map(_is_base, _stems(word)))


def _stems(word: str) -> list[str]:
    """Return what is left of a word before each suffix that it ends in; “happy” keeps no `y` before one."""
    found = [word[: -len(suffix)] for suffix in _SUFFIXES if word.endswith(suffix)]
    keeps = word.endswith(_AFTER_Y)
    return [stem for stem in found if keeps or not stem.endswith("y")]


def _is_compound(word: str) -> bool:
    """Tell whether a word is two common ones of some length, neither of which only joins others: “trenchcoat”."""
    if len(word) < _LEAST_COMPOUND:
        return False
    return any(_is_part(word[:cut]) and _is_part(word[cut:]) for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1))


def _is_part(word: str) -> bool:
    known = commonness(word)
    return known is not None and known <= _PART_SIZE and word not in FUNCTION_WORDS
