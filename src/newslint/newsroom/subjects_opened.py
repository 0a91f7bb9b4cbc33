"""Tell whether an article, or a part of it, is about one of some subjects, and which words say so."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.article import Article
from newslint.language.frames.finding import Framed
from newslint.newsroom.topics import Opening, opened
from newslint.newsroom.wordings import Wording, find_wordings
from newslint.records import NamedTuple


class Opened(NamedTuple):
    """What opened a subject: its words for a message, and the blocks that it holds for; None: all of them."""

    words: str
    blocks: frozenset[int] | None

    def holds(self, block: int | None) -> bool:
        """Tell whether the subject is open in a block; a field of front matter has none."""
        return self.blocks is None or block is None or block in self.blocks


def what_opened(article: Article, topics: Iterable[str], signs: str) -> Opened | None:
    """Return what opened one of some topics or, without a topic, the paragraphs in and beside which a sign stands.

    A topic must have a sign, too, where there is a list of them: what they know of figures of speech is finer.
    """
    found = [each for each in find_wordings(article, signs) if _is_text(article, each)] if signs else []
    if signs and not found:
        return None
    opening = next(filter(None, (opened(article, topic) for topic in topics)), None)
    if opening is not None:
        return Opened(_named(opening, found), None)
    near = {each.block + step for each in found if each.block is not None for step in (-1, 0, 1)}
    return Opened(_named(None, found), frozenset(near)) if near else None


def _is_text(article: Article, found: Wording) -> bool:
    return found.block is not None and article.blocks[found.block].role != "headline"


def _named(opening: Opening | None, signs: Iterable[Wording]) -> str:
    """Return up to three different words in quotation marks, those of the signs first."""
    words = [each.text for each in signs] or [word.text for word in (opening.words if opening else ())]
    different = list(dict.fromkeys(" ".join(text.lower().split()) for text in words))
    return ", ".join(f"“{text}”" for text in different[:3])


_LEAD = 2  # paragraphs


def is_subject(article: Article, topic: str, signs: str) -> Opened | None:
    """Return what says that an article as a whole is about a topic, with signs from its headline or lead on.

    A passing mention is one sign alone: a topic that opens needs a second, or one in the headline, or in the lead of
    something else than whose it was. A topic that does not open needs one in the lead and one in a later paragraph.
    """
    opening = what_opened(article, (topic,), signs)
    if opening is None:
        return None
    paragraphs = [index for index, block in article.prose_blocks() if block.kind == "paragraph" and not block.role]
    lead, told = paragraphs[:_LEAD], article.framed(signs)
    in_text = {found.passage for found in told} & {*paragraphs}
    if opening.blocks is not None:
        return opening if len(in_text) > 1 and min(in_text) in lead else None
    if len(told) > 1 or any(article.blocks[found.passage].role == "headline" for found in told):
        return opening
    is_led = any(found.passage in lead and not _is_whose(article, found) for found in told)
    return opening if is_led else None


def _is_whose(article: Article, found: Framed) -> bool:
    return "whose " in article.passages[found.passage].text[: found.start].rpartition(". ")[2]
