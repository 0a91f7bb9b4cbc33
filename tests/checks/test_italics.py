"""Test which blocks are told to be in italics from end to end."""

from __future__ import annotations

import pytest

from newslint.assembly import parse
from newslint.checks.italics import is_in_italics
from newslint.source import decode


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*The Tarrow Post is a newsroom.*", True),
        ("_The Tarrow Post is a newsroom._", True),
        ("*The [Tarrow Post](https://post.example/a_b*c) is a newsroom.*", True),
        ("<i>The Tarrow Post is</i> <a href='https://post.example'><em>a newsroom</em></a>.", True),
        ("<em>The <b>Tarrow Post</b> is a newsroom.</em>", True),
        ("The Tarrow Post is a newsroom.", False),
        ("*The Tarrow Post* is a *newsroom*", False),
        ("**The Tarrow Post is a newsroom.**", False),
        ("<i>The Tarrow Post</i> is a newsroom.", False),
        ("<b>The Tarrow Post is a newsroom.</b>", False),
    ],
)
def test_all_words_of_a_block_are_in_italics_or_not(source: str, expected: bool) -> None:
    article = parse(decode(f"The bridge is shut.\n\n{source}\n".encode(), "a.md"))
    assert is_in_italics(article, 1) is expected
    assert not is_in_italics(article, 0)
