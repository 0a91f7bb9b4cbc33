"""The check of children in stories of crimes and courts who are named or made recognisable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.article import Article
from newslint.checks.public_speakers import speaks_out
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.crime.cases import tells_case
from newslint.language.crime.context import CRIME_WORDS, DEAD, MISSING, NO_CRIME
from newslint.language.crime.minors import AGE_WORDS, Minor, find_details, find_minors, find_young
from newslint.language.crime.stages import is_history
from newslint.language.crime.story import GOES_ON, Line
from newslint.patterns import pattern
from newslint.spans import Extent

# What only a suspect or a witness does, also where somebody else is dead.
_ROLE = pattern(
    r"\b(?:charged|arrested|accused|suspects?|convicted|pleaded|pleads|admitted|sentenced|remanded|detained"
    r"|witness(?:ed)?|testified|gave[ ]evidence"
    r"|giving[ ]evidence|(?:told|tells?|telling)[ ](?:(?:the|a)[ ])?(?:\w+[ ])?(?:court|jury|judge|trial|inquest"
    r"|police|detectives)|defendant|custody|juvenile|cross-examined)\b",
    re.IGNORECASE,
)
_NEARBY = 2  # sentences
_BESIDE = 80  # code points
_LIFTED = ("consent", "order_lifted", "waiver")
_LIFTED_TEXT = pattern(
    r"\b(?:restrictions?|order|ban|anonymity)[ ](?:\w+[ ]){0,4}?(?:lifted|removed|waived)|\blifted[ ](?:the|an"
    r"|his|her|their)\b"
)
_ADULT_NOW = pattern(
    r"\b(?:now[ ](?:an[ ]adult|aged|\d\d)|at[ ]the[ ]time|back[ ]then|years[ ](?:ago|later)|as[ ]a[ ](?:boy|girl"
    r"|child|teenager))\b"
)


# That the text itself keeps somebody's name back.
_KEPT_BACK = pattern(
    r"\b(?:(?:cannot|can[’']t|may[ ]not|must[ ]not|can[ ]only|not[ ]to)[ ]be[ ](?:named|called|identified)"
    r"|anonym\w+|banned[ ]publication"
    r"|restrictions?|victim|complainant|defendant|suspect|accused|witness)\b",
    re.IGNORECASE,
)
# A named adult before a court, and the child of whom it is told.
_OWN_CHILD = pattern(
    r"\b(?:his|her)[ ](?:own[ ])?(?:[\w-]+[ ]){0,3}?(?:son|daughter|stepson|stepdaughter|grandson|granddaughter"
    r"|nephew|niece)\b"
)
_TRIED = pattern(r"\b(?:charged|jailed|accused|convicted|sentenced|guilty|admitted|denies|trial|indicted|arrested)\b")
_BIRTH = pattern(r"\b[Bb]orn[ ]in[ ](?:[A-Z]\w+[ ])?\d{4}")


@check(
    grades=("detail",),
    messages={"detail": "This may tell readers which child it is. Take it out or refer it to legal."},
)
def identified_minor(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a child named in a story of a crime or a court; one who is made recognisable has the grade `detail`."""
    if article.field(*_LIFTED) is not None:
        return
    story = article.crimes
    published = article.published.value if article.published is not None else None
    year = int(published[:4]) if published and published[:4].isdigit() else None
    for number, lines in story.lines.items():
        if AGE_WORDS.isdisjoint(story.vocabulary(number)):
            continue
        near = _Near(article, number, lines)
        if near.has_crime:
            for at, line in enumerate(lines):
                if _SIGN.search(line.text):
                    yield from _judge(article, near, at, year)


# What a sentence with a child has: an age, a year of birth or of school, a noun.
_SIGN = pattern(
    r"-old\b|\b(?:aged|[Bb]orn[ ]in|[Bb]oy|[Gg]irl|[Cc]hild|pupil|grader|[Ss]chool(?:boy|girl)|[Tt]oddler|[Jj]uvenile"
    r"|[Mm]inor|both|year"
    r"|grade|grader|turn(?:ed|s)|reaches)\b|[ (](?:\d|1[0-7]|(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)"
    r"|(?:thir|four|fif|six|seven)teen)[,.);]|\bat[ ]nine\b|\b(?:who|is|was)[ ](?:\w+[ ])?(?:\d\d?|[a-z]{3,9})[ .,]"
)


class _Near:
    """The sentences of a passage and those right around it."""

    def __init__(self, article: Article, number: int, lines: Sequence[Line]) -> None:
        known = article.crimes.lines
        self.number, self.own = number, lines
        self._before = [line.text for line in known.get(number - 1, ())[-_NEARBY:]]
        self._after = [line.text for line in known.get(number + 1, ())[:1]]
        around = (each for each in (number - 1, number, number + 1) if each in known)
        self.has_crime = any(not CRIME_WORDS.isdisjoint(article.crimes.vocabulary(each)) for each in around)

    def texts(self, at: int, reach: int) -> str:
        """Return the text of a sentence with so many before and behind it."""
        own = [line.text for line in self.own[max(0, at - reach) : at + reach + 1]]
        before = self._before[max(0, len(self._before) - reach + at) :] if reach > at else []
        after = self._after if at + reach >= len(self.own) else []
        return " ".join([*before, *own, *after])


def _judge(article: Article, near: _Near, at: int, year: int | None) -> Iterator[Finding]:
    line = near.own[at]
    own = " ".join(each.text for each in near.own)
    if is_history(_BIRTH.sub("", own), year) or _ADULT_NOW.search(line.text):
        return
    clause = article.crimes.clause(line)
    minors = [*find_minors(line.text, clause, None if year is None else year - 17)]
    minors = minors or [*find_young(clause)]
    if not minors or not tells_case(near.texts(at, _NEARBY)):
        return
    for minor in minors:
        key = clause.names[minor.at].key if minor.is_named else ""
        if _is_spared(near.own[at], article.crimes.going_on(near.number, at, key), minor):
            continue
        if minor.is_named and (_was_killed(article, near, line, minor) or speaks_out(article, key)):
            continue
        if minor.is_named:
            start = line.extent.start
            yield Finding(article.locate(Extent(near.number, start + minor.start, start + minor.end)))
        else:
            yield from _details(article, near, at)
        return


def _is_spared(line: Line, text: str, minor: Minor) -> bool:
    """Tell whether a child is dead or missing, plays a game, or may be named, by what is told beside it."""
    beside = line.text[max(0, minor.start - _BESIDE) : minor.end + _BESIDE]
    has_role = _ROLE.search(beside) is not None
    if not has_role and (DEAD.search(text) or MISSING.search(text)):
        return True
    if NO_CRIME.search(text) and not has_role and not _KEPT_BACK.search(text):
        return True
    return minor.is_named and _LIFTED_TEXT.search(text) is not None


# What is done to those whose death the paragraphs around tell.
_DEADLY = pattern(
    r"\b(?:shot|shoots?|shooting|gunned|stabb(?:ed|ing|s)|strangl(?:ed|ing)|beat(?:en|ing)?|poison(?:ed|ing)"
    r"|drown(?:ed|ing)"
    r"|crush(?:ed|ing)|struck|burn(?:ed|t|ing)|mowed|ran[ ](?:over|down)|run[ ](?:over|down))\b"
)
_ALIVE = pattern(
    r"\b(?:recover(?:s|ed|ing|y)?|surviv(?:ed|es|ing|or)|injur(?:ed|ies|y)|treated|unhurt|stable|wounded|bruis\w+"
    r"|escaped|needed"
    r"|condition|hospital|discharged|in[ ]tears)\b"
)
_AROUND = 2  # paragraphs


def _was_killed(article: Article, near: _Near, line: Line, minor: Minor) -> bool:
    """Tell whether a child met with deadly violence, and the headline or the paragraphs around tell of a death."""
    beside = line.text[max(0, minor.start - _BESIDE) : minor.end + _BESIDE]
    if not _DEADLY.search(beside) or _ROLE.search(beside) or _ALIVE.search(line.text):
        return False
    passages = article.crimes.passages
    around = passages[max(0, near.number - _AROUND) : near.number + _AROUND + 1]
    headline = article.headline.text if article.headline is not None else ""
    return any(map(DEAD.search, [headline, *(each.text for each in around)]))


def _details(article: Article, near: _Near, at: int) -> Iterator[Finding]:
    """Yield what makes a child recognisable: in its sentence, or where the next ones go on with it."""
    for place in range(at, min(at + _NEARBY + 1, len(near.own))):
        line = near.own[place]
        if place > at and not GOES_ON.match(line.text):
            return
        found = next(find_details(line.text), None) or _own_child(article, line)
        if found is not None:
            start = line.extent.start
            span = article.locate(Extent(near.number, start + found[0], start + found[1]))
            yield Finding(span, message="detail", grade="detail")
            return


def _own_child(article: Article, line: Line) -> tuple[int, int] | None:
    child = _OWN_CHILD.search(line.text)
    is_named = child is not None and any(name.kind == "person" for name in article.crimes.clause(line).names.values())
    return child.span() if child is not None and is_named and _TRIED.search(line.text) else None
