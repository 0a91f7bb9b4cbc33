"""Words that tell of the same thing in the news, so that a summary is found to say what a sentence says.

They are not synonyms: who “was jailed” has got a “sentence”. Two texts with relatives may be about the same fact, and
are never taken to say the same for that reason alone.
"""

from __future__ import annotations

from functools import cache

from newslint.language.units.similarity import fold, stem

# A family on each line. Origin: general knowledge of how news is worded.
_FAMILIES = """
die died dead death dying dies killed kill kills killing perished perish fatal fatally fatality slain toll
hurt injure injured injury injuries wounded wound wounds
arrest arrested arrests detain detained custody held
jail jailed prison sentenced sentence imprisoned
charge charged charges accused accuse indicted
sack sacked sacks fired dismissed dismiss dismisses ousted axed
resign resigned resigns resignation quit quits stepped
close closed closes closing shut shuts shutting closure
open opens opened reopen reopens reopened opening
start started starts begin begins began begun beginning launch launches launched
end ends ended finish finished finishes
vote voted votes voter voters ballot ballots poll polls election elections elect elected
win wins won winner beat beats beaten defeat defeated defeats victory triumph
lose loses lost loss
buy buys bought buyer buyers purchase purchased acquire acquired acquires takeover bid bids bidder bidders
sell sells sold sale sales
cost costs price priced prices pay pays paid payment fare fares
rise rises rose risen climb climbs climbed grow grows grew grown growth increase increases increased up jumped soared
fall falls fell fallen drop drops dropped decline declines declined shrank shrink cut cuts reduce reduced reduces
worker workers employ employs employed employee employees staff job jobs position positions posts layoff redundancies
child children pupil pupils student students schoolchildren kids kid
home homes house houses household households
fire fires blaze flames burned burnt burn burns wildfire
quake earthquake tremor tremors
crash crashed crashes collision collided accident
build builds built building construct construction constructed
ban bans banned prohibit prohibited prohibits outlaw outlawed forbidden
meet meets met meeting
arrive arrives arrived came come comes land landed lands landfall ashore
leave leaves left depart departs departed departure
see sees saw seen sighting sighted
find finds found discover discovered discovers discovery
send sends sent
give gives gave given donate donated donation
explode exploded explosion blast
flat flats apartment apartments
lorry lorries truck trucks
plane planes aircraft jet
doctor doctors physician physicians
police officer officers
mp mps lawmaker lawmakers legislator legislators parliament
film films movie movies
country countries nation nations
firm firms company companies business businesses
baby babies infant infants
teen teenager teenage teens
score scores scored goal goals
rescue rescued rescues rescuers save saved saves
court judge judges jury trial hearing courtroom
law laws bill legislation act
study studies research researchers survey
jobless unemployment unemployed
attend attended attendance crowd crowds visitors spectators audience
break breaks broke broken
take takes took taken
drive drives drove driven driver
write writes wrote written
speak speaks spoke spoken speech
catch catches caught
lead leads led leader
hold holds held
teach teaches taught teacher
steal steals stole stolen theft thieves
fly flies flew flown flight flights
run runs ran
sink sinks sank sunk
strike strikes struck
shoot shoots shot shooting
spend spends spent spending
bring brings brought
draw draws drew drawn
ring rings rang rung
stand stands stood
choose chooses chose chosen choice
eat eats ate eaten
weigh weighs weight
measure measures measured measuring
move moves moved relocate relocated postpone postponed delay delayed
raise raises raised
lift lifts lifted
storm storms gale gales gusts winds wind
rain rains rainfall rained
snow snows snowfall snowed
power electricity blackout outage
sick ill illness disease patients patient
marry marries married marriage wedding
old older oldest elderly
young younger youngest
long longer longest length
tall taller tallest height
deep deeper deepest depth
""".strip()


@cache
def _heads() -> dict[str, str]:
    heads: dict[str, str] = {}
    for line in _FAMILIES.splitlines():
        words = [stem(fold(word)) for word in line.split()]
        for word in words:
            heads.setdefault(word, words[0])
    return heads


def family_of(word: str) -> str:
    """Return the stem that stands for a stem and its relatives; for one without relatives itself."""
    return _heads().get(word, word)
