"""Tell how the names of institutions differ: in a word’s spelling, in a small word, in what sort of body it is.

The words are common facts of English, gathered by the project.
"""

from __future__ import annotations

from newslint.language.units.edits import first_difference, is_one_slip
from newslint.language.units.given_names import is_near_sound
from newslint.language.units.name_words import COMPASS
from newslint.language.units.similarity import fold

# Bodies of one sort, one row each: what is called a trust here may be called a foundation there by mistake. Not so a
# committee and its commission, of which parliaments have both.
_SORTS = """
trust association society foundation charity club group network partnership alliance coalition federation league union
fund institute centre center campaign organisation organization guild forum
council commission committee board panel authority agency office bureau department service
hospital clinic hospice infirmary
school academy college
company corporation firm group partners holdings
""".strip().split("\n")
_SORT_OF: dict[str, frozenset[int]] = {}
for _number, _row in enumerate(_SORTS):
    for _word in _row.split():
        _SORT_OF[_word] = _SORT_OF.get(_word, frozenset()) | {_number}
# What else the names of institutions, firms and teams have for their last word, or for the first before “of”.
BODIES = frozenset(_SORT_OF) | frozenset(
    """university ministry museum gallery theatre theater library bank church chapel cathedral temple mosque synagogue
    project initiative programme program inquiry tribunal court congress assembly conservancy conservatory orchestra
    choir band brigade corps force squad lodge order brotherhood sisterhood cooperative co-operative consortium studio
    studios press journal magazine newspaper times gazette herald observatory laboratory laboratories labs archive
    archives registry register inspectorate secretariat directorate ombudsman seminary faculty nursery kindergarten
    foods food mutual capital pharmaceuticals pharma logistics athletic rovers wanderers albion harriers shipping
    brewing brewery breweries distillery insurance assurance energy solar aerospace timber freight research biosciences
    biotech motors airlines airways holdings partners ventures media systems technologies software railway railways
    railroad hotel hotels inn restaurant bakery farms dairy dairies mills mining minerals oil petroleum gas power steel
    chemicals plastics textiles toys homes housing properties estates developments construction engineering electronics
    foundry quarries robotics analytics consulting investments securities savings lending stores supermarkets retail
    records pictures films productions publishing publishers books news radio television broadcasting telecom
    communications semiconductor semiconductors instruments devices therapeutics genomics diagnostics medical health
    healthcare dental optics marine maritime dockyard shipyard boats coaches buses travel tours cruises ferries
    friends sisters sons brothers daughters victims parents workers teachers volunteers survivors residents citizens
    mothers veterans nurses farmers rangers keepers""".split()
)
_LONG = 7  # letters of a word in which two may be others
_SHORTEST = 4
_STEM = 4


def are_spellings(one: str, other: str) -> bool:
    """Tell whether two words in small letters may be two spellings of one, and no forms of it.

    One letter is another, lost or added, two changed places, they sound alike, or in longer words two letters differ.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or one in COMPASS or other in COMPASS or fold(short) == fold(long):
        return False
    if _are_forms(short, long):
        return False
    return is_one_slip(short, long) or is_near_sound(short, long) or _is_two_slips(short, long)


def are_alike(one: str, other: str) -> bool:
    """Tell whether two words in small letters have half of their letters in common, at both ends: Penrose, Primrose."""
    short, long = sorted((one, other), key=len)
    if short == long or len(short) < _LONG - 1 or short[0] != long[0] or _are_forms(short, long):
        return False
    head, tail = first_difference(short, long), first_difference(short[::-1], long[::-1])
    return tail > 0 and 2 * min(head + tail, len(short)) > len(long)


# What makes a people, an owner, a doer or a quality of a name: Lund and Lundian, Democrat and Democratic.
_DERIVED = frozenset(
    """s es n y r i an ian ean ic ical al ese ish er ers ed ing ist ists ism ive ion ional ly ment ness a o as ies
    """.split()
)


def _are_forms(short: str, long: str) -> bool:
    """Tell whether one word is the plural, the people or the owner of what the other is."""
    head = first_difference(short, long)
    endings = {short[head:], long[head:]} - {""}
    return head >= _STEM - 1 and bool(endings) and endings <= _DERIVED


def _is_two_slips(short: str, long: str) -> bool:
    """Tell whether two letters of a longer word are others, lost or added, and it begins and ends in the same way."""
    if len(short) < _LONG - 1 or len(long) - len(short) > 2 or short[0] != long[0] or len(long) < _LONG:
        return False
    head, tail = first_difference(short, long), first_difference(short[::-1], long[::-1])
    return 2 <= len(long) - head - min(tail, len(short) - head) <= 2 and head >= 2


def is_other_sort(one: str, other: str) -> bool:
    """Tell whether two words in small letters say what sort of body a name is of, and are of one row."""
    return one != other and not _SORT_OF.get(one, frozenset()).isdisjoint(_SORT_OF.get(other, ()))


def is_other_form(one: str, other: str) -> bool:
    """Tell whether two words in small letters are forms of one: Street and Streets, Farms and Farmers."""
    short, long = sorted((one, other), key=len)
    if short == long or len(short) < _STEM:
        return False
    stem = short[:-1] if short.endswith(("s", "e", "y")) else short
    return len(stem) >= _STEM - 1 and long.startswith(stem) and long[len(stem) :] in _ENDINGS


_ENDINGS = frozenset(["s", "es", "ies", "er", "ers", "ing", "r", "ed", "al", "’s", "s’"])
