"""Write the figures of an archive, by rule, section, author and year: as Markdown, CSV or JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from newslint.errors import UsageError
from newslint.reporters.counting import count_of
from newslint.reporters.csv import cell
from newslint.reporters.json import dump
from newslint.terminal import inert, safe

if TYPE_CHECKING:
    from newslint.archive.tally import Tally

# Members of a group that a table for people shows; CSV and JSON have all.
_SHOWN = 50
_HEADS = ("articles", "with findings", "errors", "warnings", "advice", "findings an article")


def format_of(path: str) -> str:
    """Return the format that a name's suffix stands for; raise UsageError where it stands for none."""
    for suffix, format in _SUFFIXES.items():
        if path.lower().endswith(suffix):
            return format
    raise UsageError(path, "its suffix says no format of a summary.", f"Use one of {', '.join(_SUFFIXES)}.")


def render_summary(tally: Tally, format: str) -> Iterator[str]:
    """Yield the pieces of a summary in a format that `format_of` gives."""
    return _FORMATS[format](tally)


def members_of(tally: Tally, group: str) -> list[tuple[str, list[int]]]:
    """Return the members of a group with their figures: years in order, all others by findings, the most first."""
    members = tally.groups[group].items()
    if group == "year":
        return sorted(members)
    return sorted(members, key=lambda member: (-sum(member[1][2:]), member[0]))


def describe_archive(tally: Tally) -> str:
    """Return the totals in a sentence."""
    failed = f", {tally.failed} of which could not be judged" if tally.failed else ""
    return f"{count_of(tally.articles, 'article')}{failed}: {count_of(tally.findings, 'finding')}."


def _markdown(tally: Tally) -> Iterator[str]:
    yield f"# What an archive holds\n\n{describe_archive(tally)}\n"
    for group in tally.groups:
        members = members_of(tally, group)
        heads = f"| {group} | {' | '.join(_HEADS)} |\n| --- |{' ---: |' * len(_HEADS)}\n"
        yield f"\n## By {group}\n\n{heads}"
        for name, figures in members[:_SHOWN]:
            shown = " | ".join([*map(str, figures), per_article(figures)])
            yield inert(f"| {_escaped(name)} | {shown} |") + "\n"
        if len(members) > _SHOWN:
            yield f"\n{len(members) - _SHOWN} more are in the CSV and JSON summaries.\n"


def per_article(figures: list[int]) -> str:
    """Return how many findings there are for each of a member's articles."""
    return f"{sum(figures[2:]) / figures[0]:.2f}" if figures[0] else "0.00"


def _csv(tally: Tally) -> Iterator[str]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("group", "name", "articles", "with_findings", "errors", "warnings", "advice"))
    for group in tally.groups:
        for name, figures in members_of(tally, group):
            writer.writerow((group, cell(name), *figures))
    yield text.getvalue()


def _json(tally: Tally) -> Iterator[str]:
    from newslint.archive.tally import FIGURES

    groups = {
        group: {name: dict(zip(FIGURES, figures, strict=True)) for name, figures in members_of(tally, group)}
        for group in tally.groups
    }
    totals = {"articles": tally.articles, "failed": tally.failed, "findings": tally.findings}
    yield (
        dump({"schema": 1, **totals, **{f"by_{group}": members for group, members in groups.items()}}, indent=1) + "\n"
    )


def _escaped(text: str) -> str:
    return safe(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


_SUFFIXES = {".html": "html", ".md": "markdown", ".csv": "csv", ".json": "json"}
_FORMATS: dict[str, Callable[[Tally], Iterator[str]]] = {"markdown": _markdown, "csv": _csv, "json": _json}
