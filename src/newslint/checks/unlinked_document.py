"""Flag documents that speak or are cited without a link, a title, a date or a publisher, once an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.article import Article
from newslint.diagnostics import Finding, Related
from newslint.rules.rule import CheckType, Scene

_SHOWN = 8
_URL = re.compile(r"https?://|\bwww\.")


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
        """Yield one finding at the first such document, the others related."""
        pattern, excuse = _cited(self.options.documents, self.options.verbs), _identified(self.options.documents)
        linked = {link.block for link in article.links}
        found = []
        for index, start, text in _passages(article):
            if index in linked:
                continue
            for match in pattern.finditer(text):
                at, end = match.span("document") if match.group("document") else match.span("speaker")
                is_ours = not article.is_quoted(index, start + at, start + end)
                if is_ours and not excuse.search(text) and not _URL.search(article.blocks[index].text):
                    found.append((article.blocks[index].locate(start + at, start + end), text[at:end]))
        if found:
            related = tuple(Related(span, f"“{text}”") for span, text in found[1:_SHOWN])
            told = f" ({len(found)} places)" if len(found) > 1 else ""
            yield Finding(found[0][0], {"document": found[0][1], "more": told}, related=related)


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
    return re.compile(
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
    return re.compile(
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


CHECK = CheckType("unlinked-document", Options, build)
