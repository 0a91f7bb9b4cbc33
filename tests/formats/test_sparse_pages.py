"""Text that came with little of its page, in words that no list has: short lines around an article are enough."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.formats.draft import ParseOptions
from newslint.source import Source

BODY = (
    "The harbour bridge in Tarrow will close on 6 April for nine weeks, the county said on Tuesday.\n\n"
    "Ferries will run every twenty minutes and cost nothing, and buses will stop at the landing.\n\n"
)
HEAD = "Harbour bridge in Tarrow closes for nine weeks\n\nBy Mara Oduya\n\n4 March 2026\n\n"
LINES = "Uusimmat\nOsastot\nKartta\n"


def article_of(text: str) -> Article:
    return parse(Source("a.txt", text, "text"), ParseOptions())


def kind_of(article: Article, text: str) -> str:
    return next(block.kind for block in article.blocks if block.text == text)


def test_short_lines_before_and_after_are_boilerplate_where_some_are_known() -> None:
    article = article_of(f"Log in\n{LINES}\n{HEAD}{BODY}Share\n\n{BODY}Kohta\nPaikka\nPrivacy policy")
    assert {kind_of(article, line) for line in ("Uusimmat", "Kohta", "Paikka")} == {"boilerplate"}
    assert article.find("headline").text == "Harbour bridge in Tarrow closes for nine weeks"  # type: ignore[union-attr]


def test_a_draft_with_short_lines_keeps_them() -> None:
    article = article_of(f"{HEAD}{BODY}{LINES}\n{BODY}")
    assert all(block.kind != "boilerplate" or block.role in ("byline", "published") for block in article.blocks)


@pytest.mark.parametrize("lines", ["If you go\n\nBoat Walk\nNet Lane\nFree", "Detail\nFee\nPlace"])
def test_a_box_of_short_lines_does_not_end_an_article(lines: str) -> None:
    last = "The mayor said that the town would look at closing the coast road next year, since cars were backed up for "
    last += "three miles on Saturday night and an ambulance needed twenty minutes to get through them."
    article = article_of(f"Log in\n{LINES}\n{HEAD}{BODY}{lines}\n\n{last}\n\nPrivacy policy\nShare\nLeave a comment")
    assert kind_of(article, last) == "paragraph"
