"""The region of a language (`en-GB`) changes nothing: rules look at the language alone, in every format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from newslint.assembly import ParseOptions, parse
from newslint.contract import Scene
from newslint.diagnostics import FileReport
from newslint.engine import lint
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source
from newslint.today import Today

BODY = (
    "The bridge at Hallin closes on Monday for six weeks of repairs, the port authority said. It is believed that the "
    "works will take a year longer. The mason is TK for now. The vote is a game changer for the whole valley."
)


def said_by_page(language: str) -> tuple[Source, str]:
    page = f"<html lang={language}><body><article><h1>Bridge to close</h1><p>{BODY}</p></article></body></html>"
    return Source("a.html", page, "html"), ""


def said_by_xml_page(language: str) -> tuple[Source, str]:
    page = f"<html xml:lang='{language}'><body><article><h1>Bridge to close</h1><p>{BODY}</p></article></body></html>"
    return Source("a.html", page, "html"), ""


def said_by_yaml(language: str) -> tuple[Source, str]:
    return Source("a.md", f"---\nlang: {language}\n---\n\n# Bridge to close\n\n{BODY}\n", "markdown"), ""


def said_by_toml(language: str) -> tuple[Source, str]:
    return Source("a.md", f'+++\nlocale = "{language}"\n+++\n\n# Bridge to close\n\n{BODY}\n', "markdown"), ""


def configured_for_text(language: str) -> tuple[Source, str]:
    return Source("a.txt", f"Bridge to close\n\n{BODY}\n", "text"), language


def configured_for_markdown(language: str) -> tuple[Source, str]:
    return Source("a.md", f"# Bridge to close\n\n{BODY}\n", "markdown"), language


def configured_for_html(language: str) -> tuple[Source, str]:
    page = f"<html><body><article><h1>Bridge to close</h1><p>{BODY}</p></article></body></html>"
    return Source("a.html", page, "html"), language


Say = Callable[[str], tuple[Source, str]]
SAID: list[Say] = [said_by_page, said_by_xml_page, said_by_yaml, said_by_toml]
CONFIGURED: list[Say] = [configured_for_text, configured_for_markdown, configured_for_html]
Judge = Callable[[Say, str], FileReport]


def name_of(value: object) -> str:
    return str(getattr(value, "__name__", value))


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    """A linter with the shipped settings."""
    path = tmp_path_factory.mktemp("site") / "newslint.yaml"
    path.write_text("", encoding="utf-8")
    return Linter(load_settings(path), RunOptions(date(2026, 11, 22)))


@pytest.fixture(scope="module")
def judge(linter: Linter) -> Judge:
    """Return a function that judges the article in a language that is said in one of the ways."""
    variant = linter.settings.variant("news")
    ruleset = variant.choose((), ())
    scene = Scene(Today(date(2026, 11, 22)), "news", variant.elements, variant.required)

    def run(say: Say, language: str) -> FileReport:
        source, configured = say(language)
        return lint(parse(source, ParseOptions({}, configured or None)), ruleset, scene)

    return run


@pytest.fixture(scope="module")
def english(linter: Linter) -> frozenset[str]:
    """The rules that say that they are for English."""
    return frozenset(name for name, rule in linter.settings.compiled.items() if list(rule["languages"]) == ["en"])


def found(report: FileReport) -> list[tuple[str, str, str]]:
    return [(entry.rule, entry.message, entry.excerpt) for entry in report.diagnostics]


def skipped(report: FileReport) -> list[tuple[str, str]]:
    return [(entry.rule, entry.reason) for entry in report.not_evaluated]


@pytest.mark.parametrize(
    ("say", "language"),
    [
        *product(SAID, ["en-GB", "en-US", "EN-gb", "En", "en-Latn-ZA", "en-x-tarrow"]),
        *product(CONFIGURED, ["en-GB", "en-US", "en-Latn-ZA"]),
    ],
    ids=name_of,
)
def test_rules_for_english_look_at_english_of_every_region(judge: Judge, say: Say, language: str) -> None:
    plain, regional = judge(say, "en"), judge(say, language)
    assert found(regional) == found(plain)
    assert skipped(regional) == skipped(plain)
    told = {entry.rule for entry in regional.diagnostics}
    assert {"sourcing/passive-unsourced-claim", "clarity/cliche", "hygiene/tk-or-lorem"} <= told
    assert not any("language" in reason for _, reason in skipped(regional))


@pytest.mark.parametrize(
    ("say", "language"), [*product([*SAID, *CONFIGURED], ["de-AT", "de", "fr-CA", "zh-Hant-TW"])], ids=name_of
)
def test_rules_for_english_do_not_look_at_other_languages_and_say_which(
    judge: Judge, english: frozenset[str], say: Say, language: str
) -> None:
    report = judge(say, language)
    plain = dict(skipped(judge(say, "en")))
    told = f"the article's language is {language}"
    added = {rule: reason for rule, reason in skipped(report) if rule not in plain}
    # Other rules have limits for some languages, and none for this one.
    assert {
        reason.removesuffix(" has no value").rpartition(", for which `")[0] or reason for reason in added.values()
    } == {told}
    reasons = {rule: reason for rule, reason in added.items() if reason == told}
    assert set(reasons) <= english
    assert len(reasons) > 20
    assert {entry.rule for entry in report.diagnostics} & english == set()
    # It is a rule for all languages, but what it knows of English words is for English.
    assert "hygiene/tk-or-lorem" not in {entry.rule for entry in report.diagnostics}


@pytest.mark.parametrize("say", [*SAID, *CONFIGURED], ids=name_of)
def test_a_language_whose_code_begins_like_english_is_another(judge: Judge, say: Say) -> None:
    # `enm` is Middle English.
    assert "the article's language is enm" in {reason for _, reason in skipped(judge(say, "enm"))}


@pytest.mark.parametrize("say", [said_by_yaml, said_by_toml], ids=name_of)
@pytest.mark.parametrize(
    ("locale", "language"), [("en_GB", "en"), ("EN_gb", "en"), ("de_AT", "de"), ("DE_at.UTF-8", "de")]
)
def test_a_locale_in_front_matter_states_a_language(judge: Judge, say: Say, locale: str, language: str) -> None:
    stated, plain = judge(say, locale), judge(say, language)
    assert found(stated) == found(plain)
    assert [rule for rule, _ in skipped(stated)] == [rule for rule, _ in skipped(plain)]
