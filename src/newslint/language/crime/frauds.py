"""Find companies that a text calls a fraud: a scam, a Ponzi scheme, sham dealers, swindlers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.language.crime.clauses import Clause, Item
from newslint.patterns import pattern
from newslint.records import NamedTuple

# Single words, in small letters, without one of which nothing is called a fraud.
FRAUD_WORDS = frozenset(
    """scam scams fraud frauds fraudulent ponzi pyramid swindle swindles swindler swindlers sham con cons rip racket
    crooks crooked fraudster fraudsters bogus conmen rackets scammers charlatans cheats thieves hoax fake corrupt
    crook rogue phoney phony swindled swindling cheat cheated cheating defraud defrauds defrauded defrauding
    fleece fleeces fleeced
    fleecing dupes duped duping bilks bilked bilking robs robbed steals stealing stole launders laundering laundered
    hoodwinks hoodwinked shams grifters grifter grift con-artists scamming scammed ripped rips ripping boiler
    fictitious thieving parasites sharks racketeers criminals criminal""".split()
)
_NOUN = (
    r"(?:front[ ]for|shell[ ]game|scams?|frauds?|Ponzi[ ](?:scheme|operation|fraud)s?"
    r"|pyramid[ ](?:scheme|selling|operation)s?|swindles?"
    r"|grifts?|criminal[ ](?:enterprise|outfit|operation|racket)|boiler[ ]room|protection[ ]racket|daylight[ ]robbery"
    r"|pyramids?(?![ ]of)|shams?|con(?:[ ](?:trick|game))?|rip-off|racket|cons|hoax|house[ ]of[ ]cards)"
)
_PEOPLE = (
    r"(?:swindlers?|fraudsters?|crooks?|conmen|con[ ](?:men|artists)|scammers?|charlatans?|cheats|thieves|racketeers"
    r"|grifters?|con[ ]artists?|loan[ ]sharks)"
)
_ADJECTIVE = (
    r"(?:[Bb]ogus|fraudulent|rip-off|sham|bogus|crooked|phoney|phony|corrupt|rogue|scam|fake|thieving|dishonest)"
)
_FIRM = (
    r"(?:company|companies|firm|firms|business|dealers?|brokers?|brokerage|broker|fund|funds|bank|charity|lender"
    r"|operation|scheme|outfit|investment|investments|exchange|retailer|start-?up|empire|developer|agency|charity"
    r"|degrees?|diplomas?|cures?|clinics?|doctors?|college|university|clinic|seller|sellers|traders?|builders?"
    r"|maker|platform|app|shop|dealership|network|enterprise|venture)"
)
_LABEL = pattern(
    rf"\b(?:(?:a|an|the|this|that|its|into|another|yet[ ]another|anything[ ](?:more|other)[ ]than[ ]an?"
    rf"|no[ ]more[ ]than[ ]an?|one[ ]of[ ]the|nothing[ ]but[ ]an?|little[ ]more[ ]than[ ]an?|plain"
    rf"|pure|elaborate|giant|huge|[A-Z]\w+[’']s)[ ](?:[\w-]+[ ]){{0,3}}?{_NOUN}\b(?![ ](?:squad|office|charges?"
    rf"|case|trial|investigat\w+|allegations?|(?:who|he|she|they|it|them)[ ]claims?|claimed|claiming"
    rf"|claims?[ ](?:that|to)|claims?|prevention|detection|unit|alerts?|warnings?|emails?|calls?|texts?|department"
    rf"|laws?|team|expert|victims?|policy|prosecut\w+|inquiry|complaint|lawsuit|risk|checks?)\b)|{_PEOPLE}\b"
    rf"|{_ADJECTIVE}[ ](?:\w+[ ])?{_FIRM}\b)"
)
# Who else says so, what a court or a regulator found, and what is only warned of.
_EXCUSED = pattern(
    r"\b(?:declar\w+|alleg\w+|accus\w+|claimed|claiming|(?:who|he|she|they|it|them)[ ]claims?|suspect\w*|investigat\w+"
    r"|charged|convict\w+|guilty|jailed|sentenced|ruled|ruling|fined|found[ ](?:it|that|to|by|in|guilty)"
    r"|it[ ]found|found,|denie[sd]|denial|denying|reportedly|according[ ]to|(?:regulators?|court|judge|police"
    r"|prosecutors?|SEC|FTC|FCA|authorities|critics|lawyers|customers|they|them|he"
    r"|she)[ ](?:\w+[ ]){0,3}?(?:call(?:ed|s)?|describ\w+|say|says|said|label\w*|ruled|found|argue\w*|believe\w*"
    r"|fear\w*)|settle\w*|indict\w+|admitted|pleaded|victims?[ ]of[ ](?:a[ ])?(?:scam|fraud)|impersonat\w+"
    r"|posing[ ]as|pretend\w*|in[ ]the[ ]name[ ]of|us(?:es|ing)[ ](?:its|the)[ ]name|cloned?|phishing"
    r"|(?:criminal|fraud|federal)[ ]charges|charges?[ ](?:that|of)|(?:face|stand)s?[ ]trial"
    # Whom an actor plays.
    r"|(?:play(?:s|ed|ing)?|portray\w*|starring|stars)[ ](?:as[ ])?(?:[\w-]+[ ]){0,3}?(?:swindler|fraudster|crook|con"
    r"|grifter|hustler|conman|scammer)"
    r"|not[ ]an?[ ]|no[ ](?:scam|fraud)|isn[’']t|so-called|derided|dubbed|whether|if|looks?[ ]like|amounts?[ ]to"
    r"|ombudsman|watchdog|tribunal|anti-fraud|combat\w*|prevent\w*|protect\w*|detect\w*|election|voters?"
    r"|ballot\w*|welfare|benefits?|insurance[ ]fraud|credit[ ]card|identity|romance|email|e-mail|tax|Medicare"
    r"|Medicaid|immigration|marriage|research[ ]fraud|wire[ ]fraud|mail[ ]fraud|securities[ ]fraud|bank[ ]fraud)\b"
)
_WARNED = pattern(r"\bwarn(?:ed|s|ing|ings)?[ ](?:of|about|against|that)\b")
# What a court has decided, in the sentences around.
_DECIDED = pattern(
    r"\b(?:ruled|convict\w+|guilty|jailed|sentenced|fined|pleaded|charged|indict\w+|accus\w+|alleg\w+"
    r"|lawsuit[ ](?:says|claims)|it[ ]found|found[ ](?:it|that|to)|regulators?,[ ]in[ ]a[ ]ruling|(?:drivers"
    r"|customers|investors|they)[ ](?:say|allege|claim))\b"
)
_BUSINESS = pattern(
    r"\b(?:company|firm|business\w*|start-?up|investors?|customers?|depositors?|savers?|savings|drivers|shares?"
    r"|shareholders?|fund|funds|bank|brokers?|dealers?|chief[ ]executive|founders?|app|platform|retailer|boutique"
    r"|bridal|brides?|couples|salon|parlou?r|gym|restaurant|hotel|travel|stores?|biotech"
    r"|makers?|suppliers?|Ltd|plc|Inc|invoices?|products?|sells?|sold|buyers?|analysts?|accounting|charity"
    r"|charities|raised|clients|pensioners?|headquarters|deposits?|contracts?|members|franchise\w*|families"
    r"|rent\w*|hir(?:e|es|ed|ing)|leas(?:e|es|ed|ing)|vans?|pric(?:e|es|ing)|quot(?:e|es|ed)|refunds?|deposit|booking"
    r"|holiday"
    r"|homeowners|tenants|workers|employees|sales\w*|recruits|orders|warranty|repairs?|builders?|roof\w*|owners|paid"
    r"|pay"
    r"|profits?|revenue|bottle|price|bosses|executives?|subscribers|lenders?|loans?)\b",
    re.IGNORECASE,
)


# What many things are called that are no firm's.
_DOUBTFUL = pattern(r"\b(?:frauds?|con|cons|hoax|racket)$|\b(?:thieves|cheats|crooks)$")
# “It is a scam” takes up a name from the sentence before, or leads to that of the next.
_TAKEN_UP = pattern(
    r"(?:^|[.:;,][ ])(?:(?:It|it|They|they|This|That|this|that)[ ](?:is|was|are|were)[ ]"
    r"|[^.]{0,40}?\bwhat[ ]it[ ]is:[ ])\Z"
)


class Fraud(NamedTuple):
    """What calls a company a fraud, as a range of the sentence."""

    start: int
    end: int


def find_frauds(text: str, clause: Clause, near: str, beside: bool) -> Iterator[Fraud]:
    """Yield what calls a company a fraud in a sentence, where the sentence or those around it name one.

    `near` is the text of the sentences around it, its own included; `beside` says whether one of them names a company.
    """
    if is_excused(text) or _WARNED.search(text):
        return
    for match in _LABEL.finditer(text):
        if _DOUBTFUL.search(match.group()) and not _BUSINESS.search(near):
            continue
        if _has_company(text, clause, match.start(), match.end()) or _takes_up(text, match.start(), beside):
            yield Fraud(*match.span())


def may_call(text: str) -> bool:
    """Tell whether a sentence has words that call a company a fraud, or say what one does: most have none."""
    return _LABEL.search(text) is not None or _DOES.search(text) is not None


def is_excused(text: str) -> bool:
    """Tell whether a text leaves what it says of a company to others, or to a court."""
    return _EXCUSED.search(text) is not None


def is_decided(text: str) -> bool:
    """Tell whether sentences around say that a court has decided, or that somebody accuses the company."""
    return _DECIDED.search(text) is not None


_VIOLENT = pattern(
    r"\b(?:kill(?:ed|ing|ings|s)?|murder\w*|rap(?:e|es|ed|ing)|shot|shooting|stabb\w+|beat(?:en|ing)|crash\w*|collision"
    r"|bomb\w*|attack\w*|slay\w*|kidnap\w*|deaths?|died|molest\w*|strangl\w+|poison\w*|massacre\w*|fire)\b",
    re.IGNORECASE,
)
# What is done for gain, or to papers.
_GAINFUL = pattern(
    r"\b(?:theft|thefts|thieving|steal\w*|stole\w*|embezzl\w+|frauds?|fraudulent\w*|defraud\w+|brib\w+|blackmail\w*"
    r"|forg\w+|smuggl\w+|loot\w*|swindl\w+|scams?|extort\w+|rackets?|launder\w*|cheat\w*|fake\w*|faking|fals\w+"
    r"|fictitious|non-?existent|phantom|bogus|counterfeit|inflat\w+|money|cash|funds?|savings|tax\w*|accounts?|books"
    r"|expenses|pockets?|invoic\w+|bill(?:ed|ing)|customers|investors|clients|waste|chemicals|sewage|asbestos|cartel"
    r"|price-fixing|insider|lied|lying|lies|victims|kickbacks?|hack\w+|[£$€₹]\w+)",
    re.IGNORECASE,
)


def is_violent(text: str) -> bool:
    """Tell whether a text tells of violence or of an accident, neither of which is a fraud."""
    return _VIOLENT.search(text) is not None


def is_gainful(text: str) -> bool:
    """Tell whether a text tells of what is done for gain, or to papers."""
    return _GAINFUL.search(text) is not None


def is_business(text: str) -> bool:
    """Tell whether a text tells of a business."""
    return _BUSINESS.search(text) is not None


def _takes_up(text: str, start: int, beside: bool) -> bool:
    return beside and _TAKEN_UP.search(text[:start]) is not None


# What a firm does that “it” or “they” stand for.
_DOES = pattern(
    r"\b(?:it|they|which|who|that|whose[ ]\w+|the[ ](?:company|firm|outfit|business|seller|broker|fund|shop|dealer"
    r"|agency|charity|app"
    r"|platform))[ ](?:(?:has|have|had|is|are|was|were|been|also|simply|routinely|regularly|then|only|still|merely"
    r"|quietly)[ ]){0,3}"
    r"(?:swindl|cheat|defraud|fleec|dup|bilk|rob|scamm|scam|conn|hoodwink|launder|rips?[ ]off|ripp|steal|stole|stolen"
    r"|forg|faked|fakes"
    r"|faking|embezzl|trick|overcharg|lie[sd]?[ ]to|lying[ ]to)(?:s|es|ed|e|ing|bed|bing|n)?[ ](?:its|their|the|every"
    r"|all|his|from|off"
    r"|pensioners|customers|clients|savers|investors|people|thousands|hundreds|families|old|elderly|vulnerable|money"
    r"|desperate|workers"
    r"|buyers|patients|students|readers|them|you|would-be|anyone|homeowners|tenants)\b"
)


def find_deeds(text: str, clause: Clause, has_business: bool) -> Iterator[Fraud]:
    """Yield what a company is said to do as “it” or “they”, where the sentence names it before."""
    if is_excused(text) or _WARNED.search(text) or not has_business:
        return
    for match in _DOES.finditer(text):
        named = [name for name in clause.names.values() if name.end <= match.start()]
        if named and not is_violent(text):
            yield Fraud(*match.span())
            return


_THING = pattern(rf"{_NOUN}$")
_NAMED_SO = pattern(r",?[ ](?:called|known[ ]as|named|behind|which[ ]trades|trading|that[ ](?:is|calls))\b")
_COPULA = pattern(r"\b(?:is|was|are|were|remains?|be|been)[ ](?:[\w-]+[ ]){0,3}?\Z")


# Before what is done to the subject: “users were hit by the scam”.
_SUFFERED = frozenset("by to from against about".split())
_LINK = frozenset("is was are were remains be been".split())


def _has_company(text: str, clause: Clause, start: int, end: int) -> bool:
    """Tell whether the name of a company stands beside a label or is what it is said of.

    A scheme is no person, whatever its name looks like.
    """
    items = clause.items
    is_thing = _THING.search(text, start, end) is not None and (
        _COPULA.search(text, 0, start) is not None or _NAMED_SO.match(text, end) is not None
    )
    for at in clause.names:
        item = items[at]
        is_person = item.kind == "person" and not _is_possessive(text, item)
        if item.lower == "ponzi" or (is_person and not is_thing):
            continue
        if item.end <= start and (_is_linked(items, at, start) or start - item.end < 5):
            return True
        if item.start >= end and _is_behind(items, at, end):
            return True
        if start <= item.start < end and _is_possessive(text, item):
            return True
    return False


def _is_possessive(text: str, item: Item) -> bool:
    return text[item.end : item.end + 2] in ("’s", "'s")


def _is_linked(items: Sequence[Item], at: int, start: int) -> bool:
    """Tell whether a name and a label behind it are joined by a verb of being or a comma."""
    between = [item.lower for item in items[at + 1 :] if item.start < start]
    if not between or len(between) > 12 or between[-1] in _SUFFERED:
        return len(between) == 0
    return (
        between[-1] in (*_LINK, ",", "—", "–", "as", "but", "more", "than")
        or bool(_LINK & set(between[:4]))
        or between[0] == ","
    )


def _is_behind(items: Sequence[Item], at: int, end: int) -> bool:
    """Tell whether a name stands right behind a label: “the swindlers behind Acme”, “the sham broker Acme”."""
    between = [item.lower for item in items[:at] if item.start >= end]
    return len(between) <= 4 and all(
        word
        in (
            "behind",
            "which",
            "trades",
            "trading",
            "calls",
            "calling",
            "itself",
            "themselves",
            "who",
            "call",
            "trade",
            "named",
            "at",
            "of",
            ",",
            "called",
            "the",
            "that",
            "is",
            "known",
            "as",
            "running",
            "run",
            "by",
            "in",
            "from",
        )
        for word in between
    )
