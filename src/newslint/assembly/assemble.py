"""Make a draft an article: choose its headline, find its elements and the homes of missing ones; judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from newslint.article import Article, Block, Element, Question
from newslint.assembly.dates import find_order, settle_dates
from newslint.assembly.disclosures import find_disclosures
from newslint.assembly.elements import date_in_opening, elements_of, in_usual_case
from newslint.assembly.faq import find_questions
from newslint.assembly.headings import is_lone_signature
from newslint.assembly.homes import find_empty_fields, find_homes
from newslint.assembly.listings import mark_listings
from newslint.assembly.metadata import claims_of, date_in_address, date_in_name, language_of
from newslint.assembly.pictures import pictures_of
from newslint.assembly.roles import assign_roles
from newslint.assembly.summary import find_lead, find_summaries
from newslint.formats.draft import Draft, ParseOptions
from newslint.language.units.comparison import comparison_key
from newslint.newsroom.sections import announces_questions, announces_summary
from newslint.parts import Role
from newslint.spans import Span

_HEAD = 8
_MOST_AUTHORS = 10
_SAMPLE = 2000  # code points of prose from which a language is guessed


def complete(draft: Draft, options: ParseOptions) -> Article:
    """Return the article of a draft of any format, in time linear in its length; never raises.

    The same element may be found in several places: all are kept, what metadata says first, the best of it first.
    """
    source = draft.source
    claims = claims_of(source, draft.front_matter, options) + draft.claims
    blocks = mark_listings(draft.blocks, source.text, source.format)
    blocks = _assign(_mark_headline(blocks, claims), claims, source.format)
    elements = claims + _unread(elements_of(blocks, draft.links), blocks, claims)
    elements = in_usual_case(elements, source.text)
    elements += find_summaries(blocks)
    elements += _lead(draft, blocks, elements)
    names = [name for element in elements if element.kind == "byline" for name in element.names]
    elements += find_disclosures(blocks, names)
    if source.format in ("markdown", "rst", "asciidoc") and (
        dated := date_in_address(draft.front_matter) or date_in_name(source)
    ):
        elements.append(dated)
    if all(element.kind != "published" for element in elements) and (opening := date_in_opening(blocks)):
        elements.append(opening)
    faq = find_questions(blocks)
    blocks = _mark_parts(blocks, elements, faq)
    empty_fields = find_empty_fields(blocks, source)
    stated = language_of(draft.front_matter) or draft.language
    language = _find_language(stated, options.language, blocks, is_page=source.format == "html")
    day_first = find_order(elements, blocks, stated, options.day_first, language)
    return Article(
        source=source,
        blocks=tuple(blocks),
        elements=tuple(settle_dates(_without_repetition(elements), day_first)),
        faq=tuple(faq),
        front_matter=draft.front_matter,
        empty_fields=tuple(empty_fields),
        links=tuple(draft.links),
        images=(*pictures_of(draft.front_matter), *draft.images),
        comments=tuple(draft.comments),
        structured_data=tuple(draft.structured_data),
        problems=tuple(draft.problems),
        targets=frozenset(draft.targets),
        language=language,
        is_fragment=draft.is_fragment,
        homes=find_homes(draft, blocks, elements, empty_fields),
        lexicon=options.lexicon,
        day_first=day_first,
    )


def _lead(draft: Draft, blocks: Sequence[Block], elements: Sequence[Element]) -> list[Element]:
    """Return the paragraphs above a cut as a summary, where nothing else is one."""
    if draft.source.format == "text" or any(element.kind in ("summary", "dek") for element in elements):
        return []
    separator = draft.front_matter.find("excerpt_separator") if draft.front_matter else None
    lead = find_lead(draft.source, blocks, separator.value if separator else None)
    return [lead] if lead else []


def _unread(elements: Iterable[Element], blocks: Sequence[Block], claims: Sequence[Element]) -> list[Element]:
    """Return all but bylines of which the format's reader has read the line, or the part that its markup names."""
    read = [claim.span for claim in claims if claim.kind == "byline"]

    def is_read(element: Element) -> bool:
        start, end = blocks[element.blocks[0]].span
        return any(start <= span.start and span.end <= end for span in read)

    return [element for element in elements if element.kind != "byline" or not is_read(element)]


def _mark_headline(blocks: list[Block], claims: Sequence[Element]) -> list[Block]:
    """Give the role of headline to the heading that has it, unless the format's parser already knew."""
    if any(block.role == "headline" for block in blocks):
        return blocks
    titles = {comparison_key(claim.text, "words") for claim in claims if claim.kind == "headline"}
    chosen = _choose_heading(blocks, titles)
    if chosen is None:
        return blocks
    marked = list(blocks)
    marked[chosen] = marked[chosen]._replace(role="headline")
    return marked


def _choose_heading(blocks: Sequence[Block], titles: set[str]) -> int | None:
    """Return the heading that says what a title says, else the first of level 1, else one that opens the text."""
    for seen, index in _opening_headings(blocks):
        block = blocks[index]
        if comparison_key(block.text, "words") in titles:
            return index
        if _heads_section(block, seen):
            break
        if (block.level == 1 and (seen <= 3 or not titles)) or (seen <= 2 and not titles):
            return index
    return None


def _heads_section(block: Block, seen: int) -> bool:
    """Tell whether a heading is a section's; a text may be called “Q&A with …” or “In brief” in its first block."""
    is_title = block.level == 1 and seen == 1
    return not is_title and (announces_questions(block.text) or announces_summary(block.text))


def _opening_headings(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield the headings without a role among the first blocks: which of these each is, from 1 on, and its index."""
    body = (index for index, block in enumerate(blocks) if block.kind != "boilerplate")
    for seen, index in enumerate(islice(body, _HEAD), 1):
        if blocks[index].kind == "heading" and not blocks[index].role and not is_lone_signature(blocks, index):
            yield seen, index


def _assign(blocks: list[Block], claims: Sequence[Element], format: str) -> list[Block]:
    """Let convention give the blocks their roles, with what metadata say of authors and headline."""
    byline = next((claim for claim in claims if claim.kind == "byline" and claim.names), None)
    is_titled = any(claim.kind == "headline" for claim in claims)
    return assign_roles(blocks, format, byline.names[:_MOST_AUTHORS] if byline else (), is_titled=is_titled)


def _mark_parts(blocks: list[Block], elements: Sequence[Element], faq: Sequence[Question]) -> list[Block]:
    """Note on the blocks that they belong to a summary or to a FAQ; roles given before stay."""
    roles: dict[int, Role] = {}
    for element in elements:
        if element.kind == "summary":
            roles.update(dict.fromkeys(element.blocks, "summary"))
    for question in faq:
        roles.update(dict.fromkeys(question.answer_blocks, "faq-answer"))
        roles[question.blocks[0]] = "faq-question"
    if not roles:
        return blocks
    marked = list(blocks)
    for index, role in roles.items():
        if not marked[index].role:
            marked[index] = marked[index]._replace(role=role)
    return marked


def _without_repetition(elements: Sequence[Element]) -> list[Element]:
    seen: set[tuple[str, Span, str]] = set()
    kept = []
    for element in elements:
        key = (element.kind, element.span, element.text)
        if key not in seen:
            seen.add(key)
            kept.append(element)
    return kept


def _find_language(stated: str | None, configured: str | None, blocks: Sequence[Block], *, is_page: bool) -> str | None:
    """Return the language that is stated, configured, or guessed from the text.

    Templates of pages state English without anybody having chosen it: there the text decides, where it shows.
    """
    if stated and is_page and stated.lower().startswith("en"):
        shown = _guess_language(blocks)
        return stated if shown in (None, "en") else shown
    return stated or configured or _guess_language(blocks)


def _guess_language(blocks: Sequence[Block]) -> str | None:
    from newslint.language.units.identification import guess_language

    parts: list[str] = []
    size = 0
    for block in blocks:
        if block.kind in ("paragraph", "list-item", "quotation"):
            parts.append(block.text[:_SAMPLE])
            size += len(block.text)
            if size > _SAMPLE:
                break
    return guess_language("\n".join(parts))
