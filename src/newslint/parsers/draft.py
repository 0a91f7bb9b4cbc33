"""What a format's parser hands over: blocks and claims about the article, before `structure` decides what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from newslint.article import (
    Block,
    Comment,
    Element,
    FrontMatter,
    Image,
    Link,
    StructuredData,
)
from newslint.source import Problem, Source


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """A site's own habits: further names of front matter fields for an element, and its default language."""

    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language: str | None = None


@dataclass(slots=True)
class Draft:
    """An article in the making.

    `blocks` are in source order, each with kind, span, prose and what role the parser could tell from markup.
    `claims` are the elements that metadata or markup name (JSON-LD, meta tags, `rel=author`, `<time>`, front
    matter), the most trustworthy of each kind first. `targets` are the anchors that `#…` links may lead to.
    """

    source: Source
    blocks: list[Block] = field(default_factory=list)
    claims: list[Element] = field(default_factory=list)
    front_matter: FrontMatter | None = None
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    structured_data: list[StructuredData] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)
    language: str | None = None
    is_fragment: bool = False
