"""The check of house style: write these words, not those."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Annotated, Any, Literal

from newslint.article import PROSE_KINDS, Article, Element
from newslint.checks.pairs import Form, Pairs, keep_case
from newslint.checks.shared import around
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Citation, Edit, Finding, Fix
from newslint.language.units.comparison import fold_in_place
from newslint.language.units.formulas import LONGEST_FORMULA, find_formulas
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Ranges, Span

_KINDS = PROSE_KINDS | {"heading", "table-row", "caption"}
_FIELDS = ("headline", "dek", "summary")
Spared = Literal["quoted", "names", "titles"]


class _Text(NamedTuple):
    """A text that is judged: a block, or a field of front matter; where its parts are, and which are quoted."""

    text: str
    locate: Callable[[int, int], Span]
    is_quoted: Callable[[int, int], bool]
    is_spared: Callable[[int, int], bool] = lambda start, end: False
    is_heading: bool = False
    is_field: bool = False
    cells: tuple[int, ...] = ()


def _fixes_of(pairs: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return which fixes pairs bring: a replacement is safe where its author says so and “a” need not become “an”."""
    known = list(pairs)
    if not known or any(pair["safe"] and len(pair["use"]) == 1 for pair in known):
        return ("safe", "unsafe")  # without pairs it is open
    return ("unsafe",) if any(len(pair["use"]) == 1 for pair in known) else ()


def _check_pairs(pairs: Iterable[Mapping[str, Any]]) -> None:
    Pairs(pairs).check()


@check(
    general=True,
    grades=("error", "warning", "advice"),
    phrases=("pairs",),
    asks=("pairs",),
    prepared={"pairs": Pairs},
    placeholders=("text", "use", "reason"),
    fixes=lambda options: _fixes_of(options["pairs"]),
    messages={"banned": "Do not write “{text}”{reason}."},
)
def substitution(
    article: Article,
    scene: Scene,
    *,
    pairs: Annotated[Pairs, Option("what not to write, and what to write instead", made=_check_pairs)],
    skip: Annotated[tuple[Spared, ...], Option("what is left alone: quotations, names, titles of works")] = (
        "quoted",
        "names",
        "titles",
    ),
    headings: Annotated[bool, Option("whether headings are judged, too")] = True,
    fields: Annotated[bool, Option("whether headline, standfirst and summary in front matter are, too")] = True,
) -> Iterator[Finding]:
    """Flag words that the house does not write, and say what it writes; never in code or addresses.

    A pair's words are found in any case, but a capital in them must be one in the text. The replacement keeps the case
    of what it replaces. The longest of overlapping pairs counts. A pair without a replacement has a message of its own.
    Findings have their pair's severity as grade, where it has one.
    """
    for text, start, end, phrase in _places(article, scene, pairs, headings, fields):
        found = text.text[start:end]
        form = pairs.match(phrase, found)
        if form is None or _is_left_alone(text, start, end, form, skip):
            continue
        begins = _begins_sentence(text, start)
        uses = tuple(dict.fromkeys(keep_case(form, found, use, begins) for use in form.uses))
        if found not in uses:
            yield _tell(article, text, start, end, form, uses)


def _places(
    article: Article, scene: Scene, pairs: Pairs, headings: bool, fields: bool
) -> Iterator[tuple[_Text, int, int, str]]:
    """Yield the texts with places of phrases in them: first those of front matter, then blocks in their order."""
    for element in article.elements if fields else ():
        if element.kind in _FIELDS and element.origin == "front matter":
            text = _field_text(article, element)
            yield from ((text, *hit) for hit in pairs.find(text.text))
    for index, hits in groupby(scene.hits, key=lambda hit: hit.block):
        kind = article.blocks[index].kind
        if kind in _KINDS and (headings or kind != "heading"):
            text = _block_text(article, index)
            kept = (hit for hit in hits if not article.is_code(index, hit.start, hit.end))
            yield from ((text, hit.start, hit.end, hit.phrase) for hit in kept)


_QUOTED = pattern(r"“[^“”]{0,300}”|\"[^\"]{0,300}\"|‘[^‘’]{0,300}’(?!\w)|„[^„“”]{0,300}[“”]|«[^«»]{0,300}»")


def _field_text(article: Article, element: Element) -> _Text:
    quoted = Ranges(match.span() for match in _QUOTED.finditer(element.text))
    is_written_so = article.source.slice(element.span) == element.text
    begin = element.span.start

    def locate(start: int, end: int) -> Span:
        return Span(begin + start, begin + end) if is_written_so else element.span

    is_heading = element.kind == "headline"
    return _Text(element.text, locate, lambda start, end: quoted.contains(start), is_heading=is_heading, is_field=True)


def _block_text(article: Article, index: int) -> _Text:
    block = article.blocks[index]
    titles = Ranges(_titles_in(article, block.span))

    def is_in_title(start: int, end: int) -> bool:
        return bool(titles) and titles.contains(block.locate(start, end).start)

    return _Text(
        block.text,
        block.locate,
        partial(article.is_quoted, index),
        is_in_title,
        is_heading=block.kind == "heading",
        cells=tuple(start for start, _ in block.cells),
    )


# Emphasised words that begin with a capital: *The Night Ferry*.
_EMPHASISED = pattern(
    r"(?<![*_\\\w])([*_]{1,3})(?=[A-ZÀ-Þ])[^*_\s]{1,60}(?:[ \n][^*_\s]{1,60}){1,20}\1(?![\w*_])"
    r"|<(i|em|cite)>(?=[A-ZÀ-Þ])[^<>\s]{1,60}(?:[ \n][^<>\s]{1,60}){1,20}</\2>"
)


def _titles_in(article: Article, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a block's source that are set as titles of works."""
    if article.format == "text":
        return
    for match in _EMPHASISED.finditer(article.source.text, span.start, span.end):
        yield match.span()


def _is_left_alone(text: _Text, start: int, end: int, form: Form, skip: tuple[Spared, ...]) -> bool:
    """Tell whether what was found is part of something that is left alone, or excused by its sentence."""
    return (
        _is_part(text.text, start, end)
        or ("quoted" in skip and text.is_quoted(start, end))
        or ("titles" in skip and text.is_spared(start, end))
        or ("names" in skip and _is_name(text, start, end, form))
        or (form.unless is not None and form.unless.search(fold_in_place(around(text.text, start, end))) is not None)
        or (form.is_of_case and text.is_heading and _has_capitals(text.text))
    )


_ADDRESS = pattern(r"://|www\.|[@#\\_=]|[\w-]\.[a-z]{2,}")
_LONGEST_TOKEN = 100


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether words are part of a longer one (`air-mail`), of an address, a handle or the name of a file."""
    if text[max(0, start - 1) : start] in ("-", "‑") and text[max(0, start - 2) : start - 1].isalnum():
        return True
    if text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalnum():
        return True
    before = text[max(0, start - _LONGEST_TOKEN) : start]
    after = text[end : end + _LONGEST_TOKEN]
    if _is_marked(text, start, end, before, after):
        return True
    head = "" if before[-1:].isspace() or not before else before.split()[-1]
    tail = "" if after[:1].isspace() or not after else after.split()[0]
    return bool(head or tail) and _ADDRESS.search(f"{head}x{tail}") is not None


# What opens and closes what is no prose: an emoji's name, code of a template, a link of a wiki.
_ENCLOSED = (
    (pattern(r":[\w+-]{0,60}\Z"), pattern(r"[\w+-]{0,60}:")),
    (pattern(r"\{[^{}\n]{0,99}\Z"), pattern(r"[^{}\n]{0,99}\}")),
    (pattern(r"\[\[[^\[\]\n]{0,98}\Z"), pattern(r"[^\[\]\n]{0,98}\]\]")),
)


def _is_marked(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Tell whether words stand between marks of what is no prose: `$x$`, `:x:`, `{x}` and `[[x]]`."""
    if any(opens.search(before) and closes.match(after) for opens, closes in _ENCLOSED):
        return True
    near = text[max(0, start - LONGEST_FORMULA) : end + LONGEST_FORMULA]
    at = min(start, LONGEST_FORMULA)
    return any(opens < at < closes for opens, closes in find_formulas(near))


_BEGINS = (".", "!", "?", "…", ":", "•", "\n")


def _begins_sentence(text: _Text, start: int) -> bool:
    before = text.text[max(0, start - 20) : start].rstrip("“”\"'‘’([«» \u00a0\t")
    return not before or before.endswith(_BEGINS) or start in text.cells


def _is_name(text: _Text, start: int, end: int, form: Form) -> bool:
    """Tell whether words have a capital that neither their pair nor their place explains."""
    found = text.text[start:end]
    if not found[:1].isupper() or form.written[:1].isupper() or (found.isupper() and len(found) > 1):
        return False
    if text.is_heading and _has_capitals(text.text):
        return False
    if not _begins_sentence(text, start):
        return True
    after = text.text[end : end + 3]
    return after[:1] == " " and after[1:2].isupper() and after[1:] != "I "


_WORD = pattern(r"[^\W\d_]{4,}")


def _has_capitals(text: str) -> bool:
    """Tell whether all long words of a heading have a capital, which then says nothing."""
    words = _WORD.findall(text[:400])
    return bool(sum(word[0].isupper() for word in words) > 0.8 * len(words))


def _tell(article: Article, text: _Text, start: int, end: int, form: Form, uses: tuple[str, ...]) -> Finding:
    span = text.locate(start, end)
    found = text.text[start:end]
    reason = f" ({form.reason.strip().rstrip('.')})" if form.reason.strip() else ""
    return Finding(
        span,
        {"text": found, "use": "” or “".join(uses), "reason": reason},
        form.severity or "default",
        message=None if uses else "banned",
        fix=_fix(article, text, start, span, found, form, uses),
        sources=(Citation(form.source),) if form.source else (),
    )


# What means nothing but itself in every format, and in front matter.
_HARMLESS = pattern(r"[^\W\d_][\w .,’‑-]*(?<![ _])")
_VOWELS = tuple("aeioAEIO")
_ARTICLE = pattern(r"\b[Aa]n?[ \n\u00a0]\Z")


def _fix(
    article: Article, text: _Text, start: int, span: Span, found: str, form: Form, uses: tuple[str, ...]
) -> Fix | None:
    """Return the edit that makes the replacement, where there is one and the words stand in the source as they are."""
    written = article.source.slice(span)
    is_plain = " ".join(written.split()) == " ".join(found.split()) and "\n\n" not in written
    if len(uses) != 1 or not is_plain or not _HARMLESS.fullmatch(uses[0]) or text.is_quoted(start, start + len(found)):
        return None
    is_fitting = found[:1].lower() == uses[0][:1].lower() or not _ARTICLE.search(text.text[max(0, start - 4) : start])
    safe = form.safe and (is_fitting or found.startswith(_VOWELS) == uses[0].startswith(_VOWELS))
    return Fix("safe" if safe else "unsafe", (Edit(span.start, span.end, uses[0]),))
