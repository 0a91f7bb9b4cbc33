"""Tell whether a paragraph is a note that something was published wrongly, from how it begins."""

from __future__ import annotations

import re

from newslint.language.corrections.words import CHANGED, DAY, ERRED, TEXT, WRONGLY
from newslint.patterns import pattern

# One of these is in every note.
HINTS = frozenset(
    """
    correction corrections corrected clarification clarified clarifying erratum version versions headline amended amend
    error errors wrong wrongly incorrect incorrectly mistake mistakenly erroneously misstated misspelled misspelt
    misidentified inaccurate inaccurately inaccuracies inaccuracy clear apologise apologize regret removed changed
    updated note draft editor's editor’s correct accuracy put
    """.split()
)
_LABEL = pattern(
    rf"""
    [\W_]{{0,4}}
    (?:(?:correction|clarification|erratum|corrections?\sand\sclarifications?)s?(?:\sand\sapology)?
        (?:\s(?:appended|added|made))?(?=\s*(?:[:–—,.|-]|\((?!\d{{1,4}}\)))|\s(?:{DAY}|on\s))
      |(?:corrected|amended)(?=[:\s])(?=[^.]{{0,60}}(?:\d|to\s|:)))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTE = pattern(
    rf"[\W_]{{0,4}}(?:editor['’]?s?['’]?[ ]note|editors['’][ ]note|note(?:[ ]to[ ]readers|[ ]from[ ]the[ ]editors?)?"
    rf"|a[ ]note[ ]to[ ](?:our[ ])?readers|footnote)\s*(?:[,(][ ]?(?:{DAY})[^:]{{0,20}})?[:–—.-]",
    re.IGNORECASE,
)
# What makes a note between an editor and readers one of a correction.
_TOLD = pattern(
    rf"\b(?:{WRONGLY}|mis(?:stated|spelled|spelt|identified|reported|quoted|led)|corrected|correction"
    rf"|earlier[ ]version"
    rf"|previous[ ]version|original[ ]version|(?:by|a|an|the)[ ](?:\w+[ ])?(?:error|mistake)|(?:an?|the)[ ](?:wrong"
    rf"|incorrect)|not[ ]as[ ](?:\w+[ ])?(?:stated|reported|given)"
    rf"|(?:has|have|had)[ ](?:been|to[ ]be)[ ](?:changed|removed|taken[ ]down|amended)|we[ ](?:have[ ])?(?:removed"
    rf"|changed|amended)"
    rf"|originally[ ](?:said|stated|reported|gave|named)|inaccura\w+|(?:facts?|figures?|details?|information"
    rf"|names?|numbers?|parts?|passages?|quotes?|wording|statements?|errors?)"
    r"\b[^.]{0,40}\b(?:has|have|was|were)[ ](?:since[ ])?(?:been[ ])?(?:updated|corrected|revised|fixed|put[ ]right)"
    r"|put[ ]right|set[ ]straight)\b",
    re.IGNORECASE,
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BEGINNINGS = (
    # “An earlier version of this story said …”, “The original headline …”, “*A previous draft …”
    rf"[\W_]{{0,4}}(?:an?|the|our|in[ ]an?)[ ](?:earlier|previous|prior|original|first"
    rf"|initial)[ ](?:\w+[ ])?(?:version"
    rf"|draft|edition|headline|caption|wording|report)s?\b(?=[^.]{{0,80}}\b(?:this|{TEXT}|said|gave|stated|put|named"
    rf"|{ERRED})\b)",
    # “This article was corrected on …”, “This story was updated to fix …”
    rf"[\W_]{{0,4}}(?:this|the)[ ](?:\w+[ ])?(?:{TEXT})[^.:]{{0,40}}?\b(?:was|were|has|have|had)[ ](?:since[ ]"
    rf"|now[ ])?"
    rf"(?:been[ ]|to[ ]be[ ])?(?:corrected|amended\b(?![ ](?:by|in)[ ](?:the[ ])?(?:house|senate|parliament))"
    rf"|(?:updated|changed|edited|revised|modified)\b(?=[^.]{{0,60}}\b(?:(?:to|for)[ ](?:correct\w*|fix|clarif\w+"
    rf"|accuracy|rectify"
    rf"|amend|remove|reflect[ ]the[ ](?:following[ ])?(?:correct|right))|because|(?:since|after)[ ]publication"
    rf"|at[ ]the[ ]request|error|mistake|correction"
    rf"|inaccura\w+)))",
    # “This article incorrectly said …”, “Our report last week wrongly named …”
    rf"[\W_]{{0,4}}(?:(?:following|after|since)\b[^,.]{{0,40}},[ ])?(?:in[ ])?(?:this|our|an?|yesterday[’']s"
    rf"|last[ ]week[’']s|{_WEEKDAY}[’']s)[ ](?:\w+[ ]){{0,2}}?(?:{TEXT})\b[^.]{{0,60}}?\b(?:{WRONGLY}|{ERRED}"
    rf"|contained[ ](?:\w+[ ]){{0,2}}?(?:errors?|mistakes?|inaccura\w+|incorrect))\b",
    rf"[\W_]{{0,4}}this[ ](?:{TEXT})[ ](?:had[ ])?(?:originally|previously|first|initially)[ ](?:said|stated"
    rf"|reported|gave"
    rf"|listed|named|put|identified|described|claimed|included|suggested|quoted|referred|attributed)\b",
    # “In yesterday's paper we printed the wrong …”, “We have corrected an error”
    rf"[\W_]{{0,4}}in[ ](?:yesterday|last[ ]week|last[ ]month|{_WEEKDAY})[’']s[ ](?:\w+[ ])?(?:paper|edition|issue"
    rf"|{TEXT})"
    r"[ ][^.]{0,40}?\b(?:wrong|incorrect|error|mistake)",
    r"[\W_]{0,4}we[ ]have[ ](?:since[ ])?(?:corrected|fixed|amended|put[ ]right|set[ ]right|mended"
    r"|rectified)[ ](?:an?|the|some"
    r"|this)[ ](?:\w+[ ])?(?:errors?|mistakes?"
    r"|figures?|spelling|headline|caption)\b",
    # “An incorrect figure has been removed from this article”
    rf"[\W_]{{0,4}}(?:an?|some|the|two|several)[ ](?:incorrect|wrong|inaccurate|misleading"
    rf"|erroneous)\b[^.]{{0,40}}?\b(?:has|have"
    rf"|was|were)[ ](?:been[ ])?{CHANGED}[ ](?:from|in)[ ]this[ ](?:{TEXT})",
    # “The name of the village was misspelled in an earlier version.”
    rf"[\W_]{{0,4}}(?:the|an?|some|two|several)\b(?=[^.]{{0,120}}?\b(?:{ERRED}|{WRONGLY}|wrong|incorrect"
    rf"|attributed)\b)[^.]{{0,80}}?"
    rf"\bin[ ](?:an?|the)[ ](?:earlier|previous|original|first)[ ]version(?:[ ]of[ ]this[ ](?:{TEXT}))?(?=[ ]was"
    rf"|[ ]were|[.;,]"
    r"|\Z)",
    # “Owing to an editing error, …”
    r"[\W_]{0,4}(?:due|owing)[ ]to[ ]an?[ ](?:\w+[ ]){0,2}?(?:error|mistake|slip|mix-up)"
    r"(?:[ ](?:in|on|at)[ ][^,.]{1,25})?,"
    r"|[\W_]{0,4}because[ ]of[ ]an?[ ](?:(?:editing|production|reporting|transcription|typing"
    r"|sub-?editing)[ ]){1,2}"
    r"error\b",
    # “We are happy to make clear …”, “On 3 May we reported that … He was not.”
    r"[\W_]{0,4}we[ ](?:are[ ](?:happy|glad|pleased)[ ]to|(?:would[ ]like|wish|want)[ ]to"
    r"|have[ ]been[ ]asked[ ]to)[ ]"
    r"(?:make[ ](?:it[ ])?clear(?:[ ]that|:|,)|clarify|point[ ]out|set[ ]the[ ]record|correct)\b",
    r"[\W_]{0,4}we[ ](?:got[ ](?:it|this|that|the[ ]\w+)[ ]wrong|made[ ](?:an?[ ]|some[ ])?(?:\w+[ ])?(?:mistakes?"
    r"|errors?))\b",
    rf"[\W_]{{0,4}}we[ ](?:\w+ly[ ])?(?:{WRONGLY})[ ](?:said|stated|reported|named|gave|described|wrote)\b",
    rf"[\W_]{{0,4}}(?:we[ ](?:apologise|apologize|regret|are[ ]sorry)[ ](?:for"
    rf"|that)[ ][^.]{{0,60}}\b(?:{WRONGLY}|error"
    rf"|mistake))",
    # “Parts of this text had to be changed after publication”
    rf"[\W_]{{0,4}}(?:some|parts?|several|one|two|an?|sections?|details|figures|names|quotes|dates"
    rf"|the)\b[^.]{{0,50}}?\b(?:of|in|from|with|to"
    rf"|on)[ ]"
    rf"this[ ](?:{TEXT}|gallery|table|list)\b[^.]{{0,30}}?\b(?:has|have|had|was|were)[ ](?:since[ ])?(?:been[ ]"
    rf"|to[ ]be[ ])?{CHANGED}",
    rf"[\W_]{{0,4}}(?:following|after|since)[ ](?:its[ ])?publication,[ ]th(?:is|e)[ ](?:{TEXT})[ ](?:was"
    rf"|has)[ ](?:been[ ])?"
    rf"{CHANGED}",
)
_BEGINNING = tuple(pattern(regex, re.IGNORECASE) for regex in _BEGINNINGS)
# “This story has been updated for accuracy” is a correction; with comments, photographs or more facts it is an update.
_UPDATED = pattern(
    r"\b(?:updated|revised|edited|changed|amended)[ ](?:\w+[ ])?(?:to[ ](?:include|add"
    r"|reflect(?![ ]the[ ]following)|note"
    r"|say|incorporate)|with|throughout|as)\b",
    re.IGNORECASE,
)
_AT_ERROR = pattern(rf"\b(?:{WRONGLY}|error|mistake|misstated|misspelled|correct(?:ed|ion)?)\b", re.IGNORECASE)
_UPDATE = pattern(r"\A[\W_]{0,4}updated?\s?[:–—-]\s", re.IGNORECASE)
_LONGEST = 900  # code points of a note


def label_end(text: str) -> int:
    """Return where the words end that call a paragraph a correction or a note, 0 where there are none."""
    match = _LABEL.match(text) or _NOTE.match(text)
    return match.end() if match else 0


def is_correction(text: str) -> bool:
    """Tell whether a paragraph is a note of a correction: by its label, or by how it begins."""
    if len(text) > _LONGEST:
        return False
    head = _UPDATE.sub("", text[:300], count=1)
    if _LABEL.match(head):
        return True
    if _UPDATED.search(head) and not _AT_ERROR.search(head):
        return False
    if _NOTE.match(head):
        return _TOLD.search(text) is not None
    return any(regex.match(head) for regex in _BEGINNING)
