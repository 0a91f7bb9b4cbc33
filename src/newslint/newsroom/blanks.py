"""Find what stands where a name, a figure or a date will be: signs, repeated letters and idle words in their slots.

A slot is what grammar asks of a place: a figure before a unit and behind a currency, a name behind a title and before
the kind of a place or firm, any noun between a preposition and what cannot follow one. A stand-in is what says
nothing there. Neither is proof; both together are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache

from newslint.language.units.similarity import STOP_WORDS
from newslint.newsroom.blank_words import (
    ALONE,
    BEFORE,
    FIRMS,
    FORM,
    HINTS,
    MONTH,
    NOBODY,
    PLACES,
    SHOUT,
    SHOUTED,
    TITLES,
    UNIT,
)
from newslint.newsroom.slots import find_slots, has_capitals
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Blank(NamedTuple):
    """A range of a text that is likely a stand-in, and whether it surely is."""

    start: int
    end: int
    is_sure: bool


_SIGNS = (
    "##",
    "#.#",
    "??",
    "__",
    " ** ",
    " *** ",
    " --- ",
    "-----",
    " … ",
    " ... ",
    "….",
    "[…]",
    "[...]",
    "@@",
    "%%",
    "••",
    "■",
    "□",
    "▢",
    "◻",
    "~~",
    "^^",
)
# Names of nobody whose words are everyday ones in small letters.
_CAPITALS = (
    " so-and-so ",
    " so and so ",
    " such-and-such ",
    "[?",
    " So-and",
    " So and",
    " Such-and",
    " Someone",
    " Somebody",
    " Something",
    " Thing",
    " Unknown",
    " N Other",
    "N. Other",
    " Name",
    " Blank",
    "What's-",
    "What’s-",
    "Whatsername",
    "LOCATION",
    "AUTHOR",
    "BLANK",
    "SPECIES",
    "BREED",
)


_KINDS = "\0"  # a mark that no text has: kinds of facts are in capitals


def find_marks(text: str) -> tuple[str, ...]:
    """Return the signs and capitals of stand-ins that an article has: its parts need not be searched for others."""
    found = tuple(filter(text.__contains__, (*_SIGNS, *_CAPITALS)))
    return (*found, _KINDS) if has_capitals(text) else found


def find_blanks(text: str, words: Set[str], marks: Iterable[str]) -> Iterator[Blank]:
    """Yield the stand-ins of a text with its different words in small letters and the marks of its article.

    Places may overlap.
    """
    if not HINTS.isdisjoint(words) or any(map(text.__contains__, marks)):
        for regex in (_figures(), _names(), _others()):
            yield from _find(regex, text, is_sure=True)
        yield from _find(_likely(), text, is_sure=False)
    for slot in find_slots(text, words, may_shout=_KINDS in marks):
        yield Blank(*slot)
    if "[" in text or "{" in text or "<" in text or "?)" in text:
        yield from _find_holes(text)
    if "name" in words:
        yield from _find(_NAMED, text, is_sure=True)
    if "... " in text or "… " in text:
        yield from _find(_DOTTED, text, is_sure=False)
    if ("TO " in text or "NOT " in text) and not text.isupper():
        yield from _find(_shouts(), text, is_sure=True)


def _find(regex: re.Pattern[str], text: str, *, is_sure: bool) -> Iterator[Blank]:
    for match in regex.finditer(text):
        yield Blank(*match.span(), is_sure)


_ALONE = r"(?<![\w.,:;/\#&@'’$£€₹~^*_-])"
_SIGN = r"(?:\#{2,6}|\?{2,4}|_{2,12}|\*{2,5}|-{3,6}|…|\.{3,8}|@{2,4}|%{2,4}|•{1,4}|[■□▢◻]{1,4}|~{2,4}|\^{2,4})"
_LETTERS = r"(?:[Xx]{2,4}|NN|nn|N{3}|[Yy]{2,3}|[Zz]{2,4})"
_GREAT = r"(?:[ ]?(?:m|bn|k)\b|[ ](?:million|billion|trillion|crore|lakh|thousand)\b)"


@cache
def _figures() -> re.Pattern[str]:
    """Make the pattern of stand-ins for a figure: before a unit, behind a currency, as an age or a score."""
    return pattern(
        rf"""
        (?:{_ALONE}(?:{_LETTERS}[ ]?|(?:blah|tk|TK|0{{2,4}})[ ])|(?<=\w[ ])(?:{_SIGN}|\?)[ ]){UNIT}(?![\w-])
      | [£$€₹]0{{2,3}}(?:\.0{{1,2}})?(?:{_GREAT}|(?=[ ][a-z]))
      | \b(?:of|at|to|by|than|for|about|nearly|over|under|number|aged|on|in|from|until|between|was|costs?|named
        |called|magnitude|several)
        [ ](?:\#{{2,6}}|\#[.,]\#{{1,3}}|\?{{2,4}}|_{{2,12}}|@{{2,4}}|•{{2,4}}|[■□▢◻]{{1,4}})(?=[,.;]?(?:[ ][a-z]|\Z))
      | [£$€₹](?:[XNYZ]|{_LETTERS}|{_SIGN}|blah|tk|TK){_GREAT}
      | [£$€₹](?:{_LETTERS}|{_SIGN}|blah|tk|TK)(?=[,.;]?(?:[ ]|\Z))
      | \baged[ ](?:{_LETTERS}|{_SIGN}|[NXYn]|blah|blank|whatever)(?=[,.;]?(?:[ ]|\Z))
      | {_ALONE}(?:{_LETTERS}|[NXY]|blah|so-and-so|0{{2}})(?:-year-olds?|%)(?!\w)
      | {_ALONE}[XN?]-[XYN?](?=[ ](?:win|victory|defeat|draw|loss))|\b(?:won|lost|drew|ended|finished|winning
        |losing)[ ][XNx?]-[XYNxy?](?![\w-])
        """,
        re.VERBOSE,
    )


@cache
def _names() -> re.Pattern[str]:
    """Make the pattern of stand-ins for a name: behind a title, before a kind of firm or place, or whole."""
    return pattern(
        rf"""
        \b{TITLES}[ ]{NOBODY}(?![ ][A-Z][a-z])(?!\w)
      | {_ALONE}(?:XYZ|Xyz|xyz|PQR|XX|XXX|YYY?|ZZZ?|[Ww]hatsit|Whatever|Something-or-other|So-and-so
        |Such-and-such|Wherever|Somewhere|Thingy|Foobar)[ ](?:{FIRMS}|{PLACES})(?!\w)
      | {_ALONE}ABC[ ](?:Ltd|Limited|Pvt|Pty|plc|LLP|Builders|Motors|Solicitors|[Vv]illage|[Tt]own|[Dd]istrict
        |[Ss]treet|[Rr]oad|Nagar|[Ss]chool|[Cc]ollege)(?!\w)
      | \bblank,?[ ]blank\b(?:[ ]{PLACES})?
      | (?<=\b(?:by|in|at|of)[ ])blah,?[ ]blah(?=[ ](?:in|on|at|of|from|who|which|and|has|had|is|was
        |said)\b|[,.](?:[ ]|\Z))
      | \b(?:\d{{1,3}}|XX)[ ](?:Any|Fake|Example|Some|Sample|Whatever|Somewhere)[ ](?:Street|St|Road|Rd|Lane
        |Avenue|Ave)\b
      | (?<=[a-z,][ ])What(?:['’]?s)[ -]?(?:is|his|her|er|its)[ -]?(?:[Nn]ame|[Ff]ace)\b
      | {ALONE}
      | \b(?:Joe|Jo|Fred|Jane|John|Josephine)[ ]Bloggs(?=[ ](?:from|of|at|in|and|said|says|told|who|has|was|is
        |will)\b|,[ ](?:\d|who|from|of|an?[ ]\w+[ ](?:from|at|of|in)))
      | (?<=[a-z,][ ])(?:Place|Street|Town|Club|Company|School|Team|Village|Product|Brand|Venue|City|County)name\b
      | \b(?:X|XX|N|NN|Any|Blank|Some|Foo|Thingy|What|Whats(?:it)?|Somewheres?|Wherever)(?:town|ville|shire|ton
        |ford|burgh|borough|stan|land(?=[,.]?[ ]|\Z))(?<!Whatton)(?<!Blankton)\b
        """,
        re.VERBOSE,
    )


@cache
def _others() -> re.Pattern[str]:
    """Make the pattern of stand-ins for a date or a time, and of empty and shouted ones."""
    return pattern(
        rf"""
        (?<=[a-z][ ])\[(?:\?{{1,4}}|\#{{1,5}}|_{{1,9}}|[Xx]{{2,5}}|[Nn]{{2,3}}|[Tt][Kk]
        |[Tt][Bb][Cc])\](?=[,.;]?(?:[ ][a-z]|\Z))
      | {_ALONE}(?:NN|N|X|YY|_{{2,6}}|\#{{2,4}}|tk|TK|blank|blah)(?:th)?[ ](?:of[ ])?{MONTH}(?![\w-])
        |\b{MONTH}[ ](?:NN|N|YY|_{{2,6}}|\#{{2,4}}|TK|tk|blank|blah)(?![\w-])
      | (?<![\w.,$€£-])(?:19|20)(?:NN|YY|nn|yy|\#\#|\.\.)(?![\w.-])
      | \((?:[a-z]+[ ])?{FORM}s?(?:[ ](?:tbc|TBC|tba|TBA|tbd|TBD|tk|TK|unknown|missing|needed|here|awaited
        |pending|please|pls|to[ ](?:come|follow|check|be[ ][a-z]+ed)))\??\)
      | (?<=[a-z][ ])(?:\[[ ]{{1,6}}\]|\([ ]{{1,6}}\)|\{{[ ]{{1,6}}\}}|<[ ]{{1,6}}>)(?=[,.]?[ ][a-z]|[,.;])
      | \b{BEFORE}[ ]{SHOUTED}(?:[ ]{SHOUTED})?(?=[,.;]|['’]s\b|[ ][a-z])
      | (?<![\w/.])(?:DD|dd)[/.-](?:MM|mm)(?:[/.-](?:YY|yy){{1,2}})?(?![\w/])|(?<![\w.:])(?:HH|hh|NN|nn|YY
        |ZZ)[.:](?:MM|mm|NN|nn|YY|ZZ)(?![\w:.])
        """,
        re.VERBOSE,
    )


@cache
def _likely() -> re.Pattern[str]:
    """Make the pattern of what is a stand-in more often than not: a letter before a unit, nameless opponents."""
    return pattern(
        rf"""
        (?<=[a-z][ ]){_SIGN}[ ][a-z]{{4,}}s(?![\w-])
      | \b(?:about|around|some|nearly|almost|over|than|of|by|for|to|is|was|costs?|holds?|carr(?:y|ies|ied)
        |sold)[ ](?:X|N|Y|Z|x|n|y|z|blank)[ ]{UNIT}(?![\w-])
      | {_ALONE}(?:such-and-such|so-and-so)[ ](?:{PLACES}|{UNIT})(?!\w)
      | \b(?:beat|beats|beating|defeated|defeating|thrashed|edged|downed|overcame|(?:lost|losing)[ ]to
        |drew[ ]with|against|over)[ ]
        (?:opponents?|opposition|(?:other|away|home|opposing)[ ](?:team|side))[ ]\d{{1,2}}[-–]\d{{1,2}}(?!\w)
      | \b[Tt]he[ ](?:Something|Blank)[ ](?:Arms|Inn|Hotel|Hall|House|School|Hospital|Club|Centre|Center|Street
        |Road|Church)\b
      | \bthe[ ]blank[ ](?:committee|department|ministry|council|hospital|school|club|festival|district|county
        |city|town|village|street|road|team)\b
      | \b(?:[Oo]n|[Bb]y|[Ff]rom|[Uu]ntil|[Ll]ast|[Nn]ext)[ ](?:X|Blank|Some|Whatever)day\b
      | (?<=[a-z][ ])(?:X|XX|N|NN|Y|YY|x|nn)(?:th|st|nd|rd)(?=[ ][a-z]|[,.;])(?![ ](?:power|time|degree|element
        |row|term|root|order|percentile|dimension))
        """,
        re.VERBOSE,
    )


_NAMED = pattern(
    r"""
    \b(?:in|at|from|of|near|said|by|called|named|with|for)[ ](?:place|town|village|school|club|company|street
        |person|player|spokesman|spokesperson|spokeswoman|victim|officer|minister|councillor|expert|team|venue
        |hospital|charity)[ ]name(?![\w-])
    """,
    re.VERBOSE,
)
_DOTTED = pattern(
    r"""
    \b(?:between|of|in|at|by|from|to|called|named|costs?|near)[ ](?:\.{3,8}|…|-{3,6})[ ](?=(?:and|in|at|on|of
        |from|people|million|who|by|for)\b)
    """,
    re.VERBOSE,
)


@cache
def _shouts() -> re.Pattern[str]:
    return pattern(SHOUT, re.VERBOSE)


# What asks for a noun, and what cannot follow one's article or preposition: between both, brackets hold a noun's place.
_ASKING = (
    r"(?:a|an|the|his|her|their|its|our|off|past|through|across|beside|behind|via|in|at|on|of|from|to|by|near|for"
    r"|as|into|over|against|between|outside|and|or"
    r"|than|about|named|called|costs?|is|was|are|were|aged|said|says|told|since|until|sold)"
)
_AFTER = (
    r"(?=[,.;:]?(?:\Z|[ ](?:in|into|at|on|onto|of|off|from|to|by|near|with|for|as|during|against|over|under"
    r"|through|and|or|but|who|which|that|when|while|where|is|was|are|were|has|had|have"
    r"|will|would|said|says|told|after|before|since|until|because|if|per|a|the|million|billion|people"
    r"|years?)\b)|,[ ]|[.;:][ ])"
)
_HOLE = pattern(
    rf"""
    \b{_ASKING}[ ]
    (?P<hole>\[(?P<square>[A-Za-z][A-Za-z ’'/-]{{1,40}})\]|\{{[A-Za-z][A-Za-z ’'/-]{{1,40}}\}}
        |<[A-Za-z][A-Za-z’'-]{{1,20}}[ ][A-Za-z ’'-]{{1,40}}>){_AFTER}
    """,
    re.VERBOSE,
)
_ASKED = pattern(
    r"\((?:how (?:many|much|old|long|far|big|tall|often|high)(?: [a-z]+){0,2}|which(?: [a-z]+){1,2}|name|age"
    r"|number|figure|title) ?\?{1,4}\)"
    r"(?=[,.]? [a-z])"
)
_SAID_OF = frozenset(
    "sic pictured above below left right video watch photo photos pdf redacted update updated live link source here"
    " withheld"
    " deleted removed inaudible laughter applause unclear omitted expletive applauds laughs".split()
)
_MOST_WORDS = 4
_JOINED = 3  # hyphens


def _find_holes(text: str) -> Iterator[Blank]:
    """Yield the words in brackets without which their sentence is none: “was born in [birthplace] in 1948”."""
    for match in _HOLE.finditer(text):
        start, end = match.span("hole")
        content = text[start + 1 : end - 1]
        if _is_of_form(content) and text[end : end + 1] not in ("(", "["):
            yield Blank(start, end, True)
    if "?)" in text:
        yield from _find(_ASKED, text, is_sure=True)


def _is_of_form(content: str) -> bool:
    """Tell whether few words, in capitals or small letters, name what a place is for, and say nothing of the copy."""
    words = content.lower().split()
    if len(words) > _MOST_WORDS or not _SAID_OF.isdisjoint(words):
        return False
    # Grammar that an editor adds, “us [to be] patient”, and a phrase that is joined: “the [name-your-own-price] sale”.
    if STOP_WORDS.issuperset(words) or any(word.count("-") >= _JOINED for word in words):
        return False
    return content.islower() or content.isupper()
