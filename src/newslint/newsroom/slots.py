"""Find words that name a kind of fact where the fact itself belongs: “from (town)”, “[NUMBER] homes”, “told DEFENDANT”.

The words are the kinds of facts that news tells: who, where, when, how many, and what things are called. A kind stands
for a fact where it has no article: nobody lives “in town, county”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from newslint.newsroom.blank_words import TITLES
from newslint.patterns import pattern

_WHO = """
    name names surname forename firstname lastname fullname nickname age ages rank title job role occupation
    position nationality victim victims defendant accused suspect judge magistrate coroner witness spokesman
    spokeswoman spokesperson minister mayor councillor mp senator manager coach captain player scorer scorers
    winner loser candidate author artist singer speaker expert chairman chairwoman chair chief director owner
    teacher headteacher doctor resident neighbour neighbor relative husband wife son daughter mother father
    brother sister partner person people source initials gender pronoun breed species colour color
"""
_WHERE = """
    place town city village suburb county state country region province district parish street road address
    postcode zipcode location venue area hometown birthplace school college university hospital station court
    church hotel pub club team opponent opponents opposition company firm business organisation organization
    charity agency department ministry council authority party group band brand product model make ship vessel
    boat airline airport ground stadium theatre museum river bridge building department paper newspaper website
    site shop store restaurant
"""
_WHEN = """
    date dates day weekday month year years time times hour minute minutes week season start-date end-date
    deadline period duration length century decade
"""
_HOW_MUCH = """
    number numbers figure figures amount amounts sum total price cost fee fine value percentage percent quantity
    distance height weight width depth size score result margin votes majority attendance turnout temperature
    speed dosage rate currency no. no reference email phone telephone extension url
"""
_CALLED = "title headline book film song album play series show event festival charge plea"
_KINDS = frozenset(f"{_WHO} {_WHERE} {_WHEN} {_HOW_MUCH} {_CALLED}".split())
# What says more of a kind.
_SAID_OF_KIND = frozenset(
    """
    insert enter add put your the a an of and or in for his her their our this that full first last middle family
    given previous new latest old exact correct real next final here please pls job company team club school home away
    start end opening closing see from to be x xx tbc tba tbd tk confirmed inserted added start birth death person's
    number man's woman's name's company's club's delete one which whichever either both same nearest main total approx
    how many
    """.split()
)
_CAPITALS = (
    r"(?:NAMES?|SURNAME|FIRST ?NAME|LAST ?NAME|FULL NAME|AGE|RANK|JOB|OCCUPATION|NATIONALITY|VICTIM"
    r"|DEFENDANT"
    r"|ACCUSED|SUSPECT|JUDGE|CORONER|WITNESS|SPOKES(?:MAN|WOMAN|PERSON)|MINISTER|COACH|PLAYER|SCORER|WINNER"
    r"|CANDIDATE|AUTHOR"
    r"|ARTIST|SPEAKER|EXPERT|PLACE|TOWN|CITY|VILLAGE|COUNTY|COUNTRY|REGION|DISTRICT|STREET|ADDRESS|LOCATION|VENUE"
    r"|HOMETOWN"
    r"|SCHOOL|UNIVERSITY|HOSPITAL|STATION|COURT|OPPONENTS?|OPPOSITION|COMPANY|FIRM|CHARITY|DEPARTMENT|BRAND"
    r"|PRODUCT|DATE|DAY"
    r"|WEEKDAY|MONTH|YEAR|SUBURB|PROVINCE|PARISH|CONSTITUENCY|MINISTRY|COLLEGE|MAYOR|SPONSOR|SPECIES|BREED|NUMBER|FIGURE|AMOUNT|TOTAL|PRICE|COST|PERCENTAGE|SCORE|RESULT|MARGIN|DISTANCE"
    r"|HEIGHT|WEIGHT"
    r"|SPEED|BOOK|FILM|SONG|ALBUM|CHARGE|OFFENCE|TITLE|QUOTE)"
)
# TIME is a magazine, too, unless something happens at it.
_CAPITALS = (
    rf"(?:{_CAPITALS}|(?:(?<=at )|(?<=about )|(?<=around )|(?<=before )|(?<=after )|(?<=until )|(?<=AND )|(?<=, ))TIME)"
)
_ASKING = (
    r"(?:in|at|on|of|from|to|by|near|with|for|as|into|over|against|between|outside|and|than|about|around|named"
    r"|called|since"
    r"|until|told|said|says|was|is|were|are|aged|cost|costs|sold|signed|beat|beats|scored|won|lost|held|over"
    r"|under|nearly"
    r"|almost|some|after|before|like|became|joined|left|met|thanked|visit|visited|arrested|charged|killed|injured"
    r"|hit)"
)
# Behind nothing but these do words in round brackets hold a place: a gloss stands behind what it explains.
_ROUND = pattern(r"\((?P<content>[A-Za-z][A-Za-z ,/.’'-]{1,40})\)(?=[,.;:]?(?:\s|\Z)|%|m\b|bn\b|th\b)")
_BEFORE_ROUND = pattern(rf"(?:\b(?i:{_ASKING}|total|MV|HMS|the|{TITLES}) |[£$€₹])\Z")
_REACH = 40  # code points in which those words are
_BRACKETED = pattern(
    r"(?<![\]\w])(?P<left>[£$€₹]?)(?:\[(?P<square>[^\[\]\n]{1,48})\](?![(\[:])"
    r"|\{(?P<curly>[A-Za-z][^{}\n:;=]{1,40})\}"
    r"|<(?P<angle>[A-Za-z][A-Za-z ’'/-]{1,40})>)(?P<right>(?:th|st|nd|rd|m|bn|k|pm|am|km|kg|mph|cm|p|c|C|F|%|°)\b)?"
)
_EMPTY = pattern(r"(?:[\s_.…?#xXnNyY0*–—-]{1,10}|(?:tbc|tba|tbd|tk|TBC|TBA|TBD|TK)|[xXnN]{1,2}th)\Z")
_EITHER = pattern(r"(?:\d{1,4}(?:s|th|st|nd|rd)?|[\w.’'-]{1,20})/[\w.’'-]{1,20}\?{1,3}\Z")
_SIGN = pattern(r"[_?#xXnN0]{2,10}\Z|[xXnN]{1,2}th\Z")
_SHOUTED = pattern(
    rf"{_CAPITALS}(?:,? (?:{_CAPITALS}|AND|OR|OF)){{0,3}}(?: OF(?: THE)? [A-Z]{{3,}})?(?=[.;,]|['’]s\b| [a-z])"
)
_BEFORE = pattern(rf"(?:\b{_ASKING} |, )\Z")
_LONGEST_BEFORE = 16  # code points
_LETTERED = pattern(
    r"\b(?:Person|Company|Firm|Player|Victim|Team|Club|Town|City|Village|School|Hospital|Product|Brand|Street"
    r"|Country|Officer"
    r"|Candidate|Driver|Bank|Speaker|Resident|Expert) [XYZ]\b(?! Factor)"
    r"|\b(?:[Jj]unction|[Rr]oute|[Rr]oom|[Pp]age|[Gg]ate|[Ff]light|[Ss]ection|[Cc]hapter|[Ww]ard|[Pp]latform"
    r"|[Bb]us|[Nn]o\.) "
    r"(?:X{2,3}|\#{1,3}|_{2,6}|\?{2,3}|NN|X(?=[ ](?:and|to)[ ]))"
    r"|(?:(?<=\bin )|(?<=\bfrom )|(?<=\bat )|(?<=\bof )|(?<=\bto ))(?:City|Town|Village|Street|Suburb), (?:State"
    r"|County|Country|City|Region"
    r"|Province)\b"
)
_ATTACHED = pattern(
    r"(?<![\w.–—-])(?:\?{2,4}|_{2,8}|\#{2,4}|\.{2,4}|[●•■○]{1,3}|[–—]|-{2,3})(?:°[CF]?|mph|kmh|km|kg|cm|mm|ft|pc|%|p\b|m\b"
    r"|bn\b|am\b|pm\b|th\b)(?!\w)"
    r"|[£$€₹](?:[–—]|-{1,3}|\?{1,4}|\.{2,4}|…|_{1,8}|\#{1,4})(?:m|bn|k|p)?(?=[\s.,;)]|\Z)"
    r"(?! (?:million|billion|thousand|crore|lakh|bn|m)\b)|[£$€₹](?:tk|TK|x{1,3}|X{1,3})(?:m|bn|k|p)\b"
    r"|[£$€]0\.00(?= (?:a|an|per|each)\b)"
    r"|\b(?:about|around|nearly|shortly (?:before|after)|just (?:before|after)) 00[:.]00\b|\b00 (?:to|votes to) 00\b"
    r"|(?<![\w.-])(?:[xX]{1,3}|[nN]{2}|tk|TK)(?:%|-year-olds?\b|pc\b|mph\b|km\b|kg\b)"
    r"|(?<![\w.:,-])(?:[xX]{2}(?:[:.][xX]{2})?|00[:.]00|[tT][kK])[ ]?[ap]\.?m\b|(?<=[a-z] )(?:xx|XX)(?:m|cm|mm|ft)\b"
    r"|[£$€₹]\d\.[xX]{1,2}(?:m|bn)\b"
)
# One of the two is in each of those: a sign beside another, or letters before a unit.
_SIGNED = pattern(
    r"[£$€₹0?_\#.●•■○–—-](?:(?<=[£$€₹])(?:[–—.?_\#…tTxX-]|0\.00|\d\.[xX])|(?<=0)0(?:[:.]00|[ ](?:to|votes))"
    r"|(?<![£$€₹0])[°mkcfpbat%])"
)
_MEASURED = pattern(r"[xXnNkK](?:(?<=[xX])|(?<=[nN]{2})|(?<=[tT][kK]))(?:%|-year|pc|mph|k[mg]|[ ]?[ap]\.?m|m|cm|ft)")
_MASKED = pattern(
    r"\b(?:his|her|their) (?:early |late |mid-)?(?:XX|NN|xx|00)s\b|\(?\b0{3}\)?[ -]0{3}[ -]0{4}\b"
    r"|\b(?:an?|the|his|her|their) \([a-z]{3,}(?: [a-z]{2,})?\)(?=[,.])"
    r"|\b(?:Street|Town|Place|School|Company|Club|Team|Village|Road|Church|Hospital|Shop|Brand|Product"
    r"|Business) Name\b"
)
_ADDRESS = pattern(
    r"\b(?:e?mail|name|your\.?name|someone|user(?:name)?|first(?:name)?\.last(?:name)?|info|contact|press|x{2,}"
    r"|abc|xyz)"
    r"@(?:address|domain|company|email|website|your\w+|x{2,}|abc|xyz|club|charity|venue)\.(?:com|org|net|co\.uk"
    r"|xx|tld)\b"
    r"|\bwww\.(?:website|address|domain|company|your\w+|x{2,}|charity|club|venue|link|url|insert\w*)(?:-?here"
    r"|name|address)?"
    r"\.(?:com|org|net|co\.uk|xx|tld)\b"
)
_WORK = pattern(
    r"\b(?:novel|book|film|album|song|single|play|series|memoir|show|article|paper|exhibition|called|titled"
    r"|entitled|headlined"
    r"),? (?P<title>[“\"‘'](?:Insert |Book |Song |Film |Album |Working |Show )?(?:Title|Name|TITLE|NAME|XXX?"
    r"|Headline|Here)(?: Here)?"
    r"[,.]?[”\"’'])"
)
_DOUBTED = pattern(r"(?<=[\w’] )\(\?{1,4}\)")
_SHOUT = pattern(r"[A-Z](?<=[a-z,] .)[A-Z]{2}")
_CAPITAL = pattern(rf"{_CAPITALS}(?=[.;,’' ])")
_WORD = pattern(r"[a-z]+(?:['’.-][a-z]*)*")
_DETERMINERS = frozenset(
    "the a an his her their our its this that these those some any my your of in from and or for to".split()
)
_MOST_WORDS = 8
_LETTERS = frozenset("x xx y z n nn".split())


def has_capitals(text: str) -> bool:
    """Tell whether a kind of fact is in capitals behind a small letter or a comma."""
    return any(_CAPITAL.match(text, shout.start()) for shout in _SHOUT.finditer(text))


def find_slots(text: str, words: Set[str], *, may_shout: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield the kinds of facts of a text with its words in small letters, each with whether it is surely a slot."""
    if "(" in text:
        for match in _ROUND.finditer(text):
            start = match.start()
            if _is_kind(match["content"]) and _BEFORE_ROUND.search(text, max(0, start - _REACH), start):
                yield match.start("content") - 1, match.end("content") + 1, True
        yield from _all(_DOUBTED, text, is_sure=False)
    if any(map(text.__contains__, "[{<")):
        yield from _find_bracketed(text)
    if may_shout and not text.isupper():
        for match in _SHOUTED.finditer(text):
            if _BEFORE.search(text[max(0, match.start() - _LONGEST_BEFORE) : match.start()]):
                yield (*match.span(), True)
    is_lettered = not _LETTERS.isdisjoint(words)
    if is_lettered or "City, " in text or "Town, " in text:
        yield from _all(_LETTERED, text, is_sure=False)
    if is_lettered or _SIGNED.search(text) or _MEASURED.search(text):
        yield from _all(_ATTACHED, text, is_sure=True)
    if "XX" in text or "000" in text or "(" in text or " Name" in text:
        yield from _all(_MASKED, text, is_sure=False)
    if "@" in text or "www." in text:
        yield from _all(_ADDRESS, text, is_sure=True)
    if "Title" in text or "Name" in text or "TITLE" in text:
        yield from ((*match.span("title"), False) for match in _WORK.finditer(text))


def _all(regex: re.Pattern[str], text: str, *, is_sure: bool) -> Iterator[tuple[int, int, bool]]:
    for match in regex.finditer(text):
        yield (*match.span(), is_sure)


def _find_bracketed(text: str) -> Iterator[tuple[int, int, bool]]:
    for match in _BRACKETED.finditer(text):
        content = match["square"] or match["curly"] or match["angle"] or ""
        is_choice = match["square"] and _EITHER.match(content)
        is_sign = is_choice or (_EMPTY.match(content) and (match["left"] or match["right"]))
        is_sign = is_sign or (_SIGN.match(content) and text[match.end() : match.end() + 2].strip().islower())
        if is_sign or (_is_kind(content) and _is_within(text, *match.span())):
            yield (*match.span(), True)


def _is_within(text: str, start: int, end: int) -> bool:
    """Tell whether something of its sentence stands before or behind a place: a citation follows a whole one."""
    before, after = text[:start], text[end : end + 2]
    if before and not before[-1].isspace():
        return before[-1] in "£$€₹"
    return before.rstrip()[-1:].isalnum() or before.rstrip()[-1:] in (",", ":", ";") or after[1:].islower()


def _is_kind(content: str) -> bool:
    """Tell whether some words are kinds of facts and what is said of them; “the company” is a gloss."""
    words = _WORD.findall(content.lower())
    if not words or len(words) > _MOST_WORDS or words[0] in _DETERMINERS:
        return False
    return not _KINDS.isdisjoint(words) and all(word in _KINDS or word in _SAID_OF_KIND for word in words)
