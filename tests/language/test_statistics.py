"""Which sentences state a figure that somebody must have counted, and which do not."""

from __future__ import annotations

import pytest

from newslint.language.numbers.quantities import find_quantities
from newslint.language.numbers.statistics import find_statistic


def _figure(text: str) -> str | None:
    found = find_statistic(text, list(find_quantities(text)))
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Thefts of bells have risen sixfold since May.", "sixfold"),
        ("A majority of bakers have never heard it.", "A majority of b"),
        ("Most small bakeries close within their first year.", "Most"),
        ("Falls are the most common cause of broken hips.", "the most common cause"),
        ("The club has lost more bells than any other.", "more bells than any other"),
        ("Bees kill more bakers than wasps.", "kill more"),
        ("Heat deaths surpassed drownings for the first time.", "surpassed"),
        ("One baker in four has burnt a hand.", "One baker in four"),
        ("Women fill only three of the 40 posts.", "only three of the 40"),
        ("The bird nests on six sites, down from 41.", "down from 41."),
        ("Barely 300 cranes remain.", "Barely 300 cranes remain"),
        ("The typical nurse walks nine miles in a shift.", "The typical n"),
        ("Rents cost three times what it did before.", "three times what it did"),
        ("At least 26 bakers were killed.", "26"),
    ],
)
def test_forms_of_statistics(text: str, figure: str | None) -> None:
    assert _figure(text) == figure


@pytest.mark.parametrize(
    "text",
    [
        "Most of the bread was gone by noon.",
        "She has more friends than enemies.",
        "One baker in May has burnt a hand.",
        "They won only three of the 40 games.",
        "Barely 30 minutes remain in the game.",
        "A majority of the council met at noon.",
        "The most common cause was forgotten.",
        "The typical baker rises before dawn.",
        "He came down from the roof at 41.",
    ],
)
def test_what_nobody_must_have_counted(text: str) -> None:
    assert _figure(text) is None
