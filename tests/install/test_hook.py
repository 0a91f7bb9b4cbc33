"""The pre-commit hook blocks a bad article with a readable report and lets a good one pass."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def call(*words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {
        "PIP_NO_COMPILE": "1",
        "PRE_COMMIT_HOME": str(cwd.parent / "pre-commit-home"),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_NAME": "Ana Roe", f"GIT_{role}_EMAIL": "ana@loam.example"}
    return subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, env=environment)


def snapshot(folder: Path) -> Path:
    """Make a repository of the files of this project as they are now, as a release would hold them."""
    folder.mkdir()
    for name in ("src", "rules", "profiles"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    call("git", "init", "-q", cwd=folder)
    call("git", "add", "-A", cwd=folder)
    assert call("git", "commit", "-qm", "release", cwd=folder).returncode == 0
    return folder


def test_try_repo_blocks_a_bad_article_and_passes_a_good_one(tmp_path: Path) -> None:
    release = snapshot(tmp_path / "release")
    content = tmp_path / "content"
    content.mkdir()
    call("git", "init", "-q", cwd=content)
    (content / "good.md").write_text(GOOD, encoding="utf-8")
    (content / "README.md").write_text("No article.\n", encoding="utf-8")
    call("git", "add", "-A", cwd=content)

    command = [sys.executable, "-m", "pre_commit", "try-repo", release, "newslint", "--all-files"]
    passed = call(*command, cwd=content)
    if "Could not find a version" in passed.stdout + passed.stderr:
        pytest.skip("NOT TESTED: the package index cannot be reached, so the hook was not installed")
    assert passed.returncode == 0, passed.stdout + passed.stderr

    (content / "bad.md").write_text("# Harbour bridge closes\n\nThe bridge closes, TK said.\n", encoding="utf-8")
    call("git", "add", "-A", cwd=content)
    blocked = call(*command, cwd=content)
    assert blocked.returncode == 1
    assert "bad.md" in blocked.stdout
    assert "structure/missing-byline" in blocked.stdout
    assert "No byline says who wrote this." in blocked.stdout
    assert "README.md" not in blocked.stdout
