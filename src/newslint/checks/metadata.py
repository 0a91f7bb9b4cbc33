"""Checks of what metadata says: against the page, by itself, and of an article's type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, filterfalse
from typing import Annotated, Any

from newslint.article import Article, Element, StructuredData
from newslint.checks.shared import as_set
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.numbers.quantities import find_quantities, is_same_quantity
from newslint.language.units.comparison import comparison_key
from newslint.language.units.similarity import content_words, fold_words
from newslint.patterns import pattern
from newslint.spans import Span

_NOT_OF_PEOPLE = frozenset(
    """admin agency agencies associated bbc blog bureau channel cnn communications community company content contributor
    contributors corporation correspondent daily department desk digital editor editorial editors express foundation
    gazette group guest guardian herald inc institute journal library limited ltd magazine media ministry net network
    new news newspaper newsroom observer office online organisation organization partner post press publishing radio
    reporter reporters reuters service services staff standard studio syndication team telegraph television the times
    today tribune tv university webmaster weekly wire writer writers www""".split()
)


@check(placeholders=("what", "metadata", "origin", "shown"), renamed={"days": "max_days"})
def metadata_agreement(
    article: Article,
    scene: Scene,
    *,
    headlines: Annotated[bool, Option("whether headlines are compared")] = True,
    dates: Annotated[bool, Option("whether dates of publication are compared")] = True,
    authors: Annotated[bool, Option("whether authors are compared")] = True,
    max_days: Annotated[
        int, Option("dates at most this many days apart count as the same, as in another time zone", ge=0)
    ] = 1,
) -> Iterator[Finding]:
    """Flag headlines, dates and authors that differ between the page and its metadata; tolerant of variants."""
    if headlines:
        yield from _compare_headlines(article)
    if dates:
        yield from _compare_dates(article, max_days)
    if authors:
        yield from _compare_authors(article)


def _compare_dates(article: Article, max_days: int) -> Iterator[Finding]:
    dated = [element for element in article.find_all("published") if _is_trustworthy(article, element)]
    updates = {_day(element) for element in article.find_all("updated")}
    shown = min(dated, key=lambda element: element.origin != "convention", default=None)
    for other in dated:
        if shown is None or other.origin == shown.origin:
            continue
        # A line that shows the last change only is not another date of publication.
        days = _day(shown), _day(other)
        if updates.isdisjoint(days) and _are_apart(*days, max_days):
            yield _report("date", other, shown)
            return


def _day(element: Element) -> str:
    return (element.value or "")[:10]


def _are_apart(one: str, other: str, max_days: int) -> bool:
    """Tell whether two days are further apart than allowed, and not one with day and month the other way round."""
    first, second = date.fromisoformat(one), date.fromisoformat(other)
    is_swapped = first.year == second.year and (first.month, first.day) == (second.day, second.month)
    return abs((first - second).days) > max_days and not is_swapped


def _is_trustworthy(article: Article, element: Element) -> bool:
    """Tell whether a date of publication is one for sure: from metadata, or from a line that says so.

    File names keep the date of a first draft, and times in a page's markup may belong to other articles.
    """
    if not element.value or element.origin in ("file name", "markup"):
        return False
    if element.origin != "convention":
        return True
    at = article.block_at(element.span.start)
    return at is not None and _SAYS_SO.match(article.blocks[at].text) is not None


_SAYS_SO = pattern(r"\W*(?:first |originally )?(?:published|posted|publication date)\b", re.IGNORECASE)


def _is_visible(element: Element) -> bool:
    return element.origin in ("markup", "convention")


def _report(what: str, other: Element, shown: Element) -> Finding:
    values = {"what": what, "metadata": _text(other), "origin": other.origin, "shown": _text(shown)}
    return Finding(other.span, values, related=(Related(shown.span, f"the {what} that readers see"),))


def _text(element: Element) -> str:
    text = ", ".join(element.names) if element.names else " ".join(element.text.split())
    return text if len(text) <= 90 else text[:89] + "…"


def _compare_headlines(article: Article) -> Iterator[Finding]:
    found = article.find_all("headline")
    shown = next((element for element in found if _is_visible(element)), None)
    if shown is None:
        return
    for other in found:
        # Social and search titles may be other words for the same story; figures must still be the same.
        if other is not shown and not _is_visible(other) and _contradict(shown.text, other.text):
            yield _report("headline", other, shown)
            return


def _contradict(shown: str, other: str) -> bool:
    """Tell whether two headlines are of different stories, or of one story with different figures."""
    one, two = set(content_words(shown)), set(content_words(other))
    common = one & two
    if len(common) >= 0.6 * min(len(one), len(two)) and len(common) >= 3:
        first, second = find_quantities(shown), find_quantities(other)
        if len(first) != len(second) or not first:
            return False
        return any(not is_same_quantity(a, b, 0.05) and a.kind == b.kind for a, b in zip(first, second, strict=True))
    return False


def _compare_authors(article: Article) -> Iterator[Finding]:
    signed = list(filter(_people, article.find_all("byline")))
    shown, hidden = list(filter(_is_visible, signed)), list(filterfalse(_is_visible, signed))
    if shown and hidden:
        names = [*chain.from_iterable(map(_people, shown))]
        words = {*chain.from_iterable(fold_words(block.text[:400]) for block in article.blocks)}
        for other in hidden:
            if not any(_is_told(name, names, words) for name in _people(other)):
                yield _report("author", other, shown[0])
                return


def _is_told(name: tuple[str, ...], names: list[tuple[str, ...]], words: set[str]) -> bool:
    """Tell whether the page has a name, in its words or as another form of one of those who sign it."""
    return words.issuperset(name) or any(_is_same_person(name, own) for own in names)


_BETWEEN_WORDS = pattern(r"[\s-]+")
_NOT_IN_NAMES = pattern(r"[\d@/._]{2}|\d")


def _people(element: Element) -> list[tuple[str, ...]]:
    """Return the names of an element that look like those of people, as folded words."""
    found = []
    for name in element.names:
        words = fold_words(name)
        is_written_as_one = all(part[:1].isupper() or len(part) <= 3 for part in _BETWEEN_WORDS.split(name) if part)
        if (
            2 <= len(words) <= 4
            and is_written_as_one
            and not _NOT_OF_PEOPLE & set(words)
            and not _NOT_IN_NAMES.search(name)
        ):
            found.append(words)
    return found


def _is_same_person(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether two names may be one person's: a longer word in common, or nearly the same letters."""
    if any(len(word) > 2 for word in set(first) & set(second)):
        return True
    from difflib import SequenceMatcher

    if [word[0] for word in first] == [word[0] for word in second] and SequenceMatcher(
        None, first[-1], second[-1]
    ).ratio() > 0.6:
        return True
    return SequenceMatcher(None, "".join(first), "".join(second)).ratio() >= 0.7


_TYPE = pattern(r'"@type"\s*:\s*(?:\[\s*)?"[^"\n]{0,60}"')


@check(
    grades=("incomplete",),
    needs=("structured-data",),
    placeholders=("problem", "kind", "missing"),
    messages={
        "broken": "This JSON-LD cannot be read: {problem}.",
        "incomplete": "The article's structured data ({kind}) lacks {missing}.",
    },
)
def article_markup(
    article: Article,
    scene: Scene,
    *,
    types: Annotated[tuple[str, ...], Option("types of objects that describe an article")],
    facts: Annotated[tuple[str, ...], Option("properties that one must have, or alternatives separated by `|`")],
) -> Iterator[Finding]:
    """Flag JSON-LD that cannot be parsed; `incomplete` where what is said of the article lacks its main facts."""
    found = []
    for data in article.structured_data:
        if data.error is not None:
            problem = data.error[:1].lower() + data.error[1:].removesuffix(" at")
            yield Finding(data.error_span or data.span, {"problem": problem}, message="broken")
        else:
            found += [(data, thing) for thing in _top_level(data.value) if _describes(thing, as_set(types))]
    own = _own(found, article)
    missing = _missing([thing for _, thing in own], facts)
    if missing:
        data, thing = own[0]
        kind = next(name for name in _types_of(thing) if name in types)
        values = {"kind": kind, "missing": _list(missing)}
        yield Finding(_place_of(article, data, kind), values, "incomplete", message="incomplete")


def _missing(things: list[dict[str, Any]], facts: tuple[str, ...]) -> list[str]:
    """Return the facts that none of some objects says: several may share the work."""
    alternatives = [fact.split("|") for fact in facts] if things else []
    return [names[0] for names in alternatives if not any(_says(thing, *names) for thing in things)]


def _top_level(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects that a script states: itself, a list's members, a graph's, a page's main entity."""
    if isinstance(value, list):
        for member in value:
            yield from _top_level(member)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _top_level(value.get(key))


def _types_of(thing: dict[str, Any]) -> list[str]:
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def _own(
    found: list[tuple[StructuredData, dict[str, Any]]], article: Article
) -> list[tuple[StructuredData, dict[str, Any]]]:
    """Return the objects about this article: all where there is one, else those with its headline."""
    if len(found) <= 1:
        return found
    headline = comparison_key(article.headline.text, "words") if article.headline else ""
    return [
        (data, thing)
        for data, thing in found
        if headline and _key_of(thing.get("headline") or thing.get("name")) == headline
    ]


def _describes(thing: dict[str, Any], types: frozenset[str]) -> bool:
    """Tell whether an object describes an article; one may only mark which part of the page is paid for."""
    if types.isdisjoint(_types_of(thing)):
        return False
    return "isAccessibleForFree" not in thing or _says(thing, "headline", "name")


def _key_of(value: object) -> str:
    return comparison_key(value, "words") if isinstance(value, str) else ""


def _says(thing: dict[str, Any], *names: str) -> bool:
    """Tell whether an object has one of some properties, and not as white space."""
    values = [thing.get(name) for name in names]
    return any(value.strip() if isinstance(value, str) else value for value in values)


def _place_of(article: Article, data: StructuredData, kind: str) -> Span:
    """Return the place where the script names the object's type, else the script's first line."""
    written = article.source.slice(data.span)
    for match in _TYPE.finditer(written):
        if f'{kind}"' in match.group():
            return Span(data.span.start + match.start(), data.span.start + match.end())
    return Span(data.span.start, data.span.start + len(written.partition("\n")[0]))


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


# The types of schema.org that say more than "article".
_TELLING = frozenset(
    """advertisercontentarticle analysisnewsarticle askpublicnewsarticle backgroundnewsarticle blogposting
    liveblogposting opinionnewsarticle reportagenewsarticle reviewnewsarticle satiricalarticle review
    scholarlyarticle techarticle faqpage qapage howto recipe""".split()
)


@check(placeholders=("field",))
def content_type(
    article: Article,
    scene: Scene,
    *,
    fields: Annotated[tuple[str, ...], Option("fields of front matter that may name the type")] = (
        "content_type",
        "contentType",
        "content-type",
        "type",
        "genre",
        "article_type",
        "profile",
    ),
    required: Annotated[bool, Option("ask for the type even where no configuration names its field")] = False,
) -> Iterator[Finding]:
    """Flag articles that do not say what type of content they are, once, where a label would stand."""
    mapped = scene.type_field
    if not required and (mapped is None or article.lacks("front-matter")):
        return
    names = (mapped,) if mapped else fields
    if not (_has_field(article, names) or article.find("label") or _has_type(article)):
        yield Finding(article.anchor("label"), {"field": names[0]}, anchor="label")


def _has_field(article: Article, names: tuple[str, ...]) -> bool:
    matter = article.front_matter
    if matter is None:
        return False
    entry = matter.find(*names)
    if entry is not None and entry.value not in (None, "", [], {}):
        return True
    own = matter.find("newslint")
    return own is not None and isinstance(own.value, dict) and bool(own.value.get("profile"))


def _has_type(article: Article) -> bool:
    pending = [data.value for data in article.structured_data]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending.extend(value)
        elif isinstance(value, dict):
            pending.append(value.get("@graph"))
            kinds = value.get("@type")
            if any(
                isinstance(kind, str) and kind.lower() in _TELLING
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return True
    return False
