"""Words with a capital that are no names of people: titles, the calendar, compass points, and parts of other names.

Common facts of English, gathered by the project.
"""

from __future__ import annotations

CALENDAR = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec christmas easter""".split()
)
# What stands in front of many people's names.
TITLES = frozenset(
    """mr mrs ms miss mx dr prof sir dame lord lady sen rep gov gen col lt sgt capt cpl maj det insp rev president
    vice prime minister senator governor mayor judge justice professor doctor chancellor premier chief inspector
    sergeant detective officer captain major general colonel lieutenant coach king queen prince princess pope bishop
    archbishop cardinal father sister brother rabbi imam secretary attorney chairman chairwoman director councillor
    commissioner sheriff ambassador congressman congresswoman representative speaker leader former cllr supt cmdr adm
    brig constable baroness admiral brigadier""".split()
)
COURTESIES = frozenset("mr mrs ms miss mx dr prof sir dame lord lady sen rep gov gen col lt sgt capt rev cllr".split())
# Parts of the names of many places, and words that are names only with others.
COMPASS = frozenset("north south east west northern southern eastern western central upper lower".split())
EVERYWHERE = COMPASS | frozenset(
    """new san santa saint st los las el la le de del van von bin al fort port mount lake river cape great old young big
    road street avenue""".split()
)
GENERAL = frozenset(
    """new great old young big day week month year night party act bill law team state states city county town house
    board court club group world war plan project program programme association committee conservative conservatives
    liberal liberals democrat democrats democratic republican republicans progressive socialist white black american
    americans british""".split()
)
# Small words within a name: “Ursula von Lind”, “Omar al Hadi”.
PARTICLES = frozenset("de del della di da dos das du van von der den ter ten la le el al bin ibn bint".split())

# German, Luxembourgish, Low German, Swiss German, Plautdietsch, and the Frisian of Saterland, by ISO 639.
_NOUN_CAPITALS = frozenset("de lb nds gsw pdt stq".split())


def has_noun_capitals(language: str | None) -> bool:
    """Tell whether a language, given by its code, writes all nouns with a capital, so that one shows no name."""
    return language in _NOUN_CAPITALS
