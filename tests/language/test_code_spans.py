"""What running text shows as code is told from prose."""

from __future__ import annotations

import pytest

from newslint.language.units.code_spans import find_code_spans


@pytest.mark.parametrize(
    ("text", "format", "code"),
    [
        ("Write `{{ name }}` here.", "markdown", ["`{{ name }}`"]),
        ("Two ``a ` b`` ticks, one ` alone.", "markdown", ["``a ` b``"]),
        (
            "The <code class='x'>${sum}</code> and <kbd>Ctrl</kbd>.",
            "html",
            ["<code class='x'>${sum}</code>", "<kbd>Ctrl</kbd>"],
        ),
        ("Backticks `say` nothing in HTML.", "html", []),
        ("An unclosed <code>element.", "html", []),
        ("Typed `TK` in plain text.", "text", ["`TK`"]),
    ],
)
def test_code_is_found_with_its_marks(text: str, format: str, code: list[str]) -> None:
    assert [text[start:end] for start, end in find_code_spans(text, 0, len(text), format)] == code


def test_many_backticks_take_linear_time() -> None:
    text = " ".join("`" * (index % 7 + 1) for index in range(50_000))
    assert find_code_spans(text, 0, len(text), "markdown")
