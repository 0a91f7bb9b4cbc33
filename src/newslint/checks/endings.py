"""The check of paragraphs that are cut off, and of a last sentence without its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.spelling.adverbs import is_adjective
from newslint.language.spelling.table import commonness
from newslint.language.units.irregular import PARTICIPLES, PAST
from newslint.parts import Block
from newslint.patterns import pattern

# Words with which no sentence ends.
_OPEN = pattern(
    r"(?<=[\w’',-][ ])(?:the|an|and|or|of|because|although|whereas|which|whose|their|its|my|your|our|than|into|from"
    r"|with|between|during|among|despite|including|until|if|nor|is|are|was|were|has|have|will|would|could|should"
    r"|such[ ]as|who|a|to[ ]be|by)\Z"
)
_ENDS = tuple(".!?…:;”\"’')]*—–-|»")
_LISTS = frozenset({"list-item", "quotation", "code", "table-row", "caption"})
# What is no sentence: credits, contacts, labels, links to other pages, signatures.
_NO_SENTENCE = pattern(
    r"(?i:by|photos?|photographs?|sources?|images?|pictures?|video|follow|contact|read|see|reporting|additional|editing"
    r"|edited|written|compiled|for[ ]more|click|subscribe|tags?|copyright|email|e-mail|reach|visit|sign|originally|join"
    r"|watch|listen|download|related|updated|published|posted|filed|share|like|get|tickets?|call|send|write"
    r"|to[ ](?:read|contact|subscribe|learn|see|donate|find|get|comment|report)"
    r"|this[ ](?:article|story|post|piece|report|column)|editors?|note|with[ ](?:reports?|files|additional)"
    r"|about|more|also|next|previous|via|h/t|credits?"
    r"|want|have|if[ ]you|our|we|support|help|donate|sincerely|yours|best|regards|thanks?|love"
    r"|for[ ](?:information|details|tickets)|when|where|what|who|how|courtesy|submitted|provided|produced|adapted"
    r"|reprinted|republished|translated|illustrations?|illustrated|prepared|researched|funded|sponsored|pictured|seen"
    r"|shown|left|above|below|clockwise)\b|[©*•@#(\[–—|→»>_-]"
)
_ODD = pattern(
    r"https?://|www\.|@|\w\.(?:com|org|net|gov|uk)\b|[|•→»©™]|\d{3}[- ]\d{4}|\n|\bcontributed[ ]to[ ]this\b"
    r"|\A(?:[A-Z][\w’'.-]{1,20}[ ]){2,3}(?:writes|covers|teaches|edits|blogs|reports)\b"
)
_FINITE = frozenset(
    "is are was were has have had will would can could may might must should do does did says say isn’t wasn’t".split()
)
_PLURALS = frozenset("they we you i both all many some most others people who".split())
# Words that seldom end a sentence: one without its mark is cut off there, where all others have a mark.
_HALF_OPEN = pattern(
    r"(?<=[\w’',-][ ])(?:to|in|on|at|for|he|she|they|we|it|every|very|too|more|been|being|not|does|do|did|as|when|where"
    r"|how|why|what|this|these|those|unless|whether|about|against|towards?|upon|without|within|before|after|under"
    r"|some|any|no|so|that)\Z"
)
_SIGNED = pattern(r"[—–-][ ]?[A-Z][\w’'. ]{2,50}\Z")  # whose words they were: “… – Ana Roe”
_MOST_OPEN = 0.03  # of the paragraphs of an article that lack their mark, or one: where more do, that is its style
_SURE = 17  # gaps between the words of a paragraph that is no label, wherever it is
_LIKELY = 8  # the same of one between two paragraphs of prose
_FEWEST = 5
_LEAST = 3


@check(
    grades=("unended",),
    placeholders=("words",),
    messages={"unended": "The paragraph ends without a mark after “… {words}”."},
)
def truncated_text(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter paragraphs may be labels", ge=1)] = 8,
) -> Iterator[Finding]:
    """Flag paragraphs that end within a sentence; with the grade `unended`, those whose last sentence lacks its mark.

    The message may use `{words}`, the last ones.
    """
    if article.language_code not in (None, "en"):
        return
    prose = [
        (index, block, block.text.rstrip())
        for index, block in enumerate(article.blocks)
        if block.kind == "paragraph" and not block.role
    ]
    long = [each for each in prose if len(each[2].split()) >= min_words]
    is_neat = len(long) >= _FEWEST and _are_well_ended([text for _, _, text in long])
    last = _last(article)
    for index, block, text in prose:
        if text.endswith(_ENDS) or not text:
            continue
        words = text.count(" ") + 1
        if _is_cut(article, index, block, text) and words >= (_FEWEST if is_neat else min_words):
            yield _tell(block, text, None)
        elif is_neat and words >= (_LEAST if block is last else _FEWEST):
            if _breaks_off(article, index, block, text):
                yield _tell(block, text, None)
            elif _is_unended(article, index, block, text, block is last):
                yield _tell(block, text, "unended")


def _is_cut(article: Article, index: int, block: Block, text: str) -> bool:
    """Tell whether a paragraph ends with a word that ends no sentence, and nothing goes on after it."""
    if not text[-1:].isalpha() or not _OPEN.search(text[-40:]) or _is_set_apart(block, text):
        return False
    if index in article.linked_blocks and text.count(" ") < _SHORT:
        return False
    is_name = _NO_NAME_ENDS.search(text) is not None
    return not is_name and not _is_item(article, index, text) and _ends_here(article, index)


def _is_item(article: Article, index: int, text: str) -> bool:
    """Tell whether a paragraph that ends with a comma, “and” or “or” is an item of a list, which the next one goes on.

    The paragraph before leads in the list or ends in the same way; or both begin alike, or with a number or a sign.
    """
    if not _ITEM_ENDS.search(text):
        return False
    before = _text_beside(article, range(index - 1, -1, -1))
    after = _text_beside(article, range(index + 1, len(article.blocks)))
    if not after:
        return False
    if ";" in text[-6:] or before.endswith(":") or _ITEM_ENDS.search(before) or _ITEM_ENDS.search(after):
        return True
    first, other = text.split()[:2], after.split()[:2]
    is_alike = first == other or (first[0] == other[0] and _PARALLEL.match(first[0]) is not None)
    return is_alike or (_NUMBER.match(text) is not None and _NUMBER.match(after) is not None)


def _text_beside(article: Article, indices: range) -> str:
    """Return the text of the first of some blocks that has one and is part of the article."""
    blocks = (article.blocks[index] for index in indices)
    return next((each.text.strip() for each in blocks if each.kind != "boilerplate" and each.text.strip()), "")


_ITEM_ENDS = pattern(r"(?:[,;]|[,;][ ](?:and|or|but|nor|then|and/or)|[\w’”)][ ](?:and|or))\Z")
_PARALLEL = pattern(r"(?:To|That|Whether|[A-Z][a-z]{2,20}ing)\Z")
_NUMBER = pattern(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.):]|[•·*–—-]|(?i:first|second|third|fourth|fifth|final)(?:ly)?\b)"
)


def _breaks_off(article: Article, index: int, block: Block, text: str) -> bool:
    """Tell whether a paragraph ends with a comma, or with a word that seldom ends a sentence."""
    is_open = text.endswith(",") or (text[-1:].isalpha() and _HALF_OPEN.search(text[-40:]) is not None)
    if not is_open or _is_set_apart(block, text) or not _is_telling(text) or not _goes_nowhere(article, index):
        return False
    return not _is_item(article, index, text) and not _is_caption(article, index, text)


def _ends_here(article: Article, index: int) -> bool:
    """Tell whether what comes after a paragraph does not go on with it."""
    rest = (each for each in article.blocks[index + 1 :] if each.kind != "boilerplate" and each.text.strip())
    after = next(rest, None)
    if after is None:
        return True
    first = after.text.lstrip(' “"‘*_(')[:1]
    return after.kind not in _LISTS and not first.islower() and not first.isdigit()


_SHORT = 12
# A small word with which a name or a heading may end: “vitamin a”, “who’s who”, “the who”.
_NO_NAME_ENDS = pattern(r"(?:(?i:who’s|who's|the) who|\b[A-Z]\w* (?:with|by|from|is|are|was))\Z")


def _is_set_apart(block: Block, text: str) -> bool:
    return block.is_strong or _NO_SENTENCE.match(text) is not None or _ODD.search(text) is not None


def _last(article: Article) -> Block | None:
    """Return the last block that is part of the text."""
    return next((each for each in reversed(article.blocks) if each.kind != "boilerplate" and each.text.strip()), None)


def _are_well_ended(texts: list[str]) -> bool:
    """Tell whether nearly all paragraphs end with a mark, so that one without is a slip."""
    return sum(not text.endswith(_ENDS) for text in texts) <= max(1, _MOST_OPEN * len(texts))


def _is_unended(article: Article, index: int, block: Block, text: str, is_last: bool) -> bool:
    """Tell whether a paragraph lacks the mark of its last sentence, and is no credit, contact or lead to a list."""
    if not text[-1:].isalnum() or _SIGNED.search(text[-60:]) or _is_set_apart(block, text):
        return False
    if not _is_telling(text) or not _goes_nowhere(article, index) or _is_caption(article, index, text):
        return False
    if _is_credit(text) and (is_last or not _is_among_prose(article, index)):
        return False
    return is_last or text.count(" ") >= _SURE or (text.count(" ") >= _LIKELY and _is_among_prose(article, index))


def _is_caption(article: Article, index: int, text: str) -> bool:
    """Tell whether a short paragraph stands right behind a picture or before one, or beside the credit of one."""
    if text.count(" ") > _LONGEST_CAPTION:
        return False
    blocks, block = article.blocks, article.blocks[index]
    begin = blocks[index - 1].span.end if index else 0
    more = next((each for each in blocks[index + 1 :] if each.kind != "boilerplate"), None)
    end = more.span.start if more is not None else block.span.end
    if any(begin <= each.span.start < end or each.block == index for each in article.images):
        return True
    if _MEDIA.search(article.source.text, max(begin, block.span.start - _NEAR), block.span.start):
        return True
    beside = (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])
    return any(each.kind == "caption" or _PHOTO_CREDIT.match(each.text) for each in beside)


_LONGEST_CAPTION = 45  # gaps between its words
_NEAR = 1500  # characters of markup between a picture and its caption
_MEDIA = pattern(r"<(?:img|picture|figure|video|audio|iframe|amp-img|svg|object)\b", re.IGNORECASE)
_PHOTO_CREDIT = pattern(
    r"\W{0,2}(?:photos?|photographs?|images?|pictures?|credits?|illustrations?|courtesy|getty|video|graphic)\b[^.!?]{0,80}\Z",
    re.IGNORECASE,
)


def _is_credit(text: str) -> bool:
    """Tell whether a text says of somebody who is named first what they are: “Ana Roe writes … of the Harl Bureau”."""
    return _NAME_FIRST.match(text) is not None and _NAME_LAST.search(text[-120:]) is not None and ". " not in text


# Small words may stand within a name, but not at its edges.
_NAME_FIRST = pattern(r"(?:The[ ](?:author|writer|photographer|reporter)s?\b|(?:[A-Z][\w’'.-]{0,25}[ ,]{1,2}){2,4})")
_NAME_LAST = pattern(
    r"\b(?:of|for|at|from|with|by|in|to)[ ](?:the[ ])?[A-Z][\w’'.&-]{0,25}"
    r"(?:[ ](?:of|and|for|the|on|&)){0,2}(?:[ ][A-Z][\w’'.&-]{0,25}){1,6}\Z"
)


def _is_telling(text: str) -> bool:
    """Tell whether a text is made of sentences: each with a verb, and no credit, contact, title or caption."""
    sentences = [each.split() for each in text.split(". ")]
    words = sentences[-1]
    small = sum(word[0].islower() for word in words)
    is_title = 2 * small < len(words) and len(words) > _LEAST
    is_whole = len(words) >= _LEAST and small >= 1 and text[:1] not in "(" and not any(":" in word for word in words)
    if not is_whole or is_title or _NO_SENTENCE.match(" ".join(words)):
        return False
    return _has_verb(words) and (len(sentences) == 1 or _has_verb(sentences[0]))


def _has_verb(words: Sequence[str]) -> bool:
    """Tell whether one of some words is a finite verb, as far as its form and the word before it show that."""
    for before, word, after in zip(words, words[1:], (*words[2:], ""), strict=False):
        plain = word.strip(',;”"').lower()
        if plain in _FINITE:
            return True
        if before.endswith((",", "ly", "’s", "'s")) or before.lower() in _NO_SUBJECTS or is_adjective(before.lower()):
            continue  # “a carved pew”, “Ida Noll, left, with the tape”
        if plain in PAST or (len(plain) > 4 and plain.endswith("ed")):
            if plain in _PICTURED or (after in _PASSIVE and (plain in PARTICIPLES or plain.endswith("ed"))):
                continue  # “a pier built by the navy”
            return True
        stem = plain.removesuffix("s")
        if (stem != plain or before.lower() in _PLURALS) and any(commonness(form) for form in _ing(stem)):
            return True
    return False


_PICTURED = frozenset("pictured photographed shown seen depicted posed dressed seated gathered".split())
_PASSIVE = frozenset(["by"])
_NO_SUBJECTS = frozenset("a an the of in on at by for with from to and or his her its their our my your".split())


def _ing(stem: str) -> tuple[str, ...]:
    return f"{stem}ing", f"{stem.removesuffix('e')}ing", f"{stem.removesuffix('e')}ing"


def _goes_nowhere(article: Article, index: int) -> bool:
    return index not in article.linked_blocks and _ends_here(article, index)


def _is_among_prose(article: Article, index: int) -> bool:
    """Tell whether the paragraphs before and after one are prose that ends with a mark."""
    beside = [*article.blocks[max(0, index - 1) : index], *article.blocks[index + 1 : index + 2]]
    return len(beside) > 1 and all(
        each.kind == "paragraph" and each.text.count(" ") >= _SHORT and each.text.rstrip().endswith(_ENDS)
        for each in beside
    )


def _tell(block: Block, text: str, message: str | None) -> Finding:
    words = " ".join(text.split()[-6:])
    start = max(0, len(text) - len(text.split()[-1]))
    span = block.locate(start, len(text))
    return Finding(span, {"words": words}, message or "default", message=message)
