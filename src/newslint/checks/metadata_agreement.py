"""Flag headlines, dates and authors that differ between the page and its metadata; tolerant of variants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from newslint.article import Article, Element
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.numbers.quantities import find_quantities, is_same_quantity
from newslint.language.units.similarity import content_words, fold_words
from newslint.patterns import pattern

# Words that show that a name is that of a house, a desk or an account rather than of a person.
_NO_PERSON = frozenset(
    """admin agency agencies associated bbc blog bureau channel cnn communications community company content contributor
    contributors corporation correspondent daily department desk digital editor editorial editors express foundation
    gazette group guest guardian herald inc institute journal library limited ltd magazine media ministry net network
    new news newspaper newsroom observer office online organisation organization partner post press publishing radio
    reporter reporters reuters service services staff standard studio syndication team telegraph television the times
    today tribune tv university webmaster weekly wire writer writers www""".split()
)


class Options(NamedTuple):
    """What is compared; `days` is by how many days dates may differ (one is the same day in another zone)."""

    headlines: bool = True
    dates: bool = True
    authors: bool = True
    days: int = 1


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Compares each element that was found in several places with the one that readers see."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding for each of headline, date and author, at the metadata."""
        if self.options.headlines:
            yield from _compare_headlines(article)
        if self.options.dates:
            yield from self._compare_dates(article)
        if self.options.authors:
            yield from _compare_authors(article)

    def _compare_dates(self, article: Article) -> Iterator[Finding]:
        dated = [element for element in article.find_all("published") if _is_trustworthy(article, element)]
        updates = [element.value[:10] for element in article.find_all("updated") if element.value]
        shown = next((element for element in dated if element.origin == "convention"), None) or next(iter(dated), None)
        for other in dated:
            if shown is None or other.origin == shown.origin or not shown.value or not other.value:
                continue
            first, second = date.fromisoformat(shown.value[:10]), date.fromisoformat(other.value[:10])
            if abs((first - second).days) <= self.options.days or _is_swapped(first, second):
                continue
            # A line that shows the last change only is no other date of publication.
            if shown.value[:10] in updates or other.value[:10] in updates:
                continue
            yield _report("date", other, shown)
            return


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


def _is_swapped(first: date, second: date) -> bool:
    return first.year == second.year and (first.month, first.day) == (second.day, second.month)


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
    signed = [element for element in article.find_all("byline") if _people(element)]
    shown = [element for element in signed if _is_visible(element)]
    if not shown:
        return
    names = [name for element in shown for name in _people(element)]
    words = {word for block in article.blocks for word in fold_words(block.text[:400])}
    for other in signed:
        if _is_visible(other):
            continue
        people = _people(other)
        if any(words.issuperset(name) for name in people):
            continue
        if not any(_is_same_person(name, own) for name in people for own in names):
            yield _report("author", other, shown[0])
            return


_BETWEEN_WORDS = pattern(r"[\s-]+")
_NO_NAME = pattern(r"[\d@/._]{2}|\d")


def _people(element: Element) -> list[tuple[str, ...]]:
    """Return the names of an element that look like those of people, as folded words."""
    found = []
    for name in element.names:
        words = fold_words(name)
        is_written_as_one = all(part[:1].isupper() or len(part) <= 3 for part in _BETWEEN_WORDS.split(name) if part)
        if 2 <= len(words) <= 4 and is_written_as_one and not _NO_PERSON & set(words) and not _NO_NAME.search(name):
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


CHECK = CheckType("metadata-agreement", Options, build, placeholders=("what", "metadata", "origin", "shown"))
