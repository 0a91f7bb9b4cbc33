"""The built wheel, installed into a clean environment, lints with the rules that travel in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.install


def call(*words: object, cwd: Path, status: int = 0) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment["PIP_NO_COMPILE"] = "1"  # each package is used once
    run = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, env=environment)
    assert run.returncode == status, run.stdout + run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    try:
        call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    except AssertionError as error:
        if "No matching distribution" in str(error) or "Could not find a version" in str(error):
            pytest.skip("NOT TESTED: the package index cannot be reached, so no wheel was built")
        raise
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_rules_profiles_lists_and_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "newslint/_bundled/rules/structure/missing-byline.yaml",
        "newslint/_bundled/rules/lists/cliches.txt",
        "newslint/_bundled/profiles/news.yaml",
        "newslint/_bundled/prepared.json",
        "newslint/_bundled/patterns.bin",
        "newslint/py.typed",
    ):
        assert wanted in names
    assert any("syllables" in name and not name.endswith(".py") for name in names)
    assert not any(name.startswith(("tests/", "docs/", "examples/")) for name in names)


def test_a_clean_environment_lints_with_it(wheel: Path, tmp_path: Path) -> None:
    call(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    bin_folder = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    call(bin_folder / "python", "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
    (tmp_path / "bad.md").write_text("# Harbour bridge closes\n\nThe bridge closes, TK said.\n", encoding="utf-8")
    out = call(bin_folder / "newslint", "bad.md", "--format", "json", cwd=tmp_path, status=1)
    assert "structure/missing-byline" in {found["rule"] for found in json.loads(out)["diagnostics"]}
    rules = json.loads(call(bin_folder / "newslint", "rules", "--format", "json", cwd=tmp_path))["rules"]
    assert len(rules) == len(list((ROOT / "rules").glob("*/*.yaml")))
    call(bin_folder / "newslint", "explain", "clarity/cliche", cwd=tmp_path)

    # Without house rules and configuration nothing is compiled, whatever the cache holds.
    (tmp_path / "bad.txt").write_text("Harbour bridge closes\n\nThe bridge closes, TK said.\n", encoding="utf-8")
    script = "import sys; from newslint.cli import main; main(['bad.txt']); print(*sys.modules, file=sys.stderr)"
    environment = {**os.environ, "NEWSLINT_CACHE_DIR": str(tmp_path / "none")}
    run = subprocess.run(
        [bin_folder / "python", "-c", script], cwd=tmp_path, capture_output=True, text=True, env=environment
    )
    assert not {"pydantic", "yaml", "ruamel.yaml"} & set(run.stderr.split())
    assert not (tmp_path / "none").exists()
