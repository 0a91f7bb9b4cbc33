"""What is said about every article is what was written down; a change of it is read by somebody.

Each article file is a test of its own. Where the difference is wanted, run `tools/snapshot.py`.
"""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("newslint_snapshot_tool", ROOT / "tools" / "snapshot.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


tool = _load_tool()
ARTICLES = tool.article_files()


@cache
def _sections(name: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = tool.read_sections(name)
    return sections


@pytest.fixture(scope="session")
def snapshot() -> object:
    """Return one snapshot for all tests: settings and rule sets are made once."""
    return tool.Snapshot()


@pytest.mark.parametrize(
    ("name", "path"),
    [pytest.param(name, path, id=f"{name}/{path.name}") for name, paths in ARTICLES.items() for path in paths],
)
def test_an_article_is_understood_and_judged_as_before(snapshot: object, name: str, path: Path) -> None:
    assert tool.Snapshot.of_article(snapshot, path) == _sections(name).get(path.name), f"tools/snapshot.py {name}"


def test_nothing_is_expected_of_what_does_not_exist() -> None:
    now = {name: [path.name for path in paths] for name, paths in ARTICLES.items()}
    assert {name: list(_sections(name)) for name in tool.chosen_names([])} == now


def test_every_article_of_the_corpus_is_written_in_three_formats() -> None:
    corpus = {name: paths for name, paths in ARTICLES.items() if not name.startswith("articles/example-")}
    found = {name: [path.suffix for path in paths] for name, paths in corpus.items()}
    assert found == {name: [".html", ".md", ".txt"] for name in corpus}


def test_a_difference_is_shown_and_written_only_without_the_word_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "articles/example-clean-opinion"
    kept = tmp_path / f"{name}.txt"
    monkeypatch.setattr(tool, "expectation_path", lambda name: tmp_path / f"{name}.txt")
    assert tool.main([name]) == 0
    right = kept.read_text(encoding="utf-8")
    assert tool.main(["--check", name]) == 0
    capsys.readouterr()
    wrong = right.replace("paragraph", "parasol")
    kept.write_text(wrong, encoding="utf-8")
    assert tool.main(["--check", name]) == 1
    assert "-block 1 parasol" in capsys.readouterr().out
    assert kept.read_text(encoding="utf-8") == wrong
    assert tool.main([name]) == 0
    assert kept.read_text(encoding="utf-8") == right
