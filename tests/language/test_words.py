"""Words: what belongs to one, and that any text can be searched."""

from functools import partial

from benchmarks.pathologies import is_linear, repeat
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.words import count_words, find_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text)]


def test_apostrophes_and_hyphens_belong_to_the_word() -> None:
    assert words("It's O’Brien's well-known café.") == ["It's", "O’Brien's", "well-known", "café"]


def test_a_word_does_not_begin_or_end_with_an_apostrophe_or_hyphen() -> None:
    assert words("‘Never’ -- the workers' own-") == ["Never", "the", "workers", "own"]


def test_numbers_with_separators_are_one_word() -> None:
    assert words("1,234.5 at 9:40, 24/7, 3.5m, 12\u202f000") == [
        "1,234.5",
        "at",
        "9:40",
        "24/7",
        "3.5m",
        "12\u202f000",
    ]


def test_dotted_abbreviations_are_one_word() -> None:
    assert words("The U.S. Senate met at 5 p.m. today.") == [
        "The",
        "U.S",
        "Senate",
        "met",
        "at",
        "5",
        "p.m",
        "today",
    ]


def test_decomposed_letters_and_other_scripts_stay_whole() -> None:
    assert words("cafe\u0301 हिन्दी Москва") == ["cafe\u0301", "हिन्दी", "Москва"]


@given(st.text())
def test_spans_are_ordered_disjoint_and_in_range(text: str) -> None:
    last = 0
    for start, end in find_words(text):
        assert last <= start < end <= len(text)
        last = end
    assert count_words(text) == len(find_words(text))


def test_long_runs_take_linear_time() -> None:
    for unit in ("'", "a-", "1,", "U.", "é"):
        assert is_linear(partial(repeat, unit), find_words), unit
