"""Flag quotations whose own paragraph names no speaker; it leaves titles, slogans, terms and block quotations alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from newslint.article import Article, Block
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.language.speech.attributions import find_orphans
from newslint.language.speech.quotations import Quotation
from newslint.patterns import pattern

# Whose words they were, after the closing mark: “…” — Ana Roe; “…” (Roe).
_CREDIT_AFTER = pattern(r"[\s_*)]*[—–-]{1,2}\s*[A-Z]|[\s_*]*[(\[]\s*(?:[a-z]+[ ])?[A-Z]")
# What tells before the opening mark that the words are an example, a question to oneself or a name for something.
_EXAMPLE_BEFORE = pattern(
    r"""
      \b(?:like|such[ ]as|e\.g\.,?|for[ ](?:example|instance),?|as[ ]in|i\.e\.,?
      | ask(?:ing)?[ ](?:yourself|ourselves|themselves),?|called|known[ ]as|titled|entitled|named|headlined|dubbed
      | labell?ed|reads?|reading|means?|phrase|words?|questions?|motto|slogan|signs?|label|proverb|adage|song)\W*$
    """,
    re.VERBOSE,
)
_TRANSCRIPT = pattern(r"[\W_]*[A-Z][A-Z. ’'-]+:")


class Options(NamedTuple):
    """Quotations of at least `min_words` words are looked at."""

    min_words: int = 4


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Asks the attribution analysis which quotations stand alone, and leaves those that are nobody's speech."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield each orphan.

        Its grade is `carried` where a speaker carries over from the paragraph before, and `fragment` where it may be no
        speech: a part of a sentence, an example, the text of a sign.
        """
        last = (-2, False)
        links = _links_of(article)
        orphans = find_orphans(article.passages, article.quotations, article.attributions, self.options.min_words)
        for index, is_carried in orphans:
            quotation = article.quotations[index]
            extent = quotation.extent
            block = article.blocks[extent.passage]
            if block.kind != "paragraph" or block.is_strong or _is_placed(block, quotation, links):
                continue
            # A line that ends in a colon has led a speaker in, who speaks on where the next paragraph is quoted, too.
            number = extent.passage
            is_led_in = number > 0 and article.blocks[number - 1].text.rstrip(" _*").endswith(":")
            is_carried = is_carried or is_led_in or (last[1] and number - last[0] <= 1)
            last = (number, is_carried)
            if is_carried:
                grade = "carried"
            else:
                is_speech = _is_sentence(block, quotation) and not _is_example(block, quotation)
                grade = "default" if is_speech else "fragment"
            yield Finding(block.locate(extent.start, extent.end), {"words": _opening(article, quotation)}, grade)


def _opening(article: Article, quotation: Quotation) -> str:
    text = article.blocks[quotation.extent.passage].text
    return " ".join(text[quotation.inner.start : quotation.inner.end].split()[:6])


def _is_sentence(block: Block, quotation: Quotation) -> bool:
    """Tell whether the quotation is a sentence: it begins as one and ends as one, within the marks or at the comma."""
    text = block.text
    inner = text[quotation.inner.start : quotation.inner.end].strip()
    is_begun = bool(inner) and (inner[0].isupper() or inner[0] in "[….")
    return is_begun and (
        not quotation.is_closed or inner[-1:] in ".,!?…—-" or text.startswith(",", quotation.extent.end)
    )


def _is_example(block: Block, quotation: Quotation) -> bool:
    """Tell whether the words before a quotation make it an example, a title or the text of a sign."""
    start = quotation.extent.start
    return bool(_EXAMPLE_BEFORE.search(block.text[max(0, start - 60) : start].lower()))


def _links_of(article: Article) -> Mapping[int, tuple[list[int], list[int]]]:
    """Return for each block where its links begin, and how far the one that reaches furthest by then goes."""
    places: dict[int, list[tuple[int, int]]] = {}
    for link in article.links:
        if link.block is not None:
            places.setdefault(link.block, []).append((link.start, link.end))
    return {
        block: ([start for start, _ in sorted(found)], list(accumulate((end for _, end in sorted(found)), max)))
        for block, found in places.items()
    }


def _is_placed(block: Block, quotation: Quotation, links: Mapping[int, tuple[list[int], list[int]]]) -> bool:
    """Tell whether the words around a quotation show whose they are, or that they are nobody's."""
    extent = quotation.extent
    after = block.text[extent.end : extent.end + 80]
    if _CREDIT_AFTER.match(after):
        return True
    if _TRANSCRIPT.match(block.text[quotation.inner.start : quotation.inner.end]):
        return True
    starts, furthest = links.get(extent.passage, ([], []))
    before = bisect_left(starts, extent.end + 80)
    return before > 0 and extent.start - 120 < furthest[before - 1]


CHECK = CheckType("orphan-quotation", Options, build, grades=("carried", "fragment"), placeholders=("words",))
