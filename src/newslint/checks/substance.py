"""Whether a notice says something: what is not promised, whom to ask instead, or who gains."""

from __future__ import annotations

from newslint.language.units.words import list_parts

# What a notice disclaims, whom it sends readers to, and what ties it discloses.
_MATTERS = frozenset(
    """
    advice advise advised adviser advisers advisor advisors recommend recommends recommendation recommendations
    recommended substitute substitutes replace replaces replaced replacement diagnosis diagnose diagnosing treatment
    treat cure doctor doctors gp gps pharmacist pharmacists physician physicians nurse midwife vet dentist clinician
    consultant specialist therapist lawyer lawyers solicitor solicitors attorney accountant accountants planner
    broker brokers professional professionals consult consulting guarantee guarantees guaranteed warranty warranties
    warrant liable liability responsible responsibility accuracy accurate completeness complete errors error
    mistakes omissions inaccuracies endorse endorses endorsed endorsement opinions opinion views view invest
    investing investment investments investor investors shares stake stakes stock holdings holding bonds losses loss
    lose profit returns sponsored sponsor sponsors paid payment commission commissions affiliate fee fees funded
    employer employed relationship relationships solicitation suitability suitable medicine medication dose
    prescription emergency 999 111 911 112 liabilities forecast forecasts predict prediction performance capital bet
    wager pension mortgage debt regulator regulated helpline samaritans symptoms
    """.split()
)
_WEAK = frozenset(
    """
    information informational educational education general illustrative illustration example examples purposes
    purpose law legal tax medical financial health interest interests conflict risk risks rely relying relied
    reliance act acting decision decisions circumstances situation individual personal offer qualified authorised
    licensed independent company companies money product products gain outcome outcomes results correct current
    outdated change changed
    """.split()
)
# What denies, limits or sends elsewhere.
_LIMITS = frozenset(
    """
    not no never nor neither none cannot can’t isn’t doesn’t don’t t without only should must before instead rather
    than consult seek ask speak talk check see contact call verify own owns holds held hold received receives
    receive paid pays earn earns may might always purely solely your act acting any whether
    """.split()
)


def says_something(text: str) -> bool:
    """Tell whether a notice names a matter or person and limits it, in two words that are not about itself."""
    words = set(list_parts(text.lower()))
    if words.isdisjoint(_LIMITS):
        return False
    return not words.isdisjoint(_MATTERS) or len(words & _WEAK) >= _LEAST_WEAK


_LEAST_WEAK = 2
