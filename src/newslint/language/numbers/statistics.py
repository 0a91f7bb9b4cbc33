"""Tell which sentences state a statistic: a share, rate, rank, change or total that somebody must have counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newslint.language.numbers.quantities import Quantity
from newslint.patterns import pattern

__all__ = ["STATISTIC_WORDS", "find_statistic"]

_NUMBER = (
    r"(?:\d[\d,.]{0,12}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
    r"|thousand)"
)
_SEVERAL = r"(?:\d[\d,.]{0,12}|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand)"
_SMALL = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|\d{1,3})"
_PART = r"(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
_MOST = (
    r"(?:highest|lowest|largest|biggest|smallest|worst|deadliest|fastest|slowest|steepest|fewest|poorest|richest"
    r"|youngest|oldest|longest|shortest|heaviest|busiest|costliest|driest|wettest|hottest|coldest|leading|best"
    r"|most[ ][a-z]+)"
)
_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
_WHERE = (
    r"(?:(?:in|of|across|on)[ ](?:the[ ])?(?:whole[ ]|entire[ ]|developed[ ]|industriali[sz]ed[ ])?"
    r"(?:country|nation|state|world|region|county|province|continent|district|city|territory|record|kind|range|division"
    r"|decades?|history|Europe|Africa|Asia|Latin[ ]America|America|Britain|England|Scotland|Wales|Australia|Canada"
    r"|India|Ireland|EU|European[ ]Union|UK|OECD)"
    r"|nationwide|statewide|worldwide|since[ ]\w+"
    r"|(?:in|for)[ ](?:[a-z]+[ ]){0,2}(?:\d+|\w+)[ ](?:decades?|years|generation))"
)
# Shares, ranks and rates by their form: “two-thirds of”, “three in ten”, “doubled”, “ranks third”, “a year”.
_FORMS = {
    "half halves third thirds quarter quarters fifth fifths sixth sevenths eighth eighths ninth tenth tenths": (
        rf"\b(?<!and[ ])(?:(?:a|one|two|three|four)[ -])?{_PART}[ ](?:of[ ]|(?:all|the|its|their)[ ])"
        rf"(?!(?:(?:the|last|this|every|that|its|his|her)[ ])?(?:\w+[ ])?(?:years?|hour|century|day|time|game|season"
        rf"|match|deck|while|month|second|minute|total|it|them|these"
        rf"|those(?![ ](?:who|using|in|with|aged|living|on))|film|book|{_MONTHS})\b)"
        rf"|\b(?:by|to|than|nearly|almost|about|over|around|roughly)[ ](?:a|one|two)[ -](?:third|quarter|fifth|half)\b"
        r"(?![ ]of[ ]an?[ ](?:second|minute|mile|inch|metre|point|hour|length))"
        rf"|\b(?:one|two|three|four)-{_PART}\b"
    ),
    "doubled tripled trebled quadrupled quintupled halved twice times twofold threefold fourfold fivefold sixfold "
    "sevenfold eightfold ninefold tenfold twentyfold hundredfold": (
        r"\b(?:doubled|tripled|trebled|quadrupled|quintupled|halved"
        r"|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)fold)\b"
        r"|\b(?:twice|(?:two|three|four|five|six|seven|eight|ten|\d+)[ ]times)[ ]"
        r"(?:as|more|less|higher|that|likelier|greater"
        r"|(?:what|the)[ ](?:\w+[ ]){0,2}(?:rate|average|number|figure|share|level|size|amount|norm|total|did"
        r"|was|were))\b"
    ),
    "majority": (
        r"\b(?:a|the)[ ](?:[a-z]+[ ])?majority[ ]of[ ]"
        r"(?!(?:the|his|her|its|our|my|this|that|those|these|them)\b)[a-z]"
    ),
    "most": (
        r"^Most(?=[ ](?:[a-z-]{2,20}[ ]){1,4}(?:within|before|after|by)[ ](?:the[ ]age|their|the|a|\w+)[ ](?:\w+[ ])?"
        r"(?:years?|months?|weeks?|days?|birthdays?|decades?)\b)"
    ),
    "common frequent prevalent dangerous deadly expensive congested polluted popular cause": (
        r"\b(?:the[ ])?(?:(?:most|least)[ ](?:common|frequent|prevalent|dangerous|deadly|expensive|congested|polluted)"
        r"|(?:leading|biggest|main|commonest))[ ](?:preventable[ ]|single[ ])?"
        r"(?:causes?|reasons?|forms?|types?|kinds?|cancers?|killers?|diseases?|injur(?:y|ies)|crimes?|jobs?|operations?"
        r"|cit(?:y|ies)|complaints?|professions?|occupations?|disorders?)\b"
        r"(?=[ ](?:of|for|why|in|among|worldwide|to)\b)"
    ),
    "any": r"\b(?:more|fewer|less|higher|lower|faster|longer)(?:[ ][a-z]+){0,2}[ ]than[ ](?:in[ ])?any[ ]other\b"
    r"|\b[a-z]{2,12}er[ ]than[ ](?:in[ ])?any(?:where)?\b(?=[ ](?:[a-z]+[ ]){0,3}(?:in|of|on|its)\b)",
    "fewer more": (
        r"\b(?:kills?|claims?|causes?|employs?|swallows?|strikes?|maims?)[ ](?:more|fewer)(?=[ ][a-z]{2,20}[ ]"
        r"(?:[a-z]+[ ]){0,3}than[ ])"
    ),
    "rank ranks ranked high low peak record first": (
        r"\brank(?:s|ed)?[ ](?:only[ ]|just[ ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d"
        r"|last|among|bottom|top|in[ ]the[ ](?:top|bottom))"
        r"|\b\w+-year[ ](?:high|low|peak)\b|\b(?:at|hit|reached|to)[ ](?:a[ ])?(?:all-time|record)[ ](?:high|low)s?\b"
        r"|\b(?:a|in)[ ]record[ ](?:number|\d)"
    ),
    "second third fourth fifth sixth seventh eighth ninth tenth": (
        rf"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ -]{_MOST}\b"
    ),
    "highest lowest largest biggest smallest worst deadliest fastest slowest steepest fewest poorest richest youngest "
    "oldest longest shortest heaviest busiest costliest driest wettest hottest coldest leading best most": (
        rf"\b(?:the|its|[a-z]+[’']s)[ ]{_MOST}\b[^.;,]{{0,25}}?\b{_WHERE}\b"
    ),
    "billion bn million crore lakh": (
        r"\b(?:R|Rs|RM|KSh|Ksh|Sh|GH₵|₦|₱)\.?[ ]?\d[\d.,]{0,9}[ ](?:billion|bn|million|crore|lakh)\b"
    ),
    "metre meter foot inch mile kilometre kilometer centimetre tonne ton litre liter gallon acre hectare": (
        r"\b(?:a|an|one|half[ ]a)[ ](?:metre|meter|foot|inch|mile|kilomet(?:re|er)|centimetre|tonne|ton|lit(?:re|er)"
        r"|gallon|acre|hectare)[ ](?:a|per|every|each)[ ](?:year|month|day|week|hour|decade)\b"
    ),
    "outnumber outnumbers outnumbered overtook overtaken outsold outsell": (
        r"\b(?:outnumber(?:s|ed)?|overtook|overtaken|outsold|outsell)\b(?=[^.;]{0,60}"
        r"\b(?:for[ ]the[ ]first[ ]time|by|since|two|three|four|five|ten)\b)"
    ),
    "overtake overtakes surpass surpasses surpassed exceed exceeds exceeded": (
        r"\b(?:overtakes?|surpass(?:es|ed)?|exceed(?:s|ed)?)\b(?=[^.;]{0,60}\b(?:for[ ]the[ ]first[ ]time|since)\b)"
    ),
    "more fewer": r"^(?:More|Fewer)(?=[ ](?:people|women|men|children|[a-z]{2,20}s)[ ][^.;,]{0,80}\bthan[ ])",
}
# The same where a sentence has a number: “three in ten”, “43 cents of every euro”, “97 hours a year”, “from 9 to 21”.
_COUNTED_FORMS = {
    "in out": (
        rf"\b{_NUMBER}[ -](?:in|out[ ]of)[ -](?:every[ ])?(?!(?:1[89]|20)\d\d\b){_NUMBER}\b"
        rf"(?![ ](?:years|months|days|weeks|games|matches|minutes|hours|seasons|{_MONTHS})"
        r"|[-,.]\d|[ ]\w+[ ](?:years|days))"
        rf"|\b{_NUMBER}[ ][a-z]{{1,20}}[ ](?:in|out[ ]of)[ ](?:every[ ])?"
        r"(?:ten|hundred|thousand|10|100|1,000|100,000)\b"
        r"(?![ ][a-z])"
        rf"|\b(?:one|two|three|1|2|3)[ ](?:[a-z]{{1,20}}[ ]){{1,2}}(?:in|out[ ]of)[ ](?:every[ ])?{_SMALL}\b"
        r"(?=[ ](?:is|are|was|were|has|have|had|can|cannot|will|now|never|does|do|did|goes|gets?"
        r"|says?|dies?|lives?|owns?"
        r"|fails?|needs?|works?|[a-z]+s)\b)"
    ),
    "of": (
        rf"\b(?:only|just|barely|all[ ]but)[ ](?:{_NUMBER})[ ]of[ ](?:the|its|their|his|her)[ ]{_NUMBER}\b"
        r"(?![ ](?:games|matches|minutes|years|months|days|weeks|hours|seasons|points|seats|delegates|states))"
    ),
    "points": r"\b\d[\d.,]{0,6}[ ]points[ ](?:lower|higher|worse|better|less|more)\b",
    "up down": r"\b(?:up|down)[ ]from[ ](?:[a-z]+[ ]){0,2}[$£€]?(?:\d[\d,.]{0,12}|\w+ty|ten|eleven|twelve)",
    "remain remains left survive exist": (
        r"\b(?:fewer[ ]than|only|just|barely|about|some|perhaps|scarcely|no[ ]more[ ]than"
        r"|an[ ]estimated|around|at[ ]most)"
        rf"[ ]{_SEVERAL}(?:[ ]\w+){{1,5}}?[ ](?:remains?|survives?|exist|(?:is|are)[ ]left|left)\b"
        r"(?![ ](?:in[ ]the[ ](?:game|half|quarter|race|contest|season|period)|on[ ]the[ ](?:clock|ballot)|to[ ]))"
    ),
    "average typical median mean": (
        rf"(?:\b(?:the|an?|its|their)[ ]|^)(?:average|typical|median|mean)[ ](?!temperature|high|low)[a-z]"
        rf"(?=[^.;]{{0,80}}?\b(?:{_SEVERAL}|one|two|three|four)\b)"
    ),
    "than": (
        rf"\b{_SEVERAL}(?:[ ]per[ ]cent|%)?[ ](?:more|fewer|less)[ ][^.;,]{{1,50}}?"
        r"\bthan[ ](?:the|in|a|it|they)\b"
    ),
    "every each the": (
        r"\b(?:of|for|in)[ ]every[ ](?:hundred|thousand|ten|\d|[$£€])"
        r"|(?:\b|(?<=\d))(?:cents?|pence|p)[ ](?:of|in|for|on)[ ](?:every|each|the)\b"
    ),
    "a an per each every annually yearly daily monthly": (
        rf"\b{_SEVERAL}\b[^.;,]{{0,40}}?\b(?:(?:a|per|each|every)[ ](?:year|month|week|day|hour|night|person|head"
        r"|capita|household|child)\b(?![ ](?:ago|earlier|old|later|before))|annually|yearly|monthly|per[ ]\d)"
        rf"|\bevery[ ](?:other[ ])?{_NUMBER}[ ](?:minutes|seconds|hours|days|weeks)\b"
    ),
    "from": r"\bfrom[ ][a-z]{0,10}[ ]?[$£€]?\d[^.;]{0,40}?\bto[ ](?:[a-z]+[ ]){0,2}[$£€]?\d",
}


class _Forms:
    """Forms in their order, each under the words of which one begins or bears it."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._patterns = [pattern(form, re.IGNORECASE) for form in forms.values()]
        self._numbers: dict[str, set[int]] = {}
        for number, words in enumerate(forms):
            for word in words.split():
                self._numbers.setdefault(word, set()).add(number)
        self.words = frozenset(self._numbers)

    def find(self, text: str, words: frozenset[str]) -> tuple[int, int] | None:
        """Return the range of the first form that a text with some words has, else None."""
        numbers: set[int] = set().union(*map(self._numbers.__getitem__, self.words & words))
        for number in sorted(numbers):
            if match := self._patterns[number].search(text):
                return match.start(), match.start() + len(match.group().rstrip())
        return None


_BY_WORDS, _COUNTED_BY_WORDS = _Forms(_FORMS), _Forms(_COUNTED_FORMS)
# Without one of these, only a sentence with a number can state a statistic.
STATISTIC_WORDS = _BY_WORDS.words | {"remain", "remains", "survive"}

# What makes a number a total of something: when and where it was counted, what it counts, that it moved.
_PERIOD = pattern(
    r"\b(?:(?:last|this|each|every|per|a|an|previous|past|financial|fiscal|calendar|single)[ ]"
    r"(?:(?:bad|good|normal|typical|average|single|school|financial|given|dry|wet)[ ])?"
    r"(?:year|month|week|decade|day|quarter|season|hour|generation|century|winter|summer|spring|autumn)|annually|yearly"
    r"|(?:in|over|during|within|for)[ ](?:(?:the|a|just|under|more[ ]than)[ ]){0,2}"
    r"(?:(?:past|last|previous|first|second|next|space[ ]of|single|\w+|\d+)[ ]){0,2}"
    r"(?:years?|decades?|months?|weeks|half|quarter|generation)"
    r"|between[ ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ ]and"
    r"|over[ ](?:the[ ])?(?:[a-z]+[ ])?(?:weekend|holidays?|Christmas|Easter|summer|winter)"
    r"|since[ ](?:the|19|20|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|last|records)"
    r"|(?:in|between|from|by)[ ](?:19|20)\d\d|so[ ]far|to[ ]date|year[- ]on[- ]year|at[ ]any[ ](?:one|given)[ ]time"
    r"|currently|now|today|a[ ]year[ ](?:ago|earlier))\b",
    re.IGNORECASE,
)
_PLACE_WORDS = frozenset(
    "country nation state region province district county valley borough city town nationwide statewide worldwide "
    "nationally locally globally national regional overall population north south east west capital".split()
)
_TOLL = frozenset(
    "killed kills died dead die dies drowned injured wounded hurt deaths missing displaced homeless stranded infected "
    "jobless casualties "
    "destroyed wrecked damaged burned burnt flattened gutted eaten swallowed blackened submerged uprooted "
    "stolen".split()
)
_MEASURES = frozenset(
    """rate rates average averages averaged typical median mean share proportion majority total totals totalled totaled
    number numbers numbered toll cases cost costs costing price prices income incomes wage wages salary earnings
    earn earns earned rent rents bill bills revenue revenues turnover sales exports imports output deficit debt debts
    arrears backlog shortfall gap emissions admissions applications complaints prosecutions convictions unemployment
    inflation turnout survival mortality ownership worth valued losses waste wasted spend spends spent jobs workers
    homes households families residents children people vacancies offences offenses crime crimes incidents accidents
    crashes collisions patients pupils students victims ratio outnumber outnumbered expectancy wait waiting stands stood
    accounts employ employs employed generates contributes live lives lived own owe owes affects affected suffer suffers
    lack lost lose loses throw throws took taken closed shut left
    burglaries burgled robberies thefts murders homicides stabbings shootings assaults rapes
    frauds evictions bankruptcies insolvencies closures outages floods fires sightings arrests births marriages divorces
    visitors tourists passengers flights members doctors nurses teachers farmers schools hospitals hospital infections
    worth permits trips trains flats evicted buried
    strokes amputations overdoses suicides refugees migrants breaks ins goods""".split()
)
_MOVED = frozenset(
    """rose risen rises rise fell fallen falls fall grew grown grows grow dropped drops drop climbed climbs declined
    declines increased increases decreased jumped jumps soared surged plunged plummeted shrank shrunk shrinks slumped
    sank sunk dipped spiked swelled swollen slid slipped tumbled expanded contracted up down by""".split()
)
_STANDING = frozenset(
    """is are has have do does remain remains live lives work works own owns owe owes lack lacks pay pays cost costs
    spend spends earn earns employ employs account accounts make makes generate generates contribute die dies wait
    contributes waits throw throws stand stands now""".split()
)
_SIGNS = 2
_LEAST_TOTAL = 5
_FEW = 100
_TIMES = ("year", "month", "week", "day", "hour", "minute", "second")
_LEVELS = frozenset("average averages typical median mean wait waiting expectancy".split())
_MEANT = pattern(r"\bof[ ](?:its|the|their|his|her)[ ]$")
_YEARLY = pattern(r"\b(?:each|every|a|per)[ ](?:year|month|week|day)\b|\b(?:annually|yearly)\b")
_DEGREES = ("degree Fahrenheit", "degree Celsius")
_AGE = pattern(r",[ ]\d\d,")
_LARGE, _HUGE = 1_000, 100_000
_SHARES = ("percent", "percentage-point")
_TOTALS = ("plain", "money", "measure")


def find_statistic(text: str, quantities: Sequence[Quantity]) -> tuple[int, int] | None:
    """Return the range of the figure of a sentence that states a statistic, else None.

    `quantities` are those of the sentence, with their place in it. A percentage is one; so is what has the form of a
    share, a rate or a rank; any other number is one where at least two signs of a total stand beside it.
    """
    share = next((each for each in quantities if each.kind in _SHARES), None)
    if share is not None:
        return share.start, share.end
    words = frozenset(text.lower().replace("-", " ").replace(",", " ").rstrip(".").split())
    found = _BY_WORDS.find(text, words)
    if found or not (quantities or any(map(str.isdigit, text))):
        return found
    return _COUNTED_BY_WORDS.find(text, words) or _find_total(text, words, quantities)


def _find_total(text: str, words: frozenset[str], quantities: Sequence[Quantity]) -> tuple[int, int] | None:
    totals = [each for each in quantities if _may_be_total(text, words, each)]
    if not totals or not _is_total(text, words, totals):
        return None
    most = max(totals, key=lambda each: each.value)
    return most.start, most.end


def _may_be_total(text: str, words: frozenset[str], quantity: Quantity) -> bool:
    """Tell whether a number may be a total: not a length of time, a number in words, or how many of some are meant."""
    if quantity.kind not in _TOTALS or (quantity.unit in _TIMES and _LEVELS.isdisjoint(words)):
        return False
    if quantity.value < _LEAST_TOTAL and not (quantity.kind == "measure" and _YEARLY.search(text)):
        return False
    is_written = any(letter.isdigit() for letter in text[quantity.start : quantity.end]) or quantity.value >= _LARGE
    is_written = is_written or not _TOLL.isdisjoint(words)
    return (
        is_written
        and not _is_age(text, quantity)
        and _MEANT.search(text, max(0, quantity.start - 20), quantity.start) is None
    )


def _is_age(text: str, quantity: Quantity) -> bool:
    """Tell whether a number is somebody's age, or a temperature."""
    return quantity.unit in _DEGREES or _AGE.match(text, max(0, quantity.start - 2), quantity.end + 1) is not None


def _is_total(text: str, words: frozenset[str], totals: Sequence[Quantity]) -> bool:
    is_dated = _PERIOD.search(text) is not None
    is_toll = not _TOLL.isdisjoint(words)
    most, is_about = max(each.value for each in totals), any(each.approximate for each in totals)
    if not (is_dated or is_toll or not _STANDING.isdisjoint(words)):
        return False
    signs = (
        is_about,
        is_dated,
        is_toll,
        not _PLACE_WORDS.isdisjoint(words),
        not _MEASURES.isdisjoint(words),
        not _MOVED.isdisjoint(words),
        most >= _LARGE,
        most >= _HUGE,
    )
    is_few = most < _FEW and all(each.kind == "plain" for each in totals)
    if is_toll and (is_about or is_dated):
        return True
    return sum(signs) >= _SIGNS + is_few
