"""The parts of an article as plain records: blocks, prose, elements, links and their places in the source."""

from __future__ import annotations

from operator import attrgetter
from typing import Literal, get_args

from newslint.located import Prose
from newslint.located_json import JsonNode
from newslint.records import NamedTuple
from newslint.spans import Span

BlockKind = Literal["heading", "paragraph", "list-item", "quotation", "table-row", "caption", "code", "boilerplate"]
# What part of the article a block is (the first two lines), or what sort of boilerplate; empty where that is unknown.
Role = Literal[
    "", "headline", "dek", "byline", "published", "updated", "dateline", "label", "summary", "faq-question",
    "faq-answer", "author-bio", "disclosure", "correction", "footnote",
    "menu", "share", "related", "comments", "advertisement", "footer", "call-to-action", "other", "caption",
]  # fmt: skip
ElementKind = Literal[
    "headline", "dek", "byline", "dateline", "published", "updated", "summary", "disclosure", "correction",
    "author-bio", "label",
]  # fmt: skip
Origin = Literal["front matter", "markup", "JSON-LD", "meta tag", "convention", "file name"]
PersonKind = Literal["author", "contributor", "group", "account"]
LinkKind = Literal["inline", "reference", "autolink", "url", "undefined"]

KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
# Blocks whose text is running prose, in the order of the article.
PROSE_KINDS: frozenset[BlockKind] = frozenset({"paragraph", "list-item", "quotation"})


class Block(NamedTuple):
    """A unit of an article: one of KINDS, with its span in the source and its readable text.

    `level` is a heading's level (None where a format has none). `role` says what part of the article the block
    is, where it is known: headline, dek, byline, published, updated, dateline, label, summary, faq-question,
    faq-answer, author-bio, disclosure, correction, footnote; or, of boilerplate: menu, share, related, comments,
    advertisement, footer, call-to-action, other. `cells` are the ranges of a table row's cells in the prose.
    `table` numbers the table that a row belongs to; `is_header` marks its head. `ordinal` is a list item's or
    question's number as written. `is_strong` marks a paragraph that is bold from end to end.
    """

    kind: BlockKind
    span: Span
    prose: Prose
    level: int | None = None
    role: Role = ""
    cells: tuple[tuple[int, int], ...] = ()
    table: int | None = None
    is_header: bool = False
    ordinal: str | None = None
    is_strong: bool = False

    @property
    def text(self) -> str:
        """The block's readable text."""
        return self.prose.text

    def locate(self, start: int, end: int) -> Span:
        """Return the span of the source that the text [start, end) was made from."""
        return self.prose.locate(start, end)

    @property
    def whole(self) -> Span:
        """The span of the source that all of the text was made from."""
        return self.prose.locate(0, len(self.prose.text))


# The blocks of an article are asked for their texts thousands of times; so it takes no call of a Python function.
Block.text = property(attrgetter("prose.text"), doc=Block.text.__doc__)  # type: ignore[method-assign, assignment]


class Field(NamedTuple):
    """A field of front matter with the spans of its name and of its value."""

    name: str
    value: object
    key_span: Span
    span: Span


class FrontMatter(NamedTuple):
    """The metadata block at the top of a file: `yaml`, `toml` or `json`; one of another kind is not read."""

    kind: str
    span: Span
    fields: tuple[Field, ...] = ()
    is_read: bool = True

    def find(self, *names: str) -> Field | None:
        """Return the first field of these names, compared without case, or None."""
        wanted = [name.lower() for name in names]
        known = {entry.name.lower(): entry for entry in reversed(self.fields)}
        return next((known[name] for name in wanted if name in known), None)


class Person(NamedTuple):
    """Somebody whom a byline names, with what it says of them.

    `kind`: author, contributor (who reported, translated, took the pictures), group (a desk, an agency) or account
    (a handle or an address).
    """

    name: str
    role: str = ""
    outlet: str = ""
    place: str = ""
    kind: PersonKind = "author"


class Element(NamedTuple):
    """A named part of an article, found at a span.

    `kind`: headline, dek, byline, dateline, published, updated, summary, disclosure, correction, author-bio,
    label (what type of article it says it is). `origin`: front matter, markup, JSON-LD, meta tag, convention,
    file name. `names` are a byline's authors and `people` all whom it names; `value` is a moment in ISO 8601, a
    disclosure's kind or a label's type; `target` is the address that a byline links to; `blocks` are the indices of
    the blocks it consists of.
    """

    kind: ElementKind
    text: str
    span: Span
    origin: Origin
    names: tuple[str, ...] = ()
    value: str | None = None
    target: str | None = None
    blocks: tuple[int, ...] = ()
    people: tuple[Person, ...] = ()


class Question(NamedTuple):
    """A question of a FAQ with its answer; an unanswered one has an empty answer."""

    question: str
    answer: str
    span: Span
    question_span: Span
    answer_span: Span
    ordinal: str | None = None
    blocks: tuple[int, ...] = ()
    answer_blocks: tuple[int, ...] = ()


class EmptyField(NamedTuple):
    """A label line without a value (`Published on:`); `element` is the kind of element that it announces."""

    label: str
    span: Span
    element: ElementKind | None
    block: int


class Link(NamedTuple):
    """A link: its text, its target as written, its span, and where its text stands in a block.

    `kind` is inline, reference, autolink, url (typed out in the text) or undefined (a Markdown reference that
    nothing defines).
    """

    text: str
    target: str
    span: Span
    kind: LinkKind
    block: int | None = None
    start: int = 0
    end: int = 0


class Image(NamedTuple):
    """An image; `alt` is None where the attribute is missing and empty where it is empty."""

    target: str
    alt: str | None
    span: Span
    block: int | None = None
    in_body: bool = True
    is_decorative: bool = False


class Comment(NamedTuple):
    """A comment in the source; `text` is what stands between its marks."""

    text: str
    span: Span


class StructuredData(NamedTuple):
    """A JSON-LD script: its parsed value, or what is wrong with it and where; `places` is the value with places."""

    span: Span
    value: object = None
    error: str | None = None
    error_span: Span | None = None
    places: JsonNode | None = None


class Sentence(NamedTuple):
    """A sentence of a block: [start, end) in the block's text."""

    block: int
    start: int
    end: int
    text: str


class Section(NamedTuple):
    """A heading (None before the first) and the indices of the blocks up to the next heading."""

    heading: int | None
    level: int
    blocks: tuple[int, ...]
