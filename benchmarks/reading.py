"""Measure how articles are read: headline, authors, date and body, by language and by half of the data.

usage: python benchmarks/reading.py FOLDER [--predictions FILE] [--domains GOLD.jsonl] [--half developing|measuring]
           [--lang LANG …] [--peer trafilatura [--peer-python PYTHON]] [--misses FIELD]

FOLDER holds gold.jsonl and the articles, gzipped or not. A line of gold.jsonl has `id` and `file`, and what is known of
`domain`, `html_lang`, `headline`, `authors`, `published` and `paragraphs`, the last with `gold_body` where they are the
whole body. `--domains` names a gold.jsonl with the same ids where the folder's own has no domains. The halves are those
of SHA-256 of the domain: even is for developing, odd only for measuring.

Without --predictions (lines with `id`, `headline`, `authors`, `published`, `paragraphs`) newslint reads the articles
itself. `--peer trafilatura` runs trafilatura on the same pages with PYTHON, an interpreter of an environment of its own
in which trafilatura 2 is installed. `--misses` (headline, authors, published, body) lists what is wrong, for the
developing half alone.

The figures are shares in per cent, each with its 95 % interval of Wilson. Headlines and authors have to be the same but
for case, marks and white space; authors as sets, each by first and last name. A date is right if the day is, as written
or in UTC. For plain text, `seen` counts only the dates whose day, month and year stand in the text. Body is the mean F1
of runs of four words; its interval is that of the mean.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from newslint.rules.precision import wilson

Record = dict[str, Any]
HALVES = ("developing", "measuring")
FIELDS = ("headline", "authors", "published", "seen", "body")
_WORD = re.compile(r"\w+")
_GLUE = re.compile(r"[\W_]+")
_OPENER = re.compile(r"^\s*(?:by|von|par|por|di|text|story by|reported by)[:\s]+")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
_BODY_KINDS = ("paragraph", "list-item", "quotation")

# What the child process runs that reads pages with trafilatura; it knows nothing of newslint.
_TRAFILATURA = """
import json, sys
from trafilatura import bare_extraction
for line in sys.stdin:
    page = json.loads(line)
    with open(page["path"], "rb") as file:
        data = file.read()
    if page["path"].endswith(".gz"):
        import gzip
        data = gzip.decompress(data)
    found = bare_extraction(data, with_metadata=True, include_comments=False)
    said = found.as_dict() if found else {}
    print(json.dumps({
        "id": page["id"],
        "headline": said.get("title"),
        "authors": [name for name in (said.get("author") or "").split("; ") if name],
        "published": said.get("date"),
        "paragraphs": (said.get("text") or "").split("\\n"),
    }), flush=True)
"""


class Page(NamedTuple):
    """What is known of an article, where it is, and in which half."""

    gold: Record
    path: Path
    half: str

    @property
    def language(self) -> str:
        """The first part of the language that the page says it is in."""
        return str(self.gold.get("html_lang") or "none").lower().partition("-")[0]


def half_of(domain: str) -> str:
    """Return the half that a domain belongs to."""
    return HALVES[hashlib.sha256(domain.encode()).digest()[-1] % 2]


def load(folder: Path, domains: Path | None) -> list[Page]:
    """Read gold.jsonl of a folder, and the domains from another where it has none."""
    known = {line["id"]: line["domain"] for line in _lines(domains)} if domains else {}
    pages = []
    for gold in _lines(folder / "gold.jsonl"):
        domain = gold.get("domain") or known.get(gold["id"])
        path = next((path for path in (folder / gold["file"], folder / "html" / gold["file"]) if path.exists()), None)
        if domain and path:
            pages.append(Page(gold, path, half_of(domain)))
    return pages


def _lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def text_of(page: Page) -> bytes:
    """Return the bytes of an article."""
    data = page.path.read_bytes()
    return gzip.decompress(data) if page.path.suffix == ".gz" else data


def read_with_newslint(pages: Iterable[Page]) -> Iterable[Record]:
    """Yield what newslint reads of each article."""
    from newslint.assembly import parse
    from newslint.reporters.inspection import bylines
    from newslint.source import decode

    for page in pages:
        article = parse(decode(text_of(page), page.path.name.removesuffix(".gz")))
        headline, published = article.find("headline"), article.find("published")
        yield {
            "id": page.gold["id"],
            "headline": headline.text if headline else None,
            "authors": [name for element in bylines(article) for name in element.names],
            "published": published.value if published else None,
            "paragraphs": [block.text for block in article.blocks if block.kind in _BODY_KINDS],
        }


def read_with_trafilatura(pages: Iterable[Page], python: str) -> list[Record]:
    """Return what trafilatura reads of each page, or stop where the interpreter does not have it."""
    asked = "".join(json.dumps({"id": page.gold["id"], "path": str(page.path)}) + "\n" for page in pages)
    run = subprocess.run([python, "-c", _TRAFILATURA], input=asked, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"trafilatura cannot be run by {python}: {run.stderr.strip()[-300:]}")
    return [json.loads(line) for line in run.stdout.splitlines()]


# How two values are compared


def _plain(text: object) -> str:
    return unicodedata.normalize("NFKC", unescape(text if isinstance(text, str) else "")).casefold()


def same_headline(gold: Record, said: Record) -> bool:
    """Tell whether two headlines have the same letters and digits."""
    return _GLUE.sub("", _plain(gold["headline"])) == _GLUE.sub("", _plain(said.get("headline")))


def _name(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_OPENER.sub("", _ADDRESS.sub("", _plain(text)))))


def _is_same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one == other or (min(len(one), len(other)) > 1 and (one[0], one[-1]) == (other[0], other[-1]))


def same_authors(gold: Record, said: Record) -> bool:
    """Tell whether the same people are named."""
    wanted = [name for name in map(_name, gold["authors"]) if name]
    found = [name for name in dict.fromkeys(map(_name, said.get("authors") or ())) if name]
    for name in wanted:
        match = next((other for other in found if _is_same_name(name, other)), None)
        if match is None:
            return False
        found.remove(match)
    return not found


_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?:\d\d)\S*?(Z|[+-]\d\d:?\d\d)?$)?")


def days_of(value: object) -> set[date]:
    """Return the days that an ISO 8601 value may mean: the one written, and the one in UTC."""
    found = _ISO.match(str(value or "").strip())
    if not found:
        return set()
    try:
        written = datetime(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return set()
    days = {written.date()}
    if found[4] and found[5]:
        hours, _, minutes = found[4].partition(":")
        sign, digits = -1 if found[5][0] == "-" else 1, found[5][1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2] or 0), minutes=int(digits[2:] or 0)) * sign
        local = written.replace(hour=int(hours), minute=int(minutes), tzinfo=timezone(offset))
        days.add(local.astimezone(UTC).date())
    return days


def same_day(gold: Record, said: Record) -> bool:
    """Tell whether two dates are of one day."""
    wanted = days_of(gold["published"]) | days_of(gold.get("published_alt"))
    return bool(wanted & days_of(said.get("published")))


_PART = re.compile(r"\d+|[^\W\d_]+")
_NEAR = 6  # numbers and words in which a date's parts stand


def stands_in(text: str, day: date) -> bool:
    """Tell whether a text says a date: its year in two or four digits, and near it the month and the day."""
    from newslint.language.dates.names import MONTHS

    parts = [part.lower() for part in _PART.findall(text)]
    years, days = {str(day.year), f"{day.year % 100:02}"}, {str(day.day), f"{day.day:02}"}
    months = {str(day.month), f"{day.month:02}", *(word for word, number in MONTHS.items() if number == day.month)}
    for at, part in enumerate(parts):
        if part in months:
            near = parts[max(0, at - 3) : at + _NEAR - 2]
            near.remove(part)
            if days & set(near) and years & set(near):
                return True
    return False


def _shingles(paragraphs: Iterable[object]) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(_plain("\n".join(part for part in paragraphs if isinstance(part, str))))
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def body_f1(gold: Record, said: Record) -> float:
    """Return the F1 of the runs of four words of two bodies, from 0 to 1."""
    wanted, found = _shingles(gold["paragraphs"]), _shingles(said.get("paragraphs") or ())
    size = sum(wanted.values()) + sum(found.values())
    return 2 * sum((wanted & found).values()) / size if size else 0.0


# What is counted, and how it is told


def judge(page: Page, said: Record) -> dict[str, float]:
    """Return how right each field is that is known of a page, from 0 to 1."""
    gold = page.gold
    found: dict[str, float] = {}
    fields: tuple[tuple[str, Callable[[Record, Record], bool]], ...] = (
        ("headline", same_headline),
        ("authors", same_authors),
        ("published", same_day),
    )
    for field, is_same in fields:
        if gold.get(field):
            found[field] = float(is_same(gold, said))
    if "published" in found and ".html" not in page.path.suffixes:
        text = text_of(page).decode("utf-8", "replace")
        if any(stands_in(text, day) for day in days_of(gold["published"])):
            found["seen"] = found["published"]
    if gold.get("gold_body") and gold.get("paragraphs"):
        found["body"] = body_f1(gold, said)
    return found


def _cell(field: str, values: list[float]) -> str:
    if not values:
        return "-"
    total, mean = len(values), sum(values) / len(values)
    if field == "body":
        spread = 1.96 * math.sqrt(sum((value - mean) ** 2 for value in values) / total / total)
        low, high = max(0.0, mean - spread), min(1.0, mean + spread)
    else:
        low, high = wilson(sum(values), total)
    return f"{100 * mean:5.1f} [{100 * low:.0f}-{100 * high:.0f}] {total}"


def tell(name: str, pages: list[Page], judged: dict[str, dict[str, float]], languages: list[str]) -> None:
    """Print a table: a row for each half and language."""
    print(f"\n{name}\n{'half':<12}{'lang':<6}" + "".join(f"{field:<22}" for field in FIELDS))
    for half in HALVES:
        for language in languages:
            rows = [
                judged[page.gold["id"]]
                for page in pages
                if page.half == half and language in ("all", page.language) and page.gold["id"] in judged
            ]
            cells = [_cell(field, [row[field] for row in rows if field in row]) for field in FIELDS]
            if rows:
                print(f"{half:<12}{language:<6}" + "".join(f"{cell:<22}" for cell in cells).rstrip())


def tell_misses(field: str, pages: list[Page], judged: dict[str, dict[str, float]], said: dict[str, Record]) -> None:
    """Print what is wrong in a field, on the developing half."""
    for page in pages:
        name = page.gold["id"]
        share = judged.get(name, {}).get(field, 1.0)
        if page.half == "developing" and share < (0.9 if field == "body" else 1.0):
            told = f"F1 {share:.2f}" if field == "body" else f"{page.gold[field]!r} but {said[name].get(field)!r}"
            print(f"{name} {page.language}: {told}")


def main() -> None:
    """Read, judge and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--domains", type=Path)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--lang", nargs="+", default=["all", "en", "de"])
    parser.add_argument("--peer", choices=("trafilatura",))
    parser.add_argument("--peer-python", default=sys.executable)
    parser.add_argument("--misses", choices=("headline", "authors", "published", "body"))
    options = parser.parse_args()
    pages = [page for page in load(options.folder, options.domains) if options.half in (None, page.half)]
    systems: dict[str, Iterable[Record]] = {}
    if options.predictions:
        systems[options.predictions.name] = _lines(options.predictions)
    else:
        systems["newslint"] = read_with_newslint(pages)
    if options.peer:
        systems[options.peer] = read_with_trafilatura(pages, options.peer_python)
    for name, records in systems.items():
        said = {record["id"]: record for record in records}
        judged = {page.gold["id"]: judge(page, said[page.gold["id"]]) for page in pages if page.gold["id"] in said}
        tell(name, pages, judged, options.lang)
        if options.misses:
            tell_misses(options.misses, pages, judged, said)


if __name__ == "__main__":
    main()
