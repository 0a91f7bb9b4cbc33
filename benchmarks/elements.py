"""Measure which elements of articles are read as a person sees them.

usage: python -m benchmarks.elements [--misses ELEMENT …]

The articles of `benchmarks/articles` were written for this, in the manner of text copied from web pages, by somebody
who did not know the program; `NOTES.md` beside them says how their elements were noted. Those up to 42 are for
developing, later ones only for measuring. Prints the share of each element in both, and with `--misses` what was
expected and what was read in those for developing (`all` for every element).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.article import Article
from newslint.assembly import parse
from newslint.formats.draft import ParseOptions
from newslint.parts import ElementKind
from newslint.records import NamedTuple
from newslint.source import decode

FOLDER = Path(__file__).parent / "articles"
_DEVELOPING = 42  # the articles up to this number
_PROSE = ("paragraph", "list-item", "quotation")


class Judged(NamedTuple):
    """One thing that a person saw in an article, and whether it was read so."""

    element: str
    is_right: bool
    expected: object
    read: object


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _text(article: Article, kind: ElementKind) -> str:
    element = article.find(kind)
    return _plain(element.text if element else None)


def judge(article: Article, seen: dict[str, Any]) -> Iterator[Judged]:
    """Compare an article with what a person saw in it."""
    for name, kind in (("headline", "headline"), ("standfirst", "dek")):
        yield _same(name, _plain(seen[name]), _text(article, kind))  # type: ignore[arg-type]
    people = (person for element in article.find_all("byline") for person in element.people)
    yield _same("authors", set(seen["authors"]), {person.name for person in people if person.kind == "author"})
    for name in ("published", "updated"):
        element = article.find(name)  # type: ignore[arg-type]
        yield _same(name, seen[name], ((element.value if element else None) or "")[:10] or None)
    summary = _text(article, "summary")
    for point in seen["key_points"]:
        yield Judged("key points", _plain(point) in summary, point, summary[:80])
    asked = [_plain(pair.question) for pair in article.faq]
    for question in seen["faq_questions"]:
        yield Judged("questions", _plain(question) in asked, question, asked)
    if not seen["faq_questions"]:
        yield Judged("questions", not asked, [], asked)
    yield from _judge_blocks(article, seen)


def _same(element: str, expected: object, read: object) -> Judged:
    return Judged(element, expected == read, expected, read)


def _judge_blocks(article: Article, seen: dict[str, Any]) -> Iterator[Judged]:
    blocks = [(block.kind, _plain(block.text)) for block in article.blocks]
    body = [text for kind, text in blocks if kind in _PROSE]
    first, last = _plain(seen["first_body_paragraph"]), _plain(seen["last_body_paragraph"])
    yield Judged("first paragraph", any(text.startswith(first) for text in body), first, None)
    yield Judged("last paragraph", any(text.endswith(last) for text in body), last, None)
    for line in map(_plain, seen["boilerplate_lines"]):
        kinds = [kind for kind, text in blocks if line in text]
        yield Judged("boilerplate", "boilerplate" in kinds, line, kinds)
    for line in map(_plain, seen["subheadings"]):
        kinds = [kind for kind, text in blocks if line == text]
        yield Judged("subheadings", "heading" in kinds, line, kinds)


def main() -> int:
    """Judge all articles and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", nargs="+", default=[], metavar="ELEMENT")
    options = parser.parse_args()
    counts: dict[str, tuple[list[bool], list[bool]]] = defaultdict(lambda: ([], []))
    for file in sorted(FOLDER.glob("*.txt")):
        seen = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        is_known = int(file.stem) <= _DEVELOPING
        for judged in judge(parse(decode(file.read_bytes(), file.name), ParseOptions()), seen):
            counts[judged.element][is_known].append(judged.is_right)
            counts["all"][is_known].append(judged.is_right)
            if is_known and not judged.is_right and {judged.element, "all"} & set(options.misses):
                print(f"{file.stem} {judged.element}: {judged.expected!r}, read {judged.read!r}")
    print(f"{'element':16} {'developing':>20} {'measuring':>20} {'both':>20}")
    for element in (*(name for name in counts if name != "all"), "all"):
        new, known = counts[element]
        print(f"{element:16} {_share(known)} {_share(new)} {_share(known + new)}")
    return 0


def _share(results: list[bool]) -> str:
    share = f"{100 * sum(results) / len(results):5.1f} %" if results else "–"
    return f"{sum(results):4} of {len(results):4} {share:>8}"


if __name__ == "__main__":
    raise SystemExit(main())
