"""Whose speech is nobody's, beside nothing that an article tells."""

from __future__ import annotations

import pytest

from newslint.assembly import ParseOptions, parse
from newslint.checks.lone_quotations import find_lone_quotations
from newslint.source import decode

_ARTICLE = """# The ferry stays in the harbour

Ana Roe will keep the ferry in the harbour of Tarrow. The boats there are old, and the ferry leaks.

“It floats,” said Ben Doe, who has sailed it. The pier, he said, does not.

The storm took the roof off the fish market. Roe walked along the pier in the rain.

{}

Doe mended the ferry with tar. Roe paid him with fish. The harbour was quiet again.
"""


def _find(text: str) -> list[str]:
    article = parse(decode(_ARTICLE.format(text).encode(), "ferry.md"), ParseOptions())
    found = list(find_lone_quotations(article))
    return [article.text_of(article.quotations[number].inner) for number in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Is it always this cold?” was heard among cruise passengers on deck.", "Is it always this cold?"),
        ("Painters had driven all night. “We will not go home,” they shouted.", "We will not go home,"),
        ("A hand went up among the painters. “Why is glue shut?” the questioner wanted to know.", "Why is glue shut?"),
        ("“That’s your lot” was all painters heard behind the bakery glass.", "That’s your lot"),
    ],
)
def test_nobody_speaks(text: str, words: str) -> None:
    assert _find(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "“Is it always this cold?” asked painter Eva Lund of cruise passengers.",
        "Lund, still in her gloves, turned to the bakers: “Where is my glue?”",
        "The banner of the painters said “Save Our Glue” and “Honk for Cats!”",
        "The painters’ favourite film is “House of Glue”, and bakers hate it.",
        "“Glue is dear,” a painter said behind the bakery.",
        "Her father used to tell painters “Never lend a ladder!”",
        "“The ferry leaks in the harbour,” was heard on the pier of Tarrow.",
    ],
)
def test_near_misses(text: str) -> None:
    assert _find(text) == []
