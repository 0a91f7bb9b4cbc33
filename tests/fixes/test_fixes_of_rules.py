"""What the findings of shipped rules bring: the fixes that they declare, in every format, and these repair them."""

from __future__ import annotations

from functools import cache

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.diagnostics import FileReport
from newslint.fixes.edits import Wanted
from newslint.fixes.quotations import spare_quotations, texts_of_quotations
from newslint.fixes.rounds import Outcome, Tools, Trail, fix_source
from newslint.rules.folders import bundled, rule_files
from newslint.rules.repairing import fixes_of
from newslint.settings import load_settings
from newslint.source import Source, decode, encode
from newslint.testing.cases import Case, cases_of_rule, judge_case

SUFFIXES = {"markdown": "md", "html": "html", "text": "txt"}
# Repairs that take a whole block out of an article.
REMOVE_BLOCKS = {"structure/duplicate-headline-in-body", "hygiene/duplicate-paragraph"}
# Formats in which a rule finds what has no fix.
WITHOUT = {"ai-content/chatbot-residue": {"text"}}
SETTINGS = load_settings(None)


FILES = dict(rule_files(bundled("rules")))
WITH_FIXES = [identity for identity, rule in SETTINGS.compiled.items() if fixes_of(rule)]


@cache
def cases(identity: str) -> list[Case]:
    """The examples of a rule that brings fixes."""
    return list(cases_of_rule(identity, FILES[identity], bundled("rules")))


def source_of(case: Case) -> Source:
    return decode(case.text.encode(), f"example.{SUFFIXES[case.format]}", case.format)


def lint(case: Case, source: Source) -> FileReport:
    article = parse(source)
    diagnostics, _ = judge_case(case, article, SETTINGS)
    return spare_quotations(article, FileReport(source.path, tuple(diagnostics)))


def fix(case: Case, source: Source, *, unsafe: bool) -> Outcome:
    def judge(text: Source, trail: Trail) -> FileReport:
        return lint(case, text)

    return fix_source(source, Tools(parse, judge), Wanted(unsafe))


@pytest.mark.parametrize("identity", WITH_FIXES)
def test_a_rule_brings_the_fixes_that_it_declares(identity: str) -> None:
    """That it brings no others is held where examples are run. What terms of a house would bring is open."""
    own = [case for case in cases(identity) if case.is_bad]
    found = (found for case in own for found in judge_case(case, parse(source_of(case)), SETTINGS)[0])
    brought = {one.fix.applicability for one in found if one.fix}
    declared, pairs = set(fixes_of(own[0].rule)), own[0].rule["options"].get("pairs")
    # Each pair has a fix of its own, and no rule has an example for every pair.
    assert brought == declared or (brought and (pairs == [] or (pairs and brought <= declared)))


@pytest.mark.parametrize("identity", WITH_FIXES)
def test_a_rule_has_its_fix_in_each_of_its_formats(identity: str) -> None:
    own = [case for case in cases(identity) if case.is_bad]
    fixed = {case.format for case in own if any(found.fix for found in lint(case, source_of(case)).diagnostics)}
    assert fixed | WITHOUT.get(identity, set()) == {case.format for case in own}


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("identity", WITH_FIXES)
def test_what_is_fixed_stays_fixed_and_the_rest_of_the_article_is_as_it_was(identity: str, unsafe: bool) -> None:
    for case in cases(identity):
        if not case.is_bad:
            continue
        source = source_of(case)
        outcome = fix(case, source, unsafe=unsafe)
        assert outcome.fighting == ()
        assert fix(case, outcome.source, unsafe=unsafe).source.text == outcome.source.text
        before, after = parse(source), parse(outcome.source)
        if not unsafe:
            assert texts_of_quotations(before) == texts_of_quotations(after)
        if identity not in REMOVE_BLOCKS:
            assert shape(before) == shape(after), case.name
        assert decode(encode(outcome.source), source.path).text == outcome.source.text


def shape(article: Article) -> object:
    """Return what a repair inside a block leaves as it is."""
    names = [entry.name for entry in article.front_matter.fields] if article.front_matter else []
    return [(block.kind, block.role) for block in article.blocks], names, len(article.links), len(article.images)
