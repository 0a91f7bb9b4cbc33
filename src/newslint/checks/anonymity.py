"""Checks of sources without a name: whether an article says why they have none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Annotated

from newslint.article import PROSE_KINDS, Article
from newslint.checks.shared import (
    GRANTED,
    REASON,
    THINKING,
    either,
    is_explained,
    is_linked,
    join_words,
    once,
    sentence_of,
)
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.speech.passages import Extent
from newslint.patterns import pattern
from newslint.spans import Span


@lru_cache(maxsize=256)
def _nameless(nouns: tuple[str, ...]) -> re.Pattern[str]:
    known = join_words(nouns)
    # A definite source (“the aide”, “his aide”) was introduced before, mostly by name.
    back = "the|his|her|its|their|this|that|these|those|former|every|each|any|all|to|of|in|open"
    count = rf"(?!(?:{back})\ |\S{{1,40}}['’]s?\ )"
    return pattern(rf"{count}(?:[A-Za-z.-]{{1,30}}+\ ){{0,4}}?(?:{known})\b(?!,?\ (?-i:[A-Z]))", re.IGNORECASE)


@check(grades=("group",), placeholders=("source", "more"))
def unexplained_anonymity(
    article: Article,
    scene: Scene,
    *,
    nouns: Annotated[tuple[str, ...], Option("sources that are nameless when nothing names them", made=_nameless)],
    reasons: Annotated[tuple[str, ...], Option("what explains it in the paragraphs around", pattern=either)],
    groups: Annotated[tuple[str, ...], Option("several who are nameless", made=_nameless)] = (),
) -> Iterator[Finding]:
    """Flag a nameless source whose namelessness is not explained; once an article.

    Several who have not told it to the publication or another have the grade `group`, once an article, and so have
    sources that readers can follow up: by a link, by another outlet, by a letter or by an officer who follows,
    and those who spoke in public or to somebody of the story.
    """
    found: dict[str, dict[Span, str]] = {"default": {}, "group": {}}
    last = Span(0, 0)
    for source, cue in _nameless_sources(article, [_nameless(each) for each in (nouns, groups) if each]):
        span = article.locate(source)
        if span.start < last.end or is_explained(article, source.passage, either(reasons)):
            continue
        if _ANOTHER.match(article.text_of(source)) and article.antecedents.is_told(GRANTED):
            continue
        found[_grade_nameless(article, source, cue, _nameless(nouns))][span] = article.text_of(source)
        last = span
    for grade, places in found.items():
        yield from (finding._replace(grade=grade) for finding in once([*places.items()], "source"))


# One more of those for whom a reason is given elsewhere.
_ANOTHER = pattern(r"(?:(?:a|the)[ ])?(?:second|third|fourth|other|another)\b|sources$", re.IGNORECASE)
# Where somebody goes and when is soon seen by all.
_PLANS = pattern(
    r"\b(?:plans?|planned|scheduled|due|expected|intends?)[ ]to[ ]"
    r"(?:visit|travel|fly|attend|arrive|return|speak|appear|campaign|tour|meet)\b"
)


def _grade_nameless(article: Article, source: Extent, cue: str, single: re.Pattern[str]) -> str:
    is_own = single.match(article.text_of(source)) is not None and not _is_harmless(article, source, cue)
    if _is_traceable(article, source) or _is_reason_elsewhere(article, source):
        return "group"
    return "default" if is_own or _is_told_here(article, source, cue) else "group"


# Whom friends and colleagues tell something in a story: “had friends telling her”.
_TOLD_THERE = pattern(r"(?:told|tells?|telling)[ ](?:her|him|them|his|their|one[ ]another|each[ ]other)\b")


def _is_told_here(article: Article, source: Extent, cue: str) -> bool:
    """Tell whether several sources have told something to the publication or another, rather than to one another."""
    if not cue.startswith(("told", "tell")):
        return False
    text = article.blocks[source.passage].text
    return _TOLD_THERE.search(text, source.end, source.end + 40) is None


# One source says elsewhere why all of them are nameless: “said one insider who spoke on condition of …”.
_SORTS = tuple(
    (pattern(rf"\b{sort}\b", re.IGNORECASE), pattern(rf"\b(?i:{sort})\b[^.;“”]{{0,160}}?{REASON}"))
    for sort in ("(?:sources?|insiders?)", "people", "person", "officials?", "(?:aides?|advis[eo]rs?|staffers?)")
)


def _is_reason_elsewhere(article: Article, source: Extent) -> bool:
    """Tell whether a reason is given somewhere for a source that is called by such a word, too."""
    text, known = article.text_of(source), article.antecedents
    return any(sort.search(text) and known.is_told(granted) for sort, granted in _SORTS)


# What somebody wrote to somebody else, or in a paper: “told a manager via email”, “wrote in a memo”.
_IN_WRITING = pattern(
    r"\b(?:(?:told|wrote[ ]to)[ ](?:an?|his|her|their|another|one|colleagues)\b[^.;“”]{0,60}?\b(?:via|by|in|in[ ]an?)"
    r"|wrote[ ]in[ ]an?)[ ](?:internal[ ]|private[ ])?(?:e-?mails?|memo|letter|text[ ]message|message|report)\b"
    r"(?![ ]to[ ](?:the[ ]|The[ ])?[A-Z])"
)
# What was written before it is told who wrote it, and another outlet's source, after the outlet was named.
_SENT = pattern(
    r"\b[Ii]n[ ](?:an?|his|her|their|the|one|another)[ ](?:[\w.-]+[ ]){0,4}?"
    r"(?:e-?mails?|memo|letter|text[ ]messages?|message)\b"
    r"|\btold[ ](?:the|that)[ ](?:outlet|publication|magazine|newspaper|paper|site|website|tabloid|broadcaster|network"
    r"|channel|station|weekly|daily|agency|podcast)\b"
)
# What was said in public, came to light in papers, or was told to somebody of the story: “told the woman”.
_FOUND = pattern(
    r"\btestif(?:y|ied|ies)\b|\bobtained[ ](?:through|by|via|under)\b|\brecords?[ ]request\b"
    r"|\btold[ ](?:the|an?)[ ](?!outlet|paper|newspaper|press|agency|broadcaster|station)[a-z]"
)
_OUTLET = pattern(r"\b(?:told|tells)[ ](?:the[ ])?([A-Z][\w&.-]*(?:[ ][A-Z][\w&-]*){0,3})")


def _is_traceable(article: Article, source: Extent) -> bool:
    """Tell whether readers can follow a nameless source up: its sentence has a link, an outlet or a letter.

    Another outlet is one whose reporting the article tells of: “told NBC”, and elsewhere “NBC’s Ana Roe said”.
    """
    if is_linked(article, source) or article.antecedents.has_officer_next(source):
        return True
    told = sentence_of(article, source)
    outlet = _OUTLET.search(told)
    if _SENT.search(told) or _FOUND.search(told):
        return True
    return _IN_WRITING.search(told) is not None or (outlet is not None and _is_reporting(article, outlet[1]))


_REPORTER = pattern(r"['’]s [A-Z][a-z]{1,20} [A-Z]")


def _is_reporting(article: Article, outlet: str) -> bool:
    """Tell whether an article tells of an outlet's own reporting: “NBC’s Ana Roe”, “according to NBC”."""
    phrases = f"according to {outlet}", f"according to the {outlet}"
    texts = [passage.text for passage in article.passages if outlet in passage.text]
    if any(phrase in text for phrase in phrases for text in texts):
        return True
    return any(_REPORTER.match(rest) for text in texts for rest in text.split(outlet)[1:])


def _is_harmless(article: Article, source: Extent, cue: str) -> bool:
    """Tell whether a nameless source describes somebody, tells of a visit or expects something: no reason is wanted."""
    if article.text_of(source).endswith("insiders") and not THINKING.isdisjoint(cue.split()):
        return True
    return _PLANS.search(sentence_of(article, source)) is not None


# “Business Insider” is the name of an outlet.
_TITLED = pattern(r"(?:[A-Z][\w.&-]*[ ]){1,3}(?:Insider|Source|Official|Diplomat)$")
# Who declines to speak or asks something has told nothing.
_DECLINED = pattern(r",?[ ](?:also[ ])?(?:declined|refused)[ ]to\b")
_UNTOLD = frozenset("declined refused wondered wonders asked asks".split())


def _nameless_sources(article: Article, nameless: Sequence[re.Pattern[str]]) -> Iterator[tuple[Extent, str]]:
    """Yield the sources of running text that tell something of their own and that some words make nameless.

    The cue, in small letters, stands beside each.
    """
    for attribution in article.attributions:
        if not attribution.source or attribution.source_kind not in ("anonymous", "role", "collective"):
            continue
        extent = attribution.source[0]
        text, cue = article.text_of(extent), article.text_of(*attribution.cue).lower()
        if article.blocks[extent.passage].kind not in PROSE_KINDS or not _is_nameless(text, nameless):
            continue
        is_told = article.has_source(extent.passage, *_range(attribution.cue, extent.passage))
        is_told = is_told and _DECLINED.match(article.blocks[extent.passage].text, extent.end) is None
        if is_told and _UNTOLD.isdisjoint(cue.split()) and not _is_known(article, extent, cue):
            yield extent, cue


def _is_nameless(text: str, nameless: Sequence[re.Pattern[str]]) -> bool:
    is_nobody = text.lower().startswith(("no ", "neither ", "none "))
    return not is_nobody and _TITLED.match(text) is None and any(each.match(text) for each in nameless)


def _is_known(article: Article, source: Extent, cue: str) -> bool:
    """Tell whether somebody named tells of a nameless source, or the text names it or its body nearby.

    “A fund that was set up by an aide has told” is no aide's word.
    """
    text, known = article.blocks[source.passage].text, article.antecedents
    before = text[max(0, source.start - 20) : source.start]
    if article.is_quoted(*source) or _is_apposed(text, source):
        return True
    if before.endswith(" by ") and _SAID_BY.search(before) is None:
        return True
    if known.is_retold(source) or known.is_named_next(source):
        return True
    return _is_official_known(article, source, cue)


def _is_official_known(article: Article, source: Extent, cue: str) -> bool:
    """Tell whether the paragraphs around an official, or those below one of the first, name one of the officers."""
    told, known = article.text_of(source).lower(), article.antecedents
    if "official" in told and known.has_official_below(source, _PUBLIC.search(cue) is not None):
        return True
    is_named_elsewhere = told in _BARE or known.is_opening(source.passage)
    return is_named_elsewhere and known.names_one_of("officials", source)


def _is_apposed(text: str, source: Extent) -> bool:
    """Tell whether a name stands beside a source, or “the” before its bare noun: “the former staffer’s claims”."""
    told = text[source.start : source.end]
    if (
        " " not in told
        and not told.endswith("s")
        and _DEFINITE_BEFORE.search(text, max(0, source.start - 20), source.start)
    ):
        return True
    if _NAME_LAST.search(told):
        return True
    start = max(0, source.start - 60)
    return bool(_NAME_BEFORE.search(text, start, source.start) or _NAME_AFTER.match(text, source.end))


_DEFINITE_BEFORE = pattern(r"\b(?:the|his|her|its|their)[ ](?:[a-z]+[ ])?$", re.IGNORECASE)
# “Ned Lund, an official at …”, “an official at the Housing Authority, Ned Lund, said”.
_NAME_BEFORE = pattern(r"(?:^|[.!?][”\"’']?[ ]|\bsaid[ ])[A-Z][a-z’'-]+[ ](?:[A-Z]\.[ ])?[A-Z][\w’'-]+,[ ]$")
_NAME_LAST = pattern(r",[ ][A-Z][a-z’'-]+[ ](?:[A-Z]\.[ ])?[A-Z][\w’'-]+$")
_NAME_AFTER = pattern(r",[ ][A-Z][a-z’'-]+[ ](?:[A-Z]\.[ ])?[A-Z][\w’'-]+(?:,|[ ](?:said|says|told)\b)")
_SAID_BY = pattern(r"\b(?:said|told|reported|confirmed|described|shared|quoted)[ ]by[ ]$")
_PUBLIC = pattern(r"\bannounc|\bconfirm|\backnowledg")
_BARE = frozenset({"an official", "one official", "officials"})


def _range(extents: tuple[Extent, ...], block: int) -> tuple[int, int]:
    """Return the range of the first extent in a block, or an empty one."""
    return next(((extent.start, extent.end) for extent in extents if extent.passage == block), (0, 0))
