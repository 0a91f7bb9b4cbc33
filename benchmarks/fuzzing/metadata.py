"""Make articles with odd metadata: front matter in YAML, TOML and JSON, JSON-LD, meta tags and marked-up times."""

from __future__ import annotations

import json
from random import Random

from benchmarks.fuzzing.inputs import Seeds
from benchmarks.fuzzing.mutations import place, token

_FIELDS = (
    "title", "headline", "Title", "author", "authors", "byline", "date", "published", "updated", "lastmod",
    "description", "summary", "tags", "lang", "language", "newslint", "type", "slug", "image", "dek", "subtitle",
    "faq", "draft", "disclosure", "correction", "category", "", "a.b", "é", "title ",
)  # fmt: skip
_PROPERTIES = (
    "@type", "@id", "@context", "@graph", "headline", "name", "author", "creator", "editor", "publisher",
    "datePublished", "dateModified", "dateCreated", "description", "mainEntity", "mainEntityOfPage", "acceptedAnswer",
    "suggestedAnswer", "text", "image", "url", "inLanguage", "articleBody", "itemListElement", "correction",
    "abstract", "alternativeHeadline",
)  # fmt: skip
_TYPES = (
    "NewsArticle",
    "Article",
    "Person",
    "Organization",
    "FAQPage",
    "Question",
    "Answer",
    "WebPage",
    "BreadcrumbList",
    "x",
    "",
)
_METAS = (
    "author", "description", "date", "og:title", "og:description", "article:published_time", "article:modified_time",
    "article:author", "twitter:title", "dc.date", "pubdate", "keywords", "news_keywords", "robots", "parsely-author",
    "og:locale", "og:type", "",
)  # fmt: skip


def _words(rng: Random) -> str:
    groups = ("people", "dates", "phrases", "numbers", "quotes", "templates", "marks", "yaml", "json-ld", "entities")
    pieces = [
        token(rng, rng.choice(groups)).decode("utf-8", "surrogatepass") for _ in range(rng.choice((1, 1, 1, 2, 3)))
    ]
    return " ".join(pieces)


def _scalar(rng: Random) -> object:
    choices: tuple[object, ...] = (
        _words(rng),
        _words(rng),
        "",
        None,
        True,
        0,
        -1.5,
        20260101,
        10**30,
        "x" * 300,
        float("nan"),
        [],
        {},
    )
    return rng.choice(choices)


def _value(rng: Random, depth: int, keys: tuple[str, ...]) -> object:
    chance = rng.random()
    if depth <= 0 or chance < 0.5:
        return rng.choice(_TYPES) if keys is _PROPERTIES and chance < 0.1 else _scalar(rng)
    size = rng.choice((0, 1, 1, 2, 3))
    if chance < 0.75:
        return [_value(rng, depth - 1, keys) for _ in range(size)]
    return {rng.choice(keys): _value(rng, depth - 1, keys) for _ in range(size)}


def _yaml_value(rng: Random, depth: int) -> str:
    """Return a value as somebody in a hurry may write it in YAML: now and then with broken syntax."""
    match rng.randrange(9):
        case 0:
            return json.dumps(_value(rng, depth, _FIELDS))
        case 1:
            return rng.choice((">-", "|", ">", "|2", "|+")) + "".join(
                f"\n  {_words(rng)}" for _ in range(rng.randint(0, 3))
            )
        case 2:
            return "".join(f"\n  - {_yaml_value(rng, 0)}" for _ in range(rng.randint(0, 4)))
        case 3:
            return "".join(f"\n  {rng.choice(_FIELDS)}: {_yaml_value(rng, 0)}" for _ in range(rng.randint(0, 3)))
        case 4:
            return rng.choice(("'", '"')) + _words(rng) + rng.choice(("'", '"', ""))
        case 5:
            return token(rng, "yaml").decode() + _words(rng)
        case 6:
            return token(rng, "dates").decode()
        case _:
            return _words(rng)


def _yaml(rng: Random) -> str:
    lines = [f"{rng.choice(_FIELDS)}: {_yaml_value(rng, 3)}" for _ in range(rng.randint(0, 7))]
    if rng.random() < 0.2:
        lines.append("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b, *b]\nauthor: *c")
    if rng.random() < 0.2:
        rule = rng.choice(("clarity", "clarity/cliche", "no/rule", "*", "{x}", "[a, b]", ""))
        lines.append(
            f"newslint:\n  ignore:\n    - rule: {rule}\n      reason: {_words(rng)}\n      until: {_yaml_value(rng, 0)}"
        )
    fence = rng.choice(("---", "---", "---", "--- ", "----", "\ufeff---"))
    return f"{fence}\n" + "\n".join(lines) + rng.choice(("\n---\n", "\n---\n", "\n...\n", "\n--- \n", "\n", "---\n"))


def _toml(rng: Random) -> str:
    lines = []
    for _ in range(rng.randint(0, 6)):
        value = rng.choice(
            (
                json.dumps(_words(rng)),
                "2026-01-02",
                "2026-02-31",
                "[1, 'a']",
                "{a = 1}",
                "'''a\nb'''",
                "0x1F",
                "inf",
                "1_0",
                "",
            )
        )
        lines.append(
            rng.choice(
                (f"{rng.choice(_FIELDS[:14])} = {value}", f"[{rng.choice(_FIELDS[:14])}]", f"[[a]]\nb = {value}")
            )
        )
    return "+++\n" + "\n".join(lines) + rng.choice(("\n+++\n", "\n+++\n", "\n+++ \n", "\n"))


def make_front_matter(rng: Random, seeds: Seeds) -> bytes:
    """Return a Markdown article under generated front matter, which may hold broken syntax."""
    match rng.randrange(6):
        case 0:
            front = _toml(rng)
        case 1:
            front = json.dumps(_value(rng, 3, _FIELDS), indent=rng.choice((None, 1, 2))) + "\n"
        case _:
            front = _yaml(rng)
    data = front.encode("utf-8", "surrogatepass")
    for _ in range(rng.choice((0, 0, 0, 1, 2))):
        at = place(rng, data)
        data = data[:at] + token(rng, rng.choice(("yaml", "front matter", "marks", "bytes", "templates"))) + data[at:]
    if rng.random() < 0.3:
        data = data.replace(b"\n", rng.choice((b"\r\n", b"\r", b"\n\n")))
    lead = rng.choice((b"", b"", b"", b"", b"\n", b"\r\n" * rng.randint(1, 30), b" ", b"<!-- x -->\n"))
    return lead + data + rng.choice((b"", b"\n", b"\n")) + seeds.draw(rng, "markdown")


def make_structured_data(rng: Random, seeds: Seeds) -> bytes:
    """Return a page with generated JSON-LD, meta tags and times, which may hold broken syntax."""
    parts: list[bytes] = []
    for _ in range(rng.choice((0, 1, 1, 2, 4))):
        parts.append(_script(rng))
    for _ in range(rng.choice((0, 1, 2, 5))):
        key = rng.choice(("name", "property", "itemprop", "NAME"))
        parts.append(f'<meta {key}="{rng.choice(_METAS)}" content="{_words(rng)}">'.encode("utf-8", "surrogatepass"))
    for _ in range(rng.choice((0, 0, 1, 3))):
        moment, also = token(rng, "dates"), rng.choice((b"", b" pubdate", b" itemprop=datePublished"))
        parts.append(b'<time datetime="' + moment + b'"' + also + b">" + _words(rng).encode("utf-8", "surrogatepass"))
    rng.shuffle(parts)
    page = seeds.draw(rng, "html")
    at = rng.choice((0, place(rng, page), max(page.find(b"</head>"), 0)))
    return page[:at] + b"\n".join(parts) + page[at:]


def _script(rng: Random) -> bytes:
    """Return a JSON-LD script of generated data, in some of which pieces of syntax stand where they should not."""
    value = _value(rng, 4, _PROPERTIES)
    if rng.random() < 0.7:
        value = {"@context": "https://schema.org", "@type": rng.choice(_TYPES), rng.choice(_PROPERTIES): value}
    text = json.dumps(value, ensure_ascii=rng.random() < 0.5, indent=rng.choice((None, None, 2)))
    data = text.encode("utf-8", "surrogatepass")
    for _ in range(rng.choice((0, 0, 0, 1, 3))):
        at = place(rng, data)
        data = data[:at] + token(rng, rng.choice(("json-ld", "marks", "tags", "comments"))) + data[at:]
    kind = rng.choice((b"application/ld+json", b"application/ld+json", b"application/LD+JSON; charset=x", b"text/json"))
    end = rng.choice((b"</script>", b"</script>", b"</script>", b"</SCRIPT >", b""))
    return b'<script type="' + kind + b'">' + data + end
