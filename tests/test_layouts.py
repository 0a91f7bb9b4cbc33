"""Whether the layouts of a site print the title of front matter is read from them, and doubled headlines follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.site_trees import TODAY, TREES

from newslint.cli import main
from newslint.generators import recognise
from newslint.generators.layouts import layout_of_titles

HEADING = "<h1{}>{}</h1>\n"


def site_of(folder: Path, name: str, layouts: dict[str, str]) -> str | None:
    """Build a site of a generator with these layouts, and return the one that prints titles."""
    (folder / "content").mkdir(exist_ok=True)
    for path, text in {**TREES[name].marks, **layouts}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return layout_of_titles(recognise(folder.as_posix())[0])


@pytest.mark.parametrize(
    ("name", "path", "title"),
    [
        ("Hugo", "layouts/_default/single.html", "{{ .Title }}"),
        ("Hugo", "layouts/news/single.html", "{{- $.Page.Title | markdownify -}}"),
        ("Hugo", "themes/plain/layouts/single.html", "{{ with .Title }}{{ . }}{{ end }}"),
        ("Jekyll", "_layouts/post.html", "{{ page.title | escape }}"),
        ("Eleventy", "src/_includes/layouts/post.njk", "{{ title }}"),
        ("Eleventy", "_includes/article.liquid", '<a href="{{ url }}">{{ title }}</a>'),
        ("Astro", "src/layouts/BlogPost.astro", "{title}"),
        ("Astro", "src/layouts/Post.astro", "{frontmatter.title}"),
        ("Zola", "templates/page.html", "{{ macros::escape(input=page.title) }}"),
        ("Lektor", "templates/story.html", "{{ this.title }}"),
    ],
)
def test_a_layout_that_prints_the_title_is_found(name: str, path: str, title: str, tmp_path: Path) -> None:
    assert site_of(tmp_path, name, {path: HEADING.format(' class="x"', title)}) == path


@pytest.mark.parametrize(
    ("name", "layouts"),
    [
        ("Hugo", {}),  # the theme lies elsewhere
        ("Hugo", {"layouts/_default/single.html": "{{ .Content }}"}),
        ("Hugo", {"layouts/_default/list.html": HEADING.format("", "{{ .Title }}")}),
        ("Hugo", {"layouts/_default/single.html": HEADING.format("", "{{ .Site.Title }}")}),
        ("Jekyll", {"_layouts/post.html": "{% for post in posts %}<h2>{{ post.title }}</h2>{% endfor %}"}),
        ("Jekyll", {"_layouts/post.html": HEADING.format("", "{{ site.title }}")}),
        (
            "Jekyll",
            {"_layouts/post.html": HEADING.format("", "{{ page.title }}"), "_layouts/page.html": "none"},
        ),
        (
            "Jekyll",
            {"_layouts/post.html": "none", "_includes/card.html": HEADING.format("", "{{ page.title }}")},
        ),
        ("Docusaurus", {"src/layouts/post.html": HEADING.format("", "{{ title }}")}),
    ],
)
def test_where_not_all_layouts_print_it_nothing_is_known(name: str, layouts: dict[str, str], tmp_path: Path) -> None:
    assert site_of(tmp_path, name, layouts) is None


@pytest.mark.parametrize(
    ("name", "article", "part", "path"),
    [
        ("Hugo", '{{ partial "head/title.html" . }}', "layouts/partials/head/title.html", "layouts/single.html"),
        ("Hugo", '{{ define "main" }}{{ end }}', "layouts/_default/baseof.html", "layouts/_default/single.html"),
        ("Jekyll", "{% include head.html %}", "_includes/head.html", "_layouts/post.html"),
        ("Jekyll", "---\nlayout: default\n---\n", "_layouts/default.html", "_layouts/post.html"),
        ("Zola", '{% extends "base.html" %}', "templates/base.html", "templates/page.html"),
    ],
)
def test_what_a_layout_names_is_part_of_it(name: str, article: str, part: str, path: str, tmp_path: Path) -> None:
    assert site_of(tmp_path, name, {path: article, part: HEADING.format("", "{{ page.title }}")}) == part


def test_a_circle_of_layouts_ends(tmp_path: Path) -> None:
    assert (
        site_of(tmp_path, "Jekyll", {"_layouts/post.html": "layout: a\n", "_layouts/a.html": "layout: post\n"}) is None
    )


ARTICLE = (
    "---\ntitle: Harbour bridge closes for repairs\nauthor: Ana Roe\ndate: 2026-05-03\n---\n\n{}The bridge closes.\n"
)
BODY = "# Harbour bridge closes for repairs\n\n"


@pytest.mark.parametrize(("heading", "status"), [("{{ .Title }}", 1), ("News", 0)])
def test_a_new_configuration_counts_such_headings_where_they_come_twice(
    heading: str, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    site_of(tmp_path, "Hugo", {"layouts/single.html": HEADING.format("", heading)})
    article = tmp_path / "content/bridge.md"
    article.write_text(ARTICLE.format(BODY), encoding="utf-8")
    assert main(["init", "--today", TODAY]) == 0
    assert main(["check", "content", "--fail-on", "warning", "--today", TODAY]) == status
    told = capsys.readouterr().out
    assert ("layouts/single.html prints the title" in (tmp_path / "newslint.yaml").read_text()) == bool(status)
    assert ("structure/duplicate-headline-in-body" in told) == bool(status)
    assert main(["check", "content", "--fix", "--fail-on", "warning", "--today", TODAY]) == 0
    assert article.read_text(encoding="utf-8") == ARTICLE.format("" if status else BODY)
    # A link leads to it: then it stays, and no fix of it is counted.
    linked = ARTICLE.format(BODY + "See [above](#harbour-bridge-closes-for-repairs). ")
    article.write_text(linked, encoding="utf-8")
    capsys.readouterr()
    main(["check", "content", "--fix", "--today", TODAY])
    assert article.read_text(encoding="utf-8") == linked
    assert "can be fixed" not in capsys.readouterr().out
