"""Every number that a check can be given has two sides: an article of exactly that measure, and one beside it.

The articles come from `boundary_cases`; they are judged by the shipped rules, set by a configuration where a row says
so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
import yaml
from tests.checks import boundary_cases as made
from tests.checks.boundary_cases import Case, Named, each, prose, unlike

from newslint.assembly import parse
from newslint.checks import check_type_names, load_check_type
from newslint.contract import CompiledRule, Scene
from newslint.diagnostics import Diagnostic, Severity
from newslint.engine import lint
from newslint.rules import build_ruleset, compile_rules
from newslint.rules.folders import bundled
from newslint.runner import Linter, RunOptions
from newslint.settings import Settings, load_settings
from newslint.source import Source
from newslint.today import Today

TODAY = date(2026, 11, 22)
FORMATS = {"md": "markdown", "html": "html", "txt": "text"}

ALTERED, RUN, TWICE = "quotes/quote-tampering-marks", "sourcing/unattributed-run", "hygiene/duplicate-paragraph"
DROPPED, FAQ, QUOTE = (
    "sourcing/attribution-dropped-on-repeat",
    "structure/faq-restates-body",
    "headline/headline-quote-not-in-body",
)
FIGURE, NUMBER, GRADE = (
    "sourcing/statistic-without-source",
    "headline/headline-number-not-in-body",
    "clarity/readability-grade",
)
LONG, PARAGRAPH, REPEATED = "clarity/long-sentence", "clarity/long-paragraph", "clarity/repeated-phrase"
STRAIGHT = "uses straight marks"
MARKS, ANALYSIS, HYPHENS = "quotes/unbalanced-quotes", "neutrality/unlabelled-analysis", "clarity/hyphens-stripped"

CASES = [
    Case(ALTERED, "min_changes", made.altered, 3, 2),
    Case(ALTERED, "words_per_change", lambda n: made.altered(3, n), 45, 46),
    Case("ai-content/chatbot-residue", "min_topics", made.assistant, 0, 1),  # the words themselves name two topics
    Case("polling/poll-disclosure-incomplete", "max_lead", made.poll_with_lead, 5, 6),
    Case("sourcing/loaded-attribution-verb", "min_verbs", made.mild_verbs, 4, 3),
    Case("hygiene/dangling-cta", "max_line_words", made.call, 14, 15),
    Case("structure/modified-before-published", "tolerance_hours", made.update, 73, 72),
    Case("corrections/modified-without-note", "min_hours", made.changed_after, 37, 36),  # times may be 12 hours off
    Case("structure/future-publish-date", "max_days", made.dated_after, 32, 31),
    Case("structure/future-publish-date", "far_days", made.dated_after, 367, 366, severity="error"),
    Case("numbers/event-tense-mismatch", "max_years", made.told_late, 3 * 366, 3 * 366 + 1),
    Case("numbers/expired-date", "min_days", made.announced_before, 31, 30),
    Case("numbers/mixed-date-formats", "min_others", made.dates_in_orders, 2, 1),
    Case("structure/implausible-date", "first_year", made.dated_in, 1989, 1990),
    Case(DROPPED, "min_words", lambda n: made.summary_repeats(n, 0, n), 5, 4),
    Case(DROPPED, "min_share", lambda n: made.summary_repeats(n, 10 - n, 10), 6, 5, others={"min_near": 30}),
    Case(DROPPED, "min_near", made.summary_scattered, 4, 3, others={"min_share": 0.9}),
    Case("structure/duplicate-headline-in-body", "min_words", made.headline_again, 3, 2),
    Case("structure/duplicate-headline-in-body", "max_distance", made.headline_below, 12, 13),
    Case(TWICE, "min_words", made.paragraph_twice, 8, 7),
    Case(TWICE, "min_similarity", made.paragraph_nearly, 19, 18),
    Case(TWICE, "min_words_alone", made.paragraph_twice, 20, 19, severity="error"),
    Case(TWICE, "max_distance", made.paragraph_later, 15, 16, severity="error"),
    Case(TWICE, "min_items", made.list_twice, 3, 2),
    Case(TWICE, "max_repeats", made.paragraphs_twice, 3, 4, severity="error"),
    Case("finance/no-advice-disclaimer", "min_places", made.advice, 1, 0, profile="finance"),
    Case("finance/no-advice-disclaimer", "min_places", made.advice, 2, 1, value=2, profile="finance"),
    Case("structure/table-empty-cell", "min_filled", lambda n: made.table(n, 1), 2, 1),
    Case("structure/table-empty-cell", "max_empty", lambda n: made.table(12 - n, n), 2, 3),
    Case("structure/table-empty-cell", "max_empty", lambda n: made.table(10 - n, n), 5, 6, value=0.5),
    Case("structure/empty-section", "max_level", made.empty_section, 4, 5, value=4),
    Case("structure/empty-section", "max_words", lambda n: made.empty_section(3, n), 15, 16),
    Case("structure/faq-malformed", "min_questions", made.numbered_questions, 3, 2, value=3),
    Case("structure/faq-malformed", "min_questions", made.numbered_questions, 2, 1),
    Case(FAQ, "min_share", made.faq_repeats, 6, 5),
    Case(FAQ, "min_share", lambda n: made.faq_repeats(n, 20, 1), 12, 11, others={"min_sentences": 1}),
    Case(FAQ, "min_words", lambda n: made.faq_repeats(n, n), 5, 4),
    Case(FAQ, "min_sentences", lambda n: made.faq_repeats(9, 10, n), 2, 1),
    Case("headline/headline-too-long", "max_length", made.headline_of, 81, 80),
    Case("headline/headline-too-long", "max_length_far", made.headline_of, 121, 120, severity="warning"),
    Case("headline/headline-too-long", "max_length", made.headline_of, 71, 70, value=70),
    Case("headline/dek-duplicates-headline", "min_words", made.summary_alike, 4, 3),
    Case("images/caption-repeated", "min_words", made.captions_alike, 6, 5, suffix="html"),
    Case(QUOTE, "min_words", made.headline_quoting, 3, 2),
    Case(QUOTE, "min_body_words", lambda n: made.headline_quoting(5, n), 100, 99),
    Case(QUOTE, "max_omitted", made.headline_leaving_out, 5, 4),
    Case(QUOTE, "max_omitted", made.headline_leaving_out, 1, 0, value=0),
    Case("structure/metadata-mismatch", "max_days", made.dates_apart, 2, 1),
    Case("images/alt-missing", "max_icon_size", made.icon, 65, 64, suffix="html"),
    Case("sourcing/response-missing", "lead_paragraphs", made.accused, 4, 5),
    Case("numbers/date-missing-year", "max_distance", made.year_before, 2, 1),
    Case("quotes/mixed-quote-glyphs", "max_share", lambda n: made.straight_marks(n, 4 - n), 2, 3, says=STRAIGHT),
    Case("quotes/mixed-quote-glyphs", "max_share", lambda n: made.straight_marks(n, 20 - n), 10, 11, says=STRAIGHT),
    Case("clarity/name-drift", "min_letters", made.surnames, 5, 4),
    Case("sourcing/no-sources", "min_words", lambda n: f"# T\n\n{prose(n)}\n", 150, 149),
    Case("quotes/unattributed-quotation", "min_words", made.orphan, 4, 3),
    Case("hygiene/truncated-text", "min_words", made.broken_off, 8, 7),
    Case("hygiene/misspelled-word", "max_unknown", made.misspelled, 2, 3),
    Case("hygiene/filler-latin", "min_words", made.filler, 4, 3),
    Case("hygiene/filler-latin", "min_own", made.filler, 3, 2, others={"min_words": 2}),
    Case(PARAGRAPH, "max_words_far", made.long_paragraphs, 121, 120),
    Case(PARAGRAPH, "max_words_wall", made.long_paragraphs, 301, 300, severity="warning"),
    Case(PARAGRAPH, "max_words", lambda n: made.long_paragraphs(n, 4), 76, 75),
    Case(PARAGRAPH, "min_paragraphs", lambda n: made.long_paragraphs(90, n), 4, 3),
    Case("structure/author-bio-promotional", "min_phrases", made.bio, 2, 1),
    Case("quotes/quote-variant", "min_words", made.said_twice, 5, 4, others={"min_similarity": 0.7}),
    Case("quotes/quote-variant", "min_similarity", lambda n: made.said_twice(20, n), 4, 5),
    Case(GRADE, "min_words", lambda n: made.heavy(n, 3), 200, 199),
    Case(REPEATED, "min_words", lambda n: made.repeated(n, 3), 9, 8),
    Case(REPEATED, "min_words_far", made.repeated, 12, 11),
    Case(REPEATED, "min_phrases", lambda n: made.repeated(9, n), 3, 2),
    Case("advertising/disclaimer-not-substantive", "min_words", made.notice, 5, 6, profile="explainer"),
    Case("quotes/scare-quotes", "max_words", made.marked, 2, 3),
    Case(LONG, "max_words", made.sentence, 31, 30),
    Case(LONG, "max_words_far", made.sentence, 76, 75, severity="warning"),
    Case(LONG, "min_share", made.long_sentences, 4, 3, value=0.4),
    Case("sourcing/single-source-story", "min_attributions", made.one_source, 4, 3),
    Case("sourcing/single-source-story", "min_words", lambda n: made.one_source(4, n), 350, 349),
    Case(HYPHENS, "min_compounds", made.compounds, 5, 4),
    Case(HYPHENS, "min_words", lambda n: made.compounds(5, n), 600, 599),
    Case("structure/summary-misplaced", "max_words", made.summary_after, 121, 120),
    Case("structure/summary-misplaced", "max_rest", lambda n: made.summary_after(150, n), 40, 39),
    Case("clarity/spelling-variant-mix", "min_others", made.spellings, 3, 2),
    Case("clarity/undefined-acronym", "min_uses", made.acronyms, 2, 1),
    Case("clarity/title-capitalisation-drift", "min_uses", made.titles, 2, 1),
    Case(RUN, "min_paragraphs", made.run_of, 4, 3),
    Case(RUN, "min_claims", lambda n: made.run_of(5, n), 2, 1),
    Case(RUN, "lead_paragraphs", lambda n: made.run_of(4, 2, n), 2, 1),
    Case(RUN, "min_words", lambda n: made.run_of(3, 2, 2, n), 20, 19, others={"min_paragraphs": 4}),
    Case(MARKS, "max_marks", made.lone_marks, 6, 7),
    Case(MARKS, "max_distance", made.running_quotation, 8, 9, severity="advice"),
    Case(ANALYSIS, "min_sentences", made.interpreting, 6, 5),
    Case(ANALYSIS, "min_share", lambda n: made.interpreting(6, n), 30, 31),
    Case(FIGURE, "min_sum", made.sum_of, 1_000_000, 999_999),
    Case(FIGURE, "min_figures", made.shares, 1, 0),
    Case(FIGURE, "min_figures", made.shares, 3, 2, value=3),
    Case(FIGURE, "min_words", lambda n: made.shares(1, n), 6, 5),
    Case(NUMBER, "min_number", made.figure_in_headline, 13, 12),
    Case(NUMBER, "min_body_words", lambda n: made.figure_in_headline(14, "", n), 100, 99),
    Case(NUMBER, "tolerance", lambda n: made.figure_in_headline(n, "They saw 1000 boats there."), 999, 1000),
    Case(NUMBER, "tolerance", lambda n: made.figure_in_headline(n, "They saw 1000 boats there."), 1001, 1000),
    Case("sourcing/undated-statement", "min_places", made.reporters, 1, 0),
    Case("sourcing/undated-statement", "min_places", made.reporters, 2, 1, value=2),
]  # fmt: skip

NAMED = [
    Named("hygiene/mojibake", "max_places", each("The cafÃ© {} {}."), 20),
    Named("accessibility/generic-link-text", "max_places", each("The {}: [here](http://a.example/{})."), 20),
    Named("hygiene/invisible-characters", "max_places", each("The {0}\u200b{0} is here."), 20),
    Named("hygiene/comment-or-widget-boilerplate", "max_places", made.comment_lines, 20),
    Named("quotes/speaker-undescribed", "max_places", made.speakers, 7),
    Named(REPEATED, "max_places", lambda n: made.repeated(9, n), 5, least=4, first=0),
    Named(GRADE, "max_places", lambda n: made.heavy(210, n), 3, least=2, first=0),
    Named(GRADE, "max_places", lambda n: made.heavy(400, n), 6, least=5, first=0, value=6),
    Named(TWICE, None, lambda n: "# T\n\n" + "\n\n## The end\n\n".join([unlike(24)] * n), 21),
    Named("sourcing/loaded-attribution-verb", None, each("The {0} never sinks, Mara Oduya boasted."), 7),
    Named(FIGURE, None, made.shares, 7),
    Named("numbers/relative-date-unanchored", None, each("The {0} comes next month."), 7),
    Named(HYPHENS, None, made.compounds_again, 11, least=5),
    Named(ANALYSIS, None, lambda n: made.interpreting(n, n), 7, least=6),
    Named("sourcing/undated-statement", None, made.reporters, 7),
    Named("sourcing/anonymous-source-unexplained", None, each("A senior aide said the {0} is dead."), 7),
    Named("quotes/mixed-quote-glyphs", None, lambda n: made.straight_marks(n, n + 1), 7),
    Named("sourcing/document-not-linked", None, each("A tenth of the {0} is loose, the study found."), 8),
    Named(RUN, None, made.run_of, 7, least=4),
    Named(DROPPED, None, made.told_and_repeated, 8, first=0),
    Named("sourcing/first-reference-undefined", None, made.references, 7),
    Named("numbers/date-missing-year", None, each("The {0} closed on 1{1} May.\n\nThe ferry sails."), 5),
    Named("quotes/scare-quotes", None, each("The “{0}” ferry is full of tourists."), 7),
    Named("advertising/disclaimer-not-substantive", None, made.bare_notices, 3, profile="explainer"),
    Named("finance/no-advice-disclaimer", None, each("You should buy {0} shares now."), 5, profile="finance"),
    Named("clarity/name-drift", None, made.slips, 6, first=0),
]  # fmt: skip


# Numbers that tests of their own cover.
OTHERWISE = {
    ("phrases", "max_findings"),
    ("readability-grade", "max_grade"),
    ("readability-grade", "max_grade_far"),
    ("readability-grade", "min_ease"),
    ("readability-grade", "min_ease_far"),
    ("readability-grade", "min_paragraph_words"),
}
# What one severity would not tell apart.
APART = {"default": "error", "near": "warning"}
PHRASES = {
    2: Case("clarity/cliche", "max_findings", made.cliches, 1, 0, value=2),
    0: Case("clarity/cliche", "max_findings", made.cliches, 1, 0),
}
# With a limit as low as that, each paragraph that is long enough is named.
HEAVY = Case(GRADE, "min_paragraph_words", lambda n: made.heavy(250, 1, n), 1, 0, others={"max_grade": 1.0})


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """One configuration for all rows: those that are not judged by the shipped rules have an override."""
    overrides = []
    kinds: dict[str, Sequence[Case | Named]] = {"case": CASES, "named": NAMED, "own": [*PHRASES.values(), HEAVY]}
    for kind, rows in kinds.items():
        for number, row in enumerate(rows):
            options = dict(row.others) | ({} if row.value is None else {str(row.option): row.value})
            if options or row.profile != "strict":
                rules = {row.rule: {"options": options}} if options else {}
                overrides.append({"files": [f"{kind}{number}.*"], "profile": row.profile, "rules": rules})
    path = tmp_path_factory.mktemp("boundaries") / "newslint.yaml"
    severities = {TWICE: {"severity": APART}}
    path.write_text(
        yaml.safe_dump({"profile": "strict", "rules": severities, "overrides": overrides}), encoding="utf-8"
    )
    return load_settings(path)


def counts(case: Case, found: Diagnostic) -> bool:
    return case.severity in (None, found.severity) and (case.says is None or case.says in found.message)


def judge(settings: Settings, row: Case | Named, name: str, measure: int) -> list[Diagnostic]:
    """Return what a row's rule reports of the article of a measure."""
    linter = Linter(settings, RunOptions(TODAY, select=(row.rule,)))
    report = linter.lint(Source(f"{name}.{row.suffix}", row.build(measure), FORMATS[row.suffix]))
    assert not report.not_evaluated
    assert not report.crashed
    return [entry for entry in report.diagnostics if entry.rule == row.rule]


@pytest.mark.parametrize(
    ("number", "case"), [*enumerate(CASES)], ids=[f"{case.rule}-{case.option}-{case.fires}" for case in CASES]
)
def test_a_rule_speaks_on_one_side_of_its_limit_and_is_silent_on_the_other(
    settings: Settings, number: int, case: Case
) -> None:
    assert abs(case.fires - case.silent) == 1
    told = {}
    for measure in (case.fires, case.silent):
        found = judge(settings, case, f"case{number}", measure)
        told[measure] = [entry for entry in found if counts(case, entry)]
    assert told[case.fires]
    assert not told[case.silent]


@pytest.mark.parametrize(
    ("number", "row"), [*enumerate(NAMED)], ids=[f"{row.rule}-{row.option or 'related'}-{row.most}" for row in NAMED]
)
def test_so_many_other_places_are_named_and_no_more(settings: Settings, number: int, row: Named) -> None:
    """A finding stands at the first place; the others are related, up to a number."""
    most = row.most + row.first
    for measure in sorted({row.least, most - 1, most, most + 1}):
        found = judge(settings, row, f"named{number}", measure)
        assert [len(entry.related) for entry in found] == [min(measure - row.first, row.most)], measure


def test_each_number_that_a_check_can_be_given_has_a_case(settings: Settings) -> None:
    types = {identity: rule["check"] for identity, rule in settings.compiled.items()}
    rows: list[Case | Named] = [*CASES, *NAMED]
    covered = {(types[row.rule], row.option) for row in rows} | OTHERWISE
    numbers = {
        (name, option)
        for name in check_type_names()
        if not name.startswith("vale-")  # no shipped rule has one: `tests/vale` tries them with styles
        for option, default in load_check_type(name).defaults.items()
        if isinstance(default, (int, float)) and not isinstance(default, bool)
    }
    assert numbers - covered == set()
    assert numbers >= OTHERWISE


@pytest.mark.parametrize(("number", "limit"), [*enumerate(PHRASES)])
def test_a_limit_of_findings_is_kept_and_0_is_none(settings: Settings, number: int, limit: int) -> None:
    for count in (1, 2, 3, 9):
        found = judge(settings, PHRASES[limit], f"own{number}", count)
        assert len(found) == (min(count, limit) if limit else count)


def test_a_paragraph_is_named_as_heavy_from_thirty_words_on(settings: Settings) -> None:
    for size, related in ((29, 0), (30, 1), (31, 1)):
        (found,) = judge(settings, HEAVY, f"own{len(PHRASES)}", size)
        assert len(found.related) == related, size


def test_a_grade_that_is_the_limit_is_allowed() -> None:
    check_type = load_check_type("readability-grade")
    article = parse(Source("a.md", made.heavy(250, 3), "markdown"))
    grade = article.readability().flesch_kincaid_grade or 0.0
    scene = Scene(Today(TODAY))
    for limit, is_told in ((grade, False), (grade - 0.001, True), (grade + 0.001, False)):
        check = check_type.bind(max_grade=limit)
        assert bool(list(check(article, scene))) is is_told


@pytest.mark.parametrize(
    ("formula", "field", "says"),
    [
        ("flesch-kincaid", "flesch_kincaid_grade", "Flesch-Kincaid"),
        ("gunning-fog", "gunning_fog", "Gunning fog"),
        ("smog", "smog", "SMOG"),
        ("automated-readability-index", "automated_readability_index", "ARI"),
        ("coleman-liau", "coleman_liau", "Coleman-Liau"),
        ("lix", "lix", "a LIX of"),
        ("flesch-reading-ease", "flesch_reading_ease", "a reading ease of"),
    ],
)
def test_each_formula_is_held_against_its_limit(formula: str, field: str, says: str) -> None:
    (shipped,) = [rule for rule in compile_rules([bundled("rules")]).values() if rule["id"] == GRADE]
    rule: CompiledRule = {**shipped, "severities": {**shipped["severities"], "far": "warning"}}
    article = parse(Source("a.md", made.heavy(250, 3), "markdown"))
    figure = getattr(article.readability(), field)
    option, step = ("min_ease", -0.001) if field == "flesch_reading_ease" else ("max_grade", 0.001)
    for limit, is_told in ((figure, False), (figure + step, False), (figure - step, True)):
        ruleset = build_ruleset([rule], {}, {GRADE: {"formula": formula, option: limit}})
        found = lint(article, ruleset, Scene(Today(TODAY))).diagnostics
        assert bool(found) is is_told
        far = build_ruleset([rule], {}, {GRADE: {"formula": formula, option: figure - step, f"{option}_far": limit}})
        (diagnostic,) = lint(article, far, Scene(Today(TODAY))).diagnostics
        assert (diagnostic.severity == Severity.WARNING) is is_told
        assert all(says in diagnostic.message for diagnostic in found)
        assert all(diagnostic.related for diagnostic in found)


# Where the shipped rule has another number than a house rule that sets none.
UNSET = {
    ("sourcing/loaded-attribution-verb", "min_verbs"): (3, 2),
    ("headline/headline-too-long", "max_length"): (71, 70),
    ("headline/headline-too-long", "max_length_far"): (111, 110),
    (PARAGRAPH, "max_words_far"): (101, 100),
    (LONG, "max_words_far"): (56, 55),
    (RUN, "min_paragraphs"): (3, 2),
    (GRADE, "min_words"): (150, 149),
}


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.value is None],
    ids=lambda case: f"{case.rule}-{case.option}-{case.fires}",
)
def test_a_house_rule_that_sets_no_number_has_known_limits(settings: Settings, case: Case) -> None:
    variant = settings.variant(case.profile)
    shipped = variant.compiled[case.rule]
    by_language = load_check_type(shipped["check"]).by_language
    options = {
        name: value
        for name, value in shipped["options"].items()
        if type(value) not in (int, float) and name not in by_language
    }
    house = {**shipped, "options": options | dict(case.others)}
    ruleset = build_ruleset([house], {TWICE: APART}, {})  # type: ignore[list-item]
    scene = Scene(Today(TODAY), case.profile, variant.elements, variant.required)
    told = []
    for measure in UNSET.get((case.rule, case.option), (case.fires, case.silent)):
        source = Source(f"a.{case.suffix}", case.build(measure), FORMATS[case.suffix])
        report = lint(parse(source), ruleset, scene)
        told.append([entry for entry in report.diagnostics if counts(case, entry)])
    assert told[0]
    assert not told[1]


def test_a_house_rule_on_readability_allows_the_twelfth_grade() -> None:
    check_type = load_check_type("readability-grade")
    (found,) = check_type.bind()(parse(Source("a.md", made.heavy(250, 3), "markdown")), Scene(Today(TODAY)))
    assert found.values["limit"] == "12"


@pytest.mark.parametrize("level", [2, 3, 4, 5, 6])
def test_a_heading_of_any_level_is_judged(settings: Settings, level: int) -> None:
    case = Case("structure/empty-section", "max_level", made.empty_section, level, 0)
    assert judge(settings, case, "any", level)


@pytest.mark.parametrize(("length", "is_cut"), [(79, False), (80, False), (81, True), (200, True)])
def test_the_other_version_of_a_quotation_is_shown_up_to_eighty_characters(
    settings: Settings, length: int, is_cut: bool
) -> None:
    shown = made.letters(length)
    case = Case("quotes/quote-variant", "", lambda n: made.said_again(shown), 1, 0)
    (found,) = judge(settings, case, "any", 1)
    assert (f"“{shown[:79].rstrip()}…”" in found.message) is is_cut
    assert (f"“{shown}”" in found.message) is not is_cut


@pytest.mark.parametrize(("length", "is_cut"), [(59, False), (60, False), (61, True), (90, True)])
def test_a_line_of_boilerplate_is_shown_up_to_sixty_characters(settings: Settings, length: int, is_cut: bool) -> None:
    line = "Home | News | Sport | Weather | About us | Contact"
    line += (" | " + "x" * 90)[: length - len(line)]
    case = Case("hygiene/nav-boilerplate", "", lambda n: f"# T\n\nBy Mara Oduya\n\n{prose(60)}\n\n{line}\n", 1, 0)
    (found,) = judge(settings, case, "any", 1)
    assert (f"“{line[:59]}…”" in found.message) is is_cut
    assert (f"“{line}”" in found.message) is not is_cut


def test_of_one_name_six_slips_are_told(settings: Settings) -> None:
    for number in (5, 6, 7, 9):
        case = Case("clarity/name-drift", "", made.slips_of_one, 1, 0)
        assert len(judge(settings, case, "any", number)) == min(number, 6)
