"""Tell that a text is an opinion piece by what is not printed as a label: its section, its data, who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newslint.article import Article
from newslint.newsroom.labels import LABEL_FIELDS, read_label
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

_SECTION = pattern(
    r"(?:\A|[/\\])(?P<section>opinions?|op-?eds?|columnists?|columns?|editorials?|commentisfree|comment-is-free"
    r"|viewpoints?)[/\\]",
    re.IGNORECASE,
)
_COLUMNIST = pattern(
    r"\b(?:is|writes|was)[ ](?:as[ ])?(?:an?|the|our|its)[ ](?:[\w’'&-]{1,25}[ ]){0,5}?(?:columnist"
    r"|opinion[ ](?:writer|contributor|editor)|leader[ ]writer)\b",
    re.IGNORECASE,
)
_VIEWS = pattern(
    r"\bthe[ ](?:views|opinions)[ ](?:expressed|given|stated)\b[^.!?]{0,60}?\b(?:own|author|writer|columnist"
    r"|alone|not[ ](?:necessarily[ ])?(?:those|reflect|represent))",
    re.IGNORECASE,
)
_ROLE = pattern(r"\b(?:columnist|opinion (?:writer|editor|columnist)|leader writer)\b", re.IGNORECASE)
_FIELDS = (*LABEL_FIELDS, "tags")
_LAST, _FIRST = 3, 5  # prose blocks at the end, lines at the top
_LONGEST = 60
_HEAD = pattern(r"[:|–—]")


class Sign(NamedTuple):
    """Hold what shows that a text is an opinion piece, in words, and where; a path has no place.

    `is_sure` is false for what other texts have, too.
    """

    told: str
    span: Span | None
    is_sure: bool = True


def find_sign(article: Article) -> Sign | None:
    """Return what shows that a text is an opinion piece, a sure sign before others, or None."""
    return min(_signs(article), key=lambda sign: not sign.is_sure, default=None)


def _signs(article: Article) -> Iterator[Sign]:
    for data in article.structured_data:
        if "OpinionNewsArticle" in article.source.slice(data.span):
            yield Sign("its structured data (OpinionNewsArticle)", data.span)
    section = _SECTION.search(article.path)
    if section:
        yield Sign(f"its folder ({section['section']})", None)
    byline = article.find("byline")
    if byline is not None and any(_ROLE.search(person.role) for person in byline.people):
        yield Sign("its byline", byline.span)
    prose = [block for _, block in article.prose_blocks()][-_LAST:]
    for text, span in (
        *((each.text, each.span) for each in article.find_all("author-bio")),
        *((b.text, b.span) for b in prose),
    ):
        is_note = len(text) <= _LONGEST_BIO and (_COLUMNIST.search(text) or _VIEWS.search(text))
        if not is_note or not _argues(article):
            continue
        if _COLUMNIST.search(text):
            yield Sign("the note on its author", span)
        elif _VIEWS.search(text):  # reports and recaps of organisations have such notes, too
            yield Sign("the note on whose views these are", span, is_sure=False)


_LONGEST_BIO = 400  # code points
_ARGUING = pattern(r"\b(?:should|must|ought|wrong|I|[Mm]y|[Ww]e|[Oo]ur|[Uu]s|[Ss]urely|of course|[Nn]obody)\b")
_LEAST = 2


def _argues(article: Article) -> bool:
    """Tell whether a text argues outside of quotations: columnists report, too."""
    own = (
        match
        for index, block in article.prose_blocks()
        for match in _ARGUING.finditer(block.text)
        if not article.is_quoted(index, *match.span())
    )
    return len([*islice(own, _LEAST)]) == _LEAST


def is_labelled(article: Article) -> bool:
    """Tell whether a label, a field or the headline says what sort of text this is."""
    return any(read_label(text.strip()) is not None for text in _labels(article))


def _labels(article: Article) -> Iterator[str]:
    for element in article.find_all("label"):
        if element.origin not in ("JSON-LD", "meta tag"):  # readers see neither
            yield element.text
            yield element.value or ""
    for name in _FIELDS:
        field = article.field(name)
        if field is not None:
            yield from (str(each) for each in (field.value if isinstance(field.value, list) else [field.value]))
    if article.headline is not None:
        yield from _HEAD.split(article.headline.text)
    lines = [block.text for block in article.blocks if block.kind != "code"][: _FIRST * 2]
    yield from (line for line in lines if len(line) <= _LONGEST)
    yield from (part for line in lines if len(line) <= _LONGEST for part in _HEAD.split(line))
