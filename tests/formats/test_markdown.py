"""Markdown becomes blocks whose every character leads back to the source."""

import string

import pytest
from benchmarks.pathologies import is_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import KINDS
from newslint.assembly import parse
from newslint.formats.draft import Draft
from newslint.formats.markdown.reader import draft_markdown
from newslint.source import Source


def draft(text: str, path: str = "a.md") -> Draft:
    return draft_markdown(Source(path, text, "markdown"))


def shapes(text: str, path: str = "a.md") -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in draft(text, path).blocks]


def assert_faithful(made: Draft) -> None:
    """Every prose character is covered by a run; runs of equal size and width are copies of the source."""
    source = made.source.text
    starts = [block.span.start for block in made.blocks]
    assert starts == sorted(starts)
    for block in made.blocks:
        assert block.kind in KINDS
        assert block.text == block.text.strip() != ""
        assert 0 <= block.span.start < block.span.end <= len(source)
        at = 0
        for run in block.prose.runs:
            assert run.start == at
            at += run.length
            assert block.span.start <= run.source_start <= run.source_end <= block.span.end
            if run.is_verbatim:
                assert block.text[run.start : run.end] == source[run.source_start : run.source_end]
        assert at == len(block.text)
        for start, end in block.cells:
            assert 0 <= start <= end <= len(block.text)
    for link in made.links:
        assert 0 <= link.span.start <= link.span.end <= len(source)
        if link.block is not None:
            assert 0 <= link.start <= link.end <= len(made.blocks[link.block].text)


def test_blocks_have_the_kinds_of_the_model() -> None:
    text = (
        "# Head\n\nA line\nand more.\n\n> Words of another.\n\n1. One\n2. Two\n\n   More of two.\n\n- Dot\n\n"
        "```py\nx = 1\n```\n\n| A | B |\n|---|---|\n| 1 | |\n\nNote.[^1]\n\n[^1]: Where it is said.\n"
    )
    assert shapes(text) == [
        ("heading", "Head"),
        ("paragraph", "A line and more."),
        ("quotation", "Words of another."),
        ("list-item", "One"),
        ("list-item", "Two"),
        ("paragraph", "More of two."),
        ("list-item", "Dot"),
        ("code", "x = 1"),
        ("table-row", "A\nB"),
        ("table-row", "1"),
        ("paragraph", "Note."),
        ("list-item", "Where it is said."),
    ]
    blocks = draft(text).blocks
    assert [block.ordinal for block in blocks[3:5]] == ["1", "2"]
    assert [block.is_header for block in blocks[8:10]] == [True, False]
    assert [len(block.cells) for block in blocks[8:10]] == [2, 2]
    assert blocks[-1].role == "footnote"


def test_a_place_in_the_prose_leads_to_the_source_across_markup_and_wide_characters() -> None:
    text = "Ünï 😀 **bold**\r\n&amp; [a link](https://x.example/) `code` \\* end."
    made = draft(text)
    assert_faithful(made)
    block = made.blocks[0]
    assert block.text == "Ünï 😀 bold & a link code * end."
    for word in ("bold", "a link", "code", "* end."):
        start = block.text.index(word)
        assert made.source.slice(block.locate(start, start + len(word))) == word
    ampersand = block.text.index("&")
    assert made.source.slice(block.locate(ampersand, ampersand + 1)) == "&amp;"


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("One<br>two", "One\ntwo"),
        ("One  \ntwo", "One\ntwo"),
        ("<em>Correction:</em> It was <b>two</b>.", "Correction: It was two."),
        ("The {{ site.city }} council.", "The council."),
        ("It cost {{ page.price }}.", "It cost."),
        ("It cost {{ price }}.", "It cost {{ price }}."),  # nothing gives this field: readers will see it
        ("Said so.[^1] Next.\n\n[^1]: x", "Said so. Next."),
        ("Before ![chart](c.png) after", "Before after"),
        ("Text<!-- a remark --> goes on", "Text goes on"),
        ("> [!NOTE]\n> An aside", "An aside"),
    ],
)
def test_what_is_silent_leaves_no_trace_in_the_prose(text: str, prose: str) -> None:
    assert draft(text).blocks[0].text == prose


@pytest.mark.parametrize(
    "text",
    [
        "{{< video id=1 >}}",
        "{% include nav.html %}",
        "{{% notice %}}\n\n{{% /notice %}}",
        "{: .lead #top}",
        "{% highlight js %}\nlet x = 1\n\nlet y = 2\n{% endhighlight %}",
        ":::note Title\n:::",
        "<!-- only a remark -->",
        "<script>\nvar a = 1;\n\nvar b = 2;\n</script>",
        "![alt](only-a-picture.png)",
    ],
)
def test_blocks_made_of_nothing_readable_are_no_blocks(text: str) -> None:
    assert shapes(text) == []


def test_template_code_in_code_is_shown_as_it_is() -> None:
    assert shapes("`{{ x }}` is a sign\n\n```\n{% if %}\n```") == [
        ("paragraph", "{{ x }} is a sign"),
        ("code", "{% if %}"),
    ]


def test_mdx_statements_components_and_expressions_vanish() -> None:
    head = 'import Box from "./box"\n\nexport const meta = {\n  a: 1,\n}\n\n'
    text = head + "<Box title={x}>\n\nReal text {props.y}.\n\n</Box>\n"
    assert shapes(text, "a.mdx") == [("paragraph", "Real text.")]


def test_html_blocks_are_read_into_blocks() -> None:
    text = (
        '<div id="top">\n<h2>Head &amp; tail</h2>\n<p>One\n<b>two</b></p>\n<ul><li>Item</li></ul>\n</div>\n\n'
        "<figure><img src=a.png><figcaption>Caption.</figcaption></figure>\n\n"
        '<blockquote class="twitter-tweet">\n\nWords in *Markdown*\n\n</blockquote>\n\nAfter.\n\n'
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>\n"
    )
    made = draft(text)
    assert_faithful(made)
    assert [(block.kind, block.text) for block in made.blocks] == [
        ("heading", "Head & tail"),
        ("paragraph", "One two"),
        ("list-item", "Item"),
        ("caption", "Caption."),
        ("quotation", "Words in Markdown"),
        ("paragraph", "After."),
        ("table-row", "A B"),
        ("table-row", "1 2"),
    ]
    assert made.images[0].alt is None
    assert "top" in made.targets
    assert made.blocks[-2].is_header
    assert not made.blocks[-1].is_header


def test_links_know_their_kind_and_their_place() -> None:
    text = (
        "[a](b.md) [c][d] [e][nope] <https://f.example> see https://g.example/x_(y). But [sic] and note[^1].\n\n"
        "[d]: https://d.example\n[^1]: x\n"
    )
    made = draft(text)
    found = [(link.kind, link.text, link.target) for link in made.links]
    assert found == [
        ("inline", "a", "b.md"),
        ("reference", "c", "https://d.example"),
        ("undefined", "e", "nope"),
        ("autolink", "https://f.example", "https://f.example"),
        ("url", "https://g.example/x_(y)", "https://g.example/x_(y)"),
    ]
    for link in made.links[:2] + made.links[3:]:
        assert link.block is not None
        assert made.blocks[link.block].text[link.start : link.end] == link.text


def test_an_include_may_define_what_is_undefined_here() -> None:
    assert [link.kind for link in draft("{% include refs.md %}\n\n[a][b]").links] == ["reference"]


def test_template_code_in_a_target_is_kept() -> None:
    assert draft("[a]({{ site.url }}/b)").links[0].target == "{{ site.url }}/b"


def test_a_figure_of_a_template_has_caption_and_picture() -> None:
    made = draft('{{< figure src="a.png" alt="A quay" caption="The quay at dusk." >}}')
    assert [(block.kind, block.text) for block in made.blocks] == [("caption", "The quay at dusk.")]
    assert (made.images[0].target, made.images[0].alt) == ("a.png", "A quay")


def test_targets_are_the_slugs_that_sites_give_headings() -> None:
    made = draft("# Ports & harbours\n\n## Ports & harbours\n\n## Other {#own}\n\n<a name='x'></a>y\n")
    assert {"ports--harbours", "ports--harbours-1", "own", "x"} <= made.targets
    assert "other" not in made.targets


def test_bold_from_end_to_end_is_strong() -> None:
    assert [block.is_strong for block in draft("**All of it**\n\n**Some** of it\n\n- **Item**").blocks] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(line_end: str) -> None:
    text = line_end.join(["---", "title: A", "---", "# A", "", "One", "two", "", "- x", "- y"])
    made = draft(text)
    assert_faithful(made)
    assert [block.text for block in made.blocks] == ["A", "One two", "x", "y"]


_PIECES = st.sampled_from(
    [
        "# ",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "[",
        "](",
        ")",
        "][",
        "![",
        "[^1]",
        "[^1]: ",
        "<b>",
        "</b>",
        "<br>",
        "<div>\n",
        "</div>\n",
        "<p>",
        "<li>",
        "<td>",
        "<tr>",
        "<table>",
        "<!--",
        "-->",
        "<a href='x'>",
        "<img src=y>",
        "&amp;",
        "&nbsp;",
        "&",
        "{{",
        "}}",
        "{{<",
        ">}}",
        "{%",
        "%}",
        "{: .a}",
        ":::",
        "|",
        "|-|",
        "---\n",
        "+++\n",
        "title: x\n",
        "\\",
        "  \n",
        "\t",
        "    ",
        "\0",
        "\u2028",
        "é",
        "😀",
        "\u00a0",
        "word",
        " ",
        "~~",
        "https://a.example/",
        "import x from 'y'\n",
        "<Tag a={b}>",
        "<script>",
        "</script>",
        "<blockquote>\n",
        "\ue000",
        "\ud800",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES | st.text(string.printable, max_size=6), max_size=40), st.sampled_from(["a.md", "a.mdx"]))
def test_any_text_has_a_faithful_draft(pieces: list[str], path: str) -> None:
    source = Source(path, "".join(pieces), "markdown")
    assert_faithful(draft_markdown(source))
    article = parse(source)
    for element in article.elements:
        assert 0 <= element.span.start <= element.span.end <= len(source.text)


@pytest.mark.parametrize(
    "parts",
    [
        ("", "["),
        ("", ">"),
        ("", "* "),
        ("", "<a "),
        ("<div>\n", '<a "'),
        ("", "{{"),
        ("", "{% x"),
        ("import x from 'y'\n\n", "{ "),
        ("http://a.example", ")"),
        ("", "<blockquote>\n\nx\n\n"),
        ("", "<li>x"),
        ("a|" * 200 + "\n" + "-|" * 200 + "\n", "x\n"),
        ("", '"'),
    ],
    ids=lambda parts: repr(parts[1]),
)
def test_pathological_text_is_read_in_linear_time(parts: tuple[str, str]) -> None:
    first, unit = parts
    assert is_linear(lambda size: Source("a.md", first + unit * (size // len(unit)), "markdown"), parse, largest=64_000)
