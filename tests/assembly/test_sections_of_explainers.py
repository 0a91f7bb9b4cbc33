"""Key points, and questions with answers, in the styles and languages of explainers; other lists are neither."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.formats.draft import ParseOptions
from newslint.source import Source

MENU = "Home\nNews\nSport\nWeather\nJobs\nContact\nAbout us\nPrivacy policy\n"
TEXT = (
    "Harbour bridge in Tarrow closes for nine weeks\n\nBy Mara Oduya\n\n4 March 2026\n\n"
    "The harbour bridge in Tarrow will close on 6 April for nine weeks, the county said on Tuesday.\n\n"
    "Ferries will run every twenty minutes and cost nothing, and buses will stop at the landing.\n\n"
)


def article_of(section: str) -> Article:
    return parse(Source("a.txt", f"{MENU}\n{TEXT}{section}\n{MENU}", "text"), ParseOptions())


HEADINGS = [
    "FAQs", "FAQs:", "FAQ’s", "Questions and answers", "Reader questions", "Readers’ questions", "Common questions",
    "Harbour bridge 2026 – FAQs", "Harbour bridge closure FAQs", "Brücke in Tarrow: Fragen und Antworten",
    "Questions pratiques", "Leserfragen", "Preguntas prácticas",
    "Häufige Fragen", "Fragen und Antworten", "Die wichtigsten Fragen", "Foire aux questions", "Questions fréquentes",
    "Preguntas frecuentes", "Preguntas y respuestas", "Domande frequenti", "Perguntas frequentes",
]  # fmt: skip
STYLES = [
    "1. When does it close?\nOn 6 April.\n\n2. Who pays?\nThe county.",
    "Q: When does it close?\nA: On 6 April.\n\nQ: Who pays?\nA: The county.",
    "Que 1. When does it close?\nAns. On 6 April.\n\nQue 2. Who pays?\nAns. The county.",
    "Q1. When does it close?\nA1. On 6 April.\n\nQ2. Who pays?\nA2. The county.",
    "**When does it close?**\nOn 6 April.\n\n**Who pays?**\nThe county.",
    "When does it close?\n\nOn 6 April.\n\nWho pays?\n\nThe county.",
    "When does it close? On 6 April.\n\nWho pays? The county.",
    "Frage 1: When does it close?\nAntwort: On 6 April.\n\nFrage 2: Who pays?\nAntwort: The county.",
    "P: When does it close?\nR: On 6 April.\n\nP: Who pays?\nR: The county.",
]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("style", STYLES)
def test_questions_are_read_in_every_style_under_every_heading(heading: str, style: str) -> None:
    faq = article_of(f"{heading}\n\n{style}\n").faq
    assert [pair.question for pair in faq] == ["When does it close?", "Who pays?"]
    assert [pair.answer for pair in faq] == ["On 6 April.", "The county."]


@pytest.mark.parametrize(
    "section",
    [
        "Ask the editor\n\nWhen does it close? On 6 April.\n",
        "Frequently asked\n\nWhen does it close?\nOn 6 April.\n",
        "Questions\n\nThe county did not answer.\n",
        "Die Frage der Woche\n\nWhen does it close?\nOn 6 April.\n",
    ],
)
def test_other_headings_announce_no_questions(section: str) -> None:
    assert article_of(section).faq == ()


def test_an_answer_may_ask_something_itself() -> None:
    faq = article_of("FAQ\n\nWho pays?\n\nThe county. Why? It owns the bridge.\n\nWhat then? Nothing.\n\n").faq
    assert [pair.question for pair in faq] == ["Who pays?"]


@pytest.mark.parametrize(
    "heading",
    [
        "Key points", "The Short Version", "Quick read", "Auf einen Blick", "Das Wichtigste in Kürze", "Kurz gefasst",
        "L'essentiel", "L’essentiel", "En bref", "À retenir", "Claves", "Las claves", "En resumen", "In breve",
        "Punti chiave", "Em resumo", "Pontos principais",
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["- ", "• ", "✓ ", "1. ", ""])
def test_points_are_the_summary(heading: str, mark: str) -> None:
    points = ["Bridge closes on 6 April", "Ferries run every twenty minutes", "County pays for the buses"]
    if mark == "1. ":
        listed = [f"{number}. {point}" for number, point in enumerate(points, 1)]
    else:
        listed = [mark + point for point in points]
    listed = [f"{line}\n" for line in listed] if mark else [f"{line}\n\n" for line in listed]
    summary = article_of(
        f"{heading}\n\n{''.join(listed)}\nMore news will follow, the county said, as soon as it is known.\n"
    ).find("summary")
    assert summary is not None
    assert [point for point in points if point not in summary.text] == []
    assert "More news" not in summary.text


def test_a_menu_entry_of_that_name_is_no_summary() -> None:
    article = parse(
        Source("a.txt", f"Home\nKey points\nSport\nWeather\nJobs\nLogin\nSearch\n\n{TEXT}", "text"), ParseOptions()
    )
    assert article.find("summary") is None


@pytest.mark.parametrize("label", ["Reader mailbag", "Gut zu wissen", "Pour s'y retrouver", "The bridge, briefly"])
@pytest.mark.parametrize("is_marked", [False, True])
def test_short_answers_to_three_questions_are_a_section_whatever_its_label(label: str, is_marked: bool) -> None:
    asked = ["When does it close?", "Who pays?", "Is the ferry free?"]
    said = ["On 6 April.", "The county.", "Yes, and the buses are, too."]
    marks = ("Q: ", "A: ") if is_marked else ("", "")
    pairs = [f"{marks[0]}{question}\n{marks[1]}{answer}" for question, answer in zip(asked, said, strict=True)]
    article = article_of(label + "\n\n" + "\n\n".join(pairs))
    assert [pair.question for pair in article.faq] == asked


def test_an_interview_is_no_section_of_questions() -> None:
    answer = "We closed the bridge because the bolts were loose, and nobody had looked at them for nine years."
    pairs = [f"Q: Why did you do it in part {number}?\n\nA: {answer}" for number in "123456"]
    assert not article_of("The engineer\n\n" + "\n\n".join(pairs)).faq


@pytest.mark.parametrize("label", ["Quick reads", "In short:", "Auf einen Blick:", "Kort og godt"])
def test_lines_right_over_the_article_in_its_words_are_key_points(label: str) -> None:
    points = ["Harbour bridge will close on 6 April", "Ferries every twenty minutes", "Buses stop at the landing"]
    title, byline, dated, body = TEXT.split("\n\n", 3)
    box = label + "\n" + "\n".join(points)
    article = parse(Source("a.txt", "\n\n".join((MENU, title, byline, dated, box, body)), "text"), ParseOptions())
    assert article.find("summary").text.splitlines() == points  # type: ignore[union-attr]
