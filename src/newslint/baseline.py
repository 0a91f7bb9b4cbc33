"""What was found when newslint was adopted, by rule and flagged sentence, so that later runs can hide it."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from newslint.article import Article
from newslint.diagnostics import Diagnostic, FileReport, Report
from newslint.errors import UsageError
from newslint.records import NamedTuple

NAME = ".newslint-baseline"
_HEADER = "# What newslint found when it was adopted. `newslint baseline` writes this file; do not edit it.\n"
_FIELDS = 3
_DIGITS = 16  # of SHA-256 in hexadecimal: two of a million sentences are alike by chance once in ten million times
_ADVICE = "Write it anew with `newslint baseline PATH`."


class Entry(NamedTuple):
    """A finding that is known: the file, seen from the configuration's folder, the rule and the fingerprint."""

    path: str
    rule: str
    fingerprint: str


class Match(NamedTuple):
    """A report without what is known, and the entries that nothing matched in the files of the run."""

    report: Report
    left: tuple[Entry, ...]


def identify(article: Article, found: Diagnostic) -> str:
    """Return the fingerprint of a diagnostic: of the sentence that it flags; a rule may change its name.

    Where the words stand in no sentence it is their block, and where in no block, their line. Marks of white space and
    case do not count, so that neither moved lines nor edits around the sentence change it.
    """
    from hashlib import sha256

    words = " ".join(_flagged(article, found).casefold().split())
    return sha256(words.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def identify_all(article: Article, report: FileReport) -> FileReport:
    """Give each diagnostic of an article its fingerprint, except what newslint says of itself."""
    return report._replace(
        diagnostics=tuple(
            found if found.rule.startswith("internal/") else found._replace(fingerprint=identify(article, found))
            for found in report.diagnostics
        )
    )


def _flagged(article: Article, found: Diagnostic) -> str:
    at = article.block_at(found.start.offset)
    if at is None:
        return found.frame
    block = article.blocks[at]
    for sentence in article.sentences_of.get(at, ()):
        start, end = block.locate(sentence.start, sentence.end)
        if start <= found.start.offset < end:
            return sentence.text
    return block.text


def read_baseline(path: Path, former: Mapping[str, str]) -> list[Entry]:
    """Return the entries of a file; none where there is no file. Raise UsageError where it cannot be read.

    `former` are the present names of rules by those that they had before.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        cause = f"the baseline cannot be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'})."
        raise UsageError(str(path), cause, _ADVICE) from error
    entries = []
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != _FIELDS:
            cause = f"line {number} of the baseline is not a path, a rule and a fingerprint, with tabs between them."
            raise UsageError(str(path), cause, f"Settle a merge conflict by keeping both sides. {_ADVICE}")
        entry = Entry(*fields)
        entries.append(entry._replace(rule=former.get(entry.rule, entry.rule)))
    return entries


def text_of(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline: one entry a line, sorted, so that merges seldom meet."""
    return _HEADER + "".join("\t".join(entry) + "\n" for entry in sorted(entries))


def entries_of(report: Report, name: Callable[[str], str]) -> list[Entry]:
    """Return an entry for each finding of a report; what newslint says of itself is none.

    `name` gives the name of a file in the baseline.
    """
    return [
        Entry(name(file.path), found.rule, found.fingerprint)
        for file in report.files
        for found in file.diagnostics
        if found.fingerprint
    ]


class Known:
    """What a baseline knows, each entry of which hides one finding.

    It may be one of the entry's own file, or of a file that this may have become: where the entry's own is gone.
    """

    def __init__(self, entries: Sequence[Entry], name: Callable[[str], str], root: Path) -> None:
        """Take the entries; `name` gives the name of a file in the baseline, which is seen from `root`."""
        self._pool = Counter(entries)
        self._name = name
        lost = {path for path in {entry.path for entry in entries} if not os.path.exists(root / path)}
        self._gone = _by_finding(entry for entry in self._pool.elements() if entry.path in lost) if lost else {}
        self.hidden = 0

    @property
    def left(self) -> tuple[Entry, ...]:
        """The entries that nothing matched so far."""
        return tuple(sorted(self._pool.elements()))

    def hide(self, file: FileReport) -> FileReport:
        """Take out of a file's report what is known."""
        left = _take(file, self._pool, _in_file(self._name(file.path)))
        left = _take(left, self._pool, _in_any(self._gone)) if self._gone else left
        self.hidden += len(file.diagnostics) - len(left.diagnostics)
        return left


def hide_known(report: Report, entries: Sequence[Entry], name: Callable[[str], str], root: Path) -> Match:
    """Take out of a report what a baseline knows."""
    known = Known(entries, name, root)
    files = tuple(map(known.hide, report.files))
    return Match(report._replace(files=files, baselined=known.hidden), known.left)


def _take(file: FileReport, pool: Counter[Entry], candidates: Callable[[Diagnostic], Iterable[Entry]]) -> FileReport:
    kept = []
    for found in file.diagnostics:
        entry = next((one for one in candidates(found) if pool[one] > 0), None) if found.fingerprint else None
        if entry is None:
            kept.append(found)
        else:
            pool[entry] -= 1
    return file._replace(diagnostics=tuple(kept))


def _in_file(path: str) -> Callable[[Diagnostic], Iterable[Entry]]:
    return lambda found: (Entry(path, found.rule, found.fingerprint),)


def _in_any(paths: Mapping[tuple[str, str], list[str]]) -> Callable[[Diagnostic], Iterable[Entry]]:
    def candidates(found: Diagnostic) -> Iterable[Entry]:
        known = paths.get((found.rule, found.fingerprint), ())
        return (Entry(path, found.rule, found.fingerprint) for path in known)

    return candidates


def _by_finding(entries: Iterable[Entry]) -> Mapping[tuple[str, str], list[str]]:
    paths: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in entries:
        paths[entry.rule, entry.fingerprint].append(entry.path)
    return paths


def find_stale(left: Iterable[Entry], checked: frozenset[str], covers: Callable[[str], bool]) -> list[Entry]:
    """Return the entries that match nothing any more, of those that nothing matched.

    They are those of files that were `checked`, and of files below what a run `covers` that are gone.
    """
    return [entry for entry in left if entry.path in checked or covers(entry.path)]
