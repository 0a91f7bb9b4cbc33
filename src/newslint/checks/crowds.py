"""The check of claims by people who are told by what they are alone: “old hands at the port maintain …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article, Sentence
from newslint.checks.nearby import Nearby
from newslint.checks.shared import as_set, either, is_explained, is_linked
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent

_TOKEN = pattern(r"[^\W_][\w’'-]*(?:\.(?=\w))?|[^\w\s]")
_QUOTED = "“”"
# The endings of what people are called, in the plural and in the singular.
_PLURAL = pattern(
    r"[a-z-]{2,30}(?:ers|ors|ists|ians|icans|ants|ents|eers|ees|men|women|folks?|smiths|crats|mates|wives|sters|naries"
    r"|peers|hands|parents|analysts|experts|critics|insiders|aides|kids|boys|girls)"
)
_SINGULAR = pattern(
    r"[a-z-]{2,30}(?:er|or|ist|ian|ant|ent|eer|ee|man|woman|person|mate|wife|nurse|aide|expert|analyst|critic|insider)"
)
_DETERMINERS = frozenset(
    "his her their its the these those some many most several few all other both two three four five six seven eight "
    "nine ten dozens hundreds thousands scores plenty countless numerous various certain enough more fellow a an one "
    "another any every no lots almost nearly virtually practically not so too very good great of".split()
)
_COUNTED = frozenset(
    "number lot handful majority group couple chorus string host score dozen few many minority".split()
)
_DETERMINED = _DETERMINERS | _COUNTED
_INDEFINITE = frozenset("a an one another".split())
_POSSESSIVE = frozenset("his her their its".split())
# Whose they are tells nothing of these.
_OWNED = frozenset("critics detractors rivals opponents enemies foes".split())
_BACK = frozenset("the these those both all them".split())
_ALONE = frozenset("those somebody someone insiders locals".split())
# “Doctors said she was stable” speaks of hers.
_ATTENDING = frozenset("doctors medics paramedics surgeons vets counselors counsellors".split())
_STOPS = frozenset(
    "of in at on near close familiar with from who whose whom which that to around outside inside within behind by for "
    "along across involved briefed living working speaking and or but as than up there here nearby it they he she we i "
    "is are was were be been have has had will would can could may might must do does did not when where while after "
    "before because since about into over under against during between among without".split()
)
_AFTER_HEAD = frozenset(
    "of in at on near nearby close familiar with from who whose around outside inside within behind along across "
    "involved briefed living working there here up".split()
)
_HELPERS = frozenset("have had are were also still now will would can long even themselves all both".split())
_BE = frozenset("are were is was be been being".split())
_CERTAIN = frozenset("convinced adamant certain sure".split())
_NO_VERBS_AFTER = frozenset("who to that which whom not if whether than".split())
_CLAUSE_STARTS = frozenset(", ; — – : ( “” but and while though although yet as because where so".split())
_LEADS = frozenset("according per".split())
# What leads to a source: “according to”, and the words around a view.
_LED = frozenset(
    {
        "to",
        *(f"{before} {after}" for before in "the a an common general by growing".split() for after in ("of", "among")),
    }
)
_LONGEST = 14  # words
_MOST_DETERMINERS = 6
_MOST_NOUNS = 5
_LONGEST_SENTENCE = 120  # words


class Crowd(NamedTuple):
    """The words that name a crowd or somebody of one in a block: their range, and the head noun."""

    start: int
    end: int
    noun: str
    is_one: bool
    is_subject: bool


class _Words(NamedTuple):
    """What the rule file tells of words."""

    verbs: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    others: frozenset[str]
    views: frozenset[str]


class _Token(NamedTuple):
    text: str
    start: int
    end: int


@check(grades=("one",), placeholders=("source",))
def crowd_claim(
    article: Article,
    scene: Scene,
    *,
    verbs: Annotated[tuple[str, ...], Option("verbs of claiming and thinking, as the plural has them")],
    people: Annotated[tuple[str, ...], Option("plural nouns for people that have no ending of their own")],
    persons: Annotated[tuple[str, ...], Option("singular nouns for people that have no ending of their own")],
    others: Annotated[tuple[str, ...], Option("nouns that are no people, or who may be told by their office alone")],
    views: Annotated[tuple[str, ...], Option("nouns for what a crowd holds, in “in the view of”")],
    reasons: Annotated[tuple[str, ...], Option("what explains a missing name nearby", pattern=either)] = (),
) -> Iterator[Finding]:
    """Flag claims whose source is told by what it is alone, where nobody near who has a name tells of the same thing.

    One person has the grade `one`. There is one finding for each paragraph.
    """
    words = _Words(as_set(verbs), as_set(people), as_set(persons), as_set(others), as_set(views))
    guard, known, reason = words.verbs | words.views | _LEADS, Nearby(article), either(reasons)
    for number, block in article.prose_blocks():
        if block.kind != "paragraph" or block.is_strong or article.vocabulary(number).isdisjoint(guard):
            continue
        for sentence in article.sentences_of.get(number, ()):
            crowd = _find_crowd(article, sentence, known.quoted.get(number, ()), words)
            if crowd is not None and not _is_excused(article, known, sentence, crowd, reason):
                place = Extent(number, crowd.start, crowd.end)
                yield Finding(article.locate(place), {"source": article.text_of(place)}, _grade(crowd))
                break


def _grade(crowd: Crowd) -> str:
    return "one" if crowd.is_one else "default"


def _find_crowd(article: Article, sentence: Sentence, quoted: Sequence[Extent], words: _Words) -> Crowd | None:
    """Return the nameless source of a sentence, if it has one."""
    tokens = _tokens_of(article, sentence, quoted)
    if len(tokens) > _LONGEST_SENTENCE:
        return None
    reader = _Reader(tokens, words)
    return next(filter(None, map(reader.read, range(len(tokens)))), None)


def _tokens_of(article: Article, sentence: Sentence, quoted: Sequence[Extent]) -> list[_Token]:
    """Return words and marks of a sentence; what is quoted is one token."""
    text, tokens, at = article.blocks[sentence.block].text, list[_Token](), sentence.start
    for extent in quoted:
        if extent.end > at and extent.start < sentence.end:
            tokens += _read(text, at, max(at, extent.start))
            tokens.append(_Token(_QUOTED, extent.start, extent.end))
            at = extent.end
    return tokens + _read(text, at, max(at, sentence.end))


def _read(text: str, start: int, end: int) -> list[_Token]:
    return [_Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]


class _Reader:
    """Read who is the source of a sentence."""

    def __init__(self, tokens: Sequence[_Token], words: _Words) -> None:
        self._tokens = tokens
        self._words = words
        self._low = [token.text.lower() for token in tokens]

    def read(self, at: int) -> Crowd | None:
        """Read a crowd that begins at a word, or to which the words from there lead."""
        if at == 0 or self._low[at - 1] in _CLAUSE_STARTS:
            head = self._phrase(at)
            if head is not None and self._is_said_after(head):
                return self._crowd(at, head, is_subject=at == 0 or self._low[at - 1] != "as")
        start = self._led_to(at)
        head = None if start is None else self._phrase(start)
        return None if start is None or head is None else self._crowd(start, head, is_subject=False)

    def _crowd(self, start: int, head: int, is_subject: bool) -> Crowd:
        noun = self._low[head]
        is_one = not self._is_plural(noun)
        return Crowd(self._tokens[start].start, self._tokens[head].end, noun, is_one, is_subject)

    def _led_to(self, at: int) -> int | None:
        """Return where a source begins to which words lead: “according to”, “in the view of”, “agreed”."""
        word, before = self._low[at], self._low[at - 1] if at else ""
        if word == "according" or word in self._words.views:
            after = "".join(self._low[at + 1 : at + 2])
            return at + 2 if (after if word == "according" else f"{before} {after}") in _LED else None
        if word == "per":
            return at + 1 if before in (",", "", "—") else None
        return at + 1 if word in self._words.verbs and self._is_tag(at, before) else None

    def _is_tag(self, at: int, before: str) -> bool:
        """Tell whether a verb stands after what is said: “…,” agreed; so say."""
        return before in (_QUOTED, "so") or (before == "," and len(self._low) - at <= _LONGEST)

    def _phrase(self, start: int) -> int | None:
        """Return the head noun of a phrase, read from a place, for people who have no name."""
        low, first = self._low, self._skip_determiners(start)
        at = first
        while at < len(low) and at - first < _MOST_NOUNS and self._is_noun_part(at, start):
            at += 1
        head = at - 1
        if at == first:
            return head if head >= start and low[head] in _ALONE else None
        return head if self._is_people(head, start) else None

    def _skip_determiners(self, start: int) -> int:
        """Return where the nouns of a phrase begin; “some of the women” are known, and end there."""
        at, end = start, min(len(self._low), start + _MOST_DETERMINERS)
        while at < end and self._low[at] in _DETERMINED:
            if at > start and self._low[at] in _BACK and self._low[at - 1] == "of":
                return at - 1
            at += 1
        return at

    def _is_noun_part(self, at: int, start: int) -> bool:
        token, word = self._tokens[at].text, self._low[at]
        if word in _STOPS or not word[0].isalpha() or "’" in word or "'" in word:
            return False
        if at == start:
            return not word.endswith("ing") and (token.islower() or (start == 0 and token[1:].islower()))
        return token.islower() and not self._ends_before(at, word)

    def _ends_before(self, at: int, word: str) -> bool:
        """Tell whether a noun for people ends before a verb or an adverb."""
        before = self._low[at - 1]
        if word in self._words.verbs:
            return self._is_plural(before) or self._is_single(before)
        return word.endswith("ly") and self._is_plural(before)

    def _is_people(self, head: int, start: int) -> bool:
        word, before = self._low[head], self._low[start:head]
        if word in self._words.others or not (word in _OWNED or _POSSESSIVE.isdisjoint(before)):
            return False
        is_one = self._low[start] in _INDEFINITE
        if not self._is_plural(word):
            return is_one and self._is_single(word)
        if head == start:
            return word not in _ATTENDING and not (start == 0 and _is_nation(word))
        return not is_one or not _COUNTED.isdisjoint(before)

    def _is_plural(self, word: str) -> bool:
        if word in self._words.people or word in _ALONE:
            return True
        return word not in self._words.others and not word.endswith("ments") and _PLURAL.fullmatch(word) is not None

    def _is_single(self, word: str) -> bool:
        if word in self._words.persons:
            return True
        is_other = f"{word}s" in self._words.others or word in self._words.others or word.endswith("ment")
        return not is_other and _SINGULAR.fullmatch(word) is not None

    def _is_said_after(self, head: int) -> bool:
        """Tell whether a verb of claiming follows a noun and what describes it, all in small letters."""
        low, at = self._low, head + 1
        if at < len(low) and low[at] in _AFTER_HEAD:
            at = self._skip_description(at)
        while at < len(low) and self._is_helper(at):
            at += 1
        if at >= len(low) or not self._tokens[at].text.islower():
            return False
        return low[at] in (_CERTAIN if low[at - 1] in _BE else self._words.verbs)

    def _is_helper(self, at: int) -> bool:
        return self._low[at] in _HELPERS or self._low[at].endswith("ly")

    def _skip_description(self, start: int) -> int:
        """Return where what describes a noun ends: before the first verb of claiming; past all if there is none."""
        low = self._low
        for at in range(start + 1, min(len(low), start + _LONGEST)):
            if not self._tokens[at].text.islower():
                break
            if low[at] in self._words.verbs and low[at - 1] not in _NO_VERBS_AFTER:
                while self._is_helper(at - 1):
                    at -= 1
                return at
        return len(low)


def _is_nation(word: str) -> bool:
    """Tell whether a word that begins a sentence may be the name of a people or a party: “Republicans”."""
    return word.endswith("ans") and not word.endswith(("icians", "rians"))


def _is_excused(article: Article, known: Nearby, sentence: Sentence, crowd: Crowd, reasons: re.Pattern[str]) -> bool:
    """Tell whether readers can know who is meant, or why they have no name."""
    place = Extent(sentence.block, crowd.start, crowd.end)
    if is_linked(article, place) or article.is_quoted(*place) or article.antecedents.is_retold(place):
        return True
    if _PERSONAL.search(known.unquoted(sentence)) or _is_taken_up(known, crowd, place, article.text_of(place)):
        return True
    if is_explained(article, place.passage, reasons) or known.speaks_in(place):
        return True
    return known.introduces_next(place.passage) or known.tells_of(
        place.passage, sentence.text, but=article.text_of(place)
    )


# Who speaks of themselves, and what was recorded; who is taken up again.
_PERSONAL = pattern(
    r"\b(?:I|[Ww]e|[Mm]e|[Uu]s|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)\b(?![’'])"
    r"|\bon[ ](?:the|a)[ ](?:[a-z]{1,20}[ ])?(?:call|video|tape|recording|audio|footage)\b"
)
_DEFINITE = pattern(r"(?:[Tt]he|[Tt]hese|[Bb]oth)\b|(?:[\w-]{1,20}[ ])?[Oo]ther\b")


def _is_taken_up(known: Nearby, crowd: Crowd, place: Extent, text: str) -> bool:
    """Tell whether “the villagers” or “two other villagers” follow on what the text has told before."""
    if text in known.inside:
        return True  # “Sanders” is a name
    is_definite = _DEFINITE.match(text) is not None
    return is_definite and (crowd.is_subject or known.has_noun_before(place.passage, crowd.noun))
