"""Laws of the baseline: a second run is silent, and a blank line more changes nothing."""

from __future__ import annotations

from functools import cache

from benchmarks.adoption import baseline_of, linter_for_baselines, news_of, places_in, with_blank_line
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.runner import Linter
from newslint.source import decode

FRONT = st.sampled_from(
    [
        "",
        "---\ntitle: Harbour bridge is closed\n\nauthor: 'Ana Roe'  # chief\n---\n\n",
        "---\ntitle: Harbour bridge closes\nsummary: |\n  It closes\n\n  on Monday.\n---\n",
        '+++\ntitle = "Harbour bridge  closes"\n+++\n\n',
    ]
)
SENTENCES = st.sampled_from(
    [
        "The bridge closes on Monday, the port authority said.",
        "The ferry of of Hallin runs  twice a day .",
        "“We wait,” she said.",
        "Studies show that 62 percent of people walk.",
        "Many fear that it will take longer, and TK will say more about it.",
        "It is a great bridge, a fabulous bridge, and it was closed at the end of the day.",
    ]
)
BLOCKS = st.one_of(
    st.lists(SENTENCES, min_size=1, max_size=4).map("\n".join),
    st.lists(SENTENCES, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    SENTENCES.map(lambda line: f"> {line}"),
    SENTENCES.map(lambda line: f"## {line}\n{line}"),
    SENTENCES.map(lambda line: f"```\n{line}\n\n{line}\n```"),
    st.just("| a | b |\n| --- | --- |\n| 1 |  |"),
    st.just("![](/bridge.jpg)"),
    st.just("<!-- newslint: ignore[clarity/doubled-word] reason: a name -->"),
)


@cache
def linter() -> Linter:
    return linter_for_baselines()


@settings(max_examples=25)
@given(FRONT, st.lists(BLOCKS, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]), st.data())
def test_a_blank_line_changes_nothing(front: str, blocks: list[str], end: str, data: st.DataObject) -> None:
    head = f"{front}# Harbour bridge closes\n\n"
    text = head + "\n\n".join(blocks) + "\n"
    source = decode(text.replace("\n", end).encode(), "a.md")
    known = baseline_of(linter().lint(source))
    assert news_of(linter().lint(source), known) == []
    line = data.draw(st.sampled_from(places_in(linter().parse(source))[True]))
    assert news_of(linter().lint(with_blank_line(source, line)), known) == []
    # What is known is no more than that: a fault of the same kind elsewhere is told.
    added = decode(f"{head}Trams of the the line run.\n\n{text.removeprefix(head)}".encode(), "a.md")
    assert "new: clarity/doubled-word: the the" in news_of(linter().lint(added), known)
