"""The check of complainants of sexual offences who are named or made recognisable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.article import Article
from newslint.checks.public_speakers import speaks_out
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.crime.cases import tells_case
from newslint.language.crime.clauses import Clause
from newslint.language.crime.complainants import find_named, find_traits, is_accused
from newslint.language.crime.context import DEAD, SEXUAL, SEXUAL_WORDS, WAIVED
from newslint.language.crime.stages import is_history
from newslint.language.crime.story import Line
from newslint.patterns import pattern
from newslint.spans import Extent

_LONG_AGO = 1980  # a year, with which history begins twelve years before
_NEARBY = 2  # sentences
_WAIVED_FIELDS = ("consent", "order_lifted", "waiver")
# That a text keeps a complainant's name back, with a person of whom it tells.
_KEPT_BACK = pattern(
    r"\b(?:(?:whom|who|which)[ ][\w ]{1,30}(?:does[ ]not|do[ ]not|cannot|will[ ]not|is[ ]not|may[ ]not"
    r"|must[ ]not)[ ](?:be[ ])?(?:name|identif)\w*|behind[ ]a[ ](?:screen|curtain)|(?:lifelong|legal)[ ]anonymity"
    r"|accus\w+[ ]of[ ]assaulting[ ]a[ ](?:female|woman|girl)|touched[ ](?:her|him)[ ]during)",
    re.IGNORECASE,
)
_WHO = pattern(
    r"\b(?:woman|girl|boy|victim|complainants?|accusers?|patient|survivor|private|she|her|him|wife"
    r"|daughter|stepdaughter|niece|nephew|son|stepson|sister|receptionist|pair|nanny|curate|chorister|pupil"
    r"|student|secretary|employee|recruit|(?:mother|father|sister|brother|daughter|son)-in-law|cousin|mother|father|brother|husband|partner|teacher|nurse|teenager|man)\b",
    re.IGNORECASE,
)
# Whoever claims damages, or tells how many, has another case.
_CIVIL = pattern(
    r"\b(?:claimants?|damages|compensation|settlement|class[ ]action|su(?:e|ed|es|ing)|test[ ]case|colonial|uprising"
    r"|[Cc]laims?[ ]for|report[ ]finds|per[ ]cent|percent|researchers|worldwide|nationally|statistics)\b|\d%"
)
_FICTION = pattern(r"\b(?:lyrics|novel|film|movie|episode|drama[ ]series|opera|playwright|screenplay)\b")
_NO_CASE = pattern(
    r"\b(?:war[ ]crimes?|troops|soldiers|militants|statistics?|survey|per[ ]cent|percent|polic(?:y|ies)"
    r"|legislation|bill|campaign|rally|senator|president|nominee|candidate|allegations[ ]against[ ](?:Bill|Donald))\b",
)


@check(
    grades=("detail",),
    messages={"detail": "This may tell readers who the complainant is. Take it out or refer it to legal."},
)
def identified_complainant(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a complainant of a sexual offence who is named; one who is made recognisable has the grade `detail`."""
    if article.field(*_WAIVED_FIELDS) is not None:
        return
    story = article.crimes

    def is_sexual(number: int) -> bool:
        text = story.passages[number].text
        words = story.vocabulary(number)
        is_near = not SEXUAL_WORDS.isdisjoint(words) or any(pair <= words for pair in _PAIRS)
        return is_near and bool(SEXUAL.search(text) or _KEPT_BACK.search(text))

    sexual = {number for number in story.lines if is_sexual(number)}
    for number, lines in story.lines.items() if sexual else ():
        if sexual.isdisjoint((number - 1, number, number + 1)):
            continue
        before = story.lines.get(number - 1, ())[-_NEARBY:]
        for at in range(len(lines)):
            yield from _judge(article, [*before, *lines], len(before) + at, number)


# What `_KEPT_BACK` finds has the words of one of these.
_PAIRS = tuple(
    frozenset(words.split("+"))
    for words in """whom+name who+identify whom+identified who+named behind+screen behind+curtain anonymity
    assaulting+female assaulting+woman touched+during""".split()
)


def _judge(article: Article, lines: Sequence[Line], at: int, number: int) -> Iterator[Finding]:
    line = lines[at]
    near = " ".join(each.text for each in lines[max(0, at - _NEARBY) : at + _NEARBY])
    if not (SEXUAL.search(near) or _KEPT_BACK.search(near)) or _is_politics(line.text):
        return
    if is_history(line.text, _LONG_AGO) or not tells_case(near) or _CIVIL.search(near):
        return
    story = article.crimes
    clause = story.clause(line)
    found = next(find_named(line.text, clause), None)
    key = "" if found is None else next(name.key for name in clause.names.values() if name.start == found.start)
    if found is not None and key and _is_accused(article, line.text[found.start : found.end], key):
        return
    if found is not None and key and speaks_out(article, key):
        return
    place = next(index for index, each in enumerate(story.lines[number]) if each is line)
    told = story.going_on(number, place, key)
    about = [told, *(story.about(key) if key else ())]
    if any(WAIVED.search(each) or DEAD.search(each) or _FICTION.search(each) for each in about):
        return
    if found is None and _WHO.search(line.text):
        traits = find_traits(line.text)
        found = next((each for each in traits if not _is_of_named(line.text, clause, each.start)), None)
    if found is not None:
        start = line.extent.start
        span = article.locate(Extent(number, start + found.start, start + found.end))
        yield Finding(span) if found.is_named else Finding(span, message="detail", grade="detail")


# What a name and a trait of the one named have between them: “Roe, who is”, “Roe is”.
_ON = pattern(r",?[ ](?:\d\d,[ ])?(?:(?:who|and|has|had|also|is|was|then|now|later|he|she)[ ]|an?[ ]|the[ ])*\Z")


def _is_of_named(text: str, clause: Clause, start: int) -> bool:
    """Tell whether a trait that starts in a sentence is of somebody whom the sentence names, and not of “the woman”."""
    named = [name for name in clause.names.values() if name.kind == "person" and name.end <= start]
    return bool(named) and _ON.match(text[named[-1].end : start]) is not None


def _is_politics(text: str) -> bool:
    """Tell whether a sentence is about war, figures or politics, and of no complainant."""
    return _NO_CASE.search(text) is not None and _COMPLAINANT.search(text) is None


_COMPLAINANT = pattern(r"\b(?:complainant|accuser|victim|survivor|jury|jurors|gave evidence)\b", re.IGNORECASE)


def _is_accused(article: Article, name: str, key: str) -> bool:
    """Tell whether a sentence of the article accuses somebody of that name; a fuller name may be a relative's."""
    story = article.crimes
    for text in story.about(key):
        for named in story.names.find(text):
            is_same = named.key == key and text[named.start : named.end] in (name, key)
            if is_same and is_accused(text, named.start, named.end):
                return True
    return False
