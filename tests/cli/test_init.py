"""`newslint init` writes what a repository needs to begin, and nothing over what is there."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from tests.kept_schemas import kept_schema
from tests.site_trees import ARTICLE, FAULT, HEAD, HUGO, JEKYLL, TODAY, TREES, Tree

from newslint import __version__
from newslint.adoption import gates
from newslint.adoption.gates import Origin, hook_entry, job_of, origin_of, with_hook
from newslint.cli import main
from newslint.settings import load_settings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("newslint.cli.init.origin_of", lambda: Origin("https://git.loam.example/newslint", "v1"))
    return tmp_path


def init(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    """Run `newslint init` and return what it says."""
    capsys.readouterr()
    assert main(["init", "--today", TODAY, *words]) == status
    told = capsys.readouterr()
    return told.out + told.err


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", TREES)
def test_the_configuration_says_what_is_an_article(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = TREES[name]
    tree.build(here)
    told = init(capsys)
    assert f"{name} site, known by" in told
    assert "newslint.yaml: written." in told
    settings = load_settings(here / "newslint.yaml", keep=False)
    assert settings.config.drafts == "skip"
    assert judged(capsys) == set(tree.articles)
    # It does not lean on the files of the generator: only a text tells a template where a folder holds articles.
    for mark in tree.marks:
        (here / mark).unlink()
    assert not {path for path in judged(capsys) - set(tree.articles) if "{" not in tree.apart.get(path, "")}


def judged(capsys: pytest.CaptureFixture[str]) -> set[str]:
    capsys.readouterr()
    main(["check", ".", "--format", "concise", "--min-severity", "advice", "--today", TODAY])
    return {line.partition(":")[0] for line in capsys.readouterr().out.splitlines()}


def test_a_dry_run_writes_nothing_and_shows_all(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / ".github").mkdir()
    before = files_of(HUGO.build(here))
    told = init(capsys, "--dry-run", "--hook", "--ci", "--baseline")
    assert files_of(here) == before
    for part in (
        "profile: news",
        "- /layouts",
        "id: newslint",
        "runs-on:",
        "The first run:",
        "newslint baseline content",
    ):
        assert part in told


def test_standard_output_has_the_configuration_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_of(HUGO.build(here))
    printed = init(capsys, "--stdout")
    assert files_of(here) == before
    init(capsys)
    assert (here / "newslint.yaml").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("there", ["newslint.yaml", "newslint.yml", "pyproject.toml"])
def test_a_configuration_that_is_there_stays(there: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    HUGO.build(here)
    text = '[tool.newslint]\nprofile = "blog"\n' if there == "pyproject.toml" else "profile: blog\n"
    (here / there).write_text(text, encoding="utf-8")
    before = files_of(here)
    told = init(capsys, status=2)
    assert there in told
    assert "--force" in told
    assert files_of(here) == before
    told = init(capsys, "--hook")
    assert f"{there}: left as it is" in told
    assert files_of(here).keys() - before.keys() == {gates.HOOK_FILE}
    assert (here / there).read_text(encoding="utf-8") == text
    assert "newslint baseline" in init(capsys, "--hook", "--baseline")
    assert not (here / ".newslint-baseline").exists()
    init(capsys, "--force")
    assert "profile: news" in (here / "newslint.yaml").read_text(encoding="utf-8")


def test_it_says_what_the_first_run_says_and_how_to_record_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    HUGO.build(here)
    told = init(capsys)
    counted = re.search(r"(\d+) +error +clarity/doubled-word", told)
    assert counted
    assert int(counted[1]) == len(HUGO.articles)
    assert re.search(r"\d errors", told)
    assert "`newslint baseline content` records" in told
    assert main(["check", "content", "--today", TODAY]) == 1


def test_with_a_baseline_the_next_run_is_silent(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    HUGO.build(here)
    told = init(capsys, "--baseline")
    assert ".newslint-baseline" in told
    capsys.readouterr()
    for paths in (["content"], ["."]):
        assert main(["check", *paths, "--today", TODAY, "--fail-on", "advice"]) == 0
    before = (here / ".newslint-baseline").read_bytes()
    assert main(["baseline", "content", "--today", TODAY]) == 0
    assert (here / ".newslint-baseline").read_bytes() == before


def test_fields_and_types_of_its_own_are_found(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = "---\nnews_title_text: Harbour bridge closes for repairs\nstory_author_name: Ana Roe\n"
    own += "online_since_date: 2026-05-03\nphoto_author: Ben Doe\ncategory: {}\n---\n\nThe bridge closes on Monday.\n"
    for number, kind in enumerate(("News", "Op-Ed", "Advertorial", "News")):
        (here / f"{number}.md").write_text(own.format(kind), encoding="utf-8")
    init(capsys)
    config = load_settings(here / "newslint.yaml", keep=False).config
    assert config.field_aliases == {
        "headline": ("news_title_text",),
        "byline": ("story_author_name",),
        "published": ("online_since_date",),
    }
    assert config.content_types
    assert config.content_types.field == "category"
    assert config.content_types.profiles == {"Op-Ed": "opinion", "Advertorial": "sponsored"}
    capsys.readouterr()
    main(["check", ".", "--format", "concise", "--today", TODAY])
    assert "structure/missing" not in capsys.readouterr().out


def test_usual_fields_and_types_need_no_word(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.md").write_text(ARTICLE, encoding="utf-8")
    told = init(capsys, "--stdout")
    assert "field_aliases" not in told
    assert "content_types" not in told
    assert "overrides" not in told


@pytest.mark.parametrize(
    ("folder", "profile"),
    [("opinion", "opinion"), ("news/Letters", "opinion"), ("paid-posts", "sponsored"), ("explainers", "explainer")],
)
def test_folders_have_the_profile_that_they_are_called_by(
    folder: str, profile: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / folder).mkdir(parents=True)
    (here / folder / "a.md").write_text(ARTICLE, encoding="utf-8")
    init(capsys)
    settings = load_settings(here / "newslint.yaml", keep=False)
    assert settings.profile_of(str(here / folder / "a.md")) == profile


def test_pages_and_folders_outside_are_left_out_and_articles_of_such_names_are_not(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    HUGO.build(here)
    for name in ("scripts/notes.md", "team.md", "content/news/search.md", "content/news/port/index.md"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(ARTICLE, encoding="utf-8")
    init(capsys)
    capsys.readouterr()
    main(["check", ".", "--show-files"])
    shown = capsys.readouterr().out.split()
    assert {"content/news/search.md", "content/news/port/index.md"} <= set(shown)
    assert all(path.startswith("content/") for path in shown)


def test_a_folder_of_drafts_is_excluded_and_named_nowhere_else(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    JEKYLL.build(here)
    told = init(capsys, "--hook", "--ci")
    settings = load_settings(here / "newslint.yaml", keep=False)
    assert "/_drafts" in settings.config.exclude
    assert "_drafts" not in told
    assert (here / "newslint.yaml").read_text(encoding="utf-8").count("_drafts") == 1


def test_an_export_is_named_and_told_how_to_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"></rss>'
    (here / "loam.xml").write_text(text, encoding="utf-8")
    assert "Convert it" in init(capsys, status=2)
    assert not (here / "newslint.yaml").exists()
    (here / "a.md").write_text(ARTICLE, encoding="utf-8")
    assert "WordPress site, known by loam.xml: 1 article." in init(capsys)


def test_an_empty_folder_and_no_folder_are_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "contains no article" in init(capsys, status=2)
    assert "no folder" in init(capsys, "nowhere", status=2)


def test_a_site_further_down_is_pointed_at(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    HUGO.build(here / "apps/web")
    assert "`newslint init apps/web`" in init(capsys, "--dry-run")
    told = init(capsys, "apps/web")
    assert "Hugo site" in told
    assert (here / "apps/web/newslint.yaml").is_file()
    assert "`newslint baseline apps/web/content` records" in told


MINE = """\
# our hooks
repos:
- repo: https://git.loam.example/tools   # pinned
  rev: "1.0"
  hooks:
  - id: tidy

ci:
  skip: [tidy]  # slow
"""


def test_the_hook_is_shown_and_written_on_request(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    HUGO.build(here)
    assert "run `pre-commit install`" in init(capsys)
    assert not (here / gates.HOOK_FILE).exists()
    init(capsys, "--force", "--hook")
    entry = yaml.safe_load((here / gates.HOOK_FILE).read_text(encoding="utf-8"))["repos"][0]
    assert entry == {"repo": "https://git.loam.example/newslint", "rev": "v1", "hooks": [{"id": "newslint"}]}
    assert "has the hook already" in init(capsys, "--force", "--hook")


@pytest.mark.parametrize("has_configuration", [False, True])
def test_hooks_that_are_there_stay_and_ours_is_added(
    has_configuration: bool, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    HUGO.build(here)
    path = here / gates.HOOK_FILE
    path.write_text(MINE, encoding="utf-8")
    if has_configuration:
        (here / "newslint.yaml").write_text("profile: blog\n", encoding="utf-8")
    else:
        assert "add this to `repos`" in init(capsys, "--dry-run")
    assert path.read_text(encoding="utf-8") == MINE
    init(capsys, "--hook")
    assert ("blog" in (here / "newslint.yaml").read_text(encoding="utf-8")) == has_configuration
    new = path.read_text(encoding="utf-8")
    assert [line for line in new.splitlines() if line] != [line for line in MINE.splitlines() if line]
    assert set(MINE.splitlines()) <= set(new.splitlines())
    assert [entry["repo"][-5:] for entry in yaml.safe_load(new)["repos"]] == ["tools", "slint"]


def test_a_hook_that_cannot_be_joined_is_shown_and_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    HUGO.build(here)
    (here / gates.HOOK_FILE).write_text("repos: [{repo: a}]\n", encoding="utf-8")
    told = init(capsys, "--hook")
    assert "was not added" in told
    assert "id: newslint" in told
    assert (here / gates.HOOK_FILE).read_text(encoding="utf-8") == "repos: [{repo: a}]\n"


@pytest.mark.parametrize(
    ("name", "leads_to"),
    [
        (gates.HOOK_FILE, "../outside"),
        (gates.HOOK_FILE, "../there"),
        (gates.HOOK_FILE, ".git/hooks"),
        (".github", "../folder"),
        (".github", ".git"),
        (".github/workflows", "../../folder"),
        (".github/workflows/newslint.yml", "../../../outside"),
        (".newslint-baseline", "../outside"),
        (".newslint-baseline", "../there"),
        ("newslint.yaml", "../outside"),
        ("newslint.yaml", "../there"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_no_link_leads_what_is_written_out_of_the_repository(
    name: str,
    leads_to: str,
    force: bool,
    here: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = here / "site"
    (site / ".git").mkdir(parents=True)
    HUGO.build(site)
    (site / ".git/config").write_text('[remote "origin"]\n\turl = https://github.com/loam/site\n', encoding="utf-8")
    (here / "there").write_text("repos: []\n", encoding="utf-8")
    (here / "folder").mkdir()
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(leads_to)
    monkeypatch.chdir(site)

    def outside() -> dict[str, bytes]:
        return {at: data for at, data in files_of(here).items() if not at.startswith("site/") or "/.git/" in at}

    before = outside()
    main(["init", "--today", TODAY, "--hook", "--ci", "--baseline", *(["--force"] if force else [])])
    told = capsys.readouterr()
    assert outside() == before
    assert path.is_symlink()
    assert name in told.out + told.err


@pytest.mark.skipif(os.name == "nt", reason="needs links")
@pytest.mark.parametrize(
    "hinder",
    [
        lambda site: (site / ".newslint-baseline").symlink_to("../outside"),
        lambda site: (site / gates.HOOK_FILE).symlink_to("../outside.yaml"),
        lambda site: (site / ".github/workflows").write_text("no folder", encoding="utf-8"),
        lambda site: (site / ".newslint-baseline").write_text("damaged", encoding="utf-8"),
    ],
)
def test_where_one_file_is_refused_none_is_written(
    hinder: Callable[[Path], object], here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = here / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".github").mkdir()
    HUGO.build(site)
    (here / "outside.yaml").write_text("repos:\n", encoding="utf-8")
    hinder(site)
    monkeypatch.chdir(site)
    before = files_of(here)
    told = init(capsys, "--hook", "--ci", "--baseline", status=2)
    assert files_of(here) == before
    assert "written" not in told.replace("not written", "")


def test_where_the_disk_is_full_all_is_as_it_was(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / ".github").mkdir()
    HUGO.build(here)
    (here / gates.HOOK_FILE).write_text("repos: []\n", encoding="utf-8")
    before = files_of(here)
    replace = os.replace

    def fill(source: str, target: str) -> None:
        if target.endswith("newslint.yml"):
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fill)
    assert "newslint.yml: it cannot be written, so nothing was." in init(capsys, "--hook", "--ci", status=2)
    assert files_of(here) == before
    assert not (here / ".github/workflows").exists()


def test_no_configuration_hides_one_from_above_or_stands_below_the_top_of_a_site(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    HUGO.build(here)
    told = init(capsys, "content", status=2)
    assert "`newslint init .`" in told
    monkeypatch.chdir(here / "content")
    assert "`newslint init ..`" in init(capsys, status=2)
    (here / "newslint.yaml").write_text("profile: blog\n", encoding="utf-8")
    told = init(capsys, status=2)
    assert "../newslint.yaml" in told
    assert "--force" in told
    before = files_of(here)
    assert "would hide it" in init(capsys, "--dry-run")
    init(capsys, "--hook")
    assert files_of(here).keys() - before.keys() == {gates.HOOK_FILE}
    assert "would hide it" in init(capsys, "--force")
    assert (here / "content/newslint.yaml").is_file()


@pytest.mark.parametrize("text", ["", "repos:\n", "repos:\n  - repo: a\n    hooks: []\n", "repos:\n- repo: a\n", MINE])
def test_an_entry_is_added_and_nothing_else_changes(text: str) -> None:
    entry = hook_entry(Origin())
    new = with_hook(text, entry)
    assert new is not None
    before, after = yaml.safe_load(text) or {}, yaml.safe_load(new)
    assert after["repos"] == [*(before.get("repos") or []), *yaml.safe_load(entry)]


@pytest.mark.parametrize("text", ["repos: [{repo: a}]\n", "a: 1\n", "repos: [\n", "- repos\n"])
def test_where_an_entry_cannot_be_added_safely_nothing_is(text: str) -> None:
    assert with_hook(text, hook_entry(Origin())) is None


@pytest.mark.parametrize("origin", [Origin(), Origin(is_local=True)])
def test_a_hook_without_a_repository_is_the_one_that_is_shipped(origin: Origin) -> None:
    shipped = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    own = yaml.safe_load(hook_entry(origin))[0]["hooks"][0]
    for key in ("id", "entry", "files", "require_serial"):
        assert own[key] == shipped[key]


@pytest.mark.parametrize(
    ("noted", "requirement", "is_local"),
    [
        (None, f"newslint=={__version__}", False),
        ('{"url": "file:///a", "dir_info": {"editable": true}}', f"newslint=={__version__}", True),
        (
            '{"url": "https://git.loam.example/n", "vcs_info": {"vcs": "git", "requested_revision": "v2"}}',
            "newslint @ git+https://git.loam.example/n@v2",
            False,
        ),
        (
            '{"url": "https://git.loam.example/n", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            "newslint @ git+https://git.loam.example/n@abc",
            False,
        ),
        ("{", f"newslint=={__version__}", True),
    ],
)
def test_it_is_installed_from_where_this_one_came(
    noted: str | None, requirement: str, is_local: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return noted

    monkeypatch.setattr("importlib.metadata.distribution", lambda name: Installed())
    origin = origin_of()
    assert (origin.requirement, origin.is_local) == (requirement, is_local)


def test_a_repository_of_github_gets_a_workflow(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    HUGO.build(here)
    (here / ".github").mkdir()
    (here / ".git/HEAD").write_text("ref: refs/heads/trunk\n", encoding="utf-8")
    path = here / ".github/workflows/newslint.yml"
    assert "(--ci writes it)" in init(capsys)
    assert not path.exists()
    init(capsys, "--force", "--ci")
    job = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert job["jobs"]["newslint"]["steps"][-1] == {"run": "newslint check content --format github"}
    assert job[True]["push"]["branches"] == ["trunk"]
    assert "has the job already" in init(capsys, "--ci")
    path.write_text("mine\n", encoding="utf-8")
    assert "add this to" in init(capsys, "--ci")
    (here / "newslint.yaml").unlink()
    assert "add this to" in init(capsys, "--ci")
    assert path.read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize("origin", [Origin(), Origin("https://github.com/loam/newslint", "v1"), Origin(is_local=True)])
def test_hook_and_workflow_are_what_their_schemas_allow(origin: Origin) -> None:
    workflow = job_of("GitHub", ["blog", "docs"], origin, "main", "apps/web").text.replace("\non:", '\n"on":')
    hook = with_hook(MINE, hook_entry(origin))
    assert hook is not None
    for text, keys in ((workflow, ("on", "jobs")), (hook, ("repos",))):
        faults = Draft7Validator(kept_schema(*keys)).iter_errors(json.loads(json.dumps(yaml.safe_load(text))))
        assert [error.message[:200] for error in faults] == []


@pytest.mark.parametrize("folder", ["", "apps/web"])
def test_where_newslint_is_an_action_of_github_the_workflow_uses_it(folder: str) -> None:
    known = set(yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"])
    for url in ("https://github.com/loam/newslint", "https://github.com/loam/newslint.git"):
        job = yaml.safe_load(job_of("GitHub", ["blog", "docs"], Origin(url, "v0.3.0"), "main", folder).text)
        checkout, step = job["jobs"]["newslint"]["steps"]
        assert checkout["with"] == {"fetch-depth": 0}
        assert job["permissions"] == {"contents": "read", "security-events": "write"}
        assert step["uses"] == "loam/newslint@v0.3.0"
        assert step["with"]["paths"].split() == ["blog", "docs"]
        assert set(step["with"]) == {"paths", *(["working-directory"] if folder else [])} <= known


def test_a_repository_of_gitlab_gets_a_job_which_joins_no_file_by_itself(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    HUGO.build(here)
    (here / ".git/config").write_text('[remote "origin"]\n  url = git@gitlab.loam.example:a/b.git\n', encoding="utf-8")
    init(capsys, "--ci")
    job = yaml.safe_load((here / ".gitlab-ci.yml").read_text(encoding="utf-8"))["newslint"]
    assert job["script"][-1] == "newslint check content"
    assert job["artifacts"]["reports"]["codequality"] == "newslint.json"
    (here / ".gitlab-ci.yml").write_text("mine: {}\n", encoding="utf-8")
    assert "add this to .gitlab-ci.yml" in init(capsys, "--ci", "--force")
    assert (here / ".gitlab-ci.yml").read_text(encoding="utf-8") == "mine: {}\n"


@pytest.mark.parametrize("service", ["GitHub", "GitLab"])
@pytest.mark.parametrize("origin", [Origin(), Origin("https://github.com/loam/newslint", "v1"), Origin(is_local=True)])
def test_a_job_does_what_its_first_line_says_and_may_do_no_more(service: str, origin: Origin) -> None:
    text = job_of(service, ["content"], origin, "main").text
    takes_action = "uses: loam/newslint" in text
    assert takes_action == (service == "GitHub" and bool(origin.url))
    assert ("what each change touches" in text) == takes_action
    assert ("all articles" in text) != takes_action
    for word in ("fetch-depth", "security-events"):
        assert (word in text) == takes_action
    assert ("newslint check content" in text) != takes_action


def test_without_a_service_no_job_is_made_up(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    HUGO.build(here)
    assert "nothing tells whether GitHub or GitLab" in init(capsys, "--ci")
    assert "runs-on" not in init(capsys, "--force")


@pytest.mark.parametrize("service", ["GitHub", "GitLab"])
@pytest.mark.parametrize("folder", ["", "apps/web", "my site: 'x' #1"])
def test_a_job_is_yaml_whatever_folders_are_called(service: str, folder: str) -> None:
    for paths in (["content"], ["a b"], ["$(touch x)"], ["-x"], []):
        job = job_of(service, paths, Origin(), "main", folder)
        told = str(yaml.safe_load(job.text))
        assert "touch" not in told
        assert "newslint check" in told


def test_names_that_yaml_reads_in_its_own_way_are_quoted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = Tree({"_config.yml": "title: x\n"}, {"no: #1/opinion/a.md": ARTICLE, "_posts/a.md": ARTICLE}, {}, {})
    tree._replace(apart={"yes/_layouts/a.html": FAULT, "_[x]/a.md": FAULT}).build(here)
    init(capsys)
    config = load_settings(here / "newslint.yaml", keep=False).config
    assert config.overrides[0].files == ("/no: #1/opinion",)
    assert "/_[x]" in config.exclude


def test_a_large_archive_is_looked_at_in_even_steps(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.adoption.survey._SAMPLE", 10)
    head = HEAD.replace("author:", "told_by_reporter:").format(date="2026-05-03", more="")
    for number in range(45):
        (here / f"{number:04}.md").write_text(head if number % 2 else ARTICLE, encoding="utf-8")
    told = init(capsys, "--stdout")
    assert "byline: [told_by_reporter]  # in " in told
    counted = re.search(r"in (\d+) articles", told)
    assert counted
    assert int(counted[1]) < 10


def test_jekyll_s_collections_are_checked_too(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    JEKYLL.build(here)
    assert "in all folders" in init(capsys, "--stdout")
