"""Say what kind of source a noun phrase names."""

from __future__ import annotations

from newslint.language.speech.people import PeopleInArticle, Person, bare
from newslint.language.speech.source_words import institution_words, is_institutional, source_nouns
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import (
    COMMA,
    DET,
    NAME,
    NUM,
    OBJ,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    TIME,
    TITLE,
    Tokens,
)

_PRONOUNS = frozenset(
    "i he she they we you it who which that whom this these those his her their its my our your whose him them us me "
    "himself herself themselves itself".split()
)
_CROWD_PRONOUNS = frozenset(
    "some many others most few several both all none everyone everybody anyone anybody somebody someone nobody "
    "another one neither".split()
)
_VEILED = (
    "familiar with",
    "condition of anonymity",
    "briefed on",
    "close to",
    "knowledge of",
    "not authorized",
    "not authorised",
    "asked not to be",
    "declined to be named",
    "declined to be identified",
    "speaking anonymously",
    "spoke anonymously",
    "on background",
)
_VEILS = frozenset("unnamed anonymous unidentified".split())
_SECOND = frozenset("of for at from in with on to by who that about near against whose".split())
_COURTESY = frozenset("mr mr. mrs mrs. ms ms. miss".split())


def classify_source(tokens: Tokens, start: int, stop: int, people: PeopleInArticle) -> tuple[str, bool]:
    """Return the kind of the source in tokens start..stop and, for a person, whether a role is known."""
    flags, lower = tokens.flags, tokens.lower
    if stop - start == 1 and lower[start].partition("'")[0].partition("’")[0] in _PRONOUNS:
        return "pronoun", False
    if _is_veiled(lower[start:stop]) and not _names_person(tokens, start, stop, people):
        return "anonymous", False
    first = _segment(tokens, start, stop)
    head = first - 1
    if flags[head] & QUOTE:
        return "document", False
    if flags[head] & NAME and not _is_common_plural(tokens, head, people):
        return _proper(tokens, start, first, stop, people)
    if _apposed_name(tokens, first, stop):
        return "named", True
    return _common(tokens, start, first, stop, people)


def _common(tokens: Tokens, start: int, first: int, stop: int, people: PeopleInArticle) -> tuple[str, bool]:
    """Return the kind of a source that a common noun before ``first`` names."""
    flags, head = tokens.flags, first - 1
    noun = bare(tokens.lower[head])
    if noun in _CROWD_PRONOUNS:
        return _crowd(tokens, first, stop)
    kind = source_nouns(tokens.lexicon).get(noun)
    if kind is None:
        if flags[head] & (NUM | DET | PRON | OBJ):
            return _crowd(tokens, first, stop)
        if flags[start] & flags[head] & NAME:
            return _proper(tokens, start, first, stop, people)
        kind = "collective" if noun.endswith("s") and not noun.endswith("ss") else "role"
    return _crowd(tokens, first, stop) if kind == "collective" else (kind, False)


def _is_veiled(words: list[str]) -> bool:
    if not _VEILS.isdisjoint(words):
        return True
    text = " ".join(words) if len(words) > 1 else ""
    return bool(text) and any(veil in text for veil in _VEILED)


def _segment(tokens: Tokens, start: int, stop: int) -> int:
    """Return where the first part of the phrase ends, before its first comma, preposition or relative clause."""
    flags, lower = tokens.flags, tokens.lower
    place = start + 1
    while place < stop:
        if flags[place] & (PUNCT | REL) or (lower[place] in _SECOND and not flags[place] & NAME):
            break
        place += 1
    return place


def _is_common_plural(tokens: Tokens, at: int, people: PeopleInArticle) -> bool:
    """Tell whether a capitalised word is a plural such as “Analysts” or “Republicans”."""
    lower = tokens.lower[at]
    if lower in source_nouns(tokens.lexicon) and tokens.words[at][1:].islower():
        return not _is_namesake(tokens, at, people)
    return lower.endswith(("ans", "ats", "ists", "ers", "ors", "ians", "eans", "ites", "ives", "als"))


def _names_document(tokens: Tokens, at: int, people: PeopleInArticle) -> bool:
    """Tell whether a proper name that ends at a token is a document's."""
    noun = bare(tokens.lower[at])
    return source_nouns(tokens.lexicon).get(noun) == "document" and not _is_namesake(tokens, at, people)


def _is_namesake(tokens: Tokens, at: int, people: PeopleInArticle) -> bool:
    """Tell whether a document's noun is the surname of somebody with a known given name or a role: Law, Page."""
    known = people.by_surname.get(bare(tokens.words[at]))
    is_person = known is not None and (known.pronoun is not None or known.has_role)
    return is_person and source_nouns(tokens.lexicon).get(bare(tokens.lower[at])) == "document"


def _names_person(tokens: Tokens, start: int, stop: int, people: PeopleInArticle) -> bool:
    return any(
        tokens.flags[at] & NAME and bare(tokens.words[at]) in people.by_surname
        for at in range(start, min(stop, start + 6))
    )


def _crowd(tokens: Tokens, first: int, stop: int) -> tuple[str, bool]:
    """Return collective, or institution where the people's own is named: “analysts at the Harbour Bank”."""
    lower, flags = tokens.lower, tokens.flags
    names = (at for at in range(first + 1, min(stop, first + 6)) if flags[at] & NAME and not flags[at] & TIME)
    if first < stop and lower[first] in ("at", "from", "with") and any(names):
        return "institution", False
    return "collective", False


def _apposed_name(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether a person's name follows a role: “the mayor, Ada Roe,”."""
    flags = tokens.flags
    if first + 1 >= stop or not flags[first] & COMMA:
        return False
    last = first + 1
    while last < stop and flags[last] & NAME:
        last += 1
    if last - first - 1 < 2:
        return False
    return not is_institutional(
        [bare(word) for word in tokens.lower[first + 1 : last]], institution_words(tokens.lexicon)
    )


def _proper(tokens: Tokens, start: int, first: int, stop: int, people: PeopleInArticle) -> tuple[str, bool]:
    """Tell people from institutions among proper names, and whether a person's role is known."""
    flags = tokens.flags
    known = people.by_surname.get(bare(tokens.words[first - 1]))
    if _names_document(tokens, first - 1, people):
        return "document", False
    role = any(flags[at] & BITS["role"] and not flags[at] & POSS for at in range(start, first - 1))
    if _is_doubtful(known, flags[start]) and _is_institution(tokens, start, first, has_role=role):
        return "institution", False
    has_role = role or (known is not None and known.has_role)
    return "named", has_role or _has_title(tokens, start, first - 1) or _is_described(flags, first, stop)


def _is_doubtful(known: Person | None, flag: int) -> bool:
    """Tell whether a name may be no person's: of nobody known, or with an article and nothing else that is known."""
    return known is None or (flag & (DET | POSS) == DET and known.pronoun is None and not known.has_role)


def _has_title(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether a title stands among some words that is more than a courtesy."""
    return any(tokens.flags[at] & TITLE and tokens.lower[at] not in _COURTESY for at in range(start, stop))


def _is_institution(tokens: Tokens, start: int, first: int, *, has_role: bool) -> bool:
    """Tell whether a proper name that ends before ``first`` is an institution's."""
    flags, lower, word = tokens.flags, tokens.lower, tokens.words[first - 1]
    begin = _name_start(flags, start, first - 1)
    name = [bare(each) for each in lower[begin:first]]
    if is_institutional(name, institution_words(tokens.lexicon)):
        return True
    if any(flags[at] & TITLE for at in range(start, first)):
        return False
    if _is_initials(bare(word)) or word[0] == "@":
        return True
    is_bare = flags[start] & (DET | POSS) == DET and begin == start + 1 and not has_role
    return is_bare or source_nouns(tokens.lexicon).get(name[-1]) == "institution"


def _name_start(flags: list[int], start: int, last: int) -> int:
    """Return where the name begins, at `start` or later, whose last word is given."""
    while last > start and flags[last - 1] & NAME and not flags[last - 1] & POSS:
        last -= 1
    return last


def _is_initials(word: str) -> bool:
    return word.isupper() and len(word) >= 2


def _is_described(flags: list[int], first: int, stop: int) -> bool:
    """Tell whether more than an age follows a name that ends before ``first``: “Roe, a nurse”, “Roe of Tarrow”."""
    if first >= stop:
        return False
    if flags[first] & COMMA and first + 1 < stop:
        return first + 3 < stop or not flags[first + 1] & NUM
    return bool(flags[first] & PREP)
