"""Read who wrote an article and when out of scripts that are not JSON-LD: data layers and the state of applications.

Such scripts speak of other articles, too. What they say counts only where all that they say is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.formats.html.facts import Value, collapse
from newslint.patterns import pattern
from newslint.spans import Span

_MOST = 40
# `datePublished`, `published_at`, `contentPublishingDate`, `firstPublicationDate`, `pubDate`
_DATE = pattern(
    r"""
    (?:date_?publish(?:ed)? | publish(?:ed|ing)?_?(?:date|at|time|on) | publication_?(?:date|time) | published
       | pub_?date | date_?posted | posted_?(?:date|at|on) | post_?date) \\* ["']? \s? [:=] \s? \\* ["']
    ( \d{4} [^"'\\\n<>]{4,30} | [A-Z\d] [^"'\\\n<>]{7,34} ) \\* ["']
    """,
    re.VERBOSE | re.IGNORECASE,
)
# `"author": "Mara Oduya"`, `contentAuthors: ["Mara Oduya", "Ben Doe"]`, `"author": {"name": "Mara Oduya"}`
_AUTHOR = pattern(
    r"""
    (?:authors?(?:_?names?)? | posted_?by | byline) \\* ["']? \s? [:=] \s? (?: \[ \s? )?
    (?: \{ [^{}\[\]]{0,200}? ["'\\](?:full|display)?_?name \\* ["'] \s? : \s? )?
    \\* ["'] ( [^"'\\\n<>{}]{3,80} (?: ["'] , \s? ["'] [^"'\\\n<>{}]{3,60} ){0,9} ) \\* ["']
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = pattern(r"[\"'],\s?[\"']")


def dates_in(text: str, scripts: Iterable[Span]) -> list[Value]:
    """Return what the scripts say of the date of publication, as they say it."""
    return list(_said(text, scripts, _DATE, ("publi", "Publi", "posted", "Date", "pub_date")))


def authors_in(text: str, scripts: Iterable[Span]) -> list[Value]:
    """Return what the scripts say of the authors; a list is one value, with semicolons."""
    return [
        value._replace(text=_BETWEEN.sub("; ", value.text))
        for value in _said(text, scripts, _AUTHOR, ("uthor", "yline", "postedBy", "posted_by"))
    ]


def _said(text: str, scripts: Iterable[Span], said: re.Pattern[str], words: tuple[str, ...]) -> Iterator[Value]:
    for start, end in scripts:
        if not any(text.find(word, start, end) >= 0 for word in words):
            continue
        for count, found in enumerate(said.finditer(text, start, end)):
            if count == _MOST:
                break
            yield Value(collapse(found[1]), Span(*found.span(1)), "markup")
