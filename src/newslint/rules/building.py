"""Build checks from compiled rules, and one automaton for the phrases of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any

from newslint import __version__
from newslint.checks import load_check_type
from newslint.contract import CompiledRule, Rule
from newslint.diagnostics import Severity
from newslint.language.units.phrases import PhraseIndex
from newslint.records import NamedTuple
from newslint.rules.literals import LiteralIndex, literals_of


class _RuleSetParts(NamedTuple):
    rules: tuple[Rule, ...]
    literals: LiteralIndex = LiteralIndex({})


class RuleSet(_RuleSetParts):
    """The rules that are active for a file, sorted by id, and an index of what their patterns need in a text."""

    @cached_property
    def phrases(self) -> PhraseIndex:
        """The automaton that finds the phrases of all rules at once."""
        return PhraseIndex({rule.id: rule.phrases for rule in self.rules if rule.phrases})

    @cached_property
    def awake(self) -> tuple[Rule, ...]:
        """The rules that have something to look for."""
        return tuple(rule for rule in self.rules if not rule.is_idle)

    @cached_property
    def reads_fields(self) -> bool:
        """Whether some rule searches what stands in no block."""
        return any(rule.check_type.reads_fields for rule in self.rules)


def build_ruleset(
    compiled: Iterable[CompiledRule],
    severities: Mapping[str, Mapping[str, str]],
    options: Mapping[str, Mapping[str, Any]],
    literals: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> RuleSet:
    """Build the checks of compiled rules, with the severities and options that override their own.

    `literals` are strings of patterns, as `rules.literals` finds them; a pattern that it lacks is tried on all texts.
    """
    rules = tuple(_build(rule, severities.get(rule["id"]), options.get(rule["id"])) for rule in compiled)
    named = frozenset().union(*(rule.searched for rule in rules))
    return RuleSet(rules, LiteralIndex({pattern: literals[pattern] for pattern in named & literals.keys()}))


def find_literals(rules: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, list[str]]:
    """Return the strings of all patterns that checks, by name and with options, search for; it takes a while."""
    named = {pattern for check, options in rules for pattern in _searched(check, options)}
    return {pattern: list(literals_of(pattern)) for pattern in sorted(named)}


def _searched(check: str, options: Mapping[str, Any]) -> list[str]:
    return [pattern for name in load_check_type(check).searched for pattern in options.get(name, ())]


def _build(rule: CompiledRule, severities: Mapping[str, str] | None, options: Mapping[str, Any] | None) -> Rule:
    check_type = load_check_type(rule["check"])
    options = options or rule["options"]
    chosen = {name: frozen(value) for name, value in options.items()}
    chosen |= {name: prepare(chosen[name]) for name, prepare in check_type.prepared.items() if name in chosen}
    known = {**check_type.defaults, **chosen}
    return Rule(
        rule,
        {grade: Severity(name) for grade, name in (severities or rule["severities"]).items()},
        options,
        check_type,
        check_type.bind(**chosen),
        tuple(chain.from_iterable(map(known.__getitem__, check_type.phrases))),
        frozenset(chain.from_iterable(map(known.__getitem__, check_type.searched))),
        {name: known[name] for name in check_type.by_language if isinstance(known[name], dict)},
    )


def frozen(value: Any) -> Any:
    """Return plain data with tuples in place of lists, at any depth."""
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    return tuple(frozen(item) for item in value) if isinstance(value, list) else value


def fingerprint(compiled: Mapping[str, CompiledRule]) -> str:
    """Return a hash of the rules' content and newslint's version, the same on every machine."""
    content = [{key: value for key, value in rule.items() if key != "path"} for _, rule in sorted(compiled.items())]
    import json
    from hashlib import sha256

    data = json.dumps([__version__, content], sort_keys=True, ensure_ascii=False).encode()
    return "sha256:" + sha256(data).hexdigest()
