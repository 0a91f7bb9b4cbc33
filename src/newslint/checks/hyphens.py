"""The check of hyphens between an adverb in -ly and what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article
from newslint.checks.readable import Readable, readable
from newslint.checks.shared import as_set
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.spelling.adverbs import is_adjective, is_adverb, is_participle
from newslint.patterns import pattern

_KINDS = frozenset({"paragraph", "list-item", "quotation", "caption", "heading"})
# With a third word, a hyphen is right: “a not-overly-long speech”.
_COMPOUND = pattern(
    r"(?<![\w’'&/@#.\u2010-\u2014-])(?P<adverb>[A-Za-z][a-z]{1,20}ly)(?P<hyphen>[-\u2010\u2011])(?P<other>[A-Za-z]{3,20})"
    r"(?![\w/\u2010\u2011-]|[’']\w)"
)
_BEGINS = pattern(r"(?:\A|[.!?:;”\"“‘(—–][ ]?|\n)\Z")


@check(fixes=("safe",), placeholders=("words", "meant"))
def adverb_hyphens(
    article: Article,
    scene: Scene,
    *,
    known: Annotated[tuple[str, ...], Option("compounds that dictionaries write with the hyphen")] = (),
) -> Iterator[Finding]:
    """Flag a hyphen between an adverb in -ly and a participle or adjective: `a newly-built school`.

    The message may use `{words}` and `{meant}`, the words without the hyphen.
    """
    if article.language_code not in (None, "en"):
        return
    allowed = as_set(known)
    told: dict[str, list[Finding]] = {}
    for text in readable(article, _KINDS):
        if "ly-" in text.text or "ly\u2010" in text.text or "ly\u2011" in text.text:
            for match in _COMPOUND.finditer(text.text):
                words = match.group().lower()
                if words not in allowed and _is_fault(article, text, match):
                    told.setdefault(words, []).append(_tell(article, text, match))
    yield from map(_join, told.values())


_SHOWN = 20


def _join(found: Sequence[Finding]) -> Finding:
    """Return one finding of all places of the same words; its fix mends them all."""
    first, *others = found
    edits = tuple(edit for each in found if each.fix is not None for edit in each.fix.edits)
    related = tuple(Related(each.span, "and here") for each in others[:_SHOWN])
    return first._replace(related=related, fix=Fix("safe", edits) if edits else None)


def _is_fault(article: Article, text: Readable, match: re.Match[str]) -> bool:
    adverb, other = match["adverb"], match["other"]
    if not is_adverb(adverb.lower()) or text.is_code(article, *match.span()):
        return False
    if text.kind != "heading" and _is_named(match):
        return False
    word = other.lower()
    return is_participle(word) or is_adjective(word)


def _is_named(match: re.Match[str]) -> bool:
    """Tell whether a compound is a name or a part of one: a capital where no sentence begins, or in its second word."""
    if match["other"][0].isupper():
        return True
    begin = match.start()
    return match["adverb"][0].isupper() and not _BEGINS.search(match.string, max(0, begin - 2), begin)


def _tell(article: Article, text: Readable, match: re.Match[str]) -> Finding:
    span = text.locate(article, *match.span())
    hyphen = text.locate(article, *match.span("hyphen"))
    is_fixed = article.source.slice(span) == match.group() and not text.is_quoted(article, *match.span())
    fix = Fix("safe", (Edit(hyphen.start, hyphen.end, " "),)) if is_fixed else None
    return Finding(span, {"words": match.group(), "meant": f"{match['adverb']} {match['other']}"}, fix=fix)
