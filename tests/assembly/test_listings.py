"""Program code that no code block holds is code all the same, and prose never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.assembly import parse
from newslint.source import decode

PROSE = "The ferry leaves at noon, and the port is quiet (as it should be); nobody waits on the pier."
CODE = 'set tide [read $port]\nif {$tide > 3} {\n  puts "ferry";\n}\nreturn $tide;'
MARKS = [
    ("=CODE_START=", "=CODE_END="),
    ("[code]", "[/code]"),
    ('[sourcecode lang="tcl"]', "[/sourcecode]"),
    ("== BEGIN CODE ==", "== END CODE =="),
]


def _kinds(text: str, name: str = "a.md") -> dict[str, str]:
    return {block.text: block.kind for block in parse(decode(text.encode(), name)).blocks}


@pytest.mark.parametrize(("opening", "closing"), MARKS)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_what_stands_between_marks_is_code(opening: str, closing: str, name: str) -> None:
    kinds = _kinds(f"{PROSE}\n\n{opening}\n\nexten ferry port\n\ntide $HIGH\n\n{closing}\n\nLater, {PROSE}", name)
    assert kinds[PROSE] == kinds[f"Later, {PROSE}"] == "paragraph"
    assert kinds["exten ferry port"] == kinds["tide $HIGH"] == "code"


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_a_mark_that_nothing_closes_opens_nothing(opening: str, closing: str) -> None:
    assert _kinds(f"{opening}\n\n{PROSE}\n\nLater, {PROSE}")[PROSE] == "paragraph"


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_lines_of_code_are_code_without_marks(name: str) -> None:
    kinds = _kinds(f"{PROSE}\n\n{CODE}\n\nLater, {PROSE}", name)
    assert kinds.pop(PROSE) == kinds.pop(f"Later, {PROSE}") == "paragraph"
    assert set(kinds.values()) == {"code"}


@given(
    st.lists(
        st.sampled_from(
            [
                PROSE,
                "She paid $40 (too much) and left.",
                "It is at port.example/ferry?day=3;\nask there.",
                "“Who = what?” he asked;\nnobody answered him.",
                "Dear {{ reader }}, the ferry is late today.",
                "{% for story in stories %}",
                "[code] is a word in brackets.",
            ]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_prose_stays_prose(paragraphs: list[str]) -> None:
    blocks = parse(decode("\n\n".join(["# Ferry", *paragraphs]).encode(), "a.txt")).blocks
    assert "code" not in {block.kind for block in blocks}
