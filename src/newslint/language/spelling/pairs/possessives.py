"""Tell “its” and “it’s”, “their”, “there” and “they’re”, “whose” and “who’s” apart by what is around them."""

from __future__ import annotations

from newslint.language.spelling.adverbs import is_adjective
from newslint.language.spelling.classes import is_state
from newslint.language.spelling.pairs.place import Place
from newslint.language.spelling.pairs.words import (
    ADVERBS,
    ARTICLES,
    BE_FINITE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    FINITE,
    HAVE,
    KIN,
    MARKS,
    MODALS,
    OBJECTS,
    OWNERS,
    PREPOSITIONS,
    QUANTITIES,
    SUBJECTS,
    TIMES,
    is_clause_start,
    listed,
    may_head,
    phrase,
    takes_object,
)

# Prepositions that neither “there” nor a clause can follow.
_GOVERNING = listed("governing")
# What a phrase of a noun cannot begin with behind “its” and “their”.
_NO_NOUN = frozenset("a an the he she they we you i it".split())
# What follows “there” where it says that something is, and what is no noun though a word of its form may be one.
_BEING = listed("being")
# Words that say how true, easy or good something is, behind “it’s”.
_JUDGING = listed("judging")
_EASE = frozenset("easy hard difficult tough free up down over hot cold dark late early".split())
_SORTS = listed("sorts")
# Nouns that say what belongs to a thing: none of them stands behind “it’s” without an article.
_BELONGING = listed("belonging")
# What comes behind “it’s” as a question or what is compared and takes the rest of the clause with it.
_ASKING = listed("asking")


def for_it_is_contracted(place: Place) -> str | None:
    """Return what “it’s” should read where only “its” can stand."""
    if takes_object(place) and _is_owned(place):
        return "its"
    if place.left() in _GOVERNING - {"for", "about"} and place.left(1) not in FINITE and _is_owned(place):
        return "its"
    head = phrase(place, most=3)
    if head is None or is_adjective(place.right(head)) or place.right() in TIMES | QUANTITIES | {"one"}:
        return None  # “it’s time they had”, “it’s one way they could”
    behind = place.right(head + 1)
    if behind in FINITE and behind not in ("is", "are", "may") and is_clause_start(place) and _is_plain(place):
        return "its"
    if place.left() == "and" and place.right(head) in _BELONGING and may_head(place.left(1)) and head <= 1:
        return "its"
    return None


def _is_owned(place: Place) -> bool:
    return place.right() in ("own", "half", "share", "entire", "whole") or phrase(place) is not None


def _is_plain(place: Place) -> bool:
    """Tell whether no question and no comparison before a word takes up what is said behind it."""
    return not _ASKING.intersection(place.before(6)) and place.left() not in ("when", "if", "as", "“", '"')


def for_its(place: Place) -> str | None:
    """Return what “its” should read where only “it’s” can stand."""
    first, second = place.right(), place.right(1)
    if first == "nowhere" and second in ("near", "close", "to"):
        return "it’s"
    if first in PREPOSITIONS & {"in", "on", "at", "from", "with", "to", "of", "for", "under"} and second in ARTICLES:
        return "it’s"
    if first == "no" and second in (
        "longer",
        "secret",
        "surprise",
        "wonder",
        "coincidence",
        "good",
        "joke",
        "accident",
    ):
        return "it’s"
    if first in _NO_NOUN or (first in ("what", "how", "why") and second in SUBJECTS | ARTICLES):
        return "it’s"
    at = 1 if first in ADVERBS or first in ("not", "never") else 0
    judged, then = place.right(at), place.right(at + 1)
    if judged not in _JUDGING or not _is_opened(place, at, judged):
        return None
    if judged in ("up", "down") and then != "to":
        return None
    if judged == "worth":
        return "it’s" if then.endswith("ing") or then in ARTICLES else None
    return "it’s" if then in ("to", "that", "if", "when", "how", "why", "whether", "because") else None


def _is_opened(place: Place, at: int, judged: str) -> bool:
    """Tell whether a clause begins at “its”: “easy to use” may be an adjective of what is owned."""
    return (
        is_clause_start(place) if judged not in _EASE else is_clause_start(place) and place.left() not in ("and", ",")
    )


def for_there(place: Place) -> str | None:
    """Return what “there” should read where only “their” can stand."""
    first = place.right()
    if not first or first in MARKS or first in _BEING or first.endswith("ing"):
        return None
    if (
        first in KIN
        and place.right(1) not in FINITE | HAVE
        and place.left() in _GOVERNING | {"from", "to", "in", "near"}
    ):
        return "their"
    if _is_superlative(first) and may_head(place.right(1)) and place.left() not in (",", ""):
        return "their"
    head = _phrase_of_their(place)
    if head is None:
        return None
    if takes_object(place):
        return "their"
    if place.left() in _GOVERNING and _governs(place):
        return "their"
    return None


def _governs(place: Place) -> bool:
    """Tell whether a preposition is not stranded behind a verb: “those it spoke with there”."""
    before = place.left(1)
    return bool(before) and before not in MARKS and before not in SUBJECTS | FINITE and may_head(before)


def _phrase_of_their(place: Place) -> int | None:
    head = phrase(place)
    if head is None or any(place.right(at) in TIMES for at in range(head + 1)):
        return None
    behind = place.right(head + 1)
    return None if behind in FINITE | HAVE | MODALS | BE_FINITE | DO else head


def _is_superlative(word: str) -> bool:
    return (
        word.endswith("est")
        and len(word) > 5
        and word not in ("latest", "honest", "modest", "forest", "interest")
        and (
            is_adjective(word.removesuffix("est")) or is_adjective(word.removesuffix("est") + "e") or word == "nearest"
        )
    )


def for_they_are(place: Place) -> str | None:
    """Return what “they’re” should read where only “their” can stand."""
    first = place.right()
    if first in DETERMINERS or first.endswith("ing") or phrase(place) is None:
        return None
    if takes_object(place):
        return "their"
    if place.left() in _GOVERNING - {"for", "about", "like"} and may_head(place.left(1)):
        return "their"
    return None


_INSIDE = listed("inside")
_LINKED = frozenset("since until during because when while".split())


def for_their(place: Place) -> str | None:
    """Return what “their” should read where only “there” or “they’re” can stand."""
    first, second = place.right(), place.right(1)
    if place.left() in ("/", "them", "him", "or", "“", '"') or place.lefts[:1] == ["‘"]:
        return None
    if first in ("be", "been"):
        return "there"
    if not first or first in (".", "?", "!", ";"):
        return "there" if place.left() not in OWNERS | OBJECTS | {"not", "truly", ","} and _is_visited(place) else None
    if first in ("in", "for", "at", "on", "with", "from", "by") and second not in _INSIDE:
        bare = second in DETERMINERS or second[:1].isdigit() or place.is_name(1)
        return "there" if bare and place.left() not in DETERMINERS | {"and"} else None
    if first in _LINKED and (second in DETERMINERS | SUBJECTS or second[:1].isdigit() or place.is_name(1)):
        return "there"
    if first == "that" and place.left() in BE_FINITE:
        return "there"
    if first in ("he", "she", "they", "we") or (first in ("are", "is", "was", "were") and place.left() in MODALS | DO):
        return "there"
    return "they’re" if _is_told(place, first, second) else None


def _is_visited(place: Place) -> bool:
    """Tell whether the verb before a word says that somebody goes or is somewhere."""
    return place.left() in _STAYING


_STAYING = listed("staying")


def _is_told(place: Place, first: str, second: str) -> bool:
    """Tell whether a clause begins that says of what kind somebody is: “because their armed”."""
    if place.left() not in _CAUSING or first in _SORTS or not (is_state(first) or first in _ARMED):
        return False
    return ((not second or second in MARKS - {"-", "–", "'", "’", "(", '"'}) and second != ",") or (
        second == "," and place.left() in ("because", "if", "say", "says")
    )


_CAUSING = frozenset("because if say says think thinks know feel feels sure afraid".split())
_ARMED = listed("armed")


def for_who_is(place: Place) -> str | None:
    """Return what “who’s” should read where only “whose” can stand."""
    if place.right() == "own" and may_head(place.right(1)):
        return "whose"
    head = phrase(place, most=3)
    if head is None or (place.left() not in {",", "and"} and not may_head(place.left())):
        return None
    return "whose" if place.right(head + 1) in FINITE and place.right() not in ADVERBS | CONJUNCTIONS else None
