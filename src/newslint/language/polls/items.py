"""Tell what a text says of how a poll was done: who did it and for whom, whom it asked, how many, when and how.

The items are those that codes of pollsters ask to be disclosed; the patterns are our own reading of news copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint.language.polls.words import ASKING, MONTH, NUMBER, PEOPLE, WEEKDAY
from newslint.patterns import pattern
from newslint.records import NamedTuple

_NAME = r"[A-ZÀ-Þ][\w&’'.-]{0,25}"
# Words with a capital that name nobody who asked.
NO_NAME = (
    r"(?:(?:An?|The|One|Another|New|Latest|Recent|Some|Most|Many|Every|Each|National|State|Local|Early|Opinion|Exit"
    r"|Online|Internal|Our|Its|Their|His|Her|This|That|These|Two|Three|Several|Other|Public|Private|Independent"
    r"|Of|Among"
    rf"|Straw|Snap|{MONTH}|{WEEKDAY}|In|On|But|And|If|When|While|As|So|Yet|Even|No|Both|Only|Nearly|Almost"
    rf"|About|They|We"
    r"|Twitter|Facebook|Instagram|TikTok|YouTube|Nationwide|Statewide|General|Presidential|Election|Interviewers?"
    r"|Polling|Pollsters?|Researchers|He|She|It|Who|Those|Which|What|Half|Fewer|More|Asked|Polls?|Surveys?)\b)"
)
_DAY = (
    rf"(?:{MONTH}|{WEEKDAY}|\b(?:(?:last|this|earlier[ ]this|over[ ]the|at[ ]the|in[ ]the)[ ](?:past[ ]|last[ ]"
    r"|early[ ]|late[ ]|first[ ]|second[ ]|previous[ ])?(?:week(?:end)?|month|year|spring|summer|autumn|fall|winter"
    r"|fortnight|(?:two|three|four|five|ten|\d+)[ ](?:days|weeks|months))|yesterday|(?:in|over|at"
    r"|around)[ ](?:\w+[ ])?(?:19|20)\d\d|(?-i:Easter|Christmas|Whitsun|Lent"
    r"|Ramadan|Diwali|Thanksgiving|Pentecost|New[ ]Year)|the[ ](?:first|last|second|third|same|previous"
    r"|past)[ ]week"
    r"|(?:two|three|four|five|six|\d+)[ ](?:days|weeks|months|years)[ ](?:ago|earlier|before))\b)"
)


def _gap(size: int) -> str:
    return rf"[^.!?;\n]{{0,{size}}}?"


class Item(NamedTuple):
    """Hold a part of a poll's disclosure: its name, how a message calls it, and the patterns that show it."""

    name: str
    told: str
    patterns: tuple[re.Pattern[str], ...]


_POLLSTER = (
    pattern(
        r"\b(?:[Oo]ur|[Mm]y)[ ](?:[\w-]{1,20}[ ]){0,3}?(?:poll|survey)\b"
        r"|\b(?:we|We|this[ ]newspaper)[ ](?:asked|polled|surveyed)\b"
    ),
    pattern(
        r"\b(?:YouGov|Ipsos|Gallup|Pew|Quinnipiac|Rasmussen|Marist|Monmouth|Nielsen|Kantar|Opinium|Savanta"
        r"|ComRes|ICM"
        r"|Survation|Populus|Morning[ ]Consult|SurveyMonkey|Zogby|CVoter|C-Voter|Lokniti|Axis[ ]My[ ]India|Redfield"
        r"|Deltapoll|Techne|BMG|Siena|Suffolk|Emerson|Forsa|Infratest|Insa|Allensbach|Ifop|Elabe|Odoxa|Newspoll"
        r"|Roy[ ]Morgan|L[ée]ger|Angus[ ]Reid|Nanos|Ekos|Abacus|Mainstreet|Eurobarometer|ORC|Selzer|Trafalgar"
        r"|Find[ ]Out[ ]Now|More[ ]in[ ]Common|JL[ ]Partners|Red[ ]C|LucidTalk|NatCen|NORC|SSRS"
        r"|Public[ ]Policy[ ]Polling|PPP|RealClear\w*|FiveThirtyEight)\b"
    ),
    pattern(
        rf"\b(?:[Pp]oll|[Ss]urvey|[Ss]ource|[Ff]igures|[Ff]ieldwork"
        rf"|[Pp]ollsters?):?[ ](?:by[ ])?(?!{NO_NAME}){_NAME}|[(](?!{NO_NAME}){_NAME}[ ][^()]{{3,120}}[)]"
    ),
    pattern(
        rf"\b(?:told|figure|office,|institute|firm|house|agency|company|arm|unit|pollsters)[ ](?!{NO_NAME}"
        rf"|{MONTH}|{WEEKDAY}){_NAME}"
    ),
    # “A poll by Quayside Polling”, “conducted by the Harbour Institute”
    pattern(
        rf"\b(?:[Pp]olls?|[Ss]urveys?|[Pp]olling|[Rr]esearch|[Ff]ieldwork|[Ii]nterview(?:s|ers)|[Ss]urveyed"
        rf"|[Pp]olled"
        rf"|[Ii]nterviewed|[Qq]uestioned|[Aa]sked|[Cc]onducted|[Cc]arried[ ]out|[Cc]ommissioned|[Rr]un|[Pp]ublished"
        rf"|[Rr]eleased|[Dd]one|[Tt]aken|[Hh]eld|[Ff]igures|[Rr]esults)\b{_gap(60)}\b(?:by|from"
        rf"|for)[ ](?:[Tt]he[ ]|an?[ ])?"
        rf"(?:[a-z-]+[ ]){{0,4}}?(?!{MONTH}|{WEEKDAY}){_NAME}"
    ),
    # “A Quayside Polling survey”, “Quayside, which asked”
    pattern(
        rf"(?<![\w.])(?!{NO_NAME}){_NAME}(?:(?:[ ]|/|[ ]and[ ]){_NAME}){{0,4}}(?:[’']s?)?[ ](?:[a-z-]+[ ]){{0,3}}?"
        r"(?:[Pp]oll|[Ss]urvey|[Pp]olling|[Ss]tudy)\b"
    ),
    pattern(
        rf"(?<![\w.])(?!{NO_NAME}){_NAME}(?:[ ](?:&[ ]"
        rf"|and[ ])?{_NAME}){{0,4}}(?:,[ ][^,.;]{{3,60}},)?,?[ ](?:which[ ]|who[ ]"
        rf"|that[ ])?(?:has[ ]|have[ ]|had[ ])?(?:{ASKING}|spoke[ ]to|put[ ](?:the|this|it)|reports|found|finds"
        rf"|carried[ ]out"
        r"|conducted|did)\b"
    ),
    pattern(
        rf"\b(?:[Aa]ccording|[Tt]old|named|said)[ ](?:it[ ]|as[ ][^.;]{{3,40}}[ ])?to[ ](?:the[ ]"
        rf"|an?[ ])?(?:[a-z-]+[ ]){{0,5}}?(?!{NO_NAME}){_NAME}"
    ),
    pattern(
        r"\b(?:[Tt]he|[Aa])[ ](?:[\w’'-]{1,20}[ ]){0,5}?(?:institute|university|pollsters?|firm|company|agency"
        r"|think[ ]tank|charity"
        rf"|union|newspaper|broadcaster)[ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{ASKING}\b"
    ),
)
_SPONSOR = (
    pattern(
        rf"(?<![\w.])(?!{NO_NAME}){_NAME}(?:[ ]{_NAME}){{0,3}}[ ]for[ ](?:the[ ])?{_NAME}|"
        rf"\b(?:commissioned|sponsored|funded|paid[ ]for|financed|hired)\b|\b(?:on[ ]behalf[ ]of"
        rf"|on[ ]its[ ]behalf)\b"
        rf"|\b(?:poll|survey|conducted|carried[ ]out|polling|polled|asked|interviewed|questioned|residents"
        rf"|people|adults"
        rf"|voters){_gap(60)}[ ]for[ ](?:the[ ](?:[\w’'-]{{1,20}}[ ]){{0,4}}?)?[A-Z]|\b[A-Z]\w+/[A-Z]\w+"
        rf"|\b[A-Z]\w+-[A-Z]\w+[ ](?:poll|survey)\b"
    ),
)
_SAMPLE = (
    pattern(
        rf"\b(?:{ASKING}|(?:interviews|responses|replies|answers)[ ](?:with|from)|sample|polls?|surveys?"
        rf"|polling|vote|based[ ]on"
        rf"|among|from|of|with|to)[ ](?:of[ ]|was[ ]|is[ ])?(?:[a-z-]+[ ]){{0,5}}?{NUMBER}[ ](?!per|%|years?"
        rf"|days?|months?)[a-zA-Z]",
        re.IGNORECASE,
    ),
    pattern(
        rf"\b(?:of|among|with|from|{ASKING})[ ](?:[a-z-]+[ ]){{0,2}}?(?:19|20)\d\d[ ]"
        rf"(?:[\w’'-]{{1,20}}[ ]){{0,3}}?{PEOPLE}\b"
        rf"|\b{ASKING}[ ]{NUMBER}\b|\b(?:poll|survey|among)[ ](?:of[ ])?{NUMBER}\b|\b{NUMBER}[ ](?!per|pct"
        rf"|points)(?:[\w’'-]{{1,20}}[ ]){{0,4}}?(?:{PEOPLE}|interviews|responses"
        rf"|replies|questionnaires"
        rf"|returns|women|men)\b|\bn[ ]?=[ ]?\d|\b{NUMBER}[- ](?:person|people|strong|voter|member)\b"
        rf"|\bsample[ ]size\b",
        re.IGNORECASE,
    ),
)
_POPULATION = (
    pattern(
        r"\b(?:registered|likely|eligible|undecided|representative|nationally|nationwide|aged?|over[ ]\d\d"
        r"|sample[ ]of)[ ]"
        r"|\b(?:adults|voters|residents|respondents|parents|teachers|nurses|doctors|students|workers|employees"
        r"|households"
        r"|members|readers|customers|drivers|owners|farmers|tenants|people[ ](?:in|aged|across|from|who)"
        r"|[A-Z][a-z]+(?:ans|ers))\b"
    ),
)
_DATES = (
    pattern(
        r"(?<!published )(?<!released )(?<!published on )(?<!released on )(?<!out )(?<!out on )(?<!unveiled )"
        r"(?<!issued )"
        rf"(?<!published this )(?<!released this ){_DAY}(?![’']s[ ](?:election|vote|debate|referendum))",
        re.IGNORECASE,
    ),
)
_MODE = (
    pattern(
        r"\b(?:online|on-line|by[ ](?:tele)?phone|(?:tele)?phoned?|telephoned|cell-?phones?|landlines?|mobiles?"
        r"|face[- ]to[- ]face"
        r"|in[- ]person|by[ ](?:text|mail|post|e-?mail)|text[- ]message|door[- ]to[- ]door|web-?based|internet"
        r"|panel|robocalls?"
        r"|automated|paper[ ]questionnaires?|in[ ]their[ ]homes|called)\b",
        re.IGNORECASE,
    ),
)
_POINT = r"(?:\d{1,2}(?:\.\d{1,2})?|one|two|three|four|five|six|seven)"
_MARGIN = (
    pattern(
        rf"\b(?:margins?|errors?)\b{_gap(45)}\b{_POINT}[ -]?(?:%|per[ ]?cent|percent|percentage|points?)"
        r"|\bmargins?[ ](?:of|for)[ ](?:sampling[ ]|statistical[ ])?error\b|\berror[ ]margins?\b"
        r"|\bplus[- ]or[- ]minus\b|±|\+/[-–−]"
        r"|\bsampling[ ]error\b|\bconfidence[ ](?:interval|level)\b|\bcredibility[ ]interval\b"
        r"|\bstatistical(?:ly)?[ ]"
        r"(?:tie|tied|dead[ ]heat|insignificant|level)\b|\bwithin[ ]the[ ]margin\b|\bgive[ ]or[ ]take\b"
        r"|\baccurate[ ]to[ ](?:within[ ])?\d"
        rf"|\bwithin[ ]{_POINT}[ ]points?\b|\b(?:off|out)[ ]by[ ]{_POINT}[ ]points?\b",
        re.IGNORECASE,
    ),
)
ITEMS = (
    Item("pollster", "who did it", _POLLSTER),
    Item("sponsor", "who paid for it", _SPONSOR),
    Item("sample", "how many people were asked", _SAMPLE),
    Item("population", "whom it asked", _POPULATION),
    Item("dates", "when they were asked", _DATES),
    Item("mode", "how they were asked", _MODE),
    Item("margin", "its margin of error", _MARGIN),
)


@lru_cache(maxsize=256)  # of one text it is asked for several reasons
def given_items(text: str) -> frozenset[str]:
    """Return the names of the items that a text gives of a poll."""
    return frozenset(item.name for item in ITEMS if any(regex.search(text) for regex in item.patterns))


def tell_items(names: frozenset[str]) -> Iterator[str]:
    """Yield how a message calls the items, in the order in which codes list them."""
    return (item.told for item in ITEMS if item.name in names)


# A body that does research, or whose report a text tells of: it stands for who asked.
_BODY = (
    r"(?:Foundation|University|College|Institut(?:e|ion)|Cent(?:re|er)|Council|Association|Society|Trust|Academy|School"
    r"|Federation)"
)
_INSTITUTION = pattern(
    rf"\b[A-Z][a-z’]{{1,20}}[ ]{_BODY}\b"
    rf"|\b{_BODY}[ ](?:of|for|on)[ ](?:the[ ])?[A-Z]"
    r"|\b(?!UK|US|EU|UN|TV)[A-Z]{2,6}(?:[’']s)?[ ](?:report|study|research|paper)\b"
)


def names_institution(text: str) -> bool:
    """Tell whether a text names a university, a foundation or another body that does research."""
    return _INSTITUTION.search(text) is not None
