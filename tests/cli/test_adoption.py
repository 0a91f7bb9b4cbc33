"""A repository with a history takes newslint up, and lives with it: from `init` to a run in a shallow clone."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.site_trees import TREES

from newslint.adoption.gates import Origin
from newslint.cli import main

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: {title}\nauthor: Ana Roe\ndate: {date}\n---\n\n"
PLACES = {
    "Hugo": "content/news",
    "Jekyll": "_posts",
    "Eleventy": "src/posts",
    "Astro": "src/content/blog",
    "Docusaurus": "blog",
}
BRIDGE, SECOND, THIRD, FOURTH = "2026-05-30-bridge.md", "2026-02-03-old.md", "2026-03-03-old.md", "2026-04-03-old.md"
OLD = {
    name: HEAD.format(title=f"Ferry number {number} runs again", date=name[:10])
    + f"The ferry to to pier {number} of Hallin runs again from Monday.\n\nThe port has {number + 2} cranes.\n"
    for number, name in enumerate((SECOND, THIRD, FOURTH), 2)
}
TITLE = HEAD.format(title="Harbour bridge closes for repairs", date="2026-05-30")
GOOD = f"{TITLE}The bridge over the Lune closes on 1 June.\n"
BAD = f"{TITLE}The bridge over the Lune closes on 1 June, and the the ferry runs.\n"
EXCUSE = "<!-- newslint: ignore[clarity/doubled-word] reason: that is its name until: 2026-07-31 -->\n\n"
HIDDEN = f"{TITLE}The bridge over the Lune closes on 1 June, and the fer\u200bry runs.\n"
TEMPLATES = {
    "Hugo": "layouts/new.html",
    "Jekyll": "_includes/new.html",
    "Eleventy": "src/_includes/new.html",
    "Astro": "src/layouts/new.html",
    "Docusaurus": "src/pages/new.html",
}
EARLY, LATE = "2026-06-01", "2026-08-01"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Newsroom:
    """A repository of articles in which newslint is run as its editors, its hook and its CI do."""

    def __init__(self, name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.name = name
        self.folder = folder
        self._hook: tuple[str, list[str]] | None = None
        self.told = ""
        self._capsys = capsys
        self.git("init", "-q")

    def article(self, name: str) -> str:
        return f"{PLACES[self.name]}/{name}"

    def git(self, *words: str, folder: Path | None = None, check: bool = True) -> subprocess.CompletedProcess[str]:
        names = ("-c", "user.name=Ana Roe", "-c", "user.email=ana@loam.example", "-c", "init.defaultBranch=main")
        command = ["git", *names, *words]
        return subprocess.run(command, cwd=folder or self.folder, capture_output=True, text=True, check=check)

    def save(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def commit(self) -> bool:
        """Commit all that there is, as an editor does, and tell whether the hook let it pass."""
        self.git("add", ".")
        if self._hook is not None:
            files, words = self._hook
            names = self.git("diff", "--cached", "--name-only", "--diff-filter=d").stdout.splitlines()
            status, self.told = self.run(*words, *(name for name in names if re.search(files, name)))
            if status:
                return False
        done = self.git("commit", "-qm", "articles", check=False)
        self.told = done.stdout + done.stderr
        return done.returncode == 0

    def run(self, *words: str, today: str = EARLY) -> tuple[int, str]:
        """Run newslint and return its status and what it says."""
        self._capsys.readouterr()
        status = main([*words, "--today", today])
        told = self._capsys.readouterr()
        return status, told.out + told.err

    def check(self, *words: str, today: str = EARLY) -> int:
        return self.run("check", ".", *words, today=today)[0]

    def install_hook(self) -> None:
        """Install the hook as pre-commit would run it: its entry with the names of staged files that it is for.

        In one of the repositories it is git that calls it, as a process of its own.
        """
        entry = yaml.safe_load((self.folder / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]
        hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0] | entry["hooks"][0]
        words = shlex.split(hook["entry"])[1:]
        if self.name != "Hugo":
            self._hook = hook["files"], words
            return
        run = shlex.join([sys.executable, "-m", "newslint", *words, "--today", EARLY])
        files = f"git diff --cached --name-only --diff-filter=d | {shlex.join(['grep', '-E', hook['files']])}"
        script = self.folder / ".git/hooks/pre-commit"
        script.write_text(f'#!/bin/sh\nnames=$({files})\n[ -z "$names" ] || {run} $names\n', encoding="utf-8")
        script.chmod(0o755)


@pytest.fixture(params=PLACES)
def newsroom(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Newsroom:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name, value in (("AUTHOR_NAME", "Ana Roe"), ("AUTHOR_EMAIL", "ana@loam.example")):
        monkeypatch.setenv(f"GIT_{name}", value)
        monkeypatch.setenv(f"GIT_{name.replace('AUTHOR', 'COMMITTER')}", value)
    monkeypatch.setattr("newslint.cli.init.origin_of", lambda: Origin(is_local=True))
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Newsroom(request.param, folder, capsys)


def test_from_the_first_day_to_a_shallow_clone(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopt(newsroom)
    block_a_bad_change(newsroom)
    excuse_it_until_a_day(newsroom)
    fix_what_is_safe(newsroom)
    rename_an_old_article(newsroom)
    mend_and_prune(newsroom)
    check_changed_lines_in_a_shallow_clone(newsroom, tmp_path, monkeypatch)


def adopt(newsroom: Newsroom) -> None:
    TREES[newsroom.name]._replace(articles={}, drafts={}).build(newsroom.folder)
    for name, text in OLD.items():
        newsroom.save(newsroom.article(name), text)
    assert newsroom.commit()
    assert newsroom.check() == 1
    status, told = newsroom.run("init", "--hook", "--baseline")
    assert status == 0
    assert re.search(r"3 +error +clarity/doubled-word", told)
    assert newsroom.check() == 0
    assert newsroom.check("--no-baseline") == 1
    assert newsroom.commit()
    newsroom.install_hook()


def block_a_bad_change(newsroom: Newsroom) -> None:
    newsroom.save(newsroom.article(BRIDGE), BAD)
    assert not newsroom.commit()
    assert "clarity/doubled-word" in newsroom.told
    assert "1 error in 1 file" in newsroom.told
    newsroom.save(newsroom.article(BRIDGE), GOOD)
    # A template that is no article blocks nothing, and neither does the debt that the baseline knows.
    newsroom.save(TEMPLATES[newsroom.name], "<p>TK the the lead</p>\n")
    newsroom.save(newsroom.article(SECOND), f"{OLD[SECOND]}\nA crane was sold on 2 May.\n")
    assert newsroom.commit()


def excuse_it_until_a_day(newsroom: Newsroom) -> None:
    newsroom.save(newsroom.article(BRIDGE), BAD.replace("The bridge", f"{EXCUSE}The bridge", 1))
    assert newsroom.commit()
    assert newsroom.check() == 0
    _, told = newsroom.run("excuses", ".", "--format", "json")
    (excuse,) = json.loads(told)["excuses"]
    assert (excuse["reason"], excuse["author"], excuse["findings"]) == ("that is its name", "Ana Roe", 1)
    status, told = newsroom.run("check", ".", today=LATE)
    assert status == 1
    assert "expired on 2026-07-31" in told
    assert "clarity/doubled-word" in told
    newsroom.save(newsroom.article(BRIDGE), GOOD)
    assert newsroom.commit()


def fix_what_is_safe(newsroom: Newsroom) -> None:
    newsroom.save(newsroom.article(BRIDGE), HIDDEN)
    assert newsroom.check("--fail-on", "warning") == 1
    assert newsroom.check("--fail-on", "warning", "--fix") == 0
    assert (newsroom.folder / newsroom.article(BRIDGE)).read_text(encoding="utf-8") == HIDDEN.replace("\u200b", "")
    assert newsroom.git("status", "--porcelain").stdout.split() == ["M", newsroom.article(BRIDGE)]
    assert newsroom.commit()


def rename_an_old_article(newsroom: Newsroom) -> None:
    newsroom.git("mv", newsroom.article(THIRD), newsroom.article("2026-03-03-ferry.md"))
    assert newsroom.check() == 0
    assert newsroom.check("--staged") == 0
    assert newsroom.commit()


def mend_and_prune(newsroom: Newsroom) -> None:
    baseline = newsroom.folder / ".newslint-baseline"
    before = baseline.read_text(encoding="utf-8").splitlines()
    newsroom.save(newsroom.article(FOURTH), OLD[FOURTH].replace("to to", "to"))
    status, told = newsroom.run("check", ".")
    assert status == 1
    assert "--prune" in told
    assert newsroom.run("baseline", ".", "--prune")[0] == 0
    assert len(baseline.read_text(encoding="utf-8").splitlines()) < len(before)
    assert newsroom.check() == 0
    assert newsroom.commit()


def check_changed_lines_in_a_shallow_clone(newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = newsroom.git("rev-list", "--max-parents=0", "HEAD").stdout.strip()
    newsroom.git("clone", "-q", "--depth=1", newsroom.folder.as_uri(), str(tmp_path / "shallow"), folder=tmp_path)
    monkeypatch.chdir(tmp_path / "shallow")
    status, told = newsroom.run("check", "--changed-since", first)
    assert status == 2
    assert "fetch-depth: 0" in told
    assert newsroom.run("check", "--changed-since", "origin/main")[0] == 0
    changed = tmp_path / "shallow" / newsroom.article(SECOND)
    changed.write_text(changed.read_text(encoding="utf-8").replace("was sold", "was was sold"), encoding="utf-8")
    _, told = newsroom.run("check", "--changed-since", "origin/main", "--format", "jsonl", "--no-baseline")
    found = [json.loads(line) for line in told.splitlines()]
    assert {(one["path"], one["rule"]) for one in found} == {(newsroom.article(SECOND), "clarity/doubled-word")}
    assert {one["span"]["start"]["line"] for one in found} == {11}
    newsroom.git("fetch", "-q", "--unshallow", folder=tmp_path / "shallow")
    assert newsroom.run("check", "--changed-since", first)[0] == 1
