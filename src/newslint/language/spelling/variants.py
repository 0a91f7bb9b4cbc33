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
_UNKNOWN = 80  # what is in no smaller list of SCOWL is no other spelling of a word
_LONG = 6  # letters of a word with “ae” or “oe”
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


# British spellings that Americans, or American ones that Britons, also write, so that one alone shows nothing.
_MIXED = """
catalogue/catalog catalogues/catalogs dialogue/dialog dialogues/dialogs yoghurt/yogurt yoghurts/yogurts mum/mom
mums/moms ageing/aging artefact/artifact artefacts/artifacts sulphur/sulfur mollusc/mollusk molluscs/mollusks axe/ax
smoulder/smolder smouldering/smoldering smouldered/smoldered speciality/specialty specialities/specialties
annexe/annex counsellor/counselor counsellors/counselors councillor/councilor councillors/councilors ochre/ocher
tranquillity/tranquility omelette/omelet omelettes/omelets distil/distill instil/instill appal/appall
enthral/enthrall sabre/saber sabres/sabers aeroplane/airplane aeroplanes/airplanes chequered/checkered
carburettor/carburetor manoeuvring/maneuvering manoeuvred/maneuvered ploughing/plowing moulded/molded
moulding/molding furore/furor pedlar/peddler pedlars/peddlers doughnut/donut doughnuts/donuts sceptically/skeptically
marvellously/marvelously wilfully/willfully skilfully/skillfully defenceless/defenseless jeweller/jeweler
jewellers/jewelers storeyed/storied grammes/grams tumour/tumor tumours/tumors
enrols/enrolls fulfils/fulfills plough/plow moustaches/mustaches kilogramme/kilogram programme/program
programmes/programs tyre/tire tyres/tires kerb/curb kerbs/curbs cheque/check cheques/checks
licence/license licences/licenses
""".split()
_MIXED_PAIRS = {pair.partition("/")[0]: pair.partition("/")[2] for pair in _MIXED}
# What must stand before or in an article for a word of several meanings to be the American one.
_NOUN_BEFORE = (
    r"\b(?:a|an|the|each|every|one|his|her|its|their|new|old|flat|spare|front|rear|two|three|four|per|this)[ ]"
)
MEANT = dict.fromkeys("tire tires curb curbs check checks license licenses".split(), _NOUN_BEFORE)
# Where these are told of, a program is one in British English, too.
COMPUTING = frozenset("computer computers software code coding app apps algorithm programmer programming".split())
_DIGRAPH = pattern(r"(?:ae|oe)(?=[a-z])(?!s\Z|d\Z)")
# Here “ae” or “oe” is no sign, and the word with “e” is another one.
_NO_DIGRAPH = frozenset(
    "forgoer forgoers soever vetoer vetoers loesses daemon daemons daemonic caesar caesars proemial".split()
)


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


def american_of(word: str) -> Iterator[str]:
    """Yield the American spellings of a word in small letters that is a British one, also those that Britons write.

    What is the plural or the singular of one is one, too.
    """
    for american in _american_of(word):
        yield american
        yield american[:-1] if word.endswith("s") else f"{american}s"


def is_british(word: str) -> bool:
    """Tell whether a word in small letters has American spellings."""
    return bool(_american_of(word))


@lru_cache(maxsize=16384)
def _american_of(word: str) -> tuple[str, ...]:
    return tuple(_find_american(word))


def _find_american(word: str) -> Iterator[str]:
    variant = variant_of(word)
    if variant is not None and variant.sort in ("British", "-ise"):
        yield variant.other
    if word in _MIXED_PAIRS:
        yield _MIXED_PAIRS[word]
    if len(word) >= _LONG and ("ae" in word or "oe" in word) and word not in _NO_DIGRAPH:
        other = _DIGRAPH.sub("e", word, count=1)
        if other != word and _is_known(word) and _is_known(other):
            yield other


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


def _is_known(word: str) -> bool:
    return (commonness(word) or _UNKNOWN) < _UNKNOWN


def _is_current(word: str) -> bool:
    return (commonness(word) or _RARE + 1) <= _RARE
