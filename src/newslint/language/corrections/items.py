"""Tell what a note of a correction says: the day, what was wrong, and what is right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.language.corrections.openings import label_end
from newslint.language.corrections.words import CHANGED, DAY, ERRED, TEXT, WRONGLY
from newslint.language.units.sentences import split_sentences
from newslint.patterns import pattern

ITEMS = {"day": "the day of the correction", "wrong": "what was wrong", "right": "what is right"}

_DAY_SET = pattern(
    rf"""
    \A[\W_]{{0,4}}(?:(?:correction|clarification|editor['’]?s?['’]?\snote|note(?:\sto\sreaders)?|erratum|corrected
      |amended|on)
        s?\b[^:.]{{0,30}}?(?::\s)?)?\b{DAY}
  | \b(?:corrected|amended|updated|changed|revised|edited|removed|clarified|put\sright|published|reported|printed
    |appeared
      |made|appended|posted|added|ran)\b[^.;]{{0,30}}?\b{DAY}
  | [(\[]\s?(?:\w{{1,15}}\s){{0,3}}{DAY} | [.)]\s{{1,3}}(?:\w{{3,6}}day,?\s)?{DAY}(?:,?\s\d{{4}})?[.)]{{0,2}}\Z
  | \bon\s{DAY}[^.;]{{0,30}}?\b(?:we|this|it|the)\b
  | {DAY}(?:,?\s\d{{4}})?\s?:
    """,
    re.VERBOSE | re.IGNORECASE,
)
# About the making of the text alone: “It has been amended.”, “We apologise for the error.”, “Corrected on 3 May.”
_ABOUT = pattern(
    rf"""
    [\W_]{{0,4}}(?:
        (?:this|the|that|it|these|those|both|they|parts?|some|several|an?)\b[^.;]{{0,60}}?
            \b(?:has|have|had|was|were|is|are)\s(?:since\s|now\s|also\s|been\s|to\sbe\s){{0,3}}
            (?:{CHANGED}|updated|put\sright|clarified|fixed|made|modified|rectified|appended)\b
      | (?:we|the\seditors?|the\s\w+)\s(?:\w+\s)?(?:apologi[sz]es?|regrets?|are\ssorry|is\shappy)\b
      | (?:corrected|amended|updated|changed|edited)\b
      | we\s(?:have\s)?(?:removed|changed|amended|corrected|updated|deleted|taken)\b
      | (?:the|this)\s(?:error|mistake)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What the text said: “an earlier version said”, “was given as”, “it named the firm as”, “we reported that”
_SAID = pattern(
    rf"""
    \b(?:(?:earlier|previous|prior|original|first|initial)\s(?:\w+\s)?(?:version|draft|edition|headline|caption|wording
        |report)|originally|previously|{WRONGLY}|{ERRED}|(?:was|were)\s(?:first\s|also\s)?(?:given|described|named
        |identified|listed|quoted|spelled|spelt|called|shown|reported)\b[^.;]{{0,20}}?\b(?:as|at|here)
        |we\s(?:\w+ly\s|had\s)?(?:said|stated|reported|wrote|gave|named|described|printed|published|put))\b
  | \b(?:this|the|our|that|a|an)\s(?:\w+\s){{0,2}}(?:{TEXT})\b[^.;]{{0,40}}?\b(?:said|stated|gave|named|put|reported
        |described|identified|called|listed|quoted|that\ssaid)\b
  | \A[\W_]{{0,4}}(?:it|they|which)\s(?:\w+ly\s|also\s|had\s)?(?:said|stated|gave|named|put|described|identified|called
        |listed|quoted)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# That something was wrong, but not what: “contained inaccuracies”, “gave the wrong year”, “to fix a spelling”
_VAGUE = pattern(
    r"""
    \b(?:contained|included|had|carried|featured)\s(?:\w+\s){0,3}?(?:errors?|mistakes?|inaccurac\w+|information
      |figures?)\b
  | \b(?:gave|used|had|cited|included|showed|carried)\s(?:an?|the|some|several)\s(?:\w+\s)?
        (?:wrong|incorrect|inaccurate|false|misleading|outdated|mistaken)\b
  | \b(?:error|mistake|slip|inaccuracy)\s(?:in|of|about|with|regarding)\b
  | \bpublished\b[^.;]{0,30}\bby\smistake\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A sentence that sets the right against the wrong: “not X”, “rather than X”, “it should have been”
_AGAINST = pattern(
    r"""
    (?:,|\band|\bis|\bwas|\bare|\bwere|—|–)\snot\s(?!as\b|clear|known|possible|intended)\S
  | \b(?:rather\sthan|instead\sof|as\sopposed\sto|in\sfact|whereas)\b
  | \bshould(?:\shave)?\s(?:be|been|read|say|said)\b
  | \bcorrect(?:ly)?\s(?:\w+\s){1,2}(?:is|was|are|were)\b
  | \b(?:when|while|but)\s(?:in\sfact\s|actually\s)?(?:it|he|she|they|the|there)\s
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_WRONG = pattern(
    rf"\b(?:{ERRED})\b[^.;]{{3,}}|(?:[,—–]|\band)\snot\s(?!as\b)\S|\brather\sthan\b|\binstead\sof\b",
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST = 2  # words of a clause that says something


def is_day(line: str) -> bool:
    """Tell whether a line is a day and nothing else."""
    return len(line) < _LONGEST_DAY and _DAY_LINE.fullmatch(line) is not None


_LONGEST_DAY = 60  # code points
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_LINE = pattern(
    rf"[\W_]{{0,4}}(?:{_WEEKDAY},?\s)?{DAY}(?:[\W_]{{1,3}}\d{{4}})?(?:[\W_]{{1,3}}{_WEEKDAY})?[\W_]{{0,3}}",
    re.IGNORECASE,
)


# A note that tells the right thing whole: how a name is spelled, or a clause with what is so.
_TELLS_RIGHT = pattern(
    r"\bspelling\sof\s(?:\w+\s)?[A-Z]|\bto\s(?:reflect|clarify|say|note|state|show|add|make\s(?:it\s)?clear)\sthat\s"
)
_TELLS_ALL = 70  # words: nobody needs so many for a note that hides what was wrong


def missing_items(text: str) -> list[str]:
    """Return the names of what a note lacks, in the order in which they are told."""
    given = {"day"} if _DAY_SET.search(text) else set()
    if len(text.split()) >= _TELLS_ALL or _TELLS_RIGHT.search(text):
        given |= {"wrong", "right"}
    for clause in _clauses(text):
        given |= _of_clause(clause)
    return [name for name in ITEMS if name not in given]


def _clauses(text: str) -> Iterator[str]:
    """Yield the sentences of a note behind its label, cut at semicolons and colons."""
    body = text[label_end(text) :]
    for start, end in split_sentences(body):
        for clause in _CUT.split(body[start:end]):
            if len(clause.split()) >= _FEWEST:
                yield clause.strip()


_CUT = pattern(r"[;:]\s|\s[–—]\s")
_DATE_ONLY = pattern(
    rf"[\W_]{{0,4}}(?:(?:on|corrected|amended|updated|at)\s){{0,3}}{DAY}[\s,\d.:apm)]{{0,20}}", re.IGNORECASE
)


def _of_clause(clause: str) -> set[str]:
    """Return which items a clause gives."""
    if _DATE_ONLY.fullmatch(clause):
        return set()
    is_about = _ABOUT.match(clause) is not None
    said = _SAID.search(clause)
    if said is None or (is_about and said.start() < _ABOUT_LENGTH and not _THAT.search(clause)):
        if is_about:
            return {"wrong", "right"} if _AGAINST.search(clause) else set()
        return {"right"} | ({"wrong"} if _NAMED_WRONG.search(clause) else set())
    if _VAGUE.search(clause):
        return set()
    has_content = len(clause[said.end() :].split()) >= _FEWEST or _NAMED_WRONG.search(clause) is not None
    given = {"wrong"} if has_content else set()
    return given | ({"right"} if _AGAINST.search(clause) else set())


_ABOUT_LENGTH = 4
_THAT = pattern(
    r"\b(?:said|stated|reported|claimed|suggested|saying|stating|named|described|put|gave)\b", re.IGNORECASE
)
