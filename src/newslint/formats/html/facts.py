"""Collect what a page's metadata say and where: meta tags, JSON-LD, microdata, title; it decides nothing."""

from __future__ import annotations

from html import unescape

from newslint.article import StructuredData
from newslint.formats.html.json_ld import read_places, read_structured_data
from newslint.formats.html.tree import Node, Tree
from newslint.language.units.comparison import comparison_key
from newslint.located_json import JsonNode, items, member, objects, types_of
from newslint.parts import Origin
from newslint.records import NamedTuple
from newslint.spans import Span


class Value(NamedTuple):
    """A text that metadata give, where it stands, and what gives it: JSON-LD, meta tag or markup."""

    text: str
    span: Span
    origin: Origin
    target: str | None = None


class Facts:
    """What a page's head and scripts say about it."""

    title: Value | None = None
    canonical: Value | None = None

    def __init__(self) -> None:
        """Begin with nothing."""
        self.metas: dict[str, list[Value]] = {}
        self.scripts: list[JsonNode] = []
        # Scripts that are not JSON-LD.
        self.others: list[Span] = []
        self.structured_data: list[StructuredData] = []
        # JSON-LD objects by their @id, and the articles among them.
        self.named: dict[str, JsonNode] = {}
        self.articles: list[JsonNode] = []
        self.pages: list[JsonNode] = []
        self.properties: dict[str, list[Node]] = {}
        self.author_links: list[Node] = []
        # What attributes for scripts call the author.
        self.data_authors: list[Value] = []
        self.times: list[Node] = []
        # The texts of short links to the site's first page, which say its name.
        self.home_names: list[str] = []

    def meta(self, *names: str) -> list[Value]:
        """Return the values of these meta tags, in the order of the names."""
        return [value for name in names for value in self.metas.get(name, ()) if value.text]


def collect_facts(tree: Tree) -> Facts:
    """Return the facts of a page."""
    facts = Facts()
    for node, start, end in tree.raws:
        _read_raw(facts, node, start, end)
    updates = _inside_updates(tree)
    for node in tree.nodes:
        if node.attributes and node not in updates:
            _read_element(facts, node)
    _find_articles(facts)
    return facts


def _inside_updates(tree: Tree) -> frozenset[Node]:
    """Return the elements of a live blog's entries, which have headlines, dates and authors of their own."""
    found: set[Node] = set()
    for node in tree.nodes if _UPDATE in tree.text else ():
        if node.parent in found or _UPDATE in (node.attribute("itemprop") or ""):
            found.add(node)
    return frozenset(found)


_UPDATE = "liveBlogUpdate"


def _read_element(facts: Facts, node: Node) -> None:
    tag, attributes = node.tag, node.attributes
    if tag in ("meta", "link"):
        _read_head(facts, node)
    elif tag == "a":
        _read_home(facts, node)
    elif tag == "time" or ("datetime" in attributes and tag not in ("ins", "del")):
        facts.times.append(node)
    for name in _words_in(node, "itemprop") if "itemprop" in attributes else ():
        facts.properties.setdefault(name, []).append(node)
    _read_data(facts, node)
    if "rel" in attributes and "author" in map(str.lower, _words_in(node, "rel")):
        facts.author_links.append(node)


_DATA_AUTHOR = frozenset(
    "data-author data-authors data-author-name data-article-author data-byline data-article-authors".split()
)


def _read_data(facts: Facts, node: Node) -> None:
    for name in _DATA_AUTHOR.intersection(node.attributes):
        facts.data_authors.append(Value(collapse(node.attribute(name) or ""), Span(*node.attributes[name]), "markup"))


def _read_home(facts: Facts, node: Node) -> None:
    place = node.attributes.get("href")
    if place is not None and _is_home(node, *place):
        facts.home_names.append(collapse(node.text[node.inner : min(node.close, node.inner + _LONGEST_HOME)]))


def _read_head(facts: Facts, node: Node) -> None:
    """Read a meta tag, or the address of the page."""
    if node.tag == "meta":
        _read_meta(facts, node)
    elif "href" in node.attributes and (node.attribute("rel") or "").lower() == "canonical":
        facts.canonical = Value(node.attribute("href") or "", Span(*node.attributes["href"]), "meta tag")


def _words_in(node: Node, name: str) -> list[str]:
    """Return the words of an attribute's value."""
    return (node.attribute(name) or "").split()


def _is_in_picture(node: Node) -> bool:
    """Tell whether a title is that of a drawing or of another element whose text nobody sees."""
    return node.parent is not None and node.parent.is_unseen and node.parent.tag != "head"


_LONGEST_HOME = 200  # code points of markup


def _is_home(node: Node, start: int, end: int) -> bool:
    """Tell whether a link leads to the site's first page, or a heading to that of a site."""
    if end - start == 1:
        return node.text[start] == "/"
    parent = node.parent
    if parent is None or parent.tag not in ("h1", "h2"):
        return False
    return node.text[start:end].rstrip("/").count("/") == 2 and node.text.startswith("http", start)


def _read_raw(facts: Facts, node: Node, start: int, end: int) -> None:
    if node.tag == "title":
        text = node.text[start:end]
        said = collapse(text) if facts.title is None and not _is_in_picture(node) else ""
        if said:
            lead = len(text) - len(text.lstrip())
            facts.title = Value(said, Span(start + lead, start + len(text.rstrip())), "markup")
    elif node.tag == "script":
        _read_script(facts, node, start, end)


def _read_script(facts: Facts, node: Node, start: int, end: int) -> None:
    """Read JSON-LD; what was meant as JSON-LD and lacks its type says the same to a reader, and nothing to a search
    engine. Other scripts are kept."""
    text = node.text
    if "ld+json" in (node.attribute("type") or "").lower():
        if text[start:end].strip():
            data, place = read_structured_data(text, start, end)
            facts.structured_data.append(data)
            if place is not None:
                facts.scripts.append(place)
    elif (
        text.find('"@context"', start, min(end, start + _LONGEST_OPENING)) >= 0 and text[start:end].lstrip()[0] in "{["
    ):
        place = read_places(text, start, end)
        if place is not None:
            facts.scripts.append(place)
    elif end - start > _SHORTEST_SCRIPT:
        facts.others.append(Span(start, end))


# Within so many code points of a script its vocabulary is named; what is shorter holds no facts of an article.
_LONGEST_OPENING, _SHORTEST_SCRIPT = 60, 40


def _read_meta(facts: Facts, node: Node) -> None:
    place = node.attributes.get("content") or node.attributes.get("value")
    if place is None:
        return
    for key in ("property", "name", "itemprop", "http-equiv"):
        name = node.attribute(key)
        if name:
            value = Value(collapse(node.text[place[0] : place[1]]), Span(*place), "meta tag")
            for single in name.lower().split():
                facts.metas.setdefault(single, []).append(value)
            if name == "parsely-page":
                # All that one service asks of a page, as JSON.
                facts.others.append(value.span)


def _find_articles(facts: Facts) -> None:
    for script in facts.scripts:
        for found in objects(script):
            name = member(found, "@id")
            if (
                name is not None
                and isinstance(name.value, str)
                and isinstance(found.value, dict)
                and len(found.value) > 1
            ):
                facts.named.setdefault(name.value, found)
            kinds = types_of(found)
            if any(map(is_article_type, kinds)):
                facts.articles.append(found)
            elif not _PAGES.isdisjoint(kinds):
                facts.pages.append(found)


_PAGES = frozenset({"WebPage", "ItemPage", "VideoObject"})


def is_article_type(kind: str) -> bool:
    """Tell whether a schema.org type is that of an article."""
    return (kind.endswith(("Article", "BlogPosting", "Posting")) and kind != "JobPosting") or kind in (
        "Report",
        "Recipe",
        "Review",
        "CreativeWork",
    )


def string_value(place: JsonNode | None) -> Value | None:
    """Return a JSON string as a value, or None for anything else or nothing."""
    for single in items(place):
        if isinstance(single.value, str) and single.value.strip():
            return Value(collapse(single.value), Span(single.start, single.end), "JSON-LD")
    return None


def collapse(text: str) -> str:
    """Return text with its character references read and its white space collapsed."""
    if "&" in text:
        text = unescape(text)
        if "&" in text and ";" in text:
            text = unescape(text)
    if "<" in text:
        from newslint.formats.html.tokens import TEXT, tokenize

        text = "".join(text[token[1] : token[2]] if token[0] == TEXT else " " for token in tokenize(text))
    return " ".join(text.split())


def letters_of(text: str) -> str:
    """Return the letters and digits of a text for comparison, which is all that titles and names have in common."""
    return comparison_key(text, "letters")
