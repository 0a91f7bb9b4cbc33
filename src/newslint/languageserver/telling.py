"""Say to a client what was found: a diagnostic with its remedy and related places, a rule with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lsprotocol import types

from newslint.diagnostics import Diagnostic, Severity
from newslint.languageserver.documents import Outcome
from newslint.languageserver.linters import Outfit
from newslint.patterns import pattern
from newslint.rules.builtin import BUILTIN_RULES, INTERNAL

SOURCE = "newslint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ADVICE: types.DiagnosticSeverity.Information,
}
# What could be read as markup where a message quotes an article.
_MARKUP = pattern(r"[\\`*_{}\[\]<>()#+!|&~-]")


def tell_diagnostic(found: Diagnostic, outcome: Outcome, uri: str) -> types.Diagnostic:
    """Return a diagnostic as the protocol has it."""
    places = outcome.places
    address = next((source.url for source in found.sources if source.url), None)
    return types.Diagnostic(
        range=places.range(found.start.offset, found.end.offset),
        message=f"{found.message}\n{found.remedy}".strip(),
        severity=_SEVERITIES[found.severity],
        code=found.rule,
        code_description=types.CodeDescription(address) if address else None,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(uri, places.range(place.start.offset, place.end.offset)), place.message
            )
            for place in found.related
        ]
        or None,
    )


def tell_problem(line: int, message: str) -> types.Diagnostic:
    """Return what is wrong with a configuration, for the whole of a line."""
    start, end = types.Position(line - 1, 0), types.Position(line, 0)
    return types.Diagnostic(types.Range(start, end), message, types.DiagnosticSeverity.Error, source=SOURCE)


def explain(found: Diagnostic, outfit: Outfit, *, is_plain: bool) -> str:
    """Return what an editor may want to know of a finding and its rule, as Markdown or as plain text."""
    text = "\n\n".join(filter(None, _parts_of(found, outfit, is_plain)))
    return text.replace("**", "").replace("`", "") if is_plain else text


def _parts_of(found: Diagnostic, outfit: Outfit, is_plain: bool) -> Iterator[str]:
    message = found.message if is_plain else escape(found.message)
    rule = _rule_of(found.rule, outfit)
    yield f"**{found.title or rule.get('title') or found.rule}** ({found.severity}, `{found.rule}`)"
    yield message
    remedy = found.remedy or str(rule.get("remedy") or "")
    yield f"**Remedy:** {_on_a_line(remedy)}" if remedy else ""
    for name in ("rationale", "limits"):
        said = _on_a_line(str(rule.get(name) or ""))
        yield f"**{'Why' if name == 'rationale' else 'Limits'}:** {said}" if said else ""
    if found.sources:
        cited = (
            f"[{escape(source.title)}]({source.url})" if source.url and not is_plain else source.title
            for source in found.sources
        )
        yield f"**Source:** {'; '.join(cited)}"


def _rule_of(identity: str, outfit: Outfit) -> Mapping[str, object]:
    """Return what the file of a rule says, or what is known of a finding without one."""
    known = outfit.settings.compiled.get(identity)
    if known is not None:
        return dict(known)
    own = {**BUILTIN_RULES, **INTERNAL}.get(identity)
    return own._asdict() if own is not None else {}


def _on_a_line(text: str) -> str:
    return " ".join(text.split())


def escape(text: str) -> str:
    """Return a text that says in Markdown what it says: no link, picture or tag of an article comes to life."""
    return _MARKUP.sub(r"\\\g<0>", _on_a_line(text))
