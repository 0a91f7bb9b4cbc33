"""Name the words that say that a figure moved: verbs and nouns of rise and fall, and words for multiples."""

from __future__ import annotations

from decimal import Decimal

from newslint.language.numbers.names import CARDINALS


def _forms(regular: str, others: str) -> str:
    """Return a pattern of the forms of verbs: those that take “s”, “ed” and “ing”, and others as they are listed."""
    made = {form for verb in regular.split() for form in _inflect(verb)}
    return "|".join(sorted((*made, *others.split()), key=lambda form: (-len(form), form)))


def _inflect(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    if verb.endswith("y"):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    return verb, f"{verb}es" if verb.endswith(("sh", "ch", "ss")) else f"{verb}s", f"{stem}ed", f"{stem}ing"


RISES = _forms(
    "increase climb jump soar surge rally gain advance balloon rocket skyrocket spike leap accelerate expand mount "
    "raise boost lift hike inflate strengthen improve swell appreciate rebound recover widen push elevate escalate",
    "rise rises rose risen rising grow grows grew grown growing leapt swollen shoot shoots shot shooting spring sprang "
    "sprung went go goes going gone creep crept creeps creeping edge edged edges edging tick ticked ticks ticking "
    "put puts putting up",
)
FALLS = _forms(
    "decrease drop decline plunge slump tumble plummet dip lower reduce slash trim shorten dwindle lessen diminish "
    "crash collapse slide slow ease weaken depreciate contract halt shed curb narrow recede retreat lose slip crater "
    "pare downsize whittle erode deplete evaporate",
    "fall falls fell fallen falling shrink shrinks shrank shrunk shrinking sink sinks sank sunk sinking cut cuts "
    "cutting slid slipped slipping dropped dropping dipped dipping lost slipped trimmed trimming slipping down",
)
RISE_NOUNS = (
    "increases?|rises?|jumps?|growth|gains?|surges?|hikes?|climbs?|leaps?|boosts?|spikes?|uplifts?|advances?|upturns?"
    "|improvements?|additions?|expansions?|raises?|uptick|mark-up|rally|rebound"
)
FALL_NOUNS = (
    "decreases?|falls?|drops?|declines?|cuts?|reductions?|dips?|slumps?|plunges?|losses|loss|decrements?|contractions?"
    "|shrinkage|slides?|tumbles?|downturns?|savings?|discounts?|collapse|crash"
)
CHANGE_NOUNS = f"{RISE_NOUNS}|{FALL_NOUNS}|changes?|differences?|gaps?|shifts?|moves?"
# Words for a multiple -> how many times as much.
MULTIPLES: dict[str, Decimal] = {
    **{form: Decimal(2) for form in "double doubled doubles doubling twice".split()},
    **{form: Decimal(3) for form in "triple tripled triples tripling treble trebled trebles trebling".split()},
    **{form: Decimal(4) for form in "quadruple quadrupled quadruples quadrupling".split()},
    **{form: Decimal(5) for form in "quintuple quintupled quintuples quintupling".split()},
    **{form: Decimal("0.5") for form in "halve halved halves halving".split()},
}
_FOLD = {f"{name}fold": Decimal(number) for name, number in CARDINALS.items() if 2 <= number <= 20}
FOLDS = {**_FOLD, **{name.replace("fold", "-fold"): number for name, number in _FOLD.items()}}
# How a rate is told that is not the change between two values.
RATES = (
    r"[ -](?:annual|annuali[sz]ed|yearly|monthly|weekly|compound|real|average|a[ ](?:year|month|week|day|quarter)"
    r"|per[ ](?:year|month|annum|week|day)|each[ ](?:year|month)|every[ ](?:year|month)|on[ ]average|annually|of\b"
    r"|in[ ]real[ ]terms|after[ ]inflation|adjusted)"
)
