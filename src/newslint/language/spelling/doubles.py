"""Tell words that stand twice by grammar or on purpose from those that were typed twice.

What explains a doubled word is before it and behind it: a clause that ends in a verb (“what it is is”), a verb whose
particle ends it (“turned in in March”), or that it is said twice for force.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from newslint.language.spelling.adverbs import is_adjective
from newslint.language.spelling.table import commonness
from newslint.language.spelling.words import FUNCTION_WORDS
from newslint.language.units.irregular import PARTICIPLES, PAST
from newslint.patterns import pattern

# Words that are right twice, except in these frames: what follows, by the word.
FRAMES = {
    "that": pattern(r"[ ](?:the|an?|these|those|he|she|they|we|I|there|my|his|their|our|every|each|some|any)\b"),
    "had": pattern(
        r"[ ](?:(?:been|gone|come|taken|said|made|given|become|done|already|not)\b"
        r"|[a-z]{2,30}ed[ ](?:an?|the|his|her|its|their|to)\b)"
    ),
    "no": pattern(r"[ ][a-z]"),
    "it": pattern(
        r"[ ](?:is|was|has|had|will|would|can|could|became|may|might|should|does|did|seems|rained|snowed|took|came|went"
        r"|made|cost|stopped|seemed|failed|fell|rose|ran|began)\b"
    ),
    "you": pattern(r"[ ][a-z]"),
}
_CLAUSE = (
    r"(?:\A|[,.;][ ]"
    r"|\b(?:when|if|that|because|and|but|while|after|before|although|though|until|as|then|where|so)[ ])\Z"
)
# What must be before some of these: a clause begins there, or a verb of which nothing can come twice.
_BEFORE_FRAME = {
    "no": pattern(r"\b(?:is|was|are|were|has|have|had|with|there[’']s)[ ]\Z", re.IGNORECASE),
    "it": pattern(_CLAUSE),
    "you": pattern(_CLAUSE),
}
# Verbs of which “to” is a part, so that a second one may begin what follows: “whom she talked to to find out”.
_WITH_TO = pattern(
    r"\b(?:talk|listen|look|refer|turn|respond|belong|point|relat|object|react|speak|write)(?:s|e?d|red|ing)?[ ]\Z"
    r"|\b(?:spoke|spoken|wrote|written|forward|close|gone|come|came|up)[ ]\Z"
)
# A noun whose clause ends in a verb, which the main verb follows: “the powers they have have grown”. What is said or
# thought begins in the same way: “growers said they have have”.
_CLAUSE_BEFORE = pattern(
    r"\b(?P<head>(?!(?:and|but|or|that|if|when|as|because|while|so|than|since|until|for|of|to|in|on|at|by|with)\b)"
    r"[a-z]{2,})[ ](?:he|she|it|they|we|you|I|there)[ ]\Z"
)
_SAYING = frozenset(
    "said says say thought thinks think hoped hope hopes believed believe believes knew know knows feared fear fears "
    "felt insisted insist added warned claimed claim claims admitted argued argue ruled found showed heard told wished "
    "where how why what which".split()
)
_VERBS = frozenset("is are was were has have had do does did can could will would may might must should said".split())
# A clause that is a subject and ends with its verb: “all that a bridge is is a road”.
_SUBJECT_CLAUSE = pattern(
    r"\b(?:what|all|whatever|who|whom|whoever|whomever|whichever|where|wherever|as|how|however|those who)\b"
    r"[^.;:!?]{2,60}\Z",
    re.IGNORECASE,
)
_THIS_YEAR = pattern(
    r"[ ](?:year|month|week|weekend|morning|afternoon|evening|season|spring|summer|autumn|fall|winter|time)\b"
)
_REACH = 80
_TWICE = 2
_AUXILIARIES = frozenset(
    "has have had is are was were be been will would can could must should may might shall not never to do did "
    "does".split()
)
_TIMES = frozenset("now then here there never ever always again still".split())
_DEGREE = frozenset("very really so too pretty super much many far long way quite rather such".split())
# What no object begins with, so that a particle before it has none: “fight on on after”.
_NO_OBJECT = FUNCTION_WORDS - frozenset(
    "a an the this that his her its their our your my he she it they we you i me him us them all any what who which "
    "no".split()
) | frozenset("after before until because while when where why although though during since till against".split())
_OBJECTS = frozenset("it this that them him her us me himself herself itself themselves myself ourselves there".split())
# These end no verb but where what they belong to is before it: “the thing that he asked for for years”.
_PREPOSITIONS = frozenset("at by for with".split())
_RELATIVE = pattern(
    r"\b(?:what|which|who|whom|that|where|all|those)\b[^.;:!?,]{2,60}\Z"
    r"|\b[a-z]{2,}[ ](?:he|she|they|we|you|i)[ ][a-z ]{2,30}\Z"
)
_PARTICLES = frozenset("up down out off over in on back away through along around by".split())
_SUBJECTS = frozenset(
    "to i you we they he she it who that which not let’s let's do does did will would can could".split()
)


def is_typed_twice(text: str, start: int, end: int, certain: Container[str], particles: Container[str]) -> bool:
    """Tell whether no grammar explains a word that stands twice or more in a row at a place of a text.

    `certain` are words that no sentence has twice, `particles` those that may end a verb and begin what follows.
    """
    words, before = text[start:end].lower().split(), text[max(0, start - _REACH) : start]
    word, times = words[0], len(words)
    if word in FRAMES:
        is_begun = word not in _BEFORE_FRAME or _BEFORE_FRAME[word].search(before) is not None
        return is_begun and FRAMES[word].match(text, end) is not None and not _ends_clause(before)
    if word == "to":
        return _WITH_TO.search(before) is None and _SUBJECT_CLAUSE.search(before.rstrip()) is None
    if word == "this" and _THIS_YEAR.match(text, end):
        return False
    if word in _VERBS:
        return not _ends_clause(before) and _SUBJECT_CLAUSE.search(before.rstrip()) is None
    if word in particles:
        return not _is_part_of_verb(word, before.lower().split(), text, end)
    if word not in certain and _ends_free_clause(word, before):
        return False
    # What is said three times is meant, unless it says nothing.
    return (times == _TWICE or word in certain) and (word in certain or not _ends_clause(before))


def _ends_clause(before: str) -> bool:
    """Tell whether a clause that hangs on a noun may end here: “the powers they”."""
    match = _CLAUSE_BEFORE.search(before)
    return match is not None and match["head"] not in _SAYING


def _ends_free_clause(word: str, before: str) -> bool:
    """Tell whether a verb may end a clause that is a subject, and be the main verb, too: “what matters matters”."""
    if _FREE_CLAUSE.search(before.rstrip()) is None:
        return False
    return any(commonness(form) is not None for form in _ing(word)) or word in PAST or word.endswith("ed")


_FREE_CLAUSE = pattern(
    r"\b(?:(?:what|whatever|whoever|whichever|wherever|all|everything|anything|nothing|everyone|anyone)"
    r"(?:[ ][\w’'-]{1,20}){0,3}|(?:those|people|he|she|they|one|ones|anybody|everybody|somebody)[ ](?:who|that)"
    r"|\b(?:who|that|which))\Z",
    re.IGNORECASE,
)


def _is_part_of_verb(word: str, before: Sequence[str], text: str, end: int) -> bool:
    """Tell whether the first of two particles may belong to a verb and the second to what follows: “came in in May”."""
    follows = _FOLLOWING.match(text, end)
    if follows is None or follows[1] in _NO_OBJECT:
        return False
    if _DATE.match(follows[1]) and before and before[-1].endswith(("s", "ing", "ed")):
        return True
    if word in _PREPOSITIONS:
        return _RELATIVE.search(" ".join(before)) is not None
    at = len(before) - 1
    while at > 0 and (before[at] in _PARTICLES or before[at] in _OBJECTS):
        at -= 1
    return at >= 0 and (at < len(before) - 1 or _is_verb(before[at], before[at - 1] if at else ""))


_DATE = pattern(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec)|\d"
)
_FOLLOWING = pattern(r"[ ][“\"‘(]?([\w$€£]+)")


def _is_verb(word: str, before: str) -> bool:
    """Tell whether a word is the form of a verb, by itself or by what is before it."""
    if word.endswith(("ed", "ing")) or word in PAST or word in PARTICIPLES:
        return True
    if before not in _SUBJECTS and not (word.endswith("s") and _is_noun(before)):
        return False
    return any(commonness(form) is not None for form in _ing(word))


def _is_noun(word: str) -> bool:
    """Tell whether a word may be the subject of a verb in -s: “the work goes on”."""
    if not word.isalpha() or word in FUNCTION_WORDS or word.endswith("s"):
        return False
    return word.endswith(_NOMINAL) or not is_adjective(word)


_NOMINAL = tuple("ing al ent ant ive ary ate ar".split())  # of nouns as much as of adjectives: “the hearing goes on”


def _ing(word: str) -> tuple[str, ...]:
    stem = word.removesuffix("s")
    return f"{word}ing", f"{stem}ing", f"{stem.removesuffix('e')}ing", f"{stem}{stem[-1:]}ing"


def is_for_force(word: str, before: str) -> bool:
    """Tell whether a word that people say twice for force may be meant so: not right behind an auxiliary verb.

    `before` is the word before it. Adverbs of degree and adjectives are said twice there, too: “is very very late”.
    """
    if before.lower() not in _AUXILIARIES:
        return True
    return word not in _TIMES and (word in _DEGREE or is_adjective(word))


# What joins a phrase that is said again: “more and more and more”, “day by day by day”.
_JOINING = frozenset("and or by to after upon on for no so very".split())
_OPEN_QUESTIONS = frozenset("who what which whatever".split())  # “who is who is known”, “what will be will be”
_OPENING = frozenset("what who whom whatever whoever all that which where how".split())  # of a clause that is a subject
_FAR = 8  # words
_LONGEST_PHRASE = 5


def find_phrases(parts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where two to five words stand twice in a row in a list of words: the first one's index, and how many."""
    pairs = list(pairwise(parts))
    if len(set(pairs)) == len(pairs):
        return
    end = 0
    for at in _near_again(pairs):
        size = (
            next((size for size in range(2, _LONGEST_PHRASE + 1) if _is_again(parts, at, size)), 0) if at >= end else 0
        )
        if size:
            yield at, size
            end = at + 2 * size


def _near_again(pairs: Sequence[tuple[str, str]]) -> list[int]:
    """Return where a pair of words stands that stands again so near that a phrase may begin with both."""
    last: dict[tuple[str, str], int] = {}
    found = []
    for at, pair in enumerate(pairs):
        before = last.get(pair)
        if before is not None and at - before <= _LONGEST_PHRASE:
            found.append(before)
        last[pair] = at
    return sorted(found)


def _is_again(parts: Sequence[str], at: int, size: int) -> bool:
    phrase = parts[at : at + size]
    is_same = phrase == parts[at + size : at + 2 * size] and len(set(phrase)) > 1
    if not is_same or not all(map(str.isalpha, phrase)):
        return False
    if phrase[0] in _VERBS and not _OPENING.isdisjoint(parts[max(0, at - _FAR) : at]):
        return False  # “what is not is not offered”
    if _begins_with_clause(parts, at, phrase):
        return False  # “whatever he does he does to win”
    return not (_JOINING | _OPEN_QUESTIONS).intersection(phrase) and (size > _TWICE or phrase[0] in FUNCTION_WORDS)


def _begins_with_clause(parts: Sequence[str], at: int, phrase: Sequence[str]) -> bool:
    """Tell whether a phrase may be the subject and verb of a clause that comes first, and of the main clause, too.

    What comes first is a free relative (“what they know they know by heart”), a condition (“if it rains it rains”),
    or a noun with its clause (“the little she has she has saved”).
    """
    if phrase[0] not in _CLAUSE_SUBJECTS or phrase[-1] in _NO_VERBS:
        return False
    if not _FREE.isdisjoint(parts[max(0, at - _NEAR) : at]):
        return True
    head = parts[at - 1] if at else ""
    is_noun = head.isalpha() and head not in _SAYING and head not in FUNCTION_WORDS and not _TIME.fullmatch(head)
    return is_noun and phrase[0] in _PRONOUNS and not _WHOLE.isdisjoint(parts[max(0, at - _NEAR) : at - 1])


_NEAR = 3  # words before a clause, in which its first word is: “whatever hard work he does”
_PRONOUNS = frozenset("i you he she it we they one there".split())
_CLAUSE_SUBJECTS = _PRONOUNS | frozenset(
    "the a an this that these those his her its their our my your some many most people everybody nobody".split()
)
_NO_VERBS = frozenset("the a an of and or to in on at by for from with that this his her its their our my your".split())
_FREE = frozenset(
    "what whatever which whichever who whoever whom whomever where wherever how however when whenever if once unless "
    "everything anything nothing everywhere anywhere all".split()
)
_WHOLE = frozenset("the all every any those these few little much many his her its their our my your".split())
_TIME = pattern(
    r"(?:year|month|week|weekend|day|night|morning|afternoon|evening|season|spring|summer|autumn|winter|time|moment"
    r"|minute|hour|decade|century)s?"
)
