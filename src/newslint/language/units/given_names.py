"""Tell whether two given names may be one that was written in two ways; knows no article.

Names that tell women from men (Carlo, Carla) are like two spellings of one, so that what is said here is only whether
two names may be one, and how surely. Short forms are common facts of English, gathered by the project.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from newslint.language.units.edits import is_one_slip
from newslint.patterns import pattern

_SOUNDS = (
    ("sd", "st"), ("eigh", "i"), ("ai", "a"), ("ph", "f"), ("ck", "k"), ("x", "ks"), ("th", "t"), ("ch", "k"),
    ("c", "k"), ("qu", "k"), ("q", "k"), ("z", "s"), ("ou", "u"), ("oo", "u"), ("ew", "u"), ("ua", "u"), ("ea", "i"),
    ("ee", "i"), ("ey", "i"), ("ei", "i"), ("ie", "i"), ("ay", "ai"), ("y", "i"), ("dj", "j"), ("tj", "ti"), ("w", "v"),
    ("v", "f"),
)  # fmt: skip
_DOUBLED = pattern(r"(.)\1")
_MUTE = pattern(r"(?<=.)h")
_MUTE_END = pattern(r"(?<=nn|ll|tt|ss|rr)e\Z")
_SOFT = pattern(r"g(?=[ei])|\Adg")
_VOWELS = pattern(r"[aeiou]")
_NO_BONES = pattern(r"[aeiouyhw]|gh")
# Endings that tell women from men, or one language's form from another's.
_GENDERED = frozenset(["", "a", "e", "o", "s", "i", "y", "n"])
# “Anne” and “Anna”, “Louise” and “Louisa” are both women's; “Andre” and “Andrea” are not.
_WOMEN = pattern(r"[nisltj][ae]\Z")
# How Muhammad, Ahmed, Abdullah and others are written in Latin letters differs in the vowels.
_ARABIC = frozenset("mhmd mhmt ahmd hmd mhmmd hsn hssn hmd abdllh bdllh ysf ssf mstf".split())
# One row for each name, with the short forms by which people are called.
_CALLED = """
abigail abby abbie gail
abraham abe
albert al bert bertie
alexander alex al sandy xander sasha alec
alexandra alex sandra sandy lexi sasha
alfred alf alfie fred
amanda mandy
andrew andy drew
angela angie
anthony tony ant
antony tony
arthur art
barbara barb barbie babs
barnaby barney
bartholomew bart
benjamin ben benny benji
bernard bernie
bernadette bernie
bradley brad
caroline carrie caz
cassandra cass cassie sandra
catherine cathy cath kate katie cat kitty
katherine kathy kath kate katie kat kitty
kathleen kathy kath
kathryn kathy kath kate katie
charles charlie chuck chas chaz
charlotte charlie lottie
christina chris tina chrissie
christine chris tina chrissie
christopher chris kit topher
clifford cliff
cynthia cindy
daniel dan danny
danielle dani
david dave davey davy
deborah debbie deb debs
dennis den denny
dominic dom nick
donald don donny donnie
dorothy dot dotty dolly
douglas doug dougie
edmund ed eddie ned
edward ed eddie ted teddy ned
edwin ed eddie
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza bess betsy libby lisa
emily em millie
ernest ernie
eugene gene
florence flo florrie
frances fran frankie franny
francis frank frankie
franklin frank
frederick fred freddie freddy
gabriel gabe
geoffrey geoff
george georgie
gerald gerry jerry
gerard gerry
gilbert gil
gillian gill gilly jill
gregory greg
gwendolyn gwen
harold harry hal
henry harry hank hal
herbert bert herb
isabella bella izzy
isobel izzy
jacob jake
jacqueline jackie jacqui
james jim jimmy jamie jem
janet jan
jeffrey jeff
jennifer jen jenny jenni
jeremy jez jerry
jessica jess jessie
joanna jo joanne
johanna jo
john jack johnny jon
jonathan jon jonny jonty
joseph joe joey
josephine jo josie
joshua josh
judith judy
julian jules
katrina trina
kenneth ken kenny
kimberly kim
lawrence larry laurie
laurence larry laurie
leonard len lenny leo
leslie les
lewis lew
louis lou
louise lou
lucille lucy
madeleine maddie
malcolm mal
margaret maggie meg peggy marge margie greta daisy peg
martin marty
mary molly polly
matilda tilly
matthew matt matty
maximilian max
maxwell max
melissa mel missy
melanie mel
michael mike mick mickey micky
michelle shelly
mitchell mitch
nancy nan
natalie nat
nathan nate nat
nathaniel nathan nate nat
nicholas nick nicky
nicola nicky nic
nicole nicky
norman norm
oliver ollie
pamela pam
patricia pat patty trish tricia patsy
patrick pat paddy rick
penelope penny
peter pete
philip phil pip
phillip phil
philippa pippa
priscilla cilla
rachel rach
raymond ray
rebecca becky becca
reginald reg reggie
richard rick ricky dick rich richie
robert bob bobby rob robbie bert
roderick rod roddy
rodney rod
roger rodge
ronald ron ronnie
rosalind ros
rosemary rose rosie
rudolph rudy
rupert bert
russell russ
samantha sam sammy
samuel sam sammy
sarah sally sadie
sebastian seb
sidney sid
simon si
stanley stan
stephanie steph
stephen steve stevie
steven steve stevie
stewart stew
stuart stu
susan sue susie suzie
susannah sue susie
suzanne sue susie suzie
sylvester sly
sylvia sylvie
tabitha tabby
teresa terry tess tessa
theresa terry tess tessa
terence terry
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
veronica ronnie
victor vic
victoria vicky vicki tori
vincent vince vinny
virginia ginny ginger
walter walt wally
wilfred wilf fred
william bill billy will willy willie liam
winifred winnie freda
zachary zach zack zac
"""


@cache
def _called() -> dict[str, frozenset[str]]:
    """Return the short forms of each name, with the name itself."""
    rows = [row.split() for row in _CALLED.strip().split("\n")]
    return {name: frozenset([name, *shorts]) for name, *shorts in rows}


@cache
def _full() -> dict[str, frozenset[str]]:
    """Return the names that each short form stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, forms in _called().items():
        for form in forms - {name}:
            found[form].add(name)
    return {short: frozenset(names) for short, names in found.items()}


def is_short_form(one: str, other: str) -> bool:
    """Tell whether one of two given names is how somebody with the other is called: Liz for Elizabeth, or for Beth."""
    first, second = one.lower(), other.lower()
    if second in _called().get(first, ()) or first in _called().get(second, ()):
        return True
    return not _full().get(first, frozenset()).isdisjoint(_full().get(second, ()))


def how_alike(one: str, other: str) -> str | None:
    """Return how two given names may be one.

    `spelling` for other letters of the same sounds or a slip (Catherine, Katherine; Aleksandar, Aleksander), `ending`
    where only the last letter tells them apart (Carlo, Carla), `short` for a short form (Jan, Janet), `near` where they
    have the same consonants or begin in the same way (Niall, Neil; Clifford, Clive), else None.
    """
    first, second = one.lower(), other.lower()
    if first == second:
        return None
    if is_short_form(first, second):
        return "short"
    short, long = sorted((first, second), key=len)
    if _sound(first) == _sound(second) or _is_arabic(first, second) or _are_women(first, second):
        return "spelling"
    if _is_ending(short, long):
        return "ending"
    if len(short) >= 4 and is_one_slip(first, second):
        return "spelling"
    if len(short) >= 3 and long.startswith(short):
        return "short"
    return "near" if _are_near(short, long) else None


def _is_ending(short: str, long: str) -> bool:
    stem = short if len(short) < len(long) else short[:-1]
    return long.startswith(stem) and {short[len(stem) :], long[len(stem) :]} <= _GENDERED


def _are_women(one: str, other: str) -> bool:
    is_last = len(one) == len(other) > 3 and one[:-1] == other[:-1]
    return is_last and bool(_WOMEN.search(one) and _WOMEN.search(other))


@lru_cache(maxsize=8_192)  # most names are those of many people
def _sound(name: str) -> str:
    name = _SOFT.sub("j", _MUTE_END.sub("", name.replace("geo", "je")))
    for letters, sound in _SOUNDS:
        name = name.replace(letters, sound)
    return _MUTE.sub("", _DOUBLED.sub(r"\1", name))


def is_near_sound(one: str, other: str) -> bool:
    """Tell whether two words in small letters are probably spoken in the same way, or with one other sound."""
    ours, theirs = _sound(one), _sound(other)
    return ours == theirs or (one[0] == other[0] and min(len(ours), len(theirs)) > 3 and is_one_slip(ours, theirs))


def _bones(name: str) -> str:
    """Return what is left of a name's sound without vowels."""
    sound = _sound(name)
    return name[0] + _NO_BONES.sub("", _DOUBLED.sub(r"\1", sound[1:]))


def _are_near(short: str, long: str) -> bool:
    if len(short) < 4:
        return False
    ours, theirs = _bones(short), _bones(long)
    if ours == theirs and len(ours) > 1:
        return True
    shared = next((at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    return shared >= 2 and 2 * shared >= len(long) - 3


def _is_arabic(one: str, other: str) -> bool:
    bones = {_VOWELS.sub("", _DOUBLED.sub(r"\1", name)) for name in (one, other)}
    return len(bones) == 1 and bones <= _ARABIC and one[0] == other[0]
