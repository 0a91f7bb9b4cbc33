"""Rules of Vale hold as they are: what each kind flags, where they hold, and what comments switch off."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.vale.desks import Desk

from newslint.errors import ConfigurationError
from newslint.settings import load_settings


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


AVOID = "extends: existence\nmessage: Avoid '%s'.\nignorecase: true\ntokens: [leverage, 'syner\\w+']\n"


def test_existence_flags_words_and_leaves_code_and_parts_of_words_alone(desk: Desk) -> None:
    desk.rule("Avoid", AVOID)
    flagged = desk.flags("We Leverage synergy, `leverage` and leveraged.\n")
    assert flagged == [("Avoid", "Leverage"), ("Avoid", "synergy")]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("---\ntitle: A leverage\n---\n\nWords.\n", ["leverage"]),
        ("# A leverage\n", ["leverage"]),
        ("- a leverage\n\n> more leverage\n", ["leverage", "leverage"]),
        ("| leverage |\n| --- |\n| leverage |\n", ["leverage", "leverage"]),
        ("![a leverage](x.png)\n", ["leverage"]),
        ("```\nleverage\n```\n", []),
        ("<https://tarrow.example/leverage>\n", []),
    ],
)
def test_a_rule_for_text_is_for_all_texts(desk: Desk, text: str, flagged: list[str]) -> None:
    assert [words for _, words in desk.rule("Avoid", AVOID).flags(text)] == flagged


@pytest.mark.parametrize(
    ("scope", "flagged"),
    [
        ("heading", ["# "]),
        ("heading.h2", []),
        ("list", ["- "]),
        ("blockquote", ["> "]),
        ("paragraph", [""]),
        ("~heading", ["- ", "> ", ""]),
        ("[heading, list]", ["# ", "- "]),
        ("text & ~list", ["# ", "> ", ""]),
        ("raw", ["# ", "- ", "> ", ""]),
        ("summary", ["- ", "> ", ""]),
    ],
)
def test_scopes_choose_texts(desk: Desk, scope: str, flagged: list[str]) -> None:
    desk.rule("Avoid", f"extends: existence\nmessage: '%s'\nscope: {scope}\ntokens: [leverage]\n")
    lines = [f"{mark}leverage" for mark in ("# ", "- ", "> ", "")]
    text = "\n\n".join(lines)
    found = [text.splitlines()[told.start.line - 1].removesuffix("leverage") for told in desk.lint(text)]
    assert found == flagged


def test_substitution_says_what_to_write_and_repairs_only_what_is_one_thing(desk: Desk) -> None:
    swap = "swap:\n  utilise: use\n  (?:e-mail|E-mail): email|message\n"
    desk.rule("Use", f"extends: substitution\nmessage: Use '%s', not '%s'.\naction: {{name: replace}}\n{swap}")
    told = desk.messages("They utilise e-mail.\n")
    assert told == ["Use 'use', not 'utilise'.", "Use 'email' or 'message', not 'e-mail'."]
    fixes = [told.fix for told in desk.lint("They utilise e-mail.\n")]
    assert fixes[0] is not None
    assert (fixes[0].applicability, fixes[0].edits[0].text) == ("unsafe", "use")
    assert fixes[1] is None


def test_substitution_with_groups_and_with_what_is_right_already(desk: Desk) -> None:
    desk.rule(
        "Case",
        "extends: substitution\nmessage: Use '%s' instead of '%s'.\nignorecase: true\nswap:\n"
        "  javascript: JavaScript\n  '(\\d+)kgs': $1 kg\n",
    )
    told = desk.messages("JavaScript, Javascript and 12kgs.\n")
    assert told[0] == "Use 'JavaScript' instead of 'Javascript'."
    assert len(told) == 2


TITLES = "extends: capitalization\nmessage: '%s'\nscope: heading\nmatch: "
KINDS = {
    "Long": (
        "extends: occurrence\nmessage: Too many (%s).\nscope: sentence\nmax: 2\ntoken: ','\n",
        "A, b, c, d. E, f.\n",
        [","],
    ),
    "Twice": (
        "extends: repetition\nmessage: '%s'\nignorecase: true\nalpha: true\ntokens: ['[^\\s]+']\n",
        "The the end. It was fun. fun is.\n",
        ["The the"],
    ),
    "Mixed": (
        "extends: consistency\nmessage: '%s'\neither: {advisor: adviser}\n",
        "An adviser. An advisor.\n",
        ["advisor"],
    ),
    "Defined": (
        "extends: conditional\nmessage: '%s'\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '\\(([A-Z]{3,5})\\)'\n"
        "exceptions: [NASA]\n",
        "The Water Board (TWB) met; TWB, NASA and ZZTP agreed.\n",
        ["ZZTP"],
    ),
    "Title": (
        f"{TITLES}$title\n",
        "# The Rise of a Harbour Town\n\n## the rise of a harbour town\n",
        ["the rise of a harbour town"],
    ),
    "Sentence": (
        f"{TITLES}$sentence\nexceptions: [Tarrow]\n",
        "# The harbour of Tarrow\n\n## The Harbour And The Sea\n",
        ["The Harbour And The Sea"],
    ),
    "Case": (f"{TITLES}'^[A-Z]'\n", "# Yes\n\n## no\n", ["no"]),
}


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_flags_what_it_is_for(desk: Desk, name: str) -> None:
    rule, text, flagged = KINDS[name]
    assert [words for _, words in desk.rule(name, rule).flags(text)] == flagged


def test_a_section_holds_for_its_files_and_a_rule_may_be_off_or_of_another_level(desk: Desk) -> None:
    desk.rule("Avoid", AVOID).rule("Never", "extends: existence\nmessage: '%s'\ntokens: [paradigm]\n")
    desk.ini = "[*.md]\nBasedOnStyles = House\nHouse.Never = error\n\n[drafts/**]\nHouse.Avoid = NO\n"
    text = "A leverage, a paradigm.\n"
    assert [rule for rule, _ in desk.flags(text)] == ["Avoid", "Never"]
    assert [rule for rule, _ in desk.flags(text, "drafts/a.md")] == ["Never"]
    assert desk.flags(text, "a.txt") == []
    assert {told.severity for told in desk.lint(text, "drafts/a.md")} == {"error"}


def test_what_is_below_the_least_level_is_left_out(desk: Desk) -> None:
    desk.core = "MinAlertLevel = error"
    desk.rule("Avoid", AVOID).rule("Never", "extends: existence\nmessage: '%s'\nlevel: error\ntokens: [paradigm]\n")
    assert desk.flags("A leverage, a paradigm.\n") == [("Never", "paradigm")]


def test_a_vocabulary_excuses_and_asks_for_words(desk: Desk) -> None:
    desk.core, desk.ini = "Vocab = Post", "[*]\nBasedOnStyles = House, Vale\nVale.Spelling = NO\n"
    desk.write("styles/config/vocabularies/Post/accept.txt", "# words\nLeverage\nTarrowBank\n")
    desk.write("styles/config/vocabularies/Post/reject.txt", "bespoke\n")
    desk.rule("Avoid", AVOID)
    flagged = desk.flags("Leverage at tarrowbank is bespoke bespoke.\n")
    assert flagged == [
        ("vale/Vale.Terms", "tarrowbank"),
        ("vale/Vale.Avoid", "bespoke"),
        ("vale/Vale.Repetition", "bespoke bespoke"),
        ("vale/Vale.Avoid", "bespoke"),
    ]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("<!-- vale off -->\n\nA leverage.\n\n<!-- vale on -->\n\nSome synergy.\n", ["synergy"]),
        (
            "<!-- vale House.Avoid = NO -->\n\nA leverage.\n\n<!-- vale House.Avoid = YES -->\n\nSome synergy.\n",
            ["synergy"],
        ),
        ("<!-- vale House = NO -->\n\nA leverage.\n", []),
        ('<!-- vale House.Avoid["leverage"] = NO -->\n\nA leverage, some synergy.\n', ["synergy"]),
        ("A leverage, <!-- vale off -->some synergy<!-- vale on --> and leverage.\n", ["leverage", "leverage"]),
    ],
)
def test_comments_switch_rules_off_where_they_stand(desk: Desk, text: str, flagged: list[str]) -> None:
    assert [words for _, words in desk.rule("Avoid", AVOID).flags(text)] == flagged


def test_tokens_and_blocks_are_left_alone_by_expressions(desk: Desk) -> None:
    desk.ini = "[*]\nBasedOnStyles = House\nTokenIgnores = (\\$[^$]+\\$)\nBlockIgnores = (?s)(:::.+?:::)\n"
    text = "A $leverage$ and\n\n:::\nleverage\n:::\n\nsynergy.\n"
    assert desk.rule("Avoid", AVOID).flags(text) == [("Avoid", "synergy")]


def test_a_script_is_left_out_with_one_line_that_names_its_file(desk: Desk) -> None:
    desk.rule("Avoid", AVOID).rule("Odd", "extends: script\nmessage: '%s'\nscript: x.tengo\n")
    with pytest.warns(FutureWarning, match=r"Odd\.yml: `House\.Odd` is left out"):
        assert desk.flags("A leverage.\n") == [("Avoid", "leverage")]


def test_an_expression_without_end_is_left_out(desk: Desk) -> None:
    desk.rule("Avoid", AVOID).rule("Odd", "extends: existence\nmessage: '%s'\ntokens: ['(?:a+)+$']\n")
    with pytest.warns(FutureWarning, match="would not end"):
        assert desk.flags("A leverage.\n") == [("Avoid", "leverage")]


@pytest.mark.parametrize(
    ("rule", "cause"),
    [
        ("message: x\n", "`extends` is ``"),
        ("extends: existence\n", "no `message`"),
        ("extends: existence\nmessage: x\nlevel: grave\n", "`level` is `grave`"),
        ("- a\n", "not a mapping"),
        ("extends: [\n", "not valid YAML"),
    ],
)
def test_a_file_that_is_no_rule_is_told_in_one_line(desk: Desk, rule: str, cause: str) -> None:
    with pytest.raises(ConfigurationError, match=r"Odd\.yml") as told:
        desk.rule("Odd", rule).rules()
    assert cause in told.value.cause


def test_a_changed_style_is_read_again(desk: Desk) -> None:
    stamps = load_settings(desk.rule("Avoid", AVOID).configure(), keep=False).state["stamps"]
    assert {Path(name).name for name in stamps} >= {".vale.ini", "House", "Avoid.yml"}
