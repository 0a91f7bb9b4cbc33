"""What advice is about: the acts that it asks for and the objects that these have, as data for each matter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newslint.language.advice.words import Group, read_groups
from newslint.language.meetings.lines import rarest
from newslint.language.units.words import list_parts
from newslint.records import NamedTuple

_NONE = Group()
_VOWELS = "aeiou"


class Matter(NamedTuple):
    """The words of a matter such as investing.

    `acts` are verbs with the particles of which one must follow (none: any), `gerunds` lead back to them. An object is
    an `asset` (a `weak` one beside evidence alone, and none before some words); or, with acts that put something
    somewhere, `money` that goes into an asset, or into anything where it is `savings`. `evidence` are words beside
    which a name is taken for an object. `verdicts` and `praise` judge an object, `containers` are what it may belong
    in, `best` are superlatives of it, `idioms` are other tips that name it. `nameless`: no name is an object.
    """

    acts: Mapping[str, frozenset[str]]
    gerunds: Mapping[str, str]
    nouns_after: Group
    assets: Group
    weak: Group
    not_before: Group
    money: Group
    savings: Group
    containers: Group
    idioms: Group
    verdicts: Group
    praise: Group
    best: Group
    evidence: Group
    nameless: Group

    triggers: frozenset[str]
    telling: frozenset[str]
    direct: frozenset[str]


@cache
def matter(name: str) -> Matter:
    """Return the words of a matter by the name of its file."""
    groups = read_groups(name)
    acts: dict[str, set[str]] = {}
    for (kind, *particles), words in groups.items():
        for word in words if kind == "act" else ():
            acts.setdefault(word, set()).update(particles or [""])
    own = {group[0]: words for group, words in groups.items() if len(group) == 1}
    names = (
        "noun-after",
        "asset",
        "weak",
        "not-before",
        "money",
        "savings",
        "container",
        "idiom",
        "verdict",
        "praise",
        "best",
        "evidence",
        "nameless",
    )
    made = {act: frozenset(particles) for act, particles in acts.items()}
    gerunds = {gerund(act): act for act in made}
    known = [own.get(each, _NONE) for each in names]
    kinds = {each: own.get(each, _NONE) for each in names}
    telling = _marks(*(kinds[each] for each in ("asset", "weak", "savings", "container", "idiom")))
    leading = _marks(*(kinds[each] for each in ("container", "idiom", "best", "verdict"))) | _OTHERS
    acting = {*made}
    direct = acting | {gerund(act) for act in acting} | _marks(kinds["verdict"]) | _OTHERS
    triggers = frozenset(made.keys() | gerunds.keys() | leading)
    return Matter._make((made, gerunds, *known, triggers, telling, frozenset(direct)))


# What leads to a verdict with no word of its own: “should be bought”, “our pick”.
_OTHERS = frozenset(
    "verdict rating stance bought sold held avoided dumped owned pick picks tip tips choice favourite favorite".split()
)


def _marks(*groups: Group) -> frozenset[str]:
    """Return the rarest word of each phrase, cut as an article's vocabulary is."""
    phrases = (tuple(list_parts(phrase)) for group in groups for phrase in group)
    return frozenset(rarest(phrase) for phrase in phrases if phrase)


def gerund(verb: str) -> str:
    """Return the form in -ing of a verb: “putting”, “investing”, “moving”."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    is_short = len(verb) in (3, 4) and verb[-1] not in f"{_VOWELS}wxy" and verb[-2] in _VOWELS
    return f"{verb}{verb[-1]}ing" if is_short and verb[-3] not in _VOWELS else f"{verb}ing"
