"""Flag documents that speak or are cited without a link, a title, a date or a publisher, once an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span

_SHOWN = 8
_URL = pattern(r"https?://|\bwww\.")
_DEFINITE = pattern(r"(?:the|that|this|these|its|their|his|her)\b", re.IGNORECASE)
# A statement that somebody gives is speech on paper: who gave it is told, and it is seldom published.
_STATEMENT = pattern(r"(?:an?|the|his|her|its|their)[ ](?:[\w-]+[ ]){0,2}(?:statement|press release)s?$", re.I)
# One that was given to an outlet is that outlet's: “told the Courier in a statement”.
_GIVEN = pattern(r"[ ](?:(?:e-?mailed|issued|provided|sent|given|made|released)[ ])?to[ ](?:the[ ])?[A-Z]")
_TOLD = pattern(r"\b(?:told|tells|wrote to|emailed)[ ](?:the[ ]|us\b|me\b|[A-Z])[^.;]{0,60}$")


_KINDS = dict.fromkeys("audit dataset document filing paper poll report study survey transcript".split(), "report")


class Options(NamedTuple):
    """`documents`: nouns of things that are published; `verbs`: what they do when they speak."""

    documents: tuple[str, ...]
    verbs: tuple[str, ...]


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks in each sentence for a document that acts as a source."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding at the first such document, the others related.

        Of grade `statement` where the article has nothing but statements that somebody gave: their speaker is named.
        """
        found = list(self._cited_in(article))
        if found:
            first = next((place for place in found if not _STATEMENT.match(place[1])), found[0])
            grade = "statement" if _STATEMENT.match(first[1]) else "default"
            others = [place for place in found if place is not first]
            related = tuple(Related(span, f"“{text}”") for span, text in others[:_SHOWN])
            told = f" ({len(found)} places)" if others else ""
            yield Finding(first[0], {"document": first[1], "more": told}, grade, related)

    def _cited_in(self, article: Article) -> Iterator[tuple[Span, str]]:
        """Yield the place and words of each document that nothing identifies, there or, for “the report”, before."""
        regex, excuse = _cited(self.options.documents, self.options.verbs), _identified(self.options.documents)
        noun = _nouns(self.options.documents)
        mentions = [(*passage, words) for passage in _passages(article) if (words := noun.findall(passage[2]))]
        # What identifies a document matters only where one is cited at all.
        if not any(regex.search(text) for _, _, text, _ in mentions):
            return
        linked = {link.block for link in article.links}
        linked |= {index for index, block in enumerate(article.blocks) if _URL.search(block.text)}
        known = {_kind(found) for link in article.links for found in noun.findall(link.text)}
        for index, start, text, words in mentions:
            mentioned = {_kind(word) for word in words}
            if index in linked or excuse.search(text):
                known |= mentioned
                continue
            for match in regex.finditer(text):
                at, end = match.span("document") if match.group("document") else match.span("speaker")
                cited = text[at:end]
                is_known = bool(_DEFINITE.match(cited)) and _kind(noun.findall(cited)[-1]) in known
                if is_known or _GIVEN.match(text, end) or _TOLD.search(text, max(0, at - 120), at):
                    continue
                if not article.is_quoted(index, start + at, start + end):
                    yield article.blocks[index].locate(start + at, start + end), cited


@cache
def _nouns(documents: tuple[str, ...]) -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in sorted(documents, key=len, reverse=True))
    return pattern(rf"\b(?:{nouns})(?=s?\b)", re.IGNORECASE)


def _kind(noun: str) -> str:
    """Return what a document's noun may be taken up by: a study is a report, a survey is a poll."""
    return _KINDS.get(noun.lower(), noun.lower())


def _passages(article: Article) -> Iterator[tuple[int, int, str]]:
    """Yield block, start and text of every sentence and table row."""
    for sentence in article.sentences:
        yield sentence.block, sentence.start, sentence.text
    for index, block in enumerate(article.blocks):
        if block.kind == "table-row":
            yield index, 0, block.text


@cache
def _cited(documents: tuple[str, ...], verbs: tuple[str, ...]) -> re.Pattern[str]:
    """A document after “in” or “according to”, or as the subject of a verb of saying."""
    noun = "|".join(re.escape(noun) for noun in sorted(documents, key=len, reverse=True))
    verb = "|".join(re.escape(verb) for verb in verbs)
    owner = r"(?:(?:[A-Z][\w-]*|[a-z]+)['’]s?|an?|the|his|her|its|their|that|this)"
    modifiers = r"(?:[ ][\w'’-]+){0,2}?"
    return pattern(
        rf"""
          \b(?:in|according[ ]to|per|as[ ]stated[ ]in|citing)[ ](?P<document>{owner}{modifiers}[ ](?:{noun})s?)\b
          (?![ ](?:by|from|on|in|published|released|titled|entitled|called|dated)\b|-)
        | (?P<speaker>(?:{owner}|\b[A-Z][\w-]+){modifiers}[ ](?:{noun})s?)
          [ ](?:(?:also|did|does|has|have|had|not|itself|now|further)[ ]){{0,3}}(?:{verb})\b
        """,
        re.VERBOSE,
    )


@cache
def _identified(documents: tuple[str, ...]) -> re.Pattern[str]:
    """What identifies a document in its sentence: a title, a date beside it, an organisation of several words."""
    noun = "|".join(re.escape(noun) for noun in sorted(documents, key=len, reverse=True))
    month = "January|February|March|April|May|June|July|August|September|October|November|December"
    day = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    return pattern(
        rf"""
          \b(?:{noun})s?,?[ ](?:titled|entitled|called|headed|[“"‘])
        | \b(?:{noun})s?[^.]{{0,40}}\b(?:{month}|{day}|\d{{4}})\b
        | \b(?:{month}|{day}|\d{{4}})['’]?s?[ ](?:[\w-]+[ ]){{0,2}}(?:{noun})s?\b
        | \b(?:{noun})s?[ ](?:by|from|of|at|in)[ ](?:the[ ])?[A-Z][\w.&-]+(?:[ ](?:of|for|and|[A-Z][\w.&-]+))+
        | (?:[A-Z][\w.&-]+[ ]){{2,}}(?:[\w-]+[ ])?(?:{noun})s?\b
        | (?:[A-Z][\w.&-]+[ ])+[A-Z][\w.&-]+['’]s?[ ](?:[\w-]+[ ]){{0,2}}(?:{noun})s?\b
        | \b[A-Z]{{2,}}['’]?s?[ ](?:[\w-]+[ ]){{0,2}}(?:{noun})s?\b
        """,
        re.VERBOSE,
    )


CHECK = CheckType("unlinked-document", Options, build, grades=("statement",), placeholders=("document", "more"))
