"""What sites keep in front matter in their own ways: merged fields, cuts, pictures, types that are booleans."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.cli import main
from newslint.formats.draft import ParseOptions
from newslint.source import Source

BODY = "The pier in Tarrow opened on Monday.\n"


def article_of(fields: str, body: str = BODY) -> Article:
    return parse(Source("a.md", f"---\n{fields}\n---\n\n{body}", "markdown"), ParseOptions())


@pytest.mark.parametrize(
    "fields",
    [
        "base: &b\n  author: Mara Oduya\n<<: *b\ntitle: Pier opens",
        "base: &b\n  author: Mara Oduya\nmeta:\n  <<: *b\n  title: Pier opens",
        "layout: post\n<<: [{author: Mara Oduya}, {author: Ben Doe, title: Pier opens}]",
        "author: Mara Oduya\n<<: {author: Ben Doe, title: Pier opens}",
        "<<: {author: Ben Doe, title: Pier opens}\nauthor: Mara Oduya",
    ],
)
def test_a_merge_key_takes_over_what_is_not_there(fields: str) -> None:
    article = article_of(fields)
    assert [element.names for element in article.find_all("byline")] == [("Mara Oduya",)]
    assert article.problems == ()


@pytest.mark.parametrize("value", ["<<: 5", "<<: [a, b]", "<<:", '"<<": {author: Mara Oduya}', "<<: &a [*a]"])
def test_a_merge_key_that_merges_nothing_is_no_author(value: str) -> None:
    assert article_of(f"title: Pier opens\n{value}").find("byline") is None


@pytest.mark.parametrize(
    "cut", ["<!--more-->", "<!-- more -->", "<!-- truncate -->", "{/* truncate */}", "<!-- MORE -->"]
)
@pytest.mark.parametrize("lead", [BODY, f"# Pier opens\n\n{BODY}", f"{BODY}\nIt took two years.\n"])
def test_the_paragraphs_above_a_cut_are_the_summary(cut: str, lead: str) -> None:
    summary = article_of("title: Pier opens", f"{lead}\n{cut}\n\nMore of it.\n").find("summary")
    assert summary is not None
    assert summary.text.startswith("The pier in Tarrow")
    assert "More of it" not in summary.text


def test_the_site_may_name_its_own_cut() -> None:
    summary = article_of("excerpt_separator: <!--fold-->", f"{BODY}\n<!--fold-->\n\nMore of it.\n").find("summary")
    assert summary is not None
    assert summary.text == BODY.strip()


@pytest.mark.parametrize(
    "body",
    [
        f"```\n{BODY}\n<!--more-->\n```\n",
        f"<!--more-->\n\n{BODY}",
        f"{BODY * 1}\n" * 4 + "<!--more-->\n",
        f"{BODY}\nRead <!--more--> of it.\n",
        BODY,
    ],
)
def test_other_text_is_no_summary(body: str) -> None:
    assert article_of("title: Pier opens", body).find("summary") is None


def test_a_summary_that_is_written_as_such_is_the_one() -> None:
    summary = article_of("summary: A pier opens", f"{BODY}\n<!--more-->\n\nMore.\n").find("summary")
    assert summary is not None
    assert summary.text == "A pier opens"


@pytest.mark.parametrize("field", ["key_takeaways", "teaser", "keyTakeaways", "takeaways"])
def test_fields_that_sum_an_article_up(field: str) -> None:
    assert article_of(f"{field}: A pier opens").find("summary") is not None


@pytest.mark.parametrize(
    "fields",
    [
        "image: a.jpg\nimage_alt: A pier",
        "cover:\n  image: a.jpg\n  alt: A pier",
        "featured_image: {src: a.jpg, alt_text: A pier}",
        "images: [{url: a.jpg, description: A pier}]",
        "hero: a.jpg\nhero_alt: A pier",
    ],
)
def test_a_lead_picture_has_the_description_beside_it(fields: str) -> None:
    assert [(image.target, image.alt, image.in_body) for image in article_of(fields).images] == [
        ("a.jpg", "A pier", False)
    ]


@pytest.mark.parametrize("fields", ["image:", "image: {}", "image: [1, {alt: A pier}]", "title: Pier opens"])
def test_a_field_without_an_address_is_no_picture(fields: str) -> None:
    assert article_of(fields).images == ()


def test_a_boolean_is_a_type_of_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "newslint.yaml").write_text(
        'profile: news\ncontent_types: {field: sponsored, profiles: {"true": quiet.yaml}}\n', encoding="utf-8"
    )
    (tmp_path / "quiet.yaml").write_text("description: Nothing is on.\n", encoding="utf-8")
    for name, value in (("a.md", "true"), ("b.md", "false"), ("c.md", "True")):
        (tmp_path / name).write_text(f"---\ntitle: Pier opens\nsponsored: {value}\n---\n\n{BODY}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [main(["check", "--fail-on", "warning", name]) for name in ("a.md", "b.md", "c.md")] == [0, 1, 0]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("---js\n{title: 1}\n---\n\n" + BODY, 1),
        ("---coffee\ntitle = 1\n---\n\n" + BODY, 1),
        ("---yaml\ntitle: Pier opens\n---\n\n" + BODY, 0),
        ("\n---\ntitle: Pier opens\n---\n\n" + BODY, 1),
        ("---\ntitle: Pier opens #2 today\n---\n\n" + BODY, 1),
        ("---\ntitle: Pier #2\ntags: [a, b] #c\n---\n\n" + BODY, 0),
        ("---\ntitle: Pier opens # a remark\n---\n\n" + BODY, 0),
        ("---\ntitle: 'Pier opens #2'\n---\n\n" + BODY, 0),
    ],
)
def test_front_matter_that_the_site_may_read_otherwise(text: str, count: int) -> None:
    problems = parse(Source("a.md", text, "markdown"), ParseOptions()).problems
    assert [problem.kind for problem in problems] == ["front-matter-doubtful"] * count
