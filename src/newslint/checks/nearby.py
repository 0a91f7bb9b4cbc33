"""What checks of sources ask about the paragraphs around: who with a name speaks there, and of the same thing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from newslint.article import Article, Sentence
from newslint.language.speech.attributions import Attribution
from newslint.language.units.similarity import STOP_WORDS, stem
from newslint.patterns import pattern
from newslint.spans import Extent

_NAME = pattern(r"[A-Z][\w’'-]*")
_INSIDE = pattern(r"(?<=[\w,;’'][ ])[A-Z][\w’'-]*")
_WORD = pattern(r"[^\W\d_]{5,40}")
_COMMON = frozenset(
    "since people still never always other while every where might could would should there their".split()
)
# The offices of people who speak for a body and are none of a crowd.
_OFFICE = pattern(
    r"\b(?:[Ss]pokes\w+|(?:Rep|Sen|Gov|Gen|Lt|Col|Sgt)s?\.|[Ss]ecretary|[Mm]inister|[Pp]resident|[Cc]hief|[Gg]overnor|[Ss]enator"
    r"|[Mm]ayor|[Dd]irector|[Cc]hair\w*|[Cc]ommissioner|[Ss]heriff|[Jj]udge|[Pp]rosecutor|[Cc]ongress\w+|[Cc]ouncill?or"
    r"|CEO|[Cc]hief|MP|[Aa]ttorney|[Cc]andidate|[Pp]rofessor|[Cc]aptain|[Cc]oach|[Ll]eader|[Mm]anager)\b"
)
_LIFE = pattern(
    r",[ ]\d\d\b|\b\d\d-year-old\b|\b(?:who|whose)[ ](?:[a-z]+[ ])?(?:lives?|lived|works?|worked|grew|runs?|owns?|owned"
    r"|attended|came|moved|stud\w+|teaches|taught|served|joined|lost|saw|was|is|has|had|home|house|son|daughter|family|shop|business)\b"
    r"|,[ ]an?[ ](?:[a-z-]+[ ]){0,3}(?:resident|owner|mother|father|student|worker|farmer|teacher|neighbou?r|member"
    r"|volunteer|fan|supporter|voter|retiree|nurse|driver|veteran|employee|lawyer|analyst|economist|strategist|consultant|critic)\b"
)
_TITLE = 80
_REACH = 2
_BACK = 12
_LEAST_SHARED = 2
_MOST_VOICES = 200


class Nearby:
    """Answer who with a name speaks around a place of an article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._prose = [index for index, _ in article.prose_blocks()]
        self._words: dict[int, frozenset[str]] = {}

    @cached_property
    def quoted(self) -> Mapping[int, Sequence[Extent]]:
        """The quotations of each block, in order."""
        quoted: dict[int, list[Extent]] = {}
        for quotation in self._article.quotations:
            quoted.setdefault(quotation.extent.passage, []).append(quotation.extent)
        return quoted

    def unquoted(self, sentence: Sentence) -> str:
        """Return the text of a sentence without what is quoted in it."""
        text, parts, at = self._article.blocks[sentence.block].text, list[str](), sentence.start
        for extent in self.quoted.get(sentence.block, ()):
            if extent.end > at and extent.start < sentence.end:
                parts.append(text[at : extent.start])
                at = extent.end
        return " ".join((*parts, text[at : sentence.end]))

    @cached_property
    def voices(self) -> Mapping[int, Sequence[Attribution]]:
        """Who with a name, or which institution, tells something in each block."""
        voices: dict[int, list[Attribution]] = {}
        for found in self._article.attributions:
            if found.source and self._is_voice(found):
                voices.setdefault(found.source[0].passage, []).append(found)
        return voices

    def _is_voice(self, found: Attribution) -> bool:
        text = self._article.text_of(found.source[0])
        if found.source_kind != "named":
            return found.source_kind == "institution" or text.lower() in ("he", "she")
        names = _NAME.findall(text)
        # “Bystanders”, which begin a sentence, have no name.
        return len(names) != 1 or names[0] in self.inside

    @cached_property
    def inside(self) -> frozenset[str]:
        """The capitalised words that stand inside a sentence somewhere."""
        blocks = self._article.blocks
        return frozenset(match.group() for at in self._prose for match in _INSIDE.finditer(blocks[at].text))

    @cached_property
    def _introduced(self) -> Mapping[int, Sequence[Extent]]:
        """Who speaks in each block and is first named there."""
        first: dict[str, int] = {}
        for number in self._prose:
            for match in _NAME.finditer(self._article.blocks[number].text):
                first.setdefault(match.group(), number)
        introduced: dict[int, list[Extent]] = {}
        for number, voices in self.voices.items():
            for source in (found.source[0] for found in voices if found.source_kind == "named"):
                if any(first.get(name) == number for name in _NAME.findall(self._article.text_of(source))[-1:]):
                    introduced.setdefault(number, []).append(source)
        return introduced

    def speaks_in(self, sentence: Sentence, place: Extent) -> bool:
        """Tell whether somebody named speaks in the sentence of a place, or of the same thing in its paragraph."""
        sources = [found.source[0] for found in self.voices.get(place.passage, ())]
        others = [each for each in sources if each.end <= place.start or place.end <= each.start]
        if any(sentence.start <= each.start < sentence.end for each in others):
            return True
        text, own = self._article.blocks[place.passage].text, words_of(sentence.text)
        return bool(others) and not own.isdisjoint(words_of(text[: sentence.start] + text[sentence.end :]))

    def introduces_near(self, place: Extent, noun: str) -> bool:
        """Tell whether somebody who may be of a crowd is first named and speaks near: in its paragraph or the next two.

        Anybody may who has no office and speaks in the paragraph, or of whom an age or a life is told, or who is
        called by the crowd's noun.
        """
        at = bisect_left(self._prose, place.passage)
        near = [each for number in self._prose[at : at + 1 + _REACH] for each in self._introduced.get(number, ())]
        return any(self._is_like(source, noun, source.passage == place.passage) for source in near)

    def _is_like(self, source: Extent, noun: str, is_beside: bool) -> bool:
        text = self._article.blocks[source.passage].text
        before, after = text[max(0, source.start - _TITLE) : source.start], text[source.start : source.end + _TITLE]
        told = before.rpartition(". ")[2] + after.partition(". ")[0]
        if noun.removesuffix("s") in told.lower():
            return True
        return _OFFICE.search(told) is None and (is_beside or _LIFE.search(told) is not None)

    def goes_on_named(self, place: Extent) -> bool:
        """Tell whether somebody is introduced by name after a place and speaks: in its paragraph or the next one."""
        at = bisect_left(self._prose, place.passage)
        return any(source > place for number in self._prose[at : at + 2] for source in self._introduced.get(number, ()))

    def has_noun_before(self, number: int, noun: str) -> bool:
        """Tell whether one of the paragraphs before has a noun."""
        at = bisect_left(self._prose, number)
        return any(noun in self._article.vocabulary(each) for each in self._prose[max(0, at - _BACK) : at])

    def tells_of(self, number: int, said: str, but: str = "") -> bool:
        """Tell whether somebody named tells of what a sentence says: near it by one word, elsewhere by two."""
        own = words_of(said) - words_of(but)
        at = bisect_left(self._prose, number)
        near = [each for each in self._prose[max(0, at - _REACH) : at + _REACH + 1] if each != number]
        if any(each in self.voices and own & self._words_in(each) for each in near):
            return True
        voices = [each for each in self.voices if each != number][:_MOST_VOICES]
        return any(len(own & self._words_in(each)) >= _LEAST_SHARED for each in voices)

    def _words_in(self, number: int) -> frozenset[str]:
        if number not in self._words:
            self._words[number] = words_of(self._article.blocks[number].text)
        return self._words[number]


def words_of(text: str) -> frozenset[str]:
    """Return the stems of the longer words of a text that tell its matter."""
    words = (match.group().lower() for match in _WORD.finditer(text))
    return frozenset(stem(word) for word in words if word not in STOP_WORDS and word not in _COMMON)


# Somebody's name or a pronoun for one.
_SOMEBODY = pattern(r"(?<![\w’'-])[A-Z][\w’-]{1,30}(?:[ ][A-Z][\w’-]{1,30}){0,4}")
_PRONOUN = pattern(
    r"^(?:He|She)\b|\b(?:[Hh]e|[Ss]he)[ ](?:[a-z]{1,12}[ ])?(?:wrote|tweeted|posted|said|added|took|shared|told)\b"
)
_KNOWN_BEFORE = 40  # blocks


def names_known(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence names somebody of whom the article has told in the blocks before, or speaks of him."""
    known = Nearby(article)
    text = known.unquoted(sentence)
    if _PRONOUN.search(text):
        return True
    runs = (match.group().split() for match in _SOMEBODY.finditer(text))
    # What begins a sentence is a name where it has a capital elsewhere, too.
    lasts = [run[-1].removesuffix("’s") for run in runs if len(run) > 1 or run[0] in known.inside]
    names = {name.lower() for name in lasts}
    number = sentence.block
    before = (article.vocabulary(each) for each in range(max(0, number - _KNOWN_BEFORE), number))
    told: set[str] = set().union(*before) | set(article.blocks[number].text[: sentence.start].lower().split())
    return not (names - _NETWORKS).isdisjoint(told)


_NETWORKS = frozenset(
    "twitter facebook instagram tiktok telegram bluesky linkedin weibo snapchat threads youtube social truth the a an "
    "in on his her their its one some several two three according posting writing taking this that but and when "
    "after".split()
)
