"""Find telephone numbers and e-mail addresses, and tell those of private people from those of offices."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.language.private.addresses import ADDRESS
from newslint.language.private.people import NAME, RELATION, SOMEBODY
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Contact(NamedTuple):
    """A telephone number or an e-mail address found at [start, end)."""

    start: int
    end: int
    kind: str


PHONE = pattern(
    r"(?<![\w.,/£$€#+=@-])(?:\+\d{1,3}[ .-]?\(?\d{1,5}\)?(?:[ .-]?\d{2,6}){1,5}|\(0\d{2,5}\)[ -]?\d{3,4}[ -]?\d{3,4}"
    r"|0\d{2,4}[ -]\d{3,7}(?:[ -]\d{2,6}){0,3}|0\d{9,10}|\(\d{3}\)[ -]?\d{3}[- .]\d{4}|\d{3}[-. ]\d{3}[-. ]\d{4}"
    r"|\d{3}-\d{4}|[6-9]\d{4}[ -]\d{5}|1-\d{3}-\d{3}-\d{4})(?![\w/£$€%@]|[-.,]\d)"
)
EMAIL = pattern(r"(?<![\w.+@/-])[\w+-]+(?:\.[\w+-]+){0,5}@[\w-]+(?:\.[\w-]+){1,4}\b")
_LEAST = 7  # digits of a telephone number
_LOCAL = 7
# For everybody to call: free, dear and short numbers.
_FREE = pattern(
    r"\A(?:\(?0?(?:800|808|300|303|330|333|345|844|845|870|871|900|116)\b|1-?8(?:00|33|44|55|66|77|88)|1800|1300"
    r"|\(?8(?:00|33|44|55|66|77|88)\)?[-. ])"
)
# What speaks of a telephone, as a number of seven digits alone does not.
_CALLING = pattern(
    r"\b(?i:call\w*|ring|rings|rang|phone\w*|tele?phone\w*|text\w*|dial\w*|mobiles?|cell|reach\w*|contact\w*|number"
    r"|whatsapp"
    r"|landline|tel|answer\w*|on|at|signal|sms|voicemail)\b"
)
# To whom a number belongs that is not a person's: beside it, and for the forms of offices, anywhere in the sentence.
_OFFICE = pattern(
    r"\b(?i:police|offices?|department|council|hotline|helpline|(?:tip|complaints?|advice|care|information|crisis|press"
    r"|support|info|customer|emergency|24-hour)[ -]?lines?|desk|switchboard|newsroom|museum|archives?|hospital"
    r"|clinic"
    r"|charity|crimestoppers|samaritans|company|firm|agency|press|media|spokes\w+|box[ ]office|tickets?|bookings?"
    r"|reception"
    r"|cent(?:re|er)|embassy|consulate|court|ministry|bureau|services?|team|toll-free|freephone|shop|store|school"
    r"|university|church|parish|society|association|club|library|hotel|restaurant|solicitors?|lawyers?|attorneys?"
    r"|station"
    r"|fax|detectives?|inspector|constable|sergeant|officers?|sheriff[’']?s?|unit|incident|anonymously|foundation"
    r"|institute"
    r"|organi[sz]ers?|secretary|committee|union|group|campaign|venue|theatre|theater|gallery|surgery|practice|director"
    r"|manager|estate[ ]agents?|realtor|funeral|undertakers?|headquarters|hq|registrar|reporters?|correspondent"
    r"|columnist"
    r"|editors?|newsdesk|staff[ ]writer|producer|publicist|publisher|investigators?|authorit\w+|coroner|ward|registry"
    r"|bank|branch|embassies|marketing|sales|relations|communications|enquir\w+|inquir\w+|details|rsvp|register"
    r"|signup)\b"
)
# Whose it is: “her phone number”, “at home on”, “private mobile”, “Priya Nadar’s since college”
_OWN = pattern(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[A-Z]\w+[’']s|\w+[’']s)[ ](?:\w+[ ]){0,2}?(?i:private|personal|mobile|cell"
    r"|home|phone"
    r"|telephone|whatsapp|landline|number|e-?mail|address|inbox)\b|\b(?i:at[ ]home[ ](?:on|at)|home[ ](?:phone|number"
    r"|telephone)|private[ ](?:\w+[ ])?(?:number|mobile|phone|line|address|e-?mail)|personal[ ](?:\w+[ ])?(?:number"
    r"|mobile"
    r"|phone|address|e-?mail|account))\b|\b(?i:at[ ]home,?[ ])\Z"
)
_MEANT = pattern(
    rf"\b(?i:call|ring|phone|telephone|text|contact|reach\w*|write[ ]to|e-?mail|message|whatsapp|ask[ ]for|tell"
    rf"|dial\w*)[ ]"
    rf"(?:{NAME}|(?:me|him|her|them|us)\b|(?:the|a|his|her|their)[ ](?:\w+[ ]){{0,2}}{RELATION}"
    rf"|[A-Z]\w+[ ](?:at[ ]home|on|at)\b)"
)
_NAMED_BESIDE = pattern(rf"(?:{NAME}|[“\"‘(][A-Z]\w+)(?:,[ ][^,.;]{{1,40}})?,?[ ]?(?:on|at|is|[(:–—])?[ ]?\Z")
# Who gives a number to be called by all.
_CONSENT = pattern(
    r"\b(?i:details|tickets?|book|to[ ]book|entry|enter|join|register|rsvp|enquir\w+|inquir\w+|volunteer\w*|sponsor\w*"
    r"|more[ ]information|for[ ]information|to[ ]order|reservations?|appointments?|subscribe|donat\w+|encrypted"
    r"|you[’']d[ ]like"
    r"|you[ ](?:would[ ]like|want)|hear[ ]from|share)\b"
)
_FOUND_OUT = pattern(
    r"\b(?i:belongs?[ ]to|picked[ ]up|answered|answers?|leaked|posted|published|read[ ]out|doxx\w*|listed|scrawled"
    r"|written"
    r"|since|traced|registered[ ]to|owner|has[ ]been|turned[ ]out|stalk\w+|harass\w+|threat\w+)\b"
)
_REACH_BEFORE, _REACH_AFTER = 90, 60


def find_private_contact(
    text: str, sentence: tuple[int, int], around: tuple[int, int], authors: Iterable[str] = ()
) -> Contact | None:
    """Return the first number or address of a private person in a sentence, read with the sentences around it."""
    is_author = any(name in text[slice(*around)] for name in authors if len(name) > _SHORT)
    for match in () if is_author else PHONE.finditer(text, *sentence):
        digits = sum(map(str.isdigit, match[0]))
        before = text[max(sentence[0], match.start() - _REACH_BEFORE) : match.start()]
        is_called = digits > _LOCAL or _CALLING.search(before) is not None
        if digits < _LEAST or not is_called or _FREE.match(match[0]):
            continue
        if _is_private(text, match.start(), match.end(), sentence, around):
            return Contact(*match.span(), "telephone number")
    for match in EMAIL.finditer(text, *sentence):
        if _is_private_mail(text, match.start(), match.end(), sentence, around, authors):
            return Contact(*match.span(), "e-mail address")
    return None


# A number that many dial in to, and a label of a number, which is no name: “Conference Dial-In Number:”.
_DIAL_IN = pattern(
    r"\b(?i:dial-?[ ]?in|call-in|teleconference|tele-?seminar|webinar|conference[ ](?:call|line|number)"
    r"|(?:access|participant|pass)[ -]?code|meeting[ ]id)\b"
)
_NO_NAME = pattern(r"\b(?i:numbers?|lines?|codes?|fax|id)\b\W*\Z")


def _is_private(text: str, at: int, to: int, sentence: tuple[int, int], around: tuple[int, int]) -> bool:
    start, end = sentence
    before, after = text[max(start, at - _REACH_BEFORE) : at], text[to : min(end, to + _REACH_AFTER)]
    if _OWN_RIGHT.search(before):
        return True
    if _OFFICE.search(_near(before)) or ADDRESS.search(before) or _DIAL_IN.search(before) or _DIAL_IN.search(after):
        return False
    if _MINE.search(before) and not _QUOTE.search(text, start, at):
        return False  # the author's
    if _OWN.search(before) or _OWN.search(after) or _MEANT.search(before[-_RIGHT_BEFORE:]):
        return not _CONSENT.search(text, start, at) or _AT_HOME.search(before) is not None
    if _OFFICE.search(text, start, at) or _OFFICE.search(after) or _CONSENT.search(text, start, end):
        return False
    if _MEANT.search(text, start, at) or (_NAMED_BESIDE.search(before) and not _NO_NAME.search(before)):
        return True
    is_theirs = _REACHED.search(before) is not None or _MOBILE.match(text, at)
    if is_theirs and SOMEBODY.search(text, start, at):
        return True
    told = text[around[0] : at], text[to : around[1]]
    return any(map(SOMEBODY.search, told)) and any(map(_FOUND_OUT.search, (*told,)))


def _near(before: str) -> str:
    """Return the words right before a number, behind the last comma but one."""
    return " ".join(before.split()[-_NEAR:])


_NEAR = 4  # words
# “her mobile: …”, “can be reached on …”, and numbers that one person carries.
_OWN_RIGHT = pattern(
    r"\b(?:[Hh]is|[Hh]er|their)[ ](?:private|own|personal|mobile|cell|home)?[ ]?(?:mobile|cell|phone|telephone|whatsapp"
    r"|landline)(?:[ ](?:number|phone))?[:,]?[ ]?[(“\"]?\Z"
)
_REACHED = pattern(r"\bcan[ ](?:still[ ])?be[ ](?:\w+[ ])?(?:reached|telephoned|called|contacted|phoned|rung)\b")
_MOBILE = pattern(
    r"07\d{3}[ ]?\d|\+44[ ]?7|\+353[ ]?8[35-9]|08[35-9][ ]|0[67](?:[ ]\d\d){4}|\+33[ ]?[67]|04\d\d[ ]\d{3}"
)
_MINE = pattern(r"\b(?i:me|my|us|our)\b")
_QUOTE = pattern(r"[“”\"‘]")
_RIGHT_BEFORE = 45  # code points
_AT_HOME = pattern(r"\b(?i:home|private|personal)\b")
# Providers of private mail, by the first part of their names or by what it says.
_PROVIDERS = frozenset(
    """
    gmail googlemail outlook hotmail yahoo ymail icloud me mac aol live msn gmx web proton protonmail
    tutanota btinternet
    sky talktalk virginmedia comcast verizon
    att t-online freenet orange wanadoo libero laposte rediffmail zoho fastmail
    eircom bigpond optusnet
    """.split()
)
_SAYS_MAIL = ("mail", "inbox", "mbox")
_NEWSPAPER = pattern(r".*(?:daily|sunday|evening|morning)mail\Z")
_ROLE = pattern(
    r"(?i:info|press|news\w*|editor\w*|contact\w*|help\w*|support|tips?|office|media|enquir\w+|inquir\w+|team"
    r"|letters?|hello"
    r"|sales|admin\w*|service\w*|customer\w*|feedback|comments?|corrections?|desk|mail|jobs|careers|events?"
    r"|bookings?|tickets?"
    r"|membership|secretary|chair|treasurer|privacy|legal|webmaster|postmaster|no-?reply|subscriptions?|obituaries"
    r"|features)"
)
_PRIVATE_PART = pattern(r"(?i:home|family|private|personal|mum|dad)|(?:19|20)\d\d\Z|[a-z]\d{2,4}\Z")


def _is_private_mail(
    text: str, at: int, to: int, sentence: tuple[int, int], around: tuple[int, int], authors: Iterable[str]
) -> bool:
    local, _, domain = text[at:to].partition("@")
    parts = [part for part in local.lower().replace("-", ".").replace("_", ".").split(".") if part]
    if any(map(_ROLE.fullmatch, parts)) or any(name.lower() in local.lower() for name in authors if len(name) > _SHORT):
        return False
    provider = domain.lower().partition(".")[0]
    # “huffpost” and “dailymail” are newspapers.
    says_mail = provider.startswith("post") or any(word in provider for word in _SAYS_MAIL)
    if provider not in _PROVIDERS and (not says_mail or _NEWSPAPER.match(provider)):
        return False
    start, end = sentence
    before, after = text[max(start, at - _REACH_BEFORE) : at], text[to : min(end, to + _REACH_AFTER)]
    if _OFFICE.search(before) or _CONSENT.search(before):
        return False
    is_own = _OWN.search(before) or _OWN.search(after) or _PRIVATE_PART.search(local)
    return bool(is_own) or _is_of_somebody(parts, text[around[0] : around[1]])


_SHORT = 2


def _is_of_somebody(parts: list[str], passage: str) -> bool:
    """Tell whether a part of an address is in the name of somebody nearby."""
    names = {word.lower() for match in SOMEBODY.finditer(passage) for word in match[0].split() if word[0].isupper()}
    return any(name in part for part in parts for name in names if len(name) > _SHORT)
