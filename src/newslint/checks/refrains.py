"""What is said twice by its nature: pull quotes, abstracts, titles, teasers, credits, what two sections need."""

from __future__ import annotations

import re
from collections import Counter

from newslint.article import Article
from newslint.patterns import pattern

END_QUOTES = "”\"“»'’"
QUOTES = '“"„«‘'
_WORD = pattern(r"\w+")
_MARK = 2  # code points
_LABEL_WORDS = 3


def is_set_off(article: Article, index: int) -> bool:
    """Tell whether a quotation mark stands alone in front of a block, as large ones do before a pull quote."""
    before = article.blocks[index - 1].text.strip() if index else ""
    return 0 < len(before) <= _MARK and all(letter in QUOTES + END_QUOTES for letter in before)


_LONGEST_PULLED = 60  # words
_PULLED_NEAR = 4  # blocks
_PULLED_APART = 20  # words to each one that may differ
_PART = pattern(r"\w+(?:['’-]\w+)*")


def is_pulled(article: Article, one: int, other: int) -> bool:
    """Tell whether all of a short block stands in another one near it: a pull quote, whatever marks it."""
    if one == other or abs(one - other) > _PULLED_NEAR:
        return False
    words = sorted((_PART.findall(article.blocks[index].text.lower()) for index in (one, other)), key=len)
    if not 1 < len(words[0]) <= _LONGEST_PULLED or len(words[0]) == len(words[1]):
        return False
    # A site's own mark may stand in front (`=ZOOM=`), and words may be left out.
    apart = sum((Counter(words[0]) - Counter(words[1])).values())
    return apart <= 1 + len(words[0]) // _PULLED_APART


# What says where a picture comes from.
_CREDIT = pattern(
    r"[^\w\n]{0,3}(?:photos?|pictures?|images?|fotos?|bild(?:er)?|quelle|illustrations?|grafik)\b[^:.\n]{0,30}:",
    re.IGNORECASE,
)


def is_teaser_or_credit(text: str) -> bool:
    """Tell whether a text breaks off, as the teaser of another article does, or says whose a picture is."""
    return text.rstrip().endswith(("...", "…")) or _CREDIT.match(text) is not None


def belongs_to_sections(article: Article, first: int, again: int) -> bool:
    """Tell whether two sections need the same words: each begins with them, both are answers, or they define code."""
    one, other = _section_of(article, first), _section_of(article, again)
    if one is None or other is None or one == other:
        return False
    texts = [article.blocks[index].text.rstrip() for index in (one, other)]
    if texts[0] == texts[1]:
        return False
    is_opening = first - one == again - other == 1
    return is_opening or all(text.endswith("?") for text in texts) or _has_code(article, again)


def _has_code(article: Article, index: int) -> bool:
    """Tell whether a paragraph names things of a program, as definitions and reference pages do."""
    words = _WORD.finditer(article.blocks[index].text) if article.has_code else ()
    return any(article.is_code(index, *word.span()) for word in words)


def _section_of(article: Article, index: int) -> int | None:
    """Return the heading that a block stands under, or the bold line."""
    for at in range(index - 1, max(-1, index - _LONGEST_SECTION), -1):
        block = article.blocks[at]
        if (block.kind == "heading" and block.role != "headline") or block.is_strong:
            return at
    return None


_LONGEST_SECTION = 40  # blocks


def is_labelled(article: Article, index: int) -> bool:
    """Tell whether a block stands below a label in capitals, as an abstract does."""
    above = article.blocks[index - 1] if index else None
    return (
        above is not None
        and above.role != "headline"
        and above.text.isupper()
        and len(above.text.split()) <= _LABEL_WORDS
    )


def is_title(text: str) -> bool:
    """Tell whether a line has capitals as a title has them."""
    words = [word for word in text.split() if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)
