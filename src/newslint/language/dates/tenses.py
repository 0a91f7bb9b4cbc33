"""Find the dates of what is told as to come (“will open on …”) and of what is told as past (“opened on …”)."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import is_possible_day
from newslint.patterns import pattern
from newslint.records import NamedTuple


class ToldDate(NamedTuple):
    """A date with its verb, at [start, end): the first and the last day that it may be, and whether it is to come."""

    start: int
    end: int
    first: datetime.date
    last: datetime.date
    is_to_come: bool


# Verbs that have a date of their own, so that “on 3 March” behind them is the day on which it happens: of what somebody
# investigates or is accused of, it may be another. Base forms; then past forms; then participles behind “be”.
_HAPPEN = (
    r"(?:open|close|reopen|begin|start|end|finish|launch|return|resume|meet|gather|vote|arrive|leave|depart|retire|resign|expire|premi[eè]re"
    r"|debut|play|perform|tour|travel|move|join|visit|speak|appear|host|hold|take\splace|go\son\ssale|go\slive|go\sto\sthe\spolls"
    r"|come\sinto\s(?:force|effect)|take\seffect|take\soffice|step\sdown|kick\soff|get\sunder\sway|wrap\sup|run|compete|race|release|publish|unveil)"
)
_HAPPENED = (
    r"(?:opened|closed|reopened|began|started|ended|finished|launched|returned|resumed|met|gathered|voted|arrived|left|departed|retired"
    r"|resigned|expired|premi[eè]red|debuted|died(?:\sof\s[a-z]+)?|won|lost|crashed|collapsed|sank|burned\sdown|moved|joined|visited|married"
    r"|took\splace|went\son\ssale|went\slive|went\sto\sthe\spolls|came\sinto\s(?:force|effect)|took\seffect|took\soffice"
    r"|stepped\sdown|kicked\soff|got\sunder\sway|wrapped\sup)"
)
_DONE = (
    r"(?:opened|closed|reopened|held|launched|released|published|unveiled|signed|elected|inaugurated|announced|introduced|founded|born"
    r"|sworn\sin|arrested|killed|sentenced|convicted|buried|demolished|completed|dissolved|sold|acquired|suspended|appointed|named"
    r"|staged|shown|broadcast|screened|passed|approved|ratified|adopted|implemented|abolished)"
)
# Any other verb has the day behind it as its own, unless it looks back or what it deals with may have a day of its own.
_LOOKING_BACK = (
    r"(?:remember|recall|say|see|know|argue|show|tell|find|cover|backdate|include|count|apply|compare|review|examine|investigate"
    r"|study|discuss|mark|commemorate|celebrate|honou?r|pay|refund|reimburse|replace|repay|reflect|follow|look|use|report|explain"
    r"|believe|think|have|be|do|get|need|want|continue|remain|stay|still|try|seek|appeal|challenge|answer|face|consider|hear"
    r"|become|date|match|total|reach|exceed|equal|include|mention|describe|cite|note|analy[sz]e|correct|revise|update)"
)
_ANY_VERB = rf"(?!{_LOOKING_BACK}(?:d|ed)?\b|not\b|also\b|never\b|always\b|be\b)[a-z]{{3,}}"
# Of these, the day is when it is to be, not when it was done.
_PLANNING = (
    r"(?:set|fixed|scheduled|planned|arranged|slated|booked|called|moved|timed|promised|agreed|ordered|told|asked|invited|expected|due"
    r"|postponed|delayed|proposed|picked|chosen|extended|earmarked|pencilled|intended|required|allowed|given|predicted|forecast"
    r"|projected|backdated|reserved|granted|budgeted|approved|advertised|listed|poised|supposed|meant|needed|limited|barred|banned"
    r"|rescheduled|brought|pushed|put|announced|confirmed|designated|contracted|assigned|authori[sz]ed|targeted|targetted|tied|based)"
)
_ANY_DONE = (
    rf"(?!{_PLANNING}\b|{_LOOKING_BACK}(?:d|ed)?\b)"
    r"(?:[a-z]{2,}ed|found|held|built|shot|hit|struck|seen|taken|stolen|lost|sunk|flown)"
)
_ANY_HAPPENED = (
    rf"(?!{_PLANNING}\b|{_LOOKING_BACK}(?:d|ed)?\b)"
    r"(?:receded|came\sto\s(?:light|power|an\send|a\shalt|a\sclose)|fell|rose|dropped|slipped|jumped|climbed|slid|stood|wrote|filed|appeared|failed|erupted|landed|escaped|surrendered"
    r"|pleaded|testified|spoke|came|went|drew|grew|shrank|peaked|emerged|happened|occurred|broke\sout|blew\sup|exploded|derailed"
    r"|flooded|defaulted|tumbled|surged|plunged|rallied|soared|averaged|totalled|totaled|numbered|perished|drowned|vanished)"
)
# What may stand behind such a verb: how much, and to whom.
_HOW_MUCH = (
    r"(?:\s(?:by|to|at|sharply|slightly|again|off|back|early|late|up|down|out|for\sdivorce|for\sbankruptcy|per\scent|percent"
    r"|points?|pounds?|dollars?|the\s[a-z]+|(?:[£$€]?\d[\d.,]*[a-z%]{0,3})|million|billion|not\sguilty|guilty)){0,5}?"
)

# take over    set up    call off
_PARTICLE = r"(?:\s(?:over|up|off|out|down|away|back))?"
# What may stand between a verb and its date: where, and with whom; no word behind which another event may be told.
_BETWEEN = (
    r"(?:\s(?!(?:of(?!\s[£$€\d])|after|over|about|into|since|who|which|that|against(?!\s(?-i:[A-Z]))|during|following|when|whether|if|said|because|before|until"
    r"|on(?!\s(?:the|an?|its|their)\s[a-z])|was|were|is|are|has|had|would|will|than|between|as|and"
    r"|to(?!\s(?:the|a|an|its|his|her|their|[a-z]+s\b|traffic|(?-i:[A-Z])))"
    r"|for(?!\s(?:business|visitors|the\spublic|the\sfirst|passengers|traffic|good|[a-z]+ing\b|\d|two\b|three\b|four\b|five\b|six\b|seven\b|ten\b)))\b)[£$€]?[\w’'.,%&-]+){0,8}?"
)
# What has a day of its own: of “approved a march on 5 May”, it may be the march that is on that day.
_DAYED = pattern(
    r"\b(?:retirement|departure|resignation|arrival|return|release|launch|opening|closure|closing|visit|trip|tour|meeting|hearing|trial|date|dates|day"
    r"|event|march|rally|concert|show|wedding|election|vote|poll|referendum|strike|walkout|deadline|ban|tickets?"
    r"|match|game|fixture|final|race|festival|conference|summit|party|ceremony|funeral|service|flight|sale|auction|expir\w+|end|start|beginning|takeover"
    r"|merger|summons|invitation|appearance|hotel|room|table|venue|slot|leave|to)\b",
    re.IGNORECASE,
)


@cache
def _to_come() -> re.Pattern[str]:
    return pattern(
        rf"""
        \b(?:will|shall|should(?!\shave) |['’]ll | (?:is|are)\s(?:now\s|still\s|currently\s)?
            (?:(?:set|due|scheduled|expected|slated|planned|poised|going|hoping|likely|certain|bound)\s)?to
          | (?<!\bthe\s)(?<!\ba\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)
            (?:plans?|intends?|hopes?|aims?|expects?)\sto )
        (?:\s(?:not|also|now|then|again|finally|officially|formally|once\sagain|only))?
        \s (?: {_HAPPEN} | be\s{_DONE} | be\s{_ANY_DONE} | be | {_ANY_VERB} ) \b {_PARTICLE} {_BETWEEN}
        \s(?P<cue>(?:(?:next\s)?(?:on|in|from|until|till|through)\s(?:the\s)?
            | by\s(?:the\s(?:end|middle|start|beginning)\sof\s)?)(?:\d\d?\s(?:and|or|to)\s)?)?\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# What is told in the present tense as something to come: opens on, is expected on. Base forms take an s.
_SCHEDULED = (
    r"(?:opens?|reopens?|closes?|shuts?|begins?|starts?|ends?|kicks?\soff|takes?\splace|comes?\sout|goes?\son\ssale|go\son\ssale|goes?\sup|goes?\slive"
    r"|comes?\sinto\s(?:force|effect)|takes?\seffect|expires?|resumes?|returns?|meets?|launch(?:es)?|premi[eè]res?|arrives?|leaves?|departs?|sails?)"
)


@cache
def _present() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?: (?<!\bto\s)(?<!\bnot\s)(?<!\w\swho\s)(?<!\bthat\s)(?<!\w\swhich\s)(?<!\bwould\s)(?<!\bdid\s) \b{_SCHEDULED}
            (?:\sto\sthe\s[A-Z][a-z]+)?+ (?:\s[a-z]{{3,}}(?<!ing)(?<!ed)(?<!\sthat)){{0,3}}?
          | \b(?:is|are)\s(?:now\s|still\s)?(?:expected|due|scheduled|planned|set|slated|fixed|booked|pencilled\sin)
            (?:\s(?:in|at|back|before)\s[a-z]+)?
          | \b(?:is|are)\s(?:now\s|due\s|expected\s)?to\s(?:report|hear|appear|decide|rule|sit|stand)
          | \b(?:has|have)(?=\suntil)
          | \b(?:has|have)\sbeen\s(?:set|fixed|scheduled|booked)
          | \b(?:deadline|closing\sdate|last\sday|next\s[a-z]+)\b[^.;,]{{0,30}}?\s(?:is|are)(?=\s) )
        \s(?P<cue>(?:on|from|for|in|by|until)\s(?:the\s)?)?\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# Of these, what begins or ends is a part of them: “the film opens in May 1945”, “the story begins on …”.
_TOLD = pattern(
    r"\b(?:film|movie|story|book|novel|diary|diaries|records?|data|video|footage|album|timeline|chronology|play|series|account|chapter|letter"
    r"|history|log|archive|documents?|emails?|figures|period|year|quarter|tale|memoir|dataset|sample|study|each|every|always|usually|when|if|whose)\b",
    re.IGNORECASE,
)


@cache
def _headline() -> re.Pattern[str]:
    # Choir to tour Norway in    Vote to be held on
    return pattern(
        rf"(?:(?!(?i:was|were|had|has|have|is|are|need|wants?|how|what|when|where|back|failed|attempts?|bid|plans?)\b)[\w’'-]+\s){{1,4}}?to\s"
        rf"(?:be\s(?:{_DONE}|{_ANY_DONE})|{_HAPPEN}|{_ANY_VERB})\b{_BETWEEN}\s(?P<cue>(?:on|in|from)\s)\Z"
    )


@cache
def _past() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?: (?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)(?<!\bhave\s)(?<!\bbeing\s)(?<!\bto\s)(?<!\bbeen\s)
            (?<!\bnot\s)(?<!\bwhen\s)
            (?: \b{_HAPPENED} | \b(?:was|were)\s(?:first\s|last\s)?(?:{_DONE}|{_ANY_DONE}) ) \b {_BETWEEN}
            | (?<!\bto\s)(?<!\bbe\s) \b{_ANY_HAPPENED} \b {_HOW_MUCH} ) \s(?P<cue>(?:on|in)\s(?:the\s)?)?\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_IRREGULAR = (
    r"(?:found|hit|struck|won|beat|lost|took|made|caught|sold|bought|built|shot|led|gave|broke|sank|burst|blew|fell|rose|ran|met|swept|fled"
    r"|flew|drove|drew|froze|stole|tore|wrote|rode|shook|grew|threw|began|rang|sang|swam|came|bit|fought|taught|brought|left|spent|sent"
    r"|shut|split|spread|quit|hung|dug|laid|paid|fed|held|sat|went|became|overtook|withdrew|overthrew|underwent|swore|spoke|woke)"
)


@cache
def _fronted() -> re.Pattern[str]:
    # On 14 August 2025, a lorry hit    In May 2025 the club will
    return pattern(
        rf"""
        ,?\s (?P<subject>(?:(?!(?:that|which|who|whose|and|but|or|when|if|to|is|are|as|for|after|before|of(?!\sthe))\b)
            [\w’'&.-]+\s){{1,6}}?)
        (?: (?P<will>will|(?:is|are)\s(?:due|set|expected|scheduled|going)\sto) | (?P<has>has|have)
          | (?P<was>was|were|had)
          | (?<!\bthe\s)(?<!\ba\s)(?<!\ban\s) (?!{_PLANNING}\b|[a-z]*eed\b|hundred)
            (?P<did>[a-z]{{3,}}ed|{_IRREGULAR}) ) \b
        (?!\s(?:to|out\sto|for)\b)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_IS_TO = pattern(r"(?:is|are)\s", re.IGNORECASE)
_FRONT = pattern(
    r"(?:(?:\A|[;–—]\s)\W{0,2}(?P<cue>On|In|By|From|Since|Until|During)"
    r"|\A(?:(?:Later|Early|Late)\s)?(?:[Nn]ext|[Tt]his)\s(?:week|month|year),\s(?P<low>on|in))\s(?:the\s)?\Z"
)


@cache
def _transitive() -> re.Pattern[str]:
    # found him guilty on    arrested two men on    hit 4 per cent in
    return pattern(
        rf"""
        (?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)(?<!\bbeing\s)(?<!\bto\s)(?<!\bbeen\s)(?<!\bnot\s)(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bof\s)
        (?<!\bhave\s)(?<!\bhas\s)(?<!\bits\s)(?<!\btheir\s)(?<!\bhis\s)(?<!\bher\s)(?<!,\s)(?<=[\w’'%]\s)
        (?<!\banyone\s)(?<!\bthose\s)(?<!\beveryone\s)(?<!\bpeople\s)
        (?P<verb>(?!{_PLANNING}\b|{_LOOKING_BACK}(?:d|ed)?\b|[a-z]*eed\b|hundred|sacred|naked|embed|shed\b|hatred|agreed|vowed|pledged|decided|refused|offered|want|warned|urged|prepared)
            (?:[a-z]{{3,}}ed|{_IRREGULAR})) (?:\b{_PARTICLE}|\s(?:against|for))
        (?P<object>{_BETWEEN}) \s(?P<cue>(?:on|in)\s)\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_UNREAL = pattern(
    r"\b(?:if|would|could|should|(?-i:may)|might|whether|unless|as\sthough|wish\w*|until|scenarios?|predict\w*|forecast\w*|project(?:ed|ion)\w*"
    r"|schedul\w+|planned|plans?|due|expected|set\sto|likely|proposed|supposed|postponed|delayed|extended|rescheduled|deadline)\b",
    re.IGNORECASE,
)
_WINDOW = 110  # code points before a date
# A year that something is named by or counted in: “in 2023 dollars”.
_ALONE = pattern(
    r"(?=[.,;:)!?\n]|\s(?:and|but|with|without|after|before|when|where|to|at|in|for|by|from|on|as|under|over|during|because|among|amid|near|outside|inside|according|[–—-])\b|\s[–—]|\Z)"
)


def find_told_dates(text: str, mentions: Sequence[DateMention]) -> Iterator[ToldDate]:
    """Yield the dates of a sentence that are told as to come or as past by the verb before them."""
    for mention in mentions:
        days = _days_of(mention)
        if days is None:
            continue
        begin = max(0, mention.start - _WINDOW)
        before = text[begin : mention.start]
        fronted = _front(text, before, mention)
        if fronted:
            end, is_to_come = fronted
            if is_to_come or not _UNREAL.search(text, 0, end):
                yield ToldDate(begin + len(before) - len(before.lstrip()), end, *days, is_to_come)
            continue
        if mention.day is None and not _ALONE.match(text, mention.end):
            continue
        told = _find_to_come(text, before, mention, is_whole=not begin)
        if told:
            yield ToldDate(begin + told.start(), mention.end, *days, True)
            continue
        told = None if _UNREAL.search(text, 0, mention.end + _NEXT) else _find_past(before, mention)
        beside = (told, False) if told else _find_aside(text, before, mention)
        if beside:
            start = begin + beside[0].start() + len(beside[0][0]) - len(beside[0][0].lstrip(" ,"))
            yield ToldDate(start, mention.end, *days, beside[1])


_NEXT = 12  # code points behind a date


def _front(text: str, before: str, mention: DateMention) -> tuple[int, bool] | None:
    """Return where the verb ends behind a date that begins a sentence, and whether it tells of what is to come."""
    front = _FRONT.search(before) if mention.month is not None else None
    told = _fronted().match(text, mention.end) if front else None
    if not front or not told:
        return None
    cue = front["cue"] or front["low"].capitalize()
    if told["has"]:
        return (told.end(), False) if cue == "Since" else None
    if told["will"]:
        return None if cue in ("Since", "During") else (told.end(), True)
    return None if cue in ("From", "Until") else (told.end(), False)


def _find_to_come(text: str, before: str, mention: DateMention, *, is_whole: bool) -> re.Match[str] | None:
    """Return the verb by which a date is told as to come."""
    told = _to_come().search(before)
    if not told and is_whole and mention.end == len(text):
        told = _headline().match(before)
    if not told and mention.month is not None and not _TOLD.search(before):
        told = _present().search(before)
        told = told if told and (mention.day is not None or _IS_TO.match(told[0])) else None
    return told if told and _is_bound(told, mention) else None


@cache
def _since() -> re.Pattern[str]:
    # has been a widow since
    return pattern(
        r"(?:\b(?:has|have)|['’](?:s|ve)\sbeen)\s(?!until)(?:(?!since\b)[\w’'%-]+\s){1,8}?(?P<cue>since\s(?:the\s)?)\Z",
        re.IGNORECASE,
    )


@cache
def _participle() -> re.Pattern[str]:
    # The church, rededicated on    The deal, signed in Delhi on
    held = r"(?!held|staged|shown|screened|broadcast|launched|released|published|played|hosted|used|named)"
    return pattern(
        rf"(?:\A|\s)(?i:the|a|an|its|his|her|their|this)\s(?:[\w’'-]+\s){{0,3}}[\w’'-]+,\s{held}"
        rf"(?:first\s|newly\s|re)?(?:{_DONE}|{_ANY_DONE})\b{_BETWEEN}\s(?P<cue>(?:on|in)\s)\Z"
    )


_WILL = pattern(r"\b(?:will|shall|to\scome|upcoming)\b|['’]ll\b", re.IGNORECASE)


def _find_aside(text: str, before: str, mention: DateMention) -> tuple[re.Match[str], bool] | None:
    """Return the words by which a date beside the verb of a sentence is told, and whether as to come."""
    past = _since().search(before) or (None if _WILL.search(text) else _participle().search(before))
    if past and not _UNREAL.search(text, 0, mention.end + _NEXT):
        return past, False
    due = _due().search(before) if mention.month is not None and not _UNMET.search(text) else None
    return (due, True) if due and _GOES_ON.match(text, mention.end) else None


@cache
def _due() -> re.Pattern[str]:
    # The merger, expected to close by    The strike, planned for
    return pattern(
        r",\s(?:now\s)?(?:expected|due|set|scheduled|planned|slated)\s"
        rf"(?:to\s(?:be\s(?:{_DONE}|{_ANY_DONE})|{_HAPPEN}|{_ANY_VERB})\b{_PARTICLE}{_BETWEEN}\s(?:on|in|by)|for|on|in|by)"
        r"\s(?P<cue>(?:the\s(?:end|start|beginning)\sof\s)?)\Z"
    )


# What is told of it as still true, and what says that it did not come.
_GOES_ON = pattern(r",\s(?:will\b(?!\snot)|(?:makes|brings|gives|means|marks|covers|includes|adds|ends|takes)\b)")
_UNMET = pattern(
    r"\b(?:was|were|had|still|delayed|postponed|not|never|yet|cancelled|canceled|off|instead|stalled|originally|first|once|now\sbe|would)\b",
    re.IGNORECASE,
)


def _find_past(before: str, mention: DateMention) -> re.Match[str] | None:
    """Return the verb by which a date is told as past."""
    told = _past().search(before)
    if not told and mention.month is not None:
        told = _transitive().search(before)
        told = None if told and _DAYED.search(told["object"]) else told
    return told if told and _is_bound(told, mention) else None


_NAMING = pattern(r"\b(?:the|a|an|its|his|her|their|our|this|that|in|for|late|early|mid)\s\Z", re.IGNORECASE)


def _is_bound(told: re.Match[str], mention: DateMention) -> bool:
    """Tell whether a date is when it happens: behind “on” and the like, or, as Americans write, behind the verb."""
    return told["cue"] is not None or (mention.day is not None and not _NAMING.search(told[0]))


def _days_of(mention: DateMention) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day that a date with a year may be, or None."""
    year, month, day = mention.year, mention.month, mention.day
    if year is None or mention.ambiguous or mention.impossible or not 1000 < year < 9000:
        return None
    if month is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if day is None:
        return datetime.date(year, month, 1), datetime.date(year, month, monthrange(year, month)[1])
    last = mention.last_day or day
    last = last if last > day and is_possible_day(year, month, last) else day
    return datetime.date(year, month, day), datetime.date(year, month, last)
