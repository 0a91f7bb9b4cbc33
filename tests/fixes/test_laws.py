"""Laws of fixing: what is chosen, how texts come to rest, and what safe fixes leave alone."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.article import Article
from newslint.assembly import parse
from newslint.diagnostics import Diagnostic, Edit, FileReport, Fix, Report, Severity
from newslint.fixes.diffs import diff_of
from newslint.fixes.edits import Moves, Wanted, apply_edits, choose
from newslint.fixes.guards import admit
from newslint.fixes.quotations import texts_of_quotations
from newslint.fixes.rounds import Outcome, Tools, Trail, fix_source, move_lines
from newslint.reporters import render
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Position, Source, decode, encode

AT = Position(0, 1, 1)


def found(rule: str, fix: Fix | None, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(rule, severity, "a.md", "news", "It is wrong.", AT, AT, "", fix=fix)


# What is chosen

EDITS = st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("ab", max_size=3), st.integers(0, 2)).map(
    lambda made: Edit(made[0], min(made[0] + made[1], 30), made[2], made[3])
)
FIXES = st.builds(Fix, st.sampled_from(["safe", "unsafe"]), st.lists(EDITS, min_size=1, max_size=4).map(tuple))
FOUND = st.lists(
    st.builds(found, st.sampled_from(["x/a", "x/b"]), st.none() | FIXES, st.sampled_from(list(Severity))), max_size=8
)


@given(FOUND, st.booleans(), st.sampled_from(list(Severity)))
def test_chosen_edits_are_wanted_and_do_not_meet(diagnostics: list[Diagnostic], unsafe: bool, least: Severity) -> None:
    choice = choose(diagnostics, Wanted(unsafe, least))
    allowed = [
        one.fix for one in diagnostics if one.fix and (unsafe or one.fix.is_safe) and one.severity.rank >= least.rank
    ]
    assert list(choice.edits) == sorted(choice.edits)
    for one, other in pairwise(choice.edits):
        assert one.end <= other.start
        assert one.end < other.start or one.start < one.end <= other.start < other.end
    assert all(any(edit in fix.edits for fix in allowed) for edit in choice.edits)
    assert bool(choice.edits) == bool(choice.repaired)
    if any(len({edit.part for edit in fix.edits}) == len(fix.edits) for fix in allowed):
        assert choice.edits


@given(FIXES)
def test_a_part_is_taken_whole_or_not_at_all(fix: Fix) -> None:
    edits = choose([found("x/a", fix)], Wanted(unsafe=True)).edits
    for part in {edit.part for edit in fix.edits}:
        own = [edit for edit in fix.edits if edit.part == part]
        assert {edit.part for edit in edits} >= {part} or not any(edit in edits for edit in own)
        assert part not in {edit.part for edit in edits} or all(edit in edits for edit in own)


def test_of_two_that_overlap_the_first_wins() -> None:
    first, second = Fix("safe", (Edit(2, 6, "x"),)), Fix("safe", (Edit(4, 8, "y"),))
    choice = choose([found("x/b", second), found("x/a", first)], Wanted())
    assert (choice.edits, [(at, one.rule) for at, one in choice.repaired]) == (first.edits, [(2, "x/a")])


@given(st.text("abc\n", max_size=30), FOUND)
def test_edits_change_nothing_beside_them(text: str, diagnostics: list[Diagnostic]) -> None:
    edits = [edit for edit in choose(diagnostics, Wanted(unsafe=True)).edits if edit.end <= len(text)]
    after = apply_edits(text, edits)
    assert len(after) == len(text) + sum(len(edit.text) - edit.end + edit.start for edit in edits)
    moves = Moves(edits)
    for offset, character in enumerate(text):
        # What is put in at a place stands before what was there.
        if not any(edit.start <= offset < max(edit.end, edit.start + 1) for edit in edits):
            assert after[moves.follow(offset)] == character


@given(st.lists(st.sampled_from(["a", "b\r", "c", ""]), max_size=12), st.data())
def test_a_diff_leads_from_one_text_to_the_other(lines: list[str], data: st.DataObject) -> None:
    before = "\n".join(lines)
    after = "\n".join(data.draw(st.lists(st.sampled_from(["a", "b\r", "d", ""]), max_size=12)))
    diff = list(diff_of("a.md", before, after))
    assert (diff == []) == (before == after)
    assert patched(before, "".join(diff)) == after


def patched(text: str, diff: str) -> str:
    """Return a text with a unified diff applied, as its format is defined."""
    old = text.split("\n")
    ended = text.endswith("\n") or not text
    old = [f"{line}\n" for line in old[:-1]] + ([] if ended else [old[-1]])
    new: list[str] = []
    at = 0
    lines = diff.replace("\n\\ No newline at end of file\n", "\0\n").split("\n")[2:-1] if diff else []
    for line in lines:
        body = line[1:].removesuffix("\0") if line.endswith("\0") else line[1:] + "\n"
        if line.startswith("@@"):
            start, _, count = line.split()[1].removeprefix("-").partition(",")
            begin = int(start) - (count != "0")
            new += old[at:begin]
            at = begin
        elif line[0] == "+":
            new.append(body)
        else:
            assert old[at] == body
            at += 1
            new += [body] if line[0] == " " else []
    return "".join([*new, *old[at:]])


# How texts come to rest


def settle(text: str, rules: dict[str, tuple[str, str]], wanted: Wanted | None = None, name: str = "a.txt") -> Outcome:
    """Fix a text by rules that replace the first place of a word each."""

    def lint(source: Source, trail: Trail) -> FileReport:
        places = {rule: source.text.find(word) for rule, (word, _) in rules.items()}
        return FileReport(
            source.path,
            tuple(
                found(rule, Fix("safe", (Edit(at, at + len(rules[rule][0]), rules[rule][1]),)))
                for rule, at in places.items()
                if at >= 0
            ),
        )

    return fix_source(decode(text.encode(), name), Tools(parse, lint), wanted or Wanted())


def test_a_fix_that_another_was_in_the_way_of_is_made_in_a_later_round() -> None:
    outcome = settle("one twice", {"x/a": ("one t", "two t"), "x/b": ("twice", "thrice")})
    assert (outcome.source.text, outcome.fighting) == ("two thrice", ())
    assert outcome.report.fixed == {"x/a": 1, "x/b": 1}


def test_what_only_a_fix_brings_to_light_is_fixed_and_told_with_its_place() -> None:
    outcome = settle("so one, one", {"x/a": ("one", "two"), "x/b": ("two", "three")})
    assert outcome.source.text == "so three, three"
    assert [(one.rule, one.start.column) for one in outcome.report.repairs] == [
        ("x/a", 4),
        ("x/b", 4),
        ("x/a", 11),
        ("x/b", 11),
    ]


def test_an_unsafe_fix_deletes_no_word_without_telling() -> None:
    """The marks of the second quotation are no quotation before they are curly; only then its words are read."""
    text = "# Bridge closes\n\n“We we sent.” and she said 'We saw the the boat.'\n"
    outcome = fixed(decode(text.encode(), "a.md"), unsafe=True)
    assert outcome.source.text == text.replace("We we", "We").replace("'We saw the the boat.'", "‘We saw the boat.’")
    assert outcome.report.fixed["clarity/doubled-word"] == 2
    assert "“the the”" in outcome.report.repairs[-1].message


def test_rules_that_undo_each_other_are_named_and_left_out() -> None:
    rules = {"x/a": ("tram", "bus"), "x/b": ("bus", "tram"), "x/c": ("ferri", "ferry")}
    outcome = settle("The tram and the ferri.", rules)
    assert (outcome.source.text, outcome.fighting) == ("The tram and the ferry.", ("x/a", "x/b"))
    assert settle(outcome.source.text, rules).source.text == outcome.source.text


def test_a_rule_that_only_stood_near_a_fight_is_not_left_out_for_good() -> None:
    rules = {"x/a": ("ka", "kala"), "x/b": ("la", "mi"), "x/c": ("ka", "la")}
    rules |= {"x/d": ("so", "ti")}
    outcome = settle("ka so", rules)
    assert "x/d" in outcome.report.fixed
    assert outcome.source.text.endswith("ti")
    assert settle("mi ti", rules).source.text == "mi ti"


def test_a_fix_that_never_comes_to_rest_is_left_out() -> None:
    outcome = settle("The a, and the ferri.", {"x/a": ("a", "aa"), "x/c": ("ferri", "ferry")})
    assert (outcome.source.text, outcome.fighting) == ("The a, and the ferry.", ("x/a",))


def test_a_text_that_rules_make_longer_and_longer_in_turn_is_left_as_it_is() -> None:
    outcome = settle("so mi so", {"x/c": ("ka", "mi"), "x/b": ("mi", "kala")})
    assert (outcome.source.text, outcome.fighting) == ("so mi so", ("x/b", "x/c"))


@settings(max_examples=50)
@given(
    st.dictionaries(
        st.sampled_from(["x/a", "x/b", "x/c"]),
        st.tuples(st.sampled_from(["ka", "la", "mi"]), st.sampled_from(["ka", "la", "mi", "so", "kala", ""])),
    ),
    st.lists(st.sampled_from(["ka", "la", "mi", "so"]), max_size=6).map(" ".join),
)
def test_fixing_twice_is_fixing_once(rules: dict[str, tuple[str, str]], text: str) -> None:
    rules = {rule: pair for rule, pair in rules.items() if pair[0] != pair[1]}
    once = settle(text, rules)
    assert settle(once.source.text, rules).source.text == once.source.text
    assert bool(once.report.repairs) or once.source.text == text


def test_a_fix_that_would_change_a_quotation_is_left_out_and_the_others_are_made() -> None:
    """Whatever the model of the article says of a place: the quotations of the fixed text are what counts."""
    rules = {f"x/{number}": (word, "so") for number, word in enumerate(("ka", "la", "mi", "ti", "ra"))}
    outcome = settle("A ka, a la, “a mi”, a ti, a ra.", rules)
    assert outcome.source.text == "A so, a so, “a mi”, a so, a so."
    assert (outcome.report.fixed, outcome.fighting) == ({"x/0": 1, "x/1": 1, "x/3": 1, "x/4": 1}, ())
    assert settle("“A ka”", rules).source.text == "“A ka”"
    assert settle("“A ka”", rules, Wanted(unsafe=True)).source.text == "“A so”"


@settings(max_examples=15)
@given(st.integers(1, 400), st.integers(3, 6))
def test_many_refused_fixes_cost_few_readings(refused: int, size: int) -> None:
    text = "“" + "ka " * refused + "ka” " + "so" * 10**size
    article = parse(decode(text.encode(), "a.txt"))
    other = parse(decode(b"so", "a.txt"))
    read: list[Source] = []

    def reread(source: Source) -> Article:
        read.append(source)
        return other  # which lacks the quotation

    edits = [Edit(1 + 3 * at, 3 + 3 * at, "mi") for at in range(refused)]
    left = admit(article, [found("x/a", Fix("safe", (edit,))) for edit in edits], Wanted(), reread)
    assert not any(one.fix for one in left)
    assert 1 <= len(read) <= 60
    assert len(read) == 1 or len(read) * len(text) <= 3_000_000


def test_a_fix_that_would_break_front_matter_is_left_out() -> None:
    front = "---\ntitle: ka la\nauthor: Ana Roe\n---\n\nThe mi runs.\n"
    rules = {"x/a": ("ka", "'"), "x/b": ("author: ", ""), "x/c": ("mi", "tram")}
    outcome = settle(front, rules, Wanted(unsafe=True), "a.md")
    assert outcome.source.text == front.replace("mi", "tram")


@given(st.lists(st.sampled_from(["a", "bb", ""]), min_size=1, max_size=8), st.integers(0, 7))
def test_lines_are_followed_through_fixes(lines: list[str], chosen: int) -> None:
    """A line that is marked by its words is where it was after lines above it are taken out and put in."""
    chosen %= len(lines)
    text = "\n".join([*lines[:chosen], "marked", *lines[chosen:]]).replace("bb", "b\nb")
    source = decode(text.replace("b\nb", "bb").encode(), "a.txt")
    after = decode(text.encode(), "a.txt")
    edits = tuple(Edit(at, at + 2, "b\nb") for at in range(len(source.text)) if source.text[at : at + 2] == "bb")
    line = source.position(source.text.index("marked")).line
    choice = choose([found("x/a", Fix("safe", edits))], Wanted())._replace(edits=edits)
    (moved,) = move_lines([(line, line)], ((source, choice),), after)
    assert after.slice(after.line_span(moved[0])) == after.slice(after.line_span(moved[1])) == "marked"


# What safe fixes leave alone

HIDDEN, DAMAGED = "\u200b", "Ã©"
WORDS = st.sampled_from(
    ["The", f"har{HIDDEN}bour", f"caf{DAMAGED}s", "bridge ,", "closes..", "on", "of of", "Monday.", "tower.The", "and"]
)
WORDING = st.lists(WORDS, min_size=2, max_size=7).map(" ".join)
QUOTED = st.tuples(st.sampled_from(["“{}”", '"{}"', "‘{}’", "„{}“", "«{}»", "â€œ{}â€\x9d", "“{}"]), WORDING).map(
    lambda made: made[0].format(made[1])
)
PARAGRAPH = st.lists(WORDING | QUOTED, min_size=1, max_size=4).map(" said Ana Roe. ".join)
FRONT = st.sampled_from(
    [
        "",
        f"---\ntitle: The har{HIDDEN}bour caf{DAMAGED} # keep  this , as it is..\nauthor: 'Ana Roe'  #x\n---\n\n",
        "---\ntitle: Harbour: closed\n# a remark ,\nsummary: “The caf" + DAMAGED + " closes”\n---\n\n",
        "\n\n---\ntitle: Harbour closes\ntags: [a, 'b']   # kept\n---\n\n",
    ]
)


@cache
def linter() -> Linter:
    return Linter(load_settings(None), RunOptions(date(2026, 11, 25)))


def fixed(source: Source, *, unsafe: bool = False) -> Outcome:
    return fix_source(source, Tools(linter().parse, lambda text, trail: linter().lint(text)), Wanted(unsafe))


def is_at_rest(outcome: Outcome, *, unsafe: bool = False) -> bool:
    """Tell whether another run changes no byte and says the same."""
    again = fixed(outcome.source, unsafe=unsafe)
    return again.source == outcome.source and again.report == outcome.report._replace(repairs=())


def remarks(article: Article) -> list[str]:
    block = article.source.slice(article.front_matter.span) if article.front_matter else ""
    return [line[line.index("#") :] for line in block.splitlines() if "#" in line]


def shape(article: Article) -> list[tuple[str, str]]:
    """Return what blocks there are; in plain text lines alone, since what a line is depends on its words."""
    if article.format == "text":
        return [("", "")] * len(article.source.line_starts)
    return [(block.kind, block.role) for block in article.blocks]


def article_of(front: str, paragraphs: list[str], format: str, end: str, mark: str) -> Source:
    if format == "html":
        body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        text = f"<h1>Harbour bridge closes</h1>\n{body}\n"
    elif format == "markdown":
        text = f"{front}# Harbour bridge closes\n\n" + "\n\n".join(paragraphs) + "\n"
    else:
        text = "Harbour bridge closes\n\n" + "\n\n".join(paragraphs) + "\n"
    suffix = {"html": "html", "markdown": "md", "text": "txt"}[format]
    return decode((mark + text.replace("\n", end)).encode(), f"a.{suffix}")


@settings(max_examples=30)
@given(
    FRONT,
    st.lists(PARAGRAPH, min_size=1, max_size=3, unique=True),  # a line that comes twice may be a headline
    st.sampled_from(["markdown", "html", "text"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff"]),
)
@example("", [f"“The har{HIDDEN}bour closes”, said Roe. The har{HIDDEN}bour."], "text", "\r\n", "\ufeff")
def test_safe_fixes_keep_quotations_remarks_line_ends_and_the_rest(
    front: str, paragraphs: list[str], format: str, end: str, mark: str
) -> None:
    source = article_of(front, paragraphs, format, end, mark)
    outcome = fixed(source)
    before, after = parse(source), parse(outcome.source)
    assert outcome.fighting == ()
    assert texts_of_quotations(before) == texts_of_quotations(after)
    assert remarks(before) == remarks(after)
    assert shape(before) == shape(after)
    assert encode(outcome.source).startswith(mark.encode())
    ends = outcome.source.text.replace(end, "")
    assert "\n" not in ends
    assert "\r" not in ends
    assert is_at_rest(outcome)
    assert not any(one.fix and one.fix.is_safe for one in outcome.report.diagnostics)


@settings(max_examples=8)
@given(FRONT, st.lists(PARAGRAPH, min_size=1, max_size=2), st.sampled_from(["markdown", "html", "text"]))
def test_unsafe_fixes_come_to_rest_too(front: str, paragraphs: list[str], format: str) -> None:
    source = article_of(front, paragraphs, format, "\n", "")
    outcome = fixed(source, unsafe=True)
    assert is_at_rest(outcome, unsafe=True)
    assert not any(one.fix for one in outcome.report.diagnostics) or outcome.fighting
    assert remarks(parse(source)) == remarks(parse(outcome.source))


# Paragraphs of Markdown with faults of every kind that has a fix, some of which come to light by another's.
FAULTY = st.sampled_from(
    [
        f"<!-- newslint: ignore[hygiene/doubled-wrod] reason: a name of of har{HIDDEN}bour -->\n\nThe of of port.",
        "<!-- newslint: ignore[hygiene/doubled-space] reason: verse -->\n\nThe ferry runs on Monday.",
        "The [plan](https://port.example.org/a?utm_source=feed&id=7) is [here][the  plan] .",
        "[the  plan]: https://port.example.org/plan?fbclid=x1",
        f"See [the har{HIDDEN}bour][] and [below](#the-old-caf{DAMAGED}).",
        f"[the har{HIDDEN}bour]: https://port.example.org/harbour",
        f"## The old  caf{DAMAGED}",
        "“We we sent.” and she said 'the the boat'  ,and “no",
        "# Harbour bridge closes",
        "The port of Hallin said on Monday that the bridge will stay closed until the end of the month of May.",
        f"> The har{HIDDEN}bour  closes.",
        "The {{{{ title }}}}  of of $x  y$ , and `code  here` ,too..",
        f"{DAMAGED} {HIDDEN} ,, the the  the",
    ]
)


@settings(max_examples=20)
@given(FRONT, st.lists(FAULTY | PARAGRAPH, min_size=2, max_size=7), st.booleans())
def test_fixing_an_article_of_many_faults_twice_is_fixing_it_once(
    front: str, paragraphs: list[str], unsafe: bool
) -> None:
    source = article_of(front, paragraphs, "markdown", "\n", "")
    outcome = fixed(source, unsafe=unsafe)
    assert is_at_rest(outcome, unsafe=unsafe)
    assert bool(outcome.report.repairs) == (outcome.source.text != source.text)
    # What the report counts as fixable, a run of `--fix` can fix.
    wanted = Wanted(unsafe)
    counted = [one for one in linter().lint(source).diagnostics if wanted.fix_of(one)]
    assert bool(counted) == bool(outcome.report.repairs) or outcome.fighting


@pytest.mark.parametrize(
    "quoted",
    [
        "“The har\u200bbour closes,” said Roe.",
        "'The har\u200bbour closes for good,' said Roe.",
        "Roe said: “The har\u200bbour closes.",
        "> The har\u200bbour closes.",
        "<q>The har\u200bbour closes</q>, said Roe.",
        "<blockquote>The har\u200bbour closes.</blockquote>",
        "[“The har\u200bbour” closes](https://port.example.org/a), said Roe.",
        "â€œThe har\u200bbour closes,â€\x9d said Roe.",
    ],
)
def test_what_is_in_a_quotation_is_fixed_only_if_asked(quoted: str) -> None:
    source = decode(f"# Harbour bridge closes\n\nIt is late.\n\n{quoted}\n".encode(), "a.md")
    assert "har\u200bbour" in fixed(source).source.text
    assert "\u200b" not in fixed(source, unsafe=True).source.text


def test_an_edit_in_the_title_of_front_matter_keeps_yaml_and_its_remarks() -> None:
    text = "---\ntitle: 'Har\u200bbour closes' # \u200b keep\ndate: 2026-05-03\n---\n\nThe ferry runs.\n"
    after = fixed(decode(text.encode(), "a.md")).source.text
    assert after in (text, text.replace("Har\u200bbour", "Harbour"))


def test_what_sarif_says_of_a_fix_repairs_the_text() -> None:
    source = decode(f"# Bridge closes\n\nThe har{HIDDEN}bour of of Hallin 𐐀, the caf{DAMAGED}s.\n".encode(), "a.md")
    report = linter().lint(source)
    shown = render(
        Report((report,), "", "2026-11-25"),
        "sarif",
        colour=False,
        width=80,
        quiet=False,
        statistics=False,
        fail_on=None,
    )
    results = json.loads(shown)["runs"][0]["results"]
    assert [bool(result.get("fixes")) for result in results] == [one.fix is not None for one in report.diagnostics]
    for result, one in zip(results, report.diagnostics, strict=True):
        if one.fix is None:
            continue
        text = source.text
        (change,) = result["fixes"][0]["artifactChanges"]
        for edit in reversed(change["replacements"]):
            start = edit["deletedRegion"]["charOffset"]
            end = start + edit["deletedRegion"]["charLength"]
            text = text[:start] + edit["insertedContent"]["text"] + text[end:]
        assert text == apply_edits(source.text, sorted(one.fix.edits))
        assert result["fixes"][0]["description"]["text"].endswith(f"({one.fix.applicability})")
