"""Tell remarks to colleagues, or those of a chat assistant, from copy, by features of words and form that meet.

The words of a grammar stand in families: who is spoken to, what is spoken of, what is to be done with it. No family is
proof; points say how much more often a feature stands in remarks than in published copy, and what they come to decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Literal

from newslint.language.units.sentences import split_sentences
from newslint.patterns import pattern
from newslint.records import NamedTuple

Place = Literal["bracket", "round", "dash", "line", "part", "sentence", "whole"]
_FOLDER = Path(__file__).with_name("lexicons")
_WORD = pattern(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_MARKS = "*_<>[](){}–—-/#+^~= \t\n"
_LONG, _VERY_LONG, _SHORT, _MANY_NAMES = 18, 30, 6, 3  # words


class Grammar(NamedTuple):
    """The families of single words, of phrases by their first two words, by what they are of, and the points.

    A phrase has the words that follow those two.
    """

    words: Mapping[str, set[str]]
    openers: frozenset[str]
    phrases: Mapping[tuple[str, str], list[tuple[tuple[str, ...], str]]]
    things: frozenset[str]
    acts: frozenset[str]
    points: Mapping[str, int]

    def find_families(self, text: str) -> set[str]:
        """Return the families of which a text has a phrase; a number is the word `number`."""
        words = _WORD.findall(text.lower().replace("’", "'"))
        words = ["number" if word[0].isdigit() else word for word in words]
        found: set[str] = set()
        for word in self.words.keys() & words:
            found |= self.words[word]
        for at, pair in enumerate(pairwise(words), 2):
            if pair[0] in self.openers:
                for rest, family in self.phrases.get(pair, ()):
                    if not rest or tuple(words[at : at + len(rest)]) == rest:
                        found.add(family)
        return found

    def rate(self, text: str, place: Place) -> int:
        """Return the points of a text: more than nothing where it is more likely a remark than copy."""
        families = self.find_families(text)
        features = self.find_features(text, place, families)
        return sum(self.points.get(feature, 0) for feature in features) + self.points[""] if features else _NEVER

    def find_features(self, text: str, place: Place, families: set[str]) -> set[str]:
        """Return the features of a text, or none where too little meets for a remark."""
        told = families & (self.acts | self.things)
        if "copy" in families or not told or (place in ("sentence", "dash") and len(told) < _FEW):
            return set()
        forms = set(_find_forms(text))
        talk = families & _TALK | forms & (_TURNS - _ORDINARY_ASIDE if place == "round" else _TURNS)
        if place != "bracket" and (
            self._is_little(told, talk, forms, place) or self._is_said(told, talk, forms, place)
        ):
            return set()
        if place == "bracket" and told <= _EVERYDAY and len(talk) <= ("stated" in forms):
            return set()
        return {*families, *forms, f"in {place}", *self._find_meetings(families, forms)}

    def _is_little(self, told: set[str], talk: set[str], forms: set[str], place: Place) -> bool:
        """Tell whether too few families meet, with too little of what colleagues' talk sounds like."""
        is_apart = place in _APART and len(talk) > ("stated" in forms) and len(talk) >= _FEW
        if (told <= _EVERYDAY or len(told) < _FEW) and not is_apart:
            return True
        least = _MANY + 2 * ("stated" in forms)
        return place in ("line", "part", "sentence") and len(told) < least and not talk - {"time"}

    def _is_said(self, told: set[str], talk: set[str], forms: set[str], place: Place) -> bool:
        """Tell whether a text reports what was said, or asks its readers something."""
        is_aside = place == "round" and len(told & self.acts) >= _FEW
        if "stated" in forms and not is_aside and len(told) < _MANY:
            return True
        return "question" in forms and not (told & self.things or talk - _PERSONAL)

    def _find_meetings(self, families: set[str], forms: set[str]) -> Iterator[str]:
        """Yield how many things and acts meet."""
        acts, things = len(families & self.acts), len(families & self.things)
        yield from (f"acts {number}" for number in (2, 3) if acts >= number)
        yield from (f"things {number}" for number in (2, 3) if things >= number)
        if acts and things:
            yield "thing and act"
        if acts and not forms.isdisjoint(_MOODS):
            yield "mood and act"


_NEVER = -1000
# Things that published copy names, too, and what a remark has besides.
_EVERYDAY = frozenset({"text", "fact", "piece", "press", "deictic", "obj", "adj"})
_TALK = frozenset({"slang", "me", "we", "you", "time"})
_PERSONAL = frozenset({"me", "we", "you", "time", "order", "no subject"})
_TURNS = frozenset(
    {"capitals", "addressed", "small start", "order", "no subject", "signed", "doubled", "bare noun", "marks"}
)
_ORDINARY_ASIDE = frozenset({"small start", "no subject", "bare noun"})
_APART = ("bracket", "round", "line", "part")
_FEW, _MANY = 2, 4


@cache
def read_grammar(name: str) -> Grammar:
    """Read a grammar: `family : phrase phrase`, where `_` is a space and `/` stands between words of one place."""
    single: dict[str, set[str]] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    given: dict[str, list[str]] = {"things": [], "acts": [], "points": []}
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        family, _, words = line.partition(" : ")
        if family in given:
            given[family] += words.split()
        elif words and not line.startswith("#"):
            for phrase in words.split():
                first, *others = [word.split("/") for word in phrase.split("_")]
                if not others:
                    for word in first:
                        single.setdefault(word, set()).add(family)
                for combined in product(first, *others) if others else ():
                    phrases.setdefault((combined[0], combined[1]), []).append((combined[2:], family))
    points = dict(entry.rsplit("=", 1) for entry in given["points"])
    return Grammar(
        single,
        frozenset(first for first, _ in phrases),
        phrases,
        frozenset(given["things"]),
        frozenset(given["acts"]),
        {name.replace("_", " "): int(value) for name, value in points.items()},
    )


_MOODS = frozenset({"capitals", "addressed", "small start", "question", "order", "no subject"})
_ASKED = (
    r"can|could|i|i['’]ve|is|are|do|does|have|has|please|pls|this|we|would|you|your|did|what|any|not|don['’]t|need"
    r"|there|if|no"
)
_CAPITALS = pattern(r"(?:[A-Z][A-Z’'/&-]*|\d+)(?: (?:[A-Z][A-Z’'/&-]*|\d+))+[.!?]*\Z")
_LABEL = pattern(r"[A-Z]{2,}(?: [A-Z]{2,}){0,3}\s?[:–—]")
_ADDRESSED = pattern(rf"(?:@\w+|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:,| ?[–—:]| -)\s(?i:{_ASKED})\b")
_SMALL = pattern(r"[a-z]")
_ORDER = pattern(
    r"(?i:please |pls |kindly )?"
    r"(?i:avoid|hold|cut|check|chk|insert|add|trim|delete|leave|use|keep|confirm|verify"
    r"|chase|ask|get|put|move|replace|remove|rewrite|reword|make sure|don['’]t|do not|drop|lose|kill|pull|ring"
    r"|needs?|must|suggest|query|feel free)\b"
)
_NO_SUBJECT = pattern(
    r"(?i:have|has|had|will|won['’]t|not|can['’]t|couldn['’]t|still(?!,)|awaiting|waiting|chasing|ran|moved|too|taken"
    r"|tried|re-?\w{2,12}ed|spoke|copied|lifted|missing|hope|happy|based)\b"
)
_BARE_NOUN = pattern(r"(?i:space|room|more|rest|final|full|for|table|box|blank|pic|photo|image|byline)\b")
_FINITE = pattern(r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|said|says|do|does|did)\b")
_STATED = pattern(r"\b(?:said|says|told|according|was|were|had|who|became|announced)\b")
_NAME = pattern(r" [A-Z][a-z]+")
_SIGNED = pattern(
    r"(?:[–—/-] ?(?:[A-Z]{2,3}|[A-Z][a-z]{1,8})|[a-z.!?] [A-Z]{2,3})[).]?\Z"
    r"|\b(?:[Cc]heers|[Tt]a|[Tt]hanks|[Tt]hx),? ?\w*[.!]?\Z"
)


def _find_forms(text: str) -> Iterator[str]:
    """Yield what is unusual or usual in the form of a text: its beginning, its end, its length."""
    text = text.strip()
    core = text.strip(_MARKS)
    if core != text and not text.startswith(core):
        yield "marks"
    yield from _find_beginnings(core)
    yield from (name for name, regex in (("stated", _STATED), ("finite", _FINITE)) if regex.search(core))
    if _SIGNED.search(text[-20:]) and core != core.upper():
        yield "signed"
    if text[-1:] not in '.!?”"’:)]':
        yield "no stop"
    yield from (name for name, sign in _SIGNS if sign in text)
    yield from (name for name, end in (("question", "?"), ("colon", ":")) if core.endswith(end))
    yield from _measure(core)


def _find_beginnings(core: str) -> Iterator[str]:
    """Yield what the beginning of a text is."""
    if _CAPITALS.match(core):
        yield "capitals"
    if _LABEL.match(core):
        yield "label"
    if _ADDRESSED.match(core):
        yield "addressed"
    if _SMALL.match(core):
        yield "small start"
    if _ORDER.match(core):
        yield "order"
    if _NO_SUBJECT.match(core):
        yield "no subject"
    if _BARE_NOUN.match(core):
        yield "bare noun"


_SIGNS = (("doubled", "??"), ("doubled", "!!"), ("exclaimed", "!"))


def _measure(text: str) -> Iterator[str]:
    words = text.count(" ") + 1
    yield from (name for name, size in (("long", _LONG), ("very long", _VERY_LONG)) if words > size)
    if words <= _SHORT:
        yield "short"
    if len(_NAME.findall(text)) >= _MANY_NAMES:
        yield "names"


SURE = 12  # points from which a text is hardly ever copy
_DASHED = pattern(r"(?<=\s)[–—-]\s([^–—\n]{3,120}?)\s[–—-](?=\s)")
_QUOTED = '“”"„«'
_LONGEST = 320  # code points
_SURE_WHOLE = 12
_LINE_SPACES = 45  # between the words of a paragraph that may be a remark as a whole


# Capitals in a row within a sentence that has others.
_SHOUTED = pattern(r"[A-Z’',/ -]{7,}+")
# What a question asks of a colleague when its sentence was none till then.
_ASKED_LAST = pattern(
    r"[,–—-] (?P<asked>(?:can|could|would|pls|please) (?:you|u|someone|somebody|anyone|we|subs)\b[^,?]{3,60}\?)\Z"
)
_MOST_SENTENCES = 4  # of a remark that is a block


def find_remarks(grammar: Grammar, text: str, bar: int) -> Iterator[tuple[int, int, int]]:
    """Yield the start, end and points of the sentences of a block that have as many points as a bar, or more."""
    sentences = split_sentences(text)
    is_line = text.count(" ") <= _LINE_SPACES
    place: Place = "sentence" if not is_line else "line" if len(sentences) == 1 else "part"
    inserted = [spot for spot in _find_inserts(grammar, text) if spot[2] >= bar]
    found = [spot for spot in _rate_parts(grammar, text, sentences, place) if spot[2] >= bar]
    found = [spot for spot in found if not any(spot[0] + _LED_IN < start < spot[1] for start, _, _ in inserted)]
    yield from found
    yield from inserted
    if place == "part" and len(sentences) <= _MOST_SENTENCES and not found and not inserted and _is_own(text):
        points = grammar.rate(text, "whole")
        if points >= max(bar, _SURE_WHOLE):
            yield 0, len(text), points


_LED_IN = 24  # code points of a sentence before what is inserted in it


def _rate_parts(
    grammar: Grammar, text: str, sentences: Sequence[tuple[int, int]], place: Place
) -> Iterator[tuple[int, int, int]]:
    """Yield the sentences of a block and what stands between dashes, with their points."""
    for start, end in sentences:
        if _is_own(text[start:end]):
            yield start, end, grammar.rate(text[start:end], place)
    for match in _DASHED.finditer(text) if " – " in text or " — " in text or " - " in text else ():
        yield (*match.span(), grammar.rate(match[1], "dash"))


def _find_inserts(grammar: Grammar, text: str) -> Iterator[tuple[int, int, int]]:
    """Yield what is shouted in a sentence of small letters, and a question to a colleague at its end."""
    for match in _SHOUTED.finditer(text) if not text.isupper() and _CAPITALS_IN_A_ROW.search(text) else ():
        start, end = match.span()
        if text[end : end + 1].islower():  # the capital of the next word
            end = text.rfind(" ", start, end)
        shouted = text[start:end].strip(" ,-")
        if " " in shouted and not _NEWSROOM.isdisjoint(grammar.find_families(shouted)):
            start = text.index(shouted, start)
            yield start, start + len(shouted), grammar.rate(shouted, "bracket")
    asked = _ASKED_LAST.search(text) if text.endswith("?") else None
    if asked and not _TOLD.isdisjoint(grammar.find_families(asked["asked"]) - {"ask"}):
        yield (*asked.span("asked"), SURE)


_CAPITALS_IN_A_ROW = pattern(r"[A-Z]{2},? [A-Z]{2}")
_NEWSROOM = frozenset({"who", "law", "jargon", "slang"})
_TOLD = frozenset({"check", "edit", "hold", "ask", "need", "doubt", "report", "coming", "await", "jargon"})


def _is_own(text: str) -> bool:
    return len(text) <= _LONGEST and text.count(" ") >= _FEW and not any(mark in text for mark in _QUOTED)


_PERSONS = frozenset({"i", "you", "we", "us", "my", "your", "our"})
_MOST_PERSONAL = 0.3  # of the blocks


def is_personal(vocabularies: Iterable[frozenset[str]]) -> bool:
    """Tell whether an article speaks to its readers or of its author, as remarks do: then they must be surer."""
    told = [not _PERSONS.isdisjoint(words) for words in vocabularies if words]
    return sum(told) > _MOST_PERSONAL * len(told)


def asks_or_reports(text: str) -> bool:
    """Tell whether a text has words with which colleagues ask, report or doubt."""
    return not _TOLD.isdisjoint(read_grammar("desk").find_families(text))
