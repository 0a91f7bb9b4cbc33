"""Every option of every check does something: for each there is an article whose verdict it changes.

The articles are the examples of the shipped rules; where those show no difference, those of the boundaries, or those of
`effects`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

import pytest
from tests.checks.boundary_cases import Case, Named
from tests.checks.effects import EFFECTS, Effect
from tests.checks.test_boundaries import CASES, HEAVY, NAMED, PHRASES

from newslint.article import Article
from newslint.assembly import parse
from newslint.checks import check_type_names, load_check_type
from newslint.contract import CompiledRule, Scene
from newslint.engine import lint
from newslint.rules import build_ruleset, compile_rules
from newslint.rules.folders import bundled, rule_files
from newslint.rules.options import OptionFacts, options_of
from newslint.settings import Settings, load_settings
from newslint.source import decode
from newslint.testing import cases_of_rule
from newslint.today import Today

TODAY = date(2026, 1, 15)
# No shipped rule has a check of Vale's: those are tried with styles, in `tests/vale`.
NAMES = [name for name in check_type_names() if not name.startswith("vale-")]
OPTIONS = [(name, option) for name in NAMES for option in options_of(load_check_type(name))]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load_settings(None, keep=False)


@cache
def rules_of(check: str) -> list[CompiledRule]:
    return [rule for rule in compile_rules([bundled("rules")]).values() if rule["check"] == check]


@cache
def articles_of(identity: str) -> list[tuple[Article, Mapping[str, Any], str | None]]:
    """Return the articles of a rule's examples, with the options and the profile that an example sets."""
    path = dict(rule_files(bundled("rules")))[identity]
    suffixes = {"markdown": "md", "html": "html", "text": "txt"}
    return [
        (
            parse(decode(case.text.encode(), f"a.{suffixes[case.format]}", case.format)),
            case.example.options,
            case.example.profile,
        )
        for case in cases_of_rule(identity, path, bundled("rules"))
    ]


def other_values(facts: OptionFacts, value: Any) -> Iterator[Any]:
    """Yield values that mean something else than one does."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, (int, float)):
        yield from (low for low in (type(value)(facts.option.ge or 0), type(value)(value / 2)) if low != value)
        yield facts.option.le if facts.option.le is not None else 10**6
    elif isinstance(value, str):
        words = get_args(facts.type) if get_origin(facts.type) is Literal else ("(?!)", "(?s:.*)")
        yield from (word for word in words if word != value)
    elif isinstance(value, Mapping) and facts.type in (int, float, str):  # one for each language
        yield from other_values(facts, next(iter(value.values())))
    elif isinstance(value, Mapping):
        yield {}
    else:
        yield []


def verdict(rule: CompiledRule, options: Mapping[str, Any], article: Article, scene: Scene) -> object:
    report = lint(article, build_ruleset([rule], {}, {rule["id"]: options}), scene)
    assert not report.crashed
    return [
        (found.span, found.severity, found.message, len(found.related), found.fix is None)
        for found in report.diagnostics
    ]


def is_changed_by_examples(check: str, option: str, settings: Settings) -> bool:
    facts = options_of(load_check_type(check))[option]
    for rule in rules_of(check):
        for article, own, profile in articles_of(rule["id"]):
            variant = settings.variant(profile or next(iter({"news"} & {*rule["profiles"]}), "strict"))
            scene = Scene(Today(TODAY), variant.profile, variant.elements, variant.required)
            options = {**rule["options"], **own}
            before = verdict(rule, options, article, scene)
            for value in other_values(facts, options[option]):
                if verdict(rule, {**options, option: value}, article, scene) != before:
                    return True
    return False


def is_changed_by_a_boundary(check: str, option: str, settings: Settings) -> bool:
    """Tell whether another number changes the verdict on an article of a measure at the option's limit."""
    facts = options_of(load_check_type(check))[option]
    identities = {rule["id"]: rule for rule in rules_of(check)}
    rows: list[Case | Named] = [*CASES, *NAMED, HEAVY, *PHRASES.values()]
    for row in rows:
        if row.rule not in identities or row.option != option:
            continue
        rule, variant = identities[row.rule], settings.variant(row.profile)
        scene = Scene(Today(TODAY), row.profile, variant.elements, variant.required)
        measures = (row.fires, row.silent) if isinstance(row, Case) else (row.most + row.first + 1,)
        options = {**rule["options"], **row.others, **({} if row.value is None else {option: row.value})}
        for measure in measures:
            article = parse(decode(row.build(measure).encode(), f"a.{row.suffix}"))
            before = verdict(rule, options, article, scene)
            for value in other_values(facts, options[option]):
                if verdict(rule, {**options, option: value}, article, scene) != before:
                    return True
    return False


def is_changed_by(effect: Effect, check: str, option: str) -> bool:
    rule: CompiledRule = {**rules_of(check)[0], "severities": {"default": "error"}}
    grades = load_check_type(check).grades
    rule["severities"].update(dict.fromkeys(grades, "advice"))
    data = effect.text.encode() if isinstance(effect.text, str) else effect.text
    article = parse(decode(data, f"a.{effect.suffix}"))
    scene = Scene(Today(TODAY), **effect.scene)
    options = {**rule["options"], **effect.options}
    return verdict(rule, options, article, scene) != verdict(rule, {**options, option: effect.value}, article, scene)


@pytest.mark.parametrize(("check", "option"), OPTIONS, ids=[f"{check}-{option}" for check, option in OPTIONS])
def test_an_option_changes_some_verdict(check: str, option: str, settings: Settings) -> None:
    effect = EFFECTS.get((check, option))
    if effect is not None:
        assert is_changed_by(effect, check, option)
    else:
        is_changed = is_changed_by_examples(check, option, settings) or is_changed_by_a_boundary(
            check, option, settings
        )
        assert is_changed, "add an article to effects.py"


def test_each_article_is_for_an_option_that_exists() -> None:
    assert EFFECTS.keys() <= set(OPTIONS)
