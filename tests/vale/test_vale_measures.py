"""Rules of Vale that measure, spell and follow sequences, and house rules made of a style."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.vale.desks import Desk

from newslint.assembly import parse
from newslint.checks.vale.formulas import FormulaError, compute
from newslint.cli import main
from newslint.contract import Scene
from newslint.engine import lint
from newslint.rules.building import build_ruleset
from newslint.rules.compiling import compile_rule
from newslint.source import decode
from newslint.today import Today
from newslint.vale.converting import Converted, convert_style, kebab

PROSE = "The harbour was quiet. Nobody came.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("formula", "condition", "text", "told"),
    [
        ("words / sentences", "> 2", PROSE, "3.00"),
        ("words / sentences", "> 3", PROSE, None),
        ("heading.h2", "> 1", "## A harbour\n\n## A pier\n", None),  # a text without prose has no words
        ("heading.h2 + list", ">= 3", f"## A\n\n## B\n\n- one\n\n{PROSE}", "3.00"),
        ("math.sqrt(words * words)", "== 6", PROSE, "6.00"),
        ("blockquote", "< 1", PROSE, "0.00"),
        ("words / pre", "> 1", PROSE, None),
    ],
)
def test_a_metric_is_a_formula_of_counts(desk: Desk, formula: str, condition: str, text: str, told: str | None) -> None:
    desk.rule("Size", f"extends: metric\nmessage: '%s'\nformula: {formula}\ncondition: '{condition}'\n")
    assert desk.messages(text) == ([told] if told else [])


@pytest.mark.parametrize(
    "formula", ["__import__('os')", "words.real", "(lambda: 1)()", "[1]", "nope", "1 +", "9" * 2000]
)
def test_a_formula_is_arithmetic_and_nothing_else(formula: str) -> None:
    with pytest.raises(FormulaError):
        compute(formula, {"words": 1.0})


def test_a_formula_that_is_none_is_left_out(desk: Desk) -> None:
    desk.rule("Size", "extends: metric\nmessage: '%s'\nformula: pages\ncondition: '> 1'\n")
    with pytest.warns(FutureWarning, match="`pages` is not known"):
        assert desk.messages(PROSE) == []


def test_readability_is_the_average_of_grades(desk: Desk) -> None:
    desk.rule("Hard", "extends: readability\nmessage: Grade %s.\ngrade: 8\nmetrics: [Flesch-Kincaid]\n")
    hard = "Incomprehensible administrative terminology deteriorates institutional communication immeasurably. " * 3
    assert [told.startswith("Grade ") for told in desk.messages(hard)] == [True]
    assert desk.messages(PROSE) == []


def test_a_sequence_is_of_expressions_in_a_sentence(desk: Desk) -> None:
    tokens = "tokens:\n  - pattern: very\n  - pattern: big|small\n    skip: 1\n"
    desk.rule("Row", f"extends: sequence\nmessage: '%s %s'\n{tokens}")
    flagged = desk.flags("A very, very old big pier. It was very. Small boats came.\n")
    assert flagged == [("Row", "very old big")]


def test_a_sequence_with_tags_is_left_out(desk: Desk) -> None:
    desk.rule("Row", "extends: sequence\nmessage: '%s'\ntokens:\n  - tag: NN\n")
    with pytest.warns(FutureWarning, match="tags no parts of speech"):
        assert desk.messages(PROSE) == []


def test_spelling_asks_a_dictionary_of_hunspell(desk: Desk) -> None:
    pytest.importorskip("spylls")
    home = "styles/config/dictionaries/en"
    desk.write(f"{home}.dic", "6\nharbour/S\nquiet\nthe\nwas\ndon't\npier\n").write(
        f"{home}.aff", "SFX S Y 1\nSFX S 0 s .\n"
    )
    desk.write("styles/House/words.txt", "Tarrow\n")
    desk.rule("Spell", "extends: spelling\nmessage: Really %s?\nignore: House/words.txt\nfilters: ['^x']\n")
    text = "The harbours was “quiett”, `cide` the harbor, Tarrow don’t xpier PDF.\n"
    assert desk.messages(text) == ["Really quiett?", "Really harbor?"]


def test_dictionaries_are_read_whatever_they_leave_out(desk: Desk) -> None:
    pytest.importorskip("spylls")
    home = desk.folder / "styles/config/dictionaries"
    home.mkdir(parents=True)
    (home / "plain.dic").write_text("2\nпричал\nthe\n", encoding="utf-8")
    (home / "plain.aff").write_text("SFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (home / "sounds.dic").write_bytes("1\ncaf\u00e9\n".encode("latin-1"))
    (home / "sounds.aff").write_bytes("SET ISO8859-1\nPHONE 1\nPHONE \u00e9< E\n".encode("latin-1"))
    desk.rule("Plain", "extends: spelling\nmessage: Really %s?\ncustom: true\ndictionaries: plain\n")
    desk.rule("Sounds", "extends: spelling\nmessage: No %s?\ncustom: true\ndictionaries: sounds\n")
    assert desk.messages("The причал café\n") == ["No The?", "No причал?", "Really café?"]


@pytest.mark.parametrize(
    ("field", "places"),
    [
        ("deck: a quiet\n  pier", [(2, 9)]),
        ('deck: "a \\"quiet\\"\n  pier"', [(2, 12)]),
        ("deck: 'it''s\n  the quiet pier'", [(3, 7)]),
        ("deck: >-\n  the\n  quiet pier", [(4, 3)]),
        ('deck: "a \\x71uiet pier"', [(2, 7)]),  # where it cannot be known, the value
    ],
)
def test_words_of_a_field_over_several_lines_have_their_place(
    desk: Desk, field: str, places: list[tuple[int, int]]
) -> None:
    desk.rule("Avoid", "extends: existence\nmessage: '%s'\ntokens: [quiet]\n")
    told = desk.lint(f"---\n{field}\n---\n\nA boat.\n")
    assert [(each.start.line, each.start.column) for each in told] == places


def test_a_line_end_before_a_mark_is_a_space(desk: Desk) -> None:
    desk.rule("Parens", "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['\\(.+\\)']\n")
    text = "A pier (by\n[the sea](x.html)), a quay (by\nthe sea), a boat (by\n*the* sea).\n"
    assert [words for _, words in desk.flags(text)] == ["(by\n[the sea](x.html))", "(by\n*the* sea)"]


def test_a_heading_that_is_furniture_is_a_heading(desk: Desk) -> None:
    desk.rule("Top", "extends: existence\nmessage: '%s'\nscope: heading.h2\ntokens: [Version]\n")
    text = "---\ntitle: A pier\n---\n\n## 2024-05-21, Version 18.20.3, @tarrow\n\nA boat.\n\n## A quay\n\nA Version.\n"
    assert [words for _, words in desk.flags(text)] == ["Version"]


def test_an_address_in_plain_text_is_text(desk: Desk) -> None:
    desk.rule("Avoid", "extends: existence\nmessage: '%s'\ntokens: [TODO]\n")
    text = "See https://TODO.example/x there.\n"
    assert [words for _, words in desk.flags(text, "a.txt")] == ["TODO"]
    assert desk.flags(text) == []


def test_spelling_without_a_dictionary_says_what_is_needed(desk: Desk) -> None:
    desk.ini = "[*]\nBasedOnStyles = Vale\n"
    with pytest.warns(FutureWarning, match=r"Put a `\.dic` with its `\.aff` into `config/dictionaries`"):
        assert desk.messages("A a pier.\n") == ["'a' is repeated!"]


@pytest.mark.parametrize(
    ("scope", "flagged"),
    [("strong", ["big pier"]), ("emphasis", ["pier boat"]), ("link", ["pier"]), ("code", ["pier()"])],
)
def test_parts_of_running_text_are_scopes_of_their_own(desk: Desk, scope: str, flagged: list[str]) -> None:
    desk.rule("All", f"extends: existence\nmessage: '%s'\nscope: {scope}\nnonword: true\ntokens: ['.*pier.*']\n")
    text = "A **big pier**, a *pier boat*, a [pier](x.html) and `pier()`.\n"
    assert [words for _, words in desk.flags(text)] == flagged


def test_strong_words_may_be_left_alone(desk: Desk) -> None:
    desk.core = "IgnoredScopes = code, strong"
    desk.rule("Avoid", "extends: existence\nmessage: '%s'\ntokens: [pier]\n")
    assert [words for _, words in desk.flags("A **pier**, a _pier_ and `pier`.\n")] == ["pier"]


def test_elements_of_some_classes_are_left_alone(desk: Desk) -> None:
    desk.core = "IgnoredClasses = blurb"
    desk.rule("Avoid", "extends: existence\nmessage: '%s'\ntokens: [pier, boat]\n")
    text = '<div class="big blurb"><div>A pier.</div> A pier.</div>\n\n<p class="blurbs">A boat.</p>\n'
    assert [words for _, words in desk.flags(text, "a.html")] == ["boat"]


STYLE = {
    "AvoidWords": "extends: existence\nmessage: Avoid '%s'.\nignorecase: true\ntokens: [leverage, going forward]\n",
    "Use": "extends: substitution\nmessage: Use '%s', not '%s'.\nignorecase: true\nswap: {utilise: use}\n",
    "Shape": "extends: existence\nmessage: '%s'\nlevel: error\nscope: heading\ntokens: ['[a-z]+ing']\n",
    "Case": "extends: capitalization\nmessage: '%s'\nscope: heading\nmatch: $sentence\n",
    "Two": "extends: substitution\nmessage: \"%s %s\"\nswap: {'(\\d)kg': '$1 kg', 'b+': b}\n",
}
ARTICLE = "# A Very Old Bell for ringing\n\nThey utilise the pier going forward: “leverage”, she said; 3kg of bbb.\n"


def test_a_style_becomes_house_rules_that_hold(desk: Desk) -> None:
    for name, text in STYLE.items():
        desk.rule(name, text)
    out = desk.folder / "rules"
    assert main(["convert-vale", str(desk.folder / "styles" / "House"), "-o", str(out)]) == 0
    rules = [compile_rule(f"house/{path.stem}", path, out) for path in sorted((out / "house").glob("*.yaml"))]
    assert {rule["id"]: rule["check"] for rule in rules} == {
        "house/avoid-words": "phrases",
        "house/case": "vale-capitalization",
        "house/shape": "vale-existence",
        "house/two": "vale-substitution",
        "house/use": "substitution",
    }
    article = parse(decode(ARTICLE.encode(), "a.md"))
    told = lint(article, build_ruleset(rules, {}, {}), Scene(Today(date(2026, 1, 1)))).diagnostics
    assert sorted((each.rule.removeprefix("house/"), ARTICLE[slice(*each.span)]) for each in told) == [
        ("avoid-words", "going forward"),  # what somebody says is left alone
        ("case", "A Very Old Bell for ringing"),
        ("shape", "ringing"),
        ("two", "3kg"),
        ("two", "bbb"),
        ("use", "utilise"),
    ]


def test_house_rules_are_not_written_over(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.rule("Avoid", STYLE["AvoidWords"])
    command = ["convert-vale", str(desk.folder / "styles" / "House"), "-o", str(desk.folder / "rules")]
    assert [main(command), main(command), main([*command, "--force"])] == [0, 2, 0]
    assert "there already" in capsys.readouterr().err
    assert main(["convert-vale", str(desk.folder / "rules"), "-o", "x"]) == 2


def test_a_script_has_no_house_rule(desk: Desk) -> None:
    desk.rule("Odd", "extends: script\nmessage: x\n").rule("Avoid", STYLE["AvoidWords"])
    rules = list(convert_style(desk.folder / "styles" / "House"))
    assert [isinstance(rule, Converted) for rule in rules] == [True, False]
    assert isinstance(rules[0], Converted)
    assert yaml.safe_load(rules[0].text)["options"]["phrases"] == ["leverage", "going forward"]


@pytest.mark.parametrize(
    ("name", "made"),
    [("HeadingAcronyms", "heading-acronyms"), ("E-Prime", "e-prime"), ("URLFormat", "url-format"), ("a_b", "a-b")],
)
def test_names_become_those_of_house_rules(name: str, made: str) -> None:
    assert kebab(name) == made
