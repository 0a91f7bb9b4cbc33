"""Read who tells something by the frames of English: who it is, how it is told, and that a claim follows.

`crowd_phrases` reads what is plain by its words alone. Here many more words may tell something, and so it holds only
where a sentence is about something of which the article tells nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.checks.crowd_nouns import Phrase, PhraseReader
from newslint.checks.crowd_phrases import CERTAIN, QUOTED, Crowd, Token
from newslint.checks.crowd_verbs import FEELINGS, Telling

__all__ = ["FrameReader"]

_STARTS = frozenset(
    ", ; : — – ( “” but and while though although yet as because where so what how that if since whereas or when "
    "there’s there's".split()
)
_COUNTERS = frozenset("some many most several".split())
_AFTER_HEAD = frozenset(
    "of in at on near nearby close familiar with from who whose around outside inside within behind along across by "
    "involved briefed living working there here up aware back for under over south north east west downstream "
    "upstream opposite privy that against to aged both alike based".split()
)
_BE = frozenset("is are was were be been being r remain remained".split())
_HAVE = frozenset("have has had having ’ve".split())
_MODAL = frozenset("will would can must should do does did to".split())
# What people might say nobody has said.
_MAYBE = frozenset("may might could".split())
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
    "surprised terrified thrilled troubled unanimous uneasy unimpressed unmoved unpersuaded upset wary weary united "
    "agreed sold turned bored tired sick critical dismissive effusive lukewarm blunt unequivocal clear disillusioned "
    "adamant unrepentant defiant".split()
)
_IDIOMS = (
    ("let", "it", "be", "known"), ("let", "it", "be", "understood"), ("let", "slip"), ("let", "on"), ("let", "be"),
    ("made", "clear"), ("make", "clear"), ("made", "it", "clear"), ("make", "it", "clear"), ("made", "plain"),
    ("would", "rather"), ("would", "sooner"), ("have", "it"), ("has", "it"), ("had", "it"), ("tell", "it"),
    ("see", "it"), ("sees", "it"), ("saw", "it"), ("call", "it"), ("hear", "it"), ("put", "it"), ("bear", "out"),
    ("call", "for"), ("called", "for"), ("take", "issue"), ("took", "issue"), ("cry", "foul"), ("cried", "foul"),
    ("point", "out"), ("pointed", "out"), ("points", "out"), ("lash", "out"), ("lashed", "out"), ("read", "it"),
    ("slip", "that"), ("said", "so"), ("sum", "up"), ("take", "the", "view"), ("took", "the", "view"),
    ("lets", "slip"), ("lets", "on"), ("lets", "it"), ("spills", "that"), ("spill", "that"), ("spilled", "that"),
    ("or", "so", "they"), ("so", "they", "’ll"), ("swear", "by"), ("swears", "by"), ("dropped", "hints"),
    ("put", "about"), ("call", "on"), ("called", "on"), ("calls", "on"), ("up", "in", "arms"), ("in", "no", "doubt"),
    ("in", "two", "minds"), ("at", "a", "loss"), ("of", "the", "view"), ("full", "of"), ("have", "had", "enough"),
    ("had", "enough"), ("lost", "patience"), ("draw", "parallels"), ("puts", "it"),
    ("would", "have", "you"), ("see", "no"), ("sees", "no"), ("saw", "no"),
    ("had", "the", "same"), ("have", "the", "same"), ("tell", "the", "same"), ("told", "the", "same"),
    ("has", "the", "same"), ("had", "one", "word"), ("have", "one", "word"), ("tell", "a", "similar"),
    ("share", "the", "view"), ("shared", "the", "view"), ("of", "one", "mind"),
    ("have", "no", "doubt"), ("had", "no", "doubt"), ("has", "no", "doubt"), ("have", "their", "doubts"),
)  # fmt: skip
# “Councillors are understood to have wanted”; “were united in”, “are sold on”.
_SUPPOSED = frozenset("understood said believed thought reported rumoured rumored known reckoned".split())
_OF = frozenset("of about at over against for how".split())
_PLACED = frozenset(("at", "as", "up", "down", "among", "a", "an", "little", "no", QUOTED))
_PASSIVE = frozenset("by as".split())
_NO_OBJECT = frozenset(
    ", . ; : ) to of in on at by for from with up off back police 911 999 out over under emergency home it into around "
    "as and or but was were is are".split()
)
_SET_OFF = frozenset((",", ":", ".", "that", "how", "why", "whether", QUOTED, "—", "–"))
_BEFORE_NOUN = frozenset(
    "the a an of in on at for from with by his her their its this these those no any some many more".split()
)
_DUMMIES = frozenset("there it".split())
_AFTER_ANOTHER = ("after", "another")
_TO_SOMEBODY = frozenset("with for to near by around about beside under know knew".split())
_THERE = frozenset("him her them his one each me".split())
_RELATIVE = frozenset("who that which whom to not if whether than".split())
_NO_CLAIM = frozenset("benefits victory responsibility credit compensation damages refunds expenses asylum".split())
_WARNING = frozenset("warn warns warned warning dream dreamed despair despaired accuse accused".split())
_NO_CONTENT = frozenset("for with from on and or of in at into over up out off back away down through".split())
_NOT_BEFORE = frozenset(
    "of in on at for from with by to the a an his her their its this that these those no any than as how like not so "
    "too very all both just over under about after before into between per what".split()
)
# What may stand before it.
_LIGHT = frozenset(
    "a an the of with in at to some grave deep real serious widespread much great their strong no every".split()
)
# What is mostly so is told of nobody.
_HABITS = frozenset("usually typically generally normally traditionally historically sometimes".split())
_TO_VIEW = 5  # words
_LEAST_QUOTED = 12  # code points, marks included
_PERCEIVED = frozenset("seen heard noticed spotted smelled smelt watched overheard witnessed".split())
_NEAR_WORDS = 9  # between people and what is quoted
_LONGEST = 18  # words of what describes people
_ASIDE = 12  # words between commas
_AT_END = 14  # words of a tag that ends a sentence
_SENTENCE_ENDS = frozenset((".", "!", "?"))


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
        if low[0] in _HABITS:
            return None
        places = (
            at
            for at, word in enumerate(low)
            if at == 0 or word in forms or word in _COUNTERS or low[at - 1] in _STARTS or low[at - 1] in _BE
        )
        return next((crowd for at in places if (crowd := self._read_at(at)) is not None), None)

    def _read_at(self, at: int) -> Crowd | None:
        if self._may_begin(at) and self._low[at] != "another":
            phrase = self._phrases.read(at)
            tells = phrase is not None and (self._tells(phrase) or self._is_there(at, phrase))
            tells = tells or (phrase is not None and self._ends_speech(at, phrase))
            if phrase is not None and (tells or self._is_beside_words(at, phrase)):
                return self._crowd(at, phrase, is_subject=True)
        return self._read_tag(at)

    def _ends_speech(self, at: int, phrase: Phrase) -> bool:
        """Tell whether people and a verb of telling stand after speech: “…,” one trader after another said."""
        before = at - 1 if self._word(at - 1) != "," else at - 2
        if before < 0 or not self._ends_as_speech(before):
            return False
        start = phrase.head + 1
        start += 2 * (tuple(self._low[start : start + 2]) == _AFTER_ANOTHER)
        while self._is_adverb(start, self._word(start)):
            start += 1
        return any(self._fits(kind, set(), phrase) for _, kind in self._telling.forms.get(self._word(start), ()))

    def _is_there(self, at: int, phrase: Phrase) -> bool:
        """Tell whether there are those who tell something: “there are those who maintain”, “it was a clerk who …”."""
        after = phrase.head + 1
        return self._word(at - 2) in _DUMMIES and self._word(after) == "who" and self._is_told(after + 1, phrase)

    def _may_begin(self, at: int) -> bool:
        """Tell whether a subject may begin at a place, also in a clause without its “that”: “a move many call”."""
        before = self._word(at - 1)
        if before == "and" and at > 1 and self._tokens[at - 2].text[:1].isupper():
            return False
        if before == "what" and self._low[at] in _COUNTERS:
            return False  # “what many call”: anybody's word for it
        if at == 0 or (before in _STARTS and not self._is_apposed(at)):
            return True
        if before in _BE:
            return self._word(at - 2) in _DUMMIES or self._word(at - 1) == "how"
        is_free = before not in _NOT_BEFORE and before not in self._telling.forms
        return self._low[at] in _COUNTERS and self._tokens[at - 1].text.isalpha() and is_free

    def _is_beside_words(self, at: int, phrase: Phrase) -> bool:
        """Tell whether people do something with what is quoted: “islanders have had “a bellyful””, “nicknamed it …”."""
        if not self._is_quoting or (at > 2 and self._word(at - 1) != "how"):
            return False
        if self._word(at - 1) == "how":
            return True
        start, end = phrase.head + 1, min(len(self._low), phrase.head + 1 + _NEAR_WORDS)
        for place in range(start, end):
            word = self._low[place]
            if word == QUOTED:
                token = self._tokens[place]
                is_speech = token.end - token.start >= _LEAST_QUOTED and not token.is_title
                return (
                    is_speech
                    and place > start
                    and not any(self._tokens[each].text[:1].isupper() for each in range(start, place))
                )
            if word in _SENTENCE_ENDS or word in (";", ":"):
                return False
        return False

    def _crowd(self, at: int, phrase: Phrase, is_subject: bool) -> Crowd:
        tokens, head = self._tokens, phrase.head
        reach = head + 1
        while reach < len(tokens) and reach < head + _LONGEST and self._low[reach] not in self._telling.forms:
            if tokens[reach].text[:1].isupper() or self._low[reach] in _STARTS:
                break
            reach += 1
        is_one = not (phrase.is_plural or phrase.is_body)
        return Crowd(tokens[at].start, tokens[head].end, tokens[reach - 1].end, self._low[head], is_one, is_subject)

    def _is_apposed(self, at: int) -> bool:
        """Tell whether words stand in apposition to a name: “Ana Roe, a tenant”."""
        is_name = at > 2 and self._low[at - 1] == "," and self._tokens[at - 2].text[:1].isupper()
        return is_name and self._low[at] in ("a", "an", "one", "another")

    # After its subject

    def _tells(self, phrase: Phrase) -> bool:
        """Tell whether a verb of telling follows people and what describes them."""
        start = phrase.head + 1
        start += 2 * (tuple(self._low[start : start + 2]) == _AFTER_ANOTHER)
        at = self._after_aside(start) if self._word(start) == "," else start
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
            is_object = before == "her" and self._low[at - 2] in _TO_SOMEBODY
            is_verb = before not in _RELATIVE and before not in ("and", "or", "but")
            is_verb = is_verb and (is_object or before not in _BEFORE_NOUN)
            if is_verb and self._is_told(at, phrase):
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
            elif word in _MAYBE:
                return False
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
        if "have" in helpers and word in _PERCEIVED and not (phrase.is_plural or phrase.is_body):
            return True
        if "be" in helpers and word in _SUPPOSED and after == "to":
            return True
        if "be" in helpers and word in _MINDED and (after not in _PASSIVE or word not in self._telling.forms):
            return word != "split" or after not in ("at", "to")
        if self._holds_view(at):
            return True
        kinds = self._telling.forms.get(word, frozenset())
        fitting = frozenset(name for name, kind in kinds if self._fits(kind, helpers, phrase))
        return bool(fitting) and self._has_content(at, fitting, is_past=any(kind == "past" for _, kind in kinds))

    def _holds_view(self, at: int) -> bool:
        """Tell whether what people do is to have or show a view: “are losing patience”, “reacted with fury”."""
        if self._low[at] in _BE or self._low[at] in _SENTENCE_ENDS:
            return False
        for place in range(at + 1, min(len(self._low), at + _TO_VIEW)):
            word = self._low[place]
            if word in FEELINGS:
                return self._low[place - 1] not in ("his", "their", "her", "no") or self._low[at] in _HAVE
            if (
                not (word in _LIGHT or word.endswith(("ing", "al", "ous", "ed", "ly")))
                or self._tokens[place].text != word
            ):
                return False
        return False

    @staticmethod
    def _fits(kind: str, helpers: set[str], phrase: Phrase) -> bool:
        """Tell whether a form of a verb fits its helpers and its subject; what is told to people is passive."""
        if "base" in helpers:
            return kind == "base" or (kind == "ing" and "be" not in helpers)
        if "be" in helpers:
            return kind == "ing"
        if "have" in helpers:
            return kind in ("past", "participle")
        if phrase.is_body:
            return kind in ("past", "base", "third")
        return kind == "past" or kind == ("base" if phrase.is_plural else "third")

    def _has_content(self, at: int, names: frozenset[str], *, is_past: bool) -> bool:
        """Tell whether what follows a verb is what is told."""
        low, word, after = self._low, self._low[at], self._word(at + 1)
        rest = low[at + 1 :]
        if after in _PASSIVE or (is_past and after == "of" and word in ("accused", "suspected", "convicted")):
            return False
        if (
            "judge" in names
            and (after not in _NO_OBJECT or (after == "it" and self._is_quoting))
            and after
            and (not after.endswith("ly") or self._is_quoting)
        ):
            is_placed = word.startswith(
                ("put", "place", "peg", "view", "see", "saw", "sum", "consider", "rate", "paint")
            )
            return not is_placed or not _PLACED.isdisjoint(rest[:9]) or any(each.endswith("ing") for each in rest[1:5])
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
        return after not in _NO_CLAIM and (after not in _NO_CONTENT or (after == "of" and word in _WARNING))

    # Before its subject

    def _read_tag(self, at: int) -> Crowd | None:
        """Read people after their verb: “…,” confessed a producer; “so say her partners”."""
        if at == 0 or at + 1 >= len(self._low):
            return None
        before, is_told = self._low[at - 1], self._low[at] in self._telling.forms
        if not is_told and not self._is_speech_tag(at):
            return None
        is_late = before == "," and len(self._low) - at <= _AT_END and self._low[-1] in _SENTENCE_ENDS
        is_aside = before == "," and "," in self._low[at + 2 : at + _ASIDE]
        if before not in (QUOTED, "so") and not is_late and not is_aside:
            return None
        start = at + 1
        while self._is_adverb(start, self._word(start)):
            start += 1
        phrase = self._phrases.read(start)
        if phrase is None:
            return None
        if is_told and not any(self._fits(kind, set(), phrase) for _, kind in self._telling.forms[self._low[at]]):
            return None
        return self._crowd(start, phrase, is_subject=True)

    def _is_speech_tag(self, at: int) -> bool:
        """Tell whether a verb of whatever sense stands after speech and before its subject: “…,” sniffed reviewers."""
        word = self._low[at]
        is_past = word.endswith("ed") and self._tokens[at].text.islower()
        return is_past and self._ends_as_speech(at - 1)

    def _ends_as_speech(self, at: int) -> bool:
        """Tell whether what is quoted goes on in its sentence: at a comma or the mark of a question or a call."""
        return self._low[at] == QUOTED and self._tokens[at].is_open_ended
