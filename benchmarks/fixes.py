"""Fix the articles of a folder and look at what safe fixes touch: no quotation, and no remark of front matter.

usage: python -m benchmarks.fixes FOLDER [--plant N] [--seed N]

Each article is fixed in memory, safely; nothing is written. Then its quotations, the remarks and the names of its front
matter and what else it holds are compared with those before, and it is fixed once more, safely and unsafely, which must
change nothing.
With `--plant`, N faults are put into each article first, half of them into quotations where it has any: characters
that nobody sees, damaged letters, misplaced commas, tracking parameters. Prints counts, and exits with 1 where anything
was touched.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from newslint.article import Article
from newslint.diagnostics import Edit
from newslint.fixes.edits import Wanted, apply_edits
from newslint.fixes.quotations import texts_of_quotations
from newslint.fixes.rounds import Tools, fix_source
from newslint.patterns import pattern
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import SUFFIXES, Source, decode, encode, read

_REMARK = pattern(r"(?:^|(?<=\s))#.*")
_WORD = pattern(r"(?<![\w/.:#&-])[a-z]{6,20}(?![\w/:&-])")
_SPACE = pattern(r"(?<=[a-z]{3}) (?=[a-z]{3})")
_TARGET = pattern(r"(?<=\]\()https?://[\w./-]{1,80}(?=\))")


def remarks_of(article: Article) -> list[str]:
    """Return the remarks of YAML and TOML front matter, each to the end of its line."""
    if article.front_matter is None or article.front_matter.kind == "json":
        return []
    lines = article.source.slice(article.front_matter.span).splitlines()
    return [match[0] for line in lines for match in _REMARK.finditer(line)]


def touched(before: Article, after: Article) -> Iterator[str]:
    """Yield what fixes must leave alone and did not."""
    for name, what in _KEPT.items():
        if what(before) != what(after):
            yield name
    # A repair may restore a link that a fault had torn.
    if len(before.links) > len(after.links):
        yield "links"


def _fields_of(article: Article) -> list[tuple[str, object]]:
    fields = article.front_matter.fields if article.front_matter else ()
    return [(entry.name, type(entry.value)) for entry in fields]


_KEPT: dict[str, Callable[[Article], object]] = {
    "quotations": texts_of_quotations,
    "block quotations": lambda article: [block.text for block in article.blocks if block.kind == "quotation"],
    "code": lambda article: [block.text for block in article.blocks if block.kind == "code"],
    "remarks of front matter": remarks_of,
    "fields of front matter": _fields_of,
    "images": lambda article: len(article.images),
}


def plant(article: Article, number: int, chance: random.Random) -> tuple[Source, int]:
    """Return a source with faults in its prose, in quotations, too, and how many were put outside of them."""
    text = article.source.text
    places: dict[bool, list[Edit]] = {True: [], False: []}
    for index, block in article.prose_blocks():
        for match in (*_WORD.finditer(block.text), *_SPACE.finditer(block.text)):
            span = block.locate(*match.span())
            if text[span.start : span.end] == match[0] and not article.is_code(index, *match.span()):
                places[_is_quoted(article, index, *match.span())].append(_fault(span.start, match[0], chance))
        for match in _TARGET.finditer(text, *block.span):
            at = match.end()
            places[_is_quoted_source(article, index, at)].append(Edit(at, at, "?utm_source=feed"))
    inside = chance.sample(places[True], min(number // 2, len(places[True])))
    outside = chance.sample(places[False], min(number - len(inside), len(places[False])))
    chosen: list[Edit] = []
    for edit in sorted(inside + outside):
        if not chosen or edit.start > chosen[-1].end:
            chosen.append(edit)
    planted = apply_edits(text, chosen)
    return decode(encode(article.source._replace(text=planted)), article.path), len(set(chosen) & set(outside))


def _is_quoted(article: Article, index: int, start: int, end: int) -> bool:
    return article.blocks[index].kind == "quotation" or article.is_quoted(index, start, end)


def _is_quoted_source(article: Article, index: int, at: int) -> bool:
    spans = map(article.locate, article.quoted_extents(index))
    return article.blocks[index].kind == "quotation" or any(start <= at <= end for start, end in spans)


def _fault(at: int, found: str, chance: random.Random) -> Edit:
    """Return a fault at a word, or at a space between two words."""
    if found == " ":
        return Edit(at, at + 1, " ,\u0020")
    middle = at + len(found) // 2
    return chance.choice((Edit(middle, middle, "\u200b"), Edit(middle, middle, "Ã©"), Edit(middle, middle, "\u202a")))


def main() -> int:
    """Fix the articles of a folder, print what that touched, and return 1 where it was too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plant", type=int, default=0, metavar="N", help="faults for each article (default: none)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    linter = Linter(load_settings(None), RunOptions(date(2026, 11, 25)))
    tools = Tools(linter.parse, lambda source, trail: linter.lint(source))
    counts: Counter[str] = Counter()
    for path in sorted(path for path in options.folder.rglob("*") if path.suffix.lower() in SUFFIXES):
        source = read(path)
        if options.plant:
            source, planted = plant(linter.parse(source), options.plant, random.Random(f"{options.seed}{path}"))
            counts["faults planted outside quotations"] += planted
        before = linter.parse(source)
        outcome = fix_source(source, tools, Wanted())
        counts.update(files=1, fixed=len(outcome.report.repairs), files_fixed=bool(outcome.report.repairs))
        counts["quotations"] += len(before.quotations)
        counts["remarks"] += len(remarks_of(before))
        for what in touched(before, linter.parse(outcome.source)):
            counts[f"TOUCHED: {what}"] += 1
            print(f"{path}: {what}")
        if (outcome.source.text != source.text) != bool(outcome.report.repairs):
            counts["TOUCHED: something was changed and not told"] += 1
        for wanted in (Wanted(), Wanted(unsafe=True)):
            once = fix_source(source, tools, wanted)
            if fix_source(once.source, tools, wanted).source.text != once.source.text:
                counts["TOUCHED: a second run changed something"] += 1
                print(f"{path}: a second run changed something")
    for name, count in counts.items():
        print(f"{count:>8} {name.replace('_', ' ')}")
    return int(any(name.startswith("TOUCHED") for name in counts))


if __name__ == "__main__":
    raise SystemExit(main())
