"""Find what an article discloses about itself (money, affiliates, advice, machines) and say of which kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from newslint.article import Block, Element
from newslint.language.units.sentences import split_sentences
from newslint.patterns import pattern

# Below this a disclosure says nothing ("Disclaimer").
_FEWEST_WORDS = 6
_THIS = r"(?:this|the)\s(?:article|story|post|page|piece|content|report|review|site|website|newsletter|series|video)"
# A block without any of these is not searched.
_HINTS = (
    "affiliate", "commission", "advice", "disclos", "disclaim", "sponsor", "paid ", "shares", "stake", "position",
    "artificial intelligence", " ai", "chatgpt", "partnership", "medical", "funded", "stock", "language model",
)  # fmt: skip


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the sentences by kind, the surest first; our own reading of publishers' notices."""
    sources = {
        "affiliate": rf"""
            {_THIS}\s(?:may\s|might\s)?contains?\s.{{0,30}}\baffiliate\b
          | \b(?:we|i|us)\b.{{0,60}}\b(?:earn|receive|get)s?\s.{{0,30}}\bcommissions?\b
          | \bmay\s(?:earn|receive)\s.{{0,30}}\bcommissions?\b
          | \b(?:as\san\s\w+\sassociate|affiliate\slinks?\s(?:are|in|on|may))\b
        """,
        "medical": r"""
            \bnot\b.{0,60}\b(?:substitute|replacement)\sfor\b.{0,60}\b(?:medical|professional|doctor|physician)
          | \bnot\b.{0,60}\b(?:medical|health)\s(?:or\s\w+\s)?advice\b
          | \b(?:medical|health)\sadvice\b.{0,40}\bconsult\b
        """,
        "financial": rf"""
            \bnot\b.{{0,60}}\b(?:investment|financial|trading|tax)\s(?:or\s\w+\s|,\s\w+\s)?(?:advice|recommendation)
          | \b(?:author|writer|columnist|i|we|analyst|editor|reporter)s?\b\s
            (?:currently\s|also\s|personally\s|does\snot\s|do\snot\s|did\snot\s|may\s)?
            (?:owns?|holds?|hold|has|have|had)\s.{{0,50}}\b(?:shares?|stocks?|positions?|stakes?|securities)\b
          | {_THIS}\b.{{0,60}}\b(?:information(?:al)?|educational)\spurposes\sonly
        """,
        "sponsored": rf"""
            {_THIS}\s(?:is|was|has\sbeen|were)\s.{{0,40}}\b(?:sponsored|paid\sfor|funded|commissioned|produced\sin\spartnership)\b
          | \b(?:paid\spartnership|sponsored\s(?:content|post|article)|advertorial)\b.{{0,60}}\b(?:with|by|from|for)\b
        """,
        "general": r"""
            \bnot\b.{0,60}\b(?:legal|professional)\s(?:or\s\w+\s)?advice\b
        """,
        "ai": rf"""
            {_THIS}\s.{{0,60}}\b(?:AI|artificial\sintelligence|ChatGPT|language\smodel|automat\w+)\b
          | \b(?:written|generated|drafted|produced|created|translated|summarised|summarized)\s(?:with|by|using)\s
            .{{0,40}}\b(?:AI|artificial\sintelligence|ChatGPT|language\smodel)\b.{{0,60}}\b(?:reviewed|edited|checked|editor)
        """,
    }
    return tuple((kind, pattern(source, re.VERBOSE | re.IGNORECASE)) for kind, source in sources.items())


_LABEL = pattern(r"\W{0,3}(?:\b\w+\s)?(?:disclosures?|disclaimers?)\s*[:–—-]\s*", re.IGNORECASE)


def find_disclosures(blocks: Sequence[Block], names: Iterable[str] = ()) -> list[Element]:
    """Return the disclosures of a text with their kind: affiliate, financial, sponsored, medical, ai or general.

    A block with the role `disclosure` is one as a whole if it says something; elsewhere it is the sentence. `names`
    are the authors, who may own shares under their name.
    """
    found: list[Element] = []
    authors = frozenset(name for name in names if len(name) > 3)
    for index, block in enumerate(blocks):
        if block.kind in ("boilerplate", "code", "heading", "table-row") or block.role == "headline":
            continue
        if block.role == "disclosure":
            found += _as_a_whole(blocks, index)
        elif block.kind != "quotation" and _hints_at(block.text):
            found += _in_sentences(index, block, authors)
    return found


def _as_a_whole(blocks: Sequence[Block], index: int) -> list[Element]:
    """Return the disclosure that a block is, or the one that its next block is if it says nothing itself."""
    block = blocks[index]
    if _says_something(block.text):
        kind = classify(block.text)
        return [Element("disclosure", block.text, block.span, "convention", value=kind, blocks=(index,))]
    if index + 1 < len(blocks) and _may_follow(blocks[index + 1]):
        return [_make(index + 1, blocks[index + 1], 0, len(blocks[index + 1].text))]
    return []


def classify(text: str) -> str:
    """Return the kind of a disclosure's text."""
    head = text[:3000]
    return next((kind for kind, regex in _patterns() if regex.search(head)), "general")


def _says_something(text: str) -> bool:
    return len(_LABEL.sub("", text[:4000], count=1).split()) >= _FEWEST_WORDS


def _may_follow(block: Block) -> bool:
    return block.kind == "paragraph" and not block.role and _says_something(block.text)


def _hints_at(text: str) -> bool:
    return any(map(text.lower().__contains__, _HINTS))


def _in_sentences(index: int, block: Block, authors: frozenset[str]) -> list[Element]:
    found = []
    for start, end in split_sentences(block.text):
        if end - start > 1000:
            continue
        sentence = block.text[start:end]
        if not _hints_at(sentence) or len(sentence.split()) < _FEWEST_WORDS or sentence[0] in "“\"'‘":
            continue
        if any(regex.search(sentence) for _, regex in _patterns()) or _names_holding(sentence, authors):
            found.append(_make(index, block, start, end))
    return found


_OWNING = pattern(r"\s(?=(?:does not |doesn’t |doesn't )?(?:owns?|holds?|has)\s)")
_HOLDS = pattern(
    r"\s(?:does not |doesn’t |doesn't )?(?:owns?|holds?|has)\s.{0,60}\b"
    r"(?:shares?|stocks?|positions?|stakes?)\b"
)


def _names_holding(sentence: str, authors: frozenset[str]) -> bool:
    """Tell whether an author is said to own, or not to own, shares."""
    # From each verb back to its subject: authors may be as many as sentences.
    return bool(authors) and any(
        sentence[: match.start()] in authors and _HOLDS.match(sentence, match.start())
        for match in _OWNING.finditer(sentence)
    )


_HOLDING = pattern(r"\b(?:shares?|stocks?|positions?|stakes?)\b")


def _make(index: int, block: Block, start: int, end: int) -> Element:
    text = block.text[start:end]
    kind = classify(text)
    if kind == "general" and _HOLDING.search(text):
        kind = "financial"
    return Element("disclosure", text, block.locate(start, end), "convention", value=kind, blocks=(index,))
