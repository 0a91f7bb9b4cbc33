"""Tell “lead” and “led”, “lose” and “loose”, “affect” and “effect”, “rein” and “reign” apart by what is around them."""

from __future__ import annotations

from newslint.language.spelling.classes import is_abstract, is_plural
from newslint.language.spelling.pairs.place import Place
from newslint.language.spelling.pairs.words import (
    ADVERBS,
    ARTICLES,
    BE,
    BE_FINITE,
    CLOSED,
    DETERMINERS,
    DO,
    HAVE,
    MARKS,
    MODALS,
    OBJECTS,
    OWNERS,
    PLURAL_SUBJECTS,
    POINTING,
    PREPOSITIONS,
    QUANTITIES,
    TIMES,
    is_finite_past,
    listed,
    may_head,
    may_modify,
    phrase,
)

_HELPING = MODALS | DO | {"to", "help", "helps", "helped", "let", "make", "makes", "made"}
_TITLES = listed("titles")
_FORMERLY = frozenset("once previously formerly originally initially".split())
# Nouns that stand before “lead” as a noun.
_LEADING = listed("leading")
# Those who lead what “-led” stands for.
_LEADERS = listed("leaders")


def for_lead(place: Place) -> str | None:
    """Return what “lead” should read where only “led” can stand."""
    if place.text[: place.start].endswith("-"):
        return _for_compound(place)
    first = place.right()
    is_object = first in DETERMINERS | OBJECTS or (first == "to" and _is_aim(place, 1))
    before = _skip_adverbs(place)
    if place.left(before) in _HELPING:  # “can lead to mistakes”
        return None
    if first == "by" and _is_headed(place):
        return "led"
    if place.left(before) in HAVE and not place.left(before).endswith("'d") and _is_led(place):
        return "led"
    if (
        not is_object
        and first != "in"
        and not (place.is_name(0) and is_plural(place.right(1)))
        and not _is_people(first)
    ):
        return None
    if place.left() in ("that", "which") and _is_one_thing(place):
        return "led"
    if place.left() in ("who", "which") and _is_one(place, first):
        return "led"
    if place.left() in _FORMERLY and not _HELPING.intersection(place.before(4)) and first not in QUANTITIES:
        return "led"
    return "led" if _has_one_subject(place) and _is_driven(place, first) else None


def _skip_adverbs(place: Place) -> int:
    at = 0
    while at < 3 and (place.left(at) in ADVERBS or place.left(at).endswith("ly") or place.left(at) == "not"):
        at += 1
    return at


def _is_led(place: Place) -> bool:
    """Tell whether “has lead” has an object, which the metal and the front place have not."""
    first, second = place.right(), place.right(1)
    if first in (
        "a",
        "an",
        "the",
        "several",
        "many",
        "some",
        "most",
        "his",
        "her",
        "their",
        "its",
        "our",
        "dozens",
        "us",
    ):
        return True
    if first in ("two", "three", "four", "five", "six", "seven") or first in OBJECTS or _is_people(first):
        return True
    return first == "to" and second not in CLOSED - ARTICLES - OWNERS - POINTING - QUANTITIES


_PEOPLE = listed("people")


def _is_people(word: str) -> bool:
    return word in _PEOPLE


def _is_aim(place: Place, at: int) -> bool:
    """Tell whether what stands behind “to” is what came of something, and no verb."""
    word = place.right(at)
    return (
        word in ARTICLES | OWNERS | POINTING
        or (word in QUANTITIES and word not in ("more", "all"))
        or is_abstract(word)
        or (is_plural(word) and may_head(word))
    )


def _is_one(place: Place, first: str) -> bool:
    """Tell whether what “who” and “which” stand for is one person, or all that was said."""
    if place.left() == "which":
        return place.left(1) == "," and is_finite_past(place.left(2)) and first in ("to", "in")
    at = 2 if place.left(1) == "," else 1
    names: list[str] = []
    while at < len(place.lefts) and (
        place.lefts[at][:1].isupper() or place.left(at) in ("de", "van", "von", "al", "bin")
    ):
        names.append(place.left(at))
        at += 1
    if not names or place.left(at) in ("and", "&", "or", ",") or len(names) > 5:
        return False
    return names[-1].rstrip(".") in _TITLES and len(names) > 1 and names[0] not in _TITLES


def _is_one_thing(place: Place) -> bool:
    """Tell whether “that” stands for one thing alone: “a deal that lead to”, “was the error that lead to”."""
    if not may_head(place.left(1)) or is_plural(place.left(1)):
        return False
    at = 2
    while at < 5 and may_modify(place.left(at)) and not is_plural(place.left(at)):
        at += 1
    article, before = place.left(at), place.left(at + 1)
    return article in ("a", "an", "another", "this") or (article == "the" and (not before or before in BE_FINITE))


def _is_headed(place: Place) -> bool:
    """Tell whether somebody is at the head of what stands before a word: “a march lead by Ana Roe”."""
    before, name = place.left(), place.right(1)
    is_led = may_head(before) or before == "," or (place.lefts[:1] != [] and place.lefts[0][:1].isupper())
    if not is_led or before in _LEADING or not place.is_name(1) or name.endswith("'s") or name in TIMES:
        return False
    return not {"the", "a", "their", "his", "her", "its"}.intersection(place.before(1))


def _has_one_subject(place: Place) -> bool:
    """Tell whether all from the beginning of a clause to a word is one phrase without a plural, a verb or a name."""
    words = place.before(14)
    nearest = words[0] if words else ""
    if nearest in _LEADING or not words or not (may_head(nearest) or nearest in ("overnight", "yesterday")):
        return False
    end = next((at for at, word in enumerate(words) if word in MARKS), len(words))
    if end < len(words) and words[end] not in ("“", '"', ";", ":"):
        return False
    subject = words[:end]
    if len(subject) > 1 and subject[1] in _LEADING:
        return False
    last = len(subject) - 1
    return (
        last > 0
        and all(_is_of_one(word, at == last) for at, word in enumerate(subject))
        and not any(each[:1].isupper() for each in place.lefts[:last])
    )


def _is_of_one(word: str, is_first: bool) -> bool:
    if is_first:
        return word in ("a", "an", "the", "this", "that", "another", "one", "his", "her", "its", "their") or may_modify(
            word
        )
    if word in PREPOSITIONS - {"to", "as", "like", "than", "before", "after", "since", "until"} | ARTICLES | OWNERS:
        return True
    if word in TIMES | {"overnight", "yesterday", "last"}:
        return True
    return (
        may_modify(word) and not is_plural(word) and not word.endswith("'s") and (may_head(word) or not _may_act(word))
    )


def _may_act(word: str) -> bool:
    return is_finite_past(word) or word.endswith("ing") or word in CLOSED


def _is_driven(place: Place, first: str) -> bool:
    """Tell whether somebody is led somewhere, or what came of something is told, behind “lead”."""
    if first == "to":
        return True
    if first in OBJECTS - {"it", "you"} or _is_people(first) or (first == "the" and _is_people(place.right(1))):
        return "to" in place.after(6) or "into" in place.after(6) or "back" in place.after(5)
    return False


def _for_compound(place: Place) -> str | None:
    """Return what “-lead” should read in “a student-lead petition”."""
    word = place.text[: place.start].rpartition(" ")[2].lower().rstrip("-").lstrip("“\"'(‘")
    return "led" if word in _LEADERS and (may_modify(place.right()) or place.is_name(0)) else None


_RELEASED = listed("released")
_WILLING = listed("willing")
_SETTING = listed("setting")


def for_loose(place: Place) -> str | None:
    """Return what “loose” should read where only “lose” can stand."""
    if _RELEASED.intersection(place.after(6)):
        return None
    first, before = place.right(), place.left()
    is_object = first in DETERMINERS | OBJECTS or first[:1].isdigit() or first in ("$", "£", "€", "about", "up")
    at = _skip_adverbs(place)
    is_end = not first or first in MARKS or first in ("to", "by", "in", "if", "when", "again", "because", "at", "on")
    if place.left(at) in MODALS | DO - {"do"} | {"to"} and (
        is_object or (is_end and place.left(at) not in ("do", "to"))
    ):
        return "lose"
    if before in ("or", "and") and place.left(1) in ("win", "wins", "it") and (is_end or first == "it"):
        return "lose"
    if before in ("we", "they", "i") and not _SETTING.intersection(place.before(5)):
        return "lose"
    if before == "to" and place.left(1) in _WILLING and (is_abstract(first) or first in _LOST):
        return "lose"
    if _SETTING.intersection(place.before(8)):
        return None
    if before in PLURAL_SUBJECTS | {"who"} or (is_plural(before) and place.left(1) not in PREPOSITIONS - {"that"}):
        if first in DETERMINERS:
            return "lose"
        return "lose" if (is_abstract(first) or first in _LOST) and place.right(1) in PREPOSITIONS | MARKS else None
    return None


_LOST = listed("lost")


def for_loosing(place: Place) -> str | None:
    """Return what “loosing” should read where only “losing” can stand."""
    return None if _RELEASED.intersection(place.after(6)) or place.right() in ("and", "from") else "losing"


def for_looses(place: Place) -> str | None:
    """Return what “looses” should read where only “loses” can stand."""
    return None if _RELEASED.intersection(place.after(6)) else "loses"


# What one can bring about: only of these “to effect” is said.
_DONE = listed("done")
_AFFECTED = _PEOPLE | listed("affected")


def for_effect(place: Place) -> str | None:
    """Return what “effect” should read where only “affect” can stand."""
    at = _skip_adverbs(place)
    if place.left(at) not in MODALS | DO | {"to"} or (
        place.left(at) == "to" and place.left(at + 1) in ("due", "owing")
    ):
        return None
    index = 0
    while index < 5 and _counts(place.right(index)):
        index += 1
    noun = place.right(index)
    if noun in ("people", "of") and index:
        return "affect" if noun == "people" else None
    if noun in _AFFECTED or noun == "people":
        return "affect"
    if place.left(at) != "to" and place.right() in OWNERS | {
        "the",
        "every",
        "each",
        "how",
        "what",
        "whether",
        "national",
    }:
        return "affect" if place.right() in ("how", "what", "whether") or _is_touched(place) else None
    has_number = any(place.right(each)[:1].isdigit() for each in range(index))
    return "affect" if has_number and is_plural(noun) and noun not in _DONE and not is_abstract(noun[:-1]) else None


_COUNTING = frozenset("about around nearly almost over than up to some local the million thousand hundred".split())


def _is_touched(place: Place) -> bool:
    """Tell whether the object of a verb is nothing that one can bring about."""
    head = phrase(place, 1)
    if head is None or place.right(head).endswith(_BROUGHT_ABOUT):
        return False
    return not any(place.right(at) in _DONE for at in range(1, head + 1))


_BROUGHT_ABOUT = (
    "tion",
    "sion",
    "ment",
    "ments",
    "tions",
    "sions",
    "al",
    "als",
    "ance",
    "ing",
    "over",
    "out",
    "up",
    "age",
)


def _counts(word: str) -> bool:
    return word in DETERMINERS or word[:1].isdigit() or word in _COUNTING


def for_effected(place: Place) -> str | None:
    """Return what “effected” should read where only “affected” can stand."""
    if place.right() in _AFFECTED | {"residents", "people"}:
        return "affected"
    at = _skip_adverbs(place)
    if place.left(at) in ("be", "been"):
        at += 1
        while place.left(at) in MODALS | HAVE | ADVERBS | {"not"}:
            at += 1
    elif place.left(at) in BE_FINITE:
        at += 1
    else:
        return None
    return "affected" if place.left(at) in _AFFECTED else None


# What a ruler reigns in, and when.
_REALM = listed("realm")
_TASKED = listed("tasked")


def for_reign(place: Place) -> str | None:
    """Return what “reign” should read where only “rein” can stand."""
    if place.text[place.end : place.end + 3] == "-in":
        return "rein"
    first, second = place.right(), place.right(1)
    helped = place.left() in MODALS - {"might"} | {"to"}
    if helped and (first in ARTICLES | OWNERS | {"them", "him", "it"} or _is_steered(place)) and "in" in place.after(7):
        return "rein"
    if not helped or first not in ("in", "back") or (place.left() == "to" and place.left(1) not in _TASKED):
        return None
    if place.left() != "to" and second not in ("spending", "costs", "inflation"):
        return None
    return "rein" if _is_reined(place) else None


def _is_steered(place: Place) -> bool:
    return (
        is_plural(place.right())
        and place.right(1) in ("in", "back")
        and (not place.right(2) or place.right(2) in MARKS | {"before", "after", "by", "and"})
    )


def _is_reined(place: Place) -> bool:
    """Tell whether what stands behind “reign in” is no place and no time."""
    words = place.after(8)[1:]
    if (
        not words
        or words[0][:1].isdigit()
        or place.is_name(1)
        or words[0] in ("peace", "heaven", "hell", "this", "that")
    ):
        return False
    head = next(
        (at for at, word in enumerate(words) if at and (word in CLOSED - DETERMINERS or word in MARKS)), len(words)
    )
    return not _REALM.intersection(words[: head + 1])


def for_reigned(place: Place) -> str | None:
    """Return what “reigned” should read where only “reined” can stand."""
    first, second = place.right(), place.right(1)
    if first in ("in", "back") and (
        place.left() in BE or place.left(1) in ("want", "wants", "wanted", "get", "see", "have")
    ):
        return "reined" if not second or second in MARKS | {"before", "by", "after", "if", "and", "when"} else None
    return None


_MOODS = listed("moods")


def for_reined(place: Place) -> str | None:
    """Return what “reined” should read where only “reigned” can stand."""
    if place.right() in ("in", "back", "up", "to"):
        return None
    at = _skip_adverbs(place)
    if place.right() == "supreme" or (place.left(at) in _MOODS and place.left(at + 1) not in PREPOSITIONS):
        return "reigned"
    return None


_BILLS = listed("bills")


def for_rain(place: Place) -> str | None:
    """Return what “rain” should read where only “rein” can stand: “to rain in spending”."""
    if place.left() not in MODALS | {"to"} or place.right() != "in" or "it" in place.before(6):
        return None
    return "rein" if _BILLS.intersection(place.after(6)) else None
