"""Limits of what belongs to a speaker, and of sentences, at words that say nothing by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.language.readability.measures import measure
from newslint.language.speech.attributions import find_attributions, find_orphans
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations
from newslint.language.units.sentences import split_sentences

SPEECH = "“The pier will reopen in May.”"


def said(text: str) -> list[tuple[list[str], list[str]]]:
    """Return for each attribution of a paragraph the words of its source and of its content."""
    passages = [Passage(text)]
    found = find_attributions(passages, find_quotations(passages))
    return [
        (
            [text[extent.start : extent.end] for extent in one.source],
            [text[extent.start : extent.end] for extent in one.content],
        )
        for one in found
    ]


def kind(text: str) -> str:
    """Return the kind of the only source of a paragraph."""
    passages = [Passage(text)]
    (found,) = find_attributions(passages, find_quotations(passages))
    return found.source_kind


def orphans(text: str) -> int:
    """Return how many quotations of a paragraph nobody in it says."""
    passages = [Passage(text)]
    quotations = find_quotations(passages)
    return len(find_orphans(passages, quotations, find_attributions(passages, quotations)))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize("opening", ["And, ", "But, ", "But, and, "])
@pytest.mark.parametrize("tag", ["Ada Roe said.", "said Ada Roe."])
def test_words_that_only_join_are_not_what_was_said(opening: str, tag: str) -> None:
    assert said(f"{SPEECH} {opening}{tag}") == [(["Ada Roe"], [SPEECH])]


def test_a_word_after_the_joining_one_is_what_was_said() -> None:
    assert said("And sadly, Ada Roe said.") == [(["Ada Roe"], ["sadly"])]


def test_who_announces_speech_with_a_colon_does_not_say_what_stands_before() -> None:
    assert orphans(f"{SPEECH} Ada Roe said:") == 1
    assert orphans(f"{SPEECH} Ada Roe said.") == 0


def test_one_name_after_an_article_is_an_institution_and_after_another_word_a_person() -> None:
    for word in ("The", "A"):
        assert kind(f"{word} Marlow said it was raining.") == "institution", word
    for word in ("young", "neighbour", "old"):
        assert kind(f"“It was raining,” said {word} Marlow.") == "named", word
    assert kind("Marlow said it was raining.") == "named"


def test_dots_at_the_very_start_open_a_sentence_and_later_ones_end_it() -> None:
    assert sentences("… The pier is shut. It rains.") == ["… The pier is shut.", "It rains."]
    assert sentences("It is… The pier is shut.") == ["It is…", "The pier is shut."]


def test_dots_within_marks_end_a_sentence_before_a_tag_as_a_question_does_not() -> None:
    assert sentences("“We wait…” Okoro said. He left.") == ["“We wait…”", "Okoro said.", "He left."]
    assert sentences("“Do we wait?” Okoro said. He left.") == ["“Do we wait?” Okoro said.", "He left."]


def test_no_words_have_figures_of_the_backend_that_was_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("textstat")
    data = pytest.importorskip("nltk.data")
    # Only looked for: without a word there is nothing to look up.
    (tmp_path / "corpora" / "cmudict").mkdir(parents=True)
    monkeypatch.setattr(data, "path", [str(tmp_path)])
    assert measure([], backend="textstat").backend == "textstat"
    assert measure([]).backend == "newslint"
