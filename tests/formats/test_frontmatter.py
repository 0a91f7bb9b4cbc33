"""Front matter is read with the place of every field, and what is wrong with it has a place too."""

import pytest

from newslint.article import FrontMatter
from newslint.formats.frontmatter.fields import read_front_matter
from newslint.source import Problem, Source


def read(text: str) -> tuple[FrontMatter | None, int, list[Problem], Source]:
    source = Source("a.md", text, "markdown")
    return *read_front_matter(source), source


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("---\ntitle: Tide tables\ndate: 2020-05-06\n---\nBody", "yaml"),
        ("\n \n---\r\ntitle: Tide tables\r\ndate: 2020-05-06\r\n---\r\nBody", "yaml"),
        ("------\ntitle: 'Tide tables'\ndate: 2020-05-06\n------\nBody", "yaml"),
        ("---\rtitle: Tide tables\rdate: 2020-05-06\r---\rBody", "yaml"),
        ("---\ntitle: Tide tables\ndate: 2020-05-06\n...\nBody", "yaml"),
        ('+++\ntitle = "Tide tables"\ndate = 2020-05-06\n+++\nBody', "toml"),
        ('{"title": "Tide tables",\n "date": "2020-05-06"}\nBody', "json"),
        (';;;\n{"title": "Tide tables", "date": "2020-05-06"}\n;;;\nBody', "json"),
        ('---json\n{"title": "Tide tables", "date": "2020-05-06"}\n---\nBody', "json"),
    ],
)
def test_every_kind_gives_fields_with_their_places(text: str, kind: str) -> None:
    found, end, problems, source = read(text)
    assert found is not None
    assert found.kind == kind
    assert text[end:] == "Body"
    # A blank line above front matter is told of.
    assert [problem.kind for problem in problems] == ["front-matter-doubtful"] * text.startswith(("\n", " "))
    assert [(entry.name, entry.value) for entry in found.fields] == [("title", "Tide tables"), ("date", "2020-05-06")]
    for entry in found.fields:
        assert source.slice(entry.key_span) == entry.name
        assert source.slice(entry.span) == entry.value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("~", None),
        ("", None),
        ("12", 12),
        ("0o17", 15),
        ("0123", 123),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        ("12:30:45", "12:30:45"),
        ("2015-01-27 10:00:54 -0400", "2015-01-27 10:00:54 -0400"),
        ("'12'", "12"),
        ("[a, no]", ["a", "no"]),
        ("{a: 1}", {"a": 1}),
    ],
)
def test_values_have_the_meaning_of_yaml_1_2(written: str, value: object) -> None:
    found, _, problems, _ = read(f"---\nx: {written}\n---\n")
    assert found is not None
    assert found.fields[0].value == value
    assert not problems


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        ("---\ntitle: A ferry: late\n---\n", ": late", "quotation marks"),
        ("---\ntitle: A\nauthor:\n\t- B\n---\n", "\t- B", "spaces"),
        ("---\nby: @roe\n---\n", "@roe", "quotation marks"),
        ('---\ntitle: "A\n---\n', "", "close it"),
        ("---\ntitle: A\ntitle: B\n---\n", "title", "twice"),
        ("---\ntitle: A\nx: {b: 1, b: 2}\n---\n", "b", "twice"),
        ("---\ntitle: A\nBody", "---", "never closed"),
        ("+++\ntitle = A\n+++\n", "A", "quotation marks"),
        ('{"title": "A", 5}\n', "5}", "JSON"),
        ("---\nx: \0\n---\n", "\0", "characters"),
        ("---\nx: " + "[" * 5000 + "\n---\n", "x: " + "[" * 5000, "nested"),
    ],
)
def test_what_is_wrong_is_said_where_it_is_with_a_way_out(text: str, at: str, says: str) -> None:
    _, _, problems, source = read(text)
    assert problems[0].kind == "front-matter-invalid"
    assert says in problems[0].message
    if at:
        assert source.slice(problems[0].span) == at


def test_fields_that_can_be_read_are_kept_where_the_block_cannot() -> None:
    found, _, problems, _ = read("---\ntitle: A ferry: late\nauthor: A. Roe\ntags:\n  - x\n---\nBody")
    assert found is not None
    assert [(entry.name, entry.value) for entry in found.fields] == [
        ("title", "A ferry: late"),
        ("author", "A. Roe"),
        ("tags", ["x"]),
    ]
    assert len(problems) == 1


@pytest.mark.parametrize(
    "text", ["", "Text", "---\n\nText between rules.\n\n---\n", "{{ x }}", "{ a }", "---", "- - -\n"]
)
def test_text_without_metadata_has_none(text: str) -> None:
    assert read(text)[:3] == (None, 0, [])


def test_an_alias_is_built_once_and_one_that_holds_itself_ends() -> None:
    found, _, _, _ = read("---\na: &x [1]\nb: *x\nc: &y [*y]\n---\n")
    assert found is not None
    assert [entry.value for entry in found.fields] == [[1], [1], [None]]
