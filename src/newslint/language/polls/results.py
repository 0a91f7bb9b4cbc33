"""Find where a text names a poll of people and where it tells a result."""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.language.polls.words import ASKING, NUMBER, PEOPLE, PERCENT, SHARE
from newslint.patterns import pattern

# Of these a text that reports a poll has one, cut at hyphens.
POLL_WORDS = frozenset(
    """poll polls polled survey surveys surveyed polling questioned interviewed canvassed sampled interviewers
    margin pollster canvass""".split()
)
# Or one of these, with a number of people
ASKING_WORDS = frozenset("asked spoke research put among islanders interviews adults".split())
_MANY_PEOPLE = pattern(r"\d,\d{3}|(?<!\d)\d{3}(?!\d)")


def may_report(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text may report a poll; `words` are its different words."""
    if not POLL_WORDS.isdisjoint(words):
        return True
    return not ASKING_WORDS.isdisjoint(words) and _MANY_PEOPLE.search(text) is not None


# One poll: what “polls” or “an average of polls” show is none that a text could describe.
_NOUN = pattern(
    r"""
      (?<![\w-])(?:opinion[ ]|tracking[ ])?(?:poll|survey|canvass)(?![\w-])
      (?![ ](?:tax|station|books?|workers?|watchers?|numbers|data[ ]set|ship|vessel|team|drone|averages?|aggregat\w+
        |threshold
        |ratings?|standings?|showings?|campaigns?|dates?|day|defeats?|victory
        |trackers?|questions?|respondents|results?[ ]page))
    | \b(?:polling|polled|surveyed)\b
      (?=[ ](?:(?:was|were|by|for|of|from|conducted|carried|commissioned|done|about|around|more|almost|nearly
        |over|some|just)\b
        |\d|an?[ ]|[\w-]+[ ]\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Somebody asked many people, without the word: “which asked 1,004 people”, “research among 1,250 Spaniards”.
_MANY = pattern(
    rf"\b(?:{ASKING}|spoke[ ]to|put[ ][^.!?;]{{3,40}}[ ]to|research[ ]among"
    rf"|interviews[ ]with)[ ](?:[a-z-]+[ ]){{0,4}}?{NUMBER}[ ]"
    rf"(?:[\w’'-]{{1,20}}[ ]){{0,3}}?{PEOPLE}\b"
    rf"|\b{NUMBER}[ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{PEOPLE}[ ](?:[\w’'-]{{1,20}}[ ]){{0,4}}?(?:surveyed|polled"
    rf"|interviewed|questioned"
    r"|asked|sampled)\b"
    rf"|\b{ASKING}[ ]{NUMBER}(?=[ ](?:for|in|on|by|from|over|between)\b|[,.;])"
    rf"|\bamong[ ](?:[a-z]+[ ]){{0,2}}?{NUMBER}[ ](?:of[ ](?:them|its|the)\b"
    rf"|(?:[\w’'-]{{1,20}}[ ]){{0,2}}?{PEOPLE}\b)"
    rf"|{SHARE}[ ]of[ ](?:the[ ]|its[ ]|our[ ])?{NUMBER}[ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{PEOPLE}\b"
    rf"|\binterviews\b[^.!?;]{{0,30}}?\b{NUMBER}\b|\b{NUMBER}[ ](?:\w+[ ]){{0,2}}interviews\b"
    r"|\bput[ ](?:the|this|that)[ ]question\b|\b(?-i:Pollsters?[ ][A-Z])\w+"
    rf"|\b{NUMBER}[ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{PEOPLE}\b[^.!?]{{0,60}}?\bmargin[ ]of[ ]error\b"
    rf"|\b(?:which|who)[ ](?:asked|polled|surveyed|questioned)[ ](?:them|voters|people|adults|residents)\b",
    re.IGNORECASE,
)
# “Go to the polls”, “a tight poll”, surveys of land and of things, and those of statistical offices.
_OTHER = pattern(
    r"""
      \b(?:top(?:ped|s)?|topping|head(?:ed|s)?[ ](?:of[ ])?|deed|straw)[ ](?:the[ ])?poll\b
    | \b(?:tight|coming|forthcoming|outcome[ ]of[ ]the)[ ]poll\b
    | \b(?:geological|land|aerial|property|structural|building|archaeological|seismic|geophysical|ecological
      |bird|wildlife
        |coastal|site|boundary|topographic\w*|underwater|satellite|traffic|quantity|literature|household
          |labou?r[ ]force
        |community|expenditure|ordnance|sky|stock|damage|safety|PMI|purchasing[ ]managers\w*
        |registration|feedback|exit|annual[ ]staff|land[ ]use|soil|marine|sonar|pulse|heritage|habitat
          |condition)[ ]survey\b
    | \b(?:Geological|Labou?r[ ]Force|American[ ]Community|Antarctic|Household|Census|Housing|Crime|Population
      |Health)[ ]
      (?:[A-Z]\w+[ ]){0,3}Survey\b
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=1024)  # two rules ask for the same sentences
def find_poll(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the range of the words that name a poll of people in a sentence [start, end) of a text, or None."""
    others = [match.span() for match in _OTHER.finditer(text, start, end)]
    for match in _NOUN.finditer(text, start, end):
        if not any(first <= match.start() < last or first < match.end() <= last for first, last in others):
            return match.span()
    many = _MANY.search(text, start, end)
    return many.span() if many else None


_OPINING = (
    r"(?:say|says|said|saying|support|supports|supported|supporting|oppose[sd]?|opposing|back|backs|backed"
    r"|backing|approve[sd]?"
    r"|approving|disapprove[sd]?|favou?r(?:s|ed|ing)?|want(?:s|ed|ing)?|believe[sd]?|think|thought|agree[sd]?"
    r"|disagree[sd]?"
    r"|trust(?:ed|s)?|prefer(?:red|s)?|would|wished?|feel|felt|expect(?:ed|s)?|rated?|plan(?:ned)?|intend(?:ed)?"
    r"|view(?:ed)?|consider(?:ed)?|chose|choose|picked|disliked?|liked?|thinking|wanting|worried|worry|fear(?:ed)?"
    r"|hope[sd]?|blamed?|opted|regret(?:ted)?|doubt(?:ed)?|satisfied|dissatisfied|unhappy|happy|undecided"
    r"|in[ ]favou?r"
    r"|opposed|against|named|cited|admit(?:ted)?|demanding|demand(?:ed)?)"
)
_WEAKER = (
    r"(?:reported|were|are|had|have|was|is|did|do|don[’']t|described|called|told|answered|responded|replied"
    r"|behind|for)"
)
_PERSONS = rf"(?:[ ](?:of|among)[ ](?:[\w’'-]{{1,20}}[ ]){{0,5}}?{PEOPLE})"
_RACE = (
    r"(?:support|backing|approval|ratings?|leads?|leading|led|ahead|trails?|trailed|trailing|behind|edge"
    r"|advantage|gap|level"
    r"|tied|popularity)"
)
_RESULT = pattern(
    rf"""
      {SHARE}{_PERSONS}?[ ,]+(?:[\w’'-]{{1,20}}[ ,]+){{0,6}}?{_OPINING}\b
    | {SHARE}{_PERSONS}[ ,]+(?:[\w’'-]{{1,20}}[ ,]+){{0,3}}?{_WEAKER}\b
    | {SHARE}[ ](?:of[ ])?(?:[\w’'-]{{1,20}}[ ]){{0,5}}?{PEOPLE}\b
    | \b{_RACE}\b[^.!?;]{{0,40}}?\b(?:{PERCENT}|(?:\d{{1,2}}(?:\.\d)?|\w+)[ ](?:percentage[ ])?points?\b
        |\d{{2}}[ ]?(?:[-–]|to)[ ]?\d{{2}})
    | \b(?:on|at|by|has|have|had|gets?|got|give|gives|puts?)[ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{PERCENT}
    | \b(?:on|at)[ ]\d\d\b[^.!?;]{{0,40}}?\b(?:on|at)[ ]\d\d\b
    | \b[A-Z]\w+[ ]\d\d,[ ][A-Z]\w+[ ]\d\d\b | \b\d\d[ ](?:to|against)[ ]\d\d[ ](?:per[ ]?cent|percent|in)\b
    | \b(?:\d{{1,2}}|\w+)-(?:percentage-)?point[ ](?:lead|advantage|edge|gap)\b
    | \b\w+[ ](?:is|are|was)[ ]the[ ](?:[\w-]+[ ]){{0,2}}(?:least|most)[ ]popular\b | \bapproval\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


_ANY = pattern(rf"{SHARE}|\b\d\d[ ]?(?:[-–]|to|against)[ ]?\d\d\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def tells_result(text: str, start: int, end: int, *, is_sure: bool = False) -> bool:
    """Tell whether a sentence gives a share of people, or a lead; `is_sure`: any share is one of people."""
    return _RESULT.search(text, start, end) is not None or (is_sure and _ANY.search(text, start, end) is not None)
