"""Give quotations without a cue of their own the speaker of their paragraph, or of the one before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newslint.language.speech.people import PeopleInArticle, bare
from newslint.language.speech.quotations import Quotation
from newslint.language.speech.sentence_reader import SentenceReader
from newslint.language.speech.speech_acts import SpeechAct
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import AUX, NAME, POSS, PREP, PRON, PUNCT, QUOTE, TIME, VERB, Tokens
from newslint.records import NamedTuple

_SOMEBODY = PRON | BITS["role"] | BITS["collective"] | BITS["who"]
# How nouns end that say what somebody is.
_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "ess")


class CarriedQuote(NamedTuple):
    """A quotation, at its token, whose speaker stands in another passage."""

    place: int
    origin: PassageSpeech
    act: SpeechAct


class PassageSpeech:
    """Hold what one passage's sentences say about who speaks."""

    def __init__(self, number: int, tokens: Tokens, reader: SentenceReader, acts: list[SpeechAct]) -> None:
        self.number = number
        self.tokens = tokens
        self.reader = reader
        self.acts = acts
        self.carried: list[CarriedQuote] = []


def link_speakers(speakings: Sequence[PassageSpeech], quotations: Sequence[Quotation], people: PeopleInArticle) -> None:
    """Extend the acts of each passage to its quotations that have none, and carry speakers over.

    A speaker is carried from the passage directly before; a paragraph of nothing but carried speech hands its
    speaker on. A quotation that runs on has the speaker of its beginning, wherever that stands. A quotation that nobody
    speaks is an act without a source.
    """
    chains = _Chains(quotations)
    last: tuple[int, PassageSpeech, SpeechAct] | None = None
    before: PassageSpeech | None = None
    for speaking in speakings:
        uncovered = chains.go_on(speaking, _Link(speaking, quotations, people).run())
        if last is not None and last[0] == speaking.number - 1:
            speaking.carried += [CarriedQuote(place, last[1], last[2]) for place in uncovered]
        else:
            speaking.acts += [
                SpeechAct(None, (place, place), [(place, place + 1)], is_speech=True) for place in uncovered
            ]
        chains.note(speaking, uncovered)
        if before is not None:
            _sign(before, speaking)
        act = _last_spoken(speaking.acts)
        if act is not None:
            last = (speaking.number, speaking, act)
        elif speaking.carried and last is not None:
            last = (speaking.number, last[1], last[2])
        before = speaking


class _Chains:
    """Give the parts of a quotation that runs over paragraphs one speaker, whichever of them names who that is."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.quotations = quotations
        self.running = {quotation.continues for quotation in quotations} - {None}
        # The speakers of those that run on, and where those stand that have none of their own.
        self.owners: dict[int | None, tuple[PassageSpeech, SpeechAct]] = {}
        self.waiting: dict[int | None, tuple[PassageSpeech, int]] = {}

    def go_on(self, speaking: PassageSpeech, uncovered: Sequence[int]) -> list[int]:
        """Give what runs on to the speaker of its beginning; return the tokens that still have none."""
        left = []
        for place in uncovered:
            owner = self.owners.get(self.quotations[speaking.tokens.quotes[place]].continues)
            if owner is None:
                left.append(place)
            else:
                speaking.carried.append(CarriedQuote(place, *owner))
        return left

    def note(self, speaking: PassageSpeech, uncovered: Sequence[int]) -> None:
        """Remember who speaks what runs on from a passage; who speaks its end here speaks its beginning as well."""
        if not self.running:
            return
        quotes = speaking.tokens.quotes
        for act in speaking.acts:
            for start, stop in act.content if act.source is not None else ():
                for place in filter(quotes.__contains__, range(start, stop)):
                    self._own(quotes[place], speaking, act)
        for entry in speaking.carried:
            self.owners[quotes[entry.place]] = entry.origin, entry.act
        self.waiting.update((quotes[place], (speaking, place)) for place in uncovered if quotes[place] in self.running)

    def _own(self, index: int, speaking: PassageSpeech, act: SpeechAct) -> None:
        self.owners[index] = speaking, act
        earlier = self.quotations[index].continues
        while earlier is not None and earlier in self.waiting:
            there, place = self.waiting.pop(earlier)
            there.acts = [
                each for each in there.acts if each.source is not None or each.content != [(place, place + 1)]
            ]
            there.carried = [entry for entry in there.carried if entry.place != place]
            there.carried.append(CarriedQuote(place, speaking, act))
            earlier = self.quotations[earlier].continues


def _last_spoken(acts: Sequence[SpeechAct]) -> SpeechAct | None:
    """Return the last act of speech that has a source, or else the last of any kind; its content may come yet."""
    spoken = [act for act in acts if act.source is not None and (act.content or act.wants == "after")]
    direct = [act for act in spoken if act.is_speech] or spoken
    return direct[-1] if direct else None


def _sign(before: PassageSpeech, speaking: PassageSpeech) -> None:
    """Give the quotations that end up without a speaker of their own to the name that signs them below."""
    signature = None if speaking.tokens.quotes else speaking.reader.signature()
    if signature is None:
        return
    places = [entry.place for entry in before.carried]
    places += [act.content[0][0] for act in before.acts if _is_unspoken(act)]
    before.acts = [act for act in before.acts if not _is_unspoken(act)]
    before.carried = [CarriedQuote(place, speaking, signature) for place in sorted(places)]


def _is_unspoken(act: SpeechAct) -> bool:
    """Tell whether an act is nothing but a quotation, without a source and a cue."""
    return act.source is None and act.cue[0] == act.cue[1]


class _Link:
    """Walk the quotations of one passage once and find a speaker in the same passage for those that have none."""

    def __init__(self, speaking: PassageSpeech, quotations: Sequence[Quotation], people: PeopleInArticle) -> None:
        self.speaking = speaking
        self.people = people
        self.tokens = speaking.tokens
        self.places = sorted(
            place for place, index in speaking.tokens.quotes.items() if quotations[index].role == "speech"
        )
        self.by_sentence: dict[int, list[SpeechAct]] = {}
        self.direct: dict[int, SpeechAct] = {}
        self.extended: dict[int, SpeechAct] = {}
        self.subject: tuple[int, int] | None = None
        self.scanned = -1

    def run(self) -> list[int]:
        """Return the tokens of the quotations for which the passage names nobody."""
        if not self.places:
            return []
        covered = self._take_stock()
        following = self._following()
        last_direct: SpeechAct | None = None
        last_spoken: SpeechAct | None = None
        uncovered: list[int] = []
        number = at = 0
        for number, (begin, end) in enumerate(self.tokens.sentences):
            while at < len(self.places) and self.places[at] < end:
                place = self.places[at]
                at += 1
                if place in covered:
                    continue
                act = self._speaker(place, number, begin, last_direct, last_spoken, following[number])
                if act is None:
                    uncovered.append(place)
                elif act is not last_direct:
                    last_direct = act
            last_direct = self.direct.get(number, last_direct)
            spoken = self.by_sentence.get(number)
            if spoken:
                last_spoken = spoken[-1]
        for act in self.extended.values():
            act.content.sort()
        return uncovered

    def _take_stock(self) -> set[int]:
        """Sort the acts by sentence and return the quotations that they cover."""
        covered: set[int] = set()
        for act in self.speaking.acts:
            if act.wants == "before" and not act.content and act.sentence > 0:
                end = self.tokens.sentences[act.sentence - 1][1]
                if end - 1 in self.tokens.quotes:
                    act.content.append((end - 1, end))
            inside = [place for start, stop in act.content for place in self._between(start, stop)]
            covered.update(inside)
            if act.source is not None:
                self.by_sentence.setdefault(act.sentence, []).append(act)
                if inside:
                    self.direct[act.sentence] = act
        return covered

    def _between(self, start: int, stop: int) -> list[int]:
        first = bisect_left(self.places, start)
        return self.places[first : bisect_left(self.places, stop, first)]

    def _following(self) -> list[SpeechAct | None]:
        """Return for each sentence the first direct speech after it that nothing but quotations and marks precede."""
        flags = self.tokens.flags
        following: list[SpeechAct | None] = []
        ahead: SpeechAct | None = None
        for number in range(len(self.tokens.sentences) - 1, -1, -1):
            following.append(ahead)
            begin, end = self.tokens.sentences[number]
            if number in self.direct:
                ahead = self.direct[number]
            elif not all(flags[place] & (QUOTE | PUNCT) for place in range(begin, end)):
                ahead = None
        following.reverse()
        return following

    def _speaker(
        self,
        place: int,
        number: int,
        begin: int,
        direct: SpeechAct | None,
        spoken: SpeechAct | None,
        ahead: SpeechAct | None,
    ) -> SpeechAct | None:
        """Give one quotation to the act that most likely goes with it, or to a new one, and return that."""
        owner = self._owner(place, begin)
        if owner is not None:
            return self._new(owner, place, number)
        is_whole = place <= begin + 1
        near = self.by_sentence.get(number)
        chosen: SpeechAct | None = None
        if near:
            # The act before the quotation, or else the first one.
            chosen = near[max(0, bisect_left(near, place, key=lambda act: act.cue[0]) - 1)]
        elif is_whole:
            chosen = direct or ahead
        if chosen is None:
            subject = None if is_whole else self.speaking.reader.subjects.of_sentence(begin, place)
            if subject is None and spoken is None:
                subject = self._earlier_subject(number)
            if subject is not None:
                return self._new(subject, place, number)
            chosen = spoken or ahead
        return self._extend(chosen, place)

    def _extend(self, chosen: SpeechAct | None, place: int) -> SpeechAct | None:
        """Add a quotation to what an act says."""
        if chosen is not None:
            chosen.content.append((place, place + 1))
            self.extended[id(chosen)] = chosen
        return chosen

    def _new(self, source: tuple[int, int], place: int, number: int) -> SpeechAct:
        act = SpeechAct(source, (place, place), [(place, place + 1)], sentence=number, is_speech=True)
        self.speaking.acts.append(act)
        return act

    def _earlier_subject(self, number: int) -> tuple[int, int] | None:
        """Return the subject of the nearest sentence before that has one, scanning each sentence once.

        There is none where that subject cannot speak: “Rain delayed the start. “…””
        """
        for back in range(number - 1, self.scanned, -1):
            subject = self.speaking.reader.subjects.of_sentence(*self.tokens.sentences[back])
            if subject is not None:
                self.subject = subject if self._can_speak(*subject) else None
                break
        self.scanned = max(self.scanned, number - 1)
        return self.subject

    def _can_speak(self, start: int, stop: int) -> bool:
        """Tell whether a noun phrase is a pronoun, a name or says what somebody is, and is no thing."""
        flags = self.tokens.flags
        first = next((at for at in range(start, stop) if flags[at] & (PREP | PUNCT)), stop)
        is_agent = first > start and self.tokens.lower[first - 1].endswith(_AGENTS)
        return is_agent or any(flags[at] & _SOMEBODY or self._is_name(at, start) for at in range(start, first))

    def _is_name(self, at: int, start: int) -> bool:
        """Tell whether a word is a name, and not one with a capital because it begins the sentence."""
        if self.tokens.flags[at] & (NAME | TIME) != NAME:
            return False
        return at > start or bare(self.tokens.words[at]) in self.people.by_surname

    def _owner(self, place: int, begin: int) -> tuple[int, int] | None:
        """Return the owner in “Roe's “…””."""
        flags = self.tokens.flags
        at = place - 1
        while at > begin and at > place - 3 and not flags[at] & (POSS | PUNCT | PREP | VERB | AUX):
            at -= 1
        if at < begin or not flags[at] & POSS:
            return None
        return self.speaking.reader.phrases.leftward(at, begin) if flags[at] & NAME else (at, at + 1)
