"""Tell relative risks (“doubles the risk of stroke”) from absolute ones (“from 2 to 4 in 10,000”)."""

from __future__ import annotations

import re

from newslint.language.medicine.words import DEATH, ILLNESS, STUDY
from newslint.patterns import pattern

# Of these a sentence with a relative risk has one.
RISK_WORDS = frozenset(
    """risk risks odds chance chances likelihood likely likelier danger rate rates mortality deaths cases
    effective increase rise reduction drop fall fell rose decrease decline jump fewer more cut lower
    raise incidence times""".split()
)
_COUNT = r"(?:\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|several|many)"
_AMOUNT = (
    r"(?:\d{1,3}(?:\.\d{1,2})?[ -]?(?:%|per[ -]?cent\b|percent\b|pc\b)|(?:a|one|two|three)[- ](?:third|thirds"
    r"|quarter|quarters"
    r"|fifth|half|tenth|sixth|eighth)s?\b|half\b|(?:two|three|four|five|six|ten|\d{1,2})-?fold\b"
    r"|\w+[ ]per[ ]cent\b)"
)
_RISK = r"(?:risks?|odds|chances?|likelihood|danger|incidence|mortality|death[ ]rates?|prevalence)"
_MORE = r"(?:higher|lower|greater|increased|reduced|elevated|raised|bigger|smaller|less|more|extra|added|lesser)"
_TIMES = rf"(?:twice|thrice|double|triple|{_COUNT}[ ]times)"
_EVENT = rf"(?:cases|deaths|{_RISK}|{ILLNESS}|hospital[ ]admissions|hospitali[sz]ations)"
_SURE = pattern(
    rf"""
      \b(?:doubl|tripl|trebl|quadrupl|halv)(?:es?|ed|ing)\b[^.!?;]{{0,40}}?\b{_RISK}
    | \b{_AMOUNT}[ ](?:[a-z]+[ ])?{_MORE}[ ](?:[a-z]+[ ]){{0,2}}?(?:{_RISK}\b|likely\b)
    | \b{_AMOUNT}[ ](?:[a-z]+[ ]){{0,2}}?(?:risk[ ]reduction|reduction[ ]in[ ]risk)
    | \b{_TIMES}[ ](?:as[ ]|more[ ]|less[ ]|the[ ])?(?:likely|likelier|higher|greater|{_RISK})\b
    | \b(?:cuts?|reduc|rais|increas|lower|slash|boost|shrink|trim
      |lift)\w*[ ][^.!?;]{{0,60}}?\b{_RISK}\b[^.!?;]{{0,50}}?\bby[ ]
      (?:[a-z]+[ ]){{0,2}}?{_AMOUNT}
    | \b{_RISK}\b[^.!?;]{{0,60}}?\b(?:rose|rises?|fell|falls?|drop(?:s|ped)?|increas\w+|climb\w+|went[ ](?:up
      |down)|shrank|was
      |were|is|are|by)[ ](?:by[ ])?(?:[a-z]+[ ]){{0,2}}?{_AMOUNT}
    | \b{_RISK}\b[^.!?;]{{0,40}}?\b(?:doubled|trebled|tripled|halved)\b
    | \b{_AMOUNT}[ ]effective[ ](?:at|in|against)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Counts of cases are trends, too: these need a study beside them.
_LIKELY = (
    pattern(
        rf"""
      \b{_AMOUNT}[ ](?:[a-z]+[ ])?(?:increase|rise|reduction|drop|fall|decrease|jump|decline|cut)[ ]in[ ](?:the[ ])?
      (?:[\w’'-]{{1,20}}[ ]){{0,3}}?{_EVENT}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \b{_AMOUNT}[ ](?:more|fewer|less)[ ](?:[a-z]+[ ]){{0,2}}?{_EVENT}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \b(?:cuts?|cutting|reduc(?:es?|ed|ing)|lower(?:s|ed)?|slash(?:es|ed)?|rais(?:es?|ed)|increas(?:es?|ed)
      |boost(?:s|ed)?
      |trim(?:s|med)?|brought[ ]down|brings?[ ]down|push(?:es|ed)[ ]up)[ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{_EVENT}\b
      [^.!?;]{{0,30}}?\bby[ ](?:[a-z]+[ ]){{0,2}}?{_AMOUNT}
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \b(?:halv|doubl|tripl|trebl)(?:es?|ed)[ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{_EVENT}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \bprevent(?:s|ed)?[ ](?:[a-z]+[ ]){{0,3}}?{_AMOUNT}[ ]of[ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{_EVENT}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    pattern(
        rf"""
      \b(?:deaths|cases|{ILLNESS})\b[^.!?;]{{0,40}}?\b(?:rose|fell|dropped|increased|decreased|declined
      |went[ ](?:up|down))[ ]by[ ]
      (?:[a-z]+[ ]){{0,2}}?{_AMOUNT}
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
)
_AMOUNTS = pattern(
    r"%|[ ]per[ ]?cent|[ -](?:times|third|quarter|half|fifth|fold)|[Tt]wice|[Hh]alf|oubl|ripl"
    r"|rebl|halv|effective|odds"
)
_OUTCOME = pattern(rf"\b(?:{ILLNESS}|{DEATH})\b", re.IGNORECASE)
_STUDY = pattern(rf"\b{STUDY}\b", re.IGNORECASE)
# A change over time, a place's statistics, and risks of other things
_TREND = pattern(
    r"\b(?:since[ ](?:last|19|20)|(?:than|from|over)[ ](?:last[ ]year|a[ ]year[ ](?:ago|earlier)"
    r"|the[ ]previous[ ]year"
    r"|the[ ]same)|year[- ]on[- ]year|nationwide|murder|killed|crash|shooting|police|prison|war|suicide)\b",
    re.IGNORECASE,
)


def find_relative_risk(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a sentence [start, end) of a text tells a relative risk of illness, or None.

    Where only a count changes, the text has to tell of a study.
    """
    if (
        _AMOUNTS.search(text, start, end) is None
        or _OUTCOME.search(text, start, end) is None
        or _TREND.search(text, start, end)
    ):
        return None
    match = _SURE.search(text, start, end)
    if match is None and _STUDY.search(text):
        match = next((found for each in _LIKELY if (found := each.search(text, start, end))), None)
    return match.span() if match else None


_ROUND = (
    r"(?:10|20|25|50|100|200|250|500|\d{1,3},000|1000|5000|10000|100000|ten|twenty|fifty|(?:a[ ]|one[ ])?hundred"
    r"|(?:a[ ]|one[ ]|ten[ ])?thousand|(?:a[ ]|one[ ])?million)"
)
_NUMBER = r"(?:\d[\d,.]{0,9}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_PERCENT = r"(?:%|[ ]?per[ ]?cent\b|[ ]?percent\b)"
_ABSOLUTE = pattern(
    rf"""
      \b(?:in|out[ ]of|per|of)[ ](?:every[ ])?{_ROUND}\b(?!{_PERCENT}) | \bfor[ ]every[ ]{_ROUND}\b
    | \bfrom[ ]{_NUMBER}(?:{_PERCENT}|[ ](?:cases|deaths))?[ ](?:[\w’'-]{{1,20}}[ ]){{0,4}}?to[ ]{_NUMBER}\b
    | \b{_NUMBER}{_PERCENT}?[ ](?:[\w’'-]{{1,20}},?[ ]){{0,5}}?(?:instead[ ]of|rather[ ]than|compared[ ](?:with
      |to)|against|versus)
      [ ](?:[\w’'-]{{1,20}}[ ]){{0,3}}?{_NUMBER}\b
    | {_PERCENT}[ ]of[ ](?:those|people|women|men|patients|participants|children|the
      |users)\b[^.!?;]{{0,90}}?\b\d[\d.]*{_PERCENT}
    | \b(?:of|among|based[ ]on|from|out[ ]of|in)[ ](?:an?[ ]|the[ ]|some[ ]|about[ ])?(?:estimated[ ])?
      \d{{1,3}},\d{{3}}[ ][^.;]{{0,90}}?\b{_NUMBER}[ ](?:[a-z]+[ ]){{0,2}}?(?:deaths?|cases|died|fell[ ]ill)\b
    | \bamong[ ]\d[\d,]*[ ][^.;]{{0,40}}?,[ ]{_NUMBER}\b | \bof[ ]the[ ]\d[\d,]*[ ][^.;]{{0,50}}?,[ ]{_NUMBER}\b
    | \b(?:ha(?:ve|s|d)|face[sd]?|runs?|carr(?:y|ies|ied)|with)[ ]an?[ ](?:[a-z]+[ ]){{0,2}}?{_NUMBER}{_PERCENT}[ ]
      (?!{_MORE}\b)(?:(?!{_MORE}\b)[\w’'-]{{1,20}}[ ]){{0,4}}?(?:{_RISK}|rates?|death[ ]rates?)\b
    | \b(?:{_RISK}|rate)[ ](?:[a-z]+[ ]){{0,5}}?(?:is|was|of|at|stands[ ]at|stood[ ]at)[ ]
      (?:about[ ]|only[ ]|just[ ]|around[ ]|roughly[ ])?{_NUMBER}{_PERCENT}(?![ ]?(?:[a-z]+[ ])?{_MORE}\b)
    | \b(?:absolute|baseline|lifetime|overall|underlying)[ ](?:risks?|numbers|terms)\b | \b(?:rare|small)[ ]risk\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tells_absolute(text: str) -> bool:
    """Tell whether a text gives an absolute risk: so many in a thousand, or from one share to another."""
    return _ABSOLUTE.search(text) is not None


def tells_absolute_beside(text: str) -> bool:
    """Tell whether a text beside a relative risk gives the absolute one: it must be about illness or death, too."""
    return (_OUTCOME.search(text) is not None or _WHO.search(text) is not None) and tells_absolute(text)


_WHO = pattern(
    r"\b(?:risks?|those[ ]who|who[ ]took|participants|patients|of[ ]them|placebo|in[ ]the[ ]trial)\b", re.IGNORECASE
)
