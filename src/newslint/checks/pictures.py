"""Checks of pictures and what is said of them: weak descriptions, captions that repeat, credits that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article, Block, Image
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.comparison import comparison_key
from newslint.patterns import pattern

_OPENER = pattern(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|pic|screenshot) (?:of|showing|that shows|which shows)\b",
    re.IGNORECASE,
)
_SHORTEST = 3  # words of a description or caption that says something


def _own_images(article: Article) -> Iterator[Image]:
    return (image for image in article.images if image.in_body and image.alt and "{" not in image.alt)


@check(
    needs=("images",),
    placeholders=("alt",),
    messages={
        "opener": "The description “{alt}” begins by saying that it is a picture, which screen readers say anyway.",
        "caption": "The description and the caption say the same: “{alt}”.",
    },
)
def weak_alt(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag descriptions that begin with “image of”, and those that the caption below repeats; each once an article."""
    images = list(_own_images(article))
    opened = [image for image in images if _OPENER.match((image.alt or "").strip())]
    captions = {comparison_key(block.text, "words") for block in article.blocks if block.kind == "caption"}
    said = [image for image in images if _key(image) in captions and _key(image).count(" ") >= _SHORTEST - 1]
    for name, found in (("opener", opened), ("caption", said)):
        if found:
            related = tuple(Related(image.span, "and here") for image in found[1:9])
            values = {"alt": " ".join((found[0].alt or "").split())[:120]}
            yield Finding(found[0].span, values, message=name, related=related)


def _key(image: Image) -> str:
    return comparison_key(image.alt or "", "words")


_CREDIT = pattern(
    r"\b(?:photos?|photograph|image|picture|pic|graphic|illustration|video|credit|courtesy|foto)s?\b\s?(?:[:/|–—-]|by|of|from)"
    r"|©|\(c\)|/(?:ap|afp|reuters|getty|epa|pa|shutterstock)\b|\b(?:getty images|reuters|afp|shutterstock|alamy"
    r"|associated press|pa media|cc by(?:-\w{2}){0,3})\b|\([^()]{2,60}/[^()]{2,60}\)",
    re.IGNORECASE,
)


@check(placeholders=("caption",))
def repeated_caption(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter captions, such as credits, are not compared", ge=1)] = 6,
) -> Iterator[Finding]:
    """Flag captions that another picture of the article has, too."""
    first: dict[str, Block] = {}
    for block in article.blocks:
        is_short = block.kind != "caption" or len(block.text.split()) < min_words
        if is_short or _CREDIT.match(block.text.strip()):
            continue
        key = comparison_key(block.text, "words")
        if key in first:
            related = (Related(first[key].whole, "the same caption"),)
            yield Finding(block.whole, {"caption": " ".join(block.text.split())[:80]}, related=related)
            return
        first[key] = block


_FIELDS = pattern(
    r"(?:image|photo|cover|hero|picture|featured?)?[_-]?(?:credit|copyright|photographer|licen[cs]e)s?", re.IGNORECASE
)


@check(needs=("images",), placeholders=("caption",))
def uncredited_picture(
    article: Article,
    scene: Scene,
    *,
    required: Annotated[bool, Option("whether the house asks for a credit in each caption")] = False,
) -> Iterator[Finding]:
    """Flag captions without a credit or licence, where the house requires one; a field of front matter counts, too."""
    fields = article.front_matter.fields if article.front_matter else ()
    if not required or any(_FIELDS.fullmatch(entry.name) and entry.value for entry in fields):
        return
    bare = [block for block in article.blocks if block.kind == "caption" and not _CREDIT.search(block.text)]
    if bare:
        related = tuple(Related(block.whole, "nor has this one") for block in bare[1:9])
        yield Finding(bare[0].whole, {"caption": " ".join(bare[0].text.split())[:80]}, related=related)
