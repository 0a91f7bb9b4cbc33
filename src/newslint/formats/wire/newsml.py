"""Read NewsML-G2 of the IPTC: metadata, and the article within as XHTML or NITF.

Nothing but tags, text and character references is read: no document type, no entity and no file elsewhere, whatever an
item declares.
"""

from __future__ import annotations

from newslint.formats.draft import Draft
from newslint.formats.html.reader import draft_html
from newslint.formats.html.tokens import END, START, TEXT, Token, attribute_places, decode_attribute, tokenize
from newslint.formats.prose import ProseBuilder
from newslint.parts import Block, Field, FrontMatter, Image
from newslint.patterns import pattern
from newslint.source import Problem, Source
from newslint.spans import Span

# Elements of metadata whose text is said of the article, by the names that newslint knows them under.
_FIELDS = {
    "headline": "headline", "by": "byline", "byline": "byline", "description": "summary", "creditline": "creditline",
    "contentcreated": "created", "contentmodified": "updated", "versioncreated": "updated", "usageterms": "usageterms",
    "firstcreated": "published", "embargoed": "embargoed",
}  # fmt: skip
_METADATA = frozenset({"contentmeta", "itemmeta", "rightsinfo", "partmeta"})
_BODY = frozenset({"inlinexml", "body.content", "body"})
# Elements of NITF that HTML has under other names, of the same length or shorter.
_NITF = {"hl1": "h1", "hl2": "h2", "block": "div", "media-caption": "figcaption", "datasource": "cite"}
_PREFIX = pattern(r"[\w.-]{1,40}:")


def draft_newsml(source: Source) -> Draft:
    """Return the draft of a NewsML-G2 item; any text whatever has one."""
    text = source.text
    tokens = [(kind, start, end, name.rpartition(":")[2], extra) for kind, start, end, name, extra in tokenize(text)]
    draft = Draft(source)
    fields, language = _fields(text, tokens)
    draft.language = language
    body = _extent_of_body(tokens)
    head = body[0] if body else len(text)
    draft.front_matter = FrontMatter("newsml", Span(0, 0), tuple(fields))
    if body is None:
        message = "the item has no article within (`inlineXML` with XHTML or NITF)"
        draft.problems.append(Problem("front-matter-doubtful", Span(0, min(1, len(text))), message))
        return draft
    inner = draft_html(Source(source.path, _masked(text, tokens, body), "html"))
    is_titled = any(block.kind == "heading" and block.level == 1 for block in inner.blocks)
    if not is_titled:
        _add_headline(draft, fields, head)
    first = len(draft.blocks)
    draft.blocks += inner.blocks
    draft.links = [link._replace(block=None if link.block is None else link.block + first) for link in inner.links]
    draft.images = [
        image._replace(block=None if image.block is None else image.block + first) for image in inner.images
    ]
    draft.comments, draft.targets = inner.comments, inner.targets
    draft.images += _pictures(text, tokens, body)
    return draft


def _fields(text: str, tokens: list[Token]) -> tuple[list[Field], str | None]:
    """Return what metadata say, and the language of the article."""
    fields: list[Field] = []
    language: str | None = None
    open_: list[tuple[str, int]] = []
    depth = 0
    for kind, start, end, name, extra in tokens:
        if kind == START and name in _METADATA:
            depth += 1
        elif kind == END and name in _METADATA:
            depth = max(0, depth - 1)
        elif kind == START and depth and name == "language" and language is None:
            places = attribute_places(text, extra, end - 1)
            language = decode_attribute(text[slice(*places["tag"])]) if "tag" in places else None
        elif kind == START and depth and name in _FIELDS and text[end - 2 : end] != "/>":
            open_.append((name, end))
        elif kind == END and open_ and open_[-1][0] == name:
            _, begin = open_.pop()
            said = " ".join(decode_attribute(_without_tags(text, begin, start)).split())
            known = Field(_FIELDS[name], said, Span(begin, begin), Span(begin, start))
            if said and all(field.name != known.name for field in fields):
                fields.append(known)
    return fields, language


_TAG = pattern(r"<[^<>]{0,2000}>")


def _without_tags(text: str, start: int, end: int) -> str:
    return _TAG.sub(" ", text[start:end])


def _extent_of_body(tokens: list[Token]) -> tuple[int, int] | None:
    """Return the range of the innermost element that holds the article; one that nothing closes reaches to the end."""
    found: tuple[int, int] | None = None
    for kind, start, end, name, _ in tokens:
        if kind == START and name in _BODY:
            found = (end, tokens[-1][2])
        elif kind == END and name in _BODY and found is not None:
            return found[0], start
    return found


def _masked(text: str, tokens: list[Token], body: tuple[int, int]) -> str:
    """Return the text with spaces in place of all around the article, and tags by the names that HTML has for them."""
    parts: list[str] = [" " * body[0]]
    at = body[0]
    for kind, start, end, name, _ in tokens:
        if start < body[0] or end > body[1] or kind not in (START, END):
            continue
        parts.append(text[at:start])
        at = end
        parts.append(_renamed(text[start:end], name, is_end=kind == END))
    parts.append(text[at : body[1]])
    return "".join([*parts, " " * (len(text) - body[1])])


def _renamed(tag: str, name: str, *, is_end: bool) -> str:
    """Return a tag of the same length without the prefix of its namespace."""
    written = _PREFIX.match(tag, 1 + is_end)
    known = _NITF.get(name)
    if written is None and known is None:
        return tag
    begin = 1 + is_end
    stop = (written.end() if written else begin) + len(name)
    own = known if known is not None and len(known) <= stop - begin else name
    return tag[:begin] + own + " " * (stop - begin - len(own)) + tag[stop:]


def _add_headline(draft: Draft, fields: list[Field], head: int) -> None:
    """Make the headline of metadata a block, where the article within has none."""
    field = next((each for each in fields if each.name == "headline" and each.span.end <= head), None)
    if field is None:
        return
    text, builder = draft.source.text, ProseBuilder(draft.source.text)
    for kind, start, end, _, _ in tokenize(text, *field.span):
        if kind == TEXT:
            said = decode_attribute(text[start:end])
            builder.add_decoded(said, start, end - start)
        else:
            builder.add_gap()
    prose, _ = builder.build()
    if prose.text:
        draft.blocks.append(Block("heading", field.span, prose, level=1, role="headline"))


def _pictures(text: str, tokens: list[Token], body: tuple[int, int]) -> list[Image]:
    """Return the pictures of an item that stand beside the article: `remoteContent` and NITF's `media-reference`."""
    images: list[Image] = []
    for kind, start, end, name, extra in tokens:
        if kind != START or name not in ("media-reference", "remotecontent"):
            continue
        places = attribute_places(text, extra, end - 1)
        values = {key: decode_attribute(text[slice(*place)]) for key, place in places.items()}
        if name == "remotecontent" and not values.get("contenttype", "").startswith("image/"):
            continue
        alt = values.get("alternate-text")
        is_within = body[0] <= start < body[1]
        images.append(Image(values.get("source") or values.get("href") or "", alt, Span(start, end), in_body=is_within))
    return images
