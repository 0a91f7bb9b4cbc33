"""An example says the same as Markdown, as HTML and as plain text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newslint.assembly import parse
from newslint.source import decode
from newslint.testing.rendering import to_html, to_text

TEXT = """---
title: "Bread & butter < jam: the 'tea' row"
author: Ana Roe
date: 2026-05-03
description: The council said "no" to jam
---

Bread &amp; butter is *dear* at the [port](https://loam.example/port).
"""


@pytest.mark.parametrize(("suffix", "render"), [("md", str), ("html", to_html), ("txt", to_text)])
def test_front_matter_is_the_same_in_every_format(suffix: str, render: type) -> None:
    article = parse(decode(render(TEXT).encode(), f"a.{suffix}"))
    headline, published = article.headline, article.published
    assert headline is not None
    assert headline.text == "Bread & butter < jam: the 'tea' row"
    assert published is not None
    assert (published.value or "")[:10] == date(2026, 5, 3).isoformat()
    assert any("Bread & butter is dear at the port." in block.text for block in article.blocks)


def test_a_deeper_heading_does_not_stand_for_the_title(tmp_path: Path) -> None:
    text = "---\ntitle: Tea\n---\n\n## Tea\n\nIt is dear.\n"
    assert to_html(text).count("<h1>Tea</h1>") == 1
    assert to_text(text).startswith("Tea\n\nTea\n")
