"""Say what words such as “officials”, “experts”, “the law” or “told reporters” take up from the paragraphs around them.

What a reader still has in mind are two paragraphs: those before a place and those after it. A heading ends them, and
whatever is not running prose is passed over. In them stand the people who speak, the bodies that have officials, and
what a pattern looks for, such as the name of an act or a day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Literal

from newslint.language.lexicon import Lexicon
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.claims import is_telling
from newslint.language.speech.members import Member, Members
from newslint.language.speech.passages import Extent, Passage
from newslint.language.speech.source_words import institution_words
from newslint.patterns import pattern
from newslint.spans import Ranges

__all__ = ["Antecedents", "Crowd"]

Crowd = Literal["officials", "experts", "critics"]

_PROSE = frozenset({"paragraph", "list-item", "quotation"})
_DIGESTS = frozenset({"dek", "summary"})
_NEAR = 2
# What stands first, under the headline: a line of its own or not, then the beginning of the text. Labels are shorter.
_LEADS = 3
_LEAST_LEAD = 4  # words
_MANY_EXPERTS = 3  # Where so many have spoken, the text has told who they are.
# How many blocks are looked at for a paragraph: captions, embedded posts and boilerplate stand between paragraphs.
_STEPS = 10
_ENDS = tuple(".!?:…—”’\"')")
# How far a description reaches past a name, and how far before a word its body is looked for.
_REACH = 100
_TITLE_REACH = 40
_BODY_REACH = 600
_TURN_REACH = 300

_OFFICE = pattern(
    r"\b(?:spokes\w+|secretar\w+|minister|premier|governor|gov\.|mayor|commissioner|chief|sheriff|marshal|constable|warden"
    r"|superintendent|coordinator|administrator|officer|official|police|deput\w+|director|chair\w*|president|head"
    r"|chancellor|councill?or|council\w*|prosecutor|attorney|treasurer|clerk|auditor|inspector|manager|ambassador"
    r"|consul|general|speaker|admiral|captain|colonel|major|judge|magistrate|department|ministry|agency|board|authority)\b",
    re.IGNORECASE,
)
_POLITICS = pattern(
    r"\b(?:gov|sens?|reps?)\.|\b(?:governor|senator|representative|congress\w+|mayor|minister|candidate|nominee|lawmaker"
    r"|legislator|spokes\w+|sheriff|councill?or|councilm\w+|councilwom\w+)\b|\([DR](?:[.,)-])",
    re.IGNORECASE,
)
_EXPERT = pattern(
    r"\b(?:professor|lecturer|dean|academic|scholar|economist|analyst|expert|specialist|strategist|consultant|advis[eo]r"
    r"|research\w*|scientist|historian|[a-z]+ologist|psychiatrist|physicist|chemist|engineer|doctor|physician|nurse"
    r"|dr\.|lawyer|attorney|barrister|solicitor|fellow|author|co-author|columnist|editor|commentator|pollster|director"
    r"|founder|co-founder|advocate|organi[sz]er|lobbyist|aide|institute|university|college|cent(?:er|re)|foundation"
    r"|think[ -]tank|association|laboratory|observatory|who (?:studies|studied|teaches|advises|researches))\b",
    re.IGNORECASE,
)
_NAME_END = pattern(r"[,(]")
_SURNAME = pattern(r"[A-Z][\w’'-]*")
_WORD = pattern(r"[A-Za-z][\w’'&.-]*")
_INITIALS = pattern(r"[A-Z](?:\.?[A-Z]){1,5}\.?")
_NO_BODY = frozenset("US U.S UK U.K TV AM PM A.M P.M CEO OK".split())
_BODIES = frozenset(
    "department ministry agency administration government police council commission board committee authority bureau "
    "office court university hospital district city county town village state army navy military guard campaign "
    "legislature parliament congress senate cabinet treasury service school prison jail embassy consulate regulator "
    "company bank authorities".split()
)
_DEFINITE = frozenset("the its their his her our this that state county city federal national".split())
_PRONOUNS = frozenset({"he", "she", "they"})
# A clause of its own after what somebody is reported to say: “…, but experts say”.
_TURN = pattern(r"[,;—–][ ](?:but|and|while|whereas|though|although|yet)\b|[.!?][ ]", re.IGNORECASE)


# What begins with a name and what the named one does: “Jon Roe spoke”, “Ana Lund, who leads”.
_FULL_NAME = pattern(r"(?:[A-Z][a-z]+[ ])(?:[A-Z]\.[ ])?([A-Z][\w’'-]+)(?:,[ ]who\b|[ ][a-z]+\b)")
# An officer of a body or a country: “the Loam finance minister”.
_OFFICER = pattern(
    r"(?<![\w-])([A-Z][\w-]{1,30})(?:['’]s?)?[ ](?:[a-z]{1,20}[ ]){0,2}"
    r"(?i:minister|mayor|president|premier|governor|chief|director|commissioner|secretary|ambassador|spokes\w+)\b"
)
# Somebody named who has seen it, and what was found out by whom.
_WITNESS = pattern(
    r"\b[A-Z][a-z]+[ ][A-Z][\w’'-]+,[ ](?:reporting|a[ ]reporter|who)\b"
    r"|\b(?:study|paper|survey|analysis|report)[ ](?:by|from|in)[ ](?:the[ ])?[A-Z]"
)
_EXAMPLE = pattern(r"[^.]{0,80}[A-Z][\w’'-]+, (?:for (?:example|instance)|among others)\b")
_SENTENCE_END = pattern(r"[.!?][”\"’']{0,2}[ ]+(?=[A-Z“\"‘'])")


class Antecedents:
    """Answer what stands in the paragraphs around a place of an article's text."""

    def __init__(self, passages: Sequence[Passage], attributions: Sequence[Attribution], lexicon: Lexicon) -> None:
        """Take the passages, who says what in them, and the words that name institutions."""
        self._passages = passages
        self._attributions = attributions
        self._lexicon = lexicon
        self._firsts: dict[tuple[re.Pattern[str], ...], int] = {}

    def first(self, *regexes: re.Pattern[str]) -> int:
        """Return the first passage of running text in which each of some patterns matches; one past all if in none."""
        if regexes not in self._firsts:
            told = (at for at, each in enumerate(self._passages) if each.kind in _PROSE)
            found = (at for at in told if all(regex.search(self._passages[at].text) for regex in regexes))
            self._firsts[regexes] = next(found, len(self._passages))
        return self._firsts[regexes]

    def is_told(self, *regexes: re.Pattern[str]) -> bool:
        """Tell whether each of some patterns matches in one passage of running text."""
        return self.first(*regexes) < len(self._passages)

    def before(self, number: int) -> list[int]:
        """Return the one or two paragraphs before a passage, the nearest first."""
        return list(islice(self._paragraphs(range(number - 1, max(-1, number - 1 - _STEPS), -1)), _NEAR))

    def after(self, number: int) -> list[int]:
        """Return the one or two paragraphs after a passage."""
        end = min(len(self._passages), number + 1 + _STEPS)
        return list(islice(self._paragraphs(range(number + 1, end)), _NEAR))

    def _paragraphs(self, numbers: range) -> Iterator[int]:
        for number in numbers:
            kind, text = self._passages[number].kind, self._passages[number].text
            if kind == "heading":
                return
            # A paragraph without an end mark is a label, a link to another story or a button.
            if kind in _PROSE and text.rstrip().endswith(_ENDS):
                yield number

    def finds(self, regex: re.Pattern[str], number: int, end: int | None = None) -> bool:
        """Tell whether a pattern matches in a paragraph or in those around it.

        With `end`, only what a reader has read by then is searched: the paragraphs before, and this one so far.
        """
        numbers = [number, *self.before(number), *(self.after(number) if end is None else ())]
        texts = (self._passages[each].text for each in numbers)
        own = next(texts)
        return bool(regex.search(own if end is None else own[:end])) or any(map(regex.search, texts))

    def names_one_of(self, crowd: Crowd, place: Extent) -> bool:
        """Tell whether somebody of a crowd speaks in a paragraph, in the one before, or in the two after it.

        What a summary or the first two paragraphs say of a crowd may be borne out anywhere below. Officials are also
        those of a body that is named before them in their paragraph, or speaks in one of the two before.
        """
        number = place.passage
        if self._is_lead(number) and self._last.get(crowd, -1) > number:
            return True
        if crowd == "experts" and self.members.count_experts(number) >= _MANY_EXPERTS:
            return True
        if crowd == "officials" and self._has_body(place):
            return True
        return self._speaks_near(crowd, place) or any(
            _EXAMPLE.match(self._passages[each].text) for each in self.after(number)[:1]
        )

    def _speaks_near(self, crowd: Crowd, place: Extent) -> bool:
        """Tell whether somebody of a crowd speaks near a place; who speaks before critics, only by profession."""
        number = place.passage
        earlier: Crowd = "experts" if crowd == "critics" else crowd
        before = self._crowds_in(self.before(number)[: _NEAR if crowd == "officials" else 1])
        after = self._crowds_in(self.after(number))
        for start, each in self._speakers.get(number, ()):
            (after if start > place.start else before).add(each)
        return crowd in after or earlier in before

    def names_next(self, place: Extent) -> bool:
        """Tell whether somebody named, or an institution, speaks after a place: in its paragraph or in the next two."""
        starts = self._told_at.get(place.passage, [])
        return bool(starts and starts[-1] > place.start) or any(
            number in self._told_at for number in self.after(place.passage)
        )

    @cached_property
    def _told_at(self) -> Mapping[int, list[int]]:
        """Where somebody named, or an institution, speaks in each passage, in order."""
        places: dict[int, list[int]] = defaultdict(list)
        for source in sorted(found.source[0] for found in self._told):
            places[source.passage].append(source.start)
        return places

    def has_body_before(self, place: Extent) -> bool:
        """Tell whether the paragraph before names a body that has officials."""
        texts = (self._passages[number].text for number in self.before(place.passage)[:1])
        words = [word for text in texts for word in _WORD.findall(text[-_BODY_REACH:])]
        return any(self._is_body(words, at) for at in range(len(words)))

    def _crowds_in(self, numbers: Sequence[int]) -> set[Crowd]:
        return {crowd for number in numbers for _, crowd in self._speakers.get(number, ())}

    def _is_lead(self, number: int) -> bool:
        return number in self._leads or self._passages[number].role in _DIGESTS

    @cached_property
    def _leads(self) -> Sequence[int]:
        told = (
            at
            for at, each in enumerate(self._passages)
            if each.kind in _PROSE and not each.role and len(each.text.split(maxsplit=_LEAST_LEAD)) >= _LEAST_LEAD
        )
        return list(islice(told, _LEADS))

    def is_heard(self, who: str, number: int) -> bool:
        """Tell whether somebody speaks in the article, by surname, or, by pronoun, in a paragraph or the two before."""
        if who.lower() in _PRONOUNS:
            return any(each in self._speakers for each in (number, *self.before(number)))
        return who in self._described or who in self._resolved

    @cached_property
    def _resolved(self) -> frozenset[str]:
        """The words of all names that pronouns stand for."""
        return frozenset(word for found in self._attributions for word in (found.resolved or "").split())

    def is_named_next(self, place: Extent) -> bool:
        """Tell whether the sentence after the one of a place begins with somebody who is first named there.

        So begins who was told of before by what they are: “an adviser explained why. Jon Roe, who leads …”.
        """
        text = self._passages[place.passage].text
        end = _SENTENCE_END.search(text, place.end)
        after = self.after(place.passage)[:1]
        number, start = (place.passage, end.end()) if end else (after[0] if after else place.passage, 0)
        name = _FULL_NAME.match(self._passages[number].text, start)
        return name is not None and self._mentions.get(name[1], (0, 0)) >= (number, start)

    def has_officer_next(self, place: Extent) -> bool:
        """Tell whether the next two paragraphs tell of an officer of the body or country that a source is of.

        So go on “a Loam official said” and “the Loam finance minister, Ana Roe”.
        """
        proper = _SURNAME.findall(self._passages[place.passage].text, place.start, place.end)
        names = {name for name in proper if name not in _NO_BODY and len(name) > 1}
        texts = [self._passages[number].text for number in self.after(place.passage)] if names else []
        return any(match[1] in names for text in texts for match in _OFFICER.finditer(text))

    def has_voice_near(self, number: int) -> bool:
        """Tell whether somebody named, an institution or a study speaks in a paragraph or in the two on either side.

        What a summary or one of the first paragraphs says may be borne out anywhere below.
        """
        near = [number, *self.before(number), *self.after(number)]
        if any(each in self._told_at or _WITNESS.search(self._passages[each].text) for each in near):
            return True
        return self._is_lead(number) and any(each > number for each in self._told_at)

    def is_opening(self, number: int) -> bool:
        """Tell whether a passage is the first paragraph, which mostly leaves the name to those below."""
        return number in self._leads[:1]

    def has_official_below(self, place: Extent, is_public: bool) -> bool:
        """Tell whether an officer with a name speaks in the paragraph after one of the first, or, of news, anywhere."""
        if not self._is_lead(place.passage):
            return False
        last = self._last.get("officials", -1)
        return "officials" in self._crowds_in(self.after(place.passage)[:1]) or (is_public and last > place.passage)

    def is_retold(self, place: Extent) -> bool:
        """Tell whether a source is one of whom somebody named tells: “Roe said that critics had warned of it”."""
        extents, ranges = self._retold.get(place.passage, ((), Ranges()))
        if not ranges.encloses(place.start, place.end):
            return False
        at = ranges.find(place.start, place.end)
        start = extents[at].start if at is not None else place.start
        text = self._passages[place.passage].text
        return not _TURN.search(text, max(start, place.start - _TURN_REACH), place.start)

    @cached_property
    def _told(self) -> list[Attribution]:
        """What somebody named, or an institution, has said or shown."""
        own = (found for found in self._attributions if found.source and not found.is_carried)
        return [found for found in own if self._is_known(*found.source[0], found.source_kind) and self._is_said(found)]

    def _is_known(self, number: int, start: int, end: int, kind: str) -> bool:
        """Tell whether a person, a body, or a document that says whose it is, speaks."""
        is_signed = kind == "document" and " by " in self._passages[number].text[start:end]
        return is_signed or kind in ("named", "institution")

    def _is_said(self, found: Attribution) -> bool:
        cues = (self._passages[at].text[start:end] for at, start, end in found.cue)
        return found.quotation is not None or any(is_telling(cue, self._lexicon) for cue in cues)

    @cached_property
    def _retold(self) -> Mapping[int, tuple[Sequence[Extent], Ranges]]:
        contents: dict[int, list[Extent]] = defaultdict(list)
        for extent in (extent for found in self._told for extent in found.content):
            contents[extent.passage].append(extent)
        return {
            number: (extents, Ranges((start, end) for _, start, end in extents)) for number, extents in contents.items()
        }

    @cached_property
    def _described(self) -> Mapping[str, str]:
        """What is said of each person who speaks, by surname, where one of them speaks or is first named."""
        known: dict[str, str] = {}
        for found in self._told:
            if found.source_kind == "named":
                surname, description = self._describe(found.source[0])
                known[surname] = known.get(surname) or description
        return {surname: description or self._introduce(surname) for surname, description in known.items()}

    def _describe(self, source: Extent) -> tuple[str, str]:
        """Return a person's surname and what is said of them, which is nothing where only a name stands."""
        text = self._passages[source.passage].text
        told = text[source.start : source.end]
        name = _NAME_END.split(told, maxsplit=1)[0]
        names = _SURNAME.findall(name)
        if name == told:
            told += _described_after(text, source.end)
        is_bare = name == told and len(names) == len(name.split()) <= 2
        return (names[-1] if names else name), "" if is_bare else told

    def _introduce(self, surname: str) -> str:
        number, start = self._mentions.get(surname, (0, 0))
        text, end = self._passages[number].text, start + len(surname)
        return text[max(0, start - _TITLE_REACH) : end] + _described_after(text, end)

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[int, int]]:
        """Passage and place of the first mention of each capitalised word."""
        mentions: dict[str, tuple[int, int]] = {}
        for number, passage in enumerate(self._passages):
            for match in _SURNAME.finditer(passage.text):
                mentions.setdefault(match.group(), (number, match.start()))
        return mentions

    @cached_property
    def _speakers(self) -> Mapping[int, list[tuple[int, Crowd]]]:
        """Where somebody speaks in each passage, and of which crowd."""
        speakers: dict[int, list[tuple[int, Crowd]]] = defaultdict(list)
        for source, crowd in self._voices:
            speakers[source.passage].append((source.start, crowd))
        return speakers

    @cached_property
    def _voices(self) -> list[tuple[Extent, Crowd]]:
        """Who speaks, once for each crowd that they are of."""
        return [(found.source[0], crowd) for found in self._told for crowd in self._crowds_of(found)]

    def _crowds_of(self, found: Attribution) -> Iterator[Crowd]:
        if found.source_kind in ("institution", "document"):
            number, start, end = found.source[0]
            yield "officials"
            described = self._passages[number].text[start:end]
        elif not found.source_has_role:
            return
        else:
            yield "critics"
            described = self._describe_fully(found.source[0])[1]
            if _OFFICE.search(described):
                yield "officials"
        if _EXPERT.search(described) and not _POLITICS.search(described):
            yield "experts"

    @cached_property
    def members(self) -> Members:
        """Who of a crowd has a name somewhere in the text."""
        people = {found.source[0] for found in self._told if found.source_kind == "named"}
        experts = [
            Member(source, *self._describe_fully(source), source in people)
            for source, crowd in self._voices
            if crowd == "experts"
        ]
        return Members(self._passages, experts, [found.source[0] for found in self._told])

    def _describe_fully(self, source: Extent) -> tuple[str, str]:
        surname, own = self._describe(source)
        return surname, own or self._described.get(surname, "")

    @cached_property
    def _last(self) -> Mapping[str, int]:
        """The last passage in which somebody of each crowd speaks."""
        return {crowd: number for number in sorted(self._speakers) for _, crowd in self._speakers[number]}

    def _has_body(self, place: Extent) -> bool:
        """Tell whether a body that has officials is named before a place in its paragraph."""
        words = _WORD.findall(self._passages[place.passage].text, max(0, place.start - _BODY_REACH), place.start)
        return any(self._is_body(words, at) for at in range(len(words)))

    def _is_body(self, words: Sequence[str], at: int) -> bool:
        word = words[at].partition("’")[0].partition("'")[0].rstrip(".")
        if word[0].isupper():
            known = institution_words(self._lexicon)["alone"]
            is_initials = _INITIALS.fullmatch(word) is not None and word not in _NO_BODY
            return is_initials or word.lower() in known or word.lower() in _BODIES
        before = [each for each in words[max(0, at - 3) : at] if each != "A"]
        return word in _BODIES and any(each[0].isupper() or each in _DEFINITE for each in before)


def _described_after(text: str, end: int) -> str:
    """Return what follows a name after a comma or in brackets."""
    return text[end : end + _REACH] if text[end : end + 2] in (", ", " (") else ""
