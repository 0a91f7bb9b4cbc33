"""What stands as a claim in the publication's own voice, and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from benchmarks.pathologies import is_linear
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.lexicon import SHIPPED
from newslint.language.numbers.quantities import find_quantities
from newslint.language.speech.attributions import find_attributions
from newslint.language.speech.claims import Claim, find_claims, is_telling
from newslint.language.speech.passages import Extent, Passage
from newslint.language.speech.quotations import find_quotations
from newslint.language.units.sentences import split_sentences


def claims_of(*texts: str, kind: str = "paragraph") -> list[Claim]:
    """Find the claims of some paragraphs."""
    passages = [Passage(text, kind) for text in texts]
    quotations = find_quotations(passages)
    sentences = [Extent(at, start, end) for at, text in enumerate(texts) for start, end in split_sentences(text)]
    quantities = [(at, quantity) for at, text in enumerate(texts) for quantity in find_quantities(text)]
    return find_claims(passages, sentences, find_attributions(passages, quotations), quotations, quantities)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Exports through the port fell 18% in the quarter.", "figure", "18%"),
        ("Loam has the oldest pier on the coast.", "superlative", "the oldest"),
        ("The new boats are slower than the old ones.", "comparison", "slower than"),
        ("The strike has led to empty shelves.", "cause", "has led to"),
        ("The pier is likely to close in winter.", "prediction", "is likely to"),
        ("The harbour master falsified the log.", "accusation", "falsified"),
        ("The fares rise by 2 lakh rupees a season.", "figure", "2 lakh rupees"),
    ],
)
def test_a_claim_is_found_at_the_words_that_make_it_one(text: str, kind: str, words: str) -> None:
    found = {claim.kind: text[claim.extent.start : claim.extent.end] for claim in claims_of(text)}
    assert found.get(kind) == words  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "text",
    [
        "Exports fell 18%, Ana Roe said.",
        "Exports fell 18 per cent, according to the port authority.",
        "“Exports fell 18%,” says Ravi Menon.",
        "The minister told parliament that the pier is likely to close.",
        "The council met in the old hall and went home.",
    ],
)
def test_what_a_source_tells_or_nobody_disputes_is_no_claim(text: str) -> None:
    assert claims_of(text) == []


def test_a_block_quotation_speaks_in_another_voice() -> None:
    assert claims_of("Exports fell 18% in the quarter.", kind="quotation") == []


def test_claims_come_in_reading_order_with_their_own_sentence() -> None:
    first = "The town is small. Exports fell 18%. Ana Roe said that imports rose 4%. Fares doubled to $3."
    found = [claim for claim in claims_of(first, "Rents rose 9%.") if claim.kind == "figure"]
    assert [(claim.sentence.passage, claim.extent.start >= claim.sentence.start) for claim in found] == [
        (0, True),
        (0, True),
        (1, True),
    ]


@pytest.mark.parametrize("cue", ["said", "According to", "has not confirmed", "tells", "in a statement"])
def test_telling_is_told_from_feeling(cue: str) -> None:
    assert is_telling(cue, SHIPPED)
    assert not is_telling("hopes", SHIPPED)


@given(st.lists(st.text(alphabet='abc .,“”’"18%TheRoe', max_size=60), max_size=5))
def test_any_text_gives_extents_within_it(texts: list[str]) -> None:
    for claim in claims_of(*texts):
        assert 0 <= claim.sentence.start <= claim.extent.start < claim.extent.end
        assert claim.extent.end <= len(texts[claim.extent.passage])


def test_a_long_paragraph_takes_linear_time() -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = "The fares rose by 4 per cent and the pier is slower than ever " * (size // 60)
        passages = [Passage(text)]
        sentences = [Extent(0, start, end) for start, end in split_sentences(text)]
        quantities = [(0, quantity) for quantity in find_quantities(text)]
        return lambda: find_claims(passages, sentences, [], [], quantities)

    assert is_linear(prepare, lambda find: find(), largest=128_000)
