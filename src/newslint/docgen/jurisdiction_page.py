"""The page of jurisdictions, made from their files."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.jurisdictions import Basis, Jurisdiction

_MADE = "<!-- Made from `rules/jurisdictions` by `python -m newslint.docgen`; change those files instead. -->"
_KEY = "[`jurisdictions`](for-content-repositories.md#jurisdictions)"
_INTRO = f"""\
What newslint knows of the law and the self-control of countries. {_KEY} in the configuration chooses those that hold \
for a newsroom. Rules that need one then name its helpline, label or clause, and say nothing of other countries.

An entry is here only if the page of the law, the authority or the organisation was read. Each says on which day that \
was, and after how many days newslint calls it stale. What was read about in texts of others is listed as not read, \
and no rule names it. This is no legal advice: ask your lawyers what holds for you.\
"""


def jurisdiction_page(known: tuple[Jurisdiction, ...]) -> str:
    """Return the page of all jurisdictions."""
    parts = ["# Jurisdictions", _MADE, _INTRO]
    for each in known:
        parts += [f"## {each.name}", f"In the configuration: `{each.id}`. {each.note.strip()}"]
        rows = list(_rows(each))
        if rows:
            parts.append("\n".join(["| what | entry | source | read on |", "| --- | --- | --- | --- |", *rows]))
        if each.not_read:
            parts.append("Not read, and therefore not named:\n\n" + "\n".join(f"- {line}" for line in each.not_read))
    return "\n\n".join(parts) + "\n"


def _rows(one: Jurisdiction) -> Iterator[str]:
    for line in one.helplines:
        yield _row(f"helpline ({_said(line.topics)})", f"{line.name}: {line.number}", line.basis)
    for warning in one.warnings:
        yield _row(f"warning ({_said(warning.topics)})", warning.wording, warning.basis)
    for label in one.labels:
        words = f" ({_said(label.wordings)})" if label.wordings else ""
        yield _row(f"label ({_said(label.topics)})", label.asks + words, label.basis)
    for rule in one.anonymity:
        where = f"; {rule.where}" if rule.where else ""
        yield _row(f"anonymity ({rule.who})", f"{_said(rule.protects)}, until {rule.until}{where}", rule.basis)
    for report in one.proceedings:
        yield _row("proceedings", report.asks, report.basis)
    for age in one.ages:
        where = f", {age.where}" if age.where else ""
        yield _row(f"age ({_said(age.topics)})", f"{age.years}{where}", age.basis)


def _row(what: str, entry: str, basis: Basis) -> str:
    source = f"[{basis.title}]({basis.url}), {basis.clause}"
    return f"| {what} | {entry} | {source} | {basis.verified_on}, for {basis.stale_after} days |"


def _said(words: tuple[str, ...]) -> str:
    return ", ".join(words)
