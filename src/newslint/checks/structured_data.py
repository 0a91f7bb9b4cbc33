"""Checks of a page's structured data by themselves: whether they can be read, are complete and give real dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article
from newslint.checks.own_markup import own_objects, text_of, top_objects
from newslint.checks.shared import as_set
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.located_json import JsonNode, member, objects, types_of
from newslint.patterns import pattern
from newslint.spans import Span

_TYPE = pattern(r'"@type"\s*:\s*(?:\[\s*)?"[^"\n]{0,60}"')


@check(
    grades=("incomplete", "doubled"),
    needs=("structured-data",),
    placeholders=("problem", "kind", "missing", "property", "value", "count"),
    messages={
        "broken": "This JSON-LD cannot be read: {problem}.",
        "incomplete": "The article's structured data ({kind}) lacks {missing}.",
        "no-date": "The structured data give “{value}” as {property}, which is no date.",
        "doubled": "The page has {count} FAQPage objects; search engines expect one with all questions.",
    },
)
def article_markup(
    article: Article,
    scene: Scene,
    *,
    types: Annotated[tuple[str, ...], Option("types of objects that describe an article")],
    facts: Annotated[tuple[str, ...], Option("properties that one must have, or alternatives separated by `|`")],
) -> Iterator[Finding]:
    """Flag JSON-LD that cannot be parsed, dates that are none, and `doubled` FAQ pages; `incomplete` where what is said
    of the article lacks its main facts.
    """
    if not article.structured_data:
        return
    yield from _broken(article)
    things = list(top_objects(article))
    own = own_objects(article, [thing for thing in things if _describes(thing, as_set(types))])
    yield from _incomplete(article, own, types, facts)
    yield from _dates_that_are_none(own)
    yield from _doubled(article)


def _broken(article: Article) -> Iterator[Finding]:
    for data in article.structured_data:
        if data.error is not None:
            problem = data.error[:1].lower() + data.error[1:].removesuffix(" at")
            yield Finding(data.error_span or data.span, {"problem": problem}, message="broken")


def _incomplete(
    article: Article, own: Sequence[JsonNode], types: tuple[str, ...], facts: tuple[str, ...]
) -> Iterator[Finding]:
    missing = _missing(own, facts)
    if missing:
        kind = next(name for name in types_of(own[0]) if name in types)
        values = {"kind": kind, "missing": _list(missing)}
        yield Finding(_place_of(article, own[0], kind), values, "incomplete", message="incomplete")


def _missing(things: Sequence[JsonNode], facts: tuple[str, ...]) -> list[str]:
    """Return the facts that none of some objects says: several may share the work."""
    alternatives = [fact.split("|") for fact in facts] if things else []
    return [names[0] for names in alternatives if not any(_says(thing, *names) for thing in things)]


def _describes(thing: JsonNode, types: frozenset[str]) -> bool:
    """Tell whether an object describes an article; one may only mark which part of the page is paid for."""
    if types.isdisjoint(types_of(thing)):
        return False
    return member(thing, "isAccessibleForFree") is None or _says(thing, "headline", "name")


def _says(thing: JsonNode, *names: str) -> bool:
    """Tell whether an object has one of some properties, and not as white space."""
    values = [place.value for name in names if (place := member(thing, name)) is not None]
    return any(value.strip() if isinstance(value, str) else value for value in values)


def _place_of(article: Article, thing: JsonNode, kind: str) -> Span:
    """Return the place where an object names its type, else its first line."""
    written = article.source.slice(thing.span)
    for match in _TYPE.finditer(written):
        if f'{kind}"' in match.group():
            return Span(thing.start + match.start(), thing.start + match.end())
    return Span(thing.start, thing.start + len(written.partition("\n")[0]))


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


_DATES = ("datePublished", "dateModified", "dateCreated")
# A date or a moment of ISO 8601 as schema.org takes them; a space for the `T`, which RFC 3339 allows, is let be.
_ISO = pattern(
    r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?"
    r"|\d{8}(?:T\d{4}(?:\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
    r"|\d{8}T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?",
)
_FIRST_YEAR = 1500  # what programs write for "no date" lies before it: 0001-01-01, 0000-00-00


def _dates_of(things: Sequence[JsonNode]) -> Iterator[tuple[str, JsonNode, str]]:
    for thing in things:
        for name in _DATES:
            place = member(thing, name)
            value = text_of(place)
            if place is not None and value and "{" not in value and "<" not in value:
                yield name, place, value


def _dates_that_are_none(own: Sequence[JsonNode]) -> Iterator[Finding]:
    wrong = [(name, place, value) for name, place, value in _dates_of(own) if not _is_date(value)]
    if wrong:
        name, place, value = wrong[0]
        related = tuple(Related(other.span, f"{prop}: {text[:60]}") for prop, other, text in wrong[1:])
        yield Finding(place.span, {"property": name, "value": value[:60]}, message="no-date", related=related)


def _is_date(value: str) -> bool:
    """Tell whether a text can be read as a date by anybody, in whatever form, and is one of our era."""
    from newslint.language.dates.timestamps import parse_timestamp

    moment = parse_timestamp(value)
    if moment is not None:
        return moment.date.year >= _FIRST_YEAR
    # A year or a month alone is a date of ISO 8601.
    return len(value) <= _LONGEST_MONTH and _ISO.fullmatch(value) is not None and value[:4] >= str(_FIRST_YEAR)


_LONGEST_MONTH = 7


@check(needs=("structured-data",), placeholders=("property", "value", "right", "more"))
def markup_dates(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag dates of the article's structured data that people can read and that are not written as ISO 8601."""
    if not article.structured_data:
        return
    own = own_objects(article, [thing for thing in top_objects(article) if _is_article(thing)])
    wrong = [found for found in _dates_of(own) if _is_date(found[2]) and not _ISO.fullmatch(found[2])]
    if wrong:
        name, place, value = wrong[0]
        related = tuple(Related(other.span, f"{prop}: {text[:60]}") for prop, other, text in wrong[1:])
        values = {"property": name, "value": value[:60], "right": _in_iso(value), "more": _more(len(wrong))}
        yield Finding(place.span, values, related=related)


def _is_article(thing: JsonNode) -> bool:
    return any(kind.endswith(("Article", "BlogPosting")) for kind in types_of(thing))


def _in_iso(value: str) -> str:
    from newslint.language.dates.timestamps import parse_timestamp

    moment = parse_timestamp(value)
    return "" if moment is None or moment.ambiguous else f", such as “{moment.isoformat()}”"


def _more(count: int) -> str:
    return f" ({count} dates)" if count > 1 else ""


def _doubled(article: Article) -> Iterator[Finding]:
    """Yield a finding where several objects of a page say that they are its FAQ."""
    every = [thing for data in article.structured_data for thing in objects(data.places)]
    pages = [thing for thing in every if "FAQPage" in types_of(thing) and member(thing, "mainEntity") is not None]
    if len(pages) > 1:
        spans = [_place_of(article, page, "FAQPage") for page in pages]
        related = tuple(Related(span, "the one before it") for span in spans[:1])
        yield Finding(spans[1], {"count": len(pages)}, "doubled", message="doubled", related=related)
