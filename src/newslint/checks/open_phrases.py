"""Read a noun phrase for a source that nobody can check: “a user of an anonymous message board”."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from newslint.patterns import pattern
from newslint.records import NamedTuple

__all__ = ["Phrase", "classes_of", "goes_on", "read_phrase"]

Kind = Literal["platform", "network", "medium", "writer", "passed-on", "rumour"]
Strength = Literal["strong", "weak"]
Classes = Mapping[str, Kind]


@lru_cache(maxsize=16)
def classes_of(**lists: tuple[str, ...]) -> Classes:
    """Return the kind of each word of some lists, in small letters; of two lists with a word, the last one's."""
    return {word.lower(): kind.replace("_", "-") for kind, words in lists.items() for word in words}  # type: ignore[misc]


class Phrase(NamedTuple):
    """A noun phrase [start, end) of a sentence for an open source, by its last noun before “on”, “of” and so on."""

    start: int
    end: int
    noun: str
    strength: Strength
    is_indefinite: bool


class _Parts(NamedTuple):
    """What a noun phrase is made of, in small letters; `placed` are the kinds of what stands after “on” and so on."""

    noun: str
    kinds: tuple[Kind, ...]
    determiner: str
    modifiers: tuple[str, ...]
    placed: tuple[Kind, ...]
    words: frozenset[str]

    @property
    def is_marked(self) -> bool:
        """Whether a word tells that nobody answers for the source."""
        is_of_rumours = not self.words.isdisjoint(_HEARD)
        return is_of_rumours or any(word in _MARKS or _MADE_BY.fullmatch(word) for word in self.words)

    @property
    def is_open(self) -> bool:
        """Whether it is one of many: “a”, “some”, or several without a word before them."""
        return self.determiner in _INDEFINITE or (not self.determiner and self.noun.endswith("s"))

    @property
    def is_owned(self) -> bool:
        """Whether it belongs to somebody who is named: “the port authority’s website”."""
        return any(word.endswith(("’s", "'s", "s’", "s'")) for word in (self.determiner, *self.modifiers))


# Words of rumours that make anything beside them one; “net users” are people, “a review of … reports” is work.
_HEARD = frozenset("gossip rumor rumors rumour rumours hearsay scuttlebutt whispers grapevine chatter".split())
# What tells that nobody answers for a source.
_MARKS = frozenset(
    "fan fans fan-run gossip rumour rumor celebrity net-worth worth family-tree genealogy conspiracy anonymous unnamed "
    "unsigned unverified unconfirmed unsourced spoof leak leaks viral forwarded faceless pseudonymous clickbait fringe "
    "job-rating q&a quick cursory".split()
)
_MADE_BY = pattern(r"(?:ai|bot|user|volunteer|fan|reader|crowd|community)s?-[a-z]+|self-(?:published|submitted|edited)")
_INDEFINITE = frozenset("a an one some several many various multiple numerous another two three somebody’s".split())
_THEIRS = frozenset("his her its their".split())
_DETERMINERS = _INDEFINITE | _THEIRS | frozenset("the this that these those my our your no any each every".split())
# What may be said of reports that are nobody's.
_QUALIFIERS = frozenset(
    "media news press local some several multiple various many online unconfirmed unverified anonymous recent early "
    "initial other conflicting numerous persistent latest fresh foreign internet social".split()
)
# Words before which a noun phrase begins.
_STOPS = frozenset(
    "who which that and or but nor to for with on of in at by from as per said says say if is are was were be been has "
    "have had do does did not than then when while because so it he she they we i you under over about into after "
    "before like citing also what how why where claims claimed though although via through against between".split()
)
# What is a source only on a network, or where a mark says that nobody answers for it: other things have these names.
_PLAIN = frozenset(
    "group groups account accounts channel channels page pages board boards profile profiles entry entries listing "
    "listings app apps video videos portal portals clip clips text texts message messages answer answers search "
    "searches article articles review reviews comment comments reply replies post posts theory theories screenshot "
    "screenshots forward forwards trawl trawls column columns summary summaries quiz quizzes image images chat "
    "chats database databases biography biographies trivia".split()
)
_MOST_MODIFIERS = 5
_WORDS = pattern(r"[\w’'&-]+")
_BEFORE = pattern(r"(?<![\w’'&-])[\w’'&-]{1,40}(?=[ ]\Z)")
_PLACED = pattern(
    r"(?:[ ](?:left|put[ ]up|made|doing[ ]the[ ]rounds|going[ ](?:a)?round|[a-z]{1,20}(?:ed|en|ing)))?"
    r"[ ](?:on|of|in|from|under|below|beneath|across)[ ]"
)
_ONLINE = pattern(r"(?:[ ](?:posted|shared|circulating))?[ ]online\b")
# Whose it is, or what it is called.
_NAMED = pattern(
    r",?[ ](?:by|from|called|named|titled|entitled|of|belonging[ ]to"
    r"|(?:run|operated|owned|kept|published|written)[ ]by)"
    r"[ ](?:the[ ]|an?[ ])?(?:[a-z-]{1,20}[ ]){0,2}[A-Z]|,[ ](?:the[ ]|an?[ ])?[A-Z]|[’']s\b"
    r"|[ ](?:(?:run|operated|owned|kept|published)[ ])?by[ ](?:the|his|her|their)\b|[ ](?:filed|submitted)\b"
)
_PUBLISHED = pattern(r"[ ](?:by|from|in|of|on|published|filed|submitted|about|that)\b|[ ][A-Z]")
_TITLE = pattern(r"(?:[ ][A-Z][\w.’'-]{0,40}){1,3}")
# A small word right after it makes it the beginning of a longer one, unless it is one of the words of `_STOPS`.
_LONGER = pattern(r"[ ](?P<word>[a-z][\w’'-]*)|[’']s[ ](?!page|entry|article)")


def read_phrase(text: str, start: int, end: int, classes: Classes) -> Phrase | None:
    """Return the noun phrase around a word of the classes; None where somebody answers for what it names."""
    kinds = [classes[text[start:end].lower()]]
    noun_start = start
    while following := _class_at(text, end + 1, classes):
        if following[1] == "rumour" and kinds[-1] != "network":
            break  # “the account reports”: a verb
        noun_start, end = end + 1, following[0]
        kinds.append(following[1])
    noun = text[noun_start:end].lower()
    start, determiner, modifiers = _walk_left(text, start)
    placed_end, placed = _follow(text, end, classes)
    words = frozenset(word.lower() for word in _WORDS.findall(text[start:placed_end]))
    before = [classes[word] for word in modifiers if word in classes]
    parts = _Parts(noun, (*before, *kinds), determiner, modifiers, tuple(placed), words)
    strength = _weigh(parts)
    if noun == "reports" and _PUBLISHED.match(text, end):
        return None
    if strength is None or (_NAMED.match(text, placed_end) and not (parts.is_marked or kinds[0] == "platform")):
        return None
    title = _TITLE.match(text, placed_end) if parts.is_marked else None
    is_indefinite = parts.is_open or kinds[-1] in ("platform", "rumour")
    return Phrase(start, title.end() if title else placed_end, noun, strength, is_indefinite)


def goes_on(text: str, end: int) -> bool:
    """Tell whether a noun phrase that seems to end at a place goes on there: “Wikipedia editors”, “Quora’s founder”."""
    match = _LONGER.match(text, end)
    word = match and match["word"]
    return match is not None and (word is None or word not in _STOPS | _DETERMINERS)


def _class_at(text: str, at: int, classes: Classes) -> tuple[int, Kind] | None:
    """Return the end and kind of the word or two at a place, if the classes have them."""
    if text[at - 1 : at] != " ":
        return None
    first = _WORDS.match(text, at)
    if first is None:
        return None
    second = _WORDS.match(text, first.end() + 1) if text[first.end() : first.end() + 1] == " " else None
    for match in (second, first):
        if match and (kind := classes.get(text[at : match.end()].lower())):
            return match.end(), kind
    return None


def _walk_left(text: str, start: int) -> tuple[int, str, tuple[str, ...]]:
    """Return where a noun phrase begins that ends at a place, its determiner, and what is between."""
    modifiers: list[str] = []
    while len(modifiers) <= _MOST_MODIFIERS and (match := _BEFORE.search(text, max(0, start - 60), start)):
        word = match[0].lower()
        if word in _STOPS:
            break
        start = match.start()
        if word in _DETERMINERS:
            return start, word, tuple(reversed(modifiers))
        modifiers.append(word)
    return start, "", tuple(reversed(modifiers))


_FAR = 5  # words


def _follow(text: str, end: int, classes: Classes) -> tuple[int, list[Kind]]:
    """Return where a noun phrase ends with what says where it is, “of a board”, “on Reddit”, and the kinds there."""
    kinds: list[Kind] = []
    if online := _ONLINE.match(text, end):
        return online.end(), ["network"]
    while match := _PLACED.match(text, end):
        at = match.end()
        for _ in range(_FAR):
            found = _class_at(text, at, classes)
            word = _WORDS.match(text, at)
            if found or word is None or word[0].lower() in _STOPS or text[word.end() : word.end() + 1] != " ":
                break
            at = word.end() + 1
        else:
            return end, kinds
        if found is None:
            return end, kinds
        while found:
            end = found[0]
            kinds.append(found[1])
            found = _class_at(text, end + 1, classes)
    return end, kinds


def _weigh(parts: _Parts) -> Strength | None:
    """Return how little a source can be checked: not at all, or only perhaps; None where it can be."""
    kind, known = parts.kinds[-1], {*parts.kinds, *parts.placed}
    if kind == "rumour":
        return _weigh_rumour(parts)
    if "platform" in known or (parts.is_marked and kind != "network"):
        return "strong"
    if kind == "network" and parts.determiner in _THEIRS:
        return None  # “his social media” are somebody's
    if kind == "network":
        return "strong" if parts.noun == "social media" or "quick" in parts.words else None
    is_placed = "network" in known or "medium" in parts.kinds[:-1] or "online" in parts.words or bool(parts.placed)
    if parts.is_owned or not (parts.is_open or (is_placed and parts.determiner in _THEIRS)):
        return None
    return "weak" if is_placed or parts.noun not in _PLAIN else None


def _weigh_rumour(parts: _Parts) -> Strength | None:
    if parts.noun in ("internet", "net", "web"):
        return "strong" if parts.determiner == "the" and not parts.modifiers else None
    if parts.noun == "reports" and parts.determiner not in ("", "some", "several", "various", "many", "multiple"):
        return None
    if parts.noun == "word" and parts.determiner not in ("", "the"):
        return None
    return "strong" if _QUALIFIERS.issuperset(parts.modifiers) else None
