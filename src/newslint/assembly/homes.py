"""Say where an article's missing elements belong, and which label lines wait for a value; it finds no element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.article import Block, Element, EmptyField
from newslint.formats.draft import Draft
from newslint.newsroom.lines import read_line
from newslint.source import Source
from newslint.spans import Span

_LONGEST_LABEL = 60
_LONGEST_NAME = 6  # words


def find_empty_fields(blocks: Sequence[Block], source: Source) -> list[EmptyField]:
    """Return the label lines without a value; the value may stand in the next block, or be template code."""
    found = []
    for index, block in enumerate(blocks):
        if len(block.text) > _LONGEST_LABEL or block.kind in ("code", "table-row", "quotation"):
            continue
        label = read_line(block.text).empty_label
        if label is None or _has_value(label.element, blocks, index):
            continue
        place = block.locate(label.start, label.end)
        if not _is_filled_in(source, place):
            found.append(EmptyField(label.label, place, label.element, index))
    return found


_TEMPLATES = ("{{", "{%", "<%")


def _is_filled_in(source: Source, label: Span) -> bool:
    """Tell whether the site's template puts in the value: its code stands behind the label."""
    line = source.line_span(source.position(label.end).line)
    rest = source.slice(Span(label.end, max(label.end, line.end)))
    return any(mark in rest for mark in _TEMPLATES)


def _has_value(element: str | None, blocks: Sequence[Block], index: int) -> bool:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.kind == "heading" or read_line(following.text).empty_label:
        return False
    if element in ("published", "updated"):
        return bool(read_line(following.text).dates)
    if element == "byline":
        return following.role == "byline" or len(following.text.split()) <= _LONGEST_NAME
    # Tags and sections look like a menu to whoever does not see the label.
    return element == "label" or following.kind != "boilerplate"


def find_homes(
    draft: Draft, blocks: Sequence[Block], elements: Sequence[Element], empty_fields: Sequence[EmptyField]
) -> Mapping[str, Span]:
    """Return where each kind of element belongs: its empty label, else beside the element it goes with.

    byline, summary, dek and label stand under the headline, a date beside the byline, questions, disclosures and the
    author's introduction after the last block of the body.
    """
    first = _first_spans(elements)
    empty = _empty_metadata(draft) | {field.element: field.span for field in reversed(empty_fields) if field.element}
    body = [block.span for block in blocks if block.kind != "boilerplate"]
    headline = first.get("headline") or empty.get("headline") or _top(draft, body)
    byline = empty.get("byline", headline)
    published = empty.get("published") or first.get("published", empty.get("byline", first.get("byline", headline)))
    last = body[-1] if body else headline
    return {
        "headline": headline,
        "dek": headline,
        "label": empty.get("label", headline),
        "byline": byline,
        "published": published,
        "updated": empty.get("updated", published),
        "summary": empty.get("summary", headline),
        "dateline": body[0] if body else headline,
        "faq": last,
        "disclosure": empty.get("disclosure", last),
        "disclaimer": empty.get("disclosure", last),
        "correction": last,
        "author-bio": last,
    }


def _first_spans(elements: Sequence[Element]) -> dict[str, Span]:
    """Return where the first element of each kind stands."""
    return {
        element.kind: element.span
        for element in reversed(elements)
        if element.origin != "file name" and element.span.end > element.span.start
    }


def _top(draft: Draft, body: Sequence[Span]) -> Span:
    if draft.front_matter is not None:
        return draft.front_matter.span
    return body[0] if body else Span(0, len(draft.source.text))


def _empty_metadata(draft: Draft) -> dict[str, Span]:
    """Return the fields of front matter that have a name and no value."""
    from newslint.assembly.metadata import elements_named

    found: dict[str, Span] = {}
    for entry in draft.front_matter.fields if draft.front_matter else ():
        if entry.value is None or entry.value == "" or entry.value == []:
            for kind in elements_named(entry.name):
                found.setdefault(kind, entry.key_span)
    return found
