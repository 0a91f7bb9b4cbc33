"""Read nameless people to whom words other than verbs lead: “by the reckoning of old hands”, “to her admirers”."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.checks.crowd_nouns import Phrase, PhraseReader
from newslint.checks.crowd_phrases import QUOTED, Crowd, Token

__all__ = ["LeadReader"]

_STARTS = frozenset(", ; : — – ( “” but and while though although yet as because where so that".split())
_AMONG = frozenset("of among from in on between across by at with".split())
_GOVERNORS = frozenset("in by to from at on under with through going".split())
_COPULAS = frozenset("is was are were holds held has had goes seems remains place leans".split())
_INNER = frozenset("in on among across at of".split())
_QUANTITIES = frozenset("many most some several a certain the".split())
_TO_WHOM = frozenset("is was are were seems seemed looks looked feels felt remains means meant has had".split())
_OPENS_CLAUSE = frozenset(", the a an it this that he she they there is was".split())
_TO_BE_BELIEVED = ["to", "be", "believed"]
_LEADING = frozenset("for to per if with among as".split())
_NEAR = 8  # words
_BACK = 4
_SPAN = 10


class LeadReader:
    """Read the nameless source of a sentence to whom a preposition, a noun or an owner's mark leads."""

    def __init__(self, tokens: Sequence[Token], phrases: PhraseReader, views: frozenset[str]) -> None:
        self._tokens = tokens
        self._phrases = phrases
        self._views = views
        self._low = [token.text.lower() for token in tokens]

    def read(self) -> Crowd | None:
        """Return the nameless source of the sentence, if it has one."""
        places = (
            at for at, word in enumerate(self._low) if word in _LEADING or word in self._views or word[-1] in "’'"
        )
        return next((crowd for at in places if (crowd := self._read_at(at)) is not None), None)

    def _read_at(self, at: int) -> Crowd | None:
        word = self._low[at]
        if word in self._views:
            return self._of_view(at)
        if word.endswith(("’", "'")) and self._words(at + 1, 1)[:1] and self._low[at + 1] in self._views:
            return self._owner(at)
        lead = self._lead(at, word)
        phrase = self._phrases.read(at + lead) if lead and at + lead < len(self._low) else None
        if phrase is None or not self._is_held(at, word, phrase):
            return None
        return self._crowd(at + lead, phrase)

    def _words(self, at: int, count: int) -> list[str]:
        return self._low[max(0, at) : max(0, at + count)]

    def _before(self, at: int, count: int) -> list[str]:
        return self._low[max(0, at - count) : at]

    def _crowd(self, start: int, phrase: Phrase) -> Crowd:
        last, tokens = phrase.head, self._tokens
        noun = self._low[phrase.head]
        return Crowd(tokens[start].start, tokens[last].end, tokens[last].end, noun, not phrase.is_plural, False)

    def _is_start(self, at: int) -> bool:
        return at <= 0 or self._low[at - 1] in _STARTS

    def _lead(self, at: int, word: str) -> int:
        """Return how many words lead to a source from here; none: 0."""
        if word in ("for", "to") and (self._is_start(at) or self._low[at - 1] in ("is", "was", "are", "were")):
            return 2 if self._words(at + 1, 1) == ["hear"] else 1
        if word in ("per", "if", "with") and self._is_start(at):
            return 1
        if word == "among":
            return 1
        return 3 if self._words(at, 3) == ["as", "far", "as"] else 0

    def _is_held(self, at: int, word: str, phrase: Phrase) -> bool:
        """Tell whether people hold what the sentence says, by the word that leads to them and what follows."""
        after = self._words(phrase.head + 1, _SPAN)
        if word == "per":
            return True
        if word == "if":
            return after[1:4] == _TO_BE_BELIEVED
        if word == "with":
            return after.count("mind") > 0 and "that" in after
        if word == "as":
            return "concerned" in after
        if word == "among":
            near = (*self._before(at, _NEAR), *after)
            return not self._views.isdisjoint(near) and not _COPULAS.isdisjoint(near)
        return self._is_to_whom(at, word, phrase, after)

    def _is_to_whom(self, at: int, word: str, phrase: Phrase, after: Sequence[str]) -> bool:
        """Tell whether something is so “for many economists” or “to her admirers”."""
        first, hears = self._words(at + 1, 1), self._words(at + 1, 1) == ["hear"]
        if hears:
            return "tell" in after
        is_counted = not _QUANTITIES.isdisjoint(first)
        if word == "for" and not is_counted:
            return False
        return after[:1] != [] and after[0] in _OPENS_CLAUSE and not _TO_WHOM.isdisjoint((*after, *self._before(at, 2)))

    def _of_view(self, at: int) -> Crowd | None:
        """Read “in the eyes of the rank and file”, “the feeling on the terraces is that”."""
        if not self._words(at + 1, 1) or self._low[at + 1] not in (*_AMONG, "given"):
            return None
        start = at + 2 + (self._low[at + 1] == "given")
        if start >= len(self._low):
            return None
        phrase = self._phrases.read(start)
        before = self._before(at, _BACK)
        if phrase is not None:
            after = self._words(phrase.head + 1, _SPAN)
            is_governed = any(
                each in _GOVERNORS and self._is_start(at - len(before) + number) for number, each in enumerate(before)
            )
            is_verdict = at > 1 and {"is", "was", QUOTED} & set(before) and "that" not in before
            is_told = not _COPULAS.isdisjoint(after) and not {"that", QUOTED, "to"}.isdisjoint(after)
            return self._crowd(start, phrase) if is_governed or is_verdict or is_told else None
        return self._in_place(at)

    def _in_place(self, at: int) -> Crowd | None:
        """Read a view that is told of a place alone: “the talk of the canteen was that”."""
        after = self._words(at + 2, _SPAN)
        verb = next(
            (number for number, word in enumerate(after) if word in ("is", "was", "holds", "has", "goes")), None
        )
        is_taken_up = not {"this", "that", "these", "such"}.isdisjoint(after[:2])
        is_led = at < _BACK and self._low[at + 1] in _INNER and not is_taken_up
        if verb is None or not is_led or not {"that", QUOTED}.intersection(after[verb + 1 : verb + 3]):
            return None
        last = at + 1 + verb
        return Crowd(self._tokens[0].start, self._tokens[last].end, self._tokens[last].end, self._low[at], False, False)

    def _owner(self, at: int) -> Crowd | None:
        """Read “experts’ advice is that” and “residents’ comments were blunt”."""
        if not self._phrases.is_crowd(self._low[at].rstrip("’'")) or _COPULAS.isdisjoint(self._words(at + 2, 3)):
            return None
        token = self._tokens[at]
        return Crowd(token.start, token.end, token.end, self._low[at].rstrip("’'"), False, False)
