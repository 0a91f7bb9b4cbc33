"""What a format's parser hands over: blocks and claims about the article, before `structure` decides what they are."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.article import Block, Comment, Element, FrontMatter, Image, Link, StructuredData
from newslint.language.lexicon import SHIPPED, Lexicon
from newslint.parts import ElementKind
from newslint.records import NamedTuple
from newslint.source import Problem, Source


class ParseOptions(NamedTuple):
    """A site's own habits: further names of front matter fields, its language and order of day and month where an
    article does not say, and the words that it knows."""

    aliases: Mapping[ElementKind, tuple[str, ...]] = {}
    language: str | None = None
    lexicon: Lexicon = SHIPPED
    day_first: bool | None = None


class Draft:
    """An article in the making.

    `blocks` are in source order, each with kind, span, prose and what role the parser could tell from markup.
    `claims` are the elements that metadata or markup name (JSON-LD, meta tags, `rel=author`, `<time>`, front
    matter), the most trustworthy of each kind first. `targets` are the anchors that `#…` links may lead to.
    """

    front_matter: FrontMatter | None = None
    language: str | None = None
    is_fragment = False

    def __init__(self, source: Source) -> None:
        """Begin with nothing but the source."""
        self.source = source
        self.blocks: list[Block] = []
        self.claims: list[Element] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.comments: list[Comment] = []
        self.structured_data: list[StructuredData] = []
        self.problems: list[Problem] = []
        self.targets: set[str] = set()
