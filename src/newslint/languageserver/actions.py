"""What can be done about findings: fixes, safe and unsafe ones, all safe ones at once, and excuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from lsprotocol import types

from newslint.article import Article
from newslint.diagnostics import Diagnostic, Edit, FileReport
from newslint.fixes.edits import Wanted, choose
from newslint.languageserver.documents import Outcome
from newslint.languageserver.telling import tell_diagnostic
from newslint.source import Source
from newslint.suppressions import FAMILY, apply
from newslint.suppressions.writing import Judge, Wish, excuse
from newslint.today import Today

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.newslint"
KINDS = [types.CodeActionKind.QuickFix, FIX_ALL]
# Each excuse is tried by reading the text again, so that it is only offered for the findings at one place.
_MOST_EXCUSED = 4
# The reason by which `newslint excuses --by-rule` counts how often a rule was wrong.
_WRONG = "wrong"
_NOT_EXCUSED = (f"{FAMILY}/", "internal/")
_NO_DAY = Today(date.min)


class Request:
    """What a client asks actions for: a document with its version, a range of it, and which kinds it wants."""

    def __init__(self, outcome: Outcome, uri: str, version: int | None, asked: types.CodeActionParams) -> None:
        """Take the outcome of the text that the document has now."""
        self.outcome = outcome
        self.uri = uri
        self.version = version
        self.only = None if asked.context.only is None else [str(getattr(k, "value", k)) for k in asked.context.only]
        start, end = (outcome.places.offset(place) for place in (asked.range.start, asked.range.end))
        self.found = [one for one in outcome.report.diagnostics if _touches(one, start, end)]

    def wants(self, kind: str) -> bool:
        """Tell whether a kind of action, or one that it is part of, is asked for; fixes of all only by name."""
        if self.only is None:
            return kind != FIX_ALL
        return any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in self.only)


def _touches(found: Diagnostic, start: int, end: int) -> bool:
    return found.start.offset <= end and start <= max(found.end.offset, found.start.offset)


def find_actions(request: Request, *, versioned: bool) -> list[types.CodeAction]:
    """Return the actions of a request, the safest first; `versioned` edits name the version that they are meant for."""
    quick = types.CodeActionKind.QuickFix.value
    made = list(_quick_fixes(request, versioned)) if request.wants(quick) else []
    if request.wants(FIX_ALL) and (edits := choose(request.outcome.report.diagnostics, Wanted()).edits):
        whole = _edit_of(request, edits, versioned)
        made.append(types.CodeAction("Fix all that is safe to fix (newslint)", kind=FIX_ALL, edit=whole))
    return made


def _quick_fixes(request: Request, versioned: bool) -> Iterator[types.CodeAction]:
    fixed = [one for one in request.found if one.fix is not None]
    for found in sorted(fixed, key=lambda one: not (one.fix and one.fix.is_safe)):
        if (fix := found.fix) is not None:
            note = "" if fix.is_safe else " (unsafe: it may change what is said)"
            yield _action(request, found, f"Fix {found.rule}{note}", fix.edits, versioned, is_first=fix.is_safe)
    for found in request.found[:_MOST_EXCUSED]:
        yield from _excuses(request, found, versioned)


def _excuses(request: Request, found: Diagnostic, versioned: bool) -> Iterator[types.CodeAction]:
    """Yield excuses of a finding; where no reason is given, newslint itself asks for it until it is written."""
    outcome = request.outcome
    if outcome.outfit is None or outcome.article is None or found.rule.startswith(_NOT_EXCUSED):
        return
    judge = Judge(outcome.outfit.linter.parse, _Trial(outcome.article, found, outcome.outfit.linter.parse))
    for title, reason in (("the reason is yours to write", ""), ("the rule is wrong", _WRONG)):
        edit = excuse(outcome.article, found, Wish(found.rule, reason), judge)
        if edit is not None:
            yield _action(request, found, f"Excuse {found.rule}: {title}", [edit], versioned)


class _Trial:
    """Tell whether a finding is held back in a changed text, without finding all others again."""

    def __init__(self, article: Article, found: Diagnostic, parse: Callable[[Source], Article]) -> None:
        self._article = article
        self._found = found
        self._parse = parse

    def __call__(self, source: Source) -> FileReport:
        """Return what is left of the finding, and what is wrong with its excuse but that the reason is to be written.

        A text is the article's own or has something put in at one place.
        """
        found, text = self._found, self._article.source.text
        grown = len(source.text) - len(text)
        if not grown:
            return FileReport(source.path, (found,))
        start, end = found.span
        if text[start:] == source.text[start + grown :]:
            start, end = start + grown, end + grown
        moved = found._replace(start=source.position(start), end=source.position(end), fix=None)
        outcome = apply(self._parse(source), [moved], {found.rule}, {found.rule}, _NO_DAY)
        faults = {fault.kind for fault in outcome.faults if fault.kind in ("malformed", "unused")}
        return FileReport(source.path, (*outcome.kept, *(found._replace(rule=kind) for kind in faults)))


def _action(
    request: Request,
    found: Diagnostic,
    title: str,
    edits: Sequence[Edit],
    versioned: bool,
    *,
    is_first: bool | None = None,
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[tell_diagnostic(found, request.outcome, request.uri)],
        is_preferred=is_first or None,
        edit=_edit_of(request, edits, versioned),
    )


def _edit_of(request: Request, edits: Sequence[Edit], versioned: bool) -> types.WorkspaceEdit:
    places = request.outcome.places
    made = [types.TextEdit(places.range(edit.start, edit.end), edit.text) for edit in edits]
    if not versioned:
        return types.WorkspaceEdit(changes={request.uri: made})
    document = types.OptionalVersionedTextDocumentIdentifier(uri=request.uri, version=request.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [*made])])
