"""Which program makes a site is known by its files, and what is no article of it is not judged as one."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.site_trees import ARTICLE, FAULT, JEKYLL, PAGE, TODAY, TREES

from newslint import generators
from newslint.cli import main
from newslint.discovery import discover, explain_file
from newslint.errors import UsageError
from newslint.generators import GENERATORS, recognise
from newslint.generators.template_code import is_template

KINDS = pytest.mark.parametrize("name", TREES)


def judged(capsys: pytest.CaptureFixture[str], *words: str) -> set[str]:
    """Return the files in which a run finds anything."""
    capsys.readouterr()
    assert main(["check", "--format", "jsonl", "--today", TODAY, *words]) in (0, 1)
    return {json.loads(line)["path"] for line in capsys.readouterr().out.splitlines()}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_generator_has_a_tree() -> None:
    assert {each.name for each in GENERATORS} == set(TREES)


@KINDS
def test_a_generator_is_known_by_the_files_at_the_top(name: str, tmp_path: Path) -> None:
    TREES[name].build(tmp_path)
    assert [site.generator.name for site in recognise(tmp_path.as_posix())] == [name]


@KINDS
def test_nothing_is_found_in_templates_and_all_articles_are_judged(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = TREES[name]
    tree.build(here)
    assert judged(capsys, ".") == {*tree.articles, *tree.drafts}


@KINDS
def test_nothing_is_found_in_drafts_where_they_are_skipped(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = TREES[name]
    tree.build(here)
    (here / "newslint.yaml").write_text("drafts: skip\n", encoding="utf-8")
    assert judged(capsys, ".") == set(tree.articles)


@KINDS
def test_drafts_stop_nothing(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = TREES[name]
    tree._replace(articles={}).build(here)
    if tree.drafts:
        assert main(["check", ".", "--fail-on", "warning", "--today", TODAY]) == 0
        assert f"{len(tree.drafts)} draft" in capsys.readouterr().out


@KINDS
def test_the_hook_leaves_out_what_a_walk_leaves_out(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = TREES[name]
    tree.build(here)
    named = [file for file in [*tree.articles, *tree.drafts, *tree.apart] if not file.endswith(".json")]
    assert judged(capsys, "--force-exclude", *named) == {*tree.articles, *tree.drafts}


@KINDS
def test_what_is_named_is_judged(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = TREES[name]
    tree.build(here)
    assert judged(capsys, *tree.apart) == set(tree.apart)


@KINDS
def test_without_the_files_that_tell_all_are_articles(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = TREES[name]._replace(marks={})
    tree.build(here)
    if name != "WordPress":  # its folders tell
        assert judged(capsys, ".") == {*tree.articles, *tree.drafts, *tree.apart}


def test_a_folder_of_templates_that_is_named_is_walked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    JEKYLL.build(here)
    assert judged(capsys, "_includes") == {"_includes/head.html"}


def test_the_site_is_known_from_a_folder_below_it(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    JEKYLL.build(here)
    monkeypatch.chdir(here / "blog")
    (here / "blog/story.md").write_text(ARTICLE, encoding="utf-8")
    assert judged(capsys, ".") == {"story.md"}


def test_include_brings_back_what_is_left_out(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    JEKYLL.build(here)
    (here / "newslint.yaml").write_text('include: ["_snippets/*.md"]\n', encoding="utf-8")
    assert judged(capsys, ".") == {*JEKYLL.articles, *JEKYLL.drafts, "_snippets/old.md"}
    assert "_snippets/old.md" in judged(capsys, "--force-exclude", "_snippets/old.md", "_includes/head.html")


def test_the_hook_says_why_it_leaves_a_file_out(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    JEKYLL.build(here)
    main(["check", "--force-exclude", "_includes/head.html", "_posts/2026-05-03-bridge.md"])
    assert "_includes/head.html is no article: Jekyll keeps none in `_includes`." in capsys.readouterr().err


def test_templates_that_were_left_out_are_counted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    JEKYLL.build(here)
    main(["check", ".", "--today", TODAY])
    assert "2 templates left out" in capsys.readouterr().out


def test_the_list_of_files_is_that_of_the_run(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    JEKYLL.build(here)
    assert main(["check", ".", "--show-files"]) == 0
    assert set(capsys.readouterr().out.split()) == {*JEKYLL.articles, *JEKYLL.drafts}
    assert main(["check", "index.html", "--show-files"]) == 0
    assert capsys.readouterr().out == "index.html\n"


OTHERS = {
    "a book": {"_config.yml": "title: x\n", "_toc.yml": ""},
    "Hexo": {"_config.yml": "title: x\n", "scaffolds/post.md": ""},
    "a script called astro": {"package.json": '{"scripts": {"astro": "node astro.js"}}'},
    "a plugin of Eleventy": {"package.json": '{"devDependencies": {"@11ty/eleventy": "^3.0.0"}}', "lib/x.js": ""},
    "some config": {"config.toml": "[server]\nport = 1\n", "content/a.md": ""},
    "a Rust library": {"config.toml": "", "templates/a.html": ""},
    "a feed": {"feed.xml": "<rss></rss>"},
    "data": {"export.json": "{}"},
    "broken": {"package.json": '{"dependencies": {"astro": '},
    "no UTF-8": {"package.json": '\x00"astro"'},
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_only_looks_like_a_site_is_none(name: str, tmp_path: Path) -> None:
    for file, text in OTHERS[name].items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    assert recognise(tmp_path.as_posix()) == ()


def test_what_cannot_be_read_tells_nothing(tmp_path: Path) -> None:
    assert recognise((tmp_path / "nowhere").as_posix()) == ()
    (tmp_path / "package.json").mkdir()
    (tmp_path / "config.toml").symlink_to("nowhere")
    (tmp_path / "content").mkdir()
    assert recognise(tmp_path.as_posix()) == ()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "config.yaml")
        assert recognise(tmp_path.as_posix()) == ()


def test_folders_that_the_generator_s_configuration_renames_are_known(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "_config.yml").write_text("layouts_dir: theme/views # ours\n", encoding="utf-8")
    for file in ("theme/views/post.html", "theme/story.html"):
        (here / file).parent.mkdir(parents=True, exist_ok=True)
        (here / file).write_text(PAGE.replace("{{ title }}", "Bridge"), encoding="utf-8")
    assert judged(capsys, ".") == {"theme/story.html"}


def test_one_named_article_asks_for_no_site(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    JEKYLL.build(here)

    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("newslint.discovery.recognise", fail)
    monkeypatch.setattr(generators, "recognise", fail)
    assert main(["check", "_posts/2026-05-03-bridge.md", "--today", TODAY]) == 1


FOLDERS = st.lists(
    st.sampled_from(
        ["_posts", "_includes", "_data", "layouts", "themes", "src", "content", "static", "_x", ".h", "wp-content"]
    ),
    max_size=3,
).map("/".join)
FILES = st.lists(st.tuples(FOLDERS, st.sampled_from(["a.md", "b.html", "README.md", "c.py", ".d.md"])), max_size=12)
MARKS = st.sampled_from(
    ["_config.yml", "hugo.toml", "docusaurus.config.js", "astro.config.mjs", ".eleventy.js", "zola.toml"]
)
GLOBS = st.lists(st.sampled_from(["_includes/**", "src", "*.html", "a.md", "/static/*", ".h/**"]), max_size=2)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES, marks=st.sets(MARKS, max_size=2), include=GLOBS, exclude=GLOBS)
def test_a_file_is_left_out_of_a_walk_where_there_is_a_reason(
    tmp_path_factory: pytest.TempPathFactory,
    files: list[tuple[str, str]],
    marks: set[str],
    include: list[str],
    exclude: list[str],
) -> None:
    top = tmp_path_factory.mktemp("tree")
    names = [*marks, ".git/HEAD", *(f"{folder}/{name}".removeprefix("/") for folder, name in files), "z.md"]
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).touch()
    with suppress(UsageError):
        found = discover([str(top)], include, exclude, top, force_exclude=False).files
        free = {name for name in names if not explain_file(str(top / name), include, exclude, top)}
        assert {path.relative_to(top).as_posix() for path in found} == free - {".git/HEAD"}
        forced = discover([str(top / name) for name in free], include, exclude, top, force_exclude=True)
        assert (set(forced.files), forced.excluded) == (set(found), ())


TEMPLATES = [
    "<body>{{ content }}</body>",
    "---\nlayout: x\n---\n{{- content | safe -}}\n",
    '{{ define "main" }}<h1>News</h1>{{ end }}',
    "{% extends 'base.html' %}Some words.",
    "---\ntitle: News\n---\n{% for post in site.posts %}<li>{{ post.title }}</li>{% endfor %}",
    "+++\ntitle = 'x'\n+++\n{% include list.html %}",
    "<ul>{% for post in posts %}<li>Read more: {{ post.title }}</li>{% endfor %}</ul>",
    '{{ block "main" . }}{{ end }}',
]
ARTICLES = [
    "",
    "---\ntitle: x\n---\n",
    FAULT,
    ARTICLE,
    f"{FAULT}\n{{% include figure.html src='a.jpg' %}}\n",
    f"{FAULT}\n{{{{< figure src='a.jpg' >}}}}\n",
    '---\ntitle: x\n---\n{{< youtube id="x" >}}\n',
    f"{FAULT}\n```liquid\n{{{{ content }}}}\n```\n",
    f"{FAULT}\nWrite `{{{{ content }}}}` where the text goes.\n",
    f"{FAULT}\n{{% raw %}}{{{{ content }}}}{{% endraw %}}\n",
    f"{FAULT}\n<pre>{{% extends 'x' %}}</pre>\n",
    f"{FAULT}\n<!-- {{{{ content }}}} -->\n",
    "{{ an unfinished output",
    "Ask {{ site.editor }} about it.",
]


@pytest.mark.parametrize("text", TEMPLATES)
def test_code_without_words_is_a_template(text: str) -> None:
    assert is_template(text)
    assert is_template(text.replace("\n", "\r\n"))


@pytest.mark.parametrize("text", ARTICLES)
def test_a_text_of_its_own_is_no_template(text: str) -> None:
    assert not is_template(text)


PIECES = st.sampled_from(
    ["{{", "}}", "{%", "%}", "content", "raw", "endraw", "`", "```", "<pre", "</pre", "a b.", "\n", "---"]
)


@given(st.lists(PIECES, max_size=30))
def test_any_text_is_one_or_the_other_and_words_make_no_template(parts: list[str]) -> None:
    text = " ".join(parts)
    assert isinstance(is_template(text), bool)
    if "{%" not in text and "{{" not in text:
        assert not is_template(text)


@pytest.mark.parametrize(
    "piece", ["{{ a }} ", "{% raw %} x {% endraw %} ", "{% raw %}", "`{{", "<pre ", "{{{%", "a b c. "]
)
def test_time_grows_with_the_text(piece: str) -> None:
    def cost(times: int) -> float:
        text, start = "{{ x }}" + piece * times, process_time()
        for _ in range(3):
            is_template(text)
        return process_time() - start

    few = min(cost(2_000) for _ in range(3))
    many = min(cost(16_000) for _ in range(2))
    assert many < 24 * few + 0.01
