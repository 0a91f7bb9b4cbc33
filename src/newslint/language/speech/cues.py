"""Know which words present what somebody says, thinks or shows, and in which frames; reads no running text."""

from __future__ import annotations

from typing import NamedTuple

from newslint.language.lexicon import read_lines, table

_IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "think": "thinks thought thought thinking",
    "find": "finds found found finding",
    "know": "knows knew known knowing",
    "see": "sees saw seen seeing",
    "write": "writes wrote written writing",
    "feel": "feels felt felt feeling",
    "show": "shows showed shown showing",
    "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing",
    "seek": "seeks sought sought seeking",
    "hear": "hears heard heard hearing",
    "understand": "understands understood understood understanding",
    "foresee": "foresees foresaw foreseen foreseeing",
    "mean": "means meant meant meaning",
    "beseech": "beseeches besought besought beseeching",
    "cast": "casts cast cast casting",
    "forecast": "forecasts forecast forecast forecasting",
    "begin": "begins began begun beginning",
    "read": "reads read read reading",
    "go": "goes went gone going",
    "quip": "quips quipped quipped quipping",
    "beg": "begs begged begged begging",
    "admit": "admits admitted admitted admitting",
    "refer": "refers referred referred referring",
    "concur": "concurs concurred concurred concurring",
    "plan": "plans planned planned planning",
    "brag": "brags bragged bragged bragging",
    "slam": "slams slammed slammed slamming",
    "snap": "snaps snapped snapped snapping",
    "pan": "pans panned panned panning",
    "rip": "rips ripped ripped ripping",
    "slur": "slurs slurred slurred slurring",
    "shun": "shuns shunned shunned shunning",
    "dub": "dubs dubbed dubbed dubbing",
    "vow": "vows vowed vowed vowing",
    "regret": "regrets regretted regretted regretting",
    "rebut": "rebuts rebutted rebutted rebutting",
    "nod": "nods nodded nodded nodding",
    "opt": "opts opted opted opting",
    "blog": "blogs blogged blogged blogging",
    "mull": "mulls mulled mulled mulling",
    "parrot": "parrots parroted parroted parroting",
    "label": "labels labeled labeled labeling",
    "signal": "signals signaled signaled signaling",
    "counsel": "counsels counseled counseled counseling",
    "marvel": "marvels marveled marveled marveling",
    "stump": "stumps stumped stumped stumping",
    "spar": "spars sparred sparred sparring",
    "extol": "extols extolled extolled extolling",
    "fret": "frets fretted fretted fretting",
    "prefer": "prefers preferred preferred preferring",
    "whisper": "whispers whispered whispered whispering",
    "offer": "offers offered offered offering",
}
_EXTRA_FORMS = {
    "labelled": ("label", "past"),
    "labelling": ("label", "ing"),
    "signalled": ("signal", "past"),
    "signalling": ("signal", "ing"),
    "marvelled": ("marvel", "past"),
    "counselled": ("counsel", "past"),
    "shewn": ("show", "part"),
    "proven": ("prove", "part"),
}


class Cue(NamedTuple):
    """Hold one form of a cue verb."""

    lemma: str
    form: str
    """base, s, past (also the participle where they are alike), part (participle only) or ing."""
    frames: frozenset[str]
    prepositions: frozenset[str]


def _inflect(lemma: str) -> list[tuple[str, str]]:
    if lemma in _IRREGULAR:
        third, past, participle, ing = _IRREGULAR[lemma].split()
        forms = [(lemma, "base"), (third, "s"), (past, "past"), (ing, "ing")]
        return forms + ([(participle, "part")] if participle != past else [])
    if lemma.endswith("e"):
        return [(lemma, "base"), (lemma + "s", "s"), (lemma + "d", "past"), (lemma[:-1] + "ing", "ing")]
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return [(lemma, "base"), (lemma[:-1] + "ies", "s"), (lemma[:-1] + "ied", "past"), (lemma + "ing", "ing")]
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return [(lemma, "base"), (third, "s"), (lemma + "ed", "past"), (lemma + "ing", "ing")]


def _lines(name: str) -> list[tuple[list[str], list[str]]]:
    return [(group.split(), words.split()) for group, words in read_lines(name)]


@table
def verb_cues() -> dict[str, Cue]:
    """Return the cue verbs by surface form, in lower case."""
    frames: dict[str, set[str]] = {}
    prepositions: dict[str, set[str]] = {}
    for codes, verbs in _lines("cues"):
        for verb in verbs:
            for code in codes:
                if code.startswith("p="):
                    prepositions.setdefault(verb, set()).update(code[2:].split(","))
                else:
                    frames.setdefault(verb, set()).add(code)
    forms: dict[str, Cue] = {}
    for verb in sorted(set(frames) | set(prepositions)):
        for form, kind in _inflect(verb):
            forms[form] = Cue(verb, kind, frozenset(frames.get(verb, ())), frozenset(prepositions.get(verb, ())))
    for form, (verb, kind) in _EXTRA_FORMS.items():
        if verb in frames:
            forms[form] = Cue(verb, kind, frozenset(frames[verb]), frozenset(prepositions.get(verb, ())))
    return forms


@table
def noun_cues() -> dict[str, frozenset[str]]:
    """Return the cue nouns, singular and plural, with the words that lead on to their content."""
    return _grouped("nouns", plural=True)


@table
def adjective_cues() -> dict[str, frozenset[str]]:
    """Return the cue adjectives with the words that lead on to their content."""
    return _grouped("adjectives", plural=False)


def _grouped(name: str, *, plural: bool) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for leads, words in _lines(name):
        for word in words:
            found.setdefault(word, set()).update(leads)
            if plural:
                found.setdefault({kind: form for form, kind in _inflect(word)}["s"], set()).update(leads)
    return {word: frozenset(leads) for word, leads in found.items()}
