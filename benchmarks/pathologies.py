"""Generate articles, names, globs and configurations that make a careless program slow, and measure how work grows.

usage: nice python -m benchmarks.pathologies [PART OF A NAME …] [--enough SECONDS] [--over RATIO]

Every pathology is a function from a size to an input of about that many characters: a unit (a character, a token, a
line, a tag) repeated in a layout (one endless run, words, lines, paragraphs, items, …) of a format. Prints each
ratio of the CPU time at a size and at twice that size, the worst last. Exit status 1 where one is over the limit.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.pathology_units import CHARACTERS, FRONT, HTML, JSON, MARKDOWN, MIXED, TOKENS

from newslint.diagnostics import FileReport, Report, Severity
from newslint.reporters import render
from newslint.reporters.inspection import inspection, render_inspection
from newslint.runner import Linter, RunOptions
from newslint.settings import Settings, load_settings
from newslint.settings.globs import matches
from newslint.source import decode

T = TypeVar("T")
Pathology = Callable[[int], tuple[bytes, str]]
# From a size to work that is ready to run, for what is no article.
Work = Callable[[int], Callable[[], object]]

LIMIT = 2.6  # quadratic work has a ratio of 4, work in n log n one of about 2.1
_TELLING = 0.01  # CPU seconds; less is mostly noise
_SMALLEST, LARGEST = 1_000, 512_000  # characters; what is still fast at the largest size is fast enough
# Names and configurations have limits of their own.
LARGEST_WORK = 200_000
_FORMATS = {"md": "markdown", "html": "html", "txt": "text"}
_LETTERS = "bcdfghjklmnprstvw"


class Growth(NamedTuple):
    """The CPU time in seconds at a size and at twice that size."""

    size: int
    once: float
    twice: float

    @property
    def ratio(self) -> float:
        """How many times the work grows when the input doubles; what takes next to no time is no less than 2 ms."""
        return self.twice / max(self.once, 0.002)


_HEAD = "Council closes the harbour bridge"
_OPEN = {"md": f"# {_HEAD}\n\n", "txt": f"{_HEAD}\n\n", "html": f"<html><body><h1>{_HEAD}</h1>\n"}
# Before all, before each, after each and after all units.
LAYOUTS = {
    "run": ("The ", "", "", " end.\n"),
    "words": ("", "", " ", "\n"),
    "lines": ("", "", "\n", ""),
    "paragraphs": ("", "", "\n\n", ""),
    "items": ("", "- ", "\n", ""),
    "heading": ("## ", "", " ", "\n"),
    "quote": ("> ", "", " ", "\n"),
    "quotation": ("“", "", " ", "” said Mara Oduya.\n"),
    "cells": ("| ", "", " | ", "\n|---|\n"),
    "link": ("[", "", " ", "](/x)\n"),
    "after a quotation": ("“It is so,” said Mara Oduya ", "", " ", "\n"),
    "p": ("<p>", "", " ", "</p>"),
    "ps": ("", "<p>", "</p>\n", ""),
    "lis": ("<ul>", "<li>", "</li>", "</ul>"),
    "divs": ("", "<div>", "</div>", ""),
    "breaks": ("<p>", "", "<br>", "</p>"),
    "attribute": ('<p class="', "", " ", '">x</p>'),
    "attributes": ("<p ", "", " ", ">x</p>"),
    "address": ('<a href="', "", "", '">x</a>'),
    "title": ("<title>", "", " ", "</title>"),
    "bare": ("", "", "", ""),
}  # fmt: skip


def _word(number: int) -> str:
    """Return a word of its own for each number, short for small ones."""
    word = ""
    while number >= 0:
        number, digit = divmod(number, len(_LETTERS))
        word = _LETTERS[digit] + "aeiou"[digit % 5] + word
        number -= 1
    return word


def _near(number: int) -> str:
    """Return a name of its own for each number; most are one letter from many others."""
    letters = list("estrelbrooken")
    for place in range(len(letters)):
        number, digit = divmod(number, 3)
        letters[-1 - place] = (letters[-1 - place], "x", "z")[digit]
    return "K" + "".join(letters)


def repeat(unit: str, size: int, before: str = "", after: str = "") -> str:
    """Repeat a unit with what stands around each until about `size` characters are made; its fields change."""
    unit = before + unit + after
    if not any(field in unit for field in ("{n}", "{w}", "{W}", "{near}", "{indent}")):
        return unit * max(1, size // len(unit))
    made: list[str] = []
    length, number = 0, 0
    while length < size:
        text = unit
        for field in ("{w}", "{W}"):
            for place in range(text.count(field)):
                word = _word(number * 7 + place if place else number)
                text = text.replace(field, word if field == "{w}" else word.capitalize(), 1)
        text = text.replace("{near}", _near(number)).replace("{n}", str(number))
        made.append(text.replace("{indent}", "  " * number))
        length += len(made[-1])
        number += 1
    return "".join(made)


def _laid_out(unit: str, layout: str, suffix: str) -> Pathology:
    first, before, after, last = LAYOUTS[layout]

    def make(size: int) -> tuple[bytes, str]:
        text = _OPEN[suffix] + first + repeat(unit, size, before, after) + last
        return text.encode(), f"input.{suffix}"

    return make


def _wrapped(first: str, unit: str, last: str, suffix: str) -> Pathology:
    return lambda size: ((first + repeat(unit, size) + last).encode(), f"input.{suffix}")


def _mixed(parts: tuple[str, str, str, str, str], suffix: str) -> Pathology:
    """Half of one unit and half of another: what is compared each with each grows with the product of both."""

    def make(size: int) -> tuple[bytes, str]:
        first, one, between, other, last = parts
        text = first + repeat(one, size // 2) + between + repeat(other, size // 2) + last
        return text.encode(), f"input.{suffix}"

    return make


# Which units stand in which layouts.
_COMBINED: tuple[tuple[str, Mapping[str, str], tuple[str, ...]], ...] = (
    ("md", CHARACTERS, ("run", "lines", "bare")),
    ("txt", CHARACTERS, ("run", "lines")),
    ("html", CHARACTERS, ("p", "attribute")),
    ("md", TOKENS, ("words", "paragraphs")),
    ("txt", TOKENS, ("words", "lines", "paragraphs")),
    ("html", TOKENS, ("ps",)),
    ("md", MARKDOWN, ("bare",)),
    ("txt", MARKDOWN, ("bare",)),
    ("html", HTML, ("bare",)),
    ("md", HTML, ("bare",)),
)
_MORE_LAYOUTS = {
    "md": ("items", "heading", "quote", "quotation", "cells", "link", "after a quotation"),
    "txt": ("items", "quotation", "after a quotation"),
    "html": ("lis", "divs", "breaks", "attributes", "address", "title"),
}
_MORE_UNITS = (
    "new word",
    "said",
    "capital names",
    "number",
    "long date",
    "url",
    "she said",
    "new sentence",
    "question",
    "code",
)


def _all() -> Iterator[tuple[str, Pathology]]:
    for suffix, units, layouts in _COMBINED:
        for name, unit in units.items():
            for layout in layouts:
                yield f"{suffix}: {name}, {layout}", _laid_out(unit, layout, suffix)
    for suffix, layouts in _MORE_LAYOUTS.items():
        for layout in layouts:
            for name in _MORE_UNITS:
                yield f"{suffix}: {name}, {layout}", _laid_out(TOKENS[name], layout, suffix)
    body = f"\n---\n\n# {_HEAD}\n\nThe bridge closes on Monday.\n"
    for name, unit in FRONT.items():
        for place, opening in (
            ("title", "---\ntitle: "), ("quoted title", '---\ntitle: "'), ("suppressions", "---\nnewslint:\n  ignore:"),
            ("list", "---\na: &a\n  - x\nauthors:"),
        ):  # fmt: skip
            yield f"md: {name}, front matter, {place}", _wrapped(opening, unit, body, "md")
        yield f"md: {name}, open front matter", _wrapped("---\ntitle: ", unit, "\n", "md")
        yield f"md: {name}, TOML", _wrapped('+++\ntitle = "', unit, '"\n+++\n\n# Head\n', "md")
        yield f"md: {name}, JSON front matter", _wrapped('{\n"title": "', unit, '"\n}\n\n# Head\n', "md")
    for name, (suffix, first, one, between, other, last) in MIXED.items():
        yield f"{suffix}: {name}, mixed", _mixed((first, one, between, other, last), suffix)
    for name, unit in JSON.items():
        opening = '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"'
        yield f"html: {name}, JSON-LD", _wrapped(opening, unit, '"}]</script><h1>Head</h1><p>Text.</p>', "html")


PATHOLOGIES: Mapping[str, Pathology] = dict(_all())


def _name_of_file(unit: str) -> Work:
    """Lint a short article whose path is long."""
    linter = make_linter()

    def prepare(size: int) -> Callable[[], object]:
        path = repeat(unit, size) + ".md"
        source = decode(b"# Head\n\nText.\n", path, "markdown")
        return lambda: linter.lint(source)

    return prepare


def _glob(unit: str, name: str, last: str = "") -> Work:
    """Match a long name that a glob does not match against it; each glob is compiled anew."""

    def prepare(size: int) -> Callable[[], object]:
        glob, path = repeat(unit, min(size, 900)) + last, repeat(name, size)
        return lambda: matches(path, glob)

    return prepare


def _glob_in_long_name(glob: str, name: str) -> Work:
    """Match a long name against a short glob."""

    def prepare(size: int) -> Callable[[], object]:
        path = repeat(name, size) + "!"
        return lambda: matches(path, glob)

    return prepare


def _configuration(folder: Path, first: str, unit: str, last: str = "") -> Work:
    """Read a configuration and check what it refers to; the shipped rules are compiled beforehand."""
    from newslint.settings import resolving

    compiled = make_linter().settings.compiled

    def prepare(size: int) -> Callable[[], object]:
        path = folder / f"{size}.yaml"
        path.write_text(first + repeat(unit, size) + last, encoding="utf-8")

        def run() -> None:
            config, data = resolving.read_config(path)
            resolving.check_references(config, data, path, compiled)

        return run

    return prepare


def _newsroom(folder: Path, unit: str, say: Callable[[list[str]], dict[str, object]]) -> Work:
    """Lint one article under a configuration that says much; `say` makes its keys of the repeated unit's lines."""
    from newslint.settings.model import ConfigModel

    text = "# Head\n\n" + "Mara Oduya met Ben Doe at the harbour in Tarrow on Monday.\n\n" * 20
    path = folder / "newslint.yaml"
    path.write_text("", encoding="utf-8")

    def prepare(size: int) -> Callable[[], object]:
        config = ConfigModel.model_validate(say(repeat(unit + "\n", size).splitlines()))
        state = {**make_linter().settings.state, "variants": {}}
        state["config"] = config.model_dump(mode="json", exclude={"rules"})
        linter = Linter(Settings(path, state, keep=False), RunOptions(date(2026, 11, 22)))
        source = decode(text.encode(), str(folder / "a.md"), "markdown")
        return lambda: linter.lint(source)

    return prepare


def _report(format: str) -> Work:
    """Render the report of an article whose one line has many faults."""
    line = repeat("At the end of the day {w} ((was) TK. ", 4000)
    found = make_linter().lint(decode(f"# Head\n\n{line}".encode(), "a.md", "markdown")).diagnostics

    def prepare(size: int) -> Callable[[], object]:
        turns = 1 + size // len(line)
        frame = line * turns
        report = FileReport("a.md", tuple(entry._replace(frame=frame) for entry in found) * turns)
        whole = Report((report,), "", "2026-11-22", ())
        return lambda: render(
            whole, format, colour=True, width=80, quiet=False, statistics=True, fail_on=Severity.ERROR
        )

    return prepare


# Each is given a folder of its own when it is asked for.
WORKS: Mapping[str, Callable[[Path], Work]] = {
    "file name: one long part": lambda _: _name_of_file("a"),
    "file name: many parts": lambda _: _name_of_file("a/"),
    "file name: words": lambda _: _name_of_file("{w}-"),
    "file name: dates": lambda _: _name_of_file("2026-01-02-"),
    "file name: dots": lambda _: _name_of_file("a."),
    "file name: spaces": lambda _: _name_of_file(" "),
    "file name: marks": lambda _: _name_of_file("’“"),
    "glob: stars": lambda _: _glob_in_long_name("*a*a*b", "a"),
    "glob: folders": lambda _: _glob_in_long_name("**/a/**/a/**/b", "a/"),
    "glob: anything": lambda _: _glob_in_long_name("**a**a**b", "a/"),
    "glob: choices": lambda _: _glob_in_long_name("{a,aa,aaa}*{b,bb}", "a"),
    "glob: a long name": lambda _: _glob("a", "a", "b"),
    "glob: many folders": lambda _: _glob("a/", "a/", "b"),
    "configuration: names": lambda folder: _configuration(folder, "names:\n", "  - Mara {W}\n"),
    "configuration: long name": lambda folder: _configuration(folder, "names: [", "a", "]\n"),
    "configuration: ignores": lambda folder: _configuration(folder, "per_file_ignores:\n", "  '{w}/*': [clarity]\n"),
    "configuration: overrides": lambda folder: _configuration(
        folder, "overrides:\n", "  - files: '{w}/*'\n    rules: {clarity: off}\n"
    ),
    "configuration: excludes": lambda folder: _configuration(folder, "exclude:\n", "  - '{w}/*.md'\n"),
    "configuration: types": lambda folder: _configuration(
        folder, "content_types:\n  field: type\n  profiles:\n", "    {w}: news\n"
    ),
    "configuration: sections": lambda folder: _configuration(folder, "require:\n  sections:\n", "    - Part {w}\n"),
    "configuration: comments": lambda folder: _configuration(folder, "", "# {w}\n", "profile: news\n"),
    "configuration: aliases": lambda folder: _configuration(folder, "field_aliases:\n  headline:\n", "    - {w}\n"),
    "newsroom: names": lambda folder: _newsroom(folder, "Mara {W}", lambda names: {"names": names}),
    "newsroom: overrides": lambda folder: _newsroom(
        folder, "{w}/*", lambda globs: {"overrides": [{"files": glob} for glob in globs]}
    ),
    "newsroom: ignores": lambda folder: _newsroom(
        folder, "{w}/*", lambda globs: {"per_file_ignores": dict.fromkeys(globs, "clarity")}
    ),
    "newsroom: field names": lambda folder: _newsroom(
        folder, "{w}", lambda names: {"field_aliases": {"headline": names}}
    ),
    "report: text": lambda _: _report("text"),
    "report: concise": lambda _: _report("concise"),
    "report: JSON": lambda _: _report("json"),
    "report: SARIF": lambda _: _report("sarif"),
    "report: GitHub": lambda _: _report("github"),
}


@cache
def _settings() -> Settings:
    return load_settings(None, keep=False)


@cache
def make_linter(*rules: str) -> Linter:
    """Return a linter with some rules or families, else with all of the strictest profile; it keeps nothing."""
    return Linter(_settings(), RunOptions(date(2026, 11, 22), profile="strict", select=rules))


def work_of(make: Pathology, linter: Linter, is_inspected: bool = True) -> Work:
    """Return the work of linting, and perhaps inspecting, what a pathology makes."""

    def prepare(size: int) -> Callable[[], object]:
        data, name = make(size)

        def run() -> None:
            source = decode(data, name, _FORMATS[name.rpartition(".")[2]])
            report = linter.lint(source)
            assert not report.crashed, report.diagnostics[0].message
            if is_inspected:
                article = linter.parse(source)
                inspection(article, "news")
                render_inspection(article, "news", colour=False, width=80)

        return run

    return prepare


def measure(
    work: Work, enough: float = 0.08, limit: float = LIMIT, attempts: int = 8, largest: int = LARGEST
) -> Growth:
    """Return how CPU time grows when the size doubles, starting from one that takes `enough` seconds.

    A size of `largest` is enough where even that takes less.

    The first time is the best of two, and where the ratio is over the limit both are the best of three, taken in turn.
    Where it still is, it is measured anew, a few times, and the smallest one counts: a machine that is busy for a
    moment is so in one attempt, real growth is in all.
    """
    was_enabled = gc.isenabled()
    _tidy()
    gc.disable()
    try:
        work(_SMALLEST)()  # for what is compiled or loaded when it is first used
        size, once = _SMALLEST, _time(work(_SMALLEST))
        while once < enough and size < largest:
            size = min(size * (8 if once < enough / 16 else 2), largest)
            once = _time(work(size))
        run, run_twice = work(size), work(2 * size)
        best = _attempt(size, run, run_twice, limit, once)
        for _ in range(attempts - 1):
            if best.ratio < limit:
                break
            _tidy()
            best = min(best, _attempt(size, run, run_twice, limit, _time(run)), key=lambda growth: growth.ratio)
    finally:
        if was_enabled:
            gc.enable()
    return best


def is_linear(make: Callable[[int], T], read: Callable[[T], object], largest: int = 128_000) -> bool:
    """Say whether reading what `make` makes takes CPU time in proportion to the size that it is asked for.

    What takes less than `_TELLING` at twice the largest size is fast enough, and too little to be compared.
    """

    def prepare(size: int) -> Callable[[], object]:
        made = make(size)
        return lambda: read(made)

    growth = measure(prepare, _TELLING, largest=largest)
    return growth.ratio < LIMIT or growth.twice < _TELLING


def _tidy() -> None:
    """Free what is left over, and take what stays out of the collector's sight: to look at it is most of the time."""
    gc.collect()
    gc.freeze()


def _attempt(
    size: int, run: Callable[[], object], run_twice: Callable[[], object], limit: float, once: float
) -> Growth:
    """Return the best of three; nothing is run again where the ratio is within the limit already.

    `once` is a time of the smaller input that is known.
    """
    growth = Growth(size, min(once, _time(run)), _time(run_twice))
    for _ in range(2):
        if growth.ratio < limit:
            break
        growth = Growth(size, min(growth.once, _time(run)), min(growth.twice, _time(run_twice)))
    return growth


def _time(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


def main() -> int:
    """Measure the pathologies whose names hold one of some parts, or all, and print their ratios in order."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help="parts of the names of those to measure; all, if none is given")
    parser.add_argument("--enough", type=float, default=0.08, metavar="SECONDS", help="CPU time of the smaller input")
    parser.add_argument("--over", type=float, default=LIMIT, metavar="RATIO", help="the limit")
    options = parser.parse_args()
    linter = make_linter()
    found: list[tuple[Growth, str]] = []

    def add(name: str, growth: Growth) -> None:
        found.append((growth, name))
        if growth.ratio >= options.over:
            print(f"{name}: {growth.ratio:.2f}", file=sys.stderr, flush=True)

    def is_wanted(name: str) -> bool:
        return not options.parts or any(part in name for part in options.parts)

    for name, make in PATHOLOGIES.items():
        if is_wanted(name):
            add(name, measure(work_of(make, linter), options.enough, options.over))
    for name, work in WORKS.items():
        if is_wanted(name):
            with tempfile.TemporaryDirectory(prefix="newslint-growth-") as folder:
                add(name, measure(work(Path(folder)), options.enough, options.over, largest=LARGEST_WORK))
    found.sort(key=lambda entry: entry[0].ratio)
    for growth, name in found:
        print(f"{growth.ratio:5.2f}  {growth.once * 1000:7.0f} ms at {growth.size:>9,} characters  {name}")
    return 1 if found and found[-1][0].ratio >= options.over else 0


if __name__ == "__main__":
    raise SystemExit(main())
