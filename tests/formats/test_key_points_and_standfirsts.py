"""Key points and standfirsts are found in the forms that articles have when they were copied or exported."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.formats.draft import ParseOptions
from newslint.source import decode

TITLE = "Why the tram will not come back to Tarrow before spring"
DEK = "A cracked bridge and a missing crane have kept the line shut for months"
POINTS = ("The bridge at Millrace is closed since January", "A crane is not due before March",
          "City and region argue over the cost")  # fmt: skip
SENTENCES = tuple(f"{point}." for point in POINTS)
SIGNED = "By Mara Oduya\n3 November 2026"
BODY = (
    "The rails have gone brown. Since January, when an engineer found a crack, the bridge at Millrace is closed.\n\n"
    "The crane that the builders need is not due before March, and the city and the region argue over the cost.\n"
)


def _read(text: str, name: str = "article.txt") -> Article:
    return parse(decode(text.encode(), name), ParseOptions())


def _text(article: Article, kind: str) -> str:
    return next((element.text for element in article.elements if element.kind == kind), "")


def _points(article: Article) -> list[str]:
    return _text(article, "summary").split("\n")


@pytest.mark.parametrize("bullet", ["•", "■", "➔", "✅", "–", "▸", "👉", "+"])
def test_points_need_no_label_and_may_have_any_bullet(bullet: str) -> None:
    listed = "\n".join(f"{bullet} {point}" for point in POINTS)
    for text in (f"{TITLE}\n\n{listed}\n\n{SIGNED}\n\n{BODY}", f"{TITLE}\n\n{DEK}\n\n{SIGNED}\n\n{listed}\n\n{BODY}"):
        article = _read(text)
        assert _points(article) == list(POINTS)
        assert _text(article, "headline") == TITLE


@pytest.mark.parametrize("points", [POINTS, SENTENCES])
@pytest.mark.parametrize("label", ["Key points\n", "Four lines for dinner\n", ""])
def test_a_box_of_lines_is_points_under_any_label_and_under_none(label: str, points: tuple[str, ...]) -> None:
    article = _read(f"{TITLE}\n\n{DEK}\n\n{SIGNED}\n\n{label}" + "\n".join(points) + f"\n\n{BODY}")
    assert _points(article) == list(points)
    assert (_text(article, "headline"), _text(article, "dek")) == (TITLE, DEK)


def test_a_bullet_may_stand_on_a_line_of_its_own() -> None:
    listed = "\n".join(f"•\n{point}" for point in POINTS)
    assert len(_points(_read(f"{TITLE}\n\n{SIGNED}\n\nKey points\n{listed}\n\n{BODY}"))) == len(POINTS)


def test_contents_and_lists_of_other_matters_are_not_points() -> None:
    other = "- Two cups of flour\n- Half a spoon of salt\n- Some butter from yesterday"
    assert _text(_read(f"{TITLE}\n\n{SIGNED}\n\n{other}\n\n{BODY}"), "summary") == ""
    contents = "\n".join(f"- {point}" for point in POINTS)
    parts = "\n\n".join(f"## {point}\n\n{BODY}" for point in POINTS)
    assert _text(_read(f"# {TITLE}\n\n{SIGNED}\n\n{contents}\n\n{BODY}\n{parts}", "article.md"), "summary") == ""


def test_markup_shows_points_without_a_label_and_as_lines_of_a_paragraph() -> None:
    items = "".join(f"<li>{point}</li>" for point in POINTS)
    lines = "<br>".join(POINTS)
    body = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    head = f"<article><h1>{TITLE}</h1><p class=byline>By Mara Oduya</p>"
    assert _points(_read(f"{head}<ul>{items}</ul>{body}</article>", "a.html")) == list(POINTS)
    labelled = f"{head}<p><strong>Das Wichtigste in Kürze:</strong><br>{lines}</p>{body}</article>"
    assert _points(_read(labelled, "a.html")) == list(POINTS)


@pytest.mark.parametrize(("name", "first"), [("a.md", f"**{DEK}**"), ("a.html", f"<p><b>{DEK}</b></p>")])
def test_a_bold_first_paragraph_below_the_byline_is_the_standfirst(name: str, first: str) -> None:
    body = BODY if name == "a.md" else "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    signed = "By Mara Oduya, 3 November 2026" if name == "a.md" else "<p>By Mara Oduya, 3 November 2026</p>"
    title = f"# {TITLE}" if name == "a.md" else f"<h1>{TITLE}</h1>"
    assert _text(_read(f"{title}\n\n{signed}\n\n{first}\n\n{body}", name), "dek") == DEK


def test_a_byline_with_a_linked_name_below_a_standfirst_is_one() -> None:
    body = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    head = f"<article><h1>{TITLE}</h1><h2>{DEK}</h2><p>Von <a href='/autor/x'>Cornelius Weidt</a></p>"
    assert _text(_read(f"{head}<p>9.11.2026</p>{body}</article>", "a.html"), "byline") == "Von Cornelius Weidt"


@pytest.mark.parametrize(
    "line",
    ["Par Mara Oduya, 27 octobre 2026", "Von Mara Oduya, 9.11.2026", "Von Mara Oduya | Mi., 4. November 2026",
     "By Mara Oduya, Wed 18 Nov 2026"],
)  # fmt: skip
def test_a_byline_ends_before_a_date(line: str) -> None:
    article = _read(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert [person.name for element in article.find_all("byline") for person in element.people] == ["Mara Oduya"]
    assert article.find("published") is not None


def test_an_author_behind_a_label_in_a_list_of_definitions_signs() -> None:
    body = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    listed = "<dl><dt>Autorin</dt><dd>Mara Oduya</dd><dt>Datum</dt><dd>3.5.2026</dd></dl>"
    assert _text(_read(f"<article><h1>{TITLE}</h1>{listed}{body}</article>", "a.html"), "byline") == "Mara Oduya"


def test_a_name_in_capitals_is_read_as_the_text_has_it_elsewhere() -> None:
    article = _read(f"{TITLE}\n\nBy MARA ODUYA\n3 November 2026\n\n{BODY}\nMara Oduya writes about the region.\n")
    assert [element.names for element in article.find_all("byline")] == [("Mara Oduya",)]
    assert _read(f"{TITLE}\n\nBy MARA ODUYA\n3 November 2026\n\n{BODY}").find_all("byline")[0].names == ("MARA ODUYA",)


def test_fields_that_sign_and_date_an_article_are_not_a_table() -> None:
    head = "Erstellt: 26.03.2026, 17:35 Uhr\nLetzte Änderung: 27.03.2026, 14:10 Uhr\nVon: Jette Kollwang"
    article = _read(f"{TITLE}\n\n{head}\n\n{BODY}")
    assert (_text(article, "byline"), _text(article, "updated")[:10]) == ("Von: Jette Kollwang", "27.03.2026")
