"""Flag quotations whose own paragraph names no speaker; it leaves titles, slogans, terms and block quotations alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.article import Article, Block
from newslint.diagnostics import Finding, Related
from newslint.language.attributions import find_orphans
from newslint.language.quotations import Quotation
from newslint.rules.rule import CheckType, Scene

_SHOWN = 6
# Whose words they were, after the closing mark: “…” — Ana Roe; “…” (Roe).
_CREDIT_AFTER = re.compile(r"[\s_*)]*[—–-]{1,2}\s*[A-Z]|[\s_*]*[(\[]\s*(?:[a-z]+[ ])?[A-Z]")
# A reporting clause after words that end in a comma, a question mark or the like: “…?” Roe went on, “…,” she asked.
_CLAUSE_AFTER = re.compile(r"\s+(?:(?:[A-Z][\w.’'-]*,?\s+){1,4})?[a-z]+\b")
# What tells before the opening mark that the words are an example, a question to oneself or a name for something.
_EXAMPLE_BEFORE = re.compile(
    r"""
      \b(?:like|such[ ]as|e\.g\.,?|for[ ](?:example|instance),?|as[ ]in|i\.e\.,?|say(?:ing)?,?|think(?:ing)?,?
      | ask(?:ing|ed)?(?:[ ](?:yourself|ourselves|themselves))?,?|wonder(?:ed|ing)?:?|called|known[ ]as|titled
      | entitled|named|headlined|dubbed|labell?ed|reads?|reading|means?|phrase|word|words|question|motto|slogan
      | sign|signs|label|proverb|adage|chant(?:ed|ing|s)?|song|says?[ ]you|or|and|the|an?|this|that|of|is)\W*$
    """,
    re.VERBOSE,
)
_TRANSCRIPT = re.compile(r"[\W_]*[A-Z][A-Z. ’'-]+:")
_LEAD_IN = re.compile(r"[:?—–][\s\W_]*$")


class Options(NamedTuple):
    """Quotations of at least `min_words` words are looked at, and at most `places` paragraphs get a finding each.

    Where more paragraphs than that lack a speaker, the article does so throughout (an interview, say): one finding.
    """

    min_words: int = 4
    places: int = 2


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Asks the attribution analysis which quotations stand alone, and leaves those that readers can place."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield each orphan, or one finding for all; of grade `carried` where several speakers could carry over."""
        orphans = list(self._orphans(article))
        if len(orphans) > self.options.places:
            grade = "carried" if all(is_carried for _, is_carried in orphans) else "default"
            spans = [article.blocks[q.extent.passage].locate(q.extent.start, q.extent.end) for q, _ in orphans]
            related = tuple(Related(span, "no speaker either") for span in spans[1:_SHOWN])
            first = _opening(article, orphans[0][0])
            told = f"Nobody is named as the speaker of {len(orphans)} quotations, the first “{first} …”."
            yield Finding(spans[0], grade=grade, related=related, message=told)
            return
        for quotation, is_carried in orphans:
            extent = quotation.extent
            span = article.blocks[extent.passage].locate(extent.start, extent.end)
            yield Finding(span, {"words": _opening(article, quotation)}, "carried" if is_carried else "default")

    def _orphans(self, article: Article) -> Iterator[tuple[Quotation, bool]]:
        """Yield the first orphan of each run of paragraphs, and whether a speaker seems to carry over to it."""
        last = -2
        # Words that open an article are a motto, a question to the reader or the hook that the next lines explain.
        first = next((number for number, _ in article.prose_blocks()), -1)
        for index, is_carried in find_orphans(
            article.passages, article.quotations, article.attributions, self.options.min_words
        ):
            quotation = article.quotations[index]
            number = quotation.extent.passage
            block = article.blocks[number]
            if block.kind != "paragraph" or block.is_strong or number == first or quotation.continues is not None:
                continue
            is_run, last = number - last <= 1, number
            if is_run or not _is_speech(block, quotation) or _is_placed(article, block, quotation):
                continue
            if not is_carried or len(_speakers_before(article, number)) > 1:
                yield quotation, is_carried


def _opening(article: Article, quotation: Quotation) -> str:
    text = article.blocks[quotation.extent.passage].text
    return " ".join(text[quotation.inner.start : quotation.inner.end].split()[:6])


def _is_speech(block: Block, quotation: Quotation) -> bool:
    """Tell whether the quotation is a sentence: it begins as one and ends as one, within the marks or at the comma."""
    text = block.text
    inner = text[quotation.inner.start : quotation.inner.end].strip()
    is_begun = bool(inner) and (inner[0].isupper() or inner[0] in "[….")
    is_ended = not quotation.is_closed or inner[-1:] in ".,!?…—-" or text[quotation.extent.end :][:1] == ","
    return is_begun and is_ended and not _TRANSCRIPT.match(inner)


def _is_placed(article: Article, block: Block, quotation: Quotation) -> bool:
    """Tell whether the words around a quotation show whose they are, or that they are nobody's."""
    extent = quotation.extent
    before, after = block.text[: extent.start], block.text[extent.end : extent.end + 80]
    is_open_end = block.text[quotation.inner.start : quotation.inner.end].rstrip()[-1:] in ",?!…—-" or after[:1] == ","
    if _CREDIT_AFTER.match(after) or _EXAMPLE_BEFORE.search(before[-60:].lower()):
        return True
    if is_open_end and _CLAUSE_AFTER.match(after.removeprefix(",")):
        return True
    is_linked = extent.passage in article.linked_blocks and any(
        link.block == extent.passage and link.start < extent.end + 80 and extent.start - 120 < link.end
        for link in article.links
    )
    if is_linked or before.rstrip(' _*“"').endswith(":"):
        return True
    if before.strip(' _*“"'):
        return False
    previous, following = _neighbour(article, extent.passage, -1), _neighbour(article, extent.passage, 1)
    is_led_in = previous is not None and bool(_LEAD_IN.search(previous.text[-12:]))
    is_signed = following is not None and not after.strip() and bool(_CREDIT_AFTER.match(" " + following.text[:60]))
    return is_led_in or (is_signed and following is not None and len(following.text) < 120)


def _neighbour(article: Article, number: int, step: int) -> Block | None:
    """Return the block before or after, past pictures' captions and what is not the article's text."""
    number += step
    while 0 <= number < len(article.blocks) and article.blocks[number].kind in ("caption", "boilerplate"):
        number += step
    return article.blocks[number] if 0 <= number < len(article.blocks) else None


def _speakers_before(article: Article, number: int) -> Sequence[str]:
    """Return the different named sources that speak in the paragraph before."""
    found: list[str] = []
    for attribution in article.attributions_of.get(number - 1, ()):
        if attribution.source and attribution.source_kind == "named":
            extent = attribution.source[0]
            name = article.blocks[extent.passage].text[extent.start : extent.end].split()[-1]
            if name not in found:
                found.append(name)
    return found


CHECK = CheckType("orphan-quotation", Options, build, grades=("carried",))
