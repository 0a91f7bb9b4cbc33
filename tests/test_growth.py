"""Work grows with the length of an input and not with its square."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.pathologies import LIMIT, PATHOLOGIES, WORKS, make_linter, measure, repeat, work_of

from newslint.runner import Linter
from newslint.source import decode

# One or more for each part of the program; `benchmarks/pathologies.py` measures all there are.
ARTICLES = """
    md: crlf, bare | md: asterisk and letter, run | md: backticks and letter, run
    md: image, run | md: less, run | md: pairs, run | md: apostrophes, run
    md: letter, run | txt: open double, lines | txt: bracket, lines | html: less and letter, p
    html: ampersand, attribute | md: capital names, words | md: near names, words | md: near names, paragraphs
    md: quotation said, paragraphs | md: run-on quotation, paragraphs | md: she said, words | md: according to, words
    md: studies, paragraphs | md: number, words | md: long date, words
    md: repeated sentence, words | md: new sentence, words | md: titles, words | txt: summary, paragraphs
    txt: faq, lines | txt: byline, paragraphs | txt: menu line, lines
    txt: empty label, lines | txt: question line, paragraphs
    md: same headings, bare | md: open faq, bare | md: deep items, bare | md: deep quotes, bare | md: wide table, bare
    md: nested links, bare | md: suppressions, bare
    md: suppressions on one line, bare | md: suppressions of nothing, bare | md: open divs, bare
    md: comment lines, bare | html: nested divs, bare | html: nested lists, bare | html: misnested, bare
    html: empty times, bare | html: metas, bare | html: json scripts, bare
    html: attributes in p, bare | html: faq, bare | html: open comments, bare
    html: objects, JSON-LD | html: deep lists, JSON-LD | md: long list, front matter, title
    md: anchors, front matter, title | md: deep flow, front matter, title
    md: suppressions, front matter, suppressions | md: many fields, TOML | md: quotes, JSON front matter
    md: remarks and pointers, mixed | md: orphans with links, mixed | md: summary and figures, mixed
    md: authors and holdings, mixed
    md: headline and body, mixed | md: suppressions and findings, mixed | md: two versions of a long word, mixed
    md: empty sections and images, mixed | md: suppressions with findings, mixed
"""
# CPU seconds of the smaller input: enough to be measured, and little enough for so many.
ENOUGH, LARGEST = 0.01, 32_000
NAMES = [name for line in ARTICLES.strip().splitlines() for name in line.strip().split(" | ")]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return make_linter()


@pytest.mark.parametrize("name", NAMES)
def test_twice_the_article_is_at_most_about_twice_the_work(linter: Linter, name: str) -> None:
    assert measure(work_of(PATHOLOGIES[name], linter), ENOUGH, largest=LARGEST).ratio < LIMIT


@pytest.mark.parametrize("name", WORKS)
def test_twice_the_name_or_configuration_is_at_most_about_twice_the_work(name: str, tmp_path: Path) -> None:
    growth = measure(WORKS[name](tmp_path), ENOUGH, largest=LARGEST)
    # A few milliseconds for the longest name that there is are too little to be compared.
    assert growth.ratio < LIMIT or growth.twice < ENOUGH


# What compares each with each is a small part of all work while an input is short: it is measured with little else.
@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("clarity/name-drift", "md: many names, paragraphs"),
        ("clarity/name-drift", "md: near names, paragraphs"),
        ("headline/headline-too-long", "md: summary, paragraphs"),
        ("hygiene/duplicate-paragraph", "md: headline and paragraphs, mixed"),
        ("quotes/unattributed-quotation", "md: orphans with links, mixed"),
        ("sourcing/undated-statement", "md: told reporters, paragraphs"),
        ("structure/empty-section", "md: empty sections and images, mixed"),
        ("structure/summary-body-drift", "md: summary and figures, mixed"),
    ],
)
def test_what_one_rule_compares_grows_with_the_article(rule: str, name: str) -> None:
    assert measure(work_of(PATHOLOGIES[name], make_linter(rule), is_inspected=False), 0.05).ratio < LIMIT


@pytest.mark.parametrize("unit", ["Ada {near} said.\n\n", "Ada {near} said. "])
@pytest.mark.parametrize("size", [2_000, 12_000, 40_000])
def test_a_list_of_names_that_are_alike_is_one_cause_and_no_page_of_reports(unit: str, size: int) -> None:
    source = decode(("# Guests of the harbour\n\n" + repeat(unit, size)).encode(), "a.md")
    assert 1 <= len(make_linter("clarity/name-drift").lint(source).diagnostics) <= 10


def test_there_are_hundreds_of_pathologies_and_each_makes_what_it_is_asked_for() -> None:
    assert len(PATHOLOGIES) >= 400
    for name, make in list(PATHOLOGIES.items())[::5]:
        once, twice = len(make(2_000)[0]), len(make(4_000)[0])
        assert 1.5 < (twice - 100) / (once - 100) < 3, name
