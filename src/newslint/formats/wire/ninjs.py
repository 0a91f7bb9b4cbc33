"""Read ninjs, the JSON of the IPTC for news: its fields are metadata, and its body is HTML or text within a string."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newslint.formats.draft import Draft
from newslint.formats.html.json_ld import read_places
from newslint.formats.prose import ProseBuilder
from newslint.formats.wire.carrying import carry
from newslint.located import Prose
from newslint.located_json import JsonNode, items, member
from newslint.parts import Block, Field, FrontMatter, Image
from newslint.patterns import pattern
from newslint.source import Problem, Source
from newslint.spans import Span

_ESCAPE = pattern(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.)")
# Fields of ninjs 1 and 2 and of what systems add, by the names that newslint knows them under.
_FIELDS = {
    "headline": "headline", "byline": "byline", "by": "byline", "description_text": "summary", "language": "language",
    "firstpublished": "published", "firstcreated": "created", "versioncreated": "updated", "contentmodified": "updated",
    "publishstatus": "pubstatus", "pubstatus": "pubstatus", "usageterms": "usageterms", "located": "located",
    "genre": "genre", "profile": "profile",
}  # fmt: skip
_BODIES = ("body_html", "body_xhtml", "body_text", "body_markdown")
_LISTS = {"headlines": "headline", "descriptions": "summary"}


def draft_ninjs(source: Source) -> Draft:
    """Return the draft of a ninjs item; any text whatever has one."""
    draft = Draft(source)
    root = read_places(source.text, 0, len(source.text))
    if root is None or not isinstance(root.value, dict):
        message = "the item is no JSON object, so nothing of it can be read"
        draft.problems.append(Problem("front-matter-invalid", Span(0, min(1, len(source.text))), message))
        draft.front_matter = FrontMatter("ninjs", Span(0, 0), is_read=False)
        return draft
    draft.problems += _faults(source.text)
    fields = [*_fields(source.text, root)]
    draft.front_matter = FrontMatter("ninjs", Span(0, 0), tuple(fields))
    _add_headline(draft, root)
    body, kind = _body_of(root)
    if body is not None:
        way = decoded(source.text, body)
        carry(_inner(source.path, way.text, kind), draft, way)
    _add_pictures(draft, root)
    return draft


def _faults(text: str) -> Iterator[Problem]:
    try:
        json.loads(text)
    except RecursionError:
        yield Problem("front-matter-invalid", Span(0, min(1, len(text))), "the item is nested too deeply")
    except ValueError as error:
        at = min(getattr(error, "pos", 0), max(len(text) - 1, 0))
        what = getattr(error, "msg", "not JSON")
        yield Problem("front-matter-invalid", Span(at, min(at + 1, len(text))), f"the item is not valid JSON ({what})")


def decoded(text: str, node: JsonNode) -> Prose:
    """Return what a string says, with the way back to where each of its characters is written."""
    builder = ProseBuilder(text)
    at = node.start
    for found in _ESCAPE.finditer(text, node.start, node.end):
        builder.add(text[at : found.start()], at)
        builder.add_decoded(_unescaped(found.group()), found.start(), found.end() - found.start())
        at = found.end()
    builder.add(text[at : node.end], at)
    return builder.whole()


def _unescaped(written: str) -> str:
    try:
        said = json.loads(f'"{written}"')
    except ValueError:
        return written[1:]
    return str(said)


def _fields(text: str, root: JsonNode) -> Iterator[Field]:
    assert isinstance(root.value, dict)
    for name, node in root.value.items():
        key = Span(node.start, node.start)
        if name in _FIELDS and isinstance(node.value, str):
            yield Field(_FIELDS[name], node.value, key, node.span)
        for entry in items(node) if name in _LISTS else ():
            value = member(entry, "value")
            if value is not None and isinstance(value.value, str):
                yield Field(_LISTS[name], value.value, Span(value.start, value.start), value.span)


def _add_headline(draft: Draft, root: JsonNode) -> None:
    """Make the headline a block, since readers get it with the text."""
    node = member(root, "headline")
    if node is None:
        node = next((found for entry in items(member(root, "headlines")) if (found := member(entry, "value"))), None)
    if node is not None and isinstance(node.value, str) and node.value.strip():
        prose = decoded(draft.source.text, node)
        draft.blocks.append(Block("heading", node.span, prose, level=1, role="headline"))


def _body_of(root: JsonNode) -> tuple[JsonNode | None, str]:
    """Return the string that holds the body, and what it is written in."""
    for name in _BODIES:
        node = member(root, name)
        if node is not None and isinstance(node.value, str) and node.value.strip():
            return node, name.removeprefix("body_")
    for entry in items(member(root, "bodies")):
        node, kind = member(entry, "value"), member(entry, "contenttype")
        if node is not None and isinstance(node.value, str) and node.value.strip():
            said = str(kind.value) if kind is not None else ""
            return node, "html" if "html" in said or node.value.lstrip().startswith("<") else "text"
    return None, ""


def _inner(path: str, text: str, kind: str) -> Draft:
    if kind in ("html", "xhtml"):
        from newslint.formats.html.reader import draft_html

        draft = draft_html(Source(path, text, "html"))
        if not draft.is_fragment:  # a body with the tags of a page around it
            draft.blocks = [block for block in draft.blocks if block.kind != "boilerplate"]
            draft.links, draft.images = [], [image._replace(block=None) for image in draft.images]
        return draft
    if kind == "markdown":
        from newslint.formats.markdown.reader import draft_markdown

        return draft_markdown(Source("body.md", text, "markdown"))
    return _paragraphs(path, text)


_PARAGRAPH = pattern(r"\S(?:(?!\n[ \t]*\n)[\s\S])*")


def _paragraphs(path: str, text: str) -> Draft:
    """Return a text whose paragraphs blank lines part, or line ends where there are none."""
    draft = Draft(Source(path, text, "text"))
    regex = _PARAGRAPH if "\n\n" in text else pattern(r"[^\n]*\S[^\n]*")
    for found in regex.finditer(text):
        builder = ProseBuilder(text)
        at = found.start()
        for number, line in enumerate(found.group().split("\n")):
            if number:
                builder.add_space(at - 1, 1)
            builder.add(line, at)
            at += len(line) + 1
        prose, _ = builder.build()
        if prose.text:
            draft.blocks.append(Block("paragraph", Span(*found.span()), prose))
    return draft


def _add_pictures(draft: Draft, root: JsonNode) -> None:
    """Note the pictures that belong to the item, with what is said of them."""
    held = member(root, "associations")
    entries = [*held.value.values()] if held is not None and isinstance(held.value, dict) else items(held)
    for entry in entries:
        kind = member(entry, "type")
        if kind is None or kind.value != "picture":
            continue
        uri, said = member(entry, "uri"), member(entry, "altText", "alt_text", "description_text", "headline")
        alt = str(said.value) if said is not None and isinstance(said.value, str) else None
        draft.images.append(Image(str(uri.value) if uri else "", alt, entry.span, in_body=False))
