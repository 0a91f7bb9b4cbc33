"""The check of paragraphs that are cut off, and of a last sentence without its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated

from newslint.article import Article
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.spelling.adverbs import is_adjective
from newslint.language.spelling.table import commonness
from newslint.language.units.irregular import PAST
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
    r"|for[ ](?:information|details|tickets)|when|where|what|who|how)\b|[©*•@#(\[–—|→»>_-]"
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
    return _NO_NAME_ENDS.search(text) is None and _ends_here(article, index)


def _breaks_off(article: Article, index: int, block: Block, text: str) -> bool:
    """Tell whether a paragraph ends with a comma, or with a word that seldom ends a sentence."""
    is_open = text.endswith(",") or (text[-1:].isalpha() and _HALF_OPEN.search(text[-40:]) is not None)
    return is_open and not _is_set_apart(block, text) and _is_telling(text) and _goes_nowhere(article, index)


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
    if not _is_telling(text) or not _goes_nowhere(article, index):
        return False
    return is_last or text.count(" ") >= _SURE or (text.count(" ") >= _LIKELY and _is_among_prose(article, index))


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
    for before, word in pairwise(words):
        plain = word.strip(',;”"').lower()
        if plain in _FINITE:
            return True
        if before.endswith((",", "ly", "’s", "'s")) or before.lower() in _NO_SUBJECTS or is_adjective(before.lower()):
            continue  # “a carved pew”, “Ida Noll, left, with the tape”
        if plain in PAST or (len(plain) > 4 and plain.endswith("ed")):
            return True
        stem = plain.removesuffix("s")
        if (stem != plain or before.lower() in _PLURALS) and any(commonness(form) for form in _ing(stem)):
            return True
    return False


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
