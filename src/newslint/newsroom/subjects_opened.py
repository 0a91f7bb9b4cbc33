"""Tell whether an article, or a part of it, is about one of some subjects, and which words say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newslint.article import Article
from newslint.language.frames.finding import Framed
from newslint.newsroom.topics import METHOD, Opening, opened
from newslint.newsroom.wordings import Wording, find_wordings
from newslint.patterns import pattern
from newslint.records import NamedTuple

_LEAD = 2  # paragraphs


class Opened(NamedTuple):
    """What opened a subject: its words for a message, the blocks with a sign of it, and whether it is the article's.

    `in_text` says whether a sign stands in the text, and not in headline and front matter alone. `headline` is the
    block of the headline where a sign stands in the lead, or None. `is_once` says that one sign has to do for all.
    """

    words: str
    blocks: frozenset[int]
    is_topic: bool
    in_text: bool
    headline: int | None = None
    is_once: bool = False

    def holds(self, block: int | None, closely: bool) -> bool:
        """Tell whether the subject is open in a block; `closely`: a sign stands in it; a field has no block."""
        if block is None or block in self.blocks or block == self.headline:
            return True
        return not closely and (self.is_topic or not self.blocks.isdisjoint((block - 1, block + 1)))


def what_opened(article: Article, topics: Iterable[str], signs: str) -> Opened | None:
    """Return what opened one of some topics or, without a topic, the paragraphs in which a sign of a list stands.

    A topic must have a sign, too, where there is a list of them: what they know of figures of speech is finer.
    """
    found = list(find_wordings(article, signs, names=False)) if signs else []
    if signs and not found:
        return None
    opening = next(filter(None, (opened(article, topic) for topic in topics)), None)
    if opening is None and not found:
        return None
    blocks = frozenset(each.block for each in found if each.block is not None)
    in_text = not signs or any(article.blocks[block].role != "headline" for block in blocks)
    led = _headline(article) if not blocks.isdisjoint(_paragraphs(article)[:_LEAD]) else None
    return Opened(_named(opening, found), blocks, opening is not None, in_text, led)


def _paragraphs(article: Article) -> list[int]:
    return [index for index, block in article.prose_blocks() if block.kind == "paragraph" and not block.role]


def _headline(article: Article) -> int | None:
    return next((index for index, block in enumerate(article.blocks) if block.role == "headline"), None)


# What tells how somebody died is never repeated in a message.
_METHOD = pattern(
    r"\b(?:hang|hung|shot|shoot|overdos|jump|drown|cut|poison|gass|slash|leap|stab|strangl|burn|swallow)", re.IGNORECASE
)


def _named(opening: Opening | None, signs: Sequence[Wording]) -> str:
    """Return up to three different words in quotation marks: those of the signs, or else of the topic; no method."""
    if opening is not None and (not signs or any(_METHOD.search(each.text) for each in signs)):
        return opening.cite(3)
    words = [each.text for each in signs if not _METHOD.search(each.text)]
    different = list(dict.fromkeys(" ".join(text.lower().split()) for text in words))
    return ", ".join(f"“{text}”" for text in different[:3]) or METHOD


def is_subject(article: Article, topic: str, signs: str) -> Opened | None:
    """Return what says that an article as a whole is about a topic, with signs in its headline or lead.

    A passing mention is one sign alone. What counts is a topic that opens, with a second sign or one in the headline;
    one in the first paragraphs and one further on; or one in the very first paragraph that is not about whose it was.
    """
    opening = what_opened(article, (topic,), signs)
    if opening is None or not signs:
        return opening
    if not opening.in_text:
        return None
    paragraphs = _paragraphs(article)
    told = article.framed(signs)
    in_text = {found.passage for found in told} & {*paragraphs}
    is_headed = any(article.blocks[found.passage].role == "headline" for found in told)
    is_again = len(in_text) > 1 and min(in_text) in paragraphs[: _LEAD + 1]
    if is_again or (opening.is_topic and (len(told) > 1 or is_headed)):
        return opening
    is_led = any(found.passage in paragraphs[:1] and not _is_aside(article, found) for found in told)
    return opening._replace(is_once=True) if is_led else None


_WHOSE = pattern(
    r"(?<!mother )(?<!father )(?<!parent )(?<!parents )(?<!widow )(?<!widower )(?<!family )(?<!couple )(?<!woman )"
    r"(?<!brother )(?<!sister )(?<!families )\bwhose\b"
)


def _is_aside(article: Article, found: Framed) -> bool:
    """Tell whether words are told of somebody beside the subject: “the hall, whose architect died by suicide”.

    What is told of a relative of the bereaved is not: “a mother whose son died by suicide”. A subject is told in the
    first sentence; and nobody has died where somebody is only told to do so: “urged rivals to kill themselves”.
    """
    before = article.passages[found.passage].text[: found.start]
    sentence = _SENTENCE_END.split(before)[-1]
    is_first = len(sentence) == len(before)
    return not is_first or _WHOSE.search(sentence) is not None or _URGED.search(sentence) is not None


_SENTENCE_END = pattern(r"(?<=[.!?…])[”\"’']?\s")
_URGED = pattern(
    r"\b(?i:encourag|urg|tell|told|ask|beg|dar|advis|invit|order|taunt|goad|jeer|shout|scream|want|wish|hop)\w*\s"
    r"(?:[\w’'-]{1,20}\s){0,6}(?:to|should|would)\s(?:go\s(?:and\s)?)?\Z"
)
