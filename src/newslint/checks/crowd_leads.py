"""Read nameless people to whom words other than verbs lead: “by the reckoning of old hands”, “to her admirers”."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.checks.crowd_nouns import Phrase, PhraseReader
from newslint.checks.crowd_phrases import QUOTED, Crowd, Token
from newslint.checks.crowd_verbs import FEELINGS, Telling

__all__ = ["LeadReader"]

_STARTS = frozenset(", ; : — – ( “” but and while though although yet as because where so that is was are were".split())
_AMONG = frozenset("of among from in on between across by at with around given".split())
_GOVERNORS = frozenset("in by to from at on under with through going listen".split())
_COPULAS = frozenset("is was are were holds held has had goes seems remains place leans".split())
_QUANTITIES = frozenset("many much most some several a certain growing the".split())
_TO_WHOM = frozenset("is was are were seems seemed looks looked feels felt remains means meant has had came".split())
_OPENS_CLAUSE = frozenset(", the a an it this that he she they there is was".split())
# What leads to a source by itself: “going by the locals”, “if the bookmakers are to be believed”.
_PHRASES: tuple[tuple[str, ...], ...] = tuple(
    tuple(each.split())
    for each in (
        "according to", "going by", "as per", "per", "to hear", "from what we hear from", "from what we gather from",
        "ask", "listen to", "for", "to", "if", "with", "among", "as far as", "if you ask", "if you listen to",
        "judging by", "to go by", "to judge by", "from what", "in talks with", "in conversation with",
    )
)  # fmt: skip
_PLAIN = frozenset(
    {
        ("according", "to"), ("going", "by"), ("as", "per"), ("per",), ("judging", "by"), ("to", "go", "by"),
        ("to", "judge", "by"),
    }
)  # fmt: skip
_HELD = {
    "from": frozenset({"say", "tell", "claim", "hear", "remember", "report"}),
    "if": frozenset({"believed", "trusted", "go", "say", "listened"}),
    "to": frozenset({"tell"}),
    "ask": frozenset({"say", "tell", "hear", "agree", "insist", "swear", "answer"}),
    "with": frozenset({"mind"}),
    "as": frozenset({"concerned"}),
}
# What everybody is said to hold, and to whom anybody may turn.
_SHARED = frozenset(
    "common general popular universal received conventional prevailing widespread local parish canteen saleyard "
    "village town dressing-room locker-room public majority".split()
)
_HOLDINGS = frozenset(
    "consent opinion wisdom belief view views feeling consensus agreement verdict lore talk gossip sentiment mood "
    "estimation reckoning perception".split()
)
_STIRRED = frozenset(
    form
    for stem in "anger alarm delight upset infuriat frustrat puzzl baffl dismay unsettl outrag enrag incens divid "
    "irritat annoy horrif disappoint exasperat perplex mystif pleas rattl unnerv galvanis galvaniz surpris stunn appal "
    "appall impress unimpress underwhelm bemus shock".split()
    for form in (f"{stem}ed", f"{stem}ied", f"{stem}ing", f"{stem}s", f"{stem}es", "upset", "split")
)
_CRIES = frozenset(
    "shouts shout cries cry calls call chants chant jeers boos yells mutters mutterings grumbles groans "
    "complaints screams whispers howls".split()
)
_ASKED = (
    ("depending", "on", "whom", "you"), ("depending", "on", "who", "you"),
    ("depending", "on", "which"), ("one", "school", "of", "thought"), ("so", "they", "say"), ("so", "we", "hear"),
    ("so", "the", "story"), ("as", "the", "story", "goes"), ("if", "the", "talk"), ("if", "you", "believe"),
    ("by", "most", "accounts"), ("by", "all", "accounts"), ("by", "some", "accounts"), ("as", "rumour", "has"),
    ("as", "rumor", "has"), ("as", "legend", "has"),
)  # fmt: skip


def _by_first(rows: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Return rows of words by the first word of each."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


_PHRASES_BY_FIRST, _ASKED_BY_FIRST = _by_first(_PHRASES), _by_first(_ASKED)
_FIRSTS = frozenset(lead[0] for lead in (*_PHRASES, *_ASKED)) | _SHARED | _STIRRED
# What is told without anybody who told it, and what else such a noun may be of: a paper of some office.
_ACCOUNTS = frozenset("accounts reports rumours rumors gossip chatter whispers tales hearsay versions stories".split())
_RELATING = frozenset("say suggest speak tell put indicate have spoke told said suggested describe described".split())
_KEPT = frozenset(
    "the his her its their our my this these those police court media press news published official company government "
    "financial annual medical bank user quarterly earnings pool wire newspaper federal state local and or".split()
)
# Where people talk: “in the trade they say”.
_CIRCLES = frozenset(
    "trade street streets village villages town market markets bars bar pub pubs cafes terraces corridors "
    "dressing-room locker-room paddock industry business neighbourhood neighborhood square harbour docks quay canteen "
    "barracks valley ranks stands bazaar mosque parish backstage backroom lobby taverns countryside mess wards "
    "staffroom courtrooms halls fields hills islands coast suburbs queue queues saleyards".split()
)
_PLACING = frozenset("in on at around round along across among inside within out up down over".split())
_NEAR = 8  # words
_BACK = 4
_SPAN = 12


class LeadReader:
    """Read the nameless source of a sentence to whom a preposition, a noun or an owner's mark leads."""

    def __init__(self, tokens: Sequence[Token], phrases: PhraseReader, telling: Telling) -> None:
        self._tokens = tokens
        self._phrases = phrases
        self._views = telling.views
        self._forms = telling.forms
        self._low = [token.text.lower() for token in tokens]
        self._firsts = _FIRSTS

    def read(self) -> Crowd | None:
        """Return the nameless source of the sentence, if it has one."""
        if (told := self._told_there()) is not None:
            return self._whole(0, told, told)
        if (told := self._accounts(0)) is not None and self._is_account_told(told):
            return self._whole(0, told, told)
        places = (
            at
            for at, word in enumerate(self._low)
            if word in self._firsts or word in self._views or word in FEELINGS or word[-1] in "’'" or word == QUOTED
        )
        return next((crowd for at in places if (crowd := self._read_at(at)) is not None), None)

    def _read_at(self, at: int) -> Crowd | None:
        word = self._low[at]
        if word == QUOTED:
            return self._of_words(at)
        if (word in self._views or word in FEELINGS) and (crowd := self._of_view(at)) is not None:
            return crowd
        if word.endswith(("’", "'")) and not self._views.isdisjoint(self._words(at + 1, 2)):
            return self._owner(at)
        if word in _STIRRED:
            return self._stirred(at)
        return self._nobodys(at) or self._led(at)

    def _stirred(self, at: int) -> Crowd | None:
        """Read those in whom something is said to stir a feeling: “has angered taxi drivers”."""
        phrase = self._phrases.read(at + 1) if at and at + 1 < len(self._low) else None
        is_verb = self._low[at - 1] not in ("the", "a", "an", "and", "of") and self._tokens[at].text.islower()
        is_some = phrase is not None and phrase.is_plural and self._low[phrase.head] not in ("people", "men", "women")
        return self._crowd(at + 1, phrase) if is_verb and phrase is not None and is_some else None

    def _led(self, at: int) -> Crowd | None:
        """Read people after words that lead to them, the longest that stand here."""
        leads = [lead for lead in _PHRASES_BY_FIRST.get(self._low[at], ()) if self._stands(at, lead)]
        for lead in sorted(leads, key=len, reverse=True):
            start = at + len(lead)
            start += self._words(start, 1) == ["what"]
            phrase = self._phrases.read(start) if start < len(self._low) else None
            if phrase is not None and self._is_held(at, lead, phrase):
                return self._crowd(start, phrase)
            if phrase is None and lead in _PLAIN and (told := self._accounts(start)) is not None:
                return self._whole(start, told, told)
        return None

    def _accounts(self, start: int) -> int | None:
        """Return the noun of accounts that nobody is said to have given: “eyewitness accounts”."""
        for at in range(start, min(len(self._low), start + _BACK)):
            word = self._low[at]
            if word in _ACCOUNTS:
                nexts = [token.text for token in self._tokens[at + 1 : at + 3]]
                # Who gave them is told: “reports by the Institute”, “accounts Roe gave”.
                is_named = any(text[:1].isupper() for text in nexts[: 1 + (nexts[:1] in (["by"], ["of"], ["in"]))])
                return None if is_named else at
            if word in _KEPT or not (self._tokens[at].text.islower() or at == 0):
                return None
        return None

    def _stands(self, at: int, words: tuple[str, ...]) -> bool:
        return tuple(self._low[at : at + len(words)]) == words

    def _words(self, at: int, count: int) -> list[str]:
        return self._low[max(0, at) : max(0, at + count)]

    def _before(self, at: int, count: int) -> list[str]:
        return self._low[max(0, at - count) : at]

    def _crowd(self, start: int, phrase: Phrase) -> Crowd:
        last, tokens = phrase.head, self._tokens
        noun = self._low[phrase.head]
        is_one = not (phrase.is_plural or phrase.is_body)
        return Crowd(tokens[start].start, tokens[last].end, tokens[last].end, noun, is_one, is_subject=False)

    def _whole(self, first: int, last: int, noun: int) -> Crowd:
        tokens = self._tokens
        return Crowd(tokens[first].start, tokens[last].end, tokens[last].end, self._low[noun], False, False)

    def _is_start(self, at: int) -> bool:
        return at <= 0 or self._low[at - 1] in _STARTS

    def _is_held(self, at: int, lead: tuple[str, ...], phrase: Phrase) -> bool:
        """Tell whether people hold what the sentence says, by the words that lead to them and what follows."""
        if lead in _PLAIN or (lead[0] == "from" and len(lead) > 2):
            return self._low[at - 1] != "amount" if at else True
        after = self._words(phrase.head + 1, _SPAN)
        if lead[0] == "among":
            near = (*self._before(at, _NEAR), *after)
            is_view = not self._views.isdisjoint(near) and not _COPULAS.isdisjoint(near)
            return after[:1] not in (["are"], ["were"]) and (is_view or (at == 0 and "," in after and "as" in after))
        if not self._is_start(at):
            return False
        if lead in (("for",), ("to",)):
            return self._is_to_whom(at, lead[0], phrase, after)
        held = _HELD.get(lead[0], frozenset())
        return not held.isdisjoint(after) or lead[:2] == ("listen", "to")

    def _is_to_whom(self, at: int, word: str, phrase: Phrase, after: Sequence[str]) -> bool:
        """Tell whether something is so “for many economists” or “to her admirers”."""
        is_counted = not _QUANTITIES.isdisjoint(self._words(at + 1, 2))
        if (word == "for" and not is_counted) or not (phrase.is_plural or phrase.is_body):
            return False
        return after[:1] != [] and after[0] in _OPENS_CLAUSE and not _TO_WHOM.isdisjoint((*after, *self._before(at, 2)))

    def _nobodys(self, at: int) -> Crowd | None:
        """Read “by common consent”, “popular opinion has it” and “depending on whom you ask”."""
        asked = next((each for each in _ASKED_BY_FIRST.get(self._low[at], ()) if self._stands(at, each)), None)
        if asked is not None:
            return self._whole(at, at + len(asked) - 1, at)
        if self._low[at] not in _SHARED or self._words(at + 1, 1)[:1] == []:
            return None
        held = self._low[at + 1] in _HOLDINGS and self._tokens[at].text[1:].islower()
        is_led = at <= 1 or self._low[at - 1] in ("by", "in", "the", "if", "as")
        is_told = not {*_COPULAS, ","}.isdisjoint(self._words(at + 2, _SPAN))
        return self._whole(at, at + 1, at + 1) if held and is_led and is_told and at < _BACK else None

    def _is_account_told(self, at: int) -> bool:
        """Tell whether accounts are the subject of a sentence and tell something: “reports from the coast say …”."""
        return any(word in _RELATING for word in self._low[at + 1 : at + 1 + _NEAR])

    def _told_there(self) -> int | None:
        """Return the verb of what “they” say at some place: “in the trade they say”."""
        low = self._low
        they = low.index("they") if "they" in low[2:_NEAR] else 0
        is_place = (
            low[0] in _PLACING
            and not _CIRCLES.isdisjoint(low[1:they])
            and all(token.text.islower() for token in self._tokens[1:they] if token.text.isalpha())
        )
        return they + 1 if they and is_place and not self._forms.keys().isdisjoint(self._words(they + 1, 1)) else None

    def _of_words(self, at: int) -> Crowd | None:
        """Read “… was the consensus in the square”, and “shouts of … from party workers”."""
        after = self._words(at + 1, _SPAN)
        verb = next(
            (number for number, word in enumerate(after[:4]) if word in ("is", "was", "became", "become")), None
        )
        view = next((number for number, word in enumerate(after[:7]) if word in self._views), None)
        if verb is not None and view is not None and verb < view and not self._is_owned(at + 1, view):
            return self._whole(at + 1 + view, at + 1 + view, at + 1 + view)
        for number, word in enumerate(after):
            if word in ("by", "from", "among") and (phrase := self._phrases.read(at + 2 + number)) is not None:
                told = self._before(at, _BACK) if word == "from" else self._low[at + 1 : at + 1 + number]
                is_near = not (self._views | _CRIES | self._forms.keys()).isdisjoint(told) or not number
                return self._crowd(at + 2 + number, phrase) if is_near and number < _BACK else None
        return self._by_whom(at)

    def _is_owned(self, start: int, view: int) -> bool:
        """Tell whether a view is somebody's: “her verdict”, “the verdict of Ana Roe”."""
        after = self._tokens[start + view + 2 : start + view + 3]
        is_named = self._words(start + view + 1, 1) == ["of"] and bool(after) and after[0].text[:1].isupper()
        return is_named or not {"his", "her"}.isdisjoint(self._words(start, _SPAN))

    def _by_whom(self, at: int) -> Crowd | None:
        """Read those by whom something is called what is quoted: “described by patients as …”."""
        for start in range(max(0, at - _NEAR), at):
            if self._low[start] == "by" and (phrase := self._phrases.read(start + 1)) is not None:
                return self._crowd(start + 1, phrase) if at - phrase.head <= _BACK else None
        return None

    def _of_view(self, at: int) -> Crowd | None:
        """Read “in the eyes of the rank and file”, “the feeling on the terraces is that”."""
        if not self._words(at + 1, 1) or self._low[at + 1] not in _AMONG:
            return None
        if self._low[at] == "eyes" and self._low[at + 1] != "of":
            return None
        start = at + 2
        phrase = self._phrases.read(start) if start < len(self._low) else None
        before = self._before(at, _BACK)
        if phrase is not None and self._low[at + 1] in ("among", "from") and phrase.is_plural and at > 0:
            return self._crowd(start, phrase)
        if phrase is not None:
            after = self._words(phrase.head + 1, _SPAN)
            is_governed = any(
                each in _GOVERNORS and self._is_start(at - len(before) + number) for number, each in enumerate(before)
            )
            is_verdict = at > 1 and {"is", "was", QUOTED} & set(before) and "that" not in before
            is_told = not _COPULAS.isdisjoint(after) and not {"that", QUOTED, "to"}.isdisjoint(after)
            return self._crowd(start, phrase) if is_governed or is_verdict or is_told else None
        return self._in_place(at) if self._low[at] in self._views else None

    def _in_place(self, at: int) -> Crowd | None:
        """Read a view that is told of a place alone: “the talk of the canteen was that”."""
        after = self._words(at + 2, _SPAN)
        verb = next(
            (number for number, word in enumerate(after) if word in ("is", "was", "holds", "has", "goes")), None
        )
        is_taken_up = not {"this", "that", "these", "such"}.isdisjoint(after[:2])
        is_led = (at < _BACK or self._low[0] == "if") and not is_taken_up
        if is_led and self._low[0] in ("if", "going", "listen") and "talk" in self._low[at : at + 1]:
            return self._whole(0, at, at)
        if verb is None or not is_led or not {"that", QUOTED}.intersection(after[verb + 1 : verb + 3]):
            return None
        return self._whole(0, at + 1 + verb, at)

    def _owner(self, at: int) -> Crowd | None:
        """Read “experts’ advice is that”, “residents’ comments were blunt” and “by villagers’ own account”."""
        is_held = at and self._low[at - 1] in ("by", "in") and self._is_start(at - 1)
        if not is_held and _COPULAS.isdisjoint(self._words(at + 2, 4)):
            return None
        if not self._phrases.is_crowd(self._low[at].rstrip("’'")):
            return None
        token = self._tokens[at]
        return Crowd(token.start, token.end, token.end, self._low[at].rstrip("’'"), False, False)
