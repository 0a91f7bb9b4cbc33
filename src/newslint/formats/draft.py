"""What a format's parser hands over: blocks and claims about the article, before `structure` decides what they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newslint.article import (
    Block,
    Comment,
    Element,
    FrontMatter,
    Image,
    Link,
    StructuredData,
)
from newslint.language.lexicon import SHIPPED, Lexicon
from newslint.parts import ElementKind
from newslint.source import Problem, Source


class ParseOptions(NamedTuple):
    """A site's own habits: further names of front matter fields, its default language, and the words that it knows."""

    aliases: Mapping[ElementKind, tuple[str, ...]] = {}
    language: str | None = None
    lexicon: Lexicon = SHIPPED


class Draft:
    """An article in the making.

    `blocks` are in source order, each with kind, span, prose and what role the parser could tell from markup.
    `claims` are the elements that metadata or markup name (JSON-LD, meta tags, `rel=author`, `<time>`, front
    matter), the most trustworthy of each kind first. `targets` are the anchors that `#…` links may lead to.
    """

    __slots__ = (
        "blocks",
        "claims",
        "comments",
        "front_matter",
        "images",
        "is_fragment",
        "language",
        "links",
        "problems",
        "source",
        "structured_data",
        "targets",
    )

    def __init__(
        self,
        source: Source,
        blocks: list[Block] | None = None,
        claims: list[Element] | None = None,
        front_matter: FrontMatter | None = None,
        links: list[Link] | None = None,
        images: list[Image] | None = None,
        comments: list[Comment] | None = None,
        structured_data: list[StructuredData] | None = None,
        problems: list[Problem] | None = None,
        targets: set[str] | None = None,
        language: str | None = None,
        is_fragment: bool = False,
    ) -> None:
        """Keep the parts."""
        self.source = source
        self.blocks: list[Block] = [] if blocks is None else blocks
        self.claims: list[Element] = [] if claims is None else claims
        self.front_matter = front_matter
        self.links: list[Link] = [] if links is None else links
        self.images: list[Image] = [] if images is None else images
        self.comments: list[Comment] = [] if comments is None else comments
        self.structured_data: list[StructuredData] = [] if structured_data is None else structured_data
        self.problems: list[Problem] = [] if problems is None else problems
        self.targets: set[str] = set() if targets is None else targets
        self.language = language
        self.is_fragment = is_fragment
