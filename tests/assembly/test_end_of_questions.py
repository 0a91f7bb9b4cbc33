"""Where a section of questions and answers ends: what stands after it belongs to no answer, in every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.article import Article
from newslint.assembly import ParseOptions, parse
from newslint.source import Source

Part = str | tuple[int, str]
PROSE = (
    "Rain falls on the valley for the whole of the week, the forecasters of Hallin said, and the ferry stays in port "
    "until it ends."
)
OPENING: list[Part] = [(1, "Tide turns at Hallin"), PROSE, (2, "The week ahead"), PROSE]


def markdown(parts: list[Part]) -> Article:
    text = "\n\n".join(part if isinstance(part, str) else f"{'#' * part[0]} {part[1]}" for part in parts)
    return parse(Source("a.md", f"{text}\n", "markdown"), ParseOptions())


def html(parts: list[Part]) -> Article:
    text = "\n".join(
        f"<p>{part}</p>" if isinstance(part, str) else f"<h{part[0]}>{part[1]}</h{part[0]}>" for part in parts
    )
    return parse(Source("a.html", f"<html><body><article>{text}</article></body></html>", "html"), ParseOptions())


def text(parts: list[Part]) -> Article:
    lines = "\n\n".join(part if isinstance(part, str) else part[1] for part in parts)
    return parse(Source("a.txt", f"{lines}\n", "text"), ParseOptions())


Write = Callable[[list[Part]], Article]
every_format = pytest.mark.parametrize("write", [markdown, html, text], ids=lambda write: write.__name__)
with_levels = pytest.mark.parametrize("write", [markdown, html], ids=lambda write: write.__name__)

ASKED = [("Why now?", "Because the wind turns."), ("How long?", "Ten days.")]


def faq(level: int = 3, below: int = 4) -> list[Part]:
    """Return a section of two questions at a level, the questions at another."""
    return [
        (level, "Frequently asked questions"),
        (below, "Why now?"),
        "Because the wind turns.",
        (below, "How long?"),
        "Ten days.",
    ]


def asked(article: Article) -> list[tuple[str, str]]:
    return [(pair.question, pair.answer) for pair in article.faq]


def answering(article: Article) -> list[str]:
    """Return the texts of the blocks that are questions or answers."""
    return [block.text for block in article.blocks if block.role in ("faq-question", "faq-answer")]


@every_format
def test_the_end_of_the_text_ends_the_section(write: Write) -> None:
    article = write([*OPENING, *faq()])
    assert asked(article) == ASKED
    assert answering(article) == [words for pair in ASKED for words in pair]
    assert article.faq[-1].span.end == article.blocks[-1].span.end


@every_format
@pytest.mark.parametrize("level", [2, 3])
def test_a_heading_of_the_same_level_or_a_higher_one_ends_the_section(write: Write, level: int) -> None:
    article = write([*OPENING, *faq(), (level, "What comes next"), PROSE])
    assert asked(article) == ASKED
    assert answering(article) == [words for pair in ASKED for words in pair]


@with_levels
@pytest.mark.parametrize("level", [2, 3])
def test_it_ends_there_though_the_heading_asks_something(write: Write, level: int) -> None:
    article = write([*OPENING, *faq(), (level, "What comes next?"), PROSE])
    assert asked(article) == ASKED
    assert answering(article) == [words for pair in ASKED for words in pair]


@with_levels
@pytest.mark.parametrize("level", [4, 5, 6])
def test_a_deeper_heading_is_one_more_question(write: Write, level: int) -> None:
    article = write([*OPENING, *faq(), (level, "What it costs"), PROSE])
    assert asked(article) == [*ASKED, ("What it costs", PROSE)]


@every_format
def test_what_stands_before_the_first_question_belongs_to_none(write: Write) -> None:
    section = faq()
    article = write([*OPENING, section[0], "Readers have written to us about the ferry and its port.", *section[1:]])
    assert asked(article) == ASKED


@with_levels
def test_questions_of_the_section_s_own_level_are_questions_where_the_first_one_is(write: Write) -> None:
    article = write([*OPENING, *faq(3, 3)])
    assert asked(article) == ASKED
    assert asked(write([*OPENING, *faq(3, 3), (2, "What comes next?"), PROSE])) == ASKED
    # The first heading of that level asks nothing: there is no section.
    assert asked(write([*OPENING, (3, "FAQ"), (3, "What comes next"), PROSE])) == []


@with_levels
def test_a_section_under_the_headline_ends_with_the_next_one(write: Write) -> None:
    article = write([OPENING[0], PROSE, *faq(2, 3), (2, "What comes next"), PROSE, (3, "And then?"), PROSE])
    assert asked(article) == ASKED


@every_format
@pytest.mark.parametrize(
    "words",
    [
        "Correction: An earlier version of this article gave a wrong day for the ferry.",
        "Disclosure: The author owns shares of the ferry line that is named in this article.",
    ],
)
def test_a_notice_of_the_newsroom_ends_the_section(write: Write, words: str) -> None:
    article = write([*OPENING, *faq(), words])
    assert asked(article) == ASKED


@every_format
def test_a_second_section_is_read_too(write: Write) -> None:
    more: list[Part] = [(3, "More questions and answers"), (4, "Who pays?"), "The town of Tarrow pays."]
    article = write([*OPENING, *faq(), (3, "What comes next"), PROSE, *more])
    assert asked(article)[:2] == ASKED
    assert PROSE not in [answer for _, answer in asked(article)]


def test_a_bold_line_ends_a_section_whose_heading_is_a_bold_line() -> None:
    bold: list[Part] = ["**FAQ**", "**Why now?**", "Because the wind turns.", "**How long?**", "Ten days."]
    article = markdown([*OPENING, *bold, "**What comes next**", PROSE])
    assert asked(article) == ASKED
    # Under a real heading, a bold line that asks nothing is part of the answer.
    article = markdown([*OPENING, (3, "FAQ"), *bold[1:], "**What comes next**", PROSE])
    assert asked(article) == [ASKED[0], ("How long?", f"Ten days.\nWhat comes next\n{PROSE}")]


@with_levels
def test_the_heading_that_ends_a_section_may_open_the_next_one(write: Write) -> None:
    more: list[Part] = [(3, "Questions and answers on money"), "Ben Doe wrote them down.", (4, "Who pays?"), "Tarrow."]
    assert asked(write([*OPENING, *faq(), *more])) == [*ASKED, ("Who pays?", "Tarrow.")]
