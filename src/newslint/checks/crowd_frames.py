"""Read who tells something by the frames of English: who it is, how it is told, and that a claim follows.

`crowd_phrases` reads what is plain by its words alone. Here many more words may tell something, and so it holds only
where a sentence is about something of which the article tells nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from newslint.checks.crowd_nouns import Phrase, PhraseReader
from newslint.checks.crowd_phrases import CERTAIN, QUOTED, Crowd, Token
from newslint.language.lexicon import Lexicon
from newslint.language.speech.cues import forms_of
from newslint.records import NamedTuple

__all__ = ["FrameReader", "Telling", "telling_of"]

_STARTS = frozenset(
    ", ; : — – ( “” but and while though although yet as because where so what how that if since whereas or".split()
)
_AFTER_HEAD = frozenset(
    "of in at on near nearby close familiar with from who whose around outside inside within behind along across by "
    "involved briefed living working there here up aware back for under over south north east west downstream "
    "upstream opposite privy that against to aged both alike".split()
)
_BE = frozenset("is are was were be been being r remain remained".split())
_HAVE = frozenset("have has had having ’ve".split())
_MODAL = frozenset("will would can could may might must should do does did to".split())
_ADVERBS = frozenset(
    "now still also long even often never already themselves himself herself all both just so then since ever once "
    "always not almost too first later soon again meanwhile instead quietly more than rather merely either each".split()
)
# “were quick to proclaim”, “have come forward to allege”, “have taken to calling”, “have learned to distrust”.
_ON_TO = frozenset(
    "quick keen first last ready eager happy prone inclined forward taken took learned learnt continue continued "
    "continues begin began begun start started tend tended tends seem seemed seems appear appeared appears "
    "able loath slow going used ought united unanimous content minded likely".split()
)
_MINDED = CERTAIN | frozenset(
    "aghast alarmed amazed angered annoyed appalled apprehensive anxious astonished baffled bemused bitter bullish "
    "bearish bewildered concerned confused cynical dead-set delighted desperate disappointed disgusted dismayed "
    "disillusioned displeased divided dubious ecstatic embarrassed enraged exasperated excited fed frustrated "
    "frightened glad grateful heartbroken horrified hurt impatient impressed incredulous indignant insistent irate "
    "jubilant keen mystified nervous optimistic outraged perplexed persuaded petrified pleased positive proud puzzled "
    "relieved resentful resigned sad satisfied scared scathing seething shaken shocked sorry split suspicious stunned "
    "surprised terrified thrilled troubled unanimous uneasy unimpressed unmoved unpersuaded upset wary weary".split()
)
_IDIOMS = (
    ("let", "it", "be", "known"), ("let", "it", "be", "understood"), ("let", "slip"), ("let", "on"), ("let", "be"),
    ("made", "clear"), ("make", "clear"), ("made", "it", "clear"), ("make", "it", "clear"), ("made", "plain"),
    ("would", "rather"), ("would", "sooner"), ("have", "it"), ("has", "it"), ("had", "it"), ("tell", "it"),
    ("see", "it"), ("sees", "it"), ("saw", "it"), ("call", "it"), ("hear", "it"), ("put", "it"), ("bear", "out"),
    ("call", "for"), ("called", "for"), ("take", "issue"), ("took", "issue"), ("cry", "foul"), ("cried", "foul"),
    ("point", "out"), ("pointed", "out"), ("points", "out"), ("lash", "out"), ("lashed", "out"), ("read", "it"),
    ("slip", "that"), ("said", "so"), ("sum", "up"), ("take", "the", "view"), ("took", "the", "view"),
    ("have", "no", "doubt"), ("had", "no", "doubt"), ("has", "no", "doubt"), ("have", "their", "doubts"),
)  # fmt: skip
_OF = frozenset("of about at over against for how".split())
_PASSIVE = frozenset("by as".split())
_DONE_TO = frozenset("to of with in for".split())
_NO_OBJECT = frozenset(
    ", . ; : ) to of in on at by for from with up off back police 911 999 out over under emergency home it into around "
    "as and or but was were is are".split()
)
_SET_OFF = frozenset((",", ":", ".", "that", "how", "why", "whether", QUOTED, "—", "–"))
_BEFORE_NOUN = frozenset(
    "the a an of in on at for from with by his her their its this these those no any some many more".split()
)
_THERE = frozenset("him her them his one each me".split())
_RELATIVE = frozenset("who that which whom to not if whether than".split())
_NO_CLAIM = frozenset("benefits victory responsibility credit compensation damages refunds expenses asylum".split())
_NO_CONTENT = frozenset("for with from on and or of in at into over up out off back away down through".split())
_LONGEST = 18  # words of what describes people
_ASIDE = 12  # words between commas
_AT_END = 14  # words of a tag that ends a sentence
_SENTENCE_ENDS = frozenset((".", "!", "?"))


class Telling(NamedTuple):
    """The forms of verbs that tell something, with the class of their verb and their kinds."""

    forms: Mapping[str, frozenset[tuple[str, str]]]
    views: frozenset[str]


@lru_cache(maxsize=16)
def telling_of(classes: tuple[tuple[str, ...], ...], views: tuple[str, ...], lexicon: Lexicon) -> Telling:
    """Return the forms of verbs that take a clause, are set off, judge or speak of something."""
    forms: dict[str, set[tuple[str, str]]] = {}
    for name, verbs in zip(("clause", "set-off", "judge", "speak"), classes, strict=True):
        for verb in verbs:
            for form, kind in forms_of(verb, lexicon):
                forms.setdefault(form, set()).add((name, kind))
    return Telling({form: frozenset(kinds) for form, kinds in forms.items()}, frozenset(views))


class FrameReader:
    """Read the nameless source of a sentence by frames."""

    def __init__(self, tokens: Sequence[Token], phrases: PhraseReader, telling: Telling) -> None:
        self._tokens = tokens
        self._phrases = phrases
        self._telling = telling
        self._low = [token.text.lower() for token in tokens]
        self._is_quoting = QUOTED in self._low

    def read(self) -> Crowd | None:
        """Return the nameless source of the sentence, if it has one."""
        low, forms = self._low, self._telling.forms
        places = (at for at, word in enumerate(low) if at == 0 or word in forms or low[at - 1] in _STARTS)
        return next((crowd for at in places if (crowd := self._read_at(at)) is not None), None)

    def _read_at(self, at: int) -> Crowd | None:
        if at == 0 or (self._low[at - 1] in _STARTS and not self._is_apposed(at)):
            phrase = self._phrases.read(at)
            if phrase is not None and self._tells(phrase):
                return self._crowd(at, phrase, is_subject=True)
        return self._read_tag(at)

    def _crowd(self, at: int, phrase: Phrase, is_subject: bool) -> Crowd:
        tokens, head = self._tokens, phrase.head
        reach = head + 1
        while reach < len(tokens) and reach < head + _LONGEST and self._low[reach] not in self._telling.forms:
            if tokens[reach].text[:1].isupper() or self._low[reach] in _STARTS:
                break
            reach += 1
        noun = self._low[head]
        return Crowd(tokens[at].start, tokens[head].end, tokens[reach - 1].end, noun, not phrase.is_plural, is_subject)

    def _is_apposed(self, at: int) -> bool:
        """Tell whether words stand in apposition to a name: “Ana Roe, a tenant”."""
        is_name = at > 2 and self._low[at - 1] == "," and self._tokens[at - 2].text[:1].isupper()
        return is_name and self._low[at] in ("a", "an", "one", "another")

    # After its subject

    def _tells(self, phrase: Phrase) -> bool:
        """Tell whether a verb of telling follows people and what describes them."""
        at: int | None = phrase.head + 1
        if self._word(at) == ",":
            at = self._after_aside(phrase.head + 1)
        if at is None:
            return False
        if self._is_told(at, phrase):
            return True
        return self._is_description(at) and self._is_told_after(at, phrase)

    def _word(self, at: int | None) -> str:
        return self._low[at] if at is not None and 0 <= at < len(self._low) else ""

    def _after_aside(self, comma: int) -> int | None:
        """Return where a sentence goes on after an aside in commas; one that begins with a name tells who it is."""
        if self._tokens[comma + 1 : comma + 2] and self._tokens[comma + 1].text[:1].isupper():
            return None
        end = min(len(self._low), comma + 1 + _ASIDE)
        return next((at + 1 for at in range(comma + 2, end) if self._low[at] == ","), None)

    def _is_description(self, at: int) -> bool:
        word = self._word(at)
        is_participle = word.endswith("ing") and self._tokens[at].text.islower()
        return word in _AFTER_HEAD or is_participle

    def _is_told_after(self, start: int, phrase: Phrase) -> bool:
        """Tell whether a verb of telling ends what describes people: no other verb and no mark stands before it."""
        at = start + 1
        while at < min(len(self._low), start + _LONGEST):
            word = self._low[at]
            if word == ",":
                after = self._after_aside(at)
                return after is not None and self._is_told(after, phrase)
            if word in _SENTENCE_ENDS or word in (";", ":", QUOTED, "—", "–", "("):
                return False
            before = self._low[at - 1]
            if before not in _RELATIVE and before not in _BEFORE_NOUN and self._is_told(at, phrase):
                return True
            at += 1
        return False

    def _is_told(self, at: int, phrase: Phrase) -> bool:
        """Tell whether a verb group that begins here tells something, in the form that its subject asks for."""
        low, start, helpers = self._low, at, set[str]()
        while at < len(low):
            word = low[at]
            if any(tuple(low[at : at + len(idiom)]) == idiom for idiom in _IDIOMS if idiom[0] == word):
                return True
            if word in _BE:
                helpers.add("be")
            elif word in _HAVE:
                helpers.add("have")
            elif word in _MODAL and (word != "to" or at > start):
                helpers.add("base")
            elif word in _ON_TO and "to" in low[at + 1 : at + 4]:
                at = low.index("to", at + 1)
                helpers.add("base")
            elif not self._is_adverb(at, word):
                break
            at += 1
        return at < len(low) and self._tokens[at].text.islower() and self._is_claimed(at, helpers, phrase)

    def _is_adverb(self, at: int, word: str) -> bool:
        if word in _ADVERBS:
            return True
        return word.endswith("ly") and word not in self._telling.forms

    def _is_claimed(self, at: int, helpers: set[str], phrase: Phrase) -> bool:
        word, after = self._low[at], self._word(at + 1)
        if "be" in helpers and word in _MINDED and after not in _PASSIVE:
            return after in ("that", "about", "of", "by", "with", "over", "it", "he", "she", "they", "the") or (
                after in ("at", "to") and word != "split"
            )
        kinds = self._telling.forms.get(word, frozenset())
        fitting = frozenset(name for name, kind in kinds if self._fits(kind, helpers, phrase))
        return bool(fitting) and self._has_content(at, fitting, is_past=any(kind == "past" for _, kind in kinds))

    @staticmethod
    def _fits(kind: str, helpers: set[str], phrase: Phrase) -> bool:
        """Tell whether a form of a verb fits its helpers and its subject; what is told to people is passive."""
        if "base" in helpers:
            return kind == "base" or (kind == "ing" and "be" not in helpers)
        if "be" in helpers:
            return kind == "ing"
        if "have" in helpers:
            return kind in ("past", "participle")
        return kind == "past" or kind == ("base" if phrase.is_plural else "third")

    def _has_content(self, at: int, names: frozenset[str], *, is_past: bool) -> bool:
        """Tell whether what follows a verb is what is told."""
        low, word, after = self._low, self._low[at], self._word(at + 1)
        rest = low[at + 1 :]
        if after in _PASSIVE or (is_past and after == "of" and word in ("accused", "suspected", "convicted")):
            return False
        if "judge" in names and after not in _NO_OBJECT and after and (not after.endswith("ly") or self._is_quoting):
            is_placed = word.startswith(
                ("put", "place", "peg", "view", "see", "saw", "sum", "consider", "rate", "paint")
            )
            return not is_placed or not {"at", "as", "up", "down", QUOTED}.isdisjoint(rest[:7])
        beyond = rest[1:2] if after.endswith("ly") else rest[:1]
        if "speak" in names and beyond and beyond[0] in _OF:
            return True
        if "set-off" in names and after in _SET_OFF and not (after in (",", ".") and not self._is_parenthesis(at)):
            return True
        return "clause" in names and self._is_clause(at, after)

    def _is_parenthesis(self, at: int) -> bool:
        """Tell whether a mark or quoted words stand before the subject of a verb, so that what is told is around it."""
        return self._is_quoting or "," in self._low[max(0, at - _AT_END) : at]

    def _is_clause(self, at: int, after: str) -> bool:
        word = self._low[at]
        if after in _SENTENCE_ENDS or after in ("", ",", ";"):
            return self._is_parenthesis(at)
        if after in _THERE and word.startswith(("tell", "told")):
            return False
        return after not in _NO_CLAIM and after not in _NO_CONTENT

    # Before its subject

    def _read_tag(self, at: int) -> Crowd | None:
        """Read people after their verb: “…,” confessed a producer; “so say her partners”."""
        if at == 0 or at + 1 >= len(self._low) or self._low[at] not in self._telling.forms:
            return None
        before = self._low[at - 1]
        is_late = before == "," and len(self._low) - at <= _AT_END and self._low[-1] in _SENTENCE_ENDS
        if before not in (QUOTED, "so") and not is_late:
            return None
        start = at + 1
        while self._is_adverb(start, self._word(start)):
            start += 1
        phrase = self._phrases.read(start)
        if phrase is None or not any(self._fits(kind, set(), phrase) for _, kind in self._telling.forms[self._low[at]]):
            return None
        return self._crowd(start, phrase, is_subject=True)
