"""Checks of what is said of suspects: crimes told as facts, and nouns that call somebody guilty before a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import each, finds
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.crime.stages import is_history
from newslint.language.crime.story import Told
from newslint.patterns import pattern

_DEADLY = frozenset({"victim", "violence", "deeds", "idiom", "noun", "label", "who:victim", "who:violence"})
# War, and deeds so great that they are history; those who kill in the line of duty.
_WAR = pattern(
    r"\b(?:war|terror(?:ist|ists|ism)?|mass[ ]shooting|assassinat\w+|troops|soldiers?|air ?strikes?"
    r"|drone strikes?|militants?|insurgents?|regime|rebels?|jihad\w*|militia\w*|army|battle\w*"
    r"|invasion|genocide|dictator|coup|revolution\w*|guerrillas?|massacred?)\b",
    re.IGNORECASE,
)
_DUTY = pattern(
    r"\b(?:officers?|deput(?:y|ies)|sergeant|sgt|constable|trooper|agents?|marshals?|marine|lieutenant|cop"
    r"|policeman|patrolman)"
    r"\.?[ ]\Z",
    re.IGNORECASE,
)
_MANY = pattern(
    r"\W(?:(?:[3-9](?!\d)|[1-9]\d\d?)(?![\d-])|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens"
    r"|scores|hundreds|thousands)\b)"
)
# Deeds that all have heard of, and that are told in passing.
_GREAT = pattern(r"\b(?:massacre|shooting|attack|bombing|killing spree)\b")
_DUTY_REACH = 20


@check(placeholders=("name",))
def unqualified_accusation(
    article: Article,
    scene: Scene,
    *,
    elsewhere: Annotated[
        tuple[str, ...], Option("what tells that a paragraph retells a story, a game or the like", pattern=each)
    ],
) -> Iterator[Finding]:
    """Flag a named person who is said to have done a crime, in the text's own voice and without any verdict."""
    seen: set[str] = set()
    for told in article.crimes.told:
        if told.whom != "person" or told.who is None or told.frame == "label" or told.key in seen:
            continue
        if told.stage in ("", "active") and not _is_explained(article, told, elsewhere):
            seen.add(told.key)
            text = article.crimes.passages[told.what.passage].text
            yield Finding(article.locate(told.what), {"name": text[told.who.start : told.who.end]})


# Nobody is known yet, or the sentence asks who it is.
_UNKNOWN = pattern(
    r"\b(?:hunt(?:ing|ed|s)?|find(?:ing)?|search\w*|looking|catch|seek\w*|sought|identif(?:y|ying|ication)|identity"
    r"|at[ ]large"
    r"|(?-i:may)|might|could|who"
    r"[ ](?:is|was)[ ]the|unknown|profile|whoever|if|whether|appeal\w*|trace|track|real|wanted|still[ ]free"
    r"|unsolved|unmasked)\b",
    re.IGNORECASE,
)
# What is done with suspects, in the sentence that calls one guilty.
_HELD = pattern(
    r"\b(?:arrest(?:ed|s)?|charged|in[ ]custody|remand(?:ed)?|detained|indicted|court|bail(?:ed)?|on[ ]trial"
    r"|trial|arraigned|caught|captured"
    r"|picked[ ]up|questioned|extradited|custody|handcuff\w*|nabbed|surrendered|police[ ]station"
    r"|released[ ]under[ ]investigation"
    r"|not[ ]been[ ]charged|hearing|counts|dock|plea|defence|jury|magistrates|held|bond|bail)\b",
    re.IGNORECASE,
)
# That the police or a court deal with somebody now.
_PROCEEDINGS = pattern(
    r"\b(?:(?<!re-)arrest(?:ed|s)?|(?:re)?charged|in[ ](?:police[ ])?custody|remanded|detained|indicted|bail(?:ed)?"
    r"|on[ ]trial|(?:goes|went|go|stands?|stood|face[sd]?|facing|awaits?|awaiting)[ ](?:a[ ])?trial|trial[ ]of"
    r"|’s[ ]trial|arraign\w+|extradit\w+|suspect(?:ed)?|defendant|handcuff\w*|nabbed|picked[ ]up|surrendered|questioned"
    r"|(?:face[sd]?|facing)[ ](?:[\w-]+[ ]){0,4}?(?:charges?|counts?|court|magistrates?|judge|jury|prosecution)"
    r"|(?:due|appear(?:s|ed|ing)?|hearing|brought|taken|hauled|back|stood|stands)[ ](?:back[ ])?(?:in|at|before)[ ]"
    r"(?:[\w’-]+[ ]){0,4}?(?:court|magistrates?|judge|dock)|(?:enter|plead)\w*[ ](?:a[ ]plea|not[ ]guilty)"
    r"|released[ ]under[ ]investigation|not[ ]been[ ]charged|(?:in|into)[ ](?:[\w’-]+[ ]){0,3}?court|on[ ]remand"
    r"|dock|trial|custody|counts|magistrates|jury|den(?:y|ies|ied)[ ](?:[\w-]+[ ]){0,3}?charges?"
    r"|police[ ]station|caught|captured|(?:bond|bail)[ ](?:was|is|has[ ]been)[ ](?:set|refused|denied|granted|posted)"
    r"|closing[ ]arguments|opening[ ]statements|held[ ](?:in|by|on|after|without)|charges)\b",
    re.IGNORECASE,
)
# That somebody is held or accused, in the paragraphs before one that calls somebody guilty.
_ACCUSED = pattern(
    r"\b(?:(?:was|were|is|been|has|had)[ ](?:\w+[ ])?(?:charged|arrested|remanded|detained|indicted|bailed"
    r"|accused)|arrested[ ](?:on|in|at|a|the)|arrest[ ]of|(?:police|officers|detectives|deputies|agents|troopers"
    r"|guards|gardai)"
    r"[ ](?:[\w-]+[ ]){0,3}?(?:arrest(?:ed)?|charged|detained|caught|held|nabbed|seized|booked)"
    r"|(?:on|face[sd]?|awaiting|stands?|stood)[ ](?:\w+[ ])?trial|appeared[ ](?:in|before)|pleaded[ ]not[ ]guilty"
    r"|charged[ ](?:with|over))\b",
    re.IGNORECASE,
)


@check(placeholders=("label",))
def suspect_called_guilty(
    article: Article,
    scene: Scene,
    *,
    elsewhere: Annotated[
        tuple[str, ...], Option("what tells that a paragraph retells a story, a game or the like", pattern=each)
    ],
) -> Iterator[Finding]:
    """Flag a noun that calls a suspect guilty before a verdict: the killer, the man who stabbed the guard."""
    seen: set[str] = set()
    for told in article.crimes.told:
        if told.frame != "label" and told.whom != "nobody":
            continue
        text = article.crimes.passages[told.what.passage].text
        label = text[told.what.start : told.what.end]
        if label.lower() in seen or not _is_suspect(article, told) or _is_explained(article, told, elsewhere):
            continue
        seen.add(label.lower())
        yield Finding(article.locate(told.what), {"label": label})


def _is_suspect(article: Article, told: Told) -> bool:
    """Tell whether a label is told of somebody whom the text names, or of one who is held."""
    number, start, end = told.sentence
    story = article.crimes
    text = story.passages[number].text
    if told.who is not None:
        return told.stage in _OPEN and any(map(_PROCEEDINGS.search, _told_near(article, told)))
    if _UNKNOWN.search(text, start, end) or story.stages.read([line.text for line in story.lines[number]]) not in _OPEN:
        return False
    if _PROCEEDINGS.search(text, start, end):
        return True
    if _HELD.search(text, start, end) and any(_PROCEEDINGS.search(line.text) for line in story.lines[number]):
        return True
    before = [line.text for each in (number - 1, number - 2) for line in story.lines.get(each, ())]
    known = [*before, text]
    is_accused = told.frame == "label" and any(map(_ACCUSED.search, known))
    return is_accused and story.stages.read(before) in _OPEN


_OPEN = frozenset({"", "active"})
_NEARBY = 3  # paragraphs


def _told_near(article: Article, told: Told) -> list[str]:
    """Return what is told of the person whom a label calls guilty, in its paragraph and those around it."""
    number, story = told.what.passage, article.crimes
    near = [*range(number - _NEARBY, number + _NEARBY + 1), *range(_NEARBY)]
    lines = [(each, at, line) for each in near for at, line in enumerate(story.lines.get(each, ()))]
    return [story.going_on(each, at, told.key) for each, at, line in lines if told.key in line.text]


def _is_explained(article: Article, told: Told, elsewhere: tuple[str, ...]) -> bool:
    """Tell whether it is a story, a game, history, war, or an officer's duty that a text tells of somebody."""
    text = article.crimes.passages[told.what.passage].text
    sentence = text[told.sentence.start : told.sentence.end]
    own = text if told.sentence.passage < len(article.blocks) and told.stage != "active" else sentence
    about = [own, *(article.crimes.about(told.key) if told.key else ())]
    if is_history(sentence, _year(article)) or finds(each(elsewhere), _title(article)):
        return True
    if any(finds(each(elsewhere), known) for known in about):
        return True
    if told.frame not in _DEADLY:
        return False
    if told.frame == "deeds" and _GREAT.search(sentence) and not _ACCUSED.search(text) and not _HELD.search(text):
        return True
    if any(map(_WAR.search, about)) or (told.stage != "active" and _MANY.match(text, told.what.end)):
        return True
    return told.who is not None and _DUTY.search(text, max(0, told.who.start - _DUTY_REACH), told.who.start) is not None


def _title(article: Article) -> str:
    return article.headline.text if article.headline is not None else ""


def _year(article: Article) -> int | None:
    value = article.published.value if article.published is not None else None
    return int(value[:4]) if value and value[:4].isdigit() else None
