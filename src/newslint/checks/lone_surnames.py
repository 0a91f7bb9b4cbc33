"""Find surnames that stand alone and are one slip from the surname of somebody whom the article names in full.

Another person is named in full, too, or with a title; so what has no given name anywhere, and stands where a surname
may stand, is a slip.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from newslint.article import PROSE_KINDS, Article
from newslint.checks.bodies import Part, cut
from newslint.language.lexicon import Lexicon, table
from newslint.language.units.edits import is_inner_swap, is_one_slip, keys_near
from newslint.language.units.name_words import (
    CALENDAR,
    COMPASS,
    COURTESIES,
    EVERYWHERE,
    GENERAL,
    PARTICLES,
    TITLES,
)
from newslint.language.units.similarity import STOP_WORDS
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Ranges, Span

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
# A word with a capital, with the parts after hyphens and apostrophes.
_WORD = pattern(rf"(?<![\w.-])(?<!\w[’'])[{_CAPITAL}][^\W\d_]*+(?:[’'-][^\W\d_]++){{0,4}}+(?![\w@/]|[.-]\w)")
_POSSESSIVE = ("’s", "'s")
_LONGEST = 40
_SHORTEST = 4
_LONG = 6
_ENDINGS = frozenset("nyriaec")
_OFTEN = 3
_MOST_LONE = 2  # a spelling that comes more often is meant
_NO_GIVEN = TITLES | CALENDAR | EVERYWHERE | GENERAL | STOP_WORDS
# Countries whose names are nearly those of others.
_COUNTRIES = frozenset("iran iraq gambia zambia mali bali niger nigeria".split())
_NO_SURNAME = CALENDAR | GENERAL | STOP_WORDS | EVERYWHERE | _COUNTRIES
_BEFORE_SURNAMES = TITLES | CALENDAR
_BEFORE_NAMES = _BEFORE_SURNAMES | (GENERAL - COMPASS)
_ENDED = pattern(r"(?:\A|[.!?:…\n][”’\"')\]]*[ \n]*|[“‘\"(—–-][ ]?)\Z")
# “Roe, 49, told”, “Roe however said”, “Roe, who said”.
_NEXT = pattern(r",?[ ](?:\d\d?,[ ])?([a-z’']+)(?:,?[ ]([a-z’']+))?")
_LAST = pattern(r"([\w’']+)(\.?)[,:]?[ ][“\"]?\Z")
_SPEAKING = frozenset(
    """said says told tells added adds wrote writes noted notes asked asks argued argues claimed claims replied
    explained explains responded tweeted testified denied recalled insisted admitted acknowledged warned continued
    called calls declined refused announced thinks thought believes believed wants wanted""".split()
)
_DOING = _SPEAKING | frozenset(
    """is was has had will would did does could can may might should also never who whose himself herself isn’t wasn’t
    didn’t doesn’t hasn’t hadn’t won’t wouldn’t couldn’t isn't wasn't didn't doesn't hasn't hadn't won't wouldn't
    couldn't went came took made gave got began ran won lost held left brought kept let set stood met paid spent spoke
    became felt found knew led saw sent served joined died grew worked moved and then later still""".split()
)
_DIGESTS = frozenset(["headline", "dek", "summary"])
_APPOSED = frozenset(["who", "whose", "a", "an", "the"])
_WITHIN = frozenset("in near into across throughout via outside inside".split())


class Mention(NamedTuple):
    """A word with a capital: the number of its text, its range, and the word.

    It may be the first of its sentence, or stand among others in a title, where most words have capitals.
    """

    block: int
    start: int
    end: int
    word: str
    is_first: bool = False
    is_titled: bool = False


class Slip(NamedTuple):
    """A spelling, where it stands, the surname it is a slip of, and where that stands."""

    word: str
    places: list[Span]
    right: str
    right_place: Span


class LoneSurnames:
    """The words with a capital of an article: alone, and as the last of a name in full."""

    def __init__(self, article: Article, spared: Mapping[int, Ranges], min_letters: int) -> None:
        self._article = article
        self._min_letters = min_letters
        self._lone: dict[str, list[Mention]] = defaultdict(list)
        self._full: dict[str, list[Mention]] = defaultdict(list)
        self._givens: dict[str, set[str]] = defaultdict(set)
        self._uses: Counter[str] = Counter()
        self._in_names: set[str] = set()
        self._parts = [*_parts(article)]
        for index, (part, number, is_prose) in enumerate(self._parts):
            self._read(index, part.text, spared.get(number, Ranges()), is_prose=is_prose)

    def _read(self, index: int, text: str, spared: Ranges, *, is_prose: bool) -> None:
        run: list[Mention] = []
        for match in _WORD.finditer(text):
            start, end = match.span()
            if text[end - 2 : end] in _POSSESSIVE:
                end -= 2
            word = text[start:end]
            self._uses[word] += 1
            if spared.contains(start) or end - start > _LONGEST:
                continue
            if run and not _joins(text, run[-1], start):
                self._close(text, run, is_prose=is_prose)
                run = []
            run.append(Mention(index, start, end, word))
        self._close(text, run, is_prose=is_prose)

    def _close(self, text: str, run: list[Mention], *, is_prose: bool) -> None:
        """Sort a run of words with capitals: a name in full, or a word that stands alone."""
        if not run or text[run[0].start - 1 : run[0].start] in ("@", "#", "/"):
            return  # an account, whose owner chose its name
        is_first = _ENDED.search(text, max(0, run[0].start - 6), run[0].start) is not None
        if is_first and len(run) > 1 and (run[0].word.lower() in STOP_WORDS or self._is_common(run[0].word)):
            run, is_first = run[1:], False
        while len(run) > 1 and run[0].word.lower() in (_BEFORE_NAMES if len(run) > 2 else _BEFORE_SURNAMES):
            run, is_first = run[1:], False
        if len(run) == 1:
            self._lone[run[0].word].append(run[0]._replace(is_first=is_first))
        elif is_prose and len(run) <= 5 and run[0].word.lower() not in _NO_GIVEN:
            self._full[run[-1].word].append(run[-1])
            self._givens[run[-1].word].add(run[0].word)
            self._in_names.update(mention.word for mention in run)
        elif is_prose:
            self._in_names.update(mention.word for mention in run)
        else:
            for mention in run:
                self._lone[mention.word].append(mention._replace(is_titled=True))

    def _is_common(self, word: str) -> bool:
        return word.lower() in self._article.uses

    def find(self) -> Iterator[Slip]:
        """Yield each surname that is a slip, once, in the order of the text."""
        found = [slip for word in [*self._lone] if (slip := self._slip_of(word)) is not None]
        yield from sorted(found, key=lambda slip: slip.places[0])

    @cached_property
    def _by_key(self) -> Mapping[str, list[str]]:
        keys: dict[str, list[str]] = defaultdict(list)
        for surname in [*self._full, *self._well_known()]:
            if len(surname) >= _SHORTEST and surname.lower() not in _NO_SURNAME and not surname.isupper():
                for key in {*keys_near(surname.lower())}:
                    keys[key].append(surname)
        return keys

    def _well_known(self) -> Iterator[str]:
        """Yield surnames of people whom an article need not introduce: they say and do things again and again."""
        for word, lone in self._lone.items():
            is_name = not self._is_common(word) and word.lower() not in TITLES
            is_told = len(lone) >= _OFTEN and word not in self._full and is_name
            if is_told and sum(map(bool, map(self._does, lone))) >= _OFTEN - 1:
                yield word

    def _slip_of(self, word: str) -> Slip | None:
        if not self._may_be_slip(word):
            return None
        lower = word.lower()
        near = {each for key in keys_near(lower) for each in self._by_key.get(key, ())}
        rights = [each for each in sorted(near) if is_one_slip(lower, each.lower()) and self._is_slip(word, each)]
        if len(rights) != 1:
            return None
        places = [self._locate(mention) for mention in self._lone[word]]
        others = [*self._lone.get(rights[0], ()), *self._full.get(rights[0], ())]
        return Slip(word, places, rights[0], self._locate(min(others)))

    def _locate(self, mention: Mention) -> Span:
        return self._parts[mention.block][0].locate(mention.start, mention.end)

    def _may_be_slip(self, word: str) -> bool:
        lone = self._lone[word]
        is_rare = len(lone) == self._uses[word] <= _MOST_LONE
        return is_rare and len(word) >= _SHORTEST - 1 and not word.isupper() and not self._is_known(word)

    def _is_known(self, word: str) -> bool:
        """Tell whether a word is something else: a part of another name, a common word, a given name, a month."""
        lower = word.lower()
        is_other = word in self._in_names or self._is_common(word) or lower in _given_names(self._article.lexicon)
        return is_other or lower in _NO_SURNAME or lower in TITLES

    def _is_slip(self, word: str, right: str) -> bool:
        """Tell whether a word one slip from a surname stands where the surname may, and that is a person's."""
        lone, others = self._lone[word], self._lone.get(right, [])
        doing = [self._does(mention) for mention in lone]
        often = len(others) + len(self._full.get(right, ()))
        is_known = self._has_known_given(right)
        is_person = is_known or any(self._does(mention) > 1 for mention in others) or max(doing) > 1
        if len(lone) > often or _is_form(word, right, is_person=is_person, is_known=is_known):
            return False
        if self._article.language_code not in (None, "en"):
            return is_inner_swap(word, right) and len(others) >= _OFTEN
        is_sure = any(doing) or often > _OFTEN
        is_usual = is_sure and right in self._full
        if not all(does or self._may_stand(mention, is_usual) for does, mention in zip(doing, lone, strict=True)):
            return False
        if len(right) < self._min_letters or word[0] != right[0]:
            if any(mention.is_titled for mention in lone):
                return False
            is_inside = not any(mention.is_first for mention in lone)
            return min(doing) > 1 or (is_sure and len(others) > 0 and word[0] == right[0] and is_inside)
        return is_sure or self._is_person(right)

    def _does(self, mention: Mention) -> int:
        """Return 2 where a word says something or has a title, 1 where it does something, as a person does, or 0."""
        text = self._parts[mention.block][0].text
        before = _LAST.search(text, max(0, mention.start - 20), mention.start)
        is_spoken = before is not None and not before[2] and before[1] in _SPEAKING
        if before is not None and (is_spoken or before[1].lower() in COURTESIES):
            return 2
        after = _NEXT.match(text, mention.end)
        if after is None:
            return 0
        verb, then = after.groups("")
        if text[mention.end] != " ":
            verb, then = "", verb if verb in _APPOSED else then
        if verb in _SPEAKING or then in _SPEAKING:
            return 2
        return int(_is_verb(verb) or _is_verb(then) or then in _APPOSED)

    def _may_stand(self, mention: Mention, is_usual: bool) -> bool:
        """Tell whether a surname may stand at a place: within a sentence, and not where a place would."""
        text = self._parts[mention.block][0].text
        if mention.is_first:
            return text[mention.end : mention.end + 1] in "’'" or (is_usual and len(mention.word) >= _LONG)
        if is_usual:
            return True
        before = _LAST.search(text, max(0, mention.start - 20), mention.start)
        return before is None or before[1].lower() not in _WITHIN

    def _is_person(self, surname: str) -> bool:
        return self._has_known_given(surname) or any(
            map(self._does, [*self._lone.get(surname, ()), *self._full.get(surname, ())])
        )

    def _has_known_given(self, surname: str) -> bool:
        known = _given_names(self._article.lexicon)
        return any(given.lower() in known for given in self._givens.get(surname, ()))


def _parts(article: Article) -> Iterator[tuple[Part, int, bool]]:
    """Yield the texts of an article, each with the number of its block and whether it is running prose."""
    for number, block in enumerate(article.blocks):
        if block.kind not in ("code", "boilerplate"):
            yield (
                Part(block.text, block, block.span, True),
                number,
                block.kind in PROSE_KINDS or block.kind == "caption",
            )
    for element in article.elements:
        if element.kind in _DIGESTS and element.origin == "front matter":
            for part in cut(article, element):
                if part.block is None:
                    yield part, -1, False


def _is_verb(word: str) -> bool:
    """Tell whether a word in small letters is probably the verb of the person before it."""
    return word in _DOING or (len(word) > 4 and word.endswith("ed"))


def _joins(text: str, before: Mention, start: int) -> bool:
    """Tell whether a word goes on the name before it: after a space, an initial, or a small word of names."""
    gap = text[before.end : start]
    if gap in (" ", "\u00a0"):
        return True
    if gap in (". ", ".") and (len(before.word) <= 2 or before.word.lower() in COURTESIES):
        return True
    return len(gap) < 14 and gap[:1] == " " == gap[-1:] and bool(gap.split()) and PARTICLES.issuperset(gap.split())


def _is_form(word: str, right: str, *, is_person: bool, is_known: bool) -> bool:
    """Tell whether one word is a form of the other: a plural, or, of what is no person, a people or a language."""
    short, long = sorted((word.lower(), right.lower()), key=len)
    if len(short) == len(long):
        return not is_known and short[:-1] == long[:-1]
    ending = long[len(short) :] if long.startswith(short) else ""
    return (ending == "s" and long[-2:] != "ss") or (not is_person and ending in _ENDINGS)


@table
def _given_names(lexicon: Lexicon) -> frozenset[str]:
    return frozenset().union(*lexicon.groups("given_names").values())


def find_slips(article: Article, spared: Mapping[int, Ranges], min_letters: int) -> Sequence[Slip]:
    """Return the surnames that stand alone in an article and are slips of others, in the order of the text."""
    return [*LoneSurnames(article, spared, min_letters).find()]
