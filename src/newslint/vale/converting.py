"""Write house rules from a style of Vale: plain words as newslint's own checks take them, the rest as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.errors import ConfigurationError
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.vale.definitions import Definition, read_definition, rule_paths
from newslint.vale.messages import message_of
from newslint.vale.rules import Maker

_WORDS = pattern(r"[^\W_]+(?:[ '’-][^\W_]+)*")
_EDGE = pattern(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")
# What plain lists cannot say.
_SPECIAL = ("raw", "nonword", "exceptions", "append", "pos", "matchcase")


class Converted(NamedTuple):
    """A house rule: where it belongs below a folder of rules, and its text."""

    name: str
    text: str


class Left(NamedTuple):
    """A rule that has no house rule, and why."""

    path: str
    cause: str


def convert_style(folder: Path) -> Iterator[Converted | Left]:
    """Yield a house rule for each rule of a style; raise ConfigurationError where the folder has none."""
    paths = list(rule_paths(folder)) if folder.is_dir() else []
    if not paths:
        cause = "this is no style: there is no rule `NAME.yml` in it."
        raise ConfigurationError(str(folder), cause, "Name the folder of a style.")
    for path in paths:
        try:
            rule = read_definition(path, folder.resolve().name)
            yield Converted(f"{kebab(rule.style)}/{kebab(rule.rule)}.yaml", text_of(rule))
        except ConfigurationError as problem:
            yield Left(problem.subject, problem.cause)


def kebab(name: str) -> str:
    """Return a name in small letters with hyphens: `HeadingAcronyms` is `heading-acronyms`."""
    return _EDGE.sub("-", name).strip("-").lower() or "style"


def text_of(rule: Definition) -> str:
    """Return a rule as the text of a house rule."""
    import yaml

    made = Maker({}).make(rule)
    check, options, message = _native(rule) or (made["check"], _own_options(made["options"]), made["message"])
    data: dict[str, Any] = {
        "title": made["title"],
        "severity": made["severities"]["default"],
        "check": check,
        "options": options,
        "message": message,
        "rationale": made["rationale"],
        "sources": [{key: value for key, value in source.items() if value} for source in made["sources"]],
    }
    kept = {key: value for key, value in data.items() if value}
    return str(yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=120))


def _own_options(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options that say something: neither how files are read nor what is empty."""
    return {key: value for key, value in options.items() if value and key not in ("reading", "name")}


def _native(rule: Definition) -> tuple[str, dict[str, Any], str] | None:
    """Return check, options and message of a rule of plain words, or None: newslint's own checks spare quotations."""
    if rule.scope != ("text",) or rule.limit or any(rule.data.get(key) for key in _SPECIAL):
        return None
    if rule.extends == "existence" and rule.is_true("ignorecase"):
        words = rule.texts("tokens")
        if words and all(map(_WORDS.fullmatch, words)):
            message = message_of(rule.message).replace("{value_1}", "{phrase}")
            return None if "{value_" in message else ("phrases", {"phrases": list(words), "headings": True}, message)
    if rule.extends == "substitution" and rule.is_true("ignorecase"):
        return _pairs(rule)
    return None


def _pairs(rule: Definition) -> tuple[str, dict[str, Any], str] | None:
    swap = rule.pairs("swap")
    uses = {term: use.split("|") for term, use in swap.items()}
    if not swap or not all(map(_WORDS.fullmatch, (*swap, *(each for use in uses.values() for each in use)))):
        return None
    pairs = [{"not": term, "use": use[0] if len(use) == 1 else use} for term, use in uses.items()]
    message = message_of(rule.message).replace("{value_1}", "{use}").replace("{value_2}", "{text}")
    return None if "{value_" in message else ("substitution", {"pairs": pairs}, message)
