"""House style by pairs of words: what is found where, what is left alone, and what fixes make of it."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import islice, pairwise, product
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.assembly import parse
from newslint.checks.pairs import Form, Pairs, keep_case
from newslint.contract import CompiledRule, Scene
from newslint.diagnostics import Diagnostic
from newslint.engine import lint
from newslint.errors import RuleFileError
from newslint.language.speech.inflections import plural_of, verb_forms
from newslint.rules.building import RuleSet, build_ruleset
from newslint.rules.compiling import compile_options
from newslint.settings import load_settings
from newslint.source import decode
from newslint.today import Today

RULE = "style/house-term"


@cache
def shipped() -> CompiledRule:
    return load_settings(None).compiled[RULE]


def rules_of(pairs: Any, **options: Any) -> RuleSet:
    rule = shipped()
    plain = compile_options("substitution", {**rule["options"], "pairs": pairs, **options}, Path("a.yaml"))
    return build_ruleset([rule], {}, {RULE: plain})


def judge(rules: RuleSet, text: str, suffix: str = "md") -> list[Diagnostic]:
    report = lint(parse(decode(text.encode(), f"a.{suffix}")), rules, Scene(Today(date(2026, 1, 15))))
    assert not report.crashed
    return list(report.diagnostics)


def told(pairs: Any, text: str, suffix: str = "md", **options: Any) -> list[str]:
    return [found.message for found in judge(rules_of(pairs, **options), text, suffix)]


def mended(rules: RuleSet, text: str, suffix: str = "md") -> str:
    """Return a text after all fixes, safe or not."""
    for found in reversed(judge(rules, text, suffix)):
        for edit in found.fix.edits if found.fix else ():
            text = text[: edit.start] + edit.text + text[edit.end :]
    return text


PAIRS = {
    "e-mail": {"use": "email", "inflect": ["noun", "verb"]},
    "utilise": {"use": "use", "inflect": "verb"},
    "make use of": {"use": "use", "inflect": "verb"},
    "web site": {"use": "website", "inflect": "noun"},
    "Ellery Docks": "Port Ellery",
    "Ellery": "Port Ellery",
    "at this moment in time": "now",
    "moment in time": "moment",
    "US": "U.S.",
    "Internet": "internet",
    "iphone": "iPhone",
}
# What stands in the text, and what it becomes; None: it is right.
WORDS = {
    "e-mail": "email",
    "e-mails": "emails",
    "e-mailed": "emailed",
    "utilising": "using",
    "makes use of": "uses",
    "made use of": "used",
    "web sites": "websites",
    "Ellery Docks": "Port Ellery",
    "Ellery": "Port Ellery",
    "Port Ellery": None,
    "at this moment in time": "now",
    "moment in time": "moment",
    "US": "U.S.",
    "Internet": "internet",
    "internet": None,
    "iphone": "iPhone",
    "us": None,
    "ellery docks": None,
}
CONTEXTS = {
    "md": [
        "They {} it, we heard.",
        "# On Monday they {} it\n\nText.",
        "- then they {} it\n- and left",
        "The {}’s end came.",
    ],
    "txt": ["They {} it, we heard.", "It rained. They had ({}) there."],
    "html": ["<p>They {} it, we heard.</p>", "<table><tr><td>the {} there</td><td>b</td></tr></table>"],
}
PLACES = [(suffix, context) for suffix, contexts in CONTEXTS.items() for context in contexts]


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return rules_of(PAIRS)


@pytest.mark.parametrize("words", WORDS)
def test_each_word_is_replaced_in_each_context_and_then_all_is_well(rules: RuleSet, words: str) -> None:
    for suffix, context in PLACES:
        text, right = context.format(words), WORDS[words]
        spans = [text[found.start.offset : found.end.offset] for found in judge(rules, text, suffix)]
        assert spans == ([words] if right else []), text
        after = mended(rules, text, suffix)
        assert after == context.format(right or words)
        assert judge(rules, after, suffix) == []


@pytest.mark.parametrize(
    "context",
    [
        "“They {} it,” Ana Roe said.",
        "> They {} it, and we heard.\n",
        "Type `{}` to begin.",
        "```\n{}\n```\n",
        "See www.{}.example or write to {}@tarrow.example and @{} now.",
        "The non-{} and the {}-like thing.",
        "The file {}.txt is there.",
        "<!-- {} -->",
    ],
)
@pytest.mark.parametrize("words", ["e-mail", "utilising", "Ellery"])
def test_what_is_not_the_house_s_own_prose_is_left_alone(rules: RuleSet, words: str, context: str) -> None:
    assert judge(rules, context.replace("{}", words)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They read the E-Mail Gazette.", []),
        ("E-Mail Gazette reporters came.", []),
        ("E-mail came.", ["Write “Email”, not “E-mail”."]),
        ("WE SENT E-MAIL AND E-MAILS.", ["Write “EMAIL”, not “E-MAIL”.", "Write “EMAILS”, not “E-MAILS”."]),
        ("# Council E-Mail Leak Shocks Town\n\nText.", ["Write “Email”, not “E-Mail”."]),
        ("# Council sees E-Mail leak in the town\n\nText.", []),
        ("They played *The long e-mail of Tarrow* there.", []),
        ("They sent an *e-mail* there.", ["Write “email”, not “e-mail”."]),
        ("The Internet is old.", ["Write “internet”, not “Internet”."]),
        ("Internet use rose. INTERNET USE ROSE.", []),
        ("# How the Internet Changed This Town\n\nText.", []),
        ("Iphone sales rose.", ["Write “iPhone”, not “Iphone”."]),
        ("| way | means |\n| --- | --- |\n| slow | E-mail |\n", ["Write “Email”, not “E-mail”."]),
        ("# The Council Makes Use Of Boats\n\nText.", ["Write “Uses”, not “Makes Use Of”."]),
        ("---\ntitle: 'Mayor: “an e-mail” is lost'\n---\n\nText.", []),
    ],
)
def test_capitals_tell_names_and_the_replacement_keeps_them(rules: RuleSet, text: str, said: list[str]) -> None:
    assert [found.message for found in judge(rules, text)] == said


def test_several_words_with_capitals_get_several_and_letters_alone_are_no_capitals() -> None:
    pairs = {"make use of": "go on with", "EC": "European commission"}
    assert told(pairs, "# They Make Use Of Boats\n\nText.") == ["Write “Go On With”, not “Make Use Of”."]
    assert told(pairs, "Make use of it.") == ["Write “Go on with”, not “Make use of”."]
    assert told(pairs, "The EC met.") == ["Write “European commission”, not “EC”."]


def test_a_cell_of_a_table_begins_a_sentence() -> None:
    table = "<table><tr><td>slow</td><td>E-mail</td></tr></table>"
    assert told({"e-mail": "email"}, table, "html") == ["Write “Email”, not “E-mail”."]


def test_names_and_titles_can_be_judged_too() -> None:
    text = "The E-Mail Gazette played *The long e-mail of Tarrow* and “an e-mail”."
    assert len(told({"e-mail": "email"}, text, skip=[])) == 3
    assert len(told({"e-mail": "email"}, text, skip=["titles", "quoted"])) == 1


def test_of_overlapping_words_the_longest_are_one_finding(rules: RuleSet) -> None:
    assert [found.message for found in judge(rules, "We wait at this moment in time.")] == [
        "Write “now”, not “at this moment in time”."
    ]


def test_longer_words_and_the_sentence_excuse() -> None:
    pair = {
        "not": "Old Lune",
        "use": "Lune Star",
        "except": "Old Lune Society",
        "unless": ["then known as", "formerly"],
    }
    assert told([pair], "The Old Lune sank.") == ["Write “Lune Star”, not “Old Lune”."]
    assert told([pair], "The Old Lune Society met. The ship, Formerly the Old Lune, sank.") == []
    assert len(told([pair], "It was formerly here. The Old Lune sank.")) == 1


def test_several_words_to_write_are_named_and_none_is_written() -> None:
    (found,) = judge(rules_of({"impact": {"use": ["effect", "affect"], "reason": "vague."}}), "The impact is felt.")
    assert (found.message, found.fix) == ("Write “effect” or “affect”, not “impact” (vague).", None)
    (found,) = judge(rules_of({"synergy": None}), "The synergy is felt.")
    assert (found.message, found.fix) == ("Do not write “synergy”.", None)


def test_past_and_participle_of_the_other_verb_are_both_named() -> None:
    assert told({"utilise": {"use": "take", "inflect": "verb"}}, "They utilised it.") == [
        "Write “took” or “taken”, not “utilised”."
    ]


@pytest.mark.parametrize(
    ("text", "pair", "kind"),
    [
        ("They sent e-mail.", {"use": "email", "safe": True}, "safe"),
        ("They sent e-mail.", {"use": "email"}, "unsafe"),
        ("They sent an e-mail.", {"use": "message", "safe": True}, "unsafe"),
        ("They sent an e-mail.", {"use": "email", "safe": True}, "safe"),
        ("They sent an e-mail.", {"use": "*email*", "safe": True}, None),
        ("They sent an e-*mail*.", {"use": "email", "safe": True}, None),
        ("---\ntitle: Council loses e-mail\n---\n\nText.", {"use": "email", "safe": True}, "safe"),
    ],
)
def test_a_fix_is_as_safe_as_its_pair_and_its_place_allow(text: str, pair: dict[str, Any], kind: str | None) -> None:
    (found,) = judge(rules_of({"e-mail": pair}), text)
    assert (found.fix.applicability if found.fix else None) == kind


def test_no_fix_is_in_a_quotation_even_where_those_are_judged() -> None:
    rules = rules_of({"e-mail": {"use": "email", "safe": True}}, skip=[])
    (found,) = judge(rules, "“I sent an e-mail,” Ana Roe said.")
    assert found.fix is None


def test_a_pair_has_its_own_severity_and_source() -> None:
    pairs = {"e-mail": {"use": "email", "severity": "error", "source": "Estuary Post, house style"}, "tram": None}
    found = judge(rules_of(pairs), "An e-mail came by tram.")
    assert [(str(one.severity), one.sources[0].title) for one in found] == [
        ("error", "Estuary Post, house style"),
        ("warning", "House style of the newsroom, terms in the configuration"),
    ]


@pytest.mark.parametrize(
    "pairs",
    [
        {"email": "e-mail", "e-mail": "email"},
        {"a": "b", "b": "c", "c": "a"},
        {"Internet": "internet", "internet": "Internet"},
        [{"not": [], "use": "x"}],
    ],
)
def test_pairs_that_contradict_one_another_are_refused(pairs: Any) -> None:
    with pytest.raises(Exception, match=r"right in one pair and wrong in another|under `not`"):
        rules_of(pairs)


# Laws


WORD = st.text("abcdefghijk", min_size=2, max_size=6)
PHRASE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)


def form(written: str, use: str) -> Form:
    return Form(written, (use,), "", False, "", None, "")


@given(PHRASE, PHRASE)
def test_the_replacement_has_the_case_of_what_it_replaces(written: str, use: str) -> None:
    pair = form(written, use)
    if written == use:
        return
    assert keep_case(pair, written, use, False) == use
    assert keep_case(pair, written[0].upper() + written[1:], use, True) == use[0].upper() + use[1:]
    assert keep_case(pair, written.upper(), use, False) == use.upper()


@given(PHRASE, PHRASE, st.integers(0, 10))
def test_what_has_capitals_of_its_own_keeps_them(written: str, use: str, at: int) -> None:
    proper = use[: at % len(use)] + use[at % len(use) :].capitalize()
    if proper != proper.lower() and written != proper.lower():
        assert keep_case(form(written, proper), written[0].upper() + written[1:], proper, True) == proper


@settings(max_examples=40)
@given(st.dictionaries(PHRASE, PHRASE, min_size=1, max_size=6), st.lists(PHRASE, min_size=1, max_size=8))
def test_fixes_converge_whatever_the_pairs_are(pairs: Mapping[str, str], words: Sequence[str]) -> None:
    try:
        rules = rules_of({wrong: right for wrong, right in pairs.items() if wrong != right})
    except RuleFileError:
        return  # they contradict one another
    text = "They went " + " ".join([*words, *pairs]) + " there.\n"
    for _ in range(len(pairs) + 1):
        found = judge(rules, text)
        spans = [found.span for found in found]
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert all(edit.text != text[edit.start : edit.end] for one in found if one.fix for edit in one.fix.edits)
        if not found:
            break
        text = mended(rules, text)
    else:
        # Words that a fix joins may make another pair; that ends, too.
        assert len(text) < 100_000


@settings(max_examples=30)
@given(st.dictionaries(PHRASE, PHRASE, min_size=1, max_size=4), st.lists(PHRASE, min_size=1, max_size=6))
def test_another_pair_changes_nothing_where_its_words_are_not(pairs: Mapping[str, str], words: Sequence[str]) -> None:
    own = {wrong: f"right {right} zz" for wrong, right in pairs.items()}
    text = "They went " + " ".join([*words, *pairs]) + " there.\n"
    assert told(own, text) == told({**own, "zebra crossing": "crossing"}, text)


SEGMENTS = {
    "own": "They sent {} on Monday.",
    "quotation": "“We sent {} at noon,” Ana Roe said.",
    "code": "Type `{}` to begin.",
    "block": "> They wrote {} there.",
    "fence": "```\n{}\n```",
    "address": "See www.{}.example now.",
}


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(SEGMENTS)), st.sampled_from(sorted(WORDS))),
        min_size=1,
        max_size=6,
        unique=True,
    )
)
def test_only_the_house_s_own_words_are_found_whatever_stands_around(parts: list[tuple[str, str]]) -> None:
    rules = _all_rules()
    texts = [SEGMENTS[kind].format(words.replace(" ", "") if kind == "address" else words) for kind, words in parts]
    after = mended(rules, "\n\n".join(texts) + "\n").split("\n\n")
    wanted = [
        SEGMENTS[kind].format(WORDS[words] or words) if kind == "own" else text
        for (kind, words), text in zip(parts, texts, strict=True)
    ]
    assert "\n\n".join(after) == "\n\n".join(wanted) + "\n"


@cache
def _all_rules() -> RuleSet:
    return rules_of(PAIRS)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("web site", "web sites"),
        ("member of staff", "members of staff"),
        ("spokesman", "spokesmen"),
        ("German", "Germans"),
        ("city", "cities"),
        ("box", "boxes"),
        ("tooth", "teeth"),
        ("series", "series"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("utilise", "utilises utilised utilised utilising"),
        ("plan", "plans planned planned planning"),
        ("visit", "visits visited visited visiting"),
        ("carry", "carries carried carried carrying"),
        ("agree", "agrees agreed agreed agreeing"),
        ("take", "takes took taken taking"),
        ("say", "says said said saying"),
        ("quit", "quits quit quit quitting"),
        ("show", "shows showed shown showing"),
    ],
)
def test_forms_of_verbs(verb: str, forms: str) -> None:
    known = verb_forms(verb)
    assert [known[kind] for kind in ("third", "past", "participle", "ing")] == forms.split()


# Cost


def _many(number: int) -> dict[str, str]:
    parts = product("bcdfgklmnp", "aeiou", "rstvz", "aeiou", "ckmnst")
    return {f"{''.join(letters)}ic term": "other words" for letters in islice(parts, number)}


def _cost(rules: RuleSet, text: str) -> float:
    article = parse(decode(text.encode(), "a.md"))
    gc.collect()
    begin = process_time()
    for _ in range(3):
        lint(article, rules, Scene(Today(date(2026, 1, 15))))
    return process_time() - begin


@pytest.mark.parametrize(
    ("text", "is_prose"),
    [
        ("A sum $utilise$ here.", False),
        ("A sum $x + utilise = y$ here.", False),
        ("A sum $5x + utilise = y$ here.", False),
        ("A sum\n\n$$\nutilise\n$$\n", False),
        ("A smile :utilise: here.", False),
        ("A smile :utilise-now: here.", False),
        ("A value {utilise} here.", False),
        ("A value { utilise | upper } here.", False),
        ("A page [[utilise]] here.", False),
        ("A page [[utilise the map|map]] here.", False),
        ("It costs $5 to utilise and $6 to leave.", True),
        ("It costs $5 to utilise it, or A$6.", True),
        ("A sum $x$, which they utilise, is $y$.", True),
        ("How to: utilise it: now.", True),
        ("A {b} they utilise {c}.", True),
        ("A smile :b: they utilise :c:", True),
        ("They [utilise] it.", True),
        ("They (utilise) it: $", True),
    ],
)
def test_what_is_between_marks_is_no_prose(text: str, is_prose: bool) -> None:
    assert bool(told({"utilise": "use"}, text)) is is_prose


def test_a_thousand_pairs_cost_little_more_than_ten() -> None:
    text = "The boats left the old harbour at noon, and nobody sent an e-mail about it to the council.\n\n" * 300
    few, many = rules_of(_many(10) | {"e-mail": "email"}), rules_of(_many(1_000) | {"e-mail": "email"})
    _cost(few, text), _cost(many, text)
    ratios = []
    for _ in range(6):
        ratios.append(_cost(many, text) / _cost(few, text))
        if min(ratios) <= 1.5:
            return
    pytest.fail(f"1,000 pairs cost {min(ratios):.2f} times what ten cost")


@pytest.mark.parametrize(
    "unit", ["An e-mail came ", "An e-mail came. ", "*An e-mail ", "“An e-mail ", "e-mail", "e-mail.x"]
)
def test_twice_the_text_is_at_most_about_twice_the_work(unit: str) -> None:
    rules = rules_of({"e-mail": {"use": "email", "unless": "never there"}})
    ratios = []
    for _ in range(5):
        once, twice = (_cost(rules, unit * size) for size in (600, 1_200))
        ratios.append(twice / max(once, 0.004))
        if min(ratios) < 3:
            return
    pytest.fail(f"twice the text costs {min(ratios):.1f} times as much")


def test_twice_the_pairs_take_about_twice_the_time_to_be_made_and_checked() -> None:
    def cost(number: int) -> float:
        plain = {wrong: {"use": right, "inflect": "verb"} for wrong, right in _many(number).items()}
        entries = compile_options("substitution", {"pairs": plain}, Path("a.yaml"))["pairs"]
        gc.collect()
        begin = process_time()
        Pairs(entries).check()
        return process_time() - begin

    cost(10)
    ratios = []
    for _ in range(5):
        ratios.append(cost(2_000) / cost(1_000))
        if min(ratios) < 3:
            return
    pytest.fail(f"twice the pairs take {min(ratios):.1f} times as long")


def test_pairs_are_what_the_automaton_looks_for() -> None:
    rules = rules_of({"e-mail": {"use": "email", "inflect": "noun", "except": "E-mail Act"}})
    assert set(rules.rules[0].phrases) == {"e-mail", "e-mails", "e-mail act"}
    assert isinstance(rules.rules[0].check.keywords["pairs"], Pairs)  # type: ignore[attr-defined]
