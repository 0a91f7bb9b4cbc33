"""Front matter of two million characters is read, and with one more it is a part of the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.article import Article
from newslint.assembly import ParseOptions, parse
from newslint.source import Source

MOST = 2_000_000
BODY = "\n# Ferry to stop\n\nThe ferry stops on Monday.\n"


def read(text: str) -> Article:
    return parse(Source("a.md", text, "markdown"), ParseOptions())


def yaml(size: int) -> str:
    return _fenced("---", "title: Tide turns\n# ", "x", "\n", size)


def toml(size: int) -> str:
    return _fenced("+++", 'title = "Tide turns"\n# ', "x", "\n", size)


def json(size: int) -> str:
    return _fenced(";;;", '{"title": "Tide turns"', " ", "}\n", size)


def bare_json(size: int) -> str:
    opening, end = '{"title": "Tide turns"', "}"
    return f"{opening}{' ' * (size - len(opening) - len(end))}{end}\n"


def _fenced(mark: str, opening: str, padding: str, end: str, size: int) -> str:
    """Return front matter whose content, between the fences' lines, has a size in characters."""
    return f"{mark}\n{opening}{padding * (size - len(opening) - len(end))}{end}{mark}\n"


KINDS: list[Callable[[int], str]] = [yaml, toml, json, bare_json]


@pytest.mark.parametrize("write", KINDS, ids=lambda write: write.__name__)
def test_two_million_characters_are_read(write: Callable[[int], str]) -> None:
    matter = write(MOST)
    article = read(matter + BODY)
    assert article.front_matter is not None
    assert [entry.value for entry in article.front_matter.fields] == ["Tide turns"]
    assert article.front_matter.span == (0, len(matter) - 1)
    assert [block.text for block in article.blocks] == ["Ferry to stop", "The ferry stops on Monday."]
    assert article.problems == ()


@pytest.mark.parametrize("write", [yaml, toml, json], ids=lambda write: write.__name__)
def test_one_more_makes_it_text(write: Callable[[int], str]) -> None:
    article = read(write(MOST + 1) + BODY)
    assert article.front_matter is None
    assert "Ferry to stop" in [block.text for block in article.blocks]
    assert article.blocks[0].span.start < 10


def test_one_more_makes_an_object_that_is_cut_off() -> None:
    article = read(bare_json(MOST + 1) + BODY)
    assert article.front_matter is None
    assert [problem.kind for problem in article.problems] == ["front-matter-invalid"]
