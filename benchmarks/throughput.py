"""Measure how many articles, and how many megabytes, one core judges in a second, by format.

usage: python -m benchmarks.throughput [--articles N] [--bytes N] [--folder FOLDER] [--write FILE]

N articles (400) of about so many bytes (4,700) are made of invented sentences, the same in Markdown, HTML and plain
text, or they are taken from FOLDER, which holds files. One process judges them all as of their own days, as `newslint
archive` does, without reading or writing any file. With `--write`, the articles are only written, as the rows of a
Parquet or JSON Lines file, for trials of archives. Prints CPU seconds; the findings are the same in every run.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.second_run import DEEDS, PEOPLE, PLACES, SENTENCES, THINGS

import newslint

FORMATS = ("markdown", "html", "text")
SECTIONS = ("harbour", "council", "schools", "sport", "business")
# Faults that are put into some articles, so that there is something to find.
FAULTS = (
    "The the ferry was late.",
    "More of this TK.",
    "At the end of the day, it paid off.",
    "“It works, said nobody.",
)


class Speed(NamedTuple):
    """What judging some articles of a format took, and what was found; `digest` is a hash of all findings."""

    format: str
    articles: int
    size: int
    cpu: float
    findings: int
    digest: str


def make_rows(number: int, size: int, formats: Sequence[str] = FORMATS) -> Iterator[dict[str, Any]]:
    """Yield articles as rows: id, text, format, section, author, date; the same in every run."""
    for at in range(number):
        draw = random.Random(at)
        head = f"{draw.choice(PLACES)}’s {draw.choice(THINGS)} {draw.choice(DEEDS)}"
        author, kind = draw.choice(PEOPLE), formats[at % len(formats)]
        day = f"{2005 + at % 20}-{draw.randrange(1, 13):02}-{draw.randrange(1, 28):02}"
        text = _text_of(kind, head, author, day, _paragraphs(draw, size))
        yield {
            "id": f"a-{at:07}",
            "text": text,
            "format": kind,
            "section": draw.choice(SECTIONS),
            "author": author,
            "date": day,
        }


def _paragraphs(draw: random.Random, size: int) -> list[str]:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        words = {"deed": draw.choice(DEEDS), "place": draw.choice(PLACES), "thing": draw.choice(THINGS)}
        lines = [
            draw.choice(SENTENCES).format(name=draw.choice(PEOPLE), number=draw.randrange(2, 900), **words)
            for _ in range(2)
        ]
        paragraphs.append(" ".join(lines))
    if draw.random() < 0.4:
        paragraphs.append(draw.choice(FAULTS))
    return paragraphs


def _text_of(kind: str, head: str, author: str, day: str, paragraphs: Iterable[str]) -> str:
    if kind == "html":
        body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
        top = f"<h1>{escape(head)}</h1>\n<p class=byline>By {author}</p>\n<time datetime={day}>{day}</time>\n"
        page = f"<head><title>{escape(head)}</title></head>\n<body><article>\n{top}{body}</article></body>"
        return f"<!doctype html>\n<html lang=en>{page}</html>\n"
    body = "\n\n".join(paragraphs)
    if kind == "markdown":
        return f"---\ntitle: {head}\nauthor: {author}\ndate: {day}\n---\n\n{body}\n"
    return f"{head}\n\nBy {author}\n\n{day}\n\n{body}\n"


def measure(linter: newslint.Linter, format: str, articles: Sequence[newslint.RawArticle]) -> Speed:
    """Judge articles and return what that took."""
    hashed, findings = blake2b(digest_size=8), 0
    began = time.process_time()
    for article in articles:
        for found in linter.judge(article).diagnostics:
            findings += 1
            hashed.update(f"{found.path} {found.rule} {found.span.start.offset}\n".encode())
    cpu = time.process_time() - began
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in (str(article.text) for article in articles))
    return Speed(format, len(articles), size, cpu, findings, hashed.hexdigest())


def articles_by_format(rows: Iterable[dict[str, Any]]) -> dict[str, list[newslint.RawArticle]]:
    """Return the articles of rows, by their formats."""
    found: dict[str, list[newslint.RawArticle]] = {}
    for row in rows:
        found.setdefault(row["format"], []).append(newslint.RawArticle(**row))
    return found


def read_folder(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the files of a folder as rows; those of JSON lines are Markdown, one a line."""
    from newslint.source import format_of

    for path in sorted(folder.rglob("*")):
        if path.suffix == ".jsonl":
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                yield {"id": f"{path.name}:{number}", "text": json.loads(line)["text"], "format": "markdown"}
        elif path.suffix in (".md", ".html", ".txt"):
            text = path.read_text(encoding="utf-8", errors="replace")
            yield {"id": path.name, "text": text, "format": format_of(path.name)}


def write_rows(rows: Iterable[dict[str, Any]], path: Path, group: int = 5_000) -> None:
    """Write rows as Parquet, in groups, or as JSON Lines."""
    if path.suffix != ".parquet":
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        return
    from pyarrow import Table
    from pyarrow.parquet import ParquetWriter

    held = list(rows)
    table = Table.from_pylist(held[:group])
    with ParquetWriter(path, table.schema) as writer:
        for at in range(0, len(held), group):
            writer.write_table(Table.from_pylist(held[at : at + group], schema=table.schema))


def main(arguments: Sequence[str]) -> int:
    """Measure, and print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--bytes", type=int, default=4_700)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args(arguments)
    rows = read_folder(options.folder) if options.folder else make_rows(options.articles, options.bytes)
    if options.write:
        write_rows(rows, options.write)
        return 0
    linter = newslint.Linter(today="published", undated="2026-06-01", metrics=False)
    print(f"{'format':<10} {'articles':>8} {'KB each':>8} {'CPU s':>8} {'a second':>9} {'MB/s':>6} {'findings':>9}")
    for format, articles in articles_by_format(rows).items():
        measure(linter, format, articles[:20])  # what is imported and built only once
        got = measure(linter, format, articles)
        pace = f"{got.articles / got.cpu:9.1f} {got.size / got.cpu / 1e6:6.2f}"
        each = got.size / got.articles / 1e3
        print(f"{got.format:<10} {got.articles:8} {each:8.1f} {got.cpu:8.2f} {pace} {got.findings:9}  {got.digest}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
