"""What a change touches: the lines of each file that git says were added or edited."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newslint.article import Article
from newslint.diagnostics import FileReport
from newslint.errors import UsageError
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.source import Lines, Source, decode_raw

# By absolute path; None for a file that is new as a whole.
Changes = Mapping[str, "tuple[Lines, ...] | None"]
_HUNK = pattern(r"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
# Neither a filter nor a program that a repository's settings name is run.
_DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--find-renames", "--unified=0")


class _File(NamedTuple):
    """A file of a change: its path below the top of the repository, and whether it is new."""

    path: str
    is_new: bool


def find_changes(folder: Path, since: str | None) -> Changes:
    """Return what was changed since a commit, in files that git does not track as well, or, for None, what is staged.

    A branch counts from where it left the commit. Raise UsageError where git, its repository or the commit is missing.
    """
    option = "--staged" if since is None else "--changed-since"
    top = run_git(folder, option, "rev-parse", "--show-toplevel").decode(errors="surrogateescape").rstrip("\n")
    chosen = ("--cached",) if since is None else (_fork_of(folder, since),)
    files = list(_read_names(run_git(folder, option, *_DIFF, "--raw", "-z", *chosen)))
    hunks = list(_read_hunks(run_git(folder, option, *_DIFF, *chosen)))
    if len(files) != len(hunks):
        raise UsageError(
            option, "a merge is not finished, so git cannot say what changed.", "Settle its conflicts first."
        )
    found = {
        os.path.join(top, one.path): None if one.is_new else lines for one, lines in zip(files, hunks, strict=True)
    }
    if since is not None:
        others = run_git(folder, option, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", top)
        found |= {os.path.join(top, os.fsdecode(name)): None for name in others.split(b"\0") if name}
    return found


def _fork_of(folder: Path, since: str) -> str:
    """Return the commit at which the work since another commit began."""
    try:
        return run_git(folder, "--changed-since", "merge-base", "--end-of-options", since, "HEAD").decode().strip()
    except UsageError as error:
        shallow = run_git(folder, "--changed-since", "rev-parse", "--is-shallow-repository").strip() == b"true"
        if shallow:
            cause = f"this clone is shallow, and its history does not reach `{since}`."
            way_out = "Fetch it: `git fetch --unshallow origin`; in GitHub Actions, check out with `fetch-depth: 0`."
        else:
            cause = f"there is no commit `{since}` that shares history with this one."
            way_out = "Name a branch, tag or commit that `git log` knows, such as `origin/main`."
        raise UsageError("--changed-since", cause, way_out) from error


def run_git(folder: Path, option: str, *words: str) -> bytes:
    """Return what git prints; raise UsageError, which names the option, where it cannot be run or refuses."""
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *words]
    try:
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            answer, complaint = process.communicate()
    except OSError as error:
        cause = "git, which knows what changed, cannot be run."
        raise UsageError(option, cause, "Install git, or leave the option out.") from error
    if process.returncode:
        told = complaint.decode(errors="replace").strip().splitlines()
        cause = f"git says: {told[0] if told else 'nothing'}."
        raise UsageError(option, cause, "Run it inside a git repository.")
    return answer


def _read_names(raw: bytes) -> Iterator[_File]:
    """Yield the files of `git diff --raw -z`, in order."""
    fields = iter(raw.split(b"\0"))
    for head in fields:
        if not head.startswith(b":"):
            continue
        status = head.rsplit(b" ", 1)[-1][:1]
        path = next(fields)
        if status in b"RC":
            path = next(fields)  # after the old name, the new one
        yield _File(os.fsdecode(path), status == b"A")


def _read_hunks(patch: bytes) -> Iterator[tuple[Lines, ...]]:
    """Yield the lines that each file of a patch adds or edits; where it only takes out lines, those beside the gap."""
    own: list[Lines] | None = None
    for line in patch.split(b"\n"):
        if line.startswith(b"diff --git "):
            if own is not None:
                yield tuple(own)
            own = []
        elif own is not None and line.startswith(b"@@ ") and (found := _HUNK.match(line.decode(errors="replace"))):
            first, count = int(found[1]), int(found[2] or 1)
            own.append((first, first + count - 1) if count else (first, first + 1))
    if own is not None:
        yield tuple(own)


def read_staged(folder: Path, names: Mapping[str, str], limit: int) -> dict[str, Source]:
    """Return what is staged of those files whose copies in the folder are not the same, up to `limit` bytes each.

    `names` has the absolute path of each file by the name that reports give it.
    """
    top = run_git(folder, "--staged", "rev-parse", "--show-toplevel").decode(errors="surrogateescape").rstrip("\n")
    raw = run_git(folder, "--staged", "diff", "--no-ext-diff", "--no-relative", "--name-only", "-z")
    edited = {os.path.join(top, os.fsdecode(name)): os.fsdecode(name) for name in raw.split(b"\0") if name}
    found = {}
    for name, path in names.items():
        if path in edited:
            data = run_git(folder, "--staged", "cat-file", "blob", f":{edited[path]}")
            if len(data) <= limit:
                found[name] = decode_raw(data, name)
    return found


def keep_touched(article: Article, report: FileReport, lines: Sequence[Lines] | None) -> FileReport:
    """Keep the diagnostics of blocks that a change touches; of a new file, for which `lines` is None, all.

    Of a fix the parts in other blocks are left out.
    """
    if lines is None or article.format == "document":  # no version control tells the lines of a document
        return report
    kept = (
        found._replace(fix=found.fix and found.fix.keep(lambda edit: _touches(article, edit.start, edit.end, lines)))
        for found in report.diagnostics
        if found.rule.startswith("internal/") or _touches(article, found.start.offset, found.end.offset, lines)
    )
    return report._replace(diagnostics=tuple(kept))


def _touches(article: Article, start: int, end: int, lines: Sequence[Lines]) -> bool:
    """Tell whether a change touches a range of the source, or the block in which it begins."""
    first, last = article.source.position(start).line, article.source.position(end).line
    at = article.block_at(start)
    if at is not None:
        span = article.blocks[at].span
        first = min(first, article.source.position(span.start).line)
        last = max(last, article.source.position(max(span.start, span.end - 1)).line)
    return any(begin <= last and first <= stop for begin, stop in lines)
