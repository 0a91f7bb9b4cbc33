"""Read the labels that newsrooms print: what type of article this is, and lines that announce a value.

Both lists are our own reading of news sites.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newslint.newsroom.boilerplate import line_key
from newslint.parts import ElementKind
from newslint.patterns import pattern

# What newsrooms print above an article to say what type it is; our own reading, by the type.
_TYPES = {
    "opinion": (
        "opinion|op-ed|comment is free|commentary|column|columnist|columnists|viewpoint|perspective|"
        "guest essay|guest column|guest post|opinions|letter to the editor"
    ),
    "editorial": "editorial|leader",
    "analysis": "analysis|news analysis",
    "explainer": "explainer|explained|q&a",
    "fact-check": "fact check|fact-check",
    "review": "review|book review|film review",
    "interview": "interview",
    "profile": "profile",
    "feature": "feature|features|long read",
    "live": "live|live blog|live updates",
    "news": "news|breaking news|breaking|exclusive",
    "press-release": "press release",
    "sponsored": (
        "sponsored|sponsored content|sponsored post|paid post|paid content|partner content|"
        "branded content|advertorial|advertisement feature|advertising feature|promoted|paid partnership|"
        "in partnership with"
    ),
    "satire": "satire",
    "obituary": "obituary",
}


@cache
def _label_types() -> dict[str, str]:
    return {word: kind for kind, words in _TYPES.items() for word in words.split("|")}


_PAID_FOR = pattern(r"(?:sponsored|presented|paid for) by \S")


def read_label(line: str) -> str | None:
    """Return the type of article that a line names when it is a label (`Opinion`, `Sponsored content`), else None."""
    if len(line) > 60:
        return None
    words = line_key(line)
    if _PAID_FOR.match(words):
        return "sponsored"
    return _label_types().get(words)


class EmptyLabel(NamedTuple):
    """A label without a value: its words, the element that it announces (or None), and its range in the line."""

    label: str
    element: ElementKind | None
    start: int
    end: int


_EMPTY_LABEL = pattern(r"\s*(?P<label>[^\W\d_][\w '’/&-]{1,40}?)\s*[:\uff1a]\s*$")
_LABELS: dict[ElementKind, str] = {
    "published": """published|published on|published at|published date|publish date|publication date|date published|date
        |posted|posted on|date posted|first published|release date|date of publication|veröffentlicht
        |veröffentlicht am
        |publié le|publicado el""",
    "updated": """updated|updated on|last updated|last updated on|last update|last modified|modified|date updated
        |aktualisiert|aktualisiert am|mis à jour le|actualizado""",
    "byline": """by|author|authors|written by|posted by|reported by|reporter|byline|writer|story by|edited by|editor
        |published by|created by|autor|von|auteur|par""",
    "dateline": "location|place|dateline|city|where",
    "summary": "summary|short summary|in short|key points|tl;dr|tldr|at a glance",
    "label": "category|categories|type|section|topic|filed under|tags|tag|keywords",
    "disclosure": "disclosure|disclaimer|sponsored by",
}
# Labels of sources, of links and of pictures.
_OTHER_LABELS = """source|sources|via|reference|references|quelle|official site|official website|official site link
    |official link|website|link|image|photo|image credit|photo credit|photo by|image source|photo source
    |picture|credit|credits|caption"""


@cache
def _label_elements() -> dict[str, ElementKind | None]:
    found: dict[str, ElementKind | None] = {word.strip(): None for word in _OTHER_LABELS.split("|")}
    return found | {word.strip(): element for element, words in _LABELS.items() for word in words.split("|")}


def read_empty_label(line: str) -> EmptyLabel | None:
    """Read a line that is only a label of metadata with nothing after its colon (`Published on:`), else None."""
    found = _EMPTY_LABEL.match(line) if len(line) <= 60 else None
    if found is None:
        return None
    words = line_key(found["label"])
    if words not in _label_elements():
        return None
    return EmptyLabel(found["label"], _label_elements()[words], found.start("label"), len(line.rstrip()))
