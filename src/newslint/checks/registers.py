"""The check of those who sign against the newsroom's own register of authors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from newslint.article import Article, Element
from newslint.checks.pages import is_of_site
from newslint.checks.registered import Register
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Citation, Edit, Finding, Fix, Related
from newslint.newsroom.standins import is_stand_in
from newslint.parts import Person
from newslint.spans import Span

_MOST_NAMED = 3
_UNSEEN = ("JSON-LD", "meta tag")


@check(
    asks=("authors",),
    prepared={"authors": Register},
    placeholders=("name", "registered", "register"),
    fixes=lambda options: ("unsafe",) if options["report"] == "misspelled" else (),
)
def author_register(
    article: Article,
    scene: Scene,
    *,
    authors: Annotated[Register, Option("who may sign, with other names of theirs; none: anybody")],
    report: Annotated[
        Literal["misspelled", "unknown"], Option("names that are nearly those of the register, or all others")
    ],
    title: Annotated[str, Option("what the register is called in messages")] = "authors",
) -> Iterator[Finding]:
    """Flag names of a byline that the register of authors does not have, each once.

    A name is nearly another with a letter or two mistyped, without its accents, hyphens or initials, in another order,
    or as the surname alone. Agencies, desks and the name of the site are no authors, and those who took the pictures or
    helped are judged only where they are nearly somebody.
    """
    found: dict[str, list[tuple[Element, Person]]] = {}
    for element in article.find_all("byline"):
        for person in element.people or (Person(name) for name in element.names):
            if not authors.knows(person.name) and not _is_no_author(article, element, person):
                found.setdefault(person.name, []).append((element, person))
    for name, signed in sorted(found.items(), key=lambda item: item[1][0][0].span):
        near = authors.nearest(name)
        is_told = bool(near) if report == "misspelled" else not near and _may_be_unknown(signed)
        if is_told:
            yield _tell(article, name, [element for element, _ in signed], near, authors, title)


def _is_no_author(article: Article, element: Element, person: Person) -> bool:
    return person.kind == "group" or is_stand_in(person.name, "byline") or is_of_site(article, person.name)


def _may_be_unknown(signed: list[tuple[Element, Person]]) -> bool:
    """Tell whether somebody signs, rather than helped or is an account that readers do not see."""
    return any(
        person.kind == "author" or (person.kind == "account" and element.origin not in _UNSEEN)
        for element, person in signed
    )


def _tell(
    article: Article, name: str, elements: list[Element], near: list[str], authors: Register, title: str
) -> Finding:
    places = list(dict.fromkeys(_locate(article, element, name) for element in elements))
    places.sort()
    edits = tuple(Edit(*place, near[0]) for place in places if article.source.slice(place) == name) if near else ()
    registered = " and ".join(map(authors.describe, near[:_MOST_NAMED]))
    return Finding(
        places[0],
        {"name": name, "registered": registered, "register": title},
        related=tuple(Related(place, "and here") for place in places[1:]),
        fix=Fix("unsafe", edits) if edits and len(near) == 1 else None,
        sources=(Citation(title),),
    )


def _locate(article: Article, element: Element, name: str) -> Span:
    """Return the place of a name: its own words in the byline's, where they stand there as they are."""
    block = article.block_at(element.span.start)
    if block is not None and article.blocks[block].role == "byline":
        at = article.blocks[block].text.find(name)
        if at >= 0:
            return article.blocks[block].locate(at, at + len(name))
    at = article.source.slice(element.span).find(name)
    return Span(element.span.start + at, element.span.start + at + len(name)) if at >= 0 else element.span
