"""Know how pages title themselves: the names of their site, and a title without them."""

from __future__ import annotations

import re
from itertools import pairwise

from newslint.formats.html.facts import Facts, Value, letters_of, string_value
from newslint.located_json import member
from newslint.patterns import pattern

_SEPARATOR = pattern(r"(?<!\s)\s+(?:(?:[|\-–—·•»«:~/<]|::|\|\|)\s+|[|–—]\s*)|\|\s*|:\s(?=[A-Z]\w*\.com$)")
# Marks that are as often part of the headline itself.
_IN_HEADLINES = (":", "/", "~")
_LONGEST_SITE = 5  # words
SHORTEST_HEADLINE = 3  # words
_LONGEST_TITLE = 1000  # code points; what is longer is no title


_HOST = pattern(r"(?:https?:)?//(?:www\.)?([^/:]+)")


_DOMAIN = pattern(r"(?:[\w-]+\.){1,3}[a-z]{2,6}$", re.IGNORECASE)


def site_names(facts: Facts) -> set[str]:
    """Return the names by which the page calls its site and publisher, as letters."""
    names = {
        letters_of(value.text)
        for value in facts.meta(
            "application-name",
            "al:ios:app_name",
            "al:android:app_name",
            "dc.publisher",
            "publisher",
            "apple-mobile-web-app-title",
            "cre",
            "copyright",
            "twitter:site",
        )
    }
    publishers = (string_value(member(member(place, "publisher"), "name")) for place in (*facts.articles, *facts.pages))
    names.update(letters_of(said.text) for said in publishers if said)
    names.update(letters_of(text) for text in facts.home_names)
    # Some pages give their own title as the name of an application.
    names -= {letters_of(value.text) for value in facts.meta("og:title")}
    names.update(letters_of(value.text) for value in facts.meta("og:site_name"))
    return (names | _host_names(facts)) - {""}


def _host_names(facts: Facts) -> set[str]:
    """Return the names of the page's host and their parts."""
    names: set[str] = set()
    for value in (*facts.meta("og:url"), *([facts.canonical] if facts.canonical else [])):
        host = _HOST.match(value.text)
        if host:
            parts = host[1].lower().split(".")
            names.add(letters_of(host[1]))
            names.update(letters_of(part) for part in parts[:-1] if len(part) > 3)
    return names


def _is_site(text: str, site: set[str]) -> bool:
    """Tell whether a part of a title names the site."""
    return letters_of(text) in site or _DOMAIN.match(text.strip()) is not None


def _is_short(head: str, tail: str) -> bool:
    return len(tail.split()) <= _LONGEST_SITE and len(head) > len(tail) and len(head.split()) >= SHORTEST_HEADLINE


def cut_site(value: Value, site: set[str], *, is_title: bool = True) -> Value:
    """Return a title without the site's name at its end or beginning.

    A page's title nearly always ends with that name. What other metadata say does so only if the name is known or a
    bar stands before it.
    """
    text = value.text
    marks = list(_SEPARATOR.finditer(text[:_LONGEST_TITLE]))
    end = len(text)
    for mark in reversed(marks):
        sign, head, tail = mark[0].strip(), text[: mark.start()], text[mark.end() : end]
        is_parted = sign not in _IN_HEADLINES if is_title else sign in ("|", "||")
        if not (_is_site(tail, site) or (is_parted and _is_short(head, tail))):
            break
        end = mark.start()
    start = _end_of_site(text, marks, end, site)
    kept = text[start:end].strip()
    return Value(kept, value.span, value.origin) if kept and kept != text else value


def _end_of_site(text: str, marks: list[re.Match[str]], end: int, site: set[str]) -> int:
    """Return where a title goes on behind the site's name that it begins with, or 0."""
    return next(
        (
            mark.end()
            for mark in marks
            if mark.end() < end
            and (
                _is_site(text[: mark.start()], site)
                or _leads_down(text[: mark.start()], mark[0], text[mark.end() : end])
            )
        ),
        0,
    )


def _leads_down(head: str, sign: str, tail: str) -> bool:
    """Tell whether a sign leads from a blog's name down to an entry: `Notes » Bridge shut until spring`."""
    return sign.strip() == "»" and _is_short(tail, head)


def parts_of_title(title: str) -> set[str]:
    """Return what a title says between the marks that part it, as letters."""
    text = title[:_LONGEST_TITLE]
    marks = [(0, 0), *(mark.span() for mark in _SEPARATOR.finditer(text)), (len(text), len(text))]
    return {letters_of(text[first[1] : last[0]]) for first, last in pairwise(marks)}
