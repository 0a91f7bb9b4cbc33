"""Make the forms of English words that rules name in one form only: plurals, and the forms of verbs."""

from __future__ import annotations

from functools import cache

from newslint.language.lexicon import SHIPPED
from newslint.language.speech.cues import forms_of
from newslint.patterns import pattern

# Base, third person, past, participle, -ing form: common verbs that no rule makes. Origin: common facts of English.
_IRREGULAR = """
be is was been being/become becomes became become becoming/break breaks broke broken breaking
bring brings brought brought bringing/build builds built built building/buy buys bought bought buying
catch catches caught caught catching/choose chooses chose chosen choosing/come comes came come coming
cut cuts cut cut cutting/deal deals dealt dealt dealing/do does did done doing/draw draws drew drawn drawing
drive drives drove driven driving/eat eats ate eaten eating/fall falls fell fallen falling/feed feeds fed fed feeding
fight fights fought fought fighting/fly flies flew flown flying/forget forgets forgot forgotten forgetting
get gets got got getting/give gives gave given giving/grow grows grew grown growing/have has had had having
hide hides hid hidden hiding/hit hits hit hit hitting/hold holds held held holding/keep keeps kept kept keeping
lay lays laid laid laying/lead leads led led leading/leave leaves left left leaving/lend lends lent lent lending
let lets let let letting/lie lies lay lain lying/lose loses lost lost losing/make makes made made making
meet meets met met meeting/pay pays paid paid paying/put puts put put putting/quit quits quit quit quitting
ride rides rode ridden riding/ring rings rang rung ringing/rise rises rose risen rising/run runs ran run running
sell sells sold sold selling/send sends sent sent sending/set sets set set setting/shake shakes shook shaken shaking
shoot shoots shot shot shooting/shut shuts shut shut shutting/sing sings sang sung singing/sink sinks sank sunk sinking
sit sits sat sat sitting/sleep sleeps slept slept sleeping/spend spends spent spent spending
split splits split split splitting/spread spreads spread spread spreading/stand stands stood stood standing
steal steals stole stolen stealing/stick sticks stuck stuck sticking/strike strikes struck struck striking
take takes took taken taking/teach teaches taught taught teaching/tear tears tore torn tearing
throw throws threw thrown throwing/undergo undergoes underwent undergone undergoing/wake wakes woke woken waking
wear wears wore worn wearing/win wins won won winning/withdraw withdraws withdrew withdrawn withdrawing
"""
_NOUNS = """
child children/person people/foot feet/tooth teeth/mouse mice/goose geese/half halves/knife knives
leaf leaves/life lives/loaf loaves/self selves/shelf shelves/thief thieves/wife wives/wolf wolves/analysis analyses
basis bases/crisis crises/hypothesis hypotheses/thesis theses/criterion criteria/phenomenon phenomena/hero heroes
potato potatoes/tomato tomatoes/echo echoes/veto vetoes/series series/species species
"""
# One vowel between consonants, at the end of the only syllable: the last letter is doubled (`plan`, `planned`).
_DOUBLES = pattern(r"(?:[^aeiou]*|.*qu)[aeiou][^aeiouwxy]")
_HISSES = ("s", "x", "z", "ch", "sh")
_NO_MEN = frozenset("human superhuman german norman roman ottoman talisman shaman caiman".split())


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    lines = (line.split() for line in _IRREGULAR.replace("\n", "/").split("/") if line.strip())
    return {words[0]: tuple(words) for words in lines}


@cache
def _nouns() -> dict[str, str]:
    pairs = (line.split() for line in _NOUNS.replace("\n", "/").split("/") if line.strip())
    return {line[0]: line[1] for line in pairs}


def plural_of(noun: str) -> str:
    """Return the plural of a noun, or of the head of a phrase: `web site`, `member of staff`."""
    before, of, after = noun.partition(" of ")
    rest, gap, word = before.rpartition(" ")
    return f"{rest}{gap}{_plural(word)}{of}{after}"


def _plural(word: str) -> str:
    lower = word.lower()
    head = lower.rpartition("-")[2]
    if head.endswith("man") and head not in _NO_MEN:
        return word[:-2] + "en"
    if head in _nouns():
        return word[: len(word) - len(head)] + _nouns()[head]
    if lower[-1:] == "y" and lower[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return word[:-1] + "ies"
    return word + ("es" if lower.endswith(_HISSES) else "s")


def verb_forms(verb: str) -> dict[str, str]:
    """Return the forms of a verb, or of a phrase that begins with one, by kind: third, past, participle and ing."""
    word, gap, rest = verb.partition(" ")
    return {kind: f"{form}{gap}{rest}" for kind, form in _forms(word).items()}


def _forms(word: str) -> dict[str, str]:
    if irregular := _verbs().get(word):
        _, third, past, participle, ing = irregular
        return {"third": third, "past": past, "participle": participle, "ing": ing}
    if _DOUBLES.fullmatch(word):
        stem = word + word[-1]
        return {"third": word + "s", "past": stem + "ed", "participle": stem + "ed", "ing": stem + "ing"}
    known = {kind: form for form, kind in reversed(forms_of(word, SHIPPED))}
    ing = word + "ing" if word.endswith(("ee", "oe", "ye")) else known["ing"]
    past = known["past"]
    return {"third": known["third"], "past": past, "participle": known.get("participle", past), "ing": ing}
