"""Bylines of every kind give the same people with roles, outlets and places, wherever they are written."""

from __future__ import annotations

import html
import json
from typing import get_args

import pytest
from benchmarks.pathologies import is_linear
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newslint.article import Article
from newslint.assembly import parse
from newslint.newsroom.bylines import read_byline
from newslint.newsroom.names import read_field
from newslint.newsroom.people import names_of, read_people
from newslint.parts import Person, PersonKind
from newslint.source import Source


def _person(text: str) -> Person:
    """Make a person of `name, key=value, …`."""
    name, *facts = text.split(", ")
    known = dict(fact.split("=") for fact in facts)
    kind = next(kind for kind in get_args(PersonKind) if kind == known.get("kind", "author"))
    return Person(name, known.get("role", ""), known.get("outlet", ""), known.get("place", ""), kind)


# A byline, and whom it names, parted by bars.
BYLINES = [
    # One author, several authors
    ("By Mara Oduya", "Mara Oduya"),
    ("by Mara Oduya", "Mara Oduya"),
    ("Written by Mara Oduya", "Mara Oduya"),
    ("Posted by Mara Oduya", "Mara Oduya"),
    ("Author: Mara Oduya", "Mara Oduya"),
    ("By Mara Oduya and Ben Doe", "Mara Oduya | Ben Doe"),
    ("By Mara Oduya & Ben Doe", "Mara Oduya | Ben Doe"),
    ("By Mara Oduya with Ben Doe", "Mara Oduya | Ben Doe"),
    ("By Mara Oduya, Ben Doe and Ana Roe", "Mara Oduya | Ben Doe | Ana Roe"),
    ("By Mara Oduya, Ben Doe, and Ana Roe", "Mara Oduya | Ben Doe | Ana Roe"),
    ("By Mara Oduya; Ben Doe; Ana Roe", "Mara Oduya | Ben Doe | Ana Roe"),
    ("By Mara Oduya | Ben Doe", "Mara Oduya | Ben Doe"),
    ("BY MARA ODUYA AND BEN DOE", "MARA ODUYA | BEN DOE"),
    # Initials, particles, nicknames, suffixes, degrees, titles
    ("By J.K. Roe and A. B. Moe", "J.K. Roe | A. B. Moe"),
    ("By Ann van der Roe", "Ann van der Roe"),
    ("By Ana de la Cruz", "Ana de la Cruz"),
    ("By Jean-Luc d’Arc", "Jean-Luc d’Arc"),
    ("By Mara O’Roe", "Mara O’Roe"),
    ("By Lena del Valle, Kara Poe, Dan Wood", "Lena del Valle | Kara Poe | Dan Wood"),
    ("By Ann “Annie” Roe", "Ann “Annie” Roe"),
    ("By Sam Roe, Jr.", "Sam Roe Jr."),
    ("By Sam Roe III and Ana Roe", "Sam Roe III | Ana Roe"),
    ("By Ana Roe, MPH", "Ana Roe"),
    ("By Ana Roe, M.D., and Ben Doe, Ph.D.", "Ana Roe | Ben Doe"),
    ("By Dr. Ana Roe", "Ana Roe"),
    ("By Prof. Dr. Ana Roe", "Ana Roe"),
    ("By Dr. Roe", "Dr. Roe"),
    # Surname first
    ("By Oduya, Mara", "Mara Oduya"),
    ("By Oduya, Mara; Doe, Ben", "Mara Oduya | Ben Doe"),
    ("By Oduya, Mara and Doe, Ben", "Mara Oduya | Ben Doe"),
    ("By Roe, Ana M.", "Ana M. Roe"),
    # Roles before and after
    ("By political editor Mara Oduya", "Mara Oduya, role=political editor"),
    ("By Political Editor Mara Oduya", "Mara Oduya, role=Political Editor"),
    ("By our health correspondent Mara Oduya", "Mara Oduya, role=health correspondent"),
    ("By Harbour Correspondent Mara Oduya", "Mara Oduya, role=Harbour Correspondent"),
    ("By Mara Oduya, health correspondent", "Mara Oduya, role=health correspondent"),
    ("By Mara Oduya, Port Ellery correspondent", "Mara Oduya, role=Port Ellery correspondent"),
    ("By Mara Oduya, Senior Staff Writer", "Mara Oduya, role=Senior Staff Writer"),
    ("By Mara Oduya, Chief Political Correspondent", "Mara Oduya, role=Chief Political Correspondent"),
    ("By Mara Oduya Political Correspondent", "Mara Oduya, role=Political Correspondent"),
    ("By Mara Oduya, Editor-in-Chief", "Mara Oduya, role=Editor-in-Chief"),
    ("By Mara Oduya, editor at large", "Mara Oduya, role=editor at large"),
    ("By Mara Oduya, science and environment correspondent", "Mara Oduya, role=science and environment correspondent"),
    ("By Mara Oduya, reporter, and Ben Doe, photographer", "Mara Oduya, role=reporter | Ben Doe, role=photographer"),
    ("By Mara Oduya and Ben Doe, staff writers", "Mara Oduya, role=staff writers | Ben Doe, role=staff writers"),
    ("By Mara Oduya, editor of The Courier", "Mara Oduya, role=editor, outlet=The Courier"),
    ("By Mara Oduya, head of news", "Mara Oduya, role=head of news"),
    ("Von Mara Oduya, Redakteurin", "Mara Oduya, role=Redakteurin"),
    # Outlets
    ("By Mara Oduya of the Courier and Ben Doe of The Caucus",
     "Mara Oduya, outlet=Courier | Ben Doe, outlet=The Caucus"),
    ("By Mara Oduya for the Courier", "Mara Oduya, outlet=Courier"),
    ("By Mara Oduya, Special to The Courier", "Mara Oduya, outlet=The Courier"),
    ("By Mara Oduya, Tarrow Courier", "Mara Oduya, outlet=Tarrow Courier"),
    ("By Mara Oduya | Lune Courier", "Mara Oduya, outlet=Lune Courier"),
    ("By Mara Oduya (Harbour Lab)", "Mara Oduya, outlet=Harbour Lab"),
    ("By Mara Oduya, AFP", "Mara Oduya, outlet=AFP"),
    ("By Mara Oduya, CNN Senior Analyst", "Mara Oduya, role=Senior Analyst, outlet=CNN"),
    # Places
    ("By Mara Oduya in Tarrow", "Mara Oduya, place=Tarrow"),
    ("By Mara Oduya in Tarrow and Ben Doe in Port Ellery", "Mara Oduya, place=Tarrow | Ben Doe, place=Port Ellery"),
    ("By Mara Oduya, Tarrow", "Mara Oduya, place=Tarrow"),
    ("By Mara Oduya in Tarrow for the Courier", "Mara Oduya, outlet=Courier, place=Tarrow"),
    ("Von Anna Rohe und Ben Doe, Hallin", "Anna Rohe | Ben Doe, place=Hallin"),
    ("Von Mara Oduya aus Hallin", "Mara Oduya, place=Hallin"),
    # Agencies, desks and boards, beside people and alone
    ("By Mara Oduya with agencies", "Mara Oduya | agencies, kind=group"),
    ("By Mara Oduya and agencies", "Mara Oduya | agencies, kind=group"),
    ("By Mara Oduya and Reuters", "Mara Oduya | Reuters, kind=group"),
    ("Par Ana Roe avec AFP", "Ana Roe | AFP, kind=group"),
    ("By Mara Oduya and the Courier data team", "Mara Oduya | Courier data team, kind=group"),
    ("By A. Roe and B. Moe, Harbour Desk", "A. Roe | B. Moe | Harbour Desk, kind=group"),
    ("By The Associated Press", "The Associated Press, kind=group"),
    ("Von dpa", "dpa, kind=group"),
    ("By Reuters", "Reuters, kind=group"),
    ("By Agencies", "Agencies, kind=group"),
    ("By Sports Desk", "Sports Desk, kind=group"),
    ("By The Courier Editorial Board", "The Courier Editorial Board, kind=group"),
    ("By Staff Writer", "Staff Writer, kind=group"),
    ("By Harbour News Staff", "Harbour News Staff, kind=group"),
    ("By Lune News wire services", "Lune News wire services, kind=group"),
    # Contributors
    ("By Mara Oduya, with additional reporting by Ben Doe",
     "Mara Oduya | Ben Doe, role=additional reporting, kind=contributor"),
    ("By Mara Oduya. Additional reporting: Ben Doe",
     "Mara Oduya | Ben Doe, role=additional reporting, kind=contributor"),
    ("By Mara Oduya; Ben Doe contributed reporting",
     "Mara Oduya | Ben Doe, role=additional reporting, kind=contributor"),
    ("By Mara Oduya, translated by Ben Doe", "Mara Oduya | Ben Doe, role=translation, kind=contributor"),
    ("By Mara Oduya. Translated from Polish by Ben Doe",
     "Mara Oduya | Ben Doe, role=translation, kind=contributor"),
    ("Text and photos by Mara Oduya", "Mara Oduya, role=text and photos"),
    ("Text: Mara Oduya, Fotos: Ben Doe", "Mara Oduya | Ben Doe, role=photos, kind=contributor"),
    ("By Mara Oduya (text) and Ben Doe (photos)", "Mara Oduya | Ben Doe, role=photos, kind=contributor"),
    ("Words by Mara Oduya | Photos by Ben Doe", "Mara Oduya | Ben Doe, role=photos, kind=contributor"),
    # Addresses
    ("By Mara Oduya, mara.oduya@courier.example", "Mara Oduya"),
    ("By Mara Oduya (mara@courier.example)", "Mara Oduya"),
    ("By Mara Oduya @maraoduya", "Mara Oduya"),
    # Other languages
    ("VON MARA ODUYA", "MARA ODUYA"),
    ("Von Max von der Heide", "Max von der Heide"),
    ("Por María José Roe y Ben Doe", "María José Roe | Ben Doe"),
    ("By José Ortega y Gasset", "José Ortega y Gasset"),
    ("Par Ana Roe et Ben Doe", "Ana Roe | Ben Doe"),
    ("Av Kari Nord og Per Sund", "Kari Nord | Per Sund"),
    ("Door Jan de Vries en Piet Bakker", "Jan de Vries | Piet Bakker"),
    ("By 田中 太郎", "田中 太郎"),
    # Given names that are also days, months, adjectives
    ("By Sunday Adeyemi", "Sunday Adeyemi"),
    ("By Friday Okoro and Blessing Okoro", "Friday Okoro | Blessing Okoro"),
    ("By April March", "April March"),
    ("By May Friday", "May Friday"),
    ("By August Moe", "August Moe"),
    ("By Best Okoro", "Best Okoro"),
    ("By Will Best", "Will Best"),
    ("By Mara Home", "Mara Home"),
    ("By Thomas More and Al Read", "Thomas More | Al Read"),
    # What sites print behind names
    ("By Mara Oduya 1 minute read", "Mara Oduya"),
    ("By Mara Oduya • 4 min read", "Mara Oduya"),
    ("By Mara Oduya All posts", "Mara Oduya"),
    ("By Mara Oduya View all posts", "Mara Oduya"),
    ("By Mara Oduya Follow", "Mara Oduya"),
    ("By Mara OduyaTwitter", "Mara Oduya"),
    ("By Mara Oduya Updated 3 May 2024", "Mara Oduya"),
    ("By Mara Oduya | 3 May 2024", "Mara Oduya"),
    ("By Mara Oduya May 3, 2024", "Mara Oduya"),
    ("By Mara Oduya on 3 May 2024", "Mara Oduya"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), BYLINES)
def test_a_line_and_a_field_name_the_same_people(line: str, wanted: str) -> None:
    people = tuple(_person(text) for text in wanted.split(" | "))
    found = read_byline(line)
    assert found is not None
    assert found.people == people
    assert read_field(line) == people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mara Oduya", ["Mara Oduya"]),
        ("Oduya, Mara", ["Mara Oduya"]),
        ("van der Roe, Ana", ["Ana van der Roe"]),
        ("The Associated Press", ["The Associated Press"]),
        ("Agencies", ["Agencies"]),
        ("Staff report", ["Staff report"]),
        ("All posts by Mara Oduya", ["Mara Oduya"]),
        ("View all posts by Mara Oduya", ["Mara Oduya"]),
        ("1 minute", []),
        ("All posts", []),
        ("3 May 2024", []),
        ("November 20, 2019 Mara Oduya", ["Mara Oduya"]),
        ("The new bus map by Mara Oduya", ["Mara Oduya"]),
        ("mara oduya, jdoe", ["mara oduya", "jdoe"]),
    ],
)
def test_fields_name_people_without_by(text: str, names: list[str]) -> None:
    assert list(names_of(read_field(text))) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Staff report", ["Staff report"]),
        ("Agencies", ["Agencies"]),
        ("The Associated Press", ["The Associated Press"]),
        ("Mara Oduya, Reuters", ["Mara Oduya"]),
        ("Sunday Adeyemi", ["Sunday Adeyemi"]),
        ("María José Roe y Ben Doe", ["María José Roe", "Ben Doe"]),
    ],
)
def test_lines_where_bylines_stand_need_no_by(line: str, names: list[str]) -> None:
    found = read_byline(line, is_placed=True)
    assert found is not None
    assert list(found.names) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Friday Evening",
        "By Sunday Night",
        "By agencies of the state, the plan was sold.",
        "By our reporter in the house",
        "Learn More",
        "LOOK WHAT YOU MADE ME DO",
        "Mara Oduya, CEO of Lune on CNBC",
        "Mara Oduya is a reporter",
        "Lune d. Hallin 53-9",
        "Photos by Mara Oduya",
        "Translated by Mara Oduya",
    ],
)
def test_lines_that_name_no_author_are_no_bylines(line: str) -> None:
    assert read_byline(line, is_placed=True) is None


# The same byline in every format

_GIVEN = ("Mara", "Ben", "Ana", "Sunday", "April", "Best", "José", "Zoë", "Jean-Luc", "J.K.", "Will")
_SURNAMES = ("Oduya", "Doe", "Roe", "Adeyemi", "van der Heide", "de la Cruz", "O’Neil", "March", "Roe Jr.", "Best")
_ROLES = (
    "health correspondent",
    "Staff Writer",
    "Chief Political Correspondent",
    "editor",
    "Port Ellery correspondent",
)
_AFTER = (
    "",
    ", {role}",
    " in Tarrow",
    " of the Courier",
    ", Tarrow Courier",
    " for the Courier",
    " (Harbour Lab)",
    ", MPH",
)
_ENDS = ("", " and agencies", " with AFP", " and the Courier data team", ", with additional reporting by Ida Holm")


@st.composite
def bylines(draw: st.DrawFn) -> str:
    """Draw a byline of one to three people, without “By”."""
    names = st.builds("{} {}".format, st.sampled_from(_GIVEN), st.sampled_from(_SURNAMES))
    people: list[str] = []
    for name in draw(st.lists(names, min_size=1, max_size=3, unique=True)):
        before = draw(st.sampled_from(["", "political editor ", "Political Editor ", "our "])) if not people else ""
        after = draw(st.sampled_from(_AFTER)).format(role=draw(st.sampled_from(_ROLES))) if not before else ""
        people.append(("our health correspondent " if before == "our " else before) + name + after)
    last = f" and {people[-1]}" if len(people) > 1 else people[-1]
    return ", ".join(people[:-1]) + last + draw(st.sampled_from(_ENDS))


_TITLE = "Ferry to Hallin stops while its slip is rebuilt"
_STORY = "The board met on Tuesday and voted for the plan by five votes to two, and a bus leaves at nine."


def _page(head: str, body: str) -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{_TITLE}</title>{head}</head><body><article><h1>{_TITLE}</h1>{body}"
        f"<div class=article-body><p>{_STORY}</p><p>{_STORY}</p></div></article></body></html>"
    )


def _written(byline: str) -> dict[str, Source]:
    """Return articles that give one byline in every place that there is for it."""
    said = html.escape(byline)
    data = json.dumps({"@type": "NewsArticle", "headline": _TITLE, "author": {"@type": "Person", "name": byline}})
    script = f'<script type="application/ld+json">{data}</script>'
    texts = {
        "front matter.md": f"---\ntitle: {_TITLE}\nauthor: {json.dumps(byline)}\n---\n\n{_STORY}\n",
        "opened front matter.md": f"---\ntitle: {_TITLE}\nbyline: {json.dumps('By ' + byline)}\n---\n\n{_STORY}\n",
        "line.md": f"# {_TITLE}\n\nBy {byline}\n\n{_STORY}\n",
        "line.txt": f"{_TITLE}\n\nBy {byline}\n\n{_STORY}\n\n{_STORY}\n",
        "meta.html": _page(f'<meta name="author" content="{said}">', ""),
        "json-ld.html": _page(script, ""),
        "markup.html": _page("", f'<p>Written by <span itemprop="author">{said}</span></p>'),
        "line.html": _page("", f'<p class="byline">By {said}</p>'),
    }
    formats = {"md": "markdown", "html": "html", "txt": "text"}
    return {name: Source(name, text, formats[name.rpartition(".")[2]]) for name, text in texts.items()}


def _people(article: Article) -> tuple[Person, ...]:
    byline = article.find("byline")
    return byline.people if byline else ()


@settings(deadline=None, max_examples=60)
@given(bylines())
def test_the_same_byline_names_the_same_people_in_every_format(byline: str) -> None:
    # What markup calls an author is read up to this length.
    assume(len(byline) <= 160)
    wanted = read_field(byline)
    assert names_of(wanted)
    for name, source in _written(byline).items():
        assert _people(parse(source)) == wanted, name


@given(st.text(max_size=200))
def test_any_text_is_read_without_fail_and_names_nobody_twice_as_long(text: str) -> None:
    found = read_people(text)
    assert 0 <= found.names_end <= found.end <= len(text)
    assert all(0 < len(person.name) <= len(text) + 50 for person in found.people)
    assert sum(len(person.name) for person in read_field(text)) <= 2 * len(text)


@pytest.mark.parametrize(
    "unit", ["Mara Oduya, ", "a, ", "Oduya, Mara; ", "of the Courier ", "(", "Roe ", "editor and "]
)
def test_names_are_read_in_linear_time(unit: str) -> None:
    assert is_linear(lambda size: unit * (size // len(unit)), read_field, largest=16_000)


# The two faults that readers who disagreed caused


@pytest.mark.parametrize("name", ["Sunday Adeyemi", "Friday Okoro", "Best Okoro", "April March"])
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_a_name_that_is_also_a_day_signs_under_a_headline_with_a_date(name: str, format: str) -> None:
    mark = "# " if format == "markdown" else ""
    text = f"{mark}{_TITLE}\n\nBy {name}\n\n3 May 2026\n\n{_STORY}\n\n{_STORY}\n"
    article = parse(Source("a", text, format))
    assert [person.name for person in _people(article)] == [name]


def test_such_a_name_in_front_matter_introduces_the_author_at_the_end() -> None:
    text = f"---\ntitle: {_TITLE}\nauthor: Sunday Adeyemi\n---\n\n" + f"{_STORY}\n\n" * 4
    article = parse(Source("a.md", text + "Sunday Adeyemi covers harbours for the Courier.\n", "markdown"))
    bio = article.find("author-bio")
    assert bio is not None
    assert bio.text.startswith("Sunday Adeyemi covers")


def test_a_title_that_a_name_leaves_out_may_stand_before_it_at_the_end() -> None:
    text = f"---\ntitle: {_TITLE}\nauthor: Dr. Ana Roe\n---\n\n" + f"{_STORY}\n\n" * 4
    article = parse(Source("a.md", text + "Dr. Ana Roe covers harbours for the Courier.\n", "markdown"))
    bio = article.find("author-bio")
    assert bio is not None
    assert bio.text.startswith("Dr. Ana Roe covers")
