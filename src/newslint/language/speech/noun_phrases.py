"""Find where the noun phrases begin and end that name sources."""

from __future__ import annotations

from newslint.language.speech.phrase_tables import LEFTWARD, RIGHTWARD
from newslint.language.speech.tables import WORDS
from newslint.language.speech.word_classes import BITS, NOTHING, OCCASIONS
from newslint.language.units.tokens import (
    ADV,
    AUX,
    COMMA,
    CONJ,
    CUE,
    DET,
    ED,
    ING,
    NAME,
    NUM,
    OBJ,
    PLURAL,
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

# Words between commas that are no part of a source: “Roe, however, said”.
_ASIDES = frozenset(
    "however meanwhile though too also for in on at during after before while when speaking according then "
    "instead nevertheless moreover as by with asked referring following citing responding appearing".split()
)
# Pronouns that may have an article or an adjective: “the others”.
_HEADLESS = frozenset(
    "others some many most few both neither none several one everyone everybody someone somebody nobody anyone".split()
)
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_BARRIER = WORDS["barrier"]
_NO_HEAD = PUNCT | PREP | TO | SUB | REL | AUX | VERB | QUOTE | TIME
_BEFORE = PREP | ADV | ED | ING | TIME


class NounPhrases:
    """Answer where noun phrases begin and end in the tokens of one passage."""

    __slots__ = ("flags", "lower", "words")

    def __init__(self, tokens: Tokens) -> None:
        self.flags = tokens.flags
        self.lower = tokens.lower
        self.words = tokens.words

    def leftward(self, last: int, begin: int) -> tuple[int, int] | None:
        """Return the noun phrase that ends with token ``last``, looking back no further than ``begin``."""
        if last < begin:
            return None
        flag = self.flags[last]
        if flag & (PRON | REL) and not flag & NAME:
            return self._pronoun(last, begin)
        if flag & COMMA:
            return self._apposed(last, begin)
        if self.lower[last] in _REFLEXIVE and last > begin:
            own = self.leftward(last - 1, begin)
            return None if own is None else (own[0], last + 1)
        return self._nominal(last, begin)

    def _nominal(self, last: int, begin: int) -> tuple[int, int] | None:
        """Return the noun phrase that ends with token ``last`` or, where that is an adverb, before it."""
        while last > begin and self.flags[last] & (ADV | NAME | NUM) == ADV:
            last -= 1
        if self.flags[last] & (PRON | NAME) == PRON:
            return (last, last + 1)
        start = self._base(last, begin)
        return None if start is None else (self._with_role(start, begin), last + 1)

    def _pronoun(self, last: int, begin: int) -> tuple[int, int]:
        """Return a pronoun with what belongs to it: “the others”."""
        start = last
        if not self.flags[last] & PRON or self.lower[last] not in _HEADLESS:
            return (start, last + 1)
        while start > begin and self.flags[start - 1] & DET and not self.flags[start - 1] & PRON:
            start -= 1
        return (start, last + 1)

    def _base(self, last: int, begin: int) -> int | None:
        """Return where the noun phrase begins that ends with token ``last``, without its appositions."""
        flags = self.flags
        place = last
        start: int | None = None
        floor = max(begin, last - 24)
        while place >= floor:
            step = LEFTWARD.alone.get(flags[place]) or LEFTWARD.decide(
                flags[place],
                flags[place - 1] if place > floor else NOTHING,
                flags[place - 2] if place > floor + 1 else NOTHING,
                flags[place + 1] if place < last else NOTHING,
                NOTHING if start is None else flags[start],
            )
            if step == "take":
                start = place
            elif step == "skip the bracket":
                opening = self._opening(place, floor)
                if opening is None:
                    break
                place = opening
            elif step == "skip the participle":
                place -= 1
            elif step != "pass":
                return self._finish(step, place, floor, start)
            place -= 1
        return start

    def _finish(self, step: str, place: int, floor: int, start: int | None) -> int | None:
        """Return where a noun phrase begins that ends at `place`, or goes on behind its conjunction."""
        if step == "take and stop":
            return place
        if step == "join":
            joined = self._joined(place, floor, start)
            return start if joined is None else joined
        if step == "take and join":
            joined = self._joined(place - 1, floor, place)
            return place if joined is None else joined
        return start

    def _opening(self, place: int, floor: int) -> int | None:
        """Return where the bracket opens that closes at `place`."""
        opening = place - 1
        while opening > floor and self.lower[opening] not in ("(", "["):
            opening -= 1
        return opening if opening > floor else None

    def _joined(self, place: int, floor: int, start: int | None) -> int | None:
        """Return where “Roe and Doe” begins, if what stands before “and” is a noun phrase at a clause's head."""
        if start is None or place - 1 < floor or self.lower[place] not in ("and", "&", "or"):
            return None
        flag = self.flags[place - 1]
        if flag & (PRON | NAME) == PRON:
            return place - 1
        if flag & (_BARRIER | _BEFORE) and not flag & NAME:
            return None
        left = self._base(place - 1, floor)
        if left is None:
            return None
        return left if self._opens_clause(left, floor) or place - 12 <= left == floor else None

    def _opens_clause(self, left: int, floor: int) -> bool:
        """Tell whether nothing of the same clause stands before a word; `floor` is where the search ends."""
        edge = PUNCT | SUB | CONJ | (QUOTE if left == floor else BITS["finished"])
        return left == 0 or bool(self.flags[left - 1] & edge)

    def _apposed(self, last: int, begin: int) -> tuple[int, int] | None:
        """Return the source before “, the mayor,” with what stands between the commas, unless it is an aside."""
        flags, lower = self.flags, self.lower
        end = whole = last
        floor = max(begin, last - 40)
        for _ in range(4):
            opening = self._comma_before(end, floor)
            if opening is None:
                break
            before, head = opening - 1, opening + 1
            if lower[head] in _ASIDES or flags[head] & (ADV | TIME):
                whole = opening
            if flags[before] & PRON:
                return (before, before + 1)
            start = before if flags[before] & PUNCT and lower[before] != ")" else self._base(before, begin)
            if start is not None and self._is_headed(start, before):
                return (self._with_role(start, begin), whole)
            end = opening
        return None

    def _with_role(self, start: int, begin: int) -> int:
        """Return where a source begins whose name stands between commas: “the town’s mayor, Ada Roe, a nurse, said”."""
        flags, comma = self.flags, start - 1
        if comma <= begin or not flags[comma] & COMMA or not flags[start] & NAME or not flags[comma - 1] & BITS["role"]:
            return start
        role = self._base(comma - 1, begin)
        opens = role is not None and (role == begin or self.flags[role - 1] & (PUNCT | QUOTE | CONJ | SUB))
        return role if role is not None and opens and self._is_headed(role, comma - 1) else start

    def _comma_before(self, end: int, floor: int) -> int | None:
        """Return the comma before the words that end at `end`, if it is the nearest mark and not the first word."""
        opening = end - 1
        while opening > floor and not self.flags[opening] & PUNCT:
            opening -= 1
        is_comma = opening > floor and opening + 1 < end and self.flags[opening] & COMMA
        return opening if is_comma else None

    def _is_headed(self, start: int, last: int) -> bool:
        """Tell whether tokens start..last look like a whole noun phrase rather than one more apposition."""
        flag = self.flags[start]
        if flag & PREP or (flag & NUM and start == last):
            return False
        if start and self.flags[start - 1] & PREP:
            return False
        if flag & PLURAL and start and self.flags[start - 1] & BITS["but"]:
            return True
        return bool(flag & (DET | NAME | TITLE)) or start == 0

    def rightward(
        self, first: int, end: int, *, must_close: bool = False, is_greedy: bool = False
    ) -> tuple[int, int] | None:
        """Return the noun phrase that begins with token ``first``, with its appositions, up to ``end``.

        ``must_close``: an apposition counts only if a comma ends it. ``is_greedy``: take every attached phrase.
        """
        if first >= end:
            return None
        flag = self.flags[first]
        if flag & (PRON | OBJ) and not flag & NAME and self.lower[first] not in _HEADLESS:
            return (first, first + 1)
        if flag & (PUNCT | PREP | TO | SUB | REL | AUX | VERB | QUOTE | TIME) and not flag & (
            NAME & ~TIME | TITLE | DET
        ):
            return None
        return self._rightward(first, end, must_close=must_close, is_greedy=is_greedy)

    def _rightward(self, first: int, end: int, *, must_close: bool, is_greedy: bool) -> tuple[int, int] | None:
        flags = self.flags
        place = first
        while place < end:
            step = RIGHTWARD.alone.get(flags[place]) or RIGHTWARD.decide(
                flags[place],
                flags[place - 1] if place > first else NOTHING,
                flags[place + 1] if place + 1 < end else NOTHING,
            )
            if step == "take the clause":
                return (first, self._clause_end(place, end))
            following = self._next(step, place, end, must_close=must_close, is_greedy=is_greedy)
            if following is None:
                break
            place = following
        return (first, place) if place > first else None

    def _next(self, step: str, place: int, end: int, *, must_close: bool, is_greedy: bool) -> int | None:
        """Return where a noun phrase goes on behind the token `place`, or None where it ends before."""
        if step == "take" or (step == "take if greedy" and is_greedy):
            return place + 1
        if step == "take unless circumstances":
            return None if self._are_circumstances(place, end) else place + 1
        if step == "skip the bracket":
            return self._behind_bracket(place, end)
        return self._behind_apposition(place, end, must_close=must_close) if step == "apposition" else None

    def _behind_apposition(self, comma: int, end: int, *, must_close: bool) -> int | None:
        """Return where the apposition ends that begins behind a comma, or None where none does."""
        if not self._goes_on(comma, end):
            return None
        closing = self._comma_end(comma, end)
        if not self.flags[comma + 1] & REL and self._is_clause(comma + 1, closing):
            return None
        return None if must_close and (closing >= end or not self.flags[closing] & COMMA) else closing

    def _are_circumstances(self, preposition: int, end: int) -> bool:
        """Tell whether a preposition begins a time, or names what somebody speaks through: “in a statement”."""
        flags, lower = self.flags, self.lower
        first = preposition + 1
        for at in range(first, min(end, preposition + 5)):
            if lower[at] in OCCASIONS or (flags[at] & TIME and (at == first or flags[first] & BITS["last-next"])):
                return True
            if flags[at] & (PUNCT | PREP | QUOTE | NAME) or lower[at] in ("the", "this", "that"):
                return False
        return False

    def _behind_bracket(self, place: int, end: int) -> int | None:
        """Return what follows the bracket that opens at `place`, if it closes soon."""
        near = self.lower[place : min(end, place + 9)]
        return place + near.index(")") + 1 if ")" in near else None

    def _clause_end(self, place: int, end: int) -> int:
        while place < end and not self.flags[place] & (PUNCT | QUOTE):
            place += 1
        return place

    def _goes_on(self, comma: int, end: int) -> bool:
        """Tell whether an apposition follows this comma."""
        if comma + 1 >= end:
            return False
        place = comma + 1
        flag, following = self.flags[place], self.flags[min(place + 1, end - 1)]
        if flag & BITS["weekday"] and not following & NAME:
            return False
        if not flag & (NAME | DET):
            return self._goes_on_without_article(place, end)
        # “…, her claim that”
        is_owned_cue = self.lower[place] in ("his", "her", "their") and following & CUE
        return not is_owned_cue and not flag & (AUX | VERB | REL)

    def _goes_on_without_article(self, place: int, end: int) -> bool:
        """Tell whether an apposition begins with a word that is neither a name nor an article."""
        flag, word = self.flags[place], self.lower[place]
        if flag & (QUOTE | PUNCT | SUB | ADV | CONJ | ING | PRON | TIME):
            return False
        if flag & (REL | PREP):
            return word in ("who", "whose", "of")
        if flag & (AUX | VERB):
            return False
        # “Roe, chief executive of …,” but not “according to Roe, rose by a tenth”.
        return bool(flag & (NUM | TITLE)) or any(
            self.flags[at] & BITS["role"] for at in range(place, min(end, place + 5))
        )

    def _is_clause(self, start: int, stop: int) -> bool:
        """Tell whether a noun phrase and an auxiliary begin some words: “the pier was closed”."""
        flags = self.flags
        for at in range(start, stop):
            if flags[at] & (PREP | REL | SUB | ED | ING):
                return False
            if flags[at] & (AUX | VERB) and not flags[at] & NAME:
                return True
        return False

    def _comma_end(self, comma: int, end: int) -> int:
        place = comma + 1
        limit = min(end, comma + 40)
        while place < limit and not self.flags[place] & (PUNCT | QUOTE):
            place += 1
        return place
