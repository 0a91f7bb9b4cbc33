"""The check of companies that the newsroom is related to: its owner, its sponsors, what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, cast

from newslint.article import Article
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent


class Company(NamedTuple):
    """A company in the newsroom's spelling, its words in small letters, and how it is related."""

    name: str
    words: frozenset[str]
    relation: str


def read_companies(lines: Iterable[str]) -> tuple[Company, ...]:
    """Read lines of `NAME: relation`; raise ValueError for one that does not say both."""
    found = []
    for line in lines:
        name, _, relation = map(str.strip, line.partition(":"))
        if not name or not relation or not list_parts(name):
            raise ValueError(f"`{line}` must be `NAME: relation`, as in `Lune Ferries: sponsors our sports pages`")
        found.append(Company(name, frozenset(list_parts(name.lower())), relation))
    return tuple(found)


# How a text says that somebody is related to those who print it.
_TIE = pattern(
    r"\b(?:own(?:s|ed|er|ers|ership)?|parent|subsidiary|sister|sponsor\w*|shareholder\w*|shareholding|stakes?|investor"
    r"|invest(?:s|ed)|publish(?:es|ed|er|ers)?|partner\w*|funds?|funded|fund(?:er|ing)|backs|backed|backer|advertis\w+"
    r"|part of|belongs?|controlled|client|customer|donor|donated|disclosure|interest)\b",
    2,
)
_SELF = pattern(
    r"\b(?:this|our|us|we) ?(?:newspaper|paper|site|website|title|publication|magazine|newsroom|company|group|publisher"
    r"|journalism|reporting|coverage|pages|section)?\b",
    2,
)
_LEAD = 2


@check(
    asks=("companies",),
    prepared={"companies": read_companies},
    placeholders=("name", "relation"),
)
def related_company(
    article: Article,
    scene: Scene,
    *,
    companies: Annotated[
        tuple[str, ...],
        Option("companies as `NAME: relation`, which the message repeats", made=read_companies),
    ],
    titles: Annotated[tuple[str, ...], Option("names by which the newsroom speaks of itself")] = (),
) -> Iterator[Finding]:
    """Flag an article about a company that the newsroom is related to and that does not say so; once a company.

    It is about one that is named in headline or lead, or in two paragraphs.
    """
    for company in cast("tuple[Company, ...]", companies):
        place = _subject(article, company)
        if place is not None and not _is_told(article, company, titles):
            yield Finding(article.locate(place), {"name": company.name, "relation": company.relation})


def _subject(article: Article, company: Company) -> Extent | None:
    """Return where a company is first named that the article is about, or None."""
    places, weight, paragraphs = [], 0, 0
    for index, block in enumerate(article.blocks):
        is_text = block.kind in ("paragraph", "list-item", "heading") and block.role not in ("author-bio", "byline")
        if not is_text:
            continue
        paragraphs += block.kind == "paragraph"
        start = _find(article, index, company)
        if start is not None:
            places.append(Extent(index, start, start + len(company.name)))
            weight += 2 if block.role == "headline" or (block.kind == "paragraph" and paragraphs <= _LEAD) else 1
    return places[0] if weight > 1 else None


def _find(article: Article, index: int, company: Company) -> int | None:
    if not company.words <= article.vocabulary(index):
        return None
    text = article.blocks[index].text
    start = text.find(company.name)
    while start >= 0:
        end = start + len(company.name)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            return start
        start = text.find(company.name, start + 1)
    return None


def _is_told(article: Article, company: Company, titles: tuple[str, ...]) -> bool:
    """Tell whether a sentence anywhere, also in a footer or in front matter, says how the company is related."""
    for index, block in enumerate(article.blocks):
        at = block.text.find(company.name)
        if at >= 0 and not article.is_quoted(index, at, at + len(company.name)) and _says(block.text, company, titles):
            return True
    fields = article.front_matter.fields if article.front_matter else ()
    return any(isinstance(field.value, str) and _says(field.value, company, titles) for field in fields)


def _says(text: str, company: Company, titles: tuple[str, ...]) -> bool:
    sentences = [text[start:end] for start, end in split_sentences(text)]
    return any(
        company.name in sentence
        and _TIE.search(sentence)
        and (_SELF.search(sentence) or any(title in sentence for title in titles))
        for sentence in sentences
    )
