"""`names` takes texts and names with aliases, and refuses what is neither with the line that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.errors import ConfigurationError
from newslint.settings import load_settings


def _load(folder: Path, text: str) -> tuple[str, ...]:
    path = folder / "newslint.yaml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path).config.names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("names: Maud Perrin\n", ("Maud Perrin",)),
        ("names: [Maud Perrin, Tarrow]\n", ("Maud Perrin", "Tarrow")),
        ("names:\n  - name: Water Board\n    aliases: [TWB, Board]\n", ("Water Board", "TWB", "Board")),
        ("names:\n  - {name: Water Board, aliases: TWB}\n  - Tarrow\n", ("Water Board", "TWB", "Tarrow")),
        ("names: []\n", ()),
    ],
)
def test_every_right_spelling_is_known(tmp_path: Path, text: str, names: tuple[str, ...]) -> None:
    assert _load(tmp_path, text) == names


@pytest.mark.parametrize("entry", ["{nam: X}", "{aliases: [X]}", "{name: X, aliases: {a: b}}", "[X]", "3"])
def test_what_is_no_name_is_refused(tmp_path: Path, entry: str) -> None:
    with pytest.raises(ConfigurationError, match="names"):
        _load(tmp_path, f"names: [{entry}]\n")
