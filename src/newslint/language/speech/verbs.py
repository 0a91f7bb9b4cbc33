"""Recognise the verb groups that cue words head."""

from __future__ import annotations

from newslint.language.speech.cues import FEATURES, adjective_cues, verb_cues
from newslint.language.speech.document_phrases import document_before
from newslint.language.speech.noun_phrases import NounPhrases
from newslint.language.speech.speech_acts import TokenView, VerbGroup
from newslint.language.speech.tables import WORDS, Table
from newslint.language.speech.word_classes import BITS, NOTHING
from newslint.language.units.tokens import (
    ADJ_CUE,
    ADV,
    AUX,
    BE,
    CONJ,
    CUE,
    DET,
    ED,
    NAME,
    NOUN_CUE,
    PLURAL,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    SUB,
    TIME,
    VERB,
    Tokens,
)

# Words whose infinitive goes with their subject: “Roe refused to say”.
_CONTROLS = frozenset(
    "going able want wants wanted went on continued continues began begins decided ready set used has have had seems "
    "seemed seem appears appeared appear hoping hopes hoped trying tried tries expected likely eager quick refused "
    "refuses declined declines came seeking sought seeks plans planned forced happy proud managed chose quick willing "
    "unwilling reluctant prepared needs needed failed sure".split()
)

_NO_ADJECTIVE = POSS | NAME | VERB | AUX | PREP | PUNCT | CUE | ED | DET | PRON | QUOTE | REL
# Words with an article's flag that may be a subject, or belong to one as a whole.
_NO_ARTICLE = PRON | AUX | REL | NAME | PLURAL
_INDEFINITE = frozenset(["a", "an", "another"])
_SEVERAL = frozenset("these those some many several few both all most other such more various certain".split())
_SOMEBODY = BITS["role"] | BITS["collective"]
_MEANS = frozenset("telephone phone email e-mail letter text fax radio video message post".split())
# Whether a cue word is a verb where it stands. `verb` has the features of `cues`; `before` and `after` are the words
# beside it, auxiliaries included.
VERBS = Table(
    {"verb": FEATURES, "before": WORDS, "after": WORDS},
    """
    in capitals: verb capital -heading, before -nothing => not
        The mayor Calls On Ada Roe to resign.
    noun before a verb: verb homograph base|third, verb -helped, before -pron|rel|conj,
            after aux|verb|ed -det|name|pron => not
        The mayor fixed safety issues raised by nobody.
    after an article and an adverb: verb after-article base|third -helped, before adv -pron => not
        The only hope now is the board.
    name of a thing: verb naming past -helped, after name|quote -pron => verb after a definite
        Ben Doe leads a club called Safe Harbour.
    noun in a list: verb homograph third, before comma, after conj => not
        The mayor left notes, claims and bills.
    infinitive of a finite verb: verb to finite => not
        Harbour House is a place to offer support.
    infinitive: verb to => infinitive
        We need <to remember> {what the pier is for}.
    after an article: before det|poss -pron|aux|rel => not
        Ben Doe has yet to win any claims.
    participle without an auxiliary: verb participle -helped => not
        For a house not known for its lamps, the hall is bright.
    past before by: verb past -helped, after by => not
        Nobody was hurt in a video posted by the union.
    past before a time: verb past object -quote -helped, after time => not
        Nobody liked the plan released Tuesday.
    participle beside a quotation: verb ing finite quote -be, before comma|quote => verb
        [Ada Roe] wrote to the board, <threatening> {“a long strike”}.
    participle before that: verb ing finite that -be, after that => verb
        [Ada Roe] sat down, <maintaining> {that she would leave}.
    participle of a finite verb: verb ing finite -be => not
        The board did not answer a request seeking access.
    with an auxiliary: verb helped => verb
        [She] <sought to reassure> {tenants}.
    past or participle: verb past|ing => verb
        [The mayor] calmed tenants by <saying> {“Nobody must leave.”}
    first word: before nothing => not
        Insists the mayor, and the board would not.
    after this or that: verb third, before det pron => not
        Ben Doe won both states.
    base form after one: before one => not
        Ben Doe stopped at one point to eat.
    base form after he: verb base, before he-she-it => not
        Does he know what a pier is?
    base form after a pronoun: verb base, before pron|rel|conj|aux => verb
        [They] <want> {safe streets}.
    everyday verb: verb base everyday, before -prep|mark|to|det|poss => verb
        [Nine in 10] <say> {the pier is safe}.
    base form after a crowd: verb base noun, before name plural collective => verb
        [Analysts] <hope> {the pier is safe}.
    noun after a name: verb base noun, before name plural => not
        Jobs report: a lift for the mayor.
    base form after a plural: verb base, before plural|comma|adv|plural-word => verb
        [The tenants] <want> {safe streets}.
    base form in a heading: verb base heading -homograph, before name => verb
        # [Mayor] <vow> {to rebuild the pier}
    base form before that: verb base that, before -prep|mark|det|poss|ing|ed|verb|nothing or time, after that
            => verb after a plural
        [Tenants of the house] <note> {that the pier is safe}.
    base form after a noun: verb base quote -homograph, before -prep|mark|det|poss|ing|ed|verb|nothing or time
            => verb after a plural
        [Tenants of the house] <complain>: {“The pier is not safe.”}
    base form after a document: verb base that quote, before -mark|conj|nothing => verb after a document
        [Documents seen by the board] <show> {the pier is safe}.
    base form: verb base => not
        Let the mayor criticize the board.
    rare verb after a name: verb rare third -helped, before name, after that|quote|colon => verb after a noun phrase
        [Ada Roe] <states> {that the pier is safe}.
    rare verb: verb rare base|third -helped, before -pron|rel|document|role|adv => not
        The board met the governors of large states who had a plan.
    noun or verb: verb noun, before -pron|rel|conj|comma|adv|name => verb after a noun phrase
        The mayor will make promises of all kinds.
    third person after a subject: before pron|rel|conj|comma|adv|name => verb
        [Ada Roe, the mayor], <praises> {the union}.
    third person after a relative clause: verb third quote|that, before ed => verb after a relative clause
        [A woman who asked not to be named] <says> {the pier is safe}.
    third person after no noun: before prep|mark|num|ed|ing|verb -document|closing-bracket => not
        The ferry stops on the way to the 35 posts that have a harbour.
    homograph after a noun: verb homograph third -helped => verb after a noun phrase
        They like dull press releases that rhyme.
    third person: => verb
        [The mayor] <insists> {the pier is safe}.
    """,
)


class VerbGroups(TokenView):
    """Recognise the verb groups that cue words head."""

    __slots__ = ("adjectives", "cues", "heading")

    def __init__(self, tokens: Tokens, phrases: NounPhrases, *, is_heading: bool) -> None:
        super().__init__(tokens, phrases)
        self.heading = FEATURES["heading"] if is_heading else 0
        self.cues = verb_cues(tokens.lexicon)
        self.adjectives = adjective_cues(tokens.lexicon)

    def recognise(self, place: int, begin: int, end: int) -> VerbGroup | None:
        """Return the verb group around a cue word, or None where the word is not a verb here."""
        flags = self.flags
        cue = self.cues[self.lower[place]]
        start, features = self._helpers(place, begin)
        if begin < start < place and flags[start - 1] & (DET | POSS) and not flags[start - 1] & _NO_ARTICLE:
            features |= FEATURES["after-article"]
        features |= cue.features | self.heading | FEATURES["capital"] * bool(flags[place] & NAME)
        before = flags[place - 1] if place > begin else NOTHING
        outcome = VERBS.decide(features, before, self._after(place + 1, end))
        if outcome == "not" or (outcome.startswith("verb after") and not self._follows(outcome, place, begin)):
            return None
        if outcome == "infinitive":
            return VerbGroup(place, start, cue, features)
        has_be = bool(features & FEATURES["be"])
        if self._is_adjective(place, end) if has_be else self._describes(place, features, begin, end):
            return None
        passive = has_be and cue.form in ("past", "participle")
        features |= FEATURES["passive"] * passive
        return VerbGroup(place, start, cue, features, passive=passive, participle=cue.form == "ing" and not has_be)

    def _after(self, place: int, end: int) -> int:
        """Return the classes of the word behind a verb; “by telephone” counts as none."""
        return self.flags[place] if place < end and not self._names_means(place) else NOTHING

    def _names_means(self, place: int) -> bool:
        """Tell whether a way to speak stands at a place, and nobody who spoke: “by telephone”."""
        return self.lower[place] == "by" and not _MEANS.isdisjoint(self.lower[place + 1 : place + 2])

    def _helpers(self, place: int, begin: int) -> tuple[int, int]:
        """Return where the auxiliaries and adverbs before a verb begin, and which features they give it."""
        flags, lower = self.flags, self.lower
        start, features = place, 0
        back = place - 1
        while back >= begin:
            flag = flags[back]
            if flag & AUX:
                features |= FEATURES["helped"] | FEATURES["be"] * bool(flag & BE)
                start = back
                if flag & (PRON | REL):
                    break
            elif flag & ADV and not flag & (PREP | NAME | TIME):
                start = back
            elif lower[back] == "to" and back > begin and not features & FEATURES["helped"]:
                if lower[back - 1] not in _CONTROLS:
                    return back, features | FEATURES["to"]
                features |= FEATURES["helped"]
                start = back = back - 2 if lower[back - 1] == "on" and back - 2 >= begin else back - 1
            else:
                break
            back -= 1
        return start, features

    def _describes(self, place: int, features: int, begin: int, end: int) -> bool:
        """Tell whether a participle stands between an owner and a cue noun: “her sharp and repeated claim”."""
        flags = self.flags
        if features & FEATURES["helped"] or not flags[place] & ED:
            return False
        if place + 1 >= end or not flags[place + 1] & NOUN_CUE:
            return False
        at = place - 1
        while at > max(begin, place - 5) and not flags[at] & _NO_ADJECTIVE:
            at -= 1
        return at >= begin and bool(flags[at] & POSS)

    def _is_adjective(self, place: int, end: int) -> bool:
        """Tell whether a word is a cue as an adjective here: “is worried that …”."""
        leads = self.adjectives.get(self.lower[place]) if self.flags[place] & ADJ_CUE else None
        return leads is not None and place + 1 < end and self.lower[place + 1] in leads

    def _follows(self, outcome: str, place: int, begin: int) -> bool:
        """Tell whether what a row of `VERBS` asks for stands before a word, which is then its verb."""
        if outcome == "verb after a plural":
            return self._follows_plural(place, begin) or document_before(self, place - 1, begin) is not None
        if outcome == "verb after a document":
            return document_before(self, place - 1, begin) is not None
        if outcome == "verb after a relative clause":
            return "who" in self.lower[max(begin, place - 16) : place]
        head = self.phrases.leftward(place - 1, begin)
        if outcome == "verb after a definite":
            return head is None or self.lower[head[0]] not in _INDEFINITE or bool(self.flags[place - 1] & _SOMEBODY)
        return head is not None and bool(self.flags[head[0]] & (DET | NAME)) and self.lower[head[0]] not in _SEVERAL

    def _follows_plural(self, place: int, begin: int) -> bool:
        """Tell whether a clause begins with a plural noun and nothing but what belongs to it stands before a word."""
        head = self.phrases.leftward(place - 1, begin)
        if head is None or (head[0] > begin and not self.flags[head[0] - 1] & (PUNCT | CONJ | SUB | QUOTE)):
            return False
        flags, last = self.flags, head[0]
        while last + 1 < head[1] and not flags[last + 1] & (PREP | PUNCT | REL | CONJ):
            last += 1
        is_joined = last + 1 < head[1] and self.lower[last + 1] == "and"
        return is_joined or bool(flags[last] & (PLURAL | BITS["collective"] | BITS["plural-word"]))
