"""Tell in whose voice a crime is told: the text's own, or that of police, courts, accusers, or of doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.language.crime.clauses import Item
from newslint.patterns import pattern

# Words with which a sentence leaves a crime to others, wherever they stand in it.
_HEDGED = pattern(
    r"\b(?:alleg\w+|reportedly|apparently|purported\w*|supposed\w*|seemingly|possibly|perhaps|probably|presumabl\w+"
    r"|ostensibly|according[ ]to|accusations?|claims?|claimed|claiming|rumou?r\w*|suspicions?|theor(?:y|ies)"
    r"|suspects?"
    r"|so-called|hoax|conspiracy[ ]theor\w+|falsely|wrongly|untrue|baseless|unfounded|fictional|fictitious|imagin\w+"
    r"|pretend\w*[ ]to[ ](?!be\b)|hypothetical\w*|den(?:y|ies|ied|ial|ying)|innocen\w+|exonerat\w+|cleared|acquitt\w+"
    r"|not[ ]guilty"
    r"|affidavit|indictment|charge[ ]sheet|court[ ](?:documents|papers|filings?|records)"
    r"|believed[ ]to|thought[ ]to|said[ ]to|understood[ ]to|reported[ ]to|suspected|charges[ ]that|case[ ]against"
    r"|prosecution|prov(?:e|en|ing)|allegation)\b",
    re.IGNORECASE,
)
# Officers and courts, and what they do with a story.
_OFFICIAL = (
    r"(?:police|prosecut\w+|detectives?|investigators?|officers?|authorities|sheriff\w*|court|jury|jurors|judge"
    r"|tribunal"
    r"|coroner|magistrates?|FBI|attorneys?|lawyers?|barrister|complaint|suit|report|inquiry|regulators?|officials?"
    r"|witness(?:es)?|accusers?|complainant|trustees|auditors?|panel|commission|watchdog|crown|DA)"
)
_TELLING = (
    r"(?:sa(?:y|ys|id|ying)|told|tells?|heard|hears|alleg\w+|claim(?:s|ed)?|believ\w+|argu\w+|state[sd]?|accus\w+"
    r"|wrote|testif\w+"
    r"|describ\w+|found|finds|conclud\w+|ruled|according|shown|show(?:s|ed)?|reveal\w*|contend\w*|maintain\w*"
    r"|suspect\w*"
    r"|think|set[ ]out|outlin\w+|detail\w+|reported|was[ ]read|opened|recount\w*|explain\w*)"
)
_REPORTED = pattern(
    rf"\b{_OFFICIAL}\b[^.;]{{0,60}}?\b{_TELLING}\b|\b{_TELLING}[ ](?:the[ ])?(?:\w+[ ])?{_OFFICIAL}\b", re.IGNORECASE
)
# What opens a run of sentences that tell what a court, the police or a paper says.
_RUN = pattern(
    r"\b(?:police|prosecut\w+|detectives?|investigators?|officers|authorities|sheriff\w*|court|jury|jurors|judge"
    r"|tribunal|coroner|magistrates?|FBI|attorneys?|lawyers?|barrister|counsel|complainant|crown|(?:law)?suit"
    r"|complaint|indictment)\b[^.;]{0,80}?\b(?:sa(?:y|ys|id|ying)|told|tells?|heard|hears|alleg\w+|claim(?:s|ed)?"
    r"|believ\w+|argu\w+|state[sd]?|accus\w+|testif\w+|describ\w+|contend\w*|maintain\w*|suspect\w*|think"
    r"|set[ ]out|outlin\w+|opened|recount\w*)\b|\balleg(?:ed|es|edly|ations?)\b|\baccus(?:ed|es|ing)[ ]\w+"
    r"|\baccording[ ]to\b|\b(?:indictment|affidavit|charge[ ]sheet)\b",
    re.IGNORECASE,
)
_GOVERNING = frozenset(
    """accused accuses accusing suspected charged charges indicted suspicion wanted questioned arrested convicted
    cleared acquitted denies denied denying tried investigated detained held guilty blamed blames jailed sentenced
    charge admitted admits arrest arrests claims warrant count counts sued fined trial case threatened""".split()
)
_REACH = 16  # items
_ING_AFTER = frozenset("of with for from to and or by on".split())
_NOUNS_OF_TELLING = frozenset(
    """claim claims allegation allegations rumour rumours rumor rumors theory theories suggestion suggestions reports
    report evidence idea notion belief story stories accusation proof fear fears possibility impression lie
    speculation""".split()
)


# A clause of its own, with its own subject: what was denied before it is not denied in it.
_NEW_CLAUSE = pattern(r"(?:,[ ](?:and|but|yet)[ ]|;[ ])(?=(?:he|she|they)[ ]|[A-Z])")
_DENIED = pattern(r"\bden(?:y|ies|ied|ying)\b|\bnot[ ]guilty\b", re.IGNORECASE)


def own_clause(sentence: str, at: int) -> str:
    """Return the part of a sentence behind a denial that ends before a place in it, or the sentence."""
    cuts = [match.end() for match in _NEW_CLAUSE.finditer(sentence, 0, at)]
    if not cuts or not _DENIED.search(sentence, 0, cuts[-1]):
        return sentence
    head = _DENIED.sub(" ", sentence[: cuts[-1]])
    return sentence if _HEDGED.search(head) or _REPORTED.search(head) else sentence[cuts[-1] :]


def is_left_to_others(sentence: str) -> bool:
    """Tell whether a sentence leaves what it tells of a crime to others, or doubts it, or asks."""
    if sentence.rstrip("”\"’' ").endswith("?"):
        return True
    return _HEDGED.search(sentence) is not None or _REPORTED.search(sentence) is not None


def opens_report(sentence: str) -> bool:
    """Tell whether a sentence begins to retell what a court, the police or a paper says."""
    return _RUN.search(sentence) is not None


def is_governed(items: Sequence[Item], at: int) -> bool:
    """Tell whether a verb is what somebody is accused of: “charged with stabbing”, “the claim that Pell stole”."""
    before = items[max(0, at - _REACH) : at]
    words = [item.lower for item in before]
    if items[at].lower.endswith("ing") and any(word in _ING_AFTER for word in words[-3:]):
        return not _GOVERNING.isdisjoint(words)
    if "that" in words:
        return words[max(0, len(words) - 1 - words[::-1].index("that")) - 1] in _NOUNS_OF_TELLING
    return not {"if", "whether", "unless"}.isdisjoint(words)
