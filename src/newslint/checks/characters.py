"""Checks of characters: what an encoding damaged, what nobody sees, lone brackets, and what readers of files met."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, Literal

from newslint.article import PROSE_KINDS, Article, Block
from newslint.checks.shared import CUT, join_fixes
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.units.mojibake import Damage, find_damage, find_lost_apostrophes, repair
from newslint.patterns import pattern
from newslint.source import Problem
from newslint.spans import Extent, Span

# Which fixes come with problems of a kind.
_FIXES = {
    "charset-mismatch": ("safe",),
    "nul-byte": ("unsafe",),
    "front-matter-doubtful": ("safe", "unsafe"),
    "front-matter-invalid": ("safe",),
}


@check(placeholders=("problem",), fixes=lambda options: _FIXES[options["kind"]])
def reported_problem(
    article: Article,
    scene: Scene,
    *,
    kind: Annotated[
        Literal["charset-mismatch", "nul-byte", "front-matter-invalid", "front-matter-doubtful"],
        Option("the kind of problem"),
    ],
    together: Annotated[bool, Option("one finding an article, the other places related")] = False,
) -> Iterator[Finding]:
    """Flag what the reader of a file reported. The message may use `{problem}`, a clause that says what was met."""
    reported = (*article.source.problems, *article.problems)
    found = sorted({p for p in reported if p.kind == kind}, key=lambda p: (p.span, p.message))
    if together and found:
        related = tuple(Related(problem.span, problem.message) for problem in found[1:])
        yield Finding(
            found[0].span, {"problem": found[0].message}, related=related, fix=join_fixes(map(_fix_of, found))
        )
        return
    for problem in found:
        yield Finding(problem.span, {"problem": problem.message}, fix=_fix_of(problem))


def _fix_of(problem: Problem) -> Fix | None:
    if problem.repair is None:
        return None
    applicability, edits = problem.repair
    return Fix(applicability, tuple(Edit(*edit) for edit in edits))


# Not the no-break space, which is often half of a damaged letter.
_SPACE = " \t\r\n"


@check(
    placeholders=("seen", "meant", "more"),
    fixes=("safe",),
    messages={
        "known": "“{seen}” is garbled; it should probably read “{meant}”{more}.",
        "lost": "A character was lost in “{seen}”{more}.",
    },
    renamed={"places": "max_places"},
)
def damaged_text(
    article: Article,
    scene: Scene,
    *,
    max_places: Annotated[int, Option("how many other places a finding shows, at most", ge=0)] = 20,
) -> Iterator[Finding]:
    """Flag characters that a wrong encoding damaged, once an article, with what they should read."""
    if article.source.text.isascii() and "&" not in article.source.text and "?" not in article.source.text:
        return
    places = sorted([*_in_blocks(article), *_in_metadata(article)])
    if not places:
        return
    (span, seen, meant, _), *others = places
    more = {0: "", 1: ", and so in one more place"}.get(len(others), f", and so in {len(others)} more places")
    related = tuple(
        Related(place, f"“{word}” for “{whole}”" if whole else f"“{word}”")
        for place, word, whole, _ in others[:max_places]
    )
    # A byte order mark has no place within a text.
    edits = tuple(
        Edit(place.start, place.end, text.replace("\ufeff", ""), part)
        for part, (place, _, _, text) in enumerate(places)
        if text
    )
    yield Finding(
        span,
        {"seen": seen, "meant": meant, "more": more},
        related=related,
        message="known" if meant else "lost",
        fix=Fix("safe", edits) if edits else None,
    )


def _in_blocks(article: Article) -> Iterator[tuple[Span, str, str, str]]:
    """Yield the place of each damage, the word around it, the repaired word, and what is meant in the place."""
    for index, block in enumerate(article.blocks):
        if block.kind not in ("code", "boilerplate"):
            for damage in find_damage(block.text):
                if not article.is_code(index, damage.start, damage.end):
                    yield _describe(block, damage)
            for damage in find_lost_apostrophes(block.text):
                if not article.is_code(index, damage.start, damage.end):
                    start, end = _word_around(block.text, damage.start, damage.end)
                    seen, place = block.text[start:end], block.locate(damage.start, damage.end)
                    yield place, seen, seen.replace("?", damage.meant, 1), damage.meant


def _describe(block: Block, damage: Damage) -> tuple[Span, str, str, str]:
    start, end = _word_around(block.text, damage.start, damage.end)
    seen = block.text[start:end]
    meant = repair(seen) or "" if damage.meant else ""
    return block.locate(damage.start, damage.end), seen, meant, damage.meant


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the word that holds the damage, at most 30 characters to each side."""
    first, last = start, end
    while first > max(0, start - 30) and text[first - 1] not in _SPACE:
        first -= 1
    while last < min(len(text), end + 30) and text[last] not in _SPACE:
        last += 1
    return first, last


def _in_metadata(article: Article) -> Iterator[tuple[Span, str, str, str]]:
    seen: set[Span] = set()
    for element in article.elements:
        if element.origin != "front matter" or element.span in seen:
            continue
        seen.add(element.span)
        written = article.source.slice(element.span)
        for damage in find_damage(written):
            start, end = _word_around(written, damage.start, damage.end)
            word = written[start:end]
            place = Span(element.span.start + damage.start, element.span.start + damage.end)
            yield place, word, repair(word) or "" if damage.meant else "", damage.meant


@cache
def _invisible() -> re.Pattern[str]:
    return pattern(
        r"""
          (?<=[a-zA-Z\u00c0-\u024f])[\u200b\u2060\ufeff]+(?=[a-zA-Z\u00c0-\u024f])   # zero-width, within a word
        | (?<=[a-z])\u00ad(?=[a-z])                       # soft hyphens
        | [\u202a-\u202e\u2066-\u2069]+                    # marks that turn the direction of text
        | [\x01-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f]+  # control characters
        """,
        re.VERBOSE,
    )


# Control characters that are what is left of letters in a wrong encoding.
_DAMAGE = frozenset(map(chr, range(0x80, 0xA0)))
# Marks that turn all that follows around; the others only say which way a word runs.
_TURNS = frozenset("\u202b\u202d\u202e\u2067")
_SOFT_HYPHEN = "\u00ad"
# So many soft hyphens are left of copied columns; one in so many long words is the work of software that hyphenates.
_FEW_HYPHENS, _LONG_WORD, _RARE = 12, pattern(r"[^\W\d_]{8,}"), 0.1


@check(
    grades=("hidden",),
    placeholders=("name", "word", "more"),
    fixes=("safe", "unsafe"),
    renamed={"places": "max_places"},
)
def invisible_characters(
    article: Article,
    scene: Scene,
    *,
    max_places: Annotated[int, Option("how many other places a finding shows, at most", ge=0)] = 20,
) -> Iterator[Finding]:
    """Flag characters that nobody sees and that break searching and copying, once an article; spaces are left alone.

    The grade is `hidden` where none stands within a word, turns the text around or is left of damaged letters. Soft
    hyphens are flagged where a few are left in an English text, and neither in headings nor where software sets them.
    """
    places = sorted(_find_invisible(article), key=lambda place: (place[1] not in _DAMAGE, not place[3]))
    if not places:
        return
    span, character, word, breaks = places[0]
    name = unicodedata.name(character, f"control character U+{ord(character):04X}").lower()
    more = f", and {len(places) - 1} more such places" if len(places) > 1 else ""
    yield Finding(
        span,
        {"name": name, "word": word, "more": more},
        "default" if breaks else "hidden",
        related=tuple(Related(place, f"in “{near}”") for place, _, near, _ in places[1 : max_places + 1]),
        fix=_cleanse(article, [place for place, _, _, _ in places]),
    )


# What only guides how a text is laid out. Control characters stand for something that was lost.
_LAYOUT = frozenset("\u00ad\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LAYOUT_CODES = pattern(r"&(?:shy|ZeroWidthSpace|NoBreak|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});")


def _cleanse(article: Article, places: Sequence[Span]) -> Fix | None:
    """Return a fix that takes out what nobody sees: safe for what lays out text, unsafe for control characters.

    Where there are both, the safe part comes first. What is left of damaged letters stays, or it could not be restored.
    """
    written = [(place, article.source.slice(place)) for place in places]
    layout = [(*place, "") for place, text in written if _LAYOUT.issuperset(text) or _LAYOUT_CODES.fullmatch(text)]
    controls = [
        # Word processors break lines with a vertical tab.
        (*place, " " if "\x0b" in text else "")
        for place, text in written
        if _DAMAGE.isdisjoint(text)
    ]
    edits = [Edit(*edit, part) for part, edit in enumerate(layout or controls)]
    return Fix("safe" if layout else "unsafe", tuple(edits)) if edits else None


def _find_invisible(article: Article) -> Iterator[tuple[Span, str, str, bool]]:
    """Yield place, character and the word around it of what nobody sees, and whether it breaks a word or the text."""
    yield from _find_in_front_matter(article)
    hyphens = _are_left(article)
    for index, passage in enumerate(article.passages):
        # Text that runs from right to left needs marks of direction.
        if passage.text.isprintable() or _runs_to_the_left(passage.text):
            continue
        for match in _invisible().finditer(passage.text):
            place = article.locate(Extent(index, *match.span()))
            character = match.group()[0]
            is_meant = character == _SOFT_HYPHEN and not (hyphens and _is_typed(article, index, place))
            if not is_meant and not article.is_code(index, *match.span()):
                breaks = character in _DAMAGE | _TURNS or _is_inside(passage.text, *match.span())
                yield place, character, _word_at(passage.text, *match.span()), breaks


def _find_in_front_matter(article: Article) -> Iterator[tuple[Span, str, str, bool]]:
    """Yield the same for what front matter says; a soft hyphen there is meant, and control characters YAML refuses."""
    for span in dict.fromkeys(element.span for element in article.elements if element.origin == "front matter"):
        written = article.source.slice(span)
        if written.isascii() or _runs_to_the_left(written):
            continue
        for match in _invisible().finditer(written):
            start, end = match.span()
            character = match.group()[0]
            if character in _LAYOUT and character != _SOFT_HYPHEN:
                breaks = character in _TURNS or _is_inside(written, start, end)
                yield Span(span.start + start, span.start + end), character, _word_at(written, start, end), breaks


def _is_inside(text: str, start: int, end: int) -> bool:
    """Tell whether letters stand before and after a range."""
    return text[max(0, start - 1) : start].isalpha() and text[end : end + 1].isalpha()


def _is_typed(article: Article, index: int, place: Span) -> bool:
    """Tell whether a soft hyphen stands as it is in running text: an entity, or one in a heading, is meant."""
    return article.blocks[index].kind in PROSE_KINDS and article.source.slice(place) == _SOFT_HYPHEN


def _are_left(article: Article) -> bool:
    """Tell whether an English text has so few soft hyphens that no software set them for its long words."""
    text = article.source.text
    count = 0 if text.isascii() else text.count(_SOFT_HYPHEN)
    if not 0 < count <= _FEW_HYPHENS or not (article.language or "en").startswith("en"):
        return False
    words = sum(1 for block in article.blocks for _ in _LONG_WORD.finditer(block.text))
    return count <= max(1, _RARE * words)


def _runs_to_the_left(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(character) in ("R", "AL") for character in text[:200])


def _word_at(text: str, start: int, end: int) -> str:
    before = text[max(0, start - 20) : start].split(" ")[-1]
    after = text[end : end + 20].split(" ")[0]
    return before + after


_BRACKET = pattern(r"[()]")
# What looks like a bracket and is not one: a list's mark (`a)`, `bb)`, `1)`), a smiley.
_MARK = pattern(r"(?:^|[\s,;:(“‘])\(?(?:([A-Za-z])\1{0,2}|\d{1,3}|[ivx]{1,4})$")
_INTERVAL = pattern(r"\([-+\d., ]{1,20}\]")
_SMILEY = pattern(r"(?:^|\s)(?:[:;=8][-o^']?|[:;=]\s-\s|[:;=]-\s?<?)$")
# A bracket that the text is about.
_SUBJECT = pattern(r"\b(?:missing|extra|stray|closing|opening|unmatched|unbalanced|trailing|redundant)\s[()](?!\w)")


@check(grades=("doubtful",), placeholders=("bracket", "words"))
def unbalanced_brackets(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a round bracket without its partner in a paragraph, unless a paragraph near by has it.

    The grade is `doubtful` in an excerpt that was cut.
    """
    places: dict[str, dict[int, int]] = {"(": {}, ")": {}}
    for index, block in article.prose_blocks():
        lonely = [at for at in _find_lonely(block.text) if not article.is_code(index, at, at + 1)]
        if len(lonely) == 1:
            places[block.text[lonely[0]]][index] = lonely[0]
    for index, at in sorted({**places["("], **places[")"]}.items()):
        block = article.blocks[index]
        bracket = block.text[at]
        # An aside of several paragraphs opens in one and closes in a later one.
        if places["(" if bracket == ")" else ")"].keys().isdisjoint(range(index - 4, index + 5)):
            words = block.text[at : at + 40] if bracket == "(" else block.text[max(0, at - 40) : at + 1]
            values = {"bracket": bracket, "words": " ".join(words.split())}
            yield Finding(block.locate(at, at + 1), values, _grade_bracket(block.text, at))


def _grade_bracket(text: str, at: int) -> str:
    return "doubtful" if text[at] == "(" and CUT.search(text, at) else "default"


def _find_lonely(text: str) -> list[int]:
    opened: list[int] = []
    lonely: list[int] = []
    smiles = 0
    for match in _BRACKET.finditer(text):
        at = match.start()
        before = text[max(0, at - 6) : at]
        if _SMILEY.search(before):
            smiles += bool(opened) and match.group() == ")"
            continue
        if _INTERVAL.match(text, at) or _SUBJECT.search(text, max(0, at - 14), at + 2):
            continue
        if match.group() == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _MARK.search(before):
            lonely.append(at)
    # A smiley closes the bracket that it stands in, too.
    return sorted(lonely + opened[smiles:])
