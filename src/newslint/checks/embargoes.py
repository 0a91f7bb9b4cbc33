"""The check of embargoes and of words of lawyers that were left in the copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import each, possible, say_day
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.dates.mentions import DateMention, find_dates
from newslint.language.dates.timestamps import parse_timestamp
from newslint.patterns import pattern

_SILENT = frozenset({"code", "quotation"})
_FIELDS = ("embargo", "embargo_until", "embargoed_until", "embargo_date", "embargo_end", "embargo_ends", "embargoed")
_LONGEST = 60  # code points of what is shown
_NEAR = 40  # code points from an embargo to its day
_LINE = 80  # code points in which that is read
_LEADS = " \n\t*_#>-–—"
_SHOWN = pattern(r"[^\n\])}]{1,90}")
_TAILS = ".:])}({["
Place = tuple[int, int]
_QUOTES = '“„"‘«'
_WORDS = frozenset(
    """embargo embargoed publication published broadcast release print use internal external distribution circulation
    privilege privileged confidential attorney legal legally legalled lawyer lawyers lawyered counsel counsel's
    counsel’s solicitor solicitors libel judice prejudice circulate forward distribute publish approval clearance
    """.split()
)


@check(
    grades=("to-come", "past"),
    placeholders=("text", "until"),
    searched=("embargoes", "notes"),
    finds_more=True,
    messages={
        "to-come": "“{text}” is an embargo until {until}, which is still to come. Ask before this is published.",
        "past": "“{text}” is an embargo until {until}, which is past. Take the line out.",
        "before": "This is dated {text}, and the embargo in its front matter ends on {until}.",
        "embargo": "“{text}” is an embargo. Make sure that it has ended, and take the line out.",
    },
)
def embargo_or_legal_note(
    article: Article,
    scene: Scene,
    *,
    embargoes: Annotated[tuple[str, ...], Option("how a line that says until when nobody may publish begins")],
    notes: Annotated[tuple[str, ...], Option("how words of lawyers, and a ban on publishing, begin")],
) -> Iterator[Finding]:
    """Flag embargoes and notes of lawyers, at the beginning of a block or in brackets, outside quotations.

    An embargo is `to-come` or `past` where its day can be told and is today or later, or earlier; a field of front
    matter is reported where the article is dated before its day. The message may use `{text}`.
    """
    yield from _broken_field(article)
    for index, block in enumerate(article.blocks):
        if not _may_hold(article, index):
            continue
        if found := _find(article, index, embargoes, scene):
            yield _tell(article, scene, index, found)
        elif found := _find(article, index, notes, scene):
            words = _SHOWN.match(block.text, found[0])
            yield Finding(block.locate(*found), {"text": _shorten(words[0] if words else ""), "until": ""})


def _may_hold(article: Article, index: int) -> bool:
    """Tell whether a block may have an embargo or a note; a line that dates the article has no words."""
    block = article.blocks[index]
    if block.kind == "boilerplate":
        return "mbargo" in block.text or "MBARGO" in block.text
    return block.kind not in _SILENT and not _WORDS.isdisjoint(article.vocabulary(index))


def _find(article: Article, index: int, patterns: tuple[str, ...], scene: Scene) -> Place | None:
    """Return the place of the first match in a block that stands in nobody's words and is no code."""
    text = article.blocks[index].text
    is_searched = article.blocks[index].kind != "boilerplate"
    for regex in possible(patterns, scene, index) if is_searched else each(patterns):
        for match in regex.finditer(text):
            start = match.end() - len(match[0].lstrip(_LEADS + _TAILS))
            is_theirs = text[start] in _QUOTES or article.is_quoted(index, start, match.end())
            if not is_theirs and not article.is_code(index, start, match.end()):
                return start, start + len(match[0].strip(_LEADS + _TAILS))
    return None


def _tell(article: Article, scene: Scene, index: int, place: Place) -> Finding:
    """Return the finding of an embargo, by its day where that can be told."""
    block = article.blocks[index]
    days = find_dates(block.text[place[0] : place[1] + _LINE], day_first=article.day_first)
    end = next((each for each in days if each.day and each.start <= place[1] - place[0] + _NEAR), None)
    day = _day_of(article, end) if end else None
    stop = max(place[1], place[0] + end.end) if end else place[1]
    values = {"text": _shorten(block.text[place[0] : stop]), "until": say_day(day) if day else ""}
    grade = "default"
    if day and scene.today.is_before(day):
        grade = "to-come"
    elif day and scene.today.is_after(day):
        grade = "past"
    return Finding(block.locate(place[0], stop), values, grade, message="embargo" if grade == "default" else grade)


def _day_of(article: Article, mention: DateMention) -> date | None:
    """Return the day that a mention means: one without a year is the nearest to the date of the article."""
    if not mention.month or not mention.day:
        return None
    published = article.published
    anchor = date.fromisoformat(published.value[:10]) if published and published.value else None
    if mention.year is None and anchor is None:
        return None
    years = [mention.year] if mention.year or anchor is None else [anchor.year + more for more in (-1, 0, 1)]
    days = [day for year in years if year and (day := _make(year, mention.month, mention.day))]
    return min(days, key=lambda day: abs(day - anchor) if anchor and not mention.year else timedelta(), default=None)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February
        return None


def _broken_field(article: Article) -> Iterator[Finding]:
    """Yield the embargo of front matter before whose day the article is dated."""
    field = article.field(*_FIELDS) if article.front_matter else None
    published = article.published
    if field is None or published is None or not published.value:
        return
    end = parse_timestamp(str(field.value))
    if end is not None and date.fromisoformat(published.value[:10]) < end.date:
        values = {"text": say_day(date.fromisoformat(published.value[:10])), "until": say_day(end.date)}
        yield Finding(field.span, values, "to-come", message="before")


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
