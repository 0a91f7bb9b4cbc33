"""Read the words with a capital of an article: alone, or as the name of somebody in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from newslint.article import PROSE_KINDS, Article
from newslint.checks.bodies import Part, cut
from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.source_words import source_nouns
from newslint.language.spelling.table import commonness
from newslint.language.units.name_forms import is_contraction
from newslint.language.units.name_words import CALENDAR, COMPASS, COURTESIES, EVERYWHERE, GENERAL, PARTICLES, TITLES
from newslint.language.units.similarity import STOP_WORDS
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Ranges, Span

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
# A word with a capital, with the parts after hyphens and apostrophes.
# What may not stand before it is looked at behind its first letter, so that a search skips small letters.
_WORD = pattern(rf"[{_CAPITAL}](?<![\w.].)(?<!\w[’'].)[^\W\d_]*+(?:[’'-][^\W\d_]++){{0,4}}+(?![\w@/]|[.-]\w)")
# “al-Hadi”: the article is part of the name.
_ARTICLES = frozenset(["al-", "el-", "as-", "ad-", "an-", "ar-"])
_POSSESSIVE = ("’s", "'s")
_LONGEST = 40
_LONGEST_NAME = 5  # words
_CALENDAR = CALENDAR - frozenset("jan may april june august".split())  # those are given names, too
_NO_GIVEN = TITLES | _CALENDAR | EVERYWHERE | GENERAL | STOP_WORDS
_BEFORE_SURNAMES = TITLES | _CALENDAR | PARTICLES
_BEFORE_NAMES = _BEFORE_SURNAMES | (GENERAL - COMPASS)
_RARE = 60  # words that are less common are no words to most readers
_OPENERS = "“‘(—–-"
_CLOSERS = "”\"’')]"
_STOPS = tuple(".!?:…")
_DIGESTS = frozenset(["headline", "dek", "summary"])


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


class FullName(NamedTuple):
    """A name in full: its words, without what stands before it, the first and the last of them where they stand."""

    words: tuple[str, ...]
    first: Mention
    last: Mention

    @property
    def given(self) -> str:
        return self.words[0]

    @property
    def surname(self) -> str:
        return self.words[-1]


class Rivals(NamedTuple):
    """A name that is probably wrong, with its places, and the one that is probably right, with one of its places."""

    wrong: str
    places: list[Span]
    right: str
    right_place: Span


class Capitals:
    """The words with a capital of an article, without those of accounts and of what was written by others.

    `parts` are its texts, `lone` the words that stand alone, `full` the last words of names in full, `names` those
    names, `heads` runs of words in headings and digests, where names run into others, `uses` how often each word stands
    anywhere, `in_names` the words of longer names, and `words` all of running prose, one list a text.
    """

    def __init__(self, article: Article, spared: Mapping[int, Ranges]) -> None:
        self.article = article
        self._roles = source_nouns(article.lexicon)
        self._givens = given_names(article.lexicon)
        self.lone: dict[str, list[Mention]] = defaultdict(list)
        self.full: dict[str, list[Mention]] = defaultdict(list)
        self.givens: dict[str, set[str]] = defaultdict(set)
        self.uses: dict[str, int] = {}
        self.in_names: set[str] = set()
        self.names: list[FullName] = []
        self.heads: list[list[Mention]] = []
        self.words: list[list[Mention]] = []
        self.parts: list[Part] = []
        for part, number, is_prose in _parts(article):
            self._read(part.text, spared.get(number), is_prose=is_prose)
            self.parts.append(part)

    def locate(self, first: Mention, last: Mention | None = None) -> Span:
        """Return the place of a word, or of a name from its first to its last."""
        return self.parts[first.block].locate(first.start, (last or first).end)

    def is_common(self, word: str) -> bool:
        """Tell whether the article has a word in small letters, too."""
        return word.lower() in self.article.uses

    def _read(self, text: str, spared: Ranges | None, *, is_prose: bool) -> None:
        uses, number = self.uses, len(self.parts)
        run: list[Mention] = []
        words: list[Mention] = []
        for match in _WORD.finditer(text):
            start, end = match.span()
            # A hyphen before a word makes it a part of another one, or of a list: “-Ana Roe says”.
            if start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
                if text[start - 3 : start] not in _ARTICLES:
                    continue
                start -= 3
            if text[end - 1] == "s" and text[end - 2 : end] in _POSSESSIVE:
                end -= 2
            word = text[start:end]
            if "'" in word:
                word = word.replace("'", "’")
            uses[word] = uses.get(word, 0) + 1
            if end - start > _LONGEST or (spared is not None and spared.contains(start)):
                continue
            if "’" in word and is_contraction(word):
                continue  # “We’ve” is nobody’s name
            if run and not _joins(text, run[-1], start):
                self._close(text, run, is_prose=is_prose)
                run = []
            run.append(Mention(number, start, end, word))
            words.append(run[-1])
        self._close(text, run, is_prose=is_prose)
        self.words.append(words if is_prose else [])

    def _close(self, text: str, run: list[Mention], *, is_prose: bool) -> None:
        """Sort a run of words with capitals: a name in full, or a word that stands alone."""
        if not run or text[run[0].start - 1 : run[0].start] in ("@", "#", "/"):
            return  # an account, whose owner chose its name
        at = run[0].start
        is_first = _begins(text, at)
        if is_first and len(run) > 1 and (run[0].word.lower() in STOP_WORDS or self.is_common(run[0].word)):
            run, is_first = run[1:], False
        while len(run) > 1 and self._stands_before(run[0].word.lower(), len(run), is_first=is_first):
            run, is_first = run[1:], False
        if len(run) == 1:
            alone = run[0]
            self.lone[alone.word].append(Mention(*alone[:4], is_first=True) if is_first else alone)
        elif is_prose and len(run) <= _LONGEST_NAME and run[0].word.lower() not in _NO_GIVEN:
            name = FullName(tuple(mention.word for mention in run), run[0], run[-1])
            self.names.append(name)
            self.full[name.surname].append(run[-1])
            self.givens[name.surname].add(name.given)
            self.in_names.update(name.words)
        elif is_prose:
            self.in_names.update(mention.word for mention in run)
        else:
            self.heads.append(run)
            for mention in run:
                self.lone[mention.word].append(Mention(*mention[:5], is_titled=True))

    def _stands_before(self, word: str, length: int, *, is_first: bool) -> bool:
        """Tell whether a word stands before names: a title, or before a name in full what somebody is.

        At the beginning of a sentence that may be any noun: “Chef Ana Lund”.
        """
        if length == 2:
            return word in _BEFORE_SURNAMES or word.removesuffix("s") in _CALENDAR
        is_role = self._roles.get(word) == "role" or (is_first and length == 3)
        return word in _BEFORE_NAMES or (is_role and self.is_noun(word))

    def is_noun(self, word: str) -> bool:
        """Tell whether a word in small letters is one that people know, and no given name."""
        return len(word) > 3 and (commonness(word) or _RARE) < _RARE and word not in self._givens


def _parts(article: Article) -> Iterator[tuple[Part, int, bool]]:
    """Yield the texts of an article, each with the number of its block and whether it is running prose."""
    for number, block in enumerate(article.blocks):
        if block.kind not in ("code", "boilerplate"):
            is_prose = block.kind in PROSE_KINDS or block.kind == "caption"
            yield Part(block.text, block, block.span, True), number, is_prose
    for element in article.elements:
        if element.kind in _DIGESTS and element.origin == "front matter":
            for part in cut(article, element):
                if part.block is None:
                    yield part, -1, False


def _begins(text: str, at: int) -> bool:
    """Tell whether what begins at a place begins its sentence: after a stop, a mark that opens, or nothing."""
    if at > 1 and text[at - 1] == " " and text[at - 2].isalnum():
        return False  # as most words: right behind another
    before = text[max(0, at - 6) : at]
    bare = before.rstrip(" \n")
    if not bare or "\n" in before[len(bare) :] or bare[-1] in _OPENERS:
        return True
    return (bare == before and bare[-1] in "\"'") or bare.rstrip(_CLOSERS)[-1:] in _STOPS


def _joins(text: str, before: Mention, start: int) -> bool:
    """Tell whether a word goes on the name before it: after a space, an initial, or a small word of names."""
    gap = text[before.end : start]
    if gap in (" ", "\u00a0"):
        return True
    if gap in (". ", ".") and (len(before.word) <= 2 or before.word.lower() in COURTESIES):
        return True
    return len(gap) < 14 and gap[:1] == " " == gap[-1:] and bool(gap.split()) and PARTICLES.issuperset(gap.split())


# “Will Roe”, “A.B. Roe”, “Ana ‘Bee’ Roe”.
_GIVEN_BEFORE = pattern(
    r"(?<![\w’'.-])([A-Z][^\W\d_]{1,14}+|[A-Z]\.(?:[ -]?[A-Z]\.){0,3}+)[ ]?(?:[“\"‘'(][^“”\"‘’()]{1,12}[”\"’')][ ])?\Z"
)
_REACH = 32  # code points
_BEFORE_NO_GIVEN = _NO_GIVEN | PARTICLES
# Words that are given names, too.
_WORDS_AS_GIVEN = frozenset(
    """will mark bill frank grant jack rob drew art pat sue hope faith joy grace rose dawn gene chuck chase miles
    may june april august dean earl ray""".split()
)


def given_before(text: str, start: int, lexicon: Lexicon) -> str:
    """Return the given name or the initials, with stops, that stand right before a place, or nothing.

    A word that English knows is a given name only where the lexicon has it, or it is one of those that serve for both.
    """
    before = _GIVEN_BEFORE.search(text, max(0, start - _REACH), start)
    given = before[1] if before else ""
    lower = given.lower()
    if not given or given.endswith(".") or lower in given_names(lexicon) or lower in _WORDS_AS_GIVEN - CALENDAR:
        return given.replace(" ", "")
    is_word = (
        given.isupper()
        or not _BEFORE_NO_GIVEN.isdisjoint((lower, lower.removesuffix("s")))
        or (commonness(lower) or _RARE) < _RARE
    )
    return "" if is_word else given


@table
def given_names(lexicon: Lexicon) -> frozenset[str]:
    """Return the given names that a lexicon knows, in small letters."""
    return frozenset().union(*lexicon.groups("given_names").values())
