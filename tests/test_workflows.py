"""The action and the workflows are what their schemas allow, and the scripts of the action do what it promises."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from tests.kept_schemas import kept_schema

from newslint import __version__
from newslint.docgen.versions import with_version

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GOOD = """---
title: Harbour bridge closes for repairs
author: Ana Roe
date: 2026-05-03
summary: The bridge over the Lune closes for six weeks.
---

The bridge closes on Monday, the [port authority](https://loam.example/port) said.
"""
OLD = GOOD + "\nThe ferry to to Hallin runs.\n"


def read(path: Path) -> Any:
    """Read a workflow as GitHub does, to which `on` is no boolean."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_valid(path: Path) -> None:
    schema = kept_schema("on", "jobs")
    data = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8").replace("\non:", '\n"on":'))))
    assert [error.message[:200] for error in Draft7Validator(schema).iter_errors(data)] == []
    assert "Untried" in path.read_text(encoding="utf-8")


def test_the_action_is_valid() -> None:
    schema = json.loads((ROOT / "tests/schemas/github-action.schema.json").read_text(encoding="utf-8"))
    assert [error.message[:200] for error in Draft7Validator(schema).iter_errors(ACTION)] == []
    assert not Draft7Validator(schema).is_valid({**ACTION, "runs": {"using": "composite", "steps": [{"run": "true"}]}})


def test_no_input_is_part_of_a_script() -> None:
    """What stands in the text of a script is run, whoever wrote it."""
    jobs = [job for path in WORKFLOWS for job in read(path)["jobs"].values()]
    steps = [step for part in [ACTION["runs"], *jobs] for step in part["steps"] if "run" in step]
    assert len(steps) > 10
    assert [step["run"] for step in steps if "${{" in step["run"]] == []


def test_windows_does_what_the_script_does() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    own = {line.strip() for line in script.splitlines() if line.startswith(".venv/bin/")}
    for name in ("try", "test"):
        command = re.search(rf"<!-- {name} -->\n```sh\n(.*)\n```", readme)
        assert command
        own |= {part.strip() for part in command[1].split("&&")}
    wanted = {line.replace(".venv/bin/", ".venv\\Scripts\\") for line in own if ".venv/bin/" in line}
    steps = read(ROOT / ".github/workflows/ci.yml")["jobs"]["windows"]["steps"]
    done = {line.strip() for step in steps for line in step.get("run", "").splitlines()}
    # What the script installs for the tests is installed with the linters already.
    assert {line for line in wanted if "pip install -q -e '.[test]'" not in line} <= done


def test_both_systems_run_every_python_that_is_promised() -> None:
    jobs = read(ROOT / ".github/workflows/ci.yml")["jobs"]
    assert jobs["unix"]["strategy"]["matrix"]["os"] == ["ubuntu-latest", "macos-latest"]
    for job in jobs.values():
        assert job["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_the_version_stands_in_one_place_and_is_carried_into_the_guides() -> None:
    text = "rev: v0.1.0\n'newslint @ git+https://git.example/newslint@v0.1.0'\nThis is version 0.1. uses: a/b@v4\n"
    told = with_version(text, "0.12.3")
    assert told == text.replace("v0.1.0", "v0.12.3").replace("version 0.1.", "version 0.12.")
    for page in ("README.md", "docs/for-content-repositories.md"):
        shown = (ROOT / page).read_text(encoding="utf-8")
        assert with_version(shown, __version__) == shown


class Site:
    """A content repository with a branch, and the action's script."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temp = folder.parent / "temp"
        self.temp.mkdir()
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        (folder / "old.md").write_text(OLD, encoding="utf-8")
        self.base = self.commit("begin")

    def git(self, *words: str) -> str:
        own = {f"GIT_{role}_{what}": "Ana" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        command = ["git", *words]
        return subprocess.run(
            command, cwd=self.folder, env=kept | own, check=True, capture_output=True, text=True
        ).stdout.strip()

    def commit(self, message: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-qm", message)
        return self.git("rev-parse", "HEAD")

    def run(self, folder: Path | None = None, **inputs: str) -> tuple[str, dict[str, str], str]:
        """Run the step that checks; return what it printed, its outputs and the summary."""
        step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
        given = {name: inputs.get(name.lower(), ACTION["inputs"][key]["default"]) for name, key in _inputs(step)}
        output, summary = self.temp / "output", self.temp / "summary"
        for file in (output, summary):
            file.write_text("", encoding="utf-8")
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        own = {
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "RUNNER_TEMP": str(self.temp),
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        }
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=folder or self.folder,
            env=kept | own | given,
            capture_output=True,
            text=True,
        )
        assert ran.returncode == 0, ran.stderr
        told = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        return ran.stdout + ran.stderr, told, summary.read_text(encoding="utf-8")


def _inputs(step: Any) -> list[tuple[str, str]]:
    return [(name, value.removeprefix("${{ inputs.").removesuffix(" }}")) for name, value in step["env"].items()]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    if shutil.which("bash") is None:
        pytest.skip("NOT TESTED: there is no bash")
    return Site(tmp_path / "site")


def test_the_action_reports_what_a_change_brings(site: Site) -> None:
    (site.folder / "old.md").write_text(OLD + "\nA new line.\n", encoding="utf-8")
    (site.folder / "new.md").write_text(GOOD + "\nThe ferry runs, TK said said.\n", encoding="utf-8")
    site.commit("a new article")
    said, told, summary = site.run(base=site.base)
    assert told["status"] == "1"
    assert "::error file=new.md,line=10" in said
    assert "old.md" not in said  # what is wrong there is no fault of this change
    assert "new.md" in summary
    assert "| " in summary
    sarif = json.loads(Path(told["sarif"]).read_text(encoding="utf-8"))
    places = [found["locations"][0]["physicalLocation"] for found in sarif["runs"][0]["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {"new.md"}
    # The first push of a branch has no commit before it.
    assert "old.md" in site.run(base="0" * 40, summary="false")[0]


def test_the_action_works_in_a_shallow_clone_with_its_inputs(site: Site, tmp_path: Path) -> None:
    (site.folder / "news").mkdir()
    (site.folder / "news" / "a b; $(touch hacked).md").write_text(OLD, encoding="utf-8")
    (site.folder / "lax.yaml").write_text("rules: {clarity/doubled-word: off}\n", encoding="utf-8")
    site.commit("a new article")
    clone = tmp_path / "clone"
    site.git("clone", "-q", "--depth", "1", site.folder.as_uri(), str(clone))
    paths = "news\n\nnews/a b; $(touch hacked).md\n"
    said, told, summary = site.run(clone, base=site.base, paths=paths, fail_on="never", summary="false")
    assert (told["status"], summary) == ("0", "")
    assert "clarity/doubled-word" in said
    assert not list(tmp_path.rglob("hacked"))
    said, told, _ = site.run(clone, base=site.base, paths=paths, config="lax.yaml", summary="false")
    assert told["status"] == "0", said
    said, told, _ = site.run(clone, base="f" * 40, config="none.yaml")
    assert "::notice title=newslint::The commit ffff" in said
    assert (told["status"], "sarif" in told) == ("2", False)
    assert "there is no such configuration file" in said


@pytest.mark.parametrize(
    "base", ["--upload-pack=touch hacked;git-upload-pack", "main\n::error::x", "a b", "$(touch hacked)"]
)
def test_a_base_that_is_no_commit_is_refused_before_git_sees_it(site: Site, base: str) -> None:
    said, told, _ = site.run(base=base)
    assert said == "::error title=newslint::The input base is no commit, branch or tag.\n"
    assert told == {"status": "2"}
    assert not list(site.folder.rglob("hacked"))
    assert site.run(base="main")[1]["status"] == "0"
