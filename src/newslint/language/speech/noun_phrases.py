"""Find where the noun phrases begin and end that name sources."""

from __future__ import annotations

from newslint.language.speech.people import source_nouns
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
    "however meanwhile though too also for in on at during after before while when speaking according who then "
    "instead nevertheless moreover as by with asked referring following citing responding appearing".split()
)
_LINKS_RIGHT = frozenset(["of", "for", "from", "with", "at", "in", "on", "to", "and", "who", "by"])
_LINKS_LEFT = frozenset("of for from in at with on to by near against about between behind within like".split())
_PARTICIPLES = frozenset("written held sent made shown seen known given taken found set led sold built caught".split())
_BREAK_LEFT = AUX | VERB | SUB | REL | PUNCT | CONJ | PRON | OBJ | QUOTE


class NounPhrases:
    """Answer where noun phrases begin and end in the tokens of one passage."""

    __slots__ = ("flags", "kinds", "lower", "words")

    def __init__(self, tokens: Tokens) -> None:
        self.flags = tokens.flags
        self.lower = tokens.lower
        self.words = tokens.words
        self.kinds = source_nouns(tokens.lexicon)

    def leftward(self, last: int, begin: int) -> tuple[int, int] | None:
        """Return the noun phrase that ends with token ``last``, looking back no further than ``begin``."""
        if last < begin:
            return None
        flag = self.flags[last]
        if flag & (PRON | REL) and not flag & NAME:
            if flag & PRON and self.lower[last] in _HEADLESS:
                return self._partitive(last, begin)
            return (last, last + 1)
        if flag & COMMA:
            return self._apposed(last, begin)
        while last > begin and flag & ADV and not flag & (NAME | NUM):
            last -= 1
            flag = self.flags[last]
        if flag & PRON and not flag & NAME:
            return (last, last + 1)
        start = self._base(last, begin)
        return None if start is None else (start, last + 1)

    def _partitive(self, last: int, begin: int) -> tuple[int, int]:
        start = last
        while start > begin and self.flags[start - 1] & DET and not self.flags[start - 1] & PRON:
            start -= 1
        return (start, last + 1)

    def _base(self, last: int, begin: int) -> int | None:
        flags, lower = self.flags, self.lower
        place = last
        start: int | None = None
        floor = max(begin, last - 24)
        while place >= floor:
            flag = flags[place]
            if flag & PUNCT and lower[place] in (")", "]"):
                opening = place - 1
                while opening > floor and lower[opening] not in ("(", "["):
                    opening -= 1
                if opening <= floor:
                    break
                place = opening - 1
                continue
            if flag & PRON and start is not None and place < last and lower[place + 1] == "of":
                start = place
                break
            if (flag & PREP and not flag & NAME and lower[place] != "to") or flag & TO:
                before = flags[place - 1] if place > floor else PUNCT
                if before & DET and not before & PRON and lower[place] in ("inside", "outside", "above", "near"):
                    start = place
                    place -= 1
                    continue
                if lower[place] not in _LINKS_LEFT:
                    break
                if (
                    before & (ED | CUE)
                    and not before & (NAME | DET)
                    and start is not None
                    and self._is_reduced(place - 1, floor)
                ):
                    place -= 2
                    continue
                if start is None or (before & (_BREAK_LEFT | ADV | PREP | ING | ED | TIME) and not before & NAME):
                    break
                if before & CUE and lower[place] != "of" and not before & DET:
                    break
                place -= 1
                continue
            if flag & CONJ:
                joined = self._joined(place, floor, start)
                if joined is None:
                    break
                start = joined
                break
            if flag & DET and not flag & NAME:
                start = place
                if (
                    place > floor
                    and flags[place - 1] & PREP
                    and lower[place - 1] in ("of", "for", "at", "in", "from", "with", "on")
                ):
                    place -= 1
                    continue
                if place > floor and flags[place - 1] & DET:
                    place -= 1
                    continue
                joined = self._joined(place - 1, floor, start) if place > floor and flags[place - 1] & CONJ else None
                start = start if joined is None else joined
                break
            if flag & (_BREAK_LEFT) and not (flag & NAME and not flag & PUNCT):
                break
            if flag & TIME and place != last and not flags[place + 1] & NUM:
                break
            if flag & ADV and not flag & NAME and place != last:
                # An adverb inside a phrase belongs to it only before an adjective.
                if start is not None and not flags[start] & (DET | NAME):
                    place -= 1
                    continue
                break
            if (
                flag & CUE
                and place != last
                and not flag & NAME
                and start is not None
                and flags[start] & (DET | NAME | TITLE)
            ):
                # A verb before a determiner or a name governs it.
                if place == floor or not flags[place - 1] & (DET | NAME | NUM):
                    break
                if flags[start] & DET:
                    break
            if flag & ED and start is not None and flags[start] & DET:
                break
            if flag & ING and start is not None and flags[start] & DET:
                break
            start = place
            place -= 1
        return start

    def _is_reduced(self, place: int, floor: int) -> bool:
        """Tell whether a participle modifies the noun before it: “a paper owned by Roe”."""
        if place - 1 < floor or not (self.flags[place] & ED or self.lower[place] in _PARTICIPLES):
            return False
        before = self.flags[place - 1]
        return not before & (_BREAK_LEFT | ADV | PREP | DET | TIME) or bool(before & NAME)

    def _joined(self, place: int, floor: int, start: int | None) -> int | None:
        """Return where “Roe and Doe” begins, if what stands before “and” is a noun phrase at a clause's head."""
        if start is None or place - 1 < floor or self.lower[place] not in ("and", "&", "or"):
            return None
        flag = self.flags[place - 1]
        if flag & PRON and not flag & NAME:
            return place - 1
        if flag & (_BREAK_LEFT | ED | ING | ADV | PREP | TIME) and not flag & NAME:
            return None
        left = self._base(place - 1, floor)
        if left is None:
            return None
        if left > floor and not self.flags[left - 1] & (PUNCT | SUB | CONJ):
            return None
        if left == floor and floor and not self.flags[left - 1] & (PUNCT | SUB | CONJ | QUOTE) and place - left > 12:
            return None
        return left

    def _apposed(self, last: int, begin: int) -> tuple[int, int] | None:
        """Return the source before “, the mayor,” with what stands between the commas, unless it is an aside."""
        flags, lower = self.flags, self.lower
        end = last
        whole = last
        floor = max(begin, last - 40)
        for _ in range(4):
            opening = end - 1
            while opening >= floor and not flags[opening] & PUNCT:
                opening -= 1
            if opening < floor or not flags[opening] & COMMA or opening + 1 >= end:
                break
            head = opening + 1
            if (lower[head] in _ASIDES and lower[head] != "who") or flags[head] & (ADV | TIME):
                whole = opening
            before = opening - 1
            if before < floor:
                return None
            is_closed = flags[before] & PUNCT and lower[before] == ")"
            start = self._base(before, begin) if is_closed or not flags[before] & (PRON | PUNCT) else before
            if flags[before] & PRON:
                return (before, before + 1)
            if start is not None and self._is_headed(start, before):
                return (start, whole if whole != last else last)
            end = opening
        return None

    def _is_headed(self, start: int, last: int) -> bool:
        """Tell whether tokens start..last look like a whole noun phrase rather than one more apposition."""
        flag = self.flags[start]
        if flag & PREP or (flag & NUM and start == last):
            return False
        if start and self.flags[start - 1] & PREP:
            return False
        return bool(flag & (DET | NAME | TITLE)) or start == 0

    def rightward(
        self, first: int, end: int, *, must_close: bool = False, is_greedy: bool = False
    ) -> tuple[int, int] | None:
        """Return the noun phrase that begins with token ``first``, with its appositions, up to ``end``.

        ``must_close``: an apposition counts only if a comma ends it. ``is_greedy``: take every attached phrase.
        """
        if first >= end:
            return None
        flags, lower = self.flags, self.lower
        flag = flags[first]
        if flag & (PRON | OBJ) and not flag & NAME and lower[first] not in _HEADLESS:
            return (first, first + 1)
        if flag & (PUNCT | PREP | SUB | REL | AUX | VERB | QUOTE | TIME) and not flag & (NAME & ~TIME | TITLE | DET):
            return None
        place = first
        while place < end:
            flag = flags[place]
            if flag & COMMA:
                if not self._goes_on(place, end):
                    break
                closing = self._comma_end(place, end)
                if must_close and (closing >= end or not flags[closing] & COMMA):
                    break
                place = closing
                continue
            if flag & PUNCT and lower[place] == "(" and place > first:
                closing = place
                while closing < end and closing < place + 8 and lower[closing] != ")":
                    closing += 1
                if closing < end and lower[closing] == ")":
                    place = closing + 1
                    continue
                break
            if flag & (PUNCT | QUOTE) and not flag & COMMA:
                break
            if place > first and not flag & NAME:
                if flag & (SUB | AUX | VERB | OBJ) and not flag & (DET | REL | PREP):
                    break
                if flag & TIME and not (flag & NUM and flags[place - 1] & DET):
                    break
                if flag & (PREP | TO) and not (
                    self._attaches(place, first) or (is_greedy and lower[place] in _LINKS_RIGHT)
                ):
                    break
                if flag & ADV and not flag & DET and not flags[place - 1] & DET:
                    break
                if flag & CONJ and not self._conjoins(place, end):
                    break
                if flag & REL and lower[place] != "who":
                    break
                if flag & REL:
                    return (first, self._clause_end(place, end))
                if flag & ING and flags[place - 1] & (NAME | PUNCT) and not self._is_modifier(place, end):
                    break
            place += 1
        return (first, place) if place > first else None

    def _is_modifier(self, place: int, end: int) -> bool:
        """Tell whether an -ing word stands before a noun: “lobbying records”."""
        return place + 1 < end and not self.flags[place + 1] & (
            DET | PRON | OBJ | PREP | NAME | PUNCT | QUOTE | SUB | TO
        )

    def _clause_end(self, place: int, end: int) -> int:
        while place < end and not self.flags[place] & (PUNCT | QUOTE):
            place += 1
        return place

    def _goes_on(self, comma: int, end: int) -> bool:
        """Tell whether an apposition follows this comma."""
        if comma + 1 >= end:
            return False
        flag, word = self.flags[comma + 1], self.lower[comma + 1]
        if flag & (QUOTE | PUNCT | SUB | ADV | CONJ | ING | PRON | TIME) and not flag & (NAME | DET):
            return False
        if flag & REL:
            return word in ("who", "whose")
        if flag & PREP and not flag & NAME:
            return word == "of"
        if word in ("his", "her", "their") and self.flags[comma + 2 if comma + 2 < end else comma] & CUE:
            return False
        if flag & (AUX | VERB):
            return False
        if flag & (DET | NAME | NUM | TITLE):
            return True
        # “Roe, chief executive of …,” but not “according to Roe, rose by a tenth”.
        return any(self.kinds.get(self.lower[at]) == "role" for at in range(comma + 1, min(end, comma + 6)))

    def _comma_end(self, comma: int, end: int) -> int:
        place = comma + 1
        limit = min(end, comma + 40)
        while place < limit and not self.flags[place] & (PUNCT | QUOTE):
            place += 1
        return place

    def _attaches(self, place: int, first: int) -> bool:
        word = self.lower[place]
        if word == "of":
            return True
        before = self.flags[place - 1]
        return word in _LINKS_RIGHT and not before & (NAME | TIME) and place - first >= 1 and not before & OBJ

    def _conjoins(self, place: int, end: int) -> bool:
        if self.lower[place] not in ("and", "&") or place + 1 >= end:
            return False
        flag = self.flags[place + 1]
        return bool(flag & (NAME | TITLE)) or not flag & (
            PRON | AUX | VERB | CUE | ED | ING | ADV | PREP | SUB | PUNCT | QUOTE
        )


_HEADLESS = frozenset(
    "others some many most few both neither none several one everyone everybody someone somebody nobody anyone".split()
)
