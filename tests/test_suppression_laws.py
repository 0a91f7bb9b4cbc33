"""What holds of every suppression: where it holds, for whom, until when, and what is said where it is wrong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article, Block, Comment, Field, FrontMatter, Prose, Run
from newslint.assembly import parse
from newslint.diagnostics import Diagnostic, Severity
from newslint.source import Source, decode
from newslint.spans import Span
from newslint.suppressions import Fault, Outcome, apply
from newslint.today import Today

TODAY = date(2026, 11, 22)
KNOWN = ["clarity/cliche", "clarity/long-sentence", "sourcing/no-sources"]
RULES = [*KNOWN, "clarity", "sourcing"]
COMMENT = "<!-- newslint: ignore[clarity] reason: x -->"


def diagnose(source: Source, start: int, end: int, rule: str = "clarity/cliche") -> Diagnostic:
    position = source.position
    return Diagnostic(rule, Severity.WARNING, source.path, "news", "m", position(start), position(end), "")


def article_of(text: str, comments: Sequence[Comment] = (), blocks: Sequence[Span] = (), **facts: Any) -> Article:
    made = [
        Block("paragraph", span, Prose("x" * (span.end - span.start), [Run(0, span.end - span.start, *span)]))
        for span in blocks
    ]
    return Article(Source("a.md", text, "markdown"), tuple(made), comments=tuple(comments), **facts)


def judge(
    article: Article,
    found: Sequence[Diagnostic] = (),
    active: Collection[str] = KNOWN,
    today: date = TODAY,
    known: Collection[str] = KNOWN,
) -> Outcome:
    return apply(article, [*found], known, active, Today(today))


def told(suppression: str, **options: Any) -> list[Fault]:
    """Return the faults of a comment that covers the whole file of one word."""
    text = f"<!-- {suppression} -->\n\nword"
    article = article_of(
        text, [Comment(f" {suppression} ", Span(0, len(suppression) + 9))], [Span(len(text) - 4, len(text))]
    )
    return judge(article, [diagnose(article.source, len(text) - 4, len(text))], **options).faults


# Where a suppression holds


@st.composite
def layouts(draw: st.DrawFn) -> tuple[Article, list[tuple[str, Span | None]]]:
    """Return an article whose every paragraph may have a suppression before it, and where each suppression holds."""
    text, comments, blocks, suppressions = "", [], [], []
    for _ in range(draw(st.integers(1, 4))):
        names = draw(st.lists(st.sampled_from(RULES), max_size=2, unique=True))
        is_whole = draw(st.booleans())
        if names:
            begin = len(text)
            words = f" newslint: ignore{'-file' if is_whole else ''}[{', '.join(names)}] reason: x "
            text += f"<!--{words}-->\n\n"
            comments.append(Comment(words, Span(begin, len(text) - 2)))
        start = len(text)
        text += "x" * draw(st.integers(1, 6))
        blocks.append(Span(start, len(text)))
        suppressions += [(name, None if is_whole else blocks[-1]) for name in names]
        text += "\n\n"
    return article_of(text, comments, blocks), suppressions


def holds(suppression: tuple[str, Span | None], found: Diagnostic) -> bool:
    """Tell by a plain comparison whether a suppression holds for a diagnostic."""
    name, cover = suppression
    if found.rule != name and not found.rule.startswith(f"{name}/"):
        return False
    start, end = found.span
    return cover is None or (
        cover.start <= start < cover.end if start == end else cover.start < end and start < cover.end
    )


@given(layouts(), st.data())
def test_a_diagnostic_is_suppressed_where_a_suppression_for_it_holds_and_one_is_unused_where_it_holds_for_none(
    layout: tuple[Article, list[tuple[str, Span | None]]], data: st.DataObject
) -> None:
    article, suppressions = layout
    places = [offset for block in article.blocks for offset in range(block.span.start, block.span.end + 1)]
    pairs = st.tuples(st.sampled_from(places), st.sampled_from(places), st.sampled_from(KNOWN))
    found = [
        diagnose(article.source, min(one, other), max(one, other), rule)
        for one, other, rule in data.draw(st.lists(pairs, max_size=5))
    ]
    active = data.draw(st.lists(st.sampled_from(KNOWN), unique=True))
    outcome = judge(article, found, active)
    kept = [each for each in found if not any(holds(suppression, each) for suppression in suppressions)]
    assert outcome.kept == kept
    assert outcome.suppressed == len(found) - len(kept)
    ran = {*active, *(rule.partition("/")[0] for rule in active)}
    unused = [
        suppression[0]
        for suppression in suppressions
        if suppression[0] in ran
        and not (
            any(each.rule == suppression[0] or each.rule.startswith(f"{suppression[0]}/") for each in found)
            if suppression[1] is None
            else any(holds(suppression, each) for each in found)
        )
    ]
    assert {fault.kind for fault in outcome.faults} <= {"unused"}
    assert [article.source.slice(fault.span) for fault in outcome.faults] == unused
    assert all(fault.span.start >= 0 for fault in outcome.faults)


@pytest.mark.parametrize(
    ("shape", "is_met"),
    [
        ((-2, 0), False),
        ((-2, 1), True),
        ((0, 0), True),
        ((0, 1), True),
        ((3, 4), True),
        ((3, 3), True),
        ((4, 4), False),
        ((4, 6), False),
        ((-2, 6), True),
    ],
)
def test_a_diagnostic_is_covered_where_it_has_a_character_in_common_or_is_a_point_inside(
    shape: tuple[int, int], is_met: bool
) -> None:
    text = f"{COMMENT}\n\nxxxx\n\nyyyy"
    at = text.index("xxxx")
    article = article_of(text, [Comment(COMMENT[4:-3], Span(0, len(COMMENT)))], [Span(at, at + 4)])
    found = diagnose(article.source, at + shape[0], at + shape[1])
    far = [diagnose(article.source, *span) for span in ((len(text) - 1, len(text)), (2, 3), (len(text), len(text)))]
    for report in ([found], [found, *far], [*far, found], [far[0], found, *far[1:]]):
        outcome = judge(article, report)
        assert (found not in outcome.kept) == is_met
        assert [fault.kind for fault in outcome.faults] == ([] if is_met else ["unused"])


def test_order_of_the_report_is_kept_and_faults_are_sorted_by_place() -> None:
    text = "<!--newslint: ignore[clarity/cliche sourcing/none other/none]-->\n\nword"
    article = article_of(text, [Comment(text[4:-9], Span(0, len(text) - 6))], [Span(len(text) - 4, len(text))])
    found = [diagnose(article.source, at, at + 1, "sourcing/no-sources") for at in (68, 66, 67)]
    outcome = judge(article, found)
    assert outcome.kept == found
    assert [(fault.kind, article.source.slice(fault.span)) for fault in outcome.faults] == [
        ("missing-reason", text[:-6]),
        ("unused", "clarity/cliche"),
        ("unknown-rule", "sourcing/none"),
        ("unknown-rule", "other/none"),
    ]


# A text in which `§` is the comment, and the paragraphs that are covered, marked by their letters.
COVERS = {
    "aaa\n\n§\n\nbbb\n\nccc": "bbb",
    "§\nbbb": "bbb",
    "aaa\n\n§": "",
    "aaa\n\n§\n": "",
    "> §\n>\n> bbb": "bbb",
    "  > > §\n\nbbb\n\nccc": "bbb",
    "<div>§\n\nbbb\n\nccc": "bbb",
    "<!-- a --><b class=x> §\n\nbbb": "bbb",
    "<!-- a -- > b --> §\n\nbbb": "bbb",
    "<!-- a -->§<!-- b -->\n\nbbb": "bbb",
}


@pytest.mark.parametrize("shape", COVERS)
def test_a_comment_that_has_only_space_marks_and_tags_before_it_covers_the_next_block(shape: str) -> None:
    text = shape.replace("§", COMMENT)
    begin = text.index(COMMENT)
    names = [word for word in ("aaa", "bbb", "ccc") if word in text]
    blocks = [Span(text.index(word), text.index(word) + 3) for word in names]
    article = article_of(text, [Comment(COMMENT[4:-3], Span(begin, begin + len(COMMENT)))], blocks)
    kept = {
        article.source.slice(each.span) for each in judge(article, [diagnose(article.source, *b) for b in blocks]).kept
    }
    assert set(names) - kept == ({COVERS[shape]} - {""})


def kept_lines(text: str, comment: str, blocks: Sequence[str]) -> list[int]:
    """Return the lines of the single `w` that are not suppressed by a comment in a text."""
    begin = text.index(comment)
    spans = [Span(text.index(block), text.index(block) + len(block)) for block in blocks]
    article = article_of(text, [Comment(comment[4:-3], Span(begin, begin + len(comment)))], spans)
    places = [at for at, character in enumerate(text) if character == "w" and not begin <= at < begin + len(comment)]
    return [each.start.line for each in judge(article, [diagnose(article.source, at, at + 1) for at in places]).kept]


def test_a_comment_after_text_covers_its_lines_and_nothing_else() -> None:
    text = f"w one\nw two {COMMENT} w\nw three"
    assert kept_lines(text, COMMENT, [text]) == [1, 3]
    long = COMMENT.replace(" reason", "\n\n reason")
    text = f"w one\nw two {long} w\nw three"
    assert kept_lines(text, long, [text]) == [1, 5]
    for before in ("&nbsp;", "*", "<", "<b", "-->"):
        text = f"w one\n{before}{COMMENT}w\nw three"
        assert kept_lines(text, COMMENT, [text]) == [1, 3], before


def test_a_comment_alone_on_a_line_inside_of_a_block_covers_the_block() -> None:
    inner = f"w one\n{COMMENT}\nw two"
    assert kept_lines(f"w zero\n\n{inner}\n\nw five", COMMENT, ["w zero", inner, "w five"]) == [1, 7]
    # A comment at the end of a block is inside, too, and so is one at its begin where the block goes on.
    last = f"w one\n{COMMENT}"
    assert kept_lines(f"{last}\n\nw four", COMMENT, [last, "w four"]) == [4]
    first = f"{COMMENT}\nw one"
    assert kept_lines(f"{first}\n\nw four", COMMENT, [first, "w four"]) == [4]


def test_a_block_that_is_nothing_but_the_comment_is_not_what_it_covers() -> None:
    text = f"w zero\n\n{COMMENT}\n\nw four\n\nw six"
    assert kept_lines(text, COMMENT, ["w zero", COMMENT, "w four", "w six"]) == [1, 7]


def test_a_comment_that_no_block_follows_covers_nothing_not_even_what_lies_around_it() -> None:
    text = f"word\n\n{COMMENT}\n"
    article = article_of(text, [Comment(COMMENT[4:-3], Span(6, 6 + len(COMMENT)))], [Span(0, 4)])
    end = 6 + len(COMMENT)
    for span in ((0, len(text)), (end, end), (end - 1, end + 1), (0, 4)):
        outcome = judge(article, [diagnose(article.source, *span)])
        assert (outcome.suppressed, [fault.kind for fault in outcome.faults]) == (0, ["unused"])


# Forms


FORMS = [
    "newslint: ignore[clarity/cliche] reason: x",
    "newslint:ignore[clarity/cliche]reason: x",
    "NewsLint : IGNORE [clarity/cliche] Reason: x",
    "newslint: ignore [ clarity/cliche ] reason : x",
    "newslint: ignore[sourcing/no-sources,clarity/cliche] reason: x",
    "newslint: ignore[sourcing/no-sources clarity/cliche] reason: x",
    "newslint: ignore[sourcing/no-sources ,, clarity/cliche,] reason: x",
    "newslint: ignore[clarity] reason: x",
    "newslint: ignore-file[clarity/cliche] reason: x",
    "newslint: ignore[clarity/cliche] - reason: x",
    "newslint: ignore[clarity/cliche] — reason: x",
    "newslint: ignore[clarity/cliche]: – reason: x",
    "newslint: ignore[clarity/cliche] until: 2026-11-22 reason: x",
    "newslint: ignore[clarity/cliche] reason: x until: 2026-11-22.",
    "newslint: ignore[clarity/cliche] reason: x until: 2026-11-22;",
    "newslint: ignore[clarity/cliche] reason: x UNTIL: 20261122,",
    "newslint: ignore[clarity/cliche]\n  reason: x\n  until:\n    2026-11-22",
    "newslint: ignore[clarity/cliche] reason: noreason: x, newslint: y",
]


@pytest.mark.parametrize("suppression", FORMS)
def test_a_suppression_may_be_written_in_many_ways(suppression: str) -> None:
    assert [fault.kind for fault in told(suppression)] in ([], ["unused"])
    assert [fault.span for fault in told(suppression) if fault.kind == "unused"] == [
        Span(at, at + 19) for at in [suppression.find("sourcing/no-sources") + 5] if at > 4
    ]


LONG = "because we " + "x" * 60
FORM = "ignore[rule] reason: …"
SAYS = "A suppression says `ignore`, `ignore-list`, `ignore-start`, `ignore-end` or `ignore-file`, not"
MALFORMED = {
    "newslint ignore[clarity]": f"A suppression begins with `newslint:`; write {FORM}",
    "newslint - disable clarity": f"A suppression begins with `newslint:`; write {FORM}",
    "NEWSLINT-off": f"A suppression begins with `newslint:`; write {FORM}",
    "newslint enable": f"A suppression begins with `newslint:`; write {FORM}",
    "newslint skip": f"A suppression begins with `newslint:`; write {FORM}",
    "newslint:": f"{SAYS} ``; write {FORM}",
    "newslint: Disable[clarity] reason: x": f"{SAYS} `disable`; write {FORM}",
    "newslint: ignore-files[clarity]": f"{SAYS} `ignore-files`; write {FORM}",
    "newslint: ignore clarity": ("A suppression names its rules in brackets; write ignore[rule] reason: …"),
    "newslint: IGNORE-file": ("A suppression names its rules in brackets; write ignore-file[rule] reason: …"),
    "newslint: ignore[clarity reason: x": ("A suppression names its rules in brackets; write ignore[rule] reason: …"),
    "newslint: ignore[ , ] reason: x": ("This suppression names no rule; all rules at once cannot be suppressed."),
    "newslint: ignore[clarity, *] reason: x": (
        "All rules at once cannot be suppressed: name the rules or their family."
    ),
    "newslint: ignore[all] reason: x": "All rules at once cannot be suppressed: name the rules or their family.",
    "newslint: ignore[clarity] we must": "“we must” is not part of a suppression: put `reason:` before it.",
    "newslint: ignore[clarity] - we  must reason: x": (
        "“- we must” is not part of a suppression: put `reason:` before it."
    ),
    "newslint: ignore[clarity] myreason: x": ("“myreason: x” is not part of a suppression: put `reason:` before it."),
    f"newslint: ignore[clarity] {LONG[:40]}": f"“{LONG[:40]}” is not part of a suppression: put `reason:` before it.",
    f"newslint: ignore[clarity] {LONG[:41]}": f"“{LONG[:39]}…” is not part of a suppression: put `reason:` before it.",
    "newslint: ignore[clarity] reason: a Reason: b": "`reason:` appears twice in this suppression.",
    "newslint: ignore[clarity] until: 2027-01-01 until: 2027-01-01": "`until:` appears twice in this suppression.",
    "newslint: ignore[clarity] reason: x until: 2027-02-30": ("`until: 2027-02-30` is not a date (use YYYY-MM-DD)."),
    "newslint: ignore[clarity] reason: x until:": "`until: ` is not a date (use YYYY-MM-DD).",
}


@pytest.mark.parametrize("suppression", MALFORMED)
def test_a_malformed_suppression_is_told_where_it_stands_and_suppresses_nothing(suppression: str) -> None:
    assert told(suppression) == [Fault("malformed", Span(0, len(suppression) + 9), MALFORMED[suppression])]


@pytest.mark.parametrize("words", ["newslints: ignore[x]", "newslint", "a newslint: ignore[x]", "newslint ignored", ""])
def test_a_comment_that_is_not_addressed_is_no_suppression(words: str) -> None:
    assert told(words) == []


OTHERS = {
    "newslint: ignore[clarity/cliche]": [
        ("missing-reason", "This suppression gives no reason: add `reason: …`."),
    ],
    "newslint: ignore[clarity/cliche] reason:": [
        ("missing-reason", "This suppression gives no reason: add `reason: …`."),
    ],
    "newslint: ignore[clarity/cliché] reason: x": [
        ("unknown-rule", "There is no rule or family clarity/cliché: did you mean clarity/cliche?"),
    ],
    "newslint: ignore[zzz] reason: x": [
        ("unknown-rule", "There is no rule or family zzz: `newslint rules` lists those there are."),
    ],
    "newslint: ignore[long-sentence] reason: x": [
        ("unknown-rule", "There is no rule or family long-sentence: did you mean clarity/long-sentence?"),
    ],
    "newslint: ignore[suppressions] reason: x": [
        ("malformed", "Problems with suppressions cannot be suppressed: fix the comment."),
    ],
    "newslint: ignore[suppressions/unused] reason: x": [
        ("malformed", "Problems with suppressions cannot be suppressed: fix the comment."),
    ],
    "newslint: ignore[sourcing] reason: x": [
        ("unused", "sourcing reports nothing here: remove it from this suppression."),
    ],
    "newslint: ignore[clarity/cliche] reason: x until: 2026-11-21": [
        ("expired", "This suppression expired on 2026-11-21: fix the fault or set a new date."),
    ],
}


@pytest.mark.parametrize("suppression", OTHERS)
def test_what_is_wrong_with_a_suppression_is_told_in_words(suppression: str) -> None:
    assert [(fault.kind, fault.message) for fault in told(suppression)] == OTHERS[suppression]
    is_of_all = OTHERS[suppression][0][0] in ("missing-reason", "expired")
    name = suppression[suppression.index("[") + 1 : suppression.index("]")]
    span = Span(0, len(suppression) + 9) if is_of_all else Span(22, 22 + len(name))
    assert [fault.span for fault in told(suppression)] == [span]


def test_suppressions_with_another_beginning_is_a_name_like_any() -> None:
    assert [fault.kind for fault in told("newslint: ignore[suppressions-x] reason: x")] == ["unknown-rule"]


def test_a_suppression_is_expired_on_the_day_after_and_not_on_its_day() -> None:
    suppression = "newslint: ignore[clarity/cliche] reason: x until: 2026-11-22"
    assert told(suppression, today=date(2026, 11, 21)) == []
    assert told(suppression, today=date(2026, 11, 22)) == []
    assert [fault.kind for fault in told(suppression, today=date(2026, 11, 23))] == ["expired"]


def test_an_expired_suppression_suppresses_nothing_and_is_not_unused_but_its_names_are_still_judged() -> None:
    text = f"<!--{'newslint: ignore[clarity, clarity/none] until: 2026-01-01'}-->\n\nword"
    article = article_of(text, [Comment(text[4:-9], Span(0, len(text) - 6))], [Span(len(text) - 4, len(text))])
    outcome = judge(article, [diagnose(article.source, len(text) - 4, len(text))])
    assert outcome.suppressed == 0
    assert [fault.kind for fault in outcome.faults] == ["expired", "missing-reason", "unknown-rule"]


def test_families_may_be_named_among_the_known_and_a_nameless_family_is_none() -> None:
    assert [fault.kind for fault in told("newslint: ignore[house] reason: x", known=["house"])] == []
    assert [fault.kind for fault in told("newslint: ignore[house] reason: x", known=["lone"])] == ["unknown-rule"]
    assert told("newslint: ignore[clarity] reason: x", active=[]) == []
    assert told("newslint: ignore[sourcing] reason: x", active=["clarity/cliche"]) == []


@pytest.mark.parametrize(("begin", "end"), [("<!--", "-->"), ("{/*", "*/}"), ("/*", "*/")])
@pytest.mark.parametrize("space", ["", " ", "\n  "])
def test_a_name_has_its_place_in_every_sort_of_comment(begin: str, end: str, space: str) -> None:
    words = f"{space}newslint: ignore[clarity/none, other/none] reason: x{space}"
    text = f"ab {begin}{words}{end}"
    article = article_of(text, [Comment(words, Span(3, len(text)))])
    names = [article.source.slice(fault.span) for fault in judge(article).faults]
    assert names == ["clarity/none", "other/none"]


def test_a_name_in_a_comment_that_was_decoded_is_told_at_the_comment_and_in_any_other_at_the_name() -> None:
    words = "newslint: ignore[clarity/none] reason: x"
    decoded = f"<!-- {words.replace(':', '&#58;')} -->"
    other = f"%% {words}"
    name = other.index("clarity")
    for text, span in ((decoded, (0, len(decoded))), (other, (name, name + len("clarity/none")))):
        article = article_of(text, [Comment(words, Span(0, len(text)))])
        assert [fault.span for fault in judge(article).faults] == [span]


# Front matter


def matter(value: object) -> Article:
    text = "---\nnewslint: x\n---\nword"
    fields = (Field("Newslint", value, Span(4, 12), Span(14, 15)),)
    return article_of(text, (), [Span(20, 24)], front_matter=FrontMatter("yaml", Span(0, 19), fields))


def of_matter(value: object, today: date = TODAY) -> tuple[int, list[Fault]]:
    article = matter(value)
    outcome = judge(article, [diagnose(article.source, 20, 24)], today=today)
    return outcome.suppressed, outcome.faults


GOOD: list[Any] = [
    {"rule": "clarity/cliche", "reason": "x"},
    {"rule": " clarity ", "reason": "x"},
    {"rule": ["clarity/cliche", "clarity/cliche"], "reason": 5},
    {"rule": ("clarity/cliche", ""), "reason": "x", "until": date(2026, 11, 22)},
    {"rule": "clarity/cliche", "reason": "x", "until": datetime(2026, 11, 22, 23)},
    {"rule": "clarity/cliche", "reason": "x", "until": " 2026-11-22, "},
    {"rule": "clarity/cliche", "reason": "x", "until": None},
]


@pytest.mark.parametrize("item", GOOD)
def test_an_entry_of_front_matter_covers_the_file(item: Any) -> None:
    for value in (item, [item], (item,)):
        assert of_matter({"ignore": value}) == (1, [])
    if item.get("until"):
        assert [fault.kind for fault in of_matter({"ignore": item}, date(2026, 11, 23))[1]] == ["expired"]


ENTRY = "An entry under `newslint: ignore:`"
BAD: list[tuple[Any, str, str]] = [
    ("clarity", "malformed", f"{ENTRY} has the keys `rule`, `reason` and `until`."),
    (None, "malformed", f"{ENTRY} has the keys `rule`, `reason` and `until`."),
    (["clarity"], "malformed", f"{ENTRY} has the keys `rule`, `reason` and `until`."),
    ({"rules": "x"}, "malformed", f"{ENTRY} has the key `rules`: did you mean `rule`?"),
    ({7: "x"}, "malformed", f"{ENTRY} has the key `7`: it may have `rule`, `reason` and `until`."),
    ({"z" * 41: 1}, "malformed", f"{ENTRY} has the key `{'z' * 39}…`: it may have `rule`, `reason` and `until`."),
    ({"reason": "x"}, "malformed", f"{ENTRY} has no `rule`."),
    ({"rule": ["", None], "reason": "x"}, "malformed", f"{ENTRY} has no `rule`."),
    (
        {"rule": "*", "reason": "x"},
        "malformed",
        "All rules at once cannot be suppressed: name the rules or their family.",
    ),
    (
        {"rule": "clarity", "until": "soon"},
        "malformed",
        "`until: soon` is not a date (use YYYY-MM-DD).",
    ),
    ({"rule": "clarity"}, "missing-reason", "This suppression gives no reason: add `reason: …`."),
    ({"rule": "clarity", "reason": " "}, "missing-reason", "This suppression gives no reason: add `reason: …`."),
    ({"rule": "clarity", "reason": None}, "missing-reason", "This suppression gives no reason: add `reason: …`."),
    (
        {"rule": 7, "reason": "x"},
        "unknown-rule",
        "There is no rule or family 7: `newslint rules` lists those there are.",
    ),
    (
        {"rule": "sourcing", "reason": "x"},
        "unused",
        "sourcing reports nothing here: remove it from this suppression.",
    ),
]


@pytest.mark.parametrize(("item", "kind", "message"), BAD)
def test_what_is_wrong_with_an_entry_is_told_at_the_field(item: Any, kind: str, message: str) -> None:
    suppressed, faults = of_matter({"ignore": [item]})
    assert faults == [Fault(kind, Span(14, 15), message)]
    assert suppressed == (kind == "missing-reason")


@pytest.mark.parametrize("value", ["ignore", None, 5, ["ignore"], {}, {"profile": "blog"}, {"ignore": []}])
def test_front_matter_that_ignores_nothing_has_no_suppression(value: Any) -> None:
    assert of_matter(value) == (0, [])


def test_every_entry_and_comment_is_read_whatever_is_wrong_with_others() -> None:
    good = {"rule": "clarity/cliche", "reason": "x"}
    suppressed, faults = of_matter({"ignore": ["bad", good, {"rules": 1}]})
    assert (suppressed, [fault.kind for fault in faults]) == (1, ["malformed", "malformed"])
    comments = [
        Comment(" newslint: bad ", Span(20, 22)),
        Comment(" newslint: ignore[clarity] reason: x ", Span(21, 22)),
    ]
    article = matter(None)._replace(comments=tuple(comments))
    outcome = judge(article, [diagnose(article.source, 20, 24)])
    assert [fault.kind for fault in outcome.faults] == ["malformed"]


# Formats

TEXTS = {
    "a.md": "# Head\n\nThe word here. <!-- newslint: ignore[clarity/cliche] reason: x -->\n\nThe word there.\n",
    "b.md": "# Head\n\n<!-- newslint: ignore[clarity/cliche] reason: x -->\n\nThe word here.\n\nThe word there.\n",
    "a.html": (
        "<h1>Head</h1>\n<!-- newslint: ignore[clarity/cliche] reason: x -->\n"
        "<p>The word here.</p>\n<p>The word there.</p>\n"
    ),
    "b.html": (
        "<h1>Head</h1>\n<p>The word here. <!-- newslint: ignore[clarity/cliche] reason: x --></p>\n"
        "<p>The word there.</p>\n"
    ),
}


@pytest.mark.parametrize("path", TEXTS)
def test_a_comment_of_an_article_suppresses_what_it_covers_in_each_format(path: str) -> None:
    article = parse(decode(TEXTS[path].encode(), path))
    text = article.source.text
    places = [at for at in range(len(text)) if text.startswith("word", at)]
    outcome = judge(article, [diagnose(article.source, at, at + 4) for at in places])
    assert [text[each.span.end :][:6] for each in outcome.kept] == [" there"]
    assert outcome.faults == []


def test_front_matter_of_an_article_suppresses_in_the_whole_file() -> None:
    for begin, end in (("---\nnewslint: {ignore: {rule: clarity, reason: x}}\n---\n", ""), ("", "")):
        article = parse(decode(f"{begin}# Head\n\nThe word here.\n{end}".encode(), "a.md"))
        at = article.source.text.index("word")
        assert judge(article, [diagnose(article.source, at, at + 4)]).suppressed == bool(begin)


def test_plain_text_has_no_suppressions() -> None:
    article = parse(decode(TEXTS["a.md"].encode(), "a.txt"))
    at = article.source.text.index("word")
    assert judge(article, [diagnose(article.source, at, at + 4)]) == ([diagnose(article.source, at, at + 4)], [], [])
