"""Find surnames that stand alone and are one slip from the surname of somebody whom the article names in full.

Another person is named in full, too, or with a title; so what has no given name anywhere, and stands where a surname
may stand, is a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from newslint.checks.capitals import Capitals, Mention, Rivals, given_before, given_names
from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.source_words import institution_words
from newslint.language.spelling.foreign import is_foreign
from newslint.language.spelling.table import commonness
from newslint.language.units.body_names import BODIES
from newslint.language.units.edits import is_inner_swap, is_one_slip, keys_near
from newslint.language.units.kinship import tells_relative
from newslint.language.units.name_words import CALENDAR, COURTESIES, EVERYWHERE, GENERAL, TITLES, has_noun_capitals
from newslint.language.units.similarity import STOP_WORDS
from newslint.patterns import pattern

_POSSESSIVE = "’'"
_SHORTEST = 4
_REACH = 20  # code points
_LONG = 6
_OFTEN = 3
_MOST_LONE = 2  # a spelling that comes more often is meant
_RARE = 70  # words that are less common are no words to most readers
# Countries whose names are nearly those of others.
_COUNTRIES = frozenset("iran iraq gambia zambia mali bali niger nigeria".split())
_NO_SURNAME = CALENDAR | GENERAL | STOP_WORDS | EVERYWHERE | _COUNTRIES
_OWNED = pattern(r"['’]s?[ ](?:[A-Z]\w+[ ])?([A-Z]\w+)")
_LISTED_BEFORE = pattern(r"(?:(?<![\w’'-])[A-Z][\w’'-]*,|:)[ ](?:[A-Z][ ])?\Z")
_LISTED_AFTER = pattern(r",[ ](?:[A-Z][ ])?[A-Z][\w’'-]*[,.;(]")
# “Roe, 49, told”, “Roe however said”, “Roe, who said”.
_NEXT = pattern(r",?[ ](?:\d\d?,[ ])?([a-z’']+)(?:,?[ ]([a-z’']+))?")
_SPEAKING = frozenset(
    """said says told tells added adds wrote writes noted notes asked asks argued argues claimed claims replied
    explained explains responded tweeted testified denied recalled insisted admitted acknowledged warned continued
    called calls declined refused announced thinks thought believes believed wants wanted""".split()
)
_SAYING = _SPEAKING - {"called", "calls"}  # “a moss called Roea”
_DOING = _SPEAKING | frozenset(
    """is was has had will would did does could can may might should also never who whose himself herself isn’t wasn’t
    didn’t doesn’t hasn’t hadn’t won’t wouldn’t couldn’t isn't wasn't didn't doesn't hasn't hadn't won't wouldn't
    couldn't went came took made gave got began ran won lost held left brought kept let set stood met paid spent spoke
    became felt found knew led saw sent served joined died grew worked moved and then later still""".split()
)
_APPOSED = frozenset(["who", "whose", "a", "an", "the"])
_NAMING = frozenset(["called", "named", "surnamed", "dubbed", "nicknamed"])
_WOMAN = pattern(r"\b(?:Mrs|Ms|Miss|Madame|Frau)\.?[ ]\Z")
# “Roe at the pier”, below a picture.
_WHERE = frozenset("after before at in on with during outside inside beside near and by as from celebrating".split())
_WITHIN = frozenset("in near into across throughout via outside inside".split())


class LoneSurnames:
    """The surnames of an article's people, to hold against them what stands alone."""

    def __init__(self, capitals: Capitals, min_letters: int) -> None:
        self._words = capitals
        self._article = capitals.article
        self._lone, self._full = capitals.lone, capitals.full
        self._min_letters = min_letters

    def find(self) -> Iterator[Rivals]:
        """Yield each surname that is a slip, once, in the order of the text."""
        if has_noun_capitals(self._article.language_code):
            return  # a word that stands alone may be any noun: “Bücher” beside a Mr Büchner
        found = [slip for word in [*self._lone] if (slip := self._slip_of(word)) is not None]
        yield from sorted(found, key=lambda slip: slip.places[0])

    @cached_property
    def _by_key(self) -> Mapping[str, list[str]]:
        keys: dict[str, list[str]] = defaultdict(list)
        for surname in [*self._full, *self._well_known()]:
            is_long = len(surname) >= _SHORTEST and not surname.isupper()
            if is_long and surname.lower() not in _NO_SURNAME and self._may_be_surname(surname):
                for key in {*keys_near(surname.lower())}:
                    keys[key].append(surname)
        return keys

    def _may_be_surname(self, word: str) -> bool:
        """Tell whether the last word of a name is a surname: “Duke Energy” is nobody, and “Ann Church” may be."""
        lower = word.lower()
        is_body = lower in BODIES or lower in institution_words(self._article.lexicon)["within"]
        if not is_body and (not _is_word(word) or self._has_known_given(word)):
            return True
        doing = max(map(self._does, self._lone.get(word, ())), default=0)
        return doing > 1 and self._has_known_given(word) if is_body else doing > 0

    def _well_known(self) -> Iterator[str]:
        """Yield surnames of people whom an article need not introduce: they say and do things again and again."""
        for word, lone in self._lone.items():
            is_name = not self._words.is_common(word) and word.lower() not in TITLES
            is_told = len(lone) >= _OFTEN and word not in self._full and is_name
            if is_told and sum(map(bool, map(self._does, lone))) >= _OFTEN - 1:
                yield word

    def _slip_of(self, word: str) -> Rivals | None:
        if not self._may_be_slip(word):
            return None
        lower = word.lower()
        near = {each for key in keys_near(lower) for each in self._by_key.get(key, ())}
        rights = [each for each in sorted(near) if is_one_slip(lower, each.lower()) and self._is_slip(word, each)]
        if len(rights) != 1:
            return None
        places = [self._words.locate(mention) for mention in self._lone[word]]
        others = [*self._lone.get(rights[0], ()), *self._full.get(rights[0], ())]
        return Rivals(word, places, rights[0], self._words.locate(min(others)))

    def _may_be_slip(self, word: str) -> bool:
        lone = self._lone[word]
        is_rare = len(lone) == self._words.uses[word] <= _MOST_LONE
        return is_rare and len(word) >= _SHORTEST - 1 and not word.isupper() and not self._is_known(word)

    def _is_known(self, word: str) -> bool:
        """Tell whether a word is something else: a part of another name, a common word, a given name, a month."""
        lower = word.lower()
        is_other = word in self._words.in_names or self._words.is_common(word)
        return is_other or lower in given_names(self._article.lexicon) or lower in _NO_SURNAME or lower in TITLES

    def _is_slip(self, word: str, right: str) -> bool:
        """Tell whether a word one slip from a surname stands where the surname may, and that is a person's."""
        lone, others = self._lone[word], self._lone.get(right, [])
        if any(self._is_introduced(each) or self._is_listed(each) for each in lone) or (
            word == f"{right}a" and self._is_woman(lone)
        ):
            return False
        if any(self._has_other_given(mention, right) or self._is_foreign(mention) for mention in lone):
            return False
        doing = [self._does(mention) for mention in lone]
        often = len(others) + len(self._full.get(right, ()))
        is_known = self._has_known_given(right)
        is_told = right in self._full and any(self._does(mention) > 1 for mention in others)
        is_person = is_known or is_told or (right in self._full and max(doing) > 1)
        if word[:-1] == right:  # a people, or a Latin name that honours somebody
            is_person = max(doing) > 1 - is_known
        if len(lone) > often or _is_form(word, right, is_person=is_person, is_known=is_known):
            return False
        if self._article.language_code not in (None, "en"):
            return is_inner_swap(word, right) and len(others) >= _OFTEN
        is_sure = any(doing) or often > _OFTEN
        is_usual = is_sure and right in self._full
        if not all(does or self._may_stand(mention, is_usual) for does, mention in zip(doing, lone, strict=True)):
            return False
        if len(right) < self._min_letters or word[0] != right[0]:
            return min(doing) > 1 or (is_sure and len(others) > 0 and word[0] == right[0] and not _is_word(word))
        return is_sure or self._is_person(right)

    def _is_introduced(self, mention: Mention) -> bool:
        """Tell whether a word is told to be somebody’s name: “a juror called Roea”."""
        return _word_before(self._words.parts[mention.block].text, mention.start)[0] in _NAMING

    def _is_listed(self, mention: Mention) -> bool:
        """Tell whether a surname is one of a list, as of a team, or owns a shop: “Roe, Lund, Oduya”, “Roe’s Bakery”."""
        text = self._words.parts[mention.block].text
        owned = _OWNED.match(text, mention.end)
        if owned is not None:
            return owned[1].lower() in _bodies(self._article.lexicon)
        is_behind = _LISTED_BEFORE.search(text, max(0, mention.start - _REACH), mention.start) is not None
        return is_behind and _LISTED_AFTER.match(text, mention.end) is not None

    def _has_other_given(self, mention: Mention, right: str) -> bool:
        """Tell whether a surname has a given name, a nickname or initials that nobody with the other surname has."""
        text = self._words.parts[mention.block].text
        given = given_before(text, mention.start, self._article.lexicon)
        known = self._words.givens.get(right, set())
        if not given or not known:
            return False
        return all(given[0] != each[0] for each in known) if given.endswith(".") else given not in known

    def _is_foreign(self, mention: Mention) -> bool:
        """Tell whether a word stands in a passage of another language, in which names have other endings."""
        return is_foreign(self._words.parts[mention.block].text, mention.start, mention.end)

    def _is_woman(self, lone: list[Mention]) -> bool:
        """Tell whether a name with an -a may be that of a relative: Petrov, and Mrs Petrova, his wife."""
        texts = [(self._words.parts[each.block].text, each) for each in lone]
        around = [
            (text[max(0, each.start - _REACH) : each.start], text[each.end : each.end + _REACH]) for text, each in texts
        ]
        return any(tells_relative(*pair) or _WOMAN.search(pair[0]) for pair in around)

    def _does(self, mention: Mention) -> int:
        """Return 2 where a word says something or has a title, 1 where it does something, as a person does, or 0."""
        part = self._words.parts[mention.block]
        text = part.text
        before, has_stop = _word_before(text, mention.start)
        if (before in _SAYING and not has_stop) or before.lower() in COURTESIES:
            return 2
        after = _NEXT.match(text, mention.end)
        if after is None:
            return 0
        verb, then = after.groups("")
        if text[mention.end] != " ":
            verb, then = verb if verb in _SPEAKING or verb.endswith("ed") else "", verb if verb in _APPOSED else then
        if verb in _SPEAKING or then in _SPEAKING:
            return 2
        is_pictured = mention.is_first and part.block is not None and part.block.kind == "caption"
        verbs = irregular_forms(self._article.lexicon)
        is_doing = any(_is_verb(word) or word in verbs for word in (verb, then)) or then in _APPOSED
        return int(is_doing or (is_pictured and verb in _WHERE))

    def _may_stand(self, mention: Mention, is_usual: bool) -> bool:
        """Tell whether a surname may stand at a place: within a sentence, and not where a place would."""
        text = self._words.parts[mention.block].text
        if mention.is_first or mention.is_titled:
            is_possessive = text[mention.end : mention.end + 1] in tuple(_POSSESSIVE)
            return is_possessive or (is_usual and not _is_word(mention.word))
        if is_usual:
            return True
        return _word_before(text, mention.start)[0].lower() not in _WITHIN

    def _is_person(self, surname: str) -> bool:
        told = [*self._lone.get(surname, ()), *self._full.get(surname, ())]
        return self._has_known_given(surname) or any(map(self._does, told))

    def _has_known_given(self, surname: str) -> bool:
        known = given_names(self._article.lexicon)
        return any(given.lower() in known for given in self._words.givens.get(surname, ()))


# Forms that are more often nouns behind a name: “Roe runs”.
_NOUNS = frozenset(
    "bids cuts costs falls runs deals sets bets hits splits spreads drives rises cut cost bid bet".split()
)


_MORE_VERBS = frozenset(
    """stand stands makes make takes holds keeps gives sings sang sits sat rises rose wears wore drove walks walked
    plays lives wants works hopes owns uses likes sells sold buys bought sent wins reads""".split()
)


@table
def _bodies(lexicon: Lexicon) -> frozenset[str]:
    return institution_words(lexicon)["within"] | BODIES


@table
def irregular_forms(lexicon: Lexicon) -> frozenset[str]:
    """Return the forms of irregular verbs that tell what somebody does or did."""
    listed = {word for _, words in lexicon.lines("irregular_verbs") for word in words.split()}
    return frozenset(listed | _MORE_VERBS) - _NOUNS


def _word_before(text: str, start: int) -> tuple[str, bool]:
    """Return the word before a place, or nothing where none is, and whether a full stop is behind it."""
    before = text[max(0, start - _REACH) : start].rstrip('“"')
    words = before.rstrip(" ,:").split() if before.endswith(" ") else []
    return (words[-1].rstrip("."), words[-1].endswith(".")) if words else ("", False)


def _is_verb(word: str) -> bool:
    """Tell whether a word in small letters is probably the verb of the person before it."""
    return word in _DOING or (len(word) > 4 and word.endswith("ed"))


def _is_word(word: str) -> bool:
    return (commonness(word.lower()) or _RARE + 1) <= _RARE


def _is_form(word: str, right: str, *, is_person: bool, is_known: bool) -> bool:
    """Tell whether one word is a form of the other: a plural, or, of what is no person, a people or a language."""
    short, long = sorted((word.lower(), right.lower()), key=len)
    if len(short) == len(long):
        # “Lipinski” and “Lipinsky” sound alike.
        return not is_known and short[:-1] == long[:-1] and {short[-1], long[-1]} != {"i", "y"}
    ending = long[len(short) :] if long.startswith(short) else ""
    return (ending == "s" and long[-2:] != "ss") or (not is_person and len(ending) == 1 and ending != short[-1])
