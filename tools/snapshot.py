"""Write what newslint says about every article that we keep, as lines that a diff shows well.

`python tools/snapshot.py` writes the expectations in `tests/snapshot/`, `--check` shows how they differ from what is
said now. Names limit both: `articles/a01-some-name`, or a pattern such as `articles/a*`.
It judges nothing: whoever changes what is said reads the difference.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import unified_diff
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import Any

from newslint.article import Article
from newslint.diagnostics import Diagnostic, FileReport
from newslint.language.speech.passages import Extent
from newslint.reporters.inspection import inspection
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import SUFFIXES, Position, Source, read
from newslint.spans import Span

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus"
EXAMPLES = ROOT / "examples"
EXPECTED = ROOT / "tests" / "snapshot"
TODAY = date(2026, 11, 22)
_LONGEST = 60
# Pages and plain text cannot name their profile; those of the corpus take that of the Markdown beside them.
_PROFILES = {"broken-scraped.txt": "explainer", "clean-sponsored.html": "sponsored"}
_HEAD = "# Written by tools/snapshot.py: read the difference before you commit it.\n"


class _Prepared(Linter):
    """Lint an article that was parsed before, so that its analyses are made once for all profiles."""

    article: Article

    def parse(self, source: Source) -> Article:
        """Return the article that was prepared."""
        return self.article


class Snapshot:
    """Say everything about articles; settings and rule sets are made once."""

    def __init__(self) -> None:
        """Load the default settings, whatever configuration stands around."""
        self._settings = load_settings(None, keep=False)
        self._linters: dict[str | None, _Prepared] = {}
        self._profiles: dict[Path, str] = {}

    def _linter(self, profile: str | None) -> _Prepared:
        if profile not in self._linters:
            everything = tuple(sorted(self._settings.families))
            self._linters[profile] = _Prepared(self._settings, RunOptions(TODAY, profile, everything))
        return self._linters[profile]

    def of_article(self, path: Path) -> list[str]:
        """Return the lines about one article: its diagnostics under its own profile and `strict`, and its facts."""
        source = read(path, path.relative_to(ROOT).as_posix())
        own = self._linter(None)
        article = Linter.parse(own, source)
        declared = None
        if source.format != "markdown":
            declared = _PROFILES.get(path.name) or self._profile_beside(path)
        profile = declared or own.profile_of(article)
        reports = {"own": self._lint(article, declared), "strict": self._lint(article, "strict")}
        lines = [f"profile {profile}", *_report_lines(reports, self._settings.variant(profile).on)]
        return [*lines, *fact_lines(article, profile)]

    def _lint(self, article: Article, profile: str | None) -> FileReport:
        linter = self._linter(profile)
        linter.article = article
        return linter.lint(article.source)

    def _profile_beside(self, path: Path) -> str | None:
        beside = path.with_suffix(".md")
        if path.parent.parent != CORPUS or not beside.exists():
            return None
        if beside not in self._profiles:
            article = Linter.parse(self._linter(None), read(beside))
            self._profiles[beside] = self._linter(None).profile_of(article)
        return self._profiles[beside]


def _report_lines(reports: Mapping[str, FileReport], on: frozenset[str]) -> Iterator[str]:
    """Yield the lines of one file's reports: what both profiles say is told once."""
    told = {name: [tuple(diagnostic_lines(found)) for found in report.diagnostics] for name, report in reports.items()}
    own, strict = set(told["own"]), set(told["strict"])
    entries = [entry for name in reports for entry in zip(reports[name].diagnostics, told[name], strict=True)]
    shown: set[tuple[str, ...]] = set()
    for found, lines in sorted(entries, key=lambda entry: (entry[0].span, entry[0].rule, entry[1])):
        if lines in shown:
            continue
        shown.add(lines)
        who = "both" if lines in own & strict else "own" if lines in own else "strict"
        yield f"{who}{'' if found.rule in on or who == 'strict' else ', off'}: {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])
    skipped: dict[tuple[str, str], list[str]] = {}
    for name, report in reports.items():
        yield f"{name}: {len(report.diagnostics)} diagnostics, {report.suppressed} suppressed"
        for entry in report.not_evaluated:
            skipped.setdefault((entry.reason, entry.rule), []).append(name)
    reasons: dict[tuple[str, str], list[str]] = {}
    for (reason, rule), names in skipped.items():
        reasons.setdefault((" ".join(names), reason), []).append(rule)
    yield from (f"not evaluated ({names}: {reason}): {' '.join(rules)}" for (names, reason), rules in reasons.items())


def diagnostic_lines(found: Diagnostic) -> Iterator[str]:
    """Yield one line about a diagnostic and one for each of its other places."""
    place = f"{_place(found.start)}-{_place(found.end)}"
    yield f"{place} {found.severity} {found.rule} | {_safe(found.message)} | {_safe(found.excerpt)}"
    for other in found.related:
        yield f"  also {_place(other.start)}-{_place(other.end)} {_safe(other.message)}"


def fact_lines(article: Article, profile: str) -> Iterator[str]:
    """Yield what newslint understands of an article, a line for each fact: what `inspect` says, and the model."""
    facts = _Facts(article)
    inspected = inspection(article, profile)
    yield from facts.of_source()
    yield from facts.of_inspection(inspected)
    yield from facts.of_parts()
    yield from facts.of_blocks(inspected["blocks"])
    yield from facts.of_language()


class _Facts:
    """Show the parts of one article; records of any type are shown by their fields, so that new fields show, too."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def of_source(self) -> Iterator[str]:
        article = self.article
        source = article.source
        crlf, cr, lf = map(source.text.count, ("\r\n", "\r", "\n"))
        yield (
            f"source {source.format} {source.encoding} bom={source.has_bom} lines={len(source.line_starts)} "
            f"crlf={crlf} cr={cr - crlf} lf={lf - crlf} "
            f"language={article.language} fragment={article.is_fragment} {_hash(source.text)}"
        )
        yield from (f"problem of source {self.show(problem)}" for problem in source.problems)

    def of_inspection(self, inspected: Mapping[str, Any]) -> Iterator[str]:
        for kind, found in inspected["elements"].items():
            for entry in found if isinstance(found, list) else [found]:
                yield f"inspect {kind} {self._object(entry)}"
        yield f"inspect metrics {self._object(inspected['metrics'])}"
        for number, entry in enumerate(inspected["quotations"]):
            yield f"inspect quotation {number} {self._object(entry)}"
        for number, entry in enumerate(inspected["attributions"]):
            yield f"inspect attribution {number} {self._object(entry)}"

    def of_parts(self) -> Iterator[str]:
        article = self.article
        if article.front_matter is not None:
            yield f"front matter {article.front_matter.kind} {self.show(article.front_matter.span)}"
            yield from (f"  field {self.show(entry)}" for entry in article.front_matter.fields)
        named: list[tuple[str, Iterable[object]]] = [
            ("element", article.elements),
            ("question", article.faq),
            ("empty field", article.empty_fields),
            ("link", article.links),
            ("image", article.images),
            ("comment", article.comments),
            ("structured data", article.structured_data),
            ("problem", article.problems),
        ]
        for label, records in named:
            yield from (f"{label} {self.show(record)}" for record in records)
        if article.targets:
            yield f"targets {' '.join(_safe(target) for target in sorted(article.targets))}"
        homes: dict[str, list[str]] = {}
        for kind in article.homes:
            homes.setdefault(self.show(article.anchor(kind)), []).append(kind)
        yield from (f"home {place} {' '.join(kinds)}" for place, kinds in homes.items())

    def of_blocks(self, inspected: list[dict[str, Any]]) -> Iterator[str]:
        article = self.article
        for index, (block, said) in enumerate(zip(article.blocks, inspected, strict=True)):
            level = "" if said["level"] is None else f" {said['level']}"
            other = " ".join(
                f"{name}={self.show(getattr(block, name))}"
                for name in block._fields
                if name not in ("kind", "span", "prose", "level") and getattr(block, name) not in ("", None, False, ())
            )
            yield (
                f"block {index} {said['kind']}{level} {self.show(Span(*said['span']))} {_quote(said['text'])} "
                f"{_hash(repr((block.text, block.prose.runs)))} {other}"
            ).rstrip()
            sentences = article.sentences_of.get(index, ())
            if sentences:
                places = (self.show(block.locate(sentence.start, sentence.end)) for sentence in sentences)
                yield f"  sentences {' '.join(places)}"
        for section in article.sections:
            yield f"section {self.show(section)}"

    def of_language(self) -> Iterator[str]:
        article = self.article
        yield from (f"quotation {number} {self.show(item)}" for number, item in enumerate(article.quotations))
        yield from (f"attribution {number} {self.show(item)}" for number, item in enumerate(article.attributions))
        yield from (f"claim {self.show(item)}" for item in article.claims)
        for label, found in (("date", article.dates), ("quantity", article.quantities)):
            for index, item in found:
                where = Extent(index, item.start, item.end)
                yield f"{label} {self.show(where)} {self._fields(item, leave_out=('start', 'end'))}"
        if article.word_count:
            yield f"readability {self.show(article.readability())}"

    def show(self, value: object) -> str:
        """Show a value on one line; places as line and column, extents with their words."""
        if isinstance(value, Span):
            start, end = map(self.article.source.position, value)
            return f"{_place(start)}-{_place(end)}"
        if isinstance(value, Extent):
            block = self.article.blocks[value.passage]
            span = self.show(block.locate(value.start, value.end))
            return f"{span} {_quote(block.text[value.start : value.end])}"
        if isinstance(value, str):
            return _quote(value)
        if isinstance(value, float):
            return f"{value:.4f}"
        if isinstance(value, dict):
            return "{" + ", ".join(f"{_safe(str(key))}: {self.show(item)}" for key, item in value.items()) + "}"
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return f"({self._fields(value, leave_out=('places',))})"  # the values once more, with places
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(map(self.show, value)) + "]"
        return _safe(str(value))

    def _fields(self, record: Any, leave_out: tuple[str, ...] = ()) -> str:
        defaults = record._field_defaults
        return " ".join(
            f"{name}={self.show(value)}"
            for name, value in zip(record._fields, record, strict=True)
            if name not in leave_out and (value != defaults[name] if name in defaults else value not in (None, False))
        )

    def _object(self, entry: object) -> str:
        """Show an object of `inspect`: its lists of two numbers are spans, its lists of lists are several."""
        if not isinstance(entry, dict):
            return self.show(entry)
        parts = []
        for name, value in entry.items():
            if isinstance(value, list) and value and isinstance(value[0], list):
                parts.append(f"{name}={' '.join(self.show(Span(*span)) for span in value)}")
            else:
                parts.append(f"{name}={self.show(Span(*value) if name == 'span' else value)}")
        return " ".join(parts)


def _place(position: Position) -> str:
    return f"{position.line}:{position.column}"


def _safe(text: str) -> str:
    """Return a text on one line: what cannot be printed is escaped."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def _quote(text: str) -> str:
    """Return a text in marks, cut where it is long; the hash of what was cut stands behind it."""
    if len(text) <= _LONGEST:
        return f"‹{_safe(text)}›"
    return f"‹{_safe(text[:_LONGEST])}…›{len(text)}{_hash(text)}"


def _hash(text: str) -> str:
    return "#" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def article_files() -> dict[str, list[Path]]:
    """Return the files of each article by the name of its expectation: the same article in several formats."""
    found: dict[str, list[Path]] = {}
    for path in sorted(CORPUS.glob("*/article.*")):
        found.setdefault(f"articles/{path.parent.name}", []).append(path)
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix in SUFFIXES:
            found.setdefault(f"articles/example-{path.stem}", []).append(path)
    return found


def expectation_path(name: str) -> Path:
    """Return the file that holds the expectation of a name."""
    return EXPECTED / f"{name}.txt"


def read_sections(name: str) -> dict[str, list[str]]:
    """Return the sections of an expectation, by article file; none where there is no such file."""
    path = expectation_path(name)
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    # Only LF ends a line here; others may stand in what is quoted.
    for line in path.read_text(encoding="utf-8").split("\n") if path.exists() else ():
        if line.startswith("## "):
            lines = sections.setdefault(line[3:], [])
        elif line:
            lines.append(line)
    return sections


def take(name: str, snapshot: Snapshot) -> dict[str, list[str]]:
    """Return the sections of a name as they are now."""
    return {path.name: snapshot.of_article(path) for path in article_files().get(name, ())}


def render(sections: Mapping[str, list[str]]) -> str:
    """Return the content of an expectation."""
    return _HEAD + "".join(
        f"\n## {title}\n" + "".join(f"{line}\n" for line in lines) for title, lines in sections.items()
    )


def chosen_names(wanted: Iterable[str]) -> list[str]:
    """Return the names that patterns choose, those of expectations without an article included; all for no pattern."""
    kept = (path.relative_to(EXPECTED).with_suffix("").as_posix() for path in EXPECTED.glob("*/*.txt"))
    names = sorted({*article_files(), *kept})
    patterns = list(wanted) or ["*"]
    return [name for name in names if any(fnmatchcase(name, pattern) for pattern in patterns)]


def main(arguments: list[str] | None = None) -> int:
    """Write the chosen expectations, or compare them; return 1 where they differ."""
    parser = argparse.ArgumentParser(description="Keep what newslint says about our articles and examples.")
    parser.add_argument("--check", action="store_true", help="write nothing and show the difference")
    parser.add_argument("names", nargs="*", help="expectations to look at, such as articles/a* (all, unless given)")
    options = parser.parse_args(arguments)
    names = chosen_names(options.names)
    if not names:
        parser.error("no expectation has that name")
    snapshot = Snapshot()
    is_different = False
    for name in names:
        path = expectation_path(name)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        sections = take(name, snapshot)
        after = render(sections) if sections else ""
        if before == after:
            continue
        is_different = True
        if options.check:
            place = f"tests/snapshot/{name}.txt"
            sys.stdout.writelines(
                f"{line}\n" for line in unified_diff(before.split("\n"), after.split("\n"), place, place, lineterm="")
            )
        elif after:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(after, encoding="utf-8", newline="\n")
            print(f"written: {name}")
        else:
            path.unlink()
            print(f"removed: {name}")
    return 1 if options.check and is_different else 0


if __name__ == "__main__":
    raise SystemExit(main())
