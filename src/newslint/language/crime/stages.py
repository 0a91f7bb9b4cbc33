"""How far the courts are with somebody: arrested, charged, on trial, guilty, acquitted; or dead, or long ago."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from newslint.language.crime.naming import Names
from newslint.patterns import pattern

Stage = Literal["guilty", "cleared", "dead", "active", ""]

# What no court has said: a condition, a possibility, a denial.
_NOT_YET = pattern(
    r"\b(?:if|before|until|unless|without|pending|ahead[ ]of)[ ](?:he[ ]is[ ]|she[ ]is[ ]|any[ ]|a[ ]"
    r"|the[ ])?(?:convict\w+|found[ ]guilty|jury[ ]verdict|verdict)"
    r"|\b(?:could|may|might|would|can|will|to)[ ]be[ ](?:\w+[ ])?(?:jailed|sentenced|convicted|imprisoned|fined"
    r"|found)"
    r"|\b(?:faces?|facing|faced|risks?)[ ](?:[\w-]+[ ]){0,6}?(?:years?|life|prison|jail|sentence|term)"
    r"|\bnot?[ ](?:yet[ ])?(?:been[ ])?(?:\w+[ ])?(?:convict\w+|found[ ]guilty|guilty|plead\w+|admitted|confessed"
    r"|entered)"
    r"|\b(?:never|n[’']t)[ ](?:yet[ ])?(?:been[ ])?(?:convict\w+|admitted|confessed)"
    r"|\b(?:jailed|held|imprisoned)[ ](?:without|on|in[ ]lieu|pending|awaiting)|\bpleaded[ ]not[ ]guilty"
    r"|\bden(?:y|ies|ied)\b[^.]{0,40}",
    re.IGNORECASE,
)
_GUILTY = pattern(
    r"\b(?:convict(?:ed|ion|ions|s)?|found[ ]guilty|(?:pleaded|pleads?|pled|pleading)[ ]guilty|guilty[ ](?:plea"
    r"|verdict)s?|admitt(?:ed|ing)|admits"
    r"|confess(?:ed|es|ion|ing)|jailed|sentenc(?:ed|ing|es?)|imprisoned|life[ ](?:term|in[ ]prison|imprisonment)"
    r"|serving|served"
    r"|(?:years?|months?|life)[ ](?:in|behind)[ ](?:prison|jail|bars)|prison[ ](?:term|sentence)|paroled?"
    r"|death[ ]row|executed|hanged"
    r"|(?:was|were|been)[ ](?:fined|struck[ ]off|disbarred)|ordered[ ]to[ ](?:pay|repay)|court[ ](?:found|ruled)"
    r"|judge[ ](?:found|ruled)"
    r"|tribunal[ ](?:found|ruled)|inquiry[ ](?:found|concluded)|locked[ ]up|put[ ]away|accepted[ ]a[ ]caution"
    r"|was[ ]cautioned|community[ ]service"
    r"|suspended[ ](?:sentence|term)|apologi[sz]ed|notorious|guilty[ ]of|war[ ]criminal|jury[ ]found"
    r"|jurors[ ]found)\b",
    re.IGNORECASE,
)
_CLEARED = pattern(
    r"\b(?:acquitt(?:ed|al)|cleared[ ]of|exonerated|found[ ]not[ ]guilty|charges[ ](?:were|was)[ ]dropped"
    r"|not[ ]criminally[ ]responsible)\b",
    re.IGNORECASE,
)
_DEAD = pattern(
    r"\b(?:himself|herself)[ ](?:dead\b|to[ ]death\b)|\b(?:kill|killed|killing|shot|shooting|hanged|stabbed|blew"
    r"|blowing|drowned)[ ](?:himself|herself)\b"
    r"|\b(?:took|taking|taken)[ ](?:his|her)[ ]own[ ]life\b|\bturn(?:ed|ing)[ ]the[ ](?:gun|weapon|knife|rifle"
    r"|pistol)[ ]on[ ](?:himself|herself)"
    r"|\b(?:shot|killed|shot[ ](?:dead|and[ ]killed)"
    r"|gunned[ ]down)[ ](?:dead[ ])?by[ ](?:[\w-]+[ ]){0,2}?(?:police|officers?|deput\w+|troopers?|guards?"
    r"|soldiers|swat|security|marksm\w+|agents|forces)\b"
    r"|\b(?:police|officers?|deputies|troopers|guards)[ ](?:later[ ])?(?:shot"
    r"|killed)[ ](?:and[ ]killed[ ])?(?:him|her|the[ ](?:gunman|attacker|shooter|suspect))\b"
    r"|\b(?:suicide|murder-suicide|posthumous\w*|the[ ]late|his[ ]death|her[ ]death[ ]in|dead[ ](?:gunman"
    r"|attacker))\b",
    re.IGNORECASE,
)
_ACTIVE = pattern(
    r"\b(?:arrest(?:ed|s|ing)?|charg(?:ed|es|e|ing)|in[ ]custody|remanded|on[ ]trial|(?:goes|went|stands?|stood"
    r"|face[sd]?|awaiting|awaits)[ ](?:on[ ])?trial|detain(?:ed|s)"
    r"|indict(?:ed|ment)|accused|suspect(?:ed)?|pleaded[ ]not[ ]guilty|(?:due|appeared?|appears|appearing|appear"
    r"|hearing|before)[ ](?:in|at|before)[ ](?:[\w’-]+[ ]){0,4}?(?:court|magistrates?|judge)"
    r"|bail(?:ed)?|extradit\w+|held[ ](?:by|on|without|in)|arraign\w+|the[ ]trial|questioned|custody|defendant"
    r"|den(?:ies|ied|y)|prosecut\w+|jury)\b",
    re.IGNORECASE,
)
_PRONOUN = pattern(r"(?:He|She|They|The (?:man|woman|defendant|accused|\d\d-year-old|former|couple|killer|judge))\b")
_YEAR = pattern(r"\b(?:1[0-9]\d\d|20[01]\d)\b|\b(?:centur(?:y|ies)|decades[ ]ago|war[ ]crimes?|in[ ]the[ ]19\d0s)\b")


class Stages:
    """What an article says of the proceedings against each person whom it names."""

    def __init__(self, texts: Iterable[Sequence[str]], names: Names) -> None:
        """Take the sentences of each passage."""
        self._passages = [tuple(sentences) for sentences in texts]
        self._names = names
        self._known: dict[str, Stage] = {}

    def of(self, surname: str) -> Stage:
        """Return the stage that the text tells of somebody, by surname: what excuses most comes first."""
        if surname not in self._known:
            self._known[surname] = self.read(self._about(surname))
        return self._known[surname]

    def around(self, passage: int) -> Stage:
        """Return the stage that a passage and those on either side tell of anybody."""
        near = self._passages[max(0, passage - 2) : passage + 3]
        return self.read([sentence for sentences in near for sentence in sentences])

    def read(self, sentences: Sequence[str]) -> Stage:
        """Return the stage that some sentences tell, of whomever: what excuses most comes first."""
        for stage, signs in _STAGES:
            for sentence in sentences:
                told = _NOT_YET.sub(" ", sentence) if stage == "guilty" else sentence
                if signs.search(told):
                    return stage
        return ""

    def _about(self, surname: str) -> list[str]:
        """Return the sentences with a surname, and those that go on with “he” or “she”, or name nobody, behind them."""
        found: list[str] = []
        for sentences in self._passages:
            is_on = False
            for sentence in sentences:
                if surname in sentence:
                    is_on = True
                elif is_on and not (_PRONOUN.match(sentence) or not self._others(sentence)):
                    is_on = False
                if is_on:
                    found.append(sentence)
        return found + self._pronouns_after(surname)

    def _pronouns_after(self, surname: str) -> list[str]:
        """Return what begins with a pronoun in the passages right behind those with a surname."""
        found: list[str] = []
        for before, sentences in zip(self._passages, self._passages[1:], strict=False):
            if any(surname in sentence for sentence in before[-2:]) and sentences and _PRONOUN.match(sentences[0]):
                found += sentences[:2]
        return found

    def _others(self, sentence: str) -> bool:
        return any(name.kind == "person" for name in self._names.find(sentence))


_STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("cleared", _CLEARED), ("dead", _DEAD), ("guilty", _GUILTY), ("active", _ACTIVE),
)  # fmt: skip


_OLD = 12  # years
_LONG_AGO = 2000


def is_history(sentence: str, published: int | None) -> bool:
    """Tell whether a sentence tells of what was long ago when the text was published, in a year that may be unknown."""
    found = _YEAR.findall(sentence)
    years = [int(each) for each in found if each.isdigit()]
    last = _LONG_AGO if published is None else published - _OLD
    return len(years) < len(found) or (bool(years) and max(years) < last)
