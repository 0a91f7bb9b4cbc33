"""What newslint reports about the suppressions of an article: these have ids like rules and no rule file."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.records import NamedTuple


class BuiltinRule(NamedTuple):
    """What a reader and a configuration may know of a rule without a file."""

    title: str
    severity: str
    rationale: str
    remedy: str
    fixes: tuple[str, ...] = ()


FAMILY = "suppressions"
# By id. Configurations switch these on and off and give them severities like any rule; articles cannot suppress them.
BUILTIN_RULES: Mapping[str, BuiltinRule] = {
    f"{FAMILY}/expired": BuiltinRule(
        "Expired suppression",
        "warning",
        "The fault was suppressed for a time and is still there.",
        "Fix the fault and take the suppression out, or set a later date after `until`.",
    ),
    f"{FAMILY}/malformed": BuiltinRule(
        "Malformed suppression",
        "warning",
        "A suppression that cannot be read has no effect, but looks as if it had.",
        "Write it in this form: ignore[rule] reason: …",
    ),
    f"{FAMILY}/missing-reason": BuiltinRule(
        "Suppression without a reason",
        "warning",
        "The next editor must know why a rule does not apply here.",
        "Say why the rule does not apply here, after `reason:`.",
    ),
    f"{FAMILY}/renamed-rule": BuiltinRule(
        "Suppression under a former name",
        "advice",
        "The rule has another name now; the old one still works.",
        "Write the rule's present name.",
        ("safe",),
    ),
    f"{FAMILY}/unknown-rule": BuiltinRule(
        "Suppression of an unknown rule",
        "warning",
        "A mistyped name suppresses nothing.",
        "Write the right name of the rule or family; `newslint rules` lists them.",
        ("unsafe",),
    ),
    f"{FAMILY}/unused": BuiltinRule(
        "Unused suppression",
        "advice",
        "It would hide a fault that somebody makes later.",
        "Take the name out of the suppression, and the suppression with the last name.",
        ("unsafe",),
    ),
}

# What newslint says of itself. Nothing switches these on or off.
INTERNAL_FAMILY = "internal"
_REPORT = "Report it with the file; until it is mended, `exclude` the file."
INTERNAL: Mapping[str, BuiltinRule] = {
    f"{INTERNAL_FAMILY}/file-crash": BuiltinRule(
        "newslint failed on a file", "error", "The file was not checked; all others were.", _REPORT
    ),
    f"{INTERNAL_FAMILY}/file-not-text": BuiltinRule(
        "File that is no text",
        "error",
        "PDF files, pictures, archives, data and old Word files are no articles. In folders it is only noted.",
        "Save the article as Markdown, HTML, plain text or .docx, or do not name the file.",
    ),
    f"{INTERNAL_FAMILY}/file-timeout": BuiltinRule(
        "File that took too long", "error", "newslint gives up, so that one file cannot hold up a run.", _REPORT
    ),
    f"{INTERNAL_FAMILY}/file-too-large": BuiltinRule(
        "File that is too large",
        "error",
        "A file of such a size is hardly an article. In folders it is only noted.",
        "Set a larger `max_file_size` in the configuration, or `exclude` the file.",
    ),
    f"{INTERNAL_FAMILY}/rule-crash": BuiltinRule(
        "newslint failed in a rule",
        "error",
        "One rule did not judge the article; all others did.",
        "Report it with the file; until it is mended, run with `--ignore RULE`.",
    ),
}
