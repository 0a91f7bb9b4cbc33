"""Articles have their elements, wherever a newsroom keeps them, and a home for each that is missing."""

import pytest

from newslint.article import Article, Element
from newslint.assembly import ParseOptions, parse
from newslint.parts import ElementKind
from newslint.source import Source


def article(text: str, path: str = "a.md", options: ParseOptions | None = None) -> Article:
    return parse(Source(path, text, "markdown"), options)


def found(made: Article, kind: ElementKind) -> Element:
    element = made.find(kind)
    assert element is not None
    return element


@pytest.mark.parametrize(
    ("field", "kind", "text"),
    [
        ("title: Tide turns", "headline", "Tide turns"),
        ("Newstitle: Tide turns", "headline", "Tide turns"),
        ("excerpt: It turned.", "summary", "It turned."),
        ("DEK: It turned.", "dek", "It turned."),
        ("pub_date: 2020-05-06", "published", "2020-05-06"),
        ("last_modified_at: 2020-05-06", "updated", "2020-05-06"),
        ("by: Ada Roe", "byline", "Ada Roe"),
        ("params: {author: Ada Roe}", "byline", "Ada Roe"),
        ("category: Opinion", "label", "Opinion"),
    ],
)
def test_front_matter_names_are_known_without_case(field: str, kind: ElementKind, text: str) -> None:
    element = found(article(f"---\n{field}\n---\nBody."), kind)
    assert element.text == text
    assert element.origin == "front matter"


def test_names_of_a_site_are_added_by_options() -> None:
    options = ParseOptions(aliases={"headline": ("kopf",)})
    made = article("---\ntitle: For machines\nkopf: For readers\n---\nBody.", options=options)
    assert found(made, "headline").text == "For readers"


def test_a_field_counts_by_its_value() -> None:
    made = article("---\npublished: true\ndate: 2015-01-27 10:00:54 -0400\nseo_title: x\n---\nBody.")
    assert [element.value for element in made.find_all("published")] == ["2015-01-27T10:00:54-04:00"]
    assert made.headline is None


def test_the_date_may_stand_in_the_file_name_and_counts_last() -> None:
    made = article("---\ndate: 2020-05-07\n---\nBody.", "posts/2020-05-06-tide.md")
    assert [(element.origin, element.value) for element in made.find_all("published")] == [
        ("front matter", "2020-05-07"),
        ("file name", "2020-05-06"),
    ]


def test_the_first_heading_is_the_headline_unless_front_matter_has_another() -> None:
    assert found(article("# Tide turns\n\nBody text.\n\n## More\n"), "headline").text == "Tide turns"
    made = article("---\ntitle: Tide turns\n---\n\nBody text.\n\n## More\n\nText.\n")
    assert [block.role for block in made.blocks] == ["", "", ""]
    assert [element.origin for element in made.find_all("headline")] == ["front matter"]


_LINES = """# Tide turns at the mill

*By Ada Roe and Ben Poe, Harbour Desk*

Published on:

PORT VALE, 6 May (Wire) — The tide turned on Monday, the harbour master said in a note to all crews of the fleet.

<em>Correction:</em> An earlier version of this article misstated the hour.

The author owns shares in Mill Quay Ltd.

## More to read
"""


def test_lines_of_convention_become_elements() -> None:
    made = article(_LINES)
    assert found(made, "byline").names == ("Ada Roe", "Ben Poe")
    assert found(made, "dateline").text.startswith("PORT VALE")
    assert found(made, "correction").text.startswith("Correction: An earlier")
    assert found(made, "disclosure").value == "financial"
    for element in made.elements:
        assert made.source.text[element.span.start : element.span.end].strip("*").startswith(element.text.split()[0])


def test_an_empty_label_is_the_home_of_what_it_announces() -> None:
    made = article(_LINES)
    assert [field.element for field in made.empty_fields] == ["published"]
    assert made.source.slice(made.anchor("published")) == "Published on:"
    assert made.published is None


def test_a_label_with_its_value_in_the_next_line_is_not_empty() -> None:
    assert not article("# Tide turns\n\nPublished on:\n\n6 May 2020\n\nBody text follows here.\n").empty_fields


def test_missing_parts_have_a_home_beside_what_they_go_with() -> None:
    made = article("---\ntitle: Tide turns\nauthor: Ada Roe\n---\n\nFirst.\n\nLast.\n")
    places = {kind: made.source.slice(made.anchor(kind)) for kind in ("published", "summary", "faq", "disclosure")}
    assert places == {"published": "Ada Roe", "summary": "Tide turns", "faq": "Last.", "disclosure": "Last."}
    assert article("").anchor("headline").start == 0


@pytest.mark.parametrize(
    "text",
    [
        "## Key points\n\n- One fact\n- Two facts\n",
        "## Short Summary\n\n| Key | Detail |\n|---|---|\n| One fact | Two facts |\n",
        "**At a glance**\n\nOne fact. Two facts.\n",
        "Summary: One fact, and then there were two facts.\n",
        "<h3>In brief</h3>\n<p>One fact. Two facts.</p>\n",
    ],
)
def test_a_summary_stands_under_a_heading_or_behind_a_label(text: str) -> None:
    made = article(f"# Tide turns\n\n{text}\n## The rest\n\nOther words.\n")
    summary = found(made, "summary")
    assert "One fact" in summary.text
    assert "wo facts" in summary.text
    assert "Other" not in summary.text
    assert all(made.blocks[index].role == "summary" for index in summary.blocks)


@pytest.mark.parametrize(
    "pairs",
    [
        "### Why now?\n\nBecause.\n\n### How long?\n\nTen years.\n",
        "**1. Why now?**\n\nBecause.\n\n**2. How long?**\n\nTen years.\n",
        "1. **Why now?**\n\n   Because.\n\n2. **How long?**\n\n   Ten years.\n",
        "**Q: Why now?**\n\nA: Because.\n\n**Q: How long?**\n\nA: Ten years.\n",
        "Q: Why now?  \nA: Because.\n\nQ: How long?  \nA: Ten years.\n",
        "- Why now? Because.\n- How long? Ten years.\n",
        "| Q | A |\n|---|---|\n| Why now? | Because. |\n| How long? | Ten years. |\n",
        "<details><summary>Why now?</summary><p>Because.</p></details>\n<details><summary>How long?</summary>"
        "<p>Ten years.</p></details>\n",
    ],
)  # fmt: skip
def test_questions_and_answers_are_paired_in_every_form(pairs: str) -> None:
    made = article(f"# Tide turns\n\nText of the article.\n\n## Frequently asked questions\n\n{pairs}")
    assert [(question.question, question.answer) for question in made.faq] == [
        ("Why now?", "Because."),
        ("How long?", "Ten years."),
    ]
    for question in made.faq:
        assert made.source.slice(question.question_span).strip("*") == question.question


def test_a_question_without_an_answer_and_the_section_after() -> None:
    made = article("## FAQ\n\n### Why now?\n\n### How long?\n\nTen years.\n\n## What comes next\n\nRain.\n")
    assert [(question.question, question.answer) for question in made.faq] == [
        ("Why now?", ""),
        ("How long?", "Ten years."),
    ]


def test_an_interview_is_no_faq() -> None:
    assert article("# A talk\n\n**Why now?**\n\nBecause.\n\n**How long?**\n\nTen years.\n").faq == ()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("This post contains affiliate links and we may earn a small commission.", "affiliate"),
        ("This article is for information only and is not financial advice.", "financial"),
        ("The text is not a substitute for professional medical advice.", "medical"),
        ("This article was sponsored by the Mill Quay Company.", "sponsored"),
        ("This article was drafted with the help of AI and checked by an editor.", "ai"),
        ("Disclaimer: names of firms are used here only as examples.", "general"),
    ],
)
def test_disclosures_have_a_kind(sentence: str, kind: str) -> None:
    made = article(f"# Tide turns\n\nThe tide turned on Monday.\n\n{sentence}\n")
    assert [(element.text, element.value) for element in made.find_all("disclosure")] == [(sentence, kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Disclaimer",
        "Senator Roe sponsored a bill on affiliate banks last year.",
        "Mr. Poe owns shares in the mill, the court heard on Monday.",
        "“I own shares in the mill,” the mayor told the council.",
        "The firm paid for the advice of three banks.",
    ],
)
def test_what_others_own_or_sponsor_is_no_disclosure(sentence: str) -> None:
    assert not article(f"# Tide turns\n\nThe tide turned.\n\n{sentence}\n").find_all("disclosure")


def test_the_language_comes_from_front_matter_then_options_then_the_words() -> None:
    assert article("---\nlang: de_AT\n---\nText").language == "de-AT"
    assert article("Text", options=ParseOptions(language="fr")).language == "fr"
    assert (
        article("The tide turned at the mill and the crews of the fleet were told to wait for it. " * 3).language
        == "en"
    )
