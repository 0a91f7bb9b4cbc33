"""Flag JSON-LD that cannot be parsed, or lacks an article's main facts; other markup is not judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from newslint.article import Article, StructuredData
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.patterns import pattern
from newslint.source import Span

_TYPE = pattern(r'"@type"\s*:\s*(?:\[\s*)?"[^"\n]{0,60}"')

_MESSAGES = {
    "broken": "This JSON-LD cannot be read: {problem}.",
    "incomplete": "The article's structured data ({kind}) lacks {missing}.",
}


class Options(NamedTuple):
    """Objects of these `types` describe an article; each of `facts` is a property, or alternatives parted by `|`."""

    types: tuple[str, ...]
    facts: tuple[str, ...]


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks at each script by itself, then at what all say together about the article."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._types = frozenset(options.types)

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each broken script, and one of grade `incomplete` where facts are missing."""
        for data in article.structured_data:
            if data.error is not None:
                yield Finding(
                    data.error_span or data.span,
                    {"problem": data.error[:1].lower() + data.error[1:].removesuffix(" at")},
                    message="broken",
                )
        yield from self._find_gaps(article)

    def _find_gaps(self, article: Article) -> Iterator[Finding]:
        found: list[tuple[StructuredData, dict[str, Any]]] = [
            (data, thing)
            for data in article.structured_data
            if data.error is None
            for thing in _top_level(data.value)
            if self._types & set(_types_of(thing)) and not _is_paywall_mark(thing)
        ]
        own = _own(found, article)
        if not own:
            return
        # Several objects may share the work; what one says need not be said again.
        missing = [
            fact.partition("|")[0]
            for fact in self.options.facts
            if not any(_says(thing, name) for _, thing in own for name in fact.split("|"))
        ]
        if missing:
            data, thing = own[0]
            kind = next(name for name in _types_of(thing) if name in self._types)
            yield Finding(
                _place_of(article, data, kind),
                {"kind": kind, "missing": _list(missing)},
                "incomplete",
                message="incomplete",
            )


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
    headline = _plain(article.headline.text) if article.headline else ""
    return [
        (data, thing)
        for data, thing in found
        if headline and _plain(thing.get("headline") or thing.get("name")) == headline
    ]


def _is_paywall_mark(thing: dict[str, Any]) -> bool:
    """Tell whether an object only marks which part of the page is paid for; the article is described elsewhere."""
    return "isAccessibleForFree" in thing and not (_says(thing, "headline") or _says(thing, "name"))


_NOT_WORD = pattern(r"\W+")


def _plain(text: object) -> str:
    return _NOT_WORD.sub(" ", text).strip().lower() if isinstance(text, str) else ""


def _says(thing: dict[str, Any], name: str) -> bool:
    value = thing.get(name)
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _place_of(article: Article, data: StructuredData, kind: str) -> Span:
    """Return the place where the script names the object's type, else the script's first line."""
    written = article.source.slice(data.span)
    for match in _TYPE.finditer(written):
        if f'{kind}"' in match.group():
            return Span(data.span.start + match.start(), data.span.start + match.end())
    return Span(data.span.start, data.span.start + len(written.partition("\n")[0]))


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


CHECK = CheckType(
    "article-markup",
    Options,
    build,
    grades=("incomplete",),
    needs=("structured-data",),
    placeholders=("problem", "kind", "missing"),
    messages=_MESSAGES,
)
