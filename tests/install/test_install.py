"""What pre-commit installs is a whole wheel: its hook blocks a bad article, and its command lints by itself.

One installation serves all of it, since making an environment takes longer than all that is then asked of it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import __version__

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.install

GOOD = """---
title: Harbour bridge closes for repairs
author: Ana Roe
date: 2026-05-03
summary: The bridge over the Lune closes for six weeks.
---

The bridge closes on Monday, the [port authority](https://loam.example/port) said.
"""
BAD = "# Harbour bridge closes\n\nThe bridge closes, TK said.\n"
CONFIGURATION = """repos:
  - repo: {release}
    rev: {revision}
    hooks: [{{id: newslint}}]
"""
TAG = f"v{__version__}"  # as the guide has it
# Each has to be in the wheel, below the package's folder.
PARTS = (
    "_bundled/rules/structure/missing-byline.yaml",
    "_bundled/rules/lists/cliches.txt",
    "_bundled/profiles/news.yaml",
    "_bundled/prepared.json",
    "_bundled/patterns.bin",
    "_bundled/topics.bin",
    "_bundled/rules/jurisdictions/uk.yaml",
    "language/readability/data/syllables.txt",
    "pages/assets/article.html",
    "pages/assets/report.css",
    "pages/assets/report.js",
    "py.typed",
)


def call(*words: object, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    ours = ("PYTHONPATH", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in ours and name[:4] != "GIT_"}
    environment |= {
        "PIP_NO_COMPILE": "1",  # each package is used a few times at most
        "PRE_COMMIT_HOME": str(cwd.parent / "pre-commit-home"),
        "GIT_CONFIG_NOSYSTEM": "1",
        **more,
    }
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_NAME": "Ana Roe", f"GIT_{role}_EMAIL": "ana@loam.example"}
    return subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, env=environment)


def snapshot(folder: Path) -> Path:
    """Make a repository of the files of this project as they are now, as a release would hold them."""
    folder.mkdir()
    for name in ("src", "rules", "profiles", "examples"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("tests", "docs"):  # a wheel brings neither
        (folder / name).mkdir()
        (folder / name / "__init__.py").touch()
    call("git", "init", "-q", cwd=folder)
    call("git", "add", "-A", cwd=folder)
    assert call("git", "commit", "-qm", "release", cwd=folder).returncode == 0
    assert call("git", "tag", TAG, cwd=folder).returncode == 0
    return folder


def test_what_is_installed_lints_as_a_hook_and_by_itself(tmp_path: Path) -> None:
    release = snapshot(tmp_path / "release")
    content = tmp_path / "content"
    content.mkdir()
    call("git", "init", "-q", cwd=content)
    configuration = CONFIGURATION.format(release=release, revision=TAG)
    (content / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    (content / "good.md").write_text(GOOD, encoding="utf-8")
    (content / "README.md").write_text("No article.\n", encoding="utf-8")
    _hook_passes_the_good_and_blocks_the_bad(content)
    (package,) = (tmp_path / "pre-commit-home").glob("repo*/py_env*/[Ll]ib/**/site-packages/newslint")
    _wheel_is_whole(package)
    folder = "Scripts" if os.name == "nt" else "bin"
    (bin_folder,) = (tmp_path / "pre-commit-home").glob(f"repo*/py_env*/{folder}")
    _command_lints(bin_folder, content)
    _nothing_is_compiled_again(bin_folder, content)


def _hook_passes_the_good_and_blocks_the_bad(content: Path) -> None:
    command = [sys.executable, "-m", "pre_commit", "run", "newslint", "--all-files"]
    call("git", "add", "-A", cwd=content)
    passed = call(*command, cwd=content)
    if "Could not find a version" in passed.stdout + passed.stderr:
        pytest.skip("NOT TESTED: the package index cannot be reached, so nothing was installed")
    assert passed.returncode == 0, passed.stdout + passed.stderr

    (content / "bad.md").write_text(BAD, encoding="utf-8")
    call("git", "add", "-A", cwd=content)
    blocked = call(*command, cwd=content)
    assert blocked.returncode == 1
    assert "bad.md" in blocked.stdout
    assert "structure/missing-byline" in blocked.stdout
    assert "No byline says who wrote this." in blocked.stdout
    assert "README.md" not in blocked.stdout


def _wheel_is_whole(package: Path) -> None:
    assert [part for part in PARTS if not (package / part).is_file()] == []
    assert not [name for name in ("tests", "docs", "examples") if (package.parent / name).exists()]


def _command_lints(bin_folder: Path, content: Path) -> None:
    run = call(bin_folder / "newslint", "bad.md", "--format", "json", cwd=content)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "structure/missing-byline" in {found["rule"] for found in json.loads(run.stdout)["diagnostics"]}
    rules = json.loads(call(bin_folder / "newslint", "rules", "--format", "json", cwd=content).stdout)["rules"]
    shipped = [path for path in (ROOT / "rules").glob("*/*.yaml") if path.parent.name != "jurisdictions"]
    assert len(rules) == len(shipped)
    assert call(bin_folder / "newslint", "explain", "clarity/cliche", cwd=content).returncode == 0


def _nothing_is_compiled_again(bin_folder: Path, content: Path) -> None:
    """Without house rules and configuration nothing is compiled, whatever the cache holds."""
    (content / "bad.txt").write_text(BAD.removeprefix("# "), encoding="utf-8")
    script = "import sys; from newslint.cli import main; main(['bad.txt']); print(*sys.modules, file=sys.stderr)"
    none = content / "none"
    run = call(bin_folder / "python", "-c", script, cwd=content, NEWSLINT_CACHE_DIR=str(none))
    loaded = set(run.stderr.split())
    assert "newslint.cli" in loaded
    assert not {"pydantic", "yaml", "ruamel.yaml", "newslint.pages"} & loaded
    # What was found in the file is kept there, and no rules.
    assert not list(none.rglob("settings-*"))
