"""No fix takes a link from where it leads: references keep their names, headings the places that are linked."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.cli import main

HEAD = "---\ntitle: Bridge closes\nauthor: Ana Roe\ndate: 2026-01-02\n---\n\n"
CONFIG = "terms:\n  - {not: utilise, use: use, safe: true}\n  - {not: '%s', use: '%s', safe: true}\n"
MAP = "https://tarrow.example/map"


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mended(text: str, *options: str, term: tuple[str, str] = ("tram", "streetcar")) -> str:
    Path("newslint.yaml").write_text(CONFIG % term, encoding="utf-8")
    Path("a.md").write_text(HEAD + text, encoding="utf-8")
    main(["check", "a.md", "--fix", "--quiet", *options])
    return Path("a.md").read_text(encoding="utf-8").removeprefix(HEAD)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (f"They [utilise the map] and utilise it.\n\n[utilise the map]: {MAP}\n", 1),
        (f"They [utilise][] and utilise it.\n\n[utilise]: {MAP}\n", 1),
        (f"They [utilise the map][map] and utilise it.\n\n[map]: {MAP}\n", 2),
        (f"They [utilise the map]({MAP}) and utilise it.\n", 2),
        ("They [utilise the map](/utilise.html) and utilise it.\n", 2),
        # The other name leads elsewhere.
        (f"They [utilise] it.\n\n[utilise]: {MAP}\n[use]: https://tarrow.example/\n", 0),
        (f"They go. [![a map][m]][utilise] They utilise it.\n\n[m]: /m.png\n[utilise]: {MAP}\n", 1),
        # Nothing defines it, so nothing is lost.
        ("They [utilise] it.\n", 1),
        ("They [utilise][] it.\n", 1),
    ],
)
def test_a_reference_keeps_its_name(text: str, fixed: int) -> None:
    after = mended(text, "--select", "style/house-term")
    assert len(text) - len(after) == fixed * (len("utilise") - len("use"))
    for line in text.splitlines():
        assert not line.startswith("[") or line in after.splitlines()


def test_no_other_fix_breaks_a_reference() -> None:
    hidden = f"They read [the\u200bmap] and the\u200btimes.\n\n[the\u200bmap]: {MAP}\n"
    assert mended(hidden).startswith("They read [the\u200bmap] and thetimes.")
    full = hidden.replace("[the\u200bmap] and", "[the\u200bplan][the\u200bmap] and")
    assert mended(full).startswith("They read [theplan][the\u200bmap] and thetimes.")
    doubled = f"They read [the the plan] of of Tarrow.\n\n[the the plan]: {MAP}\n"
    assert mended(doubled, "--unsafe-fixes").startswith("They read [the the plan] of Tarrow.")


def test_a_fix_that_a_reference_forbids_is_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    mended(f"They [utilise] it.\n\n[utilise]: {MAP}\n", "--select", "style/house-term")
    told = capsys.readouterr().out
    assert "“utilise”" in told
    assert "fix" not in told


def test_no_fix_changes_a_formula() -> None:
    text = "They count,, and say $a,,b$ for $5,, or so.\n"
    assert mended(text) == text.replace("count,,", "count,").replace("$5,,", "$5,")


def test_the_address_of_a_reference_may_be_changed() -> None:
    text = f"They [read it][a].\n\n[a]: {MAP}?utm_source=letter&b=1\n"
    assert mended(text) == text.replace("utm_source=letter&", "")


@pytest.mark.parametrize(
    ("link", "is_fixed"),
    [
        ("[why](#why-people-utilise-it)", False),
        ("[why](#WhyPeopleUtiliseIt)", False),
        ("[why][w]\n\n[w]: #why-people-utilise-it", False),
        ("[why](#why-people-use-it)", True),
        ("[why](#nowhere)", True),
        ("[why](/a#why-people-utilise-it)", True),
        ("why", True),
    ],
)
def test_a_heading_that_is_linked_keeps_its_name(link: str, is_fixed: bool) -> None:
    text = f"They say {link}\n\n## Why people utilise it\n\nThey utilise it.\n"
    after = mended(text, "--select", "style/house-term")
    assert ("## Why people use it" in after) is is_fixed
    assert after.endswith("They use it.\n")


def test_a_place_with_a_name_of_its_own_is_kept_whatever_its_heading_says() -> None:
    text = "They say [why](#why).\n\n## Why people utilise it {#why}\n\nText.\n"
    assert "## Why people use it {#why}" in mended(text, "--select", "style/house-term")
