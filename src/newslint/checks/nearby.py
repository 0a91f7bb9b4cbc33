"""What checks of sources ask about the paragraphs around: who with a name speaks there, and of the same thing."""

from __future__ import annotations

import re
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
# “county planner Jon Roe”; “Ana Lund, a retired planner”, “one of the members, Rep. Jon Roe”.
_TITLED = pattern(
    r"\b([a-z][a-z-]{2,20}),?[ ](?=(?:[A-Z][a-z]{1,5}\.[ ])?[A-Z][\w’'-]{1,30}[ ](?:[A-Z]\.[ ])?[A-Z])"
    r"|\b[A-Z](?:[\w’'-]{1,30}+),[ ](?:an?|the|one[ ]of[ ]the|who[ ]is[ ]an?)[ ]"
    r"([a-z][a-z-]{0,20}(?:[ ][a-z][a-z-]{0,20}){0,4})"
)
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
_LEADING = pattern(r"\b(?:[Hh]e|[Ss]he|[Ww]ho)\b|(?<=[\w,][ ])[A-Z][a-z’'-]+[ ][A-Z][a-z]")
# A name that begins a sentence: “Mlungisi Mvoko, a member …”, “Schoen elaborated …”.
_SUBJECT = pattern(
    r"(?:[A-Z][\w.’'-]{1,30}[ ]){1,4}(?:[a-z]{3,20}(?:ed|es|s)|told|wrote|said|spoke|is|was|has|had|and)\b"
    r"|[A-Z][\w.’'-]{1,30}[ ][A-Z][\w.’'-]{1,30},"
)
_TITLE = 80
_REACH = 2
_ANSWERED = 3  # paragraphs on either side in which somebody of a crowd may have a name
_LEADS = 3  # paragraphs that leave the names to those below
_MOST_USES = 2  # in other paragraphs: who is told of more often is whom the story is about
# Whom a crowd's noun means, and how those of them who have a name are described.
_KINDS: Sequence[tuple[frozenset[str], re.Pattern[str]]] = tuple(
    (frozenset(nouns.split()), pattern(described, re.IGNORECASE))
    for nouns, described in (
        (
            "expert specialist academic scholar scientist researcher analyst economist observer watcher historian"
            " advocate campaigner activist lawyer attorney consultant strategist critic opponent supporter"
            " proponent skeptic"
            " sceptic commentator pundit doctor physician professional professor stakeholder insider group",
            r"professor|lecturer|scholar|economist|analyst|expert|specialist|strategist|consultant|advis[eo]r|research"
            r"|scientist"
            r"|historian|ologist\b|engineer|doctor|physician|lawyer|attorney|fellow\b|author|director|founder|advoca"
            r"|organi[sz]er|campaigner|activist|lobbyist|institute|universit|college|cent(?:er|re)\b|foundation|alliance"
            r"|think[ -]tank|association|coalition|society|council\b|union|network|president of|chief executive|critic",
        ),
        (
            "relative relation family kin parent sibling cousin friend pal acquaintance mother father"
            " grandparent spouse"
            " wife husband",
            r"\b(?:mother|father|mom|mum|dad|sister|brother|son|daughter|wife|husband|aunt|uncle|cousin|widow\w*|niece"
            r"|nephew|partner|girlfriend|boyfriend|friend|parent\w*|grand\w+|famil\w+|fianc\w+|roommate|neighbou?r)\b",
        ),
        (
            "resident neighbor neighbour local villager townspeople townsfolk people householder homeowner tenant"
            " renter native family folk man woman eyewitness witness bystander passer-by onlooker visitor"
            " motorist commuter"
            " driver voter customer shopper student parent patient member",
            r"\b(?:liv(?:es?|ed|ing)|resident\w*|neighbou?r\w*|homeowner|tenant|renter|retire\w*|grew up|moved|from|of"
            r"|owns?|owned|runs|student|mother|father|parent|customer|patient|driver|member|witness\w*|whose|visit\w*"
            r"|aged?|\d\d)\b",
        ),
        (
            "lawmaker legislator senator representative congressman politician delegate official administrator leader"
            " commissioner councillor councilor activist backbencher republican democrat conservative member planner"
            " director board chief manager staffer aide adviser advisor operative",
            r"\b(?:[Rr]ep|[Ss]en|[Gg]ov)s?\.|\([DR]\b|\b(?:official|administrator|lawmaker|legislator|senator|representative"
            r"|congress\w+|commissioner|council\w*|mayor|governor|minister|secretary|director|manager|chair\w*|chief|head"
            r"|leader|superintendent|spokes\w+|president|planner|supervisor|MP|candidate|aide|advis[eo]r|strategist)\b",
        ),
        (
            "worker employee staff staffer crew nurse teacher driver trader broker dealer executive owner shopkeeper"
            " operator contractor builder farmer grower manager investor banker entrepreneur vendor firm producer"
            " supplier player veteran hand docker union organizer colleague engineer technician developer",
            r"\b(?:work\w*|employee|nurse|teacher|driver|trader|broker|dealer|executive|owner|own(?:s|ed)|runs?|operat\w+"
            r"|contractor|builder|farm\w*|grow\w*|manager|investor|bank\w*|founder|co-founder|chief|CEO|president|partner"
            r"|union|association|vendor|producer|veteran|engineer\w*|technician|developer|analyst|director|head)\b",
        ),
    )
)
_OF_BEFORE = frozenset(
    "writer author journalist reporter researcher columnist scientist couple pair brother sister".split()
)
_BACK = 12
_LEAST_SHARED = 2
_MOST_VOICES = 200


class Nearby:
    """Answer who with a name speaks around a place of an article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._prose = [index for index, _ in article.prose_blocks()]
        self._words: dict[int, frozenset[str]] = {}
        self._kinds: dict[frozenset[str], frozenset[int]] = {}

    @cached_property
    def quoted(self) -> Mapping[int, Sequence[Extent]]:
        """The quotations of each block, in order."""
        quoted: dict[int, list[Extent]] = {}
        for quotation in self.article.quotations:
            quoted.setdefault(quotation.extent.passage, []).append(quotation.extent)
        return quoted

    def unquoted(self, sentence: Sentence) -> str:
        """Return the text of a sentence without what is quoted in it."""
        text, parts, at = self.article.blocks[sentence.block].text, list[str](), sentence.start
        for extent in self.quoted.get(sentence.block, ()):
            if extent.end > at and extent.start < sentence.end:
                parts.append(text[at : extent.start])
                at = extent.end
        return " ".join((*parts, text[at : sentence.end]))

    @cached_property
    def voices(self) -> Mapping[int, Sequence[Attribution]]:
        """Who with a name, or which institution, tells something in each block."""
        voices: dict[int, list[Attribution]] = {}
        for found in self.article.attributions:
            if found.source and self._is_voice(found):
                voices.setdefault(found.source[0].passage, []).append(found)
        return voices

    def _is_voice(self, found: Attribution) -> bool:
        text = self.article.text_of(found.source[0])
        if found.source_kind != "named":
            return found.source_kind == "institution" or text.lower() in ("he", "she")
        names = _NAME.findall(text)
        # “Bystanders”, which begin a sentence, have no name.
        return len(names) != 1 or names[0] in self.inside

    @cached_property
    def inside(self) -> frozenset[str]:
        """The capitalised words that stand inside a sentence somewhere."""
        blocks = self.article.blocks
        return frozenset(match.group() for at in self._prose for match in _INSIDE.finditer(blocks[at].text))

    @cached_property
    def _introduced(self) -> Mapping[int, Sequence[Extent]]:
        """Who speaks in each block and is first named there."""
        first: dict[str, int] = {}
        for number in self._prose:
            for match in _NAME.finditer(self.article.blocks[number].text):
                first.setdefault(match.group(), number)
        introduced: dict[int, list[Extent]] = {}
        for number, voices in self.voices.items():
            for source in (found.source[0] for found in voices if found.source_kind == "named"):
                if any(first.get(name) == number for name in _NAME.findall(self.article.text_of(source))[-1:]):
                    introduced.setdefault(number, []).append(source)
        return introduced

    def is_told_by_name(self, sentence: Sentence) -> bool:
        """Tell whether somebody with a name, or who is known by “he” or “she”, tells something in a sentence."""
        voices = self.voices.get(sentence.block, ())
        return any(sentence.start <= each.source[0].start < sentence.end for each in voices)

    def is_led_by_name(self, number: int) -> bool:
        """Tell whether the paragraph before one ends with somebody who speaks, or leads to what follows."""
        at = bisect_left(self._prose, number)
        if at == 0:
            return False
        before = self._prose[at - 1]
        last = self.article.sentences_of.get(before, ())[-1:]
        start = last[0].start if last else 0
        voices = (each for each in self.voices.get(before, ()) if each.source_kind != "institution")
        if any(each.source[0].start >= start for each in voices):
            return True
        text = self.article.blocks[before].text
        if _SUBJECT.match(text, start) is not None:
            return True
        return _LEADING.search(text, start) is not None or text.rstrip().endswith(":")

    def speaks_in(self, sentence: Sentence, place: Extent) -> bool:
        """Tell whether somebody named speaks in the sentence of a place, or of the same thing in its paragraph."""
        if self.is_told_by_another(sentence, place):
            return True
        sources = [found.source[0] for found in self.voices.get(place.passage, ())]
        others = [each for each in sources if each.end <= place.start or place.end <= each.start]
        text, own = self.article.blocks[place.passage].text, words_of(sentence.text)
        return bool(others) and not own.isdisjoint(words_of(text[: sentence.start] + text[sentence.end :]))

    def is_speaking_before(self, number: int, found: Attribution) -> bool:
        """Tell whether a person is the source in the last sentence of the paragraph before one, and so may go on."""
        at = bisect_left(self._prose, number)
        source = found.source[0]
        if at == 0 or found.source_kind in ("institution", "document", "collective", "anonymous", "none"):
            return False
        last = self.article.sentences_of.get(self._prose[at - 1], ())[-1:]
        is_last = bool(last) and source.passage == self._prose[at - 1] and source.start >= last[0].start
        is_person = found.source_kind != "pronoun" or self.article.text_of(source).lower() in ("he", "she", "i")
        return is_last and is_person

    def is_told_by_another(self, sentence: Sentence, place: Extent) -> bool:
        """Tell whether somebody named speaks in the sentence of a place."""
        sources = (found.source[0] for found in self.voices.get(place.passage, ()))
        own = (each for each in sources if sentence.start <= each.start < sentence.end)
        return any(each.start < place.start or place.end <= each.start for each in own)

    def introduces_near(self, place: Extent, noun: str) -> bool:
        """Tell whether somebody who may be of a crowd is first named and speaks near: in its paragraph or the next two.

        Anybody may who has no office and speaks in the paragraph, or of whom an age or a life is told, or who is
        called by the crowd's noun.
        """
        at = bisect_left(self._prose, place.passage)
        near = [each for number in self._prose[at : at + 1 + _REACH] for each in self._introduced.get(number, ())]
        return any(self._is_like(source, noun, source.passage == place.passage) for source in near)

    def _is_like(self, source: Extent, noun: str, is_beside: bool) -> bool:
        told = self._told_of(source)
        if noun.removesuffix("s") in told.lower():
            return True
        return _OFFICE.search(told) is None and (is_beside or _LIFE.search(told) is not None)

    def is_one_named(self, place: Extent, noun: str, said: str) -> bool:
        """Tell whether somebody new speaks in the paragraph of a place or the next and is told to be of a crowd's kind.

        Who is not called by the noun itself must speak of what is said.
        """
        at, single = bisect_left(self._prose, place.passage), singular(noun)
        near = self._prose[at : at + 2]
        # Who has spoken before in the paragraph has spoken of something else.
        new = [each for number in near for each in self._introduced.get(number, ()) if each > place]
        if not new:
            return False
        if any(noun.removesuffix("s") in self._told_of(source).lower() for source in new):
            return True
        led = [each for each in new if self._leads(place, each)]
        if any(each.passage == place.passage for each in led):
            return True
        own = words_of(said)
        blocks = frozenset(
            each.passage
            for each in new
            if each.passage == place.passage or each in led or own & self._words_in(each.passage)
        )
        return any(not self._described(kind).isdisjoint(blocks) for kind, _ in _KINDS if single in kind)

    def _leads(self, place: Extent, source: Extent) -> bool:
        """Tell whether somebody speaks in the sentence right after that of a crowd, which begins with a quotation."""
        told = [*self.article.sentences_of.get(place.passage, ())]
        if source.passage != place.passage:
            told += self.article.sentences_of.get(source.passage, ())[:1]
        at = next((at for at, each in enumerate(told) if each.block == place.passage and place.start < each.end), None)
        if at is None:
            return False
        return any(
            each.block == source.passage and each.start <= source.start < each.end and each.text.startswith(("“", '"'))
            for each in told[at + 1 : at + 2]
        )

    def _told_of(self, source: Extent) -> str:
        text = self.article.blocks[source.passage].text
        before, after = text[max(0, source.start - _TITLE) : source.start], text[source.start : source.end + _TITLE]
        return before.rpartition(". ")[2] + after.partition(". ")[0]

    def answers(self, place: Extent, noun: str, sentence: Sentence) -> bool:
        """Tell whether somebody of a crowd has a name within reach, or the story is about those whom its noun means.

        Somebody who is called by the same noun may stand anywhere, one of a like trade within three paragraphs, or
        anywhere below one of the first three, where the paragraphs around tell of the same thing as the sentence.
        """
        single, at = singular(noun), bisect_left(self._prose, place.passage)
        if single in self._titles or self._is_story(place.passage, noun, single):
            return True
        end = len(self._prose) if at < _LEADS else at + _ANSWERED + 1
        near = self._prose[max(0, at - _ANSWERED) : end]
        if not self._is_on_topic(at, sentence, place):
            return False
        return any(not self._described(kind).isdisjoint(near) for kind, _ in _KINDS if single in kind)

    def _is_on_topic(self, at: int, sentence: Sentence, place: Extent) -> bool:
        """Tell whether the paragraph of a sentence, but for it, or one beside it has a word of what it says."""
        own = words_of(sentence.text) - words_of(self.article.text_of(place))
        if any(
            own & self._words_in(number)
            for number in (*self._prose[max(0, at - 1) : at], *self._prose[at + 1 : at + 2])
        ):
            return True
        text = self.article.blocks[place.passage].text
        return not own.isdisjoint(words_of(text[: sentence.start] + text[sentence.end :]))

    def _described(self, kind: frozenset[str]) -> frozenset[int]:
        """Return the blocks in which somebody speaks who is told to be of a kind."""
        if kind not in self._kinds:
            regex = next(described for nouns, described in _KINDS if nouns is kind)
            self._kinds[kind] = frozenset(number for number, told in self._people if regex.search(told))
        return self._kinds[kind]

    @cached_property
    def _people(self) -> Sequence[tuple[int, str]]:
        """The block of each who speaks, with what is told of them there and where their name stands first."""
        found, first = list[tuple[int, str]](), dict[str, str]()
        for number, voices in sorted(self.voices.items()):
            text = self.article.blocks[number].text
            for _, start, end in (each.source[0] for each in voices if each.source_kind == "named"):
                told = text[max(0, start - _TITLE // 2) : end + _TITLE]
                last = text[start:end].split()[-1]
                found.append((number, f"{told} {first.setdefault(last, told)}"))
        return found

    @cached_property
    def _titles(self) -> frozenset[str]:
        """The words that stand right before a full name, or follow one in apposition, in the singular."""
        texts = (self.article.blocks[at].text for at in self._prose)
        found = (match for text in texts for match in _TITLED.finditer(text))
        return frozenset(singular(word) for match in found for word in (match[1] or match[2]).split())

    def _is_story(self, number: int, noun: str, single: str) -> bool:
        """Tell whether the headline or several other paragraphs tell of those whom a noun means."""
        headline = self.article.headline
        if headline is not None and not {noun, single}.isdisjoint(headline.text.lower().split()):
            return True
        if self.article.uses.get(noun, 0) + self.article.uses.get(single, 0) <= _MOST_USES:
            return False
        others = (self.article.vocabulary(each) for each in self._prose if each != number)
        return sum(noun in words or single in words for words in others) >= _MOST_USES

    def goes_on_named(self, place: Extent) -> bool:
        """Tell whether somebody is introduced by name after a place and speaks: in its paragraph or the next one."""
        at = bisect_left(self._prose, place.passage)
        return any(source > place for number in self._prose[at : at + 2] for source in self._introduced.get(number, ()))

    def has_noun_before(self, number: int, noun: str) -> bool:
        """Tell whether one of the paragraphs before has a noun."""
        at = bisect_left(self._prose, number)
        return any(noun in self.article.vocabulary(each) for each in self._prose[max(0, at - _BACK) : at])

    def takes_up(self, number: int, noun: str) -> bool:
        """Tell whether “the writers” are those of before: the noun stands there, or is one of a piece or of a body."""
        return singular(noun) in _OF_BEFORE or self.has_noun_before(number, noun)

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
            self._words[number] = words_of(self.article.blocks[number].text)
        return self._words[number]


def singular(noun: str) -> str:
    """Return a noun for people in the singular, as far as its ending tells."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if noun.endswith(("men", "wives")):
        return f"{noun[:-3]}man" if noun.endswith("men") else f"{noun[:-3]}fe"
    return noun if noun.endswith("ss") else noun.removesuffix("s")


_last: list[Nearby] = []


def nearby_of(article: Article) -> Nearby:
    """Return what tells who speaks around the places of an article; checks that ask in turn share it."""
    if not _last or _last[0].article is not article:
        _last[:] = [Nearby(article)]
    return _last[0]


def words_of(text: str) -> frozenset[str]:
    """Return the stems of the longer words of a text that tell its matter."""
    words = (match.group().lower() for match in _WORD.finditer(text))
    return frozenset(stem(word) for word in words if word not in STOP_WORDS and word not in _COMMON)
