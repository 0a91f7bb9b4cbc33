"""Tell British spellings of English words from American ones, by their endings and a short table.

Both spellings must be words of the table of words, so that rules need few exceptions: “colour” is a sign because
“color” is a word, and “actor” is none because “actour” is not. Origin of rules and words: common facts of English
spelling, gathered by the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.language.spelling.table import commonness
from newslint.patterns import pattern
from newslint.records import NamedTuple

_RARE = 60  # what is rarer than this list of SCOWL is no current spelling
_ENDS = r"(?P<end>s|ed|ing|ings|er|ers|ful|fully|less|able|ably|ite|ites|y|ist|hood|ation|ations|ational)?"
_OUR = pattern(rf"\A(?P<stem>[a-z]{{2,}}?)(?P<sign>ou?r){_ENDS}\Z")
_ISE = pattern(r"\A(?P<stem>[a-z]{3,})(?P<sign>[sz])(?P<end>e|es|ed|ing|er|ers|ation|ations)\Z")
_ISE_BEFORE = ("i", "y")
_DOUBLED = pattern(r"\A(?P<stem>[a-z]{2,}[aeiou])(?P<sign>ll?)(?P<end>ed|ing|er|ers|or|ors)\Z")
_OTHER_WORDS = frozenset(
    """scored scoring scorer scorers scores scoured scouring four tour pour hour sour dour your lour flour scour devour
    contour detour velour glamour prise prize rise size analyses controller controlled controlling controllers
    tiller teller filler filled filling caller called calling killed killer killing rolled rolling roller polled
    polling poller pulled pulling galled telling selling seller spelled spelling smelled smelling swelled
    swelling dwelled yelled yelling felled felling welling installed installing propelled compelled expelled
    repelled excelled excelling rebelled rebelling patrolled patrolling enrolled enrolling distilled distilling
    fulfilled fulfilling doled doling holed holing pilot poled poling filed filing piled piling tiled tiling
    ruled ruling ruler scaled scaling sealed sailed tailor sailor parlor councillor councillors counsellor
    counsellors""".split()
)
_WORDS = """
centre/center centres/centers centred/centered theatre/theater theatres/theaters fibre/fiber fibres/fibers litre/liter
litres/liters calibre/caliber sombre/somber meagre/meager kilometre/kilometer kilometres/kilometers
centimetre/centimeter centimetres/centimeters millimetre/millimeter millimetres/millimeters spectre/specter
lustre/luster defence/defense defences/defenses offence/offense offences/offenses pretence/pretense cheque/check-
grey/gray greys/grays programme/program- programmes/program- tyre/tire- tyres/tire- kerb/curb- kerbs/curb-
plough/plow ploughs/plows ploughed/plowed mould/mold moulds/molds mouldy/moldy pyjamas/pajamas sceptic/skeptic
sceptics/skeptics sceptical/skeptical scepticism/skepticism aluminium/aluminum aeroplane/airplane- moustache/mustache
jewellery/jewelry fulfil/fulfill enrol/enroll enrolment/enrollment enrolments/enrollments fulfilment/fulfillment
skilful/skillful wilful/willful instalment/installment instalments/installments marvellous/marvelous woollen/woolen
paediatric/pediatric paediatrician/pediatrician anaemia/anemia haemorrhage/hemorrhage oestrogen/estrogen foetus/fetus
manoeuvre/maneuver manoeuvres/maneuvers orthopaedic/orthopedic leukaemia/leukemia anaesthetic/anesthetic
diarrhoea/diarrhea haemoglobin/hemoglobin storeys/stories- cosy/cozy catalogue-/catalog catalogues-/catalogs
analyse/analyze analysed/analyzed analysing/analyzing paralyse/paralyze paralysed/paralyzed catalyse/catalyze
""".split()


class Variant(NamedTuple):
    """A spelling of a word: what all spellings of it have in common, and of which sort this one is.

    The sort is `British`, `American`, or, where Britons write both, `-ise` or `-ize`.
    """

    key: str
    sort: str
    other: str


def _listed() -> Iterator[tuple[str, Variant]]:
    for pair in _WORDS:
        british, american = pair.split("/")
        # A hyphen marks a word that the other side uses, too, or that has another meaning there.
        if not british.endswith("-"):
            yield british, Variant(british.rstrip("-"), "British", american.rstrip("-"))
        if not american.endswith("-"):
            yield american, Variant(british.rstrip("-"), "American", british.rstrip("-"))


_LISTED = dict(_listed())


@lru_cache(maxsize=16384)
def variant_of(word: str) -> Variant | None:
    """Return what a word in small letters is a spelling of, or None where all of English writes it in one way."""
    if word in _LISTED:
        return _LISTED[word]
    if len(word) < 5 or word in _OTHER_WORDS:
        return None
    return _by_our(word) or _by_ise(word) or _by_doubling(word)


def _by_our(word: str) -> Variant | None:
    match = _OUR.match(word)
    if match is None:
        return None
    british = f"{match['stem']}our{match['end'] or ''}"
    american = f"{match['stem']}or{match['end'] or ''}"
    return _pair(word, british, american)


# Where “-ise” is part of the stem, in all of English: apprise, comprise, revise.
_NO_ENDING = ("pri", "vi")


def _by_ise(word: str) -> Variant | None:
    match = _ISE.match(word)
    if match is None or match["stem"][-1] not in _ISE_BEFORE or match["stem"].endswith(_NO_ENDING):
        return None
    british, american = (f"{match['stem']}{letter}{match['end']}" for letter in "sz")
    # Only “analyze” is never British.
    return _pair(word, british, american, ("-ise", "-ize") if match["stem"][-1] == "i" else ("British", "American"))


def _by_doubling(word: str) -> Variant | None:
    match = _DOUBLED.match(word)
    if match is None:
        return None
    british, american = (f"{match['stem']}{letters}{match['end']}" for letters in ("ll", "l"))
    return _pair(word, british, american) if _is_current(match["stem"] + "l") else None


def _pair(word: str, british: str, american: str, sorts: tuple[str, str] = ("British", "American")) -> Variant | None:
    """Return which of two spellings a word is, if both are current words."""
    other = american if word == british else british
    if not (_is_current(other) and _is_current(word)) or british in _OTHER_WORDS or american in _OTHER_WORDS:
        return None
    return Variant(british, sorts[word != british], other)


def _is_current(word: str) -> bool:
    return (commonness(word) or _RARE + 1) <= _RARE
