"""Tell “its” and “it’s”, “their”, “there” and “they’re”, “whose” and “who’s” apart by what is around them."""

from __future__ import annotations

from newslint.language.spelling.adverbs import is_adjective
from newslint.language.spelling.classes import is_comparative, is_plural, is_state
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
    JUDGING,
    KIN,
    MARKS,
    MODALS,
    OBJECTS,
    PREPOSITIONS,
    QUANTITIES,
    SUBJECTS,
    TIMES,
    is_border,
    is_clause_start,
    listed,
    may_head,
    phrase,
    says_how,
    subject,
    takes_object,
)

# Prepositions that neither “there” nor a clause can follow.
_GOVERNING = listed("governing")
# What a phrase of a noun cannot begin with behind “its” and “their”.
_NO_NOUN = listed("no-noun")
# What follows “there” where it says that something is, and what is no noun though a word of its form may be one.
_BEING = listed("being")
# Of the words that judge, those that are no nouns and stand before a mark only behind “it’s”.
_ONLY_JUDGING = listed("only-judging")
_EASE = frozenset("easy hard difficult tough free up down over hot cold dark late early".split())
# Adverbs that are in no phrase of a noun, or nearly so.
_DOUBTING = frozenset("probably certainly definitely obviously clearly also perhaps basically".split())
_SORTS = listed("sorts")
# Nouns that say what belongs to a thing: none of them stands behind “it’s” without an article.
_BELONGING = listed("belonging")
# What comes behind “it’s” as a question or what is compared and takes the rest of the clause with it.
_ASKING = listed("asking")


def for_it_is_contracted(place: Place) -> str | None:
    """Return what “it’s” should read where only “its” can stand."""
    if takes_object(place, is_open=True) and _is_owned(place):
        return "its"
    if place.left() in _GOVERNING - {"for", "about", "because"} and place.left(1) not in FINITE and _is_owned(place):
        return "its"
    if place.right() in TIMES | QUANTITIES | {"one"}:
        return None  # “it’s time they had”, “it’s one way they could”
    head = phrase(place, most=3)
    if head is None or is_adjective(place.right(head)):
        return None
    behind = place.right(head + 1)
    is_free = head > 0 and says_how(place.right())
    if (
        behind in FINITE
        and behind not in ("is", "are", "may")
        and not is_free
        and is_clause_start(place)
        and _is_plain(place)
    ):
        return "its"
    is_listed = place.left() == "and" and may_head(place.left(1)) and place.right(head) in _BELONGING
    return "its" if is_listed and head <= 1 else None


def _is_owned(place: Place) -> bool:
    return place.right() in ("own", "half", "share", "entire", "whole") or phrase(place) is not None


def _is_plain(place: Place) -> bool:
    """Tell whether no question and no comparison before a word takes up what is said behind it."""
    return not _ASKING.intersection(place.before(6)) and place.left() not in ("when", "if", "as", "“", '"')


def for_its(place: Place) -> str | None:
    """Return what “its” should read where only “it’s” can stand."""
    first, second = place.right(), place.right(1)
    if first in _NO_NOUN or _begins_clause(first, second):
        return "it’s"
    if first == "nowhere" and second in ("near", "close", "to"):
        return "it’s"
    if first == "no" and second in _NO_MORE:
        return "it’s"
    if not is_clause_start(place):
        return None
    if first in ("getting", "becoming") and (is_state(second) or is_comparative(second)):
        return "it’s"
    if first in _DOUBTING and second and second not in MARKS and not is_adjective(second):
        return "it’s"
    return "it’s" if _is_judged(place) else None


_NO_MORE = frozenset("longer secret surprise wonder coincidence good joke accident".split())


def _begins_clause(first: str, second: str) -> bool:
    """Tell whether what stands behind “its” is no noun but the rest of a clause."""
    if first in PREPOSITIONS & {"in", "on", "at", "from", "with", "to", "of", "for", "under"} and second in ARTICLES:
        return True
    if first in ("what", "how", "why") and second in SUBJECTS | ARTICLES:
        return True
    if first == "like" and second in SUBJECTS | ARTICLES | {"if", "that", "when"}:
        return True
    return (first, second) in (("as", "if"), ("as", "though"), ("one", "of"))


def _is_judged(place: Place) -> bool:
    """Tell whether a clause judges something: “its clear that”, “its almost impossible to”."""
    at = 1 if place.right() in ADVERBS or place.right() in ("not", "never") else 0
    judged, then = place.right(at), place.right(at + 1)
    # “easy to use” may be an adjective of what is owned
    if judged not in JUDGING or (judged in _EASE and place.left() in ("and", ",")):
        return False
    if judged in ("up", "down"):
        return then == "to"
    if judged == "worth":
        return then.endswith("ing") or then in ARTICLES
    if judged in _EASE and then == "to":
        goal = place.right(at + 3)  # “its hard to reach homes” owns homes
        return not goal or goal in MARKS | DETERMINERS | SUBJECTS | CONJUNCTIONS | PREPOSITIONS | OBJECTS
    if then in ("to", "that", "if", "when", "how", "why", "whether", "because", "what"):
        return True
    return judged in _ONLY_JUDGING and place.left() not in (",", "and") and is_border(then)


def for_there(place: Place) -> str | None:
    """Return what “there” should read where only “their” can stand."""
    first = place.right()
    if not first or first in MARKS or first in _BEING or first.endswith("ing"):
        return None
    before = place.left()
    if first in KIN and place.right(1) not in FINITE | HAVE and before in _GOVERNING | {"from", "to", "in", "near"}:
        return "their"
    if _is_superlative(first) and may_head(place.right(1)) and before not in (",", ""):
        return "their"
    head = _phrase_of_their(place)
    if head is None:
        return None
    if takes_object(place) or (before in _GOVERNING - {"because"} and _governs(place)):
        return "their"
    if before == "and" and is_plural(place.left(1)) and head == 0 and place.right(1) in MARKS:
        return "their"  # “the victims and there families,”
    is_many = is_plural(place.right(head)) and before in ("to", "in", "on", "at")
    return "their" if is_many and place.left(1) and place.left(1) not in MARKS | _STAYING else None


def _governs(place: Place) -> bool:
    """Tell whether a preposition is not stranded behind a verb: “those it spoke with there”."""
    before = place.left(1)
    if not before or before in MARKS or before in SUBJECTS | FINITE:
        return False
    return may_head(before) or before == "because" or place.left(2) not in SUBJECTS


def _phrase_of_their(place: Place) -> int | None:
    head = phrase(place)
    if head is None or any(place.right(at) in TIMES for at in range(head + 1)):
        return None
    behind = place.right(head + 1)
    return None if behind in FINITE | HAVE | MODALS | BE_FINITE | DO else head


def _is_superlative(word: str) -> bool:
    if not word.endswith("est") or word in ("latest", "honest", "modest", "forest", "interest"):
        return False
    return is_comparative(word.removesuffix("est") + "er")


def for_they_are(place: Place) -> str | None:
    """Return what “they’re” should read where only “their” can stand."""
    first, before = place.right(), place.left()
    if first in DETERMINERS | ADVERBS or first.endswith("ing"):
        return None
    if phrase(place) is not None:
        is_governed = before in _GOVERNING - {"because"} or (before in ("in", "to", "from") and place.left(1))
        if is_governed or takes_object(place, is_open=True):
            return "their"
    head = subject(place)
    if head is None or not is_plural(place.right(head)) or not is_clause_start(place) or not _is_plain(place):
        return None
    return "their" if before != "and" else None


def for_their(place: Place) -> str | None:
    """Return what “their” should read where only “there” or “they’re” can stand."""
    first, second, before = place.right(), place.right(1), place.left()
    if before in ("/", "them", "him", "or", "“", '"', "‘") or place.lefts[:1] == ["‘"]:
        return None
    if first in ("be", "been") or (first in BE_FINITE and before in MODALS | DO):
        return "there"
    if not first or first in (".", "?", "!", ";"):
        return "there" if before in _STAYING else None
    if first in ("in", "for", "at", "on", "with", "from", "by") and second not in _INSIDE:
        return "there" if _is_new_phrase(place) and before not in DETERMINERS | {"and"} else None
    if first in _LINKED and (second in SUBJECTS or _is_new_phrase(place)):
        return "there"
    if (first == "that" and before in BE_FINITE) or first in ("he", "she", "they", "we"):
        return "there"
    if first in _DOUBTING or (first in _READY and second == "to") or (first in ("one", "some") and second == "of"):
        return "they’re"
    return "they’re" if _is_told(place) else None


# What “in”, “for” and “at” make adjectives of: “their in house team”.
_INSIDE = listed("inside")
_LINKED = frozenset("since until during because when while".split())
_STAYING = listed("staying")
_READY = listed("ready")


def _is_new_phrase(place: Place) -> bool:
    """Tell whether what a preposition behind a word takes has an article, a number or a name."""
    return place.right(1) in DETERMINERS or place.right(1)[:1].isdigit() or place.is_name(1)


def _is_told(place: Place) -> bool:
    """Tell whether a clause begins that says of what kind somebody is: “because their armed”."""
    first, second = place.right(), place.right(1)
    if place.left() not in _CAUSING or first in _SORTS or not (is_state(first) or first in _ARMED):
        return False
    if second == ",":
        return place.left() in ("because", "if", "say", "says")
    return not second or second in (".", ";", ":", "?", "!", ")", "…", "”")


_CAUSING = frozenset("because if say says think thinks know feel feels sure afraid".split())
_ARMED = listed("armed")


def for_who_is(place: Place) -> str | None:
    """Return what “who’s” should read where only “whose” can stand."""
    if place.right() == "own" and may_head(place.right(1)):
        return "whose"
    if place.right() in ADVERBS | CONJUNCTIONS or not _is_antecedent(place):
        return None
    if subject(place) is not None:
        return "whose"
    head = phrase(place, most=3)
    if head is None or place.right(head) not in _BELONGING:
        return None
    return "whose" if place.right(head + 1) in PREPOSITIONS | {","} else None


def _is_antecedent(place: Place) -> bool:
    """Tell whether the word before “who’s” is one that a clause can tell more of."""
    before = place.left()
    if before in MARKS:
        return before in (",", "—", "–", ")")
    is_name = bool(place.lefts) and place.lefts[0][:1].isupper()
    return is_name or may_head(before) or before in ("and", "people", "those", "someone", "somebody")
