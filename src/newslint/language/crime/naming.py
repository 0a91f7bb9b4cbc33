"""Find the names in a sentence: those of people, and proper names that are no people's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from newslint.language.crime.words import groups
from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.source_words import institution_words
from newslint.language.spelling.table import commonness
from newslint.language.units.name_words import CALENDAR, COMPASS, COURTESIES, EVERYWHERE, GENERAL, TITLES
from newslint.language.units.similarity import STOP_WORDS
from newslint.patterns import pattern
from newslint.records import NamedTuple

# A possessive ends a name.
_CAP = r"[A-ZÀ-ÖØ-Þ](?:[.](?![A-Za-z])|[\w’'-]*)"
# A run of words with a capital, with initials and the small words of names between them.
_RUN = pattern(
    rf"(?<![\w@#/’'.-]){_CAP}(?:(?<![’']s)[ ](?:(?:de|del|della|di|da|dos|du|van|von|der|den|ter|ten|la|le|el|al"
    rf"|bin|ibn|of[ ]the|of"
    rf"|and[ ]Sons|&)[ ]){{0,2}}(?:{_CAP})){{0,6}}"
)
_NOT_BEFORE_NAMES = (TITLES | CALENDAR | frozenset({"the"})) - frozenset("may april june august".split())
_NO_PERSON = EVERYWHERE | GENERAL | CALENDAR
_FEW, _MANY = 2, 4
_LONGEST_NAME = 40  # code points
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_COMMON = 55  # words that are rarer are no words to most readers
# What follows somebody's name as soon as it is told: “Pell, 43,” and “Mr Pell”.
_AGED = pattern(
    r",[ ](?:aged[ ])?(?:\d{1,2}\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif"
    r"|six|seven)teen),)"
    r"|,[ ](?:who|whose[ ](?:trial|lawyers?|barrister|wife|husband|mother|father|defence|defense|solicitor|case"
    r"|bail))\b"
)
_GROUPS = frozenset(
    """boko haram al-qaeda qaeda al-qaida isis isil daesh hamas hezbollah hizbollah taliban al-shabaab shabab ira eta
    farc mossad gestapo mafia cosa nostra camorra 'ndrangheta islamic khmer rouge tamil tigers""".split()
)

Kind = Literal["person", "proper"]


class Named(NamedTuple):
    """A name with its range in a text, without titles before it; `key` is its last word, the surname of people."""

    start: int
    end: int
    kind: Kind
    key: str
    is_full: bool


class Names:
    """The names of a text, which tells of whom it speaks by surname alone once it has told the name in full."""

    def __init__(self, texts: Iterable[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._texts = tuple(texts)
        self._surnames: dict[str, bool] = {}
        self._read: dict[str, tuple[Named, ...]] = {}

    def find(self, text: str) -> tuple[Named, ...]:
        """Return the names of a sentence in order."""
        if text not in self._read:
            self._read[text] = tuple(self._named(text, *run) for run in _runs(text))
        return self._read[text]

    def _named(self, text: str, start: int, end: int) -> Named:
        words = text[start:end].split()
        key = _bare(words[-1])
        is_full = _is_full_name(words, self._lexicon)
        if is_full:
            last = words[-2] if key.rstrip(".").lower() in _SUFFIXES else key
            return Named(start, end, "person", _bare(last), True)
        titled = text[max(0, start - 12) : start].rstrip().rpartition(" ")[2].lower().rstrip(".") in COURTESIES
        is_person = len(words) == 1 and (titled or self.is_surname(key) or _AGED.match(text, end) is not None)
        is_person = is_person and key.lower() not in _GROUPS
        return Named(start, end, "person" if is_person else "proper", key, False)

    def is_surname(self, word: str) -> bool:
        """Tell whether a word is the surname of somebody whom the text names in full."""
        if word not in self._surnames:
            self._surnames[word] = any(self._ends_name(text, word) for text in self._texts)
        return self._surnames[word]

    def _ends_name(self, text: str, word: str) -> bool:
        at = text.find(word, 1)
        while at > 0:
            end = at + len(word)
            if text[at - 1] in " -" and not text[end : end + 1].isalnum():
                start = text.rfind(". ", max(0, at - _LONGEST_NAME), at) + 1
                words = text[max(start, at - _LONGEST_NAME) : end].split()
                size = next((size for size in (3, 2) if _is_run(words[-size:])), 0)
                if size and _is_full_name(_untitled(words[-size:]), self._lexicon):
                    return True
            at = text.find(word, end)
        return False


def _is_run(words: Sequence[str]) -> bool:
    return len(words) > 1 and all(word[:1].isupper() and word[-1:] not in ",;:" for word in words[:-1])


def _untitled(words: Sequence[str]) -> Sequence[str]:
    return words[1:] if _stands_before(words[0]) else words


def _runs(text: str) -> list[tuple[int, int]]:
    """Return the ranges of runs of words with capitals, without titles and without a small word that begins a text."""
    found = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        words = match.group().split(" ")
        is_first = start == 0 or text[start - 2 : start] in (". ", "? ", "! ", "“", ": ")
        while words and (_stands_before(words[0]) or (is_first and _begins(words))):
            start += len(words[0]) + 1
            words = words[1:]
        while words and words[-1][:1].islower():
            end -= len(words[-1]) + 1
            words = words[:-1]
        if words:
            end = start + len(" ".join(words))
            while text[end - 2 : end] in ("’s", "'s"):
                end -= 2
            found.append((start, end - (text[end - 1 : end] in "’'-")))
    return [(start, end) for start, end in found if end > start]


def _stands_before(word: str) -> bool:
    lower = word.lower().rstrip(".")
    if lower.endswith(("-grader", "-old", "schoolboy", "schoolgirl")):
        return True
    return lower in _NOT_BEFORE_NAMES or lower == "ex" or lower in groups()["guilty"] or lower in groups()["doers"]


def _begins(words: Sequence[str]) -> bool:
    """Tell whether the first word of a sentence is no part of a name: an article, a preposition, what somebody is."""
    lower = words[0].lower()
    if lower in STOP_WORDS or len(words) == 1:
        return lower in STOP_WORDS or _is_common(lower)
    return len(words) > _FEW and _is_common(lower)


@cache
def _is_common(word: str) -> bool:
    return len(word) > 1 and (commonness(word) or _COMMON) < _COMMON


@table
def _given(lexicon: Lexicon) -> frozenset[str]:
    return frozenset().union(*lexicon.groups("given_names").values())


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1 and "." not in word


def _is_full_name(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether the words are those of a person's name in full."""
    if not _FEW <= len(words) <= _MANY or _is_acronym(words[0]):
        return False
    lower = [_bare(word).lower().rstrip(".") for word in words]
    known = institution_words(lexicon)
    if any(word in known["within"] or word in known["alone"] for word in lower) or "of" in lower or "&" in words:
        return False
    if not _GROUPS.isdisjoint(lower) or lower[0] in COMPASS or lower[0] in STOP_WORDS:
        return False
    if lower[0] in _given(lexicon):
        return True
    if not _NO_PERSON.isdisjoint(lower) or lower[-1] in _PLACES or lower[-1] in groups()["firm"]:
        return False
    return not all(len(word) == 1 or _is_common(word) for word in lower)


_PLACES = frozenset(
    """street road lane avenue park hill bridge square village valley island islands beach bay river lake forest wood
    woods heights green drive court hall house tower towers estate centre center stadium arena airport station
    hotel inn pub café cafe restaurant bar club school academy primary high infirmary prison jail cathedral abbey
    minster gardens market mall plaza theatre theater gallery cup league trophy award awards prize festival
    marathon games report act scheme programme program project inquiry trial case scandal affair crossing junction
    wharf quay docks pier harbour harbor farm mill works foundry brewery bakery stores shop ltd plc inc llc global
    solutions systems services consulting media digital online software studios security logistics bank capital
    holdings group trust fund""".split()
)


def _bare(word: str) -> str:
    for ending in ("’s", "'s", "’", "'"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word
