"""Checks of opinion: pieces that no label calls so, and words of judgement in reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.genres import is_own_voice
from newslint.checks.own_texts import Text, kept_texts
from newslint.contract import OWN_VOICE, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.meetings.said import read_said
from newslint.language.units.words import list_parts
from newslint.newsroom.contempt import LOADED, contempt
from newslint.newsroom.opinion_signs import find_sign, is_labelled
from newslint.patterns import pattern
from newslint.spans import Span


@check(placeholders=("sign",), grades=("disclaimer",))
def opinion_label(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag opinion pieces without a visible label; where a profile requires one, that is told elsewhere.

    The message may use `{sign}`, what shows that the piece is opinion.
    """
    if any(requirement.kind == "label" for requirement in scene.required):
        return
    sign = find_sign(article)
    if sign is not None and not is_labelled(article):
        grade = "default" if sign.is_sure else "disclaimer"
        yield Finding(article.anchor("label"), {"sign": sign.told}, grade=grade, anchor="label")


# Of these a text with loaded words has one, cut at hyphens.
_WORDS = frozenset(
    """thug thugs scrounger scroungers gooder gooders cranks crank rabble slumlord slumlords preacher preachers crony
    cronies henchmen henchman stooge stooges lackey lackeys illegals crackpot nutter nutters loony loonies horde
    hordes barons ranted rants ranting slaps slapped swarmed whined whinged bleated heartless shrill bumbling
    odious spineless craven woke shameless despicable contemptible suspects tree treehugger nanny unborn
    killers alarmism alarmist alarmists hysteria cultists nuts grabbers feminazi feminazis welfare baiters
    hustlers marxism marxist marxists gravy motorists christmas lefty handouts zealots zealot fanatics
    ideologues regime radical extremist brigade mob snowflakes luvvies apparatchiks apparatchik
    sheeple apologists mouthpiece puppet quisling demagogue demagogues troublemakers layabouts
    freeloaders spongers workshy feral vermin bleeding tinpot tin fat""".split()
)
# Or two of these: “so-called”, “left-wing”, “death tax”. Each alone stands in every other text.
_PAIRS = (
    frozenset({"so", "called"}),
    frozenset({"left", "wing"}),
    frozenset({"death", "tax"}),
    frozenset({"death", "taxes"}),
)
# Of spies, fans and bees it is a figure of speech.
_CROWD = (
    r"(?:(?:im)?migrants?|refugees|foreigners|protest[eo]rs|demonstrators|youths|arrivals|newcomers|travellers"
    r"|Travellers|outsiders|strangers|families|men|illegals|asylum[ ]seekers|gypsies)"
)
_LOADED = pattern(
    rf"""
      \b(?:thugs?|(?:benefit[ ])?scroungers?|(?:hard-left|hard-right|far-left|far-right|left-wing
        |right-wing|green)[ ]cranks?|rabble(?!-rous)
        |slumlords?|hate[ ]preachers?|crony[ ]capitalists?|cronies|henchm[ae]n|stooges?|lackeys?|illegals
          |nutters?|loon(?:y|ies)[ ]left)\b
    | \bcrackpots?\b | \bhordes?[ ]of[ ](?:illegals|migrants|people|foreigners|protesters|refugees)
    | \b(?:union|press|media)[ ]barons\b | \b(?:ranted|rants|ranting)[ ](?:for|about|at|against|that|on)\b
    | \bslap(?:s|ped)[ ]down\b | \b{_CROWD}[ ](?:[a-z]+[ ]){{0,2}}?swarmed[ ](?:ashore|across|over|into)\b
    | \b(?:whined|whinged|bleated)[ ](?:about|that)\b
    | \b(?:heartless|bumbling|odious|spineless|craven|shameless|despicable
      |contemptible)[ ](?!than|that|and|but|in|to)(?:[a-z]{{3,}})
    | \bpredictably[ ]shrill\b | \bshrill[ ](?:speech|tirade|campaigners?|critics?|attack)\b
    | \b(?:woke|politically[ ]correct|pc|feminist|vegan|cycling|eco|climate|green|trans|left-wing|right-wing
      |gender)[ -]
      (?:mob|brigade|warriors?|zealots?|fanatics?|ideologues?|lunatics?|loons?|bullies|luvvies|snowflakes
        |extremists?)\b
    | \bwoke[ ](?:lobby|agenda|elites?|nonsense|ideology|madness|establishment)\b
    | \b(?:radical|extremist|rabid|fanatical|militant)[ ](?:[a-z-]+[ ])?(?:zealots?|feminists?|greens
      |leftists?|lefties
      |environmentalists|tree-huggers|vegans?|unionists|secularists|activists|protest[eo]rs|ideologues?)\b
    | (?<!so-called[ ])\bdeath[ ]tax(?:es)?\b | \bjob-killing\b | \bdemocrat[ ]party\b
    | \bso-called[ ](?:[a-z]+[ ])?(?:experts?|moderates|journalists?|reforms?|reformers?|leaders?|refugees?
      |allies|ally
      |elites|scientists?|feminists?|friends?|activists?|progressives|conservatives|liberals|patriots?
        |charity|charities
      |fact-checkers?|independents|scholars?|academics?|intellectuals?|consultation|apology|justice|democracy|news
      |improvements?|solutions?|asylum[ ]seekers|victims?|pro-life|pro-choice|compromise|peacekeepers)\b
    | \b[Tt]he[ ]regime[ ]in[ ](?-i:[A-Z])
    | \b(?:tin-?pot|tin[ ]pot)[ ][a-z]+ | \b(?:freeloaders?|spongers?|layabouts?|work-?shy|feral[ ]youths?
      |luvvies|snowflakes)\b
    | \btree-?hugg(?:ers?|ing)\b | \bnanny[ ]state\b | \bpuppet[ ](?:government|administration|regime|leaders?
      |states?|president)\b
    | \b(?:kill(?:s|ing|ed)?|murder(?:s|ing|ed)?|slaughter(?:s|ing|ed)?)[ ](?:of[ ])?unborn[ ](?:babies
      |children)\b | \bbaby[ ]killers?\b
    | \bclimate[ ](?:alarmis(?:m|ts?)|hysteria|cultists?)\b | \bgun[ ](?:nuts|grabbers)\b | \bfeminazis?\b
      | \bwelfare[ ]queens?\b
    | \brace[ -](?:baiters?|hustlers?)\b | \bcultural[ ]marxis(?:m|ts?)\b | \bgravy[ ]train\b
      | \bwar[ ]on[ ](?:motorists|christmas)\b
    | \blefty[ ](?:lawyers|judges|councils?|teachers)\b | \bhandouts[ ](?:for|to)[ ](?:the[ ])?(?:workshy|idle|lazy)\b
    | \bbleeding[ -]hearts?\b | \bfat[ -]cats?\b | \b(?:ministry|kremlin|council|union
      |town[ ]hall)[ ]apparatchiks?\b
    | \b(?:regime|kremlin|government|industry|state)[ ]mouthpieces?\b | \bthe[ ]usual[ ]suspects[ ]of\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHOWN = 5


@check(placeholders=("text",))
def loaded_words(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag words that judge people in the publication's own voice, once an article.

    The message may use `{text}`, the first of them.
    """
    found = sorted(_find_loaded(article))
    if found:
        related = tuple(Related(span, "and this") for span, _ in found[1 : _SHOWN + 1])
        grade = OWN_VOICE if is_own_voice(article) else "default"
        yield Finding(found[0][0], {"text": found[0][1]}, grade=grade, related=related)


def _find_loaded(article: Article) -> Iterator[tuple[Span, str]]:
    """Yield the places of words that judge, and the words, outside quotations and what others are told to say."""
    for text, words in kept_texts(article):
        ranges = [match.span() for match in _LOADED.finditer(text.text)] if _may_judge(words) else []
        for start, end in (*ranges, *_find_framed(article, text, words)):
            is_theirs = text.place is not None and article.is_attributed(text.place, start, end)
            if not is_theirs and not text.is_quoted(article, start, end) and not _is_marked(text.text, start, end):
                yield text.locate(start, end), text.text[start:end]


def _may_judge(words: frozenset[str]) -> bool:
    return not _WORDS.isdisjoint(words) or any(pair <= words for pair in _PAIRS)


def _find_framed(article: Article, text: Text, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a text in which words of contempt or of glory meet those of whom they are said."""
    known = contempt()
    if known.telling(LOADED).isdisjoint(words) or not known.possible(LOADED, words, words.copy, text.text):
        return
    for start, end in text.sentences(article):
        sentence = text.text[start:end]
        own = frozenset(list_parts(sentence.lower()))
        possible = known.possible(LOADED, own, own.copy, sentence)
        said = read_said(sentence) if possible else None
        met = said and known.find_of(possible, said, tuple)
        if said and met:
            first, last = said.places[met[0]][0], said.places[met[1]][1]
            if not _APART.search(sentence, first, last):
                yield start + first, start + last


# Of words with these between them, one is not said of the other.
_APART = pattern(r"[,;:()]|\bof (?:the|an?|its|their|his|her)\b")


def _is_marked(text: str, start: int, end: int) -> bool:
    """Tell whether quotation marks are beside some words, as in a headline."""
    return text[max(0, start - 1) : start] in ("“", "‘", '"', "'") or text[end : end + 1] in ("”", "’", '"')
