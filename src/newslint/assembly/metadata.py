"""Know the names under which sites keep an article's parts in front matter, and read those parts; it reads no body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from newslint.article import Element, Field, FrontMatter
from newslint.formats.draft import ParseOptions
from newslint.language.units.comparison import comparison_key
from newslint.newsroom.names import read_value
from newslint.newsroom.people import names_of
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.source import Source
from newslint.spans import Span

# Field names per element as 25 sites of different generators use them; case, `_` and `-` do not count, and the
# earlier name is the better one. A headline for search engines (`seo_title`) is no headline.
_ALIASES: dict[ElementKind, tuple[str, ...]] = {
    "headline": ("headline", "title", "newstitle", "posttitle", "articletitle", "pagetitle", "heading"),
    "dek": ("dek", "deck", "standfirst", "subtitle", "subheadline", "subheading", "subhead", "strapline", "tagline"),
    "byline": (
        "byline", "author", "authors", "by", "writer", "writers", "writtenby", "reporter", "reporters",
        "contributor", "contributors", "authorname", "authornames", "postauthor", "creator", "creators",
    ),
    "published": (
        "datepublished", "publisheddate", "publishdate", "publisheddatetime", "publishedat", "publishedon",
        "publishedtime", "published", "pubdate", "publicationdate", "publishon", "firstpublished", "date",
        "postdate", "posted", "postedon", "releasedate", "datetime", "created", "createdat", "createdon",
        "datecreated", "creationdate",
    ),
    "updated": (
        "updated", "datemodified", "lastmod", "modified", "lastmodified", "lastmodifiedat", "lastupdated",
        "lastupdate", "updatedat", "updatedon", "updatedate", "updateddate", "dateupdated", "modifieddate",
        "modifiedat", "lastmoddate",
    ),
    "summary": (
        "summary", "description", "excerpt", "abstract", "dek", "deck", "teaser", "blurb", "standfirst",
        "subtitle", "lede", "lead", "intro", "metadescription", "synopsis", "keypoints", "keytakeaways", "takeaways",
        "highlights", "tldr", "shortdescription",
    ),
    "label": (
        "label", "articletype", "contenttype", "posttype", "type", "genre", "kind", "category",
        "categories", "section", "sections", "format",
    ),
    "disclosure": ("disclosure", "disclosures", "disclaimer", "disclaimers"),
    "correction": ("correction", "corrections", "clarification", "editorsnote", "correctionnote"),
    "author-bio": ("authorbio", "aboutauthor", "abouttheauthor"),
}  # fmt: skip
_LANGUAGE = ("lang", "language", "locale", "inlanguage")
# Where generators nest a site's own fields.
_NESTS = frozenset({"params", "extra", "taxonomies", "meta", "metadata", "post", "article", "data"})
# Fields that hold a page's address, in which many sites write the day of publication.
_ADDRESSES = ("path", "permalink", "url", "slug")
_NAME_DATE = pattern(r"(?:^|[/\\])(\d{4})[-_./](\d{1,2})[-_./](\d{1,2})(?=[-_./\\]|$)")


@cache
def _standard() -> dict[str, tuple[tuple[ElementKind, int], ...]]:
    """Return, for each field name, the elements that it may hold, with its rank among their names."""
    return _by_name(_ALIASES)


def _by_name(aliases: Mapping[ElementKind, tuple[str, ...]]) -> dict[str, tuple[tuple[ElementKind, int], ...]]:
    found: dict[str, list[tuple[ElementKind, int]]] = {}
    for element, names in aliases.items():
        for rank, name in enumerate(names):
            found.setdefault(comparison_key(name, "letters"), []).append((element, rank))
    return {name: tuple(entries) for name, entries in found.items()}


def claims_of(source: Source, front_matter: FrontMatter | None, options: ParseOptions) -> list[Element]:
    """Return what front matter says about an article's parts, the best of each kind first.

    A field counts by name and by value: `published: true` is no date. `options.aliases` adds names, which count more
    than the standard ones.
    """
    if front_matter is None:
        return []
    own = _by_name(options.aliases) if options.aliases else {}
    ranked: list[tuple[int, int, Element]] = []
    for order, entry in enumerate(_all_fields(front_matter)):
        name = comparison_key(entry.name, "letters")
        for element, rank in (*((kind, rank - 1000) for kind, rank in own.get(name, ())), *_standard().get(name, ())):
            found = _read(source, entry, element)
            if found is not None:
                ranked.append((rank, order, found))
    ranked.sort(key=lambda entry: entry[:2])
    return [element for _, _, element in ranked]


def _all_fields(front_matter: FrontMatter) -> Iterator[Field]:
    for entry in front_matter.fields:
        yield entry
        if isinstance(entry.value, Mapping) and entry.name.lower() in _NESTS:
            for name, value in entry.value.items():
                yield Field(str(name), value, entry.key_span, entry.span)


def _read(source: Source, entry: Field, kind: ElementKind) -> Element | None:
    if kind == "byline":
        return _read_byline(source, entry)
    if kind == "label":
        return _read_label(entry)
    if kind in ("published", "updated"):
        return _read_date(source, entry, kind)
    if kind == "summary" and isinstance(entry.value, list):
        text = _on_lines(entry.value)
    else:
        text = _decoded(_text_of(source, entry))
    return Element(kind, text, entry.span, "front matter") if text else None


def _read_date(source: Source, entry: Field, kind: ElementKind) -> Element | None:
    """Read a date, or what was meant as one, which has no value."""
    text = _decoded(_text_of(source, entry))
    if entry.value and isinstance(entry.value, (Mapping, list)):
        # `{{ date }}` without quotation marks is a field of a field.
        text = source.slice(entry.span).strip()
    moment = _read_timestamp(text)
    if not text or not (moment or _is_meant_as_date(entry.name, text)):
        return None
    return Element(kind, text, entry.span, "front matter", value=moment)


def _on_lines(items: list[object]) -> str:
    return "\n".join(str(item) for item in items if isinstance(item, (str, int)))


_LONGEST_DATE = 60
# Fields that other sites keep something else in: who did it, or whether it was done.
_MAY_HOLD_OTHERS = frozenset({"published", "posted", "created", "updated", "modified"})


def _is_meant_as_date(name: str, text: str) -> bool:
    """Tell whether a value that cannot be read was meant as a date."""
    if comparison_key(name, "letters") not in _MAY_HOLD_OTHERS:
        return True
    return len(text) <= _LONGEST_DATE and any(character.isdigit() or character in "{<%[" for character in text)


def _decoded(text: str) -> str:
    """Read character references: many generators print front matter into a page as it stands."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _read_byline(source: Source, entry: Field) -> Element | None:
    people = read_value(entry.value)
    if not people:
        return None
    names = names_of(people)
    text = _text_of(source, entry) or ", ".join(names)
    return Element("byline", text, entry.span, "front matter", names, target=_address_in(entry.value), people=people)


def _text_of(source: Source, entry: Field) -> str:
    """Return a scalar's text: a string's value, else as it stands in the source."""
    if isinstance(entry.value, str):
        written = source.slice(entry.span)
        return entry.value if entry.value == written else " ".join(entry.value.split())
    if entry.value is None or isinstance(entry.value, (list, dict, bool)):
        return ""
    return source.slice(entry.span)


def _address_in(value: object) -> str | None:
    """Return the address in an author's record (`{name: …, url: …}`), of several the first's, or None."""
    record = value[0] if isinstance(value, list) and value else value
    if not isinstance(record, Mapping):
        return None
    addresses = (record.get(name) for name in ("url", "link", "href", "profile", "website", "github", "twitter"))
    return next((address for address in addresses if isinstance(address, str) and address), None)


def _read_label(entry: Field) -> Element | None:
    from newslint.newsroom.labels import read_label

    values = entry.value if isinstance(entry.value, list) else [entry.value]
    for value in values[:10]:
        if isinstance(value, str):
            said = value.replace("-", " ").replace("_", " ")
            label = read_label(value) or read_label(said)
            if label:
                return Element("label", value, entry.span, "front matter", value=label)
    return None


def _read_timestamp(text: str) -> str | None:
    from newslint.language.dates.timestamps import parse_timestamp

    moment = parse_timestamp(text)
    return moment.isoformat() if moment is not None else None


def date_in_address(front_matter: FrontMatter | None) -> Element | None:
    """Return the date of publication that a page's address in front matter states (`path: 2023/12/28/name`)."""
    entry = front_matter.find(*_ADDRESSES) if front_matter else None
    found = _NAME_DATE.search(entry.value) if entry is not None and isinstance(entry.value, str) else None
    if entry is None or found is None:
        return None
    moment = _read_timestamp("-".join(part.zfill(2) for part in found.groups()))
    return Element("published", str(entry.value), entry.span, "front matter", value=moment) if moment else None


def date_in_name(source: Source) -> Element | None:
    """Return the date of publication that a file's name or folder states (`2015-03-25-slug.md`), or None."""
    found = _NAME_DATE.search(source.path)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    moment = _read_timestamp(f"{year:04}-{month:02}-{day:02}")
    if moment is None:
        return None
    return Element("published", found.group().lstrip("/\\"), Span(0, 0), "file name", value=moment)


_CODE = pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}(?![A-Za-z0-9])")


def language_of(front_matter: FrontMatter | None) -> str | None:
    """Return the language that front matter states, with its region (`en-GB`)."""
    if front_matter is None:
        return None
    for entry in front_matter.fields:
        if comparison_key(entry.name, "letters") in _LANGUAGE and isinstance(entry.value, str):
            found = _CODE.match(entry.value.strip())
            if found:
                return found.group().replace("_", "-")
    return None


def elements_named(name: str) -> tuple[str, ...]:
    """Return the kinds of element that a field of this name holds by the standard table."""
    return tuple(kind for kind, _ in _standard().get(comparison_key(name, "letters"), ()))
