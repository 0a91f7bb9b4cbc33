"""The check of paragraphs that are cut off, and of a last sentence without its mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
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
    r"|this[ ](?:article|story|post|piece|report|column)|editors?|note|about|more|also|next|previous|via|h/t|credits?"
    r"|want|have|if[ ]you|our|we|support|help|donate|sincerely|yours|best|regards|thanks?|love"
    r"|for[ ](?:information|details|tickets)|when|where|what|who|how)\b|[©*•@#(\[–—|→»>_-]"
)
_ODD = pattern(r"https?://|www\.|@|\w\.(?:com|org|net|gov|uk)\b|[|•→»©™]|\d{3}[- ]\d{4}|\n")
_VERB = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did|said|says|told|went|[a-z]{3,20}ed)\b"
)
_SIGNED = pattern(r"[—–-][ ]?[A-Z][\w’'. ]{2,50}\Z")  # whose words they were: “… – Ana Roe”
_MOST_OPEN = 0.03  # of the paragraphs of an article that lack their mark, or one: where more do, that is its style
_SURE = 17  # gaps between the words of a paragraph that is no label, wherever it is
_FEWEST = 4


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
    """Flag paragraphs that end within a sentence; with the grade `unended`, a last one whose sentence lacks its mark.

    The message may use `{words}`, the last ones.
    """
    if article.language_code not in (None, "en"):
        return
    prose = [
        (index, block, block.text.rstrip()) for index, block in enumerate(article.blocks) if block.kind == "paragraph"
    ]
    long = [(index, block, text) for index, block, text in prose if len(text.split()) >= min_words and not block.role]
    for index, block, text in long:
        if text[-1:].isalpha() and _OPEN.search(text[-40:]) and _is_cut(article, index, block, text):
            yield _tell(block, text, None)
    if len(long) > _FEWEST and _are_well_ended([text for _, _, text in long]):
        last = _last(article)
        for index, block, text in long:
            if (block is last or text.count(" ") >= _SURE) and _is_unended(article, index, block, text):
                yield _tell(block, text, "unended")


def _is_cut(article: Article, index: int, block: Block, text: str) -> bool:
    """Tell whether nothing goes on after a paragraph: no list, no quotation, no line that goes on in small letters."""
    if _is_set_apart(block, text) or (index in article.linked_blocks and text.count(" ") < _SHORT):
        return False
    return _NO_NAME_ENDS.search(text) is None and _ends_here(article, index)


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


def _is_unended(article: Article, index: int, block: Block, text: str) -> bool:
    """Tell whether a paragraph lacks the mark of its last sentence, and is no credit, contact or lead to a list."""
    if not text[-1:].isalpha() or _SIGNED.search(text[-60:]) or _is_set_apart(block, text) or _OPEN.search(text[-40:]):
        return False
    sentence = text[text.rfind(". ") + 1 :].strip()
    is_telling = _VERB.search(sentence) is not None and _NO_SENTENCE.match(sentence) is None
    if not is_telling or index in article.linked_blocks or len(sentence.split()) < _FEWEST:
        return False
    return _ends_here(article, index)


def _tell(block: Block, text: str, message: str | None) -> Finding:
    words = " ".join(text.split()[-6:])
    start = max(0, len(text) - len(text.split()[-1]))
    span = block.locate(start, len(text))
    return Finding(span, {"words": words}, message or "default", message=message)
