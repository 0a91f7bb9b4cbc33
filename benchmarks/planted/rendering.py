"""Write an article as Markdown, HTML or scraped text, and note where what was planted stands."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from benchmarks.planted.copies import BEGIN, END, Copy

from newslint.spans import Span

FORMATS = ("markdown", "html", "text")
SUFFIXES = {"markdown": ".md", "html": ".html", "text": ".txt"}
_MARKS = re.compile(f"[{BEGIN}{END}]")
_PLANTED = re.compile(f"({BEGIN}[^{END}]*{END})")
_MARKDOWN = re.compile(r"[\\`*_<\[\]]|&(?=#?\w+;)|^(?:[#>+\-]|\d+(?=[.)]))")
_TYPED = re.compile(r"<|&(?=#?\w+;)")
_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\(((?:[^()\s]|\([^()]*\))*)\)")
_FAQ, _DISCLAIMER, _POINTS = "Frequently asked questions", "Disclaimer", "Key points"
_PICTURE, _ALT = "/media/scene.jpg", "People stand in front of a building."


class Rendered(NamedTuple):
    """The text of a file, and the places of what was planted in it."""

    text: str
    places: tuple[Span, ...]


def render(copy: Copy, format: str) -> Rendered:
    """Write an article in a format."""
    return settle({"markdown": _markdown, "html": _html, "text": _text}[format](copy))


def settle(text: str) -> Rendered:
    """Take the marks out of a text and return where they stood."""
    found = list(_MARKS.finditer(text))
    offsets = [match.start() - index for index, match in enumerate(found)]
    places = tuple(Span(*pair) for pair in zip(offsets[::2], offsets[1::2], strict=True))
    return Rendered(_MARKS.sub("", text), places)


def day_in_words(day: date | str) -> str:
    """Return a date as readers see it."""
    return day if isinstance(day, str) else f"{day.day} {day:%B %Y}"


def _outline(copy: Copy) -> Iterator[tuple[str, str]]:
    """Yield what stands below an article's head, as kinds and texts, in the order of all formats."""
    if copy.points:
        yield "heading", _POINTS
        yield from (("list-item", point) for point in copy.points)
    yield from copy.body
    if copy.caption:
        yield "caption", copy.caption
    if copy.faq:
        yield "heading", _FAQ
    for question, answer, number in copy.faq:
        yield "question", f"{number}. {question}" if number else question
        if answer:
            yield "paragraph", answer
    if copy.disclaimer:
        yield from (("heading", _DISCLAIMER), ("paragraph", copy.disclaimer))


def _text(copy: Copy) -> str:
    lines = [
        copy.label,
        copy.headline,
        None if copy.summary is None else f"Summary: {copy.summary}",
        None if copy.byline is None else f"By {copy.byline}" if copy.byline else "By:",
        None if copy.published is None else f"Published: {day_in_words(copy.published)}",
        f"Updated: {day_in_words(copy.updated)}" if copy.updated else None,
        copy.notice,
        *(f"- {text}" if kind == "list-item" else text for kind, text in _outline(copy)),
    ]
    return "\n\n".join(_outside(line.rstrip(), str, _text_link) for line in lines if line) + "\n"


def _text_link(text: str) -> str:
    """Write links as plain text has them, with the address behind their words; what leads nowhere stays as it is."""
    return _LINK.sub(lambda match: match[0] if match[1] or "://" not in match[3] else f"{match[2]} ({match[3]})", text)


def _outside(text: str, outside: Callable[[str], str], inside: Callable[[str], str]) -> str:
    """Write the article's own words in one way and what is planted, as somebody typed it, in another."""
    pieces = _PLANTED.split(text)
    return "".join(inside(piece) if piece.startswith(BEGIN) else outside(piece) for piece in pieces)


def _markdown_text(text: str) -> str:
    def typed(piece: str) -> str:
        return _TYPED.sub(lambda match: "&amp;" if match[0] == "&" else "\\<", piece)

    def own(piece: str) -> str:
        return _MARKDOWN.sub(lambda match: f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}", piece)

    return _outside(text, own, typed)


def _front_matter(copy: Copy) -> Iterator[str]:
    """Yield the lines between the fences; a date is written bare, and words in quotation marks."""
    published = copy.published.isoformat() if isinstance(copy.published, date) else copy.published
    for name, value in (("title", copy.headline), ("author", copy.byline), ("description", copy.summary)):
        if value is not None:
            yield f"{name}: {json.dumps(value, ensure_ascii=False)}" if value else f"{name}:"
    if published is not None:
        is_words = published != "" and isinstance(copy.published, str)
        yield f"date: {json.dumps(published, ensure_ascii=False) if is_words else published}".rstrip()
    if copy.updated:
        yield f"updated: {copy.updated.isoformat()}"


_BEFORE = {"heading": "## ", "question": "### ", "list-item": "- ", "quotation": "> "}


def _markdown(copy: Copy) -> str:
    lines = [
        "\n".join(("---", *_front_matter(copy), "---")),
        f"**{copy.label}**" if copy.label else None,
        f"*{copy.notice}*" if copy.notice else None,
    ]
    for kind, text in _outline(copy):
        written = _markdown_text(text)
        is_picture = kind == "caption"
        lines.append(f"![{_ALT}]({_PICTURE})\n*{written}*" if is_picture else _BEFORE.get(kind, "") + written)
    return "\n\n".join(line for line in lines if line) + "\n"


_TAGS = {"heading": "h2", "question": "h3", "list-item": "li", "quotation": "blockquote", "paragraph": "p"}


def _html(copy: Copy) -> str:
    summary = None if copy.summary is None else html.escape(copy.summary)
    head = [
        '<meta charset="utf-8">',
        _tag("title", copy.headline),
        None if summary is None else f'<meta name="description" content="{summary}">',
        f'<script type="application/ld+json">\n{copy.data}\n</script>' if copy.data else None,
    ]
    body = [
        _tag("p", copy.label, "label"),
        _tag("h1", copy.headline),
        _tag("p", copy.summary if copy.summary != "" else "Summary:", "standfirst"),
        None if copy.byline is None else _tag("p", f"By {copy.byline}".rstrip(), "byline"),
        _html_date("Published", copy.published),
        _html_date("Updated", copy.updated),
        _tag("p", copy.notice),
        *(_html_picture(text) if kind == "caption" else _tag(_TAGS[kind], text) for kind, text in _outline(copy)),
    ]
    lines = ["<!DOCTYPE html>", '<html lang="en">', "<head>", *head, "</head>", "<body>", "<article>", *body]
    return "\n".join(line for line in (*lines, "</article>", "</body>", "</html>") if line) + "\n"


def _tag(name: str, text: str | None, kind: str = "") -> str | None:
    opened = f'{name} class="{kind}"' if kind else name
    return None if text is None else f"<{opened}>{_html_text(text)}</{name}>"


def _html_text(text: str) -> str:
    return _outside(html.escape(text, quote=False), str, lambda piece: _LINK.sub(_html_link, piece))


def _html_link(match: re.Match[str]) -> str:
    is_image, text, target = match.groups()
    if is_image:
        shown = f' alt="{html.escape(text)}"' if text else ""
        return f'<img src="{target}"{shown}>'
    return f'<a href="{target}">{text}</a>'


def _html_date(label: str, day: date | str | None) -> str | None:
    if day is None:
        return None
    machine = f' datetime="{day.isoformat()}"' if isinstance(day, date) else ""
    shown = f"<time{machine}>{_html_text(day_in_words(day))}</time>" if day else ""
    return f'<p class="date">{label}: {shown}</p>'


def _html_picture(caption: str) -> str:
    return f'<figure><img src="{_PICTURE}" alt="{_ALT}"><figcaption>{_html_text(caption)}</figcaption></figure>'
