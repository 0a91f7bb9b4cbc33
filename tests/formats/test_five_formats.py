"""The same article in seven formats gives the same findings, each at its exact place; damaged files are never fatal."""

from __future__ import annotations

import json
import time
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import Article
from newslint.assembly import parse
from newslint.diagnostics import Diagnostic
from newslint.fixes.edits import apply_edits
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source, decode, decode_raw
from newslint.suppressions.writing import Judge, Wish, excuse

MARKDOWN = """---
title: Ferry stops at Tarrow on Sunday
author: Mara Oduya
date: 2026-05-03
description: The ferry stops at Tarrow on Sunday, the harbour office said.
---

# Ferry stops at Tarrow on Sunday

At the end of the day, **the the** ferry 😀 sailed,
*said* [the harbour office](https://hallin.example/ferry) on 3 May 2026.

“Nobody told us,” said Ben Doe, the harbour master. It cost a 11-year-old £20 at `the the` quay.

## What follows

- The board meets on Friday, 8 May 2026.
- It was told that that the goverment pays.

> At the end of the day, we won.

| Day | Boats |
| --- | --- |
| Monday | the the two |

Tarrowâ€™s mayor closed the quay.
"""
HTML = """<html lang="en"><head><title>Ferry stops at Tarrow on Sunday</title>
<meta name="author" content="Mara Oduya"><meta property="article:published_time" content="2026-05-03">
<meta name="description" content="The ferry stops at Tarrow on Sunday, the harbour office said."></head><body><article>
<h1>Ferry stops at Tarrow on Sunday</h1>
<p>At the end of the day, <b>the the</b> ferry 😀 sailed, <i>said</i>
<a href="https://hallin.example/ferry">the harbour office</a> on 3 May 2026.</p>
<p>&ldquo;Nobody told us,&rdquo; said Ben Doe, the harbour master.
It cost a 11-year-old £20 at <code>the the</code> quay.</p>
<h2>What follows</h2>
<ul><li>The board meets on Friday, 8 May 2026.</li>
<li>It was told that that the goverment pays.</li></ul>
<blockquote><p>At the end of the day, we won.</p></blockquote>
<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>the the two</td></tr></table>
<p>Tarrowâ€™s mayor closed the quay.</p>
</article></body></html>
"""
RST = """===============================
Ferry stops at Tarrow on Sunday
===============================

:author: Mara Oduya
:date: 2026-05-03
:description: The ferry stops at Tarrow on Sunday, the harbour office said.

.. a remark: the the

At the end of the day, **the the** ferry 😀 sailed,
*said* `the harbour office <https://hallin.example/ferry>`_ on 3 May 2026.

“Nobody told us,” said Ben Doe, the harbour master. It cost a 11-year-old £20 at ``the the`` quay.

What follows
------------

- The board meets on Friday, 8 May 2026.
- It was told that that
  the goverment pays.

..

   At the end of the day, we won.

====== ===========
Day    Boats
====== ===========
Monday the the two
====== ===========

.. unknown:: the the
   :option: the the

   the the

Tarrowâ€™s mayor closed the quay.
"""
ASCIIDOC = """= Ferry stops at Tarrow on Sunday
Mara Oduya <mara@hallin.example>
2026-05-03
:description: The ferry stops at Tarrow on Sunday, the harbour office said.

// a remark: the the

At the end of the day, *the the* ferry 😀 sailed,
_said_ https://hallin.example/ferry[the harbour office] on 3 May 2026.

"`Nobody told us,`" said Ben Doe, the harbour master. It cost a 11-year-old £20 at `the the` quay.

== What follows

* The board meets on Friday, 8 May 2026.
* It was told that that
the goverment pays.

____
At the end of the day, we won.
____

|===
|Day |Boats

|Monday
|the the two
|===

unknown::the-the[the the]

++++
the the
++++

Tarrowâ€™s mayor closed the quay.
"""
MAIN = MARKDOWN.partition("---\n\n")[2]
LEKTOR = f"""_model: story
---
title: Ferry stops at Tarrow on Sunday
---
author: Mara Oduya
---
date: 2026-05-03
---
body:

{MAIN}---
description: The ferry stops at Tarrow on Sunday, the harbour office said.
"""
BODY = HTML.partition("<article>\n")[2].partition("</article>")[0]
NINJS = json.dumps(
    {
        "uri": "https://hallin.example/1",
        "type": "text",
        "language": "en",
        "headline": "Ferry stops at Tarrow on Sunday",
        "byline": "Mara Oduya",
        "firstpublished": "2026-05-03",
        "description_text": "The ferry stops at Tarrow on Sunday, the harbour office said.",
        "body_html": BODY.partition("</h1>\n")[2],
    }
)
NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE newsItem [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY boom "the the the the">]>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:hallin.example,2026:1" standard="NewsML-G2">
<itemMeta><itemClass qcode="ninat:text"/><firstCreated>2026-05-03T09:00:00Z</firstCreated></itemMeta>
<contentMeta><by>Mara Oduya</by><language tag="en"/><headline>Ferry stops at Tarrow on Sunday</headline>
<description role="drol:summary">The ferry stops at Tarrow on Sunday, the harbour office said.</description>
</contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head><body>{BODY}</body></html></inlineXML></contentSet>
</newsItem>
"""
TEXTS = {
    "a.md": MARKDOWN, "a.html": HTML, "a.rst": RST, "a.adoc": ASCIIDOC, "contents.lr": LEKTOR, "a.json": NINJS,
    "a.xml": NEWSML,
}  # fmt: skip
FAMILIES = ("clarity", "hygiene", "numbers", "quotes", "structure", "headline", "sourcing", "suppressions")


@cache
def linter() -> Linter:
    return Linter(load_settings(None), RunOptions(date(2026, 5, 4), select=FAMILIES))


def read(name: str) -> Source:
    return decode_raw(TEXTS[name].encode(), name)


@cache
def found_in(name: str) -> tuple[Diagnostic, ...]:
    return linter().lint(read(name)).diagnostics


def words_of(found: Diagnostic) -> str:
    return " ".join(found.excerpt.replace("&ldquo;", "“").replace("&rdquo;", "”").split())


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "a.md"])
def test_the_same_article_has_the_same_findings(name: str) -> None:
    told = sorted((one.rule, one.severity) for one in found_in(name))
    assert told == sorted((one.rule, one.severity) for one in found_in("a.md"))
    assert len(told) >= 6


@pytest.mark.parametrize("name", TEXTS)
def test_every_finding_is_at_its_exact_place(name: str) -> None:
    text = read(name).text
    told = [one for one in found_in(name) if one.rule == "clarity/doubled-word"]
    assert told
    for one in told:
        assert text[slice(*one.span)].split() in (["the", "the"], ["that", "that"])
        for place in one.related:
            assert text[place.start.offset : place.end.offset].split() in (["the", "the"], ["that", "that"])
    (article,) = [one for one in found_in(name) if one.rule == "hygiene/wrong-article"]
    assert text[slice(*article.span)].startswith("a")


def summary(article: Article) -> dict[str, object]:
    return {
        "headline": article.headline and article.headline.text,
        "byline": [element.names for element in article.find_all("byline")][:1],
        "published": article.published and (article.published.value or "")[:10],
        "links": [link.target for link in article.links if link.text == "the harbour office"],
        "blocks": [
            (block.kind, block.text.replace("\n", " ")) for block in article.blocks if block.kind != "boilerplate"
        ],
    }


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "a.md"])
def test_the_same_article_is_understood_alike(name: str) -> None:
    assert summary(linter().parse(read(name))) == summary(linter().parse(read("a.md")))


@pytest.mark.parametrize("name", TEXTS)
def test_prose_is_made_of_the_source(name: str) -> None:
    source = read(name)
    for block in linter().parse(source).blocks:
        for run in block.prose.runs:
            if run.is_verbatim:
                assert block.text[run.start : run.end] == source.text[run.source_start : run.source_end]
            assert 0 <= run.source_start <= run.source_end <= len(source.text)


@pytest.mark.parametrize("name", ["a.rst", "a.adoc", "contents.lr", "a.xml"])
def test_a_fix_is_made_and_an_excuse_holds(name: str) -> None:
    source = read(name)
    (mojibake,) = [one for one in found_in(name) if one.rule == "hygiene/mojibake"]
    assert mojibake.fix
    assert apply_edits(source.text, mojibake.fix.edits) == source.text.replace("Tarrowâ€™s", "Tarrow’s")
    article = linter().parse(source)
    edit = excuse(article, mojibake, Wish(mojibake.rule, "as it came"), Judge(linter().parse, linter().lint))
    assert edit is not None
    after = source._replace(text=source.text[: edit.start] + edit.text + source.text[edit.end :])
    report = linter().lint(after)
    assert [one.reason for one in report.excuses if one.held] == ["as it came"]


def test_no_entity_of_an_item_is_read() -> None:
    source = decode_raw(NEWSML.replace("mayor", "&secret; &boom; mayor").encode(), "a.xml")
    text = " ".join(block.text for block in linter().parse(source).blocks)
    assert "&secret; &boom; mayor" in text
    assert "root:" not in text


def test_other_json_and_xml_is_still_no_article() -> None:
    assert [decode(b'{"a": 1}', "a.json").format, decode(b"<a/>", "a.xml").format] == ["text", "text"]


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_cut_off_or_torn_is_never_fatal(name: str) -> None:
    text = TEXTS[name]
    for cut in range(0, len(text), 211):
        for damaged in (text[:cut], text[cut:], text[:cut] + "\0\r`*_[<" + text[cut + 9 :]):
            article = linter().parse(Source(name, damaged, read(name).format))
            assert all(block.span.end <= len(damaged) for block in article.blocks)


SIGNS = st.text(alphabet="ab \n\t*`_[]<>|=-.:+/\\#'\"{}()~^\u2028😀", max_size=120)


@pytest.mark.parametrize("format", ["rst", "asciidoc", "ninjs", "newsml"])
@given(text=SIGNS)
@settings(max_examples=15)
def test_any_signs_are_an_article(format: str, text: str) -> None:
    article = linter().parse(Source("a", text, format))
    for block in article.blocks:
        assert block.text
        assert 0 <= block.span.start <= block.span.end <= len(text)


@pytest.mark.parametrize(
    ("name", "text", "blocks"),
    [
        ("a.rst", "| one\n| two\n", [("paragraph", "one\ntwo")]),
        ("a.rst", "Code::\n\n  x = 1\n\nEnd.\n", [("paragraph", "Code:"), ("code", "x = 1"), ("paragraph", "End.")]),
        ("a.rst", "1986. A year it was.\nIt was good.\n", [("paragraph", "1986. A year it was. It was good.")]),
        ("a.rst", ".. figure:: a.jpg\n   :alt: A quay\n\n   The quay.\n", [("caption", "The quay.")]),
        (
            "a.rst",
            "A |b| c [1]_ d.\n\n.. |b| replace:: B\n.. [1] Note.\n",
            [("paragraph", "A B c d."), ("list-item", "Note.")],
        ),
        ("a.rst", "+---+---+\n| a | b |\n|   | c |\n+---+---+\n", [("table-row", "a\nb c")]),
        ("a.rst", "A :abbr:`NHS (health)` and :made-up:`x` b\\*.\n", [("paragraph", "A NHS (health) and b*.")]),
        (
            "a.rst",
            ".. note:: Mind\n   the gap.\n\n   More.\n",
            [("paragraph", "Mind the gap."), ("paragraph", "More.")],
        ),
        ("a.adoc", "[quote, Ana Roe]\nWe won.\n", [("quotation", "We won.")]),
        (
            "a.adoc",
            "NOTE: Mind the gap.footnote:[Or not.]\n",
            [("paragraph", "Mind the gap."), ("list-item", "Or not.")],
        ),
        ("a.adoc", ".The quay\nimage::a.jpg[A quay]\n", [("caption", "The quay")]),
        ("a.adoc", "A {unknown} b <<id>> c <<id,there>>.\n", [("paragraph", "A b c there.")]),
        ("a.adoc", "[source,ruby]\n----\nx = 1\n----\n\n ls\n", [("code", "x = 1"), ("code", "ls")]),
        ("a.adoc", "* one\n** two\n+\nthree\n", [("list-item", "one"), ("list-item", "two"), ("paragraph", "three")]),
        ("contents.lr", "body:\n\n#### text ####\ntext:\n\nHello.\n----\nclass: wide\n", [("paragraph", "Hello.")]),
    ],
)
def test_what_articles_use_is_read(name: str, text: str, blocks: list[tuple[str, str]]) -> None:
    article = linter().parse(decode_raw(text.encode(), name))
    told = [(block.kind, block.text.strip()) for block in article.blocks]
    assert told[: len(blocks)] == blocks


@pytest.mark.parametrize(
    ("format", "piece"),
    [
        *(("rst", piece) for piece in ("**a ", "``a ", "== ==\na b\n", "  - a\n\n", ".. |a| replace:: b\n", "a::\n\n")),
        *(("asciidoc", piece) for piece in ("*a ", "<<a", "|===\n|a\n", "----\na\n", "====\n", "footnote:[a ")),
        *(("ninjs", piece) for piece in ('{"uri":"a","body_html":"<p>a\\n', "[", '{"a":')),
        *(("newsml", piece) for piece in ("<inlineXML>", "<contentMeta><headline>a", "<hl1>a")),
    ],
)
def test_twice_the_text_is_about_twice_the_work(format: str, piece: str) -> None:
    def spent(size: int) -> float:
        source = Source("a", piece * (size // len(piece)), format)
        began = time.process_time()
        parse(source)
        return time.process_time() - began

    twice = min(spent(16_000) for _ in range(2))
    assert twice < 0.02 or twice < 3 * min(spent(8_000) for _ in range(2))
