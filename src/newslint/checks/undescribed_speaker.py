"""Flag somebody who speaks at their first mention without a word on who they are; it knows no famous people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span

_MOST_NAMES = 60
_NAME = pattern(r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+|al|bin|de|van|von|da|del|la)){0,3} [A-Z][\w’'-]+")
# “The Courier’s Ana Roe” says who she is.
_OWNED = pattern(r"['’]s? ")
# What introduces somebody before or after the name, wherever in the article the name stands.
_BEFORE = pattern(r"(?:[a-z]{3}|[A-Z][a-z]*\.|[’']s [\w -]+|President|Senator|Minister|Governor|Mayor)[ ]$")
_AFTER = pattern(r"['’]s\b|,? (?:who|whose|from|of|at|with|a|an|the|\d)\b|, | \(|:| [-—–]")
_VERBS = pattern(r"\b(?:said|says|told|tells|added|adds|and|but|that|as|to|by|with|for|when|after|from|than|of|in)[ ]$")


class Options(NamedTuple):
    """Only those are judged who are quoted or tell something; at most `most` are named in a finding."""

    most: int = 8


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks up how each named speaker is introduced."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first such speaker, with the others as related places."""
        found: list[tuple[Span, str]] = []
        judged: set[str] = set()
        passages = [passage.text for passage in article.passages]
        for attribution in article.attributions:
            if attribution.source_kind != "named" or attribution.source_has_role or attribution.is_carried:
                continue
            extent = attribution.source[0]
            block = article.blocks[extent.passage]
            name = block.text[extent.start : extent.end]
            if block.kind not in PROSE_KINDS or name in judged or not _NAME.fullmatch(name) or _OWNED.search(name):
                continue
            judged.add(name)
            if len(judged) > _MOST_NAMES:
                break
            if not article.has_source(extent.passage, max(0, extent.start - 40), extent.end + 40):
                continue
            if not _is_introduced(name, passages, extent.passage, extent.start):
                found.append((block.locate(extent.start, extent.end), name))
        if found:
            related = tuple(Related(span, f"“{name}”") for span, name in found[1 : self.options.most])
            more = f", and {len(found) - 1} more" if len(found) > 1 else ""
            yield Finding(found[0][0], {"name": found[0][1], "more": more}, related=related)


def _is_introduced(name: str, passages: list[str], number: int, start: int) -> bool:
    """Tell whether the name, or its last part, stands somewhere with words that may say who that is."""
    surname = name.split()[-1]
    for index, text in enumerate(passages):
        at = text.find(surname)
        while at >= 0:
            is_full = text.endswith(name, 0, at + len(surname))
            begin = at + len(surname) - len(name) if is_full else at
            if index < number or (index == number and begin < start):
                return True
            before, after = text[max(0, begin - 40) : begin], text[at + len(surname) : at + len(surname) + 12]
            if _AFTER.match(after) or (_BEFORE.search(before) and not _VERBS.search(before)):
                return True
            at = text.find(surname, at + 1)
    return False


CHECK = CheckType("undescribed-speaker", Options, build, placeholders=("name", "more"))
