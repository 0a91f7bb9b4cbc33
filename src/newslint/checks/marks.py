"""Checks of quotation marks: straight among curly ones, and those without a partner."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Annotated

from newslint.article import PROSE_KINDS, Article
from newslint.checks.shared import CUT, SHOWN
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.speech.quotations import Quotation, ends_with_speaker, may_close
from newslint.patterns import pattern
from newslint.spans import Extent, Ranges, Span

_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}
_PLAIN = {"“": '"', "‘": "'"}
_FAMILIES = {'"': "double", "“": "double", "'": "single", "‘": "single"}
_TORN = frozenset([('"', "”"), ("“", '"')])


@check(
    grades=("apart",),
    fixes=("unsafe",),
    placeholders=("kind", "other", "more"),
    messages={
        "here": "This quotation uses {kind} marks; others in its paragraph are {other}{more}.",
        "torn": "This quotation opens with one kind of mark and closes with another, straight and curly{more}.",
    },
    renamed={"share": "max_share"},
)
def mixed_marks(
    article: Article,
    scene: Scene,
    *,
    max_share: Annotated[
        float, Option("straight marks are the odd ones where at most this share of quotations has them", ge=0, le=1)
    ] = 0.5,
) -> Iterator[Finding]:
    """Flag straight quotation marks among curly ones, or the other way round; apostrophes and code are left alone.

    The grade is `apart` where each quotation and each paragraph by itself has marks of one kind.
    """
    straight, curly = _quoted_in(article, _CURLY), _quoted_in(article, _PLAIN)
    torn = _torn(article, straight + curly)
    if not torn and not (straight and curly):
        return
    is_straight_odd = len(straight) <= max_share * (len(straight) + len(curly))
    odd, rest = (straight, curly) if is_straight_odd else (curly, straight)
    here = _beside(odd, rest)
    shown = sorted({*torn, *here}) or odd
    message = "torn" if shown[0] in torn else "here" if here else None
    changed = sorted({*odd, *torn})
    edits = tuple(
        edit._replace(part=part)
        for part, quotation in enumerate(changed)
        for edit in _change_marks(article, quotation, is_straight_odd)
    )
    yield _tell_mixed(article, shown, message, is_straight_odd, edits)


def _tell_mixed(
    article: Article, shown: Sequence[Quotation], message: str | None, is_straight_odd: bool, edits: tuple[Edit, ...]
) -> Finding:
    """Return the finding at the first of some quotations; without a message of its own it is the doubtful kind."""
    kind, other = ("straight", "curly") if is_straight_odd else ("curly", "straight")
    spans = [article.locate(quotation.extent) for quotation in shown]
    related = tuple(Related(span, "mixed marks too" if message else f"{kind} marks too") for span in spans[1:SHOWN])
    more = f" ({len(spans)} quotations)" if related else ""
    values = {"kind": kind, "other": other, "more": more}
    fix = Fix("unsafe", edits) if edits else None
    return Finding(spans[0], values, "default" if message else "apart", related, message=message, fix=fix)


def _torn(article: Article, quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations that open with one kind of mark and close with the other."""
    found = []
    for quotation in quotations:
        number, start, end = quotation.extent
        text = article.blocks[number].text
        if (text[start : quotation.inner.start], text[quotation.inner.end : end]) in _TORN:
            found.append(quotation)
    return found


def _beside(odd: Sequence[Quotation], rest: Sequence[Quotation]) -> list[Quotation]:
    """Return the odd quotations whose paragraph has others with marks like theirs, double or single."""
    places = {(quotation.extent.passage, _FAMILIES[quotation.mark]) for quotation in rest}
    return [quotation for quotation in odd if (quotation.extent.passage, _FAMILIES[quotation.mark]) in places]


def _quoted_in(article: Article, marks: Container[str]) -> list[Quotation]:
    """Return the quotations that have some marks, without those of headings and code."""
    return [
        quotation
        for quotation in article.quotations
        if quotation.mark in marks
        and article.blocks[quotation.extent.passage].kind != "heading"
        and not article.is_code(*quotation.extent)
    ]


def _change_marks(article: Article, quotation: Quotation, is_curly: bool) -> Iterator[Edit]:
    """Yield the edits that give a quotation the marks of one kind, where its marks stand in the source as they are."""
    number, start, end = quotation.extent
    plain = _PLAIN.get(quotation.mark, quotation.mark)
    wanted = _CURLY[plain] if is_curly else (plain, plain)
    text, block = article.source.text, article.blocks[number]
    places = block.locate(start, start + 1), block.locate(end - 1, end)
    if all(_is_mark(text, place) for place in places) and places[0].end <= places[1].start:
        for place, mark in zip(places, wanted, strict=True):
            if text[place.start : place.end] != mark:
                yield Edit(place.start, place.end, mark)


def _is_mark(text: str, span: Span) -> bool:
    return text[span.start : span.end] in {'"', "'", "“", "”", "‘", "’"}


# What is left of markup in running text: `{style="margin: 0"}`, `{{ "path" | url }}`, `](`, `">`.
_BRACED = pattern(r"\{[^{}]{0,400}\}")
_MARKUP_AFTER = ("](", ">", "/>")
# Two commas that open what a high mark closes: ,,Hafen”.
_COMMAS = pattern(r"(?<![\w,]),,\w")
# Attributes that a template left behind (`link=”…`), a post (“@anaroe: …”) and a transcript (“ROE: …”), all verbatim.
_VERBATIM = pattern(
    r"""[a-z-]{2,24}=["“”″]|["“”]@\w|(?<!\w)@\w{1,40}:\s|\(@\w|pic\.twitter\.com|^\W{0,3}[A-Z][A-Z. ’'-]{1,40}:\s"""
)
_EXCERPT = 20  # paragraphs of an excerpt in full, whose marks stand at its two ends only
_COPIED = 40  # code points that a pull quote and the text have in common


@check(
    grades=("running", "doubtful", "likely"),
    fixes=("unsafe",),
    placeholders=("around",),
    messages={
        "again": "This quotation opens again before it is closed; paragraph breaks may be lost: “{around}”.",
        "running": "This quotation runs on into a later paragraph that does not open with a mark: “{around}”.",
        "spaced": "The space beside this quotation mark is missing or on the wrong side: “{around}”.",
        "tagged": "This quotation is not closed before its speaker is named: “{around}”.",
    },
    renamed={"limit": "max_marks", "reach": "max_distance"},
)
def unbalanced_quotation(
    article: Article,
    scene: Scene,
    *,
    max_marks: Annotated[
        int, Option("with more unmatched marks, an article follows a convention of its own", ge=1)
    ] = 6,
    max_distance: Annotated[
        int, Option("an opening mark and a closing one at most this many paragraphs later are one quotation", ge=0)
    ] = 8,
) -> Iterator[Finding]:
    """Flag quotation marks without their partner, once a paragraph.

    The grade is `running` where a later paragraph closes what this one opens, and once an article where quotations open
    again at a sentence within their paragraph, as they do where paragraph breaks were lost; `doubtful` in an excerpt, a
    pull quote, a post, a transcript or leftover markup and behind two commas, and `likely` where two straight marks are
    a pair but for the spaces beside them, and where a quotation that runs on ends with who said it.
    """
    for place in _run_over_speakers(article):
        yield _tell_unbalanced(article, [place], "likely", "tagged")
    again = [*_opened_again(article)]
    if again:
        yield _tell_unbalanced(article, again, "running", "again")
    groups = [*_group(article)]
    if not groups or sum(map(len, groups)) > max_marks:
        return
    unclosed = {quotation.extent[:2]: quotation for quotation in article.quotations if not quotation.is_closed}
    at = 0
    while at < len(groups):
        is_joined = at + 1 < len(groups) and _runs_on(article, groups[at], groups[at + 1], unclosed, max_distance)
        if is_joined:
            yield _tell_unbalanced(article, groups[at] + groups[at + 1], "running", "running")
        else:
            grade = _grade(article, groups[at], unclosed, max_distance)
            yield _tell_unbalanced(article, groups[at], grade, "spaced" if grade == "likely" else None)
        at += 1 + is_joined


_Unclosed = Mapping[tuple[int, int], Quotation]


def _group(article: Article) -> Iterator[list[Extent]]:
    """Yield the marks of each paragraph that lack a partner there."""
    for number, group in groupby(article.unbalanced_marks, key=lambda extent: extent.passage):
        if article.blocks[number].kind in PROSE_KINDS and (kept := _of_prose(article, number, list(group))):
            yield kept


def _runs_on(
    article: Article, first: Sequence[Extent], second: Sequence[Extent], unclosed: _Unclosed, max_distance: int
) -> bool:
    """Tell whether one mark opens what a mark in a later paragraph closes."""
    if len(first) != 1 or len(second) != 1:
        return False
    if second[0].passage - first[0].passage > max_distance and not _is_excerpt(article, first[0], second[0]):
        return False
    number, start, _ = second[0]
    before = article.blocks[number].text[max(0, start - 1) : start]
    is_closing = (number, start) not in unclosed or bool(before.strip(" \n([{"))  # German ones look like opening ones
    is_pair = first[0][:2] in unclosed and is_closing
    return is_pair and may_close(article.text_of(first[0]), article.text_of(second[0]))


def _is_excerpt(article: Article, first: Extent, second: Extent) -> bool:
    """Tell whether marks stand at both ends of a long passage of whole paragraphs that has no quotation within."""
    opening, closing = first.passage, second.passage
    if closing - opening > _EXCERPT or article.blocks[opening].text[: first.start].strip():
        return False
    if article.blocks[closing].text[second.end :].strip():
        return False
    return not any(one.is_closed and opening <= one.extent.passage <= closing for one in article.quotations)


def _grade(article: Article, marks: Sequence[Extent], unclosed: _Unclosed, max_distance: int) -> str:
    """Return how certain it is that the marks of a paragraph lack a partner."""
    number, start, end = marks[0]
    text = article.blocks[number].text
    if len(marks) == 2:
        return "likely" if _are_misplaced(text, *marks) else _grade_in(text, start)
    if (number, start) in unclosed:
        is_doubtful = CUT.search(text, end) or _is_copied(article, number, start, end) or _is_cut_into(article, number)
        return "doubtful" if is_doubtful else _grade_in(text, start)
    if not text[end:].strip() and _is_left_open(article.text_of(marks[0]), number, unclosed, max_distance):
        return "running"
    return _grade_in(text, start)


def _grade_in(text: str, start: int) -> str:
    """Return the grade of a mark by what else its paragraph has."""
    return "doubtful" if _COMMAS.search(text, 0, start) or _VERBATIM.search(text) else "default"


def _is_left_open(mark: str, number: int, unclosed: _Unclosed, max_distance: int) -> bool:
    """Tell whether a paragraph before leaves a quotation open that a mark may close."""
    return any(
        0 < number - earlier <= max_distance and may_close(quotation.mark, mark)
        for (earlier, _), quotation in unclosed.items()
    )


def _are_misplaced(text: str, first: Extent, second: Extent) -> bool:
    """Tell whether two straight marks are a pair but for a space: `a " pair,"`, `a,"pair"`, `about"a pair"`."""
    if not text[first.start] == text[second.start] == '"':
        return False
    before, after = text[max(0, first.start - 1) : first.start], text[first.end : first.end + 1]
    is_loose = not before.strip() and after.isspace()
    is_stuck = (before in (",", ".", ":", ";", ")") or before.isalpha()) and after.isalnum()
    return (is_loose or is_stuck) and text.count('"', first.end, second.start) == 0


def _is_copied(article: Article, number: int, start: int, end: int) -> bool:
    """Tell whether a paragraph that opens with a mark is a pull quote: its words stand in another one, too."""
    text = article.blocks[number].text
    words = text[end : end + _COPIED].strip()
    is_first = not text[:start].strip() and len(words.split()) > 3
    return is_first and any(words in block.text for index, block in article.prose_blocks() if index != number)


def _is_cut_into(article: Article, number: int) -> bool:
    """Tell whether a pitch in bold or a link stands between a paragraph and one that opens with a mark."""
    following = article.blocks[number + 1 : number + 3]
    if len(following) < 2 or not following[1].text.lstrip().startswith(tuple(_FAMILIES)):
        return False
    pitch = following[0]
    linked = sum(link.end - link.start for link in article.links if link.block == number + 1)
    return pitch.is_strong or 2 * linked > len(pitch.text)


def _run_over_speakers(article: Article) -> Iterator[Extent]:
    """Yield the marks of quotations that run on into the next paragraph, though their own ends with who said them."""
    for quotation in article.quotations:
        if quotation.continues is None:
            continue
        earlier = article.quotations[quotation.continues]
        number, start, end = earlier.inner
        if number < quotation.extent.passage and ends_with_speaker(article.blocks[number].text, start, end):
            yield Extent(number, earlier.extent.start, start)


def _opened_again(article: Article) -> Iterator[Extent]:
    """Yield the marks that open a quotation again within the paragraph in which it was opened."""
    for quotation in article.quotations:
        if quotation.continues is not None:
            number, start, _ = quotation.extent
            earlier = article.quotations[quotation.continues].extent
            if earlier.passage == number and article.blocks[number].kind in PROSE_KINDS:
                yield Extent(number, start, quotation.inner.start)


def _tell_unbalanced(article: Article, extents: Sequence[Extent], grade: str, message: str | None) -> Finding:
    spans = [*map(article.locate, extents)]
    text = article.blocks[extents[0].passage].text
    around = " ".join(text[max(0, extents[0].start - 12) : extents[0].end + 24].split())
    told = {"running": "closed here", "spaced": "its partner", "again": "opens again, too"}
    related = tuple(Related(span, told.get(message or "", "also unmatched")) for span in spans[1:SHOWN])
    fix = _fix_space(article, extents[0]) if message == "spaced" else None
    return Finding(spans[0], {"around": around}, grade, related, message=message, fix=fix)


def _fix_space(article: Article, mark: Extent) -> Fix | None:
    """Return the fix of an opening mark that has its space behind it, or none at all."""
    number, start, end = mark
    block = article.blocks[number]
    span, behind = block.locate(start, end), block.locate(end, end + 1)
    if block.text[end : end + 1].isspace():
        is_space = article.source.slice(behind) == " " and behind.start == span.end
        return Fix("unsafe", (Edit(behind.start, behind.end, ""),)) if is_space else None
    return Fix("unsafe", (Edit(span.start, span.start, " "),))


_LONGEST_LEAD = 25  # code points


def _is_arrow(text: str, extent: Extent) -> bool:
    """Tell whether a mark leads from a few words to a title, as in “Read also » Storm over the coast”."""
    if text[extent.start : extent.end] != "»" or "«" in text or extent.start > _LONGEST_LEAD:
        return False
    return text[: extent.start].endswith(" ") and text.startswith(" ", extent.end)


def _of_prose(article: Article, number: int, extents: Sequence[Extent]) -> list[Extent]:
    """Return the marks of a block that belong to prose: not to code or markup, nor ornaments of a block quotation."""
    block = article.blocks[number]
    text = block.text
    if "\ufffd" in text:
        return []  # letters and marks were lost, which is another fault
    braces = Ranges(match.span() for match in _BRACED.finditer(text))
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return [
        extent
        for extent in extents
        if not article.is_code(*extent)
        and not (block.kind == "quotation" and (extent.start == first or extent.end == last))
        and not text.startswith(_MARKUP_AFTER, extent.end)
        and not _is_arrow(text, extent)
        and not braces.contains(extent.start)
    ]
