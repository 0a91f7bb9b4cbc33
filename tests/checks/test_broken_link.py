"""Links to other files are judged only where the site is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from newslint.assembly import parse
from newslint.checks.links import broken_link
from newslint.contract import Scene
from newslint.site import Site
from newslint.source import decode
from newslint.today import Today

_TEXT = "Read the [minutes](../council/minutes.md), the [map](map.html) and the [port](https://port.example.org/x).\n"


def _targets(site: Site | None, path: str) -> list[object]:
    article = parse(decode(_TEXT.encode(), path))
    scene = Scene(Today(date(2026, 1, 15)), site=site)
    return [finding.values["target"] for finding in broken_link(article, scene)]


def test_other_files_are_not_judged_without_a_site() -> None:
    assert _targets(None, "news/bridge.md") == []


def test_a_missing_file_of_the_site_is_flagged_and_the_web_is_not(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "council").mkdir()
    (tmp_path / "council" / "minutes.md").write_text("Minutes.\n", encoding="utf-8")
    assert _targets(Site(tmp_path), str(tmp_path / "news" / "bridge.md")) == ["map.html"]
