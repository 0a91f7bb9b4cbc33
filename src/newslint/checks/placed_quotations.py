"""Tell where the words around a quotation show whose it is, or that it is nobody's."""

from __future__ import annotations

import re

from newslint.article import Article
from newslint.checks.shared import TRANSCRIPT
from newslint.language.speech.claims import is_telling
from newslint.language.speech.quotations import Quotation
from newslint.patterns import pattern
from newslint.spans import Extents

__all__ = ["TAG_REACH", "is_placed"]

# Whose words they were, after the closing mark: “…” — Ana Roe; “…” (Roe); “…?” Roe pressed; “…” That quote is Roe's.
_CREDIT_AFTER = pattern(
    r"""
      [\s_*)]*[—–-]{1,2}\s*[A-Z“] | [\s_*]*[(\[]\s*(?:[a-z]+[ ])?[A-Z\d]
    | (?<=[?!…,].)[ ]?(?:(?:[A-Z][\w.’'-]*|[Tt]he|[Aa]n?|[hH]e|[Ss]he)[ ]){1,4}[a-z]+(?:ed|ote|ew)\b
    | [ ]?(?:That|This|Those|These|The)[ ](?:[a-z]+[ ]){0,2}(?:quot(?:e|ation)|words?|lines?|remarks?|sentences?)\b
    """,
    re.VERBOSE,
)
# The line below that signs a quotation: “— Ana Roe, teacher”.
_SIGNED_BELOW = pattern(r"[\s—–-]*[A-Z][\w.’'-]*(?:[ ](?:[a-z]+[ ])?[A-Z][\w.’'-]*){0,4}(?:,[^.]{0,60})?\.?[”\"]?\s*")


def is_placed(article: Article, quotation: Quotation, links: Extents) -> bool:
    """Tell whether a quotation's block or the words around it show whose it is, or that it is nobody's."""
    extent, inner = quotation.extent, quotation.inner
    block = article.blocks[extent.passage]
    text = block.text
    return (
        article.is_stated(*extent)
        or block.kind != "paragraph"
        or block.is_strong
        or _answers_a_heading(article, extent.passage)
        or _CREDIT_AFTER.match(text, extent.end) is not None
        or TRANSCRIPT.match(text, inner.start, inner.end) is not None
        or (not text[extent.end :].strip() and _is_signed_below(article, extent.passage + 1, quotation.is_closed))
        or (not text.endswith(".", inner.start, inner.end) and _is_tagged(article, text[extent.end :][:TAG_REACH]))
        or links.overlaps(extent.passage, extent.start - 120, extent.end + 80)
    )


def _answers_a_heading(article: Article, number: int) -> bool:
    """Tell whether a block stands under a question that is a heading: whoever is asked quotes somebody."""
    before = article.blocks[number - 1] if number else None
    return before is not None and before.kind == "heading" and before.text.rstrip().endswith("?")


# The end of a quotation that went on through a paragraph, and its credit: “…” — Ana Roe.
_CREDIT_BELOW = pattern(r"[”\"][ ]?[—–-]{1,2}[ ]?[A-Z]")


def _is_signed_below(article: Article, number: int, is_closed: bool) -> bool:
    below = article.blocks[number] if number < len(article.blocks) else None
    if below is None or below.kind == "heading":
        return False
    if len(below.text) <= _LONGEST_SIGNATURE and _SIGNED_BELOW.fullmatch(below.text):
        return True
    return not is_closed and _CREDIT_BELOW.search(below.text) is not None


_LONGEST_SIGNATURE = 100
# How far after a quotation the verb may stand: “…,” Mr. Roe, now 81 and retired in Hallin, said by telephone.
TAG_REACH = 120
_BEFORE_NEXT = pattern(r"[^“”\"]*")


def _is_tagged(article: Article, after: str) -> bool:
    """Tell whether somebody with a name says something in the words that follow a quotation, before the next one."""
    tag = _BEFORE_NEXT.match(after)
    words = tag.group().split() if tag else []
    names = [at for at, word in enumerate(words) if word[:1].isupper() or word in ("he", "she")]
    return bool(names) and any(is_telling(word, article.lexicon) for word in words[names[0] :])
