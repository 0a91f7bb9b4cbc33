"""Who may sign: the register knows its names however a page prints them, and tells slips from other people."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.assembly import parse
from newslint.checks.registered import Register
from newslint.contract import Scene
from newslint.diagnostics import Diagnostic
from newslint.engine import lint
from newslint.rules.building import build_ruleset
from newslint.rules.compiling import compile_options
from newslint.settings import load_settings
from newslint.source import decode
from newslint.today import Today

STAFF = [
    "Maud Perrin",
    "Ana Lindqvist",
    "Rosa Quiñónez",
    "Lin Mei-hua",
    "Ben Doe",
    "Martin O’Toole",
    "Tavish",
    {"name": "Jean-Luc Arnault", "aliases": ["J. L. Arnault"], "email": "arnault@tarrow.example", "role": "editor"},
]
RULES = ("structure/author-misspelled", "structure/author-unregistered")


def register_of(*names: str) -> Register:
    return Register([{"name": name, "aliases": [], "role": ""} for name in names])


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(
        compile_options("author-register", {"authors": STAFF, "report": "unknown"}, Path("a.yaml"))["authors"]
    )


def judge(text: str, suffix: str = "md", staff: Any = STAFF) -> list[Diagnostic]:
    compiled = load_settings(None).compiled
    options = {
        name: compile_options("author-register", {**compiled[name]["options"], "authors": staff}, Path("a.yaml"))
        for name in RULES
    }
    rules = build_ruleset([compiled[name] for name in RULES], {}, options)
    report = lint(parse(decode(text.encode(), f"a.{suffix}")), rules, Scene(Today(date(2026, 1, 15))))
    assert not report.crashed
    return list(report.diagnostics)


@pytest.mark.parametrize(
    "name",
    [
        "Maud Perrin",
        "MAUD PERRIN",
        "Maud  Perrin",
        "Maud\u00a0Perrin",
        "Rosa Quin\u0303o\u0301nez",
        "Martin O'Toole",
        "Lin Mei‑hua",
        "maud-perrin",
        "maudperrin",
        "J. L. Arnault",
        "arnault@tarrow.example",
    ],
)
def test_a_name_is_known_however_it_is_printed(name: str, register: Register) -> None:
    assert register.knows(name)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Maud Perrim", "Maud Perrin"),
        ("Maud Perin", "Maud Perrin"),
        ("Muad Perrin", "Maud Perrin"),
        ("Maud Perrins", "Maud Perrin"),
        ("Perrin Maud", "Maud Perrin"),
        ("maud perrin", "Maud Perrin"),
        ("Maud K. Perrin", "Maud Perrin"),
        ("M. Perrin", "Maud Perrin"),
        ("Perrin", "Maud Perrin"),
        ("MaudPerrin", "Maud Perrin"),
        ("Anna Lindqvist", "Ana Lindqvist"),
        ("Ana Lindquist", "Ana Lindqvist"),
        ("Ana Lindvqist", "Ana Lindqvist"),
        ("Ana Lindkvuist", "Ana Lindqvist"),
        ("Rosa Quinonez", "Rosa Quiñónez"),
        ("Rosa Quiñonez", "Rosa Quiñónez"),
        ("Lin Meihua", "Lin Mei-hua"),
        ("Mei-hua Lin", "Lin Mei-hua"),
        ("Martin OToole", "Martin O’Toole"),
        ("Jean Luc Arnault", "Jean-Luc Arnault"),
    ],
)
def test_a_slip_is_told_from_its_name(name: str, right: str, register: Register) -> None:
    assert not register.knows(name)
    assert register.nearest(name) == [right]


@pytest.mark.parametrize(
    "name",
    ["Ben Roe", "Bea Doe", "Ivo Lindqvist", "Maud Lindqvist", "Ana Perrin", "Don Doe", "Maud Parker", "Carla Perrin"],
)
def test_other_people_are_no_slips(name: str, register: Register) -> None:
    assert register.nearest(name) == []


def test_the_nearest_are_all_named_and_a_surname_of_several_is_not_guessed() -> None:
    assert register_of("Jana Brandt", "Jane Brandt").nearest("Jan Brandt") == []
    assert register_of("A. Roe").nearest("B. Roe") == []
    assert register_of("Marianne Lindqvist").nearest("Mariane Lindkvuist") == []
    assert register_of("Martha Brandt", "Marta Brandt").nearest("Marta Brant") == ["Marta Brandt"]
    assert register_of("Marta Brandt", "Marla Brandt").nearest("Marsa Brandt") == ["Marta Brandt", "Marla Brandt"]


@pytest.mark.parametrize("name", ["Reuters", "Staff Reporter", "Associated Press", "Agencies", "Sports Desk", "dpa"])
def test_agencies_and_desks_are_no_authors(name: str) -> None:
    assert judge(f"---\ntitle: T\nauthor: {name}\n---\n\nText.\n") == []
    assert judge(f"# Bridge closes\n\nBy {name}\n\nPublished on: 3 May 2026\n\nText of it.\n") == []


def test_findings_name_the_register_and_each_name_once_with_all_its_places() -> None:
    text = "---\ntitle: T\nauthor: [Maud Perrim, Zyx Unknown]\n---\n\nBy Maud Perrim\n\nThe bridge is closed.\n"
    near, unknown = judge(text)
    assert near.message == "“Maud Perrim” is not in the register (authors), which has “Maud Perrin”."
    assert [text[place.start.offset : place.end.offset] for place in near.related] == ["Maud Perrim"]
    assert near.fix
    assert near.fix.applicability == "unsafe"
    assert [text[edit.start : edit.end] for edit in near.fix.edits] == ["Maud Perrim"] * 2
    assert unknown.message == "“Zyx Unknown” is not in the register of those who may sign (authors)."
    assert unknown.excerpt == "Zyx Unknown"


def test_the_role_of_a_registered_author_is_named() -> None:
    (found,) = judge("---\ntitle: T\nauthor: Jean-Luc Arnaut\n---\n\nText.\n")
    assert found.message.endswith("which has “Jean-Luc Arnault” (editor).")


def test_who_took_the_pictures_need_not_be_registered_but_spelled_right() -> None:
    text = "# Bridge closes\n\nBy Maud Perrin, photos by {}\n\nPublished on: 3 May 2026\n\nText of it.\n"
    assert judge(text.format("Ivo Zander")) == []
    assert [found.rule for found in judge(text.format("Ana Lindquist"))] == [RULES[0]]


def test_a_page_s_site_and_its_hidden_accounts_may_sign() -> None:
    page = (
        "<html><head><title>T</title><meta property='og:site_name' content='Lunepost'>"
        "<meta name='author' content='{}'></head><body><article><h1>Bridge closes</h1>"
        "<p>The bridge over the Lune closes on Monday for six weeks.</p></article></body></html>"
    )
    assert judge(page.format("Lunepost"), "html") == []
    assert judge(page.format("mperr"), "html") == []
    assert [found.rule for found in judge(page.format("Zyx Unknown"), "html")] == [RULES[1]]


def test_without_a_register_anybody_may_sign() -> None:
    assert judge("---\ntitle: T\nauthor: Zyx Unknown\n---\n\nText.\n", staff=[]) == []


NAME = st.tuples(st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9), st.text("abcdefghijklmno", min_size=4))
FULL = NAME.map(lambda parts: " ".join(part.capitalize() for part in parts))


@given(st.lists(FULL, min_size=1, max_size=6), st.integers(0, 5), st.data())
def test_one_slip_of_a_registered_name_always_finds_it(names: list[str], which: int, data: st.DataObject) -> None:
    register, name = register_of(*names), names[which % len(names)]
    at = data.draw(st.integers(1, len(name) - 2).filter(lambda at: name[at].islower() and name[at + 1] != " "))
    slips = [name[:at] + name[at + 1 :], name[:at] + "z" + name[at + 1 :], name[:at] + name[at] + name[at:]]
    for slip in slips:
        if not register.knows(slip):
            parts = list(zip(slip.split(), name.split(), strict=True))
            is_long = all(one == two or min(len(one), len(two)) >= 4 for one, two in parts)
            assert not is_long or name in register.nearest(slip) or register.nearest(slip)


@given(st.lists(FULL, min_size=1, max_size=6))
def test_no_registered_name_is_ever_reported(names: list[str]) -> None:
    register = register_of(*names)
    assert all(register.knows(name) and register.knows(name.upper()) for name in names)
