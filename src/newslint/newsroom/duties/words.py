"""The words of a sentence for the weights of duties; names and figures are signs, so that no name is learned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path

from newslint.language.advice.words import read_groups
from newslint.language.spelling.table import commonness
from newslint.newsroom.offers.frames import offers
from newslint.patterns import pattern
from newslint.records import NamedTuple

NAME, NUMBER, MONEY, PERCENT, YEAR, ODDS = "#name", "#number", "#money", "#percent", "#year", "#odds"
_TOKEN = pattern(
    r"(?P<money>[$£€₹₦]\s?\d[\d.,]*\w*|\b(?:US|A|C|NZ|HK)\$\d[\d.,]*\w*|\bRs\.? ?\d[\d.,]*"
    r"|(?<![\w.,])\d[\d.,]*+(?:p|c)\b)"
    r"|(?P<percent>(?<![\d.,])\d[\d.,]*+\s?(?:%|per\scent\b|percent\b|pc\b))"
    r"|(?P<odds>\d{1,3}[-/]\d{1,2}(?![\w/-]))"
    r"|(?P<year>(?:19|20)\d\d(?!\w))"
    r"|(?P<number>\d[\d.,]*\w*)"
    r"|(?P<word>\w+)"
)
_SIGNS = {"money": MONEY, "percent": PERCENT, "odds": ODDS, "year": YEAR, "number": NUMBER}
_MOST = 90  # words of a sentence that are read
_LONG, _FEW, _MOSTLY = 3, 3, 0.8  # letters of a word, long words of a title, and the share that has a capital
_OWN = Path(__file__).with_name("classes.txt")
KIN = Path(__file__).with_name("kin.txt")
_MATTERS = ("general", "investing", "remedies", "treatments")
_STARTS = frozenset(".!?:;–—(“‘\"'")


class Classes(NamedTuple):
    """The classes of single words, and those of phrases by their first two words, each with the words that follow."""

    words: Mapping[str, tuple[str, ...]]
    phrases: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]

    def find(self, words: Sequence[str]) -> set[str]:
        """Return the classes of which some words have a word or phrase."""
        found = {name for word in self.words.keys() & words for name in self.words[word]}
        for at, pair in enumerate(pairwise(words), 2):
            for rest, name in self.phrases.get(pair, ()):
                if not rest or tuple(words[at : at + len(rest)]) == rest:
                    found.add(name)
        return found


def read_words(text: str) -> list[str]:
    """Return the words of a sentence in small letters, cut at hyphens and apostrophes; names and figures as signs.

    Several names in a row are one. What has a capital is a name but for the first word, words of the classes, and
    sentences that are written as titles are.
    """
    found: list[str] = []
    told = _tell(text)
    is_title = _is_title([word for word, sign, _ in told if not sign])
    known = read_classes().words
    for at, (word, sign, opens) in enumerate(told):
        said = sign or word.lower()
        if not sign and word[0].isupper() and said not in known and said not in _ALWAYS:
            is_next = at + 1 < len(told) and not told[at + 1][1] and told[at + 1][0][0].isupper() and not is_title
            is_common = (opens or is_title) and commonness(said) is not None
            if not is_common or (is_next and opens and said not in _OPENING):
                said = NAME
        if said != NAME or not found or found[-1] != NAME:
            found.append(said)
    return found


# Words with a capital for other reasons.
_ALWAYS = frozenset("i the a an this that these those it he she they we you my our your his her its their".split())
_OPENING = frozenset("if when as in on at for from with by and but or so not no buy sell hold get why how what".split())


def _tell(text: str) -> list[tuple[str, str, bool]]:
    """Return the words and figures of a text: each with its sign, if it is a figure, and whether it opens something."""
    told: list[tuple[str, str, bool]] = []
    end = 0
    for _, match in zip(range(_MOST), _TOKEN.finditer(text), strict=False):
        between = text[end : match.start()]
        opens = not told or not _STARTS.isdisjoint(between)
        end = match.end()
        told.append((match[0], _SIGNS.get(match.lastgroup or "", ""), opens))
    return told


@lru_cache(maxsize=4096)
def kin_of(word: str) -> tuple[str, ...]:
    """Return the groups of words in whose company a word stands, a wide and a narrow one; none where it is unknown.

    The lines are looked through as they are sorted: a table of them would take five times as much memory.
    """
    lines = _kin()
    place = bisect_left(lines, f"{word} ")
    line = lines[place] if place < len(lines) else ""
    return tuple(line.split()[1:]) if line.startswith(f"{word} ") else ()


@cache
def _kin() -> Sequence[str]:
    return KIN.read_text(encoding="utf-8").splitlines()[1:]


def _is_title(words: Sequence[str]) -> bool:
    long = [word[0].isupper() for word in words if len(word) >= _LONG]
    return len(long) >= _FEW and sum(long) >= _MOSTLY * len(long)


@cache
def read_classes() -> Classes:
    """Return the classes of words: our own, those of offers, and those of advice."""
    words: dict[str, list[str]] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for name, phrase in _phrases():
        if len(phrase) == 1:
            words.setdefault(phrase[0], []).append(name)
        else:
            phrases.setdefault((phrase[0], phrase[1]), []).append((phrase[2:], name))
    return Classes(
        {word: tuple(dict.fromkeys(names)) for word, names in words.items()},
        {pair: tuple(dict.fromkeys(rest)) for pair, rest in phrases.items()},
    )


def _phrases() -> Iterable[tuple[str, tuple[str, ...]]]:
    for line in _OWN.read_text(encoding="utf-8").splitlines():
        name, colon, words = line.partition(" : ")
        if colon and not line.startswith("#"):
            yield from ((f"={name}", tuple(word.split("_"))) for word in words.split())
    for name, known in offers().classes.items():
        for phrase in chain.from_iterable(known.values()):
            if name.islower() and not any(word[:1] in "#^" or not word.islower() for word in phrase):
                yield f"=offer {name}", phrase
    for matter in _MATTERS:
        for group, members in read_groups(matter).items():
            for member in members:
                yield f"={matter} {group[0]}", tuple(member.replace("-", " ").split())
