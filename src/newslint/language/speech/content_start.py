"""Find where the content of a cue verb begins."""

from __future__ import annotations

from newslint.language.speech.speech_acts import TokenView, VerbGroup
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import (
    ADV,
    AUX,
    COLON,
    COMMA,
    CONJ,
    CUE,
    DASH,
    DET,
    END,
    NAME,
    OBJ,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    SUB,
    TIME,
    TO,
    VERB,
)

_MEDIA = frozenset(
    "statement interview email e-mail release tweet post memo letter message speech filing call briefing conference "
    "report note blog video text".split()
)
_WH = frozenset("who what whether how why where when if which".split())


class ContentStart(TokenView):
    """Find where the content of a cue verb begins."""

    __slots__ = ()

    def find(self, verb: VerbGroup, begin: int, end: int) -> None:
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
            elif "quote" in frames:
                verb.parenthetical = True
            return
        if "preposition-only" in frames:
            if place < end and flags[place] & (QUOTE | COLON):
                verb.content = place
            elif place + 1 < end and flags[place] & COMMA and flags[place + 1] & QUOTE:
                verb.content = place + 1
            return
        if "quote" in frames and place < end and lower[place] in ("in", "through", "via"):
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
        if "as" in frames:
            if any(lower[at] == "as" for at in range(place, min(end, place + 14))):
                verb.content = place
            return
        if "addressee" in frames and not (place < end and flags[place] & (QUOTE | COLON)):
            place = self._skip_addressee(place, end)
        elif (
            place < end
            and (flags[place] & (PREP | TIME) or (flags[place] & TO and "infinitive" not in frames))
            and (flags[place] & TIME or not flags[place] & NAME)
            and frames & {"quote", "that"}
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

    def _classify(self, verb: VerbGroup, place: int, begin: int, end: int) -> None:
        flags, lower, frames = self.flags, self.lower, verb.cue.frames
        if (
            "seeming" in frames
            and place < end
            and ((flags[place] & (PREP | COMMA) and not flags[place] & TO) or verb.participle)
        ):
            return
        if place >= end or flags[place] & (COMMA | DASH | END):
            if place + 1 < end and flags[place + 1] & QUOTE:
                verb.content = place + 1
            elif "quote" in frames and (self._is_tag(verb, begin) or place >= end):
                starts = not verb.shared and verb.left == begin and place < end
                if starts and not self._follows_quote(begin):
                    verb.content = place + 1 if place + 1 < end else -1
                else:
                    verb.parenthetical = True
            elif "clause" in frames and place + 1 < end and not verb.participle:
                verb.content = place + 1
            return
        flag, word = flags[place], lower[place]
        if flag & (QUOTE | COLON):
            if frames & {"quote", "clause", "object", "addressee"}:
                verb.content = place
        elif word == "that":
            if frames & {"that", "clause", "object"}:
                verb.content = place
        elif flag & TO:
            if "infinitive" in frames or "seeming" in frames or "addressee" in frames:
                verb.content = place
        elif word in _WH:
            if frames & {"question", "quote"}:
                verb.content = place
        elif flag & PREP and not flag & (DET | NAME):
            if frames & {"quote", "seeming"}:
                verb.content = place
        elif flag & CONJ:
            return
        elif (
            ("document" in frames and verb.subject is not None and self._is_document(verb.subject))
            or frames & {"clause", "object", "seeming"}
            or ("pronoun-clause" in frames and flag & PRON and not flag & DET)
        ):
            verb.content = place

    def _is_document(self, subject: tuple[int, int]) -> bool:
        """Tell whether a survey, a study or the like is the subject."""
        return any(self.flags[at] & BITS["document"] for at in range(subject[0], min(subject[1], subject[0] + 8)))

    def _follows_quote(self, begin: int) -> bool:
        return begin > 0 and bool(self.flags[begin - 1] & QUOTE)

    def _is_tag(self, verb: VerbGroup, begin: int) -> bool:
        """Tell whether the clause before the cue is set off, as in “It rained, he said, all day”."""
        left = verb.subject[0] if verb.subject is not None and not verb.shared else verb.start
        return left == begin or bool(self.flags[left - 1] & (COMMA | DASH | QUOTE | PUNCT))

    def _passive_content(self, verb: VerbGroup, place: int, end: int) -> None:
        flags, lower = self.flags, self.lower
        if (
            (
                place < end
                and (flags[place] & TO or lower[place] in ("that", "as"))
                and verb.cue.frames & {"that", "clause", "object", "infinitive"}
            )
            or (place < end and lower[place] == "by")
            or (place < end and flags[place] & QUOTE and "object" in verb.cue.frames)
        ):
            verb.content = place
        elif place < end and (
            lower[place] in verb.cue.prepositions or (lower[place] in ("of", "for") and "object" in verb.cue.frames)
        ):
            verb.end = place + 1
            verb.content = place + 1
        elif place < end and "addressee" in verb.cue.frames and not flags[place] & (PUNCT | CONJ):
            verb.content = place
        elif "object" in verb.cue.frames and not verb.cue.frames & {"quote", "finite"} and verb.subject is not None:
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
                return first
            place += 1
        return end if place == end else first
