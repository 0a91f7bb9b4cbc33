"""Which documents are cited for what an article tells nothing else of."""

from __future__ import annotations

import pytest

from newslint.assembly import ParseOptions, parse
from newslint.checks.lone_documents import find_lone_documents
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
    return [article.text_of(place) for place, _ in find_lone_documents(article)]


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("The law gives painters two cats.", "The law"),
        ("An internal audit turned up forty jars of glue.", "An internal audit"),
        ("Hacked emails describe glue as a hazard for cats.", "Hacked emails"),
        ("Under the lease, painters may keep cats.", "the lease"),
        ("Scientists have found that glue cures warts.", "Scientists"),
        ("His will leaves all glue to cats.", "His will"),
    ],
)
def test_documents_without_a_name(text: str, document: str) -> None:
    assert _find(text) == [document]


@pytest.mark.parametrize(
    "text",
    [
        "The Glue Act 1988, section 21, gives painters two cats.",
        "An audit by Loam College turned up forty jars of glue.",
        "Painter Eva Lund said the law gives painters two cats.",
        "The law school has moved to a glue works.",
        "Painters will leave glue to cats.",
        "The research draws links between glue and cats.",
        "The ferry law gives the harbour of Tarrow two boats.",
    ],
)
def test_near_misses(text: str) -> None:
    assert _find(text) == []
