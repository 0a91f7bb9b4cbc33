"""Find complainants of sexual offences whom a text names, or tells so much of that they are recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.language.crime.clauses import Clause, Item, agent_of, is_passive, subject_of
from newslint.language.crime.context import SEXUAL, SEXUAL_VERB
from newslint.language.crime.expressions import expressions
from newslint.patterns import pattern
from newslint.records import NamedTuple

_ROLES = frozenset("victim victims complainant complainants accuser accusers survivor survivors".split())
_THIRD = frozenset("she he who her him his".split())
_OBJECTS = frozenset("her him".split())
# Verbs that are sexual only with an adverb or in the sentence.
_PLAIN = frozenset("assaulted assaulting abused abusing attacked exploited".split())
_ADVERBS = frozenset("sexually indecently".split())
# Verbs that are sexual where a sexual offence is told of, with “on her” or “her” behind them.
_DONE_TO = pattern(
    r"\b(?:(?:rap|grop|molest|fondl|assault|abus|attack|touch|kiss|grabb|sodomi[sz]|undress|drugg|pinn|upskirt|violat"
    r"|penetrat|grabb|strok|grind|exploit|harass|proposition|groom|spik|film)(?:ed|ing)[ ](?:her|him|them)\b"
    r"|forc(?:ed|ing)[ ](?:him|her)self[ ](?:up)?on[ ](?:her|him)\b|(?:had|having)[ ]sex[ ]with[ ](?:her|him)\b"
    r"|expos(?:ed|ing)[ ]himself[ ]to[ ](?:her|him)\b|(?:climb|slipp|gott?)(?:ed|en|ing)?[ ]into[ ](?:her"
    r"|bed[ ]with[ ](?:her|him))\b"
    r"|(?:put|slid|thrust|ran|placed|push\w+)[ ]his[ ](?:hands?|fingers?|tongue)[ ]\w+[ ](?:her|his|him)\b"
    r"|pushed[ ](?:her|him)[ ](?:down|against|onto|into)\b|pull(?:ed|ing)[ ](?:down[ ])?her[ ]\w+)",
    re.IGNORECASE,
)
# Before a name: a court hears of it.
_HEARD_OF = pattern(
    r"\b(?:jur(?:y|ors)|court|tribunal|judge|magistrates|hearing|trial|panel|bench)[ ](?:(?:was|were|has|had|have)[ ])?"
    r"(?:also[ ]|then[ ])?(?:heard|told|hears|shown)[ ](?:that|how|of[ ]how|when)[ ](?:(?:Mr|Mrs|Ms|Miss)[ ])?\Z",
    re.IGNORECASE,
)
# Behind a name: somebody tells what was done.
_GIVES = pattern(
    r"(?:,[ ][^,;.“”]{1,50},)?(?:[ ]who)?(?:[ ](?:has|had|later|also|then|tearfully|first))*[ ](?:told|tells|sa(?:id"
    r"|ys)"
    r"|gave[ ]evidence|testif\w+|described|describes|recalled|recalls|recounted|accus\w+|alleg(?:es|ed)|report(?:ed|s)"
    r"|complain(?:ed|s)|claim(?:s|ed)|wept|sobbed|broke[ ]down|arriv(?:es|ed)|arriving|leav(?:es|ing)|left"
    r"|woke|wakes|fled|screamed|froze|ran|cried|begged|took[ ]the[ ](?:witness[ ])?stand)\b"
)
# Behind these, “her manager” begins a clause.
_OPENS = frozenset(
    "said says told that how when after because police court jury judge , alleged alleges claims claimed".split()
)
_NOMINATIVE = frozenset("he she they who man men woman boy teacher priest coach".split())
_FEW = 3
_STAND_INS = frozenset("doe roe".split())
# What accused people do, right behind their name, and who speaks for others, right before it.
_ACCUSED = pattern(
    r"(?:,?[ ](?:\d{2},?[ ])?(?:(?:of[ ][A-Z]\w+|an?[ ][\w ]{1,30}|the[ ][\w ]{1,30}),[ ])?(?:who[ ])?(?:(?:(?:is"
    r"|was|has|had|were|also)[ ])?(?:been[ ])?(?:\w+ly[ ])?(?:accused|charged|convicted|jailed|denies|denied"
    r"|cleared|acquitted|found[ ]guilty|admitted|admits|sentenced|arrested|pleaded|on[ ]trial|remanded"
    r"|imprisoned)\b|(?:(?:has|had|also)[ ])?(?:repeatedly[ ])?(?:raped|molested|groped|(?:sexually"
    r"|indecently)[ ]\w+ed|assaulted|abused|touched)\b))"
)
_SPEAKERS = pattern(
    r"\b(?:[Pp]rosecut\w+|[Aa]ttorney|[Jj]udge|[Cc]ounsel|[Ll]awyer|[Dd]etective|[Ii]nspector|[Ss]ergeant|Sgt"
    r"|[Oo]fficer|[Cc]onstable|[Bb]arrister|[Ss]olicitor|[Ss]pokes\w+|[Pp]sychologist|[Dd]octor|Justice"
    r"|[Cc]ommissioner|[Ss]heriff|[Ss]enator|[Pp]resident|[Gg]overnor|[Rr]eporter|by|[Tt]herapist|[Ff]ather"
    r"|[Mm]other|[Ss]ister|[Bb]rother|[Hh]usband|[Ff]riend|[Ww]itness|[Ee]xpert|Dr|against|coach|teacher"
    r"|priest)[.,]?[ ](?:[A-Z]\w*[.]?[ ])?\Z"
)
_SPEAKER_AFTER = pattern(
    r"[ ]?(?:KC|QC|SC)\b|,[ ](?:prosecuting|defending|for[ ]the[ ](?:prosecution|defence|defense|crown)|(?:the|a"
    r"|her|his)[ ](?:\w+[ ]){0,2}(?:prosecutor|lawyer|attorney|judge|detective|mother|father|friend|psychologist))"
)
_TOLD_COURT = pattern(
    r"(?:,[ ]\d{1,2},)?[ ](?:has[ ]|had[ ])?(?:told|tells|telling|gave[ ]evidence|giving[ ]evidence|testif\w+"
    r"|described|wept|sobbed|broke[ ]down|recalled)\b"
)
_COURT = pattern(
    r"\b(?:told|tells|telling|gave[ ]evidence|giving[ ]evidence|testif\w+|described|wept|sobbed|broke[ ]down"
    r"|recalled)\b(?:[ ][\w’'-]+){0,3}?[ ]?(?:court|jury|jurors|judge|tribunal|magistrates|inquiry|hearing|police"
    r"|panel|how|that|against|witness)?",
    re.IGNORECASE,
)
_COURT = pattern(
    r"\b(?:court|jury|jurors|judge|tribunal|magistrates?|hearing|police|panel|testif\w+|evidence|trial|disciplinary)\b",
    re.IGNORECASE,
)
_QUESTIONED = pattern(
    r"\b(?:put[ ]it[ ]to|cross-examin(?:ed|ing)|suggested[ ]to|questioned)[ ](?:(?:Mr|Mrs|Ms|Miss"
    r"|Dr)[.]?[ ])?\Z"
)
_ONE_OF = pattern(
    r"\b(?:One|one|Another|another|Among|among|The[ ]other|The[ ]first|The[ ]second|The[ ]youngest"
    r"|The[ ]others?)\b[^.;]{0,90}?\b(?:is|was|were|are)[ ](?:the[ ])?(?:(?:Mr|Mrs|Ms|Miss)[ ])?\Z"
)
_WHO_ACCUSED = pattern(
    r"\b(?:woman|man|girl|boy|person|pupil|student|patient|nurse|colleague|recruit|client|teenager|actress"
    r"|intern)s?\b[^.;“”]{0,40}?\b(?:who|whom|he|she)\b[^.;“”]{0,40}?\b(?:accus\w+|complain\w+|report\w+|rap\w+"
    r"|molest\w+|grop\w+|assault\w+|abus\w+|attack\w+)\b[^.;,“”]{0,30},?[ ](?:(?:is|was|named|called)[ ])?\Z"
)
_IDENTIFIED = pattern(
    r"\b(?:victim|complainant|accuser|survivor)s?\b,?(?:[ ](?:identified|named|known"
    r"|listed)[ ](?:[\w ]{0,24}[ ])?as)?[ ,]{0,2}(?:(?:an?[ ])?(?:certain[ ])?(?:Mr|Mrs|Ms|Miss)[.]?[ ])?\Z",
    re.IGNORECASE,
)
_IS_VICTIM = pattern(
    r",?[ ](?:\d{1,2},?[ ])?(?:(?:is|was|who[ ]is|who[ ]was)[ ])?(?:the|a|an|his|her|one[ ]of[ ](?:his|the|her"
    r"|their))[ ](?:[\w-]+[ ]){0,2}?(?:victims?|complainants?|accusers?|rape[ ]survivor)\b"
)


_RAPE_OF = pattern(
    r"\b(?:rape|sexual[ ](?:assault|abuse)|indecent[ ]assault|molestation|groping)[ ](?:of|on|against)[ ](?:(?:Mr"
    r"|Mrs|Ms|Miss)[ ])?\Z"
)
_OF_TWO = pattern(
    r"\b(?:exposed[ ]himself[ ]to|(?:raped|groped|molested|assaulted|abused|attacked|fondled|harassed|touched|grabbed"
    r"|groomed|filmed)"
    r"|sex[ ]with)[ ](?:a|an|the|one|two|three|four|his|her"
    r"|another)[ ](?:[\w-]+[ ]){0,4}[\w-]+,[ ](?:aged[ ])?(?:(?:Mr|Mrs|Ms|Miss)[.]?[ ])?\Z"
)
_COMPLAINED = pattern(
    r"(?:,[ ]\d\d)?(?:,[ ][^,;“”]{1,60})?,?[ ]whose[ ](?:\w+[ ])?(?:complaint|evidence|allegations?|testimony"
    r"|accusations?|statement|account|report"
    r"|claims?)\b|,[ ]\d\d,[ ]the[ ][\w -]{1,40}[ ]whose[ ](?:complaint|evidence|allegations?|testimony|accusations?)\b"
    r"|[ ](?:on|about|of|and|faces|confronts|watches|sees)[ ](?:her|his)[ ](?:alleged[ ])?(?:rapist|attacker|abuser"
    r"|molester|ordeal|assault|rape)\b"
)
_OWN_CASE = pattern(r"[’']s[ ](?:alleged[ ])?(?:rape|rapist|ordeal|abuser|sexual[ ]assault)\b")


class Complainant(NamedTuple):
    """A complainant: the range of the name, or of what makes the person recognisable."""

    start: int
    end: int
    is_named: bool


def find_named(text: str, clause: Clause) -> Iterator[Complainant]:
    """Yield the names of complainants in a sentence that is near words of a sexual offence."""
    for at in clause.names:
        item = clause.items[at]
        is_stand_in = item.lower.split(" ")[-1] in _STAND_INS
        if item.kind != "person" or is_stand_in or _is_other(text, item):
            continue
        if _is_told(text, item) or _is_done_to(text, clause, at):
            yield Complainant(item.start, item.end, True)


def find_traits(text: str) -> Iterator[Complainant]:
    """Yield what makes a complainant recognisable who is not named."""
    for match in expressions("traits").finditer(text):
        yield Complainant(match.start(), match.end(), False)


def _is_other(text: str, item: Item) -> bool:
    """Tell whether a name is that of the accused, or of somebody who speaks for others."""
    before, after = text[max(0, item.start - 40) : item.start], text[item.end : item.end + 90]
    return bool(_ACCUSED.match(after) or _SPEAKERS.search(before) or _SPEAKER_AFTER.match(after))


# Who is said to have done it: what stands right before and right behind the name of an accused.
_CHARGE_AGAINST = pattern(
    r"\b(?:accus(?:ed|es|ing|ations?[ ]against)|(?:allegations?|charges?|claims?|complaints?|case|suit|evidence)[ ]"
    r"against|rapist|molester|suspect|defendant|(?:raped|molested|groped|assaulted|abused|attacked)[ ]by)[ ]"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)[.]?[ ])?\Z"
)
_CHARGED = pattern(
    r"(?:,[ ][^,.;]{1,40},)?[ ](?:who[ ])?(?:(?:(?:has|had)[ ])?(?:also[ ]|repeatedly[ ])?(?:den(?:y|ies|ied)"
    r"|allegedly[ ](?:raped|molested|groped|sexually|indecently))|(?:is|was|been|being|were|has[ ]been|had[ ]been)[ ]"
    r"(?:\w+ly[ ])?(?:accused|charged|alleged[ ]to))\b|,?[ ](?:accused|charged)[ ](?:of|with)\b|’s[ ]"
    r"(?:(?:\w+[ ])?accusers?|alleged[ ]victims?|trial"
    r"|defence|lawyers?[ ]den\w+|denials?)\b|,?[ ]the[ ](?:accused|defendant)\b"
)
_OF_LYING = pattern(
    r"[^.;]{0,40}?\b(?:lying|lied|liar|making[ ](?:it|this|that|the)|mak(?:e|ing)[ ]up|made[ ](?:it|this|that)?[ ]?up"
    r"|invent\w*|fabricat\w*|consent\w*|exaggerat\w*|fantas\w*|flirt\w*)\b"
)


def is_accused(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence accuses the person named in a range of it, other than of lying about what was done."""
    after = text[end : end + _REACH]
    is_charged = _CHARGE_AGAINST.search(text[max(0, start - _REACH) : start]) or _CHARGED.match(after)
    return is_charged is not None and _OF_LYING.match(after) is None


_REACH = 100  # code points


def _is_told(text: str, item: Item) -> bool:
    """Tell whether a name is told to be a complainant's: “the victim, Roe”, “one of them was Roe”, “put it to Roe”."""
    before, after = text[max(0, item.start - 140) : item.start], text[item.end : item.end + 60]
    if _RAPE_OF.search(before) or _OWN_CASE.match(text, item.end):
        return True
    if _IDENTIFIED.search(before) or _ONE_OF.search(before) or _WHO_ACCUSED.search(before):
        return True
    if _IS_VICTIM.match(after) or _HEARD_OF.search(before) or _OF_TWO.search(before):
        return True
    if _COMPLAINED.match(text, item.end):
        return True
    is_questioned = _QUESTIONED.search(before) or (before.endswith("accused ") and _OF_LYING.match(text, item.end))
    return bool(is_questioned and SEXUAL.search(text))


def _is_done_to(text: str, clause: Clause, name: int) -> bool:
    """Tell whether a sentence says that a sexual offence was done to the one named."""
    items = clause.items
    for verb in range(len(items)):
        if not _is_sexual(items, verb):
            continue
        if is_passive(items, verb):
            subject = subject_of(items, verb, "past")
            agent = agent_of(items, verb)
            if agent is not None and agent.at == name:
                return False
            if subject is not None and _stands_for(items, subject.at, name, verb):
                return True
        elif _object_is(items, verb, name):
            return True
    if _tells_of_own(text, clause, name):
        return True
    is_teller = _TOLD_COURT.match(text, items[name].end) is not None
    return is_teller and _COURT.search(text) is not None and SEXUAL.search(text, items[name].end) is not None


def _tells_of_own(text: str, clause: Clause, name: int) -> bool:
    """Tell whether somebody says what was done: “Roe said that her manager had forced himself on her”."""
    items = clause.items
    done = _DONE_TO.search(text, items[name].end)
    if done is None or not _GIVES.match(text, items[name].end):
        return False
    between = [item for item in items[name + 1 :] if item.start < done.start()]
    if any(item.kind == "person" for item in between[:-1]) and not any(item.lower in _NOMINATIVE for item in between):
        return between[-1].kind == "person"
    return any(_may_do(between, at) for at in range(len(between)))


def _may_do(between: Sequence[Item], at: int) -> bool:
    """Tell whether a word between a name and a deed may be its doer: “he”, “a man”, “her former manager”, a name."""
    item = between[at]
    if item.lower in _NOMINATIVE - {"who"} or item.kind == "person":
        return True
    if at + 1 >= len(between) or between[at + 1].kind != "word":
        return False
    is_owned = item.lower in ("her", "his") and at > 0 and between[at - 1].lower in _OPENS
    return is_owned or item.lower in ("the", "a", "an")


def _is_sexual(items: Sequence[Item], at: int) -> bool:
    word = items[at].lower
    if word not in SEXUAL_VERB:
        return False
    return word not in _PLAIN or any(item.lower in _ADVERBS for item in items[max(0, at - 2) : at])


def _stands_for(items: Sequence[Item], subject: int, name: int, verb: int) -> bool:
    """Tell whether a subject is a name, or a pronoun for which it may stand: the nearest name before it."""
    if subject == name:
        return True
    if items[subject].lower not in _THIRD or not name < subject < verb:
        return False
    return not any(item.kind == "person" for item in items[name + 1 : subject])


def _object_is(items: Sequence[Item], verb: int, name: int) -> bool:
    """Tell whether the object of an active verb is a name, or “her” or “him” after it."""
    after = items[verb + 1 : verb + 1 + _FEW]
    if any(item is items[name] for item in after):
        return items[verb + 1].kind == "person" or items[verb + 1].lower in ("mr", "mrs", "ms", "miss", ",")
    if not after or after[0].lower not in _OBJECTS or name > verb:
        return False
    subject = subject_of(items, verb, "ing" if items[verb].lower.endswith("ing") else "past")
    is_doer = subject is not None and subject.at == name
    between = items[name + 1 : verb]
    has_other = any(_may_do(between, at) for at in range(len(between)))
    return has_other and not is_doer and not any(item.kind == "person" for item in between)
