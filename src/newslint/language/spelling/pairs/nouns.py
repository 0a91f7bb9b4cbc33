"""Tell nouns and adjectives apart that are mistaken: “principle” and “principal”, “cite” and “site”, and some more."""

from __future__ import annotations

from newslint.language.spelling.adverbs import is_adjective
from newslint.language.spelling.classes import is_comparative, is_plural
from newslint.language.spelling.pairs.place import Place
from newslint.language.spelling.pairs.words import (
    ADVERBS,
    ARTICLES,
    CLOSED,
    DETERMINERS,
    DO,
    FINITE,
    MARKS,
    MODALS,
    OBJECTS,
    OWNERS,
    POINTING,
    is_finite_past,
    listed,
    may_head,
)

_ONE = ARTICLES | OWNERS | {"this", "that", "another", "one", "former"}
_SCHOOLS = frozenset("school college academy university institute high primary secondary grammar".split())
# What stands behind “the principle” though it is no finite verb by its form.
_BEHIND = listed("behind")
_FOLLOWED = listed("followed")


def for_principle(place: Place) -> str | None:
    """Return what “principle” should read where only “principal” can stand."""
    first, second = place.right(), place.right(1)
    if first == "and" and second == "interest":
        return "principal"
    if (
        first.endswith(("ers", "ors", "ists"))
        and second not in ARTICLES
        and first not in _DIFFERING
        and (place.left() in _ONE or is_adjective(place.left()) or place.left() in ("other", "among", "two", "three"))
    ):
        return "principal"
    is_owned = place.left() in OWNERS | {"the"} or place.left().endswith("'s")
    if is_owned and first in ("and", "but", "plus", "with", ",") and "interest" in place.after(5):
        return "principal"
    if place.left() in _ONE or place.left().endswith("'s"):
        if _is_named(place, first, second):
            return "principal"
        return "principal" if _is_described(first, second) else None
    if is_adjective(place.left()) and first.endswith(("er", "or", "ist")) and may_head(first) and place.left(1) in _ONE:
        return "principal"
    return None


def _is_described(first: str, second: str) -> bool:
    """Tell whether “principle” describes a noun: a verb behind one principle would end in -s or be past."""
    if first in CLOSED | _BEHIND | MARKS or (first.endswith(("s", "ly", "ing", "ed")) and not is_plural(first)):
        return False
    if is_finite_past(first) or not may_head(first) or (is_adjective(first) and not may_head(first)):
        return False
    if first.endswith("s"):
        return second in FINITE or (second in ("in", "for", "behind", "of") and first in ("reasons", "causes", "aims"))
    return True


def _is_named(place: Place, first: str, second: str) -> bool:
    """Tell whether “principle” is the head of a school by name: “the principle of St Olm’s College”."""
    if first != "of" or not place.is_name(1):
        return False
    at = 1
    while place.is_name(at) or (place.right(at) in ("of", "the", "and") and place.is_name(at + 1)):
        at += 1
    return place.right(at - 1) in _SCHOOLS


_DIFFERING = frozenset(
    "differs matters offers covers enters answers suffers refers underlies errors orders powers".split()
)
_RULING = listed("ruling")


def for_principal(place: Place) -> str | None:
    """Return what “principal” should read where only “principle” can stand: a rule, and no person."""
    first, second = place.right(), place.right(1)
    is_head = (
        not first or first in MARKS or first in ("that", "of", "on", "is", "was", "behind", "and", "has", "in", "to")
    )
    if place.left() in _RULING and is_head and place.left(1) not in ("school", "college"):
        return "principle"
    if place.left() == "of" and place.left(1) in _MATTERS and is_head:
        return "principle"
    if first == "that" and place.left() in ("the", "a") and second in ("the", "no", "every", "all", "people", "those"):
        return "principle"
    is_rule = second.endswith(("ness", "ism", "ence", "ity", "non-refoulement")) and second not in _BODIES
    return "principle" if first == "of" and place.left() in ("the", "a", "this") and is_rule else None


_MATTERS = frozenset("matter statement abandonment point question stand issue lack person woman man people".split())
_BODIES = frozenset(
    "university community facility city charity authority security residence conference audience".split()
)


def for_principals(place: Place) -> str | None:
    """Return what “principals” should read where only “principles” can stand."""
    first, second = place.right(), place.right(1)
    if first in ("on", "by", "upon", "to", "under") and second == "which":
        return "principles"
    if first in ("that", "which") and second in ("underpin", "underlie", "guide", "govern", "underpinned", "guided"):
        return "principles"
    is_kept = bool(_FOLLOWED.intersection(place.before(5)))
    if (
        first == "of"
        and is_kept
        and (second[:1].isdigit() or second.endswith(("ism", "ity", "ion", "ness", "acy", "ing")))
    ):
        return "principles"
    return None


def for_cite(place: Place) -> str | None:
    """Return what “cite” should read where only “site” can stand: it is no noun."""
    if place.left() in ARTICLES | OWNERS - {"whose"} | {"this"}:
        return "site"
    if place.left() in (
        "on",
        "web",
        "building",
        "camping",
        "planning",
        "construction",
        "burial",
        "heritage",
        "crash",
        "landfill",
    ):
        return (
            "site"
            if place.right() not in POINTING | ARTICLES and (place.left() != "on" or place.right() != "to")
            else None
        )
    return None


def for_canvas(place: Place) -> str | None:
    """Return what “canvas” should read where only “canvass” can stand: it is no verb that one may do."""
    if place.left() in MODALS | DO:
        return "canvass"
    is_object = place.right() in ARTICLES | OWNERS | {"every", "each", "all", "door", "door-to-door", "more"} | OBJECTS
    return "canvass" if place.left() == "to" and is_object else None


def for_then(place: Place) -> str | None:
    """Return what “then” should read where only “than” can stand: in what is compared with more in its clause."""
    before, first, second = place.left(), place.right(), place.right(1)
    if (
        not before
        or before in MARKS
        or before in ("and", "but", "since", "by", "until", "or", "was", "were", "is", "if")
    ):
        return None
    if _CONDITION.intersection(place.before(20)):
        return None  # “if it is more modern, then”
    if (
        before not in ADVERBS
        and place.left(1) in ("more", "less")
        and is_adjective(before)
        and (first in DETERMINERS - {"all", "half"} or place.is_name(0))
    ):
        return "than"
    if before in ("more", "less", "fewer") and (first in ("$", "£", "€") or first[:1].isdigit()):
        return "than"
    compared = first in ("in", "at", "during", "on") and second in ("any", "previous", "most", "other")
    compared = compared or (first in ("any", "ever", "usual", "previously") and second != "after")
    compared = compared or (first in ("we", "he", "she", "they", "it") and place.right(1) in DO and place.right(2) in (
        "in", "last", "a", "at", "before", "", ".", ",", "on", "for"))  # fmt: skip
    if not compared:
        return None
    clause = place.before(12)
    end = next((at for at, word in enumerate(clause) if word in MARKS), len(clause))
    return "than" if any(word in ("more", "fewer", "less") or is_comparative(word) for word in clause[:end]) else None


_SEEMING = frozenset("seem seems seemed appear appears appeared".split())
_CONDITION = frozenset("if when once".split())
_LIVING = frozenset("him her them us me you it anyone anybody everyone".split())


def for_phase(place: Place) -> str | None:
    """Return what “phase” should read where only “faze” can stand: what is phased is phased in or out."""
    helped = place.left() in MODALS | DO or (place.left() == "to" and place.left(1) in _SEEMING)
    if not helped or {"in", "out"}.intersection(place.after(9)):
        return None
    return "faze" if place.right() in _LIVING | ARTICLES | OWNERS or place.is_name(0) else None


def for_sooth(place: Place) -> str | None:
    """Return what “sooth” should read where only “soothe” can stand: it is no verb."""
    return "soothe" if place.left() in MODALS | DO | {"to", "help", "helps", "helped"} else None


def for_pored(place: Place) -> str | None:
    """Return what “pored” should read where only “poured” can stand: one pores over something."""
    return (
        "poured"
        if place.right() in ("down", "into", "out", "onto", "in", "from", "cold", "money", "water", "scorn")
        else None
    )


def for_bare(place: Place) -> str | None:
    """Return what “bare” should read where only “bear” can stand."""
    helped = place.left() in MODALS | {"to", "please", "just", "but", "and", "so"}
    if helped and place.right() == "with":
        return "bear"
    return "bear" if place.left() in MODALS and place.right() in ("in", "the", "witness", "fruit") else None


def for_sight(place: Place) -> str | None:
    """Return what “sight” should read where only “site” can stand: what is built stands on one."""
    if (
        place.left() not in ARTICLES
        or place.left(1) != "on"
        or place.right() not in ("of", "where", "in", "near", "next")
    ):
        return None
    is_built = _BUILT.intersection(place.before(6))
    return "site" if is_built or (place.right(1) in ARTICLES | OWNERS and place.right(2) in _STANDING) else None


_BUILT = listed("built")
_STANDING = frozenset("old former current existing proposed new planned derelict original ancient".split())


_ABLE = frozenset("able unable struggling struggled room trying hard difficult had try tried".split())
_BREATHED = frozenset("in through on for with the and".split())


def for_breath(place: Place) -> str | None:
    """Return what “breath” should read where only “breathe” can stand: it is no verb."""
    helped = place.left() in MODALS or (place.left() == "to" and place.left(1) in _ABLE)
    is_verb = not place.right() or place.right() in MARKS | ADVERBS | {
        "in",
        "through",
        "on",
        "for",
        "with",
        "the",
        "and",
    }
    return "breathe" if helped and is_verb else None
