"""Lines as a fix would leave them, for services that offer to put them in place."""

from __future__ import annotations

from itertools import pairwise

from newslint.diagnostics import Diagnostic, Edit


def suggested_line(found: Diagnostic) -> str | None:
    """Return the line of a finding with its fix applied; None where there is none, or it needs more than that line."""
    edits = _edits_in_line(found)
    if not edits:
        return None
    line, parts, last = found.frame, [], 0
    for edit in edits:
        parts += [line[last : edit.start], edit.text]
        last = edit.end
    changed = "".join([*parts, line[last:]])
    # A line that is taken out altogether cannot be told from one that is left empty.
    return changed if changed.strip() and "\n" not in changed and "\r" not in changed else None


def _edits_in_line(found: Diagnostic) -> list[Edit]:
    """Return the edits of those parts of a fix that are in the finding's line, in order, with columns from 0."""
    # Where the words are shown in a readable text, the line of the source is not known.
    if found.fix is None or found.mark is not None:
        return []
    begin = found.start.offset - (found.start.column - 1)
    end = begin + len(found.frame)
    fix = found.fix.keep(lambda edit: begin <= edit.start and edit.end <= end)
    edits = sorted({Edit(edit.start - begin, edit.end - begin, edit.text) for edit in fix.edits}) if fix else []
    return edits if all(one.end <= other.start for one, other in pairwise(edits)) else []
