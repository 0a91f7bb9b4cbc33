"""Whose words a block holds: answers in interviews of any layout, and texts printed in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from benchmarks.pathologies import is_linear

from newslint.article import Article
from newslint.assembly import parse
from newslint.language.speech.passages import Passage
from newslint.language.speech.statements import find_statements
from newslint.source import Source
from newslint.spans import Extents

INTRO = "Ben Doe has run the ferries of Hallin for a year. He spoke with the Courier on Friday."
ASKED = ("Why do you want to sell the old boats?", "Who will pay for the new ones?", "And what do you do next year?")
SAID = (
    "Everybody knows that we cannot keep them. My father built two.",
    "The county pays half.",
    "I will go fishing.",
)
LAYOUTS = {
    "bold": [(f"**{question}**", answer) for question, answer in zip(ASKED, SAID, strict=True)],
    "letters": [(f"Q: {question}", f"A: {answer}") for question, answer in zip(ASKED, SAID, strict=True)],
    "letters with stops": [(f"Q. {question}", f"A. {answer}") for question, answer in zip(ASKED, SAID, strict=True)],
    "bold names": [
        (f"**Courier:** {question}", f"**Doe:** {answer}") for question, answer in zip(ASKED, SAID, strict=True)
    ],
    "names in capitals": [
        (f"COURIER: {question}", f"DOE: {answer}") for question, answer in zip(ASKED, SAID, strict=True)
    ],
    "headings": [(f"### {question}", answer) for question, answer in zip(ASKED, SAID, strict=True)],
    "plain": [(question, answer) for question, answer in zip(ASKED, SAID, strict=True)],
}


def article_of(*paragraphs: str, name: str = "a.md") -> Article:
    """Return the article that paragraphs make below a headline and a byline."""
    head = "# The man who sells the ferries\n\nBy Mara Oduya\n\n"
    return parse(Source(name, head + "\n\n".join(paragraphs) + "\n", "markdown"))


def theirs(article: Article) -> list[str]:
    """Return what is somebody else's words though no marks say so."""
    return [article.text_of(statement.extent) for statement in article.statements]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_answers_are_the_words_of_who_is_interviewed(layout: str) -> None:
    article = article_of(INTRO, *[paragraph for pair in LAYOUTS[layout] for paragraph in pair])
    assert theirs(article) == list(SAID)
    for statement in article.statements:
        assert article.is_quoted(*statement.extent)
    sources = [article.text_of(*found.source) for found in article.attributions if not found.cue]
    assert [source.split()[-1].title() for source in sources] == ["Doe"] * len(SAID)
    assert article.claims == []


@pytest.mark.parametrize("layout", ["letters", "bold names", "names in capitals"])
def test_questions_and_answers_may_stand_in_one_paragraph(layout: str) -> None:
    article = article_of(INTRO, *["\\\n".join(pair) for pair in LAYOUTS[layout]])
    assert theirs(article) == list(SAID)


@pytest.mark.parametrize(
    ("intro", "pairs", "speaker"),
    [
        (
            "Ben Doe leitet die Reederei. Wir trafen ihn zum Gespräch.",
            [("Warum verkaufen Sie die Boote?", "Wir brauchen Geld."), ("Und Ihre Leute?", "Ich behalte alle.")],
            "Ben Doe",
        ),
        (
            "Ben Doe dirige la compagnie. Entretien.",
            [("Pourquoi vendez-vous les bateaux ?", "Nous devons payer."), ("Et après ?", "Je pars.")],
            "Ben Doe",
        ),
    ],
)
def test_an_interview_may_be_in_another_language(intro: str, pairs: list[tuple[str, str]], speaker: str) -> None:
    article = article_of(intro, *[part for question, answer in pairs for part in (f"**{question}**", answer)])
    assert theirs(article) == [answer for _, answer in pairs]
    assert {article.text_of(*found.source) for found in article.attributions if not found.cue} == {speaker}


def test_an_answer_has_as_many_paragraphs_as_stand_before_the_next_question() -> None:
    (first, second, third), (one, two, three) = ASKED, SAID
    article = article_of(INTRO, f"**{first}**", one, "We have tried.", f"**{second}**", two, f"**{third}**", three)
    assert theirs(article) == [one, "We have tried.", two, three]


@pytest.mark.parametrize(
    "after",
    [
        "## What happens next",
        "This interview was edited for length.",
        "Doe left the harbour in one of his boats.",
    ],
)
def test_the_last_answer_ends_where_the_reporter_speaks_again(after: str) -> None:
    turns = [paragraph for pair in LAYOUTS["bold names"] for paragraph in pair]
    article = article_of(INTRO, *turns, after, "The new boats arrive in May.")
    assert theirs(article) == list(SAID)


def test_answers_in_quotation_marks_are_quotations_alone() -> None:
    article = article_of(INTRO, "**Courier:** Why now?", "**Doe:** “We must.” He counted.", "**Courier:** Why?", "x")
    assert theirs(article) == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        # An explainer asks and answers for itself, though it says “you” and quotes people who say “we”.
        ["## Why are the boats sold?", "The county needs money.", "## Will you pay more?", "Fares rise by a tenth."],
        ["## Who sells?", "“We sell,” said Doe.", "## Can you still travel?", "“You can, and I will,” said Doe."],
        ["**What do we know?**", "The boats are old.", "**What do we not know?**", "Who buys them."],
        # A FAQ is answered in the publication's voice.
        ["## FAQ", "Q: Can I get a refund?", "A: The county decides.", "Q: When?", "A: In May."],
        # An essay asks its readers.
        ["Is this the end?", "The boats have carried us all.", "What then?", "Nobody can tell."],
        # Labels that are not names.
        ["Price: 40 crowns", "Verdict: slow.", "Price: 30 crowns", "Verdict: slower."],
        ["Maine: The Maine boats of Old Maine sail.", "Loam: The boats of Old Loam sail.", "Tarn: Old Tarn has none."],
        ["Old York: Ferries sail.", "Old Tarn: None sail.", "Old Loam: One sails. Old Tarn and Old York pay."],
        # An adviser asks its readers.
        ["## Do you sail?", "I do.", "## Will you go?", "We will.", "## Are you ready?", "I am."],
        ["Claim: Are the boats new?", "Fact: No boat is new.", "Claim: Are they safe?", "Fact: They are."],
    ],
)
def test_explainers_lists_and_essays_are_not_interviews(paragraphs: list[str]) -> None:
    assert theirs(article_of("The ferries of Hallin are for sale.", *paragraphs)) == []


LETTER = ("Everybody knows that the old boats leak.", "We have written to the county three times.")


@pytest.mark.parametrize(
    "line",
    [
        "The letter of the ferry’s crew to Ben Doe in full:",
        "The full text of her statement:",
        "## The speech in full",
        "**The full statement**",
        "Die Erklärung im Wortlaut:",
        "La lettre dans son intégralité :",
    ],
)
def test_a_text_in_full_below_a_line_that_announces_it_is_somebody_elses(line: str) -> None:
    article = article_of("Mara Oduya answered on Friday.", line, *LETTER)
    assert theirs(article) == list(LETTER)


@pytest.mark.parametrize(
    ("end", "is_part"),
    [
        ("Yours sincerely,", True),
        ("— Ada Brandt", True),
        ("## Reactions", False),
        ("“We will not sell,” Ben Doe said.", False),
    ],
)
def test_a_text_in_full_ends_at_its_signature_or_where_the_report_goes_on(end: str, is_part: bool) -> None:
    article = article_of(
        "The captain’s letter in full:",
        *LETTER,
        end,
        "The harbour board of Hallin meets in the town hall again on Friday.",
    )
    assert theirs(article) == [*LETTER, *[end] * is_part]


def test_a_text_in_full_has_the_speaker_whom_its_line_names() -> None:
    article = article_of("Ben Doe met the crew on Friday. Doe sat.", "The letter by Ada Brandt in full:", *LETTER)
    assert {article.text_of(*found.source) for found in article.attributions if not found.cue} == {"Ada Brandt"}


@pytest.mark.parametrize(
    "line", ["The letter is four pages long:", "Read the full story:", "He spoke in full view of the crew:"]
)
def test_a_line_that_announces_no_whole_text_changes_nothing(line: str) -> None:
    assert theirs(article_of("Ben Doe met the crew.", line, *LETTER)) == []


@pytest.mark.parametrize(
    "part", ["Q: Why do you?\n", "Doe: We.\n", "A: I. ", "Why do you? ", "The full letter: ", "Ben Doe: Do you? ", ": "]
)
def test_statements_take_time_in_proportion_to_the_text(part: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        passages = [Passage(part * (size // len(part)))]
        passages += [Passage(part.strip()) for _ in range(size // 40)]
        return lambda: find_statements(passages, Extents([]))

    assert is_linear(prepare, lambda find: find(), largest=64_000)
