"""Tell whether a day is that of an event for which people register, apply, vote or send something in."""

from __future__ import annotations

import re
from functools import cache

from newslint.language.dates.shapes import DAY, WEEKDAY
from newslint.patterns import pattern

# What is held on a day and needs people who come, take part or are chosen.
_HELD = (
    r"races?|runs?|fun\sruns?|walks?|hikes?|rides?|marathons?|half-marathons?|triathlons?|regattas?|tournaments?|championships?|cup|match(?:es)?"
    r"|games?|tie|fixtures?|finals?|semi-finals?|play-?offs?|derby|galas?|concerts?|gigs?|recitals?|performances?|plays?|musicals?|shows?"
    r"|screenings?|premieres?|festivals?|fairs?|f[eê]tes?|carnivals?|parades?|processions?|ceremon(?:y|ies)|awards|dinners?|lunch(?:es)?|luncheons?"
    r"|breakfasts?|suppers?|banquets?|balls?|dances?|part(?:y|ies)|receptions?|weddings?|vigils?|picnics?|barbecues?|tea|quiz(?:zes)?|quiz\snights?"
    r"|auctions?|sales?|markets?|conferences?|summits?|congress|conventions?|symposi(?:um|a)|seminars?|webinars?|workshops?"
    r"|courses?|class(?:es)?|schools?|camps?|retreats?|training|lectures?|talks?|debates?|hustings|meetings?|AGM|EGM|hearings?|inquir(?:y|ies)"
    r"|inquests?|elections?|by-?elections?|primar(?:y|ies)|referendums?|polls?|polling\sday|counts?|exams?|examinations?|tests?|auditions?|interviews?"
    r"|judging|competitions?|contests?|bees?|hackathons?|clinics?|clean-?ups?|cleans?|trips?|outings?|tours?|excursions?|cruises?|reunions?|expos?"
    r"|rall(?:y|ies)|sevens|open\s(?:evenings?|days?)|sessions?|events?|launch|visits?|assembl(?:y|ies)|caucus(?:es)?|heats?|qualifiers?|trials?|swims?"
    r"|fun\sdays?|sports\sdays?|careers?\sdays?|nights?|weekends?|masterclass(?:es)?|showcase|relay|duathlon|bake-off|raffle|webcast|pageant"
    r"|academ(?:y|ies)|drives?|sweep|blessing|service|pilgrimage|open\smic|ballot|vote|handover|draft|combine|tryouts?|try-outs?"
    r"|polling|prayers|mass|draw|\d{1,2}k|scholarships?|internships?|placements?|apprenticeships?|fellowships?|traineeships?|expeditions?"
)
# The event comes from what is sent in: bids are opened, votes are counted, entries are judged.
_OUTCOME = (
    r"(?:(?:will\sbe|are|is|to\sbe|be)\s(?:[a-z]+ly\s)?(?:opened|interviewed|judged|counted|drawn|presented|handed\sout|declared|revealed|unveiled|chosen|selected"
    r"|announced|awarded|appointed|shortlisted|considered|debated|heard|named|inducted|honou?red|crowned)(?:\sin\spublic|\sby\sthe\s[a-z]+)?"
    r"|(?:interviews?|judging|auditions?|the\scount|counting|selection)\s(?:is|are|(?:will\s)?(?:takes?|be|follows?|starts?|begins?))(?:\splace|\sheld)?)"
)
_HAPPENS = (
    r"(?:(?:which|that)\s)?(?:(?:will\s)?(?:takes?\splace|happens?|starts?|begins?|kicks?\soff|gets?\sunder\sway|goes?\sahead|fall|falls|runs?|opens?"
    r"|meets?|sits?|steps?\soff|sets?\s(?:off|out)|leaves?|departs?)"
    r"|(?:will|to)\sbe(?:\s(?:held|played|sat|run|rowed|sailed|walked|staged|made|drawn|contested|decided|sung|fought))?"
    r"|(?:is|are)(?:\s(?:held|planned|set|scheduled|due|pencilled\sin|fixed|booked|being\sheld|to\sbe\sheld|to\stake\splace|played))?)"
)
# Where it is, between its verb and its day.
_WHERE = r"(?:\s(?:at|in|from|outside|through|along)\s[^.;,!?\d]{1,40}?)?"


# “8 to 10 August”: the first day of a span, which has no month.
_FIRST_DAY = rf"(?:{DAY}\s(?:to|and|or|until)\s)?"


@cache
def _before() -> re.Pattern[str]:
    # The race (takes place) on    the race of    Hearing:    a meeting is planned for
    return pattern(
        rf"\b(?P<noun>{_HELD}|(?:committee|board|council|panel|jury|cabinet)(?=\smeets?\s))(?:\s\([^()]{{1,40}}\)|\s(?:at|in)\s[^.;,!?]{{1,40}}?|\sfor\s[a-z\s’'-]{{3,40}}?)?"
        rf"(?:,?\s(?P<verb>{_HAPPENS}){_WHERE})?(?P<join>,?\s(?:on|in|for|of|from|at\s[^.;,]{{1,20}}?on)|:|,)?\s(?:{WEEKDAY},?\s)?(?:the\s)?{_FIRST_DAY}\Z",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    return pattern(
        rf"(?:,\s\d{{4}},?)?\s(?:[\w’'-]+\s){{0,3}}?(?P<noun>{_HELD})\b(?!\s(?:of|on|opened|was|were)\b)", re.IGNORECASE
    )


@cache
def _outcome() -> re.Pattern[str]:
    return pattern(
        rf"\b{_OUTCOME}(?:\sat\s[^.;,]{{1,20}}?)?\s(?:on\s)?(?:{WEEKDAY},?\s)?(?:the\s)?{_FIRST_DAY}\Z", re.IGNORECASE
    )


@cache
def _purpose() -> re.Pattern[str]:
    # to take part in the beach clean on    sign up for the open evening on    if the child is to start on
    return pattern(
        r"\b(?:for|to\s(?:[a-z]+\s)?(?:take\spart\sin|play\sin|run\sin|compete\sin|speak\sat|sell\sat|come\sto|go\sto|attend|join|see|hear|watch|enter|visit))"
        rf"\s(?:the|our|its|this|a|an|their|your|his|her)\s(?:[\w’'-]+\s){{1,7}}?(?:on|of|from)\s(?:{WEEKDAY},?\s)?(?:the\s)?{_FIRST_DAY}\Z"
        r"|\b(?:if|in\stime|so\sthat|in\sorder)\b[^.;,]{0,40}?\b(?:to|can|may)\s(?:start|begin|travel|play|run|attend|sail|fly|compete|take\spart"
        rf"|be\s(?:ready|included|counted|heard|eligible))(?:\s[a-z]+)?\s(?:on|from)\s(?:{WEEKDAY},?\s)?(?:the\s)?\Z",
        re.IGNORECASE,
    )


# What is told as over, and what only begins on a day, so that people may join until a later one.
_OVER = pattern(
    r"\b(?:was|were|had|took|held|met|spoke|gave|told|heard|said|began|ended|opened|closed|went|ran|came|won|lost|launched"
    r"|announced|published|voted|agreed|decided|followed|yesterday|ago)\b",
    re.IGNORECASE,
)
_PERIOD = pattern(
    r"\b(?:consultation|scheme|season|registration|applications?|enrolment|enrollment|survey|window|nominations|voting|competition|contest|exhibition"
    r"|sales?|entries|campaign|appeal|petition|bookings?|poll|polls|tickets|trial)\s(?:period\s)?(?:will\s)?(?:opens?|starts?|begins?|goes?|go)\b",
    re.IGNORECASE,
)
_STARTS = pattern(r"^(?:will\s)?(?:opens?|runs?|starts?|begins?)|sale", re.IGNORECASE)
# What may be bought, seen or voted on as long as something that has begun is on.
_WHILE_ON = pattern(
    r"\b(?:tickets?|visit\w*|book\w*|vote\w*|voting|seats?|quiz|join|see|available|stall\sis|donat\w+)\b", re.IGNORECASE
)
_LASTING = pattern(
    r"\b(?:exhibitions?|festivals?|shows?|musicals?|plays?|seasons?|tours?|markets?|sales?|fairs?|courses?)\b",
    re.IGNORECASE,
)
# To what people come first, and apply for something else.
_INFORMING = pattern(
    r"\b(?:open\s(?:evenings?|days?)|(?:job|careers?|college|university)\s(?:fairs?|days?)|information\s\w+|roadshows?|lectures?|talks?|launch|webinars?|free\strial)\b",
    re.IGNORECASE,
)


def is_event(sentence: str, start: int, end: int, deadline: str, *, is_same: bool) -> bool:
    """Tell whether the day at [start, end) of a sentence is that of an event to come.

    `deadline` is the sentence that has the last day; `is_same` says that it is the same one.
    """
    before = sentence[max(0, start - 130) : start]
    period = _PERIOD.search(before)
    if period:
        # Who is nominated is voted on.
        return period[0].lower().startswith("voting") and "ominat" in deadline
    if _outcome().search(before):
        return True
    if is_same and _purpose().search(before):
        return not _OVER.search(before)
    told = _before().search(before)
    if told and (told["verb"] or told["join"]):
        return not _is_lasting(told, deadline) and not _is_over(before, told) and not _informs(before, deadline)
    named = _behind().match(sentence, end)
    return named is not None and not _OVER.search(before) and not _informs(named[0], deadline)


def _is_over(before: str, told: re.Match[str]) -> bool:
    return not told["verb"] and _OVER.search(before) is not None


def _is_lasting(told: re.Match[str], deadline: str) -> bool:
    """Tell whether something only begins on a day, and people may still come, buy or vote later."""
    begins = told["verb"] is not None and _STARTS.search(told["verb"]) is not None
    return begins and bool(_LASTING.search(told[0])) and bool(_WHILE_ON.search(deadline))


def _informs(event: str, deadline: str) -> bool:
    return bool(_INFORMING.search(event)) and not _INFORMING.search(deadline)


# Of these, there may be another one; a class or a quiz may be part of a fair.
_MAIN = (
    r"(?:(?:by-?)?elections?|run-?offs?|primar(?:y|ies)|referendums?|races?|match(?:es)?|finals?|marathons?|courses?|exams?|conferences?"
    r"|tournaments?|festivals?|hearings?|meetings?)"
)


@cache
def _for_what() -> re.Pattern[str]:
    return pattern(
        r"\b(?:for|in|to\s(?:attend|join|enter))\s(?:the|our|its|this|a|an|their|your|next)\s"
        rf"(?P<words>(?:[\w’'-]+\s){{0,4}}?{_MAIN})\b",
        re.IGNORECASE,
    )


def names_another(deadline: str, event: str) -> bool:
    """Tell whether the sentence of a last day names an event that the sentence of another day does not."""
    named = _for_what().search(deadline)
    return named is not None and named["words"].split()[-1].lower().rstrip("s") not in event.lower()
