"""`newslint check --fix` and `--diff`: repair what was found, file by file, or show what that would change."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newslint.cli.session import Inputs
from newslint.diagnostics import Diagnostic, FileReport, Report
from newslint.errors import SourceError
from newslint.fixes.diffs import diff_of
from newslint.fixes.edits import Wanted
from newslint.fixes.rounds import Outcome, Tools, Trail, fix_source, move_lines
from newslint.fixes.writing import replace_file
from newslint.records import NamedTuple
from newslint.reporters.counting import count_of, join_words
from newslint.runner import Linter
from newslint.source import Lines, Source, decode, encode, is_document, name_of, read_bytes
from newslint.terminal import is_output_watched, plain

# Set by services that read what a job prints for commands.
_LOGS = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")


class Fixed(NamedTuple):
    """A report after fixes, diffs, what standard input would read fixed, and messages for people.

    `failed` are messages about files that could not be fixed, which make the exit status 2.
    """

    report: Report
    diff: tuple[str, ...] = ()
    text: bytes = b""
    failed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def fix_all(report: Report, whole: Report, inputs: Inputs, linter: Linter, wanted: Wanted, *, write: bool) -> Fixed:
    """Fix what a report tells of, and write it to the files, or only collect diffs.

    `whole` is the report with what the baseline knows, which stays as it is.
    """
    found = {name_of(item): item for item in inputs.found}
    work = _Work(linter, wanted, inputs.data, write=write)
    files = [
        work.fix(found[file.path], file, _hidden(before, file))
        if not file.crashed and any(map(wanted.fix_of, file.diagnostics))
        else file
        for before, file in zip(whole.files, report.files, strict=True)
    ]
    return Fixed(
        report._replace(files=tuple(files)), tuple(work.diff), work.text, tuple(work.failed), tuple(work.notes)
    )


class _Work:
    """The files of a run, fixed one after the other, and what that led to."""

    def __init__(self, linter: Linter, wanted: Wanted, data: bytes | None, *, write: bool) -> None:
        self._linter = linter
        self._wanted = wanted
        self._data = data
        self._write = write
        self._changed = linter.options.changed
        self.diff: list[str] = []
        self.text = data or b""
        self.failed: list[str] = []
        self.notes: list[str] = []

    def fix(self, item: Source | Path, file: FileReport, known: Mapping[tuple[str, str], int]) -> FileReport:
        """Return what is left to report of a file; where it cannot be fixed, all of it."""
        if isinstance(item, Source) and self._data is None:
            told = f"{item.path} has changes that are not staged, so it was not fixed. Stage them or put them aside."
            self.notes.append(told)
            return file
        try:
            data, source = self._read(item)
            outcome = fix_source(source, Tools(self._linter.parse, _Judge(self._linter, known)), self._wanted)
            if outcome.report.repairs:
                self._keep(item, data, source, outcome)
        except SourceError as error:
            self.failed.append(str(error))
            return file
        finally:
            self._linter.options = self._linter.options._replace(changed=self._changed)
        if outcome.fighting:
            self.notes.append(_describe_fight(source.path, outcome.fighting))
        return outcome.report

    def _read(self, item: Source | Path) -> tuple[bytes, Source]:
        """Return what is to be fixed as bytes and as text; raise SourceError where they do not stand for each other."""
        if is_document(name_of(item)):
            cause = "documents are not fixed, so that nothing in them is lost."
            raise SourceError(name_of(item), cause, "`newslint annotate` writes comments into a copy.")
        if isinstance(item, Source):
            data, source = self._data or b"", item
        else:
            name = item.as_posix()
            try:
                with open(item, "rb") as stream:
                    data = read_bytes(stream, name, self._linter.settings.config.max_file_size)
            except OSError as error:
                cause = f"it could not be read to be fixed ({error.strerror or error})."
                raise SourceError(name, cause, "Check its permissions.") from error
            source = decode(data, name)
        try:
            is_same = encode(source) == data
        except UnicodeEncodeError:
            is_same = False
        if not is_same:
            cause = f"some of its bytes are not {source.encoding}, so it was not fixed."
            raise SourceError(source.path, cause, "Save it as UTF-8 first.")
        return data, source

    def _keep(self, item: Source | Path, data: bytes, source: Source, outcome: Outcome) -> None:
        if not self._write:
            self.diff += diff_of(source.path, source.text, outcome.source.text)
        elif isinstance(item, Path):
            replace_file(str(item), data, encode(outcome.source))
        else:
            self.text = encode(outcome.source)


class _Judge:
    """What is found in a text after some rounds, without what a baseline knows and in what a change touches."""

    def __init__(self, linter: Linter, known: Mapping[tuple[str, str], int]) -> None:
        self._linter = linter
        self._known = known
        self._changed = linter.options.changed

    def __call__(self, source: Source, trail: Trail) -> FileReport:
        """Lint a text. The lines that a change touches move with the fixes."""
        if trail and self._changed is not None:
            lines: tuple[Lines, ...] | None = self._changed.get(source.path, ())
            lines = lines if lines is None else tuple(move_lines(lines, trail, source))
            self._linter.options = self._linter.options._replace(changed={source.path: lines})
        report = self._linter.lint(source)
        return report._replace(diagnostics=tuple(_without(report.diagnostics, self._known)))


def _hidden(before: FileReport, after: FileReport) -> Counter[tuple[str, str]]:
    """Return how many findings of each rule and fingerprint a baseline hides in a file."""
    whole, shown = (Counter((one.rule, one.fingerprint) for one in file.diagnostics) for file in (before, after))
    return whole - shown


def _without(found: Iterable[Diagnostic], known: Mapping[tuple[str, str], int]) -> Iterator[Diagnostic]:
    """Yield the findings that are not known, as the next run would judge them."""
    pool = Counter(known)
    for one in found:
        if pool[one.rule, one.fingerprint] > 0:
            pool[one.rule, one.fingerprint] -= 1
        else:
            yield one


def _describe_fight(path: str, rules: tuple[str, ...]) -> str:
    if len(rules) == 1:
        return f"{path}: the fix of {rules[0]} never comes to rest, so it was left out. Correct the rule."
    return f"{path}: the fixes of {join_words(list(rules))} undo each other, so they were left out. Correct the rules."


def describe_fixed(report: Report, *, would: bool) -> str:
    """Return how many findings were fixed in how many files, or would be."""
    files = sum(bool(file.fixed) for file in report.files)
    verb = "would be" if would else "was" if report.fixed == 1 else "were"
    rules = sum((Counter(file.fixed) for file in report.files), Counter[str]())
    each = ", ".join(f"{count} {rule}" for rule, count in sorted(rules.items()))
    held = (
        f"; {report.baselined} in the baseline stay{'s' if report.baselined == 1 else ''} as found"
        if report.baselined
        else ""
    )
    told = f" ({each})" if each else ""
    return f"{count_of(report.fixed, 'finding')} {verb} fixed in {count_of(files, 'file')}{told}{held}."


def is_log() -> bool:
    """Tell whether what is printed is shown as it comes: on a terminal, or in a log that is read for commands."""
    return is_output_watched() or any(os.environ.get(name) for name in _LOGS)


def show_diff(lines: Iterable[str], *, exact: bool) -> Iterator[str]:
    """Yield the lines of a diff; what is not for a program steers no terminal and commands no service."""
    for line in lines:
        yield line if exact else f"{plain(line.rstrip(chr(10)))}\n"
