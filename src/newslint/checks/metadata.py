"""Checks of what metadata says: against the page, by itself, and of an article's type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, filterfalse, islice
from typing import Annotated

from newslint.article import Article, Element
from newslint.checks.other_stories import is_another_story
from newslint.checks.own_markup import authors_of, describes_article, own_objects, text_of, top_objects
from newslint.checks.shown_questions import hidden_questions
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.numbers.quantities import find_quantities, is_same_quantity
from newslint.language.units.similarity import content_words, fold_words
from newslint.newsroom.bylines import find_opener
from newslint.newsroom.lines import read_line
from newslint.patterns import pattern

_NOT_OF_PEOPLE = frozenset(
    """admin agency agencies associated bbc blog bureau channel cnn communications community company content contributor
    contributors corporation correspondent daily department desk digital editor editorial editors express foundation
    gazette group guest guardian herald inc institute journal library limited ltd magazine media ministry net network
    new news newspaper newsroom observer office online organisation organization partner post press publishing radio
    reporter reporters reuters service services staff standard studio syndication team telegraph television the times
    today tribune tv university webmaster weekly wire writer writers www""".split()
)


@check(
    placeholders=("what", "metadata", "origin", "shown", "name", "more"),
    renamed={"days": "max_days"},
    messages={
        "co-author": "The page is signed by {shown}, but the {origin} does not name {name}.",
        "question": "The structured data ask “{metadata}”, which the page does not show{more}.",
    },
)
def metadata_agreement(
    article: Article,
    scene: Scene,
    *,
    headlines: Annotated[bool, Option("whether headlines are compared")] = True,
    dates: Annotated[bool, Option("whether dates of publication are compared")] = True,
    authors: Annotated[bool, Option("whether authors are compared")] = True,
    questions: Annotated[bool, Option("whether the questions of FAQ pages in structured data are looked for")] = True,
    max_days: Annotated[
        int, Option("dates at most this many days apart count as the same, as in another time zone", ge=0)
    ] = 1,
) -> Iterator[Finding]:
    """Flag headlines, dates, authors and questions that metadata give otherwise than the page; tolerant of variants."""
    if headlines:
        yield from _compare_headlines(article)
    if dates:
        yield from _compare_dates(article, max_days)
    if authors:
        yield from _compare_authors(article)
    if questions and article.structured_data:
        yield from _find_hidden_questions(article)


def _find_hidden_questions(article: Article) -> Iterator[Finding]:
    hidden = hidden_questions(article)
    if hidden:
        more = f" ({len(hidden)} questions)" if len(hidden) > 1 else ""
        related = tuple(Related(name.span, "nor this one") for name in hidden[1:9])
        values = {"what": "question", "metadata": _short(text_of(hidden[0])), "more": more}
        values |= {"origin": "JSON-LD", "shown": "", "name": ""}
        yield Finding(hidden[0].span, values, message="question", related=related)


def _compare_dates(article: Article, max_days: int) -> Iterator[Finding]:
    dated = [element for element in article.find_all("published") if _is_trustworthy(article, element)]
    updates = {_day(element) for element in article.find_all("updated")}
    shown = min(dated, key=lambda element: element.origin != "convention", default=None)
    for other in dated:
        if shown is None or other.origin == shown.origin:
            continue
        # A line that shows the last change only is not another date of publication.
        days = _day(shown), _day(other)
        is_of_video = _UPLOADED.search(article.source.text[max(0, other.span.start - 30) : other.span.start])
        if updates.isdisjoint(days) and _are_apart(*days, max_days) and not is_of_video:
            yield _report("date", other, shown)
            return


# The day of a video on the page.
_UPLOADED = pattern(r"\buploadDate\"\s{0,5}:\s{0,5}\"?\Z")


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
    values = {"what": what, "metadata": _text(other), "origin": _origin(other), "shown": _text(shown)}
    values |= {"name": "", "more": ""}
    return Finding(other.span, values, related=(Related(shown.span, f"the {what} that readers see"),))


def _origin(element: Element) -> str:
    """Return where metadata say something; what they say in markup that nobody sees is the page's title."""
    return "page’s title" if element.origin == "markup" else element.origin


def _text(element: Element) -> str:
    return _short(", ".join(element.names) if element.names else " ".join(element.text.split()))


def _short(text: str) -> str:
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
    for other in found:
        if other is not shown and is_another_story(article, shown, other):
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
    signed = list(filter(_people, filterfalse(_is_credit, article.find_all("byline"))))
    shown, hidden = list(filter(_is_visible, signed)), list(filterfalse(_is_visible, signed))
    said = list(filter(_people, _authors_in_markup(article)))
    if said and not shown:
        # A line that no metadata confirm is not among the elements. Where nobody is named, an agency or a desk signs.
        lines = list(_bylines_below_headline(article))
        shown = list(filter(_people, lines)) or lines[:1]
    hidden += said
    if not (shown and hidden):
        return
    names = [*chain.from_iterable(map(_people, shown))]
    words = {*chain.from_iterable(fold_words(block.text[:400]) for block in article.blocks)}
    for other in hidden:
        if not any(_is_told(name, names, words) for name in _people(other)):
            yield _report("author", other, shown[0])
            return
    yield from _find_missing_author(shown[0], said)


_CREDIT = pattern(r"\W*(?:contribut|edit|translat|photo|illustrat|research|produc|curat|compil|review)", re.IGNORECASE)


def _is_credit(element: Element) -> bool:
    """Tell whether a line names those who did something else than write all of it: `Contributed by Ana Roe`."""
    return element.origin == "convention" and _CREDIT.match(element.text) is not None


def _authors_in_markup(article: Article) -> list[Element]:
    """Return whom the structured data name as authors of this article."""
    if not article.structured_data:
        return []
    own = own_objects(article, filter(describes_article, top_objects(article)))
    return [authors for thing in own if (authors := authors_of(article, thing))]


_BYLINE_WITHIN = 8  # blocks
_LONGEST_BYLINE = 120  # code points


def _bylines_below_headline(article: Article) -> Iterator[Element]:
    """Yield the lines below the headline that say “By NAME”, which no metadata confirm."""
    at = next((at for at, block in enumerate(article.blocks) if block.role == "headline"), None)
    if at is None:
        return
    for block in islice(article.blocks, at + 1, at + 1 + _BYLINE_WITHIN):
        line = read_line(block.text).byline if len(block.text) <= _LONGEST_BYLINE else None
        if line is not None and line.names and find_opener(block.text[line.start :]) is not None:
            span = block.locate(line.start, line.end)
            yield Element("byline", block.text[line.start : line.end], span, "convention", line.names)


def _find_missing_author(shown: Element, said: list[Element]) -> Iterator[Finding]:
    """Yield a finding where the structured data name some of those who sign the page, and not all."""
    signed, named = _people(shown), [*chain.from_iterable(map(_people, said))]
    # A byline with names that do not look like people's may be cut in other places than its parts.
    if not named or len(signed) < 2 or len(signed) != len(shown.names):
        return
    lacking = [at for at, name in enumerate(signed) if not any(_is_same_person(name, other) for other in named)]
    if lacking and len(lacking) < len(signed):
        values = {"what": "author", "shown": _text(shown), "origin": "JSON-LD", "name": shown.names[lacking[0]]}
        values |= {"metadata": _text(said[0]), "more": ""}
        related = (Related(shown.span, "the author that readers see"),)
        yield Finding(said[0].span, values, message="co-author", related=related)


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
