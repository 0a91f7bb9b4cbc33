"""Find advice in a sentence: an act with its object that somebody is told to do, or a judgement meant as a tip.

The grammar is the same for every matter; its acts and objects are data (see `matters`). Whose words a sentence is, is
asked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.language.advice.leads import find_lead, group
from newslint.language.advice.matters import Matter
from newslint.language.advice.verdicts import asset_at, find_verdicts, has_asset
from newslint.language.advice.words import Words, read_words
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.records import NamedTuple

# A name of programs tells that a line is of their changes, where a currency may be a module: “crypto_hash”, “tls::Key”.
_CODE = pattern(r"\w_\w|\w::\w|\w\(\)|`")
_REACH = 16  # words behind an act in which its object stands
_NEAR = 5  # words in which a particle stands


class Advice(NamedTuple):
    """A piece of advice [start, end) in a sentence: what is advised with which verb; a verdict has none."""

    start: int
    end: int
    act: str


def find_advice(text: str, matter: Matter, *, has_evidence: bool = False) -> Iterator[Advice]:
    """Yield the advice of a sentence, each piece once. `has_evidence`: a name may be what the matter is about."""
    parts = frozenset(list_parts(text.lower()))
    if parts.isdisjoint(matter.triggers) or _CODE.search(text):
        return
    if parts.isdisjoint(matter.telling) and (not has_evidence or parts.isdisjoint(matter.direct)):
        return
    words = read_words(text)
    last = -1
    for first, end, act in sorted(_find_all(words, matter, has_evidence=has_evidence)):
        if first > last:
            last = end
            yield Advice(words.places[first][0], words.places[end][1], act)


def _find_all(words: Words, matter: Matter, *, has_evidence: bool) -> Iterator[tuple[int, int, str]]:
    for at, word in enumerate(words.said):
        act = word if word in matter.acts else matter.gerunds.get(word)
        # “Bank of Tarrow”: a name that begins as an act does.
        if act is None or (words.names[at] and words.said[at + 1 : at + 2] == ("of",)):
            continue
        end = _object_end(words, at, act, matter, has_evidence=has_evidence)
        if end is None:
            continue
        lead = find_lead(words, at, is_gerund=word != act)
        if lead is not None:
            yield lead, end, act
    for first, end in find_verdicts(words, matter, has_evidence=has_evidence):
        yield first, end, ""


def _object_end(words: Words, at: int, act: str, matter: Matter, *, has_evidence: bool) -> int | None:
    """Return the last word of what an act is to be done with, or None where it is nothing of the matter."""
    end = _clause_end(words, at)
    following = words.said[at + 1 : end]
    particles = matter.acts[act]
    if bare := _bare(words, at, end, act, has_evidence=has_evidence):
        return bare
    if not following or following[0] in matter.nouns_after or following[0] in group("clause-end"):
        return None
    if "" not in particles and particles.isdisjoint(following):
        return None
    if "" in particles:
        return _direct(words, at, end, matter, has_evidence=has_evidence)
    return _placed(words, at, end, particles, matter, has_evidence=has_evidence)


def _bare(words: Words, at: int, end: int, act: str, *, has_evidence: bool) -> int | None:
    """Return the end of an act whose object everybody knows: “now is the time to buy”, “sell now”, “take profits”."""
    for place in range(at, min(end, at + 2)):
        is_last = place + 1 >= end or words.before[place + 1].strip()[:1] in _STOPS
        if words.said[at : place + 1] == ("take", "profits") or words.said[at : place + 1] == ("taking", "profits"):
            return place
        said = " ".join((act, *words.said[at + 1 : place + 1]))
        if has_evidence and is_last and said in _BARE:
            return place
        if has_evidence and place > at and act in _BARE and words.said[place] in _NOW | _THEM:
            return place
    return _pronoun(words, at, end) if has_evidence else None


# What is told of, taken up by a pronoun: “hang on to it”, “sell them before June”, “buy some”.
_IT = frozenset("it them some these".split())
_BEHIND_IT = frozenset("on before while at for if now until when whatever through today early and or as in".split())
_OF_IT = frozenset(
    "buy sell hold dump ditch hang cling stick avoid snap grab accumulate unload offload own keep tuck lock top".split()
)


def _pronoun(words: Words, at: int, end: int) -> int | None:
    """Return the end of an act whose object is a pronoun, over its particles."""
    place = at + 1
    while place < end and words.said[place] in _PARTICLES:
        place += 1
    if place >= len(words.said) or words.said[at] not in _OF_IT or words.said[place] not in _IT:
        return None
    is_last = place + 1 >= len(words.said) or bool(words.before[place + 1].strip())
    return place if is_last or words.said[place + 1] in _BEHIND_IT else None


_PARTICLES = frozenset("on to onto up with off away out".split())
_STOPS = tuple(",;—–:.")


def _clause_end(words: Words, at: int) -> int:
    """Return where the words behind an act end that may be its object."""
    for place in range(at + 1, min(len(words.said), at + _REACH)):
        if (place > at + 1 and words.before[place].strip("&$£€%+/.")) or words.said[place] in group("clause-end"):
            return place
    return min(len(words.said), at + _REACH)


def _direct(words: Words, at: int, end: int, matter: Matter, *, has_evidence: bool) -> int | None:
    """Return the end of an object without a particle: an asset within its first words, or a name."""
    for place in range(at + 1, min(end, at + 1 + 8)):
        if count := asset_at(words, place, matter, sure=has_evidence):
            return place + count - 1
        if place > at + 1 and words.said[place] in _LEAVES:
            break
    # “Buy a Quillby”: what is bought by the piece is no security.
    has_evidence = has_evidence and not matter.nameless and words.said[at + 1] not in _PIECE
    first = at + 1 + (words.said[at + 1] in _ARTICLES)
    if words.is_title and not (at and words.said[at - 1] in group("addressee") | group("own")):
        return None
    if has_evidence and first < end and words.names[first] and words.said[first] not in _DAYS:
        return next((place for place in range(first, end) if not words.names[place]), end) - 1
    return None


# “Sell now, before the dividend is cut”
_BARE = frozenset(
    [
        "buy",
        "sell",
        "hold",
        "invest",
        "avoid",
        "buy in",
        "get in",
        "get out",
        "cash in",
        "cash out",
        "sell up",
        "bail out",
    ]
)
_NOW = frozenset("now today immediately early low".split())
_THEM = frozenset("them some these".split())
_LEAVES = frozenset("from at on before after with without through against because during by via".split())
_PIECE = frozenset({"a", "an"})
_ARTICLES = frozenset("the more some a into in out of onto up".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday i".split())


def _placed(
    words: Words, at: int, end: int, particles: frozenset[str], matter: Matter, *, has_evidence: bool
) -> int | None:
    """Return the end of what is put somewhere: into an asset, of one's savings, or of money into a name."""
    particle = next(place for place in range(at + 1, end) if words.said[place] in particles)
    behind, between = range(particle + 1, end), range(at + 1, particle)
    is_saved = any(words.begins(place, matter.savings) for place in between)
    for place in behind:
        if count := asset_at(words, place, matter, sure=has_evidence or is_saved):
            return place + count - 1
    if has_asset(words, at + 1, particle, matter, sure=has_evidence):
        return particle
    if is_saved and behind:
        return min(end - 1, particle + 3)
    is_money = any(words.begins(place, matter.money) for place in between) or particle - at < 2
    if has_evidence and is_money and not matter.nameless:
        named = [place for place in range(particle + 1, min(end, particle + 4)) if words.names[place]]
        return named[-1] if named else None
    return None
