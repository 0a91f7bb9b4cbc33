"""Checks of an article's structure: missing elements, empty sections and cells, a misplaced summary."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby, zip_longest
from typing import Annotated

from newslint.article import Article, Block, Element, Section
from newslint.checks.pages import is_no_article, is_published_page, may_be_signed
from newslint.checks.shared import keys
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.comparison import comparison_key
from newslint.newsroom.standins import is_stand_in
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.spans import Span

_ELSEWHERE = ("source_url", "external_url", "external_link", "redirect_to", "redirect", "link", "canonical_url")


@check(general=True, grades=("empty", "bare", "doubtful"))
def element_missing(
    article: Article,
    scene: Scene,
    *,
    element: Annotated[ElementKind, Option("the element that the profile may require")],
    or_else: Annotated[tuple[ElementKind, ...], Option("elements that serve as well")] = (),
    placeholders: Annotated[tuple[str, ...], Option("values that do not count")] = (),
    placeholder_pattern: Annotated[str, Option("more such values; the whole value must match", pattern=_whole)] = "",
) -> Iterator[Finding]:
    """Flag an element that a profile requires and the article lacks, once, at the place where it belongs.

    A placeholder or an empty label is flagged in its own place, with the grade `empty`. The grade is `bare` where the
    file has no metadata that could hold the element, and `doubtful` where a page says that it is not an article, where
    a name stands that may sign it, in a file without any text, and on pages of a site, whose template decides. Lists,
    games and other pages without an author need no byline.
    """
    if element not in scene.required_elements or _is_elsewhere(article, element):
        return
    found = [*chain.from_iterable(map(article.find_all, (element, *or_else)))]
    unfilled, regex = keys(placeholders), _whole(placeholder_pattern)
    if any(_is_filled(each, unfilled, regex) for each in found):
        return
    empty = next((field for field in article.empty_fields if field.element == element), None)
    if empty:
        yield Finding(empty.span, grade="empty", anchor=element)
    elif element != "byline" or not _has_no_author(article):
        yield _tell_missing(article, element, found)


def _tell_missing(article: Article, element: ElementKind, found: Sequence[Element]) -> Finding:
    filled = [Related(each.span, f"“{text[:80]}” does not count") for each in found if (text := each.text.strip())]
    grade = "default" if article.front_matter or article.is_page else "bare"
    if not article.word_count and element in _DOUBTED:
        grade = "doubtful"  # The text is elsewhere: in a field, another file or a template.
    elif filled or _is_empty_field(article, element):
        grade = "empty"
    elif element in _DOUBTED and _is_doubtful(article, element):
        grade = "doubtful"
    return Finding(article.anchor(element), grade=grade, related=tuple(filled[:1]), anchor=element)


_DOUBTED = ("byline", "published", "dek", "summary")


def _is_doubtful(article: Article, element: ElementKind) -> bool:
    """Tell whether a page needs no byline, date or summary by what it says of itself, or a name may sign it."""
    is_sure = element == "published" and article.find("byline") is not None
    is_else = is_published_page(article) or is_no_article(article, is_sure=is_sure)
    return is_else or (element == "byline" and may_be_signed(article))


def _is_empty_field(article: Article, element: ElementKind) -> bool:
    """Tell whether front matter has the field of an element without a value, which then is the element's home."""
    fields = article.front_matter.fields if article.front_matter else ()
    return any(entry.key_span == article.homes.get(element) for entry in fields)


# What sites call a page that nobody writes as an article.
_LISTS = frozenset(
    """
    list listing index archive archives landing search tag tags category section home homepage game games puzzle puzzles
    crossword quiz calendar event events gallery
    """.split()
)
_TOOL = pattern(r"<(?:iframe|script|embed|object|form|canvas)\b|\{\{[<%]\s{0,9}(?:embed|iframe|raw|include|partial)\b")
_FEW_WORDS = 100
_FEWEST_LINKS = 5


def _has_no_author(article: Article) -> bool:
    """Tell whether a file is a list of links, a game or a page that its site calls a list or the like."""
    if article.path.rpartition("/")[2].startswith("_index.") or _is_called_list(article):
        return True
    is_tool = not article.is_page and article.word_count < _FEW_WORDS and _TOOL.search(article.source.text)
    return bool(is_tool) or _is_list_of_links(article)


def _is_called_list(article: Article) -> bool:
    field = article.front_matter.find("layout", "type", "template", "kicker") if article.front_matter else None
    return field is not None and str(field.value).lower() in _LISTS


def _is_list_of_links(article: Article) -> bool:
    prose = dict(article.prose_blocks())
    lengths = [link.end - link.start for link in article.links if link.block in prose]
    return len(lengths) >= _FEWEST_LINKS and 2 * sum(lengths) > sum(len(block.text) for block in prose.values())


def _is_elsewhere(article: Article, element: ElementKind) -> bool:
    """Tell whether an element may stand in what newslint does not read: another page, unread front matter."""
    if article.front_matter and not article.front_matter.is_read:
        return True
    return element != "headline" and _is_pointer(article)


def _is_filled(element: Element, unfilled: frozenset[str], placeholder: re.Pattern[str]) -> bool:
    """Tell whether an element says something: a date, which another rule reads, or other words than a placeholder's."""
    text = element.text.strip()
    if element.kind in ("published", "updated"):
        return bool(text)
    if not text or comparison_key(text, "words") in unfilled:
        return False
    if element.kind == "headline" and is_stand_in(text, "headline"):
        return False
    if element.kind == "headline" and is_stand_in(text, "headline"):
        return False
    return len(text) > 200 or not placeholder.fullmatch(text)


@lru_cache(maxsize=256)
def _whole(text: str) -> re.Pattern[str]:
    return pattern(text or "(?!)", re.IGNORECASE)


def _is_pointer(article: Article) -> bool:
    """Tell whether a file has no text of its own and its front matter sends readers to another address."""
    if article.front_matter is None or any(True for _ in article.prose_blocks()):
        return False
    field = article.front_matter.find(*_ELSEWHERE)
    return field is not None and str(field.value).strip().startswith(("http://", "https://"))


# What shows something where there is no text: the HTML elements that carry it.
_SHOWS = pattern(
    r"<(?:img|picture|svg|video|audio|iframe|embed|object|canvas|figure|form|input|button|table|script|math|amp-|div|section|aside|article|span|a\s)",
    re.IGNORECASE,
)
_NOISE = pattern(r"<!--.{0,4000}?-->|<[^<>]*>|&nbsp;|^[ \t]*(?:[-*_][ \t]*){3,}$", re.DOTALL | re.MULTILINE)


@check(
    grades=("sibling",),
    placeholders=("heading",),
    renamed={"deepest": "max_level", "most_words": "max_words"},
)
def empty_section(
    article: Article,
    scene: Scene,
    *,
    max_level: Annotated[int, Option("deeper headings need no content", ge=1, le=6)] = 6,
    max_words: Annotated[int, Option("what has more words is not a heading", ge=1)] = 15,
) -> Iterator[Finding]:
    """Flag headings that nothing stands under before the next heading of their level or a higher one.

    The grade is `sibling` where another one of its level follows: often that one has the wrong level.
    """
    images = sorted(image.span.start for image in article.images)
    listed = _listed(article.sections)
    for section, following in zip_longest(article.sections, article.sections[1:]):
        if section.heading is None or section.blocks or section.level > max_level or section.heading in listed:
            continue
        if _is_plain(article, section.heading, max_words) and _is_blank(article, section, following, images):
            heading = article.blocks[section.heading]
            is_sibling = following is not None and following.level == section.level
            yield Finding(heading.whole, {"heading": heading.text.strip()}, "sibling" if is_sibling else "default")


_LEAST_LISTED = 3


def _listed(sections: Sequence[Section]) -> set[int]:
    """Return the headings of one level that follow each other without a text: a list, set in large type."""
    found: set[int] = set()
    for (_, is_empty), run in groupby(sections, lambda section: (section.level, not section.blocks)):
        headings = [section.heading for section in run if section.heading is not None]
        if is_empty and len(headings) >= _LEAST_LISTED:
            found.update(headings)
    return found


def _is_plain(article: Article, index: int, max_words: int) -> bool:
    """Tell whether a heading is one of the text: those that are links tease other articles."""
    block = article.blocks[index]
    if block.level is None and not _is_section_of_text(article, index):
        return False
    is_text = not block.role and any(map(str.isalpha, block.text)) and index not in article.linked_blocks
    return is_text and article.count_words(index) <= max_words


_PROSE_WORDS = 12


def _is_section_of_text(article: Article, index: int) -> bool:
    """Tell whether a line without a level, which is a heading by its looks, is one: between paragraphs of the text."""
    text = article.blocks[index].text
    if text[0] in "-–—•*" or "[" in text or ". " in text:
        return False
    around = article.blocks[max(0, index - 1) : index] + article.blocks[index + 2 : index + 3]
    return len(around) == 2 and all(
        block.kind == "paragraph" and not block.role and len(block.text.split()) >= _PROSE_WORDS for block in around
    )


def _announces(article: Article, section: Section, following: Section | None) -> bool:
    """Tell whether a heading stands over the next one: a deeper one, a question, a numbered item, or the headline.

    So it does where it ends with a colon.
    """
    if following is None or following.heading is None:
        return False
    if following.level > section.level or (article.format == "html" and following.level == 1):
        return True
    assert section.heading is not None
    own, text = (article.blocks[index].text.strip() for index in (section.heading, following.heading))
    return own.endswith(":") or text.endswith("?") or text[:1].isdigit()


_LONGEST = 4000
_LEFT_OVER = pattern(r"[#\s=-]|<[^<>]*\Z|\A[^<>]*>")


def _is_blank(article: Article, section: Section, following: Section | None, images: Sequence[int]) -> bool:
    """Tell whether the source between a heading and the next one shows nothing; `images` is where those are.

    Nothing is missing where the heading announces the next one.
    """
    assert section.heading is not None
    start = article.blocks[section.heading].span.end
    end = len(article.source.text)
    if following is not None and following.heading is not None:
        end = article.blocks[following.heading].span.start
    if end - start > _LONGEST or bisect_left(images, start) < bisect_left(images, end):
        return False
    between = article.source.slice(Span(start, end))
    if _announces(article, section, following) or (article.format != "text" and _SHOWS.search(between)):
        return False
    # The next block's own marks (`##`, `<h2 class=…`) belong to it, not to the section.
    rest = _NOISE.sub("", between)
    return not _LEFT_OVER.sub("", rest)


_SHOWING = (
    "<img",
    "<svg",
    "<input",
    "<i ",
    "<i>",
    "<video",
    "<iframe",
    "<canvas",
    "<button",
    "<progress",
    "<meter",
    "<math",
    "<object",
    "<embed",
    "<audio",
    "{{",
    "![",
)


@check(placeholders=("key",), renamed={"least_filled": "min_filled", "most_empty": "max_empty"})
def empty_cell(
    article: Article,
    scene: Scene,
    *,
    min_filled: Annotated[int, Option("how many rows of a table have a value, at least", ge=1)] = 2,
    max_empty: Annotated[
        float, Option("the share of rows without one, at most; one row is always judged", ge=0, le=1)
    ] = 0.2,
    optional: Annotated[
        str, Option("headings of rows that need no value; the whole heading must match", pattern=_head)
    ] = (r".*\b(?:notes?|comments?|remarks?|optional|explanations?|footnotes?|references?|changes?)\b.*"),
) -> Iterator[Finding]:
    """Flag rows of key and value whose value is empty, at the key; tables of more columns are left alone."""
    tables: dict[int, list[int]] = {}
    for index, block in enumerate(article.blocks):
        if block.kind == "table-row" and block.table is not None:
            tables.setdefault(block.table, []).append(index)
    for rows in tables.values():
        if max(len(article.blocks[index].cells) for index in rows) == 2 and not _are_two_lists(article.blocks[rows[0]]):
            body, empty, filled = _count_cells(article, rows, optional)
            if filled >= min_filled and len(empty) <= max(1, max_empty * body):
                yield from _tell_empty(article, empty)


# Two lists side by side, which need not be equally long.
_FOR = pattern(
    r"pros?|for|plus|dos?|advantages?|benefits?|strengths?|upsides?|vorteile?|stärken|avantages?|ventajas?|vantaggi|vantagens",
    re.IGNORECASE,
)
_AGAINST = pattern(
    r"cons?|against|minus|don['’]?ts?|disadvantages?|drawbacks?|risks?|weaknesses|downsides?|nachteile?|contra|kontra"
    r"|schwächen|inconvénients?|desventajas?|inconvenientes|svantaggi|desvantagens",
    re.IGNORECASE,
)


def _are_two_lists(head: Block) -> bool:
    """Tell whether a table's head sets two lists against each other, such as pros and cons."""
    return all(regex.fullmatch(_cell(head, number)) for number, regex in enumerate((_FOR, _AGAINST)))


def _count_cells(article: Article, rows: Sequence[int], optional: str) -> tuple[int, list[int], int]:
    """Return how many rows below a table's head there are, which have a key only, and how many have a value."""
    body, filled = 0, 0
    empty: list[int] = []
    for index in rows:
        row = article.blocks[index]
        key, value = _cell(row, 0), _cell(row, 1)
        if row.is_header:
            if _head(optional).fullmatch(value):
                return 0, [], 0
        # Attribute lists of Markdown dialects (`{.wide}`) are read as rows where they touch the table.
        elif row.cells and not row.text.startswith("{"):
            body += 1
            filled += bool(key and value)
            if key and not value and len(row.cells) == 2:
                empty.append(index)
    return body, empty, filled


@lru_cache(maxsize=256)
def _head(text: str) -> re.Pattern[str]:
    return pattern(text, re.IGNORECASE | re.DOTALL)


def _tell_empty(article: Article, empty: Sequence[int]) -> Iterator[Finding]:
    pictured = {image.block for image in article.images}
    for index in empty:
        if index not in pictured and not _shows_something(article, index):
            row = article.blocks[index]
            start, end = row.cells[0]
            text = row.text[start:end]
            start += len(text) - len(text.lstrip())
            yield Finding(row.locate(start, start + len(text.strip())), {"key": text.strip()})


def _cell(row: Block, number: int) -> str:
    if number >= len(row.cells):
        return ""
    start, end = row.cells[number]
    return row.text[start:end].strip().strip("\u00a0")


def _shows_something(article: Article, number: int) -> bool:
    """Tell whether a cell without text holds a link or a form: its source goes on to the next block."""
    row = article.blocks[number]
    if article.format == "text":
        return False
    end = article.blocks[number + 1].span.start if number + 1 < len(article.blocks) else len(article.source.text)
    source = article.source.slice(Span(row.span.start, min(max(end, row.span.end), row.span.start + 4000))).lower()
    return any(mark in source for mark in _SHOWING)


@check(placeholders=("words",), renamed={"most_words": "max_words", "ending": "max_rest"})
def summary_position(
    article: Article,
    scene: Scene,
    *,
    max_words: Annotated[int, Option("how many words of the body may come before a summary", ge=0)] = 120,
    max_rest: Annotated[
        float, Option("a summary that at most this share of the words follows is an ending", ge=0, le=1)
    ] = 0.2,
    closing: Annotated[
        str, Option("headings that may end an article; the whole heading must match", pattern=_whole)
    ] = (r"(?:in )?(?:conclusions?|closing)|summing up|wrap[- ]up|final thoughts|the bottom line|in (?:summary|short)"),
) -> Iterator[Finding]:
    """Flag a summary that readers meet only after the first section, where no other stands near the top."""
    element = _first_summary(article)
    if element is None:
        return
    at = _heading_before(article, min(element.blocks))
    words = sum(article.count_words(index) for index, _ in article.prose_blocks() if index < at)
    if words <= max_words or not _has_section_before(article, at):
        return
    block = article.blocks[at]
    if _whole(closing).fullmatch(block.text.strip().rstrip(":")) or _is_last(article, element, max_rest):
        return
    end = len(block.text) if block.kind == "heading" else min(len(block.text), 40)
    related = (Related(article.anchor("summary"), "it belongs here"),)
    yield Finding(block.locate(0, end), {"words": words}, related=related)


def _first_summary(article: Article) -> Element | None:
    """Return the first summary of the page; none where metadata or a line of its own sums the article up at the top."""
    found = article.find_all("summary") + article.find_all("dek")
    if any(not element.blocks and (element.kind == "dek" or element.origin == "front matter") for element in found):
        return None
    return min((element for element in found if element.blocks), key=lambda one: (min(one.blocks), one), default=None)


def _has_section_before(article: Article, at: int) -> bool:
    return any(block.kind == "heading" and block.role != "headline" for block in article.blocks[:at])


def _is_last(article: Article, element: Element, max_rest: float) -> bool:
    """Tell whether little or nothing of the body follows a summary: it then is an ending."""
    last = max(element.blocks)
    rest = sum(article.count_words(index) for index, _ in article.prose_blocks() if index > last)
    return rest <= max_rest * article.word_count


def _heading_before(article: Article, first: int) -> int:
    """Return the block of the heading right before a block, or the block itself where there is none."""
    before = article.blocks[first - 1] if first else None
    is_under = before is not None and before.kind == "heading" and before.role != "headline"
    return first - 1 if is_under and article.blocks[first].kind != "heading" else first
