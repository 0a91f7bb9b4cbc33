"""Read one passage's sentences into acts of saying with source, cue and content; links nothing across passages."""

from __future__ import annotations

from dataclasses import dataclass, field

from newslint.language.cues import Cue, adjective_cues, noun_cues, verb_cues
from newslint.language.persons import kind_of_noun
from newslint.language.sources import Phrases
from newslint.language.tokens import (
    ADJ_CUE,
    ADV,
    AUX,
    BE,
    COLON,
    COMMA,
    CONJ,
    CUE,
    DASH,
    DET,
    ED,
    END,
    HAVE,
    HEARSAY,
    ING,
    NAME,
    NEG,
    NOUN_CUE,
    NUM,
    OBJ,
    PLURAL,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    SUB,
    TIME,
    TITLE,
    TO,
    VERB,
    Tokens,
)

_CONTROLS = frozenset(
    "going able want wants wanted went on continued continues began begins decided ready set used has have had seems "
    "seemed seem appears appeared appear hoping hopes hoped trying tried tries expected likely eager quick refused "
    "refuses declined declines came seeking sought seeks plans planned forced happy proud managed chose quick willing "
    "unwilling reluctant prepared needs needed failed sure".split()
)
_PLURALS = frozenset("people police many some others most few both all women men media several two three none".split())
_TURNS = frozenset("but while although though which who and after as because when where with".split())
_MEDIA = frozenset(
    "statement interview email e-mail release tweet post memo letter message speech filing call briefing conference "
    "report note blog video text".split()
)
_PLAIN_VERBS = frozenset("say argue believe think tell insist suggest add admit concede".split())
_SINGULARS = frozenset("one no each every another any".split())
_WH = frozenset("who what whether how why where when if which".split())


@dataclass(slots=True)
class Act:
    """Hold one act of saying in token ranges of its passage."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    """Empty (start and end equal) where a quotation merely stands beside its speaker."""
    content: list[tuple[int, int]] = field(default_factory=list)
    sentence: int = 0
    is_speech: bool = False
    is_passive: bool = False
    is_shared: bool = False
    """Whether the source is the subject of a verb before."""
    wants: str = ""
    """before or after where the content stands in the sentence before or after."""
    left: int = 0
    """Where the clause of this act begins: its source or cue, whichever comes first."""


@dataclass(slots=True)
class _Verb:
    at: int
    start: int
    cue: Cue
    passive: bool = False
    infinitive: bool = False
    participle: bool = False
    subject: tuple[int, int] | None = None
    inverted: tuple[int, int] | None = None
    shared: bool = False
    end: int = 0
    content: int = -1
    parenthetical: bool = False
    left: int = 0


import os
NEST_Q = os.environ.get("NQ","1")=="1"
class Reader:
    """Read the acts of saying in the sentences of one passage."""

    def __init__(self, tokens: Tokens, *, is_heading: bool = False) -> None:
        self.tokens = tokens
        self.flags = tokens.flags
        self.lower = tokens.lower
        self.words = tokens.words
        self.phrases = Phrases(tokens)
        self.is_heading = is_heading
        self.cues = verb_cues()
        self.previous: tuple[int, int] | None = None
        self.nouns = noun_cues()
        self.adjectives = adjective_cues()

    def read(self) -> list[Act]:
        """Return the acts in order of their cues."""
        found: list[Act] = []
        for number, (begin, end) in enumerate(self.tokens.sentences):
            while end > begin and self.flags[end - 1] & END:
                end -= 1
            if number == 0:
                begin = self._after_dateline(begin, end)
            for act in self._sentence(begin, end):
                act.sentence = number
                found.append(act)
        return found

    def _after_dateline(self, begin: int, end: int) -> int:
        """Return where the text begins after “LONDON (Agency) — ”."""
        if begin < end and len(self.words[begin]) > 2 and self.words[begin].isupper():
            for place in range(begin + 1, min(end - 1, begin + 10)):
                if self.flags[place] & DASH:
                    return place + 1
                if not self.flags[place] & (NAME | PUNCT | TIME | NUM):
                    break
        return begin

    # ---- one sentence

    def _sentence(self, begin: int, end: int) -> list[Act]:
        verbs = [
            verb for place in range(begin, end) if self.flags[place] & CUE and (verb := self._verb(place, begin, end))
        ]
        last_subject: tuple[int, int] | None = None
        kept: list[_Verb] = []
        for verb in verbs:
            self._find_subject(verb, begin, end, last_subject, kept)
            if verb.subject is None and verb.inverted is None and not verb.passive and "e" not in verb.cue.frames:
                continue
            self._find_content(verb, begin, end)
            if verb.content < 0 and not verb.parenthetical:
                continue
            if verb.subject is not None and not verb.participle:
                last_subject = verb.subject
            elif verb.inverted is not None:
                last_subject = verb.inverted
            kept.append(verb)
        if last_subject is not None and not self.flags[last_subject[0]] & REL:
            self.previous = last_subject
        acts = self._drop_nested(self._bound(kept, begin, end))
        acts += self._according(begin, end)
        acts += self._others(begin, end, {verb.at for verb in kept})
        acts += self._beside_quotes(begin, end, acts)
        if lower_is_asked := self._asked(begin, end):
            acts.append(lower_is_asked)
        acts.sort(key=lambda act: act.cue)
        return acts

    def _verb(self, place: int, begin: int, end: int) -> _Verb | None:
        """Return the verb group around a cue word, or None where the word is no verb here."""
        flags, lower = self.flags, self.lower
        if flags[place] & NAME and place > begin and not self.is_heading:
            return None
        cue = self.cues[lower[place]]
        before = flags[place - 1] if place > begin else PUNCT
        start = place
        has_be = has_have = has_aux = infinitive = False
        back = place - 1
        while back >= begin:
            flag = flags[back]
            if flag & AUX:
                has_be = has_be or bool(flag & BE)
                has_have = has_have or bool(flag & HAVE)
                has_aux = True
                start = back
                if flag & (PRON | REL):
                    break
            elif flag & ADV and not flag & (PREP | NAME) and not flag & TIME:
                start = back
            elif lower[back] == "to" and back > begin and not has_aux:
                infinitive = True
                control = lower[back - 1]
                if control in _CONTROLS:
                    infinitive = False
                    has_aux = True
                    start = back - 1
                    if control == "on" and back - 2 >= begin:
                        start = back - 2
                    back = start - 1
                    continue
                start = back
                break
            else:
                break
            back -= 1
        if infinitive:
            return None if "f" in cue.frames else _Verb(place, start, cue, infinitive=True)
        if before & (DET | POSS) and not before & (PRON | AUX) and not (before & REL):
            return None
        if before & PREP and cue.form != "ing" and not before & (SUB | ADV):
            return None
        if not has_aux and not self._is_finite(place, begin, cue, before):
            return None
        if cue.form == "part" and not has_aux:
            return None
        passive = has_be and cue.form in ("past", "part")
        if cue.form == "past" and not has_aux and place + 1 < end:
            after = flags[place + 1]
            if lower[place + 1] == "by" or "o" in cue.frames and "q" not in cue.frames and after & TIME:
                return None
        participle = cue.form == "ing" and not has_be
        if participle and "f" in cue.frames and not (before & (COMMA | QUOTE) and "q" in cue.frames):
            return None
        return _Verb(place, start, cue, passive=passive, participle=participle)

    def _is_finite(self, place: int, begin: int, cue: Cue, before: int) -> bool:
        lower = self.lower
        if cue.form in ("past", "part", "ing"):
            return True
        if place == begin:
            return False
        word = lower[place - 1]
        if before & DET and before & PRON and (cue.form == "s" or word in _SINGULARS):
            return False
        if cue.form == "base":
            if before & (PRON | REL | CONJ | AUX):
                return word not in ("he", "she", "it")
            if cue.lemma in _PLAIN_VERBS and not before & (PREP | PUNCT | TO | DET | POSS):
                return word not in ("he", "she", "it")
            if before & NAME and before & PLURAL and cue.lemma in self.nouns:
                return kind_of_noun(word) == "collective"
            return (
                bool(before & (PLURAL | COMMA | ADV)) or word in _PLURALS or (self.is_heading and bool(before & NAME))
            )
        if cue.lemma in self.nouns and not before & (PRON | REL | CONJ | COMMA | ADV | NAME):
            head = self.phrases.leftward(place - 1, begin)
            return head is not None and bool(self.flags[head[0]] & (DET | NAME))
        if before & (PRON | REL | CONJ | COMMA | ADV | NAME):
            return True
        return not before & (PREP | PUNCT | NUM | ED | ING | PLURAL | VERB)

    # ---- subjects

    def _find_subject(self, verb: _Verb, begin: int, end: int, last: tuple[int, int] | None, kept: list[_Verb]) -> None:
        flags = self.flags
        start = verb.start
        verb.left = start
        here = flags[start]
        if here & AUX and here & (PRON | REL):
            verb.subject = (start, start + 1)
            return
        before = start - 1
        if verb.infinitive or (verb.participle and (before < begin or flags[before] & (PUNCT | PREP | SUB | ADV | QUOTE))):
            verb.shared = True
            if before >= begin:
                verb.subject = last or self.sentence_subject(begin, start)
            elif "q" in verb.cue.frames and verb.participle:
                verb.subject = self.previous
            return
        if before < begin or flags[before] & QUOTE:
            verb.inverted = self._inversion(verb, end)
            return
        if flags[before] & COMMA or flags[before] & DASH:
            verb.subject = self.phrases.leftward(before, begin) if flags[before] & COMMA else None
            if not verb.participle and verb.cue.form != "base":
                inverted = self._inversion(verb, end)
                if inverted is not None and self._is_inverted(verb, inverted, before, end):
                    verb.subject, verb.inverted = None, inverted
                    return
            if verb.subject is None and last is not None:
                verb.subject, verb.shared = last, True
            elif verb.subject is not None:
                verb.left = verb.subject[0]
            return
        if flags[before] & CONJ and not flags[before] & NAME:
            verb.subject = last or self.sentence_subject(begin, before)
            verb.shared = True
            return
        if flags[before] & (TIME | NUM):
            back = before
            while (
                back >= begin
                and flags[back] & (TIME | NUM | PREP | DET)
                and (flags[back] & TIME or not flags[back] & NAME)
            ):
                back -= 1
            if back >= begin and flags[back] & CONJ:
                verb.subject = last or self.sentence_subject(begin, back)
                verb.shared = True
                return
            if flags[before] & TIME and back >= begin and not flags[back] & (PUNCT | VERB | AUX):
                before = back
        if verb.participle and last is not None and last[1] < before and flags[last[0]] & (NAME | PRON | DET):
            verb.subject, verb.shared = last, True
            return
        verb.subject = self._related(before, begin) or self.phrases.leftward(before, begin)
        if verb.subject is not None:
            verb.left = verb.subject[0]

    def _related(self, before: int, begin: int) -> tuple[int, int] | None:
        """Return “an official who asked not to be named” as one source, where no comma sets the clause off."""
        flags, lower = self.flags, self.lower
        if flags[before] & (PRON | REL):
            return None
        finite = 0
        for place in range(before, max(begin, before - 16), -1):
            flag = flags[place]
            if flag & (PUNCT | QUOTE) or lower[place] == "that":
                return None
            if lower[place] == "who":
                if not finite or place == begin or flags[place - 1] & PUNCT:
                    return None
                head = self.phrases.leftward(place - 1, begin)
                return None if head is None else (head[0], before + 1)
            if flag & PRON and place < before:
                return None
            finite += bool(flag & (AUX | VERB | ED | CUE)) and place < before
        return None

    def sentence_subject(self, begin: int, limit: int) -> tuple[int, int] | None:
        """Return the first noun phrase of a sentence that stands before a verb, skipping what is put in front."""
        flags = self.flags
        place = begin
        while place < limit:
            while place < limit and flags[place] & (CONJ | ADV | PUNCT) and not flags[place] & (DET | NAME):
                place += 1
            first = place
            is_fronted = place < limit and flags[place] & (PREP | SUB | ING | TO | ED) and not flags[place] & (NAME | DET)
            while place < limit and not flags[place] & (COMMA | DASH | QUOTE):
                flag = flags[place]
                if not is_fronted and place > first:
                    if flag & (AUX | VERB | ED | SUB) and not flag & NAME:
                        break
                    if flag & CUE and not flag & NAME and not flags[place - 1] & (DET | PREP | POSS):
                        break
                place += 1
            if is_fronted or first == place or place >= limit and limit < begin:
                if place >= limit or flags[place] & QUOTE:
                    return None
                continue
            if flags[place if place < limit else limit - 1] & COMMA and self._names_later(place, limit):
                continue
            last = place
            while last - 1 > first and flags[last - 1] & ADV and not flags[last - 1] & NAME:
                last -= 1
            if last - first > 14 or flags[first] & (AUX | VERB) and not flags[first] & NAME:
                return None
            return (first, last)
        return None

    def _names_later(self, comma: int, limit: int) -> bool:
        """Tell whether what stands before this comma is only put in front of the subject."""
        return False

    def _is_inverted(self, verb: _Verb, inverted: tuple[int, int], before: int, end: int) -> bool:
        """Tell whether what follows the verb is its subject although a comma stands before the verb."""
        flags = self.flags
        if before and flags[before - 1] & QUOTE:
            return True
        if "a" in verb.cue.frames or flags[inverted[0]] & PRON and not flags[inverted[0]] & NAME:
            return False
        after = inverted[1]
        closes = after >= end or bool(flags[after] & (COMMA | QUOTE | COLON | DASH | PREP | TIME | SUB))
        return closes and (verb.subject is None or not flags[after - 1] & TIME and after >= end)

    def _inversion(self, verb: _Verb, end: int) -> tuple[int, int] | None:
        if "q" not in verb.cue.frames or verb.cue.form not in ("past", "s"):
            return None
        return self.phrases.rightward(verb.at + 1, end)

    # ---- content

    def _find_content(self, verb: _Verb, begin: int, end: int) -> None:
        """Set where the content after the cue begins, or that it stands around the cue."""
        flags, lower, cue = self.flags, self.lower, verb.cue
        frames = cue.frames
        verb.end = verb.at + 1
        if verb.inverted is not None:
            verb.parenthetical = True
            after = verb.inverted[1]
            if after < end and (flags[after] & QUOTE or lower[after] == "that" or flags[after] & COLON):
                verb.content = after
            return
        place = verb.at + 1
        if place < end and lower[place] in cue.prepositions and lower[place] != "as":
            verb.end = place + 1
            if (
                place + 1 < end
                and lower[place] == "out"
                and lower[place + 1] in ("against", "at", "for", "about", "in")
            ):
                place += 1
                verb.end = place + 1
            if cue.lemma in ("go", "continue") and not (place + 1 >= end or flags[place + 1] & (COMMA | COLON | QUOTE)):
                return
            if place + 1 < end:
                verb.content = place + 1
                if lower[place] in ("out",) and flags[place + 1] & COMMA:
                    verb.content = -1
                    verb.parenthetical = True
            elif "q" in frames:
                verb.parenthetical = True
            return
        if "r" in frames:
            return
        if "q" in frames and place < end and lower[place] in ("in", "through", "via"):
            medium = self._medium(place, end)
            if medium:
                verb.end = place = medium
                if place >= end or not flags[place] & (PREP | TIME) or flags[place] & SUB:
                    self._classify(verb, place, begin, end)
                    return
        while place < end and flags[place] & ADV and lower[place] != "that" and not flags[place] & (DET | PRON | SUB):
            place += 1
        if verb.passive:
            self._passive_content(verb, place, end)
            return
        if "s" in frames:
            if any(lower[at] == "as" for at in range(place, min(end, place + 14))):
                verb.content = place
            return
        if "a" in frames and not (place < end and flags[place] & (QUOTE | COLON)):
            place = self._skip_addressee(place, end)
        elif (
            place < end
            and (flags[place] & (PREP | TIME) or flags[place] & TO and "i" not in frames)
            and (flags[place] & TIME or not flags[place] & NAME)
            and frames & {"q", "t"}
        ):
            place = self._skip_adjunct(place, end)
        self._classify(verb, place, begin, end)

    def _medium(self, place: int, end: int) -> int:
        """Return where “in a statement”, “in an interview” ends, or 0: such words belong to the cue."""
        for at in range(place + 1, min(end, place + 6)):
            if self.flags[at] & (PUNCT | QUOTE | PRON | AUX | SUB) and not self.flags[at] & DET:
                return 0
            if self.lower[at] in _MEDIA:
                return at + 1
        return 0

    def _classify(self, verb: _Verb, place: int, begin: int, end: int) -> None:
        flags, lower, frames = self.flags, self.lower, verb.cue.frames
        if (
            "e" in frames
            and place < end
            and (flags[place] & (PREP | COMMA) and not flags[place] & TO or verb.participle)
        ):
            return
        if place >= end or flags[place] & (COMMA | DASH | END):
            if place + 1 < end and flags[place + 1] & QUOTE:
                verb.content = place + 1
            elif "q" in frames and (self._is_tag(verb, begin) or place >= end):
                starts = not verb.shared and verb.left == begin and place < end
                if starts and not self._follows_quote(begin):
                    verb.content = place + 1 if place + 1 < end else -1
                else:
                    verb.parenthetical = True
            elif "c" in frames and place + 1 < end and not verb.participle:
                verb.content = place + 1
            return
        flag, word = flags[place], lower[place]
        if flag & (QUOTE | COLON):
            if frames & {"q", "c", "o", "a"}:
                verb.content = place
        elif word == "that":
            if frames & {"t", "c", "o"}:
                verb.content = place
        elif flag & TO:
            if "i" in frames or "e" in frames or "a" in frames:
                verb.content = place
        elif word in _WH:
            if frames & {"w", "q"}:
                verb.content = place
        elif flag & PREP and not flag & (DET | NAME):
            if frames & {"q", "e"}:
                verb.content = place
        elif flag & CONJ:
            return
        elif "d" in frames and verb.subject is not None and self._is_document(verb.subject):
            verb.content = place
        elif frames & {"c", "o", "e"} or "z" in frames and flag & PRON and not flag & DET:
            verb.content = place

    def _follows_quote(self, begin: int) -> bool:
        return begin > 0 and bool(self.flags[begin - 1] & QUOTE)

    def _is_document(self, subject: tuple[int, int]) -> bool:
        """Tell whether a survey, a study or the like is the subject."""
        return any(kind_of_noun(self.lower[at]) == "document" for at in range(subject[0], min(subject[1], subject[0] + 8)))

    def _is_tag(self, verb: _Verb, begin: int) -> bool:
        """Tell whether the clause before the cue is set off, as in “It rained, he said, all day”."""
        left = verb.subject[0] if verb.subject is not None and not verb.shared else verb.start
        return left == begin or bool(self.flags[left - 1] & (COMMA | DASH | QUOTE | PUNCT))

    def _passive_content(self, verb: _Verb, place: int, end: int) -> None:
        flags, lower = self.flags, self.lower
        if (
            place < end
            and (flags[place] & TO or lower[place] in ("that", "as"))
            and verb.cue.frames & {"t", "c", "o", "i"}
        ):
            verb.content = place
        elif place < end and lower[place] == "by":
            verb.content = place
        elif place < end and flags[place] & QUOTE and "o" in verb.cue.frames:
            verb.content = place
        elif place < end and (
            lower[place] in verb.cue.prepositions or lower[place] in ("of", "for") and "o" in verb.cue.frames
        ):
            verb.end = place + 1
            verb.content = place + 1
        elif place < end and "a" in verb.cue.frames and not flags[place] & (PUNCT | CONJ):
            verb.content = place
        elif "o" in verb.cue.frames and not verb.cue.frames & {"q", "f"} and verb.subject is not None:
            verb.content = verb.subject[0]

    def _skip_addressee(self, place: int, end: int) -> int:
        flags, lower = self.flags, self.lower
        first = place
        limit = min(end, place + 16)
        while place < limit:
            flag = flags[place]
            if flag & (QUOTE | PUNCT | TO) or lower[place] == "that" or lower[place] in _WH or lower[place] == "about":
                return place
            if place > first and flag & PRON and not flag & (DET | OBJ):
                return place
            if place > first and flag & DET and not flags[place - 1] & (PREP | DET | CUE):
                return place
            place += 1
        return first

    def _skip_adjunct(self, place: int, end: int) -> int:
        """Return where the content begins after “on Tuesday”, “in a statement”; the adjunct itself if nowhere."""
        flags, lower = self.flags, self.lower
        first = place
        limit = min(end, place + 14)
        while place < limit:
            flag = flags[place]
            if flag & (QUOTE | COLON) or lower[place] == "that":
                return place
            if flag & PUNCT:
                return place
            if place > first and flag & (PRON | AUX | VERB) and not flag & (DET | PREP | ADV):
                return place if flag & PRON else first
            if flag & CUE and place > first and not flag & NAME and not flags[place - 1] & (DET | POSS | PREP):
                return place if place == end else first
            place += 1
        return end if place == end else first

    # ---- limits

    def _bound(self, verbs: list[_Verb], begin: int, end: int) -> list[Act]:
        """Give every verb its content, ending where the next act on the same level begins."""
        acts: list[Act] = []
        for number, verb in enumerate(verbs):
            source = verb.subject or verb.inverted
            act = Act(source, (verb.start, verb.end), is_passive=verb.passive, is_shared=verb.shared, left=verb.left)
            act.is_speech = "q" in verb.cue.frames
            if verb.passive:
                self._passive_act(act, verb, begin, end)
                acts.append(act)
                continue
            if "e" in verb.cue.frames:
                if verb.subject is not None:
                    act.content.append(verb.subject)
                act.source = None
                act.content.append((verb.content, self._content_end(verb, number, verbs, begin, end)))
                acts.append(act)
                continue
            if verb.parenthetical:
                self._around(act, verb, begin, end, verbs, number)
            if verb.content >= 0:
                stop = self._content_end(verb, number, verbs, begin, end)
                at = verb.content + 1 if self.flags[verb.content] & PUNCT else verb.content
                if stop > at:
                    act.content.append((at, stop))
                elif at >= end:
                    act.wants = "after"
                if act.is_speech and act.content and verb.left > begin and self.flags[verb.left - 1] & QUOTE:
                    act.content.insert(0, (verb.left - 1, verb.left))
            if act.content or act.wants:
                acts.append(act)
        return acts

    @staticmethod
    def _drop_nested(acts: list[Act]) -> list[Act]:
        """Leave out attitudes that stand inside what somebody else is already said to have said."""
        kept: list[Act] = []
        for act in acts:
            inside = any(
                outer.is_speech and any(start <= act.cue[0] < stop for start, stop in outer.content) for outer in acts if outer is not act
            )
            if not inside or act.is_speech and NEST_Q:
                kept.append(act)
        return kept

    def _passive_act(self, act: Act, verb: _Verb, begin: int, end: int) -> None:
        content_subject = verb.subject
        act.source = None
        if content_subject is not None:
            act.content.append(content_subject)
        if verb.subject is not None and verb.content == verb.subject[0]:
            return
        if verb.content < end and self.lower[verb.content] == "by":
            act.source = self.phrases.rightward(verb.content + 1, end)
            act.is_passive = act.source is None
        else:
            act.content.append((verb.content, self._sentence_cut(verb.content, end)))

    def _content_end(self, verb: _Verb, number: int, verbs: list[_Verb], begin: int, end: int) -> int:
        flags, lower = self.flags, self.lower
        stop = end
        if verb.subject is not None and flags[verb.subject[0]] & REL and verb.subject[1] == verb.subject[0] + 1:
            stop = self._relative_end(verb.content, end)
        fronted = bool(flags[begin] & (SUB | ED | ING) or flags[begin] & PREP and not flags[begin] & TO)
        for later in verbs[number + 1 :]:
            if later.at < verb.content:
                continue
            left = later.left
            if left <= verb.content:
                continue
            edge = flags[left - 1]
            if fronted and edge & COMMA and not later.shared and verb.left - begin < 12:
                stop = min(stop, left - 1)
                break
            if later.shared:
                if (
                    later.participle
                    and edge & COMMA
                    or edge & CONJ
                    and not later.infinitive
                    and self._is_parallel(verb, later)
                ):
                    stop = min(stop, left - 1)
                    break
                continue
            if later.parenthetical and edge & (COMMA | DASH):
                stop = min(stop, left - 1)
                break
            if edge & (CONJ | SUB) and left - 2 > verb.content and flags[left - 2] & (COMMA | DASH):
                stop = min(stop, left - 2)
                break
            if edge & CONJ and (lower[left - 1] == "but" or later.subject is not None and flags[later.subject[0]] & NAME):
                stop = min(stop, left - 1)
                break
        return min(stop, self._sentence_cut(verb.content, stop, is_attitude="q" not in verb.cue.frames))

    def _relative_end(self, place: int, end: int) -> int:
        """Return where the main verb goes on after “Roe, who says it rained,”."""
        flags = self.flags
        for at in range(place + 1, end - 1):
            if (
                flags[at] & COMMA
                and flags[at + 1] & (AUX | VERB | ED | CUE)
                and not flags[at + 1] & (ING | NAME | PREP)
            ):
                return at
        return end

    @staticmethod
    def _is_parallel(one: _Verb, two: _Verb) -> bool:
        return one.cue.form == two.cue.form or {one.cue.form, two.cue.form} <= {"past", "part"}

    def _sentence_cut(self, place: int, end: int, *, is_attitude: bool = False) -> int:
        """Return where a semicolon, a dash or “, according to” ends the content."""
        flags, lower, words = self.flags, self.lower, self.words
        for at in range(place + 1, end):
            if not flags[at] & PUNCT:
                continue
            if words[at] == ";":
                return at
            if flags[at] & COMMA and at + 1 < end:
                following = lower[at + 1]
                if following == "according":
                    return at
                if is_attitude and (following in _TURNS or flags[at + 1] & (ING | PRON) and not flags[at + 1] & DET):
                    return at
        return end

    def _around(self, act: Act, verb: _Verb, begin: int, end: int, verbs: list[_Verb], number: int) -> None:
        """Take the content of a cue that is set off: what stands before it and, where it goes on, after it."""
        flags, lower = self.flags, self.lower
        left = verb.start if verb.inverted is not None else verb.left
        stop = left - 1 if left > begin and flags[left - 1] & (COMMA | DASH) else left
        floor = begin
        for earlier in verbs[:number]:
            if earlier.content >= 0 and not earlier.parenthetical:
                for at in range(earlier.at, left):
                    if flags[at] & PUNCT and at + 1 < left - 1 and not flags[at] & QUOTE:
                        floor = max(floor, at + 1)
        if stop > floor:
            start = floor
            while start < stop and (flags[start] & PUNCT or lower[start] in ("but", "and")):
                start += 1
            if stop > start:
                act.content.append((start, stop))
        after = verb.inverted[1] if verb.inverted is not None else verb.end
        rest = after
        while rest < end and not flags[rest] & (COMMA | DASH | QUOTE | COLON):
            rest += 1
        if rest < end and verb.content < 0 and not any(after <= later.at < rest for later in verbs[number + 1 :]):
            begin_rest = rest if flags[rest] & QUOTE else rest + 1
            if begin_rest < end and self._goes_on(begin_rest, act):
                act.content.append((begin_rest, self._sentence_cut(begin_rest, end)))
        if not act.content:
            act.wants = "before"

    def _goes_on(self, place: int, act: Act) -> bool:
        flag = self.flags[place]
        if flag & QUOTE:
            return True
        if any(self.flags[at] & QUOTE for start, stop in act.content for at in (start, stop - 1)):
            return False
        return not flag & (ING | SUB | PREP) or self.lower[place] in ("that", "with", "of")

    def _according(self, begin: int, end: int) -> list[Act]:
        """Read “according to Roe”, which stands before, inside or after its content."""
        flags, lower = self.flags, self.lower
        acts: list[Act] = []
        for place in range(begin, end - 2):
            if lower[place] != "according" or lower[place + 1] != "to":
                continue
            opens = place <= begin + 2
            source = self.phrases.rightward(place + 2, end, must_close=opens, is_greedy=True)
            if source is None:
                continue
            act = Act(source, (place, place + 2), left=place, is_speech=True)
            after = source[1]
            if place > begin:
                stop = place - 1 if flags[place - 1] & COMMA else place
                start = begin
                while start < stop and (flags[start] & PUNCT or lower[start] in ("but", "and")):
                    start += 1
                if stop > start:
                    act.content.append((start, stop))
            if after < end and (place == begin or flags[after] & COMMA):
                start = after + 1 if flags[after] & COMMA else after
                if start < end and (place == begin or not flags[start] & (SUB | CONJ | ING)):
                    act.content.append((start, end))
            if act.content:
                acts.append(act)
            else:
                act.wants = "before"
                acts.append(act)
        return acts

    # ---- nouns, adjectives and adverbs

    def _others(self, begin: int, end: int, taken: set[int]) -> list[Act]:
        flags, lower = self.flags, self.lower
        acts: list[Act] = []
        for place in range(begin, end - 1):
            flag = flags[place]
            if not flag & (NOUN_CUE | ADJ_CUE | HEARSAY) or place in taken:
                continue
            if flag & NOUN_CUE and lower[place + 1] in self.nouns.get(lower[place], ()):
                act = self._noun(place, begin, end)
            elif lower[place] == "clear" and (act := self._made_clear(place, begin, end)) is not None:
                pass
            elif flag & ADJ_CUE and lower[place + 1] in self.adjectives.get(lower[place], ()):
                act = self._adjective(place, begin, end)
            elif flag & HEARSAY:
                act = Act(None, (place, place + 1), [(begin, end)], is_passive=True, left=place)
            else:
                continue
            if act is not None:
                acts.append(act)
        return acts

    def _noun(self, place: int, begin: int, end: int) -> Act | None:
        """Read “Roe's claim that …”, “his criticism of …”; without an owner only where a clause follows."""
        flags, lower = self.flags, self.lower
        owner = place - 1
        while owner > begin and owner > place - 4 and not flags[owner] & (POSS | DET | PUNCT | VERB | AUX | PREP):
            owner -= 1
        lead = place + 1
        stop = lead if lower[lead] == "that" else lead + 1
        content = [(stop, self._phrase_end(stop, end, is_clause=lower[lead] == "that"))]
        if owner >= begin and flags[owner] & POSS and not lower[owner] in ("whose", "its"):
            own = self.phrases.leftward(owner, begin) if flags[owner] & NAME else (owner, owner + 1)
            return Act(own, (owner + 1, stop), content, left=owner)
        if lower[lead] == "that":
            return Act(None, (place, place + 1), content, left=place)
        return None

    def _adjective(self, place: int, begin: int, end: int) -> Act | None:
        """Read “is confident that …”, “was critical of …”."""
        flags, lower = self.flags, self.lower
        start = place
        back = place - 1
        while back >= begin and flags[back] & (AUX | ADV | NEG) and not flags[back] & TIME:
            start = back
            if flags[back] & (PRON | REL):
                break
            back -= 1
        if not any(flags[at] & BE for at in range(start, place)):
            return None
        source = (start, start + 1) if flags[start] & (PRON | REL) else self.phrases.leftward(start - 1, begin)
        if source is None:
            return None
        lead = place + 1
        if lower[source[0]].startswith("it") and source[1] == source[0] + 1:
            source = None
        stop = lead + 1 if flags[lead] & PREP and not flags[lead] & SUB and not flags[lead] & TO else lead
        return Act(source, (start, stop), [(stop, self._phrase_end(stop, end, is_clause=True))], left=start)

    def _made_clear(self, place: int, begin: int, end: int) -> Act | None:
        """Read “made it clear that …”."""
        lower = self.lower
        at = place - 2 if lower[place - 1] == "it" else place - 1
        if at <= begin or lower[at] not in ("made", "make", "makes", "making"):
            return None
        start = at
        while start > begin and self.flags[start - 1] & (AUX | ADV) and not self.flags[start - 1] & (PRON | REL):
            start -= 1
        source = self.phrases.leftward(start - 1, begin)
        if source is None:
            return None
        return Act(source, (start, place + 1), [(place + 1, self._phrase_end(place + 1, end, is_clause=True))], left=source[0])

    def _phrase_end(self, place: int, end: int, *, is_clause: bool) -> int:
        """Return where the content of a noun or adjective ends."""
        flags = self.flags
        at = place + 1
        while at < end:
            flag = flags[at]
            if flag & PUNCT and (not flag & COMMA or not is_clause):
                return at
            if not is_clause and flag & (AUX | VERB | SUB) and not flag & (DET | PREP):
                return at
            if is_clause and flag & COMMA and at + 1 < end and flags[at + 1] & (CONJ | REL | SUB | ING):
                return at
            at += 1
        return end

    def _beside_quotes(self, begin: int, end: int, acts: list[Act]) -> list[Act]:
        """Read any verb that stands where only a verb of saying can: “…,” Roe pressed. Roe fired back: “…”."""
        flags = self.flags
        covered = {at for act in acts for start, stop in act.content for at in range(start, stop) if flags[at] & QUOTE}
        found: list[Act] = []
        for place in range(begin, end):
            if not flags[place] & QUOTE or place in covered:
                continue
            act = (
                self._tag_after(place, begin, end) or self._tag_before(place, begin) or self._signature(place, begin, end)
            )
            if act is not None:
                found.append(act)
        return found

    def _tag_after(self, place: int, begin: int, end: int) -> Act | None:
        flags = self.flags
        first = place + 1
        if first < end and flags[first] & COMMA:
            first += 1
        for at in range(first, min(end, first + 9)):
            flag = flags[at]
            if flag & (QUOTE | PUNCT | SUB | AUX) and not flag & (COMMA | PREP):
                return None
            if flag & (ED | VERB | CUE) and not flag & NAME:
                closes = at + 1 >= end or flags[at + 1] & (PUNCT | QUOTE | PREP | TIME | ADV | ING)
                if at == first:
                    source = self.phrases.rightward(at + 1, end)
                    closes = source is not None and (source[1] >= end or flags[source[1]] & (PUNCT | QUOTE))
                else:
                    source = self.phrases.leftward(at - 1, first)
                    if source is not None and source[0] != first:
                        return None
                if source is None or not closes:
                    return None
                return Act(source, (at, at + 1), [(place, place + 1)], is_speech=True, left=min(source[0], at))
        return None

    def _tag_before(self, place: int, begin: int) -> Act | None:
        """Read “Roe fired back: “…””, and “Roe: “…””."""
        flags = self.flags
        mark = place - 1
        if mark <= begin or not flags[mark] & (COLON | COMMA | DASH):
            return None
        clause = mark - 1
        while clause >= begin and not flags[clause] & (PUNCT | QUOTE):
            clause -= 1
        clause += 1
        finite = [at for at in range(clause, mark) if flags[at] & (ED | VERB | AUX | CUE) and not flags[at] & NAME]
        if not finite:
            if not flags[mark] & COLON:
                return None
            source = self.phrases.leftward(mark - 1, begin)
            return (
                None
                if source is None
                else Act(source, (mark, mark + 1), [(place, place + 1)], is_speech=True, left=source[0])
            )
        if flags[mark] & DASH:
            return None
        label = self.phrases.leftward(mark - 1, begin) if flags[mark] & COLON and flags[mark - 1] & NAME else None
        if label is not None and flags[mark - 2] & NAME and finite[-1] < label[0]:
            return Act(label, (mark, mark + 1), [(place, place + 1)], is_speech=True, left=label[0])
        source = self.phrases.leftward(finite[0] - 1, begin) if finite[0] > begin else None
        if source is None:
            return None
        stop = mark + 1 if flags[mark] & COLON else mark
        return Act(source, (finite[0], stop), [(place, place + 1)], is_speech=True, left=source[0])

    def _asked(self, begin: int, end: int) -> Act | None:
        """Read “Asked by Doe whether it rained, …”."""
        flags, lower = self.flags, self.lower
        place = begin + 1 if lower[begin] == "when" else begin
        if place + 1 >= end or lower[place] not in ("asked", "pressed", "questioned"):
            return None
        source = None
        start = place + 1
        if lower[start] == "by":
            source = self.phrases.rightward(start + 1, end)
            if source is None:
                return None
            start = source[1]
        cue_end = place + 1
        if start < end and lower[start] in ("about", "on") and source is None:
            start += 1
            cue_end = start
        stop = start
        while stop < end and not flags[stop] & COMMA:
            stop += 1
        if stop <= start or stop >= end:
            return None
        return Act(source, (place, cue_end), [(start, stop)], is_passive=source is None, left=place)

    def _signature(self, place: int, begin: int, end: int) -> Act | None:
        """Read “…” — Roe."""
        flags = self.flags
        if place != begin or place + 2 >= end or not flags[place + 1] & DASH or not flags[place + 2] & (NAME | DET):
            return None
        source = self.phrases.rightward(place + 2, end)
        if source is None or source[1] < end and not flags[source[1]] & (COMMA | PREP):
            return None
        return Act(source, (place + 1, place + 2), [(place, place + 1)], is_speech=True, left=place + 1)

    def signs(self) -> Act | None:
        """Return the act of a passage that is nothing but the signature under a quotation: “— Ada Roe, author”."""
        flags = self.flags
        if len(flags) < 2 or len(flags) > 24 or not flags[0] & DASH or not flags[1] & (NAME | TITLE | DET):
            return None
        source = self.phrases.rightward(1, len(flags))
        return None if source is None else Act(source, (0, 1), [], is_speech=True)
